//! `kehoach check`: what is doubtful in documents, as a compiler says it.

use std::io::{self, Write as _};
use std::mem;
use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};

use clap::{Args, ValueEnum};
use kehoach::{Parsed, ReviewStatus, Severity};
use serde::Serialize;

use crate::failure::Failure;
use crate::finding::{Colour, Printer, short};
use crate::input::{self, Inputs, Named, Skipped};
use crate::language::diagnostics::status;
use crate::language::messages as say;
use crate::lines::Lines;
use crate::output::{Layout, Output, inert, json};
use crate::reading::{Coding, Doubt, Reader, Reading};
use crate::run::{Accounts, Done, Job, Outcome, Prints, Run};

/// Print what is doubtful in documents, with the text it is about
///
/// Each diagnostic has a code, which `kehoach explain` explains. A document whose review is "ok" needs no
/// look, one that is "look" does, and "bad" has something that was not read. The exit status is 1 when a
/// diagnostic is denied (--deny) or a file cannot be read, else 0.
#[derive(Debug, Args)]
pub(crate) struct Check {
    #[command(flatten)]
    inputs: Inputs,

    /// What to print: snippets of the text, one line a diagnostic, or one JSON object a document
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,

    /// The least severity that makes the exit status 1
    #[arg(long, value_enum, value_name = "SEVERITY", default_value_t = Deny::Error)]
    deny: Deny,

    /// Whether to use colours; on a terminal unless told otherwise, and unless NO_COLOR is set
    #[arg(long, value_enum, value_name = "WHEN", default_value_t = Colour::Auto)]
    color: Colour,

    #[command(flatten)]
    doubt: Doubt,

    #[command(flatten)]
    coding: Coding,

    #[command(flatten)]
    run: Run,
}

/// How diagnostics are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Human,
    Short,
    Json,
}

/// What is not let pass.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Deny {
    Error,
    Warning,
    Info,
    Nothing,
}

impl Deny {
    /// Whether documents with so many errors, warnings and infos are let pass.
    fn passes(self, [errors, warnings, infos]: [u64; 3]) -> bool {
        match self {
            Self::Error => errors == 0,
            Self::Warning => errors + warnings == 0,
            Self::Info => errors + warnings + infos == 0,
            Self::Nothing => true,
        }
    }
}

/// What came of all documents.
#[derive(Debug, Default)]
struct Sums {
    documents: u64,
    /// By severity.
    found: [u64; 3],
    /// By review: ok, to look at, bad.
    reviews: [u64; 3],
}

/// What came of one.
struct Checked {
    printed: Vec<u8>,
    found: [u64; 3],
    review: ReviewStatus,
}

/// A document, in JSON.
#[derive(Serialize)]
struct Line<'a> {
    document: &'a Option<String>,
    review: &'a kehoach::Review,
    diagnostics: &'a [kehoach::Diagnostic],
}

impl Check {
    pub(super) fn run(mut self) -> Result<(), Failure> {
        // The progress of a run would stand between the diagnostics.
        let quiet = mem::replace(&mut self.run.quiet, true);
        let reader =
            Reader::new(self.inputs.cost, &Reading::coded(&self.coding).doubting(&self.doubt))?;
        let printer = Printer::new(self.color);
        let unread = AtomicU64::new(0);
        // The printer has made the text of documents inert; its colours are to be obeyed.
        let mut output = Output::coloured();
        let mut sums = Sums::default();
        let work = |_: usize, item: &input::Item| {
            let bytes = item.read(self.inputs.cost)?;
            let parsed = reader.tree(item, &bytes)?.parsed;
            let text = reader.decode(&bytes)?;
            let printed = self.printed(&printer, &item.name(), &text, &parsed);
            let found = count(&parsed);
            let review = parsed.document.review.status.clone();
            Ok(Done::new(Outcome::of(&parsed), Checked { printed, found, review }))
        };
        let none: [PathBuf; 0] = [];
        let items = self.inputs.items(Named::Texts, &none);
        let ended = Job {
            run: &self.run,
            accounts: &Accounts::default(),
            journal: None,
            sweep: None,
            skipped: self.inputs.skipped(),
            reader: None,
            prints: Prints::Results,
            options: &serde_json::Value::Null,
        }
        .over(
            items.inspect(|item| count_if(item.is_err(), &unread)),
            || None,
            |slot, item| work(slot, item).inspect_err(|_| count_if(true, &unread)),
            |checked| {
                sums.add(&checked);
                output.bytes(&checked.printed)
            },
        );
        if !matches!(ended, Ok(()) | Err(Failure::Partly)) {
            return ended;
        }
        output.finish()?;
        if self.format != Format::Json && !quiet {
            sums.print(unread.into_inner(), self.inputs.skipped());
        }
        if self.deny.passes(sums.found) { ended } else { Err(Failure::Partly) }
    }

    fn printed(&self, printer: &Printer, name: &str, text: &str, parsed: &Parsed) -> Vec<u8> {
        let review = &parsed.document.review;
        let diagnostics = &parsed.diagnostics;
        match self.format {
            Format::Json => {
                let line = Line { document: &parsed.source.name, review, diagnostics };
                let mut bytes = Vec::new();
                json(&mut bytes, &line, Layout::Compact).expect("memory takes any bytes");
                bytes
            }
            Format::Short => {
                diagnostics.iter().map(|it| short(name, it)).collect::<String>().into()
            }
            Format::Human if diagnostics.is_empty() => Vec::new(),
            Format::Human => {
                let lines = Lines::new(text);
                let mut printed: String =
                    diagnostics.iter().map(|it| printer.print(name, text, &lines, it)).collect();
                let found = severities(count(parsed));
                printed.push_str(&say::reviewed(&inert(name), status(&review.status), &found));
                printed.push_str("\n\n");
                printed.into()
            }
        }
    }
}

impl Sums {
    fn add(&mut self, checked: &Checked) {
        self.documents += 1;
        for (sum, found) in self.found.iter_mut().zip(checked.found) {
            *sum += found;
        }
        let rank = match checked.review {
            ReviewStatus::Ok => 0,
            ReviewStatus::Bad => 2,
            _ => 1,
        };
        self.reviews[rank] += 1;
    }

    /// Prints it on standard error.
    fn print(&self, unread: u64, skipped: &Skipped) {
        let [ok, look, bad] = self.reviews;
        let mut text = say::checked(self.documents, ok, look, bad, &severities(self.found));
        text.push('\n');
        if unread > 0 {
            text.push_str(&say::summary_failures(unread));
            text.push('\n');
        }
        if skipped.endings() + skipped.hidden() > 0 {
            text.push_str(&say::summary_passed_over(skipped.endings(), skipped.hidden()));
            text.push('\n');
        }
        if self.found != [0; 3] {
            text.push_str(&say::codes_explained());
            text.push('\n');
        }
        // Nobody is left to be told when standard error is closed.
        let _ = io::stderr().write_all(text.as_bytes());
    }
}

/// How many errors, warnings and infos a document has.
fn count(parsed: &Parsed) -> [u64; 3] {
    let mut found = [0; 3];
    for diagnostic in &parsed.diagnostics {
        let rank = match diagnostic.severity {
            Severity::Error => 0,
            Severity::Warning => 1,
            _ => 2,
        };
        found[rank] += 1;
    }
    found
}

fn severities([errors, warnings, infos]: [u64; 3]) -> String {
    say::severities(errors, warnings, infos)
}

fn count_if(is: bool, counter: &AtomicU64) {
    counter.fetch_add(u64::from(is), Ordering::Relaxed);
}
