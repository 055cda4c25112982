//! Where the words of a line begin: every landmark of a letterhead is known by its first letter.

use std::ops::Range;

use crate::lexicon::{fold, is_word};

/// Where the words of a line begin, and their first letters.
#[derive(Debug, Default)]
pub(super) struct Initials(Vec<(usize, u8)>);

impl Initials {
    /// Notes the words of a line that starts at `base`.
    pub(super) fn note(&mut self, line: &str, base: usize) {
        self.0.clear();
        let mut inside = false;
        for (at, c) in line.char_indices() {
            let letter = fold(c);
            if let Some(letter) = letter.filter(|_| !inside) {
                self.0.push((base + at, letter));
            }
            inside = letter.is_some() || is_word(c);
        }
    }

    /// Where words begin in a `piece` of the line with one of these letters, and the letter. What is
    /// glued to the piece before it is a word as well: "VIỆT NAMĐộc lập".
    pub(super) fn within<'i>(
        &'i self,
        piece: &'i Range<usize>,
        text: &str,
        letters: &'i [u8],
    ) -> impl Iterator<Item = (usize, u8)> + Clone + 'i {
        let first = text.chars().next().and_then(fold).map(|letter| (piece.start, letter));
        let behind = self.0.iter().copied().filter(|(at, _)| piece.start < *at && *at < piece.end);
        let words = first.into_iter().chain(behind);
        words.filter(|(_, letter)| letters.contains(letter)).map(|(at, l)| (at - piece.start, l))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_within_a_piece() {
        let line = "Số 1, Đà Nẵng, NAMĐộc dân";
        let mut initials = Initials::default();
        initials.note(line, 100);
        let found = |from: usize, letters: &[u8]| -> Vec<String> {
            let (piece, text) = (100 + from..100 + line.len(), &line[from..]);
            let words = initials.within(&piece, text, letters);
            words.map(|(at, _)| text[at..].chars().take(2).collect()).collect()
        };
        assert_eq!(found(0, b"dn"), ["Đà", "Nẵ", "NA", "dâ"]);
        assert_eq!(found(line.find("Độc").expect("it is there"), b"d"), ["Độ", "dâ"]);
        assert!(found(0, b"k").is_empty());
    }
}
