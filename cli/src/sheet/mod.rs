//! Rows as people and programs read them.

mod aligned;
mod csv;
mod jsonl;
#[cfg(feature = "parquet")]
mod parquet;

use std::io;
use std::path::Path;

use clap::ValueEnum;

use self::aligned::Aligned;
use crate::failure::Failure;
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
    /// The form that was asked for, else that of the file's name, else a table.
    pub(crate) fn chosen(asked: Option<Self>, file: Option<&Path>) -> Self {
        asked.or_else(|| file.and_then(Self::of_file)).unwrap_or(Self::Table)
    }

    /// The form of a file with this name: by its ending, if that tells.
    pub(crate) fn of_file(path: &Path) -> Option<Self> {
        let ending = path.extension()?.to_str()?;
        match ending {
            "csv" => Some(Self::Csv),
            "jsonl" | "ndjson" => Some(Self::Jsonl),
            #[cfg(feature = "parquet")]
            "parquet" => Some(Self::Parquet),
            _ => None,
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
