//! What an archive knows of its documents: a CSV with a row for each, found by path.
//!
//! Memory holds where each row stands; the row itself is read when its document is.

use std::collections::HashMap;
use std::fs::File;
use std::hash::{BuildHasher as _, BuildHasherDefault, DefaultHasher};
use std::io::{self, BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};

use csv::{Position, Reader, ReaderBuilder, StringRecord};
use kehoach::{Supplied, search_key};
use serde::de::{MapAccess, Visitor};
use serde::ser::SerializeMap as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::failure::{Failure, shown};
use crate::input::{Item, composed};
use crate::language::messages as say;

/// Names of the column that names documents, as search keys.
const PATHS: &[&str] =
    &["path", "file", "id", "document", "duong dan", "tep", "ten tep", "tap tin"];
/// Names of the column that says who issued a document.
const ISSUERS: &[&str] = &["issuer", "organ name", "co quan ban hanh", "tac gia"];
/// Names of the column that says where.
const PLACES: &[&str] =
    &["place", "province", "tinh", "tinh thanh pho", "dia danh", "noi ban hanh"];

/// A register of documents.
#[derive(Debug)]
pub(crate) struct Register {
    path: PathBuf,
    columns: Vec<String>,
    issuer: Option<usize>,
    place: Option<usize>,
    /// Where the row of each document stands, by the hash of its path.
    rows: HashMap<u64, Position>,
    file: Mutex<Reader<File>>,
    /// Documents that have no row.
    unknown: AtomicU64,
}

/// The columns of a row, in their order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Columns(pub(crate) Vec<(String, String)>);

impl Register {
    /// Reads where the rows stand.
    pub(crate) fn open(path: &Path) -> Result<Self, Failure> {
        let wrong = |error: &dyn std::fmt::Display| {
            Failure::Usage(say::register_unreadable(&shown(path), &error.to_string()))
        };
        let delimiter = delimiter(path).map_err(|error| wrong(&error))?;
        let mut builder = ReaderBuilder::new();
        let builder = builder.delimiter(delimiter);
        let mut reader = builder.from_path(path).map_err(|error| wrong(&error))?;
        let headers = reader.headers().map_err(|error| wrong(&error))?;
        let columns: Vec<String> =
            headers.iter().map(|name| name.trim_start_matches('\u{feff}').to_owned()).collect();
        let named = |names: &[&str]| {
            columns.iter().position(|column| names.contains(&&*search_key(column)))
        };
        let Some(key) = named(PATHS) else {
            return Err(Failure::Usage(say::register_without_path(&shown(path))));
        };
        let (issuer, place) = (named(ISSUERS), named(PLACES));
        let mut rows = HashMap::new();
        let mut row = StringRecord::new();
        loop {
            let position = reader.position().clone();
            if !reader.read_record(&mut row).map_err(|error| wrong(&error))? {
                break;
            }
            let name = row.get(key).unwrap_or_default();
            if name.trim().is_empty() {
                continue;
            }
            let line = row.position().map_or(0, Position::line);
            if rows.insert(hash(name), position).is_some() {
                return Err(Failure::Usage(say::register_repeats(&shown(path), line, name)));
            }
        }
        let file = Mutex::new(reader);
        let unknown = AtomicU64::new(0);
        Ok(Self { path: path.to_owned(), columns, issuer, place, rows, file, unknown })
    }

    /// The row of a document: by its path as it was given, or below the folder that was named.
    pub(crate) fn row(&self, item: &Item) -> io::Result<Option<StringRecord>> {
        let mut names = item.id.iter().chain(&item.below);
        let Some(position) = names.find_map(|name| self.rows.get(&hash(name))) else {
            self.unknown.fetch_add(1, Ordering::Relaxed);
            return Ok(None);
        };
        let mut file = self.file.lock().unwrap_or_else(PoisonError::into_inner);
        file.seek(position.clone())?;
        let mut row = StringRecord::new();
        Ok(file.read_record(&mut row)?.then_some(row))
    }

    /// What a row says of issuer and place.
    pub(crate) fn supplied(&self, row: &StringRecord) -> Supplied {
        let cell = |at: Option<usize>| {
            row.get(at?).filter(|text| !text.trim().is_empty()).map(str::to_owned)
        };
        let mut supplied = Supplied::default();
        supplied.issuer = cell(self.issuer);
        supplied.place = cell(self.place);
        supplied
    }

    /// A row with the names of its columns.
    pub(crate) fn columns(&self, row: &StringRecord) -> Columns {
        let cells = row.iter().map(str::to_owned);
        Columns(self.columns.iter().cloned().zip(cells).collect())
    }

    /// Says how many documents had no row, if any.
    pub(crate) fn report(&self) -> Option<String> {
        let unknown = self.unknown.load(Ordering::Relaxed);
        (unknown > 0).then(|| say::register_unknown(&shown(&self.path), unknown))
    }
}

/// What parts the cells of a file: Excel writes semicolons where the comma is a decimal one.
fn delimiter(path: &Path) -> io::Result<u8> {
    let mut header = String::new();
    BufReader::new(File::open(path)?).read_line(&mut header)?;
    let count = |sign: char| header.matches(sign).count();
    let most = [',', ';', '\t'].into_iter().rev().max_by_key(|sign| count(*sign));
    Ok(most.map_or(b',', |sign| sign as u8))
}

/// Paths are compared composed, with `/` between folders: a file system may have decomposed them.
fn hash(path: &str) -> u64 {
    let path = composed(path.trim()).replace('\\', "/");
    let path = path.strip_prefix("./").unwrap_or(&path);
    BuildHasherDefault::<DefaultHasher>::default().hash_one(path)
}

impl Serialize for Columns {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (name, cell) in &self.0 {
            map.serialize_entry(name, cell)?;
        }
        map.end()
    }
}

impl<'de> Deserialize<'de> for Columns {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct InOrder;
        impl<'de> Visitor<'de> for InOrder {
            type Value = Columns;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("the columns of a row")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Columns, A::Error> {
                let mut columns = Vec::new();
                while let Some(column) = map.next_entry()? {
                    columns.push(column);
                }
                Ok(Columns(columns))
            }
        }
        deserializer.deserialize_map(InOrder)
    }
}
