//! Dates whose figures a scanner has spoilt: they are where their words and strokes say, and have a value where one
//! is left. All of them are reported.

use super::point::{Flaw, Point, Read, Unit, ended};
use super::token::{Kind, Reader};
use crate::lexicon::calendar::Word;
use crate::lexicon::number_like;

/// What stands in the place of a figure: the tokens from `i` on without a gap between, at most `most`
/// characters; and the token behind.
fn run(r: Reader<'_>, i: usize, most: usize) -> Option<(&str, usize)> {
    let mut next = i + 1;
    while r.is_glued(next)
        && matches!(r.kind(next), Kind::Letters | Kind::Figures(..) | Kind::Word(_))
    {
        next += 1;
    }
    let words = r.text.get(r.start(i)..r.end(next - 1)).filter(|words| !words.is_empty())?;
    let fits = words.chars().count() <= most && words.chars().all(char::is_alphanumeric);
    fits.then_some((words, next))
}

/// The year with its word, behind a month or quarter.
fn year(r: Reader<'_>, i: usize) -> Option<(u16, usize)> {
    if r.is_near(i, Word::Year) { Some((r.year(i + 1)?, i + 2)) } else { None }
}

fn damaged(unit: Unit) -> Point {
    Point { flaw: Some(Flaw::Damaged), ..Point::of(unit) }
}

/// Behind "tháng": "l2 năm 2024", "S năm 2024".
pub(super) fn month(r: Reader<'_>, i: usize) -> Read {
    let (words, next) = run(r, i, 2)?;
    if words.bytes().all(|byte| byte.is_ascii_digit())
        || words.contains(char::is_lowercase) && words.len() > 2
    {
        return None;
    }
    let (year, next) = year(r, next)?;
    let month =
        number_like(words).map(|(number, _)| number).filter(|month| (1..=12).contains(month));
    let month = month.and_then(|month| u8::try_from(month).ok());
    ended(r, Point { month, year: Some(year), ..damaged(Unit::Month) }, next)
}

/// Behind "quý": "1I năm 2024", "H năm 2024".
pub(super) fn quarter(r: Reader<'_>, i: usize) -> Read {
    let (words, next) = run(r, i, 3)?;
    let roman: Option<String> = words.chars().map(stroke).collect();
    let number = match roman?.as_str() {
        "I" => 1,
        "II" => 2,
        "III" => 3,
        "IV" => 4,
        _ => return None,
    };
    let (year, next) = year(r, next)?;
    ended(r, Point { month: Some(number), year: Some(year), ..damaged(Unit::Quarter) }, next)
}

/// The strokes of a Roman figure that a sign is taken for.
fn stroke(c: char) -> Option<&'static str> {
    Some(match c {
        'I' | 'l' | 'i' | '1' | 'Ì' | 'Í' | 'Ĩ' | 'Ỉ' | 'Ị' => "I",
        'H' | 'N' => "II",
        'V' | 'v' | 'Y' => "V",
        _ => return None,
    })
}

/// Behind "ngày": "15112/2024", the first stroke a one; "15/1 2/2024", the month torn; "02/02/2O2A";
/// "22/S/2024", something that is no month. The date is there, and has no value.
pub(super) fn day(r: Reader<'_>, i: usize) -> Read {
    let slash = |at: usize| r.is_sign(at, '/') && r.is_glued(at);
    if r.figures(i, 4, 5).is_some() && slash(i + 1) && r.year(i + 2).is_some() {
        return ended(r, damaged(Unit::Day), i + 3);
    }
    r.figures(i, 1, 2).filter(|_| slash(i + 1) && r.is_glued(i + 2))?;
    if r.figures(i + 2, 1, 1).is_some()
        && !r.is_glued(i + 3)
        && r.figures(i + 3, 1, 1).is_some()
        && slash(i + 4)
        && r.year(i + 5).is_some()
    {
        return ended(r, damaged(Unit::Day), i + 6);
    }
    let unread = !matches!(r.kind(i + 2), Kind::Figures(..) | Kind::Sign(_));
    if unread && slash(i + 3) && r.is_glued(i + 4) && r.year(i + 4).is_some() {
        return ended(r, damaged(Unit::Day), i + 5);
    }
    r.figures(i + 2, 1, 2).filter(|_| slash(i + 3) && r.is_glued(i + 4))?;
    let (words, next) = run(r, i + 4, 4)?;
    let figures = words.bytes().filter(u8::is_ascii_digit).count();
    let year = words.len() == 4 && words.starts_with('2') && figures == 2;
    if year { ended(r, damaged(Unit::Day), next) } else { None }
}
