//! Words of dates and periods.
//!
//! Unlike key words at line starts, these are looked for in running text: they are compared with
//! their marks ("năm" is a year, "nam" is not). Where the text around leaves no doubt a reader may
//! accept one that has lost its marks.

use super::{fold, is_spelt, small};

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

/// The letters of a word, small, as one number: words are told apart by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Spelling(u64);

impl Spelling {
    /// That of no letters.
    pub(crate) const EMPTY: Self = Self(0xcbf2_9ce4_8422_2325);

    /// Adds a letter.
    #[inline]
    pub(crate) fn push(&mut self, letter: char) {
        self.0 = mixed(self.0, small(letter) as u32);
    }

    /// Adds a letter of the first 128.
    #[inline]
    pub(crate) fn push_ascii(&mut self, letter: u8) {
        self.0 = mixed(self.0, u32::from(letter.to_ascii_lowercase()));
    }

    /// That of a word in small letters.
    const fn of(word: &str) -> Self {
        let (bytes, mut at, mut number) = (word.as_bytes(), 0, Self::EMPTY.0);
        while at < bytes.len() {
            let (lead, mut code, len) = match bytes[at] {
                lead @ 0..0x80 => (lead, 0, 1),
                lead @ 0x80..0xe0 => (lead & 0x1f, 0, 2),
                lead => (lead & 0x0f, 0, 3),
            };
            code += lead as u32;
            let mut next = 1;
            while next < len {
                code = code << 6 | (bytes[at + next] & 0x3f) as u32;
                next += 1;
            }
            number = mixed(number, code);
            at += len;
        }
        Self(number)
    }

    /// Where it is looked for first in the table.
    const fn slot(self) -> usize {
        (self.0 >> 56) as usize
    }
}

/// The number for some letters and one more (FNV-1a).
const fn mixed(number: u64, code: u32) -> u64 {
    (number ^ code as u64).wrapping_mul(0x0100_0000_01b3)
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

/// Places in the table that finds the words: a power of two, more than twice as many.
const SLOTS: usize = 256;

/// For each number of a spelling the word with it, or one of the places behind.
static TABLE: [Option<(Spelling, Word)>; SLOTS] = {
    let mut table = [None; SLOTS];
    let mut at = 0;
    while at < TERMS.len() {
        let (spelt, word) = TERMS[at];
        let spelling = Spelling::of(spelt);
        let mut slot = spelling.slot();
        while table[slot].is_some() {
            slot = (slot + 1) % SLOTS;
        }
        table[slot] = Some((spelling, word));
        at += 1;
    }
    table
};

/// The word with this spelling.
#[inline]
pub(crate) fn word(spelling: Spelling) -> Option<Word> {
    let mut slot = spelling.slot();
    while let Some((found, word)) = TABLE[slot] {
        if found == spelling {
            return Some(word);
        }
        slot = (slot + 1) % SLOTS;
    }
    None
}

/// The word this is but for its marks; words that are told without them where the text around leaves
/// no doubt.
pub(crate) fn bare_word(word: &str) -> Option<Word> {
    // Five letters of three bytes each.
    if word.len() > 15 {
        return None;
    }
    let known: &[(&str, Word)] = match fold(word.chars().next()?)? {
        b'n' => &[("ngay", Word::Day), ("nam", Word::Year)],
        b't' => &[("thang", Word::Month), ("truoc", Word::Before)],
        b'q' => &[("quy", Word::Quarter), ("qui", Word::Quarter)],
        b'c' => &[("cham", Word::Late)],
        b'd' => &[("den", Word::To)],
        _ => return None,
    };
    let is = |key: &str| word.chars().map(fold).eq(key.bytes().map(Some));
    known.iter().find(|(key, _)| is(key)).map(|(_, word)| *word)
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
            "khách", "bán", "mua", "đơn", "cửa", "ngân", "xếp", "mặt", "giao", "nhà", "kho", "chở",
            "gửi", "đặt", "lô", "đóng", "nhập", "xuất", "hóa", "hoá", "trả", "thẳng",
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
        let mut spelling = Spelling::EMPTY;
        text.chars().for_each(|c| spelling.push(c));
        word(spelling)
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
        ] {
            assert_eq!((told(text), bare_word(text)), (want, bare), "{text}");
        }
    }
}
