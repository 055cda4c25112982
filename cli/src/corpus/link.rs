//! Which citations of many documents mean one document.
//!
//! Documents are one where their keys are the same and nothing is missing in them. Whatever lacks a part stays
//! apart, in each document for itself: two decisions of one number are two decisions until their places
//! and years are known.

use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap};
use std::io;

use serde::{Deserialize, Serialize};

use super::Mention;
use super::mention::is_whole;
use crate::language::messages as say;
use crate::rows::{Cell, Head, Holds, Row};
use crate::run::Records;

/// Values of a part that are listed: more of them tell nothing new.
const LISTED: usize = 8;
/// Documents that are named as those an incomplete key could mean.
const CANDIDATES: usize = 5;

/// The columns of the documents.
pub(crate) const DOCUMENTS: [Head; 11] = [
    head("key", Holds::Text, true),
    head("missing", Holds::List, true),
    head("kind", Holds::Text, false),
    head("numbers", Holds::List, false),
    head("dates", Holds::List, false),
    head("issuers", Holds::List, false),
    head("place_bases", Holds::List, false),
    head("text", Holds::Text, true),
    head("documents", Holds::Number, true),
    head("mentions", Holds::Number, true),
    head("first_file", Holds::Text, false),
];

/// The columns of the audit.
pub(crate) const AUDIT: [Head; 7] = [
    head("file", Holds::Text, true),
    head("document", Holds::Text, true),
    head("text", Holds::Text, true),
    head("key", Holds::Text, true),
    head("decision", Holds::Text, true),
    head("reason", Holds::Text, true),
    head("candidates", Holds::List, false),
];

const fn head(name: &'static str, holds: Holds, shown: bool) -> Head {
    Head { name: Cow::Borrowed(name), holds, shown }
}

/// A document that is cited, over all documents that cite it.
#[derive(Debug, Default)]
struct Linked {
    key: String,
    missing: Vec<String>,
    kind: Option<String>,
    numbers: BTreeSet<String>,
    dates: BTreeSet<String>,
    issuers: BTreeSet<String>,
    bases: BTreeSet<String>,
    text: String,
    documents: u64,
    mentions: u64,
    first_file: String,
    last_file: String,
    /// The full dates that its key has, where it is known by name alone and they differ.
    rivals: Vec<String>,
}

/// A cited document of one citing document, for the audit.
#[derive(Debug, Serialize, Deserialize)]
struct Audited {
    file: String,
    document: Option<String>,
    text: String,
    /// Its place in the list.
    linked: usize,
}

/// The documents that are cited.
#[derive(Debug)]
pub(crate) struct Links {
    linked: Vec<Linked>,
    /// Where a document stands in the list: by key, or by the document that cites it if its key is not whole.
    places: HashMap<String, usize>,
    audit: Option<Records>,
    audited: Vec<u64>,
    /// Where each document of the list went when names were settled.
    moved: Vec<usize>,
}

impl Links {
    /// None yet.
    pub(crate) fn new(audit: bool) -> io::Result<Self> {
        let audit = if audit { Some(Records::passing()?) } else { None };
        let (linked, places) = (Vec::new(), HashMap::new());
        Ok(Self { linked, places, audit, audited: Vec::new(), moved: Vec::new() })
    }

    /// Takes a mention. Those of one document come one behind the other.
    pub(crate) fn add(&mut self, mention: &Mention) -> io::Result<()> {
        // Whether a name without a number means one document is known when all its dates are: `settle`.
        let name = if mention.is_known() && has_number(&mention.cited_key) {
            mention.cited_key.clone()
        } else {
            let document = mention.document.as_deref().unwrap_or(&mention.text);
            format!("{}\n{document}", mention.file)
        };
        let next = self.linked.len();
        let place = *self.places.entry(name).or_insert(next);
        if place == next {
            self.linked.push(Linked {
                key: mention.cited_key.clone(),
                missing: mention.cited_missing.clone(),
                kind: mention.kind.clone(),
                text: mention.text.clone(),
                first_file: mention.file.clone(),
                ..Linked::default()
            });
        }
        let linked = &mut self.linked[place];
        let is_new = linked.last_file != mention.file;
        linked.mentions += 1;
        if is_new {
            linked.documents += 1;
            linked.last_file.clone_from(&mention.file);
        }
        for (list, value) in [
            (&mut linked.numbers, &mention.number),
            (&mut linked.dates, &mention.date_edtf),
            (&mut linked.issuers, &mention.issuer),
            (&mut linked.bases, &mention.cited_place_basis),
        ] {
            if let Some(value) = value.as_ref().filter(|_| list.len() < LISTED) {
                list.insert(value.clone());
            }
        }
        if let (Some(audit), true) = (&self.audit, is_new) {
            let (file, document, text) =
                (mention.file.clone(), mention.document.clone(), mention.text.clone());
            self.audited.push(audit.push(&Audited { file, document, text, linked: place })?);
        }
        Ok(())
    }

    /// Merges documents that are known by name alone: those of one key, unless their full dates differ. Comes
    /// behind the last mention.
    pub(crate) fn settle(&mut self) {
        let mut dates: HashMap<String, BTreeSet<String>> = HashMap::new();
        for linked in self.linked.iter().filter(|linked| linked.is_by_name()) {
            dates.entry(linked.key.clone()).or_default().extend(linked.full_date());
        }
        let mut settled: Vec<Linked> = Vec::new();
        let mut first: HashMap<(String, Option<String>), usize> = HashMap::new();
        let mut moved = Vec::with_capacity(self.linked.len());
        for mut linked in std::mem::take(&mut self.linked) {
            let next = settled.len();
            let mut place = next;
            if linked.is_by_name() {
                let all = &dates[&linked.key];
                let date = linked.full_date().filter(|_| all.len() > 1);
                place = *first.entry((linked.key.clone(), date)).or_insert(next);
                if all.len() > 1 {
                    linked.rivals = all.iter().take(LISTED).cloned().collect();
                }
            }
            moved.push(place);
            if place == next {
                settled.push(linked);
            } else {
                settled[place].join(linked);
            }
        }
        self.linked = settled;
        self.moved = moved;
    }

    /// The rows of the documents, those that most cite first.
    pub(crate) fn rows(&self) -> Vec<Row> {
        let mut places: Vec<usize> = (0..self.linked.len()).collect();
        places.sort_by_key(|place| std::cmp::Reverse(self.linked[*place].documents));
        places.into_iter().map(|place| self.linked[place].row()).collect()
    }

    /// The rows of the audit: why two were merged, or not.
    pub(crate) fn audit(
        &self,
        mut each: impl FnMut(Row) -> Result<(), crate::failure::Failure>,
        failed: impl Fn(io::Error) -> crate::failure::Failure,
    ) -> Result<(), crate::failure::Failure> {
        let Some(records) = &self.audit else { return Ok(()) };
        let candidates = Candidates::of(&self.linked);
        for place in &self.audited {
            let audited: Audited = records.read_as(*place).map_err(&failed)?;
            let place = self.moved.get(audited.linked).copied().unwrap_or(audited.linked);
            each(self.linked[place].audit(audited, &candidates))?;
        }
        Ok(())
    }
}

impl Linked {
    fn is_known(&self) -> bool {
        self.missing.is_empty()
    }

    /// Whether nothing but a name and a year tells which document it is.
    fn is_by_name(&self) -> bool {
        self.is_known() && is_whole(&self.key) && !has_number(&self.key)
    }

    /// The day it is of, if that is said.
    fn full_date(&self) -> Option<String> {
        self.dates.iter().find(|date| date.parse::<kehoach::Day>().is_ok()).cloned()
    }

    /// Takes what others say of the same document.
    fn join(&mut self, other: Self) {
        for (list, more) in [
            (&mut self.numbers, other.numbers),
            (&mut self.dates, other.dates),
            (&mut self.issuers, other.issuers),
            (&mut self.bases, other.bases),
        ] {
            let room = LISTED.saturating_sub(list.len());
            list.extend(more.into_iter().take(room));
        }
        self.mentions += other.mentions;
        if self.last_file != other.last_file {
            self.documents += other.documents;
            self.last_file = other.last_file;
        }
    }

    fn row(&self) -> Row {
        let list = |list: &BTreeSet<String>| Cell::List(list.iter().cloned().collect());
        vec![
            self.key.as_str().into(),
            Cell::List(self.missing.clone()),
            self.kind.as_deref().into(),
            list(&self.numbers),
            list(&self.dates),
            list(&self.issuers),
            list(&self.bases),
            self.text.as_str().into(),
            self.documents.into(),
            self.mentions.into(),
            self.first_file.as_str().into(),
        ]
    }

    fn audit(&self, audited: Audited, candidates: &Candidates<'_>) -> Row {
        let found = if self.is_known() { Vec::new() } else { candidates.could_be(&self.key) };
        let (decision, reason) = if !self.is_known() {
            ("apart", say::audit_apart(&self.missing.join(", ")))
        } else if !self.rivals.is_empty() {
            let decision = if self.documents == 1 { "apart" } else { "merged" };
            (decision, say::audit_names(&self.rivals.join(", ")))
        } else if self.documents == 1 {
            ("alone", say::audit_alone())
        } else if self.dates.len() > 1 {
            let dates: Vec<&str> = self.dates.iter().map(String::as_str).collect();
            ("merged", say::audit_dates(&dates.join(", ")))
        } else {
            ("merged", say::audit_merged(self.documents))
        };
        vec![
            audited.file.into(),
            audited.document.into(),
            audited.text.into(),
            self.key.as_str().into(),
            decision.into(),
            reason.into(),
            Cell::List(found),
        ]
    }
}

/// The documents whose keys are whole, by type and number: what an incomplete key could mean.
struct Candidates<'a>(HashMap<(&'a str, &'a str), Vec<&'a str>>);

impl<'a> Candidates<'a> {
    fn of(linked: &'a [Linked]) -> Self {
        let mut found: HashMap<_, Vec<&str>> = HashMap::new();
        for linked in linked.iter().filter(|linked| linked.is_known()) {
            if let Some(last) = kind_and_ordinal(&linked.key) {
                found.entry(last).or_default().push(&linked.key);
            }
        }
        Self(found)
    }

    /// The keys that agree with this one in each part that it knows.
    fn could_be(&self, key: &str) -> Vec<String> {
        let alike = kind_and_ordinal(key).and_then(|last| self.0.get(&last));
        let agrees = |other: &&&str| {
            key.split('/').zip(other.split('/')).all(|(a, b)| a.starts_with('_') || a == b)
        };
        let found = alike.into_iter().flatten().filter(agrees).take(CANDIDATES);
        found.map(|key| (*key).to_owned()).collect()
    }
}

/// Whether a key ends in the number of its document, and not in its name.
fn has_number(key: &str) -> bool {
    key.rsplit('/').next().is_some_and(|last| last.starts_with(|c: char| c.is_ascii_digit()))
}

fn kind_and_ordinal(key: &str) -> Option<(&str, &str)> {
    let mut parts = key.rsplit('/');
    let (ordinal, _, kind) = (parts.next()?, parts.next()?, parts.next()?);
    (ordinal != "_" && kind != "_").then_some((kind, ordinal))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mention(file: &str, key: &str, date: &str) -> Mention {
        let missing: Vec<&str> = if key.contains("/_/") { vec!["place"] } else { Vec::new() };
        let row = serde_json::json!({
            "file": file, "document": format!("d-{key}"), "cited_key": key, "cited_missing": missing,
            "text": key, "date_edtf": date,
        });
        Mention::of_row(row.to_string().as_bytes()).expect("a row")
    }

    #[test]
    fn merges_whole_keys_and_nothing_else() {
        let (a, b) = ("vn/a/x/qd/2020/1", "vn/_/x/qd/2020/1");
        let mut links = Links::new(true).expect("a file");
        for (file, key, date) in [
            ("1", a, "2020-01-01"),
            ("1", a, ""),
            ("1", b, ""),
            ("2", a, "2020-01-02"),
            ("2", b, ""),
            ("3", "vn/c/x/qd/2020/2", ""),
        ] {
            links.add(&mention(file, key, date)).expect("a file");
        }
        let told: Vec<_> =
            links.linked.iter().map(|l| (&*l.key, l.documents, l.mentions)).collect();
        let c = "vn/c/x/qd/2020/2";
        assert_eq!(told, [(a, 2, 3), (b, 1, 1), (b, 1, 1), (c, 1, 1)]);
        let mut audit = Vec::new();
        let each = |row: Row| {
            audit.push(row);
            Ok(())
        };
        links.settle();
        links.audit(each, crate::failure::Failure::Output).expect("a file");
        let decisions: Vec<&Cell> = audit.iter().map(|row| &row[4]).collect();
        let want = ["merged", "apart", "merged", "apart", "alone"].map(Cell::from);
        assert_eq!(decisions, want.iter().collect::<Vec<_>>());
        assert_eq!(audit[0][5], "same key, but its dates differ: 2020-01-01, 2020-01-02".into());
        assert_eq!(audit[1][6], Cell::List(vec![a.into()]));
    }

    #[test]
    fn a_name_means_one_document_unless_its_dates_differ() {
        let (one, two) = ("vn/a/x/luat/2020/dau-tu", "vn/a/x/luat/2020/dat-dai");
        let mut links = Links::new(true).expect("a file");
        for (file, key, date) in [
            ("1", one, "2020-06-17"),
            ("2", one, ""),
            ("2", one, "2020-06-17"),
            ("3", one, "2020"),
            ("1", two, "2020-06-17"),
            ("2", two, "2020-11-11"),
            ("3", two, ""),
            ("4", two, "2020-11-11"),
        ] {
            links.add(&mention(file, key, date)).expect("a file");
        }
        links.settle();
        let told: Vec<_> =
            links.linked.iter().map(|l| (&*l.key, l.documents, l.mentions)).collect();
        assert_eq!(told, [(one, 3, 4), (two, 1, 1), (two, 2, 2), (two, 1, 1)]);
        let mut decisions = Vec::new();
        let each = |row: Row| {
            decisions.push((row[4].clone(), row[5].clone()));
            Ok(())
        };
        links.audit(each, crate::failure::Failure::Output).expect("a file");
        let want = ["merged", "merged", "merged", "apart", "merged", "apart", "merged"];
        let found: Vec<Cell> = decisions.iter().map(|(decision, _)| decision.clone()).collect();
        assert_eq!(found, want.map(Cell::from));
        let Cell::Text(reason) = &decisions[3].1 else { panic!("{:?}", decisions[3]) };
        assert!(reason.contains("2020-06-17, 2020-11-11"), "{reason}");
    }
}
