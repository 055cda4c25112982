//! How far a run is: a bar on a terminal, a line now and then elsewhere.

use std::fmt;
use std::io::{self, IsTerminal as _, Write as _};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressState, ProgressStyle};

use crate::language::messages as say;

/// How often a line is printed where there is no terminal.
const BETWEEN_LINES: Duration = Duration::from_secs(10);

/// What a run prints on standard output.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Prints {
    /// Its results.
    Results,
    /// Nothing.
    Nothing,
}

impl Prints {
    /// What is printed where results go to this file, or to standard output.
    pub(crate) fn unless(file: Option<&Path>) -> Self {
        if file.is_none_or(|file| file.as_os_str() == "-") { Self::Results } else { Self::Nothing }
    }
}

/// How far a run is.
#[derive(Debug)]
pub(super) struct Progress {
    shown: Shown,
    begun: Instant,
    done: u64,
    /// The number of documents, once they are counted; 0 until then.
    total: Arc<AtomicU64>,
}

#[derive(Debug)]
enum Shown {
    Nowhere,
    Lines { last: Instant },
    Bar(ProgressBar),
}

impl Progress {
    /// Begins. `count` counts the documents, beside the run. Where results go to the terminal themselves there
    /// is no place for a bar.
    pub(super) fn new(
        quiet: bool,
        prints: Prints,
        count: impl FnOnce() -> Option<u64> + Send + 'static,
    ) -> Self {
        let begun = Instant::now();
        let total = Arc::new(AtomicU64::new(0));
        let in_the_way = prints == Prints::Results && io::stdout().is_terminal();
        let shown = if quiet || in_the_way {
            Shown::Nowhere
        } else if io::stderr().is_terminal() {
            let bar = ProgressBar::no_length();
            bar.set_style(style(&say::progress_open()));
            bar.enable_steady_tick(Duration::from_millis(200));
            Shown::Bar(bar)
        } else {
            Shown::Lines { last: begun }
        };
        if !quiet {
            let total = Arc::clone(&total);
            let bar = if let Shown::Bar(bar) = &shown { Some(bar.clone()) } else { None };
            // It ends with the process; nobody waits for it.
            thread::spawn(move || {
                let Some(count) = count() else { return };
                total.store(count, Ordering::Relaxed);
                if let Some(bar) = bar {
                    bar.set_style(style(&say::progress_bar()));
                    bar.set_length(count);
                }
            });
        }
        Self { shown, begun, done: 0, total }
    }

    /// One document more is done.
    pub(super) fn step(&mut self) {
        self.done += 1;
        match &mut self.shown {
            Shown::Nowhere => {}
            Shown::Bar(bar) => bar.inc(1),
            Shown::Lines { last } => {
                if last.elapsed() >= BETWEEN_LINES {
                    *last = Instant::now();
                    let total = match self.total.load(Ordering::Relaxed) {
                        0 => "?".to_owned(),
                        total => total.to_string(),
                    };
                    let rate = self.done * 1000 / (self.begun.elapsed().as_millis() as u64).max(1);
                    eprint(&say::progress_line(self.done, &total, rate));
                }
            }
        }
    }

    /// Prints a line of its own on standard error.
    pub(super) fn tell(&self, line: &str) {
        match &self.shown {
            Shown::Bar(bar) => bar.suspend(|| eprint(line)),
            Shown::Nowhere | Shown::Lines { .. } => eprint(line),
        }
    }

    /// Clears the bar; the time since the beginning.
    pub(super) fn finish(self) -> Duration {
        if let Shown::Bar(bar) = &self.shown {
            bar.finish_and_clear();
        }
        self.begun.elapsed()
    }
}

/// Prints a line on standard error; nobody is left to be told when that is closed.
pub(super) fn eprint(line: &str) {
    let _ = writeln!(io::stderr(), "{line}");
}

fn style(template: &str) -> ProgressStyle {
    let style =
        ProgressStyle::with_template(template).expect("the templates are checked by a test");
    // A terminal that cannot be written to shows no progress.
    let rate = |state: &ProgressState, out: &mut dyn fmt::Write| {
        let _ = out.write_str(&rate_told(state.per_sec()));
    };
    let left = |state: &ProgressState, out: &mut dyn fmt::Write| {
        let _ = out.write_str(&left_told(state.pos(), state.eta()));
    };
    style.with_key("rate", rate).with_key("left", left)
}

/// How many documents are done in a second; nothing until that is known.
fn rate_told(rate: f64) -> String {
    if rate >= 1.0 { say::progress_rate(&format!("{rate:.0}")) } else { String::new() }
}

/// How much time is left; nothing until that is known.
fn left_told(done: u64, left: Duration) -> String {
    let seconds = left.as_secs();
    if done == 0 || seconds == 0 {
        return String::new();
    }
    say::progress_left(seconds / 60, seconds % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rate_and_time_are_told_when_they_are_known() {
        assert_eq!(rate_told(0.0), "");
        assert_eq!(rate_told(309.7776), ", 310 a second");
        assert_eq!(left_told(0, Duration::from_secs(9)), "");
        assert_eq!(left_told(5, Duration::ZERO), "");
        assert_eq!(left_told(5, Duration::from_secs(65)), ", 1:05 left");
    }

    #[test]
    fn the_templates_are_sound() {
        style(&say::progress_bar());
        style(&say::progress_open());
    }
}
