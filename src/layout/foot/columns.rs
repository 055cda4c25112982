//! A line of the foot cut where its columns part.

use std::cell::OnceCell;
use std::ops::Range;

use super::marks::{Mark, mark};
use crate::layout::{COLUMN_GAP, Sheet};

/// A piece of a line between tabs, `|`, wide gaps and `<br>`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Segment {
    /// Its words.
    pub(crate) range: Range<usize>,
    /// Column of its first letter, tabs counted to the next multiple of 8.
    pub(crate) column: usize,
    /// Width in letters.
    pub(crate) width: usize,
    /// Index of its line.
    pub(crate) row: usize,
    /// Position among the cells of its line.
    pub(crate) cell: usize,
    /// What its words are, once somebody asked.
    mark: OnceCell<Mark>,
}

impl Segment {
    /// What its words are.
    pub(crate) fn mark(&self, sheet: &Sheet<'_>) -> Mark {
        *self.mark.get_or_init(|| mark(sheet.slice(&self.range)))
    }

    /// Some of its words, at the same place.
    pub(crate) fn part(&self, range: Range<usize>) -> Self {
        Self { range, mark: OnceCell::new(), ..self.clone() }
    }

    /// Column of its middle.
    pub(crate) fn center(&self) -> usize {
        self.column + self.width / 2
    }
}

/// Cells of a line; what follows is one more. No foot has as many.
const MOST_CELLS: usize = 200;

/// Cuts a line at its columns. Table strokes, markup signs and empty cells are left out.
pub(in crate::layout) fn segments(sheet: &Sheet<'_>, row: usize) -> Vec<Segment> {
    let line = &sheet.lines[row];
    let text = sheet.line(row);
    if line.traits.is_plain() && !line.traits.has_angle() {
        return whole(sheet, row);
    }
    let mut found = Vec::new();
    let mut column = usize::from(line.indent);
    let mut open: Option<(usize, usize)> = None;
    let (mut blanks, mut end, mut end_column, mut cell) = (0, 0, 0, 0);
    let mut close =
        |open: &mut Option<(usize, usize)>, end: usize, end_column: usize, cell: usize| {
            if let Some((start, column)) = open.take() {
                let range = line.range.start + start..line.range.start + end;
                let (width, mark) = (end_column - column, OnceCell::new());
                push(sheet, &Segment { range, column, width, row, cell, mark }, &mut found);
            }
        };
    for (at, c) in text.char_indices() {
        match c {
            ' ' => blanks += 1,
            '\t' | '|' if cell < MOST_CELLS => {
                let had = open.is_some();
                close(&mut open, end, end_column, cell);
                cell += usize::from(had || c == '|' && at > 0);
            }
            _ => {
                let parts =
                    blanks >= COLUMN_GAP.len() || blanks == 2 && text[..end].ends_with([';', ')']);
                if parts && open.is_some() && cell < MOST_CELLS {
                    close(&mut open, end, end_column, cell);
                    cell += 1;
                }
                if open.is_none() {
                    open = Some((at, column));
                }
                blanks = 0;
                end = at + c.len_utf8();
                end_column = column + 1;
            }
        }
        if matches!(c, '\t' | '|') {
            blanks = 0;
        }
        column = if c == '\t' { (column / 8 + 1) * 8 } else { column + 1 };
    }
    close(&mut open, end, end_column, cell);
    found
}

/// A line on which no columns part.
fn whole(sheet: &Sheet<'_>, row: usize) -> Vec<Segment> {
    let line = &sheet.lines[row];
    let words = unadorned(sheet, &line.range);
    if words.is_empty() {
        return Vec::new();
    }
    let width = sheet.line(row).chars().count();
    let (column, mark) = (usize::from(line.indent), OnceCell::new());
    vec![Segment { range: words, column, width, row, cell: 0, mark }]
}

/// A range without the blanks and markup signs around it.
fn unadorned(sheet: &Sheet<'_>, range: &Range<usize>) -> Range<usize> {
    let text = sheet.slice(range);
    let words = text.trim_start_matches([' ', '_', '#', '`', '\\', '>']);
    let start = range.end - words.len();
    start..start + words.trim_end_matches([' ', '_', '`', '\\']).len()
}

/// Adds a cell, cut at its line breaks (`<br>`), without the markup signs around it.
fn push(sheet: &Sheet<'_>, segment: &Segment, found: &mut Vec<Segment>) {
    let text = sheet.slice(&segment.range);
    let mut start = 0;
    loop {
        let rest = &text[start..];
        let stop = rest.contains('<').then(|| rest.find("<br")).flatten();
        let stop = stop.filter(|at| rest[*at..].contains('>'));
        let from = segment.range.start + start;
        let range = unadorned(sheet, &(from..from + stop.unwrap_or(rest.len())));
        if !range.is_empty() {
            found.push(segment.part(range));
        }
        let Some(stop) = stop else { return };
        let close = rest[stop..].find('>').map_or(rest.len(), |at| stop + at + 1);
        start += close;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::SourceMap;

    fn cut(text: &str) -> Vec<(&str, usize, usize)> {
        let map = SourceMap::default();
        let sheet = Sheet::new(text, &map);
        segments(&sheet, 0).iter().map(|s| (&text[s.range.clone()], s.column, s.cell)).collect()
    }

    #[test]
    fn cuts_where_columns_part() {
        assert_eq!(cut("Nơi nhận:      GIÁM ĐỐC"), [("Nơi nhận:", 0, 0), ("GIÁM ĐỐC", 15, 1)]);
        assert_eq!(cut("- A;\tCHỦ TỊCH"), [("- A;", 0, 0), ("CHỦ TỊCH", 8, 1)]);
        assert_eq!(cut("|- A;   |      |"), [("- A;", 1, 1 - 1)]);
        assert_eq!(cut("|     |Lê An  |"), [("Lê An", 7, 1)]);
        assert_eq!(cut("| A<br>- B | C |"), [("A", 2, 0), ("- B", 2, 0), ("C", 13, 1)]);
        assert_eq!(cut("- Các đoàn  thể;"), [("- Các đoàn  thể;", 0, 0)]);
        assert_eq!(cut("- A;  CHỦ TỊCH"), [("- A;", 0, 0), ("CHỦ TỊCH", 6, 1)]);
        assert_eq!(cut("|"), []);
    }
}
