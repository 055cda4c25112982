//! Words of tables: what heads a column, how the cells of such a column begin, and what stands in
//! the tables of letterhead and foot.

use super::{fold, skeleton, starts_with_skeleton};

/// What the cells of a column hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ColumnKind {
    /// Row numbers: "STT".
    Ordinal,
    /// What is to be done or what the row is about: "Nội dung", "Nhiệm vụ", "Tên …".
    Matter,
    /// A body: "Cơ quan chủ trì", "Đơn vị phối hợp".
    Agency,
    /// A person: "Họ và tên", "Người thực hiện".
    Person,
    /// When: "Thời gian hoàn thành", "Tiến độ".
    Time,
    /// What comes out: "Sản phẩm", "Kết quả".
    Result,
    /// Money and where it comes from: "Kinh phí".
    Money,
    /// A measure: "Số lượng", "Diện tích".
    Amount,
    /// A unit of measure: "ĐVT".
    Unit,
    /// "Ghi chú".
    Note,
    /// Where: "Địa điểm".
    Place,
    /// A code or number: "Mã hồ sơ", "Số điện thoại".
    Code,
    /// A paper: "Căn cứ pháp lý", "Số văn bản".
    Paper,
    /// A heading that is not in the list.
    Other,
}

use ColumnKind::{
    Agency, Amount, Code, Matter, Money, Note, Ordinal, Other, Paper, Person, Place, Result, Time,
    Unit,
};

/// How column headings begin, as skeletons; a key that begins another stands behind it. The words
/// are those of the annexes of NĐ 30/2020 and of the forms ("biểu mẫu") for work programmes,
/// budgets and rosters.
#[rustfmt::skip]
const HEADINGS: &[(&str, ColumnKind)] = &[
    ("cap", Other),
    ("cachthuc", Matter),
    ("cancuphaply", Paper),
    ("cancu", Paper),
    ("canbo", Person),
    ("chiso", Matter),
    ("chitieu", Matter),
    ("chicuc", Agency),
    ("chucdanh", Person),
    ("chucvu", Person),
    ("chucnang", Matter),
    ("chude", Matter),
    ("chutri", Agency),
    ("chunhiem", Person),
    ("chudautu", Agency),
    ("chuyende", Matter),
    ("congviec", Matter),
    ("congtrinh", Matter),
    ("congsuat", Amount),
    ("coquan", Agency),
    ("coso", Agency),
    ("danhmuc", Matter),
    ("danhsach", Matter),
    ("dauviec", Matter),
    ("dean", Matter),
    ("diaban", Place),
    ("diachi", Place),
    ("diadanh", Place),
    ("diadiem", Place),
    ("diem", Amount),
    ("dientich", Amount),
    ("diengiai", Matter),
    ("dienthoai", Code),
    ("doituong", Matter),
    ("dongia", Money),
    ("donvitinh", Unit),
    ("donvi", Agency),
    ("duan", Matter),
    ("dukienthoigian", Time),
    ("dukienkinhphi", Money),
    ("dukienketqua", Result),
    ("dutoan", Money),
    ("dvt", Unit),
    ("ghichu", Note),
    ("giaidoan", Time),
    ("giaiphap", Matter),
    ("giangvien", Person),
    ("giatri", Amount),
    ("gio", Time),
    ("gioitinh", Other),
    ("hangmuc", Matter),
    ("hanhdong", Matter),
    ("hinhthuc", Matter),
    ("hoanthanh", Time),
    ("hoatdong", Matter),
    ("hoten", Person),
    ("hovaten", Person),
    ("huongdan", Matter),
    ("kehoach", Matter),
    ("ketqua", Result),
    ("khoiluong", Amount),
    ("khoa", Agency),
    ("kinhphi", Money),
    ("kyhieu", Code),
    ("lanhdao", Person),
    ("linhvuc", Matter),
    ("loai", Matter),
    ("luuy", Note),
    ("ma", Code),
    ("minhhoa", Other),
    ("mota", Matter),
    ("mucchi", Money),
    ("mucdich", Matter),
    ("muchotro", Money),
    ("mucdo", Other),
    ("muctieu", Matter),
    ("namhoc", Time),
    ("nam", Amount),
    ("ngaybanhanh", Time),
    ("ngaythangnam", Time),
    ("ngaythang", Time),
    ("ngay", Time),
    ("nguoi", Person),
    ("nguonkinhphi", Money),
    ("nguonluc", Money),
    ("nguonvon", Money),
    ("nhiemvu", Matter),
    ("nhom", Matter),
    ("noidung", Matter),
    ("noicongtac", Place),
    ("noithuchien", Place),
    ("noi", Place),
    ("phancong", Agency),
    ("phamvi", Matter),
    ("phoihop", Agency),
    ("phongban", Agency),
    ("phong", Agency),
    ("phuongphap", Matter),
    ("phuongthuc", Matter),
    ("phutrach", Person),
    ("quymo", Amount),
    ("quequan", Place),
    ("sanpham", Result),
    ("sodienthoai", Code),
    ("sokyhieu", Paper),
    ("sovanban", Paper),
    ("soluong", Amount),
    ("sotien", Money),
    ("sodiem", Amount),
    ("sohieu", Code),
    ("solieu", Amount),
    ("somau", Amount),
    ("songay", Amount),
    ("songuoi", Amount),
    ("sobuoi", Amount),
    ("sogio", Amount),
    ("solop", Amount),
    ("solan", Amount),
    ("sotiet", Amount),
    ("suviec", Matter),
    ("tansuat", Amount),
    ("tendonvi", Agency),
    ("tencoquan", Agency),
    ("tentruong", Agency),
    ("ten", Matter),
    ("thanhphan", Person),
    ("thanhtien", Money),
    ("thang", Time),
    ("theodoi", Agency),
    ("thietbi", Matter),
    ("thoidiem", Time),
    ("thoigian", Time),
    ("thoihan", Time),
    ("thuchien", Agency),
    ("thutuc", Matter),
    ("tiendo", Time),
    ("tieuchi", Matter),
    ("tinhtrang", Other),
    ("toado", Other),
    ("tochucthuchien", Agency),
    ("tochuc", Agency),
    ("tongcong", Amount),
    ("tongkinhphi", Money),
    ("tongmuc", Money),
    ("tongso", Amount),
    ("tong", Amount),
    ("trachnhiem", Agency),
    ("trongtai", Amount),
    ("truongdoan", Person),
    ("truong", Agency),
    ("trinhdo", Other),
    ("tuviettat", Other),
    ("tuan", Time),
    ("tyle", Amount),
    ("tile", Amount),
    ("vanban", Paper),
    ("vitri", Place),
    ("viec", Matter),
    ("xephang", Other),
    ("xeploai", Other),
    ("yeucau", Matter),
];

/// Headings of the column of row numbers.
const ORDINAL_HEADINGS: &[&str] = &["stt", "tt", "sott", "sothutu", "thutu"];

/// What a heading may open with before its own word.
const HEADING_LEADS: &[&str] = &["cac", "motso", "so", "dukien", "ten", "thuoc"];

/// Longest heading of a column, in bytes: a long one has some twenty words.
const HEADING_BYTES: usize = 240;

/// Whether a cell heads the column of row numbers: "STT", "Số TT", "TT.".
pub(crate) fn is_ordinal_heading(cell: &str) -> bool {
    let mut letters = [0_u8; 12];
    let mut len = 0;
    for c in cell.chars() {
        match fold(c) {
            Some(letter) if len < letters.len() => {
                letters[len] = letter;
                len += 1;
            }
            None if !c.is_alphanumeric() => {}
            _ => return false,
        }
    }
    ORDINAL_HEADINGS.iter().any(|key| key.as_bytes() == &letters[..len])
}

/// What a column holds, by its heading; `Other` for a heading that is not in the list.
pub(crate) fn column_kind(heading: &str) -> ColumnKind {
    if is_ordinal_heading(heading) { Ordinal } else { known_column(heading).unwrap_or(Other) }
}

/// What a column holds, if its heading is in the list.
pub(crate) fn known_column(heading: &str) -> Option<ColumnKind> {
    if heading.len() > HEADING_BYTES {
        return None;
    }
    let at = |text: &str| {
        let found = HEADINGS.iter().find(|(key, _)| starts_with_skeleton(text, key).is_some());
        found.map(|(_, kind)| *kind)
    };
    at(heading).or_else(|| {
        let lead = HEADING_LEADS.iter().find_map(|lead| starts_with_skeleton(heading, lead))?;
        at(heading[lead..].trim_start())
    })
}

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
        if found != want && !found.to_lowercase().eq(std::iter::once(want)) {
            return None;
        }
    }
    let rest = chars.as_str();
    rest.chars().next().is_none_or(|c| !c.is_alphanumeric()).then_some(rest)
}

/// Whether a cell begins as the name of a body does: "Sở Tài chính", "Các phòng, ban".
pub(crate) fn is_body_like(cell: &str) -> bool {
    let cell = cell.trim_start_matches(['-', '–', '+', '•', ' ']);
    BODIES.iter().any(|body| behind(cell, body).is_some())
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

/// Words a line of a cell may end with only where the cell runs on, as printed within a phrase.
const RUNNING_ON: &[&str] = &[
    "bằng", "các", "cho", "của", "do", "đến", "được", "gồm", "hoặc", "là", "những", "tại", "theo",
    "trên", "trong", "từ", "và", "về", "với", "Ban", "Bộ", "Các", "Cục", "Hội", "Phòng", "Sở",
    "UBND", "Viện", "Vụ",
];

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
    line.contains(' ') && RUNNING_ON.contains(&last)
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
    FRAME.iter().any(|key| starts_with_skeleton(cell, key).is_some())
        || is_blank_number(cell)
        || is_place_and_date(cell)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_skeletons_and_reachable() {
        for (at, (key, _)) in HEADINGS.iter().enumerate() {
            assert_eq!(*key, skeleton(key), "{key}");
            let hidden = HEADINGS[..at].iter().find(|(before, _)| before == key);
            assert!(hidden.is_none(), "{key} stands twice");
        }
    }

    #[test]
    fn headings() {
        for (heading, want) in [
            ("STT", Ordinal),
            ("Số TT", Ordinal),
            ("TT.", Ordinal),
            ("Nội dung/nhiệm vụ", Matter),
            ("TÊN NHIỆM VỤ", Matter),
            ("Tên đơn vị", Agency),
            ("Cơ quan\nchủ trì", Agency),
            ("Đơn vị tính", Unit),
            ("ĐVT", Unit),
            ("Thời gian hoàn thành", Time),
            ("Sản phẩm dự kiến", Result),
            ("Dự kiến kinh phí", Money),
            ("Các nhiệm vụ chủ yếu", Matter),
            ("Trạng thái", Other),
        ] {
            assert_eq!(column_kind(heading), want, "{heading}");
        }
        assert!(!is_ordinal_heading("TT Tên cơ sở"));
        assert!(!is_ordinal_heading("- TT Tỉnh ủy"));
    }

    #[test]
    fn cells() {
        for cell in ["Sở Tài chính", "Các sở, ban, ngành", "UBND cấp xã", "- Bộ Xây dựng;"]
        {
            assert!(is_body_like(cell), "{cell}");
        }
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
