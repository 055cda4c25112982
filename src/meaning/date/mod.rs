//! The dates of a document: those of its letterhead and of the documents it cites, and every other in
//! its leaves and its page furniture.

mod report;
mod value;
mod year;

use std::ops::Range;

use self::value::date;
use self::year::Years;
use super::leaves::{self, Duty, Leaf};
use super::quota::Quota;
use crate::document::{Date, Document, FurnitureKind};
use crate::inline::date::{Found, scan, scan_times};
use crate::layout::{Leaves, Ledger, Passage, Sheet};
use crate::lexicon::duties::starts_duty;
use crate::lexicon::word_count;
use crate::parser::Limits;
use crate::source::Span;

/// Finds the dates of a document, in the order of the source.
pub(crate) fn dates(
    sheet: &Sheet<'_>,
    document: &Document,
    leaves: &Leaves,
    most: usize,
    ledger: &mut Ledger<'_>,
) -> Vec<Date> {
    let furniture = ledger.take_furniture();
    let known = Known::of(document);
    let mut reader = Reader { sheet, ledger, known, dates: Vec::new(), quota: Quota::new(most) };
    let marks = sheet.marks();
    let years = Years::of(document, marks);
    let mut scopes = Scopes::default();
    leaves::each(document, &mut |leaf: Leaf<'_>| {
        if reader.quota.is_full() {
            return;
        }
        let leaf = Leaf { text: reader.quota.searched(leaf.text), ..leaf };
        let Some(pieces) = leaves.pieces(leaf.span) else { return };
        let years = years.near(scopes.enter(leaf.section));
        let found = if leaf.duty == Duty::Time {
            scan_times(leaf.text, marks)
        } else {
            scan(leaf.text, marks)
        };
        scopes.note(&leaf, &found, &years);
        reader.leaf(leaf.text, pieces, found, &years);
    });
    // What a web page has around a document is none of it.
    for entry in furniture.iter().filter(|entry| entry.kind != FurnitureKind::Chrome) {
        if reader.quota.is_full() {
            break;
        }
        if let Some(pieces) = leaves.pieces(entry.span) {
            let text = reader.quota.searched(&entry.text);
            reader.leaf(text, pieces, scan(text, marks), &Years::default());
        }
    }
    reader.ledger.return_furniture(furniture);
    reader.close()
}

/// The units around a leaf that name a year for what stands in them: "1. Năm 2026".
#[derive(Debug, Default)]
struct Scopes<'d> {
    open: Vec<(&'d str, u16)>,
}

/// The longest line that names the year of what follows, in words: "Giai đoạn chuẩn bị (năm 2026)".
const HEADING_WORDS: usize = 12;

impl<'d> Scopes<'d> {
    /// Leaves the units that a leaf of this section is not in; gives the year of the innermost.
    fn enter(&mut self, section: Option<&'d str>) -> Option<u16> {
        let id = section.unwrap_or_default();
        let within = |unit: &str| {
            id.strip_prefix(unit).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
        };
        while self.open.last().is_some_and(|(unit, _)| !within(unit)) {
            self.open.pop();
        }
        self.open.last().map(|(_, year)| *year)
    }

    /// Notes the year that a short line of a unit names, if it is one.
    fn note(&mut self, leaf: &Leaf<'d>, found: &[Found], years: &Years) {
        let Some(section) = leaf.section else { return };
        let [only] = found else { return };
        let named = year::named(only).filter(|_| word_count(leaf.text) <= HEADING_WORDS);
        // "Tổng kết công tác năm 2024" is something to do, and not when.
        let deed = |year: &u16| years.over(*year) && starts_duty(leaf.text);
        if let Some(year) = named.filter(|year| !deed(year)) {
            self.open.push((section, year));
        }
    }
}

/// Finds the dates of running text that stands alone; `paragraphs` are ranges of the clean text.
pub(crate) fn running(
    sheet: &Sheet<'_>,
    paragraphs: impl Iterator<Item = Range<usize>>,
    ledger: &mut Ledger<'_>,
) -> Vec<Date> {
    let quota = Quota::new(Limits::default().entries);
    let mut reader = Reader { sheet, ledger, known: Known::default(), dates: Vec::new(), quota };
    for paragraph in paragraphs {
        if reader.quota.is_full() {
            break;
        }
        let text = sheet.flow_of(&paragraph);
        let text = reader.quota.searched(&text);
        reader.leaf(text, &[paragraph], scan(text, sheet.marks()), &Years::default());
    }
    reader.close()
}

/// What the dates of a text are read with.
struct Reader<'s, 'l, 't> {
    sheet: &'s Sheet<'s>,
    ledger: &'l mut Ledger<'t>,
    known: Known,
    dates: Vec<Date>,
    quota: Quota,
}

impl Reader<'_, '_, '_> {
    /// Adds what was found in a leaf.
    fn leaf(&mut self, text: &str, pieces: &[Range<usize>], found: Vec<Found>, years: &Years) {
        if found.is_empty() {
            return;
        }
        let passage = Passage::new(self.sheet, text, pieces);
        let mut years = *years;
        for found in found {
            let place = passage.value(&found.range);
            if self.known.holds(place.span) {
                continue;
            }
            if !self.quota.takes(1) {
                return;
            }
            let reading = date(&found, place, &years);
            report::report(&found, &reading, &passage, self.ledger);
            // "Năm 2028, trước ngày 15/12"
            years = years.near(year::named(&found));
            self.dates.push(reading.date);
        }
    }

    fn close(mut self) -> Vec<Date> {
        self.quota.report("dates", self.ledger);
        let own = std::mem::take(&mut self.known.dates);
        let wider = |span: Span, own: Span| span.start <= own.start && own.end <= span.end;
        self.dates.sort_by_key(|date| date.span);
        // The upper words of a header stand in each of its columns.
        self.dates.dedup_by_key(|date| date.span);
        let dates = &self.dates;
        let kept: Vec<Date> = own
            .into_iter()
            .filter(|own| {
                let at = dates.partition_point(|date| date.span.end < own.span.end);
                dates.get(at).is_none_or(|date| !wider(date.span, own.span))
            })
            .collect();
        self.dates.extend(kept);
        self.dates.sort_by_key(|date| date.span);
        self.dates
    }
}

/// What other readers have read already: dates, and numbers that are none.
#[derive(Debug, Default)]
struct Known {
    /// The dates of letterhead and citations, in order, each once.
    dates: Vec<Date>,
    /// Where numbers of documents stand, in order.
    numbers: Vec<Span>,
}

impl Known {
    fn of(document: &Document) -> Self {
        let cited = document.citations.iter().filter_map(|citation| citation.date.as_ref());
        let mut dates: Vec<Date> = document.header.date.iter().chain(cited).cloned().collect();
        dates.sort_by_key(|date| date.span);
        dates.dedup_by_key(|date| date.span);
        let numbers = document.citations.iter().filter_map(|citation| citation.number.as_ref());
        let mut numbers: Vec<Span> = numbers.map(|number| number.span).collect();
        numbers.sort();
        Self { dates, numbers }
    }

    /// Whether a date found at `span` is one of these, or lies in a number.
    fn holds(&self, span: Span) -> bool {
        let within = |other: Span| other.start < span.end && span.start < other.end;
        let at = self.numbers.partition_point(|number| number.end <= span.start);
        if self.numbers.get(at).is_some_and(|number| within(*number)) {
            return true;
        }
        let at = self.dates.partition_point(|date| date.span.end <= span.start);
        self.dates.get(at).is_some_and(|date| {
            let wider = span.start <= date.span.start && date.span.end <= span.end;
            within(date.span) && !(wider && span != date.span)
        })
    }
}
