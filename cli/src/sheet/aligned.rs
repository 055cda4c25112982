//! Rows as an aligned table for people. Text out of documents is shown inertly.

use std::io;

use comfy_table::{ContentArrangement, Table, presets};

use super::csv;
use crate::output::inert;
use crate::rows::{Head, Row};

/// Rows that are laid out together: the columns of a table are as wide as its widest cells, so all of its
/// rows have to be held.
const TOGETHER: usize = 500;

/// An aligned table.
pub(super) struct Aligned {
    width: u16,
    waiting: Vec<Row>,
    begun: bool,
}

impl Aligned {
    /// A table of this width.
    pub(super) fn new(width: u16) -> Self {
        Self { width, waiting: Vec::new(), begun: false }
    }

    /// Takes rows.
    pub(super) fn rows(
        &mut self,
        heads: &[Head],
        rows: Vec<Row>,
        mut out: impl io::Write,
    ) -> io::Result<()> {
        for row in rows {
            self.waiting.push(row);
            if self.waiting.len() == TOGETHER {
                self.print(heads, &mut out)?;
            }
        }
        Ok(())
    }

    /// Prints what is left.
    pub(super) fn finish(&mut self, heads: &[Head], out: impl io::Write) -> io::Result<()> {
        if self.waiting.is_empty() && self.begun { Ok(()) } else { self.print(heads, out) }
    }

    fn print(&mut self, heads: &[Head], mut out: impl io::Write) -> io::Result<()> {
        let mut table = Table::new();
        table
            .load_style(presets::UTF8_HORIZONTAL_ONLY)
            .set_content_arrangement(ContentArrangement::Dynamic)
            .set_width(self.width)
            .set_header(heads.iter().map(|head| inert(&head.name).into_owned()));
        for row in self.waiting.drain(..) {
            table.add_row(row.iter().map(|cell| inert(&csv::text(cell)).into_owned()));
        }
        self.begun = true;
        for line in table.lines() {
            writeln!(out, "{}", line.trim_end())?;
        }
        Ok(())
    }
}
