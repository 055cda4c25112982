//! Any bytes: a tree that keeps every invariant, or an error that says what to do.

#![no_main]

#[path = "../../tests/support/invariants.rs"]
mod invariants;

use kehoach::Parser;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    match (Parser::new().parse_bytes(bytes), str::from_utf8(bytes)) {
        (Ok(parsed), Ok(text)) => invariants::check_invariants(text, &parsed),
        (Ok(parsed), Err(_)) => {
            let text = utf16(bytes).expect("what is read and not UTF-8 is UTF-16");
            invariants::check_invariants(&text, &parsed);
        }
        (Err(error), utf8) => {
            assert!(utf8.is_err() || matches!(error, kehoach::Error::CutUtf16 { .. }), "{error}");
            assert!(error.to_string().contains(": "), "{error}");
        }
    }
});

/// UTF-16 by its byte-order mark.
fn utf16(bytes: &[u8]) -> Option<String> {
    let (unit, rest): (fn([u8; 2]) -> u16, _) = match bytes {
        [0xff, 0xfe, rest @ ..] => (u16::from_le_bytes, rest),
        [0xfe, 0xff, rest @ ..] => (u16::from_be_bytes, rest),
        _ => return None,
    };
    let units: Vec<u16> = rest.chunks(2).map(|pair| unit([pair[0], pair[1]])).collect();
    String::from_utf16(&units).ok()
}
