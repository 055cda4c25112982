//! Vocabulary as data, and the keys under which words are compared.
//!
//! Words are compared, never rewritten: the tree keeps the spelling of the document.

pub(crate) mod cells;
pub(crate) mod columns;
mod fold;
pub(crate) mod types;

pub(crate) use self::fold::{fold, is_upper, skeleton, starts_with_skeleton};
