//! Words that name who does something, where no name of a body does: posts, collectives, groups.
//!
//! Origin: general knowledge of how plans, decisions and telegrams address bodies; the kinds of bodies of
//! Luật Tổ chức chính quyền địa phương and of the Party's charter.

use super::{Phrases, Start, opens_spelt};

/// All phrases of this module.
pub(super) const TABLES: &[&Phrases] = &[
    &QUANTIFIERS,
    &TITLES,
    &NOUNS,
    &DISTRIBUTED,
    &POSTS,
    &JOINED,
    &QUALIFIERS,
    &TRADES,
    &HEADS,
    &NO_BODIES,
    &BODIES,
    &COMPLETIONS,
    &COMPOUNDS,
    &COUNTED_ALONE,
    &SCHOOL_LEVELS,
    &NO_DOERS,
    &OTHERS,
    &BOARD_HEADS,
    &BOARD_VERBS,
    &ROLE_NOUNS,
    &APPOSITIONS,
    &PERSONS,
];

/// Words before a collective: "các sở, ban, ngành", "từng phòng".
#[rustfmt::skip]
static QUANTIFIERS: Phrases = Phrases::new(&[
    "các", "cả hai", "hai", "mọi", "mỗi", "một số", "những", "quý", "toàn bộ", "toàn thể", "toàn thể các", "tất cả",
    "tất cả các", "từng",
]);

/// How a person or post is addressed; no part of its name.
#[rustfmt::skip]
static TITLES: Phrases = Phrases::new(&[
    "bà", "các anh, chị", "các bà", "các em", "các thầy, cô", "các ông", "các ông (bà)",
    "các ông, bà", "các ông/bà", "các đ/c", "các đồng chí", "em", "ông", "ông (bà)", "ông, bà",
    "ông/bà", "cô", "cô giáo", "thầy", "thầy (cô)", "thầy cô", "thầy giáo", "thầy, cô", "thầy/cô", "đ/c",
    "đồng chí",
]);

/// Kinds of bodies, units and groups, small in running text: what a collective is made of.
#[rustfmt::skip]
static NOUNS: Phrases = Phrases::new(&[
    "ban", "ban chỉ huy", "ban chỉ đạo", "ban giám hiệu", "ban giám khảo", "ban giám đốc",
    "ban ngành", "ban quản lý", "ban quản lý dự án", "ban tổ chức", "bon", "buôn", "buôn làng",
    "báo", "báo chí", "báo, đài", "bí thư", "bản", "bản làng", "bệnh viện", "bộ", "bộ ngành",
    "bộ phận", "bộ đội", "bộ, ngành", "cha mẹ học sinh", "chi bộ", "chi cục", "chi hội",
    "chi hội trưởng", "chi nhánh", "chi đoàn", "chuyên môn", "chính quyền",
    "chính quyền địa phương", "chủ cơ sở", "chủ hồ chứa", "chủ hộ", "chủ nuôi", "chủ phương tiện",
    "chủ rừng", "chủ tịch", "chủ đầu tư", "chủ đập", "cá nhân", "cán bộ", "cán bộ chuyên trách",
    "cán bộ kỹ thuật", "cán bộ ngân hàng", "cán bộ đoàn", "cán bộ, công chức",
    "cán bộ, công chức, viên chức", "câu lạc bộ", "công an", "công chức", "công dân", "công ty",
    "công đoàn", "cơ quan", "cơ quan ngang bộ", "cơ quan báo chí", "cơ quan chuyên môn", "cơ quan chức năng",
    "cơ quan quản lý", "cơ quan quản lý nhà nước", "cơ quan thông tin",
    "cơ quan thông tin đại chúng", "cơ quan thông tin, báo chí", "cơ quan thông tấn báo chí",
    "cơ quan thông tấn, báo chí", "cơ quan thường trực", "cơ quan truyền thông", "cơ quan đầu mối",
    "cơ quan, đơn vị và địa phương", "cơ quan, đơn vị, địa phương", "cơ sở", "cơ sở cai nghiện",
    "cơ sở giáo dục", "cơ sở giáo dục trung học", "cơ sở giáo dục đại học", "cơ sở khám bệnh",
    "cơ sở khám bệnh, chữa bệnh", "cơ sở khám chữa bệnh", "cơ sở khám, chữa bệnh",
    "cơ sở nghiên cứu", "cơ sở y tế", "cơ sở điều trị", "cơ sở đoàn", "cơ sở đào tạo", "cấp",
    "cấp uỷ", "cấp ủy", "cấp uỷ viên", "cấp ủy viên", "cấp, các ngành", "cấp, ngành", "cầu thủ", "cổng thông tin điện tử",
    "cộng đồng", "cộng đồng dân cư", "cục", "cụm", "cụm công nghiệp", "cụm dân cư", "doanh nghiệp",
    "doanh nghiệp bưu chính, viễn thông", "dân quân", "giám đốc", "giáo viên",
    "giáo viên chủ nhiệm", "giảng viên", "hiệp hội", "hiệu trưởng", "huyện", "huyện uỷ", "huyện ủy",
    "huấn luyện viên", "hệ thống thông tin", "hệ thống truyền thanh", "hệ thống truyền thông",
    "học sinh", "học viên", "học viện", "hộ", "hộ dân", "hộ gia đình", "hộ kinh doanh", "hội",
    "hội viên", "hội đoàn thể", "hội đồng", "hội đồng thẩm định", "hội đồng trường",
    "hội, đoàn thể", "hợp tác xã", "khoa", "khu", "khu chế xuất", "khu công nghiệp",
    "khu công nghệ cao", "khu du lịch", "khu dân cư", "khu kinh tế", "khu phố", "khu đô thị",
    "khóm", "khối", "liên đoàn", "liên đội", "làng", "lãnh đạo", "lực lượng", "lực lượng chức năng",
    "lực lượng công an", "mặt trận", "mặt trận tổ quốc", "ngành", "ngành, các cấp", "ngân hàng",
    "người lao động", "người sử dụng lao động", "người đứng đầu", "nhà giáo", "nhà khoa học",
    "nhà thầu", "nhà trường", "nhà đầu tư", "nhân sự", "nhân viên", "nhân viên bảo vệ",
    "nhân viên kế toán", "nhân viên phục vụ", "nhân viên văn phòng", "nhân viên y tế", "nhóm",
    "phòng", "phòng ban", "phòng, ban", "phó", "phường", "phụ huynh", "quân sự", "quân đội", "quận",
    "quận ủy", "sinh viên", "sở", "sở, ngành", "thanh niên", "thành phố", "thành uỷ", "thành viên",
    "thành ủy", "thí sinh", "thôn", "thôn bản", "thôn làng", "thôn xóm", "thôn, bản", "thị trấn",
    "thị xã", "thị ủy", "thủ trưởng", "thủ trưởng đơn vị", "tiểu ban", "toà án", "trung tâm",
    "trường", "trường cao đẳng", "trường học", "trường đại học", "trường đại học, cao đẳng",
    "trưởng", "trạm y tế", "trọng tài", "tác giả", "tòa án", "tập thể", "tập thể lãnh đạo",
    "tập thể lãnh đạo cơ quan", "tập đoàn", "tỉnh", "tỉnh uỷ", "tỉnh ủy", "tổ", "tổ chuyên môn",
    "tổ chức", "tổ chức chính trị - xã hội", "tổ chức chính trị xã hội",
    "tổ chức chính trị – xã hội", "tổ chức chính trị-xã hội", "tổ chức công đoàn",
    "tổ chức cơ sở đảng", "tổ chức quốc tế", "tổ chức thành viên", "tổ chức tín dụng",
    "tổ chức xã hội", "tổ chức đoàn", "tổ chức đoàn thể", "tổ chức đảng", "tổ chức, cá nhân",
    "tổ công tác", "tổ dân phố", "tổ giúp việc", "tổ trưởng", "tổng công ty", "tổng cục", "uỷ ban",
    "viên chức", "viện", "viện kiểm sát", "viện nghiên cứu", "viện đào tạo", "văn phòng", "vận động viên", "vụ",
    "xã", "xóm", "đoàn", "đoàn công tác", "đoàn kiểm tra", "đoàn thanh tra", "đoàn thể",
    "đoàn viên", "đài", "đơn vị", "đơn vị liên quan", "đơn vị sự nghiệp",
    "đơn vị sự nghiệp công lập", "đơn vị trực thuộc", "đại biểu", "đại biểu hđnd",
    "đại biểu hội đồng nhân dân", "đại biểu quốc hội", "đại học", "đảng bộ", "đảng uỷ", "đảng viên",
    "đảng ủy", "đặc khu", "địa phương", "đồn", "đồn biên phòng", "đội", "đội bóng", "đội thi",
    "đội viên", "ấp", "uỷ viên", "ủy ban", "ủy viên",
    "tiểu thương",
]);

/// Those of them that share their head in "Các sở: Tài chính, Nội vụ".
#[rustfmt::skip]
static DISTRIBUTED: Phrases = Phrases::new(&[
    "ban", "bộ", "chi cục", "cục", "huyện", "hội", "phòng", "phường", "quận", "sở", "thành phố",
    "thị xã", "trung tâm", "trường", "tỉnh", "vụ", "xã",
]);

/// Posts that stand for a body, or for whoever holds them.
#[rustfmt::skip]
static POSTS: Phrases = Phrases::new(&[
    "ban giám hiệu", "ban giám đốc", "bí thư", "bí thư đoàn", "bộ trưởng", "chi cục trưởng",
    "chánh thanh tra", "chánh toà", "chánh tòa", "chánh văn phòng", "chánh vp", "chánh án", "chỉ huy trưởng",
    "chủ tịch", "cục trưởng", "giám đốc", "giáo viên chủ nhiệm", "giáo viên chủ nhiệm các lớp", "hiệu trưởng", "hạt trưởng",
    "khối trưởng", "kế toán", "kế toán trưởng", "lãnh đạo", "người phụ trách", "người đứng đầu", "phó ban",
    "chính uỷ", "chính ủy", "phó bí thư", "phó chánh thanh tra", "phó chánh văn phòng", "phó chánh vp", "phó chủ tịch", "phó giám đốc",
    "phó chính uỷ", "phó chính ủy", "phó hiệu trưởng", "phó trưởng", "phó tư lệnh", "phó trưởng ban", "phó trưởng ban chỉ đạo",
    "phó trưởng ban tổ chức", "phó trưởng phòng", "phó trưởng đoàn", "phó tổng giám đốc",
    "phó đoàn", "thư ký", "thường trực", "thủ quỹ", "thủ trưởng", "thứ trưởng", "trưởng",
    "trưởng ban", "trưởng ban chỉ huy", "trưởng ban chỉ đạo", "trưởng ban quản lý",
    "trưởng ban tổ chức", "trưởng các", "trưởng công an", "trưởng khoa", "trưởng phòng",
    "trưởng thôn", "trưởng tiểu ban", "trưởng trạm", "trưởng đoàn", "trưởng đoàn công tác",
    "trưởng đoàn giám sát", "trưởng đoàn kiểm tra", "trưởng đoàn thanh tra", "trưởng ấp",
    "trạm trưởng", "tư lệnh", "tổ phó", "tổ trưởng", "tổng biên tập", "tổng giám đốc", "tổng phụ trách đội",
    "tổng thư ký", "viện trưởng", "vụ trưởng", "đại diện", "đại diện lãnh đạo", "đội trưởng",
]);

/// What follows "và" within one collective: "các tổ chức và cá nhân".
#[rustfmt::skip]
static JOINED: Phrases = Phrases::new(&[
    "cá nhân", "công nghiệp", "cộng đồng", "hộ gia đình", "khu chế xuất", "khu công nghiệp",
    "khu công nghệ cao", "khu kinh tế", "khu đô thị", "người dân", "người lao động", "nhân dân",
    "đô thị",
]);

/// Small words that go on with the name of a body though they begin like something else.
#[rustfmt::skip]
static QUALIFIERS: Phrases = Phrases::new(&[
    "chuyên trách", "chưa", "còn lại", "có chức năng", "có liên quan", "có thẩm quyền", "có tên",
    "có đủ điều kiện", "cùng cấp", "cấp cơ sở", "cấp dưới", "cấp huyện", "cấp phường", "cấp quân khu", "cấp thôn",
    "cấp trung ương", "cấp trên", "cấp tỉnh", "cấp xã", "của", "khác", "kiểm tra chuyên ngành",
    "liên quan", "làm công tác", "này", "nêu trên", "nói trên", "phụ trách", "quản lý", "tham dự",
    "tham gia", "thuộc", "thuộc lĩnh vực phụ trách", "thuộc lĩnh vực quản lý", "thuộc phạm vi phụ trách",
    "thuộc phạm vi quản lý", "thuộc quyền quản lý", "thuộc thẩm quyền quản lý", "thuộc và trực thuộc",
    "toàn ngành", "trong cả nước", "trong cộng đồng", "trong cụm", "trong hệ thống", "trong khối", "trong ngành",
    "trong toàn ngành", "trong toàn quốc", "trong tỉnh", "trên", "trên cả nước", "trên toàn quốc", "trên địa bàn", "trực thuộc", "tại cơ sở",
    "tại địa phương", "việc làm", "đã hiệp đồng", "đóng trên địa bàn", "đồng hành", "ở",
]);

/// What groups are named after that do it for their living, or to whom it happens: "các tổ chức chi trả", "thí sinh dự thi".
#[rustfmt::skip]
static TRADES: Phrases = Phrases::new(&[
    "chi trả", "khai thác công trình thủy lợi", "khai thác khoáng sản", "cung cấp dịch vụ", "cung cấp nước", "cung ứng dịch vụ", "cấp nước", "cấp nước sạch",
    "cấp thoát nước", "dự thi", "tham gia dự thi", "đăng kiểm",
    "thi công",
]);

/// First words of the names of bodies, with their marks: "Khơi thông" is no "Khối".
#[rustfmt::skip]
static HEADS: Phrases = Phrases::new(&[
    "ban", "bch", "bcđ", "bgh", "bgđ", "bhxh", "bql", "btc", "btv", "bv", "bvđk", "báo", "bí thư", "bưu điện",
    "bảo hiểm", "bảo tàng", "bệnh viện", "bộ", "bộ phận", "bộ trưởng", "bộ đội", "chi bộ",
    "chi cục", "chi hội", "chi nhánh", "chi đoàn", "chính phủ", "chủ tịch", "công an", "công ty",
    "công đoàn", "cảng vụ", "cảnh sát", "cấp uỷ", "cấp ủy", "cổng thông tin điện tử", "cục", "cụm",
    "hiệp hội", "hiệu trưởng", "htx", "huyện uỷ", "huyện đoàn", "huyện ủy", "hđnd", "hạt",
    "hải quan", "học viện", "hội", "hội đồng", "hợp tác xã", "kho bạc", "khoa", "khối", "kiểm toán",
    "liên hiệp", "liên minh", "liên đoàn", "liên đội", "lữ đoàn", "mttq", "mặt trận", "ngành",
    "ngân hàng", "nhà", "nhà nước", "nhà trường", "phân hiệu", "phân viện", "phòng",
    "phó thủ tướng", "phường đoàn", "quân khu", "quân đội", "quân ủy", "quản lý thị trường",
    "quận đoàn", "quận ủy", "quốc hội", "quỹ", "sư đoàn", "sở", "tand", "thanh tra", "thuế",
    "thành uỷ", "thành đoàn", "thành ủy", "thông tấn xã", "thư viện", "thường trực", "thị đoàn",
    "thị ủy", "thống kê", "thủ tướng", "tiểu ban", "tiểu đoàn", "toà án", "trung tâm", "trung đoàn",
    "trung ương", "trung ương đoàn", "trường", "trạm", "tt", "ttvh", "ttyt", "ttgdtx", "tòa án", "tạp chí",
    "tập đoàn", "tỉnh uỷ", "tỉnh đoàn", "tỉnh ủy", "tổ", "tổng công ty", "tổng cục",
    "tổng liên đoàn", "ubkt", "ubmttq", "ubnd", "uỷ ban", "viễn thông", "viện", "viettel", "vksnd", "vnpt", "vp", "văn phòng", "vườn",
    "vụ", "xã đoàn", "điện lực", "đoàn", "đoàn thanh niên", "đtn", "đài", "đại học", "đảng",
    "đảng bộ", "đảng uỷ", "đảng đoàn", "đảng ủy", "đồn", "đội", "ủy ban", "thôn", "xóm", "ấp", "buôn", "làng",
    "xí nghiệp", "nông trường", "lâm trường",
]);

/// What begins like a body and is none: "Cơ sở dữ liệu", "Bộ máy", "Trường hợp".
#[rustfmt::skip]
static NO_BODIES: Phrases = Phrases::new(&[
    "ban hành", "ban đêm", "ban đầu", "báo cáo", "báo động", "bản sao", "bản tin",
    "bảo hiểm thất nghiệp", "bảo hiểm y tế", "bộ chỉ số", "bộ câu hỏi", "bộ hồ sơ", "bộ luật",
    "bộ máy", "bộ quy tắc", "bộ thủ tục", "bộ tiêu chí", "bộ tài liệu", "bộ đề", "chi cục bộ",
    "công đoàn viên", "cơ sở dữ liệu", "cơ sở hạ tầng", "cơ sở khoa học", "cơ sở lý luận",
    "cơ sở pháp lý", "cơ sở thực tiễn", "cơ sở vật chất", "cấp độ", "cục bộ", "cụm từ",
    "doanh nghiệp số", "hội chợ", "hội diễn", "hội họp", "hội nghị", "hội nhập", "hội thao",
    "hội thi", "hội thảo", "hội trường", "hội trại", "khoa học", "khối kiến thức", "khối lượng",
    "khối thi", "nhà nước", "nhà thi đấu", "nhà thầu phụ", "nhà tạm", "nhà vệ sinh", "nhà ở", "phòng cháy", "phòng chống", "phòng học", "phòng họp", "phòng khám",
    "phòng làm việc", "phòng ngừa", "phòng thi", "phòng thủ", "phòng, chống", "quỹ thời gian",
    "quỹ tiền", "quỹ tín dụng", "quỹ đất", "sở hữu", "sở thích", "sở trường", "thanh tra lại",
    "thanh tra nhân dân được", "thuế bảo vệ môi trường", "thuế giá trị gia tăng", "thuế nhập khẩu",
    "thuế suất", "thuế sản phẩm", "thuế sử dụng đất", "thuế thu nhập", "thuế tiêu thụ",
    "thuế tài nguyên", "thuế xuất khẩu", "thành phố thông minh", "trung tâm dữ liệu",
    "trung tâm thương mại", "trường hợp", "trạm biến áp", "trạm bts", "trạm bơm",
    "tổ chức lại", "tổ chức lễ", "tổ chức thực hiện", "tổ chức đoàn công tác",
    "tổ chức đoàn kiểm tra", "tổ hợp", "viện phí", "viện trợ", "vụ mùa", "vụ việc", "vụ án",
    "đoàn kết", "đoàn viên", "đài phun", "đài thọ", "đơn vị tính", "đại biểu", "đại hội",
    "đội hình", "đội ngũ",
]);

/// Bodies whose names hold a comma or "và" that no rule of capitals explains.
#[rustfmt::skip]
static BODIES: Phrases = Phrases::new(&[
    "ban chỉ huy phòng chống thiên tai và tìm kiếm cứu nạn", "ban chỉ huy phòng thủ dân sự",
    "ban chỉ huy phòng, chống thiên tai và tìm kiếm cứu nạn", "ban chỉ huy quân sự",
    "ban công tác mặt trận", "ban giám hiệu", "ban giám đốc", "ban quản lý dự án",
    "báo và phát thanh - truyền hình", "báo và phát thanh truyền hình",
    "báo và phát thanh và truyền hình", "báo và phát thanh, truyền hình",
    "báo và đài phát thanh - truyền hình", "báo và đài phát thanh và truyền hình",
    "báo và đài phát thanh, truyền hình", "báo và đài pt-th", "báo và đài ptth", "báo và pt-th", "báo và ptth", "bảo hiểm xã hội", "bộ chỉ huy quân sự", "chi cục thuế",
    "công đoàn cơ sở", "cổng thông tin điện tử", "hội chữ thập đỏ", "hội cựu chiến binh", "hội khuyến học",
    "hội đồng phối hợp công tác phổ biến, giáo dục pháp luật", "hội đồng phối hợp phổ biến giáo dục pháp luật",
    "hội đồng thi đua - khen thưởng", "hội đồng thi đua, khen thưởng", "hội đồng phối hợp phổ biến, giáo dục pháp luật", "hội liên hiệp phụ nữ", "hội đồng nhân dân và ủy ban nhân dân", "hội đồng sư phạm",
    "kho bạc nhà nước", "phòng cảnh sát phòng cháy, chữa cháy và cứu nạn cứu hộ",
    "phòng cảnh sát phòng cháy, chữa cháy và cứu nạn, cứu hộ", "phòng kinh tế - hạ tầng",
    "phòng kinh tế và hạ tầng", "phòng văn hoá - xã hội", "phòng văn hóa - xã hội", "thuế cơ sở",
    "trung tâm cung ứng dịch vụ sự nghiệp công", "trung tâm hành chính công",
    "trung tâm phục vụ hành chính công", "trung tâm văn hóa - thể thao",
    "trung tâm văn hóa, thông tin và thể thao", "trung tâm văn hóa, thể thao và truyền thông",
    "trung tâm y tế", "trạm y tế", "tổ chuyên môn", "văn phòng hđnd & ubnd", "văn phòng hđnd - ubnd",
    "văn phòng hđnd-ubnd", "tổ công nghệ số cộng đồng",
    "phòng báo chí, xuất bản", "phòng quản lý hỗ trợ và phát triển người tham gia",
    "phòng quản lý thu và phát triển người tham gia", "phòng thông tin, báo chí, xuất bản",
    "văn phòng hđnd và ubnd", "văn phòng hđnd&ubnd",
    "văn phòng hội đồng nhân dân và uỷ ban nhân dân",
    "văn phòng hội đồng nhân dân và ủy ban nhân dân", "văn phòng đoàn đbqh và hđnd",
    "văn phòng đoàn đại biểu quốc hội và hội đồng nhân dân", "đoàn thanh niên cộng sản hồ chí minh",
    "đài phát thanh - truyền hình", "đài phát thanh và truyền hình", "đài phát thanh, truyền hình",
    "trung tâm dịch vụ tổng hợp", "văn phòng đăng ký đất đai",
    "chi nhánh văn phòng đăng ký đất đai", "ban quản lý dự án đầu tư xây dựng các công trình",
]);

/// Words within names of bodies that are verbs elsewhere: "Phòng Công nghệ thông tin".
#[rustfmt::skip]
static COMPLETIONS: Phrases = Phrases::new(&[
    "bảo vệ", "bồi dưỡng", "chuyển giao", "chuyển đổi", "chăm sóc", "cảnh báo", "cấp cứu", "cứu hộ", "dự báo",
    "giám sát", "giám định", "giải quyết", "huấn luyện", "hỗ trợ", "khen thưởng", "khảo sát",
    "kiểm lâm", "kiểm nghiệm", "kiểm soát", "kiểm tra", "kiểm định", "lưu trữ", "nghiên cứu",
    "nuôi dưỡng", "phát triển", "phân tích", "phục vụ", "quan trắc", "quản lý", "quảng bá",
    "thanh tra", "thi hành", "thi đua", "thông tin", "thống kê", "tiếp nhận", "truyền thông",
    "tuyên truyền", "tư vấn", "tổng hợp", "vệ sinh", "xây dựng", "xúc tiến", "điều hành",
    "điều phối", "điều trị", "đào tạo", "đăng ký", "đấu thầu", "đầu tư", "ứng dụng", "ứng phó",
]);

/// Words of more than one syllable, the second of which is a verb where it stands alone.
#[rustfmt::skip]
static COMPOUNDS: Phrases = Phrases::new(&[
    "chương trình", "công lập", "công lập và ngoài công lập", "công trình", "cải tạo", "dự tuyển", "hồi sức cấp cứu", "nuôi trồng", "gieo trồng", "giao lưu",
    "giao thông", "giáo dục thường xuyên", "giáo trình", "hạ lưu", "hậu cần", "lưu thông", "lộ trình",
    "bên ngoài", "nhu cầu", "nhỏ và vừa", "nước ngoài", "nông thôn mới", "phổ thông", "quy trình", "sao lưu", "sáng tạo", "sơ cấp",
    "thường trực", "thư ký", "thượng lưu", "khám, chữa bệnh", "phòng, chống", "phòng cháy, chữa cháy",
    "cứu nạn, cứu hộ", "đào tạo, bồi dưỡng", "kiểm tra, giám sát", "kiểm tra, thi hành pháp luật",
    "nghiên cứu, ứng dụng", "khảo sát, thiết kế", "an ninh, trật tự", "thông tin, tuyên truyền", "tiến trình", "trung cấp", "truyền thông", "trúng tuyển",
    "trợ cấp", "trợ giúp", "việc làm", "viễn thông", "địa bàn", "độc lập",
]);

/// Kinds of bodies that make no collective with others, where no "các" stands before them: "cơ sở giáo dục đại học, doanh
/// nghiệp, cha mẹ học sinh".
#[rustfmt::skip]
static COUNTED_ALONE: Phrases = Phrases::new(&[
    "cha mẹ học sinh", "chính quyền địa phương", "cơ sở giáo dục", "cơ sở y tế", "cơ sở đào tạo",
    "phụ huynh học sinh", "trung tâm giáo dục nghề nghiệp", "trung tâm giáo dục thường xuyên",
]);

/// Words in small letters that a dash joins in the names of kinds of bodies: "tổ chức xã hội - nghề nghiệp",
/// "sở - ban - ngành".
#[rustfmt::skip]
const DASHED: &[(&str, &str)] = &[
    ("chính trị", "xã hội"), ("giáo dục nghề nghiệp", "giáo dục thường xuyên"), ("hướng nghiệp", "dạy nghề"),
    ("kỹ thuật tổng hợp", "hướng nghiệp"), ("phát thanh", "truyền hình"), ("văn hoá", "thể thao"),
    ("văn hóa", "thể thao"), ("xã hội", "nghề nghiệp"),
    // Rows of kinds, as bodies of Hồ Chí Minh City write them.
    ("ban", "ngành"), ("huyện", "thị xã"), ("ngành", "đoàn thể"), ("phường", "xã"), ("phường", "đặc khu"),
    ("quận", "huyện"), ("sở", "ban"), ("sở", "ngành"), ("xã", "phường"), ("xã", "thị trấn"),
];

/// Levels of schools, which are counted behind one word for them: "các trường mầm non, tiểu học".
#[rustfmt::skip]
static SCHOOL_LEVELS: Phrases = Phrases::new(&[
    "cao đẳng", "mầm non", "mẫu giáo", "thcs", "thpt", "tiểu học", "trung cấp", "trung học cơ sở",
    "trung học phổ thông", "đại học",
]);

/// What a heading or line opens with under which nobody is told anything.
#[rustfmt::skip]
static NO_DOERS: Phrases = Phrases::new(&[
    "chủ đề", "cơ cấu giải thưởng", "dự toán", "ghi chú", "giải thưởng", "hiệu lực",
    "hình thức khen thưởng", "kinh phí", "lưu ý", "mục tiêu", "mục đích", "mức", "nguồn kinh phí",
    "phạm vi", "số lượng", "thành phần", "thời gian", "thời hạn", "tiêu chuẩn", "tiêu chí",
    "yêu cầu", "địa điểm", "đối tượng", "đối tượng dự thi", "đối tượng tham gia",
    "đối tượng áp dụng",
]);

/// What a heading opens with under which bodies are named that are told nothing.
#[rustfmt::skip]
static OTHERS: Phrases = Phrases::new(&[
    "cơ cấu giải thưởng", "giải thưởng", "hình thức khen thưởng", "khách mời", "số lượng",
    "thành phần", "đại biểu", "địa điểm", "đối tượng",
]);

/// Heads whose name goes on with a verb: "Ban quản lý", "Đoàn kiểm tra", "Tổ giúp việc".
#[rustfmt::skip]
static BOARD_HEADS: Phrases = Phrases::new(&[
    "ban", "bộ phận", "cụm", "hội đồng", "khối", "nhóm", "tiểu ban", "trung tâm", "trạm", "tổ", "đoàn", "đội",
]);

/// Verbs that name a board: "Ban quản lý", "Đoàn kiểm tra", "Tổ giúp việc".
#[rustfmt::skip]
static BOARD_VERBS: Phrases = Phrases::new(&[
    "biên tập", "bảo vệ", "chấm thi", "chỉ huy", "chỉ đạo", "chủ nhiệm", "coi thi", "cán sự",
    "công tác", "giám sát", "giúp việc", "giải phóng mặt bằng", "hỗ trợ", "in sao đề thi", "khảo sát", "kiểm kê",
    "kiểm tra", "liên lạc", "lãnh đạo", "nghiệm thu", "phòng chống", "phòng, chống",
    "phản ứng nhanh", "phục vụ", "quản lý", "ra đề thi", "soạn thảo", "thanh tra", "thi đua", "thẩm định",
    "tuyển dụng", "tuyển sinh", "tư vấn", "tổ chức", "vận động", "xây dựng", "xúc tiến",
    "điều hành", "điều phối", "đánh giá", "đăng ký",
]);

/// Bodies named after their part in the work: "các cơ quan phối hợp có trách nhiệm …".
#[rustfmt::skip]
static ROLE_NOUNS: Phrases = Phrases::new(&[
    "cơ quan chủ quản", "cơ quan chủ trì", "cơ quan chủ trì soạn thảo", "cơ quan phối hợp",
    "cơ quan soạn thảo", "cơ quan tham mưu",
    "đơn vị chủ quản", "đơn vị chủ trì", "đơn vị phối hợp", "đơn vị tham mưu",
    "đơn vị thi công", "đơn vị tư vấn", "đơn vị được kiểm tra",
   
]);

/// What is said behind the name of a body of its part: "Sở Nội vụ - Cơ quan thường trực".
#[rustfmt::skip]
static APPOSITIONS: Phrases = Phrases::new(&[
    "bộ phận giúp việc", "bộ phận thường trực", "cơ quan chủ trì", "cơ quan giúp việc",
    "cơ quan tham mưu", "cơ quan thường trực", "cơ quan điều phối", "cơ quan đầu mối",
    "đơn vị chủ trì", "đơn vị thường trực", "đơn vị đầu mối",
]);

/// Groups of people, whose name goes on with what they do: "Học sinh dự thi".
#[rustfmt::skip]
static PERSONS: Phrases = Phrases::new(&[
    "chủ", "chủ cơ sở", "chủ hồ chứa", "chủ phương tiện", "chủ rừng", "chủ đầu tư", "cá nhân",
    "cán bộ", "công chức", "giáo viên", "giảng viên", "học sinh", "học viên", "hộ gia đình",
    "hội viên", "người", "người lao động", "người đứng đầu", "nhân sự", "nhân viên", "phụ huynh",
    "sinh viên", "thành viên", "thí sinh", "thủ trưởng", "tổ chức, cá nhân",
    "tổ chức, cá nhân và hộ gia đình", "viên chức", "vận động viên", "đoàn viên", "đảng viên",
]);

/// Those who stand for all of a body, by the letters before its name: "Chủ tịch UBND tỉnh", "Thường trực Tỉnh ủy".
const FOR_ALL: &[&str] = &[
    "banthuongvu",
    "bithu",
    "bogiamdoc",
    "botruong",
    "chutich",
    "giamdoc",
    "hieutruong",
    "lanhdao",
    "phobithu",
    "phochutich",
    "phogiamdoc",
    "thuongtruc",
    "uyvien",
];

/// The key of a body by that of those who stand for all of it: "Chủ tịch UBND tỉnh", "Ban Thường vụ Tỉnh ủy".
pub(crate) fn represented(key: &str) -> &str {
    let mut key = key;
    while let Some(rest) = FOR_ALL.iter().find_map(|part| key.strip_prefix(part)) {
        key = rest;
    }
    key
}

/// Whether a group of people is named here.
pub(crate) fn person<'t>(text: impl Into<Start<'t>>) -> bool {
    PERSONS.open(text)
}

/// Whether this is said of a body of which the name stands before it.
pub(crate) fn apposition<'t>(text: impl Into<Start<'t>>) -> bool {
    APPOSITIONS.open(text)
}

/// How many bytes of `text` a quantifier takes: "các", "từng".
pub(crate) fn quantifier<'t>(text: impl Into<Start<'t>>) -> Option<usize> {
    QUANTIFIERS.longest(text)
}

/// How many bytes of `text` an address takes: "Các đồng chí", "ông (bà)".
pub(crate) fn title<'t>(text: impl Into<Start<'t>>) -> Option<usize> {
    TITLES.longest(text)
}

/// How many bytes of `text` a kind of body or group takes: "sở", "cơ quan".
pub(crate) fn noun<'t>(text: impl Into<Start<'t>>) -> Option<usize> {
    NOUNS.longest(text)
}

/// How many bytes of `text` a kind of body takes that may be distributed over names.
pub(crate) fn distributed<'t>(text: impl Into<Start<'t>>) -> Option<usize> {
    DISTRIBUTED.longest(text)
}

/// How many bytes of `text` a post takes: "Giám đốc".
pub(crate) fn post<'t>(text: impl Into<Start<'t>>) -> Option<usize> {
    POSTS.longest(text)
}

/// Whether what follows "và" still belongs to the collective.
pub(crate) fn joins<'t>(text: impl Into<Start<'t>>) -> bool {
    JOINED.open(text)
}

/// How many bytes of `text` a qualifier takes with which a name goes on: "có liên quan".
pub(crate) fn qualifier<'t>(text: impl Into<Start<'t>>) -> Option<usize> {
    QUALIFIERS.longest(text)
}

/// How many bytes of `text` a trade takes that a group is named after.
pub(crate) fn trade<'t>(text: impl Into<Start<'t>>) -> Option<usize> {
    TRADES.longest(text)
}

/// How many bytes of `text` a verb takes that names a board.
pub(crate) fn board_verb<'t>(text: impl Into<Start<'t>>) -> Option<usize> {
    BOARD_VERBS.longest(text)
}

/// Whether a word is the head of a name that goes on with a verb.
pub(crate) fn heads_board(word: &str) -> bool {
    BOARD_HEADS.longest(word) == Some(word.len())
}

/// Whether a name of a body may begin here, going by the marks of its first word.
pub(crate) fn head<'t>(text: impl Into<Start<'t>>) -> bool {
    HEADS.open(text)
}

/// Whether what begins like a body is none.
pub(crate) fn no_body<'t>(text: impl Into<Start<'t>>) -> bool {
    let text = text.into();
    // "Đại biểu Quốc hội" is one, "đại biểu" is not.
    NO_BODIES.longest(text).is_some_and(|len| noun(text).is_none_or(|noun| noun <= len))
}

/// How many bytes of `text` a body takes whose name no rule explains.
pub(crate) fn known_body<'t>(text: impl Into<Start<'t>>) -> Option<usize> {
    BODIES.longest(text)
}

/// How many bytes of `text` a word takes that is a verb, but may be within a name.
pub(crate) fn completion<'t>(text: impl Into<Start<'t>>) -> Option<usize> {
    COMPLETIONS.longest(text)
}

/// Whether a kind of body begins here that is counted for itself.
pub(crate) fn counted_alone<'t>(text: impl Into<Start<'t>>) -> bool {
    COUNTED_ALONE.open(text)
}

/// How many bytes of `text` the word takes that a dash joins to the name `taken` of a kind of body.
pub(crate) fn dashed(taken: &str, text: &str) -> Option<usize> {
    let mut pairs = DASHED.iter().filter(|(first, _)| taken.ends_with(first));
    pairs.find_map(|(_, second)| opens_spelt(text, second))
}

/// How many bytes of `text` a level of schools takes.
pub(crate) fn school_level<'t>(text: impl Into<Start<'t>>) -> Option<usize> {
    SCHOOL_LEVELS.longest(text)
}

/// How many bytes of `text` a word takes whose second syllable is a verb elsewhere: "hậu cần".
pub(crate) fn compound<'t>(text: impl Into<Start<'t>>) -> Option<usize> {
    COMPOUNDS.longest(text)
}

/// Whether a heading or line speaks of money, time, place or those who are meant, and not of doers.
pub(crate) fn names_no_doer<'t>(text: impl Into<Start<'t>>) -> bool {
    NO_DOERS.open(text)
}

/// Whether a heading speaks of those who are meant, of a place or of prizes.
pub(crate) fn names_others<'t>(text: impl Into<Start<'t>>) -> bool {
    OTHERS.open(text)
}

/// How many bytes of `text` a body takes that is named after its part: "cơ quan chủ trì".
pub(crate) fn role_noun<'t>(text: impl Into<Start<'t>>) -> Option<usize> {
    ROLE_NOUNS.longest(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_counts() {
        assert_eq!(noun("cơ quan thông tấn báo chí,"), Some("cơ quan thông tấn báo chí".len()));
        assert_eq!(post("Phó Giám đốc Sở"), Some("Phó Giám đốc".len()));
        assert_eq!(noun("sởi"), None);
    }
}
