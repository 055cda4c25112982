//! Where in a text a doer may be named: at the beginning of sentences and clauses, in parentheses.

use std::ops::Range;

use memchr::memchr2_iter;

use crate::inline::agency::{blanks_behind, floor};
use crate::lexicon::duties::order;
use crate::lexicon::{Phrases, is_word};

/// A place where a doer may be named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Piece {
    /// A sentence or what stands between semicolons.
    Clause(Range<usize>),
    /// What follows a comma within it; its end does not matter.
    Part(Range<usize>),
    /// What stands in a parenthesis.
    Aside(Range<usize>),
}

impl Piece {
    /// Its first byte.
    pub(super) fn start(&self) -> usize {
        let (Self::Clause(range) | Self::Part(range) | Self::Aside(range)) = self;
        range.start
    }
}

/// Pieces of one text that are looked at: a long unit has some fifty.
const MOST: usize = 4096;

/// Bytes of the longest clause whose end is looked for.
const CLAUSE: usize = 2000;

/// Bytes of the longest parenthesis that may say who does something.
const ASIDE: usize = 200;

/// The pieces of a text in order.
pub(super) fn pieces(text: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let end = |from: usize| clause_end(text, from);
    let begin = opener_end(text, blanks_behind(text, 0));
    pieces.push(Piece::Clause(begin..end(begin)));
    for (at, sign) in signs(text) {
        if pieces.len() >= MOST {
            break;
        }
        let behind = at + sign.len();
        if sign == "(" {
            let reach = floor(text, behind + ASIDE);
            if let Some(len) = text[behind..reach].find(')') {
                pieces.push(Piece::Aside(behind..behind + len));
            }
            continue;
        }
        let from = blanks_behind(text, behind);
        if from == behind || from >= text.len() {
            continue;
        }
        match sign {
            "," => pieces.push(Piece::Part(from..from)),
            ";" => {
                let from = opener_end(text, from);
                pieces.push(Piece::Clause(from..end(from)));
            }
            ":" if begins_large(text, from) => {
                let run_in = labels(&text[..at]) || text[..at].ends_with("ý kiến như sau");
                let range = if run_in { from..end(from) } else { from..from };
                pieces.push(if run_in { Piece::Clause(range) } else { Piece::Part(range) });
            }
            ":" => {}
            _ => {
                if begins_large(text, from) && ends_sentence(&text[..at]) {
                    let from = opener_end(text, from);
                    pieces.push(Piece::Clause(from..end(from)));
                }
            }
        }
    }
    pieces
}

/// The signs behind which a piece may begin.
fn signs(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let parts = |byte: &u8| matches!(byte, b'.' | b';' | b',' | b'(' | b'!' | b'?' | b':' | 0xe2);
    let places = text.bytes().enumerate().filter(move |(_, byte)| parts(byte));
    places.filter_map(|(at, byte)| match byte {
        0xe2 => text[at..].starts_with('…').then(|| (at, &text[at..at + '…'.len_utf8()])),
        _ => Some((at, &text[at..=at])),
    })
}

/// Whether the words before a colon only say what follows is about: "Kỷ luật", "Trang phục".
fn labels(before: &str) -> bool {
    const WORDS: usize = 4;
    before.split(' ').take(WORDS + 1).count() <= WORDS
        && before.starts_with(char::is_uppercase)
        && !before.contains([',', ';', '.', '('])
        && order(before).is_none()
}

/// Whether a capital stands at `at`.
fn begins_large(text: &str, at: usize) -> bool {
    text[at..].starts_with(char::is_uppercase)
}

/// Whether the dot behind `before` ends a sentence: it is no "TP." or "1.".
fn ends_sentence(before: &str) -> bool {
    let start = before.rfind(|c: char| !is_word(c)).map_or(0, |at| at + 1);
    let word = before.get(start..).unwrap_or_default();
    let short = matches!(
        word,
        "TP" | "Tp" | "TX" | "TT" | "Q" | "P" | "TS" | "ThS" | "GS" | "BS" | "v" | "tr"
    );
    // "… trước ngày 15/4.", "… theo khoản 2 Điều 5.", but not the number of an item: "gồm: 1."
    let figure = !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
    let above = before[..before.len() - word.len()].trim_end();
    let counted = above.is_empty() || above.ends_with(['.', ';', ':', ',', '(']);
    let long = word.chars().count() > 1 || figure && !counted;
    !short && (long || before.ends_with([')', '”', '"']))
}

/// Byte behind the semicolon or sentence that `from` stands in.
fn clause_end(text: &str, from: usize) -> usize {
    let reach = floor(text, from + CLAUSE);
    let rest = text.get(from..reach).unwrap_or_default();
    let mut signs = memchr2_iter(b';', b'.', rest.as_bytes());
    let end = signs.find(|at| {
        let behind = &rest[*at..];
        behind.starts_with(';') || behind.starts_with(". ") && ends_sentence(&rest[..*at])
    });
    end.map_or(reach, |at| from + at)
}

/// Byte behind words that only join a clause to the one before: "đồng thời", "ngoài ra".
fn opener_end(text: &str, from: usize) -> usize {
    static JOINTS: Phrases =
        Phrases::new(&["đồng thời", "ngoài ra", "bên cạnh đó", "trong đó", "và", "riêng"]);
    let from = behind_share(text, from);
    let rest = &text[from..];
    let Some(len) = JOINTS.longest(rest) else { return from };
    let next = from + len;
    let next = if text[next..].starts_with(',') { next + 1 } else { next };
    blanks_behind(text, next)
}

/// Byte behind a share: "100% các đơn vị …".
fn behind_share(text: &str, from: usize) -> usize {
    let rest = &text[from..];
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    match rest[digits..].strip_prefix('%') {
        Some(behind) if digits > 0 => blanks_behind(text, text.len() - behind.len()),
        _ => from,
    }
}

/// Where the sentence begins that `at` stands in.
pub(super) fn sentence_start(text: &str, at: usize) -> usize {
    let first = floor(text, at.saturating_sub(CLAUSE));
    let before = &text[first..at];
    let stop = before.rmatch_indices([';', '.']).find(|(at, sign)| {
        *sign == ";" || before[at + 1..].starts_with(' ') && ends_sentence(&before[..*at])
    });
    stop.map_or(first, |(at, _)| blanks_behind(text, first + at + 1))
}
