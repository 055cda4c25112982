//! Which cell belongs to which column, where a row has fewer cells than there are columns.

use super::ordinal::ordinal;
use crate::lexicon::columns::{ColumnKind, is_body_like, is_time_like};

/// What a cell looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Look {
    /// A row number.
    Ordinal,
    /// Digits: "120.000", "95%".
    Number,
    /// A time.
    Time,
    /// The name of a body.
    Body,
    /// A word or two.
    Short,
    /// A phrase or more.
    Long,
    /// A phrase that names a year or says "thường xuyên".
    Dated,
}

/// Shortest phrase, in characters.
pub(super) const PHRASE: usize = 24;

/// What `cell` looks like.
pub(super) fn look(cell: &str) -> Look {
    if is_number(cell) {
        let digits = cell.bytes().take_while(u8::is_ascii_digit).count();
        let year = digits == 4 && (cell.starts_with("20") || cell.starts_with("19"));
        return match ordinal(cell) {
            Some(_) if cell.len() <= 3 => Look::Ordinal,
            _ if year => Look::Time,
            _ => Look::Number,
        };
    }
    if ordinal(cell).is_some() {
        Look::Ordinal
    } else if is_time_like(cell) {
        Look::Time
    } else if is_body_like(cell) {
        Look::Body
    } else if cell.chars().nth(PHRASE).is_some() {
        if is_dated(cell) { Look::Dated } else { Look::Long }
    } else {
        Look::Short
    }
}

/// Longest phrase of a time, in characters.
const DATED: usize = 120;

/// Whether a phrase names a year or says "thường xuyên".
fn is_dated(cell: &str) -> bool {
    let year = cell.match_indices("20").any(|(at, _)| {
        let tail = &cell.as_bytes()[at + 2..];
        tail.len() >= 2 && tail[..2].iter().all(u8::is_ascii_digit)
    });
    (year || cell.contains("thường xuyên")) && cell.chars().nth(DATED).is_none()
}

/// Whether a cell holds an amount: digits with their signs, perhaps "%".
pub(super) fn is_number(cell: &str) -> bool {
    let mut digits = 0;
    for c in cell.chars() {
        match c {
            '0'..='9' => digits += 1,
            '.' | ',' | '-' | '–' | '%' | '+' | ' ' | '/' | '(' | ')' | '≥' | '≤' | '<' | '>' =>
                {}
            _ => return false,
        }
    }
    digits > 0
}

/// How well a cell that looks like `look` stands in a column of `kind`: above zero well, below badly.
pub(super) fn fit(kind: ColumnKind, look: Look) -> i32 {
    use ColumnKind as K;
    use Look as L;
    match (kind, look) {
        (K::Ordinal, L::Ordinal) => 6,
        (K::Ordinal, _) => -9,
        (K::Agency | K::Person, L::Body) | (K::Time, L::Time) => 4,
        (K::Agency | K::Person | K::Time, L::Ordinal | L::Number) | (K::Agency, L::Time) => -4,
        (K::Person, L::Time) | (K::Time, L::Body) => -4,
        (K::Time, L::Long) | (K::Matter | K::Result, L::Number) => -2,
        (K::Time, L::Dated) | (K::Matter, L::Dated) => 2,
        (K::Agency, L::Long | L::Dated)
        | (K::Time, L::Short)
        | (K::Other | K::Note | K::Place, L::Number) => -1,
        (K::Person, L::Short) | (K::Unit, L::Short) => 2,
        (K::Code, L::Number | L::Ordinal | L::Short) => 3,
        (K::Unit, _) => -3,
        (K::Code, _) => -2,
        (K::Amount | K::Money, L::Number | L::Ordinal) => 4,
        (K::Amount, L::Long | L::Dated | L::Body) => -3,
        (K::Money, L::Time) | (K::Matter | K::Result, L::Time) => -2,
        (K::Matter | K::Result, L::Ordinal) => -2,
        (K::Matter, L::Long) => 2,
        (K::Matter | K::Result, L::Body) => -1,
        (K::Result, L::Long | L::Dated | L::Short) => 1,
        _ => 0,
    }
}

/// How bad an empty cell is in a column of `kind`; `first` for the first column behind the numbers.
pub(super) fn blank(kind: ColumnKind, first: bool) -> i32 {
    use ColumnKind as K;
    match kind {
        _ if first => -5,
        K::Ordinal => -3,
        K::Time => -3,
        K::Matter | K::Agency => -2,
        K::Note | K::Money => 0,
        _ => -1,
    }
}

/// The column of each cell of a row, in order, for cells that look like `looks`: the best fit, and
/// of equal ones the leftmost. Cells that stand side by side stay so if nothing speaks against it.
pub(super) fn align(looks: &[Look], kinds: &[ColumnKind]) -> Vec<usize> {
    let (cells, columns) = (looks.len(), kinds.len());
    if cells >= columns {
        return (0..cells).map(|cell| cell.min(columns.saturating_sub(1))).collect();
    }
    // The best value of cells `cell..` in columns `column..`, and whether `cell` takes `column`; the
    // third index says whether the column before is taken, for a gap between cells has its price.
    let first = first_matter(kinds);
    let at = |cell: usize, column: usize, beside: bool| {
        (cell * (columns + 1) + column) * 2 + usize::from(beside)
    };
    let mut best = vec![(IMPOSSIBLE, false); at(cells, columns, true) + 1];
    for cell in (0..=cells).rev() {
        for column in (0..=columns).rev() {
            for beside in [false, true] {
                best[at(cell, column, beside)] = if cells - cell > columns - column {
                    (IMPOSSIBLE, false)
                } else if column == columns {
                    (0, false)
                } else {
                    let opens = beside && cell > 0 && cell < cells;
                    let skip = best[at(cell, column + 1, false)].0
                        + blank(kinds[column], column == first)
                        - if opens { GAP } else { 0 };
                    let take = looks.get(cell).map_or(IMPOSSIBLE, |look| {
                        best[at(cell + 1, column + 1, true)].0 + fit(kinds[column], *look)
                    });
                    if take >= skip { (take, true) } else { (skip, false) }
                };
            }
        }
    }
    let mut placed = Vec::with_capacity(cells);
    let (mut cell, mut column, mut beside) = (0, 0, false);
    while cell < cells && column < columns {
        let taken = best[at(cell, column, beside)].1;
        if taken {
            placed.push(column);
            cell += 1;
        }
        beside = taken;
        column += 1;
    }
    placed
}

/// A value no row reaches.
const IMPOSSIBLE: i32 = i32::MIN / 2;

/// The price of a gap between two cells that follow each other.
const GAP: i32 = 4;

/// The first column behind the row numbers.
pub(super) fn first_matter(kinds: &[ColumnKind]) -> usize {
    usize::from(kinds.first() == Some(&ColumnKind::Ordinal))
}

#[cfg(test)]
mod tests {
    use super::*;
    use ColumnKind::{Agency, Matter, Money, Ordinal, Other, Result, Time};

    fn placed(cells: &[&str], kinds: &[ColumnKind]) -> Vec<usize> {
        let looks: Vec<_> = cells.iter().map(|cell| look(cell)).collect();
        align(&looks, kinds)
    }

    const KINDS: [ColumnKind; 7] = [Ordinal, Matter, Agency, Agency, Time, Result, Money];

    #[test]
    fn short_rows() {
        for (cells, want) in [
            (&["2", "Đầu tư trang thiết bị cho trạm", "Sở Y tế"][..], &[0, 1, 2][..]),
            (&["Dự phòng hạ tầng kỹ thuật mạng", "Trung tâm Y tế"], &[1, 2]),
            (&["3", "Tập huấn cho cán bộ chuyên trách", "Quý IV/2024"], &[0, 1, 4]),
            (&["IV", "Hạ tầng"], &[0, 1]),
        ] {
            assert_eq!(placed(cells, &KINDS), want, "{cells:?}");
        }
    }

    #[test]
    fn cells_side_by_side_stay_so() {
        let kinds = [Ordinal, Agency, Agency, Matter, Matter, Other, Time];
        let cells = ["- Rà soát quy chế hiện hành", "- Quy chế được ban hành", "Năm 2026"];
        assert_eq!(placed(&cells, &kinds), [4, 5, 6]);
    }
}
