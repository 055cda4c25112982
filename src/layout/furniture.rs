//! Lines that belong to the page: page numbers, rules, running heads.

use std::collections::HashMap;
use std::ops::Range;

use super::Sheet;
use crate::document::FurnitureKind;
use crate::lexicon::{is_dash, is_word};

/// Words before a page number.
const PAGES: [&str; 4] = ["Trang ", "trang ", "PAGE ", "Page "];

/// The page number a line holds: "3", "- 3 -", "Trang 3", "3/7", "=== Page 3 of 7 ===".
pub(super) fn page_number(line: &str) -> Option<u32> {
    let apart = |c: char| c.is_whitespace() || is_dash(c) || matches!(c, '|' | '=');
    let line = line.trim_start_matches(apart);
    // Nearly every line begins with another letter.
    if !matches!(line.bytes().next()?, b'0'..=b'9' | b'T' | b't' | b'P') {
        return None;
    }
    let line = line.trim_end_matches(apart);
    let line = PAGES.iter().find_map(|word| line.strip_prefix(word)).map_or(line, str::trim_start);
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let (number, rest) = line.split_at(digits);
    let total = rest.strip_prefix('/').or_else(|| rest.strip_prefix(" of ")).map(str::trim);
    let whole = rest.is_empty()
        || total.is_some_and(|t| !t.is_empty() && t.bytes().all(|b| b.is_ascii_digit()));
    if digits == 0 || digits > 4 || !whole {
        return None;
    }
    number.parse().ok()
}

/// Whether a line is drawn and not written: "-----", "* * *", "¯¯¯", or holds signs of markup only: "#".
pub(crate) fn is_rule(line: &str) -> bool {
    let mut drawn = 0;
    for c in line.chars() {
        match c {
            '-' | '–' | '—' | '_' | '=' | '~' | '¯' | '*' | '.' | '…' | '─' | '━' | '+' =>
            {
                drawn += 1;
            }
            '|' | '#' | ' ' | '\t' | ':' => {}
            _ => return false,
        }
    }
    drawn >= 3 || line.chars().all(|c| matches!(c, '*' | '|' | '#' | ' '))
}

/// Whether a line holds marks of a scanner only: "' ¬". A bullet or a quotation mark alone may belong
/// to the lines around it.
fn is_debris(line: &str) -> bool {
    line.len() <= MAX_DEBRIS
        && !line.chars().any(is_word)
        && line.chars().filter(|c| !c.is_whitespace()).nth(1).is_some()
}

/// Longest line of debris, in bytes.
const MAX_DEBRIS: usize = 40;

/// The furniture among `lines`: the index of each such line and what it is; and the last page number. `before` is
/// the number of the page before them: tables and appendices lie on pages too.
///
/// A lone integer is a page number if it continues the count of pages, or is a small one at the
/// first occurrence, and stands at a page break, between blank lines, far to the right, or where a
/// sentence runs on (NĐ 30/2020 Phụ lục I prints it top centre from page 2).
pub(crate) fn furniture(
    sheet: &Sheet<'_>,
    lines: &Range<usize>,
    before: Option<u32>,
) -> (Vec<(usize, FurnitureKind)>, Option<u32>) {
    let mut found = Vec::new();
    let (mut last_page, mut last_index) = (None, lines.start);
    for index in lines.clone() {
        let text = sheet.line(index);
        if text.len() > MAX_DRAWN {
            continue;
        }
        if is_rule(text) || is_debris(text) {
            found.push((index, FurnitureKind::Rule));
        } else if sheet.lines[index].traits.is_page_break() {
            found.push((index, FurnitureKind::Chrome));
        } else if let Some(page) = page_number(text)
            && (says_page(text)
                || (continues(last_page, page) || last_page.is_none() && goes_on(before, page))
                    && stands_apart(sheet, index, lines)
                || last_page.is_some_and(|last| {
                    skips(last, page, index - last_index) && !follows(sheet, index, lines, last + 1)
                }) && parts_pages(sheet, index, lines))
        {
            (last_page, last_index) = (Some(page), index);
            found.push((index, FurnitureKind::PageNumber));
        }
    }
    let numbers = headed_numbers(sheet, lines, &found);
    if !numbers.is_empty() {
        found.extend(numbers.into_iter().map(|index| (index, FurnitureKind::PageNumber)));
        found.sort_by_key(|(index, _)| *index);
    }
    let heads = running_heads(sheet, lines, &found);
    if !heads.is_empty() {
        found.extend(heads.into_iter().map(|index| (index, FurnitureKind::RunningHead)));
        found.sort_by_key(|(index, _)| *index);
    }
    (found, last_page)
}

/// Longest line that may be a rule or hold a page number, in bytes.
const MAX_DRAWN: usize = 200;

/// Longest running head, in bytes.
const MAX_HEAD: usize = 160;

/// Lines between two page numbers, at least, where no form feed parts the pages.
const PAGE_LINES: usize = 15;

/// Longest page number, in bytes: "12 / 345".
const MAX_NUMBER: usize = 12;

/// Figures on lines of their own that count the pages: each stands beside the same words.
fn headed_numbers(
    sheet: &Sheet<'_>,
    lines: &Range<usize>,
    found: &[(usize, FurnitureKind)],
) -> Vec<usize> {
    let mut beside: HashMap<(bool, String), Vec<(usize, u32)>> = HashMap::new();
    let figure = |line: &usize| {
        let text = sheet.line(*line).as_bytes();
        text.len() <= MAX_NUMBER && text[0].is_ascii_digit()
    };
    for index in lines.clone().filter(figure) {
        let Some(page) = page_number(sheet.line(index)) else { continue };
        for (above, head) in [(true, index.wrapping_sub(1)), (false, index + 1)] {
            if lines.contains(&head)
                && let Some(words) = masked(sheet.line(head))
            {
                beside.entry((above, words)).or_default().push((index, page));
            }
        }
    }
    let breaks = |(index, _): &(usize, u32)| {
        let around = index.saturating_sub(1)..(index + 3).min(sheet.lines.len());
        around.into_iter().any(|line| sheet.lines[line].new_page)
    };
    let pages = beside.into_values().filter(|all| {
        let counted = all.len() > 1 && all.windows(2).all(|pair| pair[1].1 == pair[0].1 + 1);
        counted && (all.iter().all(breaks) || are_pages(all))
    });
    let mut numbers: Vec<usize> = pages.flatten().map(|(index, _)| index).collect();
    numbers.sort_unstable();
    numbers.dedup();
    numbers.retain(|index| found.binary_search_by_key(index, |(at, _)| *at).is_err());
    numbers
}

/// Whether figures on these lines count pages: they lie a page apart, and as far down as so many pages
/// reach. Row numbers do not.
fn are_pages(all: &[(usize, u32)]) -> bool {
    let [(first, page), .., (last, _)] = all else { return false };
    let far = all.windows(2).all(|pair| pair[1].0 - pair[0].0 >= PAGE_LINES);
    let lines_a_page = (last - first) / (all.len() - 1);
    let above = lines_a_page * page.saturating_sub(1) as usize;
    far && *first * 2 >= above && *first <= (above + lines_a_page) * 2
}

/// A line that other pages may repeat but for its figures: words, and no sentence.
fn masked(text: &str) -> Option<String> {
    let head = text.len() <= MAX_HEAD
        && !text.ends_with(['.', ';', ','])
        && text.chars().any(char::is_alphabetic);
    head.then(|| text.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect())
}

/// Lines at the edge of a page, beside a page number or a form feed, that other pages repeat but
/// for their figures: "CÔNG BÁO/Số 27/Ngày 18-10-2021".
fn running_heads(
    sheet: &Sheet<'_>,
    lines: &Range<usize>,
    found: &[(usize, FurnitureKind)],
) -> Vec<usize> {
    let numbers = found.iter().filter(|(_, kind)| *kind == FurnitureKind::PageNumber);
    let beside = numbers.flat_map(|(index, _)| [index.wrapping_sub(1), index + 1]);
    let breaks = lines.clone().filter(|index| sheet.lines[*index].new_page);
    let edges = beside.chain(breaks.flat_map(|index| [index.wrapping_sub(1), index]));
    let mut edges: Vec<_> = edges.filter(|index| lines.contains(index)).collect();
    edges.sort_unstable();
    edges.dedup();
    let mut repeated: HashMap<String, Vec<usize>> = HashMap::new();
    for index in edges {
        let taken = found.binary_search_by_key(&index, |(at, _)| *at).is_ok();
        if !taken && let Some(words) = masked(sheet.line(index)) {
            repeated.entry(words).or_default().push(index);
        }
    }
    repeated.into_values().filter(|places| places.len() > 1).flatten().collect()
}

fn continues(last: Option<u32>, page: u32) -> bool {
    match last {
        Some(last) => page == last + 1,
        None => (1..=4).contains(&page),
    }
}

/// Page numbers in a row that a scan may have lost.
const LOST_PAGES: u32 = 3;

/// Whether a page, `lines` below the number of another, is one of the next, the numbers between them lost.
fn skips(last: u32, page: u32, lines: usize) -> bool {
    (last + 2..=last + 1 + LOST_PAGES).contains(&page)
        && lines >= PAGE_LINES * (page - last) as usize
}

/// Whether the number of a page stands below, alone on a line: it is not lost, and `index` is that of a footnote.
fn follows(sheet: &Sheet<'_>, index: usize, lines: &Range<usize>, page: u32) -> bool {
    let below = (index + 1..lines.end).take(PAGE_LINES * (1 + LOST_PAGES) as usize);
    below.into_iter().any(|line| page_number(sheet.line(line)) == Some(page))
}

/// Pages that a table may lie on, whose numbers are among its cells.
const TABLE_PAGES: u32 = 3;

/// Whether a page is the next behind those before a table, or soon after.
fn goes_on(before: Option<u32>, page: u32) -> bool {
    before.is_some_and(|before| (before + 1..=before + TABLE_PAGES).contains(&page))
}

fn stands_apart(sheet: &Sheet<'_>, index: usize, lines: &Range<usize>) -> bool {
    let line = &sheet.lines[index];
    let next = sheet.lines.get(index + 1);
    let between_blanks = line.blanks > 0 && next.is_none_or(|next| next.blanks > 0);
    parts_pages(sheet, index, lines)
        || between_blanks
        || line.blanks > 0 && index > lines.start && !ends_unit(sheet.line(index - 1))
}

/// Whether a page ends beside a line, or a sentence runs on across it.
fn parts_pages(sheet: &Sheet<'_>, index: usize, lines: &Range<usize>) -> bool {
    let line = &sheet.lines[index];
    let last = index + 1 >= lines.end;
    let next = sheet.lines.get(index + 1);
    let page_break = line.new_page || next.is_none_or(|next| next.new_page);
    let runs_on = !last && sheet.line(index + 1).chars().next().is_some_and(char::is_lowercase);
    let above = if index > lines.start { sheet.line(index - 1) } else { "" };
    // Wrapping leaves no figure alone on a line: there was room for the next word.
    let torn = above.len() >= FULL_LINE && !ends_unit(above) && !sheet.is_upper(index - 1);
    last || page_break || line.indent >= 30 || runs_on || torn
}

/// Whether a line says that it is a page number: "Trang 3", "- 3 -".
fn says_page(text: &str) -> bool {
    let words = text.trim_start_matches(|c: char| is_dash(c) || matches!(c, '=' | ' '));
    PAGES.iter().any(|word| words.starts_with(word))
        || text.starts_with(is_dash) && text.ends_with(is_dash)
}

/// Fewest bytes of a line that reaches the right margin of a page.
const FULL_LINE: usize = 60;

fn ends_unit(text: &str) -> bool {
    text.ends_with(['.', ';', ':', '/'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn page_numbers() {
        for (line, want) in [
            ("3", Some(3)),
            ("- 12 -", Some(12)),
            ("Trang 4", Some(4)),
            ("3/7", Some(3)),
            ("PAGE  2", Some(2)),
            ("--- Page 2 ---", Some(2)),
            ("=== Page 2 of 7 ===", Some(2)),
            ("Page two", None),
            ("3.", None),
            ("2020 trình", None),
            ("24/", None),
            ("12345", None),
            ("III", None),
        ] {
            assert_eq!(page_number(line), want, "{line}");
        }
    }

    #[test]
    fn a_page_number_before_a_capital() {
        let full = "Các đơn vị tổng hợp, báo cáo kết quả thực hiện về";
        for (text, found) in [
            (format!("{full}\n2\nSở Nội vụ theo quy định."), true),
            (format!("{full}.\n2\nSở Nội vụ theo quy định."), false),
            ("Gửi về\n- 2 -\nSở Nội vụ.".to_owned(), true),
            ("Gửi về\nTrang 9/12\nSở Nội vụ.".to_owned(), true),
            ("Gửi về\n2\nSở Nội vụ.".to_owned(), false),
        ] {
            let map = crate::source::SourceMap::default();
            let sheet = Sheet::new(&text, &map);
            let pages = furniture(&sheet, &(0..sheet.lines.len()), None).0;
            assert_eq!(!pages.is_empty(), found, "{text}");
        }
    }

    #[test]
    fn a_page_number_behind_lost_ones() {
        let page = "Các đơn vị tổng hợp, báo cáo kết quả thực hiện về.\n".repeat(PAGE_LINES);
        for (text, found) in [
            (format!("{page}kết quả\n2\ncủa xã.\n{page}{page}kết quả\n4\ncủa xã."), 2),
            // Nothing runs on across it.
            (format!("{page}kết quả\n2\ncủa xã.\n{page}{page}\n4\n\nKết quả."), 1),
            // The number between follows: "4" is a footnote.
            (
                format!(
                    "{page}kết quả\n2\ncủa xã.\n{page}{page}kết quả\n4\ncủa xã.\nkết quả\n3\ncủa"
                ),
                2,
            ),
            // Too near, or too far on.
            (format!("{page}kết quả\n2\ncủa xã.\n{page}kết quả\n4\ncủa xã."), 1),
            (format!("{page}kết quả\n2\ncủa xã.\n{page}{page}kết quả\n9\ncủa xã."), 1),
        ] {
            let map = crate::source::SourceMap::default();
            let sheet = Sheet::new(&text, &map);
            let all = furniture(&sheet, &(0..sheet.lines.len()), None).0;
            let pages = all.iter().filter(|(_, kind)| *kind == FurnitureKind::PageNumber);
            assert_eq!(pages.count(), found, "{text}");
        }
    }

    #[test]
    fn running_heads_are_what_pages_repeat() {
        let text = "Một việc phải làm cho\n\u{c}1\nCÔNG BÁO/Số 27\nxong.\nMột việc khác\n\u{c}2\nCÔNG BÁO/Số 28\ncũng thế.\n";
        let map = crate::source::SourceMap::default();
        let sheet = Sheet::new(text, &map);
        let found = furniture(&sheet, &(0..sheet.lines.len()), None).0;
        let kinds: Vec<_> = found.iter().map(|(index, kind)| (*index, kind.as_str())).collect();
        let want =
            [(1, "page_number"), (2, "running_head"), (5, "page_number"), (6, "running_head")];
        assert_eq!(kinds, want);
    }

    #[test]
    fn page_numbers_beside_running_heads() {
        let kinds = |text: &str| -> Vec<String> {
            let map = crate::source::SourceMap::default();
            let sheet = Sheet::new(text, &map);
            let found = furniture(&sheet, &(0..sheet.lines.len()), None).0;
            found.iter().map(|(index, kind)| format!("{index} {}", kind.as_str())).collect()
        };
        // At a form feed, the number below the head.
        let text = "Một.\n\u{c}SỞ A\n2\nHai.\n\u{c}SỞ A\n3\nBa.\n";
        let want = ["1 running_head", "2 page_number", "4 running_head", "5 page_number"];
        assert_eq!(kinds(text), want);
        // Without one, where the figures lie a page apart, whatever the sentence above.
        let page = "Các đơn vị báo cáo.\n".repeat(PAGE_LINES);
        let text = format!("{page}2\nSở A\n{page}3\nSở A\n{page}");
        let want = ["15 page_number", "16 running_head", "32 page_number", "33 running_head"];
        assert_eq!(kinds(&text), want);
        // The cells of a table follow one another closely, and amounts do not count.
        let long = page.repeat(9);
        for text in [
            &format!("{long}2\nSở A\n{page}3\nSở A\n{page}"),
            "Một.\n1\nSở A\nMột.\n2\nSở A\nMột.\n",
            &format!("{page}2\nSở A\n{page}7\nSở A\n{page}"),
        ] {
            assert_eq!(kinds(text), Vec::<String>::new());
        }
    }

    #[test]
    fn rules() {
        for line in ["-----", "***", "*", "¯¯¯¯¯", "___ ", "* * *", "|---|---|", "+---+---+", "#"]
        {
            assert!(is_rule(line), "{line}");
        }
        for line in ["- Một", "-", "+ a", "1", "--a"] {
            assert!(!is_rule(line), "{line}");
        }
    }
}
