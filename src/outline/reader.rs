//! Reads the lines of a content from top to bottom into a draft of the tree.

use std::borrow::Cow;
use std::ops::Range;

use super::family::Family;
use super::marker::{Candidate, illegible, marker, misprinted_figure, unsigned_figure};
use super::nesting::{LEVEL, Nesting, Placement, Scene};
use super::reading::Reading;
use super::reflow::{Reflow, SAMPLE, quotes, stands_within, wants_figure};
use crate::diagnostic::Code;
use crate::layout::{Content, Grid, Ledger, Sheet, is_footnote};
use crate::lexicon::{begins_with_any, is_dash, is_upper, organ, starts_with_any, word_starts};
use crate::parser::Limits;

/// A piece of the draft.
#[derive(Debug, Clone, Copy)]
pub(super) enum Node {
    /// A paragraph: from where to where its lines stand in [`Draft::pieces`].
    Paragraph(usize, usize),
    /// A unit, by its place in [`Draft::units`].
    Unit(usize),
    /// A table, by its place in [`Content::tables`].
    Table(usize),
}

/// A unit of the draft.
#[derive(Debug)]
pub(super) struct Unit {
    /// Its marker.
    pub(super) marker: Range<usize>,
    /// How the marker is read.
    pub(super) reading: Reading,
    /// Whether its own text begins with the first child.
    pub(super) has_text: bool,
}

/// The tree before titles are told from sentences. It lies flat, for it has as many nodes as the
/// document lines.
#[derive(Debug, Default)]
pub(super) struct Draft {
    /// Every unit; children stand behind their parents.
    pub(super) units: Vec<Unit>,
    /// The lines of all paragraphs.
    pub(super) pieces: Vec<Range<usize>>,
    /// Everything in the order of the text, with the unit that holds it. In a unit the first
    /// paragraph stands right behind the marker.
    pub(super) nodes: Vec<(Option<usize>, Node)>,
    /// How many of the nodes stand before the footnotes behind the foot, where there are any.
    pub(super) before_notes: Option<usize>,
}

impl Draft {
    /// An empty draft of so many lines.
    fn with_room_for(lines: usize) -> Self {
        let (pieces, nodes) = (Vec::with_capacity(lines), Vec::with_capacity(lines));
        Self { units: Vec::with_capacity(lines / 2), pieces, nodes, before_notes: None }
    }
}

/// Lines a quotation may take: an article or two that is quoted, not the rest of the document.
const QUOTE_REACH: usize = 60;

/// Lines a quoted name may take: "phong trào “…”".
const PHRASE_REACH: usize = 6;

/// A paragraph that may still go on.
struct Running {
    /// Where its lines begin in [`Draft::pieces`]; they reach to the end.
    pieces: usize,
    last_line: usize,
    /// The unit it belongs to.
    owner: Option<usize>,
}

/// A line of the content as the outline sees it.
pub(super) struct Row {
    /// Its index on the sheet.
    pub(super) line: usize,
    /// Its words, without the signs that make it a heading of a marked-up copy.
    range: Range<usize>,
    /// The marker they begin with.
    pub(super) marker: Option<Candidate>,
}

impl Row {
    pub(super) fn of(sheet: &Sheet<'_>, line: usize) -> Self {
        let range = unadorned(sheet, line);
        let marker = marker(sheet.slice(&range));
        Self { line, range, marker }
    }
}

struct Reader<'s, 'l, 't> {
    sheet: &'s Sheet<'s>,
    ledger: &'l mut Ledger<'t>,
    reflow: Reflow,
    nesting: Nesting,
    /// Whether indents tell the level of a list.
    indented: bool,
    draft: Draft,
    running: Option<Running>,
    /// A letter that began a list where a list of figures wanted the figure it looks like, and that figure.
    letter: Option<(Range<usize>, u16)>,
    max_depth: usize,
    deep: bool,
    blocks_left: usize,
    /// Whether the paragraph that takes what is over the limit has begun.
    full: bool,
}

/// Reads the content into a draft.
pub(super) fn draft(
    sheet: &Sheet<'_>,
    content: &Content,
    limits: &Limits,
    ledger: &mut Ledger<'_>,
) -> Draft {
    let row = |line: &usize| Row::of(sheet, *line);
    let (sample, more) = content.text.split_at(content.text.len().min(SAMPLE));
    let sample: Vec<Row> = sample.iter().map(row).collect();
    let mut reader = Reader {
        sheet,
        ledger,
        reflow: Reflow::of(sheet, &sample),
        nesting: Nesting::default(),
        indented: is_indented(sheet, &content.text),
        draft: Draft::with_room_for(content.text.len()),
        running: None,
        letter: None,
        max_depth: limits.nesting.max(1),
        deep: false,
        blocks_left: limits.blocks.max(1),
        full: false,
    };
    let mut tables = content.tables.iter().enumerate().peekable();
    let mut quoted_until = 0;
    for (at, row) in sample.into_iter().chain(more.iter().map(row)).enumerate() {
        let line = row.line;
        while let Some((index, grid)) = tables.next_if(|(_, grid)| grid.lines.start <= line) {
            reader.table(index, grid);
        }
        if line >= content.foot.end && !content.foot.is_empty() && is_footnote(sheet.line(line)) {
            reader.note();
        }
        let mut quoted = at < quoted_until;
        if !quoted {
            quoted_until = at + reader.quotation(&content.text[at..]);
            // The line that opens it may begin a unit, unless it begins with the quotation.
            quoted = at < quoted_until && sheet.line(line).starts_with(['“', '"']);
        }
        reader.line(&row, quoted);
    }
    for (index, grid) in tables {
        reader.table(index, grid);
    }
    reader.flush();
    reader.draft
}

impl Reader<'_, '_, '_> {
    fn line(&mut self, row: &Row, quoted: bool) {
        if !quoted
            && let Some(candidate) = &row.marker
            && self.sign_below(row) == 0
            && let Some((placement, scene)) = self.placed(candidate, row)
        {
            self.unit(row, candidate, &placement, scene);
            return;
        }
        let (line, mut range) = (row.line, row.range.clone());
        range.start += self.sign_below(row);
        let text = self.sheet.slice(&range);
        let full = self.blocks_left == 0;
        if !quoted
            && !full
            && self.is_item()
            && let Some(len) = illegible(text)
                .or_else(|| self.without_sign(text, row))
                .or_else(|| self.without_point(row))
        {
            let words = &text[..len];
            let message = format!("{words:?} looks like a marker, and is read as text");
            let marker = range.start..range.start + len;
            self.ledger.report(Code::MarkerDamaged, &marker, message, &[("marker", words.into())]);
        }
        if full && !self.full {
            // What is over the limit is a paragraph of its own, outside every unit.
            self.full = true;
            self.flush();
            self.run(line, range, None);
            return;
        }
        if let Some(running) = &mut self.running {
            let above = self.draft.pieces[running.pieces..].last();
            let goes_on = |piece: &Range<usize>| stands_within(self.sheet.slice(piece), text);
            let item = quoted && row.marker.is_some() && !above.is_some_and(goes_on)
                || self.draft.units.is_empty()
                    && above.is_some_and(|piece| ends_clause(self.sheet.slice(piece)))
                    && enacts(text);
            let joins = || self.reflow.joins(self.sheet, running.last_line, line);
            if above.is_none() || full || !item && joins() {
                self.draft.pieces.push(range);
                running.last_line = line;
                return;
            }
        }
        self.flush();
        let indent = self.sheet.lines[line].indent;
        if self.indented && indent >= LEVEL {
            self.nesting.close_to_indent(indent);
        } else if self.nesting.in_bullet() && labels(&self.beginning(line, text)) {
            self.nesting.close_to_outer_bullet();
        } else {
            self.nesting.close_bullets(text);
        }
        let owner = self.nesting.innermost().map(|open| open.unit);
        self.run(line, range, owner);
    }

    /// Bytes of the sign of a marker that stands alone on the line above: "Điều 2", below it ": Sở Nội vụ …".
    fn sign_below(&self, row: &Row) -> usize {
        let text = self.sheet.slice(&row.range);
        let Some(rest) = text.strip_prefix([':', '.']) else { return 0 };
        let alone = |running: &Running| {
            let above = self.draft.units.last().filter(|unit| unit.reading.family.is_structural());
            let bare = above.map(|unit| self.sheet.slice(&unit.marker));
            running.pieces == self.draft.pieces.len()
                && running.owner.is_some_and(|owner| owner + 1 == self.draft.units.len())
                && bare.is_some_and(|marker| marker.ends_with(|c: char| c.is_ascii_digit()))
        };
        let signed = rest.starts_with(' ') && self.running.as_ref().is_some_and(alone);
        if signed { text.len() - rest.trim_start().len() } else { 0 }
    }

    /// The first words of a paragraph, though its first line has few.
    fn beginning<'t>(&self, line: usize, text: &'t str) -> Cow<'t, str> {
        const WORDS: usize = 4;
        let few = word_starts(text).nth(WORDS).is_none() && line + 1 < self.sheet.lines.len();
        if few && self.sheet.lines[line + 1].blanks == 0 {
            return format!("{text} {}", self.sheet.line(line + 1)).into();
        }
        text.into()
    }

    /// The figure that a sentence begins with, where the item of an open list has that figure: "2 Yêu cầu", "2~ Yêu cầu".
    fn without_sign(&self, text: &str, row: &Row) -> Option<usize> {
        let candidate = unsigned_figure(text).or_else(|| misprinted_figure(text))?;
        let scene = self.scene(&candidate, row)?;
        self.nesting.place(&candidate, scene).map(|_| candidate.len)
    }

    /// The length of a marker that is the next of its list but for a point between its levels: "23." behind "2.2.".
    fn without_point(&self, row: &Row) -> Option<usize> {
        let candidate = row.marker.as_ref().filter(|candidate| candidate.firm)?;
        self.nesting.lost_point(candidate).then_some(candidate.len)
    }

    /// Whether an item may follow: something is numbered, and what stands above has ended.
    fn is_item(&self) -> bool {
        let above =
            self.running.as_ref().and_then(|running| self.draft.pieces[running.pieces..].last());
        !self.draft.units.is_empty()
            && above.is_none_or(|above| ends_clause(self.sheet.slice(above)))
    }

    /// Closes everything before the first footnote: it belongs to no unit.
    fn note(&mut self) {
        self.flush();
        if self.draft.before_notes.is_none() {
            self.nesting.close_to(0);
            self.draft.before_notes = Some(self.draft.nodes.len());
        }
    }

    /// Begins a paragraph.
    fn run(&mut self, line: usize, range: Range<usize>, owner: Option<usize>) {
        let pieces = self.draft.pieces.len();
        self.running = Some(Running { pieces, last_line: line, owner });
        self.draft.pieces.push(range);
    }

    /// Where the unit goes that this line may open.
    fn placed(&mut self, candidate: &Candidate, row: &Row) -> Option<(Placement, Scene)> {
        if self.blocks_left == 0 {
            return None;
        }
        let scene = self.scene(candidate, row)?;
        // Figures and letters without parentheses stand above bullets, whatever these introduce.
        if candidate.readings.first().family.is_parenthesized() {
            self.introduce();
        }
        let mut placement = self.nesting.place(candidate, scene)?;
        if placement.depth >= self.max_depth {
            if !self.deep {
                let range = self.sheet.lines[row.line].range.clone();
                let message = format!(
                    "units nest deeper than {}; deeper ones are kept there",
                    self.max_depth
                );
                let args = [("limit", self.max_depth.into())];
                self.ledger.report(Code::LimitNesting, &range, message, &args);
            }
            self.deep = true;
            placement.depth = self.max_depth - 1;
        }
        Some((placement, scene))
    }

    /// What surrounds a candidate; `None` where it cannot be a marker at all.
    fn scene(&self, candidate: &Candidate, row: &Row) -> Option<Scene> {
        let text = self.sheet.slice(&row.range);
        let caps = is_upper(&text[candidate.text..]);
        let indent = self.indented.then(|| self.sheet.lines[row.line].indent);
        let alone = Scene { caps, running: false, indent };
        if candidate.is_unsigned() && self.counts_on(row.line) {
            return None;
        }
        let Some(running) = &self.running else { return Some(alone) };
        let Some(last) = self.draft.pieces[running.pieces..].last() else { return Some(alone) };
        let runs_on = self.reflow.runs_on(self.sheet, running.last_line, row.line);
        let above = self.sheet.slice(last);
        let refers = candidate.is_figure() && wants_figure(above);
        if refers {
            return None;
        }
        let dash = text.starts_with(is_dash);
        let rest = &text[candidate.text..];
        let goes_on = runs_on && ends_in_figure(above) && begins_in_figure(rest);
        if dash && (goes_on || stands_within(above, text)) {
            return None;
        }
        // "Điều 3. Nguyên tắc hoạt động / 1. …": an article's first clause begins a line, however full its title is.
        // So does the first figure below a heading with a Roman one.
        let clause = candidate.readings.first().value.last() == Some(1)
            && running.owner.is_some_and(|unit| {
                let family = self.draft.units[unit].reading.family;
                let figure = candidate.firm && candidate.readings.first().family == Family::Decimal;
                (family == Family::Article || family == Family::UpperRoman && figure)
                    && matches!(self.draft.nodes.last(), Some((_, Node::Unit(last))) if *last == unit)
            });
        Some(Scene { running: runs_on && !is_upper(above) && !clause, ..alone })
    }

    /// Whether the line above or below begins with a figure without a sign too: rows of a table, footnotes.
    fn counts_on(&self, line: usize) -> bool {
        let last = self.sheet.lines.len() - 1;
        let counts = |line: usize| {
            let text = self.sheet.line(line);
            let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
            rest.len() < text.len() && rest.starts_with(' ')
        };
        line.checked_sub(1).is_some_and(counts) || line < last && counts(line + 1)
    }

    fn unit(&mut self, row: &Row, candidate: &Candidate, placement: &Placement, scene: Scene) {
        self.flush();
        let range = row.range.clone();
        let marker = range.start..range.start + candidate.len;
        let rest = range.start + candidate.text..range.end;
        self.report(placement, &marker);
        self.doubt_letter(placement, &marker, scene);
        let parent = self.nesting.parent(placement);
        let unit = self.draft.units.len();
        self.attach(parent, Node::Unit(unit));
        self.nesting.push(unit, placement, candidate.sign, scene);
        let reading = placement.reading;
        self.draft.units.push(Unit { marker, reading, has_text: true });
        let pieces = self.draft.pieces.len();
        self.running = Some(Running { pieces, last_line: row.line, owner: Some(unit) });
        if !rest.is_empty() {
            self.draft.pieces.push(rest);
        }
        self.spend(1);
    }

    /// "A." between "3." and "5.": a four that is read as the letter it looks like. Nothing tells before the five.
    fn doubt_letter(&mut self, placement: &Placement, marker: &Range<usize>, scene: Scene) {
        const FOUR: u16 = 4;
        let Reading { family, value, .. } = placement.reading;
        if !(family == Family::Decimal || family.is_structural()) {
            return;
        }
        if let Some((letter, wanted)) = self.letter.take()
            && family == Family::Decimal
            && value.last() == Some(wanted + 1)
        {
            let words = self.sheet.slice(&letter);
            let message = format!("{words:?} may be number {wanted} of the list around it");
            let args = [("marker", words.into()), ("meant", wanted.into())];
            self.ledger.report(Code::MarkerDamaged, &letter, message, &args);
        }
        let begins = family == Family::UpperLetter && value.last() == Some(1) && !scene.caps;
        if begins && self.nesting.is_at(Family::Decimal, FOUR - 1) {
            self.letter = Some((marker.clone(), FOUR));
        }
    }

    /// Counts blocks; once the limit is reached all that follows is one paragraph.
    fn spend(&mut self, blocks: usize) {
        if self.blocks_left > 0 && self.blocks_left <= blocks {
            let end = self.sheet.text.len();
            let message = "more blocks than the limit allows; the rest is kept as one paragraph";
            self.ledger.report(Code::LimitBlocks, &(end..end), message, &[]);
        }
        self.blocks_left = self.blocks_left.saturating_sub(blocks);
    }

    fn report(&mut self, placement: &Placement, marker: &Range<usize>) {
        let Some(code) = &placement.fault else { return };
        let words = self.sheet.slice(marker);
        let value = placement.reading.value.last().unwrap_or_default();
        let message = match code {
            Code::MarkerDamaged if placement.reading.family.is_bullet() => {
                format!("{words:?} is read as a dash")
            }
            Code::MarkerDamaged => format!("{words:?} is read as number {value} of its list"),
            Code::NumberingGap => format!("{words:?} does not follow the unit before it"),
            Code::NumberingRepeated => format!("{words:?} repeats a number of its list"),
            _ => format!("{words:?} begins its list anew"),
        };
        let style = placement.reading.family.style();
        let style = style.as_str().into();
        let args = [("marker", words.into()), ("value", value.into()), ("style", style)];
        self.ledger.report(code.clone(), marker, message, &args);
    }

    fn table(&mut self, index: usize, grid: &Grid) {
        let cells = grid.columns.len() + grid.rows.iter().map(Vec::len).sum::<usize>();
        if cells >= self.blocks_left {
            self.spend(cells);
            for line in grid.lines.clone() {
                self.line(&Row::of(self.sheet, line), true);
            }
            return;
        }
        self.flush();
        self.nesting.close_bullets("");
        let owner = self.nesting.innermost().map(|open| open.unit);
        self.attach(owner, Node::Table(index));
        self.spend(cells + 1);
    }

    /// Ends the running paragraph.
    fn flush(&mut self) {
        let Some(Running { pieces, owner, .. }) = self.running.take() else { return };
        let end = self.draft.pieces.len();
        let Some(last) = self.draft.pieces[pieces..].last() else {
            if let Some(owner) = owner {
                self.draft.units[owner].has_text = false;
            }
            return;
        };
        if self.nesting.innermost().map(|open| open.unit) == owner {
            self.nesting.introduce(introduces(self.sheet.slice(last)));
            let own = self.draft.nodes.last().is_some_and(|(_, node)| match node {
                Node::Unit(unit) => Some(*unit) == owner,
                Node::Paragraph(..) | Node::Table(_) => false,
            });
            if own {
                let text = if pieces + 1 == end { self.sheet.slice(last) } else { "" };
                self.nesting.note_text(text);
            }
        }
        self.attach(owner, Node::Paragraph(pieces, end));
        self.spend(1);
    }

    /// Notes whether the running paragraph introduces a list, as far as it goes.
    fn introduce(&mut self) {
        let Some(running) = &self.running else { return };
        let last = self.draft.pieces[running.pieces..].last();
        if let Some(last) = last
            && self.nesting.innermost().map(|open| open.unit) == running.owner
        {
            self.nesting.introduce(introduces(self.sheet.slice(last)));
        }
    }

    fn attach(&mut self, owner: Option<usize>, node: Node) {
        self.draft.nodes.push((owner, node));
    }

    /// How many lines the quotation takes that the first of these lines opens; 0 if it opens none.
    fn quotation(&mut self, lines: &[usize]) -> usize {
        if !self.sheet.lines[lines[0]].traits.may_quote() {
            return 0;
        }
        let first = self.sheet.line(lines[0]);
        let straight = first.starts_with('"');
        let open: fn(&str) -> isize =
            if straight { |line| line.matches('"').count().cast_signed() % 2 } else { quotes };
        let leads = straight || first.starts_with('“');
        if open(first) <= 0 {
            return 0;
        }
        let reach = if leads || first.contains(": “") { QUOTE_REACH } else { PHRASE_REACH };
        let mut depth = 0;
        for (taken, line) in lines.iter().take(reach).enumerate() {
            let change = open(self.sheet.line(*line));
            depth = if straight { depth ^ change } else { depth + change };
            if depth <= 0 {
                return taken + 1;
            }
        }
        if leads {
            let range = self.sheet.lines[lines[0]].range.clone();
            let quoted: String = first.chars().take(40).collect();
            let message = format!("the quotation that begins with {quoted:?} is not closed");
            let args = [("text", quoted.clone().into())];
            self.ledger.report(Code::QuoteUnclosed, &range, message, &args);
        }
        0
    }
}

/// Whether indents tell the level of a list, as in Markdown: headings are marked with `#`, or a bullet
/// that is set in a little follows one at the margin.
fn is_indented(sheet: &Sheet<'_>, lines: &[usize]) -> bool {
    let bullet = |line: usize| {
        let mut signs = sheet.line(line).chars();
        signs.next().is_some_and(|c| matches!(c, '-' | '*' | '+')) && signs.next() == Some(' ')
    };
    lines.iter().any(|line| {
        let set_in = || {
            (LEVEL..=2 * LEVEL).contains(&sheet.lines[*line].indent)
                && bullet(*line)
                && line
                    .checked_sub(1)
                    .is_some_and(|above| sheet.lines[above].indent == 0 && bullet(above))
        };
        sheet.line(*line).starts_with('#') || set_in()
    })
}

/// Whether a paragraph says of the item above when it is to be done or by whom: "Thời gian hoàn thành: Tháng 6".
fn labels(text: &str) -> bool {
    const LABELS: &[&str] = &[
        "thoigianhoanthanh",
        "thoigianthuchien",
        "thoihanhoanthanh",
        "thoihanthuchien",
        "donvichutri",
        "donviphoihop",
        "donvithuchien",
        "coquanchutri",
        "coquanphoihop",
        "coquanthuchien",
    ];
    text.starts_with(['T', 'Đ', 'D', 'C'])
        && starts_with_any(text, LABELS)
            .is_some_and(|len| text[len..].trim_start().starts_with(':'))
}

/// Whether a list follows a line.
fn introduces(line: &str) -> bool {
    line.trim_end().ends_with(':')
}

/// A line without the signs that make it a heading or an item of a marked-up copy: "## I. MỤC TIÊU", "*   a) Kho".
fn unadorned(sheet: &Sheet<'_>, line: usize) -> Range<usize> {
    let range = &sheet.lines[line].range;
    let text = sheet.slice(range);
    if let Some(item) = text.strip_prefix("*  ").map(str::trim_start)
        && marker(item).is_some_and(|own| own.firm && own.sign == ')')
    {
        return range.end - item.len()..range.end;
    }
    if !text.starts_with('#') {
        return range.clone();
    }
    let bare = text.trim_start_matches('#').trim_start();
    // Nothing but signs: they are all there is.
    if bare.is_empty() { range.clone() } else { range.end - bare.len()..range.end }
}

/// Whether a line of the preamble begins the enacting sentence: "Sở Tài chính xây dựng Kế hoạch …".
fn enacts(line: &str) -> bool {
    organ(line).is_some()
        && word_starts(line).any(|at| begins_with_any(&line[at..], &ENACTING).is_some())
}

/// What an issuer does in the enacting sentence of a plan.
const ENACTING: [&str; 8] = [
    "xaydung",
    "banhanh",
    "trienkhai",
    "phatdong",
    "thongbao",
    "huongdan",
    "lapkehoach",
    "quydinh",
];

/// Whether the paragraph so far ends where a clause may end.
fn ends_clause(above: &str) -> bool {
    above.ends_with([',', ';', '.'])
}

fn ends_in_figure(line: &str) -> bool {
    line.ends_with(|c: char| c.is_ascii_digit())
}

fn begins_in_figure(line: &str) -> bool {
    line.starts_with(|c: char| c.is_ascii_digit())
}
