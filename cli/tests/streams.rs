//! Standard input and output: what a transcript cannot show.

use std::io::{Read as _, Write as _};
use std::process::{Child, Command, Stdio};

const PLAN: &str = "KẾ HOẠCH\nThi đua năm 2020\n\nI. MỤC ĐÍCH\nNâng cao chất lượng công việc.\n";

fn spawn(arguments: &[&str]) -> Child {
    Command::new(env!("CARGO_BIN_EXE_kehoach"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command starts")
}

/// Standard output of the command on these arguments and this input.
fn run(arguments: &[&str], input: &[u8]) -> String {
    let mut child = spawn(arguments);
    child.stdin.take().expect("piped").write_all(input).expect("the command reads");
    let output = child.wait_with_output().expect("the command ends");
    let complaint = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() && complaint.is_empty(), "{complaint}");
    String::from_utf8(output.stdout).expect("the output is UTF-8")
}

fn parsed(json: &str) -> kehoach::Parsed {
    serde_json::from_str(json).expect("the output is a tree")
}

#[test]
fn reads_standard_input() {
    let want = kehoach::parse(PLAN);
    for arguments in [&["parse"] as &[_], &["parse", "-"], &["parse", "--compact", "-"]] {
        let got = parsed(&run(arguments, PLAN.as_bytes()));
        assert_eq!(got.source.name, None);
        assert_eq!(got, want);
    }
}

#[test]
fn layouts_differ_in_white_space_alone() {
    let pretty = run(&["parse"], PLAN.as_bytes());
    let compact = run(&["parse", "--compact"], PLAN.as_bytes());
    assert_eq!(compact.lines().count(), 1);
    assert!(pretty.starts_with("{\n \"format_version\": 1,\n"));
    assert!(pretty.ends_with("\n}\n") && !pretty.contains('\r'));
    assert_eq!(parsed(&pretty), parsed(&compact));
}

#[test]
fn rows_of_standard_input_are_those_of_a_text_or_of_trees() {
    let rows = |input: &[u8]| {
        run(&["dates", "-q", "--format", "csv", "--columns", "text,edtf,span_start"], input)
    };
    let want = "text,edtf,span_start\nnăm 2020,2020,22\n";
    assert_eq!(rows(PLAN.as_bytes()), want);
    assert_eq!(rows(run(&["parse"], PLAN.as_bytes()).as_bytes()), want);
    let lines = run(&["parse", "--compact"], PLAN.as_bytes()).repeat(2);
    assert_eq!(rows(lines.as_bytes()), format!("{want}năm 2020,2020,22\n"));
    let cites = "KẾ HOẠCH\nThi đua\n\nCăn cứ Luật Lưu trữ số 33/2024/QH15;\n";
    let citations = run(&["citations", "-q", "--format", "jsonl"], cites.as_bytes());
    let want = run(&["link", "-q", "--format", "csv"], cites.as_bytes());
    assert_eq!(run(&["link", "-q", "--format", "csv"], citations.as_bytes()), want);
    assert_eq!(want.lines().count(), 2);
}

#[test]
fn reads_utf16() {
    let bytes: Vec<u8> =
        "\u{feff}".encode_utf16().chain(PLAN.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let got = parsed(&run(&["parse"], &bytes));
    assert_eq!(got.source.encoding, "utf-16le");
    assert_eq!(got.document, kehoach::parse(PLAN).document);
}

#[test]
fn a_closed_pipe_is_no_failure_of_many() {
    for arguments in [
        &["parse", "../fixtures", "--format", "jsonl", "-q"] as &[_],
        &["dates", "../fixtures", "--format", "csv", "-q"],
        &["tasks", "../fixtures", "-q"],
        &["graph", "../fixtures", "-q"],
    ] {
        let mut child = spawn(arguments);
        let mut stdout = child.stdout.take().expect("piped");
        stdout.read_exact(&mut [0; 16]).expect("there is output");
        drop(stdout);
        let output = child.wait_with_output().expect("the command ends");
        assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{arguments:?}");
        assert!(output.status.success(), "{arguments:?}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_behind_standard_output_is_told() {
    for arguments in [
        &["parse", "../fixtures", "--format", "jsonl", "-q"] as &[_],
        &["parse", "--help"],
        &["--help"],
        &["parse", "../fixtures/01-letterhead-two-columns.txt"],
        &["dates", "../fixtures", "--format", "csv", "-q"],
        &["tasks", "../fixtures", "-q"],
        &["link", "../fixtures", "-q"],
        &["graph", "../fixtures", "-q"],
    ] {
        let full = std::fs::OpenOptions::new().write(true).open("/dev/full").expect("there is one");
        let mut command = Command::new(env!("CARGO_BIN_EXE_kehoach"));
        let output = command.env("LC_ALL", "C").args(arguments).stdout(full).output();
        let output = output.expect("the command ends");
        let told = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(1), "{arguments:?}: {told}");
        assert!(told.starts_with("kehoach: cannot write the output: No space left"), "{told}");
        assert_eq!(told.lines().count(), 1, "{told}");
    }
}

#[test]
fn a_closed_pipe_is_no_failure() {
    // More output than any pipe holds, so that the command must notice.
    let long = "- Nâng cao chất lượng công việc.\n".repeat(20_000);
    let mut child = spawn(&["parse"]);
    let mut stdout = child.stdout.take().expect("piped");
    child.stdin.take().expect("piped").write_all(long.as_bytes()).expect("the command reads");
    let mut first = [0; 16];
    stdout.read_exact(&mut first).expect("there is output");
    drop(stdout);
    let output = child.wait_with_output().expect("the command ends");
    assert!(output.status.success());
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
}

/// A terminal shows what a document holds, and does not obey it.
#[test]
fn json_is_inert() {
    let text = "KẾ HOẠCH\nI. \u{1b}]0;A\u{7}\u{9b}31m\u{7f}\u{202e}ngày\u{2066}\n";
    for arguments in [&["parse"] as &[_], &["parse", "--compact"]] {
        let json = run(arguments, text.as_bytes());
        let obeyed = |c: char| {
            c.is_control() && c != '\n' || ('\u{202a}'..='\u{202e}').contains(&c) || c == '\u{2066}'
        };
        assert!(!json.contains(obeyed), "{json:?}");
        assert_eq!(parsed(&json), kehoach::parse(text));
    }
}
