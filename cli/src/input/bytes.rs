//! The bytes of an input, unpacked. What is packed is known by its first bytes, whatever its name is.

use std::fmt::Write as _;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Cursor, Read};
use std::path::Path;

use flate2::bufread::MultiGzDecoder;
use ruzstd::decoding::{FrameDecoder, StreamingDecoder};

use crate::failure::Reason;

const GZIP: &[u8] = &[0x1f, 0x8b];
const ZSTD: &[u8] = &[0x28, 0xb5, 0x2f, 0xfd];

/// Opens a file.
pub(super) fn open(path: &Path) -> Result<File, Reason> {
    // Windows calls an attempt to open a directory a denied permission.
    if path.is_dir() {
        return Err(Reason::Directory);
    }
    File::open(path).map_err(Reason::from)
}

/// All bytes of a source, unpacked, if they are no more than `limit`. One byte more is read than that,
/// so that no input is held that would be refused.
pub(super) fn all(source: impl Read, limit: usize) -> Result<Vec<u8>, Reason> {
    Unpacked::new(source)?.all(limit)
}

/// SHA-256 of bytes, as results have it of their input.
pub(crate) fn digest(bytes: &[u8]) -> String {
    let mut digits = String::with_capacity(64);
    for byte in hmac_sha256::Hash::hash(bytes) {
        // Writing to a string cannot fail.
        let _ = write!(digits, "{byte:02x}");
    }
    digits
}

/// Whether bytes are no text in any encoding: one byte in twenty that controls is more than any text has, but
/// for UTF-16 and UTF-32, which begin with a mark and are half NUL.
pub(crate) fn is_binary(bytes: &[u8]) -> bool {
    const MARKS: [&[u8]; 3] = [b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff"];
    const LOOKED_AT: usize = 1 << 16;
    if MARKS.iter().any(|mark| bytes.starts_with(mark)) {
        return false;
    }
    let head = &bytes[..bytes.len().min(LOOKED_AT)];
    let controls = |byte: &&u8| matches!(**byte, 0x00..=0x08 | 0x0e..=0x1f | 0x7f);
    head.iter().filter(controls).count() * 20 > head.len()
}

/// A source whose bytes are unpacked as they are read.
pub(super) struct Unpacked<R: Read> {
    /// What has been looked at beforehand.
    head: Cursor<Vec<u8>>,
    reader: Packing<BufReader<R>>,
}

/// Bytes that are looked at beforehand: enough for the beginning of a result.
const HEAD: u64 = 32;

enum Packing<R: BufRead> {
    None(R),
    Gzip(MultiGzDecoder<R>),
    Zstd(Box<Frames<R>>),
}

impl<R: Read> Unpacked<R> {
    /// Looks at the first bytes.
    pub(super) fn new(source: R) -> Result<Self, Reason> {
        let mut source = BufReader::with_capacity(1 << 16, source);
        let first = source.fill_buf()?;
        let reader = if first.starts_with(GZIP) {
            Packing::Gzip(MultiGzDecoder::new(source))
        } else if first.starts_with(ZSTD) {
            Packing::Zstd(Box::new(Frames { source: Some(source), frame: None }))
        } else {
            Packing::None(source)
        };
        Ok(Self { head: Cursor::default(), reader })
    }

    /// Looks at the first unpacked bytes, before any is read.
    pub(super) fn peek(&mut self) -> Result<&[u8], Reason> {
        let mut head = Vec::new();
        let read = (&mut self.reader).take(HEAD).read_to_end(&mut head);
        read.map_err(|error| self.reason(error))?;
        self.head = Cursor::new(head);
        Ok(self.head.get_ref())
    }

    /// All bytes, if they are no more than `limit`.
    pub(super) fn all(mut self, limit: usize) -> Result<Vec<u8>, Reason> {
        let mut bytes = Vec::new();
        let read = (&mut self).take((limit as u64).saturating_add(1)).read_to_end(&mut bytes);
        read.map_err(|error| self.reason(error))?;
        if bytes.len() > limit { Err(Reason::TooLarge { limit }) } else { Ok(bytes) }
    }

    /// Why it cannot be read.
    pub(super) fn reason(&self, error: io::Error) -> Reason {
        match self.reader {
            Packing::None(_) => error.into(),
            Packing::Gzip(_) => Reason::Unpacking { packing: "gzip", error },
            Packing::Zstd(_) => Reason::Unpacking { packing: "zstd", error },
        }
    }
}

impl<R: Read> Read for Unpacked<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        match self.head.read(buffer)? {
            0 => self.reader.read(buffer),
            read => Ok(read),
        }
    }
}

impl<R: BufRead> Read for Packing<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        match self {
            Self::None(reader) => reader.read(buffer),
            Self::Gzip(reader) => reader.read(buffer),
            Self::Zstd(reader) => reader.read(buffer),
        }
    }
}

/// The frames of zstd one behind the other, as `cat` and some writers leave them.
struct Frames<R: BufRead> {
    /// What follows the frame, while none is open.
    source: Option<R>,
    frame: Option<StreamingDecoder<R, FrameDecoder>>,
}

impl<R: BufRead> Read for Frames<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        loop {
            if let Some(frame) = &mut self.frame {
                let read = frame.read(buffer)?;
                if read > 0 || buffer.is_empty() {
                    return Ok(read);
                }
                self.source = self.frame.take().map(StreamingDecoder::into_inner);
            }
            let Some(mut source) = self.source.take() else { return Ok(0) };
            if source.fill_buf()?.is_empty() {
                return Ok(0);
            }
            self.frame = Some(StreamingDecoder::new(source).map_err(io::Error::other)?);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use flate2::Compression;
    use flate2::write::GzEncoder;
    use ruzstd::encoding::{CompressionLevel, compress_to_vec};

    use super::*;

    const TEXT: &[u8] = "KẾ HOẠCH\nThi đua năm 2024\n".as_bytes();

    fn gzip(bytes: &[u8]) -> Vec<u8> {
        let mut packed = GzEncoder::new(Vec::new(), Compression::fast());
        packed.write_all(bytes).expect("memory");
        packed.finish().expect("memory")
    }

    fn zstd(bytes: &[u8]) -> Vec<u8> {
        compress_to_vec(bytes, CompressionLevel::Fastest)
    }

    #[test]
    fn unpacks_what_is_packed() {
        let twice = [TEXT, TEXT].concat();
        assert_eq!(all(TEXT, 99).expect("plain"), TEXT);
        assert_eq!(all(&*gzip(TEXT), 99).expect("gzip"), TEXT);
        assert_eq!(all(&*zstd(TEXT), 99).expect("zstd"), TEXT);
        assert_eq!(all(&*[gzip(TEXT), gzip(TEXT)].concat(), 99).expect("members"), twice);
        assert_eq!(all(&*[zstd(TEXT), zstd(TEXT)].concat(), 99).expect("frames"), twice);
        assert_eq!(all(&b""[..], 99).expect("nothing"), b"");
    }

    #[test]
    fn the_limit_is_that_of_the_unpacked_bytes() {
        let long = vec![b'a'; 1 << 20];
        for packed in [gzip(&long), zstd(&long), long.clone()] {
            assert_eq!(all(&*packed, 1 << 20).expect("at the limit").len(), 1 << 20);
            let beyond = all(&*packed, (1 << 20) - 1).expect_err("beyond");
            assert!(matches!(beyond, Reason::TooLarge { limit } if limit == (1 << 20) - 1));
        }
    }

    #[test]
    fn tells_what_is_binary() {
        let all: Vec<u8> = (0..0x80).collect();
        let controls: Vec<u8> = (0..200).map(|at| if at % 10 == 0 { 1 } else { b'a' }).collect();
        for binary in [&all, &controls, &[TEXT, &[0; 200]].concat()] {
            assert!(is_binary(binary));
        }
        let utf16: Vec<u8> = "\u{feff}KẾ HOẠCH".encode_utf16().flat_map(u16::to_le_bytes).collect();
        // A text may hold a bell, the end of a page or a NUL here and there.
        let bells = [TEXT, TEXT, b"\x07\x0c\0"].concat();
        let bare: Vec<u8> = "Plan".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert!(is_binary(&bare));
        for text in [TEXT, b"", &utf16, &bells] {
            assert!(!is_binary(text));
        }
    }

    #[test]
    fn damage_is_told() {
        for (packed, name) in [(gzip(TEXT), "gzip"), (zstd(TEXT), "zstd")] {
            let cut = &packed[..packed.len() - 4];
            let reason = all(cut, 99).expect_err("cut");
            assert!(
                matches!(reason, Reason::Unpacking { packing, .. } if packing == name),
                "{name}"
            );
        }
    }
}
