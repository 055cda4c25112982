//! Words by which a value was found, in letters other than they should be: "Càn cứ", "ngảy", "Điểu 1", "Só:".
//! A reader takes them where their place leaves no doubt; here they are told.

use crate::diagnostic::Code;
use crate::document::{Block, Document, FurnitureKind, ParagraphRole};
use crate::layout::Ledger;
use crate::lexicon::{blurred_roles, meant, opens_spelt, skeleton, starts_with_skeleton};
use crate::meaning::leaves::each;
use crate::source::Span;

/// Words that only name what follows, as they should be.
const LABELS: &[&str] = &["số", "nơi nhận", "kính gửi", "luật số"];

/// Words of dates, before their figure.
const DATES: &[&str] = &["ngày", "tháng", "năm", "quý", "tuần"];

/// Words that open the heading of a unit.
const UNITS: &[&str] = &["điều", "chương", "phần", "mục", "tiểu mục"];

/// Reports such words.
pub(super) fn misspelt(document: &Document, ledger: &mut Ledger<'_>) {
    labels(document, ledger);
    roles(document, ledger);
    blocks(&document.preamble, ledger);
    blocks(&document.body, ledger);
    for appendix in &document.appendices {
        blocks(&appendix.preamble, ledger);
        blocks(&appendix.body, ledger);
    }
    let header = document.header.date.iter().filter(|_| document.dates.is_empty());
    let dates = header.chain(&document.dates).map(|date| (&date.text, date.span));
    for (text, span) in dates {
        let figure =
            |word: &str| word.starts_with(|c: char| c.is_ascii_digit() || c == 'I' || c == 'V');
        for (word, next) in text.split(' ').zip(text.split(' ').skip(1)) {
            if let Some(meant) = meant(word, DATES).filter(|_| figure(next)) {
                report("date", word, meant, span, ledger);
            }
        }
    }
}

/// Phrases that say who does what, in running text: "chú trì", "phôi hợp". Without them there is no task.
fn roles(document: &Document, ledger: &mut Ledger<'_>) {
    each(document, &mut |leaf| {
        for (range, meant) in blurred_roles(leaf.text) {
            report("role", &leaf.text[range], meant, leaf.span, ledger);
        }
    });
}

/// Reports a word that was read as another.
pub(super) fn report(field: &str, found: &str, meant: &str, span: Span, ledger: &mut Ledger<'_>) {
    let message = format!("{found:?} is read as {meant:?}");
    let args = [("field", field.into()), ("text", found.into()), ("meant", meant.into())];
    ledger.report_at(Code::TextDamaged, span, message, &args);
}

fn labels(document: &Document, ledger: &mut Ledger<'_>) {
    for label in document.page_furniture.iter().filter(|item| item.kind == FurnitureKind::Label) {
        let text = label.text.as_str();
        if text.is_empty() || LABELS.iter().any(|known| opens_spelt(text, known).is_some()) {
            continue;
        }
        // "N0i nhận": what looks like a figure among letters is the letter.
        let key = skeleton(text).replace(['0', '6'], "o");
        let meant = LABELS.iter().find(|known| {
            let known = skeleton(known);
            key == known || key.len().abs_diff(known.len()) < 2 && key.get(..1) == known.get(..1)
        });
        if let Some(meant) = meant {
            report("label", text, meant, label.span, ledger);
        }
    }
}

fn blocks(found: &[Block], ledger: &mut Ledger<'_>) {
    for block in found {
        match block {
            Block::Paragraph(paragraph) if paragraph.role == Some(ParagraphRole::Basis) => {
                let text = paragraph.text.as_str();
                if let Some(len) = starts_with_skeleton(text, "cancu")
                    && opens_spelt(text, "căn cứ").is_none()
                {
                    report("basis", &text[..len], "căn cứ", paragraph.span, ledger);
                }
            }
            Block::Section(section) => {
                let marker = &section.marker;
                let word = marker.text.split(' ').next().unwrap_or_default();
                if let Some(meant) = meant(word, UNITS) {
                    report("marker", word, meant, marker.span, ledger);
                }
                blocks(&section.children, ledger);
            }
            _ => {}
        }
    }
}
