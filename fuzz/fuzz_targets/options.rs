//! Text of the domain's alphabet with any limits and indexes: a tree that keeps every invariant.

#![no_main]

#[path = "../../tests/support/alphabet.rs"]
mod alphabet;
#[path = "../../tests/support/invariants.rs"]
mod invariants;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: (u32, &[u8])| {
    let (options, picks) = input;
    let text = alphabet::text(picks);
    let parser = alphabet::parser(options);
    let parsed = parser.parse(&text);
    let broken = invariants::broken_invariants(&parser.decode_text(&text).text, &parsed);
    assert!(broken.is_empty(), "{}\n{options} {text:?}", broken.join("\n"));
});
