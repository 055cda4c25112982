//! Who signs and in what capacity: signs of authority, posts, collective bodies.
//!
//! NĐ 30/2020 Phụ lục I, Phần I, Mục II, điểm 7 (state); Hướng dẫn 36-HD/VPTW (Party). The lists hold
//! titles that the rules and the organisation of state, Party, unions, army and schools know, not
//! what some set of documents happens to print.

use super::{fold, is_upper, starts_with_skeleton};

/// Signs of authority ("quyền hạn"), without their dots: thay mặt, ký thay, thừa lệnh, thừa ủy quyền,
/// quyền.
const SIGNS: &[&str] = &["TUQ", "TM", "KT", "TL", "Q"];

/// A post, in the spelling of the rules, and its skeleton.
type Row = (&'static str, &'static str);

/// Posts ("chức vụ"); one that begins another stands behind it.
#[rustfmt::skip]
const POSTS: &[Row] = &[
    ("Thủ tướng", "thutuong"), ("Phó Thủ tướng", "phothutuong"),
    ("Tổng Bí thư", "tongbithu"), ("Bí thư", "bithu"), ("Phó Bí thư", "phobithu"),
    ("Chủ tịch nước", "chutichnuoc"), ("Phó Chủ tịch", "phochutich"), ("Chủ tịch", "chutich"),
    ("Bộ trưởng", "botruong"), ("Thứ trưởng", "thutruong"), ("Thống đốc", "thongdoc"),
    ("Phó Thống đốc", "phothongdoc"), ("Tổng Thanh tra", "tongthanhtra"), ("Phó Tổng Thanh tra", "photongthanhtra"),
    ("Tổng Kiểm toán", "tongkiemtoan"), ("Phó Tổng Kiểm toán", "photongkiemtoan"),
    ("Chủ nhiệm", "chunhiem"), ("Phó Chủ nhiệm", "phochunhiem"), ("Viện trưởng", "vientruong"),
    ("Phó Viện trưởng", "phovientruong"), ("Chánh án", "chanhan"), ("Phó Chánh án", "phochanhan"),
    ("Chánh Văn phòng", "chanhvanphong"), ("Phó Chánh Văn phòng", "phochanhvanphong"),
    ("Chánh Thanh tra", "chanhthanhtra"), ("Phó Chánh Thanh tra", "phochanhthanhtra"),
    ("Tổng Cục trưởng", "tongcuctruong"), ("Phó Tổng Cục trưởng", "photongcuctruong"),
    ("Tổng Thư ký", "tongthuky"), ("Phó Tổng Thư ký", "photongthuky"), ("Thư ký", "thuky"),
    ("Tổng Giám đốc", "tonggiamdoc"), ("Phó Tổng Giám đốc", "photonggiamdoc"),
    ("Phó Giám đốc", "phogiamdoc"), ("Giám đốc", "giamdoc"), ("Tổng Biên tập", "tongbientap"),
    ("Phó Tổng Biên tập", "photongbientap"), ("Cục trưởng", "cuctruong"), ("Phó Cục trưởng", "phocuctruong"),
    ("Chi cục trưởng", "chicuctruong"), ("Phó Chi cục trưởng", "phochicuctruong"), ("Vụ trưởng", "vutruong"),
    ("Phó Vụ trưởng", "phovutruong"), ("Trưởng ban", "truongban"), ("Phó Trưởng ban", "photruongban"),
    ("Trưởng phòng", "truongphong"), ("Phó Trưởng phòng", "photruongphong"), ("Trưởng đoàn", "truongdoan"),
    ("Phó Trưởng đoàn", "photruongdoan"), ("Trưởng khoa", "truongkhoa"), ("Phó Trưởng khoa", "photruongkhoa"),
    ("Trưởng trạm", "truongtram"), ("Phó Trưởng trạm", "photruongtram"), ("Trạm trưởng", "tramtruong"),
    ("Phó Trạm trưởng", "photramtruong"), ("Trưởng Công an", "truongcongan"), ("Phó Trưởng Công an", "photruongcongan"),
    ("Trưởng tiểu ban", "truongtieuban"), ("Trưởng thôn", "truongthon"), ("Tổ trưởng", "totruong"), ("Tổ phó", "topho"),
    ("Trưởng bộ môn", "truongbomon"), ("Trưởng đơn vị", "truongdonvi"), ("Trưởng nhóm", "truongnhom"),
    ("Hiệu trưởng", "hieutruong"), ("Phó Hiệu trưởng", "phohieutruong"), ("Hạt trưởng", "hattruong"),
    ("Đội trưởng", "doitruong"), ("Phó Đội trưởng", "phodoitruong"), ("Thủ trưởng", "thutruong"),
    ("Chỉ huy trưởng", "chihuytruong"), ("Phó Chỉ huy trưởng", "phochihuytruong"), ("Tư lệnh", "tulenh"),
    ("Phó Tư lệnh", "photulenh"), ("Chính ủy", "chinhuy"), ("Phó Chính ủy", "phochinhuy"),
    ("Chính trị viên", "chinhtrivien"), ("Tham mưu trưởng", "thammuutruong"), ("Trung đoàn trưởng", "trungdoantruong"),
    ("Đồn trưởng", "dontruong"), ("Kế toán trưởng", "ketoantruong"), ("Phụ trách", "phutrach"),
    ("Chủ tọa", "chutoa"), ("Chủ trì", "chutri"), ("Tổng Phụ trách", "tongphutrach"),
    ("Ủy viên", "uyvien"), ("Người lập", "nguoilap"), ("Người viết", "nguoiviet"), ("Người báo cáo", "nguoibaocao"),
    ("Người đề nghị", "nguoidenghi"), ("Người thực hiện", "nguoithuchien"), ("Người soạn", "nguoisoan"),
    ("Giáo viên", "giaovien"), ("Đại diện", "daidien"),
];

/// Collective bodies for which one signs "thay mặt" and which hold the name of a post.
const COLLECTIVES: &[Row] = &[
    ("Ban Bí thư", "banbithu"),
    ("Đoàn Chủ tịch", "doanchutich"),
    ("Đoàn Thư ký", "doanthuky"),
    ("Ban Giám đốc", "bangiamdoc"),
    ("Ban Chủ nhiệm", "banchunhiem"),
    ("Hội đồng Ủy viên", "hoidonguyvien"),
];

/// What stands over the signature of one who approves or confirms ("phê duyệt", "xác nhận").
const ENDORSEMENTS: &[Row] = &[
    ("Phê duyệt", "pheduyet"),
    ("Ký duyệt", "kyduyet"),
    ("Duyệt", "duyet"),
    ("Xác nhận", "xacnhan"),
];

/// First words of the name of a body, as it may sign without naming a post.
const BODIES: &[Row] = &[
    ("Ủy ban", "uyban"),
    ("Hội đồng", "hoidong"),
    ("Ban", "ban"),
    ("Bộ", "bo"),
    ("Sở", "so"),
    ("Cục", "cuc"),
    ("Chi cục", "chicuc"),
    ("Phòng", "phong"),
    ("Văn phòng", "vanphong"),
    ("Trường", "truong"),
    ("Trung tâm", "trungtam"),
    ("Viện", "vien"),
    ("Bệnh viện", "benhvien"),
    ("Công an", "congan"),
    ("Công đoàn", "congdoan"),
    ("Đoàn", "doan"),
    ("Hội", "hoi"),
    ("Tỉnh", "tinh"),
    ("Đảng ủy", "danguy"),
    ("Chi bộ", "chibo"),
    ("Tổ", "to"),
    ("Công ty", "congty"),
    ("UBND", "ubnd"),
];

/// The sign of authority a line begins with, in bytes with its punctuation: `3` for "KT. CHỦ TỊCH".
///
/// State documents print dots, Party documents a slash ("T/M"); both come with slips: "T.M", "TM:",
/// "KT/". Without any punctuation the sign counts before a post or an "ỦY BAN" alone. The rest must
/// be in capitals.
pub(crate) fn authority_sign(text: &str) -> Option<usize> {
    let first = *text.as_bytes().first()?;
    if !matches!(first, b'T' | b'K' | b'Q') {
        return None;
    }
    for sign in SIGNS {
        let Some(end) = sign_end(text, sign) else { continue };
        let rest = text[end..].trim_start();
        let marked = text.as_bytes()[..end].iter().any(|b| matches!(b, b'.' | b'/' | b':'));
        let holds = if marked {
            rest.chars().take(2).all(|c| c.is_uppercase() || c == ' ') && rest.len() > 1
        } else {
            text[end..].starts_with(' ') && (post(rest).is_some() || body(rest).is_some())
        };
        if holds && is_upper(first_words(rest)) {
            return Some(end);
        }
    }
    None
}

/// The first two words: enough to see whether capitals go on.
fn first_words(text: &str) -> &str {
    let mut words = text.match_indices(' ').map(|(at, _)| at);
    let _first = words.next();
    words.next().map_or(text, |end| &text[..end])
}

/// Where `sign`, its letters perhaps parted by a dot or slash, ends in `text`.
fn sign_end(text: &str, sign: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = 0;
    for (index, letter) in sign.bytes().enumerate() {
        if index > 0 && matches!(bytes.get(at), Some(b'.' | b'/')) {
            at += 1;
        }
        if bytes.get(at) != Some(&letter) {
            return None;
        }
        at += 1;
    }
    while matches!(bytes.get(at), Some(b'.' | b':' | b'/' | b',')) {
        at += 1;
    }
    let parted = at > sign.len() || matches!(bytes.get(at), Some(b' '));
    parted.then_some(at)
}

fn longest(rows: &[Row], text: &str) -> Option<usize> {
    let first = text.chars().next().and_then(fold)?;
    rows.iter()
        .filter(|(_, key)| key.as_bytes()[0] == first)
        .filter_map(|(_, key)| starts_with_skeleton(text, key))
        .max()
}

/// How many bytes of `text` the post takes that it begins with.
///
/// "Quyền", "Phó" before a title the list does not hold, and a title that ends in "trưởng" count too
/// where they are in capitals.
pub(crate) fn post(text: &str) -> Option<usize> {
    if let Some(end) = longest(POSTS, text) {
        return Some(end);
    }
    for lead in ["phutrach", "quyen", "kiem", "pho", "nguyen"] {
        if let Some(end) = starts_with_skeleton(text, lead) {
            let rest = &text[end..];
            let gap = rest.len() - rest.trim_start().len();
            if let Some(more) = longest(POSTS, &rest[gap..]) {
                return Some(end + gap + more);
            }
        }
    }
    None
}

/// Whether a line in capitals names a post, also one the list does not hold: "VIỆN PHÓ",
/// "HẠT TRƯỞNG HẠT KIỂM LÂM".
pub(crate) fn is_post_line(text: &str) -> bool {
    if !is_upper(text) {
        return false;
    }
    if post(text).is_some() {
        return true;
    }
    let mut words = text.split_whitespace();
    let first = words.next().map(super::skeleton).unwrap_or_default();
    let second = words.next().map(super::skeleton).unwrap_or_default();
    !second.is_empty()
        && (first == "pho" || second == "truong" || second == "pho")
        && !matches!(
            first.as_str(),
            "nha" | "cong" | "mau" | "bo" | "thi" | "moi" | "tang" | "tham"
        )
}

/// How many bytes the collective body takes that `text` begins with.
pub(crate) fn collective(text: &str) -> Option<usize> {
    longest(COLLECTIVES, text)
}

/// How many bytes an endorsement takes that `text` begins with: "PHÊ DUYỆT", "XÁC NHẬN".
pub(crate) fn endorsement(text: &str) -> Option<usize> {
    longest(ENDORSEMENTS, text)
}

/// Whether `text` begins with the first words of the name of a body.
pub(crate) fn body(text: &str) -> Option<usize> {
    longest(BODIES, text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::skeleton;

    #[test]
    fn keys_are_skeletons() {
        for (name, key) in POSTS.iter().chain(COLLECTIVES).chain(ENDORSEMENTS).chain(BODIES) {
            assert_eq!(*key, skeleton(name), "{name}");
        }
    }

    #[test]
    fn signs_of_authority() {
        for (line, want) in [
            ("TM. ỦY BAN NHÂN DÂN", Some("TM.")),
            ("KT.GIÁM ĐỐC", Some("KT.")),
            ("TUQ. GIÁM ĐỐC", Some("TUQ.")),
            ("Q. HIỆU TRƯỞNG", Some("Q.")),
            ("T/M BAN THƯỜNG VỤ", Some("T/M")),
            ("K/T TRƯỞNG BAN", Some("K/T")),
            ("T.M ĐOÀN CHỦ TỊCH", Some("T.M")),
            ("TM: HỘI ĐỒNG", Some("TM:")),
            ("TL CHỦ TỊCH", Some("TL")),
            ("TL.CHU TICH", Some("TL.")),
            ("TM. Ủy ban nhân dân", None),
            ("KT-XH", None),
            ("KT. 5", None),
            ("TM ĐẦU TƯ", None),
            ("TMĐT", None),
            ("Q. 3", None),
            ("Tổ chức", None),
        ] {
            assert_eq!(authority_sign(line).map(|end| &line[..end]), want, "{line}");
        }
    }

    #[test]
    fn posts() {
        for (line, want) in [
            ("GIÁM ĐỐC SỞ NỘI VỤ", Some("GIÁM ĐỐC")),
            ("Phó Chủ tịch", Some("Phó Chủ tịch")),
            ("QUYỀN HIỆU TRƯỞNG", Some("QUYỀN HIỆU TRƯỞNG")),
            ("GIÁM ĐÓC", Some("GIÁM ĐÓC")),
            ("GIÁM SÁT", None),
            ("PHÓ BẢN", None),
        ] {
            assert_eq!(post(line).map(|end| &line[..end]), want, "{line}");
        }
        for (line, want) in [
            ("HẠT TRƯỞNG HẠT KIỂM LÂM", true),
            ("PHÓ QUẢN ĐỐC", true),
            ("NHÂN DÂN", false),
            ("MÔI TRƯỜNG", false),
            ("BAN", false),
            ("Tổ trưởng", false),
        ] {
            assert_eq!(is_post_line(line), want, "{line}");
        }
    }
}
