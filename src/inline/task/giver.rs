//! Who gives an order within a longer sentence: "Về việc này, Thủ tướng Chính phủ giao Bộ Y tế …".

use std::sync::LazyLock;

use memchr::memmem::Finder;

use super::acting::behind_comma;
use super::order::{given, ordered, outranks};
use super::subject::{COMMAS, Subject, word_starts};
use crate::inline::agency::{List, blanks_behind, floor, list};
use crate::lexicon::duties::order;
use crate::lexicon::{Phrases, opens_spelt};

/// Bytes of a clause in which somebody is looked for who gives an order: what was asked is told before, with numbers and dates.
const REACH: usize = 1500;

/// Bytes of what a giver agrees to before the order.
const CONSENT: usize = 400;

/// What a sentence opens with that says on what occasion an order is given: "Xét đề nghị của …,", "Về việc này,".
static OCCASIONS: Phrases = Phrases::new(&[
    "báo cáo của",
    "công văn của",
    "liên quan",
    "liên quan đến",
    "tờ trình của",
    "văn bản của",
    "về",
    "xét",
    "ý kiến của",
]);

/// Byte and length of the order that whoever is named before `at` gives, behind what may stand between: "xin đề nghị",
/// "thay mặt Thủ tướng Chính phủ yêu cầu", "đồng ý với đề nghị trên và giao".
pub(super) fn order_behind(text: &str, at: usize) -> Option<(usize, usize)> {
    const BETWEEN: &[&str] = &["có ý kiến", "xin", "chỉ đạo"];
    const CONSENTS: &[&str] = &["chấp thuận", "nhất trí", "thống nhất", "đồng ý"];
    let mut at = at;
    if let Some(len) = opens_spelt(&text[at..], "thay mặt") {
        at = blanks_behind(text, list(text, blanks_behind(text, at + len))?.end);
    }
    if let Some(len) = BETWEEN.iter().find_map(|words| opens_spelt(&text[at..], words)) {
        at = behind_comma(text, at + len);
    }
    let rest = &text[at..];
    if let Some(len) = order(rest) {
        return Some((at, len));
    }
    CONSENTS.iter().find_map(|words| opens_spelt(rest, words))?;
    let reach = &rest[..floor(rest, CONSENT)];
    let clause = &reach[..reach.find([';', ':']).unwrap_or(reach.len())];
    let mut joined = word_starts(clause).filter(|from| clause[..*from].ends_with(" và "));
    joined.find_map(|from| Some((at + from, order(&clause[from..])?)))
}

/// Whom somebody tells to do something, behind a comma of the clause `at..end`.
pub(super) fn given_within(text: &str, at: usize, end: usize) -> Option<Subject> {
    let clause = &text[at..floor(text, end.min(at + REACH))];
    if !holds_order(clause) {
        return None;
    }
    let occasion = OCCASIONS.open(clause);
    let commas = word_starts(clause).filter(|from| clause[..*from].ends_with(", "));
    for from in commas.take(COMMAS) {
        let from = at + from;
        let found = match by_giver(text, from) {
            Some((giver, found)) if occasion || !in_row(text, at, from, &giver) => Some(found),
            None if occasion => ordered(text, from),
            _ => None,
        };
        if let Some(found) = found.filter(|found| found.duty_at <= end) {
            return Some(found);
        }
    }
    None
}

/// As [`given_within`], where the clause opens with somebody who does something himself: only a body above him counts, as
/// in "Bộ Y tế có văn bản …, Thủ tướng Chính phủ giao …".
pub(super) fn given_above(text: &str, at: usize, end: usize, doers: &Subject) -> Option<Subject> {
    let clause = &text[at..floor(text, end.min(at + REACH))];
    if !holds_order(clause) {
        return None;
    }
    let commas = word_starts(clause).filter(|from| clause[..*from].ends_with(", "));
    commas.take(COMMAS).find_map(|from| {
        let (giver, found) = by_giver(text, at + from)?;
        let above = outranks(text, &giver, &doers.leads) && !in_row(text, at, at + from, &giver);
        (above && found.duty_at <= end).then_some(found)
    })
}

/// Whether an order may stand in a clause behind somebody.
fn holds_order(clause: &str) -> bool {
    static ORDERS: LazyLock<[Finder<'static>; 3]> =
        LazyLock::new(|| [" giao ", " yêu cầu ", " đề nghị "].map(Finder::new));
    ORDERS.iter().any(|order| order.find(clause.as_bytes()).is_some())
}

/// Who is named at `at` and gives an order, and whom it tells to do something.
fn by_giver(text: &str, at: usize) -> Option<(List, Subject)> {
    if !text[at..].starts_with(char::is_uppercase) {
        return None;
    }
    let giver = list(text, at)?;
    let (from, len) = order_behind(text, blanks_behind(text, giver.end))?;
    let found = given(text, from, len, Some(&giver))?;
    Some((giver, found))
}

/// Whether who seems to give an order is one of a row that begins before: "nhiệm vụ Chính phủ, Thủ tướng Chính phủ giao".
fn in_row(text: &str, first: usize, at: usize, giver: &List) -> bool {
    const ROW: usize = 120;
    let from = floor(text, at.saturating_sub(ROW).max(first));
    let before = &text[from..at];
    let begins = |start: usize| {
        let named = before[start..].starts_with(char::is_uppercase);
        named && list(text, from + start).is_some_and(|row| row.end >= giver.end)
    };
    begins(0) || word_starts(before).any(begins)
}
