//! Rows as people and programs read them.

mod aligned;
mod csv;
mod jsonl;
#[cfg(feature = "parquet")]
mod parquet;
mod widened;

pub(crate) use self::widened::Widened;

use std::io;
use std::path::Path;

use clap::ValueEnum;

use self::aligned::Aligned;
use crate::failure::{Failure, shown};
use crate::language::messages as say;
use crate::output::Output;
use crate::rows::{Head, Row};

/// How rows are laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Form {
    /// An aligned table for people, with the most telling columns
    Table,
    /// CSV
    Csv,
    /// JSON, one object a line
    Jsonl,
    /// Parquet
    #[cfg(feature = "parquet")]
    Parquet,
}

impl Form {
    /// The form that was asked for, else that of the file's name, else `usual`.
    pub(crate) fn chosen(
        asked: Option<Self>,
        file: Option<&Path>,
        usual: Self,
    ) -> Result<Self, Failure> {
        if let Some(form) = asked {
            return Ok(form);
        }
        let Some((file, ending)) = file.and_then(|file| Some((file, file.extension()?))) else {
            return Ok(usual);
        };
        match ending.to_str().map(str::to_ascii_lowercase).as_deref() {
            Some("csv") => Ok(Self::Csv),
            Some("jsonl" | "ndjson") => Ok(Self::Jsonl),
            Some("txt") => Ok(Self::Table),
            #[cfg(feature = "parquet")]
            Some("parquet") => Ok(Self::Parquet),
            #[cfg(not(feature = "parquet"))]
            Some("parquet") => Err(Failure::Usage(say::without_parquet(&shown(file)))),
            _ => Err(Failure::Usage(say::unknown_ending(&shown(file), ".csv, .jsonl, .txt"))),
        }
    }
}

/// Rows that are written as they come.
pub(crate) struct Sheet {
    output: Output,
    heads: Vec<Head>,
    body: Body,
}

enum Body {
    Table(Aligned),
    Csv {
        excel: bool,
    },
    Jsonl,
    #[cfg(feature = "parquet")]
    Parquet(Box<parquet::Parquet>),
}

impl Sheet {
    /// Begins a sheet with these columns.
    pub(crate) fn begin(
        mut output: Output,
        form: Form,
        excel: bool,
        heads: Vec<Head>,
    ) -> Result<Self, Failure> {
        let body = match form {
            Form::Table => Body::Table(Aligned::new(output.width())),
            Form::Csv => Body::Csv { excel },
            Form::Jsonl => Body::Jsonl,
            #[cfg(feature = "parquet")]
            Form::Parquet => {
                let begun = parquet::Parquet::new(&heads);
                Body::Parquet(Box::new(begun.map_err(|error| output.failed(error))?))
            }
        };
        if let Body::Csv { excel } = body {
            let written = csv::header(&heads, excel, &mut output);
            written.map_err(|error| output.failed(error))?;
        }
        Ok(Self { output, heads, body })
    }

    /// Writes rows.
    pub(crate) fn rows(&mut self, rows: Vec<Row>) -> Result<(), Failure> {
        let (heads, output) = (&self.heads, &mut self.output);
        let written = match &mut self.body {
            Body::Table(table) => table.rows(heads, rows, output),
            Body::Csv { excel } => csv::rows(&rows, *excel, output),
            Body::Jsonl => jsonl::rows(heads, &rows, output),
            #[cfg(feature = "parquet")]
            Body::Parquet(parquet) => parquet.rows(heads, rows, output),
        };
        self.wrote(written)
    }

    /// Sees that everything arrived.
    pub(crate) fn finish(self) -> Result<(), Failure> {
        let Self { mut output, heads, body } = self;
        let written = match body {
            Body::Table(mut table) => table.finish(&heads, &mut output),
            Body::Csv { .. } | Body::Jsonl => Ok(()),
            #[cfg(feature = "parquet")]
            Body::Parquet(parquet) => parquet.finish(&heads, &mut output),
        };
        written.map_err(|error| output.failed(error))?;
        output.finish()
    }

    fn wrote(&self, written: io::Result<()>) -> Result<(), Failure> {
        written.map_err(|error| self.output.failed(error))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_is_told_by_its_ending_or_asked_for() {
        let chosen = |name: &str| Form::chosen(None, Some(Path::new(name)), Form::Table).ok();
        for (name, want) in [
            ("a.csv", Some(Form::Csv)),
            ("a.ndjson", Some(Form::Jsonl)),
            ("a.txt", Some(Form::Table)),
            ("/dev/stdout", Some(Form::Table)),
            ("-", Some(Form::Table)),
            ("a.xlsx", None),
        ] {
            assert_eq!(chosen(name), want, "{name}");
        }
        assert_eq!(chosen("a.parquet").is_some(), cfg!(feature = "parquet"));
        let asked = Form::chosen(Some(Form::Csv), Some(Path::new("a.dat")), Form::Table);
        assert_eq!(asked.ok(), Some(Form::Csv));
    }
}
