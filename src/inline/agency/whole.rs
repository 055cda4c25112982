//! Places that hold doers and nothing else: a heading, a cell, what stands behind "chủ trì:".

use super::list::{List, MOST, behind_sign};
use super::phrase::{Phrase, further, phrase};
use super::{AgencyAt, blanks_behind, floor, word_len};
use crate::lexicon::agents::{apposition, no_body, quantifier};
use crate::lexicon::{is_dash, opens_spelt, word_count};

/// The doers a text consists of, and nothing else: a heading, a cell, what stands behind "chủ trì:".
pub(crate) fn whole_list(text: &str) -> Option<Vec<AgencyAt>> {
    members(text, |_, _| None)
}

/// As [`whole_list`], where a name goes on with words that no rule explains: "Các doanh nghiệp hoạt động
/// trong lĩnh vực vận tải, các hợp tác xã". Only for places that are known to name doers.
pub(crate) fn described_list(text: &str) -> Option<Vec<AgencyAt>> {
    const WORDS: usize = 40;
    if word_count(text) > WORDS || text.contains(". ") || no_body(text) {
        return None;
    }
    members(text, described_end)
}

/// As [`described_list`], for a cell that names groups by what they do: "Các đơn vị được giao thực hiện thủ tục".
pub(crate) fn group_list(text: &str) -> Option<Vec<AgencyAt>> {
    const WORDS: usize = 40;
    const DUTIES: &[&str] = &["trách nhiệm", "chủ trì", "phối hợp"];
    let groups = quantifier(text).is_some() || text.contains("; các ") || text.contains(", các ");
    let told = DUTIES.iter().any(|duty| text.contains(duty));
    if !groups || told || word_count(text) > WORDS || text.contains([':', '.']) {
        return None;
    }
    members(text, |text, at| Some(member_end(text, at)))
}

/// The members of a list; `goes_on` says up to where one goes on behind what is understood of it.
fn members(text: &str, goes_on: impl Fn(&str, usize) -> Option<usize>) -> Option<Vec<AgencyAt>> {
    let kept = text.trim_end_matches(|c: char| c.is_whitespace() || ".,;:/".contains(c)).len();
    let text = &text[..kept];
    let mut agencies = Vec::new();
    let mut at = skip_bullet(text, 0);
    loop {
        let large = text[at..].starts_with(char::is_uppercase);
        let first = if large { phrase(text, at) } else { further(text, at) };
        let first = first.or_else(|| abbreviation(text, at).filter(|_| !agencies.is_empty()))?;
        let mut list = List { agencies: Vec::new(), end: first.end };
        list.add(text, first);
        list.follow(text);
        list.qualify(text);
        let mut from = behind_aside(text, list.end);
        if from < text.len() && next_member(text, from).is_none() {
            let end = goes_on(text, list.end).unwrap_or(list.end);
            if let Some(last) = list.agencies.last_mut().filter(|last| last.name.is_none()) {
                last.range.end = end;
                list.end = end;
                from = behind_aside(text, end);
            }
        }
        agencies.append(&mut list.agencies);
        if from >= text.len() {
            return Some(agencies);
        }
        // "Sở A trong phạm vi nhiệm vụ của mình và các cơ quan khác"; "- Sở A - Sở B"
        let next = skip_bullet(text, behind_sign(text, from).unwrap_or(from));
        if next == list.end || next >= text.len() || agencies.len() >= MOST {
            return None;
        }
        at = next;
    }
}

/// The doer behind a sign that parts members.
fn next_member(text: &str, at: usize) -> Option<Phrase> {
    let next = skip_bullet(text, behind_sign(text, at)?);
    let rest = &text[next..];
    let begins = rest.starts_with(char::is_uppercase) || quantifier(rest).is_some();
    begins.then(|| phrase(text, next).or_else(|| abbreviation(text, next))).flatten()
}

/// A body that is only its letters, between signs: "…; VTV, VOV".
fn abbreviation(text: &str, at: usize) -> Option<Phrase> {
    const LETTERS: std::ops::RangeInclusive<usize> = 2..=8;
    let end = at + word_len(&text[at..]);
    let name = &text[at..end];
    let alone = text[end..].is_empty() || text[end..].starts_with([',', ';']);
    let letters = LETTERS.contains(&name.len()) && name.bytes().all(|b| b.is_ascii_uppercase());
    (alone && letters).then_some(Phrase { start: at, end, open: false })
}

/// Where the description of a doer ends: at a sign behind which another doer is named, at a parenthesis,
/// or at the end.
fn described_end(text: &str, at: usize) -> Option<usize> {
    const DUTIES: &[&str] = &["trách nhiệm", "chủ trì", "phối hợp", "thực hiện", "tổ chức"];
    let end = member_end(text, at);
    DUTIES.iter().all(|duty| !text[at..end].contains(duty)).then_some(end)
}

/// Byte before the sign behind which another doer is named, before a parenthesis, or the end.
fn member_end(text: &str, at: usize) -> usize {
    let rest = &text[at..];
    let mut signs = rest.match_indices([',', ';', '(', ' ']).take(MOST).map(|(from, _)| at + from);
    let end = signs.find(|from| {
        text[*from..].trim_start().starts_with('(') || next_member(text, *from).is_some()
    });
    end.unwrap_or(text.len())
}

/// Byte behind a bullet within a cell: "- Sở Tài chính".
fn skip_bullet(text: &str, at: usize) -> usize {
    let at = blanks_behind(text, at);
    let sign = text[at..].chars().next().filter(|c| is_dash(*c) || matches!(c, '+' | '•' | '*'));
    sign.map_or(at, |c| blanks_behind(text, at + c.len_utf8()))
}

/// Byte behind "theo chức năng, nhiệm vụ được giao" and the like, up to the next member or the end.
fn behind_aside(text: &str, at: usize) -> usize {
    const ASIDES: &[&str] = &[
        "theo chức năng",
        "trong phạm vi",
        "theo nhiệm vụ",
        "theo lĩnh vực",
        "theo phân công",
        "theo quy định",
    ];
    let at = behind_role(text, at);
    let from = blanks_behind(text, at);
    let rest = &text[from..];
    if !ASIDES.iter().any(|aside| opens_spelt(rest, aside).is_some()) {
        return at;
    }
    let near = &rest[..floor(rest, 200)];
    let next = near
        .match_indices(" và ")
        .map(|(to, _)| from + to)
        .find(|to| quantifier(&text[to + " và ".len()..]).is_some());
    next.unwrap_or(text.len())
}

/// Byte behind a part that is said of a body: "Sở Nội vụ - Cơ quan thường trực Ban Chỉ đạo",
/// "Sở Nội vụ (cơ quan thường trực)", "các cơ quan quản lý (gồm cả …)".
fn behind_role(text: &str, at: usize) -> usize {
    let from = blanks_behind(text, at);
    let rest = &text[from..];
    if rest.starts_with('(') {
        return rest.find(')').map_or(at, |close| from + close + 1);
    }
    let said = rest.strip_prefix(is_dash).map(str::trim_start);
    if said.is_none_or(|said| !apposition(said)) {
        return at;
    }
    rest.find(';').map_or(text.len(), |end| from + end)
}
