//! Lines of the first page cut into fragments: what stood in one cell or column.

use std::ops::Range;
use std::vec::Drain;

use super::letters::LineLetters;
use super::motto::{Pending, find_motto};
use super::number::{label, number_piece};
use super::place_date::{date_len, find_place_date};
use crate::layout::{COLUMN_GAP, Sheet, Traits};
use crate::lexicon::{Mark, fold, is_word, mark, mark_label};

/// What a fragment is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// Words that are not known yet.
    Words,
    /// "-----", "***".
    Rule,
    /// "CỘNG HÒA …", "Độc lập …", or a part of it.
    Motto,
    /// "Số:".
    NumberLabel,
    /// What stands behind "Số:".
    Number,
    /// "Hà Nội," of the date.
    Place,
    /// "ngày 05 tháng 3 năm 2020", or its beginning.
    Date,
    /// "Độ mật:" before a mark.
    MarkLabel,
    /// A mark of secrecy, urgency or draft.
    Mark(Mark),
    /// A line break a web page wrote as a tag.
    Tag,
    /// A digital or incoming stamp.
    Stamp,
    /// What a web page or converter added.
    Chrome,
    /// A bare number at the top of the page.
    PageField,
    /// The subject of a letter, beside or under the number.
    LetterSubject,
    /// Name of an issuing or superior body.
    Authority,
}

/// A piece of a line with one role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Fragment {
    /// Where it stands in the clean text.
    pub(super) range: Range<usize>,
    /// Index of its line.
    pub(super) line: usize,
    /// What it is.
    pub(super) role: Role,
}

/// Blanks in a row that part two columns. Fewer are met inside justified lines and dates.
const WIDE_GAP: usize = 4;

/// Signs of a drawn rule in a row that part what they are glued to.
const RULE_RUN: usize = 3;

/// Bytes of the longest line that is cut: a table row that holds a whole letterhead has some 600.
/// Every landmark is looked for from the start of what is left of a line, so the cap keeps the work
/// linear.
const LONGEST_LINE: usize = 2000;

/// Cuts lines into fragments, one after the other.
#[derive(Debug)]
pub(super) struct Cutter<'a> {
    sheet: &'a Sheet<'a>,
    pending: Option<Pending>,
    /// What the line holds that is cut.
    traits: Traits,
    /// Its letters.
    letters: LineLetters,
    /// The line below the one that is cut.
    next: &'a str,
    out: Vec<Fragment>,
}

impl<'a> Cutter<'a> {
    /// A cutter with nothing cut.
    pub(super) fn new(sheet: &'a Sheet<'a>) -> Self {
        let (traits, letters) = (Traits::default(), LineLetters::default());
        Self { sheet, pending: None, traits, letters, next: "", out: Vec::new() }
    }

    /// Cuts one line and returns its fragments.
    pub(super) fn cut_line(&mut self, line: usize) -> Drain<'_, Fragment> {
        let range = self.sheet.lines[line].range.clone();
        let text = self.sheet.slice(&range);
        if text.len() > LONGEST_LINE {
            self.out.push(Fragment { range, line, role: Role::Words });
            return self.out.drain(..);
        }
        self.traits = self.sheet.lines[line].traits;
        self.letters.note(text, range.start);
        self.next = if line + 1 < self.sheet.lines.len() { self.sheet.line(line + 1) } else { "" };
        let mut start = range.start;
        let row = text.starts_with('|');
        let mut from = 0;
        let parted = if self.traits.is_plain() { "" } else { text };
        for (at, sign) in parted.match_indices(['|', '\t']) {
            if row || sign == "\t" || is_stroke(text, at) {
                self.cut_tags(start + from..start + at, line);
                from = at + 1;
            }
        }
        start += from;
        self.cut_tags(start..range.end, line);
        if let Some(pending) = &mut self.pending {
            pending.age += 1;
        }
        self.out.drain(..)
    }

    /// `<br>` stands for a line break.
    fn cut_tags(&mut self, range: Range<usize>, line: usize) {
        if !self.traits.has_angle() {
            self.cut(range, line);
            return;
        }
        let text = self.sheet.slice(&range);
        let mut rest = range.start;
        for (at, _) in text.match_indices('<') {
            let tag =
                ["<br>", "<br/>", "<br />"].into_iter().find(|tag| text[at..].starts_with(tag));
            if let Some(tag) = tag {
                let at = range.start + at;
                self.cut(rest..at, line);
                self.push(at..at + tag.len(), line, Role::Tag);
                rest = at + tag.len();
            }
        }
        self.cut(rest..range.end, line);
    }

    /// Cuts a cell at its landmarks, from left to right. Every turn shortens the piece.
    fn cut(&mut self, range: Range<usize>, line: usize) {
        let mut piece = self.trimmed(range);
        while !piece.is_empty() {
            let Some((at, len, role)) = self.landmark(&piece) else {
                self.words(piece, line);
                return;
            };
            let (start, end) = (piece.start + at, piece.start + at + len);
            if at > 0 {
                self.words(self.trimmed(piece.start..start), line);
            }
            self.push(start..end, line, role);
            piece = self.trimmed(end..piece.end);
        }
    }

    /// The first landmark of a piece: where it stands, its length and its role.
    fn landmark(&mut self, piece: &Range<usize>) -> Option<(usize, usize, Role)> {
        let text = self.sheet.slice(piece);
        let letters = self.letters.within(piece);
        let rule = rule_run(text).map(|(at, len)| (at, len, Role::Rule));
        let found = rule.or_else(|| {
            let found = find_motto(text, &letters, self.next, &mut self.pending);
            found.map(|(at, len)| (at, len, Role::Motto))
        });
        if let Some((at, ..)) = found {
            let before = piece.start..piece.start + at;
            return if at > 0 { self.landmark(&before).or(found) } else { found };
        }
        let after_label = matches!(self.out.last(), Some(last) if last.role == Role::NumberLabel);
        if after_label && let Some((at, len)) = number_piece(text) {
            return Some((at, len, Role::Number));
        }
        // Behind a place stands its date, even damaged.
        if matches!(self.out.last(), Some(last) if last.role == Role::Place) {
            return Some((0, date_len(text), Role::Date));
        }
        if let Some(len) = mark_label(text) {
            return Some((0, len, Role::MarkLabel));
        }
        let gap = if self.traits.is_wide() { text.find(COLUMN_GAP) } else { None };
        let cell = gap.map_or(text, |end| &text[..end]);
        if let Some((mark, len)) = mark(cell) {
            return Some((0, len, Role::Mark(mark)));
        }
        if let Some((at, len)) = label(text) {
            return Some((at, len, Role::NumberLabel));
        }
        if let Some(found) = find_place_date(text, letters.words(text, b"n").map(|word| word.at)) {
            return Some(match found.place {
                Some(place) => (place.start, place.len(), Role::Place),
                None => (found.date.start, found.date.len(), Role::Date),
            });
        }
        None
    }

    /// Puts words down, parted at wide gaps.
    fn words(&mut self, range: Range<usize>, line: usize) {
        if !self.traits.is_wide() {
            self.push(range, line, Role::Words);
            return;
        }
        let text = self.sheet.slice(&range);
        let (mut start, mut blanks, mut end) = (0, 0, 0);
        for (at, c) in text.char_indices() {
            if c == ' ' {
                blanks += 1;
                continue;
            }
            if blanks >= WIDE_GAP && end > start {
                self.push(range.start + start..range.start + end, line, Role::Words);
                start = at;
            }
            (blanks, end) = (0, at + c.len_utf8());
        }
        self.push(range.start + start..range.end, line, Role::Words);
    }

    fn push(&mut self, range: Range<usize>, line: usize, role: Role) {
        let lettered = || self.sheet.slice(&range).chars().any(is_word);
        if matches!(role, Role::Rule) || lettered() {
            self.out.push(Fragment { range, line, role });
        }
    }

    /// Without the blanks and heading signs around it.
    fn trimmed(&self, range: Range<usize>) -> Range<usize> {
        let text = self.sheet.slice(&range);
        // A combining mark that no letter took cannot begin a value.
        let apart = |c: char| c.is_whitespace() || matches!(c, '#' | '>' | '\u{300}'..='\u{36f}');
        let inner = text.trim_start_matches(apart);
        // An emphasis sign whose other end was not found ("*Hà Nội,").
        let inner =
            inner.strip_prefix('*').filter(|rest| rest.starts_with(is_word)).unwrap_or(inner);
        let start = range.end - inner.len();
        start..start + inner.trim_end().len()
    }
}

/// Whether a `|` parts two cells: blanks beside it, or a blank before it and a word behind. In scans
/// it stands for a letter or digit ("ngày |U tháng").
fn is_stroke(text: &str, at: usize) -> bool {
    let before = text[..at].chars().next_back().is_none_or(char::is_whitespace);
    let mut behind = text[at + 1..].chars();
    let blank = |c: Option<char>| c.is_none_or(char::is_whitespace);
    let next = behind.next();
    blank(next)
        || before
            && next.is_some_and(char::is_alphabetic)
            && behind.next().is_some_and(char::is_alphabetic)
}

/// Whether two signs of a rule stand in a row, or one that is not ASCII: many bytes are looked at in
/// one step.
fn may_hold_rule(bytes: &[u8]) -> bool {
    let pairs = bytes.iter().zip(bytes.get(1..).unwrap_or_default());
    let found = pairs.map(|(first, second)| {
        let drawn = matches!(first, b'-' | b'_' | b'=' | b'~' | b'*');
        // These begin the signs that are not ASCII.
        u8::from(matches!(first, 0xc2 | 0xe2) || first == second && drawn)
    });
    found.fold(0, |held, found| held | found) != 0
}

/// A run of rule signs in a piece: where it stands and how long it is. A lone `*` is the rule of a
/// Party letterhead.
fn rule_run(text: &str) -> Option<(usize, usize)> {
    if text.chars().all(|c| matches!(c, '*' | '\\' | ' ')) {
        return Some((0, text.len()));
    }
    if !may_hold_rule(text.as_bytes()) {
        return None;
    }
    let mut run: Option<(usize, usize, char)> = None;
    for (at, c) in text.char_indices() {
        let drawn = matches!(c, '-' | '–' | '—' | '_' | '=' | '~' | '¯' | '*' | '─' | '━');
        match &mut run {
            Some((_, count, sign)) if drawn && *sign == c => *count += 1,
            Some((start, count, _)) if *count >= RULE_RUN => return Some((*start, at - *start)),
            _ => run = drawn.then_some((at, 1, c)),
        }
    }
    run.filter(|run| run.1 >= RULE_RUN).map(|(start, ..)| (start, text.len() - start))
}

/// Words without the stray signs of a scan around them: ". UBND TỈNH", "UBND TỈNH _".
pub(super) fn core(sheet: &Sheet<'_>, range: &Range<usize>) -> Range<usize> {
    let text = sheet.slice(range);
    let Some(first) = text.find(is_word) else { return range.clone() };
    let end = text.trim_end_matches(|c: char| !is_word(c) && !matches!(c, ')' | '"' | '”'));
    range.start + first..range.start + end.len().max(first)
}

/// How many letters a text has.
pub(super) fn letters(text: &str) -> usize {
    text.chars().filter(|c| fold(*c).is_some_and(|letter| letter.is_ascii_alphabetic())).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::normalize;

    fn cut(text: &str) -> Vec<(Role, String)> {
        let clean = normalize(text);
        let sheet = Sheet::new(&clean.text, &clean.map);
        let mut cutter = Cutter::new(&sheet);
        let mut found = Vec::new();
        for line in 0..sheet.lines.len() {
            for fragment in cutter.cut_line(line) {
                found.push((fragment.role, sheet.slice(&fragment.range).to_owned()));
            }
        }
        found
    }

    fn roles(text: &str) -> Vec<(Role, &str, String)> {
        cut(text).into_iter().map(|(role, words)| (role, "", words)).collect()
    }

    fn is(text: &str, want: &[(Role, &str)]) {
        let found = roles(text);
        let found: Vec<_> = found.iter().map(|(role, _, words)| (*role, words.as_str())).collect();
        assert_eq!(found, want, "{text}");
    }

    use Role::{Date, Motto, Number, NumberLabel, Place, Rule, Tag, Words};

    #[test]
    fn two_columns_one_blank_apart() {
        is(
            "SỞ Y TẾ HÒA LONG CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            &[(Words, "SỞ Y TẾ HÒA LONG"), (Motto, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")],
        );
        is(
            "THANH TRA Độc lập —- Tự do - Hạnh phúc",
            &[(Words, "THANH TRA"), (Motto, "Độc lập —- Tự do - Hạnh phúc")],
        );
        is(
            "Số: 30/KH-SYT Hòa Long, ngày 15 tháng 11 năm 2017",
            &[
                (NumberLabel, "Số:"),
                (Number, "30/KH-SYT"),
                (Place, "Hòa Long,"),
                (Date, "ngày 15 tháng 11 năm 2017"),
            ],
        );
    }

    #[test]
    fn table_cells_on_one_line() {
        is(
            "| UBND XÃ AN BÌNH ------- | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc ----- |",
            &[
                (Words, "UBND XÃ AN BÌNH"),
                (Rule, "-------"),
                (Motto, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
                (Motto, "Độc lập - Tự do - Hạnh phúc"),
                (Rule, "-----"),
            ],
        );
        is(
            "| UBND<br>XÃ AN BÌNH | Số: 5/KH |",
            &[
                (Words, "UBND"),
                (Tag, "<br>"),
                (Words, "XÃ AN BÌNH"),
                (NumberLabel, "Số:"),
                (Number, "5/KH"),
            ],
        );
    }

    #[test]
    fn a_motto_broken_over_two_lines() {
        is(
            "UBND XÃ A\tCỘNG HÒA XÃ HỘI\nPHÒNG B\tCHỦ NGHĨA VIỆT NAM",
            &[
                (Words, "UBND XÃ A"),
                (Motto, "CỘNG HÒA XÃ HỘI"),
                (Words, "PHÒNG B"),
                (Motto, "CHỦ NGHĨA VIỆT NAM"),
            ],
        );
        is("ỦY BAN NHÂN DÂN XÃ CỘNG HÒA", &[(Words, "ỦY BAN NHÂN DÂN XÃ CỘNG HÒA")]);
    }

    #[test]
    fn glued_rules_and_mottos() {
        is(
            "CHÍNH PHỦ------- | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAMĐộc lập - Tự do - Hạnh phúc",
            &[
                (Words, "CHÍNH PHỦ"),
                (Rule, "-------"),
                (Motto, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
                (Motto, "Độc lập - Tự do - Hạnh phúc"),
            ],
        );
    }

    #[test]
    fn wide_gaps_part_columns() {
        is("PHÒNG A      TỔ B", &[(Words, "PHÒNG A"), (Words, "TỔ B")]);
        is("PHÒNG  A", &[(Words, "PHÒNG  A")]);
    }
}
