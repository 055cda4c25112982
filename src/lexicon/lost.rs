//! Texts of which a scanner or an old program kept no marks at all: "Ke hoach so 12/KH-UBND".

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
    /// Those of a text.
    pub(crate) fn of(text: &str) -> Self {
        let (mut letters, mut others) = (0, 0);
        for byte in text.bytes() {
            letters += usize::from(byte.is_ascii_alphabetic());
            others += usize::from(byte >= 0xc0);
        }
        if letters >= LEAST_LETTERS && others * LETTERS_PER_MARK < letters {
            Self::Lost
        } else {
            Self::Kept
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_with_and_without() {
        let lost = "KE HOACH\nTrien khai cong tac phong, chong thien tai nam 2024\nThuc hien Ke hoach \
                    so 12/KH-UBND ngay 05 thang 3 nam 2024 – cua Uy ban nhan dan tinh";
        assert_eq!(Marks::of(lost), Marks::Lost);
        let kept = "KẾ HOẠCH\nTriển khai công tác phòng, chống thiên tai năm 2024\nThực hiện Kế \
                    hoạch số 12/KH-UBND ngày 05 tháng 3 năm 2024";
        assert_eq!(Marks::of(kept), Marks::Kept);
        // Too short to tell.
        assert_eq!(Marks::of("TCVN 6909"), Marks::Kept);
    }
}
