//! Content tables: where they stand and what their cells are.

use std::ops::Range;

use super::{Ledger, Sheet};
use crate::document::{Block, Table};

/// The ranges of the clean text that make up a cell, in reading order; empty for an empty cell.
pub(crate) type Cell = Vec<Range<usize>>;

/// A table as it was found on the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Grid {
    /// The lines it takes.
    pub(crate) lines: Range<usize>,
    /// The header cells; none if it has no header.
    pub(crate) columns: Vec<Cell>,
    /// The rows, each with as many cells as there are columns.
    pub(crate) rows: Vec<Vec<Cell>>,
}

/// Finds the content tables among `lines`, in order.
pub(crate) fn tables(_sheet: &Sheet<'_>, _lines: &Range<usize>) -> Vec<Grid> {
    Vec::new()
}

/// The table as a block of the tree.
pub(crate) fn block(sheet: &Sheet<'_>, grid: &Grid, ledger: &mut Ledger<'_>) -> Block {
    let lines: Vec<_> = sheet.lines[grid.lines.clone()].iter().map(|l| l.range.clone()).collect();
    let columns = grid.columns.iter().map(|cell| ledger.value(cell)).collect();
    let rows = grid.rows.iter().map(|row| row.iter().map(|cell| ledger.verbatim(cell)).collect());
    let rows = rows.collect();
    Block::Table(Table { span: sheet.hull(&lines), columns, rows })
}
