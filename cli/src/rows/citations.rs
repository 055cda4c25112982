//! The citations of a document, each with the identity of the document it means.

use std::borrow::Cow;

use kehoach::{Citation, CitedDocument, Text};

use super::{At, Cell, Holds, Table, column, days, place, shown};

pub(super) fn table() -> Table {
    let mut columns = place::<Citation>();
    columns.extend([
        column("id", Holds::Text, |at: &At<'_, Citation>| at.node.id.as_str().into()),
        shown("text", Holds::Text, |at| at.node.text.as_str().into()),
        column("kind", Holds::Text, |at| {
            at.node.kind.as_ref().and_then(|kind| kind.code.as_deref()).into()
        }),
        column("kind_name", Holds::Text, |at| {
            at.node.kind.as_ref().and_then(|kind| kind.name.as_deref()).into()
        }),
        column("number", Holds::Text, |at| {
            at.node.number.as_ref().map(|number| number.text.as_str()).into()
        }),
        column("ordinal", Holds::Number, |at| {
            at.node.number.as_ref().and_then(|number| number.ordinal).into()
        }),
        column("suffix", Holds::Text, |at| {
            at.node.number.as_ref().and_then(|number| number.suffix.as_deref()).into()
        }),
        column("year", Holds::Number, |at| {
            at.node.number.as_ref().and_then(|number| number.year).into()
        }),
        column("symbol", Holds::Text, |at| {
            at.node.number.as_ref().and_then(|number| number.symbol.as_deref()).into()
        }),
        column("date", Holds::Text, |at| {
            at.node.date.as_ref().map(|date| date.text.as_str()).into()
        }),
        column("date_edtf", Holds::Text, |at| {
            at.node.date.as_ref().and_then(|date| date.edtf.as_deref()).into()
        }),
        column("date_start", Holds::Day, |at| days(at.node.date.as_ref()).0),
        column("date_end", Holds::Day, |at| days(at.node.date.as_ref()).1),
        column("date_precision", Holds::Text, |at| days(at.node.date.as_ref()).2),
        column("issuer", Holds::Text, |at| words(at.node.issuer.as_ref())),
        column("name", Holds::Text, |at| words(at.node.name.as_ref())),
        column("subject", Holds::Text, |at| words(at.node.subject.as_ref())),
        shown("pinpoint", Holds::Text, |at| words(at.node.pinpoint.as_ref())),
        shown("role", Holds::Text, |at| at.node.role.as_str().into()),
        column("relation", Holds::Text, |at| {
            at.node.relation.as_ref().map(kehoach::Relation::as_str).into()
        }),
        column("resolution", Holds::Text, |at| {
            at.node.resolution.as_ref().map(kehoach::Resolution::as_str).into()
        }),
        column("document", Holds::Text, |at| at.node.document.as_deref().into()),
        shown("cited_key", Holds::Text, |at| cited(at).map(|cited| cited.key.id.as_str()).into()),
        column("cited_missing", Holds::List, |at| {
            cited(at).map(|cited| cited.key.missing.clone()).into()
        }),
        column("cited_place", Holds::Text, |at| {
            cited(at).and_then(|cited| cited.issuer.place.as_deref()).into()
        }),
        column("cited_place_basis", Holds::Text, |at| {
            let basis = cited(at).and_then(|cited| cited.issuer.place_basis.as_ref());
            basis.map(kehoach::Basis::as_str).into()
        }),
    ]);
    Table::new(columns, |document| {
        let citations = document.parsed.document.citations.iter();
        citations
            .map(|node| At {
                document,
                node: Cow::Borrowed(node),
                span: node.span,
                parts: node.parts.clone(),
                section: node.section.as_deref(),
            })
            .collect()
    })
}

fn cited<'a>(at: &At<'a, Citation>) -> Option<&'a CitedDocument> {
    at.document.cited(at.node.document.as_deref())
}

fn words(text: Option<&Text>) -> Cell {
    text.map(|text| text.text.as_str()).into()
}
