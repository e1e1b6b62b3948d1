//! What a new generation consists of, packed and checked before anything is written.

use std::{
    borrow::Cow,
    collections::{BTreeMap, BTreeSet},
};

use crate::file::{
    container::{Checkpoint, State},
    directory::Directory,
    error::Problem,
    history::{self, Version},
    limits::MAX_MEMBERS,
    member::Packed,
    name::{Generation, Hash, MemberName},
    zip::{Day, Entry},
};

/// A generation that is not in the file yet.
pub(super) struct Draft<'a> {
    pub generation: Generation,
    pub report: Packed<'a>,
    /// Members to be written.
    pub added: BTreeMap<MemberName, Added<'a>>,
    /// Members of the file that stay.
    pub kept: Directory,
    /// Members that were to stay but are not in the file.
    pub missing: Vec<MemberName>,
}

/// A member to be written.
pub(super) struct Added<'a> {
    pub packed: Packed<'a>,
    pub day: Day,
}

impl<'a> Draft<'a> {
    /// `is_there` tells which members need not be written again.
    ///
    /// # Errors
    /// [`Problem::MemberTooLarge`], [`Problem::NotForCallers`], [`Problem::WrongHash`].
    pub fn new(
        state: &State<'a>,
        generation: Generation,
        is_there: impl Fn(MemberName) -> bool,
    ) -> Result<Self, Problem> {
        let report = Packed::new(MemberName::Report, Cow::Owned((state.report)(generation)))?;
        let mut added = BTreeMap::new();
        for member in state.add {
            let name = member.name;
            if !name.is_for_callers() {
                return Err(Problem::NotForCallers(name));
            }
            if matches!(name, MemberName::Photo { hash, .. } if Hash::of(member.bytes) != hash) {
                return Err(Problem::WrongHash(name));
            }
            if !added.contains_key(&name) && !is_there(name) {
                let packed = Packed::new(name, Cow::Borrowed(member.bytes))?;
                added.insert(name, Added { packed, day: Day::NONE });
            }
        }
        if let Some(Checkpoint::This(day)) = state.checkpoint {
            added.insert(MemberName::History(generation), Added { packed: report.clone(), day });
        }
        Ok(Self { generation, report, added, kept: Directory::default(), missing: Vec::new() })
    }

    /// Chooses from the members of a file those that stay: the wanted ones that are not written anew, and the history by
    /// its rule.
    ///
    /// # Errors
    /// [`Problem::TooManyMembers`].
    pub fn keep(&mut self, living: &Directory, wanted: &BTreeSet<MemberName>) -> Result<(), Problem> {
        let new_versions = self.added.iter().filter_map(|(name, added)| match name {
            MemberName::History(generation) => Some(Version { generation: *generation, day: added.day }),
            _ => None,
        });
        let versions = history::kept(living.history().chain(new_versions).filter(|version| version.day != Day::NONE));
        let stays = |name: &MemberName, entry: &Entry| match name {
            MemberName::Mimetype => true,
            MemberName::Report => false,
            MemberName::History(generation) => entry.day == Day::NONE || versions.contains(generation),
            _ => wanted.contains(name),
        };
        let members =
            living.members.iter().filter(|(name, entry)| stays(name, entry) && !self.added.contains_key(name));
        self.kept = Directory { members: members.map(|(name, entry)| (*name, *entry)).collect() };
        let is_missing = |name: &&MemberName| {
            name.is_for_callers() && !self.kept.members.contains_key(name) && !self.added.contains_key(name)
        };
        self.missing = wanted.iter().filter(is_missing).copied().collect();
        // report.json and, in a file written anew, two more.
        let too_many = self.kept.members.len() + self.added.len() + 3 > MAX_MEMBERS;
        if too_many { Err(Problem::TooManyMembers) } else { Ok(()) }
    }
}
