//! Commas, dashes, "và" and parentheses within the name of a doer.

use super::opening::{begins_document, field_word};
use super::phrase::{Ground, Name, phrase};
use super::{blanks_behind, floor, word_len};
use crate::lexicon::agents::{
    apposition, completion, compound, counted_alone, dashed, head, joins, noun, person, post,
    quantifier, school_level,
};
use crate::lexicon::bodies::{HEADS, place_word};
use crate::lexicon::duties::{adverbial, stops, verb};
use crate::lexicon::issuers::known_issuer;
use crate::lexicon::{begins_with_any, is_spelt, is_upper, opens_spelt, organ};

impl Name<'_> {
    /// "Lao động - Thương binh", "Nông nghiệp & Phát triển", "Đoàn – Hội – Đội".
    pub(super) fn across(&mut self, from: usize, sign: usize) -> bool {
        let next = blanks_behind(self.text, from + sign);
        let rest = &self.text[next..];
        let parted = next > from + sign || from > self.end;
        // "các đoàn thể chính trị - xã hội"
        if let Some(len) = dashed(&self.text[self.at..self.end], rest) {
            self.take(next, len, Ground::Name);
            return true;
        }
        // "Đoàn Thanh niên – Hội Sinh viên": the two unions of a school, with one committee.
        let union = opens_spelt(&self.text[self.at..self.end], "đoàn thanh niên").is_some()
            && opens_spelt(rest, "hội sinh viên").is_some();
        if union {
            self.take(next, "hội sinh viên".len(), Ground::Name);
            return true;
        }
        let goes_on = rest.starts_with(char::is_uppercase)
            && !begins_document(rest)
            && (parted || sign == 1)
            && known_issuer(rest).is_none()
            && !apposition(rest)
            && (post(rest).is_none() || opens_spelt(rest, "kế toán").is_some());
        if goes_on {
            self.take(next, field_word(rest), Ground::Name);
        }
        goes_on
    }

    /// "Sở Tài nguyên và Môi trường"; "các tổ chức và cá nhân".
    pub(super) fn behind_and(&mut self, from: usize) -> bool {
        let next = blanks_behind(self.text, from + "và".len());
        let rest = &self.text[next..];
        // "Thủy lợi và Phòng, chống thiên tai"
        if self.ground == Ground::Name
            && let Some(len) = compound(rest).filter(|len| rest[..*len].contains(','))
        {
            self.take(next, len, Ground::Name);
            return true;
        }
        if rest.starts_with(char::is_uppercase) {
            let apart = self.ground != Ground::Name
                || begins_with_any(rest, HEADS).is_some()
                || organ(rest).is_some()
                || post(rest).is_some()
                || person(rest)
                || names_seat(rest)
                || begins_document(rest)
                || quantifier(rest).is_some()
                || noun(rest).is_some_and(|len| {
                    rest[len..].trim_start().starts_with(|c: char| c.is_lowercase())
                        && len > 4
                        && self.small > 0
                });
            if !apart {
                self.take(next, field_word(rest), Ground::Name);
            }
            return !apart;
        }
        // "Ban Quản lý Khu kinh tế … và các khu công nghiệp"
        let zones = opens_spelt(rest, "các khu").is_some()
            && self.text[self.at..self.end].contains("uản lý");
        if zones && self.kind(blanks_behind(self.text, next + "các".len())).is_some() {
            return true;
        }
        // "Sở Y tế các tỉnh Vĩnh Long, Đồng Tháp và thành phố Cần Thơ", "UBND các huyện và thành phố An Phú"
        if self.counts_places()
            && let Some(len) = place_word(rest)
        {
            self.take(next, len, Ground::Place);
            return true;
        }
        let places = self.ground == Ground::Place
            && place_word(rest)
                .is_some_and(|len| !rest[len..].trim_start().starts_with(char::is_uppercase));
        let joined = places || self.ground != Ground::Post && joins(rest);
        if joined && self.kind(next).is_none() {
            self.take(next, field_word(rest), Ground::Name);
        }
        joined
    }

    /// What may follow a comma within a name.
    pub(super) fn behind_comma(&mut self) -> bool {
        /// Bytes of a post that another may follow: "Giám đốc, Thủ trưởng các sở".
        const SHORT: usize = 16;
        if self.completes() {
            return true;
        }
        let next = blanks_behind(self.text, self.end + 1);
        let rest = &self.text[next..];
        if quantifier(rest).is_some() {
            return false;
        }
        if let Some(len) = self.second_level(rest) {
            self.take(next, len, Ground::Name);
            return true;
        }
        if self.ground == Ground::Name && self.counts_places() && self.place(next) {
            return true;
        }
        // "các trường tiểu học, THCS"
        if self.text[self.at..self.end].contains("trường")
            && let Some(len) = school_level(rest)
        {
            self.take(next, len, Ground::Name);
            return true;
        }
        match self.ground {
            Ground::Kind if self.collective() => {
                let kind = noun(rest).is_some();
                let small = rest.starts_with(char::is_lowercase);
                let apart = post(rest).is_some_and(|len| {
                    let behind = rest[len..].trim_start();
                    let large = rest.starts_with(char::is_uppercase);
                    quantifier(behind).is_some()
                        || behind.starts_with(char::is_uppercase)
                        || large && noun(behind).is_some()
                });
                kind && !apart
                    && !self.parted(rest)
                    && !self.beside_state(rest)
                    && (small || capital_kind(rest) && self.counts_large(rest))
                    && self.kind(next).is_some()
            }
            // "Liên đoàn Lao động tỉnh, Tỉnh đoàn"
            Ground::Place if rest.starts_with(char::is_uppercase) && head(rest) => false,
            Ground::Place => {
                if place_word(rest).is_some() || opens_spelt(rest, "cấp").is_some() {
                    return self.kind(next).is_some();
                }
                false
            }
            Ground::Post => {
                // "Trưởng, Phó các phòng"
                let other = post(rest).or_else(|| noun(rest));
                let joined = other
                    .is_some_and(|len| quantifier(self.text[next + len..].trim_start()).is_some())
                    && self.end - self.at < SHORT;
                if joined {
                    self.take(next, other.unwrap_or_default(), Ground::Post);
                }
                joined
            }
            _ => self.name_with_comma(next),
        }
    }

    /// Bytes of the second of the two levels that bodies of one kind belong to: "các cơ quan trung ương, địa phương",
    /// "cơ quan báo chí Trung ương, địa phương". Behind a row of kinds it is a group of its own.
    fn second_level(&self, rest: &str) -> Option<usize> {
        let len = opens_spelt(rest, "địa phương").filter(|len| !rest[*len..].starts_with(','))?;
        let taken = &self.text[self.at..self.end];
        let bare = quantifier(taken).map_or(taken, |many| taken[many..].trim_start());
        let kinds = ["cơ quan", "báo chí"];
        let one = kinds.iter().any(|kind| opens_spelt(bare, kind).is_some());
        let central = [" trung ương", " Trung ương"].iter().any(|level| bare.ends_with(level));
        (one && central && !bare.contains([',', '/'])).then_some(len)
    }

    /// Whether the name counts units of the country: "UBND các huyện", "UBND 3 xã".
    fn counts_places(&self) -> bool {
        let mut many = false;
        self.text[self.at..self.end].split(' ').any(|word| {
            let counted = many && place_word(word).is_some();
            let figures = !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
            many = figures || is_spelt(word, &["các"]);
            counted
        })
    }

    /// Another of the units that are counted, by its name: "UBND các xã An Phú, Bình Hòa", "các huyện, thị xã An Phú, thành
    /// phố Bình Hòa".
    fn place(&mut self, next: usize) -> bool {
        let rest = &self.text[next..];
        if let Some(len) = place_word(rest) {
            let named = rest[len..].trim_start().starts_with(char::is_uppercase);
            if named {
                self.take(next, len, Ground::Place);
            }
            return named;
        }
        let Some(len) = bare_place(rest) else { return false };
        self.take(next, len, Ground::Name);
        true
    }

    /// Whether the name is a collective: nouns may follow its first one.
    pub(super) fn collective(&self) -> bool {
        let taken = &self.text[self.at..self.end];
        quantifier(taken).is_some()
            || noun(taken).is_some()
            || post(taken).is_some()
            || taken.contains(" các ")
            || taken.contains(" cấp ")
    }

    /// Whether kinds of bodies are counted one by one, and make no collective: "Viện, Trường, Sở, ban, ngành",
    /// "doanh nghiệp, viện nghiên cứu".
    fn parted(&self, rest: &str) -> bool {
        const SINGLE: &[&str] = &["doanh nghiệp", "trường", "viện"];
        const STOCK: &[&str] = &["ban", "bộ", "ngành", "phòng", "sở", "đoàn thể"];
        let taken = &self.text[self.at..self.end];
        let begins =
            |words: &[&str], text: &str| words.iter().any(|w| opens_spelt(text, w).is_some());
        let school = ["viện", "trường"].iter().any(|word| taken.contains(word));
        if !school && begins(&["viện nghiên cứu", "trường đại học"], rest) {
            return true;
        }
        if quantifier(taken).is_some() || taken.contains(" các ") || post(taken).is_some() {
            return false;
        }
        // "trường đại học, doanh nghiệp"
        if school && begins(&["doanh nghiệp", "hiệp hội"], rest) {
            return true;
        }
        let first = !taken.contains(',');
        if first && (counted_alone(taken) || counted_alone(rest)) {
            return true;
        }
        let alone = begins(SINGLE, taken) && first;
        if alone && begins(&["hiệp hội", "trường", "viện"], rest) {
            return true;
        }
        let capitals =
            taken.starts_with(char::is_uppercase) && rest.starts_with(char::is_uppercase);
        alone && capitals && !(begins(STOCK, taken) && begins(STOCK, rest))
    }

    /// Whether a kind with a capital may go on with a collective: one that is counted with capitals ("các Sở, Ban"), or a
    /// stock one. Behind small words a capital begins another body: "chính quyền địa phương, Mặt trận cơ sở".
    fn counts_large(&self, rest: &str) -> bool {
        const STOCK: &[&str] = &["ban", "bộ", "ngành", "đoàn thể", "địa phương", "đơn vị"];
        let stock = STOCK.iter().find_map(|word| opens_spelt(rest, word));
        self.last.starts_with(char::is_uppercase)
            || stock.is_some_and(|len| noun(rest) == Some(len))
    }

    /// Whether political organisations follow departments of the state: they are no collective with them.
    fn beside_state(&self, rest: &str) -> bool {
        let taken = &self.text[self.at..self.end];
        opens_spelt(rest, "tổ chức").is_some()
            && rest["tổ chức".len()..].trim_start().starts_with("chính trị")
            && ["sở", "ngành", "cơ sở giáo dục", "trường", "trường học"]
                .iter()
                .any(|kind| taken.ends_with(kind) || taken.contains(&format!("{kind},")))
    }

    /// Whether the name is that of a unit named after what it does: "Trung tâm Xúc tiến đầu tư, du lịch".
    pub(super) fn is_unit(&self) -> bool {
        begins_with_any(&self.text[self.at..self.end], &["trungtam", "phong", "cuc", "vien"])
            .is_some()
    }

    /// "Phòng Kinh tế, Hạ tầng và Đô thị": a comma within the name of one body.
    pub(super) fn name_with_comma(&mut self, next: usize) -> bool {
        const PARTS: usize = 60;
        let rest = &self.text[next..];
        let begins = (rest.starts_with(char::is_uppercase) || self.is_unit() && !stops(rest))
            && organ(rest).is_none()
            && post(rest).is_none()
            && known_issuer(rest).is_none()
            && (noun(rest).is_none() && verb(rest).is_none() || is_field(rest))
            && (self.small <= 1 || is_field(rest))
            && !is_spelt(self.last, &["tỉnh"]);
        if !begins {
            return false;
        }
        let end = floor(self.text, next + PARTS);
        let ahead = &self.text[next..end];
        let ahead = &ahead[..ahead.find([';', ':', '.', '(', ',']).unwrap_or(ahead.len())];
        let two = |and: usize| {
            let second = &ahead[and + " và ".len()..];
            let small = rest.starts_with(char::is_lowercase);
            let alike = second.starts_with(char::is_lowercase) == small;
            alike
                && organ(second).is_none()
                && quantifier(second).is_none()
                && noun(second).is_none()
                && (verb(second).is_none() || completion(second).is_some() && !small)
                && ahead[..and].split(' ').count() <= 4
        };
        let one = ahead.find(" và ").is_some_and(two) || self.second_field(next);
        if one {
            self.take(next, field_word(rest), Ground::Name);
        }
        one
    }

    /// "Trung tâm Thông tin, Tư liệu chủ trì", "Chi cục Quản lý chất lượng nông, lâm sản và thủy sản tổ chức": words behind a comma that name no body and do
    /// nothing, before the duty of the clause.
    fn second_field(&self, next: usize) -> bool {
        const WORDS: usize = 9;
        let large = self.text[next..].starts_with(char::is_uppercase);
        if self.known || large && head(&self.text[next..]) {
            return false;
        }
        let mut at = next;
        for count in 0..WORDS {
            let rest = &self.text[at..];
            let len = word_len(rest);
            if count > 0 && rest.starts_with(char::is_lowercase) && verb(rest).is_some() {
                return large
                    || ["chủ trì", "có trách nhiệm", "chịu trách nhiệm", "tổ chức", "phối hợp"]
                        .iter()
                        .any(|duty| opens_spelt(rest, duty).is_some());
            }
            if len == 0 || quantifier(rest).is_some() || adverbial(rest) {
                return false;
            }
            at = blanks_behind(self.text, at + len);
        }
        false
    }

    /// "Sở Nội vụ (Ban Thi đua - Khen thưởng)": a body within the one named.
    pub(super) fn parenthesis(&mut self, from: usize) -> bool {
        const WITHIN: usize = 240;
        let rest = &self.text[from..floor(self.text, from + WITHIN)];
        let Some(close) = rest.find(')') else { return false };
        let within = &self.text[from + 1..from + close];
        let body = within.starts_with(char::is_uppercase)
            && !within.contains(';')
            && !apposition(within)
            && phrase(within, 0).is_some();
        let short = !within.contains(' ') && within.len() < 12 && is_upper(within);
        // "Văn phòng Sở (bộ phận Văn thư)"
        let part = ["bộ phận", "hoặc bộ phận"].iter().any(|w| opens_spelt(within, w).is_some());
        let taken = body || short || part && !within.contains(';');
        if taken {
            self.take(from, close + 1, Ground::Name);
        }
        taken
    }
}

/// How many bytes the name of a place takes that opens a text without a word for what it is, and stands between signs
/// or before what is to be done: "Bình Hòa".
fn bare_place(text: &str) -> Option<usize> {
    const WORDS: usize = 5;
    if head(text) || organ(text).is_some() || post(text).is_some() || known_issuer(text).is_some() {
        return None;
    }
    let mut end = 0;
    for _ in 0..WORDS {
        let from = blanks_behind(text, end);
        let rest = &text[from..];
        let len = word_len(rest);
        if !rest.starts_with(char::is_uppercase) || is_upper(&rest[..len]) {
            break;
        }
        end = from + len;
    }
    let behind = text[end..].trim_start();
    let closed = behind.is_empty()
        || behind.starts_with([',', ';', '.', ':', ')'])
        || opens_spelt(behind, "và").is_some()
        || verb(behind).is_some();
    (end > 0 && closed).then_some(end)
}

/// Whether a body is named by its kind and where it sits: "Bưu điện tỉnh", "Thống kê tỉnh", "Hải quan khu vực".
fn names_seat(rest: &str) -> bool {
    const WORDS: usize = 2;
    let seat = |at: usize| {
        let behind = &rest[at + 1..];
        place_word(behind).is_some() || opens_spelt(behind, "khu vực").is_some()
    };
    head(rest) && rest.match_indices(' ').take(WORDS).any(|(at, _)| seat(at))
}

/// A field that is a verb elsewhere, with another behind it: "Vụ Khoa học, Đào tạo và Môi trường".
fn is_field(rest: &str) -> bool {
    let Some(len) = completion(rest).filter(|_| rest.starts_with(char::is_uppercase)) else {
        return false;
    };
    let second = rest[len..].strip_prefix(" và ");
    second.is_some_and(|second| second.starts_with(char::is_uppercase) && verb(second).is_none())
}

/// A kind of body printed with a capital in a collective: "các Sở, Ban, Ngành".
fn capital_kind(rest: &str) -> bool {
    let len = noun(rest).unwrap_or_default();
    let behind = rest[len..].trim_start();
    known_issuer(rest).is_none()
        && (!behind.starts_with(char::is_uppercase) && place_word(behind).is_none()
            || behind.starts_with([',', ';']))
}
