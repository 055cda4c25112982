//! What goes to a terminal: text that does nothing but be read.

use std::io::{self, Write};

use super::inert::acts;

/// Shows whatever a terminal obeys as an escape of JSON, `\u001b`, but for line ends and tabs. JSON stays JSON.
#[derive(Debug)]
pub(super) struct Inert<W> {
    out: W,
    /// The beginning of a character whose rest is still to come.
    begun: Vec<u8>,
}

impl<W: Write> Inert<W> {
    pub(super) fn new(out: W) -> Self {
        Self { out, begun: Vec::new() }
    }

    fn text(&mut self, text: &str) -> io::Result<()> {
        let mut rest = text;
        while let Some(at) = rest.find(|c: char| acts(c) && !matches!(c, '\n' | '\t')) {
            let (before, from) = rest.split_at(at);
            self.out.write_all(before.as_bytes())?;
            let mut letters = from.chars();
            if let Some(c) = letters.next() {
                write!(self.out, "\\u{:04x}", u32::from(c))?;
            }
            rest = letters.as_str();
        }
        self.out.write_all(rest.as_bytes())
    }
}

impl<W: Write> Write for Inert<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let joined = [&std::mem::take(&mut self.begun), bytes].concat();
        match std::str::from_utf8(&joined) {
            Ok(text) => self.text(text)?,
            Err(error) => {
                let (whole, rest) = joined.split_at(error.valid_up_to());
                self.text(std::str::from_utf8(whole).unwrap_or_default())?;
                match error.error_len() {
                    None => self.begun = rest.to_vec(),
                    // Everything that is written is UTF-8; what is not is shown as such.
                    Some(_) => self.text(&String::from_utf8_lossy(rest))?,
                }
            }
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shows_what_a_terminal_obeys() {
        let text = "Kế \u{1b}[2J\thoạch\u{9b}\u{7f}\u{202e}\n";
        let want = "Kế \\u001b[2J\thoạch\\u009b\\u007f\\u202e\n";
        for pieces in 1..text.len() {
            let mut out = Inert::new(Vec::new());
            for piece in text.as_bytes().chunks(pieces) {
                out.write_all(piece).expect("memory");
            }
            assert_eq!(String::from_utf8(out.out).expect("UTF-8"), want, "{pieces}");
        }
    }
}
