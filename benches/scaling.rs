//! Time per byte must not grow with the length of a text: `cargo bench --bench scaling`.
//!
//! The figures to compare are the throughputs at 100 KB and at 10 MB of each group. `long plan` is
//! one plan with a long body, `joined` many documents in one file, `repeats` what a reader could
//! stumble over: one marker, quotation mark or table stroke again and again.

#[path = "documents/mod.rs"]
mod documents;

use std::hint::black_box;
use std::time::Duration;

use criterion::{BenchmarkId, Criterion, Throughput};

const SIZES: [(&str, usize); 2] = [("100 KB", 100_000), ("10 MB", 10_000_000)];
const REPEATS: &[&str] = &["- ", "“", "1.1.", "a | b\n", "I.\n", "Nơi nhận:\n", "**a\n"];

fn main() {
    let texts = documents::texts();
    let mut criterion = Criterion::default()
        .configure_from_args()
        .sample_size(10)
        .warm_up_time(Duration::from_secs(1))
        .measurement_time(Duration::from_secs(4));
    let makers: [(&str, &dyn Fn(usize) -> String); 2] = [
        ("long plan", &documents::long_plan),
        ("joined", &|bytes| documents::joined(&texts, bytes)),
    ];
    for (name, make) in makers {
        measure(&mut criterion, name, make);
    }
    for piece in REPEATS {
        let make = |bytes: usize| piece.repeat(bytes / piece.len());
        measure(&mut criterion, &format!("repeats of {}", piece.trim().escape_debug()), &make);
    }
    criterion.final_summary();
}

fn measure(criterion: &mut Criterion, name: &str, make: &dyn Fn(usize) -> String) {
    let mut group = criterion.benchmark_group(name);
    for (size, bytes) in SIZES {
        let text = make(bytes);
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_with_input(BenchmarkId::from_parameter(size), &text, |bencher, text| {
            bencher.iter(|| black_box(kehoach::parse(black_box(text))));
        });
    }
    group.finish();
}
