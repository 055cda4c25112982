//! Rows of a drawn table that stayed text: "| TT | Nội dung | Đơn vị chủ trì |".

use memchr::memchr;

use crate::document::Document;
use crate::layout::{Leaves, Ledger, Sheet, report_lost};

use super::values::each_running;

/// Strokes between words that a row has at least.
const STROKES: usize = 2;

/// Reports rows that no table has: once for each run of them, at the first.
pub(super) fn drawn(
    sheet: &Sheet<'_>,
    document: &Document,
    leaves: &Leaves,
    ledger: &mut Ledger<'_>,
) {
    let mut last = None;
    each_running(document, &mut |span| {
        let pieces = leaves.pieces(span).unwrap_or_default();
        let Some(row) = pieces.iter().find(|piece| is_row(sheet.slice(piece))) else { return };
        // Rows one below the other, or with a rule between, are of one table.
        let line = sheet.lines_within(row.start);
        if last.replace(line).is_some_and(|last: usize| line <= last + 2) {
            return;
        }
        report_lost(sheet, std::slice::from_ref(row), ledger);
    });
}

/// Whether strokes stand between the words of a line, and at its edge unless they are many: "năm | phông | số" is a
/// sentence.
fn is_row(line: &str) -> bool {
    // Nearly no line has one.
    if memchr(b'|', line.as_bytes()).is_none() {
        return false;
    }
    let strokes = line.matches(" | ").count();
    let edged = line.starts_with('|') || line.ends_with('|');
    strokes > STROKES || edged && strokes == STROKES
}
