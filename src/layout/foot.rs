//! Where the foot of a document begins.

use std::ops::Range;

use super::Sheet;
use crate::lexicon::starts_with_skeleton;

/// The first line of the foot ("Nơi nhận", or the signature block) within `lines`; their end if
/// there is none.
pub(crate) fn foot_start(sheet: &Sheet<'_>, lines: &Range<usize>) -> usize {
    lines
        .clone()
        .find(|line| starts_with_skeleton(sheet.line(*line), "noinhan").is_some())
        .unwrap_or(lines.end)
}
