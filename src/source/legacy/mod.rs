//! Encodings from before Unicode, in text that was decoded as Latin-1 or windows-1252: that is how old
//! files mostly come, and raw bytes are brought to the same state first.
//!
//! One file an encoding, with its table; `evidence` says how much a line looks like Vietnamese in each of
//! them, `decide` makes a choice for each line of what the whole document says.

mod capitals;
mod decide;
mod evidence;
mod letters;
mod spots;
mod syllable;
mod tcvn3;
mod utf8;
mod viqr;
mod viscii;
mod vni;
mod western;
mod windows1258;

use self::syllable::Word;
use super::encoding::Encoding;

pub(super) use self::capitals::Capitals;
pub(super) use self::decide::{Choice, Source, choose, forced};

/// Whether a word is a syllable of Vietnamese, marks and all.
pub(crate) fn is_syllable(word: &str) -> bool {
    let mut letters = Word::default();
    word.chars().for_each(|c| letters.push(c));
    letters.is_syllable()
}

/// An encoding from before Unicode.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Charset {
    Tcvn3,
    Vni,
    Viscii,
    Windows1258,
    Utf8,
    Viqr,
}

/// What is known of a text while it is decoded, and what turned out to be lost and was put back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Passage {
    /// Signs of VIQR that are no marks are escaped, so a point behind a vowel is always one.
    pub(super) escapes: bool,
    /// Lines of TCVN3 that may be headings in capitals, all in small letters.
    pub(super) small_lines: usize,
    /// Words whose letters are capitals because those beside them are.
    pub(super) capitals: usize,
    /// Letters ư that had been dropped.
    pub(super) soft_hyphens: usize,
    /// Letters of which a byte is gone.
    pub(super) characters: usize,
}

impl Passage {
    /// For a text that is decoded from its beginning.
    pub(super) fn of(text: &str) -> Self {
        Self { escapes: viqr::has_escapes(text), ..Self::default() }
    }
}

impl Charset {
    pub(super) const ALL: [Self; 6] =
        [Self::Tcvn3, Self::Vni, Self::Viscii, Self::Windows1258, Self::Utf8, Self::Viqr];

    /// The one behind a name, where it is an old one.
    pub(super) fn of(encoding: Encoding) -> Option<Self> {
        Self::ALL.into_iter().find(|charset| charset.encoding() == encoding)
    }

    /// Its name.
    pub(super) fn encoding(self) -> Encoding {
        match self {
            Self::Tcvn3 => Encoding::Tcvn3,
            Self::Vni => Encoding::Vni,
            Self::Viscii => Encoding::Viscii,
            Self::Windows1258 => Encoding::Windows1258,
            Self::Utf8 => Encoding::Utf8AsWestern,
            Self::Viqr => Encoding::Viqr,
        }
    }

    /// Decodes a line that was read as Western text.
    pub(super) fn decode(self, line: &str, out: &mut String, passage: &mut Passage) {
        match self {
            Self::Tcvn3 => tcvn3::decode(line, out, passage),
            Self::Vni => vni::decode(line, out),
            Self::Viscii => viscii::decode(line, out),
            Self::Windows1258 => windows1258::decode(line, out),
            Self::Utf8 => utf8::decode(line, out, passage),
            Self::Viqr => viqr::decode(line, out, passage.escapes),
        }
    }
}
