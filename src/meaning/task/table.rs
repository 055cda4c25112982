//! Tables of tasks: a row is a task, its columns say who, with whom, by when.

use super::cells::doers;
use super::deadline::Place;
use super::emit::agency_value;
use super::walk::{Draft, Leaf, Reader};
use crate::document::{Agency, Date, Table, TaskRole, TaskSource, Text};
use crate::lexicon::assignments::{Label, label};
use crate::lexicon::columns::{ColumnKind, is_ordinal_heading, known_column};
use crate::lexicon::is_dash;

/// Which column of a table says what.
#[derive(Debug, Default)]
struct Columns {
    matter: usize,
    lead: usize,
    both: bool,
    cooperating: Vec<usize>,
    direct: Vec<usize>,
    monitor: Vec<usize>,
    time: Option<usize>,
    result: Option<usize>,
}

impl Columns {
    /// The columns of a table of tasks; `None` for other tables.
    fn of(headings: &[Text]) -> Option<Self> {
        let labels: Vec<Option<Label>> =
            headings.iter().map(|heading| column_label(&heading.text)).collect();
        let find = |wanted: Label| labels.iter().position(|label| *label == Some(wanted));
        let all = |wanted: Label| -> Vec<usize> {
            (0..labels.len()).filter(|at| labels[*at] == Some(wanted)).collect()
        };
        let both = find(Label::Both);
        let lead = leading(headings, &labels).or(both)?;
        let matter = find(Label::Matter).filter(|at| *at != lead).or_else(|| {
            let free = |at: &usize| {
                let text = &headings[*at].text;
                labels[*at].is_none()
                    && !is_ordinal_heading(text)
                    && matches!(
                        known_column(text),
                        Some(ColumnKind::Matter | ColumnKind::Paper) | None
                    )
            };
            (0..headings.len()).find(free)
        })?;
        Some(Self {
            matter,
            lead,
            both: both == Some(lead),
            cooperating: all(Label::Cooperating),
            direct: all(Label::Direct),
            monitor: all(Label::Monitor),
            time: find(Label::Time),
            result: find(Label::Result),
        })
    }

    /// Whether a row says the same of what is to be done and of who leads.
    fn head_a_group(&self, row: &[Text]) -> bool {
        let cell = |at: usize| row.get(at).map(|cell| cell.text.as_str());
        let matter = cell(self.matter).filter(|text| !text.is_empty());
        matter.is_some() && matter == cell(self.lead)
    }
}

/// What a column heading says: of a heading in two levels, the lower one first.
fn column_label(heading: &str) -> Option<Label> {
    let lower = heading.rsplit(" / ").next().unwrap_or(heading);
    label(lower).or_else(|| label(heading))
}

/// The column of those who lead: "chủ trì" before "thực hiện".
fn leading(headings: &[Text], labels: &[Option<Label>]) -> Option<usize> {
    let leads = || (0..labels.len()).filter(|at| labels[*at] == Some(Label::Lead));
    let chief = |at: &usize| crate::lexicon::skeleton(&headings[*at].text).contains("chutri");
    leads().find(chief).or_else(|| leads().next())
}

/// Reads the tasks of a table.
pub(super) fn read<'a>(reader: &mut Reader<'a>, table: &'a Table, section: Option<&'a str>) {
    let Some(columns) = Columns::of(&table.columns) else { return };
    let mut above: Option<Doers> = None;
    for row in &table.rows {
        // A row that heads a group prints its name in every cell.
        if columns.head_a_group(row) {
            above = None;
            continue;
        }
        let named = row.get(columns.lead).filter(|cell| !cell.text.is_empty());
        let doers = match named {
            Some(cell) if columns.both => both(reader, cell),
            Some(cell) => agencies(reader, cell),
            None => above.clone().filter(|_| goes_on(row, &columns)),
        };
        let Some((leads, with)) = doers else {
            above = None;
            continue;
        };
        let with = partners(reader, row, &columns, with, named.is_some());
        above = Some((inherited(leads.clone()), inherited(with.clone())));
        if let Some(draft) = task(reader, row, &columns, (leads, with)) {
            reader.push(section, draft);
        }
    }
}

/// Those who lead, and those who co-operate.
type Doers = (Vec<Agency>, Vec<Agency>);

/// Whether a row without doers stands beside a cell that is merged over rows, and is no row that heads a group: it is
/// counted, or goes on with what the row above counts, one of several dashes or with a time or result of its own.
fn goes_on(row: &[Text], columns: &Columns) -> bool {
    let cell = |at: usize| row.get(at).map_or("", |cell| cell.text.as_str());
    let counted = cell(0).trim_end_matches('.').parse::<u32>().is_ok();
    let filled = row.iter().filter(|cell| !cell.text.is_empty()).count();
    let own =
        || [columns.time, columns.result].into_iter().flatten().any(|at| !cell(at).is_empty());
    let matter = cell(columns.matter);
    let merged =
        || cell(0).is_empty() && (matter.starts_with(is_dash) || !matter.is_empty() && own());
    columns.matter > 0 && (counted && filled > 1 || merged())
}

/// The doers of the row above.
fn inherited(agencies: Vec<Agency>) -> Vec<Agency> {
    agencies.into_iter().map(|agency| Agency { inherited: true, ..agency }).collect()
}

/// Those who co-operate in a row: where it has a column for them, those in it. `with` are named in the cell of those
/// who lead, or above a row whose cells are merged with it.
fn partners<'a>(
    reader: &Reader<'a>,
    row: &'a [Text],
    columns: &Columns,
    with: Vec<Agency>,
    named: bool,
) -> Vec<Agency> {
    let cells = || columns.cooperating.iter().filter_map(|at| row.get(*at));
    let merged = !named && cells().all(|cell| cell.text.is_empty());
    let found = cells().filter_map(|cell| agencies(reader, cell)).flat_map(|(found, _)| found);
    if columns.both || merged || columns.cooperating.is_empty() {
        with.into_iter().chain(found).collect()
    } else {
        found.collect()
    }
}

/// The task of a row; `None` where nothing is to be done.
fn task<'a>(
    reader: &Reader<'a>,
    row: &'a [Text],
    columns: &Columns,
    (lead, cooperating): Doers,
) -> Option<Draft> {
    let matter = row.get(columns.matter).filter(|cell| !cell.text.is_empty())?;
    let mut roles = Vec::new();
    for (role, cells) in [("direct", &columns.direct), ("monitor", &columns.monitor)] {
        for cell in cells.iter().filter_map(|at| row.get(*at)) {
            let found = agencies(reader, cell).map(|(found, _)| found).unwrap_or_default();
            roles
                .extend(found.into_iter().map(|agency| TaskRole { role: role.to_owned(), agency }));
        }
    }
    let deliverable = columns.result.and_then(|at| row.get(at));
    Some(Draft {
        text: matter.clone(),
        lead,
        cooperating,
        roles,
        action: Some(matter.clone()),
        deadlines: deadlines(reader, row, columns, matter),
        deliverable: deliverable.filter(|cell| !cell.text.is_empty()).cloned(),
        source: TaskSource::Table,
    })
}

/// The deadlines of a row: those of the column that says when, else of its words.
fn deadlines(reader: &Reader<'_>, row: &[Text], columns: &Columns, matter: &Text) -> Vec<Date> {
    match columns.time.and_then(|at| row.get(at)) {
        Some(cell) => reader.dates.within(cell.span, &cell.text, Place::Time),
        None => reader.dates.within(matter.span, &matter.text, Place::Sentence { doer: 0 }),
    }
}

/// Those whom a cell names below "Chủ trì/Phối hợp": who leads stands before the stroke.
fn both<'a>(reader: &Reader<'a>, cell: &'a Text) -> Option<Doers> {
    let found = agencies(reader, cell)?;
    let Some((lead, with)) = cell.text.split_once('/').filter(|_| found.1.is_empty()) else {
        return Some(found);
    };
    let at = cell.text.len() - with.len();
    let leaf = Leaf { text: &cell.text, span: cell.span, section: None };
    let passage = reader.passage(leaf)?;
    let members = |part: &str, at: usize| -> Vec<Agency> {
        let from = at + (part.len() - part.trim_start().len());
        let members = super::cells::members_of(part.trim(), from);
        members.iter().map(|agency| agency_value(&passage, agency, false)).collect()
    };
    Some((members(lead, 0), members(with, at)))
}

/// Those whom a cell names.
fn agencies<'a>(reader: &Reader<'a>, cell: &'a Text) -> Option<Doers> {
    let found = doers(&cell.text).or_else(|| {
        let leads = super::cells::plain(&cell.text)?;
        Some(super::cells::Doers { leads, cooperating: Vec::new() })
    })?;
    let leaf = Leaf { text: &cell.text, span: cell.span, section: None };
    let passage = reader.passage(leaf)?;
    let value = |agency| agency_value(&passage, agency, false);
    Some((found.leads.iter().map(value).collect(), found.cooperating.iter().map(value).collect()))
}
