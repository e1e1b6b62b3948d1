//! The same work for many photos, on two threads at most.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::channel;
use std::sync::{Mutex, PoisonError};

use crate::export::{ExportError, Progress, Watch};

/// So many photos are in memory as pixels at once.
const THREADS: usize = 2;

/// Does a piece of work for each job, and gives what came of it in the order of the jobs. Progress is told after each. The first error
/// ends it.
pub(super) fn each<J: Sync, M: Send>(
    jobs: &[J],
    watch: &mut Watch<'_>,
    work: impl Fn(&J) -> Result<M, ExportError> + Sync,
) -> Result<Vec<M>, ExportError> {
    let (next, made) = (AtomicUsize::new(0), Mutex::new(Vec::new()));
    let (tell, done) = channel();
    let (cancel, of, failed) = (watch.cancel, jobs.len(), AtomicBool::new(false));
    (watch.on_progress)(Progress { done: 0, of });
    std::thread::scope(|scope| {
        for _ in 0..THREADS.min(of) {
            let (tell, next, made, work, failed) = (tell.clone(), &next, &made, &work, &failed);
            scope.spawn(move || {
                while let Some((index, job)) = {
                    let index = next.fetch_add(1, Ordering::Relaxed);
                    jobs.get(index).map(|job| (index, job))
                } {
                    if cancel.load(Ordering::Relaxed) || failed.load(Ordering::Relaxed) {
                        return;
                    }
                    let result = work(job);
                    failed.fetch_or(result.is_err(), Ordering::Relaxed);
                    made.lock().unwrap_or_else(PoisonError::into_inner).push((index, result));
                    // Nobody listens only when the export was given up.
                    let _heard = tell.send(());
                }
            });
        }
        drop(tell);
        for (count, ()) in done.iter().enumerate() {
            (watch.on_progress)(Progress { done: count + 1, of });
        }
    });
    watch.check()?;
    let mut made = made.into_inner().unwrap_or_else(PoisonError::into_inner);
    made.sort_by_key(|(index, _)| *index);
    made.into_iter().map(|(_, result)| result).collect()
}
