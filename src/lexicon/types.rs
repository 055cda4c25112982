//! Document types ("loại văn bản") and their official abbreviations.

use std::sync::LazyLock;

use super::{Keys, ends_with_skeleton, fold, is_word};

/// A document type.
#[derive(Debug)]
pub(crate) struct DocumentType {
    /// Its name as a title line prints it, in lower case but for the first letter.
    pub(crate) name: &'static str,
    /// Official abbreviation; `None` where there is none.
    pub(crate) code: Option<&'static str>,
    /// Skeleton of the name.
    pub(crate) key: &'static str,
}

const fn row(name: &'static str, code: &'static str, key: &'static str) -> DocumentType {
    let code = if code.is_empty() { None } else { Some(code) };
    DocumentType { name, code, key }
}

/// All types. Of two that a damaged title is equally near to, the first is meant.
#[rustfmt::skip]
pub(crate) const TYPES: &[DocumentType] = &[
    row("Kế hoạch phối hợp", "KHPH", "kehoachphoihop"),
    row("Kế hoạch liên tịch", "KHLT", "kehoachlientich"),
    row("Kế hoạch liên ngành", "KHLN", "kehoachliennganh"),
    row("Kế hoạch", "KH", "kehoach"),
    row("Nghị quyết liên tịch", "NQLT", "nghiquyetlientich"),
    row("Nghị quyết", "NQ", "nghiquyet"),
    row("Quyết định", "QĐ", "quyetdinh"),
    row("Chỉ thị", "CT", "chithi"),
    row("Quy chế phối hợp", "QCPH", "quychephoihop"),
    row("Quy chế", "QC", "quyche"),
    row("Quy định", "QyĐ", "quydinh"),
    row("Thông cáo", "TC", "thongcao"),
    row("Thông báo", "TB", "thongbao"),
    row("Hướng dẫn", "HD", "huongdan"),
    row("Chương trình hành động", "CTr", "chuongtrinhhanhdong"),
    row("Chương trình", "CTr", "chuongtrinh"),
    row("Phương án", "PA", "phuongan"),
    row("Đề án", "ĐA", "dean"),
    row("Dự án", "DA", "duan"),
    row("Báo cáo", "BC", "baocao"),
    row("Biên bản", "BB", "bienban"),
    row("Tờ trình", "TTr", "totrinh"),
    row("Hợp đồng", "HĐ", "hopdong"),
    row("Công văn", "CV", "congvan"),
    row("Công điện", "CĐ", "congdien"),
    row("Bản ghi nhớ", "BGN", "banghinho"),
    row("Bản thỏa thuận", "BTT", "banthoathuan"),
    row("Giấy ủy quyền", "GUQ", "giayuyquyen"),
    row("Giấy mời", "GM", "giaymoi"),
    row("Giấy giới thiệu", "GGT", "giaygioithieu"),
    row("Giấy nghỉ phép", "GNP", "giaynghiphep"),
    row("Phiếu gửi", "PG", "phieugui"),
    row("Phiếu chuyển", "PC", "phieuchuyen"),
    row("Phiếu báo", "PB", "phieubao"),
    row("Thư công", "", "thucong"),
    row("Hiến pháp", "HP", "hienphap"),
    row("Bộ luật", "Bộ luật", "boluat"),
    row("Luật", "Luật", "luat"),
    row("Pháp lệnh", "Pháp lệnh", "phaplenh"),
    row("Lệnh", "Lệnh", "lenh"),
    row("Sắc lệnh", "SL", "saclenh"),
    row("Nghị định", "NĐ", "nghidinh"),
    row("Thông tư liên tịch", "TTLT", "thongtulientich"),
    row("Thông tư", "TT", "thongtu"),
    row("Văn bản hợp nhất", "VBHN", "vanbanhopnhat"),
    row("Kết luận", "KL", "ketluan"),
    row("Thông tri", "TT", "thongtri"),
    row("Tuyên bố", "", "tuyenbo"),
    row("Lời kêu gọi", "", "loikeugoi"),
    row("Quy hoạch", "QH", "quyhoach"),
    row("Quy trình", "QT", "quytrinh"),
    row("Điều lệ", "ĐL", "dieule"),
    row("Cương lĩnh", "CL", "cuonglinh"),
    row("Chiến lược", "", "chienluoc"),
    row("Bản cam kết", "CK", "bancamket"),
    row("Giấy chứng nhận", "CN", "giaychungnhan"),
    row("Giấy đi đường", "ĐĐ", "giaydiduong"),
    row("Giấy biên nhận hồ sơ", "BN", "giaybiennhanhoso"),
];

impl DocumentType {
    /// The abbreviation by which a citation tells the type: joint plans and rules ("phối hợp", "liên
    /// tịch") have that of their kind (NĐ 30/2020 Phụ lục III knows no other).
    pub(crate) fn cited_code(&self) -> Option<&'static str> {
        match self.code {
            Some("KHPH" | "KHLT" | "KHLN") => Some("KH"),
            Some("QCPH") => Some("QC"),
            code => code,
        }
    }
}

impl DocumentType {
    /// The name under which a document of this type is filed: "Chương trình" for "Chương trình hành
    /// động", "Kế hoạch" for "Kế hoạch phối hợp".
    pub(crate) fn filed_name(&self) -> &'static str {
        // Nearly every row is sorted out by its first letter.
        let first = self.key.as_bytes()[0];
        let same = |entry: &&Self| {
            entry.key.as_bytes()[0] == first
                && self.key.starts_with(entry.key)
                && entry.cited_code().is_some()
                && entry.cited_code() == self.cited_code()
        };
        TYPES.iter().filter(same).min_by_key(|entry| entry.key.len()).map_or(self.name, |e| e.name)
    }
}

/// The type of this name, given by its skeleton.
pub(crate) fn type_named(key: &str) -> Option<&'static DocumentType> {
    TYPES.iter().find(|entry| entry.key == key)
}

/// The type with this abbreviation; capitals and small letters count as one ("65-Ctr/TU").
///
/// Abbreviations that have two meanings stand for the first of the table: TT is Thông tư.
pub(crate) fn type_of_code(code: &str) -> Option<&'static DocumentType> {
    let same = |known: &str| {
        known.chars().zip(code.chars()).all(|(a, b)| a == b || fold_case(a) == fold_case(b))
    };
    let rows = &BY_CODE[bucket(code)?];
    let mut rows = rows.iter().filter(|(known, _)| known.len() == code.len());
    rows.find(|(known, _)| same(known)).map(|(_, entry)| *entry)
}

/// The types with their abbreviations by the first letters of these.
static BY_CODE: LazyLock<[Vec<(&str, &DocumentType)>; 32]> = LazyLock::new(|| {
    let mut rows: [Vec<_>; 32] = Default::default();
    for entry in TYPES {
        if let Some((code, at)) = entry.code.and_then(|code| Some((code, bucket(code)?))) {
            rows[at].push((code, entry));
        }
    }
    rows
});

/// A number that is the same for a letter in both cases; Đ shares that of D.
fn bucket(code: &str) -> Option<usize> {
    Some(usize::from(code.bytes().next()? & 0x1f))
}

/// A letter without its case; Đ stays apart from D.
fn fold_case(c: char) -> char {
    if c == 'đ' { 'Đ' } else { c.to_ascii_uppercase() }
}

static KEYS: Keys<DocumentType> = Keys::new(TYPES, |entry| entry.key.into());

/// The type whose name `text` begins with, whatever its case, and how many bytes that takes.
pub(crate) fn type_at_start(text: &str) -> Option<(&'static DocumentType, usize)> {
    KEYS.longest(text)
}

/// The types by the last two letters of their keys, the longest first.
static BY_END: LazyLock<Vec<Vec<&DocumentType>>> = LazyLock::new(|| {
    let mut rows = vec![Vec::new(); 26 * 26];
    for entry in TYPES {
        if let [.., second, last] = entry.key.as_bytes() {
            rows[row_of(*second, *last)].push(entry);
        }
    }
    for row in &mut rows {
        row.sort_by_key(|entry| std::cmp::Reverse(entry.key.len()));
    }
    rows
});

/// The row of two small letters.
fn row_of(second: u8, last: u8) -> usize {
    usize::from(second - b'a') * 26 + usize::from(last - b'a')
}

/// The type whose name `text` ends with, and where the name begins; no sign stands within a name.
pub(crate) fn type_at_end(text: &str) -> Option<(&'static DocumentType, usize)> {
    let mut back = text.chars().rev();
    let last = back.next().and_then(fold).filter(u8::is_ascii_lowercase)?;
    let second = back.find_map(fold).filter(u8::is_ascii_lowercase)?;
    BY_END[row_of(second, last)].iter().find_map(|entry| {
        let start = ends_with_skeleton(text, entry.key)?;
        let plain = text[start..].chars().all(|c| is_word(c) || c.is_whitespace());
        plain.then_some((*entry, start))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::skeleton;

    #[test]
    fn keys_are_the_skeletons_of_the_names() {
        for entry in TYPES {
            assert_eq!(entry.key, skeleton(entry.name), "{}", entry.name);
        }
    }

    #[test]
    fn the_longest_name_is_found() {
        for (text, want) in [
            ("KẾ HOẠCH PHỐI HỢP số 5", Some(("Kế hoạch phối hợp", "KẾ HOẠCH PHỐI HỢP"))),
            ("Kế hoạch phối kết hợp", Some(("Kế hoạch", "Kế hoạch"))),
            ("KÉ HOẠCH", Some(("Kế hoạch", "KÉ HOẠCH"))),
            ("Quyết định", Some(("Quyết định", "Quyết định"))),
            ("Kế hoạchhóa", None),
            ("Sở Kế hoạch", None),
        ] {
            let found = type_at_start(text).map(|(entry, end)| (entry.name, &text[..end]));
            assert_eq!(found, want, "{text}");
        }
    }

    #[test]
    fn types_are_filed_by_their_kind() {
        for (key, name, code) in [
            ("kehoachphoihop", "Kế hoạch", Some("KH")),
            ("chuongtrinhhanhdong", "Chương trình", Some("CTr")),
            ("thongtri", "Thông tri", Some("TT")),
            ("thongtulientich", "Thông tư liên tịch", Some("TTLT")),
        ] {
            let entry = type_named(key).expect(key);
            assert_eq!((entry.filed_name(), entry.cited_code()), (name, code), "{key}");
        }
    }

    #[test]
    fn types_at_the_end() {
        for (text, want) in [
            ("Căn cứ Kế hoạch", Some("Kế hoạch")),
            ("THÔNG TƯ LIÊN TỊCH", Some("THÔNG TƯ LIÊN TỊCH")),
            ("Chương trình hành động", Some("Chương trình hành động")),
            ("Kế, hoạch", None),
            ("hoạch", None),
            ("", None),
        ] {
            assert_eq!(type_at_end(text).map(|(_, start)| &text[start..]), want, "{text}");
        }
    }

    #[test]
    fn types_by_abbreviation() {
        for (code, name) in
            [("KH", "Kế hoạch"), ("Ctr", "Chương trình hành động"), ("TTr", "Tờ trình")]
        {
            assert_eq!(type_of_code(code).map(|entry| entry.name), Some(name), "{code}");
        }
        assert!(type_of_code("HĐ").is_some_and(|entry| entry.name == "Hợp đồng"));
        assert!(type_of_code("HD").is_some_and(|entry| entry.name == "Hướng dẫn"));
        assert!(type_of_code("UBND").is_none());
    }

    #[test]
    fn the_types_of_the_decree_are_there() {
        let of_the_decree = [
            "NQ", "QĐ", "CT", "QC", "QyĐ", "TC", "TB", "HD", "CTr", "KH", "PA", "ĐA", "DA", "BC",
            "BB", "TTr", "HĐ", "CĐ", "BGN", "BTT", "GUQ", "GM", "GGT", "GNP", "PG", "PC", "PB",
        ];
        for code in of_the_decree {
            assert!(TYPES.iter().any(|entry| entry.code == Some(code)), "{code}");
        }
    }
}
