//! Who does something, as running text names it: a body, a post, a collective, a group.
//!
//! [`phrase`] cuts one of them, [`list`] several: "Sở Tài nguyên và Môi trường và Cục Thuế tỉnh" are two,
//! "các sở, ban, ngành" is one, "Các sở: Tài chính, Nội vụ" shares its head.

mod list;
mod opening;
mod person;
mod phrase;
mod shared;
mod signs;
mod verbs;
mod whole;

use std::ops::Range;

pub(crate) use self::list::{List, bare_list, behind_office, list, place};
pub(crate) use self::whole::{described_list, group_list, whole_list};
pub(crate) use super::floor;

/// A doer found in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct AgencyAt {
    /// Where it stands.
    pub(crate) range: Range<usize>,
    /// Its full name, where a head that is printed once is shared.
    pub(crate) name: Option<String>,
}

impl AgencyAt {
    /// A doer whose name is what is printed.
    pub(crate) fn plain(range: Range<usize>) -> Self {
        Self { range, name: None }
    }
}

/// Byte behind the white space at `at`.
pub(crate) fn blanks_behind(text: &str, at: usize) -> usize {
    at + (text[at..].len() - text[at..].trim_start().len())
}

/// Length of the word at the start of `text`.
pub(crate) fn word_len(text: &str) -> usize {
    text.find(|c: char| !(crate::lexicon::is_word(c) || c == '&')).unwrap_or(text.len())
}
