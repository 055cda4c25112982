//! What is odd about a date, as diagnostics.

use serde_json::Value as Json;

use super::value::{Reading, points};
use crate::diagnostic::Code;
use crate::document::{Date, Day};
use crate::inline::date::{Flaw, Found, Value};
use crate::layout::{Ledger, Passage};
use crate::lexicon::{Marks, behind_last, number_like, opens_spelt, skeleton};

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
    if let Some(from) = spoilt_time(found, text, passage) {
        let range = from..found.range.end;
        let words = passage.value(&range).text;
        let (code, what) = flaw_of(Flaw::Damaged);
        let message = format!("{words:?} {what}");
        ledger.report(code, &passage.hull(&range), message, &[("text", words.into())]);
    }
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

/// Where a time begins before a date that is none as it stands, and was not read with it: "l7 giờ ngày 30/6", "17 giò
/// ngày 30/6", "77 giờ ngày 30/6". "72 giờ trước ngày 30/6" counts hours.
fn spoilt_time(found: &Found, text: &str, passage: &Passage<'_>) -> Option<usize> {
    let figure = text.starts_with(|c: char| c.is_ascii_digit());
    if passage.marks() == Marks::Lost || !figure && opens_spelt(text, "ngày").is_none() {
        return None;
    }
    let before = passage.before(found.range.start);
    let reach = before.len() - before.len().min(REACH);
    let reach = (reach..=before.len()).find(|at| before.is_char_boundary(*at))?;
    let before = &before[reach..];
    let place = |at: usize| reach + at;
    let last = |before: &str| behind_last(before, char::is_whitespace);
    let at = last(before);
    // "l7 giờ": the first of two figures is glued to the other.
    if at < before.len() {
        let glued = before.len() == at + 1 && number_like(&before[at..]).is_some();
        return (glued && figure && found.time.is_some()).then(|| place(at));
    }
    let words = before.trim_end();
    let at = last(words);
    let number = |word: &str| number_like(word).filter(|_| word.len() < 3);
    let hour = |word: &str| opens_spelt(word, "giờ").is_some();
    let (first, word) = (words[..at].trim_end(), &words[at..]);
    let from = last(first);
    if skeleton(word) == "gio" && !word.ends_with(|c: char| !c.is_alphabetic()) {
        let (value, whole) = number(&first[from..])?;
        return (!whole || value > MOST_HOURS || !hour(word)).then(|| place(from));
    }
    // "17 giờ 3O ngày 30/6"
    let spoilt = number(word).is_some_and(|(_, whole)| !whole) && hour(&first[from..]);
    spoilt.then(|| place(from))
}

/// Bytes before a date in which its time may stand.
const REACH: usize = 24;

/// The hours of a day.
const MOST_HOURS: u32 = 24;

/// How a flaw is reported.
fn flaw_of(flaw: Flaw) -> (Code, &'static str) {
    match flaw {
        Flaw::Blank => (Code::DateBlank, "is not filled in"),
        Flaw::Damaged => (Code::DateInvalid, "is damaged: its figures are none, or too many"),
        Flaw::Misnamed => (Code::DateIrregular, "calls a day a month; it is read as a day"),
        Flaw::ShortYear => (Code::DateIrregular, "has a year of two figures"),
        Flaw::Parted => (Code::DateIrregular, "has a sign that is no dash between its years"),
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
