//! Whom a clause tells to do something.

use std::ops::Range;

use super::Request;
use super::acting::{acts, behind_comma, behind_note};
use super::cooperation::{in_row, takes_part, without_with};
use super::giver::{given_above, given_within, order_behind};
use super::order::{given, ordered};
use super::stated::{before_colon, leads_only, passive, with_roles};
use crate::inline::agency::{AgencyAt, List, bare_list, blanks_behind, floor, list, place};
use crate::lexicon::agents::{apposition, person, post, quantifier};
use crate::lexicon::duties::{adverbial, order, verb};
use crate::lexicon::{Phrases, is_word, opens_spelt, organ};

/// Bytes of a clause in which its doer is looked for behind what it opens with.
pub(super) const REACH: usize = 900;

/// Commas in a row behind which a doer is looked for.
pub(super) const COMMAS: usize = 24;

/// Whom a clause tells to do something, and where it says what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Subject {
    pub(super) leads: Vec<AgencyAt>,
    pub(super) cooperating: Vec<AgencyAt>,
    pub(super) roles: Vec<(&'static str, AgencyAt)>,
    /// Byte behind the doers.
    pub(super) duty_at: usize,
    /// Whether somebody else tells them to.
    pub(super) ordered: bool,
    /// Whether it is said who that is.
    pub(super) by_giver: bool,
    /// Whether they are asked, or told.
    pub(super) request: Request,
    /// What is to be done, where it stands before the doer.
    pub(super) action: Option<Range<usize>>,
}

impl Subject {
    /// Doers who lead, and nobody else.
    pub(super) fn of(list: List) -> Self {
        Self {
            leads: list.agencies,
            cooperating: Vec::new(),
            roles: Vec::new(),
            duty_at: list.end,
            ordered: false,
            by_giver: false,
            request: Request::No,
            action: None,
        }
    }
}

/// The doer of the clause `at..end`.
pub(super) fn subject(text: &str, at: usize, end: usize) -> Option<Subject> {
    let rest = text.get(at..end)?;
    if rest.is_empty() {
        return None;
    }
    if let Some(found) = direct(text, at) {
        let above = if found.ordered { None } else { given_above(text, at, end, &found) };
        return Some(above.unwrap_or(found));
    }
    if let Some(found) = passive(text, at, end) {
        return Some(found);
    }
    let opens = adverbial(rest);
    let named = !opens && begins_document(rest);
    if !opens && !named {
        return given_within(text, at, end);
    }
    behind_adverbial(text, at, end)
}

/// Whether a clause opens with a document or matter: "Nội dung này giao …", "Kế hoạch này …".
fn begins_document(text: &str) -> bool {
    static MATTERS: Phrases = Phrases::new(&["kế hoạch", "công việc", "nhiệm vụ", "việc"]);
    MATTERS.open(text)
}

/// Whether a text begins with a body and what it does: "Sở Y tế chủ trì", not "Học viên phải".
pub(crate) fn begins_with_doer(text: &str) -> bool {
    !person(text) && list(text, 0).is_some_and(|doers| acts(text, doers.end))
}

/// A doer at the very beginning: "Sở Tài chính chủ trì …", "Giao Văn phòng …".
fn direct(text: &str, at: usize) -> Option<Subject> {
    if let Some(ordered) = ordered(text, at) {
        return Some(ordered);
    }
    let doers = list(text, at)?;
    let behind = &text[blanks_behind(text, doers.end)..];
    if behind.starts_with('(')
        && let Some(roles) = with_roles(text, at)
    {
        return Some(roles);
    }
    if labels_person(text, &doers) {
        return None;
    }
    let next = behind_comma(text, behind_note(text, doers.end));
    // "UBND tỉnh yêu cầu các sở …": the work is theirs.
    if let Some((order_at, len)) = order_behind(text, next) {
        let given = given(text, order_at, len, Some(&doers));
        // "Trưởng ban phân công các thành viên.": to assign is what the first is to do, where nothing is assigned.
        let idle = given.as_ref().is_none_or(|given| ends_clause(&text[given.duty_at..]));
        if idle && opens_spelt(&text[next..], "phân công").is_some() {
            return Some(Subject::of(doers));
        }
        return if text[doers.end..].starts_with(',') {
            asked_besides(text, given, doers)
        } else {
            given
        };
    }
    if acts(text, doers.end) {
        let mut subject = directed(text, doers);
        subject.duty_at = behind_note(text, subject.duty_at);
        if leads_only(&text[subject.duty_at..]) {
            subject.action = before_colon(text, at);
        }
        return Some(subject);
    }
    in_charge(text, doers)
}

/// Whether a text only says who somebody is: "Giảng viên hướng dẫn: Nghệ nhân ưu tú".
fn labels_person(text: &str, doers: &List) -> bool {
    // "Thủ trưởng các đơn vị có trách nhiệm: Lãnh đạo …" tells them what they have to do.
    const DUTIES: &[&str] = &["có nhiệm vụ", "có trách nhiệm", "chịu trách nhiệm"];
    let rest = text[doers.end..].trim_start();
    if DUTIES.iter().any(|duty| opens_spelt(rest, duty).is_some()) {
        return false;
    }
    let value = verb(rest).and_then(|len| rest[len..].strip_prefix(':')).map(str::trim_start);
    value.is_some_and(|value| value.starts_with(char::is_uppercase))
        && person(&text[doers.agencies[0].range.clone()])
}

/// "Các phòng thuộc Sở, đề nghị UBND các xã căn cứ …": those before the order do it too.
fn asked_besides(text: &str, given: Option<Subject>, doers: List) -> Option<Subject> {
    let mut given = given?;
    let name = &text[doers.agencies[0].range.clone()];
    if quantifier(name).is_some() {
        given.leads.splice(0..0, doers.agencies);
    }
    Some(given)
}

/// "Giám đốc Sở Y tế phụ trách huyện A.": to be in charge is the duty where nothing else is.
fn in_charge(text: &str, mut doers: List) -> Option<Subject> {
    let [doer] = doers.agencies.as_mut_slice() else { return None };
    let name = &text[doer.range.clone()];
    let at = name.find(" phụ trách ")?;
    // "Tổng phụ trách đội", "Giáo viên phụ trách môn học" are names.
    let named = person(name) || post(name).is_some_and(|len| len > at);
    if named || !ends_clause(&text[doers.end..]) {
        return None;
    }
    doer.range.end = doer.range.start + at;
    doers.end = doer.range.end;
    Some(Subject::of(doers))
}

/// Whether a clause ends here.
fn ends_clause(text: &str) -> bool {
    let rest = text.trim_start();
    rest.is_empty() || rest.starts_with(['.', ';'])
}

/// "Cấp ủy chỉ đạo Trưởng các đơn vị thực hiện các nhiệm vụ sau:": the work is theirs.
fn directed(text: &str, doers: List) -> Subject {
    let plain = Subject::of(doers);
    let at = plain.duty_at;
    let Some((start, len)) = steering(text, at) else { return plain };
    let Some(steered) = list(text, blanks_behind(text, start + len)) else { return plain };
    let whole = &text[at..floor(text, at + REACH)];
    let single = !whole.trim_end_matches(['.', '/', ':', ' ']).contains([';', '.', ':']);
    if !single || !acts(text, steered.end) {
        return plain;
    }
    let intro = whole.trim_end().ends_with(':');
    if !intro && start != blanks_behind(text, at) {
        return plain;
    }
    let cooperating = super::cooperation(text, &(at..start), &plain.leads);
    let roles = plain.leads.into_iter().map(|agency| ("direct", agency)).collect();
    Subject {
        leads: steered.agencies,
        cooperating: if intro { Vec::new() } else { cooperating },
        roles,
        duty_at: steered.end,
        ordered: false,
        by_giver: false,
        request: Request::No,
        action: None,
    }
}

/// "chỉ đạo" behind a doer, before another verb: where it begins and its length.
fn steering(text: &str, at: usize) -> Option<(usize, usize)> {
    const REACH: usize = 120;
    let reach = floor(text, at + REACH);
    let clause = &text[at..reach];
    let clause = &clause[..clause.find([';', '.', ':']).unwrap_or(clause.len())];
    let from = clause.find("chỉ đạo ")?;
    Some((at + from, "chỉ đạo".len()))
}

/// A doer behind what a clause opens with: "Căn cứ Kế hoạch này, Trưởng các đơn vị …".
fn behind_adverbial(text: &str, at: usize, end: usize) -> Option<Subject> {
    let reach = floor(text, end.min(at + REACH));
    let clause = &text[at..reach];
    // "… chậm trễ thì người đứng đầu phải chịu trách nhiệm"; "…, thì các cấp ủy, tổ chức đảng rà soát".
    let thus = clause.find(" thì ").map(|thus| at + thus + " thì ".len());
    let thus = thus.and_then(|thus| direct(text, thus).or_else(|| firmly(text, thus)));
    let bound = |found: &Subject| {
        found.duty_at <= end && opens_spelt(text[found.duty_at..].trim_start(), "sẽ").is_none()
    };
    if let Some(found) = thus.filter(bound) {
        return Some(found);
    }
    let places = word_starts(clause)
        .filter(|from| {
            let before = &clause[..*from];
            before.ends_with(", ") || order(&clause[*from..]).is_some()
        })
        .filter(|from| !steered(clause, *from) && !in_row(text, at + from));
    for from in places.take(COMMAS) {
        let rest = &clause[from..];
        let found = if order(rest).is_some() {
            // "…, báo cáo, đề nghị UBND tỉnh hỗ trợ" goes upward.
            let asks = clause[..from].trim_end().ends_with("báo cáo,");
            if asks || denied(&clause[..from]) { None } else { ordered(text, at + from) }
        } else {
            direct(text, at + from).or_else(|| firmly(text, at + from))
        };
        if let Some(found) = found.filter(|found| found.duty_at <= end) {
            return Some(found);
        }
    }
    let plural = word_starts(clause).filter(|from| {
        let rest = &clause[*from..];
        let large = rest.starts_with(char::is_uppercase);
        opens_spelt(rest, "các").is_some()
            || large && !apposition(rest) && (organ(rest).is_some() || holds_many(rest))
    });
    for from in plural.skip_while(|from| *from == 0).take(COMMAS) {
        if free_before(&clause[..from])
            && let Some(found) = direct(text, at + from)
        {
            return Some(found);
        }
    }
    None
}

/// "Thủ trưởng các đơn vị": a post held in many bodies.
fn holds_many(text: &str) -> bool {
    post(text).is_some_and(|len| quantifier(text[len..].trim_start()).is_some())
}

/// "…, ban tổ chức sẽ trao giải": a small word is a doer where a verb of obligation follows.
fn firmly(text: &str, at: usize) -> Option<Subject> {
    const FIRM: &[&str] =
        &["phải", "sẽ", "cần", "có trách nhiệm", "chịu trách nhiệm", "có nhiệm vụ"];
    let Some(doers) = bare_list(text, at) else { return province(text, at) };
    let named = text[at..doers.end].contains(' ');
    let rest = text[doers.end..].trim_start();
    (named && FIRM.iter().any(|w| opens_spelt(rest, w).is_some())).then(|| Subject::of(doers))
}

/// "…, tỉnh Hòa Lạc cần tiếp tục …": a province that a higher body tells what it must do.
fn province(text: &str, at: usize) -> Option<Subject> {
    let named = place(text, at)?;
    let behind = text[named.end..].trim_start();
    let told = ["cần", "phải", "có trách nhiệm"].iter().any(|w| opens_spelt(behind, w).is_some());
    told.then(|| Subject::of(named))
}

/// Whether a comma stands within a row of bodies that somebody steers, or to whom something goes up: "chỉ đạo các trường, các
/// trung tâm", "báo cáo Sở Y tế, Sở Nội vụ theo quy định".
fn steered(clause: &str, at: usize) -> bool {
    const STEERING: &[&str] = &["chỉ đạo", "hướng dẫn", "đôn đốc", "vận động", "kiểm tra"];
    let Some(before) = clause[..at].strip_suffix(", ") else { return false };
    let start = before.rfind([',', ';', ':']).map_or(0, |at| at + 1);
    let start = blanks_behind(clause, start);
    STEERING
        .iter()
        .find_map(|verb| opens_spelt(&clause[start..], verb))
        .and_then(|len| list(clause, blanks_behind(clause, start + len)))
        .is_some_and(|objects| objects.end > at)
        || told(clause, before, at)
}

/// Whether a comma stands within a row of bodies to whom something goes, behind which nothing is to be done but to take
/// note of it.
fn told(clause: &str, before: &str, at: usize) -> bool {
    const TELLING: &[&str] = &["báo cáo ", "gửi ", "trình ", "tham mưu "];
    static NOTES: Phrases = Phrases::new(&[
        "biết",
        "chỉ đạo",
        "cho ý kiến",
        "giải quyết",
        "phê duyệt",
        "quyết định",
        "theo quy định",
        "theo thẩm quyền",
        "theo yêu cầu",
        "xem xét",
        "để",
    ]);
    let telling = TELLING.iter().filter_map(|verb| Some(before.rfind(verb)? + verb.len())).max();
    let Some(from) = telling else { return false };
    // "kính báo cáo Sở Y tế, Sở Nội vụ theo dõi"
    let humble = ["kính báo cáo ", "Kính báo cáo "].iter().any(|w| before[..from].ends_with(w));
    list(clause, from).filter(|objects| objects.end > at).is_some_and(|objects| {
        let behind = clause[objects.end..].trim_start();
        NOTES.open(behind) || humble && opens_spelt(behind, "theo dõi").is_some()
    })
}

/// Whether nothing before a doer takes it as its object: "vướng mắc các đơn vị", "ngày 23/5 Nhà trường".
fn free_before(before: &str) -> bool {
    const ENDS: &[&str] =
        &["mắc", "khăn", "sinh", "sung", "đề", "hiện", "này", "nhau", "phương", "quyền", "cầu"];
    let before = before.trim_end();
    let word = before.rsplit(' ').next().unwrap_or_default();
    let given = ["được giao", "được phân công"].iter().any(|words| before.ends_with(words));
    given || word.ends_with(|c: char| c.is_ascii_digit() || c == ')') || ENDS.contains(&word)
}

/// Whether an order is denied or reported: "không giao", "theo đề nghị của", "được giao".
fn denied(before: &str) -> bool {
    const BEFORE: &[&str] = &[
        "không", "được", "đã", "theo", "sự", "và", "các", "có", "những", "khi", "xét", "việc",
        "nhiệm", "quyết", "tắc", "hợp", "bàn", "chuyển", "để",
    ];
    let word = before.trim_end().rsplit(' ').next().unwrap_or_default();
    BEFORE.contains(&word) || before.trim_end().ends_with("Xét")
}

/// Where the words of a clause begin.
pub(super) fn word_starts(clause: &str) -> impl Iterator<Item = usize> {
    clause
        .match_indices(' ')
        .map(|(at, _)| at + 1)
        .filter(|at| clause[*at..].chars().next().is_some_and(is_word))
}

/// A doer behind a comma whose verb leaves no doubt: "…, các cơ quan phối hợp có trách nhiệm …".
pub(super) fn surely(text: &str, at: usize) -> Option<Subject> {
    const SURE: &[&str] = &["có trách nhiệm", "chịu trách nhiệm", "chủ trì", "có nhiệm vụ"];
    if let Some(len) = order(&text[at..]).filter(|_| {
        opens_spelt(&text[at..], "giao").is_some() || opens_spelt(&text[at..], "đề nghị").is_some()
    }) {
        let found = given(text, at, len, None)?;
        return verb(text[found.duty_at..].trim_start()).map(|_| found);
    }
    let doers = list(text, at)?;
    let rest = text[doers.end..].trim_start();
    SURE.iter().any(|duty| opens_spelt(rest, duty).is_some()).then(|| Subject::of(doers))
}

/// Others who take part: "…, Ban Chỉ huy Quân sự xã và các đoàn thể phối hợp …".
pub(super) fn joining(text: &str, at: usize) -> Option<Vec<AgencyAt>> {
    let doers = list(text, at)?;
    without_with(text[doers.end..].trim_start()).then_some(doers.agencies)
}

/// Others of whom a clause says no more than that they take part: "các sở, ngành cùng phối hợp thực hiện".
pub(super) fn only_joining(text: &str, range: &Range<usize>) -> Option<Vec<AgencyAt>> {
    const REST: &[&str] =
        &["", "thực hiện", "tổ chức thực hiện", "triển khai", "triển khai thực hiện", "chặt chẽ"];
    let mut doers = list(text, range.start)?;
    // "các đơn vị phối hợp" may be who is meant, but not all of a clause.
    if let Some(last) = doers.agencies.last_mut()
        && let Some(name) = text[last.range.clone()].strip_suffix(" phối hợp")
    {
        last.range.end = last.range.start + name.len();
        doers.end = last.range.end;
    }
    let rest = &text[blanks_behind(text, doers.end)..range.end.max(doers.end)];
    let behind = &rest[takes_part(rest)?..];
    let behind = behind.trim_matches([' ', '.', '/', ')']);
    REST.contains(&behind).then_some(doers.agencies)
}
