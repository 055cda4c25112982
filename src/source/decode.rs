//! Bytes to text.

use std::borrow::Cow;

use crate::error::Error;

/// Name of an encoding as it stands in the JSON.
pub(crate) type Encoding = &'static str;

/// Decodes UTF-8, or UTF-16 where a byte-order mark says so.
///
/// The UTF-8 byte-order mark stays in the text: spans are offsets of the file itself.
pub(crate) fn decode(bytes: &[u8]) -> Result<(Cow<'_, str>, Encoding), Error> {
    match bytes {
        [0xff, 0xfe, rest @ ..] => utf16(rest, u16::from_le_bytes, "utf-16le"),
        [0xfe, 0xff, rest @ ..] => utf16(rest, u16::from_be_bytes, "utf-16be"),
        _ => match std::str::from_utf8(bytes) {
            Ok(text) => Ok((Cow::Borrowed(text), "utf-8")),
            Err(error) => {
                let offset = error.valid_up_to();
                Err(Error::NotText { offset, byte: bytes[offset] })
            }
        },
    }
}

fn utf16(
    bytes: &[u8],
    unit: fn([u8; 2]) -> u16,
    encoding: Encoding,
) -> Result<(Cow<'static, str>, Encoding), Error> {
    let mut pairs = bytes.chunks_exact(2);
    let units: Vec<u16> = pairs.by_ref().map(|pair| unit([pair[0], pair[1]])).collect();
    if !pairs.remainder().is_empty() {
        return Err(Error::CutUtf16 { bytes: bytes.len() + 2 });
    }
    let mut text = String::with_capacity(units.len());
    // Behind the byte-order mark.
    let mut offset = 2;
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
    Ok((Cow::Owned(text), encoding))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_utf16_by_its_mark() {
        let le = [0xff, 0xfe, 0x10, 0x01, b'a', 0];
        let be = [0xfe, 0xff, 0x01, 0x10, 0, b'a'];
        assert_eq!(decode(&le).expect("valid"), ("Đa".into(), "utf-16le"));
        assert_eq!(decode(&be).expect("valid"), ("Đa".into(), "utf-16be"));
    }

    #[test]
    fn says_where_bytes_are_no_text() {
        let error = decode(b"S\xe8").expect_err("Latin-1");
        assert_eq!(
            error.to_string(),
            "byte 1 (0xE8) is not UTF-8: convert the file to UTF-8 first, or give UTF-16 with a byte-order mark"
        );
        assert!(matches!(decode(&[0xff, 0xfe, 0]), Err(Error::CutUtf16 { bytes: 3 })));
        let lone = [0xfe, 0xff, 0xd8, 0x3d, 0xde, 0x00, 0, b'a', 0xd8, 0x00, 0, b'b'];
        let error = decode(&lone).expect_err("half a pair");
        assert_eq!(
            error.to_string(),
            "UTF-16 input holds the unpaired surrogate 0xD800 at byte 8: the file is damaged, copy it anew from where it comes"
        );
    }
}
