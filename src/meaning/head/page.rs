//! The first page: fragments up to the title, each with its role.

use std::ops::Range;

use super::addressee;
use super::authority::may_be_name;
use super::fragment::{Cutter, Fragment, Role, core, letters};
use super::number::{gather_number, symbol};
use super::place_date::{gather_date, gather_place};
use super::stamp::{is_chrome, mark_buttons, mark_stamps, mark_surroundings};
use super::subject::{gather_letter_subject, is_marked};
use super::title::{Trust, TypeLine, small_type_line, type_line};
use super::{LETTER, type_of_symbol};
use crate::layout::Sheet;
use crate::lexicon::chrome::is_button;
use crate::lexicon::duties::verb;
use crate::lexicon::types::DocumentType;
use crate::lexicon::{is_upper, is_word, names_post, organ, starts_with_skeleton};
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
    /// Where no line names the type: what the symbol of the number says of it.
    pub(super) typed: Option<&'static DocumentType>,
    /// Under such a letterhead, the line of the subject and where on it.
    pub(super) untitled: Option<(usize, Range<usize>)>,
}

/// Letters of the shortest line that is a title of no known type, or a subject without one.
const SUBJECT_LETTERS: usize = 6;

/// Lines that the addressees of a plan can take above its title.
const ADDRESSEES: usize = 12;

/// A title that is only believed if no better one follows.
#[derive(Debug)]
struct Doubtful {
    title: TypeLine,
    line: usize,
    /// How many fragments stand before it.
    before: usize,
    /// Whether a sign of a letterhead does.
    headed: bool,
}

/// Lines below the heading of a web page in which the letterhead or the title of its document comes.
const PAGE_LINES: usize = 40;

/// Whether a title above which no letterhead stands is the heading of a web page: the document below has its own.
fn heads_page(sheet: &Sheet<'_>, title: &TypeLine, lines: Range<usize>) -> bool {
    for line in lines.take(PAGE_LINES) {
        let text = sheet.line(line).trim_matches(|c: char| !is_word(c));
        if text.len() > RUNNING_TEXT || begins_body(text) || addressee::is_label(sheet, line) {
            return false;
        }
        let motto = ["conghoaxahoichunghiavietnam", "dangcongsanvietnam", "doclaptudohanhphuc"]
            .iter()
            .any(|motto| starts_with_skeleton(text, motto) == Some(text.len()));
        let titled = || {
            let found = type_line(sheet, &sheet.lines[line].range);
            title.rest.is_some()
                && sheet.is_upper(line)
                && found.is_some_and(|f| f.trust == Trust::Sure && f.rest.is_none())
        };
        if motto || titled() {
            return true;
        }
    }
    false
}

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
            typed: None,
            untitled: None,
        };
        let mut cutter = Cutter::new(sheet);
        // A title that is only believed if no better one follows, and what stood before it.
        let mut doubtful: Option<Doubtful> = None;
        let mut anchored = None;
        let mut on_web = false;
        for line in lines.start..page.stop {
            let text = sheet.line(line);
            if addressee::is_label(sheet, line) {
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
            if is_button(text) {
                on_web = true;
                page.fragments.extend(cutter.cut_line(line));
                continue;
            }
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
                    if sure && anchored.is_none() && heads_page(sheet, &found, line + 1..page.stop)
                    {
                        page.fragments.push(Fragment { role: Role::Chrome, ..fragment });
                        continue;
                    }
                    if sure {
                        page.title = Some(found);
                        (page.title_line, page.stop) = (line, line);
                        return page;
                    }
                    let better = doubtful.as_ref().is_none_or(|d| !d.headed && anchored.is_some());
                    if believed && better {
                        let (before, headed) = (page.fragments.len(), anchored.is_some());
                        doubtful = Some(Doubtful { title: found, line, before, headed });
                    }
                }
                page.fragments.push(fragment);
            }
        }
        if let Some(Doubtful { title, line, before, .. }) =
            doubtful.filter(|found| !page.is_above_letterhead(found))
        {
            page.fragments.truncate(before);
            page.title = Some(title);
            (page.title_line, page.stop, page.addressed) = (line, line, false);
        }
        page
    }

    /// Whether a line in small letters stands above a letterhead: "Kế hoạch 12/KH-UBND năm 2025 …" is the heading of a
    /// web page, "Loại văn bản | Kế hoạch" a row of its metadata.
    fn is_above_letterhead(&self, found: &Doubtful) -> bool {
        let below = &self.fragments[found.before..];
        found.title.trust == Trust::Plain
            && !found.headed
            && below.iter().any(|f| f.role == Role::Motto)
            && below.iter().any(|f| f.role == Role::NumberLabel)
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
            let typed = symbol(sheet, &self.fragments).and_then(|symbol| type_of_symbol(&symbol));
            self.typed = typed.filter(|kind| kind.code != Some(LETTER));
            // "1234/CT-KTT": a letter of a tax office
            if self.addressed || self.typed.is_none() {
                gather_letter_subject(sheet, &mut self.fragments);
            }
        }
        let letterhead = self.letterhead_start();
        mark_surroundings(sheet, &mut self.fragments, letterhead);
        self.gather_names(letterhead);
        if self.title.is_none() && !self.untitled_subject() {
            self.untyped_title();
        }
        if self.title.is_none() {
            self.small_title();
        }
    }

    /// Without any letterhead the first line may be the heading of the document, in small letters.
    fn small_title(&mut self) {
        let sheet = self.sheet;
        let apart = |f: &&Fragment| {
            matches!(f.role, Role::Chrome | Role::PageField | Role::Rule | Role::Tag)
        };
        let Some(first) = self.fragments.iter().find(|f| !apart(f)) else { return };
        let line = first.line;
        let signs = |f: &Fragment| matches!(f.role, Role::Motto | Role::NumberLabel);
        if self.addressed || self.fragments.iter().any(signs) {
            return;
        }
        let stands_apart = sheet.lines.get(line + 1).is_some_and(|next| {
            let text = sheet.slice(&next.range);
            next.blanks > 0 || begins_body(text) || text.starts_with(|c: char| c.is_ascii_digit())
        });
        let found = small_type_line(sheet, &sheet.lines[line].range).filter(|_| stands_apart);
        if let Some(title) = found {
            self.fragments.retain(|f| f.line < line);
            // A date below it is one of the text.
            self.date_pieces.retain(|piece| piece.end <= sheet.lines[line].range.start);
            self.title = Some(title);
            (self.title_line, self.stop) = (line, line);
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
                // "VĂN PHÒNG CHÍNH PHỦ / V/v …" in a left column: the number may be left out.
                Role::Rule | Role::Tag | Role::MarkLabel | Role::Mark(_) | Role::LetterSubject => {
                    true
                }
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
        let chrome = |f: &Fragment| is_chrome(self.sheet.slice(&f.range));
        match motto {
            Some(motto) if motto > first && self.fragments[..first].iter().any(chrome) => {
                let metadata = self.fragments[..motto].iter().rposition(chrome).unwrap_or_default();
                let number = |f: &Fragment| f.role == Role::NumberLabel;
                let behind = self.fragments[metadata..motto].iter().skip(1).position(number);
                Some(behind.map_or(motto, |at| metadata + 1 + at))
            }
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
            // "BỘ TRƯỞNG BỘ Y TẾ" above the legal bases enacts.
            if self.title.is_none()
                && last_sign.is_none_or(|sign| at > sign)
                && (!is_upper(words) || names_post(words))
            {
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

    /// The last sign of the letterhead.
    fn last_sign(&self) -> Option<usize> {
        let signs = |f: &Fragment| matches!(f.role, Role::Motto | Role::Number | Role::Date);
        self.fragments.iter().rposition(signs)
    }

    /// Copies of web pages lose the type line: what stands in capitals under the letterhead of a document whose symbol
    /// names its type is the subject.
    fn untitled_subject(&mut self) -> bool {
        let Some(sign) = self.last_sign().filter(|_| self.typed.is_some() && !self.addressed)
        else {
            return false;
        };
        if !self.fragments[..sign].iter().any(|f| f.role == Role::Authority) {
            return false;
        }
        let below = |f: &&Fragment| f.line > self.fragments[sign].line && f.role != Role::Rule;
        let Some(first) = self.fragments[sign..].iter().find(below) else { return false };
        let words = self.sheet.slice(&first.range);
        let named = organ(words).is_some() && verb(words).is_none();
        let capitals = is_upper(words) && !named && letters(words) >= SUBJECT_LETTERS;
        let written = matches!(first.role, Role::Words | Role::Authority);
        if !written || !capitals || starts_with_skeleton(words, "cancu").is_some() {
            return false;
        }
        let (line, range) = (first.line, first.range.clone());
        self.fragments.retain(|f| f.line < line);
        self.untitled = Some((line, range));
        self.stop = line;
        true
    }

    /// A line of capitals behind a whole letterhead is the title, even of no known type: "PHIẾU TRÌNH".
    fn untyped_title(&mut self) {
        let Some(sign) = self.last_sign() else { return };
        let earlier = self.fragments[..sign].iter().any(|f| f.role == Role::Authority);
        let behind = (sign + 1..self.fragments.len()).find(|at| {
            let fragment = &self.fragments[*at];
            let words = self.sheet.slice(&fragment.range);
            fragment.role == Role::Authority
                && fragment.line > self.fragments[sign].line
                && is_upper(words)
                && organ(words).is_none()
                && letters(words) >= SUBJECT_LETTERS
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
