//! What a date is worth: its value in EDTF, its kind, what it rests on.

use std::fmt::Write as _;

use super::year::Years;
use crate::document::{Basis, Date, DateKind, Day, Text};
use crate::inline::date::{Flaw, Found, Point, Recurrence, Relation, Times, Unit, Value};

/// A date with what is odd about it.
pub(super) struct Reading {
    pub(super) date: Date,
    /// The year was taken from the document.
    pub(super) inferred: bool,
    /// It is a period whose end lies before its beginning.
    pub(super) reversed: bool,
}

/// The date that was found at `place`.
pub(super) fn date(found: &Found, place: Text, years: &Years) -> Reading {
    let mut value = found.value;
    let filled = infer(&mut value, found.relation, found.open, years);
    let (mut edtf, mut reversed) = edtf(&value, found);
    if filled && edtf.is_none() {
        // The year of the document does not fit: nothing is inferred.
        value = found.value;
        (edtf, reversed) = self::edtf(&value, found);
    }
    let derived = points(&value).any(|point| point.derived);
    let inferred = edtf.is_some() && (filled || derived);
    let kind = kind(&value, edtf.is_some());
    let date = Date {
        text: place.text,
        span: place.span,
        parts: place.parts,
        edtf,
        kind,
        relation: found.relation.map(Into::into),
        basis: if inferred { Basis::Inferred } else { Basis::Stated },
        recurrence: found.recurrence.map(Recurrence::period),
        partial: partial(&value),
        time: found.time.map(time),
    };
    Reading { date, inferred, reversed }
}

/// The places in the calendar that a value names.
pub(super) fn points(value: &Value) -> impl Iterator<Item = &Point> {
    let (first, second) = match value {
        Value::Point(point) => (Some(point), None),
        Value::Range(from, to) => (Some(from), Some(to)),
        Value::Recurring(point) => (point.as_ref(), None),
        Value::Relative | Value::LunarYear => (None, None),
    };
    first.into_iter().chain(second)
}

/// Fills in the year of the document where one is wanted; says whether it did.
fn infer(value: &mut Value, relation: Option<Relation>, open: bool, years: &Years) -> bool {
    let fill = |point: &mut Point| {
        // "cuối năm" in passing is no date; "đến cuối năm" is.
        let ends = matches!(relation, Some(Relation::Before | Relation::By | Relation::Until));
        let told = point.unit != Unit::Year || open && ends;
        if point.lunar || !told || !point.wants_year() || point.is_impossible() {
            return false;
        }
        point.year = years.year(point, relation);
        point.year.is_some()
    };
    match value {
        Value::Point(point) => fill(point),
        Value::Range(from, to) => {
            let filled = fill(to);
            if filled && from.wants_year() && from.month <= to.month {
                from.year = to.year;
            }
            filled
        }
        Value::Recurring(_) | Value::Relative | Value::LunarYear => false,
    }
}

/// The value in EDTF, and whether it is a period that runs backwards.
fn edtf(value: &Value, found: &Found) -> (Option<String>, bool) {
    match value {
        Value::Point(point) if !point.lunar => {
            let Some(text) = point_edtf(point) else { return (None, false) };
            let bounded = match found.relation.filter(|_| found.open) {
                // Before or after a period is before its beginning, after its end.
                Some(Relation::Before) => format!("../{}", first(&text)),
                Some(Relation::By | Relation::Until) => format!("../{}", last(&text)),
                Some(Relation::From) => format!("{}/..", first(&text)),
                Some(Relation::After) => format!("{}/..", last(&text)),
                Some(Relation::In) | None => text,
            };
            (Some(bounded), false)
        }
        Value::Range(from, to) if !from.lunar && !to.lunar => {
            let (Some(from), Some(to)) = (point_edtf(from), point_edtf(to)) else {
                return (None, false);
            };
            let text = format!("{}/{}", first(&from), last(&to));
            let reversed = crate::document::Period::from_edtf(&text).is_none();
            (Some(text).filter(|_| !reversed), reversed)
        }
        _ => (None, false),
    }
}

/// What stands before the stroke of a period, or the whole of another value.
fn first(edtf: &str) -> &str {
    edtf.split_once('/').map_or(edtf, |(first, _)| first)
}

/// What stands behind the stroke of a period, or the whole of another value.
fn last(edtf: &str) -> &str {
    edtf.split_once('/').map_or(edtf, |(_, last)| last)
}

/// The value of a point with its year.
fn point_edtf(point: &Point) -> Option<String> {
    let year = point.year?;
    if point.is_impossible() {
        return None;
    }
    let month = |month: u8| format!("{year:04}-{month:02}");
    Some(match (point.unit, point.month, point.day) {
        (Unit::Day, Some(month), Some(day)) => Day::new(year, month, day)?.to_string(),
        (Unit::Day | Unit::Month, Some(number), _) => month(number),
        (Unit::Quarter, Some(quarter), _) => month(32 + quarter),
        (Unit::Months(first, last), ..) => format!("{}/{}", month(first), month(last)),
        (Unit::Year, ..) => format!("{year:04}"),
        (Unit::SchoolYear | Unit::Years, ..) => format!("{year:04}/{:04}", point.last?),
        (Unit::Day | Unit::Month, None, _) if point.flaw == Some(Flaw::Blank) => {
            format!("{year:04}")
        }
        _ => return None,
    })
}

fn kind(value: &Value, valued: bool) -> DateKind {
    match value {
        Value::Relative => DateKind::Relative,
        Value::LunarYear => DateKind::Lunar,
        Value::Recurring(_) => DateKind::Recurring,
        Value::Point(point) | Value::Range(point, _) if point.lunar => DateKind::Lunar,
        Value::Range(from, to) if from.year.is_none() || to.year.is_none() => DateKind::Incomplete,
        Value::Range(..) => DateKind::Range,
        Value::Point(point) => {
            let blank = point.flaw == Some(Flaw::Blank);
            if blank || !valued && !point.is_impossible() {
                return DateKind::Incomplete;
            }
            match point.unit {
                Unit::Day => DateKind::Day,
                Unit::Month => DateKind::Month,
                Unit::Quarter => DateKind::Quarter,
                Unit::Months(first, last) if last - first == 5 => DateKind::HalfYear,
                Unit::Months(..) | Unit::Years => DateKind::Range,
                Unit::Year => DateKind::Year,
                Unit::SchoolYear => DateKind::SchoolYear,
            }
        }
    }
}

/// What is known of a date without a year: "--12-15", "--06", "---20".
fn partial(value: &Value) -> Option<String> {
    match value {
        Value::Point(point) | Value::Recurring(Some(point)) => partial_point(point),
        // "--05-25/--05-31"
        Value::Range(from, to) => Some(format!("{}/{}", partial_point(from)?, partial_point(to)?)),
        _ => None,
    }
}

/// What is known of a point without a year.
fn partial_point(point: &Point) -> Option<String> {
    if point.year.is_some() || point.is_impossible() {
        return None;
    }
    match (point.unit, point.month, point.day) {
        (Unit::Day, Some(month), Some(day)) => Some(format!("--{month:02}-{day:02}")),
        (Unit::Day, None, Some(day)) => Some(format!("---{day:02}")),
        (Unit::Day | Unit::Month, Some(month), None) => Some(format!("--{month:02}")),
        _ => None,
    }
}

/// "08:00", or "07:30/11:30".
fn time(times: Times) -> String {
    let Times { from, until } = times;
    let mut text = format!("{:02}:{:02}", from.hour, from.minute);
    if let Some(to) = until {
        let _ = write!(text, "/{:02}:{:02}", to.hour, to.minute);
    }
    text
}
