//! Markers at a line start: "II.", "1.2.", "a)", "-", "Điều 5." and what they may mean.

use crate::document::MarkerStyle;
use crate::lexicon::starts_with_skeleton;

/// One way to read a marker.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Reading {
    /// Its family.
    pub(crate) style: MarkerStyle,
    /// Its value; a bullet has none until its siblings are counted.
    pub(crate) value: Vec<u32>,
    /// Whether the sign printed is another and was taken for damaged ("l." read as "1.").
    pub(crate) damaged: bool,
}

/// A marker at the start of a line, with every reading it allows, the likeliest first.
#[derive(Debug, Clone, PartialEq, Eq)]
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
    pub(crate) readings: Vec<Reading>,
}

/// Letters of Vietnamese lists in their order (NĐ 30/2020 Phụ lục I: a b c d đ e g h i k l …).
const LIST_LETTERS: &str = "abcdđeghiklmnopqrstuvxy";

/// Highest value of a decimal marker: a plan has no thousand items, but it has years.
const MAX_DECIMAL: u32 = 299;

/// Most levels of "1.2.3.4".
const MAX_LEVELS: usize = 5;

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

fn reading(style: MarkerStyle, value: impl Into<Vec<u32>>) -> Reading {
    Reading { style, value: value.into(), damaged: false }
}

fn damaged(style: MarkerStyle, value: u32) -> Reading {
    Reading { style, value: vec![value], damaged: true }
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
    readings: Vec<Reading>,
) -> Option<Candidate> {
    let rest = &line[body..];
    let sign = rest.chars().next().unwrap_or(' ');
    let (mut len, sign) = if signs.contains(&sign) {
        (body + sign.len_utf8(), sign)
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
    let mut value = Vec::new();
    let mut at = 0;
    loop {
        let digits = bytes[at..].iter().take_while(|b| b.is_ascii_digit()).count();
        if digits == 0 || digits > 3 {
            return None;
        }
        value.push(line[at..at + digits].parse().ok()?);
        at += digits;
        let more =
            bytes.get(at) == Some(&b'.') && bytes.get(at + 1).is_some_and(u8::is_ascii_digit);
        if !more {
            break;
        }
        at += 1;
    }
    let levels = value.len();
    if levels > MAX_LEVELS || value.iter().any(|part| *part > MAX_DECIMAL) {
        return None;
    }
    if levels > 1 {
        // "3.000.000 đồng", "1.500 người": figures in groups of three.
        let grouped = line[..at].split('.').skip(1).any(|part| part.len() > 2);
        if grouped {
            return None;
        }
        let readings = vec![reading(MarkerStyle::MultilevelDecimal, value)];
        return finish(line, at, &['.', ')', '/', ':', '-'], true, readings);
    }
    let ordinal = value[0];
    let mut readings = vec![reading(MarkerStyle::Decimal, value)];
    if matches!(ordinal, 1 | 11 | 111) {
        let ones = if ordinal == 1 { 1 } else { 2 + u32::from(ordinal == 111) };
        readings.push(damaged(MarkerStyle::UpperRoman, ones));
    }
    finish(line, at, &['.', ')', '/', '-', ':'], false, readings)
        .filter(|candidate| candidate.sign != ':' || candidate.firm)
}

/// `parenthesized = "(" ( digit{1,2} | letter | roman ) ")"`
fn parenthesized(line: &str) -> Option<Candidate> {
    let close = line.bytes().take(8).position(|b| b == b')')?;
    let inner = line.get(1..close)?;
    let readings = if inner.len() <= 2 && inner.bytes().all(|b| b.is_ascii_digit()) {
        vec![reading(MarkerStyle::ParenthesizedDecimal, [inner.parse().ok()?])]
    } else {
        let letter = letter_value(inner).map(|v| reading(MarkerStyle::ParenthesizedLetter, [v]));
        let roman = roman_value(inner, 'i', 'v', 'x').map(|v| Reading {
            style: MarkerStyle::ParenthesizedLetter,
            value: vec![ROMAN, v],
            damaged: false,
        });
        let damage =
            matches!(inner, "l" | "I" | "Í").then(|| damaged(MarkerStyle::ParenthesizedDecimal, 1));
        roman.into_iter().chain(letter).chain(damage).collect()
    };
    if readings.is_empty() {
        return None;
    }
    let text = close + 1 + (line[close + 1..].len() - line[close + 1..].trim_start().len());
    let firm = line[text..].chars().next().is_none_or(begins_an_item);
    Some(Candidate { len: close + 1, text, sign: ')', firm, readings })
}

/// Leads the value of "(ii)", so that "(i)" of a roman list and "(i)" of a letter list differ.
const ROMAN: u32 = 1000;

/// `lower = ( letter | roman ) ( ")" | "." | "/" )`
fn lower(line: &str) -> Option<Candidate> {
    let body: usize = line
        .chars()
        .take(5)
        .take_while(|c| c.is_ascii_lowercase() || *c == 'đ')
        .map(char::len_utf8)
        .sum();
    let word = &line[..body];
    let mut readings = Vec::new();
    if let Some(value) = letter_value(word) {
        readings.push(reading(MarkerStyle::LowerLetter, [value]));
    }
    if let Some(value) = roman_value(word, 'i', 'v', 'x') {
        readings.insert(0, reading(MarkerStyle::LowerRoman, [value]));
    }
    if !word.is_empty() && word.bytes().all(|b| b == b'l' || b == b'i') && word.len() <= 3 {
        readings.push(damaged(MarkerStyle::Decimal, if word.len() == 1 { 1 } else { 11 }));
        readings.push(damaged(MarkerStyle::UpperRoman, word.len() as u32));
    }
    if readings.is_empty() {
        return None;
    }
    let candidate = finish(line, body, &[')', '.', '/'], false, readings)?;
    // "a." within a sentence is rare, "l. Mục" of a damaged "1." is not; both need an item behind.
    (candidate.sign == ')' || candidate.firm).then_some(candidate)
}

/// `upper = ( roman | letter ) ( "." | ")" | "/" | "-" | ":" )`, and damaged roman figures.
fn upper(line: &str) -> Option<Candidate> {
    let body: usize = line
        .chars()
        .take(6)
        .take_while(|c| c.is_ascii_uppercase() || matches!(c, 'Đ' | 'l' | '|' | '!' | '1'))
        .map(char::len_utf8)
        .sum();
    let word = &line[..body];
    let mut readings = Vec::new();
    if let Some(value) = roman_value(word, 'I', 'V', 'X') {
        readings.push(reading(MarkerStyle::UpperRoman, [value]));
        if word == "I" {
            readings.push(damaged(MarkerStyle::Decimal, 1));
        }
    } else if let Some(value) = damaged_roman(word) {
        readings.push(damaged(MarkerStyle::UpperRoman, value));
    }
    if let Some(value) = upper_letter_value(word) {
        readings.push(reading(MarkerStyle::UpperLetter, [value]));
    }
    if readings.is_empty() {
        return None;
    }
    let candidate = finish(line, body, &['.', ')', '/', '-', ':', ','], false, readings)?;
    (candidate.firm && (candidate.sign != ',' || candidate.readings[0].damaged || body > 1))
        .then_some(candidate)
}

/// The value of a roman figure that a scanner spoilt: "ll", "Il", "HI", "IH", "lV", "M" for "II".
fn damaged_roman(word: &str) -> Option<u32> {
    let mended: String = word
        .chars()
        .map(|c| match c {
            'l' | '|' | '!' | '1' | 'T' => "I",
            'H' | 'N' | 'M' => "II",
            'Y' | 'U' => "V",
            'I' => "I",
            'V' => "V",
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
    let mut units = String::with_capacity(4);
    for c in rest.chars() {
        units.push(match c {
            c if c == one => 'i',
            c if c == five => 'v',
            c if c == ten => 'x',
            _ => return None,
        });
    }
    let units = match units.as_str() {
        "" => 0,
        "i" => 1,
        "ii" => 2,
        "iii" => 3,
        "iv" => 4,
        "v" => 5,
        "vi" => 6,
        "vii" => 7,
        "viii" => 8,
        "ix" => 9,
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
        '+' => MarkerStyle::Plus,
        '*' => MarkerStyle::Asterisk,
        '-' | '–' | '—' | '−' | '‐' | '‑' | '\u{f02d}' | '~' | '_' | '.' => {
            MarkerStyle::Dash
        }
        _ => MarkerStyle::Bullet,
    };
    // A scanner makes "._", "—-", "- -" of a dash.
    let len: usize = line
        .chars()
        .take_while(|c| matches!(c, '-' | '–' | '—' | '~' | '_' | '.') || *c == first)
        .map(char::len_utf8)
        .sum();
    let doubtful = matches!(first, '~' | '_' | '.') || line[..len].chars().count() > 1;
    let drawn = line[..len].chars().count();
    let most = if matches!(first, '_' | '~' | '.') { 2 } else { 3 };
    if doubtful && (style != MarkerStyle::Dash || drawn > most) {
        return None;
    }
    let rest = &line[len..];
    let mut body = rest.trim_start();
    let mut len = len;
    if style == MarkerStyle::Dash && rest.len() > body.len() {
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
    if next.is_none() && first != '*' && style != MarkerStyle::Bullet && style != MarkerStyle::Dash
    {
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
    let readings = vec![Reading { style, value: Vec::new(), damaged: doubtful }];
    Some(Candidate { len, text, sign: ' ', firm, readings })
}

/// The structural words and what they open.
const WORDS: [(&str, MarkerStyle); 5] = [
    ("tieumuc", MarkerStyle::Subdivision),
    ("chuong", MarkerStyle::Chapter),
    ("phan", MarkerStyle::Part),
    ("dieu", MarkerStyle::Article),
    ("muc", MarkerStyle::Division),
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
    let (style, at) = WORDS
        .iter()
        .find_map(|(key, style)| Some((style.clone(), starts_with_skeleton(line, key)?)))?;
    let rest = line[at..].trim_start();
    let start = line.len() - rest.len();
    let body: usize =
        rest.chars().take_while(|c| crate::lexicon::is_word(*c)).map(char::len_utf8).sum();
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
    } else if matches!(figure, "L" | "l" | "|") && style == MarkerStyle::Article {
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
    let readings = vec![Reading { style: style.clone(), value: vec![value], damaged: damage }];
    let candidate = finish(line, end, &['.', ':', '-', ')'], true, readings)?;
    // "Mục 2 Phần II của Kế hoạch", "Điều 5 Nghị định": a reference, not a unit.
    let alone = candidate.text >= line.len();
    let upper = line[..at].chars().all(|c| !c.is_lowercase());
    (alone || candidate.sign != ' ' || (upper && style != MarkerStyle::Article))
        .then_some(candidate)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Line, marker, style and value of its first reading.
    const MARKERS: &[(&str, &str, MarkerStyle, &[u32])] = &[
        ("I. MỤC ĐÍCH", "I.", MarkerStyle::UpperRoman, &[1]),
        ("IV- TỔ CHỨC", "IV-", MarkerStyle::UpperRoman, &[4]),
        ("XIX/ CUỐI", "XIX/", MarkerStyle::UpperRoman, &[19]),
        ("A. PHẦN CHUNG", "A.", MarkerStyle::UpperLetter, &[1]),
        ("1. Mục đích", "1.", MarkerStyle::Decimal, &[1]),
        ("12) Sở", "12)", MarkerStyle::Decimal, &[12]),
        ("1.Mục đích", "1.", MarkerStyle::Decimal, &[1]),
        ("3/ Kinh phí", "3/", MarkerStyle::Decimal, &[3]),
        ("2- Yêu cầu", "2-", MarkerStyle::Decimal, &[2]),
        ("1.", "1.", MarkerStyle::Decimal, &[1]),
        ("1.2. Nội dung", "1.2.", MarkerStyle::MultilevelDecimal, &[1, 2]),
        ("6.1 Văn phòng", "6.1", MarkerStyle::MultilevelDecimal, &[6, 1]),
        ("1.2.3.4. Nội dung", "1.2.3.4.", MarkerStyle::MultilevelDecimal, &[1, 2, 3, 4]),
        ("a) Sở", "a)", MarkerStyle::LowerLetter, &[1]),
        ("đ) Sở", "đ)", MarkerStyle::LowerLetter, &[5]),
        ("a. Sở", "a.", MarkerStyle::LowerLetter, &[1]),
        ("k) Sở", "k)", MarkerStyle::LowerLetter, &[10]),
        ("ii) Sở", "ii)", MarkerStyle::LowerRoman, &[2]),
        ("(1) Sở", "(1)", MarkerStyle::ParenthesizedDecimal, &[1]),
        ("(a) Sở", "(a)", MarkerStyle::ParenthesizedLetter, &[1]),
        ("- Sở", "-", MarkerStyle::Dash, &[]),
        ("–Sở", "–", MarkerStyle::Dash, &[]),
        ("+ Sở", "+", MarkerStyle::Plus, &[]),
        ("* Sở", "*", MarkerStyle::Asterisk, &[]),
        ("\u{f0b7} Sở", "\u{f0b7}", MarkerStyle::Bullet, &[]),
        ("• Sở", "•", MarkerStyle::Bullet, &[]),
        ("Điều 5. Hiệu lực", "Điều 5.", MarkerStyle::Article, &[5]),
        ("ĐIỀU 5: Hiệu lực", "ĐIỀU 5:", MarkerStyle::Article, &[5]),
        ("Chương II", "Chương II", MarkerStyle::Chapter, &[2]),
        ("Phần thứ nhất", "Phần thứ nhất", MarkerStyle::Part, &[1]),
        ("PHẦN I. MỤC TIÊU", "PHẦN I.", MarkerStyle::Part, &[1]),
        ("Mục 1", "Mục 1", MarkerStyle::Division, &[1]),
        ("ll. NỘI DUNG", "ll.", MarkerStyle::Decimal, &[11]),
        ("HI. TỔ CHỨC", "HI.", MarkerStyle::UpperRoman, &[3]),
        ("._ Lập danh sách", "._", MarkerStyle::Dash, &[]),
        ("—- Để bảo đảm", "—-", MarkerStyle::Dash, &[]),
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
            let first = &candidate.readings[0];
            let any = candidate.readings.iter().any(|r| r.style == *style && r.value == *value);
            assert!(any, "{line:?} reads as {first:?}");
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
        let styles = |line| -> Vec<_> {
            marker(line)
                .map(|c| c.readings)
                .unwrap_or_default()
                .into_iter()
                .map(|r| r.style)
                .collect()
        };
        assert_eq!(
            styles("i) Sở"),
            [
                MarkerStyle::LowerRoman,
                MarkerStyle::LowerLetter,
                MarkerStyle::Decimal,
                MarkerStyle::UpperRoman
            ]
        );
        assert_eq!(styles("C. Sở"), [MarkerStyle::UpperLetter]);
        assert_eq!(styles("V. Sở"), [MarkerStyle::UpperRoman, MarkerStyle::UpperLetter]);
        assert_eq!(
            styles("I. Sở"),
            [MarkerStyle::UpperRoman, MarkerStyle::Decimal, MarkerStyle::UpperLetter]
        );
    }
}
