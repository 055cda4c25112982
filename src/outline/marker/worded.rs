//! Markers that begin with a word: "Chương II", "Điều 5.", "Phần thứ nhất".

use super::numeral::roman_value;
use super::{Candidate, finish, reading};
use crate::lexicon::{exact_prefix, fold, is_dash, is_word, starts_with_skeleton};
use crate::outline::family::Family;
use crate::outline::reading::{Reading, Readings};

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

/// Bytes of the structural word that a line opens with; a scanner may have glued its figure to it.
fn opens(line: &str, key: &str) -> Option<usize> {
    starts_with_skeleton(line, key).or_else(|| {
        let len = exact_prefix(line, key)?;
        line[len..].starts_with(|c: char| c.is_ascii_digit()).then_some(len)
    })
}

/// Behind the blank that stands before a sign: "Điều 1 : Sở".
fn behind_gap(line: &str, end: usize) -> usize {
    let mut signs = line[end..].chars();
    let signed = signs.next() == Some(' ')
        && matches!(signs.next(), Some('.' | ':'))
        && signs.next().is_none_or(|c| c == ' ' || is_dash(c));
    end + usize::from(signed)
}

/// `word = ( "Phần" | "Chương" | "Mục" | "Tiểu mục" | "Điều" ) ( roman | digits | "thứ" ordinal ) [ "." | ":" ]`
pub(super) fn word(line: &str) -> Option<Candidate> {
    // Cheap: the words begin with one of five letters.
    if !line.starts_with(['P', 'C', 'M', 'T', 'Đ', 'D']) {
        return None;
    }
    let second = line.chars().nth(1).and_then(fold)?;
    let (style, at) = WORDS
        .iter()
        .filter(|(key, _)| key.as_bytes()[1] == second)
        .find_map(|(key, style)| Some((*style, opens(line, key)?)))?;
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
    let mut candidate = finish(line, behind_gap(line, end), &['.', ':', '-', ')'], true, readings)?;
    // "Điều 2. - Sở": a dash behind the sign is no item of its own.
    if matches!(candidate.sign, '.' | ':')
        && let Some(dash) = line[candidate.text..].chars().next().filter(|c| is_dash(*c))
        && let Some(rest) = line[candidate.text + dash.len_utf8()..].strip_prefix(' ')
    {
        candidate.len = line.len() - rest.len() - 1;
        candidate.text = line.len() - rest.trim_start().len();
    }
    // "Mục 2 Phần II của Kế hoạch", "Điều 5 Nghị định": a reference, not a unit.
    let alone = candidate.text >= line.len();
    let upper = line[..at].chars().all(|c| !c.is_lowercase());
    (alone || candidate.sign != ' ' || (upper && style != Family::Article)).then_some(candidate)
}
