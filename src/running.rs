//! Citations and dates in running text that stands alone, without a plan around it.

use std::ops::Range;

use memchr::memchr;
use serde::{Deserialize, Serialize};

use crate::diagnostic::Diagnostic;
use crate::document::{Citation, CitedDocument, Date};
use crate::layout::{Ledger, Sheet, breaks_inside_a_symbol};
use crate::meaning;
use crate::parser::{Limits, located};
use crate::source::{Span, normalize};

/// What [`citations`] finds.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Citations {
    /// Every mention of a document, in the order of the text.
    pub citations: Vec<Citation>,
    /// The distinct documents behind them.
    pub cited_documents: Vec<CitedDocument>,
    /// What was doubtful.
    pub diagnostics: Vec<Diagnostic>,
}

/// Finds the documents that a running text cites: a paragraph, a page, an article, of any origin.
///
/// Lines may be wrapped; a blank line ends a paragraph. Spans are bytes of `text`. Where a body sits
/// is known only from its own name ("UBND tỉnh Sóc Trăng"), for no letterhead says where the text
/// comes from; in a whole plan [`parse`](crate::parse) infers it.
///
/// ```
/// let text = "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về công tác văn thư;";
/// let found = kehoach::citations(text);
/// let decree = &found.citations[0];
/// assert_eq!(decree.number.as_ref().expect("a number").text, "30/2020/NĐ-CP");
/// assert_eq!(decree.issuer.as_ref().expect("an issuer").text, "Chính phủ");
/// assert_eq!(found.cited_documents[0].key.id, "vn/trung-uong/chinh-phu/nghi-dinh/2020/30");
/// ```
pub fn citations(text: &str) -> Citations {
    let clean = normalize(text);
    let sheet = Sheet::running(&clean.text, &clean.map);
    let mut ledger = Ledger::new(&sheet, Limits::default().diagnostics);
    let (citations, cited_documents) =
        meaning::running(&sheet, paragraphs(&clean.text), &mut ledger);
    let diagnostics = located(text, ledger.close());
    Citations { citations, cited_documents, diagnostics }
}

/// A mention of another document by its places alone: what [`mentions`] finds.
///
/// The spans are those of the parts of a [`Citation`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct Mention {
    /// From its type to the end of number, name, date and issuer.
    pub span: Span,
    /// Official code of the type that stands before it: "QĐ"; see [`Kind::code`](crate::Kind).
    pub kind: Option<&'static str>,
    /// Number and symbol.
    pub number: Option<Span>,
    /// Date of the cited document.
    pub date: Option<Span>,
    /// Who issued it.
    pub issuer: Option<Span>,
    /// Name of a law or congress resolution.
    pub name: Option<Span>,
    /// What it is about.
    pub subject: Option<Span>,
    /// The part that is cited.
    pub pinpoint: Option<Span>,
}

/// Finds where a running text cites documents, and nothing more: neither what the parts mean nor which
/// mentions mean one document. For large collections, of which [`citations`] then reads what counts.
///
/// Lines may be wrapped; a blank line ends a paragraph. Spans are bytes of `text`.
///
/// ```
/// let text = "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về công tác văn thư;";
/// let found = kehoach::mentions(text);
/// assert_eq!(found[0].kind, Some("NĐ"));
/// let number = found[0].number.expect("a number");
/// assert_eq!(number.slice(text), Some("30/2020/NĐ-CP"));
/// ```
pub fn mentions(text: &str) -> Vec<Mention> {
    let clean = normalize(text);
    let sheet = Sheet::running(&clean.text, &clean.map);
    meaning::running_mentions(&sheet, paragraphs(&clean.text))
}

/// What [`dates`] finds.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Dates {
    /// Every date or period, in the order of the text.
    pub dates: Vec<Date>,
    /// What was doubtful.
    pub diagnostics: Vec<Diagnostic>,
}

/// Finds the dates and periods of a running text: a paragraph, a page, an article, of any origin.
///
/// Lines may be wrapped; a blank line ends a paragraph. Spans are bytes of `text`. A date without a
/// year has no value: in a whole plan [`parse`](crate::parse) may infer it.
///
/// ```
/// let found = kehoach::dates("Báo cáo trước ngày 15/12/2025, định kỳ 6 tháng.");
/// assert_eq!(found.dates[0].edtf.as_deref(), Some("../2025-12-15"));
/// assert_eq!(found.dates[1].recurrence.as_deref(), Some("P6M"));
/// ```
pub fn dates(text: &str) -> Dates {
    let clean = normalize(text);
    let sheet = Sheet::running(&clean.text, &clean.map);
    let mut ledger = Ledger::new(&sheet, Limits::default().diagnostics);
    let dates = meaning::running_dates(&sheet, paragraphs(&clean.text), &mut ledger);
    let diagnostics = located(text, ledger.close());
    Dates { dates, diagnostics }
}

/// Whether a symbol is cut behind these words; nearly all end with a letter or a full stop.
fn cuts_symbol(words: &str) -> bool {
    let ends = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b';' | b',' | b':');
    !words.bytes().next_back().is_some_and(ends) && breaks_inside_a_symbol(words.trim_end())
}

/// The paragraphs of a text: what blank lines part, but for one that cuts a symbol.
fn paragraphs(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut from = 0;
    std::iter::from_fn(move || {
        if from >= text.len() {
            return None;
        }
        let mut at = from;
        while let Some(found) = memchr(b'\n', &text.as_bytes()[at..]) {
            let end = at + found;
            let rest = &text.as_bytes()[end + 1..];
            let blank = rest.iter().take_while(|byte| matches!(byte, b' ' | b'\t')).count();
            at = end + 1 + blank;
            if rest.get(blank) == Some(&b'\n') && !cuts_symbol(&text[from..end]) {
                let paragraph = from..end;
                from = at + 1;
                return Some(paragraph);
            }
        }
        let paragraph = from..text.len();
        from = text.len();
        Some(paragraph)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blank_lines_part_paragraphs() {
        let text = "một\nhai\n\nba 04/KH-\n\nUBND\n  \nbốn\n";
        let found: Vec<_> = paragraphs(text).map(|range| &text[range]).collect();
        assert_eq!(found, ["một\nhai", "ba 04/KH-\n\nUBND", "bốn\n"]);
    }
}
