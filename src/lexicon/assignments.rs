//! Words that head a column or label a line of an assignment: "Cơ quan chủ trì", "Thời gian hoàn thành".
//!
//! Origin: the forms ("biểu mẫu") of work programmes, and guide lines on plans of provinces and communes.

use memchr::memchr;

use super::duties::verb;
use super::{begins_with_any, skeleton, starts_with_skeleton};

/// What a label or column says about an assignment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Label {
    /// Who leads: "Cơ quan chủ trì", "Đơn vị thực hiện".
    Lead,
    /// Who leads and who co-operates, in one place: "Cơ quan chủ trì, phối hợp".
    Both,
    /// Who co-operates: "Đơn vị phối hợp".
    Cooperating,
    /// Who directs: "Lãnh đạo phụ trách".
    Direct,
    /// Who watches: "Theo dõi, đôn đốc".
    Monitor,
    /// By when: "Thời gian thực hiện".
    Time,
    /// What comes of it: "Sản phẩm".
    Result,
    /// What is to be done: "Nội dung", "Nhiệm vụ".
    Matter,
}

/// Letters of the longest label, as a skeleton.
const LONGEST: usize = 72;

/// Letters of the longest label that names nobody: "Chủ trì / phối hợp".
const BRIEF: usize = 22;

/// Skeletons of what a label begins with that says when.
const TIMES: &[&str] = &[
    "thoigian",
    "thoihan",
    "tiendo",
    "hanhoanthanh",
    "hoanthanh",
    "thoidiem",
    "lotrinh",
    "dukienthoigian",
    "dukienhoanthanh",
    "ngayhoanthanh",
    "thanghoanthanh",
];

/// Skeletons of what a label begins with that says what comes of it.
const RESULTS: &[&str] =
    &["sanpham", "ketqua", "dukienketqua", "dukiensanpham", "daura", "yeucausanpham"];

/// Skeletons of what a label begins with that says what is to be done.
const MATTERS: &[&str] = &[
    "noidung",
    "nhiemvu",
    "congviec",
    "tennhiemvu",
    "hoatdong",
    "giaiphap",
    "viec",
    "noidungnhiemvu",
    "danhmucnhiemvu",
    "danhmuc",
    "tencongviec",
    "tenvanban",
    "chuyende",
    "tenhoatdong",
    "motanhiemvu",
    "cacnhiemvu",
    "cacnoidung",
    "caccongviec",
    "cachoatdong",
    "nhomnhiemvu",
    "dauviec",
    "tieude",
    "phanviec",
    "ten",
    "vandegiai",
    "kehoach",
];

/// Skeletons of words for whoever has a part.
const BODIES: &[&str] = &[
    "coquan",
    "donvi",
    "nguoi",
    "bophan",
    "canbo",
    "phongban",
    "phongthuchien",
    "songanh",
    "capthuchien",
    "giaovien",
    "lucluongthuchien",
    "doituongthuchien",
    "chuthe",
];

/// What a label or the heading of a column says about an assignment, if it says anything.
pub(crate) fn label(text: &str) -> Option<Label> {
    let first = text.chars().next()?;
    if !first.is_alphabetic() || text.len() > 4 * LONGEST {
        return None;
    }
    let key = skeleton(text);
    if key.len() > LONGEST || key == "tochucthuchien" {
        return None;
    }
    let first = key.bytes().next();
    let may = |word: &&&str| word.bytes().next() == first;
    let begins = |words: &[&str]| words.iter().filter(may).any(|word| key.starts_with(word));
    if begins(TIMES) {
        return Some(Label::Time);
    }
    if begins(RESULTS) {
        return Some(Label::Result);
    }
    let who = begins(BODIES);
    // "Chủ trì, phối hợp với các sở …" is a duty, and no label.
    let brief = who || key.len() <= BRIEF;
    match (key.contains("chutri"), key.contains("phoihop")) {
        (true, true) if brief => return Some(Label::Both),
        (true, false) if brief => return Some(Label::Lead),
        (false, true) if who || key.starts_with("phoihop") || key.contains("phoihopthuchien") => {
            return Some(Label::Cooperating);
        }
        _ => {}
    }
    if key.starts_with("lanhdao") {
        return Some(Label::Direct);
    }
    let watches = key.starts_with("theodoi")
        || who && (key.contains("theodoi") || key.contains("giamsat") || key.contains("dondoc"));
    if watches {
        return Some(Label::Monitor);
    }
    let does = [
        "thuchien",
        "phutrach",
        "thammuu",
        "soanthao",
        "chiutrachnhiem",
        "daumoi",
        "trienkhai",
        "duocgiao",
        "duocphancong",
        "tochuc",
        "damnhiem",
        "dangcai",
    ];
    let duty = ["phancong", "trachnhiem", "nguoiphutrach", "phutrach", "giaothuchien"];
    if who && does.iter().any(|word| key.contains(word)) || begins(&duty) {
        return Some(Label::Lead);
    }
    begins(MATTERS).then_some(Label::Matter)
}

/// Where the first colon of a text stands, if it is near enough to end a label.
fn colon(text: &str) -> Option<usize> {
    const BYTES: usize = 60;
    memchr(b':', &text.as_bytes()[..text.len().min(BYTES + 1)])
}

/// How many bytes of `text` a label with its colon takes: "Đơn vị chủ trì:".
pub(crate) fn labelled(text: &str) -> Option<(Label, usize)> {
    let colon = colon(text)?;
    let words = &text[..colon];
    if words.contains([';', '.', ',']) && label(words) != Some(Label::Both) {
        return None;
    }
    // A label is no sentence: "Sở Tài chính chủ trì thực hiện:".
    let label = label(words).filter(|_| starts_with_skeleton(words, "thuchien").is_none())?;
    // "Mở lớp (chủ trì:": the label begins in the parenthesis.
    if words.rfind('(').is_some_and(|open| !words[open..].contains(')')) {
        return None;
    }
    // "Phối hợp với các sở: Y tế, Tài chính rà soát …" is a duty.
    if words.contains(" với các ") && holds_verb(&text[colon + 1..]) {
        return None;
    }
    let matter = label == Label::Matter && words.split(' ').count() > 4;
    (!matter).then_some((label, colon + 1))
}

/// Whether a small word of the sentence that begins here is a verb.
fn holds_verb(text: &str) -> bool {
    const WORDS: usize = 60;
    let sentence = &text[..text.find([';', '.']).unwrap_or(text.len())];
    let words = sentence.match_indices(' ').map(|(at, _)| &sentence[at + 1..]);
    words.take(WORDS).any(|word| word.starts_with(char::is_lowercase) && verb(word).is_some())
}

/// With what the labels of a task begin, by their letters: nearly every line begins otherwise.
const LABELS: &[&str] = &[
    "bophan",
    "canbo",
    "chutri",
    "coquan",
    "daura",
    "donvi",
    "hanhoanthanh",
    "hoanthanh",
    "ketqua",
    "lanhdao",
    "nguoi",
    "phancong",
    "phoihop",
    "sanpham",
    "thoi",
    "tiendo",
];

/// Whether a line begins with a label of a task: "Cơ quan thực hiện: …", "Thời gian: …".
pub(crate) fn labels_task(line: &str) -> bool {
    // No label is shorter than "Chủ trì:".
    const SHORTEST: usize = 8;
    colon(line).is_some_and(|at| at >= SHORTEST)
        && line.starts_with(char::is_uppercase)
        && begins_with_any(line, LABELS).is_some()
        && labelled(line).is_some_and(|(label, _)| label != Label::Matter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels() {
        for (text, want) in [
            ("Cơ quan chủ trì", Some(Label::Lead)),
            ("CHỦ TRÌ", Some(Label::Lead)),
            ("Cơ quan, đơn vị thực hiện", Some(Label::Lead)),
            ("Trách nhiệm thực hiện", Some(Label::Lead)),
            ("Người thực hiện", Some(Label::Lead)),
            ("Phân công thực hiện", Some(Label::Lead)),
            ("Đơn vị phối hợp", Some(Label::Cooperating)),
            ("Cơ quan thực hiện / Phối hợp", Some(Label::Cooperating)),
            ("Cơ quan chủ trì, phối hợp", Some(Label::Both)),
            ("Thời gian hoàn thành", Some(Label::Time)),
            ("Sản phẩm dự kiến", Some(Label::Result)),
            ("Theo dõi, kiểm tra, đôn đốc", Some(Label::Monitor)),
            ("Nhiệm vụ, giải pháp", Some(Label::Matter)),
            ("TỔ CHỨC THỰC HIỆN", None),
            ("Địa điểm", None),
            ("Kinh phí", None),
            ("Đơn vị được kiểm tra", None),
            ("Đơn vị tính", None),
        ] {
            assert_eq!(label(text), want, "{text}");
        }
    }
}
