//! Places in the source text.

use serde::{Deserialize, Serialize};

/// A half-open range `[start, end)` of bytes of the UTF-8 source text; in JSON a pair of numbers.
///
/// For UTF-8 input these are the bytes of the file itself; for other encodings the bytes of the
/// decoded text. Both ends lie on character boundaries.
///
/// ```
/// let text = "KẾ HOẠCH\nTổng kết năm 2024\n";
/// let parsed = kehoach::parse(text);
/// let title = parsed.document.title.expect("the type line");
/// assert_eq!(title.span.slice(text), Some("KẾ HOẠCH"));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(from = "[u32; 2]", into = "[u32; 2]")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(with = "[u32; 2]"))]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// Byte behind the last.
    pub end: u32,
}

impl Span {
    /// The span `[start, end)`; an end before the start is raised to it.
    pub const fn new(start: u32, end: u32) -> Self {
        Self { start, end: if end < start { start } else { end } }
    }

    /// Length in bytes.
    pub const fn len(self) -> u32 {
        self.end - self.start
    }

    /// Whether it holds no byte.
    pub const fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether `offset` lies in it.
    pub const fn contains(self, offset: u32) -> bool {
        self.start <= offset && offset < self.end
    }

    /// Whether `other` lies in it wholly.
    pub const fn covers(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The smallest span that holds both.
    #[must_use]
    pub fn hull(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// What it slices from `text`; `None` where it does not fit that text.
    pub fn slice(self, text: &str) -> Option<&str> {
        text.get(self.start as usize..self.end as usize)
    }
}

impl From<[u32; 2]> for Span {
    fn from([start, end]: [u32; 2]) -> Self {
        Self::new(start, end)
    }
}

impl From<Span> for [u32; 2] {
    fn from(span: Span) -> Self {
        [span.start, span.end]
    }
}
