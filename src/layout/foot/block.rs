//! Signature blocks, found from below: above "Nơi nhận", or at the end of a document that has none.

use std::ops::Range;

use super::marks::Mark;
use super::{BLOCK, SIGNATURE_BYTES, Segment, is_footnote};
use crate::layout::{COLUMN_GAP, Sheet};
use crate::lexicon::chrome::{is_button, is_chrome};
use crate::lexicon::columns::{is_joined_header, is_ordinal_heading, known_column};
use crate::lexicon::{is_dash, is_upper, is_word, signing};

/// Digits of the longest row number of a table.
const ROW_NUMBER: usize = 3;

/// Lines in which the last rows of a table with one cell on a line are looked for: two tall rows.
const ROWS: usize = 64;

/// Lines of a text that is too short to tell a signature from a list of names.
const FEW_LINES: usize = 3;

/// The first line of a signature block that stands above "Nơi nhận".
pub(super) fn block_above(sheet: &Sheet<'_>, line: usize, first: usize) -> usize {
    let mut start = line;
    let first = first.max(line.saturating_sub(BLOCK)).max(behind_rows(sheet, first..line));
    for above in (first..line).rev() {
        let text = sheet.line(above);
        if text.len() > SIGNATURE_BYTES && !text.contains(COLUMN_GAP) {
            break;
        }
        let cells = sheet.cells(above);
        if of_table(sheet, cells) {
            break;
        }
        let mut signs = false;
        let mut prose = false;
        for cell in cells {
            match cell.mark(sheet) {
                Mark::Authority | Mark::Post | Mark::Endorsement => signs = true,
                Mark::Item => prose = true,
                Mark::Other => {
                    let words = sheet.slice(&cell.range);
                    let short = words.chars().count() <= 24;
                    prose |= !short || words.ends_with(['.', ';', ':', '/']) || unit(words);
                }
                _ => {}
            }
        }
        if prose {
            break;
        }
        if signs && cells.iter().all(|cell| !unit(sheet.slice(&cell.range))) {
            start = above;
        }
    }
    start
}

/// A signature block without a line of authority at the end of `lines`: "NGƯỜI LẬP", "GIÁM ĐỐC", or the
/// name of a body alone.
pub(crate) fn closing_block(sheet: &Sheet<'_>, lines: &Range<usize>) -> Option<Range<usize>> {
    let first = lines.start.max(lines.end.saturating_sub(BLOCK));
    let of_page = |line: usize| is_chrome(sheet.line(line)) || is_button(sheet.line(line));
    let page = (first..lines.end).rev().take_while(|line| of_page(*line)).count();
    let mut end = lines.end - page;
    for line in (first..end).rev() {
        if is_footnote(sheet.line(line)) {
            end = line;
        }
    }
    let first = lines.start.max(end.saturating_sub(BLOCK));
    let first = first.max(behind_rows(sheet, lines.start..end));
    let mut start = None;
    let mut named = false;
    for line in (first..end).rev() {
        if sheet.line(line).contains('|') && start.is_none() && !named && table_row(sheet, line) {
            return None;
        }
        let cells = sheet.cells(line);
        if !of_block(sheet, line) || of_table(sheet, cells) {
            break;
        }
        let marks: Vec<Mark> = cells.iter().map(|cell| cell.mark(sheet)).collect();
        named |= marks.contains(&Mark::Name);
        let posts =
            marks.iter().any(|m| matches!(m, Mark::Post | Mark::Endorsement | Mark::Authority));
        let upper = !marks.is_empty()
            && marks.iter().all(|m| {
                matches!(m, Mark::Upper | Mark::Post | Mark::Authority | Mark::Endorsement)
            });
        if posts || (upper && start == Some(line + 1)) {
            start = Some(line);
        }
    }
    let start = start.or_else(|| lone_body(sheet, lines.start..end))?;
    // In a text of a few lines a post may as well be one of them, unless a sentence ends above it.
    let opens = start > lines.start
        && (lines.len() > FEW_LINES || sheet.line(start - 1).ends_with(['.', '/']));
    opens.then_some(start..end)
}

/// The last lines, if they are the name of a body in capitals behind a finished sentence.
fn lone_body(sheet: &Sheet<'_>, lines: Range<usize>) -> Option<usize> {
    let last = lines.clone().next_back()?;
    let mut start = last + 1;
    for line in lines.clone().rev().take(3) {
        let text = sheet.line(line);
        if !is_upper(text)
            || text.contains('|')
            || unit(text)
            || text.chars().any(|c| c.is_ascii_digit())
        {
            break;
        }
        start = line;
    }
    let before = start.checked_sub(1).filter(|line| *line >= lines.start)?;
    let finished = sheet.line(before).ends_with(['.', '/', ')']);
    let letters = (start..=last).map(|line| sheet.line(line)).collect::<Vec<_>>().join(" ");
    let named = signing::body(&letters).is_some();
    (start <= last && finished && named).then_some(start)
}

/// Whether a line can stand in a signature block.
pub(super) fn of_block(sheet: &Sheet<'_>, line: usize) -> bool {
    sheet.cells(line).iter().all(|cell| {
        let text = sheet.slice(&cell.range);
        match cell.mark(sheet) {
            Mark::Item | Mark::Label => false,
            Mark::Other => text.chars().count() <= 30 && !unit(text) && !text.ends_with([':', ';']),
            _ => text.len() <= SIGNATURE_BYTES && !unit(text),
        }
    })
}

/// Whether a line with these cells is the header or a numbered row of a table: what its cells name
/// signs nothing, nor does anything above it.
fn of_table(sheet: &Sheet<'_>, cells: &[Segment]) -> bool {
    let [first, rest @ ..] = cells else { return false };
    let text = |cell: &Segment| sheet.slice(&cell.range);
    if rest.is_empty() {
        return is_joined_header(text(first));
    }
    let heads =
        |cell: &&Segment| cell.mark(sheet) != Mark::Post && known_column(text(cell)).is_some();
    let numbered =
        row_number(text(first)).is_some() && (rest.len() > 1 || rest[0].mark(sheet) == Mark::Other);
    numbered
        || is_ordinal_heading(text(first))
        || rest.len() > 1 && cells.iter().filter(heads).count() > 1
}

/// Whether a line looks like a row of a content table. A row of names is none: several may sign side by side.
fn table_row(sheet: &Sheet<'_>, line: usize) -> bool {
    let cells = sheet.cells(line);
    cells.len() > 2 && !cells.iter().all(|cell| cell.mark(sheet) == Mark::Name)
}

/// The line behind the last row of a table that has one cell on a line and ends among `lines`: no cell
/// of it signs anything. Without such a table the first line.
///
/// Its rows are known by their numbers, which count on. The last row is as high as the lowest of the
/// others: a cell of it that runs on is not told from what follows.
fn behind_rows(sheet: &Sheet<'_>, lines: Range<usize>) -> usize {
    let first = lines.start.max(lines.end.saturating_sub(ROWS));
    let mut rows: Option<Rows> = None;
    for line in (first..lines.end).rev() {
        let text = sheet.line(line);
        if text.len() > HEADING_BYTES {
            continue;
        }
        if is_ordinal_heading(text) {
            return rows.map_or(line + 1, |rows| rows.last + rows.height.min(rows.first - line));
        }
        let Some(number) = row_number(text) else { continue };
        match &mut rows {
            Some(rows) if rows.number == number + 1 => {
                rows.height = rows.height.min(rows.first - line);
                (rows.first, rows.number) = (line, number);
            }
            Some(rows) if rows.first < rows.last => break,
            _ => rows = Some(Rows { last: line, first: line, number, height: usize::MAX }),
        }
    }
    let counted = rows.filter(|rows| rows.first < rows.last && rows.height > 1);
    counted.map_or(lines.start, |rows| rows.last + rows.height)
}

/// Longest heading of a column of row numbers, in bytes.
const HEADING_BYTES: usize = 24;

/// Rows of a table that has one cell on a line, seen from below.
struct Rows {
    /// The line with the number of the last row.
    last: usize,
    /// The line with the number of the first row seen.
    first: usize,
    /// That number.
    number: u32,
    /// Lines of the lowest row.
    height: usize,
}

/// The number a line holds and nothing else: "3", "03", "3.".
fn row_number(text: &str) -> Option<u32> {
    let digits = text.trim_end_matches('.');
    let counts =
        (1..=ROW_NUMBER).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
    counts.then(|| digits.parse().ok()).flatten()
}

/// Whether words begin with the marker of a unit: "1.", "II.", "a)".
pub(super) fn unit(text: &str) -> bool {
    let head: Vec<char> = text.chars().take(6).collect();
    let end = head.iter().position(|c| matches!(c, '.' | ')' | '/') || is_dash(*c));
    end.is_some_and(|end| {
        let next = head.get(end + 1);
        end > 0
            && next.is_none_or(|c| c.is_whitespace() || is_word(*c))
            && (head[..end].iter().all(char::is_ascii_digit)
                || head[..end].iter().all(|c| matches!(c, 'I' | 'V' | 'X'))
                || end == 1 && head[0].is_alphabetic() && head[1] == ')')
    })
}
