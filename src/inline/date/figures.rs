//! Figures that need no word before them.

use super::day::{day, figures_of_day, iso_day};
use super::month::{figures_of_month, months_of_year};
use super::point::{Point, Read};
use super::tail::lunar as lunar_tail;
use super::token::{Kind, Reader};
use super::year::{year, years};
use crate::lexicon::calendar::{Word, announces_year, is_measured, is_numbered};
use crate::lexicon::is_spelt;

/// Figures that need no word before them: `d/m/yyyy`, `yyyy-mm-dd`, `m/yyyy`, `yyyy - yyyy`,
/// `6 tháng đầu năm`; where a date is expected also `d/m` and `yyyy`.
pub(super) fn bare(r: Reader<'_>, i: usize, introduced: bool) -> Read {
    let before = if i > 0 { r.word(i - 1) } else { "" };
    if r.continues(i) || i > 0 && r.is(i - 1, Word::Number) {
        return None;
    }
    let day = figures_of_day(r, i, None).filter(|(_, next)| {
        // "mục 1.2.2020", "12.5.2020 đồng"
        !(r.is_sign(i + 1, '.') && (is_numbered(before) || is_spelt(r.word(*next), &["đồng"])))
    });
    let found = day
        .or_else(|| iso_day(r, i))
        .or_else(|| figures_of_month(r, i).filter(|_| !is_numbered(before)))
        .or_else(|| years(r, i))
        .or_else(|| months_of_year(r, i))
        .or_else(|| day_in_words(r, i))
        .or_else(|| year(r, i).filter(|_| announces_year(before)));
    if found.is_some() || !introduced {
        return found;
    }
    if r.is_sign(i + 1, '/')
        && let Some((point, next)) = self::day(r, i)
        && point.month.is_some()
    {
        return (!is_fraction(r, &point, next)).then_some((point, next));
    }
    // "đến 2030," but not "đến 2000 tấn", "từ 2000 đến 2500 hộ"
    let ends = |next: usize| match r.kind(next) {
        Kind::Letters | Kind::Figures(..) | Kind::Sign('%') => false,
        Kind::Word(Word::To) | Kind::Dash => {
            r.year(next + 1).is_some() || matches!(r.kind(next + 1), Kind::Word(_))
        }
        _ => true,
    };
    year(r, i).filter(|(_, next)| ends(*next))
}

/// Whether `d/m` may as well be a part of something: "đạt từ 9/10 tiêu chí", "trước 2/3 số đại biểu".
fn is_fraction(r: Reader<'_>, point: &Point, next: usize) -> bool {
    if point.year.is_some() {
        return false;
    }
    let noun = r.kind(next) == Kind::Letters && !r.is_glued(next);
    let part = point.day <= point.month && noun;
    part || is_measured(r.word(next)) || r.is_sign(next, '%') || point.is_impossible()
}

/// `d "tháng" m` without "ngày": with its year, or of the lunar calendar.
fn day_in_words(r: Reader<'_>, i: usize) -> Read {
    let (point, next) = day(r, i)?;
    let slashed = r.is_sign(i + 1, '/') && point.year.is_some();
    let told = point.month.is_some() && (slashed || r.is_near(i + 1, Word::Month));
    let lunar = point.lunar || lunar_tail(r, next).is_some();
    let moon = lunar && (told || r.is_sign(i + 1, '/') || r.kind(i + 1) == Kind::Dash);
    (told && point.year.is_some() || moon && point.month.is_some()).then_some((point, next))
}
