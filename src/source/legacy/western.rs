//! Text that was decoded as Latin-1 or windows-1252: which byte each character stood for.

/// windows-1252 from 0x80 to 0x9F; the five unassigned bytes stay C1 controls.
const SPECIAL: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž',
    '\u{8f}', // 8
    '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž',
    'Ÿ', // 9
];

/// The byte that `c` stood for, read either way; ASCII is itself.
pub(super) fn byte(c: char) -> Option<u8> {
    match c {
        '\0'..='\u{ff}' => u8::try_from(c as u32).ok(),
        _ => SPECIAL.iter().position(|special| *special == c).map(|at| 0x80 + at as u8),
    }
}

/// The character of windows-1252 for a byte.
pub(super) fn character(byte: u8) -> char {
    match byte {
        0x80..=0x9f => SPECIAL[usize::from(byte - 0x80)],
        _ => char::from(byte),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_comes_back() {
        for b in 0..=u8::MAX {
            assert_eq!(byte(character(b)), Some(b));
            assert_eq!(byte(char::from(b)), Some(b));
        }
        assert_eq!(byte('ế'), None);
    }
}
