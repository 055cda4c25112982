//! How fast running text is searched for citations, in bytes per second: `cargo bench --bench citations`.
//!
//! The text is paragraphs, one a line with a blank line behind it, as a program has them that looks for
//! citations alone; before measuring, each text says how many citations it has.
//!
//! - `scan/real plans`: the paragraphs of real documents, where they lie beside the repository.
//! - `scan/plans`: the paragraphs of the seeds and of fixtures 01–32, plans of ordinary density. All
//!   these are the scan alone, [`kehoach::mentions`]: cleaning, and mentions with the places of
//!   their parts.
//! - `scan/dense`: those of fixtures 33 onwards, which were made to cite.
//! - `scan/nothing cited`: the paragraphs of both that cite nothing: what the search for places costs.
//! - `scan/single regex …`: one regular expression for numbers with symbols over the same texts, which
//!   gives their places alone: the usual shortcut.
//! - `resolved/…`: [`kehoach::citations`] over the same texts, which also reads the parts and says
//!   which mentions mean one document.
//! - `growth`: both over plans of 100 KB and of 10 MB: the time for a byte must not grow.

#[path = "documents/mod.rs"]
mod documents;

use std::hint::black_box;

use criterion::{Criterion, Throughput};
use kehoach::Block;
use regex::Regex;

/// Bytes of the text that is scanned.
const BYTES: usize = 1 << 20;

/// The first of the fixtures that were made to cite.
const FIRST_DENSE: u32 = 33;

/// A number with its symbol, with or without a year, Party and state.
const NUMBER: &str =
    r"\d{1,5}[a-zA-Z]?\s*(?:/\s*(?:19|20)\d\d)?\s*[/-]\s*[A-ZĐ][\w&]*(?:\s*[-/]\s*[A-ZĐ][\w&]*)*";

/// The paragraphs of some texts.
fn paragraphs(texts: &[String]) -> Vec<String> {
    let mut paragraphs = Vec::new();
    for text in texts {
        let parsed = kehoach::parse(text);
        for node in parsed.document.walk() {
            if let Block::Paragraph(paragraph) = node.block {
                paragraphs.push(paragraph.text.clone());
            }
        }
    }
    paragraphs
}

/// Paragraphs with blank lines between them, repeated up to a length.
fn running_text(paragraphs: &[String], bytes: usize) -> String {
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
    let (plans, dense) = documents::texts_from(FIRST_DENSE);
    let (plans, dense) = (paragraphs(&plans), paragraphs(&dense));
    let silent = |text: &&String| kehoach::citations(text).citations.is_empty();
    let plain: Vec<_> = plans.iter().chain(&dense).filter(silent).cloned().collect();
    let real = paragraphs(&documents::real_texts());
    let mut texts = vec![("plans", &plans), ("dense", &dense), ("nothing cited", &plain)];
    if !real.is_empty() {
        texts.insert(0, ("real plans", &real));
    }
    let texts = texts.into_iter().map(|(name, paragraphs)| (name, running_text(paragraphs, BYTES)));
    let texts: Vec<_> = texts.collect();
    for (name, text) in &texts {
        let found = kehoach::citations(text).citations.len();
        println!("{name}: {} citations per 100 KB", found * 100_000 / text.len());
    }
    let number = Regex::new(NUMBER).expect("an expression");
    let mut criterion = Criterion::default().configure_from_args();

    let mut group = criterion.benchmark_group("scan");
    for (name, text) in &texts {
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_function(*name, |bencher| {
            bencher.iter(|| black_box(kehoach::mentions(black_box(text))));
        });
        group.bench_function(format!("single regex over {name}"), |bencher| {
            bencher.iter(|| black_box(number.find_iter(black_box(text)).count()));
        });
    }
    group.finish();

    let mut group = criterion.benchmark_group("resolved");
    for (name, text) in &texts {
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_function(*name, |bencher| {
            bencher.iter(|| black_box(kehoach::citations(black_box(text))));
        });
    }
    group.finish();

    let mut group = criterion.benchmark_group("growth");
    for bytes in [100_000, 10_000_000] {
        let text = running_text(&plans, bytes);
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_function(format!("scan of {bytes} bytes"), |bencher| {
            bencher.iter(|| black_box(kehoach::mentions(black_box(&text))));
        });
        group.bench_function(format!("resolved, {bytes} bytes"), |bencher| {
            bencher.iter(|| black_box(kehoach::citations(black_box(&text))));
        });
    }
    group.finish();
    criterion.final_summary();
}
