//! The citations of many documents, whatever they come from: rows, trees, texts.

use std::collections::HashSet;
use std::hash::{BuildHasher as _, BuildHasherDefault, DefaultHasher};
use std::io::{self, Write as _};
use std::path::PathBuf;

use clap::Args;

use crate::corpus::Mention;
use crate::failure::{Failure, Trouble};
use crate::input::{Inputs, Item, Named};
use crate::language::messages as say;
use crate::reading::{Reader, Reading};
use crate::rows::Loaded;
use crate::run::{Accounts, Done, Job, Outcome, Prints, Run};

/// Where citations come from.
#[derive(Debug, Args)]
pub(crate) struct Mentions {
    #[command(flatten)]
    inputs: Inputs,

    #[command(flatten)]
    reading: Reading,

    #[command(flatten)]
    run: Run,
}

/// What was found in an input.
pub(crate) struct Found {
    /// The document, if the input is one.
    pub(crate) document: Option<Citing>,
    pub(crate) mentions: Vec<Mention>,
}

/// A document that is at hand.
pub(crate) struct Citing {
    pub(crate) file: String,
    /// Its key, if that is whole.
    pub(crate) key: Option<String>,
}

impl Mentions {
    /// Refuses to write onto a file that is to be read.
    pub(super) fn keep<'a>(
        &self,
        outputs: impl Iterator<Item = &'a PathBuf> + Clone,
    ) -> Result<(), Failure> {
        self.inputs.keep(Named::Any, outputs.clone())?;
        self.reading.keep(outputs)
    }

    /// Hands on what is found in each input, in order.
    pub(super) fn each(
        &self,
        take: &mut dyn FnMut(Found) -> Result<(), Failure>,
    ) -> Result<(), Failure> {
        let reader = Reader::new(self.inputs.cost, &self.reading)?;
        let work = |_, item: &Item| {
            if item.is_row() {
                reader.reads_only_texts(&item.name())?;
                let bytes = item.read(self.inputs.cost)?;
                let mentions = vec![Mention::of_row(&bytes)?];
                return Ok(Done::new(Outcome::default(), Found { document: None, mentions }));
            }
            let document = Loaded::of(item, &reader, self.inputs.cost)?;
            let mentions = Mention::all(&document);
            let key = document.whole_key().map(str::to_owned);
            let citing = Citing { file: document.file.clone(), key };
            let found = Found { document: Some(citing), mentions };
            Ok::<_, Trouble>(Done::new(Outcome::of(&document.parsed), found))
        };
        let job = Job {
            run: &self.run,
            accounts: &Accounts::default(),
            journal: None,
            sweep: None,
            skipped: self.inputs.skipped(),
            reader: Some(&reader),
            prints: Prints::Nothing,
            options: &serde_json::Value::Null,
        };
        let items = self.inputs.items(Named::Any, &[]);
        let mut twice = Twice::default();
        let ended = job.over(items, self.inputs.counter(Named::Any, &[]), work, |found| {
            twice.note(&found);
            take(found)
        });
        twice.tell();
        ended
    }
}

/// The files of rows and of documents, by their hashes.
#[derive(Default)]
struct Twice {
    rows: HashSet<u64>,
    documents: HashSet<u64>,
}

impl Twice {
    fn note(&mut self, found: &Found) {
        let hash = |file: &str| BuildHasherDefault::<DefaultHasher>::default().hash_one(file);
        match &found.document {
            Some(document) => drop(self.documents.insert(hash(&document.file))),
            None => self.rows.extend(found.mentions.iter().map(|mention| hash(&mention.file))),
        }
    }

    /// Says on standard error how many files are both.
    fn tell(&self) {
        let both = self.rows.intersection(&self.documents).count();
        if both > 0 {
            // Nobody is left to be told when standard error is closed.
            let _ = writeln!(io::stderr(), "kehoach: {}", say::counted_twice(both));
        }
    }
}

/// Goes on where only some inputs failed, which the end has to tell.
pub(super) fn told(ended: Result<(), Failure>) -> Result<Result<(), Failure>, Failure> {
    match ended {
        Ok(()) | Err(Failure::Partly) => Ok(ended),
        Err(failure) => Err(failure),
    }
}
