//! A running text cut into the words, figures and signs that dates are made of.

use crate::lexicon::calendar::{self, Packed, Word};
use crate::lexicon::{fold, is_dash};

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
}

/// The tokens of a running text.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut found = Vec::with_capacity(text.len() / 5);
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let start = text.len() - rest.len();
        let (kind, len) = match c {
            '\0'..=' ' | '\u{a0}' => {
                rest = &rest[c.len_utf8()..];
                continue;
            }
            '0'..='9' => figures(rest),
            _ if c.is_alphabetic() => letters(rest),
            _ if is_dash(c) => (Kind::Dash, c.len_utf8()),
            _ => (Kind::Sign(c), c.len_utf8()),
        };
        rest = &rest[len..];
        found.push(Token { kind, start: start as u32, end: (start + len) as u32 });
    }
    found
}

/// A run of digits.
fn figures(text: &str) -> (Kind, usize) {
    let len = text.bytes().take_while(u8::is_ascii_digit).count();
    // Nothing of a date has ten digits.
    let value = text[..len].parse().unwrap_or(u32::MAX);
    (Kind::Figures(value, len.min(u8::MAX.into()) as u8), len)
}

/// A run of letters.
fn letters(text: &str) -> (Kind, usize) {
    let mut packed = Packed::default();
    let mut len = 0;
    for c in text.chars() {
        match fold(c) {
            Some(letter) if !letter.is_ascii_digit() => packed.push(letter),
            None if c.is_alphabetic() => packed.push(0),
            _ => break,
        }
        len += c.len_utf8();
    }
    let kind = match calendar::word(packed, &text[..len]) {
        Some((word, true)) => Kind::Word(word),
        Some((word, false)) => Kind::Blurred(word),
        None => Kind::Letters,
    };
    (kind, len)
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
        u16::try_from(value).ok().filter(|year| (1900..2200).contains(year))
    }

    /// The words of the token at `i`.
    pub(super) fn word(self, i: usize) -> &'t str {
        self.tokens.get(i).map_or("", |token| &self.text[token.start as usize..token.end as usize])
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
            // A dash may part two dates.
            Kind::Dash => self.is_glued(i + 1) && self.is_named(i + 1),
            _ if !self.is_written(i) => false,
            _ => match self.kind(i - 1) {
                Kind::Sign('/' | '_' | '&' | '.') | Kind::Dash => {
                    i > 1 && self.is_glued(i - 1) && self.is_written(i - 2)
                }
                _ => self.is_written(i - 1),
            },
        }
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
