//! Who signs and in what capacity: signs of authority, posts, collective bodies.
//!
//! NĐ 30/2020 Phụ lục I, Phần I, Mục II, điểm 7 (state); Hướng dẫn 36-HD/VPTW (Party). The lists hold
//! titles that the rules and the organisation of state, Party, unions, army and schools know, not
//! what some set of documents happens to print.

use std::ops::Range;

use super::{
    Keys, fold, is_near, is_upper, opens_named, starts_with_skeleton, word_count, word_starts,
};

/// Signs of authority ("quyền hạn"), without their dots: thay mặt, ký thay, thừa lệnh, thừa ủy quyền,
/// quyền.
const SIGNS: &[&str] = &["TUQ", "TM", "KT", "TL", "Q"];

/// A post, in the spelling of the rules, and its skeleton.
type Row = (&'static str, &'static str);

/// Posts ("chức vụ"), sorted by key.
#[rustfmt::skip]
const POSTS: &[Row] = &[
    ("Bí thư", "bithu"), ("Bộ trưởng", "botruong"), ("Chánh án", "chanhan"),
    ("Chánh Thanh tra", "chanhthanhtra"), ("Chánh Văn phòng", "chanhvanphong"),
    ("Chi cục trưởng", "chicuctruong"), ("Chỉ huy trưởng", "chihuytruong"), ("Chính trị viên", "chinhtrivien"),
    ("Chính ủy", "chinhuy"), ("Chủ nhiệm", "chunhiem"), ("Chủ tịch", "chutich"),
    ("Chủ tịch nước", "chutichnuoc"), ("Chủ tọa", "chutoa"), ("Chủ trì", "chutri"), ("Cục trưởng", "cuctruong"),
    ("Đại diện", "daidien"), ("Đội trưởng", "doitruong"), ("Đồn trưởng", "dontruong"), ("Giám đốc", "giamdoc"),
    ("Giáo viên", "giaovien"), ("Hạt trưởng", "hattruong"), ("Hiệu trưởng", "hieutruong"),
    ("Kế toán trưởng", "ketoantruong"), ("Người báo cáo", "nguoibaocao"), ("Người đề nghị", "nguoidenghi"),
    ("Người lập", "nguoilap"), ("Người soạn", "nguoisoan"), ("Người thực hiện", "nguoithuchien"),
    ("Người viết", "nguoiviet"), ("Phó Bí thư", "phobithu"), ("Phó Chánh án", "phochanhan"),
    ("Phó Chánh Thanh tra", "phochanhthanhtra"), ("Phó Chánh Văn phòng", "phochanhvanphong"),
    ("Phó Chi cục trưởng", "phochicuctruong"), ("Phó Chỉ huy trưởng", "phochihuytruong"),
    ("Phó Chính ủy", "phochinhuy"), ("Phó Chủ nhiệm", "phochunhiem"), ("Phó Chủ tịch", "phochutich"),
    ("Phó Cục trưởng", "phocuctruong"), ("Phó Đội trưởng", "phodoitruong"), ("Phó Giám đốc", "phogiamdoc"),
    ("Phó Hiệu trưởng", "phohieutruong"), ("Phó Thống đốc", "phothongdoc"), ("Phó Thủ tướng", "phothutuong"),
    ("Phó Tổng Biên tập", "photongbientap"), ("Phó Tổng Cục trưởng", "photongcuctruong"),
    ("Phó Tổng Giám đốc", "photonggiamdoc"), ("Phó Tổng Kiểm toán", "photongkiemtoan"),
    ("Phó Tổng Thanh tra", "photongthanhtra"), ("Phó Tổng Thư ký", "photongthuky"),
    ("Phó Trạm trưởng", "photramtruong"), ("Phó Trưởng ban", "photruongban"),
    ("Phó Trưởng Công an", "photruongcongan"), ("Phó Trưởng đoàn", "photruongdoan"),
    ("Phó Trưởng khoa", "photruongkhoa"), ("Phó Trưởng phòng", "photruongphong"),
    ("Phó Trưởng trạm", "photruongtram"), ("Phó Tư lệnh", "photulenh"), ("Phó Viện trưởng", "phovientruong"),
    ("Phó Vụ trưởng", "phovutruong"), ("Phụ trách", "phutrach"), ("Tham mưu trưởng", "thammuutruong"),
    ("Thống đốc", "thongdoc"), ("Thư ký", "thuky"), ("Thứ trưởng", "thutruong"), ("Thủ trưởng", "thutruong"),
    ("Thủ tướng", "thutuong"), ("Tổng Biên tập", "tongbientap"), ("Tổng Bí thư", "tongbithu"),
    ("Tổng Cục trưởng", "tongcuctruong"), ("Tổng Giám đốc", "tonggiamdoc"), ("Tổng Kiểm toán", "tongkiemtoan"),
    ("Tổng Phụ trách", "tongphutrach"), ("Tổng Thanh tra", "tongthanhtra"), ("Tổng Thư ký", "tongthuky"),
    ("Tổ phó", "topho"), ("Tổ trưởng", "totruong"), ("Trạm trưởng", "tramtruong"),
    ("Trung đoàn trưởng", "trungdoantruong"), ("Trưởng ban", "truongban"), ("Trưởng bộ môn", "truongbomon"),
    ("Trưởng Công an", "truongcongan"), ("Trưởng đoàn", "truongdoan"), ("Trưởng đơn vị", "truongdonvi"),
    ("Trưởng khoa", "truongkhoa"), ("Trưởng nhóm", "truongnhom"), ("Trưởng phòng", "truongphong"),
    ("Trưởng thôn", "truongthon"), ("Trưởng tiểu ban", "truongtieuban"), ("Trưởng trạm", "truongtram"),
    ("Tư lệnh", "tulenh"), ("Ủy viên", "uyvien"), ("Viện trưởng", "vientruong"), ("Vụ trưởng", "vutruong"),
];

/// Collective bodies for which one signs "thay mặt" and which hold the name of a post,
/// sorted by key.
const COLLECTIVES: &[Row] = &[
    ("Ban Bí thư", "banbithu"),
    ("Ban Chủ nhiệm", "banchunhiem"),
    ("Ban Giám đốc", "bangiamdoc"),
    ("Đoàn Chủ tịch", "doanchutich"),
    ("Đoàn Thư ký", "doanthuky"),
    ("Hội đồng Ủy viên", "hoidonguyvien"),
];

/// What stands over the signature of one who approves or confirms ("phê duyệt", "xác nhận"),
/// sorted by key.
const ENDORSEMENTS: &[Row] = &[
    ("Duyệt", "duyet"),
    ("Ký duyệt", "kyduyet"),
    ("Phê duyệt", "pheduyet"),
    ("Xác nhận", "xacnhan"),
];

/// First words of the name of a body, as it may sign without naming a post, sorted by key.
const BODIES: &[Row] = &[
    ("Ban", "ban"),
    ("Bệnh viện", "benhvien"),
    ("Bộ", "bo"),
    ("Chi bộ", "chibo"),
    ("Chi cục", "chicuc"),
    ("Công an", "congan"),
    ("Công đoàn", "congdoan"),
    ("Công ty", "congty"),
    ("Cục", "cuc"),
    ("Đảng ủy", "danguy"),
    ("Đoàn", "doan"),
    ("Hội", "hoi"),
    ("Hội đồng", "hoidong"),
    ("Phòng", "phong"),
    ("Sở", "so"),
    ("Tỉnh", "tinh"),
    ("Tổ", "to"),
    ("Trung tâm", "trungtam"),
    ("Trường", "truong"),
    ("UBND", "ubnd"),
    ("Ủy ban", "uyban"),
    ("Văn phòng", "vanphong"),
    ("Viện", "vien"),
];

/// The sign of authority a line begins with, in bytes with its punctuation: `3` for "KT. CHỦ TỊCH".
///
/// State documents print dots, Party documents a slash ("T/M"); both come with slips: "T.M", "TM:",
/// "KT/". Without any punctuation the sign counts before a post or an "ỦY BAN" alone. The rest must
/// be in capitals.
pub(crate) fn authority_sign(text: &str) -> Option<usize> {
    let first = *text.as_bytes().first()?;
    if !first.is_ascii_uppercase() && !matches!(first, b'1' | b'7' | b'l') {
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
    spoilt_sign(text)
}

/// Whether a line is a sign of authority and no more, as narrow cells of web pages break it off: "TM.", "T/M".
pub(crate) fn is_bare_sign(text: &str) -> bool {
    let sign = SIGNS.iter().find_map(|sign| sign_end(text, sign));
    sign == Some(text.len()) && text.len() > 2
}

/// What a scanner has made of a sign before the post or body it needs: "1M. ỦY BAN", "K T. GIÁM ĐỐC", "TIM BAN
/// THƯỜNG VỤ" for "T/M".
fn spoilt_sign(text: &str) -> Option<usize> {
    const OTHERS: &[&str] = &["TP", "TX", "TT", "TS"];
    let end = text.char_indices().take(MOST_SIGNS).find(|(_, c)| matches!(c, '.' | ' '))?.0;
    let letters = text[..end].chars().filter(|c| !matches!(c, '/' | ','));
    let behind = &text[end..];
    let (word, len) = if let Some(rest) = behind.strip_prefix('.') {
        (letters.collect::<String>(), text.len() - rest.len())
    } else if let [b' ', letter, b'.', ..] = behind.as_bytes()
        && letter.is_ascii_uppercase()
    {
        (letters.chain([char::from(*letter)]).collect(), end + 3)
    } else {
        // A stroke between its letters that is read as a letter.
        let mut signs = letters.collect::<Vec<_>>();
        let stroke = matches!(signs.get(1)?, 'I' | 'l' | '1' | '|' | 'Ụ' | 'Í' | 'Ì');
        signs.remove(1);
        let word: String = signs.into_iter().collect();
        if !stroke || !SIGNS.contains(&word.as_str()) {
            return None;
        }
        (word, end)
    };
    let rest = text[len..].trim_start();
    let names = post(rest).or_else(|| collective(rest)).or_else(|| body(rest)).is_some();
    let near =
        || SIGNS.iter().any(|sign| sign.len() > 1 && (*sign == word || is_near(&word, sign)));
    (names && is_upper(first_words(rest)) && !OTHERS.contains(&word.as_str()) && near())
        .then_some(len)
}

/// A figure among letters before a point and a post, of which no sign of authority is left: "R1. GIÁM ĐỐC".
pub(crate) fn illegible_sign(text: &str) -> Option<&str> {
    word_starts(text).find_map(|at| {
        let rest = &text[at..];
        let (len, _) = rest.char_indices().take(MOST_SIGNS).find(|(_, c)| *c == '.')?;
        let (sign, rest) = (&rest[..len], &rest[len + 1..]);
        let figure = sign.contains(|c: char| c.is_ascii_digit());
        let letter = sign.contains(char::is_uppercase);
        let known = || at == 0 && authority_sign(text).is_some();
        (figure
            && letter
            && sign.len() < MOST_SIGNS
            && post(rest.trim_start()).is_some()
            && !known())
        .then(|| &text[at..=at + sign.len()])
    })
}

/// Letters of a sign of authority with what a scanner adds, and the point.
const MOST_SIGNS: usize = 6;

/// Whether a sign of authority, as it was found, is none of those that are written.
pub(crate) fn is_spoilt_sign(sign: &str) -> bool {
    let letters: String = sign.chars().filter(|c| !matches!(c, '.' | '/' | ':')).collect();
    !SIGNS.contains(&letters.as_str())
}

/// Whether `text` begins like a sign of authority, whatever follows.
pub(crate) fn opens_with_sign(text: &str) -> bool {
    SIGNS.iter().any(|sign| sign_end(text, sign).is_some())
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

static POST_KEYS: Keys<Row> = Keys::new(POSTS, |row| row.1.into());
static COLLECTIVE_KEYS: Keys<Row> = Keys::new(COLLECTIVES, |row| row.1.into());
static ENDORSEMENT_KEYS: Keys<Row> = Keys::new(ENDORSEMENTS, |row| row.1.into());
static BODY_KEYS: Keys<Row> = Keys::new(BODIES, |row| row.1.into());

fn longest(keys: &Keys<Row>, text: &str) -> Option<usize> {
    keys.longest(text).map(|(_, end)| end)
}

/// How many bytes of `text` the post takes that it begins with.
///
/// "Quyền", "Phó" before a title the list does not hold, and a title that ends in "trưởng" count too
/// where they are in capitals.
pub(crate) fn post(text: &str) -> Option<usize> {
    if let Some(end) = longest(&POST_KEYS, text) {
        return Some(end);
    }
    for lead in ["phutrach", "quyen", "kiem", "pho", "nguyen"] {
        if let Some(end) = starts_with_skeleton(text, lead) {
            let rest = &text[end..];
            let gap = rest.len() - rest.trim_start().len();
            if let Some(more) = longest(&POST_KEYS, &rest[gap..]) {
                return Some(end + gap + more);
            }
        }
    }
    None
}

/// The post that opens `text` with other marks, and what is meant: "TRƯỜNG BAN".
pub(crate) fn blurred_post(text: &str) -> Option<(Range<usize>, &'static str)> {
    let ((name, _), end) = POST_KEYS.longest(text)?;
    let parted = word_count(&text[..end]) == word_count(name);
    (parted && !opens_with_post(text)).then_some((0..end, *name))
}

/// Whether `text` opens with a post as it is spelt. "Thứ trưởng" and "Thủ trưởng" have the same letters.
pub(crate) fn opens_with_post(text: &str) -> bool {
    let Some(((_, key), _)) = POST_KEYS.longest(text) else { return false };
    POSTS.iter().any(|(name, other)| other == key && opens_named(text, name).is_some())
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
    let mut words = text.split_ascii_whitespace();
    let (Some(first), Some(second)) = (words.next(), words.next()) else { return false };
    let titled = spells(second, "truong") || spells(second, "pho");
    (titled || spells(first, "pho") && second.chars().any(|c| fold(c).is_some()))
        && !NO_OFFICES.iter().any(|key| spells(first, key))
}

/// Words before "trưởng" or "phó" with which it is no post: "nhà trường", "môi trường".
const NO_OFFICES: &[&str] = &["nha", "cong", "mau", "bo", "thi", "moi", "tang", "tham"];

/// Whether the letters of a word are those of `key`.
fn spells(word: &str, key: &str) -> bool {
    word.chars().filter_map(fold).eq(key.bytes())
}

/// How many bytes the collective body takes that `text` begins with.
pub(crate) fn collective(text: &str) -> Option<usize> {
    longest(&COLLECTIVE_KEYS, text)
}

/// How many bytes an endorsement takes that `text` begins with: "PHÊ DUYỆT", "XÁC NHẬN".
pub(crate) fn endorsement(text: &str) -> Option<usize> {
    longest(&ENDORSEMENT_KEYS, text)
}

/// Whether `text` begins with the first words of the name of a body.
pub(crate) fn body(text: &str) -> Option<usize> {
    longest(&BODY_KEYS, text)
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
        for rows in [POSTS, COLLECTIVES, ENDORSEMENTS, BODIES] {
            assert!(rows.is_sorted_by_key(|(_, key)| key));
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
            ("1M. ỦY BAN NHÂN DÂN", Some("1M.")),
            ("KI. CHỦ TỊCH", Some("KI.")),
            ("TN. HỘI ĐỒNG", Some("TN.")),
            ("TN. NGUYỄN", None),
            ("K T. GIÁM ĐỐC", Some("K T.")),
            ("R1. GIÁM ĐỐC", None),
            ("KF. GIÁM ĐỐC", Some("KF.")),
            ("TIM BAN THƯỜNG VỤ", Some("TIM")),
            ("TỤM. ỦY BAN NHÂN DÂN", Some("TỤM.")),
            ("TIM MẠCH", None),
            ("TP. HỘI AN", None),
            ("TS. HỘI ĐỒNG", None),
            ("1M ỦY BAN", None),
            ("IL CHỦ TỊCH", None),
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
    fn signs_alone() {
        for line in ["TM.", "T/M", "KT.", "T.M", "TUQ."] {
            assert!(is_bare_sign(line), "{line}");
        }
        for line in ["TM", "Q.", "KT. CHỦ TỊCH", "TP.", "TMĐT"] {
            assert!(!is_bare_sign(line), "{line}");
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
            ("R1. CHỦ TỊCH", Some("R1.")),
            ("TM. ỦY BAN NHÂN DÂN R1. CHỦ TỊCH", Some("R1.")),
            ("1M. CHỦ TỊCH", None),
            ("1. GIÁM ĐỐC", None),
            ("TS. GIÁM ĐỐC", None),
            ("A1. NHÀ", None),
            ("GIÁM ĐỐC", None),
        ] {
            assert_eq!(illegible_sign(line), want, "{line}");
        }
        for (line, want) in [
            ("TRƯỜNG BAN", Some("Trưởng ban")),
            ("HIỆU TRƯỜNG", Some("Hiệu trưởng")),
            ("PHÓ CHÙ NHIỆM", Some("Phó Chủ nhiệm")),
            ("THỨ TRƯỞNG", None),
            ("Thủ trưởng", None),
            ("TRƯỞNG BAN", None),
            ("Chánh án Toà án", None),
            ("TRƯỜNG THPT", None),
        ] {
            assert_eq!(blurred_post(line).map(|(_, meant)| meant), want, "{line}");
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
