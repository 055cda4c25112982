//! Marks of secrecy, urgency and draft on the first page.

use super::{begins_with_any, exact_prefix, is_upper, starts_with_skeleton};

/// What a mark says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mark {
    /// "Độ mật" (NĐ 30/2020 Phụ lục I, box 10a).
    Secrecy,
    /// "Độ khẩn" (box 10b).
    Urgency,
    /// "Dự thảo" (TT 01/2011/TT-BNV, and habit since).
    Draft,
}

/// Skeletons of the marks; a mark that begins another stands behind it.
const MARKS: &[(&str, Mark)] = &[
    ("tuyetmat", Mark::Secrecy),
    ("toimat", Mark::Secrecy),
    ("hoatochengio", Mark::Urgency),
    ("hoatoc", Mark::Urgency),
    ("thuongkhan", Mark::Urgency),
    ("duthao", Mark::Draft),
];

/// Marks of one syllable, by their exact spelling: as skeletons they are everyday words.
const EXACT: &[(&str, Mark)] = &[
    ("MẬT", Mark::Secrecy),
    ("Mật", Mark::Secrecy),
    ("KHẨN", Mark::Urgency),
    ("Khẩn", Mark::Urgency),
];

/// The mark at the start of `text` and the bytes it takes. Capitals may be followed by other words,
/// even glued to them ("DỰ THẢOSố:"); in lower case it must stand alone.
pub(crate) fn mark(text: &str) -> Option<(Mark, usize)> {
    let first = text.chars().next()?;
    if !matches!(first, 'T' | 'M' | 'H' | 'K' | 'D' | 'Đ') {
        return None;
    }
    if let Some((word, mark)) = EXACT.iter().find(|(word, _)| *word == text) {
        return Some((*mark, word.len()));
    }
    let (mark, len) = MARKS.iter().find_map(|(key, mark)| {
        let len = exact_prefix(text, key)?;
        Some((*mark, len))
    })?;
    if mark == Mark::Draft {
        let len = len + draft_count(&text[len..]);
        let alone = len == text.len();
        return (alone || is_upper(&text[..len])).then_some((mark, len));
    }
    (len == text.len() || is_upper(&text[..len])).then_some((mark, len))
}

/// Words before a mark that say what it is about, as skeletons.
const LABELS: &[&str] = &["domat", "mucdomat", "dokhan", "mucdokhan"];

/// The label of a mark at the start of `text`, with its colon: "Độ mật:" of "Độ mật: Tối mật".
pub(crate) fn mark_label(text: &str) -> Option<usize> {
    let end = begins_with_any(text, LABELS).and_then(|key| starts_with_skeleton(text, key))?;
    let colon = end + text[end..].find(|c| c != ' ')?;
    (text.starts_with(char::is_uppercase) && text[colon..].starts_with(':')).then_some(colon + 1)
}

/// How much of what follows "DỰ THẢO" counts the draft: "LẦN 2", "LẦN THỨ II", "3", "(1)".
fn draft_count(text: &str) -> usize {
    let mut at = text.len() - text.trim_start().len();
    let word = ["lanthu", "lan"].iter().find_map(|key| starts_with_skeleton(&text[at..], key));
    at += word.unwrap_or_default();
    let count = text[at..].trim_start_matches([' ', '(']);
    at = text.len() - count.len();
    let len = count.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(count.len());
    let counts = (1..=4).contains(&len)
        && (count[..len].bytes().all(|b| b.is_ascii_digit())
            || count[..len].bytes().all(|b| matches!(b, b'I' | b'V' | b'X')));
    if !counts {
        return 0;
    }
    at += len;
    at + usize::from(text[at..].starts_with(')'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_of_marks() {
        for (text, want) in [
            ("Độ mật: Tối mật", Some("Độ mật:")),
            ("ĐỘ KHẨN : HỎA TỐC", Some("ĐỘ KHẨN :")),
            ("Mức độ mật:", Some("Mức độ mật:")),
            ("Độ mật", None),
            ("độ mật: cao", None),
            ("Độ mật độ: 5", None),
            ("Mật độ: 5", None),
        ] {
            assert_eq!(mark_label(text).map(|end| &text[..end]), want, "{text}");
        }
    }

    #[test]
    fn marks_of_the_first_page() {
        for (text, want) in [
            ("MẬT", Some((Mark::Secrecy, "MẬT"))),
            ("Mật", Some((Mark::Secrecy, "Mật"))),
            ("TUYỆT MẬT", Some((Mark::Secrecy, "TUYỆT MẬT"))),
            ("HOẢ TỐC", Some((Mark::Urgency, "HOẢ TỐC"))),
            ("HÓA TỐC KẾ HOẠCH", Some((Mark::Urgency, "HÓA TỐC"))),
            ("DỰ THẢO", Some((Mark::Draft, "DỰ THẢO"))),
            ("Dự thảo lần 3", Some((Mark::Draft, "Dự thảo lần 3"))),
            ("DỰ THẢO LẦN 2", Some((Mark::Draft, "DỰ THẢO LẦN 2"))),
            ("DỰ THẢO (1)", Some((Mark::Draft, "DỰ THẢO (1)"))),
            ("DỰ THẢOSố: /KH", Some((Mark::Draft, "DỰ THẢO"))),
            ("DỰ THẢO KẾ HOẠCH", Some((Mark::Draft, "DỰ THẢO"))),
            ("MẶT TRẬN", None),
            ("MẶT", None),
            ("Dự thảo Nghị quyết", None),
            ("Mật độ dân số", None),
        ] {
            let found = mark(text).map(|(mark, len)| (mark, &text[..len]));
            assert_eq!(found, want, "{text}");
        }
    }
}
