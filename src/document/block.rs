//! The body: paragraphs, numbered units, tables.

use serde::{Deserialize, Serialize};

use super::text::Text;
use super::vocabulary::vocabulary;
use crate::source::Span;

vocabulary! {
    /// What a paragraph of the preamble does.
    ParagraphRole {
        /// A legal basis ("căn cứ"): "Căn cứ Luật …;".
        Basis = "basis",
        /// The words that enact: "… xây dựng Kế hoạch như sau:".
        Enactment = "enactment",
    }
}

/// Running text between two breaks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Paragraph {
    /// What it does, where that is known.
    pub role: Option<ParagraphRole>,
    /// Its words, final punctuation kept.
    pub text: String,
    /// Where it stands.
    pub span: Span,
    /// The pieces, if a page number or the other column interrupts it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<Span>,
}

vocabulary! {
    /// The family a marker belongs to.
    MarkerStyle {
        /// "Phần I", "PHẦN THỨ NHẤT".
        Part = "part",
        /// "Chương I".
        Chapter = "chapter",
        /// "Mục 1".
        Division = "division",
        /// "Tiểu mục 1".
        Subdivision = "subdivision",
        /// "Điều 5.".
        Article = "article",
        /// "I.", "I-", "I/".
        UpperRoman = "upper_roman",
        /// "A.".
        UpperLetter = "upper_letter",
        /// "1.", "1)", "1/".
        Decimal = "decimal",
        /// "1.2.3.".
        MultilevelDecimal = "multilevel_decimal",
        /// "a)", "đ.".
        LowerLetter = "lower_letter",
        /// "ii)".
        LowerRoman = "lower_roman",
        /// "(1)".
        ParenthesizedDecimal = "parenthesized_decimal",
        /// "(a)", "(i)".
        ParenthesizedLetter = "parenthesized_letter",
        /// "-", "–", "—".
        Dash = "dash",
        /// "+".
        Plus = "plus",
        /// "*".
        Asterisk = "asterisk",
        /// "•", "▪" and the private-use signs of symbol fonts.
        Bullet = "bullet",
    }
}

/// The sign that opens a unit: "II.", "1.2.", "a)", "-".
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Marker {
    /// As printed, with its punctuation.
    pub text: String,
    /// Where it stands.
    pub span: Span,
    /// The pieces, if the sign of an escape interrupts it: `1\.`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<Span>,
    /// Its family.
    pub style: MarkerStyle,
    /// Its value: `[2]`, `[1, 2, 3]` for 1.2.3; a bullet's position among its siblings.
    pub value: Vec<u32>,
}

/// A marked unit: "I.", "1.", "a)", "-", "Điều 5." …
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Section {
    /// Its address, unique in the document: "II.1.a".
    pub id: String,
    /// The sign that opens it.
    pub marker: Marker,
    /// A title of its own, also one that runs in before a colon.
    pub heading: Option<Text>,
    /// From the marker to the end of the last child.
    pub span: Span,
    /// What it holds.
    pub children: Vec<Block>,
}

/// A content table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Table {
    /// Where it stands.
    pub span: Span,
    /// The header cells; empty where the table has none.
    pub columns: Vec<Text>,
    /// The rows, each with one cell per column; an empty cell has empty text.
    pub rows: Vec<Vec<Text>>,
}

/// What the body is made of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "snake_case")]
#[non_exhaustive]
pub enum Block {
    /// Running text.
    Paragraph(Paragraph),
    /// A marked unit.
    Section(Section),
    /// A table.
    Table(Table),
}

impl Block {
    /// Where it stands.
    pub fn span(&self) -> Span {
        match self {
            Self::Paragraph(p) => p.span,
            Self::Section(s) => s.span,
            Self::Table(t) => t.span,
        }
    }

    /// The blocks inside it; none for paragraphs and tables.
    pub fn children(&self) -> &[Block] {
        match self {
            Self::Section(s) => &s.children,
            Self::Paragraph(_) | Self::Table(_) => &[],
        }
    }
}
