//! Work per byte does not grow with the length of a text, whatever is repeated in it.
//!
//! Instructions are counted, not time: valgrind runs this very test over the texts and writes down what each
//! reading took, the same on any machine. Where it is not installed nothing is measured, and a line says so;
//! `KEHOACH_COUNT=required` makes that a failure. The bench `scaling` measures time, over longer texts.

mod support;

use std::fmt::Write as _;
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::{env, fs, thread};

use self::support::hostile;

const SHORT: usize = 1_500;
const TIMES: usize = 8;

/// Between linear (1) and quadratic (8). What looks back or ahead has a cap, and grows until it is met.
const MOST_GROWTH: f64 = 2.0;

/// Instructions for a byte of the longer text, with the little optimising that tests are built with.
const MOST_PER_BYTE: f64 = 100_000.0;

/// Tells a run under valgrind which texts are its own: "1/2" are the odd ones.
const SHARE: &str = "KEHOACH_COUNTED_SHARE";

#[expect(clippy::cast_precision_loss, reason = "counts of some millions, compared roughly")]
#[test]
fn work_per_byte() {
    if let Ok(share) = env::var(SHARE) {
        let (first, step) = share.split_once('/').expect("two numbers");
        let number = |text: &str| text.parse().expect("a number");
        kehoach::parse("KẾ HOẠCH\nCăn cứ Luật A ngày 5/3/2024\n");
        for text in texts().iter().skip(number(first)).step_by(number(step)) {
            text.1.iter().for_each(|text| read(text));
        }
        return;
    }
    if !Command::new("valgrind").arg("--version").output().is_ok_and(|found| found.status.success())
    {
        let required = env::var("KEHOACH_COUNT").is_ok_and(|value| value == "required");
        assert!(!required, "valgrind is not installed");
        println!("skipped: valgrind is not installed, so nothing counts the instructions");
        return;
    }
    let mut report = String::new();
    let mut wrong = Vec::new();
    for (name, [short, long]) in counted() {
        let per_byte = long as f64 / (SHORT * TIMES) as f64;
        let growth = long as f64 / (short * TIMES as u64) as f64;
        writeln!(report, "{growth:5.2} {per_byte:8.0} {name:?}").expect("a string takes it");
        if growth > MOST_GROWTH || per_byte > MOST_PER_BYTE {
            wrong.push(format!(
                "{name:?}: {per_byte:.0} a byte, {growth:.2} times what a short text takes"
            ));
        }
    }
    println!("{report}");
    assert!(wrong.is_empty(), "work grows faster than length in\n{}", wrong.join("\n"));
}

/// Every text, short and long.
fn texts() -> Vec<(&'static str, [String; 2])> {
    let lengths = [SHORT, SHORT * TIMES];
    let pieces = hostile::PIECES.iter();
    let repeats =
        pieces.map(|piece| (*piece, lengths.map(|bytes| hostile::repeated(piece, bytes))));
    let growing = hostile::GROWING.iter().map(|(name, make)| (*name, lengths.map(make)));
    repeats.chain(growing).collect()
}

/// What is counted.
#[inline(never)]
fn read(text: &str) {
    black_box(kehoach::parse(black_box(text)));
}

/// The instructions that each text took, short and long.
fn counted() -> Vec<(&'static str, [u64; 2])> {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("linear");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder in the target directory");
    let shares = thread::available_parallelism().map_or(1, |cores| cores.get().min(8));
    let running: Vec<Child> = (0..shares).map(|share| count(&folder, share, shares)).collect();
    for child in running {
        let output = child.wait_with_output().expect("valgrind ends");
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "valgrind failed:\n{said}");
    }
    let texts = texts();
    let names = texts.iter().map(|(name, _)| *name).enumerate();
    let found = names.map(|(at, name)| {
        // Each share writes a file for each reading, in turn.
        let (share, before) = (at % shares, at / shares * 2);
        let total = |read: usize| total(&folder.join(format!("{share}.{}", before + read)));
        (name, [total(1), total(2)])
    });
    found.collect()
}

/// Starts a run of this test under valgrind.
fn count(folder: &Path, share: usize, shares: usize) -> Child {
    Command::new("valgrind")
        .args(["--tool=callgrind", "--dump-after=linear::read*"])
        .arg(format!("--callgrind-out-file={}", folder.join(share.to_string()).display()))
        .arg(env::current_exe().expect("this test"))
        .args(["--exact", "work_per_byte", "--test-threads=1"])
        .env(SHARE, format!("{share}/{shares}"))
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .expect("valgrind starts")
}

/// The sum in a file of callgrind.
fn total(path: &Path) -> u64 {
    let text = fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    let line = text.lines().find_map(|line| line.strip_prefix("totals: "));
    let line = line.unwrap_or_else(|| panic!("{} has no sum", path.display()));
    line.trim().parse().expect("a number of instructions")
}
