//! Compacting and copying.

use std::{ops::ControlFlow, path::PathBuf};

use crate::file::{
    Checkpoint, Container, Day, Existing, History, MemberName, NewMember, Problem, Progress, State,
    tests::{
        crashfs::CrashFs,
        model::{Way, path, save},
        random::Random,
        session::{bytes, open, start},
        world::{Cut, Fault, FaultKind, Op},
    },
};

#[test]
fn compacting_takes_removed_photos_out_of_the_file() {
    let (fs, mut container, mut contents) = start();
    let reader = container.reader();
    let (gone, gone_bytes) = contents.photos.pop_first().unwrap();
    save(&mut container, &contents, Way::Save(None)).unwrap();
    let holds_it = |file: &[u8]| file.windows(gone_bytes.len()).any(|window| window == &gone_bytes[..]);
    assert!(holds_it(&bytes(&fs)));
    assert!(container.waste() > gone_bytes.len() as u64);
    save(&mut container, &contents, Way::Compact).unwrap();
    assert!(!holds_it(&bytes(&fs)));
    assert_eq!(container.waste(), 0);
    assert_eq!(reader.read(gone).unwrap(), &gone_bytes[..], "readers go on with the old file");
    save(&mut container, &contents, Way::Save(None)).unwrap();
    drop(container);
    contents.matches(&open(&fs)).unwrap();
}

#[test]
fn a_cancelled_compaction_leaves_everything_as_it_was() {
    let (fs, mut container, contents) = start();
    let before = bytes(&fs);
    let report = |generation| contents.report(generation);
    let keep = contents.photos.keys().copied().collect();
    let state = State { report: &report, add: &[], keep: &keep, checkpoint: None };
    let mut calls = 0;
    let mut stop_at_second = |progress: Progress| {
        calls += 1;
        assert!(progress.done <= progress.total);
        if calls == 2 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    };
    let error = container.compact(&state, &mut stop_at_second).unwrap_err();
    assert!(matches!(error.problem, Problem::Cancelled));
    assert_eq!(bytes(&fs), before);
    assert_eq!(fs.world().paths().len(), 1);
    save(&mut container, &contents, Way::Save(None)).unwrap();
}

#[test]
fn compacting_heals_headers_and_tells_of_damaged_photos() {
    let (fs, mut container, contents) = start();
    let mut names = contents.photos.keys();
    let (header, body) = (*names.next().unwrap(), *names.next().unwrap());
    let entry = |name| container.reader.directory.members[&name];
    let (header_at, body_at) = (entry(header).offset as usize + 40, entry(body).end(body) as usize - 1);
    fs.world().meddle(&path(), |file| {
        file[header_at] ^= 1;
        file[body_at] ^= 1;
    });
    let report = |generation| contents.report(generation);
    let keep = contents.photos.keys().copied().collect();
    let state = State { report: &report, add: &[], keep: &keep, checkpoint: None };
    let rewritten = container.compact(&state, &mut go_on).unwrap();
    assert_eq!(rewritten.damaged, [body]);
    assert_eq!(container.verify().unwrap(), [body]);
}

#[test]
fn a_copy_for_others_has_no_past() {
    let (fs, mut container, mut contents) = start();
    contents.text = "a secret".into();
    save(&mut container, &contents, Way::Save(Some(Checkpoint::This(Day::new(2026, 1, 1))))).unwrap();
    contents.text = "no secret".into();
    let report = |generation| contents.report(generation);
    let keep = contents.photos.keys().copied().collect();
    let readme = NewMember { name: MemberName::Readme, bytes: b"A report. Open it with Rapporteur." };
    let state = State { report: &report, add: &[readme], keep: &keep, checkpoint: None };
    let target = PathBuf::from("/home/reports/copy.rapport");
    let copy = |container: &mut Container, existing, history| {
        container.copy_to(&target, &state, existing, history, &mut go_on).map(|(copy, _)| copy)
    };
    let shared = copy(&mut container, Existing::Refuse, History::Leave).unwrap();
    assert_eq!(shared.history(), []);
    let names: Vec<_> = shared.names().map(|name| name.to_string()).collect();
    assert!(names.contains(&"README.txt".into()), "{names:?}");
    for name in shared.names() {
        let bytes = shared.read(name).unwrap();
        assert!(!bytes.windows(8).any(|window| window == b"a secret"), "{name}");
    }
    let error = copy(&mut container, Existing::Refuse, History::Keep).err().unwrap();
    assert!(matches!(error.problem, Problem::AlreadyExists), "{error}");
    let error = copy(&mut container, Existing::Replace, History::Keep).err().unwrap();
    assert!(matches!(error.problem, Problem::Locked), "somebody works in it: {error}");
    drop(shared);
    assert_eq!(copy(&mut container, Existing::Replace, History::Keep).unwrap().history().len(), 1);
    let error = container.copy_to(&path(), &state, Existing::Replace, History::Keep, &mut go_on).err().unwrap();
    assert!(matches!(error.problem, Problem::IsOriginal), "{error}");
    assert_eq!(fs.world().paths().len(), 2);
}

fn go_on(_: Progress) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

#[test]
fn no_save_counts_before_the_name_of_the_compacted_file_is_on_the_medium() {
    let (fs, mut container, mut contents) = start();
    save(&mut container, &contents, Way::Compact).unwrap();
    let sync_dir = fs.world().log.iter().position(|op| matches!(op, Op::SyncDir)).unwrap();
    let at = fs.world().changing_calls + sync_dir;
    fs.world().fault = Some(Fault { at, kind: FaultKind::Error, lasts: false });
    save(&mut container, &contents, Way::Compact).unwrap_err();
    contents.text.push('!');
    save(&mut container, &contents, Way::Save(None)).unwrap();
    for seed in 0..20 {
        let left = fs.world().after_power_cut(Cut::Adversarial, &mut Random(seed));
        let opened = Container::open(CrashFs::new(left).folder(), &path()).unwrap();
        contents.matches(&opened).unwrap();
    }
}
