//! Recognisers of what stands within a text: each takes a prefix and returns the rest.

pub(crate) mod agency;
pub(crate) mod citation;
pub(crate) mod date;
pub(crate) mod number;
pub(crate) mod task;
