//! Number, date and issuer within the title, as gazettes and collections of law print them: "QUYẾT ĐỊNH / CỦA THỦ TƯỚNG
//! CHÍNH PHỦ SỐ 12/2004/QĐ-TTg / NGÀY 25 THÁNG 6 NĂM 2004 VỀ VIỆC …".

use std::ops::Range;

use crate::inline::citation::scan;
use crate::layout::{Passage, Sheet};
use crate::lexicon::{ends_open, is_word, opens_spelt, skeleton};

/// Pieces of the clean text, in order.
type Found = Vec<Range<usize>>;

/// What stands between the type and the subject.
#[derive(Debug, Default)]
pub(super) struct Series {
    /// The number; never empty.
    pub(super) number: Found,
    /// The date.
    pub(super) date: Found,
    /// Who issued it.
    pub(super) issuer: Found,
    /// The words between: "CỦA", "SỐ".
    pub(super) labels: Vec<Found>,
    /// The subject behind them.
    pub(super) subject: Found,
    /// Whether the last line is none of it but who enacts, in small letters: "Thủ tướng Chính phủ" above "Căn cứ".
    pub(super) enacted: bool,
}

/// Reads the series in the pieces behind a title: type and series are a mention of the document itself.
pub(super) fn series(
    sheet: &Sheet<'_>,
    title: &Range<usize>,
    behind: &[Range<usize>],
) -> Option<Series> {
    let first = sheet.slice(behind.first()?);
    ["của", "số"].iter().find_map(|word| opens_spelt(first, word))?;
    let mut pieces = vec![title.clone()];
    pieces.extend_from_slice(behind);
    let text = sheet.flow(&pieces);
    let mut mentions = Vec::new();
    scan(&text, &mut mentions);
    let mention = mentions.into_iter().next().filter(|mention| mention.range.start == 0)?;
    let (number, end) = (mention.number?.range, mention.range.end);
    let date = mention.date.map(|date| date.range);
    let issuer = mention.issuer.filter(|issuer| issuer.end <= end);
    let passage = Passage::new(sheet, &text, &pieces);
    let mut at = sheet.flow(std::slice::from_ref(title)).len();
    let mut parts: Vec<_> =
        [Some(&number), date.as_ref(), issuer.as_ref()].into_iter().flatten().collect();
    parts.sort_by_key(|part| part.start);
    let mut labels = Vec::new();
    for part in parts {
        labels.push(at..part.start);
        at = part.end;
    }
    labels.push(at..end);
    let (close, enacted) = match &issuer {
        Some(issuer) if enacts(sheet, behind, &text[issuer.clone()]) => {
            let last = behind.last().map_or(0, |last| sheet.slice(last).len());
            (text[..text.len() - last].trim_end().len(), true)
        }
        _ => (text.len(), false),
    };
    let found = |range: &Range<usize>| passage.pieces(range);
    let lead =
        text[end..].len() - text[end..].trim_start_matches(|c| !is_word(c) && c != '“').len();
    Some(Series {
        number: found(&number),
        date: date.as_ref().map(found).unwrap_or_default(),
        issuer: issuer.as_ref().map(found).unwrap_or_default(),
        labels: labels
            .iter()
            .filter(|label| text[(*label).clone()].contains(is_word))
            .map(found)
            .collect(),
        subject: found(&(end + lead..close.max(end + lead))),
        enacted,
    })
}

/// Whether the last of several lines is the issuer and nothing else, and the line above does not wait for it.
fn enacts(sheet: &Sheet<'_>, lines: &[Range<usize>], issuer: &str) -> bool {
    let [_, .., before, last] = lines else { return false };
    let last = sheet.slice(last);
    !ends_open(sheet.slice(before))
        && last.len() == issuer.len()
        && skeleton(last) == skeleton(issuer)
}
