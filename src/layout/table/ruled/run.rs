//! Which lines belong together to a drawn table: over page breaks, and over the line breaks within its cells.

use std::ops::Range;

use super::{is_border, is_separator};
use crate::layout::Sheet;
use crate::layout::table::header::ruled_header_kinds;
use crate::layout::table::{is_figure, is_page_number};

/// The lines of a table.
#[derive(Debug)]
pub(super) struct Run {
    pub(super) lines: Range<usize>,
    /// Those that go on within a row that the line before them has left open, in order.
    pub(super) torn: Vec<usize>,
}

/// Lines of which one row consists at most.
const ROW_LINES: usize = 24;

/// Strokes of the narrowest table whose rows are looked for over several lines.
const FEWEST_STROKES: usize = 4;

impl Run {
    /// The lines from the first one on that belong together: no blank line stands between them, or as
    /// many between all of them. A table with a header goes on behind a page break, with its number or without.
    pub(super) fn of(
        sheet: &Sheet<'_>,
        lines: Range<usize>,
        belongs: impl Fn(usize) -> bool,
    ) -> Self {
        let width = width(sheet, &lines);
        let mut torn = Vec::new();
        let mut end = lines.start;
        // As wide as the gap behind the header.
        let mut blanks = None;
        loop {
            let rest = width.map_or(0, |width| rest_of_row(sheet, end..lines.end, width));
            torn.extend(end + 1..=end + rest);
            end += 1 + rest;
            if end >= lines.end {
                break;
            }
            let gap = *blanks.get_or_insert(sheet.lines[end].blanks.min(1));
            if sheet.lines[end].blanks <= gap && belongs(end) {
                continue;
            }
            match resumes(sheet, &(lines.start..end), lines.end, &belongs) {
                Some(next) => end = next,
                None => break,
            }
        }
        Self { lines: lines.start..end, torn }
    }
}

/// How many strokes a row has: as many as the separator below the header, or as the header itself.
fn width(sheet: &Sheet<'_>, lines: &Range<usize>) -> Option<usize> {
    let first = sheet.line(lines.start);
    if !first.starts_with('|') {
        return None;
    }
    let below = lines.start + 1..lines.end.min(lines.start + ROW_LINES);
    let width = if first.ends_with('|') {
        strokes(first)
    } else {
        let separator = below.map(|at| sheet.line(at)).find(|line| is_separator(line))?;
        strokes(separator)
    };
    (width >= FEWEST_STROKES).then_some(width)
}

/// How many lines behind the first of `lines` go on with its row, whose cells hold line breaks: up to the one that
/// closes it.
///
/// "| 2 | Mua sắm trang" / "thiết bị | Văn phòng |"
fn rest_of_row(sheet: &Sheet<'_>, lines: Range<usize>, width: usize) -> usize {
    let mut above = sheet.line(lines.start);
    let mut found = strokes(above);
    if !above.starts_with('|') || found >= width {
        return 0;
    }
    for index in lines.start + 1..lines.end.min(lines.start + ROW_LINES) {
        let line = sheet.line(index);
        found += strokes(line);
        let anew = line.starts_with('|') && above.ends_with('|');
        if anew || found > width || sheet.lines[index].blanks > 1 || is_border(line) {
            return 0;
        }
        if found == width {
            return if line.ends_with('|') { index - lines.start } else { 0 };
        }
        above = line;
    }
    0
}

/// Where a table goes on behind a break: at rows as wide as its header, which have none of their own.
fn resumes(
    sheet: &Sheet<'_>,
    above: &Range<usize>,
    end: usize,
    belongs: impl Fn(usize) -> bool,
) -> Option<usize> {
    let next = above.end + usize::from(is_figure(sheet, above.end));
    if next >= end || !belongs(next) {
        return None;
    }
    if next > above.end && is_page_number(sheet, above.end) {
        return Some(next);
    }
    let line = sheet.line(next);
    let headed = |index: usize| {
        let below = sheet.lines.get(index + 1).map(|_| sheet.line(index + 1));
        below.is_some_and(is_separator) || ruled_header_kinds(&cells(sheet.line(index))).is_some()
    };
    let same = strokes(line) == strokes(sheet.line(above.start)) && line != sheet.line(above.start);
    (same && headed(above.start) && !headed(next)).then_some(next)
}

/// The words between the strokes of a line.
fn cells(line: &str) -> Vec<&str> {
    line.trim_matches('|').split('|').map(str::trim).collect()
}

/// How many strokes a line has; "\|" is one within a cell.
fn strokes(line: &str) -> usize {
    line.matches('|').count() - line.matches("\\|").count()
}

#[cfg(test)]
mod tests {
    use super::super::super::testing::{Shown, shown};

    const HEADER: &str =
        "| TT | Nội dung | Đơn vị chủ trì |\n|---|---|---|\n| 1 | Quét sân | Tổ A |\n";

    #[test]
    fn a_table_goes_on_behind_a_page_break() {
        let whole = Shown::new(
            &["TT", "Nội dung", "Đơn vị chủ trì"],
            &[&["1", "Quét sân", "Tổ A"], &["2", "Tưới cây", "Tổ B"]],
        );
        for between in ["", "\n", "2\n", "\n2\n\n", "\n\n- 2 -\n\n"] {
            let text = format!("{HEADER}{between}| 2 | Tưới cây | Tổ B |\n");
            let tables = shown(&text);
            assert_eq!(tables.contains(&whole), !between.contains('-'), "{text}\n{tables:?}");
        }
        // Another table, and what is none.
        for behind in [
            "| TT | Nội dung | Kinh phí |\n| 1 | Tưới cây | 5 |\n",
            "| TT | Nội dung | Đơn vị chủ trì |\n| 1 | Tưới cây | Tổ B |\n",
            "| Tưới cây | Tổ B |\n",
        ] {
            let tables = shown(&format!("{HEADER}\n2\n\n{behind}"));
            assert!(!tables.contains(&whole), "{behind}\n{tables:?}");
        }
    }

    #[test]
    fn a_row_over_several_lines() {
        let rows: [&[&str]; 3] =
            [&["1", "Quét sân", "Tổ A"], &["2", "Tưới cây cảnh", "Tổ B"], &["3", "Đổ rác", "Tổ C"]];
        let whole = Shown::new(&["TT", "Nội dung", "Đơn vị chủ trì"], &rows);
        for torn in [
            "| 2 | Tưới\ncây cảnh | Tổ B |\n",
            "| 2 | Tưới\ncây\ncảnh | Tổ\nB |\n",
            "| 2 | Tưới cây cảnh | Tổ B\n|\n",
            "| 2\n| Tưới cây cảnh\n| Tổ B |\n",
            "| 2 |\nTưới cây cảnh |\nTổ B |\n",
        ] {
            let text = format!("{HEADER}{torn}| 3 | Đổ rác | Tổ C |\n");
            assert_eq!(shown(&text).as_slice(), std::slice::from_ref(&whole), "{text}");
            let text = text.replace("|---|---|---|\n", "");
            assert_eq!(shown(&text).as_slice(), std::slice::from_ref(&whole), "{text}");
        }
        let text = "| TT | Nội\ndung | Đơn vị chủ trì |\n|---|---|---|\n| 1 | Quét sân | Tổ A |\n";
        assert_eq!(
            shown(text),
            [Shown::new(&["TT", "Nội dung", "Đơn vị chủ trì"], &[&["1", "Quét sân", "Tổ A"]])]
        );
    }

    #[test]
    fn a_short_row_takes_nothing_from_the_next() {
        let text = format!("{HEADER}| 2 | Tưới cây\n| 3 | Đổ rác | Tổ C |\n");
        let rows: [&[&str]; 3] =
            [&["1", "Quét sân", "Tổ A"], &["2", "Tưới cây", ""], &["3", "Đổ rác", "Tổ C"]];
        assert_eq!(shown(&text), [Shown::new(&["TT", "Nội dung", "Đơn vị chủ trì"], &rows)]);
    }
}
