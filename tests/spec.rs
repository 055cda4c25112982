//! The executable specification: prose with examples, under `specs/`.
//!
//! An example is fenced by 32 backticks, the first line followed by ` example`. A line that holds
//! a single `.` parts the input from what is expected, the rendering of `support/rendering.rs`:
//!
//! - In the input, `\t` `\r` `\f` and `\u{…}` stand for the signs that an editor does not show.
//! - In what is expected, a line `...` stands for any lines.
//! - Most examples are a piece of a document, so `title-missing` and `record-incomplete` are left out
//!   where none is expected.
//! - Words behind `example` set options: `nesting=3`, `blocks=10`, `diagnostics=2`, `input=100` are
//!   limits; `pending` says that the example is not met yet, and must go when it is.
//!
//! `KEHOACH_BLESS=1 cargo test --test spec` writes what is expected anew, but for pending examples
//! and those with `...`.

mod support;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use kehoach::{Code, Limits, Parsed, Parser};

use self::support::rendering::rendering;
use self::support::{check_invariants, repository};

const FENCE: &str = "````````````````````````````````";

/// An example of the specification.
struct Example {
    file: PathBuf,
    /// Line of its first fence, counted from 1.
    line: usize,
    limits: Limits,
    inferences: bool,
    pending: bool,
    /// As it stands in the file.
    raw_input: String,
    expected: String,
}

impl Example {
    fn name(&self) -> String {
        let file = self.file.file_name().unwrap_or_default().to_string_lossy();
        format!("specs/{file}:{}", self.line)
    }

    fn input(&self) -> String {
        unescape(&self.raw_input)
    }

    fn parse(&self) -> (String, Parsed) {
        let input = self.input();
        let parser = Parser::new().inferences(self.inferences).limits(self.limits.clone());
        let parsed = parser.parse(&input);
        let input = parser.decode_text(&input).text.into_owned();
        check_invariants(&input, &parsed);
        (input, parsed)
    }

    /// The rendering of its reading.
    fn reading(&self) -> String {
        let (input, parsed) = self.parse();
        let got = rendering(&input, &parsed);
        let beside = [Code::TitleMissing, Code::RecordIncomplete];
        let left_out = beside.map(|code| format!("diagnostic {code} "));
        let left_out = left_out.iter().filter(|line| !self.expected.contains(line.as_str()));
        let left_out: Vec<_> = left_out.collect();
        let kept = |line: &&str| !left_out.iter().any(|start| line.starts_with(start.as_str()));
        got.split_inclusive('\n').filter(kept).collect()
    }
}

/// Resolves `\t`, `\r`, `\f` and `\u{…}`.
fn unescape(raw: &str) -> String {
    let mut out = String::with_capacity(raw.len());
    let mut rest = raw;
    while let Some(at) = rest.find('\\') {
        out.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        let (sign, taken) = match rest.as_bytes().first() {
            Some(b't') => ('\t', 1),
            Some(b'r') => ('\r', 1),
            Some(b'f') => ('\u{c}', 1),
            Some(b'u') => {
                let end = rest.find('}').expect("\\u{…} is closed");
                let code = u32::from_str_radix(&rest[2..end], 16).expect("\\u{…} is hexadecimal");
                (char::from_u32(code).expect("\\u{…} is a character"), end + 1)
            }
            _ => panic!("unknown sign \\{}", rest.chars().next().unwrap_or_default()),
        };
        out.push(sign);
        rest = &rest[taken..];
    }
    out + rest
}

fn files() -> Vec<PathBuf> {
    let entries = fs::read_dir(repository("specs")).expect("there is a specification");
    let paths = entries.map(|entry| entry.expect("a readable folder").path());
    let mut paths: Vec<_> = paths.filter(|p| p.extension().is_some_and(|e| e == "txt")).collect();
    paths.sort();
    paths
}

fn examples(file: &Path) -> Vec<Example> {
    let text = fs::read_to_string(file).expect("a readable specification").replace("\r\n", "\n");
    let mut found = Vec::new();
    let mut lines = text.lines().enumerate();
    while let Some((index, line)) = lines.next() {
        let Some(words) = line.strip_prefix(FENCE) else { continue };
        let mut words = words.split_whitespace();
        let at = format!("{}:{}", file.display(), index + 1);
        assert_eq!(words.next(), Some("example"), "{at}: a fence opens an example");
        let mut example = Example {
            file: file.into(),
            line: index + 1,
            limits: Limits::default(),
            inferences: false,
            pending: false,
            raw_input: String::new(),
            expected: String::new(),
        };
        for word in words {
            set(&mut example, word, &at);
        }
        let (mut parted, mut closed) = (false, false);
        for (_, line) in lines.by_ref() {
            if line == FENCE {
                closed = true;
                break;
            }
            if !parted && line == "." {
                parted = true;
                continue;
            }
            let side = if parted { &mut example.expected } else { &mut example.raw_input };
            side.push_str(line);
            side.push('\n');
        }
        assert!(parted && closed, "{at}: the example has no `.`, or is not closed");
        found.push(example);
    }
    found
}

fn set(example: &mut Example, word: &str, at: &str) {
    let number = |value: &str| value.parse().unwrap_or_else(|_| panic!("{at}: {word}"));
    match word.split_once('=') {
        None if word == "pending" => example.pending = true,
        None if word == "inferences" => example.inferences = true,
        Some(("nesting", value)) => example.limits.nesting = number(value),
        Some(("lines", value)) => example.limits.lines = number(value),
        Some(("blocks", value)) => example.limits.blocks = number(value),
        Some(("entries", value)) => example.limits.entries = number(value),
        Some(("diagnostics", value)) => example.limits.diagnostics = number(value),
        Some(("input", value)) => example.limits.input_bytes = number(value),
        _ => panic!("{at}: unknown option {word}"),
    }
}

/// Whether `got` is what is expected, where a line `...` stands for any lines.
fn fits(expected: &[&str], got: &[&str]) -> bool {
    match expected {
        [] => got.is_empty(),
        ["...", rest @ ..] => (0..=got.len()).any(|skip| fits(rest, &got[skip..])),
        [line, rest @ ..] => got.first() == Some(line) && fits(rest, &got[1..]),
    }
}

fn is_met(example: &Example, got: &str) -> bool {
    let (expected, got): (Vec<_>, Vec<_>) =
        (example.expected.lines().collect(), got.lines().collect());
    fits(&expected, &got)
}

/// Writes what is expected anew into the files.
fn bless() {
    for file in files() {
        let mut text = fs::read_to_string(&file).expect("a readable specification");
        for example in examples(&file) {
            let open = example.expected.lines().any(|line| line == "...");
            let got = example.reading();
            if !example.pending && !open && got != example.expected {
                let from = format!("{}.\n{}{FENCE}\n", example.raw_input, example.expected);
                let to = format!("{}.\n{got}{FENCE}\n", example.raw_input);
                text = text.replacen(&from, &to, 1);
            }
        }
        fs::write(&file, text).expect("the specification can be written");
    }
}

#[test]
fn examples_are_met() {
    if std::env::var_os("KEHOACH_BLESS").is_some_and(|value| value != "0") {
        bless();
    }
    let mut wrong = Vec::new();
    for example in files().iter().flat_map(|file| examples(file)) {
        let (input, got) = (example.input(), example.reading());
        let met = is_met(&example, &got);
        if met && example.pending {
            wrong.push(format!("{} is met: it is no longer pending", example.name()));
        } else if !met && !example.pending {
            let (name, expected) = (example.name(), &example.expected);
            wrong.push(format!("{name}\n--- input\n{input}--- expected\n{expected}--- got\n{got}"));
        }
    }
    assert!(
        wrong.is_empty(),
        "{}\n{} examples are wrong. Where the new reading is right, write them anew with\n  \
         KEHOACH_BLESS=1 cargo test --test spec\nand review the change.",
        wrong.join("\n"),
        wrong.len(),
    );
}

#[test]
fn every_diagnostic_has_an_example() {
    let mut given = BTreeSet::new();
    for example in files().iter().flat_map(|file| examples(file)).filter(|e| !e.pending) {
        let expected = example.expected.clone();
        let (_, parsed) = example.parse();
        // It counts where the example says so, not where a diagnostic comes along.
        let said = |code: &Code| {
            let line = format!("diagnostic {code} ");
            expected.lines().any(|expected| expected.trim_start().starts_with(&line))
        };
        given.extend(parsed.diagnostics.into_iter().map(|d| d.code).filter(said));
    }
    for code in Code::ALL {
        assert!(given.contains(code), "no example under specs/ gives {code}");
    }
}

#[test]
fn signs_and_open_lines() {
    assert_eq!(unescape(r"a\tb\r\f\u{1ebf}c"), "a\tb\r\u{c}\u{1ebf}c");
    assert!(fits(&["a", "...", "d"], &["a", "b", "c", "d"]));
    assert!(fits(&["...", "d", "..."], &["d"]));
    assert!(!fits(&["a", "d"], &["a", "b", "d"]));
}
