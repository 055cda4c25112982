//! How documents are read, and what is made of them.

use clap::{Args, ValueEnum};
use kehoach::{Limits, OffsetUnit, Parsed, Parser};
use serde::Serialize;

use crate::failure::Reason;
use crate::input::{Cost, Item};

/// How documents are read.
#[derive(Debug, Args, Serialize)]
pub(crate) struct Reading {
    /// What positions in the output count
    #[arg(long, value_enum, value_name = "UNIT", default_value_t = Unit::Utf8Byte)]
    offset_unit: Unit,
}

/// What positions count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum, Serialize)]
#[serde(rename_all = "kebab-case")]
enum Unit {
    /// Bytes of the text in UTF-8.
    Utf8Byte,
    /// Units of UTF-16, as JavaScript and Java count.
    Utf16,
    /// Code points, as Python counts.
    Codepoint,
}

impl Unit {
    fn of_library(self) -> OffsetUnit {
        match self {
            Self::Utf8Byte => OffsetUnit::Utf8Byte,
            Self::Utf16 => OffsetUnit::Utf16,
            Self::Codepoint => OffsetUnit::CodePoint,
        }
    }
}

/// A reader of documents.
#[derive(Debug)]
pub(crate) struct Reader {
    parser: Parser,
    unit: OffsetUnit,
}

impl Reader {
    /// A reader that reads so.
    pub(crate) fn new(cost: Cost, reading: &Reading) -> Self {
        let mut limits = Limits::default();
        limits.input_bytes = cost.max_bytes;
        Self { parser: Parser::new().limits(limits), unit: reading.offset_unit.of_library() }
    }

    /// What positions count.
    pub(crate) fn unit(&self) -> OffsetUnit {
        self.unit
    }

    /// The tree of a text, which is called by the path of its document. Its spans are bytes.
    pub(crate) fn tree(&self, item: &Item, bytes: &[u8]) -> Result<Parsed, Reason> {
        let parsed = self.parser.parse_bytes(bytes);
        let mut parsed = parsed.map_err(|error| Reason::of(error, bytes))?;
        parsed.source.name.clone_from(&item.id);
        Ok(parsed)
    }

    /// The tree of a text, with spans in the unit that was asked for.
    pub(crate) fn read(&self, item: &Item, bytes: &[u8]) -> Result<Parsed, Reason> {
        let mut parsed = self.tree(item, bytes)?;
        if self.unit != OffsetUnit::Utf8Byte {
            parsed.count_offsets_in(self.unit, &crate::input::decode(bytes)?);
        }
        Ok(parsed)
    }
}
