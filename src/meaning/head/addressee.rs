//! "Kính gửi": to whom a letter, a submission or a report goes (NĐ 30/2020 Phụ lục I, box 9a).

use std::ops::Range;

use memchr::memchr_iter;

use super::subject::is_marked;
use crate::layout::Sheet;
use crate::lexicon::{
    is_dash, is_spelt, is_word, last_word, near_prefix, opens_preamble, opens_spelt,
    starts_with_skeleton,
};

/// Lines of addressees: lists of all offices of a province reach this length.
const ADDRESSEE_LINES: usize = 60;

/// "Kính gửi" and what follows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Addressees {
    /// "Kính gửi:", which may be torn over two lines.
    pub(super) label: Vec<Range<usize>>,
    /// The lines of each addressee.
    pub(super) entries: Vec<Vec<Range<usize>>>,
    /// The line behind the last.
    pub(super) end: usize,
}

/// Where "Kính gửi" stands in a line: at its start, or before a colon.
fn label(text: &str) -> Option<Range<usize>> {
    let lead = text.len() - text.trim_start_matches(|c: char| !is_word(c)).len();
    if let Some(found) = near_prefix(&text[lead..], "kinhgui") {
        return Some(lead..with_colon(text, lead + found.len));
    }
    let mut capitals = memchr_iter(b'K', text.as_bytes());
    let at = capitals.find(|at| text[*at..].starts_with("Kính gửi"))?;
    let end = with_colon(text, at + "Kính gửi".len());
    text[at..end].ends_with(':').then_some(at..end)
}

/// "Kính" alone on a line above "gửi:", as narrow cells of web pages have it: both words.
fn torn_label(sheet: &Sheet<'_>, line: usize) -> Option<[Range<usize>; 2]> {
    let bare = |text: &str| text.len() - text.trim_start_matches(|c: char| !is_word(c)).len();
    let first = sheet.line(line);
    let above = first[bare(first)..].trim_end_matches([' ', '|']);
    let below = sheet.lines.get(line + 1).map(|next| sheet.slice(&next.range))?;
    let at = bare(below);
    let len = opens_spelt(&below[at..], "gửi").filter(|_| is_spelt(above, &["kính"]))?;
    let (start, next) = (sheet.lines[line].range.start, sheet.lines[line + 1].range.start);
    let start = start + bare(first);
    Some([start..start + above.len(), next + at..next + with_colon(below, at + len)])
}

/// Whether "Kính gửi" stands on a line, or is torn over it and the next.
pub(super) fn is_label(sheet: &Sheet<'_>, line: usize) -> bool {
    label(sheet.line(line)).is_some() || torn_label(sheet, line).is_some()
}

fn with_colon(text: &str, end: usize) -> usize {
    let rest = text[end..].trim_start();
    if rest.starts_with(':') { text.len() - rest.len() + 1 } else { end }
}

/// Whether a line calls on those a telegram ("công điện") goes to: "THỦ TƯỚNG CHÍNH PHỦ điện:".
pub(super) fn calls(text: &str) -> bool {
    text.strip_suffix(':').is_some_and(|words| words.trim_end().ends_with(" điện"))
}

/// Reads the addressees of a telegram: the list with dashes below the line that calls on them.
pub(super) fn called(sheet: &Sheet<'_>, lines: &Range<usize>) -> Option<Addressees> {
    let first = lines.clone().next()?;
    let listed = lines.contains(&(first + 1)) && is_item(sheet.line(first + 1));
    if !calls(sheet.line(first)) || !listed {
        return None;
    }
    Some(read(sheet, lines, vec![sheet.lines[first].range.clone()]))
}

/// Reads the addressees if "Kính gửi" stands on the first of `lines`.
///
/// One stands beside the label; several stand below it on lines with dashes, each with a semicolon,
/// the last with a full stop.
pub(super) fn addressees(sheet: &Sheet<'_>, lines: &Range<usize>) -> Option<Addressees> {
    let first = lines.clone().next()?;
    let base = sheet.lines[first].range.start;
    if let Some(found) = label(sheet.line(first)) {
        let label = base + found.start..base + found.end;
        return Some(read(sheet, lines, vec![label]));
    }
    let label = torn_label(sheet, first).filter(|_| first + 1 < lines.end)?;
    Some(read(sheet, &(first + 1..lines.end), label.to_vec()))
}

/// Whether a line is an item of a list of addressees.
fn is_item(text: &str) -> bool {
    text.starts_with(|c| is_dash(c) || matches!(c, '+' | '•' | '*'))
        && text.chars().nth(1).is_some_and(|c| c == ' ' || c.is_alphabetic())
}

/// Reads the addressees behind a label on the first of `lines`.
fn read(sheet: &Sheet<'_>, lines: &Range<usize>, label: Vec<Range<usize>>) -> Addressees {
    let first = &sheet.lines[lines.start];
    let behind = label.last().map_or(first.range.start, |label| label.end);
    let mut entries: Vec<Vec<Range<usize>>> = Vec::new();
    let beside = bare(sheet, &(behind..first.range.end));
    let mut listed = sheet
        .slice(&(behind..first.range.end))
        .trim_start()
        .starts_with(|c| is_dash(c) || matches!(c, '+' | '•'));
    if !beside.is_empty() {
        entries.push(vec![beside]);
    }
    let mut end = lines.start + 1;
    for line in (lines.start + 1..lines.end).take(ADDRESSEE_LINES) {
        let here = &sheet.lines[line];
        let text = sheet.slice(&here.range).trim_start_matches(['|', ' ']);
        let dashed = is_item(text);
        let before =
            entries.last().and_then(|entry| entry.last()).map_or("", |last| sheet.slice(last));
        let closed = before.ends_with('.') && !before.ends_with("TP.");
        let range = bare(sheet, &here.range);
        if range.is_empty() {
            continue;
        }
        if dashed {
            // A list of its own below one addressee belongs to the text.
            if !entries.is_empty() && !listed && here.blanks > 0 || closed || opens_preamble(text) {
                break;
            }
            listed = true;
            entries.push(vec![range]);
        } else if entries.is_empty() {
            if is_marked(text) || opens_preamble(text) {
                break;
            }
            entries.push(vec![range]);
        } else if closed || is_marked(text) || here.blanks > 0 && !runs_on(before, text) {
            break;
        } else if runs_on(before, text) || listed && goes_on(before, here.blanks, text) {
            if let Some(entry) = entries.last_mut() {
                entry.push(range);
            }
        } else if before.ends_with(';') && !opens_preamble(text) {
            entries.push(vec![range]);
        } else {
            break;
        }
        end = line + 1;
    }
    let entries = entries.into_iter().flat_map(|entry| split(sheet, entry)).collect();
    Addressees { label, entries, end }
}

/// Whether a line goes on with the addressee above it.
fn runs_on(before: &str, text: &str) -> bool {
    let first = text.chars().next();
    let open = !before.ends_with([';', '.']);
    open && (first.is_some_and(|c| c.is_lowercase() || c == '(')
        || before.ends_with(|c| is_dash(c) || c == ',')
        || starts_with_skeleton(last_word(before), "va").is_some())
}

/// Whether a line goes on with the item above it in a list with dashes: "- Phó Thủ tướng / Thường trực Chính phủ,".
fn goes_on(before: &str, blanks: u16, text: &str) -> bool {
    blanks == 0 && before.ends_with(char::is_alphabetic) && !opens_preamble(text)
}

/// Without the dash before it.
fn bare(sheet: &Sheet<'_>, range: &Range<usize>) -> Range<usize> {
    let text = sheet.slice(range);
    let inner = text.trim_start_matches(|c: char| {
        c.is_whitespace() || is_dash(c) || matches!(c, '+' | '•' | '*' | '|')
    });
    let start = range.end - inner.len();
    start..start + inner.trim_end_matches(|c: char| c.is_whitespace() || c == '|').len()
}

/// Parts "Sở A; Sở B" on one line.
fn split(sheet: &Sheet<'_>, entry: Vec<Range<usize>>) -> Vec<Vec<Range<usize>>> {
    let [line] = entry.as_slice() else { return vec![entry] };
    let mut parts = Vec::new();
    let mut start = line.start;
    for part in sheet.slice(line).split_inclusive(';') {
        let range = bare(sheet, &(start..start + part.len()));
        start += part.len();
        if sheet.slice(&range).contains(is_word) {
            parts.push(vec![range]);
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::normalize;

    fn listed(text: &str) -> Option<(Vec<String>, usize)> {
        let clean = normalize(text);
        let sheet = Sheet::new(&clean.text, &clean.map);
        let found = addressees(&sheet, &(0..sheet.lines.len()))?;
        Some((found.entries.iter().map(|entry| sheet.flow(entry)).collect(), found.end))
    }

    #[test]
    fn one_or_several() {
        for (text, want, end) in [
            ("Kính gửi: Sở A.\n\nThực hiện", vec!["Sở A."], 1),
            ("Kính gửi: Chủ tịch xã\nSở A nhận được", vec!["Chủ tịch xã"], 1),
            (
                "Kính gửi:\n- Sở A;\n- Các sở, ban,\nngành.\nThực hiện",
                vec!["Sở A;", "Các sở, ban, ngành."],
                4,
            ),
            ("Kính gửi: - Sở A;\n- Sở B.\n- Theo đó", vec!["Sở A;", "Sở B."], 2),
            ("Kính gửi: Sở A; Sở B.\nThực hiện", vec!["Sở A;", "Sở B."], 1),
            ("Kính gửi:\n\nỦy ban nhân dân xã.\n\nThực hiện", vec!["Ủy ban nhân dân xã."], 2),
            ("Kính\ngửi:\n|\n- Sở A;\n- Sở B.\n|\nThực hiện", vec!["Sở A;", "Sở B."], 5),
        ] {
            let want: Vec<_> = want.into_iter().map(str::to_owned).collect();
            assert_eq!(listed(text), Some((want, end)), "{text}");
        }
        assert_eq!(listed("Kính đề nghị Sở A"), None);
        assert_eq!(listed("Kính\nđề nghị Sở A"), None);
    }

    #[test]
    fn those_a_telegram_calls_on() {
        let read = |text: &str| {
            let clean = normalize(text);
            let sheet = Sheet::new(&clean.text, &clean.map);
            let found = called(&sheet, &(0..sheet.lines.len()))?;
            let entries: Vec<_> = found.entries.iter().map(|entry| sheet.flow(entry)).collect();
            Some((entries.join(" / "), found.end))
        };
        let text = "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH SƠN HÀ điện:\n\n- Các sở: Y tế,\nNội vụ;\n\n- UBND xã.\n\nBão số 5";
        assert_eq!(read(text), Some(("Các sở: Y tế, Nội vụ; / UBND xã.".to_owned(), 4)));
        assert_eq!(read("Chủ tịch tỉnh điện:\nBão số 5"), None);
        assert_eq!(read("Đơn vị quản lý điện lực:\n- Sở A"), None);
    }
}
