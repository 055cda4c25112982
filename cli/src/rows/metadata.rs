//! The archival record of a document: one row, with the fields that registers of documents have (TT
//! 02/2019/TT-BNV; QCVN 102:2016/BTTTT calls most of them so).

use std::borrow::Cow;
use std::collections::HashSet;

use kehoach::{
    Basis, CitationRole, CitedDocument, Document, FurnitureKind, Signature, Text, search_key,
};

use super::{At, Cell, Column, Holds, Table, column, days, shown};
use crate::register::Columns;

pub(super) fn table() -> Table {
    let columns: Vec<Column<Document>> = vec![
        shown("file", Holds::Text, |at| at.document.file.clone().into()),
        column("key", Holds::Text, |at| at.document.key().into()),
        column("organ_name", Holds::Text, |at| {
            let issuers = at.node.header.issuing_authorities.iter();
            let printed = joined(issuers.map(|issuer| issuer.text.as_str()));
            if printed == Cell::None { supplied(at, Columns::issuer).into() } else { printed }
        }),
        column("organ_name_basis", Holds::Text, |at| {
            let is_printed = !at.node.header.issuing_authorities.is_empty();
            basis(is_printed, supplied(at, Columns::issuer))
        }),
        column("organization_in_charge", Holds::Text, |at| {
            words(at.node.header.parent_authority.as_ref())
        }),
        shown("code_number", Holds::Text, |at| {
            at.node.header.number.as_ref().and_then(number).into()
        }),
        shown("code_notation", Holds::Text, |at| {
            at.node.header.number.as_ref().and_then(|number| number.symbol.as_deref()).into()
        }),
        column("place", Holds::Text, |at| {
            let printed = at.node.header.place.as_ref().map(|place| place.text.as_str());
            printed.or(supplied(at, Columns::place)).into()
        }),
        column("place_basis", Holds::Text, |at| {
            basis(at.node.header.place.is_some(), supplied(at, Columns::place))
        }),
        column("issued_date_text", Holds::Text, |at| {
            at.node.header.date.as_ref().map(|date| date.text.as_str()).into()
        }),
        shown("issued_date", Holds::Day, |at| days(at.node.header.date.as_ref()).0),
        column("type_code", Holds::Text, |at| {
            at.node.kind.as_ref().and_then(|kind| kind.code.as_deref()).into()
        }),
        shown("type_name", Holds::Text, |at| {
            at.node.kind.as_ref().and_then(|kind| kind.name.as_deref()).into()
        }),
        shown("subject", Holds::Text, |at| words(at.node.subject.as_ref())),
        column("competence", Holds::List, |at| {
            let authority = at.node.signatures.iter().flat_map(|signer| &signer.authority);
            Cell::List(authority.map(|line| line.text.clone()).collect())
        }),
        column("position", Holds::List, |at| signers(&at.node, |signer| signer.position.as_ref())),
        column("full_name", Holds::List, |at| signers(&at.node, |signer| signer.name.as_ref())),
        column("due_date", Holds::Day, |at| {
            let tasks = at.node.tasks.iter();
            let deadlines = tasks.flat_map(|task| &task.deadlines);
            deadlines.filter_map(kehoach::Date::latest).max().into()
        }),
        column("recipients", Holds::List, |at| {
            let recipients = at.node.recipients.iter();
            Cell::List(recipients.map(|recipient| recipient.name.clone()).collect())
        }),
        column("priority", Holds::Text, |at| words(at.node.header.urgency.as_ref())),
        column("secrecy", Holds::Text, |at| words(at.node.header.secrecy.as_ref())),
        column("page_amount", Holds::Number, |at| pages(&at.node).into()),
        column("appendixes", Holds::List, |at| {
            let labels = at.node.appendices.iter().filter_map(|appendix| appendix.label.as_ref());
            Cell::List(labels.map(|label| label.text.clone()).collect())
        }),
        column("legal_bases", Holds::List, |at| {
            let bases = at.node.citations.iter().filter(|c| c.role == CitationRole::Basis);
            keys(bases.filter_map(|citation| at.document.cited(citation.document.as_deref())))
        }),
        column("citations", Holds::List, |at| keys(at.node.cited_documents.iter())),
        column("encoding", Holds::Text, |at| at.document.parsed.source.encoding.as_str().into()),
        column("bytes", Holds::Number, |at| at.document.parsed.source.bytes.into()),
        column("sha256", Holds::Text, |at| at.document.parsed.source.sha256.as_str().into()),
        column("review", Holds::Text, |at| at.node.review.status.as_str().into()),
        column("review_weight", Holds::Number, |at| at.node.review.weight.into()),
        column("diagnostics", Holds::Number, |at| {
            (at.document.parsed.diagnostics.len() as u64).into()
        }),
        column("metadata", Holds::Map, |at| at.document.metadata.row().cloned().into()),
        column("search_key", Holds::Text, |at| search(&at.node).into()),
    ];
    Table::new(columns, |document| {
        vec![At {
            document,
            node: Cow::Borrowed(&document.parsed.document),
            span: kehoach::Span::new(0, 0),
            parts: Vec::new(),
            section: None,
        }]
    })
}

/// What the register says, where a document may be silent.
fn supplied<'a>(at: &'a At<'_, Document>, part: fn(&Columns) -> Option<&str>) -> Option<&'a str> {
    at.document.metadata.row().and_then(part)
}

/// What a cell rests on: the words of the document, or the register.
fn basis(is_printed: bool, supplied: Option<&str>) -> Cell {
    let basis = if is_printed { Some(Basis::Stated) } else { supplied.map(|_| Basis::Supplied) };
    basis.as_ref().map(Basis::as_str).into()
}

fn words(text: Option<&Text>) -> Cell {
    text.map(|text| text.text.as_str()).into()
}

fn joined<'a>(texts: impl Iterator<Item = &'a str>) -> Cell {
    let texts: Vec<&str> = texts.collect();
    if texts.is_empty() { Cell::None } else { texts.join("; ").into() }
}

/// The running number with what is glued to it: "30c".
fn number(number: &kehoach::Number) -> Option<String> {
    Some(format!("{}{}", number.ordinal?, number.suffix.as_deref().unwrap_or_default()))
}

/// A part of each signature; several people sign a joint document.
fn signers(document: &Document, part: impl Fn(&Signature) -> Option<&Text>) -> Cell {
    let parts = document.signatures.iter().filter_map(part);
    Cell::List(parts.map(|part| part.text.clone()).collect())
}

/// The highest page number that is printed.
fn pages(document: &Document) -> Option<u64> {
    let numbers = document.page_furniture.iter().filter(|f| f.kind == FurnitureKind::PageNumber);
    numbers
        .filter_map(|page| page.text.trim_matches(|c: char| !c.is_ascii_digit()).parse().ok())
        .max()
}

/// The keys of documents, each once.
fn keys<'a>(documents: impl Iterator<Item = &'a CitedDocument>) -> Cell {
    let mut seen = HashSet::new();
    let keys = documents.map(|document| &document.key.id).filter(|key| seen.insert(*key));
    Cell::List(keys.cloned().collect())
}

/// What people type when they look for the document, without marks and capitals.
fn search(document: &Document) -> String {
    let header = &document.header;
    let kind = document.kind.as_ref().and_then(|kind| kind.name.as_deref());
    let number = header.number.as_ref().map(|number| number.text.as_str());
    let date = header.date.as_ref().and_then(|date| date.edtf.as_deref());
    let names = document.signatures.iter().filter_map(|signer| signer.name.as_ref());
    let issuers = header.parent_authority.iter().chain(&header.issuing_authorities);
    let texts = issuers.chain(&document.subject).chain(names).map(|text| text.text.as_str());
    let words: Vec<&str> = kind.into_iter().chain(number).chain(date).chain(texts).collect();
    search_key(&words.join(" "))
}
