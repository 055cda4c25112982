//! The tables under `tests/dates/`: forms of dates with their values, and near misses. Each file says
//! how its blocks are written.

mod support;

use std::fmt::Write as _;

use kehoach::{Code, Date, DateRelation};

use self::support::table::{Block, blocks, wanted};

/// What is to be written for a date, field by field.
fn field(date: &Date, name: &str) -> String {
    let text = |value: Option<&str>| value.unwrap_or("-").to_owned();
    match name {
        "text" => date.text.clone(),
        "edtf" => text(date.edtf.as_deref()),
        "kind" => date.kind.as_str().to_owned(),
        "relation" => text(date.relation.as_ref().map(DateRelation::as_str)),
        "recurrence" => text(date.recurrence.as_deref()),
        "basis" => date.basis.as_str().to_owned(),
        "partial" => text(date.partial.as_deref()),
        "time" => text(date.time.as_deref()),
        _ => panic!("no field {name}"),
    }
}

/// The fields of an expected line that need no name.
const COLUMNS: &[&str] = &["text", "edtf", "kind"];

/// Adds the block to the failures if it is not read as it says.
fn check(file: &str, block: &Block, failures: &mut String) {
    let found = kehoach::dates(&block.text);
    let lines: Vec<_> = block.expected.iter().filter(|line| line.starts_with("= ")).collect();
    let rows: Vec<_> =
        lines.iter().filter(|line| **line != "= none").map(|line| wanted(line, COLUMNS)).collect();
    let mut right =
        found.dates.len() == rows.len()
            && found.dates.iter().zip(&rows).all(|(date, wanted)| {
                wanted.iter().all(|(name, value)| field(date, name) == *value)
            });
    for code in block.expected.iter().filter_map(|line| line.strip_prefix("! ")) {
        right &= found.diagnostics.iter().any(|found| found.code == Code::from(code));
    }
    for date in &found.dates {
        let slice = date.span.slice(&block.text).unwrap_or_default();
        let bare = |text: &str| text.split_whitespace().collect::<String>();
        assert_eq!(bare(slice), bare(&date.text), "{file}:{}", block.line);
    }
    if !right {
        let _ = writeln!(failures, "{file}:{} {}", block.line, block.text);
        for line in &block.expected {
            let _ = writeln!(failures, "    want {line}");
        }
        for date in &found.dates {
            let row = ["text", "edtf", "kind", "relation", "recurrence", "partial", "time"]
                .map(|name| field(date, name));
            let _ = writeln!(failures, "    got  {}", row.join(" | "));
        }
        for diagnostic in &found.diagnostics {
            let _ = writeln!(failures, "    got  ! {}", diagnostic.code);
        }
    }
}

fn run(file: &str, least: usize) {
    let blocks = blocks(file);
    assert!(blocks.len() >= least, "{} blocks", blocks.len());
    let mut failures = String::new();
    for block in &blocks {
        check(file, block, &mut failures);
    }
    let count = failures.matches(file).count();
    assert!(failures.is_empty(), "{count} of {} blocks:\n{failures}", blocks.len());
}

#[test]
fn forms() {
    run("dates/forms.txt", 170);
}

#[test]
fn near_misses() {
    run("dates/near-misses.txt", 90);
}
