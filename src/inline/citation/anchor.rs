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

/// What a byte may begin.
const CLASSES: [Option<Anchor>; 256] = {
    let mut classes = [None; 256];
    let mut digit = b'0';
    while digit <= b'9' {
        classes[digit as usize] = Some(Anchor::Figure);
        digit += 1;
    }
    classes[b'/' as usize] = Some(Anchor::Stroke);
    classes[b'L' as usize] = Some(Anchor::Name);
    classes[b'l' as usize] = Some(Anchor::Name);
    classes[b'P' as usize] = Some(Anchor::Name);
    classes[b'H' as usize] = Some(Anchor::Name);
    classes[b'N' as usize] = Some(Anchor::Name);
    classes
};

/// Bytes that are looked at in one step.
const BLOCK: usize = 16;

/// Whether an anchor may stand at one of the first [`BLOCK`] of these bytes; all of them are asked at once,
/// without a branch, and nearly always none does.
#[expect(clippy::needless_bitwise_bool, reason = "the lazy ones are branches")]
fn may_begin(bytes: &[u8; BLOCK + 1]) -> bool {
    let pairs = bytes.iter().zip(&bytes[1..]);
    pairs.fold(false, |may, (byte, next)| {
        let next = next | 0x20;
        may | (byte.wrapping_sub(b'/') <= b'9' - b'/')
            | ((byte | 0x20 == b'l') & (next == b'u'))
            | ((*byte == b'N') & (next == b'g'))
            | ((*byte == b'P') & (next == b'h'))
            | ((*byte == b'H') & (next == b'i'))
    })
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
    let next = |offset: usize| bytes.get(at + offset).copied().unwrap_or_default() | 0x20;
    match bytes[at] | 0x20 {
        b'l' => next(1) == b'u',
        b'p' | b'n' => next(1) == if bytes[at] == b'N' { b'g' } else { b'h' },
        _ => next(1) == b'i',
    }
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
