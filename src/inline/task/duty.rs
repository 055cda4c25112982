//! What a doer has to do: the words behind it, without those that only say that it leads, and with whom.

use std::ops::Range;
use std::sync::LazyLock;

use memchr::memmem::Finder;

use super::Opening;
use super::cooperation::{behind_with, cooperation, takes_part, without_with};
use crate::inline::agency::{AgencyAt, List, bare_list, blanks_behind, list, place};
use crate::lexicon::duties::{introduces, verb};
use crate::lexicon::opens_spelt;

/// Roles in one task that are read.
const MOST_ROLES: usize = 12;

/// Words of an action that may still only open a list: "thực hiện các nhiệm vụ trọng tâm sau".
const INTRODUCTION_WORDS: usize = 10;

/// What somebody has to do, and with whom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Duty {
    /// What is to be done.
    pub(crate) action: Option<Range<usize>>,
    /// Who co-operates.
    pub(crate) cooperating: Vec<AgencyAt>,
    /// Who has a further role.
    pub(crate) roles: Vec<(&'static str, AgencyAt)>,
    /// Whether a list follows.
    pub(crate) opening: Opening,
}

/// Reads the duty in `range`, the words behind the doers `leads`, or a unit of a list under them.
pub(crate) fn duty(text: &str, range: Range<usize>, leads: &[AgencyAt]) -> Duty {
    let start = leads.first().map_or(range.start, |lead| lead.range.start.min(range.start));
    let mut cooperating = cooperation(text, &(start..range.end), leads);
    let at = action_at(text, &range, &mut cooperating);
    let trimmed = |at: usize| {
        let words = &text[at..range.end];
        let words = trim_signs(words);
        // "(giao Văn phòng thông báo)": the parenthesis was opened before the doer.
        let whole = words.matches('(').count() >= words.matches(')').count();
        let words = if whole { words } else { words.strip_suffix(')').map_or(words, trim_signs) };
        Some(at..at + words.len()).filter(|action| !action.is_empty())
    };
    // "Phòng Kinh tế chủ trì; các thôn phối hợp.": to lead is what there is to do.
    let leads_only = || {
        let from = skip_signs(text, range.start, range.end);
        let colon = text[..range.end].trim_end().ends_with(':');
        trimmed(from).filter(|words| {
            !colon && opens_spelt(&text[words.clone()], "chủ trì") == Some(words.len())
        })
    };
    let action = trimmed(at).or_else(leads_only);
    let opening = opening(text, range.end, action.as_ref());
    let mut roles = roles(text, &range);
    if action.as_ref().is_some_and(|action| is_focal(&text[action.clone()])) {
        roles.extend(leads.iter().map(|lead| ("focal", lead.clone())));
    }
    Duty { action, cooperating, roles, opening }
}

/// Words without the signs and blanks they end with.
fn trim_signs(words: &str) -> &str {
    words.trim_end_matches(|c: char| c.is_whitespace() || ".,;:/".contains(c))
}

/// Byte at which the action begins; those who take part without a word of co-operation are added: "chủ trì, cùng Sở B".
fn action_at(text: &str, range: &Range<usize>, others: &mut Vec<AgencyAt>) -> usize {
    const LEADING: &[&str] = &["có trách nhiệm", "chịu trách nhiệm", "có nhiệm vụ", "chủ trì"];
    let mut at = skip_signs(text, range.start, range.end);
    loop {
        let rest = &text[at..range.end];
        let before = at;
        if let Some(len) = LEADING.iter().find_map(|words| opens_spelt(rest, words)) {
            // "chịu trách nhiệm về …", "chịu trách nhiệm toàn diện trước …" is the duty itself.
            let behind = rest[len..].trim_start();
            let answers = opens_spelt(rest, "chịu").is_some()
                && behind.starts_with(char::is_lowercase)
                && verb(behind).is_none();
            let itself = answers
                || opens_spelt(behind, "về").is_some()
                || opens_spelt(behind, "trước").is_some();
            // "chủ trì cuộc họp" is what is to be done.
            let object = opens_spelt(rest, "chủ trì").is_some()
                && behind.starts_with(char::is_alphabetic)
                && verb(behind).is_none()
                && opens_spelt(behind, "cùng").is_none();
            if !itself && !object {
                at = skip_signs(text, at + len, range.end);
            }
        } else if let Some(end) = partners_end(text, at, range.end) {
            at = skip_signs(text, end, range.end);
        } else if let Some(partners) = together(text, at, range.end) {
            at = skip_signs(text, partners.end, range.end);
            others.extend(partners.agencies);
        } else if let Some(end) = joined_end(text, at, range.end) {
            at = skip_signs(text, end, range.end);
        } else if at > range.start && leads_besides(rest) {
            // "phối hợp với Sở A và chủ trì cùng các địa phương:"
            at = skip_signs(text, at + "và".len(), range.end);
        }
        if at == before || at >= range.end {
            return at.min(range.end);
        }
    }
}

/// Byte behind the bodies with whom, where the action follows them.
fn partners_end(text: &str, at: usize, end: usize) -> Option<usize> {
    let len = opens_spelt(&text[at..end], "phối hợp")?;
    let from = behind_with(text, at + len)?;
    let partners = list(text, from).or_else(|| bare_list(text, from));
    let partners = partners.or_else(|| place(text, from))?;
    (partners.end < end).then_some(partners.end)
}

/// "cùng với Sở B": those with whom, at the beginning of what there is to do.
fn together(text: &str, at: usize, end: usize) -> Option<List> {
    let len = ["cùng với", "cùng"].iter().find_map(|with| opens_spelt(&text[at..end], with))?;
    let from = blanks_behind(text, at + len);
    let partners = list(text, from).or_else(|| bare_list(text, from))?;
    let behind = text.get(partners.end..end)?.trim_start();
    (verb(behind).is_some() || behind == ":").then_some(partners)
}

/// Whether a doer who takes part in something leads besides: "và chủ trì cùng các địa phương".
fn leads_besides(rest: &str) -> bool {
    let behind = opens_spelt(rest, "và").map(|len| rest[len..].trim_start());
    behind.is_some_and(|behind| opens_spelt(behind, "chủ trì").is_some())
}

/// "Sở A chủ trì, Sở B phối hợp tuần tra": byte behind those who take part, where something to do follows.
fn joined_end(text: &str, at: usize, end: usize) -> Option<usize> {
    let others = list(text, at).filter(|others| others.end < end)?;
    let from = blanks_behind(text, others.end);
    let rest = text.get(from..end).filter(|rest| without_with(rest))?;
    let behind = from + takes_part(rest)?;
    let next = skip_signs(text, behind, end);
    (verb(&text[next..end]).is_some()).then_some(behind)
}

/// Byte behind blanks and a comma or colon.
fn skip_signs(text: &str, at: usize, end: usize) -> usize {
    let rest = &text[at..end];
    at + (rest.len() - rest.trim_start_matches([' ', ',', ':', ';']).len())
}

/// Whether the words before `end` open a list.
fn opening(text: &str, end: usize, action: Option<&Range<usize>>) -> Opening {
    let opens = text[..end].trim_end().ends_with(':');
    let Some(action) = action else { return Opening::Only };
    if !opens {
        return Opening::None;
    }
    let words = &text[action.clone()];
    // "… triển khai lấy ý kiến. Nội dung gồm:" opens a list of something else.
    if words.contains(". ") || enumerates(words) {
        return Opening::None;
    }
    let short = without_tail(behind_reason(words)).split(' ').count() <= INTRODUCTION_WORDS;
    let only = introduces(words) && short || announces(words);
    if only { Opening::Only } else { Opening::Also }
}

/// Whether words end by announcing several things to do, whatever is said of the way before: "nâng cao trách nhiệm, tập trung
/// thực hiện tốt một số nội dung sau đây".
fn announces(words: &str) -> bool {
    const WORDS: usize = 24;
    const MANY: &[&str] = &["các", "một số", "những"];
    const MATTERS: &[&str] =
        &["biện pháp", "công việc", "giải pháp", "nhiệm vụ", "nội dung", "việc"];
    const DEEDS: &[&str] = &["thực hiện", "tập trung", "triển khai"];
    const QUALITIES: usize = 3;
    let core = words.strip_suffix("sau đây").or_else(|| words.strip_suffix("sau"));
    let Some(core) = core.map(str::trim_end).filter(|core| core.split(' ').count() <= WORDS) else {
        return false;
    };
    // "các nhiệm vụ, giải pháp trọng tâm"
    let matter = MATTERS.iter().filter_map(|matter| core.rfind(matter)).max();
    let Some(at) = matter.filter(|at| core[*at..].split(' ').count() <= 2 + QUALITIES) else {
        return false;
    };
    let row = core[..at].trim_end_matches([' ', ',']);
    let row = MATTERS.iter().find_map(|matter| row.strip_suffix(matter)).unwrap_or(row).trim_end();
    let Some(deed) = MANY.iter().find_map(|many| row.strip_suffix(many)) else { return false };
    // "xây dựng kế hoạch và bảo đảm các nội dung sau" tells of a plan.
    let deed = &deed[deed.rfind([',', ';']).map_or(0, |comma| comma + 1)..];
    let deed = deed.rsplit(" và ").next().unwrap_or(deed).trim();
    DEEDS.iter().any(|words| deed.contains(words)) || deed.rsplit(' ').next() == Some("có")
}

/// An action without what it goes by: "theo chức năng, nhiệm vụ được giao thực hiện các nhiệm vụ sau".
fn behind_reason(words: &str) -> &str {
    const REASONS: &[&str] = &["theo", "căn cứ", "trên cơ sở", "trong phạm vi"];
    const ENDS: &[&str] = &[" được giao", " được phân công", " của mình"];
    if REASONS.iter().all(|reason| opens_spelt(words, reason).is_none()) {
        return words;
    }
    let ends = ENDS.iter().filter_map(|end| Some(words.find(end)? + end.len()));
    ends.min().map_or(words, |end| words[end..].trim_start_matches([' ', ',']))
}

/// An introduction of duties without what it closes with: "thực hiện các nhiệm vụ trọng tâm, cụ thể như sau".
fn without_tail(words: &str) -> &str {
    const TAILS: &[&str] = &["như sau", "sau đây", "cụ thể", "trọng tâm"];
    const DUTIES: &[&str] = &["nhiệm vụ", "nội dung", "công tác", "công việc", "giải pháp"];
    let mut core = words;
    while let Some(rest) = TAILS.iter().find_map(|tail| core.strip_suffix(tail)) {
        core = rest.trim_end_matches([' ', ',']);
    }
    if DUTIES.iter().any(|duty| core.ends_with(duty)) { core } else { words }
}

/// Whether things are counted behind these words: "… nộp hồ sơ, bao gồm".
pub(crate) fn enumerates(words: &str) -> bool {
    words.trim_end_matches([':', ' ']).ends_with("gồm")
}

/// Whether the doers are the focal point: "là đơn vị thường trực", "làm đầu mối".
fn is_focal(text: &str) -> bool {
    const WORDS: &[&str] = &["là", "làm"];
    let Some(len) = WORDS.iter().find_map(|word| opens_spelt(text, word)) else { return false };
    let rest = text[len..].trim_start();
    let body = ["cơ quan", "đơn vị", "bộ phận"].iter().find_map(|word| opens_spelt(rest, word));
    let rest = rest[body.unwrap_or_default()..].trim_start();
    ["đầu mối", "thường trực"].iter().any(|word| opens_spelt(rest, word).is_some())
}

/// Whether a body is one that has been read, or stands a second time in its row: "báo cáo Sở Y tế, Sở Y tế tổng hợp".
fn names_same(text: &str, other: &AgencyAt, agency: &AgencyAt, row: &Range<usize>) -> bool {
    let same = text[other.range.clone()] == text[agency.range.clone()];
    other == agency || row.contains(&other.range.start) && same
}

/// Whom the doer advises or helps: "tham mưu UBND tỉnh …", "giúp Ban Giám đốc …".
fn roles(text: &str, range: &Range<usize>) -> Vec<(&'static str, AgencyAt)> {
    static WORDS: LazyLock<[(Finder<'static>, &str); 3]> = LazyLock::new(|| {
        [("ham mưu", "advise"), ("giúp ", "advise"), ("áo cáo ", "report")]
            .map(|(word, role)| (Finder::new(word), role))
    });
    let mut roles: Vec<(&'static str, AgencyAt)> = Vec::new();
    let words = &text[range.clone()];
    for (word, role) in &*WORDS {
        for at in word.find_iter(words.as_bytes()).take(MOST_ROLES) {
            let mut next = blanks_behind(text, range.start + at + word.needle().len());
            while let Some(len) =
                ["giúp", "cho", "với", "về", "trình", "kết quả thực hiện", "kết quả", "tình hình"]
                    .iter()
                    .find_map(|w| opens_spelt(&text[next..], w))
            {
                next = blanks_behind(text, next + len);
            }
            let large = text[next..].starts_with(char::is_uppercase);
            let Some(found) = large.then(|| list(text, next)).flatten() else { continue };
            // Something is reported to several, but one is advised.
            let row = next..found.end;
            let most = if *role == "report" { found.agencies.len() } else { 1 };
            let named = found.agencies.into_iter().take(most).filter(|a| a.range.end <= range.end);
            for agency in named {
                if !roles.iter().any(|(_, other)| names_same(text, other, &agency, &row)) {
                    roles.push((*role, agency));
                }
            }
        }
    }
    roles.sort_by_key(|(_, agency)| agency.range.start);
    roles
}
