//! Where documents come from.

mod bytes;
mod foreign;
mod once;
mod walk;

use std::io::stdin;
use std::path::{Path, PathBuf};

use clap::Args;
use kehoach::Limits;

pub(crate) use self::bytes::digest;
pub(crate) use self::foreign::Foreign;
pub(crate) use self::once::apart;
use crate::failure::{Reason, Refused};
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
    /// Files packed with gzip or zstd are unpacked as they are read.
    #[arg(value_name = "FILE|DIR|PATTERN")]
    paths: Vec<PathBuf>,

    /// Endings of the files that are read in folders
    #[arg(long, value_name = "ENDING", value_delimiter = ',', default_value = "txt,text,md")]
    ext: Vec<String>,

    #[command(flatten)]
    pub(crate) cost: Cost,
}

impl Inputs {
    /// The document, if the command line names no more than one file.
    pub(crate) fn single(&self) -> Option<Item> {
        match self.paths.as_slice() {
            [] => Some(Item::stdin()),
            [path] if walk::is_one(path) => Some(Item::named(path)),
            _ => None,
        }
    }

    /// All documents, each once, in an order that depends on names alone. Nothing below `passed_over`
    /// is one.
    pub(crate) fn items(
        &self,
        passed_over: &[PathBuf],
    ) -> impl Iterator<Item = Result<Item, Refused>> + Send + use<> {
        let stdin = self.paths.is_empty().then(|| PathBuf::from("-"));
        let paths: Vec<PathBuf> = self.paths.iter().cloned().chain(stdin).collect();
        once::each(walk::items(paths, self.ext.clone(), passed_over))
    }

    /// Counts the documents, which takes as long as looking through the folders does.
    pub(crate) fn counter(
        &self,
        passed_over: &[PathBuf],
    ) -> impl FnOnce() -> Option<u64> + Send + use<> {
        let items = self.items(passed_over);
        move || Some(items.count() as u64)
    }
}

/// A document that is still to be read.
#[derive(Debug)]
pub(crate) struct Item {
    /// What results call it: its path as the user gave it, with `/` between folders; none for standard
    /// input.
    pub(crate) id: Option<String>,
    /// Where its bytes are.
    body: Body,
}

#[derive(Debug)]
enum Body {
    Stdin,
    File(PathBuf),
}

impl Item {
    fn stdin() -> Self {
        Self { id: None, body: Body::Stdin }
    }

    fn file(path: PathBuf) -> Self {
        Self { id: Some(id_of(&path)), body: Body::File(path) }
    }

    /// What the command line calls so.
    fn named(path: &Path) -> Self {
        if path.as_os_str() == "-" { Self::stdin() } else { Self::file(path.to_owned()) }
    }

    /// The name of its file, without the folders around it.
    pub(crate) fn file_name(&self) -> Option<String> {
        let Body::File(path) = &self.body else { return None };
        path.file_name().map(|name| name.to_string_lossy().into_owned())
    }

    /// How messages call it.
    pub(crate) fn name(&self) -> String {
        match &self.body {
            Body::Stdin => say::standard_input(),
            Body::File(path) => path.display().to_string(),
        }
    }

    /// The path below the folder of results that its own path stands for: what leads out of a
    /// folder or begins at the root is left out.
    pub(crate) fn place(&self) -> PathBuf {
        match &self.body {
            Body::Stdin => PathBuf::from("stdin"),
            Body::File(path) => walk::below(path),
        }
    }

    /// Reads it, unpacked, up to the limit and one byte more, so that no input is held that would
    /// be refused.
    pub(crate) fn read(&self, cost: Cost) -> Result<Vec<u8>, Reason> {
        let bytes = match &self.body {
            Body::Stdin => bytes::all(stdin().lock(), cost.max_bytes),
            Body::File(path) => bytes::all(bytes::open(path)?, cost.max_bytes),
        }?;
        match foreign::kind(&bytes) {
            Some(kind) => Err(Reason::Foreign(kind)),
            None => Ok(bytes),
        }
    }

    /// The refusal of this document.
    pub(crate) fn refused(&self, reason: Reason) -> Refused {
        Refused { name: self.name(), reason }
    }
}

/// A path as results name it.
fn id_of(path: &Path) -> String {
    let text = path.to_string_lossy();
    if std::path::MAIN_SEPARATOR == '/' { text.into_owned() } else { text.replace('\\', "/") }
}

/// Reads a text that comes as it is.
pub(crate) fn decode(bytes: &[u8]) -> Result<String, Reason> {
    match kehoach::decode(bytes) {
        Ok(text) => Ok(text.into_owned()),
        Err(error) => Err(Reason::of(error, bytes)),
    }
}
