//! What stands before a number: the type of the document, "số", and now and then who issued it.
//!
//! `lead := type [ words ] [ "của" issuer ] [ "số" ] [ ":" ]`

use std::ops::Range;

use super::issuer::{Print, issuer};
use crate::inline::floor;
use crate::lexicon::types::{DocumentType, TYPES, type_at_end, type_at_start, type_of_code};
use crate::lexicon::{
    Phrases, behind_last, ending, fold, forgiven, is_spelt, is_word, last_word, near, opens_spelt,
    starts_with_skeleton, without_blanks,
};

/// Words that may stand between a type and "số": "Công văn hỏa tốc số", "Thông báo kết luận số".
const INSERTED_WORDS: usize = 3;

/// Bytes before a number in which its type stands: "Quyết định của Thủ tướng Chính phủ số" has its
/// issuer between.
const REACH: usize = 240;

/// What stands before a number.
#[derive(Debug, Clone, Default)]
pub(super) struct Lead {
    /// Where the mention begins: at the type, at "số", or at the number.
    pub(super) start: usize,
    /// The type; `None` where the words name none ("Văn bản số").
    pub(super) kind: Option<&'static DocumentType>,
    /// A type, or a word for documents in general, stands there.
    pub(super) named: bool,
    /// "số" stands there.
    pub(super) labelled: bool,
    /// What it numbers is no document: "Mẫu số", "thửa đất số".
    pub(super) foreign: bool,
    /// The issuer between type and number: "Quyết định của UBND tỉnh số".
    pub(super) issuer: Option<Range<usize>>,
}

impl Lead {
    /// The lead of a number whose symbol begins with the type `code`, which tells which of several
    /// types before it is the document's: "Thông báo kết luận số 196-TB/TW".
    pub(super) fn confirmed(self, text: &str, code: &'static DocumentType) -> Self {
        let Some(kind) = self.kind else { return self.far(text, code) };
        if kind.code == code.code || !text[self.start..].starts_with(char::is_lowercase) {
            return self;
        }
        let from = floor(text, self.start.saturating_sub(REACH));
        match type_before(text[from..self.start].trim_end(), false) {
            Some((start, Some(outer))) if outer.code == code.code => {
                Self { start: from + start, kind: Some(outer), ..self }
            }
            _ => self,
        }
    }

    /// A type farther from the number that its symbol confirms.
    fn far(self, text: &str, code: &'static DocumentType) -> Self {
        let from = floor(text, self.start.saturating_sub(REACH));
        let before = text[from..self.start].trim_end();
        if self.named || before.ends_with([',', ';', '.', ':']) {
            return self;
        }
        let words = if self.labelled { FAR_WORDS } else { NEAR_WORDS };
        let parted = |start: &usize| !before[*start..].contains([',', ';', '.', ':', '(']);
        let mut starts = word_starts_back(before).take(words).take_while(parted);
        match starts.find(|start| starts_with_skeleton(&before[*start..], code.key).is_some()) {
            Some(start) => Self { start: from + start, kind: Some(code), named: true, ..self },
            None => self,
        }
    }
}

/// Words between "số" and a type that the symbol confirms: "Kết luận liên ngành tư pháp Trung ương số".
const FAR_WORDS: usize = 9;

/// The same without "số": "Kết luận thanh tra 07/KL-TTr".
const NEAR_WORDS: usize = 4;

/// Reads what stands before the number at `at`.
pub(super) fn lead(text: &str, at: usize) -> Lead {
    let from = floor(text, at.saturating_sub(REACH));
    let lead = lead_in(&text[from..at]);
    let moved = |range: Range<usize>| from + range.start..from + range.end;
    Lead { start: from + lead.start, issuer: lead.issuer.map(moved), ..lead }
}

/// Reads what stands at the end of `text`, before a number.
fn lead_in(text: &str) -> Lead {
    let at = text.len();
    let before = without_blanks(text);
    let mut lead = Lead { start: at, ..Lead::default() };
    let signed = before.ends_with([':', '.']);
    let unsigned = if signed { before.trim_end_matches([':', '.']).trim_end() } else { before };
    let mut rest = if signed { before.trim_end_matches(':').trim_end() } else { before };
    let label = label(unsigned).or_else(|| spoilt_label(unsigned));
    if let Some(label) = label {
        lead.foreign = numbers_something_else(&text[..label]);
        if !lead.foreign {
            lead.labelled = true;
            lead.start = label;
            rest = without_blanks(&text[..label]);
        }
    }
    if let Some((start, kind)) = type_before(rest, lead.labelled) {
        return Lead { start, kind, named: true, ..lead };
    }
    if !lead.labelled {
        return lead;
    }
    let rest = rest.trim_end_matches(':').trim_end();
    inserted(rest, &lead).or_else(|| issued(text, rest, &lead)).unwrap_or(lead)
}

/// Where the "số" at the end of `text` begins; scans lose its marks ("sô", "só", "so").
fn label(text: &str) -> Option<usize> {
    let mut back = text.char_indices().rev();
    let (_, vowel) = back.next()?;
    let (start, letter) = back.next()?;
    let is_so = matches!(letter, 's' | 'S')
        && matches!(vowel, 'ố' | 'ô' | 'ó' | 'ồ' | 'o' | 'Ố' | 'Ô' | 'Ó' | 'Ồ' | 'O');
    let alone = back.next().is_none_or(|(_, c)| !is_word(c));
    // "Chỉ thịsố"
    let glued = || vowel == 'ố' && type_at_end(&text[..start]).is_some();
    (is_so && (alone || glued())).then_some(start)
}

/// "sổ", "sỗ" of a scan: a word of its own elsewhere, so a type must stand before it.
fn spoilt_label(text: &str) -> Option<usize> {
    let start = ["sổ", "sỗ", "sõ", "sò"].iter().find_map(|word| text.strip_suffix(word))?.len();
    type_before(text[..start].trim_end(), true).map(|_| start)
}

/// Words before "số" that number no document ("Mẫu số 01", "tài khoản số") or make another word of it
/// ("sĩ số", "chỉ số").
#[rustfmt::skip]
static NO_LABEL_BEHIND: Phrases = Phrases::new(&[
    "mẫu", "biểu", "lục", "bảng", "hình", "khoản", "nhà", "thoại", "đường", "phòng", "tờ", "xe",
    "thửa", "thẻ", "máy", "dãy", "tổ", "lô", "kho", "hộ", "trang", "câu", "bài", "sĩ", "chỉ", "hệ",
    "dân", "trị", "tổng", "biển", "mã", "tần", "tham", "phân", "chữ", "đa", "thiểu", "doanh", "con",
    "một", "ấp", "phố", "cống", "tàu", "đất", "hiệu", "lớp", "học", "kỳ",
]);

fn numbers_something_else(before: &str) -> bool {
    NO_LABEL_BEHIND.hold(last_word(without_blanks(before)))
}

/// Words for a document that name no type.
const GENERAL: [&str; 4] = ["vanban", "congthu", "giayphep", "phieutrinh"];

/// The type `text` ends with, and where it begins; behind "số" its letters may be damaged.
fn type_before(text: &str, labelled: bool) -> Option<(usize, Option<&'static DocumentType>)> {
    if let Some((kind, start)) = type_at_end(text) {
        return Some((start, Some(kind)));
    }
    if let Some((_, start)) = ending(text, &GENERAL, |key| key) {
        return Some((start, None));
    }
    let mut words = word_starts_back(text);
    let last = words.next()?;
    let bare = &text[last..].trim_start_matches(|c: char| !is_word(c));
    if bare.starts_with(char::is_uppercase)
        && let Some(kind) = type_of_code(bare)
    {
        return Some((text.len() - bare.len(), Some(kind)));
    }
    if !labelled {
        return None;
    }
    let two = words.next()?;
    let bare = text[two..].trim_start_matches(|c: char| !is_word(c));
    // "phối hợp công tác" is no damaged "hợp đồng".
    let before = without_blanks(&text[..text.len() - bare.len()]);
    // Nor is "HỘI ĐỒNG BỘ TRƯỞNG".
    if is_spelt(last_word(before), &["phối"]) || opens_spelt(bare, "hội đồng").is_some() {
        return None;
    }
    let letters = bare.chars().filter_map(fold).count();
    let close = |kind: &&DocumentType| {
        (kind.key.len() > 6 || kind.key.len() == 6 && bare.starts_with(char::is_uppercase))
            && letters.abs_diff(kind.key.len()) <= forgiven(kind.key)
            && near(bare, kind.key).is_some()
    };
    let kind = TYPES.iter().find(close)?;
    Some((text.len() - bare.len(), Some(kind)))
}

/// Where the words of `text` begin, the last first.
fn word_starts_back(text: &str) -> impl Iterator<Item = usize> {
    let mut end = text.len();
    std::iter::from_fn(move || {
        let words = without_blanks(&text[..end]);
        if words.is_empty() {
            return None;
        }
        end = behind_last(words, char::is_whitespace);
        Some(end)
    })
}

/// A type with more words before "số": "Công văn hỏa tốc số", "Chương trình hành động số".
fn inserted(rest: &str, lead: &Lead) -> Option<Lead> {
    for start in word_starts_back(rest).take(INSERTED_WORDS) {
        let word = &rest[start..];
        let first = word.split_whitespace().next().unwrap_or_default();
        let joins = ["tại", "của", "về", "theo", "trong", "và", "cho", "kèm", "từ", "bởi", "các"];
        if first.contains([',', ';', '.', ':', '(', ')']) || is_spelt(first, &joins) {
            return None;
        }
        let before = rest[..start].trim_end();
        if let Some((start, kind)) = type_before(before, true) {
            return Some(Lead { start, kind, named: true, ..lead.clone() });
        }
    }
    None
}

/// A type with its issuer before "số": "Quyết định của Thủ tướng Chính phủ số".
fn issued(text: &str, rest: &str, lead: &Lead) -> Option<Lead> {
    let of = rest.rfind(" của ").or_else(|| rest.rfind(" CỦA "))?;
    let body = of + " của ".len();
    let end = issuer(text, body, Print::at(&text[of + 1..body]))?;
    if end != rest.len() {
        return None;
    }
    let (start, kind) = type_before(&rest[..of], true)?;
    Some(Lead { start, kind, named: true, issuer: Some(body..end), ..lead.clone() })
}

/// Whether `text` begins with a document and its number: "Nghị quyết số 5", "số 12/KH-UBND".
pub(super) fn names_document(text: &str) -> bool {
    let figure = |rest: &str| rest.trim_start().starts_with(|c: char| c.is_ascii_digit());
    let labelled = |rest: &str| {
        let rest = rest.trim_start();
        starts_with_skeleton(rest, "so").is_some_and(|len| {
            let behind = rest[len..].trim_start_matches([' ', ':', '.', '…']);
            figure(behind) || behind.starts_with(['/', '-'])
        })
    };
    let first = text.chars().next();
    if first.is_some_and(|c| matches!(c, 's' | 'S')) && labelled(text) {
        return true;
    }
    type_at_start(text).is_some_and(|(kind, len)| {
        let rest = &text[len..];
        let law = matches!(kind.code, Some("Luật" | "Bộ luật" | "Pháp lệnh"));
        figure(rest) && !counts_years(rest)
            || labelled(rest)
            || law && text.starts_with(char::is_uppercase)
    })
}

/// "Kế hoạch 5 năm": the figure is how long it lasts.
fn counts_years(rest: &str) -> bool {
    let figure = rest.trim_start();
    let behind = figure.trim_start_matches(|c: char| c.is_ascii_digit());
    matches!(&figure[..figure.len() - behind.len()], "5" | "05" | "10")
        && behind.strip_prefix(' ').is_some_and(|behind| behind.starts_with("năm "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> (&str, Option<&'static str>, bool) {
        let lead = lead(text, text.len());
        (&text[lead.start..], lead.kind.and_then(|kind| kind.code), lead.labelled)
    }

    #[test]
    fn types_before_a_number() {
        for (text, start, code, labelled) in [
            ("Căn cứ Kế hoạch số ", "Kế hoạch số ", Some("KH"), true),
            ("theo Kết luận ", "Kết luận ", Some("KL"), false),
            ("các Nghị quyết số: ", "Nghị quyết số: ", Some("NQ"), true),
            ("THÔNG TƯ LIÊN TỊCH SỐ ", "THÔNG TƯ LIÊN TỊCH SỐ ", Some("TTLT"), true),
            ("Chương trình hành động số ", "Chương trình hành động số ", Some("CTr"), true),
            ("Công văn hỏa tốc số ", "Công văn hỏa tốc số ", Some("CV"), true),
            ("Nghị dịnh sô ", "Nghị dịnh sô ", Some("NĐ"), true),
            ("theo QĐ số ", "QĐ số ", Some("QĐ"), true),
            ("nhận Văn bản số ", "Văn bản số ", None, true),
            (
                "Quyết định của Thủ tướng Chính phủ số ",
                "Quyết định của Thủ tướng Chính phủ số ",
                Some("QĐ"),
                true,
            ),
            ("và số ", "số ", None, true),
            ("theo ", "", None, false),
            ("cán bộ Sở ", "", None, false),
            ("của HỘI ĐỒNG số ", "số ", None, true),
            ("theo HƠP ĐỔNG số ", "HƠP ĐỔNG số ", Some("HĐ"), true),
        ] {
            assert_eq!(of(text), (start, code, labelled), "{text}");
        }
    }
}
