//! Document types ("loại văn bản") and their official abbreviations.

use std::sync::LazyLock;

use super::longest_opening;

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

/// The types in the order of their keys.
static BY_KEY: LazyLock<Vec<&DocumentType>> = LazyLock::new(|| {
    let mut types: Vec<_> = TYPES.iter().collect();
    types.sort_unstable_by_key(|entry| entry.key);
    types
});

/// The type whose name `text` begins with, whatever its case, and how many bytes that takes.
pub(crate) fn type_at_start(text: &str) -> Option<(&'static DocumentType, usize)> {
    longest_opening(&BY_KEY, |entry| entry.key, text, |_, _| true).map(|(entry, end)| (*entry, end))
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
