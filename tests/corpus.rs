//! Documents beside the repository, `../shared`. They are not part of it: where they are not there,
//! these tests say so and pass.

mod support;

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
        // The contract does not know them.
        side["document"]["review"] = Value::Null;
        for key in ["carrier", "confidence", "mixture", "losses"] {
            side["source"][key] = Value::Null;
        }
    }
    let found = tree::differences(&want, &got, 20);
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// Reads every text of a folder and lists those whose reading breaks an invariant.
fn hold(samples: &[Sample]) {
    let mut wrong = Vec::new();
    for Sample { name, text, .. } in samples {
        let broken = broken_invariants(&kehoach::decode_text(text).text, &kehoach::parse(text));
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
