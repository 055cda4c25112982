//! Dates and periods within a running text.
//!
//! The text is cut into words, figures and signs (`token`). Where one of them may begin a date, the
//! grammar reads on: what bounds it (`bound`), one date or several that share parts (`series`), what
//! stands behind them (`tail`), what comes again (`recurring`), what hangs on an event (`relative`),
//! what has a name (`named`). A single date is a `point`: of `day`, `month` or `year`, in `figures`
//! alone, with the `clock` beside it. Each looks a fixed number of tokens ahead, so the whole is linear.
//! `written` reads days as letterheads and the numbers of documents have them, blanks and damage
//! included.

mod bound;
mod clock;
mod day;
mod figures;
mod illegible;
mod month;
mod named;
mod point;
mod recurring;
mod relative;
mod series;
mod tail;
mod token;
mod written;
mod year;

use std::ops::Range;

pub(crate) use self::bound::Relation;
pub(crate) use self::clock::Times;
pub(crate) use self::point::{Flaw, Point, Unit};
pub(crate) use self::recurring::Recurrence;
use self::recurring::{Again, Every};
use self::series::{Member, Series};
use self::tail::Sense;
use self::token::{Kind, Reader, tokens};
pub(crate) use self::written::{
    Field, WrittenDate, any_day, date, keyword, numeric, spelled, year,
};
use crate::document::Day;
use crate::lexicon::calendar::Word;
use crate::lexicon::{Marks, is_spelt};

/// What a date says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Value {
    /// One place in the calendar.
    Point(Point),
    /// From one to another.
    Range(Point, Point),
    /// Something that comes again, or a day of each year or month.
    Recurring(Option<Point>),
    /// It hangs on an event.
    Relative,
    /// A lunar year by its name.
    LunarYear,
}

/// A date found in a running text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Found {
    /// From the first bounding word to the end of what belongs to it.
    pub(crate) range: Range<usize>,
    pub(crate) value: Value,
    /// How it bounds.
    pub(crate) relation: Option<Relation>,
    /// Whether the period has but one end: "đến hết …", "từ …".
    pub(crate) open: bool,
    pub(crate) recurrence: Option<Recurrence>,
    pub(crate) time: Option<Times>,
    /// The weekday that is named, Monday is 1.
    pub(crate) weekday: Option<u8>,
    /// Whether letters stand in the place of digits.
    pub(crate) mended: bool,
}

/// Finds the dates in a running text, in order.
pub(crate) fn scan(text: &str, marks: Marks) -> Vec<Found> {
    read(text, marks, false)
}

/// Finds the dates in a cell whose column is headed "Thời gian": it may be one in figures alone.
pub(crate) fn scan_times(text: &str, marks: Marks) -> Vec<Found> {
    read(text, marks, true)
}

fn read(text: &str, marks: Marks, timed: bool) -> Vec<Found> {
    let tokens = tokens(text, marks);
    let r = Reader { text, tokens: &tokens };
    let mut found = Vec::new();
    // A cell that is a year.
    if let ([_], Some(year)) = (&tokens[..], r.year(0)) {
        let point = Point { year: Some(year), ..Point::of(Unit::Year) };
        return vec![bare(r, 0, 1, Value::Point(point))];
    }
    let mut i = 0;
    if timed && let Some(series) = series::series(r, 0, true, true) {
        i = dates(r, 0, None, &series, &mut found);
    }
    while i < tokens.len() {
        let next = if begins(r, i) { expression(r, i, &mut found) } else { None };
        i = next.unwrap_or(i + 1);
    }
    repeat(text, &mut found);
    found
}

/// Reads what may begin at token `i`; gives the token behind it.
fn expression(r: Reader<'_>, i: usize, found: &mut Vec<Found>) -> Option<usize> {
    if let Some((here, next)) = named::weekly(r, i) {
        found.push(here);
        return Some(next);
    }
    if let Some(next) = recurrences(r, i, found) {
        return Some(next);
    }
    let bound = bound::bound(r, i);
    let at = bound.map_or(i, |bound| bound.next);
    let from = bound.is_some_and(|bound| bound.relation == Some(Relation::From));
    if let Some((recurrence, next)) = recurring::part_of_each(r, at) {
        let found_here = bare(r, i, next, Value::Recurring(None));
        found.push(Found { recurrence: Some(recurrence), ..found_here });
        return Some(next);
    }
    // "từ 07h30 đến 11h30 ngày 05/5/2020": the word belongs to the time.
    if from
        && clock::times(r, i).is_some_and(|(times, _)| times.until.is_some())
        && let Some(series) = series::series(r, i, true, false)
    {
        return Some(dates(r, i, None, &series, found));
    }
    if let Some(series) = series::series(r, at, bound.is_some(), from) {
        // "tăng từ 1/3", "đạt đến 2/3"
        let part = matches!(bound.and_then(|b| b.relation), Some(relation) if relation != Relation::Before);
        if !(part && series.is_fraction(r)) {
            return Some(dates(r, i, bound, &series, found));
        }
    }
    if let Some(relative) = relative::relative(r, i) {
        // "từ ngày ra thông báo đến hết ngày 22/02/2025": what begins with an event has one end.
        if relative.relation == Relation::From
            && let Some(end) = bound::bound(r, relative.next)
            && let Some(series) = series::series(r, end.next, true, false)
        {
            return Some(dates(r, i, Some(end), &series, found));
        }
        let here = bare(r, i, relative.next, Value::Relative);
        found.push(Found { relation: Some(relative.relation), ..here });
        return Some(relative.next);
    }
    named::named_day(r, i).or_else(|| named::lunar_year(r, i)).map(|(here, next)| {
        found.push(here);
        next
    })
}

/// What comes again, with the day of each in parentheses: "định kỳ 6 tháng (trước 10/6), năm (trước
/// 05/12)".
fn recurrences(r: Reader<'_>, i: usize, found: &mut Vec<Found>) -> Option<usize> {
    let again = recurring::recurring(r, i);
    for item in &again {
        let here = bare(r, item.from, item.to, Value::Recurring(None));
        found.push(Found { recurrence: item.recurrence, ..here });
        let Some((mut at, end)) = item.days else { continue };
        while at < end {
            let next = if begins(r, at) { expression(r, at, found) } else { None };
            at = next.unwrap_or(at + 1);
        }
    }
    again.last().map(Again::next)
}

/// Days behind what comes again are days of each time: "hằng năm, trước ngày 15/12", "năm (trước 05/12)"; in a sentence
/// that opens with it, all are: "Hằng năm, các đơn vị báo cáo trước ngày 15/12."
fn repeat(text: &str, found: &mut [Found]) {
    const YEARLY: Recurrence = Recurrence { count: 1, unit: Every::Year };
    // What the sentence opens with.
    let mut opening = None;
    for at in 0..found.len() {
        let (before, here) = found.split_at_mut(at);
        let (before, here) = (before.last(), &mut here[0]);
        let from = before.map_or(0, |before| before.range.end);
        let between = text.get(from..here.range.start).unwrap_or("-");
        if between.contains(['.', ';', ':']) {
            opening = None;
        }
        if here.recurrence == Some(YEARLY) && opens_sentence(&text[..here.range.start]) {
            opening = here.recurrence;
            continue;
        }
        let beside = before
            .filter(|before| matches!(before.value, Value::Recurring(None)))
            .filter(|_| matches!(between.trim(), "" | "(" | "," | "vào" | ", vào" | "(vào"))
            .and_then(|before| before.recurrence);
        match here.value {
            Value::Point(point) if point.year.is_none() => {
                let Some(recurrence) = beside.or(opening) else { continue };
                here.value = Value::Recurring(Some(point));
                here.recurrence = Some(recurrence);
            }
            Value::Range(from, to) if from.year.is_none() && to.year.is_none() => {
                let Some(recurrence) = beside.or(opening) else { continue };
                here.value = Value::Recurring(None);
                here.recurrence = Some(recurrence);
            }
            // "Hằng năm, …, riêng năm 2026 …"
            Value::Point(_) | Value::Range(..) => opening = None,
            _ => {}
        }
    }
}

/// Whether a sentence begins behind these words.
fn opens_sentence(before: &str) -> bool {
    let before = before.trim_end();
    before.is_empty() || before.ends_with(['.', ';', ':'])
}

/// Whether a date may begin at token `i`: most words are sorted out by what they are and what follows.
#[inline]
fn begins(r: Reader<'_>, i: usize) -> bool {
    let next = r.kind(i + 1);
    match r.kind(i) {
        // Alone at the end it is a year at most: "tầm nhìn 2045".
        Kind::Figures(_, len) => len == 4 || !matches!(next, Kind::Letters | Kind::End),
        Kind::Word(word) | Kind::Blurred(word) => match word {
            Word::Day => true,
            Word::Count(_) => matches!(next, Kind::Word(_)),
            // "trong vòng 10 ngày"
            Word::Within => next != Kind::Letters || is_spelt(r.word(i + 1), &["vòng", "tối"]),
            Word::Feast | Word::Year => !matches!(next, Kind::Sign(',' | '.') | Kind::End),
            Word::Term => matches!(next, Kind::Word(_) | Kind::Letters),
            Word::Not | Word::For | Word::Lord | Word::Fixed | Word::Late => {
                matches!(next, Kind::Word(_))
            }
            Word::Week
            | Word::Month
            | Word::Quarter
            | Word::DayPart
            | Word::Ordinal
            | Word::Counting
            | Word::From
            | Word::To
            | Word::Through
            | Word::Before
            | Word::After
            | Word::Occasion
            | Word::Start
            | Word::Middle
            | Word::End
            | Word::Half
            | Word::Every
            | Word::Span
            | Word::Stretch
            | Word::Right
            | Word::FirstTen
            | Word::FullMoon => {
                !matches!(next, Kind::Sign(',' | '.' | ';') | Kind::End)
                    && (next != Kind::Letters
                        || matches!(word, Word::Quarter | Word::Week)
                        || word == Word::Month && r.word(i + 1).len() == 1)
            }
            _ => false,
        },
        // "T4/2022", "Q.I/2020", "Kế từ ngày …"
        Kind::Letters => {
            let first = r.start(i);
            r.end(i) == first + 1
                || r.text.as_bytes()[first] == b'Q'
                || next == Kind::Word(Word::From)
        }
        Kind::Dash | Kind::Sign(_) | Kind::End => false,
    }
}

/// A date without further words.
fn bare(r: Reader<'_>, from: usize, to: usize, value: Value) -> Found {
    let start = r.start(from);
    let mut end = r.end(to.saturating_sub(1)).max(start);
    // "Chủ nhật (15-16/11/2025)"
    let text = &r.text[start..end];
    if r.is_sign(to, ')') && text.contains('(') && !text.contains(')') {
        end = r.end(to);
    }
    Found {
        range: start..end,
        value,
        relation: None,
        open: false,
        recurrence: None,
        time: None,
        weekday: None,
        mended: r.is_mended(from, to),
    }
}

/// The dates of a series with what stands before and behind it; gives the token behind.
fn dates(
    r: Reader<'_>,
    i: usize,
    bound: Option<bound::Bound>,
    series: &Series,
    found: &mut Vec<Found>,
) -> usize {
    let tail = tail::tail(r, series);
    let first = &series.members[0];
    let mut relation = bound.and_then(|bound| bound.relation);
    let mut open = bound.is_some_and(|bound| bound.open);
    // "từ 2021 - 2025" has two ends.
    if relation == Some(Relation::From) && first.point.unit == Unit::Years {
        (relation, open) = (None, false);
    }
    if series.is_range {
        let last = &series.members[1];
        let value = match tail.sense {
            Sense::Recurring(_) => Value::Recurring(None),
            sense => range(&first.point, &last.point, sense == Sense::Lunar),
        };
        // "từ … đến …" is a period with two ends.
        let relation = relation.filter(|relation| *relation != Relation::From);
        if tail.sense == Sense::Onward {
            let value = Value::Point(first.point);
            let relation = Some(Relation::From);
            found.push(Found { relation, open: true, ..bare(r, i, tail.next, value) });
            return tail.next;
        }
        found.push(Found {
            relation,
            open: open && relation.is_some() && !matches!(value, Value::Range(..)),
            recurrence: tail.recurrence(),
            time: joined_time(first, last),
            weekday: first.weekday,
            ..bare(r, i, tail.next, value)
        });
        return tail.next;
    }
    if tail.sense == Sense::Relative
        && relation == Some(Relation::From)
        && let Some(next) = relative_end(r, tail.next)
    {
        found.push(bare(r, i, next, Value::Relative));
        return next;
    }
    let count = series.members.len();
    let is_shared = shares_weekday(r, series, tail.weekday);
    for (at, member) in series.members.iter().enumerate() {
        let from = if at == 0 { i } else { member.from };
        let to = if at + 1 == count { tail.next } else { member.to };
        let mut point = member.point;
        point.lunar |= tail.sense == Sense::Lunar;
        let value = match tail.sense {
            Sense::Recurring(_) => Value::Recurring(Some(point)),
            Sense::Relative => Value::Relative,
            _ => Value::Point(point),
        };
        let (relation, open) = match tail.sense {
            Sense::Onward if at + 1 == count => (Some(Relation::From), true),
            Sense::Backward => (Some(Relation::Until), true),
            _ => (relation, open),
        };
        found.push(Found {
            relation,
            open,
            recurrence: tail.recurrence(),
            time: member.time,
            weekday: member.weekday.or(tail.weekday).filter(|_| !is_shared),
            ..bare(r, from, to, value)
        });
    }
    tail.next
}

/// The other end of a period that is counted from another: "từ ngày 15 tháng 12 năm trước" "đến ngày 14 tháng 12 của kỳ
/// báo cáo".
fn relative_end(r: Reader<'_>, i: usize) -> Option<usize> {
    let end = bound::bound(r, i).filter(|_| r.is(i, Word::To))?;
    let series = series::series(r, end.next, true, false)?;
    let tail = tail::tail(r, &series);
    (tail.sense == Sense::Relative && series.members.len() == 1).then_some(tail.next)
}

/// Whether a weekday belongs to another day of a list, or two are named: "thứ Bảy và Chủ nhật, ngày 27 và 28/5/2023".
fn shares_weekday(r: Reader<'_>, series: &Series, behind: Option<u8>) -> bool {
    let first = &series.members[0];
    let Some(named) = first.weekday.or(behind) else { return false };
    let joined = first.from.checked_sub(1).filter(|at| {
        r.is(*at, Word::And)
            || r.is(*at, Word::To)
            || r.kind(*at) == Kind::Dash
            || r.is_sign(*at, ',')
    });
    let two = joined.is_some_and(|joint| {
        joint > 1 && clock::weekday(r, joint - 2).is_some_and(|(_, next)| next == joint)
    });
    // A day without its year is left to the reader.
    let falls = |point: &Point| match (point.year, point.month, point.day) {
        (Some(year), Some(month), Some(day)) => {
            Day::new(year, month, day).is_none_or(|day| day.weekday() == named)
        }
        _ => true,
    };
    two || series.members.len() > 1 && series.members.iter().any(|member| falls(&member.point))
}

/// A period between two points; years alone are one.
fn range(from: &Point, to: &Point, lunar: bool) -> Value {
    let lunar = lunar || from.lunar || to.lunar;
    Value::Range(Point { lunar, ..*from }, Point { lunar, ..*to })
}

/// The times of a period: that of its beginning and that of its end.
fn joined_time(first: &Member, last: &Member) -> Option<Times> {
    match (first.time, last.time) {
        (Some(first), Some(last)) => {
            Some(Times { from: first.from, until: Some(last.until.unwrap_or(last.from)) })
        }
        (time, None) | (None, time) => time,
    }
}
