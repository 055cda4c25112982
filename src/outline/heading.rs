//! Title or sentence: whether a unit's first words are a heading of their own.

use std::ops::Range;

use memchr::{memchr, memrchr_iter};

use super::family::Family;
use crate::lexicon::agents::post;
use crate::lexicon::duties::verb;
use crate::lexicon::{
    begins_with_any, fold, is_one_of, is_upper, is_word, organ, starts_with_any,
    starts_with_skeleton, word_count, word_starts,
};

/// How a unit's first paragraph is divided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Division {
    /// All of it is the heading.
    Heading,
    /// This much of it is a heading that runs in before a colon (or a dash); the text goes on at the
    /// second offset.
    RunIn(Range<usize>, usize),
    /// It is text.
    Text,
}

/// What stands below the first paragraph of a unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Below {
    /// Units alone, and all begin with a label: "Thời gian: …".
    Labels,
    /// Units alone, and all have a figure or letter.
    Numbers,
    /// Anything else.
    Other,
}

/// Most words of a heading that runs in before a colon.
const RUN_IN_WORDS: usize = 24;

/// The colon of such a heading stands within so many bytes.
const RUN_IN_BYTES: usize = 320;

/// Most words of a label of a bullet.
const LABEL_WORDS: usize = 12;

/// Most words of a heading that ends with a colon.
const HEADING_WORDS: usize = 60;

/// A verb with so few words may be a title: "Khai mạc lớp tập huấn: giới thiệu …".
const SHORT_LABEL_WORDS: usize = 4;

/// A title behind a colon has no more words: "Mục tiêu 4: Trong lĩnh vực y tế".
const SHORT_WORDS: usize = 12;

/// Signs with which a sentence or an item ends.
const STOPS: [char; 6] = ['.', ';', ',', '!', '?', '…'];

/// Divides the first paragraph of a unit.
///
/// `filled` says whether anything stands below it, `below` what.
pub(crate) fn divide(
    family: Family,
    text: &str,
    filled: bool,
    below: impl FnOnce() -> Below,
) -> Division {
    let body = text.trim_end();
    if body.is_empty() {
        return Division::Text;
    }
    if let Some(bare) = body.strip_suffix(':') {
        let heading = is_upper(bare)
            || (filled || is_label(bare))
                && !leads_in(bare)
                && word_count(bare) <= HEADING_WORDS
                && !has_stop(bare);
        let behind = memchr(b':', bare.as_bytes()).map_or("", |colon| &bare[colon..]);
        return match run_in(family, body) {
            // "Đối với cá nhân: Các cá nhân đạt tiêu chuẩn sau:"
            Some((range, at)) if !heading || word_count(behind) > SHORT_WORDS => {
                Division::RunIn(range, at)
            }
            _ if heading => Division::Heading,
            _ => Division::Text,
        };
    }
    if is_upper(body) && !body.ends_with(';') || is_upper_but_for_a_remark(body) {
        return Division::Heading;
    }
    if let Some((range, at)) = run_in(family, body) {
        // "Mục tiêu 4: Trong lĩnh vực y tế", with targets below it.
        let whole = || word_count(&body[at..]) <= SHORT_WORDS && !body.ends_with(STOPS);
        if filled && is_counted(&body[range.clone()]) && whole() {
            return Division::Heading;
        }
        return Division::RunIn(range, at);
    }
    let ends = body.ends_with(STOPS);
    let introduces = || ends_with_any(body, BARE_LEADS) && !is_label(body) && !is_upper(body);
    if !ends && filled && !orders(body) && !introduces() {
        return Division::Heading;
    }
    // "b) Đào tạo cho cán bộ văn thư." above labels or numbers: a title in spite of its full stop.
    let sign = |byte: u8| matches!(byte, b'.' | b';' | b':');
    let bare = body.strip_suffix('.').filter(|bare| !bare.bytes().any(sign));
    let titled = filled && !family.is_bullet() && bare.is_some() && !begins_clause(body);
    let told = || {
        organ(body).is_some()
            || leads_in(body)
            || has_word(body, &["nay"])
            || word_count(body) > RUN_IN_WORDS
    };
    let heading = titled
        && match below() {
            Below::Labels => true,
            Below::Numbers => !told(),
            // "6. Thời gian tổ chức." above a paragraph.
            Below::Other => is_label(body) && word_count(body) <= SHORT_LABEL_WORDS,
        };
    if heading { Division::Heading } else { Division::Text }
}

/// Whether a sentence ends within a text.
fn has_stop(text: &str) -> bool {
    text.match_indices(". ").any(|(at, stop)| {
        text[at + stop.len()..].starts_with(char::is_uppercase)
            && text[..at].ends_with(|c: char| c.is_lowercase())
    })
}

/// "Mục tiêu 4", "Nhiệm vụ 2": a label that counts.
fn is_counted(label: &str) -> bool {
    const COUNTED: &[&str] = &["muctieu", "nhiemvu", "noidung", "chuyende", "giaiphap", "hoatdong"];
    begins_with(label, COUNTED) && label.ends_with(|c: char| c.is_ascii_digit())
}

/// "NHIỆM VỤ VÀ GIẢI PHÁP (chi tiết tại phụ lục)"
fn is_upper_but_for_a_remark(text: &str) -> bool {
    let parted = text.strip_suffix(')').and_then(|text| text.rsplit_once(" ("));
    parted.is_some_and(|(title, remark)| {
        title.contains(' ') && is_upper(title) && !remark.contains(')')
    })
}

/// Whether a text begins with a label ("Thời gian thực hiện: …").
pub(crate) fn is_labelled(family: Family, text: &str) -> bool {
    let text = text.trim_end();
    run_in(family, text).is_some_and(|(range, _)| is_label(&text[range]))
        || text.strip_suffix(':').is_some_and(is_label)
}

/// A heading that runs in before a colon.
fn run_in(family: Family, text: &str) -> Option<(Range<usize>, usize)> {
    let colon = memchr(b':', text.as_bytes()).filter(|colon| *colon < RUN_IN_BYTES)?;
    let mut parentheses = 0;
    for (at, byte) in text.bytes().enumerate().take(colon) {
        match byte {
            // "Giấy khen của Giám đốc; Chủ tịch UBND xã: …"
            b';' if names_another(&text[at + 1..colon]) => {}
            b'.' | b';' | b'?' | b'"' | b'!' => return None,
            b'(' => parentheses += 1,
            b')' => parentheses -= 1,
            _ => {}
        }
    }
    let (left, right) = (text[..colon].trim_end(), text[colon + 1..].trim_start());
    let next = right.chars().next()?;
    let spaced = text[colon + 1..].starts_with(char::is_whitespace);
    let words = word_count(left);
    // "8:30", "https://": no words before or no space behind.
    if words == 0 || parentheses != 0 || (!spaced && !next.is_uppercase()) {
        return None;
    }
    if left.starts_with(|c: char| c.is_ascii_digit()) || left.contains('“') {
        return None;
    }
    let limit = if family.is_bullet() { LABEL_WORDS } else { RUN_IN_WORDS };
    if words > limit || leads_in(left) || begins_time(left) || distributes(left, right) {
        return None;
    }
    if family == Family::Article && begins_with(left, ENACTED) {
        return None;
    }
    if !is_label(left) && is_sentence(family, left, right, next) {
        return None;
    }
    Some((0..left.len(), text.len() - right.len()))
}

/// Whether the colon between `left` and `right`, which begins with `next`, stands within a sentence.
fn is_sentence(family: Family, left: &str, right: &str, next: char) -> bool {
    // "Hội Làm vườn có Văn bản số 01/HLV báo cáo: “…”": what was said. "… ban hành các Quyết định: Số 418/QĐ-UBND …":
    // the documents.
    if next == '“' && left.contains('/') || counts_documents(right) {
        return true;
    }
    let several = has_word(left, &["cac", "nhung"]);
    let (deed, act) = (verb(left).is_some(), verb(right).is_some());
    // A body before the colon is told what to do: "+ Sở Xây dựng: hướng dẫn …".
    let body = !several && word_count(left) > 1 && organ(left).is_some();
    // "Dịch vụ đô thị: tiếp tục phối hợp …", but not "Tập huấn: quản trị, khai thác phần mềm".
    let acts = act && !deed || begins_with(left, &["ve"]);
    // "Giám sát trọng điểm các bệnh: sốt …" counts up, "Khai mạc: giới thiệu …" does not.
    let counts_up = next.is_lowercase() && !body && (family.is_bullet() && !acts || several);
    // "- Tổ chức các chương trình: Tuần hàng Việt, …" counts up what is done.
    let objects = family.is_bullet() && several && deed && !act;
    // "Triển khai các khóa học: “Chuyển đổi số” cho người dân; …", "Phát triển theo ba hướng: nguồn lực, …": sentences.
    let told = deed
        && word_count(left) > SHORT_LABEL_WORDS
        && (next.is_lowercase() && counts_up_nouns(right) || next == '“');
    counts_up || told || objects || ends_in_a_remark(left, next) || orders(left)
}

/// Whether nouns are counted up behind a colon, and neither an act nor a time, a rule or values follow it.
fn counts_up_nouns(text: &str) -> bool {
    const MANNERS: &[&str] = &["theo", "trong", "tai", "tu"];
    verb(text).is_none()
        && !begins_with(text, TIMES)
        && !begins_with(text, MANNERS)
        && !text.contains(':')
}

/// Whether a list of documents begins, each by its number.
fn counts_documents(text: &str) -> bool {
    starts_with_skeleton(text, "so").is_some_and(|len| {
        text[len..].trim_start_matches([' ', ':']).starts_with(|c: char| c.is_ascii_digit())
    })
}

/// Whether a name of a body or post stands behind a semicolon.
fn names_another(behind: &str) -> bool {
    let name = behind.trim_start();
    name.starts_with(char::is_uppercase) && (organ(name).is_some() || post(name).is_some())
}

/// "Trang bị máy quét (theo danh mục đính kèm): …" is a sentence, "Giai đoạn đầu (0-48 giờ): Tổ chức …" has a title.
fn ends_in_a_remark(left: &str, next: char) -> bool {
    const SHORT: usize = 3;
    let remark = left.strip_suffix(')').and_then(|left| left.rsplit_once('('));
    remark.is_some_and(|(title, remark)| {
        // "Dự án 7 (Tiểu dự án 2): Nâng cao …"
        let counted = title.trim_end().ends_with(|c: char| c.is_ascii_digit());
        let named = remark.starts_with(char::is_uppercase);
        let long = named || word_count(remark) > SHORT;
        next.is_lowercase() || long && !counted || verb(title).is_some()
    })
}

/// What an article does with a document whose name follows: "Điều 1. Phê duyệt dự án: Xây dựng trụ sở …".
const ENACTED: &[&str] = &["pheduyet", "banhanh", "thanhlap", "congnhan"];

/// Heads of labels: what a plan says about each of its tasks.
#[rustfmt::skip]
const LABELS: &[&str] = &[
    "thoigian", "thoihan", "tiendo", "diadiem", "thanhphan", "noidung", "coquan", "donvi",
    "kinhphi", "nguonkinhphi", "nhiemvu", "muctieu", "yeucau", "mucdich", "hinhthuc", "doituong",
    "phuongthuc", "sanpham", "ketqua", "nguoi", "lanhdao", "soluong", "chude", "phamvi",
    "chutri", "phoihop", "ghichu", "chitieu", "giaiphap", "hocky", "buoi", "dotkien", "dukien",
    "cachthuc", "ngaythi",
];

fn is_label(text: &str) -> bool {
    word_count(text) <= LABEL_WORDS && begins_with(text, LABELS)
}

/// Words that make a line before a colon an introduction and not a title.
#[rustfmt::skip]
const LEADS: &[&str] = &[
    "nhusau", "sauday", "cotrachnhiem", "chiutrachnhiem", "baogom", "gom", "cuthe", "duoiday",
    "sau", "lacac", "thuchiencacnoidung", "thuchiencacnhiemvu", "quydinh", "neuro", "ghiro",
    "taiday", "thuocve", "trongdo", "theothutu", "theotrinhtu", "cacbuoc", "ketluan", "nhu",
    "trencosokethop",
];

/// Those that do so without a colon.
const BARE_LEADS: &[&str] = &["nhusau", "sauday", "baogom", "gom", "cotrachnhiem"];

fn leads_in(text: &str) -> bool {
    // "Mục tiêu cụ thể:"
    let titled = is_label(text) && word_count(text) <= SHORT_LABEL_WORDS;
    let titled = titled && ends_with_any(text, &["cuthe"]);
    orders(text) && !is_upper(text)
        || ends_with_any(text, LEADS) && !titled
        || has_pair(text, &["co", "chiu"], "trachnhiem")
        || cites_a_rule(text)
        // "Sở Y tế chủ trì, phối hợp với Sở Tài chính:", but not "Đơn vị chủ trì, phối hợp với địa phương:".
        || has_pair(text, &["phoihop"], "voi") && has_pair(text, &["chu"], "tri") && !is_label(text)
}

/// "Tại Điều 11 Luật … quy định thu nhập chịu thuế:": what is quoted below.
fn cites_a_rule(text: &str) -> bool {
    const PARTS: &[&str] = &["taidieu", "taikhoan", "taidiem", "theodieu", "theokhoan", "theodiem"];
    begins_with(text, PARTS) && has_pair(text, &["quy"], "dinh")
}

/// Words that begin an order.
#[rustfmt::skip]
const ORDERS: &[&str] = &[
    "giao", "denghi", "yeucau", "phancong", "cu", "moi", "kinhdenghi",
];

/// Whether a text orders somebody: "Giao Sở Nội vụ", but not "Đề nghị của Hiệp hội", "Yêu cầu".
fn orders(text: &str) -> bool {
    let Some(len) = starts_with_any(text, ORDERS) else { return false };
    let whom = text[len..].trim_start_matches([' ', ':', ',']);
    let bare = whom.is_empty() && begins_with(text, &["giao", "denghi"]);
    bare || whom.starts_with(char::is_uppercase) || begins_with(whom, ADDRESSED)
}

/// Words that begin the name of somebody who is ordered.
#[rustfmt::skip]
const ADDRESSED: &[&str] = &["cac", "dongchi", "cho", "tung", "moi", "lanhdao", "thutruong"];

/// Words that begin a clause and no title.
#[rustfmt::skip]
const CLAUSES: &[&str] = &[
    "trenco", "trencoso", "cancu", "theo", "de", "nham", "trong", "khi", "neu", "sau",
];

fn begins_clause(text: &str) -> bool {
    begins_with(text, CLAUSES)
}

/// Words that begin a time: "Đến hết năm 2025: có 30 % …" is a sentence.
#[rustfmt::skip]
const TIMES: &[&str] = &[
    "den", "tu", "truoc", "nam", "ngay", "thang", "quy", "hangnam", "giaidoan",
];

fn begins_time(text: &str) -> bool {
    begins_with(text, TIMES) && text.chars().any(|c| c.is_ascii_digit())
}

/// Kinds of bodies whose names are counted up behind a colon: "Các sở: Tài chính, Nội vụ".
#[rustfmt::skip]
const KINDS: &[&str] = &[
    "bo", "so", "nganh", "huyen", "tinh", "xa", "phuong", "quan", "thixa", "thanhpho", "ban",
    "phong", "truong", "dackhu", "thitran", "vu", "cuc", "giamdoc", "chutich", "thutruong",
    "truongphong", "hoi", "donvi", "coquan", "doanthe",
];

/// Most words of such a name: "Sở Lao động - Thương binh và Xã hội".
const NAME_WORDS: usize = 9;

fn distributes(left: &str, names: &str) -> bool {
    if !ends_with_any(left, KINDS) || !has_word(left, &["cac"]) {
        return false;
    }
    let parted = |sign: &str| names.split_once(sign);
    let second = parted(", ").or_else(|| parted("; ")).or_else(|| parted(" và "));
    second.is_some_and(|(first, name)| {
        word_count(first) <= NAME_WORDS && name.starts_with(char::is_uppercase)
    })
}

fn begins_with(text: &str, keys: &[&str]) -> bool {
    begins_with_any(text, keys).is_some()
}

fn ends_with_any(text: &str, keys: &[&str]) -> bool {
    let mut back = text.chars().rev();
    let Some(last) = back.next().and_then(fold) else { return false };
    let before = back.find_map(|c| fold(c).or_else(|| is_word(c).then_some(0)));
    let ends = |key: &&&str| match key.as_bytes() {
        [.., second, first] => *first == last && Some(*second) == before,
        key => key == [last],
    };
    let mut keys = keys.iter().filter(ends).peekable();
    if keys.peek().is_none() {
        return false;
    }
    // The last four words are enough for every key.
    let tail = memrchr_iter(b' ', text.as_bytes()).nth(3).map_or(text, |at| &text[at + 1..]);
    keys.any(|key| {
        word_starts(tail).any(|at| starts_with_skeleton(&tail[at..], key) == Some(tail.len() - at))
    })
}

fn has_word(text: &str, keys: &[&str]) -> bool {
    text.split(' ').any(|word| is_one_of(word, keys))
}

/// Whether one of the `first` words stands right before `second`.
fn has_pair(text: &str, first: &[&str], second: &str) -> bool {
    word_starts(text).any(|at| {
        let rest = &text[at..];
        starts_with_any(rest, first)
            .is_some_and(|len| starts_with_skeleton(rest[len..].trim_start(), second).is_some())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What stands below a paragraph.
    #[derive(Clone, Copy, PartialEq)]
    enum Held {
        Nothing,
        Content,
        Labels,
        Numbers,
    }

    fn divided(family: Family, text: &str, held: Held) -> Division {
        divide(family, text, held != Held::Nothing, || match held {
            Held::Labels => Below::Labels,
            Held::Numbers => Below::Numbers,
            Held::Nothing | Held::Content => Below::Other,
        })
    }

    const TITLES: &[(&str, Held)] = &[
        ("MỤC ĐÍCH, YÊU CẦU", Held::Nothing),
        ("MỤC ĐÍCH, YÊU CẦU:", Held::Nothing),
        ("Mục đích", Held::Content),
        ("Sở Tài chính", Held::Content),
        ("Sở Tài chính:", Held::Content),
        ("Đối với cá nhân:", Held::Content),
        ("Yêu cầu", Held::Content),
        ("Đề nghị của Hiệp hội", Held::Content),
        ("Phân công nhiệm vụ:", Held::Content),
        ("Thời gian:", Held::Nothing),
        ("Thời gian tổ chức.", Held::Content),
        ("Tập huấn cho cán bộ văn thư.", Held::Labels),
        ("Tập huấn cho cán bộ văn thư.", Held::Numbers),
        ("Mục tiêu cụ thể", Held::Content),
        ("Mục tiêu cụ thể:", Held::Content),
        ("Mục tiêu 4: Trong lĩnh vực y tế", Held::Content),
        ("NHIỆM VỤ VÀ GIẢI PHÁP (chi tiết tại Phụ lục)", Held::Nothing),
    ];

    const SENTENCES: &[(&str, Held)] = &[
        ("Văn phòng Sở có trách nhiệm:", Held::Content),
        ("Giao Sở Nội vụ:", Held::Content),
        ("Nội dung hỗ trợ gồm:", Held::Content),
        ("Mục tiêu của từng năm như sau, cụ thể:", Held::Content),
        ("Thực hiện các nhiệm vụ sau đây:", Held::Content),
        ("Sở Tài chính chủ trì thực hiện.", Held::Nothing),
        ("Gửi tin bài về cơ quan thường trực", Held::Nothing),
        ("Các sở: Tài chính, Nội vụ phối hợp thực hiện.", Held::Nothing),
        ("Giao Sở Nội vụ", Held::Content),
        ("Đề nghị: Hội Nông dân, Hội Phụ nữ:", Held::Content),
        ("Đến hết năm 2027: có 50% hồ sơ được số hóa.", Held::Nothing),
        ("Bắt đầu lúc 8:30 tại hội trường.", Held::Nothing),
        ("Theo dõi các bệnh: sởi, ho gà.", Held::Nothing),
        ("Tập huấn cho cán bộ văn thư.", Held::Content),
        ("Sở Y tế tập huấn cho cán bộ văn thư.", Held::Numbers),
        ("Sở Y tế chủ trì, phối hợp với Sở Tài chính:", Held::Content),
        ("Tại Điều 11 Luật Lưu trữ số 33/2024/QH15 quy định về hồ sơ:", Held::Content),
        ("Kinh phí năm nay đã giảm. Trong đó:", Held::Content),
        ("Hỗ trợ đối tượng đặc thù như: người cao tuổi, trẻ em.", Held::Nothing),
        ("Các đơn vị cấp nước có trách nhiệm", Held::Content),
        ("Làm thủ tục thanh toán (nếu có): Học phí, lệ phí thi.", Held::Nothing),
        ("Bố trí xe (theo danh mục đính kèm này): Một xe tải.", Held::Nothing),
        ("Hội có Văn bản số 01/HLV báo cáo: “Hội ngừng hoạt động”.", Held::Nothing),
        ("Đối với các hội: Hội Làm vườn, Hội Nghề cá.", Held::Nothing),
        ("Sở đã ban hành các Quyết định: Số 418/QĐ-SNV, số 420/QĐ-SNV.", Held::Nothing),
        ("PO4 (phân tích tại phòng)", Held::Nothing),
        ("Phát triển chuyển đổi số theo ba hướng: hạ tầng, nhân lực.", Held::Nothing),
        ("Triển khai thực hiện Dự án 7: “Truyền thông” theo hướng dẫn.", Held::Nothing),
        ("Trình tự; Thủ tục thực hiện: Nộp hồ sơ.", Held::Nothing),
    ];

    const RUN_INS: &[(&str, &str, &str)] = &[
        ("Thời gian: Từ ngày 10/3/2020.", "Thời gian", "Từ ngày"),
        ("Cơ quan chủ trì: Sở Nội vụ.", "Cơ quan chủ trì", "Sở Nội vụ"),
        ("Thành phần: cán bộ văn thư", "Thành phần", "cán bộ"),
        ("Sở Y tế: Chủ trì thực hiện.", "Sở Y tế", "Chủ trì"),
        ("UBND các xã, thành phố: Tăng cường chỉ đạo, kiểm tra.", "UBND các xã, thành phố", "Tăng"),
        ("Đối với ngành y tế: Xây dựng kế hoạch.", "Đối với ngành y tế", "Xây dựng"),
        ("Đối với cá nhân: Đạt các tiêu chuẩn sau:", "Đối với cá nhân", "Đạt"),
        ("Đợt đầu (0-48 giờ): Tổ chức lực lượng.", "Đợt đầu (0-48 giờ)", "Tổ chức"),
        ("Dự án 7 (Tiểu dự án 2): Nâng cao dân trí.", "Dự án 7 (Tiểu dự án 2)", "Nâng"),
        ("Công tác đô thị: tiếp tục phối hợp thực hiện.", "Công tác đô thị", "tiếp tục"),
        ("Giấy khen của Sở; Chủ tịch xã: Căn cứ kết quả.", "Giấy khen của Sở; Chủ tịch xã", "Căn"),
    ];

    #[test]
    fn titles_and_sentences() {
        for (text, under) in TITLES {
            assert_eq!(divided(Family::Decimal, text, *under), Division::Heading, "{text}");
        }
        for (text, under) in SENTENCES {
            assert_eq!(divided(Family::Decimal, text, *under), Division::Text, "{text}");
        }
    }

    #[test]
    fn titles_that_run_in() {
        for (text, heading, rest) in RUN_INS {
            match divided(Family::Dash, text, Held::Nothing) {
                Division::RunIn(range, at) => {
                    assert_eq!(&text[range], *heading);
                    assert!(text[at..].starts_with(rest), "{text}");
                }
                other => panic!("{text}: {other:?}"),
            }
        }
    }

    #[test]
    fn a_time_behind_a_deed_leaves_it_a_title() {
        let text = "Lập phiếu kiểm kê tài liệu: trước ngày 30/6.";
        let divided = divided(Family::LowerLetter, text, Held::Nothing);
        assert!(matches!(divided, Division::RunIn(..)), "{divided:?}");
    }

    #[test]
    fn some_sentences_depend_on_the_marker() {
        for (family, text) in [
            (Family::Article, "Phê duyệt dự án: Xây dựng trụ sở xã."),
            (Family::Dash, "Cử cán bộ học tập: quản trị mạng, khai thác phần mềm."),
            (Family::Dash, "Tổ chức các chương trình: Tuần hàng Việt, hội chợ."),
        ] {
            assert_eq!(divided(family, text, Held::Nothing), Division::Text, "{text}");
        }
    }
}
