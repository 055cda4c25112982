//! Tables whose columns are set with blanks, as page layouts are dumped: the cells of a row stand
//! side by side and go over several lines. Only where a word stands on its line tells its column.

mod body;
mod header;

use std::ops::Range;

use self::body::Body;
use self::header::Header;
use super::header::{MAX_COLUMNS, header_kinds, words};
use super::ordinal::{group, ordinal};
use super::{Grid, Reading};
use crate::layout::Sheet;
use crate::lexicon::columns::ColumnKind;

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
    let mut body = Body::new(sheet, &header.spans, &names, numbered);
    let (end, looked_at) = body.read(header.lines.end..lines.end);
    let rows = body.rows();
    let full = rows.iter().filter(|row| row.iter().filter(|cell| !cell.is_empty()).count() > 1);
    if rows.len() < 2 || full.count() * 2 < rows.len() {
        return Reading::Miss(looked_at);
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

/// Whether a text opens a row.
fn opens_row(text: &str) -> bool {
    ordinal(text).is_some() || group(text).is_some()
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
      Tổng cộng                                                             05 lớp

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
            &["", "Tổng cộng", "", "", "05 lớp"],
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
