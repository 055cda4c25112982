//! A document that rows are made of: its tree, and its text where that is at hand.

use crate::failure::Trouble;
use crate::input::{Cost, Item};
use crate::lines::Starts;
use crate::reading::{Known, Reader, Tree};
use kehoach::{CitedDocument, OffsetUnit, Parsed, Positions, Span};

/// A document that rows are made of.
pub(crate) struct Loaded {
    /// What rows call it: its path as the user gave it.
    pub(crate) file: String,
    pub(crate) parsed: Parsed,
    /// Its text; none where the tree was read back from a result.
    positions: Option<Positions<'static>>,
    lines: Option<Starts>,
    unit: OffsetUnit,
    sections: Vec<Extent>,
    /// What the archive knows of it.
    pub(crate) metadata: Known,
}

/// The extent of a section.
struct Extent {
    span: Span,
    id: String,
    /// The section around it, by its place in the list.
    parent: Option<usize>,
}

impl Loaded {
    /// A document that has just been read.
    pub(crate) fn read(file: String, parsed: Parsed, text: &str) -> Self {
        let positions = Some(Positions::new(text.to_owned()));
        Self { positions, lines: Some(Starts::new(text)), ..Self::result(file, parsed) }
    }

    /// A document whose result was read back.
    pub(crate) fn result(file: String, parsed: Parsed) -> Self {
        let sections = sections(&parsed);
        let unit = OffsetUnit::Utf8Byte;
        Self {
            file,
            parsed,
            positions: None,
            lines: None,
            unit,
            sections,
            metadata: Known::Unasked,
        }
    }

    /// What the offsets of rows count.
    pub(crate) fn counting(mut self, unit: OffsetUnit) -> Self {
        self.unit = unit;
        self
    }

    /// What the archive knows of it.
    pub(crate) fn known(mut self, metadata: Known) -> Self {
        self.metadata = metadata;
        self
    }

    /// The identity of the document.
    pub(super) fn key(&self) -> Option<&str> {
        self.parsed.document.key.as_ref().map(|key| key.id.as_str())
    }

    /// The document of an input: read, or read back where it is a tree already.
    pub(crate) fn of(item: &Item, reader: &Reader, cost: Cost) -> Result<Self, Trouble> {
        let file = item.name();
        if item.is_result() {
            reader.reads_only_texts(&file)?;
            let (parsed, metadata) = item.result(cost)?;
            let file = parsed.source.name.clone().unwrap_or(file);
            return Ok(Self::result(file, parsed).known(metadata));
        }
        let bytes = item.read(cost)?;
        let Tree { parsed, metadata } = reader.tree(item, &bytes)?;
        let text = reader.decode(&bytes)?;
        Ok(Self::read(file, parsed, &text).counting(reader.unit()).known(metadata))
    }

    /// Its identity, if nothing is missing in it: any other names no document.
    pub(crate) fn whole_key(&self) -> Option<&str> {
        let key = self.parsed.document.key.as_ref()?;
        key.missing.is_empty().then_some(&*key.id)
    }

    /// The cited document of this id: "d12" is the twelfth.
    pub(crate) fn cited(&self, id: Option<&str>) -> Option<&CitedDocument> {
        let id = id?;
        let documents = &self.parsed.document.cited_documents;
        let nth = id.strip_prefix('d').and_then(|number| number.parse::<usize>().ok());
        let listed = nth.and_then(|nth| documents.get(nth.checked_sub(1)?));
        listed.filter(|cited| cited.id == id).or_else(|| documents.iter().find(|d| d.id == id))
    }

    /// An offset as rows count. A result that was read back counts as it does.
    pub(super) fn offset(&self, offset: u32) -> u32 {
        match (&self.positions, self.unit) {
            (Some(positions), OffsetUnit::Utf16) => positions.utf16(offset),
            (Some(positions), OffsetUnit::CodePoint) => positions.code_points(offset),
            _ => offset,
        }
    }

    /// The line a span begins on, counted from 1; none where the text is not at hand.
    pub(super) fn line(&self, span: Span) -> Option<u32> {
        Some(self.lines.as_ref()?.at(span.start as usize) as u32 + 1)
    }

    /// The id of the innermost section that holds a span.
    pub(super) fn section(&self, span: Span) -> Option<&str> {
        let after = self.sections.partition_point(|extent| extent.span.start <= span.start);
        let mut at = after.checked_sub(1);
        while let Some(extent) = at.and_then(|at| self.sections.get(at)) {
            if extent.span.covers(span) {
                return Some(&extent.id);
            }
            at = extent.parent;
        }
        None
    }
}

/// The sections in the order of their starts, each with the one around it.
fn sections(parsed: &Parsed) -> Vec<Extent> {
    let mut found: Vec<Extent> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    for node in parsed.document.walk() {
        let Some(section) = node.block.as_section() else { continue };
        while open.last().is_some_and(|at| !found[*at].span.covers(section.span)) {
            open.pop();
        }
        let parent = open.last().copied();
        open.push(found.len());
        found.push(Extent { span: section.span, id: section.id.clone(), parent });
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_those_of_positions_however_long_they_are() {
        let text = "KẾ HOẠCH\r\nngày 1/1/2024, ngày 2/1/2024\rngày 3/1/2024\n\nngày 4/1/2024";
        let loaded = Loaded::read("x".into(), kehoach::parse(text), text);
        let positions = Positions::new(text);
        for date in &loaded.parsed.document.dates {
            let line = positions.line_column(date.span.start).line;
            assert_eq!(loaded.line(date.span), Some(line));
        }
    }

    #[test]
    fn finds_the_innermost_section() {
        let text = "KẾ HOẠCH\nTổng kết năm 2020\n\nI. MỘT\n1. Trước ngày 01/2/2021.\na) Đến 2022.\n2. Năm 2023.\nII. HAI\nNăm 2024.\n";
        let loaded = Loaded::read("x".into(), kehoach::parse(text), text);
        for (words, want) in [
            ("Tổng", None),
            ("I. MỘT", Some("I")),
            ("01/2/2021", Some("I.1")),
            ("2022", Some("I.1.a")),
            ("2023", Some("I.2")),
            ("2024", Some("II")),
        ] {
            let start = u32::try_from(text.find(words).expect("there")).expect("small");
            let span = Span::new(start, start + 4);
            assert_eq!(loaded.section(span), want, "{words}");
            let before = text[..start as usize].lines().count() as u32;
            assert!(loaded.line(span).is_some_and(|line| line == before || line == before + 1));
        }
    }
}
