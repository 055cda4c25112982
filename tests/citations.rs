//! The tables under `tests/citations/`: forms of citations with their parts, near misses, and which
//! mentions mean the same document. Each file says how its blocks are written.

mod support;

use std::fmt::Write as _;

use kehoach::{Citation, CitedDocument, Code, Diagnostic};

use self::support::table::{Block, blocks, wanted};

/// What is to be written for a citation, field by field.
fn field(citation: &Citation, name: &str) -> String {
    let text = |value: Option<&str>| value.unwrap_or("-").to_owned();
    let number = citation.number.as_ref();
    match name {
        "kind" => text(citation.kind.as_ref().and_then(|kind| kind.code.as_deref())),
        "number" => text(number.map(|number| number.text.as_str())),
        "date" => text(citation.date.as_ref().and_then(|date| date.edtf.as_deref())),
        "issuer" => text(citation.issuer.as_ref().map(|issuer| issuer.text.as_str())),
        "name" => text(citation.name.as_ref().map(|name| name.text.as_str())),
        "pinpoint" => text(citation.pinpoint.as_ref().map(|pinpoint| pinpoint.text.as_str())),
        "subject" => text(citation.subject.as_ref().map(|subject| subject.text.as_str())),
        "text" => citation.text.clone(),
        "symbol" => text(number.and_then(|number| number.symbol.as_deref())),
        "suffix" => text(number.and_then(|number| number.suffix.as_deref())),
        "ordinal" => number.and_then(|n| n.ordinal).map_or_else(|| "-".into(), |n| n.to_string()),
        "year" => number.and_then(|n| n.year).map_or_else(|| "-".into(), |year| year.to_string()),
        "relation" => {
            citation.relation.as_ref().map_or_else(|| "-".into(), |r| r.as_str().to_owned())
        }
        _ => panic!("no field {name}"),
    }
}

/// The fields of an expected line that need no name.
const COLUMNS: &[&str] = &["kind", "number", "date", "issuer", "name", "pinpoint"];

fn summary(citations: &[Citation]) -> String {
    let columns = ["kind", "number", "date", "issuer", "name", "pinpoint", "subject"];
    let rows =
        citations.iter().map(|citation| columns.map(|name| field(citation, name)).join(" | "));
    rows.fold(String::new(), |mut out, row| {
        let _ = writeln!(out, "    got  {row}");
        out
    })
}

#[test]
fn forms() {
    let blocks = blocks("citations/forms.txt");
    assert!(blocks.iter().map(|block| block.expected.len()).sum::<usize>() >= 150);
    let mut failures = String::new();
    for block in &blocks {
        let found = kehoach::citations(&block.text).citations;
        let wanted: Vec<_> = block.expected.iter().map(|line| wanted(line, COLUMNS)).collect();
        let right = found.len() == wanted.len()
            && found.iter().zip(&wanted).all(|(citation, wanted)| {
                wanted.iter().all(|(name, value)| field(citation, name) == *value)
            });
        let bare = |text: &str| {
            let dashes = text.replace(['–', '—'], "-").replace('Ð', "Đ");
            dashes.split_whitespace().collect::<String>()
        };
        for citation in &found {
            let slice = citation.span.slice(&block.text).unwrap_or_default();
            assert_eq!(bare(slice), bare(&citation.text), "forms.txt:{}", block.line);
        }
        if !right {
            let _ = writeln!(failures, "forms.txt:{} {}", block.line, block.text);
            for line in &block.expected {
                let _ = writeln!(failures, "    want {line}");
            }
            failures.push_str(&summary(&found));
        }
    }
    let count = failures.matches("forms.txt:").count();
    assert!(failures.is_empty(), "{count} of {} forms:\n{failures}", blocks.len());
}

#[test]
fn near_misses() {
    let blocks = blocks("citations/near-misses.txt");
    assert!(blocks.len() >= 80);
    let mut failures = String::new();
    for block in &blocks {
        let found = kehoach::citations(&block.text).citations;
        if !found.is_empty() {
            let _ = writeln!(failures, "near-misses.txt:{} {}", block.line, block.text);
            failures.push_str(&summary(&found));
        }
    }
    assert!(failures.is_empty(), "{failures}");
}

/// The line that says that a block is a whole document with its letterhead.
const PLAN: &str = "! plan";

/// Citations, the documents behind them, and what was doubtful.
type Index = (Vec<Citation>, Vec<CitedDocument>, Vec<Diagnostic>);

fn index(block: &Block) -> Index {
    if block.expected.iter().any(|line| line == PLAN) {
        let parsed = kehoach::parse(&block.text);
        support::check_invariants(&block.text, &parsed);
        return (parsed.document.citations, parsed.document.cited_documents, parsed.diagnostics);
    }
    let found = kehoach::citations(&block.text);
    (found.citations, found.cited_documents, found.diagnostics)
}

fn document_line(document: &CitedDocument) -> String {
    let list = |items: &[String]| if items.is_empty() { "-".to_owned() } else { items.join(",") };
    let mentions: Vec<String> = document
        .mentions
        .iter()
        .map(|mention| mention.trim_start_matches('c').to_owned())
        .collect();
    let basis = document.issuer.place_basis.as_ref().map_or("-", |basis| basis.as_str());
    let missing = list(&document.key.missing);
    format!("= {} | {} | {missing} | {basis}", document.key.id, list(&mentions))
}

#[test]
fn identity() {
    let blocks = blocks("citations/identity.txt");
    assert!(blocks.len() >= 40);
    let mut failures = String::new();
    for block in &blocks {
        let (citations, documents, diagnostics) = index(block);
        let got: Vec<String> = documents.iter().map(document_line).collect();
        let wanted: Vec<&String> =
            block.expected.iter().filter(|line| line.starts_with("= ")).collect();
        let mut right = got.iter().eq(wanted);
        for line in block.expected.iter().filter(|line| *line != PLAN) {
            if let Some(rest) = line.strip_prefix("? ") {
                let (n, want) = rest.split_once(' ').unwrap_or_else(|| panic!("{line}"));
                let n: usize = n.parse().unwrap_or_else(|_| panic!("{line}"));
                let got = citations.get(n - 1).and_then(|citation| citation.resolution.as_ref());
                right &= got.map_or("-", |resolution| resolution.as_str()) == want;
            } else if let Some(code) = line.strip_prefix("! ") {
                let code = Code::from(code);
                right &= diagnostics.iter().any(|diagnostic| diagnostic.code == code);
            }
        }
        for conflict in diagnostics.iter().filter(|d| d.code == Code::CitationDateConflict) {
            right &= conflict.args["date"] != conflict.args["other"];
        }
        if !right {
            let _ = writeln!(failures, "identity.txt:{} {}", block.line, block.text);
            for line in &block.expected {
                let _ = writeln!(failures, "    want {line}");
            }
            for line in got {
                let _ = writeln!(failures, "    got  {line}");
            }
            for citation in &citations {
                let how = citation.resolution.as_ref().map_or("-", |how| how.as_str());
                let _ = writeln!(failures, "    got  {} {how} {:?}", citation.id, citation.text);
            }
            for diagnostic in diagnostics {
                let _ = writeln!(failures, "    got  ! {}", diagnostic.code.as_str());
            }
        }
    }
    let count = failures.matches("identity.txt:").count();
    assert!(failures.is_empty(), "{count} of {} cases:\n{failures}", blocks.len());
}
