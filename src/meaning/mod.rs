//! What the regions of a document mean: letterhead, title, recipients, signatures, appendices.

mod appendix;
mod foot;
mod head;

pub(crate) use self::appendix::appendix;
pub(crate) use self::foot::foot;
pub(crate) use self::head::head;
