//! By when: which of the dates of a document are the deadlines of a task.

use crate::document::{Date, DateKind, DateRelation, Document};
use crate::inline::agency::floor;
use crate::lexicon::assignments::{Label, labelled};
use crate::lexicon::opens_spelt;
use crate::source::Span;

/// The dates of a document that may be deadlines.
#[derive(Debug)]
pub(super) struct Dates<'d> {
    dates: Vec<&'d Date>,
}

/// What is known of the place in which deadlines are looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// A sentence: a date is a deadline if the words around it say so, and where its doer is named.
    Sentence {
        /// First byte of the doer in the source; 0 if it is named elsewhere.
        doer: u32,
    },
    /// A cell or label that says when.
    Time,
}

impl<'d> Dates<'d> {
    /// Those outside letterhead and citations, in order.
    pub(super) fn of(document: &'d Document) -> Self {
        let mut cited: Vec<Span> =
            document.citations.iter().map(|citation| citation.span).collect();
        cited.sort_by_key(|span| span.start);
        let within_citation = |date: &Date| {
            let at = cited.partition_point(|span| span.end <= date.span.start);
            cited
                .get(at)
                .is_some_and(|span| span.start <= date.span.start && date.span.end <= span.end)
        };
        let mut dates: Vec<&Date> =
            document.dates.iter().filter(|date| !within_citation(date)).collect();
        dates.sort_by_key(|date| date.span.start);
        Self { dates }
    }

    /// The dates in `span`, whose words are `text`, that come again. "theo hướng dẫn hằng năm của Bộ Y tế" says of the work of
    /// others how often it is done.
    pub(super) fn recurring(&self, span: Span, text: &str) -> Vec<Date> {
        let first = self.dates.partition_point(|date| date.span.start < span.start);
        let inside = self.dates[first..].iter().take_while(|date| date.span.end <= span.end);
        let others = |date: &Date| {
            let behind = text.split_once(date.text.as_str()).map_or("", |(_, behind)| behind);
            opens_spelt(behind.trim_start(), "của").is_some()
        };
        let recurring = inside.filter(|date| date.recurrence.is_some()).take(MOST);
        recurring.filter(|date| !others(date)).map(|date| (*date).clone()).collect()
    }

    /// The deadlines among the dates in `span`, whose words are `text`.
    pub(super) fn within(&self, span: Span, text: &str, place: Place) -> Vec<Date> {
        // The words of a label may be part of its date: "Thời hạn: 30/6".
        let before = |date: &&Date| match place {
            Place::Time => date.span.end <= span.start,
            Place::Sentence { .. } => date.span.start < span.start,
        };
        let first = self.dates.partition_point(before);
        let inside = self.dates[first..]
            .iter()
            .take_while(|date| date.span.start < span.end)
            .filter(|date| date.span.end <= span.end);
        let (mut at, mut missed) = (0, 0);
        let mut found = Vec::new();
        for date in inside {
            let place_in_text = (missed < MISSES)
                .then(|| text[at..].find(date.text.as_str()).map(|from| at + from))
                .flatten();
            match place_in_text {
                Some(from) => at = from,
                None => missed += 1,
            }
            let before = place_in_text.map_or("", |from| &text[..from]);
            let binding = match place {
                Place::Time => true,
                Place::Sentence { doer } => binds(date, before, date.span.start < doer),
            };
            if binding {
                found.push((*date).clone());
            }
            if found.len() >= MOST {
                break;
            }
        }
        found
    }
}

/// Deadlines of one task: a plan gives one or two. They are handed on to every unit below a line.
pub(super) const MOST: usize = 24;

/// How often a date may be looked for in vain: each time the whole text is searched.
const MISSES: usize = 8;

/// Words behind which a date is one by which something is to be done.
const CUES: &[&str] = &["hoàn thành", "xong", "hoàn thành trong", "xong trong", "hoàn thành vào"];

/// Words behind which a month or quarter is.
const WITHIN: &[&str] = &["trong", "vào", "thực hiện", "thời gian:", "thời hạn:", "tiến độ:"];

/// Whether a date behind `before` says by when something is to be done; `leading` if it stands before the
/// doer.
fn binds(date: &Date, before: &str, leading: bool) -> bool {
    let bounded = matches!(date.relation, Some(DateRelation::Before | DateRelation::By));
    let tail = before.trim_end_matches([' ', '(']);
    let cued = CUES.iter().any(|cue| tail.ends_with(cue));
    let within = cued || WITHIN.iter().any(|cue| tail.ends_with(cue));
    let inside = date.relation == Some(DateRelation::In);
    if !leading && labelled_time(before) {
        return true;
    }
    match date.kind {
        // "chiến lược đến năm 2030", "năm học 2024-2025" are parts of names.
        DateKind::Year | DateKind::SchoolYear | DateKind::HalfYear => {
            let period = (inside || tail.ends_with(" vào")) && date.kind != DateKind::SchoolYear;
            cued || !leading && (bounded || period)
        }
        DateKind::Relative | DateKind::Recurring => bounded,
        // "(Văn phòng Sở, quý II/2025)"
        DateKind::Month | DateKind::Quarter if in_aside(before) => true,
        DateKind::Range if !leading && date.text.starts_with("từ") => true,
        DateKind::Range => cued || within && !leading,
        DateKind::Lunar | DateKind::Incomplete => bounded || cued || within && !leading,
        _ if bounded => true,
        _ if date.relation == Some(DateRelation::Until) => !leading,
        _ => !leading && (cued || within || inside),
    }
}

/// Whether a date stands behind a comma in a parenthesis.
fn in_aside(before: &str) -> bool {
    let before = before.trim_end();
    let far = floor(before, before.len().saturating_sub(SENTENCE));
    let open =
        before[far..].rfind(['(', ')']).is_some_and(|at| before[far + at..].starts_with('('));
    open && before.ends_with([',', ';'])
}

/// How far back the beginning of a sentence is looked for, in bytes.
const SENTENCE: usize = 1000;

/// Whether the sentence before a date says that a time follows: "… . Thời gian thực hiện: từ".
fn labelled_time(before: &str) -> bool {
    let far = floor(before, before.len().saturating_sub(SENTENCE));
    let before = &before[far..];
    let start = before.rfind([';', '(']).map_or(0, |at| at + 1);
    let start = before.rfind(". ").map_or(start, |at| start.max(at + 1));
    let sentence = before[start..].trim_start_matches([' ', '-', '+', '*']);
    (far == 0 || start > 0) && labelled(sentence).is_some_and(|(label, _)| label == Label::Time)
}

/// How often, if the words or the dates say so.
pub(super) fn recurrence(deadlines: &[Date], others: &[Date]) -> Option<String> {
    deadlines.iter().chain(others).find_map(|date| date.recurrence.clone())
}
