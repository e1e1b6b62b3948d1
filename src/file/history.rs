//! Which checkpoints a file keeps.

use std::collections::BTreeSet;

use crate::file::{name::Generation, zip::Day};

/// How many of the latest checkpoints stay.
pub const LATEST_KEPT: usize = 20;
/// For how many days the last checkpoint of the day stays.
pub const DAYS_KEPT: usize = 30;

/// An earlier state that the file can give back: the member `history/<generation>.json`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Version {
    /// Of the state.
    pub generation: Generation,
    /// The day on which it was kept.
    pub day: Day,
}

/// Which of `versions` stay: the last twenty, and of the last thirty days on which there is one, the last of the day.
pub(super) fn kept(versions: impl IntoIterator<Item = Version>) -> BTreeSet<Generation> {
    let mut versions: Vec<_> = versions.into_iter().collect();
    versions.sort_by_key(|version| std::cmp::Reverse(version.generation));
    let mut days = BTreeSet::new();
    let stays = |(age, version): (usize, Version)| {
        let is_last_of_day = days.len() < DAYS_KEPT && days.insert(version.day);
        (age < LATEST_KEPT || is_last_of_day).then_some(version.generation)
    };
    versions.into_iter().enumerate().filter_map(stays).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn version(generation: u64, day: u8) -> Version {
        Version { generation: Generation::new(generation).unwrap(), day: Day::new(2026, 1 + day / 28, 1 + day % 28) }
    }

    #[test]
    fn keeps_the_latest_and_one_a_day() {
        // Three a day for forty days.
        let all = (0..120).map(|number| version(number, (number / 3) as u8));
        let kept: Vec<u64> = kept(all).into_iter().map(Generation::get).collect();
        let latest = 100..120;
        // The last twenty reach back into day 33; thirty days reach back to day 10.
        let daily = (10..33).map(|day| day * 3 + 2);
        assert_eq!(kept, daily.chain(latest).collect::<Vec<_>>());
    }

    #[test]
    fn a_short_history_is_kept_whole() {
        assert_eq!(kept((0..20).map(|number| version(number, 0))).len(), 20);
    }
}
