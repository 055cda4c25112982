//! What every test of a whole reading needs.

// Each test binary uses a part of it.
#![allow(dead_code, unreachable_pub)]

pub mod alphabet;
pub mod corpus;
pub mod hostile;
pub mod invariants;
pub mod legacy;
pub mod plan;
pub mod property;
pub mod rendering;
pub mod table;
pub mod tree;

use std::path::PathBuf;

pub use self::invariants::check_invariants;

/// A file or folder of the repository.
pub fn repository(path: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// Reads a text and checks every invariant of the result.
pub fn read(text: &str) -> kehoach::Parsed {
    let parsed = kehoach::parse(text);
    check_invariants(&kehoach::decode_text(text).text, &parsed);
    parsed
}
