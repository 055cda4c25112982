//! What is doubtful about a reading, beside what its readers have said already.
//!
//! Values and running text are looked through for words that cannot be right: a reader may have passed
//! over what they were meant to be.

mod agree;
mod drawn;
mod inferred;
mod misspelt;
mod recipients;
mod spoilt;
mod strokes;
mod values;

use std::ops::Range;

use serde_json::Value as Json;

use self::agree::{agree, own_symbol};
use self::drawn::drawn;
use self::misspelt::misspelt;
use self::recipients::recipients;
use self::spoilt::spoilt;
use self::strokes::strokes;
use self::values::{each_running, each_value};
use crate::diagnostic::Code;
use crate::document::Document;
use crate::layout::{Leaves, Ledger, Sheet, shown};
use crate::lexicon::issuers::{blurred_name, misread_field};
use crate::lexicon::laws::blurred_law;
use crate::lexicon::provinces::{blurred_province, blurred_seat};
use crate::lexicon::signing::{authority_sign, blurred_post, illegible_sign};
use crate::lexicon::{
    Damage, Marks, Spelling, blurred, blurred_head, blurred_unit, is_letter_spaced,
    misread_abbreviation, misread_council,
};
use crate::meaning::mending::Mended;

/// Reports what is doubtful, and, where it is asked for, what was inferred by rule.
pub(crate) fn review(
    sheet: &Sheet<'_>,
    document: &Document,
    mended: &Mended,
    leaves: &Leaves,
    inferences: bool,
    ledger: &mut Ledger<'_>,
) {
    let kept = sheet.marks() == Marks::Kept;
    if !kept {
        let message =
            "the text has lost the marks of its letters: what a word is can only be inferred";
        ledger.report(Code::MarksLost, &(0..0), message, &[]);
    }
    incomplete(document, ledger);
    agree(document, ledger);
    if kept {
        own_symbol(document, ledger);
        misspelt(document, mended, ledger);
        recipients(&document.recipients, ledger);
    }
    strokes(sheet, ledger);
    drawn(sheet, document, leaves, ledger);
    spoilt(sheet, document, ledger);
    if inferences {
        inferred::places(document, ledger);
        inferred::doers(document, ledger);
    }
    let mut seen = None;
    let mut sound = Sound::new();
    each_value(document, &mut |field, text, span| {
        // An agency may stand for several tasks, a date in a subject is in both.
        if seen == Some(span) {
            return;
        }
        seen = Some(span);
        // The same bodies are named again and again.
        if sound.holds(field, text) {
            return;
        }
        if field != "title" && is_letter_spaced(text) {
            let message = format!("{field} {text:?} is letter-spaced: words may be read apart");
            let args = [("field", field.into()), ("text", text.into())];
            ledger.report_at(Code::TextDamaged, span, message, &args);
            return;
        }
        let mut words: Vec<&str> =
            Damage::words(text, sheet.marks()).into_iter().map(|word| &text[word]).collect();
        if matches!(field, "position" | "authority") {
            words.extend(illegible_sign(text).map(|sign| sign.trim_end_matches('.')));
        }
        if !words.is_empty() {
            let message =
                format!("{field} {text:?} holds damaged words: {}", shown(&words.join(", ")));
            let args =
                [("field", field.into()), ("text", text.into()), ("words", Json::from(words))];
            ledger.report_at(Code::TextDamaged, span, message, &args);
        } else if kept && let Some((range, meant)) = phrase(field, text) {
            let found = &text[range];
            let message = format!("{field} {text:?} has {found:?} where {meant:?} is meant");
            let args = [
                ("field", field.into()),
                ("text", text.into()),
                ("words", Json::from(vec![found])),
                ("meant", meant.into()),
            ];
            ledger.report_at(Code::TextDamaged, span, message, &args);
        } else {
            sound.keep(field, text);
        }
    });
    running(sheet, document, leaves, ledger);
    if kept {
        unmarked(sheet, document, leaves, ledger);
    }
}

/// Values that were found sound, the last one for each place of a table.
struct Sound<'d>(Vec<(&'static str, &'d str)>);

impl<'d> Sound<'d> {
    /// A table of `1 << SLOTS` values.
    const SLOTS: u32 = 8;

    fn new() -> Self {
        Self(vec![("", ""); 1 << Self::SLOTS])
    }

    fn holds(&self, field: &str, text: &str) -> bool {
        self.0[Self::slot(text)] == (field, text)
    }

    fn keep(&mut self, field: &'static str, text: &'d str) {
        self.0[Self::slot(text)] = (field, text);
    }

    fn slot(text: &str) -> usize {
        Spelling::of_bytes(text.as_bytes()).slot(Self::SLOTS)
    }
}

/// Paragraphs and cells that alone have lost the marks of their letters: one report at the first, with labels at
/// the others.
fn unmarked(sheet: &Sheet<'_>, document: &Document, leaves: &Leaves, ledger: &mut Ledger<'_>) {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut text = String::new();
    each_running(document, &mut |span| {
        let pieces = leaves.pieces(span).unwrap_or_default();
        text.clear();
        text.extend(pieces.iter().map(|piece| sheet.slice(piece)));
        found.extend(pieces.first().filter(|_| Marks::of(&text) == Marks::Lost).cloned());
    });
    let Some((first, others)) = found.split_first() else { return };
    let message = match found.len() {
        1 => "a paragraph has lost the marks of its letters".to_owned(),
        many => format!("{many} paragraphs have lost the marks of their letters"),
    };
    ledger.report(Code::MarksLost, first, message, &[("paragraphs", found.len().into())]);
    ledger.label(others);
}

/// Most damaged words of a paragraph that are named.
const MOST_WORDS: usize = 50;

/// Damaged words of paragraphs and cells: one report for each of these, at its first word, with labels at
/// the others.
fn running(sheet: &Sheet<'_>, document: &Document, leaves: &Leaves, ledger: &mut Ledger<'_>) {
    let mut found = Vec::new();
    each_running(document, &mut |span| {
        found.clear();
        for piece in leaves.pieces(span).unwrap_or_default() {
            let text = sheet.slice(piece);
            let words = Damage::words(text, sheet.marks()).into_iter();
            found.extend(words.map(|word| piece.start + word.start..piece.start + word.end));
        }
        let more = found.len().saturating_sub(MOST_WORDS);
        found.truncate(MOST_WORDS);
        let Some((first, others)) = found.split_first() else { return };
        let words: Vec<&str> = found.iter().map(|word| sheet.slice(word)).collect();
        let more_words = if more > 0 { format!(" and {more} more") } else { String::new() };
        let message =
            format!("the text holds damaged words: {}{more_words}", shown(&words.join(", ")));
        let args = [("field", "text".into()), ("words", Json::from(words)), ("more", more.into())];
        ledger.report(Code::TextDamaged, first, message, &args);
        ledger.label(others);
    });
}

/// The first phrase of a value whose letters have other marks than they should.
fn phrase(field: &str, text: &str) -> Option<(Range<usize>, &'static str)> {
    // Names are spelt as their bearers will; what is wrong with a title its reader has said; in a sentence
    // other words make the phrases.
    match field {
        "signer" | "title" | "citation" | "task" => return None,
        "place" => return blurred_province(text),
        "name" => return blurred(text).next().or_else(|| blurred_law(text)),
        _ => {}
    }
    let body = matches!(field, "parent_authority" | "issuing_authority" | "issuer" | "agency");
    let behind_sign =
        if field == "authority" { authority_sign(text).unwrap_or_default() } else { 0 };
    let name = text[behind_sign..].trim_start();
    let before = text.len() - name.len();
    let named = body || matches!(field, "authority" | "recipient");
    let name_of_body = || {
        let (range, meant) = misread_council(name)
            .or_else(|| misread_abbreviation(name))
            .or_else(|| blurred_name(name))
            .or_else(|| misread_field(name))
            .or_else(|| blurred_unit(name))
            .or_else(|| blurred_seat(name))?;
        Some((before + range.start..before + range.end, meant))
    };
    let post = || {
        let (range, meant) = blurred_post(name)?;
        Some((before + range.start..before + range.end, meant))
    };
    let head = || if body { blurred_head(text) } else { None };
    blurred(text)
        .next()
        .or_else(head)
        .or_else(|| if named { name_of_body() } else { None })
        .or_else(|| if matches!(field, "position" | "authority") { post() } else { None })
}

/// What a record of the document needs and the text does not give.
fn incomplete(document: &Document, ledger: &mut Ledger<'_>) {
    let header = &document.header;
    let missing: Vec<&str> = [
        ("issuing_authorities", header.issuing_authorities.is_empty()),
        ("number", header.number.is_none()),
        ("date", header.date.is_none()),
        ("subject", document.subject.is_none()),
        ("recipients", document.recipients.is_empty()),
        ("signatures", document.signatures.is_empty()),
    ]
    .into_iter()
    .filter_map(|(name, missing)| missing.then_some(name))
    .collect();
    if !missing.is_empty() {
        let message = format!("not found: {}", missing.join(", "));
        ledger.report(Code::RecordIncomplete, &(0..0), message, &[("missing", missing.into())]);
    }
}
