//! Whom a clause tells to do something.

use std::ops::Range;

use super::cooperation::without_with;
use crate::inline::agency::{AgencyAt, List, bare_list, blanks_behind, floor, list};
use crate::lexicon::agents::{noun, quantifier};
use crate::lexicon::duties::{adverbial, order, refuses, verb};
use crate::lexicon::{is_word, opens_spelt, organ, skeleton};

/// Bytes of a clause in which its doer is looked for behind what it opens with.
const REACH: usize = 900;

/// Commas in a row behind which a doer is looked for.
const COMMAS: usize = 24;

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
    /// What is to be done, where it stands before the doer.
    pub(super) action: Option<Range<usize>>,
}

impl Subject {
    /// Doers who lead, and nobody else.
    fn of(list: List) -> Self {
        Self {
            leads: list.agencies,
            cooperating: Vec::new(),
            roles: Vec::new(),
            duty_at: list.end,
            ordered: false,
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
        return Some(found);
    }
    let opens = adverbial(rest);
    let named = !opens && begins_document(rest);
    if !opens && !named {
        return None;
    }
    behind_adverbial(text, at, end)
}

/// Whether a clause opens with a document or matter: "Nội dung này giao …", "Kế hoạch này …".
fn begins_document(text: &str) -> bool {
    ["kế hoạch", "công việc", "nhiệm vụ", "việc"].iter().any(|w| opens_spelt(text, w).is_some())
}

/// A doer at the very beginning: "Sở Tài chính chủ trì …", "Giao Văn phòng …".
fn direct(text: &str, at: usize) -> Option<Subject> {
    if let Some(ordered) = ordered(text, at) {
        return Some(ordered);
    }
    let doers = list(text, at)?;
    if let Some(roles) = with_roles(text, at) {
        return Some(roles);
    }
    let next = behind_comma(text, doers.end);
    // "UBND tỉnh yêu cầu các sở …": the work is theirs.
    if let Some(len) = order(&text[next..]) {
        return given(text, next, len, Some(&doers));
    }
    acts(text, doers.end).then(|| directed(text, doers))
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

/// "Giao X …", "Đề nghị: X, Y".
fn ordered(text: &str, at: usize) -> Option<Subject> {
    let len = order(text.get(at..)?)?;
    given(text, at, len, None)
}

/// Whom an order of `len` bytes at `at` tells to do something.
fn given(text: &str, at: usize, len: usize, speaker: Option<&List>) -> Option<Subject> {
    let mut next = blanks_behind(text, at + len);
    if text[next..].starts_with(':') {
        next = blanks_behind(text, next + 1);
    }
    // "yêu cầu học sinh …"; behind a colon "yêu cầu" may be a heading.
    let bare = || {
        let colon = text[at + len..next].contains(':');
        let named = noun(&text[next..]).is_some_and(|len| text[next..next + len].contains(' '));
        (!colon && named).then(|| bare_list(text, next)).flatten()
    };
    let mut doers = list(text, next).or_else(bare)?;
    stretch(text, &mut doers);
    if upward(text, speaker, &doers) {
        return None;
    }
    let rest = text[doers.end..].trim_start();
    let aside = rest.strip_prefix(',').unwrap_or_default().trim_start();
    let aside =
        ["nhất là", "đặc biệt là", "trước hết là"].iter().any(|w| opens_spelt(aside, w).is_some());
    let bare = rest.trim_matches([':', '.', '/', ',', ';']).is_empty();
    let told = bare
        || rest.starts_with(':')
        || rest.starts_with('(')
        || aside
        || !refuses(rest) && (acts(text, doers.end) || follows_freely(rest));
    let invited = opens_spelt(&text[at..], "đề nghị").is_some();
    let mut subject = Subject { ordered: true, ..Subject::of(doers) };
    if invited {
        subject.roles = subject.leads.iter().map(|a| ("invited", a.clone())).collect();
    }
    told.then_some(subject)
}

/// "Đề nghị các doanh nghiệp sản xuất, chế biến và xuất khẩu:": all before the colon is their name.
fn stretch(text: &str, doers: &mut List) {
    const LONGEST: usize = 160;
    if text.len() > doers.end + 2 * LONGEST {
        return;
    }
    let rest = text[doers.end..].trim_end();
    let Some(words) = rest.strip_suffix(':') else { return };
    let described = words.len() <= LONGEST
        && !words.contains([';', '.', ':', '('])
        && verb(words.trim_start()).is_none()
        && word_starts(words).all(|at| verb(&words[at..]).is_none());
    if described && let Some(last) = doers.agencies.last_mut().filter(|a| a.range.end == doers.end)
    {
        doers.end += words.trim_end().len();
        last.range.end = doers.end;
    }
}

/// Whether an order goes on with a small word that is no verb of the list: "giao X làm đầu mối".
fn follows_freely(rest: &str) -> bool {
    let small = rest.starts_with(char::is_lowercase);
    small
        && ["và", "của", "về", "tại", "theo", "hoặc"].iter().all(|w| opens_spelt(rest, w).is_none())
        || ["theo", "căn cứ"].iter().any(|w| opens_spelt(rest, w).is_some())
}

/// Whether somebody asks a body above: that is a request, and no task.
fn upward(text: &str, speaker: Option<&List>, doers: &List) -> bool {
    let rank = |list: &List| list.agencies.first().map_or(0, |a| rank(&text[a.range.clone()]));
    let asked = rank(doers);
    speaker.map_or(asked >= 6, |speaker| asked > rank(speaker).max(1) && asked >= 4)
}

/// How high a body stands.
fn rank(name: &str) -> u8 {
    let key = skeleton(name);
    let begins = |keys: &[&str]| keys.iter().any(|start| key.starts_with(start));
    let holds = |keys: &[&str]| keys.iter().any(|part| key.contains(part));
    if begins(&[
        "thutuong",
        "chinhphu",
        "quochoi",
        "bochinhtri",
        "banbithu",
        "capcothamquyen",
        "captren",
    ]) {
        return 6;
    }
    if begins(&["bo"]) && !begins(&["bochihuy", "bophan", "bodoi"]) {
        return 5;
    }
    let governs = begins(&[
        "ubnd",
        "uybannhandan",
        "chutichubnd",
        "chutichuybannhandan",
        "hdnd",
        "tinhuy",
        "thanhuy",
        "chutich",
    ]);
    if governs && !holds(&["cac", "xa", "phuong", "huyen"]) {
        return 4;
    }
    if governs { 3 } else { 2 }
}

/// Whether the words behind a doer tell it to do something.
fn acts(text: &str, end: usize) -> bool {
    let next = behind_comma(text, end);
    let rest = &text[next..];
    if let Some(behind) = text[end..].strip_prefix(':') {
        let behind = behind.trim_start();
        return behind.is_empty() || verb(behind).is_some() || adverbial(behind);
    }
    if refuses(rest) {
        return false;
    }
    if next > end + 1 && text[end..].starts_with(',') {
        return verb(rest).is_some() && behind_aside(text, next);
    }
    verb(rest).is_some()
}

/// "Sở Tài chính, trên cơ sở đề xuất của …, chủ trì tổng hợp": a comma behind a doer opens an aside.
fn behind_aside(text: &str, at: usize) -> bool {
    const ASIDES: &[&str] = &["trên cơ sở", "căn cứ", "theo", "trong phạm vi"];
    let rest = &text[at..];
    let Some(_) = ASIDES.iter().find(|aside| opens_spelt(rest, aside).is_some()) else {
        return ["chủ trì", "có trách nhiệm", "chịu trách nhiệm"]
            .iter()
            .any(|w| opens_spelt(rest, w).is_some());
    };
    let rest = &rest[..floor(rest, REACH)];
    let mut commas = rest.match_indices(", ").take(COMMAS);
    commas.any(|(comma, _)| verb(&rest[comma + 2..]).is_some())
}

/// Byte of the next word, behind a comma if there is one.
fn behind_comma(text: &str, at: usize) -> usize {
    let from = blanks_behind(text, at);
    if text[from..].starts_with(',') { blanks_behind(text, from + 1) } else { from }
}

/// A doer behind what a clause opens with: "Căn cứ Kế hoạch này, Trưởng các đơn vị …".
fn behind_adverbial(text: &str, at: usize, end: usize) -> Option<Subject> {
    let reach = floor(text, end.min(at + REACH));
    let clause = &text[at..reach];
    let places = word_starts(clause)
        .filter(|from| clause[..*from].ends_with(", ") || order(&clause[*from..]).is_some());
    for from in places.take(COMMAS) {
        let rest = &clause[from..];
        let found = if order(rest).is_some() {
            if denied(&clause[..from]) { None } else { ordered(text, at + from) }
        } else {
            direct(text, at + from)
        };
        if let Some(found) = found.filter(|found| found.duty_at <= end) {
            return Some(found);
        }
    }
    let plural = word_starts(clause).filter(|from| {
        let rest = &clause[*from..];
        quantifier(rest).is_some() && opens_spelt(rest, "các").is_some()
            || rest.starts_with(char::is_uppercase) && organ(rest).is_some()
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

/// Whether nothing before a doer takes it as its object: "vướng mắc các đơn vị", "ngày 23/5 Nhà trường".
fn free_before(before: &str) -> bool {
    const ENDS: &[&str] =
        &["mắc", "khăn", "sinh", "đề", "hiện", "này", "nhau", "phương", "quyền", "cầu"];
    let word = before.trim_end().rsplit(' ').next().unwrap_or_default();
    word.ends_with(|c: char| c.is_ascii_digit()) || ENDS.contains(&word)
}

/// Whether an order is denied or reported: "không giao", "theo đề nghị của", "được giao".
fn denied(before: &str) -> bool {
    const BEFORE: &[&str] = &[
        "không", "được", "đã", "theo", "sự", "và", "các", "có", "những", "khi", "xét", "việc",
        "nhiệm", "quyết", "bàn", "chuyển", "để",
    ];
    let word = before.trim_end().rsplit(' ').next().unwrap_or_default();
    BEFORE.contains(&word) || before.trim_end().ends_with("Xét")
}

/// Where the words of a clause begin.
fn word_starts(clause: &str) -> impl Iterator<Item = usize> {
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

/// An assignment in a parenthesis: "(Sở Nội vụ chủ trì; hoàn thành …)", "(giao Văn phòng thông báo)".
pub(super) fn aside(text: &str, range: &Range<usize>) -> Option<Subject> {
    let within = text.get(range.clone())?;
    if opens_spelt(within, "giao").is_some() {
        let subject = ordered(text, range.start)?;
        let inside = subject.duty_at < range.end;
        return inside.then_some(subject);
    }
    let doers = list(text, range.start).filter(|doers| doers.end < range.end)?;
    let rest = text[doers.end..range.end].trim_start();
    let leads =
        ["chủ trì", "thực hiện", "phụ trách"].iter().any(|w| opens_spelt(rest, w).is_some());
    if !leads {
        return None;
    }
    let start = super::clause::sentence_start(text, range.start);
    let action = start..start + text[start..range.start - 1].trim_end().len();
    let mut subject = Subject::of(doers);
    subject.action = Some(action).filter(|action| !action.is_empty());
    Some(subject)
}

/// "Sở Tài chính (chủ trì), Sở Xây dựng (phối hợp): …": roles in parentheses win.
fn with_roles(text: &str, at: usize) -> Option<Subject> {
    const GROUPS: usize = 12;
    let mut subject = Subject {
        leads: vec![],
        cooperating: vec![],
        roles: vec![],
        duty_at: at,
        ordered: false,
        action: None,
    };
    let mut next = at;
    for _ in 0..GROUPS {
        let Some(doers) = list(text, next) else { break };
        let from = blanks_behind(text, doers.end);
        let Some(within) = text[from..].strip_prefix('(') else { break };
        let Some(close) = within[..floor(within, 60)].find(')') else { break };
        let role = within[..close].trim();
        if opens_spelt(role, "chủ trì").is_some() {
            subject.leads.extend(doers.agencies);
        } else if opens_spelt(role, "phối hợp").is_some() {
            subject.cooperating.extend(doers.agencies);
        } else {
            break;
        }
        subject.duty_at = from + 1 + close + 1;
        next = subject.duty_at;
        next = blanks_behind(text, next);
        let sign = text[next..].starts_with([',', ';']);
        let and = opens_spelt(&text[next..], "và");
        next = blanks_behind(text, next + and.unwrap_or(usize::from(sign)));
    }
    (!subject.leads.is_empty()).then_some(subject)
}
