//! What follows the number or the name of a cited document: its date and its issuer in either
//! order, and a short name for it.
//!
//! `tail := { [ "," ] ( date | "của" issuer ) } [ title ] [ "(sau đây gọi tắt là" alias ")" ]`; for the title see
//! [`title`](super::title).

use std::ops::Range;

use super::date::{DateAt, date_at};
use super::issuer::{Print, is_known, issuer, issuers};
use crate::inline::{blanks, digits, floor};
use crate::lexicon::bodies::{FORMER, NOW};
use crate::lexicon::issuers::is_department;
use crate::lexicon::{
    begins_with_any, fold, is_near, is_one_of, is_small, is_stray, is_word, opens_spelt, skeleton,
    starts_with_any, starts_with_skeleton,
};

/// Bytes of the longest short name.
const ALIAS_REACH: usize = 120;

/// Bytes before a sign in which its parenthesis may open.
const PARENTHESIS_REACH: usize = 200;

/// What follows a number.
#[derive(Debug, Clone, Default)]
pub(super) struct Tail {
    /// Byte behind date and issuer.
    pub(super) end: usize,
    /// When it was issued.
    pub(super) date: Option<DateAt>,
    /// Who issued it.
    pub(super) issuer: Option<Range<usize>>,
    /// A word that has no place there: "119/KH-UBND tỉnh ngày …".
    pub(super) odd: Option<Range<usize>>,
}

/// Reads date and issuer behind `at`.
///
/// A `joint` document has several issuers.
pub(super) fn tail(text: &str, at: usize, joint: bool) -> Tail {
    let mut tail = Tail { end: at, ..Tail::default() };
    while tail.date.is_none() || tail.issuer.is_none() {
        let from = behind_term(text, behind_comma(text, tail.behind_former(text)));
        let goes_on = tail.dated(text, from)
            || tail.issued(text, from, joint)
            || tail.traced(text)
            || tail.strayed(text, from);
        if !goes_on {
            break;
        }
    }
    tail
}

/// Bytes of a short word that is this one but for a letter lost, added or taken for another.
pub(super) fn damaged(text: &str, key: &str) -> Option<usize> {
    if !text.starts_with(is_small) {
        return None;
    }
    let len = text.find(|c: char| !is_word(c) || c.is_ascii_digit())?;
    let letters = text[..len].chars().filter_map(fold).count();
    if letters < 2 || letters == key.len() && letters < 3 || letters > key.len() + 1 {
        return None;
    }
    is_near(&skeleton(&text[..len]), key).then_some(len)
}

/// Bytes of "của" but for a letter, or with two of them in the wrong order: "cảu", "C ỦA".
fn misspelt_of(text: &str) -> Option<usize> {
    let torn = ["cảu", "C ỦA"]
        .iter()
        .find(|word| text.strip_prefix(**word).is_some_and(|behind| behind.starts_with(' ')));
    torn.map(|word| word.len()).or_else(|| damaged(text, "cua"))
}

/// Byte behind the blanks at `at`, and behind a comma with its blanks.
pub(super) fn behind_comma(text: &str, at: usize) -> usize {
    let at = blanks(text, at);
    if text[at..].starts_with(',') { blanks(text, at + 1) } else { at }
}

/// Byte behind the term of a congress or an assembly, its session, and a comma: "(khóa XII)", "khóa XII, kỳ họp thứ 9".
pub(super) fn behind_term(text: &str, at: usize) -> usize {
    behind_session(text, behind_number(text, at))
}

/// Bytes of the longest remark on what became of a body.
const FORMER_REACH: usize = 200;

/// Byte behind what became of a body, or what it was before: "(nay là tỉnh Sơn Hà)", "(cũ)", "trước đây".
pub(super) fn behind_former(text: &str, at: usize) -> usize {
    let from = blanks(text, at);
    let Some(inside) = text[from..].strip_prefix('(') else {
        let plain = FORMER.iter().find_map(|word| opens_spelt(&text[from..], word));
        return plain.map_or(at, |len| from + len);
    };
    let said = inside.trim_start();
    if !FORMER.iter().chain(NOW).any(|word| opens_spelt(said, word).is_some()) {
        return at;
    }
    let reach = floor(inside, FORMER_REACH);
    inside[..reach].find(')').map_or(at, |close| from + 1 + close + 1)
}

/// Byte behind the number of a term, and a comma.
fn behind_number(text: &str, at: usize) -> usize {
    let open = usize::from(text[at..].starts_with('('));
    let Some(len) = starts_with_skeleton(&text[at + open..], "khoa") else { return at };
    let count = blanks(text, at + open + len);
    let digits = text[count..].find(|c: char| !matches!(c, 'I' | 'V' | 'X' | '0'..='9'));
    let end = count + digits.unwrap_or(text.len() - count);
    let close = usize::from(text[end..].starts_with(')'));
    if end == count || open != close {
        return at;
    }
    behind_comma(text, end + close)
}

/// Byte behind a session, and a comma: "kỳ họp thứ 9", "(kỳ họp chuyên đề lần thứ hai)", "tại kỳ họp thứ Sáu".
fn behind_session(text: &str, at: usize) -> usize {
    const WORDS: usize = 7;
    const NUMBERS: &[&str] = &[
        "thu",
        "lan",
        "chuyende",
        "batthuong",
        "nhat",
        "hai",
        "ba",
        "tu",
        "bon",
        "nam",
        "sau",
        "bay",
        "tam",
        "chin",
        "muoi",
        "mot",
    ];
    let open = usize::from(text[at..].starts_with('('));
    let from = at + open;
    let within =
        starts_with_skeleton(&text[from..], "tai").map_or(from, |len| blanks(text, from + len));
    let Some(len) = starts_with_skeleton(&text[within..], "kyhop") else { return at };
    let mut end = within + len;
    for _ in 0..WORDS {
        let next = blanks(text, end);
        let rest = &text[next..];
        let figures = digits(text.as_bytes(), next) - next;
        let word = starts_with_any(rest, NUMBERS).unwrap_or(figures);
        if word == 0 {
            break;
        }
        end = next + word;
    }
    let close = usize::from(text[end..].starts_with(')'));
    if open != close {
        return at;
    }
    behind_comma(text, end + close)
}

impl Tail {
    /// Byte behind the remark on what became of the issuer.
    fn behind_former(&self, text: &str) -> usize {
        let issued = self.issuer.as_ref().is_some_and(|issuer| issuer.end == self.end);
        if issued { behind_former(text, self.end) } else { self.end }
    }

    fn dated(&mut self, text: &str, from: usize) -> bool {
        if self.date.is_some() {
            return false;
        }
        let open = from + usize::from(text[from..].starts_with('('));
        let Some(date) = date_at(text, open) else { return false };
        let closed = text[date.range.end..].starts_with(')');
        if open > from && !closed {
            return false;
        }
        self.end = date.range.end + usize::from(open > from);
        self.date = Some(date);
        true
    }

    fn issued(&mut self, text: &str, from: usize, joint: bool) -> bool {
        if self.issuer.is_some() {
            return false;
        }
        let rest = &text[from..];
        let comma = text[self.end..from].contains(',');
        let words = [("của", "cua"), ("do", "do")];
        // "Kế hoạch phối hợp số … giữa Công an tỉnh và Sở Y tế"
        let between = || starts_with_skeleton(rest, "giua").filter(|_| joint);
        let of = words.iter().find_map(|(word, key)| {
            // By its marks: "của" and "cửa", "do" and "đó" are different words.
            let len = starts_with_skeleton(rest, key)?;
            let same = rest[..len].chars().count() == word.chars().count();
            let spelt = *key == "cua" && !rest.starts_with("cử") || rest.starts_with(['d', 'D']);
            (same && spelt).then_some(len)
        });
        let of = of.or_else(between);
        let (start, print) = match of {
            Some(len) => (blanks(text, from + len), Print::at(&rest[..len])),
            // "ngày 14/4/2017 Bộ Y tế về việc …"
            // Behind a comma it would be the body that acts: "…, UBND tỉnh ban hành Kế hoạch".
            None if self.date.is_some() && !comma && is_known(text, from) => {
                (from, Print::Sentence)
            }
            // "ngày 14/4/2017 eủa Bộ Y tế"
            None if !comma && let Some(len) = misspelt_of(rest) => {
                let start = blanks(text, from + len);
                if !is_known(text, start) {
                    return false;
                }
                (start, Print::at(&rest[..len]))
            }
            // "ngày 22/10/2018, Hội nghị lần thứ tám Ban Chấp hành Trung ương …"
            None if starts_with_skeleton(rest, "hoinghilanthu").is_some() => {
                (from, Print::Sentence)
            }
            None => return false,
        };
        let found = if joint { issuers(text, start, print) } else { issuer(text, start, print) };
        let Some(end) = found.map(|end| with_parent(text, end)) else { return false };
        // "do Công an tỉnh chủ trì" does not say who issued it.
        let by = rest.starts_with(['d', 'D']) && of.is_some();
        let issues = ["banhanh", "ky", "pheduyet", "phathanh", "phatdong", "congbo", "thongqua"];
        if by && begins_with_any(text[end..].trim_start(), &issues).is_none() {
            return false;
        }
        self.issuer = Some(start..end);
        self.end = end;
        true
    }

    /// A trace of a scanner before a part: "NĐ-CP. ngày 5/3/2020", "ngày 5/3/2020' của Chính phủ"; or what web pages
    /// make of the sign and two letters of "KTN&LT ngày": "KTN< ngày".
    fn traced(&mut self, text: &str) -> bool {
        if self.odd.is_some() || self.issuer.is_some() {
            return false;
        }
        let at = blanks(text, self.end);
        let mut signs = text[at..].chars();
        // "24/2013/NQ-HĐND ) ngày": half of a parenthesis.
        let half = || {
            let before = &text[floor(text, at.saturating_sub(PARENTHESIS_REACH))..at];
            before.rfind('(') <= before.rfind(')') || !before.contains('(')
        };
        let trace = |c: &char| {
            is_stray(*c)
                || matches!(c, '.' | '_' | '"' | ';' | '<' | '>') && at == self.end
                || *c == ')' && half()
        };
        let Some(sign) = signs.next().filter(trace) else { return false };
        let behind = signs.as_str().strip_prefix(' ').unwrap_or_default();
        let figure = |rest: &str| rest.trim_start().starts_with(|c: char| c.is_ascii_digit());
        let part = opens_spelt(behind, "của").is_some()
            || opens_spelt(behind, "ngày").is_some_and(|len| figure(&behind[len..]));
        // "…; của Sở Tài chính tại Tờ trình số …" is said of the next.
        let next = || {
            let of = blanks(text, text.len() - behind.len() + "của".len());
            let end = issuer(text, of, Print::Sentence).unwrap_or(of);
            opens_spelt(text[end..].trim_start(), "tại").is_some()
        };
        let goes_on = part
            && behind.starts_with(char::is_lowercase)
            && !(sign == ';' && behind.starts_with("của") && next());
        if goes_on {
            let end = at + sign.len_utf8();
            self.odd = Some(at..end);
            self.end = end;
        }
        goes_on
    }

    /// A word that has no place there: "119/KH-UBND tỉnh ngày …".
    fn strayed(&mut self, text: &str, from: usize) -> bool {
        const PLACES: &[&str] = &["tinh", "huyen", "thanhpho", "thixa", "quan", "xa", "phuong"];
        if self.odd.is_some() || self.date.is_some() || self.issuer.is_some() {
            return false;
        }
        let rest = &text[from..];
        let Some(place) = begins_with_any(rest, PLACES) else { return false };
        let Some(len) = starts_with_skeleton(rest, place) else { return false };
        let behind = blanks(text, from + len);
        let dated = starts_with_skeleton(&text[behind..], "ngay").is_some();
        if dated {
            self.odd = Some(from..from + len);
            self.end = from + len;
        }
        dated
    }
}

/// Byte behind the body that a unit belongs to, where a comma parts them and the title follows: "của Ban Tôn giáo, Sở
/// Nội vụ về việc …".
fn with_parent(text: &str, end: usize) -> usize {
    let Some(body) = text[end..].strip_prefix(", ").filter(|body| is_department(body)) else {
        return end;
    };
    let at = text.len() - body.len();
    let titled = |end: &usize| {
        let behind = text[*end..].trim_start();
        begins_with_any(behind, &["ve", "veviec", "vv"]).is_some()
    };
    issuer(text, at, Print::Sentence).filter(titled).unwrap_or(end)
}

/// The short name given behind `at`: "(sau đây gọi tắt là Nghị quyết 57)".
pub(super) fn alias(text: &str, at: usize) -> Option<Range<usize>> {
    let open = blanks(text, at);
    let rest = text[open..].strip_prefix('(')?;
    let said = begins_with_any(
        rest,
        &[
            "saudaygoitatla",
            "saudayviettatla",
            "saudaygoichungla",
            "saudaygoila",
            "goitatla",
            "viettatla",
            "goila",
        ],
    )?;
    let len = starts_with_skeleton(rest, said)?;
    let start = blanks(text, open + 1 + len);
    let reach = floor(text, (start + ALIAS_REACH).min(text.len()));
    let words = &text[start..reach];
    let end = words.find([')', ';'])?;
    let kept = words[..end].trim_matches(['"', '“', '”', ' ', ':']);
    let from = start + words.find(kept)?;
    (!kept.is_empty() && !is_one_of(kept, &["kehoach"])).then(|| from..from + kept.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn date_and_issuer_in_either_order() {
        for (text, date, issuer) in [
            (" ngày 01/02/2016 của Chính phủ quy định", Some("ngày 01/02/2016"), Some("Chính phủ")),
            (", ngày 01/02/2016, của Chính phủ", Some("ngày 01/02/2016"), Some("Chính phủ")),
            (" của Chính phủ ngày 01/02/2016", Some("ngày 01/02/2016"), Some("Chính phủ")),
            (" (ngày 01/02/2016) của Chính phủ", Some("ngày 01/02/2016"), Some("Chính phủ")),
            (" do Chính phủ ban hành", None, Some("Chính phủ")),
            (" ngày 14/4/2017 Bộ Y tế về việc", Some("ngày 14/4/2017"), Some("Bộ Y tế")),
            (" tỉnh ngày 27/4/2022 của UBND tỉnh", Some("ngày 27/4/2022"), Some("UBND tỉnh")),
            (" của Ban Tôn giáo, Sở Nội vụ về việc", None, Some("Ban Tôn giáo, Sở Nội vụ")),
            (" của Ban Tôn giáo, Sở Nội vụ đề nghị", None, Some("Ban Tôn giáo")),
            (" của Sở Tài chính, về việc", None, Some("Sở Tài chính")),
            (" theo đó", None, None),
            (" cửa Chính phủ", None, None),
        ] {
            let found = tail(text, 0, false);
            let slice = |range: Option<&Range<usize>>| range.map(|range| &text[range.clone()]);
            assert_eq!(slice(found.date.as_ref().map(|d| &d.range)), date, "{text}");
            assert_eq!(slice(found.issuer.as_ref()), issuer, "{text}");
        }
    }

    #[test]
    fn short_names() {
        let text = " (sau đây gọi tắt là Nghị quyết 57)";
        assert_eq!(alias(text, 0).map(|range| &text[range]), Some("Nghị quyết 57"));
        assert_eq!(alias(" (Nghị quyết 57)", 0), None);
    }
}
