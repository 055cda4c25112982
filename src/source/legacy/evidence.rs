//! How much a line looks like Vietnamese, as it stands and in each of the old encodings.

use std::collections::HashMap;

use super::syllable::Word;
use super::{Charset, Passage, viqr, western};
use crate::source::marks;

/// What the words of a line that have marks are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Tally {
    /// Syllables of Vietnamese.
    pub(super) well: u32,
    /// Of these, very common ones.
    pub(super) common: u32,
    /// No syllables.
    pub(super) ill: u32,
    /// Letters that no old encoding has.
    pub(super) alien: u32,
}

/// What a word weighs that is a syllable; half of it more if it is a common one.
const WELL: i32 = 2;
/// What one weighs that is none: a text is taken for what makes three of four words syllables.
const ILL: i32 = -5;
/// What a letter weighs that the encoding does not have.
const ALIEN: i32 = -8;

/// A line of words that are none weighs no more than this: two of them make an end of an encoding.
const FLOOR: i32 = -4;

impl Tally {
    /// For a conversion.
    fn weight(self) -> i32 {
        let [well, common, ill, alien] =
            [self.well, self.common, self.ill, self.alien].map(u32::cast_signed);
        WELL * well + common + ILL * ill + ALIEN * alien
    }

    /// For leaving it as it is: words of another language say nothing.
    fn weight_as_is(self) -> i32 {
        WELL * self.well.cast_signed() + self.common.cast_signed()
    }
}

/// What a line says for each encoding, against leaving it as it is.
pub(super) type Weights = [i16; Charset::ALL.len()];

/// Memory that serves all lines.
#[derive(Debug, Default)]
pub(super) struct Scratch {
    decoded: String,
    word: Word,
    /// What has been weighed: a text has few different syllables.
    weighed: HashMap<Box<str>, (Weights, u8)>,
}

/// So many different pieces are remembered, of so many bytes: the syllables of the language.
const MOST_WEIGHED: usize = 8_192;
const LONGEST_WEIGHED: usize = 24;

/// What a line says. `viqr` tells whether that may be it. None where it says nothing.
pub(super) fn weigh(line: &str, viqr: bool, scratch: &mut Scratch) -> Option<Weights> {
    let mut weights = [0_i32; Charset::ALL.len()];
    let mut told = false;
    // Encodings that make worse what is right as it stands.
    let mut worse = 0;
    for token in tokens(line) {
        told = true;
        let (token, worsened) = scratch.weigh(token);
        worse |= worsened;
        for (sum, weight) in weights.iter_mut().zip(token) {
            *sum += i32::from(weight);
        }
    }
    if viqr {
        for word in viqr::words(line) {
            told = true;
            weights[Charset::Viqr as usize] += scratch.decode(Charset::Viqr, word, |_| {}).weight();
        }
    }
    if !told {
        return None;
    }
    // Names from elsewhere do not part a line from those around it.
    Some(std::array::from_fn(|at| {
        let floor = if worse >> at & 1 == 1 { i32::MIN } else { FLOOR };
        narrow(weights[at].max(floor))
    }))
}

fn narrow(weight: i32) -> i16 {
    weight.clamp(-3_000, 3_000) as i16
}

/// What a line is in an encoding, or as it stands; `see` is shown each syllable.
pub(super) fn tally_line(
    line: &str,
    charset: Option<Charset>,
    scratch: &mut Scratch,
    mut see: impl FnMut(&Word),
) -> Tally {
    let mut all = Tally::default();
    let mut add = |tally: Tally| {
        all.well += tally.well;
        all.common += tally.common;
        all.ill += tally.ill;
    };
    match charset {
        None => tokens(line).for_each(|token| add(tally(token, &mut scratch.word, &mut see))),
        Some(Charset::Viqr) => {
            viqr::words(line).for_each(|word| add(scratch.decode(Charset::Viqr, word, &mut see)));
        }
        Some(charset) => {
            tokens(line).for_each(|token| add(scratch.decode(charset, token, &mut see)));
        }
    }
    all
}

impl Scratch {
    /// What a piece says, and for which encodings (a bit for each) it is better as it stands.
    fn weigh(&mut self, token: &str) -> (Weights, u8) {
        if let Some(weights) = self.weighed.get(token) {
            return *weights;
        }
        let as_is = tally(token, &mut self.word, |_| {});
        let alien = token.chars().filter(|c| is_alien(*c)).count() as u32;
        let mut worse = 0;
        let weights = Charset::ALL.map(|charset| {
            let found = if alien > 0 || charset == Charset::Viqr {
                Tally { alien: alien.max(1), ..Tally::default() }
            } else {
                self.decode(charset, token, |_| {})
            };
            worse |= u8::from(alien > 0 || as_is.well > found.well) << charset as u8;
            narrow(found.weight() - as_is.weight_as_is())
        });
        if token.len() <= LONGEST_WEIGHED && self.weighed.len() < MOST_WEIGHED {
            self.weighed.insert(token.into(), (weights, worse));
        }
        (weights, worse)
    }

    fn decode(&mut self, charset: Charset, token: &str, see: impl FnMut(&Word)) -> Tally {
        self.decoded.clear();
        charset.decode(token, &mut self.decoded, &mut Passage::default());
        tally(&self.decoded, &mut self.word, see)
    }
}

/// Pieces between blanks, figures and signs of ASCII that hold letters of ASCII and others: what is
/// written alike in all encodings tells nothing, nor does a sign at the edge ("m²", "Windows®").
fn tokens(line: &str) -> impl Iterator<Item = &str> {
    let pieces = line.split(|c: char| c.is_ascii() && !c.is_ascii_alphabetic());
    pieces.filter(|piece| {
        let letters = piece.trim_matches(is_symbol);
        !letters.is_ascii() && letters.bytes().any(|b| b.is_ascii_alphabetic())
    })
}

/// Characters that stand beside words in any language.
pub(super) fn is_symbol(c: char) -> bool {
    matches!(c,
        '\u{80}'..='\u{bf}' | '×' | '÷' | '\u{2b0}'..='\u{2ff}' | '\u{2000}'..='\u{2bff}'
        | '\u{e000}'..='\u{f8ff}' | char::REPLACEMENT_CHARACTER)
}

/// Whether `c` is a letter that is no byte.
pub(super) fn is_alien(c: char) -> bool {
    !c.is_ascii() && !is_symbol(c) && western::byte(c).is_none() && c != 'μ'
}

/// What the words of a piece are.
fn tally(text: &str, word: &mut Word, mut see: impl FnMut(&Word)) -> Tally {
    let mut all = Tally::default();
    word.clear();
    let mut end = |word: &mut Word| {
        // "QĐ" is no syllable in any encoding, and what is lost says nothing.
        if word.is_marked() && word.has_vowel() && !word.is_torn() {
            if word.is_syllable() {
                all.well += 1;
                all.common += u32::from(word.is_common());
                see(word);
            } else {
                all.ill += 1;
            }
        }
        word.clear();
    };
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let marked = chars.peek().is_some_and(|mark| marks::is_mark(*mark));
        if marked {
            let mut cluster = String::from(c);
            while let Some(mark) = chars.next_if(|c| marks::is_mark(*c)) {
                cluster.push(mark);
            }
            marks::compose(&cluster).chars().for_each(|c| word.push(c));
        } else if c.is_ascii_alphabetic() || !c.is_ascii() && !is_boundary(c) {
            word.push(c);
        } else if !word.is_empty() {
            end(word);
        }
    }
    end(word);
    all
}

/// Signs that part words. Others in mid-word are damage, or another encoding.
pub(super) fn is_boundary(c: char) -> bool {
    matches!(c, '\u{a0}' | '«' | '»' | '\u{2000}'..='\u{206f}') || c.is_whitespace()
}
