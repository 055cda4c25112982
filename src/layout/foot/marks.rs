//! The signs by which a piece of the foot is known.

use memchr::memchr_iter;

use crate::lexicon::{
    fold, is_dash, is_near, is_stray, is_upper, persons, signing, skeleton, stamps,
    starts_with_skeleton,
};

/// Longest damaged form of "Nơi nhận" in bytes.
const LABEL_BYTES: usize = 24;

/// Longest line that a post or a body can take, in bytes: "PHÓ GIÁM ĐỐC SỞ VĂN HÓA, THỂ THAO VÀ …".
const POST_BYTES: usize = 160;

/// Digits of the longest number before an entry.
const ENTRY_DIGITS: usize = 2;

/// What a piece of the foot is, by its own words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mark {
    /// "Nơi nhận:".
    Label,
    /// "- UBND tỉnh;", "+ CVP;", "Lưu: VT."
    Item,
    /// "KT. CHỦ TỊCH".
    Authority,
    /// "PHÓ CHỦ TỊCH".
    Post,
    /// "PHÊ DUYỆT", "DUYỆT CỦA BAN GIÁM HIỆU".
    Endorsement,
    /// Capitals that are none of these: "NHÂN DÂN".
    Upper,
    /// "Lê Thị Mai".
    Name,
    /// "(Đã ký)", "Ký bởi: …".
    Stamp,
    /// "(để b/c)".
    Purpose,
    /// A number alone.
    Number,
    /// Signs without a word.
    Scrap,
    /// Anything else.
    Other,
}

/// "Nơi nhận" with its colon: how many bytes it takes, and whether letters of it are damaged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Label {
    /// Bytes, the colon with them.
    pub(crate) end: usize,
    /// Read in spite of damaged letters ("Với nhận:", "Nơi nhậm:").
    pub(crate) damaged: bool,
}

/// The words "Nơi nhận" at the start of `text` (NĐ 30/2020 Phụ lục I, Phần I, Mục II, 9b).
///
/// They stand alone, before a colon, or before the signer's post in the other column; "Nơi nhận hồ
/// sơ" and "Nơi nhận văn bản" are other things.
pub(crate) fn label(text: &str) -> Option<Label> {
    // "` Nơi nhận:", ". Nơi nhận:": traces of a scanner.
    let bare = behind_traces(text);
    if bare.len() < text.len() {
        let end = label(bare)?.end + text.len() - bare.len();
        return Some(Label { end, damaged: true });
    }
    let first = text.chars().next().and_then(fold)?;
    if !matches!(first, b'n' | b'v' | b'o') {
        return None;
    }
    if let Some(end) = starts_with_skeleton(text, "noinhan") {
        let rest = text[end..].trim_start();
        let colon = rest.starts_with([':', ';', '.', ',']);
        let listed = rest.starts_with(|c: char| c == '+' || is_dash(c));
        let holds = colon || rest.is_empty() || listed || is_upper(rest);
        return holds.then(|| Label { end: end + punctuation(&text[end..]), damaged: false });
    }
    let window = &text[..floor(text, LABEL_BYTES)];
    let colon = window.find(':')?;
    let mut words = window[..colon].split_ascii_whitespace();
    // "Nơi nh ận:"
    let (place, receive) = (words.next()?, [words.next()?, words.next().unwrap_or_default()]);
    let close = |word: &str, want: &str| {
        // "nliận": an h is easily read as two letters.
        let key = skeleton(word);
        key == want || is_near(&key, want) || key.replace("li", "h") == want
    };
    let holds = words.next().is_none() && close(place, "noi") && close(&receive.concat(), "nhan");
    holds.then(|| Label { end: colon + punctuation(&text[colon..]), damaged: true })
}

/// A line behind the signs that a scanner may put before its first word.
pub(super) fn behind_traces(text: &str) -> &str {
    text.trim_start_matches(|c: char| {
        is_dash(c) || is_stray(c) || matches!(c, ' ' | '.' | ',' | ':' | '_' | 'ˆ' | '>' | '"')
    })
}

/// Whether the label may stand at the start of a line, whatever follows it.
pub(crate) fn opens_label(text: &str) -> bool {
    let first = text.chars().next().and_then(fold);
    matches!(first, Some(b'n' | b'v' | b'o'))
        && (text[..floor(text, LABEL_BYTES)].contains(':')
            || starts_with_skeleton(text, "noinhan").is_some())
}

/// Bytes of the colon (and its scan scraps) behind the label.
fn punctuation(rest: &str) -> usize {
    rest.len() - rest.trim_start_matches([' ', ':', '.', ';', ',']).len()
}

fn floor(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// Whether a sign stands before entries: a dash, a dot, a star, or a letter of a symbol font.
fn is_bullet(c: char) -> bool {
    is_dash(c) || matches!(c, '+' | '*' | '•' | '·' | '▪' | '●' | '~' | '\u{e000}'..='\u{f8ff}')
}

/// Whether a dash between two blanks parts entries that stand on one line.
pub(crate) fn holds_entries(text: &str) -> bool {
    text.char_indices().any(|(at, c)| {
        is_dash(c) && text[..at].ends_with(' ') && text[at + c.len_utf8()..].starts_with(' ')
    })
}

/// Whether the archive line stands among the entries on one line: "- A; - Lưu: VT".
pub(crate) fn holds_archive(text: &str) -> bool {
    memchr_iter(b'L', text.as_bytes()).any(|at| {
        text[at..].starts_with("Lưu") && text[..at].trim_end_matches(' ').ends_with(is_dash)
    })
}

/// Bytes of the bullet an entry begins with, white space included; 0 if there is none. Programs that turn lists into
/// text write their dash before the printed one: "- - Sở Nội vụ".
pub(crate) fn bullet(text: &str) -> usize {
    let rest = text.trim_start_matches(is_bullet);
    let signs = text.len() - rest.len();
    let words = rest.trim_start();
    let twin = words.strip_prefix(is_dash).filter(|_| signs > 0).map(str::trim_start);
    let words = twin.filter(|twin| twin.starts_with(char::is_alphabetic)).unwrap_or(words);
    if signs == 0 || signs > 6 || words.is_empty() { 0 } else { text.len() - words.len() }
}

/// Bytes of the number `n` that an entry begins with ("2. ", "2)"), white space included; 0 if there
/// is none.
pub(crate) fn entry_number(text: &str, n: u32) -> usize {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if !(1..=ENTRY_DIGITS).contains(&digits) || text[..digits].parse() != Ok(n) {
        return 0;
    }
    let Some(rest) = text[digits..].strip_prefix(['.', ')', '/']) else { return 0 };
    let words = rest.trim_start();
    let named = words.starts_with(char::is_alphabetic);
    if named { text.len() - words.len() } else { 0 }
}

/// The word "Lưu" at the start of an entry: bytes with the colon behind it.
///
/// "Lưu: VT", "Lưu VT", "Lưu." but not "Lưu trữ", "Lưu ý" or "Lưu động".
pub(crate) fn archive(text: &str) -> Option<usize> {
    if !matches!(text.as_bytes().first(), Some(b'L' | b'l')) {
        return None;
    }
    let end = starts_with_skeleton(text, "luu")?;
    if text[..end].chars().count() > 3 {
        return None;
    }
    let rest = &text[end..];
    let words = rest.trim_start_matches([' ', ':', '.', ';', ',']);
    let punctuated = rest.trim_start().starts_with([':', '.', ';', ',']);
    let holds = words.is_empty()
        || punctuated
        || words.chars().next().is_some_and(|c| c.is_uppercase() || c.is_ascii_digit() || c == '(');
    let kept = if words.is_empty() { end } else { text.len() - words.len() };
    holds.then_some(kept)
}

/// Whether a piece is a parenthesis alone: "(để b/cáo)".
pub(crate) fn is_parenthesis(text: &str) -> bool {
    text.starts_with('(')
        && text.trim_end_matches([';', '.', ',', ' ']).ends_with(')')
        && text.matches('(').count() == 1
}

/// What a piece of the foot is, by its own words.
pub(crate) fn mark(text: &str) -> Mark {
    let text = text.trim_start_matches(['|', ' ', '_', '#', '\\', '`']).trim_end();
    let letters = text.chars().filter(|c| fold(*c).is_some()).take(3).count();
    if letters == 0 {
        return Mark::Scrap;
    }
    if text.len() <= 8 && text.chars().all(|c| c.is_ascii_digit() || c == ' ' || is_dash(c)) {
        return Mark::Number;
    }
    if label(text).is_some() {
        return Mark::Label;
    }
    if stamps::is_placeholder(text) || stamps::is_stamp_key(text) || stamps::is_stamp_value(text) {
        return Mark::Stamp;
    }
    if is_parenthesis(text) {
        return Mark::Purpose;
    }
    if bullet(text) > 0 && (letters > 1 || is_single_letter(&text[bullet(text)..])) {
        return Mark::Item;
    }
    if archive(text).is_some() {
        // "Lưu Mỹ Hạnh" is a name, "Lưu VT" keeps a copy.
        let named = !text.contains([':', ';', ','])
            && text.split(' ').count() >= 3
            && persons::person(text).is_some();
        return if named { Mark::Name } else { Mark::Item };
    }
    if text.len() > POST_BYTES {
        return Mark::Other;
    }
    let words = text.trim_start_matches(|c: char| fold(c).is_none());
    if signing::authority_sign(words).is_some() {
        return Mark::Authority;
    }
    if is_upper(words) && !words.ends_with(';') {
        return if signing::endorsement(words).is_some() {
            Mark::Endorsement
        } else if signing::is_post_line(words) {
            Mark::Post
        } else if persons::is_upper_name(words) {
            Mark::Name
        } else if letters < 3 {
            Mark::Scrap
        } else {
            Mark::Upper
        };
    }
    if titled_post(words) {
        return Mark::Post;
    }
    match persons::person(words) {
        Some(person) if person.family || words.split(' ').count() >= 2 => Mark::Name,
        _ if persons::buried(text).is_some() => Mark::Name,
        _ if letters < 3 || words.chars().count() <= 3 => Mark::Scrap,
        _ => Mark::Other,
    }
}

/// Whether an entry is one capital with its punctuation: "- A;". Scraps of a scan have none.
fn is_single_letter(entry: &str) -> bool {
    let mut signs = entry.chars();
    signs.next().is_some_and(char::is_uppercase) && matches!(signs.as_str(), ";" | "." | ",")
}

/// A post in small letters ("Người lập kế hoạch", "Phó Hiệu trưởng"): a short piece without a sentence's
/// punctuation.
fn titled_post(text: &str) -> bool {
    text.chars().next().is_some_and(char::is_uppercase)
        && !text.ends_with(['.', ';', ',', ':'])
        && signing::post(text).is_some()
        && !text.contains(['(', ':', '/'])
        && text.split_ascii_whitespace().count() <= 9
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels() {
        for (text, want) in [
            ("Nơi nhận:", Some(("Nơi nhận:", false))),
            ("Nơi nhận", Some(("Nơi nhận", false))),
            ("Nơi nhận:.- A", Some(("Nơi nhận:.", false))),
            ("NƠI NHẬN: - A", Some(("NƠI NHẬN: ", false))),
            ("Nơi nhân: KT. GIÁM ĐÓC", Some(("Nơi nhân: ", false))),
            ("Với nhận:", Some(("Với nhận:", true))),
            ("Nơi nhậm: KÍ GIÁM ĐÓC", Some(("Nơi nhậm: ", true))),
            ("Nơi nliận: - A", Some(("Nơi nliận: ", true))),
            ("Nơi nh ận:", Some(("Nơi nh ận:", false))),
            ("Nơi nh ậm:", Some(("Nơi nh ậm:", true))),
            ("ơi nhận:", Some(("ơi nhận:", true))),
            ("` Nơi nhận:", Some(("` Nơi nhận:", true))),
            ("- Nơi nhận:", Some(("- Nơi nhận:", true))),
            ("- Nơi nhận hồ sơ: Sở", None),
            ("Nơi nhận hồ sơ: Sở Nội vụ", None),
            ("Nơi nhận văn bản", None),
            ("Người nhận: ông A", None),
            ("Với nhân dân trong xã", None),
            ("Nội dung: A", None),
            ("Nơi nghiên cứu: A", None),
            ("Ôi nhà em:", None),
        ] {
            let found = label(text).map(|l| (&text[..l.end], l.damaged));
            assert_eq!(found, want, "{text}");
        }
    }

    #[test]
    fn archives() {
        for (text, want) in [
            ("Lưu: VT", Some("Lưu: ")),
            ("Lưu VT, HC", Some("Lưu ")),
            ("Lưu.", Some("Lưu")),
            ("Lưu", Some("Lưu")),
            ("LƯU: VT", Some("LƯU: ")),
            ("Lưu trữ", None),
            ("Lưu ý các đơn vị", None),
            ("Luật sư", None),
        ] {
            assert_eq!(archive(text).map(|end| &text[..end]), want, "{text}");
        }
    }

    #[test]
    fn marks() {
        for (text, want) in [
            ("- UBND tỉnh;", Mark::Item),
            ("Lưu: VT.", Mark::Item),
            ("- A;", Mark::Item),
            ("- A", Mark::Scrap),
            ("- a;", Mark::Scrap),
            ("- 7;", Mark::Scrap),
            ("KT. CHỦ TỊCH", Mark::Authority),
            ("PHÓ CHỦ TỊCH", Mark::Post),
            ("Người lập kế hoạch", Mark::Post),
            ("NHÂN DÂN", Mark::Upper),
            ("DUYỆT CỦA BAN GIÁM HIỆU", Mark::Endorsement),
            ("Lê Thị Mai", Mark::Name),
            ("Đại tá Lê Văn An", Mark::Name),
            ("(Đã ký)", Mark::Stamp),
            ("(để b/cáo)", Mark::Purpose),
            ("3", Mark::Number),
            ("4+", Mark::Scrap),
            ("Lưu Mỹ Hạnh", Mark::Name),
            ("Lưu Văn phòng Tỉnh ủy.", Mark::Item),
            ("D0 T9 Lê Thị Mai", Mark::Name),
            ("trực thuộc,", Mark::Other),
            ("Chủ tịch UBND tỉnh;", Mark::Other),
            ("Các sở, ban, ngành", Mark::Other),
        ] {
            assert_eq!(mark(text), want, "{text}");
        }
    }
}
