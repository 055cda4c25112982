//! Which key of a sorted table a text opens with.
//!
//! The letters of the text lead down the table: each leaves only the keys that go on with it, so a
//! text that opens with none of a hundred keys is known after two or three letters.

use super::{fold, is_word};

/// The longest of the `rows` that opens `text`, by skeleton, and how many bytes of `text` it takes.
///
/// The rows are sorted by their keys. A key must end where a word ends, and `holds` may refuse it;
/// see [`starts_with_skeleton`](super::starts_with_skeleton).
pub(crate) fn longest_opening<'r, R>(
    rows: &'r [R],
    key: impl Fn(&R) -> &'static str,
    text: &str,
    holds: impl Fn(&R, usize) -> bool,
) -> Option<(&'r R, usize)> {
    let mut rows = rows;
    let mut longest = None;
    let mut letters = 0;
    for (at, c) in text.char_indices() {
        let Some(letter) = fold(c) else {
            if letters == 0 || is_word(c) {
                break;
            }
            continue;
        };
        let next = |row: &R| key(row).as_bytes().get(letters).copied();
        rows = &rows[rows.partition_point(|row| next(row) < Some(letter))..];
        rows = &rows[..rows.partition_point(|row| next(row) == Some(letter))];
        letters += 1;
        let Some(first) = rows.first() else { break };
        let end = at + c.len_utf8();
        let whole = key(first).len() == letters && !text[end..].starts_with(is_word);
        if whole && holds(first, end) {
            longest = Some((first, end));
        }
    }
    longest
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEYS: &[&str] = &["mot", "motbon", "motbonnam", "nam", "namba"];

    #[test]
    fn finds_the_longest_key() {
        for (text, want) in [
            ("Một", Some("Một")),
            ("Một bốn sáu", Some("Một bốn")),
            ("MỘT - BỐN, NĂM", Some("MỘT - BỐN, NĂM")),
            ("Một bốn nămx", Some("Một bốn")),
            ("Mộtx", None),
            ("Năm", Some("Năm")),
            ("(Năm)", None),
            ("", None),
        ] {
            let found = longest_opening(KEYS, |key| key, text, |_, _| true);
            assert_eq!(found.map(|(_, end)| &text[..end]), want, "{text}");
        }
    }

    #[test]
    fn a_refused_key_leaves_a_shorter_one() {
        let text = "Một bốn năm";
        let found = longest_opening(KEYS, |key| key, text, |key, _| key.len() < 9);
        assert_eq!(found, Some((&"motbon", "Một bốn".len())));
    }
}
