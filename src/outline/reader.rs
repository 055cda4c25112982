//! Reads the lines of a content from top to bottom into a draft of the tree.

use std::ops::Range;

use super::marker::{Candidate, marker};
use super::nesting::{LEVEL, Nesting, Placement, Scene};
use super::reading::Reading;
use super::reflow::{Reflow, quotes, refers, wants_figure};
use crate::diagnostic::Code;
use crate::layout::{Content, Grid, Ledger, Sheet};
use crate::lexicon::{begins_with_any, is_dash, is_upper, organ, word_starts};
use crate::parser::Limits;

/// A piece of the draft.
#[derive(Debug)]
pub(super) enum Node {
    /// A paragraph: its lines.
    Paragraph(Vec<Range<usize>>),
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
    /// What it holds; the first paragraph stands right behind the marker.
    pub(super) children: Vec<Node>,
    /// Whether its own text begins with the first child.
    pub(super) has_text: bool,
}

/// The tree before titles are told from sentences.
#[derive(Debug, Default)]
pub(super) struct Draft {
    /// Every unit; children stand behind their parents.
    pub(super) units: Vec<Unit>,
    /// What stands outside every unit.
    pub(super) top: Vec<Node>,
}

/// Lines a quotation may take: an article or two that is quoted, not the rest of the document.
const QUOTE_REACH: usize = 60;

/// Lines a quoted name may take: "phong trào “…”".
const PHRASE_REACH: usize = 6;

/// A paragraph that may still go on.
struct Running {
    pieces: Vec<Range<usize>>,
    last_line: usize,
    /// The unit it belongs to.
    owner: Option<usize>,
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
    let mut reader = Reader {
        sheet,
        ledger,
        reflow: Reflow::of(sheet, &content.text),
        nesting: Nesting::default(),
        indented: is_indented(sheet, &content.text),
        draft: Draft::default(),
        running: None,
        max_depth: limits.nesting.max(1),
        deep: false,
        blocks_left: limits.blocks.max(1),
        full: false,
    };
    let mut tables = content.tables.iter().enumerate().peekable();
    let mut quoted_until = 0;
    for (at, line) in content.text.iter().copied().enumerate() {
        while let Some((index, grid)) = tables.next_if(|(_, grid)| grid.lines.start <= line) {
            reader.table(index, grid);
        }
        let mut quoted = at < quoted_until;
        if !quoted {
            quoted_until = at + reader.quotation(&content.text[at..]);
            // The line that opens it may begin a unit, unless it begins with the quotation.
            quoted = at < quoted_until && sheet.line(line).starts_with(['“', '"']);
        }
        reader.line(line, quoted);
    }
    for (index, grid) in tables {
        reader.table(index, grid);
    }
    reader.flush();
    reader.draft
}

impl Reader<'_, '_, '_> {
    fn line(&mut self, line: usize, quoted: bool) {
        let range = unadorned(self.sheet, line);
        let text = self.sheet.slice(&range);
        if !quoted
            && let Some(candidate) = marker(text)
            && let Some(placement) = self.placed(&candidate, text, line)
        {
            self.unit(line, &candidate, &placement);
            return;
        }
        let full = self.blocks_left == 0;
        if full && !self.full {
            // What is over the limit is a paragraph of its own, outside every unit.
            self.full = true;
            self.flush();
            self.running = Some(Running { pieces: vec![range], last_line: line, owner: None });
            return;
        }
        if let Some(running) = &mut self.running {
            let empty = running.pieces.is_empty();
            let item = quoted && marker(text).is_some()
                || self.draft.units.is_empty() && enacts(text) && ends_clause(self.sheet, running);
            if empty || full || !item && self.reflow.joins(self.sheet, running.last_line, line) {
                running.pieces.push(range);
                running.last_line = line;
                return;
            }
        }
        self.flush();
        self.nesting.close_bullets();
        let owner = self.nesting.innermost().map(|open| open.unit);
        self.running = Some(Running { pieces: vec![range], last_line: line, owner });
    }

    /// Where the unit goes that this line may open.
    fn placed(&mut self, candidate: &Candidate, text: &str, line: usize) -> Option<Placement> {
        if self.blocks_left == 0 {
            return None;
        }
        let scene = self.scene(candidate, text, line)?;
        let mut placement = self.nesting.place(candidate, scene)?;
        if placement.depth >= self.max_depth {
            if !self.deep {
                let range = self.sheet.lines[line].range.clone();
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
        Some(placement)
    }

    /// What surrounds a candidate; `None` where it cannot be a marker at all.
    fn scene(&self, candidate: &Candidate, text: &str, line: usize) -> Option<Scene> {
        let caps = is_upper(&text[candidate.text..]);
        let indent = self.indented.then(|| self.sheet.lines[line].indent);
        let alone = Scene { caps, running: false, indent };
        let Some(running) = &self.running else { return Some(alone) };
        let Some(last) = running.pieces.last() else { return Some(alone) };
        let runs_on = self.reflow.runs_on(self.sheet, running.last_line, line);
        let above = self.sheet.slice(last);
        let refers = runs_on && refers(above) || candidate.is_figure() && wants_figure(above);
        if refers {
            return None;
        }
        let dash = text.starts_with(is_dash);
        if dash && runs_on && ends_in_figure(above) && begins_in_figure(&text[candidate.text..]) {
            return None;
        }
        Some(Scene { running: runs_on && !is_upper(above), ..alone })
    }

    fn unit(&mut self, line: usize, candidate: &Candidate, placement: &Placement) {
        self.flush();
        let range = unadorned(self.sheet, line);
        let marker = range.start..range.start + candidate.len;
        let rest = range.start + candidate.text..range.end;
        self.report(placement, &marker);
        self.nesting.close_to(placement.depth);
        let parent = self.nesting.innermost().map(|open| open.unit);
        let unit = self.draft.units.len();
        self.attach(parent, Node::Unit(unit));
        let caps = is_upper(self.sheet.slice(&rest));
        let indent = self.indented.then(|| self.sheet.lines[line].indent);
        let scene = Scene { caps, running: false, indent };
        self.nesting.push(unit, placement, candidate.sign, scene);
        let reading = placement.reading;
        let mut pieces = Vec::with_capacity(4);
        if !rest.is_empty() {
            pieces.push(rest);
        }
        self.draft.units.push(Unit { marker, reading, children: Vec::new(), has_text: true });
        self.running = Some(Running { pieces, last_line: line, owner: Some(unit) });
        self.spend(1);
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
        if grid.rows.len() >= self.blocks_left {
            self.spend(grid.rows.len());
            for line in grid.lines.clone() {
                self.line(line, true);
            }
            return;
        }
        self.flush();
        self.nesting.close_bullets();
        let owner = self.nesting.innermost().map(|open| open.unit);
        self.attach(owner, Node::Table(index));
        self.spend(grid.rows.len() + 1);
    }

    /// Ends the running paragraph.
    fn flush(&mut self) {
        let Some(Running { pieces, owner, .. }) = self.running.take() else { return };
        let Some(last) = pieces.last() else {
            if let Some(owner) = owner {
                self.draft.units[owner].has_text = false;
            }
            return;
        };
        if self.nesting.innermost().map(|open| open.unit) == owner {
            self.nesting.introduce(self.sheet.slice(last).trim_end().ends_with(':'));
        }
        self.attach(owner, Node::Paragraph(pieces));
        self.spend(1);
    }

    fn attach(&mut self, owner: Option<usize>, node: Node) {
        match owner {
            Some(unit) => self.draft.units[unit].children.push(node),
            None => self.draft.top.push(node),
        }
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

/// A line without the signs that make it a heading of a marked-up copy: "## I. MỤC TIÊU".
fn unadorned(sheet: &Sheet<'_>, line: usize) -> Range<usize> {
    let range = &sheet.lines[line].range;
    let text = sheet.slice(range);
    let bare = text.trim_start_matches('#').trim_start();
    range.end - bare.len()..range.end
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
fn ends_clause(sheet: &Sheet<'_>, running: &Running) -> bool {
    let above = running.pieces.last().map_or("", |piece| sheet.slice(piece));
    above.ends_with([',', ';', '.'])
}

fn ends_in_figure(line: &str) -> bool {
    line.ends_with(|c: char| c.is_ascii_digit())
}

fn begins_in_figure(line: &str) -> bool {
    line.starts_with(|c: char| c.is_ascii_digit())
}
