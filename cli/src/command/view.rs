//! `kehoach view`: a page to check a reading against its text.

use std::path::{Path, PathBuf};

use clap::Args;

use crate::failure::{Failure, Reason, shown};
use crate::input::Input;
use crate::language::messages as say;
use crate::output::Output;
use crate::reading::{Coding, Reader, Reading};
use crate::view::page;

/// Write a page for checking how a document was read
///
/// The page shows the text with its citations, dates, agencies and recipients marked, diagnostics in the
/// margin and the outline beside it. It is one HTML file that loads nothing from anywhere: open it with any
/// browser. "?" on the page lists its keys.
#[derive(Debug, Args)]
pub(crate) struct View {
    #[command(flatten)]
    input: Input,

    #[command(flatten)]
    coding: Coding,

    /// The page to write; standard output unless it is given
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

impl View {
    pub(super) fn run(self) -> Result<(), Failure> {
        self.input.keep(self.output.as_ref())?;
        if let Some(path) = self.output.as_ref().filter(|path| is_no_page(path)) {
            return Err(Failure::Usage(say::page_is_html(&shown(path))));
        }
        let item = self.input.item();
        let refused = |reason: Reason| Failure::Input(item.refused(reason));
        let bytes = item.read(self.input.cost).map_err(refused)?;
        let reader = Reader::new(self.input.cost, &Reading::coded(&self.coding))?;
        let parsed = reader.tree(&item, &bytes).map_err(refused)?.parsed;
        let text = reader.decode(&bytes).map_err(refused)?;
        let name = item.file_name().unwrap_or_else(|| item.name());
        let mut output = Output::to(self.output.as_deref())?;
        output.bytes(page(&name, &text, &parsed).as_bytes())?;
        output.finish()
    }
}

/// Whether a path ends as what is no page.
fn is_no_page(path: &Path) -> bool {
    let is_page = |ending: &str| ["html", "htm"].iter().any(|it| it.eq_ignore_ascii_case(ending));
    path.extension().is_some_and(|ending| !ending.to_str().is_some_and(is_page))
}
