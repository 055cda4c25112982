//! The title of a cited document behind its number, date and issuer ("trích yếu"), and where it ends: at another document,
//! at a body that now acts, at what it serves.

use std::ops::Range;

use super::issuer::{Print, behind_code, is_body, issuer};
use super::lead::names_document;
use super::tail::{behind_comma, behind_former, behind_term};
use crate::inline::{blanks, floor};
use crate::lexicon::types::type_at_start;
use crate::lexicon::{
    begins_with_any, ends_with_skeleton, is_word, opens_spelt, starts_with_skeleton,
};

/// Bytes of the longest subject that is followed.
const SUBJECT_REACH: usize = 1200;

/// Bytes between "được sửa đổi" and the document that does it: "một số điều và biện pháp thi hành bởi".
const AMENDED_REACH: usize = 80;

/// Verbs that begin the subject of a document and belong to it.
const SUBJECT_VERBS: &[&str] = &[
    "banhanh",
    "quydinh",
    "quidinh",
    "pheduyet",
    "suadoi",
    "huongdan",
    "trienkhai",
    "thuchien",
    "congbo",
    "giao",
    "thanhlap",
    "kientoan",
    "phatdong",
    "batduoc",
    "baibo",
    "thaythe",
    "dieuchinh",
    "bosung",
    "congnhan",
    "phancong",
    "uyquyen",
    "chitiet",
    "thongqua",
    "tochuc",
    "tangcuong",
    "ketluan",
    "xuly",
    "denghi",
    "chuyen",
    "bai",
    "dieudong",
    "khenthuong",
    "trinh",
    "xin",
    "motsovande",
    "motsochinhsach",
    "motsonhiemvu",
    "motsogiaiphap",
    "nhungnhiemvu",
];

/// The subject behind `at`, without "về" and "về việc", of a document of this type. A verb behind a comma says what
/// is done now: "Theo Công văn số 12/SNV-VP ngày 05/3/2020, đề nghị các xã báo cáo".
pub(super) fn subject(text: &str, at: usize, kind: Option<&str>) -> Option<Range<usize>> {
    let code = behind_code(text, behind_former(text, at));
    let from = behind_term(text, behind_comma(text, code));
    let rest = &text[from..];
    if names_document(rest) || rest.starts_with('[') {
        return None;
    }
    let about = ["veviec", "vv", "ve"];
    // "Nghị định số 30/2020/NĐ-CP quy định: “Văn bản …”" quotes from it.
    let quotes = |key: &str| {
        starts_with_skeleton(rest, key).is_some_and(|len| {
            let behind = rest[len..].trim_start();
            behind.is_empty() || behind.starts_with([':', ';', ',', '.', ')'])
        })
    };
    if ["quydinh", "quidinh", "huongdan"].into_iter().any(quotes) {
        return None;
    }
    let start = if let Some(key) = begins_with_any(rest, &about) {
        let len = starts_with_skeleton(rest, key)?;
        from + len + (rest[len..].len() - rest[len..].trim_start_matches([' ', ':']).len())
    } else if let Some(glued) = rest.strip_prefix("về")
        && begins_with_any(glued, SUBJECT_VERBS).is_some()
    {
        // "vềphê duyệt"
        text.len() - glued.len()
    } else if begins_with_any(rest, SUBJECT_VERBS).is_some() && !text[code..from].contains(',')
        || rest.starts_with(['“', '"'])
        || is_title(rest, kind)
    {
        from
    } else {
        return None;
    };
    titled(text, start, kind)
}

/// Verbs that begin the subject of a document where its issuer stands right before.
const VERBS_BEHIND_ISSUER: &[&str] = &[
    "tieptucthuchien",
    "tieptuctrienkhai",
    "tieptuctangcuong",
    "tieptucdaymanh",
    "tieptucnangcao",
    "tieptucdoimoi",
    "daymanh",
    "nangcao",
    "yeucautangcuong",
];

/// The subject right behind the issuer that ends at `at`: "của Thủ tướng Chính phủ đẩy mạnh trồng rừng".
pub(super) fn subject_of(text: &str, at: usize, kind: Option<&str>) -> Option<Range<usize>> {
    let start = blanks(text, behind_code(text, behind_former(text, at)));
    begins_with_any(&text[start..], VERBS_BEHIND_ISSUER)?;
    titled(text, start, kind)
}

/// The subject that begins at `start`.
fn titled(text: &str, start: usize, kind: Option<&str>) -> Option<Range<usize>> {
    let reach = floor(text, (start + SUBJECT_REACH).min(text.len()));
    let words = &text[start..reach];
    let end = start + subject_end(text, start, words, kind)?;
    let kept = text[start..end]
        .trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '.' | ',' | ':' | '/'));
    (kept.chars().any(is_word)).then(|| start..start + kept.len())
}

/// "Kế hoạch số 7/KH-UBND ngày 05/3/2020 Kế hoạch trồng cây năm 2020": its title begins with its type again.
fn is_title(text: &str, kind: Option<&str>) -> bool {
    const NO_TITLE: &[&str] = &["nay", "tren", "neu", "noitren", "duoc", "da", "co", "la", "cua"];
    let Some(len) = kind.and_then(|kind| starts_with_skeleton(text, kind)) else { return false };
    let behind = text[len..].trim_start();
    text.starts_with(char::is_uppercase)
        && behind.starts_with(char::is_lowercase)
        && begins_with_any(behind, NO_TITLE).is_none()
}

/// The first bytes of the signs at which a subject may end, of "và", "thì" and "được", and of the signs of
/// quotations.
const MAY_END: [bool; 256] = {
    let mut signs = [false; 256];
    let firsts = [b'v', b't', b',', b'.', b';', b':', b'(', b'"', 0xc2, 0xc4, 0xe2];
    let mut at = 0;
    while at < firsts.len() {
        signs[firsts[at] as usize] = true;
        at += 1;
    }
    signs
};

/// Where a subject ends: with its sentence or clause, or where another document follows.
fn subject_end(text: &str, start: usize, words: &str, kind: Option<&str>) -> Option<usize> {
    let mut quotes = 0_usize;
    let signs = words.bytes().enumerate().filter(|(_, byte)| MAY_END[usize::from(*byte)]);
    for (at, _) in signs {
        let Some(c) = words.get(at..).and_then(|rest| rest.chars().next()) else { continue };
        let behind = &words[at + c.len_utf8()..];
        match c {
            '“' | '«' => quotes += 1,
            '”' | '»' => quotes = quotes.saturating_sub(1),
            '"' => quotes = usize::from(quotes == 0),
            _ if quotes > 0 => {}
            ';' => return Some(at),
            '.' if behind.is_empty() || behind.starts_with([' ', '/', '\n']) => return Some(at),
            ':' if quotes_rule(behind) => return Some(at),
            '(' if is_aside(behind) => return Some(at),
            ',' if opens_clause(behind.trim_start()) || serves(behind) => return Some(at),
            'v' if words[..at].ends_with(' ') => {
                let others = behind.strip_prefix("à ");
                let listed = |text| {
                    is_listed(&words[..at], text, kind) || is_served_too(&words[..at], text, kind)
                };
                let other = |text| is_other(text) && !listed(text);
                if others.is_some_and(|text| other(text) || is_aim(text)) {
                    return Some(at - 1);
                }
            }
            // "… về công tác văn thư thì các cơ quan phải …"
            't' if words[..at].ends_with(' ') && behind.starts_with("hì ") => return Some(at - 1),
            'đ' if words[..at].ends_with(' ') && is_amended(&words[at..]) => return Some(at - 1),
            // "phổ biến Kế hoạch … thực hiện Chỉ thị số 5 của Bộ Chính trị đến toàn thể cán bộ"
            'đ' | 't' if words[..at].ends_with(' ') && reaches(&words[..at], &words[at..]) => {
                return Some(at - 1);
            }
            _ => {}
        }
    }
    (start + words.len() == text.len()).then_some(words.len())
}

/// A rule of the document itself, in its words: ": “2. Hồ sơ gồm …", ": “Điều 5. …"; but "với chủ đề: “Mùa xuân”".
fn quotes_rule(text: &str) -> bool {
    let Some(rule) = text.trim_start().strip_prefix(['“', '"', '«']) else { return false };
    let unit = starts_with_skeleton(rule, "dieu").or_else(|| starts_with_skeleton(rule, "khoan"));
    let figure = rule[unit.unwrap_or(0)..].trim_start();
    let label = figure.trim_start_matches(|c: char| c.is_ascii_digit());
    label.len() < figure.len() && (unit.is_some() || label.starts_with(['.', ')', '…']))
}

/// "và để chủ động …", "và nhằm …": why this is done, behind a title; but "và để xảy ra vi phạm" is part of one.
fn is_aim(text: &str) -> bool {
    const LEAVES: &[&str] = &["lại", "xảy", "mất", "hoang", "trống", "ngoài", "lọt", "lộ"];
    if opens_spelt(text, "nhằm").is_some() {
        return true;
    }
    opens_spelt(text, "để").is_some_and(|len| {
        let next = text[len..].trim_start();
        LEAVES.iter().all(|word| opens_spelt(next, word).is_none())
    })
}

/// ", góp phần …", ", tạo sự …": what doing it serves. A line of a legal basis, which ends with ";", has it in
/// its title only.
fn serves(text: &str) -> bool {
    let next = text.trim_start();
    if opens_spelt(next, "góp phần").or_else(|| opens_spelt(next, "tạo sự")).is_none() {
        return false;
    }
    let reach = floor(next, SUBJECT_REACH.min(next.len()));
    let sign = next[..reach].find([';', '.', ':']);
    !sign.is_some_and(|sign| next[sign..].starts_with(';'))
}

/// Words between two members of a list in a title: number, date and issuer.
const LISTED_WORDS: usize = 16;

/// Whether the document behind "và" is the second that a title of another type names: "Thông tư … hướng dẫn
/// Nghị định số 1 … và Nghị định số 2 …".
fn is_listed(before: &str, text: &str, kind: Option<&str>) -> bool {
    let Some((listed, _)) = type_at_start(text).filter(|(listed, _)| Some(listed.key) != kind)
    else {
        return false;
    };
    let blanks = before.trim_end().rmatch_indices(' ').take(LISTED_WORDS);
    let mut starts = blanks.map(|(at, _)| &before[at + 1..]).take_while(|rest| {
        // What the first is about goes before.
        begins_with_any(rest, &["ve", "veviec", "quydinh"]).is_none()
    });
    starts.any(|rest| starts_with_skeleton(rest, listed.key).is_some() && names_document(rest))
}

/// Types of acts that others implement together with a resolution or a directive.
const SERVED: &[&str] = &["NQ", "CT", "KL", "CTr"];

/// Whether the act behind "và" is the second that a document implements: "Kế hoạch … thực hiện Nghị quyết số 1 của
/// Chính phủ và Chương trình hành động số 2 …". The first has no title, and the second is of another type than the
/// document itself.
fn is_served_too(before: &str, text: &str, kind: Option<&str>) -> bool {
    let served = |text: &str| {
        let (kind, _) = type_at_start(text)?;
        let code = kind.code.filter(|code| SERVED.contains(code));
        code.filter(|_| names_document(text)).map(|_| kind)
    };
    if served(text).is_none_or(|second| Some(second.key) == kind) {
        return false;
    }
    let blanks = before.trim_end().rmatch_indices(' ').take(LISTED_WORDS);
    let mut starts = blanks.map(|(at, _)| at).take_while(|at| {
        begins_with_any(&before[at + 1..], &["ve", "veviec", "quydinh"]).is_none()
    });
    starts.any(|at| {
        served(&before[at + 1..]).is_some()
            && ["thuchien", "trienkhai"]
                .iter()
                .any(|verb| ends_with_skeleton(&before[..at], verb).is_some())
    })
}

/// Whom a document that was made known reaches; nothing is implemented "to" somebody.
const REACHED: &[&str] =
    &["toàn thể", "đông đảo", "tất cả cán bộ", "từng cán bộ", "mọi cán bộ", "cán bộ"];

/// "đến toàn thể cán bộ" behind a document whose title is that it implements another.
fn reaches(before: &str, text: &str) -> bool {
    let Some(len) = opens_spelt(text, "đến").or_else(|| opens_spelt(text, "tới")) else {
        return false;
    };
    let whom = text[len..].trim_start();
    REACHED.iter().any(|word| opens_spelt(whom, word).is_some())
        && opens_spelt(before, "thực hiện")
            .is_some_and(|len| names_document(before[len..].trim_start()))
}

/// "và Nghị quyết số …", "và các văn bản …": other documents.
fn is_other(text: &str) -> bool {
    const OTHERS: &[&str] = &[
        "cacvanban",
        "vanban",
        "cacchidao",
        "cacquydinhhienhanh",
        "cacquydinhkhac",
        "cacquydinhcolienquan",
    ];
    names_document(text) || begins_with_any(text, OTHERS).is_some()
}

/// "được sửa đổi, bổ sung bởi Nghị định số …": what became of the document itself.
fn is_amended(text: &str) -> bool {
    let amended = ["được sửa đổi", "đã được sửa đổi", "được bổ sung", "được thay thế"];
    let Some(len) = amended.iter().find_map(|words| opens_spelt(text, words)) else { return false };
    let reach = floor(text, len + AMENDED_REACH);
    let mut words = text[len..reach].match_indices(' ').map(|(at, _)| &text[len + at + 1..]);
    words.any(|rest| {
        let by = ["bởi", "theo"].iter().find_map(|word| opens_spelt(rest, word));
        by.is_some_and(|by| names_document(rest[by..].trim_start()))
    })
}

/// "(sau đây gọi tắt là …", "(Nghị quyết 57-NQ/TW)": no part of the subject.
fn is_aside(text: &str) -> bool {
    begins_with_any(text, &["sauday", "goitat", "goi", "viettat"]).is_some() || names_document(text)
}

/// Behind a comma: another document, or the body that acts on this one.
fn opens_clause(text: &str) -> bool {
    // "…, cụ thể như sau:", "…, theo đó …" opens what follows from it.
    const FOLLOWS: &[&str] = &["nhusau", "cuthenhusau", "cuthe", "trongdo", "theodo"];
    names_document(text) || acts(text) || begins_with_any(text, FOLLOWS).is_some()
}

/// Whether a body stands there that now says what it does: "Sở Nội vụ ban hành Kế hoạch …".
pub(crate) fn acts(text: &str) -> bool {
    if !is_body(text, 0) {
        return false;
    }
    issuer(text, 0, Print::Sentence).is_some_and(|end| {
        begins_with_any(
            behind_aside(&text[end..]).trim_start(),
            &[
                "coykien",
                "dacoykien",
                "banhanh",
                "xaydung",
                "tochuc",
                "trienkhai",
                "thongbao",
                "huongdan",
                "yeucau",
                "denghi",
                "lap",
                "baocao",
                "phatdong",
                "kehoach",
                "quyetdinh",
                "giao",
                "duocgiao",
                "cuthehoa",
                "dongy",
                "chophep",
                "chidao",
                "cochidao",
                "nhanthay",
                "nhanduoc",
                "traloi",
                "thaymat",
            ],
        )
        .is_some()
    })
}

/// What stands behind a parenthesis at the start: "Bộ Y tế (Cục Phòng bệnh) có ý kiến …".
fn behind_aside(text: &str) -> &str {
    const LONGEST: usize = 200;
    let reach = floor(text, LONGEST.min(text.len()));
    let inside = text.trim_start().strip_prefix('(');
    let behind = inside.and_then(|_| Some(&text[text[..reach].find(')')? + 1..]));
    behind.unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn subjects() {
        for (text, want) in [
            (" về việc phát động thi đua;", Some("phát động thi đua")),
            (" về phát động thi đua.", Some("phát động thi đua")),
            (" ban hành Quy chế làm việc;", Some("ban hành Quy chế làm việc")),
            (" về “Học tập; làm theo” năm 2016; và", Some("“Học tập; làm theo” năm 2016")),
            (" về đổi mới giáo dục, Nghị quyết số 88/2014/QH13", Some("đổi mới giáo dục")),
            (" về thi đua và Kế hoạch số 5/KH-UBND", Some("thi đua")),
            (" về thi đua (sau đây gọi tắt là Chỉ thị 5)", Some("thi đua")),
            (
                " hướng dẫn Nghị định số 5/2020/NĐ-CP ngày 1/2/2020 và Nghị định số 9/2021/NĐ-CP;",
                Some(
                    "hướng dẫn Nghị định số 5/2020/NĐ-CP ngày 1/2/2020 và Nghị định số 9/2021/NĐ-CP",
                ),
            ),
            (
                " thực hiện Chỉ thị số 5/CT-TTg về thi đua và Chỉ thị số 9/CT-TTg",
                Some("thực hiện Chỉ thị số 5/CT-TTg về thi đua"),
            ),
            (
                " thực hiện Nghị quyết số 5/NQ-CP của Chính phủ và Chỉ thị số 9-CT/TU về thi đua ở xã;",
                Some(
                    "thực hiện Nghị quyết số 5/NQ-CP của Chính phủ và Chỉ thị số 9-CT/TU về thi đua ở xã",
                ),
            ),
            (
                " thực hiện Nghị quyết số 5/NQ-CP của Chính phủ và Kế hoạch số 9/KH-UBND về thi đua;",
                Some("thực hiện Nghị quyết số 5/NQ-CP của Chính phủ"),
            ),
            (
                " thực hiện Nghị quyết số 5/NQ-CP của Chính phủ và Công văn số 9/SNV-VP về thi đua;",
                Some("thực hiện Nghị quyết số 5/NQ-CP của Chính phủ"),
            ),
            (
                " thực hiện Chỉ thị số 5/CT-TTg của Thủ tướng Chính phủ đến toàn thể hội viên.",
                Some("thực hiện Chỉ thị số 5/CT-TTg của Thủ tướng Chính phủ"),
            ),
            (
                " về phổ biến Chỉ thị số 5/CT-TTg tới toàn thể hội viên.",
                Some("phổ biến Chỉ thị số 5/CT-TTg tới toàn thể hội viên"),
            ),
            (
                " thực hiện Chỉ thị số 5/CT-TTg đến năm 2030;",
                Some("thực hiện Chỉ thị số 5/CT-TTg đến năm 2030"),
            ),
            (
                " về thi đua và Kế hoạch 5 năm 2021-2025;",
                Some("thi đua và Kế hoạch 5 năm 2021-2025"),
            ),
            (" về thi đua, Sở Nội vụ ban hành Kế hoạch", Some("thi đua")),
            (" về thi đua, Thủ tướng Chính phủ (Tổ công tác) có ý kiến như sau:", Some("thi đua")),
            (" về thi đua được sửa đổi, bổ sung bởi Nghị định số 5/2020/NĐ-CP", Some("thi đua")),
            (
                " về công bố thủ tục được sửa đổi theo lĩnh vực;",
                Some("công bố thủ tục được sửa đổi theo lĩnh vực"),
            ),
            (" về thi đua và để chủ động ứng phó, UBND xã", Some("thi đua")),
            (" về thi đua và nhằm giữ rừng.", Some("thi đua")),
            (
                " về xử lý người lơ là và để xảy ra cháy;",
                Some("xử lý người lơ là và để xảy ra cháy"),
            ),
            (" về thi đua, góp phần giữ rừng.", Some("thi đua")),
            (" về thi đua, tạo sự đồng thuận.", Some("thi đua")),
            (" về thi đua, góp phần giữ rừng; Kế hoạch", Some("thi đua, góp phần giữ rừng")),
            (" về thi đua, Phó Thủ tướng Lê Văn An đồng ý kế hoạch", Some("thi đua")),
            (" về thi đua, Sở Nội vụ được giao chủ trì rà soát", Some("thi đua")),
            (" về thi đua, Bộ trưởng Bộ Y tế nhận thấy phong trào yếu", Some("thi đua")),
            (" về thi đua, theo đó các xã nộp báo cáo", Some("thi đua")),
            (" quy định về kho: “2. Kho phải khô”.", Some("quy định về kho")),
            (" quy định về kho: “Điều 5. Kho”.", Some("quy định về kho")),
            (
                " về thi đua với chủ đề: “50 năm xây kho”;",
                Some("thi đua với chủ đề: “50 năm xây kho”"),
            ),
            (
                " về thi đua của Sở Nội vụ, Sở Y tế năm 2020;",
                Some("thi đua của Sở Nội vụ, Sở Y tế năm 2020"),
            ),
            (", về thi đua;", Some("thi đua")),
            (", đề nghị các xã báo cáo.", None),
            (", trình Chủ tịch xem xét.", None),
            (" (BCT) về thi đua;", Some("thi đua")),
            (" Kế hoạch trồng cây năm 2020;", Some("Kế hoạch trồng cây năm 2020")),
            (" Kế hoạch này có hiệu lực;", None),
            (", Hướng dẫn số 21-HD/BTCTW", None),
            (" và các văn bản", None),
            (".", None),
        ] {
            let found = subject(text, 0, Some("kehoach"));
            assert_eq!(found.map(|range| &text[range]), want, "{text}");
        }
    }

    #[test]
    fn subjects_behind_an_issuer() {
        for (text, want) in [
            (" đẩy mạnh trồng rừng;", Some("đẩy mạnh trồng rừng")),
            (" tiếp tục thực hiện thi đua;", Some("tiếp tục thực hiện thi đua")),
            (", đẩy mạnh trồng rừng;", None),
            (" tiếp tục được áp dụng;", None),
            (" yêu cầu các xã báo cáo;", None),
        ] {
            let found = subject_of(text, 0, Some("chithi"));
            assert_eq!(found.map(|range| &text[range]), want, "{text}");
        }
    }
}
