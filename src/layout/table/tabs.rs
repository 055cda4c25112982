//! Tables whose cells are parted by tabs, a row to a line unless a cell holds a line break.

use std::ops::{Range, RangeInclusive};

use super::align::{align, is_number, look};
use super::header::{MAX_COLUMNS, header_kinds, is_heading, two_levels, words};
use super::ordinal::{group, ordinal};
use super::{Cell, Grid, Reading, is_figure, is_page_number, trimmed};
use crate::document::FurnitureKind;
use crate::layout::Sheet;
use crate::lexicon::cells::runs_on;
use crate::lexicon::columns::ColumnKind;
use crate::lexicon::is_dash;

/// Most lines below the header that name columns: the lower level, with its line breaks.
const LOWER_LINES: usize = 4;

/// How many lines without a tab a table goes on over: a cell with that many line breaks is rare.
const BARE_LINES: usize = 8;

/// How many lines are looked at to tell how many columns the rows have.
const SAMPLE_LINES: usize = 40;

/// Longest name of a column of the lower level, in bytes.
const LOWER_BYTES: usize = 120;

/// Reads the table whose header is the first of `lines`.
pub(super) fn read(sheet: &Sheet<'_>, lines: Range<usize>) -> Reading {
    let named = split(sheet, lines.start, Tabs::Run);
    let texts: Vec<&str> = named.iter().map(|cell| slice(sheet, cell.as_ref())).collect();
    if header_kinds(&texts).is_none() {
        return figures(sheet, &lines).map_or(Reading::Miss(lines.start + 1), Reading::Found);
    }
    let (first, tabs) = heading_cells(sheet, &lines);
    let mut header: Vec<Cell> = first.into_iter().map(cell_of).collect();
    let body = read_header(sheet, &mut header, lines.start + 1..lines.end, tabs);
    let Some(kinds) = header_kinds(&words(sheet, &header)) else {
        return Reading::Miss(lines.start + 1);
    };
    let mut rows = Rows::new(sheet, &kinds, tabs);
    let end = rows.read(body..lines.end);
    if rows.done.is_empty() {
        return Reading::Lost(body);
    }
    let (rows, uneven, apart) = (rows.done, rows.uneven, rows.apart);
    Reading::Found(Grid { lines: lines.start..end, columns: header, rows, uneven, apart })
}

/// A table of figures below headings that are not known: each row has a name and a figure for every other column.
fn figures(sheet: &Sheet<'_>, lines: &Range<usize>) -> Option<Grid> {
    const COLUMNS: RangeInclusive<usize> = 3..=MAX_COLUMNS;
    const ROWS: usize = 2;
    let cells = |index: usize| -> Vec<Range<usize>> {
        split(sheet, index, Tabs::Run).into_iter().flatten().collect()
    };
    let columns = cells(lines.start);
    let named = |cell: &Range<usize>| is_heading(sheet.slice(cell));
    if !COLUMNS.contains(&columns.len()) || !columns.iter().all(named) {
        return None;
    }
    let mut rows = Vec::new();
    for index in lines.start + 1..lines.end {
        let row = if sheet.lines[index].traits.has_tab() { cells(index) } else { Vec::new() };
        let [name, values @ ..] = &*row else { break };
        let counted = values.iter().all(|value| is_number(sheet.slice(value)));
        if row.len() != columns.len() || !counted || is_number(sheet.slice(name)) {
            break;
        }
        rows.push(row.into_iter().map(|cell| vec![cell]).collect());
    }
    let end = lines.start + 1 + rows.len();
    let columns = columns.into_iter().map(|cell| vec![cell]).collect();
    (rows.len() >= ROWS).then(|| Grid {
        lines: lines.start..end,
        columns,
        rows,
        uneven: Vec::new(),
        apart: Vec::new(),
    })
}

/// What tabs in a row mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Tabs {
    /// Each ends a cell: between two of them is an empty one.
    Each,
    /// They only set two cells apart, as far as it takes.
    Run,
}

/// The cells of the first line of a header, and what its tabs mean.
///
/// Where no heading is empty, each tab counts. One that is may be the widened gap before the next
/// heading: it is a column if most rows have as many cells, or one has a cell too many else, and something
/// stands below it.
fn heading_cells(sheet: &Sheet<'_>, lines: &Range<usize>) -> (Vec<Option<Range<usize>>>, Tabs) {
    let mut header = split(sheet, lines.start, Tabs::Each);
    let mut named = filled(&header);
    if named == header.len() && header.iter().all(Option::is_some) {
        return (header, Tabs::Each);
    }
    let sample = lines.start + 1..lines.end.min(lines.start + 1 + SAMPLE_LINES);
    let rows: Vec<_> = sample
        .filter(|index| sheet.lines[*index].traits.has_tab())
        .map(|index| (index, split(sheet, index, Tabs::Each)))
        .take_while(|(index, cells)| {
            sheet.lines[*index].blanks == 0
                || cells.iter().flatten().next().is_some_and(|first| begins(sheet.slice(first)))
        })
        .map(|(_, cells)| cells)
        .filter(|cells| filled(cells) <= header.len())
        .collect();
    named = rows.iter().map(|cells| filled(cells)).max().unwrap_or(0).max(named);
    header.truncate(named);
    let even = rows.iter().filter(|cells| cells.len() >= header.len()).count();
    // Where the last cells are empty their tabs may be lost; more cells than headings still tell.
    let written = |cells: &[Option<Range<usize>>]| cells.iter().flatten().count();
    let fuller = rows.iter().any(|cells| written(cells) > written(&header));
    let used = |at: usize| rows.iter().any(|cells| cells.get(at).is_some_and(Option::is_some));
    let each = (even * 2 > rows.len() || fuller)
        && (0..header.len()).all(|at| header[at].is_some() || used(at));
    if each { (header, Tabs::Each) } else { (split(sheet, lines.start, Tabs::Run), Tabs::Run) }
}

/// How many cells a line has without the empty ones at its end.
fn filled(cells: &[Option<Range<usize>>]) -> usize {
    cells.iter().rposition(Option::is_some).map_or(0, |last| last + 1)
}

/// The cells of a line between its tabs; where each tab counts, also those that tabs at its start or
/// end leave empty.
fn split(sheet: &Sheet<'_>, index: usize, tabs: Tabs) -> Vec<Option<Range<usize>>> {
    let range = sheet.lines[index].range.clone();
    let bare = |byte: &u8| matches!(byte, b' ' | b'\t');
    let count = |bytes: &mut dyn Iterator<Item = u8>| {
        bytes.take_while(bare).filter(|byte| *byte == b'\t').count()
    };
    let (leading, trailing) = match tabs {
        Tabs::Each => (
            count(&mut sheet.text[..range.start].bytes().rev()),
            count(&mut sheet.text[range.end..].bytes()),
        ),
        Tabs::Run => (0, 0),
    };
    let mut cells = vec![None; leading];
    let mut at = range.start;
    for piece in sheet.slice(&range).split('\t') {
        let words = trimmed(sheet, at..at + piece.len());
        if words.is_some() || tabs == Tabs::Each {
            cells.push(words);
        }
        at += piece.len() + 1;
    }
    cells.extend(vec![None; trailing]);
    cells
}

fn slice<'a>(sheet: &Sheet<'a>, cell: Option<&Range<usize>>) -> &'a str {
    cell.map_or("", |range| sheet.slice(range))
}

fn cell_of(words: Option<Range<usize>>) -> Cell {
    words.into_iter().collect()
}

fn starts_lower(text: &str) -> bool {
    text.chars().next().is_some_and(char::is_lowercase)
}

/// Whether a cell opens a row: a row number, or the heading of a group.
fn begins(text: &str) -> bool {
    ordinal(text).is_some() || group(text).is_some()
}

/// Takes the rest of the header in: cells that run on, and the lower of two levels. Gives the line
/// behind it.
fn read_header(
    sheet: &Sheet<'_>,
    header: &mut Vec<Cell>,
    lines: Range<usize>,
    tabs: Tabs,
) -> usize {
    let mut at = lines.start;
    while at < lines.end && sheet.lines[at].blanks == 0 && starts_lower(sheet.line(at)) {
        join(header, split(sheet, at, tabs));
        at += 1;
    }
    let mut lower: Vec<Cell> = Vec::new();
    let mut next = at;
    while next < lines.end && next < at + LOWER_LINES {
        let cells = split(sheet, next, tabs);
        let long = cells.iter().any(|cell| slice(sheet, cell.as_ref()).len() > LOWER_BYTES);
        if cells.first().is_some_and(|cell| begins(slice(sheet, cell.as_ref())))
            || long
            || sheet.lines[next].blanks > 0
        {
            break;
        }
        if tabs == Tabs::Each && lower.is_empty() && spans(header, &cells) {
            stack(header, cells);
            return next + 1;
        }
        join(&mut lower, cells);
        next += 1;
    }
    let mut widths = [0_usize; MAX_COLUMNS + 1];
    for index in next..lines.end.min(next + SAMPLE_LINES) {
        widths[split(sheet, index, tabs).len().min(MAX_COLUMNS)] += 1;
    }
    // Of the widths of several rows the greatest; the numbers below the header may be short.
    let width = (0..=MAX_COLUMNS).rev().find(|width| widths[*width] > 1).unwrap_or(0);
    let opens = next < lines.end
        && split(sheet, next, tabs).first().is_some_and(|cell| begins(slice(sheet, cell.as_ref())));
    if opens
        && lower.len() >= 2
        && width > header.len()
        && let Some(columns) = two_levels(sheet, header, &lower, width)
    {
        *header = columns;
        return next;
    }
    at
}

/// Whether a line splits headings that stand over several columns: it names those of their columns,
/// and leaves empty what has a heading of its own.
fn spans(header: &[Cell], line: &[Option<Range<usize>>]) -> bool {
    let wide = |at: usize| {
        let empty = |at: usize| header.get(at).is_some_and(Vec::is_empty);
        empty(at) || empty(at + 1)
    };
    let named = line.iter().flatten().count();
    let placed = |(at, cell): (usize, &Option<_>)| cell.is_none() || wide(at);
    filled(line) <= header.len() && named >= 2 && line.iter().enumerate().all(placed)
}

/// Sets the lower level of a header under the upper one, whose words stand over each of its columns.
fn stack(header: &mut [Cell], line: Vec<Option<Range<usize>>>) {
    for (at, words) in line.into_iter().enumerate() {
        let Some(words) = words else { continue };
        if header[at].is_empty() && at > 0 {
            let upper = header[at - 1].first().cloned();
            header[at].extend(upper);
        }
        header[at].push(words);
    }
}

/// Adds the cells of a line to cells before it: its first goes on with the last of them.
fn join(cells: &mut Vec<Cell>, line: Vec<Option<Range<usize>>>) {
    let mut line = line.into_iter();
    if let Some(last) = cells.last_mut() {
        last.extend(line.next().flatten());
    }
    cells.extend(line.map(cell_of));
}

/// The rows as they are put together.
struct Rows<'a, 'b> {
    sheet: &'a Sheet<'b>,
    kinds: &'a [ColumnKind],
    tabs: Tabs,
    numbered: bool,
    row: Vec<Cell>,
    done: Vec<Vec<Cell>>,
    uneven: Vec<usize>,
    apart: Vec<(FurnitureKind, Range<usize>)>,
}

impl<'a, 'b> Rows<'a, 'b> {
    fn new(sheet: &'a Sheet<'b>, kinds: &'a [ColumnKind], tabs: Tabs) -> Self {
        Self {
            sheet,
            kinds,
            tabs,
            numbered: kinds[0] == ColumnKind::Ordinal,
            row: Vec::new(),
            done: Vec::new(),
            uneven: Vec::new(),
            apart: Vec::new(),
        }
    }

    /// Reads rows until the table ends; gives the line behind it.
    fn read(&mut self, lines: Range<usize>) -> usize {
        let mut at = lines.start;
        while at < lines.end {
            let line = self.sheet.line(at);
            if is_page_number(self.sheet, at) || self.parts_rows(at, lines.end) {
                self.apart.push((FurnitureKind::PageNumber, self.sheet.lines[at].range.clone()));
            } else if line.contains('\t') {
                if !self.take_cells(at) {
                    break;
                }
            } else if !self.take_bare(at, lines.end) {
                break;
            }
            at += 1;
        }
        self.close();
        at
    }

    /// Whether a line is a figure alone between a whole row and the number of the next: a page number.
    fn parts_rows(&self, at: usize, end: usize) -> bool {
        let opens = |next: usize| {
            self.sheet.line(next).split_once('\t').is_some_and(|(first, _)| begins(first.trim()))
        };
        self.numbered
            && is_figure(self.sheet, at)
            && self.row.len() >= self.kinds.len()
            && at + 1 < end
            && opens(at + 1)
    }

    /// Takes in a line with tabs; says whether it belongs to the table.
    fn take_cells(&mut self, at: usize) -> bool {
        let mut cells = split(self.sheet, at, self.tabs);
        cells.truncate(filled(&cells).max(self.kinds.len()));
        let text = |cell: &Option<Range<usize>>| slice(self.sheet, cell.as_ref());
        let (width, filled) = (self.kinds.len(), self.row.len());
        let opens = begins(text(&cells[0]));
        if self.sheet.lines[at].blanks > 0
            && !opens
            && cells.len() != width
            && cells[0].is_some()
            && cells.len() + usize::from(self.numbered) != width
        {
            return false;
        }
        let amounts = cells.iter().all(|cell| is_number(text(cell)) || text(cell) == "-");
        let open = filled > 0 && filled < width;
        if open && amounts && cells.len() > 1 && filled + cells.len() <= width {
            self.row.extend(cells.into_iter().map(cell_of));
            return true;
        }
        let bullet = text(&cells[0]).starts_with(|c| is_dash(c) || matches!(c, '+' | '*'));
        let whole = cells.len() == width || self.numbered && bullet;
        if open && !opens && !whole && filled + cells.len() - 1 <= width && cells[0].is_some() {
            join(&mut self.row, cells);
            return true;
        }
        self.close();
        self.row.extend(cells.into_iter().map(cell_of));
        true
    }

    /// Takes in a line without tabs; says whether it belongs to the table.
    fn take_bare(&mut self, at: usize, end: usize) -> bool {
        let line = &self.sheet.lines[at];
        let text = self.sheet.line(at);
        // The table goes on if a line with tabs follows before the next blank line.
        let tabbed = (at + 1..end.min(at + BARE_LINES))
            .take_while(|next| self.sheet.lines[*next].blanks == 0)
            .find(|next| self.sheet.line(*next).contains('\t'));
        let next_opens = tabbed == Some(at + 1);
        if line.blanks > 0 && !(next_opens && group(text).is_some()) {
            return false;
        }
        let open = !self.row.is_empty() && self.row.len() < self.kinds.len();
        let last = self.row.last().map(|cell| self.sheet.flow(cell)).unwrap_or_default();
        if self.row.is_empty() {
            return tabbed.is_some() && self.alone(at);
        }
        if group(text).is_some() && tabbed.is_some() {
            return self.alone(at);
        }
        if starts_lower(text) || runs_on(&last, text) && tabbed.is_some() {
            if let Some(cell) = self.row.last_mut() {
                cell.push(line.range.clone());
            }
            return true;
        }
        if tabbed.is_none() && !(open && is_number(text)) {
            return false;
        }
        if open && is_number(text) {
            self.row.push(vec![line.range.clone()]);
        } else if open
            && !is_number(&last)
            && !text.starts_with(|c| is_dash(c) || matches!(c, '+' | '*'))
        {
            if let Some(cell) = self.row.last_mut() {
                cell.push(line.range.clone());
            }
        } else {
            return self.alone(at);
        }
        true
    }

    /// A row of one cell.
    fn alone(&mut self, at: usize) -> bool {
        self.close();
        self.row.push(vec![self.sheet.lines[at].range.clone()]);
        true
    }

    /// Ends the row at work.
    fn close(&mut self) {
        let cells = std::mem::take(&mut self.row);
        let texts = words(self.sheet, &cells);
        if texts.iter().all(String::is_empty) {
            return;
        }
        let width = self.kinds.len();
        let numbered = ordinal(&texts[0]).is_some() || texts[0].is_empty();
        let mut row = vec![Cell::new(); width];
        let counted = self.tabs == Tabs::Each && texts.iter().any(String::is_empty);
        let mut guessed = false;
        let placed: Vec<usize> = if cells.len() >= width {
            (0..cells.len()).map(|at| at.min(width - 1)).collect()
        } else if !self.numbered
            || counted
            || numbered && cells.len() <= 2
            || group(&texts[0]).is_some()
        {
            (0..cells.len()).collect()
        } else if !numbered && (cells.len() + 1 == width || cells.len() == 1) {
            (0..cells.len()).map(|at| at + 1).collect()
        } else {
            guessed = self.tabs == Tabs::Run;
            let looks: Vec<_> = texts.iter().map(|text| look(text)).collect();
            align(&looks, self.kinds)
        };
        let told = texts.iter().any(String::is_empty) || cells.len() <= 2 || !self.numbered;
        if cells.len() > width || guessed || cells.len() + 1 < width && !told {
            self.uneven.push(self.done.len());
        }
        for (cell, column) in cells.into_iter().zip(placed) {
            row[column].extend(cell);
        }
        self.done.push(row);
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{Shown, shown};

    const COLUMNS: [&str; 4] = ["STT", "Nội dung", "Đơn vị chủ trì", "Thời gian"];
    const HEADER: &str = "STT\tNội dung\tĐơn vị chủ trì\tThời gian\n";

    #[test]
    fn rows_groups_and_empty_cells() {
        let text = format!(
            "{HEADER}I\tCHUẨN BỊ\n1\tRà soát\tSở Y tế\tQuý I\n2\tIn ấn\t\tQuý II\n\
             II. TRIỂN KHAI\n3\tPhát hành\tVăn phòng\t\n\nTrên đây là kế hoạch.\n"
        );
        let rows: &[&[&str]] = &[
            &["I", "CHUẨN BỊ", "", ""],
            &["1", "Rà soát", "Sở Y tế", "Quý I"],
            &["2", "In ấn", "", "Quý II"],
            &["II. TRIỂN KHAI", "", "", ""],
            &["3", "Phát hành", "Văn phòng", ""],
        ];
        assert_eq!(shown(&text), [Shown::new(&COLUMNS, rows)]);
    }

    #[test]
    fn a_cell_with_a_line_break() {
        let text = format!(
            "{HEADER}1\tRà soát, sửa đổi quy chế và\nBan hành hướng dẫn\tSở Y tế\tQuý I\n\
             2\tIn ấn\tPhòng Tài chính và\nVăn phòng\tQuý II\n3\tPhát\tHội\tcả\nnăm\n"
        );
        let rows: &[&[&str]] = &[
            &["1", "Rà soát, sửa đổi quy chế và Ban hành hướng dẫn", "Sở Y tế", "Quý I"],
            &["2", "In ấn", "Phòng Tài chính và Văn phòng", "Quý II"],
            &["3", "Phát", "Hội", "cả năm"],
        ];
        assert_eq!(shown(&text), [Shown::new(&COLUMNS, rows)]);
    }

    #[test]
    fn a_header_of_two_levels() {
        let text = "TT\tChỉ tiêu\tGiai đoạn 2026 - 2027\nNăm 2026\tNăm 2027\n1\tLúa\t5\t6\n- Mùa\t2\t3\n2\tNgô\t1\t2\n";
        let columns =
            ["TT", "Chỉ tiêu", "Giai đoạn 2026 - 2027 Năm 2026", "Giai đoạn 2026 - 2027 Năm 2027"];
        let rows: &[&[&str]] =
            &[&["1", "Lúa", "5", "6"], &["", "- Mùa", "2", "3"], &["2", "Ngô", "1", "2"]];
        assert_eq!(shown(text), [Shown::new(&columns, rows)]);
    }

    #[test]
    fn an_empty_heading_is_a_column() {
        let text = "STT\tNội dung\t\tThời gian\n1\tRà soát\tSở Y tế\tQuý I\n2\tIn ấn\t\tQuý II\n\
                    3\tPhát hành\tVăn phòng\t\n4\tTổng kết\n";
        let rows: &[&[&str]] = &[
            &["1", "Rà soát", "Sở Y tế", "Quý I"],
            &["2", "In ấn", "", "Quý II"],
            &["3", "Phát hành", "Văn phòng", ""],
            &["4", "Tổng kết", "", ""],
        ];
        assert_eq!(shown(text), [Shown::new(&["STT", "Nội dung", "", "Thời gian"], rows)]);
        // Tabs at the ends of lines are easily lost.
        let text = "STT\tNội dung\t\tThời gian\tGhi chú\n1\tRà soát\tSở Y tế\tQuý I\n\
                    2\tIn ấn\t\tQuý II\n3\tPhát hành\tVăn phòng\tQuý IV\tGấp\n";
        let rows: &[&[&str]] = &[
            &["1", "Rà soát", "Sở Y tế", "Quý I", ""],
            &["2", "In ấn", "", "Quý II", ""],
            &["3", "Phát hành", "Văn phòng", "Quý IV", "Gấp"],
        ];
        let columns = ["STT", "Nội dung", "", "Thời gian", "Ghi chú"];
        assert_eq!(shown(text), [Shown::new(&columns, rows)]);
        let text = "\tNội dung\tThời gian\nI\tRà soát\tQuý I\nII\tIn ấn\tQuý II\n";
        let rows: &[&[&str]] = &[&["I", "Rà soát", "Quý I"], &["II", "In ấn", "Quý II"]];
        assert_eq!(shown(text), [Shown::new(&["", "Nội dung", "Thời gian"], rows)]);
    }

    #[test]
    fn tabs_that_only_set_cells_apart() {
        let columns = ["STT", "Nội dung", "Thời gian"];
        let rows: &[&[&str]] = &[&["1", "Rà soát", "Quý I"], &["2", "In ấn", "Quý II"]];
        for text in [
            "STT\t\tNội dung\t\t\tThời gian\n1\tRà soát\t\tQuý I\n2\t\tIn ấn\tQuý II\n",
            "\tSTT\tNội dung\tThời gian\n\t1\tRà soát\tQuý I\n\t2\tIn ấn\tQuý II\n",
            "STT\tNội dung\t\tThời gian\n1\tRà soát\t\tQuý I\n2\tIn ấn\t\tQuý II\n",
        ] {
            assert_eq!(shown(text), [Shown::new(&columns, rows)], "{text}");
        }
    }

    #[test]
    fn a_heading_over_several_columns() {
        let text = "TT\tChỉ tiêu\tGiai đoạn 2026 - 2027\t\tGhi chú\n\t\tNăm 2026\tNăm 2027\t\n\
                    1\tLúa\t5\t6\tMùa\n2\tNgô\t1\t\tXuân\n";
        let columns = [
            "TT",
            "Chỉ tiêu",
            "Giai đoạn 2026 - 2027 Năm 2026",
            "Giai đoạn 2026 - 2027 Năm 2027",
            "Ghi chú",
        ];
        let rows: &[&[&str]] = &[&["1", "Lúa", "5", "6", "Mùa"], &["2", "Ngô", "1", "", "Xuân"]];
        assert_eq!(shown(text), [Shown::new(&columns, rows)]);
    }

    #[test]
    fn no_tables() {
        for text in [
            "UBND TỈNH\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 5/KH-UBND\tHuế, ngày 5\n",
            "Nơi nhận:\t\tTM. ỦY BAN NHÂN DÂN\n- Như trên;\t\tCHỦ TỊCH\n",
            "Thời gian:\t02 ngày\n- Địa điểm:\tHội trường\n",
            "a\tb\tc\nd\te\tf\n",
            "\t\t\t\n\t\tx\t\t\n",
        ] {
            assert_eq!(shown(text), [], "{text}");
        }
    }
}
