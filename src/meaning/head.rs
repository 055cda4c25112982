//! Letterhead, title and subject.

use std::ops::Range;

use crate::document::{Header, Kind, Text};
use crate::layout::{Ledger, Sheet};

/// What stands before the content.
#[derive(Debug, Default)]
pub(crate) struct Head {
    /// Type of the document.
    pub(crate) kind: Option<Kind>,
    /// The letterhead.
    pub(crate) header: Header,
    /// "Kính gửi".
    pub(crate) addressees: Vec<Text>,
    /// The type line.
    pub(crate) title: Option<Text>,
    /// "Trích yếu".
    pub(crate) subject: Option<Text>,
    /// The lines behind the head.
    pub(crate) content: Range<usize>,
}

/// Reads the head of the document on `lines`.
pub(crate) fn head(_sheet: &Sheet<'_>, lines: Range<usize>, _ledger: &mut Ledger<'_>) -> Head {
    Head { content: lines, ..Head::default() }
}
