//! Why the command stops, as its user reads it: which file, where, and what to do.

use std::fmt;
use std::io::{self, Write as _};
use std::process::ExitCode;

/// Why the command stops.
#[derive(Debug)]
pub(crate) enum Failure {
    /// An input could not be read.
    Input {
        /// The file, or "standard input".
        name: String,
        /// Why not.
        reason: Reason,
    },
    /// The output could not be written.
    Output(io::Error),
}

/// Why an input could not be read.
#[derive(Debug)]
pub(crate) enum Reason {
    /// There is no such file.
    Missing,
    /// It may not be read.
    Denied,
    /// It is a directory.
    Directory,
    /// Reading failed half-way.
    Unreadable(io::Error),
    /// It has more bytes than the limit.
    TooLarge {
        /// The limit.
        limit: usize,
    },
    /// Its bytes are no text.
    NotText {
        /// Line of the first byte that does not fit, counted from 1; none where lines are unknown.
        line: Option<usize>,
        /// What is wrong.
        error: kehoach::Error,
    },
}

impl Reason {
    /// Says why `bytes` were refused.
    pub(crate) fn of(error: kehoach::Error, bytes: &[u8]) -> Self {
        match error {
            kehoach::Error::TooLarge { limit, .. } => Self::TooLarge { limit },
            kehoach::Error::NotText { offset, .. } => {
                let before = bytes.get(..offset).unwrap_or_default();
                let line = before.split(|byte| *byte == b'\n').count();
                Self::NotText { line: Some(line), error }
            }
            error => Self::NotText { line: None, error },
        }
    }
}

impl Failure {
    /// Tells the user on standard error; the result is the exit status. A reader of the output
    /// that went away is no failure.
    pub(crate) fn report(&self) -> ExitCode {
        if matches!(self, Self::Output(error) if error.kind() == io::ErrorKind::BrokenPipe) {
            return ExitCode::SUCCESS;
        }
        // Nobody is left to be told when standard error is closed too.
        let _ = writeln!(io::stderr(), "kehoach: {self}");
        ExitCode::from(1)
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Input { name, reason } => write!(f, "{name}: {reason}"),
            Self::Output(error) => write!(
                f,
                "cannot write the output: {error}: check the free space and permissions of where it goes"
            ),
        }
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing => f.write_str("there is no such file: check its name and folder"),
            Self::Denied => {
                f.write_str("permission to read it is denied: change its permissions, or copy it")
            }
            Self::Directory => f.write_str("this is a directory: name a file in it"),
            Self::Unreadable(error) => {
                write!(f, "reading failed: {error}: copy the file anew, and try again")
            }
            Self::TooLarge { limit } => write!(
                f,
                "the input is longer than {limit} bytes: split it, or raise the limit with --max-bytes"
            ),
            Self::NotText { line: Some(line), error } => write!(f, "line {line}: {error}"),
            Self::NotText { line: None, error } => error.fmt(f),
        }
    }
}
