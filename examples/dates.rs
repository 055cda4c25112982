//! The dates of a plan as rows: first day, last day, precision, what is printed.
//!
//! `cargo run --example dates -- fixtures/01-letterhead-two-columns.txt`

use std::error::Error;
use std::fs;

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args().nth(1).ok_or("usage: dates FILE")?;
    let parsed = kehoach::Parser::new().parse_bytes(&fs::read(path)?)?;

    println!("date_start\tdate_end\tprecision\ttext");
    for date in &parsed.document.dates {
        let shown = |day: Option<kehoach::Day>| day.map_or(String::new(), |day| day.to_string());
        let precision = date.precision().map_or("", kehoach::Precision::as_str);
        let (first, last) = (shown(date.earliest()), shown(date.latest()));
        println!("{first}\t{last}\t{precision}\t{}", date.text);
    }
    Ok(())
}
