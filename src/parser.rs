//! Options, and the whole pipeline on one screen.

use std::borrow::Cow;

use crate::diagnostic::Diagnostic;
use crate::document::{Appendix, Document, Review};
use crate::error::Error;
use crate::json::{FORMAT_VERSION, Generator, Parsed, Source};
use crate::layout::{self, Ledger, Sheet};
use crate::source::{self, Decoded, Encoding, LineCursor, normalize};
use crate::{meaning, outline};

/// Reads a text with the default options.
///
/// Any text gives a tree: a plan its own, another text paragraphs. Beyond the default [`Limits`]
/// the rest is kept as plain paragraphs, with a diagnostic.
///
/// ```
/// let parsed = kehoach::parse("KẾ HOẠCH\nTổng kết năm 2024\n\nI. MỤC ĐÍCH\n1. Đánh giá kết quả.\n");
/// assert_eq!(parsed.document.subject.expect("a subject").text, "Tổng kết năm 2024");
/// ```
pub fn parse(text: &str) -> Parsed {
    Parser::new().parse(text)
}

/// The text of some bytes, as [`Parser::parse_bytes`] reads it: spans are offsets of this text. For
/// UTF-8 it is borrowed, and the bytes themselves.
///
/// Old Vietnamese encodings are found by what the bytes give, and converted; [`Parser::decode`] is
/// told which.
///
/// # Errors
///
/// As [`Parser::parse_bytes`], but for the size limit.
///
/// ```
/// let utf16 = [0xff, 0xfe, b'I', 0, b'.', 0];
/// assert_eq!(kehoach::decode(&utf16)?.text, "I.");
/// let tcvn3 = b"K\xd5 ho\xb9ch n\xa8m 2008";
/// assert_eq!(kehoach::decode(tcvn3)?.text, "Kế hoạch năm 2008");
/// # Ok::<(), kehoach::Error>(())
/// ```
pub fn decode(bytes: &[u8]) -> Result<Decoded<'_>, Error> {
    Parser::new().decode(bytes)
}

/// The text that [`Parser::parse`] reads for a text: spans are offsets of it. It is the text itself, and
/// borrowed, but where an old Vietnamese encoding had been taken for Latin-1 or windows-1252.
///
/// ```
/// let decoded = kehoach::decode_text("Soá: 12/QÑ-UBND, ngaøy 5 thaùng 3 naêm 2004");
/// assert_eq!(decoded.text, "Số: 12/QĐ-UBND, ngày 5 tháng 3 năm 2004");
/// assert_eq!(decoded.encoding, kehoach::Encoding::Vni);
/// ```
pub fn decode_text(text: &str) -> Decoded<'_> {
    Parser::new().decode_text(text)
}

/// How far a reading goes. Beyond a limit the rest of the text is kept, never lost: as plain
/// paragraphs or as page furniture, with a diagnostic.
///
/// They bound the memory that a text can take, whatever it holds: README.md, "Limits".
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Limits {
    /// Bytes of input that are read: 64 MiB. `parse_bytes` refuses longer input.
    pub input_bytes: usize,
    /// Depth of nested units: 50. JSON readers commonly refuse more than 128 levels, and each
    /// nested unit costs two.
    pub nesting: usize,
    /// Lines that are read, blank ones not counted: 250,000. A plan of 10 MB has some 150,000.
    pub lines: usize,
    /// Paragraphs, units and table cells: 250,000. A plan of 10 MB has some 80,000.
    pub blocks: usize,
    /// Entries of each index: citations, dates, and tasks with the bodies and dates they name: 50,000.
    /// A plan of 10 MB has some 25,000 in the largest. What is past it is in the tree alone.
    pub entries: usize,
    /// Diagnostics that are listed: 1,000.
    pub diagnostics: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            input_bytes: 64 << 20,
            nesting: 50,
            lines: 250_000,
            blocks: 250_000,
            entries: 50_000,
            diagnostics: 1_000,
        }
    }
}

/// Which indexes over the whole document are computed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Indexes {
    /// `citations` and `cited_documents`.
    pub citations: bool,
    /// `dates`.
    pub dates: bool,
    /// `tasks`.
    pub tasks: bool,
}

impl Default for Indexes {
    fn default() -> Self {
        Self { citations: true, dates: true, tasks: true }
    }
}

/// What the caller knows of a document beside its text, such as an archive of its files. It serves
/// where the document itself says nothing, and only for keys: what rests on it has the basis
/// [`Basis::Supplied`](crate::Basis::Supplied).
///
/// ```
/// use kehoach::{Parser, Supplied};
///
/// let mut supplied = Supplied::default();
/// supplied.issuer = Some("UBND huyện An Phú".into());
/// supplied.place = Some("An Giang".into());
/// let text = "Số: 12/KH-UBND\n\nKẾ HOẠCH\nTrồng cây năm 2024\n\nCăn cứ Quyết định số 5/QĐ-UBND ngày 02/3/2023 của UBND tỉnh;\n";
/// let document = Parser::new().supplied(supplied).parse(text).document;
/// let key = document.key.expect("a number");
/// assert_eq!(key.id, "vn/an-giang.huyen-an-phu/uy-ban-nhan-dan/ke-hoach/_/12");
/// let cited = &document.cited_documents[0];
/// assert_eq!(cited.key.id, "vn/an-giang/uy-ban-nhan-dan/quyet-dinh/2023/5");
/// assert_eq!(cited.issuer.place_basis, Some(kehoach::Basis::Supplied));
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Supplied {
    /// Who issued it: "UBND huyện An Phú".
    pub issuer: Option<String>,
    /// Where: a province, or units of the country as an address names them.
    pub place: Option<String>,
}

/// A reader with options. It holds no state: one can serve any number of threads.
///
/// ```
/// use kehoach::{Limits, Parser};
///
/// let mut limits = Limits::default();
/// limits.diagnostics = 20;
/// let parser = Parser::new().limits(limits);
/// let parsed = parser.parse_bytes("KẾ HOẠCH\n".as_bytes())?;
/// assert_eq!(parsed.source.encoding, "utf-8");
/// # Ok::<(), kehoach::Error>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Parser {
    limits: Limits,
    indexes: Indexes,
    supplied: Supplied,
    encoding: Option<Encoding>,
    inferences: bool,
}

impl Parser {
    /// A reader with the default options.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets the limits.
    #[must_use]
    pub fn limits(mut self, limits: Limits) -> Self {
        self.limits = limits;
        self
    }

    /// Sets which indexes are computed.
    #[must_use]
    pub fn indexes(mut self, indexes: Indexes) -> Self {
        self.indexes = indexes;
        self
    }

    /// Sets what is known of the documents beside their text.
    #[must_use]
    pub fn supplied(mut self, supplied: Supplied) -> Self {
        self.supplied = supplied;
        self
    }

    /// Sets the encoding, where it is known: nothing is detected then, and everything is read in it.
    ///
    /// `Encoding::Utf8` and its like leave a text as it is, whatever it resembles.
    ///
    /// ```
    /// use kehoach::{Encoding, Parser};
    ///
    /// let text = "Soá 5";
    /// assert_eq!(Parser::new().decode_text(text).text, "Soá 5");
    /// assert_eq!(Parser::new().encoding(Encoding::Vni).decode_text(text).text, "Số 5");
    /// ```
    #[must_use]
    pub fn encoding(mut self, encoding: impl Into<Option<Encoding>>) -> Self {
        self.encoding = encoding.into();
        self
    }

    /// Sets whether each value that the tree marks as taken from elsewhere in the document
    /// ([`Issuer::place_basis`](crate::Issuer::place_basis), [`Agency::inherited`](crate::Agency::inherited))
    /// has a diagnostic too. Without, they have none: a plan has many, and nothing about them is odd.
    ///
    /// ```
    /// use kehoach::{Code, Parser};
    ///
    /// let text = "KẾ HOẠCH\nTổng kết\n\n1. Văn phòng Sở có trách nhiệm:\n- Xây dựng nội dung;\n- Tổng hợp kết quả.\n";
    /// let codes = |parser: Parser| -> Vec<Code> {
    ///     parser.parse(text).diagnostics.into_iter().map(|diagnostic| diagnostic.code).collect()
    /// };
    /// assert!(!codes(Parser::new()).contains(&Code::DoerInherited));
    /// assert!(codes(Parser::new().inferences(true)).contains(&Code::DoerInherited));
    /// ```
    #[must_use]
    pub fn inferences(mut self, reported: bool) -> Self {
        self.inferences = reported;
        self
    }

    /// Reads a text. It cannot fail.
    ///
    /// Spans are offsets of the text itself, unless it was converted from an old encoding
    /// ([`Source::carrier`](crate::Source::carrier)): then of what [`Parser::decode_text`] gives.
    pub fn parse(&self, text: &str) -> Parsed {
        self.run(&self.decode_text(text), text.as_bytes())
    }

    /// The text that [`Parser::parse`] reads.
    pub fn decode_text<'a>(&self, text: &'a str) -> Decoded<'a> {
        source::decode_text(Cow::Borrowed(text), Encoding::Utf8, self.encoding)
    }

    /// The text that [`Parser::parse_bytes`] reads.
    ///
    /// # Errors
    ///
    /// As [`Parser::parse_bytes`], but for the size limit.
    pub fn decode<'a>(&self, bytes: &'a [u8]) -> Result<Decoded<'a>, Error> {
        source::decode(bytes, self.encoding)
    }

    /// Reads bytes: UTF-8 with or without a byte-order mark, UTF-16 with one, or Vietnamese in an encoding
    /// from before Unicode.
    ///
    /// # Errors
    ///
    /// [`Error::TooLarge`] over [`Limits::input_bytes`]; the other errors for bytes that are no text.
    pub fn parse_bytes(&self, bytes: &[u8]) -> Result<Parsed, Error> {
        if bytes.len() > self.limits.input_bytes {
            let limit = self.limits.input_bytes;
            return Err(Error::TooLarge { bytes: bytes.len(), limit });
        }
        Ok(self.run(&self.decode(bytes)?, bytes))
    }

    fn run(&self, decoded: &Decoded<'_>, bytes: &[u8]) -> Parsed {
        let input = &*decoded.text;
        let clean = normalize(input);
        let sheet = Sheet::with_lines(&clean.text, &clean.map, self.limits.lines);
        let mut ledger = Ledger::new(&sheet, self.limits.diagnostics);
        ledger.remark(&decoded.remarks);

        let read = sheet.lines_within(self.limits.input_bytes);
        let mut parts = layout::parts(&sheet, read).into_iter();
        let proper = parts.next().unwrap_or_default();
        let head = meaning::head(&sheet, proper.lines, &mut ledger);
        let content = layout::content(&sheet, &head.content, proper.foot, &mut ledger);
        let mut body = outline::read(&sheet, &content, &self.limits, &mut ledger);
        let foot = meaning::foot(&sheet, content.foot.clone(), &mut ledger);
        let appendices: Vec<Appendix> =
            parts.map(|part| meaning::appendix(&sheet, part, &self.limits, &mut ledger)).collect();

        body.blocks.extend(outline::rest(&sheet, read, &self.limits, &mut ledger));

        let mut document = Document {
            key: None,
            kind: head.kind,
            header: head.header,
            addressees: head.addressees,
            title: head.title,
            subject: head.subject,
            preamble: body.preamble,
            body: body.blocks,
            closing: body.closing,
            recipients: foot.recipients,
            signatures: foot.signatures,
            appendices,
            citations: Vec::new(),
            cited_documents: Vec::new(),
            dates: Vec::new(),
            tasks: Vec::new(),
            page_furniture: Vec::new(),
            review: Review::default(),
        };
        outline::address(&mut document);
        let home = meaning::home(&document, &self.supplied);
        document.key = meaning::own_key(&document, &self.supplied, &home);
        let leaves = ledger.settle();
        let mended = meaning::Mended::of(&sheet, &document);
        let entries = self.limits.entries;
        if self.indexes.citations {
            (document.citations, document.cited_documents) = meaning::citations(
                &sheet,
                &document,
                &home,
                &mended,
                &leaves,
                entries,
                &mut ledger,
            );
        }
        if self.indexes.dates {
            document.dates = meaning::dates(&sheet, &document, &leaves, entries, &mut ledger);
        }
        if self.indexes.tasks {
            document.tasks =
                meaning::tasks(&sheet, &document, &mended, &leaves, entries, &mut ledger);
        }
        document.page_furniture = ledger.take_furniture();
        meaning::review(&sheet, &document, &mended, &leaves, self.inferences, &mut ledger);
        let diagnostics = located(input, ledger.close());
        document.review = Review::of(&diagnostics);
        Parsed {
            format_version: FORMAT_VERSION,
            generator: Generator::this(),
            source: Source::of(bytes, decoded),
            document,
            diagnostics,
        }
    }
}

/// Fills in lines and columns.
pub(crate) fn located(input: &str, mut diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let mut lines = LineCursor::new(input);
    for diagnostic in &mut diagnostics {
        let place = lines.line_column(diagnostic.span.start);
        (diagnostic.line, diagnostic.column) = (place.line, place.column);
    }
    diagnostics
}
