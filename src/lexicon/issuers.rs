//! Bodies that issue documents: their codes in symbols with what these stand for, and their names in text.
//!
//! Sources: the symbols and names of NĐ 30/2020 (Phụ lục I and III), of Hướng dẫn 36-HD/VPTW for the
//! Party, and of the decrees on the organisation of ministries, departments and district offices, with
//! those that were merged or renamed since 1981. NĐ 30 leaves codes to each body, so the set is open:
//! what is not here may be a body all the same.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

use super::signing::opens_with_post;
use super::{
    Keys, blurred_head, fold, is_upper, is_word, near_prefix, opens_spelt, small, starts_with_any,
    starts_with_skeleton,
};

/// What a code says about who bears it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Seat {
    /// One body in the country: CP, BNV.
    Central,
    /// One in each place, which must be known too: UBND, SNV, TU.
    Local,
    /// A central body or a local one, or several central ones: TW, BHXH. The words behind the symbol tell.
    Ambiguous,
}

/// A body that issues documents, under one code.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Organ {
    /// Its code in a symbol, without "&" and dots: "SGDĐT".
    pub(crate) code: &'static str,
    /// Its full name, without a place: "Sở Giáo dục và Đào tạo". TU is also the "Thành ủy" of a city
    /// under central rule, TĐTN its "Thành đoàn".
    pub(crate) name: &'static str,
    /// The name in lower-case ASCII, its words joined by hyphens; see [`full_name_slug`].
    pub(crate) slug: &'static str,
    /// Whether there is one, or one in each place.
    pub(crate) seat: Seat,
}

const fn central(code: &'static str, name: &'static str, slug: &'static str) -> Organ {
    Organ { code, name, slug, seat: Seat::Central }
}

const fn local(code: &'static str, name: &'static str, slug: &'static str) -> Organ {
    Organ { code, name, slug, seat: Seat::Local }
}

const fn ambiguous(code: &'static str, name: &'static str, slug: &'static str) -> Organ {
    Organ { code, name, slug, seat: Seat::Ambiguous }
}

/// The body whose slug this is but for "và", which many leave out: "so-tai-nguyen-moi-truong".
pub(crate) fn organ_with_and(slug: &str) -> Option<&'static str> {
    static WITHOUT: LazyLock<HashMap<String, &'static str>> = LazyLock::new(|| {
        let joined = ORGANS.iter().map(|organ| organ.slug).filter(|slug| slug.contains("-va-"));
        joined.map(|slug| (slug.replace("-va-", "-"), slug)).collect()
    });
    WITHOUT.get(slug).copied()
}

/// All codes, sorted by their bytes. A body may have several.
#[rustfmt::skip]
const ORGANS: &[Organ] = &[
    central("BBCVT", "Bộ Bưu chính, Viễn thông", "bo-buu-chinh-vien-thong"),
    central("BCA", "Bộ Công an", "bo-cong-an"),
    local("BCHBĐBP", "Bộ Chỉ huy Bộ đội Biên phòng", "bo-chi-huy-bo-doi-bien-phong"),
    local("BCHQS", "Bộ Chỉ huy quân sự", "bo-chi-huy-quan-su"),
    central("BCN", "Bộ Công nghiệp", "bo-cong-nghiep"),
    central("BCNNg", "Bộ Công nghiệp nặng", "bo-cong-nghiep-nang"),
    central("BCNNh", "Bộ Công nghiệp nhẹ", "bo-cong-nghiep-nhe"),
    central("BCSCLTW", "Ban Chính sách, chiến lược Trung ương", "ban-chinh-sach-chien-luoc-trung-uong"),
    central("BCT", "Bộ Công Thương", "bo-cong-thuong"),
    local("BDT", "Ban Dân tộc", "ban-dan-toc"),
    central("BDTTG", "Bộ Dân tộc và Tôn giáo", "bo-dan-toc-va-ton-giao"),
    local("BDVHU", "Ban Dân vận Huyện ủy", "ban-dan-van-huyen-uy"),
    local("BDVTU", "Ban Dân vận Tỉnh ủy", "ban-dan-van-tinh-uy"),
    central("BDVTW", "Ban Dân vận Trung ương", "ban-dan-van-trung-uong"),
    central("BGD", "Bộ Giáo dục và Đào tạo", "bo-giao-duc-va-dao-tao"),
    central("BGDĐT", "Bộ Giáo dục và Đào tạo", "bo-giao-duc-va-dao-tao"),
    central("BGTVT", "Bộ Giao thông vận tải", "bo-giao-thong-van-tai"),
    ambiguous("BHXH", "Bảo hiểm xã hội", "bao-hiem-xa-hoi"),
    central("BHXHVN", "Bảo hiểm xã hội Việt Nam", "bao-hiem-xa-hoi-viet-nam"),
    central("BKH", "Bộ Kế hoạch và Đầu tư", "bo-ke-hoach-va-dau-tu"),
    central("BKHCN", "Bộ Khoa học và Công nghệ", "bo-khoa-hoc-va-cong-nghe"),
    central("BKHCNMT", "Bộ Khoa học, Công nghệ và Môi trường", "bo-khoa-hoc-cong-nghe-va-moi-truong"),
    central("BKHĐT", "Bộ Kế hoạch và Đầu tư", "bo-ke-hoach-va-dau-tu"),
    central("BKTTW", "Ban Kinh tế Trung ương", "ban-kinh-te-trung-uong"),
    central("BLĐTBXH", "Bộ Lao động - Thương binh và Xã hội", "bo-lao-dong-thuong-binh-va-xa-hoi"),
    local("BNCTU", "Ban Nội chính Tỉnh ủy", "ban-noi-chinh-tinh-uy"),
    central("BNCTW", "Ban Nội chính Trung ương", "ban-noi-chinh-trung-uong"),
    central("BNG", "Bộ Ngoại giao", "bo-ngoai-giao"),
    central("BNL", "Bộ Năng lượng", "bo-nang-luong"),
    central("BNN", "Bộ Nông nghiệp và Phát triển nông thôn", "bo-nong-nghiep-va-phat-trien-nong-thon"),
    central("BNNMT", "Bộ Nông nghiệp và Môi trường", "bo-nong-nghiep-va-moi-truong"),
    central("BNNPTNT", "Bộ Nông nghiệp và Phát triển nông thôn", "bo-nong-nghiep-va-phat-trien-nong-thon"),
    central("BNV", "Bộ Nội vụ", "bo-noi-vu"),
    central("BNgG", "Bộ Ngoại giao", "bo-ngoai-giao"),
    local("BQLCKCN", "Ban Quản lý các Khu công nghiệp", "ban-quan-ly-cac-khu-cong-nghiep"),
    local("BQLDA", "Ban Quản lý dự án", "ban-quan-ly-du-an"),
    local("BQLKCN", "Ban Quản lý các Khu công nghiệp", "ban-quan-ly-cac-khu-cong-nghiep"),
    local("BQLKKT", "Ban Quản lý Khu kinh tế", "ban-quan-ly-khu-kinh-te"),
    central("BQP", "Bộ Quốc phòng", "bo-quoc-phong"),
    central("BTC", "Bộ Tài chính", "bo-tai-chinh"),
    local("BTCHU", "Ban Tổ chức Huyện ủy", "ban-to-chuc-huyen-uy"),
    local("BTCTU", "Ban Tổ chức Tỉnh ủy", "ban-to-chuc-tinh-uy"),
    central("BTCTW", "Ban Tổ chức Trung ương", "ban-to-chuc-trung-uong"),
    local("BTGDVTU", "Ban Tuyên giáo và Dân vận Tỉnh ủy", "ban-tuyen-giao-va-dan-van-tinh-uy"),
    central("BTGDVTW", "Ban Tuyên giáo và Dân vận Trung ương", "ban-tuyen-giao-va-dan-van-trung-uong"),
    local("BTGHU", "Ban Tuyên giáo Huyện ủy", "ban-tuyen-giao-huyen-uy"),
    local("BTGTU", "Ban Tuyên giáo Tỉnh ủy", "ban-tuyen-giao-tinh-uy"),
    central("BTGTW", "Ban Tuyên giáo Trung ương", "ban-tuyen-giao-trung-uong"),
    ambiguous("BTL", "Bộ Tư lệnh", "bo-tu-lenh"),
    central("BTM", "Bộ Thương mại", "bo-thuong-mai"),
    central("BTMDL", "Bộ Thương mại và Du lịch", "bo-thuong-mai-va-du-lich"),
    central("BTNMT", "Bộ Tài nguyên và Môi trường", "bo-tai-nguyen-va-moi-truong"),
    central("BTP", "Bộ Tư pháp", "bo-tu-phap"),
    central("BTS", "Bộ Thủy sản", "bo-thuy-san"),
    central("BTTM", "Bộ Tổng Tham mưu", "bo-tong-tham-muu"),
    central("BTTTT", "Bộ Thông tin và Truyền thông", "bo-thong-tin-va-truyen-thong"),
    central("BTTVHTW", "Ban Tư tưởng - Văn hóa Trung ương", "ban-tu-tuong-van-hoa-trung-uong"),
    central("BVH", "Bộ Văn hóa", "bo-van-hoa"),
    central("BVHTT", "Bộ Văn hóa - Thông tin", "bo-van-hoa-thong-tin"),
    central("BVHTTDL", "Bộ Văn hóa, Thể thao và Du lịch", "bo-van-hoa-the-thao-va-du-lich"),
    central("BXD", "Bộ Xây dựng", "bo-xay-dung"),
    local("BXDĐ", "Ban Xây dựng Đảng", "ban-xay-dung-dang"),
    central("BYT", "Bộ Y tế", "bo-y-te"),
    local("BĐBP", "Bộ đội Biên phòng", "bo-doi-bien-phong"),
    central("BĐNTW", "Ban Đối ngoại Trung ương", "ban-doi-ngoai-trung-uong"),
    local("CAH", "Công an huyện", "cong-an-huyen"),
    local("CAP", "Công an phường", "cong-an-phuong"),
    local("CAQ", "Công an quận", "cong-an-quan"),
    local("CAT", "Công an", "cong-an"),
    local("CATP", "Công an thành phố", "cong-an-thanh-pho"),
    local("CATX", "Công an thị xã", "cong-an-thi-xa"),
    local("CAX", "Công an xã", "cong-an-xa"),
    local("CB", "Chi bộ", "chi-bo"),
    local("CCB", "Hội Cựu chiến binh", "hoi-cuu-chien-binh"),
    central("CCBVN", "Hội Cựu chiến binh Việt Nam", "hoi-cuu-chien-binh-viet-nam"),
    local("CCTHADS", "Chi cục Thi hành án dân sự", "chi-cuc-thi-hanh-an-dan-su"),
    central("CP", "Chính phủ", "chinh-phu"),
    local("CQLTT", "Cục Quản lý thị trường", "cuc-quan-ly-thi-truong"),
    local("CTHADS", "Cục Thi hành án dân sự", "cuc-thi-hanh-an-dan-su"),
    local("CTK", "Cục Thống kê", "cuc-thong-ke"),
    central("CTN", "Chủ tịch nước", "chu-tich-nuoc"),
    local("CTĐ", "Hội Chữ thập đỏ", "hoi-chu-thap-do"),
    local("HCCB", "Hội Cựu chiến binh", "hoi-cuu-chien-binh"),
    local("HCTĐ", "Hội Chữ thập đỏ", "hoi-chu-thap-do"),
    local("HLHPN", "Hội Liên hiệp Phụ nữ", "hoi-lien-hiep-phu-nu"),
    central("HLHPNVN", "Hội Liên hiệp Phụ nữ Việt Nam", "hoi-lien-hiep-phu-nu-viet-nam"),
    local("HND", "Hội Nông dân", "hoi-nong-dan"),
    central("HNDTW", "Hội Nông dân Việt Nam", "hoi-nong-dan-viet-nam"),
    central("HNDVN", "Hội Nông dân Việt Nam", "hoi-nong-dan-viet-nam"),
    local("HPN", "Hội Liên hiệp Phụ nữ", "hoi-lien-hiep-phu-nu"),
    local("HU", "Huyện ủy", "huyen-uy"),
    central("HVCTQG", "Học viện Chính trị quốc gia Hồ Chí Minh", "hoc-vien-chinh-tri-quoc-gia-ho-chi-minh"),
    central("HĐBCQG", "Hội đồng Bầu cử quốc gia", "hoi-dong-bau-cu-quoc-gia"),
    central("HĐBT", "Hội đồng Bộ trưởng", "hoi-dong-bo-truong"),
    central("HĐCP", "Hội đồng Chính phủ", "hoi-dong-chinh-phu"),
    central("HĐLLTW", "Hội đồng Lý luận Trung ương", "hoi-dong-ly-luan-trung-uong"),
    local("HĐND", "Hội đồng nhân dân", "hoi-dong-nhan-dan"),
    central("HĐNN", "Hội đồng Nhà nước", "hoi-dong-nha-nuoc"),
    local("HĐTN", "Huyện đoàn", "huyen-doan"),
    central("HĐTP", "Hội đồng Thẩm phán Tòa án nhân dân tối cao", "hoi-dong-tham-phan-toa-an-nhan-dan-toi-cao"),
    central("HĐTPTANDTC", "Hội đồng Thẩm phán Tòa án nhân dân tối cao", "hoi-dong-tham-phan-toa-an-nhan-dan-toi-cao"),
    ambiguous("HĐTĐKT", "Hội đồng Thi đua - Khen thưởng", "hoi-dong-thi-dua-khen-thuong"),
    central("HĐĐTW", "Hội đồng Đội Trung ương", "hoi-dong-doi-trung-uong"),
    ambiguous("KBNN", "Kho bạc Nhà nước", "kho-bac-nha-nuoc"),
    central("KTNN", "Kiểm toán nhà nước", "kiem-toan-nha-nuoc"),
    local("LHPN", "Hội Liên hiệp Phụ nữ", "hoi-lien-hiep-phu-nu"),
    local("LMHTX", "Liên minh Hợp tác xã", "lien-minh-hop-tac-xa"),
    local("LĐLĐ", "Liên đoàn Lao động", "lien-doan-lao-dong"),
    central("LĐTBXH", "Bộ Lao động - Thương binh và Xã hội", "bo-lao-dong-thuong-binh-va-xa-hoi"),
    local("MTTQ", "Ủy ban Mặt trận Tổ quốc Việt Nam", "uy-ban-mat-tran-to-quoc-viet-nam"),
    local("MTTQVN", "Ủy ban Mặt trận Tổ quốc Việt Nam", "uy-ban-mat-tran-to-quoc-viet-nam"),
    central("MTTW", "Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam", "uy-ban-trung-uong-mat-tran-to-quoc-viet-nam"),
    central("MTTWBTT", "Ban Thường trực Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam", "ban-thuong-truc-uy-ban-trung-uong-mat-tran-to-quoc-viet-nam"),
    central("NHNN", "Ngân hàng Nhà nước Việt Nam", "ngan-hang-nha-nuoc-viet-nam"),
    local("PDT", "Phòng Dân tộc", "phong-dan-toc"),
    local("PGD", "Phòng Giáo dục và Đào tạo", "phong-giao-duc-va-dao-tao"),
    local("PGDĐT", "Phòng Giáo dục và Đào tạo", "phong-giao-duc-va-dao-tao"),
    local("PKT", "Phòng Kinh tế", "phong-kinh-te"),
    local("PKTHT", "Phòng Kinh tế và Hạ tầng", "phong-kinh-te-va-ha-tang"),
    local("PKTHTĐT", "Phòng Kinh tế, Hạ tầng và Đô thị", "phong-kinh-te-ha-tang-va-do-thi"),
    local("PLĐTBXH", "Phòng Lao động - Thương binh và Xã hội", "phong-lao-dong-thuong-binh-va-xa-hoi"),
    local("PNNMT", "Phòng Nông nghiệp và Môi trường", "phong-nong-nghiep-va-moi-truong"),
    local("PNNPTNT", "Phòng Nông nghiệp và Phát triển nông thôn", "phong-nong-nghiep-va-phat-trien-nong-thon"),
    local("PNV", "Phòng Nội vụ", "phong-noi-vu"),
    local("PQLĐT", "Phòng Quản lý đô thị", "phong-quan-ly-do-thi"),
    local("PTCKH", "Phòng Tài chính - Kế hoạch", "phong-tai-chinh-ke-hoach"),
    local("PTNMT", "Phòng Tài nguyên và Môi trường", "phong-tai-nguyen-va-moi-truong"),
    local("PTP", "Phòng Tư pháp", "phong-tu-phap"),
    local("PVHTT", "Phòng Văn hóa và Thông tin", "phong-van-hoa-va-thong-tin"),
    local("PVHXH", "Phòng Văn hóa - Xã hội", "phong-van-hoa-xa-hoi"),
    local("PYT", "Phòng Y tế", "phong-y-te"),
    central("QH", "Quốc hội", "quoc-hoi"),
    local("QU", "Quận ủy", "quan-uy"),
    central("QUTW", "Quân ủy Trung ương", "quan-uy-trung-uong"),
    local("SATTP", "Sở An toàn thực phẩm", "so-an-toan-thuc-pham"),
    local("SBCVT", "Sở Bưu chính, Viễn thông", "so-buu-chinh-vien-thong"),
    local("SCN", "Sở Công nghiệp", "so-cong-nghiep"),
    local("SCT", "Sở Công Thương", "so-cong-thuong"),
    local("SDL", "Sở Du lịch", "so-du-lich"),
    local("SDTTG", "Sở Dân tộc và Tôn giáo", "so-dan-toc-va-ton-giao"),
    local("SGD", "Sở Giáo dục và Đào tạo", "so-giao-duc-va-dao-tao"),
    local("SGDKHCN", "Sở Giáo dục, Khoa học và Công nghệ", "so-giao-duc-khoa-hoc-va-cong-nghe"),
    local("SGDĐT", "Sở Giáo dục và Đào tạo", "so-giao-duc-va-dao-tao"),
    local("SGTCC", "Sở Giao thông công chính", "so-giao-thong-cong-chinh"),
    local("SGTVT", "Sở Giao thông vận tải", "so-giao-thong-van-tai"),
    local("SGTVTXD", "Sở Giao thông vận tải - Xây dựng", "so-giao-thong-van-tai-xay-dung"),
    local("SKHCN", "Sở Khoa học và Công nghệ", "so-khoa-hoc-va-cong-nghe"),
    local("SKHĐT", "Sở Kế hoạch và Đầu tư", "so-ke-hoach-va-dau-tu"),
    local("SLĐTBXH", "Sở Lao động - Thương binh và Xã hội", "so-lao-dong-thuong-binh-va-xa-hoi"),
    local("SNGV", "Sở Ngoại vụ", "so-ngoai-vu"),
    local("SNN", "Sở Nông nghiệp và Phát triển nông thôn", "so-nong-nghiep-va-phat-trien-nong-thon"),
    local("SNNMT", "Sở Nông nghiệp và Môi trường", "so-nong-nghiep-va-moi-truong"),
    local("SNNPTNT", "Sở Nông nghiệp và Phát triển nông thôn", "so-nong-nghiep-va-phat-trien-nong-thon"),
    local("SNV", "Sở Nội vụ", "so-noi-vu"),
    local("SNgV", "Sở Ngoại vụ", "so-ngoai-vu"),
    local("SQHKT", "Sở Quy hoạch - Kiến trúc", "so-quy-hoach-kien-truc"),
    local("STC", "Sở Tài chính", "so-tai-chinh"),
    local("STDTT", "Sở Thể dục Thể thao", "so-the-duc-the-thao"),
    local("STM", "Sở Thương mại", "so-thuong-mai"),
    local("STMDL", "Sở Thương mại và Du lịch", "so-thuong-mai-va-du-lich"),
    local("STNMT", "Sở Tài nguyên và Môi trường", "so-tai-nguyen-va-moi-truong"),
    local("STP", "Sở Tư pháp", "so-tu-phap"),
    local("STS", "Sở Thủy sản", "so-thuy-san"),
    local("STTTT", "Sở Thông tin và Truyền thông", "so-thong-tin-va-truyen-thong"),
    local("SVHTT", "Sở Văn hóa và Thể thao", "so-van-hoa-va-the-thao"),
    local("SVHTTDL", "Sở Văn hóa, Thể thao và Du lịch", "so-van-hoa-the-thao-va-du-lich"),
    local("SVHTTTTDL", "Sở Văn hóa, Thông tin, Thể thao và Du lịch", "so-van-hoa-thong-tin-the-thao-va-du-lich"),
    local("SXD", "Sở Xây dựng", "so-xay-dung"),
    local("SYT", "Sở Y tế", "so-y-te"),
    local("TAND", "Tòa án nhân dân", "toa-an-nhan-dan"),
    central("TANDTC", "Tòa án nhân dân tối cao", "toa-an-nhan-dan-toi-cao"),
    central("TCCT", "Tổng cục Chính trị", "tong-cuc-chinh-tri"),
    central("TCDL", "Tổng cục Du lịch", "tong-cuc-du-lich"),
    central("TCDN", "Tổng cục Dạy nghề", "tong-cuc-day-nghe"),
    central("TCGDNN", "Tổng cục Giáo dục nghề nghiệp", "tong-cuc-giao-duc-nghe-nghiep"),
    central("TCHQ", "Tổng cục Hải quan", "tong-cuc-hai-quan"),
    central("TCTK", "Tổng cục Thống kê", "tong-cuc-thong-ke"),
    central("THVN", "Đài Truyền hình Việt Nam", "dai-truyen-hinh-viet-nam"),
    central("TLĐ", "Tổng Liên đoàn Lao động Việt Nam", "tong-lien-doan-lao-dong-viet-nam"),
    central("TLĐLĐ", "Tổng Liên đoàn Lao động Việt Nam", "tong-lien-doan-lao-dong-viet-nam"),
    central("TLĐLĐVN", "Tổng Liên đoàn Lao động Việt Nam", "tong-lien-doan-lao-dong-viet-nam"),
    central("TNVN", "Đài Tiếng nói Việt Nam", "dai-tieng-noi-viet-nam"),
    central("TTCP", "Thanh tra Chính phủ", "thanh-tra-chinh-phu"),
    central("TTG", "Thủ tướng Chính phủ", "thu-tuong-chinh-phu"),
    local("TTHĐND", "Thường trực Hội đồng nhân dân", "thuong-truc-hoi-dong-nhan-dan"),
    central("TTNN", "Thanh tra Nhà nước", "thanh-tra-nha-nuoc"),
    local("TTPVHCC", "Trung tâm Phục vụ hành chính công", "trung-tam-phuc-vu-hanh-chinh-cong"),
    local("TTT", "Thanh tra tỉnh", "thanh-tra-tinh"),
    local("TTTP", "Thanh tra thành phố", "thanh-tra-thanh-pho"),
    central("TTXVN", "Thông tấn xã Việt Nam", "thong-tan-xa-viet-nam"),
    central("TTg", "Thủ tướng Chính phủ", "thu-tuong-chinh-phu"),
    local("TU", "Tỉnh ủy", "tinh-uy"),
    ambiguous("TW", "Trung ương", "trung-uong"),
    central("TWHLHTN", "Trung ương Hội Liên hiệp Thanh niên Việt Nam", "trung-uong-hoi-lien-hiep-thanh-nien-viet-nam"),
    central("TWHSV", "Trung ương Hội Sinh viên Việt Nam", "trung-uong-hoi-sinh-vien-viet-nam"),
    central("TWĐ", "Trung ương Đoàn Thanh niên Cộng sản Hồ Chí Minh", "trung-uong-doan-thanh-nien-cong-san-ho-chi-minh"),
    central("TWĐTN", "Trung ương Đoàn Thanh niên Cộng sản Hồ Chí Minh", "trung-uong-doan-thanh-nien-cong-san-ho-chi-minh"),
    local("TXU", "Thị ủy", "thi-uy"),
    local("ThU", "Thị ủy", "thi-uy"),
    central("Ttg", "Thủ tướng Chính phủ", "thu-tuong-chinh-phu"),
    local("TĐTN", "Tỉnh đoàn", "tinh-doan"),
    local("UB", "Ủy ban nhân dân", "uy-ban-nhan-dan"),
    central("UBATGTQG", "Ủy ban An toàn giao thông Quốc gia", "uy-ban-an-toan-giao-thong-quoc-gia"),
    local("UBBC", "Ủy ban Bầu cử", "uy-ban-bau-cu"),
    central("UBCKNN", "Ủy ban Chứng khoán Nhà nước", "uy-ban-chung-khoan-nha-nuoc"),
    central("UBDSGĐTE", "Ủy ban Dân số, Gia đình và Trẻ em", "uy-ban-dan-so-gia-dinh-va-tre-em"),
    central("UBDT", "Ủy ban Dân tộc", "uy-ban-dan-toc"),
    central("UBDTMN", "Ủy ban Dân tộc và Miền núi", "uy-ban-dan-toc-va-mien-nui"),
    local("UBHC", "Ủy ban hành chính", "uy-ban-hanh-chinh"),
    ambiguous("UBKT", "Ủy ban Kiểm tra", "uy-ban-kiem-tra"),
    local("UBKTHU", "Ủy ban Kiểm tra Huyện ủy", "uy-ban-kiem-tra-huyen-uy"),
    local("UBKTTU", "Ủy ban Kiểm tra Tỉnh ủy", "uy-ban-kiem-tra-tinh-uy"),
    central("UBKTTW", "Ủy ban Kiểm tra Trung ương", "uy-ban-kiem-tra-trung-uong"),
    local("UBKTĐU", "Ủy ban Kiểm tra Đảng ủy", "uy-ban-kiem-tra-dang-uy"),
    local("UBMT", "Ủy ban Mặt trận Tổ quốc Việt Nam", "uy-ban-mat-tran-to-quoc-viet-nam"),
    local("UBMTTQ", "Ủy ban Mặt trận Tổ quốc Việt Nam", "uy-ban-mat-tran-to-quoc-viet-nam"),
    local("UBMTTQVN", "Ủy ban Mặt trận Tổ quốc Việt Nam", "uy-ban-mat-tran-to-quoc-viet-nam"),
    local("UBND", "Ủy ban nhân dân", "uy-ban-nhan-dan"),
    local("UBT", "Ủy ban nhân dân", "uy-ban-nhan-dan"),
    central("UBTDTT", "Ủy ban Thể dục Thể thao", "uy-ban-the-duc-the-thao"),
    central("UBTUMTTQVN", "Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam", "uy-ban-trung-uong-mat-tran-to-quoc-viet-nam"),
    central("UBTVQH", "Ủy ban Thường vụ Quốc hội", "uy-ban-thuong-vu-quoc-hoi"),
    central("UBTWMTTQ", "Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam", "uy-ban-trung-uong-mat-tran-to-quoc-viet-nam"),
    central("UBTWMTTQVN", "Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam", "uy-ban-trung-uong-mat-tran-to-quoc-viet-nam"),
    local("VKS", "Viện kiểm sát nhân dân", "vien-kiem-sat-nhan-dan"),
    local("VKSND", "Viện kiểm sát nhân dân", "vien-kiem-sat-nhan-dan"),
    central("VKSNDTC", "Viện kiểm sát nhân dân tối cao", "vien-kiem-sat-nhan-dan-toi-cao"),
    central("VKSTC", "Viện kiểm sát nhân dân tối cao", "vien-kiem-sat-nhan-dan-toi-cao"),
    central("VPCP", "Văn phòng Chính phủ", "van-phong-chinh-phu"),
    central("VPCTN", "Văn phòng Chủ tịch nước", "van-phong-chu-tich-nuoc"),
    local("VPHU", "Văn phòng Huyện ủy", "van-phong-huyen-uy"),
    local("VPHĐND", "Văn phòng Hội đồng nhân dân", "van-phong-hoi-dong-nhan-dan"),
    local("VPHĐNDUBND", "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân", "van-phong-hoi-dong-nhan-dan-va-uy-ban-nhan-dan"),
    central("VPQH", "Văn phòng Quốc hội", "van-phong-quoc-hoi"),
    local("VPTU", "Văn phòng Tỉnh ủy", "van-phong-tinh-uy"),
    central("VPTW", "Văn phòng Trung ương Đảng", "van-phong-trung-uong-dang"),
    local("VPUB", "Văn phòng Ủy ban nhân dân", "van-phong-uy-ban-nhan-dan"),
    local("VPUBND", "Văn phòng Ủy ban nhân dân", "van-phong-uy-ban-nhan-dan"),
    local("VPĐU", "Văn phòng Đảng ủy", "van-phong-dang-uy"),
    local("VPĐĐBQH", "Văn phòng Đoàn đại biểu Quốc hội", "van-phong-doan-dai-bieu-quoc-hoi"),
    local("VPĐĐBQHHĐND", "Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân", "van-phong-doan-dai-bieu-quoc-hoi-va-hoi-dong-nhan-dan"),
    central("ĐCTUBTWMTTQVN", "Đoàn Chủ tịch Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam", "doan-chu-tich-uy-ban-trung-uong-mat-tran-to-quoc-viet-nam"),
    local("ĐTN", "Đoàn Thanh niên Cộng sản Hồ Chí Minh", "doan-thanh-nien-cong-san-ho-chi-minh"),
    local("ĐU", "Đảng ủy", "dang-uy"),
    central("ĐUCA", "Đảng ủy Công an Trung ương", "dang-uy-cong-an-trung-uong"),
    local("ĐUK", "Đảng ủy Khối", "dang-uy-khoi"),
    local("ĐUKCCQ", "Đảng ủy Khối các cơ quan", "dang-uy-khoi-cac-co-quan"),
    local("ĐĐBQH", "Đoàn đại biểu Quốc hội", "doan-dai-bieu-quoc-hoi"),
];

/// Codes with the number of a term behind them: QH15, UBTVQH14.
const WITH_TERM: &[&str] = &["HĐND", "QH", "UBTVQH"];

/// The body whose code in a symbol `code` is.
///
/// Letter case counts ("TTg"). "&" and dots may be left out ("SGD&ĐT"), "TƯ" stands for "TW" and Ð
/// for Đ, and the term of an assembly is not read ("QH15"). The code must be that of an issuer: the
/// same letters mean something else where a unit stands ("411-KH/TWĐTN-BTC").
pub(crate) fn organ_of_code(code: &str) -> Option<&'static Organ> {
    let mut spelt = [0; LONGEST_CODE];
    let mut len = 0;
    let mut before = '\0';
    for c in letters(code) {
        let c = if (before, c) == ('T', 'Ư') { 'W' } else { c };
        if len == 0 && !c.is_uppercase() || len + c.len_utf8() > LONGEST_CODE {
            return None;
        }
        len += c.encode_utf8(&mut spelt[len..]).len();
        before = c;
    }
    let code = &spelt[..len];
    let digits = code.iter().rev().take_while(|byte| byte.is_ascii_digit()).count();
    let bare = &code[..len - digits];
    let term = digits > 0 && WITH_TERM.iter().any(|known| known.as_bytes() == bare);
    let code = if term { bare } else { code };
    ORGANS.binary_search_by(|row| row.code.as_bytes().cmp(code)).ok().map(|at| &ORGANS[at])
}

/// Bytes of the longest code, with the number of a term behind it.
const LONGEST_CODE: usize = 24;

/// Letters and digits of a code, with one sign for Đ.
pub(super) fn letters(code: &str) -> impl Iterator<Item = char> {
    code.chars().filter(|c| is_word(*c)).map(|c| match c {
        'Ð' | 'Ɖ' => 'Đ',
        _ => c,
    })
}

/// What ministries are named for, present and former, behind "Bộ": skeletons and names as printed, sorted
/// by skeleton. Names that differ in punctuation only ("Văn hóa - Thông tin") have one row.
#[rustfmt::skip]
pub(crate) const MINISTRY_FIELDS: &[(&str, &str)] = &[
    ("buuchinhvavienthong", "Bưu chính và Viễn thông"),
    ("buuchinhvienthong", "Bưu chính, Viễn thông"), ("buudien", "Bưu điện"),
    ("cokhiluyenkim", "Cơ khí & Luyện kim"), ("cokhivaluyenkim", "Cơ khí và Luyện kim"),
    ("congan", "Công an"), ("congnghiep", "Công nghiệp"), ("congnghiepnang", "Công nghiệp nặng"),
    ("congnghiepnhe", "Công nghiệp nhẹ"), ("congnghiepthucpham", "Công nghiệp thực phẩm"),
    ("congthuong", "Công Thương"),
    ("daihoctrunghocchuyennghiep", "Đại học & Trung học chuyên nghiệp"),
    ("daihoctrunghocchuyennghiepdaynghe", "Đại học, Trung học chuyên nghiệp & Dạy nghề"),
    ("daihoctrunghocchuyennghiepvadaynghe", "Đại học, Trung học chuyên nghiệp và Dạy nghề"),
    ("daihocvatrunghocchuyennghiep", "Đại học và Trung học chuyên nghiệp"),
    ("dantoctongiao", "Dân tộc & Tôn giáo"), ("dantocvatongiao", "Dân tộc và Tôn giáo"),
    ("dienluc", "Điện lực"), ("dienthan", "Điện & Than"), ("dienvathan", "Điện và Than"),
    ("gddt", "GDĐT"), ("gdvadt", "GD và ĐT"), ("giaoduc", "Giáo dục"),
    ("giaoducdaotao", "Giáo dục & Đào tạo"), ("giaoducvadaotao", "Giáo dục và Đào tạo"),
    ("giaothongvantai", "Giao thông vận tải"),
    ("giaothongvantaibuudien", "Giao thông vận tải & Bưu điện"),
    ("giaothongvantaivabuudien", "Giao thông vận tải và Bưu điện"), ("gtvt", "GTVT"),
    ("haisan", "Hải sản"), ("kehoachdautu", "Kế hoạch & Đầu tư"),
    ("kehoachvadautu", "Kế hoạch và Đầu tư"), ("khcn", "KHCN"), ("khdt", "KHĐT"),
    ("khoahoccongnghe", "Khoa học & Công nghệ"),
    ("khoahoccongnghemoitruong", "Khoa học, Công nghệ & Môi trường"),
    ("khoahoccongnghevamoitruong", "Khoa học, Công nghệ và Môi trường"),
    ("khoahocvacongnghe", "Khoa học và Công nghệ"), ("khvacn", "KH và CN"), ("khvadt", "KH và ĐT"),
    ("kinhtedoingoai", "Kinh tế đối ngoại"), ("lamnghiep", "Lâm nghiệp"), ("laodong", "Lao động"),
    ("laodongtbvaxh", "Lao động - TB và XH"), ("laodongtbxh", "Lao động - TB & XH"),
    ("laodongthuongbinhvaxahoi", "Lao động - Thương binh và Xã hội"),
    ("laodongthuongbinhxahoi", "Lao động - Thương binh & Xã hội"), ("ldtbvaxh", "LĐTB và XH"),
    ("ldtbxh", "LĐTBXH"), ("luongthuc", "Lương thực"), ("mothan", "Mỏ & Than"),
    ("movathan", "Mỏ và Than"), ("nangluong", "Năng lượng"), ("ngoaigiao", "Ngoại giao"),
    ("ngoaithuong", "Ngoại thương"), ("nnmt", "NNMT"),
    ("nnphattriennongthon", "NN & Phát triển nông thôn"), ("nnptnt", "NNPTNT"),
    ("nnvamt", "NN và MT"), ("nnvaphattriennongthon", "NN và Phát triển nông thôn"),
    ("nnvaptnt", "NN và PTNT"), ("noithuong", "Nội thương"), ("noivu", "Nội vụ"),
    ("nongnghiep", "Nông nghiệp"),
    ("nongnghiepcongnghiepthucpham", "Nông nghiệp & Công nghiệp thực phẩm"),
    ("nongnghiepmoitruong", "Nông nghiệp & Môi trường"),
    ("nongnghiepphattriennongthon", "Nông nghiệp & Phát triển nông thôn"),
    ("nongnghiepptnt", "Nông nghiệp & PTNT"),
    ("nongnghiepvacongnghiepthucpham", "Nông nghiệp và Công nghiệp thực phẩm"),
    ("nongnghiepvamoitruong", "Nông nghiệp và Môi trường"),
    ("nongnghiepvaphattriennongthon", "Nông nghiệp và Phát triển nông thôn"),
    ("nongnghiepvaptnt", "Nông nghiệp và PTNT"), ("quocphong", "Quốc phòng"),
    ("taichinh", "Tài chính"), ("tainguyenmoitruong", "Tài nguyên & Môi trường"),
    ("tainguyenvamoitruong", "Tài nguyên và Môi trường"), ("thongtin", "Thông tin"),
    ("thongtintruyenthong", "Thông tin & Truyền thông"),
    ("thongtinvatruyenthong", "Thông tin và Truyền thông"),
    ("thuongbinhvaxahoi", "Thương binh và Xã hội"), ("thuongbinhxahoi", "Thương binh & Xã hội"),
    ("thuongmai", "Thương mại"), ("thuongmaidulich", "Thương mại & Du lịch"),
    ("thuongmaivadulich", "Thương mại và Du lịch"), ("thuongnghiep", "Thương nghiệp"),
    ("thuyloi", "Thủy lợi"), ("thuysan", "Thủy sản"), ("tnmt", "TNMT"), ("tnvamt", "TN và MT"),
    ("tttt", "TTTT"), ("ttvatt", "TT và TT"), ("tuphap", "Tư pháp"), ("vanhoa", "Văn hóa"),
    ("vanhoathethaodulich", "Văn hóa, Thể thao & Du lịch"),
    ("vanhoathethaovadulich", "Văn hóa, Thể thao và Du lịch"),
    ("vanhoathongtin", "Văn hóa & Thông tin"),
    ("vanhoathongtinthethaodulich", "Văn hóa - Thông tin - Thể thao & Du lịch"),
    ("vanhoathongtinthethaovadulich", "Văn hóa - Thông tin - Thể thao và Du lịch"),
    ("vanhoavathongtin", "Văn hóa và Thông tin"), ("vattu", "Vật tư"), ("vhttdl", "VHTTDL"),
    ("vhttvadl", "VHTT và DL"), ("xaydung", "Xây dựng"), ("yte", "Y tế"),
];

/// What provincial departments are named for, present and former, behind "Sở"; sorted.
#[rustfmt::skip]
const DEPARTMENT_FIELDS: &[(&str, &str)] = &[
    ("antoanthucpham", "An toàn thực phẩm"), ("buuchinhvavienthong", "Bưu chính và Viễn thông"),
    ("buuchinhvienthong", "Bưu chính, Viễn thông"), ("congnghiep", "Công nghiệp"),
    ("congnghieptieuthucongnghiep", "Công nghiệp & Tiểu thủ công nghiệp"),
    ("congnghiepvatieuthucongnghiep", "Công nghiệp và Tiểu thủ công nghiệp"),
    ("congthuong", "Công Thương"), ("dantoctongiao", "Dân tộc & Tôn giáo"),
    ("dantocvatongiao", "Dân tộc và Tôn giáo"), ("diachinh", "Địa chính"),
    ("diachinhnhadat", "Địa chính - Nhà đất"), ("dienluc", "Điện lực"), ("dulich", "Du lịch"),
    ("gddt", "GDĐT"), ("gdvadt", "GD và ĐT"), ("giaoduc", "Giáo dục"),
    ("giaoducdaotao", "Giáo dục & Đào tạo"),
    ("giaoduckhoahoccongnghe", "Giáo dục, Khoa học & Công nghệ"),
    ("giaoduckhoahocvacongnghe", "Giáo dục, Khoa học và Công nghệ"),
    ("giaoducvadaotao", "Giáo dục và Đào tạo"), ("giaothongcongchinh", "Giao thông công chính"),
    ("giaothongvantai", "Giao thông vận tải"),
    ("giaothongvantaixaydung", "Giao thông vận tải - Xây dựng"), ("gtvt", "GTVT"),
    ("kehoachdautu", "Kế hoạch & Đầu tư"), ("kehoachvadautu", "Kế hoạch và Đầu tư"),
    ("khcn", "KHCN"), ("khdt", "KHĐT"), ("khoahoccongnghe", "Khoa học & Công nghệ"),
    ("khoahoccongnghemoitruong", "Khoa học, Công nghệ & Môi trường"),
    ("khoahoccongnghevamoitruong", "Khoa học, Công nghệ và Môi trường"),
    ("khoahocvacongnghe", "Khoa học và Công nghệ"), ("khvacn", "KH và CN"), ("khvadt", "KH và ĐT"),
    ("lamnghiep", "Lâm nghiệp"), ("laodong", "Lao động"), ("laodongtbvaxh", "Lao động - TB và XH"),
    ("laodongtbxh", "Lao động - TB & XH"),
    ("laodongthuongbinhvaxahoi", "Lao động - Thương binh và Xã hội"),
    ("laodongthuongbinhxahoi", "Lao động - Thương binh & Xã hội"), ("ldtbvaxh", "LĐTB và XH"),
    ("ldtbxh", "LĐTBXH"), ("luongthuc", "Lương thực"), ("ngoaivu", "Ngoại vụ"),
    ("nhadat", "Nhà đất"), ("nnmt", "NNMT"), ("nnphattriennongthon", "NN & Phát triển nông thôn"),
    ("nnptnt", "NNPTNT"), ("nnvamt", "NN và MT"),
    ("nnvaphattriennongthon", "NN và Phát triển nông thôn"), ("nnvaptnt", "NN và PTNT"),
    ("noivu", "Nội vụ"), ("nongnghiep", "Nông nghiệp"),
    ("nongnghiepmoitruong", "Nông nghiệp & Môi trường"),
    ("nongnghiepphattriennongthon", "Nông nghiệp & Phát triển nông thôn"),
    ("nongnghiepptnt", "Nông nghiệp & PTNT"),
    ("nongnghiepvamoitruong", "Nông nghiệp và Môi trường"),
    ("nongnghiepvaphattriennongthon", "Nông nghiệp và Phát triển nông thôn"),
    ("nongnghiepvaptnt", "Nông nghiệp và PTNT"), ("quyhoachkientruc", "Quy hoạch - Kiến trúc"),
    ("taichinh", "Tài chính"), ("tainguyenmoitruong", "Tài nguyên & Môi trường"),
    ("tainguyenmoitruongnhadat", "Tài nguyên, Môi trường & Nhà đất"),
    ("tainguyenmoitruongvanhadat", "Tài nguyên, Môi trường và Nhà đất"),
    ("tainguyenvamoitruong", "Tài nguyên và Môi trường"), ("theducthethao", "Thể dục Thể thao"),
    ("thongtintruyenthong", "Thông tin & Truyền thông"),
    ("thongtinvatruyenthong", "Thông tin và Truyền thông"),
    ("thuongbinhvaxahoi", "Thương binh và Xã hội"), ("thuongbinhxahoi", "Thương binh & Xã hội"),
    ("thuongmai", "Thương mại"), ("thuongmaidulich", "Thương mại & Du lịch"),
    ("thuongmaivadulich", "Thương mại và Du lịch"), ("thuongnghiep", "Thương nghiệp"),
    ("thuyloi", "Thủy lợi"), ("thuysan", "Thủy sản"), ("tnmt", "TNMT"), ("tnvamt", "TN và MT"),
    ("tttt", "TTTT"), ("ttvatt", "TT và TT"), ("tuphap", "Tư pháp"), ("vanhoa", "Văn hóa"),
    ("vanhoathethao", "Văn hóa & Thể thao"), ("vanhoathethaodulich", "Văn hóa, Thể thao & Du lịch"),
    ("vanhoathethaodulichthongtin", "Văn hóa, Thể thao, Du lịch & Thông tin"),
    ("vanhoathethaodulichvathongtin", "Văn hóa, Thể thao, Du lịch và Thông tin"),
    ("vanhoathethaovadulich", "Văn hóa, Thể thao và Du lịch"),
    ("vanhoathongtin", "Văn hóa & Thông tin"),
    ("vanhoathongtinthethaodulich", "Văn hóa, Thông tin, Thể thao & Du lịch"),
    ("vanhoathongtinthethaovadulich", "Văn hóa, Thông tin, Thể thao và Du lịch"),
    ("vanhoavathethao", "Văn hóa và Thể thao"), ("vanhoavathongtin", "Văn hóa và Thông tin"),
    ("vhtt", "VHTT"), ("vhttdl", "VHTTDL"), ("vhttvadl", "VHTT và DL"), ("vhvatt", "VH và TT"),
    ("xaydung", "Xây dựng"), ("yte", "Y tế"),
];

/// What offices of districts and communes are named for, behind "Phòng"; sorted.
#[rustfmt::skip]
const OFFICE_FIELDS: &[(&str, &str)] = &[
    ("dantoc", "Dân tộc"), ("dantoctongiao", "Dân tộc & Tôn giáo"),
    ("dantocvatongiao", "Dân tộc và Tôn giáo"), ("gddt", "GDĐT"), ("gdvadt", "GD và ĐT"),
    ("giaoducdaotao", "Giáo dục & Đào tạo"), ("giaoducvadaotao", "Giáo dục và Đào tạo"),
    ("kinhte", "Kinh tế"), ("kinhtehatang", "Kinh tế & Hạ tầng"),
    ("kinhtehatangdothi", "Kinh tế, Hạ tầng & Đô thị"),
    ("kinhtehatangvadothi", "Kinh tế, Hạ tầng và Đô thị"), ("kinhtevahatang", "Kinh tế và Hạ tầng"),
    ("laodongthuongbinhvaxahoi", "Lao động - Thương binh và Xã hội"),
    ("laodongthuongbinhxahoi", "Lao động - Thương binh & Xã hội"), ("ldtbvaxh", "LĐTB và XH"),
    ("ldtbxh", "LĐTBXH"), ("nnmt", "NNMT"), ("nnptnt", "NNPTNT"), ("nnvaptnt", "NN và PTNT"),
    ("noivu", "Nội vụ"), ("nongnghiepmoitruong", "Nông nghiệp & Môi trường"),
    ("nongnghiepphattriennongthon", "Nông nghiệp & Phát triển nông thôn"),
    ("nongnghiepptnt", "Nông nghiệp & PTNT"),
    ("nongnghiepvamoitruong", "Nông nghiệp và Môi trường"),
    ("nongnghiepvaphattriennongthon", "Nông nghiệp và Phát triển nông thôn"),
    ("nongnghiepvaptnt", "Nông nghiệp và PTNT"), ("quanlydothi", "Quản lý đô thị"),
    ("taichinhkehoach", "Tài chính - Kế hoạch"), ("tainguyenmoitruong", "Tài nguyên & Môi trường"),
    ("tainguyenvamoitruong", "Tài nguyên và Môi trường"), ("tckh", "TCKH"), ("tnmt", "TNMT"),
    ("tnvamt", "TN và MT"), ("tuphap", "Tư pháp"),
    ("vanhoakhoahocthongtin", "Văn hóa, Khoa học & Thông tin"),
    ("vanhoakhoahocvathongtin", "Văn hóa, Khoa học và Thông tin"),
    ("vanhoathongtin", "Văn hóa & Thông tin"), ("vanhoavathongtin", "Văn hóa và Thông tin"),
    ("vanhoaxahoi", "Văn hóa - Xã hội"), ("vhtt", "VHTT"), ("vhvatt", "VH và TT"), ("yte", "Y tế"),
];

/// Whole names of bodies, and of posts that issue in their own name, without a place; sorted.
#[rustfmt::skip]
const BODIES: &[(&str, &str)] = &[
    ("banbithu", "Ban Bí thư"),
    (
        "banchidaotrunguongvephattrienkhoahoccongnghedoimoisangtaovachuyendoiso",
        "Ban Chỉ đạo Trung ương về phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số",
    ),
    (
        "banchidaotrunguongvephongchongthamnhunglangphitieucuc",
        "Ban Chỉ đạo Trung ương về phòng, chống tham nhũng, lãng phí, tiêu cực",
    ),
    ("banchihuyquansu", "Ban Chỉ huy Quân sự"),
    ("banchinhsachchienluoctrunguong", "Ban Chính sách, chiến lược Trung ương"),
    ("banchqs", "Ban CHQS"), ("bancoyeuchinhphu", "Ban Cơ yếu Chính phủ"),
    ("bandantoc", "Ban Dân tộc"), ("bankhoagiaotrunguong", "Ban Khoa giáo Trung ương"),
    ("banquanlycackhucongnghiep", "Ban Quản lý các Khu công nghiệp"),
    ("banquanlycackhukinhte", "Ban Quản lý các Khu kinh tế"),
    ("banquanlykhukinhte", "Ban Quản lý Khu kinh tế"),
    ("banquanlykhukinhtevacackhucongnghiep", "Ban Quản lý Khu kinh tế và các Khu công nghiệp"),
    ("banthiduakhenthuong", "Ban Thi đua - Khen thưởng"),
    ("banthiduakhenthuongtrunguong", "Ban Thi đua - Khen thưởng Trung ương"),
    ("bantochuccanbochinhphu", "Ban Tổ chức Cán bộ Chính phủ"),
    ("bantongiaochinhphu", "Ban Tôn giáo Chính phủ"),
    ("bantutuongvanhoatrunguong", "Ban Tư tưởng - Văn hóa Trung ương"),
    ("banxaydungdang", "Ban Xây dựng Đảng"), ("baohiemxahoi", "Bảo hiểm xã hội"),
    ("baohiemxahoivietnam", "Bảo hiểm xã hội Việt Nam"),
    ("baovadaiphatthanhtruyenhinh", "Báo và Đài Phát thanh, Truyền hình"), ("bchtw", "BCHTW"),
    ("bchtwdang", "BCHTW Đảng"), ("bhxh", "BHXH"), ("bhxhvietnam", "BHXH Việt Nam"),
    ("bochihuybdbp", "Bộ Chỉ huy BĐBP"), ("bochihuybodoibienphong", "Bộ Chỉ huy Bộ đội Biên phòng"),
    ("bochihuyquansu", "Bộ Chỉ huy Quân sự"), ("bochinhtri", "Bộ Chính trị"),
    ("bochinhtribanbithu", "Bộ Chính trị, Ban Bí thư"), ("bochqs", "Bộ CHQS"),
    ("bodoibienphong", "Bộ đội Biên phòng"), ("botongthammuu", "Bộ Tổng Tham mưu"),
    ("botulenh", "Bộ Tư lệnh"), ("botulenhbodoibienphong", "Bộ Tư lệnh Bộ đội Biên phòng"),
    ("botulenhthudo", "Bộ Tư lệnh Thủ đô"), ("chibo", "Chi bộ"),
    ("chicucthihanhandansu", "Chi cục Thi hành án dân sự"), ("chicucthue", "Chi cục Thuế"),
    ("chinhphu", "Chính phủ"), ("chiuy", "Chi ủy"), ("chutichnuoc", "Chủ tịch nước"),
    ("congan", "Công an"), ("congdoan", "Công đoàn"), ("congdoanvienchuc", "Công đoàn Viên chức"),
    ("congdoanvienchucvietnam", "Công đoàn Viên chức Việt Nam"),
    ("congdoanvietnam", "Công đoàn Việt Nam"), ("cuchaiquan", "Cục Hải quan"),
    ("cucquanlythitruong", "Cục Quản lý thị trường"),
    ("cucthihanhandansu", "Cục Thi hành án dân sự"), ("cucthongke", "Cục Thống kê"),
    ("cucthue", "Cục Thuế"), ("cucvanthuvaluutrunhanuoc", "Cục Văn thư và Lưu trữ nhà nước"),
    ("daihoidaibieudangbo", "Đại hội đại biểu Đảng bộ"), ("daihoidangbo", "Đại hội Đảng bộ"),
    ("daiphatthanhvatruyenhinh", "Đài Phát thanh và Truyền hình"),
    ("daitiengnoivietnam", "Đài Tiếng nói Việt Nam"),
    ("daitruyenhinhvietnam", "Đài Truyền hình Việt Nam"), ("dang", "Đảng"), ("dangbo", "Đảng bộ"),
    ("dangcongsanvietnam", "Đảng Cộng sản Việt Nam"), ("dangcsvn", "Đảng CSVN"),
    ("danguy", "Đảng ủy"), ("danguycaccoquandang", "Đảng ủy các cơ quan Đảng"),
    ("danguycaccoquandangtrunguong", "Đảng ủy các cơ quan Đảng Trung ương"),
    ("danguychinhphu", "Đảng ủy Chính phủ"),
    ("danguycongantrunguong", "Đảng ủy Công an Trung ương"), ("danguykhoi", "Đảng ủy Khối"),
    ("danguykhoicaccoquan", "Đảng ủy Khối các cơ quan"),
    ("danguykhoicaccoquantrunguong", "Đảng ủy Khối các cơ quan Trung ương"),
    ("danguykhoicaccoquanvadoanhnghiep", "Đảng ủy Khối các cơ quan và doanh nghiệp"),
    ("danguykhoidoanhnghiep", "Đảng ủy Khối doanh nghiệp"),
    ("danguykhoidoanhnghieptrunguong", "Đảng ủy Khối Doanh nghiệp Trung ương"),
    ("danguymattrantoquoccacdoanthetrunguong", "Đảng ủy Mặt trận Tổ quốc, các đoàn thể Trung ương"),
    ("danguyquochoi", "Đảng ủy Quốc hội"), ("danguyuybannhandan", "Đảng ủy Ủy ban nhân dân"),
    ("doandaibieuquochoi", "Đoàn đại biểu Quốc hội"), ("doandbqh", "Đoàn ĐBQH"),
    ("doanluatsu", "Đoàn Luật sư"), ("doanthanhnien", "Đoàn Thanh niên"),
    ("doanthanhniencongsanhochiminh", "Đoàn Thanh niên Cộng sản Hồ Chí Minh"),
    ("doantncs", "Đoàn TNCS"), ("doantncshcm", "Đoàn TNCS HCM"),
    ("doantncshochiminh", "Đoàn TNCS Hồ Chí Minh"), ("hdnd", "HĐND"),
    ("hocvienchinhtriquocgiahochiminh", "Học viện Chính trị quốc gia Hồ Chí Minh"),
    ("hoiccb", "Hội CCB"), ("hoiccbvietnam", "Hội CCB Việt Nam"),
    ("hoichuthapdo", "Hội Chữ thập đỏ"), ("hoichuthapdovietnam", "Hội Chữ thập đỏ Việt Nam"),
    ("hoictd", "Hội CTĐ"), ("hoictdvietnam", "Hội CTĐ Việt Nam"),
    ("hoicuuchienbinh", "Hội Cựu chiến binh"),
    ("hoicuuchienbinhvietnam", "Hội Cựu chiến binh Việt Nam"),
    ("hoicuugiaochuc", "Hội Cựu giáo chức"),
    ("hoicuugiaochucvietnam", "Hội Cựu giáo chức Việt Nam"),
    ("hoicuuthanhnienxungphong", "Hội Cựu thanh niên xung phong"),
    ("hoicuuthanhnienxungphongvietnam", "Hội Cựu thanh niên xung phong Việt Nam"),
    ("hoidongbaucuquocgia", "Hội đồng Bầu cử quốc gia"), ("hoidongbotruong", "Hội đồng Bộ trưởng"),
    ("hoidongchinhphu", "Hội đồng Chính phủ"), ("hoidongdoi", "Hội đồng Đội"),
    ("hoidongdoitrunguong", "Hội đồng Đội Trung ương"),
    ("hoidonglyluantrunguong", "Hội đồng Lý luận Trung ương"),
    ("hoidongnhandan", "Hội đồng nhân dân"), ("hoidongnhanuoc", "Hội đồng Nhà nước"),
    ("hoidongphoihoppbgdpl", "Hội đồng Phối hợp PBGDPL"),
    ("hoidongphoihopphobiengiaoducphapluat", "Hội đồng Phối hợp phổ biến, giáo dục pháp luật"),
    ("hoidongphoihopphobiengiaoducphapluattrunguong", "Hội đồng Phối hợp phổ biến, giáo dục pháp luật Trung ương"),
    ("hoidongtdkt", "Hội đồng TĐKT"), ("hoidongthiduakhenthuong", "Hội đồng Thi đua - Khen thưởng"),
    ("hoidongthiduakhenthuongtrunguong", "Hội đồng Thi đua - Khen thưởng Trung ương"),
    ("hoikhuyenhoc", "Hội Khuyến học"), ("hoikhuyenhocvietnam", "Hội Khuyến học Việt Nam"),
    ("hoilhpn", "Hội LHPN"), ("hoilhpnvietnam", "Hội LHPN Việt Nam"), ("hoilhtn", "Hội LHTN"),
    ("hoilhtnvietnam", "Hội LHTN Việt Nam"), ("hoilienhiepphunu", "Hội Liên hiệp Phụ nữ"),
    ("hoilienhiepphunuvietnam", "Hội Liên hiệp Phụ nữ Việt Nam"),
    ("hoilienhiepthanhnien", "Hội Liên hiệp Thanh niên"),
    ("hoilienhiepthanhnienvietnam", "Hội Liên hiệp Thanh niên Việt Nam"),
    ("hoiluatgia", "Hội Luật gia"), ("hoiluatgiavietnam", "Hội Luật gia Việt Nam"),
    ("hoinannhanchatdocdacamdioxin", "Hội Nạn nhân chất độc da cam/dioxin"),
    ("hoinannhanchatdocdacamdioxinvietnam", "Hội Nạn nhân chất độc da cam/dioxin Việt Nam"),
    ("hoinguoicaotuoi", "Hội Người cao tuổi"),
    ("hoinguoicaotuoivietnam", "Hội Người cao tuổi Việt Nam"), ("hoinhabao", "Hội Nhà báo"),
    ("hoinhabaovietnam", "Hội Nhà báo Việt Nam"), ("hoinongdan", "Hội Nông dân"),
    ("hoinongdanvietnam", "Hội Nông dân Việt Nam"), ("hoiphunu", "Hội Phụ nữ"),
    ("hoisinhvien", "Hội Sinh viên"), ("hoisinhvienvietnam", "Hội Sinh viên Việt Nam"),
    ("hoivanhocnghethuat", "Hội Văn học - Nghệ thuật"), ("huyendoan", "Huyện đoàn"),
    ("huyenuy", "Huyện ủy"), ("kbnn", "KBNN"), ("khobacnhanuoc", "Kho bạc Nhà nước"),
    ("kiemtoannhanuoc", "Kiểm toán nhà nước"),
    ("kiemtoannhanuocvietnam", "Kiểm toán nhà nước Việt Nam"), ("ldld", "LĐLĐ"),
    ("liendoanlaodong", "Liên đoàn Lao động"),
    ("liendoanluatsuvietnam", "Liên đoàn Luật sư Việt Nam"),
    ("liendoanthuongmaivacongnghiepvietnam", "Liên đoàn Thương mại và Công nghiệp Việt Nam"),
    ("lienhiepcachoikhoahocvakythuat", "Liên hiệp các Hội Khoa học và Kỹ thuật"),
    ("lienhiepcachoikhoahocvakythuatvietnam", "Liên hiệp các Hội Khoa học và Kỹ thuật Việt Nam"),
    ("lienhiepcactochuchuunghi", "Liên hiệp các Tổ chức hữu nghị"),
    ("lienhiepcactochuchuunghivietnam", "Liên hiệp các Tổ chức hữu nghị Việt Nam"),
    ("lienminhhoptacxa", "Liên minh Hợp tác xã"),
    ("lienminhhoptacxavietnam", "Liên minh Hợp tác xã Việt Nam"), ("lienminhhtx", "Liên minh HTX"),
    ("lienminhhtxvietnam", "Liên minh HTX Việt Nam"), ("mattrantoquoc", "Mặt trận Tổ quốc"),
    ("mattrantoquocvietnam", "Mặt trận Tổ quốc Việt Nam"), ("mttq", "MTTQ"),
    ("mttqvietnam", "MTTQ Việt Nam"), ("mttqvn", "MTTQVN"),
    ("nganhangnhanuoc", "Ngân hàng Nhà nước"),
    ("nganhangnhanuocvietnam", "Ngân hàng Nhà nước Việt Nam"), ("nhnn", "NHNN"),
    ("nhnnvietnam", "NHNN Việt Nam"), ("phochutichnuoc", "Phó Chủ tịch nước"),
    ("phothutuong", "Phó Thủ tướng"), ("phothutuongchinhphu", "Phó Thủ tướng Chính phủ"),
    ("phothutuongthuongtrucchinhphu", "Phó Thủ tướng Thường trực Chính phủ"),
    ("phuongdoan", "Phường đoàn"), ("quandoan", "Quận đoàn"), ("quankhu", "Quân khu"),
    ("quanuy", "Quận ủy"), ("quanuytrunguong", "Quân ủy Trung ương"), ("quochoi", "Quốc hội"),
    ("quochoinuocchxhcnvietnam", "Quốc hội nước CHXHCN Việt Nam"),
    ("quochoinuocconghoaxahoichunghiavietnam", "Quốc hội nước Cộng hòa xã hội chủ nghĩa Việt Nam"),
    ("tand", "TAND"), ("tandtc", "TANDTC"), ("tandtoicao", "TAND tối cao"),
    ("thanhdoan", "Thành đoàn"), ("thanhtra", "Thanh tra"),
    ("thanhtrachinhphu", "Thanh tra Chính phủ"), ("thanhtranhanuoc", "Thanh tra Nhà nước"),
    ("thanhuy", "Thành ủy"), ("thidoan", "Thị đoàn"), ("thiuy", "Thị ủy"),
    ("thongtanxavietnam", "Thông tấn xã Việt Nam"), ("thutuong", "Thủ tướng"),
    ("thutuongchinhphu", "Thủ tướng Chính phủ"), ("tinhdoan", "Tỉnh đoàn"), ("tinhuy", "Tỉnh ủy"),
    ("toaannhandan", "Tòa án nhân dân"), ("toaannhandantoicao", "Tòa án nhân dân tối cao"),
    ("tocongtaccuathutuongchinhphu", "Tổ công tác của Thủ tướng Chính phủ"),
    ("tocongtacdacbietcuachinhphu", "Tổ công tác đặc biệt của Chính phủ"),
    ("tocongtacdacbietcuathutuongchinhphu", "Tổ công tác đặc biệt của Thủ tướng Chính phủ"),
    ("tongbithu", "Tổng Bí thư"), ("tongcucchinhtri", "Tổng cục Chính trị"),
    ("tongcucdansokehoachhoagiadinh", "Tổng cục Dân số - Kế hoạch hóa gia đình"),
    ("tongcucdaynghe", "Tổng cục Dạy nghề"), ("tongcucdulich", "Tổng cục Du lịch"),
    ("tongcucgiaoducnghenghiep", "Tổng cục Giáo dục nghề nghiệp"),
    ("tongcuchaiquan", "Tổng cục Hải quan"), ("tongcuclamnghiep", "Tổng cục Lâm nghiệp"),
    ("tongcucquanlythitruong", "Tổng cục Quản lý thị trường"),
    ("tongcuctheducthethao", "Tổng cục Thể dục thể thao"),
    ("tongcucthihanhandansu", "Tổng cục Thi hành án dân sự"),
    ("tongcucthongke", "Tổng cục Thống kê"), ("tongcucthue", "Tổng cục Thuế"),
    ("tongcucthuyloi", "Tổng cục Thủy lợi"), ("tongcucthuysan", "Tổng cục Thủy sản"),
    ("tongkiemtoannhanuoc", "Tổng Kiểm toán nhà nước"), ("tongldld", "Tổng LĐLĐ"),
    ("tongldldvietnam", "Tổng LĐLĐ Việt Nam"), ("tongliendoan", "Tổng Liên đoàn"),
    ("tongliendoanlaodong", "Tổng Liên đoàn Lao động"),
    ("tongliendoanlaodongvietnam", "Tổng Liên đoàn Lao động Việt Nam"),
    ("tongthammuutruong", "Tổng Tham mưu trưởng"), ("tongthanhtra", "Tổng Thanh tra"),
    ("tongthanhtrachinhphu", "Tổng Thanh tra Chính phủ"),
    ("trungtamphucvuhanhchinhcong", "Trung tâm Phục vụ hành chính công"),
    ("trunguong", "Trung ương"), ("trunguongdang", "Trung ương Đảng"),
    ("trunguongdangcongsanvietnam", "Trung ương Đảng Cộng sản Việt Nam"),
    ("trunguongdoan", "Trung ương Đoàn"), ("truongchinhtri", "Trường Chính trị"),
    ("ttgchinhphu", "TTg Chính phủ"), ("tw", "TW"), ("twdang", "TW Đảng"), ("ubmttq", "UBMTTQ"),
    ("ubmttqvietnam", "UBMTTQ Việt Nam"), ("ubmttqvn", "UBMTTQVN"), ("ubnd", "UBND"),
    ("ubtvqh", "UBTVQH"), ("ubtvquochoi", "UBTV Quốc hội"), ("ubtwmttq", "UBTW MTTQ"),
    ("ubtwmttqvietnam", "UBTW MTTQ Việt Nam"), ("ubtwmttqvn", "UBTWMTTQVN"),
    ("uybanantoangiaothongquocgia", "Ủy ban An toàn giao thông Quốc gia"),
    ("uybanbaucu", "Ủy ban Bầu cử"), ("uybanchungkhoannhanuoc", "Ủy ban Chứng khoán Nhà nước"),
    ("uybandansogiadinhvatreem", "Ủy ban Dân số, Gia đình và Trẻ em"),
    ("uybandantoc", "Ủy ban Dân tộc"), ("uybandantocvamiennui", "Ủy ban Dân tộc và Miền núi"),
    ("uybanhanhchinh", "Ủy ban hành chính"), ("uybannhan", "Ủy ban nhân"),
    ("uybannhandan", "Ủy ban nhân dân"),
    ("uybanquanlyvonnhanuoctaidoanhnghiep", "Ủy ban Quản lý vốn nhà nước tại doanh nghiệp"),
    ("uybanquocgiaungphosucothientaivatimkiemcuunan", "Ủy ban Quốc gia Ứng phó sự cố, thiên tai và Tìm kiếm cứu nạn"),
    ("uybanquocgiavechuyendoiso", "Ủy ban Quốc gia về chuyển đổi số"),
    ("uybanquocgiavisutienbocuaphunuvietnam", "Ủy ban Quốc gia vì sự tiến bộ của phụ nữ Việt Nam"),
    ("uybantheducthethao", "Ủy ban Thể dục Thể thao"),
    ("uybanthuongvuquochoi", "Ủy ban Thường vụ Quốc hội"),
    ("vanphongdoandaibieuquochoihoidongnhandanvauybannhandan", "Văn phòng Đoàn đại biểu Quốc hội, Hội đồng nhân dân và Ủy ban nhân dân"),
    ("vanphongdoandaibieuquochoivahoidongnhandan", "Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân"),
    ("vanphongdoandbqhhdndvaubnd", "Văn phòng Đoàn ĐBQH, HĐND và UBND"),
    ("vanphongdoandbqhvahdnd", "Văn phòng Đoàn ĐBQH và HĐND"), ("vanphonghdnd", "Văn phòng HĐND"),
    ("vanphonghdndvaubnd", "Văn phòng HĐND và UBND"),
    ("vanphonghoidongnhandanvauybannhandan", "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân"),
    ("vienhanlamkhoahocvacongnghevietnam", "Viện Hàn lâm Khoa học và Công nghệ Việt Nam"),
    ("vienhanlamkhoahocxahoivietnam", "Viện Hàn lâm Khoa học xã hội Việt Nam"),
    ("vienkiemsatnhandan", "Viện kiểm sát nhân dân"),
    ("vienkiemsatnhandantoicao", "Viện kiểm sát nhân dân tối cao"), ("vksnd", "VKSND"),
    ("vksndtc", "VKSNDTC"), ("vksndtoicao", "VKSND tối cao"), ("xadoan", "Xã đoàn"),
];

/// A table of names by their skeletons.
type Names = Keys<(&'static str, &'static str)>;

static MINISTRIES: Names = Keys::new(MINISTRY_FIELDS, |row| row.0.into());
static DEPARTMENTS: Names = Keys::new(DEPARTMENT_FIELDS, |row| row.0.into());
static OFFICES: Names = Keys::new(OFFICE_FIELDS, |row| row.0.into());
static BODY_KEYS: Names = Keys::new(BODIES, |row| row.0.into());
static PART_KEYS: Names = Keys::new(PARTS, |row| row.0.into());

/// Posts and parts of a body that stand before its name: "Chủ tịch" UBND, "Ban Thường vụ" Tỉnh ủy,
/// "Văn phòng" Quốc hội; sorted.
#[rustfmt::skip]
const PARTS: &[(&str, &str)] = &[
    ("banbithu", "Ban Bí thư"),
    ("banchaphanh", "Ban Chấp hành"), ("bandanvan", "Ban Dân vận"),
    ("bandoingoai", "Ban Đối ngoại"), ("bankinhte", "Ban Kinh tế"),
    ("bankinhtengansach", "Ban Kinh tế - Ngân sách"), ("bannoichinh", "Ban Nội chính"),
    ("banphapche", "Ban Pháp chế"), ("banthuongtruc", "Ban Thường trực"),
    ("banthuongvu", "Ban Thường vụ"), ("bantochuc", "Ban Tổ chức"),
    ("bantuyengiao", "Ban Tuyên giáo"), ("bantuyengiaovadanvan", "Ban Tuyên giáo và Dân vận"),
    ("banvanhoaxahoi", "Ban Văn hóa - Xã hội"), ("bch", "BCH"), ("bcsd", "BCSĐ"),
    ("bithu", "Bí thư"), ("botruong", "Bộ trưởng"), ("botruongchunhiem", "Bộ trưởng, Chủ nhiệm"),
    ("btv", "BTV"), ("chanh", "Chánh"), ("chanhan", "Chánh án"), ("chicuctruong", "Chi cục trưởng"),
    ("chihuytruong", "Chỉ huy trưởng"), ("chinhuy", "Chính ủy"), ("chunhiem", "Chủ nhiệm"),
    ("chutich", "Chủ tịch"), ("cuctruong", "Cục trưởng"), ("dangbo", "Đảng bộ"),
    ("dangdoan", "Đảng đoàn"), ("danguy", "Đảng ủy"), ("doanchutich", "Đoàn Chủ tịch"),
    ("giamdoc", "Giám đốc"), ("hoidongthamphan", "Hội đồng Thẩm phán"), ("phobithu", "Phó Bí thư"),
    ("phobithuthuongtruc", "Phó Bí thư Thường trực"), ("phochanh", "Phó Chánh"),
    ("phochunhiem", "Phó Chủ nhiệm"), ("phochutich", "Phó Chủ tịch"),
    ("phochutichthuongtruc", "Phó Chủ tịch Thường trực"), ("phogiamdoc", "Phó Giám đốc"),
    ("phothongdoc", "Phó Thống đốc"), ("photruong", "Phó Trưởng"),
    ("quyenbotruong", "Quyền Bộ trưởng"), ("quyenchutich", "Quyền Chủ tịch"),
    ("thongdoc", "Thống đốc"), ("thuongtruc", "Thường trực"), ("thutruong", "Thứ trưởng"),
    ("tongcuctruong", "Tổng cục trưởng"), ("tonggiamdoc", "Tổng Giám đốc"),
    ("trunguong", "Trung ương"), ("truong", "Trưởng"), ("tt", "TT"), ("tulenh", "Tư lệnh"),
    ("ubkt", "UBKT"), ("uyban", "Ủy ban"), ("uybankiemtra", "Ủy ban Kiểm tra"),
    ("uybantrunguong", "Ủy ban Trung ương"), ("vanphong", "Văn phòng"),
    ("vientruong", "Viện trưởng"), ("vp", "VP"),
];

/// How many of [`PARTS`] may follow one another: "Phó Trưởng ban Tuyên giáo" Tỉnh ủy.
const PARTS_IN_ROW: usize = 3;

/// Words that begin with the name of a body and are none, unless a longer name is there: "Công đoàn
/// Viên chức".
const NO_ISSUERS: &[&str] = &["chinhphudientu", "congdoanvien", "dangvien", "thanhtravien"];

/// How many bytes of `text` the longest known name of an issuer takes that `text` begins with.
///
/// Names are compared by skeleton and end where a word ends. The place behind a name is no part of it:
/// of "Chủ tịch UBND tỉnh Sơn Hà" it takes "Chủ tịch UBND".
pub(crate) fn known_issuer(text: &str) -> Option<usize> {
    let mut longest = body(text);
    let mut at = 0;
    for _ in 0..PARTS_IN_ROW {
        let Some((_, end)) = PART_KEYS.longest(&text[at..]) else { break };
        at += end;
        at += gap(&text[at..]);
        longest = longest.max(body(&text[at..]).map(|end| at + end));
    }
    let other = || starts_with_any(text, NO_ISSUERS);
    longest.filter(|end| other().is_none_or(|other| other < *end))
}

/// The longest name of a body at the start of `text`, without posts and parts before it, in bytes.
fn body(text: &str) -> Option<usize> {
    BODY_KEYS.longest(text).map(|(_, end)| end).max(named_by_field(text))
}

/// "Bộ Tài chính", "Sở Nội vụ", "Phòng Y tế": a kind of body and what it is named for.
fn named_by_field(text: &str) -> Option<usize> {
    let (at, fields) = behind_kind(text)?;
    fields.table().longest(&text[at..]).map(|(_, end)| at + end)
}

/// All names of bodies, parts of bodies and fields, as printed.
pub(super) fn names() -> impl Iterator<Item = &'static str> {
    let fields = [MINISTRY_FIELDS, DEPARTMENT_FIELDS, OFFICE_FIELDS, PARTS, BODIES];
    let fields = fields.into_iter().flatten().map(|(_, name)| *name);
    ORGANS.iter().map(|organ| organ.name).chain(fields)
}

/// What the bodies of a kind are named for.
#[derive(Clone, Copy)]
enum Fields {
    Ministry,
    Department,
    Office,
}

impl Fields {
    fn table(self) -> &'static Names {
        match self {
            Self::Ministry => &MINISTRIES,
            Self::Department => &DEPARTMENTS,
            Self::Office => &OFFICES,
        }
    }

    fn rows(self) -> &'static [(&'static str, &'static str)] {
        match self {
            Self::Ministry => MINISTRY_FIELDS,
            Self::Department => DEPARTMENT_FIELDS,
            Self::Office => OFFICE_FIELDS,
        }
    }
}

/// Where a field may begin behind "Bộ", "Sở" or "Phòng", and the fields of that kind of body.
fn behind_kind(text: &str) -> Option<(usize, Fields)> {
    let (kind, fields) = match text.chars().next().and_then(fold)? {
        b'b' => ("bo", Fields::Ministry),
        b's' => ("so", Fields::Department),
        b'p' => ("phong", Fields::Office),
        _ => return None,
    };
    let end = starts_with_skeleton(text, kind).filter(|end| !text[*end..].starts_with(is_word))?;
    Some((end + gap(&text[end..]), fields))
}

/// Whether a department of a province begins here, by what it is named for: "Sở Nội vụ".
pub(crate) fn is_department(text: &str) -> bool {
    text.starts_with('S') && named_by_field(text).is_some()
}

/// The known name of a body that opens `text` with other marks, or what it is named for with others: "Cồng an xã",
/// "Sở Tái chính"; and what is meant.
pub(crate) fn blurred_name(text: &str) -> Option<(Range<usize>, &'static str)> {
    let mut at = 0;
    for _ in 0..PARTS_IN_ROW {
        let rest = &text[at..];
        let Some(((_, name), end)) = PART_KEYS.longest(rest) else { break };
        if body(rest).is_some_and(|longer| longer >= end) {
            break;
        }
        if name.contains(' ') && !is_printed(&rest[..end], name) && !opens_with_post(rest) {
            return Some((at..at + end, name));
        }
        at += end + gap(&rest[end..]);
    }
    let (range, name) = blurred_body(&text[at..])?;
    Some((at + range.start..at + range.end, name))
}

/// The same without posts and parts before it.
fn blurred_body(text: &str) -> Option<(Range<usize>, &'static str)> {
    let (start, name, end) = if let Some(((_, name), end)) = BODY_KEYS.longest(text) {
        // One syllable is another word too often: "Đăng".
        (0, Some(*name).filter(|name| name.contains(' '))?, end)
    } else {
        let (at, fields) = behind_kind(text)?;
        let ((_, name), end) = fields.table().longest(&text[at..])?;
        if let Some(found) = blurred_head(text) {
            return Some(found);
        }
        (at, *name, at + end)
    };
    (!is_printed(&text[start..end], name)).then_some((start..end, name))
}

/// Whether words are those of a name, capital or small. Words that are parted otherwise are, too, and abbreviations.
pub(crate) fn is_printed(found: &str, name: &str) -> bool {
    // Nearly every one is.
    if found == name {
        return true;
    }
    let words = |text| str::split(text, |c| !is_word(c)).filter(|word| !word.is_empty());
    let spelt = |text: &str| -> String {
        let one = |c| if matches!(c, 'Ð' | 'Ɖ') { 'đ' } else { small(c) };
        text.chars().map(one).collect()
    };
    words(found).count() != words(name).count()
        || words(found).zip(words(name)).all(|(found, name)| {
            is_upper(name) || opens_spelt(&spelt(found), &spelt(name)).is_some()
        })
}

/// Letters of a field that is known in spite of one that is wrong; shorter ones are near to each other.
const LEAST_LETTERS: usize = 8;

/// What a body is named for, with a letter too many, too few or another: "SỞ NÔNG NGHỆP VÀ MÔI TRƯỜNG"; and what is
/// meant.
pub(crate) fn misread_field(text: &str) -> Option<(Range<usize>, &'static str)> {
    let (at, fields) = behind_kind(text)?;
    let rest = &text[at..];
    if fields.table().longest(rest).is_some() {
        return None;
    }
    let long = fields.rows().iter().filter(|(key, _)| key.len() >= LEAST_LETTERS);
    long.filter_map(|(key, name)| {
        let near = near_prefix(rest, key).filter(|near| near.edits == 1)?;
        Some((at..at + near.len, *name))
    })
    .max_by_key(|(range, _)| range.end)
}

/// How many bytes of blanks and dots `text` begins with: "TT. HĐND".
fn gap(text: &str) -> usize {
    text.len() - text.trim_start_matches(|c: char| c.is_whitespace() || c == '.').len()
}

#[cfg(test)]
mod tests {
    use super::super::slugs::full_name_slug;
    use super::*;
    use crate::lexicon::skeleton;

    #[test]
    fn codes_begin_with_capitals_and_fit() {
        for row in ORGANS {
            assert!(row.code.starts_with(char::is_uppercase), "{}", row.code);
            assert!(row.code.len() + 4 <= LONGEST_CODE, "{}", row.code);
        }
    }

    #[test]
    fn tables_are_in_order() {
        assert!(ORGANS.is_sorted_by(|a, b| a.code < b.code));
        for organ in ORGANS {
            assert_eq!(organ.slug, full_name_slug(organ.name), "{}", organ.name);
            assert_eq!(organ_of_code(organ.code), Some(organ), "{}", organ.code);
        }
        for rows in [MINISTRY_FIELDS, DEPARTMENT_FIELDS, OFFICE_FIELDS, BODIES, PARTS] {
            assert!(rows.is_sorted_by(|a, b| a.0 < b.0));
            for (key, name) in rows {
                assert_eq!(*key, skeleton(name), "{name}");
            }
        }
    }

    #[test]
    fn names_of_bodies_are_known_issuers() {
        for organ in ORGANS {
            // The place is no part of what is taken.
            let places = ["tỉnh", "thành phố", "huyện", "quận", "thị xã", "xã", "phường"];
            let of_place = ["Công an", "Thanh tra"].iter().find(|kind| {
                let place = organ.name.strip_prefix(**kind).map(str::trim_start);
                place.is_some_and(|place| places.contains(&place))
            });
            let name = of_place.copied().unwrap_or(organ.name);
            if !["BQLDA", "TNVN", "UBKT", "BTL"].contains(&organ.code) {
                assert_eq!(known_issuer(name), Some(name.len()), "{name}");
            }
        }
    }

    #[test]
    fn names_with_wrong_letters() {
        for (text, want) in [
            ("Phỏng Kinh tế xã", Some("phòng")),
            ("Cồng an xã", Some("Công an")),
            ("Bộ trường Bộ Y tế", Some("Bộ trưởng")),
            ("Bộ trưởng Bộ Giáo dục và Đảo tạo", Some("Giáo dục và Đào tạo")),
            ("Thứ trưởng Bộ Y tế", None),
            ("Thủ trưởng đơn vị", None),
            ("SỞ GIÁO DỤC VÀ ĐẢO TẠO", Some("Giáo dục và Đào tạo")),
            ("Sở Giáo dục & Đảo tạo", Some("Giáo dục & Đào tạo")),
            ("Sở Giáo dục & Đào tạo", None),
            ("Sở Giáo dục, Đào tạo", None),
            ("Công an xã", None),
            ("CHÍNH PHỦ", None),
            ("Bộ Thuỷ sản", None),
            ("Sở Kế hoạch và Ðầu tư", None),
            ("Phòng GDDT", None),
            ("Đăng bài", None),
            ("Bố trí kinh phí", None),
        ] {
            assert_eq!(blurred_name(text).map(|(_, meant)| meant), want, "{text}");
        }
        for (text, want) in [
            ("SỞ NÔNG NGHỆP VÀ MÔI TRƯỜNG", Some("Nông nghiệp và Môi trường")),
            ("Bộ Công thưng", Some("Công Thương")),
            ("SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG", None),
            ("Sở Năng lượng", None),
            ("Phòng Công chứng", None),
            ("Số lượng", None),
        ] {
            assert_eq!(misread_field(text).map(|(_, meant)| meant), want, "{text}");
        }
    }

    #[test]
    fn codes_in_symbols() {
        for (code, want) in [
            ("UBND", Some(("uy-ban-nhan-dan", Seat::Local))),
            ("TTg", Some(("thu-tuong-chinh-phu", Seat::Central))),
            ("ttg", None),
            ("QH15", Some(("quoc-hoi", Seat::Central))),
            ("UBTVQH14", Some(("uy-ban-thuong-vu-quoc-hoi", Seat::Central))),
            ("SGD&ĐT", Some(("so-giao-duc-va-dao-tao", Seat::Local))),
            ("SGDÐT", Some(("so-giao-duc-va-dao-tao", Seat::Local))),
            ("BLĐTB&XH", Some(("bo-lao-dong-thuong-binh-va-xa-hoi", Seat::Central))),
            ("TW", Some(("trung-uong", Seat::Ambiguous))),
            ("TƯ", Some(("trung-uong", Seat::Ambiguous))),
            ("VPTƯ", Some(("van-phong-trung-uong-dang", Seat::Central))),
            ("TU", Some(("tinh-uy", Seat::Local))),
            ("TT.HĐND", Some(("thuong-truc-hoi-dong-nhan-dan", Seat::Local))),
            ("BHXH", Some(("bao-hiem-xa-hoi", Seat::Ambiguous))),
            ("PC08", None),
            ("BNV2", None),
            ("THPTNVT", None),
            ("", None),
        ] {
            let found = organ_of_code(code).map(|organ| (organ.slug, organ.seat));
            assert_eq!(found, want, "{code}");
        }
    }

    #[test]
    fn issuers_in_text() {
        for (text, rest) in [
            ("Chính phủ về", " về"),
            ("Thủ tướng Chính phủ ban hành", " ban hành"),
            ("Phó Thủ tướng Chính phủ", ""),
            ("Quốc hội khóa XV", " khóa XV"),
            ("Uỷ ban thường vụ Quốc hội", ""),
            ("Chủ tịch nước", ""),
            ("Hội đồng Bộ trưởng", ""),
            ("Chủ tịch Hội đồng Bộ trưởng", ""),
            ("Bộ Chính trị", ""),
            ("Ban Bí thư về", " về"),
            ("Ban Bí thư Trung ương Đảng", ""),
            ("Thường trực Ban Bí thư", ""),
            ("Ban Chấp hành Trung ương", ""),
            ("Ban Chấp hành Trung ương Đảng (khóa XII)", " (khóa XII)"),
            ("Ban Chấp hành Trung ương Đảng Cộng sản Việt Nam", ""),
            ("BCH TW Đảng", ""),
            ("Đảng về", " về"),
            ("Bộ trưởng Bộ Nội vụ", ""),
            ("Bộ Giáo dục - Đào tạo", ""),
            ("Bộ GD&ĐT về", " về"),
            ("Bộ Văn hóa - Thể thao và Du lịch", ""),
            ("Bộ Lao động – Thương binh & Xã hội", ""),
            ("Bộ Nông nghiệp và PTNT", ""),
            ("Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ", ""),
            ("Sở Nội vụ tỉnh", " tỉnh"),
            ("Giám đốc Sở Kế hoạch và Đầu tư tại", " tại"),
            ("Giám đốc Công an tỉnh", " tỉnh"),
            ("SỞ TÀI NGUYÊN VÀ MÔI TRƯỜNG", ""),
            ("Thống đốc Ngân hàng Nhà nước Việt Nam", ""),
            ("Ngân hàng Nhà nước chi nhánh", " chi nhánh"),
            ("Chánh án Tòa án nhân dân tối cao", ""),
            ("Tổng Liên đoàn Lao động Việt Nam", ""),
            ("Trung ương Đoàn TNCS Hồ Chí Minh", ""),
            ("Ủy ban Trung ương MTTQ Việt Nam", ""),
            ("Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh", " tỉnh"),
            ("Trung ương Hội Nông dân Việt Nam", ""),
            ("Ban Tuyên giáo và Dân vận Trung ương", ""),
            ("Uỷ ban Kiểm tra Trung ương", ""),
            ("Văn phòng Trung ương Đảng", ""),
            ("UBND tỉnh Sơn Hà", " tỉnh Sơn Hà"),
            ("Chủ tịch UBND huyện", " huyện"),
            ("Phó Chủ tịch Thường trực UBND", ""),
            ("Ủy ban nhân tỉnh", " tỉnh"),
            ("Thường trực HĐND tỉnh", " tỉnh"),
            ("TT. HĐND tỉnh", " tỉnh"),
            ("Văn phòng UBND", ""),
            ("Chánh Văn phòng Đoàn ĐBQH và HĐND", ""),
            ("Ban Thường vụ Tỉnh ủy về", " về"),
            ("BTV Thành uỷ", ""),
            ("Ban Chấp hành Đảng bộ tỉnh", " tỉnh"),
            ("Đảng ủy Công an Trung ương", ""),
            ("Đảng ủy Bộ Tư pháp", ""),
            ("Trưởng Ban Tổ chức Huyện ủy", ""),
            ("Trưởng phòng Nội vụ huyện", " huyện"),
            ("Bộ Chỉ huy Quân sự tỉnh", " tỉnh"),
            ("Tỉnh đoàn", ""),
            ("Công đoàn Viên chức tỉnh", " tỉnh"),
            ("Liên đoàn Lao động tỉnh", " tỉnh"),
        ] {
            let found = known_issuer(text).map(|end| &text[end..]);
            assert_eq!(found, Some(rest), "{text}");
        }
        for text in [
            "Sở hữu trí tuệ",
            "Bộ máy",
            "Bộ, ngành",
            "Phòng, chống",
            "Hội nghị",
            "Đảng viên",
            "Công đoàn viên",
            "Giám đốc",
            "Chủ tịch",
            "Văn phòng",
            "Ban hành",
            "tỉnh Sơn Hà",
            "Trường THPT",
            "",
        ] {
            assert_eq!(known_issuer(text), None, "{text}");
        }
    }
}
