//! What is marked in the text, and the text with its marks.

use std::collections::HashMap;
use std::fmt::Write as _;
use std::ops::Range;

use kehoach::{Agency, Parsed, Recipient, Severity, Span};

use super::outline::Outline;
use crate::lines::Lines;
use crate::output::acts;

/// What a mark stands for: the order is that of nesting, from without.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    Task,
    Recipient,
    Agency,
    Citation,
    Date,
    Marker,
    Heading,
    Error,
    Warning,
    Info,
}

impl Kind {
    /// Its class in the page.
    pub(super) fn class(self) -> &'static str {
        match self {
            Self::Task => "t",
            Self::Recipient => "r",
            Self::Agency => "a",
            Self::Citation => "c",
            Self::Date => "d",
            Self::Marker => "k",
            Self::Heading => "h",
            Self::Error => "x e",
            Self::Warning => "x w",
            Self::Info => "x i",
        }
    }

    pub(super) fn of_severity(severity: &Severity) -> Self {
        match severity {
            Severity::Error => Self::Error,
            Severity::Warning => Self::Warning,
            _ => Self::Info,
        }
    }
}

/// A marked piece of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Mark {
    pub(super) range: Range<usize>,
    pub(super) kind: Kind,
    /// What it belongs to in the lists of the page: `c1`.
    pub(super) of: String,
}

/// The number of each recipient's mark is its place in this order.
pub(super) fn recipients(parsed: &Parsed) -> Vec<(usize, &Recipient)> {
    fn collect<'a>(list: &'a [Recipient], depth: usize, all: &mut Vec<(usize, &'a Recipient)>) {
        for recipient in list {
            all.push((depth, recipient));
            collect(&recipient.children, depth + 1, all);
        }
    }
    let mut all = Vec::new();
    collect(&parsed.document.recipients, 0, &mut all);
    for appendix in &parsed.document.appendices {
        collect(&appendix.recipients, 0, &mut all);
    }
    all
}

/// Everything that is marked.
pub(super) fn marks(parsed: &Parsed, outline: &Outline, lines: &Lines<'_>) -> Vec<Mark> {
    let document = &parsed.document;
    let mut marks = Vec::new();
    let mut add = |kind, of: String, span: Span, parts: &[Span]| {
        let whole = [span];
        for part in if parts.is_empty() { &whole } else { parts } {
            let range = lines.place(*part);
            if !range.is_empty() {
                marks.push(Mark { range, kind, of: of.clone() });
            }
        }
    };
    for (number, it) in document.citations.iter().enumerate() {
        add(Kind::Citation, format!("c{number}"), it.span, &it.parts);
    }
    for (number, it) in document.dates.iter().enumerate() {
        add(Kind::Date, format!("d{number}"), it.span, &it.parts);
    }
    for (number, (_, it)) in recipients(parsed).into_iter().enumerate() {
        add(Kind::Recipient, format!("r{number}"), it.span, &it.parts);
    }
    // An agency may stand for several tasks; it leads to the first.
    let mut agencies: HashMap<Span, (usize, &Agency)> = HashMap::new();
    for (number, it) in document.tasks.iter().enumerate() {
        add(Kind::Task, format!("t{number}"), it.span, &it.parts);
        let roles = it.roles.iter().map(|role| &role.agency);
        for agency in it.lead.iter().chain(&it.cooperating).chain(roles) {
            agencies.entry(agency.span).or_insert((number, agency));
        }
    }
    for (number, agency) in agencies.into_values() {
        add(Kind::Agency, format!("t{number}"), agency.span, &agency.parts);
    }
    for (number, unit) in outline.units.iter().enumerate() {
        if let Some(marker) = unit.marker {
            add(Kind::Marker, format!("u{number}"), marker, &[]);
        }
        if let Some(heading) = unit.heading {
            add(Kind::Heading, format!("u{number}"), heading, &[]);
        }
    }
    for (number, it) in parsed.diagnostics.iter().enumerate() {
        add(Kind::of_severity(&it.severity), format!("g{number}"), it.span, &[]);
    }
    marks.sort_by(|a, b| {
        let key = |mark: &Mark| (mark.range.start, usize::MAX - mark.range.end, mark.kind);
        key(a).cmp(&key(b)).then_with(|| a.of.cmp(&b.of))
    });
    marks
}

/// Writes a text with its marks, line by line.
pub(super) struct Writer<'a> {
    text: &'a str,
    marks: &'a [Mark],
    /// The next mark to begin.
    next: usize,
    /// Marks that have begun and not ended, from without.
    open: Vec<&'a Mark>,
    /// Marks that have been written once: the first piece has the name that links lead to.
    named: std::collections::HashSet<&'a str>,
}

impl<'a> Writer<'a> {
    pub(super) fn new(text: &'a str, marks: &'a [Mark]) -> Self {
        Self { text, marks, next: 0, open: Vec::new(), named: std::collections::HashSet::new() }
    }

    /// Writes the text of a line; lines come in order.
    pub(super) fn line(&mut self, line: Range<usize>, page: &mut String) {
        let mut at = line.start;
        self.open.retain(|mark| mark.range.end > at);
        for mark in self.open.clone() {
            self.begin(mark, page);
        }
        loop {
            let ends = self.open.iter().map(|mark| mark.range.end);
            let begins = self.marks.get(self.next).map(|mark| mark.range.start.max(at));
            let to = ends.chain(begins).chain([line.end]).min().unwrap_or(line.end).max(at);
            let to = to.min(line.end);
            text(&self.text[at..to], page);
            at = to;
            self.end_at(at, page);
            if at >= line.end {
                break;
            }
            while let Some(mark) = self.marks.get(self.next).filter(|mark| mark.range.start <= at) {
                self.next += 1;
                if mark.range.end > at {
                    self.begin(mark, page);
                    self.open.push(mark);
                }
            }
        }
        for _ in &self.open {
            page.push_str("</span>");
        }
    }

    /// Ends the marks that end here, and begins those anew that stood within them.
    fn end_at(&mut self, at: usize, page: &mut String) {
        let Some(first) = self.open.iter().position(|mark| mark.range.end <= at) else { return };
        for _ in first..self.open.len() {
            page.push_str("</span>");
        }
        let within = self.open.split_off(first);
        for mark in within.into_iter().filter(|mark| mark.range.end > at) {
            self.begin(mark, page);
            self.open.push(mark);
        }
    }

    fn begin(&mut self, mark: &'a Mark, page: &mut String) {
        let Mark { kind, of, .. } = mark;
        let class = kind.class();
        // Agencies bear the number of their task, headings that of their unit.
        let is_named = match kind {
            Kind::Agency | Kind::Heading | Kind::Error | Kind::Warning | Kind::Info => false,
            _ => self.named.insert(of),
        };
        let attribute = if *kind == Kind::Task { "data-t" } else { "data-r" };
        let written = if is_named {
            write!(page, "<span class=\"{class}\" id=\"m-{of}\" {attribute}=\"{of}\">")
        } else {
            write!(page, "<span class=\"{class}\" {attribute}=\"{of}\">")
        };
        written.expect("writing to a string cannot fail");
    }
}

/// Writes text that does nothing but be read.
fn text(piece: &str, page: &mut String) {
    for c in piece.chars() {
        match c {
            '&' => page.push_str("&amp;"),
            '<' => page.push_str("&lt;"),
            '>' => page.push_str("&gt;"),
            '"' => page.push_str("&quot;"),
            '\t' => page.push('\t'),
            c if acts(c) => {
                write!(page, "<i class=\"esc\">\\u{{{:x}}}</i>", u32::from(c))
                    .expect("writing to a string cannot fail");
            }
            c => page.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(source: &str, marks: &[(Range<usize>, Kind, &str)]) -> Vec<String> {
        let mut marks: Vec<Mark> = marks
            .iter()
            .map(|(range, kind, of)| Mark { range: range.clone(), kind: *kind, of: (*of).into() })
            .collect();
        marks.sort_by_key(|mark| (mark.range.start, usize::MAX - mark.range.end, mark.kind));
        let lines = Lines::new(source);
        let mut writer = Writer::new(source, &marks);
        let write = |line| {
            let mut page = String::new();
            writer.line(lines.range(line), &mut page);
            page
        };
        (0..lines.count()).map(write).collect()
    }

    #[test]
    fn marks_nest_and_go_on_in_the_next_line() {
        let marks = [(0..6, Kind::Citation, "c0"), (2..3, Kind::Date, "d0")];
        assert_eq!(
            written("abcd\nef", &marks),
            [
                "<span class=\"c\" id=\"m-c0\" data-r=\"c0\">ab\
                 <span class=\"d\" id=\"m-d0\" data-r=\"d0\">c</span>d</span>",
                "<span class=\"c\" data-r=\"c0\">e</span>f",
            ]
        );
    }

    #[test]
    fn marks_that_cross_are_taken_apart() {
        let marks = [(0..3, Kind::Agency, "t0"), (2..5, Kind::Date, "d0")];
        assert_eq!(
            written("abcdef", &marks),
            ["<span class=\"a\" data-r=\"t0\">ab\
              <span class=\"d\" id=\"m-d0\" data-r=\"d0\">c</span></span>\
              <span class=\"d\" data-r=\"d0\">de</span>f"]
        );
    }

    #[test]
    fn text_of_a_document_is_no_markup() {
        assert_eq!(
            written("<b>&\"\u{202e}\u{0}", &[]),
            ["&lt;b&gt;&amp;&quot;<i class=\"esc\">\\u{202e}</i><i class=\"esc\">\\u{0}</i>"]
        );
    }
}
