//! What the regions of a document mean: letterhead, title, recipients, signatures, appendices;
//! what is read in the leaves of its tree: citations, dates.

mod appendix;
mod citation;
mod date;
mod foot;
mod head;
mod leaves;
mod mending;
mod quota;
mod review;
mod task;

pub(crate) use self::appendix::appendix;
pub(crate) use self::citation::{citations, home, own_key, running, running_mentions};
pub(crate) use self::date::{dates, running as running_dates};
pub(crate) use self::foot::foot;
pub(crate) use self::head::head;
pub(crate) use self::mending::Mended;
pub(crate) use self::review::review;
pub(crate) use self::task::tasks;
