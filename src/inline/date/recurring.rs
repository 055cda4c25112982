//! What comes again: "hằng năm", "định kỳ 6 tháng", "hàng tháng, quý, năm", "03 tháng/lần",
//! "01 năm 02 lần".

use super::token::{Kind, Reader};
use crate::lexicon::calendar::{Word, is_of_goods};

/// How often something comes: a number of units.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Recurrence {
    pub(crate) count: u8,
    pub(crate) unit: Every,
}

/// The unit of a recurrence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Every {
    Day,
    Week,
    Month,
    Quarter,
    Year,
}

impl Recurrence {
    /// The ISO 8601 period: "P6M"; a quarter is three months.
    pub(crate) fn period(self) -> String {
        let count = u32::from(self.count);
        match self.unit {
            Every::Day => format!("P{count}D"),
            Every::Week => format!("P{count}W"),
            Every::Month => format!("P{count}M"),
            Every::Quarter => format!("P{}M", 3 * count),
            Every::Year => format!("P{count}Y"),
        }
    }
}

/// What comes again, from one token to another.
#[derive(Debug, Clone, Copy)]
pub(super) struct Again {
    /// How often; `None` where that is no whole number of units: "3 lần/tuần".
    pub(super) recurrence: Option<Recurrence>,
    pub(super) from: usize,
    /// The token behind it.
    pub(super) to: usize,
    /// The parenthesis behind it, with its days: its first token and its last sign.
    pub(super) days: Option<(usize, usize)>,
}

impl Again {
    /// The token behind it and its parenthesis.
    pub(super) fn next(&self) -> usize {
        self.days.map_or(self.to, |(_, end)| end + 1)
    }
}

/// How often, and the token behind.
type Read = Option<(Option<Recurrence>, usize)>;

/// The most recurrences in one list: day, week, month, quarter, half-year, year.
const LONGEST: usize = 6;

/// The recurrences that begin at token `i`.
pub(super) fn recurring(r: Reader<'_>, i: usize) -> Vec<Again> {
    let mut found = Vec::new();
    let fixed = r.is(i, Word::Fixed) && r.is(i + 1, Word::Cycle);
    let start = if fixed {
        let at = i + 2 + usize::from(r.is_sign(i + 2, ',') || r.is_sign(i + 2, ':'));
        // "định kỳ 6 tháng"; alone it says nothing.
        frequent(r, at).or_else(|| counted(r, at)).or_else(|| some(unit_alone(r, at)))
    } else {
        frequent(r, i).or_else(|| per_time(r, i))
    };
    let Some((recurrence, to)) = start else { return found };
    found.push(again(r, recurrence, i, to));
    while found.len() < LONGEST {
        let last = found[found.len() - 1].next();
        let joined = r.is_sign(last, ',') || r.is(last, Word::And);
        let at = last + 1;
        // "hằng năm, năm 2025"
        let read = frequent(r, at)
            .or_else(|| counted(r, at).filter(|_| fixed))
            .or_else(|| some(unit_alone(r, at)));
        let Some((recurrence, to)) = read.filter(|_| joined) else { break };
        found.push(again(r, recurrence, at, to));
    }
    found
}

fn some(read: Option<(Recurrence, usize)>) -> Read {
    read.map(|(recurrence, next)| (Some(recurrence), next))
}

/// The most tokens in the parenthesis behind a recurrence.
const PARENTHESIS: usize = 12;

/// What comes again, with the parenthesis behind it if that holds a date: "năm (trước 05/12)".
fn again(r: Reader<'_>, recurrence: Option<Recurrence>, from: usize, to: usize) -> Again {
    let bounded = matches!(
        r.kind(to + 1),
        Kind::Word(
            Word::Before | Word::Late | Word::Day | Word::Through | Word::Within | Word::From
        )
    );
    let end = (to + 1..to + 1 + PARENTHESIS).find(|at| r.is_sign(*at, ')'));
    let days = end.filter(|_| r.is_sign(to, '(') && bounded).map(|end| (to + 1, end));
    Again { recurrence, from, to, days }
}

/// `( "hằng" | "hàng" | "mỗi" ) unit`
pub(super) fn every(r: Reader<'_>, i: usize) -> Option<(Recurrence, usize)> {
    if !r.is(i, Word::Every) {
        return None;
    }
    let goods = i > 0 && is_of_goods(r.word(i - 1));
    let unit = unit(r, i + 1)?;
    (!goods && !is_dated(r, i + 1, unit)).then_some((Recurrence { count: 1, unit }, i + 2))
}

/// `( "hằng" | "mỗi" ) unit [ n "lần" ]`
fn frequent(r: Reader<'_>, i: usize) -> Read {
    let (recurrence, next) = every(r, i)?;
    match count(r, next).filter(|_| r.is(next + 1, Word::Times)) {
        Some(times) => Some((shared(times, 1, recurrence.unit), next + 2)),
        None => Some((Some(recurrence), next)),
    }
}

/// Whether the unit at `i` belongs to a date: "hàng năm 2025", "hàng ngày 5/3".
fn is_dated(r: Reader<'_>, i: usize, unit: Every) -> bool {
    let stroke = matches!(r.kind(i + 2), Kind::Sign('/' | '.') | Kind::Dash) && r.is_glued(i + 2);
    match unit {
        Every::Year => r.year(i + 1).is_some() || r.is(i + 1, Word::School),
        Every::Quarter => matches!(r.word(i + 1), "I" | "II" | "III" | "IV"),
        _ => matches!(r.kind(i + 1), Kind::Figures(..)) && stroke,
    }
}

/// A unit without a number; one with a number behind it is a date.
fn unit_alone(r: Reader<'_>, i: usize) -> Option<(Recurrence, usize)> {
    let unit = unit(r, i)?;
    let dated = matches!(r.kind(i + 1), Kind::Figures(..)) || is_dated(r, i, unit);
    (!dated).then_some((Recurrence { count: 1, unit }, i + 1))
}

/// `n unit [ ( "/" | "một" ) "lần" ]`: "6 tháng", "một năm", "3 tháng một lần".
fn counted(r: Reader<'_>, i: usize) -> Read {
    let count = self::count(r, i)?;
    let unit = unit(r, i + 1)?;
    let once = r.is_sign(i + 2, '/') || self::count(r, i + 2) == Some(1);
    let lot = if once && r.is(i + 3, Word::Times) { 2 } else { 0 };
    // "6 tháng đầu năm" is one period, not each.
    let part = matches!(r.kind(i + 2), Kind::Word(Word::Start | Word::End));
    (!part).then_some((Some(Recurrence { count, unit }), i + 2 + lot))
}

/// `n unit "/" "lần" | n "lần" ( "/" | "mỗi" | "một" ) [ n ] unit | n unit m "lần"`
fn per_time(r: Reader<'_>, i: usize) -> Read {
    let number = count(r, i)?;
    if r.is(i + 1, Word::Times) {
        let per = r.is_sign(i + 2, '/') || r.is(i + 2, Word::Every) || count(r, i + 2) == Some(1);
        let units = r.figures(i + 3, 1, 2).and_then(|units| u8::try_from(units).ok());
        let units = units.filter(|units| (1..=30).contains(units)).or_else(|| count(r, i + 3));
        let at = i + 3 + usize::from(units.is_some());
        let unit = unit(r, at).filter(|_| per)?;
        return Some((shared(number, units.unwrap_or(1), unit), at + 1));
    }
    let unit = unit(r, i + 1)?;
    if r.is_sign(i + 2, '/') && r.is(i + 3, Word::Times) {
        return Some((Some(Recurrence { count: number, unit }), i + 4));
    }
    let times = count(r, i + 2).filter(|_| r.is(i + 3, Word::Times))?;
    Some((shared(times, number, unit), i + 4))
}

/// The recurrence of what comes `times` in a number of units, where a whole number of units lies
/// between: twice a year is every six months.
fn shared(times: u8, number: u8, unit: Every) -> Option<Recurrence> {
    let (per, unit) = match unit {
        _ if times == 1 => (1, unit),
        Every::Year => (12, Every::Month),
        Every::Quarter => (3, Every::Month),
        Every::Week => (7, Every::Day),
        Every::Month | Every::Day => (1, unit),
    };
    let total = number.checked_mul(per)?;
    let whole = times > 0 && total.is_multiple_of(times) && total > 0;
    whole.then(|| Recurrence { count: total / times, unit })
}

/// A number from one to thirty, in figures or words.
fn count(r: Reader<'_>, i: usize) -> Option<u8> {
    match r.kind(i) {
        Kind::Figures(count @ 1..=30, 1..=2) if !r.continues(i) => Some(count as u8),
        Kind::Word(Word::Count(count)) => Some(count),
        _ => None,
    }
}

fn unit(r: Reader<'_>, i: usize) -> Option<Every> {
    match r.kind(i) {
        Kind::Word(Word::Day) => Some(Every::Day),
        Kind::Word(Word::Week) => Some(Every::Week),
        Kind::Word(Word::Month) => Some(Every::Month),
        Kind::Word(Word::Quarter) => Some(Every::Quarter),
        Kind::Word(Word::Year) => Some(Every::Year),
        _ => None,
    }
}

/// The recurrence behind a date: "trước ngày 15/12 hằng năm", "ngày 25 của mỗi tháng".
pub(super) fn behind(r: Reader<'_>, i: usize) -> Option<(Recurrence, usize)> {
    let of = i + usize::from(r.is(i, Word::Of));
    every(r, of).or_else(|| if r.is_sign(i, '(') { closed(r, i + 1) } else { None })
}

/// `"(" "hằng năm" ")"`
fn closed(r: Reader<'_>, i: usize) -> Option<(Recurrence, usize)> {
    every(r, i).filter(|(_, next)| r.is_sign(*next, ')')).map(|(found, next)| (found, next + 1))
}

/// `( "tuần" | "ngày" … ) ( "đầu" | "cuối" ) … "của" ( "tháng" | "quý" | "năm" )` without a number:
/// the last week of each quarter.
pub(super) fn part_of_each(r: Reader<'_>, i: usize) -> Option<(Recurrence, usize)> {
    if !matches!(r.kind(i), Kind::Word(Word::Week | Word::Day)) {
        return None;
    }
    let mut at = i + 1;
    if !matches!(r.kind(at), Kind::Word(Word::Start | Word::End)) {
        return None;
    }
    at += 1;
    at += usize::from(r.kind(at) == Kind::Letters && !r.is_sign(at, ','));
    if !r.is(at, Word::Of) {
        return None;
    }
    let (recurrence, next) = unit_alone(r, at + 1)?;
    // "tuần cuối cùng của tháng thứ 3 trong quý"
    let which = r.is(next, Word::Ordinal) && count(r, next + 1).is_some();
    let within = r.is(next + 2, Word::Within) || r.is(next + 2, Word::Of);
    match unit_alone(r, next + 3).filter(|_| which && within) {
        Some(wider) => Some(wider),
        None => Some((recurrence, next)),
    }
}
