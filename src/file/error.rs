//! What can go wrong with a report file, and what opening one may have to say.

use std::{io, path::PathBuf};

use crate::file::name::MemberName;

/// An operation on a report file failed. The file still holds the last state that was saved.
#[derive(Debug, thiserror::Error)]
#[error("“{}”: {problem}", path.display())]
pub struct FileError {
    /// The report file.
    pub path: PathBuf,
    /// Why.
    #[source]
    pub problem: Problem,
}

/// Why an operation on a report file failed.
#[derive(Debug, thiserror::Error)]
pub enum Problem {
    /// Nothing has this name.
    #[error("there is no such file; check the name.")]
    NotFound,
    /// A folder, a pipe, a device.
    #[error("this is not a file; choose a report file.")]
    NotAFile,
    /// Neither beginning nor end are those of a report file.
    #[error("this is not a Rapporteur report; choose a file that Rapporteur has written.")]
    NotAReport,
    /// Longer than [`MAX_FILE`](super::MAX_FILE).
    #[error("the file is larger than a report can be; choose a report file.")]
    TooLarge,
    /// The name is taken.
    #[error("there is a file with this name already; choose another name.")]
    AlreadyExists,
    /// A recovered report was to be saved over its damaged original.
    #[error("this is the damaged original; save the recovered report under another name.")]
    IsOriginal,
    /// File, disk or rights do not allow writing.
    #[error("the file is read-only; save a copy elsewhere.")]
    ReadOnly,
    /// Another program holds the file.
    #[error("another program has the file open for writing; close it there or open a copy.")]
    Locked,
    /// The report was salvaged from a damaged file, which is left as it is.
    #[error("the report was recovered from a damaged file; save it under another name.")]
    Recovered,
    /// The end of the file is not what we wrote last.
    #[error("another program has changed the file; save this report under another name and compare the two.")]
    ChangedByOther,
    /// The name leads to no file or to another one.
    #[error("the file was moved, deleted or replaced; save this report under another name.")]
    Moved,
    /// The medium or the quota is used up.
    #[error("the disk is full; free some space and save again.")]
    DiskFull,
    /// The file system takes no file of this length (FAT32: 4 GiB).
    #[error("the disk cannot hold a file of this length; save to a disk with another file system.")]
    FileTooLong,
    /// The system refuses.
    #[error("the system does not permit it; check the rights to the file and its folder.")]
    NoPermission,
    /// Anything else that the system reports.
    #[error("reading or writing failed ({0}); check the disk or the connection and try again.")]
    Io(#[source] io::Error),
    /// The file has no such part.
    #[error("{0} is not in the file; add it again.")]
    Missing(MemberName),
    /// A part is there but does not agree with its checksums.
    #[error("{0} is damaged in the file; add it again from the original.")]
    Damaged(MemberName),
    /// A part is longer than a report file may hold.
    #[error("{0} is too large for a report; use a smaller one.")]
    MemberTooLarge(MemberName),
    /// More than [`MAX_MEMBERS`](super::MAX_MEMBERS).
    #[error("the report has too many parts; take out some photos.")]
    TooManyMembers,
    /// The bytes of a photo are not those that its name tells.
    #[error("{0} does not hold the photo that its name tells; add the photo again.")]
    WrongHash(MemberName),
    /// A part that only the container itself may write.
    #[error("{0} cannot be added to a report.")]
    NotForCallers(MemberName),
    /// The generation numbers are used up.
    #[error("this file has been saved too many times; save the report under another name.")]
    NoMoreGenerations,
    /// The caller stopped it.
    #[error("stopped; nothing was changed.")]
    Cancelled,
}

impl From<io::Error> for Problem {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound => Self::NotFound,
            io::ErrorKind::AlreadyExists => Self::AlreadyExists,
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::DiskFull,
            io::ErrorKind::FileTooLarge => Self::FileTooLong,
            io::ErrorKind::PermissionDenied => Self::NoPermission,
            io::ErrorKind::ReadOnlyFilesystem => Self::ReadOnly,
            _ => Self::Io(error),
        }
    }
}

/// Which state of the file opening found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// The last one, at the very end of the file.
    Clean,
    /// The last whole one; behind it lie bytes of a save that was cut off, or damage.
    Older {
        /// How many bytes lie behind it.
        bytes_behind: u64,
    },
    /// No whole one: members were gathered one by one. The container is read-only; save it under another name.
    Salvaged,
}

/// Something about an opened file that its reporter should know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// The file lists something that no report contains; it is left out. At most 100 characters are given.
    UnknownMember(String),
    /// The directory's record of a member is impossible; the member is left out.
    ImpossibleMember(MemberName),
    /// The file was too broken to look at all of it.
    SearchCutShort,
}
