//! Strokes in dates: a stroke is the border of a cell, or a one that a scanner has drawn so.

use crate::diagnostic::Code;
use crate::layout::{Ledger, Sheet};

/// Reports the strokes that stand where a figure of a date is expected: no value keeps them.
pub(super) fn strokes(sheet: &Sheet<'_>, ledger: &mut Ledger<'_>) {
    for (at, _) in sheet.text.match_indices('|') {
        if is_in_a_date(&sheet.text[..at], &sheet.text[at + 1..]) {
            let message = "the stroke may be the figure 1: the date is read without it";
            ledger.report(Code::DateIrregular, &(at..at + 1), message, &[("text", "|".into())]);
        }
    }
}

/// Whether a stroke stands in the place of a figure: "ngày |6", "1| tháng", "tháng |1".
fn is_in_a_date(before: &str, behind: &str) -> bool {
    let figure = |c: char| c.is_ascii_digit();
    let bare = before.trim_end_matches(figure);
    let rest = behind.trim_start_matches(figure);
    let opened = ["ngày ", "tháng "].iter().any(|word| bare.ends_with(word));
    let closed = [" tháng", " năm"].iter().any(|word| rest.starts_with(word));
    let figures = bare.len() < before.len() || rest.len() < behind.len();
    figures && opened && (closed || bare.len() == before.len())
        || closed && bare.len() < before.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strokes_in_dates() {
        for text in ["ngày |6 tháng 5", "ngày 1| tháng 9", "tháng |1 năm 2024", "cả ngày |6/5"]
        {
            let (before, behind) = text.split_once('|').expect("a stroke");
            assert!(is_in_a_date(before, behind), "{text}");
        }
        for text in
            ["|6 tháng 5", "ngày | tháng", "| 5 tháng", "12|13", "thời gian |2024", "ngày 6|Sở"]
        {
            let (before, behind) = text.split_once('|').expect("a stroke");
            assert!(!is_in_a_date(before, behind), "{text}");
        }
    }
}
