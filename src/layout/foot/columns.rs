//! A line of the foot cut where its columns part.

use std::ops::Range;

use crate::layout::Sheet;

/// Blanks in a row that part two columns. Two occur inside justified text.
const GAP: usize = 3;

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
}

impl Segment {
    /// Column of its middle.
    pub(crate) fn center(&self) -> usize {
        self.column + self.width / 2
    }
}

/// Cuts a line at its columns. Table strokes, markup signs and empty cells are left out.
pub(crate) fn segments(sheet: &Sheet<'_>, row: usize) -> Vec<Segment> {
    let line = &sheet.lines[row];
    let text = sheet.line(row);
    let mut found = Vec::new();
    if !parts_columns(text) {
        let column = usize::from(line.indent);
        let range = line.range.clone();
        push(
            sheet,
            &Segment { range, column, width: text.chars().count(), row, cell: 0 },
            &mut found,
        );
        return found;
    }
    let mut column = usize::from(line.indent);
    let mut open: Option<(usize, usize)> = None;
    let (mut blanks, mut end, mut end_column, mut cell) = (0, 0, 0, 0);
    let mut close =
        |open: &mut Option<(usize, usize)>, end: usize, end_column: usize, cell: usize| {
            if let Some((start, column)) = open.take() {
                let range = line.range.start + start..line.range.start + end;
                push(
                    sheet,
                    &Segment { range, column, width: end_column - column, row, cell },
                    &mut found,
                );
            }
        };
    for (at, c) in text.char_indices() {
        match c {
            ' ' => blanks += 1,
            '\t' | '|' => {
                let had = open.is_some();
                close(&mut open, end, end_column, cell);
                cell += usize::from(had || c == '|' && at > 0);
            }
            _ => {
                let parts = blanks >= GAP || blanks == 2 && text[..end].ends_with([';', ')']);
                if parts && open.is_some() {
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

/// Whether a line may hold several columns: two blanks in a row, a tab or a stroke.
fn parts_columns(text: &str) -> bool {
    let mut blank = false;
    text.bytes().any(|byte| {
        let parts = matches!(byte, b'\t' | b'|') || blank && byte == b' ';
        blank = byte == b' ';
        parts
    })
}

/// Adds a cell, cut at its line breaks (`<br>`), without the markup signs around it.
fn push(sheet: &Sheet<'_>, segment: &Segment, found: &mut Vec<Segment>) {
    let text = sheet.slice(&segment.range);
    let mut start = 0;
    loop {
        let rest = &text[start..];
        let stop = if rest.contains('<') { rest.find("<br") } else { None };
        let stop = stop.filter(|at| rest[*at..].contains('>'));
        let piece = &rest[..stop.unwrap_or(rest.len())];
        let lead = piece.len() - piece.trim_start_matches([' ', '_', '#', '`', '\\', '>']).len();
        let words = piece[lead..].trim_end_matches([' ', '_', '`', '\\']);
        if !words.is_empty() {
            let from = segment.range.start + start + lead;
            found.push(Segment { range: from..from + words.len(), ..segment.clone() });
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
