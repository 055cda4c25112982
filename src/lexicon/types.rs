//! Document types ("loại văn bản") and their official abbreviations.

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

/// All types; a name that begins another stands behind it.
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
    fn longer_names_come_first() {
        for (at, entry) in TYPES.iter().enumerate() {
            let hidden = TYPES[..at].iter().find(|before| entry.key.starts_with(before.key));
            assert!(hidden.is_none(), "{} stands behind {:?}", entry.name, hidden.map(|e| e.name));
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
