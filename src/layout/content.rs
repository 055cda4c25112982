//! The content of a document: its lines sorted into text, tables and page furniture.

use std::ops::Range;

use super::foot::foot_start;
use super::furniture::furniture;
use super::table::{Grid, report_lost, tables};
use super::{Ledger, Sheet};

/// The lines between head and foot, and the foot.
#[derive(Debug, Clone, Default)]
pub(crate) struct Content {
    /// Lines of running text, by index; tables and furniture are left out.
    pub(crate) text: Vec<usize>,
    /// The tables among them.
    pub(crate) tables: Vec<Grid>,
    /// The lines of the foot.
    pub(crate) foot: Range<usize>,
}

/// Sorts the lines behind the head. Page furniture is put away in the ledger.
pub(crate) fn content(sheet: &Sheet<'_>, lines: &Range<usize>, ledger: &mut Ledger<'_>) -> Content {
    let foot = foot_start(sheet, lines);
    let body = lines.start..foot;
    let found = tables(sheet, &body);
    for lines in &found.lost {
        report_lost(sheet, lines, ledger);
    }
    let tables = found.grids;
    let mut text = Vec::with_capacity(body.len());
    let mut start = body.start;
    for gap_end in tables.iter().map(|grid| grid.lines.clone()).chain([foot..foot]) {
        let gap = start..gap_end.start;
        start = gap_end.end;
        let put_away = furniture(sheet, &gap);
        let mut next = put_away.iter().peekable();
        for index in gap {
            if let Some((_, kind)) = next.next_if(|(at, _)| *at == index) {
                ledger.furniture(kind.clone(), &[sheet.lines[index].range.clone()]);
            } else {
                text.push(index);
            }
        }
    }
    Content { text, tables, foot: foot..lines.end }
}
