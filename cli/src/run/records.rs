//! What came of each document, on disk: memory holds a few numbers of each, whatever their number.

use std::fs::File;
use std::io::{self, BufRead as _, BufReader, Read as _, Seek as _, SeekFrom, Write as _};
use std::sync::{Mutex, MutexGuard, PoisonError};

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::summary::Outcome;
use crate::failure::Refused;

/// What came of one input.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Record {
    /// What results and messages call it.
    pub(crate) document: String,
    /// Its result, below the folder of results; none where there is no such folder.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) result: Option<Written>,
    /// What came of reading it.
    #[serde(flatten)]
    pub(crate) end: End,
}

impl Record {
    /// The record of an input that failed.
    pub(super) fn failed(refused: &Refused) -> Self {
        let end = End::Failed(refused.reason.to_string());
        Self { document: refused.name.clone(), result: None, end }
    }
}

/// How an input ended.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum End {
    /// It was read.
    Read(Outcome),
    /// It failed, for this reason.
    Failed(String),
}

/// A result that is whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Written {
    /// SHA-256 of the input.
    pub(crate) input: String,
    /// The lengths of the files that were written: the tree, the text if it was asked for.
    pub(crate) files: Vec<u64>,
    /// Where the input lay, by its whole path, if it was a file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) lay: Option<String>,
}

/// Where a record stands.
pub(crate) type Place = u64;

/// Records one a line, in a file.
#[derive(Debug)]
pub(crate) struct Records {
    file: Mutex<Lines>,
}

#[derive(Debug)]
struct Lines {
    file: File,
    end: u64,
}

impl Records {
    /// Records in a file that is open for reading and writing; what it holds stays.
    pub(crate) fn new(mut file: File) -> io::Result<Self> {
        let end = file.seek(SeekFrom::End(0))?;
        Ok(Self { file: Mutex::new(Lines { file, end }) })
    }

    /// Records for as long as the process lives.
    pub(crate) fn passing() -> io::Result<Self> {
        Self::new(tempfile::tempfile()?)
    }

    /// Writes a line.
    pub(crate) fn push(&self, record: &impl Serialize) -> io::Result<Place> {
        let mut line = serde_json::to_vec(record)?;
        line.push(b'\n');
        let mut lines = self.lines();
        let place = lines.end;
        lines.file.seek(SeekFrom::Start(place))?;
        lines.file.write_all(&line)?;
        lines.end += line.len() as u64;
        Ok(place)
    }

    /// Reads the record at a place.
    pub(crate) fn read(&self, place: Place) -> io::Result<Record> {
        self.read_as(place)
    }

    /// Reads what was written at a place.
    pub(crate) fn read_as<T: DeserializeOwned>(&self, place: Place) -> io::Result<T> {
        let mut lines = self.lines();
        lines.file.seek(SeekFrom::Start(place))?;
        let mut line = Vec::with_capacity(512);
        BufReader::with_capacity(512, &mut lines.file).read_until(b'\n', &mut line)?;
        Ok(serde_json::from_slice(&line)?)
    }

    fn lines(&self) -> MutexGuard<'_, Lines> {
        // Whoever panicked while it held the lock was at most at another place of the file.
        self.file.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The whole lines of a file, with their places; what stands behind the last line end was cut off, and
/// is no line.
pub(super) fn lines(file: &File, mut each: impl FnMut(Place, &[u8])) -> io::Result<u64> {
    let mut reader = BufReader::with_capacity(1 << 16, file);
    let mut place = 0;
    let mut line = Vec::new();
    loop {
        line.clear();
        // A line that is longer was not written by this program.
        let read = (&mut reader).take(1 << 24).read_until(b'\n', &mut line)?;
        if line.pop() != Some(b'\n') {
            return Ok(place);
        }
        each(place, &line);
        place += read as u64;
    }
}
