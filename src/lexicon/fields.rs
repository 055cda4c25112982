//! Fields of a form that the one who fills it in completes: "Đơn vị: ……", "Họ và tên: ……".

use memchr::memchr;

use super::Keys;

/// What stands before the colon of a field, as skeletons, sorted.
#[rustfmt::skip]
const FIELDS: &[&str] = &[
    "chucvu", "coquanbaocao", "diachi", "dienthoai", "donvi", "donvibaocao", "donvicongtac",
    "donvilap", "hoten", "hotennguoikhai", "hovaten", "kybaocao", "ngaysinh", "sodienthoai",
    "tencoquan", "tendonvi", "tentochuc", "tentruong",
];

/// Longest label with its colon, in bytes.
const LABEL_BYTES: usize = 40;

/// Whether a line is a field of a form: "ĐƠN VỊ: …………", "Họ và tên: Lê Thị Mai".
pub(crate) fn is_field(line: &str) -> bool {
    // Longer labels are none.
    let label = &line.as_bytes()[..line.len().min(LABEL_BYTES)];
    if memchr(b':', label).is_none() {
        return false;
    }
    let colon = |end: usize| line[end..].trim_start().starts_with(':');
    FIELD_KEYS.longest_that(line, |_, end| colon(end)).is_some()
}

static FIELD_KEYS: Keys<&str> = Keys::new(FIELDS, |key| (*key).into());

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_sorted() {
        assert!(FIELDS.is_sorted());
    }

    #[test]
    fn fields_and_near_misses() {
        for line in ["ĐƠN VỊ: …………", "Đơn vị báo cáo: Sở A", "Họ và tên: ____", "Tên đơn vị :"]
        {
            assert!(is_field(line), "{line}");
        }
        for line in ["Đơn vị chủ trì: Sở A", "Các đơn vị: A, B", "ĐƠN VỊ", "Địa chỉ gửi: Sở A"]
        {
            assert!(!is_field(line), "{line}");
        }
    }
}
