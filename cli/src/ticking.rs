//! The sheet of a sample: what was read of each document, with places to tick.

use kehoach::Parsed;
use maud::{DOCTYPE, Markup, html};

use crate::language::dates::readable;
use crate::language::{messages as say, tag};
use crate::output::inert;

/// A document of a sample.
#[derive(Debug)]
pub(crate) struct Drawn {
    number: usize,
    name: String,
    /// Its page, beside the sheet.
    link: Option<String>,
    fields: Vec<(String, String)>,
}

const SHOWN: usize = 400;

impl Drawn {
    pub(crate) fn of(number: usize, name: String, link: Option<String>, parsed: &Parsed) -> Self {
        let document = &parsed.document;
        let header = &document.header;
        let text = |text: &Option<kehoach::Text>| {
            text.as_ref().map(|text| text.text.clone()).unwrap_or_default()
        };
        let many = |parts: Vec<String>| format!("{}: {}", parts.len(), parts.join(" | "));
        let number_text = header.number.as_ref().map(|it| it.text.clone());
        let date = header.date.as_ref().and_then(|it| it.edtf.as_deref().map(readable));
        let units = document.walk().filter_map(|node| match node.block {
            kehoach::Block::Section(section) => Some(section.id.clone()),
            _ => None,
        });
        let signatures = document.signatures.iter().map(|it| text(&it.name));
        let tasks = document.tasks.iter().map(|it| {
            let lead = it.lead.iter().map(|agency| agency.name.as_str()).collect::<Vec<_>>();
            let deadline = it.deadline.as_ref().and_then(|date| date.edtf.as_deref().map(readable));
            format!("{} ({})", lead.join(", "), deadline.unwrap_or_default())
        });
        let fields = vec![
            (
                say::field_type(),
                document.kind.as_ref().and_then(|it| it.name.clone()).unwrap_or_default(),
            ),
            (say::field_number(), number_text.unwrap_or_default()),
            (say::field_date(), date.unwrap_or_default()),
            (say::field_place(), text(&header.place)),
            (
                say::field_issuer(),
                many(header.issuing_authorities.iter().map(|it| it.text.clone()).collect()),
            ),
            (say::field_subject(), text(&document.subject)),
            (say::page_outline(), many(units.collect())),
            (
                say::page_citations(),
                many(document.citations.iter().map(|it| it.text.clone()).collect()),
            ),
            (say::page_dates(), many(document.dates.iter().map(|it| it.text.clone()).collect())),
            (say::page_tasks(), many(tasks.collect())),
            (
                say::recipients(),
                many(document.recipients.iter().map(|it| it.name.clone()).collect()),
            ),
            (say::part_signatures(), many(signatures.collect())),
        ];
        Self { number, name, link, fields }
    }
}

/// The heads of the columns: the last three are filled in by hand.
pub(crate) fn head() -> Vec<String> {
    vec![
        say::sheet_number(),
        say::a_document(),
        say::sheet_field(),
        say::sheet_read(),
        say::sheet_right(),
        say::sheet_missing(),
        say::sheet_remark(),
    ]
}

/// The rows of a document.
pub(crate) fn rows(document: &Drawn) -> Vec<Vec<String>> {
    let blank = String::new;
    let row = |(field, value): &(String, String)| {
        let (number, name) = (document.number.to_string(), document.name.clone());
        vec![number, calm(&name), field.clone(), calm(value), blank(), blank(), blank()]
    };
    document.fields.iter().map(row).collect()
}

/// A value that no spreadsheet takes for a formula: the sheet is made to be filled in with one.
fn calm(value: &str) -> String {
    let value = inert(value);
    let acts = value.starts_with(['=', '+', '-', '@', '\t', '\r']);
    if acts { format!("'{value}") } else { value.into_owned() }
}

/// The sheet to print.
pub(crate) fn sheet(seed: u64, documents: &[Drawn]) -> String {
    let box_of = || html! { td.tick { input type="checkbox" aria-label="✓"; } };
    let page: Markup = html! {
        (DOCTYPE)
        html lang=(tag()) {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy"
                    content="default-src 'none'; style-src 'unsafe-inline'; img-src data:";
                meta name="viewport" content="width=device-width, initial-scale=1";
                link rel="icon" href="data:,";
                title { (say::sheet_title(documents.len(), seed)) }
                style { (STYLE) }
            }
            body {
                h1 { (say::sheet_title(documents.len(), seed)) }
                p { (say::sheet_use()) }
                @for document in documents {
                    section {
                        h2 {
                            (document.number) ". "
                            @match &document.link {
                                Some(link) => a href=(link) { (inert(&document.name)) },
                                None => (inert(&document.name)),
                            }
                        }
                        table {
                            thead { tr { @for head in head().iter().skip(2) { th { (head) } } } }
                            tbody {
                                @for (field, value) in &document.fields {
                                    tr {
                                        th { (field) }
                                        td { (inert(&value.chars().take(SHOWN).collect::<String>())) }
                                        (box_of()) td.tick {} td.remark {}
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    };
    page.into_string()
}

const STYLE: &str = "\
    :root { color-scheme: light dark } \
    body { font: 14px/1.4 system-ui, sans-serif; max-width: 70rem; margin: 1rem auto; padding: 0 1rem } \
    table { border-collapse: collapse; width: 100% } \
    th, td { border: 1px solid #888; padding: .2rem .4rem; text-align: left; vertical-align: top; overflow-wrap: anywhere } \
    tbody th { width: 9rem } .tick { width: 4rem; text-align: center } .remark { width: 20% } \
    section { break-inside: avoid } h2 { font-size: 1rem; overflow-wrap: anywhere } \
    @media print { body { font-size: 8pt; margin: 0 } }";
