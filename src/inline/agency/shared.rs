//! Doers that share a head which is printed once: "Các sở: Tài chính, Nội vụ".

use super::list::{List, MOST, behind_sign};
use super::phrase::{Phrase, phrase};
use super::{AgencyAt, blanks_behind, floor, word_len};
use crate::lexicon::agents::{distributed, post, quantifier};
use crate::lexicon::duties::verb;
use crate::lexicon::issuers::known_issuer;
use crate::lexicon::{is_dash, opens_spelt, organ};

impl List {
    /// "Các sở: Tài chính, Nội vụ"; "Giám đốc: Sở Tài chính, Sở Nội vụ".
    pub(super) fn distribute(&mut self, text: &str, phrase: Phrase) -> bool {
        let head = &text[phrase.start..phrase.end];
        let Some(from) = colon_or_capital(text, phrase.end) else { return false };
        let (office, kind) = shared_head(head);
        // "Giám đốc Sở: Tài chính, Nội vụ", not "Giám đốc Sở: Phụ trách chung"
        let single = post(head).map(|len| head[len..].trim_start());
        let single = single.filter(|kind| distributed(*kind) == Some(kind.len()));
        let single = single
            .filter(|kind| text[phrase.end..].starts_with(':') && names_field(kind, &text[from..]));
        let (office, kind) = match single {
            Some(kind) => (Some(head[..head.len() - kind.len()].trim_end()), Some(kind)),
            None => (office, kind),
        };
        let places = committee(head).is_some();
        if places && !text[phrase.end..].starts_with(':') {
            return false;
        }
        // "UBND các xã: Tổ chức thực hiện"
        if places && verb(&text[from..]).is_some_and(|len| text[from..from + len].contains(' ')) {
            return false;
        }
        let bodies = office.is_some() && kind.is_none();
        if !bodies && kind.is_none() || self.agencies.len() >= MOST {
            return false;
        }
        if bodies && organ(&text[from..]).is_none() {
            return false;
        }
        let before = self.agencies.len();
        let mut at = from;
        let mut end = None;
        while self.agencies.len() < MOST {
            let Some(item) = item(text, at, if bodies { None } else { kind }) else { break };
            let head = kind.filter(|_| !bodies);
            let head = head.map(|kind| if places { kind.to_owned() } else { capitalised(kind) });
            let words = [office.map(str::to_owned), head, Some(text[at..item].to_owned())];
            let name = words.into_iter().flatten().collect::<Vec<_>>().join(" ");
            self.agencies.push(AgencyAt { range: at..item, name: Some(name) });
            end = Some(item);
            let Some(next) = behind_sign(text, item) else { break };
            at = next;
        }
        let Some(end) = end else { return false };
        self.end = end;
        self.agencies.len() > before
    }
}

/// Whether a body of a kind is named after the field at the start of `text`: "Sở" and "Tài chính, Nội vụ".
fn names_field(kind: &str, text: &str) -> bool {
    let full = format!("{kind} {}", &text[..floor(text, 80)]);
    !kind.is_empty() && known_issuer(&full).is_some_and(|len| len > kind.len() + 1)
}

/// Byte of the first item behind a shared head: behind its colon, or at a capital.
fn colon_or_capital(text: &str, at: usize) -> Option<usize> {
    let rest = &text[at..];
    let from = match rest.strip_prefix(':') {
        Some(_) => blanks_behind(text, at + 1),
        None => blanks_behind(text, at),
    };
    let begins = text[from..].starts_with(char::is_uppercase) && from > at;
    begins.then_some(from)
}

/// The post and the kind of body in "Giám đốc các Sở", "Các bộ", "Giám đốc".
fn shared_head(head: &str) -> (Option<&str>, Option<&str>) {
    if let Some(len) = post(head) {
        let rest = head[len..].trim_start();
        if rest.is_empty() {
            return (Some(head), None);
        }
        let kind = kind_of(rest);
        return (kind.map(|_| &head[..len]), kind);
    }
    if let Some((office, kind)) = committee(head) {
        return (Some(office), Some(kind));
    }
    (None, kind_of(head))
}

/// "UBND các xã", "Ủy ban nhân dân 04 xã": the office, and the kind of the places.
fn committee(head: &str) -> Option<(&str, &str)> {
    const OFFICES: &[&str] = &["UBND", "Ủy ban nhân dân", "Uỷ ban nhân dân"];
    const PLACES: &[&str] = &["huyện", "phường", "quận", "thị trấn", "xã"];
    let len = OFFICES.iter().find(|office| head.starts_with(*office))?.len();
    let rest = head[len..].trim_start();
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let many = quantifier(rest).or_else(|| (digits > 0).then_some(digits))?;
    let kind = rest[many..].trim();
    PLACES.contains(&kind).then_some((&head[..len], kind))
}

/// The kind of body in "các Sở", one kind alone.
fn kind_of(head: &str) -> Option<&str> {
    let kind = head[quantifier(head)?..].trim_start();
    (distributed(kind) == Some(kind.len())).then_some(kind)
}

/// A kind of body as its names begin: "Sở".
fn capitalised(kind: &str) -> String {
    let mut kind = kind.to_owned();
    if let Some(first) = kind.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    kind
}

/// Byte behind the next item that shares a head, or whose post does.
fn item(text: &str, at: usize, kind: Option<&str>) -> Option<usize> {
    let rest = text.get(at..)?;
    if !rest.starts_with(char::is_uppercase) || quantifier(rest).is_some() || post(rest).is_some() {
        return None;
    }
    let Some(kind) = kind else {
        organ(rest)?;
        return phrase(text, at).map(|phrase| phrase.end);
    };
    let reach = floor(text, at + 80);
    let full = format!("{kind} {}", &text[at..reach]);
    if let Some(len) = known_issuer(&full).filter(|len| *len > kind.len() + 1) {
        let end = at + len - kind.len() - 1;
        let behind = text[end..].trim_start();
        // "Du lịch - Thương mại" was one.
        let paired = behind.strip_prefix(is_dash).map(str::trim_start);
        let paired = paired.is_some_and(|field| field.starts_with(char::is_uppercase));
        // So was "Tài chính vật giá".
        let longer = behind.starts_with(char::is_lowercase) && {
            let field = at + field_len(rest);
            field > end && text[field..].starts_with([',', ';'])
        };
        return Some(if paired || longer { at + field_len(rest) } else { end });
    }
    if organ(rest).is_some_and(|_| known_issuer(rest).is_some()) {
        return None;
    }
    Some(at + field_len(rest))
}

/// Whether what looks like a verb ends the name of an item, with another item behind a comma: "Quản lý xây dựng công
/// trình, Thanh tra Sở".
fn counted(text: &str) -> bool {
    const WORDS: usize = 5;
    let near = &text[..floor(text, 60)];
    let Some((name, rest)) = near.split_once(", ") else { return false };
    let free = !name.contains([';', '.', ':', '(']) && name.split(' ').count() <= WORDS;
    free && rest.starts_with(char::is_uppercase)
}

/// Length of a name of a field: "Tài chính", "Lao động - Thương binh và Xã hội".
fn field_len(text: &str) -> usize {
    let mut end = word_len(text);
    loop {
        let from = blanks_behind(text, end);
        let rest = &text[from..];
        let len = word_len(rest);
        if len == 0 {
            let dash = rest.chars().next().filter(|c| is_dash(*c));
            let Some(dash) = dash else { return end };
            let next = blanks_behind(text, from + dash.len_utf8());
            if !text[next..].starts_with(char::is_uppercase) {
                return end;
            }
            end = next + word_len(&text[next..]);
            continue;
        }
        if from == end
            || rest.starts_with(char::is_lowercase)
                && verb(rest).is_some()
                && !counted(&text[from..])
            || opens_spelt(rest, "và").is_some()
            || opens_spelt(rest, "theo").is_some()
        {
            return end;
        }
        end = from + len;
    }
}
