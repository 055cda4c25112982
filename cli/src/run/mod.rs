//! Many documents: read in parallel, handed on in order, with a progress, a summary and an end that
//! leaves nothing half done.

mod account;
mod interrupt;
mod journal;
mod pipeline;
mod progress;
mod records;
mod summary;

use std::collections::BTreeMap;
use std::io;
use std::num::NonZeroUsize;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::thread;

use clap::Args;

pub(crate) use self::account::Accounts;
use self::account::{Account, Ran};
pub(crate) use self::journal::{Journal, Way, is_as_written};
use self::pipeline::in_order;
pub(crate) use self::progress::Prints;
use self::progress::Progress;
use self::records::{End, Place, Record};
pub(crate) use self::records::{Records, Written};
pub(crate) use self::summary::{Earlier, Outcome};
use self::summary::{PassedOver, Summary};
use crate::failure::{Failure, Reason, Refused, Trouble};
use crate::input::{Item, Skipped};
use crate::language::messages as say;
use crate::reading::Reader;

/// How many documents are read.
#[derive(Debug, Clone, Args)]
pub(crate) struct Run {
    /// Read this many documents at the same time; as many as the machine has cores unless told
    /// otherwise
    #[arg(short, long, value_name = "NUMBER", value_parser = threads)]
    jobs: Option<NonZeroUsize>,

    /// Print neither progress nor summary, only what fails
    #[arg(short, long)]
    pub(crate) quiet: bool,
}

/// A number of threads.
fn threads(text: &str) -> Result<NonZeroUsize, String> {
    text.parse().map_err(|_| say::jobs_wanted())
}

impl Run {
    /// The number of threads.
    pub(crate) fn threads(&self) -> NonZeroUsize {
        self.jobs.or_else(|| thread::available_parallelism().ok()).unwrap_or(NonZeroUsize::MIN)
    }
}

/// A run: how, and what is kept of it.
pub(crate) struct Job<'a> {
    pub(crate) run: &'a Run,
    /// The accounts that are wanted.
    pub(crate) accounts: &'a Accounts,
    /// The journal of the folder of results, if there is one.
    pub(crate) journal: Option<&'a Journal>,
    /// The reader, if there is something to say of what it read.
    pub(crate) reader: Option<&'a Reader>,
    /// What was passed over in the folders.
    pub(crate) skipped: &'a Skipped,
    /// What it prints on standard output.
    pub(crate) prints: Prints,
    /// Looks after the results of earlier runs, when all documents went through; it is told whether none failed.
    pub(crate) sweep: Option<&'a (dyn Fn(bool) -> Earlier + Sync)>,
    /// The options that results depend on, for the report.
    pub(crate) options: &'a serde_json::Value,
}

/// What came of a document.
#[derive(Debug)]
pub(crate) struct Done<T> {
    /// In numbers.
    pub(crate) outcome: Outcome,
    /// The files that were written.
    pub(crate) written: Option<Written>,
    /// Where its record stands, if it was done before; it is noted anew where files are named, too.
    pub(crate) kept: Option<Place>,
    /// What is handed on.
    pub(crate) yields: T,
}

impl<T> Done<T> {
    /// A document that was read.
    pub(crate) fn new(outcome: Outcome, yields: T) -> Self {
        Self { outcome, written: None, kept: None, yields }
    }
}

impl Job<'_> {
    /// Does `work` on each document, in parallel, and hands what comes of it to `take`, in order. What
    /// fails is told of and passed over. Ends with a summary and the accounts.
    pub(crate) fn over<T: Send>(
        &self,
        items: impl Iterator<Item = Result<Item, Refused>> + Send,
        count: impl FnOnce() -> Option<u64> + Send + 'static,
        work: impl Fn(usize, &Item) -> Result<Done<T>, Trouble> + Sync,
        mut take: impl FnMut(T) -> Result<(), Failure>,
    ) -> Result<(), Failure> {
        interrupt::watch();
        let passing = match self.journal {
            None if self.accounts.is_wanted() => Some(Records::passing().map_err(Failure::Output)?),
            _ => None,
        };
        let records = self.journal.map(|journal| &journal.records).or(passing.as_ref());
        let mut account = Account::default();
        let mut summary = Summary::default();
        let mut alike = Alike::default();
        let mut progress = Progress::new(self.run.quiet, self.prints, count);
        let work = |slot, item: Result<Item, Refused>| {
            let item = item.map_err(Stop::Refused)?;
            let caught = catch_unwind(AssertUnwindSafe(|| work(slot, &item)));
            match caught.unwrap_or(Err(Trouble::Input(Reason::Panicked))) {
                Ok(done) => Ok((item.name(), done)),
                Err(Trouble::Input(reason)) => Err(Stop::Refused(item.refused(reason))),
                Err(Trouble::All(failure)) => Err(Stop::Failure(failure)),
            }
        };
        let ended = in_order(items, self.run.threads(), work, |done| {
            let (record, kept) = match done {
                Ok((document, done)) => {
                    summary.add(&done.outcome);
                    summary.kept += u64::from(done.kept.is_some());
                    take(done.yields)?;
                    (
                        Record { document, result: done.written, end: End::Read(done.outcome) },
                        done.kept,
                    )
                }
                Err(Stop::Refused(refused)) => {
                    summary.failures += 1;
                    if alike.is_news(&refused) {
                        progress.tell(&format!("kehoach: {refused}"));
                    }
                    (Record::failed(&refused), None)
                }
                Err(Stop::Failure(failure)) => return Err(failure),
            };
            if let Some(records) = records {
                let place = match kept {
                    Some(place) if record.result.is_none() => place,
                    _ => records.push(&record).map_err(|error| self.unrecorded(error))?,
                };
                if self.accounts.is_wanted() {
                    account.add(&record, place);
                }
            }
            progress.step();
            Ok(())
        });
        if let (Ok(()), Some(sweep)) = (&ended, self.sweep) {
            summary.earlier = sweep(summary.failures == 0);
        }
        summary.passed_over =
            PassedOver { endings: self.skipped.endings(), hidden: self.skipped.hidden() };
        let time = progress.finish();
        if !matches!(ended, Ok(()) | Err(Failure::Interrupted)) {
            return ended;
        }
        for (reason, count) in &alike.0 {
            if let Some(more) = count.checked_sub(ALIKE).filter(|more| *more > 0) {
                progress::eprint(&format!("kehoach: {}", say::more_rows(more, reason)));
            }
        }
        if !self.run.quiet {
            summary.print(time);
            for line in self.reader.map(Reader::closing).unwrap_or_default() {
                progress::eprint(&line);
            }
        }
        if let Some(records) = records {
            let ran = Ran {
                options: self.options,
                threads: self.run.threads().get(),
                time,
                interrupted: ended.is_err(),
                summary: &summary,
            };
            account.write(self.accounts, records, &ran)?;
        }
        match ended {
            Ok(()) if summary.failures > 0 => Err(Failure::Partly),
            Err(Failure::Interrupted) if self.journal.is_some() => Err(Failure::InterruptedFolder),
            ended => ended,
        }
    }

    /// The failure to write a record.
    fn unrecorded(&self, error: io::Error) -> Failure {
        match self.journal {
            Some(journal) => journal.failed(&error),
            None => Failure::Output(error),
        }
    }
}

/// What ends the work on one document, or on all.
enum Stop {
    Refused(Refused),
    Failure(Failure),
}

/// Rows of one file that fail for the same reason: so many are told of, the others are counted.
const ALIKE: u64 = 3;

/// How many rows failed for each reason that many of them share.
#[derive(Debug, Default)]
struct Alike(BTreeMap<String, u64>);

impl Alike {
    /// Whether this is worth a line.
    fn is_news(&mut self, refused: &Refused) -> bool {
        if !refused.reason.is_of_all_rows() {
            return true;
        }
        let count = self.0.entry(refused.reason.to_string()).or_default();
        *count += 1;
        *count <= ALIKE
    }
}
