//! The foot: recipients and signatures.

use serde::{Deserialize, Serialize};

use super::text::Text;
use super::vocabulary::vocabulary;
use crate::source::Span;

vocabulary! {
    /// What an entry of the recipients' list is.
    RecipientKind {
        /// A body or person the document goes to.
        Addressee = "addressee",
        /// "Như trên", "Như Điều 3".
        AsAddressed = "as_addressed",
        /// "Lưu: VT, …".
        Archive = "archive",
    }
}

/// One entry under "Nơi nhận".
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Recipient {
    /// The whole entry as printed, without its bullet.
    pub text: String,
    /// Where it stands.
    pub span: Span,
    /// The pieces, if the other column interrupts it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<Span>,
    /// Who: "UBND tỉnh"; in the archive line the units that keep it.
    pub name: String,
    /// What for: the last parenthesis ("để b/c"); "Lưu" in the archive line.
    pub purpose: Option<String>,
    /// What kind of entry.
    pub kind: RecipientKind,
    /// Number of copies, where it is given: 2 of "(2b)".
    pub copies: Option<u32>,
    /// Entries listed under this one.
    pub children: Vec<Recipient>,
}

/// A line by which the signer acts for another ("TM. ỦY BAN NHÂN DÂN", NĐ 30/2020 Phụ lục I).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Authority {
    /// The sign it begins with, as printed: TM. KT. TL. TUQ. Q. T/M K/T.
    pub prefix: String,
    /// The whole line.
    pub text: String,
    /// Where it stands.
    pub span: Span,
    /// The pieces, if other text interrupts it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<Span>,
}

/// A signature block.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Signature {
    /// The hull of its lines.
    pub span: Span,
    /// On whose behalf, one entry a line.
    pub authority: Vec<Authority>,
    /// The signer's own post.
    pub position: Option<Text>,
    /// Military rank or academic title before the name.
    pub rank: Option<Text>,
    /// The signer.
    pub name: Option<Text>,
}
