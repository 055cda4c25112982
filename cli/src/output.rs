//! Where results go: standard output, buffered, in UTF-8.

use std::io::{self, BufWriter, StdoutLock, Write as _};

use serde::Serialize;
use serde_json::Serializer;
use serde_json::ser::PrettyFormatter;

use crate::failure::Failure;

/// How JSON is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Layout {
    /// One key a line, indented by one space a level.
    Pretty,
    /// Everything on one line.
    Compact,
}

/// Standard output.
#[derive(Debug)]
pub(crate) struct Output {
    out: BufWriter<StdoutLock<'static>>,
}

impl Output {
    /// Opens it.
    pub(crate) fn new() -> Self {
        Self { out: BufWriter::with_capacity(1 << 16, io::stdout().lock()) }
    }

    /// Writes one JSON value and ends the line.
    pub(crate) fn json(&mut self, value: &impl Serialize, layout: Layout) -> Result<(), Failure> {
        let written = match layout {
            Layout::Compact => serde_json::to_writer(&mut self.out, value),
            Layout::Pretty => {
                let formatter = PrettyFormatter::with_indent(b" ");
                value.serialize(&mut Serializer::with_formatter(&mut self.out, formatter))
            }
        };
        written.map_err(io::Error::from).map_err(Failure::Output)?;
        self.out.write_all(b"\n").map_err(Failure::Output)
    }

    /// Writes a text as it is.
    pub(crate) fn text(&mut self, text: &str) -> Result<(), Failure> {
        self.out.write_all(text.as_bytes()).map_err(Failure::Output)
    }

    /// Sees that everything arrived.
    pub(crate) fn finish(mut self) -> Result<(), Failure> {
        self.out.flush().map_err(Failure::Output)
    }
}
