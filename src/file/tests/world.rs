//! What a computer's file system holds: in the eyes of programs, and on the medium.
//!
//! Writes and lengths reach the medium at the file's sync, names at the folder's. Every call that changes something is an
//! [`Op`], applied by one function, so a run can be recorded once and replayed up to any point. What a power cut leaves at
//! that point is drawn by [`Cut`].

use std::{
    collections::{BTreeMap, BTreeSet},
    path::{Path, PathBuf},
    sync::Arc,
};

use crate::file::tests::random::Random;

/// A call that changes something.
#[derive(Clone, Debug)]
pub enum Op {
    Write { inode: usize, at: usize, bytes: Arc<[u8]> },
    SetLen { inode: usize, len: usize },
    Sync { inode: usize },
    Name(NameOp),
    SyncDir,
}

/// A change of names. Carries the inode, so that it can happen although the one before it has not.
#[derive(Clone, Debug)]
pub enum NameOp {
    Create { path: PathBuf, inode: usize },
    Rename { from: PathBuf, to: PathBuf, inode: usize },
    Remove { path: PathBuf },
}

/// What a call does instead of succeeding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FaultKind {
    NoSpace,
    /// Nothing happens but the error.
    Error,
    /// Everything happens, and the error.
    ErrorAfter,
    /// Of a sync: the error, and the system forgets some of what it could not write, so that a later sync that succeeds
    /// does not write it either (as Linux does with bytes, but not with lengths). Otherwise as [`Self::Error`].
    ErrorForgets,
    /// Of a write: half of it. Otherwise the call succeeds.
    Short,
}

#[derive(Clone, Copy, Debug)]
pub struct Fault {
    /// At which changing call, counted from 0.
    pub at: usize,
    pub kind: FaultKind,
    /// Whether all calls after it fail too.
    pub lasts: bool,
}

#[derive(Clone, Default, Debug)]
pub struct Inode {
    pub seen: Vec<u8>,
    medium: Vec<u8>,
    /// With the time of each.
    pub unsynced: Vec<(usize, Op)>,
    pub is_locked: bool,
    pub is_read_only: bool,
}

#[derive(Clone, Default, Debug)]
pub struct World {
    pub inodes: Vec<Inode>,
    pub names: BTreeMap<PathBuf, usize>,
    names_on_medium: BTreeMap<PathBuf, usize>,
    unsynced_names: Vec<(usize, NameOp)>,
    time: usize,
    pub changing_calls: usize,
    pub reading_calls: usize,
    /// The largest single read.
    pub largest_read: usize,
    pub bytes_read: u64,
    pub fault: Option<Fault>,
    pub read_fault_at: Option<usize>,
    pub log: Vec<Op>,
    pub random: Random,
}

/// How a power cut treats what was not synced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cut {
    /// A journalled file system: what happened first is there first; the last write may be torn, and the file may be
    /// longer than what was written of it.
    Ordered,
    /// Any part of it in any combination, by sectors.
    Adversarial,
}

impl World {
    /// Applies a call. The only place that knows what calls do.
    pub fn apply(&mut self, op: &Op) {
        self.time += 1;
        match op {
            Op::Write { inode, .. } | Op::SetLen { inode, .. } => {
                let inode = &mut self.inodes[*inode];
                change(&mut inode.seen, op);
                inode.unsynced.push((self.time, op.clone()));
            }
            Op::Sync { inode } => {
                let inode = &mut self.inodes[*inode];
                for (_, op) in inode.unsynced.drain(..) {
                    change(&mut inode.medium, &op);
                }
            }
            Op::Name(op) => {
                if let NameOp::Create { inode, .. } = op {
                    assert_eq!(*inode, self.inodes.len());
                    self.inodes.push(Inode::default());
                }
                rename(&mut self.names, op);
                self.unsynced_names.push((self.time, op.clone()));
            }
            Op::SyncDir => {
                for (_, op) in self.unsynced_names.drain(..) {
                    rename(&mut self.names_on_medium, &op);
                }
            }
        }
    }

    /// The world after every program was killed: all that was done is seen, but nothing more is on the medium.
    pub fn killed(&self) -> Self {
        let mut world = Self { log: Vec::new(), fault: None, read_fault_at: None, ..self.clone() };
        for inode in &mut world.inodes {
            inode.is_locked = false;
        }
        world
    }

    /// One world that a power cut may leave.
    pub fn after_power_cut(&self, cut: Cut, random: &mut Random) -> Self {
        let sector = [16, 64, 512][random.below(3)];
        // How old the stale blocks look that a longer file may show.
        let stale = [0, 0, 0xA5][random.below(3)];
        let first = self.unsynced_since();
        let until = first + random.below(self.time + 2 - first);
        // Sometimes very much or very little is there: chance must not always be even.
        let odds = [1, 5, 8, 11, 15][random.below(5)];
        let inodes = self.inodes.iter().map(|inode| {
            let mut medium = inode.medium.clone();
            for (time, op) in &inode.unsynced {
                match cut {
                    Cut::Ordered if *time < until => change(&mut medium, op),
                    Cut::Ordered if *time == until => {
                        tear(&mut medium, op, sector, stale, random, |random, left| random.below(left + 1));
                    }
                    Cut::Ordered => {}
                    Cut::Adversarial => {
                        tear(&mut medium, op, sector, stale, random, |random, _| usize::from(random.below(16) < odds));
                    }
                }
            }
            Inode { seen: medium.clone(), medium, is_read_only: inode.is_read_only, ..Inode::default() }
        });
        let mut world = Self { inodes: inodes.collect(), names: self.names_on_medium.clone(), ..Self::default() };
        for (time, op) in &self.unsynced_names {
            let happened = match cut {
                Cut::Ordered => *time < until,
                Cut::Adversarial => random.below(16) < odds,
            };
            if happened {
                rename(&mut world.names, op);
            }
        }
        world.names_on_medium = world.names.clone();
        world
    }

    fn unsynced_since(&self) -> usize {
        let files = self.inodes.iter().flat_map(|inode| inode.unsynced.first().map(|(time, _)| *time));
        let names = self.unsynced_names.first().map(|(time, _)| *time);
        files.chain(names).min().unwrap_or(self.time)
    }

    /// What programs see under a name.
    pub fn contents(&self, path: &Path) -> Option<&Vec<u8>> {
        self.names.get(path).map(|inode| &self.inodes[*inode].seen)
    }

    /// Changes a file behind everybody's back, durably.
    pub fn meddle(&mut self, path: &Path, change: impl FnOnce(&mut Vec<u8>)) {
        let inode = self.names[path];
        let inode = &mut self.inodes[inode];
        change(&mut inode.seen);
        inode.medium.clone_from(&inode.seen);
        inode.unsynced.clear();
    }

    pub fn set_read_only(&mut self, path: &Path) {
        let inode = self.names[path];
        self.inodes[inode].is_read_only = true;
    }

    pub fn paths(&self) -> BTreeSet<PathBuf> {
        self.names.keys().cloned().collect()
    }
}

fn change(bytes: &mut Vec<u8>, op: &Op) {
    match op {
        Op::Write { at, bytes: new, .. } => {
            bytes.resize(bytes.len().max(at + new.len()), 0);
            bytes[*at..at + new.len()].copy_from_slice(new);
        }
        Op::SetLen { len, .. } => bytes.resize(*len, 0),
        _ => unreachable!("only these wait for a sync"),
    }
}

/// Applies some sectors of a write, or all or nothing of anything else. `choose` is asked, with how many sectors are
/// left, how many of the next ones happen; 0 skips one.
fn tear(
    bytes: &mut Vec<u8>,
    op: &Op,
    sector: usize,
    stale: u8,
    random: &mut Random,
    mut choose: impl FnMut(&mut Random, usize) -> usize,
) {
    let Op::Write { at, bytes: new, .. } = op else {
        if choose(random, 1) > 0 {
            change(bytes, op);
        }
        return;
    };
    // The length may be there before the bytes.
    if random.below(2) == 0 {
        bytes.resize(bytes.len().max(at + new.len()), stale);
    }
    let sectors: Vec<_> = new.chunks(sector).enumerate().collect();
    let mut index = 0;
    while index < sectors.len() {
        let count = choose(random, sectors.len() - index);
        for (number, part) in &sectors[index..index + count] {
            let at = at + number * sector;
            bytes.resize(bytes.len().max(at + part.len()), stale);
            bytes[at..at + part.len()].copy_from_slice(part);
        }
        index += count.max(1);
    }
}

fn rename(names: &mut BTreeMap<PathBuf, usize>, op: &NameOp) {
    match op {
        NameOp::Create { path, inode } => drop(names.insert(path.clone(), *inode)),
        NameOp::Rename { from, to, inode } => {
            names.remove(from);
            names.insert(to.clone(), *inode);
        }
        NameOp::Remove { path } => drop(names.remove(path)),
    }
}
