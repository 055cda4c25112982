//! Known phrases in damaged spelling: the skeleton, give or take one edit per six letters.
//!
//! Scans lose, swap and double letters ("KÉẾ HOẠCH", "CQNG HOA XA HOI"). A phrase that is *expected*
//! at a place is still recognised there; nothing is ever corrected in the stored text.

use super::{fold, is_word};

/// Letters of a phrase for each edit that is forgiven.
const LETTERS_PER_EDIT: usize = 6;

/// The longest phrase that can be compared, in letters; a fixed row keeps the comparison on the stack.
const LONGEST: usize = 48;

/// A phrase at the start of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Near {
    /// Bytes of the text it takes.
    pub(crate) len: usize,
    /// Letters that had to be added, dropped or exchanged.
    pub(crate) edits: usize,
}

/// How many edits a phrase of this skeleton is forgiven.
pub(crate) fn forgiven(key: &str) -> usize {
    key.len() / LETTERS_PER_EDIT
}

/// Whether `text` starts with the phrase of this skeleton, and how much of `text` it takes.
///
/// An exact phrase may be glued to what follows ("VIỆT NAMĐộc lập"); a damaged one must end where a
/// word ends.
pub(crate) fn near_prefix(text: &str, key: &str) -> Option<Near> {
    if let Some(len) = exact_prefix(text, key) {
        return Some(Near { len, edits: 0 });
    }
    let budget = forgiven(key);
    // A text that is too short for the phrase cannot be it: no letter has less than a byte.
    if budget == 0 || key.len() > LONGEST || text.len() + budget < key.len() {
        return None;
    }
    let key = key.as_bytes();
    begins_near(text, key, budget)
        .then(|| Letters::of(text, key.len() + budget))?
        .nearest(key, budget)
}

/// Whether one of the first letters of the key stands about where it should: so many edits cannot
/// have hit them all.
fn begins_near(text: &str, key: &[u8], budget: usize) -> bool {
    text.chars().filter_map(fold).take(2 * budget + 1).enumerate().any(|(at, letter)| {
        let to = (at + budget).min(budget) + 1;
        key[at.saturating_sub(budget)..to].contains(&letter)
    })
}

/// The longest phrase with the edits it is forgiven.
const REACH: usize = LONGEST + LONGEST / LETTERS_PER_EDIT;

/// The first letters of a text.
struct Letters {
    folded: [u8; REACH],
    /// Where each of them ends in the text.
    ends: [u32; REACH],
    /// By bits: behind which of them a word ends.
    whole: u64,
    len: usize,
}

impl Letters {
    /// The first `most` letters of `text`.
    fn of(text: &str, most: usize) -> Self {
        let (mut folded, mut ends, mut whole, mut len) = ([0; REACH], [0; REACH], 0, 0);
        let mut chars = text.chars();
        // Whether the last character was a letter.
        let mut inside = false;
        let ended = loop {
            let Some(c) = chars.next() else { break true };
            let letter = fold(c);
            if inside && letter.is_none() && !is_word(c) {
                whole |= 1 << (len - 1);
            }
            inside = letter.is_some();
            let Some(letter) = letter else { continue };
            if len == most {
                break false;
            }
            folded[len] = letter;
            ends[len] = (text.len() - chars.as_str().len()) as u32;
            len += 1;
        };
        if ended && inside {
            whole |= 1 << (len - 1);
        }
        Self { folded, ends, whole, len }
    }

    /// The closest of the beginnings that are the phrase of this skeleton with at most `budget` edits.
    fn nearest(&self, key: &[u8], budget: usize) -> Option<Near> {
        let letters = &self.folded[..self.len];
        if letters.len() + budget < key.len() || !keeps_a_part(letters, key, budget) {
            return None;
        }
        // `row[i]` is the distance between the first `i` letters of the key and what was read so far;
        // only the cells within the budget of the diagonal can stay below it.
        let mut row = [u8::MAX / 2; LONGEST + 1];
        for (i, cell) in row.iter_mut().enumerate().take(budget + 1) {
            *cell = i as u8;
        }
        let mut best: Option<Near> = None;
        for (at, letter) in letters.iter().enumerate() {
            let read = at + 1;
            let from = read.saturating_sub(budget).max(1);
            let to = (read + budget).min(key.len());
            let mut diagonal = row[from - 1];
            row[from - 1] = if from == 1 { read as u8 } else { u8::MAX / 2 };
            let mut least = row[from - 1];
            for i in from..=to {
                let exchanged = diagonal + u8::from(key[i - 1] != *letter);
                diagonal = row[i];
                row[i] = exchanged.min(diagonal + 1).min(row[i - 1] + 1);
                least = least.min(row[i]);
            }
            if usize::from(least) > budget {
                break;
            }
            let edits = usize::from(row[key.len()]);
            let whole = self.whole >> at & 1 == 1;
            if whole && edits <= budget && best.is_none_or(|best| edits < best.edits) {
                best = Some(Near { len: self.ends[at] as usize, edits });
            }
        }
        best
    }
}

/// Whether one of the parts of the key stands about where it should: cut into one part more than
/// there are edits, the key keeps one that no edit has hit.
fn keeps_a_part(letters: &[u8], key: &[u8], budget: usize) -> bool {
    let parts = budget + 1;
    (0..parts).any(|part| {
        let (start, end) = (key.len() * part / parts, key.len() * (part + 1) / parts);
        let window = start.saturating_sub(budget)..letters.len().min(end + budget);
        let window = letters.get(window).unwrap_or_default();
        let part = &key[start..end];
        // Letter by letter: nearly all differ in the first.
        window.windows(part.len()).any(|letters| letters.iter().eq(part))
    })
}

/// How much of `text` the phrase takes letter by letter.
pub(crate) fn exact_prefix(text: &str, key: &str) -> Option<usize> {
    let mut key = key.bytes();
    let mut want = key.next();
    let mut chars = text.char_indices();
    while let Some(letter) = want {
        let (_, c) = chars.next()?;
        match fold(c) {
            Some(found) if found == letter => want = key.next(),
            Some(_) => return None,
            None => {}
        }
    }
    Some(text.len() - chars.as_str().len())
}

/// Whether the whole of `text` is the phrase of this skeleton; says how many edits that took.
pub(crate) fn near(text: &str, key: &str) -> Option<usize> {
    let found = near_prefix(text, key)?;
    let rest = &text[found.len..];
    rest.chars().all(|c| fold(c).is_none()).then_some(found.edits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forgives_one_edit_in_six_letters() {
        for (text, key, want) in [
            ("KẾ HOẠCH", "kehoach", Some(0)),
            ("KÉẾ HOẠCH", "kehoach", Some(1)),
            ("KẾ HOẠH", "kehoach", Some(1)),
            ("KẾ HOẠ", "kehoach", None),
            ("KẾ HOẠCH:", "kehoach", Some(0)),
            ("KẾ HOẠCH NĂM", "kehoach", None),
            ("CHỈ THỊ", "chithi", Some(0)),
            ("LỆNH", "lenh", Some(0)),
            ("LỆNG", "lenh", None),
        ] {
            assert_eq!(near(text, key), want, "{text}");
        }
    }

    #[test]
    fn an_exact_phrase_may_be_glued_to_the_next() {
        let text = "VIỆT NAMĐộc lập";
        let found = near_prefix(text, "vietnam").expect("it is there");
        assert_eq!(&text[..found.len], "VIỆT NAM");
        assert_eq!(near_prefix("VIỆT NHAMĐộc", "vietnam"), None);
    }

    #[test]
    fn takes_the_closest_end() {
        let text = "CỘNG HÒA XÃ HỌI CHỦ NGHĨA YIỆT NAM và";
        let found = near_prefix(text, "conghoaxahoichunghiavietnam").expect("it is there");
        assert_eq!((&text[found.len..], found.edits), (" và", 1));
    }
}
