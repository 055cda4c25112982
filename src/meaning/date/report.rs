//! What is odd about a date, as diagnostics.

use serde_json::Value as Json;

use super::value::Reading;
use crate::diagnostic::Code;
use crate::document::{Date, Day};
use crate::inline::date::{Flaw, Found, Point, Value};
use crate::layout::{Ledger, Passage};

/// Names of the weekdays, from Monday.
const WEEKDAYS: [&str; 7] =
    ["thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật"];

/// Says what is odd about a date.
pub(super) fn report(
    found: &Found,
    reading: &Reading,
    passage: &Passage<'_>,
    ledger: &mut Ledger<'_>,
) {
    let text = &reading.date.text;
    let mut say = |code: Code, message: String, args: &[(&str, Json)]| {
        let mut all = vec![("text", Json::from(text.clone()))];
        all.extend_from_slice(args);
        ledger.report(code, &passage.hull(&found.range), message, &all);
    };
    for point in points(&found.value) {
        if point.is_impossible() && !point.lunar {
            say(Code::DateInvalid, format!("{text:?} is no day of the calendar"), &[]);
        }
        match point.flaw {
            Some(Flaw::Blank) => say(Code::DateBlank, format!("{text:?} is not filled in"), &[]),
            Some(Flaw::Damaged) => {
                let message = format!("{text:?} holds signs that are no digits");
                say(Code::DateInvalid, message, &[]);
            }
            Some(Flaw::Misnamed) => {
                let message = format!("{text:?} calls a day a month; it is read as a day");
                say(Code::DateIrregular, message, &[]);
            }
            Some(Flaw::ShortYear) => {
                let message = format!("{text:?} has a year of two figures");
                say(Code::DateIrregular, message, &[]);
            }
            Some(Flaw::Glued) => {
                let message = format!("{text:?} has lost the signs between its figures");
                say(Code::DateIrregular, message, &[]);
            }
            None => {}
        }
    }
    if reading.reversed {
        say(Code::DateReversed, format!("{text:?} ends before it begins"), &[]);
    }
    if let Some((named, is)) = wrong_weekday(found, &reading.date) {
        let (named, is) = (WEEKDAYS[named], WEEKDAYS[is]);
        let message = format!("{text:?} falls on {is}, not on {named}");
        say(Code::DateWeekday, message, &[("named", named.into()), ("is", is.into())]);
    }
    if reading.inferred {
        let edtf = reading.date.edtf.clone();
        let shown = edtf.as_deref().unwrap_or_default();
        let message = format!("{text:?} names no year; {shown} takes that of the document");
        say(Code::DateYearInferred, message, &[("edtf", edtf.into())]);
    }
}

/// The places in the calendar that a value names.
fn points(value: &Value) -> impl Iterator<Item = &Point> {
    let (first, second) = match value {
        Value::Point(point) => (Some(point), None),
        Value::Range(from, to) => (Some(from), Some(to)),
        Value::Recurring(point) => (point.as_ref(), None),
        Value::Relative | Value::LunarYear => (None, None),
    };
    first.into_iter().chain(second)
}

/// The weekday that is named and the one it is, where they differ; counted from Monday, 0.
fn wrong_weekday(found: &Found, date: &Date) -> Option<(usize, usize)> {
    let named = found.weekday?;
    let edtf = date.edtf.as_deref()?;
    let day = edtf.split('/').find_map(|end| end.parse::<Day>().ok())?;
    let is = day.weekday();
    (named != is).then(|| (usize::from(named) - 1, usize::from(is) - 1))
}
