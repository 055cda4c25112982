//! Days, and the days a date spans: what programs compare and sort by.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::text::{Date, DateKind, DateRelation};

/// A day of the Gregorian calendar, from year 1 to 9999. Days are ordered as they follow each other.
///
/// ```
/// let day: kehoach::Day = "2024-02-29".parse()?;
/// assert_eq!((day.year(), day.month(), day.day()), (2024, 2, 29));
/// assert_eq!(day.next().map(|day| day.to_string()).as_deref(), Some("2024-03-01"));
/// assert!("2023-02-29".parse::<kehoach::Day>().is_err());
/// # Ok::<(), kehoach::NoDay>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day {
    year: u16,
    month: u8,
    /// Day of the month.
    date: u8,
}

/// A text, or three numbers, that are no day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no day of the calendar")]
#[non_exhaustive]
pub struct NoDay;

impl Day {
    /// The day with these numbers; `None` where the calendar has none.
    pub fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let fits = (1..=9999).contains(&year) && (1..=days_in(year, month)).contains(&day);
        fits.then_some(Self { year, month, date: day })
    }

    /// The year.
    pub fn year(self) -> u16 {
        self.year
    }

    /// The month, from 1.
    pub fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, from 1.
    pub fn day(self) -> u8 {
        self.date
    }

    /// The number of its weekday by ISO 8601: Monday ("thứ Hai") is 1, Sunday ("Chủ nhật") 7.
    pub fn weekday(self) -> u8 {
        // Days before the month in a year that begins in March, which puts the leap day at its end.
        const BEFORE: [u16; 12] = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4];
        let year = self.year - u16::from(self.month < 3);
        let leaps = year / 4 + year / 400 - year / 100;
        let sum = year + leaps + BEFORE[usize::from(self.month - 1)] + u16::from(self.date);
        match sum % 7 {
            0 => 7,
            weekday => weekday as u8,
        }
    }

    /// The day after it; `None` after the last of year 9999.
    pub fn next(self) -> Option<Self> {
        Self::new(self.year, self.month, self.date + 1)
            .or_else(|| Self::new(self.year, self.month + 1, 1))
            .or_else(|| Self::new(self.year + 1, 1, 1))
    }

    /// The day before it; `None` before the first of year 1.
    pub fn previous(self) -> Option<Self> {
        if self.date > 1 {
            return Self::new(self.year, self.month, self.date - 1);
        }
        match self.month {
            1 => Self::new(self.year - 1, 12, 31),
            month => Self::new(self.year, month - 1, days_in(self.year, month - 1)),
        }
    }
}

/// The number of days of a month; 0 for a month that is none.
pub(crate) fn days_in(year: u16, month: u8) -> u8 {
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => {
            29
        }
        2 => 28,
        _ => 0,
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.date)
    }
}

impl FromStr for Day {
    type Err = NoDay;

    fn from_str(text: &str) -> Result<Self, NoDay> {
        let mut numbers = text.splitn(3, '-').map(|field| (field.len(), number(field)));
        let mut field = |len| match numbers.next() {
            Some((found, Some(number))) if found == len => Ok(number),
            _ => Err(NoDay),
        };
        let (year, month, day) = (field(4)?, field(2)?, field(2)?);
        Self::new(year, month as u8, day as u8).ok_or(NoDay)
    }
}

impl Serialize for Day {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(feature = "jiff")]
impl From<Day> for jiff::civil::Date {
    fn from(day: Day) -> Self {
        // Every number of a day is below 10,000.
        let (year, month, date) = (day.year, day.month, day.date);
        Self::constant(year.cast_signed(), month.cast_signed(), date.cast_signed())
    }
}

#[cfg(feature = "jiff")]
impl TryFrom<jiff::civil::Date> for Day {
    type Error = NoDay;

    fn try_from(date: jiff::civil::Date) -> Result<Self, NoDay> {
        let year = u16::try_from(date.year()).map_err(|_| NoDay)?;
        let (month, day) = (date.month().unsigned_abs(), date.day().unsigned_abs());
        Self::new(year, month, day).ok_or(NoDay)
    }
}

/// How fine a date is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Precision {
    /// A year, or several.
    Year,
    /// Half a year, or other months of one year that are meant as a whole.
    Months,
    /// A quarter.
    Quarter,
    /// A month.
    Month,
    /// A day.
    Day,
}

impl Precision {
    /// Its name: "day", "month" …
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Year => "year",
            Self::Months => "months",
            Self::Quarter => "quarter",
            Self::Month => "month",
            Self::Day => "day",
        }
    }
}

/// The days a date spans. An end that is open is `None`.
///
/// Periods are ordered by their first days, then by their last; an open beginning is before all days,
/// an open end behind all.
///
/// ```
/// use kehoach::Period;
///
/// let quarter = Period::from_edtf("2025-34").expect("the second quarter");
/// assert_eq!(quarter.start.map(|day| day.to_string()).as_deref(), Some("2025-04-01"));
/// assert_eq!(quarter.end.map(|day| day.to_string()).as_deref(), Some("2025-06-30"));
/// assert!(quarter.contains("2025-05-05".parse()?));
/// assert!(quarter < Period::from_edtf("2025-07/..").expect("open"));
/// # Ok::<(), kehoach::NoDay>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Period {
    /// The first day.
    pub start: Option<Day>,
    /// The last day; it belongs to the period.
    pub end: Option<Day>,
    /// How fine the finer of its ends is written.
    pub precision: Precision,
}

impl Period {
    /// The period of an EDTF value as this library writes them: `2025-03-05`, `2025-03`, `2025-33`
    /// (a quarter), `2025`, two of them with `/` between, `..` for an open end.
    ///
    /// `None` for anything else.
    pub fn from_edtf(edtf: &str) -> Option<Self> {
        let Some((from, to)) = edtf.split_once('/') else { return single(edtf) };
        let end = |text: &str| match text {
            ".." => Some(None),
            text => single(text).map(Some),
        };
        let (from, to) = (end(from)?, end(to)?);
        let precision = from.into_iter().chain(to).map(|period| period.precision).max()?;
        let precision = match (from, to) {
            (Some(_), Some(_)) if precision == Precision::Month => Precision::Months,
            _ => precision,
        };
        let (start, end) = (from.and_then(|from| from.start), to.and_then(|to| to.end));
        let ordered = start.is_none() || end.is_none() || start <= end;
        ordered.then_some(Self { start, end, precision })
    }

    /// Whether a day lies in it.
    pub fn contains(&self, day: Day) -> bool {
        self.start.is_none_or(|start| start <= day) && self.end.is_none_or(|end| day <= end)
    }
}

impl Ord for Period {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        // `None` is less than any day: right for a beginning, to be turned round for an end.
        let end = |period: &Self| (period.end.is_none(), period.end);
        (self.start, end(self), self.precision).cmp(&(other.start, end(other), other.precision))
    }
}

impl PartialOrd for Period {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

/// The value of a field of digits only.
fn number(field: &str) -> Option<u16> {
    let digits = !field.is_empty() && field.bytes().all(|b| b.is_ascii_digit());
    if digits { field.parse().ok() } else { None }
}

/// The period of a value without `/`.
fn single(text: &str) -> Option<Period> {
    if let Ok(day) = text.parse() {
        return Some(Period { start: Some(day), end: Some(day), precision: Precision::Day });
    }
    let months = |year, first, last, precision| {
        let start = Some(Day::new(year, first, 1)?);
        let end = Some(Day::new(year, last, days_in(year, last))?);
        Some(Period { start, end, precision })
    };
    let Some((year, rest)) = text.split_once('-') else {
        let year = number(text).filter(|_| text.len() == 4)?;
        return months(year, 1, 12, Precision::Year);
    };
    let year = number(year).filter(|_| year.len() == 4)?;
    let field = number(rest).filter(|_| rest.len() == 2)? as u8;
    match field {
        33..=36 => {
            let last = 3 * (field - 32);
            months(year, last - 2, last, Precision::Quarter)
        }
        month => months(year, month, month, Precision::Month),
    }
}

impl Date {
    /// The days it spans; `None` where it has no value (recurring, relative, lunar, incomplete).
    ///
    /// A deadline "trước ngày 15/12/2025" is exclusive: its period ends on the 14th; so is "sau". With a
    /// time of the day ("trước 17 giờ ngày …") the day belongs to it. A school year lasts from September
    /// to August.
    ///
    /// ```
    /// let plan = "KẾ HOẠCH\nTổng kết\n\nI. THỜI GIAN\n1. Báo cáo trước ngày 15/12/2025.\n2. Quý II/2026.\n";
    /// let dates = kehoach::parse(plan).document.dates;
    /// let [report, quarter] = &dates[..] else { panic!("two dates") };
    /// assert_eq!(report.latest().map(|day| day.to_string()).as_deref(), Some("2025-12-14"));
    /// assert_eq!(report.earliest(), None);
    /// assert_eq!(quarter.earliest().map(|day| day.to_string()).as_deref(), Some("2026-04-01"));
    /// ```
    pub fn period(&self) -> Option<Period> {
        let edtf = self.edtf.as_deref()?;
        let mut period = Period::from_edtf(edtf)?;
        match (&self.relation, edtf.split_once('/')) {
            // "trước 17 giờ ngày 15/3": some of the day is left.
            _ if self.time.is_some() => {}
            (Some(DateRelation::Before), Some((_, bound))) => {
                period.end = single(bound)?.start?.previous();
            }
            (Some(DateRelation::After), Some((bound, _))) => {
                period.start = single(bound)?.end?.next();
            }
            _ => {}
        }
        if self.kind == DateKind::SchoolYear {
            let (start, end) = (period.start, period.end);
            period.start = start.and_then(|day| Day::new(day.year, 9, 1));
            period.end = end.and_then(|day| Day::new(day.year, 8, 31));
            // "trước năm học 2026 - 2027" ends where that begins, in 2026.
            match self.relation {
                Some(DateRelation::Before) => {
                    period.end = end.and_then(|day| Day::new(day.year + 1, 8, 31));
                }
                Some(DateRelation::After) => {
                    period.start = start.and_then(|day| Day::new(day.year - 1, 9, 1));
                }
                _ => {}
            }
        }
        Some(period)
    }

    /// The first day it can mean; `None` where it is open or has no value.
    pub fn earliest(&self) -> Option<Day> {
        self.period()?.start
    }

    /// The last day it can mean; `None` where it is open or has no value.
    pub fn latest(&self) -> Option<Day> {
        self.period()?.end
    }

    /// How fine it is; `None` where it has no value.
    pub fn precision(&self) -> Option<Precision> {
        self.period().map(|period| period.precision)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().expect(text)
    }

    #[test]
    fn weekdays() {
        for (text, weekday) in [
            ("2026-07-31", 5),
            ("2024-02-29", 4),
            ("2000-01-01", 6),
            ("1945-09-02", 7),
            ("2025-12-01", 1),
            ("1900-03-01", 4),
        ] {
            assert_eq!(day(text).weekday(), weekday, "{text}");
        }
    }

    #[test]
    fn days_follow_each_other() {
        let mut at = day("1999-12-30");
        for _ in 0..800 {
            let next = at.next().expect("a day");
            assert!(at < next);
            assert_eq!(next.previous(), Some(at));
            assert_eq!(next.weekday() % 7, (at.weekday() + 1) % 7);
            at = next;
        }
        assert_eq!(day("9999-12-31").next(), None);
        assert_eq!(day("0001-01-01").previous(), None);
    }

    #[test]
    fn what_is_no_day() {
        for text in [
            "",
            "2025",
            "2025-13-01",
            "2025-02-30",
            "25-01-01",
            "2025-1-1",
            "2025-01-01-",
            "+025-01-01",
        ] {
            assert_eq!(text.parse::<Day>(), Err(NoDay), "{text}");
        }
    }

    #[test]
    fn periods_of_edtf() {
        for (edtf, start, end, precision) in [
            ("2020-03-05", "2020-03-05", "2020-03-05", Precision::Day),
            ("2020-02", "2020-02-01", "2020-02-29", Precision::Month),
            ("2020-36", "2020-10-01", "2020-12-31", Precision::Quarter),
            ("2020", "2020-01-01", "2020-12-31", Precision::Year),
            ("2021/2025", "2021-01-01", "2025-12-31", Precision::Year),
            ("2025-01/2025-06", "2025-01-01", "2025-06-30", Precision::Months),
            ("../2025-36", "-", "2025-12-31", Precision::Quarter),
            ("2025-36/..", "2025-10-01", "-", Precision::Quarter),
        ] {
            let found = Period::from_edtf(edtf).expect(edtf);
            let shown = |day: Option<Day>| day.map_or("-".to_owned(), |day| day.to_string());
            assert_eq!(
                (shown(found.start), shown(found.end)),
                (start.into(), end.into()),
                "{edtf}"
            );
            assert_eq!(found.precision, precision, "{edtf}");
        }
        for edtf in ["", "/", "../..", "2025/2021", "2025-37", "2025-13", "20205", "2025-01-01/x"] {
            assert_eq!(Period::from_edtf(edtf), None, "{edtf}");
        }
    }

    #[test]
    fn periods_are_ordered() {
        let order = ["../2020", "../2025", "2020", "2020/2021", "2020/..", "2020-05-05", "2021"];
        let periods = order.map(|edtf| Period::from_edtf(edtf).expect(edtf));
        assert!(periods.is_sorted());
    }
}
