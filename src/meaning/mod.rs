//! What the regions of a document mean: letterhead, title, recipients, signatures, appendices.

mod appendix;
mod citation;
mod foot;
mod head;

pub(crate) use self::appendix::appendix;
pub(crate) use self::citation::{citations, own_key, running};
pub(crate) use self::foot::foot;
pub(crate) use self::head::head;
