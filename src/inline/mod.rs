//! Recognisers of what stands within a text: each takes a prefix and returns the rest.

pub(crate) mod agency;
pub(crate) mod citation;
pub(crate) mod date;
pub(crate) mod number;
pub(crate) mod task;

/// End of the digits at `at`.
pub(crate) fn digits(bytes: &[u8], at: usize) -> usize {
    let rest = bytes.get(at..).unwrap_or_default();
    at + rest.iter().take_while(|b| b.is_ascii_digit()).count()
}

/// The character boundary at or before `at`.
pub(crate) fn floor(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// Byte behind the blanks at `at`.
pub(crate) fn blanks(text: &str, at: usize) -> usize {
    let rest = &text.as_bytes()[at..];
    at + rest.iter().take_while(|b| matches!(b, b' ' | b'\n' | b'\t')).count()
}
