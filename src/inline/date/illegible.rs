//! Dates whose figures a scanner has spoilt: they are where their words and strokes say, and have a value where one
//! is left. All of them are reported.

use super::point::{Flaw, Point, Read, Unit, ended};
use super::token::{Kind, Reader};
use super::written::YEARS;
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

/// The year behind a month or quarter: with its word, or behind a stroke.
fn year(r: Reader<'_>, i: usize) -> Option<(u16, usize)> {
    let told = r.is_near(i, Word::Year) || r.is_sign(i, '/') && r.is_glued(i);
    if told { Some((r.year(i + 1)?, i + 2)) } else { None }
}

fn damaged(unit: Unit) -> Point {
    Point { flaw: Some(Flaw::Damaged), ..Point::of(unit) }
}

/// The token behind a year of which one figure is another sign: "202A".
fn unread_year(r: Reader<'_>, i: usize) -> Option<usize> {
    let (words, next) = run(r, i, 4)?;
    let figures = words.bytes().filter(u8::is_ascii_digit).count();
    let year = words.starts_with("20") || words.starts_with("19");
    (year && figures == 3 && words.chars().count() == 4).then_some(next)
}

/// Behind "tháng": "l2 năm 2024", "S năm 2024", "O7/2024"; "1 2/2024", which is torn.
pub(super) fn month(r: Reader<'_>, i: usize) -> Read {
    if r.figures(i, 1, 1) == Some(1) && r.figures(i + 1, 1, 1).is_some_and(|ones| ones < 3) {
        let (year, next) = year(r, i + 2)?;
        return ended(r, Point { year: Some(year), ..damaged(Unit::Month) }, next);
    }
    // "6/202A"
    if let Some(month) = r.figures(i, 1, 2).filter(|month| (1..=12).contains(month))
        && r.is_sign(i + 1, '/')
        && r.is_glued(i + 1)
    {
        let next = unread_year(r, i + 2)?;
        let month = u8::try_from(month).ok();
        return ended(r, Point { month, ..damaged(Unit::Month) }, next);
    }
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
    let (words, next) = run(r, i, 7)?;
    // "Ư2023", "1I2023"
    let glued =
        words.len().checked_sub(4).and_then(|at| Some((words.get(..at)?, words.get(at..)?)));
    let glued = glued.and_then(|(words, year)| Some((words, year.parse().ok()?)));
    let (words, year, next) = match glued {
        Some((words, year)) if YEARS.contains(&year) => (words, year, next),
        _ => {
            let (year, next) = year(r, next)?;
            (words, year, next)
        }
    };
    let roman: Option<String> = words.chars().map(stroke).collect();
    let month = match roman.as_deref() {
        Some("I") => Some(1),
        Some("II") => Some(2),
        Some("III") => Some(3),
        Some("IV") => Some(4),
        // "J/2024": a capital that is no figure.
        _ if words.chars().count() == 1 && words.chars().all(char::is_uppercase) => None,
        _ => return None,
    };
    ended(r, Point { month, year: Some(year), ..damaged(Unit::Quarter) }, next)
}

/// The strokes of a Roman figure that a sign is taken for.
fn stroke(c: char) -> Option<&'static str> {
    Some(match c {
        'I' | 'l' | 'i' | '1' | 'Ì' | 'Í' | 'Ĩ' | 'Ỉ' | 'Ị' => "I",
        'H' | 'N' | 'n' => "II",
        'V' | 'v' | 'Y' => "V",
        _ => return None,
    })
}

/// Behind "năm": "Z024", "20 24".
pub(super) fn whole_year(r: Reader<'_>, i: usize) -> Read {
    if let (Some(first @ 19..=20), Some(last)) = (r.figures(i, 2, 2), r.figures(i + 1, 2, 2)) {
        let year = u16::try_from(100 * first + last).ok();
        return ended(r, Point { year, ..damaged(Unit::Year) }, i + 2);
    }
    if let Some(next) = unread_year(r, i).filter(|_| r.figures(i, 4, 4).is_none()) {
        let (words, _) = run(r, i, 4)?;
        let year = number_like(words).and_then(|(year, _)| u16::try_from(year).ok());
        return ended(r, Point { year, ..damaged(Unit::Year) }, next);
    }
    let (words, next) = run(r, i, 4)?;
    let (number, whole) = number_like(words).filter(|_| words.len() == 4)?;
    let figures = words.bytes().filter(u8::is_ascii_digit).count();
    let year = u16::try_from(number).ok().filter(|year| YEARS.contains(year))?;
    if whole || figures < 2 {
        None
    } else {
        ended(r, Point { year: Some(year), ..damaged(Unit::Year) }, next)
    }
}

/// A day whose strokes lean to the other side: "15\\9\\2024".
fn leaning(r: Reader<'_>, i: usize) -> Option<(Point, usize)> {
    let behind = |at: usize| {
        let strokes = (at..at + 2).take_while(|at| r.is_sign(*at, '\\') && r.is_glued(*at)).count();
        (strokes > 0).then_some(at + strokes)
    };
    let figure = |at: usize| r.figures(at, 1, 2).and_then(|value| u8::try_from(value).ok());
    let (day, at) = (figure(i)?, behind(i + 1)?);
    let (month, at) = (figure(at)?, behind(at + 1)?);
    let year = Some(r.year(at)?);
    Some((Point { day: Some(day), month: Some(month), year, ..damaged(Unit::Day) }, at + 1))
}

/// Behind "ngày", where a stroke and a year leave no doubt that a date follows. Its value is left where every figure
/// can be told ("lO/7/2024"); else it has none: "15112/2024", "107/2024", "15/1 2/2024", "22/S/2024",
/// "02/02/2O2A", "10/7/2 024", "10/7/20 23", "10 tháng b năm 2024".
pub(super) fn day(r: Reader<'_>, i: usize) -> Read {
    let slash = |at: usize| r.is_sign(at, '/') && r.is_glued(at);
    if let Some((point, next)) = leaning(r, i) {
        return ended(r, point, next);
    }
    if r.figures(i, 3, 5).is_some() && slash(i + 1) && r.year(i + 2).is_some() {
        return ended(r, damaged(Unit::Day), i + 3);
    }
    if r.figures(i, 1, 2).is_none() {
        let (words, next) = run(r, i, 2)?;
        // "l 5/9/2023"
        if words.len() == 1
            && r.figures(next, 1, 1).is_some()
            && slash(next + 1)
            && r.figures(next + 2, 1, 2).is_some()
            && slash(next + 3)
            && r.year(next + 4).is_some()
        {
            return ended(r, damaged(Unit::Day), next + 5);
        }
        let day = number_like(words).and_then(|(day, _)| u8::try_from(day).ok())?;
        // "Ol tháng 7 năm 2024"
        if r.is_near(next, Word::Month) && r.is_near(next + 2, Word::Year) {
            let month = r.figures(next + 1, 1, 2).and_then(|month| u8::try_from(month).ok());
            let year = Some(r.year(next + 3)?);
            return ended(r, Point { day: Some(day), month, year, ..damaged(Unit::Day) }, next + 4);
        }
        let month = r.figures(next + 1, 1, 2).filter(|_| slash(next) && slash(next + 2))?;
        let year = r.year(next + 3)?;
        let point = Point {
            day: Some(day),
            month: u8::try_from(month).ok(),
            year: Some(year),
            ..damaged(Unit::Day)
        };
        return ended(r, point, next + 4);
    }
    if r.is_near(i + 1, Word::Month) {
        let (words, next) = run(r, i + 2, 2)?;
        // A letter with a mark is one of a word ("tư").
        let unread = !words.bytes().all(|byte| byte.is_ascii_digit()) && words.is_ascii();
        let next = next + usize::from(r.is_near(next, Word::Year));
        r.year(next).filter(|_| unread)?;
        return ended(r, damaged(Unit::Day), next + 1);
    }
    // "18,12/2020"
    if (r.is_sign(i + 1, ',') || r.is_sign(i + 1, '.'))
        && r.is_glued(i + 1)
        && r.is_glued(i + 2)
        && r.figures(i + 2, 1, 2).is_some()
        && slash(i + 3)
        && r.year(i + 4).is_some()
    {
        return ended(r, damaged(Unit::Day), i + 5);
    }
    if !slash(i + 1) || !r.is_glued(i + 2) {
        return None;
    }
    if r.figures(i + 2, 1, 1).is_some()
        && !r.is_glued(i + 3)
        && r.figures(i + 3, 1, 1).is_some()
        && slash(i + 4)
        && r.year(i + 5).is_some()
    {
        return ended(r, damaged(Unit::Day), i + 6);
    }
    let unread = !matches!(r.kind(i + 2), Kind::Figures(..)) && !r.is_sign(i + 2, '/');
    if unread && slash(i + 3) && r.is_glued(i + 4) && r.year(i + 4).is_some() {
        return ended(r, damaged(Unit::Day), i + 5);
    }
    r.figures(i + 2, 1, 2).filter(|_| slash(i + 3) && r.is_glued(i + 4))?;
    // "2 024", "20 23"
    let torn = [(1, 3), (2, 2), (3, 1)].into_iter().any(|(first, last)| {
        let parts = (r.figures(i + 4, first, first), r.figures(i + 5, last, last));
        matches!(parts, (Some(first), Some(_)) if first.to_string().starts_with('2'))
    });
    // "2.025", "3025"
    let grouped = r.figures(i + 4, 1, 1).is_some()
        && r.is_sign(i + 5, '.')
        && r.is_glued(i + 5)
        && r.is_glued(i + 6)
        && r.figures(i + 6, 3, 3).is_some();
    if grouped {
        return ended(r, damaged(Unit::Day), i + 7);
    }
    if r.figures(i + 4, 4, 4).is_some() && r.year(i + 4).is_none() {
        return ended(r, damaged(Unit::Day), i + 5);
    }
    if torn && !r.is_glued(i + 5) {
        return ended(r, damaged(Unit::Day), i + 6);
    }
    let (words, next) = run(r, i + 4, 5)?;
    let figures = words.bytes().filter(u8::is_ascii_digit).count();
    let spoilt = words.starts_with('2') && (2..=4).contains(&figures) && figures < words.len();
    if spoilt { ended(r, damaged(Unit::Day), next) } else { None }
}
