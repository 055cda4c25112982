//! Words that begin a preamble paragraph, name the post that enacts, or leave a line open.

use super::{begins_with_any, skeleton, starts_with_skeleton};

/// First words of a preamble paragraph that no subject line has, as printed. NĐ 30/2020 Phụ lục I
/// prescribes "Căn cứ"; the others are usage.
const OPENERS: &[&str] = &[
    "Thực hiện",
    "Triển khai thực hiện",
    "Triển khai Kế hoạch",
    "Thi hành",
    "Theo đề nghị",
    "Theo chỉ đạo",
    "Theo Công văn",
    "Theo Kế hoạch",
    "Theo Quyết định",
    "Theo quy định",
    "Xét",
    "Nhằm",
    "Để",
    "Trên cơ sở",
    "Trong thời gian",
    "Trong những năm",
    "Trong năm",
    "Sau khi",
    "Sau ",
    "Vừa qua",
    "Thời gian qua",
    "Được sự",
    "Tiếp tục",
    "Tiếp nhận",
    "Hưởng ứng",
    "Do ",
    "Nhân dịp",
    "Hôm nay",
    "Sáng ngày",
    "Chiều ngày",
    "Qua ",
    "Hiện nay",
    "Trước ",
    "Nay ",
    "Từ ngày",
    "Đến nay",
    "Hằng năm",
    "Hàng năm",
    "Với ",
    "Kính gửi",
    "Phúc đáp",
    "Trả lời",
    "Các em",
    "Quốc hội ban hành",
    "Chính phủ ban hành",
];

/// Openers by skeleton: long enough to be unmistakable with damaged marks.
const OPENER_KEYS: &[&str] = &["cancu", "thuchien", "trienkhaithuchien", "trencoso", "kinhgui"];

/// Whether a line in lower case begins a preamble paragraph: "Căn cứ …", "Thực hiện …", "Ngày 12/11/2024, …".
pub(crate) fn opens_preamble(text: &str) -> bool {
    let text = text.trim_start_matches(['-', '–', ' ', '+']);
    let first = text.chars().next();
    let (true, Some(letter)) = (first.is_some_and(char::is_uppercase), text.bytes().next()) else {
        return false;
    };
    let dated = text
        .strip_prefix("Ngày ")
        .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    dated
        || OPENERS.iter().any(|opener| opener.as_bytes()[0] == letter && text.starts_with(opener))
        || text.is_ascii() && OPENERS.iter().any(|opener| opens_unmarked(text, opener))
        || begins_with_any(text, OPENER_KEYS).is_some()
}

/// Whether a text without any marks begins with the opener: "Nhan dip …", "Theo de nghi …".
fn opens_unmarked(text: &str, opener: &str) -> bool {
    starts_with_skeleton(text, &skeleton(opener)).is_some()
}

/// Posts ("chức vụ") that enact a decision in their own name, as skeletons.
const POSTS: &[&str] = &[
    "chutich",
    "phochutich",
    "thutuong",
    "botruong",
    "thutruong",
    "tongthanhtra",
    "thongdoc",
    "giamdoc",
    "tonggiamdoc",
    "hieutruong",
    "vientruong",
    "cuctruong",
    "tongcuctruong",
    "truongban",
    "truongphong",
    "truongcong",
    "chanhan",
    "vientruong",
    "chanhvanphong",
    "chihuytruong",
    "tulenh",
    "tongkiemtoan",
    "bithu",
    "chicuctruong",
    "chanhthanhtra",
    "thuongtruc",
    "hoidongquantri",
    "hoidongthanhvien",
];

/// Whether `text` begins with the post that enacts: "CHỦ TỊCH ỦY BAN NHÂN DÂN …".
pub(crate) fn names_post(text: &str) -> bool {
    begins_with_any(text, POSTS).is_some()
}

/// Last syllables that leave a phrase open, by their exact letters: "Quảng Nam" leaves nothing open.
const OPEN_ENDS: &[&str] = &[
    "và",
    "của",
    "về",
    "cho",
    "với",
    "tại",
    "trong",
    "theo",
    "đến",
    "từ",
    "số",
    "ngày",
    "tháng",
    "năm",
    "hoặc",
    "thuộc",
    "giữa",
    "các",
    "những",
    "một",
    "tỉnh",
    "huyện",
    "xã",
    "phường",
    "quận",
    "phố",
    "đối",
    "được",
    "bằng",
];

/// Whether a line ends in the middle of a phrase: "… phòng, chống", "… và", "… ngày".
pub(crate) fn ends_open(text: &str) -> bool {
    let text = text.trim_end();
    if text.ends_with([',', '-', '–', '&', '/', '(', '“', '"']) {
        return true;
    }
    let last = text.rsplit(char::is_whitespace).next().unwrap_or_default();
    OPEN_ENDS.iter().any(|word| same_word(last, word))
}

/// Whether the name of a body runs on behind this line: a conjunction or dash stands at its end.
pub(crate) fn links(text: &str) -> bool {
    let text = text.trim_end();
    let last = text.rsplit(char::is_whitespace).next().unwrap_or_default();
    text.ends_with([',', '-', '–', '&'])
        || ["và", "của", "về", "va", "cua", "cho"].iter().any(|word| same_word(last, word))
}

/// Whether two words are the same but for case.
#[expect(clippy::disallowed_methods, reason = "both sides are lowered letter by letter")]
fn same_word(word: &str, lower: &str) -> bool {
    if word.len() != lower.len() {
        // A letter has as many bytes in both cases.
        return false;
    }
    let mut letters = word.chars().flat_map(char::to_lowercase);
    lower.chars().all(|c| letters.next() == Some(c)) && letters.next().is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn preamble_lines() {
        for text in [
            "Căn cứ Luật Đất đai;",
            "- Căn cứ Điều lệ Đảng;",
            "Thực hiện Công văn số 5/UBND",
            "Ngày 12/11/2024, tại",
            "Để kịp thời",
            "Căn cử Công văn",
        ] {
            assert!(opens_preamble(text), "{text}");
        }
        for text in
            ["Đề án phát triển", "Ngày hội việc làm", "thực hiện Chỉ thị", "Hiệp hội Nước mắm"]
        {
            assert!(!opens_preamble(text), "{text}");
        }
    }

    #[test]
    fn open_ends() {
        for text in ["Đại hội Đoàn và", "phòng,", "ngày 5 tháng", "trên địa bàn tỉnh"]
        {
            assert!(ends_open(text), "{text}");
        }
        assert!(!ends_open("UBND TỈNH QUẢNG NAM"));
        assert!(!ends_open("năm 2024"));
        assert!(!ends_open("tại Sở Ngoại vụ"));
    }
}
