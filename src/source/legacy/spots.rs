//! Single lines in an old encoding within a document of Unicode: a heading, a short paragraph, a column of
//! the letterhead, too short to pay for a change of encoding.
//!
//! A column of a line is decoded where all its words become syllables in one encoding and words change that
//! no Vietnamese text could hold. Where that is so of some words beside each other it is told.

use std::borrow::Cow;
use std::ops::Range;

use super::decide::{is_suspect, lines};
use super::evidence::{is_alien, is_boundary, is_symbol};
use super::syllable::Word;
use super::{Charset, Passage};

/// A piece of a line that is in an old encoding.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Spot {
    pub(super) range: Range<usize>,
    pub(super) charset: Charset,
    /// It may be decoded; else it is told alone.
    pub(super) sure: bool,
    /// Words that are syllables once it is decoded.
    pub(super) well: u32,
}

/// VIQR is written in ASCII, and has signs of its own.
const LOOKED_FOR: [Charset; 5] =
    [Charset::Tcvn3, Charset::Vni, Charset::Viscii, Charset::Windows1258, Charset::Utf8];

/// An abbreviation has no more letters.
const ABBREVIATION: usize = 6;

/// The pieces of `range` that are in an old encoding; `seen` are those of the document.
pub(super) fn spots(text: &str, range: Range<usize>, seen: &[Charset], spots: &mut Vec<Spot>) {
    let mut scratch = Scratch::default();
    // Most lines are passed over at a glance.
    let worth = |piece: &str| match seen {
        [] => is_suspect(piece),
        _ => !piece.is_ascii(),
    };
    for (at, line) in lines(&text[range.clone()]).filter(|(_, line)| worth(line)) {
        for (column, piece) in columns(line).filter(|(_, piece)| worth(piece)) {
            spots.extend(look_at(piece, range.start + at + column, seen, &mut scratch));
        }
    }
}

/// The columns of a line, and the cells of a row, with where they begin.
fn columns(line: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = line.get(at..).filter(|rest| !rest.is_empty())?;
        let bytes = rest.as_bytes();
        let ends = |at: usize| match bytes[at] {
            b'\t' | b'|' => true,
            // "vÃ  " is "và " whose second byte was shown as a blank.
            b' ' => bytes.get(at + 1) == Some(&b' ') && !rest[..at].ends_with('Ã'),
            _ => false,
        };
        let gap = (0..bytes.len()).find(|at| ends(*at)).unwrap_or(bytes.len());
        let start = at;
        at += (gap + 1).min(rest.len());
        Some((start, &rest[..gap]))
    })
}

/// Words beside each other that an encoding makes Vietnamese.
#[derive(Debug, Clone, Default)]
struct Stretch {
    range: Option<Range<usize>>,
    /// Words that change, and of these those that are nothing as they stand.
    changed: u32,
    strong: u32,
    /// Common words among those that change.
    common: u32,
    abbreviations: u32,
    /// A letter that no scanner puts for one of Vietnamese.
    special: bool,
    /// A sign within a word.
    torn: bool,
}

/// What an encoding makes of what stands between two blanks.
enum Made {
    /// No Vietnamese.
    Nothing,
    /// What it was: figures, words without marks.
    Same {
        abbreviation: bool,
    },
    Words {
        strong: bool,
        common: bool,
    },
}

#[derive(Debug, Default)]
struct Scratch {
    decoded: String,
    word: Word,
}

impl Stretch {
    fn add(&mut self, at: usize, chunk: &str, made: &Made) {
        let start = self.range.as_ref().map_or(at, |range| range.start);
        match *made {
            Made::Nothing => return,
            Made::Same { abbreviation } => self.abbreviations += u32::from(abbreviation),
            Made::Words { strong, common } => {
                self.changed += 1;
                self.strong += u32::from(strong);
                self.common += u32::from(common);
                self.special |= strong && chunk.chars().any(is_special);
                self.torn |= strong && is_torn(chunk);
            }
        }
        self.range = Some(start..at + chunk.len());
    }

    /// Whether it is worth a word.
    fn tells(&self, charset: Charset, seen: bool) -> bool {
        let several = self.changed >= 2 && self.strong >= 1 && self.common >= 1;
        let one = self.strong >= 1 && (self.torn || self.special && (self.common >= 1 || seen));
        (several || one) && (charset != Charset::Viscii || self.special)
    }

    /// Whether it may be decoded, where it is all there is.
    fn is_sure(&self, charset: Charset, seen: bool) -> bool {
        let words = self.changed >= 2 && self.abbreviations <= self.changed;
        let known = match self.strong {
            0 => false,
            1 => self.common >= 2,
            _ => self.common >= 1 || seen,
        };
        words && known && (charset != Charset::Viscii || self.special)
    }

    fn weight(&self) -> u32 {
        self.changed + self.strong + self.common
    }
}

fn look_at(piece: &str, from: usize, seen: &[Charset], scratch: &mut Scratch) -> Option<Spot> {
    let mut sure: Vec<(Charset, Stretch)> = Vec::new();
    let mut told: Option<(Charset, Stretch)> = None;
    for charset in LOOKED_FOR {
        let (whole, best) = stretches(piece, charset, scratch);
        let Some(best) = best else { continue };
        let known = seen.contains(&charset);
        if whole && best.is_sure(charset, known) {
            sure.push((charset, best.clone()));
        }
        let more = told.as_ref().is_none_or(|(_, told)| best.weight() > told.weight());
        if more && best.tells(charset, known) {
            told = Some((charset, best));
        }
    }
    sure.sort_by_key(|(charset, found)| {
        std::cmp::Reverse((seen.contains(charset), found.weight()))
    });
    let spot = |charset: Charset, found: Stretch, sure| {
        let range = found.range?;
        let range = from + range.start..from + range.end;
        Some(Spot { range, charset, sure, well: found.changed })
    };
    // Two encodings that are as good are none.
    let alone = match &sure[..] {
        [] => false,
        [_] => true,
        [(one, a), (other, b), ..] => {
            seen.contains(one) && !seen.contains(other) || a.weight() > b.weight() + 1
        }
    };
    match sure.into_iter().next() {
        Some((charset, found)) => spot(charset, found, alone),
        None => told.and_then(|(charset, found)| spot(charset, found, false)),
    }
}

/// The best stretch, and whether it is the whole piece.
fn stretches(piece: &str, charset: Charset, scratch: &mut Scratch) -> (bool, Option<Stretch>) {
    let mut best: Option<Stretch> = None;
    let mut open = Stretch::default();
    let mut whole = true;
    for (at, chunk) in chunks(piece) {
        let made = scratch.make(chunk, charset);
        if !matches!(made, Made::Nothing) {
            open.add(at, chunk, &made);
            continue;
        }
        whole = false;
        keep(&mut best, std::mem::take(&mut open));
    }
    keep(&mut best, open);
    (whole, best)
}

fn keep(best: &mut Option<Stretch>, found: Stretch) {
    if found.changed > 0 && best.as_ref().is_none_or(|best| found.weight() > best.weight()) {
        *best = Some(found);
    }
}

/// What stands between blanks of ASCII: others may be bytes of letters.
fn chunks(piece: &str) -> impl Iterator<Item = (usize, &str)> {
    let chunks = piece.split_ascii_whitespace();
    chunks.map(|chunk| (chunk.as_ptr() as usize - piece.as_ptr() as usize, chunk))
}

impl Scratch {
    fn make(&mut self, chunk: &str, charset: Charset) -> Made {
        if chunk.is_ascii() {
            return self.same(chunk);
        }
        if chunk.chars().any(is_alien) {
            return Made::Nothing;
        }
        self.decoded.clear();
        charset.decode(chunk, &mut self.decoded, &mut Passage::default());
        if self.decoded == chunk {
            // These share letters with Unicode; in others they speak against it.
            let shares = |c: char| match charset {
                Charset::Viscii | Charset::Windows1258 => true,
                Charset::Vni => matches!(c, 'ì' | 'í' | 'Ì' | 'Í'),
                _ => false,
            };
            let letters = |c: &char| !c.is_ascii() && !is_symbol(*c);
            let shared = chunk.chars().filter(letters).all(shares);
            return if shared { self.same(chunk) } else { Made::Nothing };
        }
        let Some(found) = words(&self.decoded, &mut self.word) else { return Made::Nothing };
        if found.marked == 0 {
            return Made::Same { abbreviation: found.abbreviations > 0 };
        }
        let western = if chunk.contains(['Ð', 'ð']) {
            Cow::Owned(chunk.replace('Ð', "Đ").replace('ð', "đ"))
        } else {
            Cow::Borrowed(chunk)
        };
        let strong = is_torn(chunk) || words(&western, &mut self.word).is_none();
        Made::Words { strong, common: found.common > 0 }
    }

    fn same(&mut self, chunk: &str) -> Made {
        words(chunk, &mut self.word)
            .map_or(Made::Nothing, |found| Made::Same { abbreviation: found.abbreviations > 0 })
    }
}

#[derive(Default)]
struct Found {
    marked: u32,
    common: u32,
    abbreviations: u32,
}

/// What the words of a text are; None where one is neither a syllable nor an abbreviation.
fn words(text: &str, word: &mut Word) -> Option<Found> {
    let mut found = Found::default();
    let ends = |c: char| c.is_ascii() && !c.is_ascii_alphabetic() || is_boundary(c);
    for letters in text.split(ends).map(|letters| letters.trim_matches(is_symbol)) {
        if letters.is_empty() {
            continue;
        }
        word.clear();
        letters.chars().for_each(|c| word.push(c));
        let count = letters.chars().count();
        if word.is_syllable() {
            found.marked += u32::from(word.is_marked());
            found.common += u32::from(word.is_marked() && word.is_common());
        } else if count == 1 && letters.is_ascii() {
            // "a)", "I.".
        } else if count <= ABBREVIATION
            && letters.chars().all(|c| c.is_ascii_uppercase() || c == 'Đ')
        {
            found.abbreviations += 1;
        } else {
            return None;
        }
    }
    Some(found)
}

/// Whether no scanner puts `c` for a letter of Vietnamese.
fn is_special(c: char) -> bool {
    !c.is_ascii() && super::letters::letter(c).is_none() && !"äöüëïÿçåÄÖÜËÏŸÇÅÐð".contains(c)
}

/// Whether a sign stands between letters that no word has there ("n¨m", "Ná»˜I").
fn is_torn(chunk: &str) -> bool {
    let sign = |c: char| matches!(c, '\u{a1}'..='\u{bf}') && !matches!(c, '\u{ad}' | '·');
    let mut within = false;
    let mut torn = false;
    for c in chunk.chars() {
        if sign(c) {
            torn |= within;
        } else if c.is_alphabetic() {
            if torn {
                return true;
            }
            within = true;
        } else if c.is_ascii() {
            (within, torn) = (false, false);
        }
    }
    false
}
