//! The first page: fragments up to the title, each with its role.

use std::ops::Range;

use super::addressee;
use super::authority::may_be_name;
use super::fragment::{Cutter, Fragment, Role, core, letters};
use super::number::gather_number;
use super::place_date::{gather_date, gather_place};
use super::stamp::{is_chrome, mark_buttons, mark_stamps, mark_surroundings};
use super::subject::{gather_letter_subject, is_marked};
use super::title::{Trust, TypeLine, type_line};
use crate::layout::Sheet;
use crate::lexicon::{is_upper, is_word, organ, starts_with_skeleton};
use crate::outline::opens_outline;

/// Lines in which a title is looked for. Web pages put up to seventy lines of metadata before the
/// letterhead.
const SCAN_LINES: usize = 160;

/// Bytes of a line of running text: no line of a letterhead is that long, unless it is a table row.
const RUNNING_TEXT: usize = 400;

/// Bytes of a table row that can be a letterhead.
const TABLE_ROW: usize = 2000;

/// Lines behind the last sign of a letterhead in which the title comes, or none: the subject of a
/// letter and marks of secrecy may stand between.
const LETTERHEAD_LINES: usize = 20;

/// The fragments before the title, and the title.
#[derive(Debug)]
pub(super) struct FirstPage<'a> {
    /// The sheet it lies on.
    pub(super) sheet: &'a Sheet<'a>,
    /// What stands before the title.
    pub(super) fragments: Vec<Fragment>,
    /// The title, if one was found.
    pub(super) title: Option<TypeLine>,
    /// The line of the title.
    pub(super) title_line: usize,
    /// The line at which the search ended: of the title, of "Kính gửi", or of the body.
    pub(super) stop: usize,
    /// Whether "Kính gửi" stands on that line.
    pub(super) addressed: bool,
    /// The line of a "Kính gửi" that stands above the title.
    pub(super) addressed_above: Option<usize>,
    /// The pieces of the date.
    pub(super) date_pieces: Vec<Range<usize>>,
}

/// Lines that the addressees of a plan can take above its title.
const ADDRESSEES: usize = 12;

/// The type line alone on a line, in capitals, right below addressees.
fn titled_below(sheet: &Sheet<'_>, lines: Range<usize>) -> Option<(usize, TypeLine)> {
    for line in lines.take(ADDRESSEES) {
        if sheet.line(line).len() > RUNNING_TEXT || begins_body(sheet.line(line)) {
            return None;
        }
        if !sheet.is_upper(line) {
            continue;
        }
        let found = type_line(sheet, &sheet.lines[line].range);
        if let Some(title) = found.filter(|t| t.trust == Trust::Sure && t.rest.is_none()) {
            return Some((line, title));
        }
    }
    None
}

impl<'a> FirstPage<'a> {
    /// Cuts lines until the title, "Kính gửi" or the body comes.
    pub(super) fn scan(sheet: &'a Sheet<'a>, lines: &Range<usize>) -> Self {
        let mut page = Self {
            sheet,
            fragments: Vec::new(),
            title: None,
            title_line: lines.start,
            stop: lines.end.min(lines.start + SCAN_LINES),
            addressed: false,
            addressed_above: None,
            date_pieces: Vec::new(),
        };
        let mut cutter = Cutter::new(sheet);
        // A title that is only believed if no better one follows, and what stood before it.
        let mut doubtful: Option<(TypeLine, usize, usize)> = None;
        let mut anchored = None;
        let mut on_web = false;
        for line in lines.start..page.stop {
            let text = sheet.line(line);
            if addressee::label(text).is_some() {
                if let Some((below, title)) = titled_below(sheet, line + 1..lines.end) {
                    page.addressed_above = Some(line);
                    page.title = Some(title);
                    (page.title_line, page.stop) = (below, below);
                    return page;
                }
                (page.stop, page.addressed) = (line, true);
                break;
            }
            on_web |= is_chrome(text);
            // A web page may put an article before the letterhead.
            let row = text.starts_with('|') && text.len() <= TABLE_ROW;
            let running = text.len() > RUNNING_TEXT && !row && !on_web;
            let past = anchored.is_some_and(|anchor| line > anchor + LETTERHEAD_LINES);
            let foot = anchored.is_some() && starts_with_skeleton(text, "noinhan").is_some();
            if running || past || foot || begins_body(text) {
                page.stop = line;
                break;
            }
            let heading = text.starts_with('#');
            for fragment in cutter.cut_line(line) {
                if matches!(fragment.role, Role::Motto | Role::Number | Role::Date) {
                    anchored = Some(line);
                }
                let found = (fragment.role == Role::Words)
                    .then(|| type_line(sheet, &fragment.range))
                    .flatten();
                if let Some(found) = found {
                    let bare = found.rest.is_none();
                    let sure = match found.trust {
                        Trust::Sure => bare || !heading,
                        Trust::Damaged => anchored.is_some(),
                        Trust::Plain => false,
                    };
                    let believed = found.trust != Trust::Plain || !on_web;
                    if sure {
                        page.title = Some(found);
                        (page.title_line, page.stop) = (line, line);
                        return page;
                    }
                    if believed {
                        doubtful.get_or_insert((found, line, page.fragments.len()));
                    }
                }
                page.fragments.push(fragment);
            }
        }
        if let Some((found, line, before)) = doubtful {
            page.fragments.truncate(before);
            page.title = Some(found);
            (page.title_line, page.stop, page.addressed) = (line, line, false);
        }
        page
    }

    /// Gives every fragment its role.
    pub(super) fn settle(&mut self) {
        let sheet = self.sheet;
        mark_buttons(sheet, &mut self.fragments);
        mark_stamps(sheet, &mut self.fragments);
        let at = |fragments: &[Fragment], role| fragments.iter().position(|f| f.role == role);
        if let Some(label) = at(&self.fragments, Role::NumberLabel) {
            gather_number(sheet, &mut self.fragments, label);
        }
        if let Some(date) = self.date() {
            gather_place(sheet, &mut self.fragments, date);
            self.date_pieces = gather_date(sheet, &mut self.fragments, date);
        }
        if self.title.is_none() {
            gather_letter_subject(sheet, &mut self.fragments);
        }
        let letterhead = self.letterhead_start();
        mark_surroundings(sheet, &mut self.fragments, letterhead);
        self.gather_names(letterhead);
        if self.title.is_none() {
            self.untyped_title();
        }
    }

    /// The fragment with the date of the document: the last with a place, else the last.
    fn date(&self) -> Option<usize> {
        let dates =
            || (0..self.fragments.len()).filter(|at| self.fragments[*at].role == Role::Date);
        let placed = |at: &usize| *at > 0 && self.fragments[at - 1].role == Role::Place;
        dates().rev().find(placed).or_else(|| dates().next_back())
    }

    /// The first fragment of the letterhead: names that stand right before its first sign.
    fn letterhead_start(&self) -> usize {
        let signs = |f: &Fragment| {
            matches!(f.role, Role::Motto | Role::NumberLabel | Role::Place | Role::Date)
        };
        let Some(first) = self.first_sign(signs) else { return self.names_before_title() };
        let mut start = first;
        while let Some(before) = start.checked_sub(1) {
            let fragment = &self.fragments[before];
            let belongs = match fragment.role {
                Role::Rule | Role::Tag | Role::MarkLabel | Role::Mark(_) => true,
                Role::Words => {
                    let words = self.sheet.slice(&core(self.sheet, &fragment.range));
                    letters(words) >= 2 && may_be_name(words) && !is_chrome(words)
                }
                _ => false,
            };
            if !belongs {
                break;
            }
            start = before;
        }
        start
    }

    /// The first sign of a letterhead. Metadata of a web page may look like one; a motto decides.
    fn first_sign(&self, signs: impl Fn(&Fragment) -> bool) -> Option<usize> {
        let motto = self.fragments.iter().position(|f| f.role == Role::Motto);
        let first = self.fragments.iter().position(signs)?;
        let chrome =
            |at: usize| self.fragments[..at].iter().any(|f| is_chrome(self.sheet.slice(&f.range)));
        match motto {
            Some(motto) if motto > first && chrome(first) => Some(motto),
            _ => Some(first),
        }
    }

    /// Without any sign of a letterhead: names right above the title.
    fn names_before_title(&self) -> usize {
        let mut start = self.fragments.len();
        if self.title.is_none() {
            return start;
        }
        while let Some(before) = start.checked_sub(1) {
            let words = self.sheet.slice(&core(self.sheet, &self.fragments[before].range));
            let name =
                is_upper(words) && (organ(words).is_some() || before + 1 < start || before > 0);
            if self.fragments[before].role != Role::Rule && !name {
                break;
            }
            start = before;
        }
        let first = self.fragments[start..].iter().find(|f| f.role == Role::Words);
        let organ =
            first.is_some_and(|f| organ(self.sheet.slice(&core(self.sheet, &f.range))).is_some());
        if organ { start } else { self.fragments.len() }
    }

    /// Gives the role [`Role::Authority`] to the names of the left column.
    fn gather_names(&mut self, letterhead: usize) {
        // Without a title, what follows the last sign may be the text already.
        let signs = |f: &Fragment| {
            matches!(
                f.role,
                Role::Motto | Role::Number | Role::NumberLabel | Role::Place | Role::Date
            )
        };
        let last_sign = self.fragments.iter().rposition(signs);
        let mut named = false;
        for at in letterhead..self.fragments.len() {
            if self.fragments[at].role != Role::Words {
                continue;
            }
            let range = capitals(self.sheet, &core(self.sheet, &self.fragments[at].range));
            let words = self.sheet.slice(&range);
            if self.title.is_none() && last_sign.is_none_or(|sign| at > sign) && !is_upper(words) {
                break;
            }
            // The first line is a name by its words: "BM01/QT 7.0" is the mark of a form.
            let goes_on = || {
                self.fragments.get(at + 1).is_some_and(|next| {
                    next.role == Role::Words
                        && self.sheet.lines[next.line].blanks == 0
                        && is_upper(self.sheet.slice(&next.range))
                })
            };
            let spelled = || {
                !words.contains(|c: char| c.is_ascii_digit()) && (words.contains(' ') || goes_on())
            };
            let name = may_be_name(words) && (named || organ(words).is_some() || spelled());
            if name && letters(words) >= 2 {
                named = true;
                self.fragments[at].range = range;
                self.fragments[at].role = Role::Authority;
            }
        }
    }

    /// A line of capitals behind a whole letterhead is the title, even of no known type: "PHIẾU TRÌNH".
    fn untyped_title(&mut self) {
        let Some(sign) = self
            .fragments
            .iter()
            .rposition(|f| matches!(f.role, Role::Motto | Role::Number | Role::Date))
        else {
            return;
        };
        let earlier = self.fragments[..sign].iter().any(|f| f.role == Role::Authority);
        let behind = (sign + 1..self.fragments.len()).find(|at| {
            let fragment = &self.fragments[*at];
            let words = self.sheet.slice(&fragment.range);
            fragment.role == Role::Authority
                && fragment.line > self.fragments[sign].line
                && is_upper(words)
                && organ(words).is_none()
                && letters(words) >= 6
        });
        let Some(at) = behind.filter(|_| earlier) else { return };
        let fragment = self.fragments[at].clone();
        self.fragments.truncate(at);
        self.title_line = fragment.line;
        self.title =
            Some(TypeLine { kind: None, range: fragment.range, rest: None, trust: Trust::Sure });
        (self.stop, self.addressed) = (fragment.line, false);
    }
}

/// Whether a line belongs to the body: no title can follow it.
fn begins_body(text: &str) -> bool {
    let text = text.trim_start_matches(['#', ' ']);
    let roman = text.starts_with(['I', 'A']) && is_marked(text);
    roman || opens_outline(text) || starts_with_skeleton(text, "cancu").is_some()
}

/// The capitals a line begins with, if dirt of a scan follows them: "THÀNH PHỐ X ` ý".
fn capitals(sheet: &Sheet<'_>, range: &Range<usize>) -> Range<usize> {
    let text = sheet.slice(range);
    if is_upper(text) {
        return range.clone();
    }
    let mut end = 0;
    let mut count = 0;
    for word in text.split_inclusive(' ') {
        if word.chars().any(char::is_lowercase) || !word.contains(is_word) {
            break;
        }
        count += 1;
        end += word.len();
    }
    let rest = &text[end..];
    let dirt = rest.split(' ').all(|word| word.chars().count() <= 4) && rest.chars().count() <= 16;
    if count >= 2 && dirt {
        range.start..range.start + text[..end].trim_end().len()
    } else {
        range.clone()
    }
}
