//! What there is to say about the encoding of a text.

use serde_json::Value;

use super::encoding::{Encoding, Loss};
use super::legacy::Passage;
use super::span::Span;
use crate::diagnostic::Code;

/// Something to report about a decoded text, at a place in it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Remark {
    pub(crate) code: Code,
    pub(crate) span: Span,
    pub(crate) message: String,
    pub(crate) args: Vec<(&'static str, Value)>,
}

impl Remark {
    /// The text stays as it is, though it resembles an old encoding.
    pub(super) fn resembles(encoding: Encoding) -> Self {
        Self {
            code: Code::EncodingUncertain,
            span: Span::new(0, 0),
            message: format!(
                "the text resembles {encoding}, in too few words to be converted: name the encoding if it is"
            ),
            args: vec![("encoding", encoding.as_str().into()), ("converted", false.into())],
        }
    }

    /// Words stay as they are, though they resemble an old encoding.
    pub(super) fn resembling(encoding: Encoding, span: Span) -> Self {
        Self {
            code: Code::EncodingUncertain,
            span,
            message: format!(
                "these words resemble {encoding} within a text that is not, and stay as they are: compare them with the paper"
            ),
            args: vec![("encoding", encoding.as_str().into()), ("converted", false.into())],
        }
    }

    /// The text, or lines of it, were converted.
    pub(super) fn converted(
        encoding: Encoding,
        carrier: Option<Encoding>,
        confidence: f64,
        span: Span,
    ) -> Self {
        Self {
            code: Code::EncodingConverted,
            span,
            message: format!(
                "the text was converted from {encoding}; positions are those of the converted text"
            ),
            args: vec![
                ("encoding", encoding.as_str().into()),
                ("carrier", carrier.map_or(Value::Null, |carrier| carrier.as_str().into())),
                ("confidence", confidence.into()),
            ],
        }
    }

    /// It was, on little evidence.
    pub(super) fn uncertain(encoding: Encoding, span: Span) -> Self {
        Self {
            code: Code::EncodingUncertain,
            span,
            message: format!(
                "that the text is {encoding} rests on few words, or on some that are none"
            ),
            args: vec![("encoding", encoding.as_str().into()), ("converted", true.into())],
        }
    }

    /// Lines are in another encoding than the document.
    pub(super) fn mixed(other: Encoding, document: Encoding, span: Span) -> Self {
        Self {
            code: Code::EncodingMixed,
            span,
            message: format!("these lines are {other}, the document is {document}"),
            args: vec![("encoding", other.as_str().into()), ("document", document.as_str().into())],
        }
    }

    fn lost(loss: &Loss, span: Span) -> Self {
        let message = match &*loss.kind {
            CAPITALS => {
                "capitals with tones are none in TCVN3: they are put back where the letters beside them are capitals, other headings stay in small letters"
            }
            SOFT_HYPHENS => {
                "letters ư were dropped as soft hyphens: they are put back where no other syllable is possible, elsewhere they are missing"
            }
            _ => "bytes were dropped before: U+FFFD stands for letters that cannot be told",
        };
        Self {
            code: Code::EncodingLoss,
            span,
            message: message.into(),
            args: vec![("kind", loss.kind.clone().into()), ("count", loss.count.into())],
        }
    }
}

const CAPITALS: &str = "capitals";
const SOFT_HYPHENS: &str = "soft-hyphens";
const CHARACTERS: &str = "characters";

/// What was lost, each with a remark.
pub(super) fn losses(
    passage: Passage,
    tcvn3: bool,
    span: Span,
    remarks: &mut Vec<Remark>,
) -> Vec<Loss> {
    let capitals = if tcvn3 { passage.capitals + passage.small_lines } else { 0 };
    let kinds = [
        (CAPITALS, capitals),
        (SOFT_HYPHENS, passage.soft_hyphens),
        (CHARACTERS, passage.characters),
    ];
    let losses: Vec<Loss> = kinds
        .into_iter()
        .filter(|(_, count)| *count > 0)
        .map(|(kind, count)| Loss {
            kind: kind.into(),
            count: u32::try_from(count).unwrap_or(u32::MAX),
        })
        .collect();
    remarks.extend(losses.iter().map(|loss| Remark::lost(loss, span)));
    losses
}
