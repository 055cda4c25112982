//! The ledger readers write down what they took in: what is in the tree, page furniture, diagnostics.

use std::ops::Range;

use serde_json::{Map, Value};

use super::sheet::{Pieces, Sheet, trim_value};
use crate::diagnostic::{Code, Diagnostic, Label};
use crate::document::{Furniture, FurnitureKind, Paragraph, ParagraphRole, Text};
use crate::lexicon::is_word;
use crate::source::{Remark, Span};

/// A value of the tree: where it stands, and which of the ranges taken make it up.
#[derive(Debug, Clone, Copy)]
struct Leaf {
    span: Span,
    from: u32,
    to: u32,
}

/// The pieces of the values of the tree, found by their spans.
#[derive(Debug)]
pub(crate) struct Leaves {
    leaves: Vec<Leaf>,
    pieces: Vec<Range<usize>>,
}

impl Leaves {
    /// The pieces of the value with this span.
    pub(crate) fn pieces(&self, span: Span) -> Option<&Pieces> {
        let at = self.leaves.binary_search_by_key(&span, |leaf| leaf.span).ok()?;
        let Leaf { from, to, .. } = self.leaves[at];
        Some(&self.pieces[from as usize..to as usize])
    }
}

/// What has been read so far: every range some node took, the page furniture, the diagnostics.
#[derive(Debug)]
pub(crate) struct Ledger<'a> {
    sheet: &'a Sheet<'a>,
    taken: Vec<Range<usize>>,
    leaves: Vec<Leaf>,
    furniture: Vec<Furniture>,
    /// The number of the page that was turned last.
    page: Option<u32>,
    diagnostics: Vec<Diagnostic>,
    dropped_diagnostics: usize,
    limit: usize,
}

impl<'a> Ledger<'a> {
    /// An empty ledger that keeps at most `limit` diagnostics.
    pub(crate) fn new(sheet: &'a Sheet<'a>, limit: usize) -> Self {
        Self {
            sheet,
            taken: Vec::with_capacity(sheet.lines.len()),
            leaves: Vec::with_capacity(sheet.lines.len() / 2),
            furniture: Vec::new(),
            page: None,
            diagnostics: Vec::new(),
            dropped_diagnostics: 0,
            limit,
        }
    }

    /// The number of the page that was turned last, in the parts that were read so far.
    pub(crate) fn page(&self) -> Option<u32> {
        self.page
    }

    /// Notes the number of the page that was turned last.
    pub(crate) fn turn_to(&mut self, page: Option<u32>) {
        self.page = page.or(self.page);
    }

    /// The text of a piece.
    pub(crate) fn slice(&self, piece: &Range<usize>) -> &'a str {
        self.sheet.slice(piece)
    }

    /// Notes that these pieces are in the tree.
    pub(crate) fn take(&mut self, pieces: &Pieces) {
        self.taken.extend(pieces.iter().filter(|piece| !piece.is_empty()).cloned());
    }

    /// A value of the tree: its trailing punctuation is taken with it but not kept.
    pub(crate) fn value(&mut self, pieces: &Pieces) -> Text {
        self.value_of(self.sheet.flow(pieces), pieces)
    }

    /// A value of the tree whose words have been joined already.
    pub(crate) fn value_of(&mut self, text: String, pieces: &Pieces) -> Text {
        let from = self.taken.len();
        self.take(pieces);
        let value = self.trimmed(text, pieces);
        self.leaf(value.span, from);
        value
    }

    /// Notes that what was taken since `from` is the value with this span.
    fn leaf(&mut self, span: Span, from: usize) {
        self.leaves.push(Leaf { span, from: from as u32, to: self.taken.len() as u32 });
    }

    /// Ends the taking: whatever letter or digit no node took becomes `unassigned` furniture. Gives the
    /// pieces of all values.
    pub(crate) fn settle(&mut self) -> Leaves {
        let mut taken = self.taken.clone();
        taken.sort_unstable_by_key(|range| range.start);
        let mut reached = 0;
        for range in taken {
            if range.start > reached {
                self.assign_gap(&(reached..range.start));
            }
            reached = reached.max(range.end);
        }
        self.assign_gap(&(reached..self.sheet.text.len().max(reached)));
        let mut leaves = std::mem::take(&mut self.leaves);
        leaves.sort_by_key(|leaf| leaf.span);
        Leaves { leaves, pieces: std::mem::take(&mut self.taken) }
    }

    /// Takes page furniture back that a reader looked at while it wrote into the ledger.
    pub(crate) fn return_furniture(&mut self, furniture: Vec<Furniture>) {
        self.furniture = furniture;
    }

    /// Reports something of the whole text.
    pub(crate) fn report_at_end(&mut self, code: Code, message: String, args: &[(&str, Value)]) {
        let end = self.sheet.text.len();
        self.report(code, &(end..end), message, args);
    }

    fn trimmed(&self, mut text: String, pieces: &Pieces) -> Text {
        let kept = trim_value(&text).len();
        if kept == text.len() {
            return self.sheet.placed(text, pieces);
        }
        text.truncate(kept);
        let mut pieces = pieces.to_vec();
        while let Some(last) = pieces.last_mut() {
            let words = trim_value(self.sheet.slice(last)).len();
            last.end = last.start + words;
            if words > 0 || pieces.len() == 1 {
                break;
            }
            pieces.pop();
        }
        self.sheet.placed(text, &pieces)
    }

    /// Words and place of a value that keeps its punctuation; they are not noted as taken.
    pub(crate) fn evidence(&self, pieces: &Pieces) -> Text {
        self.sheet.placed(self.sheet.flow(pieces), pieces)
    }

    /// A value of the tree that keeps its punctuation.
    pub(crate) fn verbatim(&mut self, pieces: &Pieces) -> Text {
        let from = self.taken.len();
        self.take(pieces);
        let value = self.evidence(pieces);
        self.leaf(value.span, from);
        value
    }

    /// A paragraph of the tree.
    pub(crate) fn paragraph(&mut self, role: Option<ParagraphRole>, pieces: &Pieces) -> Paragraph {
        self.paragraph_of(self.sheet.flow(pieces), role, pieces)
    }

    /// A paragraph of the tree whose words have been joined already.
    pub(crate) fn paragraph_of(
        &mut self,
        text: String,
        role: Option<ParagraphRole>,
        pieces: &Pieces,
    ) -> Paragraph {
        let from = self.taken.len();
        self.take(pieces);
        let Text { text, span, parts } = self.sheet.placed(text, pieces);
        self.leaf(span, from);
        Paragraph { role, text, span, parts }
    }

    /// Puts pieces away as page furniture.
    pub(crate) fn furniture(&mut self, kind: FurnitureKind, pieces: &Pieces) {
        let Text { text, span, parts } = self.verbatim(pieces);
        if !text.is_empty() {
            self.furniture.push(Furniture { kind, text, span, parts });
        }
    }

    /// Reports something odd. `args` are the values in the message, by name.
    pub(crate) fn report(
        &mut self,
        code: Code,
        range: &Range<usize>,
        message: impl Into<String>,
        args: &[(&str, Value)],
    ) {
        self.report_at(code, self.sheet.span(range), message, args);
    }

    /// Reports something odd about a value that has its place in the source already.
    pub(crate) fn report_at(
        &mut self,
        code: Code,
        span: Span,
        message: impl Into<String>,
        args: &[(&str, Value)],
    ) {
        // That something was not read as it should be is said in any case, once for each limit.
        let limit = matches!(
            code,
            Code::LimitInput
                | Code::LimitNesting
                | Code::LimitLines
                | Code::LimitBlocks
                | Code::LimitEntries
        );
        if self.diagnostics.len() >= self.limit && !limit {
            self.dropped_diagnostics += 1;
            return;
        }
        let args: Map<_, _> =
            args.iter().map(|(name, value)| ((*name).into(), value.clone())).collect();
        self.diagnostics.push(Diagnostic {
            severity: code.severity(),
            code,
            span,
            line: 0,
            column: 0,
            message: message.into(),
            labels: Vec::new(),
            args,
        });
    }

    /// Further places of what was reported last. Beyond the limit there is none that they belong to.
    pub(crate) fn label(&mut self, ranges: &[Range<usize>]) {
        if self.dropped_diagnostics > 0 {
            return;
        }
        let sheet = self.sheet;
        let labels = ranges.iter().map(|range| {
            let message = shown(sheet.slice(range));
            Label { span: sheet.span(range), message }
        });
        if let Some(last) = self.diagnostics.last_mut() {
            last.labels.extend(labels);
        }
    }

    /// Reports what was odd about the encoding. Places are those of the source already.
    pub(crate) fn remark(&mut self, remarks: &[Remark]) {
        for Remark { code, span, message, args } in remarks {
            self.report_at(code.clone(), *span, message.as_str(), args);
        }
    }

    /// The page furniture in order of place, when nothing more will be put away.
    pub(crate) fn take_furniture(&mut self) -> Vec<Furniture> {
        self.furniture.sort_by_key(|furniture| furniture.span);
        std::mem::take(&mut self.furniture)
    }

    /// Closes the ledger: the diagnostics in order of place.
    pub(crate) fn close(mut self) -> Vec<Diagnostic> {
        self.report_dropped();
        self.diagnostics.sort_by_key(|diagnostic| diagnostic.span);
        self.diagnostics
    }

    fn report_dropped(&mut self) {
        if self.dropped_diagnostics > 0 {
            let message = format!(
                "{} more diagnostics are not listed: raise `Limits::diagnostics` to see them",
                self.dropped_diagnostics
            );
            self.limit = usize::MAX;
            let end = self.sheet.text.len();
            let args = [("dropped", Value::from(self.dropped_diagnostics))];
            self.report(Code::LimitDiagnostics, &(end..end), message, &args);
        }
    }

    fn assign_gap(&mut self, gap: &Range<usize>) {
        let bytes = &self.sheet.text.as_bytes()[gap.clone()];
        // Nearly all are white space.
        let Some(blanks) = bytes.iter().position(|b| *b > b' ') else { return };
        if !bytes[blanks..].iter().any(|b| b.is_ascii_alphanumeric() || *b >= 0x80) {
            return;
        }
        let text = self.sheet.slice(gap);
        let mut start = gap.start;
        for line in text.split('\n') {
            let words = line.trim();
            if words.chars().any(is_word) {
                let from = start + (line.len() - line.trim_start().len());
                let range = from..from + words.len();
                let quoted: String = words.chars().take(40).collect();
                self.report(
                    Code::UnassignedText,
                    &range,
                    format!("{quoted:?} fits nowhere and is kept as page furniture"),
                    &[("text", quoted.clone().into())],
                );
                self.furniture(FurnitureKind::Unassigned, std::slice::from_ref(&range));
            }
            start += line.len() + 1;
        }
    }
}

/// Words of a text in a message, which holds nothing as it is that a terminal obeys: no control character, and
/// none that turns the direction of writing.
pub(crate) fn shown(words: &str) -> String {
    let turns = |c| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let mut shown = String::with_capacity(words.len());
    for c in words.chars() {
        if c.is_control() || turns(c) {
            shown.extend(c.escape_unicode());
        } else {
            shown.push(c);
        }
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::SourceMap;

    #[test]
    fn what_no_node_took_is_kept() {
        let text = "một hai\nba";
        let map = SourceMap::default();
        let sheet = Sheet::new(text, &map);
        let mut ledger = Ledger::new(&sheet, 10);
        let first = 0.."một ".len();
        ledger.take(std::slice::from_ref(&first));
        ledger.settle();
        let furniture = ledger.take_furniture();
        let diagnostics = ledger.close();
        let kept: Vec<_> = furniture.iter().map(|f| f.text.as_str()).collect();
        assert_eq!(kept, ["hai", "ba"]);
        assert_eq!(diagnostics.len(), 2);
    }
}
