//! Headers: cells that name what stands below them.

use super::Cell;
use crate::layout::Sheet;
use crate::lexicon::cells::is_frame_like;
use crate::lexicon::columns::{ColumnKind, is_ordinal_heading, known_column};
use crate::lexicon::starts_with_skeleton;

/// Longest heading of a column, in bytes.
const HEADING_BYTES: usize = 240;

/// More columns than a page can show: beyond it a line of cells is no header.
pub(super) const MAX_COLUMNS: usize = 40;

/// What the columns under these cells hold, if the cells are a header: the first heads the row
/// numbers and another is known, or at least half are known and none says something itself.
pub(super) fn header_kinds<S: AsRef<str>>(cells: &[S]) -> Option<Vec<ColumnKind>> {
    let kinds = ruled_header_kinds(cells)?;
    let numbered = kinds[0] == ColumnKind::Ordinal;
    let named = |cell: &S| cell.as_ref().is_empty() || is_heading(cell.as_ref());
    (numbered || cells.iter().all(named)).then_some(kinds)
}

/// The same for a line between strokes, of which it is sure that it belongs to a table.
pub(super) fn ruled_header_kinds<S: AsRef<str>>(cells: &[S]) -> Option<Vec<ColumnKind>> {
    if cells.len() < 2 || cells.len() > MAX_COLUMNS {
        return None;
    }
    if cells.iter().any(|cell| cell.as_ref().len() > HEADING_BYTES) {
        return None;
    }
    let numbered = is_ordinal_heading(cells[0].as_ref());
    let found: Vec<_> = cells.iter().map(|cell| known_column(cell.as_ref())).collect();
    let known = found.iter().flatten().count();
    let named = cells.iter().filter(|cell| !cell.as_ref().is_empty()).count();
    let enough = if numbered { known >= 1 || named >= 3 } else { known >= 2 && known * 2 >= named };
    if !enough || cells.iter().any(|cell| is_frame_like(cell.as_ref())) {
        return None;
    }
    let mut kinds: Vec<_> = found.iter().map(|kind| kind.unwrap_or(ColumnKind::Other)).collect();
    if numbered {
        kinds[0] = ColumnKind::Ordinal;
    }
    Some(kinds)
}

/// Whether a cell may be a heading: it begins with a capital and is no label with its value behind it
/// ("Loại văn bản:"), no date, no list of bodies ("Các sở, ngành").
pub(super) fn is_heading(cell: &str) -> bool {
    let cell = cell.trim_end();
    let capital = cell.starts_with(|c: char| c.is_uppercase());
    let digits = cell.bytes().filter(u8::is_ascii_digit).count();
    capital
        && !cell.ends_with([':', '.', ';'])
        && starts_with_skeleton(cell, "cac").is_none()
        && (digits <= 2 || cell.ends_with(')'))
}

/// The words of each cell.
pub(super) fn words(sheet: &Sheet<'_>, cells: &[Cell]) -> Vec<String> {
    cells.iter().map(|cell| sheet.flow(cell)).collect()
}

/// The columns under a header of two levels, if `lower` splits some of the cells of `upper` and
/// the rows have `width` cells. The words of an upper cell stand over each of its columns.
///
/// Which cells are split is not printed. The widths say how many are: they are taken to be the
/// last ones, each split into the same number of columns ("Giai đoạn 2026 - 2030" over five
/// years), or the one that names a year.
pub(super) fn two_levels(
    sheet: &Sheet<'_>,
    upper: &[Cell],
    lower: &[Cell],
    width: usize,
) -> Option<Vec<Cell>> {
    let split = (upper.len() + lower.len()).checked_sub(width)?;
    if split == 0 || split >= upper.len() || lower.len() < 2 * split {
        return None;
    }
    // Two cells that are not split alike: the last holds a row of years.
    let each = match lower.len() % split {
        0 => lower.len() / split,
        _ if split == 2 => lower.len().checked_sub(series(&words(sheet, lower)))?,
        _ => return None,
    };
    let first = match split_year(&words(sheet, upper), &words(sheet, lower)) {
        Some(at) if split == 1 => at,
        _ => upper.len() - split,
    };
    let mut columns: Vec<Cell> = upper[..first].to_vec();
    for (index, cell) in lower.iter().enumerate() {
        let mut column = upper[first + (index / each).min(split - 1)].clone();
        column.extend(cell.iter().cloned());
        columns.push(column);
    }
    columns.extend_from_slice(&upper[first + split..]);
    Some(columns)
}

/// The cell that names a year, where the cells below name none: "Năm 2025" over "Dự toán" and "Ước
/// thực hiện".
fn split_year(upper: &[String], lower: &[String]) -> Option<usize> {
    let digits = |cell: &String| cell.bytes().filter(u8::is_ascii_digit).count();
    let plain = lower.iter().all(|cell| digits(cell) == 0);
    upper.iter().position(|cell| digits(cell) >= 4).filter(|_| plain)
}

/// How many of the last cells differ in their digits only: "Năm 2026", "Năm 2027".
fn series(cells: &[String]) -> usize {
    let letters =
        |cell: &String| -> String { cell.chars().filter(|c| !c.is_ascii_digit()).collect() };
    let Some(last) = cells.last().map(letters) else { return 0 };
    cells.iter().rev().take_while(|cell| letters(cell) == last).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::SourceMap;

    #[test]
    fn headers() {
        for cells in [
            &["STT", "Nội dung"][..],
            &["TT", "Alpha", "Beta"],
            &["Thời gian", "Nội dung", "Ghi chú"],
            &["Nội dung", "Phạm vi khác lạ"],
        ] {
            let numbered = cells[0] != "Nội dung";
            assert_eq!(header_kinds(cells).is_some(), numbered || cells.len() == 2, "{cells:?}");
        }
        for cells in [
            &["STT"][..],
            &["UBND TỈNH", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
            &["Nơi nhận:", "TM. ỦY BAN NHÂN DÂN"],
            &["Alpha", "Beta", "Gamma"],
            &["Loại văn bản:", "Kế hoạch", "Nơi ban hành:", "Huế"],
        ] {
            assert_eq!(header_kinds(cells), None, "{cells:?}");
        }
    }

    #[test]
    fn the_last_cell_is_split() {
        let map = SourceMap::default();
        let text = "TT\nCây\nNăm 2025\nNăm 2026\nNăm 2027\nDự\nRa\n";
        let sheet = Sheet::new(text, &map);
        let cell = |at: usize| vec![sheet.lines[at].range.clone()];
        let both = |a: usize, b: usize| [cell(a), cell(b)].concat();
        let upper = [cell(0), cell(1), cell(2)];
        let lower = [cell(5), cell(6)];
        let columns = two_levels(&sheet, &upper, &lower, 4).expect("one cell is split");
        assert_eq!(columns, [cell(0), cell(1), both(2, 5), both(2, 6)]);
        assert_eq!(two_levels(&sheet, &upper, &lower, 6), None);
        assert_eq!(two_levels(&sheet, &upper, &lower, 2), None);
        let upper = [cell(0), cell(1), cell(2), cell(3), cell(4)];
        let columns = two_levels(&sheet, &upper, &lower, 6).expect("the first year is");
        assert_eq!(columns, [cell(0), cell(1), both(2, 5), both(2, 6), cell(3), cell(4)]);
    }
}
