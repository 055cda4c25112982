//! Prints the outline of a plan: `cargo run --example outline fixtures/16-deep-outline.txt`

use std::{env, error::Error, fs};

use kehoach::{Block, Section};

fn main() -> Result<(), Box<dyn Error>> {
    let path = env::args().nth(1).ok_or("usage: outline FILE")?;
    let parsed = kehoach::Parser::new().parse_bytes(&fs::read(path)?)?;
    let document = &parsed.document;
    for line in [&document.title, &document.subject].into_iter().flatten() {
        println!("{}", line.text);
    }
    for node in document.walk() {
        if let Some(section) = node.block.as_section() {
            let (indent, marker) = ("  ".repeat(node.depth), &section.marker.text);
            println!("{indent}{marker} {} ({})", beginning(section), section.id);
        }
    }
    Ok(())
}

/// The heading of a unit, or the first words of its text.
fn beginning(section: &Section) -> String {
    if let Some(heading) = &section.heading {
        return heading.text.clone();
    }
    match section.children.first() {
        Some(Block::Paragraph(paragraph)) => paragraph.text.chars().take(60).collect(),
        _ => String::new(),
    }
}
