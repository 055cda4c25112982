//! Whether letters make a syllable of Vietnamese: onset, rime and coda that exist, one tone, and
//! behind c, ch, p, t only sắc or nặng.

use std::sync::LazyLock;

use super::letters::{self, ACUTE, DOT, LEVEL, Letter, Tone};

/// What may follow, without tones.
const RIMES: &str = "\
    a ai ao au ay ac ach am an ang anh ap at ăc ăk ăm ăn ăng ăp ăt âu ây âc âm ân âng âp ât \
    e eo ec em en eng ep et ê êu êch êm ên ênh êp êt i ia iu ich im in inh ip it iêu iêc iêm iên \
    iêng iêp iêt yêu yêm yên yêng yêt o oa oai oay oao oac oach oam oan oang oanh oap oat oăc oăm \
    oăn oăng oăt oe oeo oen oet oi oc om on ong oong op ot ooc ô ôi ôc ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt \
    u ua ui uc um un ung up ut uân uâng uât uây uê uêch uênh uêu uơ uôi uôc uôm uôn uông uôt uy uya \
    uych uyn uynh uyt uyp uyu uyên uyêt ư ưa ưi ưu ưc ưm ưn ưng ưt ươi ươu ươc ươm ươn ương ươp ươt y";

/// The accented words that stand most often in administrative text: in a short text they tell encodings
/// apart that all give syllables.
const COMMON: &str = "\
    của và các được ngày tháng năm số kế hoạch hội đồng nhân dân tỉnh thành phố huyện xã ủy uỷ cộng \
    hòa hoà chủ nghĩa việt độc lập tự hạnh phúc căn cứ quyết định thực hiện việc về với cho tại trên \
    theo đến từ là có để không này đó những một hai ba bốn mười nghị điều khoản điểm luật chính phủ \
    thủ tướng bộ sở phòng ban văn tổ chức cán đảng nước công tác quản lý đơn vị trường học giáo dục \
    đào tạo kinh tế xây dựng phát triển nhiệm vụ mục đích yêu cầu nội nơi nhận phó tịch giám đốc kính \
    gửi báo cáo hướng dẫn phối hợp trách trước sau đề án chương trình địa phương nghiệp quốc gia lưu";

fn words(list: &'static str) -> Vec<&'static str> {
    let mut words: Vec<_> = list.split_ascii_whitespace().collect();
    words.sort_unstable();
    words
}

static SORTED_RIMES: LazyLock<Vec<u32>> = LazyLock::new(|| {
    let code = |c| letters::letter(c).map_or(0, Letter::code);
    let mut rimes: Vec<u32> = RIMES
        .split_ascii_whitespace()
        .map(|rime| rime.chars().fold(0, |number, c| number << 8 | u32::from(code(c))))
        .collect();
    rimes.sort_unstable();
    rimes
});
static SORTED_COMMON: LazyLock<Vec<&str>> = LazyLock::new(|| words(COMMON));

/// No syllable has more letters ("nghiêng").
const MOST_LETTERS: usize = 7;

/// A word, letter by letter.
#[derive(Debug, Default)]
pub(super) struct Word {
    /// Small letters without tones, by their codes.
    bases: [u8; MOST_LETTERS],
    /// Small letters as they stand.
    small: String,
    letters: usize,
    tone: Tone,
    marked: bool,
    broken: bool,
    torn: bool,
}

impl Word {
    /// Adds what follows.
    pub(super) fn push(&mut self, c: char) {
        self.letters += 1;
        self.marked |= !c.is_ascii();
        self.torn |= c == char::REPLACEMENT_CHARACTER;
        if self.letters > MOST_LETTERS {
            self.broken = true;
        }
        if self.broken {
            return;
        }
        let Some(letter) = letters::letter(c) else {
            self.broken = true;
            return;
        };
        let Letter { tone, .. } = letter;
        if tone != LEVEL {
            self.broken |= self.tone != LEVEL;
            self.tone = tone;
        }
        self.bases[self.letters - 1] = letter.code();
        self.small.push(letter.small);
    }

    /// Whether it has a letter beyond ASCII.
    pub(super) fn is_marked(&self) -> bool {
        self.marked
    }

    /// Whether it has a vowel, or what is no letter of Vietnamese.
    pub(super) fn has_vowel(&self) -> bool {
        self.broken || self.bases().iter().any(|base| is_vowel(*base))
    }

    /// Whether a letter of it is lost.
    pub(super) fn is_torn(&self) -> bool {
        self.torn
    }

    /// Whether nothing has been added.
    pub(super) fn is_empty(&self) -> bool {
        self.letters == 0
    }

    /// Whether it is a syllable.
    pub(super) fn is_syllable(&self) -> bool {
        !self.broken && is_syllable(self.bases(), self.tone)
    }

    fn bases(&self) -> &[u8] {
        &self.bases[..self.letters.min(MOST_LETTERS)]
    }

    /// Whether it is one of the most common words that have marks.
    pub(super) fn is_common(&self) -> bool {
        !self.broken && SORTED_COMMON.binary_search(&self.small.as_str()).is_ok()
    }

    /// Its letters, small.
    pub(super) fn small(&self) -> &str {
        &self.small
    }

    /// Makes room for the next one.
    pub(super) fn clear(&mut self) {
        self.small.clear();
        (self.letters, self.tone) = (0, LEVEL);
        (self.marked, self.broken, self.torn) = (false, false, false);
    }
}

fn is_vowel(code: u8) -> bool {
    matches!(code, b'a' | b'e' | b'i' | b'o' | b'u' | b'y' | b'1'..=b'6')
}

fn is_syllable(letters: &[u8], tone: Tone) -> bool {
    let stops = matches!(letters, [.., b'c' | b'p' | b't' | b'k'] | [.., b'c', b'h']);
    if stops && tone != ACUTE && tone != DOT {
        return false;
    }
    match letters {
        [] => false,
        [first, ..] if is_vowel(*first) => exists(letters),
        // "quýt", "Quỳnh": the u counts twice.
        [b'q', rime @ ..] if rime.starts_with(b"uy") && exists(rime) => true,
        _ => (1..=letters.len().min(3)).any(|len| {
            let (onset, rime) = letters.split_at(len);
            is_onset(onset) && fits(onset, rime)
        }),
    }
}

/// Consonants a syllable may begin with. "qu" and "gi" are onsets of their own.
fn is_onset(letters: &[u8]) -> bool {
    match letters {
        [single] => b"bcdghklmnprstvx7".contains(single),
        [b'c' | b'g' | b'k' | b'n' | b'p' | b't', b'h']
        | [b'g', b'i']
        | [b'n', b'g']
        | [b'q', b'u']
        | [b't', b'r'] => true,
        _ => letters == b"ngh",
    }
}

/// Whether a rime exists, and is written so behind its onset.
fn fits(onset: &[u8], rime: &[u8]) -> bool {
    let first = rime.first().copied().unwrap_or_default();
    let front = matches!(first, b'e' | b'3' | b'i' | b'y');
    let spelled = match onset {
        b"k" => front,
        b"gh" | b"ngh" => front && first != b'y',
        b"c" | b"ng" => !front,
        // "gì", "giếng"; else "gi" is the onset.
        b"g" => !front || first == b'i',
        b"gi" => !front || matches!(first, b'e' | b'3'),
        b"qu" => !matches!(first, b'u' | b'6'),
        _ => true,
    };
    spelled && exists(rime)
}

fn exists(rime: &[u8]) -> bool {
    let number = rime.iter().fold(0, |number, code| number << 8 | u32::from(*code));
    rime.len() <= 4 && SORTED_RIMES.binary_search(&number).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn word(text: &str) -> Word {
        let mut word = Word::default();
        text.chars().for_each(|c| word.push(c));
        word
    }

    #[test]
    fn syllables() {
        for text in [
            "nghiêng", "Quốc", "giếng", "gì", "quý", "khuỷu", "ngoằn", "được", "ĐẮK", "thuở", "uỷ",
            "hoà", "hòa", "quyết", "yêu", "ở", "kỹ", "Giêng", "giờ", "xoong", "tuyên", "nghĩa",
            "Quỳnh", "quýt", "quỵt", "quýnh", "tuýn",
        ] {
            assert!(word(text).is_syllable(), "{text}");
        }
        for text in [
            "été", "für", "cế", "ngế", "hoàch", "thuôc", "đơc", "Müller", "señor", "naïve", "pré",
            "bộẽ", "ngh", "đ", "kà", "âb", "ôd",
        ] {
            assert!(!word(text).is_syllable(), "{text}");
        }
    }

    #[test]
    fn common_words() {
        assert!(word("KẾ").is_common() && word("của").is_common() && !word("kể").is_common());
    }
}
