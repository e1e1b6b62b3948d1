//! Work off the UI thread.
//!
//! A job is a closure on a named thread that ends with one outcome; it can send others while it works. Outcomes wait in a queue until the
//! app takes them, and every one wakes the window. A job never touches the app: it is given what it needs and gives back what it made.

use std::collections::VecDeque;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::Duration;

/// Wakes the window.
pub type Wake = Arc<dyn Fn(Haste) + Send + Sync>;

/// How soon an outcome is to be taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Haste {
    /// Somebody waits for it.
    Soon,
    /// With whatever is drawn next, and before long if nothing is: while somebody writes, a frame of its own would keep a key waiting.
    Whenever,
}

/// Whether somebody asked a job to stop.
#[derive(Debug, Clone, Default)]
pub struct Cancel(Arc<AtomicBool>);

impl Cancel {
    /// Asks the job to stop at the next chance.
    pub fn cancel(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    /// Whether the job should stop.
    pub fn is_cancelled(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }

    /// The flag itself, for functions that look at one.
    pub fn flag(&self) -> &AtomicBool {
        &self.0
    }
}

/// Sends outcomes to the app.
pub struct Outbox<T> {
    sender: Sender<T>,
    wake: Wake,
}

impl<T> Clone for Outbox<T> {
    fn clone(&self) -> Self {
        Self { sender: self.sender.clone(), wake: Arc::clone(&self.wake) }
    }
}

impl<T> Outbox<T> {
    /// Sends an outcome and wakes the window. Where the app is gone, nobody waits for it.
    pub fn send(&self, outcome: T) {
        self.send_with(outcome, Haste::Soon);
    }

    fn send_with(&self, outcome: T, haste: Haste) {
        if self.sender.send(outcome).is_ok() {
            (self.wake)(haste);
        }
    }
}

/// Work that sends what comes of it.
pub type Task<T> = Box<dyn FnOnce(&Outbox<T>) + Send>;

/// Where jobs run.
enum Where {
    Threads,
    /// At once, in the caller: tests need no clock to wait by.
    Here,
}

/// The jobs of a window.
pub struct Jobs<T> {
    outbox: Outbox<T>,
    inbox: Receiver<T>,
    place: Where,
    pool: Arc<Pool<T>>,
    lane: Arc<Pool<T>>,
}

impl<T> std::fmt::Debug for Jobs<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Jobs").finish_non_exhaustive()
    }
}

/// A frame is drawn in less, also where the processor draws.
const FRAME: Duration = Duration::from_millis(30);

/// So many pictures are decoded at once: each takes some 70 MB while it is.
const POOL_THREADS: usize = 2;

impl<T: Send + 'static> Jobs<T> {
    /// Jobs on threads of their own.
    pub fn new(wake: Wake) -> Self {
        let jobs = Self::with(wake, Where::Threads);
        for _ in 0..POOL_THREADS {
            let (pool, outbox) = (Arc::clone(&jobs.pool), jobs.outbox.clone());
            start("pictures", move || {
                while let Some(task) = pool.next(Next::Newest) {
                    caught(|| task(&outbox));
                }
            });
        }
        let (lane, outbox) = (Arc::clone(&jobs.lane), jobs.outbox.clone());
        start("spelling", move || {
            while let Some(task) = lane.next(Next::Oldest) {
                caught(|| task(&outbox));
            }
        });
        jobs
    }

    /// Jobs that are done before the call that starts them returns.
    pub fn immediate() -> Self {
        Self::with(Arc::new(|_| {}), Where::Here)
    }

    fn with(wake: Wake, place: Where) -> Self {
        let (sender, inbox) = channel();
        Self { outbox: Outbox { sender, wake }, inbox, place, pool: Arc::default(), lane: Arc::default() }
    }

    /// Starts a job on a thread of this name. Its outcome, and others that it sends, wait to be taken; if it panics, which is a mistake in
    /// this program, nothing comes.
    pub fn spawn(&self, name: &str, work: impl FnOnce(&Outbox<T>) -> T + Send + 'static) {
        self.run(name, move |outbox| {
            if let Some(outcome) = caught(|| work(outbox)) {
                outbox.send(outcome);
            }
        });
    }

    /// As [`Jobs::spawn`], for a job that somebody waits for: `instead` is what comes if it panics.
    pub fn spawn_awaited(
        &self,
        name: &str,
        work: impl FnOnce(&Outbox<T>) -> T + Send + 'static,
        instead: impl FnOnce() -> T + Send + 'static,
    ) {
        self.run(name, move |outbox| outbox.send(caught(|| work(outbox)).unwrap_or_else(instead)));
    }

    /// As [`Jobs::spawn_awaited`], for what comes again and again while somebody writes. It begins when the frame of the key that brought it
    /// is drawn, for where the processor draws each would make the other wait, and its outcome is taken with the next key.
    pub fn spawn_between_keys(
        &self,
        name: &str,
        work: impl FnOnce(&Outbox<T>) -> T + Send + 'static,
        instead: impl FnOnce() -> T + Send + 'static,
    ) {
        let rest = match self.place {
            Where::Threads => FRAME,
            Where::Here => Duration::ZERO,
        };
        self.run(name, move |outbox| {
            std::thread::sleep(rest);
            outbox.send_with(caught(|| work(outbox)).unwrap_or_else(instead), Haste::Whenever);
        });
    }

    fn run(&self, name: &str, work: impl FnOnce(&Outbox<T>) + Send + 'static) {
        let outbox = self.outbox.clone();
        let run = move || work(&outbox);
        match self.place {
            Where::Threads => start(name, run),
            Where::Here => run(),
        }
    }

    /// Runs a job when one of the few threads for pictures is free. The newest is taken first: it is what the reader looks at.
    pub fn enqueue(&self, work: impl FnOnce(&Outbox<T>) + Send + 'static) {
        match self.place {
            Where::Threads => self.pool.put(Box::new(work)),
            Where::Here => work(&self.outbox),
        }
    }

    /// As [`Jobs::enqueue`], for jobs that are wanted together: the first of them is taken first.
    pub fn enqueue_all(&self, tasks: Vec<Task<T>>) {
        match self.place {
            Where::Threads => self.pool.put_all(tasks),
            Where::Here => tasks.into_iter().for_each(|task| task(&self.outbox)),
        }
    }

    /// Runs a short job after the others that were given here, on one thread that is always there: such jobs come with every word.
    /// `instead` is what comes if it panics.
    pub fn in_turn(&self, work: impl FnOnce() -> T + Send + 'static, instead: impl FnOnce() -> T + Send + 'static) {
        let run = move |outbox: &Outbox<T>| outbox.send(caught(work).unwrap_or_else(instead));
        match self.place {
            Where::Threads => self.lane.put(Box::new(run)),
            Where::Here => run(&self.outbox),
        }
    }

    /// The outcomes that came since the last call.
    pub fn take(&self) -> Vec<T> {
        self.inbox.try_iter().collect()
    }

    /// Sends outcomes from elsewhere: a dialog's own thread.
    pub fn outbox(&self) -> Outbox<T> {
        self.outbox.clone()
    }
}

impl<T> Drop for Jobs<T> {
    fn drop(&mut self) {
        self.pool.close();
        self.lane.close();
    }
}

/// What the work gives; `None` where it panicked. What it had in its hands is gone then, and nobody sees it half changed.
pub fn caught<R>(work: impl FnOnce() -> R) -> Option<R> {
    let result = std::panic::catch_unwind(std::panic::AssertUnwindSafe(work));
    if result.is_err() {
        log::error!("a job panicked");
    }
    result.ok()
}

fn start(name: &str, run: impl FnOnce() + Send + 'static) {
    if let Err(err) = std::thread::Builder::new().name(name.to_owned()).spawn(run) {
        log::error!("no thread for {name}: {err}");
    }
}

/// Which task comes next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Next {
    Newest,
    Oldest,
}

/// Tasks that wait for a thread.
struct Pool<T> {
    tasks: Mutex<(VecDeque<Task<T>>, bool)>,
    changed: Condvar,
}

impl<T> Default for Pool<T> {
    fn default() -> Self {
        Self { tasks: Mutex::new((VecDeque::new(), false)), changed: Condvar::new() }
    }
}

impl<T> Pool<T> {
    fn put(&self, task: Task<T>) {
        self.tasks.lock().unwrap_or_else(PoisonError::into_inner).0.push_back(task);
        self.changed.notify_one();
    }

    /// Puts tasks of which the first is the newest; no thread sees one before all are there.
    fn put_all(&self, tasks: Vec<Task<T>>) {
        self.tasks.lock().unwrap_or_else(PoisonError::into_inner).0.extend(tasks.into_iter().rev());
        self.changed.notify_all();
    }

    fn close(&self) {
        self.tasks.lock().unwrap_or_else(PoisonError::into_inner).1 = true;
        self.changed.notify_all();
    }

    fn next(&self, which: Next) -> Option<Task<T>> {
        let mut tasks = self.tasks.lock().unwrap_or_else(PoisonError::into_inner);
        loop {
            if tasks.1 {
                return None;
            }
            let task = if which == Next::Newest { tasks.0.pop_back() } else { tasks.0.pop_front() };
            if let Some(task) = task {
                return Some(task);
            }
            tasks = self.changed.wait(tasks).unwrap_or_else(PoisonError::into_inner);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn outcomes_arrive_in_order_and_wake_the_window() {
        let wakes = Arc::new(std::sync::atomic::AtomicUsize::new(0));
        let counter = Arc::clone(&wakes);
        let jobs = Jobs::new(Arc::new(move |_| {
            counter.fetch_add(1, Ordering::SeqCst);
        }));
        jobs.spawn("test", |outbox| {
            outbox.send(1);
            2
        });
        let mut got = Vec::new();
        while got.len() < 2 {
            got.extend(jobs.inbox.recv());
        }
        assert_eq!(got, [1, 2]);
        assert!(wakes.load(Ordering::SeqCst) >= 1);
    }

    #[test]
    fn what_comes_again_and_again_wakes_nobody_at_once() {
        let wakes = Arc::<Mutex<Vec<Haste>>>::default();
        let told = Arc::clone(&wakes);
        let jobs = Jobs::new(Arc::new(move |haste| told.lock().unwrap().push(haste)));
        jobs.spawn_between_keys("test", |_| 1, || 0);
        assert_eq!(jobs.inbox.recv(), Ok(1));
        jobs.spawn_between_keys("test", |_| panic!("on purpose"), || 9);
        assert_eq!(jobs.inbox.recv(), Ok(9));
        // The window is woken after an outcome is there: only the first is surely told by now.
        assert_eq!(wakes.lock().unwrap().first(), Some(&Haste::Whenever));
    }

    #[test]
    fn a_job_that_panics_is_answered_for() {
        let jobs = Jobs::immediate();
        jobs.spawn_awaited("test", |_| panic!("on purpose"), || 9);
        jobs.spawn("test", |_| panic!("on purpose"));
        assert_eq!(jobs.take(), [9]);
    }

    #[test]
    fn immediate_jobs_are_done_at_once() {
        let jobs = Jobs::immediate();
        jobs.spawn("test", |_| 7);
        jobs.enqueue(|outbox| outbox.send(8));
        jobs.in_turn(|| 9, || 0);
        assert_eq!(jobs.take(), [7, 8, 9]);
    }

    #[test]
    fn of_jobs_that_are_wanted_together_the_first_is_taken_first_and_before_older_ones() {
        let jobs = Jobs::immediate();
        let task = |number: i32| -> Task<i32> { Box::new(move |outbox| outbox.send(number)) };
        jobs.pool.put(task(0));
        jobs.pool.put_all(vec![task(1), task(2), task(3)]);
        for _ in 0..4 {
            jobs.pool.next(Next::Newest).unwrap()(&jobs.outbox);
        }
        assert_eq!(jobs.take(), [1, 2, 3, 0]);
    }

    #[test]
    fn jobs_in_turn_keep_their_order() {
        let jobs = Jobs::new(Arc::new(|_| {}));
        for number in 0..50 {
            jobs.in_turn(move || if number == 7 { panic!("on purpose") } else { number }, || -1);
        }
        let got: Vec<i32> = (0..50).filter_map(|_| jobs.inbox.recv().ok()).collect();
        assert_eq!(got, (0..50).map(|number| if number == 7 { -1 } else { number }).collect::<Vec<_>>());
    }
}
