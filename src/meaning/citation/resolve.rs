//! Which mentions mean the same document.
//!
//! In this order (guide to records practice: the first citation is complete, later ones are short):
//! the same number, symbol and year are one document, where neither dates nor places gainsay it; a
//! figure alone means the one earlier document of its type and figure; a law is known by its number,
//! else by its name. What could mean several documents is none of them, and is reported.

use std::collections::HashMap;
use std::rc::Rc;

use super::key::{is_law, type_in_symbol};
use super::place::may_be_one;
use super::{Reading, push_number};
use crate::document::Resolution;
use crate::inline::citation::{Called, NumberAt};
use crate::lexicon::slugs::law_slug;
use crate::lexicon::{fold, is_dash, skeleton};

/// A document and the mentions that mean it.
#[derive(Debug, Clone)]
pub(super) struct Cited {
    /// Places of its mentions in the list, in order.
    pub(super) mentions: Vec<usize>,
    /// Its date, from the first mention that has one.
    pub(super) date: Option<String>,
    /// That mention, or the first of all.
    dated: usize,
    /// The mention that tells most of it.
    pub(super) fullest: usize,
    /// Its mentions could mean several others.
    ambiguous: bool,
}

/// How a mention found its document.
#[derive(Debug, Clone)]
pub(super) struct Found {
    /// Which document.
    pub(super) document: usize,
    /// How; `None` where a short form has no antecedent, or several.
    pub(super) resolution: Option<Resolution>,
    /// The mention whose date gainsays this one's, though the two are one document.
    pub(super) conflict: Option<usize>,
    /// It could mean several documents.
    pub(super) ambiguous: bool,
}

/// How many documents of one number are compared: a number recurs with other dates, not often.
const NAMESAKES: usize = 32;

/// Ties the mentions to documents, in order.
pub(super) fn resolve(readings: &[Reading]) -> (Vec<Cited>, Vec<Found>) {
    let mut documents = Documents { readings, ..Documents::default() };
    let found = (0..readings.len()).map(|at| documents.take(at)).collect();
    (documents.all, found)
}

/// The documents so far, and where to look for them.
#[derive(Debug, Default)]
struct Documents<'r> {
    readings: &'r [Reading],
    all: Vec<Cited>,
    /// By number and symbol, and by the name of a law.
    by_name: HashMap<String, Vec<usize>>,
    /// By type and figure, the nearest last.
    by_figure: HashMap<String, Vec<usize>>,
    aliases: HashMap<String, usize>,
}

/// What the documents before a mention say of it.
enum Choice {
    /// It is a new one.
    New,
    /// It is this one.
    Known(usize),
    /// It is this one, though the dates gainsay each other.
    Conflict(usize),
    /// It could be several.
    Several,
}

impl Documents<'_> {
    /// Finds the document of the mention at this place of the list.
    fn take(&mut self, at: usize) -> Found {
        let reading = &self.readings[at];
        let short = is_short(reading);
        let figure = figure(reading);
        // Short forms have no name of their own.
        let names = if short { Names::default() } else { names(reading) };
        // "Luật CBCC", too.
        let mention = &reading.mention;
        let bare = short || mention.number.is_none() && mention.date.is_none();
        let alias = if bare && !self.aliases.is_empty() {
            self.aliases.get(&skeleton(&reading.citation.text)).copied()
        } else {
            None
        };
        let choice = match (alias, &figure) {
            (Some(document), _) => Choice::Known(document),
            (None, Some(figure)) if short => self.choose(reading, self.by_figure.get(figure)),
            (None, _) => self.named(reading, &names, figure.as_deref()),
        };
        let (document, conflict) = match choice {
            Choice::Known(document) => (document, None),
            Choice::Conflict(document) => (document, Some(self.all[document].dated)),
            Choice::New | Choice::Several => (self.all.len(), None),
        };
        let told = self.all.get(document).is_some_and(|cited| !self.is_vague(cited));
        let ambiguous = matches!(choice, Choice::Several)
            || self.all.get(document).is_some_and(|cited| cited.ambiguous);
        // With a date or an issuer of its own it says what it means.
        let own = !short || reading.edtf().is_some() || reading.issuer().is_some();
        let resolution = if alias.is_some() {
            Some(Resolution::Alias)
        } else if ambiguous {
            None
        } else if short && told {
            Some(Resolution::ShortForm)
        } else {
            own.then_some(Resolution::Explicit)
        };
        self.join(at, document, ambiguous);
        if !short {
            for name in names.0.into_iter().flatten() {
                let namesakes = self.by_name.entry(name).or_default();
                if !namesakes.contains(&document) {
                    namesakes.push(document);
                }
            }
        }
        if let Some(figure) = figure {
            let namesakes = self.by_figure.entry(figure).or_default();
            if namesakes.last() != Some(&document) {
                namesakes.push(document);
            }
        }
        if let Some(alias) = &reading.alias {
            self.aliases.insert(skeleton(alias), document);
        }
        Found { document, resolution, conflict, ambiguous }
    }

    /// Adds the mention to a document, or begins it.
    fn join(&mut self, at: usize, document: usize, ambiguous: bool) {
        let reading = &self.readings[at];
        if document == self.all.len() {
            self.all.push(Cited {
                mentions: Vec::new(),
                date: None,
                dated: at,
                fullest: at,
                ambiguous,
            });
        }
        let cited = &mut self.all[document];
        cited.mentions.push(at);
        if cited.date.is_none()
            && let Some(date) = reading.edtf()
        {
            (cited.date, cited.dated) = (Some(date.to_owned()), at);
        }
        if fullness(reading) > fullness(&self.readings[cited.fullest]) {
            cited.fullest = at;
        }
    }

    /// Whether nothing but short forms tells of a document.
    fn is_vague(&self, cited: &Cited) -> bool {
        is_short(&self.readings[cited.fullest])
    }

    /// A full mention: by its number, else by its name, else by a misprint of its symbol.
    fn named(&self, reading: &Reading, names: &Names, figure: Option<&str>) -> Choice {
        for name in names.0.iter().flatten() {
            let choice = self.choose(reading, self.by_name.get(name));
            if !matches!(choice, Choice::New) {
                return choice;
            }
        }
        let misprinted =
            |document: &&usize| is_misprint(reading, &self.readings[self.all[**document].fullest]);
        let namesakes = figure.and_then(|figure| self.by_figure.get(figure));
        let known = namesakes.and_then(|list| list.iter().rev().take(NAMESAKES).find(misprinted));
        match known {
            Some(document) if self.all[*document].date.as_deref() == reading.edtf() => {
                Choice::Known(*document)
            }
            Some(document) => Choice::Conflict(*document),
            None => Choice::New,
        }
    }

    /// The document among the candidates that a mention means: with its very date, else the only one
    /// that can be it, else one whose date is a slip. The last of them stands nearest.
    fn choose(&self, reading: &Reading, candidates: Option<&Vec<usize>>) -> Choice {
        let mut fitting = None;
        let mut several = false;
        let mut conflict = None;
        let mut doubtful = None;
        let mut seen = 0;
        for &document in candidates.into_iter().flatten().rev().take(NAMESAKES) {
            let cited = &self.all[document];
            match compare(reading, &self.readings[cited.fullest], cited) {
                // What could be several is one with the other mentions that could be several.
                Match::Same if cited.ambiguous => doubtful = doubtful.or(Some(document)),
                Match::Same if reading.edtf().is_some() && cited.date.is_some() => {
                    return Choice::Known(document);
                }
                Match::Same => {
                    seen += 1;
                    // Short forms that nothing explains are no rivals of what is told in full.
                    several |= fitting.is_some_and(|other: usize| {
                        other != document && self.is_vague(&self.all[other]) == self.is_vague(cited)
                    });
                    let vague = fitting.is_none_or(|other| self.is_vague(&self.all[other]));
                    if seen == 1 || (vague && !self.is_vague(cited)) {
                        fitting = Some(document);
                    }
                }
                Match::Conflict => conflict = conflict.or(Some(document)),
                Match::Different => {}
            }
        }
        match (fitting, conflict) {
            (Some(_), _) if several => doubtful.map_or(Choice::Several, Choice::Known),
            (Some(document), _) => Choice::Known(document),
            (None, Some(document)) => Choice::Conflict(document),
            (None, None) => Choice::New,
        }
    }
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
    reading.mention.called == Called::ByShortName
        || reading.mention.name.is_none()
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

/// The names under which full mentions are compared: the number goes before the name of a law.
#[derive(Debug, Default)]
struct Names([Option<String>; 2]);

fn names(reading: &Reading) -> Names {
    let mention = &reading.mention;
    let number = mention.number.as_ref().map(|number| {
        let mut key = String::with_capacity(32);
        key.push_str("so ");
        push_canonical(&mut key, number);
        key
    });
    let name = reading.name().map(|name| {
        if is_law(mention.kind) {
            // "Luật BHYT" is "Luật Bảo hiểm y tế".
            format!("luat {}", law_slug(name).replace('-', ""))
        } else {
            format!("daihoi {}", congress(name))
        }
    });
    let kind = || mention.kind.map_or_else(String::new, |kind| kind.key.to_owned());
    let name = name.or_else(|| number.is_none().then(kind));
    Names([number, name])
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

/// Whether only the spelling of the symbol parts two mentions of one type and figure: they have one
/// day, or one that is a slip of the other, and the same last letters ("79/QĐ-UBND", "79/QĐÐ-UBND").
fn is_misprint(a: &Reading, b: &Reading) -> bool {
    fn organ(reading: &Reading) -> Option<&str> {
        let symbol = reading.mention.number.as_ref()?.symbol.as_deref()?;
        symbol.rsplit(['-', '/']).next()
    }
    // A lost hyphen leaves the organ at the end: "27/CTTg".
    let ends = |a: &str, b: &str| {
        let tail = a.len().checked_sub(b.len()).and_then(|at| a.get(at..));
        tail.is_some_and(|tail| tail.eq_ignore_ascii_case(b))
    };
    let alike = |a: &str, b: &str| ends(a, b) || ends(b, a);
    let days = a.edtf().zip(b.edtf());
    let day = days.is_some_and(|(a, b)| a.len() == 10 && (a == b || is_slip(a, b)));
    day && organ(a).zip(organ(b)).is_some_and(|(a, b)| alike(a, b)) && same_seat(a, b)
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
    if !same_seat(reading, known)
        || are_two_numbers(reading, known)
        || are_two_years(reading, known)
    {
        return Match::Different;
    }
    let (Some(date), Some(other)) = (reading.edtf(), &cited.date) else { return Match::Same };
    if date.starts_with(other.as_str()) || other.starts_with(date) {
        return Match::Same;
    }
    let normative = reading.mention.number.as_ref().is_some_and(|number| number.year.is_some());
    if normative || is_slip(date, other) { Match::Conflict } else { Match::Different }
}

/// Whether both tell their whole number, and not the same: laws of one name.
fn are_two_numbers(a: &Reading, b: &Reading) -> bool {
    let whole = |reading: &Reading| {
        let number = reading.mention.number.as_ref()?;
        number.symbol.is_some().then(|| canonical(number))
    };
    let laws = a.mention.name.is_some() && b.mention.name.is_some();
    laws && whole(a).zip(whole(b)).is_some_and(|(a, b)| a != b)
}

/// Whether one tells the year of a law by its number and the other by its date, and not the same: laws of
/// one name.
fn are_two_years(a: &Reading, b: &Reading) -> bool {
    let numbered =
        |reading: &Reading| reading.mention.number.as_ref().and_then(|number| number.year);
    let dated = |reading: &Reading| reading.edtf().and_then(|date| date.get(..4)?.parse().ok());
    let laws = a.mention.name.is_some() && b.mention.name.is_some();
    let differ = |a: Option<u16>, b: Option<u16>| a.zip(b).is_some_and(|(a, b)| a != b);
    laws && (differ(numbered(a), dated(b)) || differ(dated(a), numbered(b)))
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
