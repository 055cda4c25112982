//! What came of a run, in numbers.

use std::collections::BTreeMap;
use std::time::Duration;

use kehoach::{Parsed, ReviewStatus, Severity};
use serde::{Deserialize, Serialize};

use super::progress::eprint;
use crate::language::diagnostics;
use crate::language::messages as say;

/// What came of one document that was read.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct Outcome {
    /// Its length in bytes.
    pub(crate) bytes: u64,
    /// How far the reading can be trusted: "ok", "look", "bad".
    pub(crate) status: String,
    /// The sum of what its diagnostics weigh.
    pub(crate) weight: u32,
    /// How many diagnostics are errors, warnings, and others.
    pub(crate) severities: [u64; 3],
    /// How often each diagnostic came.
    pub(crate) diagnostics: BTreeMap<String, u64>,
}

impl Outcome {
    /// The outcome of a document that was read.
    pub(crate) fn of(parsed: &Parsed) -> Self {
        let review = &parsed.document.review;
        let mut outcome = Self {
            bytes: parsed.source.bytes,
            status: review.status.to_string(),
            weight: review.weight,
            severities: [0; 3],
            diagnostics: BTreeMap::new(),
        };
        for diagnostic in &parsed.diagnostics {
            let rank = match diagnostic.severity {
                Severity::Error => 0,
                Severity::Warning => 1,
                _ => 2,
            };
            outcome.severities[rank] += 1;
            *outcome.diagnostics.entry(diagnostic.code.to_string()).or_default() += 1;
        }
        outcome
    }
}

/// What a status of a review is called in messages.
fn status(name: &str) -> &'static str {
    diagnostics::status(&ReviewStatus::from(name))
}

/// What came of a run.
#[derive(Debug, Clone, Default, Serialize)]
pub(crate) struct Summary {
    /// Documents that were read, now or before.
    pub(crate) documents: u64,
    /// How many of them were done before, by a run that this one resumes.
    pub(crate) kept: u64,
    /// Rows of documents that were read by another run.
    pub(crate) rows: u64,
    /// What became of the results of earlier runs that are none of this one.
    #[serde(flatten)]
    pub(crate) earlier: Earlier,
    /// The bytes of all of them.
    pub(crate) bytes: u64,
    /// How many diagnostics there are of each code.
    pub(crate) diagnostics: BTreeMap<String, u64>,
    /// How many documents have each status of their review.
    pub(crate) review: BTreeMap<String, u64>,
    /// How many inputs failed.
    pub(crate) failures: u64,
    /// What is no input.
    pub(crate) passed_over: PassedOver,
}

/// Results of earlier runs that are none of this one.
#[derive(Debug, Clone, Copy, Default, Serialize)]
pub(crate) struct Earlier {
    /// How many were removed, because their input is gone.
    pub(crate) removed: u64,
    /// How many were removed, because their input is no text any more.
    pub(crate) removed_of_failures: u64,
    /// How many stay though their input failed: they are of its earlier state.
    pub(crate) kept_of_failures: u64,
    /// How many stay that belong to no input of this run.
    pub(crate) of_no_input: u64,
}

impl Earlier {
    /// Says so, as far as there are any.
    fn told(self) -> impl Iterator<Item = String> {
        type Say = fn(u64) -> String;
        let lines: [(u64, Say); 4] = [
            (self.removed, say::summary_removed),
            (self.removed_of_failures, say::summary_removed_of_failures),
            (self.kept_of_failures, say::summary_kept_of_failures),
            (self.of_no_input, say::summary_of_no_input),
        ];
        lines.into_iter().filter(|(count, _)| *count > 0).map(|(count, say)| say(count))
    }
}

/// What was passed over in folders that were named.
#[derive(Debug, Clone, Copy, Default, Serialize)]
pub(crate) struct PassedOver {
    /// Files with other endings.
    pub(crate) endings: u64,
    /// Files and folders whose names begin with a dot.
    pub(crate) hidden: u64,
}

impl PassedOver {
    /// Says so, if there is something.
    pub(crate) fn told(self) -> Option<String> {
        let Self { endings, hidden } = self;
        (endings + hidden > 0).then(|| say::summary_passed_over(endings, hidden))
    }
}

impl Summary {
    /// Counts a document.
    pub(super) fn add(&mut self, outcome: &Outcome) {
        // What came as a row has been read, and counted, before.
        if outcome.status.is_empty() {
            self.rows += 1;
            return;
        }
        self.documents += 1;
        self.bytes += outcome.bytes;
        *self.review.entry(outcome.status.clone()).or_default() += 1;
        for (code, count) in &outcome.diagnostics {
            *self.diagnostics.entry(code.clone()).or_default() += count;
        }
    }

    /// Prints it on standard error.
    pub(super) fn print(&self, time: Duration) {
        if self.rows > 0 {
            eprint(&say::summary_rows(self.rows, time.as_secs_f64()));
        }
        if self.rows > 0 && self.documents == 0 {
            return self.print_rest();
        }
        let bytes = indicatif::DecimalBytes(self.bytes).to_string();
        eprint(&say::summary_documents(self.documents, &bytes, time.as_secs_f64()));
        if self.kept > 0 {
            eprint(&say::summary_kept(self.kept));
        }
        for line in self.earlier.told() {
            eprint(&line);
        }
        let review: Vec<String> =
            self.review.iter().map(|(name, count)| format!("{} {count}", status(name))).collect();
        if !review.is_empty() {
            eprint(&say::summary_review(&review.join(", ")));
        }
        eprint(&say::summary_diagnostics(self.diagnostics.values().sum()));
        let mut codes: Vec<_> = self.diagnostics.iter().collect();
        codes.sort_by(|a, b| b.1.cmp(a.1).then(a.0.cmp(b.0)));
        for (code, count) in codes {
            eprint(&format!("  {count:>8}  {code}"));
        }
        self.print_rest();
    }

    /// Prints what documents and rows have in common.
    fn print_rest(&self) {
        eprint(&say::summary_failures(self.failures));
        if let Some(told) = self.passed_over.told() {
            eprint(&told);
        }
    }
}
