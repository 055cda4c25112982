//! Files behind the paths of a command line: folders with all below them, patterns.
//!
//! The order is that of the command line, within a folder that of names, so that a run gives the same
//! output each time. Nothing is listed before it is wanted: a folder of any size takes little memory.

use std::collections::HashSet;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use globset::{GlobBuilder, GlobMatcher};
use walkdir::{DirEntry, WalkDir};

use super::{Found, Item};
use crate::failure::{Reason, Refused};

/// Whether a path of the command line means one document.
pub(super) fn is_one(path: &Path) -> bool {
    !path.is_dir() && (path.exists() || !is_pattern(path))
}

/// The documents behind the paths.
pub(super) fn items(
    paths: Vec<PathBuf>,
    endings: Vec<String>,
    passed_over: &[PathBuf],
    skipped: Arc<Skipped>,
) -> impl Iterator<Item = Found> + Send + use<> {
    let passed_over: Vec<PathBuf> =
        passed_over.iter().filter_map(|path| path.canonicalize().ok()).collect();
    paths.into_iter().flat_map(move |path| -> Box<dyn Iterator<Item = Found> + Send> {
        if is_one(&path) {
            Box::new(std::iter::once(Ok(Item::named(&path))))
        } else if path.is_dir() {
            let text = Endings(endings.clone());
            let none = Reason::NoText { endings: text.told() };
            let wanted = move |path: &Path| text.take(path);
            let seen = Some(Arc::clone(&skipped));
            Box::new(Walk::new(&path, &path, wanted, passed_over.clone(), none, seen))
        } else {
            match matcher(&path) {
                Ok(_) if !root(&path).is_dir() => {
                    Box::new(std::iter::once(Err(refused(&path, Reason::NoMatch))))
                }
                Ok(matcher) => {
                    let wanted = move |path: &Path| matcher.is_match(path);
                    let below = root(&path);
                    let none = Reason::NoMatch;
                    Box::new(Walk::new(&path, &below, wanted, passed_over.clone(), none, None))
                }
                Err(error) => {
                    Box::new(std::iter::once(Err(refused(&path, Reason::Pattern(error)))))
                }
            }
        }
    })
}

/// The files that the paths of a command line mean, whatever they are called there.
#[derive(Debug)]
pub(crate) struct Meant {
    /// Files that are named.
    files: HashSet<PathBuf>,
    folders: Vec<Below>,
    endings: Endings,
    /// Folders of results, which are passed over.
    passed_over: Vec<PathBuf>,
}

/// What is meant below a folder.
#[derive(Debug)]
struct Below {
    folder: PathBuf,
    /// The folder as the pattern has it, and the pattern; none where all in the folder is meant.
    pattern: Option<(PathBuf, GlobMatcher)>,
}

impl Meant {
    /// What the paths mean; in folders and of patterns only files with one of the endings.
    pub(super) fn new(paths: &[PathBuf], endings: Vec<String>, passed_over: &[PathBuf]) -> Self {
        let whole = |path: &PathBuf| path.canonicalize().ok();
        let (files, others): (Vec<_>, Vec<_>) = paths.iter().partition(|path| is_one(path));
        let below = |path: &PathBuf| {
            if path.is_dir() {
                return Some(Below { folder: whole(path)?, pattern: None });
            }
            let root = root(path);
            let plain = root.strip_prefix(".").unwrap_or(&root).to_owned();
            Some(Below { folder: whole(&root)?, pattern: Some((plain, matcher(path).ok()?)) })
        };
        Self {
            files: files.into_iter().filter_map(whole).collect(),
            folders: others.into_iter().filter_map(below).collect(),
            endings: Endings(endings),
            passed_over: passed_over.iter().filter_map(whole).filter(|it| it.is_dir()).collect(),
        }
    }

    /// Whether a file that is no longer there would be one of them, by its whole path. Of patterns nothing is
    /// said.
    pub(crate) fn had(&self, file: &Path) -> bool {
        let below = |below: &Below| below.pattern.is_none() && file.starts_with(&below.folder);
        matches!(file.try_exists(), Ok(false))
            && self.endings.take(file)
            && self.folders.iter().any(below)
    }

    /// Whether a file that is there, or is to be written, is one of them by its name and ending. Whatever a
    /// pattern matches is one, and so is a tree beside its text.
    pub(crate) fn names(&self, file: &Path) -> bool {
        let Some(file) = settled(file).filter(|file| !file.is_dir()) else { return false };
        let below = |below: &Below| {
            let Ok(inner) = file.strip_prefix(&below.folder) else { return false };
            let hidden = |part: Component| part.as_os_str().as_encoded_bytes().starts_with(b".");
            let means = match &below.pattern {
                Some((root, matcher)) => matcher.is_match(root.join(inner)),
                None => self.endings.end(&file),
            };
            means && !inner.components().any(hidden)
        };
        self.files.contains(&file) || self.folders.iter().any(below)
    }

    /// Whether files in this folder would be among them, or in their folders.
    pub(crate) fn holds(&self, folder: &Path) -> bool {
        let Some(folder) = settled(folder) else { return false };
        let deep = |below: &Below| match &below.pattern {
            Some((_, matcher)) => matcher.glob().glob().contains("**"),
            None => true,
        };
        self.folders.iter().any(|below| folder.starts_with(&below.folder) && deep(below))
    }

    /// Whether a file is one of them.
    pub(crate) fn has(&self, file: &Path) -> bool {
        let Ok(file) = file.canonicalize() else { return false };
        let below = |below: &Below| {
            let Ok(inner) = file.strip_prefix(&below.folder) else { return false };
            let of_results = |results: &PathBuf| {
                file.starts_with(results)
                    && results.starts_with(&below.folder)
                    && *results != below.folder
            };
            let matches = below.pattern.as_ref();
            self.endings.take(&file)
                && !self.passed_over.iter().any(of_results)
                && matches.is_none_or(|(root, matcher)| matcher.is_match(root.join(inner)))
        };
        self.files.contains(&file) || self.folders.iter().any(below)
    }
}

/// The whole path of a file or folder that may not be there yet.
pub(super) fn settled(path: &Path) -> Option<PathBuf> {
    if let Ok(whole) = path.canonicalize() {
        return Some(whole);
    }
    let path = std::path::absolute(path).ok()?;
    let (there, whole) =
        path.ancestors().skip(1).find_map(|folder| Some((folder, folder.canonicalize().ok()?)))?;
    Some(whole.join(path.strip_prefix(there).ok()?))
}

fn refused(path: &Path, reason: Reason) -> Refused {
    Refused { name: path.display().to_string(), reason }
}

/// The endings of files that hold text.
#[derive(Debug)]
struct Endings(Vec<String>);

impl Endings {
    /// Whether a file has one of them, before or behind that of its packing.
    fn take(&self, path: &Path) -> bool {
        // A result beside the text it was made of is not another document.
        let is_json = unpacked(path).extension().is_some_and(|ending| ending == "json");
        let text = |ending: &str| path.with_extension(ending).is_file();
        let beside = || is_json && ["", "txt", "text", "md"].into_iter().any(text);
        self.end(path) && !beside()
    }

    /// Whether a file is called so.
    fn end(&self, path: &Path) -> bool {
        let ending = unpacked(path).extension().and_then(|ending| ending.to_str());
        ending.is_some_and(|ending| {
            let wanted = |want: &String| want.trim_start_matches('.').eq_ignore_ascii_case(ending);
            self.0.iter().any(wanted)
        })
    }

    fn told(&self) -> String {
        let dotted: Vec<String> =
            self.0.iter().map(|ending| format!(".{}", ending.trim_start_matches('.'))).collect();
        dotted.join(", ")
    }
}

/// A path without the ending of a packing.
pub(super) fn unpacked(path: &Path) -> &Path {
    let ending = path.extension();
    let packed = ["gz", "zst"]
        .iter()
        .any(|packing| ending.is_some_and(|it| it.eq_ignore_ascii_case(packing)));
    path.file_stem().filter(|_| packed).map_or(path, Path::new)
}

fn is_pattern(path: &Path) -> bool {
    path.to_string_lossy().contains(['*', '?', '[', '{'])
}

fn matcher(path: &Path) -> Result<GlobMatcher, globset::Error> {
    let pattern = path.to_string_lossy();
    let pattern = pattern.strip_prefix("./").unwrap_or(&pattern);
    Ok(GlobBuilder::new(pattern).literal_separator(true).build()?.compile_matcher())
}

/// The folder below which a pattern can match.
fn root(pattern: &Path) -> PathBuf {
    let plain = pattern.components().take_while(|part| !is_pattern(Path::new(part.as_os_str())));
    let root: PathBuf = plain.filter(|part| *part != Component::CurDir).collect();
    if root.as_os_str().is_empty() { PathBuf::from(".") } else { root }
}

/// The wanted files below a folder.
struct Walk<W> {
    /// How messages call it.
    named: PathBuf,
    below: PathBuf,
    entries: Box<dyn Iterator<Item = walkdir::Result<DirEntry>> + Send>,
    wanted: W,
    /// What to say if there is none.
    none: Option<Reason>,
    /// What is passed over; of patterns it is what they say.
    skipped: Option<Arc<Skipped>>,
}

/// What was passed over in folders that were named.
#[derive(Debug, Default)]
pub(crate) struct Skipped {
    /// Files with other endings.
    endings: AtomicU64,
    /// Files and folders that begin with a dot.
    hidden: AtomicU64,
}

impl Skipped {
    /// How many files have other endings.
    pub(crate) fn endings(&self) -> u64 {
        self.endings.load(Ordering::Relaxed)
    }

    /// How many files and folders are hidden.
    pub(crate) fn hidden(&self) -> u64 {
        self.hidden.load(Ordering::Relaxed)
    }
}

impl<W: Fn(&Path) -> bool> Walk<W> {
    fn new(
        named: &Path,
        below: &Path,
        wanted: W,
        passed_over: Vec<PathBuf>,
        none: Reason,
        skipped: Option<Arc<Skipped>>,
    ) -> Self {
        // Links are followed, as archives hold them; a link to a folder around it is an error.
        let walk = WalkDir::new(below).follow_links(true).sort_by_file_name().into_iter();
        let counter = skipped.clone();
        let entries = Box::new(walk.filter_entry(move |entry| {
            let hidden = is_hidden(entry);
            if let Some(skipped) = counter.as_ref().filter(|_| hidden && !is_ours(entry)) {
                skipped.hidden.fetch_add(1, Ordering::Relaxed);
            }
            !hidden && !is_result(entry, &passed_over)
        }));
        let below = below.strip_prefix("./").unwrap_or(below).to_owned();
        Self { named: named.to_owned(), below, entries, wanted, none: Some(none), skipped }
    }
}

/// Whether an entry is passed over for its name.
fn is_hidden(entry: &DirEntry) -> bool {
    entry.depth() > 0 && entry.file_name().as_encoded_bytes().starts_with(b".")
}

/// Whether it is a journal of this program, or what it writes at the moment.
fn is_ours(entry: &DirEntry) -> bool {
    entry.file_name().as_encoded_bytes().starts_with(b".kehoach-")
}

/// Whether it is a folder or file of results.
fn is_result(entry: &DirEntry, passed_over: &[PathBuf]) -> bool {
    entry.depth() > 0
        && passed_over.iter().any(|path| path.file_name() == Some(entry.file_name()))
        && entry.path().canonicalize().is_ok_and(|path| passed_over.contains(&path))
}

impl<W: Fn(&Path) -> bool> Iterator for Walk<W> {
    type Item = Found;

    fn next(&mut self) -> Option<Found> {
        for entry in &mut self.entries {
            let entry = match entry {
                Ok(entry) => entry,
                Err(error) => {
                    self.none = None;
                    let path = error.path().unwrap_or(&self.named).to_owned();
                    return Some(Err(refused(&path, Reason::Folder(error))));
                }
            };
            let path = entry.path();
            let path = path.strip_prefix("./").unwrap_or(path);
            if entry.file_type().is_file() && (self.wanted)(path) {
                self.none = None;
                return Some(Ok(Item::file(path.to_owned(), &self.below)));
            }
            if let Some(skipped) = self.skipped.as_ref().filter(|_| entry.file_type().is_file()) {
                skipped.endings.fetch_add(1, Ordering::Relaxed);
            }
        }
        let reason = self.none.take()?;
        Some(Err(refused(&self.named, reason)))
    }
}

/// A path without what leads out of a folder or begins at the root.
pub(super) fn below(path: &Path) -> PathBuf {
    path.components().filter(|part| matches!(part, Component::Normal(_))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn endings_may_stand_before_a_packing() {
        let endings = Endings(vec!["txt".into(), ".md".into()]);
        for taken in ["a.txt", "a.TXT", "b/a.md", "a.txt.gz", "a.md.zst", "a.b.txt"] {
            assert!(endings.take(Path::new(taken)), "{taken}");
        }
        for left in ["a", "txt", ".txt", "a.pdf", "a.gz", "a.txt.zip", "a.txt.json", "a.gz.pdf"] {
            assert!(!endings.take(Path::new(left)), "{left}");
        }
        assert_eq!(endings.told(), ".txt, .md");
    }

    #[test]
    fn a_pattern_is_looked_for_below_its_plain_part() {
        for (pattern, want) in [
            ("*.txt", "."),
            ("./*.txt", "."),
            ("a/b/*.txt", "a/b"),
            ("/a/*/b", "/a"),
            ("a/b?", "a"),
        ] {
            assert_eq!(root(Path::new(pattern)), Path::new(want), "{pattern}");
        }
    }

    #[test]
    fn results_lie_below_their_folder() {
        for (path, want) in
            [("a/x.txt", "a/x.txt"), ("./a/x", "a/x"), ("../a/x", "a/x"), ("/a/../b/x", "a/b/x")]
        {
            assert_eq!(below(Path::new(path)), Path::new(want), "{path}");
        }
    }
}
