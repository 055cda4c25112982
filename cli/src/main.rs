//! The `kehoach` command.
//!
//! Exit status: 0 when everything was read and written, 1 when an input could not be read or the
//! output could not be written, 2 when the command line is wrong. A reader that closes the pipe
//! early ends the command quietly with 0.

mod args;
mod command;
mod failure;
mod input;
mod output;

use std::process::ExitCode;

use clap::Parser as _;

use crate::args::Args;

fn main() -> ExitCode {
    match Args::parse().command.run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => failure.report(),
    }
}
