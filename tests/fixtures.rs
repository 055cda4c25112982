//! Golden files: what `kehoach parse` prints for every `fixtures/*.txt` is `fixtures/*.json`.
//!
//! `KEHOACH_BLESS=1 cargo test --test fixtures` writes them anew; the change is then reviewed.

mod support;

use std::fs;

use kehoach::{Parsed, Parser};
use unicode_normalization::UnicodeNormalization as _;

use self::support::corpus::{Sample, fixtures};
use self::support::invariants::broken_invariants;
use self::support::tree;

/// The result as the command prints it.
fn parsed(fixture: &Sample) -> Parsed {
    let mut parsed = Parser::new().parse_bytes(fixture.text.as_bytes()).expect("UTF-8");
    parsed.source.name = Some(fixture.name.clone());
    parsed
}

/// What differs between a golden and a result; the version of the library that wrote it may.
fn compare(golden: &str, got: &Parsed) -> Vec<String> {
    let mut want: Parsed = match serde_json::from_str(golden) {
        Ok(want) => want,
        Err(error) => return vec![format!("the golden does not read back: {error}")],
    };
    want.generator.version.clone_from(&got.generator.version);
    if tree::pretty(&want) == tree::pretty(got) {
        return Vec::new();
    }
    let found = tree::differences(&tree::value(&want), &tree::value(got), 8);
    if found.is_empty() { vec!["the layout of the JSON differs".into()] } else { found }
}

#[test]
fn goldens() {
    let bless = std::env::var_os("KEHOACH_BLESS").is_some_and(|value| value != "0");
    let mut wrong = Vec::new();
    for fixture in fixtures() {
        let got = parsed(&fixture);
        let path = fixture.path.with_extension("json");
        if bless {
            fs::write(&path, tree::pretty(&got)).expect("fixtures can be written");
        }
        let mut found = broken_invariants(&fixture.text, &got);
        match fs::read_to_string(&path) {
            Ok(golden) => found.extend(compare(&golden, &got)),
            Err(error) => found.push(format!("no golden: {error}")),
        }
        if !found.is_empty() {
            wrong.push(format!("{}:\n  {}", fixture.name, found.join("\n  ")));
        }
    }
    assert!(
        wrong.is_empty(),
        "{}\n\n{} goldens differ. Where the new reading is right, write them anew with\n  \
         KEHOACH_BLESS=1 cargo test --test fixtures\nand review the change.",
        wrong.join("\n"),
        wrong.len(),
    );
}

#[test]
fn no_golden_without_a_fixture() {
    let entries = fs::read_dir(support::repository("fixtures")).expect("there are fixtures");
    for path in entries.map(|entry| entry.expect("a readable folder").path()) {
        if path.extension().is_some_and(|extension| extension == "json") {
            assert!(path.with_extension("txt").exists(), "{} has no text", path.display());
        }
    }
}

/// Every fixture, written another way, gives the same tree but for its places.
fn same_tree(rewrite: impl Fn(&str) -> String) {
    let mut wrong = Vec::new();
    for fixture in fixtures() {
        let text = rewrite(&fixture.text);
        let (want, got) = (kehoach::parse(&fixture.text), kehoach::parse(&text));
        let mut found = broken_invariants(&text, &got);
        let (want, got) = (tree::without_places(&want), tree::without_places(&got));
        found.extend(tree::differences(&want, &got, 4));
        if !found.is_empty() {
            wrong.push(format!("{}:\n  {}", fixture.name, found.join("\n  ")));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn as_crlf() {
    same_tree(|text| text.replace("\r\n", "\n").replace('\n', "\r\n"));
}

#[test]
fn as_nfc() {
    same_tree(|text| text.nfc().collect());
}

#[test]
fn as_nfd() {
    same_tree(|text| text.nfd().collect());
}

#[test]
fn with_a_byte_order_mark() {
    same_tree(|text| format!("\u{feff}{text}"));
}
