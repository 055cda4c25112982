//! Source text to clean text in one pass; text that is clean already is borrowed.

use std::borrow::Cow;

use memchr::memchr_iter;
use unicode_normalization::{IsNormalized, is_nfc_quick};

use super::SourceMap;
use super::marks;

/// The clean text and its way back.
#[derive(Debug, Clone)]
pub(crate) struct Clean<'a> {
    /// What every later stage reads.
    pub(crate) text: Cow<'a, str>,
    /// From its offsets to those of the source.
    pub(crate) map: SourceMap,
}

/// How far an emphasised run (`*…*`) may reach, in bytes: a heading or a clause, not a page. The
/// cap keeps the search for its end linear.
const EMPHASIS_REACH: usize = 600;

/// What the first byte of a character says about it.
#[derive(Clone, Copy)]
enum Lead {
    /// Nothing can have to change here.
    Plain,
    /// Two bytes; right as it stands unless this byte follows (Ð, Ɖ).
    Latin(u8),
    /// Three bytes; right as it stands in the Vietnamese block U+1E80–U+1EFF.
    Extended,
    /// Three bytes; right as it stands if it is a dash, a quotation mark or an ellipsis.
    Punctuation,
    /// To be looked at.
    Suspect,
}

const LEADS: [Lead; 256] = leads();

const fn leads() -> [Lead; 256] {
    let mut table = [Lead::Plain; 256];
    table[b'\r' as usize] = Lead::Suspect;
    table[0x0b] = Lead::Suspect;
    table[b'*' as usize] = Lead::Suspect;
    table[b'\\' as usize] = Lead::Suspect;
    table[0xc2] = Lead::Suspect; // no-break space, soft hyphen, C1 controls
    table[0xc3] = Lead::Latin(0x90); // Ð
    table[0xc6] = Lead::Latin(0x89); // Ɖ
    let mut lead = 0xca;
    while lead <= 0xff {
        table[lead] = Lead::Suspect;
        lead += 1;
    }
    table[0xe1] = Lead::Extended;
    table[0xe2] = Lead::Punctuation;
    table
}

/// Bytes that are looked at together: a block in which nothing can have to change is passed over.
const BLOCK: usize = 64;

/// The next place at or behind `at` where something may have to change.
fn next_suspect(bytes: &[u8], mut at: usize) -> Option<usize> {
    let follows = |at: usize| bytes.get(at).copied().unwrap_or_default();
    while at < bytes.len() {
        while bytes[at..].first_chunk().is_some_and(|block| !holds_suspect(block)) {
            at += BLOCK;
        }
        let end = bytes.len().min(at + BLOCK);
        while at < end {
            at += match LEADS[usize::from(bytes[at])] {
                Lead::Plain => 1,
                Lead::Latin(odd) if follows(at + 1) != odd => 2,
                Lead::Extended if matches!(follows(at + 1), 0xba | 0xbb) => 3,
                Lead::Punctuation
                    if follows(at + 1) == 0x80 && matches!(follows(at + 2), 0x90..=0x9f | 0xa6) =>
                {
                    3
                }
                _ => return Some(at),
            };
        }
    }
    None
}

/// Whether a suspect character begins in a block, with the two bytes behind it: what [`LEADS`] says,
/// without a branch, so that many bytes are looked at in one step.
#[expect(clippy::needless_bitwise_bool, reason = "the lazy ones are branches")]
fn holds_suspect(block: &[u8; BLOCK + 2]) -> bool {
    let mut held = false;
    for at in 0..BLOCK {
        let (lead, second, third) = (block[at], block[at + 1], block[at + 2]);
        // Tabs are among the first, and few.
        let odd = (lead | 0x06 == 0x0f) | (lead == b'*') | (lead == b'\\') | (lead == 0xc2);
        let latin = (lead == 0xc3) & (second == 0x90) | (lead == 0xc6) & (second == 0x89);
        let vietnamese = (lead == 0xe1) & (second & 0xfe == 0xba);
        let drawn = (lead == 0xe2) & (second == 0x80) & ((third & 0xf0 == 0x90) | (third == 0xa6));
        held |= odd | latin | (lead >= 0xca) & !vietnamese & !drawn;
    }
    held
}

/// What stands in for a piece of the source.
enum Edit {
    /// Nothing changes here; the scan goes on behind this many bytes.
    Keep(usize),
    /// The next bytes, this many, are left out.
    Drop(usize),
    /// The next bytes, this many, are an escaped stroke: it stays, but no value keeps it.
    Stroke(usize),
    /// The source range gives way to this text.
    Replace(std::ops::Range<usize>, Cow<'static, str>),
}

/// Makes the clean text: NFC with Vietnamese mark order, `\n` for every line end, a space for every
/// exotic one, Đ for its look-alikes, without zero-width characters, soft hyphens, a byte-order mark
/// and the emphasis signs and escapes of marked-up copies.
pub(crate) fn normalize(source: &str) -> Clean<'_> {
    let bytes = source.as_bytes();
    let mut map = SourceMap::default();
    let mut text = String::new();
    let mut copied = 0;
    let mut at = 0;
    let markup = Markup::of(source);
    let mut open_emphasis = None;
    while let Some(suspect) = next_suspect(bytes, at) {
        at = suspect;
        match edit(source, at, copied, &text, &markup, &mut open_emphasis) {
            Edit::Keep(len) => at += len,
            Edit::Drop(len) => {
                text.push_str(&source[copied..at]);
                map.push(text.len()..text.len(), at..at + len);
                if bytes[at] == b'\\' {
                    map.push_escape(text.len()..text.len());
                }
                at += len;
                copied = at;
            }
            Edit::Stroke(len) => {
                let start = text.len() + (at - copied);
                map.push_escape(start..start + len);
                at += len;
            }
            Edit::Replace(range, with) => {
                if range.start < copied {
                    let base = source[range.start..].chars().next().map_or(0, char::len_utf8);
                    text.truncate(text.len() - base);
                    map.rewind(range.start);
                    copied = range.start;
                }
                text.push_str(&source[copied..range.start]);
                let start = text.len();
                text.push_str(&with);
                map.push(start..text.len(), range.clone());
                at = range.end;
                copied = at;
            }
        }
    }
    if copied == 0 {
        return Clean { text: Cow::Borrowed(source), map };
    }
    text.push_str(&source[copied..]);
    Clean { text: Cow::Owned(text), map }
}

/// Decides what becomes of the character at `at`. `copied` is how far the output already reaches, and
/// `written` is that output.
fn edit(
    source: &str,
    at: usize,
    copied: usize,
    written: &str,
    markup: &Markup,
    open_emphasis: &mut Option<usize>,
) -> Edit {
    let bytes = source.as_bytes();
    let next = bytes.get(at + 1).copied().unwrap_or_default();
    match bytes[at] {
        b'\r' if next == b'\n' => Edit::Drop(1),
        b'\r' | 0x0b => Edit::Replace(at..at + 1, "\n".into()),
        b'*' if markup.escapes && source[..at].ends_with('\\') => Edit::Keep(1),
        b'*' => emphasis(source, at, markup, open_emphasis),
        b'\\' if next == b'|' => Edit::Stroke(2),
        b'\\' if markup.escapes => escape(next),
        b'\\' => Edit::Keep(1),
        _ => other(source, at, copied, written),
    }
}

/// Signs that Markdown escapes and that mean nothing but themselves without it. What would be a heading,
/// a stroke or a tag stays escaped.
const ESCAPED: &[u8] = b"!\"$%&'()*+,-./:;=?@[]^_{}~";

/// An escaped sign stands for itself: "1\." is "1.".
fn escape(next: u8) -> Edit {
    if ESCAPED.contains(&next) { Edit::Drop(1) } else { Edit::Keep(1) }
}

fn other(source: &str, at: usize, copied: usize, written: &str) -> Edit {
    let Some(c) = source[at..].chars().next() else { return Edit::Keep(1) };
    let len = c.len_utf8();
    let replace = |with: &'static str| Edit::Replace(at..at + len, with.into());
    match c {
        '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => {
            replace(" ")
        }
        '\u{85}' | '\u{2028}' | '\u{2029}' => replace("\n"),
        dropped if is_dropped(dropped) => Edit::Drop(len),
        'Ð' | 'Ɖ' => replace("Đ"),
        _ => cluster(source, at, len, copied, written),
    }
}

/// Composes the letter at `at` with the marks behind it, or the letter before `at` with the mark at
/// `at`.
fn cluster(source: &str, at: usize, len: usize, copied: usize, written: &str) -> Edit {
    let mark = source[at..].chars().next().is_some_and(marks::is_mark);
    let base = if mark { base_before(source, at, copied, written) } else { None };
    let start = base.unwrap_or(at);
    let marks = source[at + len..].chars().take_while(|c| marks::is_mark(*c));
    let end = at + len + marks.map(char::len_utf8).sum::<usize>();
    let spelled: String;
    let mut raw = &source[start..end];
    if let Some(letter) = source[start..at].chars().next().filter(|c| start + c.len_utf8() < at) {
        // Characters that are dropped stand between the letter and its mark.
        spelled = format!("{letter}{}", &source[at..end]);
        raw = &spelled;
    }
    if start == at && end == at + len && is_nfc_quick(raw.chars()) == IsNormalized::Yes {
        return Edit::Keep(len);
    }
    let mut composed = marks::compose(raw);
    if composed == raw {
        return Edit::Keep(end - at);
    }
    // Marks that belong to no letter stay where they are, so that a word may end before them.
    let left = raw.chars().rev().zip(composed.chars().rev());
    let left = left.take_while(|(raw, composed)| raw == composed && marks::is_mark(*raw));
    let left: usize = left.map(|(c, _)| c.len_utf8()).sum();
    let left = if end - left < at + len { 0 } else { left };
    composed.truncate(composed.len() - left);
    Edit::Replace(start..end - left, composed.into())
}

/// Where the letter begins that a mark at `at` belongs to; characters that are dropped may stand
/// between. None where that letter has been replaced already.
fn base_before(source: &str, at: usize, copied: usize, written: &str) -> Option<usize> {
    // Emphasis signs that were dropped right before the mark.
    let starred = copied == at;
    let bare = source[..at].trim_end_matches(|c| is_dropped(c) || starred && c == '*');
    let base = bare.chars().next_back().filter(|c| !c.is_whitespace())?;
    let start = bare.len() - base.len_utf8();
    // A letter that stands in the output as it is, whether or not something behind it was dropped.
    let verbatim = start >= copied
        || written.ends_with(base) && !marks::is_mark(base) && !matches!(base, 'Ð' | 'Ɖ');
    verbatim.then_some(start)
}

/// Characters that leave no trace in the clean text.
fn is_dropped(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}

/// What markup a text carries at all.
struct Markup {
    /// Emphasis signs: in plain text `*` is a bullet or a footnote sign.
    emphasis: bool,
    /// Escapes, known by those of list markers ("1\.", "\-"): a scanner makes strokes of letters.
    escapes: bool,
}

impl Markup {
    fn of(source: &str) -> Self {
        let mut read = 0;
        let emphasis = memchr_iter(b'*', source.as_bytes()).any(|at| {
            if at < read || !source[at..].starts_with("**") {
                return false;
            }
            read = at + 2;
            let before = source[..at].chars().next_back();
            let after = source[read..].chars().next();
            before.is_some_and(crate::lexicon::is_word)
                || after.is_some_and(crate::lexicon::is_word)
        });
        let escapes = memchr_iter(b'\\', source.as_bytes()).any(|at| {
            let before = source[..at].bytes().next_back();
            let after = source.as_bytes().get(at + 1);
            match after {
                Some(b'.' | b')') => before.is_some_and(|b| b.is_ascii_alphanumeric()),
                Some(b'-' | b'+' | b'*') => before.is_none_or(|b| matches!(b, b'\n' | b'\r')),
                _ => false,
            }
        });
        Self { emphasis, escapes }
    }
}

/// Emphasis signs are dropped, bullets and rules of asterisks stay.
fn emphasis(source: &str, at: usize, markup: &Markup, open: &mut Option<usize>) -> Edit {
    let bytes = source.as_bytes();
    let run = bytes[at..].iter().take_while(|b| **b == b'*').count();
    if !markup.emphasis {
        return Edit::Keep(run);
    }
    let before = at.checked_sub(1).map_or(b'\n', |i| bytes[i]);
    let after = bytes.get(at + run).copied().unwrap_or(b'\n');
    let alone = matches!(before, b'\n' | b' ' | b'\t') && matches!(after, b'\n' | b'\r');
    if *open == Some(at) {
        *open = None;
        return Edit::Drop(run);
    }
    if run >= 2 {
        return if alone && run == 3 { Edit::Keep(run) } else { Edit::Drop(run) };
    }
    let opens = !after.is_ascii_whitespace() && (before.is_ascii_whitespace() || before == b'(');
    if opens && let Some(close) = emphasis_end(&bytes[at + run..]) {
        *open = Some(at + run + close);
        return Edit::Drop(run);
    }
    Edit::Keep(run)
}

/// Where the single `*` stands that ends an emphasised run; it does not cross a blank line.
fn emphasis_end(bytes: &[u8]) -> Option<usize> {
    let window = &bytes[..bytes.len().min(EMPHASIS_REACH)];
    let end = window.iter().position(|b| *b == b'*')?;
    let crosses = window[..end].windows(2).any(|pair| pair == b"\n\n");
    let single = bytes.get(end + 1) != Some(&b'*');
    (!crosses && single).then_some(end)
}

#[cfg(test)]
mod tests {
    use super::normalize;

    /// Source, and the clean text it gives.
    const EXAMPLES: &[(&str, &str)] = &[
        ("Kế hoạch", "Kế hoạch"),
        ("Ke\u{302}\u{301} hoa\u{323}ch", "Kế hoạch"),
        ("Kê\u{301} hoạch", "Kế hoạch"),
        ("Ke\u{301}\u{302} hoạch", "Kế hoạch"),
        ("a\r\nb\rc\u{2028}d\u{b}e", "a\nb\nc\nd\ne"),
        ("số\u{a0}12/QÐ-UBND, Ɖiều", "số 12/QĐ-UBND, Điều"),
        ("\u{feff}Số\u{200b} 1\u{ad}2", "Số 12"),
        ("**I. MỤC\nĐÍCH**", "I. MỤC\nĐÍCH"),
        ("**a** *(HKD) *trên", "a (HKD) trên"),
        ("**a**\n*Lai Châu, ngày\n1*", "a\nLai Châu, ngày\n1"),
        ("* Một\n* Hai", "* Một\n* Hai"),
        ("*Một\n***\n", "*Một\n***\n"),
        ("**a**\n\n* Một\n\n* Hai", "a\n\n* Một\n\n* Hai"),
        ("\u{301}a", "\u{301}a"),
        ("Ke\u{200b}\u{302}\u{301} a", "Kế a"),
        ("e\u{302}\u{200b}\u{301}", "ê\u{301}"),
    ];

    #[test]
    fn examples() {
        for (source, want) in EXAMPLES {
            assert_eq!(normalize(source).text, *want, "{source:?}");
        }
    }

    #[test]
    fn clean_text_is_borrowed() {
        let clean = normalize("Căn cứ Nghị định số 30/2020/NĐ-CP – “văn thư”…\n");
        assert!(matches!(clean.text, std::borrow::Cow::Borrowed(_)));
    }

    #[test]
    fn escapes_leave_their_places() {
        let clean = normalize("1\\. a\\|b \\- c");
        assert_eq!(clean.text, "1. a\\|b - c");
        let escapes: Vec<_> = clean.map.escapes(0..clean.text.len()).collect();
        assert_eq!(escapes, [1..1, 4..6, 8..8]);
        assert!(clean.map.escapes(5..8).eq(std::iter::once(8..8)));
        assert!(!normalize("a\\, b").map.has_escapes());
    }

    #[test]
    fn every_range_slices_what_it_says() {
        let source = "\u{feff}**Ke\u{302}\u{301}** hoa\u{323}ch\r\nsô\u{301}\u{a0}1";
        let clean = normalize(source);
        let at = clean.text.find("hoạch").expect("composed");
        let span = clean.map.span(&(at..at + "hoạch".len()));
        assert_eq!(span.slice(source), Some("hoa\u{323}ch"));
        let at = clean.text.find('K').expect("there");
        let span = clean.map.span(&(at..at + "Kế".len()));
        assert_eq!(span.slice(source), Some("Ke\u{302}\u{301}"));
    }
}
