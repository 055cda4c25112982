//! How JSON is laid out.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::Serializer;
use serde_json::ser::PrettyFormatter;

/// How JSON is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Layout {
    /// One key a line, indented by one space a level.
    Pretty,
    /// Everything on one line.
    Compact,
}

/// Writes one JSON value and ends the line.
pub(crate) fn json(mut out: impl Write, value: &impl Serialize, layout: Layout) -> io::Result<()> {
    match layout {
        Layout::Compact => serde_json::to_writer(&mut out, value)?,
        Layout::Pretty => {
            let formatter = PrettyFormatter::with_indent(b" ");
            value.serialize(&mut Serializer::with_formatter(&mut out, formatter))?;
        }
    }
    out.write_all(b"\n")
}
