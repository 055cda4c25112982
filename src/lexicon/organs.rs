//! Words that begin the name of a body ("tên cơ quan, tổ chức"), as a letterhead prints them.

use super::issuers::known_issuer;
use super::{Keys, begins_with_any, is_upper, is_word};

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

/// Skeletons of the words a name begins with, sorted. Origin:
/// NĐ 30/2020 Phụ lục II (capitalisation of names of bodies), Luật Tổ chức chính quyền địa phương,
/// charters of the Party and of the unions.
#[rustfmt::skip]
const ORGANS: &[(&str, Class)] = &[
    ("ban", Unit), ("banbithu", Party), ("bancansudang", Party), ("banchaphanh", Peer),
    ("banchaphanhtrunguong", Party), ("bao", Unit), ("baohiem", Unit), ("baotang", Unit),
    ("bcd", Unit), ("bch", Peer), ("bchdoan", Peer), ("benhvien", Unit), ("bhxh", Unit),
    ("bo", Ministry), ("bochihuy", Peer), ("bochqs", Peer), ("bodoibienphong", Peer),
    ("bophan", Unit), ("botulenh", Peer), ("bql", Unit), ("chibo", Party), ("chicuc", Unit),
    ("chinhanh", Unit), ("chinhphu", Supreme), ("chutichnuoc", Supreme), ("congan", Peer),
    ("congdoan", Peer), ("congdoanvienchuc", Peer), ("congty", Unit), ("cuc", Unit), ("cum", Unit), ("dai", Unit),
    ("daihoc", Unit), ("dangbo", Party), ("dangdoan", Party), ("danguy", Party), ("doan", Peer),
    ("doi", Unit), ("hat", Unit), ("hdnd", Committee), ("hiephoi", Peer), ("hocvien", Unit),
    ("hoi", Peer), ("hoidong", Unit), ("hoidongnhandan", Committee), ("hoptacxa", Unit),
    ("htx", Unit), ("huyendoan", Peer), ("huyenuy", Party), ("khoa", Unit), ("khobac", Unit),
    ("khoi", Unit), ("liendoan", Peer), ("lienhiep", Peer), ("lienminh", Peer), ("ludoan", Unit),
    ("mattrantoquoc", Committee), ("mttq", Committee), ("nganhang", Unit),
    ("nganhangnhanuoc", Ministry), ("nha", Unit), ("phanhieu", Unit), ("phanvien", Unit),
    ("phong", Unit), ("phuongdoan", Peer), ("quandoan", Peer), ("quankhu", Unit), ("quanuy", Party),
    ("quochoi", Supreme), ("quy", Unit), ("so", Department), ("sudoan", Unit), ("tand", Unit),
    ("tapchi", Unit), ("tapdoan", Unit), ("thanhdoan", Peer), ("thanhtra", Unit),
    ("thanhtrachinhphu", Ministry), ("thanhuy", Party), ("thidoan", Peer), ("thiuy", Party),
    ("thuongtruchdnd", Committee), ("thutuongchinhphu", Supreme), ("thuvien", Unit),
    ("tieuban", Unit), ("tieudoan", Unit), ("tinhdoan", Peer), ("tinhuy", Party), ("to", Unit),
    ("toaan", Unit), ("tongcongty", Unit), ("tongcuc", Unit), ("tongliendoan", Peer),
    ("tram", Unit), ("trungdoan", Unit), ("trungtam", Unit), ("trunguongdoan", Peer),
    ("trunguonghoi", Peer), ("truong", Unit), ("ubmttq", Committee), ("ubnd", Committee),
    ("uyban", Committee), ("uybanmattran", Committee), ("uybanmttq", Committee),
    ("uybannhandan", Committee), ("uybanthuongvuquochoi", Supreme), ("uybantrunguong", Committee),
    ("vanphong", Unit), ("vanphongchinhphu", Ministry), ("vien", Unit), ("vksnd", Unit),
    ("vp", Unit), ("vu", Unit), ("xadoan", Peer), ("ybannhandan", Committee),
];

/// Skeletons that begin with such a word but name no body: "phòng, chống", "hội nghị", "tổ chức".
#[rustfmt::skip]
const NO_ORGANS: &[&str] = &[
    "banhanh", "bansao", "baocao", "baodam", "baove", "baochi", "bomay", "botri", "bosung", "cucbo",
    "congdoanvien", "doanthe", "doanvien", "doanket", "daihoi", "daibieu", "doimoi", "doivoi",
    "doituong", "doisong", "hoinghi", "hoinhap", "hoithi", "hoithao", "hoidien", "hoikhoe",
    "hoitrai", "khoahoc", "nhanuoc", "nhao", "phongchong", "phongchay", "phongngua", "phongtrao",
    "quydinh", "quyche", "quytrinh", "quyhoach", "quyen", "quyet", "sohuu", "soket", "sohoa",
    "tochuc", "truonghoc", "toquoc",
];

static ORGAN_KEYS: Keys<(&str, Class)> = Keys::new(ORGANS, |row| row.0.into());

/// The class of the body whose name begins `text`.
pub(crate) fn organ(text: &str) -> Option<Class> {
    let ((key, class), _) = ORGAN_KEYS.longest(text)?;
    // "CÔNG ĐOÀN VIÊN CHỨC" is no "công đoàn viên".
    let refused = begins_with_any(text, NO_ORGANS).is_some_and(|word| word.len() > key.len());
    (!refused).then_some(*class)
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
    ("chuyen", "doi"), ("xuc", "tien"), ("tuong", "chinh"), ("bieu", "hdnd"), ("bieu", "hoi"),
    ("bieu", "quoc"), ("dich", "vu"), ("nhiem", "vu"), ("phuc", "vu"), ("ngoai", "vu"),
    ("noi", "vu"), ("trung", "bo"), ("bac", "bo"), ("nam", "bo"),
];

/// Whether the break between two lines cuts a word.
pub(crate) fn breaks_word(last: &str, first: &str) -> bool {
    BROKEN_WORDS.contains(&(last, first))
}

/// A break within a name: what the line above ends with, what the line below begins with.
const BROKEN_NAMES: [(&str, &[&str]); 8] = [
    ("Việt", &["Nam"]),
    ("Hồ Chí", &["Minh"]),
    ("Thủ tướng", &["Chính phủ"]),
    ("Luật Tổ chức", &["Chính", "Quốc hội", "Tòa án", "Toà án", "Viện"]),
    ("Mặt trận", &["Tổ quốc"]),
    (
        "Ban",
        &[
            "An toàn giao thông",
            "Bí thư",
            "Chấp hành",
            "Chỉ đạo",
            "Chỉ huy",
            "Cán sự",
            "Dân tộc",
            "Dân vận",
            "Điều hành",
            "Nội chính",
            "Quản lý",
            "Thi đua",
            "Thường trực",
            "Thường vụ",
            "Tôn giáo",
            "Tổ chức",
            "Tuyên giáo",
            "Vận động",
            "Văn hóa",
        ],
    ),
    ("Trường", &["Đại học", "Cao đẳng", "Trung học", "Tiểu học", "Mầm non", "THCS", "THPT"]),
    ("của Trung tâm", &[""]),
];

/// Most words of a body that stand before a break.
const NAME_WORDS: usize = 4;

/// Characters of the line below that are enough to know the body.
const KNOWN_SIGNS: usize = 60;

/// Whether a line ends within the name of a body or place: "… của Sở" / "Nội vụ", "… Việt" / "Nam".
pub(crate) fn breaks_name(above: &str, below: &str) -> bool {
    if !below.starts_with(char::is_uppercase) || !above.ends_with(char::is_alphabetic) {
        return false;
    }
    let goes_on = |(end, starts): &(&str, &[&str])| {
        above.strip_suffix(end).is_some_and(|before| before.is_empty() || before.ends_with(' '))
            && starts.iter().any(|start| {
                below
                    .strip_prefix(start)
                    .is_some_and(|rest| start.is_empty() || !rest.starts_with(is_word))
            })
    };
    if BROKEN_NAMES.iter().any(goes_on) || breaks_place(above, below) {
        return true;
    }
    let below = below.char_indices().nth(KNOWN_SIGNS).map_or(below, |(at, _)| &below[..at]);
    let words = above.rmatch_indices(' ').map(|(at, _)| at + 1).take(NAME_WORDS);
    let starts = words.chain((!above.contains(' ')).then_some(0));
    starts.filter(|at| above[*at..].starts_with(char::is_uppercase)).any(|at| {
        let name = format!("{} {below}", &above[at..]);
        known_issuer(&name).is_some_and(|len| len > above.len() - at)
    })
}

/// Whether the name of a unit stands behind the word for it: "… trên địa bàn tỉnh" / "Lâm Đồng năm 2025". Other
/// words with capitals may begin a sentence.
fn breaks_place(above: &str, below: &str) -> bool {
    let unit = ["tỉnh", "thành phố", "huyện", "xã", "phường"]
        .iter()
        .any(|unit| above.strip_suffix(unit).is_some_and(|before| before.ends_with("địa bàn ")));
    let mut words = below.split(' ');
    let mut capital = || words.next().is_some_and(|word| word.starts_with(char::is_uppercase));
    unit && capital() && capital() && organ(below).is_none() && !is_upper(below)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_not_done() {
        for (above, below) in [
            ("tiếp nhận công văn của Sở", "Nội vụ: Công văn số 5"),
            ("Bộ", "Văn hóa, Thể thao và Du lịch yêu cầu"),
            ("Đài Tiếng nói Việt", "Nam, Thông tấn xã Việt Nam"),
            ("thông báo của Trường", "Đại học Sơn Hà"),
            ("Căn cứ Luật Tổ chức", "Chính phủ ngày"),
            ("của Bộ trưởng Bộ", "Giáo dục và Đào tạo ban hành"),
            ("Theo đề nghị của Ban", "An toàn giao thông tỉnh"),
            ("kế hoạch trên địa bàn tỉnh", "Sơn Hà năm 2024."),
        ] {
            assert!(breaks_name(above, below), "{above} / {below}");
        }
        for (above, below) in [
            ("Nhiệm vụ của Sở", "Các phòng rà soát"),
            ("Công an", "Sở Nội vụ chủ trì"),
            ("Nhiệm vụ của Trường", "Đại diện các lớp"),
            ("Nhiệm vụ của Ban", "An toàn là trên hết"),
            ("Tuyên truyền trên địa bàn tỉnh", "Sở Nội vụ chủ trì"),
            ("Tuyên truyền trên địa bàn tỉnh", "Tổ chức các lớp"),
            ("Tuyên truyền trong tỉnh", "Sơn Hà có hai lớp"),
            ("Tiếng Việt", "Nắm vững"),
            ("các đơn vị thuộc Sở.", "Nội vụ và an ninh"),
        ] {
            assert!(!breaks_name(above, below), "{above} / {below}");
        }
    }

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
            ("CÔNG ĐOÀN VIÊN CHỨC TỈNH", Some(Peer)),
            ("CÔNG ĐOÀN VIÊN TIÊU BIỂU", None),
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
    fn rows_are_sorted() {
        assert!(ORGANS.is_sorted_by_key(|(key, _)| key));
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
