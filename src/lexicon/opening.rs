//! Which keys of a table a text opens with.
//!
//! The first two letters of the text sort nearly all keys out; for those that are left the text is
//! folded once, and compared with each.

use super::{fold, is_word, starts_with_skeleton};

/// The first two letters of a text, by skeleton.
#[derive(Debug, Clone, Copy)]
struct Initials {
    first: u8,
    /// 0 where none follows.
    second: u8,
}

impl Initials {
    fn of(text: &str) -> Option<Self> {
        let mut chars = text.chars();
        let first = chars.next().and_then(fold)?;
        let second = chars.find_map(|c| fold(c).or_else(|| is_word(c).then_some(0)));
        Some(Self { first, second: second.unwrap_or_default() })
    }

    /// Whether a text with these letters may open with `key`.
    fn may_open(self, key: &str) -> bool {
        let key = key.as_bytes();
        key[0] == self.first && key.get(1).is_none_or(|letter| *letter == self.second)
    }
}

/// Letters of the longest key.
const LONGEST: usize = 128;

/// The letters a text opens with.
struct Opening {
    letters: [u8; LONGEST],
    /// Where each of them ends in the text.
    ends: [u32; LONGEST],
    /// By bits: behind which of them a word ends.
    whole: u128,
    len: usize,
}

impl Opening {
    /// The first `most` letters of `text`.
    fn of(text: &str, most: usize) -> Self {
        let (mut letters, mut ends, mut whole, mut len) = ([0; LONGEST], [0; LONGEST], 0, 0);
        let mut chars = text.chars();
        let ended = loop {
            let Some(c) = chars.next() else { break true };
            match fold(c) {
                Some(letter) if len < most => {
                    letters[len] = letter;
                    ends[len] = (text.len() - chars.as_str().len()) as u32;
                    len += 1;
                }
                None if len > 0 && !is_word(c) => whole |= 1 << (len - 1),
                _ => break false,
            }
        };
        if ended && len > 0 {
            whole |= 1 << (len - 1);
        }
        Self { letters, ends, whole, len }
    }

    /// How many bytes of the text `key` takes; it must end where a word ends.
    fn takes(&self, key: &str) -> Option<usize> {
        let last = key.len() - 1;
        // Few letters end a word.
        let whole = last < self.len && self.whole >> last & 1 == 1;
        let opens = whole && self.letters[..=last] == *key.as_bytes();
        opens.then(|| self.ends[last] as usize)
    }
}

/// The longest key of `rows` that opens `text`, by skeleton: its row, and how many bytes of `text` it
/// takes.
///
/// The rows are in the order of the first letters of their keys. A key must end where a word ends, and
/// `holds` may refuse it; see [`starts_with_skeleton`].
pub(crate) fn longest_opening<'r, R>(
    rows: &'r [R],
    key: impl Fn(&R) -> &'static str,
    text: &str,
    holds: impl Fn(&R, usize) -> bool,
) -> Option<(&'r R, usize)> {
    let initials = Initials::of(text)?;
    let first = |row: &R| key(row).as_bytes()[0];
    let rows = &rows[rows.partition_point(|row| first(row) < initials.first)..];
    let rows = rows.iter().take_while(|row| first(row) == initials.first);
    let rows = rows.filter(|row| initials.may_open(key(row)));
    let most = rows.clone().map(|row| key(row).len()).max()?;
    let opening = Opening::of(text, most.min(LONGEST));
    let opens = |row: &'r R| Some((row, opening.takes(key(row))?));
    let found = rows.filter_map(opens).filter(|(row, end)| holds(row, *end));
    found.max_by_key(|(_, end)| *end)
}

/// The first of `keys` that begins `text`, by skeleton; see [`starts_with_skeleton`].
pub(crate) fn begins_with_any<'k>(text: &str, keys: &[&'k str]) -> Option<&'k str> {
    let mut keys = openers(text, keys)?;
    keys.find(|key| starts_with_skeleton(text, key).is_some())
}

/// Whether `word` is one of `keys`, by skeleton.
pub(crate) fn is_one_of(word: &str, keys: &[&str]) -> bool {
    let Some(mut keys) = openers(word, keys) else { return false };
    keys.any(|key| starts_with_skeleton(word, key) == Some(word.len()))
}

/// Those of `keys` that have the first two letters of `text`; `None` if none has the first.
fn openers<'k>(text: &str, keys: &[&'k str]) -> Option<impl Iterator<Item = &'k str>> {
    let first = text.chars().next().and_then(fold)?;
    let at = keys.iter().position(|key| key.as_bytes()[0] == first)?;
    let initials = Initials::of(text)?;
    Some(keys[at..].iter().copied().filter(move |key| initials.may_open(key)))
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEYS: &[&str] = &["mot", "motbon", "motbonnam", "nam", "namba", "y"];

    #[test]
    fn finds_the_longest_key() {
        for (text, want) in [
            ("Một", Some("Một")),
            ("Một bốn sáu", Some("Một bốn")),
            ("MỘT - BỐN, NĂM", Some("MỘT - BỐN, NĂM")),
            ("Một bốn nămx", Some("Một bốn")),
            ("Một bốn năm sáu bảy tám chín mười một hai", Some("Một bốn năm")),
            ("Mộtx", None),
            ("Mộtж", None),
            ("Năm", Some("Năm")),
            ("Y", Some("Y")),
            ("Y ж", Some("Y")),
            ("(Năm)", None),
            ("", None),
        ] {
            let found = longest_opening(KEYS, |key| key, text, |_, _| true);
            assert_eq!(found.map(|(_, end)| &text[..end]), want, "{text}");
        }
    }

    #[test]
    fn a_key_may_be_refused() {
        let text = "Một bốn năm";
        let found = longest_opening(KEYS, |key| key, text, |key, _| key.len() < 9);
        assert_eq!(found.map(|(_, end)| &text[..end]), Some("Một bốn"));
    }

    #[test]
    fn agrees_with_the_comparison_of_one_key() {
        for text in ["Một", "một  bốn", "Mốt-bon nam", "Nam ba", "namb", "Y", "yж", "Một, ж"]
        {
            for key in KEYS {
                assert_eq!(
                    Opening::of(text, LONGEST).takes(key),
                    starts_with_skeleton(text, key),
                    "{text}"
                );
            }
        }
    }
}
