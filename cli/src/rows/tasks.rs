//! The tasks of a document: who does what, with whom, by when.

use std::borrow::Cow;

use kehoach::{Agency, Task};

use super::{At, Cell, Holds, Table, column, days, place, shown};

pub(super) fn table() -> Table {
    let mut columns = place::<Task>();
    columns.extend([
        column("id", Holds::Text, |at: &At<'_, Task>| at.node.id.as_str().into()),
        shown("lead", Holds::List, |at| names(&at.node.lead)),
        column("lead_inherited", Holds::Flag, |at| {
            at.node.lead.iter().any(|agency| agency.inherited).into()
        }),
        shown("cooperating", Holds::List, |at| names(&at.node.cooperating)),
        column("roles", Holds::List, |at| {
            let roles = at.node.roles.iter();
            Cell::List(roles.map(|role| format!("{}: {}", role.role, role.agency.name)).collect())
        }),
        shown("action", Holds::Text, |at| {
            at.node.action.as_ref().map(|action| action.text.as_str()).into()
        }),
        shown("deadline", Holds::Text, |at| {
            at.node.deadline.as_ref().map(|date| date.text.as_str()).into()
        }),
        column("deadline_edtf", Holds::Text, |at| {
            at.node.deadline.as_ref().and_then(|date| date.edtf.as_deref()).into()
        }),
        column("date_start", Holds::Day, |at| days(at.node.deadline.as_ref()).0),
        column("date_end", Holds::Day, |at| days(at.node.deadline.as_ref()).1),
        column("date_precision", Holds::Text, |at| days(at.node.deadline.as_ref()).2),
        column("deadlines", Holds::List, |at| {
            let deadlines = at.node.deadlines.iter();
            let value = |date: &kehoach::Date| date.edtf.clone().unwrap_or(date.text.clone());
            Cell::List(deadlines.map(value).collect())
        }),
        column("recurrence", Holds::Text, |at| at.node.recurrence.as_deref().into()),
        column("deliverable", Holds::Text, |at| {
            at.node.deliverable.as_ref().map(|text| text.text.as_str()).into()
        }),
        column("source", Holds::Text, |at| at.node.source.as_str().into()),
        column("text", Holds::Text, |at| at.node.text.as_str().into()),
    ]);
    Table::new(columns, |document| {
        let tasks = document.parsed.document.tasks.iter();
        tasks
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

fn names(agencies: &[Agency]) -> Cell {
    Cell::List(agencies.iter().map(|agency| agency.name.clone()).collect())
}
