//! What a caller must act on: bytes that are not text, and input over the size limit.

/// Why bytes were not read. Any text gives a tree; only [`Parser::parse_bytes`] can fail.
///
/// [`Parser::parse_bytes`]: crate::Parser::parse_bytes
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The bytes are neither UTF-8, nor UTF-16 with a byte-order mark, nor Vietnamese in an old encoding.
    #[error(
        "byte {offset} (0x{byte:02X}) is not UTF-8, and the text is in none of the old Vietnamese encodings: convert the file to UTF-8 first, or give UTF-16 with a byte-order mark"
    )]
    NotText {
        /// Offset of the first byte that does not fit.
        offset: usize,
        /// That byte.
        byte: u8,
    },
    /// UTF-16 with an odd number of bytes.
    #[error(
        "UTF-16 input of {bytes} bytes ends inside a character: the file was cut, copy it anew from where it comes"
    )]
    CutUtf16 {
        /// Length of the input.
        bytes: usize,
    },
    /// UTF-16 with half a surrogate pair.
    #[error(
        "UTF-16 input holds the unpaired surrogate 0x{unit:04X} at byte {offset}: the file is damaged, copy it anew from where it comes"
    )]
    UnpairedSurrogate {
        /// Offset of its first byte.
        offset: usize,
        /// The lone unit.
        unit: u16,
    },
    /// More bytes than the limit allows.
    #[error(
        "input of {bytes} bytes is over the limit of {limit}: split it, or raise `Limits::input_bytes`"
    )]
    TooLarge {
        /// Length of the input.
        bytes: usize,
        /// The limit.
        limit: usize,
    },
}
