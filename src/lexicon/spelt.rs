//! Phrases compared with their marks: "theo dõi" is not "theo đòi".
//!
//! In running text the skeleton is too weak a key. These tables are compared letter by letter, capitals as
//! small ones, the tone mark of `oa`, `oe`, `uy` on either letter.

use super::{is_dash, is_word, small};

/// How many bytes of `text` the phrase takes that it begins with; it must end where a word ends.
pub(crate) fn opens_spelt(text: &str, phrase: &str) -> Option<usize> {
    let mut rest = text.chars();
    let mut wanted = phrase.chars();
    while let Some(want) = wanted.next() {
        let c = rest.next()?;
        if c == want || small(c) == want || want == '-' && is_dash(c) {
            continue;
        }
        // "hoá" is "hóa".
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
fn toned(c: char) -> Option<(char, usize)> {
    const ROWS: [(char, &str); 5] =
        [('a', "áàảãạ"), ('e', "éèẻẽẹ"), ('o', "óòỏõọ"), ('u', "úùủũụ"), ('y', "ýỳỷỹỵ")];
    ROWS.iter().find_map(|(vowel, row)| Some((*vowel, row.chars().position(|d| d == c)?)))
}

/// The longest of `rows` that `text` begins with, in bytes of the text. The rows are sorted by their
/// first letter.
pub(crate) fn longest_spelt(rows: &[&str], text: &str) -> Option<usize> {
    let first = small(text.chars().next()?);
    let initial = |row: &&str| row.chars().next().unwrap_or_default();
    let rows = &rows[rows.partition_point(|row| initial(row) < first)..];
    let rows = rows.iter().take_while(|row| initial(row) == first);
    rows.filter_map(|row| opens_spelt(text, row)).max()
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
