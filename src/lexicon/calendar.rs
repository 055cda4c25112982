//! Words of dates and periods.
//!
//! Unlike key words at line starts, these are looked for in running text: they are compared with
//! their marks ("năm" is a year, "nam" is not). Where the text around leaves no doubt a reader may
//! accept one that has lost its marks.

use super::{is_spelt, small};

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
}

/// A word with its key and its spellings.
struct Term {
    key: u64,
    word: Word,
    spelt: &'static [&'static str],
}

/// The longest word, in letters.
const LONGEST: u32 = 8;

/// The skeleton of a short word as one number, letter by letter.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Packed {
    letters: u64,
    len: u32,
}

impl Packed {
    /// Adds a letter of the skeleton.
    #[inline]
    pub(crate) fn push(&mut self, letter: u8) {
        self.letters = self.letters << 8 | u64::from(letter);
        self.len += 1;
    }
}

/// The number for a word, at compile time.
const fn key(word: &str) -> u64 {
    let (bytes, mut at, mut packed) = (word.as_bytes(), 0, 0);
    while at < bytes.len() {
        packed = packed << 8 | bytes[at] as u64;
        at += 1;
    }
    packed
}

/// Declares the table: skeleton, meaning, spellings.
macro_rules! terms {
    ($( $key:literal $word:expr => $( $spelt:literal )+ ; )+) => {
        &[ $( Term { key: key($key), word: $word, spelt: &[ $( $spelt ),+ ] } ),+ ]
    };
}

/// Sorted by length and letters of the skeleton.
const TERMS: &[Term] = terms! {
    "g" Word::Hour => "g";
    "h" Word::Hour => "h";
    "al" Word::Moon => "âl" "al";
    "am" Word::Moon => "âm";
    "ba" Word::Count(3) => "ba";
    "di" Word::Go => "đi";
    "ke" Word::Counting => "kể";
    "ki" Word::Cycle => "kì";
    "ky" Word::Cycle => "kỳ";
    "la" Word::Is => "là";
    "so" Word::Number => "số";
    "tu" Word::From => "từ";
    "tu" Word::Count(4) => "tư";
    "va" Word::And => "và";
    "bay" Word::Count(7) => "bảy" "bẩy";
    "bon" Word::Count(4) => "bốn";
    "cac" Word::Those => "các";
    "cho" Word::For => "cho";
    "chu" Word::Lord => "chủ";
    "cua" Word::Of => "của";
    "dau" Word::Start => "đầu";
    "dem" Word::DayPart => "đêm";
    "den" Word::To => "đến";
    "dip" Word::Occasion => "dịp";
    "gio" Word::Hour => "giờ";
    "hai" Word::Count(2) => "hai";
    "han" Word::Term => "hạn";
    "het" Word::Through => "hết";
    "hoc" Word::School => "học";
    "hoi" Word::At => "hồi";
    "khi" Word::When => "khi";
    "lam" Word::Work => "làm";
    "lan" Word::Times => "lần";
    "luc" Word::At => "lúc";
    "moi" Word::Every => "mỗi";
    "mot" Word::Count(1) => "một";
    "nam" Word::Year => "năm";
    "nay" Word::Now => "nay";
    "nua" Word::Half => "nửa";
    "qua" Word::Past => "quá";
    "qui" Word::Quarter => "quí" "qúi";
    "quy" Word::Quarter => "quý" "qúy";
    "ram" Word::FullMoon => "rằm";
    "sau" Word::After => "sau";
    "sau" Word::Count(6) => "sáu";
    "tam" Word::Count(8) => "tám";
    "thu" Word::Ordinal => "thứ";
    "toi" Word::To => "tới";
    "toi" Word::DayPart => "tối";
    "tro" Word::Onward => "trở";
    "vao" Word::At => "vào";
    "cham" Word::Late => "chậm";
    "chap" Word::Count(12) => "chạp";
    "chin" Word::Count(9) => "chín";
    "cuoi" Word::End => "cuối";
    "dinh" Word::Fixed => "định";
    "doan" Word::Stretch => "đoạn";
    "giai" Word::Span => "giai";
    "giua" Word::Middle => "giữa";
    "hang" Word::Every => "hằng" "hàng";
    "khoa" Word::Stretch => "khóa" "khoá";
    "lich" Word::Calendar => "lịch";
    "mong" Word::FirstTen => "mồng";
    "mung" Word::FirstTen => "mùng";
    "muoi" Word::Count(10) => "mười";
    "muon" Word::Late => "muộn";
    "ngay" Word::Day => "ngày";
    "ngay" Word::Right => "ngay";
    "nhat" Word::Most => "nhất";
    "nhat" Word::Sun => "nhật";
    "nien" Word::Span => "niên";
    "phut" Word::Minute => "phút";
    "sang" Word::DayPart => "sáng";
    "theo" Word::Following => "theo";
    "thoi" Word::Span => "thời";
    "tiep" Word::Next => "tiếp";
    "trua" Word::DayPart => "trưa";
    "tuan" Word::Week => "tuần";
    "chieu" Word::DayPart => "chiều";
    "gieng" Word::Count(1) => "giêng";
    "khong" Word::Not => "không";
    "nhiem" Word::Span => "nhiệm";
    "nhung" Word::Those => "những";
    "thang" Word::Month => "tháng";
    "trong" Word::Within => "trong";
    "truoc" Word::Before => "trước";
};

/// Words that are told even without their marks, where the text around leaves no doubt.
const KNOWN_BARE: &[Word] =
    &[Word::Day, Word::Month, Word::Year, Word::Quarter, Word::Late, Word::Before, Word::To];

/// What `word` means, and whether it is spelt with its marks. `packed` is its skeleton.
#[inline]
pub(crate) fn word(packed: Packed, word: &str) -> Option<(Word, bool)> {
    if packed.len > LONGEST {
        return None;
    }
    let at = TERMS.partition_point(|term| term.key < packed.letters);
    let same = || TERMS[at..].iter().take_while(|term| term.key == packed.letters);
    if let Some(term) = same().find(|term| is_spelt(word, term.spelt)) {
        return Some((term.word, true));
    }
    same().find(|term| KNOWN_BARE.contains(&term.word)).map(|term| (term.word, false))
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
    use crate::lexicon::fold;

    fn packed(word: &str) -> Packed {
        let mut packed = Packed::default();
        word.chars().filter_map(fold).for_each(|letter| packed.push(letter));
        packed
    }

    #[test]
    fn the_table_is_sorted_and_its_keys_are_the_skeletons() {
        assert!(TERMS.is_sorted_by_key(|term| term.key));
        for term in TERMS {
            for spelt in term.spelt {
                assert_eq!(packed(spelt).letters, term.key, "{spelt}");
            }
        }
    }

    #[test]
    fn marks_tell_words_apart() {
        for (text, want) in [
            ("năm", Some((Word::Year, true))),
            ("NĂM", Some((Word::Year, true))),
            ("nam", Some((Word::Year, false))),
            ("Quí", Some((Word::Quarter, true))),
            ("tư", Some((Word::Count(4), true))),
            ("từ", Some((Word::From, true))),
            ("tự", None),
            ("sáu", Some((Word::Count(6), true))),
            ("thời", Some((Word::Span, true))),
            ("thôi", None),
            ("ngay", Some((Word::Right, true))),
            ("ngáy", Some((Word::Day, false))),
        ] {
            assert_eq!(word(packed(text), text), want, "{text}");
        }
    }
}
