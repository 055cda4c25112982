//! `DIAGNOSTICS.md`: an entry for each code, with its severity, its arguments, and an example that gives it.

mod support;

use std::collections::BTreeSet;

use kehoach::{Code, Limits, Parser};

use self::support::check_invariants;

/// What stands between two marks.
fn between<'t>(text: &'t str, from: &str, to: &str) -> Option<&'t str> {
    let rest = &text[text.find(from)? + from.len()..];
    Some(&rest[..rest.find(to)?])
}

/// The limits that the example of an entry sets: "nesting=2".
fn limits(options: &str) -> Limits {
    let mut limits = Limits::default();
    for option in options.split_whitespace() {
        let (name, value) = option.split_once('=').expect("name=value");
        let value = value.parse().expect("a number");
        match name {
            "input" => limits.input_bytes = value,
            "nesting" => limits.nesting = value,
            "lines" => limits.lines = value,
            "blocks" => limits.blocks = value,
            "entries" => limits.entries = value,
            "diagnostics" => limits.diagnostics = value,
            other => panic!("no limit {other}"),
        }
    }
    limits
}

#[test]
fn every_code_is_explained() {
    let mut wrong = Vec::new();
    for code in Code::ALL {
        let Some(entry) = code.explanation() else {
            wrong.push(format!("{code}: no entry"));
            continue;
        };
        let severity = between(entry, "Severity: ", ".").unwrap_or_default();
        if severity != code.severity().as_str() {
            wrong.push(format!("{code}: severity {severity:?}, is {}", code.severity()));
        }
        let listed = between(entry, "Arguments: ", "\n").unwrap_or_default();
        let (fence, body) = between(entry, "```text", "\n```")
            .and_then(|example| example.split_once('\n'))
            .unwrap_or_else(|| panic!("{code}: no example"));
        let text = format!("{body}\n");
        let parsed = Parser::new().inferences(true).limits(limits(fence)).parse(&text);
        check_invariants(&kehoach::decode_text(&text).text, &parsed);
        let own = parsed.diagnostics.iter().filter(|diagnostic| diagnostic.code == *code);
        let args: BTreeSet<&String> = own.clone().flat_map(|found| found.args.keys()).collect();
        if own.count() == 0 {
            let codes: Vec<_> =
                parsed.diagnostics.iter().map(|found| found.code.as_str()).collect();
            wrong.push(format!("{code}: its example gives {codes:?}"));
        }
        let unlisted: Vec<_> =
            args.into_iter().filter(|arg| !listed.contains(&format!("`{arg}`"))).collect();
        if !unlisted.is_empty() {
            wrong.push(format!("{code}: arguments {unlisted:?} are not listed"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_page_explains_nothing_else() {
    let page = include_str!("../DIAGNOSTICS.md");
    let headings = page.lines().filter_map(|line| line.strip_prefix("## "));
    let unknown: Vec<_> =
        headings.filter(|heading| matches!(Code::from(*heading), Code::Other(_))).collect();
    assert!(unknown.is_empty(), "{unknown:?}");
    assert_eq!(Code::from("no-such-code").explanation(), None);
}
