//! Many documents: read in parallel, handed on in order, with a progress, a summary and an end that
//! leaves nothing half done.

mod interrupt;
mod pipeline;
mod progress;
mod summary;

use std::num::NonZeroUsize;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::thread;

use clap::Args;

use self::pipeline::in_order;
use self::progress::Progress;
pub(crate) use self::summary::Outcome;
use self::summary::Summary;
use crate::failure::{Failure, Reason, Refused, Trouble};
use crate::input::Item;

/// How many documents are read.
#[derive(Debug, Args)]
pub(crate) struct Run {
    /// Read this many documents at the same time; as many as the machine has cores unless told
    /// otherwise
    #[arg(short, long, value_name = "NUMBER")]
    jobs: Option<NonZeroUsize>,

    /// Print neither progress nor summary, only what fails
    #[arg(short, long)]
    pub(crate) quiet: bool,
}

impl Run {
    /// The number of threads.
    pub(crate) fn threads(&self) -> NonZeroUsize {
        self.jobs.or_else(|| thread::available_parallelism().ok()).unwrap_or(NonZeroUsize::MIN)
    }
}

/// Does `work` on each document, in parallel, and hands what comes of it to `take`, in order. What
/// fails is told of and passed over. Ends with a summary.
pub(crate) fn over<T: Send>(
    run: &Run,
    items: impl Iterator<Item = Result<Item, Refused>> + Send,
    count: impl FnOnce() -> Option<u64> + Send + 'static,
    work: impl Fn(usize, &Item) -> Result<(Outcome, T), Trouble> + Sync,
    mut take: impl FnMut(T) -> Result<(), Failure>,
) -> Result<(), Failure> {
    interrupt::watch();
    let mut progress = Progress::new(run.quiet, count);
    let mut summary = Summary::default();
    let work = |slot, item: Result<Item, Refused>| {
        let item = item.map_err(Stop::Refused)?;
        let caught = catch_unwind(AssertUnwindSafe(|| work(slot, &item)));
        match caught.unwrap_or(Err(Trouble::Input(Reason::Panicked))) {
            Ok(done) => Ok(done),
            Err(Trouble::Input(reason)) => Err(Stop::Refused(item.refused(reason))),
            Err(Trouble::All(failure)) => Err(Stop::Failure(failure)),
        }
    };
    let ended = in_order(items, run.threads(), work, |done| {
        match done {
            Ok((outcome, result)) => {
                summary.add(&outcome);
                take(result)?;
            }
            Err(Stop::Refused(refused)) => {
                summary.fail();
                progress.tell(&format!("kehoach: {refused}"));
            }
            Err(Stop::Failure(failure)) => return Err(failure),
        }
        progress.step();
        Ok(())
    });
    let time = progress.finish();
    if !run.quiet && matches!(ended, Ok(()) | Err(Failure::Interrupted)) {
        summary.print(time);
    }
    match ended {
        Ok(()) if summary.has_failures() => Err(Failure::Partly),
        ended => ended,
    }
}

/// What ends the work on one document, or on all.
enum Stop {
    Refused(Refused),
    Failure(Failure),
}
