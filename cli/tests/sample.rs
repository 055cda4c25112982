//! A draw depends on the seed and on the bytes of the documents alone.

use std::fs;
use std::path::Path;
use std::process::Command;

const KEHOACH: &str = env!("CARGO_BIN_EXE_kehoach");

/// The subjects of the documents that are drawn, in the order of the sheet.
fn drawn(folder: &Path, number: usize, seed: u32) -> Vec<String> {
    let (number, seed) = (number.to_string(), seed.to_string());
    let run = Command::new(KEHOACH)
        .args(["sample", "--lang", "en", "-n", &number, "--seed", &seed])
        .arg(folder)
        .output()
        .expect("it runs");
    assert!(run.status.success());
    let table = String::from_utf8(run.stdout).expect("text");
    let subjects = table.lines().filter_map(|line| line.split_once(",Subject,"));
    subjects.map(|(_, rest)| rest.trim_end_matches(',').to_owned()).collect()
}

#[test]
fn the_same_documents_are_drawn_whatever_they_are_called() {
    let folder = tempfile::tempdir().expect("a folder");
    let (one, other) = (folder.path().join("one"), folder.path().join("other/deeper"));
    fs::create_dir_all(&one).expect("a folder");
    fs::create_dir_all(&other).expect("a folder");
    for number in 0..40 {
        let text = format!("SỞ NỘI VỤ\nSố: {number}/KH-SNV\n\nKẾ HOẠCH\nKiểm tra đợt {number}\n");
        fs::write(one.join(format!("{number}.txt")), &text).expect("written");
        fs::write(other.join(format!("{}.txt", 99 - number)), &text).expect("written");
    }
    let ten = drawn(&one, 10, 1);
    assert_eq!(ten.len(), 10);
    assert_eq!(drawn(&other, 10, 1), ten);
    assert_eq!(drawn(&one, 4, 1), ten[..4], "a smaller draw is its beginning");
    assert_ne!(drawn(&one, 10, 2), ten);
    assert_eq!(drawn(&one, 100, 3).len(), 40);
    // Fixed for all machines and times.
    assert_eq!(ten[..3], ["Kiểm tra đợt 18", "Kiểm tra đợt 33", "Kiểm tra đợt 14"]);
}

#[test]
fn a_folder_holds_the_sheet_and_a_page_for_each_document() {
    let folder = tempfile::tempdir().expect("a folder");
    let plans = folder.path().join("plans");
    fs::create_dir(&plans).expect("a folder");
    fs::write(plans.join("a<b>.txt"), "KẾ HOẠCH\n=Kiểm tra <i>\n").expect("written");
    let sheet = folder.path().join("sheet");
    let run = Command::new(KEHOACH).arg("sample").arg(&plans).arg("-o").arg(&sheet).status();
    assert!(run.expect("it runs").success());
    let read = |name: &str| fs::read_to_string(sheet.join(name)).expect("it is there");
    assert!(read("sample.html").contains("href=\"pages/0001.html\""));
    assert!(read("sample.html").contains("a&lt;b&gt;.txt"));
    assert!(read("pages/0001.html").contains("&lt;i&gt;"));
    // What a spreadsheet would run is text.
    assert!(read("sample.csv").contains(",'=Kiểm tra"), "{}", read("sample.csv"));

    // A sheet that may be filled in stays, and so does what lies beside it.
    fs::write(sheet.join("sample.csv"), "filled in").expect("written");
    fs::write(sheet.join("pages/0002.html"), "mine").expect("written");
    let again = || {
        let run = Command::new(KEHOACH).arg("sample").arg(&plans).arg("-o").arg(&sheet).status();
        run.expect("it runs").code()
    };
    assert_eq!(again(), Some(2));
    assert_eq!(read("sample.csv"), "filled in");
    for name in ["sample.csv", "sample.html"] {
        fs::remove_file(sheet.join(name)).expect("removed");
    }
    assert_eq!(again(), Some(2), "pages without a sheet");
    assert_eq!(read("pages/0002.html"), "mine");
}
