//! Appendices and attached documents.

use std::ops::Range;

use crate::document::Appendix;
use crate::layout::{self, Ledger, Sheet};
use crate::parser::Limits;
use crate::{meaning, outline};

/// Reads what follows the signature on `lines`.
pub(crate) fn appendix(
    sheet: &Sheet<'_>,
    lines: Range<usize>,
    limits: &Limits,
    ledger: &mut Ledger<'_>,
) -> Appendix {
    let ranges: Vec<_> = sheet.lines[lines.clone()].iter().map(|line| line.range.clone()).collect();
    let head = meaning::head(sheet, lines, ledger);
    let content = layout::content(sheet, &head.content, ledger);
    let body = outline::read(sheet, &content, limits, ledger);
    let foot = meaning::foot(sheet, content.foot.clone(), ledger);
    Appendix {
        label: head.title,
        title: head.subject,
        kind: head.kind,
        span: sheet.hull(&ranges),
        preamble: body.preamble,
        body: body.blocks,
        recipients: foot.recipients,
        signatures: foot.signatures,
    }
}
