//! What an archive knows of its documents: a CSV with a row for each, found by path.
//!
//! Memory holds where each row stands; the row itself is read when its document is.

use std::collections::{BTreeMap, HashMap};
use std::fs::File;
use std::hash::{BuildHasher as _, BuildHasherDefault, DefaultHasher};
use std::io::{self, BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};

use csv::{Position, Reader, ReaderBuilder, StringRecord};
use kehoach::{Basis, Parser, Supplied, search_key};
use serde::de::{MapAccess, Visitor};
use serde::ser::SerializeMap as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::failure::{Failure, shown};
use crate::input::{Item, composed};
use crate::language::messages as say;
use crate::output::inert;

/// Names of the column that names documents, as search keys.
const PATHS: &[&str] =
    &["path", "file", "id", "document", "duong dan", "tep", "ten tep", "tap tin"];
/// Names of the column that says who issued a document.
const ISSUERS: &[&str] = &["issuer", "organ name", "co quan ban hanh", "tac gia"];
/// Names of the column that says where.
const PLACES: &[&str] =
    &["place", "province", "tinh", "tinh thanh pho", "dia danh", "noi ban hanh"];

/// Rows and places that are named where they do not fit.
const NAMED: usize = 3;

/// A register of documents.
#[derive(Debug)]
pub(crate) struct Register {
    path: PathBuf,
    columns: Vec<String>,
    issuer: Option<usize>,
    place: Option<usize>,
    /// The row of each document, by the hash of its path.
    rows: HashMap<u64, Place>,
    file: Mutex<Reader<File>>,
    /// The column that names documents.
    key: usize,
    /// Documents that have no row.
    unknown: AtomicU64,
    /// What rows of documents say of their place, and whether the place is known.
    places: Mutex<BTreeMap<String, bool>>,
}

/// Where a row stands.
#[derive(Debug)]
struct Place {
    position: Position,
    /// Whether a document has it.
    is_met: AtomicBool,
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
            let place = Place { position, is_met: AtomicBool::new(false) };
            if rows.insert(hash(name), place).is_some() {
                return Err(Failure::Usage(say::register_repeats(&shown(path), line, name)));
            }
        }
        let file = Mutex::new(reader);
        let (unknown, places) = (AtomicU64::new(0), Mutex::default());
        let path = path.to_owned();
        Ok(Self { path, columns, issuer, place, rows, file, key, unknown, places })
    }

    /// The names of its columns.
    pub(crate) fn names(&self) -> &[String] {
        &self.columns
    }

    /// Where the row of a document stands: by its path as it was given, or below the folder that was named.
    pub(crate) fn find(&self, item: &Item) -> Option<&Position> {
        let mut names = item.id.iter().chain(&item.below);
        let Some(place) = names.find_map(|name| self.rows.get(&hash(name))) else {
            self.unknown.fetch_add(1, Ordering::Relaxed);
            return None;
        };
        place.is_met.store(true, Ordering::Relaxed);
        Some(&place.position)
    }

    /// The row of a document.
    pub(crate) fn row(&self, item: &Item) -> io::Result<Option<StringRecord>> {
        self.find(item).map_or(Ok(None), |position| self.read(position))
    }

    fn read(&self, position: &Position) -> io::Result<Option<StringRecord>> {
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
        if let Some(place) = &supplied.place {
            let mut places = self.places.lock().unwrap_or_else(PoisonError::into_inner);
            if !places.contains_key(place) {
                places.insert(place.clone(), is_known(place));
            }
        }
        supplied
    }

    /// A row with the names of its columns.
    pub(crate) fn columns(&self, row: &StringRecord) -> Columns {
        let cells = row.iter().map(str::to_owned);
        Columns(self.columns.iter().cloned().zip(cells).collect())
    }

    /// Says what did not fit: documents without a row, rows without a document, places nobody knows.
    pub(crate) fn report(&self) -> Vec<String> {
        let name = shown(&self.path);
        let mut report = Vec::new();
        let unknown = self.unknown.load(Ordering::Relaxed);
        if unknown > 0 {
            report.push(say::register_unknown(&name, unknown));
        }
        let unmet = self.rows.values().filter(|place| !place.is_met.load(Ordering::Relaxed));
        let mut unmet: Vec<&Position> = unmet.map(|place| &place.position).collect();
        unmet.sort_by_key(|position| position.byte());
        if !unmet.is_empty() {
            let rows = unmet.iter().take(NAMED).filter_map(|position| self.read(position).ok()?);
            let names: Vec<String> =
                rows.filter_map(|row| Some(inert(row.get(self.key)?).into_owned())).collect();
            let further = if unmet.len() > NAMED { ", …" } else { "" };
            let names = names.join(", ");
            report.push(say::register_unmet(&name, unmet.len(), &format!("{names}{further}")));
        }
        let places = self.places.lock().unwrap_or_else(PoisonError::into_inner);
        let odd = places.iter().filter(|(_, is_known)| !**is_known);
        let odd: Vec<String> = odd.map(|(place, _)| format!("“{}”", inert(place))).collect();
        if !odd.is_empty() {
            let further = if odd.len() > NAMED { ", …" } else { "" };
            let named = odd[..odd.len().min(NAMED)].join(", ");
            report.push(say::register_places(&name, odd.len(), &format!("{named}{further}")));
        }
        report
    }
}

impl Columns {
    /// Who issued the document.
    pub(crate) fn issuer(&self) -> Option<&str> {
        self.filled(ISSUERS)
    }

    /// Where.
    pub(crate) fn place(&self) -> Option<&str> {
        self.filled(PLACES)
    }

    fn filled(&self, names: &[&str]) -> Option<&str> {
        let (_, cell) = self.0.iter().find(|(name, _)| names.contains(&&*search_key(name)))?;
        Some(cell.trim()).filter(|cell| !cell.is_empty())
    }
}

/// Whether the library knows a place: it fills what a citation does not say.
fn is_known(place: &str) -> bool {
    const PROBE: &str = "Quyết định số 1/QĐ-UBND ngày 01/01/2024 của UBND tỉnh";
    let mut supplied = Supplied::default();
    supplied.place = Some(place.to_owned());
    let text = format!("KẾ HOẠCH\nThi đua\n\nCăn cứ {PROBE};\n");
    let parsed = Parser::new().supplied(supplied).parse(&text);
    let mut cited = parsed.document.cited_documents.iter();
    cited.any(|cited| cited.issuer.place_basis == Some(Basis::Supplied))
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
