//! Figures that need no word before them.

use super::day::{day, figures_of_day, iso_day};
use super::month::{figures_of_month, months_of_year};
use super::point::Read;
use super::token::{Kind, Reader};
use super::year::{year, years};
use crate::lexicon::calendar::{Word, is_measured};

/// Figures that need no word before them: `d/m/yyyy`, `yyyy-mm-dd`, `m/yyyy`, `yyyy - yyyy`,
/// `6 tháng đầu năm`; where a date is expected also `d/m` and `yyyy`.
pub(super) fn bare(r: Reader<'_>, i: usize, introduced: bool) -> Read {
    if r.continues(i) || i > 0 && r.is(i - 1, Word::Number) {
        return None;
    }
    let found = figures_of_day(r, i, None)
        .or_else(|| iso_day(r, i))
        .or_else(|| figures_of_month(r, i))
        .or_else(|| years(r, i))
        .or_else(|| months_of_year(r, i));
    if found.is_some() || !introduced {
        return found;
    }
    if let Some((point, next)) = day(r, i)
        && point.month.is_some()
    {
        let fraction = point.year.is_none()
            && (is_measured(r.word(next)) || matches!(r.kind(next), Kind::Sign('%')));
        return (!fraction && !point.is_impossible()).then_some((point, next));
    }
    // "đến 2030," but not "đến 2000 tấn"
    let ends = |kind| !matches!(kind, Kind::Letters | Kind::Figures(..) | Kind::Sign('%'));
    year(r, i).filter(|(_, next)| ends(r.kind(*next)))
}
