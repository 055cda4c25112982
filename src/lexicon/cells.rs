//! How the cells of a table begin and end: bodies, times, phrases that run on; and what stands in the
//! tables of letterhead and foot.

use super::agents::no_body;
use super::{begins_with_any, is_word, skeleton, small, starts_with_skeleton};

/// How the name of a body begins, whatever follows.
const BODIES: &[&str] = &[
    "bảo hiểm xã hội",
    "ban chấp hành",
    "ban chỉ đạo",
    "ban chỉ huy",
    "ban cán sự",
    "ban dân vận",
    "ban đại diện",
    "ban giám đốc",
    "ban giám hiệu",
    "ban nội chính",
    "ban quản lý",
    "ban ql",
    "ban thường vụ",
    "ban tổ chức",
    "ban tuyên giáo",
    "bchqs",
    "bộ chỉ huy",
    "bộ chqs",
    "bộ đội",
    "bộ phận",
    "bộ, ngành",
    "bưu điện",
    "các ban",
    "các bộ",
    "các chi bộ",
    "các công ty",
    "các cơ quan",
    "các cơ sở",
    "các cục",
    "các doanh nghiệp",
    "các địa phương",
    "các đoàn thể",
    "các đơn vị",
    "các hiệp hội",
    "các hội",
    "các huyện",
    "các khoa",
    "các ngành",
    "các phòng",
    "các phường",
    "các sở",
    "các thành viên",
    "các thôn",
    "các tổ chức",
    "các tổ",
    "các trung tâm",
    "các trường",
    "các viện",
    "các vụ",
    "các xã",
    "cấp ủy",
    "chi bộ",
    "chi cục",
    "chi đoàn",
    "chính phủ",
    "chính quyền",
    "chủ đầu tư",
    "chủ tịch",
    "công an",
    "công đoàn",
    "cơ quan",
    "cơ sở giáo dục",
    "doanh nghiệp",
    "đảng bộ",
    "đảng ủy",
    "đảng uỷ",
    "đài phát thanh",
    "đài truyền thanh",
    "đài truyền hình",
    "đài pt",
    "địa phương",
    "đoàn thanh niên",
    "đoàn tncs",
    "đơn vị",
    "giám đốc",
    "giáo viên",
    "hđnd",
    "hiệp hội",
    "hiệu trưởng",
    "hội đồng",
    "hội liên hiệp",
    "hội nông dân",
    "hội cựu chiến binh",
    "huyện đoàn",
    "huyện ủy",
    "huyện uỷ",
    "kho bạc",
    "lãnh đạo",
    "liên đoàn lao động",
    "liên hiệp",
    "liên minh hợp tác xã",
    "mặt trận",
    "mttq",
    "ngân hàng",
    "nhà trường",
    "phòng, ban",
    "quân sự",
    "sở",
    "tập đoàn",
    "thành đoàn",
    "thành ủy",
    "thành uỷ",
    "thanh tra",
    "thủ trưởng",
    "thường trực",
    "tỉnh đoàn",
    "tỉnh ủy",
    "tỉnh uỷ",
    "tòa án",
    "toà án",
    "tổ công tác",
    "tổ công nghệ",
    "tổ chuyên môn",
    "tổ giúp việc",
    "tổ trưởng",
    "tổng công ty",
    "tổng cục",
    "trung tâm",
    "trưởng ban",
    "trưởng phòng",
    "ubmttq",
    "ubnd",
    "ủy ban",
    "uỷ ban",
    "văn phòng",
    "viện kiểm sát",
    "vp",
    "vpubnd",
];

/// Words that begin the name of a body only before a capital: "Bộ Y tế", but not "Bộ tiêu chí".
const BODIES_BEFORE_CAPITALS: &[&str] = &[
    "ban",
    "báo",
    "bệnh viện",
    "bộ",
    "công ty",
    "cục",
    "đài",
    "đoàn",
    "đội",
    "học viện",
    "hội",
    "huyện",
    "khoa",
    "phòng",
    "phường",
    "quỹ",
    "thị xã",
    "thôn",
    "thuế",
    "tổ",
    "trường",
    "viện",
    "vụ",
    "xã",
];

/// What is left of `text` behind `words`, compared letter by letter without case; the words must
/// end where a word ends.
fn behind<'a>(text: &'a str, words: &str) -> Option<&'a str> {
    let mut chars = text.chars();
    for want in words.chars() {
        let found = chars.next()?;
        if found != want && small(found) != want {
            return None;
        }
    }
    let rest = chars.as_str();
    rest.chars().next().is_none_or(|c| !is_word(c)).then_some(rest)
}

/// Whether a cell begins as the name of a body does: "Sở Tài chính", "Các phòng, ban".
pub(crate) fn is_body_like(cell: &str) -> bool {
    let cell = cell.trim_start_matches(['-', '–', '+', '•', ' ']);
    // "Các hội thảo" are no "các hội".
    let several = behind(cell, "các").map(str::trim_start);
    BODIES.iter().any(|body| behind(cell, body).is_some()) && !several.is_some_and(no_body)
        || BODIES_BEFORE_CAPITALS.iter().any(|body| {
            behind(cell, body)
                .and_then(|rest| rest.trim_start().chars().next())
                .is_some_and(char::is_uppercase)
        })
}

/// How a time begins.
const TIMES: &[&str] = &[
    "cả năm",
    "cả ngày",
    "chậm nhất",
    "chiều",
    "cuối năm",
    "cuối tháng",
    "đầu năm",
    "đầu quý",
    "đến",
    "định kỳ",
    "đợt",
    "dự kiến ngày",
    "dự kiến tháng",
    "giai đoạn",
    "giữa",
    "hàng năm",
    "hàng ngày",
    "hàng quý",
    "hàng tháng",
    "hàng tuần",
    "hằng năm",
    "hằng ngày",
    "hằng quý",
    "hằng tháng",
    "hằng tuần",
    "hoàn thành trong",
    "hoàn thành trước",
    "học kỳ",
    "khi có",
    "liên tục",
    "năm",
    "ngày",
    "ngay sau khi",
    "quí",
    "quý",
    "sáng",
    "sau khi",
    "sau",
    "sơ kết",
    "tháng",
    "theo kế hoạch",
    "theo lộ trình",
    "theo tiến độ",
    "theo yêu cầu",
    "thực hiện trong giai đoạn",
    "thực hiện trong năm",
    "thường xuyên",
    "thứ",
    "tối ngày",
    "trong năm",
    "trong quý",
    "trong tháng",
    "trong ngày",
    "trong hè",
    "trước",
    "từ",
    "tuần",
];

/// Longest time, in characters: "Thường xuyên, định kỳ hằng quý báo cáo …".
const TIME_CHARS: usize = 90;

/// Whether a cell reads as a time: "Quý IV/2025", "Thường xuyên", "2026 - 2030", "15/10".
pub(crate) fn is_time_like(cell: &str) -> bool {
    // "Giai đoạn 2026 - 2030. Trong đó triển khai thí điểm …"
    let cell = cell.split_once(". ").map_or(cell, |(first, _)| first);
    if cell.chars().nth(TIME_CHARS).is_some() {
        return false;
    }
    let first_digits = cell.bytes().take_while(u8::is_ascii_digit).count();
    if first_digits > 0 {
        let rest = cell[first_digits..].trim_start();
        let year = first_digits == 4 && (cell.starts_with("20") || cell.starts_with("19"));
        let clock = first_digits <= 2 && rest.starts_with(['/', 'h', 'g', '-', '–', ':']);
        return year || clock && rest.bytes().any(|b| b.is_ascii_digit());
    }
    TIMES.iter().any(|words| behind(cell, words).is_some())
}

/// How a paper, or a part of one, is named.
const PAPERS: &[&str] = &[
    "bộ luật",
    "chỉ thị số",
    "công văn số",
    "điểm",
    "điều",
    "kế hoạch số",
    "khoản",
    "luật",
    "nghị định",
    "nghị quyết số",
    "quyết định số",
    "thông báo số",
    "thông tư",
    "văn bản số",
];

/// Whether a cell begins as the name of a paper does: "Khoản 3 Điều 5 Luật …", "- Nghị định số …".
pub(crate) fn is_paper_like(cell: &str) -> bool {
    let cell = cell.trim_start_matches(['-', '–', '+', '•', ' ']);
    PAPERS.iter().any(|words| {
        let rest = behind(cell, words).map(str::trim_start);
        // "Điều 5", "Luật Đất đai", but not "Điều tra", "Điểm cầu".
        rest.is_some_and(|rest| {
            words.contains(' ')
                || rest.starts_with(|c: char| c.is_ascii_digit() || c.is_uppercase())
                || rest.starts_with(['a', 'b', 'c', 'd']) && rest[1..].starts_with([' ', ','])
        })
    })
}

/// Words a line of a cell may end with only where the cell runs on, as printed within a phrase.
const RUNNING_ON: &[&str] = &[
    "bằng", "các", "cho", "của", "do", "đến", "được", "gồm", "hoặc", "là", "những", "tại", "theo",
    "trên", "trong", "từ", "và", "về", "với", "Các", "Luật",
];

/// Words that begin a name, which a long line breaks off.
const RUNNING_ON_IF_LONG: &[&str] =
    &["Ban", "Bộ", "Cục", "Hội", "Phòng", "Sở", "UBND", "Viện", "Vụ"];

/// From this length on, in characters, a line was broken by the width of its column.
const LONG_LINE: usize = 24;

/// Words that run on only if a number follows: "Trước ngày" + "30/11".
const BEFORE_NUMBERS: &[&str] =
    &["Điều", "khoản", "năm", "Năm", "ngày", "Ngày", "quí", "quý", "Quý", "tháng", "Tháng"];

/// Whether a line of a cell runs on in the line `next`: it breaks off in the middle of a phrase
/// ("… thuộc Sở", "Trước ngày", "các sở,").
pub(crate) fn runs_on(line: &str, next: &str) -> bool {
    let line = line.trim_end();
    // An amount goes on with nothing but a date.
    let amount = !next.is_empty() && next.bytes().all(|b| matches!(b, b'0'..=b'9' | b'.' | b','));
    if line.ends_with([',', '-', '–', '/', '(', '&', '“', '+']) && line.len() > 1 {
        return !amount;
    }
    if line.rfind('(').is_some_and(|at| !line[at..].contains(')')) {
        return true;
    }
    let last = line.rsplit(' ').next().unwrap_or(line);
    // "Giám đốc Sở" is whole; a long line that ends with "Sở" is broken there.
    let broken = RUNNING_ON_IF_LONG.contains(&last) && line.chars().nth(LONG_LINE).is_some();
    broken
        || line.contains(' ') && RUNNING_ON.contains(&last)
        || next.starts_with(|c: char| c.is_ascii_digit()) && BEFORE_NUMBERS.contains(&last)
}

/// What only the tables of letterhead and foot hold, as skeletons of how their cells begin.
const FRAME: &[&str] = &[
    "conghoaxahoichunghia",
    "conghoaxahoi",
    "doclaptudo",
    "dangcongsanvietnam",
    "noinhan",
    "daky",
    "tm",
    "kt",
    "tl",
    "tuq",
    "kinhgui",
    "doantncshochiminh",
    "kyghirohoten",
];

/// Whether a cell belongs to letterhead or foot: "CỘNG HÒA XÃ HỘI …", "Nơi nhận:", "TM. …".
pub(crate) fn is_frame_like(cell: &str) -> bool {
    let cell = cell.trim_start_matches(['(', '*', '_', '-', ' ']);
    begins_with_any(cell, FRAME).is_some() || is_blank_number(cell) || is_place_and_date(cell)
}

/// "Số:      /KH-UBND", "Số: 12/KH-UBND".
fn is_blank_number(cell: &str) -> bool {
    let Some(rest) = cell.strip_prefix("Số").or_else(|| cell.strip_prefix("SỐ")) else {
        return false;
    };
    let rest = rest.trim_start_matches([':', ' ', '.', '…']);
    let rest = rest.trim_start_matches(|c: char| c.is_ascii_digit()).trim_start();
    rest.starts_with('/') && rest.len() > 3
}

/// "Hà Nội, ngày 26 tháng 04 năm 2010".
fn is_place_and_date(cell: &str) -> bool {
    let Some((place, date)) = cell.split_once(',') else { return false };
    place.chars().count() <= 30
        && starts_with_skeleton(date.trim_start(), "ngay").is_some()
        && skeleton(date).contains("thang")
}

/// How a row of totals begins.
const TOTALS: &[&str] = &["cộng", "tổng cộng", "tổng số", "tổng kinh phí", "tổng"];

/// Longest heading of a row of totals, in bytes.
const TOTAL_BYTES: usize = 48;

/// Whether a cell heads a row of totals: "Tổng cộng", "Cộng (I+II)".
pub(crate) fn is_total(cell: &str) -> bool {
    cell.len() <= TOTAL_BYTES && TOTALS.iter().any(|words| behind(cell, words).is_some())
}

/// How lines begin that stand behind a table, as skeletons.
const BEHIND: &[&str] = &["bieuso", "ghichu", "mauso", "noinhan", "phuluc", "trenday"];

/// Whether a line stands behind a table: "PHỤ LỤC II", "Ghi chú:", "Trên đây là …".
pub(crate) fn is_behind_table(line: &str) -> bool {
    BEHIND.iter().any(|key| starts_with_skeleton(line, key).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells() {
        for cell in ["Sở Tài chính", "Các sở, ban, ngành", "UBND cấp xã", "- Bộ Xây dựng;"]
        {
            assert!(is_body_like(cell), "{cell}");
        }
        assert!(is_time_like("Thực hiện trong giai đoạn 2026 - 2030. Trong đó thí điểm năm 2027."));
        for cell in ["Số lượng tăng", "Rà soát văn bản", "2026", "Tổ chức hội nghị", "Bộ tiêu chí"]
        {
            assert!(!is_body_like(cell), "{cell}");
        }
        for cell in ["Quý IV/2025", "Thường xuyên", "2026 - 2030", "15/10/2025", "Trước ngày 5/3"]
        {
            assert!(is_time_like(cell), "{cell}");
        }
        for cell in ["Sở Tài chính", "120.000", "05 lớp", "1"] {
            assert!(!is_time_like(cell), "{cell}");
        }
    }

    #[test]
    fn meetings_are_no_bodies_and_bodies_may_work_or_examine() {
        for cell in ["- Các hội thảo, lớp tập huấn", "Các hội nghị", "Các hội thi"]
        {
            assert!(!is_body_like(cell), "{cell}");
        }
        for cell in ["Đơn vị thi công", "Hội đồng thi tuyển", "Cơ quan thi hành án", "Các hội"]
        {
            assert!(is_body_like(cell), "{cell}");
        }
    }

    #[test]
    fn lines_that_run_on() {
        for (line, next) in [
            ("Trước ngày", "30/11"),
            ("Ban Quản lý khu kinh tế, Sở", "Tài chính"),
            ("các sở,", "UBND"),
            ("ngành (nếu", "Có)"),
        ] {
            assert!(runs_on(line, next), "{line}");
        }
        for (line, next) in [("Sở Tư pháp", "Các sở"), ("Báo cáo", ""), ("Hằng năm", "Đề án")]
        {
            assert!(!runs_on(line, next), "{line}");
        }
    }

    #[test]
    fn frame_cells() {
        for cell in [
            "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "Nơi nhận:",
            "TM. ỦY BAN NHÂN DÂN",
            "(Đã ký)",
            "Số:     /KH-UBND",
            "Yên Bái, ngày 3 tháng 5 năm 2021",
        ] {
            assert!(is_frame_like(cell), "{cell}");
        }
        for cell in ["Số lượng", "Số 12 phố Huế", "Tháng 5", "Kỹ thuật", "1, 2"] {
            assert!(!is_frame_like(cell), "{cell}");
        }
    }
}
