//! How documents are read, and what is made of them.

use std::fs;
use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser as _};
use clap::{Args, ValueEnum};
use kehoach::{Encoding, Limits, OffsetUnit, Parsed, Parser};
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::failure::{Failure, Reason, Trouble, shown};
use crate::input::{self, Cost, Item};
use crate::language::messages as say;
use crate::output::inert;
use crate::register::{Columns, Register};

/// How documents are read.
#[derive(Debug, Default, Args)]
pub(crate) struct Reading {
    /// What positions in the output count
    #[arg(long, value_enum, value_name = "UNIT", default_value_t = Unit::Utf8Byte)]
    offset_unit: Unit,

    /// A CSV of what the archive knows: its columns are passed through, by the path of the document
    ///
    /// One column is called path, file or id. What the columns issuer and place (or province) say serves where
    /// a document is silent, with the basis "supplied".
    #[arg(long, value_name = "FILE")]
    metadata: Option<PathBuf>,

    /// Another limit than the default: of nesting, lines, blocks, entries or diagnostics
    ///
    /// What is past a limit is kept plainly, with a diagnostic; see 'kehoach explain limit-nesting' and the others.
    #[arg(long, value_name = "NAME=NUMBER", value_parser = Bound::of)]
    limit: Vec<Bound>,

    #[command(flatten)]
    doubt: Doubt,

    #[command(flatten)]
    coding: Coding,
}

/// A limit and what it is set to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct Bound {
    name: String,
    most: usize,
}

impl Bound {
    /// The limits that can be set.
    const NAMES: [&str; 5] = ["nesting", "lines", "blocks", "entries", "diagnostics"];

    fn of(option: &str) -> Result<Self, String> {
        let (name, most) = option.split_once('=').unwrap_or((option, ""));
        match most.parse() {
            Ok(most) if Self::NAMES.contains(&name) => Ok(Self { name: name.to_owned(), most }),
            _ => Err(say::no_limit(&Self::NAMES.join(", "))),
        }
    }

    fn set(&self, limits: &mut Limits) {
        let limit = match &*self.name {
            "nesting" => &mut limits.nesting,
            "lines" => &mut limits.lines,
            "blocks" => &mut limits.blocks,
            "entries" => &mut limits.entries,
            _ => &mut limits.diagnostics,
        };
        *limit = self.most;
    }
}

impl Reading {
    /// The defaults, with this coding.
    pub(crate) fn coded(coding: &Coding) -> Self {
        Self { coding: coding.clone(), ..Self::default() }
    }

    /// The same with this doubt.
    pub(crate) fn doubting(self, doubt: &Doubt) -> Self {
        Self { doubt: doubt.clone(), ..self }
    }

    /// Refuses to write onto what is read beside the documents.
    pub(crate) fn keep<'a>(
        &self,
        outputs: impl IntoIterator<Item = &'a PathBuf>,
    ) -> Result<(), Failure> {
        let whole = |path: &PathBuf| path.canonicalize().ok();
        let read: Vec<PathBuf> = self.metadata.iter().filter_map(whole).collect();
        let mut outputs = outputs.into_iter();
        match outputs.find(|output| whole(output).is_some_and(|output| read.contains(&output))) {
            Some(output) => Err(Failure::Usage(say::is_input(&shown(output)))),
            None => Ok(()),
        }
    }

    /// The options that say how texts are read, as far as they are given.
    fn given(&self) -> Vec<&'static str> {
        let options = [
            ("--offset-unit", self.offset_unit != Unit::default()),
            ("--metadata", self.metadata.is_some()),
            ("--limit", !self.limit.is_empty()),
            ("--inferences", self.doubt.inferences),
            ("--encoding", self.coding.encoding != Coding::default().encoding),
        ];
        options.into_iter().filter(|(_, given)| *given).map(|(option, _)| option).collect()
    }

    /// The options that results depend on: what a register says, not what it is called.
    pub(crate) fn options(&self) -> Result<serde_json::Value, Failure> {
        let digest = |path: &PathBuf| match fs::read(path) {
            Ok(bytes) => Ok(input::digest(&bytes)),
            Err(error) => Err(Failure::file(path, &error)),
        };
        let register = self.metadata.as_ref().map(digest).transpose()?;
        Ok(json!({
            "offset_unit": self.offset_unit,
            "encoding": self.coding.encoding,
            "limits": self.limit,
            "inferences": self.doubt.inferences,
            "metadata": register,
        }))
    }
}

/// What is worth a diagnostic.
#[derive(Debug, Default, Clone, Args)]
pub(crate) struct Doubt {
    /// Report what was taken from elsewhere in a document, too: places of issuers, doers of tasks
    #[arg(long)]
    inferences: bool,
}

/// The encoding that stands for none: it is found.
const AUTO: &str = "auto";

/// How bytes become text.
#[derive(Debug, Clone, Args, Serialize)]
pub(crate) struct Coding {
    /// The encoding of the documents, where it is known
    #[arg(long, value_name = "NAME", default_value = AUTO, value_parser = names())]
    encoding: String,
}

impl Default for Coding {
    fn default() -> Self {
        Self { encoding: AUTO.to_owned() }
    }
}

/// The names of encodings, and the one that stands for none.
fn names() -> impl clap::builder::TypedValueParser<Value = String> {
    let names = Encoding::ALL.iter().map(|encoding| encoding.as_str());
    PossibleValuesParser::new(std::iter::once(AUTO).chain(names)).map(|name| name)
}

impl Coding {
    /// The text of bytes.
    pub(crate) fn decode(&self, bytes: &[u8]) -> Result<String, Reason> {
        self.text(bytes)?;
        decode(&self.set(Parser::new()), bytes)
    }

    /// Refuses bytes that are no text.
    fn text(&self, bytes: &[u8]) -> Result<(), Reason> {
        if input::is_tree(bytes) {
            return Err(Reason::Tree);
        }
        // What somebody calls text is read as that.
        if self.encoding == AUTO && bytes.contains(&0) && input::is_binary(bytes) {
            return Err(Reason::Binary);
        }
        Ok(())
    }

    fn set(&self, parser: Parser) -> Parser {
        parser.encoding(self.encoding.parse::<Encoding>().ok())
    }
}

fn decode(parser: &Parser, bytes: &[u8]) -> Result<String, Reason> {
    match parser.decode(bytes) {
        Ok(decoded) => Ok(decoded.text.into_owned()),
        Err(error) => Err(Reason::of(error, bytes)),
    }
}

/// What positions count.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum, Serialize)]
#[serde(rename_all = "kebab-case")]
enum Unit {
    /// Bytes of the text in UTF-8.
    #[default]
    Utf8Byte,
    /// Units of UTF-16, as JavaScript and Java count.
    Utf16,
    /// Code points, as Python counts.
    Codepoint,
}

impl Unit {
    fn of_library(self) -> OffsetUnit {
        match self {
            Self::Utf8Byte => OffsetUnit::Utf8Byte,
            Self::Utf16 => OffsetUnit::Utf16,
            Self::Codepoint => OffsetUnit::CodePoint,
        }
    }
}

/// A reader of documents.
#[derive(Debug)]
pub(crate) struct Reader {
    parser: Parser,
    unit: OffsetUnit,
    register: Option<Register>,
    coding: Coding,
    /// The options it was given.
    given: Vec<&'static str>,
}

/// A tree, and what the archive knows of its document.
#[derive(Debug, Serialize)]
pub(crate) struct Tree {
    #[serde(flatten)]
    pub(crate) parsed: Parsed,
    #[serde(skip_serializing_if = "Known::is_unasked")]
    pub(crate) metadata: Known,
}

/// What the archive knows of a document. In a tree it is left out, null, or an object.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Option<Columns>", untagged)]
pub(crate) enum Known {
    /// No register was named.
    #[default]
    Unasked,
    /// Nothing: the register has no row for it.
    Nothing,
    /// The row of the register.
    Row(Columns),
}

impl Known {
    fn is_unasked(&self) -> bool {
        *self == Self::Unasked
    }

    /// The row, if there is one.
    pub(crate) fn row(&self) -> Option<&Columns> {
        if let Self::Row(columns) = self { Some(columns) } else { None }
    }
}

impl From<Option<Columns>> for Known {
    fn from(columns: Option<Columns>) -> Self {
        columns.map_or(Self::Nothing, Self::Row)
    }
}

impl Reader {
    /// A reader that reads so.
    pub(crate) fn new(cost: Cost, reading: &Reading) -> Result<Self, Failure> {
        let mut limits = Limits::default();
        limits.input_bytes = cost.max_bytes;
        reading.limit.iter().for_each(|bound| bound.set(&mut limits));
        let register = reading.metadata.as_deref().map(Register::open).transpose()?;
        let unit = reading.offset_unit.of_library();
        let parser = Parser::new().limits(limits).inferences(reading.doubt.inferences);
        let (coding, given) = (reading.coding.clone(), reading.given());
        Ok(Self { parser: coding.set(parser), unit, register, coding, given })
    }

    /// Refuses its options for an input that was read before, where they would do nothing.
    pub(crate) fn reads_only_texts(&self, name: &str) -> Result<(), Trouble> {
        if self.given.is_empty() {
            return Ok(());
        }
        let message = say::options_of_texts(&inert(name), &self.given.join(", "));
        Err(Trouble::All(Failure::Usage(message)))
    }

    /// The text that positions are offsets of.
    pub(crate) fn decode(&self, bytes: &[u8]) -> Result<String, Reason> {
        decode(&self.parser, bytes)
    }

    /// The columns of the register, if there is one.
    pub(crate) fn columns(&self) -> &[String] {
        self.register.as_ref().map(Register::names).unwrap_or_default()
    }

    /// What positions count.
    pub(crate) fn unit(&self) -> OffsetUnit {
        self.unit
    }

    /// The tree of a text, which is called by the path of its document. Its spans are bytes.
    pub(crate) fn tree(&self, item: &Item, bytes: &[u8]) -> Result<Tree, Reason> {
        if !item.is_record() {
            self.coding.text(bytes)?;
        }
        let row = match &self.register {
            Some(register) => Some((register, register.row(item).map_err(Reason::Register)?)),
            None => None,
        };
        let known = row.as_ref().and_then(|(register, row)| Some((register, row.as_ref()?)));
        let parsed = match known {
            Some((register, row)) => {
                self.parser.clone().supplied(register.supplied(row)).parse_bytes(bytes)
            }
            None => self.parser.parse_bytes(bytes),
        };
        let mut parsed = parsed.map_err(|error| Reason::of(error, bytes))?;
        parsed.source.name.clone_from(&item.id);
        let metadata = match &row {
            None => Known::Unasked,
            Some((_, None)) => Known::Nothing,
            Some((register, Some(row))) => Known::Row(register.columns(row)),
        };
        Ok(Tree { parsed, metadata })
    }

    /// The tree of a text, with spans in the unit that was asked for.
    pub(crate) fn read(&self, item: &Item, bytes: &[u8]) -> Result<Tree, Reason> {
        let mut tree = self.tree(item, bytes)?;
        if self.unit != OffsetUnit::Utf8Byte {
            tree.parsed.count_offsets_in(self.unit, &self.decode(bytes)?);
        }
        Ok(tree)
    }

    /// Notes that a document is not read anew.
    pub(crate) fn pass(&self, item: &Item) {
        if let Some(register) = &self.register {
            register.find(item);
        }
    }

    /// What there is to say when all documents have been read.
    pub(crate) fn closing(&self) -> Vec<String> {
        self.register.as_ref().map(Register::report).unwrap_or_default()
    }
}
