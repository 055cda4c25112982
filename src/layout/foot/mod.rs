//! Where the foot of a document stands: "Nơi nhận" and the signatures.

mod block;
mod columns;
mod marks;

use std::ops::Range;

pub(crate) use self::block::closing_block;
use self::block::{block_above, of_block, unit};
pub(crate) use self::columns::Segment;
pub(super) use self::columns::segments;
pub(crate) use self::marks::{
    Label, Mark, archive, bullet, entry_number, is_parenthesis, label, mark,
};
use self::marks::{behind_traces, holds_archive, holds_entries, opens_label};
use super::parts::{motto, opens_attached_with, opens_part, type_line};
use super::{COLUMN_GAP, Sheet, is_rule};
use crate::lexicon::{is_dash, is_upper, signing};

/// Lines behind "Nơi nhận" in which its entries or a signature must appear. Long lists have some
/// forty entries; a scan may part them by scraps.
const EVIDENCE: usize = 60;

/// Lines of a signature block, scan scraps and a stamp between post and name included.
const BLOCK: usize = 24;

/// Lines a foot can take: a long list in one column, a stamp and two blocks in the other.
const FOOT: usize = 160;

/// A line longer than this (in bytes) is running text and no part of a signature block.
const SIGNATURE_BYTES: usize = 150;

/// A line longer than this (in bytes) is no entry that runs on without a bullet.
const ENTRY_BYTES: usize = 320;

/// The foot within `lines`: an empty range at their end if there is none.
///
/// It begins with "Nơi nhận" or with the signature block, whichever comes first, and ends with the
/// last of them; what follows (footnotes, the next document) is no part of it.
pub(crate) fn foot(sheet: &Sheet<'_>, lines: &Range<usize>) -> Range<usize> {
    let found = lines.clone().find_map(|line| foot_at(sheet, line, lines));
    found.or_else(|| closing_block(sheet, lines)).unwrap_or(lines.end..lines.end)
}

/// The foot within `lines`, given the first one that was found in their part.
pub(crate) fn known_foot(
    sheet: &Sheet<'_>,
    lines: &Range<usize>,
    found: Option<Range<usize>>,
) -> Range<usize> {
    match found.filter(|found| found.start >= lines.start && found.end <= lines.end) {
        Some(found) => found.start..with_scraps(sheet, found.end, lines.end),
        None => foot(sheet, lines),
    }
}

/// The foot that `line` opens, if it does. Cheap for almost every line: its first letter decides.
pub(crate) fn foot_at(
    sheet: &Sheet<'_>,
    line: usize,
    lines: &Range<usize>,
) -> Option<Range<usize>> {
    let text = sheet.line(line);
    let mut start = text
        .bytes()
        .position(|b| !matches!(b, b'|' | b'_' | b' ' | b'\t' | b'*' | b'#' | b'\\' | b'"'))?;
    let bare = behind_traces(&text[start..]);
    if bare.starts_with(['N', 'n']) {
        start = text.len() - bare.len();
    }
    match text.as_bytes()[start] {
        b'N' | b'n' | b'V' => {
            let label = label_in(sheet, line)?;
            if !receives(sheet, line, label.damaged, lines) {
                return None;
            }
            let start = block_above(sheet, line, lines.start);
            Some(start..foot_end(sheet, start, lines.end))
        }
        b'T' | b'K' | b'Q' => {
            if !signing::opens_with_sign(&text[start..]) {
                return None;
            }
            let sign = sheet.cells(line).first()?;
            let text = sheet.slice(&sign.range);
            signing::authority_sign(text)
                .filter(|_| text.len() <= SIGNATURE_BYTES && is_upper(text))?;
            signs(sheet, line, lines).then(|| line..foot_end(sheet, line, lines.end))
        }
        // A flattened list without its label: "- A; - B; - Lưu: VT. | CHỦ TỊCH".
        _ if sheet.lines[line].traits.has_stroke()
            && text[start..].starts_with(is_dash)
            && holds_archive(text) =>
        {
            Some(line..foot_end(sheet, line, lines.end))
        }
        _ => None,
    }
}

/// "Nơi nhận" in the first cell of a line.
fn label_in(sheet: &Sheet<'_>, line: usize) -> Option<Label> {
    let text = sheet.line(line).trim_start_matches(['|', ' ', '_', '*', '#', '\t', '\\', '"']);
    let bare = behind_traces(text);
    if !opens_label(bare) {
        return None;
    }
    let cell = bare.find(['|', '\t']).map_or(bare, |end| &bare[..end]);
    let cell = cell.find(COLUMN_GAP).map_or(cell, |end| &cell[..end]);
    let traces = text.len() - bare.len();
    label(text[..traces + cell.len()].trim_end_matches([' ', '_']))
}

/// Whether a list follows the label: entries, an archive line, or at least a signature.
fn receives(sheet: &Sheet<'_>, line: usize, damaged: bool, lines: &Range<usize>) -> bool {
    let text = sheet.line(line);
    if holds_entries(text) || text.contains('<') && text.contains("<br>") {
        return true;
    }
    let end = lines.end.min(line + 1 + EVIDENCE);
    // "Nơi nhận: | TM. ỦY BAN NHÂN DÂN |"
    let mut beside = sheet.cells(line).iter().skip(1);
    let mut signed = beside.any(|cell| matches!(cell.mark(sheet), Mark::Authority | Mark::Post));
    let mut entries = 0;
    let mut numbered = 0;
    for next in line + 1..end {
        if opens_part(sheet, next, true) {
            break;
        }
        let Some(first) = sheet.cells(next).first() else { continue };
        let words = sheet.slice(&first.range);
        let number = entry_number(words, numbered + 1);
        numbered += u32::from(number > 0);
        let entry = &words[bullet(words).max(number)..];
        if archive(entry).is_some() {
            return true;
        }
        match first.mark(sheet) {
            // Each label is looked at for itself.
            Mark::Label => break,
            Mark::Item => entries += 1,
            // Copies of web pages have the dash on a line of its own.
            Mark::Scrap if words.strip_prefix(is_dash) == Some("") => entries += 1,
            Mark::Authority | Mark::Post => signed = true,
            Mark::Other if words.len() > ENTRY_BYTES => break,
            _ => {}
        }
        if entries >= 2 && next - line <= 6 || entries >= 1 && signed {
            return !damaged || entries >= 2;
        }
    }
    !damaged && (signed || entries > 0 || lines.end - line <= 4)
}

/// Whether the line of authority opens a signature block at the end of a document: nothing but the
/// rest of the block, or "Nơi nhận", may follow until the end or the next part.
fn signs(sheet: &Sheet<'_>, line: usize, lines: &Range<usize>) -> bool {
    let end = lines.end.min(line + BLOCK);
    for next in line + 1..end {
        let text = sheet.line(next);
        if is_footnote(text) || opens_part(sheet, next, true) || sheet.lines[next].new_page {
            return true;
        }
        if label_in(sheet, next).is_some() {
            return receives(sheet, next, false, lines);
        }
        if !of_block(sheet, next) {
            return false;
        }
    }
    end == lines.end
}

/// Whether a line is a footnote of the last page: "[1] Nghị quyết số …".
pub(crate) fn is_footnote(text: &str) -> bool {
    let digits =
        text.strip_prefix('[').map(|rest| rest.bytes().take_while(u8::is_ascii_digit).count());
    digits.is_some_and(|n| (1..=3).contains(&n) && text.as_bytes().get(n + 1) == Some(&b']'))
}

/// Where the foot ends that begins on `start`.
fn foot_end(sheet: &Sheet<'_>, start: usize, limit: usize) -> usize {
    let mut seen = Seen::default();
    let mut end = start + 1;
    let mut doubtful = 0;
    for line in start..limit.min(start + FOOT) {
        let text = sheet.line(line);
        if line > start
            && (is_footnote(text)
                || opens_part(sheet, line, seen.name || seen.archive)
                || opens_attached(sheet, line, limit)
                || motto(text)
                || (sheet.lines[line].new_page && seen.complete()))
        {
            break;
        }
        let place = seen.line(sheet, line, line > start);
        match place {
            Place::Inside => {
                end = line + 1;
                doubtful = 0;
            }
            // Scraps belong to the foot if more of it follows.
            Place::Doubtful if doubtful < BLOCK => doubtful += 1,
            Place::Doubtful | Place::Outside => break,
        }
    }
    if end < limit && motto(sheet.line(end)) {
        // The body that stands over the motto belongs to the next letterhead.
        while end > start + 1 && seen.post && letterhead_line(sheet, end - 1) {
            end -= 1;
        }
    }
    with_scraps(sheet, end, limit)
}

/// Whether the title of an attached document begins on a line, in capitals above "(Kèm theo …)". Copies of web pages lose
/// the names below the posts, and the line with its type.
fn opens_attached(sheet: &Sheet<'_>, line: usize, limit: usize) -> bool {
    const TITLE: usize = 8;
    let mut lines = line..limit.min(line + TITLE);
    let Some(with) = lines.find(|at| !sheet.is_upper(*at)).filter(|with| *with > line) else {
        return false;
    };
    let typed = |at: usize| type_line(sheet.line(at)).is_some();
    let plain = || mark(sheet.line(line).trim_matches(['|', ' '])) == Mark::Upper;
    let behind_cell = || sheet.line(line - 1).ends_with('|') && plain() && !(line..with).any(typed);
    opens_attached_with(sheet.line(with)) && (typed(line) || behind_cell())
}

/// Where a foot ends: scraps at the very end of the text belong to nothing else.
fn with_scraps(sheet: &Sheet<'_>, end: usize, limit: usize) -> usize {
    let scraps = limit - end <= BLOCK && (end..limit).all(|line| scrap(sheet, line));
    if scraps { limit } else { end }
}

/// Whether a line can stand in a letterhead above the motto: capitals that are no post, or a rule.
fn letterhead_line(sheet: &Sheet<'_>, line: usize) -> bool {
    let text = sheet.line(line);
    is_rule(text) || is_upper(text) && mark(text) == Mark::Upper
}

fn scrap(sheet: &Sheet<'_>, line: usize) -> bool {
    sheet.cells(line).iter().all(|cell| {
        matches!(cell.mark(sheet), Mark::Scrap | Mark::Number | Mark::Stamp)
            || sheet.slice(&cell.range).chars().count() <= 4
    })
}

/// How a line stands to the foot read so far.
enum Place {
    Inside,
    Doubtful,
    Outside,
}

/// What of the foot was seen.
#[expect(clippy::struct_excessive_bools, reason = "independent facts, found one by one")]
#[derive(Debug, Default)]
struct Seen {
    label: bool,
    entry: bool,
    archive: bool,
    post: bool,
    name: bool,
    stamp: bool,
    /// "(Ký tên, đóng dấu)" in place of a name.
    unsigned: bool,
    /// Whether the line before held a part of the signature alone.
    signing: bool,
    /// Entries with a number: "1. A;", "2. B;".
    numbered: u32,
}

impl Seen {
    /// Whether recipients and signature are both there, or a signature without recipients.
    fn complete(&self) -> bool {
        (self.name || self.unsigned && self.post) && (!self.label || self.archive || self.unsigned)
    }

    /// Whether a piece is the next entry of a numbered list; it is noted.
    fn numbers(&mut self, text: &str) -> bool {
        let counted = self.numbered > 0;
        let open = self.label && !self.archive && self.entry == counted && (counted || !self.name);
        let number = if open { entry_number(text, self.numbered + 1) } else { 0 };
        if number == 0 || text.len() > ENTRY_BYTES {
            return false;
        }
        self.numbered += 1;
        self.entry = true;
        self.signing = false;
        self.archive |= archive(&text[number..]).is_some();
        true
    }

    fn line(&mut self, sheet: &Sheet<'_>, line: usize, later: bool) -> Place {
        let cells = sheet.cells(line);
        let mut place = Place::Inside;
        let signed = self.signing && self.name;
        self.signing = cells.len() == 1;
        for (index, cell) in cells.iter().enumerate() {
            let text = sheet.slice(&cell.range);
            if index == 0 && self.numbers(text) {
                continue;
            }
            match cell.mark(sheet) {
                Mark::Label => {
                    self.label = true;
                    self.signing = false;
                    self.entry |= holds_entries(text);
                    self.archive |= text.contains("Lưu");
                }
                Mark::Item => {
                    let closed = self.name && (self.archive || !self.label);
                    if later && index == 0 && closed {
                        return Place::Outside;
                    }
                    self.entry = true;
                    self.signing = false;
                    let entry = &text[bullet(text)..];
                    self.archive |= archive(entry).is_some() || holds_archive(entry);
                    self.post |= entry.ends_with("CHỦ TỊCH");
                }
                Mark::Authority | Mark::Post | Mark::Endorsement => self.post = true,
                Mark::Name if self.label && !self.archive && index == 0 && !self.post => {}
                Mark::Name => self.name = true,
                Mark::Stamp => {
                    self.stamp = true;
                    self.unsigned |= text.starts_with(['(', '[']) && self.post;
                }
                Mark::Upper => {
                    if self.complete() {
                        return Place::Outside;
                    }
                }
                Mark::Scrap | Mark::Number | Mark::Purpose => {
                    if self.complete() {
                        place = Place::Doubtful;
                    }
                }
                Mark::Other => {
                    self.signing = false;
                    let running =
                        self.label && !self.archive && !signed && text.len() <= ENTRY_BYTES;
                    if running && !unit(text) || index > 0 && text.len() <= SIGNATURE_BYTES {
                        continue;
                    }
                    if self.complete() || unit(text) || text.len() > SIGNATURE_BYTES {
                        return if self.stamp && !self.name && !unit(text) {
                            Place::Doubtful
                        } else {
                            Place::Outside
                        };
                    }
                    place = Place::Doubtful;
                }
            }
        }
        place
    }
}
