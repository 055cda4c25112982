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
    let text = char::decode_utf16(units).collect::<Result<String, _>>();
    text.map(|text| (Cow::Owned(text), encoding))
        .map_err(|error| Error::UnpairedSurrogate { unit: error.unpaired_surrogate() })
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
        assert!(matches!(
            decode(&[0xff, 0xfe, 0, 0xd8]),
            Err(Error::UnpairedSurrogate { unit: 0xd800 })
        ));
    }
}
