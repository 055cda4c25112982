//! Document types ("loại văn bản") and their official abbreviations.

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

/// All types, in the order of the first letters of their keys.
#[rustfmt::skip]
pub(crate) const TYPES: &[DocumentType] = &[
    row("Báo cáo", "BC", "baocao"),
    row("Biên bản", "BB", "bienban"),
    row("Bản ghi nhớ", "BGN", "banghinho"),
    row("Bản thỏa thuận", "BTT", "banthoathuan"),
    row("Bộ luật", "Bộ luật", "boluat"),
    row("Bản cam kết", "CK", "bancamket"),
    row("Chỉ thị", "CT", "chithi"),
    row("Chương trình hành động", "CTr", "chuongtrinhhanhdong"),
    row("Chương trình", "CTr", "chuongtrinh"),
    row("Công văn", "CV", "congvan"),
    row("Công điện", "CĐ", "congdien"),
    row("Cương lĩnh", "CL", "cuonglinh"),
    row("Chiến lược", "", "chienluoc"),
    row("Đề án", "ĐA", "dean"),
    row("Dự án", "DA", "duan"),
    row("Điều lệ", "ĐL", "dieule"),
    row("Giấy ủy quyền", "GUQ", "giayuyquyen"),
    row("Giấy mời", "GM", "giaymoi"),
    row("Giấy giới thiệu", "GGT", "giaygioithieu"),
    row("Giấy nghỉ phép", "GNP", "giaynghiphep"),
    row("Giấy chứng nhận", "CN", "giaychungnhan"),
    row("Giấy đi đường", "ĐĐ", "giaydiduong"),
    row("Giấy biên nhận hồ sơ", "BN", "giaybiennhanhoso"),
    row("Hướng dẫn", "HD", "huongdan"),
    row("Hợp đồng", "HĐ", "hopdong"),
    row("Hiến pháp", "HP", "hienphap"),
    row("Kế hoạch phối hợp", "KHPH", "kehoachphoihop"),
    row("Kế hoạch liên tịch", "KHLT", "kehoachlientich"),
    row("Kế hoạch liên ngành", "KHLN", "kehoachliennganh"),
    row("Kế hoạch", "KH", "kehoach"),
    row("Kết luận", "KL", "ketluan"),
    row("Luật", "Luật", "luat"),
    row("Lệnh", "Lệnh", "lenh"),
    row("Lời kêu gọi", "", "loikeugoi"),
    row("Nghị quyết liên tịch", "NQLT", "nghiquyetlientich"),
    row("Nghị quyết", "NQ", "nghiquyet"),
    row("Nghị định", "NĐ", "nghidinh"),
    row("Phương án", "PA", "phuongan"),
    row("Phiếu gửi", "PG", "phieugui"),
    row("Phiếu chuyển", "PC", "phieuchuyen"),
    row("Phiếu báo", "PB", "phieubao"),
    row("Pháp lệnh", "Pháp lệnh", "phaplenh"),
    row("Quyết định", "QĐ", "quyetdinh"),
    row("Quy chế phối hợp", "QCPH", "quychephoihop"),
    row("Quy chế", "QC", "quyche"),
    row("Quy định", "QyĐ", "quydinh"),
    row("Quy hoạch", "QH", "quyhoach"),
    row("Quy trình", "QT", "quytrinh"),
    row("Sắc lệnh", "SL", "saclenh"),
    row("Thông cáo", "TC", "thongcao"),
    row("Thông báo", "TB", "thongbao"),
    row("Tờ trình", "TTr", "totrinh"),
    row("Thư công", "", "thucong"),
    row("Thông tư liên tịch", "TTLT", "thongtulientich"),
    row("Thông tư", "TT", "thongtu"),
    row("Thông tri", "TT", "thongtri"),
    row("Tuyên bố", "", "tuyenbo"),
    row("Văn bản hợp nhất", "VBHN", "vanbanhopnhat"),
];

/// The type that `text` begins with, by skeleton, and how many bytes its name takes.
pub(crate) fn opening_type(text: &str) -> Option<(&'static DocumentType, usize)> {
    longest_opening(TYPES, |kind| kind.key, text, |_, _| true)
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
    fn rows_stand_in_the_order_of_their_first_letters() {
        assert!(TYPES.is_sorted_by_key(|kind| kind.key.as_bytes()[0]));
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
