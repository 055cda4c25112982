//! Trees as JSON, made comparable.

use kehoach::Parsed;
use serde::Serialize as _;
use serde_json::{Serializer, Value, ser::PrettyFormatter};

/// The JSON as the command prints it.
pub fn pretty(parsed: &Parsed) -> String {
    let mut out = Vec::new();
    let formatter = PrettyFormatter::with_indent(b" ");
    let written = parsed.serialize(&mut Serializer::with_formatter(&mut out, formatter));
    written.expect("a tree always serialises");
    out.push(b'\n');
    String::from_utf8(out).expect("JSON is UTF-8")
}

/// A result as a JSON value.
pub fn value(parsed: &Parsed) -> Value {
    serde_json::to_value(parsed).expect("a tree always serialises")
}

/// The document and its diagnostics without anything that says where: what must not change when
/// the same words are laid out another way.
pub fn without_places(parsed: &Parsed) -> Value {
    let mut tree = value(parsed);
    if let Some(envelope) = tree.as_object_mut() {
        for key in ["source", "generator"] {
            envelope.remove(key);
        }
    }
    strip(&mut tree);
    tree
}

fn strip(value: &mut Value) {
    match value {
        Value::Object(object) => {
            for key in ["span", "parts", "line", "column"] {
                object.remove(key);
            }
            object.values_mut().for_each(strip);
        }
        Value::Array(items) => items.iter_mut().for_each(strip),
        _ => {}
    }
}

/// Rewrites every string of a tree.
pub fn map_strings(value: &mut Value, rewrite: &impl Fn(&str) -> String) {
    match value {
        Value::String(text) => *text = rewrite(text),
        Value::Object(object) => object.values_mut().for_each(|v| map_strings(v, rewrite)),
        Value::Array(items) => items.iter_mut().for_each(|v| map_strings(v, rewrite)),
        _ => {}
    }
}

/// Where two trees differ: one line for each place, at most `limit`.
pub fn differences(want: &Value, got: &Value, limit: usize) -> Vec<String> {
    let mut found = Vec::new();
    differ("", want, got, &mut found);
    let more = found.len().saturating_sub(limit);
    found.truncate(limit);
    if more > 0 {
        found.push(format!("… and {more} more"));
    }
    found
}

fn differ(path: &str, want: &Value, got: &Value, found: &mut Vec<String>) {
    match (want, got) {
        (Value::Object(a), Value::Object(b)) => {
            let keys: std::collections::BTreeSet<_> = a.keys().chain(b.keys()).collect();
            for key in keys {
                let null = Value::Null;
                let (x, y) = (a.get(key).unwrap_or(&null), b.get(key).unwrap_or(&null));
                differ(&format!("{path}.{key}"), x, y, found);
            }
        }
        (Value::Array(a), Value::Array(b)) => {
            if a.len() != b.len() {
                found.push(format!("{path}: {} entries expected, {} found", a.len(), b.len()));
            }
            for (index, (x, y)) in a.iter().zip(b).enumerate() {
                differ(&format!("{path}[{index}]"), x, y, found);
            }
        }
        _ if want == got => {}
        (Value::String(a), Value::String(b)) => {
            let (a, b) = apart(a, b);
            found.push(format!("{path}: expected {a:?}, found {b:?}"));
        }
        _ => found.push(format!("{path}: expected {}, found {}", short(want), short(got))),
    }
}

/// Two texts from shortly before the place where they part.
fn apart(want: &str, got: &str) -> (String, String) {
    let same = want.chars().zip(got.chars()).take_while(|(a, b)| a == b).count();
    let skip = if want.chars().count() > 100 { same.saturating_sub(20) } else { 0 };
    let shown = |text: &str| {
        let lead = if skip > 0 { "…" } else { "" };
        lead.chars().chain(text.chars().skip(skip).take(100)).collect()
    };
    (shown(want), shown(got))
}

fn short(value: &Value) -> String {
    let text = value.to_string();
    if text.chars().count() <= 120 {
        return text;
    }
    text.chars().take(120).chain("…".chars()).collect()
}
