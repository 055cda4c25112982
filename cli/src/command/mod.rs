//! The subcommands, one file each.

mod explain;
mod parse;
mod text;

use clap::Subcommand;

use crate::failure::Failure;

/// What the command can do.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Parse(parse::Parse),
    Text(text::Text),
    Explain(explain::Explain),
}

impl Command {
    /// Does it.
    pub(crate) fn run(self) -> Result<(), Failure> {
        match self {
            Self::Parse(parse) => parse.run(),
            Self::Text(text) => text.run(),
            Self::Explain(explain) => explain.run(),
        }
    }
}
