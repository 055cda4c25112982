//! Content tables: where they stand and what their cells are.
//!
//! Each way a table is drawn has its reader: [`ruled`] for lines that begin with `|` (Markdown,
//! word-processor dumps, grids), [`strokes`] for lone `|` between cells, [`tabs`], [`spaces`] for
//! columns of blanks, [`stacked`] for one cell per line. A reader starts at a line that carries its
//! sign and gives a [`Grid`], or says how far it has looked.

mod align;
mod header;
mod ordinal;
mod ruled;
mod spaces;
mod stacked;
mod strokes;
mod tabs;
#[cfg(test)]
mod testing;

use std::ops::Range;

use super::{COLUMN_GAP, Ledger, Sheet};
use crate::diagnostic::Code;
use crate::document::{Block, FurnitureKind, Table, Text};
use crate::lexicon::columns::{is_joined_header, is_ordinal_heading};

/// The ranges of the clean text that make up a cell, in reading order; empty for an empty cell.
pub(crate) type Cell = Vec<Range<usize>>;

/// A table as it was found on the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Grid {
    /// The lines it takes.
    pub(crate) lines: Range<usize>,
    /// The header cells; none if it has no header.
    pub(crate) columns: Vec<Cell>,
    /// The rows, each with as many cells as there are columns.
    pub(crate) rows: Vec<Vec<Cell>>,
    /// Rows, by index, whose cells did not come out even with the columns.
    pub(crate) uneven: Vec<usize>,
    /// What stands between its lines and is none of its cells: page numbers, a repeated header.
    pub(crate) apart: Vec<(FurnitureKind, Range<usize>)>,
}

impl Grid {
    /// Drops what a reader put apart behind the last row: it is not the table's.
    fn keep_own(&mut self, sheet: &Sheet<'_>) {
        let end = self.lines.clone().next_back().map_or(0, |last| sheet.lines[last].range.end);
        self.apart.retain(|(_, range)| range.end <= end);
        self.apart.dedup_by_key(|(_, range)| range.start);
    }
}

/// What a reader makes of the lines it was given.
enum Reading {
    /// A table.
    Found(Grid),
    /// A table is announced by its header, up to this line, but its rows cannot be told.
    Lost(usize),
    /// No table; the search goes on at this line.
    Miss(usize),
}

/// The tables among some lines.
#[derive(Debug, Default)]
pub(crate) struct Tables {
    /// Those that were read, in order.
    pub(crate) grids: Vec<Grid>,
    /// Headers of tables whose rows cannot be told: their text stays with the paragraphs.
    pub(crate) lost: Vec<Range<usize>>,
}

/// Finds the content tables among `lines`, in order.
pub(crate) fn tables(sheet: &Sheet<'_>, lines: &Range<usize>) -> Tables {
    let mut tables = Tables::default();
    let mut at = lines.start;
    // The first line that no table has taken yet: a header may reach back to it.
    let mut free = lines.start;
    while at < lines.end {
        let reading = match sign(sheet, at) {
            None => Reading::Miss(at + 1),
            Some(Sign::Stroke) => strokes::read(sheet, at..lines.end),
            Some(Sign::Rule) => ruled::read(sheet, at..lines.end),
            Some(Sign::BareRule) => ruled::read_bare(sheet, free, at..lines.end),
            Some(Sign::Between) => ruled::read_between(sheet, at..lines.end),
            Some(Sign::Tab) => tabs::read(sheet, at..lines.end),
            Some(Sign::Gap) => spaces::read(sheet, free, at..lines.end),
            Some(Sign::Ordinal) => stacked::read(sheet, at..lines.end),
            Some(Sign::Joined) => Reading::Lost(at + 1),
        };
        match reading {
            Reading::Found(mut grid) => {
                grid.keep_own(sheet);
                at = grid.lines.end.max(at + 1);
                free = at;
                tables.grids.push(grid);
            }
            Reading::Lost(next) => {
                tables.lost.push(at..next.max(at + 1));
                at = next.max(at + 1);
            }
            Reading::Miss(next) => at = next.max(at + 1),
        }
    }
    tables
}

/// How a line may belong to a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sign {
    /// A lone `|`.
    Stroke,
    /// It begins with `|` or is the border of a grid.
    Rule,
    /// A Markdown separator without outer strokes: `---|---`.
    BareRule,
    /// A header with strokes between its cells alone: "TT | Nội dung | Thời gian".
    Between,
    /// It holds a tab.
    Tab,
    /// It holds a gap of three blanks.
    Gap,
    /// It heads the column of row numbers and holds nothing else.
    Ordinal,
    /// A header whose headings only single blanks part: no row can be told.
    Joined,
}

/// How a line may belong to a table, if it may.
fn sign(sheet: &Sheet<'_>, index: usize) -> Option<Sign> {
    let line = sheet.line(index);
    match line.as_bytes() {
        [b'|'] => return Some(Sign::Stroke),
        [b'|', ..] | [b'+', b'-' | b'=', ..] => return Some(Sign::Rule),
        [b'-' | b':', ..] if ruled::is_separator(line) => return Some(Sign::BareRule),
        [b'S' | b's' | b'T' | b't', ..] if is_ordinal_heading(line) => {
            return Some(Sign::Ordinal);
        }
        _ => {}
    }
    let traits = sheet.lines[index].traits;
    if traits.has_stroke() && ruled::heads_bare(line) {
        Some(Sign::Between)
    } else if traits.has_tab() {
        Some(Sign::Tab)
    } else if traits.is_wide() && line.contains(COLUMN_GAP) {
        Some(Sign::Gap)
    } else if line.starts_with(['S', 's', 'T', 't']) && is_joined_header(line) {
        Some(Sign::Joined)
    } else {
        None
    }
}

/// Whether a line between rows is a page number: a figure at a page break.
fn is_page_number(sheet: &Sheet<'_>, index: usize) -> bool {
    let next_page = sheet.lines.get(index + 1).is_some_and(|next| next.new_page);
    // Behind the number at the foot of a page stands that of a row.
    let tops_page = || index == 0 || !is_figure(sheet, index - 1);
    is_figure(sheet, index) && (next_page || sheet.lines[index].new_page && tops_page())
}

/// Whether a line has a figure alone, as small as a page number.
fn is_figure(sheet: &Sheet<'_>, index: usize) -> bool {
    let text = sheet.line(index);
    text.len() <= PAGE_DIGITS && text.bytes().all(|b| b.is_ascii_digit())
}

/// Most digits of a page number.
const PAGE_DIGITS: usize = 3;

/// A range without the white space around it; `None` if nothing is left.
fn trimmed(sheet: &Sheet<'_>, range: Range<usize>) -> Option<Range<usize>> {
    let text = sheet.slice(&range);
    let start = range.start + (text.len() - text.trim_start().len());
    let end = range.start + text.trim_end().len();
    (start < end).then_some(start..end)
}

/// Puts a table into the tree. Page numbers and repeated headers inside it go to the page.
pub(crate) fn block(sheet: &Sheet<'_>, grid: &Grid, ledger: &mut Ledger<'_>) -> Block {
    let lines = &sheet.lines[grid.lines.clone()];
    let hull = match (lines.first(), lines.last()) {
        (Some(first), Some(last)) => first.range.start..last.range.end,
        _ => 0..0,
    };
    for (kind, range) in &grid.apart {
        ledger.furniture(kind.clone(), std::slice::from_ref(range));
    }
    // Where an empty cell stands: behind the cell before it.
    let mut reached = hull.start;
    let mut text = |cell: &Cell, ledger: &mut Ledger<'_>| {
        if cell.is_empty() {
            return Text {
                text: String::new(),
                span: sheet.span(&(reached..reached)),
                parts: Vec::new(),
            };
        }
        reached = cell.iter().map(|piece| piece.end).max().unwrap_or(reached);
        ledger.value(cell)
    };
    let columns = grid.columns.iter().map(|cell| text(cell, ledger)).collect();
    let mut rows = Vec::with_capacity(grid.rows.len());
    for row in &grid.rows {
        rows.push(row.iter().map(|cell| text(cell, ledger)).collect());
    }
    for index in &grid.uneven {
        let row = &grid.rows[*index];
        let pieces: Vec<_> = row.iter().flatten().cloned().collect();
        let (Some(start), Some(end)) =
            (pieces.iter().map(|p| p.start).min(), pieces.iter().map(|p| p.end).max())
        else {
            continue;
        };
        let filled = row.iter().filter(|cell| !cell.is_empty()).count();
        let message = if filled < row.len() {
            format!("row {} has {filled} of {} cells", index + 1, row.len())
        } else {
            format!("the bounds of the cells of row {} are in doubt", index + 1)
        };
        let args = [("row", (index + 1).into()), ("columns", row.len().into())];
        ledger.report(Code::TableRowUneven, &(start..end), message, &args);
    }
    Block::Table(Table { span: sheet.span(&hull), columns, rows })
}

/// Letters of a header that are quoted.
const QUOTED: usize = 60;

/// Reports a table, or the first row of one, that could not be read; its text stays with the paragraphs.
pub(crate) fn report_lost(sheet: &Sheet<'_>, pieces: &[Range<usize>], ledger: &mut Ledger<'_>) {
    let (Some(first), Some(last)) = (pieces.first(), pieces.last()) else { return };
    let quoted: String = sheet.flow(pieces).chars().take(QUOTED).collect();
    let message = format!("the rows of the table headed {quoted:?} cannot be told");
    let args = [("header", quoted.into())];
    ledger.report(Code::TableUnrecovered, &(first.start..last.end), message, &args);
}
