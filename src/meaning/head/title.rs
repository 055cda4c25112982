//! The type line: "KẾ HOẠCH", "K Ế  H O Ạ C H", "KÉ HOẠCH", "KẾ HOẠCH CẢI CÁCH HÀNH CHÍNH NĂM 2025".

use std::ops::Range;

use crate::layout::Sheet;
use crate::lexicon::types::{DocumentType, TYPES, type_at_start};
use crate::lexicon::{
    Phrases, fold, forgiven, is_dash, is_upper, is_word, near, starts_with_skeleton,
};

/// How far a type line can be trusted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Trust {
    /// Capitals, as NĐ 30/2020 prescribes.
    Sure,
    /// Capitals with damaged letters: only where a title is expected.
    Damaged,
    /// Lower case, alone on its line: only if no other line is a title.
    Plain,
}

/// A type line.
#[derive(Debug, Clone)]
pub(super) struct TypeLine {
    /// The type it names; `None` for a title of no known type.
    pub(super) kind: Option<&'static DocumentType>,
    /// The title.
    pub(super) range: Range<usize>,
    /// The subject, if it stands on the same line.
    pub(super) rest: Option<Range<usize>>,
    /// How far it can be trusted.
    pub(super) trust: Trust,
}

/// Letters of a line that can be a damaged title: the longest type has twenty.
const DAMAGED_LENGTH: usize = 60;

/// Reads the type line from words of the first page.
pub(super) fn type_line(sheet: &Sheet<'_>, range: &Range<usize>) -> Option<TypeLine> {
    let text = sheet.slice(range);
    let start = text.find(is_word)?;
    let text = &text[start..];
    let at = range.start + start;
    if !text.starts_with(char::is_uppercase) {
        return None;
    }
    let Some((kind, len)) = type_at_start(text) else { return damaged(text, at) };
    let (typed, rest) = text.split_at(len);
    let bare = !rest.contains(is_word);
    let line = |len: usize, rest: Option<Range<usize>>, trust| {
        Some(TypeLine { kind: Some(kind), range: at..at + len, rest, trust })
    };
    if !is_upper(typed) {
        return if bare && spelled(typed, kind) { line(len, None, Trust::Plain) } else { None };
    }
    if bare {
        return line(len, None, Trust::Sure);
    }
    let words = rest.trim_start_matches([' ', '.', ':', '_']);
    if belongs_to_type(words) {
        return line(text.trim_end().len(), None, Trust::Sure);
    }
    let from = at + len + (rest.len() - words.len());
    let subject = from..range.end;
    (!names_one(words) && words.starts_with(char::is_alphabetic))
        .then(|| line(len, Some(subject), Trust::Sure))
        .flatten()
}

/// "QUYẾT ĐỊNH SỐ 5", "KẾ HOẠCH 12/KH-UBND" and "CÔNG VĂN ĐẾN" name a document and begin none: whether such words stand
/// behind a type.
fn names_one(words: &str) -> bool {
    words.starts_with(|c: char| c.is_ascii_digit())
        || ["so", "den", "nay"].iter().any(|key| starts_with_skeleton(words, key).is_some())
}

/// Reads type and subject from a line in small letters: "Kế hoạch kiểm tra cuối năm học 2024 - 2025".
pub(super) fn small_type_line(sheet: &Sheet<'_>, range: &Range<usize>) -> Option<TypeLine> {
    /// Bytes of the longest heading of this kind.
    const LONGEST: usize = 240;
    /// Words with which a sentence about a document goes on.
    static GOES_ON: Phrases = Phrases::new(&[
        "bao gồm",
        "chưa",
        "cần",
        "của",
        "do",
        "gồm",
        "không",
        "là",
        "phải",
        "trên",
        "và",
        "đã",
        "được",
    ]);
    let text = sheet.slice(range);
    let (kind, len) = type_at_start(text).filter(|_| text.len() <= LONGEST)?;
    let (typed, rest) = text.split_at(len);
    let words = rest.strip_prefix(' ')?.trim_start();
    let heading = text.starts_with(char::is_uppercase)
        && spelled(typed, kind)
        && !names_one(words)
        && !GOES_ON.open(words)
        && words.starts_with(|c: char| c.is_alphabetic() || matches!(c, '“' | '"'))
        && text.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '”' | '"' | ')'));
    heading.then(|| TypeLine {
        kind: Some(kind),
        range: range.start..range.start + len,
        rest: Some(range.end - words.len()..range.end),
        trust: Trust::Plain,
    })
}

/// Whether what follows a type is part of the title: "THÔNG TƯ HƯỚNG DẪN", "KẾ HOẠCH, NHIỆM VỤ".
fn belongs_to_type(words: &str) -> bool {
    words.starts_with(|c| is_dash(c) || matches!(c, ',' | '(' | '/')) && is_upper(words)
        || TYPES.iter().any(|kind| spells(words, kind.key)) && is_upper(words)
}

/// Whether the letters of a text are those of `key`.
fn spells(text: &str, key: &str) -> bool {
    text.chars().filter_map(fold).eq(key.bytes())
}

/// Which letters a text has.
#[derive(Debug, Default, Clone, Copy)]
struct LetterSet(u64);

impl LetterSet {
    fn add(&mut self, letter: u8) {
        self.0 |= 1 << (letter & 63);
    }

    /// How many different letters of `key` are not among these.
    fn missing(self, key: &str) -> usize {
        let mut wanted = Self::default();
        key.bytes().for_each(|letter| wanted.add(letter));
        (wanted.0 & !self.0).count_ones() as usize
    }
}

/// A type line that is a type give or take a few letters.
fn damaged(text: &str, at: usize) -> Option<TypeLine> {
    if text.len() > DAMAGED_LENGTH || !is_upper(text) {
        return None;
    }
    let (mut count, mut letters) = (0, LetterSet::default());
    for letter in text.chars().filter_map(fold) {
        letters.add(letter);
        count += 1;
    }
    // No edit changes the length by more than one letter, or brings back more than one.
    let may = |kind: &&DocumentType| {
        let edits = forgiven(kind.key);
        edits > 0 && kind.key.len().abs_diff(count) <= edits && letters.missing(kind.key) <= edits
    };
    let kind = TYPES.iter().filter(may).find(|kind| near(text, kind.key).is_some())?;
    let len = text.trim_end_matches(|c: char| !is_word(c)).len();
    Some(TypeLine { kind: Some(kind), range: at..at + len, rest: None, trust: Trust::Damaged })
}

/// Whether the letters of a title are those of the type, and not only its skeleton; a title without
/// any marks counts as spelled too.
pub(super) fn spelled(text: &str, kind: &DocumentType) -> bool {
    if text.is_ascii() {
        return true;
    }
    plain(text).eq(plain(kind.name)) || placed(text) == placed(kind.name)
}

/// The letters of a text in lower case.
#[expect(clippy::disallowed_methods, reason = "both sides are lowered letter by letter")]
fn plain(text: &str) -> impl Iterator<Item = char> + '_ {
    text.chars().filter(|c| is_word(*c)).flat_map(char::to_lowercase)
}

/// The same with one placement of the tone; both are right: thỏa/thoả, ủy/uỷ.
fn placed(text: &str) -> String {
    plain(text).collect::<String>().replace("oả", "ỏa").replace("uỷ", "ủy")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::normalize;

    fn read(text: &str) -> Option<(&'static str, String, Option<String>, Trust)> {
        let clean = normalize(text);
        let sheet = Sheet::new(&clean.text, &clean.map);
        let found = type_line(&sheet, &sheet.lines[0].range)?;
        let rest = found.rest.map(|rest| sheet.slice(&rest).to_owned());
        let title = sheet.slice(&found.range).to_owned();
        Some((found.kind?.name, title, rest, found.trust))
    }

    #[test]
    fn type_lines() {
        for (text, name, title, rest, trust) in [
            ("KẾ HOẠCH", "Kế hoạch", "KẾ HOẠCH", None, Trust::Sure),
            (": KẾ HOẠCH -", "Kế hoạch", "KẾ HOẠCH", None, Trust::Sure),
            ("K Ế  H O Ạ C H", "Kế hoạch", "K Ế  H O Ạ C H", None, Trust::Sure),
            ("KÉ HOẠCH", "Kế hoạch", "KÉ HOẠCH", None, Trust::Sure),
            ("KÉẾ HOẠCH", "Kế hoạch", "KÉẾ HOẠCH", None, Trust::Damaged),
            ("Kế hoạch", "Kế hoạch", "Kế hoạch", None, Trust::Plain),
            ("THÔNG TƯ HƯỚNG DẪN", "Thông tư", "THÔNG TƯ HƯỚNG DẪN", None, Trust::Sure),
            ("KẾ HOẠCH LIÊN TỊCH", "Kế hoạch liên tịch", "KẾ HOẠCH LIÊN TỊCH", None, Trust::Sure),
            (
                "KẾ HOẠCH CẢI CÁCH HÀNH CHÍNH NĂM 2025",
                "Kế hoạch",
                "KẾ HOẠCH",
                Some("CẢI CÁCH HÀNH CHÍNH NĂM 2025"),
                Trust::Sure,
            ),
        ] {
            let want = (name, title.to_owned(), rest.map(str::to_owned), trust);
            assert_eq!(read(text), Some(want), "{text}");
        }
    }

    #[test]
    fn headings_in_small_letters() {
        let read = |text: &str| {
            let clean = normalize(text);
            let sheet = Sheet::new(&clean.text, &clean.map);
            let found = small_type_line(&sheet, &sheet.lines[0].range)?;
            Some((sheet.slice(&found.range).to_owned(), sheet.slice(&found.rest?).to_owned()))
        };
        let kept = read("Kế hoạch kiểm tra cuối năm học 2024 - 2025");
        assert_eq!(kept, Some(("Kế hoạch".into(), "kiểm tra cuối năm học 2024 - 2025".into())));
        for text in [
            "Kế hoạch này được gửi các đơn vị",
            "Kế hoạch số 12/KH-UBND",
            "Kế hoạch của Sở gồm ba phần",
            "Kế hoạch trồng cây được duyệt.",
            "kế hoạch trồng cây",
            "Kế hoạch",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn near_misses() {
        for text in [
            "Kế hoạch năm 2024",
            "kế hoạch",
            "KẾ HOẠCH 12/KH-UBND",
            "CÔNG VĂN ĐẾN",
            "QUYẾT ĐỊNH SỐ 5",
            "KẾ TOÁN",
            "Kê hoạch",
            "SỞ KẾ HOẠCH VÀ ĐẦU TƯ",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
