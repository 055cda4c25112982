//! The outline: content lines to paragraphs, marked units and their nesting.

mod address;

use crate::document::{Block, Text};
use crate::layout::{Content, Ledger, Sheet};
use crate::parser::Limits;

pub(crate) use self::address::address;

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
    _limits: &Limits,
    ledger: &mut Ledger<'_>,
) -> Outline {
    let mut blocks: Vec<Block> = content
        .text
        .iter()
        .map(|line| Block::Paragraph(ledger.paragraph(None, &[sheet.lines[*line].range.clone()])))
        .collect();
    blocks.extend(content.tables.iter().map(|grid| crate::layout::block(sheet, grid, ledger)));
    blocks.sort_by_key(Block::span);
    Outline { blocks, ..Outline::default() }
}
