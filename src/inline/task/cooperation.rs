//! With whom: "phối hợp với Sở A, Sở B".

use std::ops::Range;
use std::sync::LazyLock;

use memchr::memmem::Finder;

use crate::inline::agency::{AgencyAt, List, bare_list, blanks_behind, floor, list, place};
use crate::lexicon::agents::{noun, quantifier};
use crate::lexicon::duties::verb;
use crate::lexicon::{Phrases, opens_spelt};

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
    let with = behind_with(text, at).or_else(|| behind_deed(text, at));
    let from = with.unwrap_or_else(|| behind_manners(text, at));
    let rest = &text[from..];
    // "phối hợp Bộ Công an …" names somebody, "phối hợp tổ chức …" does not.
    let names = with.is_some()
        || rest.starts_with(char::is_uppercase)
        || quantifier(rest).is_some()
        || noun(rest).is_some() && verb(rest).is_none();
    // A small word behind "với": "phối hợp với địa phương".
    let named = || list(text, from).or_else(|| bare_list(text, from));
    let placed = || with.and_then(|_| place(text, from));
    if names { named().or_else(placed) } else { None }
}

/// Byte behind "với" and how well somebody works with others, behind "phối hợp": "chặt chẽ với".
pub(super) fn behind_with(text: &str, at: usize) -> Option<usize> {
    const WITH: &[&str] = &["cùng với", "với", "cùng"];
    let from = behind_manners(text, at);
    let len = WITH.iter().find_map(|with| opens_spelt(&text[from..], with))?;
    let next = blanks_behind(text, from + len);
    // "phối hợp với với Sở A": a word that is typed twice.
    Some(opens_spelt(&text[next..], "với").map_or(next, |len| blanks_behind(text, next + len)))
}

/// Byte behind what is done and "với", behind "phối hợp": "rà soát với".
fn behind_deed(text: &str, at: usize) -> Option<usize> {
    let from = blanks_behind(text, at);
    let next = blanks_behind(text, from + verb(&text[from..])?);
    opens_spelt(&text[next..], "với").map(|len| blanks_behind(text, next + len))
}

/// How well somebody works with others, behind "phối hợp".
static MANNERS: Phrases = Phrases::new(&[
    "chặt chẽ",
    "có hiệu quả",
    "cụ thể",
    "hiệu quả",
    "kịp thời",
    "liên ngành",
    "nhịp nhàng",
    "quyết liệt",
    "thường xuyên",
    "toàn diện",
    "tích cực",
    "tốt",
    "đồng bộ",
]);

/// Byte behind "chặt chẽ", "chặt chẽ, thường xuyên".
fn behind_manners(text: &str, at: usize) -> usize {
    const ROW: usize = 4;
    let mut at = blanks_behind(text, at);
    for _ in 0..ROW {
        let Some(len) = MANNERS.longest(&text[at..]) else { break };
        let end = blanks_behind(text, at + len);
        let sign =
            text[end..].strip_prefix(',').map(|_| 1).or_else(|| opens_spelt(&text[end..], "và"));
        let next = blanks_behind(text, end + sign.unwrap_or_default());
        at = if MANNERS.open(&text[next..]) { next } else { end };
    }
    at
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
    if NOUNS.contains(&word) || is_led(before) {
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

/// Whether `before` ends with those whom somebody leads: "chỉ đạo các trường" before "phối hợp với Công an xã".
fn is_led(before: &str) -> bool {
    let clause = &before[before.rfind([';', '.', ':']).map_or(0, |at| at + 1)..];
    let Some(objects) = behind_leading(clause) else { return false };
    let Some(led) = list(clause, objects) else { return false };
    let between = &clause[led.end..];
    !between.contains([',', '(']) && between.split(' ').all(|word| word != "và")
}

/// Byte of the words behind the last verb of a clause by which somebody leads others, with a capital or without.
fn behind_leading(clause: &str) -> Option<usize> {
    const LEADING: &[&str] = &["hỉ đạo ", "ướng dẫn ", "ận động ", "êu cầu ", "ôn đốc ", "ề nghị "];
    LEADING.iter().filter_map(|verb| Some(clause.rfind(verb)? + verb.len())).max()
}

/// How many bytes of `rest` say that those before it take part: "phối hợp", "cùng phối hợp".
pub(super) fn takes_part(rest: &str) -> Option<usize> {
    let at = opens_spelt(rest, "cùng").map_or(0, |len| blanks_behind(rest, len));
    opens_spelt(&rest[at..], "phối hợp").map(|len| at + len)
}

/// Whether `rest` says that those before it take part, without saying with whom.
pub(super) fn without_with(rest: &str) -> bool {
    let Some(len) = takes_part(rest) else { return false };
    behind_with(rest, len).is_none()
}
