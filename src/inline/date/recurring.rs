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

/// A recurrence, from one token to another.
#[derive(Debug, Clone, Copy)]
pub(super) struct Again {
    pub(super) recurrence: Recurrence,
    pub(super) from: usize,
    /// The token behind it, and behind the parenthesis with its days.
    pub(super) to: usize,
    /// The parenthesis behind it: its first token and its last sign.
    pub(super) days: Option<(usize, usize)>,
}

/// The most recurrences in one list: day, week, month, quarter, half-year, year.
const LONGEST: usize = 6;

/// The recurrences that begin at token `i`.
pub(super) fn recurring(r: Reader<'_>, i: usize) -> Vec<Again> {
    let mut found = Vec::new();
    let start = if r.is(i, Word::Fixed) && r.is(i + 1, Word::Cycle) {
        let at = i + 2 + usize::from(r.is_sign(i + 2, ',') || r.is_sign(i + 2, ':'));
        // "định kỳ 6 tháng"; alone it says nothing.
        every(r, at).or_else(|| counted(r, at)).or_else(|| unit_alone(r, at))
    } else {
        every(r, i).or_else(|| per_time(r, i))
    };
    let Some((recurrence, to)) = start else { return found };
    found.push(again(r, recurrence, i, to));
    while found.len() < LONGEST {
        let last = found[found.len() - 1].to;
        let joined = r.is_sign(last, ',') || r.is(last, Word::And);
        let at = last + 1;
        // "hằng năm, năm 2025"
        let read = every(r, at)
            .or_else(|| counted(r, at).filter(|_| r.is(i, Word::Fixed)))
            .or_else(|| unit_alone(r, at));
        let Some((recurrence, to)) = read.filter(|_| joined) else { break };
        found.push(again(r, recurrence, at, to));
    }
    found
}

/// The most tokens in the parenthesis behind a recurrence.
const PARENTHESIS: usize = 12;

/// A recurrence with the parenthesis behind it, if that holds a date: "năm (trước 05/12)".
fn again(r: Reader<'_>, recurrence: Recurrence, from: usize, to: usize) -> Again {
    let bounded = matches!(
        r.kind(to + 1),
        Kind::Word(Word::Before | Word::Late | Word::Day | Word::Through | Word::Within)
    );
    let end = (to + 1..to + 1 + PARENTHESIS).find(|at| r.is_sign(*at, ')'));
    match end.filter(|_| r.is_sign(to, '(') && bounded) {
        Some(end) => Again { recurrence, from, to: end + 1, days: Some((to + 1, end)) },
        None => Again { recurrence, from, to, days: None },
    }
}

/// `( "hằng" | "hàng" | "mỗi" ) unit`
pub(super) fn every(r: Reader<'_>, i: usize) -> Option<(Recurrence, usize)> {
    if !r.is(i, Word::Every) {
        return None;
    }
    let goods = i > 0 && is_of_goods(r.word(i - 1));
    let (recurrence, next) = unit_alone(r, i + 1)?;
    (!goods).then_some((recurrence, next))
}

/// A unit without a number; one with a number behind it is a date: "hàng năm 2025".
fn unit_alone(r: Reader<'_>, i: usize) -> Option<(Recurrence, usize)> {
    let unit = unit(r, i)?;
    let dated = matches!(r.kind(i + 1), Kind::Figures(..))
        || unit == Every::Quarter && matches!(r.word(i + 1), "I" | "II" | "III" | "IV")
        || unit == Every::Year && r.is(i + 1, Word::School);
    (!dated).then_some((Recurrence { count: 1, unit }, i + 1))
}

/// `n unit`: "6 tháng", "một năm".
fn counted(r: Reader<'_>, i: usize) -> Option<(Recurrence, usize)> {
    let count = count(r, i)?;
    let unit = unit(r, i + 1)?;
    let lot = usize::from(r.is_sign(i + 2, '/') && r.is(i + 3, Word::Times)) * 2;
    // "6 tháng đầu năm" is one period, not each.
    let part = matches!(r.kind(i + 2), Kind::Word(Word::Start | Word::End));
    (!part).then_some((Recurrence { count, unit }, i + 2 + lot))
}

/// `n unit ( "/" | "một" ) "lần" | n "lần" ( "/" | "mỗi" | "một" ) unit | n unit m "lần"`
fn per_time(r: Reader<'_>, i: usize) -> Option<(Recurrence, usize)> {
    let number = count(r, i)?;
    if r.is(i + 1, Word::Times) {
        let per = r.is_sign(i + 2, '/') || r.is(i + 2, Word::Every) || count(r, i + 2) == Some(1);
        let unit = unit(r, i + 3).filter(|_| per)?;
        return shared(number, 1, unit).map(|recurrence| (recurrence, i + 4));
    }
    let unit = unit(r, i + 1)?;
    if r.is_sign(i + 2, '/') && r.is(i + 3, Word::Times) {
        return Some((Recurrence { count: number, unit }, i + 4));
    }
    let times = count(r, i + 2).filter(|_| r.is(i + 3, Word::Times))?;
    shared(times, number, unit).map(|recurrence| (recurrence, i + 4))
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
    Some((recurrence, next))
}
