//! Every number of a span counts in the unit that was asked for.

use std::fs;

use kehoach::{OffsetUnit, Parsed};
use serde_json::Value;

/// All numbers below a key that holds places, in the order of the output.
fn numbers(value: &Value, placed: bool, found: &mut Vec<usize>) {
    match value {
        Value::Object(map) => {
            for (key, value) in map {
                numbers(value, matches!(key.as_str(), "span" | "parts"), found);
            }
        }
        Value::Array(list) => list.iter().for_each(|value| numbers(value, placed, found)),
        Value::Number(number) if placed => {
            found.push(number.as_u64().and_then(|n| usize::try_from(n).ok()).expect("an offset"));
        }
        _ => {}
    }
}

fn places(parsed: &Parsed) -> Vec<usize> {
    let mut found = Vec::new();
    numbers(&serde_json::to_value(parsed).expect("a tree serialises"), false, &mut found);
    found
}

#[test]
fn every_place_is_converted() {
    for fixture in fs::read_dir("fixtures").expect("there are fixtures") {
        let path = fixture.expect("an entry").path();
        if path.extension().is_none_or(|ending| ending != "txt") {
            continue;
        }
        let text = fs::read_to_string(&path).expect("a text");
        // A letter outside the basic plane, so that all three units differ.
        let text = format!("𝄞 {text}");
        let bytes = kehoach::parse(&text);
        // What is counted before each byte.
        let mut counted = vec![(0, 0)];
        for c in text.chars() {
            let (units, points) = *counted.last().expect("it begins with one");
            counted.resize(counted.len() + c.len_utf8() - 1, (units, points));
            counted.push((units + c.len_utf16(), points + 1));
        }
        let utf16 = |offset: usize| counted[offset].0;
        let code_points = |offset: usize| counted[offset].1;
        for (unit, count) in [
            (OffsetUnit::Utf16, &utf16 as &dyn Fn(usize) -> usize),
            (OffsetUnit::CodePoint, &code_points),
            (OffsetUnit::Utf8Byte, &|offset| offset),
        ] {
            let mut parsed = bytes.clone();
            parsed.count_offsets_in(unit, &text);
            assert_eq!(parsed.source.offset_unit, unit.as_str());
            let want: Vec<usize> = places(&bytes).into_iter().map(count).collect();
            assert_eq!(places(&parsed), want, "{} in {unit}", path.display());
            // It counts so already.
            let again = parsed.clone();
            parsed.count_offsets_in(OffsetUnit::CodePoint, &text);
            assert!(parsed == again || unit == OffsetUnit::Utf8Byte);
        }
    }
}

#[test]
fn units_have_names() {
    for unit in OffsetUnit::ALL {
        assert_eq!(unit.to_string().parse(), Ok(unit));
    }
    assert!("bytes".parse::<OffsetUnit>().is_err());
}
