//! Lines of a row to cells: where a cell may end, and which column it stands in.

use std::ops::Range;

use crate::layout::Sheet;
use crate::layout::table::Cell;
use crate::layout::table::align::{Look, PHRASE, blank, fit, is_number, look};
use crate::lexicon::cells::{is_body_like, is_paper_like, is_time_like, runs_on};
use crate::lexicon::columns::ColumnKind;
use crate::lexicon::{is_dash, is_upper};

/// Lines that belong together.
#[derive(Debug)]
pub(super) struct Piece {
    /// Their ranges.
    pub(super) cell: Cell,
    /// Their words.
    pub(super) text: String,
    /// How likely a cell ends before it, from 1 to 4.
    pub(super) strength: u8,
    /// Empty cells before it.
    pub(super) empty: usize,
    /// Its first line.
    pub(super) line: usize,
    /// Whether it opens like a numbered paragraph: "1. …", "a) …".
    pub(super) numbered: bool,
}

impl Piece {
    /// A piece of one line.
    pub(super) fn new(
        sheet: &Sheet<'_>,
        range: Range<usize>,
        strength: u8,
        empty: usize,
        line: usize,
    ) -> Self {
        let text = sheet.flow(std::slice::from_ref(&range));
        let numbered = is_marked(&text);
        Self { cell: vec![range], text, strength, empty, line, numbered }
    }

    /// Adds a line.
    pub(super) fn add(&mut self, sheet: &Sheet<'_>, range: Range<usize>) {
        self.text.push(' ');
        self.text.push_str(&sheet.flow(std::slice::from_ref(&range)));
        self.cell.push(range);
    }
}

/// Whether a line opens like a numbered paragraph.
fn is_marked(text: &str) -> bool {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    digits > 0 && digits <= 2 && text[digits..].starts_with(". ")
}

/// Whether a line opens like an item of a list.
fn is_item(text: &str) -> bool {
    text.starts_with(|c| is_dash(c) || matches!(c, '+' | '•' | '*')) && text.len() > 2
}

/// From this length on, in characters, a line may have been broken by the width of its column.
const FULL: usize = 44;

/// How likely a cell ends between two lines that follow each other without a blank one: 0 where the
/// phrase runs on, 1 where it may, 2 before an item of a list, 3 or 4 where it hardly does.
/// `first` is the start of the piece that `upper` is the last line of.
pub(super) fn boundary(first: &str, upper: &str, lower: &str) -> u8 {
    let full = upper.chars().nth(FULL).is_some();
    let ended = upper.ends_with(['.', ';', ':']);
    if lower.starts_with(char::is_lowercase) || lower.starts_with([')', ',', ';', ']', '”']) {
        return 0;
    }
    if is_number(upper) && is_number(lower) {
        return 4;
    }
    if is_item(lower) {
        return match () {
            () if ended => 1,
            () if is_item(first) || full => 2,
            () => 3,
        };
    }
    if runs_on(upper, lower) {
        return 0;
    }
    if is_upper(upper) && is_upper(lower) && upper.contains(' ') && !is_number(lower) {
        return 0;
    }
    // An abbreviation is rarely a cell of its own.
    if is_upper(lower) && !lower.contains(' ') && upper.chars().nth(PHRASE).is_some() {
        return 1;
    }
    if is_number(upper)
        || is_number(lower)
        || is_time_like(lower)
        || is_body_like(lower)
        || is_paper_like(lower)
    {
        return if full && !is_number(lower) { 3 } else { 4 };
    }
    match (full, ended) {
        (true, false) => 1,
        (true, true) if upper.ends_with(';') => 1,
        (true, true) => 3,
        (false, _) => 4,
    }
}

/// A row as it was placed.
#[derive(Debug)]
pub(super) struct Placed {
    /// A cell for each column.
    pub(super) cells: Vec<Cell>,
    /// Whether no likely boundary lies within a cell and every cell looks at home in its column.
    pub(super) sure: bool,
}

/// Most pieces of a row that are told apart; beyond it the row is in doubt.
const MOST_PIECES: usize = 40;

/// Most pieces of one cell.
const MOST_JOINED: usize = 14;

/// What it costs to join pieces over a boundary of this strength.
const JOINING: [i32; 5] = [0, 0, 1, 4, 6];

/// Places the pieces in the columns, some of which may stay empty: the best fit of all.
pub(super) fn segment(pieces: &[Piece], kinds: &[ColumnKind]) -> Placed {
    let columns = kinds.len();
    let mut cells = vec![Cell::new(); columns];
    if pieces.len() > MOST_PIECES || columns == 0 {
        let all = pieces.iter().flat_map(|piece| piece.cell.iter().cloned());
        if let Some(cell) = cells.first_mut() {
            cell.extend(all);
        }
        return Placed { cells, sure: false };
    }
    if let Some(placed) = direct(pieces, kinds) {
        return placed;
    }
    let looks: Vec<Look> = pieces.iter().map(|piece| look(&piece.text)).collect();
    let width = columns + 1;
    // The best value of pieces `p..` in columns `c..`, and how many of them column `c` takes.
    let mut best = vec![(i32::MIN / 2, 0_usize); (pieces.len() + 1) * width];
    best[pieces.len() * width + columns] = (0, 0);
    for column in (0..columns).rev() {
        for piece in (0..=pieces.len()).rev() {
            let mut top =
                (best[piece * width + column + 1].0 + blank(kinds[column], column == 0), 0);
            let mut joining = 0;
            for taken in 1..=MOST_JOINED.min(pieces.len() - piece) {
                if taken > 1 {
                    joining += JOINING[usize::from(pieces[piece + taken - 1].strength.min(4))];
                }
                let whole = match looks[piece] {
                    Look::Number | Look::Ordinal | Look::Short if taken > 1 => Look::Long,
                    look => look,
                };
                let value = best[(piece + taken) * width + column + 1].0
                    + fit(kinds[column], whole)
                    - joining;
                if value > top.0 {
                    top = (value, taken);
                }
            }
            best[piece * width + column] = top;
        }
    }
    // In a full row a cell may look like that of another column.
    let full = pieces.iter().filter(|piece| piece.strength >= 3).count() == columns;
    let mut piece = 0;
    let mut sure = true;
    for (column, cell) in cells.iter_mut().enumerate() {
        let taken = best[piece * width + column].1;
        let joined = &pieces[piece..piece + taken];
        sure &= joined.iter().skip(1).all(|piece| piece.strength < 3);
        sure &= taken == 0 || fit(kinds[column], looks[piece]) >= if full { -1 } else { 0 };
        cell.extend(joined.iter().flat_map(|piece| piece.cell.iter().cloned()));
        piece += taken;
    }
    if piece < pieces.len() {
        sure = false;
        let rest = pieces[piece..].iter().flat_map(|piece| piece.cell.iter().cloned());
        if let Some(cell) = cells.last_mut() {
            cell.extend(rest);
        }
    }
    Placed { cells, sure }
}

/// The worst that a cell may fit where the row has as many cells as there are columns.
const MISFIT: i32 = -4;

/// A row that has as many cells as there are columns, if none of them is out of place.
fn direct(pieces: &[Piece], kinds: &[ColumnKind]) -> Option<Placed> {
    let mut cells: Vec<Cell> = Vec::with_capacity(kinds.len());
    for piece in pieces {
        match cells.last_mut() {
            Some(cell) if piece.strength < 3 => cell.extend(piece.cell.iter().cloned()),
            _ => {
                let kind = kinds.get(cells.len())?;
                if fit(*kind, look(&piece.text)) <= MISFIT {
                    return None;
                }
                cells.push(piece.cell.clone());
            }
        }
    }
    (cells.len() == kinds.len()).then_some(Placed { cells, sure: true })
}

#[cfg(test)]
mod tests {
    use super::boundary;

    #[test]
    fn boundaries() {
        for (first, lower, want) in [
            ("- Điều 5 của Luật", "- Điều 7 của Nghị định", 2),
            ("Bảo vệ thực vật", "- Điều 7 của Nghị định", 3),
            ("Rà soát quy chế", "làm việc", 0),
            ("Trước ngày", "30/6/2024", 0),
            ("Sở Y tế", "Quý I/2024", 4),
            ("Sở Y tế", "Sở Nội vụ", 4),
            ("NHÓM TỔ CHỨC", "DỊCH VỤ", 0),
            ("12", "15", 4),
            ("- Một;", "- Hai", 1),
            ("Triển khai chiến lược dữ liệu của toàn tỉnh, tại", "Khu công nghệ", 0),
            ("Nâng cấp đường truyền cho các trạm, đầu mối của mạng", "Internet", 1),
        ] {
            assert_eq!(boundary(first, first, lower), want, "{first} / {lower}");
        }
    }
}
