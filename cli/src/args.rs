//! The command line.

use std::sync::LazyLock;

use clap::{CommandFactory as _, FromArgMatches as _, Parser};

use crate::command::Command;
use crate::language::{self, Language};

/// Version of the command, of its output and of its reading: what a cache of results depends on.
pub(crate) static VERSION: LazyLock<String> = LazyLock::new(|| {
    let (package, format, rules) =
        (env!("CARGO_PKG_VERSION"), kehoach::FORMAT_VERSION, kehoach::RULES_VERSION);
    format!("{package} (output format {format}, reading rules {rules})")
});

const EXIT_STATUS: &str = "\
Exit status:
  0    everything was read and written
  1    an input could not be read, or an output not be written; the rest was done
  2    the command line is wrong
  130  interrupted; what is written is whole";

/// Reads Vietnamese administrative plans (Kế hoạch) into typed trees
///
/// Works without a network: nothing is sent anywhere, and nothing is fetched.
#[derive(Debug, Parser)]
#[command(name = "kehoach", version = VERSION.as_str(), after_help = EXIT_STATUS)]
#[command(max_term_width = 100)]
pub(crate) struct Args {
    /// What to do.
    #[command(subcommand)]
    pub(crate) command: Command,

    /// Language of help and messages; that of the locale unless told otherwise
    #[arg(long, global = true, value_name = "LANGUAGE", display_order = 900)]
    lang: Option<Language>,
}

impl Args {
    /// Reads the command line, in the language it asks for; ends the process with help or with
    /// what is wrong.
    pub(crate) fn read() -> Self {
        language::choose(std::env::args_os());
        let parsed =
            command().try_get_matches().and_then(|matches| Self::from_arg_matches(&matches));
        parsed.unwrap_or_else(|error| language::help::exit(&error))
    }
}

/// The command line as it is described, in the language that was chosen.
pub(crate) fn command() -> clap::Command {
    language::help::localise(Args::command())
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    #[test]
    fn the_command_line_is_sound() {
        super::Args::command().debug_assert();
    }
}
