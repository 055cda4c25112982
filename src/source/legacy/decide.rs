//! Which encoding each line is in.
//!
//! A document is in one encoding, as a rule, and lines follow those before them: the choice is the way
//! through the lines with the most evidence, where each change of encoding costs. So a letterhead in
//! another encoding is found, and a word that could be anything is not.

use std::ops::Range;

use memchr::memchr2;

use super::evidence::{Scratch, Tally, Weights, is_alien, tally_line, weigh};
use super::spots::{Spot, spots};
use super::{Charset, viqr};

/// A text that may hold old encodings.
pub(in crate::source) struct Source<'a> {
    /// The text, read as Western where it was no UTF-8.
    pub(in crate::source) text: &'a str,
    /// Lines that were no UTF-8: they are in an old encoding, or no text.
    pub(in crate::source) raw: &'a [Range<usize>],
}

/// Lines in one encoding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::source) struct Run {
    /// Where they lie in the text as it came.
    pub(in crate::source) range: Range<usize>,
    /// None: as it stands.
    pub(in crate::source) charset: Option<Charset>,
    /// Words with marks that are syllables.
    pub(in crate::source) well: u32,
}

/// What was chosen.
#[derive(Debug, Default)]
pub(in crate::source) struct Choice {
    /// The runs, one behind the other; none where everything stays as it is.
    pub(in crate::source) runs: Vec<Run>,
    /// For the converted lines: words that are syllables, and words that are none.
    pub(in crate::source) converted: (u32, u32),
    /// What the text resembles, too little to be converted.
    pub(in crate::source) resembles: Option<Charset>,
    /// Words that stay as they are and resemble an encoding, one behind the other.
    pub(in crate::source) doubtful: Vec<(Range<usize>, Charset)>,
}

/// What a change of encoding costs, in the measure of `evidence`: two words that are common ones in a
/// text without any letter of Vietnamese, four words in one that has them.
const CHANGE: i32 = 5;
const CHANGE_AMONG_UNICODE: i32 = 8;
/// So many letters that only Unicode has are more than a few names.
const SOME_LETTERS: usize = 20;
/// What it costs to leave a line as it is that was no UTF-8.
const NO_TEXT: i32 = 1 << 20;
/// Different words that an encoding must give to be believed; more where they are of ASCII, or stand among
/// letters of Unicode.
const DIFFERENT: usize = 2;
const DIFFERENT_IN_ASCII: usize = 3;
const DIFFERENT_AMONG_UNICODE: usize = 4;
/// How many signs of VIQR there must be before it is looked for.
const SIGNS: usize = 2;
/// Evidence that is worth a word to the reader, though not a conversion.
const RESEMBLANCE: i32 = 6;

/// Three of four words have marks in Vietnamese; where it is not one of so many, signs were taken for letters.
const SPARSE: usize = 20;

const STATES: usize = Charset::ALL.len() + 1;

/// What a line says that says something.
struct Told {
    start: usize,
    weights: Weights,
    raw: bool,
}

/// Lines that were no UTF-8 are no text in an old encoding either.
#[derive(Debug)]
pub(in crate::source) struct NoText;

/// Chooses.
pub(in crate::source) fn choose(source: &Source<'_>) -> Result<Choice, NoText> {
    let text = source.text;
    let viqr = viqr::certain_signs(text, SIGNS) >= SIGNS;
    if !viqr && source.raw.is_empty() && !is_suspect(text) {
        return Ok(Choice::default());
    }
    let unicode = text.chars().filter(|c| is_alien(*c)).take(SOME_LETTERS).count();
    let change = if unicode < SOME_LETTERS { CHANGE } else { CHANGE_AMONG_UNICODE };
    let mut scratch = Scratch::default();
    let mut choice = match listen(source, viqr, &mut scratch) {
        Some(told) => choose_of(source, &told, change, &mut scratch)?,
        None => Choice::default(),
    };
    if change == CHANGE_AMONG_UNICODE {
        among_unicode(text, &mut choice, &mut scratch);
    }
    Ok(choice)
}

/// Chooses for all lines that say something.
fn choose_of(
    source: &Source<'_>,
    told: &[Told],
    change: i32,
    scratch: &mut Scratch,
) -> Result<Choice, NoText> {
    let text = source.text;
    let states = best_way(told, change);
    let mut runs = runs(text, told, &states);
    let mut different = [const { Vec::<String>::new() }; Charset::ALL.len()];
    let mut tallies = [Tally::default(); Charset::ALL.len()];
    let mut words = [0; Charset::ALL.len()];
    for run in &mut runs {
        let charset = run.charset;
        let found = tally_line(&text[run.range.clone()], charset, scratch, |word| {
            let Some(charset) = charset else { return };
            let seen = &mut different[charset as usize];
            let known = seen.iter().any(|seen| seen == word.small());
            if seen.len() < DIFFERENT_AMONG_UNICODE && !known {
                seen.push(word.small().to_owned());
            }
        });
        run.well = found.well;
        if let Some(charset) = charset {
            words[charset as usize] += words_of(&text[run.range.clone()]);
            let tally = &mut tallies[charset as usize];
            (tally.well, tally.ill) = (tally.well + found.well, tally.ill + found.ill);
        }
    }
    let believed = Charset::ALL.map(|charset| {
        let Tally { well, ill, .. } = tallies[charset as usize];
        let least = match charset {
            _ if change == CHANGE_AMONG_UNICODE => DIFFERENT_AMONG_UNICODE,
            Charset::Viqr => DIFFERENT_IN_ASCII,
            _ => DIFFERENT,
        };
        let dense = well as usize * SPARSE >= words[charset as usize];
        different[charset as usize].len() >= least && well >= 3 * ill && dense
    });
    let mut choice = Choice::default();
    for run in &mut runs {
        let Some(charset) = run.charset else { continue };
        if believed[charset as usize] {
            continue;
        }
        if holds_raw(source, &run.range) {
            return Err(NoText);
        }
        run.charset = None;
        choice.resembles = Some(charset);
    }
    let most = Charset::ALL.into_iter().filter(|charset| believed[*charset as usize]);
    if let Some(main) = most.max_by_key(|charset| tallies[*charset as usize].well) {
        follow(text, &mut runs, main, &mut tallies[main as usize], scratch);
    }
    for (charset, tally) in Charset::ALL.iter().zip(tallies) {
        if believed[*charset as usize] {
            choice.converted.0 += tally.well;
            choice.converted.1 += tally.ill;
        }
    }
    if runs.iter().any(|run| run.charset.is_some()) {
        choice.runs = merged(runs);
        choice.resembles = None;
    } else if choice.resembles.is_none() {
        choice.resembles = resemblance(told);
    }
    Ok(choice)
}

/// Single lines that are in an old encoding, among those that stay as they are.
fn among_unicode(text: &str, choice: &mut Choice, scratch: &mut Scratch) {
    let mut seen: Vec<Charset> = choice.runs.iter().filter_map(|run| run.charset).collect();
    seen.sort_unstable();
    seen.dedup();
    let whole = Run { range: 0..text.len(), charset: None, well: 0 };
    let runs = if choice.runs.is_empty() { vec![whole] } else { choice.runs.clone() };
    let find = |seen: &[Charset]| {
        let mut found = Vec::new();
        for run in runs.iter().filter(|run| run.charset.is_none()) {
            spots(text, run.range.clone(), seen, &mut found);
        }
        found
    };
    let mut found = find(&seen);
    let before = seen.len();
    for spot in found.iter().filter(|spot| spot.sure) {
        if !seen.contains(&spot.charset) {
            seen.push(spot.charset);
        }
    }
    // What one line makes sure helps the others.
    if seen.len() > before {
        found = find(&seen);
    }
    if found.is_empty() {
        return;
    }
    if found.iter().any(|spot| spot.sure) {
        choice.runs = parted(text, &runs, &found, scratch);
        let well = found.iter().filter(|spot| spot.sure).map(|spot| spot.well).sum::<u32>();
        choice.converted.0 += well;
    }
    choice.resembles = None;
    let doubtful = found.into_iter().filter(|spot| !spot.sure);
    choice.doubtful = doubtful.map(|spot| (spot.range, spot.charset)).collect();
}

/// The runs, with those that are in an old encoding cut out of them.
fn parted(text: &str, runs: &[Run], found: &[Spot], scratch: &mut Scratch) -> Vec<Run> {
    let mut parts = Vec::with_capacity(runs.len() + 2 * found.len());
    let mut found = found.iter().filter(|spot| spot.sure).peekable();
    let mut rest = |range: Range<usize>| {
        let well = tally_line(&text[range.clone()], None, scratch, |_| {}).well;
        Run { range, charset: None, well }
    };
    for run in runs {
        let mut from = run.range.start;
        while let Some(spot) = found.next_if(|spot| spot.range.end <= run.range.end) {
            let gap = from..spot.range.start;
            from = spot.range.end;
            // Lines behind each other are one run.
            let last =
                parts.last_mut().filter(|last: &&mut Run| last.charset == Some(spot.charset));
            if let Some(last) = last.filter(|_| text[gap.clone()].trim().is_empty()) {
                last.range.end = spot.range.end;
                last.well += spot.well;
                continue;
            }
            if !gap.is_empty() {
                parts.push(rest(gap));
            }
            let Spot { range, charset, well, .. } = spot;
            parts.push(Run { range: range.clone(), charset: Some(*charset), well: *well });
        }
        if from == run.range.start {
            parts.push(run.clone());
        } else if from < run.range.end {
            parts.push(rest(from..run.range.end));
        }
    }
    parts
}

/// How much more a document must say for its encoding than the lines that are to follow it.
const FOLLOWED: u32 = 4;

/// Lines that would stay as they stand, with words that make no Vietnamese in either way: they follow
/// the encoding of the document where that makes more of them than none.
fn follow(text: &str, runs: &mut [Run], main: Charset, told: &mut Tally, scratch: &mut Scratch) {
    for run in runs.iter_mut().filter(|run| run.charset.is_none()) {
        let line = &text[run.range.clone()];
        if told.well < FOLLOWED * run.well || line.chars().any(is_alien) {
            continue;
        }
        let found = tally_line(line, Some(main), scratch, |_| {});
        if found.well > run.well {
            (run.charset, run.well) = (Some(main), found.well);
            (told.well, told.ill) = (told.well + found.well, told.ill + found.ill);
        }
    }
}

/// How many words a text has, of whatever letters.
fn words_of(text: &str) -> usize {
    let words = text.split(|c: char| c.is_ascii() && !c.is_ascii_alphabetic());
    words.filter(|word| !word.is_empty()).count()
}

/// One run for all of it.
pub(in crate::source) fn forced(text: &str, charset: Charset) -> Choice {
    let tally = tally_line(text, Some(charset), &mut Scratch::default(), |_| {});
    let run = Run { range: 0..text.len(), charset: Some(charset), well: tally.well };
    // Letters that no byte stands for speak against it.
    let alien = text.chars().filter(|c| is_alien(*c)).count();
    let ill = tally.ill.saturating_add(u32::try_from(alien).unwrap_or(u32::MAX));
    Choice { runs: vec![run], converted: (tally.well, ill), ..Choice::default() }
}

/// Bytes that are looked at together.
const BLOCK: usize = 64;

/// Whether a character stands in the text that Unicode text of Vietnamese has rarely, and every text in
/// an old encoding often: most texts have none, and nothing more is looked at.
pub(super) fn is_suspect(text: &str) -> bool {
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(block) = bytes[at..].first_chunk::<{ BLOCK + 2 }>() {
        let mut held = false;
        for at in 0..BLOCK {
            held |= suspect(block[at], block[at + 1], block[at + 2]);
        }
        if held {
            return true;
        }
        at += BLOCK;
    }
    let last = bytes.len().checked_sub(2).is_some_and(|at| suspect(b' ', bytes[at], bytes[at + 1]));
    last || bytes[at..].windows(3).any(|three| suspect(three[0], three[1], three[2]))
}

/// Whether two bytes of UTF-8 are such a character: in Latin-1, and none of À Á Â Ã È É Ê Ì Í Ò Ó Ô Õ Ù Ú Ý,
/// of the small ones, of the signs that are common anyway; or ì or ò behind a, e, â, ê, ô, which are the tones of
/// windows-1258; or » behind á. Without a branch, so that many are looked at in one step.
#[expect(clippy::needless_bitwise_bool, reason = "the lazy ones are branches")]
fn suspect(before: u8, lead: u8, second: u8) -> bool {
    let letter = second & 0x1f;
    let between = |from: u8, to: u8| (letter >= from) & (letter <= to);
    let ours = between(0, 3) | between(8, 10) | between(12, 13) | between(18, 21) | between(25, 26);
    let ours = ours | (letter == 29);
    // The no-break space, «, », the soft hyphen, °, ², ·.
    let common = (second == 0xa0) | (second == 0xab) | (second == 0xbb) | (second == 0xad);
    let common = common | (second == 0xb0) | (second == 0xb2) | (second == 0xb7);
    // Not "đò", "Đì", which end so.
    let marked = (before >= 0x80) & (before & 0xfe != 0x90);
    let vowel = (before == b'a') | (before == b'e') | marked;
    let tone = vowel & ((second == 0xac) | (second == 0xb2));
    // "á»" begins the letters with two marks where UTF-8 was read as Western text.
    let pair = (before == 0xa1) & (second == 0xbb);
    (lead == 0xc3) & (!ours | tone) | (lead == 0xc2) & (!common | pair)
}

/// The lines of a text, with where they begin; line ends belong to them.
pub(super) fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = text.get(at..).filter(|rest| !rest.is_empty())?;
        let len = memchr2(b'\n', b'\r', rest.as_bytes()).map_or(rest.len(), |len| len + 1);
        at += len;
        Some((at - len, &rest[..len]))
    })
}

/// What the lines say, where one says something at all.
fn listen(source: &Source<'_>, viqr: bool, scratch: &mut Scratch) -> Option<Vec<Told>> {
    let text = source.text;
    if source.raw.is_empty() {
        // Lines without such a character are in the same encoding in any case: most texts end here.
        let mut sums = [0_i32; Charset::ALL.len()];
        for (_, line) in lines(text).filter(|(_, line)| viqr || is_suspect(line)) {
            for (sum, weight) in sums.iter_mut().zip(weigh(line, viqr, scratch).unwrap_or_default())
            {
                *sum = sum.saturating_add(i32::from(weight.max(0)));
            }
        }
        if sums.iter().all(|sum| *sum < RESEMBLANCE) {
            return None;
        }
    }
    let mut told = Vec::new();
    let mut raws = source.raw.iter().peekable();
    for (start, line) in lines(text) {
        while raws.next_if(|raw| raw.end <= start).is_some() {}
        let raw = raws.peek().is_some_and(|raw| raw.start < start + line.len());
        let weights = weigh(line, viqr, scratch);
        if raw || weights.is_some() {
            let mut weights = weights.unwrap_or_default();
            // UTF-8 with a damaged byte is not to be taken for UTF-8 that was read as something else.
            if raw {
                weights[Charset::Utf8 as usize] = i16::MIN;
            }
            told.push(Told { start, weights, raw });
        }
    }
    Some(told)
}

/// The encoding of each line that says something: 0 is as it stands, then as in `Charset::ALL`.
fn best_way(told: &[Told], change: i32) -> Vec<u8> {
    let mut best = [-change; STATES];
    best[0] = 0;
    let mut from = vec![[0_u8; STATES]; told.len()];
    for (told, from) in told.iter().zip(&mut from) {
        let top =
            (0..STATES).max_by_key(|state| (best[*state], STATES - state)).unwrap_or_default();
        let before = best;
        for state in 0..STATES {
            let changed = before[top] - change;
            let stay = before[state] >= changed;
            from[state] = if stay { state } else { top } as u8;
            let weight = match state.checked_sub(1) {
                None if told.raw => -NO_TEXT,
                None => 0,
                Some(charset) => i32::from(told.weights[charset]),
            };
            best[state] = if stay { before[state] } else { changed } + weight;
        }
        // The sums stay small; what counts is how they differ.
        let top = best.into_iter().max().unwrap_or_default();
        for sum in &mut best {
            *sum = (*sum - top).max(-2 * NO_TEXT);
        }
    }
    let last = (0..STATES).max_by_key(|state| (best[*state], STATES - state)).unwrap_or_default();
    let mut state = last as u8;
    let mut states = vec![0; told.len()];
    for (slot, from) in states.iter_mut().zip(&from).rev() {
        *slot = state;
        state = from[usize::from(state)];
    }
    states
}

/// The lines that follow each other in one encoding. What says nothing goes with what stands before it.
fn runs(text: &str, told: &[Told], states: &[u8]) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for (told, state) in told.iter().zip(states) {
        let charset = usize::from(*state).checked_sub(1).map(|at| Charset::ALL[at]);
        match runs.last_mut() {
            Some(last) if last.charset == charset => {}
            Some(last) => {
                last.range.end = told.start;
                runs.push(Run { range: told.start..text.len(), charset, well: 0 });
            }
            None => runs.push(Run { range: 0..text.len(), charset, well: 0 }),
        }
    }
    runs
}

/// Neighbours in one encoding made one.
fn merged(runs: Vec<Run>) -> Vec<Run> {
    let mut merged: Vec<Run> = Vec::with_capacity(runs.len());
    for run in runs {
        match merged.last_mut().filter(|last| last.charset == run.charset) {
            Some(last) => {
                last.range.end = run.range.end;
                last.well += run.well;
            }
            None => merged.push(run),
        }
    }
    merged
}

/// Whether a range holds a line that was no UTF-8.
fn holds_raw(source: &Source<'_>, range: &Range<usize>) -> bool {
    let first = source.raw.partition_point(|raw| raw.end <= range.start);
    source.raw.get(first).is_some_and(|raw| raw.start < range.end)
}

/// The encoding the lines speak for most, if they do.
fn resemblance(told: &[Told]) -> Option<Charset> {
    let sum = |charset: Charset| -> i32 {
        let weights = told.iter().map(|told| i32::from(told.weights[charset as usize]));
        weights.fold(0, i32::saturating_add)
    };
    let sums = Charset::ALL.map(|charset| (sum(charset), charset));
    let (most, charset) = sums.into_iter().max_by_key(|(sum, _)| *sum)?;
    (most >= RESEMBLANCE).then_some(charset)
}
