//! Why the command stops, or passes over an input, as its user reads it: which file, where, and
//! what to do.

use std::fmt;
use std::io::{self, Write as _};
use std::path::Path;
use std::process::ExitCode;

use crate::input::{self, Foreign};
use crate::language::messages as say;
use crate::output::inert;

/// Why the command stops.
#[derive(Debug)]
pub(crate) enum Failure {
    /// An input could not be read.
    Input(Refused),
    /// The standard output could not be written.
    Output(io::Error),
    /// A file could not be written; the message names it.
    File(String),
    /// The command line makes no sense; the message says why.
    Usage(String),
    /// Some inputs failed, and have been told of.
    Partly,
    /// The user interrupted it.
    Interrupted,
    /// The user interrupted what `--resume` goes on with.
    InterruptedFolder,
}

/// An input that could not be read, or whose result could not be written.
#[derive(Debug)]
pub(crate) struct Refused {
    /// The file, or "standard input".
    pub(crate) name: String,
    /// Why not.
    pub(crate) reason: Reason,
}

/// Why an input could not be read.
#[derive(Debug)]
pub(crate) enum Reason {
    /// There is no such file.
    Missing,
    /// It may not be read.
    Denied,
    /// It is a directory where a file was wanted.
    Directory,
    /// It is a directory without a file of these endings.
    NoText {
        /// The endings, as the message lists them.
        endings: String,
    },
    /// It is a directory without a tree, where trees are wanted.
    NoTrees,
    /// It is a data set without a record.
    NoRecords,
    /// The name of a record can be no name of a file.
    NoName(String),
    /// No file matches the pattern.
    NoMatch,
    /// Neither a file nor a pattern.
    Pattern(globset::Error),
    /// A part of a directory cannot be read.
    Folder(walkdir::Error),
    /// Reading failed half-way.
    Unreadable(io::Error),
    /// What is packed cannot be unpacked.
    Unpacking {
        /// How it is packed.
        packing: &'static str,
        /// Why not.
        error: io::Error,
    },
    /// It has more bytes than the limit.
    TooLarge {
        /// The limit.
        limit: usize,
    },
    /// It is a file of another kind.
    Foreign(&'static Foreign),
    /// It is a tree, where a text was wanted.
    Tree,
    /// Its bytes are no text in any encoding.
    Binary,
    /// Its bytes are no text.
    NotText {
        /// Line of the first byte that does not fit, counted from 1; none where lines are unknown.
        line: Option<usize>,
        /// What is wrong.
        error: kehoach::Error,
    },
    /// A line of a data set is no JSON, or no object.
    NoRecord(String),
    /// A record is called as an earlier one.
    SameId,
    /// A record has no such field, or no text in it.
    NoField(String),
    /// The row of the register cannot be read.
    Register(io::Error),
    /// It was to be a row of citations.
    NoRow,
    /// It was to be a result of this program.
    NoResult,
    /// The result could not be written; the message names its file.
    Unwritten(String),
    /// Reading it met a fault of the program.
    Panicked,
}

/// What a piece of work met.
#[derive(Debug)]
pub(crate) enum Trouble {
    /// This input is passed over, the others go on.
    Input(Reason),
    /// Nothing can go on.
    All(Failure),
}

impl From<Reason> for Trouble {
    fn from(reason: Reason) -> Self {
        Self::Input(reason)
    }
}

impl Trouble {
    /// The result of an input could not be written: a full disk stops everything, an odd name only this
    /// one.
    pub(crate) fn writing(path: &Path, error: &io::Error) -> Self {
        use io::ErrorKind::{QuotaExceeded, ReadOnlyFilesystem, StorageFull};
        let message = unwritten(path, error);
        match error.kind() {
            StorageFull | QuotaExceeded | ReadOnlyFilesystem => Self::All(Failure::File(message)),
            _ => Self::Input(Reason::Unwritten(message)),
        }
    }
}

impl Reason {
    /// Whether it is wrong with many rows at once, if with one: a name that was mistyped.
    pub(crate) fn is_of_all_rows(&self) -> bool {
        matches!(self, Self::NoField(_) | Self::NoRow | Self::SameId)
    }

    /// Whether it lies in what the input holds, and not in how it was reached or written.
    pub(crate) fn is_of_contents(&self) -> bool {
        matches!(
            self,
            Self::Unpacking { .. }
                | Self::TooLarge { .. }
                | Self::Foreign(_)
                | Self::Tree
                | Self::Binary
                | Self::NotText { .. }
        )
    }

    /// Says why `bytes` were refused.
    pub(crate) fn of(error: kehoach::Error, bytes: &[u8]) -> Self {
        match error {
            kehoach::Error::TooLarge { limit, .. } => Self::TooLarge { limit },
            kehoach::Error::NotText { .. } if input::is_binary(bytes) => Self::Binary,
            kehoach::Error::NotText { offset, .. } => {
                let before = bytes.get(..offset).unwrap_or_default();
                let line = before.split(|byte| *byte == b'\n').count();
                Self::NotText { line: Some(line), error }
            }
            error => Self::NotText { line: None, error },
        }
    }
}

impl From<io::Error> for Reason {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound => Self::Missing,
            io::ErrorKind::PermissionDenied => Self::Denied,
            io::ErrorKind::IsADirectory => Self::Directory,
            _ => Self::Unreadable(error),
        }
    }
}

impl Failure {
    /// A file that could not be written.
    pub(crate) fn file(path: &Path, error: &io::Error) -> Self {
        Self::File(unwritten(path, error))
    }

    /// Tells the user on standard error; the result is the exit status. A reader of the output
    /// that went away is no failure.
    pub(crate) fn report(&self) -> ExitCode {
        let status = match self {
            Self::Output(error) if error.kind() == io::ErrorKind::BrokenPipe => {
                return ExitCode::SUCCESS;
            }
            Self::Partly => return ExitCode::from(1),
            Self::Input(_) | Self::Output(_) | Self::File(_) => 1,
            Self::Usage(_) => 2,
            Self::Interrupted | Self::InterruptedFolder => 130,
        };
        // Nobody is left to be told when standard error is closed too.
        let _ = writeln!(io::stderr(), "kehoach: {self}");
        ExitCode::from(status)
    }
}

/// What is told of a file that could not be written.
pub(crate) fn unwritten(path: &Path, error: &io::Error) -> String {
    let name = shown(path);
    match error.kind() {
        io::ErrorKind::InvalidFilename => say::name_too_long(&name),
        io::ErrorKind::NotFound if !has_folder(path) => say::folder_missing(&name),
        _ => say::file_failed(&name, &error.to_string()),
    }
}

/// Whether the folder of a file is there.
fn has_folder(path: &Path) -> bool {
    path.parent().is_none_or(|folder| folder.as_os_str().is_empty() || folder.is_dir())
}

/// What is told of a result that would overwrite another.
pub(crate) fn same_output(path: &Path) -> String {
    say::same_output(&shown(path))
}

/// A path as messages name it.
pub(crate) fn shown(path: &Path) -> String {
    inert(&path.display().to_string()).into_owned()
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Input(refused) => refused.fmt(f),
            Self::Output(error) => f.write_str(&inert(&say::output_failed(&error.to_string()))),
            Self::File(message) | Self::Usage(message) => f.write_str(&inert(message)),
            Self::Partly => Ok(()),
            Self::Interrupted => f.write_str(&say::interrupted()),
            Self::InterruptedFolder => f.write_str(&say::interrupted_folder()),
        }
    }
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", inert(&self.name), self.reason)
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let message = match self {
            Self::Missing => say::missing(),
            Self::Denied => say::denied(),
            Self::Directory => say::is_directory(),
            Self::NoText { endings } => say::directory_without_text(endings),
            Self::NoTrees => say::directory_without_tree(),
            Self::NoRecords => say::no_records(),
            Self::NoName(id) => say::no_name(&inert(id)),
            Self::NoMatch => say::nothing_matches(),
            Self::Pattern(error) => say::pattern_wrong(&error.to_string()),
            Self::Folder(error) => match error.io_error() {
                Some(error) => say::folder_unreadable(&error.to_string()),
                None => say::folder_unreadable(&error.to_string()),
            },
            Self::Unreadable(error) | Self::Register(error) => {
                say::reading_failed(&error.to_string())
            }
            Self::Unpacking { packing, error } => {
                say::unpacking_failed(packing, &error.to_string())
            }
            Self::TooLarge { limit } => say::too_large(*limit),
            Self::Foreign(kind) => say::foreign(kind.name, &(kind.advice)()),
            Self::Tree => say::is_tree(),
            Self::Binary => say::binary(),
            Self::NotText { line: Some(line), error } => say::not_text(*line, &no_text(error)),
            Self::NotText { line: None, error } => no_text(error),
            Self::NoRecord(error) => say::no_record(error),
            Self::NoField(field) => say::no_field(&inert(field)),
            Self::SameId => say::same_id(),
            Self::NoRow => say::no_row(),
            Self::NoResult => say::no_result(),
            Self::Unwritten(message) => message.clone(),
            Self::Panicked => say::panicked(),
        };
        // What a library says may quote what the user has written.
        f.write_str(&inert(&message))
    }
}

/// What the library says of bytes that are no text.
fn no_text(error: &kehoach::Error) -> String {
    match *error {
        kehoach::Error::NotText { offset, byte } => say::not_utf8(offset, byte),
        kehoach::Error::CutUtf16 { bytes } => say::cut_utf16(bytes),
        kehoach::Error::UnpairedSurrogate { offset, unit } => say::unpaired_surrogate(offset, unit),
        kehoach::Error::TooLarge { limit, .. } => say::too_large(limit),
        _ => error.to_string(),
    }
}
