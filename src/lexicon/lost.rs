//! Texts of which a scanner or an old program kept no marks at all: "Ke hoach so 12/KH-UBND".

use super::{fold, word_starts};

/// Whether a text has the marks of Vietnamese letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Marks {
    /// As it should be: words are told apart by them.
    Kept,
    /// There are none, or next to none: words are told by their letters, where the words around fit.
    Lost,
}

/// One letter in so many, at least, has marks where they were kept; in plans it is one in four.
const LETTERS_PER_MARK: usize = 50;

/// Letters of the shortest text that is said to have lost its marks.
const LEAST_LETTERS: usize = 80;

impl Marks {
    /// Those of a text; one in another language has kept its own.
    pub(crate) fn of(text: &str) -> Self {
        let (mut letters, mut others) = (0, 0);
        // Many bytes are counted in one step.
        for block in text.as_bytes().chunks(usize::from(u8::MAX)) {
            let counted: u8 = block.iter().map(|b| u8::from(b.is_ascii_alphabetic())).sum();
            letters += usize::from(counted);
            let counted: u8 = block.iter().map(|b| u8::from(*b >= 0xc0)).sum();
            others += usize::from(counted);
        }
        let few = letters >= LEAST_LETTERS && others * LETTERS_PER_MARK < letters;
        if few && is_vietnamese(text) { Self::Lost } else { Self::Kept }
    }
}

/// Syllables that stand in every plan, without their marks, in order.
const COMMON: &[&str] = &[
    "ban", "bo", "cac", "cho", "chuc", "cong", "cua", "dan", "dinh", "don", "duoc", "giao", "hien",
    "hoach", "ke", "kiem", "nam", "ngay", "nghi", "nhan", "nhiem", "phoi", "phong", "quyet", "tac",
    "thang", "theo", "thong", "thuc", "tinh", "to", "tra", "trien", "trong", "uy", "va", "ve",
    "viec", "vien", "xa", "xay",
];

/// One word in so many, at least, is one of the common ones in a Vietnamese text; in plans it is one in
/// three.
const WORDS_PER_COMMON: usize = 8;

/// Whether the words of a text without marks are Vietnamese.
fn is_vietnamese(text: &str) -> bool {
    let (mut words, mut common) = (0, 0);
    for at in word_starts(text) {
        words += 1;
        let letters = || text[at..].chars().map_while(fold);
        common += usize::from(COMMON.binary_search_by(|key| key.bytes().cmp(letters())).is_ok());
    }
    common * WORDS_PER_COMMON >= words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn common_syllables_are_in_order() {
        assert!(COMMON.is_sorted());
    }

    #[test]
    fn texts_with_and_without() {
        let lost = "KE HOACH\nTrien khai cong tac phong, chong thien tai nam 2024\nThuc hien Ke hoach \
                    so 12/KH-UBND ngay 05 thang 3 nam 2024 – cua Uy ban nhan dan tinh";
        assert_eq!(Marks::of(lost), Marks::Lost);
        let kept = "KẾ HOẠCH\nTriển khai công tác phòng, chống thiên tai năm 2024\nThực hiện Kế \
                    hoạch số 12/KH-UBND ngày 05 tháng 3 năm 2024";
        assert_eq!(Marks::of(kept), Marks::Kept);
        let english = "The plan of the department covers procurement and staff training in all branch \
                       offices of Viet Nam and the region; it was approved to go on in 2024.";
        assert_eq!(Marks::of(english), Marks::Kept);
        // Too short to tell.
        assert_eq!(Marks::of("TCVN 6909"), Marks::Kept);
    }
}
