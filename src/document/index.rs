//! Indexes over the whole document: citations, cited documents, tasks.

use serde::{Deserialize, Serialize};

use super::text::{Date, Key, Kind, Number, Text};
use super::vocabulary::vocabulary;
use crate::source::Span;

vocabulary! {
    /// Where a citation serves.
    CitationRole {
        /// In a legal-basis clause of the preamble.
        Basis = "basis",
        /// Anywhere else.
        Mention = "mention",
    }
}

vocabulary! {
    /// What the citing text does to the cited document.
    Relation {
        /// "sửa đổi, bổ sung".
        Amends = "amends",
        /// "thay thế".
        Replaces = "replaces",
        /// "bãi bỏ".
        Repeals = "repeals",
        /// "thực hiện", "hướng dẫn thi hành".
        Implements = "implements",
    }
}

vocabulary! {
    /// How a mention is tied to its document.
    Resolution {
        /// By its own words.
        Explicit = "explicit",
        /// "Kế hoạch 04 nêu trên".
        ShortForm = "short_form",
        /// "sau đây gọi tắt là …".
        Alias = "alias",
    }
}

/// A mention of another document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Citation {
    /// Its name in this document: "c1".
    pub id: String,
    /// Where it stands.
    pub span: Span,
    /// The pieces, if other text interrupts it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<Span>,
    /// Its words.
    pub text: String,
    /// Type of the cited document.
    pub kind: Option<Kind>,
    /// Number and symbol.
    pub number: Option<Number>,
    /// Date of the cited document.
    pub date: Option<Date>,
    /// Who issued it.
    pub issuer: Option<Text>,
    /// Name of a law or congress resolution.
    pub name: Option<Text>,
    /// What it is about ("về việc …").
    pub subject: Option<Text>,
    /// The part that is cited: "điểm a khoản 2 Điều 5".
    pub pinpoint: Option<Text>,
    /// Where it serves.
    pub role: CitationRole,
    /// What the words around do to it.
    pub relation: Option<Relation>,
    /// Id of the section it stands in.
    pub section: Option<String>,
    /// Id of the cited document.
    pub document: Option<String>,
    /// How it is tied to that document.
    pub resolution: Option<Resolution>,
}

/// Issuer of a cited document with its place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Issuer {
    /// The issuer phrase.
    pub text: Option<String>,
    /// Its place.
    pub place: Option<String>,
    /// What the place rests on.
    pub place_basis: Option<super::text::Basis>,
}

/// A document behind one or several mentions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct CitedDocument {
    /// Its name in this document: "d1".
    pub id: String,
    /// Its identity.
    pub key: Key,
    /// Its type.
    pub kind: Option<Kind>,
    /// Number and symbol.
    pub number: Option<String>,
    /// Its date in EDTF.
    pub date: Option<String>,
    /// Who issued it.
    pub issuer: Issuer,
    /// Ids of the citations that mean it.
    pub mentions: Vec<String>,
}

/// A body, post or group that has to do something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Agency {
    /// The full name where a shared head is distributed.
    pub name: String,
    /// Taken from an introducing line or heading.
    pub inherited: bool,
    /// The words.
    pub text: String,
    /// Where they stand.
    pub span: Span,
    /// The pieces, if other text interrupts it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<Span>,
}

vocabulary! {
    /// Where a task was read.
    TaskSource {
        /// A sentence with its doer.
        Sentence = "sentence",
        /// An item under an assignee.
        List = "list",
        /// Text under a heading that names the assignee.
        Heading = "heading",
        /// A table row.
        Table = "table",
        /// A labelled line.
        Label = "label",
    }
}

/// A further role in a task.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct TaskRole {
    /// advise, direct, monitor, focal, invited …
    pub role: String,
    /// Who has it.
    pub agency: Agency,
}

/// Who has to do what.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Task {
    /// Its name in this document: "t1".
    pub id: String,
    /// Id of the section it stands in.
    pub section: Option<String>,
    /// Its words.
    pub text: String,
    /// Where they stand.
    pub span: Span,
    /// The pieces, if other text interrupts it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<Span>,
    /// Who leads; never empty.
    pub lead: Vec<Agency>,
    /// Who co-operates.
    pub cooperating: Vec<Agency>,
    /// Further roles.
    pub roles: Vec<TaskRole>,
    /// What is to be done.
    pub action: Option<Text>,
    /// The first of `deadlines`.
    pub deadline: Option<Date>,
    /// All deadlines.
    pub deadlines: Vec<Date>,
    /// ISO 8601 period of a recurring task.
    pub recurrence: Option<String>,
    /// What comes of it.
    pub deliverable: Option<Text>,
    /// Where it was read.
    pub source: TaskSource,
}
