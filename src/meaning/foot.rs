//! Recipients and signatures.

use std::ops::Range;

use crate::document::{Recipient, Signature};
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
pub(crate) fn foot(_sheet: &Sheet<'_>, _lines: Range<usize>, _ledger: &mut Ledger<'_>) -> Foot {
    Foot::default()
}
