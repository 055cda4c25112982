//! Values that stand in the text: each keeps its words and its place.

use serde::{Deserialize, Serialize};

use super::vocabulary::vocabulary;
use crate::source::Span;

/// Words of the document and where they stand.
///
/// `text` is the evidence as printed, white space collapsed, in Unicode NFC, without markup signs
/// and without trailing `; , . :` (paragraphs keep theirs).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Text {
    /// The words.
    pub text: String,
    /// Where they stand; the hull of `parts` if there are any.
    pub span: Span,
    /// The pieces of a value that other text interrupts (a page number, the other column).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<Span>,
}

vocabulary! {
    /// What a date is.
    DateKind {
        /// A day: "ngày 05 tháng 3 năm 2020".
        Day = "day",
        /// A month: "tháng 4/2022".
        Month = "month",
        /// A quarter: "quý I/2020".
        Quarter = "quarter",
        /// Half a year: "6 tháng đầu năm 2020".
        HalfYear = "half_year",
        /// A year: "năm 2020".
        Year = "year",
        /// From one date to another.
        Range = "range",
        /// A school year: "năm học 2024-2025".
        SchoolYear = "school_year",
        /// Something that comes again: "hằng năm".
        Recurring = "recurring",
        /// Relative to an event: "trước 05 ngày tổ chức Hội nghị".
        Relative = "relative",
        /// A date of the lunar calendar.
        Lunar = "lunar",
        /// A date with blanks: "ngày    tháng 3 năm 2020".
        Incomplete = "incomplete",
    }
}

vocabulary! {
    /// How a deadline stands to its date.
    DateRelation {
        /// "trước": exclusive.
        Before = "before",
        /// "chậm nhất", "đến hết": inclusive.
        By = "by",
        /// "sau".
        After = "after",
        /// "từ", "kể từ".
        From = "from",
        /// "đến".
        Until = "until",
        /// "trong".
        In = "in",
    }
}

vocabulary! {
    /// What a value rests on.
    Basis {
        /// It is written there.
        Stated = "stated",
        /// It follows from what is written elsewhere in the document.
        Inferred = "inferred",
        /// The caller knows it ([`Parser::supplied`](crate::Parser::supplied)); the document does not say.
        Supplied = "supplied",
    }
}

/// The keys that came after the first version of the format: output without them stays valid.
#[cfg(feature = "schema")]
pub(crate) fn came_later(schema: &mut schemars::Schema) {
    if let Some(serde_json::Value::Array(required)) = schema.get_mut("required") {
        let later = ["partial", "time", "review", "carrier", "confidence", "mixture", "losses"];
        required.retain(|key| !key.as_str().is_some_and(|key| later.contains(&key)));
    }
}

/// A date or period ("ngày 05 tháng 3 năm 2020").
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transform = came_later))]
#[non_exhaustive]
pub struct Date {
    /// The words.
    pub text: String,
    /// Where they stand.
    pub span: Span,
    /// The pieces, if other text interrupts it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<Span>,
    /// The value in Extended Date/Time Format (ISO 8601-2); `None` where there is none to give.
    pub edtf: Option<String>,
    /// What kind of date.
    pub kind: DateKind,
    /// How it bounds, if it does.
    pub relation: Option<DateRelation>,
    /// What the value rests on.
    pub basis: Basis,
    /// ISO 8601 period of a recurring date.
    pub recurrence: Option<String>,
    /// What is known of a date without a year, as ISO 8601:2000 truncates it: "--12-15", "--06", "---20".
    #[serde(default)]
    pub partial: Option<String>,
    /// Time of the day that stands beside the date: "08:00", or two with a stroke between.
    #[serde(default)]
    pub time: Option<String>,
}

/// Number and symbol of a document ("số và ký hiệu", NĐ 30/2020 Phụ lục I): "12/KH-STC".
///
/// `text` has no spaces and plain hyphens. A number left blank keeps its symbol: "/KH-STC".
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Number {
    /// The whole of it without spaces.
    pub text: String,
    /// Where it stands.
    pub span: Span,
    /// The pieces, if other text interrupts it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<Span>,
    /// The running number; `None` where blank or illegible.
    pub ordinal: Option<u32>,
    /// What follows the running number: "c" of 30c, ".25" of 66.25.
    pub suffix: Option<String>,
    /// The year in the symbol of a normative act: 2020 of 30/2020/NĐ-CP.
    pub year: Option<u16>,
    /// The letters behind: "KH-STC".
    pub symbol: Option<String>,
}

/// Type of a document ("loại văn bản").
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Kind {
    /// Official abbreviation (NĐ 30/2020 Phụ lục III): KH, QĐ, NQ …
    pub code: Option<String>,
    /// Its name: "Kế hoạch".
    pub name: Option<String>,
}

/// Identity of a document as far as it is known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Key {
    /// `vn/<place>/<issuer>/<kind>/<year>/<ordinal>`, `_` for a part that is unknown.
    pub id: String,
    /// The names of the unknown parts.
    pub missing: Vec<String>,
}
