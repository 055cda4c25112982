//! Runs that end early, and their resumption.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

mod support;
use support::{folder, kehoach, results, succeeded, told, write};

/// Makes documents from the fixtures, in folders of a hundred.
fn documents(folder: &Path, count: usize) {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fixtures");
    let mut texts: Vec<PathBuf> = fs::read_dir(fixtures)
        .expect("there are fixtures")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "txt"))
        .collect();
    texts.sort();
    for number in 0..count {
        let text = fs::read_to_string(&texts[number % texts.len()]).expect("a text");
        write(
            folder.join(format!("{}/{number}.txt", number / 100)),
            &format!("{text}\n{number}\n"),
        );
    }
}

fn summary(output: &Output, line: &str) -> Option<u64> {
    let told = told(output);
    let line = told.lines().find_map(|told| told.strip_prefix(line)?.strip_prefix(": "))?;
    line.split(' ').next()?.parse().ok()
}

#[test]
fn what_is_done_is_kept() {
    let here = folder("kept");
    documents(&here.join("in"), 40);
    let run = |extra: &[&str]| {
        let mut arguments = vec!["parse", "in", "-o", "out", "--report", "run.json"];
        arguments.extend(["--review", "review.csv"]);
        arguments.extend(extra);
        let output = kehoach(&here, &arguments);
        succeeded(&output);
        let review = fs::read_to_string(here.join("review.csv")).expect("a review");
        (summary(&output, "done before"), summary(&output, "documents"), review)
    };
    let (kept, documents, review) = run(&[]);
    assert_eq!((kept, documents), (None, Some(40)));
    assert_eq!(review.lines().count(), 41);
    let first = results(&here.join("out"));

    assert_eq!(run(&["--resume"]), (Some(40), Some(40), review.clone()));
    // Another input, a result that is gone, one that was cut: these three are made again.
    write(here.join("in/0/0.txt"), "KẾ HOẠCH\nMột tệp khác\n");
    fs::remove_file(here.join("out/in/0/1.txt.json")).expect("a result");
    fs::write(here.join("out/in/0/2.txt.json"), "{").expect("a result");
    assert_eq!(run(&["--resume"]).0, Some(37));
    let second = results(&here.join("out"));
    assert_eq!(first[1..], second[1..]);
    assert_ne!(first[0], second[0]);

    // Other options make other results.
    assert_eq!(run(&["--resume", "--compact"]).0, None);
    assert_eq!(run(&["--resume", "--compact"]).0, Some(40));
    assert_eq!(run(&["--resume", "--compact", "--offset-unit", "utf16"]).0, None);
    // Without the option everything is made again.
    assert_eq!(run(&[]).0, None);
    assert_eq!(results(&here.join("out")), second);
}

#[test]
fn what_failed_is_tried_again() {
    let here = folder("again");
    documents(&here.join("in"), 3);
    fs::write(here.join("in/0/bad.txt"), "%PDF-1.4").expect("a file");
    let arguments = ["parse", "in", "-o", "out", "--resume", "--report", "run.json"];
    for _ in 0..2 {
        let output = kehoach(&here, &arguments);
        assert_eq!(output.status.code(), Some(1));
        assert!(
            told(&output).contains("in/0/bad.txt: this is no text but PDF"),
            "{}",
            told(&output)
        );
        let report = fs::read(here.join("run.json")).expect("a report");
        let report: serde_json::Value = serde_json::from_slice(&report).expect("JSON");
        assert_eq!(report["failures"], 1);
        assert_eq!(report["failed"][0]["document"], "in/0/bad.txt");
    }
    write(here.join("in/0/bad.txt"), "KẾ HOẠCH\n");
    let output = kehoach(&here, &arguments);
    succeeded(&output);
    assert_eq!(summary(&output, "done before"), Some(3));
}

#[cfg(unix)]
#[test]
fn a_run_that_is_killed_and_resumed_ends_as_one_that_went_through() {
    let here = folder("killed");
    documents(&here.join("in"), 400);
    succeeded(&kehoach(&here, &["parse", "in", "-o", "whole", "-q", "--write-text", "texts"]));
    let resume = ["parse", "in", "-o", "out", "-q", "--write-text", "out-texts", "--resume"];
    let mut kept = 0;
    for _ in 0..3 {
        let mut child = Command::new(env!("CARGO_BIN_EXE_kehoach"))
            .current_dir(&here)
            .args(resume)
            .stderr(Stdio::null())
            .spawn()
            .expect("it runs");
        // Until some more results are there.
        let journal = here.join("out/.kehoach-run.jsonl");
        let done = || fs::read(&journal).map_or(0, |bytes| bytes.split(|b| *b == b'\n').count());
        let before = done();
        while done() < before.max(kept) + 40 && child.try_wait().expect("a child").is_none() {
            std::thread::sleep(std::time::Duration::from_millis(2));
        }
        child.kill().expect("SIGKILL");
        child.wait().expect("a child");
        kept = done();
    }
    let of = |name: &str| results(&here.join(name));
    let some = of("out").len();
    assert!((100..400).contains(&some), "{some} results were there before the last run");
    let last =
        kehoach(&here, &["parse", "in", "-o", "out", "--write-text", "out-texts", "--resume"]);
    succeeded(&last);
    let again = summary(&last, "done before").expect("some were done");
    assert!((some as u64 - 20..=some as u64).contains(&again), "{again} of {some} were kept");
    assert!(of("out") == of("whole"));
    assert!(of("out-texts") == of("texts"));
}

#[cfg(unix)]
#[test]
fn ctrl_c_leaves_whole_files() {
    let here = folder("interrupted");
    documents(&here.join("in"), 400);
    let child = Command::new(env!("CARGO_BIN_EXE_kehoach"))
        .current_dir(&here)
        .env("LC_ALL", "C")
        .args(["parse", "in", "-o", "out", "-j", "2"])
        .stderr(Stdio::piped())
        .spawn()
        .expect("it runs");
    while !here.join("out").is_dir() || results(&here.join("out")).len() < 40 {
        std::thread::sleep(std::time::Duration::from_millis(2));
    }
    let asked = Command::new("kill").args(["-INT", &child.id().to_string()]).status();
    assert!(asked.expect("kill").success());
    let output = child.wait_with_output().expect("a child");
    assert_eq!(output.status.code(), Some(130), "{}", told(&output));
    assert!(told(&output).contains("interrupted: what is written is whole"), "{}", told(&output));
    let whole = results(&here.join("out"));
    assert_eq!(summary(&output, "documents"), Some(whole.len() as u64));
    for (path, bytes) in whole {
        assert!(serde_json::from_slice::<kehoach::Parsed>(&bytes).is_ok(), "{}", path.display());
    }
}

#[cfg(unix)]
#[test]
fn one_run_at_a_time_writes_into_a_folder() {
    let here = folder("locked-folder");
    documents(&here.join("in"), 300);
    let mut child = Command::new(env!("CARGO_BIN_EXE_kehoach"))
        .current_dir(&here)
        .args(["parse", "in", "-o", "out", "-j", "1", "-q"])
        .spawn()
        .expect("it runs");
    while !here.join("out/.kehoach-run.jsonl").exists() {
        std::thread::sleep(std::time::Duration::from_millis(2));
    }
    while fs::read(here.join("out/.kehoach-run.jsonl")).expect("a journal").is_empty() {
        std::thread::sleep(std::time::Duration::from_millis(2));
    }
    let output = kehoach(&here, &["parse", "in", "-o", "out"]);
    assert!(child.wait().expect("a child").success());
    assert_eq!(output.status.code(), Some(2), "{}", told(&output));
    assert!(told(&output).contains("another run is writing into out"), "{}", told(&output));
    assert_eq!(results(&here.join("out")).len(), 300);
}

#[test]
fn results_of_what_is_gone_are_removed() {
    let here = folder("gone");
    documents(&here.join("in"), 8);
    documents(&here.join("apart"), 2);
    let run = |inputs: &[&str], extra: &[&str]| {
        let arguments = ["-o", "out", "--write-text", "texts", "--report", "r.json"];
        let output = kehoach(&here, &[&["parse"], inputs, &arguments, extra].concat());
        summary(&output, "results removed, for their input is gone")
    };
    let out = |name: &str| here.join("out/in/0").join(name).exists();
    assert_eq!(run(&["in", "apart"], &[]), None);
    fs::remove_file(here.join("in/0/1.txt")).expect("a text");
    fs::rename(here.join("in/0/2.txt"), here.join("in/0/two.txt")).expect("a text");
    fs::remove_dir_all(here.join("apart")).expect("texts");
    // What somebody has changed stays, and what is of no input of this run.
    fs::remove_file(here.join("in/0/3.txt")).expect("a text");
    fs::write(here.join("out/in/0/3.txt.json"), "mine").expect("a file");
    fs::remove_file(here.join("texts/in/0/3.txt")).expect("a text");
    assert_eq!(run(&["in", "missing"], &["--resume"]), None, "something failed");
    assert_eq!(run(&["in"], &["--resume"]), Some(2));
    assert!(!out("1.txt.json") && !out("2.txt.json") && out("two.txt.json"));
    assert!(out("3.txt.json") && out("0.txt.json") && here.join("out/apart/0/0.txt.json").exists());
    assert!(!here.join("texts/in/0/1.txt").exists() && here.join("texts/in/0/0.txt").exists());
    let report = fs::read_to_string(here.join("r.json")).expect("a report");
    assert!(report.contains("\"removed\": 2,"), "{report}");
    assert_eq!(run(&["in"], &["--resume"]), None);
}

#[test]
fn results_of_what_is_there_in_another_folder_stay() {
    let here = folder("elsewhere");
    for name in ["one/in/x.txt", "other/in/y.txt"] {
        write(here.join(name), "KẾ HOẠCH\nKiểm tra\n");
    }
    let resume = |at: &str, input: &str| {
        let output = kehoach(&here.join(at), &["parse", input, "-o", "../out", "--resume"]);
        succeeded(&output);
        output
    };
    resume("one", "in");
    let output = resume("other", "in");
    assert_eq!(
        summary(&output, "results in the folder that belong to no input of this run"),
        Some(1)
    );
    assert!(here.join("out/in/x.txt.json").exists());
    // What has moved with its folder is kept, and known where it lies now.
    fs::rename(here.join("one"), here.join("two")).expect("a folder");
    assert_eq!(summary(&resume("two", "in"), "done before"), Some(1));
    fs::rename(here.join("two/in/x.txt"), here.join("two/in/z.txt")).expect("a text");
    let output = resume("two", "in");
    assert_eq!(summary(&output, "results removed, for their input is gone"), Some(1));
    assert!(!here.join("out/in/x.txt.json").exists() && here.join("out/in/y.txt.json").exists());
}

#[test]
fn a_result_is_not_kept_of_what_is_no_text_any_more() {
    let here = folder("no-text-any-more");
    for name in ["a.txt", "b.txt", "c.txt"] {
        write(here.join("in").join(name), "KẾ HOẠCH\nKiểm tra\n");
    }
    let run = |extra: &[&str]| {
        kehoach(&here, &[&["parse", "in", "-o", "out", "--write-text", "texts"], extra].concat())
    };
    succeeded(&run(&[]));
    fs::write(here.join("in/a.txt"), "%PDF-1.4").expect("a file");
    fs::write(here.join("in/b.txt"), "%PDF-1.4").expect("a file");
    fs::write(here.join("out/in/b.txt.json"), "mine").expect("a file");
    fs::remove_file(here.join("texts/in/b.txt")).expect("a text");
    let output = run(&["--resume"]);
    assert_eq!(output.status.code(), Some(1));
    let count = |line: &str| summary(&output, line);
    assert_eq!(count("results removed, for their input cannot be read any more"), Some(1));
    assert_eq!(count("results of an earlier state that stay, for their input failed"), Some(1));
    assert!(!here.join("out/in/a.txt.json").exists() && !here.join("texts/in/a.txt").exists());
    // Other options, and no --resume: what belongs to no input is told of, and stays.
    fs::remove_file(here.join("in/a.txt")).expect("a file");
    fs::remove_file(here.join("in/b.txt")).expect("a file");
    let output = run(&["--compact"]);
    let line = "results in the folder that belong to no input of this run";
    assert_eq!(summary(&output, line), Some(1));
    assert!(here.join("out/in/b.txt.json").exists());
}
