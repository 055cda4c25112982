//! Prints the tree of a file as JSON, and what was doubtful to standard error:
//! `cargo run --example json fixtures/18-faulty-numbering.txt`

use std::{env, error::Error, fs, io};

use kehoach::{Limits, Parser};

fn main() -> Result<(), Box<dyn Error>> {
    let path = env::args().nth(1).ok_or("usage: json FILE")?;
    let mut limits = Limits::default();
    limits.diagnostics = 100;
    let mut parsed = Parser::new().limits(limits).parse_bytes(&fs::read(&path)?)?;
    for diagnostic in &parsed.diagnostics {
        let (line, column) = (diagnostic.line, diagnostic.column);
        eprintln!("{path}:{line}:{column}: {}: {}", diagnostic.severity, diagnostic.message);
    }
    parsed.source.name = Some(path);
    serde_json::to_writer_pretty(io::stdout().lock(), &parsed)?;
    println!();
    Ok(())
}
