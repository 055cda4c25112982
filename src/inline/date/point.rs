//! One place in the calendar: a day, month, quarter, half-year, year or school year, as far as it
//! is written.

use super::day::{behind_day, blank_figures, day, whole_day};
use super::figures::bare;
use super::illegible::misspelt_year;
use super::month::{
    behind_month, behind_quarter, half, month, month_number, months_of_year, quarter,
};
use super::token::{Kind, Reader};
use super::written::whole_year;
use super::year::{behind_year, period};
use crate::document::calendar::days_in;
use crate::lexicon::calendar::Word;

/// The unit a point names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unit {
    /// "ngày 5/3".
    Day,
    /// "tháng 3".
    Month,
    /// "quý I".
    Quarter,
    /// "6 tháng đầu năm": from the first of these months to the last.
    Months(u8, u8),
    /// "năm 2025".
    Year,
    /// "năm học 2024 - 2025".
    SchoolYear,
    /// "giai đoạn 2021 - 2025".
    Years,
}

/// What is odd about a point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Flaw {
    /// Parts are left blank: "ngày    tháng 3 năm 2020".
    Blank,
    /// Letters in the place of digits: "ngày l4/10/2017".
    Damaged,
    /// The word before it is that of another unit: "tháng 28/4/2022".
    Misnamed,
    /// A year of two figures.
    ShortYear,
    /// The signs between its figures are lost: "giai đoạn 20212025", "ngày 14112024".
    Glued,
    /// A sign that is no dash stands between its years: "2025 ~ 2026".
    Parted,
}

/// A place in the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Point {
    pub(crate) unit: Unit,
    pub(crate) day: Option<u8>,
    /// The month, or the quarter.
    pub(crate) month: Option<u8>,
    pub(crate) year: Option<u16>,
    /// The last of several years.
    pub(crate) last: Option<u16>,
    /// The year follows from that of another date beside it, and is not that year.
    pub(crate) derived: bool,
    /// It is one of the lunar calendar.
    pub(crate) lunar: bool,
    pub(crate) flaw: Option<Flaw>,
}

impl Point {
    /// A point of which only the unit is known.
    pub(super) fn of(unit: Unit) -> Self {
        Self {
            unit,
            day: None,
            month: None,
            year: None,
            last: None,
            derived: false,
            lunar: false,
            flaw: None,
        }
    }

    /// Whether nothing but a year that is not there is needed.
    pub(crate) fn wants_year(&self) -> bool {
        self.year.is_none()
            && self.flaw.is_none()
            && match self.unit {
                Unit::Day => self.day.is_some() && self.month.is_some(),
                Unit::Month | Unit::Quarter => self.month.is_some(),
                Unit::Months(..) | Unit::Year => true,
                Unit::SchoolYear | Unit::Years => false,
            }
    }

    /// Whether it is a day that no calendar has: "ngày 31/6".
    pub(crate) fn is_impossible(&self) -> bool {
        let months = if self.unit == Unit::Quarter { 4 } else { 12 };
        match (self.month, self.day) {
            (Some(month), _) if !(1..=months).contains(&month) => true,
            // The 29th of February is one in some years.
            (Some(month), Some(day)) => {
                !(1..=days_in(self.year.unwrap_or(2000), month)).contains(&day)
            }
            (None, Some(day)) => !(1..=31).contains(&day),
            (_, None) => false,
        }
    }
}

/// A point and the token behind it.
pub(super) type Read = Option<(Point, usize)>;

/// The point that begins at token `i`.
///
/// `introduced` says that a word before it leaves no doubt that a date follows ("trước 30/11"); without
/// it two figures with a stroke between are a fraction or a number.
pub(super) fn point(r: Reader<'_>, i: usize, introduced: bool) -> Read {
    match r.kind(i) {
        Kind::Word(Word::Day) | Kind::Blurred(Word::Day) => behind_day(r, i),
        // Without its marks "ngày" is spelt as "ngay" is.
        Kind::Word(Word::Right) => whole_day(r, i),
        Kind::Word(Word::Month) | Kind::Blurred(Word::Month) => behind_month(r, i),
        Kind::Word(Word::Quarter) | Kind::Blurred(Word::Quarter) => behind_quarter(r, i),
        Kind::Word(Word::Year) => behind_year(r, i).or_else(|| this_year(r, i)),
        Kind::Word(Word::Span | Word::Stretch) => period(r, i),
        Kind::Word(Word::Start | Word::Middle | Word::End) => part(r, i),
        Kind::Word(Word::Half) => half(r, i),
        Kind::Word(Word::Week) => week(r, i),
        Kind::Word(Word::FirstTen | Word::FullMoon) => moon_day(r, i),
        Kind::Word(Word::Count(6 | 9 | 3)) => months_of_year(r, i),
        Kind::Letters => abbreviated(r, i),
        Kind::Blurred(Word::Year) => misspelt_year(r, i),
        Kind::Figures(..) => bare(r, i, introduced),
        Kind::Sign('/') if introduced => blank_figures(r, i),
        _ => None,
    }
}

/// A point, unless what follows is glued to it: "20/11/2015/QĐ".
pub(super) fn ended(r: Reader<'_>, point: Point, next: usize) -> Read {
    (!r.continues(next)).then_some((point, next))
}

/// Whether the token is a sign between the figures of a date.
pub(super) fn is_stroke(r: Reader<'_>, i: usize) -> bool {
    matches!(r.kind(i), Kind::Sign('/' | '.' | '⁄') | Kind::Dash)
}

/// One or two digits.
pub(super) fn small_figure(r: Reader<'_>, i: usize) -> Option<u8> {
    r.figures(i, 1, 2).and_then(|value| u8::try_from(value).ok())
}

/// The year behind a day, month or quarter.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct YearBehind {
    pub(super) year: Option<u16>,
    /// It is written, but not as a year.
    flaw: Option<Flaw>,
    /// The token behind it; where there is none, the one it would begin with.
    pub(super) next: usize,
}

impl YearBehind {
    /// The point with this year.
    pub(super) fn of(self, point: Point) -> Point {
        Point { year: self.year, flaw: point.flaw.or(self.flaw), ..point }
    }
}

/// `[ "," ] "năm" yyyy | stroke yyyy`
pub(super) fn year_behind(r: Reader<'_>, i: usize) -> YearBehind {
    let none = YearBehind { next: i, ..YearBehind::default() };
    if is_stroke(r, i) && r.year(i + 1).is_some() && !r.continues(i + 2) {
        return YearBehind { year: r.year(i + 1), next: i + 2, flaw: None };
    }
    // "Quý 4 (2025)", "tháng 10 (năm 2025)"
    if r.is_sign(i, '(') {
        let at = i + 1 + usize::from(r.is(i + 1, Word::Year));
        let year = r.year(at).filter(|_| r.is_sign(at + 1, ')'));
        return year.map_or(none, |year| YearBehind { year: Some(year), next: at + 2, flaw: None });
    }
    let dash = r.kind(i) == Kind::Dash && r.is(i + 1, Word::Year);
    let at = i + usize::from(r.is_sign(i, ',') || dash);
    let named = r.is_near(at, Word::Year);
    let spoilt = || r.told_year(at + 1).is_some() && r.is_spoilt(at, "năm");
    if !named && !spoilt() || r.continues(at + 2) {
        return none;
    }
    let next = at + 2;
    let blank = |i| {
        matches!(r.kind(i), Kind::Sign('…' | '_')) || r.is_sign(i, '.') && r.is_sign(i + 1, '.')
    };
    match r.kind(at + 1) {
        Kind::Figures(..) if r.told_year(at + 1).is_some() => {
            let flaw = (!named).then_some(Flaw::Damaged);
            YearBehind { year: r.told_year(at + 1), next, flaw }
        }
        Kind::Figures(20 | 202, 2..=3) if blank(next) => {
            YearBehind { year: None, next: next + 1, flaw: Some(Flaw::Blank) }
        }
        Kind::Figures(year, 2) if !matches!(r.kind(next), Kind::Letters) => {
            let year = Some(whole_year(year as u8));
            YearBehind { year, next, flaw: Some(Flaw::ShortYear) }
        }
        Kind::Figures(_, 3 | 5) => YearBehind { year: None, next, flaw: Some(Flaw::Damaged) },
        _ if blank(at + 1) => YearBehind { year: None, next, flaw: Some(Flaw::Blank) },
        _ => none,
    }
}

/// "năm" behind "hết", of the year that is running.
fn this_year(r: Reader<'_>, i: usize) -> Read {
    let through = i > 0 && r.is(i - 1, Word::Through);
    let other = matches!(r.kind(i + 1), Kind::Figures(..) | Kind::Word(Word::School));
    (through && !other).then_some((Point::of(Unit::Year), i + 1))
}

/// `"QI" "/" yyyy`
fn quarter_name(r: Reader<'_>, i: usize) -> Read {
    let quarter = match r.word(i) {
        "QI" => 1,
        "QII" => 2,
        "QIII" => 3,
        _ => 4,
    };
    let year = year_behind(r, i + 1);
    let point = year.of(Point { month: Some(quarter), ..Point::of(Unit::Quarter) });
    point.year.and_then(|_| ended(r, point, year.next))
}

/// `( "đầu" | "giữa" | "cuối" ) ( "năm" [ yyyy ] | "tháng" … | "quý" … )`
fn part(r: Reader<'_>, i: usize) -> Read {
    if let Some((point, next)) = month_or_year(r, i + 1) {
        return Some((point, next));
    }
    // "cuối năm" of a year that is not named; "cuối năm học" is another.
    let named = r.is(i + 1, Word::Year) && !r.is(i + 2, Word::School);
    (named && !matches!(r.kind(i + 2), Kind::Figures(..))).then_some((Point::of(Unit::Year), i + 2))
}

/// A month, quarter or year with its word.
fn month_or_year(r: Reader<'_>, i: usize) -> Read {
    match r.kind(i) {
        Kind::Word(Word::Month) => behind_month(r, i),
        Kind::Word(Word::Quarter) => behind_quarter(r, i),
        Kind::Word(Word::Year) => behind_year(r, i),
        _ => None,
    }
}

/// `"tuần" ( [ "thứ" ] n | "đầu" [ "tiên" ] | "cuối" [ "cùng" ] ) [ "của" ] "tháng" …`: a week of a month.
fn week(r: Reader<'_>, i: usize) -> Read {
    let mut at = i + 1;
    at += usize::from(r.is(at, Word::Ordinal));
    match r.kind(at) {
        Kind::Word(Word::Start | Word::End) => {
            at += 1;
            at += usize::from(r.kind(at) == Kind::Letters);
        }
        Kind::Figures(1..=5, 1..=2) | Kind::Word(Word::Count(1..=4)) => at += 1,
        _ => return None,
    }
    at += usize::from(r.is(at, Word::Of));
    if !r.is(at, Word::Month) {
        return None;
    }
    behind_month(r, at)
}

/// `( "mùng" | "mồng" ) n [ "tháng" m | "/" m ] | "rằm" "tháng" m`: days of the lunar calendar.
pub(super) fn moon_day(r: Reader<'_>, i: usize) -> Read {
    if r.is(i, Word::FullMoon) {
        let (month, _, next) = month_number(r, i + 2).filter(|_| r.is(i + 1, Word::Month))?;
        let point =
            Point { day: Some(15), month: Some(month), lunar: true, ..Point::of(Unit::Day) };
        return ended(r, point, next);
    }
    let (point, next) = match r.kind(i + 1) {
        Kind::Word(Word::Count(day)) => {
            let point = Point { day: Some(day), ..Point::of(Unit::Day) };
            match month_number(r, i + 3).filter(|_| r.is(i + 2, Word::Month)) {
                Some((month, _, next)) => (Point { month: Some(month), ..point }, next),
                None => (point, i + 2),
            }
        }
        _ => day(r, i + 1)?,
    };
    Some((Point { lunar: true, ..point }, next))
}

/// `"T" m "/" yyyy | "Q" [ "." ] q "/" yyyy`
fn abbreviated(r: Reader<'_>, i: usize) -> Read {
    match r.word(i) {
        "T" | "t" if r.is_glued(i + 1) => {
            month(r, i + 1).filter(|(point, _)| point.year.is_some() && r.is_sign(i + 2, '/'))
        }
        "QI" | "QII" | "QIII" | "QIV" => quarter_name(r, i),
        "Q" => {
            let dot = usize::from(r.is_sign(i + 1, '.'));
            quarter(r, i + 1 + dot).filter(|(point, _)| point.year.is_some())
        }
        _ => None,
    }
}
