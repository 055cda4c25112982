//! Where a mention may be: the one scan over all letters.

use crate::inline::digits;

/// What stands at such a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Anchor {
    /// The first digit of a figure.
    Figure,
    /// A stroke that is part of no number read so far: its number may be blank.
    Stroke,
    /// The first letter of "Luật", "Pháp lệnh", "Hiến pháp" or "Nghị quyết".
    Name,
}

/// The first letters of the words that name laws: "Luật", "luật", "Nghị", "Pháp", "Hiến". The second may be a capital.
const NAMES: [(u8, u8); 5] = [(b'L', b'u'), (b'l', b'u'), (b'N', b'g'), (b'P', b'h'), (b'H', b'i')];

/// What a byte may begin.
const CLASSES: [Option<Anchor>; 256] = {
    let mut classes = [None; 256];
    let mut digit = b'0';
    while digit <= b'9' {
        classes[digit as usize] = Some(Anchor::Figure);
        digit += 1;
    }
    classes[b'/' as usize] = Some(Anchor::Stroke);
    let mut name = 0;
    while name < NAMES.len() {
        classes[NAMES[name].0 as usize] = Some(Anchor::Name);
        name += 1;
    }
    classes
};

/// Whether two bytes are the first letters of such a word. Asked without a branch.
#[expect(clippy::needless_bitwise_bool, reason = "the lazy one is a branch")]
fn is_name(first: u8, second: u8) -> bool {
    let second = second | 0x20;
    NAMES.iter().fold(false, |held, name| held | ((first == name.0) & (second == name.1)))
}

/// Bytes that are looked at in one step.
const BLOCK: usize = 16;

/// Whether an anchor may stand at one of the first [`BLOCK`] of these bytes; all of them are asked at once,
/// without a branch, and nearly always none does.
fn may_begin(bytes: &[u8; BLOCK + 1]) -> bool {
    let figure = |byte: u8| byte.wrapping_sub(b'/') <= b'9' - b'/';
    let pairs = bytes.iter().zip(&bytes[1..]);
    pairs.fold(false, |may, (byte, next)| may | figure(*byte) | is_name(*byte, *next))
}

/// The next place at or behind `at` where a mention may be.
pub(super) fn next_anchor(text: &str, at: usize) -> Option<(usize, Anchor)> {
    let bytes = text.as_bytes();
    let mut at = at;
    while at < bytes.len() {
        let mut end = bytes.len();
        if let Some((block, _)) = bytes[at..].split_first_chunk() {
            if !may_begin(block) {
                at += BLOCK;
                continue;
            }
            end = at + BLOCK;
        }
        while at < end {
            let Some(anchor) = CLASSES[usize::from(bytes[at])] else {
                at += 1;
                continue;
            };
            let before = at.checked_sub(1).map(|before| bytes[before]);
            let holds = match anchor {
                Anchor::Figure => opens_figure(bytes, at, before),
                Anchor::Stroke => opens_symbol(bytes, at),
                Anchor::Name => opens_name(bytes, at, before),
            };
            if holds {
                return Some((at, anchor));
            }
            at = behind(text, at, anchor);
        }
    }
    None
}

/// Where the search goes on behind an anchor.
pub(super) fn behind(text: &str, at: usize, anchor: Anchor) -> usize {
    match anchor {
        Anchor::Figure => digits(text.as_bytes(), at).max(at + 1),
        Anchor::Stroke | Anchor::Name => at + 1,
    }
}

/// Whether a figure begins here that is no part of another: not "5" of "3.5", of "3/5", of "A5".
fn opens_figure(bytes: &[u8], at: usize, before: Option<u8>) -> bool {
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    match before {
        None => true,
        Some(b'.' | b':' | b'-' | b'/') => at >= 2 && !digit(at - 2) && before != Some(b'/'),
        Some(letter) => !letter.is_ascii_alphanumeric(),
    }
}

/// Whether a capital or a year stands behind the stroke.
fn opens_symbol(bytes: &[u8], at: usize) -> bool {
    let rest = &bytes[at + 1..];
    let blanks = rest.iter().take_while(|b| **b == b' ').count();
    match rest.get(blanks) {
        Some(letter) if letter.is_ascii_uppercase() => true,
        // Đ
        Some(0xc4) => rest.get(blanks + 1) == Some(&0x90),
        Some(b'1' | b'2') => rest.get(blanks + 4) == Some(&b'/'),
        _ => false,
    }
}

/// Whether a word begins here that has the letters it needs: "Luật", "Pháp", "Hiến", "Nghị".
fn opens_name(bytes: &[u8], at: usize, before: Option<u8>) -> bool {
    if before.is_some_and(|b| b.is_ascii_alphanumeric()) {
        return false;
    }
    bytes.get(at + 1).is_some_and(|second| is_name(bytes[at], *second))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_block_hides_an_anchor() {
        let filler = "căn cứ, ".repeat(BLOCK);
        for (word, anchor) in [
            ("5 ", Anchor::Figure),
            ("/KH", Anchor::Stroke),
            ("/Đ", Anchor::Stroke),
            ("luật", Anchor::Name),
            ("LUẬT", Anchor::Name),
            ("Pháp", Anchor::Name),
            ("HIẾN", Anchor::Name),
            ("Nghị", Anchor::Name),
        ] {
            for (at, _) in filler.char_indices().filter(|(at, _)| filler[..*at].ends_with(' ')) {
                for rest in ["", &filler] {
                    let text = format!("{}{word}{rest}", &filler[..at]);
                    assert_eq!(next_anchor(&text, 0), Some((at, anchor)), "{text}");
                }
            }
        }
        for text in [filler.as_str(), "phòng", "Nhà", "Hội", "lập", "/ký", "A5 ", "", "ă"] {
            assert_eq!(next_anchor(text, 0), None, "{text}");
        }
    }
}
