//! Names of persons: ranks and titles before them, and family names.

use super::{fold, is_dash, starts_with_skeleton};

/// Military ranks, academic titles and degrees, honours: NĐ 30/2020 allows them before the name in
/// the armed forces, schools, hospitals and science bodies (Phụ lục I, Phần I, Mục II, 7). Keys are
/// skeletons; one that begins another stands behind it.
#[rustfmt::skip]
const RANKS: &[(&str, &str)] = &[
    ("Đại tướng", "daituong"), ("Thượng tướng", "thuongtuong"), ("Trung tướng", "trungtuong"),
    ("Thiếu tướng", "thieutuong"), ("Chuẩn tướng", "chuantuong"), ("Đô đốc", "dodoc"), ("Phó Đô đốc", "phododoc"),
    ("Chuẩn Đô đốc", "chuandodoc"), ("Đại tá", "daita"), ("Thượng tá", "thuongta"), ("Trung tá", "trungta"),
    ("Thiếu tá", "thieuta"), ("Đại úy", "daiuy"), ("Thượng úy", "thuonguy"), ("Trung úy", "trunguy"),
    ("Thiếu úy", "thieuuy"), ("Thượng sĩ", "thuongsi"), ("Chuẩn úy", "chuanuy"),
    ("GS.TSKH", "gstskh"), ("GS.TS", "gsts"), ("GS", "gs"), ("PGS.TSKH", "pgstskh"), ("PGS.TS", "pgsts"),
    ("PGS", "pgs"), ("TSKH", "tskh"), ("TS.BS", "tsbs"), ("TS", "ts"), ("ThS.BS", "thsbs"), ("ThS", "ths"),
    ("Giáo sư", "giaosu"), ("Phó Giáo sư", "phogiaosu"), ("Tiến sĩ", "tiensi"), ("Thạc sĩ", "thacsi"),
    ("BSCKII", "bsckii"), ("BSCKI", "bscki"), ("BSCK2", "bsck2"), ("BSCK1", "bsck1"), ("BS", "bs"),
    ("DSCKII", "dsckii"), ("DSCKI", "dscki"), ("DSCK2", "dsck2"), ("DSCK1", "dsck1"), ("DS", "ds"),
    ("CKII", "ckii"), ("CKI", "cki"), ("CK2", "ck2"), ("CK1", "ck1"), ("Bác sĩ", "bacsi"), ("Dược sĩ", "duocsi"),
    ("Kỹ sư", "kysu"), ("Kiến trúc sư", "kientrucsu"), ("KTS", "kts"), ("KS", "ks"), ("CN", "cn"), ("LS", "ls"),
    ("Luật sư", "luatsu"), ("Cử nhân", "cunhan"), ("NGND", "ngnd"), ("NGƯT", "ngut"), ("TTND", "ttnd"),
    ("TTƯT", "ttut"), ("NSND", "nsnd"), ("NSƯT", "nsut"), ("Đ/c", "dc"), ("Đồng chí", "dongchi"),
    ("Hòa thượng", "hoathuong"), ("Thượng tọa", "thuongtoa"), ("Linh mục", "linhmuc"),
];

/// Family names of the peoples of Việt Nam, as skeletons, sorted.
#[rustfmt::skip]
const FAMILIES: &[&str] = &[
    "a", "an", "au", "ba", "bach", "ban", "be", "bui", "ca", "cam", "can", "cao", "chau", "chu", "chung", "chuong",
    "cil", "co", "cu", "cung", "dam", "dang", "danh", "dao", "dau", "dich", "dieu", "dinh", "do", "doan", "dong",
    "du", "duong", "giang", "giap", "h", "ha", "hac", "han", "hang", "hau", "ho", "hoang", "hong", "hua", "hung",
    "huynh", "kha", "khoang", "khong", "khuat", "khuc", "khuong", "khuu", "kieu", "kim", "kpa", "ksor", "la", "lac",
    "lai", "lam", "lang", "lau", "le", "lieu", "lo", "loc", "long", "lu", "luc", "luong", "luu", "ly", "ma", "mac",
    "mai", "mau", "mo", "mua", "nay", "nghiem", "ngo", "ngoc", "nguy", "nguyen", "nham", "nhu", "ninh", "nong", "ong",
    "pham", "phan", "phi", "pho", "phu", "phung", "quach", "quan", "quang", "rmah", "ro", "sin", "siu", "son", "sung",
    "ta", "tan", "tang", "tao", "thach", "thai", "than", "thang", "thao", "thi", "thieu", "tieu", "to", "ton", "tong",
    "tra", "tran", "trang", "trieu", "trinh", "truong", "tu", "tuong", "ung", "uong", "van", "vang", "vi", "vo", "vu",
    "vuong", "xa", "y", "yen",
];

/// Family names as they stand in capitals. Marks count here: "TÔ" is a name, "TỔ CHỨC" and "BAN" are not.
#[rustfmt::skip]
const CAPITAL_FAMILIES: &[&str] = &[
    "NGUYỄN", "NGUYEN", "TRẦN", "TRAN", "LÊ", "PHẠM", "PHAM", "HOÀNG", "HOANG", "HUỲNH", "HUYNH", "PHAN", "VŨ", "VÕ",
    "ĐẶNG", "BÙI", "ĐỖ", "HỒ", "NGÔ", "DƯƠNG", "LÝ", "ĐINH", "TRỊNH", "TRƯƠNG", "LÂM", "MAI", "HÀ", "CAO", "LƯƠNG",
    "ĐÀO", "TẠ", "THÁI", "QUÁCH", "NÔNG", "CHU", "PHÙNG", "TÔ", "TỐNG", "KIỀU", "VƯƠNG", "LƯU", "TRIỆU", "ĐÀM", "LÒ",
    "VI", "HỨA", "DOÃN", "CHÂU", "TĂNG", "NGHIÊM", "ĐẬU", "GIÁP", "MẠC", "THÂN", "LẠI", "NGUỴ", "KHUẤT", "GIÀNG", "SÙNG",
    "VÀNG", "THÀO", "MÙA", "LẦU", "VỪ", "CỨ", "HẠNG", "THẠCH", "KIM",
];

/// Longest name in words: "Hoàng Phủ Ngọc Tường Vi An"; longer runs of capitalised words are titles.
const NAME_WORDS: usize = 6;

/// A name and what stands before it, as ranges of bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Person {
    /// "Đại tá", "PGS.TS."; empty if there is none.
    pub(crate) rank: std::ops::Range<usize>,
    /// The name.
    pub(crate) name: std::ops::Range<usize>,
    /// Whether its first word is a family name.
    pub(crate) family: bool,
}

/// The name that `text` is: "Thượng tá, ThS. Lê Văn An". Nothing but a rank and a name may be in it.
pub(crate) fn person(text: &str) -> Option<Person> {
    let start = text.len() - text.trim_start_matches(|c: char| fold(c).is_none()).len();
    let end = text.trim_end_matches(|c: char| fold(c).is_none()).len();
    if start >= end || end - start > 120 {
        return None;
    }
    let rank_end = rank(text, start, end);
    let name_start = rank_end + (text[rank_end..end].len() - trim_lead(&text[rank_end..end]).len());
    let name = &text[name_start..end];
    let mut words = 0;
    for word in name.split_whitespace() {
        words += 1;
        if words > NAME_WORDS || !is_name_word(word) {
            return None;
        }
    }
    let first = name.split_whitespace().next()?;
    let family = is_family(first);
    let enough = words >= 2 && (words < NAME_WORDS || family);
    enough.then(|| Person {
        rank: start
            ..text[start..rank_end]
                .trim_end_matches(|c| is_dash(c) || matches!(c, ' ' | ','))
                .len()
                + start,
        name: name_start..end,
        family,
    })
}

fn trim_lead(text: &str) -> &str {
    text.trim_start_matches(|c: char| fold(c).is_none())
}

/// Where the ranks and titles end that `text[start..]` begins with.
fn rank(text: &str, start: usize, end: usize) -> usize {
    let mut at = start;
    loop {
        let rest = &text[at..end];
        let lead = rest.len() - trim_lead(rest).len();
        let rest = &rest[lead..];
        let Some(first) = rest.chars().next().and_then(fold) else { return at };
        let found = RANKS
            .iter()
            .filter(|(_, key)| key.as_bytes()[0] == first)
            .filter_map(|(name, key)| {
                let len = starts_with_skeleton(rest, key)?;
                // An abbreviation keeps two capitals or has a dot: "TS", "Ths.", but not "Ks".
                let shown = rest[..len].chars().filter(|c| c.is_uppercase()).count() >= 2
                    || rest[..len].contains(['.', '/'])
                    || rest[len..].starts_with('.');
                (name.contains(' ') || shown).then_some(len)
            })
            .max();
        let Some(len) = found else { return at };
        at += lead + len;
        while text[at..end].starts_with(['.', ',']) {
            at += 1;
        }
        if at >= end {
            return start;
        }
    }
}

/// Where a name begins that scan scraps precede: "D0 T9 Lê Thị Mai".
///
/// Only a name of three words with a known family name is taken out of scraps.
pub(crate) fn buried(text: &str) -> Option<usize> {
    if person(text).is_some() {
        return None;
    }
    let words: Vec<usize> = super::word_starts(text).take(NAME_WORDS + 2).collect();
    let start = words.iter().skip(1).take(2).copied().find(|at| {
        let rest = &text[*at..];
        rest.split_whitespace().count() >= 3
            && person(rest).is_some_and(|p| p.family && p.rank.is_empty())
    })?;
    let scraps = text[..start].split_whitespace();
    scraps.into_iter().all(|word| word.chars().count() <= 3).then_some(start)
}

/// A word of a name: a capital, then small letters ("Kđăm", "H'Yim", "Ayun").
fn is_name_word(word: &str) -> bool {
    let mut chars = word.chars();
    let first = chars.next();
    let mut apart = false;
    first.is_some_and(char::is_uppercase)
        && chars.all(|c| {
            let sign = is_dash(c) || matches!(c, '\'' | '’');
            let fits = c.is_lowercase() || sign || apart && c.is_uppercase();
            apart = sign;
            fits
        })
}

/// Whether a word is a family name.
pub(crate) fn is_family(word: &str) -> bool {
    let key = super::skeleton(word);
    let key = if word.contains(['\'', '’']) { &key[..key.len().min(1)] } else { &key };
    FAMILIES.binary_search(&key).is_ok()
}

/// Whether `text` is a name in capitals: "LÊ VĂN AN".
pub(crate) fn is_upper_name(text: &str) -> bool {
    let mut words = 0;
    for word in text.split_whitespace() {
        words += 1;
        let plain = word.chars().all(|c| c.is_uppercase() || c == '\'' || is_dash(c));
        if !plain || words > NAME_WORDS || (words == 1 && !CAPITAL_FAMILIES.contains(&word)) {
            return false;
        }
    }
    (2..=5).contains(&words)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::skeleton;

    #[test]
    fn tables_are_in_order() {
        assert!(FAMILIES.is_sorted());
        for (name, key) in RANKS {
            assert_eq!(*key, skeleton(name), "{name}");
        }
    }

    #[test]
    fn names_and_ranks() {
        for (line, want) in [
            ("Lê Văn An", Some(("", "Lê Văn An"))),
            ("Đại tá Lê Văn An", Some(("Đại tá", "Lê Văn An"))),
            ("Thượng tá, ThS. Lê Văn An", Some(("Thượng tá, ThS.", "Lê Văn An"))),
            ("PGS. TS. Đỗ Thị Mây", Some(("PGS. TS.", "Đỗ Thị Mây"))),
            ("BS. CKII Hồ A Páo", Some(("BS. CKII", "Hồ A Páo"))),
            ("BS.CKII. Hồ Páo", Some(("BS.CKII.", "Hồ Páo"))),
            ("Th.s Bùi Minh", Some(("Th.s", "Bùi Minh"))),
            ("Y Bhiu Niê Kđăm", Some(("", "Y Bhiu Niê Kđăm"))),
            ("K’Brêu Ha Lan", Some(("", "K’Brêu Ha Lan"))),
            ("ˆ Lê Văn Phú", Some(("", "Lê Văn Phú"))),
            ("Trần Quốc Sở", Some(("", "Trần Quốc Sở"))),
            ("Văn phòng Sở", None),
            ("Phó Giám đốc", None),
            ("Các Sở, ban, ngành", None),
            ("Sở", None),
            ("Lưu: VT", None),
        ] {
            let found = person(line);
            let shown = found.as_ref().map(|p| (&line[p.rank.clone()], &line[p.name.clone()]));
            assert_eq!(shown, want, "{line}");
        }
        assert_eq!(buried("D0 T9 Lê Thị Mai"), Some("D0 T9 ".len()));
        assert_eq!(buried("Phó Giám đốc Sở"), None);
        assert!(is_upper_name("LÊ VĂN AN"));
        assert!(!is_upper_name("GIÁM ĐỐC"));
        for line in ["NHÂN DÂN", "DANH SÁCH", "TỔ CHỨC CÁN BỘ", "CHỦ NGHĨA VIỆT NAM", "BAN CHỈ ĐẠO"]
        {
            assert!(!is_upper_name(line), "{line}");
        }
    }
}
