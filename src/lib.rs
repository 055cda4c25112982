//! Reads the plain text of Vietnamese administrative plans ("Kế hoạch") into a typed tree.

#![cfg_attr(docsrs, feature(doc_cfg))]

mod diagnostic;
mod document;
mod error;
mod inline;
mod json;
mod layout;
mod lexicon;
mod meaning;
mod outline;
mod parser;
mod source;

pub use crate::diagnostic::{Code, Diagnostic, Label, Severity};
pub use crate::document::{
    Agency, Appendix, Authority, Basis, Block, Citation, CitationRole, CitedDocument, Date,
    DateKind, DateRelation, Document, Furniture, FurnitureKind, Header, Issuer, Key, Kind, Marker,
    MarkerStyle, Node, Number, Paragraph, ParagraphRole, Recipient, RecipientKind, Relation,
    Resolution, Section, Signature, Table, Task, TaskRole, TaskSource, Text, Walk,
};
pub use crate::error::Error;
pub use crate::json::{FORMAT_VERSION, Generator, Parsed, RULES_VERSION, Source};
pub use crate::parser::{Indexes, Limits, Parser, parse};
pub use crate::source::{LineColumn, Positions, Span};
