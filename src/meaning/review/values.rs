//! The short typed values of a document.

use crate::document::{Block, Document, Recipient, Signature, Text};
use crate::source::Span;

/// Hands over each short typed value with the name of its field.
pub(super) fn each_value<'d>(
    document: &'d Document,
    visit: &mut impl FnMut(&'static str, &'d str, Span),
) {
    let header = &document.header;
    text("parent_authority", header.parent_authority.iter(), visit);
    text("issuing_authority", &header.issuing_authorities, visit);
    text("place", &header.place, visit);
    if let Some(date) = &header.date {
        visit("date", &date.text, date.span);
    }
    text("title", &document.title, visit);
    text("subject", &document.subject, visit);
    text("addressee", &document.addressees, visit);
    blocks(&document.preamble, visit);
    blocks(&document.body, visit);
    recipients(&document.recipients, visit);
    signatures(&document.signatures, visit);
    for appendix in &document.appendices {
        text("appendix", &appendix.label, visit);
        text("appendix", &appendix.title, visit);
        blocks(&appendix.body, visit);
        recipients(&appendix.recipients, visit);
        signatures(&appendix.signatures, visit);
    }
    for citation in &document.citations {
        text("issuer", &citation.issuer, visit);
        text("name", &citation.name, visit);
    }
    for task in &document.tasks {
        for agency in task.lead.iter().chain(&task.cooperating) {
            visit("agency", &agency.text, agency.span);
        }
    }
}

fn text<'d>(
    field: &'static str,
    values: impl IntoIterator<Item = &'d Text>,
    visit: &mut impl FnMut(&'static str, &'d str, Span),
) {
    for value in values {
        visit(field, &value.text, value.span);
    }
}

fn blocks<'d>(blocks: &'d [Block], visit: &mut impl FnMut(&'static str, &'d str, Span)) {
    for block in blocks {
        if let Block::Section(section) = block {
            text("heading", &section.heading, visit);
            self::blocks(&section.children, visit);
        }
    }
}

fn recipients<'d>(
    recipients: &'d [Recipient],
    visit: &mut impl FnMut(&'static str, &'d str, Span),
) {
    for recipient in recipients {
        visit("recipient", &recipient.text, recipient.span);
        self::recipients(&recipient.children, visit);
    }
}

fn signatures<'d>(
    signatures: &'d [Signature],
    visit: &mut impl FnMut(&'static str, &'d str, Span),
) {
    for signature in signatures {
        for authority in &signature.authority {
            visit("authority", &authority.text, authority.span);
        }
        text("position", &signature.position, visit);
        text("rank", &signature.rank, visit);
        text("signer", &signature.name, visit);
    }
}

/// Hands over the place of each paragraph and cell.
pub(super) fn each_running(document: &Document, visit: &mut impl FnMut(Span)) {
    prose(&document.preamble, visit);
    prose(&document.body, visit);
    document.closing.iter().for_each(|closing| visit(closing.span));
    for appendix in &document.appendices {
        prose(&appendix.preamble, visit);
        prose(&appendix.body, visit);
        appendix.closing.iter().for_each(|closing| visit(closing.span));
    }
}

fn prose(blocks: &[Block], visit: &mut impl FnMut(Span)) {
    for block in blocks {
        match block {
            Block::Paragraph(paragraph) => visit(paragraph.span),
            Block::Section(section) => prose(&section.children, visit),
            Block::Table(table) => {
                let cells = table.columns.iter().chain(table.rows.iter().flatten());
                cells.for_each(|cell| visit(cell.span));
            }
        }
    }
}
