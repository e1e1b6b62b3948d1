//! Finding the newest whole generation in a file, without trusting a byte of it.
//!
//! A generation is whole when its seal holds (so directory and end record are as they were written) and `report.json`
//! reads back with the right checksum. The last whole one *in the file* is the newest: saving appends, and a fold, which
//! writes in front of the living generation, counts only once that one has been cut off.

use std::ops::Range;

use crate::file::{
    directory::Directory,
    error::{Notice, Problem},
    limits::MAX_FILE,
    member::{Packed, read_member},
    name::{Generation, MemberName},
    storage::{Storage, read_exact_at, read_vec},
    zip::{Day, END_SIGNATURE, SEAL_LEN, end_record, looks_like_seal, parse_seal},
};

/// How far back from the end an unfinished save is expected to reach.
const NEAR_END: u64 = 8 << 20;
/// How much is read at once while searching.
const CHUNK: u64 = 256 << 10;
/// How many bytes of directories and reports may be read to find one that holds; whole ones need a fraction of this.
const MAX_EFFORT: u64 = 512 << 20;

/// A whole generation.
pub(super) struct Located {
    pub generation: Generation,
    pub directory: Directory,
    /// The bytes of `report.json`.
    pub report: Vec<u8>,
    /// Where its seal ends.
    pub end: u64,
    pub notices: Vec<Notice>,
}

/// The newest whole generation of a file of `len` bytes; `None` when there is none but the file is a report's.
///
/// # Errors
/// [`Problem::TooLarge`], [`Problem::NotAReport`], and those of reading.
pub(super) fn newest(file: &dyn Storage, len: u64) -> Result<Option<Located>, Problem> {
    if len > MAX_FILE {
        return Err(Problem::TooLarge);
    }
    let mut effort = Effort(MAX_EFFORT);
    let mut whole = |seal_at| generation_at(file, seal_at, &mut effort);
    let near_end = len.saturating_sub(NEAR_END);
    if let Some(located) = search_back(file, near_end..len, &mut whole)? {
        return Ok(Some(located));
    }
    if !begins_like_a_report(file, len)? {
        return Err(Problem::NotAReport);
    }
    search_back(file, 0..near_end.saturating_add(SEAL_LEN as u64 - 1).min(len), &mut whole)
}

/// A bound on the work that a hostile file can cause.
pub(super) struct Effort(pub u64);

impl Effort {
    /// Whether `amount` was left; takes it if so.
    pub fn spend(&mut self, amount: u64) -> bool {
        let left = self.0.checked_sub(amount);
        self.0 = left.unwrap_or(0);
        left.is_some()
    }
}

fn begins_like_a_report(file: &dyn Storage, len: u64) -> Result<bool, Problem> {
    let packed = Packed::mimetype();
    let mut expected = Vec::new();
    packed.put(&mut expected, MemberName::Mimetype, &packed.entry(0, Day::NONE));
    Ok(len >= expected.len() as u64 && read_vec(file, 0, expected.len())? == expected)
}

/// The generation whose seal begins at `seal_at`, if it is whole.
fn generation_at(file: &dyn Storage, seal_at: u64, effort: &mut Effort) -> Result<Option<Located>, Problem> {
    let mut seal_bytes = [0; SEAL_LEN];
    read_exact_at(file, &mut seal_bytes, seal_at)?;
    let Some(seal) = parse_seal(&seal_bytes) else { return Ok(None) };
    let Some(offset) = seal_at.checked_sub(seal.zip64_len + u64::from(seal.size)) else { return Ok(None) };
    if !effort.spend(u64::from(seal.size)) {
        return Ok(None);
    }
    let end = seal_at + SEAL_LEN as u64;
    let bytes = read_vec(file, offset, (end - offset) as usize)?;
    let (records, end_bytes) = bytes.split_at(seal.size as usize);
    if end_bytes != end_record(records, offset, seal.count, seal.generation) {
        return Ok(None);
    }
    let Some((directory, notices)) = Directory::decode(records, offset, seal.count) else { return Ok(None) };
    let Some(entry) = directory.members.get(&MemberName::Report) else { return Ok(None) };
    if !effort.spend(u64::from(entry.packed) + u64::from(entry.size)) {
        return Ok(None);
    }
    match read_member(file, MemberName::Report, entry) {
        Ok(report) => Ok(Some(Located { generation: seal.generation, directory, report, end, notices })),
        Err(Problem::Damaged(_)) => Ok(None),
        Err(problem) => Err(problem),
    }
}

/// Shows everything in `range` that looks like a seal to `accept`, last first, until it takes one.
fn search_back<T>(
    file: &dyn Storage,
    range: Range<u64>,
    mut accept: impl FnMut(u64) -> Result<Option<T>, Problem>,
) -> Result<Option<T>, Problem> {
    let mut end = range.end;
    while end > range.start {
        let start = end.saturating_sub(CHUNK).max(range.start);
        // Reaching over the border, so that a seal that lies across it is seen whole.
        let stop = (end + SEAL_LEN as u64 - 1).min(range.end);
        let chunk = read_vec(file, start, (stop - start) as usize)?;
        let mut unseen = (end - start) as usize;
        while let Some(at) = chunk.iter().take(unseen).rposition(|byte| *byte == END_SIGNATURE[0]) {
            unseen = at;
            let is_whole = chunk.len() - at >= SEAL_LEN;
            if is_whole
                && chunk.get(at..).is_some_and(looks_like_seal)
                && let Some(accepted) = accept(start + at as u64)?
            {
                return Ok(Some(accepted));
            }
        }
        end = start;
    }
    Ok(None)
}
