//! UTF-8 that was read as Western text and stored again ("Káº¿ hoáº¡ch").

use super::Passage;
use super::western;

/// Decodes a line that was read as Western text.
///
/// Bytes get lost on the way, because their characters are blanks or controls: 0xA0 becomes a blank,
/// 0xAD (a soft hyphen) is dropped, what windows-1252 does not assign becomes U+FFFD. Where one letter
/// alone is possible it is put back, elsewhere U+FFFD stands for it.
pub(super) fn decode(line: &str, out: &mut String, passage: &mut Passage) {
    let mut rest = line;
    while let Some(c) = rest.chars().next() {
        let lead = western::byte(c).unwrap_or_default();
        let (read, len) = match whole(rest, lead) {
            Some(found) => found,
            None => match torn(rest, lead, out) {
                Some((letter, len)) => {
                    passage.characters += usize::from(letter == char::REPLACEMENT_CHARACTER);
                    (letter, len)
                }
                None => (c, c.len_utf8()),
            },
        };
        out.push(read);
        rest = &rest[len..];
    }
}

/// A character whose bytes are all there, and how long it is here.
fn whole(rest: &str, lead: u8) -> Option<(char, usize)> {
    let count = match lead {
        0xc2..=0xdf => 2,
        0xe0..=0xef => 3,
        0xf0..=0xf4 => 4,
        _ => return None,
    };
    let mut bytes = [0; 4];
    let mut len = 0;
    let mut chars = rest.chars();
    for slot in &mut bytes[..count] {
        let c = chars.next()?;
        *slot = western::byte(c)?;
        len += c.len_utf8();
    }
    let read = std::str::from_utf8(&bytes[..count]).ok()?.chars().next()?;
    Some((read, len))
}

/// A Vietnamese letter one of whose bytes was lost.
fn torn(rest: &str, lead: u8, before: &str) -> Option<(char, usize)> {
    let mut chars = rest.chars();
    let first = chars.next()?.len_utf8();
    let second = chars.next();
    let blank = second.is_none_or(|c| c.is_ascii_whitespace() || c.is_ascii_punctuation());
    let letter = second.is_some_and(|c| c.is_ascii_alphabetic());
    let lost = second == Some(char::REPLACEMENT_CHARACTER);
    let replaced = |letter: char| Some((letter, first + char::REPLACEMENT_CHARACTER.len_utf8()));
    match (lead, second.and_then(western::byte)) {
        // à, its 0xA0 a blank or gone. Á, Í or Ý where a replacement stands.
        (0xc3, _) if lost => replaced(char::REPLACEMENT_CHARACTER),
        (0xc3, _) if blank => Some(('à', first)),
        // Đ.
        (0xc4, _) if lost => replaced('Đ'),
        (0xc4, _) if letter => Some(('Đ', first)),
        // A tone mark: grave, tilde and hook have bytes that show.
        (0xcc, _) if lost => replaced('\u{301}'),
        (0xe1, Some(0xba | 0xbb)) => {
            let second = second?;
            let block = first + second.len_utf8();
            let third = chars.next();
            let fourth = chars.next();
            let capital = |c: Option<char>| c.is_some_and(|c| c.is_ascii_uppercase());
            if third == Some(char::REPLACEMENT_CHARACTER) {
                return Some((char::REPLACEMENT_CHARACTER, block + 3));
            }
            if western::byte(second) == Some(0xbb) {
                return Some((char::REPLACEMENT_CHARACTER, block));
            }
            // Ạ, its 0xA0 a blank; ậ, its soft hyphen gone.
            if third == Some(' ') && capital(fourth) && capital(before.chars().next_back()) {
                return Some(('Ạ', block + 1));
            }
            third.is_none_or(|c| c.is_ascii()).then_some(('ậ', block))
        }
        _ => None,
    }
}
