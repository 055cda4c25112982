//! How far a reading can be trusted, summed up.

use serde::{Deserialize, Serialize};
use serde_json::Value as Json;

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
/// assert_eq!(review.reasons[0].code.as_str(), "record-incomplete");
/// assert_eq!(review.reasons[1].code.as_str(), "date-invalid");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Review {
    /// Whether somebody should look at it.
    pub status: ReviewStatus,
    /// The sum over all diagnostics: an error weighs 10, a warning 3, anything else 1; each field that the
    /// record lacks weighs 3; what was inferred by rule, with nothing damaged, weighs nothing.
    pub weight: u32,
    /// What there is to look at, the heaviest first.
    pub reasons: Vec<Reason>,
}

impl Default for Review {
    fn default() -> Self {
        Self { status: ReviewStatus::Ok, weight: 0, reasons: Vec::new() }
    }
}

/// Weight of a warning, and of a field that is missing.
const WARNING: u32 = 3;

impl Review {
    /// Sums diagnostics up.
    pub(crate) fn of(diagnostics: &[Diagnostic]) -> Self {
        let mut review = Self::default();
        let mut sums: Vec<(u32, Reason)> = Vec::new();
        for diagnostic in diagnostics {
            let weight = weight(diagnostic);
            review.weight = review.weight.saturating_add(weight);
            let Diagnostic { code, severity, .. } = diagnostic;
            match sums.iter_mut().find(|(_, reason)| reason.code == *code) {
                Some((sum, reason)) => {
                    *sum = sum.saturating_add(weight);
                    reason.count += 1;
                }
                None => sums.push((
                    weight,
                    Reason { code: code.clone(), severity: severity.clone(), count: 1 },
                )),
            }
        }
        sums.sort_by(|(sum, reason), (other_sum, other)| {
            other_sum.cmp(sum).then_with(|| reason.code.as_str().cmp(other.code.as_str()))
        });
        review.reasons = sums.into_iter().map(|(_, reason)| reason).collect();
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

fn weight(diagnostic: &Diagnostic) -> u32 {
    match diagnostic.severity {
        _ if !diagnostic.code.is_doubt() => 0,
        Severity::Error => 10,
        Severity::Warning => WARNING,
        _ if diagnostic.code == Code::RecordIncomplete => {
            let missing = diagnostic.args.get("missing").and_then(Json::as_array);
            WARNING.saturating_mul(missing.map_or(1, |fields| fields.len() as u32))
        }
        _ => 1,
    }
}

#[cfg(test)]
mod tests {
    /// Worst first: what lacks most of a record weighs more than what lacks a part of it.
    #[test]
    fn fields_that_are_missing_weigh() {
        let head = "UBND TỈNH SƠN HÀ\nSố: 5/KH-UBND\nSơn Hà, ngày 5 tháng 3 năm 2024\n\nKẾ HOẠCH\nKiểm tra\n\nI. MỤC ĐÍCH\n";
        let foot = "\nNơi nhận:\n- Lưu: VT.\n\nCHỦ TỊCH\nTrần Văn Bình\n";
        let weight = |text: &str| crate::parse(text).document.review.weight;
        let (whole, cut) = (weight(&format!("{head}{foot}")), weight(head));
        assert_eq!((whole, cut), (0, 6));
        assert!(weight("") > cut, "{}", weight(""));
        let damaged = weight("I. MỤC ĐÍCH\nGíam đốc nhấ|t trí.\n");
        assert!(damaged > weight("I. MỤC ĐÍCH\nGiám đốc nhất trí.\n"));
    }
}
