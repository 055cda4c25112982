//! The letters of Vietnamese: which vowel and tone each is, small and capital.

/// The twelve vowels with their tones: none, huyền, hỏi, ngã, sắc, nặng.
const SMALL: [[char; 6]; 12] = [
    ['a', 'à', 'ả', 'ã', 'á', 'ạ'],
    ['ă', 'ằ', 'ẳ', 'ẵ', 'ắ', 'ặ'],
    ['â', 'ầ', 'ẩ', 'ẫ', 'ấ', 'ậ'],
    ['e', 'è', 'ẻ', 'ẽ', 'é', 'ẹ'],
    ['ê', 'ề', 'ể', 'ễ', 'ế', 'ệ'],
    ['i', 'ì', 'ỉ', 'ĩ', 'í', 'ị'],
    ['o', 'ò', 'ỏ', 'õ', 'ó', 'ọ'],
    ['ô', 'ồ', 'ổ', 'ỗ', 'ố', 'ộ'],
    ['ơ', 'ờ', 'ở', 'ỡ', 'ớ', 'ợ'],
    ['u', 'ù', 'ủ', 'ũ', 'ú', 'ụ'],
    ['ư', 'ừ', 'ử', 'ữ', 'ứ', 'ự'],
    ['y', 'ỳ', 'ỷ', 'ỹ', 'ý', 'ỵ'],
];

const CAPITAL: [[char; 6]; 12] = [
    ['A', 'À', 'Ả', 'Ã', 'Á', 'Ạ'],
    ['Ă', 'Ằ', 'Ẳ', 'Ẵ', 'Ắ', 'Ặ'],
    ['Â', 'Ầ', 'Ẩ', 'Ẫ', 'Ấ', 'Ậ'],
    ['E', 'È', 'Ẻ', 'Ẽ', 'É', 'Ẹ'],
    ['Ê', 'Ề', 'Ể', 'Ễ', 'Ế', 'Ệ'],
    ['I', 'Ì', 'Ỉ', 'Ĩ', 'Í', 'Ị'],
    ['O', 'Ò', 'Ỏ', 'Õ', 'Ó', 'Ọ'],
    ['Ô', 'Ồ', 'Ổ', 'Ỗ', 'Ố', 'Ộ'],
    ['Ơ', 'Ờ', 'Ở', 'Ỡ', 'Ớ', 'Ợ'],
    ['U', 'Ù', 'Ủ', 'Ũ', 'Ú', 'Ụ'],
    ['Ư', 'Ừ', 'Ử', 'Ữ', 'Ứ', 'Ự'],
    ['Y', 'Ỳ', 'Ỷ', 'Ỹ', 'Ý', 'Ỵ'],
];

/// The number of a tone.
pub(super) type Tone = u8;

pub(super) const LEVEL: Tone = 0;
pub(super) const ACUTE: Tone = 4;
pub(super) const DOT: Tone = 5;

/// A small letter without its tone, and the tone. None for what is no letter of any word that is spelt
/// as Vietnamese is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Letter {
    /// `a ă â … y` and the consonants.
    pub(super) base: char,
    pub(super) tone: Tone,
    /// The small letter, with its tone.
    pub(super) small: char,
}

impl Letter {
    /// The base as one byte: its own of ASCII, a figure for a letter beyond.
    pub(super) fn code(self) -> u8 {
        match self.base {
            'ă' => b'1',
            'â' => b'2',
            'ê' => b'3',
            'ô' => b'4',
            'ơ' => b'5',
            'ư' => b'6',
            'đ' => b'7',
            base => base as u8,
        }
    }
}

/// Code points below this are looked up in the first table.
const LATIN: usize = 0x1b1;
const EXTENDED: usize = 0x1ea0;

/// For each letter, the number of its vowel and its tone: 1 + 6 * vowel + tone; 0 for what is none.
const fn numbers<const N: usize>(from: usize) -> [u8; N] {
    let mut table = [0; N];
    let mut at = 0;
    while at < 72 {
        let (vowel, tone) = (at / 6, at % 6);
        let letters = [SMALL[vowel][tone] as usize, CAPITAL[vowel][tone] as usize];
        let mut case = 0;
        while case < 2 {
            if letters[case] >= from && letters[case] < from + N {
                table[letters[case] - from] = 1 + at as u8;
            }
            case += 1;
        }
        at += 1;
    }
    table
}

const LATIN_NUMBERS: [u8; LATIN] = numbers(0);
const EXTENDED_NUMBERS: [u8; 90] = numbers(EXTENDED);

/// What letter `c` is.
pub(super) fn letter(c: char) -> Option<Letter> {
    let code = c as usize;
    let number = match code {
        0..LATIN => LATIN_NUMBERS[code],
        EXTENDED..0x1efa => EXTENDED_NUMBERS[code - EXTENDED],
        _ => 0,
    };
    if let Some(number) = number.checked_sub(1) {
        let (row, tone) = (&SMALL[usize::from(number / 6)], number % 6);
        return Some(Letter { base: row[0], tone, small: row[usize::from(tone)] });
    }
    let base = match c {
        'a'..='z' => c,
        'A'..='Z' => c.to_ascii_lowercase(),
        'đ' | 'Đ' => 'đ',
        _ => return None,
    };
    Some(Letter { base, tone: LEVEL, small: base })
}

/// The small letter of a base and a tone.
pub(super) fn small(base: char, tone: Tone) -> char {
    let row = SMALL.iter().find(|row| tone != LEVEL && row[0] == base);
    row.map_or(base, |row| row[usize::from(tone)])
}

/// The small letter of a letter without a tone.
pub(super) fn plain(c: char) -> Option<char> {
    letter(c).map(|letter| letter.base)
}

/// The capital of a letter of Vietnamese; anything else as it is.
pub(super) fn upper(c: char) -> char {
    match c {
        'a'..='z' => c.to_ascii_uppercase(),
        'đ' => 'Đ',
        _ => {
            let mut letters = SMALL.as_flattened().iter();
            letters.position(|small| *small == c).map_or(c, |at| CAPITAL.as_flattened()[at])
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_told() {
        for (c, base, tone, small) in [
            ('ế', 'ê', ACUTE, 'ế'),
            ('Ự', 'ư', DOT, 'ự'),
            ('Đ', 'đ', LEVEL, 'đ'),
            ('y', 'y', 0, 'y'),
        ] {
            assert_eq!(letter(c), Some(Letter { base, tone, small }));
        }
        assert_eq!(letter('ö'), None);
        assert_eq!((upper('ự'), upper('đ'), upper('ñ'), upper('b')), ('Ự', 'Đ', 'ñ', 'B'));
    }
}
