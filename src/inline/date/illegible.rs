//! Dates whose figures a scanner has spoilt: they are where their words and strokes say, and have a value where one
//! is left. All of them are reported.

use super::point::{Flaw, Point, Read, Unit, ended};
use super::token::{Kind, Reader};
use super::written::YEARS;
use crate::lexicon::calendar::Word;
use crate::lexicon::{is_spelt, number_like};

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

/// A month and its year with a letter or another sign for the stroke between: "10l2024", "10\2024".
fn month_and_letter(r: Reader<'_>, i: usize) -> Option<(u8, u16, usize)> {
    let month = r.figures(i, 1, 2).filter(|month| (1..=12).contains(month))?;
    let letter = matches!(r.word(i + 1), "l" | "I" | "i" | "|" | "!") && r.is_glued(i + 1);
    // "tháng 9: 2024 lượt" counts.
    let sign = || stroke_behind(r, i + 1).filter(|(odd, _)| *odd && !r.is_sign(i + 1, ':'));
    let next = if letter { i + 2 } else { sign()?.1 };
    let year = r.year(next).filter(|_| r.is_glued(next))?;
    Some((u8::try_from(month).ok()?, year, next + 1))
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
    // "10l2024", "1012024"
    let one = one_for_stroke(r, i).map(|(month, year)| (month, year, i + 1));
    if let Some((month, year, next)) = one.or_else(|| month_and_letter(r, i)) {
        let point = Point { month: Some(month), year: Some(year), ..damaged(Unit::Month) };
        return ended(r, point, next);
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

/// Signs that a scanner puts in the place of a stroke.
fn is_misdrawn(r: Reader<'_>, i: usize) -> bool {
    matches!(r.kind(i), Kind::Sign('\\' | '\'' | '’' | '"' | '*' | '!' | ';' | ':'))
}

/// Behind a stroke that is glued to what stands on both sides, and whether another sign or two stand for it:
/// "\", "//", a quotation mark.
fn stroke_behind(r: Reader<'_>, i: usize) -> Option<(bool, usize)> {
    let strokes = (i..i + 2).take_while(|at| r.is_sign(*at, '/') && r.is_glued(*at)).count();
    let leaning = (i..i + 2).take_while(|at| r.is_sign(*at, '\\') && r.is_glued(*at)).count();
    let (odd, next) = match (strokes, leaning) {
        (1, _) => (false, i + 1),
        (2, _) => (true, i + 2),
        (_, 1..) => (true, i + leaning),
        _ if is_misdrawn(r, i) && r.is_glued(i) => (true, i + 1),
        _ => return None,
    };
    r.is_glued(next).then_some((odd, next))
}

/// A day with another sign for a stroke: "15\9\2024", "15//9/2024".
fn misdrawn(r: Reader<'_>, i: usize) -> Option<(Point, usize)> {
    let figure = |at: usize| r.figures(at, 1, 2).and_then(|value| u8::try_from(value).ok());
    let day = figure(i)?;
    let (first, at) = stroke_behind(r, i + 1)?;
    let month = figure(at)?;
    let (second, at) = stroke_behind(r, at + 1)?;
    let year = Some(r.year(at)?);
    let point = Point { day: Some(day), month: Some(month), year, ..damaged(Unit::Day) };
    ((first || second) && !point.is_impossible()).then_some((point, at + 1))
}

/// Whether `m/yyyy` stands at `i`, with a stroke before it.
fn is_month_behind(r: Reader<'_>, i: usize) -> bool {
    let slash = |at: usize| r.is_sign(at, '/') && r.is_glued(at);
    slash(i)
        && r.is_glued(i + 1)
        && r.figures(i + 1, 1, 2).is_some()
        && slash(i + 2)
        && r.is_glued(i + 3)
        && r.year(i + 3).is_some()
}

/// The token behind a day of which the first figure is a bracket: "]5/9/2024", "(5/9/2024" that nothing closes.
fn bracketed(r: Reader<'_>, i: usize) -> Option<usize> {
    let close = match r.kind(i) {
        Kind::Sign('(') => Some(')'),
        Kind::Sign('[') => Some(']'),
        Kind::Sign('{') => Some('}'),
        Kind::Sign(']' | ')' | '}') => None,
        _ => return None,
    };
    let next = i + 6;
    let day = r.is_glued(i + 1) && r.figures(i + 1, 1, 1).is_some() && is_month_behind(r, i + 2);
    let closed = |close| (next..next + CLOSES).any(|at| r.is_sign(at, close));
    (day && !close.is_some_and(closed)).then_some(next)
}

/// How far behind a day what closes its bracket may stand.
const CLOSES: usize = 40;

/// The token behind a day of a figure and a letter that stands for none: "t5/9/2024", "1t/9/2024".
fn lettered(r: Reader<'_>, i: usize) -> Option<usize> {
    let (words, next) = run(r, i, 2)?;
    let [first, last] = words.as_bytes() else { return None };
    // "T5" is a weekday or a month.
    let letter = first.is_ascii_alphabetic() && *first != b'T' && last.is_ascii_digit()
        || first.is_ascii_digit() && last.is_ascii_alphabetic();
    (letter && number_like(words).is_none() && is_month_behind(r, next)).then_some(next + 4)
}

/// A month, a one that was a stroke, and a year: "1212024", "912024".
fn one_for_stroke(r: Reader<'_>, i: usize) -> Option<(u8, u16)> {
    let (year, rest, len) = match r.kind(i) {
        Kind::Figures(value, len @ 6..=7) => (value % 10_000, value / 10_000, len),
        _ => return None,
    };
    let year = u16::try_from(year).ok().filter(|year| YEARS.contains(year))?;
    let month = u8::try_from(rest / 10).ok().filter(|month| (1..=12).contains(month))?;
    // "112024" may have lost its stroke.
    (rest % 10 == 1 && (rest, len) != (11, 6)).then_some((month, year))
}

/// A day and month without a year, with letters for figures of the day: "3O tháng 9", "l5/9".
fn yearless(r: Reader<'_>, i: usize) -> Read {
    let (words, next) = run(r, i, 2)?;
    let (day, whole) = number_like(words).filter(|_| words.len() == 2)?;
    if whole || !words.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let stroke = r.is_sign(next, '/') && r.is_glued(next) && r.is_glued(next + 1);
    let month = r.figures(next + 1, 1, 2).filter(|_| stroke || r.is_near(next, Word::Month))?;
    let (day, month) = (u8::try_from(day).ok(), u8::try_from(month).ok());
    let point = Point { day, month, ..damaged(Unit::Day) };
    let more = r.is_near(next + 2, Word::Year) || r.is_sign(next + 2, '/');
    if more || point.is_impossible() { None } else { ended(r, point, next + 2) }
}

/// A year behind "năm" with another mark, where that is no word: "nãm 2024".
pub(super) fn misspelt_year(r: Reader<'_>, i: usize) -> Read {
    let misspelt = is_spelt(r.word(i), &["nãm", "nảm", "nâm", "nàm", "nẳm", "nẵm"]);
    let year = r.year(i + 1).filter(|_| misspelt)?;
    ended(r, Point { year: Some(year), ..Point::of(Unit::Year) }, i + 2)
}

/// Behind "ngày", where a stroke and a year leave no doubt that a date follows. Its value is left where every figure
/// can be told ("lO/7/2024"); else it has none: "15112/2024", "107/2024", "15/1 2/2024", "22/S/2024",
/// "02/02/2O2A", "10/7/2 024", "10/7/20 23", "10 tháng b năm 2024", "]5/9/2024", "t5/9/2024".
pub(super) fn day(r: Reader<'_>, i: usize) -> Read {
    let slash = |at: usize| r.is_sign(at, '/') && r.is_glued(at);
    if let Some((point, next)) = misdrawn(r, i) {
        return ended(r, point, next);
    }
    if let Some(next) = bracketed(r, i).or_else(|| lettered(r, i)) {
        return ended(r, damaged(Unit::Day), next);
    }
    if let Some(read) = yearless(r, i) {
        return Some(read);
    }
    // "15/1212024"
    if let Some(day) = r.figures(i, 1, 2).filter(|_| slash(i + 1) && r.is_glued(i + 2))
        && let Some((month, year)) = one_for_stroke(r, i + 2)
    {
        let day = u8::try_from(day).ok();
        let point = Point { day, month: Some(month), year: Some(year), ..damaged(Unit::Day) };
        return ended(r, point, i + 3);
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
