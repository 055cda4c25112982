//! What the tests of the readers share: a table as the words of its cells.

use super::tables;
use crate::layout::Sheet;
use crate::source::SourceMap;

/// The words of a table.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Shown {
    columns: Vec<String>,
    rows: Vec<Vec<String>>,
}

impl Shown {
    /// A table as a test expects it.
    pub(super) fn new(columns: &[&str], rows: &[&[&str]]) -> Self {
        let own = |cells: &[&str]| cells.iter().map(|cell| (*cell).to_owned()).collect();
        Self { columns: own(columns), rows: rows.iter().map(|row| own(row)).collect() }
    }
}

/// The tables of a text, values as the tree would have them; checks that no cells overlap.
pub(super) fn shown(text: &str) -> Vec<Shown> {
    let map = SourceMap::default();
    let sheet = Sheet::new(text, &map);
    let found = tables(&sheet, &(0..sheet.lines.len())).grids;
    for grid in &found {
        let mut pieces: Vec<_> = grid.rows.iter().flatten().flatten().cloned().collect();
        pieces.extend(grid.apart.iter().map(|(_, range)| range.clone()));
        pieces.sort_by_key(|piece| piece.start);
        assert!(pieces.windows(2).all(|pair| pair[0].end <= pair[1].start), "{grid:?}");
    }
    let words = |cells: &Vec<super::Cell>| {
        let flow = |cell: &super::Cell| crate::layout::trim_value(&sheet.flow(cell)).to_owned();
        cells.iter().map(flow).collect::<Vec<_>>()
    };
    let one = |grid: &super::Grid| Shown {
        columns: words(&grid.columns),
        rows: grid.rows.iter().map(words).collect(),
    };
    found.iter().map(one).collect()
}
