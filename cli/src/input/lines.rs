//! Documents that stand one a line: results of `kehoach parse --format jsonl`, and data sets.

use std::io::{BufRead as _, BufReader, Read};
use std::path::PathBuf;

use serde_json::Value;

use super::bytes::Unpacked;
use super::{Body, Found, Item, foreign, walk};
use crate::failure::{Reason, Refused};
use crate::language::messages as say;

/// What some programs begin UTF-8 with.
const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// How a tree on a line begins.
const TREE: &[u8] = b"{\"format_version\"";

/// Whether bytes begin as those of a tree do.
pub(crate) fn is_tree(bytes: &[u8]) -> bool {
    bytes.starts_with(TREE) || bytes.starts_with(b"{\n \"format_version\"")
}

/// What the lines are.
#[derive(Debug, Clone)]
pub(super) enum Lines {
    /// Results of this program.
    Results,
    /// Results of this program, or rows of citations.
    ResultsOrRows,
    /// Records of a data set.
    Records(Fields),
    /// Rows of a Parquet file.
    #[cfg(feature = "parquet")]
    Rows(Fields),
}

impl Lines {
    /// Whether the lines of a file are those of a CSV.
    pub(super) fn are_csv(&self, body: &Body) -> bool {
        let Body::File(path) = body else { return false };
        let ending = walk::unpacked(path).extension();
        matches!(self, Self::ResultsOrRows)
            && ending.is_some_and(|ending| ending.eq_ignore_ascii_case("csv"))
    }
}

/// What comes on standard input: results or rows, one a line, a result by itself, or a text.
pub(super) fn piped<R: Read + Send + 'static>(
    mut source: Unpacked<R>,
    lines: &Lines,
    limit: usize,
) -> Result<Box<dyn Iterator<Item = Found> + Send>, Reason> {
    let head = source.peek()?;
    let head = head.strip_prefix(BYTE_ORDER_MARK).unwrap_or(head);
    if head.starts_with(TREE) || is_row(head) {
        let name = say::standard_input();
        return Ok(Box::new(Reader::new(name, source, lines.clone(), limit)));
    }
    let body = if is_tree(head) {
        Body::Result(source.all(limit.saturating_mul(RESULT))?)
    } else {
        let bytes = source.all(limit)?;
        if let Some(kind) = foreign::kind(&bytes) {
            return Err(Reason::Foreign(kind));
        }
        Body::Piped(bytes)
    };
    Ok(Box::new(std::iter::once(Ok(Item { id: None, below: None, body }))))
}

/// The rows of a CSV, each as a JSON object.
pub(super) fn rows<R: Read>(
    name: String,
    source: Unpacked<R>,
) -> impl Iterator<Item = Result<Item, Refused>> {
    let mut rows = csv::Reader::from_reader(source);
    let headers = rows.headers().cloned().unwrap_or_default();
    let mut ended = false;
    std::iter::from_fn(move || {
        let mut row = csv::StringRecord::new();
        let found = if ended { Ok(false) } else { rows.read_record(&mut row) };
        let line = row.position().map_or(0, csv::Position::line);
        let id = format!("{name}:{line}");
        match found {
            Ok(false) => None,
            Ok(true) => {
                let cells: serde_json::Map<String, Value> = headers
                    .iter()
                    .map(|name| name.trim_start_matches('\u{feff}').to_owned())
                    .zip(row.iter().map(Value::from))
                    .collect();
                let row = Value::from(cells).to_string().into_bytes();
                Some(Ok(Item { id: Some(id), below: None, body: Body::Row(row) }))
            }
            Err(_) => {
                ended = true;
                Some(Err(Refused { name: name.clone(), reason: Reason::NoRow }))
            }
        }
    })
}

/// The fields of a record that matter.
#[derive(Debug, Clone)]
pub(super) struct Fields {
    /// The text of the document.
    pub(super) text: String,
    /// Its name; records are numbered where there is none.
    pub(super) id: Option<String>,
}

/// A result takes more bytes than its text: more than this many times more are refused.
pub(super) const RESULT: usize = 32;

/// The documents of a source, read as they are wanted.
pub(super) struct Reader<R: Read> {
    /// How messages call the source.
    name: String,
    source: BufReader<Unpacked<R>>,
    lines: Lines,
    limit: usize,
    number: u64,
    /// How many lines were empty before the first that is not.
    empty: u64,
    ended: bool,
}

impl<R: Read> Reader<R> {
    pub(super) fn new(name: String, source: Unpacked<R>, lines: Lines, limit: usize) -> Self {
        let source = BufReader::with_capacity(1 << 16, source);
        Self { name, source, lines, limit, number: 0, empty: 0, ended: false }
    }

    /// The next line that holds something, without its end; none at the end.
    fn line(&mut self) -> Result<Option<Vec<u8>>, Reason> {
        let limit = self.limit.saturating_mul(RESULT);
        loop {
            let mut line = Vec::new();
            let read = (&mut self.source).take(limit as u64).read_until(b'\n', &mut line);
            let read = read.map_err(|error| {
                self.ended = true;
                self.source.get_ref().reason(error)
            })?;
            if read == 0 {
                return Ok(None);
            }
            self.number += 1;
            if self.number == 1 && line.starts_with(BYTE_ORDER_MARK) {
                line.drain(..BYTE_ORDER_MARK.len());
            }
            if read == limit && line.last() != Some(&b'\n') {
                self.skip_line()?;
                return Err(Reason::TooLarge { limit: self.limit });
            }
            line.truncate(line.trim_ascii_end().len());
            if !line.is_empty() {
                return Ok(Some(line));
            }
            self.empty = self.empty.saturating_add(1);
        }
    }

    fn skip_line(&mut self) -> Result<(), Reason> {
        self.source.skip_until(b'\n')?;
        Ok(())
    }

    fn item(&self, line: Vec<u8>) -> Result<Item, Reason> {
        let name = self.line_name();
        match &self.lines {
            Lines::ResultsOrRows if is_row(&line) => {
                Ok(Item { id: Some(name), below: None, body: Body::Row(line) })
            }
            Lines::Results | Lines::ResultsOrRows => {
                Ok(Item { id: Some(name), below: None, body: Body::Result(line) })
            }
            #[cfg(feature = "parquet")]
            Lines::Rows(_) => Err(Reason::NoResult),
            Lines::Records(fields) => {
                let (id, text) = fields.of(&line)?;
                let id = Some(id.unwrap_or_else(|| name.clone()));
                let body = Body::Record { text: text.into_bytes(), origin: name };
                Ok(Item { id, below: None, body })
            }
        }
    }

    fn line_name(&self) -> String {
        format!("{}:{}", self.name, self.number)
    }
}

impl<R: Read> Iterator for Reader<R> {
    type Item = Result<Item, Refused>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.ended {
            return None;
        }
        let line = match self.line() {
            Ok(None) if self.number == self.empty && matches!(self.lines, Lines::Records(_)) => {
                self.ended = true;
                let reason = Reason::NoRecords;
                return Some(Err(Refused { name: self.name.clone(), reason }));
            }
            line => line.transpose()?,
        };
        self.empty = u64::MAX;
        let item = line.and_then(|line| self.item(line));
        Some(item.map_err(|reason| Refused { name: self.line_name(), reason }))
    }
}

impl Fields {
    /// Name and text of a record.
    fn of(&self, line: &[u8]) -> Result<(Option<String>, String), Reason> {
        let mut record: Value =
            serde_json::from_slice(line).map_err(|error| Reason::NoRecord(error.to_string()))?;
        let Some(Value::String(text)) = taken(&mut record, &self.text) else {
            return Err(Reason::NoField(self.text.clone()));
        };
        let id = match &self.id {
            None => None,
            Some(field) => match taken(&mut record, field) {
                Some(Value::String(id)) => Some(id),
                Some(Value::Number(id)) => Some(id.to_string()),
                _ => return Err(Reason::NoField(field.clone())),
            },
        };
        if let Some(id) = id.as_ref().filter(|id| place_of(id).as_os_str().is_empty()) {
            return Err(Reason::NoName(id.clone()));
        }
        Ok((id, text))
    }
}

/// Whether a line is a row of citations: a tree begins with the version of its format.
fn is_row(line: &[u8]) -> bool {
    line.starts_with(b"{\"file\":")
}

/// The value of a field, which may lie within another: "source.id".
fn taken(record: &mut Value, field: &str) -> Option<Value> {
    if let Some(value) = record.get_mut(field) {
        return Some(value.take());
    }
    let (outer, inner) = field.split_once('.')?;
    taken(record.get_mut(outer)?, inner)
}

/// The path of a record below the folder of results.
pub(super) fn place_of(id: &str) -> PathBuf {
    let parts = id.split(['/', '\\']).filter(|part| !matches!(*part, "" | "." | ".."));
    parts.map(|part| part.replace(['\0', ':'], "_")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, lines: Lines) -> Vec<Result<(String, Vec<u8>), String>> {
        let source = Unpacked::new(text.as_bytes()).expect("memory");
        let each = |item: Result<Item, Refused>| match item {
            Ok(Item {
                id, body: Body::Record { text: bytes, .. } | Body::Result(bytes), ..
            }) => Ok((id.expect("a name"), bytes)),
            Ok(item) => panic!("{item:?}"),
            Err(refused) => Err(refused.to_string()),
        };
        Reader::new("x.jsonl".into(), source, lines, 4).map(each).collect()
    }

    fn fields(text: &str, id: Option<&str>) -> Lines {
        Lines::Records(Fields { text: text.into(), id: id.map(str::to_owned) })
    }

    #[test]
    fn reads_records() {
        let text = "{\"a\":\"x\",\"n\":7}\n\n{\"a\":\"y\"}\r\n{\"b\":{\"a\":\"z\"}}\n{";
        let got = read(text, fields("a", None));
        assert_eq!(got[0], Ok(("x.jsonl:1".into(), b"x".to_vec())));
        assert_eq!(got[1], Ok(("x.jsonl:3".into(), b"y".to_vec())));
        assert!(got[2].as_ref().is_err_and(|told| told.starts_with("x.jsonl:4: it has no text")));
        assert!(got[3].as_ref().is_err_and(|told| told.starts_with("x.jsonl:5: ")));
        assert_eq!(got.len(), 4);
        let got = read(text, fields("a", Some("n")));
        assert_eq!(got[0], Ok(("7".into(), b"x".to_vec())));
        assert!(got[1].is_err());
        let got = read(text, fields("b.a", None));
        assert_eq!(got[2], Ok(("x.jsonl:4".into(), b"z".to_vec())));
    }

    #[test]
    fn a_byte_order_mark_is_no_part_of_the_first_record() {
        let got = read("\u{feff}{\"a\":\"x\"}\n{\"a\":\"y\"}\n", fields("a", None));
        assert_eq!(got[0], Ok(("x.jsonl:1".into(), b"x".to_vec())));
        assert_eq!(got.len(), 2);
    }

    #[test]
    fn a_line_that_is_too_long_is_one_failure() {
        let long = format!("{{\"a\":\"{}\"}}\n{{\"a\":\"y\"}}\n", "x".repeat(4 * RESULT));
        let got = read(&long, fields("a", None));
        assert!(got[0].as_ref().is_err_and(|told| told.contains("longer than 4 bytes")));
        assert_eq!(got[1], Ok(("x.jsonl:2".into(), b"y".to_vec())));
    }

    #[test]
    fn records_lie_below_the_folder_of_results() {
        for (id, want) in
            [("a/b", "a/b"), ("/a", "a"), ("../../a", "a"), ("a\\b", "a/b"), ("x:1", "x_1")]
        {
            assert_eq!(place_of(id), PathBuf::from(want), "{id}");
        }
    }
}
