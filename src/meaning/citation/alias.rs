//! Mentions by a short name that a document was given: "Chương trình 1719" behind "(sau đây gọi tắt là Chương trình
//! 1719)" (NĐ 30/2020, Phụ lục I, Phần II: a text names a document in full once, and by its short name then).

use std::ops::Range;

use crate::inline::citation::Mention;
use crate::lexicon::is_word;
use crate::lexicon::types::{DocumentType, type_at_start};

/// Short names of one text that are looked for.
const MOST: usize = 64;

/// The short names given so far, each with its type.
#[derive(Debug, Default)]
pub(super) struct Aliases(Vec<(String, &'static DocumentType)>);

impl Aliases {
    /// Adds to the mentions of a text, which are in order, those by a short name that was given before; learns the
    /// short names that they give.
    pub(super) fn add(&mut self, text: &str, mentions: &mut Vec<Mention>) {
        let mut named: Vec<_> =
            mentions.iter().filter_map(|mention| mention.alias.clone()).collect();
        named.sort_by_key(|alias| alias.start);
        // "(sau đây gọi tắt là Luật CBCC)" names no other law.
        mentions.retain(|mention| mention.name.is_none() || !meets(&named, &mention.range));
        let mut given = vec![0; self.0.len()];
        for range in named.iter().take(MOST - self.0.len()) {
            let alias = &text[range.clone()];
            // "Chương trình", "Ban Chỉ đạo": nothing tells them from others of their kind.
            let kind = type_at_start(alias).filter(|(_, len)| *len < alias.len());
            if let Some((kind, _)) = kind.filter(|_| self.0.iter().all(|(known, _)| known != alias))
            {
                self.0.push((alias.to_owned(), kind));
                given.push(range.end);
            }
        }
        if self.0.is_empty() {
            return;
        }
        let taken: Vec<_> = mentions.iter().map(|mention| mention.range.clone()).collect();
        let before = mentions.len();
        for ((alias, kind), from) in self.0.iter().zip(given) {
            for (at, _) in text[from..].match_indices(alias.as_str()) {
                let range = from + at..from + at + alias.len();
                if is_whole(text, &range) && !meets(&taken, &range) && !meets(&named, &range) {
                    mentions.push(Mention::by_alias(text, range, kind));
                }
            }
        }
        if mentions.len() > before {
            mentions.sort_by_key(|mention| (mention.range.start, mention.range.end));
        }
    }
}

/// Whether no word goes on before or behind.
fn is_whole(text: &str, range: &Range<usize>) -> bool {
    !text[..range.start].ends_with(is_word) && !text[range.end..].starts_with(is_word)
}

/// Whether a range has bytes in common with one of others, which are in order and apart.
fn meets(others: &[Range<usize>], range: &Range<usize>) -> bool {
    let next = others.partition_point(|other| other.end <= range.start);
    others.get(next).is_some_and(|other| other.start < range.end)
}

#[cfg(test)]
mod tests {
    use crate::document::Resolution;

    #[test]
    fn short_names_are_mentions() {
        let text = "Căn cứ Quyết định số 1719/QĐ-TTg ngày 14/10/2021 của Thủ tướng Chính phủ về đầu tư (sau đây gọi \
            tắt là Chương trình 1719);\n\nThực hiện Chương trình 1719, các xã rà soát. Chương trình 17190 là khác.";
        let found = crate::citations(text);
        let texts: Vec<_> =
            found.citations.iter().map(|c| (c.text.as_str(), c.resolution.clone())).collect();
        assert_eq!(texts.len(), 2, "{texts:?}");
        assert_eq!(texts[1], ("Chương trình 1719", Some(Resolution::Alias)));
        assert_eq!(found.cited_documents.len(), 1);
    }

    #[test]
    fn names_of_a_kind_alone_are_none() {
        let text = "Căn cứ Quyết định số 1719/QĐ-TTg ngày 14/10/2021 về đầu tư (sau đây gọi tắt là Chương trình);\n\n\
            Thực hiện Chương trình, các xã rà soát.";
        assert_eq!(crate::citations(text).citations.len(), 1);
    }

    #[test]
    fn laws_by_short_name_are_the_law() {
        let text = "Luật Cán bộ, công chức năm 2008 (sau đây gọi tắt là Luật CBCC); theo Luật CBCC thì khác.";
        let found = crate::citations(text);
        assert_eq!(found.citations.len(), 2);
        assert_eq!(found.cited_documents.len(), 1);
    }
}
