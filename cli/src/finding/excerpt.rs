//! The piece of a text that a diagnostic is shown with.

use std::fmt::Write as _;
use std::ops::Range;

use crate::lines::Lines;
use crate::output::acts;

/// A place that goes over more lines than this is shown by its first.
const LINES: usize = 4;
/// What is shown of a long line before and behind a place, in characters.
const AROUND: usize = 160;
/// What is shown of a long place.
const WITHIN: usize = 320;

/// A piece of a text, with whatever a terminal obeys as an escape.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Excerpt {
    /// The number of its first line, from 1.
    pub(super) line: usize,
    pub(super) text: String,
    /// The place within it.
    pub(super) marked: Range<usize>,
    /// How many further lines the place goes over.
    pub(super) further: usize,
}

impl Excerpt {
    /// The lines of a place.
    pub(super) fn of(text: &str, lines: &Lines<'_>, place: Range<usize>) -> Self {
        let first = lines.at(place.start);
        let last = lines.at(place.end.saturating_sub(1).max(place.start));
        let further = if last - first < LINES { 0 } else { last - first };
        let last = last - further;
        let (start, end) = (lines.range(first).start, lines.range(last).end);
        let place = place.start.min(end)..place.end.min(end);
        let place = place.start..forward(text, place.clone(), WITHIN);
        let shown = back(text, start..place.start, AROUND)..forward(text, place.end..end, AROUND);
        let mut excerpt = Self { line: first + 1, text: String::new(), marked: 0..0, further };
        if shown.start > start {
            excerpt.text.push('…');
        }
        excerpt.push(&text[shown.start..place.start]);
        let marked = excerpt.text.len();
        excerpt.push(&text[place.clone()]);
        excerpt.marked = marked..excerpt.text.len();
        excerpt.push(&text[place.end..shown.end]);
        if shown.end < end {
            excerpt.text.push('…');
        }
        excerpt
    }

    /// The column at which the place begins, in characters from 1.
    pub(super) fn column(&self) -> usize {
        self.text[..self.marked.start].chars().count() + 1
    }

    fn push(&mut self, piece: &str) {
        let mut rest = piece.chars().peekable();
        while let Some(c) = rest.next() {
            match c {
                '\r' if rest.peek() == Some(&'\n') => {}
                '\r' | '\n' => self.text.push('\n'),
                '\t' => self.text.push('\t'),
                // Writing to a string cannot fail.
                c if acts(c) => drop(write!(self.text, "\\u{{{:x}}}", u32::from(c))),
                c => self.text.push(c),
            }
        }
    }
}

/// Where `limit` characters of a range end.
fn forward(text: &str, range: Range<usize>, limit: usize) -> usize {
    let mut ends = text[range.clone()].char_indices().map(|(at, _)| range.start + at);
    ends.nth(limit).unwrap_or(range.end)
}

/// Where its last `limit` characters begin.
fn back(text: &str, range: Range<usize>, limit: usize) -> usize {
    let mut starts = text[range.clone()].char_indices().rev().map(|(at, _)| range.start + at);
    starts.nth(limit).map_or(range.start, |at| forward(text, at..range.end, 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn excerpt(text: &str, marked: &str) -> Excerpt {
        let start = text.find(marked).expect("it is there");
        Excerpt::of(text, &Lines::new(text), start..start + marked.len())
    }

    fn shown(text: &str, marked: &str) -> (usize, String, String) {
        let excerpt = excerpt(text, marked);
        let marked = excerpt.text[excerpt.marked].to_owned();
        (excerpt.line, excerpt.text, marked)
    }

    #[test]
    fn a_place_is_shown_with_its_line() {
        let (line, text, marked) = shown("một\r\nhai ba\r\nbốn", "ba");
        assert_eq!((line, text.as_str(), marked.as_str()), (2, "hai ba", "ba"));
        let (line, text, marked) = shown("một\rhai\rba", "t\rhai");
        assert_eq!((line, text.as_str(), marked.as_str()), (1, "một\nhai", "t\nhai"));
    }

    #[test]
    fn what_a_terminal_obeys_is_an_escape_and_the_place_stays() {
        let (_, text, marked) = shown("\u{1b}[2Ja\u{202e}b\u{7}c", "b");
        assert_eq!((text.as_str(), marked.as_str()), ("\\u{1b}[2Ja\\u{202e}b\\u{7}c", "b"));
    }

    #[test]
    fn a_long_line_is_shown_around_the_place() {
        let text = format!("{}đây{}", "ấ".repeat(5000), "ồ ".repeat(5000));
        let excerpt = excerpt(&text, "đây");
        assert_eq!(&excerpt.text[excerpt.marked.clone()], "đây");
        assert_eq!(excerpt.text.chars().count(), 2 * AROUND + "đây".chars().count() + 2);
    }

    #[test]
    fn a_place_of_many_lines_is_shown_by_its_first() {
        let text = "một\nhai\nba\nbốn\nnăm\nsáu\n";
        let whole = Excerpt::of(text, &Lines::new(text), 0..text.len());
        assert_eq!((whole.text.as_str(), whole.further), ("một", 5));
        let four = excerpt(text, "một\nhai\nba\nbốn");
        assert_eq!((four.text.lines().count(), four.further), (4, 0));
    }
}
