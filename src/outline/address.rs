//! The addresses of units: "II.1.a".

use crate::document::Document;

/// Gives every unit its id.
pub(crate) fn address(_document: &mut Document) {}
