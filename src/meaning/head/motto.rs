//! "Quốc hiệu", "tiêu ngữ", "Đảng hiệu", also damaged and broken over two lines.

use crate::lexicon::{MOTTOS, Motto, fold, near, near_prefix};

/// Lines on which the rest of a broken heading is looked for: the left column may stand between.
const REACH: u8 = 3;

/// The rest of a heading that was broken at a line end.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pending {
    rest: &'static str,
    /// Lines since the break.
    pub(super) age: u8,
}

/// The first heading in a piece: where it stands and how long it is.
pub(super) fn find_motto(text: &str, pending: &mut Option<Pending>) -> Option<(usize, usize)> {
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
    for (at, _) in word_starts(text) {
        let word = &text[at..];
        if !word.starts_with(['C', 'c', 'Đ', 'D', 'đ', 'd']) {
            continue;
        }
        for motto in MOTTOS {
            if !motto.mid_line && !begins_column(text, at) {
                continue;
            }
            if let Some(found) = near_prefix(word, motto.key) {
                return Some((at, found.len));
            }
            if let Some(rest) = broken(word, motto) {
                *pending = Some(Pending { rest, age: 0 });
                return Some((at, text.len() - at));
            }
        }
    }
    None
}

/// The part that is missing when `text` is the beginning of a heading and nothing else.
fn broken(text: &str, motto: &Motto) -> Option<&'static str> {
    // A beginning is shorter than the whole.
    if text.len() > 3 * motto.key.len() {
        return None;
    }
    let breaks = motto.breaks.get(motto.known_by - 1..)?;
    breaks
        .iter()
        .find(|at| near(text, &motto.key[..**at]).is_some_and(|edits| edits <= 1))
        .map(|at| &motto.key[*at..])
}

/// Where the rest of a heading stands in a later piece.
fn rest_of(text: &str, open: Pending) -> Option<(usize, usize)> {
    word_starts(text).find_map(|(at, _)| {
        let found = near_prefix(&text[at..], open.rest)?;
        let ends = text[at + found.len..].chars().next().is_none_or(|c| !c.is_alphanumeric());
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
    let last = words.rsplit(' ').next().unwrap_or_default();
    words.contains(' ')
        && !["bch", "hanh", "ban", "vu", "cua"].iter().any(|key| near(last, key).is_some())
}

fn word_starts(text: &str) -> impl Iterator<Item = (usize, char)> + '_ {
    let mut inside = false;
    let mut was_upper = true;
    text.char_indices().filter(move |(_, c)| {
        let letter = c.is_alphanumeric();
        // "NAMĐộc": a capital behind a capital begins nothing, unless the word goes on in lower case;
        // that is settled by the heading itself, which must match exactly there.
        let starts = letter && !inside;
        inside = letter;
        was_upper = c.is_uppercase();
        starts
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_and_near_misses() {
        for (text, want) in [
            ("ĐẢNG CỘNG SẢN VIỆT NAM", Some("ĐẢNG CỘNG SẢN VIỆT NAM")),
            ("TỈNH ỦY X ĐẢNG CỘNG SẢN VIỆT NAM", Some("ĐẢNG CỘNG SẢN VIỆT NAM")),
            ("CQNG HOA XA HO! CHU NGHIA VIT NAM", Some("CQNG HOA XA HO! CHU NGHIA VIT NAM")),
            ("THÀNH ĐOÀN X ĐOÀN TNCS HỒ CHÍ MINH", Some("ĐOÀN TNCS HỒ CHÍ MINH")),
            ("BCH ĐOÀN TNCS HỒ CHÍ MINH", None),
            ("CÔNG AN TỈNH", None),
            ("ĐẢNG BỘ TỈNH", None),
            ("XÃ CỘNG HÒA", None),
        ] {
            let found = find_motto(text, &mut None).map(|(at, len)| &text[at..at + len]);
            assert_eq!(found, want, "{text}");
        }
    }
}
