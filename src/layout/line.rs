//! Physical lines.

use std::ops::Range;

use memchr::memchr2;

use crate::lexicon::chrome::is_page_break;
use crate::lexicon::{is_small, is_upper, is_word, opens_spelt};

/// The blanks that part two columns or cells. Two are common in justified text.
pub(crate) const COLUMN_GAP: &str = "   ";

/// A line with something on it. Blank lines are only counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Line {
    /// Its text without the white space around it, in the clean text.
    pub(crate) range: Range<usize>,
    /// Width of the white space before it, in columns (a tab counts to the next multiple of 8).
    pub(crate) indent: u16,
    /// Blank lines between the line before and this one.
    pub(crate) blanks: u16,
    /// Whether a form feed stands between the line before and this one, or the line before says so.
    pub(crate) new_page: bool,
    /// What it holds.
    pub(crate) traits: Traits,
}

/// What a line holds, noted in one pass: most rules need not look at its letters again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Traits(u8);

impl Traits {
    /// A small letter.
    const SMALL: u8 = 1;
    /// Two capitals at least.
    const CAPITALS: u8 = 1 << 1;
    /// Two blanks in a row, or white space that is no blank.
    const WIDE: u8 = 1 << 2;
    const TAB: u8 = 1 << 3;
    const STROKE: u8 = 1 << 4;
    const ANGLE: u8 = 1 << 5;
    const QUOTE: u8 = 1 << 6;
    /// What a program writes between two pages.
    const PAGE_BREAK: u8 = 1 << 7;

    /// What a byte and the one behind it tell.
    fn told_by(byte: u8, next: u8) -> u8 {
        let tells = |yes: bool, sign: u8| if yes { sign } else { 0 };
        tells(byte.is_ascii_lowercase(), Self::SMALL)
            | tells(matches!(byte, b'\t' | b'\r' | 0x0b), Self::WIDE)
            | tells([byte, next] == *b"  ", Self::WIDE)
            | tells(byte == b'\t', Self::TAB)
            | tells(byte == b'|', Self::STROKE)
            | tells(byte == b'<', Self::ANGLE)
            // 0xe2 is the first byte of “ and ”.
            | tells(matches!(byte, b'"' | 0xe2), Self::QUOTE)
    }

    /// What all bytes tell, each with the one behind it; no blank stands at the end of a line.
    fn told_by_all(bytes: &[u8]) -> u8 {
        const STEP: usize = 16;
        let mut held = [0; STEP];
        let mut look = |bytes: &[u8], behind: &[u8]| {
            for ((held, byte), next) in held.iter_mut().zip(bytes).zip(behind) {
                *held |= Self::told_by(*byte, *next);
            }
        };
        let Some((last, body)) = bytes.split_last() else { return 0 };
        let behind = &bytes[1..];
        let (steps, nexts) = (body.chunks_exact(STEP), behind.chunks_exact(STEP));
        if let Some(back) = body.len().checked_sub(STEP) {
            steps.zip(nexts).for_each(|(step, next)| look(step, next));
            // The last step overlaps the one before it: what is noted twice is noted once.
            look(&body[back..], &behind[back..]);
        } else {
            look(body, behind);
        }
        held.iter().fold(Self::told_by(*last, 0), |all, held| all | held)
    }

    /// Notes what a line holds.
    pub(crate) fn of(line: &str) -> Self {
        let mut held = Self::told_by_all(line.as_bytes());
        // Letters beyond ASCII are looked at only in a line without a small one of ASCII.
        if held & Self::SMALL == 0 {
            let mut letters = 0;
            for c in line.chars() {
                if is_small(c) {
                    held |= Self::SMALL;
                    break;
                }
                if letters < 2 {
                    letters += usize::from(is_word(c) && !c.is_ascii_digit());
                }
            }
            if letters >= 2 {
                held |= Self::CAPITALS;
            }
        }
        if is_page_break(line) {
            held |= Self::PAGE_BREAK;
        }
        Self(held)
    }

    /// Whether every letter is a capital and there are at least two.
    pub(crate) fn is_upper(self) -> bool {
        self.0 & (Self::SMALL | Self::CAPITALS) == Self::CAPITALS
    }

    /// Whether all white space is single blanks, and no table stroke is there.
    pub(crate) fn is_plain(self) -> bool {
        self.0 & (Self::WIDE | Self::STROKE) == 0
    }

    /// Whether two blanks stand in a row, or white space that is no blank.
    pub(crate) fn is_wide(self) -> bool {
        self.0 & Self::WIDE != 0
    }

    /// Whether it holds a tab.
    pub(crate) fn has_tab(self) -> bool {
        self.0 & Self::TAB != 0
    }

    /// Whether it holds a table stroke.
    pub(crate) fn has_stroke(self) -> bool {
        self.0 & Self::STROKE != 0
    }

    /// Whether it may hold markup in angle brackets.
    pub(crate) fn has_angle(self) -> bool {
        self.0 & Self::ANGLE != 0
    }

    /// Whether it is what a program writes between two pages: "--- PAGE BREAK ---".
    pub(crate) fn is_page_break(self) -> bool {
        self.0 & Self::PAGE_BREAK != 0
    }

    /// Whether it may hold a quotation mark.
    pub(crate) fn may_quote(self) -> bool {
        self.0 & Self::QUOTE != 0
    }
}

/// Splits the clean text into its lines, the first `most` of them; gives where what is left begins.
pub(crate) fn lines(text: &str, most: usize) -> (Vec<Line>, usize) {
    let bytes = text.as_bytes();
    let mut lines = Vec::with_capacity(most.min(text.len() / 48 + 1));
    let (mut blanks, mut new_page, mut start) = (0_u16, false, 0);
    while start < bytes.len() && lines.len() < most {
        // A form feed ends a line as well as a page, and so does what programs write for one.
        let end = memchr2(b'\n', 0x0c, &bytes[start..]).map_or(bytes.len(), |len| start + len);
        if let Some((indent, range)) = trimmed(&bytes[start..end]) {
            let range = start + range.start..start + range.end;
            let parted = without_rules(text, range)
                .flat_map(|piece| without_label(text, piece))
                .flat_map(|piece| without_note(text, piece));
            for piece in parted {
                let traits = Traits::of(&text[piece.clone()]);
                lines.push(Line { range: piece, indent, blanks, new_page, traits });
                (blanks, new_page) = (0, traits.is_page_break());
            }
        } else if bytes.get(end) == Some(&b'\n') {
            blanks = blanks.saturating_add(1);
        }
        new_page |= bytes.get(end) == Some(&0x0c);
        start = end + 1;
    }
    (lines, start.min(text.len()))
}

/// A line, parted from "Nơi nhận:" that is glued to its closing sign: "… để biết, thực hiện./.Nơi nhận:".
fn without_label(text: &str, range: Range<usize>) -> impl Iterator<Item = Range<usize>> {
    let words = &text[range.clone()];
    let close = words.strip_suffix(':').and_then(|words| words.rfind(CLOSE));
    let label = close.map(|at| at + CLOSE.len()).filter(|at| {
        let label = words[*at..].trim_start();
        opens_spelt(label, "nơi nhận").is_some_and(|len| label[len..].trim_start() == ":")
    });
    let end = label.map_or(range.end, |at| range.start + at);
    let label = label.map(|_| {
        let behind = &text[end..range.end];
        range.end - behind.trim_start().len()..range.end
    });
    std::iter::once(range.start..end).chain(label)
}

/// A title in capitals, parted from what says to which document it belongs: "TRỒNG CÂY NĂM 2025 (Kèm theo Quyết định số …)".
fn without_note(text: &str, range: Range<usize>) -> impl Iterator<Item = Range<usize>> {
    let words = &text[range.clone()];
    let open = words.strip_suffix(')').and_then(|words| words.rfind('(')).filter(|at| {
        ["Kèm theo", "Ban hành kèm theo"].iter().any(|note| words[at + 1..].starts_with(note))
            && is_upper(words[..*at].trim_end())
    });
    let note = open.map(|at| range.start + at..range.end);
    let end = open.map_or(range.end, |at| range.start + words[..at].trim_end().len());
    std::iter::once(range.start..end).chain(note)
}

/// The sign with which a text closes.
const CLOSE: &str = "./.";

/// Signs of a rule, this many in a row, are drawn and not written.
const RULE: usize = 4;

/// A line, parted from a rule that is glued to it: "-----Thực hiện …", "CHÍNH PHỦ-----".
fn without_rules(text: &str, range: Range<usize>) -> impl Iterator<Item = Range<usize>> {
    let words = text[range.clone()].as_bytes();
    let drawn = |byte: Option<&u8>| byte.filter(|b| matches!(b, b'-' | b'_' | b'=')).copied();
    let (mut start, mut end) = (range.start, range.end);
    if let Some(sign) = drawn(words.first()) {
        let run = words.iter().take_while(|b| **b == sign).count();
        let next = text[range.start + run..range.end].chars().next();
        if run >= RULE && next.is_some_and(is_word) {
            start += run;
        }
    }
    if let Some(sign) = drawn(words.last()) {
        let run = words.iter().rev().take_while(|b| **b == sign).count();
        let before = text[range.start..range.end - run].chars().next_back();
        if run >= RULE && before.is_some_and(is_word) {
            end -= run;
        }
    }
    [range.start..start, start..end, end..range.end].into_iter().filter(|piece| !piece.is_empty())
}

/// Where the text of a raw line lies, and how far it is indented.
fn trimmed(bytes: &[u8]) -> Option<(u16, Range<usize>)> {
    let start = bytes.iter().position(|b| !b.is_ascii_whitespace())?;
    let end = bytes.iter().rposition(|b| !b.is_ascii_whitespace())? + 1;
    let mut indent = 0_u16;
    for byte in &bytes[..start] {
        let width = if *byte == b'\t' { 8 - indent % 8 } else { 1 };
        indent = indent.saturating_add(width);
    }
    Some((indent, start..end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_blanks_indents_and_pages() {
        let text = "  một\n\n \n\thai \n\u{c}3\nbốn";
        let (lines, _) = lines(text, usize::MAX);
        let shown: Vec<_> = lines
            .iter()
            .map(|l| (&text[l.range.clone()], l.indent, l.blanks, l.new_page))
            .collect();
        assert_eq!(
            shown,
            [("một", 2, 0, false), ("hai", 8, 2, false), ("3", 0, 0, true), ("bốn", 0, 0, false)]
        );
    }

    #[test]
    fn rules_glued_to_words_are_lines_of_their_own() {
        let text = "-----Thực hiện\nCHÍNH PHỦ----\n--- Một\n----|----\n-----\nA---B";
        let (lines, _) = lines(text, usize::MAX);
        let shown: Vec<_> = lines.iter().map(|line| &text[line.range.clone()]).collect();
        let want =
            ["-----", "Thực hiện", "CHÍNH PHỦ", "----", "--- Một", "----|----", "-----", "A---B"];
        assert_eq!(shown, want);
    }

    #[test]
    fn a_note_behind_a_title_is_a_line_of_its_own() {
        for (text, parts) in [
            ("TRỒNG CÂY NĂM 2025 (Kèm theo Quyết định số 5/QĐ-UBND)", 2),
            ("QUY CHẾ (Ban hành kèm theo Quyết định số 5/QĐ-UBND)", 2),
            ("(Kèm theo Quyết định số 5/QĐ-UBND)", 1),
            ("Trồng cây năm 2025 (Kèm theo Quyết định số 5/QĐ-UBND)", 1),
            ("TRỒNG CÂY (ĐỢT 2)", 1),
            ("TRỒNG CÂY (Kèm theo Quyết định số 5", 1),
        ] {
            let (lines, _) = lines(text, usize::MAX);
            let shown: Vec<_> = lines.iter().map(|line| &text[line.range.clone()]).collect();
            assert_eq!(shown.len(), parts, "{shown:?}");
            assert_eq!(shown.join(" "), text);
        }
    }

    #[test]
    fn traits_say_what_a_line_holds() {
        for (line, upper, plain, wide) in [
            ("MỤC ĐÍCH", true, true, false),
            ("MỤC ĐíCH", false, true, false),
            ("ỷ", false, true, false),
            ("Ư", false, true, false),
            ("1. 2", false, true, false),
            ("A  B", true, false, true),
            ("a\tb", false, false, true),
            ("A | B", true, false, false),
            ("a b c", false, true, false),
        ] {
            let traits = Traits::of(line);
            assert_eq!(traits.is_upper(), upper, "{line:?}");
            assert_eq!(traits.is_upper(), crate::lexicon::is_upper(line), "{line:?}");
            assert_eq!(traits.is_plain(), plain, "{line:?}");
            assert_eq!(traits.is_wide(), wide, "{line:?}");
        }
        assert!(Traits::of("a\tb").has_tab() && !Traits::of("a  b").has_tab());
        assert!(Traits::of("a<br>b").has_angle());
        assert!(Traits::of("“a”").may_quote() && !Traits::of("a").may_quote());
    }

    #[test]
    fn nothing_gives_no_lines() {
        for text in ["", " \n\u{c}\n\t"] {
            assert_eq!(lines(text, usize::MAX), (Vec::new(), text.len()));
        }
    }

    #[test]
    fn no_more_lines_than_are_asked_for() {
        let text = "một\n\nhai\nba";
        let (found, rest) = lines(text, 2);
        assert_eq!(found.len(), 2);
        assert_eq!(&text[rest..], "ba");
    }
}
