//! Tables of web copies: each cell on lines of its own, a line with only `|` between cells, two
//! between rows. An empty cell is two strokes as well, so the row numbers and the number of columns
//! have to tell rows from empty cells.

use std::ops::Range;

use super::align::{align, look};
use super::header::{MAX_COLUMNS, header_kinds, two_levels, words};
use super::ordinal::{Count, Ordinal, group, ordinal};
use super::{Cell, Grid, Reading};
use crate::layout::Sheet;
use crate::lexicon::cells::is_behind_table;
use crate::lexicon::columns::{ColumnKind, is_ordinal_heading, known_column};

/// Most lines of a heading: a narrow column breaks one into some five.
const HEADING_LINES: usize = 8;

/// Most lines of a cell. More is text behind the table.
const CELL_LINES: usize = 150;

/// Most strokes in a row: a row of empty cells between two rows. More is no table.
const MOST_STROKES: usize = 2 * MAX_COLUMNS + 2;

/// A cell with the strokes before it.
#[derive(Debug, Clone)]
struct Token {
    /// How many strokes stand before it.
    strokes: usize,
    /// Its lines; none at the end of the table.
    lines: Range<usize>,
}

/// Reads the table whose first stroke is the first of `lines`.
pub(super) fn read(sheet: &Sheet<'_>, lines: Range<usize>) -> Reading {
    let start = lines.start;
    // What is no heading at its first line begins no table.
    let first = if start + 1 < lines.end { sheet.line(start + 1) } else { "" };
    if !is_ordinal_heading(first) && known_column(first).is_none() {
        return Reading::Miss(start + 1);
    }
    let mut tokens = Tokens { sheet, end: lines.end, next: start, cut: Vec::new() };
    let Some(header) = header(sheet, &mut tokens) else {
        return Reading::Miss(start + 1);
    };
    let behind = tokens.get(header.len()).map_or(start + 1, |token| token.lines.start);
    match Rows::read(sheet, &mut tokens, &header) {
        Some((columns, rows, end)) if !rows.is_empty() => Reading::Found(Grid {
            lines: start..end,
            columns,
            rows,
            uneven: Vec::new(),
            apart: Vec::new(),
        }),
        _ => Reading::Lost(behind),
    }
}

/// The tokens of a run of strokes, cut off as far as they are asked for.
struct Tokens<'a, 'b> {
    sheet: &'a Sheet<'b>,
    end: usize,
    next: usize,
    cut: Vec<Token>,
}

impl Tokens<'_, '_> {
    fn get(&mut self, at: usize) -> Option<Token> {
        while self.cut.len() <= at {
            let token = self.next_token()?;
            self.next = token.lines.end;
            self.cut.push(token);
        }
        self.cut.get(at).cloned()
    }

    /// The next strokes and the text up to the strokes behind it.
    fn next_token(&self) -> Option<Token> {
        let is_stroke = |index: &usize| self.sheet.line(*index) == "|";
        let mut at = self.next;
        let mut strokes = 0;
        while at < self.end
            && strokes <= MOST_STROKES
            && (is_stroke(&at) || is_elision(self.sheet.line(at)) && strokes > 0)
        {
            strokes += usize::from(is_stroke(&at));
            at += 1;
        }
        let limit = self.end.min(at + CELL_LINES);
        let close = (at..limit).find(is_stroke);
        // The last cell of all may lack its closing stroke.
        let close = close.or_else(|| (limit == self.end).then_some(limit));
        let close = close.filter(|close| *close > at);
        (strokes > 0).then(|| Token { strokes, lines: at..close.unwrap_or(at) })
    }
}

/// Whether a line stands for rows that were left out: "….........".
fn is_elision(line: &str) -> bool {
    line.len() >= 6 && line.chars().all(|c| matches!(c, '.' | '…' | ' '))
}

/// The header cells: the first tokens, one stroke between each two.
fn header(sheet: &Sheet<'_>, tokens: &mut Tokens<'_, '_>) -> Option<Vec<Cell>> {
    let mut cells = Vec::new();
    while let Some(token) = tokens.get(cells.len()) {
        if token.lines.is_empty()
            || token.lines.len() > HEADING_LINES
            || !cells.is_empty() && token.strokes != 1
            || cells.len() > MAX_COLUMNS
        {
            break;
        }
        let cell = cell_of(sheet, &token);
        // A second "STT" heads another table.
        if !cells.is_empty() && is_ordinal_heading(sheet.line(token.lines.start)) {
            break;
        }
        let first = cells.is_empty().then(|| sheet.flow(&cell));
        if first.is_some_and(|text| !is_ordinal_heading(&text) && known_column(&text).is_none()) {
            return None;
        }
        cells.push(cell);
    }
    header_kinds(&words(sheet, &cells)).map(|_| cells)
}

fn cell_of(sheet: &Sheet<'_>, token: &Token) -> Cell {
    sheet.lines[token.lines.clone()].iter().map(|line| line.range.clone()).collect()
}

/// The rows as they are put together.
struct Rows<'a> {
    kinds: &'a [ColumnKind],
    /// Blank lines between the lines of the table: none, but for copies with doubled spacing.
    spacing: u16,
    numbered: bool,
    done: Vec<Vec<Cell>>,
    /// The cells of the row at work, empty ones included.
    row: Vec<(Cell, String)>,
    count: Count,
}

impl Rows<'_> {
    /// The columns, the rows, and the line behind the table.
    fn read(
        sheet: &Sheet<'_>,
        tokens: &mut Tokens<'_, '_>,
        header: &[Cell],
    ) -> Option<(Vec<Cell>, Vec<Vec<Cell>>, usize)> {
        let mut at = header.len();
        let (columns, level) = columns(sheet, tokens, header, &mut at);
        let names = words(sheet, &columns);
        let mut kinds = header_kinds(&names)?;
        kinds.truncate(columns.len());
        let numbered = kinds[0] == ColumnKind::Ordinal;
        let mut rows = Rows {
            kinds: &kinds,
            spacing: tokens.get(1).map_or(0, |token| sheet.lines[token.lines.start].blanks),
            numbered,
            done: Vec::new(),
            row: Vec::new(),
            count: Count::default(),
        };
        let mut end = level;
        while let Some(token) = tokens.get(at) {
            let next = tokens.get(at + 1).filter(|next| next.lines.len() == 1);
            let announces =
                next.is_some_and(|next| is_ordinal_heading(sheet.line(next.lines.start)));
            if token.lines.is_empty() || announces || rows.ends_before(sheet, &token) {
                end = token.lines.start;
                break;
            }
            let text = sheet.flow(&cell_of(sheet, &token));
            if token.strokes > 1 {
                let chain = chain(tokens, at, kinds.len());
                rows.pass(token.strokes, &text, chain);
            }
            rows.put(cell_of(sheet, &token), text);
            end = token.lines.end;
            at += 1;
            // The closing strokes belong to the table.
            if tokens.get(at).is_none() {
                end = tokens.next.max(end);
            }
        }
        while end < tokens.end && sheet.line(end) == "|" {
            end += 1;
        }
        rows.close();
        Some((columns, rows.done, end))
    }

    /// Whether the table is over before this text: the row is full and one stroke closes it, or the
    /// text stands apart, or is the title of an appendix.
    fn ends_before(&self, sheet: &Sheet<'_>, token: &Token) -> bool {
        let apart = sheet.lines[token.lines.start].blanks > self.spacing;
        let title = is_behind_table(sheet.line(token.lines.start));
        token.strokes == 1 && (self.row.len() >= self.kinds.len() || apart || title)
    }

    /// Goes over a gap of two strokes or more: a row ends here, or cells are empty.
    /// `chain` is how many cells follow without a gap.
    fn pass(&mut self, strokes: usize, text: &str, chain: usize) {
        let (width, filled) = (self.kinds.len(), self.row.len());
        let empty = strokes - 1;
        let begins = self.numbered && self.begins(text);
        // Where the row number reaches over several rows, the rows below it are short.
        let headless = self.numbered
            && self.row.first().is_some_and(|(cell, text)| {
                !cell.is_empty() && ordinal(text).is_none() && group(text).is_none()
            });
        if filled < width && !begins && !headless && filled + empty + chain <= width && filled > 0 {
            self.blank(empty);
            return;
        }
        // Of the strokes one ends the row and one begins the next; the others are empty cells.
        let empty = strokes - 2;
        let behind = if begins { empty } else { empty.min(width.saturating_sub(filled)) };
        self.blank(behind.min(width.saturating_sub(filled)));
        self.close();
        if !begins {
            self.blank((empty - behind).min(width.saturating_sub(chain)));
        }
    }

    /// Whether a cell opens a row: a row number that may come next, or the heading of a group.
    fn begins(&self, text: &str) -> bool {
        let number = ordinal(text).or_else(|| group(text).map(|(number, _)| number));
        match number {
            Some(Ordinal::Sign) => self.row.len() != 1,
            // Rows may be left out of a copy: a number that leaps is one where a row is complete.
            Some(number) => {
                self.count.admits(&number)
                    || self.row.len() + 1 >= self.kinds.len()
                    || matches!(number, Ordinal::Roman(_))
            }
            None => false,
        }
    }

    fn put(&mut self, cell: Cell, text: String) {
        if self.row.iter().all(|(cell, _)| cell.is_empty())
            && let Some(number) = ordinal(&text).or_else(|| group(&text).map(|(number, _)| number))
        {
            self.count.take(&number);
        }
        self.row.push((cell, text));
    }

    fn blank(&mut self, cells: usize) {
        for _ in 0..cells {
            self.row.push((Cell::new(), String::new()));
        }
    }

    /// Ends the row at work. Cells that are missing because others reach over several rows or
    /// columns are looked for by what the cells look like.
    fn close(&mut self) {
        let cells = std::mem::take(&mut self.row);
        if cells.iter().all(|(cell, _)| cell.is_empty()) {
            return;
        }
        let width = self.kinds.len();
        let mut row = vec![Cell::new(); width];
        let alone = cells.len() == 1;
        let whole = cells.len() >= width || cells.iter().any(|(cell, _)| cell.is_empty());
        let numbered = ordinal(&cells[0].1).is_some();
        let titled = alone && group(&cells[0].1).is_some();
        let placed: Vec<usize> = if whole || titled || numbered && cells.len() <= 2 {
            (0..cells.len()).map(|at| at.min(width - 1)).collect()
        } else if alone {
            vec![0]
        } else {
            let looks: Vec<_> = cells.iter().map(|(_, text)| look(text)).collect();
            align(&looks, self.kinds)
        };
        for ((cell, _), column) in cells.into_iter().zip(placed) {
            row[column].extend(cell);
        }
        self.done.push(row);
    }
}

/// How many cells follow from token `at` on without a gap, no more than `most` and one.
fn chain(tokens: &mut Tokens<'_, '_>, at: usize, most: usize) -> usize {
    let mut cells = 1;
    while cells <= most
        && tokens.get(at + cells).is_some_and(|next| next.strokes == 1 && !next.lines.is_empty())
    {
        cells += 1;
    }
    cells
}

/// The columns: those of the header, or of its two levels; moves `at` behind the lower one. Also
/// the line behind the header.
fn columns(
    sheet: &Sheet<'_>,
    tokens: &mut Tokens<'_, '_>,
    header: &[Cell],
    at: &mut usize,
) -> (Vec<Cell>, usize) {
    let behind = |tokens: &mut Tokens<'_, '_>, at: usize| {
        tokens.get(at - 1).map_or(0, |token| token.lines.end)
    };
    let lower_cells = chain(tokens, *at, MAX_COLUMNS);
    let lower: Vec<Cell> =
        (0..lower_cells).filter_map(|i| tokens.get(*at + i)).map(|t| cell_of(sheet, &t)).collect();
    let texts = words(sheet, &lower);
    let begins = |text: &String| ordinal(text).is_some() || group(text).is_some();
    let names = texts.iter().all(|text| !text.is_empty() && text.len() <= 80);
    if lower.len() >= 2 && names && !texts.first().is_none_or(begins) {
        let next = *at + lower.len();
        let numbered = tokens.get(next).map(|token| sheet.flow(&cell_of(sheet, &token)));
        if numbered.is_some_and(|text| ordinal(&text).is_some()) {
            let width = chain(tokens, next, MAX_COLUMNS);
            if let Some(columns) = two_levels(sheet, header, &lower, width) {
                *at = next;
                return (columns, behind(tokens, next));
            }
        }
    }
    (header.to_vec(), behind(tokens, *at))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{Shown, shown};

    /// Lines from cells: `/` ends a line, `|` is a stroke.
    fn copy(cells: &str) -> String {
        cells.replace('|', "\n|\n").replace('/', "\n").replace("\n\n", "\n")
    }

    const HEADER: &str = "|STT|Nội dung công việc|Đơn vị chủ trì|Thời gian|";

    #[test]
    fn rows_and_groups() {
        let text = copy(&format!(
            "{HEADER}|I. Công tác/chuẩn bị||1|Rà soát|Phòng Nội vụ|Quý I||2|In ấn|Văn phòng|Tháng 5|"
        ));
        assert_eq!(
            shown(&text),
            [Shown::new(
                &["STT", "Nội dung công việc", "Đơn vị chủ trì", "Thời gian"],
                &[
                    &["I. Công tác chuẩn bị", "", "", ""],
                    &["1", "Rà soát", "Phòng Nội vụ", "Quý I"],
                    &["2", "In ấn", "Văn phòng", "Tháng 5"],
                ]
            )]
        );
    }

    #[test]
    fn empty_cells_are_two_strokes() {
        let text = copy(&format!("{HEADER}|1|Rà soát||Quý I||2|In ấn|||3|Phát||Quý II||||||"));
        assert_eq!(
            shown(&text),
            [Shown::new(
                &["STT", "Nội dung công việc", "Đơn vị chủ trì", "Thời gian"],
                &[
                    &["1", "Rà soát", "", "Quý I"],
                    &["2", "In ấn", "", ""],
                    &["3", "Phát", "", "Quý II"],
                ]
            )]
        );
    }

    #[test]
    fn cells_that_reach_over_rows_leave_short_rows() {
        let text = copy(&format!(
            "{HEADER}|1|Rà soát|Phòng Nội vụ|Quý I||Tổng hợp kết quả của các đơn vị|UBND xã||2|In|Sở Y tế|2026|"
        ));
        let rows: &[&[&str]] = &[
            &["1", "Rà soát", "Phòng Nội vụ", "Quý I"],
            &["", "Tổng hợp kết quả của các đơn vị", "UBND xã", ""],
            &["2", "In", "Sở Y tế", "2026"],
        ];
        let columns = ["STT", "Nội dung công việc", "Đơn vị chủ trì", "Thời gian"];
        assert_eq!(shown(&text), [Shown::new(&columns, rows)]);
    }

    #[test]
    fn text_behind_the_closing_stroke_is_none_of_the_table() {
        let text = copy(&format!("{HEADER}|1|Rà soát|Sở Y tế|Quý I|PHỤ LỤC II/DANH MỤC"));
        let found = shown(&text);
        assert_eq!(found.len(), 1);
        assert_eq!(
            found[0],
            Shown::new(
                &["STT", "Nội dung công việc", "Đơn vị chủ trì", "Thời gian"],
                &[&["1", "Rà soát", "Sở Y tế", "Quý I"]]
            )
        );
    }

    #[test]
    fn no_tables() {
        for text in [
            "|UBND TỈNH/-----|CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM||Số: 5/KH-UBND|Huế, ngày 5|",
            "|Nơi nhận:/- Như trên;|CHỦ TỊCH|",
            "|Địa chỉ:|17 phố A|Điện thoại:|090|",
            "||||||||||||",
            "|STT|",
        ] {
            assert_eq!(shown(&copy(text)), [], "{text}");
        }
    }
}
