//! The leaves of the tree that are read as running text.

use crate::document::{Block, Document, ParagraphRole, Recipient, RecipientKind, Text};
use crate::lexicon::columns::{ColumnKind, known_column};
use crate::source::Span;

/// What a leaf does in its document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Duty {
    /// It says what the document is about.
    Title,
    /// It is a legal basis.
    Basis,
    /// It heads a section.
    Heading,
    /// A cell of a column for times: "Thời gian thực hiện".
    Time,
    /// Anything else.
    Body,
}

/// A leaf: its words, where they stand, and the section that holds it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Leaf<'d> {
    pub(crate) text: &'d str,
    pub(crate) span: Span,
    pub(crate) section: Option<&'d str>,
    pub(crate) duty: Duty,
}

/// Hands over every leaf that is running text, a part of the document after the other.
pub(crate) fn each<'d>(document: &'d Document, visit: &mut impl FnMut(Leaf<'d>)) {
    if let Some(subject) = &document.subject {
        visit(Leaf { text: &subject.text, span: subject.span, section: None, duty: Duty::Title });
    }
    blocks(&document.preamble, None, visit);
    blocks(&document.body, None, visit);
    if let Some(closing) = &document.closing {
        visit(Leaf { text: &closing.text, span: closing.span, section: None, duty: Duty::Body });
    }
    recipients(&document.recipients, visit);
    for appendix in &document.appendices {
        if let Some(title) = &appendix.title {
            visit(Leaf { text: &title.text, span: title.span, section: None, duty: Duty::Title });
        }
        blocks(&appendix.preamble, None, visit);
        blocks(&appendix.body, None, visit);
        if let Some(closing) = &appendix.closing {
            visit(Leaf {
                text: &closing.text,
                span: closing.span,
                section: None,
                duty: Duty::Body,
            });
        }
        recipients(&appendix.recipients, visit);
    }
}

fn blocks<'d>(blocks: &'d [Block], section: Option<&'d str>, visit: &mut impl FnMut(Leaf<'d>)) {
    for block in blocks {
        match block {
            Block::Paragraph(paragraph) => {
                let duty = match paragraph.role {
                    Some(ParagraphRole::Basis) => Duty::Basis,
                    _ => Duty::Body,
                };
                visit(Leaf { text: &paragraph.text, span: paragraph.span, section, duty });
            }
            Block::Section(unit) => {
                let section = Some(unit.id.as_str());
                if let Some(heading) = &unit.heading {
                    let (text, span) = (heading.text.as_str(), heading.span);
                    visit(Leaf { text, span, section, duty: Duty::Heading });
                }
                self::blocks(&unit.children, section, visit);
            }
            Block::Table(table) => {
                let timed: Vec<bool> = table
                    .columns
                    .iter()
                    .map(|c| known_column(&c.text) == Some(ColumnKind::Time))
                    .collect();
                let cell = |text: &'d Text, duty| Leaf {
                    text: &text.text,
                    span: text.span,
                    section,
                    duty,
                };
                table.columns.iter().for_each(|column| visit(cell(column, Duty::Body)));
                for row in &table.rows {
                    for (at, text) in row.iter().enumerate() {
                        let timed = timed.get(at).is_some_and(|timed| *timed);
                        visit(cell(text, if timed { Duty::Time } else { Duty::Body }));
                    }
                }
            }
        }
    }
}

fn recipients<'d>(recipients: &'d [Recipient], visit: &mut impl FnMut(Leaf<'d>)) {
    // The archive line has signs of units and drafters that look like symbols.
    for recipient in recipients.iter().filter(|entry| entry.kind != RecipientKind::Archive) {
        let Recipient { text, span, .. } = recipient;
        visit(Leaf { text, span: *span, section: None, duty: Duty::Body });
        self::recipients(&recipient.children, visit);
    }
}
