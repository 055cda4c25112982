//! Invented plans: a strategy for proptest, and the ways one plan can be laid out.
//!
//! The vocabulary is small on purpose. What is tested is the layout, and there the hazards are
//! words that break over lines: dates, amounts and symbols at the start of a line, dashes, page
//! numbers in mid-sentence.

use proptest::prelude::*;

/// A plan as its lines of thought: each becomes one line, or several where it is wrapped.
#[derive(Debug, Clone)]
pub struct Plan {
    issuer: &'static str,
    symbol: &'static str,
    subject: Vec<&'static str>,
    bases: Vec<Vec<&'static str>>,
    chapters: Vec<Chapter>,
}

#[derive(Debug, Clone)]
struct Chapter {
    heading: &'static str,
    units: Vec<Unit>,
}

#[derive(Debug, Clone)]
struct Unit {
    sentence: Vec<&'static str>,
    letters: Vec<Vec<&'static str>>,
    dashes: Vec<Vec<&'static str>>,
}

/// How a plan is laid out.
#[derive(Debug, Clone, Copy, Default)]
pub struct Layout {
    /// Characters in a line; nothing is wrapped where it is `None`.
    pub width: Option<usize>,
    /// Spaces before the first line of each paragraph.
    pub indent: usize,
    /// A blank line behind every paragraph.
    pub spaced: bool,
}

const ISSUERS: &[&str] = &["SỞ TÀI CHÍNH", "SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG", "BAN DÂN TỘC"];
const SYMBOLS: &[&str] = &["12/KH-STC", "105/KH-SNNMT", "07/KH-BDT"];
const HEADINGS: &[&str] =
    &["MỤC ĐÍCH, YÊU CẦU", "NỘI DUNG THỰC HIỆN", "TỔ CHỨC THỰC HIỆN", "KINH PHÍ THỰC HIỆN"];

/// Pieces of sentences; none is broken inside when it is wrapped at its spaces, all may be.
const PHRASES: &[&str] = &[
    "nâng cao chất lượng công việc",
    "phối hợp với Văn phòng Sở",
    "tổ chức kiểm tra các đơn vị trực thuộc",
    "hoàn thành trước ngày 15/6/2024",
    "trong năm 2024",
    "theo Kế hoạch số 04/KH-UBND của Ủy ban nhân dân tỉnh",
    "lập danh sách 152 hộ",
    "báo cáo kết quả về Phòng Ngân sách",
    "từ ngày 10/3/2024 đến ngày 31/12/2024",
    "hỗ trợ 40.000.000 đồng mỗi đơn vị",
    "xây dựng cơ sở dữ liệu dùng chung",
    "bảo đảm hòa thuận, khoẻ mạnh, thuỷ lợi",
];
const OPENINGS: &[&str] =
    &["Tiếp tục", "Thường xuyên", "Chủ động", "Các phòng chuyên môn", "Tăng cường"];
const BASES: &[&str] = &[
    "Căn cứ Luật Ngân sách nhà nước ngày 25 tháng 6 năm 2015;",
    "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;",
    "Thực hiện Kế hoạch số 18/KH-UBND ngày 02 tháng 01 năm 2024 của Ủy ban nhân dân tỉnh,",
];
const SUBJECTS: &[&str] =
    &["Cải cách hành chính năm 2024", "Phòng, chống thiên tai trên địa bàn tỉnh"];

fn words(phrases: impl IntoIterator<Item = &'static str>) -> Vec<&'static str> {
    phrases.into_iter().flat_map(|phrase| phrase.split(' ')).collect()
}

prop_compose! {
    fn sentence()(
        opening in prop::sample::select(OPENINGS),
        phrases in prop::collection::vec(prop::sample::select(PHRASES), 1..6),
    ) -> Vec<&'static str> {
        words([opening].into_iter().chain(phrases))
    }
}

prop_compose! {
    fn unit()(
        sentence in sentence(),
        letters in prop::collection::vec(sentence(), 0..4),
        dashes in prop::collection::vec(sentence(), 0..3),
    ) -> Unit {
        Unit { sentence, letters, dashes }
    }
}

prop_compose! {
    fn chapter()(
        heading in prop::sample::select(HEADINGS),
        units in prop::collection::vec(unit(), 1..4),
    ) -> Chapter {
        Chapter { heading, units }
    }
}

prop_compose! {
    /// Any plan.
    pub fn plan()(
        issuer in prop::sample::select(ISSUERS),
        symbol in prop::sample::select(SYMBOLS),
        subject in prop::sample::select(SUBJECTS),
        bases in prop::sample::subsequence(BASES, 1..=3),
        chapters in prop::collection::vec(chapter(), 1..5),
    ) -> Plan {
        let bases = bases.into_iter().map(|basis| words([basis])).collect();
        Plan { issuer, symbol, subject: words([subject]), bases, chapters }
    }
}

const ROMAN: [&str; 5] = ["I", "II", "III", "IV", "V"];
const LETTERS: [char; 4] = ['a', 'b', 'c', 'd'];

impl Plan {
    /// The plan as text.
    pub fn text(&self, layout: Layout) -> String {
        let mut page = Page { layout, out: String::new() };
        let state = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
        page.raw(&format!("{:36}{state}", "UBND TỈNH AN PHÚ"));
        page.raw(&format!("{:36}   Độc lập - Tự do - Hạnh phúc", self.issuer));
        page.raw("");
        let number = format!("Số: {}", self.symbol);
        page.raw(&format!("{number:36}An Phú, ngày 05 tháng 3 năm 2024"));
        page.raw("");
        page.raw("                              KẾ HOẠCH");
        page.raw(&format!("               {}", self.subject.join(" ")));
        page.raw("");
        for basis in &self.bases {
            page.paragraph("", basis, "");
        }
        page.paragraph("", &words([self.enacting()]), "");
        page.raw("");
        for (chapter, roman) in self.chapters.iter().zip(ROMAN) {
            page.paragraph(&format!("{roman}."), &words([chapter.heading]), "");
            for (index, unit) in chapter.units.iter().enumerate() {
                let Unit { sentence, letters, dashes } = unit;
                let end = if letters.is_empty() && dashes.is_empty() { "." } else { ":" };
                page.paragraph(&format!("{}.", index + 1), sentence, end);
                for (letter, item) in LETTERS.iter().zip(letters) {
                    page.paragraph(&format!("{letter})"), item, ";");
                }
                for item in dashes {
                    page.paragraph("-", item, ".");
                }
            }
        }
        page.paragraph("", &words(["Trên đây là Kế hoạch của Sở năm 2024./."]), "");
        page.raw("");
        for line in [
            "Nơi nhận:                                 GIÁM ĐỐC",
            "- UBND tỉnh (để b/c);",
            "- Các phòng thuộc Sở;",
            "- Lưu: VT.                                Lê Thị Mai",
        ] {
            page.raw(line);
        }
        page.out
    }

    fn enacting(&self) -> &'static str {
        match self.bases.len() {
            1 => "Sở xây dựng Kế hoạch như sau:",
            _ => "Sở ban hành Kế hoạch thực hiện trên địa bàn tỉnh với những nội dung như sau:",
        }
    }
}

struct Page {
    layout: Layout,
    out: String,
}

impl Page {
    fn raw(&mut self, line: &str) {
        self.out.push_str(line);
        self.out.push('\n');
    }

    /// A paragraph: its marker and words, filled into lines, and its last sign.
    fn paragraph(&mut self, marker: &str, words: &[&str], end: &str) {
        let mut line = " ".repeat(self.layout.indent);
        let mut filled = false;
        for word in [marker].iter().filter(|marker| !marker.is_empty()).chain(words) {
            let width = line.chars().count() + 1 + word.chars().count();
            if filled && self.layout.width.is_some_and(|limit| width > limit) {
                self.raw(&line);
                line.clear();
                filled = false;
            }
            if filled {
                line.push(' ');
            }
            line.push_str(word);
            filled = true;
        }
        self.raw(&(line + end));
        if self.layout.spaced {
            self.raw("");
        }
    }
}
