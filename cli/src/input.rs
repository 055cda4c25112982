//! Where a document comes from.

use std::fs::File;
use std::io::{self, Read, stdin};
use std::path::{Path, PathBuf};

use clap::Args;
use kehoach::{Limits, Parsed, Parser};

use crate::failure::{Failure, Reason};

/// One document, in a file or on standard input.
#[derive(Debug, Args)]
pub(crate) struct Input {
    /// The document; standard input if it is "-" or missing
    #[arg(value_name = "FILE")]
    file: Option<PathBuf>,

    /// Refuse input of more bytes than this
    #[arg(long, value_name = "BYTES", default_value_t = Limits::default().input_bytes)]
    max_bytes: usize,
}

impl Input {
    /// Reads the document into its tree, which carries the name of the file.
    pub(crate) fn parse(&self) -> Result<Parsed, Failure> {
        let name = self.name();
        let failed = |reason| Failure::Input { name: name.clone(), reason };
        let bytes = self.read().map_err(failed)?;
        let mut limits = Limits::default();
        limits.input_bytes = self.max_bytes;
        let parser = Parser::new().limits(limits);
        let mut parsed =
            parser.parse_bytes(&bytes).map_err(|error| failed(Reason::of(error, &bytes)))?;
        let file_name = self.path().and_then(Path::file_name);
        parsed.source.name = file_name.map(|name| name.to_string_lossy().into_owned());
        Ok(parsed)
    }

    /// Reads the text of the document.
    pub(crate) fn text(&self) -> Result<String, Failure> {
        let failed = |reason| Failure::Input { name: self.name(), reason };
        let bytes = self.read().map_err(failed)?;
        let text = kehoach::decode(&bytes).map_err(|error| failed(Reason::of(error, &bytes)))?;
        Ok(text.into_owned())
    }

    /// The path of the file; none for standard input.
    fn path(&self) -> Option<&Path> {
        self.file.as_deref().filter(|path| path.as_os_str() != "-")
    }

    /// How messages call it.
    fn name(&self) -> String {
        self.path().map_or_else(|| "standard input".into(), |path| path.display().to_string())
    }

    fn read(&self) -> Result<Vec<u8>, Reason> {
        let Some(path) = self.path() else { return self.read_all(stdin().lock()) };
        // Windows calls an attempt to open a directory a denied permission.
        if path.is_dir() {
            return Err(Reason::Directory);
        }
        let file = File::open(path).map_err(Reason::from)?;
        self.read_all(file)
    }

    /// Reads up to the limit and one byte more, so that no input is held that would be refused.
    fn read_all(&self, source: impl Read) -> Result<Vec<u8>, Reason> {
        let mut bytes = Vec::new();
        let limit = self.max_bytes as u64;
        source.take(limit.saturating_add(1)).read_to_end(&mut bytes)?;
        if bytes.len() > self.max_bytes {
            return Err(Reason::TooLarge { limit: self.max_bytes });
        }
        Ok(bytes)
    }
}

impl From<io::Error> for Reason {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound => Self::Missing,
            io::ErrorKind::PermissionDenied => Self::Denied,
            _ => Self::Unreadable(error),
        }
    }
}
