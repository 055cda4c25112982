//! Letterhead, title and subject: what stands before the content.
//!
//! The first page is cut into fragments ([`fragment`]), known ones by their own signs (motto, number,
//! date, mark), the others by where they stand among these. Order proves nothing: extraction may put
//! the columns after one another, side by side or line by line in turns.

mod addressee;
mod authority;
mod fragment;
mod letters;
mod motto;
mod number;
mod page;
mod place_date;
mod series;
mod stamp;
mod subject;
#[cfg(test)]
mod tests;
mod title;

use std::ops::Range;

use self::addressee::{Addressees, addressees, called};
use self::authority::{Issue, build_authorities};
use self::fragment::{Fragment, Role};
use self::number::build_number;
use self::page::FirstPage;
use self::place_date::build_date;
use self::series::{Series, series};
use self::subject::{Subject, subject};
use self::title::{Trust, TypeLine, spelled};
use crate::diagnostic::Code;
use crate::document::{FurnitureKind, Header, Kind, Text};
use crate::layout::{Ledger, Sheet};
use crate::lexicon::types::{DocumentType, TYPES};
use crate::lexicon::{Mark, Marks, is_dash, is_word, starts_with_skeleton};

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

impl FirstPage<'_> {
    /// Writes the head down.
    fn build(self, lines: &Range<usize>, ledger: &mut Ledger<'_>) -> Head {
        let mut head = Head::default();
        let letter = self.title.is_none() && self.is_word();
        let end = self.end_of_letterhead(lines, letter);
        self.build_letterhead(end, &mut head, ledger);
        let mut next = end;
        if let Some(title) = &self.title {
            next = self.build_title(title, lines, &mut head, ledger);
        } else if letter {
            head.kind = type_with(LETTER).map(kind);
        } else {
            let number = head.header.number.as_ref();
            head.kind = number.and_then(|n| type_of_symbol(n.symbol.as_deref()?)).map(kind);
            next = match &self.untitled {
                Some((line, first)) => {
                    let below = line + 1..lines.end;
                    self.build_subject(&below, Some(first.clone()), &mut head, ledger)
                }
                None => self.build_copied_subject(lines, next, &mut head, ledger),
            };
            let start = sheet_start(self.sheet, lines);
            ledger.report(
                Code::TitleMissing,
                &start,
                "no line names the type of the document",
                &[],
            );
        }
        let written = |line: &usize| self.sheet.line(*line).contains(is_word);
        let below = (next..lines.end).find(written).unwrap_or(lines.end);
        let below = below..lines.end;
        let telegram = head.kind.as_ref().is_some_and(|kind| kind.code.as_deref() == Some("CĐ"));
        let above = self.addressed_above.map(|line| line..self.title_line);
        if let Some(found) = above.and_then(|above| addressees(self.sheet, &above)) {
            ledger.furniture(FurnitureKind::Label, &found.label);
            head.addressees = found.entries.iter().map(|entry| ledger.value(entry)).collect();
        }
        let found = addressees(self.sheet, &below)
            .filter(|_| self.addressed_above.is_none())
            .or_else(|| telegram.then(|| called(self.sheet, &below)).flatten());
        if let Some(found) = found {
            next = found.end;
            let Addressees { label, entries, end: _ } = found;
            ledger.furniture(FurnitureKind::Label, &label);
            head.addressees = entries.iter().map(|entry| ledger.value(entry)).collect();
        }
        head.content = next..lines.end;
        head
    }

    /// A web page's heading that the document repeats below it is its subject.
    fn build_copied_subject(
        &self,
        lines: &Range<usize>,
        next: usize,
        head: &mut Head,
        ledger: &mut Ledger<'_>,
    ) -> usize {
        let (first, second) = (lines.start, lines.start + 1);
        if head.subject.is_some() || next > second || second >= lines.end {
            return next;
        }
        let heading = self
            .sheet
            .line(first)
            .strip_prefix('#')
            .map(|rest| rest.trim_start_matches('#').trim());
        let copy = &self.sheet.lines[second].range;
        if heading.is_none_or(|heading| heading != self.sheet.slice(copy)) {
            return next;
        }
        if next == first {
            let range = self.sheet.lines[first].range.clone();
            ledger.furniture(FurnitureKind::Chrome, &[range]);
        }
        head.subject = Some(ledger.value(std::slice::from_ref(copy)));
        second + 1
    }

    /// A letter ("công văn") has no type line, but a subject under its number, or an addressee.
    fn is_word(&self) -> bool {
        let has = |role| self.fragments.iter().any(|f| f.role == role);
        let headed = has(Role::Motto) || has(Role::NumberLabel);
        headed && has(Role::LetterSubject) || self.addressed && (headed || !has(Role::Words))
    }

    /// The line behind the letterhead.
    fn end_of_letterhead(&self, lines: &Range<usize>, letter: bool) -> usize {
        if self.title.is_some() || letter && self.addressed {
            return self.stop;
        }
        let apart = |f: &&Fragment| {
            matches!(f.role, Role::Stamp | Role::Chrome | Role::PageField | Role::Rule | Role::Tag)
        };
        let signs = |f: &&Fragment| f.role != Role::Words && !apart(f);
        let last = self.fragments.iter().rfind(signs);
        // Without a letterhead only what stands apart above the text is taken.
        let last = last.or_else(|| self.fragments.iter().take_while(apart).last());
        last.map_or(lines.start, |f| f.line + 1)
    }

    fn build_letterhead(&self, end: usize, head: &mut Head, ledger: &mut Ledger<'_>) {
        let sheet = self.sheet;
        let fragments = || self.fragments.iter().filter(|f| f.line < end || self.title.is_some());
        let ranges = |role: Role| -> Vec<Range<usize>> {
            fragments().filter(|f| f.role == role).map(|f| f.range.clone()).collect()
        };
        let mut stamps: Vec<(usize, Vec<Range<usize>>)> = Vec::new();
        for fragment in fragments() {
            let kind = match fragment.role {
                Role::Stamp => {
                    // The lines of one stamp, as in the foot; a blank line parts two.
                    let goes_on = |last: usize| {
                        let near = fragment.line == last + 1;
                        fragment.line == last || near && sheet.lines[fragment.line].blanks == 0
                    };
                    match stamps.last_mut() {
                        Some((last, lines)) if goes_on(*last) => {
                            *last = fragment.line;
                            lines.push(fragment.range.clone());
                        }
                        _ => stamps.push((fragment.line, vec![fragment.range.clone()])),
                    }
                    continue;
                }
                Role::Motto => FurnitureKind::Motto,
                Role::Rule => FurnitureKind::Rule,
                Role::NumberLabel | Role::MarkLabel => FurnitureKind::Label,
                Role::Mark(Mark::Draft) => FurnitureKind::Stamp,
                Role::Chrome | Role::Tag => FurnitureKind::Chrome,
                Role::PageField => FurnitureKind::PageNumber,
                Role::Mark(mark) => {
                    let field = match mark {
                        Mark::Secrecy => &mut head.header.secrecy,
                        Mark::Urgency => &mut head.header.urgency,
                        Mark::Draft => continue,
                    };
                    if field.is_none() {
                        *field = Some(ledger.value(std::slice::from_ref(&fragment.range)));
                        continue;
                    }
                    // Said twice.
                    FurnitureKind::Stamp
                }
                _ => continue,
            };
            ledger.furniture(kind, std::slice::from_ref(&fragment.range));
        }
        for (_, lines) in stamps {
            ledger.furniture(FurnitureKind::Stamp, &lines);
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
        let by_symbol =
            symbol.is_some_and(|symbol| symbol.split(|c| is_dash(c) || c == '/').any(joint));
        let kind = self.title.as_ref().and_then(|title| title.kind);
        let by_title = kind.and_then(|kind| kind.code).is_some_and(joint);
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
            head.kind = Some(self::kind(kind));
            let bare = text.is_ascii() && !kind.name.is_ascii() && sheet.marks() == Marks::Kept;
            // "KẾHOẠCH"
            let mut letters = text.chars().take(kind.name.chars().count());
            let glued = kind.name.contains(' ') && !letters.any(char::is_whitespace);
            if bare
                || glued
                || title.trust == Trust::Damaged
                || !text.starts_with(kind.name) && !spelled_start(text, kind)
            {
                let message = format!("the type line {text:?} is read as {:?}", kind.name);
                let args = [("text", text.into()), ("type", kind.name.into())];
                ledger.report(Code::TitleDamaged, &title.range, message, &args);
            }
        }
        head.title = Some(ledger.value(std::slice::from_ref(&title.range)));
        let below = self.title_line + 1..lines.end;
        if head.subject.is_some() {
            // "V/v …" under the number is the subject already.
            return below.start;
        }
        self.build_subject(&below, title.rest.clone(), head, ledger)
    }

    /// The subject from the lines `below`, of which `first` stands before them; returns the line behind it.
    fn build_subject(
        &self,
        below: &Range<usize>,
        first: Option<Range<usize>>,
        head: &mut Head,
        ledger: &mut Ledger<'_>,
    ) -> usize {
        let issuer = head.header.issuing_authorities.last().map_or("", |text| text.text.as_str());
        let Subject { mut pieces, mut end } = subject(self.sheet, below, first, issuer);
        let bare = self.title.as_ref().filter(|_| head.header.number.is_none());
        if let Some(found) = bare.and_then(|title| series(self.sheet, &title.range, &pieces)) {
            end -= usize::from(found.enacted);
            pieces = build_series(found, &mut head.header, ledger);
        }
        if !pieces.is_empty() {
            head.subject = Some(ledger.value(&pieces));
        }
        end.max(below.start)
    }
}

/// Writes down what stands between type and subject; returns the subject. What the letterhead has said is said twice.
fn build_series(found: Series, header: &mut Header, ledger: &mut Ledger<'_>) -> Vec<Range<usize>> {
    header.number = Some(build_number(&found.number, ledger));
    let mut twice = found.labels;
    if header.date.is_some() {
        twice.push(found.date);
    } else if !found.date.is_empty() {
        header.date = Some(build_date(&found.date, ledger));
    }
    if !header.issuing_authorities.is_empty() {
        twice.push(found.issuer);
    } else if !found.issuer.is_empty() {
        header.issuing_authorities.push(ledger.value(&found.issuer));
    }
    for words in twice.iter().filter(|words| !words.is_empty()) {
        ledger.furniture(FurnitureKind::Label, words);
    }
    found.subject
}

/// Whether a title begins with the letters of its type.
fn spelled_start(text: &str, kind: &DocumentType) -> bool {
    starts_with_skeleton(text, kind.key).is_some_and(|len| spelled(&text[..len], kind))
}

fn sheet_start(sheet: &Sheet<'_>, lines: &Range<usize>) -> Range<usize> {
    let start = sheet.lines[lines.start].range.start;
    start..start
}

/// The code of a letter ("công văn").
const LETTER: &str = "CV";

/// A type as the tree has it.
fn kind(found: &DocumentType) -> Kind {
    Kind { code: found.code.map(str::to_owned), name: Some(found.name.to_owned()) }
}

/// The type with this code, letter by letter.
fn type_with(code: &str) -> Option<&'static DocumentType> {
    TYPES.iter().find(|kind| kind.code == Some(code))
}

/// The type a symbol names first: "KH" of "KH-UBND".
fn type_of_symbol(symbol: &str) -> Option<&'static DocumentType> {
    type_with(symbol.split(|c| is_dash(c) || c == '/').next()?)
}
