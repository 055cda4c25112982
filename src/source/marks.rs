//! Combining marks: NFC with the Vietnamese order (letter mark before tone mark).
//!
//! NFC alone leaves `a` + acute + circumflex as `á` + circumflex, because both marks have one
//! combining class; the letter meant is `ấ`.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::canonical_combining_class;

const CIRCUMFLEX: char = '\u{302}';
const BREVE: char = '\u{306}';
const HORN: char = '\u{31b}';

/// Whether `c` is a combining mark that attaches to the letter before it.
pub(super) fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}') || (c > '\u{36f}' && canonical_combining_class(c) != 0)
}

/// The cluster (one base and its marks) composed in NFC, letter marks first.
pub(super) fn compose(cluster: &str) -> String {
    let mut letters: Vec<char> = cluster.nfd().collect();
    // A stable sort that moves letter marks to the front, behind the base they belong to.
    // A Hangul syllable comes apart in several letters.
    let base = letters.iter().rposition(|c| !is_mark(*c)).map_or(0, |last| last + 1);
    letters[base..].sort_by_key(|c| !matches!(*c, CIRCUMFLEX | BREVE | HORN));
    letters.into_iter().nfc().collect()
}

#[cfg(test)]
mod tests {
    use super::compose;

    #[test]
    fn composes_in_any_order() {
        for (raw, want) in [
            ("a\u{301}\u{302}", "ấ"),
            ("a\u{302}\u{301}", "ấ"),
            ("á\u{302}", "ấ"),
            ("â\u{301}", "ấ"),
            ("u\u{323}\u{31b}", "ự"),
            ("ư\u{323}", "ự"),
            ("A\u{303}", "Ã"),
            ("a\u{300}\u{306}", "ằ"),
            ("q\u{301}", "q\u{301}"),
            ("쌃\u{303}\u{306}", "쌃\u{306}\u{303}"),
        ] {
            assert_eq!(compose(raw), want, "{raw:?}");
        }
    }
}
