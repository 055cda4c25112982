//! Who cites whom: documents by key, and an edge from each to those it cites.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::io::{self, Write};

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use super::Mention;
use crate::rows::{Cell, Head, Holds, Row};

/// The columns of the edges.
pub(crate) const EDGES: [Head; 5] = [
    head("source", Holds::Text),
    head("target", Holds::Text),
    head("mentions", Holds::Number),
    head("basis", Holds::Flag),
    head("relations", Holds::List),
];

const fn head(name: &'static str, holds: Holds) -> Head {
    Head { name: Cow::Borrowed(name), holds, shown: true }
}

/// A document: one that cites, one that is cited, or both.
#[derive(Debug)]
struct Node {
    /// Its key; where that is not whole, the file, with the cited document behind `#`.
    id: String,
    /// As it is written.
    label: Option<String>,
    kind: Option<String>,
    /// Its file, if it is at hand.
    file: Option<String>,
    /// Whether its key is whole.
    known: bool,
}

#[derive(Debug, Default)]
struct Edge {
    mentions: u64,
    /// It is a legal basis.
    basis: bool,
    relations: BTreeSet<String>,
}

/// The documents and their citations.
#[derive(Debug, Default)]
pub(crate) struct Graph {
    nodes: Vec<Node>,
    places: HashMap<String, usize>,
    edges: BTreeMap<(usize, usize), Edge>,
}

impl Graph {
    /// Takes a document that is at hand, whether it cites or not.
    pub(crate) fn document(&mut self, file: &str, key: Option<&str>) -> usize {
        let place = self.node(key.unwrap_or(file), key.is_some());
        let node = &mut self.nodes[place];
        node.file.get_or_insert_with(|| file.to_owned());
        place
    }

    /// Takes a mention.
    pub(crate) fn add(&mut self, mention: &Mention) {
        let source = self.document(&mention.file, mention.key.as_deref());
        let target = if mention.is_known() {
            self.node(&mention.cited_key, true)
        } else {
            let document = mention.document.as_deref().unwrap_or(&mention.text);
            self.node(&format!("{}#{document}", mention.file), false)
        };
        let node = &mut self.nodes[target];
        node.label.get_or_insert_with(|| mention.text.clone());
        if node.kind.is_none() {
            node.kind.clone_from(&mention.kind);
        }
        let edge = self.edges.entry((source, target)).or_default();
        edge.mentions += 1;
        edge.basis |= mention.role.as_deref() == Some("basis");
        edge.relations.extend(mention.relation.clone());
    }

    fn node(&mut self, id: &str, known: bool) -> usize {
        if let Some(place) = self.places.get(id) {
            return *place;
        }
        let place = self.nodes.len();
        self.places.insert(id.to_owned(), place);
        self.nodes.push(Node { id: id.to_owned(), label: None, kind: None, file: None, known });
        place
    }

    /// The edges as rows.
    pub(crate) fn rows(&self) -> impl Iterator<Item = Row> + '_ {
        self.edges.iter().map(|((source, target), edge)| {
            vec![
                self.nodes[*source].id.as_str().into(),
                self.nodes[*target].id.as_str().into(),
                edge.mentions.into(),
                edge.basis.into(),
                Cell::List(edge.relations.iter().cloned().collect()),
            ]
        })
    }

    /// Writes it as GraphML.
    pub(crate) fn write(&self, out: impl Write) -> io::Result<()> {
        const KEYS: [(&str, &str, &str); 8] = [
            ("label", "node", "string"),
            ("kind", "node", "string"),
            ("file", "node", "string"),
            ("known", "node", "boolean"),
            ("key", "node", "string"),
            ("mentions", "edge", "int"),
            ("basis", "edge", "boolean"),
            ("relations", "edge", "string"),
        ];
        let mut writer = Writer::new_with_indent(out, b' ', 1);
        writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
        let root = writer.create_element("graphml");
        let root = root.with_attribute(("xmlns", "http://graphml.graphdrawing.org/xmlns"));
        root.write_inner_content(|writer| {
            for (name, of, kind) in KEYS {
                let key = writer.create_element("key").with_attributes([
                    ("id", name),
                    ("for", of),
                    ("attr.name", name),
                    ("attr.type", kind),
                ]);
                key.write_empty()?;
            }
            let graph = writer.create_element("graph").with_attribute(("edgedefault", "directed"));
            graph.write_inner_content(|writer| {
                for (place, node) in self.nodes.iter().enumerate() {
                    write_node(writer, place, node)?;
                }
                for ((source, target), edge) in &self.edges {
                    write_edge(writer, *source, *target, edge)?;
                }
                Ok(())
            })?;
            Ok(())
        })?;
        writer.get_mut().write_all(b"\n")
    }
}

fn write_node(writer: &mut Writer<impl Write>, place: usize, node: &Node) -> io::Result<()> {
    let element = writer.create_element("node").with_attribute(("id", &*format!("n{place}")));
    element.write_inner_content(|writer| {
        let label = node.label.as_deref().unwrap_or(&node.id);
        data(writer, "label", label)?;
        for (name, value) in [("kind", &node.kind), ("file", &node.file)] {
            if let Some(value) = value {
                data(writer, name, value)?;
            }
        }
        data(writer, "known", if node.known { "true" } else { "false" })?;
        data(writer, "key", &node.id)
    })?;
    Ok(())
}

fn write_edge(
    writer: &mut Writer<impl Write>,
    source: usize,
    target: usize,
    edge: &Edge,
) -> io::Result<()> {
    let (source, target) = (format!("n{source}"), format!("n{target}"));
    let element = writer.create_element("edge");
    let element = element.with_attributes([("source", &*source), ("target", &*target)]);
    element.write_inner_content(|writer| {
        data(writer, "mentions", &edge.mentions.to_string())?;
        data(writer, "basis", if edge.basis { "true" } else { "false" })?;
        if edge.relations.is_empty() {
            return Ok(());
        }
        let relations: Vec<&str> = edge.relations.iter().map(String::as_str).collect();
        data(writer, "relations", &relations.join(" "))
    })?;
    Ok(())
}

/// XML 1.0 has no place for control characters, escaped or not: they become the sign for what cannot be shown.
fn data(writer: &mut Writer<impl Write>, key: &str, text: &str) -> io::Result<()> {
    let fits = |c: char| matches!(c, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..);
    let text: String = text.chars().map(|c| if fits(c) { c } else { '\u{fffd}' }).collect();
    let element = writer.create_element("data").with_attribute(("key", key));
    element.write_text_content(BytesText::new(&text))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mention(file: &str, key: Option<&str>, cited: &str, role: &str) -> Mention {
        let row = serde_json::json!({
            "file": file, "key": key, "document": "d1", "cited_key": cited, "text": "a <b> & \u{1b}c", "role": role,
        });
        Mention::of_row(row.to_string().as_bytes()).expect("a row")
    }

    #[test]
    fn a_document_at_hand_is_the_one_that_is_cited() {
        let mut graph = Graph::default();
        graph.add(&mention("1.txt", Some("vn/a/x/qd/2020/1"), "vn/b/x/qd/2019/5", "basis"));
        graph.add(&mention("1.txt", Some("vn/a/x/qd/2020/1"), "vn/b/x/qd/2019/5", "mention"));
        graph.add(&mention("2.txt", None, "vn/a/x/qd/2020/1", "mention"));
        graph.add(&mention("2.txt", None, "vn/_/x/qd/2020/1", "mention"));
        graph.document("3.txt", None);
        let edges: Vec<Row> = graph.rows().collect();
        let ends: Vec<_> =
            edges.iter().map(|row| (row[0].clone(), row[1].clone(), row[2].clone())).collect();
        let edge =
            |a: &str, b: &str, mentions: u64| (Cell::from(a), Cell::from(b), Cell::from(mentions));
        assert_eq!(
            ends,
            [
                edge("vn/a/x/qd/2020/1", "vn/b/x/qd/2019/5", 2),
                edge("2.txt", "vn/a/x/qd/2020/1", 1),
                edge("2.txt", "2.txt#d1", 1),
            ]
        );
        assert_eq!(edges[0][3], true.into());
        let mut xml = Vec::new();
        graph.write(&mut xml).expect("memory");
        let xml = String::from_utf8(xml).expect("UTF-8");
        assert_eq!(xml.matches("<node ").count(), 5);
        assert!(xml.contains("<data key=\"label\">a &lt;b&gt; &amp; \u{fffd}c</data>"), "{xml}");
        assert!(xml.contains("<edge source=\"n0\" target=\"n1\">"), "{xml}");
    }
}
