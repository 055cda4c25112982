//! Rows of texts, of trees that have been written before, of data sets.

use std::fs;
use std::io::Write as _;
use std::path::Path;

use serde_json::Value;

mod support;
use support::{folder, kehoach, results, succeeded, told, write};

const KINDS: [&str; 5] = ["citations", "tasks", "dates", "recipients", "metadata"];

/// The fixtures, as a folder of documents.
fn documents(here: &Path) {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fixtures");
    for entry in fs::read_dir(fixtures).expect("there are fixtures") {
        let path = entry.expect("an entry").path();
        if path.extension().is_some_and(|ending| ending == "txt") {
            let text = fs::read_to_string(&path).expect("a text");
            write(here.join("in").join(path.file_name().expect("a name")), &text);
        }
    }
}

fn rows(here: &Path, arguments: &[&str]) -> Vec<Value> {
    let output = kehoach(here, &[arguments, &["--format", "jsonl", "-q"]].concat());
    succeeded(&output);
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    text.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
}

#[test]
fn trees_give_the_rows_of_their_texts() {
    let here = folder("rows-of-trees");
    documents(&here);
    succeeded(&kehoach(&here, &["parse", "in", "-q", "-o", "trees"]));
    succeeded(&kehoach(&here, &["parse", "in", "-q", "--format", "jsonl", "-o", "trees.jsonl"]));
    for kind in KINDS {
        let mut of_texts = rows(&here, &[kind, "in"]);
        assert!(of_texts.len() > 40, "{kind}: {}", of_texts.len());
        // Lines are those of the text, which is not at hand.
        for row in of_texts.iter_mut().filter_map(|row| row.get_mut("line")) {
            assert!(row.is_u64());
            *row = Value::Null;
        }
        for trees in ["trees", "trees.jsonl"] {
            assert!(rows(&here, &[kind, trees]) == of_texts, "{kind} {trees}");
        }
    }
}

#[test]
fn rows_point_to_their_words() {
    let here = folder("rows-place");
    documents(&here);
    for (unit, slice) in [
        (
            "utf8-byte",
            (|text: &str, from, to| text.get(from..to).map(str::to_owned))
                as fn(&str, usize, usize) -> _,
        ),
        ("codepoint", |text, from, to| Some(text.chars().skip(from).take(to - from).collect())),
        ("utf16", |text, from, to| {
            let units: Vec<u16> = text.encode_utf16().skip(from).take(to - from).collect();
            String::from_utf16(&units).ok()
        }),
    ] {
        let mut whole = 0;
        let found = rows(
            &here,
            &[
                "dates",
                "in/26-unicode-mixture.txt",
                "in/01-letterhead-two-columns.txt",
                "--offset-unit",
                unit,
            ],
        );
        for row in &found {
            let text = fs::read_to_string(here.join(row["file"].as_str().expect("a file")))
                .expect("a text");
            let place = |name: &str| {
                usize::try_from(row[name].as_u64().expect("an offset")).expect("small")
            };
            let words: Option<String> = slice(&text, place("span_start"), place("span_end"));
            let words = words.expect("offsets lie on character boundaries");
            let line = text.lines().nth(place("line") - 1).expect("a line");
            assert!(line.contains(words.lines().next().expect("words")), "{line}: {words}");
            whole += usize::from(Some(words.as_str()) == row["text"].as_str());
        }
        assert!(whole * 3 > found.len(), "{unit}: {whole} of {}", found.len());
    }
}

#[test]
fn data_sets_hold_documents() {
    let here = folder("data-sets");
    documents(&here);
    let mut lines = Vec::new();
    let mut names: Vec<_> = results(&here.join("in"));
    names.truncate(10);
    for (at, (path, text)) in names.iter().enumerate() {
        let text = std::str::from_utf8(text).expect("UTF-8");
        let record = serde_json::json!({"doc": {"id": format!("box 1/{}", path.display()), "n": at}, "content": text});
        writeln!(lines, "{record}").expect("memory");
    }
    lines.extend(b"{\"doc\": {}}\n[1]\n");
    fs::write(here.join("set.jsonl"), &lines).expect("a file");
    let set = ["set.jsonl", "--from", "jsonl", "--text-field", "content", "--id-field"];
    let output = kehoach(&here, &[&["parse", "-o", "trees"], &set[..], &["doc.id"]].concat());
    assert_eq!(output.status.code(), Some(1));
    let complaint = told(&output);
    assert!(
        complaint.contains("set.jsonl:11: it has no text in the field \"content\""),
        "{complaint}"
    );
    assert!(
        complaint.contains("set.jsonl:12: ") && complaint.contains("failures: 2"),
        "{complaint}"
    );
    let trees = results(&here.join("trees"));
    assert_eq!(trees.len(), 10);
    for ((path, tree), (of, text)) in trees.iter().zip(&names) {
        assert_eq!(path, &Path::new("box 1").join(format!("{}.json", of.display())));
        let tree: kehoach::Parsed = serde_json::from_slice(tree).expect("a tree");
        assert_eq!(tree.source.name, Some(format!("box 1/{}", of.display())));
        let text = std::str::from_utf8(text).expect("UTF-8");
        assert_eq!(tree.document, kehoach::parse(text).document);
    }

    // Packed, numbered.
    lines.truncate(lines.len() - 16);
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    packed.write_all(&lines).expect("memory");
    fs::write(here.join("set.jsonl.gz"), packed.finish().expect("memory")).expect("a file");
    let found =
        rows(&here, &["metadata", "set.jsonl.gz", "--from", "jsonl", "--text-field", "content"]);
    let files: Vec<&str> = found.iter().filter_map(|row| row["file"].as_str()).collect();
    let want: Vec<String> = (1..=10).map(|line| format!("set.jsonl.gz:{line}")).collect();
    assert_eq!(files, want);
}

#[test]
fn what_is_no_tree_is_refused() {
    let here = folder("no-trees");
    write(here.join("a.json"), "{\"a\": 1}");
    write(here.join("b.jsonl"), "{\"a\": 1}\nKẾ HOẠCH\n");
    let output = kehoach(&here, &["tasks", ".", "-q"]);
    assert_eq!(output.status.code(), Some(1));
    let told = told(&output);
    for name in ["a.json: ", "b.jsonl:1: ", "b.jsonl:2: "] {
        assert!(told.contains(&format!("{name}this is no result of `kehoach parse`")), "{told}");
    }
}

#[test]
fn a_table_shows_nothing_a_terminal_obeys() {
    let here = folder("inert");
    write(
        here.join("a.txt"),
        "KẾ HOẠCH\n\u{1b}[2J\u{202e}Trồng cây năm 2024\n\nNơi nhận:\n- Sở \u{9b}31mNội vụ;\n",
    );
    let output = kehoach(&here, &["metadata", "a.txt", "-q", "--columns", "subject,recipients"]);
    succeeded(&output);
    let table = String::from_utf8(output.stdout).expect("UTF-8");
    assert!(!table.contains(|c: char| c.is_control() && c != '\n' || c == '\u{202e}'), "{table:?}");
    assert!(table.contains("\\u{1b}"), "{table}");
}

#[test]
fn rows_that_fail_alike_are_told_of_a_few_times() {
    let here = folder("alike");
    let record = |id: usize| format!("{{\"id\": \"d{id}\", \"text\": \"KẾ HOẠCH\\nThi đua\"}}\n");
    let lines: String = (0..50).map(record).collect();
    write(here.join("set.jsonl"), &lines);
    write(here.join("few.csv"), &format!("file,text\n{}", "a,b\n".repeat(50)));
    let count = |arguments: &[&str], words: &str| {
        let output = kehoach(&here, arguments);
        let told = told(&output);
        assert!(told.contains("kehoach: and 47 more rows: ") && !output.status.success(), "{told}");
        told.matches(words).count()
    };
    let set = ["set.jsonl", "--from", "jsonl", "--text-field"];
    let metadata = [&["metadata"], &set[..], &["txet"]].concat();
    assert_eq!(count(&metadata, "no text in the field \"txet\""), 4);
    assert_eq!(count(&["link", "few.csv"], "no row of `kehoach citations`"), 4);

    // A name that comes twice, with and without a folder of results.
    write(here.join("set.jsonl"), &format!("\u{feff}{lines}{}", record(7)));
    let twice = [&set[..], &["text", "--id-field", "id"]].concat();
    for output in [&["-o", "trees"], &["--format", "jsonl"]] {
        let output = kehoach(&here, &[&["parse"], &twice[..], output].concat());
        let told = told(&output);
        assert!(told.contains("set.jsonl:51 (d7): an earlier record is called so"), "{told}");
        assert!(told.contains("documents: 50 ") && told.contains("failures: 1"), "{told}");
    }
}

#[test]
fn columns_of_the_register_can_be_chosen() {
    let here = folder("chosen");
    write(here.join("a/x.txt"), "KẾ HOẠCH\nKiểm tra\n");
    write(here.join("a/y.txt"), "KẾ HOẠCH\nKiểm tra\n");
    write(here.join("reg.csv"), "path,fonds\na/y.txt,F 7\n");
    let run = |columns: &str| {
        let arguments = ["metadata", "a", "--metadata", "reg.csv", "--columns", columns];
        kehoach(&here, &[&arguments[..], &["-q", "-o", "out.CSV"]].concat())
    };
    succeeded(&run("file,fonds"));
    let rows = fs::read_to_string(here.join("out.CSV")).expect("rows");
    assert_eq!(rows.lines().collect::<Vec<_>>(), ["file,fonds", "a/x.txt,", "a/y.txt,F 7"]);
    let output = run("file,found");
    assert_eq!(output.status.code(), Some(2));
    assert!(told(&output).contains("path, fonds"), "{}", told(&output));
}
