//! Row numbers: "1", "02.", "1.2", "IV", "A", and which of them may come next.

use crate::lexicon::is_dash;

/// A row number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Ordinal {
    /// "3", "03.", "1.2.3".
    Decimal(Vec<u32>),
    /// "IV", "IV.".
    Roman(u32),
    /// "A", "b)".
    Letter(u8),
    /// "-", "+", "*".
    Sign,
}

/// Longest row number, in bytes: "XXXVIII." and "12.10.3." fit.
const LONGEST: usize = 12;

/// Greatest row number: more rows no table of a plan has, and a year is none.
const GREATEST: u32 = 999;

/// Reads a cell that is a row number and nothing else.
pub(super) fn ordinal(cell: &str) -> Option<Ordinal> {
    let cell = cell.trim();
    if cell.is_empty() || cell.len() > LONGEST {
        return None;
    }
    if matches!(cell, "+" | "*" | "•") || cell.strip_prefix(is_dash) == Some("") {
        return Some(Ordinal::Sign);
    }
    let bare = cell
        .strip_prefix('(')
        .unwrap_or(cell)
        .trim_end_matches(|c| is_dash(c) || matches!(c, '.' | ')' | '/' | ' '));
    match bare.as_bytes() {
        [] => None,
        [b'0'..=b'9', ..] => decimal(bare),
        [letter] if letter.is_ascii_alphabetic() => Some(single(*letter)),
        _ => roman(bare).map(Ordinal::Roman),
    }
}

fn single(letter: u8) -> Ordinal {
    match letter {
        b'I' => Ordinal::Roman(1),
        b'V' => Ordinal::Roman(5),
        b'X' => Ordinal::Roman(10),
        _ => Ordinal::Letter(letter),
    }
}

fn decimal(bare: &str) -> Option<Ordinal> {
    let mut parts = Vec::with_capacity(3);
    for part in bare.split('.') {
        if part.is_empty() || part.len() > 3 || !part.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        parts.push(part.parse().ok().filter(|n| *n <= GREATEST)?);
    }
    // "1.500" is an amount.
    let amount = bare.split('.').skip(1).any(|part| part.len() == 3);
    (!amount && parts.len() <= 5).then_some(Ordinal::Decimal(parts))
}

/// The value of an upper-case roman number up to 39, spelt as it should be.
fn roman(text: &str) -> Option<u32> {
    const TENS: [&str; 4] = ["", "X", "XX", "XXX"];
    const ONES: [&str; 10] = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];
    for (tens, prefix) in TENS.iter().enumerate().rev() {
        if let Some(rest) = text.strip_prefix(prefix)
            && let Some(ones) = ONES.iter().position(|one| *one == rest)
        {
            let value = (tens * 10 + ones) as u32;
            return (value > 0).then_some(value);
        }
    }
    None
}

/// The row number with which a group heading opens: "II. HẠ TẦNG SỐ", "A - CÁC SỞ"; and what is
/// left behind it.
pub(super) fn group(cell: &str) -> Option<(Ordinal, &str)> {
    let end = cell.find(|c| is_dash(c) || matches!(c, '.' | ')' | '/' | ' ' | '\u{a0}' | ':'))?;
    let number = ordinal(cell.get(..end)?)?;
    if !matches!(number, Ordinal::Roman(_) | Ordinal::Letter(b'A'..=b'Z')) {
        return None;
    }
    let rest = &cell[end..];
    let title = rest.trim_start_matches(|c| {
        is_dash(c) || matches!(c, '.' | ')' | '/' | ':' | ' ' | '\n' | '\t')
    });
    let parted =
        rest.trim_start().starts_with(|c| is_dash(c) || matches!(c, '.' | ')' | '/' | ':'));
    let titled = title.chars().next().is_some_and(char::is_uppercase);
    (parted && titled).then_some((number, title))
}

/// The row numbers met so far.
#[derive(Debug, Clone, Default)]
pub(super) struct Count {
    decimal: Vec<u32>,
    roman: Option<u32>,
    letter: Option<u8>,
    /// Whether a heading of a group came last, so that the count may begin anew.
    fresh: bool,
    any: bool,
}

impl Count {
    /// Whether `next` may come next.
    pub(super) fn admits(&self, next: &Ordinal) -> bool {
        match next {
            Ordinal::Decimal(parts) => self.admits_decimal(parts),
            Ordinal::Roman(n) => {
                *n == 1 && self.roman.is_none_or(|_| self.fresh)
                    || self.roman == Some(n.wrapping_sub(1))
            }
            Ordinal::Letter(l) => {
                matches!(l, b'A' | b'a')
                    && (self.letter.is_none() || !l.is_ascii_uppercase() || self.fresh)
                    || self.letter.is_some_and(|last| follows(last, *l))
            }
            Ordinal::Sign => false,
        }
    }

    fn admits_decimal(&self, parts: &[u32]) -> bool {
        let first = |rest: &[u32]| rest.iter().all(|n| *n == 1);
        if self.decimal.is_empty() {
            // The first number of all: 1, 1.1, or a count within group IV: 4.1.
            return first(&parts[1..]) && (parts[0] == 1 || self.roman == Some(parts[0]));
        }
        if self.fresh && first(&parts[1..]) && (parts[0] == 1 || self.roman == Some(parts[0])) {
            return true;
        }
        let last = &self.decimal;
        let shared = parts.iter().zip(last).take_while(|(a, b)| a == b).count();
        if shared == last.len() {
            // One level deeper.
            return parts.len() == shared + 1 && first(&parts[shared..]);
        }
        parts.len() > shared && parts[shared] == last[shared] + 1 && first(&parts[shared + 1..])
    }

    /// Takes in a row number.
    pub(super) fn take(&mut self, number: &Ordinal) {
        self.any = true;
        self.fresh = matches!(number, Ordinal::Roman(_) | Ordinal::Letter(_));
        match number {
            Ordinal::Decimal(parts) => self.decimal.clone_from(parts),
            Ordinal::Roman(n) => self.roman = Some(*n),
            Ordinal::Letter(l) => {
                self.letter = Some(*l);
                if l.is_ascii_uppercase() {
                    self.fresh = true;
                }
            }
            Ordinal::Sign => {}
        }
    }
}

/// Whether a letter follows another in the Vietnamese or the Latin list alphabet.
fn follows(last: u8, next: u8) -> bool {
    next == last + 1
        || matches!((last, next), (b'e', b'g') | (b'i', b'k') | (b'E', b'G') | (b'I', b'K'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn row_numbers() {
        for (cell, want) in [
            ("1", Some(Ordinal::Decimal(vec![1]))),
            ("03.", Some(Ordinal::Decimal(vec![3]))),
            ("1.2.", Some(Ordinal::Decimal(vec![1, 2]))),
            ("(2)", Some(Ordinal::Decimal(vec![2]))),
            ("IV", Some(Ordinal::Roman(4))),
            ("I.", Some(Ordinal::Roman(1))),
            ("B", Some(Ordinal::Letter(b'B'))),
            ("a)", Some(Ordinal::Letter(b'a'))),
            ("-", Some(Ordinal::Sign)),
            ("2025", None),
            ("1.500", None),
            ("IIII", None),
            ("1a", None),
            ("Ha", None),
            ("", None),
        ] {
            assert_eq!(ordinal(cell), want, "{cell}");
        }
    }

    #[test]
    fn group_headings() {
        assert_eq!(group("II. HẠ TẦNG SỐ"), Some((Ordinal::Roman(2), "HẠ TẦNG SỐ")));
        assert_eq!(group("A - Các sở"), Some((Ordinal::Letter(b'A'), "Các sở")));
        assert_eq!(group("I thích"), None);
        assert_eq!(group("X quang"), None);
        assert_eq!(group("1. Một"), None);
    }

    #[test]
    fn counts() {
        let mut count = Count::default();
        for cell in ["A", "I", "1", "2", "II", "1", "2", "2.1", "2.2", "3", "B", "I", "1"] {
            let number = ordinal(cell).expect("a row number");
            assert!(count.admits(&number), "{cell}");
            count.take(&number);
        }
        for cell in ["3", "5", "1", "2.2", "C.", "III"] {
            let number = ordinal(cell).expect("a row number");
            assert_eq!(count.admits(&number), cell == "C.", "{cell}");
        }
    }

    #[test]
    fn numbers_within_groups_may_begin_with_the_group() {
        let mut count = Count::default();
        for cell in ["I", "1.1", "II", "2.1", "2.2", "III", "3", "IV", "4.1"] {
            let number = ordinal(cell).expect("a row number");
            assert!(count.admits(&number), "{cell}");
            count.take(&number);
        }
    }
}
