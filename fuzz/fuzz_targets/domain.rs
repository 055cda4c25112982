//! Text of the domain's alphabet: a tree that keeps every invariant.

#![no_main]

#[path = "../../tests/support/alphabet.rs"]
mod alphabet;
#[path = "../../tests/support/invariants.rs"]
mod invariants;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|picks: &[u8]| {
    let text = alphabet::text(picks);
    invariants::check_invariants(&kehoach::decode_text(&text).text, &kehoach::parse(&text));
    let mut broken = invariants::broken_citations(&text);
    broken.extend(invariants::broken_dates(&text));
    assert!(broken.is_empty(), "{}\n{text:?}", broken.join("\n"));
});
