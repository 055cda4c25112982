//! Doers named behind what they have to do: in a passive, behind a colon, in a parenthesis.

use std::ops::Range;

use memchr::memchr_iter;

use super::Request;
use super::acting::behind_comma;
use super::clause::sentence_start;
use super::cooperation::without_with;
use super::order::ordered;
use super::subject::{Subject, joining};
use crate::inline::agency::{bare_list, blanks_behind, floor, list};
use crate::lexicon::duties::{adverbial, verb};
use crate::lexicon::{Phrases, opens_spelt};

/// What is to be done before a colon: "Tổ chức hội nghị: Phòng Thanh tra chủ trì".
pub(super) fn before_colon(text: &str, at: usize) -> Option<Range<usize>> {
    let before = text[..at].trim_end().strip_suffix(':')?;
    let start = sentence_start(text, before.len());
    let matter = before[start..].trim_end();
    (!matter.is_empty()).then_some(start..start + matter.len())
}

/// Whether the words behind a doer say only that it leads.
pub(super) fn leads_only(rest: &str) -> bool {
    let rest = rest.trim_start();
    let leads = ["chủ trì", "chủ trì thực hiện", "phụ trách", "thực hiện"];
    let len = leads.iter().filter_map(|lead| opens_spelt(rest, lead)).max();
    len.is_some_and(|len| {
        let behind = rest[len..].trim_start();
        behind.is_empty() || behind.starts_with([',', ';', '.', ')'])
    })
}

/// "Nội dung hội nghị do Văn phòng chuẩn bị": what is to be done stands before its doer. Behind a verb of taking part
/// "do" tells of an object: "Thực hiện đề án do Bộ Y tế chủ trì".
pub(super) fn passive(text: &str, at: usize, end: usize) -> Option<Subject> {
    const LONGEST: usize = 160;
    const DOES: &[&str] = &[
        "chủ trì",
        "chuẩn bị",
        "phân công",
        "phụ trách",
        "thực hiện",
        "tổ chức",
        "đảm nhiệm",
        "đảm nhận",
    ];
    const ALSO: &[&str] = &[
        "biên soạn",
        "bảo đảm",
        "bố trí",
        "dự thảo",
        "hướng dẫn thực hiện",
        "tham mưu",
        "theo dõi",
        "tổng hợp",
        "xây dựng",
    ];
    static PREPARED: Phrases = Phrases::new(&[
        "biên soạn",
        "diễn tập",
        "in",
        "mua sắm",
        "mở",
        "mở lớp",
        "tập huấn",
        "tổ chức",
        "xây dựng",
    ]);
    let clause = &text[at..floor(text, end.min(at + LONGEST))];
    let by = if opens_spelt(clause, "do").is_some() { 0 } else { behind_object(clause)? };
    // "Mở lớp tập huấn: do Sở A chủ trì"
    let headed = clause[..by].trim_end().ends_with(':');
    let before = clause[..by].trim_end_matches([' ', ':']);
    let named =
        before.is_empty() || before.starts_with(char::is_uppercase) && !before.contains([',', ':']);
    // "Việc thẩm định hồ sơ, báo cáo do Phòng A thực hiện"
    let matters = ["việc", "công tác", "kịch bản"];
    let named = named || matters.iter().any(|matter| opens_spelt(before, matter).is_some());
    let named = named && opens_spelt(before, "là").is_none();
    let prepared = headed || PREPARED.open(before);
    let matter = opens_spelt(before, "nội dung").is_some();
    if !named
        || verb(before).is_some() && !prepared
        || adverbial(before) && !matter && !before.is_empty()
    {
        return None;
    }
    let from = blanks_behind(text, at + by + "do".len());
    let named = list(text, from);
    let also = named.is_some() && !before.is_empty() && !prepared;
    let doers = named.or_else(|| bare_list(text, from))?;
    let rest = text[doers.end..].trim_start();
    let does = DOES.iter().chain(ALSO.iter().filter(|_| also));
    let does = does.filter_map(|word| opens_spelt(rest, word)).max()?;
    let mut subject = Subject::of(doers);
    subject.action = Some(at..at + before.len()).filter(|action| !action.is_empty());
    // "Mở lớp tập huấn: do Sở A chủ trì, …"
    if before.is_empty() {
        subject.action = before_colon(text, at);
    }
    // "… do Sở A chủ trì, Sở B phối hợp"
    let next = behind_comma(text, text.len() - rest.len() + does);
    if let Some(others) = joining(text, next) {
        subject.duty_at = others.last().map_or(next, |other| other.range.end);
        subject.cooperating = others;
    }
    Some(subject)
}

/// Byte of the first "do" within a clause.
fn behind_object(clause: &str) -> Option<usize> {
    let bytes = clause.as_bytes();
    memchr_iter(b'd', bytes)
        .find(|at| bytes[*at..].starts_with(b"do ") && bytes[..*at].ends_with(b" "))
}

/// The sentence before a parenthesis that begins at `at`.
fn before_aside(text: &str, at: usize) -> Option<Range<usize>> {
    let start = sentence_start(text, at);
    let action = start..start + text[start..at - 1].trim_end().len();
    Some(action).filter(|action| !action.is_empty())
}

/// With what a time begins.
static DATED: Phrases = Phrases::new(&[
    "chậm nhất",
    "hoàn thành",
    "quý",
    "thời gian",
    "tháng",
    "trong",
    "trước",
    "xong",
]);

/// An assignment in a parenthesis: "(Sở Nội vụ chủ trì; hoàn thành …)", "(giao Văn phòng thông báo)".
pub(super) fn aside(text: &str, range: &Range<usize>) -> Option<Subject> {
    let within = text.get(range.clone())?;
    let given = ["giao", "do", "phân công cho"].iter().find_map(|word| opens_spelt(within, word));
    if let Some(mut subject) = ordered(text, range.start) {
        if leads_only(&text[subject.duty_at..range.end.max(subject.duty_at)]) {
            subject.action = before_aside(text, range.start);
        }
        let inside = subject.duty_at < range.end;
        return inside.then_some(subject);
    }
    let from = blanks_behind(text, range.start + given.unwrap_or_default());
    let doers = list(text, from).filter(|doers| doers.end < range.end)?;
    let rest = text[doers.end..range.end].trim_start();
    let leads = [
        "chủ trì",
        "thực hiện",
        "phụ trách",
        "tham mưu",
        "chuẩn bị",
        "tổng hợp",
        "bố trí",
        "đảm nhiệm",
        "chịu trách nhiệm",
    ]
    .iter()
    .any(|w| opens_spelt(rest, w).is_some());
    // "(Văn phòng Sở, quý II/2026)", "(giao Văn phòng Sở, hoàn thành …)"
    let dated = rest.strip_prefix([',', ';']).is_some_and(|behind| DATED.open(behind.trim_start()));
    if !leads && !dated {
        return None;
    }
    let mut subject = Subject::of(doers);
    subject.action = before_aside(text, range.start);
    // "…; các phòng phối hợp; …"
    for (at, _) in within.match_indices(';') {
        let from = blanks_behind(text, range.start + at + 1);
        let joined = list(text, from).filter(|others| others.end < range.end);
        if let Some(others) = joined.filter(|o| without_with(text[o.end..range.end].trim_start())) {
            subject.duty_at = others.end;
            subject.cooperating.extend(others.agencies);
        }
    }
    Some(subject)
}

/// "Sở Tài chính (chủ trì), Sở Xây dựng (phối hợp): …": roles in parentheses win.
pub(super) fn with_roles(text: &str, at: usize) -> Option<Subject> {
    const GROUPS: usize = 12;
    let mut subject = Subject {
        leads: vec![],
        cooperating: vec![],
        roles: vec![],
        duty_at: at,
        ordered: false,
        by_giver: false,
        request: Request::No,
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
