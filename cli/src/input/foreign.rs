//! Files that are no text, known by their first bytes, and what to do with them.

use crate::language::messages as say;

/// A kind of file that is no text.
#[derive(Debug)]
pub(crate) struct Foreign {
    /// Its first bytes.
    first: &'static [u8],
    /// Its name.
    pub(crate) name: &'static str,
    /// What to do with it.
    pub(crate) advice: fn() -> String,
}

#[rustfmt::skip]
const KINDS: &[Foreign] = &[
    Foreign { first: b"%PDF-", name: "PDF", advice: say::advice_pdf },
    Foreign { first: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", name: "DOC, XLS", advice: say::advice_office },
    Foreign { first: b"{\\rtf", name: "RTF", advice: say::advice_office },
    Foreign { first: b"PK\x03\x04", name: "ZIP, DOCX, XLSX, ODT", advice: say::advice_office },
    Foreign { first: b"\x89PNG\r\n", name: "PNG", advice: say::advice_picture },
    Foreign { first: b"\xff\xd8\xff", name: "JPEG", advice: say::advice_picture },
    Foreign { first: b"II*\x00", name: "TIFF", advice: say::advice_picture },
    Foreign { first: b"MM\x00*", name: "TIFF", advice: say::advice_picture },
    Foreign { first: b"GIF8", name: "GIF", advice: say::advice_picture },
    Foreign { first: b"7z\xbc\xaf\x27\x1c", name: "7z", advice: say::advice_archive },
    Foreign { first: b"Rar!\x1a", name: "RAR", advice: say::advice_archive },
    Foreign { first: b"PAR1", name: "Parquet", advice: say::advice_parquet },
    Foreign { first: b"\x7fELF", name: "ELF", advice: say::advice_program },
    Foreign { first: b"MZ\x90", name: "EXE", advice: say::advice_program },
];

/// The kind of a file that is no text.
pub(super) fn kind(bytes: &[u8]) -> Option<&'static Foreign> {
    KINDS.iter().find(|kind| bytes.starts_with(kind.first))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_files_that_are_no_text() {
        assert_eq!(kind(b"%PDF-1.7 ...").map(|kind| kind.name), Some("PDF"));
        assert_eq!(kind(b"PK\x03\x04\x14").map(|kind| kind.name), Some("ZIP, DOCX, XLSX, ODT"));
        for text in ["", "PKL 5", "MZ", "II. MỤC ĐÍCH", "{\\r}", "%PDF"] {
            assert!(kind(text.as_bytes()).is_none(), "{text}");
        }
    }
}
