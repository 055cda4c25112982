//! Diagnostics for people: as a compiler prints them, with the text they are about.

mod excerpt;
mod snippet;

pub(crate) use self::snippet::{Colour, Printer, short};
