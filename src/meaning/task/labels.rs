//! Lines that say in a word what they are: "Đơn vị chủ trì: …", "Thời gian thực hiện: …".

use std::ops::Range;

use memchr::memrchr;

use super::cells::{doers, plain};
use super::deadline::{MOST, Place};
use super::emit::agency_value;
use super::walk::{Draft, Leaf, Reader};
use crate::document::{Agency, Block, Date, Section, TaskSource, Text};
use crate::inline::agency::{AgencyAt, blanks_behind, list, whole_list};
use crate::inline::task::read;
use crate::lexicon::Phrases;
use crate::lexicon::agents::names_no_doer;
use crate::lexicon::assignments::{Label, label, labelled};
use crate::source::Span;

/// How deep labels may lie below the unit they belong to: "b) Cơ quan thực hiện: - Đơn vị chủ trì: …".
const DEPTH: usize = 2;

/// What a label says, and where.
#[derive(Debug, Clone)]
struct Part<'d> {
    label: Label,
    leaf: Leaf<'d>,
    range: Range<usize>,
    /// The unit of the label, if this is an item below it.
    below: Option<Span>,
}

/// The labels of a unit.
#[derive(Debug, Default)]
pub(super) struct Labels<'d> {
    parts: Vec<Part<'d>>,
    /// The units that are labels, and hold no tasks of their own.
    units: Vec<Span>,
    /// Items below a label for doers: "Cơ quan thực hiện: + Sở A chủ trì, phối hợp với Sở B", "Cơ quan phối hợp: - Sở A. - Sở B."
    items: Vec<Part<'d>>,
    /// Those of them that say what theirs does: "+ Sở A đăng tải …".
    sentences: Vec<&'d Section>,
    /// Words before the first label of a line: what is to be done.
    head: Option<(Leaf<'d>, Range<usize>)>,
}

/// Whether a line opens with a label.
pub(super) fn opens_with_label(text: &str) -> bool {
    label_at(text).is_some()
}

/// Words that are a label only before doers, and nothing else: "Thực hiện: Văn phòng Sở".
static DONE_BY: Phrases = Phrases::new(&[
    "chịu trách nhiệm",
    "giao",
    "phụ trách",
    "thực hiện",
    "tổ chức thực hiện",
    "đầu mối",
]);

/// With what a time begins behind a label for doers: "chủ trì: Sở A; hoàn thành trong quý II".
static TIMES: Phrases =
    Phrases::new(&["chậm nhất", "hoàn thành", "trong quý", "trong tháng", "trước ngày", "xong"]);

/// What the label says that a text opens with, and its length.
fn label_at(text: &str) -> Option<(Label, usize)> {
    let done_by = || {
        let len = DONE_BY.longest(text)?;
        let doers =
            text[len..].starts_with(':').then(|| list(text, blanks_behind(text, len + 1)))??;
        let behind = text[doers.end..].trim_start();
        let whole = behind.is_empty() || behind.starts_with([';', '.', ',', ')']);
        whole.then_some((Label::Lead, len + 1))
    };
    labelled(text).or_else(done_by)
}

/// Whether doers stand before the first label of a parenthesis: "(Phòng A; phối hợp: Phòng B; thời gian: tháng 6)".
fn leads_labels(text: &str) -> bool {
    let behind = list(text, 0).and_then(|doers| text[doers.end..].trim_start().strip_prefix(';'));
    let label = behind.and_then(|behind| labelled(behind.trim_start()));
    label.is_some_and(|(label, _)| matches!(label, Label::Cooperating | Label::Time))
}

/// The parenthesis with which a text ends, without its signs: "Mở lớp (chủ trì: A; thời gian: tháng 5)."; nothing
/// at its end where there is none.
fn last_aside(text: &str) -> Range<usize> {
    let body = text.trim_end_matches([' ', '.', ';', '/']);
    let mut depth = 0_usize;
    let open = body.rfind(|c| {
        depth = match c {
            ')' => depth + 1,
            '(' => depth.saturating_sub(1),
            _ => depth,
        };
        depth == 0
    });
    match open.filter(|at| body[*at..].starts_with('(')) {
        Some(open) => open..body.len() - 1,
        None => text.len()..text.len(),
    }
}

/// Whether a line opens with a label for a time.
pub(super) fn says_when(text: &str) -> bool {
    labelled(text).is_some_and(|(label, _)| label == Label::Time)
}

impl<'d> Labels<'d> {
    /// The labels among the children of a unit.
    pub(super) fn of(unit: &'d Section) -> Self {
        let mut labels = Self::default();
        labels.collect(unit, DEPTH);
        // Where no label says what is to be done or when, they are units of their own.
        if labels.with(&[Label::Matter, Label::Time]).next().is_some() {
            labels.parts.append(&mut labels.items);
            labels.parts.sort_by_key(|part| part.leaf.span.start);
        } else {
            labels.sentences.clear();
        }
        labels
    }

    /// Whether there are none.
    pub(super) fn is_empty(&self) -> bool {
        self.parts.is_empty()
    }

    /// Whether one of them says who leads.
    pub(super) fn name_a_doer(&self) -> bool {
        self.parts.iter().any(|part| matches!(part.label, Label::Lead | Label::Both))
    }

    /// Whether the unit with this span is a label.
    pub(super) fn hold(&self, span: Span) -> bool {
        self.units.binary_search_by_key(&span.start, |unit| unit.start).is_ok()
    }

    fn collect(&mut self, unit: &'d Section, depth: usize) {
        for block in &unit.children {
            match block {
                Block::Section(child) => self.child(child, depth),
                Block::Paragraph(p) => {
                    let leaf = Leaf { text: &p.text, span: p.span, section: Some(&unit.id) };
                    self.line(leaf, None);
                }
                Block::Table(_) => {}
            }
        }
    }

    /// A child with a label for its heading, or whose line opens with one.
    fn child(&mut self, child: &'d Section, depth: usize) {
        let first = first_line(child);
        let Some(heading) = &child.heading else {
            if let Some(leaf) = first.filter(|leaf| opens_with_label(leaf.text)) {
                self.units.push(child.span);
                self.line(leaf, None);
            }
            return;
        };
        // "- Thực hiện: Phòng A"
        let done_by = || {
            let alone = DONE_BY.longest(heading.text.as_str()) == Some(heading.text.len());
            let doers = first.filter(|_| alone).and_then(|leaf| whole_list(leaf.text));
            doers.map(|_| Label::Lead)
        };
        let Some(kind) = label(&heading.text).or_else(done_by) else { return };
        // A heading of a chapter is no label: "2. Nhiệm vụ" above units with headings of their own.
        let nested = child.children.iter().any(|block| !matches!(block, Block::Paragraph(_)));
        if !nested && first.is_some() && !matches!(kind, Label::Matter | Label::Lead | Label::Both)
        {
            self.units.push(child.span);
        }
        // "2.2. Trách nhiệm cụ thể / Các đơn vị có ý kiến như sau: / a) Sở Y tế …"
        if let Some(leaf) = first.filter(|leaf| !nested || !leaf.text.ends_with(':')) {
            self.line(leaf, Some(kind));
        }
        let units = child.children.iter().filter_map(Block::as_section);
        for unit in units {
            if kind == Label::Matter {
                self.matter(unit);
            } else if first.is_none()
                && matches!(kind, Label::Lead | Label::Both | Label::Cooperating)
                && unit.heading.is_none()
            {
                self.item(unit, (kind, child.span), depth);
            } else if depth > 0 {
                self.child(unit, depth - 1);
            }
        }
    }

    /// An item under "Cơ quan thực hiện:".
    fn item(&mut self, unit: &'d Section, (label, of): (Label, Span), depth: usize) {
        let Some(leaf) = first_line(unit).filter(|leaf| !opens_with_label(leaf.text)) else {
            if depth > 0 {
                self.child(unit, depth - 1);
            }
            return;
        };
        let acts = read(leaf.text).iter().any(|task| task.action.is_some());
        if acts {
            self.sentences.push(unit);
        } else {
            let range = 0..leaf.text.len();
            self.items.push(Part { label, leaf, range, below: Some(of) });
        }
    }

    /// An item under "Nhiệm vụ:".
    fn matter(&mut self, unit: &'d Section) {
        let leaf = first_line(unit);
        let heading = unit.heading.as_ref();
        let heading =
            heading.map(|h| Leaf { text: &h.text, span: h.span, section: Some(&unit.id) });
        if let Some(leaf) = leaf.or(heading) {
            let range = 0..leaf.text.len();
            self.parts.push(Part { label: Label::Matter, leaf, range, below: None });
        }
    }

    /// The labels within a line: "Cơ quan chủ trì: A; cơ quan phối hợp: B; thời gian: C".
    fn line(&mut self, leaf: Leaf<'d>, first: Option<Label>) {
        let mut open: Option<(Label, usize)> = first.map(|label| (label, 0));
        let close = |parts: &mut Vec<Part<'d>>, open: &mut Option<(Label, usize)>, end: usize| {
            if let Some((label, from)) = open.take() {
                parts.push(Part { label, leaf, range: from..end, below: None });
            }
        };
        // Behind the last colon there is no label, but for a time that needs none.
        let labelled_to = memrchr(b':', leaf.text.as_bytes()).unwrap_or_default();
        let signs = leaf.text.match_indices([';', '.', ',', '(']);
        let signs = signs
            .filter(|(at, _)| *at < labelled_to || TIMES.open(leaf.text[at + 1..].trim_start()));
        let aside = last_aside(leaf.text);
        let starts = signs.filter_map(|(at, sign)| {
            let rest = &leaf.text[at + 1..];
            let blanks = rest.len() - rest.trim_start_matches([' ', '-', '+']).len();
            let starts = if sign == "(" { aside.start == at } else { blanks > 0 };
            starts.then_some((at, at + 1 + blanks))
        });
        let mut before = None;
        let mut last = leaf.text.len();
        for (stop, at) in std::iter::once((0, 0)).chain(starts) {
            let rest = &leaf.text[at..];
            let time = || (open.is_some() && TIMES.open(rest)).then_some((Label::Time, 0));
            let lead = || {
                (aside.start == stop && at > 0 && leads_labels(rest)).then_some((Label::Lead, 0))
            };
            let Some((label, len)) = label_at(rest).or_else(time).or_else(lead) else { continue };
            if at == 0 && first.is_some() {
                continue;
            }
            if aside.start == stop && at > 0 {
                // Within the value of another label a parenthesis only explains.
                if open.is_some() || label == Label::Matter {
                    continue;
                }
                last = aside.end;
            }
            if open.is_none() && at > 0 {
                before = Some(leaf.text[..stop].trim_end().len());
            }
            let end = stop.max(open_start(open.as_ref()));
            close(&mut self.parts, &mut open, end);
            open = Some((label, blanks_behind(leaf.text, at + len)));
        }
        if open.is_none() {
            return;
        }
        if let Some(stop) = before.filter(|_| self.head.is_none() && first.is_none()) {
            self.head = Some((leaf, 0..stop));
        }
        close(&mut self.parts, &mut open, last);
    }

    /// The parts with one of these labels.
    fn with(&self, wanted: &'static [Label]) -> impl Iterator<Item = &Part<'d>> {
        self.parts.iter().filter(move |part| wanted.contains(&part.label))
    }
}

/// The first paragraph of a unit.
fn first_line(unit: &Section) -> Option<Leaf<'_>> {
    unit.children.iter().find_map(|block| match block {
        Block::Paragraph(p) => Some(Leaf { text: &p.text, span: p.span, section: Some(&unit.id) }),
        _ => None,
    })
}

/// Where the value of an open label begins.
fn open_start(open: Option<&(Label, usize)>) -> usize {
    open.map_or(0, |(_, from)| *from)
}

impl<'a> Reader<'a> {
    /// The tasks of a unit whose labels say who leads. False where they say it in no way that is known.
    pub(super) fn labelled(&mut self, unit: &'a Section, labels: &Labels<'a>) -> bool {
        let Some(lead) = labels.with(&[Label::Lead, Label::Both]).next().cloned() else {
            return false;
        };
        let words = &lead.leaf.text[lead.range.clone()];
        let deadlines = self.label_dates(labels);
        let deliverable = self.label_result(labels);
        let Some((mut leads, mut with)) = self.doers_of(&lead) else {
            // "Cơ quan thực hiện: Sở A chủ trì …; Sở B …": sentences.
            return !read(words).is_empty() && {
                self.sentences(lead.leaf, &deadlines);
                true
            };
        };
        let items = labels.with(&[Label::Lead, Label::Both]).skip(1);
        for item in items.filter(|item| item.below.is_some() && item.below == lead.below) {
            let (found, partners) = self.doers_of(item).unwrap_or_default();
            leads.extend(found);
            with.extend(partners);
        }
        for part in labels.with(&[Label::Cooperating]) {
            with.extend(self.doers_of(part).map(|(found, _)| found).unwrap_or_default());
        }
        for (leaf, range) in matters(unit, labels) {
            let Some(passage) = self.passage(leaf) else { continue };
            let text = passage.value(&range);
            let found = crate::inline::task::cooperation(leaf.text, &range, &[]);
            let mut cooperating = with.clone();
            if range.len() == leaf.text.len() || range.start == 0 {
                let known =
                    |agency: &Agency, other: &[Agency]| other.iter().any(|o| o.text == agency.text);
                let stated: Vec<Agency> = found
                    .iter()
                    .map(|agency| agency_value(&passage, agency, false))
                    .filter(|agency| !known(agency, &with) && !known(agency, &leads))
                    .collect();
                cooperating.splice(0..0, stated);
            }
            let deadlines = if deadlines.is_empty() {
                self.dates.within(text.span, &text.text, Place::Sentence { doer: 0 })
            } else {
                deadlines.clone()
            };
            let draft = Draft {
                action: Some(text.clone()),
                text,
                lead: leads.clone(),
                cooperating,
                roles: Vec::new(),
                deadlines,
                deliverable: deliverable.clone(),
                source: TaskSource::Label,
            };
            self.push(leaf.section, draft);
        }
        for unit in &labels.sentences {
            self.section(unit, None);
        }
        self.beside(unit, labels);
        true
    }

    /// The paragraphs of a unit beside one whose labels are of itself alone: "Tổ chức hội thi. Chủ trì: …".
    fn beside(&mut self, unit: &'a Section, labels: &Labels<'a>) {
        if labels.head.is_none() {
            return;
        }
        let labelled = |span: Span| labels.parts.iter().any(|part| part.leaf.span == span);
        for block in &unit.children {
            if let Block::Paragraph(p) = block
                && !labelled(p.span)
            {
                self.sentence(Leaf { text: &p.text, span: p.span, section: Some(&unit.id) }, None);
            }
        }
    }

    /// The tasks of sentences behind a label, with the deadline another label gives.
    fn sentences(&mut self, leaf: Leaf<'a>, deadlines: &[Date]) {
        let first = self.count();
        self.sentence(leaf, None);
        self.date_from(first, deadlines);
    }

    /// A line of labels that stands alone. False where it names nobody.
    pub(super) fn labelled_line(&mut self, leaf: Leaf<'a>) -> bool {
        let mut labels = Labels::default();
        labels.line(leaf, None);
        let Some(lead) = labels.with(&[Label::Lead, Label::Both]).next().cloned() else {
            return false;
        };
        let Some((lead, mut with)) = self.doers_of(&lead) else { return false };
        for part in labels.with(&[Label::Cooperating]) {
            with.extend(self.doers_of(part).map(|(found, _)| found).unwrap_or_default());
        }
        let Some(passage) = self.passage(leaf) else { return false };
        let text = passage.value(&(0..leaf.text.len()));
        let action = labels.with(&[Label::Matter]).next().map(|part| passage.value(&part.range));
        let draft = Draft {
            text,
            lead,
            cooperating: with,
            roles: Vec::new(),
            action,
            deadlines: self.label_dates(&labels),
            deliverable: self.label_result(&labels),
            source: TaskSource::Label,
        };
        self.push(leaf.section, draft);
        true
    }

    /// "Lễ tân: Văn phòng Sở": what is to be done and who does it, below a heading that shares out work.
    pub(super) fn shared_out(&mut self, unit: &'a Section, matter: &Text) -> bool {
        let [Block::Paragraph(named)] = unit.children.as_slice() else { return false };
        let words = matter.text.as_str();
        if names_no_doer(words) || label(words).is_some() || whole_list(words).is_some() {
            return false;
        }
        let leaf = Leaf { text: &named.text, span: named.span, section: Some(&unit.id) };
        let Some(doers) = whole_list(leaf.text) else { return false };
        let Some(passage) = self.passage(leaf) else { return false };
        let draft = Draft {
            text: matter.clone(),
            lead: doers.iter().map(|doer| agency_value(&passage, doer, false)).collect(),
            cooperating: Vec::new(),
            roles: Vec::new(),
            action: Some(matter.clone()),
            deadlines: Vec::new(),
            deliverable: None,
            source: TaskSource::Label,
        };
        self.push(leaf.section, draft);
        true
    }

    /// The doers behind a label: those who lead, and those who co-operate.
    fn doers_of(&self, part: &Part<'a>) -> Option<(Vec<Agency>, Vec<Agency>)> {
        let words = part.leaf.text.get(part.range.clone())?;
        let whole = whole_list(words);
        let listed = whole.is_some();
        let found = match whole {
            Some(leads) => (leads, Vec::new()),
            None if read(words).len() > 1 => return None,
            None => doers(words)
                .filter(|_| words.len() < 400 && !words.contains(". "))
                .map(|doers| (doers.leads, doers.cooperating))
                .or_else(|| plain(words).map(|leads| (leads, Vec::new())))?,
        };
        if !listed
            && found.1.is_empty()
            && read(words).first().is_some_and(|task| task.action.is_some())
        {
            return None;
        }
        let passage = self.passage(part.leaf)?;
        let from = part.range.start;
        let value = |agency: &AgencyAt| {
            let range = agency.range.start + from..agency.range.end + from;
            agency_value(&passage, &AgencyAt { range, name: agency.name.clone() }, false)
        };
        Some((found.0.iter().map(value).collect(), found.1.iter().map(value).collect()))
    }

    /// The dates behind the labels that say when.
    pub(super) fn label_dates(&self, labels: &Labels<'a>) -> Vec<Date> {
        let mut dates = Vec::new();
        for part in labels.with(&[Label::Time]) {
            let Some(passage) = self.passage(part.leaf) else { continue };
            let text = passage.value(&part.range);
            dates.extend(self.dates.within(text.span, &text.text, Place::Time));
        }
        dates.truncate(MOST);
        dates
    }

    /// What a label says comes of the task.
    pub(super) fn label_result(&self, labels: &Labels<'a>) -> Option<Text> {
        let part = labels.with(&[Label::Result]).next()?;
        let text = self.passage(part.leaf)?.value(&part.range);
        (!text.text.is_empty()).then_some(text)
    }
}

/// What is to be done, of a unit with labels: what a label says, else its words, its heading, its items.
fn matters<'d>(unit: &'d Section, labels: &Labels<'d>) -> Vec<(Leaf<'d>, Range<usize>)> {
    let stated: Vec<_> =
        labels.with(&[Label::Matter]).map(|part| (part.leaf, part.range.clone())).collect();
    if !stated.is_empty() {
        return stated;
    }
    if let Some(head) = &labels.head {
        return vec![head.clone()];
    }
    let section = Some(unit.id.as_str());
    let paragraph = unit.children.iter().find_map(|block| match block {
        Block::Paragraph(p) if !opens_with_label(&p.text) => {
            Some(Leaf { text: &p.text, span: p.span, section })
        }
        _ => None,
    });
    let heading = unit.heading.as_ref();
    let heading = heading.map(|h| Leaf { text: &h.text, span: h.span, section });
    if let Some(leaf) = paragraph.or(heading) {
        return vec![(leaf, 0..leaf.text.len())];
    }
    let items = unit.children.iter().filter_map(Block::as_section);
    let items = items.filter(|item| !labels.hold(item.span)).filter_map(first_line);
    items.map(|leaf| (leaf, 0..leaf.text.len())).collect()
}
