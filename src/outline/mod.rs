//! The outline: content lines to paragraphs, marked units and their nesting.

mod address;
mod build;
mod family;
mod heading;
mod marker;
mod nesting;
mod reader;
mod reading;
mod reflow;

use crate::diagnostic::Code;
use crate::document::{Block, Text};
use crate::layout::{Content, Ledger, Sheet};
use crate::parser::Limits;

pub(crate) use self::address::address;
pub(crate) use self::marker::opens_outline;

/// The content of a document as a tree.
#[derive(Debug, Default)]
pub(crate) struct Outline {
    /// The unmarked paragraphs before the first unit.
    pub(crate) preamble: Vec<Block>,
    /// Units, paragraphs and tables.
    pub(crate) blocks: Vec<Block>,
    /// "Trên đây là …".
    pub(crate) closing: Option<Text>,
}

/// Reads the outline of a document's content.
pub(crate) fn read(
    sheet: &Sheet<'_>,
    content: &Content,
    limits: &Limits,
    ledger: &mut Ledger<'_>,
) -> Outline {
    let draft = reader::draft(sheet, content, limits, ledger);
    build::build(sheet, content, draft, ledger)
}

/// The lines from `first` on, which lie behind the input limit: plain paragraphs, one a line, and one
/// for all that is over the block limit; then what lies behind the limit of lines, in one paragraph.
pub(crate) fn rest(
    sheet: &Sheet<'_>,
    first: usize,
    limits: &Limits,
    ledger: &mut Ledger<'_>,
) -> Vec<Block> {
    let lines: Vec<_> = sheet.lines[first..].iter().map(|line| line.range.clone()).collect();
    if let Some(start) = lines.first() {
        let limit = limits.input_bytes;
        let message =
            format!("the text is longer than {limit} bytes; the rest is kept as plain paragraphs");
        ledger.report(Code::LimitInput, start, message, &[("limit", limit.into())]);
    }
    let unread = Some(&sheet.rest).filter(|rest| !rest.is_empty());
    if let Some(rest) = unread {
        let limit = limits.lines;
        let message =
            format!("the text has more than {limit} lines; the rest is kept as one paragraph");
        let start = rest.start..rest.start;
        ledger.report(Code::LimitLines, &start, message, &[("limit", limit.into())]);
    }
    let (each, together) = lines.split_at(lines.len().min(limits.blocks));
    let pieces = each.iter().map(std::slice::from_ref).chain([together]);
    let pieces = pieces.filter(|pieces| !pieces.is_empty()).chain(unread.map(std::slice::from_ref));
    pieces.map(|pieces| Block::Paragraph(ledger.paragraph(None, pieces))).collect()
}
