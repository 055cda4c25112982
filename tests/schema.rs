//! The JSON Schema of the output: generated from the types, checked in, and true of the output.
//!
//! `KEHOACH_BLESS=1 cargo test --all-features --test schema` writes it anew.

mod support;

use std::fs;

use jsonschema::Validator;
use schemars::generate::SchemaSettings;
use serde_json::{Value, json};

use self::support::corpus::{fixtures, sample, shared};
use self::support::{repository, tree};

/// Where the schema is checked in; the number is the format's version.
fn path() -> std::path::PathBuf {
    repository(&format!("schema/kehoach-{}.schema.json", kehoach::FORMAT_VERSION))
}

/// The schema the types have now.
fn generated() -> Value {
    let generator = SchemaSettings::draft2020_12().for_serialize().into_generator();
    let mut schema = generator.into_root_schema_for::<kehoach::Parsed>().to_value();
    schema["title"] = format!("Output of kehoach, format {}", kehoach::FORMAT_VERSION).into();
    schema["properties"]["format_version"]["const"] = kehoach::FORMAT_VERSION.into();
    describe(&mut schema);
    schema
}

/// Reduces descriptions from documentation comments to their first paragraph, without links.
fn describe(value: &mut Value) {
    match value {
        Value::Object(object) => {
            if let Some(Value::String(text)) = object.get_mut("description") {
                let first = text.split("\n\n").next().unwrap_or_default();
                *text = first.replace("[`", "`").replace("`]", "`").replace('\n', " ");
            }
            object.values_mut().for_each(describe);
        }
        Value::Array(items) => items.iter_mut().for_each(describe),
        _ => {}
    }
}

fn checked_in() -> Value {
    let text = fs::read_to_string(path()).expect("the schema is checked in");
    serde_json::from_str(&text).expect("the schema is JSON")
}

fn validator() -> Validator {
    jsonschema::draft202012::new(&generated()).expect("a valid schema")
}

#[track_caller]
fn assert_valid(validator: &Validator, name: &str, output: &Value) {
    let errors = validator.iter_errors(output);
    let errors: Vec<_> = errors.map(|e| format!("{}: {e}", e.instance_path())).collect();
    assert!(errors.is_empty(), "{name}:\n{}", errors.join("\n"));
}

#[test]
fn is_that_of_the_types() {
    let generated = generated();
    if std::env::var_os("KEHOACH_BLESS").is_some_and(|value| value != "0") {
        let text = serde_json::to_string_pretty(&generated).expect("a schema is JSON");
        fs::write(path(), text + "\n").expect("the schema can be written");
    }
    let found = tree::differences(&checked_in(), &generated, 10);
    assert!(
        found.is_empty(),
        "the types have another schema than the one checked in:\n{}\n\nIf the change keeps the \
         format (see CONTRIBUTING.md), write it anew with\n  \
         KEHOACH_BLESS=1 cargo test --all-features --test schema",
        found.join("\n"),
    );
}

#[test]
fn holds_for_every_fixture() {
    let validator = validator();
    for fixture in fixtures() {
        assert_valid(&validator, &fixture.name, &tree::value(&kehoach::parse(&fixture.text)));
    }
}

#[test]
fn holds_for_the_contract() {
    let Some(path) = shared("contract/example.json") else { return };
    let example = sample(path).expect("UTF-8");
    let want: Value = serde_json::from_str(&example.text).expect("JSON");
    assert_valid(&validator(), &example.name, &want);
}

#[test]
fn forbids_what_is_no_output() {
    let validator = validator();
    let good = tree::value(&kehoach::parse("KẾ HOẠCH\n1. Một.\n"));
    assert_valid(&validator, "a small plan", &good);
    let tampered: [fn(&mut Value); 5] = [
        |tree| tree["format_version"] = json!(2),
        |tree| tree["document"]["title"] = json!("KẾ HOẠCH"),
        |tree| tree["document"]["header"] = Value::Null,
        |tree| drop(tree["document"].as_object_mut().expect("an object").remove("subject")),
        |tree| {
            tree["document"]["page_furniture"] =
                json!([{ "kind": "rule", "text": "-", "span": [1] }]);
        },
    ];
    for (index, tamper) in tampered.into_iter().enumerate() {
        let mut bad = good.clone();
        tamper(&mut bad);
        assert!(!validator.is_valid(&bad), "tampering {index} is not seen");
    }
}

#[test]
fn vocabularies_are_open() {
    let mut later = tree::value(&kehoach::parse("KẾ HOẠCH\n1. Một.\n"));
    later["document"]["page_furniture"] =
        json!([{ "kind": "watermark", "text": "x", "span": [0, 1] }]);
    later["new_key"] = json!(true);
    assert_valid(&validator(), "output of a later version", &later);
    assert!(serde_json::from_value::<kehoach::Parsed>(later).is_ok());
}
