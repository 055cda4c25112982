//! A reading as people read it: one line a node, indented as it is nested, only what is there.
//!
//! ```text
//! kind KH "Kế hoạch"
//! header.number "12/KH-UBND" ordinal=12 symbol="KH-UBND"
//! title "KẾ HOẠCH"
//! paragraph basis "Căn cứ Luật …;"
//! section I [I.] "MỤC ĐÍCH"
//!   section I.1 [1.]
//!     paragraph "Nâng cao chất lượng công việc." parts=2
//! recipient addressee "UBND tỉnh (để b/c)" name="UBND tỉnh" purpose="để b/c"
//! furniture page_number "1"
//! diagnostic numbering-gap 4:1 "3."
//! ```
//!
//! A diagnostic shows its line, its column and what its span slices.

use std::fmt::{Display, Write as _};

use kehoach::{
    Appendix, Block, Date, Document, Header, Kind, Number, Parsed, Recipient, Section, Signature,
    Span, Table, Text,
};

/// The rendering of a reading of `text`.
pub fn rendering(text: &str, parsed: &Parsed) -> String {
    let mut out = Rendering { text, out: String::new(), depth: 0 };
    out.document(&parsed.document);
    for diagnostic in &parsed.diagnostics {
        let (line, column) = (diagnostic.line, diagnostic.column);
        let slice = diagnostic.span.slice(text).unwrap_or_default();
        out.line(format_args!("diagnostic {} {line}:{column} {slice:?}", diagnostic.code));
    }
    out.out
}

struct Rendering<'a> {
    text: &'a str,
    out: String,
    depth: usize,
}

/// ` name="value"`, or nothing.
fn field(name: &str, value: Option<&str>) -> String {
    value.map(|value| format!(" {name}={value:?}")).unwrap_or_default()
}

/// ` name=value`, or nothing.
fn plain(name: &str, value: Option<impl Display>) -> String {
    value.map(|value| format!(" {name}={value}")).unwrap_or_default()
}

fn parts(parts: &[Span]) -> String {
    plain("parts", (!parts.is_empty()).then_some(parts.len()))
}

impl Rendering<'_> {
    fn line(&mut self, line: impl Display) {
        for _ in 0..self.depth {
            self.out.push_str("  ");
        }
        writeln!(self.out, "{line}").expect("a string takes everything");
    }

    fn nested(&mut self, render: impl FnOnce(&mut Self)) {
        self.depth += 1;
        render(self);
        self.depth -= 1;
    }

    fn text(&mut self, name: &str, text: Option<&Text>) {
        if let Some(Text { text: words, parts: pieces, .. }) = text {
            self.line(format_args!("{name} {words:?}{}", parts(pieces)));
        }
    }

    fn document(&mut self, document: &Document) {
        if let Some(key) = &document.key {
            self.line(format_args!("key {}", key.id));
        }
        self.kind(document.kind.as_ref());
        self.header(&document.header);
        for addressee in &document.addressees {
            self.text("addressee", Some(addressee));
        }
        self.text("title", document.title.as_ref());
        self.text("subject", document.subject.as_ref());
        self.blocks(&document.preamble);
        self.blocks(&document.body);
        self.text("closing", document.closing.as_ref());
        self.foot(&document.recipients, &document.signatures);
        for appendix in &document.appendices {
            self.appendix(appendix);
        }
        for citation in &document.citations {
            let number = citation.number.as_ref().map(|number| number.text.as_str());
            let name = citation.name.as_ref().map(|name| name.text.as_str());
            let date = citation.date.as_ref().and_then(|date| date.edtf.as_deref());
            let issuer = citation.issuer.as_ref().map(|issuer| issuer.text.as_str());
            let pinpoint = citation.pinpoint.as_ref().map(|pinpoint| pinpoint.text.as_str());
            let code = citation.kind.as_ref().and_then(|kind| kind.code.as_deref());
            self.line(format_args!(
                "citation {} {:?}{}{}{}{}{}{}{}{}",
                citation.role,
                citation.text,
                field("kind", code),
                field("number", number),
                field("date", date),
                field("issuer", issuer),
                field("name", name),
                field("pinpoint", pinpoint),
                plain("relation", citation.relation.as_ref()),
                plain("document", citation.document.as_ref()),
            ));
        }
        for cited in &document.cited_documents {
            self.line(format_args!("cited {} {} {:?}", cited.id, cited.key.id, cited.mentions));
        }
        for date in &document.dates {
            self.date("date", Some(date));
        }
        for task in &document.tasks {
            let names = |agencies: &[kehoach::Agency]| {
                agencies.iter().map(|agency| agency.name.clone()).collect::<Vec<_>>()
            };
            let deadline = task.deadline.as_ref().and_then(|date| date.edtf.as_deref());
            self.line(format_args!(
                "task {} lead={:?} cooperating={:?}{}{} {:?}",
                task.source,
                names(&task.lead),
                names(&task.cooperating),
                field("deadline", deadline),
                field("action", task.action.as_ref().map(|action| action.text.as_str())),
                task.text,
            ));
        }
        for furniture in &document.page_furniture {
            let pieces = parts(&furniture.parts);
            self.line(format_args!("furniture {} {:?}{pieces}", furniture.kind, furniture.text));
        }
    }

    fn kind(&mut self, kind: Option<&Kind>) {
        if let Some(Kind { code, name, .. }) = kind {
            let code = code.as_deref().unwrap_or("-");
            self.line(format_args!("kind {code} {:?}", name.as_deref().unwrap_or("-")));
        }
    }

    fn header(&mut self, header: &Header) {
        self.text("header.parent", header.parent_authority.as_ref());
        for authority in &header.issuing_authorities {
            self.text("header.issuing", Some(authority));
        }
        if let Some(Number { text, ordinal, suffix, year, symbol, parts: pieces, .. }) =
            &header.number
        {
            self.line(format_args!(
                "header.number {text:?}{}{}{}{}{}",
                plain("ordinal", *ordinal),
                field("suffix", suffix.as_deref()),
                plain("year", *year),
                field("symbol", symbol.as_deref()),
                parts(pieces),
            ));
        }
        self.text("header.place", header.place.as_ref());
        self.date("header.date", header.date.as_ref());
        self.text("header.secrecy", header.secrecy.as_ref());
        self.text("header.urgency", header.urgency.as_ref());
    }

    fn date(&mut self, name: &str, date: Option<&Date>) {
        if let Some(date) = date {
            self.line(format_args!(
                "{name} {:?} {}{}{}{}{}{}{}",
                date.text,
                date.kind,
                plain("edtf", date.edtf.as_ref()),
                plain("relation", date.relation.as_ref()),
                plain("recurrence", date.recurrence.as_ref()),
                plain("partial", date.partial.as_ref()),
                plain("time", date.time.as_ref()),
                parts(&date.parts),
            ));
        }
    }

    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            match block {
                Block::Paragraph(paragraph) => {
                    let role = paragraph.role.as_ref().map(|role| format!(" {role}"));
                    let (role, pieces) = (role.unwrap_or_default(), parts(&paragraph.parts));
                    self.line(format_args!("paragraph{role} {:?}{pieces}", paragraph.text));
                }
                Block::Section(section) => self.section(section),
                Block::Table(table) => self.table(table),
                other => {
                    let slice = other.span().slice(self.text).unwrap_or_default();
                    self.line(format_args!("block {slice:?}"));
                }
            }
        }
    }

    fn section(&mut self, section: &Section) {
        let Section { id, marker, heading, children, .. } = section;
        let heading = heading.as_ref().map(|h| format!(" {:?}{}", h.text, parts(&h.parts)));
        let heading = heading.unwrap_or_default();
        let (sign, pieces) = (&marker.text, parts(&marker.parts));
        self.line(format_args!("section {id} [{sign}]{pieces} {}{heading}", marker.style));
        self.nested(|out| out.blocks(children));
    }

    fn table(&mut self, table: &Table) {
        let cells = |cells: &[Text]| {
            let cells = cells.iter().map(|cell| format!("{:?}", cell.text));
            cells.collect::<Vec<_>>().join(" | ")
        };
        self.line(format_args!("table {}", cells(&table.columns)).to_string().trim_end());
        self.nested(|out| {
            for row in &table.rows {
                out.line(format_args!("row {}", cells(row)));
            }
        });
    }

    fn foot(&mut self, recipients: &[Recipient], signatures: &[Signature]) {
        for recipient in recipients {
            self.line(format_args!(
                "recipient {} {:?} name={:?}{}{}{}",
                recipient.kind,
                recipient.text,
                recipient.name,
                field("purpose", recipient.purpose.as_deref()),
                plain("copies", recipient.copies),
                parts(&recipient.parts),
            ));
            self.nested(|out| out.foot(&recipient.children, &[]));
        }
        for signature in signatures {
            self.line("signature");
            self.nested(|out| {
                for authority in &signature.authority {
                    let pieces = parts(&authority.parts);
                    let (prefix, text) = (&authority.prefix, &authority.text);
                    out.line(format_args!("authority {prefix} {text:?}{pieces}"));
                }
                out.text("position", signature.position.as_ref());
                out.text("rank", signature.rank.as_ref());
                out.text("name", signature.name.as_ref());
            });
        }
    }

    fn appendix(&mut self, appendix: &Appendix) {
        self.line("appendix");
        self.nested(|out| {
            out.kind(appendix.kind.as_ref());
            out.text("label", appendix.label.as_ref());
            out.text("title", appendix.title.as_ref());
            out.blocks(&appendix.preamble);
            out.blocks(&appendix.body);
            out.text("closing", appendix.closing.as_ref());
            out.foot(&appendix.recipients, &appendix.signatures);
        });
    }
}
