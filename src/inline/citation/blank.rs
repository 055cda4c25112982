//! Numbers that are left blank or that a scanner spoilt: "số        /QĐ-STTTT", "số - CT/ĐU",
//! "số 8l19/QĐ-SYT". The letters of a symbol survive better than its figures, so they show the place.

use std::ops::Range;

use super::lead::{Lead, lead};
use super::{Mention, NumberAt, before, number_at, symbol};
use crate::lexicon::{behind_last, is_dash, is_word};

/// Bytes between "số" and the stroke of a number that is blank or illegible.
const REACH: usize = 28;

/// Letters of a figure that a scanner spoilt.
const TORN_LETTERS: usize = 4;

/// The mention whose number is blank or illegible, with a stroke of its symbol at `at`; nothing before
/// `reached` belongs to it.
pub(super) fn unnumbered(text: &str, at: usize, reached: usize) -> Option<Mention> {
    let from = crate::inline::floor(text, at.saturating_sub(REACH)).max(reached);
    let separator = first_separator(text, from, at);
    let blank = text[from..separator].trim_end_matches([' ', '.', '…', '_', '\n', '\t']);
    let end = from + blank.len();
    // Most strokes part words: "và/hoặc", "KT/XH".
    let gap = end < separator
        || blank.ends_with(|c: char| !c.is_alphabetic() || "ốôóồoỐÔÓỒO".contains(c));
    if !gap {
        return None;
    }
    let found = lead(text, end);
    // "CV/QLĐT": an abbreviation before a stroke is no blank number.
    let spelt = found.named && text[found.start..end].contains(char::is_whitespace);
    let (lead, raw) = if found.named && (found.labelled || spelt) {
        (found.start < end).then_some((found, separator..separator))?
    } else {
        spoilt(text, from, end, separator)?
    };
    let end = symbol::groups(text, raw.end)?;
    let number = number_at(text, raw.start..end);
    let number = if raw.is_empty() {
        NumberAt { ordinal: None, suffix: None, ..number }
    } else {
        damaged(number)
    };
    Some(Mention::numbered(text, &lead, number))
}

/// The first separator of the symbol: the stroke at `at`, or a dash before it ("số - CT/ĐU").
fn first_separator(text: &str, from: usize, at: usize) -> usize {
    let window = text[from..at].trim_end();
    let code = window
        .trim_end_matches(|c: char| c.is_ascii_alphabetic() || matches!(c, 'Đ' | 'đ'))
        .trim_end();
    match code.chars().next_back() {
        Some(dash) if is_dash(dash) && code.len() < window.len() => {
            from + code.len() - dash.len_utf8()
        }
        _ => at,
    }
}

/// A word of spoilt figures before the separator, or two: "số 8l19", "số {24.2", "số 8l 19".
fn spoilt(text: &str, from: usize, end: usize, separator: usize) -> Option<(Lead, Range<usize>)> {
    let word = |end: usize| {
        let before = text[from..end].trim_end();
        from + behind_last(before, char::is_whitespace)
    };
    let last = word(end);
    let figures = &text[last..end];
    if !figures.chars().any(|c| c.is_ascii_digit() || !c.is_alphanumeric()) {
        return None;
    }
    let first = word(last);
    let halves = text[first..last].starts_with(|c: char| c.is_ascii_digit());
    let start = [last]
        .into_iter()
        .chain(halves.then_some(first))
        .find(|start| lead(text, *start).labelled)?;
    Some((lead(text, start), start..separator))
}

/// A number whose figures a scanner tore in two, the second beginning at `at`: "số 8l 19/QĐ-SYT", "số 116/20
/// 25/NĐ-CP", "số 158/2ũ16/NĐ-CP".
pub(super) fn torn(text: &str, at: usize, end: usize) -> Option<Mention> {
    let before = before::window(text, at).trim_end();
    let word = behind_last(before, char::is_whitespace);
    let figure = &before[word..];
    let (ordinal, year) = figure.split_once('/').unwrap_or((figure, ""));
    let short = |part: &str| part.chars().count() <= TORN_LETTERS && part.chars().all(is_word);
    let spoilt = figure.starts_with(|c: char| c.is_ascii_digit()) && short(ordinal) && short(year);
    let start = at - before::window(text, at).len() + word;
    let lead = lead(text, start);
    let number = || damaged(number_at(text, start..end));
    (spoilt && lead.labelled).then(|| Mention::numbered(text, &lead, number()))
}

/// A number with figures that are none keeps its letters alone.
pub(super) fn damaged(number: NumberAt) -> NumberAt {
    let symbol = number.text.split_once(['/', '-']).map(|(_, symbol)| symbol.to_owned());
    NumberAt { damaged: true, ordinal: None, suffix: None, year: None, symbol, ..number }
}
