//! `kehoach man`: manual pages.

use std::fs;
use std::path::{Path, PathBuf};

use clap::{Args, Command};
use clap_mangen::Man;

use crate::args;
use crate::failure::{Failure, unwritten};
use crate::output::Output;

/// Print the manual page, or write those of all commands into a folder
///
/// To read it: kehoach man | man -l -
#[derive(Debug, Args)]
pub(crate) struct Manual {
    /// Write kehoach.1 and a page for each command into this folder
    #[arg(short, long, value_name = "DIR")]
    output: Option<PathBuf>,
}

impl Manual {
    pub(super) fn run(self) -> Result<(), Failure> {
        let mut command = args::command();
        command.build();
        let Some(folder) = self.output else {
            let mut output = Output::stdout();
            output.bytes(&page(command))?;
            return output.finish();
        };
        fs::create_dir_all(&folder).map_err(|error| Failure::File(unwritten(&folder, &error)))?;
        for sub in command.get_subcommands().filter(|sub| sub.get_name() != "help") {
            let name = format!("kehoach-{}", sub.get_name());
            // A page knows its own name alone.
            let sub = sub.clone().display_name(name.clone());
            write(&folder, &name, sub)?;
        }
        write(&folder, "kehoach", command)
    }
}

fn write(folder: &Path, name: &str, command: Command) -> Result<(), Failure> {
    let mut output = Output::file(&folder.join(format!("{name}.1")))?;
    output.bytes(&page(command))?;
    output.finish()
}

fn page(command: Command) -> Vec<u8> {
    let mut page = Vec::new();
    Man::new(command).render(&mut page).expect("memory takes any bytes");
    page
}
