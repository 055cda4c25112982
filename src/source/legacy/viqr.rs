//! VIQR (RFC 1456): marks as signs of ASCII behind their letter ("Ke^' hoa.ch"), `dd` for đ, `\` before a
//! sign that is none.

use super::letters::{self, ACUTE, DOT, LEVEL, Tone};

/// The letter that a letter and the sign behind it are.
fn modified(base: char, sign: char) -> Option<char> {
    Some(match (base, sign) {
        ('a', '^') => 'â',
        ('a', '(') => 'ă',
        ('e', '^') => 'ê',
        ('o', '^') => 'ô',
        ('o', '+') => 'ơ',
        ('u', '+') => 'ư',
        _ => return None,
    })
}

fn tone(sign: char) -> Option<Tone> {
    Some(match sign {
        '`' => 1,
        '?' => 2,
        '~' => 3,
        '\'' => ACUTE,
        '.' => DOT,
        _ => return None,
    })
}

/// Whether a sign may be part of a word.
fn is_sign(c: char) -> bool {
    matches!(c, '^' | '(' | '+' | '`' | '?' | '~' | '\'' | '.' | '\\')
}

/// Decodes a line.
pub(super) fn decode(line: &str, out: &mut String, escapes: bool) {
    let mut rest = line;
    while let Some(c) = rest.chars().next() {
        let behind = &rest[c.len_utf8()..];
        let next = behind.chars().next();
        if c == '\\' && next.is_some_and(|next| is_sign(next) || matches!(next, 'd' | 'D')) {
            out.extend(next);
            rest = &behind[1..];
            continue;
        }
        // "BGDDDT" is BGDĐT rather than BGĐDT.
        let three = behind.get(..2).is_some_and(|two| matches!(two, "dd" | "DD"));
        if !three && matches!((c, next), ('d', Some('d')) | ('D', Some('d' | 'D'))) {
            out.push(if c == 'd' { 'đ' } else { 'Đ' });
            rest = &behind[1..];
            continue;
        }
        let small = c.to_ascii_lowercase();
        if !matches!(small, 'a' | 'e' | 'i' | 'o' | 'u' | 'y') {
            out.push(c);
            rest = behind;
            continue;
        }
        let (letter, len) = vowel(small, behind, out, escapes);
        out.push(if c.is_ascii_uppercase() { letters::upper(letter) } else { letter });
        rest = &behind[len..];
    }
}

/// A vowel with the signs behind it, and how many they are.
fn vowel(base: char, behind: &str, before: &str, escapes: bool) -> (char, usize) {
    let (mut letter, mut mark, mut len) = (base, LEVEL, 0);
    for sign in behind.chars() {
        let rest = &behind[len + sign.len_utf8()..];
        if let Some(read) = modified(letter, sign).filter(|_| letter == base) {
            // A parenthesis is none: the rime of ă goes on.
            let goes_on = rest.trim_start_matches(|c| tone(c).is_some());
            if sign == '(' && !goes_on.starts_with(|c: char| c.is_ascii_alphabetic()) {
                break;
            }
            letter = read;
        } else if let Some(read) = tone(sign).filter(|_| mark == LEVEL) {
            if sign == '.' && !escapes && stops(rest) && !is_common(before, letter) {
                break;
            }
            mark = read;
        } else {
            break;
        }
        len += 1;
    }
    (letters::small(letter, mark), len)
}

/// Syllables that end a line, or stand before a name, more often than those without their point end a
/// sentence.
const DOTTED: &str = "\
    bệ bị bộ bợ chị chợ cụ cự dạ dị dụ dự đệ địa độ đợ hạ hệ hộ hụ kệ kị kỵ lạ lệ lị lộ lợ lụ mạ mẹ mộ mỵ nạ nệ nợ \
    nụ ngụ nghệ nghị phụ sạ sự tạ tệ tị tộ tụ tự thạ thệ thị thọ thụ thự trạ trệ trị trọ trợ trụ vị vụ xạ xị xứ";

/// Whether escapes stand in a text: before points, mostly.
pub(super) fn has_escapes(text: &str) -> bool {
    memchr::memchr_iter(b'\\', text.as_bytes())
        .any(|at| text[at + 1..].starts_with(['.', '?', '\'']))
}

/// Whether a point with this behind it may end a sentence: nothing, or a blank and a capital.
fn stops(rest: &str) -> bool {
    let next = rest.trim_start_matches([' ', '\t', '"', ')']);
    next.is_empty() || next.len() < rest.len() && next.starts_with(|c: char| c.is_ascii_uppercase())
}

/// Whether the word that ends with `letter` is one of [`DOTTED`] with its tone.
fn is_common(before: &str, letter: char) -> bool {
    // No syllable has more letters.
    let onset = before.char_indices().rev().take(4).take_while(|(_, c)| c.is_alphabetic()).last();
    let onset = onset.map_or("", |(at, _)| &before[at..]);
    let mut word: String = onset.chars().filter_map(letters::plain).collect();
    word.push(letters::small(letter, DOT));
    DOTTED.split(' ').any(|dotted| dotted == word)
}

/// Words in which a sign that VIQR uses stands behind a vowel and cannot end a sentence.
pub(super) fn words(line: &str) -> impl Iterator<Item = &str> {
    let words = line.split(|c: char| !c.is_ascii_alphabetic() && !is_sign(c));
    words.map(|word| word.trim_end_matches(is_sign_of_sentence)).filter(|word| {
        let bytes = word.as_bytes();
        let mark = |pair: &[u8]| match pair[0].to_ascii_lowercase() {
            b'a' | b'e' | b'i' | b'o' | b'u' | b'y' => is_sign(char::from(pair[1])),
            b'd' => matches!(pair[1], b'd' | b'D'),
            _ => false,
        };
        bytes.windows(2).any(mark)
    })
}

fn is_sign_of_sentence(c: char) -> bool {
    matches!(c, '.' | '?' | '\'' | '(' | '\\')
}

/// How many vowels have a sign that hardly stands behind one elsewhere: "e^".
pub(super) fn certain_signs(text: &str, most: usize) -> usize {
    let bytes = text.as_bytes();
    let places = memchr::memchr_iter(b'^', bytes);
    let certain = places.filter(|at| {
        let before = at.checked_sub(1).map(|before| bytes[before].to_ascii_lowercase());
        matches!(before, Some(b'a' | b'e' | b'o'))
    });
    certain.take(most).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn examples() {
        for (line, want) in [
            ("Ke^' hoa.ch cu?a Ddo^`ng Tha'p", "Kế hoạch của Đồng Tháp"),
            ("CO^.NG HO`A XA~ HO^.I", "CỘNG HÒA XÃ HỘI"),
            ("na(m, tha('ng (ba(3))", "năm, thắng (ba(3))"),
            ("Nhie^.m vu. cu?a So+?. Xong.", "Nhiệm vụ của Sở. Xong."),
            ("ddo^.c la^.p\\. Tu+. do\\.", "độc lập. Tự do."),
            ("thu+.c hie^.n nhie^.m vu..", "thực hiện nhiệm vụ."),
            ("TT-BGDDDT, DDa'", "TT-BGDĐT, Đá"),
            ("ca'n bo^.", "cán bộ"),
            ("Pha.m Thi. Hoa, ba` ma. gia.", "Phạm Thị Hoa, bà mạ gia."),
            ("hoa\\? a\\(b)", "hoa? a(b)"),
        ] {
            let mut out = String::new();
            decode(line, &mut out, false);
            assert_eq!(out, want, "{line:?}");
        }
    }

    #[test]
    fn words_with_signs() {
        let found: Vec<_> = words("Xin cha`o ba.n. Don't go, i.e. 1^2 U.S. a^b").collect();
        assert_eq!(found, ["cha`o", "ba.n", "i.e", "U.S", "a^b"]);
        assert_eq!(certain_signs("e^ x^2 o^'n 3^4", 9), 2);
    }
}
