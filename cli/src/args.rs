//! The command line.

use std::sync::LazyLock;

use clap::Parser;

use crate::command::Command;

/// Version of the command, of its output and of its reading: what a cache of results depends on.
static VERSION: LazyLock<String> = LazyLock::new(|| {
    let (package, format, rules) =
        (env!("CARGO_PKG_VERSION"), kehoach::FORMAT_VERSION, kehoach::RULES_VERSION);
    format!("{package} (output format {format}, reading rules {rules})")
});

const EXIT_STATUS: &str = "\
Exit status:
  0  everything was read and written
  1  an input could not be read, or the output not be written
  2  the command line is wrong";

/// Reads Vietnamese administrative plans (Kế hoạch) into typed trees
#[derive(Debug, Parser)]
#[command(name = "kehoach", version = VERSION.as_str(), after_help = EXIT_STATUS)]
#[command(max_term_width = 100)]
pub(crate) struct Args {
    /// What to do.
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    #[test]
    fn the_command_line_is_sound() {
        super::Args::command().debug_assert();
    }
}
