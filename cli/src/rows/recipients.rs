//! Who a document goes to: its addressees ("Kính gửi"), its recipients ("Nơi nhận"), those of its
//! appendices.

use std::borrow::Cow;

use kehoach::{Recipient, RecipientKind, Span};

use super::{At, Holds, Loaded, Table, column, place, shown};

/// An entry, and where it stands among the others.
#[derive(Clone)]
struct Entry {
    /// "addressees" or "recipients".
    list: &'static str,
    /// The label of the appendix it is of.
    appendix: Option<String>,
    /// The name of the entry around it.
    group: Option<String>,
    text: String,
    name: String,
    purpose: Option<String>,
    kind: RecipientKind,
    copies: Option<u32>,
    span: Span,
    parts: Vec<Span>,
}

pub(super) fn table() -> Table {
    let mut columns = place::<Entry>();
    columns.extend([
        column("list", Holds::Text, |at: &At<'_, Entry>| at.node.list.into()),
        column("appendix", Holds::Text, |at| at.node.appendix.as_deref().into()),
        column("group", Holds::Text, |at| at.node.group.as_deref().into()),
        shown("name", Holds::Text, |at| at.node.name.as_str().into()),
        shown("purpose", Holds::Text, |at| at.node.purpose.as_deref().into()),
        shown("kind", Holds::Text, |at| at.node.kind.as_str().into()),
        column("copies", Holds::Number, |at| at.node.copies.into()),
        column("text", Holds::Text, |at| at.node.text.as_str().into()),
    ]);
    Table::new(columns, |document| {
        let at = |entry: Entry| At {
            document,
            span: entry.span,
            parts: entry.parts.clone(),
            section: document.section(entry.span),
            node: Cow::Owned(entry),
        };
        entries(document).into_iter().map(at).collect()
    })
}

fn entries(document: &Loaded) -> Vec<Entry> {
    let document = &document.parsed.document;
    let mut entries: Vec<Entry> = document
        .addressees
        .iter()
        .map(|addressee| Entry {
            list: "addressees",
            appendix: None,
            group: None,
            text: addressee.text.clone(),
            name: addressee.text.clone(),
            purpose: None,
            kind: RecipientKind::Addressee,
            copies: None,
            span: addressee.span,
            parts: addressee.parts.clone(),
        })
        .collect();
    add(&mut entries, &document.recipients, None, None);
    for appendix in &document.appendices {
        let label = appendix.label.as_ref().map(|label| label.text.as_str());
        add(&mut entries, &appendix.recipients, label, None);
    }
    entries
}

fn add(entries: &mut Vec<Entry>, list: &[Recipient], appendix: Option<&str>, group: Option<&str>) {
    for recipient in list {
        entries.push(Entry {
            list: "recipients",
            appendix: appendix.map(str::to_owned),
            group: group.map(str::to_owned),
            text: recipient.text.clone(),
            name: recipient.name.clone(),
            purpose: recipient.purpose.clone(),
            kind: recipient.kind.clone(),
            copies: recipient.copies,
            span: recipient.span,
            parts: recipient.parts.clone(),
        });
        add(entries, &recipient.children, appendix, Some(&recipient.name));
    }
}
