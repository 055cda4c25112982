//! Rows out of trees: what a table holds of each citation, task, date, recipient or document.
//!
//! A table is a list of columns, and each column says in one line what its cell is.

mod citations;
mod dates;
mod loaded;
mod metadata;
mod recipients;
mod tasks;

use std::borrow::Cow;

use kehoach::{Date, Day, Period, Span};

pub(crate) use self::loaded::Loaded;
use crate::register::Columns;

/// A table that can be made of documents.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Citations,
    Tasks,
    Dates,
    Recipients,
    Metadata,
}

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Holds {
    Text,
    Number,
    Flag,
    Day,
    /// Several texts.
    List,
    /// Several spans.
    Spans,
    /// Names with texts.
    Map,
}

/// The name of a column.
#[derive(Debug, Clone)]
pub(crate) struct Head {
    pub(crate) name: Cow<'static, str>,
    pub(crate) holds: Holds,
    /// Whether a table for people shows it.
    pub(crate) shown: bool,
}

/// A value in a row.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) enum Cell {
    /// There is none.
    #[default]
    None,
    Text(String),
    Number(u64),
    Flag(bool),
    Day(Day),
    List(Vec<String>),
    Spans(Vec<(u32, u32)>),
    Map(Columns),
}

/// A row: a cell for each column.
pub(crate) type Row = Vec<Cell>;

/// A table: its columns, and how its rows are made of a document.
pub(crate) struct Table {
    pub(crate) heads: Vec<Head>,
    rows: Box<Rows>,
}

/// How rows are made of a document.
type Rows = dyn Fn(&Loaded) -> Vec<Row> + Send + Sync;

impl Table {
    /// The table of this kind.
    pub(crate) fn of(kind: Kind) -> Self {
        match kind {
            Kind::Citations => citations::table(),
            Kind::Tasks => tasks::table(),
            Kind::Dates => dates::table(),
            Kind::Recipients => recipients::table(),
            Kind::Metadata => metadata::table(),
        }
    }

    /// The rows of a document.
    pub(crate) fn rows(&self, document: &Loaded) -> Vec<Row> {
        (self.rows)(document)
    }

    fn new<T: Clone + 'static>(
        columns: Vec<Column<T>>,
        nodes: impl for<'a> Fn(&'a Loaded) -> Vec<At<'a, T>> + Send + Sync + 'static,
    ) -> Self {
        let heads = columns.iter().map(|column| column.head.clone()).collect();
        let cells: Vec<_> = columns.into_iter().map(|column| column.cell).collect();
        let rows = move |document: &Loaded| {
            let row = |at: At<'_, T>| cells.iter().map(|cell| cell(&at)).collect();
            nodes(document).into_iter().map(row).collect()
        };
        Self { heads, rows: Box::new(rows) }
    }
}

/// A column of a table of `T`.
struct Column<T: Clone + 'static> {
    head: Head,
    cell: fn(&At<'_, T>) -> Cell,
}

/// A value of a tree, where it stands.
struct At<'a, T: Clone> {
    document: &'a Loaded,
    node: Cow<'a, T>,
    span: Span,
    parts: Vec<Span>,
    section: Option<&'a str>,
}

/// A column that files have.
fn column<T: Clone>(name: &'static str, holds: Holds, cell: fn(&At<'_, T>) -> Cell) -> Column<T> {
    Column { head: Head { name: name.into(), holds, shown: false }, cell }
}

/// A column that a table for people shows, too.
fn shown<T: Clone>(name: &'static str, holds: Holds, cell: fn(&At<'_, T>) -> Cell) -> Column<T> {
    Column { head: Head { name: name.into(), holds, shown: true }, cell }
}

/// Which document a row is of, and where in it.
fn place<T: Clone>() -> Vec<Column<T>> {
    vec![
        shown("file", Holds::Text, |at| at.document.file.clone().into()),
        column("key", Holds::Text, |at| at.document.key().into()),
        shown("section", Holds::Text, |at| at.section.into()),
        column("span_start", Holds::Number, |at| at.document.offset(at.span.start).into()),
        column("span_end", Holds::Number, |at| at.document.offset(at.span.end).into()),
        column("parts", Holds::Spans, |at| {
            let offset = |offset| at.document.offset(offset);
            Cell::Spans(
                at.parts.iter().map(|part| (offset(part.start), offset(part.end))).collect(),
            )
        }),
        shown("line", Holds::Number, |at| at.document.line(at.span).into()),
    ]
}

/// First day, last day and precision of a date, as a program compares them.
fn days(date: Option<&Date>) -> (Cell, Cell, Cell) {
    let Some(Period { start, end, precision, .. }) = date.and_then(Date::period) else {
        return Default::default();
    };
    (start.into(), end.into(), precision.as_str().into())
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<u32> for Cell {
    fn from(number: u32) -> Self {
        Self::Number(number.into())
    }
}

impl From<u16> for Cell {
    fn from(number: u16) -> Self {
        Self::Number(number.into())
    }
}

impl From<u64> for Cell {
    fn from(number: u64) -> Self {
        Self::Number(number)
    }
}

impl From<bool> for Cell {
    fn from(flag: bool) -> Self {
        Self::Flag(flag)
    }
}

impl From<Day> for Cell {
    fn from(day: Day) -> Self {
        Self::Day(day)
    }
}

impl From<Vec<String>> for Cell {
    fn from(list: Vec<String>) -> Self {
        Self::List(list)
    }
}

impl From<Columns> for Cell {
    fn from(columns: Columns) -> Self {
        Self::Map(columns)
    }
}

impl<T: Into<Cell>> From<Option<T>> for Cell {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::None, Into::into)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reading::Known;

    const KINDS: [Kind; 5] =
        [Kind::Citations, Kind::Tasks, Kind::Dates, Kind::Recipients, Kind::Metadata];

    fn fits(cell: &Cell, holds: Holds) -> bool {
        match cell {
            Cell::None => true,
            Cell::Text(_) => holds == Holds::Text,
            Cell::Number(_) => holds == Holds::Number,
            Cell::Flag(_) => holds == Holds::Flag,
            Cell::Day(_) => holds == Holds::Day,
            Cell::List(_) => holds == Holds::List,
            Cell::Spans(_) => holds == Holds::Spans,
            Cell::Map(_) => holds == Holds::Map,
        }
    }

    /// What a register may say of a document.
    fn supplied() -> Columns {
        let columns = [("cơ quan ban hành", "Sở Nội vụ"), ("Tỉnh", "An Giang")];
        Columns(columns.map(|(name, cell)| (name.to_owned(), cell.to_owned())).to_vec())
    }

    #[test]
    fn cells_are_what_their_columns_say() {
        let fixtures = std::fs::read_dir("../fixtures").expect("there are fixtures");
        let more =
            "KẾ HOẠCH\nRà soát thủ tục\n\nThực hiện Nghị quyết số 30c/NQ-CP của Chính phủ.\n";
        let texts: Vec<String> = fixtures
            .map(|entry| entry.expect("an entry").path())
            .filter(|path| path.extension().is_some_and(|ending| ending == "txt"))
            .map(|path| std::fs::read_to_string(path).expect("a text"))
            .chain([more.to_owned()])
            .collect();
        for kind in KINDS {
            let table = Table::of(kind);
            let mut names: Vec<&str> = table.heads.iter().map(|head| &*head.name).collect();
            names.sort_unstable();
            names.dedup();
            assert_eq!(names.len(), table.heads.len(), "{kind:?} has a column twice");
            let mut filled = vec![false; names.len()];
            for text in &texts {
                let loaded = Loaded::read("x.txt".into(), kehoach::parse(text), text)
                    .known(Known::Row(supplied()));
                for row in table.rows(&loaded) {
                    assert_eq!(row.len(), table.heads.len(), "{kind:?}");
                    for (at, (cell, head)) in row.iter().zip(&table.heads).enumerate() {
                        assert!(fits(cell, head.holds), "{kind:?}: {} is {cell:?}", head.name);
                        filled[at] |= !matches!(cell, Cell::None);
                    }
                }
            }
            let empty = table.heads.iter().zip(filled).filter(|(_, filled)| !filled);
            // No fixture has recipients within a section, or of an appendix.
            let rare =
                |name: &str| kind == Kind::Recipients && ["section", "appendix"].contains(&name);
            let empty: Vec<_> =
                empty.map(|(head, _)| &*head.name).filter(|name| !rare(name)).collect();
            assert!(empty.is_empty(), "{kind:?}: no fixture fills {empty:?}");
        }
    }
}
