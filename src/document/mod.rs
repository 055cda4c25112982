//! The public tree: data only, no lifetimes, every node with its place in the source.

mod agenda;
mod block;
pub(crate) mod calendar;
mod foot;
mod index;
pub(crate) mod places;
mod review;
mod text;
mod view;
pub(crate) mod vocabulary;

use serde::{Deserialize, Serialize};

pub use self::block::{Block, Marker, MarkerStyle, Paragraph, ParagraphRole, Section, Table};
pub use self::calendar::{Day, NoDay, Period, Precision};
pub use self::foot::{Authority, Recipient, RecipientKind, Signature};
pub use self::index::{
    Agency, Citation, CitationRole, CitedDocument, Issuer, Relation, Resolution, Task, TaskRole,
    TaskSource,
};
pub use self::review::{Reason, Review, ReviewStatus};
#[cfg(feature = "schema")]
pub(crate) use self::text::came_later;
pub use self::text::{Basis, Date, DateKind, DateRelation, Key, Kind, Number, Text};
pub use self::view::{Node, Walk};
use self::vocabulary::vocabulary;
use crate::source::Span;

/// A plan ("Kế hoạch") or another administrative document, read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(transform = came_later))]
#[non_exhaustive]
pub struct Document {
    /// Identity of the document itself.
    pub key: Option<Key>,
    /// Its type.
    pub kind: Option<Kind>,
    /// The letterhead.
    pub header: Header,
    /// "Kính gửi".
    pub addressees: Vec<Text>,
    /// The type line: "KẾ HOẠCH".
    pub title: Option<Text>,
    /// What it is about ("trích yếu").
    pub subject: Option<Text>,
    /// The unmarked paragraphs before the first unit.
    pub preamble: Vec<Block>,
    /// Units, paragraphs and tables in order.
    pub body: Vec<Block>,
    /// The closing sentence: "Trên đây là …".
    pub closing: Option<Text>,
    /// "Nơi nhận".
    pub recipients: Vec<Recipient>,
    /// Who signed.
    pub signatures: Vec<Signature>,
    /// What follows the signatures.
    pub appendices: Vec<Appendix>,
    /// Mentions of other documents.
    pub citations: Vec<Citation>,
    /// The documents behind the mentions.
    pub cited_documents: Vec<CitedDocument>,
    /// Dates and periods.
    pub dates: Vec<Date>,
    /// Who has to do what.
    pub tasks: Vec<Task>,
    /// What belongs to the page and not to the document.
    pub page_furniture: Vec<Furniture>,
    /// How far the reading can be trusted.
    #[serde(default)]
    pub review: Review,
}

/// The letterhead (NĐ 30/2020 Phụ lục I, boxes 1–4 and 10).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Header {
    /// The superior body ("cơ quan chủ quản").
    pub parent_authority: Option<Text>,
    /// The issuing bodies; several for a joint document.
    pub issuing_authorities: Vec<Text>,
    /// Number and symbol.
    pub number: Option<Number>,
    /// Place of issue.
    pub place: Option<Text>,
    /// Date of issue.
    pub date: Option<Date>,
    /// Secrecy mark: MẬT, TỐI MẬT, TUYỆT MẬT.
    pub secrecy: Option<Text>,
    /// Urgency mark: KHẨN, THƯỢNG KHẨN, HỎA TỐC.
    pub urgency: Option<Text>,
}

/// What follows the signatures: a PHỤ LỤC, or an attached document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Appendix {
    /// "PHỤ LỤC I"; of an attached document its type line.
    pub label: Option<Text>,
    /// Its title; of an attached document its subject.
    pub title: Option<Text>,
    /// Type of an attached document.
    pub kind: Option<Kind>,
    /// Where it stands.
    pub span: Span,
    /// The unmarked paragraphs before the first unit.
    pub preamble: Vec<Block>,
    /// Units, paragraphs and tables in order.
    pub body: Vec<Block>,
    /// Closing sentence of its own.
    pub closing: Option<Text>,
    /// "Nơi nhận" of its own.
    pub recipients: Vec<Recipient>,
    /// Signatures of its own.
    pub signatures: Vec<Signature>,
}

vocabulary! {
    /// What a piece of page furniture is.
    FurnitureKind {
        /// "3", "Trang 3".
        PageNumber = "page_number",
        /// A line that every page repeats.
        RunningHead = "running_head",
        /// "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc".
        Motto = "motto",
        /// "-----", "***".
        Rule = "rule",
        /// A digital or rubber stamp, a draft mark.
        Stamp = "stamp",
        /// A word that only names what follows: "Số:", "Nơi nhận:".
        Label = "label",
        /// What a web page or converter added.
        Chrome = "chrome",
        /// What fits nowhere; a diagnostic says so.
        Unassigned = "unassigned",
    }
}

/// What belongs to the page, not to the document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Furniture {
    /// What it is.
    pub kind: FurnitureKind,
    /// Its words.
    pub text: String,
    /// Where it stands.
    pub span: Span,
    /// The pieces, if other text interrupts it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<Span>,
}
