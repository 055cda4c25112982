//! What a folder of results says of itself: which input, options and version each came from.
//!
//! `.kehoach-run.jsonl` in the folder has a line for the way of reading, and one for each document whose
//! result is in its place. A line is written after the result bears its name, so a run that is killed loses
//! at most the line of a whole result, which is then made again, byte by byte the same.

use std::collections::HashMap;
use std::fs::{self, File};
use std::hash::{BuildHasher as _, BuildHasherDefault, DefaultHasher};
use std::io;
use std::path::{Path, PathBuf};

use fs4::fs_std::FileExt as _;
use serde::{Deserialize, Serialize};

use super::Done;
use super::records::{End, Place, Record, Records, lines};
use crate::failure::{Failure, shown};
use crate::language::messages as say;

/// Its name in a folder of results.
const NAME: &str = ".kehoach-run.jsonl";

/// What results depend on, beside the input.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Way {
    /// Version of the command.
    kehoach: String,
    format_version: u32,
    rules_version: u32,
    /// The options that results depend on.
    options: serde_json::Value,
}

impl Way {
    /// This program with these options.
    pub(crate) fn new(options: serde_json::Value) -> Self {
        Self {
            kehoach: env!("CARGO_PKG_VERSION").into(),
            format_version: kehoach::FORMAT_VERSION,
            rules_version: kehoach::RULES_VERSION,
            options,
        }
    }
}

/// The journal of a folder of results. Nobody else writes into the folder while it is open.
#[derive(Debug)]
pub(crate) struct Journal {
    path: PathBuf,
    pub(crate) records: Records,
    /// The place of the last record of each result, by the hash of its document.
    done: HashMap<u64, Place>,
    /// Keeps the lock.
    _lock: File,
}

impl Journal {
    /// Where the journal of a folder lies.
    pub(crate) fn path(folder: &Path) -> PathBuf {
        folder.join(NAME)
    }

    /// Opens the journal of a folder. What an earlier run did in the same way counts as done, if `resume`
    /// says so.
    pub(crate) fn open(folder: &Path, way: &Way, resume: bool) -> Result<Self, Failure> {
        let path = Self::path(folder);
        let failed = |error: io::Error| Failure::file(&path, &error);
        let mut options = File::options();
        let file = options.read(true).write(true).create(true).truncate(false).open(&path);
        let file = file.map_err(failed)?;
        let lock = file.try_clone().map_err(failed)?;
        if !lock.try_lock_exclusive().map_err(failed)? {
            return Err(Failure::Usage(say::in_use(&shown(folder))));
        }
        let mut done = HashMap::new();
        let whole = if resume { known(&file, way, &mut done).map_err(failed)? } else { 0 };
        file.set_len(whole).map_err(failed)?;
        let records = Records::new(file).map_err(failed)?;
        if whole == 0 {
            records.push(way).map_err(failed)?;
        }
        Ok(Self { path, records, done, _lock: lock })
    }

    /// The record of a document that is done: made of this input, in this way, and all its files are there
    /// with their length.
    pub(crate) fn done(&self, document: &str, digest: &str, files: &[PathBuf]) -> Option<Done<()>> {
        let place = *self.done.get(&hash(document))?;
        let record = self.records.read(place).ok()?;
        let written = record.result.as_ref()?;
        let same = record.document == document
            && written.input == digest
            && written.files.len() == files.len()
            && written.files.iter().zip(files).all(|(length, path)| {
                fs::metadata(path).is_ok_and(|there| there.is_file() && there.len() == *length)
            });
        match record.end {
            End::Read(outcome) if same => {
                Some(Done { kept: Some(place), ..Done::new(outcome, ()) })
            }
            _ => None,
        }
    }

    /// The documents that an earlier run did in the same way, with the lengths of their files.
    pub(crate) fn earlier(&self) -> impl Iterator<Item = (String, Vec<u64>)> {
        let records = self.done.values().filter_map(|place| self.records.read(*place).ok());
        records.filter_map(|record| Some((record.document, record.result?.files)))
    }

    /// The failure to write it.
    pub(super) fn failed(&self, error: &io::Error) -> Failure {
        Failure::file(&self.path, error)
    }
}

/// Notes what an earlier run did in the same way; the result is the length of what is of use.
fn known(file: &File, way: &Way, done: &mut HashMap<u64, Place>) -> io::Result<u64> {
    let mut same = false;
    let end = lines(file, |place, line| {
        if place == 0 {
            same = serde_json::from_slice::<Way>(line).is_ok_and(|earlier| earlier == *way);
        } else if same
            && let Ok(record) = serde_json::from_slice::<Record>(line)
            && matches!(record.end, End::Read(_))
        {
            done.insert(hash(&record.document), place);
        }
    })?;
    Ok(if same { end } else { 0 })
}

fn hash(document: &str) -> u64 {
    BuildHasherDefault::<DefaultHasher>::default().hash_one(document)
}
