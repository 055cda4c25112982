//! Bytes to text.

use std::borrow::Cow;
use std::ops::Range;

use memchr::memchr2;

use super::convert::{SURE, decoded};
use super::encoding::{Decoded, Encoding};
use super::legacy::{self, Charset};
use super::remark::Remark;
use super::span::Span;
use crate::error::Error;

/// Decodes bytes: UTF-8, UTF-16 where a byte-order mark says so, or an old encoding that gives Vietnamese;
/// `forced` allows no other than that.
///
/// The UTF-8 byte-order mark stays in the text: spans are offsets of the file itself.
pub(crate) fn decode(bytes: &[u8], forced: Option<Encoding>) -> Result<Decoded<'_>, Error> {
    match (forced, bytes) {
        (None | Some(Encoding::Utf16Le), [0xff, 0xfe, rest @ ..]) => {
            utf16(rest, u16::from_le_bytes, Encoding::Utf16Le, 2, forced)
        }
        (None | Some(Encoding::Utf16Be), [0xfe, 0xff, rest @ ..]) => {
            utf16(rest, u16::from_be_bytes, Encoding::Utf16Be, 2, forced)
        }
        (Some(Encoding::Utf16Le), _) => {
            utf16(bytes, u16::from_le_bytes, Encoding::Utf16Le, 0, forced)
        }
        (Some(Encoding::Utf16Be), _) => {
            utf16(bytes, u16::from_be_bytes, Encoding::Utf16Be, 0, forced)
        }
        _ => match std::str::from_utf8(bytes) {
            Ok(text) => Ok(decode_text(Cow::Borrowed(text), Encoding::Utf8, forced)),
            Err(error) => {
                let offset = error.valid_up_to();
                decode_raw(bytes, forced).ok_or(Error::NotText { offset, byte: bytes[offset] })
            }
        },
    }
}

fn utf16(
    bytes: &[u8],
    unit: fn([u8; 2]) -> u16,
    encoding: Encoding,
    mark: usize,
    forced: Option<Encoding>,
) -> Result<Decoded<'static>, Error> {
    let mut pairs = bytes.chunks_exact(2);
    let units: Vec<u16> = pairs.by_ref().map(|pair| unit([pair[0], pair[1]])).collect();
    if !pairs.remainder().is_empty() {
        return Err(Error::CutUtf16 { bytes: bytes.len() + mark });
    }
    let mut text = String::with_capacity(units.len());
    let mut offset = mark;
    for c in char::decode_utf16(units) {
        match c {
            Ok(c) => {
                text.push(c);
                offset += 2 * c.len_utf16();
            }
            Err(error) => {
                return Err(Error::UnpairedSurrogate { offset, unit: error.unpaired_surrogate() });
            }
        }
    }
    let latin = if mark == 0 { latin_share(&text) } else { 1.0 };
    let mut decoded = decode_text(Cow::Owned(text), encoding, forced);
    if latin < SURE {
        decoded.confidence = latin;
        decoded.remarks.push(Remark::uncertain(encoding, Span::new(0, 0)));
    }
    Ok(decoded)
}

/// The share of the Latin among the letters of a text: other files taken for UTF-16 have few. Rounded down
/// to hundredths.
fn latin_share(text: &str) -> f64 {
    let (mut letters, mut latin) = (0_u32, 0_u32);
    for c in text.chars().filter(|c| c.is_alphabetic()) {
        letters += 1;
        latin += u32::from(matches!(c, '\0'..='\u{24f}' | '\u{1e00}'..='\u{1eff}'));
    }
    if letters == 0 { 1.0 } else { (100.0 * f64::from(latin) / f64::from(letters)).floor() / 100.0 }
}

/// Decodes what a text in `carrier` was read from, where that was an old encoding.
pub(crate) fn decode_text(
    text: Cow<'_, str>,
    carrier: Encoding,
    forced: Option<Encoding>,
) -> Decoded<'_> {
    let choice = match forced {
        None => legacy::choose(&legacy::Source { text: &text, raw: &[] }).unwrap_or_default(),
        Some(encoding) => {
            Charset::of(encoding).map(|charset| legacy::forced(&text, charset)).unwrap_or_default()
        }
    };
    decoded(text, &choice, carrier, Some(carrier))
}

/// Decodes bytes that are no UTF-8. None where they are no text in an old encoding either.
fn decode_raw(bytes: &[u8], forced: Option<Encoding>) -> Option<Decoded<'static>> {
    let charset = forced.map(Charset::of);
    if charset == Some(None) {
        return None;
    }
    let (text, raw) = western(bytes, charset.is_some())?;
    let choice = match charset.flatten() {
        Some(charset) => legacy::forced(&text, charset),
        None => legacy::choose(&legacy::Source { text: &text, raw: &raw }).ok()?,
    };
    Some(decoded(Cow::Owned(text), &choice, Encoding::Utf8, None))
}

/// Bytes as Latin-1, and which lines are. Lines that are UTF-8 are read as that, unless `all` are to be. None where one is
/// damaged UTF-8.
fn western(bytes: &[u8], all: bool) -> Option<(String, Vec<Range<usize>>)> {
    let mut text = String::with_capacity(bytes.len() + bytes.len() / 4);
    let mut raw: Vec<Range<usize>> = Vec::new();
    let mut rest = bytes;
    while !rest.is_empty() {
        let len = memchr2(b'\n', b'\r', rest).map_or(rest.len(), |len| len + 1);
        let line = &rest[..len];
        match std::str::from_utf8(line) {
            Ok(line) if line.is_ascii() || !all && line.chars().all(is_likely) => {
                text.push_str(line);
            }
            _ if !all && is_damaged(line) => return None,
            _ => {
                let start = text.len();
                text.extend(line.iter().copied().map(char::from));
                match raw.last_mut().filter(|last| last.end == start) {
                    Some(last) => last.end = text.len(),
                    None => raw.push(start..text.len()),
                }
            }
        }
        rest = &rest[len..];
    }
    Some((text, raw))
}

/// Whether a line holds no fewer characters of UTF-8 than places that are none.
fn is_damaged(line: &[u8]) -> bool {
    let (mut whole, mut broken) = (0, 0);
    for chunk in line.utf8_chunks() {
        whole += chunk.valid().chars().filter(|c| !c.is_ascii() && is_likely(*c)).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    whole > 0 && whole >= broken
}

/// Whether `c` is likely in Vietnamese text: two bytes of VISCII ("ươ") can be a letter of another script.
fn is_likely(c: char) -> bool {
    matches!(c, '\0'..='\u{24f}' | '\u{300}'..='\u{36f}' | '\u{1e00}'..='\u{1eff}'
        | '\u{2000}'..='\u{2bff}' | '\u{e000}'..='\u{f8ff}' | '\u{fb00}'..='\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_utf16_by_its_mark() {
        let le = [0xff, 0xfe, 0x10, 0x01, b'a', 0];
        let be = [0xfe, 0xff, 0x01, 0x10, 0, b'a'];
        for (bytes, encoding) in [(le, Encoding::Utf16Le), (be, Encoding::Utf16Be)] {
            let decoded = decode(&bytes, None).expect("valid");
            assert_eq!((&*decoded.text, decoded.encoding), ("Đa", encoding));
        }
        let bare = decode(&le[2..], Some(Encoding::Utf16Le)).expect("as was said");
        assert_eq!(bare.text, "Đa");
    }

    #[test]
    fn doubts_utf16_that_was_named() {
        let bytes =
            |text: &str| -> Vec<u8> { text.encode_utf16().flat_map(u16::to_le_bytes).collect() };
        for (bytes, sure) in [
            (bytes("Kế hoạch số 5/KH-UBND, 第一"), true),
            (b"Ke hoach so 5".iter().chain(b"/KH-UBND ").copied().collect(), false),
            (bytes("12/5"), true),
        ] {
            let decoded = decode(&bytes, Some(Encoding::Utf16Le)).expect("pairs");
            assert_eq!(decoded.remarks.is_empty(), sure, "{}", decoded.text);
            assert_eq!(decoded.confidence >= SURE, sure, "{}", decoded.text);
        }
        let marked = [0xff, 0xfe, 0x00, 0x4e];
        assert!(decode(&marked, None).expect("pairs").confidence >= SURE);
    }

    #[test]
    fn says_where_bytes_are_no_text() {
        let error = decode(b"S\xe8", None).expect_err("Latin-1");
        assert_eq!(
            error.to_string(),
            "byte 1 (0xE8) is not UTF-8, and the text is in none of the old Vietnamese encodings: convert the file to UTF-8 first, or give UTF-16 with a byte-order mark"
        );
        assert!(matches!(decode(&[0xff, 0xfe, 0], None), Err(Error::CutUtf16 { bytes: 3 })));
        let lone = [0xfe, 0xff, 0xd8, 0x3d, 0xde, 0x00, 0, b'a', 0xd8, 0x00, 0, b'b'];
        let error = decode(&lone, None).expect_err("half a pair");
        assert_eq!(
            error.to_string(),
            "UTF-16 input holds the unpaired surrogate 0xD800 at byte 8: the file is damaged, copy it anew from where it comes"
        );
    }
}
