//! Mentions of other documents in running text.
//!
//! One scan finds where a mention may be: at a figure, at a stroke before a symbol, at the first
//! letter of a word that names laws. There the grammar reads what stands before (type, pinpoint) and
//! behind (date, issuer, subject). A last pass hands on what the members of a list share.
//!
//! ```text
//! mention := [ pinpoint ] lead number tail  |  [ pinpoint ] law [ "số" number ] tail
//! ```
//!
//! Sources: NĐ 30/2020 Phụ lục I (how documents are numbered and cited), Phụ lục II (capitals).

mod anchor;
mod before;
mod blank;
mod date;
mod issuer;
mod law;
mod lead;
mod list;
mod numbered;
mod symbol;
mod tail;
mod title;

use std::ops::Range;

use self::anchor::{Anchor, next_anchor};
use self::blank::unnumbered;
use self::lead::Lead;
use self::numbered::numbered;
use self::symbol::Form;
use super::number::number;
use crate::document::Relation;
use crate::inline::blanks;
use crate::lexicon::is_dash;
use crate::lexicon::types::DocumentType;

pub(crate) use self::date::{DateAt, Unit};
pub(crate) use self::symbol::{organ_in, type_in};
pub(crate) use self::title::acts;

/// A mention; ranges are bytes of the text that was scanned.
#[derive(Debug, Clone, Default)]
pub(crate) struct Mention {
    /// From its type to the end of number, name, date and issuer.
    pub(crate) range: Range<usize>,
    /// Its type, where the words name one.
    pub(crate) kind: Option<&'static DocumentType>,
    /// Its number.
    pub(crate) number: Option<NumberAt>,
    /// Its date.
    pub(crate) date: Option<DateAt>,
    /// Who issued it.
    pub(crate) issuer: Option<Range<usize>>,
    /// The name of a law or congress.
    pub(crate) name: Option<Range<usize>>,
    /// What it is about.
    pub(crate) subject: Option<Range<usize>>,
    /// The part that is meant.
    pub(crate) pinpoint: Option<Range<usize>>,
    /// What the words before do to it.
    pub(crate) relation: Option<Relation>,
    /// Which document does that to it, where the words say so.
    pub(crate) doer: Doer,
    /// The short name it is given.
    pub(crate) alias: Option<Range<usize>>,
    /// A word that has no place where it stands: "119/KH-UBND tỉnh ngày …".
    pub(crate) odd: Option<Range<usize>>,
    /// What it is called by.
    pub(crate) called: Called,
    /// "số" stands before the number.
    labelled: bool,
    /// A type, or a word for documents in general, stands before the number.
    named: bool,
}

/// Which document does to another what is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Doer {
    /// The words do not say.
    #[default]
    Unsaid,
    /// The one in whose subject it is mentioned.
    Citing,
    /// A plan that is enacted: "ban hành Kế hoạch thực hiện Quyết định số …".
    Enacted,
}

/// What a mention calls its document by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Called {
    /// By what it has: its type, number, name.
    #[default]
    InFull,
    /// By a short name that it was given before.
    ByShortName,
}

/// Number and symbol of a mention.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct NumberAt {
    /// From the first digit to the end of the symbol.
    pub(crate) range: Range<usize>,
    /// Without blanks, with plain hyphens for dashes; full-width ones stay, they are other signs.
    pub(crate) text: String,
    /// The running number; `None` where it is blank or illegible.
    pub(crate) ordinal: Option<u32>,
    /// What is glued to it.
    pub(crate) suffix: Option<String>,
    /// The year in the symbol.
    pub(crate) year: Option<u16>,
    /// The letters; for "18" of "18, 19-NQ/TW" those of the next.
    pub(crate) symbol: Option<String>,
    /// Figures that are none: "8l19/QĐ-SYT".
    pub(crate) damaged: bool,
}

impl Mention {
    /// The mention of a document by the short name in `range`.
    pub(crate) fn by_alias(text: &str, range: Range<usize>, kind: &'static DocumentType) -> Self {
        let pinpoint = before::pinpoint(text, range.start);
        Self {
            relation: before::relation(text, range.start),
            range,
            kind: Some(kind),
            pinpoint,
            called: Called::ByShortName,
            named: true,
            ..Self::default()
        }
    }

    /// The mention of a document by its number, with what stands before and behind.
    fn numbered(text: &str, lead: &Lead, number: NumberAt) -> Self {
        let mention = Self {
            range: lead.start..number.range.end,
            kind: lead.kind,
            number: Some(number),
            issuer: lead.issuer.clone(),
            labelled: lead.labelled,
            named: lead.named,
            ..Self::default()
        };
        mention.complete(text)
    }

    /// Adds what stands before and behind type and number.
    fn complete(mut self, text: &str) -> Self {
        let joint = self.number.as_ref().is_some_and(is_joint);
        let tail = tail::tail(text, self.range.end, joint);
        self.range.end = tail.end;
        self.date = self.date.or(tail.date);
        self.issuer = tail.issuer.or(self.issuer);
        self.odd = tail.odd;
        // "Luật Việc làm về …": what follows a name alone belongs to the sentence.
        if self.number.is_some() || self.date.is_some() {
            let kind = self.kind.map(|kind| kind.key);
            let issuer = self.issuer.as_ref().map(|issuer| issuer.end);
            self.subject = title::subject(text, tail.end, kind).or_else(|| {
                title::subject_of(text, tail.end, kind).filter(|_| issuer == Some(tail.end))
            });
        }
        let named = self.subject.as_ref().map_or(tail.end, |subject| subject.end);
        self.alias = tail::alias(text, named);
        self.pinpoint = before::pinpoint(text, self.range.start)
            .or_else(|| before::pinpoint_behind(text, tail.end));
        let pinpoint = self.pinpoint.as_ref().map(|pinpoint| pinpoint.start);
        let start = pinpoint.map_or(self.range.start, |pinpoint| pinpoint.min(self.range.start));
        if self.issuer.is_none() {
            let before = before::issued(text, start);
            self.issuer = before.issuer;
            self.date = self.date.or(before.date);
        }
        self
    }
}

/// Finds the mentions in a running text, in order, with what is said of them; what `mentions` holds gives way to them.
pub(crate) fn scan(text: &str, mentions: &mut Vec<Mention>) {
    places(text, mentions);
    list::relate(text, mentions);
}

/// As [`scan`], without relation and nesting.
pub(crate) fn places(text: &str, mentions: &mut Vec<Mention>) {
    mentions.clear();
    let mut at = 0;
    while let Some((found, anchor)) = next_anchor(text, at) {
        let reached = mentions.last().map_or(0, |last| last.range.end);
        let mention = match anchor {
            Anchor::Figure => numbered(text, found, mentions.last()),
            Anchor::Stroke => unnumbered(text, found, reached),
            Anchor::Name => named(text, found),
        };
        at = anchor::behind(text, found, anchor);
        if let Some(mention) = mention.filter(|mention| mention.range.start >= reached) {
            at = at.max(mention.range.end);
            mentions.push(mention);
        }
    }
    list::share(text, mentions);
    // "Số: 15/QĐ-HĐND" without a type is the number of a letterhead, here or in a sample.
    mentions.retain(|mention| {
        mention.named || mention.kind.is_some() || !text[mention.range.start..].starts_with('S')
    });
}

/// The mention of a law, the constitution or a congress whose type may begin at `at`.
fn named(text: &str, at: usize) -> Option<Mention> {
    let found = law::named(text, at)?;
    let mut mention = Mention {
        range: found.start..found.end,
        kind: found.kind,
        name: found.name,
        named: true,
        ..Mention::default()
    };
    let behind = blanks(text, found.end);
    let label = crate::lexicon::starts_with_skeleton(&text[behind..], "so").unwrap_or(0);
    let figure = blanks(text, behind + label);
    if let Some(reading) = symbol::read(text, figure)
        && matches!(reading.form, Form::Symbol { .. })
    {
        mention.number = Some(number_at(text, figure..reading.end));
        mention.range.end = reading.end;
    } else if let Some(year) = law::bare_year(text, found.end) {
        mention.range.end = year.end;
        mention.date = date::bare_year(text, year);
    } else {
        // "Luật Người cao tuổi (NCT) năm 2009"
        let behind = issuer::behind_code(text, found.end);
        if date::date_at(text, blanks(text, behind)).is_some() {
            mention.range.end = behind;
        }
    }
    let mention = mention.complete(text);
    // A name that nobody knows is that of a law where number, date or a basis say so.
    let told = mention.number.is_some() || mention.date.is_some() || mention.pinpoint.is_some();
    (found.known || told || before::opens_basis(text, found.start)).then_some(mention)
}

/// Types of documents that several bodies issue together ("phối hợp", "liên tịch", "liên ngành").
const JOINT_TYPES: &[&str] = &[
    "TTLT", "TTLN", "NQLT", "KHPH", "KHLT", "KHLN", "QCPH", "CTPH", "CTLT", "HDLN", "HDLT", "QCLT",
];

fn is_joint(number: &NumberAt) -> bool {
    let symbol = number.symbol.as_deref().unwrap_or_default();
    symbol.split(['-', '/']).next().is_some_and(|code| JOINT_TYPES.contains(&code))
}

/// A number without blanks, with plain hyphens for dashes; full-width ones stay, they are other signs.
fn compact(printed: &str) -> String {
    if is_compact(printed) {
        return printed.to_owned();
    }
    let kept = printed.chars().filter(|c| !c.is_whitespace());
    kept.map(|c| if matches!(c, '\u{2010}'..='\u{2015}' | '\u{2212}') { '-' } else { c }).collect()
}

/// Whether a number holds neither blanks nor dashes but hyphens.
fn is_compact(number: &str) -> bool {
    // Đ is the only letter in most that is not ASCII; no blank and no dash begins with its byte.
    number.bytes().all(|byte| byte > b' ' && byte < 0x80 || matches!(byte, 0xc4 | 0x90))
}

/// The parts of the number in `range`.
fn number_at(text: &str, range: Range<usize>) -> NumberAt {
    let printed = &text[range.clone()];
    let compact = compact(printed);
    let odd = !is_compact(&compact) && compact.contains(|c| c != '-' && is_dash(c));
    let plain = odd.then(|| compact.replace(is_dash, "-"));
    // "298 KH/TWĐTN": a blank stands for the sign.
    let figures = printed.bytes().take_while(u8::is_ascii_digit).count();
    let parted = figures > 0 && printed[figures..].starts_with(' ');
    let parted = parted && compact[figures..].starts_with(char::is_uppercase);
    let plain = if parted {
        Some(format!("{}-{}", &compact[..figures], &compact[figures..]))
    } else {
        plain
    };
    let parts = number(plain.as_deref().unwrap_or(&compact)).ok().map(|(_, parts)| parts);
    NumberAt {
        range,
        ordinal: parts.and_then(|parts| parts.ordinal),
        suffix: parts.and_then(|parts| parts.suffix).map(str::to_owned),
        year: parts.and_then(|parts| parts.year),
        symbol: parts.and_then(|parts| parts.symbol).map(str::to_owned),
        damaged: false,
        text: compact,
    }
}
