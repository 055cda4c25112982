//! Months, quarters, and several months of a year: "tháng 4/2022", "quý I/2020", "6 tháng đầu năm 2025".

use super::day::figures_of_day;
use super::illegible;
use super::point::{Flaw, Point, Read, Unit, ended, small_figure, year_behind};
use super::token::{Kind, Reader};
use super::year::year;
use crate::lexicon::calendar::{Word, is_capital, is_lunar_month};
use crate::lexicon::is_spelt;

/// The number of a month in figures or words, whether it is a lunar one, and the token behind.
pub(super) fn month_number(r: Reader<'_>, i: usize) -> Option<(u8, bool, usize)> {
    if let Some(month) = small_figure(r, i) {
        return Some((month, false, i + 1));
    }
    let Kind::Word(Word::Count(number)) = r.kind(i) else {
        // "tháng Năm" is May.
        return (r.is(i, Word::Year) && is_capital(r.word(i)) && r.year(i + 1).is_none())
            .then_some((5, false, i + 1));
    };
    let lunar = is_lunar_month(r.word(i));
    let (month, next) = match r.kind(i + 1) {
        Kind::Word(Word::Count(more @ 1..=2)) if number == 10 => (10 + more, i + 2),
        _ => (number, i + 1),
    };
    // "hai tháng một lần", but "tháng mười hai năm 2022"
    let told = is_capital(r.word(i)) || lunar || number == 4 || r.is(next, Word::Year);
    told.then_some((month, lunar, next))
}

/// `"tháng" ( d/m/yyyy | m ( "/" | "-" | "." | "năm" ) yyyy | m )`
pub(super) fn behind_month(r: Reader<'_>, i: usize) -> Read {
    // "Cách mạng Tháng Tám" is an event, and a street.
    if i > 0 && is_spelt(r.word(i - 1), &["mạng"]) {
        return None;
    }
    let counted = i > 0
        && matches!(
            r.kind(i - 1),
            Kind::Figures(_, 1..=2) | Kind::Word(Word::Every | Word::Count(_))
        );
    let blanks = (i + 1..i + 6).take_while(|at| matches!(r.kind(*at), Kind::Sign('.' | '…' | '_')));
    let stroke = i + 1 + blanks.count();
    if r.is_sign(stroke, '/')
        && !counted
        && let Some((point, next)) = year(r, stroke + 1)
    {
        return Some((Point { unit: Unit::Month, flaw: Some(Flaw::Blank), ..point }, next));
    }
    if let Some((point, next)) = figures_of_day(r, i + 1, None) {
        return Some((Point { flaw: Some(Flaw::Misnamed), ..point }, next));
    }
    if let Some(read) = illegible::month(r, i + 1) {
        return Some(read);
    }
    let (point, next) = month(r, i + 1)?;
    // "đường 30 tháng 4", "mỗi tháng 2 lần"
    let doubtful = counted || matches!(r.kind(i), Kind::Blurred(_)) || r.is(next, Word::Times);
    // "lương tháng 13"
    let none = point.year.is_none() && point.is_impossible();
    (!none && (!doubtful || point.year.is_some())).then_some((point, next))
}

/// A month without the word for it: `m [ ( "/" | "-" | "." | "năm" ) yyyy ]`
pub(super) fn month(r: Reader<'_>, i: usize) -> Read {
    let (month, lunar, next) = month_number(r, i)?;
    let point = Point { month: Some(month), lunar, ..Point::of(Unit::Month) };
    with_year(r, point, next)
}

/// A month or quarter with the year behind it, if there is one.
fn with_year(r: Reader<'_>, point: Point, i: usize) -> Read {
    let year = year_behind(r, i);
    ended(r, year.of(point), year.next)
}

/// `"quý" q [ ( "/" | "-" | "năm" ) yyyy ]`, `q` roman, arabic, or as scanners read it: "lV", "Ill".
pub(super) fn behind_quarter(r: Reader<'_>, i: usize) -> Read {
    let Some((point, next)) = quarter(r, i + 1) else { return illegible::quarter(r, i + 1) };
    // "quý 1 lần" counts
    let doubtful = matches!(r.kind(i), Kind::Blurred(_)) || r.is(next, Word::Times);
    (!doubtful || point.year.is_some()).then_some((point, next))
}

/// A quarter without the word for it.
pub(super) fn quarter(r: Reader<'_>, i: usize) -> Read {
    let (number, damaged) = match r.kind(i) {
        Kind::Figures(number @ 1..=9, 1..=2) => (number as u8, false),
        Kind::Word(Word::Count(number @ 1..=4)) => (number, false),
        Kind::Letters | Kind::Word(_) | Kind::Blurred(_) => roman_quarter(r.word(i))?,
        _ => return None,
    };
    let flaw = damaged.then_some(Flaw::Damaged);
    let point = Point { month: Some(number), flaw, ..Point::of(Unit::Quarter) };
    // "Quý II-III/2026"
    if r.kind(i + 1) == Kind::Dash && roman_quarter(r.word(i + 2)).is_some() {
        return Some((point, i + 1));
    }
    // "quý 5" is one only where a year says so.
    with_year(r, point, i + 1).filter(|(point, _)| number <= 4 || point.year.is_some())
}

/// I to IV, and whether signs that look like them stand in their places.
fn roman_quarter(word: &str) -> Option<(u8, bool)> {
    let number = match word {
        "I" | "l" | "i" => 1,
        "II" | "ll" | "Il" | "lI" | "ii" => 2,
        "III" | "lll" | "Ill" | "IIl" | "llI" | "IlI" | "iii" => 3,
        "IV" | "lV" | "Iv" | "iv" => 4,
        _ => return None,
    };
    Some((number, word.contains('l')))
}

/// `"nửa" ( "đầu" | "cuối" ) "năm" [ yyyy ]`
pub(super) fn half(r: Reader<'_>, i: usize) -> Read {
    if !r.is(i + 2, Word::Year) {
        return None;
    }
    match r.kind(i + 1) {
        Kind::Word(Word::Start) => months(r, (1, 6), i + 3),
        Kind::Word(Word::End) => months(r, (7, 12), i + 3),
        _ => None,
    }
}

/// `n "tháng" ( "đầu" | "cuối" ) "năm" [ yyyy ] | n "tháng" "năm" yyyy`
pub(super) fn months_of_year(r: Reader<'_>, i: usize) -> Read {
    let count = match r.kind(i) {
        Kind::Figures(count @ 2..=11, _) => count as u8,
        Kind::Word(Word::Count(count @ 2..=11)) => count,
        _ => return None,
    };
    if !r.is(i + 1, Word::Month) {
        return None;
    }
    match r.kind(i + 2) {
        Kind::Word(part @ (Word::Start | Word::End)) => {
            let of = i + 3 + usize::from(r.is(i + 3, Word::Of));
            let named = r.is(of, Word::Year);
            let reach = if part == Word::Start { (1, count) } else { (13 - count, 12) };
            let told = named || r.year(of).is_some();
            if told { months(r, reach, of + usize::from(named)) } else { None }
        }
        Kind::Word(Word::Year) if r.year(i + 3).is_some() => months(r, (1, count), i + 3),
        _ => None,
    }
}

/// Some months of a year; `i` is where the year may stand.
fn months(r: Reader<'_>, (first, last): (u8, u8), i: usize) -> Read {
    let point = Point::of(Unit::Months(first, last));
    match r.year(i) {
        Some(year) => ended(r, Point { year: Some(year), ..point }, i + 1),
        None => Some((point, i)),
    }
}

/// What is counted behind a figure: "12/2025 hộ".
const COUNTED: &[&str] = &["hộ", "người", "xã", "thôn", "lượt", "trường", "cơ", "doanh"];

/// `m/yyyy`
pub(super) fn figures_of_month(r: Reader<'_>, i: usize) -> Read {
    let month = small_figure(r, i).filter(|month| (1..=12).contains(month))?;
    let year = r
        .year(i + 2)
        .filter(|_| matches!(r.kind(i + 1), Kind::Sign('/' | '⁄')) && r.is_glued(i + 1))?;
    // "tỷ lệ 1/2000", "12/2025 hộ"
    let scale = month == 1 && r.figures(i, 1, 1).is_some() && year == 2000;
    let counted = r.kind(i + 3) == Kind::Letters && is_spelt(r.word(i + 3), COUNTED);
    if scale || counted {
        return None;
    }
    let point = Point { month: Some(month), year: Some(year), ..Point::of(Unit::Month) };
    if r.is_glued(i + 2) { ended(r, point, i + 3) } else { None }
}
