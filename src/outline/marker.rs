//! Markers at a line start: "II.", "1.2.", "a)", "-", "Điều 5." and what they may mean.

use super::family::Family;
use super::reading::{Reading, Readings, Value};
use crate::lexicon::{fold, is_dash, is_word, starts_with_skeleton};

/// A marker at the start of a line, with every reading it allows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Candidate {
    /// Its length in bytes.
    pub(crate) len: usize,
    /// Bytes from the start of the line to the text behind it.
    pub(crate) text: usize,
    /// The sign behind the value: `.`, `)`, `/`, `-`, `:`, or a space for none.
    pub(crate) sign: char,
    /// Whether the text behind it begins like an item: with a capital, a figure or a quotation.
    pub(crate) firm: bool,
    /// The readings.
    pub(crate) readings: Readings,
}

/// Letters of Vietnamese lists in their order (NĐ 30/2020 Phụ lục I: a b c d đ e g h i k l …).
const LIST_LETTERS: &str = "abcdđeghiklmnopqrstuvxy";

/// Highest value of a decimal marker: a plan has no thousand items, but it has years.
const MAX_DECIMAL: u16 = 299;

/// The marker a line begins with, if it begins with one.
pub(crate) fn marker(line: &str) -> Option<Candidate> {
    let first = line.chars().next()?;
    match first {
        '0'..='9' => decimal(line),
        '(' => parenthesized(line),
        'a'..='z' | 'đ' => lower(line),
        '-'
        | '–'
        | '—'
        | '−'
        | '‐'
        | '‑'
        | '\u{f02d}'
        | '+'
        | '*'
        | '~'
        | '_'
        | '.'
        | '•'
        | '·'
        | '●'
        | '▪'
        | '○'
        | '◦'
        | '■'
        | '□'
        | '➢'
        | '✓'
        | '❖'
        | '►'
        | '\u{e000}'..='\u{f8ff}' => bullet(line, first),
        'A'..='Z' | 'Đ' | '|' | '!' => word(line).or_else(|| upper(line)),
        _ => None,
    }
}

/// Whether a line opens the first unit of an outline: "I. MỤC ĐÍCH", "1. Nội dung", "Chương I".
pub(crate) fn opens_outline(line: &str) -> bool {
    marker(line).is_some_and(|candidate| {
        let reading = candidate.readings.first();
        let worded = matches!(reading.family, Family::Part | Family::Chapter | Family::Article);
        let first = !reading.family.is_bullet() && reading.value.last() == Some(1);
        let written = candidate.text < line.len() || worded;
        candidate.firm && written && !reading.damaged && (worded || first)
    })
}

fn reading(family: Family, value: u32) -> Reading {
    Reading { family, value: Value::one(value), damaged: false }
}

fn damaged(family: Family, value: u32) -> Reading {
    Reading { family, value: Value::one(value), damaged: true }
}

/// Ends a marker: its sign is taken, and where the text begins is found.
///
/// `body` is the length of the value. Without one of `signs` behind it there is no marker, unless
/// `bare` allows a space.
fn finish(
    line: &str,
    body: usize,
    signs: &[char],
    bare: bool,
    readings: Readings,
) -> Option<Candidate> {
    let rest = &line[body..];
    let printed = rest.chars().next().unwrap_or(' ');
    let sign = if is_dash(printed) { '-' } else { printed };
    let (mut len, sign) = if signs.contains(&sign) {
        (body + printed.len_utf8(), sign)
    } else if bare && (rest.is_empty() || sign == ' ' || sign == '\t') {
        (body, ' ')
    } else {
        return None;
    };
    // "a.)", "1).": a second sign belongs to the marker.
    let second = line[len..].chars().next().unwrap_or(' ');
    if matches!((sign, second), ('.', ')') | (')', '.')) {
        len += 1;
    }
    let behind = &line[len..];
    let text = len + (behind.len() - behind.trim_start().len());
    let next = line[text..].chars().next();
    // A date, a fraction, a sum of money: the sign is followed by a figure at once.
    if text == len && next.is_some_and(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | '/' | '%'))
    {
        return None;
    }
    // "V/v", "V/V", "1-a": a word goes on behind the sign.
    let about = sign == '/' && &line[..body] == "V" && next == Some('V');
    let goes_on = matches!(sign, '/' | '-') && next.is_some_and(char::is_lowercase);
    if text == len && (about || goes_on) {
        return None;
    }
    let firm = next.is_none_or(begins_an_item);
    Some(Candidate { len, text, sign, firm, readings })
}

fn begins_an_item(c: char) -> bool {
    c.is_uppercase() || c.is_ascii_digit() || matches!(c, '“' | '"' | '\'' | '‘' | '(' | '[' | '«')
}

/// `decimal = digit{1,3} { "." digit{1,2} } [ "." | ")" | "/" | "-" | ":" ]`
fn decimal(line: &str) -> Option<Candidate> {
    let bytes = line.as_bytes();
    let mut value = Value::default();
    let mut at = 0;
    loop {
        let digits = bytes[at..].iter().take_while(|b| b.is_ascii_digit()).count();
        // "3.000.000 đồng", "1.500 người": figures in groups of three.
        if digits == 0 || digits > 3 || at > 0 && digits > 2 {
            return None;
        }
        let level = bytes[at..at + digits].iter().fold(0, |n, b| n * 10 + u16::from(b - b'0'));
        value.push(level)?;
        at += digits;
        let more =
            bytes.get(at) == Some(&b'.') && bytes.get(at + 1).is_some_and(u8::is_ascii_digit);
        if !more {
            break;
        }
        at += 1;
    }
    let &[ordinal] = value.levels() else {
        let readings = Readings::of(Reading { family: Family::Multilevel, value, damaged: false });
        return finish(line, at, &['.', ')', '/', ':', '-'], true, readings);
    };
    if ordinal > MAX_DECIMAL {
        return None;
    }
    let mut readings = Readings::of(Reading { family: Family::Decimal, value, damaged: false });
    if matches!(ordinal, 1 | 11 | 111) {
        let ones = if ordinal == 1 { 1 } else { 2 + u32::from(ordinal == 111) };
        readings.push(damaged(Family::UpperRoman, ones));
    }
    finish(line, at, &['.', ')', '/', '-', ':'], false, readings)
        .filter(|candidate| candidate.sign != ':' || candidate.firm)
}

/// `parenthesized = "(" ( digit{1,2} | letter | roman ) ")"`
fn parenthesized(line: &str) -> Option<Candidate> {
    let close = line.bytes().take(8).position(|b| b == b')')?;
    let inner = line.get(1..close)?;
    let mut readings = Readings::NONE;
    if !inner.is_empty() && inner.len() <= 2 && inner.bytes().all(|b| b.is_ascii_digit()) {
        readings.push(reading(Family::ParenthesizedDecimal, inner.parse().ok()?));
    } else {
        if let Some(value) = roman_value(inner, 'i', 'v', 'x') {
            readings.push(reading(Family::ParenthesizedLetter, ROMAN + value));
        }
        if let Some(value) = letter_value(inner) {
            readings.push(reading(Family::ParenthesizedLetter, value));
        }
        if matches!(inner, "l" | "I" | "Í") {
            readings.push(damaged(Family::ParenthesizedDecimal, 1));
        }
    }
    if readings == Readings::NONE {
        return None;
    }
    let text = close + 1 + (line[close + 1..].len() - line[close + 1..].trim_start().len());
    let firm = line[text..].chars().next().is_none_or(begins_an_item);
    Some(Candidate { len: close + 1, text, sign: ')', firm, readings })
}

/// Added to the value of "(ii)", so that "(i)" of a roman list and "(i)" of a letter list differ.
pub(crate) const ROMAN: u32 = 1000;

/// `lower = ( letter | roman ) ( ")" | "." | "/" )`
fn lower(line: &str) -> Option<Candidate> {
    // Most lines that begin with a small letter go on with a sentence.
    let body = line.bytes().take(MAX_FIGURE).position(|b| matches!(b, b')' | b'.' | b'/'))?;
    let word = line.get(..body)?;
    let mut readings = Readings::NONE;
    if let Some(value) = roman_value(word, 'i', 'v', 'x') {
        readings.push(reading(Family::LowerRoman, value));
    }
    if let Some(value) = letter_value(word) {
        readings.push(reading(Family::LowerLetter, value));
    }
    if !word.is_empty() && word.bytes().all(|b| b == b'l' || b == b'i') && word.len() <= 3 {
        readings.push(damaged(Family::Decimal, if word.len() == 1 { 1 } else { 11 }));
        readings.push(damaged(Family::UpperRoman, word.len() as u32));
    }
    if readings == Readings::NONE {
        return None;
    }
    let candidate = finish(line, body, &[')', '.', '/'], false, readings)?;
    // "a." within a sentence is rare, "l. Mục" of a damaged "1." is not; both need an item behind.
    (candidate.sign == ')' || candidate.firm).then_some(candidate)
}

/// Most letters of a roman figure and its sign.
const MAX_FIGURE: usize = 7;

/// `upper = ( roman | letter ) ( "." | ")" | "/" | "-" | ":" )`, and damaged roman figures.
fn upper(line: &str) -> Option<Candidate> {
    // Most lines that begin with a capital go on with a word.
    if matches!(line.as_bytes(), [_, b'a'..=b'k' | b'm'..=b'z', ..]) {
        return None;
    }
    let is_sign = |c: char| matches!(c, '.' | ')' | '/' | ':' | ',') || is_dash(c);
    let body = line.char_indices().take(MAX_FIGURE).find(|(_, c)| is_sign(*c))?.0;
    let word = line.get(..body)?;
    let figure = |c: char| c.is_ascii_uppercase() || matches!(c, 'Đ' | 'l' | '|' | '!' | '1');
    if !word.chars().all(figure) {
        return None;
    }
    let mut readings = Readings::NONE;
    if let Some(value) = roman_value(word, 'I', 'V', 'X') {
        readings.push(reading(Family::UpperRoman, value));
        if word == "I" {
            readings.push(damaged(Family::Decimal, 1));
        }
    } else if let Some(value) = damaged_roman(word) {
        readings.push(damaged(Family::UpperRoman, value));
    }
    if let Some(value) = upper_letter_value(word) {
        readings.push(reading(Family::UpperLetter, value));
    }
    if readings == Readings::NONE {
        return None;
    }
    let spoilt = readings.first().damaged;
    let candidate = finish(line, body, &['.', ')', '/', '-', ':', ','], false, readings)?;
    (candidate.firm && (candidate.sign != ',' || spoilt || body > 1)).then_some(candidate)
}

/// The value of a roman figure that a scanner spoilt: "ll", "Il", "HI", "IH", "lV", "M" for "II".
fn damaged_roman(word: &str) -> Option<u32> {
    let mended: String = word
        .chars()
        .map(|c| match c {
            'I' | 'l' | '|' | '!' | '1' | 'T' => "I",
            'H' | 'N' | 'M' => "II",
            'V' | 'Y' | 'U' => "V",
            'X' => "X",
            _ => "?",
        })
        .collect();
    let mended = if mended.len() > 3 && mended.starts_with("IIII") { "III" } else { &*mended };
    roman_value(mended, 'I', 'V', 'X')
}

/// The value of a roman figure up to 49 (XLIX), `None` for anything else.
fn roman_value(word: &str, one: char, five: char, ten: char) -> Option<u32> {
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
fn letter_value(word: &str) -> Option<u32> {
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
fn upper_letter_value(word: &str) -> Option<u32> {
    let mut chars = word.chars();
    match (chars.next()?, chars.next()) {
        ('Đ', None) => Some(5),
        (letter @ 'A'..='Z', None) => Some(letter as u32 - 'A' as u32 + 1),
        _ => None,
    }
}

/// `bullet = "-" | "+" | "*" | "•" …`, followed by a space or a letter.
fn bullet(line: &str, first: char) -> Option<Candidate> {
    let style = match first {
        '+' => Family::Plus,
        '*' => Family::Asterisk,
        '~' | '_' | '.' => Family::Dash,
        dash if is_dash(dash) => Family::Dash,
        _ => Family::Bullet,
    };
    // A scanner makes "._", "—-", "- -" of a dash.
    let len: usize = line
        .chars()
        .take_while(|c| is_dash(*c) || matches!(c, '~' | '_' | '.') || *c == first)
        .map(char::len_utf8)
        .sum();
    let doubtful = matches!(first, '~' | '_' | '.') || line[..len].chars().count() > 1;
    let drawn = line[..len].chars().count();
    let most = if matches!(first, '_' | '~' | '.') { 2 } else { 3 };
    if doubtful && (style != Family::Dash || drawn > most) {
        return None;
    }
    let rest = &line[len..];
    let mut body = rest.trim_start();
    let mut len = len;
    if style == Family::Dash && rest.len() > body.len() {
        // "- _ Thực hiện", "- - Thực hiện"
        let again = body.trim_start_matches(['-', '_', '–']);
        if again.len() < body.len() && again.starts_with(' ') {
            len = line.len() - again.len();
            body = again.trim_start();
        }
    }
    let text = line.len() - body.len();
    let next = body.chars().next();
    let glued = text == len;
    // "-5 độ", "*)": a bullet stands before a space or a word. A dot needs more: "...", ". /."
    if next.is_none() && first != '*' && style != Family::Bullet && style != Family::Dash {
        return None;
    }
    if glued && next.is_some_and(|c| !c.is_alphabetic() && !matches!(c, '“' | '"' | '(')) {
        return None;
    }
    if matches!(first, '.' | '_' | '~') && !next.is_some_and(char::is_uppercase) {
        return None;
    }
    if first == '.' && line[..len].chars().count() < 2 && glued {
        return None;
    }
    let firm = next.is_some_and(begins_an_item);
    let value = Value::default();
    let readings = Readings::of(Reading { family: style, value, damaged: doubtful });
    Some(Candidate { len, text, sign: ' ', firm, readings })
}

/// The structural words and what they open.
const WORDS: [(&str, Family); 5] = [
    ("tieumuc", Family::Subdivision),
    ("chuong", Family::Chapter),
    ("phan", Family::Part),
    ("dieu", Family::Article),
    ("muc", Family::Division),
];

/// Ordinals in words: "Phần thứ nhất".
const ORDINALS: [(&str, u32); 11] = [
    ("nhat", 1),
    ("hai", 2),
    ("nhi", 2),
    ("ba", 3),
    ("tu", 4),
    ("bon", 4),
    ("nam", 5),
    ("sau", 6),
    ("bay", 7),
    ("tam", 8),
    ("chin", 9),
];

/// `word = ( "Phần" | "Chương" | "Mục" | "Tiểu mục" | "Điều" ) ( roman | digits | "thứ" ordinal ) [ "." | ":" ]`
fn word(line: &str) -> Option<Candidate> {
    // Cheap: the words begin with one of five letters.
    if !line.starts_with(['P', 'C', 'M', 'T', 'Đ', 'D']) {
        return None;
    }
    let second = line.chars().nth(1).and_then(fold)?;
    let (style, at) = WORDS
        .iter()
        .filter(|(key, _)| key.as_bytes()[1] == second)
        .find_map(|(key, style)| Some((*style, starts_with_skeleton(line, key)?)))?;
    let rest = line[at..].trim_start();
    let start = line.len() - rest.len();
    let body: usize = rest.chars().take_while(|c| is_word(*c)).map(char::len_utf8).sum();
    let figure = &rest[..body];
    let digits = figure.bytes().take_while(u8::is_ascii_digit).count();
    let (value, end) = if digits > 0 && digits <= 3 {
        // "Điều 5a" is an inserted article.
        if figure.len() - digits > 1 {
            return None;
        }
        (figure[..digits].parse().ok()?, start + body)
    } else if let Some(value) = roman_value(figure, 'I', 'V', 'X') {
        (value, start + body)
    } else if matches!(figure, "L" | "l" | "|") && style == Family::Article {
        (1, start + body)
    } else {
        let ordinal = starts_with_skeleton(rest, "thu")?;
        let name = rest[ordinal..].trim_start();
        let (value, len) = ORDINALS
            .iter()
            .find_map(|(key, value)| Some((*value, starts_with_skeleton(name, key)?)))?;
        (value, line.len() - name.len() + len)
    };
    let damage = matches!(figure, "L" | "l" | "|");
    let readings = Readings::of(Reading { damaged: damage, ..reading(style, value) });
    let candidate = finish(line, end, &['.', ':', '-', ')'], true, readings)?;
    // "Mục 2 Phần II của Kế hoạch", "Điều 5 Nghị định": a reference, not a unit.
    let alone = candidate.text >= line.len();
    let upper = line[..at].chars().all(|c| !c.is_lowercase());
    (alone || candidate.sign != ' ' || (upper && style != Family::Article)).then_some(candidate)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Line, marker, style and value of its first reading.
    const MARKERS: &[(&str, &str, Family, &[u16])] = &[
        ("I. MỤC ĐÍCH", "I.", Family::UpperRoman, &[1]),
        ("IV- TỔ CHỨC", "IV-", Family::UpperRoman, &[4]),
        ("I– MỤC ĐÍCH", "I–", Family::UpperRoman, &[1]),
        ("1‑ Mục đích", "1‑", Family::Decimal, &[1]),
        ("‑ Sở", "‑", Family::Dash, &[]),
        ("XIX/ CUỐI", "XIX/", Family::UpperRoman, &[19]),
        ("A. PHẦN CHUNG", "A.", Family::UpperLetter, &[1]),
        ("1. Mục đích", "1.", Family::Decimal, &[1]),
        ("12) Sở", "12)", Family::Decimal, &[12]),
        ("1.Mục đích", "1.", Family::Decimal, &[1]),
        ("3/ Kinh phí", "3/", Family::Decimal, &[3]),
        ("2- Yêu cầu", "2-", Family::Decimal, &[2]),
        ("1.", "1.", Family::Decimal, &[1]),
        ("1.2. Nội dung", "1.2.", Family::Multilevel, &[1, 2]),
        ("6.1 Văn phòng", "6.1", Family::Multilevel, &[6, 1]),
        ("1.2.3.4. Nội dung", "1.2.3.4.", Family::Multilevel, &[1, 2, 3, 4]),
        ("a) Sở", "a)", Family::LowerLetter, &[1]),
        ("đ) Sở", "đ)", Family::LowerLetter, &[5]),
        ("a. Sở", "a.", Family::LowerLetter, &[1]),
        ("k) Sở", "k)", Family::LowerLetter, &[10]),
        ("ii) Sở", "ii)", Family::LowerRoman, &[2]),
        ("(1) Sở", "(1)", Family::ParenthesizedDecimal, &[1]),
        ("(a) Sở", "(a)", Family::ParenthesizedLetter, &[1]),
        ("- Sở", "-", Family::Dash, &[]),
        ("–Sở", "–", Family::Dash, &[]),
        ("+ Sở", "+", Family::Plus, &[]),
        ("* Sở", "*", Family::Asterisk, &[]),
        ("\u{f0b7} Sở", "\u{f0b7}", Family::Bullet, &[]),
        ("• Sở", "•", Family::Bullet, &[]),
        ("Điều 5. Hiệu lực", "Điều 5.", Family::Article, &[5]),
        ("ĐIỀU 5: Hiệu lực", "ĐIỀU 5:", Family::Article, &[5]),
        ("Chương II", "Chương II", Family::Chapter, &[2]),
        ("Phần thứ nhất", "Phần thứ nhất", Family::Part, &[1]),
        ("PHẦN I. MỤC TIÊU", "PHẦN I.", Family::Part, &[1]),
        ("Mục 1", "Mục 1", Family::Division, &[1]),
        ("ll. NỘI DUNG", "ll.", Family::Decimal, &[11]),
        ("HI. TỔ CHỨC", "HI.", Family::UpperRoman, &[3]),
        ("._ Lập danh sách", "._", Family::Dash, &[]),
        ("—- Để bảo đảm", "—-", Family::Dash, &[]),
    ];

    /// Lines that begin with no marker.
    const PLAIN: &[&str] = &[
        "2020 trình",
        "2020, với những nội dung",
        "31/12/2022.",
        "2025. Tiếp tục",
        "3.000.000 đồng",
        "1.500 người",
        "100% đơn vị",
        "12 đơn vị",
        "V/v tổ chức",
        "V/V HỖ TRỢ",
        "___ Các phòng",
        "I là",
        "10-15 người",
        "24/7",
        "Điều 5 Nghị định số",
        "Mục 2 Phần II của",
        "Phần lớn",
        "Chương trình hành động",
        "Mục tiêu",
        "-5 độ",
        "...",
        "(sau đây",
        "ban hành",
        "SỞ Y TẾ",
        "UBND tỉnh",
    ];

    #[test]
    fn reads_markers() {
        for (line, text, style, value) in MARKERS {
            let candidate = marker(line).unwrap_or_else(|| panic!("{line:?} has a marker"));
            assert_eq!(&line[..candidate.len], *text, "{line:?}");
            let mut readings = candidate.readings.iter();
            let any = readings.any(|r| r.family == *style && r.value.levels() == *value);
            assert!(any, "{line:?} reads as {:?}", candidate.readings.first());
        }
    }

    #[test]
    fn leaves_other_lines_alone() {
        for line in PLAIN {
            assert_eq!(marker(line), None, "{line:?}");
        }
    }

    #[test]
    fn ambiguity_is_a_value() {
        let families = |line| -> Vec<_> {
            let candidate = marker(line).expect("a marker");
            candidate.readings.iter().map(|reading| reading.family).collect()
        };
        let alike = [Family::LowerRoman, Family::LowerLetter, Family::Decimal, Family::UpperRoman];
        assert_eq!(families("i) Sở"), alike);
        assert_eq!(families("C. Sở"), [Family::UpperLetter]);
        assert_eq!(families("V. Sở"), [Family::UpperRoman, Family::UpperLetter]);
        let one = [Family::UpperRoman, Family::Decimal, Family::UpperLetter];
        assert_eq!(families("I. Sở"), one);
    }
}
