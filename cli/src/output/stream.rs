//! One stream of results: standard output, or a file that appears when it is whole.

use std::fs::{self, File};
use std::io::{self, BufWriter, IsTerminal as _, StdoutLock, Write};
use std::path::{Path, PathBuf};

use serde::Serialize;

use super::json::{Layout, json};
use super::terminal::Inert;
use super::unfinished;
use crate::failure::Failure;

/// A stream of results, buffered, in UTF-8.
#[derive(Debug)]
pub(crate) struct Output {
    out: BufWriter<Target>,
    /// The file it is, if it is one.
    path: Option<PathBuf>,
}

#[derive(Debug)]
enum Target {
    Stdout(StdoutLock<'static>),
    Terminal(Inert<StdoutLock<'static>>),
    /// What is no regular file, such as a pipe, is written as it is.
    Open(File),
    Unfinished {
        file: File,
        path: PathBuf,
        name: PathBuf,
    },
}

impl Output {
    /// Standard output.
    pub(crate) fn stdout() -> Self {
        let stdout = io::stdout();
        let target = if stdout.is_terminal() {
            Target::Terminal(Inert::new(stdout.lock()))
        } else {
            Target::Stdout(stdout.lock())
        };
        Self::of(target, None)
    }

    /// Standard output for text that is inert already, which may bear colours of this program.
    pub(crate) fn coloured() -> Self {
        Self::of(Target::Stdout(io::stdout().lock()), None)
    }

    /// The file, or standard output if none is named or "-".
    pub(crate) fn to(path: Option<&Path>) -> Result<Self, Failure> {
        match path {
            Some(path) if path.as_os_str() != "-" => Self::file(path),
            _ => Ok(Self::stdout()),
        }
    }

    /// A file. It is written under another name, and renamed by `finish`.
    pub(crate) fn file(path: &Path) -> Result<Self, Failure> {
        let regular = fs::metadata(path).map_or(true, |there| there.is_file());
        let opened = if regular {
            let unfinished = unfinished(path);
            unfinished::create(&unfinished).map(|file| Target::Unfinished {
                file,
                path: unfinished,
                name: path.to_owned(),
            })
        } else {
            File::options().write(true).open(path).map(Target::Open)
        };
        let target = opened.map_err(|error| Failure::file(path, &error))?;
        Ok(Self::of(target, Some(path.to_owned())))
    }

    fn of(target: Target, path: Option<PathBuf>) -> Self {
        Self { out: BufWriter::with_capacity(1 << 16, target), path }
    }

    /// Writes one JSON value and ends the line.
    pub(crate) fn json(&mut self, value: &impl Serialize, layout: Layout) -> Result<(), Failure> {
        let written = json(&mut self.out, value, layout);
        written.map_err(|error| self.failed(error))
    }

    /// Writes bytes as they are.
    pub(crate) fn bytes(&mut self, bytes: &[u8]) -> Result<(), Failure> {
        let written = self.out.write_all(bytes);
        written.map_err(|error| self.failed(error))
    }

    /// Sees that everything arrived, and gives a file its name.
    pub(crate) fn finish(mut self) -> Result<(), Failure> {
        let done = self.out.flush().and_then(|()| self.out.get_mut().name());
        done.map_err(|error| self.failed(error))
    }

    /// How many columns of letters it has room for.
    pub(crate) fn width(&self) -> u16 {
        const USUAL: u16 = 120;
        let told = || std::env::var("COLUMNS").ok()?.parse().ok();
        let terminal = terminal_size::terminal_size().map(|(width, _)| width.0);
        terminal.filter(|_| self.path.is_none()).or_else(told).unwrap_or(USUAL).max(40)
    }

    /// The failure to write it.
    pub(crate) fn failed(&self, error: io::Error) -> Failure {
        match &self.path {
            Some(path) => Failure::file(path, &error),
            None => Failure::Output(error),
        }
    }
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.out.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// The name of a file until it is whole: short, for the name may be as long as names can be. What ended runs
/// left of the same file is cleared away.
fn unfinished(path: &Path) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let short: String = name.chars().take(20).collect();
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let folder = folder.unwrap_or(Path::new("."));
    // A folder that cannot be listed may still take files.
    let _ = unfinished::clear(folder, Some(&short));
    unfinished::path(folder, &short)
}

impl Target {
    fn name(&mut self) -> io::Result<()> {
        if let Self::Unfinished { path, name, .. } = self {
            fs::rename(&*path, &*name)?;
            path.clear();
        }
        Ok(())
    }
}

impl Write for Target {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Self::Stdout(out) => out.write(bytes),
            Self::Terminal(out) => out.write(bytes),
            Self::Open(file) | Self::Unfinished { file, .. } => file.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Self::Stdout(out) => out.flush(),
            Self::Terminal(out) => out.flush(),
            Self::Open(file) | Self::Unfinished { file, .. } => file.flush(),
        }
    }
}

impl Drop for Target {
    fn drop(&mut self) {
        if let Self::Unfinished { path, .. } = self
            && !path.as_os_str().is_empty()
        {
            // The failure before it is the one that is told.
            let _ = fs::remove_file(path);
        }
    }
}
