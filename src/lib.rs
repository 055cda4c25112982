//! Reads the plain text of Vietnamese administrative plans ("Kế hoạch") into a typed tree.
//!
//! What goes in is text as it comes: copied from a PDF, a web page or a word processor, hard
//! wrapped, with page numbers in mid-sentence and a letterhead in two columns. What comes out is a
//! [`Document`]: letterhead, title, legal bases, nested units, tables, recipients, signatures,
//! appendices. Every node says where it stands in the text as it came.
//!
//! ```
//! let text = "\
//! UBND TỈNH AN PHÚ
//! Số: 12/KH-UBND
//!
//! KẾ HOẠCH
//! Phong trào thi đua năm 2024
//!
//! I. MỤC ĐÍCH
//! Nâng cao chất lượng
//! công việc.
//! II. TỔ CHỨC THỰC HIỆN
//! 1. Văn phòng lập dự toán trước ngày 15/6/2024.
//! 2. Các phòng báo cáo kết quả.
//! ";
//! let parsed = kehoach::parse(text);
//!
//! let section = parsed.document.section("II.1").expect("there is such a unit");
//! assert_eq!(section.marker.text, "1.");
//! assert_eq!(
//!     section.span.slice(text),
//!     Some("1. Văn phòng lập dự toán trước ngày 15/6/2024.")
//! );
//! let kehoach::Block::Paragraph(purpose) = &parsed.document.section("I").expect("so is this").children[0]
//! else {
//!     panic!("the text of I. is a paragraph");
//! };
//! assert_eq!(purpose.text, "Nâng cao chất lượng công việc.");
//!
//! let json = serde_json::to_string(&parsed).expect("a tree always serialises");
//! assert_eq!(serde_json::from_str::<kehoach::Parsed>(&json).expect("and reads back"), parsed);
//! ```
//!
//! # How it reads
//!
//! 1. *Source*: bytes are decoded and cleaned (letters composed, one sign for line ends and for
//!    spaces); a map leads from the clean text back.
//! 2. *Layout*: the clean text is laid out in lines; documents, letterhead, foot, tables and page
//!    furniture are told apart.
//! 3. *Outline*: wrapped lines are joined, markers ("II.", "1.2.", "a)", "-") are nested by what
//!    they continue, not by a fixed depth.
//! 4. *Meaning*: letterhead, recipients and signatures become typed values.
//! 5. *Citations*: the leaves of the tree are searched for the documents they cite; mentions of one
//!    document are tied together, and its key tells place, issuer, type, year and number.
//!    [`citations`] does this for running text alone.
//! 6. *Dates*: the leaves and the page furniture are searched for dates and periods; a year that is
//!    left out is taken from the document where that is plain. [`dates`] reads running text alone.
//!
//! What is recognised is typed; what is not keeps its words. Nothing is dropped: each letter and
//! digit of the text lies in exactly one leaf of the tree, and what fits nowhere is
//! [`page_furniture`](Document::page_furniture) of the kind [`FurnitureKind::Unassigned`].
//! Nothing is invented either: what the text leaves blank is `None`, and whatever was doubtful is
//! a [`Diagnostic`].
//!
//! # Any input is safe
//!
//! [`parse`] gives a tree for any text and cannot fail; [`Parser::parse_bytes`] refuses bytes that
//! are no text and input over [`Limits::input_bytes`], nothing else. Time and memory grow with the
//! length of the text, never faster. [`Limits`] bound the depth, the number of lines, blocks,
//! entries of an index and diagnostics; past them the text is kept as it is, with a diagnostic. There is no `unsafe` code.
//!
//! # Spans
//!
//! A [`Span`] is a half-open range of bytes of the source text in UTF-8. For UTF-8 input these are
//! the bytes of the file itself, a byte-order mark included; for UTF-16 those of the decoded text.
//! Both ends lie on character boundaries. A child lies in its parent, siblings come in order and do
//! not overlap. What a span slices is the node's text, but for white space, marks in another order,
//! look-alike letters and dashes, signs of emphasis, and punctuation at its end. A value that other
//! text interrupts (a page number, the other column, the sign of an escape) has `parts`; its span is
//! their hull.
//! [`Positions`] converts offsets to lines and columns, code points and UTF-16 units.
//!
//! # Versions
//!
//! [`FORMAT_VERSION`] changes when a key of the JSON is renamed, removed or changes its meaning;
//! new keys and new names in vocabularies come without. [`RULES_VERSION`] changes when the same
//! text may be read another way: a cache of results holds both in its keys, with the digest of the
//! input ([`Source::sha256`]).
//!
//! # Features
//!
//! - `jiff`: converts [`Day`] to and from `jiff::civil::Date`.
//! - `schema`: implements `schemars::JsonSchema` for the public types. The schema it gives is
//!   checked in as `schema/kehoach-1.schema.json`.

#![cfg_attr(docsrs, feature(doc_cfg))]
#![forbid(unsafe_code)]
#![deny(missing_docs)]

mod diagnostic;
mod document;
mod error;
mod inline;
mod json;
mod layout;
mod lexicon;
mod meaning;
mod offsets;
mod outline;
mod parser;
mod running;
mod source;

pub use crate::diagnostic::{Code, Diagnostic, Label, Severity};
pub use crate::document::{
    Agency, Appendix, Authority, Basis, Block, Citation, CitationRole, CitedDocument, Date,
    DateKind, DateRelation, Day, Document, Furniture, FurnitureKind, Header, Issuer, Key, Kind,
    Marker, MarkerStyle, NoDay, Node, Number, Paragraph, ParagraphRole, Period, Precision, Reason,
    Recipient, RecipientKind, Relation, Resolution, Review, ReviewStatus, Section, Signature,
    Table, Task, TaskRole, TaskSource, Text, Walk,
};
pub use crate::error::Error;
pub use crate::json::{Digest, FORMAT_VERSION, Generator, Parsed, RULES_VERSION, SCHEMA, Source};
pub use crate::lexicon::search_key;
pub use crate::offsets::{NoOffsetUnit, OffsetUnit};
pub use crate::parser::{Indexes, Limits, Parser, Supplied, decode, decode_text, parse};
pub use crate::running::{Citations, Dates, Mention, citations, dates, mentions};
pub use crate::source::{
    Decoded, Encoding, LineColumn, Loss, Mixture, NoEncoding, Positions, Span,
};

/// The examples of README.md are run with those of the documentation.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
#[doc = include_str!("../README.vi.md")]
struct Readme;
