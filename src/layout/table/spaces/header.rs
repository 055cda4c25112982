//! The header of a table of blanks: headings over several lines, put over each other.

use std::ops::Range;

use super::{HEADING_WIDTH, Segment, opens_row, segments};
use crate::layout::Sheet;
use crate::layout::table::Cell;
use crate::lexicon::columns::known_column;
use crate::lexicon::is_upper;

/// Most lines of a header above and below the line that shows it.
const HEADER_LINES: usize = 4;

/// The header: its cells and where each stands on the page.
pub(super) struct Header {
    /// The lines it takes.
    pub(super) lines: Range<usize>,
    /// Its cells.
    pub(super) cells: Vec<Cell>,
    /// Where each stands, in characters from the margin.
    pub(super) spans: Vec<Range<usize>>,
}

impl Header {
    /// Reads the header that holds the first of `lines`, cut to `main`; it may begin some lines
    /// before, if they are still `free`.
    pub(super) fn read(
        sheet: &Sheet<'_>,
        free: usize,
        lines: &Range<usize>,
        main: Vec<Segment>,
        numbered: bool,
    ) -> Self {
        let at = lines.start;
        let capitals = main.iter().all(|s| is_upper(sheet.slice(&s.words)));
        let margin = main[0].to;
        let belongs = |index: usize| {
            let parts = segments(sheet, index);
            let named = |s: &Segment| {
                let text = sheet.slice(&s.words);
                s.to - s.from <= HEADING_WIDTH
                    && !opens_row(text)
                    && (text.starts_with(|c: char| c.is_lowercase() || c == '(')
                        || known_column(text).is_some()
                        || capitals && is_upper(text))
            };
            let clear = !numbered || parts.iter().all(|s| s.from >= margin);
            (clear && parts.iter().all(named)).then_some(parts)
        };
        let mut rows = vec![main];
        let mut start = at;
        while start > free && at - start < HEADER_LINES && sheet.lines[start].blanks == 0 {
            let Some(parts) = belongs(start - 1) else { break };
            // A line of the title is one stretch across the columns.
            if parts.len() < 2 && rows[0].len() > 2 && parts.iter().any(|s| s.to - s.from > 24) {
                break;
            }
            rows.insert(0, parts);
            start -= 1;
        }
        let mut end = at + 1;
        while end < lines.end && end - at < HEADER_LINES && sheet.lines[end].blanks == 0 {
            let Some(parts) = belongs(end) else { break };
            rows.push(parts);
            end += 1;
        }
        let (cells, spans) = Self::columns(&rows);
        Self { lines: start..end, cells, spans }
    }

    /// Puts the lines of a header over each other: the fullest line gives the columns, the words of
    /// the others go to the columns they stand above or below.
    fn columns(rows: &[Vec<Segment>]) -> (Vec<Cell>, Vec<Range<usize>>) {
        let mut spans: Vec<Range<usize>> = Vec::new();
        let fullest = rows.iter().max_by_key(|row| row.len());
        spans.extend(fullest.into_iter().flatten().map(|segment| segment.from..segment.to));
        for segment in rows.iter().flatten() {
            if spans.iter().all(|span| segment.shared(span) == 0) {
                let at = spans.partition_point(|span| span.start < segment.from);
                spans.insert(at, segment.from..segment.to);
            }
        }
        let mut cells = vec![Cell::new(); spans.len()];
        for segment in rows.iter().flatten() {
            for (cell, span) in cells.iter_mut().zip(&spans) {
                if segment.shared(span) > 0 {
                    cell.push(segment.words.clone());
                }
            }
        }
        for segment in rows.iter().flatten() {
            let under: Vec<usize> =
                (0..spans.len()).filter(|at| segment.shared(&spans[*at]) > 0).collect();
            if let [only] = under[..] {
                spans[only] = spans[only].start.min(segment.from)..spans[only].end.max(segment.to);
            }
        }
        (cells, spans)
    }
}
