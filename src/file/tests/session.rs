//! What a session does to the file, call by call.

use std::{collections::BTreeSet, path::PathBuf};

use crate::file::{
    Access, Checkpoint, Container, Day, Found, Generation, Hash, LATEST_KEPT, MAX_GENERATION, MemberName, NewMember,
    Opened, Privacy, Problem, State,
    tests::{
        crashfs::CrashFs,
        model::{Author, Contents, Way, create, path, photo, save},
        random::Random,
        reader::read_zip,
        world::{Fault, FaultKind, Op, World},
    },
};

pub fn start() -> (CrashFs, Container, Contents) {
    let fs = CrashFs::new(World::default());
    let mut contents = Contents { text: "Опening session".into(), ..Contents::default() };
    for bytes in [b"the first photo", b"another picture"] {
        contents.photos.insert(photo(bytes), bytes[..].into());
    }
    let container = create(fs.folder(), &contents).unwrap();
    fs.world().log.clear();
    (fs, container, contents)
}

pub fn bytes(fs: &CrashFs) -> Vec<u8> {
    fs.world().contents(&path()).unwrap().clone()
}

pub fn open(fs: &CrashFs) -> Opened {
    Container::open(fs.folder(), &path()).unwrap()
}

#[test]
fn the_common_save_is_one_write_at_the_end_and_one_sync() {
    let (fs, mut container, mut contents) = start();
    for _ in 0..4 {
        contents.text.push('.');
        let before = bytes(&fs);
        save(&mut container, &contents, Way::Save(None)).unwrap();
        let log = std::mem::take(&mut fs.world().log);
        let [Op::Write { at, .. }, Op::Sync { .. }] = &log[..] else { panic!("{log:?}") };
        assert_eq!(*at, before.len());
        assert!(bytes(&fs).starts_with(&before));
    }
}

#[test]
fn a_long_report_with_many_photos_is_saved_in_less_than_a_megabyte() {
    let fs = CrashFs::new(World::default());
    let mut random = Random(1);
    let mut contents = Contents::default();
    for number in 0..200_u32 {
        let bytes = number.to_le_bytes();
        contents.photos.insert(photo(&bytes), bytes[..].into());
    }
    // As long as 60,000 words, and as compressible as text of random letters.
    contents.text = random.bytes(494_000).into_iter().map(|byte| char::from(b'a' + byte % 26)).collect();
    let mut container = create(fs.folder(), &contents).unwrap();
    fs.world().log.clear();
    let keep = contents.photos.keys().copied().collect();
    let report = |generation| contents.report(generation);
    let saved = container.save(&State { report: &report, add: &[], keep: &keep, checkpoint: None }).unwrap();
    assert!(saved.bytes_written < 1_000_000, "{}", saved.bytes_written);
    assert_eq!(fs.world().log.len(), 2);
}

#[test]
fn folding_keeps_the_file_short_and_never_touches_living_bytes() {
    let (fs, mut container, mut contents) = start();
    let mut longest = 0;
    for _ in 0..60 {
        let living: Vec<_> = container.reader.directory.in_file_order();
        contents.text.push('.');
        save(&mut container, &contents, Way::Save(None)).unwrap();
        for op in std::mem::take(&mut fs.world().log) {
            if let Op::Write { at, bytes, .. } = op {
                for (name, entry) in &living {
                    let (from, to) = (entry.offset as usize, entry.end(*name) as usize);
                    assert!(at >= to || at + bytes.len() <= from, "{name} is written over");
                }
            }
        }
        longest = longest.max(container.waste());
    }
    let tail = container.end.len - container.reader.directory.floor();
    assert!(longest < 8 * tail, "{longest} bytes of waste with tails of {tail}");
}

#[test]
fn photos_that_come_and_go_between_texts_leave_small_holes() {
    let fs = CrashFs::new(World::default());
    let mut author = Author::new(9);
    let mut container = create(fs.folder(), &author.contents).unwrap();
    let mut added = 0;
    for _ in 0..500 {
        // As the author's, but never compacting.
        let photos = author.contents.photos.len();
        author.next();
        added += usize::from(author.contents.photos.len() > photos);
        save(&mut container, &author.contents, Way::Save(None)).unwrap();
    }
    let removed = (added - author.contents.photos.len()) as u64;
    let tail = container.end.len - container.reader.directory.members[&MemberName::Report].offset;
    assert!(container.waste() < added as u64 * tail + removed * 1_100 + 6 * tail, "{}", container.waste());
}

#[test]
fn another_program_can_read_every_state() {
    let fs = CrashFs::new(World::default());
    let mut author = Author::new(4);
    let mut container = create(fs.folder(), &author.contents).unwrap();
    for _ in 0..60 {
        let way = author.next();
        let generation = save(&mut container, &author.contents, way).unwrap();
        let members = read_zip(&bytes(&fs));
        let names: BTreeSet<_> = container.names().map(|name| name.to_string()).collect();
        assert_eq!(members.keys().cloned().collect::<BTreeSet<_>>(), names);
        assert_eq!(members["mimetype"], b"application/vnd.rapporteur+zip");
        assert_eq!(members["report.json"], author.contents.report(generation));
        for (name, photo) in &author.contents.photos {
            assert_eq!(members[&name.to_string()][..], photo[..]);
        }
    }
    assert_eq!(&bytes(&fs)[30..68], b"mimetypeapplication/vnd.rapporteur+zip", "so that `file` knows it");
}

#[test]
fn the_same_session_makes_the_same_file() {
    let run = || {
        let (fs, mut container, mut contents) = start();
        contents.text.push('!');
        save(&mut container, &contents, Way::Save(Some(Checkpoint::This(Day::new(2026, 5, 4))))).unwrap();
        bytes(&fs)
    };
    assert_eq!(run(), run());
}

#[test]
fn a_file_that_another_program_changed_is_not_touched() {
    let changes: [fn(&mut Vec<u8>); 4] = [
        |file| file.push(0),
        |file| file.truncate(file.len() - 1),
        |file| file.extend(file.clone()),
        |file| *file.last_mut().unwrap() ^= 1,
    ];
    for change in changes {
        let (fs, mut container, contents) = start();
        fs.world().meddle(&path(), change);
        let before = bytes(&fs);
        for way in [Way::Save(None), Way::Compact] {
            let error = save(&mut container, &contents, way).unwrap_err();
            assert!(matches!(error.problem, Problem::ChangedByOther), "{error}");
        }
        assert_eq!(bytes(&fs), before);
        assert!(fs.world().log.is_empty());
    }
}

#[test]
fn a_file_that_was_replaced_or_removed_is_not_saved_into_nothing() {
    let (fs, mut container, contents) = start();
    let folder = fs.folder();
    drop(folder.create_new(&PathBuf::from("/home/reports/other"), Privacy::Usual).unwrap());
    folder.rename(&PathBuf::from("/home/reports/other"), &path()).unwrap();
    let error = save(&mut container, &contents, Way::Save(None)).unwrap_err();
    assert!(matches!(error.problem, Problem::Moved), "{error}");
    folder.remove(&path()).unwrap();
    let error = save(&mut container, &contents, Way::Compact).unwrap_err();
    assert!(matches!(error.problem, Problem::Moved), "{error}");
}

#[test]
fn the_second_to_open_a_file_reads_only() {
    let (fs, first, contents) = start();
    let mut second = open(&fs).container;
    assert_eq!(second.access(), Access::Locked);
    assert_eq!(second.verify().unwrap(), []);
    let error = save(&mut second, &contents, Way::Save(None)).unwrap_err();
    assert!(matches!(error.problem, Problem::Locked), "{error}");
    drop(first);
    assert_eq!(open(&fs).container.access(), Access::Write);
}

#[test]
fn a_read_only_file_opens_and_refuses() {
    let (fs, container, contents) = start();
    drop(container);
    fs.world().set_read_only(&path());
    let mut container = open(&fs).container;
    assert_eq!(container.access(), Access::ReadOnly);
    for way in [Way::Save(None), Way::Compact] {
        let error = save(&mut container, &contents, way).unwrap_err();
        assert!(matches!(error.problem, Problem::ReadOnly), "{error}");
    }
    assert!(fs.world().log.is_empty());
}

#[test]
fn after_an_unfinished_save_the_next_one_goes_behind_it() {
    let (fs, mut container, mut contents) = start();
    let whole = bytes(&fs).len();
    contents.text.push('!');
    save(&mut container, &contents, Way::Save(None)).unwrap();
    drop(container);
    fs.world().meddle(&path(), |file| file.truncate(file.len() - 1));
    let opened = open(&fs);
    let behind = bytes(&fs).len() - whole;
    assert_eq!(opened.found, Found::Older { bytes_behind: behind as u64 });
    assert_eq!(opened.container.generation(), Generation::FIRST);
    let mut container = opened.container;
    let before = bytes(&fs);
    save(&mut container, &contents, Way::Save(None)).unwrap();
    assert!(bytes(&fs).starts_with(&before));
    drop(container);
    assert_eq!(open(&fs).found, Found::Clean);
}

#[test]
fn what_is_not_kept_is_gone_and_what_is_missing_is_told() {
    let (fs, mut container, mut contents) = start();
    let gone = *contents.photos.keys().next().unwrap();
    contents.photos.remove(&gone);
    let never_there = photo(b"never there");
    let keep = contents.photos.keys().copied().chain([never_there]).collect();
    let report = |generation| contents.report(generation);
    let saved = container.save(&State { report: &report, add: &[], keep: &keep, checkpoint: None }).unwrap();
    assert_eq!(saved.missing, [never_there]);
    assert!(matches!(container.read(gone).unwrap_err().problem, Problem::Missing(name) if name == gone));
    contents
        .matches(&{
            drop(container);
            open(&fs)
        })
        .unwrap();
}

#[test]
fn members_are_checked_before_anything_is_written() {
    let (fs, mut container, contents) = start();
    let keep = BTreeSet::new();
    let report = |generation| contents.report(generation);
    let mut try_to_add = |name, bytes: &[u8]| {
        let add = [NewMember { name, bytes }];
        container.save(&State { report: &report, add: &add, keep: &keep, checkpoint: None }).unwrap_err().problem
    };
    assert!(matches!(try_to_add(photo(b"one"), b"two"), Problem::WrongHash(_)));
    for name in [MemberName::Report, MemberName::Mimetype, MemberName::History(Generation::FIRST)] {
        assert!(matches!(try_to_add(name, b"x"), Problem::NotForCallers(_)));
    }
    let thumbs: Vec<_> = (0..10_000_u32).map(|number| MemberName::Thumb(Hash::of(&number.to_le_bytes()))).collect();
    let add: Vec<_> = thumbs.into_iter().map(|name| NewMember { name, bytes: b"x" }).collect();
    let state = State { report: &report, add: &add, keep: &keep, checkpoint: None };
    assert!(matches!(container.save(&state).unwrap_err().problem, Problem::TooManyMembers));
    let long = |_| vec![b' '; (64 << 20) + 1];
    let state = State { report: &long, add: &[], keep: &keep, checkpoint: None };
    assert!(matches!(container.save(&state).unwrap_err().problem, Problem::MemberTooLarge(MemberName::Report)));
    assert!(fs.world().log.is_empty());
}

#[test]
fn adding_a_photo_again_heals_a_damaged_one_and_writes_no_other() {
    let (fs, mut container, contents) = start();
    let (name, photo) = contents.photos.first_key_value().unwrap();
    let keep = contents.photos.keys().copied().collect();
    let report = |generation| contents.report(generation);
    let add = [NewMember { name: *name, bytes: photo }];
    let state = State { report: &report, add: &add, keep: &keep, checkpoint: None };
    container.save(&state).unwrap();
    assert_eq!(std::mem::take(&mut fs.world().log).len(), 2, "it is there already");
    let at = bytes(&fs).windows(photo.len()).position(|window| window == &photo[..]).unwrap();
    fs.world().meddle(&path(), |file| file[at] ^= 4);
    assert_eq!(container.verify().unwrap(), [*name]);
    assert!(matches!(container.read(*name).unwrap_err().problem, Problem::Damaged(damaged) if damaged == *name));
    container.save(&state).unwrap();
    assert_eq!(container.verify().unwrap(), []);
}

#[test]
fn checkpoints_give_earlier_states_back() {
    let (fs, mut container, mut contents) = start();
    let first = contents.clone();
    contents.text.push('2');
    save(&mut container, &contents, Way::Save(Some(Checkpoint::Before(Day::new(2026, 11, 20))))).unwrap();
    contents.text.push('3');
    let third = save(&mut container, &contents, Way::Save(Some(Checkpoint::This(Day::new(2026, 11, 21))))).unwrap();
    save(&mut container, &contents, Way::Compact).unwrap();
    drop(container);
    let container = open(&fs).container;
    let history = container.history();
    assert_eq!(history.iter().map(|version| version.generation).collect::<Vec<_>>(), [Generation::FIRST, third]);
    assert_eq!(history[1].day.year_month_day(), (2026, 11, 21));
    let old = container.read(MemberName::History(Generation::FIRST)).unwrap();
    assert_eq!(old, first.report(Generation::FIRST));
    let new = container.read(MemberName::History(third)).unwrap();
    assert_eq!(new, contents.report(third));
}

#[test]
fn only_the_latest_checkpoints_of_a_day_stay() {
    let (_fs, mut container, mut contents) = start();
    for _ in 0..50 {
        contents.text.push('.');
        save(&mut container, &contents, Way::Save(Some(Checkpoint::This(Day::new(2026, 11, 20))))).unwrap();
    }
    assert_eq!(container.history().len(), LATEST_KEPT);
    assert_eq!(container.verify().unwrap(), []);
}

#[test]
fn generations_end_without_wrapping() {
    let (_fs, mut container, contents) = start();
    container.last_tried = Generation::new(MAX_GENERATION - 1).unwrap();
    assert_eq!(save(&mut container, &contents, Way::Save(None)).unwrap().get(), MAX_GENERATION);
    let error = save(&mut container, &contents, Way::Save(None)).unwrap_err();
    assert!(matches!(error.problem, Problem::NoMoreGenerations), "{error}");
}

#[test]
fn a_save_that_fails_leaves_the_file_as_it_was() {
    for at in 0..2 {
        for kind in [FaultKind::Error, FaultKind::ErrorAfter] {
            let (fs, mut container, contents) = start();
            let before = bytes(&fs);
            let at = fs.world().changing_calls + at;
            fs.world().fault = Some(Fault { at, kind, lasts: false });
            save(&mut container, &contents, Way::Save(None)).unwrap_err();
            assert_eq!(bytes(&fs), before);
        }
    }
}

#[test]
fn containers_may_be_saved_and_read_on_other_threads() {
    fn is_send<T: Send>() {}
    fn is_sync<T: Sync>() {}
    is_send::<Container>();
    is_send::<crate::file::Reader>();
    is_sync::<crate::file::Reader>();
}
