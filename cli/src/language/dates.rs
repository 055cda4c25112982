//! Dates as people read them: EDTF writes the second quarter of 2026 as "2026-34".

use super::messages as say;

/// A value of a date in which quarters and halves of a year are words; the rest stays EDTF.
pub(crate) fn readable(value: &str) -> String {
    let part = |part: &str| readable_part(part).unwrap_or_else(|| part.to_owned());
    let words = |words: &str| words.split('/').map(part).collect::<Vec<_>>().join("/");
    let one = |one: &str| one.split(' ').map(words).collect::<Vec<_>>().join(" ");
    value.split("; ").map(one).collect::<Vec<_>>().join("; ")
}

fn readable_part(part: &str) -> Option<String> {
    let (year, season) = part.split_once('-')?;
    let is_year = year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit());
    match season.parse().ok().filter(|_| is_year)? {
        quarter @ 33..=36_u8 => Some(match quarter {
            33 => say::first_quarter(year),
            34 => say::second_quarter(year),
            35 => say::third_quarter(year),
            _ => say::fourth_quarter(year),
        }),
        40 => Some(say::first_half(year)),
        41 => Some(say::second_half(year)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::readable;

    #[test]
    fn quarters_and_halves_are_words() {
        for (value, want) in [
            ("2026-34", "Q2 2026"),
            ("../2026-33", "../Q1 2026"),
            ("2025-36/2026-41", "Q4 2025/second half of 2026"),
            ("2026-34; 2026-35", "Q2 2026; Q3 2026"),
            ("2026-12", "2026-12"),
            ("2026-03-34", "2026-03-34"),
            ("hằng-34", "hằng-34"),
            ("", ""),
        ] {
            assert_eq!(readable(value), want);
        }
    }
}
