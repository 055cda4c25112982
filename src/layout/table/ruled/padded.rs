//! Padded cells without borders: one row goes over several lines, and its end has to be told.

use super::cut::{Drawn, Piece, Pieces};
use super::spread;
use crate::layout::Sheet;
use crate::layout::table::header::ruled_header_kinds;
use crate::layout::table::ordinal::{group, ordinal};
use crate::layout::table::{Cell, Grid};
use crate::lexicon::columns::{ColumnKind, is_ordinal_heading};
use crate::lexicon::is_upper;

impl Drawn {
    /// Padded cells without borders: one row may go over several lines.
    pub(super) fn padded(self, sheet: &Sheet<'_>) -> Option<Grid> {
        let rows = self.rows(sheet);
        let first = rows.first()?;
        let named: Vec<&str> = first.pieces.iter().map(String::as_str).collect();
        let kinds = ruled_header_kinds(&named);
        let numbered = kinds.as_ref().is_some_and(|kinds| kinds[0] == ColumnKind::Ordinal);
        let headed = kinds.is_some() && (numbered || !self.is_stretched());
        let mut body: Vec<_> = rows.iter().map(|row| row.cells.clone()).collect();
        let mut columns = Vec::new();
        if headed {
            columns = body.remove(0);
            if first.spanned && rows.get(1).is_some_and(|row| row.cells[0].is_empty()) {
                let lower = body.remove(0);
                columns = spread(&first.edges, &columns, &lower);
            }
        }
        let enough = if headed { 1 } else { 2 };
        if body.len() < enough || !headed && self.is_loose(sheet, &body) {
            return None;
        }
        Some(self.grid(sheet, columns, body, Vec::new()))
    }

    /// Whether a table without a header looks like names over signatures, or like a letterhead: a
    /// stretch of empty lines, or two columns of capitals.
    fn is_loose(&self, sheet: &Sheet<'_>, rows: &[Vec<Cell>]) -> bool {
        let mut filled = rows.iter().flatten().filter(|cell| !cell.is_empty());
        let capitals = filled.all(|cell| is_upper(&sheet.flow(cell)));
        let full = rows.iter().filter(|row| row.iter().all(|cell| !cell.is_empty())).count();
        self.is_stretched() || capitals || full * 2 < rows.len() || self.columns == 2 && full < 2
    }

    /// Whether it has a stretch of empty lines: room for a signature.
    fn is_stretched(&self) -> bool {
        let empty =
            |cells: &Pieces| !cells.is_empty() && cells.iter().all(|cell| cell.words.is_none());
        self.lines.windows(2).any(|pair| empty(&pair[0]) && empty(&pair[1]))
    }

    /// Joins the lines to rows.
    fn rows(&self, sheet: &Sheet<'_>) -> Vec<Row> {
        let numbers = self.lines.iter().filter(|cells| opens_row(sheet, cells)).count();
        let mut rows: Vec<Row> = Vec::new();
        let mut above: Option<&Pieces> = None;
        for cells in &self.lines {
            if cells.iter().all(|cell| cell.words.is_none()) {
                continue;
            }
            let starts = match above {
                None => true,
                Some(above) if above.len() != cells.len() => {
                    let header = rows.len() == 1 && numbers > 0;
                    !header || cells[0].words.is_none() && cells.len() > above.len()
                }
                Some(above) if numbers >= 2 => {
                    opens_row(sheet, cells)
                        || cells[0].words.is_some() && !above_runs_on(sheet, above, cells)
                }
                Some(_)
                    if rows.len() == 1
                        && rows[0].lines < HEADER_LINES
                        && goes_on_in_header(sheet, &rows[0], cells) =>
                {
                    false
                }
                Some(above) => self.starts_anew(sheet, above, cells),
            };
            if starts {
                rows.push(Row::new(self.columns, cells));
            }
            if let Some(row) = rows.last_mut() {
                row.take(sheet, cells);
            }
            above = Some(cells);
        }
        rows
    }

    /// Whether a line begins a row in a table without row numbers: the words of at least two of its
    /// cells would have had room on the line above, or two cells open below empty ones.
    fn starts_anew(&self, sheet: &Sheet<'_>, above: &Pieces, cells: &Pieces) -> bool {
        let mut fitting = 0;
        for (upper, lower) in above.iter().zip(cells) {
            let Some(lower) = &lower.words else { continue };
            let first = sheet.slice(lower).split_whitespace().next().unwrap_or_default();
            let room = upper.words.as_ref().is_none_or(|words| {
                let used = sheet.slice(words).chars().count();
                used + 1 + first.chars().count() <= self.widths[upper.column]
            });
            fitting += usize::from(room);
        }
        fitting >= 2
    }
}

/// Whether a line has a row number in its first cell.
fn opens_row(sheet: &Sheet<'_>, cells: &Pieces) -> bool {
    let Some(words) = cells.first().and_then(|cell| cell.words.as_ref()) else { return false };
    let words = sheet.slice(words);
    ordinal(words).is_some() || group(words).is_some()
}

/// Lines a header may take: it is looked at again for each line that may go on with it.
const HEADER_LINES: usize = 16;

/// A row of a padded table.
struct Row {
    cells: Vec<Cell>,
    /// How many lines it has.
    lines: usize,
    /// The words of its cells as drawn, for the question whether they are a header.
    pieces: Vec<String>,
    /// The columns its cells begin in.
    edges: Vec<usize>,
    /// Whether a cell goes over several columns.
    spanned: bool,
}

impl Row {
    fn new(columns: usize, cells: &Pieces) -> Self {
        Self {
            cells: vec![Cell::new(); columns],
            lines: 0,
            pieces: vec![String::new(); cells.len()],
            edges: cells.iter().map(|cell| cell.column).collect(),
            spanned: cells.len() < columns,
        }
    }

    fn take(&mut self, sheet: &Sheet<'_>, cells: &Pieces) {
        self.lines += 1;
        for (index, cell) in cells.iter().enumerate() {
            for words in cell.ranges() {
                if let Some(piece) = self.pieces.get_mut(index) {
                    piece.push_str(sheet.slice(&words));
                    piece.push(' ');
                }
                self.cells[cell.column].push(words);
            }
        }
    }
}

/// Whether a line goes on with the header above it: below "STT" nothing, and all its words in lower
/// case, in brackets, or in capitals as the header is.
fn goes_on_in_header(sheet: &Sheet<'_>, header: &Row, cells: &Pieces) -> bool {
    let capitals = header.pieces.iter().all(|piece| piece.trim().is_empty() || is_upper(piece));
    let goes_on = |words: &str| {
        let plain = words.split('(').next().unwrap_or_default();
        plain.is_empty() || plain.starts_with(char::is_lowercase) || capitals && is_upper(plain)
    };
    header.pieces.first().is_some_and(|piece| is_ordinal_heading(piece))
        && cells.first().is_some_and(|cell| cell.words.is_none())
        && cells
            .iter()
            .filter_map(|cell| cell.words.as_ref())
            .all(|words| goes_on(sheet.slice(words)))
}

/// Whether the first cell of a line goes on with the words above it: it begins in lower case.
fn above_runs_on(sheet: &Sheet<'_>, above: &Pieces, cells: &Pieces) -> bool {
    let lower = |cell: &Piece| {
        let words = cell.words.as_ref().map(|words| sheet.slice(words));
        words.is_some_and(|words| words.chars().next().is_some_and(char::is_lowercase))
    };
    above.first().is_some_and(|cell| cell.words.is_some()) && cells.first().is_some_and(lower)
}
