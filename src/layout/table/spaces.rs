//! Todo.

use std::ops::Range;

use super::Reading;
use crate::layout::Sheet;

pub(super) fn read(_sheet: &Sheet<'_>, _free: usize, lines: Range<usize>) -> Reading {
    Reading::Miss(lines.start + 1)
}
