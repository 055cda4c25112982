//! Documents beside the repository, `../shared`. They are not part of it: where they are not there,
//! these tests say so and pass.

mod support;

use kehoach::Parser;
use serde_json::Value;

use self::support::corpus::{Sample, sample, shared, texts};
use self::support::invariants::broken_invariants;
use self::support::{read, tree};

/// The tree of the contract's example is the contract's.
#[test]
fn contract_example() {
    let (Some(text), Some(json)) =
        (shared("contract/example.txt"), shared("contract/example.json"))
    else {
        return;
    };
    let text = sample(text).expect("UTF-8");
    let mut want: Value =
        serde_json::from_str(&sample(json).expect("UTF-8").text).expect("the contract is JSON");
    let mut parsed = read(&text.text);
    parsed.source.name = Some(text.name);
    let mut got = tree::value(&parsed);
    for side in [&mut want, &mut got] {
        side["generator"]["version"] = Value::Null;
        // The contract does not know it.
        side["document"]["review"] = Value::Null;
    }
    let found = tree::differences(&want, &got, 20);
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// Reads every text of a folder and lists those whose reading breaks an invariant.
fn hold(samples: &[Sample]) {
    let mut wrong = Vec::new();
    for Sample { name, text, .. } in samples {
        let broken = broken_invariants(text, &kehoach::parse(text));
        wrong.extend(broken.first().map(|first| format!("{name}: {first}")));
    }
    let shown = wrong.len().min(20);
    assert!(
        wrong.is_empty(),
        "{}\n{} of {} documents break an invariant",
        wrong[..shown].join("\n"),
        wrong.len(),
        samples.len(),
    );
    println!("{} documents", samples.len());
}

#[test]
fn invariants_hold_for_the_seeds() {
    if let Some(folder) = shared("seeds") {
        hold(&texts(&folder));
    }
}

/// How many documents each seed cites, how often, and that no part of their numbers is lost.
#[test]
fn citations_of_the_seeds() {
    let Some(folder) = shared("seeds") else { return };
    let mut found = Vec::new();
    for Sample { name, text, .. } in texts(&folder) {
        let document = kehoach::parse(&text).document;
        let whole = document.citations.iter().all(|citation| {
            let number = citation.number.as_ref();
            number.is_some_and(|number| number.ordinal.is_some() && number.symbol.is_some())
        });
        assert!(whole, "{name}: {:#?}", document.citations);
        found.push((document.citations.len(), document.cited_documents.len()));
    }
    assert_eq!(found, [(8, 4), (5, 5)]);
}

#[test]
fn invariants_hold_for_the_corpus() {
    let folders = ["corpus/text", "corpus/more"].into_iter().filter_map(shared);
    hold(&folders.flat_map(|folder| texts(&folder)).collect::<Vec<_>>());
}

/// What is in an encoding the library does not read is an error that says what to do.
#[test]
fn other_encodings_are_refused_with_advice() {
    let Some(folder) = shared("corpus/legacy") else { return };
    let mut refused = 0;
    for path in std::fs::read_dir(folder).expect("a folder").map(|e| e.expect("a file").path()) {
        if !path.is_file() {
            continue;
        }
        let bytes = std::fs::read(&path).expect("a readable file");
        if let Err(error) = Parser::new().parse_bytes(&bytes) {
            refused += 1;
            assert!(error.to_string().contains(": "), "{}: {error}", path.display());
        }
    }
    println!("{refused} files refused");
}
