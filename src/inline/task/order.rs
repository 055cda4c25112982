//! Orders: "Giao Sở Tài chính …", "Đề nghị các đơn vị …", and which of them only ask a body above.

use super::Request;
use super::acting::{acts, behind_note};
use super::stated::with_roles;
use super::subject::{Subject, word_starts};
use crate::inline::agency::{AgencyAt, List, bare_list, blanks_behind, floor, list};
use crate::lexicon::agents::{noun, represented};
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
        return Some(Subject { ordered: true, by_giver: speaker.is_some(), ..roles });
    }
    stretch(text, &mut doers);
    asked_as_well(text, &mut doers);
    let asks = text[at..at + len].ends_with("ề nghị");
    let request = match upward(text, speaker, &doers) {
        true if asks => Request::Upward,
        true if opens_spelt(&text[at..], "yêu cầu").is_some() => return None,
        _ if asks => Request::Asks,
        _ => Request::No,
    };
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
    let by_giver = speaker.is_some();
    let mut subject = Subject { ordered: true, by_giver, request, ..Subject::of(doers) };
    if invited {
        subject.roles = subject.leads.iter().map(|a| ("invited", a.clone())).collect();
    }
    told.then_some(subject)
}

/// "Yêu cầu các đơn vị, đề nghị các cơ quan …", "… yêu cầu các sở (sau đây gọi tắt là các cơ quan) và đề nghị Nhân dân:":
/// those who are asked besides do it too.
fn asked_as_well(text: &str, doers: &mut List) {
    let end = behind_short_name(text, doers.end);
    let from = blanks_behind(text, end);
    let sign = text[from..].strip_prefix(',').map(|_| 1);
    let Some(joint) = sign.or_else(|| opens_spelt(&text[from..], "và")) else { return };
    let at = blanks_behind(text, from + joint);
    let Some(len) = order(&text[at..]) else { return };
    let next = blanks_behind(text, at + len);
    let Some(mut others) = list(text, next).or_else(|| bare_list(text, next)) else { return };
    stretch(text, &mut others);
    if acts(text, others.end) {
        doers.agencies.extend(others.agencies);
        doers.end = others.end;
    }
}

/// Byte behind the short name that is given to those before `at`: "(sau đây gọi tắt là các địa phương)".
fn behind_short_name(text: &str, at: usize) -> usize {
    const NOTE: usize = 160;
    let from = blanks_behind(text, at);
    let note = text[from..floor(text, from + NOTE)].strip_prefix('(');
    let named = note.filter(|note| opens_spelt(note, "sau đây").is_some());
    named.and_then(|note| note.find(')')).map_or(at, |close| from + 1 + close + 1)
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

/// How high a body has to stand that is asked for something and not told.
const HIGH: u8 = 40;

/// Whether somebody asks a body above: that is a request, and no task.
fn upward(text: &str, speaker: Option<&List>, doers: &List) -> bool {
    let first = |list: &List| list.agencies.first().map(|one| skeleton(&text[one.range.clone()]));
    let Some(asked) = first(doers).map(|name| rank(&name)) else { return false };
    let voice = speaker.and_then(first).map(|name| voice(&name));
    voice.map_or(asked >= 60, |voice| asked > voice.max(10) && asked >= HIGH)
}

/// Whether one who gives an order is a body that governs, and stands above others.
pub(super) fn outranks(text: &str, giver: &List, others: &[AgencyAt]) -> bool {
    let key = |one: &AgencyAt| skeleton(&text[one.range.clone()]);
    let giver = giver.agencies.first().map_or(0, |giver| voice(&key(giver)));
    let others = others.iter().map(|other| rank(&key(other))).max();
    giver >= HIGH && others.is_none_or(|other| giver > other)
}

/// How high somebody stands who speaks: an office does for its body.
fn voice(key: &str) -> u8 {
    rank(key.strip_prefix("vanphong").unwrap_or(key))
}

/// How high a body stands, or who stands for it, by the letters of its name.
fn rank(key: &str) -> u8 {
    const CENTRAL: &[&str] = &[
        "thutuong",
        "phothutuong",
        "chinhphu",
        "quochoi",
        "bochinhtri",
        "banbithu",
        "capcothamquyen",
        "captren",
    ];
    const ELECTED: &[&str] = &["hdnd", "hoidongnhandan", "tinhuy", "thanhuy"];
    const GOVERN: &[&str] = &["ubnd", "uybannhandan"];
    let body = represented(key);
    let begins = |keys: &[&str]| keys.iter().any(|start| body.starts_with(start));
    let holds = |keys: &[&str]| keys.iter().any(|part| key.contains(part));
    if begins(CENTRAL) {
        return 60;
    }
    if begins(&["bo"]) && !begins(&["bochihuy", "bophan", "bodoi"]) {
        return 50;
    }
    if !begins(GOVERN) && !begins(ELECTED) && !key.starts_with("chutich") {
        return 20;
    }
    let base = if holds(&["cac", "xa", "phuong", "huyen"]) { 30 } else { HIGH };
    base + if begins(ELECTED) { 2 } else { 0 }
}
