//! Ways through the tree: walk it, find a section by its id, find what stands at an offset.

use super::{Block, Document, Section};

/// A block on the way through a document.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Node<'a> {
    /// The block.
    pub block: &'a Block,
    /// How deep it lies: 0 for a top-level block.
    pub depth: usize,
    /// Which appendix it lies in, counted from 0; `None` for the document proper.
    pub appendix: Option<usize>,
}

/// Iterator over the blocks of a document in source order, parents before children.
#[derive(Debug, Clone)]
pub struct Walk<'a> {
    stack: Vec<Node<'a>>,
}

impl<'a> Iterator for Walk<'a> {
    type Item = Node<'a>;

    fn next(&mut self) -> Option<Node<'a>> {
        let node = self.stack.pop()?;
        let children = node.block.children().iter().rev();
        self.stack.extend(children.map(|block| Node { block, depth: node.depth + 1, ..node }));
        Some(node)
    }
}

impl Document {
    /// All blocks of preamble, body and appendices, parents before children.
    ///
    /// ```
    /// let parsed = kehoach::parse("KẾ HOẠCH\nI. MỤC ĐÍCH\n1. Một.\n2. Hai.\n");
    /// let sections = parsed.document.walk().filter(|node| node.block.as_section().is_some());
    /// assert_eq!(sections.map(|node| node.depth).collect::<Vec<_>>(), [0, 1, 1]);
    /// ```
    pub fn walk(&self) -> Walk<'_> {
        let proper = self.preamble.iter().chain(&self.body).map(|block| (block, None));
        let attached = self.appendices.iter().enumerate().flat_map(|(index, appendix)| {
            appendix.preamble.iter().chain(&appendix.body).map(move |block| (block, Some(index)))
        });
        let mut stack: Vec<_> = proper
            .chain(attached)
            .map(|(block, appendix)| Node { block, depth: 0, appendix })
            .collect();
        stack.reverse();
        Walk { stack }
    }

    /// The section with this id: "II.1", "D5.2", "PL1/I" in "PHỤ LỤC 1".
    ///
    /// ```
    /// let parsed = kehoach::parse("KẾ HOẠCH\nI. MỤC ĐÍCH\n1. Một.\n2. Hai.\n");
    /// assert_eq!(parsed.document.section("I.2").expect("it is there").marker.text, "2.");
    /// ```
    pub fn section(&self, id: &str) -> Option<&Section> {
        self.walk().filter_map(|node| node.block.as_section()).find(|section| section.id == id)
    }

    /// The innermost block at a byte offset of the source.
    ///
    /// ```
    /// let text = "KẾ HOẠCH\nI. MỤC ĐÍCH\n1. Một.\n2. Hai.\n";
    /// let parsed = kehoach::parse(text);
    /// let offset = u32::try_from(text.find("Hai").expect("there")).expect("small");
    /// assert!(matches!(parsed.document.at(offset), Some(kehoach::Block::Paragraph(p)) if p.text == "Hai."));
    /// ```
    pub fn at(&self, offset: u32) -> Option<&Block> {
        self.walk()
            .filter(|node| node.block.span().contains(offset))
            .max_by_key(|node| node.depth)
            .map(|node| node.block)
    }
}

impl Block {
    /// The section, if it is one.
    pub fn as_section(&self) -> Option<&Section> {
        match self {
            Self::Section(section) => Some(section),
            Self::Paragraph(_) | Self::Table(_) => None,
        }
    }
}
