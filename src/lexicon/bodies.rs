//! Words in and around the names of bodies in running text: which of them a name goes on with, and
//! which of them end it.
//!
//! Origin: general knowledge of how state, Party and mass bodies are named (NĐ 30/2020 Phụ lục II).

use super::{Phrases, Start, opens_spelt};

/// All phrases of this module.
pub(super) const TABLES: &[&Phrases] = &[&PLACES, &BOARD_ENDS, &VERBS];

/// Words for units of the country, small as they are printed behind a body.
static PLACES: Phrases = Phrases::new(&[
    "tỉnh",
    "thành phố",
    "tp",
    "huyện",
    "quận",
    "thị xã",
    "thị trấn",
    "xã",
    "phường",
    "đặc khu",
]);

/// How many bytes of `text` the word for a unit at its start takes, with its marks: quận is not quân.
pub(crate) fn place_word<'t>(text: impl Into<Start<'t>>) -> Option<usize> {
    let text = text.into();
    // "xã hội" is no commune.
    PLACES.longest(text).filter(|len| *len != XA.len() || !is_society(&text))
}

const XA: &str = "xã";

/// Whether "xã" goes on as another word: "xã hội", "xã viên".
fn is_society(text: &str) -> bool {
    opens_spelt(text, XA).is_some_and(|len| makes_society(text[len..].trim_start()))
}

/// Whether the word behind "xã" makes another word of it.
pub(crate) fn makes_society(next: &str) -> bool {
    ["hội", "viên"].iter().any(|word| opens_spelt(next, word).is_some())
}

/// Words behind the name of a body, or of the place where it sat, that is no more.
pub(crate) const FORMER: &[&str] = &[
    "cũ",
    "trước đây",
    "trước sáp nhập",
    "trước khi sáp nhập",
    "trước hợp nhất",
    "trước khi hợp nhất",
];

/// Words before what a body is now.
pub(crate) const NOW: &[&str] = &["nay là", "nay thuộc", "hiện là", "hiện nay là"];

/// Words that begin a board, which is named after what it steers.
pub(crate) const BOARDS: &[&str] = &[
    "banchidao",
    "tocongtac",
    "hoidong",
    "banvandong",
    "bantochuc",
    "banchihuy",
    "bandieuhanh",
    "banchunhiem",
    "banquanly",
];

/// Units of ministries and provinces whose names go on behind a comma, or a word that looks like a verb; of two
/// that begin alike the longer first.
pub(crate) const LONG_NAMES: &[&str] = &[
    "cuccanhsatphongchaychuachayvacuunancuuho",
    "cuccanhsatquanlyhanhchinhvetrattuxahoi",
    "cuchotichquoctichchungthuc",
    "cucnghethuatbieudien",
    "cucphobiengiaoducphapluat",
    "cucphongchonghivaids",
    "cucphongchongtenanxahoi",
    "cucquanlydedieuvaphongchongthientai",
    "cucquanlykhamchuabenh",
    "cucvanhoacosogiadinhvathuvien",
    "tongcucphongchongthientai",
    "trungtamxuctiendaututhuongmaivadulich",
    "vanphongdieuphoinongthonmoi",
    "vutochuccanbo",
];

/// Groups that are printed with a capital at their first word alone.
pub(crate) const GROUPS: &[&str] = &["tocongtac", "togiupviec"];

/// Boards that run a project, and bear its number: "Ban Điều hành Đề án 7".
pub(crate) const PROJECT_BOARDS: &[&str] = &[
    "banchidao",
    "bandieuhanh",
    "banquanly",
    "banchunhiem",
    "tocongtac",
    "togiupviec",
    "vanphongdieuphoi",
    "hoidongthamdinh",
    "truongban",
    "ban",
];

/// Standing programmes and kinds of projects that boards are named for; of two that begin alike the longer first.
pub(crate) const PROGRAMMES: &[&str] = &[
    "chuongtrinhmuctieuquocgiavexaydungnongthonmoi",
    "chuongtrinhmuctieuquocgiaxaydungnongthonmoi",
    "chuongtrinhmuctieuquocgiavegiamngheobenvung",
    "chuongtrinhmuctieuquocgiagiamngheobenvung",
    "chuongtrinhmuctieuquocgia",
    "chuongtrinhxaydungnongthonmoi",
    "chuongtrinhnongthonmoi",
    "duandautuxaydungcaccongtrinhnongnghiepvaphattriennongthon",
    "duandautuxaydungcongtrinhnongnghiepvaphattriennongthon",
    "duandautuxaydungcaccongtrinhdandungvacongnghiep",
    "duandautuxaydungcongtrinhdandungvacongnghiep",
    "duandautuxaydungcaccongtrinhgiaothong",
    "duandautuxaydungcongtrinhgiaothong",
    "duandautuxaydungkhuvuc",
    "duandautuxaydung",
];

/// Kinds of schools, as they stand behind "trường".
pub(crate) const SCHOOLS: &[&str] = &[
    "mamnon", "maugiao", "tieuhoc", "trunghoc", "thcs", "thpt", "th", "ptdt", "phothong", "daihoc",
    "caodang", "trungcap", "mn", "mg", "dh", "cd",
];

/// Between the head of a board and what it steers: "Ban Chỉ đạo liên ngành Trung ương về …".
pub(crate) const BOARD_RANKS: &[&str] = &["liennganh", "trunguong", "quocgia"];

/// What the standing boards of Party and state steer, whether behind "về" or behind their head, by the laws
/// and decrees that establish them.
pub(crate) const BOARD_FIELDS: &[&str] = &[
    "antoangiaothong",
    "antoanthucpham",
    "cacchuongtrinhmuctieuquocgia",
    "antoanvesinhthucpham",
    "antoanvesinhlaodong",
    "baovechamsocsuckhoecanbo",
    "caicachhanhchinh",
    "chamsocsuckhoenhandan",
    "chongbuonlaugianlanthuongmaivahanggia",
    "chuyendoiso",
    "phattrienkhoahoccongnghedoimoisangtaovachuyendoiso",
    "phobiengiaoducphapluat",
    "phongchaychuachay",
    "phongchaychuachayrung",
    "phongchongaidsvaphongchongtenanmatuymaidam",
    "phongchongkhungbo",
    "phongchonglutbao",
    "phongchonglutbaovatimkiemcuunan",
    "phongchongdich",
    "phongchongdichbenh",
    "phongchongdichbenhcovid",
    "phongchongdichcovid",
    "phongchongthamnhung",
    "phongchongthamnhunglangphitieucuc",
    "phongchongthamnhungtieucuc",
    "phongchongthientai",
    "phongchongthientaitimkiemcuunan",
    "phongchongthientaivatimkiemcuunan",
    "phongchongthientaitimkiemcuunanvaphongthudansu",
    "phongchongtoipham",
    "phongchongtoiphamtenanxahoivaxaydungphongtraotoandanbaoveanninhtoquoc",
    "phongthudansu",
    "phongthudansuphongchongthientaivatimkiemcuunan",
    "thihanhandansu",
    "tinhgonbomay",
    "tongdieutradansovanhao",
    "tongdieutrakinhte",
    "tongdieutranongthonnongnghiep",
    "ungphosucothientaivatimkiemcuunan",
    "visutienbocuaphunu",
];

/// Words at which the name of a board can only have ended, with their marks.
#[rustfmt::skip]
pub(crate) static BOARD_ENDS: Phrases = Phrases::new(&[
    "về", "đã", "tại", "ngày", "năm", "ban hành", "được", "có", "hướng dẫn", "yêu cầu", "là", "thông báo",
    "quy định", "kết luận", "do", "để", "sẽ", "trên", "của", "trong", "theo", "phê duyệt", "chủ trì",
    "phối hợp", "tổ chức", "triển khai", "thực hiện", "và các", "cùng", "với", "chỉ đạo", "giao", "đề nghị",
    "cấp", "nhằm", "khi",
]);

/// First syllables of what a board steers, with their marks: "thực hiện phong trào …".
#[rustfmt::skip]
pub(crate) const BOARD_TASKS: &[&str] = &[
    "thực", "triển", "phòng", "cải", "chuyển", "xây", "công", "phát", "bảo", "phong", "giảm", "chống",
    "vận", "đổi",
];

/// Words that begin a body: behind "và" they begin a second one.
#[rustfmt::skip]
pub(crate) const HEADS: &[&str] = &[
    "so", "bo", "ban", "phong", "vanphong", "uyban", "ubnd", "hoidong", "hdnd", "congan",
    "chinhphu", "thutuong", "quochoi", "tinhuy", "thanhuy", "huyenuy", "danguy", "cuc", "chicuc",
    "trungtam", "truong", "hoi", "doan", "lien", "thanhtra", "toaan", "vien", "lien", "giamdoc",
    "botruong", "chutich",
];

/// Words that begin units whose names are descriptions: "Cục Bảo vệ thực vật", "Trường Trung học cơ
/// sở …", "Trung tâm Kiểm soát bệnh tật".
#[rustfmt::skip]
pub(crate) const LOOSE_HEADS: &[&str] = &[
    "cuc", "chicuc", "tongcuc", "trungtam", "truong", "phong", "vien", "tram", "hiephoi", "hoi",
    "congty", "tocongtac", "togiupviec", "tongcongty", "banquanly", "doan",
];

/// First syllables of what a sentence does behind an issuer ("phê" of "phê duyệt"), with their marks.
#[rustfmt::skip]
pub(crate) static VERBS: Phrases = Phrases::new(&[
    "về", "vê", "việc", "ban", "quy", "qui", "phê", "sửa", "thực", "triển", "hướng", "công", "giao", "tại", "để",
    "được", "có", "là", "ngày", "năm", "theo", "trong", "cho", "với", "do", "bởi", "nhằm", "đã",
    "sẽ", "đang", "và", "hoặc", "hay", "từ", "đến", "trên", "này", "nêu", "nói", "sau", "trước",
    "khi", "thì", "phát", "tổ", "yêu", "kiến", "kiện", "thành", "bổ", "thay", "bãi", "hủy", "huỷ",
    "chỉ", "phân", "trình", "gửi", "báo", "thông", "kết", "đồng", "đối", "như", "mà", "cùng", "các",
    "những", "một", "mọi", "hiện", "tiếp", "tăng", "nâng", "đẩy", "xây", "xét", "xử", "ký", "lập",
    "cấp", "chuyển", "điều", "biểu", "khen", "căn", "của", "rằng", "chưa", "không", "phải", "làm",
    "gọi", "viết", "cử", "gồm", "bằng", "nhất", "kèm", "định", "quyết", "gia", "kéo", "ủy", "uỷ",
    "mở", "đưa", "lấy", "góp", "chính", "tham", "hoàn", "ra", "khai", "tổng", "số", "phối", "chủ",
    "vận", "nếu", "vào", "lại", "cũng", "đề", "khẳng", "gắn", "nghiên", "rà", "kiểm", "giải", "bố",
    "tập", "tạo", "xác", "bảo", "đảm", "hỗ",
]);

/// Words whose second syllable looks like a verb behind the first: "Tài chính", "Giao thông".
#[rustfmt::skip]
pub(crate) const COMPOUNDS: &[(&str, &str)] = &[
    ("ngoai", "giao"), ("tinh", "uy"), ("thanh", "uy"), ("huyen", "uy"), ("quan", "uy"), ("thi", "uy"), ("dang", "uy"), ("chi", "uy"),
    ("truyen", "thong"), ("giao", "thong"), ("vien", "thong"), ("tai", "chinh"), ("hanh", "chinh"), ("noi", "chinh"),
    ("phat", "trien"), ("trung", "cap"), ("so", "cap"), ("dieu", "phoi"), ("luat", "gia"), ("quoc", "gia"), ("dai", "bieu"),
    ("cong", "lap"), ("doc", "lap"), ("uy", "ban"), ("dan", "van"), ("van", "tai"), ("dang", "kiem"), ("dao", "tao"), ("thong", "nhat"),
    ("dam", "bao"),
];

/// Words of three syllables and more with one capital: their later syllables belong to the name.
#[rustfmt::skip]
pub(crate) const LONG_WORDS: &[(&str, &str)] = &[
    ("trien", "nong"), ("nong", "thon"), ("chien", "binh"), ("thong", "van"), ("van", "tai"), ("hiem", "xa"), ("xa", "hoi"),
    ("chay", "chua"), ("chua", "chay"), ("nhan", "dan"), ("ve", "sinh"), ("an", "toan"), ("thuc", "pham"), ("bien", "gioi"),
    ("sinh", "thuc"), ("toan", "thuc"), ("duc", "nghe"), ("nghe", "nghiep"), ("nghiep", "giao"), ("thuong", "xuyen"), ("toan", "giao"), ("sach", "xa"), ("hoc", "xa"), ("tro", "xa"),
    ("duc", "thuong"), ("tac", "xa"), ("vuc", "cong"), ("hoi", "dong"), ("phuc", "vu"), ("vu", "hanh"), ("hanh", "chinh"),
    ("chinh", "cong"), ("dat", "dai"), ("trung", "uong"), ("cong", "san"), ("gia", "dinh"), ("tin", "hoc"), ("ngoai", "ngu"),
    ("chinh", "phu"), ("co", "so"), ("dan", "toc"), ("sat", "giao"), ("giao", "thong"), ("hoc", "co"), ("hoc", "pho"), ("pho", "thong"),
    ("bao", "chat"), ("chat", "luong"), ("dao", "quoc"), ("quoc", "gia"), ("sat", "hinh"), ("hinh", "su"), ("sat", "dieu"),
    ("dieu", "tra"), ("sat", "nhan"), ("giup", "viec"), ("ve", "thuc"), ("thuc", "vat"), ("dong", "vat"), ("ve", "thuc"), ("thuc", "vat"), ("dong", "vat"), ("mam", "non"), ("sat", "bien"),
    ("chuong", "trinh"), ("tham", "dinh"), ("dinh", "chuong"), ("phong", "chong"), ("benh", "tat"), ("dong", "y"), ("quan", "su"), ("bo", "doi"),
];

/// Verbs with a capital that some print behind an issuer.
#[rustfmt::skip]
pub(crate) const LARGE_VERBS: &[&str] = &[
    "banhanh", "quydinh", "pheduyet", "ve", "huongdan", "suadoi", "trienkhai", "thuchien", "phatdong",
    "congbo", "bosung", "vv",
];

/// What ends the name of a body in a line of capitals.
#[rustfmt::skip]
pub(crate) const CAPITAL_VERBS: &[&str] = &[
    "ve", "banhanh", "quydinh", "pheduyet", "suadoi", "thuchien", "trienkhai", "huongdan", "tren",
    "ngay", "nam", "va", "giaidoan", "nhiemky", "tai", "cho", "trong", "voi", "den", "theo",
];
