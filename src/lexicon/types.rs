//! Document types ("loại văn bản") and their official abbreviations.

/// Where a type comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sphere {
    /// The 29 administrative types: NĐ 30/2020 Điều 7 and Phụ lục III.
    Administrative,
    /// Legal normative acts: Luật Ban hành văn bản quy phạm pháp luật.
    Legal,
    /// Party documents: Quy định 399-QĐ/TW and its predecessors.
    Party,
    /// Types of earlier rules (TT 01/2011/TT-BNV) that are still met.
    Former,
}

/// A document type.
#[derive(Debug)]
pub(crate) struct DocumentType {
    /// Its name as a title line prints it, in lower case but for the first letter.
    pub(crate) name: &'static str,
    /// Official abbreviation; `None` where there is none.
    pub(crate) code: Option<&'static str>,
    /// Skeleton of the name.
    pub(crate) key: &'static str,
    /// Whose type it is.
    pub(crate) sphere: Sphere,
}

const fn row(
    name: &'static str,
    code: &'static str,
    key: &'static str,
    sphere: Sphere,
) -> DocumentType {
    let code = if code.is_empty() { None } else { Some(code) };
    DocumentType { name, code, key, sphere }
}

use Sphere::{Administrative, Former, Legal, Party};

/// All types; a name that begins another stands behind it.
#[rustfmt::skip]
pub(crate) const TYPES: &[DocumentType] = &[
    row("Kế hoạch phối hợp", "KHPH", "kehoachphoihop", Administrative),
    row("Kế hoạch liên tịch", "KHLT", "kehoachlientich", Administrative),
    row("Kế hoạch liên ngành", "KHLN", "kehoachliennganh", Administrative),
    row("Kế hoạch", "KH", "kehoach", Administrative),
    row("Nghị quyết liên tịch", "NQLT", "nghiquyetlientich", Legal),
    row("Nghị quyết", "NQ", "nghiquyet", Administrative),
    row("Quyết định", "QĐ", "quyetdinh", Administrative),
    row("Chỉ thị", "CT", "chithi", Administrative),
    row("Quy chế phối hợp", "QCPH", "quychephoihop", Administrative),
    row("Quy chế", "QC", "quyche", Administrative),
    row("Quy định", "QyĐ", "quydinh", Administrative),
    row("Thông cáo", "TC", "thongcao", Administrative),
    row("Thông báo", "TB", "thongbao", Administrative),
    row("Hướng dẫn", "HD", "huongdan", Administrative),
    row("Chương trình hành động", "CTr", "chuongtrinhhanhdong", Party),
    row("Chương trình", "CTr", "chuongtrinh", Administrative),
    row("Phương án", "PA", "phuongan", Administrative),
    row("Đề án", "ĐA", "dean", Administrative),
    row("Dự án", "DA", "duan", Administrative),
    row("Báo cáo", "BC", "baocao", Administrative),
    row("Biên bản", "BB", "bienban", Administrative),
    row("Tờ trình", "TTr", "totrinh", Administrative),
    row("Hợp đồng", "HĐ", "hopdong", Administrative),
    row("Công văn", "CV", "congvan", Administrative),
    row("Công điện", "CĐ", "congdien", Administrative),
    row("Bản ghi nhớ", "BGN", "banghinho", Administrative),
    row("Bản thỏa thuận", "BTT", "banthoathuan", Administrative),
    row("Giấy ủy quyền", "GUQ", "giayuyquyen", Administrative),
    row("Giấy mời", "GM", "giaymoi", Administrative),
    row("Giấy giới thiệu", "GGT", "giaygioithieu", Administrative),
    row("Giấy nghỉ phép", "GNP", "giaynghiphep", Administrative),
    row("Phiếu gửi", "PG", "phieugui", Administrative),
    row("Phiếu chuyển", "PC", "phieuchuyen", Administrative),
    row("Phiếu báo", "PB", "phieubao", Administrative),
    row("Thư công", "", "thucong", Administrative),
    row("Hiến pháp", "HP", "hienphap", Legal),
    row("Bộ luật", "Bộ luật", "boluat", Legal),
    row("Luật", "Luật", "luat", Legal),
    row("Pháp lệnh", "Pháp lệnh", "phaplenh", Legal),
    row("Lệnh", "Lệnh", "lenh", Legal),
    row("Sắc lệnh", "SL", "saclenh", Legal),
    row("Nghị định", "NĐ", "nghidinh", Legal),
    row("Thông tư liên tịch", "TTLT", "thongtulientich", Legal),
    row("Thông tư", "TT", "thongtu", Legal),
    row("Văn bản hợp nhất", "VBHN", "vanbanhopnhat", Legal),
    row("Kết luận", "KL", "ketluan", Party),
    row("Thông tri", "TT", "thongtri", Party),
    row("Tuyên bố", "", "tuyenbo", Party),
    row("Lời kêu gọi", "", "loikeugoi", Party),
    row("Quy hoạch", "QH", "quyhoach", Party),
    row("Quy trình", "QT", "quytrinh", Party),
    row("Điều lệ", "ĐL", "dieule", Party),
    row("Cương lĩnh", "CL", "cuonglinh", Party),
    row("Chiến lược", "", "chienluoc", Party),
    row("Bản cam kết", "CK", "bancamket", Former),
    row("Giấy chứng nhận", "CN", "giaychungnhan", Former),
    row("Giấy đi đường", "ĐĐ", "giaydiduong", Former),
    row("Giấy biên nhận hồ sơ", "BN", "giaybiennhanhoso", Former),
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
    fn the_administrative_types_of_the_decree_are_there() {
        let forms = ["kehoachphoihop", "kehoachlientich", "kehoachliennganh", "quychephoihop"];
        let types = TYPES.iter().filter(|t| t.sphere == Administrative && !forms.contains(&t.key));
        assert_eq!(types.count(), 29);
    }
}
