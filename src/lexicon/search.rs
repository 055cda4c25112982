//! The key under which people find words again.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

use super::{fold, small};

/// Words without marks and capitals, with one blank between: what a register is searched by, beside
/// its fields, by people who type "ke hoach" for "Kế hoạch".
///
/// Letters become `a`–`z`, `đ` becomes `d`; digits and letters of other scripts stay, everything else parts
/// words. Write what is looked for in the same way before you compare.
///
/// ```
/// assert_eq!(kehoach::search_key("KẾ HOẠCH số 05/KH-UBND, Đà Nẵng"), "ke hoach so 05 kh ubnd da nang");
/// ```
pub fn search_key(text: &str) -> String {
    let mut key = String::with_capacity(text.len());
    for c in text.nfc() {
        match fold(c) {
            Some(letter) => key.push(char::from(letter)),
            None if c.is_alphanumeric() => key.push(small(c)),
            None if is_combining_mark(c) || key.is_empty() || key.ends_with(' ') => {}
            None => key.push(' '),
        }
    }
    key.truncate(key.trim_end().len());
    key
}

#[cfg(test)]
mod tests {
    use super::search_key;

    #[test]
    fn words_meet_however_they_are_written() {
        for (text, want) in [
            ("Ủy ban nhân dân", "uy ban nhan dan"),
            ("U\u{309}y ban nha\u{302}n da\u{302}n", "uy ban nhan dan"),
            ("ỦY  BAN – NHÂN\tDÂN.", "uy ban nhan dan"),
            ("30c/2011/QĐ-TTg", "30c 2011 qd ttg"),
            ("q\u{301}", "q"),
            ("Привет", "привет"),
            (" -- ", ""),
            ("", ""),
        ] {
            assert_eq!(search_key(text), want, "{text}");
            assert_eq!(search_key(want), want, "{text}: a key is its own");
        }
    }
}
