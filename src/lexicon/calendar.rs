//! Words of dates and periods.
//!
//! Unlike key words at line starts, these are looked for in running text: they are compared with
//! their marks ("năm" is a year, "nam" is not). Where the text around leaves no doubt a reader may
//! accept one that has lost its marks.

use super::{Spelling, Stem, fold, is_spelt, letter, small};

/// What a word means in a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Word {
    /// "ngày".
    Day,
    /// "tuần".
    Week,
    /// "tháng".
    Month,
    /// "quý".
    Quarter,
    /// "năm".
    Year,
    /// "giờ", "h", "g".
    Hour,
    /// "phút".
    Minute,
    /// "sáng", "chiều", "tối": a part of the day.
    DayPart,
    /// "thứ".
    Ordinal,
    /// "chủ" of "chủ nhật".
    Lord,
    /// "nhật".
    Sun,
    /// "một" … "mười", "giêng", "chạp": a number or a month.
    Count(u8),
    /// "từ".
    From,
    /// "kể" of "kể từ".
    Counting,
    /// "đến", "tới".
    To,
    /// "hết".
    Through,
    /// "trước".
    Before,
    /// "sau".
    After,
    /// "trong".
    Within,
    /// "chậm", "muộn".
    Late,
    /// "nhất".
    Most,
    /// "không".
    Not,
    /// "quá".
    Past,
    /// "hạn".
    Term,
    /// "vào", "lúc", "hồi".
    At,
    /// "là".
    Is,
    /// "dịp".
    Occasion,
    /// "nay".
    Now,
    /// "cho".
    For,
    /// "đầu".
    Start,
    /// "giữa".
    Middle,
    /// "cuối".
    End,
    /// "nửa".
    Half,
    /// "hằng", "hàng", "mỗi".
    Every,
    /// "định" of "định kỳ".
    Fixed,
    /// "kỳ".
    Cycle,
    /// "lần".
    Times,
    /// "học" of "năm học".
    School,
    /// "giai", "thời", "nhiệm", "niên": the first half of a word for a period.
    Span,
    /// "đoạn", "khóa": the second half; "kỳ" is one too.
    Stretch,
    /// "và".
    And,
    /// "của".
    Of,
    /// "các", "những".
    Those,
    /// "tiếp".
    Next,
    /// "theo".
    Following,
    /// "trở".
    Onward,
    /// "đi".
    Go,
    /// "khi".
    When,
    /// "ngay" of "ngay sau khi".
    Right,
    /// "làm" of "ngày làm việc".
    Work,
    /// "mùng", "mồng".
    FirstTen,
    /// "rằm".
    FullMoon,
    /// "âm" of "âm lịch", "ÂL".
    Moon,
    /// "lịch".
    Calendar,
    /// "số": what follows is a number.
    Number,
    /// "Xuân", "Tết", "đán" of "Nguyên đán": a year by its name may follow.
    Feast,
}

/// Declares the table: meaning, spellings.
macro_rules! terms {
    ($( $word:expr => $( $spelt:literal )+ ; )+) => {
        &[ $( $( ($spelt, $word) ),+ ),+ ]
    };
}

/// Words with their meaning.
const TERMS: &[(&str, Word)] = terms! {
    Word::Hour => "g" "h" "giờ";
    Word::Moon => "âl" "al" "âm";
    Word::Count(3) => "ba";
    Word::Go => "đi";
    Word::Counting => "kể";
    Word::Cycle => "kì" "kỳ";
    Word::Is => "là";
    Word::Number => "số";
    Word::From => "từ";
    Word::Count(4) => "tư" "bốn";
    Word::And => "và";
    Word::Count(7) => "bảy" "bẩy";
    Word::Those => "các" "những";
    Word::For => "cho";
    Word::Lord => "chủ";
    Word::Of => "của";
    Word::Start => "đầu";
    Word::DayPart => "đêm" "tối" "sáng" "trưa" "chiều";
    Word::To => "đến" "tới";
    Word::Occasion => "dịp";
    Word::Count(2) => "hai";
    Word::Term => "hạn";
    Word::Through => "hết";
    Word::School => "học";
    Word::At => "hồi" "lúc" "vào";
    Word::When => "khi";
    Word::Work => "làm";
    Word::Times => "lần";
    Word::Every => "mỗi" "hằng" "hàng";
    Word::Count(1) => "một" "giêng";
    Word::Year => "năm";
    Word::Now => "nay";
    Word::Half => "nửa";
    Word::Past => "quá";
    Word::Quarter => "quí" "qúi" "quý" "qúy";
    Word::FullMoon => "rằm";
    Word::After => "sau";
    Word::Count(6) => "sáu";
    Word::Count(8) => "tám";
    Word::Ordinal => "thứ";
    Word::Onward => "trở";
    Word::Late => "chậm" "muộn";
    Word::Count(12) => "chạp";
    Word::Count(9) => "chín";
    Word::End => "cuối";
    Word::Fixed => "định";
    Word::Stretch => "đoạn" "khóa" "khoá";
    Word::Span => "giai" "niên" "thời" "nhiệm";
    Word::Middle => "giữa";
    Word::Calendar => "lịch";
    Word::FirstTen => "mồng" "mùng";
    Word::Count(10) => "mười";
    Word::Day => "ngày";
    Word::Right => "ngay";
    Word::Most => "nhất";
    Word::Sun => "nhật";
    Word::Minute => "phút";
    Word::Following => "theo";
    Word::Next => "tiếp";
    Word::Week => "tuần";
    Word::Not => "không";
    Word::Month => "tháng";
    Word::Within => "trong";
    Word::Before => "trước";
    Word::Feast => "xuân" "tết" "đán";
};

/// Places in the table that finds the words, many times as many: `1 << BITS`.
const BITS: u32 = 9;
const SLOTS: usize = 1 << BITS;

/// For each number of a spelling the word with it, or one of the places behind.
static TABLE: [Option<(Spelling, Word)>; SLOTS] = {
    let mut table = [None; SLOTS];
    let mut at = 0;
    while at < TERMS.len() {
        let (spelt, word) = TERMS[at];
        let spelling = Spelling::of(spelt);
        let mut slot = spelling.slot(BITS);
        while table[slot].is_some() {
            slot = (slot + 1) % SLOTS;
        }
        table[slot] = Some((spelling, word));
        at += 1;
    }
    table
};

/// Words that are told without their marks too, where the text around leaves no doubt.
const BARE: &[(Stem, Word)] = &[
    (Stem::of("ngay"), Word::Day),
    (Stem::of("nam"), Word::Year),
    (Stem::of("thang"), Word::Month),
    (Stem::of("truoc"), Word::Before),
    (Stem::of("quy"), Word::Quarter),
    (Stem::of("qui"), Word::Quarter),
    (Stem::of("cham"), Word::Late),
    (Stem::of("den"), Word::To),
];

/// The words of both tables without their marks, as [`TABLE`] has them: by them nearly every word of a
/// text is sorted out.
static WITHOUT_MARKS: [Stem; SLOTS] = {
    let mut table = [Stem::EMPTY; SLOTS];
    let mut at = 0;
    while at < TERMS.len() + BARE.len() {
        let stem = match at.checked_sub(TERMS.len()) {
            Some(bare) => BARE[bare].0,
            None => Stem::of(TERMS[at].0),
        };
        let mut slot = stem.slot(BITS);
        while !table[slot].is(Stem::EMPTY) && !table[slot].is(stem) {
            slot = (slot + 1) % SLOTS;
        }
        table[slot] = stem;
        at += 1;
    }
    table
};

/// Whether a word with these letters, with marks or without, may be one of dates.
#[inline]
pub(crate) fn may_be_word(stem: Stem) -> bool {
    let mut slot = stem.slot(BITS);
    while WITHOUT_MARKS[slot] != Stem::EMPTY {
        if WITHOUT_MARKS[slot] == stem {
            return true;
        }
        slot = (slot + 1) % SLOTS;
    }
    false
}

/// The word of dates that this is, with its marks.
pub(crate) fn word(word: &str) -> Option<Word> {
    let mut spelling = Spelling::EMPTY;
    for letter in word.chars().filter_map(letter) {
        spelling.push(letter);
    }
    let mut slot = spelling.slot(BITS);
    while let Some((found, word)) = TABLE[slot] {
        if found == spelling {
            return Some(word);
        }
        slot = (slot + 1) % SLOTS;
    }
    None
}

/// The word with these letters that is told but for its marks.
pub(crate) fn bare_word(stem: Stem) -> Option<Word> {
    BARE.iter().find(|(known, _)| *known == stem).map(|(_, word)| *word)
}

/// Words of dates in a text that has lost all its marks, in order. A skeleton that several words share
/// stands for the one that dates have most.
const LOST: &[(&str, Word)] = &[
    ("am", Word::Moon),
    ("cac", Word::Those),
    ("cham", Word::Late),
    ("chieu", Word::DayPart),
    ("cho", Word::For),
    ("chu", Word::Lord),
    ("cua", Word::Of),
    ("cuoi", Word::End),
    ("dau", Word::Start),
    ("dem", Word::DayPart),
    ("den", Word::To),
    ("di", Word::Go),
    ("dinh", Word::Fixed),
    ("dip", Word::Occasion),
    ("doan", Word::Stretch),
    ("g", Word::Hour),
    ("giai", Word::Span),
    ("gio", Word::Hour),
    ("giua", Word::Middle),
    ("h", Word::Hour),
    ("han", Word::Term),
    ("hang", Word::Every),
    ("het", Word::Through),
    ("hoc", Word::School),
    ("hoi", Word::At),
    ("ke", Word::Counting),
    ("khi", Word::When),
    ("khoa", Word::Stretch),
    ("khong", Word::Not),
    ("ki", Word::Cycle),
    ("ky", Word::Cycle),
    ("la", Word::Is),
    ("lan", Word::Times),
    ("lich", Word::Calendar),
    ("luc", Word::At),
    ("mong", Word::FirstTen),
    ("mung", Word::FirstTen),
    ("muon", Word::Late),
    ("nam", Word::Year),
    ("nay", Word::Now),
    ("ngay", Word::Day),
    ("nhat", Word::Most),
    ("nhiem", Word::Span),
    ("nhung", Word::Those),
    ("nien", Word::Span),
    ("nua", Word::Half),
    ("phut", Word::Minute),
    ("qua", Word::Past),
    ("qui", Word::Quarter),
    ("quy", Word::Quarter),
    ("sang", Word::DayPart),
    ("sau", Word::After),
    ("so", Word::Number),
    ("thang", Word::Month),
    ("theo", Word::Following),
    ("thoi", Word::Span),
    ("thu", Word::Ordinal),
    ("tiep", Word::Next),
    ("tro", Word::Onward),
    ("trong", Word::Within),
    ("truoc", Word::Before),
    ("tu", Word::From),
    ("tuan", Word::Week),
    ("va", Word::And),
    ("vao", Word::At),
];

/// The word of dates that a word of a text without marks stands for.
pub(crate) fn lost_word(word: &str) -> Option<Word> {
    let spelt = || word.chars().map_while(fold);
    let at = LOST.binary_search_by(|(key, _)| key.bytes().cmp(spelt())).ok()?;
    Some(LOST[at].1)
}

/// Whether a word is the name of a lunar month that no month of the sun has: "Giêng", "Chạp".
pub(crate) fn is_lunar_month(word: &str) -> bool {
    is_spelt(word, &["giêng", "chạp"])
}

/// The ten stems and twelve branches that name a lunar year: "Giáp Thìn".
const STEMS: &[&str] = &["giáp", "ất", "bính", "đinh", "mậu", "kỷ", "canh", "tân", "nhâm", "quý"];
const BRANCHES: &[&str] = &[
    "tý", "sửu", "dần", "mão", "mẹo", "thìn", "tỵ", "tị", "ngọ", "mùi", "thân", "dậu", "tuất",
    "hợi",
];

/// Whether two words name a lunar year.
pub(crate) fn is_lunar_year(stem: &str, branch: &str) -> bool {
    is_spelt(stem, STEMS) && is_spelt(branch, BRANCHES)
}

/// Words before "hàng" with which it means goods or rows: "khách hàng ngày càng đông".
pub(crate) fn is_of_goods(word: &str) -> bool {
    is_spelt(
        word,
        &[
            "khách", "bán", "mua", "đơn", "cửa", "ngân", "xếp", "mặt", "nhà", "kho", "chở", "gửi",
            "đặt", "lô", "đóng", "nhập", "xuất", "hóa", "hoá", "trả", "thẳng",
        ],
    )
}

/// Words behind a figure such as "1/2" with which it is a fraction: "1/2 số hộ", "1/2 ngày".
pub(crate) fn is_measured(word: &str) -> bool {
    is_spelt(
        word,
        &[
            "số", "tổng", "diện", "ngày", "buổi", "thời", "lượng", "quãng", "chặng", "chiều",
            "mức", "dân", "giá", "vốn", "kinh", "giờ", "tháng", "năm", "thu", "khối", "nhiệm",
            "đại", "thành",
        ],
    )
}

/// Words behind which a figure is a number of something: "đợt 1/2025", "Phụ lục 01/2025".
pub(crate) fn is_numbered(word: &str) -> bool {
    is_spelt(
        word,
        &[
            "tuần", "đợt", "lần", "kỳ", "lục", "thầu", "đồng", "số", "khóa", "khoá", "tập", "bài",
            "mẫu", "biểu", "phiên", "trang", "thứ", "bản", "lệ", "mục", "điểm", "khoản", "điều",
            "chương", "phần", "quyển",
        ],
    )
}

/// Words behind which a bare year is one: "tầm nhìn 2045", "Tết Dương lịch 2026", "Dự toán 2026".
pub(crate) fn announces_year(word: &str) -> bool {
    is_spelt(
        word,
        &["nhìn", "lịch", "xuân", "tết", "toán", "hè", "mão", "ngọ", "tỵ", "thìn", "mùi"],
    )
}

/// What an event does that a deadline hangs on: "sau khi Kế hoạch được ban hành".
const MILESTONES: &[&str] = &[
    "ban hành",
    "phê duyệt",
    "có hiệu lực",
    "kết thúc",
    "hoàn thành",
    "thông qua",
    "công bố",
    "nhận được",
    "ký kết",
    "được ký",
    "nghiệm thu",
    "khởi công",
    "khai mạc",
    "bế mạc",
    "hết hạn",
    "hết nhiệm kỳ",
];

/// Whether the words of an event say that something is reached.
pub(crate) fn is_milestone(event: &str) -> bool {
    MILESTONES.iter().any(|known| event.contains(known))
}

/// Words at which the clause of an event ends: "kể từ ngày ký để các đơn vị …".
pub(crate) fn ends_event(word: &str) -> bool {
    is_spelt(word, &["phải", "để", "thì", "sẽ", "cần", "nếu", "nhằm", "các", "tất", "theo", "gửi"])
}

/// Whether a word begins with a capital.
pub(crate) fn is_capital(word: &str) -> bool {
    word.chars().next().is_some_and(|c| c.is_alphabetic() && small(c) != c)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> Option<Word> {
        may_be_word(stem(text)).then(|| word(text)).flatten()
    }

    fn stem(text: &str) -> Stem {
        let mut stem = Stem::EMPTY;
        for c in text.chars() {
            stem.push(fold(c).unwrap_or(u8::MAX));
        }
        stem
    }

    #[test]
    fn every_word_is_found() {
        for (spelt, word) in TERMS {
            assert_eq!(told(spelt), Some(*word), "{spelt}");
        }
    }

    #[test]
    fn words_without_marks_are_in_order() {
        assert!(LOST.is_sorted_by_key(|(key, _)| key));
        assert_eq!(lost_word("Thang"), Some(Word::Month));
        assert_eq!(lost_word("thanh"), None);
    }

    #[test]
    fn marks_tell_words_apart() {
        for (text, want, bare) in [
            ("năm", Some(Word::Year), Some(Word::Year)),
            ("NĂM", Some(Word::Year), Some(Word::Year)),
            ("nam", None, Some(Word::Year)),
            ("Quí", Some(Word::Quarter), Some(Word::Quarter)),
            ("tư", Some(Word::Count(4)), None),
            ("từ", Some(Word::From), None),
            ("tự", None, None),
            ("sáu", Some(Word::Count(6)), None),
            ("thời", Some(Word::Span), None),
            ("thôi", None, None),
            ("ngay", Some(Word::Right), Some(Word::Day)),
            ("ngáy", None, Some(Word::Day)),
            ("ngàyy", None, None),
            ("жnam", None, None),
        ] {
            assert_eq!((told(text), bare_word(stem(text))), (want, bare), "{text}");
        }
    }
}
