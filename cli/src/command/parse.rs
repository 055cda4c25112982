//! `kehoach parse`: documents in, their trees out.

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

use clap::{Args, ValueEnum};
use serde::Serialize;
use serde_json::json;

use crate::failure::{Failure, Reason, Trouble, shown};
use crate::input::{self, Inputs, Item, Meant, Named};
use crate::language::messages as say;
use crate::output::{Folder, Layout, Output, json};
use crate::reading::{Reader, Reading};
use crate::run::{
    Accounts, Done, Earlier, Job, Journal, Outcome, Prints, Run, Way, Written, is_as_written,
};

/// Print the trees of documents as JSON
///
/// One file gives one JSON value on standard output. Many are written into a folder with -o
/// (a/x.txt becomes DIR/a/x.txt.json), or printed one a line with --format jsonl. A file that fails
/// does not stop the others. The text is UTF-8 with or without a byte-order mark, UTF-16 with one, or in an
/// encoding from before Unicode, which is detected and converted: TCVN3 (ABC), VNI-Windows, VISCII, VIQR,
/// windows-1258 (see --encoding). Positions in the output are bytes of the UTF-8 text; `schema/kehoach-1.schema.json`
/// describes its format.
#[derive(Debug, Args)]
pub(crate) struct Parse {
    #[command(flatten)]
    inputs: Inputs,

    /// Where to write: a folder for the trees, or a file with --format jsonl
    #[arg(short, long, value_name = "PATH")]
    output: Option<PathBuf>,

    /// What to write: one JSON value a document, or one line a document
    #[arg(long, value_enum, default_value_t = Format::Json)]
    format: Format,

    /// Print the JSON on one line
    #[arg(long)]
    compact: bool,

    #[command(flatten)]
    reading: Reading,

    /// Write the text that positions count in, as UTF-8: into this folder, or into this file for one
    /// document on standard output
    #[arg(long, value_name = "PATH")]
    write_text: Option<PathBuf>,

    /// Keep the results of an earlier run into the same folder that are made of the same input, by the
    /// same version with the same options
    ///
    /// The folder keeps a journal of its results, `.kehoach-run.jsonl`. A run that was ended at any point
    /// can be resumed; its results are those of a run that went through. Those of documents that are gone
    /// from the folders that are named are removed, if nothing failed and they are as they were written; the summary counts
    /// others that belong to no input.
    #[arg(long, requires = "output")]
    resume: bool,

    #[command(flatten)]
    run: Run,

    #[command(flatten)]
    accounts: Accounts,
}

/// What is written of documents.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// One JSON value a document.
    Json,
    /// One line a document.
    Jsonl,
}

impl Parse {
    pub(super) fn run(self) -> Result<(), Failure> {
        self.keep()?;
        let reader = Reader::new(self.inputs.cost, &self.reading)?;
        match (self.format, &self.output, self.inputs.single()) {
            (Format::Json, None, Some(item)) => self.one(&reader, item),
            (Format::Json, None, None) => self.many_to_stdout(),
            (Format::Json, Some(path), _) if means_lines(path) => {
                Err(Failure::Usage(say::lines_wanted(&shown(path))))
            }
            (Format::Json, Some(folder), _) => self.fill_folder(&reader, folder),
            (Format::Jsonl, _, _) if self.resume => Err(Failure::Usage(say::resume_lines())),
            (Format::Jsonl, path, _) => self.print_lines(&reader, path.as_deref()),
        }
    }

    /// Refuses outputs that would overwrite an input or one another.
    fn keep(&self) -> Result<(), Failure> {
        let output = self.output.iter().filter(|path| path.as_os_str() != "-");
        let journal = output.clone().filter(|_| self.format == Format::Json);
        let journal: Vec<PathBuf> = journal.map(|folder| Journal::path(folder)).collect();
        let texts = &self.write_text;
        let files = output.chain(&journal).chain(texts).chain(self.accounts.files());
        // Trees and texts may go into one folder.
        let apart = files.clone().filter(|path| texts.as_ref() != Some(path));
        self.inputs.keep(Named::Texts, apart)?;
        self.inputs.keep(Named::Texts, texts.iter().chain(self.accounts.files()))?;
        self.reading.keep(files)?;
        // A tree of an earlier run, which this one may write anew.
        let is_tree = |file: &&PathBuf| {
            let folder = self.output.as_ref().filter(|_| self.format == Format::Json);
            folder.is_some_and(|folder| input::is_below(file, folder) && input::is_tree_file(file))
        };
        if let Some(file) = self.accounts.files().find(is_tree) {
            return Err(Failure::Usage(say::two_outputs(&shown(file))));
        }
        let one = self.output.is_none() && self.format == Format::Json;
        self.inputs.keep_from(texts.as_ref().filter(|_| !one))
    }

    /// What is wrong with several documents on standard output: there are several, or none at all.
    fn many_to_stdout(&self) -> Result<(), Failure> {
        let mut refused = Vec::new();
        for item in self.inputs.items(Named::Texts, &self.passed_over()) {
            match item.and_then(Item::there) {
                Ok(_) => return Err(Failure::Usage(say::many_to_stdout())),
                Err(reason) => refused.push(reason),
            }
        }
        for refused in refused {
            // Nobody is left to be told when standard error is closed.
            let _ = writeln!(io::stderr(), "kehoach: {refused}");
        }
        Err(Failure::Partly)
    }

    /// The tree of the only document, on standard output.
    fn one(&self, reader: &Reader, item: Item) -> Result<(), Failure> {
        let options = self.options()?;
        let work = |_, item: &Item| {
            let bytes = item.read(self.inputs.cost)?;
            let mut tree = reader.read(item, &bytes)?;
            tree.parsed.source.name = item.file_name();
            if let Some(path) = &self.write_text {
                let text = reader.decode(&bytes)?;
                write_file(path, text.as_bytes()).map_err(Trouble::All)?;
            }
            Ok(Done::new(Outcome::of(&tree.parsed), self.bytes(&tree)))
        };
        // Of one document there is no progress, and its result is its summary.
        let mut run = self.run.clone();
        run.quiet = true;
        let job = Job { run: &run, ..self.job(reader, None, &options) };
        job.over(
            std::iter::once(Ok(item)),
            || None,
            work,
            |json| {
                let mut output = Output::stdout();
                output.bytes(&json)?;
                output.finish()
            },
        )
    }

    /// Each tree into a file of its own, by the thread that read it.
    fn fill_folder(&self, reader: &Reader, root: &Path) -> Result<(), Failure> {
        let folder = Folder::open(root)?;
        let options = self.options()?;
        let journal = Journal::open(root, &Way::new(options.clone()), self.resume)?;
        folder.clear()?;
        let texts = self.texts()?;
        let passed_over = self.passed_over();
        let meant = self.inputs.meant(&passed_over);
        let (removed, stale) = (AtomicU64::new(0), AtomicU64::new(0));
        let work = |slot, item: &Item| {
            let bytes = item.read(self.inputs.cost)?;
            let targets = targets(item, &folder, texts.as_ref());
            if let Some(kept) = journal.done(item, &input::digest(&bytes), &targets) {
                reader.pass(item);
                return Ok(kept);
            }
            let tree = reader.read(item, &bytes)?;
            let json = self.bytes(&tree);
            self.keep_file(&meant, &targets)?;
            let mut lengths = vec![json.len() as u64];
            folder.write(&result_of(item), &json, slot)?;
            lengths.extend(write_text(reader, texts.as_ref(), item, &bytes, slot)?);
            let input = tree.parsed.source.sha256.to_string();
            let mut done = Done::new(Outcome::of(&tree.parsed), ());
            done.written = Some(Written { input, files: lengths, lay: item.lies() });
            Ok(done)
        };
        // What an earlier run made of an input that fails now is not passed off as its result.
        let failed = |item: &Item, reason: &Reason| {
            let Some(written) = journal.before(&item.name()) else { return };
            let mut targets = targets(item, &folder, texts.as_ref());
            if !journal.goes_on() {
                // The texts of another way may have lain elsewhere.
                targets.truncate(1);
            }
            let same = written.lay == item.lies();
            if same && reason.is_of_contents() && remove(&targets, &written.files) {
                removed.fetch_add(1, Ordering::Relaxed);
            } else if targets.iter().any(|target| target.is_file()) {
                stale.fetch_add(1, Ordering::Relaxed);
            }
        };
        let work = |slot, item: &Item| {
            journal.meet(&item.name());
            work(slot, item).inspect_err(|trouble| {
                if let Trouble::Input(reason) = trouble {
                    failed(item, reason);
                }
            })
        };
        let items = self.inputs.items(Named::Texts, &passed_over);
        let items = input::apart(items, |item| match texts.as_ref() {
            // Where two trees have one place, their texts have, too.
            Some(texts) => texts.path(&item.text_place()),
            None => folder.path(&result_of(item)),
        });
        let count = self.inputs.counter(Named::Texts, &passed_over);
        let swept = |none_failed: bool| Earlier {
            removed_of_failures: removed.load(Ordering::Relaxed),
            kept_of_failures: stale.load(Ordering::Relaxed),
            ..sweep(&journal, &meant, &folder, texts.as_ref(), journal.goes_on() && none_failed)
        };
        let job = Job { sweep: Some(&swept), ..self.job(reader, Some(&journal), &options) };
        job.over(items, count, work, |()| Ok(()))
    }

    /// One tree a line, in the order of the documents.
    fn print_lines(&self, reader: &Reader, path: Option<&Path>) -> Result<(), Failure> {
        let mut output = Output::to(path)?;
        let options = self.options()?;
        let texts = self.texts()?;
        let passed_over = self.passed_over();
        let meant = self.inputs.meant(&passed_over);
        let work = |slot, item: &Item| {
            let bytes = item.read(self.inputs.cost)?;
            let tree = reader.read(item, &bytes)?;
            self.keep_file(&meant, &text_target(item, texts.as_ref()))?;
            write_text(reader, texts.as_ref(), item, &bytes, slot)?;
            Ok(Done::new(Outcome::of(&tree.parsed), self.bytes(&tree)))
        };
        let items = self.inputs.items(Named::Texts, &passed_over);
        let items: Box<dyn Iterator<Item = _> + Send> = match texts.as_ref() {
            Some(texts) => Box::new(input::apart(items, |item| texts.path(&item.text_place()))),
            None => Box::new(items),
        };
        let count = self.inputs.counter(Named::Texts, &passed_over);
        let job = self.job(reader, None, &options);
        let ended = job.over(items, count, work, |line| output.bytes(&line));
        match ended {
            Ok(()) | Err(Failure::Partly) => output.finish().and(ended),
            Err(failure) => Err(failure),
        }
    }

    fn job<'a>(
        &'a self,
        reader: &'a Reader,
        journal: Option<&'a Journal>,
        options: &'a serde_json::Value,
    ) -> Job<'a> {
        let reader = Some(reader);
        let prints = match self.format {
            Format::Json => Prints::Nothing,
            Format::Jsonl => Prints::unless(self.output.as_deref()),
        };
        Job {
            run: &self.run,
            accounts: &self.accounts,
            journal,
            sweep: None,
            skipped: self.inputs.skipped(),
            reader,
            prints,
            options,
        }
    }

    /// Refuses results that would overwrite what is to be read, or an account of the run.
    fn keep_file(&self, meant: &Meant, targets: &[PathBuf]) -> Result<(), Trouble> {
        let is_input = |target: &&PathBuf| {
            meant.has(target)
                || (target.is_file() && meant.names(target) && !input::is_tree_file(target))
        };
        if let Some(target) = targets.iter().find(is_input) {
            return Err(Reason::Unwritten(say::is_input(&shown(target))).into());
        }
        let is_account = |target: &&PathBuf| {
            let mut files = self.accounts.files();
            files.any(|file| file.file_name() == target.file_name() && input::is_same(file, target))
        };
        match targets.iter().find(is_account) {
            Some(target) => Err(Reason::Unwritten(say::two_outputs(&shown(target))).into()),
            None => Ok(()),
        }
    }

    /// The options that results depend on.
    fn options(&self) -> Result<serde_json::Value, Failure> {
        Ok(json!({
            "max_bytes": self.inputs.cost.max_bytes,
            "layout": self.layout(),
            "reading": self.reading.options()?,
            "write_text": self.write_text.as_ref().map(|path| path.to_string_lossy()),
        }))
    }

    /// Folders that hold results, and files of the account: none of them is a document.
    fn passed_over(&self) -> Vec<PathBuf> {
        let folders = self.output.iter().chain(&self.write_text);
        folders.chain(self.accounts.files()).cloned().collect()
    }

    /// The folder of texts, if one is wanted.
    fn texts(&self) -> Result<Option<Folder>, Failure> {
        let folder = self.write_text.as_deref().map(Folder::open).transpose()?;
        if let Some(folder) = &folder {
            folder.clear()?;
        }
        Ok(folder)
    }

    fn layout(&self) -> Layout {
        let compact = self.compact || self.format == Format::Jsonl;
        if compact { Layout::Compact } else { Layout::Pretty }
    }

    fn bytes(&self, tree: &impl Serialize) -> Vec<u8> {
        let mut bytes = Vec::new();
        json(&mut bytes, tree, self.layout()).expect("memory takes any bytes");
        bytes
    }
}

/// Whether a path is called as a file of trees is, and is no folder.
fn means_lines(path: &Path) -> bool {
    let ending = path.extension().and_then(|ending| ending.to_str());
    let lines = ["jsonl", "ndjson", "json", "csv", "parquet"];
    ending.is_some_and(|ending| lines.iter().any(|it| it.eq_ignore_ascii_case(ending)))
        && !path.is_dir()
}

/// Writes a file.
fn write_file(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let mut output = Output::file(path)?;
    output.bytes(bytes)?;
    output.finish()
}

/// Looks after what an earlier run wrote of documents that are no inputs of this one: of those that are gone
/// from its folders it is removed, if `removes`. A file that is not as it was written stays.
fn sweep(
    journal: &Journal,
    meant: &Meant,
    folder: &Folder,
    texts: Option<&Folder>,
    removes: bool,
) -> Earlier {
    let mut earlier = Earlier::default();
    for place in journal.others() {
        let Some((document, written)) = journal.other(place) else { continue };
        let item = Item::recorded(&document, written.lay.is_some());
        let targets = targets(&item, folder, texts);
        let is_gone = || written.lay.as_ref().is_some_and(|lay| meant.had(Path::new(lay)));
        if removes && is_gone() && remove(&targets, &written.files) {
            earlier.removed += 1;
        } else if targets.iter().any(|target| target.is_file()) {
            earlier.of_no_input += 1;
        }
    }
    earlier
}

/// Removes the files of a document that are as they were written; whether there were any.
fn remove(targets: &[PathBuf], lengths: &[u64]) -> bool {
    let mut gone = false;
    for (target, length) in targets.iter().zip(lengths) {
        let same = is_as_written(&[*length], std::slice::from_ref(target));
        gone |= same && fs::remove_file(target).is_ok();
    }
    gone
}

/// The file of a result: that of the document, and `.json`.
fn result_of(item: &Item) -> PathBuf {
    let mut place = item.place();
    place.as_mut_os_string().push(".json");
    place
}

/// The files a document is written to.
fn targets(item: &Item, folder: &Folder, texts: Option<&Folder>) -> Vec<PathBuf> {
    let tree = folder.path(&result_of(item));
    std::iter::once(tree).chain(text_target(item, texts)).collect()
}

/// The file its text is written to, if one is.
fn text_target(item: &Item, texts: Option<&Folder>) -> Vec<PathBuf> {
    texts.map(|texts| texts.path(&item.text_place())).into_iter().collect()
}

/// Writes the text of a document into the folder of texts; its length.
fn write_text(
    reader: &Reader,
    texts: Option<&Folder>,
    item: &Item,
    bytes: &[u8],
    slot: usize,
) -> Result<Option<u64>, Trouble> {
    let Some(folder) = texts else { return Ok(None) };
    let text = reader.decode(bytes)?;
    folder.write(&item.text_place(), text.as_bytes(), slot)?;
    Ok(Some(text.len() as u64))
}
