//! What is odd about a date, as diagnostics.

use serde_json::Value as Json;

use super::value::{Reading, points};
use crate::diagnostic::Code;
use crate::document::{Date, Day};
use crate::inline::date::{Flaw, Found, Value};
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
    let mut said: Option<Flaw> = None;
    for point in points(&found.value) {
        if point.is_impossible() && !point.lunar {
            // With figures that are none it is no more wrong than that.
            said = Some(Flaw::Damaged);
            say(Code::DateInvalid, format!("{text:?} is no day of the calendar"), &[]);
        }
        // Both ends of a period may be written the same way.
        if let Some(flaw) = point.flaw.filter(|flaw| said != Some(*flaw)) {
            said = Some(flaw);
            let (code, what) = flaw_of(flaw);
            say(code, format!("{text:?} {what}"), &[]);
        }
    }
    if found.mended && said != Some(Flaw::Damaged) {
        let (code, what) = flaw_of(Flaw::Damaged);
        say(code, format!("{text:?} {what}"), &[]);
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
        let message =
            format!("{text:?} leaves a year out; {shown} follows from what stands around it");
        say(Code::DateYearInferred, message, &[("edtf", edtf.into())]);
    }
}

/// How a flaw is reported.
fn flaw_of(flaw: Flaw) -> (Code, &'static str) {
    match flaw {
        Flaw::Blank => (Code::DateBlank, "is not filled in"),
        Flaw::Damaged => (Code::DateInvalid, "is damaged: its figures are none, or too many"),
        Flaw::Misnamed => (Code::DateIrregular, "calls a day a month; it is read as a day"),
        Flaw::ShortYear => (Code::DateIrregular, "has a year of two figures"),
        Flaw::Glued => (Code::DateIrregular, "has lost the signs between its figures"),
    }
}

/// The weekday that is named and the one it is, where they differ; counted from Monday, 0.
fn wrong_weekday(found: &Found, date: &Date) -> Option<(usize, usize)> {
    let named = found.weekday?;
    let edtf = date.edtf.as_deref().filter(|_| !matches!(found.value, Value::Range(..)))?;
    let day = edtf.split('/').find_map(|end| end.parse::<Day>().ok())?;
    let is = day.weekday();
    (named != is).then(|| (usize::from(named) - 1, usize::from(is) - 1))
}
