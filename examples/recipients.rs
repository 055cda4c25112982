//! Prints who gets a plan and who signed it:
//! `cargo run --example recipients fixtures/01-letterhead-two-columns.txt`

use std::{env, error::Error, fs};

use kehoach::Recipient;

fn main() -> Result<(), Box<dyn Error>> {
    let path = env::args().nth(1).ok_or("usage: recipients FILE")?;
    let parsed = kehoach::Parser::new().parse_bytes(&fs::read(path)?)?;
    print(&parsed.document.recipients, 0);
    for signature in &parsed.document.signatures {
        for authority in &signature.authority {
            println!("{}", authority.text);
        }
        let values = [&signature.position, &signature.rank, &signature.name];
        for value in values.into_iter().flatten() {
            println!("{}", value.text);
        }
    }
    Ok(())
}

fn print(recipients: &[Recipient], depth: usize) {
    for Recipient { name, purpose, kind, children, .. } in recipients {
        let purpose = purpose.as_deref().unwrap_or("no purpose stated");
        println!("{}{name}: {kind}, {purpose}", "  ".repeat(depth));
        print(children, depth + 1);
    }
}
