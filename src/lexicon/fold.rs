//! The skeleton key: letters without case and marks, `đ` as `d`, nothing else.
//!
//! A skeleton forgives lost and swapped marks ("KÉ HOẠCH"), tone placement (hoà/hòa) and case. It is
//! unsafe in running text ("số", "sổ", "sơ" are one), so it serves only where a word is expected:
//! line starts, upper-case lines, letterhead and foot.

/// The letter of `a`–`z` under `c`; a digit as it is; `None` for everything else.
pub(crate) fn fold(c: char) -> Option<u8> {
    let c = match c {
        'a'..='z' | '0'..='9' => return Some(c as u8),
        'A'..='Z' => return Some(c as u8 | 0x20),
        '\0'..='\u{bf}' => return None,
        '\u{1ea0}'..='\u{1ef9}' => return Some(EXTENDED[c as usize - 0x1ea0]),
        'À'..='Ã' | 'à'..='ã' | 'Ă' | 'ă' | 'Ä' | 'Å' | 'ä' | 'å' => b'a',
        'È'..='Ë' | 'è'..='ë' => b'e',
        'Ì'..='Ï' | 'ì'..='ï' | 'Ĩ' | 'ĩ' => b'i',
        'Ò'..='Ö' | 'ò'..='ö' | 'Ơ' | 'ơ' => b'o',
        'Ù'..='Ü' | 'ù'..='ü' | 'Ũ' | 'ũ' | 'Ư' | 'ư' | 'Ƣ' | 'ƣ' => b'u',
        'Ý' | 'ý' | 'ÿ' => b'y',
        'Đ' | 'đ' | 'Ð' | 'ð' => b'd',
        _ => return None,
    };
    Some(c)
}

/// U+1EA0 to U+1EF9, the Vietnamese block: each letter stands twice, upper and lower.
const EXTENDED: [u8; 90] = {
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

/// Whether `c` is a letter or digit; quick for those a Vietnamese text has.
pub(crate) fn is_letter(c: char) -> bool {
    fold(c).is_some() || (!c.is_ascii() && c.is_alphanumeric())
}

/// The skeleton of a text: "Kế hoạch số 5" is `kehoachso5`.
pub(crate) fn skeleton(text: &str) -> String {
    text.chars().filter_map(fold).map(char::from).collect()
}

/// Whether the skeleton of `text` starts with `key`; says how many bytes of `text` that took.
///
/// The key must end where a word ends.
pub(crate) fn starts_with_skeleton(text: &str, key: &str) -> Option<usize> {
    let mut key = key.bytes();
    let mut want = key.next();
    let mut chars = text.char_indices();
    while let Some(letter) = want {
        let (at, c) = chars.next()?;
        match fold(c) {
            Some(found) if found == letter => want = key.next(),
            None if at > 0 && !is_letter(c) => {}
            _ => return None,
        }
    }
    let rest = chars.as_str();
    let ends = rest.chars().next().is_none_or(|c| !is_letter(c));
    ends.then_some(text.len() - rest.len())
}

/// The first of `keys` that begins `text`, by skeleton; see [`starts_with_skeleton`].
pub(crate) fn begins_with_any<'k>(text: &str, keys: &[&'k str]) -> Option<&'k str> {
    let first = text.chars().next().and_then(fold)?;
    let may = |key: &&&str| key.as_bytes().first() == Some(&first);
    keys.iter().filter(may).find(|key| starts_with_skeleton(text, key).is_some()).copied()
}

/// Whether every letter is a capital and there are at least two.
pub(crate) fn is_upper(text: &str) -> bool {
    let mut letters = 0;
    for c in text.chars() {
        if c.is_lowercase() {
            return false;
        }
        letters += usize::from(c.is_uppercase());
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
    fn upper_case_needs_two_letters() {
        assert!(is_upper("I. MỤC ĐÍCH (2024)"));
        assert!(!is_upper("A 1"));
        assert!(!is_upper("MỤC đích"));
    }
}
