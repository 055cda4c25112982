//! Dates with letters for figures or strokes that no word announces: nothing reads them.

use std::collections::HashSet;
use std::sync::LazyLock;

use regex::Regex;

use crate::diagnostic::Code;
use crate::document::Document;
use crate::layout::{Ledger, Sheet};

/// Days and quarters in which a letter stands for a figure or a stroke: "31l3/2026", "01/l2/2025", "IV/Z025".
static SPOILT: LazyLock<Regex> = LazyLock::new(|| {
    let day = "[0-9lIO]{1,2}[/lI][0-9lIO]{1,2}[/lI][12lZ][0-9O][0-9lIOSZ]{2}";
    let quarter = "(?:I{1,3}|IV)/[2Z][0O][0-9lIOSZ]{2}";
    Regex::new(&format!("{day}|{quarter}")).expect("a pattern")
});

/// Reports such dates, as far as they are none of those that were read.
pub(super) fn spoilt(sheet: &Sheet<'_>, document: &Document, ledger: &mut Ledger<'_>) {
    let mut read: Option<HashSet<&str>> = None;
    for found in SPOILT.find_iter(sheet.text) {
        let text = found.as_str();
        let (before, behind) = (&sheet.text[..found.start()], &sheet.text[found.end()..]);
        let part = |c: char| c.is_alphanumeric() || matches!(c, '/' | '-' | '.');
        let whole = !before.ends_with(part)
            && !behind.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '/' | '-'));
        let letters = text.bytes().filter(|byte| matches!(byte, b'l' | b'O' | b'S' | b'Z')).count()
            + usize::from(text.starts_with(|c: char| c.is_ascii_digit()) && text.contains('I'));
        if !whole || letters == 0 || !text.contains('/') {
            continue;
        }
        let words = || document.dates.iter().flat_map(|date| date.text.split(' ')).collect();
        if !read.get_or_insert_with(words).contains(text) {
            let message = format!("{text:?} looks like a date with letters for figures");
            ledger.report(Code::DateIrregular, &found.range(), message, &[("text", text.into())]);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::diagnostic::Code;

    fn dates(text: &str) -> usize {
        let parsed = crate::parse(&format!(
            "KẾ HOẠCH\nKiểm kê kho lưu trữ\n\nI. NỘI DUNG\n1. {text}\n2. Hai.\n"
        ));
        parsed.diagnostics.iter().filter(|d| d.code == Code::DateIrregular).count()
    }

    #[test]
    fn letters_for_figures() {
        for text in ["Xong 31l3/2026.", "Từ 01/l2/2025.", "Trong quý IV/Z025."] {
            assert_eq!(dates(text), 1, "{text}");
        }
        for text in ["Xong 31/3/2026.", "Trong quý IV/2025.", "Số 12/l2/2025-A", "A01/l2/2025"] {
            assert_eq!(dates(text), 0, "{text}");
        }
        // Read, and told by its reader.
        assert_eq!(dates("Xong trước 30/6/2O25."), 0);
    }
}
