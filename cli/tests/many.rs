//! Many documents at once: files, folders, names.

use std::fs;
use std::path::PathBuf;

mod support;
use support::{files, folder, kehoach, parsed, results, succeeded, told, write};

const PLAN: &str = "KẾ HOẠCH\nThi đua năm 2020\n\nI. MỤC ĐÍCH\nNâng cao chất lượng công việc.\n";

#[test]
fn the_tree_of_folders_is_kept() {
    let here = folder("tree");
    for name in ["a/x.txt", "b/x.txt", "a/c/y.md", "a/.hidden.txt", "a/.git/z.txt", "a/n.pdf"] {
        write(here.join(name), PLAN);
    }
    succeeded(&kehoach(&here, &["parse", "a", "b", "-o", "out"]));
    let names: Vec<_> = results(&here.join("out")).into_iter().map(|(path, _)| path).collect();
    assert_eq!(names, ["a/c/y.md.json", "a/x.txt.json", "b/x.txt.json"].map(PathBuf::from));
    let tree = parsed(here.join("out/a/c/y.md.json"));
    assert_eq!(tree.source.name.as_deref(), Some("a/c/y.md"));
    assert_eq!(tree.document, kehoach::parse(PLAN).document);
}

#[test]
fn one_document_has_its_accounts() {
    let here = folder("one-account");
    write(here.join("x.txt"), PLAN);
    let arguments = ["parse", "x.txt", "--report", "r.json", "--review", "v.csv"];
    let output = kehoach(&here, &arguments);
    succeeded(&output);
    assert!(told(&output).is_empty() && output.stdout.starts_with(b"{\n"));
    let report = fs::read_to_string(here.join("r.json")).expect("a report");
    assert!(report.contains("\"documents\": 1,"), "{report}");
    let review = fs::read_to_string(here.join("v.csv")).expect("a review");
    assert!(review.lines().count() == 2 && review.contains("\nx.txt,"), "{review}");
}

#[test]
fn what_another_run_is_writing_stays_and_what_was_left_goes() {
    let here = folder("unfinished");
    write(here.join("x.txt"), PLAN);
    write(here.join(".kehoach-z.jsonl-1.tmp"), "left by a run that was killed");
    let living = fs::File::create(here.join(".kehoach-A.csv-2.tmp")).expect("a file");
    assert!(fs4::fs_std::FileExt::try_lock_exclusive(&living).expect("a lock"));
    let lines = ["parse", "x.txt", "--format", "jsonl", "-o", "z.jsonl", "--write-text", "texts"];
    succeeded(&kehoach(&here, &lines));
    succeeded(&kehoach(&here, &["parse", "x.txt", "-o", "."]));
    let names: Vec<_> = files(&here).into_iter().map(|(path, _)| path).collect();
    let want = [
        ".kehoach-A.csv-2.tmp",
        ".kehoach-run.jsonl",
        "texts/x.txt",
        "x.txt",
        "x.txt.json",
        "z.jsonl",
    ];
    assert_eq!(names, want.map(PathBuf::from));
}

#[test]
fn no_input_is_written_over() {
    let here = folder("over-input");
    write(here.join("a/x.txt"), PLAN);
    write(here.join("reg.csv"), "path,note\na/x.txt,n\n");
    for (line, refused) in [
        ("tasks a/x.txt -o a/x.txt --format csv", "a/x.txt"),
        ("tasks a -o ./a/x.txt --format csv", "./a/x.txt"),
        ("tasks a/*.txt -o a/../a/x.txt --format csv", "a/../a/x.txt"),
        ("view a/x.txt -o a/x.txt", "a/x.txt"),
        ("parse a/x.txt --format jsonl -o a/x.txt", "a/x.txt"),
        ("parse a/x.txt --write-text a/x.txt", "a/x.txt"),
        ("parse a/x.txt --report a/x.txt", "a/x.txt"),
        ("parse a -o trees --write-text .", "./a/x.txt"),
        ("parse a/x.txt --format jsonl --write-text .", "./a/x.txt"),
        ("metadata a --metadata reg.csv -o reg.csv", "reg.csv"),
        ("link a/x.txt -o links.csv --audit a/x.txt", "a/x.txt"),
        ("graph a/x.txt -o a/x.txt --format csv", "a/x.txt"),
    ] {
        let arguments: Vec<&str> = line.split(' ').collect();
        let output = kehoach(&here, &arguments);
        let told = told(&output);
        assert!(told.contains(&format!("{refused} is an input")), "{line}: {told}");
        assert!(!output.status.success(), "{line}");
        assert_eq!(fs::read_to_string(here.join("a/x.txt")).expect("the plan"), PLAN, "{line}");
    }
    // Texts among the documents would be read as documents by the next run.
    let before = files(&here);
    for texts in ["texts", "a", "."] {
        let output = kehoach(&here, &["parse", ".", "-o", "trees", "--write-text", texts]);
        assert_eq!(output.status.code(), Some(2), "{texts}");
        assert!(told(&output).contains("lies in a folder of inputs"), "{}", told(&output));
        assert!(files(&here) == before, "{texts}");
    }
}

#[test]
fn no_input_of_a_folder_or_pattern_is_written_over() {
    let here = folder("over-folder");
    write(here.join("a/x.txt"), PLAN);
    write(here.join("js/p.jsonl"), "{\"text\":\"KẾ HOẠCH\"}\n");
    write(here.join("mine/x.txt"), PLAN);
    write(here.join("mine/x.txt.json"), "{\"mine\":1}\n");
    fs::create_dir(here.join("cs")).expect("a folder");
    for line in ["parse a -o t -q", "citations a -o cs/c.csv -q"] {
        succeeded(&kehoach(&here, &line.split(' ').collect::<Vec<_>>()));
    }
    let before = files(&here);
    let tree = "t/a/x.txt.json";
    let lines = ["citations", "tasks", "metadata", "link", "graph"].into_iter().flat_map(|rows| {
        ["t", "t/**/*.json"].map(|input| format!("{rows} {input} --format jsonl -o {tree}"))
    });
    let more = [
        "tasks t --review t/a/x.txt.json",
        "tasks t --report t/a/x.txt.json",
        "link t --audit t/a/x.txt.json",
        "citations js -o js/p.jsonl",
        "citations js -o js/new.jsonl",
        "parse js --from jsonl --text-field text --format jsonl -o js/p.jsonl",
        "link cs -o cs/c.csv",
        "link cs --audit cs/c.csv",
        "tasks a -o y.csv --report y.csv",
        "link a -o l.csv --audit ./l.csv",
        "parse a -o t --review x.csv --report x.csv",
        "parse a -o t --report t/.kehoach-run.jsonl",
        "parse a -o t --review t/a/x.txt.json",
    ];
    for line in lines.chain(more.map(str::to_owned)) {
        let output = kehoach(&here, &line.split(' ').collect::<Vec<_>>());
        assert_eq!(output.status.code(), Some(2), "{line}: {}", told(&output));
        assert!(files(&here) == before, "{line}");
    }
    let output = kehoach(&here.join("mine"), &["parse", ".", "--ext", "txt,json", "-o", "."]);
    assert_eq!(output.status.code(), Some(1), "{}", told(&output));
    let mine = fs::read_to_string(here.join("mine/x.txt.json")).expect("a file");
    assert_eq!(mine, "{\"mine\":1}\n");
    // What is no document by its ending may lie among them, and be written anew.
    for _ in 0..2 {
        succeeded(&kehoach(&here, &["tasks", "a", "-o", "a/out.csv", "--report", "a/run.log"]));
    }
}

#[test]
fn results_are_no_input() {
    let here = folder("within");
    write(here.join("x.txt"), PLAN);
    for _ in 0..2 {
        let lines = ["parse", ".", "--ext", "txt,json", "-o", "out"];
        succeeded(&kehoach(&here, &lines));
        assert_eq!(results(&here.join("out")).len(), 1);
    }
}

#[test]
fn odd_names() {
    let here = folder("names");
    let decomposed = "Ke\u{302}\u{301} hoa\u{323}ch so\u{302}\u{301} 5.txt";
    let long = format!("{}.txt", "kế hoạch ".repeat(17));
    let names = [
        "có dấu cách.txt",
        decomposed,
        &long,
        "a'b\"c$d&.txt",
        "-o.txt",
        "100%.txt",
        "x.txt.gz.txt",
    ];
    for name in names {
        write(here.join("in").join(name), PLAN);
    }
    succeeded(&kehoach(&here, &["parse", "in", "-o", "kết quả"]));
    for name in names {
        let tree = parsed(here.join("kết quả/in").join(format!("{name}.json")));
        assert_eq!(tree.source.name, Some(format!("in/{name}")));
    }
    assert_eq!(results(&here.join("kết quả")).len(), names.len());
}

#[test]
fn a_name_that_gets_too_long_is_that_of_one_file() {
    let here = folder("long");
    // The file itself has the longest name there can be.
    let long = format!("{}.txt", "x".repeat(251));
    write(here.join("in/a.txt"), PLAN);
    write(here.join("in").join(&long), PLAN);
    let output = kehoach(&here, &["parse", "in", "-o", "out"]);
    assert_eq!(output.status.code(), Some(1), "{}", told(&output));
    assert!(told(&output).contains("longer than the file system allows"), "{}", told(&output));
    assert_eq!(results(&here.join("out")).len(), 1);
    succeeded(&kehoach(&here, &["parse", "in", "--format", "jsonl"]));
}

#[test]
fn two_inputs_never_share_a_result() {
    let here = folder("shared");
    write(here.join("a/x.txt"), PLAN);
    write(here.join("work/a/x.txt"), "KẾ HOẠCH\nMột tệp khác\n");
    // "../a/x.txt" stands for the same place below the folder of results as "a/x.txt".
    let output = kehoach(&here.join("work"), &["parse", "a/x.txt", "../a/x.txt", "a", "-o", "out"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(
        told(&output).contains("../a/x.txt: another input was written to"),
        "{}",
        told(&output)
    );
    assert_eq!(parsed(here.join("work/out/a/x.txt.json")).source.name.as_deref(), Some("a/x.txt"));
}

#[test]
fn the_number_of_threads_makes_no_difference() {
    let here = folder("threads");
    for number in 0..60 {
        write(here.join(format!("in/{number}.txt")), &PLAN.repeat(number % 7 + 1));
    }
    let lines: Vec<Vec<u8>> = ["1", "2", "7"]
        .iter()
        .map(|jobs| kehoach(&here, &["parse", "in", "--format", "jsonl", "-j", jobs]).stdout)
        .collect();
    assert_eq!(lines[0].split(|byte| *byte == b'\n').count(), 61);
    assert!(lines[0] == lines[1] && lines[0] == lines[2]);
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_told_once() {
    let here = folder("full");
    write(here.join("in/a.txt"), PLAN);
    write(here.join("in/b.txt"), PLAN);
    let output = kehoach(&here, &["parse", "in", "--format", "jsonl", "-q", "-o", "/dev/full"]);
    assert_eq!(output.status.code(), Some(1));
    let told = told(&output);
    assert!(told.contains("/dev/full") && told.contains("free space"), "{told}");
    assert_eq!(told.lines().count(), 1, "{told}");
}

#[cfg(unix)]
#[test]
fn what_may_not_be_read_or_written_is_told() {
    use std::os::unix::fs::{PermissionsExt as _, symlink};
    let here = folder("links");
    write(here.join("in/a/x.txt"), PLAN);
    symlink("..", here.join("in/a/loop")).expect("a link");
    symlink("missing", here.join("in/a/gone.txt")).expect("a link");
    let output = kehoach(&here, &["parse", "in", "-o", "out"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(told(&output).contains("in/a/loop: this part of the folder"), "{}", told(&output));
    assert!(told(&output).contains("in/a/gone.txt: "), "{}", told(&output));
    assert_eq!(results(&here.join("out")).len(), 1);

    // Root may write anywhere.
    let locked = folder("locked");
    fs::set_permissions(&locked, fs::Permissions::from_mode(0o555)).expect("permissions");
    if fs::write(locked.join("probe"), "").is_err() {
        let output = kehoach(
            &here,
            &["parse", "in/a/x.txt", "-o", &locked.join("out").display().to_string()],
        );
        assert_eq!(output.status.code(), Some(1));
        assert!(told(&output).contains("permissions"), "{}", told(&output));
    }
    fs::set_permissions(&locked, fs::Permissions::from_mode(0o755)).expect("permissions");
}

/// The most memory a command had while it ran, in MB.
#[cfg(target_os = "linux")]
fn peak(here: &std::path::Path, arguments: &[&str]) -> u64 {
    use std::process::{Command, Stdio};
    let mut command = Command::new(env!("CARGO_BIN_EXE_kehoach"));
    let command = command.current_dir(here).args(arguments).stdout(Stdio::null());
    let mut child = command.spawn().expect("it runs");
    let (status, mut peak) = (format!("/proc/{}/status", child.id()), 0);
    while child.try_wait().expect("a child").is_none() {
        let status = fs::read_to_string(&status).unwrap_or_default();
        let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let kilobytes = line.and_then(|line| line.trim().strip_suffix(" kB")?.parse::<u64>().ok());
        peak = peak.max(kilobytes.unwrap_or_default() / 1000);
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
    peak
}

#[cfg(target_os = "linux")]
#[test]
fn memory_does_not_grow_with_the_number_of_documents() {
    let here = folder("memory");
    let plan = format!("{PLAN}{}", "- Rà soát hồ sơ trước ngày 15/6/2024.\n".repeat(50));
    for number in 0..600 {
        write(here.join(format!("in/{}/{number}.txt", number / 60)), &plan);
    }
    for arguments in [
        &["parse", "--format", "jsonl", "-q", "-j", "4"] as &[_],
        &["parse", "-o", "out", "-q", "-j", "4", "--review", "review.csv"],
        &["tasks", "--format", "csv", "-q", "-j", "4"],
    ] {
        let few = peak(&here, &[arguments, &["in/0"]].concat());
        let many = peak(&here, &[arguments, &["in"]].concat());
        assert!(many < few + 40 && many < 100, "{arguments:?}: {few} MB for 60, {many} MB for 600");
    }
}

#[test]
fn texts_of_records_are_found_again() {
    let here = folder("records-texts");
    let record = |id: &str| format!("{{\"id\":\"{id}\",\"text\":\"KẾ HOẠCH\"}}\n");
    let ids = ["12/KH", "b.txt", "b", "", "..", "."];
    write(here.join("set.jsonl"), &ids.map(record).concat());
    write(here.join("empty.jsonl"), "\n\n");
    let from = ["--from", "jsonl", "--text-field", "text", "--id-field", "id"];
    for more in [&["-o", "trees"][..], &["--format", "jsonl", "-o", "trees.jsonl"]] {
        let _ = fs::remove_dir_all(here.join("texts"));
        let arguments = [&["parse", "set.jsonl", "--write-text", "texts"], &from[..], more];
        let output = kehoach(&here, &arguments.concat());
        let told = told(&output);
        assert_eq!(output.status.code(), Some(1));
        assert!(
            told.contains("set.jsonl:3 (b): another input was written to texts/b.txt"),
            "{told}"
        );
        assert!(told.contains("set.jsonl:4: the record is called \"\""), "{told}");
        assert!(told.contains("failures: 4"), "{told}");
        let names: Vec<_> = files(&here.join("texts")).into_iter().map(|(path, _)| path).collect();
        assert_eq!(names, ["12/KH.txt", "b.txt"].map(std::path::PathBuf::from));
    }
    let output = kehoach(&here, &[&["parse", "empty.jsonl", "-o", "none"], &from[..]].concat());
    assert_eq!(output.status.code(), Some(1));
    assert!(
        told(&output).contains("empty.jsonl: this data set holds no record"),
        "{}",
        told(&output)
    );
}

#[test]
fn what_a_library_says_is_inert() {
    let here = folder("inert");
    let output = kehoach(&here, &["parse", "no[\u{1b}[31mRED"]);
    assert!(!told(&output).contains('\u{1b}'), "{}", told(&output));
    write(here.join("plan.txt"), PLAN);
    for (line, told_of) in [
        ("view plan.txt -o page.pdf", "the page is HTML"),
        ("sample plan.txt -n 0", "a number of documents to draw"),
        ("diff . .", "holds no tree that"),
    ] {
        let output = kehoach(&here, &line.split(' ').collect::<Vec<_>>());
        assert_eq!(output.status.code(), Some(2), "{line}");
        assert!(told(&output).contains(told_of), "{line}: {}", told(&output));
    }
}
