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

/// Lines behind the last sign of a letterhead in which the title comes, or none: the subject of a
/// letter and marks of secrecy may stand between.
const LETTERHEAD_LINES: usize = 20;

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
        let mut anchored = None;
        let mut on_web = false;
        for line in lines.start..page.stop {
            let text = sheet.line(line);
            if addressee::label(text).is_some() {
                (page.stop, page.addressed) = (line, true);
                break;
            }
            on_web |= is_chrome(text);
            // A web page may put an article before the letterhead.
            let running = text.len() > RUNNING_TEXT && !text.starts_with('|') && !on_web;
            let past = anchored.is_some_and(|anchor| line > anchor + LETTERHEAD_LINES);
            if running || past || begins_body(text) {
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
            next = self.build_copied_subject(lines, next, &mut head, ledger);
            let start = sheet_start(self.sheet, lines);
            ledger.report(
                Code::TitleMissing,
                &start,
                "no line names the type of the document",
                &[],
            );
        }
        let written = |line: &usize| self.sheet.line(*line).contains(char::is_alphanumeric);
        let below = (next..lines.end).find(written).unwrap_or(lines.end);
        if let Some(found) = addressees(self.sheet, &(below..lines.end)) {
            next = found.end;
            let Addressees { label, entries, end: _ } = found;
            ledger.furniture(FurnitureKind::Label, &[label]);
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
        if next > second || second >= lines.end {
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
    fn is_letter(&self) -> bool {
        let has = |role| self.fragments.iter().any(|f| f.role == role);
        let headed = has(Role::Motto) || has(Role::NumberLabel);
        headed && has(Role::LetterSubject) || self.addressed && (headed || !has(Role::Words))
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
    let roman = text.starts_with(['I', 'A']) && is_marked(text);
    roman
        || starts_with_skeleton(text, "cancu").is_some()
        || starts_with_skeleton(text, "dieu1").is_some()
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
        if word.chars().any(char::is_lowercase) || !word.contains(char::is_alphanumeric) {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::normalize;

    /// Reads a head and what fell to it: kind, number, place, date, title, subject, content.
    fn read(text: &str) -> (Head, String) {
        let clean = normalize(text);
        let sheet = Sheet::new(&clean.text, &clean.map);
        let mut ledger = Ledger::new(&sheet, 100);
        let found = head(&sheet, 0..sheet.lines.len(), &mut ledger);
        let content: Vec<_> = found.content.clone().map(|line| sheet.line(line)).collect();
        (found, content.join("\n"))
    }

    fn shown(text: &str) -> String {
        let (head, content) = read(text);
        let text = |text: &Option<Text>| text.as_ref().map_or("-", |t| t.text.as_str()).to_owned();
        let issuers: Vec<_> =
            head.header.issuing_authorities.iter().map(|t| t.text.as_str()).collect();
        format!(
            "{} | {} | {} | {} | {} | {} | {} | {} | {content}",
            head.kind.as_ref().and_then(|kind| kind.code.as_deref()).unwrap_or("-"),
            text(&head.header.parent_authority),
            issuers.join(" + "),
            head.header.number.as_ref().map_or("-", |number| number.text.as_str()),
            text(&head.header.place),
            head.header.date.as_ref().and_then(|date| date.edtf.as_deref()).unwrap_or("-"),
            text(&head.title),
            text(&head.subject),
        )
    }

    /// One letterhead in the orders and shapes extraction gives it.
    #[test]
    fn one_letterhead_in_many_shapes() {
        let want = "KH | UBND TỈNH SƠN HÀ | SỞ Y TẾ | 12/KH-SYT | Sơn Hà | 2023-03-05 | KẾ HOẠCH | \
                    Tiêm chủng năm 2023 | Căn cứ Luật Dược;";
        let foot = "KẾ HOẠCH\nTiêm chủng năm 2023\n\nCăn cứ Luật Dược;";
        for letterhead in [
            "UBND TỈNH SƠN HÀ          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n    SỞ Y TẾ                    Độc lập - Tự do - Hạnh phúc\n  Số: 12/KH-SYT              Sơn Hà, ngày 05 tháng 3 năm 2023",
            "UBND TỈNH SƠN HÀ CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSỞ Y TẾ Độc lập - Tự do - Hạnh phúc\nSố: 12/KH-SYT Sơn Hà, ngày 05 tháng 3 năm 2023",
            "UBND TỈNH SƠN HÀ\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSỞ Y TẾ\tĐộc lập - Tự do - Hạnh phúc\nSố: 12/KH-SYT\tSơn Hà, ngày\n05 tháng 3 năm 2023",
            "UBND TỈNH SƠN HÀ\nSỞ Y TẾ\n-------\nCỘNG HÒA XÃ HỘI\nCHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n-----\nSố:\n12/KH-SYT\nSơn Hà, ngày 05\ntháng 3 năm 2023",
            "UBND TỈNH SƠN HÀ\nSỞ Y TẾ\nSố: 12\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\n/KH-SYT\n\nSơn Hà, ngày\n05 tháng\n3 năm 2023\n",
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 12 /KH-SYT\nSơn Hà, ngày 05 tháng 3 năm 2023\nĐộc lập - Tự do - Hạnh phúc\nUBND TỈNH SƠN HÀ\nSỞ Y TẾ\n",
            "| UBND TỈNH SƠN HÀ SỞ Y TẾ ------- | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc ------- |\n|---|---|\n| Số: 12/KH-SYT | Sơn Hà, ngày 05 tháng 3 năm 2023 |\n",
            "|\n**UBND TỈNH SƠN HÀ**\n**SỞ Y TẾ**\n------\n|\n**CỘNG HÒA XÃ\nHỘI CHỦ NGHĨA VIỆT NAM**\nĐộc lập - Tự do - Hạnh phúc\n|\n|\nSố: 12/KH-SYT\n|\n*Sơn Hà,\nngày 05 tháng 3 năm 2023*\n|\n",
            "UBND TỈNH SƠN HÀ\nSỞ Y TẾ-------\nCỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAMĐộc lập - Tự do - Hạnh phúc------\nSố: 12/KH-SYT\nSơn Hà, ngày 05 tháng 3 năm 2023\n",
            "10\n\n21\n\nUBND TỈNH SƠN HÀ\n\nSỞ Y TẾ\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\nĐộc lập - Tự do - Hạnh phúc\n\nSố: 12/KH-SYT\n\nSơn Hà, ngày 05 tháng 3 năm 2023\n\n",
            "Ký bởi: Sở Y tế\nThời gian ký: 05/3/2023 09:00:00 +07:00\n\nUBND TỈNH SƠN HÀ\nSỞ Y TẾ\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nSố: 12/KH-SYT\nSơn Hà, ngày 05 tháng 3 năm 2023\n",
            "# Kế hoạch 12/KH-SYT năm 2023 tiêm chủng\n\nSố hiệu: 12/KH-SYT\nLoại văn bản: Kế hoạch\nNgày ban hành: 05/3/2023\n\nUBND TỈNH SƠN HÀ\nSỞ Y TẾ\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nSố: 12/KH-SYT\nSơn Hà, ngày 05 tháng 3 năm 2023\n",
        ] {
            let text = format!("{letterhead}\n{foot}");
            assert_eq!(shown(&text), want, "{text}");
        }
    }

    #[test]
    fn heads_of_other_kinds() {
        for (text, want) in [
            // A Party letterhead.
            (
                "TỈNH ỦY SƠN HÀ      ĐẢNG CỘNG SẢN VIỆT NAM\n      *\nSố 12-KH/TU     Sơn Hà, ngày 5 tháng 3 năm 2023\nKẾ HOẠCH\ntrồng rừng\n-----\n- Căn cứ A;",
                "KH | - | TỈNH ỦY SƠN HÀ | 12-KH/TU | Sơn Hà | 2023-03-05 | KẾ HOẠCH | trồng rừng | -----\n- Căn cứ A;",
            ),
            // The Youth Union, number left blank.
            (
                "THÀNH ĐOÀN SƠN HÀ\nBCH ĐOÀN XÃ AN BÌNH\n***\nSố:\n- KH/ĐTN\n\nĐOÀN TNCS HỒ CHÍ MINH\nAn Bình, ngày    tháng 3 năm 2023\n\nKẾ HOẠCH\nHiến máu\n-----Thực hiện A",
                "KH | THÀNH ĐOÀN SƠN HÀ | BCH ĐOÀN XÃ AN BÌNH | -KH/ĐTN | An Bình | 2023-03 | KẾ HOẠCH | Hiến máu | -----Thực hiện A",
            ),
            // A letter.
            (
                "UBND XÃ AN BÌNH\nSố: 7/UBND\nV/v góp ý\ndự thảo\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nAn Bình, ngày 5/3/2023\n\nKính gửi: Sở Y tế.\n\nUBND xã nhận được",
                "CV | - | UBND XÃ AN BÌNH | 7/UBND | An Bình | 2023-03-05 | - | V/v góp ý dự thảo | UBND xã nhận được",
            ),
            // No letterhead, a blank line in the subject.
            (
                " KẾ HOẠCH \n\nPhong trào “Vì An Bình,\n\nvì Sơn Hà”\n\nCăn cứ A",
                "KH | - |  | - | - | - | KẾ HOẠCH | Phong trào “Vì An Bình, vì Sơn Hà” | Căn cứ A",
            ),
            // An attached plan.
            (
                "KẾ HOẠCH\nTrồng rừng năm 2023\n(Kèm theo Quyết định số 5/QĐ-UBND)\n\nI. MỤC ĐÍCH",
                "KH | - |  | - | - | - | KẾ HOẠCH | Trồng rừng năm 2023 | (Kèm theo Quyết định số 5/QĐ-UBND)\nI. MỤC ĐÍCH",
            ),
            // An appendix has no head.
            ("PHỤ LỤC I\nDANH MỤC", "- | - |  | - | - | - | - | - | PHỤ LỤC I\nDANH MỤC"),
            // Running text is no head.
            (
                "Một đoạn văn.\nHai đoạn văn.",
                "- | - |  | - | - | - | - | - | Một đoạn văn.\nHai đoạn văn.",
            ),
        ] {
            assert_eq!(shown(text), want, "{text}");
        }
    }

    #[test]
    fn marks_of_the_first_page() {
        let (head, _) = read("DỰ THẢO\nUBND XÃ AN BÌNH\nSố: 5/KH-UBND\nMẬT\nHỎA TỐC KẾ HOẠCH\nA");
        assert_eq!(head.header.secrecy.expect("a mark").text, "MẬT");
        assert_eq!(head.header.urgency.expect("a mark").text, "HỎA TỐC");
        assert_eq!(head.title.expect("a title").text, "KẾ HOẠCH");
    }

    /// Every beginning of a text is a text.
    #[test]
    fn cut_texts_are_read() {
        let text = "10\n| UBND XÃ A <br> TỔ B --- | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\nSố: 1|2 /KH- UBND X, ngày |\n\
                    05 tháng II năm 2023 a\nV/v x\nKính gửi: - A;\n- B.\nDỰ THẢO LẦN 2\nKẾ HOẠCH: A\n“b (\n\nc”\n1. D";
        for (at, _) in text.char_indices() {
            read(&text[..at]);
            read(&text[at..]);
        }
    }
}
