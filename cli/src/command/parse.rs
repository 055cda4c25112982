//! `kehoach parse`: documents in, their trees out.

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use kehoach::{Limits, Parsed, Parser};

use crate::failure::{Failure, Reason, Trouble};
use crate::input::{self, Cost, Inputs, Item};
use crate::language::messages as say;
use crate::output::{Folder, Layout, Output, json};
use crate::run::{self, Outcome, Run};

/// Print the trees of documents as JSON
///
/// One file gives one JSON value on standard output. Many are written into a folder with -o
/// (a/x.txt becomes DIR/a/x.txt.json), or printed one a line with --format jsonl. A file that fails
/// does not stop the others. The text is UTF-8 with or without a byte-order mark, or UTF-16 with
/// one. Positions in the output are bytes of the UTF-8 text; `schema/kehoach-1.schema.json`
/// describes its format.
#[derive(Debug, Args)]
pub(crate) struct Parse {
    #[command(flatten)]
    inputs: Inputs,

    /// Where to write: a folder for the trees, or a file with --format jsonl
    #[arg(short, long, value_name = "PATH")]
    output: Option<PathBuf>,

    /// What to write: one JSON value a document, or one line a document
    #[arg(long, value_enum, default_value_t = Format::Json)]
    format: Format,

    /// Print the JSON on one line
    #[arg(long)]
    compact: bool,

    #[command(flatten)]
    run: Run,
}

/// What is written of documents.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// One JSON value a document.
    Json,
    /// One line a document.
    Jsonl,
}

impl Parse {
    pub(super) fn run(self) -> Result<(), Failure> {
        let parser = parser(self.inputs.cost);
        match self.inputs.single() {
            Some(item) if self.output.is_none() && self.format == Format::Json => {
                self.one(&parser, &item)
            }
            _ => self.many(&parser),
        }
    }

    fn layout(&self) -> Layout {
        let compact = self.compact || self.format == Format::Jsonl;
        if compact { Layout::Compact } else { Layout::Pretty }
    }

    fn one(&self, parser: &Parser, item: &Item) -> Result<(), Failure> {
        let read = read(parser, item, self.inputs.cost);
        let mut parsed = read.map_err(|reason| Failure::Input(item.refused(reason)))?;
        parsed.source.name = item.file_name();
        let mut output = Output::stdout();
        output.json(&parsed, self.layout())?;
        output.finish()
    }

    fn many(&self, parser: &Parser) -> Result<(), Failure> {
        match (self.format, &self.output) {
            (Format::Json, None) => Err(Failure::Usage(say::many_to_stdout())),
            (Format::Json, Some(folder)) => self.fill_folder(parser, folder),
            (Format::Jsonl, path) => self.print_lines(parser, Output::to(path.as_deref())?),
        }
    }

    /// Each tree into a file of its own, by the thread that read it.
    fn fill_folder(&self, parser: &Parser, root: &Path) -> Result<(), Failure> {
        let folder = Folder::open(root)?;
        let work = |slot, item: &Item| {
            let (parsed, outcome) = self.read(parser, item)?;
            let bytes = self.bytes(&parsed);
            let place = result_of(item.place());
            folder
                .write(&place, &bytes, slot)
                .map_err(|error| Trouble::writing(&folder.path(&place), &error))?;
            Ok((outcome, ()))
        };
        let items = input::apart(self.inputs.items(&[root.to_owned()]), |item| {
            folder.path(&result_of(item.place()))
        });
        let count = self.inputs.counter(&[root.to_owned()]);
        run::over(&self.run, items, count, work, |()| Ok(()))
    }

    /// One tree a line, in the order of the documents.
    fn print_lines(&self, parser: &Parser, mut output: Output) -> Result<(), Failure> {
        let work = |_, item: &Item| {
            let (parsed, outcome) = self.read(parser, item)?;
            Ok((outcome, self.bytes(&parsed)))
        };
        let (items, count) = (self.inputs.items(&[]), self.inputs.counter(&[]));
        let ended = run::over(&self.run, items, count, work, |line| output.bytes(&line));
        match ended {
            Ok(()) | Err(Failure::Partly) => output.finish().and(ended),
            Err(failure) => Err(failure),
        }
    }

    /// One of many documents, which is called by its path.
    fn read(&self, parser: &Parser, item: &Item) -> Result<(Parsed, Outcome), Trouble> {
        let mut parsed = read(parser, item, self.inputs.cost)?;
        parsed.source.name.clone_from(&item.id);
        let outcome = Outcome::of(item.name(), &parsed);
        Ok((parsed, outcome))
    }

    fn bytes(&self, parsed: &Parsed) -> Vec<u8> {
        let mut bytes = Vec::new();
        json(&mut bytes, parsed, self.layout()).expect("memory takes any bytes");
        bytes
    }
}

/// The file of a result: that of the document, and `.json`.
fn result_of(mut place: PathBuf) -> PathBuf {
    place.as_mut_os_string().push(".json");
    place
}

/// The reader for input of this cost.
fn parser(cost: Cost) -> Parser {
    let mut limits = Limits::default();
    limits.input_bytes = cost.max_bytes;
    Parser::new().limits(limits)
}

fn read(parser: &Parser, item: &Item, cost: Cost) -> Result<Parsed, Reason> {
    let bytes = item.read(cost)?;
    parser.parse_bytes(&bytes).map_err(|error| Reason::of(error, &bytes))
}
