//! What is written down of a task that was found.

use std::ops::Range;
use std::rc::Rc;

use super::deadline::{Place, recurrence};
use super::labels::Labels;
use super::walk::{Doer, Draft, Leaf, Reader};
use crate::document::{Agency, Date, Task, TaskRole, TaskSource, Text};
use crate::inline::agency::{AgencyAt, floor, list, whole_list};
use crate::inline::task::{Duty, Opening, TaskAt, duty};
use crate::layout::Passage;
use crate::lexicon::agents::{head, names_no_doer, person, title};
use crate::lexicon::bodies::place_word;
use crate::lexicon::duties::{adverbial, asks, starts_duty};
use crate::lexicon::types::type_at_start;
use crate::lexicon::{Phrases, is_upper, opens_spelt, skeleton, word_count};

/// Words of what is to be done that stands before another doer.
const WORDS: usize = 4;

impl<'a> Reader<'a> {
    /// Writes down the tasks of a text; gives the doer for what follows.
    pub(super) fn emit(
        &mut self,
        leaf: Leaf<'a>,
        own: &[TaskAt],
        above: Option<&Doer>,
    ) -> Option<Doer> {
        let partners = above.is_some_and(|doer| doer.partners && list(leaf.text, 0).is_some());
        let staff = |task: &TaskAt| {
            assigns_staff(leaf.text, task)
                || above.is_some_and(|doer| leads_by_party(leaf.text, task, doer))
        };
        // "Đề nghị UBND tỉnh: 1. Giao Sở Tài chính …": nothing below is anybody's.
        if above.is_some_and(Doer::is_nobody) {
            return None;
        }
        let (mut own, asked) = self.without_requests(leaf.text, own);
        let nobody = || asked.map(|last| Doer::nobody(opens(leaf.text, last)));
        own.retain(|task| !partners && !staff(task));
        let mut free = own.first().map_or(leaf.text.len(), |task| task.range.start);
        // "Đồng thời, giao Công an tỉnh …"
        let joins = !own.is_empty() && word_count(&leaf.text[..free]) < WORDS;
        let inherits = above.filter(|doer| !joins && is_duty(&leaf.text[..free], doer));
        // "4. Sở Tài chính / - Trên cơ sở đề xuất của các sở; Sở Tài chính tham mưu …": one task, and no second.
        if let (Some(doer), Some(task)) = (inherits, own.first())
            && names_again(leaf.text, task, doer)
        {
            free = task.range.end;
            own.remove(0);
        }
        if self.aims || own.is_empty() && inherits.is_none() || is_letterhead(leaf.text) {
            return nobody();
        }
        let passage = self.passage(leaf)?;
        if let Some(doer) = inherits {
            if own.is_empty()
                && leaf.text.ends_with(':')
                && let Some(joined) = self.joined(leaf, doer)
            {
                return Some(joined);
            }
            self.inherited(leaf, &passage, 0..free, doer);
        }
        let mut last = None;
        for task in own {
            if self.speaks_for_itself(leaf, task) || self.quiet && !task.ordered {
                continue;
            }
            last = Some(self.stated(leaf, &passage, task));
        }
        nobody().or(last)
    }

    /// Whether the issuing body only says what it does itself.
    fn speaks_for_itself(&self, leaf: Leaf<'_>, task: &TaskAt) -> bool {
        let acts = task.action.as_ref().map_or("", |action| &leaf.text[action.clone()]);
        if leaf.section.is_none() && !task.ordered && asks(acts) {
            return true;
        }
        let kind = self.document.kind.as_ref().and_then(|kind| kind.code.as_deref());
        let tells = matches!(kind, Some("BC" | "TTr")) || narrates(leaf.text);
        if !task.ordered && tells && !obliges(acts) && !obliges(behind(leaf.text, task)) {
            return true;
        }
        let issues = |lead: &AgencyAt| self.issues(&leaf.text[lead.range.clone()]);
        if task.ordered || !task.leads.iter().all(issues) {
            return false;
        }
        let plan = matches!(kind, Some("KH" | "CTr" | "PA" | "ĐA" | "HD"));
        let asked = task.action.as_ref().is_some_and(|action| asks(&leaf.text[action.clone()]));
        !plan || leaf.section.is_none() || asked
    }

    /// Whether this is the issuing body: "UBND tỉnh" in a document of "UBND TỈNH BẮC NINH", "Bộ" in one of "BỘ Y TẾ".
    fn issues(&self, name: &str) -> bool {
        const SHORT: &[&str] = &[
            "bchcongdoan",
            "bo",
            "cuc",
            "so",
            "tongcuc",
            "truong",
            "ubndhuyen",
            "ubndphuong",
            "ubndtinh",
            "ubndxa",
        ];
        let key = body_key(name);
        let name = if key == "nhatruong" { "truong" } else { &key };
        let short = SHORT.contains(&name);
        // "TM. ỦY BAN NHÂN DÂN" says no place.
        let is =
            |issuer: &str| issuer.starts_with(name) || issuer == "ubnd" && name.starts_with(issuer);
        self.issuers.iter().any(|issuer| issuer == name || short && is(issuer))
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
        let deadlines = match task.opening {
            Opening::Only => {
                let text = printed(passage, leaf.text, &task.range);
                let doer = inherited.first().map_or(0, |agency| agency.span.start);
                self.dates.within(text.span, &text.text, Place::Sentence { doer }).into()
            }
            _ => Rc::default(),
        };
        // "Sở A chủ trì, phối hợp với Sở B thực hiện các nhiệm vụ sau:"
        let with = match task.opening {
            Opening::Only => {
                task.cooperating.iter().map(|a| agency_value(passage, a, true)).collect()
            }
            _ => Rc::default(),
        };
        Doer {
            agencies: inherited,
            with,
            partners: false,
            deadlines,
            source: TaskSource::List,
            opened,
        }
    }

    /// Who has the units below a line that only says with whom: "Chủ trì, phối hợp với Sở Tài chính:".
    /// Where it does not say it, each of them does: "Chủ trì, phối hợp với:".
    pub(super) fn joined(&self, leaf: Leaf<'a>, doer: &Doer) -> Option<Doer> {
        let words = leaf.text.trim_end_matches([':', ' ']);
        if ["chủ trì, phối hợp", "chủ trì, phối hợp với", "chủ trì phối hợp với", "phối hợp với"]
            .iter()
            .any(|bare| opens_spelt(words, bare) == Some(words.len()))
        {
            return Some(Doer { partners: true, ..doer.clone() });
        }
        let line = format!("{words}:");
        let Duty { action, cooperating, .. } = duty(&line, 0..line.len(), &[]);
        if action.is_some() || cooperating.is_empty() || !starts_duty(words) {
            return None;
        }
        let passage = self.passage(leaf)?;
        let with = cooperating.iter().map(|agency| agency_value(&passage, agency, true)).collect();
        Some(Doer { with, ..doer.clone() })
    }

    /// A unit under a doer.
    fn inherited(
        &mut self,
        leaf: Leaf<'a>,
        passage: &Passage<'_>,
        range: Range<usize>,
        doer: &Doer,
    ) {
        let partners = doer.partners.then(|| list(leaf.text, range.start)).flatten();
        let from = partners.as_ref().map_or(range.start, |partners| partners.end);
        let Duty { action, mut cooperating, roles, opening } =
            duty(leaf.text, from..range.end, &[]);
        // "Tổ chức thực hiện các việc sau:"
        if opening == Opening::Only && action.is_some() {
            return;
        }
        cooperating.splice(0..0, partners.into_iter().flat_map(|partners| partners.agencies));
        let text = passage.value(&range);
        let names = |agency: &AgencyAt| {
            doer.agencies.iter().any(|lead| lead.text == leaf.text[agency.range.clone()])
        };
        let mut deadlines = self.dates.within(text.span, &text.text, Place::Sentence { doer: 0 });
        if deadlines.is_empty() {
            deadlines = doer.deadlines.to_vec();
        }
        let stated = cooperating.iter().filter(|agency| !names(agency));
        let stated = stated.map(|agency| agency_value(passage, agency, false));
        let draft = Draft {
            lead: doer.agencies.to_vec(),
            cooperating: doer.with.iter().cloned().chain(stated).collect(),
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
        let named = draft.lead.len() + draft.cooperating.len() + draft.roles.len();
        if draft.lead.is_empty() || !self.quota.takes(1 + named + draft.deadlines.len()) {
            return;
        }
        let recurring = self.dates.recurring(draft.text.span, &draft.text.text);
        let Text { text, span, parts } = self.printed(draft.text);
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
            action: draft.action.map(|action| self.printed(action)),
            deadline: draft.deadlines.first().cloned(),
            deadlines: draft.deadlines,
            recurrence,
            deliverable: draft.deliverable.map(|result| self.printed(result)),
            source: draft.source,
        });
    }

    /// A text as it is printed, where it is a whole leaf with words that were put right.
    fn printed(&self, text: Text) -> Text {
        match self.mended.at(text.span) {
            Some(leaf) if leaf.text == text.text => Text { text: leaf.printed.clone(), ..text },
            _ => text,
        }
    }

    /// The passage of a leaf; for readers of labels and tables too.
    pub(super) fn passage(&self, leaf: Leaf<'a>) -> Option<Passage<'a>> {
        let pieces = self.leaves.pieces(leaf.span)?;
        let Some(mended) = self.mended.at(leaf.span) else {
            return Some(Passage::new(self.sheet, leaf.text, pieces));
        };
        Some(mended.passage(self.sheet, pieces))
    }

    /// How many tasks have been read.
    pub(super) fn count(&self) -> usize {
        self.tasks.len()
    }

    /// Gives the tasks from `first` on what the labels beside them say.
    ///
    /// Only the words of the unit itself: what is nested in it has times of its own.
    pub(super) fn date_by_label(&mut self, first: usize, id: &str, labels: &Labels<'a>) {
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
}

/// Whether what is asked for follows: "Kính đề nghị UBND tỉnh", "… đề nghị UBND tỉnh xem xét các nội dung sau:".
fn opens(text: &str, request: &TaskAt) -> bool {
    request.action.is_none() || text.ends_with(':')
}

/// The letters of a body's name, however the People's Committee is written.
pub(super) fn body_key(name: &str) -> String {
    skeleton(name).replace("uybannhandan", "ubnd")
}

/// Whether a sentence tells what has happened: "Ngày 05/3/2025, …", "Sau khi nghe … báo cáo, …".
fn narrates(text: &str) -> bool {
    // "Ngày 05/3/2025: …" is a time of a programme.
    let told = |rest: &str| {
        let sign = rest.find([',', ':']).map(|at| &rest[at..=at]);
        rest.starts_with(|c: char| c.is_ascii_digit()) && sign != Some(":")
    };
    let day = opens_spelt(text, "ngày").is_some_and(|len| told(text[len..].trim_start()));
    let tells = [
        "qua theo dõi",
        "sau khi nghe",
        "sau khi xem xét",
        "thời gian qua",
        "trong năm qua",
        "trong thời gian qua",
        "vừa qua",
    ];
    day || tells.iter().any(|w| opens_spelt(text, w).is_some())
}

/// Whether a text only says on what a decision is founded: "Căn cứ Nghị định số …;".
fn founds(text: &str) -> bool {
    let ground = opens_spelt(text, "căn cứ")
        .is_some_and(|len| type_at_start(text[len..].trim_start()).is_some());
    let asked = ["xét đề nghị", "xét đề xuất"].iter().any(|w| opens_spelt(text, w).is_some());
    (ground || asked) && !text.contains(", ")
}

/// Whether a line is one of a letterhead.
fn is_letterhead(text: &str) -> bool {
    const LONGEST: usize = 240;
    text.len() < LONGEST && skeleton(text).contains("doclaptudohanhphuc")
}

/// The words behind the doers of a task.
fn behind<'t>(text: &'t str, task: &TaskAt) -> &'t str {
    let end = task.leads.iter().map(|lead| lead.range.end).max().unwrap_or_default();
    text[end..].trim_start()
}

/// Whether a duty is one by its words, whatever the sentence tells besides.
fn obliges(action: &str) -> bool {
    ["phải", "có trách nhiệm", "chịu trách nhiệm", "cần"]
        .iter()
        .any(|word| opens_spelt(action, word).is_some())
}

/// Whether a task names those again who have the unit anyway.
fn names_again(text: &str, task: &TaskAt, doer: &Doer) -> bool {
    let named = task.leads.iter().map(|agency| skeleton(&text[agency.range.clone()]));
    named.eq(doer.agencies.iter().map(|agency| skeleton(&agency.text)))
}

/// Whether somebody's duty is to assign his people: "Phân công cán bộ theo dõi …". They are none of those who have the
/// tasks of the plan.
fn assigns_staff(text: &str, task: &TaskAt) -> bool {
    let [doer] = task.leads.as_slice() else { return false };
    let name = &text[doer.range.clone()];
    let before = text[..doer.range.start].trim_end();
    task.ordered
        && before.ends_with("hân công")
        && name.starts_with(char::is_lowercase)
        && person(name)
}

/// Whether a committee of the Party is told whom to lead: below "Đảng ủy UBND tỉnh" the first word of "Lãnh đạo UBND tỉnh xây
/// dựng …" is what it has to do, and no post.
fn leads_by_party(text: &str, task: &TaskAt, doer: &Doer) -> bool {
    const COMMITTEES: &[&str] =
        &["đảng ủy", "đảng uỷ", "đảng đoàn", "chi bộ", "cấp ủy", "cấp uỷ", "ban thường vụ"];
    let committee = |name: &str| {
        COMMITTEES.iter().any(|word| opens_spelt(name, word).is_some())
            || name.ends_with(" ủy")
            || name.ends_with(" uỷ")
    };
    task.range.start == 0
        && opens_spelt(text, "lãnh đạo").is_some()
        && doer.agencies.iter().all(|agency| committee(&agency.text))
}

/// Whether a text only names bodies, places or persons: "Viện Hóa học;" below "Các viện nghiên cứu", "Cần Giờ, Nhà Bè, Bình
/// Chánh" behind "UBND các huyện:", "Đồng chí Lê Văn An, Giám đốc Sở" behind "Trưởng ban:".
fn only_names(text: &str) -> bool {
    const LONGEST: usize = 240;
    if text.len() > LONGEST || !text.starts_with(char::is_uppercase) {
        return false;
    }
    let names = text.trim_end_matches([' ', ',', ';', '.', '/']);
    let place = |name: &str| {
        let name = name.trim();
        let name = place_word(name).map_or(name, |len| name[len..].trim_start());
        name.split(' ')
            .all(|word| word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()))
    };
    let row = names.contains(", ")
        && names.split([',', ';']).flat_map(|part| part.split(" và ")).all(place);
    let person = || (2..=5).contains(&word_count(names)) && place(names);
    row || (head(text) || title(text).is_some()) && whole_list(names).is_some() || person()
}

/// Whether a text only says how many: "Không quá 05 cá nhân".
fn counts(text: &str) -> bool {
    const BOUNDS: &[&str] = &["không quá", "tối đa", "tối thiểu", "ít nhất"];
    BOUNDS.iter().any(|bound| opens_spelt(text, bound).is_some())
}

/// Whether a text says who is praised, and for what: "Các cá nhân có thành tích được khen thưởng".
fn rewards(text: &str) -> bool {
    static DEEDS: Phrases = Phrases::new(&[
        "biểu dương",
        "ghi nhận",
        "hưởng",
        "khen thưởng",
        "tôn vinh",
        "vinh danh",
        "xem xét khen thưởng",
        "xét khen thưởng",
    ]);
    const NAME: usize = 160;
    const BY: &str = " được ";
    if !text.contains(BY) {
        return false;
    }
    let Some(end) = list(text, 0).map(|named| named.end) else { return false };
    let near = &text[end..floor(text, end + NAME)];
    let near = &near[..near.find(['.', ';', ':']).unwrap_or(near.len())];
    near.match_indices(BY).any(|(at, _)| DEEDS.open(&near[at + BY.len()..]))
}

/// Whether a text under a doer is something to do.
fn is_duty(text: &str, doer: &Doer) -> bool {
    let text = text.trim();
    let filled = !text.starts_with(['.', '…', '_']);
    if is_upper(text) || founds(text) || only_names(text) {
        return false;
    }
    if !filled
        || text.chars().filter(|c| c.is_alphabetic()).take(6).count() < 6
        || names_no_doer(text)
        || counts(text)
        || rewards(text)
    {
        return false;
    }
    // "Quyết định này có hiệu lực …", "Quyết định có hiệu lực …"
    let early = |words: &str| text.find(words).is_some_and(|at| at < 24);
    let itself = early(" này ") && !adverbial(text) || early(" có hiệu lực ");
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
        name: agency.name.clone().unwrap_or_else(|| passage.read_as(&agency.range).to_owned()),
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
