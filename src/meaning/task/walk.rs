//! The way through the tree: who has a unit's task, if the unit does not say it itself.

use std::ops::Range;
use std::rc::Rc;

use super::deadline::{Dates, Place};
use super::emit::body_key;
use super::heading::{assigns, hold_duties};
use super::labels::{Labels, says_when};
use super::request::Superiors;
use crate::document::{
    Agency, Block, Date, Document, ParagraphRole, Section, Table, Task, TaskRole, TaskSource, Text,
};
use crate::inline::task::{Opening, TaskAt, enumerates, read};
use crate::layout::{Leaves, Sheet};
use crate::lexicon::{is_upper, opens_spelt};
use crate::meaning::mending::Mended;
use crate::meaning::quota::Quota;
use crate::source::Span;

/// A leaf: its words, where they stand, the section that holds it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Leaf<'d> {
    pub(super) text: &'d str,
    pub(super) span: Span,
    pub(super) section: Option<&'d str>,
}

/// Who has the tasks of the units below a heading or behind a line.
#[derive(Debug, Clone)]
pub(super) struct Doer {
    pub(super) agencies: Rc<[Agency]>,
    /// With whom, where the line says it for all: "Chủ trì, phối hợp với Sở Tài chính:".
    pub(super) with: Rc<[Agency]>,
    /// Whether each unit begins with whom.
    pub(super) partners: bool,
    /// By when, where the line says it for all.
    pub(super) deadlines: Rc<[Date]>,
    pub(super) source: TaskSource,
    /// Whether the line only opened the list: then every item is a task.
    pub(super) opened: bool,
}

/// What a heading says of who does what below it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Assigning {
    /// Nothing.
    Nothing,
    /// That it is said: "Tổ chức thực hiện".
    Duties,
    /// That work is shared out, matter by matter: "Phân công nhiệm vụ".
    Shares,
}

impl Assigning {
    /// Whether who does what is said below.
    pub(super) fn says_who(self) -> bool {
        self != Self::Nothing
    }
}

/// What a task is made of.
#[derive(Debug)]
pub(super) struct Draft {
    pub(super) text: Text,
    pub(super) lead: Vec<Agency>,
    pub(super) cooperating: Vec<Agency>,
    pub(super) roles: Vec<TaskRole>,
    pub(super) action: Option<Text>,
    pub(super) deadlines: Vec<Date>,
    pub(super) deliverable: Option<Text>,
    pub(super) source: TaskSource,
}

/// What the tasks of a document are read with.
pub(super) struct Reader<'a> {
    pub(super) sheet: &'a Sheet<'a>,
    /// With what is meant where words are spoilt.
    pub(super) document: &'a Document,
    pub(super) mended: &'a Mended,
    pub(super) leaves: &'a Leaves,
    pub(super) dates: Dates<'a>,
    /// Keys of the issuing bodies.
    pub(super) issuers: Vec<String>,
    /// Who stands above them.
    pub(super) superiors: Superiors,
    /// What the headings above the units say of who does what.
    pub(super) assigning: Assigning,
    /// Whether they are below one that speaks of something else: then only orders count.
    pub(super) quiet: bool,
    /// Whether they are below one that says what for: what stands there is nobody's task.
    pub(super) aims: bool,
    pub(super) tasks: Vec<Task>,
    pub(super) quota: Quota,
}

impl<'a> Reader<'a> {
    /// A reader of this document.
    pub(super) fn new(
        sheet: &'a Sheet<'a>,
        document: &'a Document,
        mended: &'a Mended,
        leaves: &'a Leaves,
        most: usize,
    ) -> Self {
        let issuers = issuers(document);
        let dates = Dates::of(document);
        Self {
            sheet,
            document,
            mended,
            leaves,
            dates,
            issuers,
            superiors: Superiors::of(document),
            assigning: Assigning::Nothing,
            quiet: false,
            aims: false,
            tasks: Vec::new(),
            quota: Quota::new(most),
        }
    }

    /// Reads them all.
    pub(super) fn read(mut self) -> (Vec<Task>, Quota) {
        let document = self.document;
        let carried = self.preamble(&document.preamble);
        self.blocks(&document.body, &Labels::default(), None, carried.as_ref());
        if let Some(closing) = &document.closing {
            self.sentence(Leaf { text: &closing.text, span: closing.span, section: None }, None);
        }
        for appendix in &document.appendices {
            let carried = self.preamble(&appendix.preamble);
            self.blocks(&appendix.body, &Labels::default(), None, carried.as_ref());
            if let Some(closing) = &appendix.closing {
                let leaf = Leaf { text: &closing.text, span: closing.span, section: None };
                self.sentence(leaf, None);
            }
        }
        (self.tasks, self.quota)
    }

    /// The paragraphs before the first unit: they enact, and may say to whom.
    fn preamble(&mut self, blocks: &'a [Block]) -> Option<Doer> {
        let mut carried = None;
        let decided = self.decided_at(blocks);
        for (index, block) in blocks.iter().enumerate() {
            match block {
                Block::Paragraph(p) => {
                    let leaf = Leaf { text: &p.text, span: p.span, section: None };
                    let mut own = read(leaf.text);
                    // "UBND tỉnh ban hành Kế hoạch như sau:" tells nobody to do anything.
                    let states = p.role.is_some()
                        || index < decided
                        || leaf.text.trim_end().ends_with(':')
                        || is_upper(leaf.text);
                    let founds = p.role == Some(ParagraphRole::Basis);
                    let told =
                        |task: &TaskAt| task.ordered && (!founds || by_issuer(leaf.text, task));
                    own.retain(|task| {
                        !states || told(task) || !founds && self.charges(leaf.text, task)
                    });
                    if let Some(doer) = self.emit(leaf, &own, None) {
                        carried = doer.opened.then_some(doer);
                    }
                }
                Block::Table(table) => self.table(table, None),
                Block::Section(_) => {}
            }
        }
        carried
    }

    /// How many blocks of a decision stand before "QUYẾT ĐỊNH:"; what is said there decides nothing.
    fn decided_at(&self, blocks: &[Block]) -> usize {
        let kind = self.document.kind.as_ref().and_then(|kind| kind.code.as_deref());
        let decides = |block: &Block| matches!(block, Block::Paragraph(p) if p.role.is_some() && is_upper(&p.text));
        let at = matches!(kind, Some("QĐ" | "NQ")).then(|| blocks.iter().position(decides));
        at.flatten().unwrap_or_default()
    }

    /// Whether a line before the first unit charges somebody with what follows: "Giám đốc Sở Y tế có trách nhiệm:". Who only
    /// carries it out may be the issuer, where that is not known.
    fn charges(&self, text: &str, task: &TaskAt) -> bool {
        const CARRIES_OUT: &[&str] =
            &["thực hiện", "triển khai thực hiện", "tập trung thực hiện", "tổ chức thực hiện"];
        const CHARGED: &[&str] = &["có trách nhiệm", "có nhiệm vụ", "chịu trách nhiệm"];
        let carries_out = |action: &Range<usize>| {
            let action = &text[action.clone()];
            CARRIES_OUT.iter().any(|words| opens_spelt(action, words).is_some())
        };
        let line = text.trim_end_matches([':', ' ']);
        task.opening == Opening::Only
            && match &task.action {
                None => CHARGED.iter().any(|words| line.ends_with(words)),
                Some(action) => !self.issuers.is_empty() && carries_out(action),
            }
    }

    /// The blocks of a unit or of a document, but for the units that are labels.
    pub(super) fn blocks(
        &mut self,
        blocks: &'a [Block],
        labels: &Labels<'a>,
        section: Option<&'a str>,
        mut above: Option<&Doer>,
    ) {
        let first = self.count();
        let mut item = None;
        let mut own: Option<Doer> = None;
        for (index, block) in blocks.iter().enumerate() {
            let doer = own.as_ref().or(above).cloned();
            match block {
                Block::Paragraph(p) => {
                    let leaf = Leaf { text: &p.text, span: p.span, section };
                    if let Some(doer) = self.name_line(leaf, blocks.get(index + 1)) {
                        own = Some(doer);
                        continue;
                    }
                    let last = index + 1 == blocks.len();
                    if item.is_some_and(|item| self.date_items(leaf, item, last.then_some(first))) {
                        continue;
                    }
                    // "Đề nghị UBND tỉnh: 1. …" asks for the items, not for what stands beside them.
                    let beside = own.is_some() || section.is_none();
                    let doer = doer.filter(|doer| !doer.is_nobody() || !beside);
                    // Behind the first words of a unit only what is a duty by its words goes on with it.
                    let doer = doer.map(|doer| Doer { opened: doer.opened && index == 0, ..doer });
                    let before = self.count();
                    if let Some(found) = self.sentence(leaf, doer.as_ref()) {
                        let holds = found.opened || section.is_some() && !found.is_nobody();
                        own = holds.then_some(found);
                    }
                    // "Triển khai các dự án: - Dự án 1 …": what follows only names its objects.
                    let told = self.count() > before && own.is_none() && leaf.text.ends_with(':');
                    let rest = &blocks[index + 1..];
                    if told && section.is_some() && (enumerates(leaf.text) || !hold_duties(rest)) {
                        above = None;
                    }
                }
                Block::Section(child) if labels.hold(child.span) => {}
                Block::Section(unit) => {
                    item = Some(self.count());
                    self.section(unit, doer.as_ref());
                }
                Block::Table(table) => self.table(table, section),
            }
        }
    }

    /// A line behind an item that says when: "Thời gian hoàn thành: trước ngày 15/11". It is said of the
    /// item before; at the end of a list in which nothing else says when, of all items from `all` on.
    fn date_items(&mut self, leaf: Leaf<'a>, item: usize, all: Option<usize>) -> bool {
        if !says_when(leaf.text) {
            return false;
        }
        let undated = |from: &usize| self.tasks[*from..].iter().all(|t| t.deadlines.is_empty());
        let first = all.filter(undated).unwrap_or(item);
        let dates = self.dates.within(leaf.span, leaf.text, Place::Time);
        self.date_from(first, &dates);
        true
    }

    /// A unit.
    pub(super) fn section(&mut self, unit: &'a Section, above: Option<&Doer>) {
        let id = unit.id.as_str();
        let labels = Labels::of(unit);
        if labels.name_a_doer() && self.labelled(unit, &labels) {
            return;
        }
        let first = self.tasks.len();
        let outer = self.assigning;
        match &unit.heading {
            Some(heading) => {
                self.assigning = outer.max(assigns(&heading.text));
                self.headed(unit, heading, &labels, above);
                self.assigning = outer;
            }
            None => self.blocks(&unit.children, &labels, Some(id), above),
        }
        self.date_by_label(first, id, &labels);
    }

    /// Running text with the tasks it holds; gives the doer it names, for what follows.
    pub(super) fn sentence(&mut self, leaf: Leaf<'a>, above: Option<&Doer>) -> Option<Doer> {
        if self.quota.is_full() {
            return None;
        }
        let leaf = Leaf { text: self.quota.searched(leaf.text), ..leaf };
        if super::labels::opens_with_label(leaf.text) && self.labelled_line(leaf) {
            return None;
        }
        let own = read(leaf.text);
        // "Trách nhiệm của các trường:"
        if own.is_empty()
            && leaf.text.ends_with(':')
            && let Some(doer) = self.named_by(leaf)
        {
            return Some(doer);
        }
        self.emit(leaf, &own, above)
    }

    /// A table.
    fn table(&mut self, table: &'a Table, section: Option<&'a str>) {
        super::table::read(self, table, section);
    }
}

/// Keys of the issuing bodies: those of the letterhead, or else those that are signed for.
fn issuers(document: &Document) -> Vec<String> {
    let printed = &document.header.issuing_authorities;
    if !printed.is_empty() {
        return printed.iter().map(|issuer| body_key(&issuer.text)).collect();
    }
    let signed = document.signatures.iter().flat_map(|signature| &signature.authority);
    let key = |line: &str| {
        let key = body_key(line);
        let body = ["tm", "kt"].iter().find_map(|sign| key.strip_prefix(sign));
        body.unwrap_or(&key).to_owned()
    };
    signed.map(|line| key(&line.text)).collect()
}

/// Whether a paragraph that founds the document goes on with what it orders, and not with what somebody else ordered:
/// "Thực hiện Công văn số …, UBND tỉnh yêu cầu các sở …", not "…, trong đó giao Sở Y tế …".
fn by_issuer(text: &str, task: &TaskAt) -> bool {
    task.by_giver || text[..task.range.start].trim_end().ends_with("như sau:")
}
