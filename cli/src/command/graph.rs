//! `kehoach graph`: who cites whom.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::mentions::{self, Mentions};
use crate::corpus::graph::{EDGES, Graph as Edges};
use crate::failure::{Failure, shown};
use crate::language::messages as say;
use crate::output::Output;
use crate::sheet::{Form, Sheet};

/// Write the graph of citations: documents by key, and an edge to each they cite
///
/// A document whose key lacks a part is a node of its own. Inputs are rows that `kehoach citations` has written (CSV
/// with all columns, JSON Lines), trees, or texts.
#[derive(Debug, Args)]
pub(crate) struct Graph {
    #[command(flatten)]
    mentions: Mentions,

    /// The file to write; standard output unless it is given
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,

    /// What to write; as the name of the output file tells, else GraphML
    #[arg(long, value_enum, value_name = "FORMAT")]
    format: Option<GraphForm>,
}

/// How a graph is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum GraphForm {
    /// GraphML, with all that is known of documents and edges
    Graphml,
    /// The edges as CSV
    Csv,
    /// The edges as JSON, one object a line
    Jsonl,
}

impl Graph {
    pub(super) fn run(self) -> Result<(), Failure> {
        let output = self.output.iter().filter(|path| path.as_os_str() != "-");
        self.mentions.keep(output)?;
        let form = self.form()?;
        let mut output = Output::to(self.output.as_deref())?;
        let mut graph = Edges::default();
        let ended = self.mentions.each(&mut |found| {
            if let Some(document) = &found.document {
                graph.document(&document.file, document.key.as_deref());
            }
            found.mentions.iter().for_each(|mention| graph.add(mention));
            Ok(())
        });
        let ended = mentions::told(ended)?;
        let form = match form {
            GraphForm::Graphml => {
                let written = graph.write(&mut output);
                written.map_err(|error| output.failed(error))?;
                output.finish()?;
                return ended;
            }
            GraphForm::Csv => Form::Csv,
            GraphForm::Jsonl => Form::Jsonl,
        };
        let mut sheet = Sheet::begin(output, form, false, EDGES.to_vec())?;
        for row in graph.rows() {
            sheet.rows(vec![row])?;
        }
        sheet.finish()?;
        ended
    }

    fn form(&self) -> Result<GraphForm, Failure> {
        if let Some(form) = self.format {
            return Ok(form);
        }
        let file = self.output.as_deref();
        let Some((file, ending)) = file.and_then(|file| Some((file, file.extension()?))) else {
            return Ok(GraphForm::Graphml);
        };
        match ending.to_str().map(str::to_ascii_lowercase).as_deref() {
            Some("graphml" | "xml") => Ok(GraphForm::Graphml),
            Some("csv") => Ok(GraphForm::Csv),
            Some("jsonl" | "ndjson") => Ok(GraphForm::Jsonl),
            _ => Err(Failure::Usage(say::unknown_ending(&shown(file), ".graphml, .csv, .jsonl"))),
        }
    }
}
