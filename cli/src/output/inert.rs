//! Text that does nothing but be read.

use std::borrow::Cow;
use std::fmt::Write as _;

/// A text in which whatever a terminal obeys is shown as an escape: control characters, and signs that
/// turn the direction of writing.
pub(crate) fn inert(text: &str) -> Cow<'_, str> {
    if !text.contains(acts) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        if acts(c) {
            // Writing to a string cannot fail.
            let _ = write!(shown, "\\u{{{:x}}}", u32::from(c));
        } else {
            shown.push(c);
        }
    }
    Cow::Owned(shown)
}

/// Whether a terminal may obey a character.
pub(crate) fn acts(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::inert;

    #[test]
    fn shows_what_a_terminal_obeys() {
        assert_eq!(inert("Sở Nội vụ – “kế hoạch”"), "Sở Nội vụ – “kế hoạch”");
        assert_eq!(inert("\u{1b}[31mđỏ\u{7}"), "\\u{1b}[31mđỏ\\u{7}");
        assert_eq!(inert("a\u{9b}2J\u{202e}b\nc"), "a\\u{9b}2J\\u{202e}b\\u{a}c");
    }
}
