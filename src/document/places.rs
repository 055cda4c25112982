//! Every place in a tree, one after the other.

use super::{
    Agency, Appendix, Authority, Block, Citation, Date, Document, Furniture, Header, Marker,
    Number, Paragraph, Recipient, Section, Signature, Table, Task, TaskRole, Text,
};
use crate::diagnostic::{Diagnostic, Label};
use crate::source::Span;

/// What has places: its own and those of its parts.
pub(crate) trait Placed {
    /// Hands each span to `change`, in the order of the fields.
    fn each_place(&mut self, change: &mut impl FnMut(&mut Span));
}

impl Placed for Span {
    fn each_place(&mut self, change: &mut impl FnMut(&mut Span)) {
        change(self);
    }
}

impl<T: Placed> Placed for Option<T> {
    fn each_place(&mut self, change: &mut impl FnMut(&mut Span)) {
        if let Some(part) = self {
            part.each_place(change);
        }
    }
}

impl<T: Placed> Placed for Vec<T> {
    fn each_place(&mut self, change: &mut impl FnMut(&mut Span)) {
        for part in self {
            part.each_place(change);
        }
    }
}

/// Lists the fields of each type that are places or have some. `tests/offsets.rs` finds what is missing.
macro_rules! placed {
    ($($type:ident { $($field:ident),+ })+) => {
        $(impl Placed for $type {
            fn each_place(&mut self, change: &mut impl FnMut(&mut Span)) {
                $(self.$field.each_place(change);)+
            }
        })+
    };
}

placed! {
    Agency { span, parts }
    Appendix { label, title, span, preamble, body, closing, recipients, signatures }
    Authority { span, parts }
    Citation { span, parts, number, date, issuer, name, subject, pinpoint }
    Date { span, parts }
    Diagnostic { span, labels }
    Document {
        header, addressees, title, subject, preamble, body, closing, recipients, signatures,
        appendices, citations, dates, tasks, page_furniture
    }
    Furniture { span, parts }
    Header { parent_authority, issuing_authorities, number, place, date, secrecy, urgency }
    Label { span }
    Marker { span, parts }
    Number { span, parts }
    Paragraph { span, parts }
    Recipient { span, parts, children }
    Section { marker, heading, span, children }
    Signature { span, authority, position, rank, name }
    Table { span, columns, rows }
    Task {
        span, parts, lead, cooperating, roles, action, deadline, deadlines, deliverable
    }
    TaskRole { agency }
    Text { span, parts }
}

impl Placed for Block {
    fn each_place(&mut self, change: &mut impl FnMut(&mut Span)) {
        match self {
            Self::Paragraph(paragraph) => paragraph.each_place(change),
            Self::Section(section) => section.each_place(change),
            Self::Table(table) => table.each_place(change),
        }
    }
}
