//! Phrases compared with their marks: "theo dõi" is not "theo đòi".
//!
//! In running text the skeleton is too weak a key. These tables are compared letter by letter, capitals as
//! small ones, the tone mark of `oa`, `oe`, `uy` on either letter.

use std::ops::Deref;
use std::sync::OnceLock;

use super::{Spelling, fold, is_dash, is_word, letter, small};

/// How many bytes of `text` the phrase takes that it begins with; it must end where a word ends.
#[inline]
pub(crate) fn opens_spelt(text: &str, phrase: &str) -> Option<usize> {
    // Nearly every comparison ends at the first letters, most of which have no marks.
    let letters = text.bytes().zip(phrase.bytes());
    let mut plain = letters.take_while(|(a, b)| a.is_ascii() && b.is_ascii());
    if plain.any(|(a, b)| a | 0x20 != b | 0x20) {
        return None;
    }
    follow_spelt(text, phrase)
}

/// As [`opens_spelt`], for a name that has capitals.
pub(crate) fn opens_named(text: &str, name: &str) -> Option<usize> {
    let phrase: String = name.chars().map(small).collect();
    opens_spelt(text, &phrase)
}

fn follow_spelt(text: &str, phrase: &str) -> Option<usize> {
    if let Some(rest) = text.strip_prefix(phrase) {
        return (!rest.starts_with(is_word)).then_some(phrase.len());
    }
    let mut rest = text.chars();
    let mut wanted = phrase.chars();
    while let Some(want) = wanted.next() {
        let c = rest.next()?;
        if c == want || small(c) == want || want == '-' && is_dash(c) {
            continue;
        }
        // "hoá" is "hóa"; letters that are not of one stem never are.
        if fold(c) != fold(want) {
            return None;
        }
        let (next, other) = (wanted.next()?, rest.next()?);
        if moved_tone([want, next]) != Some([small(c), small(other)]) {
            return None;
        }
    }
    let rest = rest.as_str();
    (!rest.starts_with(is_word)).then_some(text.len() - rest.len())
}

/// Vowels whose tone mark moves, with each tone.
const VOWELS: [[char; 6]; 5] = [
    ['a', 'á', 'à', 'ả', 'ã', 'ạ'],
    ['e', 'é', 'è', 'ẻ', 'ẽ', 'ẹ'],
    ['o', 'ó', 'ò', 'ỏ', 'õ', 'ọ'],
    ['u', 'ú', 'ù', 'ủ', 'ũ', 'ụ'],
    ['y', 'ý', 'ỳ', 'ỷ', 'ỹ', 'ỵ'],
];

/// Two vowels with the tone mark on the other one, if one of them has it: "oá" for "óa".
fn moved_tone([first, second]: [char; 2]) -> Option<[char; 2]> {
    let find = |c| VOWELS.iter().find_map(|row| Some((row, row.iter().position(|v| *v == c)?)));
    let ((one, tone), (other, other_tone)) = (find(first)?, find(second)?);
    ((tone == 0) != (other_tone == 0)).then(|| [one[other_tone], other[tone]])
}

/// A text that is asked for in several tables of phrases: its first word is spelt once for all of them.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Start<'t> {
    text: &'t str,
    word: Spelling,
    /// Bytes of the first word, 0 if the text begins with none that a table may know.
    len: usize,
}

/// Letters of the longest word that begins a phrase; no syllable has more than seven.
const LONGEST_WORD: usize = 16;

impl<'t> From<&'t str> for Start<'t> {
    fn from(text: &'t str) -> Self {
        let bytes = text.as_bytes();
        let mut word = Spelling::EMPTY;
        let mut len = 0;
        for _ in 0..LONGEST_WORD {
            match bytes.get(len) {
                Some(byte) if byte.is_ascii_alphanumeric() => {
                    word.push(char::from(byte.to_ascii_lowercase()));
                    len += 1;
                }
                Some(byte) if !byte.is_ascii() => {
                    let c = text[len..].chars().next().unwrap_or_default();
                    let Some(letter) = letter(c) else { return Self { text, word, len } };
                    word.push(letter);
                    len += c.len_utf8();
                }
                _ => return Self { text, word, len },
            }
        }
        Self { text, word, len: 0 }
    }
}

impl Start<'_> {
    /// Bytes of the first word and the longest of `rests` that is behind it.
    fn goes_on(&self, rests: &[&str]) -> Option<usize> {
        let behind = &self.text[self.len..];
        rests.iter().filter_map(|rest| opens_spelt(behind, rest)).max().map(|len| self.len + len)
    }
}

impl Deref for Start<'_> {
    type Target = str;

    fn deref(&self) -> &str {
        self.text
    }
}

/// A table of phrases in small letters, in any order.
///
/// Nearly every text opens with none of them: its first word says so, and which phrases are left.
pub(crate) struct Phrases {
    rows: &'static [&'static str],
    by_word: OnceLock<ByWord>,
}

impl Phrases {
    /// A table of these rows.
    pub(crate) const fn new(rows: &'static [&'static str]) -> Self {
        Self { rows, by_word: OnceLock::new() }
    }

    /// The phrases, as they were given.
    pub(super) fn rows(&self) -> &'static [&'static str] {
        self.rows
    }

    /// The longest phrase that `text` begins with, in bytes of the text.
    #[inline]
    pub(crate) fn longest<'t>(&self, text: impl Into<Start<'t>>) -> Option<usize> {
        let start = text.into();
        if start.len == 0 {
            return None;
        }
        let rests = self.by_word.get_or_init(|| ByWord::of(self.rows)).rests(start.word)?;
        start.goes_on(rests)
    }

    /// Whether `word` is one of them.
    pub(crate) fn hold(&self, word: &str) -> bool {
        self.longest(word) == Some(word.len())
    }

    /// Whether `text` begins with one of them.
    pub(crate) fn open<'t>(&self, text: impl Into<Start<'t>>) -> bool {
        self.longest(text).is_some()
    }
}

/// Phrases by their first word.
struct ByWord {
    /// The words, each at the place its number says, or behind. Three quarters are empty: what opens no
    /// phrase is told at the first look.
    slots: Vec<Slot>,
    bits: u32,
    /// What the phrases have behind their first word.
    rests: Vec<&'static str>,
}

/// A word and the places of its phrases, of which there are none in an empty slot.
#[derive(Clone, Copy)]
struct Slot {
    word: Spelling,
    from: u16,
    to: u16,
}

impl ByWord {
    fn of(rows: &[&'static str]) -> Self {
        let mut entries: Vec<(Spelling, &'static str)> = Vec::new();
        for row in rows {
            let end = row.find(|c| !is_word(c)).unwrap_or(row.len());
            entries.extend(spellings(&row[..end]).into_iter().map(|word| (word, &row[end..])));
        }
        entries.sort_unstable();
        let bits = (4 * entries.len()).next_power_of_two().ilog2();
        let mut slots = vec![Slot { word: Spelling::EMPTY, from: 0, to: 0 }; 1 << bits];
        let mut from = 0;
        for chunk in entries.chunk_by(|a, b| a.0 == b.0) {
            let word = chunk[0].0;
            let mut at = word.slot(bits);
            while slots[at].to > 0 {
                at = (at + 1) % slots.len();
            }
            let to = from + chunk.len();
            slots[at] = Slot { word, from: from as u16, to: to as u16 };
            from = to;
        }
        Self { slots, bits, rests: entries.into_iter().map(|(_, rest)| rest).collect() }
    }

    /// What the phrases that open with this word have behind it.
    #[inline]
    fn rests(&self, word: Spelling) -> Option<&[&'static str]> {
        let mut at = word.slot(self.bits);
        loop {
            let slot = self.slots[at];
            if slot.to == 0 {
                return None;
            }
            if slot.word == word {
                return Some(&self.rests[usize::from(slot.from)..usize::from(slot.to)]);
            }
            at = (at + 1) % self.slots.len();
        }
    }
}

/// The ways to spell the first word of a phrase: the tone mark of two vowels may stand on either, but
/// the first letter is as it is.
fn spellings(word: &str) -> Vec<Spelling> {
    let spelling = |letters: &[char]| {
        let mut spelling = Spelling::EMPTY;
        for letter in letters.iter().filter_map(|c| letter(*c)) {
            spelling.push(letter);
        }
        spelling
    };
    let letters: Vec<char> = word.chars().collect();
    let mut words = vec![spelling(&letters)];
    for at in 1..letters.len().saturating_sub(1) {
        let behind = at > 1 || matches!(fold(letters[at]), Some(b'o' | b'u'));
        if let Some(moved) = moved_tone([letters[at], letters[at + 1]]).filter(|_| behind) {
            let mut letters = letters.clone();
            letters[at..at + 2].copy_from_slice(&moved);
            words.push(spelling(&letters));
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn compares_with_marks() {
        static ROWS: Phrases =
            Phrases::new(&["hòa giải", "theo", "theo dõi", "thực hiện", "xây dựng", "đ/c"]);
        for (text, want) in [
            ("theo dõi sát", Some("theo dõi")),
            ("Theo chức năng", Some("Theo")),
            ("theo đòi", Some("theo")),
            ("thực hiệnx", None),
            ("hòa giải cơ sở", Some("hòa giải")),
            ("hoà giải cơ sở", Some("hoà giải")),
            ("xay dung", None),
            ("Đ/c Trưởng ban", Some("Đ/c")),
            ("đ", None),
            ("", None),
        ] {
            assert_eq!(ROWS.longest(text).map(|end| &text[..end]), want, "{text}");
        }
        assert!(ROWS.hold("Theo dõi"));
        assert!(!ROWS.hold("theo dõi sát") && !ROWS.hold("theod") && !ROWS.hold(""));
    }
}
