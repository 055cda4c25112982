//! Words by which a value was found, in letters other than they should be: "Càn cứ", "ngảy", "Điểu 1", "Só:".
//! A reader takes them where their place leaves no doubt; here they are told.

use std::ops::Range;

use crate::diagnostic::Code;
use crate::document::{Block, Document, FurnitureKind, ParagraphRole};
use crate::inline::agency::{AgencyAt, whole_list};
use crate::inline::{blanks, task};
use crate::layout::Ledger;
use crate::lexicon::duties::order;
use crate::lexicon::issuers::blurred_name;
use crate::lexicon::types::type_at_start;
use crate::lexicon::{
    behind_last, blurred, blurred_opener, blurred_roles, meant, opens_named, opens_spelt, skeleton,
    starts_with_skeleton,
};
use crate::meaning::leaves::{Leaf, each};
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
            // "từ ngày 1/4/2024 đền ngày 30/4/2024"
            let joint = || meant(word, &["đến"]);
            if let Some(meant) = meant(word, DATES).filter(|_| figure(next)).or_else(joint) {
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
        if let Some((range, meant)) = doer(leaf.text, || may_head(leaf)) {
            report("agency", &leaf.text[range], meant, leaf.span, ledger);
        }
    });
}

/// Whether a leaf may name the doer of what is below it, and is none of those values of which stock phrases are told
/// anyway.
fn may_head(leaf: Leaf<'_>) -> bool {
    let told = || !leaf.text.ends_with(':') && blurred(leaf.text).next().is_some();
    leaf.section.is_some() && !told()
}

/// What names a doer at the start of a text, with other marks, where that doer would have a task of the sentence or of
/// what stands below the heading: "Phỏng Kinh tế chủ trì …", "Giao Phỏng Kinh tế …", "Đê nghị Sở Y tế …",
/// "Sớ Xây dựng:". Whoever else has such a name has none.
fn doer(text: &str, may_head: impl Fn() -> bool) -> Option<(Range<usize>, &'static str)> {
    if !text.starts_with(char::is_uppercase) {
        return None;
    }
    let ordered = order(text).map_or(0, |len| blanks(text, len));
    let name = blurred_name(&text[ordered..]);
    let name = name.map(|(range, meant)| (ordered + range.start..ordered + range.end, meant));
    let name = name.filter(|(range, meant)| {
        let found = &text[range.clone()];
        // "Sổ địa chính"
        if !found.contains(' ') {
            let behind = text[range.end..].strip_prefix(' ');
            return behind.is_some_and(|behind| behind.starts_with(char::is_uppercase));
        }
        // "Chi bổ sung …", "Công đoạn 1": a last word in other letters makes other words.
        let last = |words: &str| behind_last(words, |c| c == ' ');
        opens_named(&found[last(found)..], &meant[last(meant)..]).is_some()
    });
    let would = |(range, meant): &(Range<usize>, &'static str)| {
        let sound = sound(text, range, meant);
        let heads = |text: &str| whole_list(text).is_some() || orders(&format!("{text}:"));
        let leads = |text: &str| leads(text) || orders(text);
        !leads(text) && leads(&sound) || may_head() && !heads(text) && heads(&sound)
    };
    name.filter(would).or_else(|| blurred_opener(text).filter(would))
}

/// A text with what is meant in the place of what it has.
fn sound(text: &str, range: &Range<usize>, meant: &str) -> String {
    let mut name = meant.chars();
    let first = name.next().unwrap_or_default();
    // "phòng" for "Phỏng": the letter on the page.
    let first = match text[range.start..].chars().next() {
        Some('D') if first == 'đ' => 'Đ',
        Some(printed) if !first.is_uppercase() => printed,
        _ => first,
    };
    let mut sound = text[..range.start].to_owned();
    sound.push(first);
    sound.push_str(name.as_str());
    sound.push_str(&text[range.end..]);
    sound
}

/// Whether a doer who has a task opens a text.
fn leads(text: &str) -> bool {
    task::read(text).iter().any(|task| opens(task.leads.first()))
}

/// Whether an order opens a text.
fn orders(text: &str) -> bool {
    task::read(text).first().is_some_and(|task| task.ordered && task.range.start == 0)
}

/// Whether a doer stands at the start of its text.
fn opens(doer: Option<&AgencyAt>) -> bool {
    doer.is_some_and(|doer| doer.range.start == 0)
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

    #[test]
    fn doers_with_other_marks() {
        for (text, want) in [
            ("Phỏng Kinh tế chủ trì, phối hợp với Văn phòng kiểm kê kho.", Some("phòng")),
            ("Cồng an xã kiểm tra kho.", Some("Công an")),
            ("Phòng Kinh tế chủ trì kiểm kê kho.", None),
            ("Công đoạn 1: kiểm kê.", None),
            ("Chi bổ sung kinh phí.", None),
            ("phỏng Kinh tế chủ trì kiểm kê kho.", None),
            ("Đê nghị Sở Y tế rà soát hồ sơ.", Some("đề nghị")),
            ("Giáo Sở Y tế rà soát hồ sơ.", Some("giao")),
            ("Giao Phỏng Kinh tế rà soát hồ sơ.", Some("phòng")),
            ("Đề nghị Uy ban nhân dân các xã rà soát hồ sơ.", Some("Ủy ban nhân dân")),
            ("Giao Phòng Kinh tế rà soát hồ sơ.", None),
            ("Giao thông nông thôn được rà soát.", None),
            ("Các sớ, ban, ngành rà soát hồ sơ.", Some("các sở, ban")),
            ("Sớ Xây dựng:", Some("sở")),
            ("Sớ Xây dựng", Some("sở")),
            ("Cồng an tỉnh:", Some("Công an")),
            ("Đê nghị Sở Y tế:", Some("đề nghị")),
            ("Trung tầm Lưu trữ tỉnh:", Some("trung tâm")),
            ("Để nghị quyết được thực hiện.", None),
            ("Giáo viên chủ nhiệm rà soát hồ sơ.", None),
            ("Các số liệu được rà soát.", None),
            ("Các phong trào thi đua:", None),
            ("Phong Điền:", None),
            ("Sổ địa chính:", None),
            ("Các sổ:", None),
            ("Số lượng:", None),
            ("Sở Xây dựng:", None),
            ("Đề nghị Sở Y tế:", None),
        ] {
            assert_eq!(doer(text, || true).map(|(_, meant)| meant), want, "{text}");
        }
    }
}
