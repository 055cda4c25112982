//! Writes the deadlines of a plan as iCalendar (RFC 5545), an entry for each last day:
//! `cargo run --example calendar fixtures/35-commune-plan-after-merger.txt`

use std::{env, error::Error, fs};

use icalendar::{Calendar, Component, Event, Property};

fn main() -> Result<(), Box<dyn Error>> {
    let path = env::args().nth(1).ok_or("usage: calendar FILE")?;
    let parsed = kehoach::Parser::new().parse_bytes(&fs::read(path)?)?;
    let mut calendar = Calendar::new();
    if let Some(subject) = &parsed.document.subject {
        calendar.name(&subject.text);
    }
    for (day, task) in parsed.document.tasks_by_deadline() {
        let who: Vec<&str> = task.lead.iter().map(|agency| agency.name.as_str()).collect();
        let what = task.action.as_ref().map_or(&task.text, |action| &action.text);
        let mut start = Property::new("DTSTART", day.to_string().replace('-', ""));
        start.add_parameter("VALUE", "DATE");
        let mut event = Event::new();
        event
            .uid(&format!("{}-{day}-{}", task.id, parsed.source.sha256))
            .summary(&format!("{}: {what}", who.join(", ")))
            .description(&task.text)
            .append_property(start);
        calendar.push(event);
    }
    print!("{calendar}");
    Ok(())
}
