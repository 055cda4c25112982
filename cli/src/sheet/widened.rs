//! Rows that hold what a register says of a document: where cells are text, each of its columns is one of the sheet.
//!
//! Its columns are known with the first document that has a row in it, which may stand in a tree; the rows before
//! that one wait.

use super::{Form, Sheet};
use crate::failure::Failure;
use crate::language::messages as say;
use crate::output::Output;
use crate::reading::Known;
use crate::register::Columns;
use crate::rows::{Cell, Head, Holds, Row};

/// A sheet in which the register has columns of its own.
pub(crate) struct Widened {
    /// What waits for the first document that tells whether there is a register.
    waiting: Option<Waiting>,
    begun: Option<Begun>,
}

struct Waiting {
    output: Output,
    form: Form,
    excel: bool,
    heads: Vec<Head>,
    rows: Vec<Row>,
}

struct Begun {
    sheet: Sheet,
    register: Option<Register>,
}

/// The columns of a register in a sheet.
struct Register {
    /// Where they stand.
    place: usize,
    names: Vec<String>,
}

impl Widened {
    /// A sheet with these columns.
    pub(crate) fn new(output: Output, form: Form, excel: bool, heads: Vec<Head>) -> Self {
        let waiting = Waiting { output, form, excel, heads, rows: Vec::new() };
        Self { waiting: Some(waiting), begun: None }
    }

    /// Writes the rows of a document, of which this is known.
    pub(crate) fn rows(&mut self, known: &Known, rows: Vec<Row>) -> Result<(), Failure> {
        if let Some(Begun { sheet, register }) = &mut self.begun {
            return sheet.rows(spread(register.as_ref(), rows)?);
        }
        let waits = |waiting: &Waiting| *known == Known::Nothing && waiting.place().is_some();
        if let Some(waiting) = &mut self.waiting {
            waiting.rows.extend(rows);
        }
        if let Some(waiting) = self.waiting.take_if(|waiting| !waits(waiting)) {
            self.begun = Some(waiting.begin(known.row())?);
        }
        Ok(())
    }

    /// Sees that everything arrived.
    pub(crate) fn finish(self) -> Result<(), Failure> {
        if let Some(waiting) = self.waiting {
            return waiting.begin(None)?.sheet.finish();
        }
        self.begun.map_or(Ok(()), |begun| begun.sheet.finish())
    }
}

impl Waiting {
    /// Where the cell stands that is widened; none where there is no such cell, or the form has objects.
    fn place(&self) -> Option<usize> {
        let is_text = matches!(self.form, Form::Table | Form::Csv);
        self.heads.iter().position(|head| head.holds == Holds::Map).filter(|_| is_text)
    }

    fn begin(mut self, columns: Option<&Columns>) -> Result<Begun, Failure> {
        let register = self.place().zip(columns).map(|(place, columns)| {
            let names: Vec<String> = columns.0.iter().map(|(name, _)| name.clone()).collect();
            let heads = headed(&self.heads, &names);
            self.heads.splice(place..=place, heads);
            Register { place, names }
        });
        let mut sheet = Sheet::begin(self.output, self.form, self.excel, self.heads)?;
        sheet.rows(spread(register.as_ref(), self.rows)?)?;
        Ok(Begun { sheet, register })
    }
}

/// The heads of a register's columns: its own names, but where the sheet has a column of that name.
fn headed(heads: &[Head], names: &[String]) -> Vec<Head> {
    let mut taken: Vec<String> = heads.iter().map(|head| head.name.clone().into_owned()).collect();
    let mut unique = |name: &String| {
        let mut name = name.clone();
        while taken.contains(&name) {
            name.insert_str(0, "register_");
        }
        taken.push(name.clone());
        name
    };
    let shown = heads.iter().any(|head| head.holds == Holds::Map && head.shown);
    let head = |name: &String| Head { name: unique(name).into(), holds: Holds::Text, shown };
    names.iter().map(head).collect()
}

/// Rows with a cell for each column of the register.
fn spread(register: Option<&Register>, mut rows: Vec<Row>) -> Result<Vec<Row>, Failure> {
    let Some(Register { place, names }) = register else { return Ok(rows) };
    for row in &mut rows {
        let mut cells: Vec<Cell> = match std::mem::take(&mut row[*place]) {
            Cell::Map(columns) => {
                let given: Vec<&String> = columns.0.iter().map(|(name, _)| name).collect();
                let odd = names.iter().find(|name| !given.contains(name));
                if let Some(odd) = odd.or(given.into_iter().find(|name| !names.contains(name))) {
                    return Err(Failure::Usage(say::register_differs(odd)));
                }
                columns.0.into_iter().map(|(_, cell)| Cell::Text(cell)).collect()
            }
            _ => Vec::new(),
        };
        cells.resize(names.len(), Cell::None);
        row.splice(*place..=*place, cells);
    }
    Ok(rows)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_of_the_register_has_its_own_name_or_a_longer_one() {
        let head = |name: &'static str, holds| Head { name: name.into(), holds, shown: false };
        let heads = [head("file", Holds::Text), head("metadata", Holds::Map)];
        let names = ["path", "file", "path"].map(str::to_owned);
        let found = headed(&heads, &names);
        let found: Vec<&str> = found.iter().map(|head| &*head.name).collect();
        assert_eq!(found, ["path", "register_file", "register_path"]);
    }
}
