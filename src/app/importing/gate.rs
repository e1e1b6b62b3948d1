//! How much of photos may be in memory before the file has them.

use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::Duration;

use crate::job::Cancel;

/// So many bytes of photos wait for the file at most: ten of a large camera. Whoever reads more waits until a save has taken some.
pub const MOST_BYTES: u64 = 64 << 20;
/// With so many waiting, it is saved at once.
pub const SAVE_AT_BYTES: u64 = MOST_BYTES / 2;

/// How often somebody who waits looks whether to give up.
const LOOK: Duration = Duration::from_millis(50);

/// Lets so many bytes through, and more when some have gone.
#[derive(Debug, Default)]
pub struct Gate {
    inside: Mutex<u64>,
    changed: Condvar,
}

/// The right to hold so many bytes, given back when it is dropped.
#[derive(Debug)]
pub struct Lease {
    gate: Arc<Gate>,
    bytes: u64,
}

impl Gate {
    /// Waits until there is room for so many bytes; what is larger than all the room waits until it is alone. `None` if it was
    /// cancelled.
    pub fn enter(self: &Arc<Self>, bytes: u64, cancel: &Cancel) -> Option<Lease> {
        let mut inside = self.inside.lock().unwrap_or_else(PoisonError::into_inner);
        while *inside > 0 && inside.saturating_add(bytes) > MOST_BYTES {
            if cancel.is_cancelled() {
                return None;
            }
            inside = self.changed.wait_timeout(inside, LOOK).unwrap_or_else(PoisonError::into_inner).0;
        }
        if cancel.is_cancelled() {
            return None;
        }
        *inside += bytes;
        Some(Lease { gate: Arc::clone(self), bytes })
    }

    /// How many bytes are held.
    #[cfg(test)]
    pub fn inside(&self) -> u64 {
        *self.inside.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Lease {
    /// Holds so many bytes from now on: what is kept of a file may be less, or more, than the file was.
    pub fn hold(&mut self, bytes: u64) {
        let mut inside = self.gate.inside.lock().unwrap_or_else(PoisonError::into_inner);
        *inside = inside.saturating_sub(self.bytes).saturating_add(bytes);
        self.bytes = bytes;
        self.gate.changed.notify_all();
    }
}

impl Drop for Lease {
    fn drop(&mut self) {
        let mut inside = self.gate.inside.lock().unwrap_or_else(PoisonError::into_inner);
        *inside = inside.saturating_sub(self.bytes);
        self.gate.changed.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_kept_makes_room() {
        let gate = Arc::new(Gate::default());
        let mut raw = gate.enter(MOST_BYTES, &Cancel::default()).unwrap();
        raw.hold(10);
        assert_eq!(gate.inside(), 10);
        drop(raw);
        assert_eq!(gate.inside(), 0);
    }

    #[test]
    fn a_photo_waits_until_the_file_has_taken_others() {
        let gate = Arc::new(Gate::default());
        let first = gate.enter(MOST_BYTES - 1, &Cancel::default());
        assert!(first.is_some());
        let waiter = std::thread::spawn({
            let gate = Arc::clone(&gate);
            move || gate.enter(2, &Cancel::default()).is_some_and(|lease| lease.gate.inside() == 2)
        });
        drop(first);
        assert!(waiter.join().unwrap(), "it came in when the first was gone");
        assert_eq!(gate.inside(), 0);
    }

    #[test]
    fn one_that_is_larger_than_the_gate_comes_in_alone() {
        let gate = Arc::new(Gate::default());
        assert!(gate.enter(MOST_BYTES * 2, &Cancel::default()).is_some());
    }

    #[test]
    fn who_is_cancelled_does_not_come_in() {
        let gate = Arc::new(Gate::default());
        let _full = gate.enter(MOST_BYTES, &Cancel::default());
        let cancel = Cancel::default();
        cancel.cancel();
        assert!(gate.enter(1, &cancel).is_none());
    }
}
