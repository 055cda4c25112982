//! Letters that scanners print in the place of digits.
//!
//! Asked only where digits are expected; a value read with one of them is reported as damaged, and the
//! text keeps the letter.

/// The digit that `c` is, or is taken for.
pub(crate) fn digit_like(c: char) -> Option<char> {
    Some(match c {
        '0'..='9' => c,
        'O' | 'o' | 'Q' => '0',
        'l' | 'I' | '|' | 'i' | '!' => '1',
        'Z' | 'z' => '2',
        'S' | 's' => '5',
        'b' => '6',
        'B' => '8',
        'g' => '9',
        _ => return None,
    })
}

/// The letters, small, that a digit within a word may stand for.
pub(crate) fn letters_like(digit: char) -> &'static [&'static str] {
    match digit {
        '0' => &["o"],
        '1' => &["i", "l", "t"],
        '5' => &["s"],
        '6' | '9' => &["g"],
        '8' => &["b"],
        _ => &[],
    }
}

/// The number that digits and what is taken for digits make, and whether all of them are digits.
///
/// ```text
/// "2O17" -> (2017, false)
/// ```
pub(crate) fn number_like(text: &str) -> Option<(u32, bool)> {
    let mut whole = true;
    let digits: Option<String> = text
        .chars()
        .map(|c| {
            whole &= c.is_ascii_digit();
            digit_like(c)
        })
        .collect();
    Some((digits?.parse().ok()?, whole))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_in_the_place_of_digits() {
        for (text, want) in [
            ("2017", Some((2017, true))),
            ("2O17", Some((2017, false))),
            ("Z0l6", Some((2016, false))),
            ("II", Some((11, false))),
            ("", None),
            ("2A17", None),
        ] {
            assert_eq!(number_like(text), want, "{text}");
        }
    }
}
