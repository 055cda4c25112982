//! `kehoach diff`: what two sets of results have gained, lost and changed.

use std::collections::BTreeMap;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use serde::Serialize;

use crate::compare::{Change, Fact, Facts, Kind, changes};
use crate::failure::Failure;
use crate::input::{self, Cost};
use crate::language::dates::readable;
use crate::language::messages as say;
use crate::output::{Layout, Output, inert};
use crate::run::Records;

/// Compare the citations, dates and tasks of two sets of results
///
/// A set is a folder of trees that `kehoach parse` has written, or a file of them (.json, .jsonl). Documents are
/// the same where their names in the trees are. The exit status is 0 when nothing differs, 1 when something
/// does, 2 when a set cannot be read.
#[derive(Debug, Args)]
pub(crate) struct Diff {
    /// The set before
    #[arg(display_order = 1)]
    old: PathBuf,

    /// The set after
    #[arg(display_order = 2)]
    new: PathBuf,

    /// What to print: lines for people, or a JSON object for each difference
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,

    #[command(flatten)]
    cost: Cost,
}

/// How differences are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Human,
    Json,
}

/// A difference, in JSON.
#[derive(Serialize)]
struct Line<'a> {
    document: &'a str,
    what: Kind,
    #[serde(flatten)]
    change: &'a Change,
}

/// A set. What is compared of its documents lies on disk, so that sets of any size take little memory.
struct Set {
    facts: Records,
    /// Where the facts of each document stand, by its name.
    places: BTreeMap<String, u64>,
}

impl Set {
    fn take(&mut self, name: &str) -> Result<Option<Facts>, Failure> {
        let place = self.places.remove(name);
        place.map(|place| self.facts.read_as(place)).transpose().map_err(Failure::Output)
    }
}

impl Diff {
    pub(super) fn run(self) -> Result<(), Failure> {
        let (mut old, mut new) = (self.set(&self.old)?, self.set(&self.new)?);
        let names = old.places.keys().chain(new.places.keys());
        let mut names: Vec<String> = names.cloned().collect();
        names.sort_unstable();
        names.dedup();
        let mut output = Output::stdout();
        let mut sums: BTreeMap<Kind, [u64; 3]> = BTreeMap::new();
        for name in &names {
            let mut found: Vec<(Kind, Change)> = Vec::new();
            match (old.take(name)?, new.take(name)?) {
                (Some(old), Some(new)) if old == new => {}
                (Some(old), Some(new)) if old.unit != new.unit => {
                    return Err(Failure::Usage(say::units_differ(&old.unit, &new.unit)));
                }
                (Some(old), Some(new)) => {
                    let same_text = old.input == new.input;
                    for ((kind, old), (_, new)) in old.of.into_iter().zip(new.of) {
                        let of_kind = changes(old, new, same_text);
                        found.extend(of_kind.into_iter().map(|change| (kind, change)));
                    }
                }
                (Some(_), None) => found.push((Kind::Document, Change::Lost { old: Fact::none() })),
                _ => found.push((Kind::Document, Change::Gained { new: Fact::none() })),
            }
            for (kind, change) in &found {
                let at = match change {
                    Change::Gained { .. } => 0,
                    Change::Lost { .. } => 1,
                    Change::Changed { .. } => 2,
                };
                sums.entry(*kind).or_default()[at] += 1;
            }
            self.print(&mut output, name, &found)?;
        }
        output.finish()?;
        let mut text = say::compared(names.len());
        text.push('\n');
        for (kind, [gained, lost, changed]) in &sums {
            text.push_str(&say::differences(&called(*kind), *gained, *lost, *changed));
            text.push('\n');
        }
        // Nobody is left to be told when standard error is closed.
        let _ = io::stderr().write_all(text.as_bytes());
        if sums.is_empty() { Ok(()) } else { Err(Failure::Partly) }
    }

    /// Reads a set whole: a part of it would be reported as lost.
    fn set(&self, path: &Path) -> Result<Set, Failure> {
        let facts = Records::passing().map_err(Failure::Output)?;
        let mut set = Set { facts, places: BTreeMap::new() };
        for item in input::results(path, self.cost) {
            let refused = |refused: crate::failure::Refused| Failure::Usage(refused.to_string());
            let item = item.map_err(refused)?;
            let (parsed, _) =
                item.result(self.cost).map_err(|reason| refused(item.refused(reason)))?;
            let name = parsed.source.name.clone().unwrap_or_else(|| item.name());
            // Documents of one name are told apart by their order.
            let mut unique = name.clone();
            let mut number = 1;
            while set.places.contains_key(&unique) {
                number += 1;
                unique = format!("{name}#{number}");
            }
            let place = set.facts.push(&Facts::of(&parsed)).map_err(Failure::Output)?;
            set.places.insert(unique, place);
        }
        Ok(set)
    }

    fn print(
        &self,
        output: &mut Output,
        name: &str,
        found: &[(Kind, Change)],
    ) -> Result<(), Failure> {
        if self.format == Format::Json {
            for (what, change) in found {
                let line = Line { document: name, what: *what, change };
                output.json(&line, Layout::Compact)?;
            }
            return Ok(());
        }
        if found.is_empty() {
            return Ok(());
        }
        let mut lines = vec![inert(name).into_owned()];
        for (kind, change) in found {
            let kind = called(*kind);
            match change {
                Change::Gained { new } => lines.push(format!("  + {kind}{}", summary(new))),
                Change::Lost { old } => lines.push(format!("  - {kind}{}", summary(old))),
                Change::Changed { fields, old, new } => {
                    lines.push(format!("  ~ {kind}{}", summary(old)));
                    for field in fields {
                        let value = |fact: &Fact| match fact.values.get(field) {
                            Some(value) if is_date(field) => inert(&readable(value)).into_owned(),
                            Some(value) => inert(value).into_owned(),
                            None => "–".to_owned(),
                        };
                        lines.push(format!("      {field}: {} → {}", value(old), value(new)));
                    }
                }
            }
        }
        lines.push(String::new());
        output.bytes(lines.join("\n").as_bytes())
    }
}

/// Whether the values of a field are dates.
fn is_date(field: &str) -> bool {
    matches!(field, "date" | "value" | "deadlines")
}

/// What a fact is called by: where it stands, and its words.
fn summary(fact: &Fact) -> String {
    let words = ["text", "lead", "action"].into_iter().filter_map(|name| fact.values.get(name));
    let words: Vec<&str> = words.map(String::as_str).collect();
    if words.is_empty() {
        return String::new();
    }
    let words = words.join(": ");
    let shown: String = words.chars().take(80).collect();
    let more = if shown.len() < words.len() { "…" } else { "" };
    let span = fact.span;
    format!(" {}-{}: {}{more}", span.start, span.end, inert(&shown))
}

fn called(kind: Kind) -> String {
    match kind {
        Kind::Document => say::a_document(),
        Kind::Citation => say::a_citation(),
        Kind::Date => say::a_date(),
        Kind::Task => say::a_task(),
    }
}
