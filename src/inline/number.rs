//! Number and symbol of a document ("số và ký hiệu"): "12/KH-STC", "30/2020/NĐ-CP", "12-KH/TU".

use nom::bytes::complete::{take_while, take_while_m_n, take_while1};
use nom::character::complete::one_of;
use nom::combinator::{opt, peek, recognize, verify};
use nom::sequence::{pair, preceded, terminated};
use nom::{IResult, Parser};

use crate::lexicon::{fold, number_like};

/// Digits of a running number; longer ones are codes of another kind.
const ORDINAL_DIGITS: usize = 7;

/// The parts of a number; blanks between them do not count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct NumberParts<'a> {
    /// The running number: 12.
    pub(crate) ordinal: Option<u32>,
    /// What is glued to it: "c" of 30c, ".25" of 66.25.
    pub(crate) suffix: Option<&'a str>,
    /// The year of a normative act: 2020.
    pub(crate) year: Option<u16>,
    /// The letters: "KH-STC", "KH/TU"; `None` for a bare number.
    pub(crate) symbol: Option<&'a str>,
}

/// Whether the letter behind a running number is one that no office puts there and that looks like a figure:
/// "4l/KH".
pub(crate) fn is_look_alike(suffix: &str) -> bool {
    matches!(
        suffix,
        "l" | "I"
            | "i"
            | "O"
            | "o"
            | "Q"
            | "S"
            | "s"
            | "Z"
            | "z"
            | "T"
            | "G"
            | "g"
            | "q"
            | "J"
            | "|"
    )
}

/// A number without the point that groups its thousands: "1.023/KH-UBND".
pub(crate) fn ungrouped(number: &str) -> Option<String> {
    let (thousands, rest) = number.split_once('.')?;
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let grouped =
        digits == 3 && !thousands.is_empty() && thousands.bytes().all(|b| b.is_ascii_digit());
    (grouped && rest[digits..].starts_with(['/', '-'])).then(|| format!("{thousands}{rest}"))
}

/// Whether a symbol has letters that a scanner has taken apart ("IJBND", "KI-I"), or a figure for one ("Q0").
pub(crate) fn is_taken_apart(symbol: &str) -> bool {
    let nought = symbol.split(['-', '/']).any(|code| {
        code.len() > 1
            && code.ends_with('0')
            && code[..code.len() - 1].chars().all(char::is_uppercase)
    });
    // "136/Z020/NĐ-CP": a year that is none.
    let year = symbol.split(['-', '/']).next().is_some_and(is_spoilt_year);
    // "5CT", "8GDĐT": a body whose first letter is a figure.
    let organ = symbol.split(['-', '/']).skip(1).any(|code| {
        code.starts_with(|c: char| c.is_ascii_digit())
            && code.chars().nth(2).is_some()
            && code.chars().skip(1).all(char::is_uppercase)
    });
    // "QHI3", "UBTVQHl5": the number of a term.
    let term = symbol.rsplit_once("QH").is_some_and(|(_, term)| {
        term.starts_with(['I', 'l', 'O', 'o', 'S']) && term.contains(|c: char| c.is_ascii_digit())
    });
    nought || year || organ || term || symbol.contains("IJ") || symbol.contains("I-I")
}

/// Whether a word is a year with letters for some of its figures: "202Q", "Z020".
pub(crate) fn is_spoilt_year(word: &str) -> bool {
    let figures = word.bytes().filter(u8::is_ascii_digit).count();
    word.len() == 4
        && figures > 1
        && number_like(word).is_some_and(|(year, whole)| !whole && (1945..2100).contains(&year))
}

/// A number without blanks.
///
/// `number := [ ordinal [ suffix ] ] [ sep year ] [ sep symbol ]`, `sep := "/" | "-"`; a number left
/// blank in a draft begins with the separator ("/KH-UBND").
pub(crate) fn number(i: &str) -> IResult<&str, NumberParts<'_>, ()> {
    let (rest, ordinal) = opt(ordinal).parse(i)?;
    let (rest, suffix) = if ordinal.is_some() { opt(suffix).parse(rest)? } else { (rest, None) };
    let (ordinal, suffix) = thousands(ordinal, suffix);
    let (rest, year) = opt(preceded(separator, year)).parse(rest)?;
    let (rest, symbol) = opt(preceded(separator, symbol)).parse(rest)?;
    if ordinal.is_none() && symbol.is_none() {
        return Err(nom::Err::Error(()));
    }
    Ok((rest, NumberParts { ordinal, suffix, year, symbol }))
}

/// A point and three digits behind a running number group its thousands: 1.023.
fn thousands(ordinal: Option<u32>, suffix: Option<&str>) -> (Option<u32>, Option<&str>) {
    let behind =
        suffix.and_then(|suffix| suffix.strip_prefix('.')).filter(|digits| digits.len() == 3);
    match (ordinal, behind.and_then(|digits| digits.parse::<u32>().ok())) {
        (Some(thousands @ 1..1000), Some(units)) => (Some(1000 * thousands + units), None),
        _ => (ordinal, suffix),
    }
}

fn ordinal(i: &str) -> IResult<&str, u32, ()> {
    let (rest, digits) =
        take_while_m_n(1, ORDINAL_DIGITS, |c: char| c.is_ascii_digit()).parse(i)?;
    let ordinal = digits.parse().map_err(|_| nom::Err::Error(()))?;
    Ok((rest, ordinal))
}

/// A Latin letter, or a point and digits, right behind the running number.
fn suffix(i: &str) -> IResult<&str, &str, ()> {
    let point = recognize(pair(one_of(".,"), take_while1(|c: char| c.is_ascii_digit())));
    let letter = take_while_m_n(1, 1, |c: char| c.is_alphabetic() && fold(c).is_some());
    terminated(nom::branch::alt((letter, point)), peek(separator)).parse(i)
}

fn separator(i: &str) -> IResult<&str, char, ()> {
    one_of("/-–⁄").parse(i)
}

/// A year between separators; it is no year when nothing follows ("12/2020").
fn year(i: &str) -> IResult<&str, u16, ()> {
    let year = verify(take_while_m_n(4, 4, |c: char| c.is_ascii_digit()), |year: &str| {
        year.starts_with("19") || year.starts_with("20")
    });
    let (rest, year) = terminated(year, peek(separator)).parse(i)?;
    Ok((rest, year.parse().map_err(|_| nom::Err::Error(()))?))
}

/// Letters with hyphens, slashes, `&` and digits; it begins with a letter.
fn symbol(i: &str) -> IResult<&str, &str, ()> {
    let first = take_while_m_n(1, 1, char::is_alphabetic);
    let more = take_while(|c: char| {
        crate::lexicon::is_word(c) || matches!(c, '-' | '–' | '/' | '&' | '.' | '_' | ',' | '+')
    });
    let (rest, symbol) = recognize(pair(first, more)).parse(i)?;
    let kept = symbol.trim_end_matches(|c: char| !crate::lexicon::is_word(c));
    let _ = rest;
    Ok((&i[kept.len()..], kept))
}

#[cfg(test)]
mod tests {
    use super::*;

    type Parts<'a> = (Option<u32>, Option<&'a str>, Option<u16>, Option<&'a str>);

    /// Text and its parts.
    const EXAMPLES: &[(&str, Parts<'_>)] = &[
        ("12/KH-STC", (Some(12), None, None, Some("KH-STC"))),
        ("0130/KH-UBND", (Some(130), None, None, Some("KH-UBND"))),
        ("30/2020/NĐ-CP", (Some(30), None, Some(2020), Some("NĐ-CP"))),
        ("56/2010/QH12", (Some(56), None, Some(2010), Some("QH12"))),
        ("12-KH/TU", (Some(12), None, None, Some("KH/TU"))),
        ("30c/NQ-CP", (Some(30), Some("c"), None, Some("NQ-CP"))),
        ("18B/SL", (Some(18), Some("B"), None, Some("SL"))),
        ("1.023/KH-UBND", (Some(1023), None, None, Some("KH-UBND"))),
        ("66.25/NQ-CP", (Some(66), Some(".25"), None, Some("NQ-CP"))),
        ("/KH-UBND", (None, None, None, Some("KH-UBND"))),
        ("-KH/ĐTN", (None, None, None, Some("KH/ĐTN"))),
        ("8935/BNV-CTTN&BĐG", (Some(8935), None, None, Some("BNV-CTTN&BĐG"))),
        ("05", (Some(5), None, None, None)),
        ("788/STP-HCBT,", (Some(788), None, None, Some("STP-HCBT"))),
    ];

    #[test]
    fn examples() {
        for (text, want) in EXAMPLES {
            let (_, parts) = number(text).expect(text);
            let parts = (parts.ordinal, parts.suffix, parts.year, parts.symbol);
            assert_eq!(parts, *want, "{text}");
        }
    }

    #[test]
    fn doubtful_ones() {
        for (text, want) in [
            ("4l/KH-SNV", true),
            ("4O/KH-SNV", true),
            ("47/KI-I-SNV", true),
            ("215/QĐ-IJBND", true),
            ("215/Q0-UBND", true),
            ("136/Z020/NĐ-CP", true),
            ("44/2013/QHl3", true),
            ("44/2013/QH13", false),
            ("35/2023/UBTVQHI5", true),
            ("35/2023/UBTVQH15", false),
            ("12/NQ-QHVIII", false),
            ("4T/KH-SCT", true),
            ("46/KH-5CT", true),
            ("46/KH-PC08", false),
            ("18B/SL", false),
            ("30c/NQ-CP", false),
            ("121/KH-PC10", false),
            ("47/KH-SNV", false),
        ] {
            let (_, parts) = number(text).expect(text);
            let doubtful =
                parts.suffix.is_some_and(is_look_alike) || parts.symbol.is_some_and(is_taken_apart);
            assert_eq!(doubtful, want, "{text}");
        }
    }

    #[test]
    fn near_misses() {
        for text in ["", "/", "KH-UBND", "-", "/2020"] {
            assert!(number(text).is_err(), "{text}");
        }
    }
}
