//! How fast running text is searched for citations, in bytes per second: `cargo bench --bench citations`.
//!
//! The text is the paragraphs of the fixtures and seeds, one a line, as a program has them that looks
//! for citations alone. `scan/citations` is the whole of [`kehoach::citations`]: cleaning, mentions
//! with their parts, identity of what is cited. `scan/nothing cited` is text of the same letters in
//! which nothing is cited: what the search for places costs. `scan/single regex` looks for numbers
//! with symbols by one regular expression, and gives their places alone: the usual shortcut.
//! `growth` is the whole at 100 KB and at 10 MB: the time for a byte must not grow.

#[path = "documents/mod.rs"]
mod documents;

use std::hint::black_box;

use criterion::{Criterion, Throughput};
use kehoach::Block;
use regex::Regex;

/// Bytes of the text that is scanned.
const BYTES: usize = 1 << 20;

/// A number with its symbol, with or without a year, Party and state.
const NUMBER: &str =
    r"\d{1,5}[a-zA-Z]?\s*(?:/\s*(?:19|20)\d\d)?\s*[/-]\s*[A-ZĐ][\w&]*(?:\s*[-/]\s*[A-ZĐ][\w&]*)*";

/// The paragraphs of the texts, one a line, repeated up to a length.
fn running_text(texts: &[String], bytes: usize, keep: impl Fn(&str) -> bool) -> String {
    let mut paragraphs = Vec::new();
    for text in texts {
        let parsed = kehoach::parse(text);
        for node in parsed.document.walk() {
            if let Block::Paragraph(paragraph) = node.block
                && keep(&paragraph.text)
            {
                paragraphs.push(paragraph.text.clone());
            }
        }
    }
    let mut running = String::with_capacity(bytes);
    for paragraph in paragraphs.iter().cycle() {
        if running.len() + paragraph.len() > bytes {
            break;
        }
        running.push_str(paragraph);
        running.push_str("\n\n");
    }
    running
}

fn main() {
    let texts = documents::texts();
    let running = running_text(&texts, BYTES, |_| true);
    let plain = running_text(&texts, BYTES, |text| kehoach::citations(text).citations.is_empty());
    let number = Regex::new(NUMBER).expect("an expression");
    let mut criterion = Criterion::default().configure_from_args();

    let mut group = criterion.benchmark_group("scan");
    for (name, text) in [("citations", &running), ("nothing cited", &plain)] {
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_function(name, |bencher| {
            bencher.iter(|| black_box(kehoach::citations(black_box(text))));
        });
    }
    group.throughput(Throughput::Bytes(running.len() as u64));
    group.bench_function("single regex", |bencher| {
        bencher.iter(|| black_box(number.find_iter(black_box(&running)).count()));
    });
    group.finish();

    let mut group = criterion.benchmark_group("growth");
    for bytes in [100_000, 10_000_000] {
        let text = running_text(&texts, bytes, |_| true);
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_function(format!("{bytes} bytes"), |bencher| {
            bencher.iter(|| black_box(kehoach::citations(black_box(&text))));
        });
    }
    group.finish();
    criterion.final_summary();
}
