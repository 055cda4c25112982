//! Where one document ends and the next begins: the document proper, its appendices, and documents
//! attached after its signature.

use std::ops::Range;

use super::Sheet;

/// The parts of a text as ranges of lines; the first is the document proper.
pub(crate) fn parts(_sheet: &Sheet<'_>, lines: usize) -> Vec<Range<usize>> {
    vec![0..lines]
}
