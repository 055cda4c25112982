//! Texts that once went wrong, mostly found by fuzzing: each is read again.
//!
//! `regressions/<what-was-wrong>.txt` holds the bytes as they were found.

mod support;

use std::fs;

use kehoach::Parser;

use self::support::{check_invariants, repository};

#[test]
fn stay_fixed() {
    let Ok(entries) = fs::read_dir(repository("tests/regressions")) else { return };
    for path in entries.map(|entry| entry.expect("a readable folder").path()) {
        if path.extension().is_none_or(|extension| extension != "txt") {
            continue;
        }
        println!("{}", path.display());
        let bytes = fs::read(&path).expect("a readable file");
        if let Ok(text) = str::from_utf8(&bytes) {
            check_invariants(text, &kehoach::parse(text));
        }
        // Whatever the bytes are, the answer is a tree or an error.
        let _ = Parser::new().parse_bytes(&bytes);
    }
}
