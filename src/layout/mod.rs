//! The page: physical lines, what belongs to the page, and the regions a document is made of.

mod content;
mod foot;
mod furniture;
mod ledger;
mod line;
mod parts;
mod passage;
mod sheet;
mod table;

pub(crate) use self::content::{Content, content};
#[cfg(test)]
pub(crate) use self::foot::foot;
pub(crate) use self::foot::{
    Mark, Segment, archive, bullet, entry_number, is_footnote, is_parenthesis, label, mark,
};
pub(crate) use self::furniture::is_rule;
pub(crate) use self::ledger::{Leaves, Ledger, shown};
pub(crate) use self::line::COLUMN_GAP;
pub(crate) use self::line::Traits;
pub(crate) use self::parts::{
    Part, appendix_heading, motto, opens_attached_with, parts, type_line,
};
pub(crate) use self::passage::{Passage, Swap};
pub(crate) use self::sheet::{Sheet, breaks_inside_a_symbol, trim_value};
pub(crate) use self::table::{Grid, block as table_block, report_lost};
