//! The report file.

mod container;
mod directory;
mod disk;
mod draft;
mod error;
mod history;
mod limits;
mod locate;
mod member;
mod name;
mod rewrite;
mod salvage;
mod save;
mod storage;
mod zip;

pub use self::{
    container::{Access, Checkpoint, Container, NewMember, Opened, Reader, State},
    disk::Disk,
    error::{FileError, Found, Notice, Problem},
    history::{DAYS_KEPT, LATEST_KEPT, Version},
    limits::{MAX_FILE, MAX_GENERATION, MAX_MEMBER, MAX_MEMBERS, MAX_REPORT},
    name::{Generation, Hash, MIMETYPE, MemberName, NotAMember, PhotoFormat},
    rewrite::{Existing, History, OnProgress, Progress, Rewritten},
    save::Saved,
    storage::{FileIdentity, Folder, Grant, OpenFile, Privacy, Storage},
    zip::Day,
};

#[cfg(test)]
mod tests;
