//! `kehoach parse`: one document in, its tree out.

use clap::Args;

use crate::failure::Failure;
use crate::input::Input;
use crate::output::{Layout, Output};

/// Print the tree of one document as JSON
///
/// The text is UTF-8 with or without a byte-order mark, or UTF-16 with one. Positions in the
/// output are bytes of the UTF-8 text; `schema/kehoach-1.schema.json` describes its format.
#[derive(Debug, Args)]
pub(crate) struct Parse {
    #[command(flatten)]
    input: Input,

    /// Print the JSON on one line
    #[arg(long)]
    compact: bool,
}

impl Parse {
    pub(super) fn run(self) -> Result<(), Failure> {
        let parsed = self.input.parse()?;
        let layout = if self.compact { Layout::Compact } else { Layout::Pretty };
        let mut output = Output::new();
        output.json(&parsed, layout)?;
        output.finish()
    }
}
