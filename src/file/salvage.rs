//! When no generation is whole: gathering the members one by one, by their headers.

use std::{collections::btree_map, io};

use serde::Deserialize;

use crate::file::{
    directory::{Directory, is_allowed},
    error::{Notice, Problem},
    limits::MAX_MEMBERS,
    locate::Effort,
    member::read_member,
    name::{Generation, MemberName},
    storage::{Storage, read_vec},
    zip::{Entry, LOCAL_LEN, LOCAL_SIGNATURE, local_header, parse_local},
};

/// How much is read at once while searching.
const CHUNK: u64 = 64 << 10;
/// No name of ours is longer.
const MAX_NAME: usize = 96;
/// A broken file can name the same bytes again and again. This many times its length may be read and inflated.
const EFFORT_PER_BYTE: u64 = 4;
const LEAST_EFFORT: u64 = 256 << 20;
const HEADER_COST: u64 = (LOCAL_LEN + MAX_NAME) as u64;

/// What could be saved.
pub(super) struct Salvage {
    pub generation: Generation,
    pub directory: Directory,
    /// The newest `report.json` or checkpoint that is whole.
    pub report: Option<Vec<u8>>,
    pub notices: Vec<Notice>,
}

/// Gathers from the first `len` bytes every member that is whole. Of several with the same name the first counts, but
/// of the texts the one that says it is the newest.
///
/// # Errors
/// Those of reading.
pub(super) fn salvage(file: &dyn Storage, len: u64) -> Result<Salvage, Problem> {
    let mut found =
        Salvage { generation: Generation::FIRST, directory: Directory::default(), report: None, notices: Vec::new() };
    let mut effort = Effort(LEAST_EFFORT.saturating_add(len.saturating_mul(EFFORT_PER_BYTE)));
    let mut search = HeaderSearch { file, len, chunk_at: 0, chunk: Vec::new() };
    let mut at = 0;
    while let Some(header_at) = search.next_from(at)? {
        at = header_at + 1;
        let member = member_at(file, header_at, len)?;
        let cost = member.map_or(0, |(name, entry)| entry.span(name) + u64::from(entry.size));
        if !effort.spend(cost + HEADER_COST) || found.directory.members.len() >= MAX_MEMBERS {
            found.notices.push(Notice::SearchCutShort);
            break;
        }
        let Some((name, entry)) = member else { continue };
        match read_member(file, name, &entry) {
            Ok(bytes) => {
                at = entry.end(name);
                found.take(name, entry, bytes);
            }
            Err(Problem::Damaged(_)) => {}
            Err(problem) => return Err(problem),
        }
    }
    Ok(found)
}

impl Salvage {
    fn take(&mut self, name: MemberName, entry: Entry, bytes: Vec<u8>) {
        if let MemberName::Report | MemberName::History(_) = name
            && let Some(generation) = generation_of(&bytes)
            && (self.report.is_none() || generation >= self.generation)
        {
            self.generation = generation;
            self.report = Some(bytes);
        }
        if name != MemberName::Report
            && let btree_map::Entry::Vacant(place) = self.directory.members.entry(name)
        {
            place.insert(entry);
        }
    }
}

/// What a text says of itself; `None` when it is not JSON throughout.
fn generation_of(report: &[u8]) -> Option<Generation> {
    #[derive(Deserialize)]
    struct Stamp {
        generation: u64,
    }
    Generation::new(serde_json::from_slice::<Stamp>(report).ok()?.generation)
}

/// The header at `offset` and what it says, if it is spelled as we spell it and its bytes fit into the file.
fn member_at(file: &dyn Storage, offset: u64, len: u64) -> io::Result<Option<(MemberName, Entry)>> {
    let available = usize::try_from(len - offset).unwrap_or(usize::MAX);
    let bytes = read_vec(file, offset, available.min(LOCAL_LEN + MAX_NAME))?;
    let parse = || {
        let (name_len, entry) = parse_local(&bytes, offset)?;
        let name = bytes.get(LOCAL_LEN..LOCAL_LEN + name_len)?;
        let name: MemberName = std::str::from_utf8(name).ok()?.parse().ok()?;
        let is_ours = bytes.starts_with(&local_header(name, &entry));
        (is_ours && is_allowed(name, &entry) && entry.end(name) <= len).then_some((name, entry))
    };
    Ok(parse())
}

/// Finds what looks like a header, reading every part of the file once.
struct HeaderSearch<'a> {
    file: &'a dyn Storage,
    len: u64,
    chunk_at: u64,
    chunk: Vec<u8>,
}

impl HeaderSearch<'_> {
    /// The first place at or after `at` that looks like a header. Never asked to go back.
    fn next_from(&mut self, mut at: u64) -> io::Result<Option<u64>> {
        const WIDTH: usize = LOCAL_SIGNATURE.len();
        loop {
            let seen = usize::try_from(at - self.chunk_at).unwrap_or(usize::MAX);
            let rest = self.chunk.get(seen..).unwrap_or_default();
            if let Some(found) = rest.windows(WIDTH).position(|window| window == LOCAL_SIGNATURE) {
                return Ok(Some(at + found as u64));
            }
            // A signature may lie across the border.
            at += rest.len().saturating_sub(WIDTH - 1) as u64;
            if self.len.saturating_sub(at) < WIDTH as u64 {
                return Ok(None);
            }
            self.chunk = read_vec(self.file, at, CHUNK.min(self.len - at) as usize)?;
            self.chunk_at = at;
        }
    }
}
