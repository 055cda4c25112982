//! VNI-Windows: the mark of a letter is a character of its own behind it ("keá hoaïch").

use super::letters;
use super::western;

/// A mark, the letters it stands behind, and what they become. `ô` and `ö` are ơ and ư.
const MARKS: [(u8, [char; 7], &str); 17] = {
    const A: [char; 7] = ['a', '\0', '\0', '\0', '\0', '\0', '\0'];
    const AEO: [char; 7] = ['a', 'e', 'o', '\0', '\0', '\0', '\0'];
    const DOT: [char; 7] = ['a', 'e', 'o', 'ô', 'u', 'ö', '\0'];
    const ALL: [char; 7] = ['a', 'e', 'o', 'ô', 'u', 'ö', 'y'];
    [
        (0xe0, AEO, "ầềồ"),
        (0xe1, AEO, "ấếố"),
        (0xe2, AEO, "âêô"),
        (0xe3, AEO, "ẫễỗ"),
        (0xe4, AEO, "ậệộ"),
        (0xe5, AEO, "ẩểổ"),
        (0xe8, A, "ằ"),
        (0xe9, A, "ắ"),
        (0xea, A, "ă"),
        (0xeb, A, "ặ"),
        (0xef, DOT, "ạẹọợụự"),
        (0xf5, ALL, "ãẽõỡũữỹ"),
        (0xf8, ALL, "àèòờùừỳ"),
        (0xf9, ALL, "áéóớúứý"),
        (0xfa, A, "ẳ"),
        (0xfb, ALL, "ảẻỏởủửỷ"),
        (0xfc, A, "ẵ"),
    ]
};

/// Letters of one character.
const SINGLE: [(u8, char); 9] = [
    (0xe6, 'ỉ'),
    (0xec, 'ì'),
    (0xed, 'í'),
    (0xee, 'ỵ'),
    (0xf1, 'đ'),
    (0xf2, 'ị'),
    (0xf3, 'ĩ'),
    (0xf4, 'ơ'),
    (0xf6, 'ư'),
];

/// Decodes a line that was read as Western text.
pub(super) fn decode(line: &str, out: &mut String) {
    let mut chars = line.chars().peekable();
    while let Some(c) = chars.next() {
        let marked = chars.peek().and_then(|mark| pair(c, *mark));
        if let Some(letter) = marked {
            chars.next();
            out.push(letter);
            continue;
        }
        out.push(match western::byte(c) {
            Some(0x80..=0x9f) => western::byte(c).map_or(c, western::character),
            Some(byte @ 0xc0..) => single(byte).unwrap_or(c),
            _ => c,
        });
    }
}

/// A letter and the mark behind it. The case is that of the letter.
fn pair(base: char, mark: char) -> Option<char> {
    let mark = western::byte(mark).filter(|mark| *mark >= 0xc0)? | 0x20;
    let (_, bases, letters) = MARKS.iter().find(|(sign, ..)| *sign == mark)?;
    let (small, capital) = match base {
        'A'..='Z' => (base.to_ascii_lowercase(), true),
        'Ô' => ('ô', true),
        'Ö' => ('ö', true),
        _ => (base, false),
    };
    let at = bases.iter().position(|letter| *letter == small && small != '\0')?;
    let letter = letters.chars().nth(at)?;
    Some(if capital { letters::upper(letter) } else { letter })
}

fn single(byte: u8) -> Option<char> {
    let (_, letter) = SINGLE.iter().find(|(sign, _)| *sign == byte | 0x20)?;
    Some(if byte < 0xe0 { letters::upper(*letter) } else { *letter })
}
