//! Words by which a value was found, in letters other than they should be: "Càn cứ", "ngảy", "Điểu 1", "Só:".
//! A reader takes them where their place leaves no doubt; here they are told.

use super::MOST_WORDS;
use crate::diagnostic::Code;
use crate::document::{Block, Document, FurnitureKind, ParagraphRole};
use crate::layout::Ledger;
use crate::lexicon::types::type_at_start;
use crate::lexicon::{DutyPhrase, blurred, meant, opens_spelt, skeleton, starts_with_skeleton};
use crate::meaning::mending::{Field, Mend, Mended};
use crate::source::Span;

/// Words that only name what follows, as they should be.
const LABELS: &[&str] = &["số", "nơi nhận", "kính gửi", "luật số"];

/// Words of dates, before their figure.
const DATES: &[&str] = &["ngày", "tháng", "năm", "quý", "tuần"];

/// Words that open the heading of a unit.
const UNITS: &[&str] = &["điều", "chương", "phần", "mục", "tiểu mục"];

/// Reports such words.
pub(super) fn misspelt(document: &Document, mended: &Mended, ledger: &mut Ledger<'_>) {
    labels(document, ledger);
    duties(mended, ledger);
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
            // "từ ngày 1/4/2024 đền ngày 30/4/2024"
            let joint = || meant(word, &["đến"]);
            if let Some(meant) = meant(word, DATES).filter(|_| figure(next)).or_else(joint) {
                report("date", word, meant, span, ledger);
            }
        }
    }
}

/// Words of duties in running text, which were put right for the tasks: "chú trì", "tô chức". What is done is said again and
/// again: all of a leaf that are of such phrases are one report.
fn duties(mended: &Mended, ledger: &mut Ledger<'_>) {
    for (span, leaf) in mended.leaves() {
        let text = &leaf.printed;
        // Those of a heading are told with its other stock phrases.
        let told = leaf.heads && !text.ends_with(':') && blurred(text).next().is_some();
        let mut deeds: Vec<(&str, &str)> = Vec::new();
        for Mend { field, range, meant } in &leaf.mends {
            let found = &text[range.clone()];
            match field {
                Field::Duty(DutyPhrase::Role) => report("role", found, meant, span, ledger),
                Field::Doer => report("agency", found, meant, span, ledger),
                Field::Head if !told => report("agency", found, meant, span, ledger),
                Field::Duty(DutyPhrase::Deed) if !told && deeds.len() < MOST_WORDS => {
                    if !deeds.contains(&(found, *meant)) {
                        deeds.push((found, *meant));
                    }
                }
                Field::Head | Field::Duty(DutyPhrase::Deed) => {}
            }
        }
        if !deeds.is_empty() {
            let (found, meant): (Vec<_>, Vec<_>) = deeds.into_iter().unzip();
            report("verb", &found.join(", "), &meant.join(", "), span, ledger);
        }
    }
}

/// What is left of "Căn cứ" before the document that is the basis: "Căn c Luật …".
fn lost_basis(text: &str) -> Option<&str> {
    let first = opens_spelt(text, "căn")?;
    let second = text[first..].strip_prefix(' ')?;
    let end = second.find(' ')?;
    let torn = second[..end].starts_with(['c', 'C']) && second[..end].chars().count() < 4;
    let torn = torn && opens_spelt(text, "căn cứ").is_none();
    let named = torn && type_at_start(&second[end + 1..]).is_some();
    named.then(|| &text[..first + 1 + end])
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
            Block::Paragraph(paragraph) if paragraph.role.is_none() => {
                if let Some(found) = lost_basis(&paragraph.text) {
                    report("basis", found, "căn cứ", paragraph.span, ledger);
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn torn_bases() {
        for (text, want) in [
            ("Căn c Luật Lưu trữ", Some("Căn c")),
            ("Căn cư Nghị định số 5/2020/NĐ-CP", Some("Căn cư")),
            ("Căn cứ Luật Lưu trữ", None),
            ("Căn c của đơn vị", None),
            ("Căn bản Luật Lưu trữ", None),
        ] {
            assert_eq!(lost_basis(text), want, "{text}");
        }
    }

    #[test]
    fn years_behind_another_mark() {
        let found = |text: &str| {
            let plan =
                format!("KẾ HOẠCH\nKiểm kê kho lưu trữ\n\nI. NỘI DUNG\n1. {text}\n2. Hai.\n");
            let parsed = crate::parse(&plan);
            parsed.diagnostics.iter().filter(|d| d.code == Code::TextDamaged).count()
        };
        assert_eq!(found("Kiểm kê kho trong nãm 2024."), 1);
        assert_eq!(found("Kiểm kê kho trong năm 2024."), 0);
    }
}
