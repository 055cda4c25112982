//! Each document once, and each into a place of its own.
//!
//! What was met is known by its hash: eight bytes a document, whatever its name.

use std::collections::HashSet;
use std::hash::{BuildHasher, BuildHasherDefault, DefaultHasher, Hash};
use std::path::PathBuf;

use super::Item;
use crate::failure::{Reason, Refused, same_output};

#[derive(Debug, Default)]
struct Seen(HashSet<u64>);

impl Seen {
    /// Whether this is new.
    fn is_new(&mut self, value: &impl Hash) -> bool {
        self.0.insert(BuildHasherDefault::<DefaultHasher>::default().hash_one(value))
    }
}

/// Each document once, however often the command line names it.
pub(super) fn each(
    items: impl Iterator<Item = Result<Item, Refused>>,
) -> impl Iterator<Item = Result<Item, Refused>> {
    let mut seen = Seen::default();
    items.filter(move |item| item.as_ref().map_or(true, |item| seen.is_new(&item.id)))
}

/// Refuses a record that is called as an earlier one: rows and trees of the two could not be told apart.
pub(super) fn records(
    items: impl Iterator<Item = Result<Item, Refused>>,
) -> impl Iterator<Item = Result<Item, Refused>> {
    let mut seen = Seen::default();
    items.map(move |item| {
        let item = item?;
        if item.is_record() && !seen.is_new(&item.id) {
            return Err(item.refused(Reason::SameId));
        }
        Ok(item)
    })
}

/// Refuses a document whose result would overwrite that of another.
pub(crate) fn apart(
    items: impl Iterator<Item = Result<Item, Refused>>,
    place: impl Fn(&Item) -> PathBuf,
) -> impl Iterator<Item = Result<Item, Refused>> {
    let mut seen = Seen::default();
    items.map(move |item| {
        let item = item?;
        let place = place(&item);
        if seen.is_new(&place) {
            return Ok(item);
        }
        Err(item.refused(Reason::Unwritten(same_output(&place))))
    })
}
