//! Which keys of a table a text opens with.

use std::borrow::Cow;
use std::num::NonZeroU32;
use std::sync::OnceLock;

use super::{fold, is_word, starts_with_skeleton};

/// The first two letters of a text, by skeleton.
#[derive(Debug, Clone, Copy)]
struct Initials {
    first: u8,
    /// 0 where none follows.
    second: u8,
}

impl Initials {
    fn of(text: &str) -> Option<Self> {
        let mut chars = text.chars();
        let first = chars.next().and_then(fold)?;
        let second = chars.find_map(|c| fold(c).or_else(|| is_word(c).then_some(0)));
        Some(Self { first, second: second.unwrap_or_default() })
    }

    /// Whether a text with these letters may open with `key`.
    fn may_open(self, key: &str) -> bool {
        let key = key.as_bytes();
        key[0] == self.first && key.get(1).is_none_or(|letter| *letter == self.second)
    }
}

/// A table of keys that a text may open with, in any order.
///
/// The keys are kept as a tree of their letters: a text is followed down as far as some key goes on, and
/// for nearly every text that is two or three letters.
pub(crate) struct Keys<R: 'static> {
    rows: &'static [R],
    key: fn(&R) -> Cow<'static, str>,
    tree: OnceLock<Tree>,
}

impl<R> Keys<R> {
    /// The table of these rows; of those with one key the last counts.
    pub(crate) const fn new(rows: &'static [R], key: fn(&R) -> Cow<'static, str>) -> Self {
        Self { rows, key, tree: OnceLock::new() }
    }

    /// The longest key that opens `text`, by skeleton: its row, and how many bytes of `text` it takes.
    pub(crate) fn longest(&self, text: &str) -> Option<(&'static R, usize)> {
        self.longest_that(text, |_, _| true)
    }

    /// As [`longest`](Self::longest), of those that `holds` does not refuse.
    ///
    /// A key must end where a word ends; see [`starts_with_skeleton`].
    pub(crate) fn longest_that(
        &self,
        text: &str,
        holds: impl Fn(&R, usize) -> bool,
    ) -> Option<(&'static R, usize)> {
        let tree = self.tree.get_or_init(|| Tree::of(self.rows.iter().map(self.key)));
        let mut longest = None;
        let mut node = Tree::ROOT;
        let mut chars = text.chars();
        while let Some(c) = chars.next() {
            let Some(letter) = fold(c) else {
                // Signs may stand within a key, not before it.
                if node == Tree::ROOT || is_word(c) {
                    break;
                }
                continue;
            };
            let Some(next) = tree.child(node, letter) else { break };
            node = next;
            if let Some(row) = tree.nodes[node].row
                && !chars.as_str().starts_with(is_word)
            {
                let row = &self.rows[usize::from(row)];
                let end = text.len() - chars.as_str().len();
                longest = holds(row, end).then_some((row, end)).or(longest);
            }
        }
        longest
    }
}

/// Keys by their letters.
struct Tree {
    nodes: Vec<Node>,
    /// The nodes for one letter: most texts go no further.
    firsts: [Option<NonZeroU32>; 128],
}

/// The keys that begin with some letters.
struct Node {
    /// The last of them.
    letter: u8,
    /// The row whose key they are.
    row: Option<u16>,
    /// The first node that has a letter more.
    child: Option<NonZeroU32>,
    /// The next node with as many.
    next: Option<NonZeroU32>,
}

impl Tree {
    /// The node for no letters.
    const ROOT: usize = 0;

    fn of(keys: impl Iterator<Item = Cow<'static, str>>) -> Self {
        let root = Node { letter: 0, row: None, child: None, next: None };
        let mut tree = Self { nodes: vec![root], firsts: [None; 128] };
        for (row, key) in keys.enumerate() {
            let mut node = Self::ROOT;
            for letter in key.bytes() {
                node = tree.child(node, letter).unwrap_or_else(|| tree.add(node, letter));
            }
            tree.nodes[node].row = Some(row as u16);
        }
        tree
    }

    /// Adds a node below `above`.
    fn add(&mut self, above: usize, letter: u8) -> usize {
        let node = self.nodes.len();
        let id = NonZeroU32::new(node as u32);
        if above == Self::ROOT {
            self.firsts[usize::from(letter)] = id;
        }
        let next = std::mem::replace(&mut self.nodes[above].child, id);
        self.nodes.push(Node { letter, row: None, child: None, next });
        node
    }

    /// The node for the letters of `node` and one more.
    #[inline]
    fn child(&self, node: usize, letter: u8) -> Option<usize> {
        if node == Self::ROOT {
            return self.firsts[usize::from(letter)].map(|first| first.get() as usize);
        }
        let mut child = self.nodes[node].child;
        while let Some(at) = child {
            let node = &self.nodes[at.get() as usize];
            if node.letter == letter {
                return Some(at.get() as usize);
            }
            child = node.next;
        }
        None
    }
}

/// The first of `keys` that begins `text`, by skeleton; see [`starts_with_skeleton`].
pub(crate) fn begins_with_any<'k>(text: &str, keys: &[&'k str]) -> Option<&'k str> {
    let mut keys = openers(text, keys)?;
    keys.find(|key| starts_with_skeleton(text, key).is_some())
}

/// How many bytes of `text` the first of `keys` takes that begins it, by skeleton.
pub(crate) fn starts_with_any(text: &str, keys: &[&str]) -> Option<usize> {
    openers(text, keys)?.find_map(|key| starts_with_skeleton(text, key))
}

/// Whether `word` is one of `keys`, by skeleton.
pub(crate) fn is_one_of(word: &str, keys: &[&str]) -> bool {
    let Some(mut keys) = openers(word, keys) else { return false };
    keys.any(|key| starts_with_skeleton(word, key) == Some(word.len()))
}

/// Those of `keys` that have the first two letters of `text`; `None` if none has the first.
fn openers<'k>(text: &str, keys: &[&'k str]) -> Option<impl Iterator<Item = &'k str>> {
    let first = text.chars().next().and_then(fold)?;
    let at = keys.iter().position(|key| key.as_bytes()[0] == first)?;
    let initials = Initials::of(text)?;
    Some(keys[at..].iter().copied().filter(move |key| initials.may_open(key)))
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEYS: &[&str] = &["mot", "motbon", "motbonnam", "nam", "namba", "y"];
    static TABLE: Keys<&str> = Keys::new(KEYS, |key| (*key).into());

    #[test]
    fn finds_the_longest_key() {
        for (text, want) in [
            ("Một", Some("Một")),
            ("Một bốn sáu", Some("Một bốn")),
            ("MỘT - BỐN, NĂM", Some("MỘT - BỐN, NĂM")),
            ("Một bốn nămx", Some("Một bốn")),
            ("Một bốn năm sáu bảy tám chín mười một hai", Some("Một bốn năm")),
            ("Mộtx", None),
            ("Mộtж", None),
            ("Năm", Some("Năm")),
            ("Y", Some("Y")),
            ("Y ж", Some("Y")),
            ("(Năm)", None),
            ("", None),
        ] {
            let found = TABLE.longest(text);
            assert_eq!(found.map(|(_, end)| &text[..end]), want, "{text}");
        }
    }

    #[test]
    fn a_key_may_be_refused() {
        let text = "Một bốn năm";
        let found = TABLE.longest_that(text, |key, _| key.len() < 9);
        assert_eq!(found.map(|(_, end)| &text[..end]), Some("Một bốn"));
    }

    #[test]
    fn agrees_with_the_comparison_of_one_key() {
        for text in ["Một", "một  bốn", "Mốt-bon nam", "Nam ba", "namb", "Y", "yж", "Một, ж"]
        {
            let ends = KEYS.iter().filter_map(|key| starts_with_skeleton(text, key));
            assert_eq!(TABLE.longest(text).map(|(_, end)| end), ends.max(), "{text}");
        }
    }
}
