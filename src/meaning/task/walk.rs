//! The way through the tree: who has a unit's task, if the unit does not say it itself.

use std::ops::Range;
use std::rc::Rc;

use super::deadline::{Dates, Place, recurrence};
use super::labels::Labels;
use crate::document::{
    Agency, Block, Date, Document, MarkerStyle, Paragraph, ParagraphRole, Section, Table, Task,
    TaskRole, TaskSource, Text,
};
use crate::inline::agency::{AgencyAt, list, whole_list};
use crate::inline::task::{Duty, Opening, TaskAt, duty, read};
use crate::layout::{Leaves, Passage, Sheet};
use crate::lexicon::agents::{head, names_no_doer, names_others, no_body, post, quantifier};
use crate::lexicon::assignments::label;
use crate::lexicon::duties::{asks, order, starts_duty};
use crate::lexicon::{opens_spelt, skeleton, word_count};
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
    agencies: Rc<[Agency]>,
    source: TaskSource,
    /// Whether the line only opened the list: then every item is a task.
    opened: bool,
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
    sheet: &'a Sheet<'a>,
    document: &'a Document,
    leaves: &'a Leaves,
    pub(super) dates: Dates<'a>,
    /// Skeletons of the issuing bodies.
    issuers: Vec<String>,
    /// Whether the units are below a heading that says who does what.
    assigning: bool,
    /// Whether they are below one that speaks of something else: then only orders count.
    quiet: bool,
    tasks: Vec<Task>,
}

impl<'a> Reader<'a> {
    /// A reader of this document.
    pub(super) fn new(sheet: &'a Sheet<'a>, document: &'a Document, leaves: &'a Leaves) -> Self {
        let issuers = &document.header.issuing_authorities;
        let issuers = issuers.iter().map(|issuer| skeleton(&issuer.text)).collect();
        let dates = Dates::of(document);
        Self {
            sheet,
            document,
            leaves,
            dates,
            issuers,
            assigning: false,
            quiet: false,
            tasks: Vec::new(),
        }
    }

    /// Reads them all.
    pub(super) fn read(mut self) -> Vec<Task> {
        let document = self.document;
        let carried = self.preamble(&document.preamble);
        self.blocks(&document.body, None, carried.as_ref());
        if let Some(closing) = &document.closing {
            self.sentence(Leaf { text: &closing.text, span: closing.span, section: None }, None);
        }
        for appendix in &document.appendices {
            let carried = self.preamble(&appendix.preamble);
            self.blocks(&appendix.body, None, carried.as_ref());
            if let Some(closing) = &appendix.closing {
                let leaf = Leaf { text: &closing.text, span: closing.span, section: None };
                self.sentence(leaf, None);
            }
        }
        self.tasks
    }

    /// The paragraphs before the first unit: they enact, and may say to whom.
    fn preamble(&mut self, blocks: &'a [Block]) -> Option<Doer> {
        let mut carried = None;
        for block in blocks {
            match block {
                Block::Paragraph(p) if p.role == Some(ParagraphRole::Basis) => {}
                Block::Paragraph(p) => {
                    let leaf = Leaf { text: &p.text, span: p.span, section: None };
                    let mut own = read(leaf.text);
                    // "UBND tỉnh ban hành Kế hoạch như sau:" tells nobody to do anything.
                    let states = p.role.is_some() || leaf.text.trim_end().ends_with(':');
                    own.retain(|task| task.ordered || !states);
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

    /// The blocks of a unit, or of a document.
    fn blocks(&mut self, blocks: &'a [Block], section: Option<&'a str>, above: Option<&Doer>) {
        let mut own: Option<Doer> = None;
        for (index, block) in blocks.iter().enumerate() {
            match block {
                Block::Paragraph(p) => {
                    let doer = own.as_ref().or(above).cloned();
                    // Behind the first words of a unit only what is a duty by its words goes on with it.
                    let doer = doer.map(|doer| Doer { opened: doer.opened && index == 0, ..doer });
                    if let Some(found) = self.paragraph(p, section, doer.as_ref()) {
                        own = (section.is_some() || found.opened).then_some(found);
                    }
                }
                Block::Section(unit) => {
                    let doer = own.as_ref().or(above).cloned();
                    self.section(unit, doer.as_ref());
                }
                Block::Table(table) => self.table(table, section),
            }
        }
    }

    /// A unit.
    fn section(&mut self, unit: &'a Section, above: Option<&Doer>) {
        let id = unit.id.as_str();
        let labels = Labels::of(unit);
        if labels.name_a_doer() && self.labelled(unit, &labels) {
            return;
        }
        let first = self.tasks.len();
        let outer = self.assigning;
        match &unit.heading {
            Some(heading) => {
                self.assigning |= assigns(&heading.text);
                self.headed(unit, heading, above);
                self.assigning = outer;
            }
            None => self.blocks_without(unit, &labels, Some(id), above),
        }
        self.date_by_label(first, id, &labels);
    }

    /// The children of a unit but for those that are labels.
    fn blocks_without(
        &mut self,
        unit: &'a Section,
        labels: &Labels<'a>,
        id: Option<&'a str>,
        above: Option<&Doer>,
    ) {
        if labels.is_empty() {
            self.blocks(&unit.children, id, above);
            return;
        }
        let mut own: Option<Doer> = None;
        for block in &unit.children {
            let doer = own.as_ref().or(above).cloned();
            match block {
                Block::Section(child) if labels.hold(child.span) => {}
                Block::Section(child) => self.section(child, doer.as_ref()),
                Block::Paragraph(p) => {
                    if let Some(found) = self.paragraph(p, id, doer.as_ref()) {
                        own = Some(found);
                    }
                }
                Block::Table(table) => self.table(table, id),
            }
        }
    }

    /// A unit with a heading: the heading may name the doer of all below it.
    fn headed(&mut self, unit: &'a Section, heading: &'a Text, above: Option<&Doer>) {
        let id = Some(unit.id.as_str());
        let labels = Labels::of(unit);
        let chapter = matches!(
            unit.marker.style,
            MarkerStyle::Part | MarkerStyle::Chapter | MarkerStyle::Division
        );
        if let Some(doer) = self.named_by(heading).filter(|_| !chapter) {
            self.blocks_without(unit, &labels, id, Some(&doer));
            return;
        }
        if label(&heading.text).is_some() || names_no_doer(&heading.text) {
            let outer = std::mem::replace(&mut self.quiet, names_others(&heading.text));
            self.blocks_without(unit, &labels, id, None);
            self.quiet = outer;
            return;
        }
        if unit.children.is_empty() {
            let leaf = Leaf { text: &heading.text, span: heading.span, section: id };
            self.sentence(leaf, above);
            return;
        }
        // A sentence that was taken for a heading because it runs in before a colon.
        let leaf = Leaf { text: &heading.text, span: heading.span, section: id };
        let own = read(&heading.text);
        if !own.is_empty() {
            let doer = self.emit(leaf, &own, None);
            self.blocks_without(unit, &labels, id, doer.as_ref().or(above));
            return;
        }
        self.blocks_without(unit, &labels, id, above);
    }

    /// The doers a heading consists of.
    fn named_by(&self, heading: &'a Text) -> Option<Doer> {
        const LEADS: &[&str] = &["trách nhiệm của", "nhiệm vụ của", "đối với", "phân công"];
        let text = heading.text.as_str();
        let mut at = LEADS.iter().find_map(|lead| opens_spelt(text, lead)).or_else(|| order(text));
        if at.is_some_and(|at| text[at..].trim().is_empty()) {
            at = None;
        }
        if opens_spelt(text, "đối với").is_some() && !self.assigning {
            return None;
        }
        let from = at.unwrap_or_default();
        let blanks = text[from..].len() - text[from..].trim_start_matches([' ', ':']).len();
        let from = from + blanks;
        // "Học sinh giỏi", "Doanh nghiệp số" head what they speak of, unless the chapter assigns.
        let named = quantifier(text).is_some() || head(text) || post(text).is_some();
        if !self.assigning && at.is_none() && !named {
            return None;
        }
        if let Some(doer) = order(text).and_then(|_| self.ordered_by(heading)) {
            return Some(doer);
        }
        let agencies = whole_list(&text[from..]).or_else(|| {
            let whole = self.assigning && at.is_none() && names_one(text);
            whole.then(|| vec![AgencyAt::plain(0..text.trim_end_matches(':').len())])
        })?;
        let moved = |agency: AgencyAt| AgencyAt {
            range: agency.range.start + from..agency.range.end + from,
            ..agency
        };
        let agencies: Vec<AgencyAt> = agencies.into_iter().map(moved).collect();
        let pieces = self.leaves.pieces(heading.span)?;
        let passage = Passage::new(self.sheet, text, pieces);
        let agencies = agencies.iter().map(|agency| agency_value(&passage, agency, true));
        Some(Doer { agencies: agencies.collect(), source: TaskSource::Heading, opened: true })
    }

    /// The doers of a heading that is an order: "Đề nghị các doanh nghiệp sản xuất và xuất khẩu".
    fn ordered_by(&self, heading: &'a Text) -> Option<Doer> {
        let line = format!("{}:", heading.text);
        let [task] = &read(&line)[..] else { return None };
        if task.opening != Opening::Only {
            return None;
        }
        let pieces = self.leaves.pieces(heading.span)?;
        let passage = Passage::new(self.sheet, &heading.text, pieces);
        let agencies = task.leads.iter().map(|agency| agency_value(&passage, agency, true));
        Some(Doer { agencies: agencies.collect(), source: TaskSource::Heading, opened: true })
    }

    /// A paragraph; gives the doer it names, for what follows.
    fn paragraph(
        &mut self,
        paragraph: &'a Paragraph,
        section: Option<&'a str>,
        above: Option<&Doer>,
    ) -> Option<Doer> {
        let leaf = Leaf { text: &paragraph.text, span: paragraph.span, section };
        self.sentence(leaf, above)
    }

    /// Running text with the tasks it holds; gives the doer it names, for what follows.
    pub(super) fn sentence(&mut self, leaf: Leaf<'a>, above: Option<&Doer>) -> Option<Doer> {
        if super::labels::opens_with_label(leaf.text) && self.labelled_line(leaf) {
            return None;
        }
        let own = read(leaf.text);
        self.emit(leaf, &own, above)
    }
}

impl<'a> Reader<'a> {
    /// Writes down the tasks of a text; gives the doer for what follows.
    fn emit(&mut self, leaf: Leaf<'a>, own: &[TaskAt], above: Option<&Doer>) -> Option<Doer> {
        let free = own.first().map_or(leaf.text.len(), |task| task.range.start);
        let inherits = above.filter(|doer| is_duty(&leaf.text[..free], doer));
        if own.is_empty() && inherits.is_none() {
            return None;
        }
        let pieces = self.leaves.pieces(leaf.span)?;
        let passage = Passage::new(self.sheet, leaf.text, pieces);
        if let Some(doer) = inherits {
            self.inherited(leaf, &passage, 0..free, doer);
        }
        let mut last = None;
        for task in own {
            if self.speaks_for_itself(leaf, task) || self.quiet && !task.ordered {
                continue;
            }
            last = Some(self.stated(leaf, &passage, task));
        }
        last
    }

    /// Whether the issuing body only says what it does itself.
    fn speaks_for_itself(&self, leaf: Leaf<'_>, task: &TaskAt) -> bool {
        let acts = task.action.as_ref().map_or("", |action| &leaf.text[action.clone()]);
        if leaf.section.is_none() && !task.ordered && asks(acts) {
            return true;
        }
        let [only] = task.leads.as_slice() else { return false };
        let name = skeleton(&leaf.text[only.range.clone()]);
        if !self.issuers.contains(&name) {
            return false;
        }
        let kind = self.document.kind.as_ref().and_then(|kind| kind.code.as_deref());
        let plan = matches!(kind, Some("KH" | "CTr" | "PA" | "ĐA" | "HD"));
        let asked = task.action.as_ref().is_some_and(|action| asks(&leaf.text[action.clone()]));
        !plan || leaf.section.is_none() || asked
    }

    /// A task that names its doer.
    fn stated(&mut self, leaf: Leaf<'a>, passage: &Passage<'_>, task: &TaskAt) -> Doer {
        let lead: Vec<Agency> =
            task.leads.iter().map(|agency| agency_value(passage, agency, false)).collect();
        let inherited: Rc<[Agency]> =
            lead.iter().map(|agency| Agency { inherited: true, ..agency.clone() }).collect();
        if task.opening != Opening::Only {
            let roles = task.roles.iter().map(|(role, agency)| role_value(passage, role, agency));
            let roles = roles.collect();
            let text = printed(passage, leaf.text, &task.range);
            let cooperating =
                task.cooperating.iter().map(|a| agency_value(passage, a, false)).collect();
            let doer = lead.first().map_or(0, |agency| agency.span.start);
            let deadlines = self.dates.within(text.span, &text.text, Place::Sentence { doer });
            let action = task.action.as_ref().map(|action| passage.value(action));
            self.push(
                leaf.section,
                Draft {
                    text,
                    lead,
                    cooperating,
                    roles,
                    action,
                    deadlines,
                    deliverable: None,
                    source: TaskSource::Sentence,
                },
            );
        }
        let opened = task.opening != Opening::None;
        Doer { agencies: inherited, source: TaskSource::List, opened }
    }

    /// A unit under a doer.
    fn inherited(
        &mut self,
        leaf: Leaf<'a>,
        passage: &Passage<'_>,
        range: Range<usize>,
        doer: &Doer,
    ) {
        let Duty { action, cooperating, roles, .. } = duty(leaf.text, range.clone(), &[]);
        let text = passage.value(&range);
        let names = |agency: &AgencyAt| {
            doer.agencies.iter().any(|lead| lead.text == leaf.text[agency.range.clone()])
        };
        let deadlines = self.dates.within(text.span, &text.text, Place::Sentence { doer: 0 });
        let draft = Draft {
            lead: doer.agencies.to_vec(),
            cooperating: cooperating
                .iter()
                .filter(|agency| !names(agency))
                .map(|agency| agency_value(passage, agency, false))
                .collect(),
            roles: roles.iter().map(|(role, a)| role_value(passage, role, a)).collect(),
            action: action.map(|action| passage.value(&action)),
            deadlines,
            deliverable: None,
            source: doer.source.clone(),
            text,
        };
        self.push(leaf.section, draft);
    }

    /// Adds a task.
    pub(super) fn push(&mut self, section: Option<&str>, draft: Draft) {
        if draft.lead.is_empty() {
            return;
        }
        let Text { text, span, parts } = draft.text;
        let recurring = self.dates.recurring(span);
        let recurrence = recurrence(&draft.deadlines, &recurring);
        self.tasks.push(Task {
            id: String::new(),
            section: section.map(str::to_owned),
            text,
            span,
            parts,
            lead: draft.lead,
            cooperating: draft.cooperating,
            roles: draft.roles,
            action: draft.action,
            deadline: draft.deadlines.first().cloned(),
            deadlines: draft.deadlines,
            recurrence,
            deliverable: draft.deliverable,
            source: draft.source,
        });
    }

    /// The tasks from `first` on, and the passage of a leaf; for readers of labels and tables.
    pub(super) fn passage(&self, leaf: Leaf<'a>) -> Option<Passage<'a>> {
        let pieces = self.leaves.pieces(leaf.span)?;
        Some(Passage::new(self.sheet, leaf.text, pieces))
    }

    /// How many tasks have been read.
    pub(super) fn count(&self) -> usize {
        self.tasks.len()
    }

    /// Gives the tasks from `first` on what the labels beside them say.
    ///
    /// Only the words of the unit itself: what is nested in it has times of its own.
    fn date_by_label(&mut self, first: usize, id: &str, labels: &Labels<'a>) {
        if labels.is_empty() || first == self.tasks.len() {
            return;
        }
        let end = first
            + self.tasks[first..].iter().take_while(|t| t.section.as_deref() == Some(id)).count();
        let rest = self.tasks.split_off(end);
        self.date_from(first, &self.label_dates(labels));
        let deliverable = self.label_result(labels);
        for task in self.tasks[first..].iter_mut().filter(|task| task.deliverable.is_none()) {
            task.deliverable.clone_from(&deliverable);
        }
        self.tasks.extend(rest);
    }

    /// Gives the tasks from `first` on these deadlines, where they have none.
    pub(super) fn date_from(&mut self, first: usize, deadlines: &[Date]) {
        for task in self.tasks[first..].iter_mut().filter(|task| task.deadlines.is_empty()) {
            task.deadline = deadlines.first().cloned();
            task.deadlines = deadlines.to_vec();
            task.recurrence = task.recurrence.take().or_else(|| recurrence(deadlines, &[]));
        }
    }

    /// A table.
    fn table(&mut self, table: &'a Table, section: Option<&'a str>) {
        super::table::read(self, table, section);
    }
}

/// Whether a heading says that what follows is who does what.
fn assigns(heading: &str) -> bool {
    const WORDS: &[&str] = &["tochucthuchien", "phancong", "trachnhiem", "nhiemvucuthe"];
    let key = skeleton(heading);
    WORDS.iter().any(|word| key.contains(word))
}

/// Whether a heading under which it says who does what is the name of one body, though its end is not
/// known by any rule: "Trung tâm Kiểm soát thanh toán điện tử".
fn names_one(heading: &str) -> bool {
    const WORDS: usize = 14;
    const DUTIES: &[&str] = &["trách nhiệm", "chủ trì", "phối hợp", "thực hiện", "tổ chức"];
    head(heading)
        && heading.starts_with(char::is_uppercase)
        && !no_body(heading)
        && word_count(heading) <= WORDS
        && !heading.contains([';', '.'])
        && DUTIES.iter().all(|duty| !heading.contains(duty))
        && list(heading, 0).is_some()
}

/// Whether a text under a doer is something to do.
fn is_duty(text: &str, doer: &Doer) -> bool {
    let text = text.trim();
    let filled = !text.starts_with(['.', '…', '_']);
    if !filled || text.chars().filter(|c| c.is_alphabetic()).count() < 6 || names_no_doer(text) {
        return false;
    }
    // "Quyết định này có hiệu lực …"
    let itself = text.find(" này ").is_some_and(|at| at < 24);
    doer.opened && !itself
        || !itself
            && starts_duty(text)
            && !text.contains(" là nhiệm vụ ")
            && !text.contains(" phải ")
}

/// A doer as the tree has it.
pub(super) fn agency_value(passage: &Passage<'_>, agency: &AgencyAt, inherited: bool) -> Agency {
    let Text { text, span, parts } = passage.value(&agency.range);
    Agency {
        name: agency.name.clone().unwrap_or_else(|| text.clone()),
        inherited,
        text,
        span,
        parts,
    }
}

/// A further role as the tree has it.
fn role_value(passage: &Passage<'_>, role: &str, agency: &AgencyAt) -> TaskRole {
    TaskRole { role: role.to_owned(), agency: agency_value(passage, agency, false) }
}

/// The words of a task, with the punctuation a paragraph keeps.
fn printed(passage: &Passage<'_>, text: &str, range: &Range<usize>) -> Text {
    if range.end >= text.trim_end().len() {
        return passage.words(range);
    }
    passage.value(range)
}
