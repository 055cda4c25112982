//! The year that a date leaves out, where the document leaves no doubt which it is.

use crate::document::{Day, Document};
use crate::inline::date::{Found, Point, Relation, Unit, Value, scan};
use crate::lexicon::Marks;

/// The years a document speaks of: that of its subject, and the day it was signed.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Years {
    subject: Option<Subject>,
    /// The subject is about several years: that of the letterhead is none of a plan for one.
    several: bool,
    signed: Option<(u16, u8, u8)>,
    /// The year that the unit or the sentence names.
    near: Option<u16>,
}

/// The year in the subject of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Subject {
    /// "… năm 2025".
    Year(u16),
    /// "… năm học 2024 - 2025": the year it begins.
    School(u16),
}

/// Months of the half of a school year before the new year: from September, for August is in both.
const FIRST_TERM: std::ops::RangeInclusive<u8> = 9..=12;
/// Those of the other half.
const SECOND_TERM: std::ops::RangeInclusive<u8> = 1..=7;

impl Years {
    /// The years of a document.
    pub(super) fn of(document: &Document, marks: Marks) -> Self {
        let lines = document.title.iter().chain(&document.subject);
        let found: Vec<Found> = lines
            .flat_map(|line| {
                let cited = document.citations.iter().filter(|citation| {
                    line.span.start <= citation.span.start && citation.span.end <= line.span.end
                });
                // Dates of cited documents are not of this one.
                let dates: Vec<&str> = cited
                    .filter_map(|citation| Some(citation.date.as_ref()?.text.as_str()))
                    .collect();
                let found = scan(&line.text, marks);
                let own = |found: &Found| !dates.contains(&&line.text[found.range.clone()]);
                found.into_iter().filter(own).collect::<Vec<_>>()
            })
            .collect();
        let mut subjects = found.iter().filter_map(subject);
        let first = subjects.next();
        let same = subjects.all(|other| Some(other) == first);
        let several = first.is_none() && found.iter().any(is_long);
        let signed = document.header.date.as_ref().and_then(|date| {
            let edtf = date.edtf.as_deref()?;
            let day = edtf.parse::<Day>().ok();
            day.map(|day| (day.year(), day.month(), day.day())).or_else(|| month(edtf))
        });
        Self { subject: first.filter(|_| same), several, signed, near: None }
    }

    /// Whether a year is over by the day of signing.
    pub(super) fn over(&self, year: u16) -> bool {
        self.signed.is_some_and(|(signed, ..)| year < signed)
    }

    /// The same, where a unit or sentence names a year of its own.
    pub(super) fn near(&self, year: Option<u16>) -> Self {
        Self { near: year.or(self.near), ..*self }
    }

    /// The year of a day, month or quarter without one; `None` where it is not plain.
    pub(super) fn year(&self, point: &Point, relation: Option<Relation>) -> Option<u16> {
        let month = match point.unit {
            Unit::Day | Unit::Month => point.month,
            Unit::Quarter => point.month.map(|quarter| 3 * quarter),
            Unit::Months(_, last) => Some(last),
            _ => Some(12),
        }?;
        let ends = matches!(relation, Some(Relation::Before | Relation::By | Relation::Until));
        // A report looks back: "9 tháng đầu năm".
        let told = !ends && matches!(point.unit, Unit::Months(..));
        // "Tổng kết công tác năm 2024, hoàn thành trước 31/3": what is looked back on sets no deadline.
        let over = |year: &u16| {
            let past = |signed| is_past(signed, *year, month, point.day);
            let before = matches!(self.subject, Some(Subject::Year(subject)) if *year < subject);
            ends && self.signed.map_or(before, past)
        };
        if let Some(year) = self.near.filter(|year| !over(year)) {
            return Some(year);
        }
        match self.subject {
            Some(Subject::Year(year)) => {
                // A deadline before the plan was signed is one of the next year, or a slip.
                let past =
                    self.signed.is_some_and(|signed| is_past(signed, year, month, point.day));
                (!ends || !past).then_some(year)
            }
            Some(Subject::School(year)) if FIRST_TERM.contains(&month) => Some(year),
            Some(Subject::School(year)) if SECOND_TERM.contains(&month) => Some(year + 1),
            Some(Subject::School(_)) => None,
            None if self.several => None,
            None => {
                let (year, ..) = self.signed?;
                let past = is_past(self.signed?, year, month, point.day);
                (told || !past).then_some(year)
            }
        }
    }
}

/// Whether a day, or the end of a month, lies before the day of signing.
fn is_past(signed: (u16, u8, u8), year: u16, month: u8, day: Option<u8>) -> bool {
    (year, month, day.unwrap_or(31)) < signed
}

/// A month in EDTF, taken at its beginning.
fn month(edtf: &str) -> Option<(u16, u8, u8)> {
    let (year, month) = edtf.split_once('-')?;
    Some((year.parse().ok()?, month.parse().ok()?, 1))
}

/// The year a date in a subject sets.
fn subject(found: &Found) -> Option<Subject> {
    if found.open || found.recurrence.is_some() {
        return None;
    }
    let Value::Point(point) = found.value else { return None };
    match point.unit {
        Unit::Year | Unit::Month | Unit::Quarter | Unit::Months(..) => {
            point.year.map(Subject::Year)
        }
        Unit::SchoolYear => point.year.map(Subject::School),
        Unit::Day | Unit::Years => None,
    }
}

/// Whether a date in a subject spans several years: "giai đoạn 2026 - 2030", "đến năm 2030".
fn is_long(found: &Found) -> bool {
    let years = |point: &Point| matches!(point.unit, Unit::Year | Unit::Years);
    match found.value {
        Value::Range(from, _) => years(&from),
        Value::Point(point) => point.unit == Unit::Years || years(&point) && found.open,
        _ => false,
    }
}

/// The year that a date names for what follows it: "Năm 2026: …", "Quý I/2026".
pub(super) fn named(found: &Found) -> Option<u16> {
    match subject(found) {
        Some(Subject::Year(year)) => Some(year),
        _ => None,
    }
}
