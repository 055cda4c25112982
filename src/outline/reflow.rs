//! From physical lines back to paragraphs: which line goes on with the one before it.

use memchr::memchr_iter;

use super::marker::marker;
use super::reader::Row;
use crate::layout::{Sheet, breaks_inside_a_symbol, is_footnote, is_rule};
use crate::lexicon::assignments::labels_task;
use crate::lexicon::types::type_at_start;
use crate::lexicon::{
    begins_with_any, breaks_name, is_dash, is_field, is_one_of, is_upper, is_word, last_word,
    links, organ, without_dash,
};

/// How a document breaks its lines, measured once.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Reflow {
    /// Blank lines between two lines of one paragraph: 1 where a blank follows every line.
    spacing: u16,
    /// The fewest blank lines between two lines, where there are any.
    gap: u16,
    /// Width at which lines are broken, in characters; `None` where they are not.
    width: Option<usize>,
    /// Whether paragraphs are set apart by blank lines.
    spaced_paragraphs: bool,
}

/// How many lines are looked at to learn the habits of a document.
pub(super) const SAMPLE: usize = 2000;

/// A word in capitals of so many bytes is a heading, a shorter one an abbreviation.
const ABBREVIATION: usize = 10;

/// A line of no more words than this may be a title; a figure behind a longer one belongs to it.
const TITLE_WORDS: usize = 4;

/// Indent of the first line of a paragraph: 1 cm to 1.27 cm (NĐ 30/2020 Phụ lục I), in characters.
const FIRST_INDENT: usize = 5;

/// Where too few lines wrap to show the measure, the widest line is taken for it from this width on.
const PAGE_WIDTH: usize = 50;

/// Narrowest measure of a page or column, in characters.
const MIN_WIDTH: usize = 24;

/// Longest line that hard wrapping gives, in characters; longer ones were never broken.
const MAX_WIDTH: usize = 160;

impl Reflow {
    /// Learns the habits of the first lines, [`SAMPLE`] of them at most.
    pub(super) fn of(sheet: &Sheet<'_>, rows: &[Row]) -> Self {
        let mut widths = Vec::new();
        let mut gaps = Vec::new();
        let (mut starts, mut starts_blank) = (0, 0);
        let mut gap = u16::MAX;
        for pair in rows.windows(2) {
            let (before, line) = (sheet.line(pair[0].line), sheet.line(pair[1].line));
            let blanks = sheet.lines[pair[1].line].blanks;
            gap = gap.min(if blanks > 0 { blanks } else { u16::MAX });
            let candidate = pair[1].marker.as_ref().filter(|_| !line.starts_with('#'));
            let opens_unit = candidate.is_some_and(|candidate| candidate.firm);
            if !opens_unit && is_open(before) && begins_small(line) {
                gaps.push(blanks);
                widths.push(width_of(sheet, pair[0].line));
            } else if opens_unit || opens_paragraph(line) {
                starts += 1;
                starts_blank += usize::from(blanks > 0);
            }
        }
        widths.sort_unstable();
        // The width nine of ten wrapped lines keep within.
        let width = if widths.len() >= 3 {
            widths.get(widths.len() * 9 / 10).copied()
        } else {
            let before = rows.iter().rev().skip(1);
            let widest = before.map(|row| width_of(sheet, row.line)).max();
            widest.filter(|width| *width >= PAGE_WIDTH)
        };
        let width = width.filter(|width| (MIN_WIDTH..=MAX_WIDTH).contains(width));
        gaps.sort_unstable();
        let wrapped = width.is_some() && widths.len() >= 3;
        let spacing = if wrapped { gaps[gaps.len() / 2] } else { 0 };
        let spaced_paragraphs = spacing == 0 && starts > 0 && starts_blank * 5 >= starts * 4;
        Self { spacing, gap, width, spaced_paragraphs }
    }

    /// Whether the sentence on the line `before` may run on into `line`: it is not ended, and the
    /// line was broken because it was full.
    pub(crate) fn runs_on(&self, sheet: &Sheet<'_>, before: usize, line: usize) -> bool {
        !self.parted(sheet, before, line)
            && !sheet.line(before).starts_with('#')
            && !is_field(sheet.line(before))
            && is_open(sheet.line(before))
            && (self.spaced_paragraphs || self.is_full(sheet, before, line))
    }

    /// Whether blank lines part this line from the one before it.
    pub(crate) fn parted(&self, sheet: &Sheet<'_>, before: usize, line: usize) -> bool {
        // Across page furniture blank lines mean nothing.
        before + 1 == line && sheet.lines[line].blanks > self.spacing
    }

    /// Whether the line goes on with the paragraph that ends on the line `before`.
    pub(crate) fn joins(&self, sheet: &Sheet<'_>, before: usize, line: usize) -> bool {
        let (above, below) = (sheet.line(before), sheet.line(line));
        if above.starts_with('#') || below.starts_with('#') {
            return false;
        }
        if stands_within(above, below) {
            return true;
        }
        let parted = self.parted(sheet, before, line);
        let open = is_open(above);
        if begins_small(below) {
            return !parted || open;
        }
        if (before + 1..line).any(|between| is_rule(sheet.line(between))) {
            return false;
        }
        let named = is_field(below) || labels_task(below);
        if opens_paragraph(below) && !open || named && !ends_midway(above) {
            return false;
        }
        if begins_in_figure(below) && wants_figure(above) {
            return true;
        }
        let cut =
            || breaks_name(above, below) || begins_note(above) || awaits_document(above, below);
        if breaks_inside_a_symbol(above) || !parted && cut() {
            return true;
        }
        if parted {
            // A scanner's blank line in mid-sentence: "… Giám đốc Sở Y / / tế" is caught above;
            // a comma, a connecting word or a figure that is wanted shows the others.
            return ends_midway(above) && !sheet.is_upper(line)
                || open && refers(above) && begins_in_figure(below)
                || sheet.lines[line].blanks <= self.gap
                    && goes_on_in_capitals(sheet, before, line);
        }
        let figure = below.starts_with(|c: char| c.is_ascii_digit())
            && above.split_whitespace().nth(TITLE_WORDS).is_some();
        if quotes(above) > 0 || open && (figure || refers(above) && begins_in_figure(below)) {
            return true;
        }
        if above.len() > 3 && below.len() > 3 {
            match (sheet.is_upper(before), sheet.is_upper(line)) {
                // "… Chương trình / MTQG."
                (false, true) if !below.contains(' ') && below.len() < ABBREVIATION => {}
                // "SÁP NHẬP, ĐỔI TÊN; / GIẢI THỂ QUỸ"
                (true, true) => return open || above.ends_with(';'),
                (false, false) => {}
                _ => return false,
            }
        }
        if open && ends_midway(above) {
            return true;
        }
        if self.spaced_paragraphs {
            return open || above.ends_with(['.', ';']) && self.is_full(sheet, before, line);
        }
        if above.ends_with([':', ';']) || above.ends_with("./.") {
            return false;
        }
        if !open && indented(sheet, before, line) {
            return false;
        }
        self.is_full(sheet, before, line)
    }

    /// Whether the line `before` was broken because the first word of `line` did not fit.
    fn is_full(&self, sheet: &Sheet<'_>, before: usize, line: usize) -> bool {
        let Some(width) = self.width else { return false };
        let word = sheet.line(line).split_whitespace().next().unwrap_or_default();
        // Extraction may lose the indent of the first line of a unit.
        let unindented = sheet.lines[before].indent == 0 && marker(sheet.line(before)).is_some();
        let indent = if unindented { FIRST_INDENT } else { 0 };
        // Letters differ in width: a line may fall a tenth short of the measure.
        (indent + width_of(sheet, before) + 1 + word.chars().count()) * 10 > width * 9
    }
}

/// Whether the line begins further right than the one before it.
fn indented(sheet: &Sheet<'_>, before: usize, line: usize) -> bool {
    sheet.lines[line].indent > sheet.lines[before].indent + 1
}

/// How far a line reaches to the right, in characters.
fn width_of(sheet: &Sheet<'_>, line: usize) -> usize {
    usize::from(sheet.lines[line].indent) + sheet.line(line).chars().count()
}

/// Whether the sentence on this line may go on: it has no final punctuation.
pub(crate) fn is_open(line: &str) -> bool {
    let end = line.trim_end_matches(['”', '"', ')', '»', '’', ' ', '|']);
    !end.ends_with(['.', ';', ':', '!', '?', '…'])
}

/// How many quotations the line leaves open.
pub(crate) fn quotes(line: &str) -> isize {
    // Both signs begin with this byte; few lines hold it.
    let signs = memchr_iter(0xe2, line.as_bytes()).map(|at| match &line.as_bytes()[at + 1..] {
        [0x80, 0x9c, ..] => 1,
        [0x80, 0x9d, ..] => -1,
        _ => 0,
    });
    signs.sum()
}

/// Whether the line begins like the middle of a sentence: a small letter, or a sign that opens none.
fn begins_small(line: &str) -> bool {
    let start = line.trim_start_matches(['“', '"', '(', '‘', '|', ' ']);
    start.chars().next().is_some_and(|c| c.is_lowercase() || matches!(c, ',' | ')' | '%' | ';'))
}

/// Whether the dash that opens a line stands within what the one above begins: a compound ("kinh tế / - xã hội"), two
/// years.
pub(super) fn stands_within(above: &str, below: &str) -> bool {
    const FIRST: [&str; 3] = ["kinh tế", "chính trị", "văn hóa"];
    let rest = without_dash(below);
    let social = rest.len() < below.len() && rest.starts_with("xã hội");
    social && FIRST.iter().any(|word| above.ends_with(word)) || parts_years(above, below)
}

/// Whether the dash that opens a line stands between two years: "giai đoạn 2021 / - 2025".
fn parts_years(above: &str, below: &str) -> bool {
    if !below.starts_with(is_dash) {
        return false;
    }
    let rest = without_dash(below);
    let year =
        |text: Option<&str>| text?.parse().ok().filter(|year| (1900..2200_u16).contains(year));
    let behind = above.len().checked_sub(4).and_then(|at| above.get(at..));
    matches!((year(behind), year(rest.get(..4))), (Some(first), Some(last)) if first < last)
}

/// Words that never end a sentence; a comma does not either. By their letters: "bảo vệ", "cơ sở", "thiên
/// tai" and "quan trọng" end many. Some are no other word where they have lost their marks.
const CONNECTIVES: [&str; 16] = [
    "và", "của", "với", "cho", "các", "tại", "theo", "hoặc", "trong", "về", "những", "để", "va",
    "cua", "cac", "hoac",
];

fn ends_midway(line: &str) -> bool {
    if line.ends_with(',') {
        return true;
    }
    CONNECTIVES.contains(&last_word(line))
}

/// Whether a line holds no more of a footnote than its number and a word: "[1]", "[4] Từ".
fn begins_note(line: &str) -> bool {
    line.starts_with('[') && is_footnote(line) && is_open(line) && line.split(' ').count() <= 2
}

/// Words that begin a legal basis, as a line that holds nothing else.
const BASES: [&str; 5] = ["cancu", "tieptucthuchien", "theo", "thuchien", "trienkhaithuchien"];

/// Whether a document must follow a line: it holds no more of a legal basis than its first words ("Thực hiện" above "Chương
/// trình hành động số …"), or ends with what is done to one ("… tỉnh ban hành" above "Kế hoạch …").
fn awaits_document(above: &str, below: &str) -> bool {
    const LONGEST: usize = 32;
    let begun = || above.len() <= LONGEST && is_one_of(above, &BASES);
    let enacts =
        || above.ends_with(" ban hành") || above.ends_with(" xây dựng") && organ(above).is_some();
    (enacts() || begun()) && type_at_start(below).is_some()
}

/// Words a reference ends with before its figure: "theo khoản / 1 Điều 5".
const REFERENCES: [&str; 16] = [
    "khoan", "diem", "dieu", "muc", "so", "phan", "chuong", "nam", "ngay", "thang", "quy",
    "phuluc", "lanthu", "cap", "bieu", "mau",
];

/// Whether a line ends with a word that wants a figure.
fn refers(line: &str) -> bool {
    let last = last_word(line);
    !last.ends_with(['.', ';', ':', ','])
        && is_one_of(last, &REFERENCES)
        && (line.contains(' ') || line.starts_with(char::is_lowercase))
        && !is_upper(line)
}

/// Words before the parts of an act, by their letters: with them the last word is a reference and no
/// end of a title ("tài khoản", "địa điểm").
const BEFORE_PARTS: [&str; 6] = ["tại", "theo", "của", "và", "hoặc", "với"];

/// The parts of an act.
const PARTS: [&str; 4] = ["khoan", "diem", "dieu", "muc"];

/// Words a document's name has before its "số", at most: "Thông tư liên tịch số".
const TYPE_WORDS: usize = 5;

/// Whether a line ends where a figure must follow, whatever the width: "Chỉ thị số", "tại khoản",
/// "tháng 4 năm".
pub(crate) fn wants_figure(line: &str) -> bool {
    if !line.ends_with(['ố', 'n', 'm', 'u', 'c', 'g']) {
        return false;
    }
    let last = last_word(line);
    let Some(before) = line[..line.len() - last.len()].strip_suffix(' ').map(last_word) else {
        return false;
    };
    if is_one_of(last, &PARTS) {
        return before.ends_with(',') || BEFORE_PARTS.contains(&before);
    }
    if matches!(last, "năm" | "tháng") {
        return before.len() <= 2 && before.bytes().all(|b| b.is_ascii_digit());
    }
    last == "số" && {
        let name = &line[..line.len() - last.len()];
        let starts = name.rmatch_indices(' ').skip(1).map(|(at, _)| at + 1).chain([0]);
        starts.take(TYPE_WORDS).any(|at| {
            let name = name[at..].trim_end();
            type_at_start(name).is_some_and(|(_, end)| end == name.len())
        })
    }
}

/// Words in capitals that lean on the line above them.
const LEANING: [&str; 10] =
    ["VÀ", "CỦA", "CHO", "TẠI", "TRONG", "TRÊN", "THEO", "ĐỐI", "VỚI", "THUỘC"];

/// Whether a heading in capitals runs over a blank line: "THỜI GIAN" / "VÀ ĐỊA ĐIỂM".
fn goes_on_in_capitals(sheet: &Sheet<'_>, before: usize, line: usize) -> bool {
    let first = sheet.line(line).split(' ').next().unwrap_or_default();
    sheet.is_upper(before)
        && sheet.is_upper(line)
        && is_open(sheet.line(before))
        && (LEANING.contains(&first) || links(sheet.line(before)))
}

/// Whether a line begins with a figure, arabic or roman.
fn begins_in_figure(line: &str) -> bool {
    let word = line.split(|c: char| !is_word(c)).next().unwrap_or_default();
    line.starts_with(|c: char| c.is_ascii_digit())
        || !word.is_empty() && word.bytes().all(|b| matches!(b, b'I' | b'V' | b'X'))
}

/// Words that open a paragraph wherever a sentence has ended.
const OPENERS: [&str; 7] =
    ["cancu", "xetdenghi", "theodenghi", "trenday", "thuchien", "quyetdinh", "luuy"];

fn opens_paragraph(line: &str) -> bool {
    line.starts_with(['C', 'X', 'T', 'Q', 'L']) && begins_with_any(line, &OPENERS).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::SourceMap;

    fn joined(text: &str) -> Vec<String> {
        let map = SourceMap::default();
        let sheet = Sheet::new(text, &map);
        let lines = 0..sheet.lines.len();
        let rows: Vec<_> = lines.clone().map(|line| Row::of(&sheet, line)).collect();
        let reflow = Reflow::of(&sheet, &rows);
        let mut out: Vec<String> = Vec::new();
        for index in lines {
            let words = sheet.line(index);
            match out.last_mut() {
                Some(last) if reflow.joins(&sheet, index - 1, index) => {
                    last.push(' ');
                    last.push_str(words);
                }
                _ => out.push(words.into()),
            }
        }
        out
    }

    #[test]
    fn wrapped_lines_join() {
        let text = "Các phòng, ban thuộc Sở rà soát hồ sơ lưu trữ của\ncác đơn vị sáp nhập, thống kê tài liệu theo từng\ngiai đoạn trước và lập danh mục gửi về Văn phòng\nSở để tổng hợp, trình lãnh đạo xem xét, quyết\nđịnh.\nViệc rà soát phải xong trong tháng.\n";
        assert_eq!(joined(text).len(), 2, "{:?}", joined(text));
    }

    #[test]
    fn a_full_line_goes_on_behind_a_semicolon_where_blanks_part_paragraphs() {
        let first = "Các phòng rà soát hồ sơ lưu trữ của các đơn vị\nsáp nhập, thống kê tài liệu theo giai đoạn trước;\n";
        let more = "Chi cục rà soát hồ sơ và gửi danh mục về sở\nđể tổng hợp, trình lãnh đạo.\n\nCăn cứ kết quả trên các phòng rà soát tài liệu\nvà gửi báo cáo.\n\nTrên đây là kế hoạch của sở và các đơn vị trực\nthuộc.\n";
        assert_eq!(joined(&format!("{first}{more}")).len(), 3);
        assert_eq!(joined(&format!("{first}\n{more}")).len(), 4);
    }

    #[test]
    fn a_blank_after_every_line_parts_nothing() {
        let text = "Các phòng, ban thuộc Sở rà soát hồ sơ lưu trữ giai\n\nđoạn trước và lập danh mục gửi về Văn phòng\n\nsở để tổng hợp, trình lãnh đạo xem xét, quyết\n\nđịnh.\n\nViệc rà soát phải xong trong tháng.\n";
        assert_eq!(joined(text).len(), 2);
    }

    #[test]
    fn figures_go_on_with_an_open_line() {
        assert_eq!(joined("Căn cứ Kế hoạch số 04/KH-\nUBND ngày 5/3.\n").len(), 1);
        let text = "Các xã bình xét xong và gửi danh sách về huyện trước ngày\n31/12/2023. Mỗi hộ được hỗ trợ một lần trong cả giai đoạn 2021\n- 2025; mức hỗ trợ theo quy định tại khoản\n2 Điều 61 của Luật Ngân sách.\nThời gian\n15 ngày.\n";
        assert_eq!(joined(text).len(), 3, "{:?}", joined(text));
    }

    #[test]
    fn a_dash_between_years_opens_nothing() {
        let text = "Chương trình hành động giai đoạn 2021\n- 2025”;\nCăn cứ khác";
        assert_eq!(joined(text)[0], "Chương trình hành động giai đoạn 2021 - 2025”;");
        assert!(!parts_years("năm 2025", "- 2021 hộ"));
        assert!(!parts_years("năm 2025", "- Năm 2026"));
        assert!(!parts_years("năm 2025", "2026"));
    }

    #[test]
    fn the_first_words_of_a_basis_are_not_alone() {
        assert_eq!(joined("Thực hiện\nChương trình số 5-CTr/TU của Tỉnh ủy.\n").len(), 1);
        assert_eq!(joined("Thực hiện\nCác phòng rà soát hồ sơ.\n").len(), 2);
        assert_eq!(joined("Ủy ban nhân dân xã ban hành\nKế hoạch kiểm kê như sau:\n").len(), 1);
        assert_eq!(joined("Sở Nội vụ xây dựng\nKế hoạch kiểm kê như sau:\n").len(), 1);
        assert_eq!(joined("Công tác xây dựng\nKế hoạch kiểm kê được duyệt.\n").len(), 2);
    }

    #[test]
    fn the_number_of_a_footnote_is_not_alone() {
        assert_eq!(joined("[2]\nToàn bộ 34 tỉnh.\n[4] Từ\n0h đến 6h.").len(), 2);
        assert_eq!(joined("[2] Toàn bộ.\nCác tỉnh báo cáo.").len(), 2);
    }

    #[test]
    fn a_figure_is_wanted() {
        for line in [
            "nội dung của Chỉ thị số",
            "Thông tư liên tịch số",
            "quy định tại khoản",
            "theo Điều",
            "tại khoản 1, khoản",
            "ngày 5 tháng 4 năm",
            "từ ngày 05 tháng",
        ] {
            assert!(wants_figure(line), "{line}");
        }
        for line in [
            "Chuyển đổi số",
            "Mở tài khoản",
            "Thời gian, địa điểm",
            "và địa điểm",
            "Danh mục",
            "Tổ chức hằng năm",
            "Chương trình trong năm",
            "số",
        ] {
            assert!(!wants_figure(line), "{line}");
        }
    }

    #[test]
    fn capitals_run_over_a_blank_line() {
        assert_eq!(joined("THỜI GIAN\n\nVÀ ĐỊA ĐIỂM\n").len(), 1);
        assert_eq!(joined("MỤC ĐÍCH VÀ\n\nYÊU CẦU\n").len(), 1);
        assert_eq!(joined("THỜI GIAN\n\nĐỊA ĐIỂM\n").len(), 2);
        assert_eq!(joined("THỜI GIAN\n\n\nVÀ ĐỊA ĐIỂM\n\nTrụ sở.").len(), 3);
        assert_eq!(joined("Thời gian\n\nVÀ ĐỊA ĐIỂM\n").len(), 2);
    }

    #[test]
    fn titles_do_not_join_sentences() {
        for title in [
            "Công tác bảo vệ",
            "Nâng cấp cơ sở",
            "Phòng, chống thiên tai",
            "Việc quan trọng",
            "Chuyển đổi số",
        ] {
            assert_eq!(joined(&format!("{title}\n\nVăn phòng theo dõi.")).len(), 2, "{title}");
            assert_eq!(joined(&format!("{title}\nVăn phòng theo dõi.")).len(), 2, "{title}");
        }
        assert_eq!(joined("Công tác văn thư và\n\nVăn phòng theo dõi.").len(), 1);
        assert_eq!(joined("MỤC ĐÍCH\nNâng cao chất lượng.").len(), 2);
    }

    #[test]
    fn an_unbroken_copy_keeps_its_lines() {
        let long = "Cơ quan chủ trì rà soát toàn bộ hồ sơ. ".repeat(12);
        let text = format!("{long}\n{long}\n{long}\n");
        assert_eq!(joined(&text).len(), 3);
    }
}
