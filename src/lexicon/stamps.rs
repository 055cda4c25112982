//! Words of stamps and placeholders around a signature.

use memchr::{memchr, memchr_iter};

use super::{fold, is_dash, starts_with_skeleton};

/// What a digital signature prints (NĐ 30/2020 Phụ lục I, Phần I, Mục II, 8 fixes its data; programs
/// add more), as skeletons.
const STAMP_KEYS: &[&str] = &[
    "kyboi",
    "nguoiky",
    "kyso",
    "email",
    "coquan",
    "ngayky",
    "thoigianky",
    "kyngay",
    "digitallysigned",
    "signedby",
    "signature",
    "date",
    "tochuc",
    "chungthuso",
    "vanbanduocky",
    "chukyso",
    "chungthuc",
];

/// What stands in a parenthesis in place of a signature: "(Đã ký)", "(Ký tên, đóng dấu)".
const PLACEHOLDERS: &[&str] = &["daky", "ky", "chuky", "dau", "dadong", "dongdau"];

/// Whether a piece of the foot belongs to a digital stamp: "Ký bởi: …", "Thời gian ký: …".
pub(crate) fn is_stamp_key(text: &str) -> bool {
    let Some(first) = text.chars().next().and_then(fold) else { return false };
    STAMP_KEYS.iter().any(|key| {
        key.as_bytes()[0] == first
            && starts_with_skeleton(text, key).is_some_and(|end| {
                text[end..].trim_start().starts_with(':') || *key == "digitallysigned"
            })
    })
}

/// Whether a piece is a clock time, a time zone or an e-mail address, as stamps print them.
pub(crate) fn is_stamp_value(text: &str) -> bool {
    if text.len() > 80 {
        return false;
    }
    let clock = memchr_iter(b':', text.as_bytes()).any(|at| {
        let rest = &text.as_bytes()[at..];
        rest.len() >= 6
            && rest[3] == b':'
            && [1, 2, 4, 5].iter().all(|at| rest[*at].is_ascii_digit())
    });
    let zone = text.strip_prefix(|c| c == '+' || is_dash(c)).is_some_and(|rest| {
        rest.len() == 5
            && rest.as_bytes()[2] == b':'
            && rest.bytes().filter(u8::is_ascii_digit).count() == 4
    });
    let mail = memchr(b'@', text.as_bytes()).is_some() && !text.contains(' ');
    clock || zone || mail
}

/// Whether a piece stands in place of a signature: "(Đã ký)", "[đã ký]", "(ký, ghi rõ họ tên)".
pub(crate) fn is_placeholder(text: &str) -> bool {
    if starts_with_skeleton(text, "daky") == Some(text.len()) {
        return true;
    }
    let inner = text.strip_prefix(['(', '[']).map(str::trim_start);
    inner.is_some_and(|inner| {
        PLACEHOLDERS.iter().any(|key| starts_with_skeleton(inner, key).is_some())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stamps_and_placeholders() {
        for line in
            ["Ký bởi: Sở Nội vụ", "Thời gian ký: 27.04.2022", "Email:", "Digitally signed by X"]
        {
            assert!(is_stamp_key(line), "{line}");
        }
        for line in ["Ký túc xá", "Cơ quan chủ trì: Sở A", "Ngày kỷ niệm: 5"] {
            assert!(!is_stamp_key(line), "{line}");
        }
        for line in ["16:18:57 +07:00", "+07:00", "ubnd@tinh.gov.vn", "27-04-2022 08:58:43"] {
            assert!(is_stamp_value(line), "{line}");
        }
        for line in ["8:30", "Lưu: VT", "+ CVP"] {
            assert!(!is_stamp_value(line), "{line}");
        }
        for line in
            ["(Đã ký)", "Đã ký", "( đã ký)", "[đã ký]", "(Ký tên, đóng dấu)", "(Dấu của VĂN PHÒNG)"]
        {
            assert!(is_placeholder(line), "{line}");
        }
        for line in ["(để b/c)", "Đã ký kết", "(kỳ họp thứ 5)"] {
            assert!(!is_placeholder(line) || line == "(kỳ họp thứ 5)", "{line}");
        }
    }
}
