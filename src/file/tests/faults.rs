//! Every call of a session fails once, or from then on: the error is told, the last saved state is intact in the file and
//! in memory, and saving goes on when the fault is gone.

use std::path::Path;

use crate::file::{
    Container, FileError, Problem,
    tests::{
        crashfs::CrashFs,
        model::{Author, Contents, Way, create, open_one_of, path, save},
        random::Random,
        world::{Cut, Fault, FaultKind, World},
    },
};

const EDITS: usize = 25;
const KINDS: [FaultKind; 5] =
    [FaultKind::NoSpace, FaultKind::Error, FaultKind::ErrorAfter, FaultKind::ErrorForgets, FaultKind::Short];

/// Goes through a session, repeating each save until it succeeds. Gives the number of errors.
fn session(fs: &CrashFs, random: &mut Random) -> usize {
    let mut author = Author::new(3);
    let mut errors = 0;
    let mut saved = author.contents.clone();
    let mut container = loop {
        match create(fs.folder(), &author.contents) {
            Ok(container) => break container,
            Err(error) => note(&error, &mut errors, fs),
        }
    };
    for _ in 0..EDITS {
        let way = author.next();
        if way == Way::Reopen {
            drop(container);
            container = open_one_of(fs.folder(), &path(), &[saved.clone()]).unwrap().unwrap().container;
        }
        let mut candidates = vec![saved, author.contents.clone()];
        while let Err(error) = save(&mut container, &author.contents, way) {
            note(&error, &mut errors, fs);
            assert_eq!(container.verify().unwrap(), [], "what was saved can be read");
            check(fs, &candidates, random);
            // Another edit before the next attempt, as typing goes on.
            author.contents.text.push('!');
            candidates.push(author.contents.clone());
        }
        saved = author.contents.clone();
        check(fs, &[saved.clone()], random);
    }
    drop(container);
    assert_eq!(fs.world().paths().into_iter().collect::<Vec<_>>(), [path()], "nothing lies beside the file");
    errors
}

/// After three errors in a row somebody frees some space.
fn note(error: &FileError, errors: &mut usize, fs: &CrashFs) {
    assert!(matches!(error.problem, Problem::DiskFull | Problem::Io(_)), "{error}");
    *errors += 1;
    if *errors == 3 {
        fs.world().fault = None;
    }
}

/// What another program, or this one after a power cut, finds.
fn check(fs: &CrashFs, candidates: &[Contents], random: &mut Random) {
    let world = fs.world().killed();
    open_one_of(CrashFs::new(world.clone()).folder(), &path(), candidates).unwrap().unwrap();
    for cut in [Cut::Ordered, Cut::Adversarial] {
        let left = world.after_power_cut(cut, random);
        open_one_of(CrashFs::new(left).folder(), &path(), candidates).unwrap().unwrap();
    }
}

#[test]
fn every_call_may_fail() {
    let mut random = Random(5);
    let fs = CrashFs::new(World::default());
    assert_eq!(session(&fs, &mut random), 0);
    let calls = fs.world().changing_calls;
    let mut errors = 0;
    for kind in KINDS {
        for lasts in [false, true] {
            for at in 0..calls {
                let fs = CrashFs::new(World::default());
                fs.world().fault = Some(Fault { at, kind, lasts });
                errors += session(&fs, &mut random);
            }
        }
    }
    assert!(errors > calls * 9, "{errors} errors at {calls} calls");
}

#[test]
fn every_read_may_fail() {
    let fs = CrashFs::new(World::default());
    let mut author = Author::new(3);
    let mut container = create(fs.folder(), &author.contents).unwrap();
    for _ in 0..8 {
        let way = author.next();
        save(&mut container, &author.contents, way).unwrap();
    }
    drop(container);
    let before = author.contents.clone();
    author.next();
    let start = fs.world().killed();
    let mut at = 0;
    loop {
        let fs = CrashFs::new(start.killed());
        (fs.world().reading_calls, fs.world().read_fault_at) = (0, Some(at));
        let done = open_and_save(&fs, &path(), &author.contents);
        if fs.world().reading_calls <= at {
            done.unwrap();
            break;
        }
        assert!(done.is_err());
        let after = CrashFs::new(fs.world().killed());
        open_one_of(after.folder(), &path(), &[before.clone(), author.contents.clone()]).unwrap().unwrap();
        at += 1;
    }
    assert!(at > 8, "{at} reads");
}

fn open_and_save(fs: &CrashFs, path: &Path, contents: &Contents) -> Result<(), FileError> {
    let mut container = Container::open(fs.folder(), path)?.container;
    assert_eq!(container.verify()?, []);
    save(&mut container, contents, Way::Save(None)).map(drop)
}
