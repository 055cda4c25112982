//! Mentions by number: "Kế hoạch số 12/KH-UBND", "Chỉ thị 05", "Nghị định 30/2020".
//!
//! A number with its symbol says by itself that it is one; a figure alone is one behind a type, if it
//! counts nothing ("Nghị quyết 57", but not "02 Nghị quyết", "Thông báo 02 lần").

use super::blank::{damaged, torn};
use super::lead::{self, Lead};
use super::symbol::{self, Form, Reading, type_in};
use super::{Mention, NumberAt, before, list, number_at};
use crate::inline::number::is_look_alike;
use crate::lexicon::issuers::organ_of_code;
use crate::lexicon::types::type_of_code;
use crate::lexicon::{Phrases, begins_with_any, fold, is_dash, is_word, last_word, without_blanks};

/// The mention whose number begins at `at`, behind the mention `last`.
pub(super) fn numbered(text: &str, at: usize, last: Option<&Mention>) -> Option<Mention> {
    let reading = symbol::read(text, at)?;
    if reading.form == Form::Bare
        && (is_part(&text[reading.end..]) || !text[..at].ends_with([' ', '\n', '\t', ':']))
    {
        return None;
    }
    if reading.form == Form::Bare
        && (is_count(text, at, reading.end) || is_first_half(&text[reading.end..]))
    {
        return None;
    }
    // "tháng 9/2019", as most of this form.
    if reading.form == Form::Year && text[..at].ends_with("tháng ") {
        return None;
    }
    let lead = lead::lead(text, at);
    if !(lead.named || lead.labelled)
        && matches!(reading.form, Form::Symbol { .. })
        && let Some(torn) = torn(text, at, reading.end)
    {
        return Some(torn);
    }
    let symbol = match reading.form {
        Form::Symbol { first, .. } => text.get(first..reading.end),
        Form::Year | Form::Bare => None,
    };
    let lead = match symbol.and_then(type_in) {
        // "Quyết định 16/QĐ-SNV và 20/QĐ-SNV": the type farther before is that of the mention before.
        Some(code) => match lead.clone().confirmed(text, code) {
            far if last.is_some_and(|last| far.start < last.range.end) => lead,
            confirmed => confirmed,
        },
        None => lead,
    };
    let before = last.filter(|last| list::joins(text, last, lead.start));
    if !lead.named && is_standard(text, at) || !accepts(text, at, reading, &lead, before) {
        return None;
    }
    let mut number = number_at(text, at..reading.end);
    if reading.form == Form::Year {
        number.year = text.get(reading.end - 4..reading.end).and_then(|year| year.parse().ok());
    }
    // "З12/KH-UBND": a letter of another script for its first figure.
    let foreign = |c: char| c.is_alphabetic() && fold(c).is_none();
    if number.suffix.as_deref().is_some_and(is_look_alike) || text[..at].ends_with(foreign) {
        number = damaged(number);
    } else if number.symbol.is_none()
        && let Form::Symbol { first, .. } = reading.form
    {
        let symbol = &text[first..reading.end];
        // "215lQĐ-UBND", "136/202Q/NĐ-CP": a letter stands for its stroke, or in its year; but "143⁄/STC".
        let before = text[at..first].trim_end();
        let spoilt =
            before.contains(char::is_alphabetic) || before.ends_with(char::is_alphanumeric);
        number = if spoilt { damaged(number) } else { number };
        let signs = symbol.chars().filter(|c| !c.is_whitespace());
        number.symbol = Some(signs.map(|c| if is_dash(c) { '-' } else { c }).collect());
    }
    let mention = Mention::numbered(text, &lead, number);
    (lead.named || before.is_some() || is_told(&mention, reading.form)).then_some(mention)
}

/// Whether a number that no type names is that of a document: its symbol begins with a type or holds
/// the code of a body, or its date or issuer follows. "Thửa đất số 12/TĐ-05" has nothing of it.
fn is_told(mention: &Mention, form: Form) -> bool {
    let typed = matches!(form, Form::Symbol { typed, assembly, .. } if typed || assembly);
    let symbol = mention.number.as_ref().and_then(|number| number.symbol.as_deref());
    let mut codes = symbol.unwrap_or_default().split(['-', '/', '_']);
    typed
        || mention.date.is_some()
        || mention.issuer.is_some()
        || codes.any(|code| organ_of_code(code).is_some())
}

/// Whether a figure alone is a year or counts something, as most do, told without a look at the type
/// before it. A word with a digit before it may be the other half of a torn number, and behind "số" a
/// figure is no count.
fn is_count(text: &str, at: usize, end: usize) -> bool {
    let before = without_blanks(before::window(text, at));
    let labelled = || before.ends_with(|c: char| c == ':' || c == '.' || is_vowel_of_label(c));
    let torn = || last_word(before).starts_with(|c: char| c.is_ascii_digit());
    (is_year(&text[at..end]) || counts(&text[end..]) && !labelled()) && !torn()
}

/// Whether a letter can be the last of "số", be it spoilt.
fn is_vowel_of_label(c: char) -> bool {
    fold(c) == Some(b'o')
}

fn is_year(figure: &str) -> bool {
    figure.len() == 4 && (figure.starts_with("19") || figure.starts_with("20"))
}

/// Whether a number in its place is that of a document.
///
/// `before` is the mention that it goes on: "59" of "Nghị quyết số 57, 59 và 68-NQ/TW".
fn accepts(text: &str, at: usize, reading: Reading, lead: &Lead, before: Option<&Mention>) -> bool {
    let code = lead.kind.and_then(|kind| kind.code).unwrap_or_default();
    match reading.form {
        Form::Symbol { typed, assembly, .. } => {
            lead.named || before.is_some() || !lead.foreign && (lead.labelled || typed || assembly)
        }
        Form::Year => lead.named && DATED_TYPES.contains(&code),
        Form::Bare => {
            let year = is_year(&text[at..reading.end]);
            let rest = &text[reading.end..];
            let counts =
                is_part(rest) || if lead.labelled { counts_copies(rest) } else { counts(rest) };
            let listed = !lead.named && !lead.labelled && before.is_some_and(is_bare);
            (listed || BARE_TYPES.contains(&code)) && !year && !counts
        }
    }
}

/// Whether a mention has a figure and nothing else.
fn is_bare(mention: &Mention) -> bool {
    let code = mention.kind.and_then(|kind| kind.code);
    let figure = |number: &NumberAt| number.symbol.is_none() && number.year.is_none();
    mention.number.as_ref().is_some_and(figure)
        && mention.date.is_none()
        && code.is_none_or(|code| BARE_TYPES.contains(&code))
}

/// Types that are cited by their number alone: "Chỉ thị 05", "Đề án 06", "Kế hoạch 13".
const BARE_TYPES: &[&str] = &[
    "CT", "NQ", "KL", "QĐ", "QyĐ", "NĐ", "TT", "KH", "ĐA", "HD", "TTLT", "CĐ", "BC", "TB", "TTr",
    "CV", "SL",
];

/// Types that are cited by number and year: "Nghị định 30/2020".
const DATED_TYPES: &[&str] =
    &["NQ", "QĐ", "NĐ", "TT", "TTLT", "Luật", "Pháp lệnh", "Bộ luật", "CT"];

/// Words behind a figure that leave it a number: it counts nothing.
#[rustfmt::skip]
static BEHIND_NUMBER: Phrases = Phrases::new(&[
    "của", "về", "nêu", "nói", "trên", "và", "hoặc", "theo", "được", "đã", "là", "tại", "trước",
    "sau", "trong", "cho", "để", "thì", "có", "không", "với", "từ", "khi", "phải", "do", "ở", "đến",
    "gắn", "gồm", "như", "bằng", "nhằm", "vào", "sẽ", "đang", "cũng", "chưa", "này", "hằng", "hàng",
]);

/// Whether a figure is part of a longer one: "12/2024", "3.5".
fn is_part(rest: &str) -> bool {
    rest.starts_with(['/', '.', ',']) && rest[1..].starts_with(|c: char| c.is_ascii_digit())
}

/// Whether the other half of a torn number is behind a figure: "13 6/2020/NĐ-CP", "2 15/QĐ-UBND".
fn is_first_half(rest: &str) -> bool {
    let figures = rest.strip_prefix(' ').unwrap_or_default();
    let behind = figures.trim_start_matches(|c: char| c.is_ascii_digit());
    let symbol = behind
        .strip_prefix('/')
        .map(|rest| rest.trim_start_matches(|c: char| c.is_ascii_digit() || c == '/'));
    let typed = |symbol: &str| {
        let code = symbol.find(['-', '/']).map_or("", |end| &symbol[..end]);
        type_of_code(code).is_some()
    };
    behind.len() < figures.len() && symbol.is_some_and(typed)
}

/// Whether a figure with this behind it counts something: "3 nội dung", "5 %".
fn counts(rest: &str) -> bool {
    let behind = rest.trim_start();
    if !behind.starts_with(is_word) {
        return behind.starts_with(['%', '°']);
    }
    let dated = || {
        let day = behind.strip_prefix("ngày ").map(str::trim_start);
        // "Đề án 06 giai đoạn 2022 - 2025", but not "kế hoạch 5 năm 2021 - 2025"
        let year = behind.strip_prefix("giai đoạn ");
        day.is_some_and(|day| day.starts_with(|c: char| c.is_ascii_digit()))
            || year.and_then(|year| year.get(..4)).is_some_and(is_year)
    };
    !BEHIND_NUMBER.open(behind) && !dated()
}

/// "số 02 lần": even behind "số" a figure may count.
fn counts_copies(rest: &str) -> bool {
    begins_with_any(rest.trim_start(), &["lan", "ban", "trang", "nguoi", "dong"]).is_some()
}

/// Series of standards: "TCVN 6909:2001", "QCVN 18:2021/BXD", "ISO 9001".
const STANDARDS: &[&str] = &["TCVN", "QCVN", "TCCS", "TCXDVN", "QCĐP", "ISO", "IEC", "TCN"];

/// Whether the figure belongs to a standard.
fn is_standard(text: &str, at: usize) -> bool {
    let before = before::window(text, at);
    let word = last_word(without_blanks(before));
    let series = word.split([':', '-', '/']).next().unwrap_or_default();
    let part = before
        .strip_suffix(':')
        .is_some_and(|before| before.ends_with(|c: char| c.is_ascii_digit()));
    part || STANDARDS.contains(&series)
}
