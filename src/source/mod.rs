//! Bytes to text to clean text, with one way back.
//!
//! Inside the library all offsets are `Range<usize>` of the *clean* text: the input in NFC with
//! Vietnamese mark order, one line-break sign, without zero-width characters and emphasis signs.
//! The public tree speaks [`Span`]s of the *source* text. [`SourceMap`] is the only converter.

mod convert;
mod decode;
mod encoding;
mod legacy;
mod map;
mod marks;
mod normalize;
mod position;
mod remark;
mod span;

pub(crate) use self::decode::{decode, decode_text};
pub use self::encoding::{Decoded, Encoding, Loss, Mixture, NoEncoding};
pub(crate) use self::legacy::is_syllable;
pub(crate) use self::map::SourceMap;
pub(crate) use self::normalize::normalize;
pub(crate) use self::position::LineCursor;
pub use self::position::{LineColumn, Positions};
pub(crate) use self::remark::Remark;
pub use self::span::Span;
