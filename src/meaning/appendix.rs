//! Appendices and attached documents.

use std::ops::Range;

use crate::document::{Appendix, Block, FurnitureKind, Header, Paragraph, Text};
use crate::layout::{
    self, Ledger, Part, Sheet, appendix_heading, is_rule, motto, opens_attached_with, type_line,
};
use crate::lexicon::{
    is_dash, is_field, is_upper, is_word, skeleton, starts_with_skeleton, without_dash,
};
use crate::meaning::head::Head;
use crate::parser::Limits;
use crate::{meaning, outline};

/// Lines in which the heading of an appendix stands, its letterhead before it.
const HEADING: usize = 18;

/// Lines a title can take.
const TITLE: usize = 8;

/// Lines "(Kèm theo …)" can take.
const ATTACHED_WITH: usize = 4;

/// Reads what follows the signature on `lines`.
pub(crate) fn appendix(
    sheet: &Sheet<'_>,
    part: Part,
    limits: &Limits,
    ledger: &mut Ledger<'_>,
) -> Appendix {
    let first = sheet.lines[part.lines.clone()].first().map(|line| line.range.clone());
    let last = sheet.lines[part.lines.clone()].last().map(|line| line.range.clone());
    let ends: Vec<_> = first.into_iter().chain(last).collect();
    let (head, with) = opening(sheet, part.lines, ledger);
    let content = layout::content(sheet, &head.content, part.foot, ledger);
    let body = outline::read(sheet, &content, limits, ledger);
    let foot = meaning::foot(sheet, content.foot.clone(), ledger);
    let mut preamble = body.preamble;
    let before = own_header(head.header, head.addressees).into_iter().chain(with);
    preamble.splice(0..0, before.map(Block::Paragraph));
    Appendix {
        label: head.title,
        title: head.subject,
        kind: head.kind,
        span: sheet.hull(&ends),
        preamble,
        body: body.blocks,
        closing: body.closing,
        recipients: foot.recipients,
        signatures: foot.signatures,
    }
}

/// What an attached document has of a letterhead below its type line, as paragraphs: an appendix
/// has no header.
fn own_header(header: Header, addressees: Vec<Text>) -> Vec<Paragraph> {
    let number = header.number.map(|n| Text { text: n.text, span: n.span, parts: n.parts });
    let date = header.date.map(|d| Text { text: d.text, span: d.span, parts: d.parts });
    let texts =
        [header.parent_authority, number, header.place, date, header.secrecy, header.urgency];
    let texts = header.issuing_authorities.into_iter().chain(texts.into_iter().flatten());
    let mut found: Vec<_> = texts.chain(addressees).map(paragraph).collect();
    found.sort_by_key(|paragraph| paragraph.span);
    found
}

fn paragraph(text: Text) -> Paragraph {
    Paragraph { role: None, text: text.text, span: text.span, parts: text.parts }
}

/// Label, title and "(Kèm theo …)" of an appendix; of an attached document its head.
fn opening(
    sheet: &Sheet<'_>,
    lines: Range<usize>,
    ledger: &mut Ledger<'_>,
) -> (Head, Option<Paragraph>) {
    let window = lines.start..lines.end.min(lines.start + HEADING);
    let heading = window
        .clone()
        .find(|at| appendix_heading(sheet.line(*at)).is_some_and(|h| apart(sheet, *at, h.end)))
        .or_else(|| window.clone().next().filter(|first| names_itself(sheet, *first)));
    let typed = window.clone().find(|at| type_line(sheet.line(*at)).is_some());
    let mut head = Head::default();
    let mut with = None;
    let mut at = lines.start;
    match (heading, typed) {
        (Some(line), typed) if typed.is_none_or(|typed| line <= typed) => {
            letterhead(sheet, at..line, ledger);
            let text = sheet.line(line);
            let range = sheet.lines[line].range.clone();
            if let Some(found) = appendix_heading(text) {
                let label = range.start + found.start..range.start + found.end;
                head.title = Some(ledger.value(std::slice::from_ref(&label)));
                at = line + 1;
                let behind = text[found.end..].trim_start_matches(|c| {
                    is_dash(c) || matches!(c, ' ' | ':' | '.' | '_' | '*' | '|')
                });
                let rest = range.end - behind.len()..range.end;
                let pieces = if rest.is_empty() { Vec::new() } else { vec![rest] };
                (head.subject, with, at) = title(sheet, at..lines.end, pieces, ledger);
                // "PHỤ LỤC" / "(Kèm theo …)" / "DANH MỤC"
                if head.subject.is_none() && at < lines.end && sheet.is_upper(at) {
                    let below = title(sheet, at..lines.end, Vec::new(), ledger);
                    (head.subject, at) = (below.0, below.2);
                }
            }
        }
        (_, Some(line)) => {
            letterhead(sheet, at..line, ledger);
            head = meaning::head(sheet, line..lines.end, ledger);
            at = head.content.start;
            if head.title.is_none() && at <= line {
                (head.title, at) =
                    (Some(ledger.value(&[sheet.lines[line].range.clone()])), line + 1);
                (head.subject, with, at) = title(sheet, at..lines.end, Vec::new(), ledger);
            } else if head.subject.is_none() && at < lines.end && sheet.is_upper(at) {
                (head.subject, with, at) = title(sheet, at..lines.end, Vec::new(), ledger);
            } else {
                (with, at) = attached_with(sheet, at..lines.end, ledger);
            }
        }
        _ => {
            let tops = window.start..window.end.min(window.start + LETTERHEAD);
            let below = |at: usize| motto(sheet.line(at)) || opens(sheet.line(at), "doclaptudo");
            let start = tops.rev().find(|at| below(*at)).map_or(at, |line| line + 1);
            letterhead(sheet, at..start, ledger);
            (head.subject, with, at) = title(sheet, start..lines.end, Vec::new(), ledger);
        }
    }
    head.content = at.min(lines.end)..lines.end;
    (head, with)
}

/// Whether a heading stands on a line of its own, or before its title.
fn apart(sheet: &Sheet<'_>, line: usize, end: usize) -> bool {
    let text = sheet.line(line);
    let rest = text[end..].trim_start();
    rest.is_empty()
        || rest.starts_with(|c| is_dash(c) || matches!(c, ':' | '.' | '('))
        || is_upper(rest)
}

/// Whether a part begins with its label and title on one line, and nothing between them: "Phụ lục I Danh
/// mục thiết bị".
fn names_itself(sheet: &Sheet<'_>, line: usize) -> bool {
    let text = sheet.line(line);
    appendix_heading(text)
        .is_some_and(|heading| text[heading.end..].trim_start().starts_with(char::is_uppercase))
}

/// Puts the letterhead of an appendix away: it repeats the one of its document.
fn letterhead(sheet: &Sheet<'_>, lines: Range<usize>, ledger: &mut Ledger<'_>) {
    for line in lines {
        for segment in sheet.cells(line) {
            let text = sheet.slice(&segment.range);
            let kind = if is_rule(text) {
                FurnitureKind::Rule
            } else if text.bytes().all(|b| b.is_ascii_digit()) {
                FurnitureKind::PageNumber
            } else if motto(text) || opens(text, "doclaptudo") {
                FurnitureKind::Motto
            } else {
                FurnitureKind::RunningHead
            };
            ledger.furniture(kind, std::slice::from_ref(&segment.range));
        }
    }
}

/// Whether the skeleton of the first words is `key`, whatever follows.
fn opens(text: &str, key: &str) -> bool {
    let ends = text.char_indices().filter(|(_, c)| !is_word(*c)).map(|(at, _)| at);
    ends.chain([text.len()]).any(|end| starts_with_skeleton(&text[..end], key) == Some(end))
}

/// The title of an appendix: the lines up to "(Kèm theo …)", the first unit or table.
fn title(
    sheet: &Sheet<'_>,
    lines: Range<usize>,
    mut pieces: Vec<Range<usize>>,
    ledger: &mut Ledger<'_>,
) -> (Option<Text>, Option<Paragraph>, usize) {
    let mut at = lines.start;
    let on_label_line = !pieces.is_empty();
    while at < lines.end && at < lines.start + TITLE {
        let line = &sheet.lines[at];
        let text = sheet.line(at);
        if is_rule(text) && text != "|" {
            ledger.furniture(FurnitureKind::Rule, std::slice::from_ref(&line.range));
            at += 1;
            continue;
        }
        let apart = line.blanks > 0 && !pieces.is_empty();
        let years =
            !apart && pieces.last().is_some_and(|last| completes_years(sheet.slice(last), text));
        let capitals = pieces.last().is_some_and(|last| is_upper(sheet.slice(last)));
        let goes_on = if pieces.is_empty() {
            true
        } else if capitals {
            // "DANH SÁCH" alone only says what follows.
            let bare = pieces.len() == 1 && sheet.slice(&pieces[0]).split(' ').count() <= 2;
            (is_upper(text) || bare && !apart) && !column_head(text)
        } else {
            !apart && (!on_label_line || text.starts_with(char::is_lowercase))
        };
        let titled = goes_on
            && !repeats(sheet, &pieces, text)
            && titles(text)
            && !opens_letterhead(sheet, at, lines.end);
        if !titled && !years {
            break;
        }
        let start = line.range.end - text.trim_start_matches(['#', ' ', '_']).len();
        pieces.push(start..line.range.end);
        at += 1;
    }
    let value = (!pieces.is_empty()).then(|| ledger.value(&pieces));
    let (with, at) = attached_with(sheet, at..lines.end, ledger);
    (value, with, at)
}

/// Whether a line goes on with the years the one above breaks off in: "GIAI ĐOẠN 2026 - / 2030", "2026 / - 2030".
fn completes_years(above: &str, below: &str) -> bool {
    const DIGITS: usize = 4;
    let above = above.trim_end();
    let year = without_dash(below);
    let digits = year.bytes().take_while(u8::is_ascii_digit).count();
    let parted = above.ends_with(is_dash) || below.starts_with(is_dash);
    let first = above.trim_end_matches(|c| is_dash(c) || c == ' ');
    digits == DIGITS && parted && first.ends_with(|c: char| c.is_ascii_digit())
}

/// Whether a line says again what the title ended with: below "BIỂU MẪU BÁO CÁO" the form itself begins
/// with "BÁO CÁO".
fn repeats(sheet: &Sheet<'_>, pieces: &[Range<usize>], text: &str) -> bool {
    type_line(text) == Some(text.len())
        && pieces.last().is_some_and(|last| skeleton(sheet.slice(last)).ends_with(&skeleton(text)))
}

/// Lines from the first body of a letterhead to its motto.
const LETTERHEAD: usize = 6;

/// Whether a letterhead begins on a line: capitals, and the motto right below.
fn opens_letterhead(sheet: &Sheet<'_>, line: usize, end: usize) -> bool {
    sheet.is_upper(line) && (line..end.min(line + LETTERHEAD)).any(|at| motto(sheet.line(at)))
}

/// Whether a line can be part of a title: no unit, cell, sentence or "(Kèm theo".
fn titles(text: &str) -> bool {
    let closes = |c: char| is_dash(c) || matches!(c, '.' | ')' | '/');
    let marked = text.find([' ', '\t']).is_some_and(|end| {
        let head = &text[..end];
        let digits = head.starts_with(|c: char| c.is_ascii_digit());
        let roman = head.trim_end_matches(closes).bytes().all(|b| matches!(b, b'I' | b'V' | b'X'));
        (digits || roman) && head.ends_with(closes)
            || matches!(head, "+" | "•" | "*")
            || head.chars().all(is_dash)
    });
    !marked
        && !column_head(text)
        && !is_field(text)
        && !opens_attached_with(text)
        && !text.contains(['|', '\t'])
        && !text.ends_with([';', ':', '.'])
        && text.len() <= 600
        && text.chars().any(char::is_alphabetic)
}

/// Whether a line is the first cell of a table's header: "STT", "TT".
fn column_head(text: &str) -> bool {
    let first = text.split([' ', '\t', '|']).find(|word| !word.is_empty()).unwrap_or_default();
    matches!(first, "STT" | "TT" | "Stt" | "S" | "Số" | "No")
}

/// "(Kèm theo Quyết định số …)" below a title: a paragraph of its own.
fn attached_with(
    sheet: &Sheet<'_>,
    lines: Range<usize>,
    ledger: &mut Ledger<'_>,
) -> (Option<Paragraph>, usize) {
    let mut start = lines.start;
    while start < lines.end && is_rule(sheet.line(start)) && sheet.line(start) != "|" {
        start += 1;
    }
    if start >= lines.end || !opens_attached_with(sheet.line(start)) {
        return (None, lines.start);
    }
    for rule in lines.start..start {
        ledger.furniture(FurnitureKind::Rule, std::slice::from_ref(&sheet.lines[rule].range));
    }
    let mut end = start + 1;
    let closed = |line: usize| {
        sheet.line(line).trim_end_matches(['*', '_', ' ', '.', ';', '|']).ends_with([')', ']'])
    };
    while end < lines.end && end < start + ATTACHED_WITH && !closed(end - 1) {
        end += 1;
    }
    let end = if closed(end - 1) { end } else { start + 1 };
    let pieces: Vec<_> = sheet.lines[start..end].iter().map(|line| line.range.clone()).collect();
    (Some(ledger.paragraph(None, &pieces)), end)
}
