//! `kehoach explain`: what a diagnostic means.

use clap::Args;
use clap::builder::PossibleValuesParser;
use kehoach::Code;

use crate::failure::Failure;
use crate::language::diagnostics::{advice, meaning, severity};
use crate::language::messages as say;
use crate::language::{Language, language};
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
                let code = Code::from(code.as_str());
                if let (Language::Vi, Some(meaning)) = (language(), meaning(&code)) {
                    let severity = severity(&code.severity());
                    let advice = advice(&code).unwrap_or_default();
                    let told = say::explained(code.as_str(), severity, meaning, advice);
                    output.bytes(told.as_bytes())?;
                }
                output.bytes(code.explanation().unwrap_or_default().as_bytes())?;
            }
            None => {
                for code in Code::ALL {
                    let line = match (language(), meaning(code)) {
                        (Language::Vi, Some(meaning)) => {
                            let (severity, code) = (severity(&code.severity()), code.as_str());
                            format!("{severity:8}  {code:24}  {meaning}\n")
                        }
                        _ => format!("{:8} {code}\n", code.severity().as_str()),
                    };
                    output.bytes(line.as_bytes())?;
                }
            }
        }
        output.finish()
    }
}
