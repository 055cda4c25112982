//! How fast a text becomes a tree, in bytes per second of input: `cargo bench --bench stages`.
//!
//! The library has one entrance, so a stage is measured by what it adds. `tree/as printed` is the
//! whole way from `&str` over text that needs no cleaning, for almost every document is composed
//! UTF-8 with LF. `tree/to be cleaned` is the same words decomposed and with CRLF, where every line
//! and every second letter is rewritten: the difference is what cleaning costs at its worst.
//! `tree/without lines` is a text of the same length in which nothing is to be read, the floor of
//! lines and paragraphs. The digest of the input is computed only when it is asked for, so it is in
//! none of these. `bytes` adds decoding; `json` starts from the tree.
//!
//! `pulldown-cmark` is the measure of what a tuned parser does on the same machine in the same run:
//! Markdown to HTML of the same texts. `unicode-normalization` is the price of composing blindly.

#[path = "documents/mod.rs"]
mod documents;

use std::hint::black_box;
use std::time::Instant;

use criterion::{Criterion, Throughput};
use kehoach::{Parsed, Parser};
use unicode_normalization::UnicodeNormalization as _;

fn tree(criterion: &mut Criterion, texts: &[String]) {
    let unclean: Vec<String> =
        texts.iter().map(|text| text.nfd().collect::<String>().replace('\n', "\r\n")).collect();
    let plain: Vec<String> = texts.iter().map(|text| documents::without_structure(text)).collect();
    let mut group = criterion.benchmark_group("tree");
    for (name, texts) in
        [("as printed", texts), ("to be cleaned", &unclean), ("without lines", &plain)]
    {
        group.throughput(Throughput::Bytes(documents::bytes(texts)));
        group.bench_function(name, |bencher| {
            bencher.iter(|| {
                for text in texts {
                    black_box(kehoach::parse(black_box(text)));
                }
            });
        });
    }
    group.throughput(Throughput::Bytes(documents::bytes(texts)));
    group.bench_function("bytes", |bencher| {
        let parser = Parser::new();
        bencher.iter(|| {
            for text in texts {
                black_box(parser.parse_bytes(black_box(text.as_bytes())).expect("UTF-8"));
            }
        });
    });
    group.finish();
}

fn json(criterion: &mut Criterion, texts: &[String]) {
    let parsed: Vec<Parsed> = texts.iter().map(|text| kehoach::parse(text)).collect();
    let written: Vec<String> =
        parsed.iter().map(|p| serde_json::to_string(p).expect("a tree serialises")).collect();
    let mut group = criterion.benchmark_group("json");
    group.throughput(Throughput::Bytes(documents::bytes(texts)));
    group.bench_function("write", |bencher| {
        bencher.iter(|| {
            for parsed in &parsed {
                black_box(serde_json::to_string(black_box(parsed)).expect("a tree serialises"));
            }
        });
    });
    group.bench_function("read back", |bencher| {
        bencher.iter(|| {
            for json in &written {
                black_box(serde_json::from_str::<Parsed>(black_box(json)).expect("a tree"));
            }
        });
    });
    group.finish();
}

fn beside(criterion: &mut Criterion, texts: &[String]) {
    let mut group = criterion.benchmark_group("beside");
    group.throughput(Throughput::Bytes(documents::bytes(texts)));
    group.bench_function("pulldown-cmark", |bencher| {
        bencher.iter(|| {
            for text in texts {
                let mut html = String::new();
                pulldown_cmark::html::push_html(
                    &mut html,
                    pulldown_cmark::Parser::new(black_box(text)),
                );
                black_box(html);
            }
        });
    });
    group.bench_function("unicode-normalization", |bencher| {
        bencher.iter(|| {
            for text in texts {
                black_box(black_box(text).nfc().collect::<String>());
            }
        });
    });
    group.finish();
}

fn main() {
    let texts = documents::texts();
    let start = Instant::now();
    black_box(kehoach::parse(&texts[0]));
    let first = start.elapsed();
    println!("first parse of the process, {} bytes: {first:?}", texts[0].len());

    let mut criterion = Criterion::default().configure_from_args();
    tree(&mut criterion, &texts);
    json(&mut criterion, &texts);
    beside(&mut criterion, &texts);
    criterion.final_summary();
}
