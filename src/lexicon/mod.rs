//! Vocabulary as data, and the keys under which words are compared.
//!
//! Words are compared, never rewritten: the tree keeps the spelling of the document.

pub(crate) mod agents;
pub(crate) mod assignments;
pub(crate) mod bodies;
pub(crate) mod calendar;
pub(crate) mod cells;
pub(crate) mod chrome;
pub(crate) mod columns;
mod damage;
pub(crate) mod duties;
mod fields;
mod figures;
mod fold;
mod fuzzy;
pub(crate) mod issuers;
pub(crate) mod laws;
mod loanwords;
mod lookalike;
mod lost;
mod marks;
mod mottos;
mod openers;
mod opening;
mod organs;
pub(crate) mod persons;
pub(crate) mod provinces;
mod search;
pub(crate) mod signing;
mod signs;
pub(crate) mod slugs;
mod spelling;
mod spelt;
pub(crate) mod stamps;
mod stock;
mod symbol;
pub(crate) mod types;
mod unmarked;

pub(crate) use self::damage::{Damage, meant};
pub(crate) use self::fields::is_field;
pub(crate) use self::fold::{
    behind_last, ending, ends_with_skeleton, fold, is_dash, is_letter_spaced, is_small, is_spelt,
    is_upper, is_word, last_word, letter, skeleton, small, starts_with_skeleton, without_blanks,
    without_dash, word_count, word_starts,
};
pub(crate) use self::fuzzy::{
    Near, exact_prefix, forgiven, is_near, near, near_letters, near_prefix,
};
pub(crate) use self::lookalike::{digit_like, letters_like, number_like};
pub(crate) use self::lost::Marks;
pub(crate) use self::marks::{Mark, mark, mark_label};
pub(crate) use self::mottos::{MOTTOS, Motto};
pub(crate) use self::openers::{ends_open, links, names_post, opens_preamble};
pub(crate) use self::opening::{Keys, begins_with_any, is_one_of, starts_with_any};
pub(crate) use self::organs::{Class, breaks_name, breaks_word, names_place, organ};
pub use self::search::search_key;
pub(crate) use self::signs::is_stray;
pub(crate) use self::spelling::{Spelling, Stem};
pub(crate) use self::spelt::{Phrases, Start, opens_named, opens_spelt};
pub(crate) use self::stock::{
    DutyPhrase, blurred, blurred_duties, blurred_head, blurred_opener, blurred_unit,
    misread_abbreviation, misread_council,
};
pub(crate) use self::symbol::{is_party_symbol, provincial_symbol, regular_symbol};
pub(crate) use self::unmarked::unmarked;
