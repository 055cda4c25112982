//! The way from the clean text back to the source: only what changed is recorded.

use std::ops::Range;

use super::Span;

/// One place where the clean text differs from the source.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Change {
    clean: Range<u32>,
    source: Range<u32>,
}

/// Converts ranges of the clean text to spans of the source.
///
/// Between two changes the distance is constant. An end that falls inside a change widens outwards,
/// so a span never cuts a letter; what was deleted at the edge of a range stays outside it.
#[derive(Debug, Clone, Default)]
pub(crate) struct SourceMap {
    changes: Vec<Change>,
    escapes: Vec<Range<u32>>,
}

impl SourceMap {
    /// Records that `clean` stands for `source`. Changes come in order and do not overlap.
    pub(super) fn push(&mut self, clean: Range<usize>, source: Range<usize>) {
        let change = Change {
            clean: clean.start as u32..clean.end as u32,
            source: source.start as u32..source.end as u32,
        };
        debug_assert!(
            self.changes.last().is_none_or(|last| last.clean.end <= change.clean.start
                && last.source.end <= change.source.start)
        );
        self.changes.push(change);
    }

    /// Records what an escape leaves in the clean text: an empty range where its sign was left out,
    /// or the escaped stroke of a table, which stays until a value is made. They come in order.
    pub(super) fn push_escape(&mut self, clean: Range<usize>) {
        debug_assert!(self.escapes.last().is_none_or(|last| last.end as usize <= clean.start));
        self.escapes.push(clean.start as u32..clean.end as u32);
    }

    /// Whether the text has any escapes: nearly none has.
    pub(crate) fn has_escapes(&self) -> bool {
        !self.escapes.is_empty()
    }

    /// What escapes left within a range of the clean text, its ends included; in order.
    pub(crate) fn escapes(&self, within: Range<usize>) -> impl Iterator<Item = Range<usize>> {
        let first = self.escapes.partition_point(|escape| (escape.start as usize) < within.start);
        self.escapes[first..]
            .iter()
            .map(|escape| escape.start as usize..escape.end as usize)
            .take_while(move |escape| escape.end <= within.end)
    }

    /// Takes back the deletions behind `source`: a mark composes with the letter before them.
    pub(super) fn rewind(&mut self, source: usize) {
        let kept = self.changes.partition_point(|change| (change.source.start as usize) < source);
        self.changes.truncate(kept);
    }

    /// The span of a range of the clean text.
    pub(crate) fn span(&self, range: &Range<usize>) -> Span {
        let (start, end) = (range.start as u32, range.end as u32);
        if self.changes.is_empty() {
            return Span::new(start, end);
        }
        if start == end {
            // A place, not words: it stays before what was deleted there.
            let at = self.end(end);
            return Span::new(at, at);
        }
        let start = self.start(start);
        Span::new(start, self.end(end).max(start))
    }

    fn start(&self, at: u32) -> u32 {
        let behind = self.changes.partition_point(|change| change.clean.end <= at);
        match self.changes.get(behind) {
            Some(change) if change.clean.start < at => change.source.start,
            _ => Self::shifted(self.changes[..behind].last(), at),
        }
    }

    fn end(&self, at: u32) -> u32 {
        let behind = self.changes.partition_point(|change| change.clean.start < at);
        match self.changes[..behind].last() {
            Some(change) if at < change.clean.end => change.source.end,
            last => Self::shifted(last, at),
        }
    }

    fn shifted(last: Option<&Change>, at: u32) -> u32 {
        last.map_or(at, |change| change.source.end + (at - change.clean.end))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Source `a**bc\r\nd` with `**` and `\r` deleted, `X` standing for `bc`.
    fn map() -> SourceMap {
        let mut map = SourceMap::default();
        map.push(1..1, 1..3);
        map.push(1..2, 3..5);
        map.push(2..2, 5..6);
        map
    }

    #[test]
    fn unchanged_text_maps_to_itself() {
        assert_eq!(SourceMap::default().span(&(3..7)), Span::new(3, 7));
    }

    #[test]
    fn deletions_at_the_edges_stay_outside() {
        assert_eq!(map().span(&(0..1)), Span::new(0, 1));
        assert_eq!(map().span(&(1..2)), Span::new(3, 5));
        assert_eq!(map().span(&(2..4)), Span::new(6, 8));
        assert_eq!(map().span(&(0..4)), Span::new(0, 8));
        assert_eq!(map().span(&(2..2)), Span::new(5, 5));
    }

    #[test]
    fn an_end_inside_a_change_widens() {
        let mut map = SourceMap::default();
        map.push(2..5, 2..8);
        assert_eq!(map.span(&(3..4)), Span::new(2, 8));
        assert_eq!(map.span(&(0..3)), Span::new(0, 8));
        assert_eq!(map.span(&(4..6)), Span::new(2, 9));
    }
}
