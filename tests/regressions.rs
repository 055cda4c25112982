//! Texts that once went wrong, mostly found by fuzzing: each is read again.
//!
//! `regressions/<what-was-wrong>.txt` holds the bytes as they were found.

mod support;

use std::fs;

use kehoach::Parser;

use self::support::invariants::broken_invariants;
use self::support::repository;

#[test]
fn stay_fixed() {
    let Ok(entries) = fs::read_dir(repository("tests/regressions")) else { return };
    let mut wrong = Vec::new();
    for path in entries.map(|entry| entry.expect("a readable folder").path()) {
        if path.extension().is_none_or(|extension| extension != "txt") {
            continue;
        }
        let bytes = fs::read(&path).expect("a readable file");
        if let Ok(text) = str::from_utf8(&bytes) {
            let broken = broken_invariants(&kehoach::decode_text(text).text, &kehoach::parse(text));
            wrong.extend(broken.iter().map(|broken| format!("{}: {broken}", path.display())));
        }
        // Whatever the bytes are, the answer is a tree or an error.
        let _ = Parser::new().parse_bytes(&bytes);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
