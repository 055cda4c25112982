//! Doers in a place that holds nothing else: a cell, what stands behind a label.

use crate::inline::agency::{AgencyAt, blanks_behind, group_list, whole_list};
use crate::inline::task::read;
use crate::lexicon::opens_spelt;
use crate::lexicon::types::type_at_start;

/// Bytes of the longest cell that is read as a list though it holds words that are not known.
const SHORT: usize = 160;

/// The doers of a cell, by their part.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Doers {
    pub(super) leads: Vec<AgencyAt>,
    pub(super) cooperating: Vec<AgencyAt>,
}

/// The doers a cell names. `None` if it is a sentence, or names nobody.
pub(super) fn doers(text: &str) -> Option<Doers> {
    if let Some(by_part) = by_part(text).or_else(|| by_role(text)) {
        return Some(by_part);
    }
    if let Some(leads) = whole_list(text).or_else(|| group_list(text)) {
        return Some(Doers { leads, cooperating: Vec::new() });
    }
    if let [task] = read(text).as_slice() {
        let leads = task.leads.clone();
        return Some(Doers { leads, cooperating: task.cooperating.clone() });
    }
    plain(text).map(|leads| Doers { leads, cooperating: Vec::new() })
}

/// "Chủ trì: Sở A; Phối hợp: Sở B", "Sở A chủ trì; Sở B, Sở C phối hợp".
fn by_part(text: &str) -> Option<Doers> {
    /// Where a mark begins, and how long it is.
    type Mark = Option<(usize, usize)>;
    const LEAD: [&str; 2] = ["hủ trì:", "CT:"];
    const WITH: [&str; 2] = ["hối hợp:", "PH:"];
    let marked = |words: [&'static str; 2]| {
        words.into_iter().find_map(|word| Some((text.find(word)?, word.len())))
    };
    let (lead, with) = (marked(LEAD), marked(WITH));
    if lead.is_none() && with.is_none() {
        return None;
    }
    let section = |mark: Mark, other: Mark| {
        let (at, len) = mark?;
        let from = blanks_behind(text, at + len);
        let other = other.map(|(at, _)| at).filter(|other| *other > from);
        let end = other.map_or(text.len(), |other| {
            text[..other].rfind([';', '.', '-', ' ', ',']).unwrap_or(other)
        });
        Some(from..end.max(from))
    };
    let members = |range: Option<std::ops::Range<usize>>| -> Vec<AgencyAt> {
        let Some(range) = range else { return Vec::new() };
        let Some(part) = text.get(range.clone()) else { return Vec::new() };
        let part = part.trim_end_matches([' ', ';', '.', '-', ',']);
        members_of(part, range.start)
    };
    let leads = match lead {
        Some(_) => members(section(lead, with)),
        None => members(Some(0..text[..with?.0].rfind([';', '.', '-', ',']).unwrap_or(0))),
    };
    let cooperating = members(section(with, lead));
    (!leads.is_empty()).then_some(Doers { leads, cooperating })
}

/// The members of a part of a cell, which begins at `at`.
pub(super) fn members_of(part: &str, at: usize) -> Vec<AgencyAt> {
    let found = whole_list(part).or_else(|| plain(part)).unwrap_or_default();
    let moved =
        |a: AgencyAt| AgencyAt { range: a.range.start + at..a.range.end + at, name: a.name };
    found.into_iter().map(moved).collect()
}

/// "Sở A (chủ trì), Sở B, Sở C (phối hợp)": a role stands behind those who have it.
fn by_role(text: &str) -> Option<Doers> {
    const ROLES: [(&str, bool); 4] =
        [("(chủ trì)", true), ("(Chủ trì)", true), ("(phối hợp)", false), ("(Phối hợp)", false)];
    let mut doers = Doers::default();
    let mut at = 0;
    while let Some((place, words, leads)) = ROLES
        .iter()
        .filter_map(|(words, leads)| Some((at + text[at..].find(words)?, *words, *leads)))
        .min()
    {
        let from =
            at + (text[at..].len() - text[at..].trim_start_matches([' ', ',', ';', '-']).len());
        let members = text.get(from..place).map(|part| members_of(part.trim_end(), from));
        if leads { &mut doers.leads } else { &mut doers.cooperating }
            .extend(members.unwrap_or_default());
        at = place + words.len();
    }
    (!doers.leads.is_empty()).then_some(doers)
}

/// Members that are only parted by signs: "BGH, TPT Đội", "Nguyễn Thị B".
pub(super) fn plain(text: &str) -> Option<Vec<AgencyAt>> {
    let kept = text.trim_end_matches(|c: char| c.is_whitespace() || ".,;:/".contains(c));
    let begins = kept.trim_start_matches(['-', '+', '•', ' ']).starts_with(char::is_uppercase);
    if kept.is_empty() || kept.len() > SHORT || !begins || kept.contains(':') {
        return None;
    }
    let mut members = Vec::new();
    let mut at = 0;
    while at < kept.len() {
        let end = kept[at..].find([',', ';']).map_or(kept.len(), |len| at + len);
        let part = &kept[at..end];
        let bare = part.trim_start_matches([' ', '-', '+', '•']);
        let bare = opens_spelt(bare, "và").map_or(bare, |len| bare[len..].trim_start());
        let start = end - bare.len();
        let len = bare.trim_end().len();
        // "Luật Giáo dục" is nobody.
        if type_at_start(bare).is_some() || opens_spelt(bare, "không").is_some() {
            return None;
        }
        if len > 0 {
            members.push(AgencyAt::plain(start..start + len));
        }
        at = end + 1;
    }
    (!members.is_empty()).then_some(members)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> String {
        let join = |list: &[AgencyAt]| {
            list.iter().map(|a| &text[a.range.clone()]).collect::<Vec<_>>().join(" | ")
        };
        doers(text).map_or("-".into(), |d| format!("{} + {}", join(&d.leads), join(&d.cooperating)))
    }

    #[test]
    fn cells_are_cut() {
        for (text, want) in [
            ("Sở Y tế", "Sở Y tế + "),
            (
                "Các sở, ban, ngành tỉnh; các đơn vị liên quan; UBND các xã, phường",
                "Các sở, ban, ngành tỉnh | các đơn vị liên quan | UBND các xã, phường + ",
            ),
            (
                "Chủ trì: Sở Y tế; phối hợp: Sở Nội vụ, Công an tỉnh",
                "Sở Y tế + Sở Nội vụ | Công an tỉnh",
            ),
            ("Sở Y tế chủ trì, Sở Nội vụ phối hợp", "Sở Y tế + Sở Nội vụ"),
            (
                "Phòng Chuyển đổi số (chủ trì), Văn phòng Sở, Công an tỉnh (phối hợp)",
                "Phòng Chuyển đổi số + Văn phòng Sở | Công an tỉnh",
            ),
            ("CT: Sở Y tế; PH: UBND các xã", "Sở Y tế + UBND các xã"),
            ("UBND các xã: Quảng Trực, Tuy Đức", "Quảng Trực | Tuy Đức + "),
            ("Bộ phận Tài chính - Kế toán", "Bộ phận Tài chính - Kế toán + "),
            ("Phòng Hậu cần", "Phòng Hậu cần + "),
            (
                "Phòng Y tế, các đơn vị được giao thực hiện thủ tục",
                "Phòng Y tế | các đơn vị được giao thực hiện thủ tục + ",
            ),
            ("BGH, TPT Đội", "BGH | TPT Đội + "),
            ("thường xuyên", "-"),
        ] {
            assert_eq!(cut(text), want, "{text}");
        }
        assert_eq!(group_list("Các đơn vị chủ trì rà soát hồ sơ"), None);
    }
}
