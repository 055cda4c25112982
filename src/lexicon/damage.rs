//! Words that no Vietnamese text has as they stand: traces of a scanner or of a broken conversion.

use std::cell::RefCell;
use std::ops::Range;

use memchr::memchr_iter;

use super::figures::spoilt_number;
use super::loanwords::is_loanword;
use super::signs::{
    has_stray, is_control, is_for_a_letter, is_foreign, is_misplaced, is_of_two_scripts, is_stray,
};
use super::spelling::Spelling;
use super::{Marks, fold, is_small, is_spelt, is_upper, is_word, letters_like, small};
use crate::source::is_syllable;

/// Looks for words that show damage. Documents say the same words again and again, so those that are sound
/// are kept for all that are read on one thread, the last one for each place of a table.
#[derive(Debug)]
pub(crate) struct Damage {
    sound: Vec<Spelling>,
}

/// A table of `1 << SLOTS` words.
const SLOTS: u32 = 13;

thread_local! {
    static DAMAGE: RefCell<Damage> = const { RefCell::new(Damage { sound: Vec::new() }) };
}

impl Damage {
    /// Where the words of a text lie that show damage; where marks are kept, a word without its own does.
    pub(crate) fn words(text: &str, marks: Marks) -> Vec<Range<usize>> {
        DAMAGE.with_borrow_mut(|damage| damage.found(text, marks))
    }

    fn found(&mut self, text: &str, marks: Marks) -> Vec<Range<usize>> {
        self.sound.resize(1 << SLOTS, Spelling::EMPTY);
        let bytes = text.as_bytes();
        let mut found = Vec::new();
        // What was torn off the word before.
        let mut taken = 0;
        let mut from = 0;
        while from < bytes.len() {
            let (spelling, len) =
                Spelling::of_run(&bytes[from..], |byte| !PARTS[usize::from(byte)]);
            let end = from + len;
            if from < end && self.sound[spelling.slot(SLOTS)] != spelling {
                self.look(text, from..end, spelling, marks, &mut taken, &mut found);
            }
            // A sign that is none, with the word before it; alone it is what a program marked a place with.
            let apart = || bytes.get(end + 1).is_none_or(u8::is_ascii_whitespace);
            let intrudes = bytes.get(end).is_some_and(|byte| match *byte {
                b'?' | b'_' => is_for_a_letter(&text[..end], *byte, &text[end + 1..]),
                byte => is_control(byte) && (from < end || !apart()),
            });
            if intrudes {
                match found.last_mut() {
                    Some(last) if last.end == end => last.end += 1,
                    _ => found.push(from..end + 1),
                }
            }
            from = end + 1;
        }
        found
    }

    /// Looks at a run without white space, which may hold several words: "(ehuẩn)", "“và–tbáng”".
    fn look(
        &mut self,
        text: &str,
        run: Range<usize>,
        spelling: Spelling,
        marks: Marks,
        taken: &mut usize,
        found: &mut Vec<Range<usize>>,
    ) {
        let mut sound = true;
        let mut from = run.start;
        let letters = text[run.clone()].char_indices().map(|(at, c)| (run.start + at, c));
        for (at, c) in letters.chain([(run.end, ' ')]) {
            if is_word(c) || is_stray(c) || is_foreign(c) {
                continue;
            }
            if from < at && from >= *taken {
                // What stands around tells whether a letter alone is torn off, and whether marks are lost.
                let word = &text[from..at];
                let odd = is_odd(word);
                sound &= at > from + 1 && !is_bare(word) && !odd;
                if let Some(len) = torn(&text[..from], word, &text[at..]) {
                    *taken = from + len;
                    found.push(from..*taken);
                } else if (odd || at < from + 4)
                    && let Some(len) = spoilt_number(&text[..from], word, &text[at..])
                {
                    sound = false;
                    *taken = at + len;
                    found.push(from..*taken);
                } else if odd && is_misplaced(&text[..from], word, &text[at..]) {
                    sound = false;
                    found.push(from..at);
                } else if is_damaged(word.trim_matches(is_stray))
                    || odd && is_damaged(word.trim_matches(|c| is_stray(c) || is_foreign(c)))
                    || marks == Marks::Kept && is_bare(word) && is_apart(&text[..from], &text[at..])
                {
                    sound = false;
                    let start = word.find(|c| !is_stray(c)).unwrap_or_default();
                    let word = word.trim_matches(is_stray);
                    found.push(from + start..from + start + word.len());
                }
            } else {
                sound &= from >= at;
            }
            from = at + c.len_utf8();
        }
        if sound {
            self.sound[spelling.slot(SLOTS)] = spelling;
        }
    }
}

/// The bytes that part runs of words: those of ASCII that stand in none.
static PARTS: [bool; 256] = {
    let mut parts = [false; 256];
    let mut byte = 0;
    while byte < 0x80 {
        let c = byte as u8;
        parts[byte] =
            !(c.is_ascii_alphanumeric() || matches!(c, b'|' | b'~' | b'^' | b'`' | b'\'' | b'*'));
        byte += 1;
    }
    parts
};

/// Everyday syllables without their marks, which are no words so, in order.
const BARE: &[&str] = &[
    "cac", "chuc", "chuong", "duoc", "duong", "hien", "hoach", "huong", "huyen", "khong", "kiem",
    "luong", "nghiep", "nguoi", "nhiem", "phoi", "phuong", "quyen", "quyet", "thuc", "thuong",
    "trien", "truoc", "truong", "truyen", "tuyen", "viec", "vien", "xay",
];

/// Whether a word has lost its marks, in a text that has kept them: "cac sở, ngành".
fn is_bare(word: &str) -> bool {
    word.is_ascii() && BARE.binary_search(&word).is_ok()
}

/// Whether a word stands between blanks or signs of a sentence; parts of addresses do not.
fn is_apart(before: &str, behind: &str) -> bool {
    let opens = before.is_empty() || before.ends_with([' ', '\n', '(', '“', '"']);
    let closes = behind.trim_start_matches([',', ';', ':', ')', '”', '"', '.']);
    opens && (closes.is_empty() || closes.starts_with([' ', '\n']))
}

/// Which of some words is meant by one that has its letters and other marks.
pub(crate) fn meant(word: &str, known: &[&'static str]) -> Option<&'static str> {
    let word = word.trim_matches(|c: char| !c.is_alphabetic());
    if word.is_empty() || word.is_ascii() && word.len() == 1 || is_spelt(word, known) {
        return None;
    }
    let letters = || word.chars().filter_map(fold);
    known.iter().copied().find(|known| known.chars().filter_map(fold).eq(letters()))
}

fn is_damaged(word: &str) -> bool {
    if is_plain(word) {
        is_nonsense(word) && !is_loanword(word) || has_twin_strokes(word)
    } else {
        shows_damage(word)
    }
}

/// "PIIONG", "KIIẨN": two strokes for an H, before a vowel; "III" and "BXIII" are figures.
fn has_twin_strokes(word: &str) -> bool {
    let behind = |rest: &str| rest.chars().next().and_then(fold);
    memchr_iter(b'I', word.as_bytes()).any(|at| {
        let Some(rest) = word[at + 1..].strip_prefix('I') else { return false };
        let before = at > 0 && !word[..at].ends_with(['I', 'V', 'X']);
        before && behind(rest).is_some_and(|stem| b"aeouy".contains(&stem))
    })
}

/// "qnốc", "ehuẩn": Vietnamese letters that are no syllable. Without marks they may be of any language,
/// and capitals an abbreviation.
fn is_nonsense(word: &str) -> bool {
    let marked = word.chars().any(|c| !c.is_ascii() && !matches!(c, 'đ' | 'Đ'));
    // Nearly every word is one.
    if !marked || is_syllable(word) {
        return false;
    }
    let mut letters = word.chars();
    let first = letters.next();
    let cased = letters.all(is_small) || word.chars().any(|c| is_toned(c) && small(c) != c);
    // "Đăk", "Niê", "Bắc Kạn", "Búk": names of other languages are written as they sound.
    let toned = word.chars().any(is_toned);
    let capital = first.is_some_and(|c| small(c) != c) && !is_upper(word);
    let name = first.and_then(fold) == Some(b'k') || capital && (!toned || word.ends_with('k'));
    cased && !name && !is_of_the_highlands(word)
}

/// Whether a letter is one of those with a tone, which abbreviations have not.
fn is_toned(c: char) -> bool {
    let c = small(c);
    matches!(c, 'ạ'..='ỹ' | 'à'..='ã' | 'è'..='é' | 'ì' | 'í' | 'ò'..='õ' | 'ù' | 'ú' | 'ý')
        && !matches!(c, 'â' | 'ê' | 'ô')
}

/// Names of the highlands have onsets of their own: "Krông", "Đrăk".
fn is_of_the_highlands(word: &str) -> bool {
    const ONSETS: &[&[u8]] =
        &[b"kr", b"dr", b"br", b"pr", b"bl", b"pl", b"kl", b"gr", b"cr", b"hr", b"sr"];
    let mut letters = word.chars().filter_map(fold);
    let first = [letters.next().unwrap_or_default(), letters.next().unwrap_or_default()];
    ONSETS.contains(&&first[..])
}

/// Whether a word is of Vietnamese letters, and no capital stands behind a small one: nearly every one is.
fn is_plain(word: &str) -> bool {
    let mut behind_small = false;
    word.chars().all(|c| {
        let letter = fold(c).is_some_and(|stem| !stem.is_ascii_digit());
        let is_small = small(c) == c;
        let holds = letter && (is_small || !behind_small);
        behind_small = is_small;
        holds
    })
}

fn shows_damage(word: &str) -> bool {
    word.contains('\u{fffd}')
        || has_stray(word)
        || is_glued(word)
        || has_figure(word)
        || is_of_two_scripts(word)
}

/// "t ỉnh": a consonant alone before what makes a syllable with it. Its length with that.
fn torn(before: &str, word: &str, behind: &str) -> Option<usize> {
    let &[onset] = word.as_bytes() else { return None };
    let consonant = onset.is_ascii_lowercase() && !b"aeiouy".contains(&onset);
    let rest = behind.strip_prefix(' ').filter(|_| consonant)?;
    let end = rest.find(|c: char| !is_word(c)).unwrap_or(rest.len());
    let rime = &rest[..end];
    // "điểm b ở trên", "5 m ống": the letter of an item, a unit.
    let named = before.trim_end();
    let named = ["điểm", "mục", "nhóm", "loại", "lớp"].iter().any(|name| named.ends_with(name))
        || named.ends_with(|c: char| c.is_ascii_digit());
    let vowel = rime.chars().next().and_then(fold).is_some_and(|stem| b"aeiouy".contains(&stem));
    let marked = rime.chars().count() > 1 && !rime.is_ascii();
    let torn = vowel && marked && !named && is_syllable(&format!("{word}{rime}"));
    torn.then_some(word.len() + 1 + end)
}

/// "hiệnChỉ", "SởXây": a small letter with marks before a capital that small letters follow; "SởY".
fn is_glued(word: &str) -> bool {
    let kind = ["Sở", "Bộ"].iter().find_map(|kind| word.strip_prefix(kind));
    if kind.is_some_and(|rest| rest.starts_with(char::is_uppercase)) {
        return true;
    }
    let mut chars = word.chars().peekable();
    let mut small = 0;
    while let Some(c) = chars.next() {
        let capital = c.is_alphabetic() && !is_small(c);
        if capital && small > 1 && !word.is_ascii() && chars.peek().is_some_and(|c| is_small(*c)) {
            return true;
        }
        small = if is_small(c) { small + 1 } else { 0 };
    }
    false
}

/// "th0ng", "ph6i": a figure between letters, in a word that is no code and no measure ("50km").
fn has_figure(word: &str) -> bool {
    if figure_in_syllable(word) {
        return true;
    }
    let word = word.trim_start_matches(|c: char| c.is_ascii_digit());
    let letters = word.chars().filter(|c| is_small(*c)).count();
    let inner = word.char_indices().skip(1).any(|(at, c)| {
        c.is_ascii_digit()
            && word[at + 1..].chars().next().is_some_and(|c| is_small(c) && !c.is_ascii_digit())
    });
    inner && letters > 1 && word.chars().filter_map(fold).count() > 3
}

/// Whether a word has figures among other signs, or a foreign sign: what stands around tells about it.
fn is_odd(word: &str) -> bool {
    // Nearly no word has one: the bytes with which foreign signs begin stand in no letter of Vietnamese.
    let mut bytes = word.bytes();
    bytes.any(|byte| byte.is_ascii_digit() || matches!(byte, 0xc2 | 0xe2))
        && !word.bytes().all(|byte| byte.is_ascii_digit())
}

/// "5Ở", "1ỊCH", "gi1ờ", "NG0": one figure in a syllable that it makes with the letter it looks like. Behind a word in
/// small letters a figure is the mark of a footnote, before one it may count.
fn figure_in_syllable(word: &str) -> bool {
    let mut figures = word.char_indices().filter(|(_, c)| c.is_ascii_digit());
    let (Some((at, figure)), None) = (figures.next(), figures.next()) else { return false };
    let (before, behind) = (&word[..at], &word[at + 1..]);
    let letters = || before.chars().chain(behind.chars());
    if !letters().all(char::is_alphabetic) || word.len() < 3 {
        return false;
    }
    let toned = letters().any(is_toned);
    let marked = letters().any(|c| !c.is_ascii() && !matches!(c, 'đ' | 'Đ'));
    let upper = letters().all(|c| !is_small(c));
    let plain = upper && (word.ends_with("G0") || word.ends_with("H0"));
    let likely = match (before.is_empty(), behind.is_empty()) {
        (true, _) => toned,
        (_, true) => plain || upper && marked && letters().nth(2).is_some(),
        _ => toned,
    };
    likely
        && letters_like(figure)
            .iter()
            .any(|letter| is_syllable(&format!("{before}{letter}{behind}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        let words = Damage::words(text, Marks::Kept);
        words.into_iter().map(|word| &text[word]).collect()
    }

    #[test]
    fn traces_of_scanners() {
        for word in ["qnốc", "ehuẩn", "nărn", "tbáng", "ủyvề", "HOẠCB"] {
            assert!(found(word) == [word], "{word}");
        }
        for word in ["5Ở", "1ỊCH", "6IÁM", "5ở", "1hủ", "THƯƠN6", "NG0", "g1ờ"] {
            assert!(found(word) == [word], "{word}");
        }
        for (text, word) in [
            ("Sở Y\u{8} tế", "Y\u{8}"),
            ("Điện \u{1}thoại", "\u{1}"),
            ("t\u{2}\u{2}ế", "t\u{2}\u{2}"),
        ] {
            assert!(found(text) == [word], "{text:?}");
        }
        assert_eq!(found("\u{3}\n\u{4} \u{3}\u{c}\tSở Y tế\u{b}"), [""; 0]);
        for text in ["cac sở, ngành", "thực hien.", "phối hợp thuc hiện"] {
            assert_eq!(found(text).len(), 1, "{text}");
        }
        for text in [
            "Sở ¥ tế",
            "Tình †rạng",
            "xã €am Lộ",
            "SởXây dựng",
            "BộXây dựng",
            "SởY tế",
            "BộNN",
            "l52 chợ",
            "thu 1O%",
            "UBND các huy?n",
            "T?nh",
            "các ?ơn vị",
            "TH?C HIỆN",
            "h_i đồng",
            "thương m□i",
            "chấp hаnh",
            "phần ІІІ",
            "số 7З",
        ] {
            assert_eq!(found(text).len(), 1, "{text}");
        }
        for word in ["PIIONG", "TIIÀNH", "NIIÂN"] {
            assert!(found(word) == [word], "{word}");
        }
        for word in ["nhấ|t", "l'uật", "hiệnChỉ", "vàChương", "th0ng", "ng~ày", "đi\u{fffd}u"]
        {
            assert!(found(word) == [word], "{word}");
        }
        for text in
            ["ủy ban nhân dân t ỉnh", "h ướng dẫn", "13/KH-ÙBND", "(ehuẩn)", "“tbáng”", "m ỗi m ột"]
        {
            assert!(!found(text).is_empty(), "{text}");
        }
        for text in [
            "5 triệu € cho xã, 100€, 5 ¥, theo § 5, † Nguyễn Văn An",
            "TỉNH SơN Hà",
            "điểm b ở trên, điểm c ấy, 5 m ống, b an, khoản d",
            "Krông Nô Srêpốk",
            "vắcxin, côngtenơ, Mátxcơva, café, Nestlé, ÔTÔ",
            "Quỳnh quýt 50km 200mm 18pt",
            "*báo |Nguyễn| ^bản^",
            "Bắc Kạn Đăk Rơ Niê",
            "BCĐ HĐND UBMTTQVN SVHTTDL",
            "khuỷu nghiêng ngoằn thuở",
            "M'Đrăk",
            "Ea H'leo",
            "CTrĐT",
            "QyĐ",
            "H5N1",
            "thu-vien.gov.vn, vien@truong.edu.vn",
            "Vien Chuc",
            "ƯDCNTT1",
            "trước7",
            "7giờ",
            "Mục1",
            "3Chất",
            "Đ1",
            "ĐH2",
            "Búk",
            "25°C",
            "CO2",
            "BGDĐT2",
            "QHXIII",
            "ĐTII",
            "AIIB",
            "COVID-19",
            "KH-UBND",
            "iPhone",
            "UBND",
            "Đắk Lắk",
            "3G",
            "1/500",
            "5b",
            "TTg",
            "PC08",
            "m2",
            "km2",
            "(2b)",
            "\"Luật\"",
        ] {
            assert_eq!(found(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn bare_syllables_are_in_order() {
        assert!(BARE.is_sorted());
    }

    #[test]
    fn words_with_other_marks() {
        for (word, want) in [
            ("ngảy", Some("ngày")),
            ("thắng", Some("tháng")),
            ("nãm", Some("năm")),
            ("(nam", Some("năm")),
            ("NGÀY", None),
            ("tháng", None),
            ("2024", None),
            ("thứ", None),
        ] {
            assert_eq!(meant(word, &["ngày", "tháng", "năm"]), want, "{word}");
        }
    }
}
