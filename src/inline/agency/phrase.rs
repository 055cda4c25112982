//! One doer: where its name ends.
//!
//! A name begins with a word for a kind of body or post and goes on to the first verb, stop word or sign,
//! but for signs within names: "Phòng Kinh tế, Hạ tầng và Đô thị", "các sở, ban, ngành", "UBND các huyện,
//! thị xã, thành phố", "Sở Nội vụ (Ban Thi đua - Khen thưởng)".

use super::opening::{
    acts, begins_document, by_heart, chains, department, field_word, heads_columns,
};
use super::person::{begins_person, named_elsewhere, person_end};
use super::{blanks_behind, word_len};
use crate::lexicon::agents::{
    board_verb, completion, compound, distributed, head, heads_board, known_body, no_body, noun,
    person, post, qualifier, quantifier, role_noun, title,
};
use crate::lexicon::bodies::place_word;
use crate::lexicon::duties::{refuses, stops, verb};
use crate::lexicon::types::type_at_start;
use crate::lexicon::{Start, is_dash, is_spelt, is_upper, is_word, opens_spelt};

/// Bytes of the longest name that is followed.
pub(super) const REACH: usize = 320;

/// Small words in a row that a name may go on with, if nothing else tells where it ends.
const SMALL_WORDS: usize = 7;

/// Verbs that leave no doubt that what stands before them is a doer.
const DUTIES: &[&str] =
    &["có trách nhiệm", "chịu trách nhiệm", "có nhiệm vụ", "căn cứ", "chủ động", "phối hợp"];

/// How those are headed who make up a board.
const MEMBERS: &[&str] = &["thành viên", "uỷ viên", "ủy viên"];

/// What was read last of a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ground {
    /// Part of the name of a body.
    Name,
    /// A kind of body in a collective: another may follow behind a comma.
    Kind,
    /// A word for an administrative unit, without a name of its own.
    Place,
    /// A post: the body it is held in follows.
    Post,
}

/// A doer, and where its words begin behind an address ("Các đồng chí").
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Phrase {
    /// First byte of the name.
    pub(crate) start: usize,
    /// Byte behind it.
    pub(crate) end: usize,
    /// Whether the last thing read is a kind of body: "Giám đốc các Sở".
    pub(crate) open: bool,
}

/// The doer whose name begins at `at`, if one does.
///
/// In running text a small word begins none, unless a quantifier stands before it: "các sở".
pub(crate) fn phrase(text: &str, at: usize) -> Option<Phrase> {
    begin(text, at, false)
}

/// As [`phrase`], where a list of doers goes on: a bare "địa phương" counts.
pub(super) fn further(text: &str, at: usize) -> Option<Phrase> {
    begin(text, at, true)
}

fn begin(text: &str, at: usize, bare: bool) -> Option<Phrase> {
    let mut start = at;
    let mut rest = Start::from(text.get(at..)?);
    let mut bare = bare;
    if let Some(len) = title(rest) {
        bare = true;
        start = blanks_behind(text, at + len);
        // "Các ông (bà): Chánh Văn phòng …, Giám đốc …"
        if text[start..].starts_with(": ") && quantifier(&text[at..]).is_some() {
            start = blanks_behind(text, start + 1);
        }
        rest = Start::from(&text[start..]);
        // "các ông (bà) có tên tại Điều 1"
        if let Some(len) = named_elsewhere(&text[start..]) {
            return Some(Phrase { start: at, end: start + len, open: false });
        }
        if begins_person(&text[start..]) {
            let end = behind_offices(text, person_end(text, start));
            return Some(Phrase { start, end, open: false });
        }
    }
    let mut name = Name {
        text,
        at: start,
        end: start,
        ground: Ground::Name,
        small: 0,
        last: "",
        taken: start,
        large: false,
        known: false,
    };
    name.head(rest, bare)?;
    while name.end < start + REACH && name.step() {}
    let open = matches!(name.ground, Ground::Kind | Ground::Place | Ground::Post);
    let single = start > at && quantifier(&text[at..]).is_none();
    let end = if single { behind_offices(text, name.end) } else { name.end };
    Some(Phrase { start, end, open: open && end == name.end })
}

/// Byte behind further offices of one person: "Đồng chí Giám đốc Sở - Trưởng ban".
fn behind_offices(text: &str, mut end: usize) -> usize {
    const OFFICES: usize = 3;
    for _ in 0..OFFICES {
        let rest = &text[end..];
        let next = rest.trim_start_matches([' ', ',', '-', '–']);
        let signs = &rest[..rest.len() - next.len()];
        let parted = signs.starts_with(',') || signs.starts_with(" -") || signs.starts_with(" –");
        let office = post(next).is_some() && next.starts_with(char::is_uppercase);
        if !parted || !office {
            break;
        }
        let Some(office) = begin(text, text.len() - next.len(), true) else { break };
        end = office.end;
    }
    end
}

/// Whether a doer may begin here at all: nearly every text is sorted out by this.
fn may_begin(text: &str) -> bool {
    text.chars().next().is_some_and(char::is_alphabetic)
}

/// A name on the way to its end.
pub(super) struct Name<'t> {
    pub(super) text: &'t str,
    pub(super) at: usize,
    pub(super) end: usize,
    pub(super) ground: Ground,
    /// Small words since the last word that is known.
    pub(super) small: usize,
    pub(super) last: &'t str,
    /// First byte of what was taken last.
    pub(super) taken: usize,
    /// Whether that begins with a capital.
    pub(super) large: bool,
    /// Whether the name is known by heart so far.
    pub(super) known: bool,
}

impl Name<'_> {
    /// Takes `len` bytes at `from`.
    pub(super) fn take(&mut self, from: usize, len: usize, ground: Ground) {
        (self.end, self.ground, self.small) = (from + len, ground, 0);
        self.known = false;
        self.last = self.text[from..self.end].rsplit(' ').next().unwrap_or_default();
        self.taken = from;
        self.large = self.text[from..].starts_with(char::is_uppercase);
    }

    /// The word a name begins with, the first of `rest`.
    fn head(&mut self, rest: Start<'_>, bare: bool) -> Option<()> {
        if !may_begin(&rest) || heads_columns(&rest) {
            return None;
        }
        if let Some(len) = quantifier(rest) {
            let next = blanks_behind(self.text, self.at + len);
            return self.kind(next);
        }
        let large = rest.starts_with(char::is_uppercase);
        if !large && !bare && !names_branch(&rest) || no_body(rest) {
            return None;
        }
        if large && let Some(len) = known_body(rest) {
            self.take(self.at, len, Ground::Name);
            return Some(());
        }
        // Names known by heart are compared without marks: "Đăng ký" is no "Đảng".
        let heads = large && head(rest);
        let office = post(rest);
        let marked = large && (heads || office.is_some() || is_upper(first_word(&rest)));
        if marked && let Some(len) = by_heart(&rest).filter(|len| !self.begins_word(*len)) {
            self.take(self.at, len, Ground::Name);
            self.settle();
            return Some(());
        }
        if let Some(len) = office.filter(|_| large || bare) {
            self.take(self.at, len, Ground::Post);
            return self.holds_office().then_some(());
        }
        if heads && !refuses(rest) && !acts(rest) {
            let len = word_len(&rest);
            self.take(self.at, len, Ground::Name);
            // "Sở, ban, ngành thuộc Ủy ban nhân dân": a kind of body that opens a collective.
            if self.text[self.end..].starts_with(',') && self.kind(self.at).is_some() {
                return Some(());
            }
            return self.named().then_some(());
        }
        // "Thành viên: Lãnh đạo các phòng" says who is one.
        let member = |len: usize| {
            rest[len..].starts_with(':')
                && MEMBERS.iter().any(|word| opens_spelt(&rest, word).is_some())
        };
        if noun(rest).is_some_and(member) {
            return None;
        }
        // "… và tỉnh, thành phố trong cả nước"
        let place = place_word(rest).is_some() && !(bare && counts_places(&rest));
        // "Bản tin", "Báo động": one syllable alone is no group, unless others follow.
        let whole = noun(rest).is_some_and(|len| {
            let behind = &rest[len..];
            rest[..len].contains(' ') || behind.starts_with(',') || behind.starts_with(" và ")
        });
        let begins = bare || names_branch(&rest) || large && (whole || role_noun(rest).is_some());
        (!place && begins && !acts(rest)).then(|| self.kind(self.at)).flatten()
    }

    /// Whether the first word of a name is followed by more of it: "Văn phòng", not "Đoàn kiểm tra lại".
    fn named(&mut self) -> bool {
        let from = blanks_behind(self.text, self.end);
        let rest = Start::from(&self.text[from..]);
        let goes_on = opens_spelt(&rest, "và")
            .is_some_and(|len| rest[len..].trim_start().starts_with(char::is_uppercase));
        if goes_on || rest.starts_with(char::is_uppercase) || word_len(&rest) == 0 {
            return true;
        }
        let abbreviated = self.end - self.at > 2 && is_upper(&self.text[self.at..self.end]);
        if abbreviated || heads_board(self.last) && board_verb(rest).is_some() {
            return true;
        }
        if noun(&self.text[self.at..]).is_some_and(|len| len > self.end - self.at) {
            return self.kind(self.at).is_some();
        }
        place_word(rest).is_some()
            || verb(rest).is_none() && !stops(rest)
            || self.end - self.at > 6
            || self.kind(self.at).is_some()
    }

    /// Whether a known name is only the beginning of a small word: "Bộ" of "bộ máy".
    fn begins_word(&self, len: usize) -> bool {
        self.text[self.at + len..].starts_with(is_word)
    }

    /// Whether a post is followed by where it is held, or stands alone before a verb.
    fn holds_office(&self) -> bool {
        let from = blanks_behind(self.text, self.end);
        let rest = Start::from(&self.text[from..]);
        let verbal = opens_spelt(&self.text[self.at..], "lãnh đạo").is_some()
            || opens_spelt(&self.text[self.at..], "thường trực").is_some()
            || opens_spelt(&self.text[self.at..], "đại diện").is_some();
        let followed = quantifier(rest).is_some()
            || noun(rest).is_some()
            || rest.starts_with(char::is_uppercase);
        followed || !verbal
    }

    /// A kind of body: "cơ quan", "các sở".
    pub(super) fn kind(&mut self, from: usize) -> Option<()> {
        let rest = Start::from(self.text.get(from..)?);
        // "Mỗi đoàn viên": no body, but people.
        if no_body(rest) && !person(rest) {
            return None;
        }
        let large = rest.starts_with(char::is_uppercase);
        let known = if large { by_heart(&rest) } else { None };
        let kind = noun(rest).or_else(|| post(rest));
        // "các Sở Tài chính, Nội vụ" is left to the list.
        if let Some(len) = known.filter(|len| kind.is_none_or(|kind| kind + 3 < *len))
            && place_word(rest).is_none()
            && !self.shares_kind(from)
        {
            self.take(from, len, Ground::Name);
            self.settle();
            return Some(());
        }
        let mut len = kind?;
        if let Some(role) = role_noun(rest).filter(|role| self.is_role(from + role)) {
            len = role;
        }
        let place = place_word(rest) == Some(len);
        self.take(from, len, if place { Ground::Place } else { Ground::Kind });
        Some(())
    }

    /// Whether the name at `from` is the first of several whose kind is printed once: "các Sở Tài chính, Nội vụ". A word
    /// for a body begins one with a kind of its own.
    fn shares_kind(&self, from: usize) -> bool {
        let name = &self.text[from..];
        let before = self.text[self.at..from].trim_end();
        let many = before.ends_with("các") || before.ends_with("Các");
        if !many || distributed(name).is_none() {
            return false;
        }
        let behind = by_heart(name).map_or("", |len| &name[len..]);
        let next = behind.strip_prefix([',', ';']).map(str::trim_start);
        let next = next.or_else(|| behind.strip_prefix(" và "));
        next.is_some_and(|next| next.starts_with(char::is_uppercase) && !head(next))
    }

    /// Whether a body named after its part ends at `end`: what follows is its own verb.
    fn is_role(&self, end: usize) -> bool {
        let rest = Start::from(self.text[end..].trim_start());
        let many = self.text[self.at..end].contains(" các ");
        let acts = if many || quantifier(&self.text[self.at..]).is_some() {
            DUTIES.iter().any(|duty| opens_spelt(&rest, duty).is_some())
        } else {
            verb(rest).is_some()
        };
        rest.is_empty()
            || rest.starts_with([',', ':', ';', '.', ')'])
                && !(self.text[..end].ends_with("phối hợp") && chains(&rest))
            || acts
            || opens_spelt(&rest, "và").is_some_and(|len| {
                // "các đơn vị phối hợp và triển khai nghiêm túc …"
                let behind = Start::from(rest[len..].trim_start());
                !(many_duties(&self.text[..end])
                    && verb(behind).is_some()
                    && noun(behind).is_none())
            })
            || opens_spelt(&rest, "được").is_some()
            || qualifier(rest).is_some()
    }

    /// Says what a name known by heart ended with.
    fn settle(&mut self) {
        self.known = true;
        self.ground = if place_word(self.last).is_some() { Ground::Place } else { Ground::Name };
    }

    /// Takes the next part of the name; says whether there was one.
    fn step(&mut self) -> bool {
        let rest = &self.text[self.end..];
        let Some(sign) = rest.chars().next() else { return false };
        match sign {
            ' ' => self.word(blanks_behind(self.text, self.end)),
            ',' => self.behind_comma(),
            '/' => {
                let next = self.end + 1;
                self.kind(next).is_some() || self.large(next) || self.place_behind(next)
            }
            // "Phòng KH-TC"
            _ if is_dash(sign) && is_upper(self.last) => self.letters(self.end + sign.len_utf8()),
            _ => false,
        }
    }

    /// "UBND các tỉnh/ thành phố": a word for another kind of place behind a stroke and a blank.
    fn place_behind(&mut self, stroke: usize) -> bool {
        let next = blanks_behind(self.text, stroke);
        let rest = &self.text[next..];
        let kind = |len: usize| !rest[len..].trim_start().starts_with(char::is_uppercase);
        self.ground == Ground::Place
            && place_word(rest).is_some_and(kind)
            && self.kind(next).is_some()
    }

    /// Further letters of a name that is printed by its letters.
    fn letters(&mut self, from: usize) -> bool {
        let word = first_word(&self.text[from..]);
        let letters = is_upper(word);
        if letters {
            self.take(from, word.len(), Ground::Name);
        }
        letters
    }

    /// The next word behind a blank.
    fn word(&mut self, from: usize) -> bool {
        let rest = &self.text[from..];
        let Some(first) = rest.chars().next() else { return false };
        if first == '(' {
            return self.parenthesis(from);
        }
        if is_dash(first) || first == '&' {
            return self.across(from, first.len_utf8());
        }
        if !is_word(first) {
            return false;
        }
        if opens_spelt(rest, "và").is_some() {
            // "doanh nghiệp nhỏ và vừa"
            return self.completes() || self.behind_and(from);
        }
        if self.board(from) {
            return true;
        }
        if first.is_uppercase() {
            return self.large(from);
        }
        if first.is_ascii_digit() {
            self.take(from, word_len(rest), Ground::Name);
            return true;
        }
        self.small(from)
    }

    /// A word with a capital: it goes on with the name.
    fn large(&mut self, from: usize) -> bool {
        let rest = Start::from(&self.text[from..]);
        // "trình UBND tỉnh Kế hoạch …"
        let ended = self.known || self.ground == Ground::Place;
        // "Tổ công tác Đề án 06"
        if self.steers()
            && let Some(len) =
                opens_spelt(&rest, "đề án").or_else(|| opens_spelt(&rest, "chương trình"))
        {
            self.take(from, len, Ground::Name);
            return true;
        }
        if !rest.starts_with(char::is_uppercase)
            || self.ground == Ground::Kind && self.shares_kind(self.taken)
            || begins_document(&rest)
            || ended && type_at_start(&rest).is_some()
            || self.known && department(&self.text[self.at..]) && department(&rest)
        {
            return false;
        }
        // "Cục Đăng ký" is not of the "Đảng".
        if let Some(len) = by_heart(&rest).filter(|len| *len > word_len(&rest) || head(rest)) {
            self.take(from, len, Ground::Name);
            self.settle();
            return true;
        }
        if let Some(len) = known_body(rest) {
            self.take(from, len, Ground::Name);
            return true;
        }
        let place = place_word(rest);
        let len = place.unwrap_or_else(|| field_word(&rest));
        // "các Sở", "Giám đốc các Ban quản lý"
        if matches!(self.ground, Ground::Post) && noun(rest).is_some() && !self.last.is_empty() {
            let kind = noun(rest).unwrap_or(len);
            let named = self.text[from + kind..].trim_start().starts_with(char::is_uppercase);
            self.take(from, kind, if named { Ground::Name } else { Ground::Kind });
            return true;
        }
        self.take(from, len, if place.is_some() { Ground::Place } else { Ground::Name });
        true
    }

    /// Whether the name is that of a board so far, which may be called after what it steers.
    fn steers(&self) -> bool {
        let taken = &self.text[self.at..self.end];
        ["công tác", "Chỉ đạo", "chỉ đạo", "giúp việc", "Điều hành", "điều hành"]
            .iter()
            .any(|words| taken.ends_with(words))
    }

    /// Takes the rest of the compound that was begun last, where the name has not reached it.
    pub(super) fn completes(&mut self) -> bool {
        // "Trung tâm Phục vụ hành chính công lập danh sách": that "công" has its first syllables.
        if self.text[self.at..self.end].ends_with("hành chính công") {
            return false;
        }
        let starts = [self.taken, self.end - self.last.len()];
        let mut ends = starts.into_iter().filter_map(|at| Some(at + compound(&self.text[at..])?));
        let Some(end) = ends.find(|end| *end > self.end) else { return false };
        self.take(self.end, end - self.end, Ground::Name);
        true
    }

    /// A small word: part of the name until a verb, a stop word or too many in a row.
    fn small(&mut self, from: usize) -> bool {
        let rest = Start::from(&self.text[from..]);
        if let Some(len) = quantifier(rest) {
            // "Sở A và Sở B mỗi sở chủ trì một đoàn"
            if is_spelt(&rest[..len], &["mỗi", "từng"]) && self.ground != Ground::Post {
                return false;
            }
            let next = blanks_behind(self.text, from + len);
            let levels = opens_spelt(&self.text[next..], "cấp").is_some();
            // "văn phòng các Bộ, cơ quan ngang Bộ"
            let office = self.text[self.at..].starts_with("văn phòng ") && self.last == "phòng";
            return (self.ground != Ground::Kind || levels || office) && self.kind(next).is_some();
        }
        // "Phòng Nội vụ phụ trách nội dung …" is in charge, "Phó Giám đốc phụ trách lĩnh vực …" is named so.
        let charged = opens_spelt(&rest, "phụ trách").is_some_and(|len| {
            let matters = ["chung", "công tác", "mảng", "nội dung", "việc"];
            matters.iter().any(|matter| opens_spelt(rest[len..].trim_start(), matter).is_some())
        });
        if charged && head(&self.text[self.at..]) && post(&self.text[self.at..]).is_none() {
            return false;
        }
        if let Some(len) = self.trades(from, rest) {
            self.take(from, len, Ground::Name);
            return true;
        }
        if let Some(len) = qualifier(rest).filter(|len| self.qualifies(from, *len)) {
            let level = opens_spelt(&rest, "cấp").is_some();
            self.take(from, len, if level { Ground::Place } else { Ground::Name });
            return true;
        }
        if opens_spelt(&rest, "từ").is_some() && self.ground == Ground::Place {
            return self.stretch(from);
        }
        // "Các nhà đầu tư trong các khu công nghiệp": where a group is.
        let within = ["trong các", "tại các"].iter().find_map(|words| opens_spelt(&rest, words));
        if let Some(len) = within.filter(|_| quantifier(&self.text[self.at..]).is_some()) {
            let next = blanks_behind(self.text, from + len);
            let zone =
                ["khu", "cụm"].iter().any(|zone| opens_spelt(&self.text[next..], zone).is_some());
            return zone && self.clause_verb_behind(next) && self.kind(next).is_some();
        }
        // "doanh nghiệp viễn thông báo cáo", "phụ trách địa bàn kiểm tra"
        if self.completes() {
            return true;
        }
        let place = place_word(rest);
        let kind = noun(rest);
        let acts = verb(rest).is_some_and(|verb| kind.is_none_or(|kind| kind <= verb));
        if refuses(rest) || stops(rest) && place.is_none() {
            return false;
        }
        if acts {
            let len = completion(rest).filter(|len| self.goes_on_with(from, *len));
            let Some(len) = len else { return false };
            self.take(from, len, Ground::Name);
            return true;
        }
        if let Some(len) = place.or(kind.filter(|_| self.ground != Ground::Kind)) {
            let ground = if place.is_some() { Ground::Place } else { Ground::Kind };
            self.take(from, len, ground);
            return true;
        }
        if self.small >= SMALL_WORDS {
            return false;
        }
        let small = self.small + 1;
        self.take(from, word_len(&rest), Ground::Name);
        self.small = small;
        true
    }
}

/// Whether a body is named here by a word that may be the first of its duties: "các đơn vị phối hợp".
fn many_duties(name: &str) -> bool {
    name.ends_with(" phối hợp")
}

/// "ngành Thuế", "ngành Y tế": a branch by its name, in running text too.
fn names_branch(text: &str) -> bool {
    text.strip_prefix("ngành ").is_some_and(|name| name.starts_with(char::is_uppercase))
}

/// Whether units of the country are counted by their kinds: "tỉnh, thành phố".
fn counts_places(text: &str) -> bool {
    let Some(first) = place_word(text) else { return false };
    text[first..].strip_prefix(", ").is_some_and(|second| {
        place_word(second)
            .is_some_and(|len| !second[len..].trim_start().starts_with(char::is_uppercase))
    })
}

/// The first word of a text.
fn first_word(text: &str) -> &str {
    &text[..word_len(text)]
}
