//! How much memory a reading takes, and how long its JSON is: in proportion on real text, bounded by the
//! limits on any other.
//!
//! Every allocation of this process is counted, so there is one test.

mod support;

use std::io;

use kehoach::{Limits, Parser};
use peak_alloc::PeakAlloc;

use self::support::corpus::fixtures;
use self::support::hostile::{GROWING, PIECES, repeated};

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

const MIB: usize = 1 << 20;

/// What a reading takes, tree and JSON included.
#[derive(Debug, Clone, Copy)]
struct Taken {
    /// Bytes at the peak, beyond the input.
    memory: usize,
    /// Bytes of the JSON, which is written as it comes and never held.
    json: usize,
}

fn taken(text: &str, limits: Limits) -> Taken {
    let before = MEMORY.current_usage();
    MEMORY.reset_peak_usage();
    let parsed = Parser::new().limits(limits).parse(text);
    let mut json = Length(0);
    serde_json::to_writer(&mut json, &parsed).expect("a tree always serialises");
    Taken { memory: MEMORY.peak_usage() - before, json: json.0 }
}

/// Counts what is written to it.
struct Length(usize);

impl io::Write for Length {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0 += bytes.len();
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn is_bounded() {
    let mut wrong = Vec::new();
    let mut hold = |name: &str, text: &str, limits: Limits, memory: usize, json: usize| {
        let taken = taken(text, limits);
        #[expect(clippy::cast_precision_loss, reason = "shown, not compared")]
        let times = |bytes: usize| bytes as f64 / text.len() as f64;
        println!("{:8.1} {:8.1}  {name:?}", times(taken.memory), times(taken.json));
        if taken.memory > memory || taken.json > json {
            wrong.push(format!("{name:?}: {taken:?}, not {memory} and {json}"));
        }
    };

    // Real text: each document, all of them, and the one whose tree is largest for its length.
    let texts: Vec<String> = fixtures().iter().map(|fixture| fixture.text.clone()).collect();
    for text in &texts {
        hold(
            "a fixture",
            text,
            Limits::default(),
            20 * text.len() + 16 * MIB,
            20 * text.len() + 2000,
        );
    }
    let all = texts.join("\n");
    let joined = repeated(&all, MIB.max(all.len()));
    hold(
        "all fixtures",
        &joined,
        Limits::default(),
        20 * joined.len() + 16 * MIB,
        20 * joined.len(),
    );
    let fullest =
        texts.iter().max_by_key(|text| 1000 * taken(text, Limits::default()).memory / text.len());
    let fullest = repeated(fullest.expect("fixtures"), MIB);
    hold(
        "the fullest",
        &fullest,
        Limits::default(),
        20 * fullest.len() + 16 * MIB,
        20 * fullest.len(),
    );

    // Any other text: so much for each byte, and for what the limits let through.
    let mut few = Limits::default();
    (few.lines, few.blocks, few.entries, few.diagnostics) = (1000, 1000, 500, 100);
    let nodes = few.lines + few.blocks;
    for (name, text) in hostile(MIB / 16) {
        let memory = 50 * text.len() + 1024 * nodes + 4096 * few.entries;
        let json = 7 * text.len() + 512 * nodes + 2048 * few.entries;
        hold(name, &text, few.clone(), memory, json);
        hold(name, &text, Limits::default(), 400 * text.len(), 100 * text.len());
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn hostile(bytes: usize) -> impl Iterator<Item = (&'static str, String)> {
    let repeats = PIECES.iter().map(move |piece| (*piece, repeated(piece, bytes)));
    repeats.chain(GROWING.iter().map(move |(name, make)| (*name, make(bytes))))
}
