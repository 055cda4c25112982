//! Which mentions mean the same document.
//!
//! In this order (guide to records practice: the first citation is complete, later ones are short):
//! the same number, symbol and year are one document, where neither dates nor places gainsay it; a
//! figure alone means the nearest earlier document of its type and figure; a law is known by its name.

use std::collections::HashMap;
use std::rc::Rc;

use super::key::{is_law, type_in_symbol};
use super::place::may_be_one;
use super::{Reading, push_number};
use crate::document::Resolution;
use crate::inline::citation::NumberAt;
use crate::lexicon::{fold, is_dash, skeleton};

/// A document and the mentions that mean it.
#[derive(Debug, Clone)]
pub(super) struct Cited {
    /// Places of its mentions in the list, in order.
    pub(super) mentions: Vec<usize>,
    /// Its date, from the first mention that has one.
    pub(super) date: Option<String>,
    /// The mention that tells most of it.
    pub(super) fullest: usize,
}

/// How a mention found its document.
#[derive(Debug, Clone)]
pub(super) struct Found {
    /// Which document.
    pub(super) document: usize,
    /// How; `None` where a short form has no antecedent.
    pub(super) resolution: Option<Resolution>,
    /// The mention whose date gainsays this one's, though the two are one document.
    pub(super) conflict: Option<usize>,
}

/// How many documents of one number are compared: a number recurs with other dates, not often.
const NAMESAKES: usize = 32;

/// Ties the mentions to documents, in order.
pub(super) fn resolve(readings: &[Reading]) -> (Vec<Cited>, Vec<Found>) {
    let mut documents: Vec<Cited> = Vec::new();
    let mut by_name: HashMap<String, Vec<usize>> = HashMap::new();
    let mut by_figure: HashMap<String, Vec<usize>> = HashMap::new();
    let mut aliases: HashMap<String, usize> = HashMap::new();
    let mut found = Vec::with_capacity(readings.len());
    for (at, reading) in readings.iter().enumerate() {
        let figure = figure(reading);
        let short = is_short(reading);
        let alias = if short && !aliases.is_empty() {
            aliases.get(&skeleton(&reading.citation.text)).copied()
        } else {
            None
        };
        // Short forms have no name of their own.
        let name = if short { String::new() } else { name(reading) };
        let (document, resolution, conflict) = if short && let Some(document) = alias {
            (Some(document), Some(Resolution::Alias), None)
        } else if short {
            let known = figure.as_ref().and_then(|figure| by_figure.get(figure));
            let known =
                known.into_iter().flatten().rev().take(NAMESAKES).copied().find(|document| {
                    let cited = &documents[*document];
                    compare(reading, &readings[cited.fullest], cited) != Match::Different
                });
            let told =
                known.is_some_and(|document| !is_short(&readings[documents[document].fullest]));
            // With a date or an issuer of its own it says what it means.
            let own = reading.edtf().is_some() || reading.issuer().is_some();
            let resolution = if told {
                Some(Resolution::ShortForm)
            } else {
                own.then_some(Resolution::Explicit)
            };
            (known, resolution, None)
        } else {
            let candidates = by_name.get(&name).map_or(&[][..], Vec::as_slice);
            let hit = candidates.iter().rev().take(NAMESAKES).find_map(|document| {
                let cited = &documents[*document];
                match compare(reading, &readings[cited.fullest], cited) {
                    Match::Same => Some((*document, None)),
                    Match::Conflict => Some((*document, Some(cited.fullest))),
                    Match::Different => None,
                }
            });
            let hit = hit.or_else(|| {
                let figure = figure.as_ref()?;
                let same_day = |document: &&usize| {
                    is_misprint(reading, &readings[documents[**document].fullest])
                };
                let known = by_figure.get(figure)?.iter().rev().take(NAMESAKES).find(same_day)?;
                Some((*known, None))
            });
            (hit.map(|hit| hit.0), Some(Resolution::Explicit), hit.and_then(|hit| hit.1))
        };
        let document = document.unwrap_or_else(|| {
            documents.push(Cited { mentions: Vec::new(), date: None, fullest: at });
            documents.len() - 1
        });
        let cited = &mut documents[document];
        cited.mentions.push(at);
        if cited.date.is_none() {
            cited.date = reading.edtf().map(str::to_owned);
        }
        if fullness(reading) > fullness(&readings[cited.fullest]) {
            cited.fullest = at;
        }
        if !short {
            let namesakes = by_name.entry(name).or_default();
            if !namesakes.contains(&document) {
                namesakes.push(document);
            }
        }
        if let Some(figure) = figure {
            // The nearest comes last.
            let namesakes = by_figure.entry(figure).or_default();
            if namesakes.last() != Some(&document) {
                namesakes.push(document);
            }
        }
        if let Some(alias) = &reading.alias {
            aliases.insert(skeleton(alias), document);
        }
        found.push(Found { document, resolution, conflict });
    }
    (documents, found)
}

/// How much a mention tells.
fn fullness(reading: &Reading) -> usize {
    let symbol = reading.mention.number.as_ref().is_some_and(|number| number.symbol.is_some());
    4 * usize::from(symbol)
        + 2 * usize::from(reading.edtf().is_some())
        + usize::from(reading.issuer().is_some())
}

/// A figure alone, with or without a year: "Chỉ thị 05", "Nghị định 30/2020".
fn is_short(reading: &Reading) -> bool {
    reading.mention.name.is_none()
        && reading.mention.number.as_ref().is_some_and(|number| number.symbol.is_none())
}

/// Type and figure, under which short forms look for their document.
fn figure(reading: &Reading) -> Option<String> {
    let number = reading.mention.number.as_ref()?;
    let kind = reading.mention.kind.or_else(|| type_in_symbol(number))?;
    let ordinal = number.ordinal?;
    let mut key = String::with_capacity(32);
    key.push_str(kind.key);
    key.push(' ');
    push_number(&mut key, ordinal.into());
    key.push_str(number.suffix.as_deref().unwrap_or_default());
    Some(key)
}

/// The name under which full mentions are compared.
fn name(reading: &Reading) -> String {
    let mention = &reading.mention;
    match (&mention.number, reading.name()) {
        (_, Some(name)) if is_law(mention.kind) => format!("luat {}", skeleton(name)),
        (_, Some(name)) => format!("daihoi {}", congress(name)),
        (Some(number), None) => {
            let mut key = String::with_capacity(32);
            key.push_str("so ");
            push_canonical(&mut key, number);
            key
        }
        (None, None) => mention.kind.map_or_else(String::new, |kind| kind.key.to_owned()),
    }
}

/// A congress by its organisation and its count: "Đại hội đại biểu toàn quốc lần thứ XIII" and "Đại
/// hội XIII" are one.
fn congress(name: &str) -> String {
    let mut key = skeleton(name);
    for word in ["daihoi", "daibieu", "toanquoc", "lanthu", "dangcongsanvietnam"] {
        key = key.replace(word, "");
    }
    key.strip_prefix("dang").map_or(key.clone(), |rest| {
        if rest.starts_with("bo") { key.clone() } else { rest.to_owned() }
    })
}

/// A number without what may differ between two mentions of it: zeros, blanks, dashes, the
/// separators of its groups, the case of its letters, Ư for W in TW. Đ stays apart from D.
pub(super) fn canonical(number: &NumberAt) -> String {
    let mut key = String::with_capacity(32);
    push_canonical(&mut key, number);
    key
}

fn push_canonical(key: &mut String, number: &NumberAt) {
    // A figure that a scanner spoilt is compared as it would be mended, and stays reported.
    let mended = |c: char| match c {
        'l' | 'I' if number.damaged => '1',
        'O' if number.damaged => '0',
        'Đ' if number.damaged => 'D',
        _ => c,
    };
    let push = |key: &mut String, text: &str| {
        let kept = text.chars().map(mended);
        let kept = kept.filter(|c| !(is_dash(*c) || matches!(c, '/' | '⁄' | '_' | '&')));
        key.extend(kept.map(|c| match c {
            'Đ' | 'đ' => 'đ',
            'Ư' | 'ư' => 'w',
            _ => fold(c).map_or(c, char::from),
        }));
    };
    let (Some(ordinal), Some(symbol)) = (number.ordinal, &number.symbol) else {
        return push(key, &number.text);
    };
    push_number(key, ordinal.into());
    push(key, number.suffix.as_deref().unwrap_or_default());
    key.push('.');
    if let Some(year) = number.year {
        push_number(key, year.into());
        key.push('.');
    }
    push(key, symbol);
}

/// Whether only the spelling of the symbol parts two mentions of one type and figure: they have the
/// same day and the same last letters ("79/QĐ-UBND", "79/QĐÐ-UBND").
fn is_misprint(a: &Reading, b: &Reading) -> bool {
    fn organ(reading: &Reading) -> Option<&str> {
        let symbol = reading.mention.number.as_ref()?.symbol.as_deref()?;
        symbol.rsplit(['-', '/']).next()
    }
    let whole = a.edtf().is_some_and(|date| date.len() == 10);
    whole && a.edtf() == b.edtf() && organ(a).is_some() && organ(a) == organ(b) && same_seat(a, b)
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Match {
    Same,
    /// One document with two dates: one of them is a slip.
    Conflict,
    Different,
}

/// Whether a mention of the same number or name means the same document.
fn compare(reading: &Reading, known: &Reading, cited: &Cited) -> Match {
    if !same_seat(reading, known) {
        return Match::Different;
    }
    let (Some(date), Some(other)) = (reading.edtf(), &cited.date) else { return Match::Same };
    if date.starts_with(other.as_str()) || other.starts_with(date) {
        return Match::Same;
    }
    let normative = reading.mention.number.as_ref().is_some_and(|number| number.year.is_some());
    if normative || is_slip(date, other) { Match::Conflict } else { Match::Different }
}

/// Whether the issuers can be one: their places do not gainsay each other.
fn same_seat(a: &Reading, b: &Reading) -> bool {
    match (&a.seat, &b.seat) {
        (Some(a), Some(b)) => Rc::ptr_eq(a, b) || may_be_one(a, b),
        _ => true,
    }
}

/// Whether two days differ by one figure, or by day and month exchanged.
fn is_slip(a: &str, b: &str) -> bool {
    if a.len() != 10 || b.len() != 10 {
        return false;
    }
    let differing = a.bytes().zip(b.bytes()).filter(|(a, b)| a != b).count();
    let exchanged = a[..4] == b[..4] && a[5..7] == b[8..] && a[8..] == b[5..7];
    differing == 1 || exchanged
}
