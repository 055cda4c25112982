//! Physical lines.

use std::ops::Range;

use crate::lexicon::is_word;

/// A line with something on it. Blank lines are only counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Line {
    /// Its text without the white space around it, in the clean text.
    pub(crate) range: Range<usize>,
    /// Width of the white space before it, in columns (a tab counts to the next multiple of 8).
    pub(crate) indent: u16,
    /// Blank lines between the line before and this one.
    pub(crate) blanks: u16,
    /// Whether a form feed stands between the line before and this one.
    pub(crate) new_page: bool,
}

/// Splits the clean text into its lines.
pub(crate) fn lines(text: &str) -> Vec<Line> {
    let bytes = text.as_bytes();
    let mut lines = Vec::with_capacity(text.len() / 48 + 1);
    let (mut blanks, mut new_page, mut start) = (0_u16, false, 0);
    while start < bytes.len() {
        // A form feed ends a line as well as a page.
        let ends = |byte: &u8| matches!(byte, b'\n' | 0x0c);
        let end = bytes[start..].iter().position(ends).map_or(bytes.len(), |len| start + len);
        if let Some((indent, range)) = trimmed(&bytes[start..end]) {
            let range = start + range.start..start + range.end;
            for piece in without_rules(text, range) {
                lines.push(Line { range: piece, indent, blanks, new_page });
                (blanks, new_page) = (0, false);
            }
        } else if bytes.get(end) == Some(&b'\n') {
            blanks = blanks.saturating_add(1);
        }
        new_page |= bytes.get(end) == Some(&0x0c);
        start = end + 1;
    }
    lines
}

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
        let lines = lines(text);
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
        let lines = lines(text);
        let shown: Vec<_> = lines.iter().map(|line| &text[line.range.clone()]).collect();
        let want =
            ["-----", "Thực hiện", "CHÍNH PHỦ", "----", "--- Một", "----|----", "-----", "A---B"];
        assert_eq!(shown, want);
    }

    #[test]
    fn nothing_gives_no_lines() {
        assert_eq!(lines(""), []);
        assert_eq!(lines(" \n\u{c}\n\t"), []);
    }
}
