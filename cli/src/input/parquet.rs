//! Documents that stand in a Parquet file, a row each.

use std::fs::File;
use std::io;

use parquet::errors::ParquetError;
use parquet::file::reader::{FileReader as _, SerializedFileReader};
use parquet::record::reader::RowIter;
use parquet::record::{Field, Row};

use super::lines::Fields;
use super::{Body, Found, Item};
use crate::failure::{Reason, Refused};

/// Rows that are decoded together; each holds a document.
const TOGETHER: usize = 64;

/// The documents of a file, read as they are wanted.
pub(super) struct Rows {
    name: String,
    fields: Fields,
    left: RowIter<'static>,
    limit: usize,
    number: u64,
}

impl Rows {
    pub(super) fn new(
        name: String,
        file: File,
        fields: Fields,
        limit: usize,
    ) -> Result<Self, Reason> {
        let reader = SerializedFileReader::new(file).map_err(damaged)?;
        let schema = reader.metadata().file_metadata().schema();
        for field in std::iter::once(&fields.text).chain(&fields.id) {
            if schema.get_fields().iter().all(|column| column.name() != field) {
                return Err(Reason::NoField(field.clone()));
            }
        }
        let left = reader.into_iter().with_batch_size(TOGETHER);
        Ok(Self { name, fields, left, limit, number: 0 })
    }

    fn item(&self, row: &Row) -> Result<Item, Reason> {
        let cell = |name: &str| row.get_column_iter().find(|(column, _)| *column == name);
        let no_field = |name: &str| Reason::NoField(name.to_owned());
        let text = match cell(&self.fields.text) {
            Some((_, Field::Str(text))) => text.clone().into_bytes(),
            Some((_, Field::Bytes(bytes))) => bytes.data().to_vec(),
            _ => return Err(no_field(&self.fields.text)),
        };
        if text.len() > self.limit {
            return Err(Reason::TooLarge { limit: self.limit });
        }
        let id = match self.fields.id.as_deref().map(|name| (name, cell(name))) {
            None => self.row_name(),
            Some((name, None | Some((_, Field::Null)))) => return Err(no_field(name)),
            Some((_, Some((_, Field::Str(id))))) => id.clone(),
            Some((_, Some((_, id)))) => id.to_string(),
        };
        if super::lines::place_of(&id).as_os_str().is_empty() {
            return Err(Reason::NoName(id));
        }
        let body = Body::Record { text, origin: self.row_name() };
        Ok(Item { id: Some(id), below: None, body })
    }

    fn row_name(&self) -> String {
        format!("{}:{}", self.name, self.number)
    }
}

impl Iterator for Rows {
    type Item = Found;

    fn next(&mut self) -> Option<Found> {
        let Some(row) = self.left.next() else {
            let is_empty = std::mem::replace(&mut self.number, u64::MAX) == 0;
            let (name, reason) = (self.name.clone(), Reason::NoRecords);
            return is_empty.then_some(Err(Refused { name, reason }));
        };
        self.number += 1;
        let row = row.map_err(damaged);
        let item = row.and_then(|row| self.item(&row));
        Some(item.map_err(|reason| Refused { name: self.row_name(), reason }))
    }
}

fn damaged(error: ParquetError) -> Reason {
    Reason::Unpacking { packing: "Parquet", error: io::Error::other(error) }
}
