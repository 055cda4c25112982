//! The envelope of the output.

use std::fmt;
use std::sync::{Arc, OnceLock};

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::diagnostic::Diagnostic;
use crate::document::Document;
use crate::source::{Decoded, Loss, Mixture};

/// Version of the output format: it changes when a key is renamed, removed or changes its meaning.
pub const FORMAT_VERSION: u32 = 1;

/// Version of the reading rules: it changes when the same text may be read another way, so a cache
/// of results should hold it in its keys.
pub const RULES_VERSION: u32 = 1;

/// The JSON Schema of the output: `schema/kehoach-1.schema.json`.
///
/// ```
/// let schema: serde_json::Value = serde_json::from_str(kehoach::SCHEMA).expect("it is JSON");
/// assert_eq!(schema["title"], "Output of kehoach, format 1");
/// ```
pub const SCHEMA: &str = include_str!("../schema/kehoach-1.schema.json");

/// The result of reading one text; serialises as the output format.
///
/// ```
/// let parsed = kehoach::parse("KẾ HOẠCH\nI. MỤC ĐÍCH\n");
/// let json = serde_json::to_string(&parsed).expect("a tree always serialises");
/// let back: kehoach::Parsed = serde_json::from_str(&json).expect("and reads back");
/// assert_eq!(back, parsed);
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Parsed {
    /// [`FORMAT_VERSION`] of the library that wrote it.
    pub format_version: u32,
    /// Who wrote it.
    pub generator: Generator,
    /// What was read.
    pub source: Source,
    /// The tree.
    pub document: Document,
    /// What was doubtful, in order of place.
    pub diagnostics: Vec<Diagnostic>,
}

/// The program that wrote a result.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Generator {
    /// "kehoach".
    pub name: String,
    /// Its version.
    pub version: String,
}

/// The input of a result.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(transform = crate::document::came_later))]
#[non_exhaustive]
pub struct Source {
    /// Name the caller gave it, such as a file name.
    pub name: Option<String>,
    /// Its length in bytes.
    pub bytes: u64,
    /// SHA-256 of its bytes.
    pub sha256: Digest,
    /// Encoding it was read in: `utf-8`, `utf-16le`, `utf-16be`, `tcvn3`, `vni`, `viscii`, `viqr`,
    /// `windows-1258`, `utf-8-as-western`. Of a mixture that of most words.
    pub encoding: String,
    /// What spans count: `utf8-byte`, or what [`Parsed::count_offsets_in`] made of it.
    pub offset_unit: String,
    /// Encoding of the input itself, where it was text that an old encoding had been taken for Western
    /// in: spans count the converted text then, which `kehoach::decode_text` gives.
    #[serde(default)]
    pub carrier: Option<String>,
    /// How sure the encoding is, from 0 to 1.
    #[serde(default = "sure")]
    pub confidence: f64,
    /// Other encodings, of single paragraphs.
    #[serde(default)]
    pub mixture: Vec<Mixture>,
    /// What was lost before the text came.
    #[serde(default)]
    pub losses: Vec<Loss>,
}

/// SHA-256 of an input, in hexadecimal, as [`Display`](fmt::Display) and the JSON give it.
///
/// It is computed when it is first asked for, from a copy of the input: hashing takes about as long
/// as a third of the reading, and many a program never looks at it.
///
/// ```
/// let parsed = kehoach::parse("");
/// assert!(parsed.source.sha256.as_str().starts_with("e3b0c44298fc1c14"));
/// ```
#[derive(Clone)]
pub struct Digest {
    input: Arc<[u8]>,
    hexadecimal: OnceLock<String>,
}

impl Digest {
    fn of(bytes: &[u8]) -> Self {
        Self { input: bytes.into(), hexadecimal: OnceLock::new() }
    }

    /// The sixty-four digits.
    pub fn as_str(&self) -> &str {
        self.hexadecimal.get_or_init(|| hexadecimal(&hmac_sha256::Hash::hash(&self.input)))
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_str(), f)
    }
}

impl PartialEq for Digest {
    fn eq(&self, other: &Self) -> bool {
        self.as_str() == other.as_str()
    }
}

impl Eq for Digest {}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Digest {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Digest".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "description": "SHA-256 of the input, in hexadecimal",
            "pattern": "^[0-9a-f]{64}$",
        })
    }
}

impl Serialize for Digest {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for Digest {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let digits = String::deserialize(deserializer)?;
        Ok(Self { input: Arc::from([]), hexadecimal: OnceLock::from(digits) })
    }
}

impl Generator {
    pub(crate) fn this() -> Self {
        Self { name: env!("CARGO_PKG_NAME").into(), version: env!("CARGO_PKG_VERSION").into() }
    }
}

/// The confidence of output that does not speak of it: UTF-8 was all there was.
fn sure() -> f64 {
    1.0
}

impl Source {
    pub(crate) fn of(bytes: &[u8], decoded: &Decoded<'_>) -> Self {
        Self {
            name: None,
            bytes: bytes.len() as u64,
            sha256: Digest::of(bytes),
            encoding: decoded.encoding.as_str().into(),
            offset_unit: "utf8-byte".into(),
            carrier: decoded.carrier.map(|carrier| carrier.as_str().into()),
            confidence: decoded.confidence,
            mixture: decoded.mixture.clone(),
            losses: decoded.losses.clone(),
        }
    }
}

fn hexadecimal(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let nibbles = bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    nibbles.map(|nibble| char::from(DIGITS[usize::from(nibble)])).collect()
}

#[cfg(test)]
mod tests {
    use super::Digest;

    #[test]
    fn digests_the_bytes() {
        let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        assert_eq!(Digest::of(b"").as_str(), empty);
    }
}
