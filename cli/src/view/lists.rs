//! The lists beside the text: what was read, and where it stands.

use kehoach::{Agency, Basis, Date, Parsed};
use maud::{Markup, html};

use super::marks::{Kind, recipients};
use super::outline::{Outline, beginning};
use super::sign;
use crate::language::dates::readable;
use crate::language::diagnostics::message;
use crate::language::messages as say;
use crate::lines::Lines;
use crate::output::inert;

/// A list of the page.
pub(super) struct List {
    pub(super) name: &'static str,
    pub(super) title: String,
    pub(super) count: Option<usize>,
    /// The marks in the text that it is about, which can be shown and hidden.
    pub(super) marks: Option<(Kind, String)>,
    pub(super) body: Markup,
}

pub(super) fn lists(parsed: &Parsed, outline: &Outline, lines: &Lines<'_>) -> Vec<List> {
    let document = &parsed.document;
    let list = |name, title, count: usize, marks, body| {
        let body = if count == 0 {
            html! { p.none { (say::page_none()) } }
        } else {
            body
        };
        List { name, title, count: Some(count), marks, body }
    };
    let recipients_count = recipients(parsed).len();
    vec![
        List {
            name: "outline",
            title: say::page_outline(),
            count: None,
            marks: None,
            body: units(outline, &outline.top, lines),
        },
        List {
            name: "record",
            title: say::page_record(),
            count: None,
            marks: None,
            body: record(parsed),
        },
        list(
            "citations",
            say::page_citations(),
            document.citations.len(),
            Some((Kind::Citation, say::page_citations())),
            citations(parsed),
        ),
        list(
            "dates",
            say::page_dates(),
            document.dates.len(),
            Some((Kind::Date, say::page_dates())),
            dates(parsed),
        ),
        list(
            "tasks",
            say::page_tasks(),
            document.tasks.len(),
            Some((Kind::Agency, say::page_agencies())),
            tasks(parsed),
        ),
        list(
            "recipients",
            say::recipients(),
            recipients_count,
            Some((Kind::Recipient, say::recipients())),
            recipient_list(parsed),
        ),
        list(
            "diagnostics",
            say::page_diagnostics(),
            parsed.diagnostics.len(),
            None,
            diagnostics(parsed),
        ),
    ]
}

fn units(outline: &Outline, within: &[usize], lines: &Lines<'_>) -> Markup {
    html! {
        ul.outline {
            @for number in within {
                @let unit = &outline.units[*number];
                @let (first, last) = unit.lines(lines);
                li {
                    a href=(format!("#m-u{number}")) data-to=(format!("u{number}"))
                        data-first=(first + 1) data-last=(last + 1) {
                        @if !unit.label.is_empty() { b { (inert(&unit.label)) } " " }
                        span.plain[unit.marker.is_some() && unit.heading.is_none()] { (inert(&unit.title)) }
                    }
                    @if !unit.within.is_empty() { (units(outline, &unit.within, lines)) }
                }
            }
        }
    }
}

fn record(parsed: &Parsed) -> Markup {
    let document = &parsed.document;
    let header = &document.header;
    let joined = |texts: &[kehoach::Text]| {
        texts.iter().map(|text| text.text.as_str()).collect::<Vec<_>>().join("; ")
    };
    let text = |text: &Option<kehoach::Text>| text.as_ref().map(|text| text.text.clone());
    let signatures = document.signatures.iter().map(|it| {
        let parts = [&it.position, &it.rank, &it.name].into_iter().flatten();
        parts.map(|text| text.text.as_str()).collect::<Vec<_>>().join(", ")
    });
    let rows: [(String, Option<String>); 11] = [
        (say::field_type(), document.kind.as_ref().and_then(|kind| kind.name.clone())),
        (say::field_number(), header.number.as_ref().map(|number| number.text.clone())),
        (say::field_date(), header.date.as_ref().map(value)),
        (say::field_place(), text(&header.place)),
        (say::field_parent(), text(&header.parent_authority)),
        (say::field_issuer(), Some(joined(&header.issuing_authorities))),
        (say::field_subject(), text(&document.subject)),
        (say::part_addressees(), Some(joined(&document.addressees))),
        (say::part_signatures(), Some(signatures.collect::<Vec<_>>().join("; "))),
        (say::field_key(), document.key.as_ref().map(|key| key.id.clone())),
        (say::field_encoding(), Some(parsed.source.encoding.clone())),
    ];
    html! {
        dl.record {
            @for (name, value) in rows {
                dt { (name) }
                @match value.filter(|value| !value.is_empty()) {
                    Some(value) => dd { (inert(&value)) },
                    None => dd.none { (say::page_none()) },
                }
            }
        }
    }
}

fn citations(parsed: &Parsed) -> Markup {
    let documents = &parsed.document.cited_documents;
    html! {
        ol {
            @for (number, it) in parsed.document.citations.iter().enumerate() {
                li { (link("c", number, &html! {
                    (inert(&beginning(&it.text)))
                    span.values {
                        @if let Some(code) = it.kind.as_ref().and_then(|kind| kind.code.as_ref()) { span { (inert(code)) } }
                        @if let Some(it) = &it.number { span { (inert(&it.text)) } }
                        @if let Some(it) = &it.date { span { (value(it)) } }
                        @if let Some(it) = &it.issuer { span { (inert(&it.text)) } }
                        @if let Some(it) = &it.pinpoint { span { (inert(&it.text)) } }
                        @if it.role == kehoach::CitationRole::Basis { span.badge { (say::role_basis()) } }
                        @if let Some(it) = &it.relation { span.badge { (it.as_str()) } }
                    }
                    @if let Some(it) = documents.iter().find(|known| Some(&known.id) == it.document.as_ref()) {
                        code { (inert(&it.key.id)) }
                    }
                })) }
            }
        }
    }
}

fn dates(parsed: &Parsed) -> Markup {
    html! {
        ol {
            @for (number, it) in parsed.document.dates.iter().enumerate() {
                li { (link("d", number, &html! {
                    (inert(&it.text))
                    span.values {
                        span { (value(it)) }
                        @if let Some(it) = &it.relation { span.badge { (it.as_str()) } }
                        @if it.basis == Basis::Inferred { span.badge { (say::basis_inferred()) } }
                    }
                })) }
            }
        }
    }
}

/// What a date is worth.
fn value(date: &Date) -> String {
    let values = [&date.edtf, &date.recurrence, &date.partial, &date.time];
    let values: Vec<&str> = values.into_iter().flatten().map(String::as_str).collect();
    if values.is_empty() { say::page_none() } else { readable(&values.join(" ")) }
}

fn tasks(parsed: &Parsed) -> Markup {
    let names = |agencies: &[Agency]| {
        let names = agencies.iter().map(|agency| inert(&agency.name).into_owned());
        names.collect::<Vec<_>>().join("; ")
    };
    html! {
        ol {
            @for (number, it) in parsed.document.tasks.iter().enumerate() {
                li { (link("t", number, &html! {
                    b { (names(&it.lead)) }
                    @if !it.cooperating.is_empty() { " + " (names(&it.cooperating)) }
                    @if let Some(action) = &it.action { ": " (inert(&beginning(&action.text))) }
                    span.values {
                        @for deadline in &it.deadlines { span { (value(deadline)) } }
                        @if let Some(section) = &it.section { span.badge { (inert(section)) } }
                        @if it.lead.iter().any(|agency| agency.inherited) { span.badge { (say::agency_inherited()) } }
                    }
                })) }
            }
        }
    }
}

fn recipient_list(parsed: &Parsed) -> Markup {
    html! {
        ol {
            @for (number, (depth, it)) in recipients(parsed).into_iter().enumerate() {
                li.deeper[depth > 0] { (link("r", number, &html! {
                    (inert(&it.name))
                    span.values {
                        @if let Some(purpose) = &it.purpose { span { (inert(purpose)) } }
                        @if let Some(copies) = it.copies { span { (copies) } }
                        span.badge { (it.kind.as_str()) }
                    }
                })) }
            }
        }
    }
}

fn diagnostics(parsed: &Parsed) -> Markup {
    html! {
        ol {
            @for (number, it) in parsed.diagnostics.iter().enumerate() {
                @let kind = Kind::of_severity(&it.severity);
                li {
                    a href=(format!("#n-g{number}")) data-to=(format!("g{number}")) {
                        b class=(kind.class()) { (sign(kind)) } " " (inert(&message(it)))
                        span.values { span { (it.line) ":" (it.column) } code { (inert(it.code.as_str())) } }
                    }
                }
            }
        }
    }
}

fn link(letter: &str, number: usize, body: &Markup) -> Markup {
    let of = format!("{letter}{number}");
    html! { a href=(format!("#m-{of}")) data-to=(of) { (body) } }
}
