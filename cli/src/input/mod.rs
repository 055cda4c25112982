//! Where documents come from.

mod bytes;
mod foreign;
mod item;
mod lines;
mod once;
#[cfg(feature = "parquet")]
mod parquet;
mod walk;

use std::collections::HashSet;
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::{Args, ValueEnum};
use kehoach::Limits;
use unicode_normalization::UnicodeNormalization as _;

pub(crate) use self::bytes::{digest, is_binary};
pub(crate) use self::foreign::Foreign;
use self::item::Body;
pub(crate) use self::item::Item;
pub(crate) use self::lines::is_tree;
use self::lines::{Fields, Lines};
pub(crate) use self::once::apart;
pub(crate) use self::walk::{Meant, Skipped};
use crate::failure::{Failure, Reason, Refused, shown};
use crate::language::messages as say;

/// What a document may cost to read.
#[derive(Debug, Clone, Copy, Args)]
pub(crate) struct Cost {
    /// Refuse input of more bytes than this
    #[arg(long, value_name = "BYTES", default_value_t = Limits::default().input_bytes)]
    pub(crate) max_bytes: usize,
}

/// One document, in a file or on standard input.
#[derive(Debug, Args)]
pub(crate) struct Input {
    /// The document; standard input if it is "-" or missing
    #[arg(value_name = "FILE")]
    path: Option<PathBuf>,

    #[command(flatten)]
    pub(crate) cost: Cost,
}

impl Input {
    /// Refuses to write onto it.
    pub(crate) fn keep(&self, output: Option<&PathBuf>) -> Result<(), Failure> {
        let output = output.filter(|output| output.as_os_str() != "-");
        keep(&Meant::new(self.path.as_slice(), Vec::new(), &[]), output)
    }

    /// The document.
    pub(crate) fn item(&self) -> Item {
        self.path.as_deref().map_or_else(Item::stdin, Item::named)
    }
}

/// Any number of documents.
#[derive(Debug, Args)]
pub(crate) struct Inputs {
    /// Documents: files, folders with all below them, patterns such as 'plans/**/*.txt', or "-" for
    /// standard input
    ///
    /// Files packed with gzip or zstd are unpacked as they are read. In folders, what begins with a dot is passed
    /// over, as are files with other endings (--ext); the summary counts them.
    #[arg(value_name = "FILE|DIR|PATTERN")]
    paths: Vec<PathBuf>,

    /// Endings of the files that are read in folders, parted by commas; those of texts unless told
    /// otherwise
    #[arg(long, value_name = "ENDINGS", value_delimiter = ',')]
    ext: Option<Vec<String>>,

    /// The files are data sets, with a document in each record
    #[arg(long, value_name = "FORMAT", requires = "text_field")]
    from: Option<DataSet>,

    /// The field of a record that holds the text; "a.b" is the field b within a
    #[arg(long, value_name = "FIELD", requires = "from")]
    text_field: Option<String>,

    /// The field of a record that names the document; records are numbered unless it is given
    #[arg(long, value_name = "FIELD", requires = "from")]
    id_field: Option<String>,

    #[command(flatten)]
    pub(crate) cost: Cost,

    #[arg(skip)]
    skipped: Arc<Skipped>,
}

/// A format of data sets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum DataSet {
    /// JSON Lines: one object a line
    Jsonl,
    /// Parquet
    #[cfg(feature = "parquet")]
    Parquet,
}

/// What may be named as a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Named {
    /// Texts alone.
    Texts,
    /// Texts, and results that `kehoach parse` made of them.
    TextsAndResults,
    /// Those, and rows that `kehoach citations` made of them.
    Any,
}

/// Endings of texts.
const TEXTS: [&str; 3] = ["txt", "text", "md"];
/// Endings of results.
const RESULTS: [&str; 3] = ["json", "jsonl", "ndjson"];
/// Endings of rows, beside JSON Lines.
const ROWS: [&str; 1] = ["csv"];

impl Inputs {
    /// The document, if the command line names no more than one file.
    pub(crate) fn single(&self) -> Option<Item> {
        match self.paths.as_slice() {
            _ if self.from.is_some() => None,
            [] => Some(Item::stdin()),
            [path] if walk::is_one(path) => Some(Item::named(path)),
            _ => None,
        }
    }

    /// All documents, in an order that depends on names alone, each file once. Nothing below `passed_over`
    /// is one.
    pub(crate) fn items(
        &self,
        named: Named,
        passed_over: &[PathBuf],
    ) -> impl Iterator<Item = Found> + Send + use<> {
        let (lines, limit) = (self.lines(named), self.cost.max_bytes);
        let files = self.files(named, passed_over, Arc::clone(&self.skipped));
        let items = files.flat_map(move |file| match file {
            Ok(file) => file.expanded(lines.as_ref(), limit),
            Err(refused) => Box::new(std::iter::once(Err(refused))),
        });
        once::records(items)
    }

    /// Refuses to write onto a file that is to be read, or would be by its name and ending; and to write two
    /// outputs into one file.
    pub(crate) fn keep<'a>(
        &self,
        named: Named,
        outputs: impl IntoIterator<Item = &'a PathBuf> + Clone,
    ) -> Result<(), Failure> {
        let mut places = HashSet::new();
        for output in outputs.clone() {
            if let Some(place) = walk::settled(output)
                && !(output.exists() && !output.is_file() && !output.is_dir())
                && !places.insert(place)
            {
                return Err(Failure::Usage(say::two_outputs(&shown(output))));
            }
        }
        keep(&Meant::new(&self.paths, self.endings(named), &[]), outputs)
    }

    /// Refuses a folder of texts that lies among the inputs: the next run would read them as documents.
    pub(crate) fn keep_from(&self, texts: Option<&PathBuf>) -> Result<(), Failure> {
        let meant = Meant::new(&self.paths, Vec::new(), &[]);
        match texts.filter(|texts| meant.holds(texts)) {
            Some(texts) => Err(Failure::Usage(say::texts_among_inputs(&shown(texts)))),
            None => Ok(()),
        }
    }

    /// The files that are to be read. In folders these are texts: other results of an earlier run are passed
    /// over there, and may be written anew.
    pub(crate) fn meant(&self, passed_over: &[PathBuf]) -> Meant {
        let usual = || TEXTS.map(str::to_owned).to_vec();
        let endings = self.ext.clone().unwrap_or_else(usual);
        let endings = if self.from.is_some() { Vec::new() } else { endings };
        Meant::new(&self.paths, endings, passed_over)
    }

    /// Counts the documents, which takes as long as looking through the folders does; unless they stand in
    /// files together.
    pub(crate) fn counter(
        &self,
        named: Named,
        passed_over: &[PathBuf],
    ) -> impl FnOnce() -> Option<u64> + Send + use<> {
        // What is passed over is counted by those who read.
        let files = self.files(named, passed_over, Arc::default());
        let lines = self.lines(named);
        move || {
            let mut count = 0;
            for file in files.flatten() {
                if lines.as_ref().is_some_and(|lines| file.holds(lines)) {
                    return None;
                }
                count += 1;
            }
            Some(count)
        }
    }

    fn files(
        &self,
        named: Named,
        passed_over: &[PathBuf],
        skipped: Arc<Skipped>,
    ) -> impl Iterator<Item = Found> + Send + use<> {
        let stdin = self.paths.is_empty().then(|| PathBuf::from("-"));
        let paths: Vec<PathBuf> = self.paths.iter().cloned().chain(stdin).collect();
        once::each(walk::items(paths, self.endings(named), passed_over, skipped))
    }

    /// What has been passed over in folders so far.
    pub(crate) fn skipped(&self) -> &Skipped {
        &self.skipped
    }

    fn endings(&self, named: Named) -> Vec<String> {
        let usual: &[&[&str]] = match (self.from, named) {
            (Some(DataSet::Jsonl), _) => &[&RESULTS],
            #[cfg(feature = "parquet")]
            (Some(DataSet::Parquet), _) => &[&["parquet"]],
            (None, Named::Texts) => &[&TEXTS],
            (None, Named::TextsAndResults) => &[&TEXTS, &RESULTS],
            (None, Named::Any) => &[&TEXTS, &RESULTS, &ROWS],
        };
        let usual = || usual.iter().copied().flatten().map(|ending| (*ending).to_owned());
        self.ext.clone().unwrap_or_else(|| usual().collect())
    }

    /// What the lines of a file are that holds a document on each.
    fn lines(&self, named: Named) -> Option<Lines> {
        match (&self.text_field, named) {
            (Some(text), _) => {
                let fields = Fields { text: text.clone(), id: self.id_field.clone() };
                match self.from {
                    #[cfg(feature = "parquet")]
                    Some(DataSet::Parquet) => Some(Lines::Rows(fields)),
                    _ => Some(Lines::Records(fields)),
                }
            }
            (None, Named::TextsAndResults) => Some(Lines::Results),
            (None, Named::Any) => Some(Lines::ResultsOrRows),
            (None, Named::Texts) => None,
        }
    }
}

/// Refuses outputs that are to be read.
fn keep<'a>(meant: &Meant, outputs: impl IntoIterator<Item = &'a PathBuf>) -> Result<(), Failure> {
    match outputs.into_iter().find(|output| meant.names(output)) {
        Some(output) if output.exists() => Err(Failure::Usage(say::is_input(&shown(output)))),
        Some(output) => Err(Failure::Usage(say::would_be_input(&shown(output)))),
        None => Ok(()),
    }
}

/// Whether two paths lead to one file, which may not be there yet.
pub(crate) fn is_same(one: &Path, other: &Path) -> bool {
    walk::settled(one).is_some_and(|one| walk::settled(other) == Some(one))
}

/// Whether a file lies below a folder.
pub(crate) fn is_below(file: &Path, folder: &Path) -> bool {
    let whole = walk::settled(file).zip(walk::settled(folder));
    whole.is_some_and(|(file, folder)| file.starts_with(folder))
}

/// Whether a file begins as a tree does, or as one that was cut off.
pub(crate) fn is_tree_file(path: &Path) -> bool {
    let mut head = Vec::new();
    let read = std::fs::File::open(path).and_then(|file| file.take(64).read_to_end(&mut head));
    read.is_ok() && (is_tree(&head) || head == b"{")
}

/// The results in a folder or file.
pub(crate) fn results(path: &Path, cost: Cost) -> impl Iterator<Item = Found> + use<> {
    let inputs = Inputs {
        paths: vec![path.to_owned()],
        ext: Some(RESULTS.map(str::to_owned).to_vec()),
        from: None,
        text_field: None,
        id_field: None,
        cost,
        skipped: Arc::default(),
    };
    inputs.items(Named::TextsAndResults, &[]).map(|item| {
        item.map_err(|refused| match refused.reason {
            Reason::NoText { .. } => Refused { reason: Reason::NoTrees, ..refused },
            _ => refused,
        })
    })
}

/// A document, or what is in the place of one.
type Found = Result<Item, Refused>;

/// A path whose letters are composed.
pub(crate) fn composed(path: &str) -> String {
    path.nfc().collect()
}
