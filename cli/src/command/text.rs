//! `kehoach text`: one document in, the text that its tree points into out.

use clap::Args;

use crate::failure::Failure;
use crate::input::Input;
use crate::output::Output;
use crate::reading::Coding;

/// Print the text of one document as UTF-8
///
/// Positions in the output of `parse` are bytes of this text. For UTF-8 input it is the input,
/// unless that holds an encoding from before Unicode.
#[derive(Debug, Args)]
pub(crate) struct Text {
    #[command(flatten)]
    input: Input,

    #[command(flatten)]
    coding: Coding,
}

impl Text {
    pub(super) fn run(self) -> Result<(), Failure> {
        let item = self.input.item();
        let read = item.read(self.input.cost).and_then(|bytes| self.coding.decode(&bytes));
        let text = read.map_err(|reason| Failure::Input(item.refused(reason)))?;
        let mut output = Output::stdout();
        output.bytes(text.as_bytes())?;
        output.finish()
    }
}
