//! Markers at a line start: "II.", "1.2.", "a)", "-", "Điều 5." and what they may mean.

mod bullet;
mod numbered;
mod numeral;
mod worded;

use self::bullet::{bullet, round_bullet};
use self::numbered::{decimal, lower, parenthesized, unsigned, upper};
pub(crate) use self::numbered::{misprinted_figure, unsigned_figure};
pub(crate) use self::numeral::{ROMAN, roman_value};
use self::worded::word;
use super::family::Family;
use super::reading::{Reading, Readings, Value};
use crate::lexicon::{is_dash, is_upper};

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

impl Candidate {
    /// Whether it is a figure with a sign behind it.
    pub(crate) fn is_figure(&self) -> bool {
        let family = self.readings.first().family;
        matches!(family, Family::Decimal | Family::Multilevel | Family::UpperRoman)
    }

    /// Whether it is a figure whose sign is lost.
    pub(crate) fn is_unsigned(&self) -> bool {
        self.sign == ' ' && self.readings.first().family == Family::Decimal
    }
}

/// The marker a line begins with, if it begins with one; a trace of a scanner may stand before it.
pub(crate) fn marker(line: &str) -> Option<Candidate> {
    if let Some(rest) =
        line.strip_prefix(['|', '\'', '`', '^', '~', '¦']).and_then(|rest| rest.strip_prefix(' '))
        && !rest.contains('|')
        && rest.starts_with(|c: char| c.is_ascii_alphanumeric())
        && let Some(found) = bare_marker(rest).filter(|found| found.firm && found.sign != ' ')
    {
        let before = line.len() - rest.len();
        let readings = found.readings.spoilt();
        return Some(Candidate {
            len: found.len + before,
            text: found.text + before,
            readings,
            ..found
        });
    }
    bare_marker(line)
}

fn bare_marker(line: &str) -> Option<Candidate> {
    let first = line.chars().next()?;
    match first {
        // "1V.", "lX."
        '1' | 'l' if line[1..].starts_with(['I', 'V', 'X']) => upper(line),
        '0'..='9' => decimal(line),
        '(' => parenthesized(line),
        'o' => round_bullet(line).or_else(|| lower(line)),
        'a'..='z' | 'đ' => lower(line).or_else(|| unsigned(line)),
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
        'A'..='Z' | 'Đ' | '|' | '!' | 'Ì' | 'Í' | 'Ĩ' | 'Ỉ' | 'Ị' => {
            word(line).or_else(|| upper(line)).or_else(|| unsigned(line))
        }
        // "á)"
        'à' | 'á' | 'ả' | 'ã' | 'ạ' | 'é' | 'è' | 'ẻ' | 'ẽ' | 'ẹ' | 'ì' | 'í' => {
            lower(line)
        }
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
        // "l. MỤC ĐÍCH": a damaged one over a heading in capitals.
        let one = candidate.sign == '.' && is_upper(&line[candidate.text..]);
        let any_one =
            one && candidate.readings.iter().any(|r| r.damaged && r.value.last() == Some(1));
        candidate.firm && written && (!reading.damaged && (worded || first) || any_one)
    })
}

/// The length of what looks like the marker of an item, though no figure or letter can be read in it:
/// "S. Sở Xây dựng", "§. Sở", "3? Sở", "Z.3. Sở", "lb) Sở". Letters alone are abbreviations: "TP. Hồ Chí Minh".
pub(crate) fn illegible(line: &str) -> Option<usize> {
    if let Some(len) = spoilt_levels(line) {
        return Some(len);
    }
    let len = line.char_indices().take(MOST_SIGNS + 1).find(|(_, c)| matches!(c, '.' | ')'))?.0;
    let mut behind = line[len + 1..].chars();
    let item = behind.next() == Some(' ') && behind.next().is_some_and(char::is_uppercase);
    let head = line[..len].trim_end();
    let figure = matches!(head, "S" | "B" | "Z");
    let sign = |c: char| {
        !(c.is_alphanumeric() || c.is_whitespace() || matches!(c, '.' | '-' | '+' | '*' | '('))
    };
    // A stroke of the scanner before a letter.
    let letter = head.strip_prefix(['l', 'I']).filter(|_| line[len..].starts_with(')'));
    let stroke = letter.is_some_and(|letter| numeral::letter_value(letter).is_some());
    let mixed = head.contains(char::is_alphabetic) && head.contains(|c: char| c.is_ascii_digit());
    let odd = figure || stroke || mixed || head.contains(sign);
    (item && odd && !head.contains(' ')).then_some(len + 1)
}

/// "Z.3. Sở", "S.1.2. Sở": levels of which the first is no figure. Other letters number parts: "B.1. Sở".
fn spoilt_levels(line: &str) -> Option<usize> {
    let rest = line.strip_prefix(['Z', 'S']).filter(|rest| rest.starts_with('.'))?;
    let len = rest.find(|c: char| !c.is_ascii_digit() && c != '.')?;
    let levels = rest[..len].trim_matches('.');
    let item = rest[len..].strip_prefix(' ')?.starts_with(char::is_uppercase);
    let short = levels.split('.').all(|level| (1..3).contains(&level.len()));
    (item && short && !rest.starts_with("..")).then_some(1 + len)
}

/// Whether a sign stands for a parenthesis in a scan, and elsewhere for itself: "b]", "b›".
fn is_misread_parenthesis(c: char) -> bool {
    matches!(c, ']' | '›' | '>')
}

/// Signs of a marker before its point.
const MOST_SIGNS: usize = 3;

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
    let mut printed = rest.chars().next().unwrap_or(' ');
    // "2~.", "b')", "3 .", "A . MỤC ĐÍCH": a trace of a scanner stands before the sign.
    let behind = rest.chars().nth(1).unwrap_or(' ');
    let traced = matches!(printed, '~' | '\'' | '`' | '^' | '|') && signs.contains(&behind)
        || (printed, behind) == (' ', ')')
        || !bare && (printed, behind) == (' ', '.') && !rest[2..].starts_with('.');
    let body = if traced { body + 1 } else { body };
    printed = if traced { behind } else { printed };
    // "a}", "b]", "b›"
    let brace = (printed == '}' || is_misread_parenthesis(printed)) && signs.contains(&')');
    let readings = if traced || brace { readings.spoilt() } else { readings };
    let sign = if brace { ')' } else { printed };
    let sign = if is_dash(sign) { '-' } else { sign };
    let (mut len, sign) = if signs.contains(&sign) {
        (body + printed.len_utf8(), sign)
    } else if bare && (rest.is_empty() || sign == ' ' || sign == '\t') {
        (body, ' ')
    } else {
        return None;
    };
    // "a.)", "1).": a second sign belongs to the marker.
    let second = line[len..].chars().next().unwrap_or(' ');
    let spotted = (sign, second) == ('.', ',') && line[len + 1..].starts_with(' ');
    if matches!((sign, second), ('.', ')') | (')', '.')) || spotted {
        len += 1;
    } else if matches!(sign, '.' | ':' | '/' | ')') && is_dash(second) {
        // "Điều 2.- Sở", "1.- Nội dung": the habit of decisions before 2000.
        let behind = line[len + second.len_utf8()..].chars().next();
        let item = behind.is_some_and(|c| c == ' ' || c.is_uppercase());
        len += if item { second.len_utf8() } else { 0 };
    }
    let behind = &line[len..];
    let text = len + (behind.len() - behind.trim_start().len());
    let next = line[text..].chars().next();
    // A date, a fraction, a sum of money: the sign is followed by a figure at once.
    if text == len && next.is_some_and(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | '/' | '%'))
    {
        return None;
    }
    // "V/v", "V/V", "T/M", "1-a": a word goes on behind the sign.
    let capital = |c: char| c.is_ascii_uppercase();
    let shortened = || {
        let mut behind = line[text..].chars();
        line[..body].chars().all(capital)
            && behind.next().is_some_and(capital)
            && !behind.next().is_some_and(char::is_alphanumeric)
    };
    let goes_on = matches!(sign, '/' | '-') && next.is_some_and(char::is_lowercase);
    if text == len && (goes_on || sign == '/' && shortened()) {
        return None;
    }
    let firm = next.is_none_or(begins_an_item);
    Some(Candidate { len, text, sign, firm, readings })
}

fn begins_an_item(c: char) -> bool {
    c.is_uppercase() || c.is_ascii_digit() || matches!(c, '“' | '"' | '\'' | '‘' | '(' | '[' | '«')
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
        ("o Sở", "o", Family::Bullet, &[]),
        ("o) Sở", "o)", Family::LowerLetter, &[14]),
        ("Điều 5. Hiệu lực", "Điều 5.", Family::Article, &[5]),
        ("Điều 5.- Hiệu lực", "Điều 5.-", Family::Article, &[5]),
        ("Điều 5. - Hiệu lực", "Điều 5. -", Family::Article, &[5]),
        ("Điều 5:-Hiệu lực", "Điều 5:-", Family::Article, &[5]),
        ("Điều 5 : Hiệu lực", "Điều 5 :", Family::Article, &[5]),
        ("Điều 5 .- Hiệu lực", "Điều 5 .-", Family::Article, &[5]),
        ("1.- Nội dung", "1.-", Family::Decimal, &[1]),
        ("I.– MỤC ĐÍCH", "I.–", Family::UpperRoman, &[1]),
        ("1. - Nội dung", "1.", Family::Decimal, &[1]),
        ("ĐIỀU 5: Hiệu lực", "ĐIỀU 5:", Family::Article, &[5]),
        ("Chương II", "Chương II", Family::Chapter, &[2]),
        ("Phần thứ nhất", "Phần thứ nhất", Family::Part, &[1]),
        ("PHẦN I. MỤC TIÊU", "PHẦN I.", Family::Part, &[1]),
        ("Mục 1", "Mục 1", Family::Division, &[1]),
        ("ll. NỘI DUNG", "ll.", Family::Decimal, &[11]),
        ("HI. TỔ CHỨC", "HI.", Family::UpperRoman, &[3]),
        ("._ Lập danh sách", "._", Family::Dash, &[]),
        ("—- Để bảo đảm", "—-", Family::Dash, &[]),
        ("b} Sở", "b}", Family::LowerLetter, &[2]),
        ("2~. Sở", "2~.", Family::Decimal, &[2]),
        ("3 . Sở", "3 .", Family::Decimal, &[3]),
        ("A . MỤC ĐÍCH", "A .", Family::UpperLetter, &[1]),
        ("II . NỘI DUNG", "II .", Family::UpperRoman, &[2]),
        ("2.l. Phân loại", "2.l.", Family::Multilevel, &[2, 1]),
        ("l.2. Phân loại", "l.2.", Family::Multilevel, &[1, 2]),
        ("1.2, Phân loại", "1.2,", Family::Multilevel, &[1, 2]),
        ("llI. NỘI DUNG", "llI.", Family::Decimal, &[11]),
        ("lV. TỔ CHỨC", "lV.", Family::UpperRoman, &[4]),
        ("Iv. TỔ CHỨC", "Iv.", Family::UpperRoman, &[4]),
        ("1V. TỔ CHỨC", "1V.", Family::UpperRoman, &[4]),
        ("| 2. Yêu cầu", "| 2.", Family::Decimal, &[2]),
        ("~ 4. Ủy ban", "~ 4.", Family::Decimal, &[4]),
        ("' b) Phát", "' b)", Family::LowerLetter, &[2]),
        ("| III. TỔ CHỨC", "| III.", Family::UpperRoman, &[3]),
        ("W. TỔ CHỨC", "W.", Family::UpperRoman, &[4]),
        ("|. Mục đích", "|.", Family::Decimal, &[1]),
        ("b Kiểm kê", "b", Family::LowerLetter, &[2]),
        ("II NỘI DUNG", "II", Family::UpperRoman, &[2]),
        ("b') Sở", "b')", Family::LowerLetter, &[2]),
        ("b ) Sở", "b )", Family::LowerLetter, &[2]),
        ("á) Sở", "á)", Family::LowerLetter, &[1]),
        ("3, Sở", "3,", Family::Decimal, &[3]),
        ("3., Sở", "3.,", Family::Decimal, &[3]),
        ("2_ Yêu cầu", "2_", Family::Decimal, &[2]),
        ("2· Yêu cầu", "2·", Family::Decimal, &[2]),
        ("4 Ủy ban nhân dân", "4", Family::Decimal, &[4]),
        ("Ì. MỤC ĐÍCH", "Ì.", Family::UpperRoman, &[1]),
        ("IÌI. ĐỐI TƯỢNG", "IÌI.", Family::UpperRoman, &[3]),
        ("Điều3. Hiệu lực", "Điều3.", Family::Article, &[3]),
        ("A/MỤC ĐÍCH", "A/", Family::UpperLetter, &[1]),
        ("I/Ý NGHĨA", "I/", Family::UpperRoman, &[1]),
    ];

    /// Lines that begin with no marker.
    const PLAIN: &[&str] = &[
        "2020 trình",
        "2~3 người",
        "3, 4 và 5",
        "1.2, sau đó",
        "l.5 triệu",
        "3_ ngày",
        "4 người",
        "Iv là",
        "Xvii là",
        "4 Sở Y tế chủ trì, tổng hợp kết quả.",
        "1 Mục đích",
        "3 ... người",
        "| 2. Yêu cầu | 3",
        "| 5 người",
        "1,",
        "l,",
        "b và c",
        "a Kiểm",
        "II là",
        "1V là",
        "3,5 ha",
        "3, trong đó",
        "á, Sở",
        "Điềukiện 3. áp dụng",
        "b' Sở} và",
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
        "Điều 5 - Nghị định số",
        "Điều 5 ... Nghị định",
        "Mục 2 Phần II của",
        "Phần lớn",
        "Chương trình hành động",
        "Mục tiêu",
        "-5 độ",
        "o trong việc này",
        "oSở",
        "o",
        "...",
        "(sau đây",
        "ban hành",
        "SỞ Y TẾ",
        "UBND tỉnh",
        "T/M ĐOÀN CHỦ TỊCH",
        "T/L BAN THƯỜNG VỤ",
        "K/T TRƯỞNG BAN",
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
    fn other_signs_for_a_parenthesis() {
        for (line, value) in [("a} Sở", 1), ("b] Sở", 2), ("b› Sở", 2), ("c> Sở", 3)] {
            let candidate = marker(line).expect(line);
            let reading = candidate.readings.first();
            assert_eq!((reading.value.last(), candidate.sign), (Some(value), ')'), "{line}");
            assert!(reading.damaged, "{line}");
        }
        for line in ["b] sở", "x > 5", "c>d", "abc] Sở", "[b] Sở"] {
            assert_eq!(marker(line), None, "{line}");
        }
    }

    #[test]
    fn illegible_ones() {
        for (line, want) in [
            ("S. Sở Xây dựng", Some("S.")),
            ("§. Sở Xây dựng", Some("§.")),
            ("3?) Sở Xây dựng", Some("3?)")),
            ("2ô. Sở Xây dựng", Some("2ô.")),
            ("Z.3. Sở Xây dựng", Some("Z.3.")),
            ("S.1.2 Sở Xây dựng", Some("S.1.2")),
            ("lb) Sở Xây dựng", Some("lb)")),
            ("B.1. Sở Xây dựng", None),
            ("Z.3 triệu", None),
            ("S.2024. Sở", None),
            ("ab) Sở Xây dựng", None),
            ("lb. Sở Xây dựng", None),
            ("TP. Hồ Chí Minh", None),
            ("Q. Bình Thạnh", None),
            ("S. sở", None),
            ("§ 5. Sở", None),
            ("Sở Y tế", None),
        ] {
            assert_eq!(illegible(line).map(|len| &line[..len]), want, "{line}");
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
