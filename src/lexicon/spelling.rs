//! Words told apart by a number made of their letters.

use super::fold::stem;

/// The letters of a word as one number: words are told apart by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Spelling(u64);

impl Spelling {
    /// That of no letters.
    pub(crate) const EMPTY: Self = Self(0);

    /// Adds a letter; where case is not to count, a small one.
    #[inline]
    pub(crate) fn push(&mut self, letter: char) {
        self.0 = mixed(self.0, u64::from(u32::from(letter)));
    }

    /// That of the bytes of letters, case counting; it is another than that of the letters.
    #[inline]
    pub(crate) fn of_bytes(bytes: &[u8]) -> Self {
        Self::of_run(bytes, |_| true).0
    }

    /// That of the bytes a text begins with, as long as they are of a run; and how many these are.
    #[inline]
    pub(crate) fn of_run(bytes: &[u8], is_inside: impl Fn(u8) -> bool) -> (Self, usize) {
        let (mut number, mut eight, mut len) = (0, 0, 0);
        while let Some(byte) = bytes.get(len).filter(|byte| is_inside(**byte)) {
            eight = eight << 8 | u64::from(*byte);
            len += 1;
            if len % 8 == 0 {
                number = mixed(number, eight);
                eight = 0;
            }
        }
        (Self(mixed(mixed(number, eight), len as u64)), len)
    }

    /// That of a word in small letters.
    pub(crate) const fn of(word: &str) -> Self {
        let (mut number, mut at) = (Self::EMPTY.0, 0);
        while at < word.len() {
            let (code, len) = decoded(word.as_bytes(), at);
            number = mixed(number, code as u64);
            at += len;
        }
        Self(number)
    }

    /// Where it is looked for first in a table of `1 << bits` places.
    #[inline]
    pub(crate) const fn slot(self, bits: u32) -> usize {
        (self.0 >> (u64::BITS - bits)) as usize
    }
}

/// The number for some letters and one more: an odd factor with bits all over spreads each letter up to
/// the first bits, by which a table is asked.
const fn mixed(number: u64, code: u64) -> u64 {
    (number.rotate_left(5) ^ code).wrapping_mul(0x517c_c1b7_2722_0a95)
}

/// The letters of a word without case and marks, eight bits each. A word of more than eight letters is
/// known by its last ones: it is none of a table.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Stem(u64);

impl Stem {
    /// That of no letters.
    pub(crate) const EMPTY: Self = Self(0);

    /// Adds a letter by what it folds to.
    #[inline]
    pub(crate) fn push(&mut self, stem: u8) {
        self.0 = self.0 << 8 | u64::from(stem);
    }

    /// That of a word in small letters.
    pub(crate) const fn of(word: &str) -> Self {
        let (mut number, mut at) = (0, 0);
        while at < word.len() {
            let (code, len) = decoded(word.as_bytes(), at);
            number = number << 8 | stem(code) as u64;
            at += len;
        }
        Self(number)
    }

    /// Whether two words have the same.
    pub(crate) const fn is(self, other: Self) -> bool {
        self.0 == other.0
    }

    /// Where it is looked for first in a table of `1 << bits` places.
    #[inline]
    pub(crate) const fn slot(self, bits: u32) -> usize {
        (mixed(self.0, 0) >> (u64::BITS - bits)) as usize
    }
}

/// The character at a boundary of a text in UTF-8, and its bytes.
const fn decoded(bytes: &[u8], at: usize) -> (u32, usize) {
    let (lead, len) = match bytes[at] {
        lead @ 0..0x80 => (lead, 1),
        lead @ 0x80..0xe0 => (lead & 0x1f, 2),
        lead @ 0xe0..0xf0 => (lead & 0x0f, 3),
        lead => (lead & 0x07, 4),
    };
    let (mut code, mut next) = (lead as u32, 1);
    while next < len {
        code = code << 6 | (bytes[at + next] & 0x3f) as u32;
        next += 1;
    }
    (code, len)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_any_letters() {
        for word in ["a", "đ", "kế", "𝐊ế𝐊", "𝐊"] {
            let mut letters = Spelling::EMPTY;
            word.chars().for_each(|c| letters.push(c));
            assert_eq!(Spelling::of(word), letters, "{word}");
        }
    }
}
