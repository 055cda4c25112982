//! Where a unit belongs: the open units, and how a new marker continues or nests in them.
//!
//! Markers alone do not fix a depth. What counts is continuity: a marker that continues an open
//! list belongs to it, one that can begin a list begins it inside the innermost unit that can hold
//! it, and anything else is text, or a fault in the numbering that is read and reported.

use super::family::Family;
use super::marker::{Candidate, ROMAN};
use super::reading::{Reading, Value};
use crate::diagnostic::Code;
use crate::lexicon::{is_upper, word_count, word_starts};

/// An open unit.
#[derive(Debug, Clone)]
pub(crate) struct Open {
    /// Its place in the arena of units.
    pub(crate) unit: usize,
    family: Family,
    value: Value,
    sign: char,
    indent: u16,
    /// Whether its first line is in capitals.
    caps: bool,
    /// Whether its text so far ends with a colon: what follows is its list.
    pub(crate) introduces: bool,
    /// What is known of its text as the title of the paragraphs that follow.
    title: Title,
}

/// Whether the text of a bullet is the title of the paragraphs behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Title {
    /// It is none: the item before it held no paragraph.
    Never,
    /// It may be one: it is the first of its list, or the item before it held some.
    Possible,
    /// And it looks like one.
    Likely,
    /// And paragraphs followed.
    Sure,
    /// It is none, but introduced paragraphs by its colon.
    Other,
}

/// Whether the text of a bullet looks like the title of what follows: a few words that end with none of the signs of a
/// sentence.
fn is_title(text: &str) -> bool {
    const WORDS: usize = 8;
    text.starts_with(char::is_uppercase)
        && text.ends_with(|c: char| c.is_alphanumeric() || c == ')')
        && !text.contains(['.', ';', ':'])
        && (2..=WORDS).contains(&word_count(text))
}

/// Whether a paragraph is a sentence or so, and no cell or heading.
fn is_told(text: &str) -> bool {
    const WORDS: usize = 5;
    text.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
        && !is_upper(text)
        && word_starts(text).nth(WORDS - 1).is_some()
}

/// What is known of the line a candidate opens.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Scene {
    /// Whether the line is in capitals.
    pub(crate) caps: bool,
    /// Whether the sentence before may still run on: no blank line between, no final punctuation.
    pub(crate) running: bool,
    /// How far the line is set in, where that tells the level, as in Markdown.
    pub(crate) indent: Option<u16>,
}

/// Blanks by which Markdown sets a list in, at least, in the list or item above it.
pub(crate) const LEVEL: u16 = 2;

/// Where a unit goes and how its marker is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Placement {
    /// How many open units stay open around it.
    pub(crate) depth: usize,
    /// The reading that fits.
    pub(crate) reading: Reading,
    /// What is odd about it.
    pub(crate) fault: Option<Code>,
}

/// The open units, outermost first.
#[derive(Debug, Default)]
pub(crate) struct Nesting {
    open: Vec<Open>,
    /// The last value of each family, wherever it stood: articles count on through chapters.
    last: Vec<(Family, u16)>,
}

impl Nesting {
    /// The innermost open unit.
    pub(crate) fn innermost(&self) -> Option<&Open> {
        self.open.last()
    }

    /// The unit that is to hold another.
    pub(crate) fn parent(&self, placement: &Placement) -> Option<usize> {
        let parent = placement.depth.checked_sub(1)?;
        self.open.get(parent).map(|open| open.unit)
    }

    /// Whether an open list of a family has come to this value.
    pub(crate) fn is_at(&self, family: Family, value: u16) -> bool {
        self.open.iter().any(|open| open.family == family && open.value.last() == Some(value))
    }

    /// Notes whether the innermost unit's text ends with a colon.
    pub(crate) fn introduce(&mut self, introduces: bool) {
        if let Some(open) = self.open.last_mut() {
            open.introduces = introduces;
        }
    }

    /// Closes units until `depth` are left.
    pub(crate) fn close_to(&mut self, depth: usize) {
        self.open.truncate(depth);
    }

    /// Whether the innermost unit is one of a bullet.
    pub(crate) fn in_bullet(&self) -> bool {
        self.innermost().is_some_and(|open| open.family.is_bullet())
    }

    /// Closes bullets within bullets: what is said behind a list of them is said of the item that holds it.
    pub(crate) fn close_to_outer_bullet(&mut self) {
        while let [.., outer, inner] = &*self.open
            && outer.family.is_bullet()
            && inner.family.is_bullet()
        {
            self.open.pop();
        }
    }

    /// Closes bullets that introduce nothing and are no title: an unmarked paragraph behind them is not theirs.
    pub(crate) fn close_bullets(&mut self, paragraph: &str) {
        let told = is_told(paragraph);
        let ends = |open: &Open| {
            open.family.is_bullet()
                && !open.introduces
                && !(told && matches!(open.title, Title::Likely | Title::Sure))
        };
        while self.open.last().is_some_and(ends) {
            self.open.pop();
        }
        if let Some(open) = self.open.last_mut() {
            open.title = match open.title {
                Title::Likely | Title::Sure => Title::Sure,
                Title::Never | Title::Possible | Title::Other => Title::Other,
            };
        }
    }

    /// Notes the own text of the innermost unit.
    pub(crate) fn note_text(&mut self, text: &str) {
        if let Some(open) = self.open.last_mut()
            && open.family.is_bullet()
            && open.title == Title::Possible
            && is_title(text)
        {
            open.title = Title::Likely;
        }
    }

    /// Closes what an unmarked paragraph that is set in this far is no part of.
    pub(crate) fn close_to_indent(&mut self, indent: u16) {
        while self.open.last().is_some_and(|open| open.indent + LEVEL > indent) {
            self.open.pop();
        }
    }

    /// Opens a unit where `placement` says.
    pub(crate) fn push(&mut self, unit: usize, placement: &Placement, sign: char, scene: Scene) {
        let Reading { family, value, .. } = placement.reading;
        let alone = self.open.get(placement.depth).is_none_or(|sibling| {
            sibling.family != family || matches!(sibling.title, Title::Sure | Title::Other)
        });
        self.open.truncate(placement.depth);
        let title = if alone { Title::Possible } else { Title::Never };
        if let &[single] = value.levels() {
            match self.last.iter_mut().find(|(known, _)| *known == family) {
                Some((_, last)) => *last = single,
                None => self.last.push((family, single)),
            }
        }
        let indent = scene.indent.unwrap_or_default();
        let caps = scene.caps;
        self.open.push(Open { unit, family, value, sign, indent, caps, introduces: false, title });
    }

    /// Finds the place of a candidate; `None` if the line is running text.
    pub(crate) fn place(&self, candidate: &Candidate, scene: Scene) -> Option<Placement> {
        if let Some(indent) = scene.indent {
            return self.set_in(candidate, indent, scene);
        }
        if candidate.readings.first().family.is_bullet() {
            return self.bullet(candidate, scene);
        }
        self.successor(candidate, scene)
            .or_else(|| self.beginning(candidate, scene))
            .or_else(|| self.faulty(candidate, scene))
    }

    /// The same where indents tell the level: what is set in further than the innermost unit belongs to
    /// it, and units that are set in further than the line are closed.
    fn set_in(&self, candidate: &Candidate, indent: u16, scene: Scene) -> Option<Placement> {
        let scene = Scene { indent: None, ..scene };
        let bullet = candidate.readings.first().family.is_bullet();
        let mut readings = candidate.readings.iter().filter(|reading| !reading.damaged);
        let inside = self.innermost().is_some_and(|open| open.indent + LEVEL <= indent);
        if inside && let Some(reading) = readings.find(|reading| bullet || begins(*reading)) {
            return Some(Placement { depth: self.open.len(), reading, fault: None });
        }
        let within = |open: &Open| open.indent < indent + LEVEL;
        let depth = self.open.iter().rposition(within).map_or(0, |last| last + 1);
        let outer = Self { open: self.open[..depth].to_vec(), last: self.last.clone() };
        // The item beside it, not the one in whose list its own stands.
        let level = outer.open.iter().rposition(|open| {
            open.indent + LEVEL > indent
                && candidate.readings.iter().any(|reading| {
                    open.family == reading.family && (bullet || follows(open.value, reading))
                })
        });
        let placement = outer.place(candidate, scene)?;
        Some(match level {
            Some(depth) if !placement.reading.damaged => Placement { depth, ..placement },
            _ => placement,
        })
    }

    /// Whether a figure is the next of an open list of several levels with the points between them lost.
    pub(crate) fn lost_point(&self, candidate: &Candidate) -> bool {
        let reading = candidate.readings.first();
        let &[figure] = reading.value.levels() else { return false };
        let lost = |open: &Open| {
            let Some((last, parents)) = open.value.levels().split_last() else { return false };
            let digits = |n: u32, level: u16| match level {
                0..10 => n * 10 + u32::from(level),
                _ => n * 100 + u32::from(level),
            };
            let outer = parents.iter().fold(0, |n, level| digits(n, *level));
            open.family == Family::Multilevel && digits(outer, last + 1) == u32::from(figure)
        };
        reading.family == Family::Decimal && self.open.iter().any(lost)
    }

    fn bullet(&self, candidate: &Candidate, scene: Scene) -> Option<Placement> {
        let reading = candidate.readings.first();
        let sibling = self.open.iter().rposition(|open| open.family == reading.family);
        if scene.running && !candidate.firm {
            // "kinh tế / - xã hội": the hyphen of a compound at a line start.
            let innermost = sibling.is_some_and(|depth| depth + 1 == self.open.len());
            if !innermost {
                return None;
            }
        }
        let fault = reading.damaged.then_some(Code::MarkerDamaged);
        let depth = sibling.unwrap_or_else(|| self.room_for(reading.family));
        Some(Placement { depth, reading, fault })
    }

    /// The open list that the candidate continues, the innermost first, an undamaged reading before
    /// a damaged one.
    fn successor(&self, candidate: &Candidate, scene: Scene) -> Option<Placement> {
        let mut best: Option<((bool, bool, bool, usize), Placement)> = None;
        for reading in candidate.readings.iter() {
            for (depth, open) in self.open.iter().enumerate() {
                if open.family != reading.family || !follows(open.value, reading) {
                    continue;
                }
                // A damaged sign in running text is more likely a word.
                if reading.damaged && (scene.running || !candidate.firm) {
                    continue;
                }
                if !candidate.firm && scene.running && candidate.sign == ' ' {
                    continue;
                }
                // A sound reading, then one of the same case and sign, then the innermost list.
                let score =
                    (!reading.damaged, open.caps == scene.caps, open.sign == candidate.sign, depth);
                if best.as_ref().is_none_or(|(most, _)| score > *most) {
                    let fault = reading.damaged.then_some(Code::MarkerDamaged);
                    best = Some((score, Placement { depth, reading, fault }));
                }
            }
        }
        best.map(|(_, placement)| placement)
    }

    /// A new list.
    fn beginning(&self, candidate: &Candidate, scene: Scene) -> Option<Placement> {
        // A line that is full and goes on: "… các địa bàn cấp độ / 1. Cấp ngay …".
        if scene.running {
            return None;
        }
        let beginnings = || candidate.readings.iter().filter(|reading| begins(*reading));
        let sound = beginnings().find(|reading| !reading.damaged);
        // "I." in lower case inside a list of capital roman headings is a damaged "1.".
        let small_roman = !scene.caps
            && candidate.readings.first().family == Family::UpperRoman
            && self.open.iter().any(|open| open.family == Family::UpperRoman && open.caps);
        let spoilt = beginnings().find(|reading| reading.damaged);
        // "l. MỤC ĐÍCH" where nothing is numbered yet: headings in capitals have Roman figures.
        let roman = |reading: &Reading| reading.damaged && reading.family == Family::UpperRoman;
        let none_yet = self.last.is_empty() && scene.caps && candidate.sign != ',';
        let spoilt = beginnings().find(|reading| none_yet && roman(reading)).or(spoilt);
        let figure = |reading: &Reading| reading.damaged && reading.family == Family::Decimal;
        let spoilt_figure = beginnings().find(figure).filter(|_| small_roman);
        let reading = spoilt_figure.or(sound).or(spoilt)?;
        if reading.family == Family::Multilevel {
            return Some(self.multilevel(reading));
        }
        let mut fault = reading.damaged.then_some(Code::MarkerDamaged);
        let same = self.open.iter().rposition(|open| {
            open.family == reading.family
                && open.sign == candidate.sign
                && (open.caps == scene.caps || !open.caps)
        });
        let nests =
            self.innermost().is_some_and(|open| open.introduces && open.family != reading.family);
        let depth = match same {
            Some(depth) if !nests => {
                fault = fault.or(Some(Code::NumberingRestarted));
                depth
            }
            _ => self.room_for(reading.family),
        };
        Some(Placement { depth, reading, fault })
    }

    /// "2.1" belongs to the open "2." (or "II."), and "2.1.3" to the open "2.1".
    fn multilevel(&self, reading: Reading) -> Placement {
        let prefix = reading.value.parents();
        let of = |open: &Open| open.value.levels() == prefix;
        let figure = |open: &Open| matches!(open.family, Family::Decimal | Family::Multilevel);
        let roman = |open: &Open| open.family == Family::UpperRoman;
        let parent = self.open.iter().rposition(|open| figure(open) && of(open));
        let parent = parent.or_else(|| self.open.iter().rposition(|open| roman(open) && of(open)));
        let depth = parent.map_or_else(
            || {
                let sibling = self.open.iter().rposition(|open| {
                    open.family == reading.family
                        && open.value.levels().len() == reading.value.levels().len()
                });
                sibling.unwrap_or_else(|| self.room_for(reading.family))
            },
            |parent| parent + 1,
        );
        let fault = reading.damaged.then_some(Code::MarkerDamaged);
        Placement { depth, reading, fault }
    }

    /// A marker that neither continues nor begins a list, but stands like an item: a gap, a number
    /// given twice, or a list that begins late.
    fn faulty(&self, candidate: &Candidate, scene: Scene) -> Option<Placement> {
        if !candidate.firm || scene.running {
            return None;
        }
        let reading = candidate.readings.iter().find(|reading| !reading.damaged)?;
        if reading.family == Family::Multilevel {
            let mut placement = self.multilevel(reading);
            placement.fault = Some(Code::NumberingGap);
            return Some(placement);
        }
        let value = reading.value.last()?;
        let list = |open: &&Open| open.family == reading.family;
        let sibling = self.open.iter().enumerate().filter(|(_, open)| list(open)).min_by_key(
            |(depth, open)| {
                let last = open.value.last().unwrap_or_default();
                // A step forward is likelier than one back, a small one likelier than a large one.
                (last >= value, value.abs_diff(last), usize::MAX - depth)
            },
        );
        if let Some((depth, open)) = sibling {
            let last = open.value.last().unwrap_or_default();
            if value > last + MAX_GAP {
                return None;
            }
            let fault = if last >= value { Code::NumberingRepeated } else { Code::NumberingGap };
            return Some(Placement { depth, reading, fault: Some(fault) });
        }
        // A list that begins late: likely for the high families, a chance capital or figure else.
        let late = match reading.family {
            Family::LowerLetter | Family::LowerRoman | Family::UpperLetter => {
                candidate.sign == ')' && value <= 3
            }
            Family::Decimal => value <= 30,
            _ => true,
        };
        let counts_on = self.last.contains(&(reading.family, value.wrapping_sub(1)));
        let fault = (!counts_on).then_some(Code::NumberingGap);
        late.then(|| Placement { depth: self.room_for(reading.family), reading, fault })
    }

    /// How many open units can hold a new list of this family: those of a lower family close, unless
    /// they introduce it.
    fn room_for(&self, family: Family) -> usize {
        let mut depth = self.open.len();
        while let Some(open) = depth.checked_sub(1).map(|last| &self.open[last]) {
            let lower = open.family.rank() > family.rank();
            if !lower || open.introduces && !family.is_structural() {
                break;
            }
            depth -= 1;
        }
        depth
    }
}

/// A larger step than this is no gap but another kind of figure.
const MAX_GAP: u16 = 20;

fn follows(last: Value, reading: Reading) -> bool {
    let (Some(before), Some(next)) = (last.last(), reading.value.last()) else { return false };
    if reading.family == Family::LowerLetter && before == 4 && next == 6 {
        // Lists without đ: c) d) e).
        return true;
    }
    last.parents() == reading.value.parents() && next == before + 1
}

fn begins(reading: Reading) -> bool {
    matches!(reading.value.last(), Some(value) if value == 1 || value == ROMAN as u16 + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::outline::marker::marker;

    /// Places every line and says how deep each lies; `None` for running text.
    fn depths(lines: &[&str]) -> Vec<Option<usize>> {
        placed(lines, false)
    }

    /// The same; `level` says whether indents tell the level.
    fn placed(lines: &[&str], level: bool) -> Vec<Option<usize>> {
        let mut nesting = Nesting::default();
        let place = |line: &&str| {
            let bare = line.trim_start();
            let indent = level.then(|| u16::try_from(line.len() - bare.len()).unwrap_or_default());
            let line = bare;
            let candidate = marker(line)?;
            let caps = crate::lexicon::is_upper(&line[candidate.text..]);
            let scene = Scene { caps, running: false, indent };
            let placement = nesting.place(&candidate, scene)?;
            let depth = placement.depth;
            nesting.push(0, &placement, candidate.sign, scene);
            nesting.introduce(line.ends_with(':'));
            Some(depth)
        };
        lines.iter().map(place).collect()
    }

    #[test]
    fn nests_by_continuity() {
        let plan = [
            "I. MỤC ĐÍCH",
            "1. Mục đích",
            "- Một",
            "- Hai",
            "2. Yêu cầu",
            "a) Một",
            "b) Hai",
            "+ Ba",
            "II. NỘI DUNG",
            "1. Một",
            "1.1. Hai",
            "1.2. Ba",
            "2. Bốn",
            "a) Năm",
            "- Sáu",
        ];
        let want = [0, 1, 2, 2, 1, 2, 2, 3, 0, 1, 2, 2, 1, 2, 3];
        assert_eq!(depths(&plan), want.map(Some));
    }

    #[test]
    fn letters_and_figures_that_look_alike() {
        let list = [
            "a) Một",
            "b) Hai",
            "c) Ba",
            "d) Bốn",
            "đ) Năm",
            "e) Sáu",
            "g) Bảy",
            "h) Tám",
            "i) Chín",
            "k) Mười",
        ];
        assert_eq!(depths(&list), [Some(0); 10]);
        let parts = ["A. MỘT", "B. HAI", "C. BA", "D. BỐN"];
        assert_eq!(depths(&parts), [Some(0); 4]);
        let roman = ["IV. BỐN", "V. NĂM", "VI. SÁU"];
        assert_eq!(depths(&roman), [Some(0); 3]);
    }

    #[test]
    fn small_roman_figures_nest_under_figures() {
        let plan = ["A. HAI", "I. MỘT", "2. Trình tự", "i) Một", "ii) Hai", "iii) Ba"];
        assert_eq!(depths(&plan), [0, 1, 2, 3, 3, 3].map(Some));
        assert_eq!(depths(&["II. HAI", "I. Một", "2. Hai"]), [0, 1, 1].map(Some));
    }

    #[test]
    fn indents_of_markdown() {
        let plan = [
            "I. MỘT",
            "- Một",
            "  - Hai",
            "    - Ba",
            "- Bốn",
            "  1. Năm",
            "  2. Sáu",
            "- Bảy",
            "II. HAI",
            "1. Một",
            "   - Hai",
            "2. Ba",
            "   1. Bốn",
            "   2. Năm",
            "3. Sáu",
        ];
        let want = [0, 1, 2, 3, 1, 2, 2, 1, 0, 1, 2, 1, 2, 2, 1];
        assert_eq!(placed(&plan, true), want.map(Some));
        assert_eq!(depths(&["- Một", "- Hai"]), [Some(0), Some(0)]);
    }

    #[test]
    fn asterisks_stand_above_dashes() {
        let plan = ["1. Một", "- Hai", "* Ba", "- Bốn", "* Năm"];
        assert_eq!(depths(&plan), [0, 1, 1, 2, 1].map(Some));
    }

    #[test]
    fn figures_out_of_order_are_faults_or_text() {
        assert_eq!(depths(&["1. Một", "3. Ba"]), [Some(0), Some(0)]);
        assert_eq!(depths(&["II. HAI", "III. BA"]), [Some(0), Some(0)]);
        assert_eq!(depths(&["1. Một", "95. Chín mươi lăm"]), [Some(0), None]);
    }
}
