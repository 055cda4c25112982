//! What a folder of results says of itself: which input, options and version each came from.
//!
//! `.kehoach-run.jsonl` in the folder has a line for the way of reading, and one for each document whose
//! result is in its place. A line is written after the result bears its name, so a run that is killed loses
//! at most the line of a whole result, which is then made again, byte by byte the same.

use std::collections::{HashMap, HashSet};
use std::fs::{self, File};
use std::hash::{BuildHasher as _, BuildHasherDefault, DefaultHasher};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use fs4::fs_std::FileExt as _;
use serde::{Deserialize, Serialize};

use super::Done;
use super::records::{End, Place, Record, Records, Written, lines};
use crate::failure::{Failure, shown};
use crate::input::Item;
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
    /// The place of the last record of each result of an earlier run, by the hash of its document.
    earlier: HashMap<u64, Place>,
    /// The records of an earlier run that is not gone on with.
    old: Option<Records>,
    /// The documents of this run, by their hashes.
    met: Mutex<HashSet<u64>>,
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
        let mut earlier = HashMap::new();
        let (same, end) = known(&file, way, &mut earlier).map_err(failed)?;
        let goes_on = resume && same;
        let old = if goes_on { None } else { Some(copy(&file, &mut earlier).map_err(failed)?) };
        file.set_len(if goes_on { end } else { 0 }).map_err(failed)?;
        let records = Records::new(file).map_err(failed)?;
        if !goes_on {
            records.push(way).map_err(failed)?;
        }
        Ok(Self { path, records, earlier, old, met: Mutex::default(), _lock: lock })
    }

    /// Notes that a document is an input of this run.
    pub(crate) fn meet(&self, document: &str) {
        self.met.lock().unwrap_or_else(PoisonError::into_inner).insert(hash(document));
    }

    /// What is known of a document that is done: made of this input, in this way, and all its files are there
    /// with their length. Where it lies elsewhere now, that is noted.
    pub(crate) fn done(&self, item: &Item, digest: &str, files: &[PathBuf]) -> Option<Done<()>> {
        let document = item.name();
        if self.old.is_some() {
            return None;
        }
        let place = *self.earlier.get(&hash(&document))?;
        let record = self.records.read(place).ok()?;
        let written = record.result?;
        let same = record.document == document
            && written.input == digest
            && written.files.len() == files.len()
            && is_as_written(&written.files, files);
        let lay = item.lies();
        let moved = (written.lay != lay).then_some(Written { lay, ..written });
        match record.end {
            End::Read(outcome) if same => {
                Some(Done { kept: Some(place), written: moved, ..Done::new(outcome, ()) })
            }
            _ => None,
        }
    }

    /// What an earlier run wrote of a document.
    pub(crate) fn before(&self, document: &str) -> Option<Written> {
        let record = self.read(*self.earlier.get(&hash(document))?)?;
        record.result.filter(|_| record.document == document)
    }

    /// What an earlier run wrote of documents that are no inputs of this one.
    pub(crate) fn others(&self) -> Vec<Place> {
        let met = self.met.lock().unwrap_or_else(PoisonError::into_inner);
        let others = self.earlier.iter().filter(|(document, _)| !met.contains(document));
        others.map(|(_, place)| *place).collect()
    }

    /// A record of an earlier run: its document, and what was written.
    pub(crate) fn other(&self, place: Place) -> Option<(String, Written)> {
        let record = self.read(place)?;
        Some((record.document, record.result?))
    }

    /// Whether it goes on with what an earlier run did in the same way.
    pub(crate) fn goes_on(&self) -> bool {
        self.old.is_none()
    }

    fn read(&self, place: Place) -> Option<Record> {
        self.old.as_ref().unwrap_or(&self.records).read(place).ok()
    }

    /// The failure to write it.
    pub(super) fn failed(&self, error: &io::Error) -> Failure {
        Failure::file(&self.path, error)
    }
}

/// Whether all files are there with their length.
pub(crate) fn is_as_written(lengths: &[u64], files: &[PathBuf]) -> bool {
    lengths.iter().zip(files).all(|(length, path)| {
        fs::metadata(path).is_ok_and(|there| there.is_file() && there.len() == *length)
    })
}

/// Notes what an earlier run did; the result is whether it was done in the same way, and the length of what is
/// whole.
fn known(file: &File, way: &Way, done: &mut HashMap<u64, Place>) -> io::Result<(bool, u64)> {
    let mut earlier = None;
    let end = lines(file, |place, line| {
        if place == 0 {
            earlier = serde_json::from_slice::<Way>(line).ok();
        } else if earlier.is_some()
            && let Ok(record) = serde_json::from_slice::<Record>(line)
            && matches!(record.end, End::Read(_))
        {
            done.insert(hash(&record.document), place);
        }
    })?;
    Ok((earlier.is_some_and(|earlier| earlier == *way), end))
}

/// Copies records out of a file that is to be written anew; the places become those of the copies.
fn copy(file: &File, places: &mut HashMap<u64, Place>) -> io::Result<Records> {
    let (records, copies) = (Records::new(file.try_clone()?)?, Records::passing()?);
    for place in places.values_mut() {
        *place = copies.push(&records.read(*place)?)?;
    }
    Ok(copies)
}

fn hash(document: &str) -> u64 {
    BuildHasherDefault::<DefaultHasher>::default().hash_one(document)
}
