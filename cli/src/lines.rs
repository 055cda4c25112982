//! The lines of a text, as positions count them.

use std::ops::Range;

use kehoach::Span;

/// Where the lines of a text begin: they end in LF, CRLF or CR.
#[derive(Debug)]
pub(crate) struct Starts(Vec<usize>);

impl Starts {
    pub(crate) fn new(text: &str) -> Self {
        let bytes = text.as_bytes();
        let ends = bytes.iter().enumerate().filter(|(at, byte)| match byte {
            b'\n' => true,
            b'\r' => bytes.get(at + 1) != Some(&b'\n'),
            _ => false,
        });
        Self(std::iter::once(0).chain(ends.map(|(at, _)| at + 1)).collect())
    }

    /// The line that holds an offset, counted from 0. How long the line is makes no difference.
    pub(crate) fn at(&self, offset: usize) -> usize {
        self.0.partition_point(|start| *start <= offset).max(1) - 1
    }
}

/// The lines of a text.
#[derive(Debug)]
pub(crate) struct Lines<'a> {
    text: &'a str,
    starts: Starts,
}

impl<'a> Lines<'a> {
    pub(crate) fn new(text: &'a str) -> Self {
        let starts = Starts::new(text);
        Self { text, starts }
    }

    /// How many there are; an empty one behind the last line end counts.
    pub(crate) fn count(&self) -> usize {
        self.starts.0.len()
    }

    /// The line that holds an offset, counted from 0.
    pub(crate) fn at(&self, offset: usize) -> usize {
        self.starts.at(offset)
    }

    /// Where a line stands, without its end.
    pub(crate) fn range(&self, line: usize) -> Range<usize> {
        let start = self.starts.0.get(line).copied().unwrap_or(self.text.len());
        let end = self.starts.0.get(line + 1).copied().unwrap_or(self.text.len());
        let body = self.text[start..end].trim_end_matches(['\n', '\r']);
        start..start + body.len()
    }

    /// A place as a range of the text.
    pub(crate) fn place(&self, span: Span) -> Range<usize> {
        let end = self.boundary(span.end as usize);
        self.boundary(span.start as usize).min(end)..end
    }

    /// The character boundary at or before an offset.
    pub(crate) fn boundary(&self, offset: usize) -> usize {
        let mut at = offset.min(self.text.len());
        while !self.text.is_char_boundary(at) {
            at -= 1;
        }
        at
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_end_as_positions_count_them() {
        let text = "ế\r\nb\rc\n\n";
        let lines = Lines::new(text);
        let all: Vec<&str> = (0..lines.count()).map(|line| &text[lines.range(line)]).collect();
        assert_eq!(all, ["ế", "b", "c", "", ""]);
        let positions = kehoach::Positions::new(text);
        for offset in 0..=text.len() {
            let there = positions.line_column(u32::try_from(offset).expect("small"));
            assert_eq!(lines.at(lines.boundary(offset)) + 1, there.line as usize, "{offset}");
        }
    }

    #[test]
    fn a_place_outside_the_text_or_within_a_letter_is_moved_to_one_that_is() {
        let lines = Lines::new("ế");
        assert_eq!(lines.place(Span::new(1, 9)), 0..3);
        assert_eq!(lines.place(Span::new(8, 9)), 3..3);
    }
}
