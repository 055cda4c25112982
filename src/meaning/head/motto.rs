//! "Quốc hiệu", "tiêu ngữ", "Đảng hiệu", also damaged and broken over two lines.

use super::letters::{Letters, Word};
use crate::lexicon::{MOTTOS, Motto, Near, fold, is_word, last_word, near, near_prefix};

/// Lines on which the rest of a broken heading is looked for: the left column may stand between.
const REACH: u8 = 3;

/// The rest of a heading that was broken at a line end.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pending {
    rest: &'static str,
    /// Lines since the break.
    pub(super) age: u8,
}

/// First letters of the headings.
const INITIALS: &[u8] = b"cd";

/// The first heading in a piece with these letters: where it stands and how long it is.
///
/// `next` is the line below: a heading may be broken behind its first word ("CỘNG / HÒA XÃ HỘI …").
pub(super) fn find_motto(
    text: &str,
    letters: &Letters<'_>,
    next: &str,
    pending: &mut Option<Pending>,
) -> Option<(usize, usize)> {
    if let Some(open) = *pending {
        if open.age > REACH {
            *pending = None;
        } else if open.age > 0
            && let Some(found) = rest_of(text, open)
        {
            *pending = None;
            return Some(found);
        }
    }
    if let Some(found) = exact_motto(text, letters) {
        return Some(found);
    }
    let mut best: Option<(usize, Near)> = None;
    for word in letters.words(text, INITIALS) {
        let at = word.at;
        if best.is_some_and(|(start, found)| found.edits == 0 || at > start + found.len) {
            break;
        }
        for motto in beginning_with(word.initial) {
            let found = letters.near(word, motto.key);
            let missing = if found.is_none() && best.is_none() {
                broken(&text[at..], letters, word, next, motto)
            } else {
                None
            };
            if found.is_none() && missing.is_none() || !may_begin(motto, text, at) {
                continue;
            }
            if let Some(rest) = missing {
                *pending = Some(Pending { rest, age: 0 });
                return Some((at, text.len() - at));
            }
            // A closer reading may begin behind this one ("CÔNG CỘNG HÒA …").
            best = found
                .filter(|found| best.is_none_or(|(_, before)| found.edits < before.edits))
                .map(|found| (at, found))
                .or(best);
        }
    }
    best.map(|(at, found)| (at, found.len))
}

/// The first heading that is spelled letter by letter; a damaged one before it is found when what
/// stands before is cut.
fn exact_motto(text: &str, letters: &Letters<'_>) -> Option<(usize, usize)> {
    letters.words(text, INITIALS).find_map(|word| {
        beginning_with(word.initial).find_map(|motto| {
            let len = letters.exact(word, motto.key)?;
            may_begin(motto, text, word.at).then_some((word.at, len))
        })
    })
}

fn beginning_with(first: u8) -> impl Iterator<Item = &'static Motto> {
    MOTTOS.iter().filter(move |motto| motto.key.as_bytes()[0] == first)
}

/// Whether a heading can begin at `at`.
fn may_begin(motto: &Motto, text: &str, at: usize) -> bool {
    motto.mid_line || begins_column(text, at)
}

/// The part that is missing when `text`, from a word on, is the beginning of a heading and nothing
/// else.
fn broken(
    text: &str,
    letters: &Letters<'_>,
    word: Word,
    next: &str,
    motto: &Motto,
) -> Option<&'static str> {
    // A beginning is shorter than the whole.
    if text.len() > 3 * motto.key.len() {
        return None;
    }
    let (short, known) = motto.breaks.split_at(motto.known_by - 1);
    let below = next.trim_start_matches(['|', ' ', '*']);
    let count = letters.from(word).len();
    let edits = |at: &usize| letters.near_whole(word, &motto.key[..*at]);
    let known = known.iter().find(|at| {
        // One edit changes the length by one letter at most.
        at.abs_diff(count) <= 1 && edits(at).is_some_and(|edits| edits <= 1)
    });
    let short = || {
        short.iter().find(|at| {
            **at == count
                && edits(at) == Some(0)
                && near_prefix(below, &motto.key[**at..]).is_some()
        })
    };
    known.or_else(short).map(|at| &motto.key[*at..])
}

/// Where the rest of a heading stands in a later piece.
fn rest_of(text: &str, open: Pending) -> Option<(usize, usize)> {
    word_starts(text).find_map(|at| {
        let found = near_prefix(&text[at..], open.rest)?;
        let ends = text[at + found.len..].chars().next().is_none_or(|c| !is_word(c));
        // A short rest ("NAM") must stand alone.
        let sure = open.rest.len() >= 7
            || (at == 0 && text[found.len..].chars().all(|c| fold(c).is_none()));
        (ends && sure).then_some((at, found.len))
    })
}

/// Whether a column begins at `at`: at the start of the piece, behind a gap, or behind a complete
/// name ("THÀNH ĐOÀN SÔNG BÌNH ĐOÀN TNCS …"), not behind "BCH" or "BAN CHẤP HÀNH".
fn begins_column(text: &str, at: usize) -> bool {
    let before = &text[..at];
    let words = before.trim_end();
    if words.is_empty() || before.len() - words.len() >= 2 {
        return true;
    }
    let last = last_word(words);
    words.contains(' ')
        && !["bch", "hanh", "ban", "vu", "cua"].iter().any(|key| near(last, key).is_some())
}

fn word_starts(text: &str) -> impl Iterator<Item = usize> + '_ {
    let mut inside = false;
    text.char_indices().filter_map(move |(at, c)| {
        let starts = is_word(c) && !inside;
        inside = is_word(c);
        starts.then_some(at)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::meaning::head::letters::LineLetters;

    /// As the cutter looks for a heading.
    fn found(text: &str, next: &str, pending: &mut Option<Pending>) -> Option<(usize, usize)> {
        let mut letters = LineLetters::default();
        letters.note(text, 0);
        find_motto(text, &letters.within(&(0..text.len())), next, pending)
    }

    #[test]
    fn broken_behind_its_first_word() {
        let mut pending = None;
        assert_eq!(
            found("CỘNG", "HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", &mut pending),
            Some((0, "CỘNG".len()))
        );
        assert!(pending.is_some());
        assert_eq!(found("CÔNG", "AN XÃ AN BÌNH", &mut None), None);
    }

    #[test]
    fn every_heading_begins_with_a_letter_that_is_looked_for() {
        assert!(MOTTOS.iter().all(|motto| INITIALS.contains(&motto.key.as_bytes()[0])));
    }

    #[test]
    fn headings_and_near_misses() {
        for (text, want) in [
            ("ĐẢNG CỘNG SẢN VIỆT NAM", Some("ĐẢNG CỘNG SẢN VIỆT NAM")),
            ("TỈNH ỦY X ĐẢNG CỘNG SẢN VIỆT NAM", Some("ĐẢNG CỘNG SẢN VIỆT NAM")),
            ("CQNG HOA XA HO! CHU NGHIA VIT NAM", Some("CQNG HOA XA HO! CHU NGHIA VIT NAM")),
            ("THÀNH ĐOÀN X ĐOÀN TNCS HỒ CHÍ MINH", Some("ĐOÀN TNCS HỒ CHÍ MINH")),
            (
                "DÂN      CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                Some("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
            ),
            ("BCH ĐOÀN TNCS HỒ CHÍ MINH", None),
            ("CÔNG AN TỈNH", None),
            ("ĐẢNG BỘ TỈNH", None),
            ("XÃ CỘNG HÒA", None),
        ] {
            let found = found(text, "", &mut None).map(|(at, len)| &text[at..at + len]);
            assert_eq!(found, want, "{text}");
        }
    }
}
