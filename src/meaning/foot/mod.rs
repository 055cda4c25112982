//! Recipients and signatures.
//!
//! NĐ 30/2020 Phụ lục I, Phần I, Mục II prints "Nơi nhận" (box 9b) at the left and the signature
//! (boxes 7a–7c) at the right. In plain text they stand side by side, one after the other, or one
//! inside the other; so every piece of a line is first known by its own words, then by its column.

mod entries;
mod pieces;
mod recipients;
mod signatures;
mod tokens;

use std::ops::Range;

use self::pieces::{Sorted, sort};
use crate::diagnostic::Code;
use crate::document::{FurnitureKind, Recipient, Signature};
use crate::layout::{Ledger, Sheet};

/// What stands behind the content.
#[derive(Debug, Default)]
pub(crate) struct Foot {
    /// "Nơi nhận".
    pub(crate) recipients: Vec<Recipient>,
    /// Who signed.
    pub(crate) signatures: Vec<Signature>,
}

/// Reads the foot on `lines`.
pub(crate) fn foot(sheet: &Sheet<'_>, lines: Range<usize>, ledger: &mut Ledger<'_>) -> Foot {
    if lines.is_empty() {
        return Foot::default();
    }
    let Sorted { label, list, signs } = sort(sheet, lines);
    let mut entries = entries::collect(sheet, &list);
    let drafts = signatures::draft(sheet, &signs, &mut entries, ledger);
    if let Some(label) = &label {
        ledger.furniture(FurnitureKind::Label, std::slice::from_ref(label));
        if entries.is_empty() {
            let quoted = sheet.slice(label);
            ledger.report(
                Code::RecipientsEmpty,
                label,
                format!("{quoted:?} is followed by no recipient"),
                &[("text", quoted.into())],
            );
        }
    }
    let recipients = recipients::build(sheet, entries, ledger);
    Foot { recipients, signatures: signatures::build(sheet, drafts, ledger) }
}
