//! Several dates that share what they leave out: "ngày 26, 27/12/2011", "từ 12 đến 15/3/2025",
//! "tháng 11 - 12/2025", "quý III, IV năm 2025".
//!
//! Month and year of the last one hold for those before it that have none.

use super::clock::{self, Times};
use super::point::{self, Flaw, Point, Unit};
use super::token::{Kind, Reader};
use super::{day, month, recurring, year};
use crate::lexicon::calendar::Word;
use crate::lexicon::is_spelt;

/// The most dates in one list: more are figures of another kind.
const LONGEST: usize = 16;

/// A date of a series, from one token to another.
#[derive(Debug, Clone, Copy)]
pub(super) struct Member {
    pub(super) point: Point,
    pub(super) from: usize,
    pub(super) to: usize,
    /// What joins it to the one before.
    join: Join,
    /// Time of the day, if one stands beside it.
    pub(super) time: Option<Times>,
    /// The weekday that is named, Monday is 1.
    pub(super) weekday: Option<u8>,
    /// Whether a word for its unit stands before it.
    named: bool,
}

/// What joins two dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Join {
    /// Nothing: it is the first.
    First,
    /// "," or "và": both are meant.
    List,
    /// "-", "–", "÷".
    Dash,
    /// "đến", "đến hết".
    To,
}

/// Dates that belong together.
#[derive(Debug, Clone)]
pub(super) struct Series {
    pub(super) members: Vec<Member>,
    /// Whether they are the two ends of a period.
    pub(super) is_range: bool,
    /// The token behind the last.
    pub(super) next: usize,
}

/// The series that begins at token `i`.
///
/// `introduced`: a word before it says that dates follow. `from`: that word is "từ".
pub(super) fn series(r: Reader<'_>, i: usize, introduced: bool, from: bool) -> Option<Series> {
    let first = first(r, i, introduced, from)?;
    let mut members = vec![first];
    while members.len() < LONGEST {
        let last = members[members.len() - 1];
        let Some(member) = following(r, &last, from) else { break };
        members.push(member);
        // A period has two ends.
        if member.join != Join::List {
            break;
        }
    }
    inherit(&mut members);
    // "ngày 10, 20, 30 hằng tháng"
    let recurs = members.last().is_some_and(|last| recurring::behind(r, last.to).is_some());
    while members.len() > 1 && !recurs && members.last().is_some_and(|last| !stands(last)) {
        members.pop();
    }
    // A list of periods: "ngày 1, 5-8/3" keeps the list and leaves the last to itself.
    if members.len() > 2
        && members.last().is_some_and(|last| matches!(last.join, Join::Dash | Join::To))
    {
        members.pop();
        let keep = members.len() - 1;
        members.truncate(keep.max(1));
    }
    let is_range = members.len() == 2 && matches!(members[1].join, Join::Dash | Join::To);
    let wave = is_range && r.is_sign(members[0].to, '~');
    let point = &mut members[0].point;
    if wave && point.year.is_some() {
        point.flaw = point.flaw.or(Some(Flaw::Parted));
    }
    let first = &members[0];
    let bare = first.point.unit == Unit::Day && first.point.month.is_none() && !first.named;
    if bare {
        return None;
    }
    let next = members[members.len() - 1].to;
    Some(Series { members, is_range, next })
}

impl Series {
    /// Whether it is one that may as well be a fraction: "1/3".
    pub(super) fn is_fraction(&self, r: Reader<'_>) -> bool {
        let [member] = &self.members[..] else { return false };
        let digits = |at| r.figures(at, 1, 1);
        let (over, under) = (digits(member.from), digits(member.from + 2));
        !member.named && member.point.year.is_none() && over.is_some() && over < under
    }
}

/// Whether a member of a series is a date once it has taken what it lacks from the others.
fn stands(member: &Member) -> bool {
    member.named || member.point.unit != Unit::Day || member.point.month.is_some()
}

/// The first date, with time and weekday before it.
fn first(r: Reader<'_>, i: usize, introduced: bool, from: bool) -> Option<Member> {
    let (time, weekday, at) = before_day(r, i);
    // "Sáng 12/11", "CN (16/11)"
    let introduced = introduced || at > i;
    let read = left_end(r, at, from).or_else(|| point::point(r, at, introduced));
    let (point, to) = read?;
    let day = point.unit == Unit::Day;
    if !day && (time.is_some() || weekday.is_some()) {
        return None;
    }
    // "thứ Hai (ngày 12/3/2018)"
    let closed = at > 0 && r.is_sign(at - 1, '(') && r.is_sign(to, ')') && weekday.is_some();
    let to = to + usize::from(closed);
    let (time, to) = match time {
        None if day => time_behind(r, to),
        time => (time, to),
    };
    let named = !matches!(r.kind(at), Kind::Figures(..));
    Some(Member { point, from: i, to, join: Join::First, time, weekday, named })
}

/// The left end of days whose right end says what it lacks: "từ 12 đến 15/3/2025", "(15 - 16/3/2025)",
/// "01/7 - 31/12/2025".
fn left_end(r: Reader<'_>, i: usize, from: bool) -> Option<(Point, usize)> {
    if !matches!(r.kind(i), Kind::Figures(_, 1..=2)) || r.continues(i) {
        return None;
    }
    let (point, next) = day::day(r, i).filter(|(point, _)| point.year.is_none())?;
    let dash = r.kind(next) == Kind::Dash;
    if from && point.month.is_none() && (dash || r.is(next, Word::To)) {
        return Some((point, next));
    }
    let opens = i == 0 || matches!(r.kind(i - 1), Kind::Sign('(' | ':' | ';'));
    let (right, _) = day::day(r, next + 1)?;
    let whole = right.year.is_some();
    let listed = r.is(next, Word::And) || r.is_sign(next, ',');
    let slashed = r.is_sign(i + 1, '/') && r.is_sign(next + 2, '/');
    let told = match point.month {
        None => whole && dash && opens && point.day < right.day,
        Some(_) if whole => (dash || listed) && r.is_sign(i + 1, '/'),
        // "Tuần lễ … (15/5 - 22/5)"
        Some(_) => dash && opens && slashed && right.month.is_some() && !right.is_impossible(),
    };
    (told && !point.is_impossible()).then_some((point, next))
}

/// `[ part of the day ] [ time [ "," ] ] [ weekday [ "," ] ] [ "(" ]` before a day.
fn before_day(r: Reader<'_>, i: usize) -> (Option<Times>, Option<u8>, usize) {
    let comma = |at: usize| at + usize::from(r.is_sign(at, ','));
    let mut at = i;
    let mut time = None;
    if let Some((times, next)) = clock::times(r, at) {
        time = Some(times);
        at = comma(next);
    }
    if r.is(at, Word::DayPart) {
        at = comma(at + 1);
    }
    let Some((weekday, next)) = clock::weekday(r, at) else { return (time, None, at) };
    let next = comma(next);
    (time, Some(weekday), next + usize::from(r.is_sign(next, '(')))
}

/// A time behind a day: "ngày 05/5/2020, lúc 8h00", "03-03-2020 16:18:57".
fn time_behind(r: Reader<'_>, i: usize) -> (Option<Times>, usize) {
    let mut at = i + usize::from(r.is_sign(i, ','));
    at += usize::from(r.is(at, Word::At));
    at += usize::from(r.is(at, Word::At));
    match clock::times(r, at) {
        Some((times, next)) => (Some(times), next),
        None => (None, i),
    }
}

/// The date that follows in the series, if one does.
fn following(r: Reader<'_>, last: &Member, from: bool) -> Option<Member> {
    let aside = aside(r, last);
    let (join, i) =
        joint(r, last.to).or_else(|| joint(r, aside).filter(|(join, _)| *join == Join::To))?;
    let (time, weekday, at) = if join == Join::To { before_day(r, i) } else { (None, None, i) };
    let unit = last.point.unit;
    let own = own(r, at, join);
    let fitting = own.filter(|(point, _)| point.unit == unit);
    let alike = || bare(r, at, unit, last.point.year, join);
    let (mut point, to) = fitting.or_else(alike).or(own)?;
    let named = !matches!(r.kind(at), Kind::Figures(..)) || point.year.is_some();
    let same = point.unit == unit;
    let fits = match join {
        Join::List => same && !matches!(unit, Unit::Years | Unit::Months(..)),
        Join::Dash => same && !matches!(unit, Unit::SchoolYear),
        // Without "từ" two dates with "đến" between are a period only if they are of one kind.
        Join::To => same || from || last.point.year.is_none(),
        Join::First => false,
    };
    // "tháng 5/2025, 12 xã": a complete date does not share its year with a bare figure.
    let strays = join == Join::List && last.point.year.is_some() && point.year.is_none();
    if !fits || strays && !named {
        return None;
    }
    point.lunar |= last.point.lunar;
    let (time, to) = match time {
        None if point.unit == Unit::Day && join == Join::To => time_behind(r, to),
        time => (time, to),
    };
    Some(Member { point, from: at, to, join, time, weekday, named })
}

/// The most tokens in a parenthesis between the ends of a period.
const ASIDE: usize = 14;

/// Behind what is said of a day in parentheses: "từ ngày 14/02/2026 (thứ Bảy) đến …".
fn aside(r: Reader<'_>, last: &Member) -> usize {
    let i = last.to;
    if last.point.unit != Unit::Day || !r.is_sign(i, '(') {
        return i;
    }
    let end = (i + 1..i + ASIDE).find(|at| r.is_sign(*at, ')'));
    let told = clock::weekday(r, i + 1).is_some()
        || (i + 1..i + ASIDE)
            .any(|at| is_spelt(r.word(at), &["tức", "nhằm", "chạp", "giêng", "tết", "âm"]));
    end.filter(|_| told).map_or(i, |end| end + 1)
}

/// What joins, and the token behind it.
fn joint(r: Reader<'_>, i: usize) -> Option<(Join, usize)> {
    match r.kind(i) {
        Kind::Sign(',' | '&' | '+') => {
            Some((Join::List, i + 1 + usize::from(r.is(i + 1, Word::And))))
        }
        Kind::Word(Word::And) => Some((Join::List, i + 1)),
        Kind::Letters if is_spelt(r.word(i), &["hoặc"]) => Some((Join::List, i + 1)),
        Kind::Word(Word::For) if r.is(i + 1, Word::To) => joint(r, i + 1),
        Kind::Dash | Kind::Sign('÷' | '~' | '→') => {
            // Scanners see two dashes where there is one.
            Some((Join::Dash, i + 1 + usize::from(r.kind(i + 1) == Kind::Dash)))
        }
        Kind::Word(Word::To) => {
            let through =
                usize::from(matches!(r.kind(i + 1), Kind::Word(Word::Through | Word::Before)));
            Some((Join::To, i + 1 + through))
        }
        Kind::Blurred(Word::To)
            if matches!(r.kind(i + 1), Kind::Figures(..) | Kind::Word(Word::Day)) =>
        {
            Some((Join::To, i + 1))
        }
        _ => None,
    }
}

/// A date with its own word or year.
fn own(r: Reader<'_>, i: usize, join: Join) -> Option<(Point, usize)> {
    let read = point::point(r, i, join == Join::To)?;
    // "năm 2024, giai đoạn …" begins anew.
    let anew = join == Join::List && matches!(r.kind(i), Kind::Word(Word::Span));
    (!anew).then_some(read)
}

/// A date that takes its unit from the one before it.
fn bare(
    r: Reader<'_>,
    i: usize,
    unit: Unit,
    year: Option<u16>,
    join: Join,
) -> Option<(Point, usize)> {
    match unit {
        Unit::Day => day::day(r, i),
        Unit::Month => month::month(r, i).filter(|_| matches!(r.kind(i), Kind::Figures(..))),
        Unit::Quarter => month::quarter(r, i),
        Unit::SchoolYear => year::school_year(r, i),
        Unit::Year => year::year(r, i).filter(|(point, next)| {
            // "năm 2024, 2000 người"
            let counts = matches!(r.kind(*next), Kind::Letters | Kind::Figures(..));
            let after = point.year > year;
            after && (join != Join::List || !counts || point.year == year.map(|year| year + 1))
        }),
        _ => None,
    }
}

/// Gives each date the month and year it leaves out, from the one behind it, else the one before.
fn inherit(members: &mut [Member]) {
    for at in (1..members.len()).rev() {
        let (left, right) = members.split_at_mut(at);
        let (left, right) = (&mut left[at - 1].point, &right[0]);
        let to = &right.point;
        let is_day = left.unit == Unit::Day;
        if is_day && left.month.is_none() && matches!(to.unit, Unit::Day | Unit::Month) {
            left.month = to.month;
        }
        left.lunar |= to.lunar && is_day;
        if left.year.is_none() && left.wants_year() {
            left.year = to.year;
            // "từ tháng 11 đến tháng 2/2025" begins the year before.
            let back = left.month > to.month && left.unit == to.unit && right.join != Join::List;
            if back {
                left.year = to.year.map(|year| year - 1);
                left.derived = true;
            }
        }
    }
    for at in 1..members.len() {
        let from = members[at - 1].point;
        let to = &mut members[at].point;
        if to.year.is_none() && to.wants_year() && from.unit == to.unit {
            let next = to.month < from.month;
            to.year = from.year.map(|year| year + u16::from(next));
            to.derived = next;
        }
    }
}
