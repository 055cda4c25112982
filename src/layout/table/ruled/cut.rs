//! Lines cut at their strokes.

use std::ops::Range;

use super::{is_border, is_separator};
use crate::layout::Sheet;
use crate::layout::table::header::MAX_COLUMNS;
use crate::layout::table::{is_page_number, trimmed};

/// A cell of one physical line.
#[derive(Debug, Clone)]
pub(super) struct Piece {
    /// The column it begins in.
    pub(super) column: usize,
    /// Its words; `None` if it is empty.
    pub(super) words: Option<Range<usize>>,
}

/// A line with its cells; a border and a page number have none.
pub(super) type Pieces = Vec<Piece>;

/// A run of lines cut at their strokes.
pub(super) struct Drawn {
    /// The lines.
    pub(super) run: Range<usize>,
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
    pub(super) fn new(sheet: &Sheet<'_>, run: &Range<usize>) -> Option<Self> {
        let cut: Vec<_> = run.clone().map(|index| cut(sheet, index)).collect();
        let fullest = cut.iter().max_by_key(|cells| cells.len())?;
        let columns = fullest.len();
        if !(2..=MAX_COLUMNS).contains(&columns) {
            return None;
        }
        let edges: Vec<usize> = fullest.iter().map(|(at, _, _)| *at).collect();
        let mut widths: Vec<usize> = fullest.iter().map(|(_, width, _)| *width).collect();
        let mut lines = Vec::with_capacity(cut.len());
        for cells in &cut {
            let mut next = 0;
            let mut pieces = Vec::with_capacity(cells.len());
            for (index, (at, width, words)) in cells.iter().enumerate() {
                let left = columns - (cells.len() - index);
                let column = if cells.len() == columns {
                    widths[index] = widths[index].max(*width);
                    index
                } else {
                    (next..=left).min_by_key(|c| edges[*c].abs_diff(*at)).unwrap_or(left)
                };
                next = column + 1;
                pieces.push(Piece { column, words: words.clone() });
            }
            lines.push(pieces);
        }
        Some(Self { run: run.clone(), lines, columns, widths, breaks: Vec::new() })
    }
}

/// The cells of a line: where each begins and how wide it is, in characters from the first stroke,
/// and its words.
fn cut(sheet: &Sheet<'_>, index: usize) -> Vec<(usize, usize, Option<Range<usize>>)> {
    let line = sheet.line(index);
    if is_border(line) || is_separator(line) || is_page_number(sheet, index) {
        return Vec::new();
    }
    let base = sheet.lines[index].range.start;
    let mut cells = Vec::new();
    let (mut from, mut from_column) = (0, 0);
    let (mut column, mut strokes) = (0, 0);
    let open = line.starts_with('|');
    let mut push = |range: Range<usize>, columns: Range<usize>| {
        let words = trimmed(sheet, base + range.start..base + range.end);
        cells.push((columns.start, columns.end - columns.start, words));
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
