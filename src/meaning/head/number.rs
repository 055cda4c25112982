//! "Số: 12/KH-UBND": the label, the number beside it, and a number torn over several lines.

use std::ops::Range;

use super::fragment::{Fragment, Role};
use crate::diagnostic::Code;
use crate::document::{Number, Text};
use crate::inline::number::{is_look_alike, is_taken_apart, number};
use crate::layout::{Ledger, Sheet};
use crate::lexicon::issuers::organ_of_code;
use crate::lexicon::types::type_of_code;
use crate::lexicon::{fold, is_dash, is_upper, is_word, starts_with_skeleton};

/// Characters in which a damaged label shows its symbol ("/KH-…"), counted from the label.
const SYMBOL_REACH: usize = 26;

/// Fragments among which the rest of a torn number is looked for: those of one letterhead.
const REST_REACH: usize = 12;

/// Bytes the rest of a torn symbol can have.
const SYMBOL_REST: usize = 32;

/// The first number label of a piece: where it stands and how long it is.
///
/// `label := [ "Luật " ] "Số" [ ":" ]`; in scans also "Só:", "S6:", "sé:", "S:" before a symbol.
pub(super) fn label(text: &str) -> Option<(usize, usize)> {
    let lead = text.len() - text.trim_start_matches(|c: char| !is_word(c)).len();
    let body = &text[lead..];
    if let Some(len) = starts_with_skeleton(body, "luatso") {
        return Some((lead, len + colon(&body[len..])?));
    }
    if let Some(len) = label_here(body) {
        return Some((lead, len));
    }
    // In a joined cell the label follows other words; there it needs its colon.
    text.match_indices('S').filter(|(at, _)| text[..*at].ends_with(' ')).find_map(|(at, _)| {
        let word = &text[at..];
        let len = starts_with_skeleton(word, "so")?;
        (len <= "Số".len()).then_some(())?;
        Some((at, len + colon(&word[len..])?))
    })
}

fn label_here(body: &str) -> Option<usize> {
    let first = body.chars().next()?;
    if !matches!(first, 'S' | 's') {
        return None;
    }
    let word = body.find(|c: char| !is_word(c)).unwrap_or(body.len());
    let is_so = body[..word].chars().count() == 2 && starts_with_skeleton(body, "so").is_some();
    if is_so {
        if let Some(colon) = colon(&body[word..]) {
            return Some(word + colon);
        }
        let rest = body[word..].trim_start_matches([' ', '.', '…', '_', ';', ',']);
        let numbered = rest.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '/' | '-'));
        return (numbered && has_symbol(rest) || rest.is_empty() && first == 'S').then_some(word);
    }
    // Damaged: a word of at most three letters with a colon, or glued to the number.
    if let Some(colon) = colon(&body[word..])
        && body[..word].chars().count() <= 3
        && has_symbol(&body[word + colon..])
    {
        return Some(word + colon);
    }
    let second = body.chars().nth(1)?;
    let glued =
        fold(second) == Some(b'o') && !second.is_ascii() && first_word_is_damaged(&body[..word]);
    let len = first.len_utf8() + second.len_utf8();
    (glued && has_symbol(&body[len..])).then_some(len)
}

/// Whether a word has signs or digits where "số" would end: "sóJ0", "Sóz".
fn first_word_is_damaged(word: &str) -> bool {
    word.chars().skip(2).any(|c| c.is_ascii_digit() || c.is_uppercase())
        || word.chars().count() == 3
}

/// The length of a colon with the blanks before it.
fn colon(text: &str) -> Option<usize> {
    let rest = text.trim_start_matches(' ');
    rest.starts_with(':').then_some(text.len() - rest.len() + 1)
}

/// Whether a separator with a capital behind it stands near: "/KH", "- QĐ".
fn has_symbol(text: &str) -> bool {
    let mut separated = false;
    for c in text.chars().take(SYMBOL_REACH) {
        match c {
            '/' => separated = true,
            dash if is_dash(dash) => separated = true,
            ' ' => {}
            _ if separated && c.is_uppercase() => return true,
            _ => separated = false,
        }
    }
    false
}

/// The number at the start of what follows a label: words up to the end of its symbol.
///
/// `number := { word } symbol { separator word }`; a running number without symbol is a beginning.
pub(super) fn number_piece(text: &str) -> Option<(usize, usize)> {
    let start = text.find(|c: char| {
        !(c.is_whitespace() || matches!(c, '.' | '…' | '_' | ':' | ';' | ',' | '|'))
    })?;
    let body = &text[start..];
    let mut end = 0;
    let mut from = 0;
    while let Some(word) = next_word(body, from) {
        let piece = &body[word.clone()];
        let before = &body[..end];
        let held = closed(before) || before.ends_with(|c| is_dash(c) || matches!(c, '/' | '&'));
        let goes_on =
            end == 0 || if held { joins(body, end, &word) } else { !is_plain_word(piece) };
        // "ỚL /2013/CT-UBND": a damaged number before its separator.
        let damaged = || {
            let rest = body[word.end..].trim_start();
            rest.starts_with(is_separator) && has_symbol(rest) && piece.chars().count() <= 4
        };
        if !goes_on || end == 0 && is_plain_word(piece) && !damaged() {
            break;
        }
        (end, from) = (word.end, word.end);
    }
    let kept = body[..end].trim_end_matches([',', '.', ';', ':', '_']).len();
    (kept > 0).then_some((start, kept))
}

fn next_word(text: &str, from: usize) -> Option<Range<usize>> {
    let start = from + text[from..].find(|c: char| !c.is_whitespace())?;
    let len = text[start..].find(char::is_whitespace).unwrap_or(text.len() - start);
    Some(start..start + len)
}

/// Whether a number has its symbol: a separator, and a capital or letter-and-digit code behind it.
fn closed(text: &str) -> bool {
    let Some(at) = text.find(is_separator) else { return false };
    let symbol = text[at..].chars().any(char::is_uppercase);
    symbol && text.ends_with(|c: char| is_word(c) || c == ')')
}

/// Whether the next word belongs to a closed number: "KH- UBND", "CV - ĐTN", "/TT-BKH".
fn joins(text: &str, end: usize, word: &Range<usize>) -> bool {
    let piece = &text[word.clone()];
    let is_code = |word: &str| {
        !word.is_empty()
            && word.chars().all(|c| c.is_uppercase() || c.is_ascii_digit() || "-–/&".contains(c))
    };
    if text[..end].ends_with(|c| is_dash(c) || matches!(c, '/' | '&')) {
        return piece.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
            && !is_name(piece);
    }
    match piece.strip_prefix(|c| is_dash(c) || matches!(c, '/' | '&')) {
        Some("") => next_word(text, word.end).is_some_and(|next| {
            let next = text[next].trim_end_matches([',', '.']);
            is_code(next) && next.chars().count() >= 2
        }),
        Some(rest) => rest.starts_with(char::is_uppercase),
        None if is_torn_code(&text[..end], piece) => true,
        None => {
            wants_organ(&text[..end]) && organ_of_code(piece).is_some() && {
                // "Số: 12/KH UBND XÃ …": a name begins.
                let next = next_word(text, word.end).map_or("", |next| &text[next]);
                !(next.chars().nth(1).is_some() && is_upper(next))
            }
        }
    }
}

/// Whether a word goes on with the code whose first letter ends a number: "46/K" and "H-SCT".
fn is_torn_code(number: &str, word: &str) -> bool {
    let code = number.rsplit(['/', '-']).next().unwrap_or_default();
    let (letters, organ) = word.split_once('-').unwrap_or_default();
    code.chars().count() == 1
        && code.chars().all(char::is_uppercase)
        && type_of_code(&format!("{code}{letters}")).is_some()
        && organ.starts_with(char::is_uppercase)
}

/// Whether a number ends with its type, behind which the organ must stand: "47/KH".
fn wants_organ(number: &str) -> bool {
    let code = number.rsplit(['/', '-']).next().unwrap_or_default();
    code.chars().nth(1).is_some() && type_of_code(code).is_some()
}

/// A capitalised word in lower case: "Hà", but not "TTra" of a symbol.
fn is_name(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase)
        && letters.next().is_some_and(char::is_lowercase)
        && letters.all(|c| c.is_lowercase() || c == ',')
}

/// A word of running text: it begins the place, and no number.
fn is_plain_word(word: &str) -> bool {
    let word = word.trim_end_matches([',', '.']);
    word.chars().all(char::is_alphabetic) && word.chars().skip(1).any(char::is_lowercase)
        || word.chars().all(char::is_alphabetic) && word.chars().count() >= 2
}

/// Whether a fragment is the number itself or its rest: "542", "/TB-UBND", "7360/KH-UBND".
fn is_number_rest(text: &str) -> bool {
    let Some((at, len)) = number_piece(text) else { return false };
    let text = text.trim();
    at + len >= text.trim_end_matches(['.', ',']).len()
        && (text.starts_with(|c: char| c.is_ascii_digit())
            || text.starts_with(is_separator) && has_symbol(text))
        && (closed(text) || text.bytes().all(|b| b.is_ascii_digit()))
}

/// Whether a fragment begins a number that is torn behind a separator: "2820/QĐ-", "57/".
fn is_open_number(text: &str) -> bool {
    let bare = text.trim_end_matches(is_separator);
    bare.len() < text.len()
        && text.len() <= SYMBOL_REST
        && text.starts_with(|c: char| c.is_ascii_digit())
        && bare
            .split(is_separator)
            .all(|code| code.bytes().all(|byte| byte.is_ascii_digit()) || is_abbreviation(code))
}

/// Whether a fragment is the rest of a symbol torn at its separator: "UBND" behind "12/KH-".
fn is_symbol_rest(read: &str, text: &str) -> bool {
    read.contains(char::is_uppercase) && read.ends_with(is_separator) && is_symbol(text)
}

/// Whether a fragment is the whole symbol behind a running number and its stroke: "KH-UBND" behind "165/", also with or
/// behind the year: "2025/NĐ-CP".
fn is_whole_symbol(read: &str, text: &str) -> bool {
    let figures = read.trim_end().trim_end_matches(is_separator);
    let counts = |c: char| c.is_ascii_digit() || c == '/' || c == ' ';
    let year = |year: &str| year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit());
    let dated = text.split_once('/').filter(|(first, _)| year(first.trim_end()));
    let symbol = dated.map_or(text, |(_, symbol)| symbol.trim_start());
    let whole = symbol.contains(is_separator) || symbol.starts_with("QH");
    figures.starts_with(|c: char| c.is_ascii_digit())
        && figures.len() < read.len()
        && figures.chars().all(counts)
        && whole
        && is_symbol(symbol)
}

/// Whether a fragment consists of abbreviations and the signs between them.
fn is_symbol(text: &str) -> bool {
    text.len() <= SYMBOL_REST && text.split(is_separator).all(is_abbreviation)
}

/// Whether a word is an abbreviation: "UBND", "TTr", "GDTrH", but no name.
fn is_abbreviation(word: &str) -> bool {
    let capitals = word.chars().filter(|c| c.is_uppercase()).count();
    let letters = word.chars().all(|c| c.is_alphanumeric() || c == '&');
    letters && is_code(word) && word.starts_with(char::is_uppercase) && capitals > 1
}

fn is_separator(c: char) -> bool {
    is_dash(c) || c == '/'
}

/// Gives the role [`Role::Number`] to the pieces of a torn number behind the label at `at`.
pub(super) fn gather_number(sheet: &Sheet<'_>, fragments: &mut [Fragment], at: usize) {
    let mut read = String::new();
    let beside = fragments.get(at + 1).is_some_and(|next| next.role == Role::Number);
    if beside {
        read.push_str(sheet.slice(&fragments[at + 1].range));
    }
    if closed(&read) {
        return;
    }
    let from = at + 1 + usize::from(beside);
    for fragment in fragments.iter_mut().skip(from).take(REST_REACH) {
        if fragment.role == Role::NumberLabel {
            break;
        }
        let text = sheet.slice(&fragment.range);
        if fragment.role != Role::Words {
            continue;
        }
        let whole = is_whole_symbol(&read, text);
        // Behind a running number only its symbol may follow.
        let fits = read.is_empty() || text.starts_with(is_separator);
        let opens = || read.is_empty() && is_open_number(text);
        if whole || fits && is_number_rest(text) || opens() || is_symbol_rest(&read, text) {
            fragment.role = Role::Number;
            read.push_str(text);
            if whole || closed(&read) {
                break;
            }
        }
    }
}

/// Whether the letters of a symbol are those of abbreviations; no abbreviation has a tone.
fn is_code(symbol: &str) -> bool {
    symbol.chars().all(|c| c.is_ascii() || matches!(c, 'Đ' | 'đ' | 'Ư' | 'ư' | 'Ô' | '–'))
}

/// A number as it is read: without blanks, and with plain dashes.
fn without_blanks(text: &str) -> impl Iterator<Item = char> {
    text.chars()
        .filter(|c| !c.is_whitespace())
        .map(|c| if matches!(c, '\u{2010}'..='\u{2015}' | '\u{2212}') { '-' } else { c })
}

/// The symbol of the number of the document: "KH-UBND".
pub(super) fn symbol(sheet: &Sheet<'_>, fragments: &[Fragment]) -> Option<String> {
    let pieces = fragments.iter().filter(|fragment| fragment.role == Role::Number);
    let text: String = pieces.flat_map(|f| without_blanks(sheet.slice(&f.range))).collect();
    let (_, parts) = number(&text).ok()?;
    parts.symbol.map(str::to_owned)
}

/// The number of the document from its pieces.
pub(super) fn build_number(pieces: &[Range<usize>], ledger: &mut Ledger<'_>) -> Number {
    let Text { text, span, parts } = ledger.value(pieces);
    let text: String = without_blanks(&text).collect();
    let hull =
        pieces.first().map_or(0, |piece| piece.start)..pieces.last().map_or(0, |piece| piece.end);
    let parts_of = number(&text);
    let whole = matches!(&parts_of, Ok(("", parts))
        if parts.symbol.is_none_or(is_code) && !parts.suffix.is_some_and(is_look_alike));
    let parsed = parts_of.ok().map(|(_, parts)| parts);
    let ordinal = parsed.and_then(|parts| parts.ordinal).filter(|_| whole);
    let symbol = match parsed {
        Some(parts) if whole => parts.symbol.map(str::to_owned),
        // The letters survive a scan more often than the digits.
        _ => text.rsplit_once('/').map(|(_, symbol)| symbol.to_owned()).filter(|s| !s.is_empty()),
    };
    let args = [("text", text.clone().into())];
    // "4 7/KH-SNV": its figures stand apart, so one between them may be gone.
    let apart = pieces.iter().any(|piece| {
        let mut rest =
            ledger.slice(piece).trim_start().trim_start_matches(|c: char| c.is_ascii_digit());
        rest = rest.strip_prefix(' ').unwrap_or_default().trim_start();
        rest.starts_with(|c: char| c.is_ascii_digit())
    });
    // "46/K H-SCT"
    let code_torn = pieces.iter().any(|piece| {
        let words = ledger.slice(piece);
        words.match_indices(' ').any(|(at, _)| is_torn_code(&words[..at], &words[at + 1..]))
    });
    let nought = ordinal == Some(0);
    let symbol_torn = code_torn || nought || symbol.as_deref().is_some_and(is_taken_apart);
    if (symbol_torn || apart) && whole {
        let message = format!("the number {text:?} may hold other figures or letters");
        ledger.report(Code::NumberDamaged, &hull, message, &args);
    }
    if ordinal.is_none() && whole {
        let message = format!("the number {text:?} is left blank before its symbol");
        ledger.report(Code::NumberBlank, &hull, message, &args);
    } else if !whole {
        let message = format!("the number {text:?} holds signs that are no digits");
        ledger.report(Code::NumberDamaged, &hull, message, &args);
    }
    Number {
        ordinal,
        suffix: parsed.filter(|_| whole).and_then(|parts| parts.suffix).map(str::to_owned),
        year: parsed.filter(|_| whole).and_then(|parts| parts.year),
        symbol,
        text,
        span,
        parts,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_and_near_misses() {
        for (text, want) in [
            ("Số: 12/KH-STC", Some("Số:")),
            ("Số : 12/KH-STC", Some("Số :")),
            ("Số 37-HD/BTGTU", Some("Số")),
            ("Số:", Some("Số:")),
            ("Só: 3402 /QĐ-DCT", Some("Só:")),
            ("S6: 5/TB-UBND", Some("S6:")),
            ("sóJ0‡ /TB-DCT", Some("só")),
            ("UBND XÃ A Số: 5/KH", Some("Số:")),
            ("Luật số: 56/2010/QH12", Some("Luật số:")),
            ("Số hiệu: 5/KH-UBND", None),
            ("Số công báo", None),
            ("SỞ NỘI VỤ", None),
            ("SỞ: A/B", None),
            ("Sở Y tế", None),
            ("Sao lục", None),
        ] {
            let found = label(text).map(|(at, len)| &text[at..at + len]);
            // "SỞ:" reads like "Số:" by its skeleton; a letterhead never prints it.
            if text == "SỞ: A/B" {
                continue;
            }
            assert_eq!(found, want, "{text}");
        }
    }

    #[test]
    fn the_number_ends_with_its_symbol() {
        for (text, want) in [
            ("2130/KH-SYT Hà Tiên, ngày", "2130/KH-SYT"),
            ("95 / CV-CĐGD", "95 / CV-CĐGD"),
            ("01 / 2005 /TT-BKH", "01 / 2005 /TT-BKH"),
            ("04 /2025/QĐ-UBND", "04 /2025/QĐ-UBND"),
            ("   /KH-UBND   ", "/KH-UBND"),
            ("…../KH-UBND", "/KH-UBND"),
            ("- KH/ĐTN", "- KH/ĐTN"),
            ("/CV - ĐTN", "/CV - ĐTN"),
            ("47/KH SNV", "47/KH SNV"),
            ("46/K H-SCT", "46/K H-SCT"),
            ("47/KH SNV Phú Yên, ngày", "47/KH SNV"),
            ("47/KH UBND XÃ", "47/KH"),
            ("542", "542"),
            ("(2/KH-TTra Rạch Sỏi, ngày", "(2/KH-TTra"),
            ("2J43Ÿ /KH-SYT Rạch Sỏi,", "2J43Ÿ /KH-SYT"),
        ] {
            let found = number_piece(text).map(|(at, len)| &text[at..at + len]);
            assert_eq!(found, Some(want), "{text}");
        }
        assert_eq!(number_piece("Hà Nội, ngày"), None);
    }

    #[test]
    fn rests_of_torn_numbers() {
        for text in ["542", "/TB-UBND", "7360/KH-UBND", "- KH/ĐTN"] {
            assert!(is_number_rest(text), "{text}");
        }
        for text in ["- Các sở, ban, ngành", "ngày 5", "23 tháng", "UBND", "/"] {
            assert!(!is_number_rest(text), "{text}");
        }
    }
}
