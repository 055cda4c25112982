//! Precision, recall and F1 of the citations over the fixtures, against `tests/citations/gold.txt`,
//! which was written by reading. `cargo test --test citation_gold -- --nocapture` prints the figures.
//!
//! Intervals are those of Wilson at 95 %: the fixtures are few, and the figures no surer than that.

// Counts of mentions are small.
#![allow(clippy::cast_precision_loss)]

mod support;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;

use kehoach::{Citation, CitationRole};

use self::support::repository;

/// A mention of the gold: kind, number, date, issuer, name, pinpoint, role, document.
type Row = Vec<String>;

/// The fixtures and their mentions.
fn gold() -> BTreeMap<String, Vec<Row>> {
    let table = fs::read_to_string(repository("tests/citations/gold.txt")).expect("the gold");
    let mut gold: BTreeMap<String, Vec<Row>> = BTreeMap::new();
    let mut file = String::new();
    for line in table.lines() {
        if let Some(path) = line.strip_prefix("@ ") {
            path.clone_into(&mut file);
            gold.entry(file.clone()).or_default();
        } else if let Some(row) = line.strip_prefix("= ").filter(|row| *row != "none") {
            let row: Row = row.split(" | ").map(str::to_owned).collect();
            assert_eq!(row.len(), 8, "{file}: {line}");
            gold.get_mut(&file).expect("a fixture before its mentions").push(row);
        }
    }
    gold
}

fn row(citation: &Citation) -> Row {
    let text = |value: Option<&str>| value.unwrap_or("-").to_owned();
    vec![
        text(citation.kind.as_ref().and_then(|kind| kind.code.as_deref())),
        text(citation.number.as_ref().map(|number| number.text.as_str())),
        text(citation.date.as_ref().and_then(|date| date.edtf.as_deref())),
        text(citation.issuer.as_ref().map(|issuer| issuer.text.as_str())),
        text(citation.name.as_ref().map(|name| name.text.as_str())),
        text(citation.pinpoint.as_ref().map(|pinpoint| pinpoint.text.as_str())),
        if citation.role == CitationRole::Basis { "basis" } else { "mention" }.to_owned(),
        text(citation.document.as_deref()),
    ]
}

/// Hits, what was found too much, what was missed.
#[derive(Default)]
struct Tally {
    hits: usize,
    wrong: usize,
    missed: usize,
}

impl Tally {
    /// Compares two lists as multisets.
    fn add(&mut self, want: &[String], got: &[String]) {
        let mut left: Vec<&String> = want.iter().collect();
        for value in got {
            if let Some(at) = left.iter().position(|known| *known == value) {
                left.remove(at);
                self.hits += 1;
            } else {
                self.wrong += 1;
            }
        }
        self.missed += left.len();
    }

    fn f1(&self) -> f64 {
        let total = (2 * self.hits + self.wrong + self.missed).max(1);
        2.0 * self.hits as f64 / total as f64
    }

    fn line(&self, name: &str) -> String {
        let (precision, recall) = (self.hits + self.wrong, self.hits + self.missed);
        let [p, r] = [precision, recall].map(|total| wilson(self.hits, total));
        format!(
            "{name:12} {recall:4}  P {:.4} [{:.3}, {:.3}]  R {:.4} [{:.3}, {:.3}]  F1 {:.4}\n",
            share(self.hits, precision),
            p.0,
            p.1,
            share(self.hits, recall),
            r.0,
            r.1,
            self.f1(),
        )
    }
}

fn share(hits: usize, total: usize) -> f64 {
    hits as f64 / total.max(1) as f64
}

/// The interval of Wilson at 95 %.
fn wilson(hits: usize, total: usize) -> (f64, f64) {
    let (n, p, z) = (total.max(1) as f64, share(hits, total), 1.96_f64);
    let middle = p + z * z / (2.0 * n);
    let half = z * (p * (1.0 - p) / n + z * z / (4.0 * n * n)).sqrt();
    let scale = 1.0 + z * z / n;
    ((middle - half) / scale, (middle + half) / scale)
}

/// What is measured: a name, and the columns of a row that must agree; the first of them must be there.
const MEASURES: &[(&str, &[usize], f64)] = &[
    ("number", &[1], 0.99),
    ("number+date", &[1, 2], 0.98),
    ("issuer", &[3, 1, 4], 0.96),
    ("kind", &[0, 1, 4], 0.96),
    ("names", &[4, 2], 0.96),
    ("pinpoint", &[5, 1, 4], 0.95),
    ("full", &[0, 1, 2, 3, 4, 6], 0.95),
];

#[test]
fn the_fixtures_are_read_as_the_gold_says() {
    let gold = gold();
    let mut tallies: Vec<Tally> = MEASURES.iter().map(|_| Tally::default()).collect();
    let mut identity = Tally::default();
    let mut misses = String::new();
    for (file, want) in &gold {
        let text = fs::read_to_string(repository(file)).unwrap_or_else(|e| panic!("{file}: {e}"));
        let parsed = kehoach::parse(&text);
        let got: Vec<Row> = parsed.document.citations.iter().map(row).collect();
        for (tally, (name, columns, _)) in tallies.iter_mut().zip(MEASURES) {
            let keys = |rows: &[Row]| -> Vec<String> {
                let there = |row: &&Row| *name == "full" || row[columns[0]] != "-";
                let key = |row: &Row| {
                    columns.iter().map(|at| row[*at].as_str()).collect::<Vec<_>>().join(" | ")
                };
                rows.iter().filter(there).map(key).collect()
            };
            tally.add(&keys(want), &keys(&got));
        }
        let pairs = |rows: &[Row]| -> Vec<String> {
            let mut pairs = Vec::new();
            for (at, a) in rows.iter().enumerate() {
                for b in rows[..at].iter().filter(|b| b[7] == a[7]) {
                    pairs.push(format!("{} {} = {} {}", a[1], a[4], b[1], b[4]));
                }
            }
            pairs
        };
        identity.add(&pairs(want), &pairs(&got));
        let plain = |row: &Row| row[..7].join(" | ");
        let (a, b): (Vec<_>, Vec<_>) =
            (want.iter().map(plain).collect(), got.iter().map(plain).collect());
        for line in a.iter().filter(|line| !b.contains(line)) {
            let _ = writeln!(misses, "{file}: missed {line}");
        }
        for line in b.iter().filter(|line| !a.contains(line)) {
            let _ = writeln!(misses, "{file}: wrong  {line}");
        }
    }
    let mut table = String::new();
    for (tally, (name, _, _)) in tallies.iter().zip(MEASURES) {
        table.push_str(&tally.line(name));
    }
    table.push_str(&identity.line("identity"));
    println!("{} fixtures\n{table}{misses}", gold.len());
    for (tally, (name, _, least)) in tallies.iter().zip(MEASURES) {
        assert!(
            tally.f1() >= *least,
            "{name}: {:.4} is below {least}\n{table}{misses}",
            tally.f1()
        );
    }
    assert!(identity.f1() >= 0.95, "identity\n{table}");
}
