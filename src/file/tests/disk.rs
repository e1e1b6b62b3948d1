//! The real disk.

use std::{
    collections::BTreeSet,
    fs,
    ops::ControlFlow,
    path::{Path, PathBuf},
    sync::Arc,
};

use crate::file::{Access, Container, Disk, Existing, FileError, Found, Generation, Problem, State};

fn with_state<T>(text: &str, act: impl FnOnce(&State<'_>) -> T) -> T {
    let report = |generation: Generation| format!("{{\"generation\":{generation},\"text\":{text:?}}}").into_bytes();
    act(&State { report: &report, add: &[], keep: &BTreeSet::new(), checkpoint: None })
}

fn create(path: &Path) -> Container {
    with_state("first", |state| Container::create(Arc::new(Disk::ToWrite), path, state, Existing::Refuse)).unwrap()
}

fn save(container: &mut Container, text: &str) -> Result<(), FileError> {
    with_state(text, |state| container.save(state)).map(drop)
}

fn compact(container: &mut Container) -> Result<(), FileError> {
    with_state("compact", |state| container.compact(state, &mut |_| ControlFlow::Continue(()))).map(drop)
}

fn open(path: &Path) -> Result<crate::file::Opened, FileError> {
    Container::open(Arc::new(Disk::ToWrite), path)
}

fn text(path: &Path) -> String {
    String::from_utf8(open(path).unwrap().report.unwrap()).unwrap()
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

#[test]
fn a_report_is_created_saved_compacted_and_opened() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("Hội nghị 🌏.rapport");
    let mut container = create(&path);
    for _ in 0..12 {
        save(&mut container, "more").unwrap();
    }
    compact(&mut container).unwrap();
    save(&mut container, "last").unwrap();
    assert_eq!(open(&path).unwrap().container.access(), Access::Locked);
    drop(container);
    let opened = open(&path).unwrap();
    assert_eq!((opened.found, opened.container.access()), (Found::Clean, Access::Write));
    assert_eq!(opened.report.unwrap(), br#"{"generation":15,"text":"last"}"#);
    assert_eq!(files(folder.path()), [path]);
}

#[test]
fn opening_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.rapport");
    drop(create(&path));
    let before = (fs::read(&path).unwrap(), fs::metadata(&path).unwrap().modified().unwrap());
    drop(open(&path).unwrap());
    assert_eq!((fs::read(&path).unwrap(), fs::metadata(&path).unwrap().modified().unwrap()), before);
}

#[test]
fn what_is_not_a_report_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let missing = folder.path().join("missing.rapport");
    assert!(matches!(open(&missing).err().unwrap().problem, Problem::NotFound));
    assert!(matches!(open(folder.path()).err().unwrap().problem, Problem::NotAFile));
    let page = folder.path().join("page.html");
    fs::write(&page, "<!doctype html>").unwrap();
    assert!(matches!(open(&page).err().unwrap().problem, Problem::NotAReport));
    assert_eq!(fs::read(&page).unwrap(), b"<!doctype html>");
}

#[test]
fn a_file_that_is_there_is_not_created_over() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.rapport");
    fs::write(&path, "something else").unwrap();
    let created = with_state("x", |state| Container::create(Arc::new(Disk::ToWrite), &path, state, Existing::Refuse));
    assert!(matches!(created.err().unwrap().problem, Problem::AlreadyExists));
    assert_eq!(fs::read(&path).unwrap(), b"something else");
    with_state("x", |state| Container::create(Arc::new(Disk::ToWrite), &path, state, Existing::Replace)).unwrap();
    assert_eq!(text(&path), r#"{"generation":1,"text":"x"}"#);
}

#[test]
fn a_file_marked_read_only_is_not_written() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.rapport");
    drop(create(&path));
    let mut permissions = fs::metadata(&path).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&path, permissions).unwrap();
    let before = fs::read(&path).unwrap();
    let mut container = open(&path).unwrap().container;
    assert_eq!(container.access(), Access::ReadOnly);
    assert!(matches!(save(&mut container, "x").unwrap_err().problem, Problem::ReadOnly));
    assert!(matches!(compact(&mut container).unwrap_err().problem, Problem::ReadOnly));
    let created = with_state("x", |state| Container::create(Arc::new(Disk::ToWrite), &path, state, Existing::Replace));
    assert!(matches!(created.err().unwrap().problem, Problem::ReadOnly));
    assert_eq!(fs::read(&path).unwrap(), before);
}

#[test]
fn a_file_left_by_a_crash_during_compaction_is_cleared_away() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.rapport");
    let mut container = create(&path);
    fs::write(folder.path().join(".a.rapport.tmp"), "half of a fi").unwrap();
    compact(&mut container).unwrap();
    assert_eq!(files(folder.path()), [path]);
}

#[test]
fn a_removed_file_is_not_saved_into_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.rapport");
    let mut container = create(&path);
    fs::remove_file(&path).unwrap();
    assert!(matches!(save(&mut container, "x").unwrap_err().problem, Problem::Moved));
}

#[cfg(unix)]
mod unix {
    use std::os::unix::fs::{PermissionsExt as _, symlink};

    use super::*;

    #[test]
    fn links_are_followed_and_stay_links() {
        let folder = tempfile::tempdir().unwrap();
        let (path, link) = (folder.path().join("a.rapport"), folder.path().join("link.rapport"));
        drop(create(&path));
        symlink(&path, &link).unwrap();
        let mut container = open(&link).unwrap().container;
        compact(&mut container).unwrap();
        save(&mut container, "through the link").unwrap();
        drop(container);
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(text(&path), text(&link));
        assert!(text(&path).contains("through the link"));
    }

    #[test]
    fn compacting_keeps_the_permissions() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.rapport");
        let mut container = create(&path);
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
        compact(&mut container).unwrap();
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o640);
    }

    #[test]
    fn a_device_is_refused() {
        assert!(matches!(open(Path::new("/dev/zero")).err().unwrap().problem, Problem::NotAFile));
    }
}

#[test]
fn whoever_only_reads_keeps_nobody_out() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.rapport");
    drop(with_state("x", |state| Container::create(Arc::new(Disk::ToWrite), &path, state, Existing::Refuse)).unwrap());
    let looking = Container::open(Arc::new(Disk::ToRead), &path).unwrap();
    assert_eq!(looking.container.access(), Access::ReadOnly);
    assert_eq!(Container::open(Arc::new(Disk::ToWrite), &path).unwrap().container.access(), Access::Write);
}
