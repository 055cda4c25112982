//! The date of a cited document: "ngày 01/02/2016", ", ngày 13 tháng 8 năm 2015", "năm 2013".

use std::ops::Range;

use super::tail::damaged;
use crate::inline::date::{
    Field, Flaw, Unit as DateUnit, Value, WrittenDate, any_day, numeric, scan, year,
};
use crate::inline::{blanks, digits};
use crate::lexicon::{Marks, starts_with_skeleton};

/// A date and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct DateAt {
    /// From "ngày" or "năm" to the end of the year.
    pub(crate) range: Range<usize>,
    /// What is written.
    pub(crate) written: WrittenDate,
    /// What is meant to be written there.
    pub(crate) unit: Unit,
}

/// The smallest unit a date names, be it blank.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unit {
    /// "ngày …".
    Day,
    /// "tháng …".
    Month,
    /// "năm …".
    Year,
}

/// Byte behind the hour at which a telegram was sent, before its day: "hồi 15 giờ 00 phút ngày 20/9/2024", "lúc 7h30, ngày …".
fn behind_clock(text: &str, at: usize) -> usize {
    let Some(word) = ["hoi", "luc"].iter().find_map(|key| starts_with_skeleton(&text[at..], key))
    else {
        return at;
    };
    let hour = blanks(text, at + word);
    let sign = blanks(text, digits(text.as_bytes(), hour));
    let hours = ["giờ", "h", "g", ":"];
    let Some(minutes) = hours.iter().find_map(|word| text[sign..].strip_prefix(word)) else {
        return at;
    };
    let minute = digits(text.as_bytes(), blanks(text, text.len() - minutes.len()));
    let rest = text[minute..].trim_start();
    let rest = rest.strip_prefix("phút").or_else(|| rest.strip_prefix("'")).unwrap_or(rest);
    let day = text.len() - rest.trim_start_matches([' ', ',']).len();
    let told = sign > hour && starts_with_skeleton(&text[day..], "ngay").is_some();
    if told { day } else { at }
}

/// The date that begins at `at`, behind a number or a name.
///
/// `date := [ "ký" | "ban hành" | clock ] "ngày" … | [ "(" ] day "/" month "/" year | "tháng" month "/" year | "năm" year`
pub(super) fn date_at(text: &str, at: usize) -> Option<DateAt> {
    let mut from = behind_clock(text, at);
    for word in ["banhanh", "ky", "de"] {
        if let Some(len) = starts_with_skeleton(&text[from..], word) {
            let behind = blanks(text, from + len);
            if starts_with_skeleton(&text[behind..], "ngay").is_some() {
                from = behind;
            }
        }
    }
    let rest = &text[from..];
    let found = |unit: Unit, written: WrittenDate, left: &str| {
        Some(DateAt { range: from..text.len() - left.len(), written, unit })
    };
    if let Some((left, written, _)) = any_day(rest) {
        // "ngày 06 tháng 4 nărn 2016"
        if written.year.is_none()
            && let Some((end, whole)) = torn(rest)
            && whole.year.is_some()
        {
            return found(Unit::Day, whole, &rest[end..]);
        }
        return found(Unit::Day, written, left);
    }
    // "ugày 07/10/2016"
    if let Some(len) = damaged(rest, "ngay")
        && let Ok((left, written)) = numeric(rest[len..].trim_start())
    {
        return found(Unit::Day, WrittenDate { damaged: true, ..written }, left);
    }
    if let Some((end, written)) = torn(rest) {
        return found(Unit::Day, written, &rest[end..]);
    }
    if rest.starts_with(|c: char| c.is_ascii_digit()) {
        let (left, written) = numeric(rest).ok()?;
        return found(Unit::Day, written, left);
    }
    let day = Field::Blank;
    if let Some(len) = starts_with_skeleton(rest, "thang") {
        let start = blanks(rest, len);
        let end = digits(rest.as_bytes(), start);
        let month = rest[start..end].parse().ok()?;
        let behind = rest[end..].trim_start_matches(['/', '-', ' ']);
        let behind = &behind[starts_with_skeleton(behind, "nam").unwrap_or(0)..];
        let (left, year) = year(behind.trim_start()).ok()?;
        let written = WrittenDate::of(day, Field::Number(month), Some(year));
        return found(Unit::Month, written, left);
    }
    let len = starts_with_skeleton(rest, "nam")?;
    let (left, year) = year(rest[len..].trim_start()).ok()?;
    let ends = !left.starts_with(|c: char| c.is_alphanumeric());
    let written = WrittenDate::of(day, Field::Blank, Some(year));
    // "năm 2021 - 2025" is a period, and no date of a document.
    let period = left
        .trim_start()
        .strip_prefix(['-', '–'])
        .is_some_and(|left| left.trim_start().starts_with(|c: char| c.is_ascii_digit()));
    if ends && !period { found(Unit::Year, written, left) } else { None }
}

/// Most characters of a date with its damage.
const TORN: usize = 40;

/// A day whose figures are torn or spoilt, as running text is read: "ngày 1 5/4/2010"; and the byte behind it.
fn torn(rest: &str) -> Option<(usize, WrittenDate)> {
    starts_with_skeleton(rest, "ngay")?;
    let reach = rest.char_indices().nth(TORN).map_or(rest.len(), |(at, _)| at);
    let first = scan(&rest[..reach], Marks::Kept).into_iter().next()?;
    let Value::Point(point) = first.value else { return None };
    let begins = first.range.start == 0 && (first.range.end < reach || reach == rest.len());
    let field = |value: Option<u8>| value.map_or(Field::Illegible, Field::Number);
    let written = WrittenDate {
        damaged: matches!(point.flaw, Some(Flaw::Damaged | Flaw::Glued)),
        ..WrittenDate::of(field(point.day), field(point.month), point.year)
    };
    let told = point.year.is_some() && point.month.is_some() || point.flaw.is_some();
    (begins && told && point.unit == DateUnit::Day).then_some((first.range.end, written))
}

/// The year in `range`, right behind the name of a law.
pub(super) fn bare_year(text: &str, range: Range<usize>) -> Option<DateAt> {
    let (_, year) = year(&text[range.clone()]).ok()?;
    let written = WrittenDate::of(Field::Blank, Field::Blank, Some(year));
    Some(DateAt { range, written, unit: Unit::Year })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_of_documents() {
        for (text, want, edtf) in [
            ("ngày 01/02/2016 của", "ngày 01/02/2016", Some("2016-02-01")),
            ("ngày 13 tháng 8 năm 2015,", "ngày 13 tháng 8 năm 2015", Some("2015-08-13")),
            ("ký ngày 5-3-2020", "ngày 5-3-2020", Some("2020-03-05")),
            ("ngày /12/2025 của", "ngày /12/2025", Some("2025-12")),
            ("ngày … tháng 12 năm 2025", "ngày … tháng 12 năm 2025", Some("2025-12")),
            ("21/01/2015)", "21/01/2015", Some("2015-01-21")),
            ("năm 2013 và", "năm 2013", Some("2013")),
            ("tháng 11/1987", "tháng 11/1987", Some("1987-11")),
            ("ngày 01/02/16 của", "ngày 01/02/16", Some("2016-02-01")),
            ("ngày 31/6/2024", "ngày 31/6/2024", None),
            ("ngày 2l/1O/2016, của", "ngày 2l/1O/2016", Some("2016-10-21")),
            ("ngày 1 5/4/2010 của", "ngày 1 5/4/2010", Some("2010-04-15")),
            ("ngày 08 tbáng 10 năm 2018", "ngày 08 tbáng 10 năm 2018", Some("2018-10-08")),
            ("ngày 06 tháng 4 nărn 2016", "ngày 06 tháng 4 nărn 2016", Some("2016-04-06")),
            ("ugày 07/10/2016 của", "ugày 07/10/2016", Some("2016-10-07")),
            ("ngà 24/9/2025 của", "ngà 24/9/2025", Some("2025-09-24")),
        ] {
            let found = date_at(text, 0).expect(text);
            assert_eq!(&text[found.range.clone()], want, "{text}");
            assert_eq!(found.written.edtf().as_deref(), edtf, "{text}");
        }
        for text in [
            "năm 2021 - 2025",
            "ngày hội",
            "và 07/10/2016",
            "nga 5",
            "năm học 2024",
            "2024",
            "tháng hành động",
        ] {
            assert_eq!(date_at(text, 0), None, "{text}");
        }
    }
}
