//! Signs that no word has: what scanners put into words, what programs write for letters that they do not have, and
//! letters of other scripts that look like Latin ones.

use super::{fold, is_small};

/// Letters around a sign that may be of one address with it.
const ADDRESS: usize = 40;

/// Whether a sign of ASCII stands for a letter within a word, as programs write it for those they do not have: "huy?n",
/// "H_i đồng". Addresses and names of files have it, too.
pub(super) fn is_for_a_letter(before: &str, sign: u8, behind: &str) -> bool {
    let Some(next) = behind.chars().next().filter(|c| c.is_alphabetic()) else { return false };
    let within = match before.chars().next_back() {
        // "nào?Có"
        Some(last) if last.is_alphabetic() => is_small(next) || sign == b'?' && !is_small(last),
        last => sign == b'?' && last.is_none_or(|c| c == ' '),
    };
    let in_word = |c: &char| !c.is_whitespace();
    let start: String = before.chars().rev().take(ADDRESS).take_while(in_word).collect();
    let rest: String = behind.chars().take(ADDRESS).take_while(in_word).collect();
    let rest = rest.trim_end_matches(['.', ',', ';', ':', ')', '”', '"']);
    let is_address = |part: &str| {
        part.contains(['/', '@', '=', '.', ':', '\\']) || sign == b'_' && part.contains('_')
    };
    within && !is_address(&start) && !is_address(rest)
}

/// Whether a byte is a control character, which no text has; those of lines and pages are blanks.
pub(super) fn is_control(byte: u8) -> bool {
    byte.is_ascii_control() && !byte.is_ascii_whitespace() && byte != 0x0b
}

/// A sign that scanners put into words.
pub(crate) fn is_stray(c: char) -> bool {
    matches!(c, '|' | '~' | '^' | '`' | '\'' | '¬' | '°' | '*' | '\u{fffd}')
        // Letters of TCVN3, VNI and VISCII in a line that nobody converted.
        || matches!(c, '¤' | '¦' | '¨' | '´' | '¶' | '¸' | '¹' | '¾' | '±')
}

/// A sign of money, of paragraphs or the dead, which scanners take a letter for.
pub(super) fn is_foreign(c: char) -> bool {
    matches!(c, '¥' | '€' | '£' | '¢' | '§' | '†' | '‡') || is_box(c)
}

/// A box, which programs draw for a letter that they do not have; before a word one may tick it.
fn is_box(c: char) -> bool {
    matches!(c, '□' | '■' | '▯' | '▢')
}

/// Whether a word is such a sign alone among words, and no sum: "Sở ¥ tế".
pub(super) fn is_misplaced(before: &str, word: &str, behind: &str) -> bool {
    const SUMS: &[&str] = &["nghìn", "ngàn", "triệu", "tỷ", "tỉ"];
    word.chars().all(|c| is_foreign(c) && !is_box(c))
        && before.strip_suffix(' ').is_some_and(|before| {
            before.ends_with(char::is_alphabetic) && !SUMS.iter().any(|sum| before.ends_with(sum))
        })
        && behind.strip_prefix(' ').is_some_and(|behind| behind.starts_with(is_small))
}

/// "nhấ|t", "l'uật"; an apostrophe stands in names of the highlands: "M'Đrăk", "Ea H'leo".
pub(super) fn has_stray(word: &str) -> bool {
    let mut before = None;
    word.char_indices().any(|(at, c)| {
        // "25°C"
        let degrees = c == '°' && word[at + c.len_utf8()..] == *"C";
        let found = (is_stray(c) || is_foreign(c))
            && !degrees
            && !(is_box(c) && before.is_none())
            && (c != '\'' || at > 2 || before.is_none_or(is_small))
            && word[at + c.len_utf8()..].starts_with(if c == '\'' {
                is_small
            } else {
                char::is_alphabetic
            });
        before = Some(c);
        found
    })
}

/// "hаn", "7З", "ІІІ": letters of Greek or Cyrillic among Latin ones and figures, or those alone that look like Latin.
pub(super) fn is_of_two_scripts(word: &str) -> bool {
    const ALIKE: &str = "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧАВЕЗІКМНОРСТУХаесорху";
    let alike = |c: char| ALIKE.contains(c);
    let several = word.chars().nth(1).is_some();
    !word.is_ascii()
        && word.contains(alike)
        && (word.contains(|c: char| fold(c).is_some()) || several && word.chars().all(alike))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_for_letters() {
        let told = |text: &str, sign: u8| {
            let at = text.bytes().position(|byte| byte == sign).unwrap_or_default();
            is_for_a_letter(&text[..at], sign, &text[at + 1..])
        };
        for text in ["UBND các huy?n", "T?nh", "các ?ơn vị", "TH?C HIỆN"] {
            assert!(told(text, b'?'), "{text}");
        }
        for text in ["Vì sao? Do thiếu vốn", "nào?Có", "xem van-ban.vn/tim?so=5"] {
            assert!(!told(text, b'?'), "{text}");
        }
        assert!(told("h_i đồng", b'_'));
        assert!(!told("tệp bao_cao_thang", b'_'));
    }

    #[test]
    fn signs_within_words() {
        for word in ["nhấ|t", "l'uật", "ng~ày", "thương□mại"] {
            assert!(has_stray(word), "{word}");
        }
        for word in ["M'Đrăk", "H'leo", "25°C", "□có", "nhất|"] {
            assert!(!has_stray(word), "{word}");
        }
    }

    #[test]
    fn letters_of_two_scripts() {
        for word in ["hаn", "7З", "ІІІ"] {
            assert!(is_of_two_scripts(word), "{word}");
        }
        for word in ["han", "73", "III", "Δ", "план"] {
            assert!(!is_of_two_scripts(word), "{word}");
        }
    }

    #[test]
    fn signs_in_the_place_of_words() {
        assert!(is_misplaced("Sở ", "¥", " tế"));
        assert!(!is_misplaced("5 triệu ", "€", " cho xã"));
        assert!(!is_misplaced("", "§", " theo"));
    }
}
