//! Years, school years, and periods of years: "năm 2025", "năm học 2024 - 2025", "giai đoạn 2021 - 2025".

use super::illegible;
use super::point::{Flaw, Point, Read, Unit, ended, small_figure};
use super::token::{Kind, Reader};
use super::written::YEARS;
use crate::lexicon::calendar::Word;
use crate::lexicon::is_spelt;

/// `"năm" ( "học" yyyy - yyyy | yyyy [ - yyyy ] )`
pub(super) fn behind_year(r: Reader<'_>, i: usize) -> Read {
    if r.is(i + 1, Word::School) {
        return school_year(r, i + 2 + usize::from(r.is_sign(i + 2, ':')));
    }
    let colon = usize::from(r.is_sign(i + 1, ':'));
    // "năm tài chính 2025", "năm ngân sách 2025", "năm kế hoạch 2025"
    let kind = is_spelt(r.word(i + 1), &["tài", "ngân", "kế"]) && r.year(i + 3).is_some();
    year(r, i + 1 + colon + if kind { 2 } else { 0 }).or_else(|| illegible::whole_year(r, i + 1))
}

/// A year without the word for it.
pub(super) fn year(r: Reader<'_>, i: usize) -> Read {
    let named = i > 0 && (r.is(i - 1, Word::Year) || r.is_sign(i - 1, ':'));
    let year = if named { r.told_year(i) } else { r.year(i) }?;
    ended(r, Point { year: Some(year), ..Point::of(Unit::Year) }, i + 1)
}

/// `yyyy - yyyy` of two years that follow each other, the second maybe in two figures.
pub(super) fn school_year(r: Reader<'_>, i: usize) -> Read {
    if let Some((first, last)) = glued_years(r, i).filter(|(first, last)| *last == first + 1) {
        let flaw = Some(Flaw::Glued);
        let point =
            Point { year: Some(first), last: Some(last), flaw, ..Point::of(Unit::SchoolYear) };
        return ended(r, point, i + 1);
    }
    let first = r.year(i)?;
    let at = parting(r, i + 1).or_else(|| r.is_sign(i + 1, '/').then_some(i + 2))?;
    let last = last_year(r, at, first).filter(|last| *last == first + 1)?;
    let flaw = r.is_sign(i + 1, '~').then_some(Flaw::Parted);
    let point = Point { year: Some(first), last: Some(last), flaw, ..Point::of(Unit::SchoolYear) };
    ended(r, point, at + 1)
}

/// The second of two years: "2025", or "25" behind "2024".
fn last_year(r: Reader<'_>, i: usize, first: u16) -> Option<u16> {
    let short = || small_figure(r, i).map(|short| first / 100 * 100 + u16::from(short));
    r.year(i).or_else(|| short().filter(|_| r.figures(i, 2, 2).is_some() && r.is_glued(i)))
}

/// Behind the sign between two years: a dash, or two of them as scanners see them.
fn parting(r: Reader<'_>, i: usize) -> Option<usize> {
    match r.kind(i) {
        Kind::Dash => Some(i + 1 + usize::from(r.kind(i + 1) == Kind::Dash)),
        Kind::Sign('÷' | '~') => Some(i + 1),
        _ => None,
    }
}

/// The most years a plan looks ahead, or a term lasts: more are two years that stand side by side.
const LONGEST_PERIOD: u16 = 60;

/// `yyyy - yyyy`, two years in their order.
pub(super) fn years(r: Reader<'_>, i: usize) -> Read {
    let first = r.year(i)?;
    let at = parting(r, i + 1)?;
    let last = r.year(at).filter(|last| first < *last && *last - first <= LONGEST_PERIOD)?;
    let flaw = r.is_sign(i + 1, '~').then_some(Flaw::Parted);
    let point = Point { year: Some(first), last: Some(last), flaw, ..Point::of(Unit::Years) };
    ended(r, point, at + 1)
}

/// `( "giai đoạn" | "thời kỳ" | "nhiệm kỳ" | "niên khóa" | "khóa" ) yyyy - yyyy`, also with the dash lost.
pub(super) fn period(r: Reader<'_>, i: usize) -> Read {
    let mut at = i;
    if r.is(at, Word::Span) {
        at += 1;
        if !(r.is(at, Word::Stretch) || r.is(at, Word::Cycle)) {
            return None;
        }
    }
    at += 1;
    // "giai đoạn năm 2021 - 2025"
    at += usize::from(r.is(at, Word::Year));
    if let Some(read) = years(r, at) {
        return Some(read);
    }
    // "giai đoạn 2021 đến 2025"
    if let (Some(first), Some(last)) = (r.year(at), r.year(at + 2))
        && r.is(at + 1, Word::To)
        && first < last
    {
        let point = Point { year: Some(first), last: Some(last), ..Point::of(Unit::Years) };
        return ended(r, point, at + 3);
    }
    let (first, last) = glued_years(r, at)?;
    let flaw = Some(Flaw::Glued);
    let point = Point { year: Some(first), last: Some(last), flaw, ..Point::of(Unit::Years) };
    ended(r, point, at + 1)
}

/// Two years in their order with nothing between: "20212025".
fn glued_years(r: Reader<'_>, i: usize) -> Option<(u16, u16)> {
    let glued = r.figures(i, 8, 8)?;
    let (first, last) = ((glued / 10_000) as u16, (glued % 10_000) as u16);
    (YEARS.contains(&first) && YEARS.contains(&last) && first < last).then_some((first, last))
}
