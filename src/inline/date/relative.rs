//! Dates that hang on an event: "kể từ ngày ký", "trước 05 ngày tổ chức Hội nghị", "ngay sau khi …",
//! "trong thời hạn 07 ngày làm việc kể từ ngày nhận được hồ sơ". They have no value of their own.

use super::bound::Relation;
use super::token::{Kind, Reader};
use crate::lexicon::calendar::{Word, ends_event, is_measured, is_milestone};
use crate::lexicon::is_spelt;

/// A date relative to an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Relative {
    pub(super) relation: Relation,
    /// The token behind its last word.
    pub(super) next: usize,
}

/// The most words of an event.
const EVENT_WORDS: usize = 12;

/// Those of one that must come to an end.
const LONG_EVENT: usize = 18;

/// The relative date that begins at token `i`.
pub(super) fn relative(r: Reader<'_>, i: usize) -> Option<Relative> {
    match r.kind(i) {
        Kind::Word(Word::Counting) if r.is(i + 1, Word::From) => since(r, i + 2),
        Kind::Word(Word::From) => since_day(r, i + 1),
        Kind::Word(Word::Within) => within(r, i + 1),
        Kind::Word(Word::Before) => before(r, i + 1),
        Kind::Word(Word::Late) if r.is(i + 1, Word::Most) => {
            let at = i + 2 + usize::from(r.is(i + 2, Word::Is));
            match r.kind(at) {
                Kind::Word(Word::Before) => before(r, at + 1),
                Kind::Word(Word::After) => after(r, at + 1),
                _ => counted(r, at),
            }
        }
        Kind::Word(Word::Right) if r.is(i + 1, Word::After) => after(r, i + 2),
        Kind::Word(Word::After) => after(r, i + 1),
        // "05 ngày trước khi tổ chức", "10 ngày sau khi kết thúc"
        Kind::Figures(..) => around(r, i),
        _ => None,
    }
}

/// `"kể từ" ( "ngày" | "khi" ) event`
fn since(r: Reader<'_>, i: usize) -> Option<Relative> {
    let relation = Relation::From;
    let named = matches!(r.kind(i), Kind::Word(Word::Day | Word::When));
    let next = event(r, i + 1).filter(|_| named)?;
    Some(Relative { relation, next })
}

/// `"từ ngày" event`
fn since_day(r: Reader<'_>, i: usize) -> Option<Relative> {
    if r.is(i, Word::Day) { since(r, i) } else { None }
}

/// `( "trong" ) [ "vòng" | "thời hạn" | "thời gian" ] n unit … ( "kể từ" | "từ" | "sau" ) event`
fn within(r: Reader<'_>, i: usize) -> Option<Relative> {
    // "vòng", "thời hạn", "thời gian", "tối đa"
    let at = (i..i + 4).find(|at| matches!(r.kind(*at), Kind::Figures(..)))?;
    counted(r, at).map(|found| Relative { relation: Relation::By, ..found })
}

/// `n unit [ "làm việc" ] [ "," ] ( "kể từ" | "từ" | "sau" | "trước" ) event`
fn counted(r: Reader<'_>, i: usize) -> Option<Relative> {
    let at = duration(r, i)?;
    let at = at + usize::from(r.is_sign(at, ','));
    let (relation, next) = match r.kind(at) {
        Kind::Word(Word::Counting) if r.is(at + 1, Word::From) => (Relation::By, at + 2),
        Kind::Word(Word::From | Word::After) => (Relation::By, at + 1),
        Kind::Word(Word::Before) => (Relation::Before, at + 1),
        _ => return None,
    };
    event(r, next).map(|next| Relative { relation, next })
}

/// `n unit ( "trước" | "sau" ) ( "khi" | "ngày" ) event`
fn around(r: Reader<'_>, i: usize) -> Option<Relative> {
    let at = duration(r, i)?;
    let relation = match r.kind(at) {
        Kind::Word(Word::Before) => Relation::Before,
        Kind::Word(Word::After) => Relation::After,
        _ => return None,
    };
    let named = matches!(r.kind(at + 1), Kind::Word(Word::Day | Word::When));
    let next = event(r, at + 2).filter(|_| named)?;
    Some(Relative { relation, next })
}

/// `n ( "ngày" | "tuần" | "tháng" | "năm" | "giờ" ) [ "làm việc" ]`, and the token behind.
fn duration(r: Reader<'_>, i: usize) -> Option<usize> {
    r.figures(i, 1, 3)?;
    // "07 (bảy) ngày"
    let at = if r.is_sign(i + 1, '(') && r.is_sign(i + 3, ')') { i + 4 } else { i + 1 };
    let unit = matches!(
        r.kind(at),
        Kind::Word(Word::Day | Word::Week | Word::Month | Word::Year | Word::Hour)
    );
    let work = if r.is(at + 1, Word::Work) { 2 } else { 0 };
    unit.then_some(at + 1 + work)
}

/// `"trước" ( n unit event | ( "ngày" | "khi" ) event )`
fn before(r: Reader<'_>, i: usize) -> Option<Relative> {
    let relation = Relation::Before;
    if let Some(at) = duration(r, i) {
        // "trước 05 ngày" alone has nothing to hang on.
        return event(r, at).map(|next| Relative { relation, next });
    }
    let named = matches!(r.kind(i), Kind::Word(Word::Day | Word::When));
    let next = event(r, i + 1).filter(|_| named)?;
    let counted = (i..next).any(|at| duration(r, at).is_some());
    let told = r.is(i, Word::Day) || counted || is_milestone(&r.text[r.start(i)..r.end(next - 1)]);
    told.then_some(Relative { relation, next })
}

/// `"sau" ( "khi" event | n unit [ "kể từ" … ] event )`
fn after(r: Reader<'_>, i: usize) -> Option<Relative> {
    if r.is(i, Word::When) {
        // Words that go on and on are no event.
        let next = event_of(r, i + 1, LONG_EVENT).filter(|next| *next <= i + LONG_EVENT)?;
        // "Sau khi nghe báo cáo, …" tells a story.
        let right = i > 1 && r.is(i - 2, Word::Right);
        let told = right || is_milestone(&r.text[r.start(i)..r.end(next - 1)]);
        return told.then_some(Relative { relation: Relation::After, next });
    }
    // "sau ngày bầu cử 10 ngày"
    if r.is(i, Word::Day) {
        return event(r, i + 1).map(|next| Relative { relation: Relation::After, next });
    }
    counted(r, i).map(|found| Relative { relation: Relation::After, ..found })
}

/// Where the words for an event end that begin at token `i`: at a sign, at a word of another clause.
fn event(r: Reader<'_>, i: usize) -> Option<usize> {
    event_of(r, i, EVENT_WORDS)
}

/// As [`event`], of as many words at most.
fn event_of(r: Reader<'_>, i: usize, words: usize) -> Option<usize> {
    let figures = |at| matches!(r.kind(at), Kind::Figures(..));
    let unit = matches!(r.kind(i), Kind::Word(Word::Day | Word::Month | Word::Year));
    let dated = figures(i) && !is_measured(r.word(i + 1)) || unit && figures(i + 1);
    let ends = |at: usize| match r.kind(at) {
        Kind::Sign(sign) => !matches!(sign, '"' | '“' | '”' | '/'),
        Kind::End => true,
        // "từ ngày ra thông báo đến ngày 15/12"
        Kind::Word(Word::To) => matches!(
            r.kind(at + 1),
            Kind::Figures(..) | Kind::Word(Word::Day | Word::Through | Word::Month | Word::Year)
        ),
        // The first word may be one of these: "kể từ ngày được phê duyệt".
        Kind::Letters | Kind::Word(_) => at > i && ends_event(r.word(at)),
        _ => false,
    };
    // "trước 15 giờ hằng ngày"
    if is_spelt(r.word(i), &["hàng", "hằng", "mỗi"]) {
        return Some(i + 2);
    }
    let next = (i..i + words).find(|at| ends(*at)).unwrap_or(i + words);
    (next > i && !dated).then_some(next)
}
