//! How much a report file may hold. Everything read from a file is held against these before memory is taken for it,
//! and everything written too, so that we never write what we would not read.

/// Bytes of `report.json` and of each checkpoint, inflated.
pub const MAX_REPORT: u32 = 64 << 20;

/// Bytes of any other member, above all of one photo.
pub const MAX_MEMBER: u32 = 512 << 20;

/// Members that one generation lists.
pub const MAX_MEMBERS: usize = 10_000;

/// Bytes of a directory.
pub const MAX_DIRECTORY: u32 = 64 << 20;

/// Bytes of the whole file. A larger one (a sparse terabyte) is refused before it is searched.
pub const MAX_FILE: u64 = 64 << 30;

/// The largest generation: what JSON readers everywhere can hold as a number.
pub const MAX_GENERATION: u64 = (1 << 53) - 1;
