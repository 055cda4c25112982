//! Words by which the surroundings of a document on a web page are known.

use super::skeleton;

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

#[cfg(test)]
mod tests {
    use super::*;

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
