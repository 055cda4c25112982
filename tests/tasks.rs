//! The tables under `tests/tasks/`: forms of assignments with their parts, and near misses. Each file
//! says how its blocks are written.

mod support;

use std::fmt::Write as _;

use kehoach::{Agency, Task};

use self::support::table::{Block, blocks, wanted};

/// The tasks of a block that stands in a plan.
fn tasks(block: &Block) -> Vec<Task> {
    let text = format!(
        "KẾ HOẠCH\nKiểm thử năm 2025\n\nI. MỤC ĐÍCH\nNâng cao chất lượng.\n\nIII. TỔ CHỨC THỰC HIỆN\n\n{}\n",
        block.text
    );
    let parsed = kehoach::parse(&text);
    support::check_invariants(&text, &parsed);
    parsed.document.tasks
}

fn names(agencies: &[Agency]) -> String {
    let name = |agency: &Agency| {
        if agency.name == agency.text {
            agency.text.clone()
        } else {
            format!("{} => {}", agency.text, agency.name)
        }
    };
    let names: Vec<String> = agencies.iter().map(name).collect();
    if names.is_empty() { "-".to_owned() } else { names.join("; ") }
}

/// What is to be written for a task, key by key.
fn field(task: &Task, key: &str) -> String {
    let text = |value: Option<&str>| value.unwrap_or("-").to_owned();
    match key {
        "lead" => names(&task.lead),
        "with" => names(&task.cooperating),
        "action" => text(task.action.as_ref().map(|action| action.text.as_str())),
        "deadline" => text(task.deadline.as_ref().map(|d| d.edtf.as_deref().unwrap_or(&d.text))),
        "deadlines" => {
            let all: Vec<_> = task.deadlines.iter().map(|date| date.text.as_str()).collect();
            if all.is_empty() { "-".to_owned() } else { all.join("; ") }
        }
        "deliverable" => text(task.deliverable.as_ref().map(|value| value.text.as_str())),
        "recurrence" => text(task.recurrence.as_deref()),
        "source" => task.source.as_str().to_owned(),
        "text" => task.text.clone(),
        "inherited" => if task.lead[0].inherited { "yes" } else { "no" }.to_owned(),
        role => {
            let with_role = task.roles.iter().filter(|other| other.role == role);
            let agencies: Vec<Agency> = with_role.map(|role| role.agency.clone()).collect();
            names(&agencies)
        }
    }
}

/// The keys of an expected line that need no name.
const COLUMNS: &[&str] = &["lead", "with"];

fn holds(task: &Task, wanted: &[(&str, &str)]) -> bool {
    wanted.iter().all(|(key, value)| match *key {
        "action" => field(task, key).starts_with(value),
        key => field(task, key) == *value,
    })
}

fn summary(tasks: &[Task]) -> String {
    tasks.iter().fold(String::new(), |mut out, task| {
        let columns = ["lead", "with", "action", "deadline", "source"].map(|key| field(task, key));
        let roles: Vec<_> =
            task.roles.iter().map(|r| format!("{}={}", r.role, r.agency.text)).collect();
        let _ = writeln!(out, "    got  {} {}", columns.join(" | "), roles.join(" "));
        out
    })
}

#[test]
fn forms() {
    let blocks = blocks("tasks/forms.txt");
    assert!(blocks.len() >= 65);
    let mut failures = String::new();
    for block in &blocks {
        let found = tasks(block);
        let wanted: Vec<_> = block.expected.iter().map(|line| wanted(line, COLUMNS)).collect();
        let right = found.len() == wanted.len()
            && found.iter().zip(&wanted).all(|(task, wanted)| holds(task, wanted));
        if !right {
            let _ = writeln!(failures, "forms.txt:{} {}", block.line, block.text);
            for line in &block.expected {
                let _ = writeln!(failures, "    want {line}");
            }
            failures.push_str(&summary(&found));
        }
    }
    let count = failures.matches("forms.txt:").count();
    assert!(failures.is_empty(), "{count} of {} forms:\n{failures}", blocks.len());
}

#[test]
fn near_misses() {
    let blocks = blocks("tasks/near-misses.txt");
    assert!(blocks.len() >= 60);
    let mut failures = String::new();
    for block in &blocks {
        let found = tasks(block);
        if !found.is_empty() {
            let _ = writeln!(failures, "near-misses.txt:{} {}", block.line, block.text);
            failures.push_str(&summary(&found));
        }
    }
    assert!(failures.is_empty(), "{failures}");
}

/// What bodies are told to do: at the beginning of a sentence, behind an order, as those with whom somebody works.
const FRAMES: &[(&str, bool)] = &[
    ("{} chủ trì xây dựng báo cáo chuyên đề.", true),
    ("{} triển khai thực hiện nghiêm túc Kế hoạch này.", true),
    ("{} có trách nhiệm rà soát hồ sơ.", true),
    ("{} phối hợp với Sở Y tế rà soát hồ sơ.", true),
    ("{} hướng dẫn các đơn vị thực hiện.", true),
    ("{} báo cáo kết quả trước ngày 15/12/2025.", true),
    ("Giao {} tham mưu nội dung hội nghị.", true),
    ("Đề nghị {} tuyên truyền về Kế hoạch.", true),
    ("Sở Y tế chủ trì, phối hợp với {} tổ chức hội nghị.", false),
    // What is done may be a field too, and go on behind a comma.
    ("{} tổng hợp, báo cáo kết quả thực hiện.", true),
    ("{} kiểm tra, giám sát việc thực hiện.", true),
    ("{} tuyên truyền, phổ biến Kế hoạch này.", true),
    ("{} xây dựng kế hoạch chi tiết.", true),
    ("{} tổng hợp báo cáo kết quả.", true),
    ("Căn cứ Kế hoạch này, {} cụ thể hóa nội dung.", true),
    ("Nội dung hội nghị do {} chuẩn bị.", true),
    ("Sở Y tế phối hợp với {} nghiên cứu, đề xuất biên chế.", false),
    ("Sở Y tế theo dõi việc thực hiện; {} phối hợp.", false),
];

#[test]
fn bodies() {
    let list = support::repository("tests/tasks/bodies.txt");
    let list = std::fs::read_to_string(list).expect("a list of bodies");
    let names: Vec<_> =
        list.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).collect();
    assert!(names.len() >= 150);
    let mut failures = String::new();
    for name in names {
        for (frame, leads) in FRAMES {
            let within = name.strip_prefix("Các ").map(|rest| format!("các {rest}"));
            let printed = within.filter(|_| !frame.starts_with('{')).unwrap_or(name.to_owned());
            let text = format!(
                "KẾ HOẠCH\nKiểm thử năm 2025\n\nIII. TỔ CHỨC THỰC HIỆN\n1. {}\n2. Kinh phí theo quy định.\n",
                frame.replace("{}", &printed)
            );
            let tasks = kehoach::parse(&text).document.tasks;
            let found =
                tasks.iter().flat_map(|task| if *leads { &task.lead } else { &task.cooperating });
            let found: Vec<_> = found.map(|agency| agency.text.as_str()).collect();
            if found != [printed.as_str()] {
                let _ = writeln!(failures, "{frame}: {printed:?} is read as {found:?}");
            }
        }
    }
    assert!(failures.is_empty(), "{failures}");
}
