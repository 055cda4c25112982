//! Tables with one cell per line and nothing between: the header is a run of headings from "STT"
//! on, each row begins with a line that holds its number only.
//!
//! What belongs to one cell is told by blank lines where there are some, else by how a line begins
//! and what the columns hold. Where too many rows stay in doubt the table is given up.

mod cells;
mod header;
#[cfg(test)]
mod tests;

use std::ops::Range;

use self::cells::{Piece, Placed, segment};
use self::header::{HEADER_LINES, Header};
use super::align::{fit, is_number, look};
use super::ordinal::{Count, Ordinal, group, ordinal};
use super::{Cell, Grid, Reading, is_page_number};
use crate::document::FurnitureKind;
use crate::layout::Sheet;
use crate::lexicon::cells::{is_behind_table, is_total};
use crate::lexicon::columns::{ColumnKind, is_ordinal_heading, known_column};
use crate::lexicon::{is_dash, is_upper};

/// Most lines of a row. A row number that comes later is none.
const ROW_LINES: usize = 90;

/// How often a header is printed again at most: once a page, and no table of a plan has more pages.
const REPEATS: usize = 60;

/// How far behind the heading of a group its first row may begin, in lines.
const TITLE_LINES: usize = 6;

/// Reads the table whose column of row numbers is headed by the first of `lines`.
pub(super) fn read(sheet: &Sheet<'_>, lines: Range<usize>) -> Reading {
    let start = lines.start;
    let Some(header) = Header::read(sheet, &lines) else {
        // Two headings below it show that a table was meant.
        let named = (start + 1..lines.end.min(start + 1 + HEADER_LINES))
            .take_while(|index| known_column(sheet.line(*index)).is_some())
            .count();
        return if named >= 2 {
            Reading::Lost(start + 1 + named)
        } else {
            Reading::Miss(start + 1)
        };
    };
    // "Ghi chú" is the last column: headings behind it are the lower of two levels.
    if header.kinds.iter().rev().skip(1).any(|kind| *kind == ColumnKind::Note) {
        return Reading::Lost(header.end);
    }
    let Reach { end, next } = Reach::of(sheet, &header, lines);
    let mut reader = Reader {
        sheet,
        end,
        loose: header.loose,
        kinds: &header.kinds,
        count: Count::default(),
        rows: Vec::new(),
        apart: Vec::new(),
        told: 0,
        doubtful: Vec::new(),
        titles: Vec::new(),
        titled: false,
    };
    let end = reader.read(header.end);
    // A header whose rows cannot be told is reported if it is one beyond doubt.
    let headless = reader.rows.iter().filter(|row| row[1].is_empty() && !row[0].is_empty()).count();
    if reader.told == 0
        || reader.doubtful.len() * 3 > reader.told
        || headless * 2 > reader.told && !reader.titled
    {
        return Reading::Lost(next);
    }
    reader.join_titles();
    Reading::Found(Grid {
        lines: start..end,
        columns: header.columns,
        rows: reader.rows,
        uneven: reader.doubtful,
        apart: reader.apart,
    })
}

/// How far a table may reach.
struct Reach {
    /// The line of the next header, which ends it.
    end: usize,
    /// Where the search goes on if its rows cannot be told: behind the last header that is its own.
    next: usize,
}

impl Reach {
    /// A line that heads a column of row numbers begins another table. The same header at the top of a
    /// page, or above a row that opens no table, is printed again.
    fn of(sheet: &Sheet<'_>, header: &Header, lines: Range<usize>) -> Self {
        let own = lines.start..header.end;
        let again = |at: usize| {
            let behind = at + own.len();
            behind < lines.end
                && own.clone().zip(at..behind).all(|(a, b)| sheet.line(a) == sheet.line(b))
                && (sheet.lines[at].new_page
                    || opens(sheet.line(behind), &Count::default()).is_none())
        };
        let mut next = header.end;
        let mut at = header.end;
        let mut repeats = 0;
        while at < lines.end {
            if !is_ordinal_heading(sheet.line(at)) {
                at += 1;
            } else if repeats < REPEATS && again(at) {
                repeats += 1;
                at += own.len();
                next = at;
            } else {
                break;
            }
        }
        Self { end: at, next }
    }
}

/// The row number a line may open a row with, if it comes next in the count.
fn opens(line: &str, count: &Count) -> Option<Ordinal> {
    let number = ordinal(line).or_else(|| group(line).map(|(number, _)| number))?;
    count.admits(&number).then_some(number)
}

/// The rows as they are read.
struct Reader<'a, 'b> {
    sheet: &'a Sheet<'b>,
    end: usize,
    loose: bool,
    kinds: &'a [ColumnKind],
    count: Count,
    rows: Vec<Vec<Cell>>,
    apart: Vec<(FurnitureKind, Range<usize>)>,
    /// How many rows have cells.
    told: usize,
    /// Those among them whose cells are in doubt.
    doubtful: Vec<usize>,
    /// Rows that are headings of groups.
    titles: Vec<usize>,
    /// Whether a group heading stands on one line with its number.
    titled: bool,
}

impl Reader<'_, '_> {
    /// Reads rows from line `at` on; gives the line behind the table.
    fn read(&mut self, mut at: usize) -> usize {
        at = self.column_numbers(at);
        while at < self.end {
            let Some(number) = self.row_start(at) else { break };
            let alone = ordinal(self.sheet.line(at)).is_some();
            self.count.take(&number);
            let (next, last) = self.row_end(at + 1);
            let (numbers, lines): (Vec<usize>, Vec<usize>) = (at + usize::from(alone)..next)
                .partition(|index| is_page_number(self.sheet, *index));
            for index in numbers {
                let range = self.sheet.lines[index].range.clone();
                self.apart.push((FurnitureKind::PageNumber, range));
            }
            let first = alone.then(|| self.sheet.lines[at].range.clone());
            let taken = match number {
                _ if !alone => self.titled_row(&lines),
                Ordinal::Roman(_) | Ordinal::Letter(_) => self.group_row(first, &lines, last),
                _ => self.plain_row(first, &lines, last),
            };
            at = taken.unwrap_or(next);
            if last {
                break;
            }
        }
        at
    }

    /// Takes in a row of column numbers, "(1)", "(2)", …, if one stands here.
    fn column_numbers(&mut self, at: usize) -> usize {
        let width = self.kinds.len();
        let numbered = at + width <= self.end
            && (0..width).all(|i| {
                matches!(ordinal(self.sheet.line(at + i)), Some(Ordinal::Decimal(n)) if n == [i as u32 + 1])
            });
        if !numbered {
            return at;
        }
        let cell = |index: usize| vec![self.sheet.lines[index].range.clone()];
        self.rows.push((at..at + width).map(cell).collect());
        at + width
    }

    /// The row number of a row that starts at this line.
    fn row_start(&self, at: usize) -> Option<Ordinal> {
        let text = self.sheet.line(at);
        let next = (at + 1 < self.end).then(|| self.sheet.line(at + 1))?;
        let number = match ordinal(text) {
            Some(Ordinal::Sign) => text.starts_with(is_dash).then_some(Ordinal::Sign)?,
            Some(number) => self.count.admits(&number).then_some(number)?,
            None => {
                let (number, _) = group(text)?;
                let mut count = self.count.clone();
                count.admits(&number).then_some(())?;
                count.take(&number);
                let limit = self.end.min(at + 1 + TITLE_LINES);
                let numbered = (at + 1..limit).any(|index| {
                    ordinal(self.sheet.line(index)).is_some_and(|number| count.admits(&number))
                });
                return numbered.then_some(number);
            }
        };
        // Where another amount follows that is no cell of the next column, this one is an amount too.
        let amounts = is_number(next) && fit(self.kinds[1], look(next)) < 0;
        (!amounts && (ordinal(next).is_none() || self.count.admits(&ordinal(next)?)))
            .then_some(number)
    }

    /// Where the row ends whose first line behind the number is `at`; whether it is the last one.
    fn row_end(&self, at: usize) -> (usize, bool) {
        let limit = self.end.min(at + ROW_LINES);
        for index in at..limit {
            if is_page_number(self.sheet, index) {
                continue;
            }
            if index > at && self.row_start(index).is_some() {
                return (self.later(at, index).unwrap_or(index), false);
            }
            let line = &self.sheet.lines[index];
            let apart = !self.loose && line.blanks > 0 && !line.new_page;
            if apart || self.is_behind(index) {
                return (index, true);
            }
        }
        (limit, true)
    }

    /// Where the next row really starts, if what looks like its number at `index` may be an amount of
    /// the row that begins at `at`: that row is not full yet, and the number comes again where it is.
    fn later(&self, at: usize, index: usize) -> Option<usize> {
        use ColumnKind::{Amount, Money, Other};
        let amounts = self.kinds.iter().any(|kind| matches!(kind, Amount | Money | Other));
        let number = ordinal(self.sheet.line(index)).filter(|_| amounts)?;
        let cells = |end: usize| {
            let lines: Vec<usize> = (at..end).collect();
            self.pieces(&lines).iter().filter(|piece| piece.strength >= 3).count()
        };
        if cells(index) >= self.columns() {
            return None;
        }
        let again = (index + 1..self.end.min(at + ROW_LINES)).find(|other| {
            ordinal(self.sheet.line(*other)).is_some_and(|other| other == number)
                && self.row_start(*other).is_some()
        })?;
        (cells(again) <= self.columns()).then_some(again)
    }

    /// Whether a line is none of a table: the next heading of the document, its closing words.
    fn is_behind(&self, index: usize) -> bool {
        let text = self.sheet.line(index);
        let heading = group(text).is_some_and(|(_, title)| is_upper(title));
        heading || is_behind_table(text)
    }

    /// The lines of a row cut into pieces that no cell boundary goes through.
    fn pieces(&self, lines: &[usize]) -> Vec<Piece> {
        let mut pieces: Vec<Piece> = Vec::new();
        let mut above: Option<usize> = None;
        for index in lines {
            let first = pieces.last().map_or("", |piece| piece.text.as_str());
            let strength = above.map_or(4, |above| self.boundary(first, above, *index));
            let range = self.sheet.lines[*index].range.clone();
            match pieces.last_mut() {
                Some(piece) if strength == 0 => piece.add(self.sheet, range),
                _ => {
                    let empty = above.map_or(0, |_| self.empty_before(*index));
                    pieces.push(Piece::new(self.sheet, range, strength, empty, *index));
                }
            }
            above = Some(*index);
        }
        pieces
    }

    /// Empty cells before a line: in a loose table each takes two blank lines.
    fn empty_before(&self, index: usize) -> usize {
        let blanks = usize::from(self.sheet.lines[index].blanks);
        if self.loose { blanks.saturating_sub(1) / 2 } else { 0 }
    }

    /// How likely a cell ends between two lines, from 0 (never) to 4.
    fn boundary(&self, first: &str, above: usize, below: usize) -> u8 {
        let (upper, lower) = (self.sheet.line(above), self.sheet.line(below));
        if self.loose {
            let parted = self.sheet.lines[below].blanks > 0;
            return if !parted {
                0
            } else if lower.starts_with(char::is_lowercase) {
                1
            } else {
                4
            };
        }
        cells::boundary(first, upper, lower)
    }

    fn columns(&self) -> usize {
        self.kinds.len() - 1
    }

    /// Adds a row whose cells are beyond doubt, or not.
    fn take(&mut self, first: Option<Range<usize>>, cells: Vec<Cell>, sure: bool) {
        self.told += 1;
        if !sure {
            self.doubtful.push(self.rows.len());
        }
        self.push(first, cells);
    }

    fn push(&mut self, first: Option<Range<usize>>, placed: Vec<Cell>) {
        let mut row: Vec<Cell> = Vec::with_capacity(self.kinds.len());
        row.push(first.into_iter().collect());
        row.extend(placed);
        self.rows.push(row);
    }

    /// A row with a number of its own. For the last row, gives the line behind it.
    fn plain_row(
        &mut self,
        first: Option<Range<usize>>,
        lines: &[usize],
        last: bool,
    ) -> Option<usize> {
        let mut pieces = self.pieces(lines);
        let behind = if last { self.cut(&mut pieces) } else { None };
        if self.loose && self.counted(first.clone(), &pieces, lines, last) {
            return behind;
        }
        // Behind the last row there may be one of totals.
        let total = pieces.iter().skip(1).position(|piece| is_total(&piece.text));
        let total = total.map_or(pieces.len(), |at| at + 1);
        let (row, total) = pieces.split_at(if last { total } else { pieces.len() });
        let Placed { cells, sure } = segment(row, &self.kinds[1..]);
        self.take(first, cells, sure);
        if !total.is_empty() {
            let Placed { cells, sure } = segment(total, &self.kinds[1..]);
            self.take(None, cells, sure);
        }
        behind
    }

    /// Drops what is too much for the last row: what stands behind its last cell in a loose table,
    /// and everything behind a full row that does not end with the lines. Gives the line it is
    /// cut at.
    fn cut(&self, pieces: &mut Vec<Piece>) -> Option<usize> {
        let mut cells = 0;
        for at in 0..pieces.len() {
            cells += pieces[at].empty + usize::from(pieces[at].strength >= 3);
            if cells > self.columns() && (self.loose || pieces[at].numbered) {
                let line = pieces[at].line;
                pieces.truncate(at);
                return Some(line);
            }
        }
        None
    }

    /// A loose table prints every cell, empty ones as blank lines: a row whose count of cells comes
    /// out even is read off, also where rows without numbers follow it.
    fn counted(
        &mut self,
        first: Option<Range<usize>>,
        pieces: &[Piece],
        lines: &[usize],
        last: bool,
    ) -> bool {
        let mut flat: Vec<Cell> = Vec::new();
        for piece in pieces {
            flat.extend(std::iter::repeat_n(Cell::new(), piece.empty));
            flat.push(piece.cell.clone());
        }
        let next = lines.last().map_or(0, |line| line + 1);
        if !last && next < self.end {
            flat.extend(std::iter::repeat_n(Cell::new(), self.empty_before(next)));
        }
        let width = self.kinds.len();
        if !(flat.len() + 1).is_multiple_of(width) {
            return false;
        }
        let mut cells = flat.into_iter();
        let row: Vec<Cell> = cells.by_ref().take(width - 1).collect();
        self.told += 1;
        self.push(first, row);
        let mut rest: Vec<Cell> = cells.collect();
        while rest.len() >= width {
            let tail = rest.split_off(width);
            if rest.iter().any(|cell| !cell.is_empty()) {
                self.rows.push(rest);
            }
            rest = tail;
        }
        true
    }

    /// The heading of a group, its number on a line of its own. Amounts behind it are its cells,
    /// text behind a heading in capitals is a row without a number.
    fn group_row(
        &mut self,
        first: Option<Range<usize>>,
        lines: &[usize],
        last: bool,
    ) -> Option<usize> {
        let mut pieces = self.pieces(lines);
        // A heading in capitals may be broken anywhere.
        while pieces.len() > 1 && is_upper(&pieces[0].text) && is_upper(&pieces[1].text) {
            let more = pieces.remove(1);
            pieces[0].text.push(' ');
            pieces[0].text.push_str(&more.text);
            pieces[0].cell.extend(more.cell);
        }
        let Some(title) = pieces.first() else {
            self.push(first, vec![Cell::new(); self.columns()]);
            return None;
        };
        let amounts = pieces[1..].iter().take_while(|piece| is_number(&piece.text)).count();
        let text = &pieces[1 + amounts..];
        if !text.is_empty() && !is_upper(&title.text) {
            return self.plain_row(first, lines, last);
        }
        let Placed { mut cells, .. } = segment(&pieces[..=amounts], &self.kinds[1..]);
        if amounts == 0 {
            cells = vec![Cell::new(); self.columns()];
            if let Some(cell) = cells.first_mut() {
                cell.clone_from(&title.cell);
            }
            self.titles.push(self.rows.len());
        }
        self.push(first, cells);
        if !text.is_empty() {
            let Placed { cells, sure } = segment(text, &self.kinds[1..]);
            self.take(None, cells, sure);
        }
        None
    }

    /// The heading of a group on one line with its number: one cell.
    fn titled_row(&mut self, lines: &[usize]) -> Option<usize> {
        self.titled = true;
        let mut row = vec![Cell::new(); self.kinds.len()];
        row[0] = lines.iter().map(|index| self.sheet.lines[*index].range.clone()).collect();
        self.rows.push(row);
        None
    }

    /// Where some headings of groups stand on one line with their numbers, all are one cell: the
    /// others are broken behind the number.
    fn join_titles(&mut self) {
        if !self.titled {
            return;
        }
        for index in &self.titles {
            let row = &mut self.rows[*index];
            let title = std::mem::take(&mut row[1]);
            row[0].extend(title);
        }
    }
}
