//! Words that begin the name of a body ("tên cơ quan, tổ chức"), as a letterhead prints them.

use super::{begins_with_any, fold, starts_with_skeleton};

/// How bodies stand to one another in a letterhead.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Class {
    /// Whole names that need nothing behind them: Chính phủ, Quốc hội, Thủ tướng Chính phủ.
    Supreme,
    /// Ministries.
    Ministry,
    /// Bodies that govern a place: ủy ban nhân dân, hội đồng nhân dân, ủy ban Mặt trận.
    Committee,
    /// Provincial departments ("sở").
    Department,
    /// Bodies on one level with a department that are none: police, military command, unions.
    Peer,
    /// Party committees.
    Party,
    /// Anything within another body: office, division, school, centre.
    Unit,
}

use Class::{Committee, Department, Ministry, Party, Peer, Supreme, Unit};

/// Skeletons of the words a name begins with; a word that begins another stands behind it. Origin:
/// NĐ 30/2020 Phụ lục II (capitalisation of names of bodies), Luật Tổ chức chính quyền địa phương,
/// charters of the Party and of the unions.
#[rustfmt::skip]
const ORGANS: &[(&str, Class)] = &[
    ("quochoi", Supreme), ("chinhphu", Supreme), ("thutuongchinhphu", Supreme), ("chutichnuoc", Supreme),
    ("uybanthuongvuquochoi", Supreme), ("banchaphanhtrunguong", Party), ("banbithu", Party),
    ("uybannhandan", Committee), ("ybannhandan", Committee), ("ubnd", Committee),
    ("hoidongnhandan", Committee), ("hdnd", Committee), ("thuongtruchdnd", Committee),
    ("uybanmttq", Committee), ("uybanmattran", Committee), ("ubmttq", Committee), ("mttq", Committee),
    ("mattrantoquoc", Committee), ("uybantrunguong", Committee), ("uyban", Committee),
    ("botulenh", Peer), ("bochihuy", Peer), ("bochqs", Peer), ("bodoibienphong", Peer), ("bophan", Unit),
    ("bo", Ministry), ("nganhangnhanuoc", Ministry), ("thanhtrachinhphu", Ministry), ("vanphongchinhphu", Ministry),
    ("so", Department),
    ("congan", Peer), ("liendoan", Peer), ("tongliendoan", Peer), ("lienminh", Peer), ("lienhiep", Peer),
    ("tinhdoan", Peer), ("thanhdoan", Peer), ("huyendoan", Peer), ("thidoan", Peer), ("quandoan", Peer),
    ("xadoan", Peer), ("phuongdoan", Peer), ("trunguongdoan", Peer), ("trunguonghoi", Peer),
    ("hoi", Peer), ("congdoan", Peer), ("doan", Peer), ("bchdoan", Peer), ("bch", Peer), ("banchaphanh", Peer),
    ("tinhuy", Party), ("thanhuy", Party), ("huyenuy", Party), ("quanuy", Party), ("thiuy", Party),
    ("danguy", Party), ("dangbo", Party), ("chibo", Party), ("dangdoan", Party), ("bancansudang", Party),
    ("tongcuc", Unit), ("chicuc", Unit), ("cuc", Unit), ("vu", Unit), ("ban", Unit), ("bql", Unit), ("bcd", Unit),
    ("vanphong", Unit), ("vp", Unit), ("phong", Unit), ("thanhtra", Unit), ("trungtam", Unit),
    ("truong", Unit), ("daihoc", Unit), ("hocvien", Unit), ("vien", Unit), ("benhvien", Unit), ("khoa", Unit),
    ("trungdoan", Unit), ("sudoan", Unit), ("ludoan", Unit), ("quankhu", Unit), ("tieudoan", Unit),
    ("toaan", Unit), ("tand", Unit), ("vksnd", Unit), ("khobac", Unit), ("baohiem", Unit), ("bhxh", Unit),
    ("nganhang", Unit), ("tongcongty", Unit), ("congty", Unit), ("tapdoan", Unit), ("chinhanh", Unit),
    ("hoptacxa", Unit), ("htx", Unit), ("hiephoi", Peer), ("hoidong", Unit), ("cum", Unit), ("khoi", Unit),
    ("to", Unit), ("quy", Unit), ("thuvien", Unit), ("baotang", Unit), ("nha", Unit), ("dai", Unit),
    ("bao", Unit), ("tapchi", Unit), ("hat", Unit), ("tram", Unit), ("doi", Unit), ("tieuban", Unit), ("phanhieu", Unit), ("phanvien", Unit),
];

/// Skeletons that begin with such a word but name no body: "phòng, chống", "hội nghị", "tổ chức".
#[rustfmt::skip]
const NO_ORGANS: &[&str] = &[
    "phongchong", "phongchay", "phongngua", "phongtrao", "hoinghi", "hoinhap", "hoithi", "hoithao",
    "hoidien", "hoikhoe", "hoitrai", "banhanh", "tochuc", "khoahoc", "sohuu", "soket", "sohoa",
    "doanthe", "doanvien", "doanket", "truonghoc", "quydinh", "quyche", "quytrinh", "quyhoach",
    "baocao", "baodam", "baove", "baochi", "cucbo", "bomay", "botri", "toquoc", "nhanuoc", "nhao",
    "daihoi", "daibieu", "doimoi", "doivoi", "doituong", "doisong", "congdoanvien", "quyen",
    "quyet", "bosung",
];

/// The class of the body whose name begins `text`.
pub(crate) fn organ(text: &str) -> Option<Class> {
    let first = text.chars().next().and_then(fold)?;
    let may = |row: &&(&str, Class)| row.0.as_bytes().first() == Some(&first);
    let longest = ORGANS
        .iter()
        .filter(may)
        .filter_map(|(key, class)| starts_with_skeleton(text, key).map(|len| (len, *class)))
        .max_by_key(|(len, _)| *len)?;
    begins_with_any(text, NO_ORGANS).is_none().then_some(longest.1)
}

/// Words for administrative units ("đơn vị hành chính"): with them a line names a place and no body.
#[rustfmt::skip]
const PLACES: &[&str] = &[
    "tinh", "thanhpho", "tp", "huyen", "quan", "thixa", "tx", "thitran", "tt", "xa", "phuong",
    "dackhu", "trunguong", "vietnam", "khuvuc", "lienhuyen",
];

/// Whether `text` begins with the word for an administrative unit: "TỈNH …", "TP. …", "TRUNG ƯƠNG".
pub(crate) fn names_place(text: &str) -> bool {
    begins_with_any(text, PLACES).is_some()
}

/// Last syllable of one line and first of the next that are one word together: they tell a broken
/// name ("TÀI NGUYÊN VÀ MÔI / TRƯỜNG") from a second one.
#[rustfmt::skip]
const BROKEN_WORDS: &[(&str, &str)] = &[
    ("moi", "truong"), ("thi", "truong"), ("hien", "truong"), ("xa", "hoi"), ("uy", "ban"),
    ("van", "phong"), ("quoc", "phong"), ("bien", "phong"), ("cong", "doan"), ("lien", "doan"),
    ("tinh", "doan"), ("huyen", "doan"), ("thanh", "doan"), ("tap", "doan"), ("su", "doan"),
    ("trung", "doan"), ("tong", "cuc"), ("chi", "cuc"), ("can", "bo"), ("dang", "bo"),
    ("chi", "bo"), ("noi", "bo"), ("duong", "bo"), ("tien", "bo"), ("co", "so"), ("thuy", "so"),
    ("so", "so"), ("quoc", "hoi"), ("hiep", "hoi"), ("dai", "hoi"), ("thong", "bao"),
    ("dam", "bao"), ("nguoi", "to"), ("dan", "toc"), ("chinh", "phu"), ("ngan", "hang"),
    ("tieu", "ban"), ("dia", "ban"), ("hoc", "vien"), ("thu", "vien"), ("benh", "vien"),
    ("cong", "vien"), ("giao", "vien"), ("sinh", "vien"), ("doan", "vien"), ("dang", "vien"),
    ("thanh", "tra"), ("cong", "an"), ("nhan", "khoa"), ("quan", "doi"), ("bo", "doi"),
    ("chuyen", "doi"), ("xuc", "tien"),
];

/// Whether the break between two lines cuts a word.
pub(crate) fn breaks_word(last: &str, first: &str) -> bool {
    BROKEN_WORDS.contains(&(last, first))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_bodies() {
        for (text, want) in [
            ("UBND TỈNH SƠN HÀ", Some(Committee)),
            ("Uỷ ban nhân dân xã", Some(Committee)),
            ("SỞ NỘI VỤ", Some(Department)),
            ("BỘ TƯ PHÁP", Some(Ministry)),
            ("BỘ CHQS TỈNH", Some(Peer)),
            ("BỘ PHẬN MỘT CỬA", Some(Unit)),
            ("PHÒNG NỘI VỤ", Some(Unit)),
            ("CHÍNH PHỦ", Some(Supreme)),
            ("THÀNH ĐOÀN", Some(Peer)),
            ("PHÒNG, CHỐNG THIÊN TAI", None),
            ("HỘI NGHỊ CÁN BỘ", None),
            ("TỔ CHỨC LỄ", None),
            ("TỈNH SƠN HÀ", None),
            ("SƠN HÀ", None),
        ] {
            assert_eq!(organ(text), want, "{text}");
        }
    }

    #[test]
    fn names_of_places() {
        for text in ["TỈNH X", "TP. Y", "THÀNH PHỐ Z", "TRUNG ƯƠNG", "XÃ A", "VIỆT NAM"] {
            assert!(names_place(text), "{text}");
        }
        for text in ["SỞ X", "TRUNG TÂM", "DÂN", "XANH"] {
            assert!(!names_place(text), "{text}");
        }
    }
}
