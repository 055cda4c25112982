//! The content of a document: its lines sorted into text, tables and page furniture.

use std::ops::Range;

use super::foot::known_foot;
use super::furniture::{furniture, page_number};
use super::table::{Grid, report_lost, tables};
use super::{Ledger, Sheet};
use crate::document::FurnitureKind;
use crate::lexicon::chrome::{is_button, is_chrome, is_page_title, is_property, is_section};

/// The lines between head and foot, and the foot.
#[derive(Debug, Clone, Default)]
pub(crate) struct Content {
    /// Lines of running text, by index; tables and furniture are left out.
    pub(crate) text: Vec<usize>,
    /// The tables among them.
    pub(crate) tables: Vec<Grid>,
    /// The lines of the foot.
    pub(crate) foot: Range<usize>,
}

/// Sorts the lines behind the head, with the foot that was `found` in their part. Page furniture is put away in the ledger.
///
/// What stands behind the foot (footnotes of the last page) is content too.
pub(crate) fn content(
    sheet: &Sheet<'_>,
    lines: &Range<usize>,
    found: Option<Range<usize>>,
    ledger: &mut Ledger<'_>,
) -> Content {
    let foot = known_foot(sheet, lines, found);
    let mut content = Content { foot: foot.clone(), ..Content::default() };
    content.text.reserve(lines.len() - foot.len());
    let end = if foot.is_empty() { before_page(sheet, lines) } else { foot.start };
    for line in end..foot.start {
        ledger.furniture(FurnitureKind::Chrome, &[sheet.lines[line].range.clone()]);
    }
    content.add(sheet, lines.start..end, ledger);
    let rest = foot.end..lines.end;
    if of_web_page(sheet, &rest) {
        for line in rest {
            ledger.furniture(FurnitureKind::Chrome, &[sheet.lines[line].range.clone()]);
        }
    } else {
        content.add(sheet, rest, ledger);
    }
    content
}

/// Lines behind a foot in which a web page must show itself.
const PAGE_SHOWS: usize = 16;

/// Whether what follows the foot is the surroundings of a web page.
fn of_web_page(sheet: &Sheet<'_>, rest: &Range<usize>) -> bool {
    let shows = |line: usize| is_chrome(sheet.line(line)) || is_button(sheet.line(line));
    rest.clone().take(PAGE_SHOWS).any(shows)
}

/// Where the text of a part without a foot ends that the surroundings of a web page follow.
fn before_page(sheet: &Sheet<'_>, lines: &Range<usize>) -> usize {
    let shows = |line: usize| {
        let text = sheet.line(line);
        is_property(text) || is_chrome(text) || is_button(text)
    };
    let below = |line: usize| {
        let next = (line + 1..lines.end).take(PAGE_SHOWS);
        is_section(sheet.line(line)) && next.filter(|line| shows(*line)).count() >= PROPERTIES
    };
    let Some(section) = lines.clone().find(|line| below(*line)) else {
        return before_buttons(sheet, lines);
    };
    let end = before_buttons(sheet, &(lines.start..section));
    let titled = lines.start < end && is_page_title(sheet.line(end - 1));
    if titled { end - 1 } else { end }
}

/// Lines by which the surroundings of a page are told from a chapter called "Văn bản liên quan".
const PROPERTIES: usize = 3;

/// Where the text ends that the buttons of a web page follow.
fn before_buttons(sheet: &Sheet<'_>, lines: &Range<usize>) -> usize {
    let last = lines.clone().rev().find(|line| !is_button(sheet.line(*line)));
    last.map_or(lines.start, |last| last + 1)
}

impl Content {
    fn add(&mut self, sheet: &Sheet<'_>, lines: Range<usize>, ledger: &mut Ledger<'_>) {
        let found = tables(sheet, &lines);
        for lines in &found.lost {
            let pieces = sheet.lines[lines.clone()].iter().map(|line| line.range.clone());
            report_lost(sheet, &pieces.collect::<Vec<_>>(), ledger);
        }
        let tables = found.grids;
        let mut start = lines.start;
        let end = lines.end..lines.end;
        let stops = tables.iter().map(|grid| grid.lines.clone()).chain(std::iter::once(end));
        for (index, stop) in stops.enumerate() {
            let gap = start..stop.start;
            start = stop.end;
            let (put_away, page) = furniture(sheet, &gap, ledger.page());
            ledger.turn_to(page);
            let mut next = put_away.iter().peekable();
            for index in gap {
                if let Some((_, kind)) = next.next_if(|(at, _)| *at == index) {
                    ledger.furniture(kind.clone(), &[sheet.lines[index].range.clone()]);
                } else {
                    self.text.push(index);
                }
            }
            let turned = tables.get(index).map(|grid| &grid.apart).into_iter().flatten();
            let turned = turned.filter(|(kind, _)| *kind == FurnitureKind::PageNumber);
            ledger.turn_to(turned.filter_map(|(_, range)| page_number(sheet.slice(range))).last());
        }
        self.tables.extend(tables);
    }
}
