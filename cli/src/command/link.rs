//! `kehoach link`: which citations of many documents mean one document.

use std::path::PathBuf;

use clap::Args;

use super::mentions::{self, Mentions};
use crate::corpus::link::{AUDIT, DOCUMENTS, Links};
use crate::failure::Failure;
use crate::output::Output;
use crate::sheet::{Form, Sheet};

/// Merge the citations of documents into the documents they mean
///
/// Two are one document where their keys are the same and nothing is missing in them; what lacks a part stays
/// apart, and so do documents without a number whose dates differ. Inputs are rows that `kehoach citations` has written (CSV with all columns, JSON Lines), trees, or texts.
#[derive(Debug, Args)]
pub(crate) struct Link {
    #[command(flatten)]
    mentions: Mentions,

    /// The file to write; standard output unless it is given
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,

    /// How rows are laid out; as the name of the output file tells, else as a table
    #[arg(long, value_enum, value_name = "FORMAT")]
    format: Option<Form>,

    /// Write into this file why two were merged or not, a row for each cited document of each document
    #[arg(long, value_name = "FILE")]
    audit: Option<PathBuf>,
}

impl Link {
    pub(super) fn run(self) -> Result<(), Failure> {
        let output = self.output.iter().filter(|path| path.as_os_str() != "-");
        self.mentions.keep(output.chain(&self.audit))?;
        let form = Form::chosen(self.format, self.output.as_deref(), Form::Table)?;
        let audit_form = Form::chosen(None, self.audit.as_deref(), Form::Csv)?;
        let output = Output::to(self.output.as_deref())?;
        let mut links = Links::new(self.audit.is_some()).map_err(Failure::Output)?;
        let ended = self.mentions.each(&mut |found| {
            for mention in &found.mentions {
                links.add(mention).map_err(Failure::Output)?;
            }
            Ok(())
        });
        let ended = mentions::told(ended)?;
        links.settle();
        let shown = |head: &crate::rows::Head| form != Form::Table || head.shown;
        let wanted: Vec<usize> = (0..DOCUMENTS.len()).filter(|at| shown(&DOCUMENTS[*at])).collect();
        let heads = wanted.iter().map(|at| DOCUMENTS[*at].clone()).collect();
        let mut sheet = Sheet::begin(output, form, false, heads)?;
        for mut row in links.rows() {
            let cells = wanted.iter().map(|at| std::mem::take(&mut row[*at])).collect();
            sheet.rows(vec![cells])?;
        }
        sheet.finish()?;
        if let Some(path) = &self.audit {
            let mut sheet = Sheet::begin(Output::file(path)?, audit_form, false, AUDIT.to_vec())?;
            links.audit(|row| sheet.rows(vec![row]), |error| Failure::file(path, &error))?;
            sheet.finish()?;
        }
        ended
    }
}
