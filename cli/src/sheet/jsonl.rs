//! Rows as JSON, one object a line.

use std::io;

use serde::ser::SerializeMap as _;
use serde::{Serialize, Serializer};

use crate::output::{Layout, json};
use crate::rows::{Cell, Head, Row};

/// Rows.
pub(super) fn rows(heads: &[Head], rows: &[Row], mut out: impl io::Write) -> io::Result<()> {
    for row in rows {
        json(&mut out, &Object { heads, row }, Layout::Compact)?;
    }
    Ok(())
}

struct Object<'a> {
    heads: &'a [Head],
    row: &'a Row,
}

impl Serialize for Object<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.row.len()))?;
        for (head, cell) in self.heads.iter().zip(self.row) {
            map.serialize_entry(&head.name, cell)?;
        }
        map.end()
    }
}

impl Serialize for Cell {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::None => serializer.serialize_none(),
            Self::Text(text) => serializer.serialize_str(text),
            Self::Number(number) => serializer.serialize_u64(*number),
            Self::Flag(flag) => serializer.serialize_bool(*flag),
            Self::Day(day) => day.serialize(serializer),
            Self::List(list) => list.serialize(serializer),
            Self::Spans(spans) => spans.serialize(serializer),
            Self::Map(columns) => columns.serialize(serializer),
        }
    }
}
