//! Offsets as people and other programs count them.

use std::borrow::Cow;

use memchr::memchr2_iter;

/// A line and column, both counted from 1, the column in characters (code points).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub struct LineColumn {
    /// Line.
    pub line: u32,
    /// Column.
    pub column: u32,
}

/// Converts byte offsets of a text to lines and columns, code points and UTF-16 units.
///
/// Building it reads the text once; each conversion reads at most one line, or one block of 4 KiB.
/// An offset inside a character counts as the character's start, one behind the text as its end.
///
/// ```
/// use kehoach::Positions;
///
/// let positions = Positions::new("Kế hoạch\nnăm 2024");
/// assert_eq!(positions.line_column(14).line, 2);
/// assert_eq!(positions.line_column(14).column, 2);
/// assert_eq!(positions.code_points(5), 3);
/// assert_eq!(positions.utf16(5), 3);
/// ```
#[derive(Debug, Clone)]
pub struct Positions<'a> {
    text: Cow<'a, str>,
    lines: Vec<u32>,
    blocks: Vec<Counted>,
}

/// Characters and UTF-16 units before a block.
#[derive(Debug, Clone, Copy, Default)]
struct Counted {
    code_points: u32,
    utf16: u32,
}

const BLOCK: usize = 4096;

impl<'a> Positions<'a> {
    /// Reads `text`.
    pub fn new(text: impl Into<Cow<'a, str>>) -> Self {
        let text = text.into();
        let mut lines = vec![0];
        let bytes = text.as_bytes();
        for at in memchr2_iter(b'\n', b'\r', bytes) {
            let ends = bytes[at] == b'\n' || bytes.get(at + 1) != Some(&b'\n');
            if ends {
                lines.push(at as u32 + 1);
            }
        }
        let mut blocks = Vec::with_capacity(bytes.len() / BLOCK + 1);
        let mut before = Counted::default();
        for block in bytes.chunks(BLOCK) {
            blocks.push(before);
            let counted = count(block);
            before.code_points += counted.code_points;
            before.utf16 += counted.utf16;
        }
        Self { text, lines, blocks }
    }

    /// Line and column of a byte offset.
    pub fn line_column(&self, offset: u32) -> LineColumn {
        let at = boundary(&self.text, offset);
        let line = self.lines.partition_point(|start| *start as usize <= at).max(1);
        let start = self.lines[line - 1] as usize;
        let column = count(&self.text.as_bytes()[start..at]).code_points + 1;
        LineColumn { line: line as u32, column }
    }

    /// Code points before a byte offset.
    pub fn code_points(&self, offset: u32) -> u32 {
        self.counted(offset).code_points
    }

    /// UTF-16 units before a byte offset.
    pub fn utf16(&self, offset: u32) -> u32 {
        self.counted(offset).utf16
    }

    fn counted(&self, offset: u32) -> Counted {
        let at = boundary(&self.text, offset);
        let block = (at / BLOCK).min(self.blocks.len().saturating_sub(1));
        let before = self.blocks.get(block).copied().unwrap_or_default();
        let within = count(&self.text.as_bytes()[block * BLOCK..at]);
        Counted {
            code_points: before.code_points + within.code_points,
            utf16: before.utf16 + within.utf16,
        }
    }
}

/// Lines and columns of offsets in rising order: each stretch of the text is read once, and nothing
/// behind the last offset.
#[derive(Debug)]
pub(crate) struct LineCursor<'a> {
    text: &'a str,
    /// How far lines have been counted.
    at: usize,
    line: u32,
    /// Where that line begins.
    start: usize,
}

impl<'a> LineCursor<'a> {
    /// A cursor at the start of `text`.
    pub(crate) fn new(text: &'a str) -> Self {
        Self { text, at: 0, line: 1, start: 0 }
    }

    /// As [`Positions::line_column`]; an offset before the last one is counted from the start again.
    pub(crate) fn line_column(&mut self, offset: u32) -> LineColumn {
        let at = boundary(self.text, offset);
        if at < self.at {
            *self = Self::new(self.text);
        }
        let bytes = self.text.as_bytes();
        let passed = &bytes[self.at..at];
        let ends = |at: usize| {
            bytes[at] == b'\n' || bytes[at] == b'\r' && bytes.get(at + 1) != Some(&b'\n')
        };
        let returns = passed.contains(&b'\r');
        let lines = if returns {
            (self.at..at).filter(|at| ends(*at)).count()
        } else {
            passed.iter().fold(0, |lines, byte| lines + usize::from(*byte == b'\n'))
        };
        if lines > 0 {
            let last = (self.at..at).rev().find(|at| ends(*at));
            self.start = last.map_or(self.start, |last| last + 1);
        }
        self.line += lines as u32;
        self.at = at;
        LineColumn { line: self.line, column: count(&bytes[self.start..at]).code_points + 1 }
    }
}

/// The character boundary at or before an offset.
fn boundary(text: &str, offset: u32) -> usize {
    let mut at = (offset as usize).min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// Counts by lead bytes: every character has one, and those of four bytes take two UTF-16 units.
fn count(bytes: &[u8]) -> Counted {
    let code_points = bytes.iter().filter(|b| **b & 0xc0 != 0x80).count() as u32;
    let astral = bytes.iter().filter(|b| **b >= 0xf0).count() as u32;
    Counted { code_points, utf16: code_points + astral }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_from_one_and_by_characters() {
        let positions = Positions::new("ế\r\nb\rc𝄞d");
        let at = |offset| {
            let place = positions.line_column(offset);
            (place.line, place.column)
        };
        assert_eq!(at(0), (1, 1));
        assert_eq!(at(1), (1, 1));
        assert_eq!(at(3), (1, 2));
        assert_eq!(at(5), (2, 1));
        assert_eq!(at(7), (3, 1));
        assert_eq!(at(99), (3, 4));
        assert_eq!((positions.code_points(12), positions.utf16(12)), (7, 8));
    }

    #[test]
    fn a_cursor_counts_as_positions_do() {
        let text = "ế\r\nb\rc𝄞d\n\n\rế\r\n";
        let positions = Positions::new(text);
        let mut cursor = LineCursor::new(text);
        let end = text.len() as u32 + 2;
        for offset in (0..end).chain((0..end).rev()) {
            assert_eq!(cursor.line_column(offset), positions.line_column(offset), "{offset}");
        }
    }

    #[test]
    fn blocks_agree_with_counting() {
        let text = "Kế hoạch 𝄞\n".repeat(2000);
        let positions = Positions::new(&*text);
        for (offset, _) in text.char_indices().step_by(97) {
            let offset = offset as u32;
            let before = &text[..offset as usize];
            assert_eq!(positions.code_points(offset) as usize, before.chars().count());
            assert_eq!(positions.utf16(offset) as usize, before.encode_utf16().count());
        }
    }
}
