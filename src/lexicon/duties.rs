//! What is done: the verbs with which an assignment goes on behind its doer, and the words around it.
//!
//! Origin: the dictionary of verbs of the domain (tham mưu, đôn đốc, rà soát …) as plans use them.

use super::{Phrases, Start, is_word};

/// All phrases of this module.
pub(super) const TABLES: &[&Phrases] =
    &[&VERBS, &REFUSALS, &STOPS, &ORDERS, &NO_ORDERS, &ADVERBIALS, &ASKS, &NO_VERBS];

/// What somebody is told to do, and the words that may stand before it.
#[rustfmt::skip]
static VERBS: Phrases = Phrases::new(&[
    "ban hành", "biên mục", "biên soạn", "biên tập", "biểu diễn", "biểu dương", "bài trí", "bàn",
    "bàn giao", "bám sát", "báo cáo", "bãi bỏ", "bình chọn", "bình xét", "bình ổn", "bảo dưỡng",
    "bảo hành", "bảo mật", "bảo quản", "bảo trì", "bảo vệ", "bảo đảm", "bắn pháo hoa", "bế giảng",
    "bỏ phiếu", "bố trí", "bố trí, sắp xếp", "bồi dưỡng", "bổ nhiệm", "bổ sung", "cam kết",
    "canh gác", "che chắn", "chi trả", "chia sẻ", "cho vay", "cho ý kiến", "chuyển", "chuyển giao",
    "chuyển đổi", "chuẩn bị", "chuẩn hoá", "chuẩn hóa", "chú trọng", "chú ý", "chăm lo", "chăm sóc",
    "chấm", "chấm thi", "chấm điểm", "chấn chỉnh", "chấp hành", "chằng chống", "chỉ đạo",
    "chỉnh lý", "chịu", "chịu trách nhiệm", "chọn", "chốt", "chụp", "chủ quản", "chủ trì",
    "chủ trì tham mưu", "chủ trì, phối hợp", "chủ động", "chứng nhận", "coi thi", "coi việc",
    "cung cấp", "cung ứng", "cài đặt", "cân nhắc", "cân đối", "có biện pháp", "có chức năng",
    "có giải pháp", "có hình thức", "có kế hoạch", "có mặt", "có nhiệm vụ", "có phương án",
    "có trách nhiệm", "có văn bản", "có ý kiến", "công bố", "công khai", "cùng nhau", "căn cứ",
    "cưỡng chế", "cải cách", "cải tiến", "cải tạo", "cảnh báo", "cấp", "cấp phát", "cần",
    "cập nhật", "cắm", "cắt giảm", "cụ thể hoá", "cụ thể hóa", "củng cố", "cứu chữa", "cứu hộ",
    "cứu trợ", "cử", "di chuyển", "di dời", "diễn tập", "duy trì", "duy tu", "duyệt", "dàn dựng",
    "dành", "dán nhãn", "dạy", "dạy học", "dọn dẹp", "dọn vệ sinh", "dự", "dự báo", "dự thảo",
    "dự toán", "dựa trên", "dựa vào", "dựng", "ghi chép", "ghi hình", "ghi nhận", "ghi sổ",
    "gia cố", "gia hạn", "giao", "giao ban", "giao quân", "gieo sạ", "gieo trồng", "giám sát",
    "giám định", "giúp", "giải cứu", "giải mật", "giải ngân", "giải phóng mặt bằng", "giải quyết",
    "giải thích", "giải thể", "giải toả", "giải trình", "giải tỏa", "giảng dạy", "giới thiệu",
    "giữ", "giữ gìn", "góp ý", "gắn", "gắn kết", "gỡ", "gỡ bỏ", "gửi", "gửi về", "hiệp đồng",
    "hiệu chỉnh", "hiệu đính", "hoà giải", "hoàn chỉnh", "hoàn thiện", "hoàn thành", "hoàn trả",
    "hoàn tất", "huy động", "huấn luyện", "huỷ", "hàng năm", "hàng quý", "hàng tháng", "hòa giải",
    "hướng dẫn", "hưởng ứng", "hạ mực nước", "hạch toán", "hạn chế", "hằng năm", "hằng quý",
    "hằng tháng", "học tập", "họp", "hỗ trợ", "hợp đồng", "hủy", "in", "in ấn", "khai báo",
    "khai giảng", "khai mạc", "khai thác", "khen thưởng", "khoanh nuôi", "khoanh nợ", "khoanh vùng",
    "khuyến cáo", "khuyến khích", "khám", "khám tuyển", "khánh thành", "khôi phục", "khơi thông",
    "khảo sát", "khẩn trương", "khắc phục", "khởi công", "khởi động", "khử khuẩn", "khử trùng",
    "kiến nghị", "kiểm kê", "kiểm soát", "kiểm tra", "kiểm điểm", "kiểm đạt", "kiểm đếm",
    "kiểm định", "kiện toàn", "kéo dài", "kê khai", "kêu gọi", "kích hoạt", "ký", "ký hợp đồng",
    "ký kết", "kẻ vẽ", "kết hợp", "kết nối", "kịp thời", "kỷ niệm", "liên hệ", "liên kết",
    "luyện tập", "luân chuyển", "là bộ phận thường trực", "là cơ quan chịu trách nhiệm",
    "là cơ quan chủ trì", "là cơ quan giúp việc", "là cơ quan tham mưu", "là cơ quan thường trực",
    "là cơ quan điều phối", "là cơ quan đầu mối", "là lực lượng nòng cốt", "là nòng cốt",
    "là thường trực", "là đơn vị chịu trách nhiệm", "là đơn vị chủ trì", "là đơn vị thường trực",
    "là đơn vị trực tiếp", "là đơn vị đầu mối", "là đầu mối", "làm", "làm rõ", "làm tốt",
    "làm đầu mối", "lãnh đạo", "lên kế hoạch", "lên lịch", "lên phương án", "lưu", "lưu trữ",
    "lấy mẫu", "lấy phiếu", "lấy số liệu", "lấy ý kiến", "lập", "lắng nghe", "lắp", "lắp đặt",
    "lồng ghép", "lựa chọn", "miễn", "mua", "mua sắm", "mỗi năm", "mỗi quý", "mỗi tháng",
    "mỗi tuần", "mời", "mở", "mở cao điểm", "mở lớp", "mở rộng", "mở sổ", "mở thêm", "mở đợt",
    "nghiêm chỉnh", "nghiêm túc", "nghiên cứu", "nghiệm thu", "ngăn chặn", "ngăn ngừa",
    "nhanh chóng", "nhân rộng", "nhất thiết phải", "nhận bàn giao", "nhận diện", "nhận hồ sơ",
    "nhận xét", "nhập", "nhập dữ liệu", "nhập liệu", "nhắc nhở", "niêm phong", "niêm yết",
    "nuôi dưỡng", "nâng cao", "nâng chất", "nâng cấp", "nâng mức", "nêu cao", "nạo vét", "nắm",
    "nắm bắt", "nắm chắc", "nỗ lực", "nộp", "nộp lưu", "nộp về", "phong tỏa", "phun", "phát",
    "phát hiện", "phát huy", "phát hành", "phát quang", "phát sóng", "phát thuốc", "phát thưởng",
    "phát triển", "phát động", "phân bổ", "phân công", "phân cấp", "phân giao", "phân loại",
    "phân luồng", "phân phối", "phân quyền", "phân tách", "phân tích", "phân vùng", "phê chuẩn",
    "phê duyệt", "phòng chống", "phòng ngừa", "phòng trừ", "phòng, chống", "phúc khảo", "phúc tra",
    "phải", "phản hồi", "phản ánh", "phấn đấu", "phỏng vấn", "phối hợp", "phổ biến", "phụ đạo",
    "phục vụ", "quan trắc", "quan tâm", "quay", "quy hoạch", "quy trách nhiệm", "quy tập",
    "quy định", "quyên góp", "quyết toán", "quyết định", "quán triệt", "quét", "quét dọn",
    "quản lý", "quản trị", "quảng bá", "ra kết luận", "ra mắt", "ra quyết định", "ra quân",
    "ra sức", "ra thông báo", "ra văn bản", "ra đề", "rà quét", "rà soát", "rèn luyện",
    "rút kinh nghiệm", "rút ngắn", "sao chụp", "sao gửi", "sao lưu", "siết chặt", "soát xét",
    "soạn thảo", "sàng lọc", "sơ kết", "sơ tán", "sắp xếp", "sẵn sàng", "sẽ", "số hoá", "số hóa",
    "sử dụng", "sửa chữa", "sửa đổi", "tham dự", "tham gia", "tham mưu", "tham vấn",
    "thanh quyết toán", "thanh toán", "thanh tra", "thay thế", "theo chức năng", "theo dõi",
    "theo dõi, đôn đốc", "theo lĩnh vực", "theo nhiệm vụ", "theo phân công", "theo phạm vi",
    "theo quy định", "theo sát", "theo sự phân công", "theo thẩm quyền", "thi công", "thi hành",
    "thi đua", "thiết kế", "thiết lập", "thu", "thu dọn", "thu gom", "thu hút", "thu hồi",
    "thu nộp", "thu thập", "thành lập", "tháo dỡ", "tháo gỡ", "thí điểm", "thông báo", "thông qua",
    "thông tin", "thúc đẩy", "thăm", "thăm hỏi", "thường trực", "thường xuyên", "thảo luận",
    "thẩm duyệt", "thẩm tra", "thẩm định", "thắp", "thể hiện", "thỏa thuận", "thống kê",
    "thống nhất", "thực hiện", "thực hành", "thực thi", "tiêm", "tiên phong", "tiêu huỷ",
    "tiêu hủy", "tiêu độc", "tiến hành", "tiếp công dân", "tiếp cận", "tiếp dân", "tiếp nhận",
    "tiếp sóng", "tiếp thu", "tiếp tục", "tiếp tục duy trì", "tiếp xúc", "tiếp đón", "tiết kiệm",
    "trang bị", "trang trí", "tranh thủ", "trao", "trao thưởng", "trao tặng", "trao đổi", "treo",
    "triển khai", "triệt để", "triệu tập", "trong phạm vi", "truy quét", "truy thu", "truy tìm",
    "truyền thông", "truyền đạt", "trên cơ sở", "trình", "trích", "trưng bày", "trưng cầu",
    "trưng tập", "trả", "trả lời", "trồng", "trực", "trực ban", "trực tiếp", "tu bổ", "tu sửa",
    "tuyên dương", "tuyên truyền", "tuyển", "tuyển chọn", "tuyển dụng", "tuyển quân", "tuyển sinh",
    "tuân thủ", "tuần tra", "tuỳ", "tuỳ theo", "tái chế", "tái đàn", "tìm hiểu", "tìm kiếm",
    "tích cực", "tích hợp", "tính toán", "tôn vinh", "tùy", "tùy theo", "tăng", "tăng cường",
    "tăng thêm", "tăng thời lượng", "tăng tốc", "tư vấn", "tưởng niệm", "tạm dừng", "tạm ứng",
    "tạo", "tạo điều kiện", "tẩy độc", "tận dụng", "tập huấn", "tập kết", "tập luyện", "tập trung",
    "tặng", "tổ chức", "tổ chức, triển khai", "tổng duyệt", "tổng hợp", "tổng kiểm kê",
    "tổng kiểm tra", "tổng kết", "tổng rà soát", "tổng vệ sinh", "từng bước", "tự", "tự giác",
    "uỷ quyền", "vinh danh", "viết", "vào cuộc", "vận chuyển", "vận hành", "vận động", "vệ sinh",
    "xem xét", "xin chủ trương", "xin ý kiến", "xác lập", "xác minh", "xác nhận", "xác thực",
    "xác định", "xây dựng", "xét", "xóa bỏ", "xóa nhà tạm", "xúc tiến", "xếp loại", "xếp lịch",
    "xử lý", "xử phạt", "xử trí", "yêu cầu", "ôn tập", "điều chỉnh", "điều hành", "điều phối",
    "điều tra", "điều trị", "điểm danh", "đo kiểm", "đo đạc", "đào tạo", "đánh giá",
    "đánh giá, xếp loại", "đình chỉ", "đính chính", "đón tiếp", "đóng cửa", "đóng dấu", "đóng góp",
    "đóng vai trò", "đôn đốc", "đôn đốc, nhắc nhở", "đăng", "đăng cai", "đăng ký", "đăng tải",
    "đơn giản hóa", "đưa", "đưa tin", "đưa vào", "đưa đón", "đảm bảo", "đảm nhiệm", "đảm nhận",
    "đảm trách", "đấu nối", "đấu thầu", "đấu tranh", "đầu tư", "đẩy mạnh", "đẩy nhanh", "đắp",
    "đặt hàng", "đề cao", "đề cử", "đề nghị", "đề ra", "đề xuất", "định hướng", "định kỳ", "đọc",
    "đối chiếu", "đối soát", "đối thoại", "đồng bộ", "đồng hành", "đồng loạt", "đồng thời",
    "đổi mới", "động viên", "ưu tiên", "ưu tiên bố trí", "ổn định", "ủng hộ", "ủy quyền",
    "ứng dụng", "ứng phó", "ứng trực",
]);

/// What a sentence goes on with that states, allows or denies, and tells nobody to do anything.
#[rustfmt::skip]
static REFUSALS: Phrases = Phrases::new(&[
    "bao gồm", "bị", "chưa", "có hiệu lực", "có quyền", "có thẩm quyền", "có thể", "gồm", "không",
    "kính", "luôn", "mới", "như sau", "nhận thấy", "nhận được", "thực hiện chức năng", "trân trọng",
    "vừa", "xin", "đang", "đã", "được",
]);

/// Words that end the name of a doer without being a verb.
#[rustfmt::skip]
static STOPS: Phrases = Phrases::new(&[
    "biện pháp", "bằng", "bởi", "chấp thuận", "chỉ thị", "chủ trương", "còn", "có", "cùng", "cũng", "do", "giải pháp",
    "gắn với", "hay", "hoặc", "hết", "khi", "là", "mà", "ngay", "ngoài", "như", "nhất trí", "nhằm", "nên",
    "nếu", "phương án", "qua", "quyết nghị", "sau", "sớm", "thay mặt", "theo", "thì", "trong", "trước", "tuỳ", "tình hình", "tùy", "tại", "tới", "từ", "và", "vào", "vẫn", "về", "với", "đến", "đều", "để",
    "đối với", "đồng ý",
]);

/// With what work is given to somebody.
#[rustfmt::skip]
static ORDERS: Phrases = Phrases::new(&[
    "giao", "giao cho", "giao nhiệm vụ cho", "giao trách nhiệm cho",
    "kính đề nghị", "phân công", "phân công cho", "phân công nhiệm vụ cho", "trân trọng yêu cầu",
    "trân trọng đề nghị", "uỷ quyền cho", "yêu cầu", "đề nghị", "ủy quyền cho",
]);

/// What begins like an order and is none: "giao ban".
#[rustfmt::skip]
static NO_ORDERS: Phrases = Phrases::new(&[
    "giao ban", "giao dịch", "giao hữu", "giao lưu", "giao nhận", "giao nộp", "giao thông", "yêu cầu kỹ thuật",
]);

/// What a sentence opens with before its doer.
#[rustfmt::skip]
static ADVERBIALS: Phrases = Phrases::new(&[
    "bên cạnh", "chậm nhất", "cuối kỳ", "cuối mỗi", "cuối năm", "cuối quý", "cuối tháng", "cuối tuần", "cùng với", "căn cứ", "do", "hoàn thành", "hàng", "hằng", "hết", "khi",
    "khắc phục", "kinh phí", "mỗi năm", "mỗi quý", "mỗi tháng", "ngay", "ngoài", "ngoài ra", "ngày", "nhân dịp", "nhận được", "nhằm",
    "nếu", "nội dung", "qua", "quá trình", "riêng", "sau", "sau khi", "theo", "thông qua",
    "thực hiện", "triển khai", "trong", "trên cơ sở", "trên đây", "trước", "trường hợp", "tuỳ",
    "tùy", "tại", "từ", "vào", "với", "đúng", "đến", "để", "định kỳ", "đối với", "đồng thời",
]);

/// With what a sentence ends that only opens a list: "… thực hiện các nhiệm vụ sau:".
#[rustfmt::skip]
const INTRODUCTIONS: &[&str] = &[
    "chức năng", "dung", "nhiệm vụ", "như", "như sau", "sau", "sau đây", "trách nhiệm", "việc",
];

/// What only opens a list where it stands alone: "Sở Y tế thực hiện:".
const BARE_INTRODUCTIONS: &[&str] = &[
    "chỉ đạo thực hiện",
    "thực hiện",
    "tiến hành",
    "triển khai",
    "triển khai thực hiện",
    "tổ chức thực hiện",
];

/// With what a body says what it does by its document.
#[rustfmt::skip]
static ASKS: Phrases = Phrases::new(&[
    "ban hành", "ban hành kế hoạch", "kêu gọi", "kính mời", "kính trình", "kính đề nghị", "mời",
    "kiến nghị", "thông báo", "truyền đạt", "trân trọng", "trình", "xây dựng kế hoạch", "yêu cầu", "đề nghị",
]);

/// What begins like a verb and is none: "dự án", "cấp ủy".
#[rustfmt::skip]
static NO_VERBS: Phrases = Phrases::new(&[
    "cấp cơ sở", "cấp dưới", "cấp huyện", "cấp quân khu", "cấp trung ương", "cấp trên", "cấp tỉnh", "cấp uỷ",
    "cấp xã", "cấp ủy", "dự án", "giao dịch", "giao thông", "phát thanh", "trực thuộc",
    "trực tuyến", "vệ sinh an toàn", "vệ sinh lao động", "vệ sinh thực phẩm", "đăng kiểm",
]);

/// How many bytes of `text` a verb of an assignment takes, or a word that may stand before it.
pub(crate) fn verb<'t>(text: impl Into<Start<'t>>) -> Option<usize> {
    let text = text.into();
    VERBS.longest(text).filter(|_| !NO_VERBS.open(text))
}

/// Whether a sentence goes on here with a statement or permission.
pub(crate) fn refuses<'t>(text: impl Into<Start<'t>>) -> bool {
    let text = text.into();
    let refusal = REFUSALS.longest(text);
    refusal.is_some_and(|len| verb(text).is_none_or(|verb| verb < len))
}

/// Whether the name of a doer ends before this word.
pub(crate) fn stops<'t>(text: impl Into<Start<'t>>) -> bool {
    STOPS.open(text)
}

/// How many bytes of `text` an order takes: "Giao", "Đề nghị".
pub(crate) fn order<'t>(text: impl Into<Start<'t>>) -> Option<usize> {
    let text = text.into();
    // "Giao Ban Quản lý …" is one.
    let small = |len: usize| text[..len].chars().skip(1).all(|c| !c.is_uppercase());
    let none = || NO_ORDERS.longest(text).is_some_and(small);
    ORDERS.longest(text).filter(|_| !none())
}

/// Whether `text` opens with what stands before the doer: "Căn cứ …,", "Trong quá trình …,".
pub(crate) fn adverbial<'t>(text: impl Into<Start<'t>>) -> bool {
    ADVERBIALS.open(text)
}

/// Whether a text opens with what somebody is to do, no doer before it.
pub(crate) fn starts_duty<'t>(text: impl Into<Start<'t>>) -> bool {
    let text = text.into();
    verb(text).is_some() && !refuses(text)
}

/// Whether a duty is what an issuing body does by its document: it asks, submits, enacts.
pub(crate) fn asks<'t>(text: impl Into<Start<'t>>) -> bool {
    ASKS.open(text)
}

/// Whether these words end as what only opens a list does.
pub(crate) fn introduces(words: &str) -> bool {
    let ends =
        |end: &&str| words.strip_suffix(end).is_some_and(|before| !before.ends_with(is_word));
    INTRODUCTIONS.iter().any(ends) || BARE_INTRODUCTIONS.contains(&words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn statements_are_refused() {
        assert!(refuses("đã tổ chức"));
        assert!(refuses("có thể đăng ký"));
        assert!(!refuses("có trách nhiệm"));
        assert!(!refuses("phối hợp"));
    }
}
