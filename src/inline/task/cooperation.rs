//! With whom: "phối hợp với Sở A, Sở B".

use std::ops::Range;
use std::sync::LazyLock;

use memchr::memmem::Finder;

use crate::inline::agency::{AgencyAt, List, bare_list, blanks_behind, floor, list};
use crate::lexicon::agents::{noun, quantifier};
use crate::lexicon::duties::verb;
use crate::lexicon::opens_spelt;

/// The word by which it is said, with a capital or without.
static TOGETHER: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new("hối hợp"));

/// Mentions of co-operation that are followed in one task.
const MOST: usize = 16;

/// Bytes of the longest row of bodies.
const ROW: usize = 900;

/// The bodies with which whoever has the task `range` co-operates; `leads` are its doers.
pub(crate) fn cooperation(text: &str, range: &Range<usize>, leads: &[AgencyAt]) -> Vec<AgencyAt> {
    let mut found: Vec<AgencyAt> = Vec::new();
    let Some(words) = text.get(range.clone()) else { return found };
    for at in TOGETHER.find_iter(words.as_bytes()).take(MOST) {
        let end = range.start + at + "hối hợp".len();
        let Some(start) = text[..range.start + at].char_indices().next_back() else { continue };
        if !matches!(start.1, 'p' | 'P') || taken_by_another(text, start.0, range.start, leads) {
            continue;
        }
        for agency in partners(text, end, range.end) {
            let known = |other: &AgencyAt| text[other.range.clone()] == text[agency.range.clone()];
            if !found.iter().any(known) && !leads.iter().any(known) {
                found.push(agency);
            }
        }
    }
    found
}

/// The bodies named behind "phối hợp".
fn partners(text: &str, at: usize, end: usize) -> Vec<AgencyAt> {
    row(text, at)
        .filter(|row| row.agencies[0].range.start < end)
        .map(|row| row.agencies)
        .unwrap_or_default()
}

/// Their row, and where it ends.
fn row(text: &str, at: usize) -> Option<List> {
    const MANNERS: &[&str] = &[
        "chặt chẽ",
        "cụ thể",
        "tốt",
        "thường xuyên",
        "đồng bộ",
        "hiệu quả",
        "có hiệu quả",
        "kịp thời",
        "liên ngành",
        "chặt chẽ, hiệu quả",
        "chặt chẽ, có hiệu quả",
    ];
    const WITH: &[&str] = &["với", "cùng với", "cùng"];
    let mut from = blanks_behind(text, at);
    if let Some(len) = MANNERS.iter().filter_map(|manner| opens_spelt(&text[from..], manner)).max()
    {
        from = blanks_behind(text, from + len);
    }
    let with = WITH.iter().find_map(|with| opens_spelt(&text[from..], with));
    if let Some(len) = with {
        from = blanks_behind(text, from + len);
    }
    let rest = &text[from..];
    // "phối hợp Bộ Công an …" names somebody, "phối hợp tổ chức …" does not.
    let names = with.is_some()
        || rest.starts_with(char::is_uppercase)
        || quantifier(rest).is_some()
        || noun(rest).is_some() && verb(rest).is_none();
    // A small word behind "với": "phối hợp với địa phương".
    if names { list(text, from).or_else(|| bare_list(text, from)) } else { None }
}

/// Whether the row of those with whom somebody works goes on behind a semicolon: "phối hợp với Sở A; Sở B và Sở C rà soát
/// …". Nothing to do stands before the semicolon then.
pub(super) fn goes_on(text: &str, at: usize) -> bool {
    text[..at].trim_end().ends_with(';') && in_row(text, at)
}

/// Whether a place lies within the row of those with whom somebody works.
pub(super) fn in_row(text: &str, at: usize) -> bool {
    let words = "hối hợp";
    let start = floor(text, at.saturating_sub(ROW));
    let before = &text[start..at];
    let sentence = before.rfind(". ").unwrap_or_default();
    let together = before[sentence..].rfind(words).map(|found| sentence + found + words.len());
    together.and_then(|from| row(text, start + from)).is_some_and(|row| row.end > at)
}

/// Whether "phối hợp" at `at` is said of somebody else than the doer: "tham mưu UBND tỉnh phối hợp với …".
fn taken_by_another(text: &str, at: usize, from: usize, leads: &[AgencyAt]) -> bool {
    const NOUNS: &[&str] = &["sự", "quan", "vị", "chế", "quy", "công", "tác", "tinh", "thần"];
    let before = text[from..at].trim_end();
    if before.is_empty() || leads.iter().any(|lead| lead.range.end == from + before.len()) {
        return false;
    }
    let word = before.rsplit(' ').next().unwrap_or_default();
    if NOUNS.contains(&word) {
        return true;
    }
    word.starts_with(char::is_uppercase)
        && before.contains(' ')
        && !before.ends_with(['.', ';', ',', ':'])
        && !leads.iter().any(|lead| lead.range.end >= from + before.len())
        || ["thành phố", "Thành phố", "tỉnh", "xã", "phường", "huyện", "Tỉnh", "thị xã"]
            .iter()
            .any(|place| before.ends_with(place) && before.len() > place.len())
}

/// How many bytes of `rest` say that those before it take part: "phối hợp", "cùng phối hợp".
pub(super) fn takes_part(rest: &str) -> Option<usize> {
    let at = opens_spelt(rest, "cùng").map_or(0, |len| blanks_behind(rest, len));
    opens_spelt(&rest[at..], "phối hợp").map(|len| at + len)
}

/// Whether `rest` says that those before it take part, without saying with whom.
pub(super) fn without_with(rest: &str) -> bool {
    let Some(len) = takes_part(rest) else { return false };
    let behind = rest[len..].trim_start();
    ["với", "cùng", "chặt chẽ với", "cùng với"].iter().all(|w| opens_spelt(behind, w).is_none())
}
