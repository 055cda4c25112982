//! The tasks of a document: who does what, with whom, by when.
//!
//! The tree is walked once. A unit names its doer itself, or has it from the heading above it or the line that
//! introduces it; labels and tables say it in words of their own.

mod cells;
mod deadline;
mod emit;
mod heading;
mod labels;
mod request;
mod table;
mod walk;

use super::mending::Mended;
use crate::document::{Document, Task};
use crate::layout::{Leaves, Ledger, Sheet};

/// Finds the tasks of a document: with the bodies and dates they name `most` at most.
pub(crate) fn tasks(
    sheet: &Sheet<'_>,
    document: &Document,
    mended: &Mended,
    leaves: &Leaves,
    most: usize,
    ledger: &mut Ledger<'_>,
) -> Vec<Task> {
    let document = mended.document(document);
    let (mut tasks, quota) = walk::Reader::new(sheet, &document, mended, leaves, most).read();
    quota.report("tasks", ledger);
    tasks.sort_by_key(|task| task.span.start);
    for (index, task) in tasks.iter_mut().enumerate() {
        task.id = format!("t{}", index + 1);
    }
    tasks
}
