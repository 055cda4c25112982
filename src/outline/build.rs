//! From the draft to the public tree: titles, roles, the closing sentence.

use std::ops::Range;

use super::Outline;
use super::heading::{Division, divide, is_labelled};
use super::marker::ROMAN;
use super::reader::{Draft, Node, Unit};
use crate::document::{Block, Marker, ParagraphRole, Section, Text};
use crate::layout::{self, Content, Ledger, Sheet};
use crate::lexicon::types::type_at_start;
use crate::lexicon::{begins_with_any, is_upper, starts_with_skeleton, word_starts};
use crate::source::Span;

/// Builds the tree.
pub(super) fn build(
    sheet: &Sheet<'_>,
    content: &Content,
    draft: Draft,
    ledger: &mut Ledger<'_>,
) -> Outline {
    let mut units: Vec<Option<Unit>> = draft.units.into_iter().map(Some).collect();
    let mut top = draft.top;
    let first_unit = top.iter().position(|node| is_unit(sheet, &units, node)).unwrap_or(top.len());
    let body = if first_unit == top.len() { 0 } else { first_unit };
    let closing = take_closing(sheet, &mut top, &mut units, body);
    let mut builder = Builder { sheet, content, units, ledger };
    let before = top.len().min(first_unit);
    let rest = top.split_off(before);
    let mut preamble: Vec<Block> =
        top.into_iter().flat_map(|node| builder.preamble(node)).collect();
    let mut blocks = builder.blocks(rest);
    if blocks.is_empty() {
        blocks = split_unmarked(&mut preamble);
    }
    let closing = closing.map(|pieces| builder.ledger.verbatim(&pieces));
    Outline { preamble, blocks, closing }
}

/// In a plan without any unit the preamble ends with its legal bases and enacting words.
fn split_unmarked(preamble: &mut Vec<Block>) -> Vec<Block> {
    let has_role = |block: &Block| matches!(block, Block::Paragraph(p) if p.role.is_some());
    let end = preamble.iter().rposition(has_role).map_or(0, |last| last + 1);
    preamble.split_off(end)
}

/// Whether a node opens the body: a unit, but not a legal basis behind a dash.
fn is_unit(sheet: &Sheet<'_>, units: &[Option<Unit>], node: &Node) -> bool {
    match node {
        Node::Unit(index) => units[*index].as_ref().is_some_and(|unit| !is_basis_item(sheet, unit)),
        Node::Paragraph(_) | Node::Table(_) => false,
    }
}

/// "- Căn cứ …;": a legal basis with a dash before it (Party documents, guide §3.2).
fn is_basis_item(sheet: &Sheet<'_>, unit: &Unit) -> bool {
    if !unit.reading.family.is_bullet() || !unit.has_text {
        return false;
    }
    match unit.children.first() {
        Some(Node::Paragraph(pieces)) => {
            starts_with_skeleton(sheet.slice(&pieces[0]), "cancu").is_some()
        }
        _ => false,
    }
}

/// Takes the closing sentence ("Trên đây là Kế hoạch …") out of the last unit: it is not its text.
fn take_closing(
    sheet: &Sheet<'_>,
    top: &mut Vec<Node>,
    units: &mut [Option<Unit>],
    first_unit: usize,
) -> Option<Vec<Range<usize>>> {
    let mut nodes = top;
    let mut from = first_unit;
    loop {
        // The sentence stands last, or before one more paragraph at most.
        let count = nodes.len();
        let found = (count.saturating_sub(2).max(from)..count).rev().find(|at| match &nodes[*at] {
            Node::Paragraph(pieces) => closes(sheet.slice(&pieces[0])),
            Node::Unit(_) | Node::Table(_) => false,
        });
        if let Some(at) = found {
            let Node::Paragraph(pieces) = nodes.remove(at) else { return None };
            return Some(pieces);
        }
        let Some(Node::Unit(last)) = nodes.last() else { return None };
        let unit = units[*last].as_mut()?;
        from = usize::from(unit.has_text);
        nodes = &mut unit.children;
    }
}

fn closes(line: &str) -> bool {
    line.starts_with(['T', 't']) && starts_with_skeleton(line, "trenday").is_some()
}

struct Builder<'s, 'c, 'l, 't> {
    sheet: &'s Sheet<'s>,
    content: &'c Content,
    units: Vec<Option<Unit>>,
    ledger: &'l mut Ledger<'t>,
}

impl Builder<'_, '_, '_, '_> {
    /// A node before the first unit; the text of a dashed legal basis loses its dash.
    fn preamble(&mut self, node: Node) -> Vec<Block> {
        match node {
            Node::Paragraph(pieces) => {
                let text = self.sheet.flow(&pieces);
                let role = role(&text);
                vec![Block::Paragraph(self.ledger.paragraph_of(text, role, &pieces))]
            }
            Node::Table(index) => vec![self.table(index)],
            Node::Unit(index) => {
                let children = self.units[index].take().map(|unit| unit.children);
                let children = children.unwrap_or_default();
                children.into_iter().flat_map(|child| self.preamble(child)).collect()
            }
        }
    }

    fn blocks(&mut self, nodes: Vec<Node>) -> Vec<Block> {
        let mut blocks = Vec::with_capacity(nodes.len());
        self.add_blocks(nodes, &mut blocks);
        blocks
    }

    fn add_blocks(&mut self, nodes: Vec<Node>, blocks: &mut Vec<Block>) {
        for node in nodes {
            match node {
                Node::Paragraph(pieces) => {
                    blocks.push(Block::Paragraph(self.ledger.paragraph(None, &pieces)));
                }
                Node::Table(index) => blocks.push(self.table(index)),
                Node::Unit(index) => {
                    if let Some(unit) = self.units[index].take() {
                        blocks.push(Block::Section(self.section(unit)));
                    }
                }
            }
        }
    }

    fn table(&mut self, index: usize) -> Block {
        layout::table_block(self.sheet, &self.content.tables[index], self.ledger)
    }

    fn section(&mut self, unit: Unit) -> Section {
        let Unit { marker, reading, mut children, has_text } = unit;
        let marker_text = self.ledger.verbatim(std::slice::from_ref(&marker));
        let first = match children.first() {
            Some(Node::Paragraph(_)) if has_text => match children.remove(0) {
                Node::Paragraph(pieces) => Some(pieces),
                Node::Unit(_) | Node::Table(_) => None,
            },
            _ => None,
        };
        let (mut heading, mut opening) = (None, None);
        if let Some(pieces) = first {
            let text = self.sheet.flow(&pieces);
            let labelled = || self.are_labelled(&children);
            match divide(reading.family, &text, !children.is_empty(), labelled) {
                Division::Heading => heading = Some(self.ledger.value_of(text, &pieces)),
                Division::Text => {
                    opening = Some(self.ledger.paragraph_of(text, None, &pieces));
                }
                Division::RunIn(title, rest) => {
                    let (title, rest) = self.cut(&pieces, &text, title.end, rest);
                    heading = Some(self.ledger.value(&title));
                    opening = Some(self.ledger.paragraph(None, &rest));
                }
            }
        }
        // Blocks are large and units many: no place is kept free.
        let mut blocks = Vec::with_capacity(children.len() + usize::from(opening.is_some()));
        blocks.extend(opening.map(Block::Paragraph));
        self.add_blocks(children, &mut blocks);
        let marker = Marker {
            text: marker_text.text,
            span: marker_text.span,
            style: reading.family.style(),
            value: reading.value.levels().iter().map(|level| value_of(*level)).collect(),
        };
        let titled = heading.as_ref().map(|heading: &Text| heading.span);
        let spans = titled.into_iter().chain(blocks.iter().map(Block::span));
        let span = spans.fold(marker.span, Span::hull);
        Section { id: String::new(), marker, heading, span, children: blocks }
    }

    /// Whether these are units that all begin with a label.
    fn are_labelled(&self, children: &[Node]) -> bool {
        let labelled = |unit: &Unit| match unit.children.first() {
            Some(Node::Paragraph(pieces)) if unit.has_text => {
                is_labelled(unit.reading.family, self.sheet.slice(&pieces[0]))
            }
            _ => false,
        };
        !children.is_empty()
            && children.iter().all(|node| match node {
                Node::Unit(index) => self.units[*index].as_ref().is_some_and(labelled),
                Node::Paragraph(_) | Node::Table(_) => false,
            })
    }

    /// Cuts the pieces of a paragraph in two, at offsets of its running text.
    fn cut(
        &self,
        pieces: &[Range<usize>],
        text: &str,
        end: usize,
        start: usize,
    ) -> (Vec<Range<usize>>, Vec<Range<usize>>) {
        // Offsets of the running text do not count white space the same way: count letters.
        let before = text[..end].chars().filter(|c| !c.is_whitespace()).count();
        let until = text[..start].chars().filter(|c| !c.is_whitespace()).count();
        let (mut left, mut right) = (Vec::new(), Vec::new());
        let mut seen = 0;
        for piece in pieces {
            let words = self.sheet.slice(piece);
            let (mut cut, mut resume) = (None, None);
            for (at, c) in words.char_indices() {
                if c.is_whitespace() || c == '|' {
                    continue;
                }
                if seen == before && cut.is_none() {
                    cut = Some(at);
                }
                if seen == until && resume.is_none() {
                    resume = Some(at);
                }
                seen += 1;
            }
            let left_end = cut.or_else(|| (seen <= before).then_some(words.len()));
            if let Some(end) = left_end.filter(|end| *end > 0) {
                let kept = words[..end].trim_end().len();
                left.push(piece.start..piece.start + kept);
            }
            let right_start = resume.or_else(|| (seen > until).then_some(0));
            if let Some(start) = right_start {
                right.push(piece.start + start..piece.end);
            }
        }
        (left, right)
    }
}

/// Words that open a legal basis ("căn cứ"): NĐ 30/2020 Phụ lục I.
const BASES: [&str; 3] = ["cancu", "xetdenghi", "theodenghi"];

/// Words that open one where a document follows: "Thực hiện Kế hoạch số …", the habit of plans.
const CARRIED_OUT: [&str; 6] =
    ["thuchien", "thihanh", "tieptucthuchien", "dethuchien", "theo", "trencoso"];

/// How many words may stand between "Thực hiện" and the document it carries out.
const BASIS_WORDS: usize = 12;

/// What a paragraph of the preamble does.
fn role(text: &str) -> Option<ParagraphRole> {
    let begins = |keys: &[&str]| begins_with_any(text, keys).is_some();
    // "Thực hiện …, Sở … ban hành Kế hoạch như sau:" is basis and enactment in one: its citations
    // are bases.
    if begins(&BASES) || begins(&CARRIED_OUT) && names_a_document(text) {
        return Some(ParagraphRole::Basis);
    }
    let introduces = text.ends_with(':') && (is_upper(text) || word_starts(text).nth(3).is_some());
    let enacts = introduces
        || word_starts(text).any(|at| starts_with_skeleton(&text[at..], "nhusau").is_some());
    enacts.then_some(ParagraphRole::Enactment)
}

fn names_a_document(text: &str) -> bool {
    word_starts(text).take(BASIS_WORDS).any(|at| type_at_start(&text[at..]).is_some())
}

/// The value of a level as the tree gives it: of "(ii)" the figure alone.
fn value_of(level: u16) -> u32 {
    let level = u32::from(level);
    level.checked_sub(ROMAN).unwrap_or(level)
}
