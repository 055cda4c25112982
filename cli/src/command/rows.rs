//! `kehoach citations`, `tasks`, `dates`, `recipients`, `metadata`: rows over any number of documents.

use std::path::PathBuf;

use clap::Args;

use crate::failure::Failure;
use crate::input::{Inputs, Item, Named};
use crate::language::messages as say;
use crate::output::Output;
use crate::reading::{Reader, Reading};
use crate::rows::{Head, Kind, Loaded, Row, Table};
use crate::run::{Accounts, Done, Job, Outcome, Prints, Run};
use crate::sheet::{Form, Widened};

/// Rows of one kind, over any number of documents.
#[derive(Debug, Args)]
pub(crate) struct Rows {
    #[command(flatten)]
    inputs: Inputs,

    /// The file to write; standard output unless it is given
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,

    /// How rows are laid out; as the name of the output file tells, else as a table
    #[arg(long, value_enum, value_name = "FORMAT")]
    format: Option<Form>,

    /// Write CSV for Excel: with a byte-order mark, and with an apostrophe before what Excel would take
    /// for a formula
    #[arg(long)]
    excel: bool,

    /// Columns to write, parted by commas; all of them unless told otherwise, the most telling ones in a
    /// table, as many as it has room for
    #[arg(long, value_name = "COLUMNS", value_delimiter = ',')]
    columns: Option<Vec<String>>,

    #[command(flatten)]
    reading: Reading,

    #[command(flatten)]
    run: Run,

    #[command(flatten)]
    accounts: Accounts,
}

impl Rows {
    pub(super) fn run(self, kind: Kind) -> Result<(), Failure> {
        let table = Table::of(kind);
        let form = self.form()?;
        let wanted = self.wanted(&table.heads, form)?;
        let heads = wanted.iter().map(|at| table.heads[*at].clone()).collect();
        let passed_over: Vec<PathBuf> =
            self.output.iter().chain(self.accounts.files()).cloned().collect();
        let output = self.output.iter().filter(|path| path.as_os_str() != "-");
        let files = output.chain(self.accounts.files());
        self.inputs.keep(Named::TextsAndResults, files.clone())?;
        self.reading.keep(files)?;
        let output = Output::to(self.output.as_deref())?;
        let mut sheet = Widened::new(output, form, self.excel, heads);
        let reader = Reader::new(self.inputs.cost, &self.reading)?;
        let work = |_, item: &Item| {
            let document = Loaded::of(item, &reader, self.inputs.cost)?;
            let rows: Vec<Row> = table
                .rows(&document)
                .into_iter()
                .map(|mut row| wanted.iter().map(|at| std::mem::take(&mut row[*at])).collect())
                .collect();
            Ok(Done::new(Outcome::of(&document.parsed), (document.metadata, rows)))
        };
        let items = self.inputs.items(Named::TextsAndResults, &passed_over);
        let count = self.inputs.counter(Named::TextsAndResults, &passed_over);
        let job = Job {
            run: &self.run,
            accounts: &self.accounts,
            journal: None,
            sweep: None,
            skipped: self.inputs.skipped(),
            reader: Some(&reader),
            prints: Prints::unless(self.output.as_deref()),
            options: &self.reading.options()?,
        };
        let ended = job.over(items, count, work, |(known, rows)| sheet.rows(&known, rows));
        match ended {
            Ok(()) | Err(Failure::Partly) => sheet.finish().and(ended),
            Err(failure) => Err(failure),
        }
    }

    fn form(&self) -> Result<Form, Failure> {
        let file = self.output.as_deref();
        let usual = if self.excel { Form::Csv } else { Form::Table };
        match Form::chosen(self.format, file, usual) {
            Ok(form) if self.excel && form != Form::Csv => Err(Failure::Usage(say::excel_is_csv())),
            chosen => chosen,
        }
    }

    /// The places of the columns that are wanted.
    fn wanted(&self, heads: &[Head], form: Form) -> Result<Vec<usize>, Failure> {
        let Some(names) = &self.columns else {
            let shown = |at: &usize| form != Form::Table || heads[*at].shown;
            return Ok((0..heads.len()).filter(shown).collect());
        };
        let place = |name: &String| {
            heads.iter().position(|head| head.name == *name).ok_or_else(|| {
                let known: Vec<&str> = heads.iter().map(|head| &*head.name).collect();
                Failure::Usage(say::unknown_column(name, &known.join(", ")))
            })
        };
        names.iter().map(place).collect()
    }
}
