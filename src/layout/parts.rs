//! Where one document ends and the next begins: the document proper, its appendices, and documents
//! attached after its signature.

use std::ops::Range;

use super::foot::{Mark, archive, bullet, closing_block, foot_at};
use super::{Sheet, is_rule};
use crate::lexicon::types::type_at_start;
use crate::lexicon::{
    MOTTOS, Motto, begins_with_any, fold, is_dash, is_upper, is_word, skeleton,
    starts_with_skeleton,
};

/// Parts that are told apart. What follows belongs to the last one: no document has as many.
const PARTS: usize = 500;

/// Lines of a letterhead above the type line of an attached document.
const LETTERHEAD: usize = 18;

/// Lines in which "(Kèm theo …)" follows the title of an attachment.
const ATTACHED_WITH: usize = 12;

/// Longest heading of an appendix that holds its title on the same line, in bytes.
const HEADING_BYTES: usize = 400;

/// First words of the heading of an appendix (NĐ 30/2020 Phụ lục I, Phần III; forms and tables are
/// appended in the same way).
const APPENDIX_WORDS: &[&str] = &["phuluc", "phubieu", "bieumau", "maubieu", "bieu", "mau"];

/// A document, or an appendix of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Part {
    /// Its lines.
    pub(crate) lines: Range<usize>,
    /// The first foot among them.
    pub(crate) foot: Option<Range<usize>>,
}

/// The parts of the first `lines` lines; the first part is the document proper with its foot.
pub(crate) fn parts(sheet: &Sheet<'_>, lines: usize) -> Vec<Part> {
    let all = 0..lines;
    let mut starts = vec![0];
    let mut feet: Vec<Option<Range<usize>>> = vec![None];
    let (mut line, mut footed) = (0, false);
    // The last line with a motto: the second letterhead opens another document.
    let mut headed: Option<usize> = None;
    while line < all.end && starts.len() < PARTS {
        if let Some(foot) = foot_at(sheet, line, &all) {
            footed = true;
            feet.resize(starts.len(), None);
            line = foot.end.max(line + 1);
            if let Some(next) = attached(sheet, line).filter(|_| line < all.end) {
                starts.push(line);
                line = next + 1;
            }
            if let Some(first @ None) = feet.last_mut() {
                *first = Some(foot);
            }
            continue;
        }
        if line > 0 && last_is_apart(&starts, line) && may_open_part(sheet.line(line)) {
            let opens = opens_part(sheet, line, footed);
            // A post and a name alone may end the document before an appendix as well.
            let signed = !footed && !opens && opens_part(sheet, line, true);
            if opens || signed && closing_block(sheet, &(0..line)).is_some() {
                footed |= signed;
                starts.push(line);
            }
        }
        if motto(sheet.line(line)) {
            // The form that an appendix consists of is no other document.
            let opened = starts.last().max(headed.as_ref()).copied().unwrap_or_default();
            let apart = headed.is_some() && line > opened + BETWEEN;
            if apart && let Some(kind) = opens_document(sheet, line, all.end) {
                starts.push(top_of(sheet, line));
                line = kind;
            }
            headed = Some(line);
        }
        line += 1;
    }
    let ends = starts.iter().skip(1).copied().chain([all.end]);
    feet.resize(starts.len(), None);
    let lines = starts.iter().copied().zip(ends).map(|(start, end)| start..end);
    lines.zip(feet).map(|(lines, foot)| Part { lines, foot }).collect()
}

/// Lines of the shortest document from its motto to the next one.
const BETWEEN: usize = 12;

/// The first line of the letterhead whose motto stands on `line`: its bodies may stand above, in capitals.
fn top_of(sheet: &Sheet<'_>, line: usize) -> usize {
    const BODIES: usize = 4;
    let above = |at: &usize| sheet.lines[at + 1].blanks == 0 && sheet.is_upper(*at);
    line - (line.saturating_sub(BODIES)..line).rev().take_while(above).count()
}

/// Whether another document begins on `line`, which holds a motto, though none has ended: its number follows, and its
/// type on a line of its own. Gives the line of the type.
fn opens_document(sheet: &Sheet<'_>, line: usize, end: usize) -> Option<usize> {
    let head = line..end.min(line + LETTERHEAD);
    let kind = head.skip(1).find(|at| {
        let text = sheet.line(*at);
        is_upper(text) && type_line(text) == Some(text.len())
    })?;
    let numbered = |at: usize| {
        sheet.cells(at).iter().any(|cell| {
            let text = sheet.slice(&cell.range);
            starts_with_skeleton(text, "so").is_some_and(|len| text[len..].starts_with(':'))
        })
    };
    (line..kind).any(numbered).then_some(kind)
}

fn last_is_apart(starts: &[usize], line: usize) -> bool {
    starts.last().is_none_or(|last| line > *last)
}

/// Whether a line is the heading of an appendix: "PHỤ LỤC I", "Phụ lục số 02", "Mẫu số 01".
///
/// Behind a foot small letters count as well; before one only "PHỤ LỤC" in capitals on its own line.
pub(crate) fn opens_part(sheet: &Sheet<'_>, line: usize, footed: bool) -> bool {
    let text = sheet.line(line);
    if !may_open_part(text) {
        return false;
    }
    let Some(heading) = appendix_heading(text) else { return false };
    let rest = text[heading.end..].trim();
    let upper = is_upper(&text[heading.start..heading.end]);
    if !footed {
        return upper && rest.is_empty() && heading.word == "phuluc" && titled(sheet, line);
    }
    if rest.is_empty() || heading.punctuated {
        let apart = stands_apart(sheet, line);
        return match heading.word {
            "phuluc" | "phubieu" => {
                upper
                    || apart && names_itself(&heading, rest)
                    || (apart || capitals(sheet, line + 1..sheet.lines.len().min(line + 2)))
                        && titled(sheet, line)
            }
            _ => apart && heading.numbered && titled(sheet, line),
        };
    }
    // "Phụ lục I Danh mục thiết bị", but no "Phụ lục I Nghị định số 30/2020/NĐ-CP".
    let names = || {
        let cited = type_at_start(rest).is_some() && rest.contains(|c: char| c.is_ascii_digit());
        names_itself(&heading, rest) && !cited && stands_apart(sheet, line)
    };
    heading.word == "phuluc" && (upper && is_upper(rest) || names() && !listed(sheet, line))
}

/// Whether a line begins with the first letter of such a heading.
fn may_open_part(text: &str) -> bool {
    let first = text.bytes().find(|b| !matches!(b, b'#' | b' ' | b'_'));
    matches!(first, Some(b'P' | b'B' | b'M')) && text.len() <= HEADING_BYTES
}

/// Whether the next line is a heading of the same kind: a list of what is attached.
fn listed(sheet: &Sheet<'_>, line: usize) -> bool {
    let next = (line + 1 < sheet.lines.len()).then(|| sheet.line(line + 1));
    next.is_none_or(|next| appendix_heading(next).is_some_and(|heading| heading.word == "phuluc"))
}

/// Whether a line does not go on with the one above.
fn stands_apart(sheet: &Sheet<'_>, line: usize) -> bool {
    let found = &sheet.lines[line];
    found.blanks > 0 || found.new_page || found.indent >= RIGHT_INDENT || behind_foot(sheet, line)
}

/// A line indented this far is centred or stands at the right.
const RIGHT_INDENT: u16 = 16;

/// Whether the line above ends a foot: the signer's name, or the archive line.
fn behind_foot(sheet: &Sheet<'_>, line: usize) -> bool {
    let cells = line.checked_sub(1).map(|above| sheet.cells(above)).unwrap_or_default();
    cells.last().is_some_and(|cell| {
        let text = sheet.slice(&cell.range);
        cell.mark(sheet) == Mark::Name || archive(&text[bullet(text)..]).is_some()
    })
}

/// Whether a numbered heading holds its title on the same line: "Phụ lục 1: Danh mục thiết bị".
fn names_itself(heading: &Heading, rest: &str) -> bool {
    let title = rest.trim_start_matches(|c| is_dash(c) || matches!(c, ' ' | ':' | '.' | '/'));
    heading.numbered
        && title.starts_with(char::is_uppercase)
        && !title.ends_with(['.', ';', ':', ','])
}

/// The label of an appendix in its heading line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Heading {
    /// Where the label starts, behind markup signs.
    pub(crate) start: usize,
    /// Where it ends.
    pub(crate) end: usize,
    word: &'static str,
    numbered: bool,
    punctuated: bool,
}

/// The label at the start of a heading: "PHỤ LỤC SỐ 01" of "PHỤ LỤC SỐ 01: DANH MỤC".
pub(crate) fn appendix_heading(text: &str) -> Option<Heading> {
    let start = text.len() - text.trim_start_matches(['#', ' ', '_']).len();
    let body = &text[start..];
    let word = APPENDIX_WORDS.iter().find(|word| starts_with_skeleton(body, word).is_some())?;
    let mut end = starts_with_skeleton(body, word)?;
    // "PHỤ LỤC SỐ 01" but not "PHỤ LỤC SỔ GỐC".
    let label = body[end..].trim_start();
    if let Some(more) = starts_with_skeleton(label, "so")
        && label[more..]
            .trim_start_matches([' ', ':', '.'])
            .starts_with(|c: char| c.is_ascii_digit() || matches!(c, 'I' | 'V' | 'X'))
    {
        end = body.len() - label.len() + more;
    }
    let rest = body[end..].trim_start_matches([' ', ':', '.']);
    let token_end =
        rest.find(|c: char| !(c.is_ascii_alphanumeric() || joins(c))).unwrap_or(rest.len());
    let token = rest[..token_end].trim_end_matches(joins);
    let number = !token.is_empty()
        && token.len() <= 8
        && (token.as_bytes()[0].is_ascii_digit()
            || token.bytes().all(|b| matches!(b, b'I' | b'V' | b'X' | b'L'))
            || token.len() == 1 && token.as_bytes()[0].is_ascii_uppercase()
            || token.len() <= 5 && token.bytes().any(|b| b.is_ascii_digit()));
    let ends = rest[token.len()..].chars().next().is_none_or(|c| !is_word(c));
    if number && ends {
        end = body.len() - rest.len() + token.len();
    }
    let tail = body[end..].trim_start();
    let punctuated =
        tail.starts_with(|c| is_dash(c) || matches!(c, ':' | '.' | '/' | '(' | '_' | '*'));
    if body[..end].chars().next_back().is_some_and(char::is_whitespace) {
        return None;
    }
    Some(Heading { start, end: start + end, word, numbered: number && ends, punctuated })
}

/// Whether a sign may stand within the number of an appendix: "1.2", "01/BC", "2-KH".
fn joins(c: char) -> bool {
    is_dash(c) || matches!(c, '.' | '/')
}

/// Whether something like a title follows a heading, and no row of numbers.
fn titled(sheet: &Sheet<'_>, line: usize) -> bool {
    let next = (line + 1..sheet.lines.len()).map(|at| sheet.line(at)).find(|text| !is_rule(text));
    next.is_some_and(|text| {
        let first = text.chars().find(|c| !matches!(c, '#' | '_' | '(' | '*' | ' ' | '“' | '"'));
        first.is_some_and(char::is_uppercase) && !text.starts_with('|')
    })
}

/// Whether a document or an unlabelled attachment begins on `line`, right behind a foot; gives the line
/// that says so: its type line, its heading, the title of a list, or "(Kèm theo …)".
fn attached(sheet: &Sheet<'_>, line: usize) -> Option<usize> {
    let end = sheet.lines.len().min(line + LETTERHEAD);
    let first = (line..end).find(|at| !is_rule(sheet.line(*at)));
    if let Some(first) = first.filter(|at| titles_list(sheet.line(*at))) {
        return Some(first);
    }
    let mut letterhead = false;
    for at in line..end {
        let text = sheet.line(at);
        if is_rule(text) {
            continue;
        }
        if type_line(text).is_some() || opens_part(sheet, at, true) {
            return Some(at);
        }
        letterhead |= motto(text);
        let attached_with = opens_attached_with(text);
        if attached_with && at > line && at - line <= ATTACHED_WITH && capitals(sheet, line..at) {
            return Some(at);
        }
        let heads = text.len() <= 240
            && !text.ends_with(['.', ';'])
            && !text.starts_with(|c| is_dash(c) || matches!(c, '+' | '['));
        if !heads {
            break;
        }
    }
    letterhead.then_some(line)
}

/// What is appended under its own name: "Danh mục các văn bản đã ban hành", "DỰ TOÁN KINH PHÍ".
const LISTS: &[&str] = &["danhmuc", "danhsach", "dutoan", "bangtonghop", "bangphancong"];

/// Most bytes of such a title.
const LIST_BYTES: usize = 200;

/// Whether a line right behind a foot is the title of a list that is appended without the word "Phụ lục".
fn titles_list(text: &str) -> bool {
    text.len() <= LIST_BYTES
        && text.starts_with(char::is_uppercase)
        && !text.ends_with(['.', ';', ':', ','])
        && begins_with_any(text, LISTS).is_some()
}

/// Whether the first written line of a range is in capitals.
fn capitals(sheet: &Sheet<'_>, lines: Range<usize>) -> bool {
    let first = lines.map(|at| sheet.line(at)).find(|text| !is_rule(text));
    first.is_some_and(is_upper)
}

/// Longest line of a letterhead in bytes, both columns on it.
const MOTTO_BYTES: usize = 320;

/// Letters by which the shortest motto is known.
const SHORTEST_MOTTO: usize = 12;

/// Whether a line holds the national motto or the name of the Party, as a letterhead does.
pub(crate) fn motto(text: &str) -> bool {
    if !(SHORTEST_MOTTO..=MOTTO_BYTES).contains(&text.len()) {
        return false;
    }
    let known = |rest: &str| {
        let first = rest.chars().next().and_then(fold);
        let mut begin = MOTTOS.iter().filter(|motto| motto.key.bytes().next() == first);
        begin.any(|motto| opens_motto(rest, motto))
    };
    // Every motto that may stand within a line begins with "Cộng", "Độc" or "Đảng", letters perhaps spaced.
    let bytes = text.as_bytes();
    let vowel = |at: usize| match bytes.get(at) {
        Some(byte) => !byte.is_ascii() || matches!(byte, b'o' | b'O' | b'a' | b'A'),
        None => false,
    };
    let goes_on = |at: usize| vowel(at) || bytes.get(at).is_some_and(u8::is_ascii_whitespace);
    let begins = |at: usize| match bytes[at] {
        b'C' | b'c' | b'D' | b'd' => goes_on(at + 1),
        // Ð and ð, Đ and đ.
        0xc3 => matches!(bytes.get(at + 1), Some(0x90 | 0xb0)) && goes_on(at + 2),
        0xc4 => matches!(bytes.get(at + 1), Some(0x90 | 0x91)) && goes_on(at + 2),
        _ => false,
    };
    let found = (0..bytes.len()).any(|at| begins(at) && known(&text[at..]));
    // "nước Cộng hòa xã hội chủ nghĩa Việt Nam" and the Party are also named in running text.
    found
        && (is_upper(text)
            || text.contains('|')
            || !text.contains("nước") && !skeleton(text).contains("dangcongsan"))
}

/// Whether `text` begins with as much of a motto as it is known by.
fn opens_motto(text: &str, motto: &Motto) -> bool {
    let letters = motto.breaks.get(motto.known_by).copied().unwrap_or(motto.key.len());
    let key = motto.key[..letters].bytes();
    motto.mid_line && text.chars().filter_map(fold).take(letters).eq(key)
}

/// Whether a line opens "(Kèm theo …", "(Ban hành kèm theo …".
pub(crate) fn opens_attached_with(text: &str) -> bool {
    let Some(inner) = text.trim_start_matches(['*', '_', ' ', '|']).strip_prefix(['(', '[']) else {
        return false;
    };
    ["kemtheo", "banhanhkemtheo", "dinhkem", "banhanhtheo"]
        .iter()
        .any(|key| starts_with_skeleton(inner.trim_start(), key).is_some())
}

/// The type of document that a line in capitals names: "KẾ HOẠCH", "ĐIỀU LỆ (SỬA ĐỔI)".
pub(crate) fn type_line(text: &str) -> Option<usize> {
    let start = text.len() - text.trim_start_matches(['#', ' ', '_', '|', '*']).len();
    let body = &text[start..];
    let body = starts_with_skeleton(body, "duthao").map_or(body, |end| body[end..].trim_start());
    let (_, end) = type_at_start(body)?;
    let name = &body[..end];
    let rest = body[end..].trim();
    let subject =
        rest.chars().next().is_some_and(char::is_uppercase) && rest.len() <= HEADING_BYTES;
    let holds = is_upper(name) && (rest.is_empty() || subject || rest.starts_with('('));
    holds.then_some(text.len() - body.len() + end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::SourceMap;

    fn starts(text: &str) -> Vec<String> {
        let map = SourceMap::default();
        let sheet = Sheet::new(text, &map);
        parts(&sheet, sheet.lines.len())
            .iter()
            .map(|part| sheet.line(part.lines.start).to_owned())
            .collect()
    }

    const FOOT: &str = "Nơi nhận:\n- UBND tỉnh;\n- Lưu: VT.\nGIÁM ĐỐC\nLê Thị Mai\n\n";

    #[test]
    fn appendices_follow_the_foot() {
        let text = format!(
            "KẾ HOẠCH\nA.\n{FOOT}PHỤ LỤC I\nDANH MỤC\n1. A\n\nPhụ lục II\nKinh phí\n2. B\n"
        );
        assert_eq!(starts(&text), ["KẾ HOẠCH", "PHỤ LỤC I", "Phụ lục II"]);
    }

    #[test]
    fn a_heading_in_small_letters() {
        for (heading, want) in [
            ("Phụ lục I Danh mục thiết bị", 2),
            ("Phụ lục 02 Kinh phí thực hiện", 2),
            ("Phụ lục I Nghị định số 30/2020/NĐ-CP", 1),
            ("Phụ lục I của Kế hoạch", 1),
            ("Phụ lục I Danh mục thiết bị kèm theo.", 1),
        ] {
            let text = format!("KẾ HOẠCH\nA.\n{FOOT}{heading}\nMáy quét\n");
            assert_eq!(starts(&text).len(), want, "{heading}");
        }
    }

    #[test]
    fn mentions_of_an_appendix_open_nothing() {
        let text = format!(
            "KẾ HOẠCH\n1. Nhiệm vụ theo\nPhụ lục I kèm theo.\n- Phụ lục 2: kinh phí.\n{FOOT}"
        );
        assert_eq!(starts(&text).len(), 1);
    }

    #[test]
    fn an_appendix_without_a_foot_before_it() {
        let text = "KẾ HOẠCH\nA. Nội dung.\n\nPHỤ LỤC\nDANH MỤC NHIỆM VỤ\n1. A\n";
        assert_eq!(starts(text), ["KẾ HOẠCH", "PHỤ LỤC"]);
    }

    #[test]
    fn a_document_follows_the_decision() {
        let text = format!("QUYẾT ĐỊNH\nĐiều 1. A.\n{FOOT}KẾ HOẠCH\nKiểm tra năm 2020\nI. B\n");
        assert_eq!(starts(&text), ["QUYẾT ĐỊNH", "KẾ HOẠCH"]);
        let text = format!(
            "QUYẾT ĐỊNH\nĐiều 1. A.\n{FOOT}UBND HUYỆN B\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nQUY CHẾ\nI. B\n"
        );
        assert_eq!(starts(&text), ["QUYẾT ĐỊNH", "UBND HUYỆN B"]);
    }

    #[test]
    fn no_more_parts_than_a_document_has() {
        let text = "PHỤ LỤC\n".repeat(PARTS * 2);
        assert_eq!(starts(&text).len(), PARTS);
    }

    #[test]
    fn mottos_within_a_line() {
        for (line, want) in [
            ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", true),
            ("UBND XÃ A CỘNG HÒA XÃ HỘI", true),
            ("Độc lập - Tự do - Hạnh phúc", true),
            ("nước Cộng hòa xã hội chủ nghĩa Việt Nam", false),
            ("Đảng Cộng sản Việt Nam", false),
            ("Cộng tác viên", false),
        ] {
            assert_eq!(motto(line), want, "{line}");
        }
    }

    #[test]
    fn headings() {
        for (line, want) in [
            ("PHỤ LỤC", Some("PHỤ LỤC")),
            ("PHỤ LỤC SỐ 01", Some("PHỤ LỤC SỐ 01")),
            ("## Phụ lục 1: DANH MỤC", Some("Phụ lục 1")),
            ("Mẫu số 02a", Some("Mẫu số 02a")),
            ("Mẫu biểu số 01", Some("Mẫu biểu số 01")),
            ("BIỂU SỐ 1", Some("BIỂU SỐ 1")),
            ("Biểu dương", Some("Biểu")),
            ("PHỤ LỤC SỔ GỐC", Some("PHỤ LỤC")),
            ("PHỤC VỤ", None),
        ] {
            let found = appendix_heading(line).map(|h| &line[h.start..h.end]);
            assert_eq!(found, want, "{line}");
        }
    }
}
