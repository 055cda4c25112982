//! Ctrl-C and the wish to end: the documents at hand are finished, no other is begun.

use std::process;
use std::sync::atomic::{AtomicBool, Ordering};

static ASKED: AtomicBool = AtomicBool::new(false);

/// Whether the user wants it to end.
pub(crate) fn asked() -> bool {
    ASKED.load(Ordering::Relaxed)
}

/// Watches for the wish to end. Who asks twice does not want to wait.
pub(crate) fn watch() {
    // Without a handler the process ends at once, and what is written is whole all the same.
    let _ = ctrlc::set_handler(|| {
        if ASKED.swap(true, Ordering::Relaxed) {
            process::exit(130);
        }
    });
}
