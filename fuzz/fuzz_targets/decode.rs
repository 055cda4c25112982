//! Bytes in any encoding, named or to be found: text and a tree that keeps every invariant, or an error.

#![no_main]

#[path = "../../tests/support/invariants.rs"]
mod invariants;

use kehoach::{Encoding, Parser};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: (u8, &[u8])| {
    let (choice, bytes) = input;
    // One more than there are: none.
    let encoding = Encoding::ALL.get(usize::from(choice) % (Encoding::ALL.len() + 1)).copied();
    let parser = Parser::new().encoding(encoding);
    match (parser.decode(bytes), parser.parse_bytes(bytes)) {
        (Ok(decoded), Ok(parsed)) => {
            assert!((0.0..=1.0).contains(&decoded.confidence));
            invariants::check_invariants(&decoded.text, &parsed);
        }
        (Err(_), Err(error)) => assert!(error.to_string().contains(": "), "{error}"),
        _ => panic!("decoding and reading do not agree"),
    }
    if let Ok(text) = str::from_utf8(bytes) {
        let decoded = parser.decode_text(text);
        invariants::check_invariants(&decoded.text, &parser.parse(text));
    }
});
