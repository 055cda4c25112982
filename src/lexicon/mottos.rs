//! What the right column of a letterhead prints above the date.

/// A national, Party or union heading, as the skeletons of its syllables.
#[derive(Debug)]
pub(crate) struct Motto {
    /// Skeleton of the whole.
    pub(crate) key: &'static str,
    /// How many letters of the key each syllable takes, summed up: where it may be broken.
    pub(crate) breaks: &'static [usize],
    /// Syllables of a first line that are enough to know it by when the rest stands on the next.
    pub(crate) known_by: usize,
    /// Whether words of the left column may stand right before it, one blank apart.
    pub(crate) mid_line: bool,
}

/// The headings, by origin: "Quốc hiệu" and "Tiêu ngữ" (NĐ 30/2020 Phụ lục I, box 1), "Đảng hiệu"
/// (Quy định 399-QĐ/TW), "Đoàn hiệu" (rules of the Youth Union).
#[rustfmt::skip]
pub(crate) const MOTTOS: &[Motto] = &[
    // CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
    Motto { key: "conghoaxahoichunghiavietnam", breaks: &[4, 7, 9, 12, 15, 20, 24], known_by: 3, mid_line: true },
    // Độc lập - Tự do - Hạnh phúc
    Motto { key: "doclaptudohanhphuc", breaks: &[3, 6, 8, 10, 14], known_by: 4, mid_line: true },
    // ĐẢNG CỘNG SẢN VIỆT NAM
    Motto { key: "dangcongsanvietnam", breaks: &[4, 8, 11, 15], known_by: 3, mid_line: true },
    // ĐOÀN TNCS HỒ CHÍ MINH
    Motto { key: "doantncshochiminh", breaks: &[4, 8, 10, 13], known_by: 2, mid_line: false },
    // ĐOÀN THANH NIÊN CỘNG SẢN HỒ CHÍ MINH
    Motto { key: "doanthanhniencongsanhochiminh", breaks: &[4, 9, 13, 17, 20, 22, 25], known_by: 5, mid_line: false },
];

#[cfg(test)]
mod tests {
    use super::MOTTOS;
    use crate::lexicon::skeleton;

    #[test]
    fn breaks_lie_between_syllables() {
        let printed = [
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "Độc lập - Tự do - Hạnh phúc",
            "ĐẢNG CỘNG SẢN VIỆT NAM",
            "ĐOÀN TNCS HỒ CHÍ MINH",
            "ĐOÀN THANH NIÊN CỘNG SẢN HỒ CHÍ MINH",
        ];
        for (motto, printed) in MOTTOS.iter().zip(printed) {
            let mut breaks = Vec::new();
            let mut letters = 0;
            for syllable in printed.split([' ', '-']).filter(|word| !word.is_empty()) {
                letters += skeleton(syllable).len();
                breaks.push(letters);
            }
            breaks.pop();
            assert_eq!((motto.key, motto.breaks), (&*skeleton(printed), &*breaks));
        }
    }
}
