//! The pieces of the foot, sorted into the recipients' list and the signatures.

use std::ops::Range;

use super::tokens::signature_suffix;
use crate::layout::{Mark, Segment, Sheet, archive, bullet, entry_number, label, mark};
use crate::lexicon::bodies::place_word;
use crate::lexicon::{ends_with_skeleton, is_dash, is_upper, is_word};

/// A list shifted by less than this many columns still stands in its column.
const DRIFT: usize = 6;

/// A line indented this far stands in the right half of the page.
const RIGHT_HALF: usize = 24;

/// A piece of a line and what its own words say it is.
#[derive(Debug, Clone)]
pub(super) struct Piece {
    /// The words.
    pub(super) range: Range<usize>,
    /// What they look like.
    pub(super) mark: Mark,
    /// Where they stand on the page.
    pub(super) place: Segment,
    /// Whether it is an entry that a number stands before.
    pub(super) numbered: bool,
}

/// The foot in its two streams, both in order of the text.
#[derive(Debug, Default)]
pub(super) struct Sorted {
    /// The words "Nơi nhận:".
    pub(super) label: Option<Range<usize>>,
    /// The numbers before entries.
    pub(super) numbers: Vec<Range<usize>>,
    /// What belongs to the list of recipients.
    pub(super) list: Vec<Piece>,
    /// What belongs to the signatures.
    pub(super) signs: Vec<Piece>,
}

/// Sorts the pieces of the foot.
pub(super) fn sort(sheet: &Sheet<'_>, lines: Range<usize>) -> Sorted {
    let mut pieces = Vec::new();
    let mut label_at = None;
    let mut sorted = Sorted::default();
    let mut numbers = Numbers::default();
    for row in lines.filter(|row| !sheet.lines[*row].traits.is_page_break()) {
        for segment in sheet.cells(row) {
            let text = sheet.slice(&segment.range);
            let number = if label_at.is_some() { numbers.next(text, segment) } else { 0 };
            if number > 0 {
                let start = segment.range.start;
                sorted.numbers.push(start..start + text[..number].trim_end().len());
                let from = pieces.len();
                let range = segment.range.start + number..segment.range.end;
                cut(sheet, &segment.part(range), &mut pieces);
                if let Some(entry) = pieces.get_mut(from) {
                    (entry.mark, entry.numbered) = (Mark::Item, true);
                }
                continue;
            }
            let Some(found) = label(text).filter(|_| label_at.is_none()) else {
                cut(sheet, segment, &mut pieces);
                continue;
            };
            let end = segment.range.start + text[..found.end].trim_end().len();
            sorted.label = Some(segment.range.start..end);
            label_at = Some((pieces.len(), segment.column));
            let rest = segment.range.start + found.end..segment.range.end;
            let rest_text = sheet.slice(&rest);
            if bullet(rest_text) > 0 || rest_text.chars().any(is_word) {
                cut(sheet, &segment.part(rest), &mut pieces);
            }
        }
    }
    let (first, list_column) = label_at.unwrap_or_else(|| {
        let first = pieces.iter().position(|piece| piece.mark == Mark::Item);
        first.map_or((pieces.len(), 0), |at| (at, pieces[at].place.column))
    });
    let page = Page { list_column, gutter: gutter(&pieces, first, list_column) };
    let mut list = List {
        bulleted: pieces[first..]
            .iter()
            .any(|p| p.mark == Mark::Item && (p.numbered || bullet(sheet.slice(&p.range)) > 0)),
        ..List::default()
    };
    for (index, piece) in pieces.into_iter().enumerate() {
        let listed = index >= first && list.takes(sheet, &piece, &page);
        if listed { sorted.list.push(piece) } else { sorted.signs.push(piece) }
    }
    sorted
}

/// The numbers before the entries of a list: "1. A;", "2. B;".
#[derive(Default)]
struct Numbers {
    last: u32,
    /// Whether a list without numbers was met, or the archive line.
    over: bool,
}

impl Numbers {
    /// Bytes of the number a segment begins with, if it is the next of the list.
    fn next(&mut self, text: &str, segment: &Segment) -> usize {
        if self.over || segment.cell > 0 {
            return 0;
        }
        let number = entry_number(text, self.last + 1);
        self.last += u32::from(number > 0);
        self.over = archive(&text[number..]).is_some() || bullet(text) > 0 && self.last == 0;
        number
    }
}

/// Adds a segment, cut where an entry is followed by another or by the signer's post.
fn cut(sheet: &Sheet<'_>, segment: &Segment, pieces: &mut Vec<Piece>) {
    let text = sheet.slice(&segment.range);
    let mut start = 0;
    let stops = entry_starts(text);
    for stop in stops.into_iter().chain([text.len()]) {
        let part = &text[start..stop];
        let mut end = stop;
        let kind = if part.len() == text.len() { segment.mark(sheet) } else { mark(part) };
        let listed = matches!(kind, Mark::Item | Mark::Other) || part.contains(';');
        if listed && let Some(at) = signature_suffix(part) {
            end = start + at;
        }
        for (from, to) in [(start, end), (end, stop)] {
            let words = text[from..to].trim();
            if !words.is_empty() {
                let from = from + (text[from..to].len() - text[from..to].trim_start().len());
                let range = segment.range.start + from..segment.range.start + from + words.len();
                let kind = if words.len() == part.len() { kind } else { mark(words) };
                let place = segment.clone();
                pieces.push(Piece { mark: kind, range, place, numbered: false });
            }
        }
        start = stop;
    }
}

/// Where further entries begin on a line: "- A; - B; + C", and after a bare label "A; B; Lưu: VT".
fn entry_starts(text: &str) -> Vec<usize> {
    let mut found = Vec::new();
    let mut before = None;
    let mut glued = true;
    for (at, c) in text.char_indices() {
        let sign = at > 0 && (is_dash(c) || matches!(c, '+' | '•'));
        if sign {
            let rest = &text[at + c.len_utf8()..];
            let spaced = rest.starts_with(' ');
            let ended = matches!(before, Some(';' | ',' | '.' | ')' | ':'));
            let opens =
                !glued && spaced || before == Some(';') && !rest.starts_with(char::is_numeric);
            let last = archive(rest.trim_start()).is_some() && !glued;
            if opens && ended || last {
                found.push(at);
            }
        }
        glued = !c.is_ascii_whitespace();
        if glued {
            before = Some(c);
        }
    }
    found
}

/// How the columns of the foot lie.
struct Page {
    /// Column of the list.
    list_column: usize,
    /// Column where the other one begins, if there are two.
    gutter: Option<usize>,
}

/// The leftmost column of signatures that stand beside the list or far to the right.
fn gutter(pieces: &[Piece], first: usize, list_column: usize) -> Option<usize> {
    let signs = |piece: &&Piece| {
        matches!(
            piece.mark,
            Mark::Authority | Mark::Post | Mark::Upper | Mark::Name | Mark::Endorsement
        )
    };
    let beside = pieces[first..]
        .iter()
        .filter(signs)
        .filter(|p| p.place.cell > 0 || p.place.column >= list_column + RIGHT_HALF)
        .map(|p| p.place.column)
        .min();
    let above = pieces[..first].iter().filter(signs).map(|p| p.place.column).min();
    let above = above.filter(|column| *column >= list_column + RIGHT_HALF);
    beside.or(above).filter(|column| *column > list_column + DRIFT)
}

/// The list as far as it was read.
#[expect(clippy::struct_excessive_bools, reason = "independent facts, found one by one")]
#[derive(Default)]
struct List {
    bulleted: bool,
    entries: bool,
    /// Whether the last entry ended with its punctuation.
    ended: bool,
    /// Whether the last piece broke off at a comma, or behind the word of the archive line.
    broken: bool,
    /// Whether the last piece waits for a figure: "Như Điều".
    counts: bool,
    /// Whether the last piece leaves a parenthesis open.
    open: bool,
    archived: bool,
    /// Whether the signer's post or name was met since the list began.
    posted: bool,
    /// Row of the last piece of a signature in the list's own column.
    sign_row: Option<usize>,
    /// Row of the last piece of the list.
    row: usize,
    /// Whether the piece before belonged to a stamp.
    stamped: bool,
}

impl List {
    /// Whether a piece belongs to the list; it is noted either way.
    fn takes(&mut self, sheet: &Sheet<'_>, piece: &Piece, page: &Page) -> bool {
        let text = sheet.slice(&piece.range);
        let taken = self.belongs(text, piece, page);
        if taken {
            if !matches!(piece.mark, Mark::Purpose | Mark::Scrap) {
                let entry = &text[bullet(text)..];
                self.archived |= archive(entry).is_some();
                self.entries = true;
            }
            self.ended = text.ends_with([';', '.']);
            // "Lưu:" waits for who keeps it.
            let entry = &text[bullet(text)..];
            let bare = |end: usize| matches!(entry[end..].trim(), "" | ":");
            self.broken = text.ends_with(',') || archive(entry).is_some_and(bare);
            self.counts =
                ["dieu", "khoan", "muc"].iter().any(|key| ends_with_skeleton(text, key).is_some());
            self.open = text.rfind('(') > text.rfind(')');
            self.row = piece.place.row;
        } else if !matches!(piece.mark, Mark::Scrap | Mark::Number | Mark::Stamp) {
            self.posted |= matches!(piece.mark, Mark::Authority | Mark::Post);
            self.sign_row = Some(piece.place.row);
        }
        self.stamped = piece.mark == Mark::Stamp || self.stamped && piece.mark == Mark::Other;
        taken
    }

    fn belongs(&self, text: &str, piece: &Piece, page: &Page) -> bool {
        let right = page.gutter.is_some_and(|gutter| {
            let column = piece.place.column;
            column + DRIFT >= gutter && column > page.list_column + DRIFT
        });
        let wrapped = self.archived && self.broken && self.row + 1 == piece.place.row && !right;
        match piece.mark {
            Mark::Upper | Mark::Name | Mark::Other if wrapped => true,
            Mark::Scrap if !right && self.goes_on(text, piece) => true,
            Mark::Number | Mark::Scrap
                if self.counts && self.row + 1 == piece.place.row && !right =>
            {
                text.starts_with(|c: char| c.is_ascii_digit())
            }
            Mark::Item => !right || bullet(text) > 0 && !self.stamped,
            Mark::Purpose => true,
            Mark::Label
            | Mark::Stamp
            | Mark::Number
            | Mark::Scrap
            | Mark::Endorsement
            | Mark::Authority => false,
            _ if right => false,
            Mark::Post if is_upper(text) => false,
            Mark::Upper => {
                let wraps = self.sign_row.is_some_and(|row| row + 1 == piece.place.row);
                !self.archived && !wraps && self.entries && !self.ended
            }
            Mark::Name | Mark::Post => {
                let open = self.entries && !self.ended && !self.archived;
                !self.archived && !self.posted && (open || !self.bulleted)
            }
            Mark::Other if self.archived => {
                // A wrapped archive line; anything else behind it is no entry.
                !self.ended
                    && self.row + 1 == piece.place.row
                    && self.sign_row.is_none_or(|row| row < self.row)
                    && text.chars().count() <= 40
            }
            Mark::Other => self.entries || !self.posted || !self.bulleted,
        }
    }

    /// Whether a short piece is what a line of the list had no room for: "- UBND các huyện, thị / xã;", "(để / b/c);".
    fn goes_on(&self, text: &str, piece: &Piece) -> bool {
        const LETTERS: usize = 2;
        let beside = piece.place.cell > 0 || self.row + 1 != piece.place.row;
        let signed = self.sign_row.is_some_and(|row| row >= self.row);
        let word = text.chars().filter(|c| c.is_alphabetic()).nth(LETTERS - 1).is_some();
        let closes = text.ends_with([';', '.', ')']) || place_word(text) == Some(text.len());
        self.entries && !self.ended && !beside && !signed && word && (closes || self.open)
    }
}
