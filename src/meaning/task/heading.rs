//! Headings: whether one names who has the tasks below it.

use std::rc::Rc;

use super::emit::agency_value;
use super::labels::Labels;
use super::walk::{Assigning, Doer, Leaf, Reader};
use crate::document::{Block, MarkerStyle, Section, TaskSource, Text};
use crate::inline::agency::{AgencyAt, described_list, place, whole_list};
use crate::inline::task::{Opening, begins_with_doer, enumerates, read};
use crate::lexicon::agents::{head, names_no_doer, names_others, post, quantifier};
use crate::lexicon::assignments::label;
use crate::lexicon::duties::{order, starts_duty};
use crate::lexicon::{opens_spelt, skeleton, word_count};

impl<'a> Reader<'a> {
    /// A unit with a heading: the heading may name the doer of all below it.
    pub(super) fn headed(
        &mut self,
        unit: &'a Section,
        heading: &'a Text,
        labels: &Labels<'a>,
        above: Option<&Doer>,
    ) {
        // "II. Mục tiêu, chủ đề và hoạt động" / "4. Các hoạt động chính"
        let outer = self.aims;
        self.aims &= !speaks_of_deeds(&heading.text);
        self.below(unit, heading, labels, above);
        self.aims = outer;
    }

    /// What is below a heading.
    fn below(
        &mut self,
        unit: &'a Section,
        heading: &'a Text,
        labels: &Labels<'a>,
        above: Option<&Doer>,
    ) {
        let id = Some(unit.id.as_str());
        if above.is_some_and(Doer::is_nobody) {
            self.blocks(&unit.children, labels, id, above);
            return;
        }
        let leaf = Leaf { text: &heading.text, span: heading.span, section: id };
        if self.assigning == Assigning::Shares && self.shared_out(unit, heading) {
            return;
        }
        let chapter = matches!(
            unit.marker.style,
            MarkerStyle::Part | MarkerStyle::Chapter | MarkerStyle::Division
        );
        if let Some(doer) = self.named_by(leaf).filter(|_| !chapter) {
            let outer = std::mem::replace(&mut self.aims, false);
            self.blocks(&unit.children, labels, id, Some(&doer));
            self.aims = outer;
            return;
        }
        if let Some(doer) = above.and_then(|doer| self.joined(leaf, doer)) {
            self.blocks(&unit.children, labels, id, Some(&doer));
            return;
        }
        // "1. Sở Y tế: 1.1. Trách nhiệm chung"
        let shared = above.is_some() && speaks_of_duties(leaf.text);
        if (label(leaf.text).is_some() || names_no_doer(leaf.text)) && !shared {
            let outer = (self.quiet, self.aims);
            self.quiet = names_others(leaf.text);
            self.aims |= aims(leaf.text);
            self.blocks(&unit.children, labels, id, None);
            (self.quiet, self.aims) = outer;
            return;
        }
        if unit.children.is_empty() && word_count(leaf.text) <= 4 && !leaf.text.contains(['.', ':'])
        {
            return;
        }
        if unit.children.is_empty() {
            self.sentence(leaf, above);
            return;
        }
        // A sentence that was taken for a heading because it runs in before a colon.
        let mut own = read(leaf.text);
        if let Some(last) = own.last_mut() {
            let line = format!("{}:", leaf.text.trim_end_matches(':'));
            if read(&line).last().is_some_and(|task| task.opening == Opening::Only) {
                last.opening = Opening::Only;
            }
            let doer = self.emit(leaf, &own, None);
            self.blocks(&unit.children, labels, id, doer.as_ref().or(above));
            return;
        }
        // "- Tham mưu UBND tỉnh về: …", "c) Triển khai các dự án: - Dự án 1 …": what follows only names its objects.
        let has_duty = starts_duty(leaf.text) && above.is_some_and(|doer| doer.opened);
        if has_duty && (enumerates(leaf.text) || !hold_duties(&unit.children)) {
            let first = self.count();
            self.emit(leaf, &[], above);
            let item = self.count() > first;
            let objects = above.filter(|_| !item);
            self.blocks(&unit.children, labels, id, objects);
            return;
        }
        // Or because its last line looks like no part of it.
        if leaf.text.contains("; ") && above.is_some() && !hold_duties(&unit.children) {
            self.emit(leaf, &[], above);
            self.blocks(&unit.children, labels, id, None);
            return;
        }
        self.blocks(&unit.children, labels, id, above);
    }

    /// The doers a heading consists of, or a line that opens a list.
    pub(super) fn named_by(&self, leaf: Leaf<'a>) -> Option<Doer> {
        let text = leaf.text;
        let from = addressed(text);
        if opens_spelt(text, "đối với").is_some() && !self.assigning.says_who() {
            return None;
        }
        // "Học sinh giỏi", "Doanh nghiệp số" head what they speak of, unless the chapter assigns.
        let named = quantifier(text).is_some() || head(text) || post(text).is_some();
        if !self.assigning.says_who() && from == 0 && !named {
            return None;
        }
        if let Some(doer) = order(text).and_then(|_| self.ordered_by(leaf)) {
            return Some(doer);
        }
        let agencies = whole_list(&text[from..]);
        // "Sở Xây dựng có nhiệm vụ:"
        if agencies.is_none()
            && INTRODUCTIONS.iter().any(|words| text.ends_with(words))
            && let Some(doer) = self.ordered_by(leaf)
        {
            return Some(doer);
        }
        let agencies = agencies
            .or_else(|| self.assigning.says_who().then(|| described_list(&text[from..])).flatten())
            .or_else(|| charged(text, from))
            .or_else(|| self.addressed_place(text, from))?;
        let moved = |agency: AgencyAt| AgencyAt {
            range: agency.range.start + from..agency.range.end + from,
            ..agency
        };
        let agencies: Vec<AgencyAt> = agencies.into_iter().map(moved).collect();
        self.heads(leaf, &agencies)
    }

    /// "Đối với thành phố Hòa Lạc": a province that a heading speaks to.
    fn addressed_place(&self, text: &str, from: usize) -> Option<Vec<AgencyAt>> {
        let place = place(text, from).filter(|_| self.assigning.says_who() && from > 0)?;
        let moved = |a: AgencyAt| AgencyAt::plain(a.range.start - from..a.range.end - from);
        let rest = text[place.end..].trim_matches([' ', ':', '.']);
        rest.is_empty().then(|| place.agencies.into_iter().map(moved).collect())
    }

    /// A line that is only the name of doers, before what they have to do: it heads the lines up to the next one.
    pub(super) fn name_line(&self, leaf: Leaf<'a>, next: Option<&Block>) -> Option<Doer> {
        const BYTES: usize = 160;
        const WORDS: usize = 4;
        let text = leaf.text;
        if text.len() > BYTES || text.contains(':') {
            return None;
        }
        let next = first_words(next?)?;
        let named = text.starts_with(char::is_uppercase)
            && text.ends_with(char::is_alphanumeric)
            && word_count(next) > WORDS
            && (starts_duty(next) || opens_spelt(next, "là").is_some());
        self.heads(leaf, &named.then(|| whole_list(text))??)
    }

    /// The doers of a heading that is an order: "Đề nghị các doanh nghiệp sản xuất và xuất khẩu".
    fn ordered_by(&self, leaf: Leaf<'a>) -> Option<Doer> {
        let line = format!("{}:", leaf.text.trim_end_matches(':'));
        let [task] = &read(&line)[..] else { return None };
        if self.asks_above(&line, task) {
            return Some(Doer::nobody(true));
        }
        if task.opening != Opening::Only {
            return None;
        }
        self.heads(leaf, &task.leads)
    }

    /// These doers as those who have all that is below.
    fn heads(&self, leaf: Leaf<'a>, agencies: &[AgencyAt]) -> Option<Doer> {
        let passage = self.passage(leaf)?;
        let agencies = agencies.iter().map(|agency| agency_value(&passage, agency, true));
        Some(Doer {
            agencies: agencies.collect(),
            with: Rc::default(),
            partners: false,
            deadlines: Rc::default(),
            source: TaskSource::Heading,
            opened: true,
        })
    }
}

/// With what a heading ends that only says that duties follow.
const INTRODUCTIONS: &[&str] = &["có nhiệm vụ", "có trách nhiệm", "chịu trách nhiệm", "thực hiện"];

/// The first words of a paragraph, or of an item behind a sign.
fn first_words(block: &Block) -> Option<&str> {
    match block {
        Block::Paragraph(p) => Some(&p.text),
        Block::Section(unit) if unit.heading.is_none() => {
            unit.children.iter().find_map(first_words)
        }
        _ => None,
    }
}

/// Whether blocks hold something to do, by the first words of what is there.
pub(super) fn hold_duties(blocks: &[Block]) -> bool {
    blocks.iter().any(|block| match block {
        Block::Paragraph(p) => holds_duty(&p.text),
        Block::Section(child) => {
            child.heading.as_ref().is_some_and(|heading| holds_duty(&heading.text))
                || hold_duties(&child.children)
        }
        Block::Table(_) => false,
    })
}

/// Whether a text begins with something to do, or with whoever does it.
fn holds_duty(text: &str) -> bool {
    starts_duty(text) || begins_with_doer(text)
}

/// Whoever a heading charges, in whatever words: "Trách nhiệm của đối tượng thực hiện kiểm kê".
fn charged(text: &str, from: usize) -> Option<Vec<AgencyAt>> {
    const WORDS: usize = 12;
    let charges =
        ["trách nhiệm của", "nhiệm vụ của"].iter().any(|w| opens_spelt(text, w).is_some());
    let end = text[from..].find(['(', ':']).map_or(text.len(), |at| from + at);
    let name = text[from..end].trim_end();
    let one = charges && word_count(name) <= WORDS && !name.contains([',', ';', '.']);
    (one && !name.is_empty()).then(|| vec![AgencyAt::plain(0..name.len())])
}

/// Whether a heading below a doer only says that its duties follow: "Trách nhiệm chung".
fn speaks_of_duties(heading: &str) -> bool {
    const WORDS: &[&str] = &[
        "trachnhiem",
        "nhiemvu",
        "trachnhiemchung",
        "nhiemvuchung",
        "trachnhiemcuthe",
        "nhiemvucuthe",
        "nhiemvutrongtam",
        "quyenhanvatrachnhiem",
        "nhiemvuvaquyenhan",
        "nhiemvuquyenhan",
    ];
    WORDS.contains(&skeleton(heading).as_str())
}

/// Whether a heading speaks of what is done, and not of what for.
fn speaks_of_deeds(heading: &str) -> bool {
    let key = skeleton(heading);
    !key.starts_with("muc") && ["hoatdong", "nhiemvu", "giaiphap"].iter().any(|w| key.contains(w))
}

/// Whether a heading speaks of aims alone: "Mục đích", but not "Mục đích, yêu cầu".
fn aims(heading: &str) -> bool {
    let key = skeleton(heading);
    ["mucdich", "muctieu"].iter().any(|w| key.starts_with(w))
        && ["yeucau", "nhiemvu", "giaiphap"].iter().all(|w| !key.contains(w))
}

/// Byte behind "Trách nhiệm của", "Đối với", "Giao" before those who are named.
fn addressed(text: &str) -> usize {
    const LEADS: &[&str] = &["trách nhiệm của", "nhiệm vụ của", "đối với", "phân công", "riêng"];
    let lead = LEADS.iter().find_map(|lead| opens_spelt(text, lead)).or_else(|| order(text));
    let Some(from) = lead.filter(|from| !text[*from..].trim().is_empty()) else { return 0 };
    text.len() - text[from..].trim_start_matches([' ', ':']).len()
}

/// What a heading says of who does what below it.
pub(super) fn assigns(heading: &str) -> Assigning {
    const WORDS: &[&str] = &["tochucthuchien", "phancong", "trachnhiem", "nhiemvucuthe"];
    let key = skeleton(heading);
    if key.starts_with("phancong") {
        return Assigning::Shares;
    }
    let says = WORDS.iter().any(|word| key.contains(word));
    if says { Assigning::Duties } else { Assigning::Nothing }
}
