//! A running text and the way from its offsets back to the clean text.

use std::ops::Range;

use memchr::memchr;

use super::Sheet;
use super::sheet::trim_value;
use crate::document::Text;
use crate::lexicon::Marks;
use crate::source::Span;

/// A run of letters that stand in the running text as they do in the clean one.
#[derive(Debug, Clone, Copy)]
struct Run {
    /// Where it begins in the running text.
    flow: usize,
    /// Where it begins in the clean text.
    clean: usize,
    /// Its length.
    len: usize,
}

/// Words of a printed text for which another has what they should be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Swap {
    /// Where they stand in the printed text.
    pub(crate) printed: Range<usize>,
    /// Where the other has what is meant.
    pub(crate) meant: Range<usize>,
}

/// The running text of a leaf of the tree, with its pieces.
///
/// A running text keeps the letters of its pieces and their order; white space, the strokes of tables
/// and the signs of markup are dropped or turned into single blanks. So the two are laid side by side
/// here, letter by letter: what the pieces have more was dropped.
#[derive(Debug)]
pub(crate) struct Passage<'s> {
    sheet: &'s Sheet<'s>,
    text: &'s str,
    runs: Vec<Run>,
    /// The text to which ranges are given, and the words that were put right in it.
    read: &'s str,
    swaps: &'s [Swap],
}

impl<'s> Passage<'s> {
    /// Lays `text` beside the pieces it was made of; it may end before they do.
    pub(crate) fn new(sheet: &'s Sheet<'s>, text: &'s str, pieces: &[Range<usize>]) -> Self {
        // Most texts are one piece as it stands.
        if let [piece] = pieces
            && !text.starts_with(' ')
            && sheet.slice(piece).starts_with(text)
        {
            let len = text.trim_end_matches(' ').len();
            let runs =
                if len > 0 { vec![Run { flow: 0, clean: piece.start, len }] } else { vec![] };
            return Self { sheet, text, runs, read: text, swaps: &[] };
        }
        let mut runs: Vec<Run> = Vec::with_capacity(pieces.len());
        let mut flow = 0;
        for piece in pieces {
            let mut clean = piece.start;
            loop {
                flow += text[flow..].bytes().take_while(|byte| *byte == b' ').count();
                // What the piece has before the next letter of the text was dropped.
                let next = text.as_bytes().get(flow);
                let rest = sheet.slice(&(clean..piece.end));
                let Some(dropped) = next.and_then(|next| memchr(*next, rest.as_bytes())) else {
                    break;
                };
                clean += dropped;
                let len = common_len(&text[flow..], &rest[dropped..]);
                if len == 0 {
                    // Another letter with the same first byte.
                    clean += rest[dropped..].chars().next().map_or(1, char::len_utf8);
                    continue;
                }
                let end = flow + text[flow..flow + len].trim_end_matches(' ').len();
                match runs.last_mut() {
                    Some(run) if flow + run.clean == clean + run.flow => run.len = end - run.flow,
                    _ => runs.push(Run { flow, clean, len: end - flow }),
                }
                flow += len;
                clean += len;
            }
        }
        Self { sheet, text, runs, read: text, swaps: &[] }
    }

    /// The same for ranges of a text in which these words, in order, were put right: what is given for them is what is
    /// printed.
    pub(crate) fn mended(self, read: &'s str, swaps: &'s [Swap]) -> Self {
        Self { read, swaps, ..self }
    }

    /// The words of a value as they are read, where some were put right.
    pub(crate) fn read_as(&self, range: &Range<usize>) -> &'s str {
        trim_value(&self.read[range.clone()])
    }

    /// The range of the printed text that a range stands for.
    fn printed(&self, range: &Range<usize>) -> Range<usize> {
        if self.swaps.is_empty() {
            return range.clone();
        }
        let before = |begun: usize| begun.checked_sub(1).map(|at| &self.swaps[at]);
        let begun = self.swaps.partition_point(|swap| swap.meant.start <= range.start);
        let start = before(begun).map_or(range.start, |swap| {
            let behind = range.start.checked_sub(swap.meant.end);
            behind.map_or(swap.printed.start, |behind| swap.printed.end + behind)
        });
        let begun = self.swaps.partition_point(|swap| swap.meant.start < range.end);
        let end = before(begun)
            .map_or(range.end, |swap| swap.printed.end + range.end.saturating_sub(swap.meant.end));
        start..end.max(start)
    }

    /// The range of the clean text for a range that lies within one run, as most do.
    fn whole(&self, range: &Range<usize>) -> Option<Range<usize>> {
        let at = self.runs.partition_point(|run| run.flow + run.len <= range.start);
        let run = self.runs.get(at)?;
        let holds =
            run.flow <= range.start && range.start < range.end && range.end <= run.flow + run.len;
        let moved = |at: usize| run.clean + (at - run.flow);
        holds.then(|| moved(range.start)..moved(range.end))
    }

    /// Whether the text has the marks of its letters.
    pub(crate) fn marks(&self) -> Marks {
        self.sheet.marks()
    }

    /// The running text up to a place, as it is read.
    pub(crate) fn before(&self, at: usize) -> &'s str {
        &self.read[..at]
    }

    /// The running text from a place on, as it is read.
    pub(crate) fn behind(&self, at: usize) -> &'s str {
        &self.read[at..]
    }

    /// The ranges of the clean text that a range of the running text stands for.
    pub(crate) fn pieces(&self, range: &Range<usize>) -> Vec<Range<usize>> {
        let first = self.runs.partition_point(|run| run.flow + run.len <= range.start);
        self.runs[first..]
            .iter()
            .take_while(|run| run.flow < range.end)
            .map(|run| {
                let from = range.start.max(run.flow) - run.flow;
                let to = range.end.min(run.flow + run.len) - run.flow;
                run.clean + from..run.clean + to
            })
            .collect()
    }

    /// A value that stands in the running text, without its trailing punctuation.
    pub(crate) fn value(&self, range: &Range<usize>) -> Text {
        let range = self.printed(range);
        let text = trim_value(&self.text[range.clone()]);
        self.placed(&(range.start..range.start + text.len()))
    }

    /// The place of a value, without its words.
    pub(crate) fn span(&self, range: &Range<usize>) -> Span {
        let range = self.printed(range);
        let text = trim_value(&self.text[range.clone()]);
        let range = range.start..range.start + text.len();
        match self.whole(&range) {
            Some(clean) if !self.sheet.has_escapes() => self.sheet.span(&clean),
            _ => self.placed(&range).span,
        }
    }

    /// Words of the running text as they stand there.
    pub(crate) fn words(&self, range: &Range<usize>) -> Text {
        self.placed(&self.printed(range))
    }

    /// Words of the printed text.
    fn placed(&self, range: &Range<usize>) -> Text {
        let text = &self.text[range.clone()];
        match self.whole(range) {
            Some(clean) => self.sheet.placed(text.to_owned(), &[clean]),
            None => self.sheet.placed(text.to_owned(), &self.pieces(range)),
        }
    }

    /// The range of the clean text from the first to the last letter of a range.
    pub(crate) fn hull(&self, range: &Range<usize>) -> Range<usize> {
        let range = &self.printed(range);
        if let Some(clean) = self.whole(range) {
            return clean;
        }
        let pieces = self.pieces(range);
        let start = pieces.iter().map(|piece| piece.start).min().unwrap_or_default();
        start..pieces.iter().map(|piece| piece.end).max().unwrap_or(start)
    }
}

/// Bytes that two texts have in common at their beginning, in whole letters.
fn common_len(a: &str, b: &str) -> usize {
    const BLOCK: usize = 16;
    let (a_bytes, b_bytes) = (a.as_bytes(), b.as_bytes());
    let blocks = a_bytes.chunks_exact(BLOCK).zip(b_bytes.chunks_exact(BLOCK));
    let whole = BLOCK * blocks.take_while(|(a, b)| a == b).count();
    let rest = a_bytes[whole..].iter().zip(&b_bytes[whole..]);
    let mut len = whole + rest.take_while(|(a, b)| a == b).count();
    while !a.is_char_boundary(len) {
        len -= 1;
    }
    len
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::SourceMap;

    #[test]
    fn finds_the_way_back_over_line_breaks() {
        let text = "Kế hoạch số 04/KH-\n\nUBND  ngày |\n1\n5";
        let map = SourceMap::default();
        let sheet = Sheet::new(text, &map);
        let pieces: Vec<_> = [0, 1, 3].map(|line| sheet.lines[line].range.clone()).to_vec();
        let flow = sheet.flow(&pieces);
        assert_eq!(flow, "Kế hoạch số 04/KH-UBND ngày 5");
        let passage = Passage::new(&sheet, &flow, &pieces);
        let at = flow.find("04").expect("there");
        let number = at..at + "04/KH-UBND".len();
        let value = passage.value(&number);
        assert_eq!(value.text, "04/KH-UBND");
        assert_eq!(value.span.slice(text), Some("04/KH-\n\nUBND"));
        assert!(value.parts.is_empty());
        let day = flow.find("ngày").expect("there")..flow.len();
        assert_eq!(passage.value(&day).parts.len(), 2);
    }

    #[test]
    fn gives_what_is_printed_for_what_is_meant() {
        let (printed, meant) = ("Phỏng A chũ trì rà soát", "Phòng A chủ trì rà soát");
        let map = SourceMap::default();
        let sheet = Sheet::new(printed, &map);
        let piece = 0..printed.len();
        let swap = |was: &str, is: &str| {
            let (at, to) = (printed.find(was).expect("there"), meant.find(is).expect("there"));
            Swap { printed: at..at + was.len(), meant: to..to + is.len() }
        };
        let swaps = [swap("Phỏng", "Phòng"), swap("chũ trì", "chủ trì")];
        let passage =
            Passage::new(&sheet, printed, std::slice::from_ref(&piece)).mended(meant, &swaps);
        for (asked, want) in [
            ("Phòng A", "Phỏng A"),
            ("chủ trì", "chũ trì"),
            (" A chủ trì rà", "A chũ trì rà"),
            ("rà soát", "rà soát"),
            ("trì rà", "chũ trì rà"),
            ("Phòng A chủ", "Phỏng A chũ trì"),
        ] {
            let at = meant.find(asked).expect("there");
            assert_eq!(passage.value(&(at..at + asked.len())).text.trim(), want, "{asked}");
        }
    }
}
