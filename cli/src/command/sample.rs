//! `kehoach sample`: documents drawn for acceptance, with a sheet to tick.

use std::collections::BinaryHeap;
use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use clap::Args;

use crate::failure::{Failure, Reason, shown, unwritten};
use crate::input::{self, Inputs, Item, Named};
use crate::language::messages as say;
use crate::output::Output;
use crate::reading::{Reader, Reading};
use crate::ticking::{Drawn, head, rows, sheet};
use crate::view::page;

/// Draw documents for acceptance, with a sheet of what to check in each
///
/// The draw depends on the seed and on the bytes of the documents, not on their names, their order or the
/// machine. The sheet lists the documents as they were drawn, so its first ones are a smaller draw. It goes to
/// standard output as CSV, or with -o into a folder: as sample.csv, as sample.html to print and tick, and with
/// a page for each document (see `kehoach view`). What the folder holds of an earlier sheet is never
/// overwritten.
#[derive(Debug, Args)]
pub(crate) struct Sample {
    #[command(flatten)]
    inputs: Inputs,

    /// How many documents to draw
    #[arg(short = 'n', long, value_name = "NUMBER", default_value = "200", value_parser = wanted)]
    number: usize,

    /// The draw: the same documents for the same seed
    #[arg(long, value_name = "SEED", default_value_t = 1)]
    seed: u64,

    /// The folder to write; the CSV goes to standard output unless it is given
    #[arg(short, long, value_name = "DIR")]
    output: Option<PathBuf>,
}

/// A number of documents.
fn wanted(text: &str) -> Result<usize, String> {
    text.parse().ok().filter(|number| *number > 0).ok_or_else(say::number_wanted)
}

/// A document by its lot: the digests of seed and bytes. Its name decides between copies.
type Lot = (String, String, usize);

impl Sample {
    pub(super) fn run(self) -> Result<(), Failure> {
        for name in ["sample.csv", "sample.html", "pages"] {
            let there = self.output.as_ref().map(|folder| folder.join(name));
            if let Some(there) = there.filter(|there| there.symlink_metadata().is_ok()) {
                return Err(Failure::Usage(say::sheet_there(&shown(&there))));
            }
        }
        let mut failed = false;
        let mut lots: BinaryHeap<Lot> = BinaryHeap::new();
        let mut kept: Vec<Option<Item>> = Vec::new();
        let passed_over: Vec<PathBuf> = self.output.iter().cloned().collect();
        for item in self.inputs.items(Named::Texts, &passed_over) {
            let read = item.and_then(|item| match item.read(self.inputs.cost) {
                Ok(bytes) => {
                    let drawn = format!("{} {}", self.seed, input::digest(&bytes));
                    Ok((input::digest(drawn.as_bytes()), item))
                }
                Err(reason) => Err(item.refused(reason)),
            });
            match read {
                Ok((lot, item)) => {
                    lots.push((lot, item.name(), kept.len()));
                    kept.push(Some(item));
                    if lots.len() > self.number
                        && let Some((_, _, worst)) = lots.pop()
                    {
                        kept[worst] = None;
                    }
                }
                Err(refused) => {
                    failed = true;
                    tell(&format!("kehoach: {refused}"));
                }
            }
        }
        let drawn = lots.into_sorted_vec();
        let items = drawn.iter().filter_map(|(_, _, at)| kept[*at].as_ref());
        let mut table = Vec::new();
        let mut documents = Vec::new();
        let reader = Reader::new(self.inputs.cost, &Reading::default())?;
        if let Some(folder) = &self.output {
            make(&folder.join("pages"))?;
        }
        for (number, item) in items.enumerate() {
            match self.document(&reader, number + 1, item) {
                Ok(document) => {
                    table.extend(rows(&document));
                    documents.push(document);
                }
                Err(Failure::Input(refused)) => {
                    failed = true;
                    tell(&format!("kehoach: {refused}"));
                }
                Err(failure) => return Err(failure),
            }
        }
        let path = self.output.as_deref().map(|folder| folder.join("sample.csv"));
        let mut output = Output::to(path.as_deref())?;
        let mut writer = csv::Writer::from_writer(Vec::new());
        for row in std::iter::once(head()).chain(table) {
            writer.write_record(row).expect("memory takes any bytes");
        }
        output.bytes(&writer.into_inner().expect("memory takes any bytes"))?;
        output.finish()?;
        if let Some(folder) = &self.output {
            let mut output = Output::file(&folder.join("sample.html"))?;
            output.bytes(sheet(self.seed, &documents).as_bytes())?;
            output.finish()?;
        }
        if failed { Err(Failure::Partly) } else { Ok(()) }
    }

    /// Reads a document, and writes its page.
    fn document(&self, reader: &Reader, number: usize, item: &Item) -> Result<Drawn, Failure> {
        let refused = |reason: Reason| Failure::Input(item.refused(reason));
        let bytes = item.read(self.inputs.cost).map_err(refused)?;
        let parsed = reader.tree(item, &bytes).map_err(refused)?.parsed;
        let name = item.name();
        let mut link = None;
        if let Some(folder) = &self.output {
            let text = reader.decode(&bytes).map_err(refused)?;
            let place = format!("pages/{number:04}.html");
            let mut output = Output::file(&folder.join(&place))?;
            output.bytes(page(&name, &text, &parsed).as_bytes())?;
            output.finish()?;
            link = Some(place);
        }
        Ok(Drawn::of(number, name, link, &parsed))
    }
}

fn tell(line: &str) {
    // Nobody is left to be told when standard error is closed.
    let _ = writeln!(io::stderr(), "{line}");
}

fn make(folder: &Path) -> Result<(), Failure> {
    fs::create_dir_all(folder).map_err(|error| Failure::File(unwritten(folder, &error)))
}
