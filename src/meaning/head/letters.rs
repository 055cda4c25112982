//! The letters of a line, folded once, and where its words begin: every landmark of a letterhead is
//! known by its first letter.

use std::ops::Range;

use crate::lexicon::{Near, fold, is_word, near_letters};

/// First letters of the landmarks that may stand within a line: "Cộng hòa", "Độc lập", "ngày".
const INITIALS: &[u8] = b"cdn";

/// A word that may begin a landmark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Word {
    /// Where it begins.
    pub(super) at: usize,
    /// Its first letter.
    pub(super) initial: u8,
    /// How many letters stand before it.
    letters: usize,
}

/// The letters of a line.
#[derive(Debug, Default)]
pub(super) struct LineLetters {
    folded: Vec<u8>,
    /// Where each of them ends.
    ends: Vec<End>,
    words: Vec<Word>,
}

/// The end of a letter.
#[derive(Debug, Clone, Copy)]
struct End {
    at: usize,
    /// Whether a word ends there.
    whole: bool,
}

impl LineLetters {
    /// Notes the letters of a line that starts at `base`.
    pub(super) fn note(&mut self, line: &str, base: usize) {
        self.folded.clear();
        self.ends.clear();
        self.words.clear();
        // No letter has less than a byte.
        self.folded.reserve(line.len());
        self.ends.reserve(line.len());
        let mut inside = false;
        for (at, c) in line.char_indices() {
            let Some(letter) = fold(c) else {
                let word = c != ' ' && is_word(c);
                if let Some(end) = self.ends.last_mut().filter(|_| inside && !word) {
                    end.whole = true;
                }
                inside = word;
                continue;
            };
            if !inside && INITIALS.contains(&letter) {
                let letters = self.folded.len();
                self.words.push(Word { at: base + at, initial: letter, letters });
            }
            self.folded.push(letter);
            self.ends.push(End { at: base + at + c.len_utf8(), whole: false });
            inside = true;
        }
    }

    /// The letters of a piece of the line.
    pub(super) fn within<'l>(&'l self, piece: &Range<usize>) -> Letters<'l> {
        let from = self.ends.partition_point(|end| end.at <= piece.start);
        let to = self.ends.partition_point(|end| end.at <= piece.end);
        let first = self.words.partition_point(|word| word.at < piece.start);
        let last = self.words.partition_point(|word| word.at < piece.end);
        Letters { line: self, piece: piece.clone(), own: from..to, words: first..last }
    }
}

/// The letters of a piece of a line.
#[derive(Debug, Clone)]
pub(super) struct Letters<'l> {
    line: &'l LineLetters,
    piece: Range<usize>,
    /// Which of the letters of the line are its own.
    own: Range<usize>,
    words: Range<usize>,
}

impl Letters<'_> {
    /// The words that begin with one of these letters, by their places in the piece. What is glued to
    /// the piece before it is a word as well: "VIỆT NAMĐộc lập".
    pub(super) fn words(&self, text: &str, initials: &[u8]) -> impl Iterator<Item = Word> {
        let noted = &self.line.words[self.words.clone()];
        let glued = noted.first().is_none_or(|word| word.at > self.piece.start);
        let first = if glued { text.chars().next().and_then(fold) } else { None };
        let first = first.map(|initial| Word { at: 0, initial, letters: 0 });
        let behind = noted.iter().map(|word| Word {
            at: word.at - self.piece.start,
            initial: word.initial,
            letters: word.letters - self.own.start,
        });
        let words = first.into_iter().chain(behind);
        words.filter(|word| initials.contains(&word.initial))
    }

    /// The letters of the piece from a word on.
    pub(super) fn from(&self, word: Word) -> &[u8] {
        &self.line.folded[self.own.start + word.letters..self.own.end]
    }

    /// How many bytes the phrase of this skeleton takes at a word, letter by letter.
    pub(super) fn exact(&self, word: Word, key: &str) -> Option<usize> {
        let opens = self.from(word).starts_with(key.as_bytes());
        opens.then(|| self.len(word, key.len()))
    }

    /// The phrase of this skeleton at a word, with the edits it is forgiven.
    pub(super) fn near(&self, word: Word, key: &str) -> Option<Near> {
        let letters = self.from(word);
        let first = self.own.start + word.letters;
        let whole = |at: usize| self.line.ends[first + at].whole || at + 1 == letters.len();
        let (taken, edits) = near_letters(letters, whole, key)?;
        Some(Near { len: self.len(word, taken), edits })
    }

    /// With how many edits the rest of the piece is the phrase of this skeleton and nothing else.
    pub(super) fn near_whole(&self, word: Word, key: &str) -> Option<usize> {
        let letters = self.from(word);
        let first = self.own.start + word.letters;
        let whole = |at: usize| self.line.ends[first + at].whole || at + 1 == letters.len();
        let (taken, edits) = near_letters(letters, whole, key)?;
        (taken == letters.len()).then_some(edits)
    }

    /// Bytes of so many letters from a word on.
    fn len(&self, word: Word, letters: usize) -> usize {
        let last = self.own.start + word.letters + letters - 1;
        self.line.ends[last].at - self.piece.start - word.at
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_within_a_piece() {
        let line = "Số 1, Đà Nẵng, NAMĐộc dân";
        let mut letters = LineLetters::default();
        letters.note(line, 100);
        let found = |from: usize, initials: &[u8]| -> Vec<String> {
            let text = &line[from..];
            let piece = letters.within(&(100 + from..100 + line.len()));
            let words = piece.words(text, initials);
            words.map(|word| text[word.at..].chars().take(2).collect()).collect()
        };
        assert_eq!(found(0, b"dn"), ["Đà", "Nẵ", "NA", "dâ"]);
        assert_eq!(found(line.find("Độc").expect("it is there"), b"d"), ["Độ", "dâ"]);
        assert!(found(0, b"k").is_empty());
    }

    #[test]
    fn phrases_at_a_word() {
        let line = "ab DÂN TỘC, dân tọc";
        let mut letters = LineLetters::default();
        letters.note(line, 7);
        let piece = letters.within(&(7..7 + line.len()));
        let words: Vec<_> = piece.words(line, b"d").collect();
        assert_eq!(piece.exact(words[0], "dantoc"), Some("DÂN TỘC".len()));
        assert_eq!(piece.near(words[0], "dantuc"), Some(Near { len: "DÂN TỘC".len(), edits: 1 }));
        assert_eq!(piece.near_whole(words[0], "dantoc"), None);
        assert_eq!(piece.near_whole(words[1], "danthoc"), Some(1));
    }
}
