//! What citations say over many documents: which mean one document, and who cites whom.

pub(crate) mod graph;
pub(crate) mod link;
mod mention;

pub(crate) use self::mention::Mention;
