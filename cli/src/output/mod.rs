//! Where results go.

mod folder;
mod inert;
mod json;
mod stream;
mod terminal;
mod unfinished;

pub(crate) use self::folder::Folder;
pub(crate) use self::inert::{acts, inert};
pub(crate) use self::json::{Layout, json};
pub(crate) use self::stream::Output;
