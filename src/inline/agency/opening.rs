//! What the words at the beginning of a text are for a name: part of it, another body, a deed.

use super::word_len;
use crate::lexicon::agents::{completion, compound, no_body, noun};
use crate::lexicon::assignments::label;
use crate::lexicon::bodies::place_word;
use crate::lexicon::duties::verb;
use crate::lexicon::issuers::known_issuer;
use crate::lexicon::types::type_at_start;
use crate::lexicon::{Start, opens_spelt};

/// Whether a ministry or department opens a text. One stands in no other's name, so a second begins another body, with
/// or without a sign between them.
pub(super) fn department(text: &str) -> bool {
    ["Bộ ", "Sở "].iter().any(|kind| text.starts_with(*kind)) && known_issuer(text).is_some()
}

/// How many bytes of `text` a name takes that is known by heart, without what its body does: "Văn phòng Sở xây dựng kế
/// hoạch", where "Sở xây dựng" may be another one.
pub(super) fn by_heart(text: &str) -> Option<usize> {
    let len = known_issuer(text)?;
    let mut words = text[..len].match_indices(' ').map(|(at, _)| at);
    let deed = words.rfind(|at| verb(&text[at + 1..]) == Some(len - at - 1));
    let Some(deed) = deed.filter(|at| text[at + 1..].starts_with(char::is_lowercase)) else {
        return Some(len);
    };
    // "Sở xây dựng chủ trì", "Sở xây dựng, Sở y tế" have a name in small letters.
    let behind = &text[len..];
    let next = behind.trim_start();
    let goes_on = next.starts_with(char::is_lowercase) && verb(next).is_none()
        || chains(behind)
        || next.starts_with("báo cáo");
    if !goes_on {
        return Some(len);
    }
    known_issuer(&text[..deed])
}

/// Whether a verb goes on behind a comma: "tổng hợp, báo cáo".
pub(super) fn chains(behind: &str) -> bool {
    behind.strip_prefix(", ").is_some_and(|next| {
        let body = noun(next).is_some() && !no_body(next);
        next.starts_with(char::is_lowercase) && verb(next).is_some() && !body
    })
}

/// Bytes of the first word of the name of a field, with its second syllable where both are one word: "Xây dựng", "Đăng
/// ký", "Hậu cần".
pub(super) fn field_word(text: &str) -> usize {
    let first = word_len(text);
    let start = Start::from(text);
    let Some(whole) = compound(start).max(completion(start)).max(verb(start)) else { return first };
    if whole <= first || !text[first..].starts_with(' ') {
        return first;
    }
    let second = word_len(&text[first + 1..]);
    if second == 0 { first } else { first + 1 + second }
}

/// Whether a text is the header of a table that was not read: "TT Nội dung Đơn vị chủ trì", but not "TT Y tế".
pub(super) fn heads_columns(text: &str) -> bool {
    const WORDS: usize = 2;
    let Some(columns) = text.strip_prefix("TT ") else { return false };
    let end = columns.match_indices(' ').nth(WORDS - 1).map_or(columns.len(), |(at, _)| at);
    label(&columns[..end]).is_some()
}

/// Whether a word for a body is a verb here: "Tổ chức tốt", "Báo cáo", not "Thanh tra tỉnh".
pub(super) fn acts(rest: Start<'_>) -> bool {
    let Some(len) = verb(rest) else { return false };
    let behind = rest[len..].trim_start();
    // "tổ chức, đoàn thể có liên quan", "tổ chức có liên quan" are bodies.
    if opens_spelt(&rest, "tổ chức") == Some(len) {
        let next = behind.strip_prefix(", ");
        let counted = next.is_some_and(|next| noun(next).is_some() && verb(next).is_none());
        let meant = ["có liên quan", "liên quan"].iter().any(|w| opens_spelt(behind, w).is_some());
        if counted || meant {
            return false;
        }
    }
    let named = behind.starts_with(char::is_uppercase) || place_word(behind).is_some();
    noun(rest).is_none_or(|noun| noun <= len)
        && (!named || opens_spelt(&rest, "tổ chức").is_some())
        && len > word_len(&rest)
}

/// "Kế hoạch số", "Nghị quyết 57": a name ends before a document.
pub(super) fn begins_document(text: &str) -> bool {
    type_at_start(text).is_some_and(|(kind, len)| {
        let behind = text[len..].trim_start();
        behind.starts_with(|c: char| c.is_ascii_digit())
            || opens_spelt(behind, "số").is_some()
            || matches!(kind.code, Some("Luật" | "Bộ luật" | "HP" | "Pháp lệnh"))
    })
}
