//! Rows as Parquet. A list is a list of strings; what has no value is null.

use std::io::{self, Write};
use std::sync::{Arc, Mutex, PoisonError};

use kehoach::Day;
use parquet::basic::Compression;
use parquet::data_type::{BoolType, ByteArray, ByteArrayType, DataType, Int32Type, Int64Type};
use parquet::errors::ParquetError;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::{SerializedColumnWriter, SerializedFileWriter};
use parquet::schema::parser::parse_message_type;

use super::csv;
use crate::rows::{Cell, Head, Holds, Row};

/// Rows that are written together.
const GROUP: usize = 10_000;

/// A file in the making.
pub(super) struct Parquet {
    writer: SerializedFileWriter<Buffer>,
    buffer: Buffer,
    waiting: Vec<Row>,
}

/// Bytes on their way from the writer, which wants a file of its own, to the output.
#[derive(Debug, Clone, Default)]
struct Buffer(Arc<Mutex<Vec<u8>>>);

impl Write for Buffer {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Buffer {
    fn hand_on(&self, out: &mut impl Write) -> io::Result<()> {
        let mut bytes = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        out.write_all(&bytes)?;
        bytes.clear();
        Ok(())
    }
}

impl Parquet {
    pub(super) fn new(heads: &[Head]) -> io::Result<Self> {
        let buffer = Buffer::default();
        let schema = parse_message_type(&schema(heads)).map_err(failed)?;
        let properties = WriterProperties::builder().set_compression(Compression::SNAPPY).build();
        let writer =
            SerializedFileWriter::new(buffer.clone(), Arc::new(schema), Arc::new(properties));
        Ok(Self { writer: writer.map_err(failed)?, buffer, waiting: Vec::new() })
    }

    pub(super) fn rows(
        &mut self,
        heads: &[Head],
        rows: Vec<Row>,
        out: &mut impl Write,
    ) -> io::Result<()> {
        self.waiting.extend(rows);
        if self.waiting.len() >= GROUP { self.group(heads, out) } else { Ok(()) }
    }

    pub(super) fn finish(mut self, heads: &[Head], out: &mut impl Write) -> io::Result<()> {
        if !self.waiting.is_empty() {
            self.group(heads, out)?;
        }
        self.writer.finish().map_err(failed)?;
        self.buffer.hand_on(out)
    }

    fn group(&mut self, heads: &[Head], out: &mut impl Write) -> io::Result<()> {
        self.write_group(heads).map_err(failed)?;
        self.waiting.clear();
        self.buffer.hand_on(out)
    }

    fn write_group(&mut self, heads: &[Head]) -> Result<(), ParquetError> {
        let mut group = self.writer.next_row_group()?;
        for (at, head) in heads.iter().enumerate() {
            let cells = self.waiting.iter().map(|row| &row[at]);
            let mut column = group.next_column()?.ok_or_else(|| {
                ParquetError::General("the schema has a column for each head".into())
            })?;
            match head.holds {
                Holds::Text | Holds::Spans | Holds::Map => {
                    optional::<ByteArrayType>(&mut column, cells, text)?;
                }
                Holds::Number => optional::<Int64Type>(&mut column, cells, number)?,
                Holds::Flag => optional::<BoolType>(&mut column, cells, flag)?,
                Holds::Day => optional::<Int32Type>(&mut column, cells, day)?,
                Holds::List => lists(&mut column, cells)?,
            }
            column.close()?;
        }
        group.close()?;
        Ok(())
    }
}

fn failed(error: ParquetError) -> io::Error {
    io::Error::other(error)
}

fn schema(heads: &[Head]) -> String {
    let mut schema = String::from("message rows {\n");
    for Head { name, holds, .. } in heads {
        let field = match holds {
            Holds::Text | Holds::Spans | Holds::Map => format!("optional binary {name} (UTF8);\n"),
            Holds::Number => format!("optional int64 {name};\n"),
            Holds::Flag => format!("optional boolean {name};\n"),
            Holds::Day => format!("optional int32 {name} (DATE);\n"),
            Holds::List => format!(
                "required group {name} (LIST) {{ repeated group list {{ required binary element (UTF8); }} }}\n"
            ),
        };
        schema.push_str(&field);
    }
    schema.push('}');
    schema
}

/// Writes a column whose cells have one value or none.
fn optional<'a, T: DataType>(
    column: &mut SerializedColumnWriter<'_>,
    cells: impl Iterator<Item = &'a Cell>,
    value: fn(&Cell) -> Option<T::T>,
) -> Result<(), ParquetError> {
    let (mut values, mut levels) = (Vec::new(), Vec::new());
    for cell in cells {
        let value = value(cell);
        levels.push(i16::from(value.is_some()));
        values.extend(value);
    }
    column.typed::<T>().write_batch(&values, Some(&levels), None)?;
    Ok(())
}

/// Writes a column of lists. A level of definition tells an empty list, one of repetition where a list goes on.
fn lists<'a>(
    column: &mut SerializedColumnWriter<'_>,
    cells: impl Iterator<Item = &'a Cell>,
) -> Result<(), ParquetError> {
    let (mut values, mut defined, mut repeated) = (Vec::new(), Vec::new(), Vec::new());
    for cell in cells {
        let list: &[String] = if let Cell::List(list) = cell { list } else { &[] };
        if list.is_empty() {
            defined.push(0);
            repeated.push(0);
        }
        for (at, text) in list.iter().enumerate() {
            values.push(ByteArray::from(text.as_str()));
            defined.push(1);
            repeated.push(i16::from(at > 0));
        }
    }
    column.typed::<ByteArrayType>().write_batch(&values, Some(&defined), Some(&repeated))?;
    Ok(())
}

fn text(cell: &Cell) -> Option<ByteArray> {
    let none = matches!(cell, Cell::None) || matches!(cell, Cell::Spans(spans) if spans.is_empty());
    (!none).then(|| ByteArray::from(&*csv::text(cell)))
}

fn number(cell: &Cell) -> Option<i64> {
    if let Cell::Number(number) = cell { i64::try_from(*number).ok() } else { None }
}

fn flag(cell: &Cell) -> Option<bool> {
    if let Cell::Flag(flag) = cell { Some(*flag) } else { None }
}

fn day(cell: &Cell) -> Option<i32> {
    if let Cell::Day(day) = cell { Some(since_epoch(*day)) } else { None }
}

/// The days from 1 January 1970 to a day.
fn since_epoch(day: Day) -> i32 {
    // Years that begin in March have their leap day at the end.
    let (year, month) = (i32::from(day.year()), i32::from(day.month()));
    let year = if month < 3 { year - 1 } else { year };
    let days = (153 * ((month + 9) % 12) + 2) / 5 + i32::from(day.day()) - 1;
    year * 365 + year / 4 - year / 100 + year / 400 + days - 719_468
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_days() {
        for (day, want) in [
            ("1970-01-01", 0),
            ("1969-12-31", -1),
            ("2000-02-29", 11_016),
            ("2000-03-01", 11_017),
            ("2024-12-31", 20_088),
            ("0001-01-01", -719_162),
        ] {
            assert_eq!(since_epoch(day.parse().expect("a day")), want, "{day}");
        }
        let mut day: Day = "1899-12-31".parse().expect("a day");
        for _ in 0..80_000 {
            let next = day.next().expect("before 9999");
            assert_eq!(since_epoch(next), since_epoch(day) + 1, "{next}");
            day = next;
        }
    }
}
