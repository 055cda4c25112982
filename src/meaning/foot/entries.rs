//! The entries of the recipients' list: their pieces joined, their purposes found.

use std::ops::Range;

use super::pieces::Piece;
use crate::layout::{Mark, Sheet, archive, bullet, is_parenthesis};
use crate::lexicon::{is_upper, skeleton};

/// An entry under "Nơi nhận".
#[expect(clippy::struct_excessive_bools, reason = "independent facts, found one by one")]
#[derive(Debug, Clone, Default)]
pub(super) struct Entry {
    /// Its words, without the bullet.
    pub(super) pieces: Vec<Range<usize>>,
    /// Whether it stands under the entry before ("+ CVP" under "VPUB:").
    pub(super) nested: bool,
    /// Whether it is the archive line.
    pub(super) archive: bool,
    /// Whether it is the archive line, its word damaged.
    pub(super) damaged_archive: bool,
    /// A purpose printed elsewhere, for several entries at once.
    pub(super) shared_purpose: Option<Range<usize>>,
    row: usize,
    column: usize,
    bullet: Option<char>,
    ended: bool,
}

/// Joins the pieces of the list to entries.
pub(super) fn collect(sheet: &Sheet<'_>, list: &[Piece]) -> Vec<Entry> {
    let bulleted = list.iter().any(|piece| piece.numbered || bullet(sheet.slice(&piece.range)) > 0);
    let mut entries: Vec<Entry> = Vec::new();
    let mut apart: Vec<(Range<usize>, Option<usize>)> = Vec::new();
    // The last entry that stands under no other.
    let mut top = None;
    for piece in list {
        let text = sheet.slice(&piece.range);
        let row = piece.place.row;
        if piece.mark == Mark::Purpose && !entries.is_empty() {
            let beside = piece.place.cell > 0;
            let at = entries.len().saturating_sub(1);
            match entries.last_mut() {
                Some(last) if last.row == row && beside => {
                    apart.push((piece.range.clone(), Some(at)));
                }
                Some(last) if last.row == row || last.waits(row) || last.is_drafted(text, row) => {
                    last.add(text, piece);
                }
                _ => apart.push((piece.range.clone(), None)),
            }
            continue;
        }
        let lead = bullet(text);
        let kept = archive(&text[lead..]).is_some();
        let starts = piece.numbered
            || lead > 0
            || kept
            || entries.last().is_none_or(|last| !last.runs_on(text, bulleted));
        if !starts && let Some(last) = entries.last_mut() {
            last.add(text, piece);
            continue;
        }
        let semicolons = !bulleted && lead == 0;
        for part in parts(text, lead, semicolons) {
            let words = &text[part.clone()];
            let mut entry = Entry { archive: archive(words).is_some(), ..Entry::default() };
            entry.bullet = text.chars().next().filter(|_| lead > 0);
            entry.column = piece.place.column;
            entry.nested = top.is_some_and(|at: usize| entry.stands_under(&entries[at], sheet));
            if !entry.nested {
                top = Some(entries.len());
            }
            let start = piece.range.start;
            let range = start + part.start..start + part.end;
            entry.add(words, &Piece { range, ..piece.clone() });
            entries.push(entry);
        }
    }
    share(sheet, &mut entries, apart);
    let kept = entries.iter().any(|entry| entry.archive);
    if let Some(last) = entries.last_mut()
        && let [first, ..] = &*last.pieces
    {
        last.damaged_archive = !kept && damaged_archive(sheet.slice(first)).is_some();
    }
    entries
}

impl Entry {
    fn add(&mut self, text: &str, piece: &Piece) {
        self.pieces.push(piece.range.clone());
        self.row = piece.place.row;
        self.ended = text.ends_with([';', '.']);
    }

    /// Whether this entry belongs to the one above: by its "+", or because it is set in under a colon
    /// behind another sign.
    fn stands_under(&self, above: &Entry, sheet: &Sheet<'_>) -> bool {
        let opened = above.pieces.last().is_some_and(|piece| sheet.slice(piece).ends_with(':'));
        let other = self.bullet.is_some() && above.bullet.is_some() && self.bullet != above.bullet;
        self.bullet == Some('+') || opened && other && self.column > above.column
    }

    /// Whether a parenthesis on the next line is this entry's.
    fn waits(&self, row: usize) -> bool {
        !self.ended && !self.archive && row == self.row + 1
    }

    /// Whether a parenthesis below the archive line names its drafter or counts its copies, and says no purpose:
    /// "- Lưu: VT, NV / (V-10b)."
    fn is_drafted(&self, text: &str, row: usize) -> bool {
        let inner = text.trim_start_matches('(');
        self.archive
            && !self.ended
            && row == self.row + 1
            && inner.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
    }

    /// Whether `text`, which has no bullet, goes on with this entry.
    fn runs_on(&self, text: &str, bulleted: bool) -> bool {
        let small = text.chars().next().is_some_and(|c| !c.is_uppercase());
        // "- Văn phòng: các Phó Chánh Văn phòng; / các phòng: NC, TH;": nothing that begins small is an entry where others
        // have bullets.
        // "t CVP": what a scanner made of a dash.
        let sign = || text.split(' ').next().is_some_and(|word| word.chars().count() == 1);
        let goes_on = bulleted && text.starts_with(char::is_lowercase) && !sign();
        let open = !self.ended && (bulleted || small) || goes_on;
        open && damaged_archive(text).is_none()
    }
}

/// The entries a piece without bullet holds: after a bare label they may be parted by semicolons
/// alone ("UBND tỉnh; các sở; Lưu: VT").
fn parts(text: &str, lead: usize, semicolons: bool) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = lead;
    if semicolons {
        let kept = |at: usize| archive(&text[at + 2..]).is_some();
        let stops = text.match_indices([';', ',']).filter(|(at, sign)| {
            let spaced = text[at + 1..].starts_with(' ');
            spaced && (*sign == ";" || kept(*at))
        });
        for (at, _) in stops {
            found.push(start..at + 1);
            start = at + 2;
        }
    }
    if start < text.len() {
        found.push(start..text.len());
    }
    found
}

/// Gives the purposes that stand in a column of their own, or behind the list, to their entries.
///
/// A brace on paper spans several entries ("- A; - B } (để b/cáo)"); in text it is one parenthesis
/// beside the first of them. It holds until the next one, but not for the archive line.
fn share(sheet: &Sheet<'_>, entries: &mut [Entry], apart: Vec<(Range<usize>, Option<usize>)>) {
    let open: Vec<usize> = (0..entries.len())
        .filter(|at| {
            let entry = &entries[*at];
            let last = entry.pieces.last().map_or("", |piece| sheet.slice(piece));
            !entry.archive
                && !entry.nested
                && !last.trim_end_matches([';', '.', ',']).ends_with(')')
        })
        .collect();
    let loose = apart.iter().filter(|(_, at)| at.is_none()).count();
    let mut taken = 0;
    let mut given: Vec<(usize, Range<usize>)> = Vec::new();
    for (range, at) in apart {
        let first = at.or_else(|| {
            // Behind the list: the first covers what the others leave over, then one each.
            let at = if taken == 0 { 0 } else { open.len().saturating_sub(loose) + taken };
            taken += 1;
            open.get(at).copied()
        });
        if let Some(first) = first {
            given.push((first, range));
        }
    }
    given.sort_by_key(|(at, _)| *at);
    for (index, (at, range)) in given.iter().enumerate() {
        let next = given.get(index + 1).map_or(entries.len(), |(next, _)| *next);
        let first = open.partition_point(|entry| entry < at);
        for covered in open[first..].iter().take_while(|entry| **entry < next) {
            entries[*covered].shared_purpose = Some(range.clone());
        }
        if let Some(entry) = entries.get_mut(*at) {
            entry.shared_purpose = None;
        }
        // Its words belong to an entry that begins before it.
        let begins_before =
            |entry: &Entry| entry.pieces.first().is_some_and(|p| p.start < range.start);
        let home = match entries.get(*at) {
            Some(entry) if begins_before(entry) => *at,
            _ => entries.partition_point(begins_before).saturating_sub(1),
        };
        if home != *at
            && let Some(entry) = entries.get_mut(*at)
        {
            entry.shared_purpose = Some(range.clone());
        }
        if let Some(entry) = entries.get_mut(home) {
            entry.pieces.push(range.clone());
        }
    }
}

/// What a scan made of "Lưu:" ("Diu: VT", "Lui: VT"): the bytes before its colon. It can only be trusted
/// in the last entry of a list without another archive line.
pub(super) fn damaged_archive(text: &str) -> Option<usize> {
    let colon = text.char_indices().take(8).find(|(_, c)| *c == ':')?.0;
    let word = &text[..colon];
    let key = skeleton(word);
    let near = (2..=4).contains(&key.len())
        && key.ends_with('u')
        && !is_upper(word)
        && archive(text).is_none();
    (near && key != "nhu" && !word.contains(' ')).then_some(colon)
}

/// The last parenthesis of an entry's words: where it opens, and what is in it.
pub(super) fn last_parenthesis(text: &str) -> Option<(usize, &str)> {
    let end = text.trim_end_matches([';', '.', ',', ':', ' ', '/']);
    let inner = end.strip_suffix([')', '}'])?;
    let open = inner.rfind('(')?;
    let words = inner[open + 1..].trim();
    (!words.is_empty() && !is_parenthesis(text)).then_some((open, words))
}
