//! The package keeps what it promises: few dependencies, one minimum Rust version, short examples.

mod support;

use std::collections::BTreeSet;
use std::fs;
use std::process::Command;

use self::support::{repository, tree};

/// Crates below the library. Each is explained in README.md.
const MOST_DEPENDENCIES: usize = 20;

fn cargo(arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO"))
        .args(arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("cargo runs, for it runs this test");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("cargo prints UTF-8")
}

#[test]
fn few_dependencies() {
    let tree = cargo(&["tree", "-p", "kehoach", "-e", "normal", "--prefix", "none"]);
    let names = tree.lines().filter_map(|line| line.split(' ').next());
    let crates: BTreeSet<_> = names.filter(|name| !name.is_empty() && *name != "kehoach").collect();
    assert!(crates.contains("serde"), "{tree}");
    assert!(crates.len() <= MOST_DEPENDENCIES, "{} crates: {crates:?}", crates.len());
    let readme = read("README.md");
    for direct in tree_of_depth_one() {
        assert!(readme.contains(&format!("`{direct}`")), "README.md does not explain {direct}");
    }
}

fn tree_of_depth_one() -> Vec<String> {
    let tree =
        cargo(&["tree", "-p", "kehoach", "-e", "normal", "--prefix", "none", "--depth", "1"]);
    let names = tree.lines().skip(1).filter_map(|line| line.split(' ').next());
    names.map(str::to_owned).collect()
}

/// Manifests and README name the same minimum version of Rust.
#[test]
fn one_minimum_version() {
    let version = env!("CARGO_PKG_RUST_VERSION");
    let metadata = cargo(&["metadata", "--no-deps", "--format-version", "1"]);
    let metadata: serde_json::Value = serde_json::from_str(&metadata).expect("JSON");
    for package in metadata["packages"].as_array().expect("packages") {
        assert_eq!(package["rust_version"], version, "{}", package["name"]);
    }
    assert!(read("README.md").contains(&format!("Rust {version}")), "README.md: Rust {version}");
}

#[test]
fn changelog_has_this_version() {
    let heading = format!("## {} ", env!("CARGO_PKG_VERSION"));
    let found = read("CHANGELOG.md").lines().any(|line| line.starts_with(&heading));
    assert!(found, "CHANGELOG.md has no heading {heading:?}");
}

#[test]
fn examples_are_short() {
    for entry in fs::read_dir(repository("examples")).expect("there are examples") {
        let path = entry.expect("a readable folder").path();
        let lines = fs::read_to_string(&path).expect("UTF-8").lines().count();
        assert!(lines < 40, "{}: {lines} lines", path.display());
    }
}

/// The JSON in README.md is what the command prints; `…` stands for what is left out.
#[test]
fn readme_shows_what_is_printed() {
    let fixture = "fixtures/01-letterhead-two-columns.txt";
    let (readme, text) = (read("README.md"), read(fixture));
    let printed = tree::pretty(&kehoach::parse(&text));
    for (fence, whole) in [("```json\n", &printed), ("```text\n   ", &text)] {
        let (_, excerpt) = readme.split_once(fence).expect("there is an excerpt");
        let (excerpt, _) = excerpt.split_once("```").expect("a fence is closed");
        for piece in excerpt.split("…\n") {
            assert!(whole.contains(piece), "{fixture} does not give\n{piece}");
        }
    }
    let commands: Vec<_> = readme
        .split("```sh\n")
        .skip(1)
        .map(|block| block.split_once("\n```").expect("a fence is closed").0)
        // The recipes behind them have a test of their own, which needs Python.
        .take(2)
        .collect();
    // The first two set everything up; what else is shown runs the command.
    let (first, more) = commands.split_at(2);
    assert_eq!(first, [&*format!("cargo run --release -- parse {fixture}"), "cargo test"]);
    let known = |line: &str| !line.starts_with("cargo ");
    assert!(more.iter().all(|block| block.lines().all(known)), "{more:?}");
}

fn read(path: &str) -> String {
    fs::read_to_string(repository(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}
