//! Times of the day: "08 giờ 00", "7h30", "14g00", "13:30", "16:18:57".
//!
//! A time alone is no date; one that stands beside a day belongs to it.

use super::token::{Kind, Reader};
use crate::lexicon::calendar::Word;

/// Hours and minutes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Time {
    pub(crate) hour: u8,
    pub(crate) minute: u8,
}

/// A time, or the two ends of one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Times {
    pub(crate) from: Time,
    pub(crate) until: Option<Time>,
}

/// The time that begins at token `i`, and the token behind it.
///
/// `time := hh ( "giờ" | "h" | "g" ) [ mm [ "phút" | "'" ] ] | hh ":" mm [ ":" ss ]`
pub(super) fn time(r: Reader<'_>, i: usize) -> Option<(Time, usize)> {
    let below = |i: usize, most: u32| r.figures(i, 1, 2).filter(|value| *value < most);
    let hour = below(i, 25)? as u8;
    if r.is_sign(i + 1, ':') && r.is_glued(i + 1) && r.is_glued(i + 2) {
        let minute = r.figures(i + 2, 2, 2).filter(|minute| *minute < 60)? as u8;
        let seconds =
            r.is_sign(i + 3, ':') && r.is_glued(i + 4) && r.figures(i + 4, 2, 2).is_some();
        return Some((Time { hour, minute }, if seconds { i + 5 } else { i + 3 }));
    }
    if !r.is(i + 1, Word::Hour) {
        return None;
    }
    let Some(minute) = below(i + 2, 60).filter(|_| {
        // "8 giờ 5/3" is eight o'clock on a day.
        !r.is_sign(i + 3, '/') || !r.is_glued(i + 3)
    }) else {
        return Some((Time { hour, minute: 0 }, i + 2));
    };
    let apostrophe = matches!(r.kind(i + 3), Kind::Sign('\'' | '’' | '′' | 'ʼ'));
    let named = apostrophe || r.is(i + 3, Word::Minute);
    Some((Time { hour, minute: minute as u8 }, i + 3 + usize::from(named)))
}

/// `[ "từ" ] time [ ( "đến" | "-" ) time ]`: one time or two.
pub(super) fn times(r: Reader<'_>, i: usize) -> Option<(Times, usize)> {
    let at = i + usize::from(r.is(i, Word::From));
    let (from, next) = time(r, at)?;
    let to = r.is(next, Word::To) || r.kind(next) == Kind::Dash;
    match time(r, next + 1) {
        Some((until, next)) if to => Some((Times { from, until: Some(until) }, next)),
        _ if at > i => None,
        _ => Some((Times { from, until: None }, next)),
    }
}

/// `"thứ" ( "hai" … "bảy" | 2 … 7 ) | "chủ nhật"`: the number of the weekday, Monday is 1.
pub(super) fn weekday(r: Reader<'_>, i: usize) -> Option<(u8, usize)> {
    if r.is(i, Word::Lord) && r.is(i + 1, Word::Sun) {
        return Some((7, i + 2));
    }
    if !r.is(i, Word::Ordinal) {
        return None;
    }
    let number = match r.kind(i + 1) {
        Kind::Word(Word::Count(number @ 2..=7)) => number,
        // "thứ Năm" is spelt as "year" is.
        Kind::Word(Word::Year) => 5,
        Kind::Figures(number @ 2..=7, 1) => number as u8,
        _ => return None,
    };
    Some((number - 1, i + 2))
}
