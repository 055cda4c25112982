//! Several doers in a row: "Sở Tài chính, Sở Nội vụ và các đơn vị liên quan".

use super::phrase::{Phrase, further, phrase};
use super::{AgencyAt, blanks_behind, floor, word_len};
use crate::lexicon::agents::{distributed, noun, post, quantifier};
use crate::lexicon::duties::verb;
use crate::lexicon::issuers::known_issuer;
use crate::lexicon::{is_dash, opens_spelt, organ};

/// Doers in one list: a decision names some ten.
const MOST: usize = 40;

/// A list of doers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct List {
    /// Its members, at least one.
    pub(crate) agencies: Vec<AgencyAt>,
    /// Byte behind the last of them, and behind what qualifies all.
    pub(crate) end: usize,
}

/// The doers that begin at `at`.
pub(crate) fn list(text: &str, at: usize) -> Option<List> {
    let first = phrase(text, at)?;
    let mut list = List { agencies: Vec::new(), end: first.end };
    list.add(text, first);
    list.follow(text);
    list.qualify(text);
    Some(list)
}

/// As [`list`], behind a word that asks for doers: a bare "địa phương" counts.
pub(crate) fn bare_list(text: &str, at: usize) -> Option<List> {
    let first = further(text, at)?;
    let mut list = List { agencies: Vec::new(), end: first.end };
    list.add(text, first);
    list.follow(text);
    Some(list)
}

/// The doers a text consists of, and nothing else: a heading, a cell, what stands behind "chủ trì:".
pub(crate) fn whole_list(text: &str) -> Option<Vec<AgencyAt>> {
    let kept = text.trim_end_matches(|c: char| c.is_whitespace() || ".,;:/".contains(c)).len();
    let text = &text[..kept];
    let mut agencies = Vec::new();
    let mut at = skip_bullet(text, 0);
    loop {
        let large = text[at..].starts_with(char::is_uppercase);
        let first = if large { phrase(text, at) } else { further(text, at) }?;
        let mut list = List { agencies: Vec::new(), end: first.end };
        list.add(text, first);
        list.follow(text);
        agencies.append(&mut list.agencies);
        let from = behind_aside(text, list.end);
        if from >= text.len() {
            return Some(agencies);
        }
        // "Sở A trong phạm vi nhiệm vụ của mình và các cơ quan khác"; "- Sở A - Sở B"
        let next = skip_bullet(text, behind_sign(text, from).unwrap_or(from));
        if next == list.end || next >= text.len() || agencies.len() >= MOST {
            return None;
        }
        at = next;
    }
}

/// Byte behind a bullet within a cell: "- Sở Tài chính".
fn skip_bullet(text: &str, at: usize) -> usize {
    let at = blanks_behind(text, at);
    let sign = text[at..].chars().next().filter(|c| is_dash(*c) || matches!(c, '+' | '•' | '*'));
    sign.map_or(at, |c| blanks_behind(text, at + c.len_utf8()))
}

/// Byte behind "theo chức năng, nhiệm vụ được giao" and the like, up to the next member or the end.
fn behind_aside(text: &str, at: usize) -> usize {
    const ASIDES: &[&str] = &[
        "theo chức năng",
        "trong phạm vi",
        "theo nhiệm vụ",
        "theo lĩnh vực",
        "theo phân công",
        "theo quy định",
    ];
    let from = blanks_behind(text, at);
    let rest = &text[from..];
    if !ASIDES.iter().any(|aside| opens_spelt(rest, aside).is_some()) {
        return at;
    }
    let near = &rest[..floor(rest, 200)];
    let next = near
        .match_indices(" và ")
        .map(|(to, _)| from + to)
        .find(|to| quantifier(&text[to + " và ".len()..]).is_some());
    next.unwrap_or(text.len())
}

/// Byte behind the sign or word that parts two members.
fn behind_sign(text: &str, at: usize) -> Option<usize> {
    let from = blanks_behind(text, at);
    let rest = &text[from..];
    let sign = rest.chars().next()?;
    if matches!(sign, ',' | ';' | '/') {
        let next = blanks_behind(text, from + 1);
        let and = opens_spelt(&text[next..], "và").map(|len| blanks_behind(text, next + len));
        return Some(and.unwrap_or(next));
    }
    let word =
        ["và", "cùng với", "cùng", "&", "với"].iter().find_map(|word| opens_spelt(rest, word))?;
    Some(blanks_behind(text, from + word))
}

impl List {
    /// Adds a member, or the members that share its head.
    fn add(&mut self, text: &str, phrase: Phrase) {
        self.end = phrase.end;
        let range = phrase.start..phrase.end;
        if phrase.open && self.distribute(text, phrase) {
            return;
        }
        self.agencies.push(AgencyAt::plain(range));
    }

    /// Adds further members while there are any.
    fn follow(&mut self, text: &str) {
        while self.agencies.len() < MOST {
            let Some(next) = behind_sign(text, self.end) else { return };
            let Some(member) = member(text, next) else { return };
            self.add(text, member);
        }
    }

    /// "Các sở: Tài chính, Nội vụ"; "Giám đốc: Sở Tài chính, Sở Nội vụ".
    fn distribute(&mut self, text: &str, phrase: Phrase) -> bool {
        let head = &text[phrase.start..phrase.end];
        let Some(from) = colon_or_capital(text, phrase.end) else { return false };
        let (office, kind) = shared_head(head);
        let bodies = office.is_some() && kind.is_none();
        if !bodies && kind.is_none() || self.agencies.len() >= MOST {
            return false;
        }
        if bodies && organ(&text[from..]).is_none() {
            return false;
        }
        let before = self.agencies.len();
        let mut at = from;
        let mut end = None;
        while self.agencies.len() < MOST {
            let Some(item) = item(text, at, if bodies { None } else { kind }) else { break };
            let head = kind.filter(|_| !bodies).map(capitalised);
            let words = [office.map(str::to_owned), head, Some(text[at..item].to_owned())];
            let name = words.into_iter().flatten().collect::<Vec<_>>().join(" ");
            self.agencies.push(AgencyAt { range: at..item, name: Some(name) });
            end = Some(item);
            let Some(next) = behind_sign(text, item) else { break };
            at = next;
        }
        let Some(end) = end else { return false };
        self.end = end;
        self.agencies.len() > before
    }

    /// Leaves out what qualifies a whole list: "được phân công chủ trì … có trách nhiệm".
    fn qualify(&mut self, text: &str) {
        let from = blanks_behind(text, self.end);
        if opens_spelt(&text[from..], "được").is_none() {
            return;
        }
        let Some(end) = relative_end(text, from) else { return };
        if let [only] = self.agencies.as_mut_slice()
            && only.name.is_none()
        {
            only.range.end = end;
        }
        self.end = end;
    }
}

/// A further member at `at`. Behind "và" or a comma a verb goes on with the sentence.
fn member(text: &str, at: usize) -> Option<Phrase> {
    let rest = text.get(at..)?;
    if verb(rest).is_some_and(|verb| noun(rest).is_none_or(|noun| noun < verb))
        && organ(rest).is_none()
    {
        return None;
    }
    let found = further(text, at)?;
    // "xây dựng kế hoạch và tổ chức thực hiện": a small word that is a verb too.
    let small = rest.starts_with(char::is_lowercase) && quantifier(rest).is_none();
    let acts = small
        && opens_spelt(rest, "tổ chức").is_some()
        && verb(text[at + "tổ chức".len()..].trim_start()).is_some();
    (!acts).then_some(found)
}

/// Where the clause "được giao nhiệm vụ …" ends that says which bodies are meant.
fn relative_end(text: &str, at: usize) -> Option<usize> {
    const SHORT: &[&str] = &[
        "được giao nhiệm vụ",
        "được phân công nhiệm vụ",
        "được giao chủ trì",
        "được phân công",
        "được giao",
        "được kiểm tra",
        "được thanh tra",
        "được thẩm định",
    ];
    const REACH: usize = 200;
    const DUTIES: &[&str] = &[" có trách nhiệm", " chịu trách nhiệm", " cần ", " phải "];
    let reach = floor(text, at + REACH);
    let clause = &text[at..reach];
    let clause = &clause[..clause.find([';', '.', ':']).unwrap_or(clause.len())];
    if let Some(end) = DUTIES.iter().filter_map(|duty| clause.find(duty)).min() {
        return Some(at + end);
    }
    let len = SHORT.iter().find_map(|words| opens_spelt(clause, words))?;
    let next = blanks_behind(text, at + len);
    verb(&text[next..]).map(|_| at + len)
}

/// Byte of the first item behind a shared head: behind its colon, or at a capital.
fn colon_or_capital(text: &str, at: usize) -> Option<usize> {
    let rest = &text[at..];
    let from = match rest.strip_prefix(':') {
        Some(_) => blanks_behind(text, at + 1),
        None => blanks_behind(text, at),
    };
    let begins = text[from..].starts_with(char::is_uppercase) && from > at;
    begins.then_some(from)
}

/// The post and the kind of body in "Giám đốc các Sở", "Các bộ", "Giám đốc".
fn shared_head(head: &str) -> (Option<&str>, Option<&str>) {
    if let Some(len) = post(head) {
        let rest = head[len..].trim_start();
        if rest.is_empty() {
            return (Some(head), None);
        }
        let kind = kind_of(rest);
        return (kind.map(|_| &head[..len]), kind);
    }
    (None, kind_of(head))
}

/// The kind of body in "các Sở", one kind alone.
fn kind_of(head: &str) -> Option<&str> {
    let kind = head[quantifier(head)?..].trim_start();
    (distributed(kind) == Some(kind.len())).then_some(kind)
}

/// A kind of body as its names begin: "Sở".
fn capitalised(kind: &str) -> String {
    let mut kind = kind.to_owned();
    if let Some(first) = kind.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    kind
}

/// Byte behind the next item that shares a head, or whose post does.
fn item(text: &str, at: usize, kind: Option<&str>) -> Option<usize> {
    let rest = text.get(at..)?;
    if !rest.starts_with(char::is_uppercase) || quantifier(rest).is_some() || post(rest).is_some() {
        return None;
    }
    let Some(kind) = kind else {
        organ(rest)?;
        return phrase(text, at).map(|phrase| phrase.end);
    };
    if organ(rest).is_some_and(|_| known_issuer(rest).is_some()) {
        return None;
    }
    let reach = floor(text, at + 80);
    let full = format!("{kind} {}", &text[at..reach]);
    if let Some(len) = known_issuer(&full).filter(|len| *len > kind.len() + 1) {
        return Some(at + len - kind.len() - 1);
    }
    Some(at + field_len(rest))
}

/// Length of a name of a field: "Tài chính", "Lao động - Thương binh và Xã hội".
fn field_len(text: &str) -> usize {
    let mut end = word_len(text);
    loop {
        let from = blanks_behind(text, end);
        let rest = &text[from..];
        let len = word_len(rest);
        if len == 0 {
            let dash = rest.chars().next().filter(|c| is_dash(*c));
            let Some(dash) = dash else { return end };
            let next = blanks_behind(text, from + dash.len_utf8());
            if !text[next..].starts_with(char::is_uppercase) {
                return end;
            }
            end = next + word_len(&text[next..]);
            continue;
        }
        if from == end
            || verb(rest).is_some()
            || opens_spelt(rest, "và").is_some()
            || opens_spelt(rest, "theo").is_some()
        {
            return end;
        }
        end = from + len;
    }
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use super::*;

    fn cut(text: &str) -> String {
        let Some(list) = list(text, 0) else { return "-".to_owned() };
        let members: Vec<&str> = list.agencies.iter().map(|a| &text[a.range.clone()]).collect();
        members.join(" | ")
    }

    #[test]
    fn lists_are_cut() {
        let mut wrong = String::new();
        for (text, want) in [
            (
                "Sở Tài nguyên và Môi trường và Cục Thuế tỉnh thường xuyên theo dõi",
                "Sở Tài nguyên và Môi trường | Cục Thuế tỉnh",
            ),
            (
                "Phòng Quản lý Ngân sách và Tài chính hành chính sự nghiệp phối hợp với",
                "Phòng Quản lý Ngân sách và Tài chính hành chính sự nghiệp",
            ),
            (
                "Sở Nông nghiệp và Phát triển nông thôn, Sở Công Thương và Ủy ban nhân dân các huyện, thị xã, thành phố tổ chức",
                "Sở Nông nghiệp và Phát triển nông thôn | Sở Công Thương | Ủy ban nhân dân các huyện, thị xã, thành phố",
            ),
            (
                "các sở, ban, ngành, UBND xã, phường, đặc khu và các cơ quan, đơn vị có liên quan kịp thời",
                "các sở, ban, ngành | UBND xã, phường, đặc khu | các cơ quan, đơn vị có liên quan",
            ),
            ("các sở, ban, ngành và địa phương khẩn trương", "các sở, ban, ngành | địa phương"),
            ("Các sở: Tài chính, Nội vụ, Tư pháp theo chức năng", "Tài chính | Nội vụ | Tư pháp"),
            ("Các Bộ: Quốc phòng, Công an chủ động chỉ đạo", "Quốc phòng | Công an"),
            (
                "Các Bộ: Giáo dục và Đào tạo, Y tế, Văn hóa, Thể thao và Du lịch theo chức năng",
                "Giáo dục và Đào tạo | Y tế | Văn hóa, Thể thao và Du lịch",
            ),
            (
                "Giám đốc: Sở Tài chính, Sở Y tế, Chủ tịch UBND các xã; thủ trưởng các đơn vị có liên quan chịu",
                "Sở Tài chính | Sở Y tế | Chủ tịch UBND các xã | thủ trưởng các đơn vị có liên quan",
            ),
            (
                "Chánh Văn phòng UBND tỉnh, Giám đốc các Sở, Thủ trưởng các ban, ngành; Chủ tịch UBND các xã và các đơn vị liên quan căn cứ",
                "Chánh Văn phòng UBND tỉnh | Giám đốc các Sở | Thủ trưởng các ban, ngành | Chủ tịch UBND các xã | các đơn vị liên quan",
            ),
            ("Các đồng chí Trưởng, Phó các phòng có trách nhiệm", "Trưởng, Phó các phòng"),
            ("Trưởng các đơn vị thuộc Sở chủ động triển khai", "Trưởng các đơn vị thuộc Sở"),
            ("Lãnh đạo các phòng chuyên môn tổ chức triển khai", "Lãnh đạo các phòng chuyên môn"),
            (
                "Người đứng đầu cơ quan, tổ chức, đơn vị được giao nhiệm vụ chủ động triển khai",
                "Người đứng đầu cơ quan, tổ chức, đơn vị được giao nhiệm vụ",
            ),
            (
                "Các cơ quan được phân công chủ trì thực hiện nhiệm vụ theo Kế hoạch này có trách nhiệm lập",
                "Các cơ quan được phân công chủ trì thực hiện nhiệm vụ theo Kế hoạch này",
            ),
            (
                "Các cơ quan, đơn vị được giao chủ trì có trách nhiệm hoàn thành",
                "Các cơ quan, đơn vị được giao chủ trì",
            ),
            ("các cơ quan phối hợp có trách nhiệm phối hợp", "các cơ quan phối hợp"),
            ("các cơ quan phối hợp với Sở Y tế", "các cơ quan"),
            (
                "Văn phòng Ban chỉ đạo phòng thủ dân sự quốc gia theo dõi sát",
                "Văn phòng Ban chỉ đạo phòng thủ dân sự quốc gia",
            ),
            (
                "Chủ tịch Ủy ban nhân dân các tỉnh, thành phố từ Hà Tĩnh đến Khánh Hòa",
                "Chủ tịch Ủy ban nhân dân các tỉnh, thành phố từ Hà Tĩnh đến Khánh Hòa",
            ),
            (
                "Chủ tịch Ủy ban nhân dân các tỉnh, thành phố nêu trên và lãnh đạo các Bộ, ngành có liên quan theo",
                "Chủ tịch Ủy ban nhân dân các tỉnh, thành phố nêu trên | lãnh đạo các Bộ, ngành có liên quan",
            ),
            (
                "Đài Truyền hình Việt Nam, Đài Tiếng nói Việt Nam, Thông tấn xã Việt Nam kịp thời",
                "Đài Truyền hình Việt Nam | Đài Tiếng nói Việt Nam | Thông tấn xã Việt Nam",
            ),
            (
                "Trung tâm Dịch vụ việc làm Thành phố (Sở Nội vụ), Ủy ban nhân dân xã, phường, đặc khu.",
                "Trung tâm Dịch vụ việc làm Thành phố (Sở Nội vụ) | Ủy ban nhân dân xã, phường, đặc khu",
            ),
            (
                "Mặt trận Tổ quốc, Đoàn Thanh niên, Hội Phụ nữ hỗ trợ người dân",
                "Mặt trận Tổ quốc | Đoàn Thanh niên | Hội Phụ nữ",
            ),
            ("Các cơ sở Đoàn – Hội – Đội trực thuộc", "Các cơ sở Đoàn – Hội – Đội trực thuộc"),
            (
                "Ủy ban nhân dân cấp huyện, cấp xã có trách nhiệm",
                "Ủy ban nhân dân cấp huyện, cấp xã",
            ),
            ("Các đoàn thể, tổ chức xã hội", "Các đoàn thể, tổ chức xã hội"),
            ("Cán bộ, công chức, viên chức theo chức năng", "Cán bộ, công chức, viên chức"),
            (
                "Các tỉnh ủy, thành ủy, đảng ủy trực thuộc Trung ương cụ thể hóa",
                "Các tỉnh ủy, thành ủy, đảng ủy trực thuộc Trung ương",
            ),
            ("Sở Văn hóa, Thể thao và Du lịch phối hợp", "Sở Văn hóa, Thể thao và Du lịch"),
            ("Phòng Kinh tế, Hạ tầng và Đô thị chủ trì", "Phòng Kinh tế, Hạ tầng và Đô thị"),
            ("Trung tâm Kiểm soát bệnh tật tỉnh chủ trì", "Trung tâm Kiểm soát bệnh tật tỉnh"),
            (
                "Sở Nội vụ (Ban Thi đua - Khen thưởng), các ngành, đơn vị liên quan tham mưu",
                "Sở Nội vụ (Ban Thi đua - Khen thưởng) | các ngành, đơn vị liên quan",
            ),
            (
                "Phó Hiệu trưởng phụ trách chuyên môn trực tiếp triển khai",
                "Phó Hiệu trưởng phụ trách chuyên môn",
            ),
            ("đồng chí Nguyễn Văn A - Phó Giám đốc chỉ đạo", "Nguyễn Văn A - Phó Giám đốc"),
            ("Ban Thường vụ Đoàn xã", "Ban Thường vụ Đoàn xã"),
            ("Tổ chức thực hiện tốt", "-"),
            ("Hội nghị tổng kết", "-"),
            ("Phòng, chống thiên tai", "-"),
            ("Đoàn kết nội bộ", "-"),
        ] {
            if cut(text) != want {
                let _ = writeln!(wrong, "{text}\n    got  {}\n    want {want}", cut(text));
            }
        }
        assert!(wrong.is_empty(), "\n{wrong}");
    }
}
