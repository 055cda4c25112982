//! The subject ("trích yếu") below the type line, or "V/v …" under the number of a letter.

use std::ops::Range;

use super::addressee::calls;
use super::fragment::{Fragment, Role, letters};
use crate::layout::Sheet;
use crate::lexicon::agents::head;
use crate::lexicon::{
    Phrases, breaks_word, ends_open, ends_with_skeleton, is_dash, is_field, is_spelt, is_upper,
    is_word, last_word, names_place, names_post, near, opens_preamble, opens_spelt, organ,
    skeleton, starts_with_skeleton, without_dash, word_starts,
};
use crate::outline::opens_outline;

/// Lines a subject can have; the longest seen in official gazettes has nine.
const SUBJECT_LINES: usize = 16;

/// Bytes a one-line subject can have; a longer paragraph is the preamble.
const SUBJECT_BYTES: usize = 1200;

/// A subject and the line behind it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Subject {
    /// Its lines.
    pub(super) pieces: Vec<Range<usize>>,
    /// The line behind it.
    pub(super) end: usize,
}

/// Reads the subject from the lines behind the title. `first` is what stood beside the title.
pub(super) fn subject(
    sheet: &Sheet<'_>,
    lines: &Range<usize>,
    first: Option<Range<usize>>,
    issuer: &str,
) -> Subject {
    let spacing = spacing(sheet, lines);
    let mut reader = Reader { sheet, issuer, spacing, pieces: Vec::new(), text: String::new() };
    let mut end = lines.start;
    if let Some(first) = first {
        reader.push(first);
    }
    for line in lines.clone().take(SUBJECT_LINES) {
        let range = strip(sheet, &sheet.lines[line].range);
        if range.is_empty() {
            // A rule under the title parts it from the subject, one under the subject ends it.
            if reader.pieces.is_empty() {
                continue;
            }
            break;
        }
        if !reader.takes(line, sheet.slice(&range), lines.end) {
            break;
        }
        let ruled = ends_with_rule(sheet, &range, &sheet.lines[line].range);
        reader.push(range);
        end = line + 1;
        if ruled {
            break;
        }
    }
    if reader.is_preamble() {
        return Subject { pieces: Vec::new(), end: lines.start };
    }
    Subject { pieces: reader.pieces, end }
}

/// Whether blank lines mean anything.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Spacing {
    /// A blank line parts paragraphs.
    Single,
    /// A blank line stands after every line, wrapped ones too.
    Double,
}

/// Lines from which the spacing is told.
const SPACING_LINES: usize = 14;

/// Characters of a wrapped line of a page; longer lines are whole paragraphs.
const WRAPPED: usize = 110;

/// How the lines of a text are spaced.
pub(super) fn spacing(sheet: &Sheet<'_>, lines: &Range<usize>) -> Spacing {
    let mut seen = 0;
    for line in lines.clone().take(SPACING_LINES) {
        if sheet.lines[line].blanks == 0 && line > lines.start
            || sheet.line(line).len() > 2 * WRAPPED
        {
            return Spacing::Single;
        }
        seen += 1;
    }
    if seen == SPACING_LINES { Spacing::Double } else { Spacing::Single }
}

struct Reader<'a> {
    sheet: &'a Sheet<'a>,
    issuer: &'a str,
    spacing: Spacing,
    pieces: Vec<Range<usize>>,
    text: String,
}

impl Reader<'_> {
    fn push(&mut self, range: Range<usize>) {
        self.text.push_str(self.sheet.slice(&range));
        self.text.push(' ');
        self.pieces.push(range);
    }

    /// Whether the line is part of the subject.
    fn takes(&self, line: usize, text: &str, end: usize) -> bool {
        let heads = text.starts_with(['l', '|', '!']) && opens_outline(text);
        // "chương trình “Xuân tình nguyện / – Tết sẻ chia”"
        let within = text.starts_with(is_dash) && goes_on_behind_a_dash(self.text.trim_end(), text);
        if heads
            || is_marked(text) && !within
            || ends_head(text) && !self.amends(line, text)
            || is_field(text)
            || text.len() > SUBJECT_BYTES
        {
            return false;
        }
        let before = self.text.trim_end();
        if before.is_empty() {
            return starts_with_skeleton(text, "cancu").is_none() && !self.enacts(line, text, end);
        }
        if self.sheet.line(line).starts_with("--") {
            return false;
        }
        let blank = self.is_apart(line);
        let open = ends_open(before) || is_unclosed(before);
        // "… cấp thành phố" waits for a name at most, and no body is one.
        let waits = ends_open(before) && !ends_in_place(before);
        if !waits && self.enacts(line, text, end) {
            return false;
        }
        if is_upper(before) {
            let upper = !text.chars().any(char::is_lowercase);
            let leans = open || leans_on(text) || self.is_last(line, text, end);
            return if blank { upper && leans } else { upper || open && !opens_preamble(text) };
        }
        let first = text.chars().find(|c| is_word(*c));
        let listed = text.starts_with('(') && before.contains('(');
        if before.ends_with('.') && !open {
            return false;
        }
        if first.is_some_and(char::is_lowercase) || listed && before.ends_with(';') {
            return true;
        }
        if before.ends_with(';') || before.ends_with(':') && (blank || states(text)) {
            return open && !blank;
        }
        if opens_preamble(text) {
            // "… trên địa bàn tỉnh" waits for a name at most, and this is none.
            let place = ends_in_place(before);
            let goes_on = open && !blank && !place;
            return goes_on && starts_with_skeleton(text, "cancu").is_none();
        }
        if first.is_some_and(|c| c.is_ascii_digit()) {
            return !blank || open || !is_paragraph(self.sheet, line, end);
        }
        if blank {
            // "Kết quả sáu tháng đầu năm": only a figure would go on.
            return open && !before.ends_with(" năm") || self.is_last(line, text, end);
        }
        !states(text)
    }

    /// Whether what is amended goes on with what it came with: "… sửa đổi Quy chế quản lý kho / ban hành kèm theo Quyết
    /// định số …". In parentheses or with a capital the line says it of the document itself.
    fn amends(&self, line: usize, text: &str) -> bool {
        static AMENDS: Phrases =
            Phrases::new(&["sửa đổi", "bổ sung", "bãi bỏ", "thay thế", "đính chính", "điều chỉnh"]);
        let attached = opens_spelt(text, "ban hành kèm theo").is_some()
            && (text.starts_with(char::is_lowercase) || is_upper(text) && is_upper(&self.text));
        attached
            && !self.is_apart(line)
            && word_starts(&self.text).any(|at| AMENDS.open(&self.text[at..]))
    }

    /// Whether a blank line parts a line from the one before: in a text with a blank line after every
    /// line, none does, unless the line is a whole paragraph.
    fn is_apart(&self, line: usize) -> bool {
        let blanks = self.sheet.lines[line].blanks;
        match self.spacing {
            Spacing::Single => blanks > 0,
            Spacing::Double => blanks > 1 || self.sheet.line(line).chars().count() > WRAPPED,
        }
    }

    /// Whether a short line apart is the last of the subject: who enacts, or the first "căn cứ",
    /// stands right behind it.
    fn is_last(&self, line: usize, text: &str, end: usize) -> bool {
        let next = line + 1;
        next < end
            && text.chars().count() <= WRAPPED
            && !text.ends_with(['.', ';', ':', ','])
            && !states(text)
            && !opens_preamble(text)
            && {
                let next_text = self.sheet.line(next);
                ends_head(next_text)
                    || starts_with_skeleton(next_text, "cancu").is_some()
                    || self.enacts(next, next_text, end)
            }
    }

    /// Whether a line names who enacts: "CHỦ TỊCH ỦY BAN NHÂN DÂN …" above the "căn cứ".
    fn enacts(&self, line: usize, text: &str, end: usize) -> bool {
        if !is_upper(text) || text.len() > 200 {
            return false;
        }
        let issuer = !self.issuer.is_empty() && self.names_issuer(text);
        let before = self.text.trim_end();
        let last = skeleton(last_word(before));
        let first = skeleton(text.split(' ').next().unwrap_or_default());
        // "CỦA PHÓ / THỦ TƯỚNG CHÍNH PHỦ", "CỦA LUẬT / PHÒNG THỦ DÂN SỰ", "THÀNH LẬP / HỘI ĐỒNG …"
        let awaited = is_spelt(last_word(before), &["phó", "luật"])
            || ["thanhlap", "kientoan", "dieule"]
                .iter()
                .any(|word| ends_with_skeleton(before, word).is_some());
        if issuer || names_post(text) && !before.is_empty() && !awaited {
            return true;
        }
        // Another body, or a post right below the title, if the legal bases follow.
        let bases = |from: usize| from < end && opens_preamble(self.sheet.line(from));
        let body = organ(text).is_some() && !breaks_word(&last, &first) && may_name_a_body(text);
        // "LUẬT / THANH TRA": right below the title two words are more likely its subject.
        let named = !before.is_empty() || text.split_whitespace().count() >= 3;
        !awaited
            && (names_post(text) && (bases(line + 1) || bases(line + 2))
                || body && named && bases(line + 1))
    }

    /// Whether a line is the name of the issuing body, or its term too: "HỘI ĐỒNG NHÂN DÂN QUẬN 2 KHÓA III".
    fn names_issuer(&self, text: &str) -> bool {
        let key = skeleton(self.issuer);
        let term = |rest: &str| starts_with_skeleton(rest.trim_start(), "khoa").is_some();
        near(text, &key).is_some()
            || starts_with_skeleton(text, &key).is_some_and(|len| term(&text[len..]))
    }

    /// Whether what was read is a preamble paragraph after all: "Thực hiện Quyết định số …;".
    fn is_preamble(&self) -> bool {
        let text = self.text.trim_end();
        let first_upper = text.chars().take(40).any(char::is_lowercase);
        first_upper
            && (opens_preamble(text) && text.ends_with([';', ',', ':'])
                || text.ends_with("như sau")
                || text.ends_with("như sau:")
                || text.len() > 240 && text.ends_with(['.', ':', ';']))
    }
}

/// Without table strokes, heading signs and a rule glued to it; empty for a drawn line.
fn strip(sheet: &Sheet<'_>, range: &Range<usize>) -> Range<usize> {
    let text = sheet.slice(range);
    let lead =
        text.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '#' | '>' | '|' | '_'));
    let start = range.end - lead.len();
    let end =
        lead.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '|' | '_' | '¯' | '*'));
    // "giai đoạn 2021 –" goes on with the next line; three dashes are a rule.
    let run = end.chars().rev().take_while(|c| is_dash(*c)).count();
    let end = if run >= 3 { end.trim_end_matches(|c| is_dash(c) || c == ' ') } else { end };
    if letters(end) == 0 && !end.contains(|c: char| c.is_ascii_digit()) {
        return start..start;
    }
    start..start + end.len()
}

/// Whether a rule was cut off the end of a line.
fn ends_with_rule(sheet: &Sheet<'_>, kept: &Range<usize>, line: &Range<usize>) -> bool {
    let cut = sheet.slice(&(kept.end..line.end));
    ["---", "___", "–––", "¯¯¯"].iter().any(|rule| cut.contains(rule))
}

/// Whether a line ends the head whatever stands before it.
fn ends_head(text: &str) -> bool {
    if calls(text) {
        return true;
    }
    let inner = text.trim_start_matches(|c| is_dash(c) || matches!(c, '(' | '*' | ' '));
    ["kinhgui", "kemtheo", "banhanhkemtheo", "dinhkem", "phuluc"]
        .iter()
        .any(|key| starts_with_skeleton(inner, key).is_some())
}

/// Whether a line begins with a marker: "I.", "1.", "a)", "Điều 1", "Phần I", "- Căn cứ".
pub(super) fn is_marked(text: &str) -> bool {
    for key in ["dieu", "phan", "chuong", "muc"] {
        if let Some(len) = starts_with_skeleton(text, key) {
            let rest = text[len..].trim_start();
            let word = rest.split(|c: char| !is_word(c)).next().unwrap_or_default();
            let counts = !word.is_empty()
                && word.chars().all(|c| c.is_ascii_digit() || "IVXLC".contains(c))
                || starts_with_skeleton(rest, "thu").is_some();
            if counts {
                return true;
            }
        }
    }
    if let Some(rest) = text.strip_prefix(|c| is_dash(c) || matches!(c, '+' | '•')) {
        return rest.starts_with(' ') && rest.trim_start().starts_with(char::is_alphabetic);
    }
    let end = text.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(text.len());
    let (marker, rest) = text.split_at(end);
    let digits =
        !marker.is_empty() && marker.len() <= 2 && marker.bytes().all(|b| b.is_ascii_digit());
    let roman = !marker.is_empty() && marker.bytes().all(|b| b"IVX".contains(&b));
    let letter = marker.len() == 1;
    let sign = rest.chars().next();
    let after = rest.chars().nth(1);
    match sign {
        // "1. Mục đích", "I- NỘI DUNG", "1/ Mục tiêu"; a date ("5/2024") has no blank behind its sign.
        Some('.' | '/' | '-')
            if digits
                || roman
                || letter && marker.starts_with(|c: char| c.is_ascii_uppercase()) =>
        {
            after.is_none_or(|c| {
                // "V/V CHỦ ĐỘNG" and "06/QĐ-TTG" count nothing.
                let glued = c.is_uppercase() && sign != Some('/') && !(digits && sign == Some('-'));
                c == ' ' || c.is_ascii_digit() && sign == Some('.') || glued
            })
        }
        Some(')') => digits || letter,
        _ => false,
    }
}

/// Whether an upper-case line leans on the one before: it begins with a preposition or a place.
fn leans_on(text: &str) -> bool {
    [
        "tren", "cua", "va", "giaidoan", "nam", "den", "tai", "cho", "trong", "doivoi", "theo",
        "thuoc",
    ]
    .iter()
    .any(|key| starts_with_skeleton(text, key).is_some())
        || names_place(text)
}

/// Whether a word for a place ends a text: "tỉnh", "thành phố".
fn ends_in_place(text: &str) -> bool {
    let two = text.rmatch_indices(' ').nth(1).map_or(0, |(at, _)| at + 1);
    names_place(last_word(text)) || names_place(&text[two..])
}

/// Whether a dash at the beginning of a line stands within the subject: in a quotation, between capitals, in
/// "kinh tế / - xã hội".
fn goes_on_behind_a_dash(before: &str, text: &str) -> bool {
    let social = without_dash(text).starts_with("xã hội");
    is_unclosed(before) || is_upper(before) && is_upper(text) || social
}

/// Whether all of a line in capitals may be the name of a body: "DÂN / SỐ TRONG TÌNH HÌNH MỚI" is no "SỞ".
fn may_name_a_body(text: &str) -> bool {
    const OTHERS: &[&str] =
        &["VỀ", "CỦA", "TẠI", "TRONG", "NĂM", "NHIỆM", "ĐOẠN", "TRÊN", "THEO", "CHO", "VỚI", "ĐẾN"];
    let marked = !text.is_ascii();
    (!marked || head(text))
        && !text.contains(|c: char| c.is_ascii_digit())
        && !text.split(' ').any(|word| OTHERS.contains(&word))
}

/// Whether a quotation or parenthesis is open.
fn is_unclosed(text: &str) -> bool {
    let count = |sign: char| text.matches(sign).count();
    count('“') > count('”') || count('(') > count(')') || count('"') % 2 == 1
}

/// Whether a line that begins with a capital is a sentence about what its body does: "Sở Nội vụ nhận
/// được …".
fn states(text: &str) -> bool {
    organ(text).is_some()
        && [
            " nhận được",
            " xây dựng",
            " ban hành",
            " báo cáo",
            " tổ chức",
            " đề nghị",
            " thông báo",
            " kính",
            " trình",
        ]
        .iter()
        .any(|verb| text.contains(verb))
}

/// Whether a line begins a paragraph of several full lines.
fn is_paragraph(sheet: &Sheet<'_>, line: usize, end: usize) -> bool {
    line + 1 < end && sheet.lines[line + 1].blanks == 0 && sheet.line(line).len() > 80
}

/// Lines of a letter's subject: it stands in the narrow left column.
const LETTER_LINES: usize = 12;

/// Gives the role [`Role::LetterSubject`] to "V/v …" among the fragments of a letterhead.
pub(super) fn gather_letter_subject(sheet: &Sheet<'_>, fragments: &mut [Fragment]) {
    let begins = |text: &str| {
        ["vv", "veviec"].iter().any(|key| starts_with_skeleton(text, key).is_some())
            || text.starts_with("Về ")
            || text.starts_with("VỀ ")
    };
    let numbered = fragments.iter().position(|f| f.role == Role::NumberLabel).unwrap_or_default();
    let Some(first) = (numbered..fragments.len()).find(|index| {
        fragments[*index].role == Role::Words && begins(sheet.slice(&fragments[*index].range))
    }) else {
        return;
    };
    let spaced =
        u16::from(spacing(sheet, &(fragments[first].line..sheet.lines.len())) == Spacing::Double);
    let mut last = fragments[first].line;
    for (taken, fragment) in fragments[first..].iter_mut().enumerate() {
        if fragment.role != Role::Words {
            continue;
        }
        let apart = fragment.line > last
            && (sheet.lines[fragment.line].blanks > spaced || fragment.line > last + 1);
        if taken > 0 && (apart || fragment.line == last || taken > LETTER_LINES) {
            break;
        }
        last = fragment.line;
        fragment.role = Role::LetterSubject;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::normalize;

    fn read(text: &str) -> (String, usize) {
        let clean = normalize(text);
        let sheet = Sheet::new(&clean.text, &clean.map);
        let lines = 0..sheet.lines.len();
        let found = subject(&sheet, &lines, None, "ỦY BAN NHÂN DÂN XÃ AN BÌNH");
        (sheet.flow(&found.pieces), found.end)
    }

    #[test]
    fn where_a_subject_ends() {
        for (text, want) in [
            ("Trồng cây năm 2024\n\nCăn cứ Luật", "Trồng cây năm 2024"),
            ("Trồng cây\nnăm 2024\nThực hiện Kế hoạch số 5", "Trồng cây năm 2024"),
            ("Trồng cây trên địa bàn tỉnh\nThực hiện Kế hoạch", "Trồng cây trên địa bàn tỉnh"),
            ("Kế hoạch về\nThực hiện nếp sống mới", "Kế hoạch về Thực hiện nếp sống mới"),
            (
                "Phong trào “Vì đất nước,  \n\nvì quê hương” năm 2024\n\nCăn cứ",
                "Phong trào “Vì đất nước, vì quê hương” năm 2024",
            ),
            (
                "TRỒNG CÂY TRÊN ĐỊA BÀN\nXÃ AN BÌNH\nThực hiện Kế hoạch",
                "TRỒNG CÂY TRÊN ĐỊA BÀN XÃ AN BÌNH",
            ),
            ("Trồng cây\n------\nỦy ban", "Trồng cây"),
            ("Trồng cây\n(Kèm theo Quyết định số 5)", "Trồng cây"),
            ("Trồng cây\nỦY BAN NHÂN DÂN XÃ AN BÌNH\nCăn cứ", "Trồng cây"),
            ("TRỒNG CÂY\nCHỦ TỊCH ỦY BAN NHÂN DÂN XÃ AN BÌNH\nCăn cứ", "TRỒNG CÂY"),
            ("Trồng cây\nKính gửi: Sở A", "Trồng cây"),
            ("Trồng cây\nI. MỤC ĐÍCH", "Trồng cây"),
            ("Trồng cây ----------\nỦy ban", "Trồng cây"),
            ("Căn cứ Luật Lâm nghiệp;", ""),
            ("Thực hiện Kế hoạch số 5 của tỉnh;\nỦy ban", ""),
            ("I. MỤC ĐÍCH", ""),
            (
                "Về việc trồng cây tại\nHợp tác xã An Bình",
                "Về việc trồng cây tại Hợp tác xã An Bình",
            ),
        ] {
            assert_eq!(read(text).0, want, "{text}");
        }
    }

    #[test]
    fn markers_and_near_misses() {
        for text in [
            "I. MỤC",
            "1. Mục",
            "a) Một",
            "Điều 1.",
            "PHẦN I",
            "Phần thứ nhất",
            "- Căn cứ",
            "1.1. A",
            "I- A",
            "A. MỤC",
        ] {
            assert!(is_marked(text), "{text}");
        }
        for text in [
            "XIV CỦA ĐẢNG",
            "2022 tại Sở",
            "5/2024",
            "- 2030",
            "31/12/2024",
            "Phần mềm",
            "mục tiêu",
        ] {
            assert!(!is_marked(text), "{text}");
        }
    }
}
