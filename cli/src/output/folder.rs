//! A folder of results. Each is written under another name and renamed when it is whole, so that a
//! file that bears the name of a result is one.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use crate::failure::{Failure, Trouble, shown};
use crate::language::messages as say;

/// What names of unfinished files begin with.
const UNFINISHED: &str = ".kehoach-";

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
        let root = &self.root;
        let failed = |error| Failure::file(root, &error);
        for entry in fs::read_dir(root).map_err(failed)? {
            let entry = entry.map_err(failed)?;
            let name = entry.file_name();
            let name = name.to_string_lossy();
            if name.starts_with(UNFINISHED) && name.ends_with(".tmp") {
                fs::remove_file(entry.path()).map_err(failed)?;
            }
        }
        Ok(())
    }

    /// The path of a result in it.
    pub(crate) fn path(&self, place: &Path) -> PathBuf {
        self.root.join(place)
    }

    /// Writes a result. `slot` tells apart who writes at the same time.
    pub(crate) fn write(&self, place: &Path, bytes: &[u8], slot: usize) -> Result<(), Trouble> {
        let target = self.path(place);
        let name = format!("{UNFINISHED}{slot}.tmp");
        let unfinished = self.root.join(&name);
        let written = write_new(&unfinished, bytes)
            .and_then(|()| rename(&unfinished, &target))
            .or_else(|error| match (error.kind(), target.parent()) {
                // A folder below the root that is mounted from elsewhere.
                (ErrorKind::CrossesDevices, Some(parent)) => {
                    let beside = parent.join(&name);
                    let written = write_new(&beside, bytes).and_then(|()| rename(&beside, &target));
                    written.inspect_err(|_| remove(&beside))
                }
                _ => Err(error),
            });
        if written.is_err() {
            remove(&unfinished);
        }
        written.map_err(|error| Trouble::writing(&target, &error))
    }
}

fn write_new(path: &Path, bytes: &[u8]) -> io::Result<()> {
    File::create(path)?.write_all(bytes)
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

/// Clears away what is not whole; the failure before it is the one that is told.
fn remove(path: &Path) {
    let _ = fs::remove_file(path);
}
