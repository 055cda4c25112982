//! Two results of one document, side by side: what was gained, lost, changed.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};

use kehoach::{Agency, Date, Parsed, Span};
use serde::{Deserialize, Serialize};

/// What is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Kind {
    Document,
    Citation,
    Date,
    Task,
}

/// The name of a field.
pub(crate) type Field = Cow<'static, str>;

/// A citation, date or task: where it stands and what it says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Fact {
    pub(crate) span: Span,
    /// Its values, by field; those that are not there are left out.
    pub(crate) values: BTreeMap<Field, String>,
}

/// What is compared of a result.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Facts {
    /// The digest of the text: spans of one text can be compared.
    pub(crate) input: String,
    /// What its spans count.
    pub(crate) unit: String,
    pub(crate) of: Vec<(Kind, Vec<Fact>)>,
}

/// A difference.
#[derive(Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "change", rename_all = "snake_case")]
pub(crate) enum Change {
    Gained { new: Fact },
    Lost { old: Fact },
    Changed { fields: Vec<Field>, old: Fact, new: Fact },
}

impl Fact {
    fn new(span: Span, values: Vec<(&'static str, Option<String>)>) -> Self {
        let values =
            values.into_iter().filter_map(|(name, value)| Some((Cow::Borrowed(name), value?)));
        Self { span, values: values.filter(|(_, value)| !value.is_empty()).collect() }
    }

    /// What is said of a whole document.
    pub(crate) fn none() -> Self {
        Self { span: Span::new(0, 0), values: BTreeMap::new() }
    }

    /// The fields in which two differ.
    fn differing(&self, other: &Self) -> Vec<Field> {
        let mut names: Vec<_> = self.values.keys().chain(other.values.keys()).cloned().collect();
        names.sort_unstable();
        names.dedup();
        names.retain(|name| self.values.get(name) != other.values.get(name));
        names
    }
}

impl Facts {
    pub(crate) fn of(parsed: &Parsed) -> Self {
        let document = &parsed.document;
        let cited = document.cited_documents.iter();
        let keys: HashMap<&str, &str> = cited.map(|it| (&*it.id, &*it.key.id)).collect();
        let key = |id: &Option<String>| keys.get(id.as_deref()?).map(|key| (*key).to_owned());
        let citations = document.citations.iter().map(|it| {
            let text = |part: &Option<kehoach::Text>| part.as_ref().map(|part| part.text.clone());
            let values = vec![
                ("text", Some(it.text.clone())),
                ("kind", it.kind.as_ref().and_then(|kind| kind.code.clone())),
                ("number", it.number.as_ref().map(|number| number.text.clone())),
                ("date", it.date.as_ref().and_then(|date| date.edtf.clone())),
                ("issuer", text(&it.issuer)),
                ("name", text(&it.name)),
                ("subject", text(&it.subject)),
                ("pinpoint", text(&it.pinpoint)),
                ("role", Some(it.role.as_str().to_owned())),
                ("relation", it.relation.as_ref().map(|relation| relation.as_str().to_owned())),
                ("section", it.section.clone()),
                ("document", key(&it.document)),
            ];
            Fact::new(it.span, values)
        });
        let dates = document.dates.iter().map(|it| {
            let values = vec![
                ("text", Some(it.text.clone())),
                ("value", worth(it)),
                ("kind", Some(it.kind.as_str().to_owned())),
                ("relation", it.relation.as_ref().map(|relation| relation.as_str().to_owned())),
                ("basis", Some(it.basis.as_str().to_owned())),
            ];
            Fact::new(it.span, values)
        });
        let tasks = document.tasks.iter().map(|it| {
            let roles = it.roles.iter().map(|it| format!("{}: {}", it.role, it.agency.name));
            let deadlines = it.deadlines.iter().filter_map(worth);
            let values = vec![
                ("lead", Some(names(&it.lead))),
                ("cooperating", Some(names(&it.cooperating))),
                ("roles", Some(joined(roles))),
                ("action", it.action.as_ref().map(|action| action.text.clone())),
                ("deadlines", Some(joined(deadlines))),
                ("deliverable", it.deliverable.as_ref().map(|it| it.text.clone())),
                ("section", it.section.clone()),
            ];
            Fact::new(it.span, values)
        });
        let of = vec![
            (Kind::Citation, citations.collect()),
            (Kind::Date, dates.collect()),
            (Kind::Task, tasks.collect()),
        ];
        let (input, unit) = (&parsed.source.sha256, &parsed.source.offset_unit);
        Self { input: input.as_str().to_owned(), unit: unit.clone(), of }
    }
}

/// What a date is worth.
fn worth(date: &Date) -> Option<String> {
    let values = [&date.edtf, &date.recurrence, &date.partial, &date.time];
    let values: Vec<&str> = values.into_iter().flatten().map(String::as_str).collect();
    (!values.is_empty()).then(|| values.join(" "))
}

fn names(agencies: &[Agency]) -> String {
    joined(agencies.iter().map(|agency| agency.name.clone()))
}

fn joined(parts: impl Iterator<Item = String>) -> String {
    parts.collect::<Vec<_>>().join("; ")
}

/// The differences of two lists, in order of place.
///
/// Facts that say the same at the same place are the same. Of the others those at one place, or that overlap, are
/// changed. Of texts that differ places mean little: there those with the same words are compared first.
pub(crate) fn changes(old: Vec<Fact>, new: Vec<Fact>, same_text: bool) -> Vec<Change> {
    let mut new: Vec<Option<Fact>> = new.into_iter().map(Some).collect();
    let mut old: Vec<Option<Fact>> = old.into_iter().map(Some).collect();
    let mut changes = Vec::new();
    let mut pair = |alike: &dyn Fn(&Fact, &Fact) -> bool| {
        let mut from = 0;
        for old in &mut old {
            let Some(before) = old.as_ref() else { continue };
            // Both lists are in order of place, so what is alike stands near.
            while new.get(from).is_some_and(Option::is_none) {
                from += 1;
            }
            let found = new
                .iter_mut()
                .skip(from)
                .find(|new| new.as_ref().is_some_and(|after| alike(before, after)));
            if let Some(after) = found.and_then(Option::take) {
                let fields = before.differing(&after);
                if let Some(before) = old.take().filter(|_| !fields.is_empty()) {
                    changes.push(Change::Changed { fields, old: before, new: after });
                }
            }
        }
    };
    if same_text {
        pair(&|a, b| a.span == b.span && a.values == b.values);
        pair(&|a, b| a.span == b.span);
        pair(&|a, b| a.span.start < b.span.end && b.span.start < a.span.end);
    } else {
        let words = |it: &Fact| it.values.get("text").or(it.values.get("action")).cloned();
        pair(&|a, b| a.values == b.values);
        pair(&|a, b| words(a).is_some() && words(a) == words(b));
        // Where the text before it is as long as it was, what stands there now is in its place.
        let section = |it: &Fact| it.values.get("section").cloned();
        pair(&|a, b| a.span.start == b.span.start && section(a) == section(b));
    }
    changes.extend(old.into_iter().flatten().map(|old| Change::Lost { old }));
    changes.extend(new.into_iter().flatten().map(|new| Change::Gained { new }));
    changes.sort_by_key(|change| match change {
        Change::Gained { new } => (new.span, 2),
        Change::Lost { old } => (old.span, 0),
        Change::Changed { old, .. } => (old.span, 1),
    });
    changes
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facts(of: &[(u32, u32, &str, &str)]) -> Vec<Fact> {
        let fact = |(start, end, text, value): &(u32, u32, &str, &str)| {
            let values =
                vec![("text", Some((*text).to_owned())), ("value", Some((*value).to_owned()))];
            Fact::new(Span::new(*start, *end), values)
        };
        of.iter().map(fact).collect()
    }

    fn told(old: &[(u32, u32, &str, &str)], new: &[(u32, u32, &str, &str)], same: bool) -> String {
        let told = changes(facts(old), facts(new), same).into_iter().map(|change| match change {
            Change::Gained { new } => format!("+{}", new.values["text"]),
            Change::Lost { old } => format!("-{}", old.values["text"]),
            Change::Changed { fields, new, .. } => {
                format!("~{}({})", new.values["text"], fields.join(","))
            }
        });
        told.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn what_is_the_same_is_no_difference() {
        let both = [(0, 5, "a", "1"), (5, 9, "b", "2"), (5, 9, "b", "2")];
        assert_eq!(told(&both, &both, true), "");
        assert_eq!(
            told(&both, &[(3, 8, "a", "1"), (8, 12, "b", "2"), (20, 24, "b", "2")], false),
            ""
        );
    }

    #[test]
    fn what_stands_at_one_place_is_changed() {
        assert_eq!(told(&[(0, 5, "a", "1")], &[(0, 5, "a", "2")], true), "~a(value)");
        assert_eq!(told(&[(0, 5, "a", "1")], &[(0, 8, "ab", "1")], true), "~ab(text)");
        assert_eq!(told(&[(0, 5, "a", "1")], &[(7, 9, "a", "1")], true), "-a +a");
    }

    #[test]
    fn of_another_text_the_words_are_compared() {
        assert_eq!(told(&[(0, 5, "a", "1")], &[(70, 75, "a", "2")], false), "~a(value)");
        assert_eq!(told(&[(0, 5, "a", "1")], &[(0, 5, "b", "1")], false), "~b(text)");
        assert_eq!(told(&[(0, 5, "a", "1")], &[(3, 8, "b", "1")], false), "-a +b");
    }
}
