//! The words before a date that say how it bounds: "trước", "chậm nhất", "đến hết", "từ", "trong".

use super::token::{Kind, Reader};
use crate::document::DateRelation;
use crate::lexicon::bodies::place_word;
use crate::lexicon::calendar::Word;
use crate::lexicon::{is_spelt, is_upper};

/// How a date bounds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Bound {
    /// `None` where the words only introduce a date ("dịp 30/4").
    pub(super) relation: Option<Relation>,
    /// Whether the period it ends has no beginning of its own: "đến hết", not "hết".
    pub(super) open: bool,
    /// The token behind the words.
    pub(super) next: usize,
}

/// As [`DateRelation`], for copying.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Relation {
    Before,
    By,
    After,
    From,
    Until,
    In,
}

impl From<Relation> for DateRelation {
    fn from(relation: Relation) -> Self {
        match relation {
            Relation::Before => Self::Before,
            Relation::By => Self::By,
            Relation::After => Self::After,
            Relation::From => Self::From,
            Relation::Until => Self::Until,
            Relation::In => Self::In,
        }
    }
}

/// The bounding words that begin at token `i`.
pub(super) fn bound(r: Reader<'_>, i: usize) -> Option<Bound> {
    let found = |relation, open, next| Some(Bound { relation: Some(relation), open, next });
    match r.kind(i) {
        Kind::Word(Word::Before) | Kind::Blurred(Word::Before) => {
            found(Relation::Before, true, behind_filler(r, i + 1))
        }
        Kind::Word(Word::Late) | Kind::Blurred(Word::Late) if r.is_near(i + 1, Word::Most) => {
            Some(latest(r, i + 2))
        }
        Kind::Word(Word::Not) if r.is(i + 1, Word::Past) => Some(latest(r, i + 2)),
        // "không muộn hơn"
        Kind::Word(Word::Not) if r.is(i + 1, Word::Late) => Some(latest(r, i + 3)),
        // "Thời hạn: 30/6"
        Kind::Word(Word::Span) if r.is(i + 1, Word::Term) => {
            let next = latest(r, i + 2).next;
            // "thời hạn đến 31/12"
            found(Relation::By, r.is(next - 1, Word::To), next)
        }
        Kind::Word(Word::Term) if r.is(i + 1, Word::End) || is_spelt(r.word(i + 1), &["chót"]) => {
            Some(latest(r, i + 2))
        }
        // "Hạn nộp danh sách: 25/9"
        Kind::Word(Word::Term) => {
            label(r, i + 1).map(|next| Bound { relation: Some(Relation::By), open: false, next })
        }
        Kind::Word(Word::For) if r.is(i + 1, Word::To) => bound(r, i + 1),
        Kind::Word(Word::To) if r.is(i + 1, Word::Through) => found(Relation::By, true, i + 2),
        Kind::Word(Word::To) if r.is(i + 1, Word::Before) => found(Relation::Before, true, i + 2),
        Kind::Word(Word::To) => found(Relation::Until, true, i + 1),
        Kind::Word(Word::Through) => found(Relation::By, false, i + 1),
        Kind::Word(Word::From) => from(r, i).filter(|_| !ends_place(r, i)),
        Kind::Word(Word::Counting) | Kind::Letters if r.is(i + 1, Word::From) => {
            // "kể từ", also damaged: "kế từ".
            let damaged = is_spelt(r.word(i), &["kế", "ke"]);
            let stem =
                i > 0 && is_spelt(r.word(i - 1), &["thiết", "thừa", "kiểm", "thống", "lũy", "luỹ"]);
            from(r, i + 1).filter(|_| r.is(i, Word::Counting) || damaged && !stem)
        }
        // "trước, trong và sau ngày …" is the day and what is around it.
        Kind::Word(Word::After)
            if i > 1
                && r.is(i - 1, Word::And)
                && matches!(r.kind(i - 2), Kind::Word(Word::Within | Word::Before)) =>
        {
            Some(Bound { relation: None, open: false, next: i + 1 })
        }
        Kind::Word(Word::After) => found(Relation::After, true, i + 1),
        Kind::Word(Word::Within) => found(Relation::In, false, i + 1),
        Kind::Word(Word::Occasion) => Some(Bound { relation: None, open: false, next: i + 1 }),
        _ => None,
    }
}

/// Whether the word at `i` is the last of a place's name: "xã Vĩnh Từ giai đoạn 2021 - 2025".
fn ends_place(r: Reader<'_>, i: usize) -> bool {
    let large = |i| r.word(i).starts_with(char::is_uppercase);
    i > 1
        && large(i)
        && !is_upper(r.word(i))
        && large(i - 1)
        && place_word(r.word(i - 2)).is_some()
        && r.start(i) == r.end(i - 1) + 1
}

/// `"từ" [ … "nay" "đến" [ "hết" ] ]`: what begins now has no date to begin with.
fn from(r: Reader<'_>, i: usize) -> Option<Bound> {
    let part = usize::from(r.is(i + 1, Word::DayPart));
    let now = i + 1 + part;
    if r.is(now, Word::Now) {
        let to = now + 1 + usize::from(r.is(now + 1, Word::For));
        return if r.is(to, Word::To) { bound(r, to) } else { None };
    }
    Some(Bound { relation: Some(Relation::From), open: true, next: i + 1 })
}

/// The most words of a label: "Hạn nộp hồ sơ dự thi:".
const LABEL: usize = 5;

/// Behind the colon of a label.
fn label(r: Reader<'_>, i: usize) -> Option<usize> {
    (i..i + LABEL).find(|at| r.is_sign(*at, ':')).map(|colon| colon + 1)
}

/// What may stand between "chậm nhất" and its date: "là", "vào", "đến", "trong", "trước".
fn latest(r: Reader<'_>, i: usize) -> Bound {
    let mut relation = Relation::By;
    let mut next = i;
    // "chậm nhất là đến trước"
    for _ in 0..3 {
        match r.kind(next) {
            Kind::Word(Word::Before) => relation = Relation::Before,
            Kind::Word(Word::Is | Word::At | Word::To | Word::Within | Word::Through)
            | Kind::Sign(':') => {}
            _ => break,
        }
        next += 1;
    }
    Bound { relation: Some(relation), open: true, next }
}

/// Behind "trước" a comma or "là" may stand: "trước, ngày …" is none.
fn behind_filler(r: Reader<'_>, i: usize) -> usize {
    i + usize::from(r.is(i, Word::Is))
}
