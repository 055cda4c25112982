//! windows-1258: letters with their own marks are one byte, most tones a second one behind it.

use unicode_normalization::char::compose;

use super::western;
use crate::source::marks;

/// From 0xC0 to 0xFF; below it is windows-1252.
const HIGH: [char; 64] = [
    'À', 'Á', 'Â', 'Ă', 'Ä', 'Å', 'Æ', 'Ç', 'È', 'É', 'Ê', 'Ë', '\u{300}', 'Í', 'Î', 'Ï', // C
    'Đ', 'Ñ', '\u{309}', 'Ó', 'Ô', 'Ơ', 'Ö', '×', 'Ø', 'Ù', 'Ú', 'Û', 'Ü', 'Ư', '\u{303}',
    'ß', // D
    'à', 'á', 'â', 'ă', 'ä', 'å', 'æ', 'ç', 'è', 'é', 'ê', 'ë', '\u{301}', 'í', 'î', 'ï', // E
    'đ', 'ñ', '\u{323}', 'ó', 'ô', 'ơ', 'ö', '÷', 'ø', 'ù', 'ú', 'û', 'ü', 'ư', '₫', 'ÿ', // F
];

/// Decodes a line that was read as Western text; letter and tone are composed.
pub(super) fn decode(line: &str, out: &mut String) {
    for c in line.chars() {
        let decoded = match western::byte(c) {
            Some(byte @ 0xc0..) => HIGH[usize::from(byte - 0xc0)],
            Some(byte @ 0x80..) => western::character(byte),
            _ => c,
        };
        if !marks::is_mark(decoded) {
            out.push(decoded);
            continue;
        }
        match out.pop() {
            None => out.push(decoded),
            Some(base) => match compose(base, decoded) {
                Some(letter) => out.push(letter),
                None => out.push_str(&marks::compose(&String::from_iter([base, decoded]))),
            },
        }
    }
}
