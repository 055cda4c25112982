//! The header of a stacked table: headings line by line, from "STT" to the first row number.

use std::ops::Range;

use super::opens;
use crate::layout::Sheet;
use crate::layout::table::Cell;
use crate::layout::table::header::{MAX_COLUMNS, header_kinds, words};
use crate::layout::table::ordinal::Count;
use crate::lexicon::cells::runs_on;
use crate::lexicon::columns::{ColumnKind, is_ordinal_heading, known_column};
use crate::lexicon::is_upper;

/// Most lines of a header: twenty columns of three lines.
pub(super) const HEADER_LINES: usize = 60;

/// Longest line of a header, in bytes.
const HEADING_BYTES: usize = 160;

/// The header and where it ends.
pub(super) struct Header {
    /// Its cells.
    pub(super) columns: Vec<Cell>,
    /// What the columns hold.
    pub(super) kinds: Vec<ColumnKind>,
    /// Whether blank lines part the cells.
    pub(super) loose: bool,
    /// The line behind it.
    pub(super) end: usize,
}

impl Header {
    /// Reads the header whose first cell is the first of `lines`.
    pub(super) fn read(sheet: &Sheet<'_>, lines: &Range<usize>) -> Option<Self> {
        let loose = sheet.lines.get(lines.start + 1)?.blanks > 0;
        let first = Count::default();
        let mut columns: Vec<Cell> = vec![vec![sheet.lines[lines.start].range.clone()]];
        let mut at = lines.start + 1;
        while at < lines.end.min(lines.start + HEADER_LINES) {
            let line = &sheet.lines[at];
            let text = sheet.line(at);
            if opens(text, &first).is_some() {
                break;
            }
            if is_ordinal_heading(text)
                || text.len() > HEADING_BYTES
                || !loose && line.blanks > 0
                || text.ends_with(';')
            {
                return None;
            }
            let goes_on = columns.len() > 1
                && if loose { line.blanks == 0 } else { heading_goes_on(sheet.line(at - 1), text) };
            match columns.last_mut() {
                Some(cell) if goes_on => cell.push(line.range.clone()),
                _ => columns.push(vec![line.range.clone()]),
            }
            if columns.len() > MAX_COLUMNS {
                return None;
            }
            at += 1;
        }
        let names = words(sheet, &columns);
        let kinds = header_kinds(&names)?;
        let known = names.iter().skip(1).filter(|name| known_column(name).is_some()).count();
        (known * 3 + 1 >= columns.len()).then_some(Self { columns, kinds, loose, end: at })
    }
}

/// Whether a line of a tight header goes on with the heading on the line before.
fn heading_goes_on(above: &str, line: &str) -> bool {
    let lower = line.starts_with(|c: char| c.is_lowercase() || c == '(' || c == '[');
    let capitals = is_upper(above) && is_upper(line) && above.contains(' ');
    lower || runs_on(above, line) || capitals && known_column(line).is_none()
}
