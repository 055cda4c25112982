//! Recipients ("nơi nhận"): name, purpose, kind and copies of each entry.

use super::entries::{Entry, damaged_archive, last_parenthesis};
use crate::document::{Recipient, RecipientKind, Text};
use crate::layout::{Ledger, Sheet, archive, trim_value};
use crate::lexicon::{is_small, is_word, starts_with_skeleton};

/// Builds the recipients, nested entries under theirs.
pub(super) fn build(
    sheet: &Sheet<'_>,
    entries: Vec<Entry>,
    ledger: &mut Ledger<'_>,
) -> Vec<Recipient> {
    let mut recipients: Vec<Recipient> = Vec::with_capacity(entries.len());
    for entry in entries {
        let Some(recipient) = recipient(sheet, &entry, ledger) else { continue };
        match recipients.last_mut() {
            Some(above) if entry.nested => above.children.push(recipient),
            _ => recipients.push(recipient),
        }
    }
    recipients
}

fn recipient(sheet: &Sheet<'_>, entry: &Entry, ledger: &mut Ledger<'_>) -> Option<Recipient> {
    let Text { text, span, parts } = ledger.value(&entry.pieces);
    if !text.chars().any(is_word) {
        return None;
    }
    let damaged = || damaged_archive(&text).filter(|_| entry.damaged_archive).map(|end| end + 1);
    let kept = archive(&text).or_else(damaged);
    let words = without_scraps(&text);
    let (open, inner) =
        last_parenthesis(words).map_or((words.len(), None), |(at, inner)| (at, Some(inner)));
    let open = kept.and_then(|_| before_drafter(&text)).unwrap_or(open);
    let copies = inner.and_then(copies).or_else(|| kept.and_then(|_| copies_of_archive(&text)));
    let (kind, name, purpose) = if let Some(end) = kept {
        let held = trim_value(text[end..open.max(end)].trim());
        if held.is_empty() {
            (RecipientKind::Archive, text[..end].trim().to_owned(), None)
        } else {
            (RecipientKind::Archive, held.to_owned(), Some(trim_value(&text[..end]).to_owned()))
        }
    } else {
        let name = trim_value(text[..open].trim()).to_owned();
        let shared = entry.shared_purpose.as_ref().map(|range| {
            let words = sheet.slice(range).trim_matches(['(', ')', ';', '.', ',', ' ']);
            words.split_whitespace().collect::<Vec<_>>().join(" ")
        });
        let purpose = inner.map(str::to_owned).or(shared);
        let as_addressed = starts_with_skeleton(&text, "nhu").is_some();
        let kind = if as_addressed { RecipientKind::AsAddressed } else { RecipientKind::Addressee };
        (kind, name, purpose)
    };
    let name = if name.is_empty() { text.clone() } else { name };
    Some(Recipient { text, span, parts, name, purpose, kind, copies, children: Vec::new() })
}

/// An entry without the scan scraps behind its semicolon: signs and digits, no word.
fn without_scraps(text: &str) -> &str {
    let Some(at) = text.rfind("; ") else { return text };
    let tail = &text[at + 2..];
    let letters = tail.chars().filter(|c| c.is_alphabetic()).count();
    let signs =
        tail.chars().any(|c| !c.is_alphabetic() && !matches!(c, ' ' | '.' | ',' | '&' | ';'));
    if letters <= 3 && signs && !tail.contains('(') { &text[..at] } else { text }
}

/// Copies in a parenthesis: "(2b)", "(05 bản)", "(2)", "(V-10b)".
fn copies(inner: &str) -> Option<u32> {
    let words = inner.trim_end_matches(['.', ' ']);
    if words.len() <= 3 && words.bytes().all(|b| b.is_ascii_digit()) {
        return words.parse().ok();
    }
    counted(words)
}

/// Where the copies begin that only the drafter's mark follows: "Lưu: VT, CC (5b). Hà".
fn before_drafter(text: &str) -> Option<usize> {
    let open = text.rfind('(')?;
    let (inner, behind) = text[open + 1..].split_once(')')?;
    (is_drafter(behind) && copies(inner.trim()).is_some()).then_some(open)
}

/// Whether what stands behind the copies is the mark of the drafter: ". Hà", ". vt", " vt", "Q.Cường", ",Nam", ".16".
/// Other words may be further units that keep a copy.
fn is_drafter(behind: &str) -> bool {
    let mark = behind.trim_start_matches(|c: char| !is_word(c)).trim_end_matches(['.', ' ', '-']);
    let sign = behind[..behind.len() - mark.len()].trim_start();
    if mark.is_empty() || mark.len() > DRAFTER || mark.contains([',', ';', ':', '(']) {
        return false;
    }
    if mark.bytes().all(|byte| byte.is_ascii_digit()) {
        return true;
    }
    let small = mark.contains(is_small);
    match sign.chars().next() {
        Some('.') => mark.starts_with(char::is_alphabetic),
        // Behind a blank a word with a capital may be a unit whose comma was forgotten.
        None if behind.starts_with(' ') => mark.chars().all(is_small),
        None => small && !mark.contains(' '),
        Some(',') => small && mark.chars().all(char::is_alphabetic),
        _ => false,
    }
}

/// Longest mark of a drafter, in bytes.
const DRAFTER: usize = 24;

/// Copies in the archive line, where other marks follow: "Lưu: VT, CC (5b). Hà", or no parenthesis
/// stands around them: "Lưu: VT, VP. 20b".
fn copies_of_archive(text: &str) -> Option<u32> {
    let mut inside = text.split('(').skip(1).filter_map(|rest| rest.split(')').next());
    let word = text.rsplit([' ', ',']).next()?;
    let last = || word.starts_with(|c: char| c.is_ascii_digit()).then(|| counted(word)).flatten();
    inside.find_map(copies).or_else(last)
}

/// The number before "b" or "bản" at the end.
fn counted(words: &str) -> Option<u32> {
    let stem =
        ["bản", "ban", "b", "B"].iter().find_map(|unit| words.strip_suffix(unit))?.trim_end();
    let digits = stem.len() - stem.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    let number = &stem[stem.len() - digits..];
    // "N.l5b": the first figure is a letter.
    let mark = stem[..stem.len() - digits].rsplit('.').next().unwrap_or_default();
    let spoilt = stem.contains('.') && matches!(mark, "l" | "I" | "O" | "o");
    if digits > 3 || spoilt { None } else { number.parse().ok() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn number_of_copies() {
        for (inner, want) in [
            ("2b", Some(2)),
            ("05 bản", Some(5)),
            ("2", Some(2)),
            ("V-10b", Some(10)),
            ("b/c", None),
            ("VX/MT", None),
            ("2024", None),
        ] {
            assert_eq!(copies(inner), want, "{inner}");
        }
        assert_eq!(copies_of_archive("Lưu: VT, VP. 20b"), Some(20));
        assert_eq!(copies_of_archive("Lưu: VT, CC (5b). Hà"), Some(5));
        assert_eq!(copies_of_archive("Lưu: VT, KT"), None);
    }

    #[test]
    fn the_mark_of_the_drafter() {
        for (text, want) in [
            ("Lưu: VT, CC (5b). Hà", Some("Lưu: VT, CC ")),
            ("Lưu: VT, KH (3b). 27", Some("Lưu: VT, KH ")),
            ("Lưu: VT, KH(3).27", Some("Lưu: VT, KH")),
            ("Lưu: VT, CC (4). ttm", Some("Lưu: VT, CC ")),
            ("Lưu: VT (2b)Q.Thái", Some("Lưu: VT ")),
            ("Lưu: VT (2b) Q.Thái", None),
            ("Lưu: VT (2b) Thái", None),
            ("Lưu: VT, CC (3) ttm", Some("Lưu: VT, CC ")),
            ("Lưu: VT, CC (3),Lan", Some("Lưu: VT, CC ")),
            ("Lưu: VT (02b), TH, Hạnh", None),
            ("Lưu: VT (02b), TH", None),
            ("Lưu: VT (02b), Phòng Kế toán", None),
            ("Lưu: VT (02b); Kho", None),
            ("Lưu: VT (02b) TH", None),
            ("Lưu: VT (02b) Phòng Kế toán", None),
            ("Lưu: VT (5b)", None),
            ("Lưu: VT (phòng TH). Hà", None),
        ] {
            assert_eq!(before_drafter(text).map(|at| &text[..at]), want, "{text}");
        }
    }

    #[test]
    fn scraps_behind_an_entry_are_no_name() {
        for (text, want) in [
            ("Như trên; §", "Như trên"),
            ("Các đơn vị; Z2,", "Các đơn vị"),
            ("Sở Nội vụ; TU", "Sở Nội vụ; TU"),
            ("Bộ Tài chính; Bộ Y tế", "Bộ Tài chính; Bộ Y tế"),
        ] {
            assert_eq!(without_scraps(text), want, "{text}");
        }
    }
}
