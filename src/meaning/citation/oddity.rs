//! What is odd about a mention: signs in its number, a symbol against the rule, a type that its symbol
//! contradicts, a date that no calendar has.

use std::ops::Range;

use serde_json::Value;

use super::key::type_in_symbol;
use super::place::{self, Seat};
use crate::diagnostic::Code;
use crate::document::Citation;
use crate::inline::citation::{Mention, NumberAt};
use crate::inline::date::{Field, WrittenDate};
use crate::inline::number::{is_taken_apart, ungrouped};
use crate::layout::{Ledger, Passage};
use crate::lexicon::types::{DocumentType, type_at_end};
use crate::lexicon::{
    Marks, behind_last, is_party_symbol, is_stray, meant, opens_named, opens_spelt,
    provincial_symbol, regular_symbol, skeleton, starts_with_skeleton,
};

/// Says what is odd about a mention.
pub(super) fn report(
    mention: &Mention,
    passage: &Passage<'_>,
    citation: &Citation,
    seat: Option<&Seat>,
    ledger: &mut Ledger<'_>,
) {
    let quoted = &citation.text;
    let mut read_as = |text: &str, meant: &str, range: &Range<usize>| {
        let message = format!("{text:?} is read as {meant:?}");
        let args = [("field", "citation".into()), ("text", text.into()), ("meant", meant.into())];
        ledger.report(Code::TextDamaged, &passage.hull(range), message, &args);
    };
    for (range, meant) in misspelt(mention, passage) {
        read_as(&passage.value(&range).text, meant, &range);
    }
    if let Some(range) = &mention.pinpoint {
        for word in passage.value(range).text.split(' ') {
            if let Some(meant) = meant(word, PARTS) {
                read_as(word, meant, range);
            }
        }
    }
    let args = |text: &str| [("text", Value::from(text))];
    if let Some(number) = &mention.number {
        let place = || passage.hull(&number.range);
        let spoilt = passage.before(number.range.start).ends_with(|c| c == '?' || is_stray(c))
            || number.symbol.as_deref().is_some_and(is_taken_apart)
            || number.text.contains("//")
            || number.text.contains('\\');
        if number.damaged || spoilt {
            let message = format!("the number {:?} holds signs that are no digits", number.text);
            ledger.report(Code::NumberDamaged, &place(), message, &args(&number.text));
        } else if number.ordinal.is_none() {
            let message = format!("the number {:?} is left blank before its symbol", number.text);
            ledger.report(Code::NumberBlank, &place(), message, &args(&number.text));
        }
        if number.year.is_none()
            && number.symbol.as_deref().is_some_and(|symbol| has_lost_stroke(&number.text, symbol))
        {
            let message =
                format!("the number {:?} may have lost the stroke before its year", number.text);
            ledger.report(Code::NumberDamaged, &place(), message, &args(&number.text));
        }
        let kind = mention.kind.and_then(|kind| kind.code);
        let symbol = number.symbol.as_deref();
        let issuer = citation.issuer.as_ref().map_or("", |issuer| &issuer.text);
        if let Some((message, args)) = irregular(&number.text, symbol, kind)
            .or_else(|| behind_dash(number))
            .or_else(|| of_another_level(&number.text, symbol?, issuer))
        {
            ledger.report(Code::SymbolIrregular, &place(), message, &args);
        }
        if let Some(rest) = torn(&number.text, passage.behind(number.range.end)) {
            let message = format!("the number {:?} may go on with {rest:?}", number.text);
            let args = [("text", number.text.clone().into()), ("rest", rest.into())];
            ledger.report(Code::NumberDamaged, &place(), message, &args);
        }
        let coded = type_in_symbol(number);
        if let (Some(kind), Some(coded)) = (mention.kind, coded)
            && !agree(kind.code, coded.code)
            && !is_named_before(passage.before(mention.range.start), coded)
        {
            let message =
                format!("{quoted:?} is called {} but numbered as {}", kind.name, coded.name);
            let args = [("kind", kind.name.into()), ("symbol", coded.name.into())];
            ledger.report(Code::CitationKindMismatch, &place(), message, &args);
        }
    }
    if mention.number.is_none()
        && mention.name.is_some()
        && let Some(range) = unread(passage.behind(mention.range.end))
    {
        let range = mention.range.end + range.start..mention.range.end + range.end;
        let number = passage.value(&range).text;
        let message = format!("the number {number:?} holds signs that are no digits");
        ledger.report(Code::NumberDamaged, &passage.hull(&range), message, &args(&number));
    }
    if let (Some(seat), Some(issuer), Some(date)) = (seat, &citation.issuer, &citation.date)
        && let Some(edtf) = &date.edtf
        && let Some((name, heir)) = place::outdated(seat, edtf)
    {
        let message =
            format!("{:?} had no seat on {edtf}: its province is part of {heir}", issuer.text);
        let args = [("place", name.into()), ("heir", heir.into()), ("date", edtf.clone().into())];
        let range = mention.issuer.as_ref().map_or(0..0, |issuer| passage.hull(issuer));
        ledger.report(Code::PlaceOutdated, &range, message, &args);
    }
    if let Some(range) = &mention.pinpoint
        && let Some(unit) = spoilt_unit(&passage.behind(range.start)[..range.len()])
    {
        let unit = range.start + unit.start..range.start + unit.end;
        let text = passage.value(&unit).text;
        let message = format!("the number of {text:?} holds signs that are no digits");
        ledger.report(Code::NumberDamaged, &passage.hull(&unit), message, &args(&text));
    }
    if let Some(odd) = &mention.odd {
        let word = passage.value(odd).text;
        let message = format!("{word:?} has no place in {quoted:?}");
        ledger.report(Code::SymbolIrregular, &passage.hull(odd), message, &args(&word));
    }
    if let Some(date) = &mention.date
        && let Some(flaw) = flaw(date.written)
    {
        let text = passage.value(&date.range).text;
        let message = format!("{text:?} {flaw}");
        ledger.report(Code::DateInvalid, &passage.hull(&date.range), message, &args(&text));
    }
}

/// Whether a type and the one in the symbol can be one document: the Party writes QĐ for both
/// Quyết định and Quy định (Quy định 399-QĐ/TW), and joint documents have types of their own.
fn agree(kind: Option<&str>, coded: Option<&str>) -> bool {
    let (Some(kind), Some(coded)) = (kind, coded) else { return true };
    let party = |a, b| (kind, coded) == (a, b);
    kind == coded
        || kind.starts_with(coded)
        || coded.starts_with(kind)
        || party("QyĐ", "QĐ")
        || party("QC", "QĐ")
        || party("CV", coded)
}

/// Whether the type of the symbol stands before the one that is named: "Thông báo Kết luận số 100-TB/TU".
fn is_named_before(before: &str, coded: &DocumentType) -> bool {
    type_at_end(before.trim_end()).is_some_and(|(named, _)| named.code == coded.code)
}

/// What is said of a number of a provincial committee of the Party with the symbol of the Central one: "12-KH/TƯ".
fn of_another_level(number: &str, symbol: &str, issuer: &str) -> Option<Said> {
    let provincial = || ["tinhuy", "thanhuy"].iter().any(|body| skeleton(issuer).contains(body));
    let regular = provincial_symbol(symbol).filter(|_| provincial())?;
    Some(irregularity(number, &format!("{}{regular}", number.strip_suffix(symbol)?)))
}

/// What is said of a number with a dash behind its year, where the rule has a stroke: "72/2025-QH15".
fn behind_dash(number: &NumberAt) -> Option<Said> {
    let year = format!("/{}-", number.year?);
    let regular = number.text.replacen(&year, &format!("/{}/", number.year?), 1);
    (regular != number.text).then(|| irregularity(&number.text, &regular))
}

/// What is said of a number, and its values.
type Said = (String, [(&'static str, Value); 2]);

fn irregularity(number: &str, regular: &str) -> Said {
    let message = format!("the symbol {number:?} is written as {regular:?} by rule");
    (message, [("text", number.into()), ("regular", regular.into())])
}

/// What is said of a number that the rule writes otherwise, of a document of this type: "272-QĐ/TW" for "272-QĐ-TW",
/// "1023/KH-UBND" for "1.023/KH-UBND".
pub(crate) fn irregular(number: &str, symbol: Option<&str>, kind: Option<&str>) -> Option<Said> {
    let by_symbol = || {
        let symbol = symbol?;
        let regular = regular_symbol(symbol, kind)?;
        let figure = number.strip_suffix(symbol)?;
        // "05/CT-TW": the signs of the Party stand the other way round, "05-CT/TW".
        let bare = figure.strip_suffix('/').filter(|_| is_party_symbol(&regular));
        Some(bare.map_or_else(|| format!("{figure}{regular}"), |bare| format!("{bare}-{regular}")))
    };
    ungrouped(number).or_else(by_symbol).map(|regular| irregularity(number, &regular))
}

/// What is wrong with a date, if anything is.
fn flaw(date: WrittenDate) -> Option<&'static str> {
    let spoilt = |field| matches!(field, Field::Mended(_) | Field::Illegible);
    if date.is_whole() && date.edtf().is_none() {
        return Some("is no day of the calendar");
    }
    let spoilt = date.damaged || spoilt(date.day) || spoilt(date.month);
    spoilt.then_some("holds signs that are no digits, or lacks some")
}

/// Words by which a mention and its parts were found, in letters other than they should be: "Nghi định",
/// "sổ 5", "cùa Chính phủ". None in a text without marks.
fn misspelt(
    mention: &Mention,
    passage: &Passage<'_>,
) -> impl Iterator<Item = (Range<usize>, &'static str)> {
    let kept = passage.marks() == Marks::Kept;
    let start = mention.range.start;
    let kind = mention.kind.and_then(|kind| {
        let text = passage.behind(start);
        // Nearly every one is as the table has it.
        if text.starts_with(kind.name) {
            return None;
        }
        let len = starts_with_skeleton(text, kind.key)?;
        opens_named(text, kind.name).is_none().then_some((start..start + len, kind.name))
    });
    let before = |range: Option<&Range<usize>>, word: &'static str| {
        let at = range?.start;
        let text = passage.before(at).get(start..)?.trim_end_matches([' ', ':', '\n']);
        let from = start + behind_last(text, char::is_whitespace);
        let found = &passage.before(at)[from..start + text.len()];
        meant(found, &[word]).map(|meant| (from..from + found.len(), meant))
    };
    let number = before(mention.number.as_ref().map(|number| &number.range), "số");
    let issuer = before(mention.issuer.as_ref(), "của");
    // "Ủy ban nhân dân tĩnh Lâm Đồng": the issuer ends before its place.
    let unit = mention.issuer.as_ref().and_then(|issuer| {
        let rest = passage.behind(issuer.end).strip_prefix(' ')?;
        let word = &rest[..rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len())];
        let named = rest[word.len()..].trim_start().starts_with(char::is_uppercase);
        let meant = meant(word, UNITS).filter(|_| named)?;
        Some((issuer.end + 1..issuer.end + 1 + word.len(), meant))
    });
    [kind, number, issuer, unit].into_iter().flatten().filter(move |_| kept)
}

/// Words for parts of a document.
const PARTS: &[&str] =
    &["điểm", "khoản", "điều", "mục", "chương", "phần", "phụ", "lục", "mẫu", "tiết", "đoạn"];

/// Words for units of administration, before their names.
const UNITS: &[&str] = &["tỉnh", "huyện", "quận", "xã", "phường"];

/// Whether the year of an act is glued to its number: "1362020/NĐ-CP".
fn has_lost_stroke(number: &str, symbol: &str) -> bool {
    let digits = number.bytes().take_while(u8::is_ascii_digit).count();
    let Some(first) = digits.checked_sub(4).filter(|first| (2..=3).contains(first)) else {
        return false;
    };
    // Letters of tax offices have six figures too.
    let act = first == 3 || ACTS.iter().any(|code| symbol.starts_with(code));
    matches!(number.get(first..first + 2), Some("19" | "20")) && !number.starts_with('0') && act
}

/// How the symbols of acts begin that have a year in their numbers.
const ACTS: &[&str] = &["NĐ-", "TT-", "TTLT", "QH", "NQ-HĐND", "QĐ-TTg", "QĐ-UBND"];

/// The first article or clause whose number is a letter that looks like a one: "Điều L", "khoản l".
fn spoilt_unit(pinpoint: &str) -> Option<Range<usize>> {
    let mut start = 0;
    let mut numbered = None;
    for word in pinpoint.split_inclusive(char::is_whitespace) {
        let label = word.trim_end().trim_end_matches([',', ';']);
        if let Some(unit) = numbered
            && matches!(label, "l" | "I" | "L")
        {
            return Some(unit..start + label.len());
        }
        let unit = opens_spelt(label, "điều").or_else(|| opens_spelt(label, "khoản"));
        numbered = unit.filter(|len| *len == label.len()).map(|_| start);
        start += word.len();
    }
    None
}

/// The number of a law behind its name that nobody read as one: "số 54/2024/0H15".
fn unread(behind: &str) -> Option<Range<usize>> {
    let label = starts_with_skeleton(behind.strip_prefix(' ')?, "so")?;
    let number = behind[1 + label..].strip_prefix(' ')?;
    let end = number.find(|c: char| !c.is_alphanumeric() && c != '/').unwrap_or(number.len());
    let mut parts = number[..end].split('/');
    let figures =
        |part: Option<&str>| part.is_some_and(|part| part.bytes().all(|b| b.is_ascii_digit()));
    let start = behind.len() - number.len();
    let spoilt = |part: &str| opens_with_figure(part, "");
    (figures(parts.next()) && figures(parts.next()) && parts.next().is_some_and(spoilt))
        .then(|| start..start + end)
}

/// What a number goes on with behind a sign or blank that a scanner has put into it: "NC'HC", "N Đ-CP", "UBTV QH15";
/// or in a code that no body or type has: "TT" of "TT-8GDĐT", "32/2018" of "32/2018/1T-BGDĐT".
fn torn<'t>(number: &str, behind: &'t str) -> Option<&'t str> {
    if let Some(code) = behind.strip_prefix(['-', '/']) {
        let end = code.find(|c: char| !c.is_alphanumeric()).unwrap_or(code.len());
        let letters = code[..end].chars().filter(|c| c.is_uppercase()).count();
        let blank = code.starts_with(' ') && number.contains(char::is_uppercase);
        let figure = behind.starts_with('/') && opens_with_figure(&code[..end], &code[end..]);
        let party = matches!(&code[..end], "1U" | "lU" | "7U" | "1W" | "lW" | "7W")
            && number.ends_with(char::is_uppercase);
        return (letters > 1 || blank || figure || party).then(|| behind[..=end].trim_end());
    }
    let signed = behind.strip_prefix(is_stray);
    let rest = signed.or_else(|| behind.strip_prefix(' '))?;
    // "2 15/QĐ-UBND": figures apart.
    let figures = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    let counted = number.bytes().all(|byte| byte.is_ascii_digit());
    let symbol =
        figures.strip_prefix(['/', '-']).is_some_and(|rest| rest.starts_with(char::is_uppercase));
    if counted && figures.len() < rest.len() && symbol {
        let end = figures[1..].find(|c: char| !c.is_alphanumeric() && c != '-');
        return Some(&rest[..end.map_or(rest.len(), |end| rest.len() - figures.len() + 1 + end)]);
    }
    let end = rest.find(|c: char| !(c.is_alphanumeric() || matches!(c, '-' | '/')));
    let rest = &rest[..end.unwrap_or(rest.len())];
    let symbol = rest.trim_start_matches(['-', '/']);
    let capitals = symbol.chars().take_while(|c| c.is_uppercase()).count();
    // Behind a blank stands a word, unless a single capital before it wants more.
    let mut back = number.chars().rev();
    let alone = back.next().is_some_and(char::is_uppercase)
        && back.next().is_some_and(|c| matches!(c, '-' | '/'));
    let group = capitals < 4 && !symbol.contains(char::is_lowercase);
    let coded = number.ends_with(char::is_uppercase) && is_no_word(rest);
    (capitals > 0 && (signed.is_some() || alone && group || coded)).then_some(rest)
}

/// Whether a code is one but for its first letter, for which a figure stands: "1T" before "-BGDĐT", "0H15".
fn opens_with_figure(code: &str, behind: &str) -> bool {
    let Some(rest) = code.strip_prefix(|c: char| c.is_ascii_digit()) else { return false };
    let term = rest.trim_start_matches(char::is_uppercase);
    let organ =
        || behind.strip_prefix(['-', '/']).is_some_and(|b| b.starts_with(char::is_uppercase));
    let figures = !term.is_empty() && term.bytes().all(|byte| byte.is_ascii_digit());
    term.len() < rest.len() && (figures || term.is_empty() && organ())
}

/// Whether letters stand in symbols alone and in no sentence: the term of the National Assembly, an abbreviation with
/// small letters between capitals ("TrH").
fn is_no_word(letters: &str) -> bool {
    let term = letters.strip_prefix("QH");
    if term.is_some_and(|term| term.len() == 2 && term.bytes().all(|byte| byte.is_ascii_digit())) {
        return true;
    }
    let capital = |c: char| c.is_ascii_uppercase() || c == 'Đ';
    let inner = letters.trim_matches(capital);
    letters.starts_with(capital)
        && letters.ends_with(capital)
        && (1..3).contains(&inner.len())
        && inner.bytes().all(|byte| byte.is_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unread_numbers() {
        for (behind, want) in [
            (" số 54/2024/0H15 ngày", Some("54/2024/0H15")),
            (" số 54/2024/QH15 ngày", None),
            (" số 54/2024", None),
            (" số 5/2024/12 người", None),
            (" và số 54/2024/0H15", None),
        ] {
            assert_eq!(unread(behind).map(|range| &behind[range]), want, "{behind}");
        }
    }

    #[test]
    fn lost_strokes() {
        for (number, symbol) in
            [("1362020/NĐ-CP", "NĐ-CP"), ("302020/TT-BYT", "TT-BYT"), ("1232019/CV-ABC", "CV-ABC")]
        {
            assert!(has_lost_stroke(number, symbol), "{number}");
        }
        for (number, symbol) in [
            ("136/2020/NĐ-CP", "NĐ-CP"),
            ("2020/QĐ-UBND", "QĐ-UBND"),
            ("102020/CT-TTHT", "CT-TTHT"),
            ("102020/QĐ-CT", "QĐ-CT"),
            ("1234567/QĐ-UBND", "QĐ-UBND"),
        ] {
            assert!(!has_lost_stroke(number, symbol), "{number}");
        }
    }

    #[test]
    fn units_that_are_no_figures() {
        for (pinpoint, want) in [
            ("Điều L", Some("Điều L")),
            ("khoản l, Điều 5", Some("khoản l")),
            ("điểm b khoản 2 Điều I", Some("Điều I")),
            ("khoản 1 Điều 5", None),
            ("điểm l khoản 2 Điều 5", None),
            ("Mục I Chương I", None),
            ("Phần I", None),
        ] {
            assert_eq!(spoilt_unit(pinpoint).map(|range| &pinpoint[range]), want, "{pinpoint}");
        }
    }

    #[test]
    fn torn_numbers() {
        for (number, behind, rest) in [
            ("126/2024/N", " Đ-CP.", "Đ-CP"),
            ("10-CTr/T", " U", "U"),
            ("298/VP-NCKSTT", "'HC ngày", "HC"),
            ("01", "^/CT-TTg", "/CT-TTg"),
            ("2", " 15/QĐ-UBND ngày", "15/QĐ-UBND"),
            ("05/2020/TT", "-8GDĐT ngày", "-8GDĐT"),
            ("212/KH", "- ngày", "-"),
            ("32/2018", "/1T-BYT ngày", "/1T"),
            ("64/2025", "/0H15 ngày", "/0H15"),
            ("12-KH", "/1U ngày", "/1U"),
            ("1365/NQ-UBTV", " QH15 ngày", "QH15"),
            ("55/BGDĐT-GD", " TrH về", "TrH"),
        ] {
            assert_eq!(torn(number, behind), Some(rest), "{number}{behind}");
        }
        for (number, behind) in [
            ("13/KH-UBND", " ngày 01/02/2016"),
            ("13/KH-UBND", " UBND tỉnh"),
            ("30/2020/NĐ-CP", "'"),
            ("30/2020/NĐ-CP", " và"),
            ("2", " 15 người"),
            ("2", " 5-10 người"),
            ("18/KH-S", " Sở Y tế"),
            ("18/KH-S", ""),
            ("64/2025", "/15 ngày"),
            ("64/2025", "/2A"),
            ("12-KH", "/1A"),
            ("12", "/1U"),
            ("15", "/2 Nghị quyết"),
            ("1365/NQ-UBTVQH15", " QH"),
            ("55/BGDĐT-GD", " Thông báo"),
            ("55/BGDĐT-GD", " TTrang"),
            ("55/BGDĐT-GD", " GDTX"),
            ("30/2020", " QH15"),
        ] {
            assert_eq!(torn(number, behind), None, "{number}{behind}");
        }
    }
}
