//! Tables whose lines begin with `|`: Markdown, the dumps of word processors (one row over several
//! lines, cells padded to a width), grids with borders of `+---+`.

use std::ops::Range;

use super::header::{MAX_COLUMNS, ruled_header_kinds, words};
use super::ordinal::{group, ordinal};
use super::{Cell, Grid, Reading, trimmed};
use crate::document::FurnitureKind;
use crate::layout::Sheet;
use crate::lexicon::columns::{ColumnKind, is_frame_like, is_ordinal_heading};
use crate::lexicon::is_upper;

/// Lines at the start of a table in which the words of a letterhead or foot are looked for.
const FRAME_LINES: usize = 12;

/// A cell of one physical line.
#[derive(Debug, Clone)]
struct Piece {
    /// The column it begins in.
    column: usize,
    /// Its words; `None` if it is empty.
    words: Option<Range<usize>>,
}

/// A line with its cells; a border has none.
type Pieces = Vec<Piece>;

/// Whether a line is the separator of a Markdown table: `|---|:--:|`, `---|---`.
pub(super) fn is_separator(line: &str) -> bool {
    line.contains('|')
        && line.contains("--")
        && line.bytes().all(|b| matches!(b, b'|' | b'-' | b':' | b' ' | b'\t' | b'='))
}

/// Whether a line is the border of a grid: `+----+====+`.
fn is_border(line: &str) -> bool {
    line.starts_with('+')
        && line.len() > 2
        && line.bytes().all(|b| matches!(b, b'+' | b'-' | b'=' | b':' | b' ' | b'|'))
}

/// Reads the table that starts at the first of `lines`, which begins with `|` or is a border.
pub(super) fn read(sheet: &Sheet<'_>, lines: Range<usize>) -> Reading {
    let belongs = |index: usize| {
        let line = sheet.line(index);
        line.len() > 1 && line.starts_with('|') || is_border(line)
    };
    let run = run(sheet, lines, belongs);
    read_run(sheet, &run).map_or(Reading::Miss(run.end), Reading::Found)
}

/// Reads the Markdown table without outer strokes whose separator is the first of `lines`; its
/// header is the line before, if that is still `free`.
pub(super) fn read_bare(sheet: &Sheet<'_>, free: usize, lines: Range<usize>) -> Reading {
    let at = lines.start;
    if at <= free || sheet.lines[at].blanks > 1 || !sheet.line(at - 1).contains('|') {
        return Reading::Miss(at + 1);
    }
    let run = run(sheet, at - 1..lines.end, |index| sheet.line(index).contains('|'));
    read_run(sheet, &run).map_or(Reading::Miss(run.end), Reading::Found)
}

/// The lines from the first one on that belong together: no blank line stands between them, or as
/// many between all of them.
fn run(sheet: &Sheet<'_>, lines: Range<usize>, belongs: impl Fn(usize) -> bool) -> Range<usize> {
    let mut end = lines.start + 1;
    let blanks = sheet.lines.get(end).map_or(0, |line| line.blanks.min(1));
    while end < lines.end && sheet.lines[end].blanks <= blanks && belongs(end) {
        end += 1;
    }
    lines.start..end
}

fn read_run(sheet: &Sheet<'_>, run: &Range<usize>) -> Option<Grid> {
    if run.len() < 2 {
        return None;
    }
    let drawn = Drawn::new(sheet, run)?;
    let is_frame =
        |piece: &Piece| piece.words.as_ref().is_some_and(|words| is_frame_like(sheet.slice(words)));
    if drawn.lines.iter().take(FRAME_LINES).flatten().any(is_frame) {
        return None;
    }
    let separator = run.clone().find(|index| is_separator(sheet.line(*index)));
    let bordered = run.clone().any(|index| is_border(sheet.line(index)));
    match separator {
        Some(at) if !bordered && at <= run.start + 1 => drawn.marked_up(sheet, at - run.start),
        _ if bordered => drawn.bordered(sheet),
        _ => drawn.padded(sheet),
    }
}

/// A run of lines cut at their strokes.
struct Drawn {
    run: Range<usize>,
    /// The cells of each line of the run.
    lines: Vec<Pieces>,
    /// How many columns there are.
    columns: usize,
    /// Width of each column, in characters.
    widths: Vec<usize>,
    /// Line breaks spelt as markup: `<br>`.
    breaks: Vec<Range<usize>>,
}

impl Drawn {
    fn new(sheet: &Sheet<'_>, run: &Range<usize>) -> Option<Self> {
        let cut: Vec<_> = run.clone().map(|index| cut(sheet, index)).collect();
        let fullest = cut.iter().max_by_key(|cells| cells.len())?;
        let columns = fullest.len();
        if !(2..=MAX_COLUMNS).contains(&columns) {
            return None;
        }
        let edges: Vec<usize> = fullest.iter().map(|(at, _, _)| *at).collect();
        let mut widths: Vec<usize> = fullest.iter().map(|(_, width, _)| *width).collect();
        let mut lines = Vec::with_capacity(cut.len());
        for cells in &cut {
            let mut next = 0;
            let mut pieces = Vec::with_capacity(cells.len());
            for (index, (at, width, words)) in cells.iter().enumerate() {
                let left = columns - (cells.len() - index);
                let column = if cells.len() == columns {
                    widths[index] = widths[index].max(*width);
                    index
                } else {
                    (next..=left).min_by_key(|c| edges[*c].abs_diff(*at)).unwrap_or(left)
                };
                next = column + 1;
                pieces.push(Piece { column, words: words.clone() });
            }
            lines.push(pieces);
        }
        Some(Self { run: run.clone(), lines, columns, widths, breaks: Vec::new() })
    }

    /// Markdown: each line is a row, the header stands before the separator.
    fn marked_up(mut self, sheet: &Sheet<'_>, separator: usize) -> Option<Grid> {
        // The header says how many columns there are; what a row has more goes to the last.
        let header_line = separator.checked_sub(1);
        let width = header_line.map_or(self.columns, |at| self.lines[at].len());
        if width < 2 {
            return None;
        }
        let mut columns = Vec::new();
        let mut rows = Vec::new();
        let mut uneven = Vec::new();
        for at in 0..self.lines.len() {
            if at == separator || is_separator(sheet.line(self.run.start + at)) {
                continue;
            }
            let mut row = vec![Cell::new(); width];
            let cells = std::mem::take(&mut self.lines[at]);
            let alone = cells.iter().filter(|cell| cell.words.is_some()).count() <= 1;
            if cells.len() != width && !alone {
                uneven.push(rows.len());
            }
            for (index, cell) in cells.into_iter().enumerate() {
                let words = cell.words.map(|words| self.unbroken(sheet, words));
                row[index.min(width - 1)].extend(words.into_iter().flatten());
            }
            if Some(at) == header_line {
                columns = row;
            } else if row.iter().any(|cell| !cell.is_empty()) {
                rows.push(row);
            }
        }
        if rows.is_empty() {
            return None;
        }
        if columns.iter().all(Vec::is_empty) {
            columns.clear();
        } else if let Some(both) = split_header(&columns, &rows[0]) {
            columns = both;
            rows.remove(0);
            uneven.retain(|row| *row > 0);
            uneven.iter_mut().for_each(|row| *row -= 1);
        }
        Some(self.grid(columns, rows, uneven))
    }

    /// A grid: borders between the rows, one of `=` below the header.
    fn bordered(self, sheet: &Sheet<'_>) -> Option<Grid> {
        let mut rows = vec![vec![Cell::new(); self.columns]];
        let mut header = 0;
        for (at, cells) in self.lines.iter().enumerate() {
            let line = sheet.line(self.run.start + at);
            if is_border(line) || is_separator(line) {
                if rows.last().is_some_and(|row| row.iter().any(|cell| !cell.is_empty())) {
                    rows.push(vec![Cell::new(); self.columns]);
                }
                if line.contains('=') {
                    header = rows.len() - 1;
                }
                continue;
            }
            add(&mut rows, cells);
        }
        rows.retain(|row| row.iter().any(|cell| !cell.is_empty()));
        if header == 0
            && rows.first().is_some_and(|row| ruled_header_kinds(&words(sheet, row)).is_some())
        {
            header = 1;
        }
        let body = rows.split_off(header.min(rows.len()));
        let mut levels = rows.into_iter();
        let mut columns = levels.next().unwrap_or_default();
        for level in levels {
            columns = split_header(&columns, &level).unwrap_or_else(|| {
                columns.iter().zip(&level).map(|(a, b)| [a.clone(), b.clone()].concat()).collect()
            });
        }
        (!body.is_empty()).then(|| self.grid(columns, body, Vec::new()))
    }

    /// Padded cells without borders: one row may go over several lines.
    fn padded(self, sheet: &Sheet<'_>) -> Option<Grid> {
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
        Some(self.grid(columns, body, Vec::new()))
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
        let empty = |cells: &Pieces| cells.iter().all(|cell| cell.words.is_none());
        self.lines.windows(2).any(|pair| empty(&pair[0]) && empty(&pair[1]))
    }

    /// Joins the lines to rows.
    fn rows(&self, sheet: &Sheet<'_>) -> Vec<Row> {
        let numbers = self.lines.iter().filter(|cells| self.number(sheet, cells)).count();
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
                    self.number(sheet, cells)
                        || cells[0].words.is_some() && !above_runs_on(sheet, above, cells)
                }
                Some(_) if rows.len() == 1 && goes_on_in_header(sheet, &rows[0], cells) => false,
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

    /// Whether a line has a row number in its first cell.
    fn number(&self, sheet: &Sheet<'_>, cells: &Pieces) -> bool {
        let Some(words) = cells.first().and_then(|cell| cell.words.as_ref()) else { return false };
        let words = sheet.slice(words);
        ordinal(words).is_some() || group(words).is_some()
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

    /// The pieces of a cell between its spelt line breaks.
    fn unbroken(&mut self, sheet: &Sheet<'_>, words: Range<usize>) -> Cell {
        let text = sheet.slice(&words);
        let mut cell = Cell::new();
        let mut from = 0;
        for (at, _) in text.match_indices("<br") {
            let tail = &text[at + 3..];
            let Some(close) = tail.find('>').filter(|close| *close <= 2) else { continue };
            cell.extend(trimmed(sheet, words.start + from..words.start + at));
            from = at + 3 + close + 1;
            self.breaks.push(words.start + at..words.start + from);
        }
        cell.extend(trimmed(sheet, words.start + from..words.end));
        cell
    }

    fn grid(self, columns: Vec<Cell>, rows: Vec<Vec<Cell>>, uneven: Vec<usize>) -> Grid {
        let apart = self.breaks.into_iter().map(|range| (FurnitureKind::Chrome, range)).collect();
        Grid { lines: self.run, columns, rows, uneven, apart }
    }
}

/// A row of a padded table.
struct Row {
    cells: Vec<Cell>,
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
            pieces: vec![String::new(); cells.len()],
            edges: cells.iter().map(|cell| cell.column).collect(),
            spanned: cells.len() < columns,
        }
    }

    fn take(&mut self, sheet: &Sheet<'_>, cells: &Pieces) {
        for (index, cell) in cells.iter().enumerate() {
            let Some(words) = &cell.words else { continue };
            self.cells[cell.column].push(words.clone());
            if let Some(piece) = self.pieces.get_mut(index) {
                piece.push_str(sheet.slice(words));
                piece.push(' ');
            }
        }
    }
}

/// Adds the cells of a line to the last row.
fn add(rows: &mut [Vec<Cell>], cells: &Pieces) {
    if let Some(row) = rows.last_mut() {
        for cell in cells {
            row[cell.column].extend(cell.words.clone());
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

/// A header of two levels in which the cells behind a split one are left empty above.
fn split_header(upper: &[Cell], lower: &[Cell]) -> Option<Vec<Cell>> {
    let empty_below = |at: usize| upper[at].is_empty() && !lower[at].is_empty();
    let splits = (1..upper.len()).any(empty_below);
    let apart =
        lower[0].is_empty() && (0..upper.len()).all(|at| !upper[at].is_empty() || empty_below(at));
    if !splits || !apart {
        return None;
    }
    let edges: Vec<_> = (0..upper.len()).filter(|at| !upper[*at].is_empty()).collect();
    Some(spread(&edges, upper, lower))
}

/// Puts the words of each upper cell over all the lower cells it stands above. `edges` are the
/// columns upper cells begin in.
fn spread(edges: &[usize], upper: &[Cell], lower: &[Cell]) -> Vec<Cell> {
    let mut columns = Vec::with_capacity(lower.len());
    for (at, below) in lower.iter().enumerate() {
        let edge = edges.iter().rev().find(|edge| **edge <= at).copied().unwrap_or(at);
        let mut column = upper[edge].clone();
        column.extend(below.iter().cloned());
        columns.push(column);
    }
    columns
}

/// The cells of a line: where each begins and how wide it is, in characters from the first stroke,
/// and its words.
fn cut(sheet: &Sheet<'_>, index: usize) -> Vec<(usize, usize, Option<Range<usize>>)> {
    let line = sheet.line(index);
    if is_border(line) || is_separator(line) {
        return Vec::new();
    }
    let base = sheet.lines[index].range.start;
    let mut cells = Vec::new();
    let (mut from, mut from_column) = (0, 0);
    let mut column = 0;
    let open = line.starts_with('|');
    let mut push = |range: Range<usize>, columns: Range<usize>| {
        let words = trimmed(sheet, base + range.start..base + range.end);
        cells.push((columns.start, columns.end - columns.start, words));
    };
    for (at, c) in line.char_indices() {
        if c == '|' {
            if at > 0 {
                push(from..at, from_column..column);
            }
            (from, from_column) = (at + 1, column + 1);
        }
        column += 1;
    }
    if from < line.len() || !open && line.ends_with('|') && from == 0 {
        push(from..line.len(), from_column..column);
    }
    cells
}

#[cfg(test)]
mod tests {
    use super::super::testing::{Shown, shown};

    #[test]
    fn markdown() {
        let text =
            "| TT | Việc | Hạn |\n|:--|---|---|\n| 1 | Rà soát | Quý I |\n| **I** | Chung | |\n";
        assert_eq!(
            shown(text),
            [Shown::new(
                &["TT", "Việc", "Hạn"],
                &[&["1", "Rà soát", "Quý I"], &["**I**", "Chung", ""]]
            )]
        );
    }

    #[test]
    fn markdown_without_outer_strokes() {
        let text = "Tên | Số\n--- | ---\nGiấy | 5\nBút | 7\n";
        assert_eq!(shown(text), [Shown::new(&["Tên", "Số"], &[&["Giấy", "5"], &["Bút", "7"]])]);
    }

    #[test]
    fn a_row_over_several_lines() {
        let text = "\
|TT   |Việc cần làm     |Đơn vị     |
|     |                 |chủ trì    |
|1    |Sửa chữa mái nhà |Phòng      |
|     |văn hóa          |Kỹ thuật   |
|2    |Mua bàn ghế      |           |
";
        assert_eq!(
            shown(text),
            [Shown::new(
                &["TT", "Việc cần làm", "Đơn vị chủ trì"],
                &[&["1", "Sửa chữa mái nhà văn hóa", "Phòng Kỹ thuật"], &["2", "Mua bàn ghế", ""]]
            )]
        );
    }

    #[test]
    fn rows_without_numbers_and_a_total() {
        let text = "\
|STT |DANH MỤC             |SỐ     |THÀNH     |
|    |                     |LƯỢNG  |TIỀN      |
|    |Thuê loa đài cho hội |1      |700.000   |
|    |trường               |       |          |
|    |Hoa quả              |2      |300.000   |
|Cộng:                             |1.000.000 |
";
        assert_eq!(
            shown(text),
            [Shown::new(
                &["STT", "DANH MỤC", "SỐ LƯỢNG", "THÀNH TIỀN"],
                &[
                    &["", "Thuê loa đài cho hội trường", "1", "700.000"],
                    &["", "Hoa quả", "2", "300.000"],
                    &["Cộng", "", "", "1.000.000"],
                ]
            )]
        );
    }

    #[test]
    fn a_header_of_two_levels() {
        let text = "\
|Thời gian     |Phòng ban dự lớp             |
|              |Sáng          |Chiều         |
|Ngày 5/3      |Văn thư       |Kế toán       |
|Ngày 6/3      |Tổ chức       |Thanh tra     |
";
        assert_eq!(
            shown(text),
            [Shown::new(
                &["Thời gian", "Phòng ban dự lớp Sáng", "Phòng ban dự lớp Chiều"],
                &[&["Ngày 5/3", "Văn thư", "Kế toán"], &["Ngày 6/3", "Tổ chức", "Thanh tra"]]
            )]
        );
    }

    #[test]
    fn a_grid() {
        let text = "\
+----+----------+
| TT | Việc     |
+====+==========+
| 1  | Quét     |
|    | sân      |
+----+----------+
| 2  | Tưới cây |
+----+----------+
";
        assert_eq!(
            shown(text),
            [Shown::new(&["TT", "Việc"], &[&["1", "Quét sân"], &["2", "Tưới cây"]])]
        );
    }

    #[test]
    fn no_tables() {
        for text in [
            "|UBND TỈNH |CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM|\n|SỞ Y TẾ |Độc lập - Tự do|\n",
            "|Nơi nhận: |TM. ỦY BAN NHÂN DÂN|\n|- Như trên; |CHỦ TỊCH|\n",
            "|GIÁM ĐỐC  |KẾ TOÁN  |\n|    |   |\n|    |   |\n|Lê Văn Ba |Ngô Thị Tư|\n",
            "|ĐƠN VỊ TƯ VẤN |ĐƠN VỊ THỤ HƯỞNG |\n|    |   |\n",
            "|một dòng|\n",
            "| chỉ một | dòng |\n",
            "||||||||\n||||||||\n",
        ] {
            assert_eq!(shown(text), [], "{text}");
        }
    }
}
