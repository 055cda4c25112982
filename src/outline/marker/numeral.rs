//! What the figures and letters of markers count.

/// Letters of Vietnamese lists in their order (NĐ 30/2020 Phụ lục I: a b c d đ e g h i k l …).
const LIST_LETTERS: &str = "abcdđeghiklmnopqrstuvxy";

/// Added to the value of "(ii)", so that "(i)" of a roman list and "(i)" of a letter list differ.
pub(crate) const ROMAN: u32 = 1000;

/// The value of a roman figure that a scanner spoilt: "ll", "Il", "HI", "IH", "lV", "M" for "II".
pub(super) fn damaged_roman(word: &str) -> Option<u32> {
    let mended: String = word
        .chars()
        .map(|c| match c {
            'I' | 'i' | 'l' | '|' | '!' | '1' | 'T' | 'Ì' | 'Í' | 'Ĩ' | 'Ỉ' | 'Ị' => "I",
            'H' | 'N' | 'M' => "II",
            'W' => "IV",
            'V' | 'v' | 'Y' | 'U' => "V",
            'X' | 'x' => "X",
            _ => "?",
        })
        .collect();
    let mended = if mended.len() > 3 && mended.starts_with("IIII") { "III" } else { &*mended };
    roman_value(mended, 'I', 'V', 'X')
}

/// The value of a roman figure up to 49 (XLIX), `None` for anything else.
pub(crate) fn roman_value(word: &str, one: char, five: char, ten: char) -> Option<u32> {
    let mut rest = word;
    let mut value = 0;
    while let Some(next) = rest.strip_prefix(ten) {
        rest = next;
        value += 10;
    }
    if value > 30 {
        return None;
    }
    // The longest is "viii".
    let mut units = [0; 4];
    let mut len = 0;
    for c in rest.chars() {
        *units.get_mut(len)? = match c {
            c if c == one => b'i',
            c if c == five => b'v',
            c if c == ten => b'x',
            _ => return None,
        };
        len += 1;
    }
    let units = match &units[..len] {
        b"" => 0,
        b"i" => 1,
        b"ii" => 2,
        b"iii" => 3,
        b"iv" => 4,
        b"v" => 5,
        b"vi" => 6,
        b"vii" => 7,
        b"viii" => 8,
        b"ix" => 9,
        _ => return None,
    };
    (value + units > 0).then_some(value + units)
}

/// Position of a letter in the Vietnamese list alphabet. Letters that are not in it (f, j, w, z)
/// stand where the Latin alphabet has them, behind their neighbour.
pub(super) fn letter_value(word: &str) -> Option<u32> {
    let mut chars = word.chars();
    let (letter, None) = (chars.next()?, chars.next()) else { return None };
    let listed = match letter {
        'f' => 'e',
        'j' => 'i',
        'w' => 'v',
        'z' => 'y',
        other => other,
    };
    LIST_LETTERS.chars().position(|c| c == listed).map(|at| at as u32 + 1)
}

/// Position of a capital in the order A B C D (Đ) E F G … of part letters.
pub(super) fn upper_letter_value(word: &str) -> Option<u32> {
    let mut chars = word.chars();
    match (chars.next()?, chars.next()) {
        ('Đ', None) => Some(5),
        (letter @ 'A'..='Z', None) => Some(letter as u32 - 'A' as u32 + 1),
        _ => None,
    }
}
