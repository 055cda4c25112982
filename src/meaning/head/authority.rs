//! Who issues, and under whom: the left column of the letterhead.
//!
//! NĐ 30/2020 Phụ lục I, box 2: the superior body above, the issuing body below, each on one line
//! or several; plain text does not show which is bold, so the names themselves decide.

use std::ops::Range;

use crate::document::Header;
use crate::layout::{Ledger, Sheet};
use crate::lexicon::{
    Class, begins_with_any, breaks_word, is_dash, is_upper, last_word, links, names_place, organ,
    skeleton, starts_with_skeleton,
};

/// The lines of one body.
type Body = Vec<Range<usize>>;

/// Whether the letterhead belongs to several bodies together ("liên tịch"), as symbol or title say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Issue {
    /// Nothing says so.
    Single,
    /// "KẾ HOẠCH LIÊN TỊCH", "KHLT".
    Joint,
}

/// Whether words may stand in the left column: capitals, or a name that begins like one.
pub(super) fn may_be_name(text: &str) -> bool {
    let words = text.split_whitespace().count();
    words <= 16
        && (is_upper(text) || organ(text).is_some() && !text.ends_with(['.', ';', ':', ',']))
}

/// Fills in the authorities of the header from the lines of the left column.
pub(super) fn build_authorities(
    sheet: &Sheet<'_>,
    lines: &[Range<usize>],
    issue: Issue,
    header: &mut Header,
    ledger: &mut Ledger<'_>,
) {
    let mut bodies = bodies(sheet, lines);
    split_joined_cell(sheet, &mut bodies);
    let issuers = issuers_from(sheet, &bodies, issue);
    let parents: Body = bodies.drain(..issuers).flatten().collect();
    if !parents.is_empty() {
        header.parent_authority = Some(ledger.value(&parents));
    }
    for body in bodies {
        for body in split_at_dashes(sheet, body) {
            header.issuing_authorities.push(ledger.value(&body));
        }
    }
}

/// Groups the lines into bodies: a line begins a body if it begins like the name of one.
fn bodies(sheet: &Sheet<'_>, lines: &[Range<usize>]) -> Vec<Body> {
    let mut bodies: Vec<Body> = Vec::new();
    for line in lines {
        match bodies.last_mut() {
            Some(body) if continues(sheet, body, sheet.slice(line)) => {
                let mut line = line.clone();
                keep_dash(sheet.text, body.last_mut(), &mut line);
                body.push(line);
            }
            _ => bodies.push(vec![line.clone()]),
        }
    }
    bodies
}

/// Gives a dash back that stands at the break of a name: "SỞ LAO ĐỘNG - / THƯƠNG BINH", "VĂN THƯ / - LƯU TRỮ". More
/// than one are a rule.
fn keep_dash(text: &str, above: Option<&mut Range<usize>>, line: &mut Range<usize>) {
    let Some(above) = above else { return };
    let behind = &text[above.end..line.start.max(above.end)];
    let mut signs = behind.char_indices().filter(|(_, c)| !c.is_whitespace());
    let (Some((at, dash)), None) = (signs.next(), signs.next()) else { return };
    if !is_dash(dash) || !behind.contains('\n') {
        return;
    }
    let at = above.end + at;
    if behind.trim_start_matches(' ').starts_with('\n') {
        line.start = at;
    } else {
        above.end = at + dash.len_utf8();
    }
}

/// Whether a line goes on with the name above it.
fn continues(sheet: &Sheet<'_>, body: &Body, text: &str) -> bool {
    let (Some(first), Some(last)) = (body.first(), body.last()) else { return false };
    let (above, before) = (sheet.slice(first), sheet.slice(last));
    let last_word = skeleton(before.rsplit(char::is_whitespace).next().unwrap_or_default());
    let first_word = skeleton(text.split_whitespace().next().unwrap_or_default());
    if breaks_word(&last_word, &first_word) || links(before) {
        return true;
    }
    let Some(class) = organ(text) else { return true };
    // "VĂN PHÒNG / ỦY BAN NHÂN DÂN": a part is named first only where one name runs over two lines.
    let short = body.len() == 1 && above.split_whitespace().count() <= 3;
    short && organ(above) == Some(Class::Unit) && matches!(class, Class::Committee | Class::Party)
}

/// Index of the first issuing body; those before it are superior ones.
fn issuers_from(sheet: &Sheet<'_>, bodies: &[Body], issue: Issue) -> usize {
    let text = |index: usize| bodies[index].first().map_or("", |line| sheet.slice(line));
    let mut from = bodies.len().saturating_sub(1);
    while from > 0 && stand_together(text(from - 1), text(from), issue) {
        from -= 1;
    }
    from
}

/// Whether two bodies, one above the other, issue together instead of one under the other.
fn stand_together(above: &str, below: &str, issue: Issue) -> bool {
    use Class::{Committee, Department, Ministry, Peer};
    let joint = issue == Issue::Joint;
    let peoples_committee = |text: &str| {
        ["uybannhandan", "ubnd"].iter().any(|key| starts_with_skeleton(text, key).is_some())
    };
    // "BỘ Y TẾ" over "HỘI NÔNG DÂN VIỆT NAM"
    let ministry = |text: &str| organ(text) == Some(Ministry);
    match (is_central(above), is_central(below)) {
        (true, true) => return true,
        (true, false) if ministry(below) => return true,
        (false, true) if ministry(above) => return true,
        _ => {}
    }
    match (organ(above), organ(below)) {
        (Some(Committee), Some(Committee)) => peoples_committee(above) != peoples_committee(below),
        (Some(Ministry), Some(Ministry))
        | (Some(Department), Some(Department | Peer))
        | (Some(Peer), Some(Department)) => true,
        // "ỦY BAN NHÂN DÂN" over "HỘI CỰU CHIẾN BINH": neither stands above the other.
        (Some(Committee), Some(Peer)) | (Some(Peer), Some(Committee)) => joint,
        (Some(above), Some(below)) => joint && above == below,
        _ => false,
    }
}

/// Whether this is the central body of a mass organisation, which stands under no ministry.
fn is_central(text: &str) -> bool {
    const HEADS: &[&str] = &["trunguonghoi", "trunguongdoan", "tongliendoan", "uybantrunguong"];
    let society = || {
        let name = skeleton(text);
        name.starts_with("hoi") && !name.starts_with("hoidong") && name.ends_with("vietnam")
    };
    begins_with_any(text, HEADS).is_some() || society()
}

/// Names that begin a second body within one table cell whose lines were joined.
const SECOND_BODIES: &[&str] = &[
    " SỞ ",
    " CỤC ",
    " CHI CỤC ",
    " TỔNG CỤC ",
    " VĂN PHÒNG ",
    " BAN ",
    " THANH TRA ",
    " TRƯỜNG ",
    " TRUNG TÂM ",
    " PHÒNG ",
    " CÔNG AN ",
];

/// Parts "BỘ TÀI CHÍNH CỤC THUẾ", where a converter joined the lines of a cell: a complete name with
/// another behind it.
fn split_joined_cell(sheet: &Sheet<'_>, bodies: &mut Vec<Body>) {
    let [body] = bodies.as_slice() else { return };
    let [line] = body.as_slice() else { return };
    let text = sheet.slice(line);
    let class = organ(text);
    if !is_upper(text) || !matches!(class, Some(Class::Ministry | Class::Committee)) {
        return;
    }
    let cut = SECOND_BODIES.iter().filter_map(|name| text.find(name)).filter(|at| {
        let before = &text[..*at];
        let last = skeleton(last_word(before));
        let next = skeleton(text[at + 1..].split(' ').next().unwrap_or_default());
        let governs = class == Some(Class::Ministry) || before.split(' ').any(names_place);
        governs && before.contains(' ') && !links(before) && !breaks_word(&last, &next)
    });
    if let Some(at) = cut.min() {
        let at = line.start + at;
        *bodies = vec![vec![line.start..at], vec![at + 1..line.end]];
    }
}

/// Parts "VĂN PHÒNG CHÍNH PHỦ - BỘ NỘI VỤ - BỘ TÀI CHÍNH": names with a dash between; a dash within a
/// name ("LAO ĐỘNG - THƯƠNG BINH") has no name behind it.
fn split_at_dashes(sheet: &Sheet<'_>, body: Body) -> Vec<Body> {
    let mut parted = Vec::new();
    let mut name = Body::new();
    for mut line in body {
        while let Some((end, next)) = dash_before_name(sheet.slice(&line), !name.is_empty()) {
            name.push(line.start..line.start + end);
            parted.push(std::mem::take(&mut name));
            line.start += next;
        }
        name.push(line);
    }
    parted.push(name);
    parted
}

/// Where a name ends before a dash, and where the one behind the dash begins. `goes_on`: the name began
/// on a line above.
fn dash_before_name(text: &str, goes_on: bool) -> Option<(usize, usize)> {
    text.match_indices(is_dash).find_map(|(at, sign)| {
        let (before, behind) = (&text[..at], &text[at + sign.len()..]);
        let after = behind.trim_start();
        let names = before.ends_with(' ')
            && (goes_on || organ(before).is_some())
            && organ(after).is_some_and(|class| class != Class::Unit);
        names.then(|| (before.trim_end().len(), text.len() - after.len()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::normalize;

    fn read(text: &str, issue: Issue) -> (Option<String>, Vec<String>) {
        let clean = normalize(text);
        let sheet = Sheet::new(&clean.text, &clean.map);
        let mut ledger = Ledger::new(&sheet, 10);
        let lines: Vec<_> = sheet.lines.iter().map(|line| line.range.clone()).collect();
        let mut header = Header::default();
        build_authorities(&sheet, &lines, issue, &mut header, &mut ledger);
        let issuers = header.issuing_authorities.into_iter().map(|text| text.text).collect();
        (header.parent_authority.map(|text| text.text), issuers)
    }

    #[test]
    fn parents_and_issuers() {
        for (text, parent, issuers) in [
            ("ỦY BAN NHÂN DÂN\nTỈNH SƠN HÀ", None, vec!["ỦY BAN NHÂN DÂN TỈNH SƠN HÀ"]),
            ("ỦY BAN NHÂN\nDÂN\nTỈNH SƠN HÀ", None, vec!["ỦY BAN NHÂN DÂN TỈNH SƠN HÀ"]),
            ("UBND TỈNH SƠN HÀ\nSỞ NỘI VỤ", Some("UBND TỈNH SƠN HÀ"), vec!["SỞ NỘI VỤ"]),
            (
                "BỘ TÀI NGUYÊN VÀ MÔI\nTRƯỜNG\nCỤC BẢN ĐỒ",
                Some("BỘ TÀI NGUYÊN VÀ MÔI TRƯỜNG"),
                vec!["CỤC BẢN ĐỒ"],
            ),
            (
                "LIÊN ĐOÀN LAO ĐỘNG\nTHÀNH PHỐ SƠN HÀ\nCÔNG ĐOÀN Y TẾ",
                Some("LIÊN ĐOÀN LAO ĐỘNG THÀNH PHỐ SƠN HÀ"),
                vec!["CÔNG ĐOÀN Y TẾ"],
            ),
            (
                "BỘ CÔNG THƯƠNG\nTRƯỜNG ĐẠI HỌC X\nTHANH PHO Y",
                Some("BỘ CÔNG THƯƠNG"),
                vec!["TRƯỜNG ĐẠI HỌC X THANH PHO Y"],
            ),
            (
                "LIÊN ĐOÀN LAO ĐỘNG TỈNH SƠN HÀ\nCÔNG ĐOÀN VIÊN CHỨC TỈNH SƠN HÀ",
                Some("LIÊN ĐOÀN LAO ĐỘNG TỈNH SƠN HÀ"),
                vec!["CÔNG ĐOÀN VIÊN CHỨC TỈNH SƠN HÀ"],
            ),
            (
                "ỦY BAN NHÂN DÂN TỈNH SƠN HÀ\nHỘI CỰU CHIẾN BINH",
                Some("ỦY BAN NHÂN DÂN TỈNH SƠN HÀ"),
                vec!["HỘI CỰU CHIẾN BINH"],
            ),
            ("THỦ TƯỚNG CHÍNH\nPHỦ", None, vec!["THỦ TƯỚNG CHÍNH PHỦ"]),
            ("BỘ TÀI CHÍNH CỤC THUẾ", Some("BỘ TÀI CHÍNH"), vec!["CỤC THUẾ"]),
            (
                "BỘ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ\nHỘI",
                None,
                vec!["BỘ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI"],
            ),
        ] {
            let got = read(text, Issue::Single);
            assert_eq!(
                got,
                (parent.map(str::to_owned), issuers.into_iter().map(str::to_owned).collect()),
                "{text}"
            );
        }
    }

    #[test]
    fn joint_issuers() {
        for (text, issue, issuers) in [
            ("SỞ Y TẾ - SỞ TƯ PHÁP", Issue::Single, vec!["SỞ Y TẾ", "SỞ TƯ PHÁP"]),
            (
                "SỞ Y TẾ - SỞ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI - CÔNG AN\nTỈNH SƠN HÀ",
                Issue::Joint,
                vec!["SỞ Y TẾ", "SỞ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI", "CÔNG AN TỈNH SƠN HÀ"],
            ),
            (
                "ỦY BAN NHÂN DÂN\nHỘI CỰU CHIẾN BINH\nTỈNH SƠN HÀ",
                Issue::Joint,
                vec!["ỦY BAN NHÂN DÂN", "HỘI CỰU CHIẾN BINH TỈNH SƠN HÀ"],
            ),
            (
                "MTTQ XÃ AN BÌNH\nHỘI LHPN XÃ AN BÌNH",
                Issue::Joint,
                vec!["MTTQ XÃ AN BÌNH", "HỘI LHPN XÃ AN BÌNH"],
            ),
            (
                "ỦY BAN NHÂN DÂN\nỦY BAN MTTQ VIỆT NAM\nTỈNH SƠN HÀ",
                Issue::Single,
                vec!["ỦY BAN NHÂN DÂN", "ỦY BAN MTTQ VIỆT NAM TỈNH SƠN HÀ"],
            ),
            (
                "HUYỆN ĐOÀN SƠN HÀ\nHỘI LHPN HUYỆN SƠN HÀ",
                Issue::Joint,
                vec!["HUYỆN ĐOÀN SƠN HÀ", "HỘI LHPN HUYỆN SƠN HÀ"],
            ),
        ] {
            let got = read(text, issue);
            assert_eq!(got, (None, issuers.into_iter().map(str::to_owned).collect()), "{text}");
        }
    }
}
