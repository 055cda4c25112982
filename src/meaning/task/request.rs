//! Requests to bodies above the issuer: they tell nobody to do anything, nor does what stands below them.

use std::rc::Rc;

use super::emit::body_key;
use super::walk::{Doer, Reader};
use crate::document::{Document, TaskSource};
use crate::inline::task::{Request, TaskAt, in_sentence};
use crate::lexicon::agents::represented;

/// Those who stand above the issuer of a document.
#[derive(Debug)]
pub(super) struct Superiors {
    /// Keys of their names: of the parent authority, and of those to whom something is submitted.
    keys: Vec<String>,
    /// What a body above is called for short by an issuer of this kind, where no parent authority is printed.
    short: &'static [&'static str],
}

/// Kinds of issuers by the beginning of their keys, with what they call the body above them.
#[rustfmt::skip]
const ABOVE: &[(&[&str], &[&str])] = &[
    (&["so", "ubndhuyen", "ubndquan", "ubndthixa"], &["ubndtinh", "ubndthanhpho"]),
    (&["ubndxa", "ubndphuong", "ubndthitran"], &["ubndtinh", "ubndthanhpho", "ubndhuyen", "ubndquan", "ubndthixa"]),
    (&["phong", "truong"], &["ubndtinh", "ubndthanhpho", "ubndhuyen", "ubndquan", "ubndthixa", "ubndxa", "ubndphuong"]),
];

impl Superiors {
    /// Those above the issuer of this document.
    pub(super) fn of(document: &Document) -> Self {
        let header = &document.header;
        let parent = header.parent_authority.iter();
        // What is submitted goes to whoever decides.
        let kind = document.kind.as_ref().and_then(|kind| kind.code.as_deref());
        let submitted = matches!(kind, Some("TTr")).then_some(document.addressees.iter());
        let above = parent.chain(submitted.into_iter().flatten());
        let keys = above.map(|name| represented(&body_key(&name.text)).to_owned()).collect();
        let issuer = header.issuing_authorities.first().map(|name| body_key(&name.text));
        let is = |kinds: &[&str]| {
            issuer.as_ref().is_some_and(|key| kinds.iter().any(|kind| key.starts_with(kind)))
        };
        let alone = header.parent_authority.is_none();
        let row = ABOVE.iter().find(|(kinds, _)| alone && is(kinds));
        Self { keys, short: row.map_or(&[], |(_, short)| short) }
    }

    /// Whether a body is one of them, by its name or what it is called for short: "UBND tỉnh".
    fn hold(&self, name: &str) -> bool {
        const SHORTEST: usize = 4;
        let key = body_key(name);
        let key = represented(&key);
        self.short.contains(&key)
            || key.len() >= SHORTEST && self.keys.iter().any(|above| above.starts_with(key))
    }
}

impl Doer {
    /// Nobody: below a request to a body above.
    pub(super) fn nobody(opened: bool) -> Self {
        Self {
            agencies: Rc::default(),
            with: Rc::default(),
            partners: false,
            deadlines: Rc::default(),
            source: TaskSource::List,
            opened,
        }
    }

    /// Whether nobody has what is below.
    pub(super) fn is_nobody(&self) -> bool {
        self.agencies.is_empty()
    }
}

impl Reader<'_> {
    /// The tasks of a text without what bodies above are asked for; and that, where it ends with it.
    pub(super) fn without_requests<'t>(
        &self,
        text: &str,
        own: &'t [TaskAt],
    ) -> (Vec<&'t TaskAt>, Option<&'t TaskAt>) {
        let mut asked: Option<&TaskAt> = None;
        let mut kept = Vec::new();
        for task in own {
            let within = asked
                .is_some_and(|request| in_sentence(text, request.range.start, task.range.start));
            if !within && !self.asks_above(text, task) {
                asked = None;
                kept.push(task);
            } else if !within {
                asked = Some(task);
            }
        }
        (kept, asked)
    }

    /// Whether a body above the issuer is asked for something.
    pub(super) fn asks_above(&self, text: &str, task: &TaskAt) -> bool {
        match task.request {
            Request::No => false,
            Request::Upward => true,
            Request::Asks => {
                let first = task.leads.first();
                first.is_some_and(|lead| self.superiors.hold(&text[lead.range.clone()]))
            }
        }
    }
}
