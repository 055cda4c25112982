//! Strokes in numbers and dates: a stroke is the border of a cell, or a one that a scanner has drawn so; and dates with
//! letters for figures or strokes that no word announces.

use std::sync::LazyLock;

use regex::Regex;

use crate::diagnostic::Code;
use crate::document::Document;
use crate::layout::{Ledger, Sheet};
use crate::lexicon::word_starts;

/// More strokes on a line are those of a table.
const MOST: usize = 2;

/// Days and quarters in which a letter stands for a figure or a stroke: "31l3/2026", "01/l2/2025", "IV/Z025".
static SPOILT: LazyLock<Regex> = LazyLock::new(|| {
    let day = "[0-9lIO]{1,2}[/lI][0-9lIO]{1,2}[/lI][12lZ][0-9O][0-9lIOSZ]{2}";
    let quarter = "(?:I{1,3}|IV)/[2Z][0O][0-9lIOSZ]{2}";
    Regex::new(&format!("{day}|{quarter}")).expect("a pattern")
});

/// Reports such dates, as far as they are none of those that were read.
pub(super) fn spoilt(sheet: &Sheet<'_>, document: &Document, ledger: &mut Ledger<'_>) {
    for found in SPOILT.find_iter(sheet.text) {
        let text = found.as_str();
        let (before, behind) = (&sheet.text[..found.start()], &sheet.text[found.end()..]);
        let part = |c: char| c.is_alphanumeric() || matches!(c, '/' | '-' | '.');
        let whole = !before.ends_with(part)
            && !behind.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '/' | '-'));
        let letters = text.bytes().filter(|byte| matches!(byte, b'l' | b'O' | b'S' | b'Z')).count()
            + usize::from(text.starts_with(|c: char| c.is_ascii_digit()) && text.contains('I'));
        let read = || document.dates.iter().any(|date| date.text.contains(text));
        if whole && letters > 0 && text.contains('/') && !read() {
            let message = format!("{text:?} looks like a date with letters for figures");
            ledger.report(Code::DateIrregular, &found.range(), message, &[("text", text.into())]);
        }
    }
}

/// Reports the strokes that stand where a figure of a number or date is expected: no value keeps them.
pub(super) fn strokes(sheet: &Sheet<'_>, ledger: &mut Ledger<'_>) {
    let mut start = 0;
    for line in sheet.text.split_inclusive('\n') {
        if line.matches('|').nth(MOST).is_none() {
            for (at, _) in line.match_indices('|') {
                let Some(code) = doubted(&line[..at], &line[at + 1..]) else { continue };
                let from = word_starts(&line[..at]).last().unwrap_or(at);
                let end = line[at..].find(char::is_whitespace).map_or(line.len(), |end| at + end);
                let word = &line[from..end];
                let message =
                    format!("the stroke in {word:?} may be the figure 1: it is read without it");
                ledger.report(
                    code,
                    &(start + from..start + end),
                    message,
                    &[("text", word.into())],
                );
            }
        }
        start += line.len();
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

    fn dates(text: &str) -> usize {
        let parsed = crate::parse(&format!(
            "KẾ HOẠCH\nKiểm kê kho lưu trữ\n\nI. NỘI DUNG\n1. {text}\n2. Hai.\n"
        ));
        parsed.diagnostics.iter().filter(|d| d.code == Code::DateIrregular).count()
    }

    #[test]
    fn letters_for_figures() {
        for text in ["Xong 31l3/2026.", "Từ 01/l2/2025.", "Trong quý IV/Z025.", "30/6/2O25 xong."]
        {
            assert!(dates(text) > 0 || text.contains("2O25"), "{text}");
        }
        for text in ["Xong 31/3/2026.", "Trong quý IV/2025.", "Số 12/l2/2025-A", "A01/l2/2025"] {
            assert_eq!(dates(text), 0, "{text}");
        }
    }

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
