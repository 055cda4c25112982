//! Orders: "Giao Sở Tài chính …", "Đề nghị các đơn vị …", and which of them only ask a body above.

use super::acting::{acts, behind_note};
use super::stated::with_roles;
use super::subject::{Subject, word_starts};
use crate::inline::agency::{List, bare_list, blanks_behind, list};
use crate::lexicon::agents::noun;
use crate::lexicon::duties::{order, refuses, verb};
use crate::lexicon::{opens_spelt, skeleton};

/// "Giao X …", "Đề nghị: X, Y".
pub(super) fn ordered(text: &str, at: usize) -> Option<Subject> {
    let len = order(text.get(at..)?)?;
    given(text, at, len, None)
}

/// Whom an order of `len` bytes at `at` tells to do something.
pub(super) fn given(text: &str, at: usize, len: usize, speaker: Option<&List>) -> Option<Subject> {
    let mut next = blanks_behind(text, at + len);
    if text[next..].starts_with(':') {
        next = blanks_behind(text, next + 1);
    }
    // "yêu cầu học sinh …"; behind a colon "yêu cầu" may be a heading.
    let bare = || {
        let colon = text[at + len..next].contains(':');
        let named = noun(&text[next..]).is_some_and(|len| {
            let behind = text[next + len..].trim_start();
            text[next..next + len].contains(' ') || behind.starts_with(char::is_uppercase)
        });
        (!colon && named).then(|| bare_list(text, next)).flatten()
    };
    let mut doers = list(text, next).or_else(bare)?;
    if text[doers.end..].trim_start().starts_with('(')
        && let Some(roles) = with_roles(text, next)
    {
        return Some(Subject { ordered: true, ..roles });
    }
    stretch(text, &mut doers);
    // "Yêu cầu các đơn vị, đề nghị các cơ quan …"
    let more = text[doers.end..].strip_prefix(", ").map(|rest| text.len() - rest.len());
    if let Some(at) = more
        && let Some(len) = order(&text[at..])
        && let Some(others) = list(text, blanks_behind(text, at + len))
        && acts(text, others.end)
    {
        doers.agencies.extend(others.agencies);
        doers.end = others.end;
    }
    if upward(text, speaker, &doers) {
        return None;
    }
    without_deed(text, &mut doers);
    doers.end = behind_note(text, doers.end);
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
    // Or before the end of a heading.
    let ended = rest.ends_with(['.', ';', ',', '!', '?', '…', '/']);
    let Some(words) = rest.strip_suffix(':').or((!ended).then_some(rest)) else { return };
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

/// "Giao Phòng Kế hoạch - Tài chính tổng hợp.": the last word of a sentence is what is to be done, though it may be a
/// field too.
fn without_deed(text: &str, doers: &mut List) {
    let Some(last) = doers.agencies.last_mut().filter(|last| last.range.end == doers.end) else {
        return;
    };
    if !text[doers.end..].starts_with(['.', ';']) {
        return;
    }
    let name = &text[last.range.clone()];
    let deed = name.match_indices(' ').map(|(at, _)| at).find(|at| {
        let words = &name[at + 1..];
        words.starts_with(char::is_lowercase) && verb(words) == Some(words.len())
    });
    if let Some(at) = deed.filter(|at| name[..*at].contains(' ')) {
        last.range.end = last.range.start + at;
        doers.end = last.range.end;
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
