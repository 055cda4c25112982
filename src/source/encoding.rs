//! Encodings by name, and what decoding a text tells.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::remark::Remark;

/// An encoding of Vietnamese text.
///
/// ```
/// use kehoach::Encoding;
///
/// assert_eq!("tcvn3".parse(), Ok(Encoding::Tcvn3));
/// assert_eq!(Encoding::Vni.to_string(), "vni");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Encoding {
    /// UTF-8.
    Utf8,
    /// UTF-16, the low byte first.
    Utf16Le,
    /// UTF-16, the high byte first.
    Utf16Be,
    /// TCVN 5712 VN3, called ABC: fonts such as .VnTime, .VnTimeH.
    Tcvn3,
    /// VNI for Windows: fonts such as VNI-Times.
    Vni,
    /// VISCII (RFC 1456).
    Viscii,
    /// VIQR (RFC 1456): marks as signs of ASCII.
    Viqr,
    /// windows-1258.
    Windows1258,
    /// UTF-8 that a program took for Western text, and stored again.
    Utf8AsWestern,
}

impl Encoding {
    /// All of them.
    pub const ALL: &'static [Self] = &[
        Self::Utf8,
        Self::Utf16Le,
        Self::Utf16Be,
        Self::Tcvn3,
        Self::Vni,
        Self::Viscii,
        Self::Viqr,
        Self::Windows1258,
        Self::Utf8AsWestern,
    ];

    /// The name as it stands in the JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Utf8 => "utf-8",
            Self::Utf16Le => "utf-16le",
            Self::Utf16Be => "utf-16be",
            Self::Tcvn3 => "tcvn3",
            Self::Vni => "vni",
            Self::Viscii => "viscii",
            Self::Viqr => "viqr",
            Self::Windows1258 => "windows-1258",
            Self::Utf8AsWestern => "utf-8-as-western",
        }
    }
}

impl fmt::Display for Encoding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A name that is no encoding's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no encoding is called that: the names are those of `Encoding::ALL`, such as \"tcvn3\"")]
#[non_exhaustive]
pub struct NoEncoding;

impl FromStr for Encoding {
    type Err = NoEncoding;

    fn from_str(name: &str) -> Result<Self, NoEncoding> {
        Self::ALL.iter().copied().find(|encoding| encoding.as_str() == name).ok_or(NoEncoding)
    }
}

/// Paragraphs in another encoding than the rest of the document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Mixture {
    /// Its name.
    pub encoding: String,
    /// How many words with marks are in it.
    pub words: u32,
}

/// What a text lost on its way through an old encoding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Loss {
    /// `capitals`: TCVN3 has none with tones. `soft-hyphens`: programs drop the byte of ư. `characters`: a
    /// byte of a letter is gone.
    pub kind: String,
    /// How many words or letters are known to be concerned, whether they could be restored or not.
    pub count: u32,
}

/// A text, and the encoding it was read in.
///
/// ```
/// let decoded = kehoach::decode_text("KÕ ho¹ch c«ng t¸c n¨m 2008 cña Së Y tÕ");
/// assert_eq!(decoded.text, "Kế hoạch công tác năm 2008 của Sở Y tế");
/// assert_eq!(decoded.encoding, kehoach::Encoding::Tcvn3);
/// assert_eq!(decoded.carrier, Some(kehoach::Encoding::Utf8));
/// ```
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Decoded<'a> {
    /// What positions are offsets of. Borrowed where nothing had to be decoded.
    pub text: Cow<'a, str>,
    /// Its encoding; of a mixture that of most words.
    pub encoding: Encoding,
    /// The encoding of the bytes, where they were text that another encoding had been taken for Western in.
    pub carrier: Option<Encoding>,
    /// How sure that is, up to 1.
    ///
    /// Of words with marks in converted paragraphs it is the share that are syllables of Vietnamese, with
    /// one word held against them. 1 where nothing was converted, 0.5 where something could have been; of UTF-16
    /// that was named the share of Latin among the letters, where most are not.
    pub confidence: f64,
    /// Other encodings, of single paragraphs.
    pub mixture: Vec<Mixture>,
    /// What was lost before.
    pub losses: Vec<Loss>,
    pub(crate) remarks: Vec<Remark>,
}
