//! The skeleton key: letters without case and marks, `đ` as `d`, nothing else.
//!
//! A skeleton forgives lost and swapped marks ("KÉ HOẠCH"), tone placement (hoà/hòa) and case. It is
//! unsafe in running text ("số", "sổ", "sơ" are one), so it serves only where a word is expected:
//! line starts, upper-case lines, letterhead and foot.

use memchr::memrchr;

/// The letter of `a`–`z` under `c`; a digit as it is; `None` for everything else.
#[inline]
pub(crate) fn fold(c: char) -> Option<u8> {
    let letter = stem(c as u32);
    (letter != 0).then_some(letter)
}

/// What the letter with this code folds to, 0 for everything else.
#[inline]
pub(super) const fn stem(code: u32) -> u8 {
    let code = code as usize;
    match code {
        0..LATIN => FOLDED_LATIN[code],
        0x1ea0..=0x1ef9 => FOLDED_VIETNAMESE[code - 0x1ea0],
        _ => 0,
    }
}

/// Whether `c` belongs to a word: a letter or a digit of any script.
#[inline]
pub(crate) fn is_word(c: char) -> bool {
    fold(c).is_some() || c.is_alphanumeric()
}

/// The small letter of `c`, where it has one.
#[inline]
#[expect(clippy::disallowed_methods, reason = "one letter for one letter; nothing is rewritten")]
pub(crate) fn small(c: char) -> char {
    match c {
        '\0'..='\u{7f}' => return c.to_ascii_lowercase(),
        // Each letter of the Vietnamese block is followed by its small one.
        '\u{1ea0}'..='\u{1ef9}' => return char::from_u32(c as u32 | 1).unwrap_or(c),
        // The other letters of Vietnamese, and their neighbours in Latin-1.
        'À'..='Ö' => return char::from_u32(c as u32 + 32).unwrap_or(c),
        'à'..='ö' | 'ă' | 'đ' | 'ĩ' | 'ũ' | 'ơ' | 'ư' => return c,
        'Ă' | 'Đ' | 'Ĩ' | 'Ũ' | 'Ơ' | 'Ư' => {
            return char::from_u32(c as u32 + 1).unwrap_or(c);
        }
        _ => {}
    }
    let mut letters = c.to_lowercase();
    letters.next().filter(|_| letters.next().is_none()).unwrap_or(c)
}

/// The small letter or the digit under `c`, if it belongs to a word.
#[inline]
pub(crate) fn letter(c: char) -> Option<char> {
    let code = c as usize;
    match code {
        0..LATIN if FOLDED_LATIN[code] != 0 => Some(SMALL_LATIN[code]),
        0..0x80 => None,
        0x1ea0..=0x1ef9 => Some(small(c)),
        _ => c.is_alphanumeric().then(|| small(c)),
    }
}

/// Whether `c` is a hyphen, dash or minus of any kind (guide: one sign to compare by).
#[inline]
pub(crate) fn is_dash(c: char) -> bool {
    matches!(c, '-' | '‐'..='―' | '−' | '﹘' | '－' | '\u{f02d}')
}

/// What is left of a text behind the dashes and blanks it begins with.
pub(crate) fn without_dash(text: &str) -> &str {
    text.trim_start_matches(|c| is_dash(c) || c == ' ')
}

/// Code points below this are folded by the first table: Latin to Latin Extended-B.
const LATIN: usize = 0x1b1;

/// What each letter of the Latin blocks folds to, 0 for what is none.
const FOLDED_LATIN: [u8; LATIN] = {
    let rows: [(&[char], u8); 7] = [
        (&['À', 'Á', 'Â', 'Ã', 'Ä', 'Å', 'à', 'á', 'â', 'ã', 'ä', 'å', 'Ă', 'ă'], b'a'),
        (&['È', 'É', 'Ê', 'Ë', 'è', 'é', 'ê', 'ë'], b'e'),
        (&['Ì', 'Í', 'Î', 'Ï', 'ì', 'í', 'î', 'ï', 'Ĩ', 'ĩ'], b'i'),
        (&['Ò', 'Ó', 'Ô', 'Õ', 'Ö', 'ò', 'ó', 'ô', 'õ', 'ö', 'Ơ', 'ơ'], b'o'),
        (&['Ù', 'Ú', 'Û', 'Ü', 'ù', 'ú', 'û', 'ü', 'Ũ', 'ũ', 'Ư', 'ư', 'Ƣ', 'ƣ'], b'u'),
        (&['Ý', 'ý', 'ÿ'], b'y'),
        (&['Đ', 'đ', 'Ð', 'ð'], b'd'),
    ];
    let mut table = [0; LATIN];
    let mut ascii = b'0';
    while ascii <= b'z' {
        if ascii.is_ascii_alphanumeric() {
            table[ascii as usize] = ascii.to_ascii_lowercase();
        }
        ascii += 1;
    }
    let mut row = 0;
    while row < rows.len() {
        let mut at = 0;
        while at < rows[row].0.len() {
            table[rows[row].0[at] as usize] = rows[row].1;
            at += 1;
        }
        row += 1;
    }
    table
};

/// The small letter or digit for each that [`FOLDED_LATIN`] knows, `\0` for the rest.
const SMALL_LATIN: [char; LATIN] = {
    let mut table = ['\0'; LATIN];
    let mut code = 0;
    while code < LATIN {
        let small = match code as u8 as char {
            _ if FOLDED_LATIN[code] == 0 => 0,
            'A'..='Z' | 'À'..='Þ' if code < 0x100 => code + 32,
            // Behind Latin-1 a capital stands before its small letter; of those in the table all but
            // Ư have an even number.
            _ if code >= 0x100 && (code % 2 == 0 && code < 0x1af || code == 0x1af) => code + 1,
            _ => code,
        };
        table[code] = match char::from_u32(small as u32) {
            Some(letter) => letter,
            None => unreachable!(),
        };
        code += 1;
    }
    table
};

/// U+1EA0 to U+1EF9, the Vietnamese block: each letter stands twice, upper and lower.
const FOLDED_VIETNAMESE: [u8; 90] = {
    let runs: [(u8, usize); 6] =
        [(b'a', 24), (b'e', 16), (b'i', 4), (b'o', 24), (b'u', 14), (b'y', 8)];
    let mut table = [0; 90];
    let (mut at, mut run) = (0, 0);
    while run < runs.len() {
        let mut left = runs[run].1;
        while left > 0 {
            table[at] = runs[run].0;
            at += 1;
            left -= 1;
        }
        run += 1;
    }
    table
};

/// The skeleton of a text: "Kế hoạch số 5" is `kehoachso5`.
pub(crate) fn skeleton(text: &str) -> String {
    let mut key = String::with_capacity(text.len());
    key.extend(text.chars().filter_map(fold).map(char::from));
    key
}

/// Whether the skeleton of `text` starts with `key`; says how many bytes of `text` that took.
///
/// The key must end where a word ends.
#[inline]
pub(crate) fn starts_with_skeleton(text: &str, key: &str) -> Option<usize> {
    // Nearly every comparison ends at the first letter.
    let first = text.chars().next()?;
    if fold(first) != key.bytes().next() {
        return None;
    }
    follow_skeleton(&text[first.len_utf8()..], &key.as_bytes()[1..])
        .map(|rest| text.len() - rest.len())
}

/// What is left of `text` behind the letters of `key`; the word before it has begun already.
fn follow_skeleton<'t>(text: &'t str, key: &[u8]) -> Option<&'t str> {
    let mut chars = text.chars();
    for letter in key {
        loop {
            let c = chars.next()?;
            match fold(c) {
                Some(found) if found == *letter => break,
                None if !is_word(c) => {}
                _ => return None,
            }
        }
    }
    let rest = chars.as_str();
    rest.chars().next().is_none_or(|c| !is_word(c)).then_some(rest)
}

/// Where the phrase of this skeleton begins with which `text` ends; it must begin where a word begins, or
/// with a capital that scanners glued to a small letter ("thực hiệnChỉ thị").
pub(crate) fn ends_with_skeleton(text: &str, key: &str) -> Option<usize> {
    let mut chars = text.char_indices().rev();
    let mut start = text.len();
    for (count, letter) in key.bytes().rev().enumerate() {
        loop {
            let (at, c) = chars.next()?;
            match fold(c) {
                Some(found) if found == letter => {
                    start = at;
                    break;
                }
                // Signs may stand within the phrase, not behind it.
                None if !is_word(c) && count > 0 => {}
                _ => return None,
            }
        }
    }
    let capital = || text[start..].starts_with(|c: char| small(c) != c);
    chars.next().is_none_or(|(_, c)| !is_word(c) || is_small(c) && capital()).then_some(start)
}

/// The first of `rows` with whose key `text` ends, and where that phrase begins; see
/// [`ends_with_skeleton`].
pub(crate) fn ending<'r, R>(
    text: &str,
    rows: &'r [R],
    key: impl Fn(&R) -> &str,
) -> Option<(&'r R, usize)> {
    let last = text.chars().next_back().and_then(fold)?;
    rows.iter()
        .filter(|row| key(row).as_bytes().last() == Some(&last))
        .find_map(|row| Some((row, ends_with_skeleton(text, key(row))?)))
}

/// Where the words of a clean text begin.
pub(crate) fn word_starts(text: &str) -> impl Iterator<Item = usize> {
    let mut behind_blank = true;
    text.bytes().enumerate().filter_map(move |(at, byte)| {
        let blank = byte.is_ascii_whitespace();
        let begins = behind_blank && !blank;
        behind_blank = blank;
        begins.then_some(at)
    })
}

/// A text without the blanks at its end, of which most have one or none.
#[inline]
pub(crate) fn without_blanks(text: &str) -> &str {
    let text = text.strip_suffix(' ').unwrap_or(text);
    match text.as_bytes() {
        [.., last] if last.is_ascii_graphic() => text,
        // A letter of the Vietnamese block, as many words end with.
        [.., 0xe1, 0xba | 0xbb, _] => text,
        _ => text.trim_end(),
    }
}

/// What stands behind the last blank of a text.
pub(crate) fn last_word(text: &str) -> &str {
    memrchr(b' ', text.as_bytes()).map_or(text, |at| &text[at + 1..])
}

/// Where what follows the last of some characters begins: the last word, the last clause.
pub(crate) fn behind_last(text: &str, is_sign: impl Fn(char) -> bool) -> usize {
    let mut back = text.char_indices().rev();
    back.find(|(_, c)| is_sign(*c)).map_or(0, |(at, c)| at + c.len_utf8())
}

/// How many words a clean text has, all parted by single blanks.
pub(crate) fn word_count(text: &str) -> usize {
    if text.is_empty() { 0 } else { text.bytes().filter(|b| *b == b' ').count() + 1 }
}

/// Whether `c` is a small letter.
#[inline]
pub(crate) fn is_small(c: char) -> bool {
    match c {
        '\0'..='\u{7f}' => c.is_ascii_lowercase(),
        // Each letter of the Vietnamese block is followed by its small one.
        '\u{1ea0}'..='\u{1ef9}' => c as u32 % 2 == 1,
        _ => c.is_lowercase(),
    }
}

/// Whether `word` is one of these words with their marks; capitals count as small letters.
pub(crate) fn is_spelt(word: &str, known: &[&str]) -> bool {
    // Nearly every word is sorted out by its first letter, if that has no mark.
    let Some(first) = word.bytes().next() else { return false };
    let same = |known: &&str| known.as_bytes().first() == Some(&(first | 0x20));
    if first.is_ascii() && !known.iter().any(same) {
        return false;
    }
    // Written out once, so that all but words of its length are passed over at a glance.
    let mut spelt = [0; LONGEST_SPELT];
    let mut len = 0;
    for c in word.chars().map(small) {
        if len + c.len_utf8() > LONGEST_SPELT {
            return false;
        }
        len += c.encode_utf8(&mut spelt[len..]).len();
    }
    known.iter().any(|known| known.as_bytes() == &spelt[..len])
}

/// Bytes of the longest word that is compared by its spelling.
const LONGEST_SPELT: usize = 32;

/// Bytes of the longest letter.
const LONGEST_LETTER: usize = 4;

/// Whether a text holds four letters or more that stand alone, one behind the other: "M Ụ C Đ Í C H".
pub(crate) fn is_letter_spaced(text: &str) -> bool {
    let mut alone = 0;
    let mut words = text.as_bytes().split(|byte| *byte == b' ');
    words.any(|word| {
        // Nearly every word is too long to be a letter.
        let letter = || std::str::from_utf8(word).is_ok_and(is_letter);
        alone = if word.len() <= LONGEST_LETTER && letter() { alone + 1 } else { 0 };
        alone > 3
    })
}

/// Whether a word is one letter.
fn is_letter(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_alphabetic) && letters.next().is_none()
}

/// Whether every letter is a capital and there are at least two.
pub(crate) fn is_upper(text: &str) -> bool {
    let mut letters = 0;
    for c in text.chars() {
        if is_small(c) {
            return false;
        }
        if letters < 2 {
            letters += usize::from(is_word(c) && !c.is_ascii_digit());
        }
    }
    letters >= 2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folds_every_vietnamese_letter() {
        let letters = "aàảãáạăằẳẵắặâầẩẫấậ";
        assert!(letters.chars().all(|c| fold(c) == Some(b'a')), "{letters}");
        for (letters, want) in [
            ("eèẻẽéẹêềểễếệEÈẺẼÉẸÊỀỂỄẾỆ", b'e'),
            ("iìỉĩíịIÌỈĨÍỊ", b'i'),
            ("oòỏõóọôồổỗốộơờởỡớợOÒỎÕÓỌÔỒỔỖỐỘƠỜỞỠỚỢ", b'o'),
            ("uùủũúụưừửữứựUÙỦŨÚỤƯỪỬỮỨỰ", b'u'),
            ("yỳỷỹýỵYỲỶỸÝỴ", b'y'),
            ("đĐ", b'd'),
        ] {
            assert!(letters.chars().all(|c| fold(c) == Some(want)), "{letters}");
        }
    }

    #[test]
    fn matches_whole_words_only() {
        assert_eq!(starts_with_skeleton("Nơi nhận: - UBND", "noinhan"), Some("Nơi nhận".len()));
        assert_eq!(starts_with_skeleton("Nơi nhận:", "noinh"), None);
        assert_eq!(starts_with_skeleton("K Ế  H O Ạ C H", "kehoach"), Some("K Ế  H O Ạ C H".len()));
        assert_eq!(starts_with_skeleton("Kế hoạch hóa", "kehoachx"), None);
    }

    #[test]
    fn blanks_at_the_end() {
        for text in
            ["", " ", "số", "số ", "số  ", "số\n ", "5 ", "hồ  ", "\u{a0}", "đ\u{2003} ", "\t"]
        {
            assert_eq!(without_blanks(text), text.trim_end(), "{text:?}");
        }
    }

    #[test]
    fn phrases_at_the_end() {
        let text = "Nghị định sửa đổi, bổ sung";
        assert_eq!(
            ends_with_skeleton(text, "suadoibosung").map(|at| &text[at..]),
            Some("sửa đổi, bổ sung")
        );
        assert_eq!(ends_with_skeleton(text, "sung").map(|at| &text[at..]), Some("sung"));
        for key in ["ung", "bosunG", "bo", "x"] {
            assert_eq!(ends_with_skeleton(text, key), None, "{key}");
        }
        assert_eq!(ends_with_skeleton("bổ sung,", "bosung"), None);
    }

    #[test]
    #[expect(clippy::disallowed_methods, reason = "what the table stands for")]
    fn small_letters_are_those_of_unicode() {
        for c in ('\0'..='\u{24f}').chain('\u{1e00}'..='\u{1eff}').chain(['İ', 'Σ', 'ß']) {
            let mut letters = c.to_lowercase();
            let one = letters.next().filter(|_| letters.next().is_none());
            assert_eq!(small(c), one.unwrap_or(c), "{c}");
            assert_eq!(letter(c), is_word(c).then(|| small(c)), "{c}");
        }
    }

    #[test]
    fn upper_case_needs_two_letters() {
        assert!(is_upper("I. MỤC ĐÍCH (2024)"));
        assert!(!is_upper("A 1"));
        assert!(!is_upper("MỤC đích"));
    }
}
