//! The `kehoach` command.
//!
//! Exit status: 0 when everything was read and written, 1 when an input could not be read or an
//! output not be written, 2 when the command line is wrong, 130 when it was interrupted. A reader
//! that closes the pipe early ends the command quietly with 0.

mod args;
mod command;
mod compare;
mod corpus;
mod failure;
mod finding;
mod input;
mod language;
mod lines;
mod output;
mod reading;
mod register;
mod rows;
mod run;
mod sheet;
mod ticking;
mod view;

use std::process::ExitCode;

use crate::args::Args;

fn main() -> ExitCode {
    match Args::read().command.run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => failure.report(),
    }
}
