//! Which cell belongs to which column, where a row has fewer cells than there are columns.

use super::ordinal::ordinal;
use crate::lexicon::cells::{is_body_like, is_paper_like, is_time_like};
use crate::lexicon::columns::ColumnKind;

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
    /// A law or decision, or a part of one.
    Paper,
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
            _ if year || ends_with_year(cell) => Look::Time,
            _ => Look::Number,
        };
    }
    if ordinal(cell).is_some() {
        Look::Ordinal
    } else if is_time_like(cell) {
        Look::Time
    } else if is_body_like(cell) {
        Look::Body
    } else if is_paper_like(cell) {
        Look::Paper
    } else if cell.chars().nth(PHRASE).is_some() {
        if is_dated(cell) { Look::Dated } else { Look::Long }
    } else {
        Look::Short
    }
}

/// Whether figures end with the year of a date: "02/2025", "15/3/2025", "01/4 - 30/6/2025".
fn ends_with_year(cell: &str) -> bool {
    let (before, year) = cell.split_at(cell.len().saturating_sub(4));
    let century = matches!(year.as_bytes(), [b'1', b'9', ..] | [b'2', b'0', ..]);
    let month = before.strip_suffix('/').map(|before| {
        let digits = before.bytes().rev().take_while(u8::is_ascii_digit).count();
        before[before.len() - digits..].parse::<u8>()
    });
    century && month.is_some_and(|month| month.is_ok_and(|month| (1..=12).contains(&month)))
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
    match kind {
        K::Ordinal => match look {
            L::Ordinal => 6,
            _ => -9,
        },
        K::Agency => match look {
            L::Body => 4,
            L::Long | L::Dated => -1,
            L::Short | L::Paper => 0,
            L::Ordinal | L::Number | L::Time => -4,
        },
        K::Person => match look {
            L::Body => 4,
            L::Short => 2,
            L::Long | L::Dated | L::Paper => 0,
            L::Ordinal | L::Number | L::Time => -4,
        },
        K::Time => match look {
            L::Time => 4,
            L::Dated => 2,
            L::Short => -1,
            L::Long | L::Paper => -2,
            L::Ordinal | L::Number | L::Body => -4,
        },
        K::Matter => match look {
            L::Long | L::Dated => 2,
            L::Short | L::Paper => 0,
            L::Body => -1,
            L::Ordinal | L::Number | L::Time => -2,
        },
        K::Result => match look {
            L::Long | L::Dated | L::Short | L::Paper => 1,
            L::Body => -1,
            L::Ordinal | L::Number | L::Time => -2,
        },
        K::Amount | K::Money => match look {
            L::Number | L::Ordinal => 4,
            L::Time => -2,
            L::Long | L::Dated | L::Body if kind == K::Amount => -3,
            _ => 0,
        },
        K::Code => match look {
            L::Number | L::Ordinal | L::Short => 3,
            _ => -2,
        },
        K::Unit => match look {
            L::Short => 2,
            _ => -3,
        },
        K::Paper => match look {
            L::Paper => 4,
            L::Number | L::Time | L::Body => -1,
            _ => 0,
        },
        K::Other | K::Note | K::Place => match look {
            L::Number => -1,
            _ => 0,
        },
    }
}

/// How bad an empty cell is in a column of `kind`; `first` for the first column behind the numbers.
pub(super) fn blank(kind: ColumnKind, first: bool) -> i32 {
    use ColumnKind as K;
    match kind {
        _ if first => -5,
        K::Ordinal | K::Time => -3,
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
    fn dates_and_amounts() {
        for (cell, want) in [
            ("02/2025", Look::Time),
            ("15/3/2025", Look::Time),
            ("01/4 - 30/6/2025", Look::Time),
            ("2025", Look::Time),
            ("13/2025", Look::Number),
            ("1/2", Look::Number),
            ("1.500", Look::Number),
            ("12", Look::Ordinal),
        ] {
            assert_eq!(look(cell), want, "{cell}");
        }
    }

    #[test]
    fn cells_side_by_side_stay_so() {
        let kinds = [Ordinal, Agency, Agency, Matter, Matter, Other, Time];
        let cells = ["- Rà soát quy chế hiện hành", "- Quy chế được ban hành", "Năm 2026"];
        assert_eq!(placed(&cells, &kinds), [4, 5, 6]);
    }
}
