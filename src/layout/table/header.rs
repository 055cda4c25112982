//! Headers: cells that name what stands below them.

use super::Cell;
use crate::layout::Sheet;
use crate::lexicon::columns::{ColumnKind, column_kind, is_frame_like, known_column};

/// Longest heading of a column, in bytes.
const HEADING_BYTES: usize = 240;

/// More columns than a page can show: beyond it a line of cells is no header.
pub(super) const MAX_COLUMNS: usize = 40;

/// What the columns under these cells hold, if the cells are a header: the first heads the row
/// numbers and another is known, or at least half are known.
pub(super) fn header_kinds<S: AsRef<str>>(cells: &[S]) -> Option<Vec<ColumnKind>> {
    if cells.len() < 2 || cells.len() > MAX_COLUMNS {
        return None;
    }
    let long = |cell: &S| cell.as_ref().len() > HEADING_BYTES;
    if cells.iter().any(long) || cells.iter().any(|cell| is_frame_like(cell.as_ref())) {
        return None;
    }
    let kinds: Vec<_> = cells.iter().map(|cell| column_kind(cell.as_ref())).collect();
    let named = cells.iter().filter(|cell| !cell.as_ref().is_empty()).count();
    let known = cells.iter().filter(|cell| known_column(cell.as_ref()).is_some()).count();
    let numbered = kinds[0] == ColumnKind::Ordinal;
    let enough = if numbered { known >= 1 || named >= 3 } else { known >= 2 && known * 2 >= named };
    enough.then_some(kinds)
}

/// The words of each cell.
pub(super) fn words(sheet: &Sheet<'_>, cells: &[Cell]) -> Vec<String> {
    cells.iter().map(|cell| sheet.flow(cell)).collect()
}

/// The columns under a header of two levels, if `lower` splits some of the cells of `upper` and
/// the rows have `width` cells. The words of an upper cell stand over each of its columns.
///
/// Which cells are split is not printed. All that the widths say is how many: they are taken to
/// be the last ones, each split into the same number of columns ("Giai đoạn 2026 - 2030" over
/// five years), unless only one is and the count leaves others unsplit before and behind it.
pub(super) fn two_levels(upper: &[Cell], lower: &[Cell], width: usize) -> Option<Vec<Cell>> {
    let split = (upper.len() + lower.len()).checked_sub(width)?;
    if split == 0 || split >= upper.len() || lower.len() % split != 0 || lower.len() < 2 * split {
        return None;
    }
    let each = lower.len() / split;
    let whole = upper.len() - split;
    let mut columns: Vec<Cell> = upper[..whole].to_vec();
    for (index, cell) in lower.iter().enumerate() {
        let mut column = upper[whole + index / each].clone();
        column.extend(cell.iter().cloned());
        columns.push(column);
    }
    Some(columns)
}

#[cfg(test)]
mod tests {
    use super::*;

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
        ] {
            assert_eq!(header_kinds(cells), None, "{cells:?}");
        }
    }

    #[test]
    fn the_last_cell_is_split() {
        let cell = |at: usize| vec![at..at + 1];
        let upper = [cell(0), cell(10), cell(20)];
        let lower = [cell(30), cell(40)];
        let columns = two_levels(&upper, &lower, 4).expect("one cell is split");
        assert_eq!(columns, [cell(0), cell(10), vec![20..21, 30..31], vec![20..21, 40..41]]);
        assert_eq!(two_levels(&upper, &lower, 6), None);
        assert_eq!(two_levels(&upper, &lower, 2), None);
    }
}
