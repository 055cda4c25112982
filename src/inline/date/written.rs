//! Dates as they are written: "ngày 05 tháng 3 năm 2020", "ngày 05/3/2020".

use nom::branch::alt;
use nom::bytes::complete::{take_while, take_while_m_n};
use nom::character::complete::{one_of, satisfy, space0};
use nom::combinator::{map, map_res, opt, recognize, verify};
use nom::multi::many0_count;
use nom::sequence::{pair, preceded, terminated};
use nom::{IResult, Parser};

use crate::document::calendar::days_in;
use crate::inline::{blanks, digits as digits_end};
use crate::lexicon::{digit_like, fold, is_dash, number_like, starts_with_skeleton};

/// The longest a blank or damaged day or month can be, in characters: wider gaps are another column.
const FIELD_REACH: usize = 24;

/// Years that four figures are without a word that says so.
pub(super) const YEARS: std::ops::Range<u16> = 1900..2200;

/// A day or month as it stands on the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Field {
    /// Left blank: "ngày    tháng", "ngày ….. tháng".
    Blank,
    /// A number.
    Number(u8),
    /// A number in spite of letters in the place of digits: "tháng II".
    Mended(u8),
    /// Something that is no number: "ngày @© tháng".
    Illegible,
}

impl Field {
    /// The number, if there is one.
    pub(crate) fn number(self) -> Option<u8> {
        match self {
            Self::Number(number) | Self::Mended(number) => Some(number),
            Self::Blank | Self::Illegible => None,
        }
    }
}

/// A date of the calendar as it is written, possibly with blanks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct WrittenDate {
    /// "ngày".
    pub(crate) day: Field,
    /// "tháng".
    pub(crate) month: Field,
    /// "năm"; `None` where it is blank or not there.
    pub(crate) year: Option<u16>,
    /// Whether letters stand in the place of digits or signs, or a word is damaged, elsewhere than
    /// in a mended field.
    pub(crate) damaged: bool,
}

impl WrittenDate {
    /// A date as it should be.
    pub(crate) fn of(day: Field, month: Field, year: Option<u16>) -> Self {
        Self { day, month, year, damaged: false }
    }

    /// The value in EDTF as far as it is legible: "2020-03-05", "2020-03", "2020".
    ///
    /// `None` for a date that is none of the calendar ("ngày 31 tháng 02") and without a year.
    pub(crate) fn edtf(self) -> Option<String> {
        let year = self.year?;
        let (month, day) = (self.month.number(), self.day.number());
        let known = match (month, day) {
            (Some(month), Some(day)) => (1..=days_in(year, month)).contains(&day),
            (Some(month), None) => (1..=12).contains(&month),
            (None, _) => true,
        };
        if !known {
            return None;
        }
        let mut edtf = String::with_capacity("2020-03-05".len());
        push_padded(&mut edtf, year / 100);
        push_padded(&mut edtf, year % 100);
        let shown = [month, day.filter(|_| month.is_some())];
        for field in shown.into_iter().flatten() {
            edtf.push('-');
            push_padded(&mut edtf, u16::from(field));
        }
        Some(edtf)
    }

    /// Whether a part was read in spite of damage.
    pub(crate) fn is_mended(self) -> bool {
        self.damaged || [self.day, self.month].iter().any(|field| matches!(field, Field::Mended(_)))
    }

    /// Whether day, month and year are all there.
    pub(crate) fn is_whole(self) -> bool {
        self.year.is_some() && self.day.number().is_some() && self.month.number().is_some()
    }
}

/// Appends a number below a hundred as two digits.
fn push_padded(text: &mut String, number: u16) {
    for digit in [number / 10, number % 10] {
        text.push(char::from(b'0' + (digit % 10) as u8));
    }
}

/// A date with its "ngày".
///
/// `date := "ngày" ( numeric | spelled | unfilled )`
pub(crate) fn date(i: &str) -> IResult<&str, WrittenDate, ()> {
    preceded((keyword("ngay"), label_end), alt((numeric, spelled, unfilled))).parse(i)
}

/// `unfilled := [ field ] "/" [ field ] "/" year`, a field at least left blank: "__/__/2024", "   /3/2024"
fn unfilled(i: &str) -> IResult<&str, WrittenDate, ()> {
    let slash = || terminated(one_of("/⁄"), space0);
    let blank = map(take_while(|c| matches!(c, '.' | '…' | '_' | ' ')), |_| Field::Blank);
    let mut field = alt((terminated(map(digits, Field::Number), space0), blank));
    let (i, day) = preceded(space0, |i| field.parse(i)).parse(i)?;
    let (i, _) = slash().parse(i)?;
    let (i, month) = field.parse(i)?;
    let (i, (_, year)) = (slash(), year).parse(i)?;
    Ok((i, WrittenDate::of(day, month, Some(year))))
}

/// `numeric := day sep month sep year`, `sep := "/" | "-" | "."`
pub(crate) fn numeric(i: &str) -> IResult<&str, WrittenDate, ()> {
    let sep = || preceded(space0, terminated(satisfy(is_separator), space0));
    let (rest, (day, _, month, _, year)) = (digits, sep(), digits, sep(), year).parse(i)?;
    Ok((rest, WrittenDate::of(Field::Number(day), Field::Number(month), Some(year))))
}

/// A sign between the figures of a date.
fn is_separator(c: char) -> bool {
    matches!(c, '/' | '.' | '⁄') || is_dash(c)
}

/// `spelled := field "tháng" field [ "năm" year ]`
pub(crate) fn spelled(i: &str) -> IResult<&str, WrittenDate, ()> {
    let (i, day) = field(i, "thang")?;
    let (i, month) = field(i, "nam").or_else(|_| last_field(i))?;
    let (i, year) = opt(preceded(space0, any_year)).parse(i)?;
    let damaged = year.is_some_and(|(_, whole)| !whole);
    let year = year.map(|(year, _)| year);
    Ok((i, WrittenDate { damaged, ..WrittenDate::of(day, month, year) }))
}

/// What stands between two words of a date, and the second word.
fn field<'a>(i: &'a str, until: &str) -> IResult<&'a str, Field, ()> {
    for (at, c) in i.char_indices().take(FIELD_REACH + 1) {
        let begins = fold(c) == until.bytes().next();
        if begins && let Ok((rest, ())) = keyword(until)(&i[at..]) {
            return Ok((rest, legible(&i[..at])));
        }
    }
    Err(nom::Err::Error(()))
}

/// The month of a date without a year: "ngày 5 tháng 3".
fn last_field(i: &str) -> IResult<&str, Field, ()> {
    let (rest, month) = preceded(space0, digits).parse(i)?;
    Ok((rest, Field::Number(month)))
}

/// Reads a day or month. A letter in the place of a digit is read as that digit, and said so.
fn legible(raw: &str) -> Field {
    let raw = raw.trim_matches(|c: char| c.is_whitespace() || matches!(c, ',' | '|'));
    if raw.chars().all(|c| matches!(c, '.' | '…' | '_' | '-' | '–' | ' ' | '\t' | '\n' | '/')) {
        return Field::Blank;
    }
    if let Ok(number) = raw.parse() {
        return Field::Number(number);
    }
    mended(raw).map_or(Field::Illegible, Field::Mended)
}

/// One or two signs that are taken for a number. Without any digit only strokes are: "tháng II", but
/// not "tháng S".
fn mended(signs: &str) -> Option<u8> {
    let told = signs.chars().any(|c| c.is_ascii_digit())
        || signs.chars().all(|c| matches!(c, 'I' | 'l' | '|' | 'i'));
    let (number, _) = number_like(signs).filter(|_| told && signs.len() <= 2)?;
    number.try_into().ok()
}

/// A day with its "ngày", also blank, damaged, or with a year of two figures; says whether the year is.
pub(crate) fn any_day(i: &str) -> Option<(&str, WrittenDate, bool)> {
    if let Ok((left, written)) = date(i) {
        return Some((left, written, false));
    }
    if let Some((written, left)) = blank_day(i) {
        return Some((left, written, false));
    }
    if let Some((written, left)) = short_year(i) {
        return Some((left, written, true));
    }
    spoilt(i).map(|(written, left)| (left, written, false))
}

/// A blank day in figures: "ngày /12/2025", "ngày …/12/2025".
fn blank_day(rest: &str) -> Option<(WrittenDate, &str)> {
    let len = starts_with_skeleton(rest, "ngay")?;
    let figures = rest[len..].trim_start_matches([' ', '.', '…', '_', '\n']).strip_prefix('/')?;
    let end = digits_end(figures.as_bytes(), blanks(figures, 0));
    let month = figures[..end].trim().parse().ok()?;
    let (left, year) = year(figures[end..].trim_start().strip_prefix('/')?.trim_start()).ok()?;
    Some((WrittenDate::of(Field::Blank, Field::Number(month), Some(year)), left))
}

/// Figures with letters in the place of digits ("ngày 2l/12/2016"), or of the strokes between them
/// ("ngày 14l11/2013"), or a stroke lost ("ngày 19/82024").
fn spoilt(rest: &str) -> Option<(WrittenDate, &str)> {
    let len = starts_with_skeleton(rest, "ngay")?;
    let at = blanks(rest, len);
    let fits = |c: char| digit_like(c).is_some() || is_separator(c);
    let end = rest[at..].find(|c: char| !fits(c)).unwrap_or(rest.len() - at);
    let figures = rest[at..at + end].trim_end_matches(is_separator);
    let left = &rest[at + figures.len()..];
    if left.starts_with(char::is_alphanumeric) {
        return None;
    }
    let mut fields = figures.split(is_separator);
    let read = match (fields.next()?, fields.next(), fields.next(), fields.next()) {
        (day, Some(month), Some(year), None) => three_fields(day, month, year),
        // "14l11/2013", "19/8l2024", "19/82024"
        (first, Some(second), None, None) => {
            let halves = stroke_like(first).map(|(day, month)| (day, month, second));
            let others = stroke_like(second).map(|(month, year)| (first, month, year));
            let cut = second.len().checked_sub(4).filter(|at| second.is_char_boundary(*at));
            let glued = cut.map(|at| (first, &second[..at], &second[at..]));
            halves
                .or(others)
                .or(glued)
                .and_then(|(day, month, year)| three_fields(day, month, year))
        }
        _ => None,
    };
    read.map(|read| (WrittenDate { damaged: true, ..read }, left))
}

/// Day, month and year of four signs, each of digits and what is taken for them.
fn three_fields(day: &str, month: &str, year: &str) -> Option<WrittenDate> {
    let field = |signs: &str| {
        let whole = signs.bytes().all(|b| b.is_ascii_digit());
        mended(signs)
            .map(|number| if whole { Field::Number(number) } else { Field::Mended(number) })
    };
    let year = any_year(year).ok().filter(|(rest, _)| rest.is_empty()).map(|(_, (year, _))| year);
    year.map(|_| Some(WrittenDate::of(field(day)?, field(month)?, year)))?
}

/// What stands before and behind a letter that is taken for a stroke between digits: "14l11".
fn stroke_like(field: &str) -> Option<(&str, &str)> {
    let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    let (at, _) = field.match_indices(['l', 'I', '|', '!']).find(|(at, sign)| {
        digit(field[..*at].chars().next_back()) && digit(field[at + sign.len()..].chars().next())
    })?;
    Some((&field[..at], &field[at + 1..]))
}

/// A year of two figures: "ngày 01/02/16".
fn short_year(rest: &str) -> Option<(WrittenDate, &str)> {
    let len = starts_with_skeleton(rest, "ngay")?;
    let mut figures = [0_u8; 3];
    let mut at = blanks(rest, len);
    let mut stroke = None;
    for (index, figure) in figures.iter_mut().enumerate() {
        let end = digits_end(rest.as_bytes(), at);
        let fits = if index < 2 { 1..=2 } else { 2..=2 };
        *figure = rest[at..end].parse().ok().filter(|_| fits.contains(&(end - at)))?;
        at = end;
        if index < 2 {
            let next = rest[end..].chars().next().filter(|c| matches!(c, '/' | '-' | '.'))?;
            // One sign in both places: "15-20.3" are two days.
            if stroke.is_some_and(|stroke| stroke != next) {
                return None;
            }
            stroke = Some(next);
            at += 1;
        }
    }
    if rest[at..].starts_with(char::is_alphanumeric) {
        return None;
    }
    let [day, month, year] = figures;
    // "10/7/20 23": a year torn in two.
    let torn = rest[at..].strip_prefix(' ').is_some_and(|rest| digits_end(rest.as_bytes(), 0) == 2);
    if torn && matches!(year, 19 | 20) {
        return None;
    }
    let written = WrittenDate::of(Field::Number(day), Field::Number(month), Some(whole_year(year)));
    Some((written, &rest[at..]))
}

/// The year that two figures stand for; the founding year of the state parts the centuries.
pub(crate) fn whole_year(figures: u8) -> u16 {
    let century = if figures < 45 { 2000 } else { 1900 };
    century + u16::from(figures)
}

/// One or two digits that are not followed by more.
fn digits(i: &str) -> IResult<&str, u8, ()> {
    let number = take_while_m_n(1, 2, |c: char| c.is_ascii_digit());
    let (rest, number) = map_res(number, str::parse).parse(i)?;
    if rest.starts_with(|c: char| c.is_ascii_digit()) {
        return Err(nom::Err::Error(()));
    }
    Ok((rest, number))
}

/// Four digits that make a year.
pub(crate) fn year(i: &str) -> IResult<&str, u16, ()> {
    let number = take_while_m_n(4, 4, |c: char| c.is_ascii_digit());
    let (rest, year) =
        verify(map_res(number, str::parse), |year| (1000..2200).contains(year)).parse(i)?;
    if rest.starts_with(|c: char| c.is_ascii_digit()) {
        return Err(nom::Err::Error(()));
    }
    Ok((rest, year))
}

/// Four signs that make a year, digits and what is taken for them, and whether all are digits. Two of
/// them have to be digits: "2O17", "Z0l6".
fn any_year(i: &str) -> IResult<&str, (u16, bool), ()> {
    if let Ok((rest, year)) = year(i) {
        return Ok((rest, (year, true)));
    }
    let (rest, signs) = take_while_m_n(4, 4, |c: char| digit_like(c).is_some()).parse(i)?;
    let digits = signs.bytes().filter(u8::is_ascii_digit).count();
    let found = number_like(signs).and_then(|(number, _)| u16::try_from(number).ok());
    let told = found.filter(|year| YEARS.contains(year) && digits >= 2);
    match told {
        Some(year) if !rest.starts_with(char::is_alphanumeric) => Ok((rest, (year, false))),
        _ => Err(nom::Err::Error(())),
    }
}

/// A word by its skeleton: "ngày", "NGÀY", "ngay". It may be glued to a digit ("tháng5") but not to
/// a letter.
pub(crate) fn keyword(key: &str) -> impl Fn(&str) -> IResult<&str, (), ()> {
    move |i: &str| {
        let mut rest = i;
        for want in key.bytes() {
            let mut chars = rest.chars();
            match chars.next().and_then(fold) {
                Some(letter) if letter == want => rest = chars.as_str(),
                _ => return Err(nom::Err::Error(())),
            }
        }
        if rest.starts_with(char::is_alphabetic) {
            return Err(nom::Err::Error(()));
        }
        Ok((rest, ()))
    }
}

/// Blanks and a stray colon behind "ngày".
fn label_end(i: &str) -> IResult<&str, (), ()> {
    let (rest, _) =
        recognize(pair(space0, many0_count(satisfy(|c| matches!(c, ':' | ' '))))).parse(i)?;
    Ok((rest, ()))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Text, its EDTF, and what is left behind it.
    const EXAMPLES: &[(&str, Option<&str>, &str)] = &[
        ("ngày 05 tháng 3 năm 2020", Some("2020-03-05"), ""),
        ("ngày 5 tháng5 năm 2008 của", Some("2008-05-05"), " của"),
        ("NGÀY 04 THÁNG 9 NĂM 2025", Some("2025-09-04"), ""),
        ("ngày 05/3/2020, về", Some("2020-03-05"), ", về"),
        ("ngày 5.3.2020", Some("2020-03-05"), ""),
        ("ngày 5–3–2020", Some("2020-03-05"), ""),
        ("ngày     tháng 12 năm 2011", Some("2011-12"), ""),
        ("ngày … tháng … năm 2012", Some("2012"), ""),
        ("ngày 14 tháng II năm 2017", Some("2017-11-14"), ""),
        ("ngày @© tháng 11 năm 2024", Some("2024-11"), ""),
        ("ngay 19 thang 11 nam 2025", Some("2025-11-19"), ""),
        ("ngày 31 tháng 02 năm 2024", None, ""),
        ("ngày 29 tháng 02 năm 2024", Some("2024-02-29"), ""),
        ("ngày 5 tháng 3", None, ""),
        ("ngày __/__/2024", Some("2024"), ""),
        ("ngày   /  /2024", Some("2024"), ""),
        ("ngày …/3/2024 của", Some("2024-03"), " của"),
        ("ngày /12/2025", Some("2025-12"), ""),
        ("ngày 14 tháng 5 năm 2OO8 của", Some("2008-05-14"), " của"),
    ];

    #[test]
    fn examples() {
        for (text, edtf, rest) in EXAMPLES {
            let (left, found) = date(text).expect(text);
            assert_eq!((found.edtf().as_deref(), left), (*edtf, *rest), "{text}");
        }
    }

    #[test]
    fn near_misses() {
        for text in [
            "ngày hội",
            "ngày 5",
            "ngàn 5 tháng 3",
            "tháng 3 năm 2020",
            "ngày 5/3",
            "ngày __/__",
            "ngày @/3/2024",
            "ngày 005/3/2020",
        ] {
            assert!(date(text).is_err(), "{text}");
        }
    }

    #[test]
    fn spoilt_figures() {
        for (text, edtf) in [
            ("ngày 2l/12/2016", "2016-12-21"),
            ("ngày 14l11/2013", "2013-11-14"),
            ("ngày 11/9l2007", "2007-09-11"),
            ("ngày 19/82024", "2024-08-19"),
            ("ngày 14/8/Z006", "2006-08-14"),
            ("ngày 22/12/2Q17", "2017-12-22"),
        ] {
            let (left, found, _) = any_day(text).expect(text);
            assert_eq!((left, found.edtf().as_deref()), ("", Some(edtf)), "{text}");
            assert!(found.is_mended(), "{text}");
        }
        for text in
            ["ngày 14l11", "ngày 19/8b024", "ngày 5/3/20O8b", "ngày lOl/3/2020", "ngày 1/ZOlO"]
        {
            assert!(any_day(text).is_none(), "{text}");
        }
    }

    #[test]
    fn what_was_mended_says_so() {
        let (_, found) = date("ngày l4 tháng 1O năm 2017").expect("a date");
        assert_eq!((found.day, found.month), (Field::Mended(14), Field::Mended(10)));
    }
}
