//! Strokes in numbers and dates: a stroke is the border of a cell, or a one that a scanner has drawn so.

use memchr::memchr;

use crate::diagnostic::Code;
use crate::layout::{Ledger, Sheet};
use crate::lexicon::word_starts;

/// More strokes on a line are those of a table.
const MOST: usize = 2;

/// Reports the strokes that stand where a figure of a number or date is expected: no value keeps them.
pub(super) fn strokes(sheet: &Sheet<'_>, ledger: &mut Ledger<'_>) {
    let mut read = 0;
    while let Some(stroke) = memchr(b'|', &sheet.text.as_bytes()[read..]).map(|at| read + at) {
        let start = sheet.text[..stroke].rfind('\n').map_or(0, |at| at + 1);
        let len = sheet.text[stroke..].find('\n').unwrap_or(sheet.text.len() - stroke);
        read = stroke + len;
        report(&sheet.text[start..read], start, ledger);
    }
}

/// Reports those of a line that begins at `start`.
fn report(line: &str, start: usize, ledger: &mut Ledger<'_>) {
    if line.matches('|').nth(MOST).is_some() {
        return;
    }
    for (at, _) in line.match_indices('|') {
        let Some(code) = doubted(&line[..at], &line[at + 1..]) else { continue };
        let from = word_starts(&line[..at]).last().unwrap_or(at);
        let end = line[at..].find(char::is_whitespace).map_or(line.len(), |end| at + end);
        let word = &line[from..end];
        let message = format!("the stroke in {word:?} may be the figure 1: it is read without it");
        let place = start + from..start + end;
        ledger.report(code, &place, message, &[("text", word.into())]);
    }
}

/// What a stroke may have spoilt, if it stands in the place of a figure: "ngày |6", "1| tháng", "4|/KH-UBND",
/// "quý |I".
fn doubted(before: &str, behind: &str) -> Option<Code> {
    let figure = |c: char| c.is_ascii_digit();
    let (bare, rest) = (before.trim_end_matches(figure), behind.trim_start_matches(figure));
    let (led, followed) = (bare.len() < before.len(), rest.len() < behind.len());
    let opens = |words: &[&str]| words.iter().any(|word| bare.ends_with(word));
    let closes = |words: &[&str]| words.iter().any(|word| rest.starts_with(word));
    let symbol =
        rest.strip_prefix(['/', '-']).is_some_and(|rest| rest.starts_with(char::is_uppercase));
    let labelled = opens(&["số ", "Số ", "số: ", "Số: ", "số:", "Số:"]);
    let dated = opens(&["ngày ", "tháng "]);
    let quarter = |text: &str| text.starts_with('I') || text.starts_with('V');
    if symbol && (led || followed) || labelled && followed {
        return Some(Code::NumberDamaged);
    }
    let day = (led || followed) && dated && (closes(&[" tháng", " năm", "/"]) || !led);
    let month = led && closes(&[" tháng", " năm"]);
    let quarter = opens(&["quý ", "Quý "]) && quarter(behind)
        || behind.starts_with(" năm") && before.ends_with('I');
    (day || month || quarter || led && followed).then_some(Code::DateIrregular)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(text: &str) -> Option<Code> {
        let (before, behind) = text.split_once('|').expect("a stroke");
        doubted(before, behind)
    }

    #[test]
    fn strokes_for_figures() {
        for text in [
            "ngày |6 tháng 5",
            "ngày 1| tháng 9",
            "tháng |1 năm 2024",
            "cả ngày |6/5",
            "ngày 3|/4/2024",
            "tháng 1|/2024",
            "quý |I năm 2024",
            "quý I| năm 2024",
            "năm 20|4",
        ] {
            assert_eq!(code(text), Some(Code::DateIrregular), "{text}");
        }
        for text in
            ["Số: 4|/KH-SNV", "Số: |4/KH-SNV", "số 21|/QĐ-UBND", "số |15/QĐ-UBND", "Số: 4|7/KH-SNV"]
        {
            assert_eq!(code(text), Some(Code::NumberDamaged), "{text}");
        }
        for text in [
            "|6 tháng 5",
            "ngày | tháng",
            "| 5 tháng",
            "thời gian |2024",
            "ngày 6|Sở",
            "STT|Nội dung",
            "Số: 4/KH-SNV | Hà Nội",
            "5 | 6",
        ] {
            assert_eq!(code(text), None, "{text}");
        }
    }
}
