//! A document that is still to be read: what it is called, and where its bytes are.

use std::borrow::Cow;
use std::io::{IsTerminal as _, Read, Write as _, stderr, stdin};
use std::path::{Path, PathBuf};

use kehoach::Parsed;
use serde::Deserialize;

use super::bytes::{self, Unpacked};
use super::lines::{self, Lines};
#[cfg(feature = "parquet")]
use super::parquet;
use super::{Cost, Found, TEXTS, foreign, walk};
use crate::failure::{Reason, Refused};
use crate::language::messages as say;
use crate::reading::Known;

/// A document that is still to be read.
#[derive(Debug)]
pub(crate) struct Item {
    /// What results call it: its path as the user gave it, with `/` between folders; none for standard
    /// input.
    pub(crate) id: Option<String>,
    /// Its path below the folder that was named; the name of a file that was named itself.
    pub(crate) below: Option<String>,
    /// Where its bytes are.
    pub(super) body: Body,
}

/// Where the bytes of a document are.
#[derive(Debug)]
pub(super) enum Body {
    Stdin,
    File(PathBuf),
    /// What came on standard input.
    Piped(Vec<u8>),
    /// The text of a record.
    Record {
        text: Vec<u8>,
        /// Its file and line.
        origin: String,
    },
    /// A result of this program.
    Result(Vec<u8>),
    /// A row of citations, as JSON.
    Row(Vec<u8>),
}

impl Item {
    pub(super) fn stdin() -> Self {
        Self { id: None, below: None, body: Body::Stdin }
    }

    /// A file below a folder that was named.
    pub(super) fn file(path: PathBuf, folder: &Path) -> Self {
        let below = path.strip_prefix(folder).ok().map(id_of);
        Self { id: Some(id_of(&path)), below, body: Body::File(path) }
    }

    /// What the command line calls so.
    pub(crate) fn named(path: &Path) -> Self {
        if path.as_os_str() == "-" {
            Self::stdin()
        } else {
            Self::file(path.to_owned(), path.parent().unwrap_or(path))
        }
    }

    /// What a journal calls so: a file, or a record of a data set.
    pub(crate) fn recorded(name: &str, is_file: bool) -> Self {
        if is_file {
            return Self::file(PathBuf::from(name), Path::new(""));
        }
        let body = Body::Record { text: Vec::new(), origin: name.to_owned() };
        Self { id: Some(name.to_owned()), below: None, body }
    }

    /// The whole path of its file.
    pub(crate) fn lies(&self) -> Option<String> {
        let Body::File(path) = &self.body else { return None };
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
        let folder = folder.unwrap_or(Path::new(".")).canonicalize().ok()?;
        folder.join(path.file_name()?).into_os_string().into_string().ok()
    }

    /// Itself, if its file is there.
    pub(crate) fn there(self) -> Result<Self, Refused> {
        match &self.body {
            Body::File(path) if !path.exists() => Err(self.refused(Reason::Missing)),
            _ => Ok(self),
        }
    }

    /// The name of its file, without the folders around it.
    pub(crate) fn file_name(&self) -> Option<String> {
        let Body::File(path) = &self.body else { return None };
        path.file_name().map(|name| name.to_string_lossy().into_owned())
    }

    /// How messages call it.
    pub(crate) fn name(&self) -> String {
        match (&self.body, &self.id) {
            (Body::File(path), _) => path.display().to_string(),
            (_, Some(id)) => id.clone(),
            (_, None) => say::standard_input(),
        }
    }

    /// The path below the folder of results that its own path stands for: what leads out of a
    /// folder or begins at the root is left out.
    pub(crate) fn place(&self) -> PathBuf {
        match (&self.body, &self.id) {
            (Body::File(path), _) => walk::below(path),
            (_, Some(id)) => lines::place_of(id),
            (_, None) => PathBuf::from("stdin"),
        }
    }

    /// The path below the folder of texts: its own; that of a record has an ending of texts, so that it is found
    /// again.
    pub(crate) fn text_place(&self) -> PathBuf {
        let mut place = self.place();
        let ending = place.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
        if self.is_record() && !TEXTS.iter().any(|known| known.eq_ignore_ascii_case(ending)) {
            place.as_mut_os_string().push(".txt");
        }
        place
    }

    /// Reads it, unpacked, up to the limit and one byte more, so that no input is held that would
    /// be refused.
    pub(crate) fn read(&self, cost: Cost) -> Result<Cow<'_, [u8]>, Reason> {
        let bytes = match &self.body {
            Body::Stdin => {
                told_to_type();
                bytes::all(stdin().lock(), cost.max_bytes)?
            }
            Body::File(path) => bytes::all(bytes::open(path)?, cost.max_bytes)?,
            Body::Piped(bytes)
            | Body::Record { text: bytes, .. }
            | Body::Result(bytes)
            | Body::Row(bytes) => {
                return Ok(Cow::Borrowed(bytes));
            }
        };
        match foreign::kind(&bytes) {
            Some(kind) => Err(Reason::Foreign(kind)),
            None => Ok(Cow::Owned(bytes)),
        }
    }

    /// Whether it is a result of this program, or claims to be.
    pub(crate) fn is_result(&self) -> bool {
        match &self.body {
            Body::Result(_) => true,
            Body::File(path) => {
                walk::unpacked(path).extension().is_some_and(|it| it.eq_ignore_ascii_case("json"))
            }
            Body::Stdin | Body::Piped(_) | Body::Record { .. } | Body::Row(_) => false,
        }
    }

    /// Whether it is a record of a data set.
    pub(crate) fn is_record(&self) -> bool {
        matches!(self.body, Body::Record { .. })
    }

    /// Whether it is a row of citations.
    pub(crate) fn is_row(&self) -> bool {
        matches!(self.body, Body::Row(_))
    }

    /// Reads a result back.
    pub(crate) fn result(&self, cost: Cost) -> Result<(Parsed, Known), Reason> {
        #[derive(Deserialize)]
        struct Rest {
            #[serde(default)]
            metadata: Known,
        }
        let max_bytes = cost.max_bytes.saturating_mul(lines::RESULT);
        let bytes = self.read(Cost { max_bytes })?;
        let parsed = serde_json::from_slice(&bytes).map_err(|_| Reason::NoResult)?;
        let rest: Rest = serde_json::from_slice(&bytes).map_err(|_| Reason::NoResult)?;
        Ok((parsed, rest.metadata))
    }

    /// Whether a file has several documents, one a line.
    pub(super) fn holds(&self, lines: &Lines) -> bool {
        let path = match &self.body {
            Body::Stdin => return true,
            Body::File(path) => path,
            Body::Piped(_) | Body::Record { .. } | Body::Result(_) | Body::Row(_) => return false,
        };
        let ending = walk::unpacked(path).extension();
        let ends = |with: &str| ending.is_some_and(|ending| ending.eq_ignore_ascii_case(with));
        match lines {
            Lines::Records(_) => true,
            #[cfg(feature = "parquet")]
            Lines::Rows(_) => true,
            Lines::Results => ends("jsonl") || ends("ndjson"),
            Lines::ResultsOrRows => ends("jsonl") || ends("ndjson") || ends("csv"),
        }
    }

    /// The documents in it: itself, or those on its lines.
    pub(super) fn expanded(
        self,
        lines: Option<&Lines>,
        limit: usize,
    ) -> Box<dyn Iterator<Item = Found> + Send> {
        let Some(lines) = lines.filter(|lines| self.holds(lines)) else {
            return Box::new(std::iter::once(Ok(self)));
        };
        let name = self.name();
        #[cfg(feature = "parquet")]
        if let (Lines::Rows(fields), Body::File(path)) = (lines, &self.body) {
            let file = bytes::open(path);
            let fields = fields.clone();
            return match file.and_then(|file| parquet::Rows::new(name, file, fields, limit)) {
                Ok(rows) => Box::new(rows),
                Err(reason) => Box::new(std::iter::once(Err(self.refused(reason)))),
            };
        }
        let source: Result<Box<dyn Read + Send>, Reason> = if let Body::File(path) = &self.body {
            bytes::open(path).map(|file| Box::new(file) as _)
        } else {
            told_to_type();
            Ok(Box::new(stdin()))
        };
        let source = source.and_then(Unpacked::new);
        if let (Body::Stdin, Lines::Results | Lines::ResultsOrRows) = (&self.body, lines) {
            return match source.and_then(|source| lines::piped(source, lines, limit)) {
                Ok(items) => items,
                Err(reason) => Box::new(std::iter::once(Err(self.refused(reason)))),
            };
        }
        match source {
            Ok(source) if lines.are_csv(&self.body) => Box::new(lines::rows(name, source)),
            Ok(source) => Box::new(lines::Reader::new(name, source, lines.clone(), limit)),
            Err(reason) => Box::new(std::iter::once(Err(self.refused(reason)))),
        }
    }

    /// The refusal of this document.
    pub(crate) fn refused(&self, reason: Reason) -> Refused {
        let name = match (&self.body, &self.id) {
            (Body::Record { origin, .. }, Some(id)) if origin != id => format!("{origin} ({id})"),
            _ => self.name(),
        };
        Refused { name, reason }
    }
}

/// Says that a text is waited for, where it would have to be typed.
fn told_to_type() {
    if stdin().is_terminal() {
        // Nobody is left to be told when standard error is closed.
        let _ = writeln!(stderr(), "kehoach: {}", say::reading_terminal());
    }
}

/// A path as results name it.
fn id_of(path: &Path) -> String {
    let text = path.to_string_lossy();
    if std::path::MAIN_SEPARATOR == '/' { text.into_owned() } else { text.replace('\\', "/") }
}
