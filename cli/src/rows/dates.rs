//! The dates of a document, those of letterhead, citations and page furniture included.

use std::borrow::Cow;

use kehoach::{Date, DateRelation};

use super::{At, Holds, Table, column, days, place, shown};

pub(super) fn table() -> Table {
    let mut columns = place::<Date>();
    columns.extend([
        shown("text", Holds::Text, |at: &At<'_, Date>| at.node.text.as_str().into()),
        shown("edtf", Holds::Text, |at| at.node.edtf.as_deref().into()),
        column("date_start", Holds::Day, |at| days(Some(&at.node)).0),
        column("date_end", Holds::Day, |at| days(Some(&at.node)).1),
        column("date_precision", Holds::Text, |at| days(Some(&at.node)).2),
        shown("kind", Holds::Text, |at| at.node.kind.as_str().into()),
        shown("relation", Holds::Text, |at| {
            at.node.relation.as_ref().map(DateRelation::as_str).into()
        }),
        column("basis", Holds::Text, |at| at.node.basis.as_str().into()),
        column("recurrence", Holds::Text, |at| at.node.recurrence.as_deref().into()),
        column("partial", Holds::Text, |at| at.node.partial.as_deref().into()),
        column("time", Holds::Text, |at| at.node.time.as_deref().into()),
    ]);
    Table::new(columns, |document| {
        let dates = document.parsed.document.dates.iter();
        dates
            .map(|node| At {
                document,
                node: Cow::Borrowed(node),
                span: node.span,
                parts: node.parts.clone(),
                section: document.section(node.span),
            })
            .collect()
    })
}
