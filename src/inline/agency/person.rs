//! Persons who are named: "đồng chí Nguyễn Văn A - Phó Giám đốc".

use super::phrase::{REACH, phrase};
use super::{blanks_behind, word_len};
use crate::lexicon::agents::{head, post};
use crate::lexicon::organ;

/// Whether the name of a person begins here: behind "đồng chí", two capitals in a row that are no body.
pub(super) fn begins_person(text: &str) -> bool {
    let mut words = text.split(' ');
    let large = |word: &str| word.starts_with(char::is_uppercase);
    let two = words.next().is_some_and(large) && words.next().is_some_and(large);
    // "Vũ Văn Tám" is no "vụ".
    two && (organ(text).is_none() || !head(text)) && post(text).is_none()
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
