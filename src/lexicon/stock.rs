//! Stock phrases of administrative documents with their marks: where their letters stand with other
//! marks ("GIÁM ĐÓC", "Hội đông nhân dân"), a scanner has damaged them.
//!
//! Two syllables or more each: one alone is another word too often. Nor is a phrase here that other words
//! make with other marks: "công an" and "công ăn", "khoa học" and "khóa học", "thủ trưởng" and "thứ trưởng". Sources: NĐ 30/2020/NĐ-CP Phụ lục
//! I–III for components and posts, the usual names of bodies for the rest.

use std::ops::Range;

use super::issuers::{known_issuer, organ_of_code};
use super::{
    Keys, is_near, is_small, is_upper, is_word, meant, near_prefix, opens_spelt, skeleton,
    word_count, word_starts,
};

/// The phrases, small.
const PHRASES: &[&str] = &[
    "an ninh",
    "ban bí thư",
    "ban chấp hành",
    "ban chỉ đạo",
    "ban chỉ huy",
    "ban dân tộc",
    "ban dân vận",
    "ban giám đốc",
    "ban giám hiệu",
    "ban nội chính",
    "ban pháp chế",
    "ban quản lý",
    "ban thường trực",
    "ban thường vụ",
    "ban tổ chức",
    "ban tuyên giáo",
    "bảo hiểm xã hội",
    "báo cáo",
    "bí thư",
    "biện pháp",
    "bộ chính trị",
    "bộ chỉ huy",
    "bộ nội vụ",
    "bộ quốc phòng",
    "bộ tài chính",
    "cán bộ",
    "chánh thanh tra",
    "chánh văn phòng",
    "chi cục",
    "chỉ đạo",
    "chính phủ",
    "chính trị",
    "chủ tịch",
    "chương trình",
    "công chức",
    "công nghệ",
    "công thương",
    "công văn",
    "cục trưởng",
    "đảng ủy",
    "đảng bộ",
    "đại hội",
    "đại học",
    "địa phương",
    "đoàn thanh niên",
    "đoàn thể",
    "đơn vị",
    "giải pháp",
    "giám đốc",
    "giao thông",
    "giáo dục",
    "hành chính",
    "hiệu trưởng",
    "hội cựu chiến binh",
    "hội đồng",
    "hội nông dân",
    "hội phụ nữ",
    "huyện ủy",
    "hướng dẫn",
    "kế hoạch",
    "kinh phí",
    "kinh tế",
    "kính gửi",
    "kiểm tra",
    "lãnh đạo",
    "liên đoàn lao động",
    "mặt trận tổ quốc",
    "mục đích",
    "mục tiêu",
    "nghị định",
    "nghị quyết",
    "ngoại vụ",
    "nhân dân",
    "nhiệm vụ",
    "nông nghiệp",
    "nông thôn",
    "nội dung",
    "nội vụ",
    "nơi nhận",
    "phó bí thư",
    "phó chánh văn phòng",
    "phó chủ tịch",
    "phó giám đốc",
    "phó hiệu trưởng",
    "phó trưởng phòng",
    "phối hợp",
    "phòng giáo dục",
    "phòng nội vụ",
    "phòng tài chính",
    "phụ lục",
    "quản lý",
    "quốc hội",
    "quốc phòng",
    "quyết định",
    "sở nội vụ",
    "sở tài chính",
    "sở tư pháp",
    "sở y tế",
    "tài chính",
    "tài nguyên",
    "thanh tra",
    "thành phố",
    "thành ủy",
    "thành viên",
    "thể thao",
    "thị trấn",
    "thị xã",
    "thông báo",
    "thông tin",
    "thời gian",
    "thủ tướng",
    "thực hiện",
    "thường trực",
    "thường vụ",
    "tỉnh ủy",
    "tổ chức",
    "trách nhiệm",
    "trung ương",
    "trường mầm non",
    "trường tiểu học",
    "trưởng phòng",
    "tuyên truyền",
    "ủy ban",
    "ủy viên",
    "văn bản",
    "văn hóa",
    "văn phòng",
    "văn thư",
    "viện kiểm sát",
    "việt nam",
    "xã hội",
    "xây dựng",
    "y tế",
    "yêu cầu",
];

static PHRASE_KEYS: Keys<&str> = Keys::new(PHRASES, |phrase| skeleton(phrase).into());

/// The stock phrases whose letters stand in `text` with other marks, and what they should be.
pub(crate) fn blurred(text: &str) -> impl Iterator<Item = (Range<usize>, &'static str)> {
    word_starts(text).filter_map(|at| {
        let signs = match text.as_bytes()[at] {
            b'(' | b'"' => 1,
            _ if text[at..].starts_with('“') => '“'.len_utf8(),
            _ => 0,
        };
        let at = at + signs;
        let rest = &text[at..];
        let alike = |phrase: &&str, len: usize| parted_alike(&rest[..len], phrase);
        let (phrase, len) = PHRASE_KEYS.longest_that(rest, alike)?;
        opens_spelt(rest, phrase).is_none().then_some((at..at + len, *phrase))
    })
}

/// The first word of the name of a body: its skeleton, and small.
const HEADS: &[(&str, &str)] = &[
    ("baohiem", "bảo hiểm"),
    ("benhvien", "bệnh viện"),
    ("bo", "bộ"),
    ("congan", "công an"),
    ("congdoan", "công đoàn"),
    ("congty", "công ty"),
    ("cuc", "cục"),
    ("hiephoi", "hiệp hội"),
    ("huyen", "huyện"),
    ("khobac", "kho bạc"),
    ("lienminh", "liên minh"),
    ("nganhang", "ngân hàng"),
    ("phong", "phòng"),
    ("phuong", "phường"),
    ("so", "sở"),
    ("tinh", "tỉnh"),
    ("toaan", "tòa án"),
    ("trungtam", "trung tâm"),
    ("truongcaodang", "trường cao đẳng"),
    ("truongdaihoc", "trường đại học"),
    ("xa", "xã"),
];

/// What a phrase says of a duty.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum DutyPhrase {
    /// Who has it.
    Role,
    /// What is done.
    Deed,
}

/// Phrases of which duties consist. No two other words have their letters.
const DUTIES: &[(&str, DutyPhrase)] = &[
    ("chủ trì", DutyPhrase::Role),
    ("chịu trách nhiệm", DutyPhrase::Role),
    ("phối hợp", DutyPhrase::Role),
    ("tham mưu", DutyPhrase::Role),
    ("báo cáo", DutyPhrase::Deed),
    ("bổ sung", DutyPhrase::Deed),
    ("bố trí", DutyPhrase::Deed),
    ("giám sát", DutyPhrase::Deed),
    ("hỗ trợ", DutyPhrase::Deed),
    ("hướng dẫn", DutyPhrase::Deed),
    ("kiểm tra", DutyPhrase::Deed),
    ("phê duyệt", DutyPhrase::Deed),
    ("phổ biến", DutyPhrase::Deed),
    ("rà soát", DutyPhrase::Deed),
    ("tăng cường", DutyPhrase::Deed),
    ("thẩm định", DutyPhrase::Deed),
    ("thực hiện", DutyPhrase::Deed),
    ("tiếp tục", DutyPhrase::Deed),
    ("tổ chức", DutyPhrase::Deed),
    ("tổng hợp", DutyPhrase::Deed),
    ("triển khai", DutyPhrase::Deed),
    ("tuyên truyền", DutyPhrase::Deed),
    ("xây dựng", DutyPhrase::Deed),
    ("yêu cầu", DutyPhrase::Deed),
    ("đẩy mạnh", DutyPhrase::Deed),
    ("đôn đốc", DutyPhrase::Deed),
];

static DUTY_KEYS: Keys<(&str, DutyPhrase)> = Keys::new(DUTIES, |row| skeleton(row.0).into());

/// With what such a phrase begins in a text: its first letter, small or large, or the first byte of "đ".
static DUTY_INITIALS: [bool; 256] = {
    const STROKED: u8 = 0xc4;
    let mut initials = [false; 256];
    let mut row = 0;
    while row < DUTIES.len() {
        let first = DUTIES[row].0.as_bytes()[0];
        initials[first as usize] = true;
        initials[first.to_ascii_uppercase() as usize] = true;
        if first == STROKED {
            initials[b'd' as usize] = true;
            initials[b'D' as usize] = true;
        }
        row += 1;
    }
    initials
};

/// Such phrases that stand in a text with other marks, and what they should be.
pub(crate) fn blurred_duties(
    text: &str,
) -> impl Iterator<Item = (Range<usize>, &'static str, DutyPhrase)> {
    let bytes = text.as_bytes();
    let begins = move |at: &usize| {
        let apart =
            |before: usize| bytes[before].is_ascii() && !bytes[before].is_ascii_alphanumeric();
        DUTY_INITIALS[usize::from(bytes[*at])] && at.checked_sub(1).is_none_or(apart)
    };
    (0..bytes.len()).filter(begins).filter_map(move |at| {
        let rest = &text[at..];
        let parted_alike = |row: &(&str, DutyPhrase), len: usize| parted_alike(&rest[..len], row.0);
        let ((phrase, duty), len) = DUTY_KEYS.longest_that(rest, parted_alike)?;
        opens_spelt(rest, phrase).is_none().then_some((at..at + len, *phrase, *duty))
    })
}

/// Whether the words of a text are parted as those of a phrase are.
fn parted_alike(found: &str, phrase: &str) -> bool {
    found.chars().all(|c| c == ' ' || is_word(c)) && word_count(found) == word_count(phrase)
}

/// Names of councils, skeletons and small: long enough to be known with a letter too many, too few or another.
const COUNCILS: &[(&str, &str)] =
    &[("uybannhandan", "ủy ban nhân dân"), ("hoidongnhandan", "hội đồng nhân dân")];

/// The council whose name, with wrong letters, opens that of a body: "Y BAN NHÂN DÂN".
pub(crate) fn misread_council(name: &str) -> Option<(Range<usize>, &'static str)> {
    COUNCILS.iter().find_map(|(key, council)| {
        let near = near_prefix(name, key).filter(|near| near.edits > 0)?;
        Some((0..near.len, *council))
    })
}

/// The first word of the name of a body, or of its place behind "UBND", where it stands with other
/// marks: "SỚ Y TẾ", "UBND TĨNH HÀ NAM".
pub(crate) fn blurred_head(name: &str) -> Option<(Range<usize>, &'static str)> {
    let behind = COUNCIL_KEYS.longest(name).map(|(_, len)| len);
    let at = behind.map_or(0, |len| len + name[len..].len() - name[len..].trim_start().len());
    let rest = &name[at..];
    let ((_, head), len) = HEAD_KEYS.longest(rest)?;
    opens_spelt(rest, head).is_none().then_some((at..at + len, *head))
}

static HEAD_KEYS: Keys<(&str, &str)> = Keys::new(HEADS, |row| row.0.into());

/// Skeletons of councils, behind which the word for a place stands.
static COUNCIL_KEYS: Keys<&str> =
    Keys::new(&["ubnd", "hdnd", "uybannhandan", "hoidongnhandan"], |key| (*key).into());

/// Phrases that open an order or the name of doers, small: no other words that go on with a name have their letters.
const OPENERS: &[&str] = &[
    "bảo hiểm",
    "bệnh viện",
    "các cơ quan",
    "các đơn vị",
    "các địa phương",
    "các sở, ban",
    "các sở, ngành",
    "đề nghị",
    "giao",
    "kho bạc",
    "ngân hàng",
    "phân công",
    "thủ trưởng các",
    "tòa án",
    "trung tâm",
    "trường cao đẳng",
    "trường đại học",
    "yêu cầu",
];

static OPENER_KEYS: Keys<&str> = Keys::new(OPENERS, |phrase| skeleton(phrase).into());

/// Such a phrase at the start of a sentence or heading, where it stands with other marks: "Đê nghị Sở …", "Các sớ, ban,
/// ngành", "Trung tầm Lưu trữ".
pub(crate) fn blurred_opener(text: &str) -> Option<(Range<usize>, &'static str)> {
    let (phrase, len) = OPENER_KEYS.longest(text)?;
    // "GIÁO VỤ"
    let other = !phrase.contains(' ') && is_upper(&text[..len]);
    (!other && opens_spelt(text, phrase).is_none()).then_some((0..len, *phrase))
}

/// "UBND" at the start of the name of a body, with a wrong letter: "UBNĐ tỉnh".
pub(crate) fn misread_abbreviation(name: &str) -> Option<(Range<usize>, &'static str)> {
    let end = name.find(|c| !is_word(c)).unwrap_or(name.len());
    let word = &name[..end];
    let near = word.chars().count() == UBND.len() && is_near(word, UBND);
    (near && organ_of_code(word).is_none()).then_some((0..end, UBND))
}

const UBND: &str = "UBND";

/// Words for units of administration, small as they stand behind a body.
const UNITS: &[&str] = &["tỉnh", "huyện", "xã", "phường"];

/// The word for a unit behind the name of a body, where it stands with other marks: "Công an tính". In capitals it may
/// be a name.
pub(crate) fn blurred_unit(name: &str) -> Option<(Range<usize>, &'static str)> {
    let at = known_issuer(name)?;
    let rest = name[at..].strip_prefix(' ')?;
    let end = rest.find(|c| !is_word(c)).unwrap_or(rest.len());
    let word = &rest[..end];
    let behind = rest[end..].trim_start();
    let whole = behind.is_empty()
        || behind.starts_with(['(', ',', ';'])
        || behind.starts_with(char::is_uppercase);
    let found = meant(word, UNITS).filter(|_| whole && word.chars().all(is_small))?;
    Some((at + 1..at + 1 + end, found))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_and_abbreviations() {
        for (text, want) in [
            ("Công an tính (để phối hợp)", Some("tỉnh")),
            ("UBND tinh", Some("tỉnh")),
            ("UBND xá An Bình", Some("xã")),
            ("UBND tỉnh", None),
            ("Công an Tĩnh Gia", None),
            ("Công an xa lộ", None),
            ("Sở Y tế", None),
        ] {
            assert_eq!(blurred_unit(text).map(|(_, meant)| meant), want, "{text}");
        }
        for (text, want) in [
            ("UBNĐ tỉnh", Some("UBND")),
            ("UBND tỉnh", None),
            ("UBMT huyện", None),
            ("UBKT huyện", None),
            ("HĐND tỉnh", None),
        ] {
            assert_eq!(misread_abbreviation(text).map(|(_, meant)| meant), want, "{text}");
        }
    }

    #[test]
    fn first_words_with_other_marks() {
        for (text, want) in [
            ("SỚ Y TẾ", Some("sở")),
            ("UBND TĨNH HÀ NAM", Some("tỉnh")),
            ("ỦY BAN NHÂN DÂN XĂ AN BÌNH", Some("xã")),
            ("BÊNH VIỆN AN BÌNH", Some("bệnh viện")),
            ("CÔNG ĂN TỈNH", Some("công an")),
            ("Toà án nhân dân", None),
            ("BỆNH VIỆN AN BÌNH", None),
            ("SỞ Y TẾ", None),
            ("TỈNH HÀ TĨNH", None),
            ("UBND XÃ XA DUNG", None),
            ("HÀ TĨNH", None),
        ] {
            assert_eq!(blurred_head(text).map(|(_, meant)| meant), want, "{text}");
        }
    }

    #[test]
    fn openers_with_other_marks() {
        for (text, want) in [
            ("Đê nghị Sở Y tế", Some("đề nghị")),
            ("Các sớ, ban, ngành", Some("các sở, ban")),
            ("Trung tầm Lưu trữ", Some("trung tâm")),
            ("Đề nghị Sở Y tế", None),
            ("Trung tâm Lưu trữ", None),
            ("Phong Điền", None),
            ("GIÁO VỤ", None),
            ("Đề án", None),
        ] {
            assert_eq!(blurred_opener(text).map(|(_, meant)| meant), want, "{text}");
        }
    }

    #[test]
    fn duties_with_other_marks() {
        for (text, want) in [
            ("Sở Y tế chú trì, phối hợp", Some("chủ trì")),
            ("Sở Y tế chủ tri, phối hợp", Some("chủ trì")),
            ("phôi hợp với", Some("phối hợp")),
            ("PHỐI HỌP VỚI", Some("phối hợp")),
            ("Chủ trì, phối hợp với Công an", None),
            ("chịu trách nhiệm, tham mưu", None),
            ("chu trình, khối hợp", None),
            ("Phòng Kinh tế tô chức", Some("tổ chức")),
            ("đây mạnh công tác", Some("đẩy mạnh")),
            ("xây dựng, kiểm tra, tổ chức", None),
            ("kiểm trang thiết bị", None),
        ] {
            let found = blurred_duties(text).map(|(_, meant, _)| meant).next();
            assert_eq!(found, want, "{text}");
        }
    }

    #[test]
    fn councils_with_other_letters() {
        for (text, want) in [
            ("Y BAN NHÂN DÂN", Some("ủy ban nhân dân")),
            ("ỦY BAN NHÂN DÁN", None),
            ("ỦY BAN NHÁN DÀM TỈNH", Some("ủy ban nhân dân")),
            ("HỘI ĐÒNG NHÂ DÂN", Some("hội đồng nhân dân")),
            ("ỦY BAN DÂN TỘC", None),
            ("HỘI ĐỒNG NHÂN SỰ", None),
            ("HỘI NÔNG DÂN", None),
        ] {
            assert_eq!(misread_council(text).map(|(_, meant)| meant), want, "{text}");
        }
    }

    #[test]
    fn phrases_with_other_marks() {
        let found = |text| blurred(text).map(|(range, meant)| (&text[range], meant)).next();
        assert_eq!(found("PHÓ GIÁM ĐÓC"), Some(("PHÓ GIÁM ĐÓC", "phó giám đốc")));
        assert_eq!(found("Hội đông nhân dân tỉnh"), Some(("Hội đông", "hội đồng")));
        assert_eq!(found("(báo cảo)"), Some(("báo cảo", "báo cáo")));
        assert_eq!(found("(báo cáo)"), None);
        assert_eq!(found("Uỷ ban nhân dân"), None);
        assert_eq!(found("Ùy ban nhân dân"), Some(("Ùy ban", "ủy ban")));
        // Other words, and the letters of a phrase within one.
        for text in ["Giám đốc Sở", "Văn hoá, Thể thao", "bộ nội", "Kinh tế"] {
            assert_eq!(found(text), None, "{text}");
        }
    }
}
