//! `kehoach explain`: what a diagnostic means.

use clap::Args;
use clap::builder::PossibleValuesParser;
use kehoach::Code;

use crate::failure::Failure;
use crate::output::Output;

/// Explain a diagnostic
///
/// Says what the code means, shows a text that has it, and tells what to do. Without a code it lists all
/// of them with their severity.
#[derive(Debug, Args)]
pub(crate) struct Explain {
    /// The code, as `parse` prints it: numbering-gap
    #[arg(value_parser = PossibleValuesParser::new(Code::ALL.iter().map(Code::as_str)))]
    #[arg(hide_possible_values = true)]
    code: Option<String>,
}

impl Explain {
    pub(super) fn run(self) -> Result<(), Failure> {
        let mut output = Output::stdout();
        match self.code {
            Some(code) => {
                let text = Code::from(code.as_str()).explanation().unwrap_or_default();
                output.bytes(text.as_bytes())?;
            }
            None => {
                for code in Code::ALL {
                    output.bytes(format!("{:8} {code}\n", code.severity().as_str()).as_bytes())?;
                }
            }
        }
        output.finish()
    }
}
