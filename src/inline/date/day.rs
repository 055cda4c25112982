//! Days: "ngày 05 tháng 3 năm 2020", "05/3/2020", "ngày 15/12", damaged and blank ones too.

use super::illegible;
use super::month::month_number;
use super::point::{
    Flaw, Point, Read, Unit, ended, is_stroke, moon_day, small_figure, year_behind,
};
use super::token::{Kind, Reader};
use super::written::{Field, YEARS, any_day};
use crate::lexicon::calendar::Word;
use crate::lexicon::is_spelt;

/// `"ngày" ( d/m/yyyy | d "tháng" m "năm" yyyy | d/m | d "tháng" m | d )`, also damaged and with blanks.
pub(super) fn behind_day(r: Reader<'_>, i: usize) -> Read {
    if let Some(read) = whole_day(r, i) {
        return Some(read);
    }
    // "ngày mồng 3 hằng tháng"
    if r.is(i + 1, Word::FirstTen) {
        return moon_day(r, i + 1);
    }
    let at = i + 1 + usize::from(r.is_sign(i + 1, ':'));
    // "1 ngày 2 buổi", "ngày 2 lần"
    let counted = |(point, next): &(Point, usize)| {
        point.month.is_none()
            && (r.is(*next, Word::Times) || is_spelt(r.word(*next), &["buổi", "bữa", "ca", "cữ"]))
    };
    let read = day(r, at).filter(|read| !counted(read)).map(|(point, next)| {
        let torn = point.month.is_none() && goes_on(r, next);
        (Point { flaw: if torn { Some(Flaw::Damaged) } else { point.flaw }, ..point }, next)
    });
    glued_day(r, at).or_else(|| illegible::day(r, at)).or_else(|| long_day(r, at)).or(read)
}

/// Whether month and year stand behind a day with other signs than those of a date, or none: "30,4,2025", "30 4/2025",
/// "3?/4/2023".
fn goes_on(r: Reader<'_>, i: usize) -> bool {
    let is_sign = |at: &usize| matches!(r.kind(*at), Kind::Sign(sign) if !"();:".contains(sign));
    let behind_signs = |at: usize| at + (at..at + 2).take_while(is_sign).count();
    let month = behind_signs(i);
    let year = behind_signs(month + 1);
    r.figures(month, 1, 2).is_some_and(|month| (1..=12).contains(&month)) && r.year(year).is_some()
}

/// A day of three figures: "300/4/2025".
fn long_day(r: Reader<'_>, i: usize) -> Read {
    r.figures(i, 3, 3)?;
    let month = small_figure(r, i + 2).filter(|_| r.is_sign(i + 1, '/') && r.is_sign(i + 3, '/'));
    let (month, year) = (Some(month?), Some(r.year(i + 4)?));
    ended(r, Point { month, year, flaw: Some(Flaw::Damaged), ..Point::of(Unit::Day) }, i + 5)
}

/// Eight digits of which the strokes are lost: "ngày 14112024".
fn glued_day(r: Reader<'_>, i: usize) -> Read {
    let digits = r.figures(i, 8, 8)?;
    let field = |by: u32| Some((digits / by % 100) as u8);
    let year = u16::try_from(digits % 10_000).ok().filter(|year| YEARS.contains(year))?;
    let point = Point {
        day: field(1_000_000),
        month: field(10_000),
        year: Some(year),
        flaw: Some(Flaw::Glued),
        ..Point::of(Unit::Day)
    };
    if point.is_impossible() { None } else { ended(r, point, i + 1) }
}

/// A day with its year, as it is written in letterheads and behind the numbers of documents.
pub(super) fn whole_day(r: Reader<'_>, i: usize) -> Read {
    let rest = &r.text[r.start(i)..];
    let (left, date, short) = any_day(rest)?;
    let legible = date.day != Field::Illegible && date.month != Field::Illegible;
    let (day, month) = (date.day.number(), date.month.number());
    if !legible || date.year.is_none() {
        return None;
    }
    let flaw = if date.is_mended() {
        Some(Flaw::Damaged)
    } else if short {
        Some(Flaw::ShortYear)
    } else {
        (day.is_none() || month.is_none()).then_some(Flaw::Blank)
    };
    let next = r.behind(i, r.text.len() - left.len());
    let point = Point { day, month, year: date.year, flaw, ..Point::of(Unit::Day) };
    (!r.continues(next)).then_some((point, next))
}

/// A day without the word for it: `d ( "/" m [ ( "/" | "năm" ) yyyy ] | "tháng" m [ "năm" yyyy ] )?`
pub(super) fn day(r: Reader<'_>, i: usize) -> Read {
    let value = r.figures(i, 1, 2)?;
    let day = u8::try_from(value).ok().filter(|day| (1..=39).contains(day))?;
    let point = Point { day: Some(day), ..Point::of(Unit::Day) };
    if let Some((day, next)) = parted(r, i) {
        return figures_of_day(r, next, Some(day))
            .map(|(point, next)| (Point { flaw: Some(Flaw::Damaged), ..point }, next));
    }
    if is_stroke(r, i + 1)
        && let Some(month) =
            small_figure(r, i + 2).filter(|_| r.is_glued(i + 1) && r.is_glued(i + 2))
        && !is_span_of_days(r, i, month)
    {
        let point = Point { month: Some(month), ..point };
        if r.kind(i + 1) == r.kind(i + 3)
            && let Some(year) = r.told_year(i + 4)
        {
            return ended(r, Point { year: Some(year), ..point }, i + 5);
        }
        // "05/3/202", "05/3/20255"
        if r.kind(i + 1) == r.kind(i + 3)
            && matches!(r.kind(i + 4), Kind::Figures(_, 3 | 5))
            && r.is_glued(i + 4)
        {
            return ended(r, Point { flaw: Some(Flaw::Damaged), ..point }, i + 5);
        }
        let year = year_behind(r, i + 3);
        return ended(r, year.of(point), year.next);
    }
    let named = r.is_near(i + 1, Word::Month);
    if (named || r.is_spoilt(i + 1, "tháng"))
        && let Some((month, lunar, next)) = month_number(r, i + 2)
        && let year = year_behind(r, next)
        && (named || year.year.is_some())
    {
        let found = year.of(Point { month: Some(month), lunar, ..point });
        let flaw = if named { found.flaw } else { Some(Flaw::Damaged) };
        return ended(r, Point { flaw, ..found }, year.next);
    }
    ended(r, point, i + 1)
}

/// A day of two digits that a scanner parted, "1 1/9/2017", and the token of its second digit.
fn parted(r: Reader<'_>, i: usize) -> Option<(u8, usize)> {
    let (tens, ones) = (r.figures(i, 1, 1)?, r.figures(i + 1, 1, 1)?);
    let day = (10 * tens + ones) as u8;
    ((10..=31).contains(&day) && r.is_sign(i + 2, '/')).then_some((day, i + 1))
}

/// Whether `d-m` are two days: "16-20/11/2025", "12-15".
fn is_span_of_days(r: Reader<'_>, i: usize, month: u8) -> bool {
    let dash = r.kind(i + 1) == Kind::Dash;
    let more = is_stroke(r, i + 3) && r.kind(i + 3) != Kind::Dash && r.is_glued(i + 3);
    let worded = r.is_near(i + 3, Word::Month);
    dash && (month > 12 || more && matches!(r.kind(i + 4), Kind::Figures(..)) || worded)
}

/// `"/" [ m ] "/" yyyy`: a day left blank.
pub(super) fn blank_figures(r: Reader<'_>, i: usize) -> Read {
    let month = small_figure(r, i + 1);
    let at = i + 1 + usize::from(month.is_some());
    let year = r.year(at + 1).filter(|_| r.is_sign(at, '/'))?;
    let flaw = Some(Flaw::Blank);
    ended(r, Point { month, year: Some(year), flaw, ..Point::of(Unit::Day) }, at + 2)
}

/// `d/m/yyyy` with one sign in both places; `day` where it was read already.
pub(super) fn figures_of_day(r: Reader<'_>, i: usize, day: Option<u8>) -> Read {
    let glued = (1..5).all(|at| r.is_glued(i + at));
    let stroke = is_stroke(r, i + 1) && r.kind(i + 1) == r.kind(i + 3);
    if !stroke || !(glued || r.is_sign(i + 1, '/')) {
        return None;
    }
    let (day, month) = (day.or_else(|| small_figure(r, i))?, small_figure(r, i + 2)?);
    let year = r.told_year(i + 4)?;
    // Amounts have dots too: "1.23.2000".
    if !(1..=31).contains(&day) || !(1..=19).contains(&month) {
        return None;
    }
    let point =
        Point { day: Some(day), month: Some(month), year: Some(year), ..Point::of(Unit::Day) };
    ended(r, point, i + 5)
}

/// `yyyy-mm-dd`
pub(super) fn iso_day(r: Reader<'_>, i: usize) -> Read {
    let glued = (1..5).all(|at| r.is_glued(i + at));
    let year = r.year(i)?;
    let stroke = is_stroke(r, i + 1) && r.kind(i + 1) == r.kind(i + 3);
    let pair = |at| r.figures(at, 2, 2).and_then(|value| u8::try_from(value).ok());
    let (month, day) = (pair(i + 2)?, pair(i + 4)?);
    let point =
        Point { day: Some(day), month: Some(month), year: Some(year), ..Point::of(Unit::Day) };
    if glued && stroke && !point.is_impossible() { ended(r, point, i + 5) } else { None }
}
