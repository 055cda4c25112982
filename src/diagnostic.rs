//! What was doubtful: one entry for everything odd that was met while reading.

use serde::{Deserialize, Serialize};

use crate::document::vocabulary::vocabulary;
use crate::source::Span;

/// The page that explains the codes.
const EXPLANATIONS: &str = include_str!("../DIAGNOSTICS.md");

vocabulary! {
    /// How much a diagnostic weighs.
    Severity {
        /// Something written there is not in the tree as typed data.
        Error = "error",
        /// Typed, but inconsistent.
        Warning = "warning",
        /// Inferred.
        Info = "info",
    }
}

vocabulary! {
    /// What a diagnostic is about. Names are stable.
    Code {
        /// The text was in an encoding from before Unicode and has been converted.
        EncodingConverted = "encoding-converted",
        /// Lines are in another encoding than the document.
        EncodingMixed = "encoding-mixed",
        /// It is not plain whether the text is in an old encoding, or in which.
        EncodingUncertain = "encoding-uncertain",
        /// An old encoding, or a program on the way, lost something.
        EncodingLoss = "encoding-loss",
        /// Words that fit nowhere; kept as furniture of kind `unassigned`.
        UnassignedText = "unassigned-text",
        /// The document names no type: no line such as "KẾ HOẠCH" was found.
        TitleMissing = "title-missing",
        /// The type line was read in spite of damaged letters.
        TitleDamaged = "title-damaged",
        /// The number is blank: "Số:      /KH-UBND".
        NumberBlank = "number-blank",
        /// The number holds signs that are no digits, or breaks off at one.
        NumberDamaged = "number-damaged",
        /// Parts of the date are blank: "ngày     tháng 3 năm 2024".
        DateBlank = "date-blank",
        /// The date is none of the calendar, or damaged.
        DateInvalid = "date-invalid",
        /// A date is written against the rule: "tháng 28/4/2022", a year of two figures, "ngày |6", "2021 ~ 2025".
        DateIrregular = "date-irregular",
        /// A period ends before it begins.
        DateReversed = "date-reversed",
        /// A day is named with a weekday it does not fall on.
        DateWeekday = "date-weekday",
        /// A date does not agree with another: the letterhead's with the years of the subject, a cited
        /// document's with this one's or with its own number; or it is centuries away.
        DateDoubtful = "date-doubtful",
        /// A date names no year and takes that of the document.
        DateYearInferred = "date-year-inferred",
        /// The symbol of this or a cited document breaks the rule: "119/KH-UBND tỉnh", "272-QĐ-TW".
        SymbolIrregular = "symbol-irregular",
        /// A cited document is called one type and numbered as another.
        CitationKindMismatch = "citation-kind-mismatch",
        /// A mention ("Chỉ thị 05") without a document before it that it could mean, or with several.
        CitationUnresolved = "citation-unresolved",
        /// An issuer is placed in a province that was no more at the date of the document.
        PlaceOutdated = "place-outdated",
        /// A cited document's issuer names no place; the key has that of this document.
        PlaceInferred = "place-inferred",
        /// One document is cited with two dates.
        CitationDateConflict = "citation-date-conflict",
        /// Who has to do a task stands in the line or heading that introduces it.
        DoerInherited = "doer-inherited",
        /// A unit does not follow the one before it: "3." after "1.".
        NumberingGap = "numbering-gap",
        /// A unit repeats a number of its list.
        NumberingRepeated = "numbering-repeated",
        /// A list starts anew where none was expected.
        NumberingRestarted = "numbering-restarted",
        /// A marker was read as another because of its neighbours: "l." as "1.".
        MarkerDamaged = "marker-damaged",
        /// A table whose rows could not be recovered; its text stays as paragraphs.
        TableUnrecovered = "table-unrecovered",
        /// A row has more or fewer cells than the header.
        TableRowUneven = "table-row-uneven",
        /// "Nơi nhận" without an entry.
        RecipientsEmpty = "recipients-empty",
        /// A signature block without a name.
        SignatureNameMissing = "signature-name-missing",
        /// The text has no marks on its letters: "Ke hoach so 12/KH-UBND".
        MarksLost = "marks-lost",
        /// Words cannot be right: "GIÁM ĐÓC", "nhấ|t", "tbáng", "Phỏng Kinh tế".
        TextDamaged = "text-damaged",
        /// Number, date, issuer, subject, recipients or signature were not found.
        RecordIncomplete = "record-incomplete",
        /// Text in a quotation that is not closed.
        QuoteUnclosed = "quote-unclosed",
        /// The text is longer than the limit; the rest is kept as plain paragraphs.
        LimitInput = "limit-input",
        /// Units nest deeper than the limit; deeper ones are kept at that depth.
        LimitNesting = "limit-nesting",
        /// More lines than the limit; the rest is kept as one paragraph.
        LimitLines = "limit-lines",
        /// More blocks than the limit; the rest is kept as plain text.
        LimitBlocks = "limit-blocks",
        /// More entries of an index than the limit, or a paragraph too long to be searched; the rest is
        /// in the tree alone.
        LimitEntries = "limit-entries",
        /// More diagnostics than the limit; the rest is not listed.
        LimitDiagnostics = "limit-diagnostics",
    }
}

impl Code {
    /// How much it weighs.
    pub fn severity(&self) -> Severity {
        match self {
            Self::UnassignedText
            | Self::TableUnrecovered
            | Self::LimitInput
            | Self::LimitLines
            | Self::LimitBlocks
            | Self::LimitEntries
            | Self::LimitDiagnostics => Severity::Error,
            Self::EncodingConverted
            | Self::TitleDamaged
            | Self::MarkerDamaged
            | Self::TextDamaged
            | Self::RecordIncomplete
            | Self::NumberBlank
            | Self::DateBlank
            | Self::DateYearInferred
            | Self::PlaceInferred
            | Self::DoerInherited
            | Self::CitationUnresolved => Severity::Info,
            _ => Severity::Warning,
        }
    }

    /// What it means, with an example and what to do: its entry of `DIAGNOSTICS.md`, in Markdown. `None` for
    /// a name this version does not know.
    ///
    /// ```
    /// let text = kehoach::Code::NumberingGap.explanation().expect("a known code");
    /// assert!(text.starts_with("## numbering-gap\n"));
    /// ```
    pub fn explanation(&self) -> Option<&'static str> {
        let heading = format!("\n## {self}\n");
        let at = EXPLANATIONS.find(&heading)? + 1;
        let rest = &EXPLANATIONS[at..];
        let end = rest.find("\n\n## ").map_or(rest.len(), |end| end + 1);
        Some(&rest[..end])
    }

    /// Whether somebody should look at a document that has it. What was inferred by rule, with nothing
    /// damaged, needs no look.
    pub fn is_doubt(&self) -> bool {
        !matches!(
            self,
            Self::EncodingConverted
                | Self::DateYearInferred
                | Self::CitationUnresolved
                | Self::PlaceInferred
                | Self::DoerInherited
        )
    }
}

/// A further place a diagnostic points to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Label {
    /// The place.
    pub span: Span,
    /// What is there.
    pub message: String,
}

/// Something odd, where it stands, and one sentence about it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Diagnostic {
    /// What it is about.
    pub code: Code,
    /// How much it weighs.
    pub severity: Severity,
    /// Where it stands.
    pub span: Span,
    /// Line of its start, counted from 1.
    pub line: u32,
    /// Column of its start in characters, counted from 1.
    pub column: u32,
    /// One sentence, lower case, quoting the text in question.
    pub message: String,
    /// Further places.
    pub labels: Vec<Label>,
    /// The values in the message, by name.
    pub args: serde_json::Map<String, serde_json::Value>,
}
