//! How many entries an index may have, and how far a leaf is searched for them.

use crate::diagnostic::Code;
use crate::layout::Ledger;

/// Bytes of a leaf that are searched: a whole plan on one line. What is found in a leaf is held
/// together before it is placed.
const LEAF_BYTES: usize = 1 << 20;

/// What an index may still take.
#[derive(Debug)]
pub(super) struct Quota {
    limit: usize,
    left: usize,
    full: bool,
    long: bool,
}

impl Quota {
    /// Room for so many entries.
    pub(super) fn new(limit: usize) -> Self {
        Self { limit, left: limit, full: false, long: false }
    }

    /// Whether there is room for these entries, which are counted.
    pub(super) fn takes(&mut self, entries: usize) -> bool {
        self.full |= self.left < entries;
        if !self.full {
            self.left -= entries;
        }
        !self.full
    }

    /// Whether an entry was refused.
    pub(super) fn is_full(&self) -> bool {
        self.full
    }

    /// The part of a leaf that is searched.
    pub(super) fn searched<'t>(&mut self, leaf: &'t str) -> &'t str {
        if leaf.len() <= LEAF_BYTES {
            return leaf;
        }
        self.long = true;
        let end = (0..=LEAF_BYTES).rev().find(|at| leaf.is_char_boundary(*at)).unwrap_or_default();
        &leaf[..end]
    }

    /// Says what was left out.
    pub(super) fn report(&self, index: &str, ledger: &mut Ledger<'_>) {
        let say = |ledger: &mut Ledger<'_>, limit: usize, message: String| {
            let args = [("index", index.into()), ("limit", limit.into())];
            ledger.report_at_end(Code::LimitEntries, message, &args);
        };
        if self.full {
            let limit = self.limit;
            say(
                ledger,
                limit,
                format!("more than {limit} entries of {index}; the rest is not listed"),
            );
        }
        if self.long {
            let message =
                format!("{index} are looked for in {LEAF_BYTES} bytes of a paragraph only");
            say(ledger, LEAF_BYTES, message);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_until_it_is_full() {
        let mut quota = Quota::new(3);
        assert!(quota.takes(2) && quota.takes(1) && !quota.is_full());
        assert!(quota.takes(0));
        assert!(!quota.takes(1) && quota.is_full());
        assert!(!quota.takes(0), "nothing comes behind what was refused");
    }

    #[test]
    fn a_long_leaf_is_cut_between_letters() {
        let mut quota = Quota::new(1);
        let leaf = format!("a{}", "ệ".repeat(LEAF_BYTES / 3 + 1));
        let searched = quota.searched(&leaf);
        assert!(leaf.starts_with(searched) && searched.len() > LEAF_BYTES - 3 && quota.long);
        assert_eq!(Quota::new(1).searched("ệ"), "ệ");
    }
}
