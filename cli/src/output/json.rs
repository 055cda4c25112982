//! How JSON is laid out.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::Serializer;
use serde_json::ser::PrettyFormatter;

use super::inert::acts;

/// How JSON is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Layout {
    /// One key a line, indented by one space a level.
    Pretty,
    /// Everything on one line.
    Compact,
}

/// Writes one JSON value and ends the line.
pub(crate) fn json(out: impl Write, value: &impl Serialize, layout: Layout) -> io::Result<()> {
    let mut out = Inert(out);
    match layout {
        Layout::Compact => serde_json::to_writer(&mut out, value)?,
        Layout::Pretty => {
            let formatter = PrettyFormatter::with_indent(b" ");
            value.serialize(&mut Serializer::with_formatter(&mut out, formatter))?;
        }
    }
    out.write_all(b"\n")
}

/// A writer of JSON: what serde_json leaves as it is in strings, though a terminal would act on it,
/// becomes `\uXXXX`. The value is the same.
///
/// Each write has to hold whole characters, as those of serde_json do.
#[derive(Debug)]
struct Inert<W>(W);

impl<W: Write> Write for Inert<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let mut rest = bytes;
        while let Some(at) = next(rest) {
            let len = match rest[at] {
                0x7f => 1,
                0xe2 => 3,
                _ => 2,
            };
            let end = rest.len().min(at + len);
            let sign = str::from_utf8(&rest[at..end]).ok().and_then(|text| text.chars().next());
            match sign.filter(|c| acts(*c)) {
                Some(c) => {
                    self.0.write_all(&rest[..at])?;
                    write!(self.0, "\\u{:04x}", u32::from(c))?;
                }
                None => self.0.write_all(&rest[..end])?,
            }
            rest = &rest[end..];
        }
        self.0.write_all(rest)?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

/// Where the next character begins that may be one of those: DEL, one of U+0080–U+00BF, of
/// U+0600–U+063F, of U+2000–U+2FFF.
fn next(bytes: &[u8]) -> Option<usize> {
    let begins = |byte: &u8| matches!(byte, 0x7f | 0xc2 | 0xd8 | 0xe2);
    if bytes.len() < BLOCK {
        return bytes.iter().position(begins);
    }
    // Without a branch many bytes are looked at in one step.
    let held = |block: &[u8]| block.iter().fold(false, |held, byte| held | begins(byte));
    let block = bytes.chunks(BLOCK).position(held)? * BLOCK;
    Some(block + bytes[block..].iter().position(begins)?)
}

/// Bytes that are looked at together.
const BLOCK: usize = 32;

#[cfg(test)]
mod tests {
    use super::*;

    fn written(text: &str) -> String {
        let mut out = Inert(Vec::new());
        serde_json::to_writer(&mut out, text).expect("memory takes it");
        String::from_utf8(out.0).expect("UTF-8")
    }

    #[test]
    fn what_a_terminal_obeys_is_escaped() {
        for (text, want) in [
            ("Kế hoạch “A” – 5 °C…", "\"Kế hoạch “A” – 5 °C…\""),
            ("\u{1b}[31m", "\"\\u001b[31m\""),
            ("\u{7f}\u{80}\u{9f}\u{a0}", "\"\\u007f\\u0080\\u009f\u{a0}\""),
            ("\u{61c}ا\u{200e}\u{200f}\u{200d}", "\"\\u061cا\\u200e\\u200f\u{200d}\""),
            (
                "a\u{202a}\u{202e}\u{2066}\u{2069}\u{206a}",
                "\"a\\u202a\\u202e\\u2066\\u2069\u{206a}\"",
            ),
        ] {
            assert_eq!(written(text), want);
            assert_eq!(serde_json::from_str::<String>(&written(text)).expect("JSON"), text);
        }
    }

    #[test]
    fn every_character_reads_back_and_none_acts() {
        let all: String = (char::MIN..=char::MAX).collect();
        let json = written(&all);
        assert!(!json.contains(acts));
        assert!(serde_json::from_str::<String>(&json).expect("JSON") == all);
    }
}
