//! What heads a column of a table.

use super::{Keys, fold, is_word, starts_with_skeleton};

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
    Agency, Amount, Code, Matter, Money, Note, Other, Paper, Person, Place, Result, Time, Unit,
};

/// How column headings begin, as skeletons in the order of their first letters; the longest counts. The words
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
            // The first letter sorts nearly every cell out.
            Some(letter) if len == 0 && !matches!(letter, b's' | b't') => return false,
            Some(letter) if len < letters.len() => {
                letters[len] = letter;
                len += 1;
            }
            None if !is_word(c) => {}
            _ => return false,
        }
    }
    ORDINAL_HEADINGS.iter().any(|key| key.as_bytes() == &letters[..len])
}

/// Whether a line is a header whose headings only single blanks part: "TT Họ và tên Chức vụ".
pub(crate) fn is_joined_header(line: &str) -> bool {
    let Some((first, rest)) = line.split_once([' ', '\t']) else { return false };
    line.len() <= HEADING_BYTES
        && is_ordinal_heading(first)
        && !first.ends_with('.')
        && known_column(rest.trim_start_matches(['|', ' '])).is_some()
}

static HEADING_KEYS: Keys<(&str, ColumnKind)> = Keys::new(HEADINGS, |row| row.0.into());

/// What a column holds, if its heading is in the list.
pub(crate) fn known_column(heading: &str) -> Option<ColumnKind> {
    if heading.len() > HEADING_BYTES {
        return None;
    }
    let at = |text: &str| HEADING_KEYS.longest(text).map(|((_, kind), _)| *kind);
    at(heading).or_else(|| {
        let lead = HEADING_LEADS.iter().find_map(|lead| starts_with_skeleton(heading, lead))?;
        at(heading[lead..].trim_start())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::skeleton;
    use ColumnKind::Ordinal;

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
            let kind = if is_ordinal_heading(heading) {
                Ordinal
            } else {
                known_column(heading).unwrap_or(Other)
            };
            assert_eq!(kind, want, "{heading}");
        }
        assert!(is_joined_header("TT Họ và tên Chức vụ"));
        assert!(!is_joined_header("TT. Tỉnh ủy, TT. HĐND"));
        assert!(!is_joined_header("TT HĐND tỉnh"));
        assert!(!is_ordinal_heading("TT Tên cơ sở"));
        assert!(!is_ordinal_heading("- TT Tỉnh ủy"));
    }
}
