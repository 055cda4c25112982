//! Rows as CSV (RFC 4180, lines end in LF). Several values in a cell are parted by "; ".

use std::borrow::Cow;
use std::io;

use csv::Writer;

use crate::rows::{Cell, Head, Row};

/// Tells Excel that the file is UTF-8.
const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// The names of the columns.
pub(super) fn header(heads: &[Head], excel: bool, mut out: impl io::Write) -> io::Result<()> {
    if excel {
        out.write_all(BYTE_ORDER_MARK)?;
    }
    let mut writer = Writer::from_writer(out);
    writer.write_record(heads.iter().map(|head| &*head.name))?;
    writer.flush()
}

/// Rows.
pub(super) fn rows(rows: &[Row], excel: bool, out: impl io::Write) -> io::Result<()> {
    let mut writer = Writer::from_writer(out);
    for row in rows {
        for cell in row {
            let text = text(cell);
            // A document decides what its cells begin with; numbers and days are ours.
            let text = match cell {
                Cell::Text(_) | Cell::List(_) if excel => harmless(text),
                _ => text,
            };
            writer.write_field(&*text)?;
        }
        writer.write_record(None::<&[u8]>)?;
    }
    writer.flush()
}

/// A cell as text.
pub(crate) fn text(cell: &Cell) -> Cow<'_, str> {
    match cell {
        Cell::None => "".into(),
        Cell::Text(text) => text.into(),
        Cell::Number(number) => number.to_string().into(),
        Cell::Flag(flag) => flag.to_string().into(),
        Cell::Day(day) => day.to_string().into(),
        Cell::List(list) => list.join("; ").into(),
        Cell::Spans(spans) => {
            let spans: Vec<String> =
                spans.iter().map(|(start, end)| format!("{start}-{end}")).collect();
            spans.join(" ").into()
        }
        Cell::Map(columns) => {
            serde_json::to_string(columns).expect("names and texts are JSON").into()
        }
    }
}

/// A cell that Excel shows and does not run: an apostrophe before what begins a formula.
fn harmless(text: Cow<'_, str>) -> Cow<'_, str> {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']) {
        format!("'{text}").into()
    } else {
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn excel_runs_nothing() {
        for runs in ["=1+1", "+84", "-5", "@SUM(A1)", "\t=1", "＝1"] {
            assert_eq!(harmless(runs.into()), format!("'{runs}"));
        }
        for harmless_text in ["", "Sở Nội vụ", "1-2", "a=b", "– gạch"] {
            assert_eq!(harmless(harmless_text.into()), harmless_text);
        }
    }

    #[test]
    fn plain_cells_are_left_alone() {
        let row = vec![
            Cell::from("=1+1"),
            Cell::from("a \"b\", c"),
            Cell::None,
            Cell::Spans(vec![(1, 2), (5, 9)]),
            Cell::List(vec!["a".into(), "b".into()]),
        ];
        let mut out = Vec::new();
        rows(std::slice::from_ref(&row), false, &mut out).expect("memory");
        rows(std::slice::from_ref(&row), true, &mut out).expect("memory");
        let out = String::from_utf8(out).expect("UTF-8");
        let plain = "=1+1,\"a \"\"b\"\", c\",,1-2 5-9,a; b\n";
        assert_eq!(out, format!("{plain}'{plain}"));
    }
}
