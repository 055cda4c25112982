//! Verbs in and behind the name of a doer: which of them end it.

use super::opening::chains;
use super::phrase::{Ground, Name};
use super::{blanks_behind, floor, word_len};
use crate::lexicon::agents::{
    board_verb, head, heads_board, noun, person, post, quantifier, trade,
};
use crate::lexicon::bodies::{BOARD_TASKS, place_word};
use crate::lexicon::duties::verb;
use crate::lexicon::types::type_at_start;
use crate::lexicon::{Start, ends_with_skeleton, is_spelt, opens_spelt, organ};

/// Bytes of the longest name of a place in "từ … đến …".
const STRETCH: usize = 60;

impl Name<'_> {
    /// Whether a verb at `from` is part of the name: another verb, a sign or the end is behind it.
    pub(super) fn goes_on_with(&self, from: usize, len: usize) -> bool {
        let behind = self.text[from + len..].trim_start();
        let takes_part = [
            "tham gia",
            "tham dự",
            "phụ trách",
            "công tác",
            "dự án",
            "dự án đầu tư",
            "dự án Đầu tư",
            "QLDA",
            "QLDA đầu tư",
            "QLDA Đầu tư",
        ]
        .iter()
        .any(|words| self.text[self.at..self.end].ends_with(words))
            && !self.text[self.at..self.end].ends_with("người tham gia");
        // "Ban Quản lý dự án đầu tư xây dựng", not "… dự án xây dựng kế hoạch".
        let built = ["đầu tư", "xây dựng"]
            .iter()
            .any(|field| opens_spelt(&self.text[from..], field).is_some());
        let project =
            ["dự án", "QLDA"].iter().any(|word| self.text[self.at..self.end].ends_with(word));
        if project && !(built && type_at_start(behind).is_none()) {
            return false;
        }
        let ended = behind.is_empty() || behind.starts_with([',', ';', ':', '.', ')']);
        let named = self.ground == Ground::Name && !self.known;
        // "Văn phòng Sở tổng hợp": with the body it belongs to the name is whole.
        let whole = self.last.starts_with(char::is_uppercase)
            && self.end - self.last.len() > self.at
            && noun(self.last) == Some(self.last.len());
        let name = named && !whole && (self.small > 0 || self.large);
        let goes_on = ended && !chains(behind)
            || duty_of_name(behind)
            || behind.starts_with(char::is_uppercase) && type_at_start(behind).is_none()
            || place_word(behind).is_some()
            || joins_field(behind);
        takes_part || name && goes_on
    }

    /// Whether a qualifier may stand here: "thuộc Sở", "của Sở", but not "kiểm tra".
    pub(super) fn qualifies(&self, from: usize, len: usize) -> bool {
        let qualifier = &self.text[from..from + len];
        let behind = self.text[from + len..].trim_start();
        if opens_spelt(&self.text[from..], "trên cơ sở").is_some() {
            return false;
        }
        if is_spelt(qualifier, &["của", "thuộc", "trên", "ở"])
            || opens_spelt(qualifier, "trực thuộc").is_some()
        {
            let named = behind.starts_with(char::is_uppercase)
                || quantifier(behind).is_some()
                || noun(behind).is_some()
                || place_word(behind).is_some();
            return named || opens_spelt(qualifier, "trực thuộc").is_some();
        }
        if is_spelt(qualifier, &["tham"])
            || opens_spelt(qualifier, "tham gia").is_some()
            || opens_spelt(qualifier, "tham dự").is_some()
            || opens_spelt(qualifier, "quản lý").is_some()
            || opens_spelt(qualifier, "phụ trách").is_some()
            || opens_spelt(qualifier, "chưa").is_some()
        {
            return self.clause_has_verb(from + len);
        }
        true
    }

    /// "các tổ chức cung cấp dịch vụ": a group by its trade, which is a duty of a body that has a name.
    pub(super) fn trades(&self, from: usize, rest: Start<'_>) -> Option<usize> {
        let len = trade(rest)?;
        let taken = &self.text[self.at..self.end];
        let group = self.ground == Ground::Kind || taken.ends_with("dịch vụ") || person(taken);
        (group && self.clause_verb_behind(from + len)).then_some(len)
    }

    /// Whether another verb of duty follows in the clause: then the one before it belongs to the name.
    pub(super) fn clause_has_verb(&self, from: usize) -> bool {
        const WORDS: usize = 8;
        let mut at = from;
        for _ in 0..WORDS {
            at = blanks_behind(self.text, at);
            let rest = &self.text[at..];
            if ["có trách nhiệm", "chịu trách nhiệm", "cần", "phải", "chủ động", "chủ trì"]
                .iter()
                .any(|word| opens_spelt(rest, word).is_some())
            {
                return true;
            }
            let len = word_len(rest);
            if len == 0 {
                return rest.is_empty() && from > 0;
            }
            at += len;
        }
        false
    }

    /// "các tỉnh, thành phố từ Hà Tĩnh đến Khánh Hòa"
    pub(super) fn stretch(&mut self, from: usize) -> bool {
        let named = |at: usize| self.text[at..].starts_with(char::is_uppercase);
        let first = blanks_behind(self.text, from + "từ".len());
        if !named(first) {
            return false;
        }
        let reach = floor(self.text, first + STRETCH);
        let Some(to) = self.text[first..reach].find(" đến ") else { return false };
        let second = first + to + " đến ".len();
        if !named(second) {
            return false;
        }
        let end = capitals_end(self.text, second);
        self.take(second, end - second, Ground::Name);
        true
    }

    /// A board is named after what it steers: "Ban Chỉ đạo phòng thủ dân sự quốc gia", "Đoàn kiểm tra".
    pub(super) fn board(&mut self, from: usize) -> bool {
        let rest = &self.text[from..];
        let taken = &self.text[self.at..self.end];
        if !rest.starts_with(char::is_lowercase) {
            return false;
        }
        // "Ban quản lý", "đoàn kiểm tra", "Hội đồng tuyển dụng": the verb behind the head.
        let bare = quantifier(taken).map_or(taken, |len| taken[len..].trim_start());
        // "Trưởng đoàn thẩm định" is the head of one.
        let chief = ["phó trưởng", "trưởng"].iter().find_map(|post| opens_spelt(bare, post));
        let bare = chief.map_or(bare, |len| bare[len..].trim_start());
        // "Tỉnh Đoàn kiểm tra", not "Đoàn kiểm tra".
        let seat = bare.strip_suffix(self.last).unwrap_or_default().trim_end();
        let union = is_spelt(self.last, &["đoàn"])
            && (place_word(seat) == Some(seat.len()) || is_spelt(seat, &["thành", "thị"]));
        let heads = self.last.starts_with(char::is_uppercase) && !union || bare == self.last;
        let heads = heads && self.small == 0 && heads_board(self.last) || heads_board(bare);
        // "Tỉnh Đoàn tổ chức …" does it, "Ban Tổ chức" is named after it.
        let is_deed = ["tổ chức", "xây dựng"].iter().any(|deed| opens_spelt(rest, deed).is_some())
            && !is_spelt(self.last, &["ban"]);
        if heads
            && !is_deed
            && let Some(len) = board_verb(rest)
            && self.clause_verb_behind(from + len)
        {
            self.take(from, len, Ground::Name);
            return true;
        }
        let steers = ends_with_skeleton(taken, "chidao").is_some()
            && is_spelt(&rest[..word_len(rest)], BOARD_TASKS)
            && opens_spelt(rest, "triển khai thực hiện").is_none()
            && self.clause_verb_behind(from)
            && !self.ends_sentence(from);
        if steers {
            self.take(from, verb(rest).unwrap_or(word_len(rest)), Ground::Name);
        }
        steers
    }

    /// Whether a sentence ends before long and has no other verb than the one here: "Ban Chỉ đạo xây dựng kế hoạch."
    fn ends_sentence(&self, from: usize) -> bool {
        let rest = &self.text[from..floor(self.text, from + STRETCH)];
        let Some(stop) = rest.find(['.', ',', ';', ':', '(']) else { return false };
        let own = verb(rest).unwrap_or_default();
        let words = rest[..stop].match_indices(' ').filter(|(at, _)| *at >= own);
        let mut words = words.map(|(at, _)| &rest[at + 1..]);
        rest[stop..].starts_with('.') && !words.any(|word| verb(word).is_some())
    }

    /// Whether a verb, a sign or the end follows before long: the name ends there and not here.
    pub(super) fn clause_verb_behind(&self, from: usize) -> bool {
        const WORDS: usize = 14;
        let mut at = from;
        for count in 0..WORDS {
            let gap = blanks_behind(self.text, at);
            let rest = &self.text[gap..];
            if rest.is_empty() || rest.starts_with([',', ';', ')', ':']) {
                return count > 0 || at == from && gap == from;
            }
            if verb(rest).is_some() && !is_spelt(&rest[..word_len(rest)], BOARD_TASKS) {
                return true;
            }
            let len = word_len(rest);
            if len == 0 {
                return true;
            }
            at = gap + len;
        }
        false
    }
}

/// Whether a verb tells what a body does, and is no object of the verb before it: "Phòng Kế hoạch tổng hợp chủ trì",
/// not "Phòng Kế hoạch tổng hợp báo cáo".
fn duty_of_name(behind: &str) -> bool {
    const OBJECTS: &[&str] = &[
        "báo cáo",
        "dự thảo",
        "dự toán",
        "gửi",
        "giám sát",
        "kiểm tra",
        "phổ biến",
        "trình",
        "vận động",
        "xử lý",
        "đánh giá",
        "đề xuất",
    ];
    // "thi hành Quyết định này"
    let small = behind.starts_with(char::is_lowercase);
    small
        && verb(behind).is_some()
        && OBJECTS.iter().all(|object| opens_spelt(behind, object).is_none())
}

/// Whether "và" joins a second field to the name: "Trung tâm Công nghệ thông tin và Truyền thông".
fn joins_field(behind: &str) -> bool {
    behind.strip_prefix("và ").is_some_and(|second| {
        second.starts_with(char::is_uppercase)
            && organ(second).is_none()
            && !head(second)
            && noun(second).is_none()
            && post(second).is_none()
    })
}

/// Byte behind a run of words with capitals.
fn capitals_end(text: &str, at: usize) -> usize {
    let mut end = at;
    loop {
        let from = blanks_behind(text, end);
        let len = word_len(&text[from..]);
        if len == 0 || !text[from..].starts_with(char::is_uppercase) {
            return end;
        }
        end = from + len;
    }
}
