//! What stands behind dates and belongs to them: "hằng năm", "và các năm tiếp theo", "âm lịch".

use super::clock::weekday;
use super::month;
use super::point::Unit;
use super::recurring::{self, Every, Recurrence};
use super::series::Series;
use super::token::{Kind, Reader};
use crate::lexicon::calendar::{Word, is_capital, is_lunar_year};
use crate::lexicon::is_spelt;

/// What stands behind a series.
#[derive(Debug, Clone, Copy)]
pub(super) struct Tail {
    /// The token behind it.
    pub(super) next: usize,
    pub(super) sense: Sense,
    /// The weekday that is named, Monday is 1.
    pub(super) weekday: Option<u8>,
}

/// What the words behind dates make of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sense {
    /// Nothing else.
    Plain,
    /// "hằng năm".
    Recurring(Recurrence),
    /// "và các năm tiếp theo", "trở đi".
    Onward,
    /// "trở về trước".
    Backward,
    /// "âm lịch".
    Lunar,
    /// "của tháng trước": of a month that is not named.
    Relative,
}

impl Tail {
    /// How often the dates come again.
    pub(super) fn recurrence(&self) -> Option<Recurrence> {
        match self.sense {
            Sense::Recurring(recurrence) => Some(recurrence),
            _ => None,
        }
    }
}

/// What stands behind a series.
pub(super) fn tail(r: Reader<'_>, series: &Series) -> Tail {
    let i = series.next;
    let is_day = series.members.last().is_some_and(|last| last.point.unit == Unit::Day);
    let yearless = series.members.last().is_some_and(|last| last.point.year.is_none());
    let sense = onward(r, i)
        .map(|next| (Sense::Onward, next))
        .or_else(|| backward(r, i).map(|next| (Sense::Backward, next)))
        .or_else(|| lunar(r, i).map(|next| (Sense::Lunar, next)))
        .or_else(|| recurring::behind(r, i).map(|(again, next)| (Sense::Recurring(again), next)))
        .or_else(|| of_each(r, i).filter(|_| is_day))
        .or_else(|| of_another(r, i).filter(|_| yearless).map(|next| (Sense::Relative, next)));
    let (sense, next) = sense.unwrap_or((Sense::Plain, i));
    let bracket = usize::from(r.is_sign(i, '('));
    let weekday = weekday(r, i + bracket).filter(|_| is_day).map(|(day, _)| day);
    Tail { next, sense, weekday }
}

/// `[ "của" ] "tháng" ( "đầu" | "cuối" ) [ "của" ] "quý"`: of each quarter.
fn of_each(r: Reader<'_>, i: usize) -> Option<(Sense, usize)> {
    let at = i + usize::from(r.is(i, Word::Of));
    let part = matches!(r.kind(at + 1), Kind::Word(Word::Start | Word::End));
    let unit = at + 2 + usize::from(r.is(at + 2, Word::Of));
    let again = Recurrence { count: 1, unit: Every::Quarter };
    let told = r.is(at, Word::Month) && part && r.is(unit, Word::Quarter);
    (told && month::quarter(r, unit + 1).is_none()).then_some((Sense::Recurring(again), unit + 1))
}

/// `[ "của" ] ( "tháng" | "quý" | "năm" | "kỳ" ) ( "trước" | "sau" | "tiếp theo" ) [ cycle ]`
fn of_another(r: Reader<'_>, i: usize) -> Option<usize> {
    let of = r.is(i, Word::Of);
    let at = i + usize::from(of);
    if of && r.is(at, Word::Cycle) {
        return Some(cycle(r, at));
    }
    let unit = matches!(r.kind(at), Kind::Word(Word::Month | Word::Quarter | Word::Year));
    let next = at + 2 + usize::from(r.is(at + 2, Word::Following));
    let which = matches!(r.kind(at + 1), Kind::Word(Word::Before | Word::After | Word::Next));
    // "của năm báo cáo", "năm kế hoạch", "năm ngoái"
    let named = r.is(at, Word::Year) && is_spelt(r.word(at + 1), &["báo", "kế", "ngoái", "liền"]);
    if unit && named {
        let pair = is_spelt(r.word(at + 1), &["báo", "kế", "liền"]);
        return Some(at + 2 + usize::from(pair));
    }
    // "năm trước kỳ báo cáo"
    let next = if r.is(next, Word::Cycle) { cycle(r, next) } else { next };
    (unit && which).then_some(next)
}

/// `"kỳ" [ "báo cáo" | "kế hoạch" ]`, and the token behind.
fn cycle(r: Reader<'_>, i: usize) -> usize {
    let named = is_spelt(r.word(i + 1), &["báo", "kế"]);
    i + if named { 3 } else { 1 }
}

/// `"và" ( "các" | "những" ) ( "năm" | "ngày" | … ) ( "tiếp theo" | "sau" | … ) | "trở đi" | "trở về sau"`
fn onward(r: Reader<'_>, i: usize) -> Option<usize> {
    if r.is(i, Word::Onward) {
        let go = r.is(i + 1, Word::Go);
        return (go || r.is(i + 2, Word::After)).then_some(i + 2 + usize::from(!go));
    }
    let and = r.is(i, Word::And) || r.is_sign(i, ',');
    let units =
        matches!(r.kind(i + 2), Kind::Word(Word::Day | Word::Month | Word::Quarter | Word::Year));
    if !(and && r.is(i + 1, Word::Those) && units) {
        return None;
    }
    let following = |at| at + usize::from(r.is(at, Word::Following));
    match r.kind(i + 3) {
        Kind::Word(Word::Next) => Some(following(i + 4)),
        Kind::Word(Word::After | Word::To) => Some(i + 4),
        // "các năm kế tiếp"
        Kind::Letters if r.is(i + 4, Word::Next) => Some(following(i + 5)),
        _ => None,
    }
}

/// `[ "trở" ] "về trước"`
fn backward(r: Reader<'_>, i: usize) -> Option<usize> {
    let at = i + usize::from(r.is(i, Word::Onward));
    (is_spelt(r.word(at), &["về"]) && r.is(at + 1, Word::Before)).then_some(at + 2)
}

/// `[ "(" ] ( "âm lịch" | "ÂL" ) [ ")" ] | [ "năm" ] stem branch`
pub(super) fn lunar(r: Reader<'_>, i: usize) -> Option<usize> {
    let at = i + usize::from(r.is(i, Word::Year));
    if is_capital(r.word(at)) && is_lunar_year(r.word(at), r.word(at + 1)) {
        return Some(at + 2);
    }
    let bracket = usize::from(r.is_sign(i, '('));
    let next = i + bracket + 1;
    if !r.is(next - 1, Word::Moon) {
        return None;
    }
    let next = next + usize::from(r.is(next, Word::Calendar));
    Some(next + usize::from(bracket == 1 && r.is_sign(next, ')')))
}
