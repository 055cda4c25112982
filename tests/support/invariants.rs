//! What holds of every reading of every text.
//!
//! Tests and fuzz targets call [`check_invariants`] on whatever they read. It works on the JSON of
//! a tree where it can, so that a new node is checked without a change here.

use std::collections::{BTreeMap, BTreeSet};

use kehoach::{
    Agency, Block, Citation, CitedDocument, Date, Document, Key, Parsed, Positions, Recipient,
    Span, Task,
};
use serde_json::Value;
use unicode_normalization::UnicodeNormalization as _;

/// Panics with a list of everything that is wrong with a reading of `text`.
#[track_caller]
pub fn check_invariants(text: &str, parsed: &Parsed) {
    let broken = broken_invariants(text, parsed);
    let (shown, more) = broken.split_at(broken.len().min(12));
    let head: String = text.chars().take(300).collect();
    assert!(
        broken.is_empty(),
        "{}\n… and {} more, in the reading of {} bytes: {head:?}",
        shown.join("\n"),
        more.len(),
        text.len(),
    );
}

/// Everything that is wrong with a reading of `text`, one line each.
pub fn broken_invariants(text: &str, parsed: &Parsed) -> Vec<String> {
    let mut check = Check { text, broken: Vec::new(), covered: vec![0; text.len()] };
    let json = serde_json::to_value(parsed).expect("a tree always serialises");
    check.places("", &json, Leaf::Counts);
    check.coverage();
    check.envelope(parsed);
    check.there_and_back(parsed);
    check.structure(&parsed.document);
    check.lists(parsed);
    check.diagnostics(parsed);
    check.broken
}

/// Everything that is wrong with the citations of a running text, one line each.
pub fn broken_citations(text: &str) -> Vec<String> {
    let found = kehoach::citations(text);
    let mut check = Check { text, broken: Vec::new(), covered: vec![0; text.len()] };
    let json = serde_json::to_value(&found).expect("citations always serialise");
    check.places("", &json, Leaf::Points);
    if !found.citations.is_sorted_by_key(|citation| citation.span.start) {
        check.say("citations are out of order");
    }
    check.cited(&found.citations, &found.cited_documents, None);
    let places = |citation: &kehoach::Citation| {
        let span = |text: &Option<kehoach::Text>| text.as_ref().map(|text| text.span);
        (
            citation.span,
            citation.kind.as_ref().and_then(|kind| kind.code.clone()),
            citation.number.as_ref().map(|number| number.span),
            citation.date.as_ref().map(|date| date.span),
            [&citation.issuer, &citation.name, &citation.subject, &citation.pinpoint].map(span),
        )
    };
    let bare = |mention: &kehoach::Mention| {
        let kind = mention.kind.map(str::to_owned);
        let others = [mention.issuer, mention.name, mention.subject, mention.pinpoint];
        (mention.span, kind, mention.number, mention.date, others)
    };
    if !kehoach::mentions(text).iter().map(bare).eq(found.citations.iter().map(places)) {
        check.say("mentions are in other places than citations");
    }
    if serde_json::from_value::<kehoach::Citations>(json).ok().as_ref() != Some(&found) {
        check.say("citations read back from JSON as others");
    }
    check.broken
}

/// What does not hold of the dates of running text.
pub fn broken_dates(text: &str) -> Vec<String> {
    let found = kehoach::dates(text);
    let mut check = Check { text, broken: Vec::new(), covered: vec![0; text.len()] };
    let json = serde_json::to_value(&found).expect("dates always serialise");
    check.places("", &json, Leaf::Points);
    if !found.dates.is_sorted_by_key(|date| date.span.start) {
        check.say("dates are out of order");
    }
    check.dates(&found.dates);
    if serde_json::from_value::<kehoach::Dates>(json).ok().as_ref() != Some(&found) {
        check.say("dates read back from JSON as others");
    }
    check.broken
}

struct Check<'a> {
    text: &'a str,
    broken: Vec<String>,
    /// How many leaves hold each byte.
    covered: Vec<u8>,
}

/// Whether the texts of a part of the JSON are leaves, or point into leaves.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Leaf {
    Counts,
    Points,
}

/// Lists whose entries point into the leaves.
const INDEXES: &[&str] = &["citations", "cited_documents", "dates", "tasks", "diagnostics"];

impl Check<'_> {
    fn say(&mut self, broken: impl Into<String>) {
        self.broken.push(broken.into());
    }

    /// Every span lies in the text on character boundaries, every text is what its span slices.
    fn places(&mut self, path: &str, value: &Value, leaf: Leaf) {
        match value {
            Value::Array(items) => {
                for (index, item) in items.iter().enumerate() {
                    self.places(&format!("{path}[{index}]"), item, leaf);
                }
            }
            Value::Object(object) => {
                if let Some(span) = object.get("span") {
                    self.node(path, value, span, leaf);
                }
                for (key, inner) in object {
                    if !matches!(key.as_str(), "span" | "parts") {
                        let points = leaf == Leaf::Points || INDEXES.contains(&key.as_str());
                        let leaf = if points { Leaf::Points } else { Leaf::Counts };
                        self.places(&format!("{path}.{key}"), inner, leaf);
                    }
                }
            }
            _ => {}
        }
    }

    fn node(&mut self, path: &str, node: &Value, span: &Value, leaf: Leaf) {
        let Some(hull) = self.span(path, span) else { return };
        let parts: Vec<_> = node["parts"].as_array().into_iter().flatten().collect();
        let mut pieces = Vec::new();
        for part in &parts {
            let Some(part) = self.span(path, part) else { return };
            if !hull.covers(part) || part.is_empty() {
                self.say(format!("{path} has the part {part:?}, its span is {hull:?}"));
            }
            pieces.push(part);
        }
        if parts.len() == 1 {
            self.say(format!("{path} has a single part"));
        }
        match (pieces.iter().map(|p| p.start).min(), pieces.iter().map(|p| p.end).max()) {
            (Some(start), Some(end)) if Span::new(start, end) != hull => {
                self.say(format!("{path} has the span {hull:?}, not the hull of its parts"));
            }
            (None, None) => pieces.push(hull),
            _ => {}
        }
        let Some(words) = node["text"].as_str() else { return };
        self.words(path, words, &pieces);
        if leaf == Leaf::Counts {
            // The upper words of a two-level header stand in each column they span.
            let shared = path.contains(".columns[");
            for piece in pieces {
                for byte in &mut self.covered[piece.start as usize..piece.end as usize] {
                    *byte = if shared { (*byte).max(1) } else { byte.saturating_add(1) };
                }
            }
        }
    }

    fn span(&mut self, path: &str, span: &Value) -> Option<Span> {
        let ends = span.as_array().map(Vec::as_slice).unwrap_or_default();
        let [Some(start), Some(end)] = [0, 1].map(|i| ends.get(i).and_then(Value::as_u64)) else {
            self.say(format!("{path} has the span {span}, which is no pair of numbers"));
            return None;
        };
        let inside = usize::try_from(start).ok().zip(usize::try_from(end).ok());
        if ends.len() != 2 || inside.and_then(|(s, e)| self.text.get(s..e)).is_none() {
            let len = self.text.len();
            self.say(format!("{path} has the span {span}, which cuts a text of {len} bytes"));
            return None;
        }
        serde_json::from_value(span.clone()).ok()
    }

    /// The text of a node is what its pieces slice, cleaned, and is itself clean.
    fn words(&mut self, path: &str, words: &str, pieces: &[Span]) {
        let sliced = pieces.iter().filter_map(|piece| piece.slice(self.text));
        let (want, got) = (bare(&sliced.collect::<Vec<_>>().join(" ")), bare(words));
        if want != got {
            self.say(format!("{path} has the text {words:?}, its span slices {want:?}"));
        }
        if words.trim() != words || words.contains("  ") || words.contains(['\n', '\r', '\t']) {
            self.say(format!("{path} has white space that is not collapsed: {words:?}"));
        }
        // In other scripts letters compose too, without marks between; cleaning leaves them alone.
        let other = words.contains(|c| ('\u{900}'..'\u{1e00}').contains(&c));
        if !other && in_vietnamese_order(words) != words {
            self.say(format!("{path} has a text that is not composed: {words:?}"));
        }
    }

    /// Every letter and digit lies in exactly one leaf.
    fn coverage(&mut self) {
        let mut wrong: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (at, c) in self.text.char_indices().filter(|(_, c)| c.is_alphanumeric()) {
            let _ = c;
            match self.covered[at] {
                0 => wrong.entry("no leaf").or_default().push(at),
                1 => {}
                _ => wrong.entry("several leaves").or_default().push(at),
            }
        }
        for (what, places) in wrong {
            let first = places[0];
            let around: String = self.text[first..].chars().take(40).collect();
            let count = places.len();
            self.say(format!(
                "{count} letters and digits lie in {what}, the first at byte {first}: {around:?}"
            ));
        }
    }

    fn envelope(&mut self, parsed: &Parsed) {
        if parsed.format_version != kehoach::FORMAT_VERSION || parsed.generator.name != "kehoach" {
            self.say("the envelope names another format or generator");
        }
        let source = &parsed.source;
        let converted = source.carrier.is_some() || !source.mixture.is_empty();
        if source.encoding == "utf-8" && !converted && source.bytes != self.text.len() as u64 {
            self.say(format!("the source has {} bytes, not {}", source.bytes, self.text.len()));
        }
        if source.offset_unit != "utf8-byte" || source.sha256.as_str().len() != 64 {
            self.say(format!("the source is described as {source:?}"));
        }
    }

    /// JSON there and back is the identity.
    fn there_and_back(&mut self, parsed: &Parsed) {
        let there = serde_json::to_string(parsed).expect("a tree always serialises");
        match serde_json::from_str::<Parsed>(&there) {
            Err(error) => self.say(format!("the JSON does not read back: {error}")),
            Ok(back) if back != *parsed => self.say("the JSON reads back as another tree"),
            Ok(_) => {}
        }
    }

    /// Children lie in their parents, siblings in order and apart.
    fn structure(&mut self, document: &Document) {
        let mut ids = BTreeSet::new();
        self.blocks("preamble", &document.preamble, None, &mut ids);
        self.blocks("body", &document.body, None, &mut ids);
        self.recipients("recipients", &document.recipients, None);
        self.signatures("signatures", &document.signatures, None);
        let mut reached = 0;
        for (index, appendix) in document.appendices.iter().enumerate() {
            let path = format!("appendices[{index}]");
            if appendix.span.start < reached {
                self.say(format!("{path} overlaps or precedes the one before it"));
            }
            reached = reached.max(appendix.span.end);
            let parent = Some(appendix.span);
            let texts = [&appendix.label, &appendix.title, &appendix.closing];
            for (name, text) in ["label", "title", "closing"].into_iter().zip(texts) {
                self.inside(&format!("{path}.{name}"), text.as_ref().map(|t| t.span), parent);
            }
            self.blocks(&format!("{path}.preamble"), &appendix.preamble, parent, &mut ids);
            self.blocks(&format!("{path}.body"), &appendix.body, parent, &mut ids);
            self.recipients(&format!("{path}.recipients"), &appendix.recipients, parent);
            self.signatures(&format!("{path}.signatures"), &appendix.signatures, parent);
        }
    }

    fn inside(&mut self, path: &str, child: Option<Span>, parent: Option<Span>) {
        if let (Some(child), Some(parent)) = (child, parent)
            && !parent.covers(child)
        {
            self.say(format!("{path} {child:?} lies outside its parent {parent:?}"));
        }
    }

    fn blocks(
        &mut self,
        path: &str,
        blocks: &[Block],
        parent: Option<Span>,
        ids: &mut BTreeSet<String>,
    ) {
        let mut reached = 0;
        for (index, block) in blocks.iter().enumerate() {
            let path = format!("{path}[{index}]");
            let span = block.span();
            self.inside(&path, Some(span), parent);
            let torn = matches!(block, Block::Paragraph(p) if !p.parts.is_empty());
            if span.start < reached && !torn {
                self.say(format!("{path} overlaps or precedes its neighbour"));
            }
            reached = reached.max(span.end);
            match block {
                Block::Section(section) => {
                    let heading = section.heading.as_ref().map(|heading| heading.span);
                    self.inside(&format!("{path}.marker"), Some(section.marker.span), Some(span));
                    self.inside(&format!("{path}.heading"), heading, Some(span));
                    if section.marker.span.start != span.start {
                        self.say(format!("{path} does not begin with its marker"));
                    }
                    if section.id.is_empty() || !ids.insert(section.id.clone()) {
                        self.say(format!("{path} has no id of its own: {:?}", section.id));
                    }
                    self.blocks(&format!("{path}.children"), &section.children, Some(span), ids);
                }
                Block::Table(table) => {
                    for cell in table.columns.iter().chain(table.rows.iter().flatten()) {
                        self.inside(&format!("{path} cell"), Some(cell.span), Some(span));
                    }
                    let width = table.columns.len();
                    if width > 0 && table.rows.iter().any(|row| row.len() != width) {
                        self.say(format!("{path} has rows that are not {width} cells wide"));
                    }
                }
                _ => {}
            }
        }
    }

    fn recipients(&mut self, path: &str, recipients: &[Recipient], parent: Option<Span>) {
        let mut before = 0;
        for (index, recipient) in recipients.iter().enumerate() {
            let path = format!("{path}[{index}]");
            self.inside(&path, Some(recipient.span), parent);
            if recipient.span.start < before {
                self.say(format!("{path} precedes its neighbour"));
            }
            before = recipient.span.start;
            self.recipients(&format!("{path}.children"), &recipient.children, parent);
        }
    }

    fn signatures(&mut self, path: &str, signatures: &[kehoach::Signature], parent: Option<Span>) {
        for (index, signature) in signatures.iter().enumerate() {
            let path = format!("{path}[{index}]");
            self.inside(&path, Some(signature.span), parent);
            let values = [&signature.position, &signature.rank, &signature.name];
            let values = values.into_iter().flatten().map(|text| text.span);
            for span in values.chain(signature.authority.iter().map(|a| a.span)) {
                self.inside(&path, Some(span), Some(signature.span));
            }
        }
    }

    /// Lists stand in order of place, and what they name is there.
    /// Each citation has a document and each document its citations; keys have their six parts.
    fn cited(&mut self, citations: &[Citation], documents: &[CitedDocument], own: Option<&Key>) {
        for (at, citation) in citations.iter().enumerate() {
            if citation.id != format!("c{}", at + 1) {
                self.say(format!("citation {at} has the id {:?}", citation.id));
            }
            let cited = documents.iter().find(|d| Some(&d.id) == citation.document.as_ref());
            if cited.is_none_or(|cited| !cited.mentions.contains(&citation.id)) {
                self.say(format!("{} is no mention of its document", citation.id));
            }
            let known = citation.number.is_some() || citation.name.is_some();
            if !known && citation.kind.as_ref().and_then(|kind| kind.code.as_deref()) != Some("HP")
            {
                self.say(format!("{} has neither number nor name", citation.id));
            }
        }
        let mentions: usize = documents.iter().map(|cited| cited.mentions.len()).sum();
        if mentions != citations.len() {
            self.say(format!("{mentions} mentions of {} citations", citations.len()));
        }
        let keys = documents.iter().map(|cited| &cited.key).chain(own);
        for key in keys {
            let parts: Vec<_> = key.id.split('/').collect();
            let gaps = parts.iter().filter(|part| part.starts_with('_') || part.is_empty()).count();
            let plain = key
                .id
                .bytes()
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b"/-._".contains(&b));
            if parts.len() != 6 || parts[0] != "vn" || gaps != key.missing.len() || !plain {
                self.say(format!("a key has another shape: {key:?}"));
            }
        }
    }

    fn lists(&mut self, parsed: &Parsed) {
        let document = &parsed.document;
        let order = |spans: Vec<Span>| spans.is_sorted_by_key(|span| span.start);
        let lists = [
            ("citations", order(document.citations.iter().map(|x| x.span).collect())),
            ("dates", order(document.dates.iter().map(|x| x.span).collect())),
            ("page_furniture", order(document.page_furniture.iter().map(|x| x.span).collect())),
            ("diagnostics", order(parsed.diagnostics.iter().map(|x| x.span).collect())),
        ];
        for (name, ordered) in lists {
            if !ordered {
                self.say(format!("{name} are out of order"));
            }
        }
        self.dates(&document.dates);
        let sections: BTreeSet<_> =
            document.walk().filter_map(|n| n.block.as_section()).map(|s| s.id.as_str()).collect();
        let cited: BTreeSet<_> = document.cited_documents.iter().map(|d| d.id.as_str()).collect();
        let mentions: BTreeSet<_> = document.citations.iter().map(|c| c.id.as_str()).collect();
        let mut unknown = Vec::new();
        let mut name = |names: &BTreeSet<&str>, id: &Option<String>, whose: &str| {
            if let Some(id) = id.as_deref().filter(|id| !names.contains(id)) {
                unknown.push(format!("{whose} names {id:?}, which is not there"));
            }
        };
        for citation in &document.citations {
            name(&sections, &citation.section, &citation.id);
            name(&cited, &citation.document, &citation.id);
        }
        for document in &document.cited_documents {
            for mention in &document.mentions {
                name(&mentions, &Some(mention.clone()), &document.id);
            }
        }
        for task in &document.tasks {
            name(&sections, &task.section, &task.id);
        }
        self.broken.extend(unknown);
        self.cited(&document.citations, &document.cited_documents, document.key.as_ref());
        self.tasks(&document.tasks);
    }

    /// Each task has a name of its own, somebody who leads, and its words where it says.
    fn tasks(&mut self, tasks: &[Task]) {
        if !tasks.is_sorted_by_key(|task| task.span.start) {
            self.say("tasks are out of order");
        }
        for (at, task) in tasks.iter().enumerate() {
            if task.id != format!("t{}", at + 1) {
                self.say(format!("task {at} has the id {:?}", task.id));
            }
            if task.lead.is_empty() || task.deadline.as_ref() != task.deadlines.first() {
                self.say(format!("{} has no lead, or another deadline than its first", task.id));
            }
            let nameless = |agency: &Agency| agency.text.is_empty() || agency.name.is_empty();
            if task.lead.iter().chain(&task.cooperating).any(nameless) {
                self.say(format!("{} names somebody without a name", task.id));
            }
            if task.cooperating.iter().any(|other| task.lead.contains(other)) {
                self.say(format!("{} has one body twice", task.id));
            }
        }
    }

    /// Values are EDTF, periods do not run backwards, and nothing is listed twice.
    fn dates(&mut self, dates: &[Date]) {
        for date in dates {
            if date.edtf.is_some() && date.period().is_none() {
                self.say(format!("{:?} is no value", date.edtf));
            }
            let days = (date.earliest(), date.latest());
            if let (Some(first), Some(last)) = days
                && first > last
            {
                self.say(format!("{:?} ends before it begins", date.text));
            }
            if date.edtf.is_some() && date.partial.is_some() {
                self.say(format!("{:?} is known in part and whole", date.text));
            }
        }
        for pair in dates.windows(2) {
            if pair[0].span == pair[1].span {
                self.say(format!("{:?} is listed twice", pair[0].text));
            }
        }
    }

    fn diagnostics(&mut self, parsed: &Parsed) {
        let positions = Positions::new(self.text);
        for diagnostic in &parsed.diagnostics {
            let code = &diagnostic.code;
            let place = positions.line_column(diagnostic.span.start);
            if (place.line, place.column) != (diagnostic.line, diagnostic.column) {
                self.say(format!("{code} does not stand at its line and column"));
            }
            if diagnostic.severity != code.severity() || !kehoach::Code::ALL.contains(code) {
                self.say(format!("{code} has the severity {}", diagnostic.severity));
            }
            let message = &diagnostic.message;
            let acts = |c: char| {
                c.is_control()
                    || ('\u{202a}'..='\u{202e}').contains(&c)
                    || ('\u{2066}'..='\u{2069}').contains(&c)
            };
            let labels = diagnostic.labels.iter().map(|label| &label.message);
            if labels.chain([message]).any(|message| message.contains(acts)) {
                self.say(format!("{code} quotes a control character as it is: {message:?}"));
            }
            let ends = message.ends_with(['.', '\n']);
            if message.is_empty() || message.starts_with(|c: char| c.is_ascii_uppercase()) || ends {
                self.say(format!("{code} has a message out of style: {message:?}"));
            }
        }
    }
}

/// A text without what cleaning may take from it or change in it: white space, zero-width
/// characters, markup signs, the kind of a dash, punctuation at the ends.
fn bare(text: &str) -> String {
    let plain = |c: char| match c {
        'Ð' | 'Ɖ' => 'Đ',
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{f02d}' => '-',
        c => c,
    };
    let dropped = |c: &char| {
        c.is_whitespace()
            || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}')
            || matches!(c, '|' | '*' | '_' | '#')
    };
    let kept: String = text.chars().filter(|c| !dropped(c)).collect();
    let kept: String = in_vietnamese_order(&kept).chars().map(plain).collect();
    kept.trim_matches([';', ',', '.', ':', '/', '-']).to_owned()
}

/// NFC with the letter marks (circumflex, breve, horn) before the tone marks.
pub fn in_vietnamese_order(text: &str) -> String {
    let mut letters: Vec<char> = text.nfd().collect();
    for cluster in letters.chunk_by_mut(|_, next| is_mark(*next)) {
        let base = usize::from(cluster.first().is_some_and(|c| !is_mark(*c)));
        cluster[base..].sort_by_key(|c| !matches!(c, '\u{302}' | '\u{306}' | '\u{31b}'));
    }
    letters.into_iter().nfc().collect()
}

fn is_mark(c: char) -> bool {
    unicode_normalization::char::canonical_combining_class(c) != 0
}
