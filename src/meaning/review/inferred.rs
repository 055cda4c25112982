//! What the text does not say where it is needed, and was taken from another place of it.

use serde_json::Value as Json;

use crate::diagnostic::Code;
use crate::document::{Basis, Document};
use crate::layout::Ledger;
use crate::source::Span;

/// Reports the cited documents whose place is that of the document itself.
pub(super) fn places(document: &Document, ledger: &mut Ledger<'_>) {
    // Mentions and documents are both in the order of the source.
    let mut mentions = document.citations.iter();
    for cited in &document.cited_documents {
        if cited.issuer.place_basis != Some(Basis::Inferred) {
            continue;
        }
        let Some(place) = &cited.issuer.place else { continue };
        let Some(first) = mentions.find(|citation| cited.mentions.first() == Some(&citation.id))
        else {
            return;
        };
        let message = format!("{:?} names no place; taken to be of {place}", first.text);
        let args = [
            ("document", cited.id.clone().into()),
            ("text", first.text.clone().into()),
            ("place", place.clone().into()),
        ];
        ledger.report_at(Code::PlaceInferred, first.span, message, &args);
    }
}

/// Reports who has to do tasks without being named in them, once for each place that names them.
pub(super) fn doers(document: &Document, ledger: &mut Ledger<'_>) {
    let mut inherited: Vec<(Span, usize, &str, &str)> = Vec::new();
    for (order, task) in document.tasks.iter().enumerate() {
        let agencies = task.lead.iter().chain(&task.cooperating).filter(|agency| agency.inherited);
        inherited.extend(agencies.map(|agency| (agency.span, order, &*task.id, &*agency.name)));
    }
    inherited.sort_unstable();
    for named in inherited.chunk_by(|a, b| a.0 == b.0) {
        let (span, _, _, name) = named[0];
        let mut tasks: Vec<&str> = named.iter().map(|(_, _, id, _)| *id).collect();
        tasks.dedup();
        let message =
            format!("{name:?} is taken to do what is said below it: {}", tasks.join(", "));
        let args = [("text", name.into()), ("tasks", Json::from(tasks))];
        ledger.report_at(Code::DoerInherited, span, message, &args);
    }
}
