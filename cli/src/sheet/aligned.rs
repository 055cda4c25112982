//! Rows as an aligned table for people. Text out of documents is shown inertly.

use std::io;

use comfy_table::{ColumnConstraint, ContentArrangement, Table, Width, presets};
use unicode_width::UnicodeWidthStr as _;

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
    /// The columns that fit, once they are known.
    columns: Option<Vec<usize>>,
}

impl Aligned {
    /// A table of this width.
    pub(super) fn new(width: u16) -> Self {
        Self { width, waiting: Vec::new(), begun: false, columns: None }
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
        let names: Vec<String> = heads.iter().map(|head| inert(&head.name).into_owned()).collect();
        let rows: Vec<Vec<String>> = self
            .waiting
            .drain(..)
            .map(|row| row.iter().map(|cell| inert(&csv::text(cell)).into_owned()).collect())
            .collect();
        // Tables that are printed one below the other have the same columns.
        let width = usize::from(self.width);
        let columns = self.columns.get_or_insert_with(|| fitting(&names, &rows, width));
        let kept = |row: &[String]| columns.iter().map(|at| row[*at].clone()).collect::<Vec<_>>();
        let mut table = Table::new();
        table
            .load_style(presets::UTF8_HORIZONTAL_ONLY)
            .set_content_arrangement(ContentArrangement::Dynamic)
            .set_width(self.width)
            .set_header(kept(&names));
        for row in &rows {
            table.add_row(kept(row));
        }
        // A word of the header is never broken.
        for (column, name) in table.column_iter_mut().zip(kept(&names)) {
            let least = u16::try_from(name.width() + PADDING).unwrap_or(u16::MAX);
            column.set_constraint(ColumnConstraint::LowerBoundary(Width::Fixed(least)));
        }
        self.begun = true;
        for line in table.lines() {
            writeln!(out, "{}", line.trim_end())?;
        }
        Ok(())
    }
}

/// The blanks around a cell.
const PADDING: usize = 2;
/// A column narrower than this, where its cells are longer, is hard to read.
const READABLE: usize = 12;
/// The columns that are left out first where there is no room for all; then those at the end.
const DISPENSABLE: [&str; 8] =
    ["missing", "relation", "role", "pinpoint", "section", "code_notation", "cooperating", "line"];

/// The columns that fit into a width, by their places.
fn fitting(names: &[String], rows: &[Vec<String>], width: usize) -> Vec<usize> {
    let needs = |at: usize| {
        let longest = rows.iter().map(|row| row[at].width()).max().unwrap_or_default();
        names[at].width().max(longest.min(READABLE)) + PADDING
    };
    let needs: Vec<usize> = (0..names.len()).map(needs).collect();
    let mut columns: Vec<usize> = (0..names.len()).collect();
    while columns.iter().map(|at| needs[*at]).sum::<usize>() > width && columns.len() > 1 {
        let named = |name: &&str| columns.iter().position(|at| names[*at] == *name);
        let worst = DISPENSABLE.iter().find_map(named).unwrap_or(columns.len() - 1);
        columns.remove(worst);
    }
    columns
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_no_room_is_left_out_and_headers_stay_whole() {
        let names = ["file", "section", "line", "lead", "action"].map(str::to_owned);
        let long = "Sở Nội vụ chủ trì, phối hợp".to_owned();
        let row =
            vec!["plans/1.txt".to_owned(), "I.1".to_owned(), "7".to_owned(), long.clone(), long];
        let rows = [row];
        let kept = |width| {
            let kept = fitting(&names, &rows, width);
            kept.into_iter().map(|at| &*names[at]).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(kept(100), "file section line lead action");
        assert_eq!(kept(50), "file line lead action");
        assert_eq!(kept(42), "file lead action");
        assert_eq!(kept(30), "file lead");
        assert_eq!(kept(5), "file");
    }
}
