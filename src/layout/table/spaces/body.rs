//! The body of a table of blanks: words to columns, lines to rows.

use std::collections::BTreeSet;
use std::ops::Range;

use super::{HEADING_WIDTH, Segment, opens_row, segments};
use crate::document::FurnitureKind;
use crate::layout::Sheet;
use crate::layout::table::align::is_number;
use crate::layout::table::ordinal::{Ordinal, group, ordinal};
use crate::layout::table::{Cell, is_figure, is_page_number};
use crate::lexicon::cells::{is_behind_table, is_frame_like, is_total};
use crate::lexicon::columns::is_ordinal_heading;
use crate::lexicon::is_upper;

/// A line of the body.
struct BodyLine {
    /// The words in each column.
    cells: Vec<Option<Range<usize>>>,
    /// Whether a row number stands in it, and of which kind.
    number: Option<Ordinal>,
    /// Whether a blank line stands before it.
    apart: bool,
}

/// The lines below the header.
pub(super) struct Body<'a, 'b> {
    sheet: &'a Sheet<'b>,
    spans: &'a [Range<usize>],
    names: &'a [String],
    numbered: bool,
    /// Where the words of each column have begun so far at the left.
    left: Vec<usize>,
    lines: Vec<BodyLine>,
    /// What stands between the lines and is none of the cells.
    pub(super) apart: Vec<(FurnitureKind, Range<usize>)>,
}

impl<'a, 'b> Body<'a, 'b> {
    /// No lines yet, below a header whose cells stand at `spans` and say `names`.
    pub(super) fn new(
        sheet: &'a Sheet<'b>,
        spans: &'a [Range<usize>],
        names: &'a [String],
        numbered: bool,
    ) -> Self {
        let left = spans.iter().map(|span| span.start).collect();
        Self { sheet, spans, names, numbered, left, lines: Vec::new(), apart: Vec::new() }
    }

    /// Takes lines in until the table ends; gives the line behind it, and the one it was looked for
    /// up to.
    pub(super) fn read(&mut self, lines: Range<usize>) -> (usize, usize) {
        let mut at = lines.start;
        while at < lines.end {
            let parts = segments(self.sheet, at);
            let range = self.sheet.lines[at].range.clone();
            if self.repeats_header(&parts) {
                self.apart.push((FurnitureKind::RunningHead, range));
            } else if self.is_page_number(at, &parts) || self.parts_rows(at, lines.end) {
                self.apart.push((FurnitureKind::PageNumber, range));
            } else if self.ends_at(at, &parts) {
                break;
            } else {
                self.take(at, &parts);
            }
            at += 1;
        }
        let looked_at = at;
        // What was put apart behind the last row is not the table's.
        while let Some((_, range)) = self.apart.last() {
            if at > lines.start && self.sheet.lines[at - 1].range == *range {
                at -= 1;
                self.apart.pop();
            } else {
                break;
            }
        }
        (at, looked_at)
    }

    fn repeats_header(&self, parts: &[Segment]) -> bool {
        parts.len() > 1
            && is_ordinal_heading(self.sheet.slice(&parts[0].words))
            && parts[1..].iter().all(|part| {
                let words = self.sheet.slice(&part.words);
                self.names.iter().any(|name| name.contains(words))
            })
    }

    fn is_page_number(&self, at: usize, parts: &[Segment]) -> bool {
        let [only] = parts else { return false };
        let margin = self.spans.first().map_or(0, |span| span.end);
        is_page_number(self.sheet, at) && only.from > margin
    }

    /// Whether a line is a figure between blank lines, above the number of the next row or the header again: a page
    /// number.
    fn parts_rows(&self, at: usize, end: usize) -> bool {
        let apart = |line: usize| self.sheet.lines[line].blanks > 0;
        let opens = |line: usize| {
            let parts = segments(self.sheet, line);
            parts.len() > 1 && opens_row(self.sheet.slice(&parts[0].words))
                || self.repeats_header(&parts)
        };
        self.numbered
            && is_figure(self.sheet, at)
            && at + 1 < end
            && apart(at)
            && apart(at + 1)
            && opens(at + 1)
    }

    /// Whether the table is over before this line.
    fn ends_at(&self, at: usize, parts: &[Segment]) -> bool {
        let Some(first) = parts.first() else { return true };
        let text = self.sheet.slice(&first.words);
        let line = &self.sheet.lines[at];
        let alone = parts.len() == 1;
        let crossed = self.spans.iter().filter(|span| first.shared(span) > 0).count();
        let at_margin = self.spans.get(1).is_some_and(|second| first.from + 1 < second.start)
            && first.from < self.left.get(1).copied().unwrap_or(usize::MAX);
        let behind = is_behind_table(text);
        let number = opens_row(text);
        let prose = alone && !number && crossed >= 2 && first.to - first.from > 2 * HEADING_WIDTH;
        let left = alone && self.numbered && at_margin && !number;
        let title = alone && line.blanks > 0 && (is_upper(text) || crossed >= 2) && !number;
        let heading = alone && ordinal(text).is_none() && group(text).is_some() && line.blanks > 0;
        // "1. Sở Tài chính …" is text, "1   Sở Tài chính …" a row.
        let text_unit = alone && marked(text);
        behind
            || prose
            || left
            || title
            || heading
            || text_unit
            || is_ordinal_heading(text)
            || parts.iter().any(|part| is_frame_like(self.sheet.slice(&part.words)))
            || line.blanks > 2 && !number && self.numbered
    }

    /// Takes a line in.
    fn take(&mut self, at: usize, parts: &[Segment]) {
        let mut cells: Vec<Option<Range<usize>>> = vec![None; self.spans.len()];
        let first = parts.first().map_or("", |part| self.sheet.slice(&part.words));
        let number = ordinal(first)
            .filter(|_| self.numbered && parts.first().is_some_and(|part| self.column(part) == 0));
        let titled =
            parts.len() == 2 && matches!(number, Some(Ordinal::Roman(_) | Ordinal::Letter(_)));
        for (index, part) in parts.iter().enumerate() {
            if titled {
                cells[index.min(1)] = Some(part.words.clone());
                continue;
            }
            for (column, words) in self.split(part, index == 0 && number.is_some()) {
                match &mut cells[column] {
                    Some(before) => before.end = words.end,
                    free => *free = Some(words),
                }
            }
        }
        let apart = self.sheet.lines[at].blanks > 0;
        self.lines.push(BodyLine { cells, number, apart });
    }

    /// The column a stretch stands in: the one it shares most with, else the nearest.
    fn column(&self, part: &Segment) -> usize {
        let columns = 0..self.spans.len();
        let best =
            columns.clone().max_by_key(|at| (part.shared(&self.spans[*at]), usize::MAX - at));
        if let Some(best) = best.filter(|best| part.shared(&self.spans[*best]) > 0) {
            return best;
        }
        let middle = usize::midpoint(part.from, part.to);
        columns
            .min_by_key(|at| {
                let span = &self.spans[*at];
                span.start.saturating_sub(middle).max(middle.saturating_sub(span.end))
            })
            .unwrap_or(0)
    }

    /// The columns of a stretch: one, or two if only one blank parts them where the next is known
    /// to begin.
    fn split(&mut self, part: &Segment, number: bool) -> Vec<(usize, Range<usize>)> {
        let text = self.sheet.slice(&part.words);
        let column = if number { 0 } else { self.column(part) };
        for next in 1..self.spans.len() {
            let edge = self.left[next];
            if edge <= part.from || edge >= part.to || self.column(part) + 1 < next {
                continue;
            }
            let cut = text.char_indices().nth(edge - part.from).map(|(at, _)| at);
            let Some(cut) = cut.filter(|cut| text[..*cut].ends_with(' ')) else { continue };
            let known = self.lines.iter().rev().take(4).any(|line| line.cells[next].is_some());
            let head = Segment {
                from: part.from,
                to: edge - 1,
                words: part.words.start..part.words.start + text[..cut].trim_end().len(),
            };
            let before = self.column(&head);
            if known && before < next {
                return vec![(before, head.words), (next, part.words.start + cut..part.words.end)];
            }
        }
        if self.left[column] > part.from || self.lines.is_empty() {
            self.left[column] = part.from;
        }
        vec![(column, part.words.clone())]
    }

    /// The lines joined to rows.
    pub(super) fn rows(&self) -> Vec<Vec<Cell>> {
        let starts = self.starts();
        let mut rows: Vec<Vec<Cell>> = Vec::new();
        for (index, line) in self.lines.iter().enumerate() {
            if starts.contains(&index) || rows.is_empty() {
                rows.push(vec![Cell::new(); self.spans.len()]);
            }
            if let Some(row) = rows.last_mut() {
                for (cell, words) in row.iter_mut().zip(&line.cells) {
                    cell.extend(words.clone());
                }
            }
        }
        rows
    }

    /// The lines rows start at, in order.
    fn starts(&self) -> BTreeSet<usize> {
        let numbers: Vec<usize> =
            (0..self.lines.len()).filter(|at| self.lines[*at].number.is_some()).collect();
        let blocks: Vec<usize> =
            (0..self.lines.len()).filter(|at| *at == 0 || self.lines[*at].apart).collect();
        if !self.numbered || numbers.is_empty() {
            return (0..self.lines.len()).filter(|at| self.opens(*at)).collect();
        }
        // Blank lines between the rows: each block has one number.
        let block = |at: usize| blocks.partition_point(|start| *start <= at);
        let single = numbers.windows(2).all(|pair| block(pair[0]) != block(pair[1]));
        if single && blocks.len() == numbers.len() {
            return blocks.into_iter().collect();
        }
        let totals = (0..self.lines.len()).filter(|at| self.is_total(*at));
        if numbers[0] == 0 {
            return numbers.into_iter().chain(totals).collect();
        }
        self.centred(&numbers).into_iter().chain(totals).collect()
    }

    /// Whether a line is a row of totals.
    fn is_total(&self, at: usize) -> bool {
        let first = self.lines[at].cells.iter().flatten().next();
        first.is_some_and(|words| is_total(self.sheet.slice(words)))
    }

    /// Row starts where the numbers stand halfway down their rows: as many lines above a number as
    /// below it, give or take one, and a row begins with a capital.
    fn centred(&self, numbers: &[usize]) -> BTreeSet<usize> {
        let mut starts = BTreeSet::from([0]);
        let mut above = numbers[0];
        for pair in numbers.windows(2) {
            let guess = pair[0] + above + 1;
            let near = [guess, guess + 1, guess.saturating_sub(1)];
            let within = |at: &&usize| (pair[0] + 1..=pair[1]).contains(*at);
            let start = near
                .iter()
                .filter(within)
                .find(|at| self.lines[**at].apart || self.opens(**at))
                .or_else(|| near.iter().find(within))
                .copied()
                .unwrap_or(pair[1]);
            starts.insert(start);
            above = pair[1] - start;
        }
        starts
    }

    /// Whether a line begins a row by its looks: it stands apart, or every word of it begins with a
    /// capital or a digit and its first column is not empty.
    fn opens(&self, at: usize) -> bool {
        let line = &self.lines[at];
        let first = usize::from(self.numbered);
        let lower =
            |words: &Range<usize>| self.sheet.slice(words).starts_with(|c: char| c.is_lowercase());
        let filled = line.cells.get(first).is_some_and(Option::is_some);
        filled && (line.apart || !line.cells.iter().flatten().any(lower))
    }
}

/// Whether a text opens like a numbered paragraph: "1. Sở …", "a) …", "- …".
fn marked(text: &str) -> bool {
    let Some((mark, rest)) = text.split_once(' ') else { return false };
    let mark_like = mark.ends_with(['.', ')']) && ordinal(mark).is_some();
    mark_like && !is_number(rest)
}
