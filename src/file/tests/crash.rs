//! Kills and power cuts at every call of a long session: the last acknowledged state or the one under way is there.

use std::collections::HashSet;

use crate::file::{
    Access, Hash,
    tests::{
        crashfs::CrashFs,
        model::{Author, Contents, Way, create, open_one_of, path, save},
        random::Random,
        world::{Cut, Op, World},
    },
};

/// What happened in a session, in order.
enum Event {
    Call(Op),
    /// A save of these contents has begun.
    Begun(Contents),
    /// It has been acknowledged.
    Acknowledged,
}

/// Records a session from the creation of the file on.
fn record(seed: u64, edits: usize) -> Vec<Event> {
    let fs = CrashFs::new(World::default());
    let mut author = Author::new(seed);
    let mut events = vec![Event::Begun(author.contents.clone())];
    let take_calls = |events: &mut Vec<Event>| events.extend(fs.world().log.drain(..).map(Event::Call));
    let mut container = create(fs.folder(), &author.contents).unwrap();
    take_calls(&mut events);
    events.push(Event::Acknowledged);
    for _ in 0..edits {
        let way = author.next();
        if way == Way::Reopen {
            drop(container);
            let opened = open_one_of(fs.folder(), &path(), &[author_before(&events)]).unwrap().unwrap();
            container = opened.container;
            assert_eq!(container.access(), Access::Write);
        }
        events.push(Event::Begun(author.contents.clone()));
        save(&mut container, &author.contents, way).unwrap();
        take_calls(&mut events);
        events.push(Event::Acknowledged);
    }
    events
}

fn author_before(events: &[Event]) -> Contents {
    let begun = events.iter().rev().find_map(|event| match event {
        Event::Begun(contents) => Some(contents.clone()),
        _ => None,
    });
    begun.unwrap()
}

/// Checks crash states and counts them.
struct Judge {
    random: Random,
    /// Different states that were checked: the file, the last saved text, how many are possible.
    checked: HashSet<(Option<Hash>, Hash, usize)>,
    bad: Vec<String>,
    /// How many power cuts are drawn, for each model, at each call.
    cuts: usize,
    /// Whether sessions go on after some of the crashes, and crash again.
    goes_on: bool,
}

impl Judge {
    fn new(cuts: usize) -> Self {
        Self { random: Random(11), checked: HashSet::new(), bad: Vec::new(), cuts, goes_on: false }
    }

    /// Replays a session, crashing at every call. `candidates` are what the file may hold at first.
    fn replay(&mut self, mut world: World, mut candidates: Vec<Contents>, events: &[Event], mut is_acknowledged: bool) {
        for event in events {
            match event {
                Event::Begun(contents) => candidates.push(contents.clone()),
                Event::Acknowledged => {
                    candidates.drain(..candidates.len() - 1);
                    is_acknowledged = true;
                }
                Event::Call(op) => {
                    if let Op::Write { inode, at, bytes } = op {
                        let mut torn = world.clone();
                        let bytes = bytes[..self.random.below(bytes.len())].into();
                        torn.apply(&Op::Write { inode: *inode, at: *at, bytes });
                        self.crash(&torn, &candidates, is_acknowledged);
                    }
                    world.apply(op);
                }
            }
            self.crash(&world, &candidates, is_acknowledged);
        }
    }

    /// Draws what may be left of `world`.
    fn crash(&mut self, world: &World, candidates: &[Contents], is_acknowledged: bool) {
        if self.check(world.killed(), candidates, is_acknowledged) && self.goes_on {
            self.go_on(world.killed(), candidates, is_acknowledged);
        }
        for cut in [Cut::Ordered, Cut::Adversarial] {
            for _ in 0..self.cuts {
                let left = world.after_power_cut(cut, &mut self.random);
                let again = (self.goes_on && self.checked.len().is_multiple_of(100)).then(|| left.clone());
                if self.check(left, candidates, is_acknowledged)
                    && let Some(left) = again
                {
                    self.go_on(left, candidates, is_acknowledged);
                }
            }
        }
    }

    /// Gives whether the state is one more in which there is a file.
    fn check(&mut self, world: World, candidates: &[Contents], is_acknowledged: bool) -> bool {
        let file = world.contents(&path()).map(|file| Hash::of(file));
        let newest_saved = Hash::of(candidates[0].text.as_bytes());
        if !self.checked.insert((file, newest_saved, candidates.len())) {
            return false;
        }
        let fs = CrashFs::new(world);
        let opened = open_one_of(fs.folder(), &path(), candidates);
        assert!(fs.world().log.is_empty(), "opening changes nothing");
        match opened {
            Ok(Some(_)) => return true,
            Ok(None) if !is_acknowledged => {}
            Ok(None) => self.bad.push("no file".into()),
            Err(problem) => self.bad.push(problem),
        }
        false
    }

    /// Opens after a crash, saves some more, and crashes in that.
    fn go_on(&mut self, world: World, candidates: &[Contents], is_acknowledged: bool) {
        let fs = CrashFs::new(world.clone());
        let opened = open_one_of(fs.folder(), &path(), candidates).unwrap().unwrap();
        let contents = candidates.iter().find(|contents| contents.matches(&opened).is_ok()).unwrap();
        let mut container = opened.container;
        let mut author = Author::new(self.checked.len() as u64);
        author.contents = contents.clone();
        author.edit = 5;
        let mut events = Vec::new();
        for _ in 0..3 {
            let way = author.next();
            events.push(Event::Begun(author.contents.clone()));
            save(&mut container, &author.contents, way).unwrap();
            events.extend(fs.world().log.drain(..).map(Event::Call));
            events.push(Event::Acknowledged);
        }
        let first = (self.cuts, self.goes_on);
        (self.cuts, self.goes_on) = (6, false);
        self.replay(world, candidates.to_vec(), &events, is_acknowledged);
        (self.cuts, self.goes_on) = first;
    }
}

/// At least 50,000 different states.
fn crash_everywhere(seed: u64) {
    let mut judge = Judge { goes_on: true, random: Random(seed), ..Judge::new(95) };
    judge.replay(World::default(), Vec::new(), &record(seed, 90), false);
    assert_eq!(judge.bad, Vec::<String>::new());
    assert!(judge.checked.len() > 50_000, "{}", judge.checked.len());
}

#[test]
fn every_crash_leaves_the_last_saved_state_or_the_one_under_way() {
    crash_everywhere(1);
}

/// A test of its own, so that the two share the processors.
#[test]
fn every_crash_of_another_session_does_too() {
    crash_everywhere(2);
}

/// Replays a session in which the syncs that `is_ignored` picks (by what comes before and after) do nothing.
fn bad_states_without(is_ignored: impl Fn(&Op, Option<&Op>) -> bool) -> usize {
    let events = record(1, 30);
    let mut remaining = Vec::new();
    for (index, event) in events.iter().enumerate() {
        match event {
            Event::Call(op @ (Op::Sync { .. } | Op::SyncDir)) => {
                let next = match events.get(index + 1) {
                    Some(Event::Call(op)) => Some(op),
                    _ => None,
                };
                if !is_ignored(op, next) {
                    remaining.push(Event::Call(op.clone()));
                }
            }
            Event::Call(op) => remaining.push(Event::Call(op.clone())),
            Event::Begun(contents) => remaining.push(Event::Begun(contents.clone())),
            Event::Acknowledged => remaining.push(Event::Acknowledged),
        }
    }
    let mut judge = Judge::new(10);
    judge.replay(World::default(), Vec::new(), &remaining, false);
    judge.bad.len()
}

#[test]
fn a_disk_that_ignores_syncs_loses_saves() {
    assert!(bad_states_without(|_, _| true) > 100);
}

#[test]
fn no_sync_is_superfluous() {
    let is_file = |op: &Op| matches!(op, Op::Sync { .. });
    let before_ack = bad_states_without(|op, next| is_file(op) && next.is_none());
    assert!(before_ack > 0, "before acknowledging");
    let before_tail = bad_states_without(|op, next| is_file(op) && matches!(next, Some(Op::Write { .. })));
    assert!(before_tail > 0, "between members and the tail that names them");
    let before_cut = bad_states_without(|op, next| is_file(op) && matches!(next, Some(Op::SetLen { .. })));
    assert!(before_cut > 0, "between a fold's tail and the cut behind it");
    let before_rename = bad_states_without(|op, next| is_file(op) && matches!(next, Some(Op::Name(_))));
    assert!(before_rename > 0, "between a new file and its name");
    let of_names = bad_states_without(|op, _| matches!(op, Op::SyncDir));
    assert!(of_names > 0, "of the folder");
}
