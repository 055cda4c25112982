//! A running text cut into the words, figures and signs that dates are made of.

use super::written::YEARS;
use crate::lexicon::calendar::{self, Word};
use crate::lexicon::{Marks, Stem, fold, is_dash, is_near, is_spelt, is_word, number_like};

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A word of dates, spelt with its marks.
    Word(Word),
    /// A word of dates that has lost its marks.
    Blurred(Word),
    /// Any other word.
    Letters,
    /// Digits: their value, and how many there are.
    Figures(u32, u8),
    /// A dash of any kind, between two values.
    Dash,
    /// Any other sign.
    Sign(char),
    /// Behind the last token.
    End,
}

/// A token and its bytes.
#[derive(Debug, Clone, Copy)]
pub(super) struct Token {
    pub(super) kind: Kind,
    pub(super) start: u32,
    pub(super) end: u32,
    /// Whether letters stand in the place of its digits.
    pub(super) mended: bool,
}

/// The tokens of a running text.
pub(super) fn tokens(text: &str, marks: Marks) -> Vec<Token> {
    let bytes = text.as_bytes();
    let mut found = Vec::with_capacity(text.len() / 5 + 1);
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let (kind, end) = match byte {
            0..=b' ' => {
                at += 1;
                continue;
            }
            b'0'..=b'9' => match spoilt_year(text, at) {
                Some((year, end)) => {
                    let (start, end) = (at as u32, end as u32);
                    found.push(Token { kind: Kind::Figures(year, 4), start, end, mended: true });
                    at = end as usize;
                    continue;
                }
                None => figures(text, at),
            },
            b'a'..=b'z' | b'A'..=b'Z' => letters(text, at, marks),
            b'-' => (Kind::Dash, at + 1),
            0..0x80 => (Kind::Sign(char::from(*byte)), at + 1),
            _ => match letters(text, at, marks) {
                (_, end) if end == at => match text[at..].chars().next().unwrap_or_default() {
                    '\u{a0}' => {
                        at += '\u{a0}'.len_utf8();
                        continue;
                    }
                    c if is_dash(c) => (Kind::Dash, at + c.len_utf8()),
                    c => (Kind::Sign(c), at + c.len_utf8()),
                },
                word => word,
            },
        };
        found.push(Token { kind, start: at as u32, end: end as u32, mended: false });
        at = end;
    }
    found
}

/// A run of digits, and its end.
fn figures(text: &str, at: usize) -> (Kind, usize) {
    let len = text.as_bytes()[at..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    // Nothing of a date has ten digits.
    let value = text[at..at + len].parse().unwrap_or(u32::MAX);
    (Kind::Figures(value, len.min(u8::MAX.into()) as u8), at + len)
}

/// Four signs that are a year but for letters in the place of digits, "20O8", and their end.
fn spoilt_year(text: &str, at: usize) -> Option<(u32, usize)> {
    let signs = text.get(at..at + 4)?;
    // Most figures are just that; nothing but a sign may stand before and behind.
    let bytes = signs.as_bytes();
    if bytes[1..].iter().all(|b| !b.is_ascii_alphabetic())
        || bytes[0] > b'2'
        || text[at + 4..].starts_with(is_word)
        || text[..at].ends_with(is_word)
    {
        return None;
    }
    let (year, _) = number_like(signs)?;
    let digits = bytes.iter().filter(|b| b.is_ascii_digit()).count();
    let told = u16::try_from(year).is_ok_and(|year| YEARS.contains(&year));
    (told && digits >= 2).then_some((year, at + 4))
}

/// What stands for a letter of another script, which is in no word of a date.
const OTHER: u8 = u8::MAX;

/// A run of letters, and its end.
fn letters(text: &str, start: usize, marks: Marks) -> (Kind, usize) {
    let bytes = text.as_bytes();
    let mut stem = Stem::EMPTY;
    let mut at = start;
    while let Some(byte) = bytes.get(at) {
        if byte.is_ascii_alphabetic() {
            stem.push(byte.to_ascii_lowercase());
            at += 1;
        } else if byte.is_ascii() {
            break;
        } else {
            let c = text[at..].chars().next().unwrap_or_default();
            let Some(letter) = fold(c).or_else(|| c.is_alphabetic().then_some(OTHER)) else {
                break;
            };
            stem.push(letter);
            at += c.len_utf8();
        }
    }
    if at == start || marks == Marks::Kept && !calendar::may_be_word(stem) {
        return (Kind::Letters, at);
    }
    let word = match marks {
        Marks::Kept => calendar::word(&text[start..at]),
        Marks::Lost => lost_word(text, start, at),
    };
    let kind = match word {
        Some(word) => Kind::Word(word),
        None => calendar::bare_word(stem).map_or(Kind::Letters, Kind::Blurred),
    };
    (kind, at)
}

/// The word of a text without marks: what more than one word may be is told by what stands around.
fn lost_word(text: &str, start: usize, end: usize) -> Option<Word> {
    let figures = || text[end..].trim_start().starts_with(|c: char| c.is_ascii_digit());
    match calendar::lost_word(&text[start..end])? {
        // "ngay sau khi" is no day, "Viet Nam" no year.
        Word::Day if !figures() && text[end..].trim_start().starts_with("sau") => Some(Word::Right),
        Word::Year if text[..start].trim_end().ends_with(['t', 'T']) && !figures() => None,
        word => Some(word),
    }
}

/// A text with its tokens; a place in it is the number of a token.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reader<'t> {
    pub(super) text: &'t str,
    pub(super) tokens: &'t [Token],
}

impl<'t> Reader<'t> {
    /// What the token at `i` is.
    #[inline]
    pub(super) fn kind(self, i: usize) -> Kind {
        self.tokens.get(i).map_or(Kind::End, |token| token.kind)
    }

    /// Whether the token at `i` is this word.
    #[inline]
    pub(super) fn is(self, i: usize, word: Word) -> bool {
        self.kind(i) == Kind::Word(word)
    }

    /// Whether the token at `i` is this word, with or without its marks.
    pub(super) fn is_near(self, i: usize, word: Word) -> bool {
        self.is(i, word) || self.kind(i) == Kind::Blurred(word)
    }

    /// Whether the token at `i` is a word but for a letter: "tbáng", "nărn" for "năm". Only figures on both sides tell.
    pub(super) fn is_spoilt(self, i: usize, word: &str) -> bool {
        let found = self.word(i);
        let near = |found: &str| found == word || is_near(found, word);
        self.kind(i) == Kind::Letters && (near(found) || near(&found.replace("rn", "m")))
    }

    /// Whether the token at `i` is this sign.
    pub(super) fn is_sign(self, i: usize, sign: char) -> bool {
        self.kind(i) == Kind::Sign(sign)
    }

    /// Digits at `i`: their value, if there are from `least` to `most` of them.
    pub(super) fn figures(self, i: usize, least: u8, most: u8) -> Option<u32> {
        match self.kind(i) {
            Kind::Figures(value, len) if (least..=most).contains(&len) => Some(value),
            _ => None,
        }
    }

    /// A year of four digits at `i`.
    pub(super) fn year(self, i: usize) -> Option<u16> {
        let value = self.figures(i, 4, 4)?;
        u16::try_from(value).ok().filter(|year| YEARS.contains(year))
    }

    /// A year of four digits at `i` that a word for it leaves no doubt of; it may be of long ago.
    pub(super) fn told_year(self, i: usize) -> Option<u16> {
        let value = self.figures(i, 4, 4)?;
        u16::try_from(value).ok().filter(|year| (1000..2200).contains(year))
    }

    /// The words of the token at `i`.
    pub(super) fn word(self, i: usize) -> &'t str {
        self.tokens.get(i).map_or("", |token| &self.text[token.start as usize..token.end as usize])
    }

    /// Whether letters stand in the place of digits in one of these tokens.
    pub(super) fn is_mended(self, from: usize, to: usize) -> bool {
        self.tokens.get(from..to).is_some_and(|tokens| tokens.iter().any(|token| token.mended))
    }

    /// Whether nothing stands between the tokens at `i - 1` and `i`.
    pub(super) fn is_glued(self, i: usize) -> bool {
        i > 0 && i < self.tokens.len() && self.tokens[i - 1].end == self.tokens[i].start
    }

    /// Whether the tokens at `i - 1` and `i` are parts of one word, number or symbol: "2015" and "/" of
    /// "20/11/2015/QĐ", "T" and "4".
    pub(super) fn continues(self, i: usize) -> bool {
        if !self.is_glued(i) {
            return false;
        }
        match self.kind(i) {
            Kind::Sign('/' | '_' | '&') => self.is_glued(i + 1) && self.is_written(i + 1),
            // "10.12.2020.5"
            Kind::Sign('.') => {
                self.is_glued(i + 1) && matches!(self.kind(i + 1), Kind::Figures(..))
            }
            // A dash may part two dates.
            Kind::Dash => self.is_glued(i + 1) && self.is_named(i + 1),
            _ if !self.is_written(i) => false,
            _ => match self.kind(i - 1) {
                Kind::Sign('/' | '_' | '&' | '.') | Kind::Dash => {
                    i > 1 && self.is_glued(i - 1) && self.is_written(i - 2)
                }
                _ => self.is_written(i - 1) && !self.is_next_word(i),
            },
        }
    }

    /// Whether the token at `i` is a word that goes on behind a year, its blank lost: "2020 - 2021của".
    fn is_next_word(self, i: usize) -> bool {
        const BEHIND: &[&str] = &["của", "và", "về", "theo", "tại", "cho", "trên"];
        self.year(i - 1).is_some() && is_spelt(self.word(i), BEHIND)
    }

    /// Whether the token is a word.
    fn is_named(self, i: usize) -> bool {
        matches!(self.kind(i), Kind::Word(_) | Kind::Blurred(_) | Kind::Letters)
    }

    /// Whether the token is a word or a number.
    fn is_written(self, i: usize) -> bool {
        self.is_named(i) || matches!(self.kind(i), Kind::Figures(..))
    }

    /// Where the token at `i` begins.
    pub(super) fn start(self, i: usize) -> usize {
        self.tokens.get(i).map_or(self.text.len(), |token| token.start as usize)
    }

    /// Where the token at `i` ends.
    pub(super) fn end(self, i: usize) -> usize {
        self.tokens.get(i).map_or(self.text.len(), |token| token.end as usize)
    }

    /// The first token from `i` on that begins at byte `at` or behind it.
    pub(super) fn behind(self, i: usize, at: usize) -> usize {
        let rest = self.tokens.get(i..).unwrap_or_default();
        // A date has a handful of tokens.
        i + rest.iter().take_while(|token| (token.start as usize) < at).count()
    }
}
