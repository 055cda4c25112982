//! Words that begin a preamble paragraph, name the post that enacts, or leave a line open.

use super::{skeleton, starts_with_skeleton};

/// First words of a preamble paragraph that no subject line has, as printed. NĐ 30/2020 Phụ lục I
/// prescribes "Căn cứ"; the others are usage.
const OPENERS: &[&str] = &[
    "Thực hiện",
    "Triển khai thực hiện",
    "Triển khai Kế hoạch",
    "Thi hành",
    "Theo",
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
    "Tại ",
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
    if !first.is_some_and(char::is_uppercase) {
        return false;
    }
    let dated = text
        .strip_prefix("Ngày ")
        .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    dated
        || OPENERS.iter().any(|opener| text.starts_with(opener))
        || OPENER_KEYS.iter().any(|key| starts_with_skeleton(text, key).is_some())
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
    POSTS.iter().any(|key| starts_with_skeleton(text, key).is_some())
}

/// Last syllables that leave a phrase open, as skeletons.
const OPEN_ENDS: &[&str] = &[
    "va", "cua", "ve", "cho", "voi", "tai", "trong", "theo", "den", "tu", "so", "ngay", "thang",
    "nam", "hoac", "thuoc", "giua", "cac", "nhung", "mot", "tinh", "huyen", "xa", "phuong",
    "thanhpho", "doi", "duoc", "bang",
];

/// Whether a line ends in the middle of a phrase: "… phòng, chống", "… và", "… ngày".
pub(crate) fn ends_open(text: &str) -> bool {
    let text = text.trim_end();
    if text.ends_with([',', '-', '–', '&', '/', '(', '“', '"']) {
        return true;
    }
    let last = text.rsplit(char::is_whitespace).next().unwrap_or_default();
    last.chars().all(char::is_alphabetic) && {
        let last = skeleton(last);
        OPEN_ENDS.contains(&last.as_str())
    }
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
        assert!(!ends_open("năm 2024"));
        assert!(!ends_open("tại Sở Ngoại vụ"));
    }
}
