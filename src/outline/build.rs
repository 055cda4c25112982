//! From the draft to the public tree: titles, roles, the closing sentence.

use std::ops::Range;

use super::Outline;
use super::heading::{Below, Division, divide, is_labelled};
use super::marker::ROMAN;
use super::reader::{Draft, Node, Unit};
use crate::document::{Block, Marker, ParagraphRole, Section, Text};
use crate::layout::{self, Content, Ledger, Sheet};
use crate::lexicon::types::type_at_start;
use crate::lexicon::{
    begins_with_any, ends_with_skeleton, is_upper, opens_spelt, starts_with_skeleton, word_starts,
};
use crate::source::Span;

/// Builds the tree.
pub(super) fn build(
    sheet: &Sheet<'_>,
    content: &Content,
    draft: Draft,
    ledger: &mut Ledger<'_>,
) -> Outline {
    let mut tree = Tree::of(draft);
    let notes = tree.notes.clone();
    let top = tree.held[TOP].clone();
    let unit = top.clone().find(|at| tree.is_unit(sheet, tree.nodes[*at]));
    let closing = tree.take_closing(sheet, unit.unwrap_or(top.start));
    let top = tree.held[TOP].clone();
    let first_unit = unit.unwrap_or(top.end).min(top.end);
    let mut builder = Builder { sheet, content, tree, ledger };
    let mut preamble = Vec::with_capacity(first_unit - top.start);
    builder.preamble(top.start..first_unit, &mut preamble);
    continue_bases(&mut preamble);
    let mut blocks = builder.blocks(first_unit..top.end);
    if blocks.is_empty() {
        blocks = split_unmarked(&mut preamble);
    }
    builder.add(notes, &mut blocks);
    let closing =
        closing.map(|(start, end)| builder.ledger.verbatim(&builder.tree.pieces[start..end]));
    Outline { preamble, blocks, closing }
}

/// A list of legal bases goes on where a paragraph names the next document: "…; / Hướng dẫn số …".
fn continue_bases(preamble: &mut [Block]) {
    let mut open = false;
    for block in preamble {
        let Block::Paragraph(paragraph) = block else {
            open = false;
            continue;
        };
        if open && type_at_start(&paragraph.text).is_some() && !decides(&paragraph.text) {
            paragraph.role = Some(ParagraphRole::Basis);
        }
        let goes_on = paragraph.text.ends_with([';', ',']);
        open = paragraph.role == Some(ParagraphRole::Basis) && goes_on;
    }
}

/// The draft with the nodes of each unit side by side.
struct Tree {
    units: Vec<Unit>,
    pieces: Vec<Range<usize>>,
    nodes: Vec<Node>,
    /// Which of the nodes stand at the top, and which each unit holds, see [`held_by`].
    held: Vec<Range<usize>>,
    /// The footnotes behind the foot, which nothing holds.
    notes: Range<usize>,
}

/// What stands outside every unit.
const TOP: usize = 0;

/// The place of a unit in [`Tree::held`].
fn held_by(unit: usize) -> usize {
    unit + 1
}

impl Tree {
    fn of(draft: Draft) -> Self {
        let Draft { units, pieces, nodes: drafted, before_notes } = draft;
        let notes = &drafted[before_notes.unwrap_or(drafted.len())..];
        let notes = notes.iter().filter(|(owner, _)| owner.is_none()).count();
        let place = |owner: Option<usize>| owner.map_or(TOP, held_by);
        let mut held = vec![0..0; units.len() + 1];
        for (owner, _) in &drafted {
            held[place(*owner)].end += 1;
        }
        let mut end = 0;
        for range in &mut held {
            let start = end;
            end += range.end;
            *range = start..start;
        }
        let mut nodes = vec![Node::Table(0); drafted.len()];
        for (owner, node) in drafted {
            let range = &mut held[place(owner)];
            nodes[range.end] = node;
            range.end += 1;
        }
        // They are the last at the top.
        let top = &mut held[TOP];
        let notes = top.end - notes..top.end;
        top.end = notes.start;
        Self { units, pieces, nodes, held, notes }
    }

    /// The first line of a paragraph.
    fn first_line<'s>(&self, sheet: &Sheet<'s>, node: Node) -> Option<&'s str> {
        match node {
            Node::Paragraph(start, _) => Some(sheet.slice(&self.pieces[start])),
            Node::Unit(_) | Node::Table(_) => None,
        }
    }

    /// The first line of the text of a unit.
    fn text<'s>(&self, sheet: &Sheet<'s>, unit: usize) -> Option<&'s str> {
        let first = self.nodes[self.held[held_by(unit)].clone()].first();
        self.first_line(sheet, *first.filter(|_| self.units[unit].has_text)?)
    }

    /// Whether a node opens the body: a unit, but not a legal basis behind a dash.
    fn is_unit(&self, sheet: &Sheet<'_>, node: Node) -> bool {
        match node {
            Node::Unit(unit) => !self.is_basis_item(sheet, unit),
            Node::Paragraph(..) | Node::Table(_) => false,
        }
    }

    /// "- Căn cứ …;", "- Thực hiện Kế hoạch số …;": a legal basis with a dash before it (Party
    /// documents, guide §3.2).
    fn is_basis_item(&self, sheet: &Sheet<'_>, unit: usize) -> bool {
        let is_basis = |text: &str| {
            let follows = |verb: &&str| {
                starts_with_skeleton(text, verb)
                    .is_some_and(|len| type_at_start(text[len..].trim_start()).is_some())
            };
            starts_with_skeleton(text, "cancu").is_some()
                || ["thuchien", "theo", "trienkhai", "tieptucthuchien"].iter().any(follows)
        };
        self.units[unit].reading.family.is_bullet() && self.text(sheet, unit).is_some_and(is_basis)
    }

    /// Takes the closing sentence ("Trên đây là Kế hoạch …") out of the last unit: it is not its text.
    /// At the top it stands behind the node `from`. Gives its lines.
    fn take_closing(&mut self, sheet: &Sheet<'_>, from: usize) -> Option<(usize, usize)> {
        let (mut holder, mut from) = (TOP, from);
        loop {
            let nodes = self.held[holder].clone();
            // The sentence stands last, or before one more paragraph at most.
            let mut last_two = (nodes.end.saturating_sub(2).max(from)..nodes.end).rev();
            let found =
                last_two.find(|at| self.first_line(sheet, self.nodes[*at]).is_some_and(closes));
            if let Some(at) = found {
                let Node::Paragraph(start, end) = self.nodes[at] else { return None };
                self.nodes[at..nodes.end].rotate_left(1);
                self.held[holder].end -= 1;
                return Some((start, end));
            }
            let Some(Node::Unit(unit)) = self.nodes[nodes].last() else { return None };
            holder = held_by(*unit);
            from = self.held[holder].start + usize::from(self.units[*unit].has_text);
        }
    }
}

/// In a plan without any unit the preamble ends with its legal bases and enacting words.
fn split_unmarked(preamble: &mut Vec<Block>) -> Vec<Block> {
    let has_role = |block: &Block| matches!(block, Block::Paragraph(p) if p.role.is_some());
    match preamble.iter().rposition(has_role) {
        Some(last) => preamble.split_off(last + 1),
        None => std::mem::take(preamble),
    }
}

fn closes(line: &str) -> bool {
    line.starts_with(['T', 't']) && starts_with_skeleton(line, "trenday").is_some()
}

struct Builder<'s, 'c, 'l, 't> {
    sheet: &'s Sheet<'s>,
    content: &'c Content,
    tree: Tree,
    ledger: &'l mut Ledger<'t>,
}

impl Builder<'_, '_, '_, '_> {
    /// Nodes before the first unit; the text of a dashed legal basis loses its dash.
    fn preamble(&mut self, nodes: Range<usize>, blocks: &mut Vec<Block>) {
        for at in nodes {
            match self.tree.nodes[at] {
                Node::Paragraph(start, end) => {
                    let pieces = &self.tree.pieces[start..end];
                    let text = self.sheet.flow(pieces);
                    let role = role(&text);
                    blocks.push(Block::Paragraph(self.ledger.paragraph_of(text, role, pieces)));
                }
                Node::Table(index) => blocks.push(self.table(index)),
                Node::Unit(unit) => self.preamble(self.tree.held[held_by(unit)].clone(), blocks),
            }
        }
    }

    fn blocks(&mut self, nodes: Range<usize>) -> Vec<Block> {
        let mut blocks = Vec::with_capacity(nodes.len());
        self.add(nodes, &mut blocks);
        blocks
    }

    fn add(&mut self, nodes: Range<usize>, blocks: &mut Vec<Block>) {
        for at in nodes {
            blocks.push(match self.tree.nodes[at] {
                Node::Paragraph(start, end) => {
                    let pieces = &self.tree.pieces[start..end];
                    Block::Paragraph(self.ledger.paragraph(None, pieces))
                }
                Node::Table(index) => self.table(index),
                Node::Unit(unit) => Block::Section(self.section(unit)),
            });
        }
    }

    fn table(&mut self, index: usize) -> Block {
        layout::table_block(self.sheet, &self.content.tables[index], self.ledger)
    }

    fn section(&mut self, unit: usize) -> Section {
        let Unit { ref marker, reading, has_text } = self.tree.units[unit];
        let marker_text = self.ledger.verbatim(std::slice::from_ref(marker));
        let mut children = self.tree.held[held_by(unit)].clone();
        let first = match self.tree.nodes[children.clone()].first() {
            Some(Node::Paragraph(start, end)) if has_text => {
                children.start += 1;
                Some(*start..*end)
            }
            _ => None,
        };
        let (mut heading, mut opening) = (None, None);
        if let Some(pieces) = first {
            let pieces = &self.tree.pieces[pieces];
            let text = self.sheet.flow(pieces);
            let below = || self.below(&children);
            match divide(reading.family, &text, !children.is_empty(), below) {
                Division::Heading => heading = Some(self.ledger.value_of(text, pieces)),
                Division::Text => {
                    opening = Some(self.ledger.paragraph_of(text, None, pieces));
                }
                Division::RunIn(title, rest) => {
                    let (title, rest) = self.cut(pieces, &text, title.end, rest);
                    heading = Some(self.ledger.value(&title));
                    opening = Some(self.ledger.paragraph(None, &rest));
                }
            }
        }
        // Blocks are large and units many: no place is kept free.
        let mut blocks = Vec::with_capacity(children.len() + usize::from(opening.is_some()));
        blocks.extend(opening.map(Block::Paragraph));
        self.add(children, &mut blocks);
        let marker = Marker {
            text: marker_text.text,
            span: marker_text.span,
            parts: marker_text.parts,
            style: reading.family.style(),
            value: reading.value.levels().iter().map(|level| value_of(*level)).collect(),
        };
        let titled = heading.as_ref().map(|heading: &Text| heading.span);
        let spans = titled.into_iter().chain(blocks.iter().map(Block::span));
        let span = spans.fold(marker.span, Span::hull);
        Section { id: String::new(), marker, heading, span, children: blocks }
    }

    /// What the units are that a unit consists of.
    fn below(&self, children: &Range<usize>) -> Below {
        let nodes = &self.tree.nodes[children.clone()];
        let all = |is: &dyn Fn(usize) -> bool| {
            !nodes.is_empty()
                && nodes.iter().all(|node| match node {
                    Node::Unit(unit) => is(*unit),
                    Node::Paragraph(..) | Node::Table(_) => false,
                })
        };
        let family = |unit: usize| self.tree.units[unit].reading.family;
        let labelled = |unit| {
            let text = self.tree.text(self.sheet, unit);
            text.is_some_and(|text| is_labelled(family(unit), text))
        };
        if all(&labelled) {
            Below::Labels
        } else if all(&|unit| !family(unit).is_bullet()) {
            Below::Numbers
        } else {
            Below::Other
        }
    }

    /// Cuts the pieces of a paragraph in two, at offsets of its running text.
    fn cut(
        &self,
        pieces: &[Range<usize>],
        text: &str,
        end: usize,
        start: usize,
    ) -> (Vec<Range<usize>>, Vec<Range<usize>>) {
        // Mostly both offsets lie in the first piece, and that stands in the running text as it is.
        if let [piece, more @ ..] = pieces
            && start < piece.len()
            && text.starts_with(self.sheet.slice(piece))
        {
            let (left, right) = (piece.start..piece.start + end, piece.start + start..piece.end);
            let right = std::iter::once(right).chain(more.iter().cloned());
            return (vec![left], right.collect());
        }
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
const BASES: [&str; 4] = ["cancu", "xetdenghi", "xetkiennghi", "theodenghi"];

/// Words that open one where a document follows: "Thực hiện Kế hoạch số …", the habit of plans.
#[rustfmt::skip]
const CARRIED_OUT: [&str; 12] = [
    "thuchien", "thihanh", "tieptucthuchien", "dethuchien", "theo", "trencoso", "trienkhaithuchien",
    "trienkhai", "tieptuctrienkhaithuchien", "nhamthuchien", "quantriet", "xet",
];

/// How many words may stand between "Thực hiện" and the document it carries out.
const BASIS_WORDS: usize = 12;

/// What a paragraph of the preamble does.
fn role(text: &str) -> Option<ParagraphRole> {
    let begins = |keys: &[&str]| begins_with_any(text, keys).is_some();
    // "Thực hiện …, Sở … ban hành Kế hoạch như sau:" is basis and enactment in one: its citations
    // are bases.
    // "Theo dõi tiến độ, lập báo cáo" is something to do.
    let carries = || begins(&CARRIED_OUT) && opens_spelt(text, "theo dõi").is_none();
    if begins(&BASES) || carries() && names_a_document(text) {
        return Some(ParagraphRole::Basis);
    }
    let introduces = text.ends_with(':') && (is_upper(text) || word_starts(text).nth(3).is_some());
    let enacts = introduces
        || decides(text)
        || word_starts(text).any(|at| starts_with_skeleton(&text[at..], "nhusau").is_some());
    enacts.then_some(ParagraphRole::Enactment)
}

/// Whether a line is that with which a decision begins: "QUYẾT ĐỊNH:", "HỘI ĐỒNG NHÂN DÂN TỈNH QUYẾT NGHỊ".
fn decides(text: &str) -> bool {
    let words = text.trim_end_matches([':', '.', ' ']);
    let ends = |key| ends_with_skeleton(words, key).is_some();
    is_upper(words) && ["quyetdinh", "quyetnghi"].into_iter().any(ends)
}

fn names_a_document(text: &str) -> bool {
    word_starts(text).take(BASIS_WORDS).any(|at| type_at_start(&text[at..]).is_some())
}

/// The value of a level as the tree gives it: of "(ii)" the figure alone.
fn value_of(level: u16) -> u32 {
    let level = u32::from(level);
    level.checked_sub(ROMAN).unwrap_or(level)
}
