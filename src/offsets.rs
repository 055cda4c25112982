//! What spans count.

use std::fmt;
use std::str::FromStr;

use crate::document::places::Placed as _;
use crate::json::Parsed;
use crate::source::{Positions, Span};

/// What the numbers of a span count, from the start of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum OffsetUnit {
    /// Bytes of UTF-8: offsets in Rust, Go, C.
    #[default]
    Utf8Byte,
    /// Units of UTF-16: offsets in JavaScript, Java, C#.
    Utf16,
    /// Code points: offsets in Python, R, SQL.
    CodePoint,
}

impl OffsetUnit {
    /// Every unit.
    pub const ALL: [Self; 3] = [Self::Utf8Byte, Self::Utf16, Self::CodePoint];

    /// The name as it stands in the JSON: `utf8-byte`, `utf16`, `codepoint`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Utf8Byte => "utf8-byte",
            Self::Utf16 => "utf16",
            Self::CodePoint => "codepoint",
        }
    }
}

impl fmt::Display for OffsetUnit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A text that names no unit of offsets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no unit of offsets: it is one of utf8-byte, utf16, codepoint")]
#[non_exhaustive]
pub struct NoOffsetUnit;

impl FromStr for OffsetUnit {
    type Err = NoOffsetUnit;

    fn from_str(name: &str) -> Result<Self, NoOffsetUnit> {
        Self::ALL.into_iter().find(|unit| unit.as_str() == name).ok_or(NoOffsetUnit)
    }
}

impl Parsed {
    /// Makes every span count in `unit`; `source.offset_unit` says so. `text` is the text that was read,
    /// for bytes what [`decode`](crate::decode) gives.
    ///
    /// Spans are bytes of UTF-8 when a text has been read, and methods such as [`Span::slice`] and
    /// [`Document::at`](crate::Document::at) take them so. A tree that counts in another unit stays as it is.
    ///
    /// ```
    /// use kehoach::OffsetUnit;
    ///
    /// let text = "KẾ HOẠCH\nPhong trào thi đua năm 2024\n";
    /// let mut parsed = kehoach::parse(text);
    /// parsed.count_offsets_in(OffsetUnit::CodePoint, text);
    /// assert_eq!(parsed.source.offset_unit, "codepoint");
    /// let subject = parsed.document.subject.expect("a subject").span;
    /// let (start, length) = (subject.start as usize, subject.len() as usize);
    /// let words: String = text.chars().skip(start).take(length).collect();
    /// assert_eq!(words, "Phong trào thi đua năm 2024");
    /// ```
    pub fn count_offsets_in(&mut self, unit: OffsetUnit, text: &str) {
        if self.source.offset_unit != OffsetUnit::Utf8Byte.as_str() || unit == OffsetUnit::Utf8Byte
        {
            return;
        }
        let positions = Positions::new(text);
        let offset = |offset| match unit {
            OffsetUnit::Utf8Byte => offset,
            OffsetUnit::Utf16 => positions.utf16(offset),
            OffsetUnit::CodePoint => positions.code_points(offset),
        };
        let mut change = |span: &mut Span| *span = Span::new(offset(span.start), offset(span.end));
        self.document.each_place(&mut change);
        self.diagnostics.each_place(&mut change);
        self.source.offset_unit = unit.to_string();
    }
}
