//! What a terminal gets, where `script` is there to stand in for one.
#![cfg(target_os = "linux")]

mod support;

use std::path::Path;
use std::process::{Command, Stdio};

use support::{folder, write};

/// What the command writes on a terminal; none without `script`.
fn on_a_terminal(folder: &Path, arguments: &str) -> Option<String> {
    let line = format!("{} {arguments}", env!("CARGO_BIN_EXE_kehoach"));
    let mut script = Command::new("script");
    script.args(["-qec", &line, "/dev/null"]).current_dir(folder).stdin(Stdio::null());
    script.env("TERM", "xterm").env("LC_ALL", "C").env_remove("NO_COLOR");
    let output = script.output().ok()?;
    Some(String::from_utf8(output.stdout).expect("UTF-8"))
}

#[test]
fn check_has_colours_and_what_a_document_brings_is_inert() {
    let folder = folder("terminal-check");
    write(folder.join("a.txt"), "KẾ HOẠCH\nThi đua\n\n1. A\u{1b}[2J\n4. B\u{1b}[2J\n");
    let Some(shown) = on_a_terminal(&folder, "check a.txt") else { return };
    assert!(shown.contains("\u{1b}[1m"), "{shown:?}");
    assert!(!shown.contains("\\u001b[1m") && !shown.contains("\u{1b}[2J"), "{shown:?}");
    assert!(shown.contains("B\\u{1b}[2J"), "{shown:?}");
}
