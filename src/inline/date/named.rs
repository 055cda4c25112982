//! Days and years by their names: "Ngày Quốc tế Phụ nữ 8-3", "Xuân Giáp Thìn".

use super::clock::weekday;
use super::day;
use super::recurring::{self, Every, Recurrence};
use super::token::{Kind, Reader};
use super::{Found, Value, bare};
use crate::lexicon::calendar::{Word, is_capital, is_lunar_year};
use crate::lexicon::is_spelt;

/// The most words and signs of the name of a day.
const NAME_WORDS: usize = 16;

/// What the name of a day begins with where it has no capital: "ngày thành lập Đoàn …".
const FEASTS: &[&str] = &["thành", "hội", "sinh", "lễ", "truyền", "giải", "môi", "toàn"];

/// A day of each year by its name: "Ngày Quốc tế Phụ nữ 8-3", "Ngày Chuyển đổi số quốc gia (10/10)".
pub(super) fn named_day(r: Reader<'_>, i: usize) -> Option<(Found, usize)> {
    let begins = is_capital(r.word(i + 1)) || is_spelt(r.word(i + 1), FEASTS);
    if !r.is(i, Word::Day) || !begins {
        return None;
    }
    let word = |kind| {
        matches!(
            kind,
            Kind::Letters | Kind::Word(_) | Kind::Blurred(_) | Kind::Dash | Kind::Sign(',')
        )
    };
    let at = (i + 1..i + 1 + NAME_WORDS).find(|at| !word(r.kind(*at)))?;
    let bracket = usize::from(r.is_sign(at, '('));
    let (point, next) = day::day(r, at + bracket)?;
    let yearly = point.month.is_some() && point.year.is_none() && !point.is_impossible();
    let closed = bracket == 0 || r.is_sign(next, ')');
    // "(01/7/1997 - 01/7/2025)" has years of its own.
    let next = next + bracket;
    let recurrence = Recurrence { count: 1, unit: Every::Year };
    let value = Value::Recurring(Some(point));
    let found = Found { recurrence: Some(recurrence), ..bare(r, i, next, value) };
    (yearly && closed).then_some((found, next))
}

/// `( "năm" | "xuân" | "Tết" … ) stem branch`: a lunar year by its name.
pub(super) fn lunar_year(r: Reader<'_>, i: usize) -> Option<(Found, usize)> {
    let introduced = r.is(i, Word::Year) || r.is(i, Word::Feast);
    // "Tết Nguyên đán Giáp Thìn"
    let at = if r.is(i, Word::Feast) && r.is(i + 2, Word::Feast) { i + 3 } else { i + 1 };
    let named = is_capital(r.word(at)) && is_lunar_year(r.word(at), r.word(at + 1));
    (introduced && named).then(|| (bare(r, i, at + 2, Value::LunarYear), at + 2))
}

/// `[ "ngày" ] weekday ( "hằng" | "hàng" ) "tuần"`: "sáng thứ Bảy hằng tuần".
pub(super) fn weekly(r: Reader<'_>, i: usize) -> Option<(Found, usize)> {
    let mut at = i + usize::from(r.is(i, Word::DayPart));
    at += usize::from(r.is(at, Word::Day));
    let (_, at) = weekday(r, at)?;
    // "tuần thứ ba hằng tháng" is no weekday.
    let (recurrence, next) =
        recurring::every(r, at).filter(|(recurrence, _)| recurrence.unit == Every::Week)?;
    let found = Found { recurrence: Some(recurrence), ..bare(r, i, next, Value::Recurring(None)) };
    Some((found, next))
}
