//! The texts tests run over: the fixtures, and documents that lie beside the repository.

use std::fs;
use std::path::{Path, PathBuf};

use super::repository;

/// A text and the name of its file.
pub struct Sample {
    /// File name without directories.
    pub name: String,
    /// Where it lies.
    pub path: PathBuf,
    /// Its text.
    pub text: String,
}

/// The fixtures, in order of name.
pub fn fixtures() -> Vec<Sample> {
    let found = texts(&repository("fixtures"));
    assert!(!found.is_empty(), "there are no fixtures/*.txt");
    found
}

/// A file or folder beside the repository, `../shared/<path>`; `None`, and a line that says so,
/// where it is not there.
pub fn shared(path: &str) -> Option<PathBuf> {
    let found = repository("../shared").join(path);
    if found.exists() {
        return Some(found);
    }
    println!("skipped: {} is not there", found.display());
    None
}

/// The UTF-8 `*.txt` files of a folder, in order of name.
pub fn texts(folder: &Path) -> Vec<Sample> {
    let entries = fs::read_dir(folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display()));
    let paths = entries.map(|entry| entry.expect("a readable folder").path());
    let mut paths: Vec<_> = paths.filter(|p| p.extension().is_some_and(|e| e == "txt")).collect();
    paths.sort();
    paths.into_iter().filter_map(sample).collect()
}

/// The text of a file; `None` if it is not UTF-8.
pub fn sample(path: PathBuf) -> Option<Sample> {
    let bytes = fs::read(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    let text = String::from_utf8(bytes).ok()?;
    let name = path.file_name().expect("a file").to_string_lossy().into_owned();
    Some(Sample { name, path, text })
}
