//! Tables whose columns are set with blanks, as page layouts are dumped: the cells of a row stand
//! side by side and go over several lines. Only where a word stands on its line tells its column.

use std::ops::Range;

use super::align::is_number;
use super::header::{MAX_COLUMNS, header_kinds, words};
use super::ordinal::{Ordinal, group, ordinal};
use super::{Cell, Grid, Reading};
use crate::document::FurnitureKind;
use crate::layout::Sheet;
use crate::lexicon::columns::{ColumnKind, is_frame_like, is_ordinal_heading, known_column};
use crate::lexicon::{is_upper, starts_with_skeleton};

/// Most lines of a header above and below the line that shows it.
const HEADER_LINES: usize = 4;

/// Widest heading of a column, in characters.
const HEADING_WIDTH: usize = 44;

/// Widest line of a page, in characters; behind it nothing is a column.
const PAGE_WIDTH: usize = 400;

/// A stretch of words with gaps around it, placed in characters from the margin.
#[derive(Debug, Clone)]
struct Segment {
    from: usize,
    to: usize,
    words: Range<usize>,
}

impl Segment {
    /// How many characters it shares with a stretch of the line.
    fn shared(&self, other: &Range<usize>) -> usize {
        self.to.min(other.end).saturating_sub(self.from.max(other.start))
    }
}

/// Reads the table whose header holds the first of `lines`; it may begin some lines before, if they
/// are still `free`.
pub(super) fn read(sheet: &Sheet<'_>, free: usize, lines: Range<usize>) -> Reading {
    let at = lines.start;
    let miss = Reading::Miss(at + 1);
    let main = segments(sheet, at);
    let texts: Vec<&str> = main.iter().map(|s| sheet.slice(&s.words)).collect();
    let Some(kinds) = header_kinds(&texts) else { return miss };
    let numbered = kinds[0] == ColumnKind::Ordinal;
    let wide = main.iter().any(|segment| segment.to - segment.from > HEADING_WIDTH);
    if wide || main.len() < if numbered { 2 } else { 3 } {
        return miss;
    }
    let header = Header::read(sheet, free, &lines, main, numbered);
    let names = words(sheet, &header.cells);
    if header.cells.len() > MAX_COLUMNS || header_kinds(&names).is_none() {
        return miss;
    }
    let mut body = Body {
        sheet,
        spans: &header.spans,
        names: &names,
        numbered,
        left: header.spans.iter().map(|span| span.start).collect(),
        lines: Vec::new(),
        apart: Vec::new(),
    };
    let end = body.read(header.lines.end..lines.end);
    let rows = body.rows();
    let full = rows.iter().filter(|row| row.iter().filter(|cell| !cell.is_empty()).count() > 1);
    if rows.len() < 2 || full.count() * 2 < rows.len() {
        return if numbered && rows.is_empty() { miss } else { Reading::Miss(end) };
    }
    let apart = body.apart;
    Reading::Found(Grid {
        lines: header.lines.start..end,
        columns: header.cells,
        rows,
        uneven: Vec::new(),
        apart,
    })
}

/// The stretches of words of a line, two blanks or a tab between each two.
fn segments(sheet: &Sheet<'_>, index: usize) -> Vec<Segment> {
    let line = &sheet.lines[index];
    let base = line.range.start;
    let mut found: Vec<Segment> = Vec::new();
    let (mut column, mut blanks) = (usize::from(line.indent), 2);
    for (at, c) in sheet.line(index).char_indices() {
        if c == ' ' || c == '\t' {
            blanks += if c == '\t' { 2 } else { 1 };
        } else {
            let (start, end) = (base + at, base + at + c.len_utf8());
            match found.last_mut() {
                Some(segment) if blanks < 2 => {
                    segment.to = column + 1;
                    segment.words.end = end;
                }
                _ => found.push(Segment { from: column, to: column + 1, words: start..end }),
            }
            blanks = 0;
        }
        column += 1;
        if column > PAGE_WIDTH + usize::from(line.indent) {
            // What is left belongs to the last stretch.
            if let Some(segment) = found.last_mut() {
                segment.words.end = line.range.end;
            }
            break;
        }
    }
    found
}

/// The header: its cells and where each stands on the page.
struct Header {
    lines: Range<usize>,
    cells: Vec<Cell>,
    spans: Vec<Range<usize>>,
}

impl Header {
    fn read(
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
                    && !numbered_line(text)
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

/// Whether a text opens a row.
fn numbered_line(text: &str) -> bool {
    ordinal(text).is_some() || group(text).is_some()
}

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
struct Body<'a, 'b> {
    sheet: &'a Sheet<'b>,
    spans: &'a [Range<usize>],
    names: &'a [String],
    numbered: bool,
    /// Where the words of each column have begun so far at the left.
    left: Vec<usize>,
    lines: Vec<BodyLine>,
    apart: Vec<(FurnitureKind, Range<usize>)>,
}

impl Body<'_, '_> {
    /// Takes lines in until the table ends; gives the line behind it.
    fn read(&mut self, lines: Range<usize>) -> usize {
        let mut at = lines.start;
        while at < lines.end {
            let parts = segments(self.sheet, at);
            let range = self.sheet.lines[at].range.clone();
            if self.repeats_header(&parts) {
                self.apart.push((FurnitureKind::RunningHead, range));
            } else if self.is_page_number(at, &parts) {
                self.apart.push((FurnitureKind::PageNumber, range));
            } else if self.ends_at(at, &parts) {
                break;
            } else {
                self.take(at, &parts);
            }
            at += 1;
        }
        // What was put apart behind the last row is not the table's.
        while let Some((_, range)) = self.apart.last() {
            if at > lines.start && self.sheet.lines[at - 1].range == *range {
                at -= 1;
                self.apart.pop();
            } else {
                break;
            }
        }
        at
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
        let text = self.sheet.slice(&only.words);
        let next_page = self.sheet.lines.get(at + 1).is_some_and(|next| next.new_page);
        let margin = self.spans.first().map_or(0, |span| span.end);
        text.len() <= 3
            && text.bytes().all(|b| b.is_ascii_digit())
            && (self.sheet.lines[at].new_page || next_page)
            && only.from > margin
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
        const BEHIND: &[&str] = &["phuluc", "noinhan", "trenday", "ghichu"];
        let behind = BEHIND.iter().any(|key| starts_with_skeleton(text, key).is_some());
        let number = numbered_line(text);
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
    fn rows(&self) -> Vec<Vec<Cell>> {
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
    fn starts(&self) -> std::collections::BTreeSet<usize> {
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
        if numbers[0] == 0 {
            return numbers.into_iter().collect();
        }
        self.centred(&numbers)
    }

    /// Row starts where the numbers stand halfway down their rows: as many lines above a number as
    /// below it, give or take one, and a row begins with a capital.
    fn centred(&self, numbers: &[usize]) -> std::collections::BTreeSet<usize> {
        let mut starts = std::collections::BTreeSet::from([0]);
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

#[cfg(test)]
mod tests {
    use super::super::testing::{Shown, shown};

    #[test]
    fn blank_lines_between_rows_and_centred_numbers() {
        let text = "\
                          PHỤ LỤC I
STT   Nội dung nhiệm vụ            Cơ quan chủ trì    Cơ quan phối hợp    Thời gian

1     Ban hành danh mục dữ liệu    Sở Thông tin       Các sở, ngành       Tháng 3
      dùng chung                   và Truyền thông

      Kết nối dữ liệu hộ tịch                         Sở Thông tin
2     với nền tảng chia sẻ         Sở Tư pháp         và Truyền thông     Quý II/2024
      của tỉnh

3     Đánh giá an toàn             Sở Công an                             Hằng năm

                          PHỤ LỤC II
";
        let rows: &[&[&str]] = &[
            &[
                "1",
                "Ban hành danh mục dữ liệu dùng chung",
                "Sở Thông tin và Truyền thông",
                "Các sở, ngành",
                "Tháng 3",
            ],
            &[
                "2",
                "Kết nối dữ liệu hộ tịch với nền tảng chia sẻ của tỉnh",
                "Sở Tư pháp",
                "Sở Thông tin và Truyền thông",
                "Quý II/2024",
            ],
            &["3", "Đánh giá an toàn", "Sở Công an", "", "Hằng năm"],
        ];
        let columns =
            ["STT", "Nội dung nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian"];
        assert_eq!(shown(text), [Shown::new(&columns, rows)]);
    }

    #[test]
    fn numbers_on_top_and_groups() {
        let text = "\
TT    Nội dung                            Đơn vị           Thời hạn         Ghi chú
                                          thực hiện
I     TẬP HUẤN CẤP TỈNH CHO LÃNH ĐẠO CÁC SỞ
1     Kỹ năng số cho lãnh đạo cấp         Trường Chính     Tháng 4/2024     02 lớp
      phòng                               trị tỉnh
2     Phân tích dữ liệu                   Sở Nội vụ        Tháng 5/2024

Ghi chú:
- Kinh phí do Sở Nội vụ quản lý.
";
        let rows: &[&[&str]] = &[
            &["I", "TẬP HUẤN CẤP TỈNH CHO LÃNH ĐẠO CÁC SỞ", "", "", ""],
            &[
                "1",
                "Kỹ năng số cho lãnh đạo cấp phòng",
                "Trường Chính trị tỉnh",
                "Tháng 4/2024",
                "02 lớp",
            ],
            &["2", "Phân tích dữ liệu", "Sở Nội vụ", "Tháng 5/2024", ""],
        ];
        let columns = ["TT", "Nội dung", "Đơn vị thực hiện", "Thời hạn", "Ghi chú"];
        assert_eq!(shown(text), [Shown::new(&columns, rows)]);
    }

    #[test]
    fn centred_numbers_without_blank_lines() {
        let text = "\
STT   Nội dung                Đơn vị chủ trì      Thời gian
      Rà soát quy chế         Phòng Nội vụ
1                                                 Quý I
      làm việc                huyện
      Sửa chữa                Phòng Kinh tế
2                                                 Quý II
      trụ sở                  và Hạ tầng
";
        let rows: &[&[&str]] = &[
            &["1", "Rà soát quy chế làm việc", "Phòng Nội vụ huyện", "Quý I"],
            &["2", "Sửa chữa trụ sở", "Phòng Kinh tế và Hạ tầng", "Quý II"],
        ];
        assert_eq!(
            shown(text),
            [Shown::new(&["STT", "Nội dung", "Đơn vị chủ trì", "Thời gian"], rows)]
        );
    }

    #[test]
    fn a_repeated_header_and_a_page_number() {
        let text = "\
TT    Nội dung            Đơn vị chủ trì      Thời gian
1     Rà soát             Phòng Nội vụ        Quý I
                          2
\u{c}TT    Nội dung            Đơn vị chủ trì      Thời gian
2     Sửa chữa            Phòng Kinh tế       Quý II
";
        let rows: &[&[&str]] = &[
            &["1", "Rà soát", "Phòng Nội vụ", "Quý I"],
            &["2", "Sửa chữa", "Phòng Kinh tế", "Quý II"],
        ];
        assert_eq!(
            shown(text),
            [Shown::new(&["TT", "Nội dung", "Đơn vị chủ trì", "Thời gian"], rows)]
        );
    }

    #[test]
    fn no_tables() {
        for text in [
            "UBND TỈNH HÒA AN          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSỞ Y TẾ         Độc lập - Tự do\n",
            "- TT Tỉnh ủy;                TM. ỦY BAN NHÂN DÂN\n- Lưu: VT.             CHỦ TỊCH\n",
            "Thời gian:    từ 8 giờ     ngày 5/3\n- Địa điểm:     Hội trường\n",
            "Nội dung   kiểm tra gồm có những việc sau đây\nThời gian   kiểm tra\n",
            "   a   b   c\n   d   e   f\n",
        ] {
            assert_eq!(shown(text), [], "{text}");
        }
    }
}
