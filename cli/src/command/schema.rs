//! `kehoach schema`: the JSON Schema of the output.

use clap::Args;

use crate::failure::Failure;
use crate::output::Output;

/// Print the JSON Schema of the trees
///
/// It is `schema/kehoach-1.schema.json` of the version that prints it.
#[derive(Debug, Args)]
pub(crate) struct Schema {}

impl Schema {
    pub(super) fn run(self) -> Result<(), Failure> {
        let Self {} = self;
        let mut output = Output::stdout();
        output.bytes(kehoach::SCHEMA.as_bytes())?;
        output.finish()
    }
}
