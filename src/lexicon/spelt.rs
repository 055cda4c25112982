//! Phrases compared with their marks: "theo dõi" is not "theo đòi".
//!
//! In running text the skeleton is too weak a key. These tables are compared letter by letter, capitals as
//! small ones, the tone mark of `oa`, `oe`, `uy` on either letter.

use super::{fold, is_dash, is_word, small};

/// How many bytes of `text` the phrase takes that it begins with; it must end where a word ends.
pub(crate) fn opens_spelt(text: &str, phrase: &str) -> Option<usize> {
    let mut rest = text.chars();
    let mut wanted = phrase.chars();
    while let Some(want) = wanted.next() {
        let c = rest.next()?;
        if c == want || small(c) == want || want == '-' && is_dash(c) {
            continue;
        }
        // "hoá" is "hóa"; letters that are not of one stem never are.
        if fold(c) != fold(want) {
            return None;
        }
        let (next, other) = (wanted.next()?, rest.next()?);
        if !moved_tone([want, next], [small(c), small(other)]) {
            return None;
        }
    }
    let rest = rest.as_str();
    (!rest.starts_with(is_word)).then_some(text.len() - rest.len())
}

/// Whether two pairs of vowels differ in nothing but on which of them the tone mark stands.
fn moved_tone(a: [char; 2], b: [char; 2]) -> bool {
    let pair = |[first, second]: [char; 2]| match (toned(first), toned(second)) {
        (Some((vowel, tone)), None) => Some((vowel, second, tone)),
        (None, Some((vowel, tone))) => Some((first, vowel, tone)),
        _ => None,
    };
    pair(a).is_some() && pair(a) == pair(b)
}

/// The vowel and the tone of a letter with a tone mark, of those whose mark moves.
fn toned(c: char) -> Option<(char, u8)> {
    Some(match c {
        'á' => ('a', 1),
        'à' => ('a', 2),
        'ả' => ('a', 3),
        'ã' => ('a', 4),
        'ạ' => ('a', 5),
        'é' => ('e', 1),
        'è' => ('e', 2),
        'ẻ' => ('e', 3),
        'ẽ' => ('e', 4),
        'ẹ' => ('e', 5),
        'ó' => ('o', 1),
        'ò' => ('o', 2),
        'ỏ' => ('o', 3),
        'õ' => ('o', 4),
        'ọ' => ('o', 5),
        'ú' => ('u', 1),
        'ù' => ('u', 2),
        'ủ' => ('u', 3),
        'ũ' => ('u', 4),
        'ụ' => ('u', 5),
        'ý' => ('y', 1),
        'ỳ' => ('y', 2),
        'ỷ' => ('y', 3),
        'ỹ' => ('y', 4),
        'ỵ' => ('y', 5),
        _ => return None,
    })
}

/// The longest of `rows` that `text` begins with, in bytes of the text. The rows are sorted by their
/// first letter.
pub(crate) fn longest_spelt(rows: &[&str], text: &str) -> Option<usize> {
    let mut letters = text.chars().map(small);
    let first = letters.next()?;
    let initial = |row: &&str| row.chars().next().unwrap_or_default();
    let rows = &rows[rows.partition_point(|row| initial(row) < first)..];
    if rows.first().is_none_or(|row| initial(row) != first) {
        return None;
    }
    // The second letter sorts nearly all of them out, but for a tone mark that may stand on the third.
    let second = letters.next().filter(|c| !matches!(fold(*c), Some(b'o' | b'u') | None));
    let rows = rows.iter().take_while(|row| initial(row) == first);
    let near = rows.filter(|row| {
        let next = row[first.len_utf8()..].chars().next();
        second.is_none() || next.is_none() || next == second
    });
    near.filter_map(|row| opens_spelt(text, row)).max()
}

/// Whether the rows are sorted by their first letter, as [`longest_spelt`] needs them.
#[cfg(test)]
pub(crate) fn is_sorted(rows: &[&str]) -> bool {
    rows.is_sorted_by_key(|row| row.chars().next())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn compares_with_marks() {
        let rows = ["hòa giải", "theo", "theo dõi", "thực hiện", "xây dựng"];
        assert!(is_sorted(&rows));
        for (text, want) in [
            ("theo dõi sát", Some("theo dõi")),
            ("Theo chức năng", Some("Theo")),
            ("theo đòi", Some("theo")),
            ("thực hiệnx", None),
            ("hòa giải cơ sở", Some("hòa giải")),
            ("hoà giải cơ sở", Some("hoà giải")),
            ("xay dung", None),
            ("", None),
        ] {
            assert_eq!(longest_spelt(&rows, text).map(|end| &text[..end]), want, "{text}");
        }
    }
}
