//! Work in parallel whose results come in order.

use std::collections::BTreeMap;
use std::num::NonZeroUsize;
use std::thread;

use crossbeam_channel::{bounded, unbounded};

use super::interrupt;
use crate::failure::Failure;

/// Inputs that are under way for each thread: one that is worked at, others that wait for it or for
/// the results before them. It bounds memory, whatever the number of inputs.
const UNDER_WAY: usize = 4;

/// Works at `inputs` in parallel and hands on what comes of each, in the order of the inputs.
///
/// `work` gets the number of its thread and the input. What `take` refuses ends everything.
pub(super) fn in_order<I: Send, T: Send>(
    inputs: impl Iterator<Item = I> + Send,
    threads: NonZeroUsize,
    work: impl Fn(usize, I) -> T + Sync,
    mut take: impl FnMut(T) -> Result<(), Failure>,
) -> Result<(), Failure> {
    // One permit for each input that is under way; it comes back when its result has been handed on.
    let (permit, permits) = bounded::<()>(threads.get() * UNDER_WAY);
    let (input, waiting) = unbounded();
    let (result, results) = unbounded();
    thread::scope(|scope| {
        scope.spawn(move || {
            let numbered = inputs.take_while(|_| !interrupt::asked()).enumerate();
            for numbered in numbered {
                if permit.send(()).is_err() || input.send(numbered).is_err() {
                    return;
                }
            }
        });
        for thread in 0..threads.get() {
            let (waiting, result, work) = (waiting.clone(), result.clone(), &work);
            scope.spawn(move || {
                for (number, input) in waiting {
                    if result.send((number, work(thread, input))).is_err() {
                        return;
                    }
                }
            });
        }
        drop((waiting, result));
        let mut early = BTreeMap::new();
        let mut next = 0;
        for (number, done) in results {
            early.insert(number, done);
            while let Some(done) = early.remove(&next) {
                // Dropping the permits, by way of the error, ends the threads.
                take(done)?;
                next += 1;
                permits.recv().expect("each input that is under way holds a permit");
            }
        }
        drop(permits);
        if interrupt::asked() { Err(Failure::Interrupted) } else { Ok(()) }
    })
}

#[cfg(test)]
mod tests {
    use std::io;
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::time::Duration;

    use super::*;

    const FOUR: NonZeroUsize = NonZeroUsize::new(4).expect("is not zero");

    #[test]
    fn results_come_in_order_and_few_are_under_way() {
        let (begun, taken) = (AtomicUsize::new(0), AtomicUsize::new(0));
        let inputs = (0..500usize).inspect(|_| {
            let ahead = begun.fetch_add(1, Ordering::SeqCst) - taken.load(Ordering::SeqCst);
            assert!(ahead <= 4 * UNDER_WAY + 1, "{ahead} are under way");
        });
        let mut got = Vec::new();
        let work = |_, number: usize| {
            // The first of each dozen is slow.
            if number.is_multiple_of(12) {
                thread::sleep(Duration::from_millis(3));
            }
            number
        };
        let take = |number| {
            got.push(number);
            taken.fetch_add(1, Ordering::SeqCst);
            Ok(())
        };
        in_order(inputs, FOUR, work, take).expect("nothing fails");
        assert_eq!(got, (0..500).collect::<Vec<_>>());
    }

    #[test]
    fn a_failure_behind_it_ends_it() {
        let mut taken = 0;
        let ended = in_order(
            0..,
            FOUR,
            |_, number: usize| number,
            |_| {
                taken += 1;
                let full = || Failure::Output(io::ErrorKind::StorageFull.into());
                if taken == 20 { Err(full()) } else { Ok(()) }
            },
        );
        assert!(matches!(ended, Err(Failure::Output(_))) && taken == 20);
    }
}
