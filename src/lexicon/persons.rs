//! Names of persons: ranks and titles before them, and family names.

use super::{Keys, fold, is_dash, is_small, signing};

/// Military ranks, academic titles and degrees, honours: NĐ 30/2020 allows them before the name in
/// the armed forces, schools, hospitals and science bodies (Phụ lục I, Phần I, Mục II, 7). Keys are
/// skeletons, and sorted.
#[rustfmt::skip]
const RANKS: &[(&str, &str)] = &[
    ("Bác sĩ", "bacsi"), ("BS", "bs"), ("BSCK1", "bsck1"), ("BSCK2", "bsck2"), ("BSCKI", "bscki"),
    ("BSCKII", "bsckii"), ("Chuẩn Đô đốc", "chuandodoc"), ("Chuẩn tướng", "chuantuong"),
    ("Chuẩn úy", "chuanuy"), ("CK1", "ck1"), ("CK2", "ck2"), ("CKI", "cki"), ("CKII", "ckii"), ("CN", "cn"),
    ("Cử nhân", "cunhan"), ("Đại tá", "daita"), ("Đại tướng", "daituong"), ("Đại úy", "daiuy"), ("Đ/c", "dc"),
    ("Đô đốc", "dodoc"), ("Đồng chí", "dongchi"), ("DS", "ds"), ("DSCK1", "dsck1"), ("DSCK2", "dsck2"),
    ("DSCKI", "dscki"), ("DSCKII", "dsckii"), ("Dược sĩ", "duocsi"), ("Giáo sư", "giaosu"), ("GS", "gs"),
    ("GS.TS", "gsts"), ("GS.TSKH", "gstskh"), ("Hòa thượng", "hoathuong"), ("Kiến trúc sư", "kientrucsu"),
    ("KS", "ks"), ("KTS", "kts"), ("Kỹ sư", "kysu"), ("Linh mục", "linhmuc"), ("LS", "ls"),
    ("Luật sư", "luatsu"), ("NGND", "ngnd"), ("NGƯT", "ngut"), ("NSND", "nsnd"), ("NSƯT", "nsut"),
    ("PGS", "pgs"), ("PGS.TS", "pgsts"), ("PGS.TSKH", "pgstskh"), ("Phó Đô đốc", "phododoc"),
    ("Phó Giáo sư", "phogiaosu"), ("Thạc sĩ", "thacsi"), ("Thiếu tá", "thieuta"), ("Thiếu tướng", "thieutuong"),
    ("Thiếu úy", "thieuuy"), ("ThS", "ths"), ("ThS.BS", "thsbs"), ("Thượng sĩ", "thuongsi"),
    ("Thượng tá", "thuongta"), ("Thượng tọa", "thuongtoa"), ("Thượng tướng", "thuongtuong"),
    ("Thượng úy", "thuonguy"), ("Tiến sĩ", "tiensi"), ("Trung tá", "trungta"), ("Trung tướng", "trungtuong"),
    ("Trung úy", "trunguy"), ("TS", "ts"), ("TS.BS", "tsbs"), ("TSKH", "tskh"), ("TTND", "ttnd"),
    ("TTƯT", "ttut"),
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

/// Family names as they stand in capitals, sorted. Marks count here: "TÔ" is a name, "TỔ CHỨC" and "BAN" are not.
#[rustfmt::skip]
const CAPITAL_FAMILIES: &[&str] = &[
    "BÙI", "CAO", "CHU", "CHÂU", "CỨ", "DOÃN", "DƯƠNG", "GIÀNG", "GIÁP", "HOANG", "HOÀNG", "HUYNH", "HUỲNH",
    "HÀ", "HẠNG", "HỒ", "HỨA", "KHUẤT", "KIM", "KIỀU", "LÂM", "LÊ", "LÒ", "LÝ", "LƯU", "LƯƠNG", "LẠI", "LẦU",
    "MAI", "MÙA", "MẠC", "NGHIÊM", "NGUYEN", "NGUYỄN", "NGUỴ", "NGÔ", "NÔNG", "PHAM", "PHAN", "PHÙNG", "PHẠM",
    "QUÁCH", "SÙNG", "THÀO", "THÁI", "THÂN", "THẠCH", "TRAN", "TRIỆU", "TRƯƠNG", "TRẦN", "TRỊNH", "TÔ", "TĂNG",
    "TẠ", "TỐNG", "VI", "VÀNG", "VÕ", "VŨ", "VƯƠNG", "VỪ", "ĐINH", "ĐÀM", "ĐÀO", "ĐẬU", "ĐẶNG", "ĐỖ",
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
    // Nearly every text that is no name is known by its last word.
    if !text[start..end].split_ascii_whitespace().next_back().is_some_and(is_name_word) {
        return None;
    }
    let rank_end = rank(text, start, end);
    let name_start = rank_end + (text[rank_end..end].len() - trim_lead(&text[rank_end..end]).len());
    let name = &text[name_start..end];
    let mut words = 0;
    for word in name.split_ascii_whitespace() {
        words += 1;
        if words > NAME_WORDS || !is_name_word(word) {
            return None;
        }
    }
    let first = name.split_ascii_whitespace().next()?;
    let family = is_family(first);
    // "Bộ Trưởng", "Phó Giám Đốc": a post with a capital at each syllable.
    let is_post = || signing::post(name) == Some(name.len()) && signing::opens_with_post(name);
    let enough = words >= 2 && (words < NAME_WORDS || family) && !is_post();
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

static RANK_KEYS: Keys<(&str, &str)> = Keys::new(RANKS, |row| row.1.into());

/// Where the ranks and titles end that `text[start..]` begins with.
fn rank(text: &str, start: usize, end: usize) -> usize {
    let mut at = start;
    loop {
        let rest = &text[at..end];
        let lead = rest.len() - trim_lead(rest).len();
        let rest = &rest[lead..];
        // An abbreviation keeps two capitals or has a dot: "TS", "Ths.", but not "Ks".
        let shown = |(name, _): &(&str, &str), len: usize| {
            name.contains(' ')
                || rest[..len].chars().filter(|c| c.is_uppercase()).count() >= 2
                || rest[..len].contains(['.', '/'])
                || rest[len..].starts_with('.')
        };
        let Some((_, len)) = RANK_KEYS.longest_that(rest, shown) else { return at };
        at += lead + len;
        while text[at..end].starts_with(['.', ',']) {
            at += 1;
        }
        if at >= end {
            return start;
        }
    }
}

/// Longest scrap of a scan before a name, in letters.
const SCRAP: usize = 3;

/// Where a name begins that scan scraps precede: "D0 T9 Lê Thị Mai".
///
/// Only a name of three words with a known family name is taken out of scraps.
pub(crate) fn buried(text: &str) -> Option<usize> {
    let scraps = |start: usize| {
        text[..start].split_ascii_whitespace().all(|word| word.chars().nth(SCRAP).is_none())
    };
    let start = super::word_starts(text).skip(1).take(2).find(|at| {
        let rest = &text[*at..];
        scraps(*at)
            && rest.split_ascii_whitespace().nth(2).is_some()
            && person(rest).is_some_and(|p| p.family && p.rank.is_empty())
    })?;
    person(text).is_none().then_some(start)
}

/// A word of a name: a capital, then small letters ("Kđăm", "H'Yim", "Ayun").
fn is_name_word(word: &str) -> bool {
    let mut chars = word.chars();
    let first = chars.next();
    let mut apart = false;
    first.is_some_and(char::is_uppercase)
        && chars.all(|c| {
            let sign = is_dash(c) || matches!(c, '\'' | '’');
            let fits = is_small(c) || sign || apart && c.is_uppercase();
            apart = sign;
            fits
        })
}

static FAMILY_KEYS: Keys<&str> = Keys::new(FAMILIES, |key| (*key).into());

/// Whether a word is a family name.
pub(crate) fn is_family(word: &str) -> bool {
    // "H'Yim", "K’Brêu": the sign of a man or a woman stands before the name.
    let word = word.find(['\'', '’']).map_or(word, |end| &word[..end]);
    FAMILY_KEYS.longest_that(word, |_, end| end == word.len()).is_some()
}

/// Whether `text` is a name in capitals: "LÊ VĂN AN".
pub(crate) fn is_upper_name(text: &str) -> bool {
    let mut words = 0;
    for word in text.split_ascii_whitespace() {
        words += 1;
        let plain = word.chars().all(|c| c.is_uppercase() || c == '\'' || is_dash(c));
        if !plain
            || words > NAME_WORDS
            || (words == 1 && CAPITAL_FAMILIES.binary_search(&word).is_err())
        {
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
        assert!(FAMILIES.is_sorted() && CAPITAL_FAMILIES.is_sorted());
        assert!(RANKS.is_sorted_by_key(|(_, key)| key));
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
