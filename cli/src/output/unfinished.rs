//! Files that are not whole yet. They bear another name, and whoever writes one holds a lock on it: what nobody
//! holds was left by a run that was ended, and may be cleared away.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use fs4::fs_std::FileExt as _;

/// What names of unfinished files begin and end with.
const BEGIN: &str = ".kehoach-";
const END: &str = ".tmp";

/// The path of an unfinished file in a folder. `what` tells apart what one process writes at the same time.
pub(super) fn path(folder: &Path, what: &str) -> PathBuf {
    folder.join(format!("{BEGIN}{what}-{}{END}", std::process::id()))
}

/// Makes an unfinished file, whose lock lasts as long as it is open.
pub(super) fn create(path: &Path) -> io::Result<File> {
    const TRIES: usize = 8;
    let mut file = File::create(path)?;
    for _ in 0..TRIES {
        // Where a file system knows no locks, nothing is cleared away either.
        let held = file.try_lock_exclusive().unwrap_or(true);
        if held && path.exists() {
            break;
        }
        // Somebody took it for a leftover before it was locked.
        file = File::create(path)?;
    }
    Ok(file)
}

/// Clears away what ended runs left of this, or of anything if it is none. What another process still writes
/// stays.
pub(super) fn clear(folder: &Path, what: Option<&str>) -> io::Result<()> {
    let begin = what.map_or(BEGIN.to_owned(), |what| format!("{BEGIN}{what}-"));
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name();
        let name = name.to_string_lossy();
        if name.starts_with(&begin) && name.ends_with(END) && is_left(&entry.path()) {
            fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}

/// Whether nobody writes this file any more.
fn is_left(path: &Path) -> bool {
    let opened = File::options().write(true).open(path);
    opened.is_ok_and(|file| file.try_lock_exclusive().unwrap_or(false))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_being_written_stays_and_what_was_left_goes() {
        let folder = tempfile::tempdir().expect("a folder");
        let living = path(folder.path(), "a.csv");
        let held = create(&living).expect("a file");
        let left = folder.path().join(".kehoach-a.csv-1.tmp");
        let other = folder.path().join(".kehoach-b.csv-1.tmp");
        let journal = folder.path().join(".kehoach-run.jsonl");
        for path in [&left, &other, &journal] {
            fs::write(path, "x").expect("a file");
        }
        clear(folder.path(), Some("a.csv")).expect("a folder");
        assert!(living.exists() && !left.exists() && other.exists() && journal.exists());
        clear(folder.path(), None).expect("a folder");
        assert!(living.exists() && !other.exists() && journal.exists());
        drop(held);
        clear(folder.path(), None).expect("a folder");
        assert!(!living.exists());
    }
}
