//! Words of duties that a scan has spoilt, put right for those who read the tasks: "chũ trì", "Phỏng Kinh tế tô chức".
//!
//! Where such a word is not known there is no task. What is given out of a text is always what is printed; that a word
//! was read as another is told.

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;

use super::leaves::{Duty, Leaf, each};
use crate::document::{Block, Document};
use crate::inline::agency::{AgencyAt, whole_list};
use crate::inline::{blanks, task};
use crate::layout::{Passage, Sheet, Swap};
use crate::lexicon::duties::order;
use crate::lexicon::issuers::blurred_name;
use crate::lexicon::{
    DutyPhrase, Marks, behind_last, blurred_duties, blurred_opener, is_upper, opens_named, unmarked,
};
use crate::source::Span;

/// What a word that was put right is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Field {
    /// Of a phrase of which duties consist.
    Duty(DutyPhrase),
    /// Of the name of a doer at the start of a sentence, or of the order before it.
    Doer,
    /// Of the name of a doer above its tasks.
    Head,
}

/// A word that was put right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Mend {
    pub(super) field: Field,
    /// Where it is printed.
    pub(super) range: Range<usize>,
    /// What it is read as, small.
    pub(super) meant: &'static str,
}

/// A running text with words that were put right.
#[derive(Debug)]
pub(super) struct MendedLeaf {
    pub(super) printed: String,
    pub(super) text: String,
    /// In order.
    pub(super) swaps: Vec<Swap>,
    /// What is told of them, each by itself: nothing where the whole text has lost its marks.
    pub(super) mends: Vec<Mend>,
    /// Whether it is a heading.
    pub(super) heads: bool,
    /// Whether it has lost the marks of its letters.
    unmarked: bool,
}

/// The leaves of a document that have such words: nearly always none.
#[derive(Debug, Default)]
pub(crate) struct Mended {
    leaves: HashMap<Span, MendedLeaf>,
}

impl Mended {
    /// Looks for spoilt words in all leaves of a document; in one that has lost the marks of its letters nearly all are.
    pub(crate) fn of(sheet: &Sheet<'_>, document: &Document) -> Self {
        let mut leaves = HashMap::new();
        let marks = sheet.marks();
        each(document, &mut |leaf| {
            if let Some(mended) = MendedLeaf::of(leaf, marks) {
                leaves.insert(leaf.span, mended);
            }
        });
        Self { leaves }
    }

    /// The leaf at a place, if it has such words.
    pub(super) fn at(&self, span: Span) -> Option<&MendedLeaf> {
        self.leaves.get(&span)
    }

    /// The leaf at a place, if it has lost its marks.
    pub(super) fn unmarked(&self, span: Span) -> Option<&MendedLeaf> {
        self.at(span).filter(|leaf| leaf.unmarked)
    }

    /// All such leaves, in the order of the text.
    pub(super) fn leaves(&self) -> Vec<(Span, &MendedLeaf)> {
        let mut leaves: Vec<_> = self.leaves.iter().map(|(span, leaf)| (*span, leaf)).collect();
        leaves.sort_by_key(|(span, _)| *span);
        leaves
    }

    /// The document with what is meant in all its running texts.
    pub(super) fn document<'d>(&self, document: &'d Document) -> Cow<'d, Document> {
        if self.leaves.is_empty() {
            return Cow::Borrowed(document);
        }
        let mut document = document.clone();
        self.mend_blocks(&mut document.preamble);
        self.mend_blocks(&mut document.body);
        if let Some(closing) = &mut document.closing {
            self.mend(closing.span, &mut closing.text);
        }
        for appendix in &mut document.appendices {
            self.mend_blocks(&mut appendix.preamble);
            self.mend_blocks(&mut appendix.body);
            if let Some(closing) = &mut appendix.closing {
                self.mend(closing.span, &mut closing.text);
            }
        }
        Cow::Owned(document)
    }

    fn mend_blocks(&self, blocks: &mut [Block]) {
        for block in blocks {
            match block {
                Block::Paragraph(paragraph) => self.mend(paragraph.span, &mut paragraph.text),
                Block::Section(section) => {
                    if let Some(heading) = &mut section.heading {
                        self.mend(heading.span, &mut heading.text);
                    }
                    self.mend_blocks(&mut section.children);
                }
                Block::Table(table) => {
                    for cell in table.columns.iter_mut().chain(table.rows.iter_mut().flatten()) {
                        self.mend(cell.span, &mut cell.text);
                    }
                }
            }
        }
    }

    fn mend(&self, span: Span, text: &mut String) {
        if let Some(leaf) = self.at(span) {
            text.clone_from(&leaf.text);
        }
    }
}

impl MendedLeaf {
    /// `None` where no word is spoilt.
    fn of(leaf: Leaf<'_>, marks: Marks) -> Option<Self> {
        let heads = leaf.duty == Duty::Heading;
        if let Some(unmarked) = Self::unmarked(leaf.text, marks) {
            return Some(Self { heads, ..unmarked });
        }
        let mends = mends(leaf.text, leaf.section.is_some());
        if mends.is_empty() {
            return None;
        }
        let (text, swaps) = put_right(leaf.text, words(&mends));
        let printed = leaf.text.to_owned();
        Some(Self { printed, text, swaps, mends, heads, unmarked: false })
    }

    /// A text of a document with these marks, if it has lost its own.
    pub(super) fn unmarked(text: &str, marks: Marks) -> Option<Self> {
        if marks == Marks::Kept && (!text.is_ascii() || Marks::of(text) == Marks::Kept) {
            return None;
        }
        let printed = text.to_owned();
        let (text, swaps) = put_right(text, unmarked(text).into_iter());
        Some(Self { printed, text, swaps, mends: Vec::new(), heads: false, unmarked: true })
    }

    /// What is printed in these pieces, read as it is meant.
    pub(super) fn passage<'s>(
        &'s self,
        sheet: &'s Sheet<'s>,
        pieces: &[Range<usize>],
    ) -> Passage<'s> {
        Passage::new(sheet, &self.printed, pieces).mended(&self.text, &self.swaps)
    }
}

/// The spoilt words of a text, in order.
fn mends(text: &str, may_head: bool) -> Vec<Mend> {
    let duty = |(range, meant, duty)| Mend { field: Field::Duty(duty), range, meant };
    let mut mends: Vec<Mend> = blurred_duties(text).map(duty).collect();
    let (right, swaps) = match mends.as_slice() {
        [] => (Cow::Borrowed(text), Vec::new()),
        mends => {
            let (right, swaps) = put_right(text, words(mends));
            (Cow::Owned(right), swaps)
        }
    };
    // What stands before the doer is as it is printed.
    let printed = |mend: &Mend| swaps.first().is_none_or(|swap| mend.range.end <= swap.meant.start);
    if let Some(doer) = doer(&right, may_head).filter(printed) {
        mends.insert(0, doer);
    }
    mends
}

/// Where spoilt words stand, and what they are read as.
fn words(mends: &[Mend]) -> impl Iterator<Item = (Range<usize>, &'static str)> {
    mends.iter().map(|mend| (mend.range.clone(), mend.meant))
}

/// A text with what is meant, and what stands where.
fn put_right<'w>(
    text: &str,
    words: impl Iterator<Item = (Range<usize>, &'w str)>,
) -> (String, Vec<Swap>) {
    let mut right = String::with_capacity(text.len() + 8);
    let mut taken = 0;
    let swaps = words.map(|(printed, meant)| {
        right.push_str(&text[taken..printed.start]);
        let start = right.len();
        right.push_str(&as_printed(&text[printed.clone()], meant));
        taken = printed.end;
        Swap { printed, meant: start..right.len() }
    });
    let swaps = swaps.collect();
    right.push_str(&text[taken..]);
    (right, swaps)
}

/// What is meant, in letters as large as those on the page.
#[expect(
    clippy::disallowed_methods,
    reason = "the text is a copy, and its offsets are kept beside it"
)]
fn as_printed(printed: &str, meant: &str) -> String {
    if is_upper(printed) && printed.chars().nth(1).is_some() {
        return meant.to_uppercase();
    }
    let mut letters = meant.chars();
    let first = letters.next().unwrap_or_default();
    let mut word = String::with_capacity(meant.len() + 1);
    if printed.starts_with(char::is_uppercase) {
        word.extend(first.to_uppercase());
    } else {
        word.push(first);
    }
    word.push_str(letters.as_str());
    word
}

/// What names a doer at the start of a text, with other marks, where that doer would have a task of the sentence or of
/// what stands below the heading: "Phỏng Kinh tế chủ trì …", "Giao Phỏng Kinh tế …", "Đê nghị Sở Y tế …",
/// "Sớ Xây dựng:". Whoever else has such a name has none.
fn doer(text: &str, may_head: bool) -> Option<Mend> {
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
    let would = |(range, meant): (Range<usize>, &'static str)| {
        let mut mend = Mend { field: Field::Doer, range, meant };
        let (right, _) = put_right(text, words(std::slice::from_ref(&mend)));
        let heads = |text: &str| whole_list(text).is_some() || orders(&format!("{text}:"));
        let leads = |text: &str| leads(text) || orders(text);
        if !leads(text) && leads(&right) {
            return Some(mend);
        }
        mend.field = Field::Head;
        (may_head && !heads(text) && heads(&right)).then_some(mend)
    };
    name.and_then(would).or_else(|| blurred_opener(text).and_then(would))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_meant_stands_in_its_place() {
        let right = |text: &str| put_right(text, words(&mends(text, true))).0;
        for (text, want) in [
            (
                "Phỏng Kinh tế chũ trì, phôi hợp với Công an.",
                "Phòng Kinh tế chủ trì, phối hợp với Công an.",
            ),
            ("Công an xã tô chức kiểm tra.", "Công an xã tổ chức kiểm tra."),
            ("GIAO CHO CÔNG AN TÔ CHỨC", "GIAO CHO CÔNG AN TỔ CHỨC"),
            ("Đê nghị Sở Y tế triên khai.", "Đề nghị Sở Y tế triển khai."),
            ("Công an xã tổ chức kiểm tra.", "Công an xã tổ chức kiểm tra."),
        ] {
            assert_eq!(right(text), want);
        }
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
            assert_eq!(doer(text, true).map(|mend| mend.meant), want, "{text}");
        }
    }
}
