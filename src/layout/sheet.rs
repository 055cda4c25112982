//! The sheet all readers look at: the clean text with its lines, and values placed in the source.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::ops::Range;

use super::foot::{Segment, segments};
use super::line::{Line, lines};
use crate::document::Text;
use crate::lexicon::{Marks, is_dash, is_word};
use crate::source::{SourceMap, Span};

/// Ranges of the clean text that make up one value, in reading order: the lines of a paragraph.
pub(crate) type Pieces = [Range<usize>];

/// The clean text with its lines and its way back to the source.
#[derive(Debug)]
pub(crate) struct Sheet<'a> {
    /// The clean text.
    pub(crate) text: &'a str,
    /// Its lines.
    pub(crate) lines: Vec<Line>,
    /// For each block of the text how many lines begin before it: the way from a place to its line.
    before: Vec<u32>,
    /// The cells of each line, once somebody asked: foot and content are looked for more than once.
    cells: Vec<OnceCell<Box<[Segment]>>>,
    /// What stands behind the last line that is laid out.
    pub(crate) rest: Range<usize>,
    map: &'a SourceMap,
    /// Whether the text has the marks of its letters, once somebody asked.
    marks: OnceCell<Marks>,
}

/// Bytes of a block: about a line.
const BLOCK: usize = 64;

impl<'a> Sheet<'a> {
    /// Lays the clean text out in lines.
    #[cfg(test)]
    pub(crate) fn new(text: &'a str, map: &'a SourceMap) -> Self {
        Self::with_lines(text, map, usize::MAX)
    }

    /// Lays the clean text out in `most` lines at most.
    pub(crate) fn with_lines(text: &'a str, map: &'a SourceMap, most: usize) -> Self {
        let (lines, end) = lines(text, most);
        let left = text[end..].trim();
        let start = text.len() - text[end..].trim_start().len();
        let rest = start..start + left.len();
        let mut before = Vec::with_capacity(text.len() / BLOCK + 1);
        let mut begun = 0;
        for block in 0..=text.len() / BLOCK {
            let begins = |line: &&Line| line.range.start < block * BLOCK;
            begun += lines[begun..].iter().take_while(begins).count();
            before.push(begun as u32);
        }
        let cells = std::iter::repeat_with(OnceCell::new).take(lines.len()).collect();
        Self { text, lines, before, cells, rest, map, marks: OnceCell::new() }
    }

    /// The pieces of a line between its columns.
    pub(crate) fn cells(&self, line: usize) -> &[Segment] {
        self.cells[line].get_or_init(|| segments(self, line).into())
    }

    /// The line that a place lies on or behind; `None` before the first.
    fn line_at(&self, place: usize) -> Option<&Line> {
        let begun = *self.before.get(place / BLOCK)? as usize;
        let more = self.lines[begun..].iter().take_while(|line| line.range.start <= place);
        self.lines.get((begun + more.count()).checked_sub(1)?)
    }

    /// Running text without a page around it: no lines are looked for.
    pub(crate) fn running(text: &'a str, map: &'a SourceMap) -> Self {
        Self {
            text,
            lines: Vec::new(),
            before: Vec::new(),
            cells: Vec::new(),
            rest: 0..0,
            map,
            marks: OnceCell::new(),
        }
    }

    /// Whether the text has the marks of its letters.
    pub(crate) fn marks(&self) -> Marks {
        *self.marks.get_or_init(|| Marks::of(self.text))
    }

    /// How many lines lie within the first `bytes` bytes.
    pub(crate) fn lines_within(&self, bytes: usize) -> usize {
        self.lines.partition_point(|line| line.range.end <= bytes)
    }

    /// The words of a line.
    pub(crate) fn line(&self, index: usize) -> &'a str {
        &self.text[self.lines[index].range.clone()]
    }

    /// Whether every letter of a line is a capital.
    pub(crate) fn is_upper(&self, index: usize) -> bool {
        self.lines[index].traits.is_upper()
    }

    /// The words of a range.
    pub(crate) fn slice(&self, range: &Range<usize>) -> &'a str {
        &self.text[range.clone()]
    }

    /// The span of a range in the source.
    pub(crate) fn span(&self, range: &Range<usize>) -> Span {
        self.map.span(range)
    }

    /// Whether signs of the text are escaped, which no value keeps.
    pub(crate) fn has_escapes(&self) -> bool {
        self.map.has_escapes()
    }

    /// The span from the start of the first piece to the end of the last.
    pub(crate) fn hull(&self, pieces: &Pieces) -> Span {
        if let [piece] = pieces {
            return self.span(piece);
        }
        let start = pieces.iter().map(|piece| piece.start).min().unwrap_or_default();
        let end = pieces.iter().map(|piece| piece.end).max().unwrap_or(start);
        self.span(&(start..end))
    }

    /// Words and their place: the value that these pieces make up.
    pub(crate) fn placed(&self, text: String, pieces: &Pieces) -> Text {
        if !self.has_escapes() {
            return Text { text, span: self.hull(pieces), parts: self.parts(pieces) };
        }
        let bare = self.without_escapes(pieces);
        let start = pieces.iter().map(|piece| piece.start).min().unwrap_or_default();
        let nothing = start..start;
        let pieces = if bare.is_empty() { std::slice::from_ref(&nothing) } else { &*bare };
        Text { text, span: self.hull(pieces), parts: self.parts(pieces) }
    }

    /// The pieces cut at the escapes within them.
    fn without_escapes(&self, pieces: &Pieces) -> Vec<Range<usize>> {
        let mut bare = Vec::with_capacity(pieces.len() + 1);
        for piece in pieces {
            let mut rest = piece.clone();
            for escape in self.map.escapes(piece.clone()) {
                let words =
                    self.slice(&(rest.start..escape.start)).trim_end_matches(is_blank_or_stroke);
                bare.push(rest.start..rest.start + words.len());
                let words =
                    self.slice(&(escape.end..rest.end)).trim_start_matches(is_blank_or_stroke);
                rest.start = rest.end - words.len();
            }
            bare.push(rest);
        }
        bare.retain(|piece| !piece.is_empty());
        bare
    }

    /// Whether two pieces of a value stand side by side: nothing but white space lies between.
    fn adjoins(&self, piece: &Range<usize>, next: &Range<usize>) -> bool {
        let between = self.text.get(piece.end..next.start);
        between.is_some_and(|text| text.bytes().all(is_filler))
            && self.map.escapes(piece.end..next.start).next().is_none()
    }

    /// The parts of a value: none where nothing but white space lies between its pieces.
    fn parts(&self, pieces: &Pieces) -> Vec<Span> {
        if pieces.windows(2).all(|pair| self.adjoins(&pair[0], &pair[1])) {
            return Vec::new();
        }
        let mut parts: Vec<Range<usize>> = Vec::with_capacity(pieces.len());
        for piece in pieces {
            match parts.last_mut() {
                Some(last) if self.adjoins(last, piece) => last.end = piece.end,
                _ => parts.push(piece.clone()),
            }
        }
        parts.iter().map(|part| self.span(part)).collect()
    }

    /// The words of the pieces as one running text: white space collapsed, lines joined, a symbol
    /// broken at its hyphen ("04/KH-" + "UBND") joined without a space.
    pub(crate) fn flow(&self, pieces: &Pieces) -> String {
        // Most values stand on one line, as they are.
        if let [piece] = pieces
            && self.is_plain(piece)
        {
            return self.slice(piece).to_owned();
        }
        let mut text = String::with_capacity(pieces.iter().map(|piece| piece.len() + 1).sum());
        for piece in pieces {
            let words = self.slice(piece);
            let glue = text.is_empty() || breaks_inside_a_symbol(&text);
            let lead = if glue { "" } else { " " };
            if self.is_plain(piece) {
                text.push_str(lead);
                text.push_str(words);
            } else {
                collapse(&self.without_signs(piece), lead, &mut text);
            }
        }
        text
    }

    /// The words of one piece as running text, borrowed where they are so as they stand.
    pub(crate) fn flow_of(&self, piece: &Range<usize>) -> Cow<'a, str> {
        match self.without_signs(piece) {
            Cow::Borrowed(words) if !needs_collapsing(words.as_bytes()) => Cow::Borrowed(words),
            words => {
                let mut text = String::with_capacity(words.len());
                collapse(&words, "", &mut text);
                Cow::Owned(text)
            }
        }
    }

    /// The words of a piece; a stroke that is escaped takes its sign with it.
    fn without_signs(&self, piece: &Range<usize>) -> Cow<'a, str> {
        let words = self.slice(piece);
        if !self.has_escapes() {
            return words.into();
        }
        let (mut bare, mut from) = (String::with_capacity(words.len()), piece.start);
        for stroke in self.map.escapes(piece.clone()).filter(|escape| !escape.is_empty()) {
            bare.push_str(self.slice(&(from..stroke.start)));
            from = stroke.end - 1;
        }
        bare.push_str(self.slice(&(from..piece.end)));
        bare.into()
    }

    /// Whether a piece is words with single blanks between them, seen from its line alone.
    fn is_plain(&self, piece: &Range<usize>) -> bool {
        let Some(line) = self.line_at(piece.start) else { return false };
        let words = self.text.as_bytes();
        let ends_in_words = |at: usize| words.get(at).is_some_and(|b| *b > b' ');
        piece.end <= line.range.end
            && line.traits.is_plain()
            && ends_in_words(piece.start)
            && ends_in_words(piece.end.wrapping_sub(1))
    }
}

/// White space and table strokes, which no text keeps.
fn is_filler(byte: u8) -> bool {
    byte.is_ascii_whitespace() || byte == b'|'
}

fn is_blank_or_stroke(c: char) -> bool {
    c.is_ascii() && is_filler(c as u8)
}

/// Whether a line ended in the middle of a symbol or compound: a hyphen or slash right behind a
/// letter or digit.
pub(crate) fn breaks_inside_a_symbol(text: &str) -> bool {
    let mut back = text.chars().rev();
    back.next().is_some_and(|c| c == '/' || is_dash(c)) && back.next().is_some_and(is_word)
}

/// Appends `words` with white space collapsed, `lead` before them if they are not empty.
fn collapse(words: &str, lead: &str, out: &mut String) {
    if !needs_collapsing(words.as_bytes()) {
        if !words.is_empty() {
            out.push_str(lead);
            out.push_str(words);
        }
        return;
    }
    let mut lead = lead;
    for word in words.split(is_blank_or_stroke) {
        if !word.is_empty() {
            out.push_str(lead);
            out.push_str(word);
            lead = " ";
        }
    }
}

/// Whether there is any white space but single blanks between words.
fn needs_collapsing(words: &[u8]) -> bool {
    let (Some(first), Some(last)) = (words.first(), words.last()) else { return false };
    // Without a branch, so that many bytes are looked at in one step.
    let odd = |byte: u8| u8::from(byte < b' ') | u8::from(byte == b'|');
    let pairs = words.iter().zip(&words[1..]);
    let held = pairs.fold(odd(*first), |held, (a, b)| {
        held | odd(*b) | u8::from(*a == b' ') & u8::from(*b == b' ')
    });
    held != 0 || *first == b' ' || *last == b' '
}

/// Cuts the punctuation off that a value does not keep: a trailing `; , . :` and `./.`.
pub(crate) fn trim_value(text: &str) -> &str {
    if text.ends_with(|c: char| c.is_ascii_alphanumeric()) {
        return text;
    }
    let trimmed =
        text.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, ';' | ',' | ':'));
    let end = trimmed
        .trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '.' | '/' | ';' | ',' | ':'));
    if end.is_empty() { trimmed } else { end }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::Ledger;

    #[test]
    fn flow_joins_lines_and_collapses_space() {
        let text = "số 04/KH-\n\nUBND  ngày\t5 |\nx";
        let map = SourceMap::default();
        let sheet = Sheet::new(text, &map);
        let pieces: Vec<_> = sheet.lines.iter().map(|line| line.range.clone()).collect();
        assert_eq!(sheet.flow(&pieces), "số 04/KH-UBND ngày 5 x");
        assert_eq!(sheet.parts(&pieces), []);
    }

    #[test]
    fn a_torn_value_has_parts() {
        let text = "lập dự toán trước\n   1\nngày 15/6";
        let map = SourceMap::default();
        let sheet = Sheet::new(text, &map);
        let pieces = [sheet.lines[0].range.clone(), sheet.lines[2].range.clone()];
        let ledger = Ledger::new(&sheet, 10);
        let value = ledger.evidence(&pieces);
        assert_eq!(value.text, "lập dự toán trước ngày 15/6");
        assert_eq!(value.parts.len(), 2);
    }

    #[test]
    fn a_value_is_parted_by_its_escapes() {
        let source = "1\\. Một\\; hai \\| ba\n\\- bốn \\|";
        let clean = crate::source::normalize(source);
        let sheet = Sheet::new(&clean.text, &clean.map);
        let lines: Vec<_> = sheet.lines.iter().map(|line| line.range.clone()).collect();
        for (pieces, text, want) in [
            (&lines[..], "1. Một; hai ba - bốn", &["1", ". Một", "; hai", "ba", "- bốn"][..]),
            (&lines[1..], "- bốn", &[]),
        ] {
            let value = sheet.placed(sheet.flow(pieces), pieces);
            assert_eq!(value.text, text);
            let slices: Vec<_> = value.parts.iter().filter_map(|part| part.slice(source)).collect();
            assert_eq!(slices, want);
            assert!(value.span.slice(source).is_some_and(|hull| hull.ends_with("- bốn")));
        }
    }

    #[test]
    fn values_lose_their_last_punctuation() {
        for (text, want) in [
            ("Yêu cầu:", "Yêu cầu"),
            ("toàn tỉnh./.", "toàn tỉnh"),
            ("toàn tỉnh. /.", "toàn tỉnh"),
            ("UBND tỉnh;", "UBND tỉnh"),
            ("...", "..."),
        ] {
            assert_eq!(trim_value(text), want, "{text}");
        }
    }
}
