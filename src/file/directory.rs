//! The directory of one generation: which members it has and where.

use std::collections::BTreeMap;

use crate::file::{
    error::Notice,
    history::Version,
    name::{Generation, MemberName},
    zip::{Entry, central_record, end_record, take_central},
};

/// The members of a generation. All names and places in it have been checked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Directory {
    pub members: BTreeMap<MemberName, Entry>,
}

impl Directory {
    /// The directory and everything after it, as it stands at `offset`.
    pub fn encode(&self, offset: u64, generation: Generation) -> Vec<u8> {
        let mut bytes: Vec<u8> =
            self.in_file_order().into_iter().flat_map(|(name, entry)| central_record(name, &entry)).collect();
        // Not more than MAX_MEMBERS: the callers see to it.
        bytes.extend(end_record(&bytes, offset, self.members.len() as u16, generation));
        bytes
    }

    /// Reads a directory of `count` records that begins at `offset`. `None` when the bytes are anything else.
    /// A member is left out, with a notice, when its name is none of ours, when its record is not spelled as we spell
    /// it, when it is larger than allowed, or when it does not have its bytes to itself in front of the directory.
    pub fn decode(mut bytes: &[u8], offset: u64, count: u16) -> Option<(Self, Vec<Notice>)> {
        let mut directory = Self::default();
        let mut notices = Vec::new();
        for _ in 0..count {
            let record = take_central(&mut bytes)?;
            let text = String::from_utf8_lossy(record.name);
            let Ok(name) = text.parse() else {
                notices.push(Notice::UnknownMember(text.chars().take(100).collect()));
                continue;
            };
            let is_possible = record.bytes == central_record(name, &record.entry)
                && is_allowed(name, &record.entry)
                && record.entry.end(name) <= offset
                && !directory.members.contains_key(&name);
            if is_possible {
                directory.members.insert(name, record.entry);
            } else {
                notices.push(Notice::ImpossibleMember(name));
            }
        }
        let mut free_from = 0;
        for (name, entry) in directory.in_file_order() {
            if entry.offset < free_from {
                directory.members.remove(&name);
                notices.push(Notice::ImpossibleMember(name));
            } else {
                free_from = entry.end(name);
            }
        }
        bytes.is_empty().then_some((directory, notices))
    }

    /// The members as they lie in the file.
    pub fn in_file_order(&self) -> Vec<(MemberName, Entry)> {
        let mut members: Vec<_> = self.members.iter().map(|(name, entry)| (*name, *entry)).collect();
        members.sort_by_key(|(_, entry)| entry.offset);
        members
    }

    /// The checkpoints, oldest first.
    pub fn history(&self) -> impl Iterator<Item = Version> {
        self.members.iter().filter_map(|(name, entry)| match name {
            MemberName::History(generation) => Some(Version { generation: *generation, day: entry.day }),
            _ => None,
        })
    }

    /// How many bytes the members take in the file.
    pub fn span(&self) -> u64 {
        self.members.iter().map(|(name, entry)| entry.span(*name)).sum()
    }

    /// Where the last member other than `report.json` ends: everything from there to `report.json` is free.
    pub fn floor(&self) -> u64 {
        let others = self.members.iter().filter(|(name, _)| **name != MemberName::Report);
        others.map(|(name, entry)| entry.end(*name)).max().unwrap_or(0)
    }
}

/// Whether a member may have this method and these lengths.
pub(super) fn is_allowed(name: MemberName, entry: &Entry) -> bool {
    entry.deflated == name.is_deflated()
        && entry.size <= name.max_size()
        && (entry.deflated || entry.packed == entry.size)
        && entry.packed <= entry.size.saturating_add(entry.size / 100).saturating_add(1024)
}
