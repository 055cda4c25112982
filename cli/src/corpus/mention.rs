//! A citation as it is compared with those of other documents: out of a tree, or of a row that
//! `kehoach citations` has written.

use kehoach::Basis;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;

use crate::failure::Reason;
use crate::rows::Loaded;

/// A mention of a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Mention {
    /// The citing document.
    pub(crate) file: String,
    /// Its identity.
    #[serde(default, deserialize_with = "filled")]
    pub(crate) key: Option<String>,
    /// The cited document, in the citing one.
    #[serde(default, deserialize_with = "filled")]
    pub(crate) document: Option<String>,
    /// The identity of the cited document.
    pub(crate) cited_key: String,
    /// What is not known of it.
    #[serde(default, deserialize_with = "listed")]
    pub(crate) cited_missing: Vec<String>,
    /// What its place rests on.
    #[serde(default, deserialize_with = "filled")]
    pub(crate) cited_place_basis: Option<String>,
    /// The words.
    pub(crate) text: String,
    #[serde(default, deserialize_with = "filled")]
    pub(crate) kind: Option<String>,
    #[serde(default, deserialize_with = "filled")]
    pub(crate) number: Option<String>,
    #[serde(default, deserialize_with = "filled")]
    pub(crate) date_edtf: Option<String>,
    #[serde(default, deserialize_with = "filled")]
    pub(crate) issuer: Option<String>,
    #[serde(default, deserialize_with = "filled")]
    pub(crate) role: Option<String>,
    #[serde(default, deserialize_with = "filled")]
    pub(crate) relation: Option<String>,
}

impl Mention {
    /// The mentions of a tree.
    pub(crate) fn all(loaded: &Loaded) -> Vec<Self> {
        let document = &loaded.parsed.document;
        let key = loaded.whole_key();
        let mention = |citation: &kehoach::Citation| {
            let id = citation.document.as_deref()?;
            let cited = loaded.cited(Some(id))?;
            Some(Self {
                file: loaded.file.clone(),
                key: key.map(str::to_owned),
                document: Some(id.to_owned()),
                cited_key: cited.key.id.clone(),
                cited_missing: cited.key.missing.clone(),
                cited_place_basis: cited.issuer.place_basis.as_ref().map(Basis::to_string),
                text: citation.text.clone(),
                kind: citation.kind.as_ref().and_then(|kind| kind.code.clone()),
                number: citation.number.as_ref().map(|number| number.text.clone()),
                date_edtf: citation.date.as_ref().and_then(|date| date.edtf.clone()),
                issuer: citation.issuer.as_ref().map(|issuer| issuer.text.clone()),
                role: Some(citation.role.to_string()),
                relation: citation.relation.as_ref().map(kehoach::Relation::to_string),
            })
        };
        document.citations.iter().filter_map(mention).collect()
    }

    /// The mention of a row, if it is one of citations.
    pub(crate) fn of_row(row: &[u8]) -> Result<Self, Reason> {
        let mut mention: Self = serde_json::from_slice(row).map_err(|_| Reason::NoRow)?;
        mention.key = mention.key.filter(|key| is_whole(key));
        Ok(mention)
    }

    /// Whether the cited document is known, so that mentions in other documents can mean it.
    pub(crate) fn is_known(&self) -> bool {
        self.cited_missing.is_empty() && is_whole(&self.cited_key)
    }
}

/// Whether each part of a key is known.
pub(super) fn is_whole(key: &str) -> bool {
    key.split(['/', '.']).all(|part| !part.is_empty() && part != "_")
}

/// A text; none where the cell of a CSV is empty.
fn filled<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    let text = Option::<String>::deserialize(deserializer)?;
    Ok(text.filter(|text| !text.is_empty()))
}

/// A list; in a CSV it stands in one cell.
fn listed<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<String>, D::Error> {
    let list = match Value::deserialize(deserializer)? {
        Value::Array(list) => {
            list.iter().filter_map(|part| part.as_str()).map(str::to_owned).collect()
        }
        Value::String(cell) => {
            let parts = cell.split("; ").filter(|part| !part.is_empty());
            parts.map(str::to_owned).collect()
        }
        _ => Vec::new(),
    };
    Ok(list)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_whole_or_not() {
        for whole in ["vn/trung-uong/chinh-phu/nghi-dinh/2020/30", "vn/an-giang.xa-a/b/c/2024/5c"] {
            assert!(is_whole(whole), "{whole}");
        }
        for part in
            ["vn/_/chinh-phu/nghi-dinh/2020/30", "vn/_.xa-a/b/c/2024/5", "vn/a//c/2024/5", ""]
        {
            assert!(!is_whole(part), "{part}");
        }
    }

    #[test]
    fn rows_of_csv_and_json_are_alike() {
        let csv = br#"{"file":"a","key":"","cited_key":"vn/_/x","cited_missing":"place; year","text":"t","kind":""}"#;
        let json = br#"{"file":"a","key":null,"cited_key":"vn/_/x","cited_missing":["place","year"],"text":"t"}"#;
        let mention = Mention::of_row(csv).expect("a row");
        assert_eq!(Mention::of_row(json).expect("a row"), mention);
        assert_eq!(mention.cited_missing, ["place", "year"]);
        assert!(!mention.is_known());
        assert!(Mention::of_row(br#"{"file":"a"}"#).is_err());
    }
}
