//! The citations of a document, and the documents they mean.
//!
//! Each leaf of the tree is scanned as running text. What is found goes back to its place in the
//! source, is tied to the other mentions of the same document, and that document gets its key.

mod alias;
mod enactment;
mod key;
mod oddity;
mod organ;
mod place;
mod resolve;

use std::ops::Range;
use std::rc::Rc;

use self::alias::Aliases;
use self::key::{Facts, Identity, identity, type_in_symbol};
pub(crate) use self::oddity::irregular;
pub(crate) use self::place::home;
use self::place::{Home, Seat, Seats};
use self::resolve::{Cited, Found, canonical, resolve};
use super::leaves::{self, Duty, Leaf};
use super::mending::{Mended, MendedLeaf};
use super::quota::Quota;
use crate::diagnostic::Code;
use crate::document::{
    Basis, Citation, CitationRole, CitedDocument, Date, DateKind, Document, Issuer, Key, Kind,
    Number, Relation, Text,
};
use crate::inline::citation::{DateAt, Doer, Mention, NumberAt, Unit, places, scan};
use crate::layout::{Leaves, Ledger, Passage, Sheet};
use crate::lexicon::types::{DocumentType, type_of_code};
use crate::parser::{Limits, Supplied};
use crate::running;

/// A mention with its values, and what is compared of it.
#[derive(Debug)]
pub(crate) struct Reading {
    mention: Mention,
    citation: Citation,
    /// Range of the clean text, for diagnostics.
    place: Range<usize>,
    /// Who issued it, and where that body sits.
    seat: Option<Rc<Seat>>,
    alias: Option<String>,
}

impl Reading {
    /// The date in EDTF.
    fn edtf(&self) -> Option<&str> {
        self.citation.date.as_ref()?.edtf.as_deref()
    }

    /// Who issued it, as printed.
    fn issuer(&self) -> Option<&str> {
        self.citation.issuer.as_ref().map(|issuer| issuer.text.as_str())
    }

    /// The name of a law or congress.
    fn name(&self) -> Option<&str> {
        self.citation.name.as_ref().map(|name| name.text.as_str())
    }
}

/// What the citations of a text are read with.
struct Reader<'l, 't> {
    ledger: &'l mut Ledger<'t>,
    readings: Vec<Reading>,
    seats: Seats,
    aliases: Aliases,
    quota: Quota,
}

/// Finds the citations of a document and the documents they mean.
pub(crate) fn citations(
    sheet: &Sheet<'_>,
    document: &Document,
    home: &Home,
    mended: &Mended,
    pieces: &Leaves,
    most: usize,
    ledger: &mut Ledger<'_>,
) -> (Vec<Citation>, Vec<CitedDocument>) {
    let mut reader = Reader::new(most, ledger);
    let own = OwnNumber::of(document);
    let mut mentions = Vec::new();
    leaves::each(document, &mut |leaf: Leaf<'_>| {
        if reader.quota.is_full() {
            return;
        }
        let unmarked = mended.unmarked(leaf.span);
        let text = reader.quota.searched(unmarked.map_or(leaf.text, |leaf| &leaf.text));
        scan(text, &mut mentions);
        reader.aliases.add(text, &mut mentions);
        if mentions.is_empty() {
            return;
        }
        let Some(pieces) = pieces.pieces(leaf.span) else { return };
        let passage = passage(sheet, text, unmarked, pieces);
        let leaf = Leaf { text, ..leaf };
        reader.leaf(&leaf, &mut mentions, &passage, own.as_ref());
    });
    let date = document.header.date.as_ref().and_then(|date| date.edtf.as_deref());
    reader.close(home, date)
}

/// Finds the citations of running text that stands alone; `text` is a range of the clean text.
pub(crate) fn running(
    sheet: &Sheet<'_>,
    paragraphs: impl Iterator<Item = Range<usize>>,
    ledger: &mut Ledger<'_>,
) -> (Vec<Citation>, Vec<CitedDocument>) {
    let mut reader = Reader::new(Limits::default().entries, ledger);
    let mut mentions = Vec::new();
    for paragraph in paragraphs {
        if reader.quota.is_full() {
            break;
        }
        let flow = sheet.flow_of(&paragraph);
        let pieces = [paragraph];
        let unmarked = MendedLeaf::unmarked(&flow, sheet.marks());
        let text = reader.quota.searched(unmarked.as_ref().map_or(&*flow, |leaf| &leaf.text));
        scan(text, &mut mentions);
        reader.aliases.add(text, &mut mentions);
        if !mentions.is_empty() {
            let leaf = Leaf { text, span: sheet.hull(&pieces), section: None, duty: Duty::Body };
            let passage = passage(sheet, text, unmarked.as_ref(), &pieces);
            reader.leaf(&leaf, &mut mentions, &passage, None);
        }
    }
    reader.close(&Home::default(), None)
}

/// A running text that is read, laid beside the pieces it was made of.
fn passage<'s>(
    sheet: &'s Sheet<'s>,
    text: &'s str,
    unmarked: Option<&'s MendedLeaf>,
    pieces: &[Range<usize>],
) -> Passage<'s> {
    match unmarked {
        Some(unmarked) => unmarked.passage(sheet, pieces),
        None => Passage::new(sheet, text, pieces),
    }
}

/// Finds the places of the citations of running text that stands alone; `text` is a range of the clean
/// text.
pub(crate) fn running_mentions(
    sheet: &Sheet<'_>,
    paragraphs: impl Iterator<Item = Range<usize>>,
) -> Vec<running::Mention> {
    let mut quota = Quota::new(Limits::default().entries);
    let mut found = Vec::new();
    let mut mentions = Vec::new();
    for paragraph in paragraphs {
        let flow = sheet.flow_of(&paragraph);
        let unmarked = MendedLeaf::unmarked(&flow, sheet.marks());
        let text = quota.searched(unmarked.as_ref().map_or(&*flow, |leaf| &leaf.text));
        places(text, &mut mentions);
        if mentions.is_empty() {
            continue;
        }
        let pieces = [paragraph];
        let passage = passage(sheet, text, unmarked.as_ref(), &pieces);
        let span = |range: &Range<usize>| passage.span(range);
        for mention in &mentions {
            if !quota.takes(1) {
                return found;
            }
            found.push(running::Mention {
                span: span(&mention.range),
                kind: mention.kind.and_then(DocumentType::cited_code),
                number: mention.number.as_ref().map(|number| span(&number.range)),
                date: mention.date.as_ref().map(|date| span(&date.range)),
                issuer: mention.issuer.as_ref().map(span),
                name: mention.name.as_ref().map(span),
                subject: mention.subject.as_ref().map(span),
                pinpoint: mention.pinpoint.as_ref().map(span),
            });
        }
    }
    found
}

/// The identity of the document itself, which sits at `home`; `None` where neither number nor issuer is
/// known.
pub(crate) fn own_key(document: &Document, supplied: &Supplied, home: &Home) -> Option<Key> {
    let header = &document.header;
    let number = header.number.as_ref().map(number_of);
    let kind = document.kind.as_ref().and_then(|kind| type_of_code(kind.code.as_deref()?));
    let printed = header.issuing_authorities.last().or(header.parent_authority.as_ref());
    let issuer = printed.map(|issuer| issuer.text.as_str()).or(supplied.issuer.as_deref());
    if number.is_none() && issuer.is_none() {
        return None;
    }
    let parent = header.parent_authority.as_ref().map(|parent| parent.text.as_str());
    let seat = issuer.map(|issuer| match parent.filter(|parent| *parent != issuer) {
        Some(parent) => Seat::within(issuer, parent),
        None => Seat::of(issuer),
    });
    let facts = Facts {
        kind,
        number: number.as_ref(),
        date: header.date.as_ref().and_then(|date| date.edtf.as_deref()),
        seat: seat.as_ref(),
        name: None,
        own: true,
    };
    Some(identity(&facts, home, None).key)
}

/// The number of the document itself: a mention of it is no citation.
struct OwnNumber {
    text: String,
    canonical: String,
    symbol: Option<String>,
    date: Option<String>,
}

impl OwnNumber {
    fn of(document: &Document) -> Option<Self> {
        let number = document.header.number.as_ref()?;
        let at = number_of(number);
        let date = document.header.date.as_ref().and_then(|date| date.edtf.clone());
        let text = number.text.clone();
        Some(Self { text, canonical: canonical(&at), symbol: number.symbol.clone(), date })
    }

    fn is(&self, number: &NumberAt, date: Option<&str>) -> bool {
        let dated = match (self.date.as_deref(), date) {
            (Some(own), Some(date)) => own.starts_with(date) || date.starts_with(own),
            _ => true,
        };
        // Left blank in the line that ties an appendix to it: "(Kèm theo Kế hoạch số    /KH-UBND)".
        let blank = number.ordinal.is_none() && !number.damaged && number.symbol == self.symbol;
        // Or with the same damage: "l247/KH-QLD".
        dated && (blank || number.text == self.text || canonical(number) == self.canonical)
    }
}

/// The number of the letterhead, as one of a mention.
fn number_of(number: &Number) -> NumberAt {
    NumberAt {
        range: 0..0,
        text: number.text.clone(),
        ordinal: number.ordinal,
        suffix: number.suffix.clone(),
        year: number.year,
        symbol: number.symbol.clone(),
        damaged: false,
    }
}

/// Whether a paragraph before the outline announces it: "UBND xã ban hành Kế hoạch … như sau:".
fn enacts(leaf: &Leaf<'_>) -> bool {
    leaf.section.is_none() && leaf.text.trim_end().trim_end_matches(':').ends_with("như sau")
}

impl<'l, 't> Reader<'l, 't> {
    fn new(most: usize, ledger: &'l mut Ledger<'t>) -> Self {
        let (seats, aliases, quota) = (Seats::default(), Aliases::default(), Quota::new(most));
        Self { ledger, readings: Vec::new(), seats, aliases, quota }
    }

    fn leaf(
        &mut self,
        leaf: &Leaf<'_>,
        mentions: &mut Vec<Mention>,
        passage: &Passage<'_>,
        own: Option<&OwnNumber>,
    ) {
        let enacting = match leaf.duty {
            Duty::Basis => enactment::start(leaf.text),
            _ => leaf.text.len(),
        };
        for mention in mentions.drain(..) {
            let is_own = |own: &OwnNumber| {
                let edtf = mention.date.as_ref().and_then(|date| date.written.edtf());
                mention.number.as_ref().is_some_and(|number| own.is(number, edtf.as_deref()))
            };
            if own.is_some_and(is_own) {
                continue;
            }
            if !self.quota.takes(1) {
                return;
            }
            let basis = leaf.duty == Duty::Basis && mention.range.start < enacting;
            let reading = self.reading(leaf, mention, passage, basis);
            self.readings.push(reading);
        }
    }

    fn reading(
        &mut self,
        leaf: &Leaf<'_>,
        mention: Mention,
        passage: &Passage<'_>,
        basis: bool,
    ) -> Reading {
        let value = |range: &Range<usize>| passage.value(range);
        let whole = value(&mention.range);
        let date = mention.date.as_ref().map(|date| self::date(date, passage));
        let issuer = mention.issuer.as_ref().map(value);
        let name = mention.name.as_ref().map(value);
        // Who implements is a document: this one where it says so, or the one whose subject it is.
        let said = match mention.doer {
            Doer::Citing => true,
            Doer::Enacted => enacts(leaf),
            Doer::Unsaid => false,
        };
        let implemented = said || basis || leaf.duty == Duty::Title;
        let relation = mention
            .relation
            .clone()
            .filter(|relation| *relation != Relation::Implements || implemented);
        let citation = Citation {
            id: String::new(),
            span: whole.span,
            parts: whole.parts,
            text: whole.text,
            kind: mention.kind.map(|kind| Kind {
                code: kind.cited_code().map(str::to_owned),
                name: Some(kind.name.to_owned()),
            }),
            number: mention.number.as_ref().map(|number| self::number_value(number, passage)),
            date,
            issuer,
            name,
            subject: mention.subject.as_ref().map(value),
            pinpoint: mention.pinpoint.as_ref().map(value),
            role: if basis { CitationRole::Basis } else { CitationRole::Mention },
            relation,
            section: leaf.section.map(str::to_owned),
            document: None,
            resolution: None,
        };
        let seat = citation.issuer.as_ref().map(|issuer| self.seats.of(&issuer.text));
        oddity::report(&mention, passage, &citation, seat.as_deref(), self.ledger);
        Reading {
            place: passage.hull(&mention.range),
            seat,
            alias: mention.alias.as_ref().map(|alias| passage.value(alias).text),
            mention,
            citation,
        }
    }

    /// Ties the mentions to documents, in the order of the source.
    fn close(mut self, own: &Home, own_date: Option<&str>) -> (Vec<Citation>, Vec<CitedDocument>) {
        self.readings
            .sort_by_key(|reading| (reading.citation.span.start, reading.citation.span.end));
        self.quota.report("citations", self.ledger);
        let (documents, found) = resolve(&self.readings);
        for (reading, found) in self.readings.iter().zip(&found) {
            report_resolution(&self.readings, reading, found, self.ledger);
        }
        let cited: Vec<CitedDocument> = documents
            .iter()
            .enumerate()
            .map(|(at, document)| cited_document(at, document, &self.readings, own, own_date))
            .collect();
        let citations = self.readings.into_iter().zip(found).enumerate();
        let citations = citations.map(|(at, (reading, found))| Citation {
            id: numbered_id('c', at),
            document: Some(numbered_id('d', found.document)),
            resolution: found.resolution,
            ..reading.citation
        });
        (citations.collect(), cited)
    }
}

/// The name of the mention or document at this place of its list: "c1", "d12".
fn numbered_id(kind: char, at: usize) -> String {
    let mut id = String::with_capacity(8);
    id.push(kind);
    push_number(&mut id, at as u64 + 1);
    id
}

/// Appends a number: `format!` costs more than the rest of a key.
fn push_number(text: &mut String, number: u64) {
    if number >= 10 {
        push_number(text, number / 10);
    }
    text.push(char::from(b'0' + (number % 10) as u8));
}

fn report_resolution(
    readings: &[Reading],
    reading: &Reading,
    found: &Found,
    ledger: &mut Ledger<'_>,
) {
    let quoted = &reading.citation.text;
    if found.resolution.is_none() {
        let message = if found.ambiguous {
            format!("{quoted:?} could mean several documents named before it")
        } else {
            format!("{quoted:?} is a short form, and no document before it has this number")
        };
        let args = [("text", quoted.clone().into())];
        ledger.report(Code::CitationUnresolved, &reading.place, message, &args);
    }
    if let Some(other) = found.conflict {
        let dates = [reading.edtf(), readings[other].edtf()];
        let [date, earlier] = dates.map(Option::unwrap_or_default);
        let message = format!("{quoted:?} is dated {date} here and {earlier} before");
        let args = [("date", date.into()), ("other", earlier.into())];
        ledger.report(Code::CitationDateConflict, &reading.place, message, &args);
    }
}

fn cited_document(
    at: usize,
    document: &Cited,
    readings: &[Reading],
    own: &Home,
    own_date: Option<&str>,
) -> CitedDocument {
    let fullest = &readings[document.fullest];
    let mentions = || document.mentions.iter().map(|at| &readings[*at]);
    let number = fullest.mention.number.as_ref();
    let named = Some(fullest).filter(|m| m.seat.is_some());
    let named = named.or_else(|| mentions().find(|m| m.seat.is_some()));
    let kind = fullest.mention.kind.or_else(|| mentions().find_map(|m| m.mention.kind));
    let facts = Facts {
        kind,
        number,
        date: document.date.as_deref(),
        seat: named.and_then(|m| m.seat.as_deref()),
        name: fullest.name(),
        own: false,
    };
    let Identity { key, place, basis } = identity(&facts, own, own_date);
    let kind = kind.or_else(|| number.and_then(type_in_symbol));
    CitedDocument {
        id: numbered_id('d', at),
        key,
        kind: kind.map(|kind| Kind {
            code: kind.cited_code().map(str::to_owned),
            name: Some(kind.name.to_owned()),
        }),
        number: number.map(|number| number.text.clone()),
        date: document.date.clone(),
        issuer: Issuer {
            text: named.and_then(Reading::issuer).map(str::to_owned),
            place,
            place_basis: basis,
        },
        mentions: document.mentions.iter().map(|at| numbered_id('c', *at)).collect(),
    }
}

fn number_value(number: &NumberAt, passage: &Passage<'_>) -> Number {
    let Text { span, parts, .. } = passage.value(&number.range);
    Number {
        text: number.text.clone(),
        span,
        parts,
        ordinal: number.ordinal,
        suffix: number.suffix.clone(),
        year: number.year,
        symbol: number.symbol.clone(),
    }
}

fn date(date: &DateAt, passage: &Passage<'_>) -> Date {
    let Text { text, span, parts } = passage.value(&date.range);
    let kind = match date.unit {
        Unit::Day if date.written.is_whole() => DateKind::Day,
        Unit::Day => DateKind::Incomplete,
        Unit::Month => DateKind::Month,
        Unit::Year => DateKind::Year,
    };
    Date {
        text,
        span,
        parts,
        edtf: date.written.edtf(),
        kind,
        relation: None,
        basis: Basis::Stated,
        recurrence: None,
        partial: None,
        time: None,
    }
}
