//! TCVN3 ("ABC", fonts .VnTime): one byte a letter, but none for a capital with a tone.
//!
//! Capitals come from fonts of their own (.VnTimeH), so the bytes of "héi" are Hội and HỘI. Where the
//! other letters of a word, or the words beside it, are capitals ("HéI", "X· HéI"), its letters are;
//! elsewhere they stay small.

use super::Passage;
use super::letters::{self, letter};
use super::western;

/// From 0xA0 to 0xFF.
const HIGH: [char; 96] = [
    '\0', 'Ă', 'Â', 'Ê', 'Ô', 'Ơ', 'Ư', 'Đ', 'ă', 'â', 'ê', 'ô', 'ơ', 'ư', 'đ', '\0', // A
    '\0', '\0', '\0', '\0', '\0', 'à', 'ả', 'ã', 'á', 'ạ', '\0', 'ằ', 'ẳ', 'ẵ', 'ắ',
    '\0', // B
    '\0', '\0', '\0', '\0', '\0', '\0', 'ặ', 'ầ', 'ẩ', 'ẫ', 'ấ', 'ậ', 'è', '\0', 'ẻ',
    'ẽ', // C
    'é', 'ẹ', 'ề', 'ể', 'ễ', 'ế', 'ệ', 'ì', 'ỉ', '\0', '\0', '\0', 'ĩ', 'í', 'ị', 'ò', // D
    '\0', 'ỏ', 'õ', 'ó', 'ọ', 'ồ', 'ổ', 'ỗ', 'ố', 'ộ', 'ờ', 'ở', 'ỡ', 'ớ', 'ợ', 'ù', // E
    '\0', 'ủ', 'ũ', 'ú', 'ụ', 'ừ', 'ử', 'ữ', 'ứ', 'ự', 'ỳ', 'ỷ', 'ỹ', 'ý', 'ỵ', '\0', // F
];

/// From here on a byte is a small letter, or a capital in another font.
const SMALL: u8 = 0xa8;

/// The byte of a character; the Greek letter is what some extractors make of the sign for micro.
fn byte(c: char) -> Option<u8> {
    if c == 'μ' { Some(0xb5) } else { western::byte(c) }
}

/// The letter for which a sign stands that looks like it: extractors make dashes of soft hyphens.
fn look_alike(c: char, word: &str, next: Option<char>) -> Option<char> {
    let joined = next.is_some_and(|next| in_word(next) && !next.is_ascii_uppercase());
    match c {
        '∙' if !word.is_empty() => Some('ã'),
        '−' | '‐' | '\u{2011}' if joined => Some('ư'),
        // "n-íc": no syllable begins with "ơc" or "ơng".
        '-' if word.ends_with(|c: char| c.is_ascii_alphabetic() || c == 'đ') => {
            let horn = next.and_then(decoded).and_then(letters::letter);
            horn.filter(|horn| horn.base == 'ơ').map(|_| 'ư')
        }
        _ => None,
    }
}

fn decoded(c: char) -> Option<char> {
    let byte = byte(c).filter(|byte| *byte >= 0xa0)?;
    Some(HIGH[usize::from(byte - 0xa0)]).filter(|letter| *letter != '\0')
}

/// What the letters of a word say about its case.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Case {
    /// A small letter that is none of a font.
    Small,
    /// A capital behind its first letter, and letters that may be capitals.
    Capital,
    /// Letters that may be capitals, behind one capital at most.
    Open,
    /// Nothing but capitals, several: an abbreviation, or a word of a line in capitals.
    Plain,
    /// Nothing to decide.
    None,
}

fn case_of(word: &str) -> Case {
    let (mut open, mut capital) = (false, false);
    for (index, c) in word.chars().enumerate() {
        match c {
            'a'..='z' => return Case::Small,
            'A'..='Z' => capital |= index > 0,
            _ if !c.is_ascii() && decoded(c).is_some() => {
                let small = byte(c).is_some_and(|byte| byte >= SMALL);
                open |= small;
                capital |= !small && index > 0;
            }
            _ => {}
        }
    }
    match (open, capital) {
        (true, true) => Case::Capital,
        (true, false) => Case::Open,
        (false, true) => Case::Plain,
        (false, false) => Case::None,
    }
}

/// Whether `c` belongs to a word.
fn in_word(c: char) -> bool {
    c.is_ascii_alphabetic() || !c.is_ascii() && decoded(c).is_some()
}

/// Whether a sign stands alone that means itself: "©" and "·" are letters only among letters.
fn is_lone_sign(word: &str) -> bool {
    word.chars().all(|c| matches!(c, '©' | '·'))
}

/// Decodes a line that was read as Western text.
pub(super) fn decode(line: &str, out: &mut String, passage: &mut Passage) {
    let mut writer = Writer { line, written: 0, out, passage };
    // What is before `at` and not written waits for the next word that is plain.
    let mut before = Case::None;
    // No word is in small letters so far, and one is in capitals: "Së C¤NG TH¦¥NG".
    let mut plain = false;
    let mut at = 0;
    while at < line.len() {
        let rest = &line[at..];
        let len = rest.find(|c| !in_word(c)).unwrap_or(rest.len());
        if len == 0 {
            let gap = rest.find(in_word).unwrap_or(rest.len());
            // Another column.
            if rest[..gap].contains('\t') || rest[..gap].contains("   ") {
                writer.write_to(at, before == Case::Capital || before == Case::None && plain);
                (before, plain) = (Case::None, false);
            }
            at += gap;
            continue;
        }
        if is_lone_sign(&rest[..len]) {
            at += len;
            continue;
        }
        let case = case_of(&rest[..len]);
        // What signs join is a code: "12/Q§-UBND".
        let ends = |c: Option<char>| c.is_none_or(char::is_whitespace);
        let apart = ends(line[..at].chars().next_back()) && ends(rest[len..].chars().next());
        plain |= case == Case::Plain && apart;
        if matches!(case, Case::Small | Case::Capital) {
            let capital = case == Case::Capital;
            writer.write_to(at, capital && before != Case::Small);
            writer.write_to(at + len, capital);
            before = case;
        }
        at += len;
    }
    writer.write_to(line.len(), before == Case::Capital || before == Case::None && plain);
}

/// How far back a word is looked at that goes on: no syllable is longer.
const SYLLABLE: usize = 8;

struct Writer<'a> {
    line: &'a str,
    written: usize,
    out: &'a mut String,
    passage: &'a mut Passage,
}

impl Writer<'_> {
    /// Writes the words up to a place, as capitals or as they are.
    fn write_to(&mut self, end: usize, capital: bool) {
        let words = &self.line[self.written..end];
        let mut chars = words.chars().peekable();
        let behind = self.line[end..].chars().next();
        self.written = end;
        let open = self.out.chars().rev().take(SYLLABLE).take_while(|c| c.is_alphabetic());
        let mut start = self.out.len() - open.map(char::len_utf8).sum::<usize>();
        let mut restored = false;
        let mut before = self.line[..end - words.len()].chars().next_back();
        while let Some(c) = chars.next() {
            let next = chars.peek().copied().or(behind);
            let joins = |beside: Option<char>| beside.is_some_and(|b| b != c && in_word(b));
            let alone = !joins(before) && !joins(next);
            before = Some(c);
            if !in_word(c) || alone && matches!(c, '©' | '·') {
                if let Some(letter) = look_alike(c, &self.out[start..], next) {
                    self.out.push(if capital { letters::upper(letter) } else { letter });
                    self.passage.soft_hyphens += 1;
                    continue;
                }
                self.finish(start);
                self.passage.capitals += usize::from(std::mem::take(&mut restored));
                self.out.push(match western::byte(c) {
                    Some(byte @ 0x80..=0x9f) => western::character(byte),
                    _ => c,
                });
                start = self.out.len();
                continue;
            }
            let letter = if c.is_ascii() { c } else { decoded(c).unwrap_or(c) };
            let raised = if capital { letters::upper(letter) } else { letter };
            restored |= raised != letter;
            self.out.push(raised);
        }
        self.passage.capitals += usize::from(restored);
        if behind.is_none_or(|c| !in_word(c)) {
            self.finish(start);
        }
    }

    /// Puts back the ư of a word that lost it: 0xAD is a soft hyphen elsewhere and gets dropped. The rimes
    /// "ơc" and "ơng" do not exist, "ươc" and "ương" do; of others nobody can tell.
    fn finish(&mut self, start: usize) {
        let word = &self.out[start..];
        let behind = word.trim_end_matches(['c', 'C']);
        let behind = if behind.len() + 1 == word.len() {
            behind
        } else {
            let Some(behind) = ["ng", "NG", "Ng"].iter().find_map(|end| word.strip_suffix(end))
            else {
                return;
            };
            behind
        };
        let Some(horn) = behind.chars().next_back() else { return };
        if letter(horn).is_none_or(|letter| letter.base != 'ơ') {
            return;
        }
        let at = behind.len() - horn.len_utf8();
        let before = behind[..at].chars().next_back().and_then(letter);
        if before.is_some_and(|letter| letter.base == 'ư' || letter.base == 'u') {
            return;
        }
        let capital = letters::upper(horn) == horn;
        self.out.insert(start + at, if capital { 'Ư' } else { 'ư' });
        self.passage.soft_hyphens += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capitals_are_told_by_the_letters_beside() {
        for (line, want) in [
            ("céng hßa x· héi", "cộng hòa xã hội"),
            ("CéNG HßA X· HéI CHñ NGHÜA VIÖT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
            ("ñY BAN NH¢N D¢N Hµ NéI", "ỦY BAN NHÂN DÂN HÀ NỘI"),
            ("KÕ HO¹CH cña Së Y tÕ", "KẾ HOẠCH của Sở Y tế"),
            ("Së C¤NG AN", "SỞ CÔNG AN"),
            ("Bé C¤NG AN", "BỘ CÔNG AN"),
            ("Së Y tÕ   CéNG HßA", "Sở Y tế   CỘNG HÒA"),
            ("I. MôC §ÝCH, Y£U CÇU", "I. MỤC ĐÍCH, YÊU CẦU"),
            ("tiÕp nhËn ë UBND", "tiếp nhận ở UBND"),
            ("Sè: 12/Q§-UBND", "Số: 12/QĐ-UBND"),
            ("· ®) §Òn ë ®Çu; © ý", "· đ) Đền ở đầu; © ý"),
        ] {
            let mut out = String::new();
            decode(line, &mut out, &mut Passage::default());
            assert_eq!(out, want, "{line:?}");
        }
    }

    #[test]
    fn a_lost_soft_hyphen_is_put_back_where_nothing_else_is_possible() {
        for (line, want, lost) in [
            ("®\u{ad}îc n\u{ad}íc", "được nước", 0),
            ("®îc níc ph¬ng h\u{ad}íng", "được nước phương hướng", 3),
            ("®-îc, n−íc, trëng − a", "được, nước, trưởng − a", 3),
            ("ngêi, c¬n, th-ký", "ngời, cơn, th-ký", 0),
        ] {
            let (mut out, mut passage) = (String::new(), Passage::default());
            decode(line, &mut out, &mut passage);
            assert_eq!((out.as_str(), passage.soft_hyphens), (want, lost), "{line:?}");
        }
    }
}
