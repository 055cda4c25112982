//! What came of a run, in numbers.

use std::collections::BTreeMap;
use std::time::Duration;

use kehoach::Parsed;
use serde::{Deserialize, Serialize};

use super::progress::eprint;
use crate::language::messages as say;

/// What came of one document.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Outcome {
    /// What results call it.
    pub(crate) id: String,
    /// Its length in bytes.
    pub(crate) bytes: u64,
    /// How often each diagnostic came.
    pub(crate) diagnostics: BTreeMap<String, u64>,
}

impl Outcome {
    /// The outcome of a document that was read.
    pub(crate) fn of(id: String, parsed: &Parsed) -> Self {
        let mut diagnostics = BTreeMap::new();
        for diagnostic in &parsed.diagnostics {
            *diagnostics.entry(diagnostic.code.to_string()).or_default() += 1;
        }
        Self { id, bytes: parsed.source.bytes, diagnostics }
    }
}

/// What came of a run.
#[derive(Debug, Default)]
pub(crate) struct Summary {
    documents: u64,
    bytes: u64,
    diagnostics: BTreeMap<String, u64>,
    failures: u64,
}

impl Summary {
    /// Counts a document.
    pub(crate) fn add(&mut self, outcome: &Outcome) {
        self.documents += 1;
        self.bytes += outcome.bytes;
        for (code, count) in &outcome.diagnostics {
            *self.diagnostics.entry(code.clone()).or_default() += count;
        }
    }

    /// Counts an input that failed.
    pub(crate) fn fail(&mut self) {
        self.failures += 1;
    }

    /// Whether anything failed.
    pub(crate) fn has_failures(&self) -> bool {
        self.failures > 0
    }

    /// Prints it on standard error.
    pub(crate) fn print(&self, time: Duration) {
        let bytes = indicatif::DecimalBytes(self.bytes).to_string();
        eprint(&say::summary_documents(self.documents, &bytes, time.as_secs_f64()));
        eprint(&say::summary_diagnostics(self.diagnostics.values().sum()));
        let mut codes: Vec<_> = self.diagnostics.iter().collect();
        codes.sort_by(|a, b| b.1.cmp(a.1).then(a.0.cmp(b.0)));
        for (code, count) in codes {
            eprint(&format!("  {count:>8}  {code}"));
        }
        eprint(&say::summary_failures(self.failures));
    }
}
