//! Any bytes: a tree that keeps every invariant, or an error that says what to do.

#![no_main]

#[path = "../../tests/support/invariants.rs"]
mod invariants;

use kehoach::Parser;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let parser = Parser::new();
    match (parser.parse_bytes(bytes), parser.decode(bytes)) {
        (Ok(parsed), Ok(decoded)) => {
            invariants::check_invariants(&decoded.text, &parsed);
            let mut broken = invariants::broken_citations(&decoded.text);
            broken.extend(invariants::broken_dates(&decoded.text));
            assert!(broken.is_empty(), "{}\n{:?}", broken.join("\n"), decoded.text);
        }
        (Err(error), _) => {
            let utf8 = str::from_utf8(bytes);
            assert!(utf8.is_err() || matches!(error, kehoach::Error::CutUtf16 { .. }), "{error}");
            assert!(error.to_string().contains(": "), "{error}");
        }
        (Ok(_), Err(error)) => panic!("read, and not decoded: {error}"),
    }
});
