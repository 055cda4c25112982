//! A folder of results. Each is written under another name and renamed when it is whole, so that a
//! file that bears the name of a result is one.

use std::fs;
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use super::unfinished;
use crate::failure::{Failure, Trouble, shown};
use crate::language::messages as say;

/// A folder of results.
#[derive(Debug)]
pub(crate) struct Folder {
    root: PathBuf,
}

impl Folder {
    /// Makes the folder if there is none.
    pub(crate) fn open(root: &Path) -> Result<Self, Failure> {
        if fs::metadata(root).is_ok_and(|there| !there.is_dir()) {
            return Err(Failure::Usage(say::no_folder(&shown(root))));
        }
        let failed = |error| Failure::file(root, &error);
        fs::create_dir_all(root).map_err(failed)?;
        Ok(Self { root: root.to_owned() })
    }

    /// Clears what an interrupted run left unfinished.
    pub(crate) fn clear(&self) -> Result<(), Failure> {
        unfinished::clear(&self.root, None).map_err(|error| Failure::file(&self.root, &error))
    }

    /// The path of a result in it.
    pub(crate) fn path(&self, place: &Path) -> PathBuf {
        self.root.join(place)
    }

    /// Writes a result. `slot` tells apart who writes at the same time.
    pub(crate) fn write(&self, place: &Path, bytes: &[u8], slot: usize) -> Result<(), Trouble> {
        let target = self.path(place);
        let what = slot.to_string();
        let unfinished = unfinished::path(&self.root, &what);
        let written = write_as(&unfinished, &target, bytes).or_else(|error| {
            match (error.kind(), target.parent()) {
                // A folder below the root that is mounted from elsewhere.
                (ErrorKind::CrossesDevices, Some(parent)) => {
                    write_as(&unfinished::path(parent, &what), &target, bytes)
                }
                _ => Err(error),
            }
        });
        written.map_err(|error| Trouble::writing(&target, &error))
    }
}

/// Writes a file under another name, and renames it.
fn write_as(unfinished: &Path, target: &Path, bytes: &[u8]) -> io::Result<()> {
    // It is open, and so locked, until it has its name.
    let mut file = unfinished::create(unfinished)?;
    let written = file.write_all(bytes).and_then(|()| rename(unfinished, target));
    // The failure before it is the one that is told.
    written.inspect_err(|_| drop(fs::remove_file(unfinished)))
}

/// Renames, into a folder that may not be there yet.
fn rename(from: &Path, to: &Path) -> io::Result<()> {
    match fs::rename(from, to) {
        Err(error) if error.kind() == ErrorKind::NotFound => {
            let Some(parent) = to.parent() else { return Err(error) };
            fs::create_dir_all(parent)?;
            fs::rename(from, to)
        }
        renamed => renamed,
    }
}
