//! `kehoach completions`: what a shell needs to complete a command line.

use clap::Args;
use clap_complete::Shell;

use crate::args;
use crate::failure::Failure;
use crate::output::Output;

/// Print a script with which a shell completes command lines
///
/// Bash: kehoach completions bash > ~/.local/share/bash-completion/completions/kehoach
#[derive(Debug, Args)]
pub(crate) struct Completions {
    /// The shell
    #[arg(value_enum)]
    shell: Shell,
}

impl Completions {
    pub(super) fn run(self) -> Result<(), Failure> {
        let mut script = Vec::new();
        clap_complete::generate(self.shell, &mut args::command(), "kehoach", &mut script);
        let mut output = Output::stdout();
        output.bytes(&script)?;
        output.finish()
    }
}
