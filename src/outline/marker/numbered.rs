//! Markers of figures and letters: "1.2.", "IV.", "a)", "(i)".

use super::numeral::{ROMAN, damaged_roman, letter_value, roman_value, upper_letter_value};
use super::{Candidate, begins_an_item, damaged, finish, is_misread_parenthesis, reading};
use crate::lexicon::{fold, is_dash};
use crate::outline::family::Family;
use crate::outline::reading::{Reading, Readings, Value};

/// Highest value of a decimal marker: a plan has no thousand items, but it has years.
const MAX_DECIMAL: u16 = 299;

/// What a scanner makes of the point behind a figure.
const SPOILT_SIGNS: [char; 4] = [',', '_', '·', ';'];

/// `decimal = digit{1,3} { "." digit{1,2} } [ "." | ")" | "/" | "-" | ":" ]`
pub(super) fn decimal(line: &str) -> Option<Candidate> {
    let bytes = line.as_bytes();
    let mut value = Value::default();
    let mut at = 0;
    let mut spoilt = false;
    loop {
        let digits = bytes[at..].iter().take_while(|b| b.is_ascii_digit()).count();
        // "2.l. Phân loại": a one behind figures.
        if at > 0 && digits == 0 {
            value.push(1)?;
            (at, spoilt) = (at + 1, true);
            break;
        }
        // "3.000.000 đồng", "1.500 người": figures in groups of three.
        if digits == 0 || digits > 3 || at > 0 && digits > 2 {
            return None;
        }
        let level = bytes[at..at + digits].iter().fold(0, |n, b| n * 10 + u16::from(b - b'0'));
        value.push(level)?;
        at += digits;
        let next = |behind: usize| bytes.get(at + behind).copied().unwrap_or(b' ');
        let one = matches!((next(1), next(2)), (b'l' | b'I', b'.')) && next(3) == b' ';
        if next(0) != b'.' || !(next(1).is_ascii_digit() || one) {
            break;
        }
        at += 1;
    }
    let &[ordinal] = value.levels() else {
        let readings = Readings::of(Reading { family: Family::Multilevel, value, damaged: spoilt });
        // "1.2, Cây ăn quả" of a scan
        if line[at..].strip_prefix(", ").is_some_and(|rest| rest.starts_with(char::is_uppercase)) {
            return finish(line, at, &[','], false, readings.spoilt());
        }
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
    if let Some(rest) =
        line[at..].strip_prefix(SPOILT_SIGNS).and_then(|rest| rest.strip_prefix(' '))
    {
        // "3, Sở …", "3_ Sở …" of a scan; behind a figure it is one of several.
        let item = rest.starts_with(char::is_uppercase);
        return if item { finish(line, at, &SPOILT_SIGNS, false, readings.spoilt()) } else { None };
    }
    if let Some(found) = unsigned_figure(line).filter(|_| is_title(line)) {
        return Some(found);
    }
    finish(line, at, &['.', ')', '/', '-', ':'], false, readings)
        .filter(|candidate| candidate.sign != ':' || candidate.firm)
}

/// `unsigned-figure = digit{1,2} " "`: a scanner has lost the sign of "4. Sở Y tế". A first item is none: footnotes
/// and rows of tables begin so. Of these only titles are markers; sentences look like one.
pub(crate) fn unsigned_figure(line: &str) -> Option<Candidate> {
    let at = line.bytes().take(3).take_while(u8::is_ascii_digit).count();
    let ordinal: u32 = line.get(..at)?.parse().ok().filter(|value| (2..100).contains(value))?;
    line[at..].strip_prefix(' ').filter(|rest| rest.starts_with(char::is_uppercase))?;
    finish(line, at, &[], true, Readings::of(damaged(Family::Decimal, ordinal)))
}

/// Signs that scanners make of the one behind a figure: "2~ Yêu cầu".
const MISPRINTS: &[char] =
    &['~', '*', '\'', '`', '^', '¬', '=', '?', '!', ';', '°', '"', '”', '|', '#', '»', '«'];

/// `misprinted-figure = digit{1,2} misprint " "`: in the place of an item it looks like one.
pub(crate) fn misprinted_figure(line: &str) -> Option<Candidate> {
    let at = line.bytes().take(3).take_while(u8::is_ascii_digit).count();
    let ordinal: u32 = line.get(..at)?.parse().ok().filter(|value| (2..100).contains(value))?;
    let sign = line[at..].chars().next().filter(|sign| MISPRINTS.contains(sign))?;
    let rest = line[at + sign.len_utf8()..].strip_prefix(' ')?;
    if !rest.starts_with(char::is_uppercase) {
        return None;
    }
    finish(line, at, &[sign], false, Readings::of(damaged(Family::Decimal, ordinal)))
}

/// Whether a line may be the title of a unit and not a sentence.
fn is_title(line: &str) -> bool {
    line.chars().count() <= TITLE_LETTERS && !line.ends_with('.')
}

/// Letters of a title on one line.
const TITLE_LETTERS: usize = 80;

/// `parenthesized = "(" ( digit{1,2} | letter | roman ) ")"`
pub(super) fn parenthesized(line: &str) -> Option<Candidate> {
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
    if readings.is_empty() {
        return None;
    }
    let text = close + 1 + (line[close + 1..].len() - line[close + 1..].trim_start().len());
    let firm = line[text..].chars().next().is_none_or(begins_an_item);
    Some(Candidate { len: close + 1, text, sign: ')', firm, readings })
}

/// `lower = ( letter | roman ) ( ")" | "." | "/" )`
pub(super) fn lower(line: &str) -> Option<Candidate> {
    // Most lines that begin with a small letter go on with a sentence.
    let mut signs = line.char_indices().take_while(|(at, _)| *at < MAX_FIGURE);
    let ends = |c: char| matches!(c, ')' | '}' | '.' | '/' | ',') || is_misread_parenthesis(c);
    let (body, sign) = signs.find(|(_, c)| ends(*c))?;
    // "l.2. Phân loại": a one before figures.
    if line.starts_with("l.") && line.as_bytes().get(2).is_some_and(u8::is_ascii_digit) {
        let figures = decimal(&line.replacen('l', "1", 1)).filter(|figures| figures.firm)?;
        return Some(Candidate { readings: figures.readings.spoilt(), ..figures });
    }
    if sign == ',' {
        return comma(line, body);
    }
    let word = line.get(..body)?.trim_end_matches(['\'', '`', '~', ' ']);
    let body = word.len();
    let mut readings = Readings::NONE;
    if let Some(value) = roman_value(word, 'i', 'v', 'x') {
        readings.push(reading(Family::LowerRoman, value));
    }
    if let Some(value) = letter_value(word) {
        readings.push(reading(Family::LowerLetter, value));
    } else if let Some(value) = toned_letter(word).filter(|_| line[body..].starts_with(')')) {
        readings.push(damaged(Family::LowerLetter, value));
    }
    if !word.is_empty() && word.bytes().all(|b| matches!(b, b'l' | b'i' | b'I')) && word.len() <= 3
    {
        readings.push(damaged(Family::Decimal, if word.len() == 1 { 1 } else { 11 }));
        readings.push(damaged(Family::UpperRoman, word.len() as u32));
    }
    if readings.is_empty() {
        return None;
    }
    let candidate = finish(line, body, &[')', '.', '/'], false, readings)?;
    // "a." within a sentence is rare, "l. Mục" of a damaged "1." is not; both need an item behind.
    let sure = candidate.sign == ')' && !is_misread_parenthesis(sign);
    (sure || candidate.firm).then_some(candidate)
}

/// `comma = letter "," " "`: "a, Thời gian", with what an item begins with behind it.
fn comma(line: &str, body: usize) -> Option<Candidate> {
    let value = letter_value(&line[..body])?;
    let item = line[body + 1..].strip_prefix(' ')?.starts_with(char::is_uppercase);
    let readings = Readings::of(damaged(Family::LowerLetter, value));
    if item { finish(line, body, &[','], false, readings) } else { None }
}

/// `unsigned = ( letter | roman ) " "`: a scanner has lost the sign of "b) Cơ quan" or "II. NỘI DUNG". It is no word
/// where the line goes on with a capital, or in capitals.
pub(super) fn unsigned(line: &str) -> Option<Candidate> {
    let body = line.bytes().take(MAX_FIGURE).position(|b| b == b' ')?;
    let (word, rest) = line.split_at(body);
    let mut letters = rest.trim_start().chars();
    let capital = letters.next().is_some_and(char::is_uppercase);
    let reading = if let Some(value) = letter_value(word) {
        let item = letters.next().is_some_and(char::is_lowercase);
        (item && value > 1).then(|| damaged(Family::LowerLetter, value))
    } else {
        let heading = !letters.any(char::is_lowercase);
        roman_value(word, 'I', 'V', 'X')
            .filter(|_| heading)
            .map(|value| damaged(Family::UpperRoman, value))
    };
    finish(line, body, &[], true, Readings::of(reading.filter(|_| capital)?))
}

/// The value of a letter to which a scanner gave a tone: "á" for "a".
fn toned_letter(word: &str) -> Option<u32> {
    let mut letters = word.chars();
    let (letter, None) = (fold(letters.next()?)?, letters.next()) else { return None };
    letter_value(char::from(letter).encode_utf8(&mut [0; 4]))
}

/// Most letters of a roman figure and its sign.
const MAX_FIGURE: usize = 7;

/// `upper = ( roman | letter ) ( "." | ")" | "/" | "-" | ":" )`, and damaged roman figures.
pub(super) fn upper(line: &str) -> Option<Candidate> {
    // Most lines that begin with a capital go on with a word.
    let figures =
        matches!(line.as_bytes(), [b'I' | b'V' | b'X', b'v' | b'x', b'.' | b'i' | b'I' | b' ', ..]);
    if !figures && matches!(line.as_bytes(), [_, b'a'..=b'k' | b'm'..=b'z', ..]) {
        return None;
    }
    let is_sign = |c: char| matches!(c, '.' | ')' | '/' | ':' | ',') || is_dash(c);
    let sign = line.char_indices().take(MAX_FIGURE).find(|(_, c)| is_sign(*c))?.0;
    let word = line.get(..sign)?;
    // "A . MỤC ĐÍCH"
    let gap = line[sign..].starts_with(". ").then(|| word.strip_suffix(' ')).flatten();
    let word = gap.unwrap_or(word);
    let body = word.len();
    let figure = |c: char| {
        c.is_ascii_uppercase()
            || figures && matches!(c, 'i' | 'v' | 'x')
            || matches!(c, 'Đ' | 'l' | '|' | '!' | '1' | 'Ì' | 'Í' | 'Ĩ' | 'Ỉ' | 'Ị')
    };
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
        if matches!(word, "|" | "!") {
            readings.push(damaged(Family::Decimal, 1));
        }
    }
    if let Some(value) = upper_letter_value(word) {
        readings.push(reading(Family::UpperLetter, value));
    }
    if readings.is_empty() {
        return None;
    }
    let spoilt = readings.first().damaged;
    let candidate = finish(line, body, &['.', ')', '/', '-', ':', ','], false, readings)?;
    (candidate.firm && (candidate.sign != ',' || spoilt || body > 1)).then_some(candidate)
}
