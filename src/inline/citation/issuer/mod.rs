//! Where the name of a body ends that begins at some place: "của Sở Giáo dục và Đào tạo quy định …".
//!
//! Names of bodies have a capital at the first letter of each of their parts (NĐ 30/2020 Phụ lục II),
//! so a name is a run of capitalised words; a small word belongs to it where it completes the word
//! before it ("Tư pháp"), names a place ("tỉnh …") or counts ("khóa XIII", "lần thứ tám"). Names that
//! are known by heart end where they are known to end.

mod board;

use memchr::memchr_iter;

use crate::lexicon::bodies::{
    CAPITAL_VERBS, COMPOUNDS, GROUPS, HEADS, LARGE_VERBS, LONG_NAMES, LONG_WORDS, LOOSE_HEADS,
    PROGRAMMES, PROJECT_BOARDS, SCHOOLS, VERBS, place_word,
};
use crate::lexicon::issuers::known_issuer;
use crate::lexicon::provinces::province;
use crate::lexicon::types::type_at_start;
use crate::lexicon::{
    begins_with_any, fold, is_dash, is_one_of, is_spelt, is_upper, is_word, last_word, opens_spelt,
    organ, starts_with_any, starts_with_skeleton,
};

/// Bytes of the longest name that is followed: boards are named after what they steer.
const REACH: usize = 320;

/// Small words in a row in the name of a unit that is a description.
const LOOSE_WORDS: usize = 5;

/// Byte behind the abbreviation of a name: "Bộ Công Thương (BCT)".
pub(super) fn behind_code(text: &str, at: usize) -> usize {
    let open = blanks_behind(text, at);
    let Some(inside) = text[open..].strip_prefix('(') else { return at };
    let code = inside.find(|c: char| !(c.is_uppercase() || matches!(c, '&' | '-'))).unwrap_or(0);
    if code > 1 && inside[code..].starts_with(')') { open + code + "()".len() } else { at }
}

/// How the words around are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Print {
    /// As sentences are.
    Sentence,
    /// In capitals, as titles are: they tell nothing about where a name ends.
    Capitals,
}

impl Print {
    /// How `words` are printed.
    pub(super) fn at(words: &str) -> Self {
        if is_upper(words) { Self::Capitals } else { Self::Sentence }
    }
}

/// Byte behind the name of a body that begins at `at`; `None` where none does.
pub(super) fn issuer(text: &str, at: usize, print: Print) -> Option<usize> {
    body(text, at, print, false)
}

/// As [`issuer`], for a joint document: further bodies may follow the first.
pub(super) fn issuers(text: &str, at: usize, print: Print) -> Option<usize> {
    body(text, at, print, true)
}

fn body(text: &str, at: usize, print: Print, joint: bool) -> Option<usize> {
    let mut name = Name {
        text,
        at,
        end: at,
        ground: Ground::Open,
        small: 0,
        loose: false,
        last: "",
        print,
        joint,
    };
    // "liên Bộ Tài chính - Giáo dục và Đào tạo"
    if let Some(len) = starts_with_skeleton(&text[at..], "lien")
        && begins_with_any(text[at + len..].trim_start(), &["bo", "so", "nganh"]).is_some()
    {
        (name.end, name.joint) = (at + len, true);
    }
    while name.end < at + REACH && name.step() {}
    let end = name.board().unwrap_or(name.end);
    // "của STC v/v lập dự toán"
    let about = memchr_iter(b'/', &text.as_bytes()[at..end]).find(|stroke| {
        *stroke > 0
            && matches!(&text.as_bytes()[at + stroke - 1..end], [b'v' | b'V', _, b'v' | b'V', ..])
    });
    let end = about.map_or(end, |stroke| at + stroke - 1);
    let kept = text[at..end].trim_end_matches([' ', '-', '–', ',', '\n', '\t']).len();
    (kept > 1).then_some(at + kept)
}

/// Whether a body whose kind everybody knows begins here: it may follow a date without "của".
pub(super) fn is_known(text: &str, at: usize) -> bool {
    text[at..].starts_with(char::is_uppercase) && known_issuer(&text[at..]).is_some()
}

/// Whether the name of some body begins here, as a letterhead would print it.
pub(super) fn is_body(text: &str, at: usize) -> bool {
    is_known(text, at) || text[at..].starts_with(char::is_uppercase) && organ(&text[at..]).is_some()
}

/// What was read last of a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ground {
    /// Part of a name that may go on.
    Open,
    /// A name known by heart: small words do not complete it.
    Known,
    /// "tỉnh", "huyện" … or the name behind it: names of places have a capital at each syllable.
    Place,
}

/// A name on the way to its end.
struct Name<'t> {
    text: &'t str,
    at: usize,
    end: usize,
    ground: Ground,
    /// Small words since the last capital.
    small: usize,
    /// A unit within a body: its name may have long runs of small words.
    loose: bool,
    last: &'t str,
    print: Print,
    /// Several bodies may be named.
    joint: bool,
}

impl Name<'_> {
    /// Takes the next word of the name; says whether there was one.
    fn step(&mut self) -> bool {
        let from = blanks_behind(self.text, self.end);
        let rest = &self.text[from..];
        if rest.is_empty() {
            return false;
        }
        self.known_part(from)
            || from > self.at
                && (self.next_body(from)
                    || self.larger_place(from)
                    || self.programme(from)
                    || self.region(from))
            || self.word(from)
            || self.across(from)
    }

    /// A name known by heart, or the name of a province.
    fn known_part(&mut self, from: usize) -> bool {
        let rest = &self.text[from..];
        let large = self.print == Print::Capitals || rest.starts_with(char::is_uppercase);
        if !large && self.small > 0 {
            return false;
        }
        // "của UBND tỉnh; Ủy ban nhân dân xã …" names no Tỉnh ủy.
        let parted =
            || place_word(rest).is_some_and(|len| rest[len..].starts_with([',', ';', '.']));
        let known = known_issuer(rest).filter(|_| !begins_document(rest) && !parted());
        let long = || starts_with_any(rest, LONG_NAMES).filter(|_| large);
        if let Some(len) = known.or_else(long) {
            self.take_known(from, len);
            return true;
        }
        // "Tổ công tác triển khai …": a head of which only the first word has a capital.
        if from == self.at
            && large
            && let Some(len) = starts_with_any(rest, GROUPS)
        {
            (self.end, self.small) = (from + len, 1);
            self.last = last_word(&rest[..len]);
            return true;
        }
        if self.ground == Ground::Place
            && let Some((_, len)) = province(rest)
        {
            self.take_known(from, len);
            self.ground = Ground::Place;
            return true;
        }
        false
    }

    fn take_known(&mut self, from: usize, len: usize) {
        self.end = from + len;
        self.last = last_word(&self.text[from..self.end]);
        self.small = 0;
        self.ground = if place_word(self.last).is_some() { Ground::Place } else { Ground::Known };
    }

    /// The next word, if it belongs to the name.
    fn word(&mut self, from: usize) -> bool {
        let rest = &self.text[from..];
        let len = place_word(rest).unwrap_or_else(|| word_len(rest));
        let word = &rest[..len];
        let taken = !word.is_empty()
            && match self.print {
                Print::Capitals => self.capital_word(rest, word),
                Print::Sentence if begins_large(word) => self.large_word(rest),
                Print::Sentence => self.small_word(rest, word),
            };
        if taken {
            let large = begins_large(word) || word.starts_with(|c: char| c.is_ascii_digit());
            self.small = if large { 0 } else { self.small + 1 };
            let place = place_word(rest) == Some(len);
            if place {
                self.ground = Ground::Place;
            } else if self.ground == Ground::Known {
                self.ground = Ground::Open;
            }
            (self.end, self.last) = (from + len, word);
            // "TP. Sơn Hà"
            if place && len == 2 && self.text[self.end..].starts_with('.') {
                self.end += 1;
            }
        }
        taken
    }

    fn large_word(&mut self, rest: &str) -> bool {
        // A new part of the sentence: "của Chính phủ Ban hành …", "của UBND tỉnh Quy định …".
        let ended = match self.ground {
            Ground::Open => false,
            Ground::Known => type_at_start(rest).is_some(),
            Ground::Place => true,
        };
        let begins = ended || self.ground == Ground::Known;
        if begins_document(rest)
            || self.end > self.at && begins_with_any(rest, &["nhiemky"]).is_some()
            || begins && begins_with_any(rest, LARGE_VERBS).is_some()
            || self.ground == Ground::Known && ended
        {
            return false;
        }
        self.loose |= begins_with_any(rest, LOOSE_HEADS).is_some();
        true
    }

    fn small_word(&mut self, rest: &str, word: &str) -> bool {
        // "của trường Tiểu học Phú Mỹ": a school begins in small letters for many.
        if self.end == self.at && is_spelt(word, &["trường"]) {
            self.loose = true;
            let kind = rest[word.len()..].trim_start();
            return kind.starts_with(char::is_uppercase)
                && starts_with_any(kind, SCHOOLS).is_some();
        }
        // "Hiệp hội Nước mắm nhiệm kỳ VI"
        if self.end == self.at || starts_with_skeleton(rest, "nhiemky").is_some() {
            return false;
        }
        if word.starts_with(|c: char| c.is_ascii_digit()) {
            const NUMBERED: &[&str] =
                &["quan", "phuong", "dao", "so", "khoa", "khu", "gia", "doan"];
            // "Hội nghị Trung ương 8 khóa XI"
            let meeting = is_spelt(self.last, &["ương"])
                && begins_with_any(&self.text[self.at..self.end], &["hoinghi"]).is_some();
            return meeting
                || is_one_of(self.last, NUMBERED)
                || is_spelt(self.last, &["thứ"])
                || self.ground == Ground::Place;
        }
        // "Hội nghị lần thứ tám của Ban Chấp hành Trung ương"
        if is_spelt(word, &["của"]) {
            let name = &self.text[self.at..self.end];
            return starts_with_skeleton(rest[word.len()..].trim_start(), "banchaphanh").is_some()
                && begins_with_any(name, &["hoinghi"]).is_some();
        }
        if let Some(len) = place_word(rest) {
            let named = rest[len..].trim_start();
            let next = &named[..word_len(named)];
            // "HĐND tỉnh kinh phí còn lại": a council sits in what follows, but for "xã hội".
            let council =
                is_spelt(self.last, &["ubnd", "hđnd", "dân"]) && !is_spelt(next, &["hội"]);
            return council
                || !named.starts_with(char::is_alphabetic)
                || is_spelt(next, &["khóa", "khoá", "và"])
                || named.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
                || VERBS.hold(next);
        }
        // "Hiệu trưởng trường Đại học …": the word for a unit in small letters.
        let unit = is_spelt(word, &["trường", "trung", "phòng", "cục", "sở", "ban"])
            && starts_with_any(rest, LOOSE_HEADS)
                .is_some_and(|len| rest[len..].trim_start().starts_with(char::is_uppercase));
        unit || self.counts(rest, word)
            || match self.ground {
                Ground::Open if is_spelt(word, &["và"]) => goes_on_behind_and(&rest[word.len()..]),
                Ground::Open => self.completes(word),
                Ground::Known | Ground::Place => false,
            }
    }

    /// "khóa XIII", "lần thứ tám".
    fn counts(&self, rest: &str, word: &str) -> bool {
        let next = rest[word.len()..].trim_start();
        let term = is_spelt(word, &["khóa", "khoá"]) && is_count(&next[..word_len(next)]);
        term || is_spelt(self.last, &["khóa", "khoá"]) && is_count(word)
            || starts_with_skeleton(rest, "lanthu").is_some()
            || is_spelt(self.last, &["lần"]) && is_spelt(word, &["thứ"])
            || is_spelt(self.last, &["thứ"])
    }

    /// Whether a small word completes the one before it.
    fn completes(&self, word: &str) -> bool {
        if is_pair(self.last, word, LONG_WORDS) {
            return true;
        }
        let plain = !VERBS.hold(word);
        if self.loose && self.small < LOOSE_WORDS && plain {
            return true;
        }
        let first = self.small == 0 && begins_large(self.last);
        first && (plain || is_pair(self.last, word, COMPOUNDS))
    }

    /// A word of a line of capitals.
    fn capital_word(&mut self, rest: &str, word: &str) -> bool {
        if begins_document(rest) || begins_with_any(rest, CAPITAL_VERBS).is_some() {
            return false;
        }
        if self.ground == Ground::Known && place_word(rest).is_none() {
            return is_spelt(word, &["khóa", "khoá"]);
        }
        word.starts_with(char::is_alphabetic)
    }

    /// What goes on behind a name known by heart: "Kho bạc Nhà nước khu vực XI", "Ủy ban nhân dân (UBND) tỉnh".
    fn region(&mut self, from: usize) -> bool {
        if self.ground != Ground::Known || self.print == Print::Capitals {
            return false;
        }
        let rest = &self.text[from..];
        if let Some(len) = opens_spelt(rest, "khu vực") {
            let count = blanks_behind(rest, len);
            let end = count + word_len(&rest[count..]);
            if is_count(&rest[count..end]) {
                (self.end, self.last) = (from + end, "");
                return true;
            }
        }
        let behind = behind_code(self.text, self.end);
        let next = blanks_behind(self.text, behind);
        let goes_on = behind > self.end
            && (place_word(&self.text[next..]).is_some()
                || self.text[next..].starts_with("Việt Nam"));
        if goes_on {
            self.end = behind;
        }
        goes_on
    }

    /// The project that a board runs: "Ban Điều hành Đề án 7", "Ban Quản lý Chương trình mục tiêu quốc gia".
    fn programme(&mut self, from: usize) -> bool {
        if starts_with_any(&self.text[self.at..self.end], PROJECT_BOARDS)
            != Some(self.end - self.at)
        {
            return false;
        }
        let rest = &self.text[from..];
        let Some(len) = starts_with_any(rest, &["dean", "duan", "chuongtrinh"]) else {
            return false;
        };
        let number = &rest[blanks_behind(rest, len)..];
        let digits = number.len() - number.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        if let Some(len) = starts_with_any(rest, PROGRAMMES) {
            self.take_known(from, len);
            return true;
        }
        let figure = matches!(digits, 1..=3) && !number[digits..].starts_with(['/', '-', '.']);
        if figure {
            (self.end, self.last) = (from + rest.len() - number.len() + digits, "");
            (self.small, self.ground) = (0, Ground::Open);
        }
        figure
    }

    /// A sign between two words of the name: "Lao động - Thương binh", "Nông nghiệp & Phát triển".
    fn across(&mut self, from: usize) -> bool {
        let Some(sign) = self.text[from..].chars().next() else { return false };
        if !(is_dash(sign) || sign == '&') || from == self.at {
            return false;
        }
        let next = blanks_behind(self.text, from + sign.len_utf8());
        let rest = &self.text[next..];
        let large = rest.starts_with(char::is_uppercase) && !begins_document(rest);
        if large {
            (self.end, self.small, self.ground) = (next, 0, Ground::Open);
        }
        large
    }

    /// The unit that holds the one named: "huyện Mỹ Hòa, tỉnh Sơn Hà".
    fn larger_place(&mut self, from: usize) -> bool {
        let Some(rest) = self.text[from..].strip_prefix(", ") else { return false };
        let Some(len) = place_word(rest).filter(|_| self.ground == Ground::Place) else {
            return false;
        };
        let named = rest[len..].trim_start().starts_with(char::is_uppercase);
        if named {
            self.end = self.text.len() - rest.len() + len;
            self.last = &rest[..len];
        }
        named
    }

    /// The next body of a joint document: "Bộ Nội vụ, Bộ Tài chính và Văn phòng Chính phủ".
    fn next_body(&mut self, from: usize) -> bool {
        const SIGNS: [&str; 4] = [", ", "và ", "- ", "– "];
        let rest = &self.text[from..];
        let Some(sign) = SIGNS.iter().find(|sign| self.joint && rest.starts_with(**sign)) else {
            return false;
        };
        let rest = &rest[sign.len()..];
        let Some(len) = known_issuer(rest).filter(|_| !begins_document(rest)) else {
            return false;
        };
        self.take_known(from + sign.len(), len);
        true
    }
}

/// "Kế hoạch số", "Nghị quyết 57", "Luật": a name ends before another document.
fn begins_document(text: &str) -> bool {
    type_at_start(text).is_some_and(|(kind, len)| {
        let behind = text[len..].trim_start();
        behind.starts_with(|c: char| c.is_ascii_digit())
            || starts_with_skeleton(behind, "so").is_some()
            || matches!(kind.code, Some("Luật" | "Bộ luật" | "HP" | "Pháp lệnh"))
    })
}

/// Whether behind "và" another part of a name follows, and not another body or document.
fn goes_on_behind_and(text: &str) -> bool {
    let behind = text.trim_start();
    behind.starts_with(char::is_uppercase)
        && !begins_document(behind)
        && begins_with_any(behind, HEADS).is_none()
        && type_at_start(behind).is_none()
}

/// Byte behind the white space at `at`.
fn blanks_behind(text: &str, at: usize) -> usize {
    at + (text[at..].len() - text[at..].trim_start().len())
}

/// Length of the word at the start of `text`: letters, digits and the signs that stand within words.
fn word_len(text: &str) -> usize {
    text.find(|c: char| !(is_word(c) || matches!(c, '&' | '/'))).unwrap_or(text.len())
}

fn begins_large(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

/// A figure: "XIII", "10".
fn is_count(word: &str) -> bool {
    !word.is_empty()
        && word.chars().all(|c| c.is_ascii_digit() || matches!(c, 'I' | 'V' | 'X' | 'L'))
}

/// Whether two words are one of the pairs, given by their skeletons.
fn is_pair(first: &str, second: &str, pairs: &[(&str, &str)]) -> bool {
    let letter = second.chars().next().and_then(fold);
    pairs.iter().any(|(a, b)| {
        b.bytes().next() == letter && is_one_of(second, &[b]) && is_one_of(first, &[a])
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ends_of_names() {
        for (text, want) in [
            ("Chính phủ quy định chi tiết", "Chính phủ"),
            ("Thủ tướng Chính phủ về việc", "Thủ tướng Chính phủ"),
            ("Thủ tướng chính phủ về tăng cường", "Thủ tướng chính phủ"),
            ("UBND tỉnh về", "UBND tỉnh"),
            ("UBND tỉnh;", "UBND tỉnh"),
            ("UBND tỉnh Sơn Hà thực hiện", "UBND tỉnh Sơn Hà"),
            ("Ủy ban nhân dân tỉnh Sóc Trăng về việc", "Ủy ban nhân dân tỉnh Sóc Trăng"),
            ("Ủy ban nhân dân Thành phố.", "Ủy ban nhân dân Thành phố"),
            ("Uỷ ban nhân dân Tỉnh về thực hiện", "Uỷ ban nhân dân Tỉnh"),
            ("Bộ Giáo dục và Đào tạo về việc", "Bộ Giáo dục và Đào tạo"),
            ("Bộ trưởng Bộ Y tế ban hành", "Bộ trưởng Bộ Y tế"),
            ("Sở Nông nghiệp & Phát triển nông thôn tại", "Sở Nông nghiệp & Phát triển nông thôn"),
            ("Bộ Chính trị khóa XIII về", "Bộ Chính trị khóa XIII"),
            ("Chính phủ và Chương trình hành động số 10", "Chính phủ"),
            ("Bộ Chính trị và Nghị quyết số 5", "Bộ Chính trị"),
            ("Văn phòng Ủy ban nhân dân tỉnh về việc", "Văn phòng Ủy ban nhân dân tỉnh"),
            ("Đoàn Luật sư tỉnh Sơn Hà, theo đó", "Đoàn Luật sư tỉnh Sơn Hà"),
            ("Hiệp hội Nước mắm Sơn Hà (sau đây", "Hiệp hội Nước mắm Sơn Hà"),
            ("Ban Thường vụ Tỉnh uỷ về", "Ban Thường vụ Tỉnh uỷ"),
            ("Ban Thường vụ Đảng ủy xã Tân An về việc", "Ban Thường vụ Đảng ủy xã Tân An"),
            (
                "Ban Chấp hành Trung ương Đảng khóa XIII về",
                "Ban Chấp hành Trung ương Đảng khóa XIII",
            ),
            (
                "Hội nghị lần thứ 8 của Ban Chấp hành Trung ương về",
                "Hội nghị lần thứ 8 của Ban Chấp hành Trung ương",
            ),
            (
                "Hội nghị lần thứ tám Ban Chấp hành Trung ương khóa XI về",
                "Hội nghị lần thứ tám Ban Chấp hành Trung ương khóa XI",
            ),
            (
                "Bộ Lao động - Thương binh và Xã hội hướng dẫn",
                "Bộ Lao động - Thương binh và Xã hội",
            ),
            ("Sở Văn hóa, Thể thao và Du lịch về", "Sở Văn hóa, Thể thao và Du lịch"),
            ("CHÍNH PHỦ BAN HÀNH KẾ HOẠCH", "CHÍNH PHỦ"),
            ("UBND TỈNH SƠN HÀ VỀ VIỆC", "UBND TỈNH SƠN HÀ"),
            (
                "Ban Chỉ đạo thực hiện phong trào Chung tay vì cộng đồng tỉnh Sơn Hà thực hiện",
                "Ban Chỉ đạo thực hiện phong trào Chung tay vì cộng đồng tỉnh Sơn Hà",
            ),
            ("Ban Chỉ đạo về thực hiện phong trào", "Ban Chỉ đạo"),
            (
                "Ban Chỉ đạo Giữ gìn cảnh quan thôn xóm huyện Mỹ Hòa về việc",
                "Ban Chỉ đạo Giữ gìn cảnh quan thôn xóm huyện Mỹ Hòa",
            ),
            ("Ban Chỉ đạo Giữ gìn cảnh quan về việc tổ chức tại xã", "Ban Chỉ đạo Giữ gìn"),
            ("Ban Tổ chức Tỉnh ủy rà soát các xã", "Ban Tổ chức Tỉnh ủy"),
            (
                "Ban Chỉ đạo liên ngành Trung ương về an toàn thực phẩm về việc",
                "Ban Chỉ đạo liên ngành Trung ương về an toàn thực phẩm",
            ),
            (
                "Ban Chỉ huy Phòng thủ dân sự tỉnh Sơn Hà, xã",
                "Ban Chỉ huy Phòng thủ dân sự tỉnh Sơn Hà",
            ),
            ("Ban Chỉ đạo Cải cách hành chính tỉnh;", "Ban Chỉ đạo Cải cách hành chính tỉnh"),
            (
                "Ban Chỉ đạo thực hiện phong trào xóa nhà tạm tỉnh, Ủy ban nhân dân",
                "Ban Chỉ đạo thực hiện phong trào xóa nhà tạm tỉnh",
            ),
            ("Ban Điều hành Đề án 7 Bộ Y tế về", "Ban Điều hành Đề án 7 Bộ Y tế"),
            ("Ban Điều hành Đề án số 7/ĐA-UBND", "Ban Điều hành"),
            (
                "Trưởng Ban Chương trình mục tiêu quốc gia tỉnh Sơn Hà về",
                "Trưởng Ban Chương trình mục tiêu quốc gia tỉnh Sơn Hà",
            ),
            (
                "Văn phòng Điều phối Chương trình xây dựng nông thôn mới tỉnh;",
                "Văn phòng Điều phối Chương trình xây dựng nông thôn mới tỉnh",
            ),
            (
                "Ban Quản lý dự án đầu tư xây dựng các công trình giao thông về",
                "Ban Quản lý dự án đầu tư xây dựng các công trình giao thông",
            ),
            ("Hội đồng thẩm định chương trình về kết quả", "Hội đồng thẩm định chương trình"),
            (
                "Ban Quản lý chương trình trồng rừng tỉnh về",
                "Ban Quản lý chương trình trồng rừng tỉnh",
            ),
            ("Ban Quản lý Kế hoạch số 5/KH-UBND", "Ban Quản lý"),
            ("UBND tỉnh; Ủy ban nhân dân xã", "UBND tỉnh"),
            ("UBND huyện, Ủy ban nhân dân xã", "UBND huyện"),
            ("trường Tiểu học Phú Mỹ về việc", "trường Tiểu học Phú Mỹ"),
        ] {
            let print = Print::at(text);
            let end = issuer(text, 0, print);
            assert_eq!(end.map(|end| &text[..end]), Some(want), "{text}");
        }
    }

    #[test]
    fn no_names() {
        for text in ["các cơ quan", "tỉnh", "từng đơn vị", "trường học", "trường A", "", "12"]
        {
            assert_eq!(issuer(text, 0, Print::Sentence), None, "{text}");
        }
    }
}
