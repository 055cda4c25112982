//! VISCII (RFC 1456): one byte a letter; six capitals stand in the place of control characters.

use super::syllable::Word;
use super::western;

/// From 0x80 to 0xFF.
const HIGH: [char; 128] = [
    'Ạ', 'Ắ', 'Ằ', 'Ặ', 'Ấ', 'Ầ', 'Ẩ', 'Ậ', 'Ẽ', 'Ẹ', 'Ế', 'Ề', 'Ể', 'Ễ', 'Ệ', 'Ố', // 8
    'Ồ', 'Ổ', 'Ỗ', 'Ộ', 'Ợ', 'Ớ', 'Ờ', 'Ở', 'Ị', 'Ỏ', 'Ọ', 'Ỉ', 'Ủ', 'Ũ', 'Ụ', 'Ỳ', // 9
    'Õ', 'ắ', 'ằ', 'ặ', 'ấ', 'ầ', 'ẩ', 'ậ', 'ẽ', 'ẹ', 'ế', 'ề', 'ể', 'ễ', 'ệ', 'ố', // A
    'ồ', 'ổ', 'ỗ', 'Ỡ', 'Ơ', 'ộ', 'ờ', 'ở', 'ị', 'Ự', 'Ứ', 'Ừ', 'Ử', 'ơ', 'ớ', 'Ư', // B
    'À', 'Á', 'Â', 'Ã', 'Ả', 'Ă', 'ẳ', 'ẵ', 'È', 'É', 'Ê', 'Ẻ', 'Ì', 'Í', 'Ĩ', 'ỳ', // C
    'Đ', 'ứ', 'Ò', 'Ó', 'Ô', 'ạ', 'ỷ', 'ừ', 'ử', 'Ù', 'Ú', 'ỹ', 'ỵ', 'Ý', 'ỡ', 'ư', // D
    'à', 'á', 'â', 'ã', 'ả', 'ă', 'ữ', 'ẫ', 'è', 'é', 'ê', 'ẻ', 'ì', 'í', 'ĩ', 'ỉ', // E
    'đ', 'ự', 'ò', 'ó', 'ô', 'õ', 'ỏ', 'ọ', 'ụ', 'ù', 'ú', 'ũ', 'ủ', 'ý', 'ợ', 'Ữ', // F
];

/// The capitals below 0x20.
const LOW: [(char, char); 6] = [
    ('\u{2}', 'Ẳ'),
    ('\u{5}', 'Ẵ'),
    ('\u{6}', 'Ẫ'),
    ('\u{14}', 'Ỷ'),
    ('\u{19}', 'Ỹ'),
    ('\u{1e}', 'Ỵ'),
];

/// Decodes a line that was read as Western text.
///
/// Quotation marks and dashes of windows-1252 stand for capitals (“ for Ộ) where that gives a syllable;
/// elsewhere they are what they look like.
pub(super) fn decode(line: &str, out: &mut String) {
    let mut rest = line;
    while let Some(c) = rest.chars().next() {
        let len = rest.find(is_gap).unwrap_or(rest.len());
        if len == 0 {
            out.push(letter(c));
            rest = &rest[c.len_utf8()..];
            continue;
        }
        let (mut piece, behind) = rest.split_at(len);
        rest = behind;
        if is_lone_sign(piece) {
            out.push_str(piece);
            continue;
        }
        let mut signs = "";
        if piece.contains(is_quote) && !is_syllable(piece) {
            let words = piece.trim_start_matches(is_quote);
            out.push_str(&piece[..piece.len() - words.len()]);
            piece = words;
            if !is_syllable(piece) {
                (piece, signs) = piece.split_at(piece.trim_end_matches(is_quote).len());
            }
        }
        out.extend(piece.chars().map(letter));
        out.push_str(signs);
    }
}

/// What stands between words: ASCII but its letters. Control characters are capitals.
fn is_gap(c: char) -> bool {
    c.is_ascii() && !c.is_ascii_alphabetic()
}

/// Whether signs stand alone that mean themselves: "©", rules drawn with "¯".
fn is_lone_sign(piece: &str) -> bool {
    piece.chars().all(|c| is_quote(c) || matches!(c, '©' | '®' | 'ˆ' | '¯'))
}

fn letter(c: char) -> char {
    match western::byte(c) {
        Some(byte @ 0x80..) => HIGH[usize::from(byte - 0x80)],
        Some(0..0x20) => LOW.iter().find(|(low, _)| *low == c).map_or(c, |(_, letter)| *letter),
        _ => c,
    }
}

/// Punctuation of windows-1252.
fn is_quote(c: char) -> bool {
    matches!(c, '‘' | '’' | '“' | '”' | '‚' | '„' | '…' | '–' | '—' | '•' | '‹' | '›')
}

/// Whether a piece is a syllable.
fn is_syllable(piece: &str) -> bool {
    let mut word = Word::default();
    piece.chars().map(letter).for_each(|c| word.push(c));
    word.is_syllable()
}
