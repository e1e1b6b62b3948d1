//! The report file: an ordinary ZIP file that is saved by appending.
//!
//! # The file
//!
//! | member | what it is | packed |
//! |---|---|---|
//! | `mimetype` | `application/vnd.rapporteur+zip`; the first member, so that `file` knows the format | stored |
//! | `history/<generation>.json` | the report as it was then; the first one in a new file is a copy of `report.json` | deflated |
//! | `photos/<sha-256>.<jpg, png, webp, gif, tif>` | originals, byte for byte | stored |
//! | `thumbs/<sha-256>.jpg` | small pictures of them | stored |
//! | `derived/<sha-256>-<key>.<jpg, webp>` | what an export made of an original, so that the next need not; may go any time | stored |
//! | `README.txt`, `index.html` | what the file is, and the page; in files made for sharing | deflated |
//! | `report.json` | the report; the last member | deflated |
//!
//! A *generation* is one saved state: a directory, and at its end a *seal*: the ZIP end record with the comment
//! `RAP1 <crc-32> <generation>`. The checksum covers directory, end record and generation. A reader takes the last
//! generation in the file whose seal holds and whose `report.json` has its checksum.
//!
//! # What holds
//!
//! - When a save returns, its state is on the medium; until then, the last one is. Whatever happens in between (a kill, a
//!   power cut, a full disk, an error of any call), one of the two is what opening finds.
//! - Opening writes nothing. Saving writes over no byte that the living generation uses.
//! - A save costs what has changed, however many photos there are: commonly one write and one sync.
//! - Nothing is written if another program has the file, or has changed or replaced it.
//! - A damaged file opens with everything that is still there, and the original stays as it is.
//! - Whatever the bytes of a file, reading it takes no more memory and time than its limits allow.
//!
//! # Where things are, in reading order
//!
//! `name` and `limits` (what a file may hold), `zip` and `directory` (how it is spelled), `storage` and `disk` (what lies
//! below), `member`, `locate` and `salvage` (reading), `container`, `draft`, `save` and `rewrite` (what the program uses),
//! `history` (which checkpoints stay), `error`. `spool` is no part of the report file: it holds what waits to be written to one.

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
mod spool;
mod storage;
mod zip;

#[cfg(test)]
mod tests;

pub use self::{
    container::{Access, Checkpoint, Container, NewMember, Opened, Reader, State},
    disk::Disk,
    error::{FileError, Found, Notice, Problem},
    history::{DAYS_KEPT, LATEST_KEPT, Version},
    limits::{MAX_FILE, MAX_GENERATION, MAX_MEMBER, MAX_MEMBERS, MAX_REPORT},
    name::{Generation, Hash, MIMETYPE, MemberName, NotAMember, PhotoFormat},
    rewrite::{Existing, History, OnProgress, Progress, Rewritten},
    save::Saved,
    spool::{Spool, Spooled},
    storage::{FileIdentity, Folder, Grant, OpenFile, Privacy, Storage},
    zip::Day,
};
