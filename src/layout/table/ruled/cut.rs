//! Lines cut at their strokes.

use std::ops::Range;

use super::run::Run;
use super::{is_border, is_separator};
use crate::layout::Sheet;
use crate::layout::table::header::MAX_COLUMNS;
use crate::layout::table::{is_figure, trimmed};

/// A cell of one physical line.
#[derive(Debug, Clone)]
pub(super) struct Piece {
    /// The column it begins in.
    pub(super) column: usize,
    /// Its words; `None` if it is empty.
    pub(super) words: Option<Range<usize>>,
    /// Its further words, where its row goes on over other lines.
    pub(super) more: Vec<Range<usize>>,
}

impl Piece {
    /// All its words.
    pub(super) fn ranges(&self) -> impl Iterator<Item = Range<usize>> + use<> {
        self.words.clone().into_iter().chain(self.more.clone())
    }
}

/// A line with its cells; a border, a page number and a line that goes on with the row above have none.
pub(super) type Pieces = Vec<Piece>;

/// A run of lines cut at their strokes.
pub(super) struct Drawn {
    /// The lines.
    pub(super) run: Range<usize>,
    /// Those of them that go on with the row above.
    pub(super) torn: Vec<usize>,
    /// The cells of each line of the run.
    pub(super) lines: Vec<Pieces>,
    /// How many columns there are.
    pub(super) columns: usize,
    /// Width of each column, in characters.
    pub(super) widths: Vec<usize>,
    /// Line breaks spelt as markup: `<br>`.
    pub(super) breaks: Vec<Range<usize>>,
}

impl Drawn {
    /// Cuts a run of lines; `None` if it has no two columns, or too many.
    pub(super) fn new(sheet: &Sheet<'_>, run: &Run) -> Option<Self> {
        let cut = rows(sheet, run);
        let fullest = cut.iter().max_by_key(|cells| cells.len())?;
        let columns = fullest.len();
        if !(2..=MAX_COLUMNS).contains(&columns) {
            return None;
        }
        let edges: Vec<usize> = fullest.iter().map(|cell| cell.at).collect();
        let mut widths: Vec<usize> = fullest.iter().map(|cell| cell.width).collect();
        let mut lines = Vec::with_capacity(cut.len());
        for cells in &cut {
            let mut next = 0;
            let mut pieces = Vec::with_capacity(cells.len());
            for (index, cell) in cells.iter().enumerate() {
                let left = columns - (cells.len() - index);
                let column = if cells.len() == columns {
                    widths[index] = widths[index].max(cell.width);
                    index
                } else {
                    (next..=left).min_by_key(|c| edges[*c].abs_diff(cell.at)).unwrap_or(left)
                };
                next = column + 1;
                pieces.push(Piece { column, words: cell.words.clone(), more: cell.more.clone() });
            }
            lines.push(pieces);
        }
        let (run, torn) = (run.lines.clone(), run.torn.clone());
        Some(Self { run, torn, lines, columns, widths, breaks: Vec::new() })
    }
}

/// A cell of a line as it is drawn, in characters from the first stroke.
struct Drawing {
    /// Where it begins.
    at: usize,
    width: usize,
    words: Option<Range<usize>>,
    more: Vec<Range<usize>>,
}

/// The cells of each line of a run; those of a torn row stand at its first line.
fn rows(sheet: &Sheet<'_>, run: &Run) -> Vec<Vec<Drawing>> {
    let mut rows: Vec<Vec<Drawing>> = Vec::with_capacity(run.lines.len());
    let mut torn = run.torn.iter().peekable();
    let mut open = 0;
    for index in run.lines.clone() {
        let line = sheet.line(index);
        if torn.next_if_eq(&&index).is_none() {
            open = rows.len();
            let apart = is_border(line) || is_separator(line) || is_figure(sheet, index);
            rows.push(if apart { Vec::new() } else { cut(sheet, index) });
            continue;
        }
        let mut cells = cut(sheet, index).into_iter();
        let closed = line.starts_with('|') || sheet.line(index - 1).ends_with('|');
        if let Some(last) = rows[open].last_mut().filter(|_| !closed) {
            let words = cells.next().and_then(|cell| cell.words);
            if last.words.is_some() {
                last.more.extend(words);
            } else {
                last.words = words;
            }
        }
        rows[open].extend(cells);
        rows.push(Vec::new());
    }
    rows
}

/// The cells of a line.
fn cut(sheet: &Sheet<'_>, index: usize) -> Vec<Drawing> {
    let line = sheet.line(index);
    let base = sheet.lines[index].range.start;
    let mut cells = Vec::new();
    let (mut from, mut from_column) = (0, 0);
    let (mut column, mut strokes) = (0, 0);
    let open = line.starts_with('|');
    let mut push = |range: Range<usize>, columns: Range<usize>| {
        let words = trimmed(sheet, base + range.start..base + range.end);
        let (at, width) = (columns.start, columns.end - columns.start);
        cells.push(Drawing { at, width, words, more: Vec::new() });
    };
    for (at, c) in line.char_indices() {
        // "\|" is a stroke within a cell.
        if c == '|' && !line[..at].ends_with('\\') {
            if at > 0 {
                push(from..at, from_column..column);
                strokes += 1;
            }
            (from, from_column) = (at + 1, column + 1);
        }
        column += 1;
        if strokes > MAX_COLUMNS {
            break;
        }
    }
    if from < line.len() || !open && line.ends_with('|') && from == 0 {
        push(from..line.len(), from_column..column);
    }
    cells
}
