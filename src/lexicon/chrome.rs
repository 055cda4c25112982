//! Words by which the surroundings of a document on a web page are known.

use super::types::type_at_start;
use super::{Keys, is_one_of, is_upper, is_word, skeleton, starts_with_skeleton};

/// What only a web page or a program prints below a document, as skeletons of what a line begins with.
#[rustfmt::skip]
const CHROME: &[&str] = &[
    "banchuadangnhap", "dangnhap", "copyright", "banquyenthuoc", "facebook", "zalo",
    "vanbanlienquan", "vanbanlienke", "taive", "taifile", "taivanban", "trangchu", "luotxem",
    "baivietlienquan", "tinlienquan", "tinkhac", "nhungtincuhon", "nhungtinmoihon", "scannedwith", "thuoctinhvanban",
];

/// Longest line of a page's surroundings that is looked at, in bytes.
const CHROME_BYTES: usize = 200;

/// Whether a line belongs to a web page: "Đăng nhập", "Văn bản liên quan", "© 2025 …".
pub(crate) fn is_chrome(text: &str) -> bool {
    if text.len() > CHROME_BYTES {
        return false;
    }
    if text.starts_with('©') {
        return true;
    }
    let key = skeleton(text);
    CHROME.iter().any(|opening| key.starts_with(opening))
}

/// Headings of what a portal prints below a document, as skeletons of whole lines, sorted.
#[rustfmt::skip]
const SECTIONS: &[&str] = &[
    "baivietlienquan", "luocdo", "noidungsuadoihuongdan", "thuoctinhvanban", "tinlienquan",
    "vanbancungloai", "vanbancungnguoiky", "vanbanduocdanchieu", "vanbanduochuongdan", "vanbanlienke",
    "vanbanlienquan", "vanbanmoi", "vanbannaychuacapnhatnoidungtienganh", "ykienbandoc",
];

/// What a portal says of a document, as skeletons before a colon.
const FIELDS: &[&str] = &["banhanh", "capnhat", "hieuluc", "tinhtrang"];

/// Whether a line is the heading of what a portal prints below a document: "## Văn bản liên quan".
pub(crate) fn is_section(text: &str) -> bool {
    if text.len() > CHROME_BYTES || text.ends_with([';', ':', ',']) {
        return false;
    }
    let words = text.trim_matches(|c: char| !is_word(c));
    is_one_of(words, SECTIONS)
}

/// Whether a line is what a portal says of a document: "Hiệu lực: Đã biết".
pub(crate) fn is_property(text: &str) -> bool {
    let Some((label, _)) = text.split_once(':') else { return false };
    label.len() <= BUTTON_BYTES && is_one_of(label, FIELDS)
}

/// Whether a line is the title a portal gives a page: "Công văn 12/SNV-VP năm 2024 về … do Sở Nội vụ ban hành".
pub(crate) fn is_page_title(text: &str) -> bool {
    let Some((_, end)) = type_at_start(text) else { return false };
    let mut words = text[end..].split_whitespace();
    words.next().is_some_and(is_number)
        && words.next().is_some_and(|word| is_one_of(word, &["nam", "ngay"]))
        && text.ends_with(" ban hành")
        && text.contains(" do ")
}

/// Whether a word is the number of a document: "12/SNV-VP".
fn is_number(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit()) && word.contains('/')
}

/// What the buttons and links around a document on a web page say, as skeletons of whole lines, sorted.
#[rustfmt::skip]
const BUTTONS: &[&str] = &[
    "banin", "chiase", "dangky", "dangnhap", "giamtuongphan", "guibinhluan", "guiemail", "inbaiviet", "intrang",
    "intrangnay", "luubaiviet", "phongto", "quaylai", "skipribboncommands", "skiptomaincontent", "taifile", "taivanban", "taive",
    "taixuong", "tangtuongphan", "thunho", "timkiem", "trangchu", "trangtruoc", "trove", "vedautrang", "xemthem",
];

static BUTTON_KEYS: Keys<&str> = Keys::new(BUTTONS, |key| (*key).into());

/// Longest button, in bytes.
const BUTTON_BYTES: usize = 40;

/// Whether a line is a button of a web page and nothing else ("Tải về", "[In trang]"), or the way from
/// its start ("Trang chủ > Văn bản").
pub(crate) fn is_button(text: &str) -> bool {
    let words = text.trim_matches(|c: char| !is_word(c));
    // "A- A A+ | Tăng tương phản": how large a page is shown.
    if text.starts_with('A') && text.len() <= CHROME_BYTES && text.contains("A A+") {
        return true;
    }
    let first = words.chars().next();
    if first.is_none_or(|c| !c.is_uppercase()) || words.len() > CHROME_BYTES {
        return false;
    }
    let way = || {
        let home = starts_with_skeleton(words, "trangchu");
        home.is_some_and(|end| words[end..].trim_start().starts_with(['>', '»', '›']))
    };
    let whole = |_: &&str, end: usize| end == words.len();
    let known = || BUTTON_KEYS.longest_that(words, whole).is_some();
    words.len() <= BUTTON_BYTES && known() && !is_upper(words) || way()
}

/// Longest line with which a program parts pages, in bytes.
const BREAK_BYTES: usize = 60;

/// Whether a line is one with which a program that reads pages out parts them: "--- PAGE BREAK ---".
pub(crate) fn is_page_break(text: &str) -> bool {
    let drawn = !text.starts_with(|c: char| is_word(c) && c != 'P');
    drawn
        && text.len() <= BREAK_BYTES
        && is_one_of(text.trim_matches(|c: char| !is_word(c)), &["pagebreak"])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn breaks_of_pages() {
        for line in ["--- PAGE BREAK ---", "<!-- PageBreak -->", "[Page Break]", "PAGE BREAK"] {
            assert!(is_page_break(line), "{line}");
        }
        for line in ["-----", "- Page", "Page break của trang", "1. Page break", "--- Trang 2 ---"]
        {
            assert!(!is_page_break(line), "{line}");
        }
    }

    #[test]
    fn buttons() {
        assert!(BUTTONS.is_sorted());
        for line in [
            "Trang chủ",
            "In trang",
            "[Tải về]",
            "» Chia sẻ",
            "Trang chủ » Văn bản",
            "A- A A+",
            "A- A A+ | Tương phản",
        ] {
            assert!(is_button(line), "{line}");
        }
        for line in [
            "Trang chủ của Sở",
            "In trang bìa",
            "Tải về máy",
            "tải về",
            "TÌM KIẾM",
            "Trang 2",
            "A- MỤC ĐÍCH",
        ] {
            assert!(!is_button(line), "{line}");
        }
    }

    #[test]
    fn titles_of_pages() {
        assert!(is_page_title("Công văn 12/SNV-VP năm 2024 về số hóa do Sở Nội vụ ban hành"));
        for line in [
            "Công văn 12/SNV-VP năm 2024 về số hóa",
            "Kế hoạch năm 2024 do Sở Nội vụ ban hành",
            "Thực hiện Công văn 12/SNV-VP năm 2024 do Sở Nội vụ ban hành",
        ] {
            assert!(!is_page_title(line), "{line}");
        }
    }

    #[test]
    fn lines_of_web_pages() {
        for line in
            ["Đăng nhập", "© 2025 Thư viện", "Văn bản liên quan", "Copyright ©2010", "Facebook"]
        {
            assert!(is_chrome(line), "{line}");
        }
        for line in ["Ghi chú: gửi qua thư điện tử", "[1] Nghị quyết số 5", "Phụ lục"]
        {
            assert!(!is_chrome(line), "{line}");
        }
    }
}
