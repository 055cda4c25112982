//! The account of a run: a report for programs, and a review for people, the worst documents first.

use std::cmp::Reverse;
use std::io;
use std::path::PathBuf;
use std::time::Duration;

use clap::Args;
use serde::ser::SerializeSeq as _;
use serde::{Serialize, Serializer};

use super::records::{End, Place, Record, Records};
use super::summary::Summary;
use crate::failure::Failure;
use crate::output::{Layout, Output};

/// Which accounts are wanted.
#[derive(Debug, Default, Args)]
pub(crate) struct Accounts {
    /// Write a report of the run into this file, as JSON
    #[arg(long, value_name = "FILE")]
    report: Option<PathBuf>,

    /// Write a list of the documents into this file, as CSV, those first that need a look most
    #[arg(long, value_name = "FILE")]
    review: Option<PathBuf>,
}

impl Accounts {
    /// Whether there are any.
    pub(super) fn is_wanted(&self) -> bool {
        self.report.is_some() || self.review.is_some()
    }

    /// The files, which are none of the documents.
    pub(crate) fn files(&self) -> impl Iterator<Item = &PathBuf> + Clone {
        self.report.iter().chain(&self.review)
    }
}

/// What is kept of each document until the end: how much it needs a look, and where its record stands. The
/// worst is the least.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Entry {
    status: Status,
    weight: Reverse<u32>,
    /// Its place among the documents of the run.
    order: usize,
    place: Place,
}

/// How a document came out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Status {
    Failed,
    Bad,
    Look,
    Ok,
}

/// The documents of a run, in their order.
#[derive(Debug, Default)]
pub(super) struct Account {
    entries: Vec<Entry>,
}

impl Account {
    /// Notes a document.
    pub(super) fn add(&mut self, record: &Record, place: Place) {
        let (status, weight) = match &record.end {
            End::Failed(_) => (Status::Failed, 0),
            End::Read(outcome) => (Status::of(&outcome.status), outcome.weight),
        };
        let order = self.entries.len();
        self.entries.push(Entry { status, weight: Reverse(weight), order, place });
    }

    /// Writes what is wanted.
    pub(super) fn write(
        mut self,
        accounts: &Accounts,
        records: &Records,
        run: &Ran<'_>,
    ) -> Result<(), Failure> {
        if let Some(path) = &accounts.report {
            let failed = self.entries.iter().filter(|entry| entry.status == Status::Failed);
            let failed = failed.map(|entry| entry.place).collect();
            let report = Report {
                generator: Generator { name: "kehoach", version: env!("CARGO_PKG_VERSION") },
                format_version: kehoach::FORMAT_VERSION,
                rules_version: kehoach::RULES_VERSION,
                options: run.options,
                threads: run.threads,
                seconds: run.time.as_secs_f64(),
                interrupted: run.interrupted,
                summary: run.summary,
                failed: Failed { records, places: failed },
            };
            let mut output = Output::file(path)?;
            output.json(&report, Layout::Pretty)?;
            output.finish()?;
        }
        if let Some(path) = &accounts.review {
            self.entries.sort();
            let mut output = Output::file(path)?;
            let written = review(&self.entries, records, &mut output);
            written.map_err(|error| output.failed(error))?;
            output.finish()?;
        }
        Ok(())
    }
}

impl Status {
    /// The status of a review by its name; one of a later version needs a look.
    fn of(name: &str) -> Self {
        match name {
            "bad" => Self::Bad,
            "ok" => Self::Ok,
            _ => Self::Look,
        }
    }
}

#[rustfmt::skip]
const COLUMNS: [&str; 8] =
    ["document", "status", "weight", "errors", "warnings", "others", "diagnostics", "failure"];

fn review(entries: &[Entry], records: &Records, out: impl io::Write) -> io::Result<()> {
    let mut rows = csv::Writer::from_writer(out);
    rows.write_record(COLUMNS)?;
    for entry in entries {
        let record = records.read(entry.place)?;
        let document = record.document;
        let (mut status, mut weight, mut numbers) = ("failed".to_owned(), 0, [0; 3]);
        let (mut diagnostics, mut failure) = (String::new(), String::new());
        match record.end {
            End::Failed(message) => failure = message,
            End::Read(outcome) => {
                (status, weight, numbers) = (outcome.status, outcome.weight, outcome.severities);
                let counts = outcome.diagnostics.iter();
                let codes: Vec<String> =
                    counts.map(|(code, count)| format!("{code}={count}")).collect();
                diagnostics = codes.join(" ");
            }
        }
        let weight = weight.to_string();
        let [errors, warnings, others] = numbers.map(|count| count.to_string());
        let row = [document, status, weight, errors, warnings, others, diagnostics, failure];
        rows.write_record(row)?;
    }
    rows.flush()
}

/// A run, as its report tells of it.
pub(super) struct Ran<'a> {
    pub(super) options: &'a serde_json::Value,
    pub(super) threads: usize,
    pub(super) time: Duration,
    pub(super) interrupted: bool,
    pub(super) summary: &'a Summary,
}

#[derive(Serialize)]
struct Report<'a> {
    generator: Generator,
    format_version: u32,
    rules_version: u32,
    options: &'a serde_json::Value,
    threads: usize,
    seconds: f64,
    interrupted: bool,
    #[serde(flatten)]
    summary: &'a Summary,
    failed: Failed<'a>,
}

#[derive(Serialize)]
struct Generator {
    name: &'static str,
    version: &'static str,
}

/// The inputs that failed, read from their records one by one.
struct Failed<'a> {
    records: &'a Records,
    places: Vec<Place>,
}

impl Serialize for Failed<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct One<'a> {
            document: &'a str,
            message: &'a str,
        }
        let mut failed = serializer.serialize_seq(Some(self.places.len()))?;
        for place in &self.places {
            let record = self.records.read(*place).map_err(serde::ser::Error::custom)?;
            if let End::Failed(message) = &record.end {
                failed.serialize_element(&One { document: &record.document, message })?;
            }
        }
        failed.end()
    }
}
