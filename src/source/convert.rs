//! A text in the encodings that were chosen for its lines.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::ops::Range;

use super::encoding::{Decoded, Encoding, Mixture};
use super::legacy::{Capitals, Charset, Choice, Passage};
use super::remark::{Remark, losses};
use super::span::Span;

/// Below this a conversion is doubtful.
pub(super) const SURE: f64 = 0.8;

/// The text as was chosen, and what there is to say about it.
///
/// It came in `carrier`, which is `shown` where the text had been decoded wrongly in it.
pub(super) fn decoded<'a>(
    text: Cow<'a, str>,
    choice: &Choice,
    carrier: Encoding,
    shown: Option<Encoding>,
) -> Decoded<'a> {
    if choice.runs.is_empty() {
        return untouched(text, choice, carrier);
    }
    let Converted { text, ranges, passage } = convert(&text, choice);
    let encoding_of = |charset: Option<Charset>| charset.map_or(carrier, Charset::encoding);
    let shares = shares(choice, encoding_of);
    let encoding = shares.first().map_or(carrier, |(encoding, _)| *encoding);
    let converted = shares.iter().find(|(encoding, _)| *encoding != carrier);
    let converted = converted.map_or(carrier, |(encoding, _)| *encoding);
    let (well, ill) = choice.converted;
    let (well, ill) = (f64::from(well), f64::from(ill));
    // Down, so that 1 is said where it is so.
    let confidence = (100.0 * well / (well + ill + 1.0)).floor() / 100.0;
    let first = choice.runs.iter().zip(&ranges).find(|(run, _)| run.charset.is_some());
    let place = first.map_or(0, |(_, range)| words(&text, range).start);
    let place = Span::new(place, place);

    let mut remarks = vec![Remark::converted(converted, shown, confidence, place)];
    if confidence < SURE {
        remarks.push(Remark::uncertain(converted, place));
    }
    for (run, range) in choice.runs.iter().zip(&ranges) {
        let other = encoding_of(run.charset);
        if other != encoding && run.well > 0 {
            remarks.push(Remark::mixed(other, encoding, words(&text, range)));
        }
    }
    let mut runs = choice.runs.iter().zip(&ranges).peekable();
    for (place, charset) in &choice.doubtful {
        while runs.next_if(|(run, _)| run.range.end <= place.start).is_some() {}
        let Some((run, range)) = runs.peek() else { break };
        // It stays as it is, so it is as long as it was.
        let start = range.start + (place.start - run.range.start);
        remarks.push(Remark::resembling(charset.encoding(), span(start..start + place.len())));
    }
    let tcvn3 = choice.runs.iter().any(|run| run.charset == Some(Charset::Tcvn3));
    let losses = losses(passage, tcvn3, place, &mut remarks);
    let mixture = shares[1..].iter().filter(|(_, words)| *words > 0);
    let mixture =
        mixture.map(|(other, words)| Mixture { encoding: other.as_str().into(), words: *words });
    Decoded {
        encoding,
        carrier: shown,
        confidence,
        mixture: mixture.collect(),
        losses,
        remarks,
        text: Cow::Owned(text),
    }
}

/// A text in which nothing is converted.
fn untouched<'a>(text: Cow<'a, str>, choice: &Choice, carrier: Encoding) -> Decoded<'a> {
    let remark = choice.resembles.map(|charset| Remark::resembles(charset.encoding()));
    let mut remarks = Vec::from_iter(remark);
    remarks.extend(
        choice
            .doubtful
            .iter()
            .map(|(range, charset)| Remark::resembling(charset.encoding(), span(range.clone()))),
    );
    Decoded {
        text,
        encoding: carrier,
        carrier: None,
        confidence: if remarks.is_empty() { 1.0 } else { 0.5 },
        mixture: Vec::new(),
        losses: Vec::new(),
        remarks,
    }
}

/// What became of a text.
struct Converted {
    text: String,
    /// Where its runs lie.
    ranges: Vec<Range<usize>>,
    passage: Passage,
}

fn convert(text: &str, choice: &Choice) -> Converted {
    let mut out = String::with_capacity(text.len());
    let mut passage = Passage::of(text);
    let mut ranges = Vec::with_capacity(choice.runs.len());
    let mut capitals = Capitals::default();
    for run in &choice.runs {
        let start = out.len();
        let piece = &text[run.range.clone()];
        for line in piece.split_inclusive(['\n', '\r']) {
            convert_line(line, run.charset, &mut out, &mut passage, &mut capitals);
        }
        ranges.push(start..out.len());
    }
    Converted { text: out, ranges, passage }
}

/// Converts a line, or what a run has of it.
fn convert_line(
    line: &str,
    charset: Option<Charset>,
    out: &mut String,
    passage: &mut Passage,
    capitals: &mut Capitals,
) {
    let words = line.trim_end_matches(['\n', '\r']);
    let from = out.len();
    // Blanks before and behind a column, and the second half of a line end, are no blank line.
    let whole = words.len() < line.len()
        && (out.is_empty()
            || out.ends_with('\n')
            || out.ends_with('\r') && !line.starts_with('\n'));
    match charset {
        None => out.push_str(words),
        Some(charset) => charset.decode(words, out, passage),
    }
    if whole || !words.trim().is_empty() {
        if charset == Some(Charset::Tcvn3) {
            capitals.restore(out, from, passage);
        } else {
            capitals.pass_over(&out[from..]);
        }
    }
    out.push_str(&line[words.len()..]);
}

/// How many words are in each encoding, the most first.
fn shares(
    choice: &Choice,
    encoding_of: impl Fn(Option<Charset>) -> Encoding,
) -> Vec<(Encoding, u32)> {
    let mut shares: Vec<(Encoding, u32)> = Vec::new();
    for run in &choice.runs {
        let encoding = encoding_of(run.charset);
        match shares.iter_mut().find(|(name, _)| *name == encoding) {
            Some((_, words)) => *words += run.well,
            None => shares.push((encoding, run.well)),
        }
    }
    shares.sort_by_key(|(_, words)| Reverse(*words));
    shares
}

/// A range without the blanks around its words.
fn words(text: &str, range: &Range<usize>) -> Span {
    let piece = &text[range.clone()];
    let start = range.start + (piece.len() - piece.trim_start().len());
    let end = (range.start + piece.trim_end().len()).max(start);
    span(start..end)
}

fn span(range: Range<usize>) -> Span {
    Span::new(range.start as u32, range.end as u32)
}
