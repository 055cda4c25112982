//! Prints the documents a text cites, with the mentions of each:
//! `cargo run --example citations fixtures/33-long-legal-bases-amending-law.txt`
//!
//! The text is read as running text, without a plan around it; of a whole plan `kehoach::parse` gives
//! the same lists, and knows from its letterhead where "UBND tỉnh" sits.

use std::{env, error::Error, fs};

fn main() -> Result<(), Box<dyn Error>> {
    let path = env::args().nth(1).ok_or("usage: citations FILE")?;
    let text = kehoach::decode(&fs::read(path)?)?.text.into_owned();
    let found = kehoach::citations(&text);
    for document in &found.cited_documents {
        let date = document.date.as_deref().unwrap_or("-");
        println!("{}  {date}  {} mention(s)", document.key.id, document.mentions.len());
        for citation in found.citations.iter().filter(|c| document.mentions.contains(&c.id)) {
            let pinpoint = citation.pinpoint.as_ref().map_or("", |pinpoint| &pinpoint.text);
            println!("    {:>6}  {} {pinpoint}", citation.span.start, citation.text);
        }
    }
    for diagnostic in &found.diagnostics {
        eprintln!("{}:{}: {}", diagnostic.line, diagnostic.column, diagnostic.message);
    }
    Ok(())
}
