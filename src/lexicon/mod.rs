//! Vocabulary as data, and the keys under which words are compared.
//!
//! Words are compared, never rewritten: the tree keeps the spelling of the document.

mod fold;
pub(crate) mod persons;
pub(crate) mod signing;
pub(crate) mod stamps;
pub(crate) mod types;

pub(crate) use self::fold::{fold, is_upper, skeleton, starts_with_skeleton, word_starts};
