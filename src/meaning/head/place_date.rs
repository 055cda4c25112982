//! "Hà Nội, ngày 05 tháng 3 năm 2020": place and date, also broken over lines and with blanks.

use std::ops::Range;

use serde_json::Value;

use super::fragment::{Fragment, Role, letters};
use crate::diagnostic::Code;
use crate::document::{Basis, Date, DateKind, Text};
use crate::inline::date::{Field, WrittenDate, date, keyword, spelled, year};
use crate::layout::{COLUMN_GAP, Ledger, Sheet};
use crate::lexicon::{is_upper, is_word, last_word, names_place, word_starts};

/// Fragments among which the rest of a broken date is looked for.
const REST_REACH: usize = 6;

/// Words of a place name: "Thành phố Hồ Chí Minh" has five, "Thành phố Phan Rang - Tháp Chàm" seven.
const PLACE_WORDS: usize = 8;

/// A place and the date behind it, as ranges of one piece.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct PlaceDate {
    /// The place with its comma.
    pub(super) place: Option<Range<usize>>,
    /// From "ngày" to the end of the date or of the piece.
    pub(super) date: Range<usize>,
}

/// Finds "…, ngày …" in a piece.
///
/// `words` are the places of those that begin with the first letter of "ngày".
pub(super) fn find_place_date(text: &str, words: impl Iterator<Item = usize>) -> Option<PlaceDate> {
    let at = find_day_word(text, words).or_else(|| find_damaged_day_word(text))?;
    let before = text[..at].trim_end();
    let rest = &text[at..];
    let end = at + date_len(rest);
    // "Ngày 22/02/2024 08:00:00": when a page was posted.
    if let [b'0'..=b'9', b'0'..=b'9', b':', _, _, b':', ..] = text[end..].trim_start().as_bytes() {
        return None;
    }
    let place = (!before.is_empty()).then(|| place_start(before)..before.len());
    Some(PlaceDate { place, date: at..end })
}

/// Where "ngày" stands, if what follows is the date of a letterhead.
fn find_day_word(text: &str, words: impl Iterator<Item = usize>) -> Option<usize> {
    for at in words {
        let before = text[..at].trim_end();
        let rest = &text[at..];
        let after_comma = before.ends_with([',', ';', '.']) && !before.ends_with("..");
        let whole = keyword("ngay")(rest).is_ok_and(|(after, ())| starts_date(after));
        let alone = before.is_empty() || after_comma;
        if whole && (alone || follows_place(before) && date(rest).is_ok_and(|(_, d)| d.is_whole()))
        {
            return Some(at);
        }
        // A damaged "ngày" (glued to its number, or cut) behind a comma, with the year at the end.
        let damaged = after_comma && starts_with_day(rest) && ends_with_year(rest);
        if damaged {
            return Some(at);
        }
    }
    None
}

/// Where a word stands behind a comma that should be "ngày", before a whole date: "An Phú, ugày 5 tháng 2 năm 2025".
fn find_damaged_day_word(text: &str) -> Option<usize> {
    let commas = memchr::memchr_iter(b',', text.as_bytes());
    let words = commas.map(|comma| text.len() - text[comma + 1..].trim_start().len());
    words.into_iter().find(|at| behind_damaged_day(&text[*at..]).is_some_and(WrittenDate::is_whole))
}

/// A date whose "ngày" has its first letters or its last one wrong.
fn behind_damaged_day(text: &str) -> Option<WrittenDate> {
    let end = text.find(|c: char| !c.is_alphabetic())?;
    let (word, after) = text.split_at(end);
    let mut letters = word.chars().filter_map(crate::lexicon::fold);
    let begins = letters.next() == Some(b'n') && letters.next() == Some(b'g');
    let like_day = (2..=4).contains(&word.chars().count())
        && (begins || word.chars().next_back().and_then(crate::lexicon::fold) == Some(b'y'));
    if !like_day || !after.trim_start().starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let (_, found) = spelled(after).ok()?;
    Some(WrittenDate { damaged: true, ..found })
}

/// Whether what stands behind "ngày" is a day: digits, a blank, a fill, or nothing more on this line.
fn starts_date(after: &str) -> bool {
    let after = after.trim_start_matches([' ', ':', '.', '…', '_']);
    after.is_empty()
        || after.starts_with(|c: char| c.is_ascii_digit() || c == '/')
        || spelled(after).is_ok()
}

fn follows_place(before: &str) -> bool {
    let last = last_word(before);
    last.starts_with(char::is_uppercase) && !is_upper(before)
}

fn starts_with_day(text: &str) -> bool {
    let mut letters = text.chars().filter_map(crate::lexicon::fold);
    letters.next() == Some(b'n') && letters.next() == Some(b'g') && letters.next() == Some(b'a')
}

/// Whether "năm" and four digits stand near the end.
fn ends_with_year(text: &str) -> bool {
    let text = text.trim_end_matches(['.', ' ']);
    text.len() <= 80 && text.is_char_boundary(text.len().saturating_sub(4)) && {
        let (before, last) = text.split_at(text.len().saturating_sub(4));
        year(last).is_ok() && before.trim_end().ends_with(['m', 'M', 'n'])
    }
}

/// How much of a text that begins with "ngày" is date.
pub(super) fn date_len(text: &str) -> usize {
    match date(text) {
        Ok((rest, found)) if found.year.is_some() => text.len() - rest.len(),
        _ => text.len(),
    }
}

/// Where the place begins in what stands before the comma: with its first letter, "11:51, Hà Nội".
fn place_start(before: &str) -> usize {
    let start = first_of_place(before);
    start + before[start..].find(char::is_alphabetic).unwrap_or_default()
}

/// Behind a wide gap, else at the start.
fn first_of_place(before: &str) -> usize {
    let gap = before.rfind(COLUMN_GAP).map_or(0, |at| at + COLUMN_GAP.len());
    let words = before[gap..].split_whitespace().count();
    if words <= PLACE_WORDS {
        return gap;
    }
    // Too much for a place: the last words that begin with a capital.
    let mut start = before.len();
    let words = before.char_indices().rev().filter(|(_, c)| *c == ' ').map(|(at, _)| at + 1);
    for word in words.chain([0]) {
        if word > gap
            && !before[word..].starts_with(|c: char| c.is_uppercase() || matches!(c, '-' | ' '))
        {
            break;
        }
        start = word.max(gap);
    }
    start
}

/// Finds the pieces of a date that is broken over fragments, and a place on the line before.
///
/// Gives them their roles and returns the ranges of the date, cut behind the year.
pub(super) fn gather_date(
    sheet: &Sheet<'_>,
    fragments: &mut Vec<Fragment>,
    at: usize,
) -> Vec<Range<usize>> {
    let mut pieces = vec![fragments[at].range.clone()];
    let mut index = at + 1;
    while !has_year(sheet, &pieces) && index < fragments.len() && index <= at + REST_REACH {
        let fragment = &fragments[index];
        let text = sheet.slice(&fragment.range);
        if fragment.role == Role::Words && continues_date(text) {
            pieces.push(fragment.range.clone());
            fragments[index].role = Role::Date;
            let cut = cut_behind_year(sheet, &mut pieces);
            if let Some(rest) = cut {
                let line = fragments[index].line;
                fragments[index].range.end = rest.start;
                fragments.insert(index + 1, Fragment { range: rest, line, role: Role::Words });
            }
        }
        index += 1;
    }
    pieces
}

fn has_year(sheet: &Sheet<'_>, pieces: &[Range<usize>]) -> bool {
    let text = sheet.flow(pieces);
    date(&text).is_ok_and(|(_, found)| found.year.is_some()) || ends_with_year(&text)
}

/// Cuts what follows the year off the last piece and returns it.
fn cut_behind_year(sheet: &Sheet<'_>, pieces: &mut [Range<usize>]) -> Option<Range<usize>> {
    let text = sheet.flow(pieces);
    let (rest, found) = date(&text).ok()?;
    let last = pieces.last_mut()?;
    let rest = rest.trim_start_matches([' ', '.', ',']);
    if found.year.is_none() || !rest.chars().any(is_word) || rest.len() >= last.len() {
        return None;
    }
    let words = sheet.slice(last);
    let behind = words.rfind(rest)?;
    let start = last.start + behind;
    let cut = start..last.end;
    last.end = last.start + words[..behind].trim_end().len();
    Some(cut)
}

/// Whether a fragment goes on with a broken date: "23 tháng", "tháng 8 năm 2024", "năm 2026", "2026".
fn continues_date(text: &str) -> bool {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let rest = text[digits..].trim_start_matches([' ', '.', '…']);
    let word = keyword("thang")(rest).is_ok() || keyword("nam")(rest).is_ok();
    if digits == 0 {
        word && letters(text) <= 8
    } else {
        word || rest.is_empty() && matches!(digits, 1 | 2 | 4)
    }
}

/// Gives the role [`Role::Place`] to a place that began on the line before: "Thành phố Hồ / Chí Minh,".
pub(super) fn gather_place(sheet: &Sheet<'_>, fragments: &mut [Fragment], date: usize) {
    let before = date.checked_sub(1);
    let here = before.filter(|index| fragments[*index].role == Role::Place);
    let above = match (here, before) {
        (Some(index), _) => index.checked_sub(1),
        (None, Some(index)) => Some(index),
        (None, None) => None,
    };
    let Some(above) = above.filter(|index| fragments[*index].role == Role::Words) else { return };
    let text = sheet.slice(&fragments[above].range);
    let line = fragments[here.unwrap_or(date)].line;
    let near = fragments[above].line + 1 == line && sheet.lines[line].blanks <= 1;
    let words = text.split_whitespace().count();
    let first = text.split_whitespace().next().unwrap_or_default();
    let named = text.starts_with(char::is_uppercase) && !is_upper(first) && words <= PLACE_WORDS
        || first.starts_with("TP");
    let fits = match here {
        // The date stands alone: its place ends with the comma.
        None => text.ends_with(','),
        // Part of the name stands beside the date: the rest begins with the word for its kind, or is
        // a name itself.
        Some(_) => {
            names_place(text)
                || words <= 3
                    && text
                        .split_whitespace()
                        .all(|w| w.starts_with(char::is_uppercase) || w == "-")
        }
    };
    if near && named && fits {
        fragments[above].role = Role::Place;
    }
}

/// The date of the document from its pieces.
pub(super) fn build_date(pieces: &[Range<usize>], ledger: &mut Ledger<'_>) -> Date {
    let Text { text, span, parts } = ledger.value(pieces);
    let found = date(&text).ok().map(|(_, found)| found);
    let found = found.or_else(|| behind_damaged_day(&text)).or_else(|| year_alone(&text));
    let edtf = found.and_then(WrittenDate::edtf);
    let whole = found.is_some_and(WrittenDate::is_whole) && edtf.is_some();
    let hull =
        pieces.first().map_or(0, |piece| piece.start)..pieces.last().map_or(0, |piece| piece.end);
    report(&text, found, edtf.as_deref(), &hull, ledger);
    Date {
        text,
        span,
        parts,
        edtf,
        kind: if whole { DateKind::Day } else { DateKind::Incomplete },
        relation: None,
        basis: Basis::Stated,
        recurrence: None,
        partial: None,
        time: None,
    }
}

/// The year of a damaged date, and its month if that can be read: "ngàycŸO tháng 10 năm 2017".
fn year_alone(text: &str) -> Option<WrittenDate> {
    let text = text.trim_end_matches(['.', ' ']);
    let split = text.len().checked_sub(4).filter(|at| text.is_char_boundary(*at))?;
    let (_, year) = year(&text[split..]).ok()?;
    let month = text.char_indices().find_map(|(at, _)| {
        let (rest, ()) = keyword("thang")(&text[at..]).ok()?;
        spelled(&format!("tháng{rest}")).ok().map(|(_, found)| found.month)
    });
    Some(WrittenDate::of(Field::Illegible, month.unwrap_or(Field::Illegible), Some(year)))
}

fn report(
    text: &str,
    found: Option<WrittenDate>,
    edtf: Option<&str>,
    hull: &Range<usize>,
    ledger: &mut Ledger<'_>,
) {
    let args = [("text", Value::from(text)), ("edtf", edtf.map_or(Value::Null, Value::from))];
    let fields = found.map_or([Field::Illegible; 2], |found| [found.day, found.month]);
    if edtf.is_none() && found.is_some_and(WrittenDate::is_whole) {
        ledger.report(
            Code::DateInvalid,
            hull,
            format!("{text:?} is no day of the calendar"),
            &args,
        );
    } else if fields.contains(&Field::Illegible) || found.is_some_and(WrittenDate::is_mended) {
        let message = format!("{text:?} is damaged: it holds signs that are no digits");
        ledger.report(Code::DateInvalid, hull, message, &args);
    } else if found.is_none_or(|found| found.year.is_none()) && has_year_figures(text) {
        let message = format!("{text:?} is damaged: its year cannot be read");
        ledger.report(Code::DateInvalid, hull, message, &args);
    } else if !found.is_some_and(WrittenDate::is_whole) {
        ledger.report(Code::DateBlank, hull, format!("{text:?} is not filled in"), &args);
    }
}

/// Whether three figures at least stand behind "năm": "20 25", "3025", where a draft leaves two: "năm 20".
fn has_year_figures(text: &str) -> bool {
    let year = word_starts(text).find_map(|at| keyword("nam")(&text[at..]).ok());
    year.is_some_and(|(rest, ())| rest.chars().filter(char::is_ascii_digit).count() > 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As the cutter looks for "ngày".
    fn days(text: &str) -> impl Iterator<Item = usize> {
        let starts = crate::lexicon::word_starts(text);
        starts.filter(|at| text[*at..].starts_with(['n', 'N']))
    }

    #[test]
    fn places_and_dates() {
        for (text, place, date) in [
            ("Hà Nội, ngày 5 tháng 3 năm 2020", "Hà Nội,", "ngày 5 tháng 3 năm 2020"),
            ("Hưng Yên,  ngày 25  tháng 5  năm 2009", "Hưng Yên,", "ngày 25  tháng 5  năm 2009"),
            ("Phú Thọ, ngày    tháng    năm 2012", "Phú Thọ,", "ngày    tháng    năm 2012"),
            ("TP. HCM, ngày 10/4/2012", "TP. HCM,", "ngày 10/4/2012"),
            ("Mỹ Trà, ngày", "Mỹ Trà,", "ngày"),
            ("ngày 5 tháng 3 năm 2020", "", "ngày 5 tháng 3 năm 2020"),
            ("Đồng Xoài ngày 14 tháng5 năm 2008", "Đồng Xoài", "ngày 14 tháng5 năm 2008"),
            ("Hà Tiên, ngàycŸO tháng 10 năm 2017", "Hà Tiên,", "ngàycŸO tháng 10 năm 2017"),
            ("An Phú, ugày 5 tháng 3 năm 2020", "An Phú,", "ugày 5 tháng 3 năm 2020"),
            ("An Phú,này 5 tháng 3 năm 2020", "An Phú,", "này 5 tháng 3 năm 2020"),
            ("V/v xin ý kiến     Huế, ngày 5/3/2020", "Huế,", "ngày 5/3/2020"),
            ("11:51, Huế, ngày 5/3/2020", "Huế,", "ngày 5/3/2020"),
        ] {
            let found = find_place_date(text, days(text)).expect(text);
            assert_eq!(found.place.map_or("", |range| &text[range]), place, "{text}");
            assert_eq!(&text[found.date], date, "{text}");
        }
        let posted = "Ngày 22/02/2024 08:05:00";
        assert_eq!(find_place_date(posted, days(posted)), None);
    }

    #[test]
    fn near_misses() {
        for text in [
            "Ngày ban hành: 03/10/2025",
            "hưởng ứng Ngày Môi trường thế giới",
            "Thực hiện Công văn số 5 ngày 6 tháng 7 năm 2020 của Sở",
            "trong 5 ngày",
            "Họp sáng thứ hai, từ 5 tháng 3 năm 2020",
            "trong nhà, này 5 bàn",
        ] {
            assert_eq!(find_place_date(text, days(text)), None, "{text}");
        }
    }
}
