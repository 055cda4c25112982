//! Several doers in a row: "Sở Tài chính, Sở Nội vụ và các đơn vị liên quan".

use super::opening::department;
use super::phrase::{Phrase, further, phrase};
use super::{AgencyAt, blanks_behind, floor, word_len};
use crate::lexicon::agents::{apposition, head, noun, person, post, quantifier};
use crate::lexicon::bodies::place_word;
use crate::lexicon::duties::{refuses, verb};
use crate::lexicon::{Phrases, Start, is_dash, opens_spelt, organ};

/// Doers in one list: a decision names some ten.
pub(super) const MOST: usize = 40;

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
    list.reach(text);
    Some(list)
}

/// As [`list`], behind a word that asks for doers: a bare "địa phương" counts.
pub(crate) fn bare_list(text: &str, at: usize) -> Option<List> {
    let first = further(text, at)?;
    let mut list = List { agencies: Vec::new(), end: first.end };
    list.add(text, first);
    list.follow(text);
    list.reach(text);
    Some(list)
}

/// Words that part two members.
static JOINTS: Phrases = Phrases::new(&["và", "cùng với", "cùng", "với"]);

/// Byte behind a dash and what it says the body or post before `at` is besides: "Sở Y tế - Cơ quan thường trực của Hội
/// đồng", "Giám đốc Sở - Phó Chủ tịch Hội đồng".
pub(crate) fn behind_office(text: &str, at: usize) -> Option<usize> {
    let sign = blanks_behind(text, at);
    let dash = text[sign..].chars().next().filter(|c| is_dash(*c))?;
    let from = blanks_behind(text, sign + dash.len_utf8());
    let rest = &text[from..];
    if !apposition(rest) {
        let office = rest.starts_with(char::is_uppercase) && post(rest).is_some();
        return office.then(|| phrase(text, from)).flatten().map(|office| office.end);
    }
    let kind = from + noun(rest)?;
    let next = blanks_behind(text, kind);
    let of = opens_spelt(&text[next..], "của").map_or(next, |len| blanks_behind(text, next + len));
    Some(phrase(text, of).map_or(kind, |body| body.end))
}

/// A province or city by its name, which stands for its bodies: "thành phố Hòa Lạc".
pub(crate) fn place(text: &str, at: usize) -> Option<List> {
    const WORDS: usize = 5;
    let rest = &text[at..];
    let kind = ["tỉnh", "thành phố", "thủ đô"].iter().find_map(|kind| opens_spelt(rest, kind))?;
    let mut end = at + kind;
    for _ in 0..WORDS {
        let from = blanks_behind(text, end);
        let len = word_len(&text[from..]);
        if len == 0 || !text[from..].starts_with(char::is_uppercase) {
            break;
        }
        end = from + len;
    }
    (end > at + kind).then(|| List { agencies: vec![AgencyAt::plain(at..end)], end })
}

/// How a body is told what it has to do, the body first.
static TOLD: Phrases = Phrases::new(&[
    "được giao",
    "được giao nhiệm vụ",
    "được phân công",
    "được phân công nhiệm vụ",
    "được yêu cầu",
    "được đề nghị",
]);

/// Byte behind the sign or word that parts two members.
pub(super) fn behind_sign(text: &str, at: usize) -> Option<usize> {
    let from = blanks_behind(text, at);
    let rest = &text[from..];
    let sign = rest.chars().next()?;
    if matches!(sign, ',' | ';' | '/') {
        let next = blanks_behind(text, from + 1);
        let and = opens_spelt(&text[next..], "và").map(|len| blanks_behind(text, next + len));
        return Some(and.unwrap_or(next));
    }
    // "Sở Tài chính Sở Nội vụ": cells lose their signs.
    if from > at && department(rest) {
        return Some(from);
    }
    let word = JOINTS.longest(rest).or_else(|| opens_spelt(rest, "&"))?;
    Some(blanks_behind(text, from + word))
}

impl List {
    /// Adds a member, or the members that share its head.
    pub(super) fn add(&mut self, text: &str, phrase: Phrase) {
        self.end = phrase.end;
        let range = phrase.start..phrase.end;
        if phrase.open && self.distribute(text, phrase) {
            return;
        }
        self.agencies.push(AgencyAt::plain(range));
    }

    /// Adds further members while there are any.
    pub(super) fn follow(&mut self, text: &str) {
        while self.agencies.len() < MOST {
            let next = behind_sign(text, self.end);
            let next = next.or_else(|| behind_sign(text, behind_office(text, self.end)?));
            let Some(next) = next else { return };
            if let Some(seat) = self.seat(text, next) {
                self.end = seat.range.end;
                self.agencies.push(seat);
                continue;
            }
            let Some(member) = member(text, next) else { return };
            self.add(text, member);
        }
    }

    /// "UBND tỉnh Hòa Lạc, thành phố An Phú và UBND các xã": a place by its name behind the committee of another one.
    fn seat(&self, text: &str, at: usize) -> Option<AgencyAt> {
        const OFFICES: &[&str] = &["UBND", "Ủy ban nhân dân", "Uỷ ban nhân dân"];
        let last = &text[self.agencies.last()?.range.clone()];
        let office = OFFICES.iter().find(|office| last.starts_with(**office))?;
        let rest = last[office.len()..].trim_start();
        let city = ["tỉnh", "thành phố"].iter().find_map(|kind| opens_spelt(rest, kind))?;
        if !rest[city..].trim_start().starts_with(char::is_uppercase) {
            return None;
        }
        let range = place(text, at)?.agencies.pop()?.range;
        let name = format!("{office} {}", &text[range.clone()]);
        Some(AgencyAt { range, name: Some(name) })
    }

    /// Leaves out what qualifies a whole list: "được phân công chủ trì … có trách nhiệm".
    pub(super) fn qualify(&mut self, text: &str) {
        let from = blanks_behind(text, self.end);
        if opens_spelt(&text[from..], "được").is_none() {
            return;
        }
        let single = self.agencies.len() == 1;
        // "Sở Y tế được giao chủ trì …": one body is told what follows.
        let told = TOLD.longest(&text[from..]).map(|len| blanks_behind(text, from + len));
        let told = told.filter(|at| single && verb(&text[*at..]).is_some());
        let named = |name: &str| !is_group(name) && (head(name) || post(name).is_some());
        if let Some(at) = told.filter(|_| named(&text[self.agencies[0].range.clone()])) {
            self.end = at;
            return;
        }
        let Some(end) = relative_end(text, from) else { return };
        if let Some(last) = self.agencies.last_mut().filter(|last| last.name.is_none()) {
            // "UBND các xã, đơn vị được giao vốn": a bare word is nobody without its clause.
            let name = &text[last.range.clone()];
            if single || noun(name) == Some(name.len()) {
                last.range.end = end;
            }
        }
        self.end = end;
    }
}

impl List {
    /// The name of a group goes on to where its members are told what they must do:
    /// "Các cơ sở nuôi trồng thủy sản trên địa bàn có trách nhiệm": a group may be named with a verb.
    fn reach(&mut self, text: &str) {
        let Some(last) = self.agencies.last().filter(|last| last.name.is_none()) else { return };
        if !is_group(&text[last.range.clone()]) || last.range.end != self.end {
            return;
        }
        let Some(end) = obliged(text, self.end) else { return };
        // "Giáo viên hướng dẫn và học sinh dự thi phải có …"
        let second = text[self.end..end].find(" và ").map(|at| self.end + at);
        let second = second.filter(|at| person(&text[at + " và ".len()..]));
        if let Some(last) = self.agencies.last_mut() {
            last.range.end = second.unwrap_or(end);
        }
        self.agencies.extend(second.map(|at| AgencyAt::plain(at + " và ".len()..end)));
        self.end = end;
    }
}

/// Whether a name is that of a group: "các cơ sở", "Học sinh", and not "Sở Y tế".
fn is_group(name: &str) -> bool {
    let from = quantifier(name).map_or(0, |len| blanks_behind(name, len));
    let bare = Start::from(&name[from..]);
    (from > 0 || person(bare) || post(bare).is_some())
        && noun(bare).or_else(|| post(bare)).is_some()
}

/// Byte before the words by which a group is obliged, where nothing else comes before them.
fn obliged(text: &str, at: usize) -> Option<usize> {
    const REACH: usize = 150;
    const APART: &[&str] = &["sẽ", "để", "thì", "nên", "mà", "nếu", "cần", "do", "vì", "nhưng"];
    const DUTIES: &[&str] = &[
        " có trách nhiệm",
        " chịu trách nhiệm",
        " có nhiệm vụ",
        " nhất thiết phải",
        " phải ",
        " cần tiến hành",
    ];
    let clause = &text[at..floor(text, at + REACH)];
    let clause = &clause[..clause.find([',', ';', '.', ':', '(']).unwrap_or(clause.len())];
    let end = DUTIES.iter().filter_map(|duty| clause.find(duty)).min().filter(|end| *end > 0)?;
    let words = clause[..end].trim_start();
    let free = !words.split(' ').any(|word| APART.contains(&word))
        && !words.ends_with(" và")
        && !refuses(words)
        && opens_spelt(words, "và").is_none()
        && opens_spelt(words, "khi").is_none()
        && opens_spelt(words, "theo").is_none()
        && opens_spelt(words, "trong").is_none()
        && ![
            "chủ động",
            "căn cứ",
            "cần",
            "có trách nhiệm",
            "chịu trách nhiệm",
            "có nhiệm vụ",
            "nhất thiết",
        ]
        .iter()
        .any(|word| opens_spelt(words, word).is_some());
    (free && clause[..end].starts_with(' ')).then_some(at + end)
}

/// A further member at `at`. Behind "và" or a comma a verb goes on with the sentence.
fn member(text: &str, at: usize) -> Option<Phrase> {
    let rest = Start::from(text.get(at..)?);
    if verb(rest).is_some_and(|verb| noun(rest).is_none_or(|noun| noun < verb))
        && organ(&rest).is_none()
        && !names_office(rest)
    {
        return None;
    }
    // "UBND xã A và UBND xã B, mỗi xã tổ chức …"
    if ["mỗi", "từng"].iter().any(|each| opens_spelt(&rest, each).is_some()) {
        return None;
    }
    // "Các bộ, ngành, địa phương và cả nước tập trung …"
    if let Some(len) = opens_spelt(&rest, "cả nước") {
        return Some(Phrase { start: at, end: at + len, open: false });
    }
    let found = further(text, at)?;
    // "xây dựng kế hoạch và tổ chức thực hiện": a small word that is a verb too.
    let small = rest.starts_with(char::is_lowercase) && quantifier(rest).is_none();
    let acts = small
        && opens_spelt(&rest, "tổ chức").is_some()
        && verb(text[at + "tổ chức".len()..].trim_start()).is_some();
    (!acts).then_some(found)
}

/// Whether what is a verb elsewhere names an office with its place: "Thường trực Tỉnh ủy", "Thống kê tỉnh".
fn names_office(rest: Start<'_>) -> bool {
    let office = post(rest).or_else(|| verb(rest).filter(|_| head(rest)));
    office.filter(|_| rest.starts_with(char::is_uppercase)).is_some_and(|len| {
        let behind = rest[len..].trim_start();
        behind.starts_with(char::is_uppercase) || place_word(behind).is_some()
    })
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
    let rest = &text[next..];
    let ended = rest.is_empty() || rest.starts_with([',', ';', ':', '.']);
    (ended || verb(rest).is_some()).then_some(at + len)
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
            ("Giám đốc các Sở: Tài chính; Y tế; Xây dựng tổ chức", "Tài chính | Y tế | Xây dựng"),
            ("Giám đốc các Sở: Thương mại vật giá, Y tế tổ chức", "Thương mại vật giá | Y tế"),
            (
                "Các Sở Tài chính, Xây dựng; UBND các huyện tổ chức",
                "Tài chính | Xây dựng | UBND các huyện",
            ),
            (
                "UBND các xã An Phú, Bình Hòa, Vĩnh Lộc, Trạm Y tế tổ chức",
                "UBND các xã An Phú, Bình Hòa, Vĩnh Lộc | Trạm Y tế",
            ),
            (
                "Chủ tịch UBND các huyện, thị xã An Phú, thành phố Bình Hòa và thành phố Vĩnh Lộc; các đơn vị liên quan",
                "Chủ tịch UBND các huyện, thị xã An Phú, thành phố Bình Hòa và thành phố Vĩnh Lộc | các đơn vị liên quan",
            ),
            (
                "UBND các huyện và thành phố An Phú, Sở Y tế",
                "UBND các huyện và thành phố An Phú | Sở Y tế",
            ),
            ("UBND 3 xã An Phú, Bình Hòa rà soát", "UBND 3 xã An Phú, Bình Hòa"),
            ("UBND các xã An Phú, Kiểm tra", "UBND các xã An Phú"),
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
