//! Where one document ends and the next begins: the document proper, its appendices, and documents
//! attached after its signature.

use std::ops::Range;

use super::Sheet;

/// The parts of a text as ranges of lines; the first is the document proper.
pub(crate) fn parts(sheet: &Sheet<'_>) -> Vec<Range<usize>> {
    vec![0..sheet.lines.len()]
}
