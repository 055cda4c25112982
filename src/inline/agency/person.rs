//! Persons who are named: "đồng chí Nguyễn Văn A - Phó Giám đốc".

use super::phrase::{REACH, phrase};
use super::{blanks_behind, word_len};
use crate::lexicon::agents::{head, post};
use crate::lexicon::duties::verb;
use crate::lexicon::{is_word, opens_spelt, organ};

/// Whether the name of a person begins here: behind "đồng chí", two capitals in a row that are no body.
pub(super) fn begins_person(text: &str) -> bool {
    let mut words = text.split(' ');
    let large = |word: &str| word.starts_with(char::is_uppercase);
    let two = words.next().is_some_and(large) && words.next().is_some_and(large);
    // "Vũ Văn Tám" is no "vụ".
    two && (organ(text).is_none() || !head(text)) && post(text).is_none()
}

/// How many bytes words take that only say where persons are named: "có tên tại Điều 1", "có tên trong danh sách kèm
/// theo".
pub(super) fn named_elsewhere(text: &str) -> Option<usize> {
    const WORDS: usize = 8;
    const PLACES: &[&str] = &["tại", "trong", "ở", "theo", "nêu tại", "nêu trên", "trên"];
    let named = opens_spelt(text, "có tên")?;
    let mut end = blanks_behind(text, named);
    PLACES.iter().find_map(|place| opens_spelt(&text[end..], place))?;
    for _ in 0..WORDS {
        let rest = &text[end..];
        if verb(rest).is_some() || rest.starts_with(|c: char| !is_word(c)) {
            break;
        }
        end = blanks_behind(text, end + word_len(rest));
    }
    Some(text[..end].trim_end().len())
}

/// Byte behind the name of a person and the post behind it: "Nguyễn Văn A - Phó Giám đốc".
pub(super) fn person_end(text: &str, at: usize) -> usize {
    let mut end = at;
    loop {
        let from = blanks_behind(text, end);
        let len = word_len(&text[from..]);
        let word = &text[from..from + len];
        if word.is_empty() || !word.starts_with(char::is_uppercase) || from > at + REACH {
            break;
        }
        end = from + len;
    }
    let rest = text[end..].trim_start_matches([' ', ',', '-', '–']);
    if rest.len() < text[end..].len()
        && let Some(office) = phrase(text, text.len() - rest.len())
        && post(rest).is_some()
    {
        return office.end;
    }
    end
}
