//! Tables whose lines begin with `|`: Markdown, the dumps of word processors (one row over several
//! lines, cells padded to a width), grids with borders of `+---+`.

mod cut;
mod padded;
mod run;

use std::ops::Range;

use self::cut::{Drawn, Piece, Pieces};
use self::run::Run;
use super::header::{header_kinds, ruled_header_kinds, words};
use super::{Cell, Grid, Reading, is_figure, trimmed};
use crate::document::FurnitureKind;
use crate::layout::Sheet;
use crate::lexicon::cells::is_frame_like;

/// Lines at the start of a table in which the words of a letterhead or foot are looked for.
const FRAME_LINES: usize = 12;

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
    let run = Run::of(sheet, lines, belongs);
    read_run(sheet, &run).map_or(Reading::Miss(run.lines.end), Reading::Found)
}

/// Reads the Markdown table without outer strokes whose separator is the first of `lines`; its
/// header is the line before, if that is still `free`.
pub(super) fn read_bare(sheet: &Sheet<'_>, free: usize, lines: Range<usize>) -> Reading {
    let at = lines.start;
    if at <= free || sheet.lines[at].blanks > 1 || !sheet.line(at - 1).contains('|') {
        return Reading::Miss(at + 1);
    }
    let run = Run::of(sheet, at - 1..lines.end, |index| sheet.line(index).contains('|'));
    read_run(sheet, &run).map_or(Reading::Miss(run.lines.end), Reading::Found)
}

/// Whether a line heads the columns of a table whose strokes stand only between its cells: "TT | Nội dung | Thời gian".
pub(super) fn heads_bare(line: &str) -> bool {
    let cells: Vec<&str> = line.split('|').map(str::trim).collect();
    cells.len() > 2 && cells.iter().all(|cell| !cell.is_empty()) && header_kinds(&cells).is_some()
}

/// Reads the table whose strokes stand only between its cells; its header is the first of `lines`.
pub(super) fn read_between(sheet: &Sheet<'_>, lines: Range<usize>) -> Reading {
    let strokes = |index: usize| sheet.line(index).matches('|').count();
    let wanted = strokes(lines.start);
    let first = lines.start;
    let run = Run::of(sheet, lines, |index| strokes(index) == wanted);
    let grid =
        (run.lines.len() > 1).then(|| Drawn::new(sheet, &run)?.marked_up(sheet, Some(0))).flatten();
    grid.map_or(Reading::Miss(first + 1), Reading::Found)
}

fn read_run(sheet: &Sheet<'_>, run: &Run) -> Option<Grid> {
    if run.lines.len() < 2 {
        return None;
    }
    let drawn = Drawn::new(sheet, run)?;
    let is_frame =
        |piece: &Piece| piece.words.as_ref().is_some_and(|words| is_frame_like(sheet.slice(words)));
    if drawn.lines.iter().take(FRAME_LINES).flatten().any(is_frame) {
        return None;
    }
    let mut lines = run.lines.clone();
    let bordered = lines.clone().any(|index| is_border(sheet.line(index)));
    let separator = lines.find(|index| is_separator(sheet.line(*index)));
    let above =
        separator.map(|at| (run.lines.start..at).filter(|at| run.torn.binary_search(at).is_err()));
    match above.map(Iterator::count) {
        Some(header @ 0..=1) if !bordered => drawn.marked_up(sheet, header.checked_sub(1)),
        _ if bordered => drawn.bordered(sheet),
        _ => drawn.padded(sheet),
    }
}

impl Drawn {
    /// Markdown: each line is a row, the header stands before the separator.
    fn marked_up(mut self, sheet: &Sheet<'_>, header_line: Option<usize>) -> Option<Grid> {
        // The header says how many columns there are; what a row has more goes to the last.
        let width = header_line.map_or(self.columns, |at| self.lines[at].len());
        if width < 2 {
            return None;
        }
        let mut columns = Vec::new();
        let mut rows = Vec::new();
        let mut uneven = Vec::new();
        for at in 0..self.lines.len() {
            if is_separator(sheet.line(self.run.start + at)) {
                continue;
            }
            let mut row = vec![Cell::new(); width];
            let cells = std::mem::take(&mut self.lines[at]);
            let alone = cells.iter().filter(|cell| cell.words.is_some()).count() <= 1;
            if cells.len() != width && !alone {
                uneven.push(rows.len());
            }
            for (index, cell) in cells.into_iter().enumerate() {
                for words in cell.ranges() {
                    let words = self.unbroken(sheet, words);
                    row[index.min(width - 1)].extend(words);
                }
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
            for row in &mut uneven {
                *row -= 1;
            }
        }
        Some(self.grid(sheet, columns, rows, uneven))
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
        (!body.is_empty()).then(|| self.grid(sheet, columns, body, Vec::new()))
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

    fn grid(
        self,
        sheet: &Sheet<'_>,
        columns: Vec<Cell>,
        rows: Vec<Vec<Cell>>,
        uneven: Vec<usize>,
    ) -> Grid {
        let breaks = self.breaks.into_iter().map(|range| (FurnitureKind::Chrome, range));
        let number =
            |index: &usize| is_figure(sheet, *index) && self.torn.binary_search(index).is_err();
        let numbers = self.run.clone().filter(number);
        let numbers = numbers.map(|at| (FurnitureKind::PageNumber, sheet.lines[at].range.clone()));
        let mut apart: Vec<_> = breaks.chain(numbers).collect();
        apart.sort_by_key(|(_, range)| range.start);
        Grid { lines: self.run, columns, rows, uneven, apart }
    }
}

/// Adds the cells of a line to the last row.
fn add(rows: &mut [Vec<Cell>], cells: &Pieces) {
    if let Some(row) = rows.last_mut() {
        for cell in cells {
            row[cell.column].extend(cell.ranges());
        }
    }
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
