//! How far a reading can be trusted, summed up.

use serde::{Deserialize, Serialize};

use super::vocabulary::vocabulary;
use crate::diagnostic::{Code, Diagnostic, Severity};

vocabulary! {
    /// Whether somebody should look at a reading.
    ReviewStatus {
        /// Nothing doubtful was met.
        Ok = "ok",
        /// Something was read in spite of damage, is inconsistent, or is missing.
        Look = "look",
        /// Something written in the document is not in the tree as typed data.
        Bad = "bad",
    }
}

/// Diagnostics of one kind, counted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Reason {
    /// What they are about.
    pub code: Code,
    /// How much one of them weighs.
    pub severity: Severity,
    /// How many there are.
    pub count: u32,
}

/// The diagnostics of a document summed up, so that many documents can be sorted, worst first: by
/// status (`bad`, `look`, `ok`), then by weight.
///
/// ```
/// use kehoach::ReviewStatus;
///
/// let parsed = kehoach::parse("KẾ HOẠCH\nTổng kết năm 2024\n\nI. MỤC ĐÍCH\nHọp ngày 31/02/2024.\n");
/// let review = &parsed.document.review;
/// assert_eq!(review.status, ReviewStatus::Look);
/// assert_eq!(review.reasons[0].code.as_str(), "date-invalid");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Review {
    /// Whether somebody should look at it.
    pub status: ReviewStatus,
    /// The sum over all diagnostics: an error weighs 10, a warning 3, anything else 1; what was inferred by
    /// rule, with nothing damaged, weighs nothing.
    pub weight: u32,
    /// What there is to look at, the heaviest first.
    pub reasons: Vec<Reason>,
}

impl Default for Review {
    fn default() -> Self {
        Self { status: ReviewStatus::Ok, weight: 0, reasons: Vec::new() }
    }
}

impl Review {
    /// Sums diagnostics up.
    pub(crate) fn of(diagnostics: &[Diagnostic]) -> Self {
        let mut review = Self::default();
        for diagnostic in diagnostics {
            let Diagnostic { code, severity, .. } = diagnostic;
            review.weight = review.weight.saturating_add(weight(code, severity));
            match review.reasons.iter_mut().find(|reason| reason.code == *code) {
                Some(reason) => reason.count += 1,
                None => review.reasons.push(Reason {
                    code: code.clone(),
                    severity: severity.clone(),
                    count: 1,
                }),
            }
        }
        let heavy =
            |reason: &Reason| weight(&reason.code, &reason.severity).saturating_mul(reason.count);
        review.reasons.sort_by(|a, b| {
            heavy(b).cmp(&heavy(a)).then_with(|| a.code.as_str().cmp(b.code.as_str()))
        });
        review.status = if review.reasons.iter().any(|reason| reason.severity == Severity::Error) {
            ReviewStatus::Bad
        } else if review.reasons.iter().any(|reason| reason.code.is_doubt()) {
            ReviewStatus::Look
        } else {
            ReviewStatus::Ok
        };
        review
    }
}

fn weight(code: &Code, severity: &Severity) -> u32 {
    match severity {
        _ if !code.is_doubt() => 0,
        Severity::Error => 10,
        Severity::Warning => 3,
        _ => 1,
    }
}
