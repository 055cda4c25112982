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
    if !begins_near(text.chars().filter_map(fold), key.as_bytes(), budget) {
        return None;
    }
    let found = Letters::of(text, key.len() + budget);
    let whole = |at: usize| found.whole >> at & 1 == 1;
    let (taken, edits) = nearest(&found.folded[..found.len], whole, key.as_bytes(), budget)?;
    Some(Near { len: found.ends[taken - 1] as usize, edits })
}

/// The same for letters that are folded already: how many letters the phrase takes, and with how many
/// edits. `whole` says of a letter whether a word ends behind it.
pub(crate) fn near_letters(
    letters: &[u8],
    whole: impl Fn(usize) -> bool,
    key: &str,
) -> Option<(usize, usize)> {
    let (budget, key) = (forgiven(key), key.as_bytes());
    if letters.starts_with(key) {
        return Some((key.len(), 0));
    }
    if budget == 0 || key.len() > LONGEST {
        return None;
    }
    let letters = &letters[..letters.len().min(key.len() + budget)];
    begins_near(letters.iter().copied(), key, budget)
        .then(|| nearest(letters, whole, key, budget))?
}

/// Whether one of the first letters of the key stands about where it should: so many edits cannot
/// have hit them all.
fn begins_near(letters: impl Iterator<Item = u8>, key: &[u8], budget: usize) -> bool {
    letters.take(2 * budget + 1).enumerate().any(|(at, letter)| {
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
        // Whether the last letter was a stroke that may be half an H: "KẾ IIOẠCH", "I-IƯỚNG DẪN".
        let mut stroke = false;
        let ended = loop {
            let Some(c) = chars.next() else { break true };
            let letter = fold(c);
            if inside && letter.is_none() && !is_word(c) {
                whole |= 1 << (len - 1);
            }
            inside = letter.is_some();
            let Some(letter) = letter else {
                stroke &= c == '-';
                continue;
            };
            let twin = stroke && c == 'I';
            stroke = c == 'I' && !twin;
            if twin {
                (folded[len - 1], ends[len - 1]) =
                    (b'h', (text.len() - chars.as_str().len()) as u32);
                whole &= !(1 << (len - 1));
                continue;
            }
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
}

/// The closest of the beginnings of `letters` that are the phrase of this skeleton with at most `budget`
/// edits: how many letters it takes, and with how many edits.
fn nearest(
    letters: &[u8],
    whole: impl Fn(usize) -> bool,
    key: &[u8],
    budget: usize,
) -> Option<(usize, usize)> {
    if letters.len() + budget < key.len() || !keeps_a_part(letters, key, budget) {
        return None;
    }
    // `row[i]` is the distance between the first `i` letters of the key and what was read so far;
    // only the cells within the budget of the diagonal can stay below it.
    let mut row = [u8::MAX / 2; LONGEST + 1];
    for (i, cell) in row.iter_mut().enumerate().take(budget + 1) {
        *cell = i as u8;
    }
    let mut best: Option<(usize, usize)> = None;
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
        if edits <= budget && whole(at) && best.is_none_or(|(_, fewest)| edits < fewest) {
            best = Some((read, edits));
        }
    }
    best
}

/// Whether one of the parts of the key stands about where it should: cut into one part more than
/// there are edits, the key keeps one that no edit has hit.
fn keeps_a_part(letters: &[u8], key: &[u8], budget: usize) -> bool {
    let parts = budget + 1;
    (0..parts).any(|part| {
        let (start, end) = (key.len() * part / parts, key.len() * (part + 1) / parts);
        let part = &key[start..end];
        let from = start.saturating_sub(budget);
        let until = (letters.len() + 1).saturating_sub(part.len()).min(start + budget + 1);
        let window = letters.get(from..until).unwrap_or_default();
        // Nearly all differ in the first letter.
        let stands = |at: usize| letters[from + at..].starts_with(part);
        window.iter().enumerate().any(|(at, letter)| *letter == part[0] && stands(at))
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

/// Whether a short word is another but for one letter exchanged, lost or added; case and marks count.
pub(crate) fn is_near(word: &str, known: &str) -> bool {
    let (mut word, mut known) = (word.chars(), known.chars());
    loop {
        let (left, wanted) = (word.as_str(), known.as_str());
        let (Some(a), Some(b)) = (word.next(), known.next()) else {
            return left.chars().count() + wanted.chars().count() == 1;
        };
        if a != b {
            let (rest, more) = (word.as_str(), known.as_str());
            return rest == more || rest == wanted || left == more;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_letter() {
        for (word, known) in [("CF", "CP"), ("C", "CP"), ("QĐĐ", "QĐ"), ("UBNĐ", "UBND"), ("", "T")]
        {
            assert!(is_near(word, known) && is_near(known, word), "{word} {known}");
        }
        for (word, known) in [("CP", "CP"), ("PC", "CP"), ("UB", "UBND"), ("", ""), ("", "CP")] {
            assert!(!is_near(word, known) && !is_near(known, word), "{word} {known}");
        }
    }

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
            ("KẾ IIOẠCH", "kehoach", Some(0)),
            ("KẾ I-IOẠCH", "kehoach", Some(0)),
            ("KÉẾ HOẠCII", "kehoach", Some(1)),
            ("KẾ I IOẠCH", "kehoach", None),
            ("KẾ IOẠCH", "kehoach", Some(1)),
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
