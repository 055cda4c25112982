//! The subcommands, one file each.

mod check;
mod completions;
mod diff;
mod explain;
mod graph;
mod link;
mod man;
mod mentions;
mod parse;
mod rows;
mod sample;
mod schema;
mod text;
mod view;

use clap::Subcommand;

use crate::failure::Failure;
use crate::rows::Kind;

/// What the command can do.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Parse(parse::Parse),
    /// Print the citations of documents as rows
    ///
    /// Each row is a mention of another document, with its place, its parts, and the key of the document it
    /// means. Documents are texts, or trees that `kehoach parse` has written.
    Citations(rows::Rows),
    /// Print the tasks of documents as rows
    ///
    /// Each row says who does what, with whom, by when, and where it stands. Documents are texts, or trees
    /// that `kehoach parse` has written.
    Tasks(rows::Rows),
    /// Print the dates of documents as rows
    ///
    /// Each row is a date or period with its value (EDTF), its first and last day, and its place. Documents are
    /// texts, or trees that `kehoach parse` has written.
    Dates(rows::Rows),
    /// Print the recipients of documents as rows
    ///
    /// Each row is an addressee ("Kính gửi") or recipient ("Nơi nhận"). Documents are texts, or trees that
    /// `kehoach parse` has written.
    Recipients(rows::Rows),
    /// Print the archival records of documents, one row each
    ///
    /// The fields are those of a register: issuer, number, date, type, subject, signers, last deadline, and a
    /// search key without marks and capitals. Documents are texts, or trees that `kehoach parse` has written.
    Metadata(rows::Rows),
    Link(link::Link),
    Graph(graph::Graph),
    Text(text::Text),
    Check(check::Check),
    View(view::View),
    Diff(diff::Diff),
    Sample(sample::Sample),
    Explain(explain::Explain),
    Schema(schema::Schema),
    Completions(completions::Completions),
    Man(man::Manual),
}

impl Command {
    /// Does it.
    pub(crate) fn run(self) -> Result<(), Failure> {
        match self {
            Self::Parse(parse) => parse.run(),
            Self::Citations(rows) => rows.run(Kind::Citations),
            Self::Tasks(rows) => rows.run(Kind::Tasks),
            Self::Dates(rows) => rows.run(Kind::Dates),
            Self::Recipients(rows) => rows.run(Kind::Recipients),
            Self::Metadata(rows) => rows.run(Kind::Metadata),
            Self::Link(link) => link.run(),
            Self::Graph(graph) => graph.run(),
            Self::Text(text) => text.run(),
            Self::Check(check) => check.run(),
            Self::View(view) => view.run(),
            Self::Diff(diff) => diff.run(),
            Self::Sample(sample) => sample.run(),
            Self::Explain(explain) => explain.run(),
            Self::Schema(schema) => schema.run(),
            Self::Completions(completions) => completions.run(),
            Self::Man(man) => man.run(),
        }
    }
}
