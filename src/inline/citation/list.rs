//! What the members of a list share: "các Nghị quyết số 18-NQ/TW và 19-NQ/TW", "Quyết định số 1 và
//! Quyết định số 2 ngày … của …".

use super::symbol::{organ_in, type_in};
use super::{Doer, Mention, before};
use crate::document::Relation;
use crate::lexicon::types::type_at_start;

/// Bytes over which "các Quyết định của UBND tỉnh: số …; số …" hands its type on.
const REACH: usize = 700;

/// Whether only "," or "và" stands between a mention and what begins at `start`; ";" too where no
/// type begins there anew.
pub(super) fn joins(text: &str, last: &Mention, start: usize) -> bool {
    let Some(between) = text.get(last.range.end..start) else { return false };
    match between.trim() {
        "," | "và" | ", và" | "VÀ" | "&" => true,
        ";" => type_at_start(&text[start..]).is_none(),
        _ => false,
    }
}

/// Hands on what a list shares.
pub(super) fn share(text: &str, mentions: &mut [Mention]) {
    groups(text, mentions);
    for at in 1..mentions.len() {
        let (before, rest) = mentions.split_at_mut(at);
        let Some(next) = rest.first_mut() else { continue };
        types(text, before, next);
        let Some(last) = before.last() else { continue };
        senders(text, last, next);
    }
    for at in (1..mentions.len()).rev() {
        let (before, rest) = mentions.split_at_mut(at);
        let (Some(last), Some(next)) = (before.last_mut(), rest.first()) else { continue };
        symbols(text, last, next);
        if joins(text, last, next.range.start) {
            ends(last, next);
        }
    }
}

/// What the words before do to each mention, which a list shares, and which of them stand in the subject of another.
pub(super) fn relate(text: &str, mentions: &mut [Mention]) {
    // The last of a list that "Thực hiện" opens.
    let mut opened: Option<usize> = None;
    for at in 0..mentions.len() {
        let (before, rest) = mentions.split_at_mut(at);
        let Some(next) = rest.first_mut() else { break };
        let start = next.range.start;
        let pinpoint = next.pinpoint.as_ref().map_or(start, |pinpoint| pinpoint.start);
        let from = start.min(pinpoint);
        let listed =
            opened.map(|last| &before[last]).filter(|last| follows(text, last, next, from));
        let own = before::deed(text, from);
        let opens = own.as_ref().is_some_and(before::Deed::opens_clause);
        let shared = before.last().filter(|last| own.is_none() && joins(text, last, start));
        let enacted = match (&own, shared) {
            (Some(own), _) => own.is_enacted(),
            (None, last) => last.is_some_and(|last| last.doer == Doer::Enacted),
        };
        let said = own.map(|own| own.relation).or_else(|| shared?.relation.clone());
        next.relation = said.or_else(|| listed?.relation.clone());
        let nested = before.iter().rev().take(8).any(|mention| {
            mention
                .subject
                .as_ref()
                .is_some_and(|subject| subject.start <= start && next.range.end <= subject.end)
        });
        next.doer = match (nested, enacted) {
            (true, _) => Doer::Citing,
            (false, true) => Doer::Enacted,
            (false, false) => Doer::Unsaid,
        };
        // "(viết tắt là Kết luận số 5-KL/TW)" is no member of the list.
        let again = before.last().and_then(|last| last.alias.as_ref());
        let again = again.is_some_and(|alias| alias.start <= start && start < alias.end);
        if !nested && !again {
            let goes_on = opens || listed.is_some();
            opened = (goes_on && next.relation == Some(Relation::Implements)).then_some(at);
        }
    }
}

/// Whether `next`, with what is said before it from `start` on, is the next of a list with titles: "Kế hoạch
/// số 1 … về …; Chỉ thị số 2 …".
fn follows(text: &str, last: &Mention, next: &Mention, start: usize) -> bool {
    let parts = [&last.subject, &last.alias].into_iter().flatten().map(|part| part.end);
    let end = parts.fold(last.range.end, usize::max);
    let Some(between) = text.get(end..start).filter(|between| between.len() < REACH) else {
        return false;
    };
    let between = between.trim();
    let between = between.strip_suffix("và").map_or(between, str::trim_end);
    // A title that was not read ends at the sign.
    let title = between.strip_suffix(';').is_some_and(|title| !title.contains([';', '.', ':']));
    // "về chuyển đổi số và Đề án 06" is a title.
    let full = next.date.is_some() || next.number.as_ref().is_none_or(|n| n.symbol.is_some());
    title || full && matches!(between.trim_start_matches([')', '”', '"']), "" | ",")
}

/// Gives the members of a group the issuer that is said before the first.
fn groups(text: &str, mentions: &mut [Mention]) {
    let mut said = None;
    for at in 0..mentions.len() {
        let (before, rest) = mentions.split_at_mut(at);
        let Some(next) = rest.first_mut() else { break };
        let Some(kind) = next.kind else { continue };
        if let Some(issuer) = before::group_issuer(text, next.range.start, kind.key) {
            said = Some((issuer, kind.key));
        } else if before.last().is_none_or(|last| !same_group(text, last, next)) {
            said = None;
        }
        if let Some((issuer, key)) = &said
            && next.issuer.is_none()
            && *key == kind.key
        {
            next.issuer = Some(issuer.clone());
        }
    }
}

/// Whether two mentions stand in one sentence, near each other.
fn same_group(text: &str, last: &Mention, next: &Mention) -> bool {
    text.get(last.range.end..next.range.start)
        .is_some_and(|between| between.len() < REACH && !between.contains(". "))
}

/// "số 19-NQ/TW" behind "Nghị quyết số 18-NQ/TW" is a resolution too.
fn types(text: &str, before: &[Mention], next: &mut Mention) {
    let Some(nearest) = before.last() else { return };
    let listed = joins(text, nearest, next.range.start);
    let last = if listed { outer(before, nearest, next) } else { nearest };
    if next.named || last.kind.is_none() || next.number.is_none() || last.name.is_some() {
        return;
    }
    let enumerated = || {
        let between = &text[last.range.end..next.range.start];
        let kind = last.kind.and_then(|kind| kind.code);
        // A letter has no type in its symbol.
        let letters = kind == Some("CV") && code(next).is_none() && code(last).is_none();
        (next.labelled || between.trim_end().ends_with(';'))
            && between.len() < REACH
            && !between.contains(". ")
            && (letters || code(next).is_some() && code(next) == kind)
    };
    if listed || enumerated() {
        next.kind = last.kind;
        next.named = listed;
        // Said once, before the list: "các Quyết định của UBND tỉnh: số …".
        let said = last.issuer.as_ref().filter(|issuer| {
            last.number.as_ref().is_some_and(|number| issuer.end <= number.range.start)
        });
        if next.issuer.is_none() {
            next.issuer = said.cloned();
        }
    }
}

/// The type in the symbol of a mention.
fn code(mention: &Mention) -> Option<&'static str> {
    type_in(mention.number.as_ref()?.symbol.as_deref()?)?.code
}

/// Mentions between two members of a list.
const NESTED: usize = 4;

/// The member of the list that `next` goes on: in "các Quyết định số 1/QĐ-A thực hiện Chỉ thị số 5/CT-A;
/// 2/QĐ-A" its type tells that it is not the nearest.
fn outer<'m>(before: &'m [Mention], nearest: &'m Mention, next: &Mention) -> &'m Mention {
    let kind = |mention: &Mention| mention.kind.and_then(|kind| kind.code);
    let Some(own) = code(next).filter(|own| kind(nearest).is_some_and(|kind| kind != *own)) else {
        return nearest;
    };
    let mut farther = before.iter().rev().take(NESTED);
    farther.find(|mention| kind(mention) == Some(own)).unwrap_or(nearest)
}

/// Who sent in the first of a list sent in all: "X tại Tờ trình số 1/TTr-A và Đề án số 2/ĐA-A".
fn senders(text: &str, last: &Mention, next: &mut Mention) {
    let before = last.issuer.as_ref().filter(|issuer| issuer.end <= last.range.start);
    let between = text.get(last.range.end..next.range.start).unwrap_or_default().trim();
    let between = between.strip_suffix("các").map_or(between, str::trim_end);
    let listed = matches!(between, "," | "và" | ", và" | "; và" | "VÀ" | "&")
        || joins(text, last, next.range.start);
    if next.issuer.is_none() && listed && same_organ(last, next) {
        next.issuer = before.cloned();
    }
}

/// "18" of "18, 19-NQ/TW" has the symbol of the next.
fn symbols(text: &str, last: &mut Mention, next: &Mention) {
    let joined = joins(text, last, next.range.start);
    let (Some(number), Some(other)) = (last.number.as_mut(), next.number.as_ref()) else { return };
    if joined && number.symbol.is_none() && number.year.is_none() && !next.labelled {
        number.symbol.clone_from(&other.symbol);
    }
}

/// Date and issuer behind the last member belong to all.
fn ends(last: &mut Mention, next: &Mention) {
    if last.subject.is_some() || !same_organ(last, next) {
        return;
    }
    let bare = last.date.is_none() && last.issuer.is_none();
    if last.issuer.is_none() {
        last.issuer.clone_from(&next.issuer);
    }
    let year = last.number.as_ref().and_then(|number| number.year);
    let fits = |date: &super::DateAt| year.is_none() || date.written.year == year;
    // An issuer that stands before the list says nothing of its date.
    let before = |mention: &Mention| {
        mention.issuer.as_ref().is_some_and(|issuer| issuer.end <= mention.range.start)
    };
    if last.date.is_none() && (bare || before(last)) && last.name.is_none() {
        last.date = next.date.clone().filter(fits);
    }
}

/// Whether the second has no type of its own, or that of the first.
fn is_one_kind(last: &Mention, next: &Mention) -> bool {
    let key = |mention: &Mention| mention.kind.map(|kind| kind.key);
    !next.named || key(last) == key(next)
}

/// Whether two numbers come from one body, as far as their symbols say.
fn same_organ(last: &Mention, next: &Mention) -> bool {
    fn organ(mention: &Mention) -> Option<&str> {
        organ_in(mention.number.as_ref()?.symbol.as_deref()?)
    }
    let joint = |mention: &Mention| mention.number.as_ref().is_some_and(super::is_joint);
    if joint(last) != joint(next) {
        return false;
    }
    match (organ(last), organ(next)) {
        // A lost hyphen leaves the organ at the end: "27/2024/NĐCP".
        (Some(a), Some(b)) => a.ends_with(b) || b.ends_with(a),
        // A figure alone says nothing of its body but by the type it has in common.
        _ => last.name.is_none() && next.name.is_none() && is_one_kind(last, next),
    }
}
