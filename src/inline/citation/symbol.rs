//! Numbers with symbols in running text, where blanks and odd dashes stand between their groups:
//! "144 /2002/QĐ/BTC", "225 - KH/TWĐTN-CTTN", "75/KH- UBND", "57-NQ TW".
//!
//! ```text
//! number    := ordinal [ suffix ] [ sep year ] group { group }
//! group     := sep token
//! sep       := [ blank ] ( "/" | "-" | "_" ) [ blank ]
//! ```
//!
//! Which letters a symbol may have is open: every body makes its own (NĐ 30/2020, Phụ lục I, Phần II).
//! What tells a symbol from prose is that abbreviations have capitals and no tone marks.

use std::ops::Range;

use crate::inline::number::is_spoilt_year;
use crate::inline::{blanks, digits};
use crate::lexicon::issuers::organ_of_code;
use crate::lexicon::types::{DocumentType, type_of_code};
use crate::lexicon::{fold, is_dash, opens_spelt};

/// Digits of a running number; longer ones are codes of another kind.
const ORDINAL_DIGITS: usize = 7;

/// Groups of a symbol.
const GROUPS: usize = 8;

/// Letters of one group of a symbol.
const TOKEN_LETTERS: usize = 24;

/// How far a number goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// It has a symbol: "12/KH-UBND".
    Symbol {
        /// Its first group is a type, and another group follows: "KH-UBND".
        typed: bool,
        /// It is one of the National Assembly, which names no type: "64/2025/QH15".
        assembly: bool,
        /// Where its first group begins.
        first: usize,
    },
    /// It has a year and no symbol: "30/2020".
    Year,
    /// The figure alone: "06".
    Bare,
}

/// A number as it stands in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Reading {
    /// Byte behind it.
    pub(super) end: usize,
    /// What it consists of.
    pub(super) form: Form,
}

/// Reads the number whose first digit stands at `at`.
pub(super) fn read(text: &str, at: usize) -> Option<Reading> {
    let bytes = text.as_bytes();
    let figure = digits(bytes, at);
    if figure == at || figure - at > ORDINAL_DIGITS {
        return None;
    }
    if is_alone(bytes, figure) {
        return Some(Reading { end: figure, form: Form::Bare });
    }
    let ordinal = suffix(text, figure);
    let mut groups =
        Groups { text, end: ordinal, first: at, count: 0, typed: false, organ: false, airy: false };
    let year = year(text, ordinal);
    if let Some(year) = year {
        groups.end = year;
    }
    while groups.next() {}
    if groups.count == 0 {
        let (end, form) = match year {
            Some(year) if ordinal == figure => (year, Form::Year),
            _ => (figure, Form::Bare),
        };
        return (!text[end..].starts_with(char::is_alphanumeric)).then_some(Reading { end, form });
    }
    // What is glued to its number needs more to be a symbol: "05CT/TW".
    let glued = groups.first == year.unwrap_or(ordinal);
    let typed = groups.typed && (groups.count > 1 || year.is_some()) && !glued;
    let code = &text[groups.first..groups.end];
    let assembly = year.is_some() && !glued && (code.starts_with("QH") || code.contains("QH1"));
    Some(Reading { end: groups.end, form: Form::Symbol { typed, assembly, first: groups.first } })
}

/// Whether what stands behind a figure says at a glance that nothing belongs to it: a small letter
/// behind blanks, a sign that parts no groups, the month of a date. Most figures of a text are such.
fn is_alone(bytes: &[u8], at: usize) -> bool {
    let blanks = bytes[at..].iter().take_while(|b| matches!(b, b' ' | b'\n' | b'\t')).count();
    let at = at + blanks;
    match (bytes.get(at), bytes.get(at + 1)) {
        (None | Some(b',' | b';' | b':' | b')' | b'%'), _) => true,
        // "05 năm"; but "12 d14/…" of a unit.
        (Some(b'a'..=b'z'), next) => blanks > 0 && !next.is_some_and(u8::is_ascii_digit),
        // "đ", and the letters with two marks, none of which stands in a symbol.
        (Some(0xc4), Some(0x91)) | (Some(0xe1), _) => blanks > 0,
        // "15/6/2025", "15/06": shorter than a year, and no letter in it.
        (Some(b'/'), Some(b'0'..=b'9')) if blanks == 0 => {
            let end = digits(bytes, at + 1);
            let ends = bytes.get(end).is_none_or(|b| b.is_ascii() && !b.is_ascii_alphanumeric());
            end - at <= 3 && ends
        }
        _ => false,
    }
}

/// Reads the groups of a symbol whose number is blank or illegible; `at` is where its first
/// separator stands.
pub(super) fn groups(text: &str, at: usize) -> Option<usize> {
    let mut groups =
        Groups { text, end: at, first: at, count: 0, typed: false, organ: false, airy: false };
    if let Some(year) = year(text, at) {
        groups.end = year;
    }
    while groups.next() {}
    (groups.count > 0).then_some(groups.end)
}

/// The type that a symbol begins with: KH of "KH-UBND".
pub(crate) fn type_in(symbol: &str) -> Option<&'static DocumentType> {
    type_of_code(symbol.split(|c| is_slash(c) || is_dash(c) || c == '_').next()?.trim())
}

/// The code of the body in a symbol: behind the type, or first where there is none.
pub(crate) fn organ_in(symbol: &str) -> Option<&str> {
    let mut codes = symbol.split(['-', '/', '_']);
    let first = codes.next()?;
    if type_of_code(first).is_some() { codes.next() } else { Some(first) }
}

/// End of what is glued to the running number: "c" of 30c, "B" of 18B, ".25" of 66.25.
fn suffix(text: &str, at: usize) -> usize {
    let bytes = text.as_bytes();
    let end = match bytes.get(at) {
        Some(b'.') => {
            let end = digits(bytes, at + 1);
            if (at + 2..=at + 4).contains(&end) { end } else { at }
        }
        Some(letter) if letter.is_ascii_alphabetic() => at + 1,
        _ => at,
    };
    if end > at && separator(text, end).is_some() { end } else { at }
}

/// End of the year behind a running number: "/2020" of 30/2020/NĐ-CP.
fn year(text: &str, at: usize) -> Option<usize> {
    let sep = separator(text, at).filter(|sep| sep.slash)?;
    let end = digits(text.as_bytes(), sep.end);
    let year = &text[sep.end..end];
    if year.len() == 4 && (year.starts_with("19") || year.starts_with("20")) {
        return Some(end);
    }
    // "116/20251NĐ-CP": the stroke behind it is read as a figure.
    if year.len() == 5
        && year.starts_with("20")
        && year.ends_with('1')
        && token_end(text, end).is_some_and(|token| type_of_code(&text[end..token]).is_some())
    {
        return Some(end - 1);
    }
    // "136/202Q/NĐ-CP": a letter in it, and a symbol behind it.
    let word = text[sep.end..].find(|c: char| !c.is_ascii_alphanumeric())?;
    let spoilt = text.get(sep.end..sep.end + word).is_some_and(is_spoilt_year);
    (spoilt && separator(text, sep.end + word).is_some()).then_some(sep.end + word)
}

/// A sign between two groups.
#[derive(Debug, Clone, Copy)]
struct Separator {
    /// Byte behind it and its blanks.
    end: usize,
    /// "/", not a dash.
    slash: bool,
    /// A blank stands before it.
    after_blank: bool,
    /// A blank stands behind it.
    before_blank: bool,
}

fn separator(text: &str, at: usize) -> Option<Separator> {
    let start = blanks(text, at);
    let mut rest = text[start..].chars();
    let sign = rest.next()?;
    let slash = is_slash(sign);
    if !(slash || is_dash(sign) || sign == '_') {
        return None;
    }
    let mut behind = start + sign.len_utf8();
    // A scanner's doubled stroke: "143⁄/STC".
    if let Some(twin) = rest.next().filter(|c| slash && is_slash(*c)) {
        behind += twin.len_utf8();
    }
    let end = blanks(text, behind);
    Some(Separator { end, slash, after_blank: start > at, before_blank: end > behind })
}

fn is_slash(c: char) -> bool {
    matches!(c, '/' | '⁄' | '∕')
}

/// The groups of a symbol, read one after the other.
struct Groups<'t> {
    text: &'t str,
    end: usize,
    /// Where the first group begins.
    first: usize,
    count: usize,
    /// The first group is a type code.
    typed: bool,
    /// Something stands behind the type.
    organ: bool,
    /// The first separator is a stroke between blanks, as all may be: "1234 / SNV - CCVC".
    airy: bool,
}

impl Groups<'_> {
    fn next(&mut self) -> bool {
        if self.count == GROUPS {
            return false;
        }
        let Some((token, spaced)) =
            self.separated().or_else(|| self.parted()).or_else(|| self.glued())
        else {
            return false;
        };
        let read = token_end(self.text, token);
        let whole = read.filter(|end| !self.text[*end..].starts_with(char::is_alphabetic));
        let accented = || accented_organ(self.text, token).filter(|_| self.count > 0);
        let Some(end) = whole.or_else(accented).or(read) else { return false };
        let end = self.rejoined(token, end).or_else(|| self.paired(end)).unwrap_or(end);
        let word = &self.text[token..end];
        let complete = self.count > 0 && (!self.typed || self.organ);
        let parted = spaced || self.text[..token].ends_with([' ', '\n']);
        let complete = complete && !(self.airy && self.count == 1);
        if spaced && complete || parted && !is_spaced_code(word) || !is_code(word, end, self.text) {
            return false;
        }
        if self.count == 0 {
            self.typed = type_of_code(word).is_some();
            self.first = token;
            self.airy = spaced;
        } else {
            self.organ = true;
        }
        self.count += 1;
        self.end = end;
        true
    }

    /// The end of a code that a scanner has torn at a blank: "T U", "T Tg", "UB ND", "Q Đ-…".
    fn rejoined(&self, token: usize, end: usize) -> Option<usize> {
        let rest = self.text[end..].strip_prefix([' ', '\n'])?;
        let start = self.text.len() - rest.len();
        let behind = token_end(self.text, start)?;
        let (first, second) = (&self.text[token..end], &self.text[start..behind]);
        if first.len() + second.len() > CODE_BYTES {
            return None;
        }
        let code = format!("{first}{second}");
        let fits = if self.count == 0 {
            type_of_code(&code).is_some()
                && type_of_code(first).is_none()
                && separator(self.text, behind).is_some_and(|sep| !sep.after_blank)
        } else {
            organ_of_code(&code).is_some() && ends(self.text, behind)
        };
        fits.then_some(behind)
    }

    /// The end of a code with two parts whose "&" has blanks: "KHTH &ĐT", "KHTH & ĐT".
    fn paired(&self, end: usize) -> Option<usize> {
        let sign = blanks(self.text, end);
        let behind = self.text[sign..].strip_prefix('&').filter(|_| self.count > 0)?;
        let start = blanks(self.text, self.text.len() - behind.len());
        token_end(self.text, start).filter(|end| ends(self.text, *end))
    }

    /// The group behind a separator.
    fn separated(&self) -> Option<(usize, bool)> {
        let Some(sep) = separator(self.text, self.end) else {
            return self.spoilt_stroke().map(|token| (token, false));
        };
        let both = sep.after_blank && sep.before_blank && !sep.slash;
        // "225 - KH/…" needs its type, and "13/KH-UBND - HĐND" is another word.
        if both && self.count == 0 {
            let end = token_end(self.text, sep.end)?;
            let next = separator(self.text, end)?;
            let typed = type_of_code(&self.text[sep.end..end]).is_some();
            return (typed && (next.slash || !next.after_blank)).then_some((sep.end, false));
        }
        // A hyphen at a line's end or start has a blank on one side: "KH- UBND", "UBND -KTN".
        let broken = sep.before_blank != sep.after_blank;
        Some((sep.end, !broken && sep.before_blank))
    }

    /// The type behind a stroke that is read as a letter: "215lQĐ-UBND".
    fn spoilt_stroke(&self) -> Option<usize> {
        let stroke = *self.text.as_bytes().get(self.end)?;
        if self.count > 0 || !matches!(stroke, b'l' | b'I' | b'1' | b'!' | b'|' | b'\\') {
            return None;
        }
        let token = self.end + 1;
        let end = token_end(self.text, token)?;
        let typed = type_of_code(&self.text[token..end]).is_some();
        let sep = separator(self.text, end).filter(|sep| !sep.after_blank && !sep.before_blank)?;
        (typed && token_end(self.text, sep.end).is_some()).then_some(token)
    }

    /// The group behind a lost separator: "298 KH/TWĐTN", "57-NQ TW".
    fn parted(&self) -> Option<(usize, bool)> {
        let token = blanks(self.text, self.end);
        let end = token_end(self.text, token).filter(|_| token > self.end)?;
        let word = &self.text[token..end];
        let fits = if self.count == 0 {
            (type_of_code(word).is_some() || word == STATE_COUNCIL)
                && separator(self.text, end).is_some_and(|sep| !sep.after_blank)
        } else {
            self.typed
                && !self.organ
                && (is_party_organ(word) || organ_of_code(word).is_some() && ends(self.text, end))
        };
        fits.then_some((token, false))
    }

    /// The type glued to the number or year, with a body behind it: "05CT/TW", "136/2020NĐ-CP", or the code of a
    /// National Assembly glued to the year: "33/2024QH15".
    fn glued(&self) -> Option<(usize, bool)> {
        let token = self.end;
        let figure = self.text[..token].ends_with(|c: char| c.is_ascii_digit());
        let end = token_end(self.text, token).filter(|_| self.count == 0 && figure)?;
        let word = &self.text[token..end];
        let body = || {
            let sep = separator(self.text, end)?;
            let next = token_end(self.text, sep.end)?;
            let letters = self.text[sep.end..next].chars().count();
            (letters > 1 && !sep.after_blank && !sep.before_blank).then_some(())
        };
        let assembly = word
            .strip_prefix("QH")
            .is_some_and(|term| term.len() == 2 && term.bytes().all(|byte| byte.is_ascii_digit()));
        let dated = || matches!(self.text.as_bytes()[..token], [.., b'/', _, _, _, _]);
        let coded = || type_of_code(word).is_some() || organ_of_code(word).is_some();
        let fits = assembly && dated() || coded() && body().is_some();
        fits.then_some((token, false))
    }
}

/// The end of the code of a body to which a scanner has given tone marks: "ÙBND".
fn accented_organ(text: &str, at: usize) -> Option<usize> {
    let rest = &text[at..];
    let len = rest.find(|c: char| !c.is_uppercase()).unwrap_or(rest.len());
    let word = &rest[..len];
    if len > CODE_BYTES || word.chars().all(in_code) {
        return None;
    }
    let letters = word.chars().filter_map(fold);
    let plain: String = letters.map(|letter| char::from(letter.to_ascii_uppercase())).collect();
    organ_of_code(&plain).is_some().then_some(at + len)
}

/// The code of orders ("lệnh") of the Council of State (1981 to 1992): "17 LCT/HĐNN8".
const STATE_COUNCIL: &str = "LCT";

/// Longest code that is put together again, in bytes.
const CODE_BYTES: usize = 12;

/// Whether what stands behind a number says that it is over: a sign, its date, its issuer.
fn ends(text: &str, at: usize) -> bool {
    let rest = text[at..].trim_start();
    rest.is_empty()
        || rest.starts_with([',', ';', '.'])
        || opens_spelt(rest, "ngày").is_some()
        || opens_spelt(rest, "của").is_some()
}

/// Organs whose symbols lose their stroke most ("57-NQ TW"): Party committees (guide §3.3).
fn is_party_organ(word: &str) -> bool {
    matches!(word, "TW" | "TƯ" | "TU" | "HU" | "QU" | "ĐU" | "TWĐTN" | "UBND")
}

/// Whether a character can stand in a symbol: abbreviations have no tone marks.
fn in_code(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, 'Đ' | 'đ' | 'Ư' | 'Ô' | 'Ơ' | 'Â' | 'Ê' | 'Ă')
}

/// Byte behind the token that begins at `at` with a capital ("PC08", "KT&ĐBCL", "TT.HĐND").
fn token_end(text: &str, at: usize) -> Option<usize> {
    let rest = &text[at..];
    let first = rest.chars().next()?;
    let unit = || {
        let figure = rest.as_bytes().get(1).is_some_and(u8::is_ascii_digit);
        figure && matches!(first, 'c' | 'd' | 'e' | 'f')
    };
    if !(first.is_uppercase() && in_code(first) || unit()) {
        return None;
    }
    let mut end = 0;
    let mut letters = 0;
    let mut chars = rest.char_indices().peekable();
    while let Some((from, c)) = chars.next() {
        let goes_on = in_code(c)
            || matches!(c, '&' | '.')
                && chars.peek().is_some_and(|(_, next)| next.is_uppercase() && in_code(*next));
        if !goes_on {
            break;
        }
        (end, letters) = (from + c.len_utf8(), letters + 1);
    }
    // Glued to the next word ("UBNDngày"): what follows the last capital is not the token's.
    if rest[end..].starts_with(char::is_alphabetic) {
        let kept = rest[..end].trim_end_matches(|c: char| !c.is_uppercase()).len();
        if let Some(word) = glued_word(rest, kept..end) {
            return Some(at + word);
        }
        return (kept > 1).then_some(at + kept);
    }
    (letters <= TOKEN_LETTERS).then_some(at + end)
}

/// Words that stand behind a number, and that scanners glue to it.
const GLUED: &[&str] = &["của", "ngày", "về", "và"];

/// Where such a word begins: the small letters before it are the token's, "TTg" of "TTgcủa".
fn glued_word(rest: &str, mut places: Range<usize>) -> Option<usize> {
    places.find(|at| {
        let tail = rest.get(*at..).unwrap_or_default();
        *at > 1 && GLUED.iter().any(|word| opens_spelt(tail, word).is_some())
    })
}

/// Whether a token is an abbreviation and not a word: "TTra", "CTr", "QH15", but not "Ha".
fn is_code(word: &str, end: usize, text: &str) -> bool {
    let capitals = word.chars().filter(|c| c.is_uppercase()).count();
    let figures = word.chars().any(|c| c.is_ascii_digit());
    let goes_on = || separator(text, end).is_some_and(|sep| !sep.after_blank && !sep.before_blank);
    capitals > 1 || figures || word.len() == 1 || type_of_code(word).is_some() || goes_on()
}

/// Whether a token may stand behind a blank: only what no sentence would have there.
fn is_spaced_code(word: &str) -> bool {
    let mixed = type_of_code(word).is_some() || word == "TTg";
    mixed || word.chars().count() > 1 && !word.chars().any(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ends_of_numbers() {
        for (text, want) in [
            ("13/KH-UBND ngày 01/02/2016", "13/KH-UBND"),
            ("30/2020/NĐ-CP của Chính phủ", "30/2020/NĐ-CP"),
            ("1365/NQ-UBTVQH15;", "1365/NQ-UBTVQH15"),
            ("66.25/2026/NQ-CP.", "66.25/2026/NQ-CP"),
            ("272-QĐ-TW ngày", "272-QĐ-TW"),
            ("38–CT/TW", "38–CT/TW"),
            ("225 - KH/TWĐTN-CTTN về", "225 - KH/TWĐTN-CTTN"),
            ("21 - KL / TW của", "21 - KL / TW"),
            ("1234 / SNV - CCVC ngày", "1234 / SNV - CCVC"),
            ("1234 / SNV - Sở Nội vụ", "1234 / SNV"),
            ("298 KH/TWĐTN", "298 KH/TWĐTN"),
            ("57-NQ TW của", "57-NQ TW"),
            ("17 LCT/HĐNN8 ngày", "17 LCT/HĐNN8"),
            ("30/2020/NĐ CP ngày", "30/2020/NĐ CP"),
            ("12/QĐ BTC trình", "12/QĐ"),
            ("10-CTr/T U ngày", "10-CTr/T U"),
            ("142/QĐ-T Tg ngày", "142/QĐ-T Tg"),
            ("142/QĐ-UB ND của", "142/QĐ-UB ND"),
            ("142/Q Đ-UBND ngày", "142/Q Đ-UBND"),
            ("119/KH-ÙBND ngày", "119/KH-ÙBND"),
            ("142/QĐ-UB ND xã", "142/QĐ-UB"),
            ("142/SYT-KHTH &ĐT ngày", "142/SYT-KHTH &ĐT"),
            ("142/SYT-KHTH & ĐT;", "142/SYT-KHTH & ĐT"),
            ("142/SYT-KHTH & Sở Nội vụ", "142/SYT-KHTH"),
            ("142/KH-UBND & HĐND xã", "142/KH-UBND"),
            ("215lQĐ-UBND ngày", "215lQĐ-UBND"),
            ("116/20251NĐ-CP ngày", "116/20251NĐ-CP"),
            ("136/202Q/NĐ-CP ngày", "136/202Q/NĐ-CP"),
            ("144 /2002/QĐ/BTC", "144 /2002/QĐ/BTC"),
            ("64/HD-KT&ĐBCL.", "64/HD-KT&ĐBCL"),
            ("121/KH-PC08,", "121/KH-PC08"),
            ("217-HĐBT", "217-HĐBT"),
            ("18B/SL", "18B/SL"),
            ("30c/NQ-CP", "30c/NQ-CP"),
            ("118/TTg", "118/TTg"),
            ("75/KH- UBND ngày", "75/KH- UBND"),
            ("71/NQ -CP", "71/NQ -CP"),
            ("153/2004/ QĐ-TTg", "153/2004/ QĐ-TTg"),
            ("13/KH-UBND - SỞ NỘI VỤ", "13/KH-UBND"),
            ("13/KH-UBND - HĐND", "13/KH-UBND"),
            ("13/KH-UBNDngày 5", "13/KH-UBND"),
            ("01/CT-TTgcủa Thủ tướng", "01/CT-TTg"),
            ("157/TB_UBND", "157/TB_UBND"),
            ("143⁄/STC- HCSN", "143⁄/STC- HCSN"),
            ("66/TTr-SNN", "66/TTr-SNN"),
            ("05/TTr-TT.HĐND", "05/TTr-TT.HĐND"),
            ("05CT/TW ngày", "05CT/TW"),
            ("136/2020NĐ-CP ngày", "136/2020NĐ-CP"),
            ("33/2024QH15 ngày", "33/2024QH15"),
            ("418UBND-NC ngày", "418UBND-NC"),
        ] {
            let found = read(text, 0).expect(text);
            assert!(matches!(found.form, Form::Symbol { .. }), "{text}: {found:?}");
            assert_eq!(&text[..found.end], want, "{text}");
        }
    }

    #[test]
    fn numbers_without_a_symbol() {
        for (text, want, form) in [
            ("06 theo", "06", Form::Bare),
            ("30/2020;", "30/2020", Form::Year),
            ("27/4/2022", "27", Form::Bare),
            ("2021 - UBND tỉnh", "2021", Form::Bare),
            ("57 - Sở Nội vụ", "57", Form::Bare),
            ("24/7", "24", Form::Bare),
            ("5/người", "5", Form::Bare),
            ("12 - 15", "12", Form::Bare),
        ] {
            let found = read(text, 0).expect(text);
            assert_eq!((&text[..found.end], found.form), (want, form), "{text}");
        }
        for text in ["12a5", "123456789/KH", "5m", "205CT-A", "12QH15", "12KV/h", "33/2024QH"] {
            assert_eq!(read(text, 0), None, "{text}");
        }
    }
}
