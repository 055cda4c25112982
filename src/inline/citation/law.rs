//! Documents cited by name: laws, codes, ordinances, the constitution, resolutions of congresses.
//!
//! ```text
//! law      := ( "Luật" | "Bộ luật" | "Pháp lệnh" ) name [ "số" number ] [ year ]
//! name     := known name | "sửa đổi, bổ sung … của" law { ( "," | "và" ) law } | words
//! congress := "Nghị quyết" "Đại hội" … ( roman | "lần thứ" count )
//! ```

use std::ops::Range;

use super::before;
use super::date::{Unit, date_at};
use super::issuer::{Print, issuer};
use crate::inline::floor;
use crate::inline::{blanks, digits};
use crate::lexicon::laws::law_name;
use crate::lexicon::types::{DocumentType, type_named};
use crate::lexicon::{
    ends_with_skeleton, is_one_of, is_spelt, is_upper, is_word, last_word, starts_with_skeleton,
    without_blanks,
};

/// Words of the longest name that is followed when it is not known by heart.
const NAME_WORDS: usize = 14;

/// Bytes of the longest name of a law that amends others.
const AMENDING_REACH: usize = 1000;

/// Words between "Nghị quyết Đại hội" and its count.
const CONGRESS_WORDS: usize = 16;

/// A document known by its name.
#[derive(Debug, Clone)]
pub(super) struct Named {
    /// Where its type begins.
    pub(super) start: usize,
    /// Its type.
    pub(super) kind: Option<&'static DocumentType>,
    /// Its name; `None` for the constitution.
    pub(super) name: Option<Range<usize>>,
    /// Byte behind type and name.
    pub(super) end: usize,
    /// Whether the name is known by heart; another needs more to be that of a law.
    pub(super) known: bool,
}

/// Reads the document whose type may begin at `at`, at a letter that could be its first.
pub(super) fn named(text: &str, at: usize) -> Option<Named> {
    let rest = &text[at..];
    match rest.as_bytes()[0] {
        b'L' | b'l' => law(text, at, starts_with_skeleton(rest, "luat")?, "luat"),
        b'P' => law(text, at, starts_with_skeleton(rest, "phaplenh")?, "phaplenh"),
        b'H' => constitution(text, at),
        _ => congress(text, at),
    }
}

/// Words before "luật" that make it another word, or a law to come: "pháp luật", "Đại học Luật",
/// "dự án Luật".
const NO_LAW_BEFORE: &[&str] = &[
    "pháp",
    "kỷ",
    "kỉ",
    "học",
    "khoa",
    "ngành",
    "án",
    "thảo",
    "trường",
    "nghề",
    "quy",
    "âm",
    "niêm",
    "hãng",
    "ty",
    "nhân",
    "sĩ",
    "sỹ",
    "thi",
];

/// Words behind "Luật" that make it another word: "Luật sư", "Luật gia".
const NO_NAME: &[&str] = &["su", "gia", "nay", "lenh", "phap", "dinh", "moi", "tuc", "choi", "hoa"];

fn law(text: &str, at: usize, len: usize, key: &str) -> Option<Named> {
    let window = before::window(text, at);
    let base = at - window.len();
    let before = window.trim_end();
    let mut start = at;
    let mut kind = type_named(key);
    if key == "luat" {
        if let Some(code) = ends_with_skeleton(before, "bo").filter(|from| {
            window.len() > before.len()
                && before[*from..].starts_with(['B', 'b'])
                && !before.ends_with(',')
                && !is_half_of_a_verb(before, *from)
        }) {
            (start, kind) = (base + code, type_named("boluat"));
        } else {
            let last = before.rsplit(char::is_whitespace).next().unwrap_or_default();
            let planned = || {
                ["xaydung", "soanthao"]
                    .iter()
                    .any(|word| ends_with_skeleton(before, word).is_some())
            };
            if before.len() < window.len() && (is_spelt(last, NO_LAW_BEFORE) || planned()) {
                return None;
            }
        }
    }
    let from = blanks(text, at + len);
    let (end, known) = name_end(text, from, text[at..].starts_with('l'))?;
    let amended = behind_amended(text, end);
    // A bill, and no law yet.
    if amended.is_some_and(|behind| !is_passed(text, behind) && !before::opens_basis(text, start)) {
        return None;
    }
    Some(Named { start, kind, name: Some(from..end), end: amended.unwrap_or(end), known })
}

/// Whether the "bố" or "bỏ" at `at`, which could be a damaged "bộ", ends a verb: "công bố Luật", "bãi bỏ Luật".
fn is_half_of_a_verb(before: &str, at: usize) -> bool {
    const FIRST_HALVES: &[&str] = &["cong", "phan", "tuyen", "bai", "huy", "xoa"];
    !is_spelt(&before[at..], &["bộ"])
        && is_one_of(last_word(without_blanks(&before[..at])), FIRST_HALVES)
}

/// Byte behind "(sửa đổi)" at the end of a name.
fn behind_amended(text: &str, at: usize) -> Option<usize> {
    let open = blanks(text, at);
    let aside = text[open..].strip_prefix('(')?;
    let len = starts_with_skeleton(aside, "suadoi")?;
    let words = aside[len..].find(|c: char| !is_word(c) && !matches!(c, ' ' | ','))?;
    Some(open + 1 + len + words + usize::from(aside[len + words..].starts_with(')')))
}

/// Whether an amended law has the day or the number that only a law has which was passed: "(sửa đổi) ngày 18/6/2009".
fn is_passed(text: &str, at: usize) -> bool {
    let at = blanks(text, at);
    let day = || date_at(text, at).is_some_and(|date| date.unit == Unit::Day);
    with_number(text, at) > at || day()
}

/// Byte behind the name of a law that begins at `from`, and whether the name is known by heart.
fn name_end(text: &str, from: usize, small: bool) -> Option<(usize, bool)> {
    let rest = &text[from..];
    let first = rest.chars().next()?;
    if !first.is_alphabetic() {
        return None;
    }
    if starts_with_skeleton(rest, "suadoi").is_some() {
        return Some((amending_end(text, from), true));
    }
    if let Some(len) = law_name(rest) {
        // "Luật KH, CN&ĐMST": the abbreviation of a longer name.
        let glued = rest[len..].strip_prefix('&').map_or(0, |more| 1 + first_word(more).len());
        return Some((from + len + if glued > 1 { glued } else { 0 }, true));
    }
    if small || !first.is_uppercase() || is_one_of(first_word(rest), NO_NAME) {
        return None;
    }
    let len = unknown_name(rest);
    (len > 0).then_some((from + len, false))
}

fn first_word(text: &str) -> &str {
    &text[..text.find(|c: char| !is_word(c)).unwrap_or(text.len())]
}

/// Words at which the name of a law that nobody knows by heart ends.
const NAME_ENDS: &[&str] = &[
    "ve", "va", "cua", "cho", "tren", "theo", "da", "duoc", "co", "la", "nam", "ngay", "so", "de",
    "trong", "tai", "voi", "nham", "do", "khi", "thi", "quy", "nay", "bao", "dam", "den", "tu",
    "cung", "hien", "khong", "phai", "sau", "truoc", "neu", "se", "dang", "hoac", "gom", "giai",
    "vao", "bang", "ma", "nhu", "sua", "ban", "doi", "gan", "cac", "nhung", "tiep", "toi", "ra",
];

/// Length of an unknown name: capitalised, then words up to what a sentence goes on with.
fn unknown_name(text: &str) -> usize {
    let upper = is_upper(first_word(text));
    let mut len = 0;
    for (count, word) in text.split(' ').enumerate().take(NAME_WORDS) {
        let start = if count == 0 { 0 } else { len + 1 };
        let bare = word.trim_end_matches(|c: char| !is_word(c));
        // Another body or document begins with a capital.
        let large = count > 0 && !upper && bare.starts_with(char::is_uppercase);
        if bare.is_empty() || count > 0 && is_one_of(bare, NAME_ENDS) || large {
            break;
        }
        if !bare.chars().all(|c| c.is_alphabetic() || c == '-') {
            break;
        }
        len = start + bare.len();
        if bare.len() < word.len() {
            break;
        }
    }
    len
}

/// Byte behind "sửa đổi, bổ sung một số điều của Luật A, Luật B và Luật C".
fn amending_end(text: &str, from: usize) -> usize {
    const OPENINGS: &[&str] = &["boluat", "luat", "phaplenh"];
    let clause = &text[from..floor(text, from + AMENDING_REACH)];
    let stop = clause.find([';', '.', '(', ':', '“']).unwrap_or(clause.len());
    let clause = &clause[..stop];
    let (mut end, mut last_bare, mut laws) = (0, 0, 0);
    let mut at = 0;
    while let Some(found) = next_law(clause, at, OPENINGS) {
        let (start, len) = found;
        // Past the first, only a list goes on with further laws.
        let between = clause[end..start].trim();
        if end > 0 && !matches!(between, "," | "và" | ";" | "và các" | "VÀ") {
            break;
        }
        let name = blanks(clause, start + len);
        if laws == 0
            && let Some(field) = field_end(&clause[name..])
        {
            return from + name + field;
        }
        let name_len = law_name(&clause[name..]).unwrap_or_else(|| unknown_name(&clause[name..]));
        if name_len == 0 {
            break;
        }
        let bare = name + name_len;
        end = with_number(clause, bare);
        at = end;
        last_bare = bare;
        laws += 1;
    }
    // The number behind the only law inside is that of the amending one, if its year is.
    if laws == 1 && end > last_bare && !is_older(clause, last_bare, end) {
        end = last_bare;
    }
    if end == 0 {
        end = unknown_name_of_amendment(clause);
    }
    from + end
}

/// Words of the field whose laws are amended.
const FIELD_WORDS: usize = 14;

/// How long the field is that stands behind "của 05 Luật" instead of their names: "về đầu tư, xây dựng ngày".
fn field_end(text: &str) -> Option<usize> {
    starts_with_skeleton(text, "ve")?;
    let blanks = text.match_indices(' ').take(FIELD_WORDS);
    let mut words = blanks.map(|(blank, _)| (blank, first_word(&text[blank + 1..])));
    words.find(|(_, word)| is_one_of(word, &["ngay", "nam", "so"])).map(|(blank, _)| blank)
}

/// The next law in an amending name, and how long its type is.
fn next_law(clause: &str, at: usize, openings: &[&str]) -> Option<(usize, usize)> {
    clause[at..].char_indices().map(|(offset, _)| at + offset).find_map(|start| {
        let free = clause[..start].chars().next_back().is_none_or(|c| !is_word(c));
        let large = clause[start..].starts_with(['L', 'l', 'B', 'b', 'P', 'p']);
        let key = openings.iter().find_map(|key| {
            (free && large).then(|| starts_with_skeleton(&clause[start..], key)).flatten()
        })?;
        Some((start, key))
    })
}

/// The number that stands behind a law in a list: "Luật Đất đai số 31/2024/QH15".
fn with_number(clause: &str, at: usize) -> usize {
    let behind = blanks(clause, at);
    let Some(len) = starts_with_skeleton(&clause[behind..], "so") else { return at };
    let figure = blanks(clause, behind + len);
    match super::symbol::read(clause, figure) {
        Some(reading) if reading.end > figure + 3 => reading.end,
        _ => at,
    }
}

/// Whether the date behind a number says that the number is that of an older law.
fn is_older(clause: &str, from: usize, end: usize) -> bool {
    let year = |text: &str| {
        let at = text.find("/20").or_else(|| text.find("/19"))? + 1;
        text.get(at..at + 4)?.parse::<u16>().ok()
    };
    let dated = date_at(clause, blanks(clause, end)).and_then(|date| date.written.year);
    match (year(&clause[from..end]), dated) {
        (Some(number), Some(dated)) => number < dated,
        _ => false,
    }
}

/// An amending law that names no other: "sửa đổi, bổ sung các luật về thuế".
fn unknown_name_of_amendment(clause: &str) -> usize {
    let mut end = 0;
    for (count, word) in clause.split(' ').enumerate().take(NAME_WORDS) {
        if count > 2 && is_one_of(word, &["ngay", "so", "nam", "duoc", "co", "cho", "tren", "de"]) {
            break;
        }
        end += word.len() + usize::from(count > 0);
    }
    clause[..end].trim_end_matches(|c: char| !is_word(c)).len()
}

fn constitution(text: &str, at: usize) -> Option<Named> {
    let len = starts_with_skeleton(&text[at..], "hienphap")?;
    let mut end = at + len;
    let behind = blanks(text, end);
    let state = ["nuocconghoaxahoichunghiavietnam", "nuocchxhcnvietnam"];
    if let Some(len) = state.iter().find_map(|key| starts_with_skeleton(&text[behind..], key)) {
        end = behind + len;
    }
    Some(Named { start: at, kind: type_named("hienphap"), name: None, end, known: true })
}

/// "Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII".
fn congress(text: &str, at: usize) -> Option<Named> {
    let len = starts_with_skeleton(&text[at..], "nghiquyet")?;
    let mut from = blanks(text, at + len);
    if let Some(of) = starts_with_skeleton(&text[from..], "cua") {
        from = blanks(text, from + of);
    }
    let rest = &text[from..];
    starts_with_skeleton(rest, "daihoi")?;
    let mut end = 0;
    let mut counted = false;
    for (count, word) in rest.split(' ').enumerate().take(CONGRESS_WORDS) {
        let bare = word.trim_end_matches(|c: char| !is_word(c));
        if bare.is_empty() || counted || is_one_of(bare, &["cua", "cac", "ve", "nhiemky"]) {
            break;
        }
        let last = rest[..end].rsplit(' ').next().unwrap_or_default();
        let roman = bare.chars().all(|c| matches!(c, 'I' | 'V' | 'X' | 'L'));
        let spelt =
            is_one_of(last, &["thu"]) && ends_with_skeleton(&rest[..end], "lanthu").is_some();
        counted = roman || spelt;
        end += bare.len() + usize::from(count > 0);
        if bare.len() < word.len() {
            break;
        }
    }
    // "Đại hội XIV Đảng bộ tỉnh Sơn Hà": that of a province is none of the Party's.
    let behind = blanks(text, from + end);
    let local = starts_with_skeleton(&text[behind..], "dangbo").is_some();
    let end = if local { issuer(text, behind, Print::Sentence)? } else { from + end };
    counted.then(|| Named {
        start: at,
        kind: type_named("nghiquyet"),
        name: Some(from..end),
        end,
        known: true,
    })
}

/// The year right behind a name: "Luật Đất đai 2024", "Luật Đất đai (2024)".
pub(super) fn bare_year(text: &str, at: usize) -> Option<Range<usize>> {
    let from = blanks(text, at);
    let from = from + usize::from(text[from..].starts_with('('));
    let end = digits(text.as_bytes(), from);
    let year = &text[from..end];
    let fits = year.len() == 4 && (year.starts_with("19") || year.starts_with("20"));
    let goes_on = text[end..].starts_with(|c: char| c == '/' || c.is_alphanumeric());
    (fits && !goes_on).then_some(from..end)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Option<(Option<&'static str>, Option<&str>)> {
        let at = text.find(['L', 'P', 'H', 'N']).or_else(|| text.find('l'))?;
        let found = named(text, at)?;
        Some((found.kind.and_then(|kind| kind.code), found.name.map(|name| &text[name])))
    }

    #[test]
    fn names_of_laws() {
        for (text, kind, name) in [
            ("Luật Việc làm trên địa bàn", "Luật", "Việc làm"),
            ("LUẬT VIỆC LÀM TRÊN ĐỊA BÀN", "Luật", "VIỆC LÀM"),
            ("Bộ Luật Lao động và các văn bản", "Bộ luật", "Lao động"),
            (
                "Luật Tổ chức chính quyền địa phương ngày 19/6/2015",
                "Luật",
                "Tổ chức chính quyền địa phương",
            ),
            (
                "Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương ngày",
                "Luật",
                "sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương",
            ),
            (
                "Luật sửa đổi, bổ sung một số điều của Luật Tiêu chuẩn và quy chuẩn kỹ thuật về Sở",
                "Luật",
                "sửa đổi, bổ sung một số điều của Luật Tiêu chuẩn và quy chuẩn kỹ thuật",
            ),
            (
                "Luật sửa đổi, bổ sung một số điều của Luật Đất đai số 31/2024/QH15, Luật Nhà ở số 27/2023/QH15 ngày",
                "Luật",
                "sửa đổi, bổ sung một số điều của Luật Đất đai số 31/2024/QH15, Luật Nhà ở số 27/2023/QH15",
            ),
            (
                "Luật Sửa đổi, bổ sung một số điều của 5 Luật về đất đai, nhà ở ngày 05/3/2020",
                "Luật",
                "Sửa đổi, bổ sung một số điều của 5 Luật về đất đai, nhà ở",
            ),
            ("Luật Thiên văn học quốc gia được ban hành", "Luật", "Thiên văn học quốc gia"),
            ("công bố Luật Thủy sản.", "Luật", "Thủy sản"),
            ("bãi bỏ Luật Thủy sản", "Luật", "Thủy sản"),
            ("của Bô Luật Lao động", "Bộ luật", "Lao động"),
            ("Luật Thủy sản (sửa đổi) ngày 18/6/2009", "Luật", "Thủy sản"),
            ("Luật Thủy sản (sửa đổi, bổ sung) số 12/2009/QH12", "Luật", "Thủy sản"),
            ("Căn cứ Luật Thủy sản (sửa đổi);", "Luật", "Thủy sản"),
            ("Pháp lệnh Dân quân tự vệ năm", "Pháp lệnh", "Dân quân tự vệ"),
            ("Nghị quyết Đại hội XII của Đảng", "NQ", "Đại hội XII"),
            ("Nghị quyết đại hội lần thứ XIII của", "NQ", "đại hội lần thứ XIII"),
            ("Nghị quyết của Đại hội XIII của", "NQ", "Đại hội XIII"),
        ] {
            assert_eq!(of(text), Some((Some(kind), Some(name))), "{text}");
        }
        assert_eq!(of("Hiến pháp năm 2013"), Some((Some("HP"), None)));
    }

    #[test]
    fn no_laws() {
        for text in [
            "pháp luật Việt Nam",
            "Đại học Luật Hà Nội",
            "Luật sư",
            "Luật này",
            "dự án Luật Đất đai",
            "Luật Thủy sản (sửa đổi) được góp ý ngày 18/6/2009",
            "Luật Thủy sản (sửa đổi) năm 2026",
            "Luật số 5",
            "Nghị quyết Đại hội các cấp",
            "Nghị quyết Đại hội.",
            "kỷ luật lao động",
        ] {
            assert_eq!(of(text), None, "{text}");
        }
    }
}
