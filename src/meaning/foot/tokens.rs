//! The words of a signature cut into signs of authority, posts and names.

use std::ops::Range;

use crate::layout::{Mark, mark};
use crate::lexicon::{is_dash, is_small, is_upper, persons, signing, stamps, word_starts};

/// Longest cell that is cut, in bytes: several blocks on one line. What is longer is no signature.
const CELL: usize = 1_000;

/// Longest name with its rank, in bytes.
const NAME: usize = 120;

/// Where in an entry the signer's post begins that shares its line ("- Lưu: VT. KT. CHỦ TỊCH").
pub(super) fn signature_suffix(text: &str) -> Option<usize> {
    // Capitals at the end are the least that is needed.
    if text.chars().next_back().is_none_or(|c| !c.is_uppercase()) {
        return None;
    }
    let small = text.char_indices().rev().find(|(_, c)| is_small(*c)).map_or(0, |(at, _)| at);
    word_starts(text).skip(1).skip_while(|at| *at <= small).find(|at| {
        let rest = &text[*at..];
        let sign = signing::authority_sign(rest);
        // "Lưu: VT, KT. KT. CHỦ TỊCH": the first is a unit that keeps a copy.
        let doubled =
            sign.is_some_and(|end| signing::authority_sign(rest[end..].trim_start()).is_some());
        sign.is_some() && !doubled
            || signing::post(rest).is_some_and(|end| rest[..end].contains(' '))
    })
}

/// Cuts one piece of a signature: "KT. CHỦ TỊCH PHÓ CHỦ TỊCH Lê An" holds an authority, a post and a
/// name, as copies do that put a whole table cell on one line.
///
/// `kind` is the mark of the whole piece.
pub(super) fn tokens(text: &str, kind: Mark) -> Vec<(Mark, Range<usize>)> {
    let mut found = Vec::new();
    let whole = text.len();
    let text = text.trim_end_matches(|c| is_dash(c) || matches!(c, '_' | '=' | '*' | ' '));
    let kind = if text.len() == whole { kind } else { mark(text) };
    if text.len() > CELL {
        found.push((Mark::Other, 0..text.len()));
        return found;
    }
    match kind {
        Mark::Name => {
            let start = persons::buried(text).unwrap_or_default();
            if start > 0 {
                found.push((Mark::Scrap, 0..text[..start].trim_end().len()));
            }
            found.push((Mark::Name, start..text.len()));
        }
        Mark::Stamp if !stamps::is_placeholder(text) => found.push((kind, 0..text.len())),
        Mark::Number | Mark::Scrap | Mark::Purpose => found.push((kind, 0..text.len())),
        _ => cut(text, &mut found),
    }
    found
}

fn cut(text: &str, found: &mut Vec<(Mark, Range<usize>)>) {
    let mut at = 0;
    while at < text.len() {
        let rest = &text[at..];
        let lead = rest.len() - rest.trim_start().len();
        at += lead;
        let rest = &text[at..];
        if rest.is_empty() {
            return;
        }
        if stamps::is_placeholder(rest) {
            let end = rest.find([')', ']']).map_or(rest.len(), |end| end + 1);
            found.push((Mark::Stamp, at..at + end));
            at += end;
            continue;
        }
        let stop = rest.match_indices(['(', '[']).map(|(stop, _)| stop);
        let stop =
            stop.filter(|stop| stamps::is_placeholder(&rest[*stop..])).min().unwrap_or(rest.len());
        let part = rest[..stop].trim_end();
        let name = name_at_end(part);
        let head = part[..name.unwrap_or(part.len())].trim_end();
        let sentence = !head.is_empty() && !is_upper(head) && signing::post(head).is_none();
        if sentence {
            // "thành phố Hải Phòng" is no name behind something.
            found.push((mark(part), at..at + part.len()));
        } else if is_upper(head) {
            capitals(head, at, found);
        } else if !head.is_empty() {
            found.push((mark(head), at..at + head.len()));
        }
        if let Some(start) = name.filter(|_| !sentence) {
            found.push((Mark::Name, at + start..at + part.len()));
        }
        at += stop;
    }
}

/// Where the name in small letters begins, its rank with it, that a cell ends with.
fn name_at_end(text: &str) -> Option<usize> {
    let small = text.char_indices().rev().find(|(_, c)| is_small(*c))?.0;
    let named = |start: &usize| persons::person(&text[*start..]).is_some();
    word_starts(text)
        .skip_while(|start| start + NAME < small)
        .take_while(|start| *start < small)
        .find(named)
}

/// Cuts a run of capitals.
fn capitals(text: &str, offset: usize, found: &mut Vec<(Mark, Range<usize>)>) {
    let mut at = 0;
    while at < text.len() {
        let rest = &text[at..];
        let (kind, end) = first(rest);
        let words = rest[..end].trim_end().len();
        found.push((kind, offset + at..offset + at + words));
        at += end;
        at += text[at..].len() - text[at..].trim_start().len();
    }
}

/// The first member of a run of capitals and its bytes.
fn first(text: &str) -> (Mark, usize) {
    let whole = text.len();
    let scraps =
        text.len() - text.trim_start_matches(|c: char| crate::lexicon::fold(c).is_none()).len();
    if scraps > 0 && scraps < whole {
        return (Mark::Scrap, scraps);
    }
    if let Some(end) = signing::endorsement(text) {
        let rest = text[end..].trim_start_matches(|c| is_dash(c) || matches!(c, ' ' | ':'));
        let parted = rest.is_empty() || signing::post(rest).is_some();
        return if parted { (Mark::Endorsement, whole - rest.len()) } else { (Mark::Post, whole) };
    }
    if let Some(sign) = signing::authority_sign(text) {
        let object = whole - text[sign..].trim_start().len();
        let end = member(text, object);
        return (Mark::Authority, end);
    }
    if persons::is_upper_name(text) && signing::post(text).is_none() {
        return (Mark::Name, whole);
    }
    if signing::is_post_line(text) {
        return (Mark::Post, member(text, 0));
    }
    (Mark::Upper, later_sign(text, 0))
}

/// Where a post or body ends that begins at `start`: at the next sign of authority, at a name, or at
/// a post that directly follows a whole one.
fn member(text: &str, start: usize) -> usize {
    let limit = later_sign(text, start);
    let object = &text[start..limit];
    let known = signing::collective(object).or_else(|| signing::post(object));
    let Some(end) = known else {
        if let Some(glued) = glued_post(object) {
            return start + glued;
        }
        // "TM. ỦY BAN NHÂN DÂN CHỦ TỊCH": a body the list does not hold, then exactly a post.
        let words: Vec<usize> = word_starts(object).collect();
        let tail = words.iter().skip(4).find(|at| exact_post(&object[**at..]));
        return tail.map_or(limit, |at| start + at);
    };
    let rest = object[end..].trim_start();
    let gap = object.len() - rest.len();
    let follows = signing::post(rest).is_some() || persons::is_upper_name(rest);
    if !rest.is_empty() && follows { start + gap } else { limit }
}

/// Where a whole post begins that lost the blank before it: "QUỐC HỘICHỦ TỊCH".
fn glued_post(object: &str) -> Option<usize> {
    let words: Vec<usize> = word_starts(object).collect();
    let from = *words.iter().rev().nth(1)?;
    let inside = object[from..].char_indices().skip(2).take_while(|(_, c)| !c.is_whitespace());
    inside.map(|(at, _)| from + at).find(|at| exact_post(&object[*at..]))
}

fn exact_post(text: &str) -> bool {
    signing::post(text).is_some_and(|end| text[end..].trim().is_empty())
}

/// Where the next sign of authority stands behind `start`.
fn later_sign(text: &str, start: usize) -> usize {
    let next = word_starts(text).filter(|at| *at > start);
    let mut next = next.filter(|at| {
        let rest = &text[*at..];
        let dotted =
            rest.as_bytes().get(1..5).is_some_and(|b| b.contains(&b'.') || b.contains(&b'/'));
        dotted && signing::authority_sign(rest).is_some()
    });
    next.next().unwrap_or(text.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn suffixes() {
        for (text, want) in [
            ("- Lưu: VT, KT. KT. CHỦ TỊCH", Some("KT. CHỦ TỊCH")),
            ("- UBND tỉnh (b/c); PHÓ GIÁM ĐỐC", Some("PHÓ GIÁM ĐỐC")),
            ("- Lưu: VT, UBND", None),
            ("- Lưu: VT. TM. ỦY BAN NHÂN DÂN", Some("TM. ỦY BAN NHÂN DÂN")),
            ("- Các Phó Chủ tịch UBND", None),
        ] {
            assert_eq!(signature_suffix(text).map(|at| &text[at..]), want, "{text}");
        }
    }

    #[test]
    fn flattened_cells() {
        use Mark::{Authority, Endorsement, Name, Post, Stamp, Upper};
        for (text, want) in [
            (
                "KT. CHỦ TỊCH PHÓ CHỦ TỊCH Lê Văn An",
                vec![(Authority, "KT. CHỦ TỊCH"), (Post, "PHÓ CHỦ TỊCH"), (Name, "Lê Văn An")],
            ),
            (
                "TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH (Đã ký) Y Bhiu Niê",
                vec![
                    (Authority, "TM. ỦY BAN NHÂN DÂN"),
                    (Authority, "KT. CHỦ TỊCH"),
                    (Post, "PHÓ CHỦ TỊCH"),
                    (Stamp, "(Đã ký)"),
                    (Name, "Y Bhiu Niê"),
                ],
            ),
            (
                "TM. ỦY BAN NHÂN DÂN CHỦ TỊCH",
                vec![(Authority, "TM. ỦY BAN NHÂN DÂN"), (Post, "CHỦ TỊCH")],
            ),
            ("TM. ỦY BAN HỘICHỦ TỊCH", vec![(Authority, "TM. ỦY BAN HỘI"), (Post, "CHỦ TỊCH")]),
            ("( Đã ký) Lê Thành An", vec![(Stamp, "( Đã ký)"), (Name, "Lê Thành An")]),
            ("D0 T9 Lê Thị Mai", vec![(Mark::Scrap, "D0 T9"), (Name, "Lê Thị Mai")]),
            ("thành phố Hải Phòng", vec![(Mark::Other, "thành phố Hải Phòng")]),
            ("TRƯỞNG PHÒNG-------", vec![(Post, "TRƯỞNG PHÒNG")]),
            ("T/M BAN BÍ THƯ", vec![(Authority, "T/M BAN BÍ THƯ")]),
            ("TM. ĐOÀN CHỦ TỊCH", vec![(Authority, "TM. ĐOÀN CHỦ TỊCH")]),
            (
                "TL. BỘ TRƯỞNG CHÁNH VĂN PHÒNG",
                vec![(Authority, "TL. BỘ TRƯỞNG"), (Post, "CHÁNH VĂN PHÒNG")],
            ),
            ("CHỦ TỊCH GIÁM ĐỐC", vec![(Post, "CHỦ TỊCH"), (Post, "GIÁM ĐỐC")]),
            ("GIÁM ĐỐC SỞ NỘI VỤ", vec![(Post, "GIÁM ĐỐC SỞ NỘI VỤ")]),
            ("PHÓ TRƯỞNG BAN THƯỜNG TRỰC", vec![(Post, "PHÓ TRƯỞNG BAN THƯỜNG TRỰC")]),
            (
                "PHÊ DUYỆT GIÁM ĐÓC SỞ Y TẾ",
                vec![(Endorsement, "PHÊ DUYỆT"), (Post, "GIÁM ĐÓC SỞ Y TẾ")],
            ),
            ("DUYỆT CỦA BAN GIÁM HIỆU", vec![(Post, "DUYỆT CỦA BAN GIÁM HIỆU")]),
            ("THỦ TƯỚNG Lê Văn An", vec![(Post, "THỦ TƯỚNG"), (Name, "Lê Văn An")]),
            ("NHÂN DÂN", vec![(Upper, "NHÂN DÂN")]),
            ("Đại tá Lê Văn An", vec![(Name, "Đại tá Lê Văn An")]),
            ("HIỆU TRƯỞNG PGS.TS. Lê An", vec![(Post, "HIỆU TRƯỞNG"), (Name, "PGS.TS. Lê An")]),
        ] {
            let found: Vec<_> = tokens(text, mark(text))
                .into_iter()
                .map(|(kind, range)| (kind, &text[range]))
                .collect();
            assert_eq!(found, want, "{text}");
        }
    }
}
