//! Letterhead, title and subject: what stands before the content.
//!
//! The first page is cut into fragments ([`fragment`]), known ones by their own signs (motto, number,
//! date, mark), the others by where they stand among these. Order proves nothing: extraction may put
//! the columns after one another, side by side or line by line in turns.

mod addressee;
mod authority;
mod fragment;
mod motto;
mod number;
mod place_date;
mod stamp;
mod subject;
mod title;

use std::ops::Range;

use self::addressee::{Addressees, addressees};
use self::authority::{Issue, build_authorities, may_be_name};
use self::fragment::{Cutter, Fragment, Role, core, letters};
use self::number::{build_number, gather_number};
use self::place_date::{build_date, gather_date, gather_place};
use self::stamp::{is_chrome, mark_stamps, mark_surroundings};
use self::subject::{Subject, gather_letter_subject, is_marked, subject};
use self::title::{Trust, TypeLine, spelled, type_line};
use crate::diagnostic::Code;
use crate::document::{FurnitureKind, Header, Kind, Text};
use crate::layout::{Ledger, Sheet};
use crate::lexicon::types::TYPES;
use crate::lexicon::{Mark, is_upper, organ, starts_with_skeleton};

/// Lines in which a title is looked for. Web pages put up to seventy lines of metadata before the
/// letterhead.
const SCAN_LINES: usize = 160;

/// Bytes of a line of running text: no line of a letterhead is that long, unless it is a table row.
const RUNNING_TEXT: usize = 400;

/// What stands before the content.
#[derive(Debug, Default)]
pub(crate) struct Head {
    /// Type of the document.
    pub(crate) kind: Option<Kind>,
    /// The letterhead.
    pub(crate) header: Header,
    /// "Kính gửi".
    pub(crate) addressees: Vec<Text>,
    /// The type line.
    pub(crate) title: Option<Text>,
    /// "Trích yếu".
    pub(crate) subject: Option<Text>,
    /// The lines behind the head.
    pub(crate) content: Range<usize>,
}

/// Reads the head of the document on `lines`.
///
/// A part that begins with "PHỤ LỤC" has none.
pub(crate) fn head(sheet: &Sheet<'_>, lines: Range<usize>, ledger: &mut Ledger<'_>) -> Head {
    if lines.is_empty() || starts_with_skeleton(sheet.line(lines.start), "phuluc").is_some() {
        return Head { content: lines, ..Head::default() };
    }
    let mut page = FirstPage::scan(sheet, &lines);
    page.settle();
    page.build(&lines, ledger)
}

/// The fragments before the title, and the title.
#[derive(Debug)]
struct FirstPage<'a> {
    sheet: &'a Sheet<'a>,
    fragments: Vec<Fragment>,
    title: Option<TypeLine>,
    /// The line of the title.
    title_line: usize,
    /// The line at which the search ended: of the title, of "Kính gửi", or of the body.
    stop: usize,
    /// Whether "Kính gửi" stands on that line.
    addressed: bool,
    date_pieces: Vec<Range<usize>>,
}

impl<'a> FirstPage<'a> {
    /// Cuts lines until the title, "Kính gửi" or the body comes.
    fn scan(sheet: &'a Sheet<'a>, lines: &Range<usize>) -> Self {
        let mut page = Self {
            sheet,
            fragments: Vec::new(),
            title: None,
            title_line: lines.start,
            stop: lines.end.min(lines.start + SCAN_LINES),
            addressed: false,
            date_pieces: Vec::new(),
        };
        let mut cutter = Cutter::new(sheet);
        // A title that is only believed if no better one follows, and what stood before it.
        let mut doubtful: Option<(TypeLine, usize, usize)> = None;
        let mut anchored = false;
        for line in lines.start..page.stop {
            let text = sheet.line(line);
            if addressee::label(text).is_some() {
                (page.stop, page.addressed) = (line, true);
                break;
            }
            if begins_body(text) {
                page.stop = line;
                break;
            }
            let chrome = text.starts_with('#') && line + 1 < lines.end;
            for fragment in cutter.cut_line(line) {
                anchored |= matches!(fragment.role, Role::Motto | Role::Number | Role::Date);
                let found = (fragment.role == Role::Words)
                    .then(|| type_line(sheet, &fragment.range))
                    .flatten();
                if let Some(found) = found {
                    let bare = found.rest.is_none();
                    let sure = match found.trust {
                        Trust::Sure => bare || !chrome,
                        Trust::Damaged => anchored,
                        Trust::Plain => false,
                    };
                    if sure {
                        page.title = Some(found);
                        (page.title_line, page.stop) = (line, line);
                        return page;
                    }
                    doubtful.get_or_insert((found, line, page.fragments.len()));
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
    fn settle(&mut self) {
        let sheet = self.sheet;
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
        dates().filter(placed).last().or_else(|| dates().last())
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
                Role::Rule | Role::Tag | Role::Mark(_) => true,
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
        let mut named = false;
        for at in letterhead..self.fragments.len() {
            if self.fragments[at].role != Role::Words {
                continue;
            }
            let range = core(self.sheet, &self.fragments[at].range);
            let words = self.sheet.slice(&range);
            let name = if named {
                may_be_name(words)
            } else {
                may_be_name(words) && (organ(words).is_some() || words.contains(' '))
            };
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

    /// Writes the head down.
    fn build(self, lines: &Range<usize>, ledger: &mut Ledger<'_>) -> Head {
        let mut head = Head::default();
        let letter = self.title.is_none() && self.is_letter();
        let end = self.end_of_letterhead(lines, letter);
        self.build_letterhead(end, &mut head, ledger);
        let mut next = end;
        if let Some(title) = &self.title {
            next = self.build_title(title, lines, &mut head, ledger);
        } else if letter {
            head.kind = kind_of("CV");
        } else {
            head.kind =
                head.header.number.as_ref().and_then(|n| kind_from_symbol(n.symbol.as_deref()?));
            let start = sheet_start(self.sheet, lines);
            ledger.report(
                Code::TitleMissing,
                &start,
                "no line names the type of the document",
                &[],
            );
        }
        if let Some(found) = addressees(self.sheet, &(next..lines.end)) {
            next = found.end;
            let Addressees { label, entries, end: _ } = found;
            let before = self.sheet.lines[next.min(lines.end) - 1].range.start.min(label.start);
            debug_assert!(before <= label.start);
            ledger.furniture(FurnitureKind::Label, &[label]);
            head.addressees = entries.iter().map(|entry| ledger.value(entry)).collect();
        }
        head.content = next..lines.end;
        head
    }

    /// A letter ("công văn") has no type line, but a subject under its number, or an addressee.
    fn is_letter(&self) -> bool {
        let has = |role| self.fragments.iter().any(|f| f.role == role);
        let headed = has(Role::Motto) || has(Role::NumberLabel);
        headed && (self.addressed || has(Role::LetterSubject))
    }

    /// The line behind the letterhead.
    fn end_of_letterhead(&self, lines: &Range<usize>, letter: bool) -> usize {
        if self.title.is_some() || letter && self.addressed {
            return self.stop;
        }
        let known = |f: &&Fragment| !matches!(f.role, Role::Words | Role::Rule | Role::Tag);
        self.fragments.iter().rfind(known).map_or(lines.start, |f| f.line + 1)
    }

    fn build_letterhead(&self, end: usize, head: &mut Head, ledger: &mut Ledger<'_>) {
        let sheet = self.sheet;
        let fragments = || self.fragments.iter().filter(|f| f.line < end || self.title.is_some());
        let ranges = |role: Role| -> Vec<Range<usize>> {
            fragments().filter(|f| f.role == role).map(|f| f.range.clone()).collect()
        };
        for fragment in fragments() {
            let kind = match fragment.role {
                Role::Motto => FurnitureKind::Motto,
                Role::Rule => FurnitureKind::Rule,
                Role::NumberLabel => FurnitureKind::Label,
                Role::Stamp | Role::Mark(Mark::Draft) => FurnitureKind::Stamp,
                Role::Chrome | Role::Tag => FurnitureKind::Chrome,
                Role::PageField => FurnitureKind::PageNumber,
                Role::Mark(mark) => {
                    let text = ledger.value(std::slice::from_ref(&fragment.range));
                    match mark {
                        Mark::Secrecy => head.header.secrecy = Some(text),
                        Mark::Urgency => head.header.urgency = Some(text),
                        Mark::Draft => {}
                    }
                    continue;
                }
                _ => continue,
            };
            ledger.furniture(kind, std::slice::from_ref(&fragment.range));
        }
        let number = ranges(Role::Number);
        if !number.is_empty() {
            head.header.number = Some(build_number(&number, ledger));
        }
        let place = ranges(Role::Place);
        if !place.is_empty() {
            head.header.place = Some(ledger.value(&place));
        }
        if !self.date_pieces.is_empty() {
            head.header.date = Some(build_date(&self.date_pieces, ledger));
        }
        let subject = ranges(Role::LetterSubject);
        if !subject.is_empty() {
            head.subject = Some(ledger.value(&subject));
        }
        let names = ranges(Role::Authority);
        build_authorities(sheet, &names, self.issue(head), &mut head.header, ledger);
    }

    /// Whether symbol or title say that several bodies issue together.
    fn issue(&self, head: &Head) -> Issue {
        let joint =
            |code: &str| ["LT", "PH"].iter().any(|end| code.len() > 3 && code.ends_with(end));
        let symbol = head.header.number.as_ref().and_then(|number| number.symbol.as_deref());
        let by_symbol = symbol.is_some_and(|symbol| symbol.split(['-', '/']).any(joint));
        let kind = self.title.as_ref().and_then(|title| title.kind);
        let by_title = kind.and_then(|kind| kind.code).is_some_and(|code| joint(code));
        if by_symbol || by_title { Issue::Joint } else { Issue::Single }
    }

    /// Title and subject; returns the line behind them.
    fn build_title(
        &self,
        title: &TypeLine,
        lines: &Range<usize>,
        head: &mut Head,
        ledger: &mut Ledger<'_>,
    ) -> usize {
        let sheet = self.sheet;
        let text = sheet.slice(&title.range);
        if let Some(kind) = title.kind {
            head.kind =
                Some(Kind { code: kind.code.map(str::to_owned), name: Some(kind.name.to_owned()) });
            if title.trust == Trust::Damaged
                || !text.starts_with(kind.name) && !spelled_start(text, kind)
            {
                let message = format!("the type line {text:?} is read as {:?}", kind.name);
                let args = [("text", text.into()), ("type", kind.name.into())];
                ledger.report(Code::TitleDamaged, &title.range, message, &args);
            }
        }
        head.title = Some(ledger.value(std::slice::from_ref(&title.range)));
        let issuer = head.header.issuing_authorities.last().map_or("", |text| text.text.as_str());
        let below = self.title_line + 1..lines.end;
        let Subject { pieces, end } = subject(sheet, &below, title.rest.clone(), issuer);
        if !pieces.is_empty() {
            head.subject = Some(ledger.value(&pieces));
        }
        end.max(below.start)
    }
}

/// Whether a line belongs to the body: no title can follow it.
fn begins_body(text: &str) -> bool {
    let running = text.len() > RUNNING_TEXT && !text.starts_with('|') && !is_chrome(text);
    let roman = text.starts_with(['I', 'A']) && is_marked(text);
    running
        || roman
        || starts_with_skeleton(text, "cancu").is_some()
        || starts_with_skeleton(text, "dieu1").is_some()
}

/// Whether a title begins with the letters of its type.
fn spelled_start(text: &str, kind: &crate::lexicon::types::DocumentType) -> bool {
    starts_with_skeleton(text, kind.key).is_some_and(|len| spelled(&text[..len], kind))
}

fn sheet_start(sheet: &Sheet<'_>, lines: &Range<usize>) -> Range<usize> {
    let start = sheet.lines[lines.start].range.start;
    start..start
}

fn kind_of(code: &str) -> Option<Kind> {
    let found = TYPES.iter().find(|kind| kind.code == Some(code))?;
    Some(Kind { code: found.code.map(str::to_owned), name: Some(found.name.to_owned()) })
}

/// The type a symbol names first: "KH" of "KH-UBND".
fn kind_from_symbol(symbol: &str) -> Option<Kind> {
    kind_of(symbol.split(['-', '/', '–']).next()?)
}
