//! What the words before a cited document say of it: which part is meant, who sent it in, and what
//! is done to it.
//!
//! ```text
//! pinpoint := unit { [ "," | "và" ] unit } [ "của" | "kèm theo" ]
//! unit     := ( "điểm" | "khoản" | "Điều" | "Mục" | "Chương" | "Phần" | "Phụ lục" | "Mẫu số" ) label
//! ```

use std::ops::Range;

use super::date::{DateAt, date_at};
use super::issuer::{Print, is_body, is_known, issuer, issuers};
use crate::document::Relation;
use crate::inline::floor;
use crate::lexicon::bodies::BOARDS;
use crate::lexicon::types::type_at_start;
use crate::lexicon::{
    behind_last, ending, ends_with_skeleton, is_one_of, is_spelt, starts_with_any,
    starts_with_skeleton, without_blanks,
};

/// Bytes before a document in which its pinpoint or its sender stands.
const REACH: usize = 240;

/// What stands before `at`, as far as it can matter.
pub(super) fn window(text: &str, at: usize) -> &str {
    &text[floor(text, at.saturating_sub(REACH))..at]
}

/// The part of the document that is cited: "điểm a khoản 2 Điều 5".
pub(super) fn pinpoint(text: &str, at: usize) -> Option<Range<usize>> {
    let from = floor(text, at.saturating_sub(REACH));
    let mut before = without_blanks(&text[from..at]);
    let attached = ends_with_skeleton(before, "kemtheo").is_some();
    for word in ["kemtheo", "banhanh", "cua"] {
        if let Some(start) = ends_with_skeleton(before, word) {
            before = without_blanks(&before[..start]);
        }
    }
    if let Some(range) = units(behind_unit(before, &text[from..at])) {
        return Some(from + range.start..from + range.end);
    }
    // "khoản 1 Điều 3 Quy định về … ban hành kèm theo Quyết định số …"
    if !attached {
        return None;
    }
    let clause = behind_last(before, |c| matches!(c, ';' | '.' | '“' | ':'));
    let clause = clause + (before[clause..].len() - before[clause..].trim_start().len());
    let words = before[clause..].match_indices(' ').map(|(blank, _)| clause + blank + 1);
    let rules = words.filter(|word| {
        type_at_start(&before[*word..]).is_some_and(|(kind, _)| {
            matches!(kind.code, Some("QyĐ" | "QC" | "ĐL" | "ĐA" | "KH" | "QT"))
        })
    });
    let of = |text: &str| ends_with_skeleton(text, "cua").unwrap_or(text.len());
    let unit = |word: usize| {
        let rest = before[..word].trim_end();
        units(rest[..of(rest)].trim_end())
    };
    let range = rules.filter_map(unit).next_back()?;
    Some(from + range.start..from + range.end)
}

/// What stands before "của", and before a parenthesis there: "Điều 4 (thu nhập miễn thuế) của Luật …".
fn behind_unit<'t>(before: &'t str, window: &str) -> &'t str {
    let of = ends_with_skeleton(without_blanks(window), "cua").is_some();
    if of { without_aside(before) } else { before }
}

/// The part in parentheses behind a document: "Thông tư số 17/2012/TT-BGDĐT (Điều 4)".
pub(super) fn pinpoint_behind(text: &str, at: usize) -> Option<Range<usize>> {
    let open = at + text[at..].starts_with(" (").then_some(" (".len())?;
    let close = floor(text, open + REACH / 2);
    let inside = &text[open..open + text[open..close].find(')')?];
    let range = units(inside)?;
    (range == (0..inside.len())).then(|| open..open + inside.len())
}

/// Words for parts of a document.
const UNITS: &[&str] =
    &["diem", "khoan", "dieu", "muc", "chuong", "phan", "luc", "mau", "tiet", "doan", "tieumuc"];

/// The run of units that `text` ends with.
fn units(text: &str) -> Option<Range<usize>> {
    let mut start = None;
    let mut end = text.len();
    let mut labelled = false;
    let mut cursor = text.len();
    loop {
        let rest = without_blanks(&text[..cursor]);
        let word_start = behind_last(rest, char::is_whitespace);
        // "(Điều 9 Luật Đất đai)"
        let word_start = word_start + usize::from(rest[word_start..].starts_with('('));
        let word = rest[word_start..].trim_end_matches([',', ':']);
        if word.is_empty() {
            break;
        }
        if start.is_none() && !labelled {
            // Nearly always the last word tells that there is none: "căn cứ", "về".
            if word.len() > 3 && !word.ends_with(|c: char| c.is_ascii()) {
                break;
            }
            end = word_start + word.len();
        }
        cursor = word_start;
        if is_one_of(word, UNITS) {
            let from = if is_one_of(word, &["luc"]) {
                let Some(from) = ends_with_skeleton(rest, "phuluc") else { break };
                cursor = from;
                from
            } else if labelled {
                word_start
            } else {
                break;
            };
            start = Some(from);
            labelled = false;
        } else if start.is_some() && !labelled && is_spelt(word, &["các"]) {
            // "các Điều 45 và Điều 46"
            start = Some(word_start);
        } else if start.is_some() && !labelled && is_spelt(word, &["tiểu"]) {
            // "tiểu mục 3 mục IV"
            start = Some(word_start);
        } else if is_label(word) {
            labelled = true;
        } else if is_one_of(word, &["so"]) && labelled
            || is_one_of(word, &["va", "den", "hoac"]) && (labelled || start.is_some())
        {
            // Between a unit and its label, or between two units.
        } else {
            break;
        }
    }
    start.map(|start| start..end)
}

/// "5", "2a", "09", "1.2", "II", "a", "đ".
fn is_label(word: &str) -> bool {
    let figure = word.starts_with(|c: char| c.is_ascii_digit())
        && word.len() <= 5
        && word.chars().all(|c| c.is_ascii_alphanumeric() || c == '.');
    // "II", "I.2"
    let (count, part) = word.split_once('.').unwrap_or((word, ""));
    let roman = !count.is_empty()
        && count.chars().all(|c| matches!(c, 'I' | 'V' | 'X' | 'L'))
        && part.bytes().all(|byte| byte.is_ascii_digit());
    // "Phần B"
    let capital = matches!(word, "A" | "B" | "C" | "D");
    let mut letters = word.chars();
    let letter = letters.next().is_some_and(|c| c.is_lowercase() && c != 'ở')
        && letters.all(|c| c.is_ascii_digit())
        && word.len() <= 3;
    figure || roman || capital || letter
}

/// Who issued a document, and when, where that is said before it.
#[derive(Debug, Default)]
pub(super) struct Issued {
    /// "X ban hành Quyết định số …", "theo đề nghị của X tại Tờ trình số …".
    pub(super) issuer: Option<Range<usize>>,
    /// "Ngày 05/3/2020, X ban hành …".
    pub(super) date: Option<DateAt>,
}

/// What a body does before the document it issues.
const ISSUES: &[&str] =
    &["daphathanh", "phathanh", "dabanhanh", "banhanh", "daco", "co", "dapheduyet", "dathongqua"];

/// Reads who issued the document that begins at `at` from the words before it.
pub(super) fn issued(text: &str, at: usize) -> Issued {
    let from = floor(text, at.saturating_sub(REACH));
    let window = &text[from..at];
    let found = sender(window).or_else(|| doer(window));
    let Some(body) = found else { return Issued::default() };
    let date = day_before(window, body.start);
    Issued {
        issuer: Some(from + body.start..from + body.end),
        date: date
            .map(|date| DateAt { range: from + date.range.start..from + date.range.end, ..date }),
    }
}

/// X in "theo đề nghị của X tại Tờ trình số …", "… và X tại Công văn số …", "được X phê duyệt tại các
/// Quyết định số …".
fn sender(window: &str) -> Option<Range<usize>> {
    let before = without_plural(window);
    // "theo đề nghị của X (Tờ trình số …)"
    let open = || before.ends_with('(') && REQUESTS.iter().any(|request| before.contains(request));
    let tail = ends_with_skeleton(before, "tai")
        .filter(|start| before[*start..].starts_with("tạ"))
        .or_else(|| open().then(|| before.len() - 1))?;
    let before = without_aside(before[..tail].trim_end());
    let clause = behind_last(before, |c| matches!(c, ';' | '.'));
    let behind = |word: &str| before[clause..].rfind(word).map(|at| clause + at + word.len());
    let ends_here = |body: &usize| {
        [issuer, issuers]
            .iter()
            .any(|end| end(window, *body, Print::Sentence) == Some(before.len()))
    };
    if let Some(body) = behind(" của ").filter(ends_here) {
        return Some(body..before.len());
    }
    // The parenthesis ends the name of a board, which may be any words: "Ban Chỉ đạo quốc gia về an toàn đập (".
    let aside = window[tail..].starts_with('(');
    let board = |body: &usize| {
        starts_with_any(&before[*body..], BOARDS).is_some() && !before[*body..].contains(',')
    };
    if let Some(body) = behind(" của ").filter(|body| aside && board(body)) {
        return Some(body..before.len());
    }
    let also = before[clause..].rmatch_indices(" và ").map(|(at, word)| clause + at + word.len());
    if let Some(body) = also.filter(|body| is_known(window, *body)).find(ends_here) {
        return Some(body..before.len());
    }
    let passive = behind(" được ").filter(|body| is_known(window, *body))?;
    let end = issuer(window, passive, Print::Sentence)?;
    is_one_of(before.get(end..)?.trim_start(), APPROVES).then_some(passive..end)
}

/// What a body says in the document that a parenthesis behind its name holds.
const REQUESTS: &[&str] = &["đề nghị của ", "kiến nghị của ", "ý kiến của ", "đề xuất của "];

/// What a body does in a document that is named behind "tại".
const APPROVES: &[&str] = &["pheduyet", "banhanh", "thongqua", "giao", "chophep", "chapthuan"];

/// The words before a document, without the "các" of several.
fn without_plural(window: &str) -> &str {
    let before = without_blanks(window);
    ends_with_skeleton(before, "cac").map_or(before, |at| before[..at].trim_end())
}

/// Without the parenthesis at the end: "Tổng cục Thủy sản (nay là Cục Thủy sản)".
fn without_aside(text: &str) -> &str {
    let open = text.ends_with(')').then(|| text.rfind(" (")).flatten();
    open.map_or(text, |open| text[..open].trim_end())
}

/// X in "X ban hành Quyết định số …", "X có Công văn số …".
fn doer(window: &str) -> Option<Range<usize>> {
    let before = without_plural(window);
    let (_, verb) = ending(before, ISSUES, |verb| verb)?;
    let before = before[..verb].trim_end();
    // "Bảo hiểm xã hội (BHXH) Việt Nam"
    let open = before.rfind(')').map_or(0, |close| close + 1);
    let clause = behind_last(before, |c| matches!(c, ';' | '.' | ',' | ':'));
    let clause = clause.max(before[open..].rfind('(').map_or(0, |at| open + at + 1));
    let mut starts = before[clause..]
        .char_indices()
        .filter(|(at, c)| {
            c.is_uppercase() && (*at == 0 || before[clause..clause + at].ends_with(' '))
        })
        .map(|(at, _)| clause + at);
    let body = starts.find(|body| {
        is_body(window, *body) && issuer(window, *body, Print::Sentence) == Some(before.len())
    })?;
    Some(body..before.len())
}

/// The day right before a body: "Ngày 05/3/2020, X ban hành …".
fn day_before(window: &str, body: usize) -> Option<DateAt> {
    let before = window[..body].trim_end().trim_end_matches(',');
    let start = before.rfind("ngày").max(before.rfind("Ngày"))?;
    date_at(before, start).filter(|date| date.range.end == before.len())
}

/// Bytes between what several documents have in common and the first of them.
const GROUP_REACH: usize = 400;

/// The issuer that is said of several documents before the first, which begins at `at`: "các Quyết
/// định của Thủ tướng Chính phủ phê duyệt …: Quyết định số 1 …; Quyết định số 2 …".
pub(super) fn group_issuer(text: &str, at: usize, kind: &str) -> Option<Range<usize>> {
    let from = floor(text, at.saturating_sub(GROUP_REACH));
    let window = &text[from..at];
    window.trim_end().ends_with(':').then_some(())?;
    let head = window.rfind("các ").or_else(|| window.rfind("Các "))? + "các ".len();
    let len = starts_with_skeleton(&window[head..], kind)?;
    let body = window[head + len..].strip_prefix(" của ")?;
    let body = window.len() - body.len();
    let end = issuer(window, body, Print::Sentence)?;
    Some(from + body..from + end)
}

/// Whether "Căn cứ" stands right before.
pub(super) fn opens_basis(text: &str, at: usize) -> bool {
    ends_with_skeleton(window(text, at).trim_end(), "cancu").is_some()
}

/// Words between what is done and the document it is done to.
const FILLERS: &[&str] = &[
    "cua",
    "cac",
    "nhung",
    "motsodieu",
    "motsonoidung",
    "motsochitieu",
    "noidung",
    "nghiem",
    "nghiemtuc",
    "hieuqua",
    "co",
    "daydu",
    "motsodieuvabienphap",
    "cacnoidung",
    "tot",
    "quydinh",
    "cacquydinh",
    "theo",
    "tinhthan",
];

/// What the words do to the document.
const DEEDS: &[(&str, Relation)] = &[
    ("suadoibosung", Relation::Amends),
    ("suadoi", Relation::Amends),
    ("bosung", Relation::Amends),
    ("thaythe", Relation::Replaces),
    ("thaythecho", Relation::Replaces),
    ("baibo", Relation::Repeals),
    ("huybo", Relation::Repeals),
    ("thuchien", Relation::Implements),
    ("trienkhai", Relation::Implements),
    ("thihanh", Relation::Implements),
    ("huongdan", Relation::Implements),
    ("quydinhchitiet", Relation::Implements),
    ("cuthehoa", Relation::Implements),
];

/// What is done to the document that begins at `at`.
pub(super) fn relation(text: &str, at: usize) -> Option<Relation> {
    Some(deed(text, at)?.relation)
}

/// What is done to a document, by the words before it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Deed<'t> {
    pub(super) relation: Relation,
    /// The words before those that say it.
    before: &'t str,
}

/// What is done to the document that begins at `at`, and the words before that.
pub(super) fn deed(text: &str, at: usize) -> Option<Deed<'_>> {
    let before = without_blanks(window(text, at));
    let mut before = without_order(before).unwrap_or(before);
    for _ in 0..4 {
        if let Some(((_, relation), start)) = ending(before, DEEDS, |(key, _)| key) {
            return Some(Deed { relation: relation.clone(), before: &before[..start] });
        }
        let (_, filler) = ending(before, FILLERS, |key| key)?;
        before = without_blanks(&before[..filler]);
    }
    None
}

impl Deed<'_> {
    /// Whether it opens its clause, and so holds for all that are listed there: "Thực hiện Kế hoạch …; Chỉ thị …",
    /// "Triển khai thực hiện …".
    pub(super) fn opens_clause(&self) -> bool {
        /// Words before what is done: of "Tiếp tục thực hiện" the first two.
        const WORDS: usize = 2;
        let start = behind_last(self.before, |c| matches!(c, ';' | '.' | ':' | ','));
        self.before[start..].split_whitespace().count() <= WORDS
    }

    /// Whether a plan that does it is enacted: "ban hành Kế hoạch thực hiện Quyết định số …".
    pub(super) fn is_enacted(&self) -> bool {
        let mut plan = self.before.trim_end_matches([' ', ',']);
        for _ in 0..6 {
            let Some((_, start)) = ending(plan, PLANNED, |key| key) else { break };
            plan = plan[..start].trim_end_matches([' ', ',']);
        }
        let plan = ending(plan, PLANS, |key| key).map(|(_, start)| plan[..start].trim_end());
        self.relation == Relation::Implements
            && plan.is_some_and(|before| ends_with_skeleton(before, "banhanh").is_some())
    }
}

/// The words before an order that is given in a document: of "thực hiện chỉ đạo của Chính phủ tại" Nghị quyết
/// số … the first two.
fn without_order(before: &str) -> Option<&str> {
    let tail = ends_with_skeleton(before, "tai").filter(|at| before[*at..].starts_with("tại"))?;
    let order = without_blanks(&before[..tail]);
    let of = order
        .rfind(" của ")
        .filter(|of| issuer(order, of + " của ".len(), Print::Sentence) == Some(order.len()));
    let order = without_blanks(&order[..of.unwrap_or(order.len())]);
    let start = ["sự chỉ đạo", "ý kiến chỉ đạo", "chỉ đạo"]
        .iter()
        .find_map(|words| order.strip_suffix(words))?;
    Some(without_blanks(start))
}

/// Words between a plan and what it implements: "Kế hoạch triển khai, tổ chức, thực hiện".
const PLANNED: &[&str] = &["trienkhai", "tochuc", "thuchien", "va", "hanhdong", "chitiet", "de"];

/// Plans that a body enacts.
const PLANS: &[&str] = &["kehoach", "chuongtrinh", "phuongan"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_of_documents() {
        for (text, want) in [
            ("theo quy định tại khoản 5 Điều 1 ", Some("khoản 5 Điều 1")),
            ("tại điểm a khoản 2 Điều 5 của ", Some("điểm a khoản 2 Điều 5")),
            (
                "Căn cứ khoản 3 Điều 15 và khoản 2, khoản 6 Điều 21 ",
                Some("khoản 3 Điều 15 và khoản 2, khoản 6 Điều 21"),
            ),
            ("tại Mẫu số 09 Phụ lục II kèm theo ", Some("Mẫu số 09 Phụ lục II")),
            ("chi tiết tại Phụ lục II ", Some("Phụ lục II")),
            ("điểm a, b khoản 2a Điều 7 ", Some("điểm a, b khoản 2a Điều 7")),
            (
                "sửa đổi khoản 1 Điều 3 Quy định về quản lý tài sản ban hành kèm theo ",
                Some("khoản 1 Điều 3"),
            ),
            ("theo Điều 5 của Quy chế ban hành kèm theo ", Some("Điều 5")),
            ("Căn cứ Điều 4 ", Some("Điều 4")),
            ("cấp phép (Điều 4 ", Some("Điều 4")),
            ("cấp phép (điểm a khoản 2 Điều 4 ", Some("điểm a khoản 2 Điều 4")),
            ("lần thứ (4 ", None),
            (
                "khoản 1 Điều 42 và các Điều 48, Điều 49 ",
                Some("khoản 1 Điều 42 và các Điều 48, Điều 49"),
            ),
            ("tại ", None),
            ("theo tài khoản ", None),
            ("gồm 5 ", None),
        ] {
            let found = pinpoint(text, text.len());
            assert_eq!(found.map(|range| &text[range]), want, "{text}");
        }
    }

    #[test]
    fn what_is_done_to_a_document() {
        for (text, want) in [
            ("sửa đổi, bổ sung một số điều của ", Some(Relation::Amends)),
            ("thay thế ", Some(Relation::Replaces)),
            ("Bãi bỏ ", Some(Relation::Repeals)),
            ("về thực hiện ", Some(Relation::Implements)),
            ("quy định chi tiết một số điều của ", Some(Relation::Implements)),
            ("Thực hiện tinh thần ", Some(Relation::Implements)),
            ("thực hiện ý kiến chỉ đạo của Chính phủ tại ", Some(Relation::Implements)),
            ("thực hiện chỉ đạo tại ", Some(Relation::Implements)),
            ("theo chỉ đạo của Chính phủ tại ", None),
            ("thực hiện thí điểm của Chính phủ tại ", None),
            ("Căn cứ ", None),
            ("của ", None),
        ] {
            assert_eq!(relation(text, text.len()), want, "{text}");
        }
    }

    #[test]
    fn plans_that_are_enacted() {
        for (text, want) in [
            ("UBND xã ban hành kế hoạch thực hiện ", true),
            ("ban hành Chương trình hành động triển khai, tổ chức, thực hiện ", true),
            ("xây dựng kế hoạch thực hiện ", false),
            ("ban hành văn bản thực hiện ", false),
            ("ban hành Kế hoạch thay thế ", false),
        ] {
            assert_eq!(
                deed(text, text.len()).is_some_and(|deed| deed.is_enacted()),
                want,
                "{text}"
            );
        }
    }

    #[test]
    fn who_issued_it() {
        for (text, issuer, date) in [
            ("Theo đề nghị của Giám đốc Sở Nội vụ tại ", Some("Giám đốc Sở Nội vụ"), None),
            (
                "của Hội A tại Văn bản số 1/HA và Giám đốc Sở Nội vụ tại ",
                Some("Giám đốc Sở Nội vụ"),
                None,
            ),
            ("Ngày 24/7/2024, UBND tỉnh có ", Some("UBND tỉnh"), Some("Ngày 24/7/2024")),
            ("Bộ Chính trị đã ban hành ", Some("Bộ Chính trị"), None),
            ("đã được Thủ tướng Chính phủ phê duyệt tại các ", Some("Thủ tướng Chính phủ"), None),
            (
                "dẫn của Tổng cục Thủy sản (nay là Cục Thủy sản) tại ",
                Some("Tổng cục Thủy sản"),
                None,
            ),
            (
                "Ngày 24/7/2024 Bảo hiểm xã hội (BHXH) Việt Nam có ",
                Some("Bảo hiểm xã hội (BHXH) Việt Nam"),
                Some("Ngày 24/7/2024"),
            ),
            ("gửi các xã (UBND tỉnh có ", Some("UBND tỉnh"), None),
            (
                "Tổ công tác đặc biệt của Chính phủ có ",
                Some("Tổ công tác đặc biệt của Chính phủ"),
                None,
            ),
            (
                "Xét đề nghị của Ban Chỉ đạo quốc gia về giữ gìn đập cổ (",
                Some("Ban Chỉ đạo quốc gia về giữ gìn đập cổ"),
                None,
            ),
            ("Xét kiến nghị của Bộ Y tế (", Some("Bộ Y tế"), None),
            ("Xét kiến nghị của dân (", None, None),
            ("nhiệm vụ của Bộ Y tế (", None, None),
            ("Theo đề nghị của dân tại ", None, None),
            ("Các đơn vị có ", None, None),
            ("UBND tỉnh thực hiện ", None, None),
        ] {
            let found = issued(text, text.len());
            assert_eq!(found.issuer.map(|range| &text[range]), issuer, "{text}");
            assert_eq!(found.date.map(|date| &text[date.range]), date, "{text}");
        }
    }
}
