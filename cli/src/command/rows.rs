//! `kehoach citations`, `tasks`, `dates`, `recipients`, `metadata`: rows over any number of documents.

use std::path::PathBuf;

use clap::Args;

use crate::failure::Failure;
use crate::input::{Inputs, Item, Named};
use crate::language::messages as say;
use crate::output::Output;
use crate::reading::{Known, Reader, Reading};
use crate::rows::{Cell, Head, Holds, Kind, Loaded, Row, Table};
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
        let passed_over: Vec<PathBuf> =
            self.output.iter().chain(self.accounts.files()).cloned().collect();
        let output = self.output.iter().filter(|path| path.as_os_str() != "-");
        let files = output.chain(self.accounts.files());
        self.inputs.keep(Named::TextsAndResults, files.clone())?;
        self.reading.keep(files)?;
        let reader = Reader::new(self.inputs.cost, &self.reading)?;
        let wanted = self.wanted(&table.heads, reader.columns(), form)?;
        let heads = wanted.iter().map(|wanted| wanted.head(&table.heads)).collect();
        let output = Output::to(self.output.as_deref())?;
        let mut sheet = Widened::new(output, form, self.excel, heads);
        let work = |_, item: &Item| {
            let document = Loaded::of(item, &reader, self.inputs.cost)?;
            let known = &document.metadata;
            let rows: Vec<Row> = table
                .rows(&document)
                .into_iter()
                .map(|mut row| wanted.iter().map(|wanted| wanted.cell(&mut row, known)).collect())
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

    /// The columns that are wanted, of the table and of the register.
    fn wanted(
        &self,
        heads: &[Head],
        register: &[String],
        form: Form,
    ) -> Result<Vec<Wanted>, Failure> {
        let Some(names) = &self.columns else {
            let shown = |at: &usize| form != Form::Table || heads[*at].shown;
            return Ok((0..heads.len()).filter(shown).map(Wanted::Of).collect());
        };
        let place = |name: &String| {
            let of_table = heads.iter().position(|head| head.name == *name).map(Wanted::Of);
            let of_register = || register.contains(name).then(|| Wanted::Register(name.clone()));
            of_table.or_else(of_register).ok_or_else(|| {
                let known = heads.iter().map(|head| &*head.name);
                let known: Vec<&str> = known.chain(register.iter().map(String::as_str)).collect();
                Failure::Usage(say::unknown_column(name, &known.join(", ")))
            })
        };
        names.iter().map(place).collect()
    }
}

/// A column that is wanted.
enum Wanted {
    /// One of the table, by its place.
    Of(usize),
    /// One of the register, by its name.
    Register(String),
}

impl Wanted {
    fn head(&self, heads: &[Head]) -> Head {
        match self {
            Self::Of(at) => heads[*at].clone(),
            Self::Register(name) => {
                Head { name: name.clone().into(), holds: Holds::Text, shown: true }
            }
        }
    }

    /// The cell of a document of which this is known.
    fn cell(&self, row: &mut Row, known: &Known) -> Cell {
        match self {
            Self::Of(at) => std::mem::take(&mut row[*at]),
            Self::Register(name) => {
                let columns = known.row().map(|columns| columns.0.as_slice()).unwrap_or_default();
                let cell = columns.iter().find(|(column, _)| column == name);
                cell.map(|(_, cell)| cell.clone()).into()
            }
        }
    }
}
