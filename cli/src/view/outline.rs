//! The outline of a document, as the page lists it.

use kehoach::{Appendix, Block, Parsed, Recipient, Section, Signature, Span, Text};

use crate::language::messages as say;
use crate::lines::Lines;

/// What is shown of a unit without a heading, in characters.
const SHOWN: usize = 70;

/// A unit, or another part of the document.
#[derive(Debug)]
pub(super) struct Unit {
    pub(super) span: Span,
    /// Its address, and what it says.
    pub(super) label: String,
    pub(super) title: String,
    pub(super) marker: Option<Span>,
    pub(super) heading: Option<Span>,
    /// The units within it.
    pub(super) within: Vec<usize>,
}

/// The outline.
#[derive(Debug, Default)]
pub(super) struct Outline {
    /// All units, each before those within it.
    pub(super) units: Vec<Unit>,
    /// Those that stand in no other.
    pub(super) top: Vec<usize>,
}

impl Outline {
    pub(super) fn of(parsed: &Parsed) -> Self {
        let document = &parsed.document;
        let header = &document.header;
        let mut outline = Self::default();
        let mut head: Vec<Span> = Vec::new();
        let texts = [&header.parent_authority, &header.place, &header.secrecy, &header.urgency];
        head.extend(texts.into_iter().flatten().map(|text| text.span));
        head.extend(header.issuing_authorities.iter().map(|text| text.span));
        head.extend(header.number.iter().map(|number| number.span));
        head.extend(header.date.iter().map(|date| date.span));
        outline.part(say::part_letterhead(), head);
        outline.part(say::part_addressees(), spans(&document.addressees));
        let title = document.title.iter().chain(&document.subject);
        let words: Vec<&str> = title.clone().map(|text| text.text.as_str()).collect();
        outline.part(words.join(" – "), title.map(|text| text.span).collect());
        outline.part(say::part_preamble(), document.preamble.iter().map(Block::span).collect());
        let body = outline.blocks(&document.body);
        outline.top.extend(body);
        outline.part(say::part_closing(), document.closing.iter().map(|text| text.span).collect());
        outline.foot(&document.recipients, &document.signatures);
        for appendix in &document.appendices {
            outline.appendix(appendix);
        }
        outline
    }

    fn part(&mut self, title: String, places: Vec<Span>) {
        if let Some(span) = places.into_iter().reduce(Span::hull) {
            let unit = self.add(span, String::new(), title);
            self.top.push(unit);
        }
    }

    fn foot(&mut self, recipients: &[Recipient], signatures: &[Signature]) {
        self.part(say::recipients(), recipients.iter().map(|it| it.span).collect());
        self.part(say::part_signatures(), signatures.iter().map(|it| it.span).collect());
    }

    fn appendix(&mut self, appendix: &Appendix) {
        let title = appendix.label.iter().chain(&appendix.title);
        let words: Vec<&str> = title.map(|text| text.text.as_str()).collect();
        let unit = self.add(appendix.span, String::new(), words.join(" – "));
        self.top.push(unit);
        let within = self.blocks(&appendix.body);
        self.units[unit].within = within;
        self.foot(&appendix.recipients, &appendix.signatures);
    }

    fn add(&mut self, span: Span, label: String, title: String) -> usize {
        let unit = Unit { span, label, title, marker: None, heading: None, within: Vec::new() };
        self.units.push(unit);
        self.units.len() - 1
    }

    fn blocks(&mut self, blocks: &[Block]) -> Vec<usize> {
        let mut units = Vec::new();
        for block in blocks {
            match block {
                Block::Section(section) => units.push(self.section(section)),
                Block::Table(table) => {
                    let title = say::part_table(table.rows.len(), table.columns.len());
                    units.push(self.add(table.span, String::new(), title));
                }
                _ => {}
            }
        }
        units
    }

    fn section(&mut self, section: &Section) -> usize {
        let first = section.children.iter().find_map(|block| match block {
            Block::Paragraph(paragraph) => Some(paragraph.text.as_str()),
            _ => None,
        });
        let title = match &section.heading {
            Some(heading) => heading.text.clone(),
            None => beginning(first.unwrap_or_default()),
        };
        let unit = self.add(section.span, section.id.clone(), title);
        self.units[unit].marker = Some(section.marker.span);
        self.units[unit].heading = section.heading.as_ref().map(|heading| heading.span);
        let within = self.blocks(&section.children);
        self.units[unit].within = within;
        unit
    }

    /// The innermost unit of each line.
    pub(super) fn of_lines(&self, lines: &Lines<'_>) -> Vec<Option<usize>> {
        let mut of = vec![None; lines.count()];
        for (number, unit) in self.units.iter().enumerate() {
            let (first, last) = unit.lines(lines);
            of[first..=last].fill(Some(number));
        }
        of
    }
}

impl Unit {
    /// Its first and last line, from 0.
    pub(super) fn lines(&self, lines: &Lines<'_>) -> (usize, usize) {
        let place = lines.place(self.span);
        let first = lines.at(place.start);
        (first, lines.at(place.end.saturating_sub(1)).max(first))
    }
}

fn spans(texts: &[Text]) -> Vec<Span> {
    texts.iter().map(|text| text.span).collect()
}

/// The first words of a text.
pub(super) fn beginning(text: &str) -> String {
    match text.char_indices().nth(SHOWN) {
        Some((at, _)) => {
            let cut = text[..at].rfind(' ').unwrap_or(at);
            format!("{} …", &text[..cut])
        }
        None => text.to_owned(),
    }
}
