//! Identities that never change: every block, photo and participant keeps the id that it was made with.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// A text that should have been an id: sixteen hexadecimal digits.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("\"{0}\" is not an id of sixteen hexadecimal digits")]
pub struct InvalidId(String);

macro_rules! ids {
    ($($(#[$meta:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$meta])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(u64);

        impl $name {
            /// The id with this number. Only [`IdSource`] and tests choose numbers.
            pub const fn from_number(number: u64) -> Self {
                Self(number)
            }

            /// The number behind the id, for keys of caches and widgets.
            pub const fn number(self) -> u64 {
                self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{:016x}", self.0)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!(stringify!($name), "({:x})"), self.0)
            }
        }

        impl FromStr for $name {
            type Err = InvalidId;

            fn from_str(text: &str) -> Result<Self, InvalidId> {
                let digits = text.len() == 16 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
                let number = digits.then(|| u64::from_str_radix(text, 16).ok()).flatten();
                number.map(Self).ok_or_else(|| InvalidId(text.to_owned()))
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                String::deserialize(deserializer)?.parse().map_err(de::Error::custom)
            }
        }
    )+};
}

ids! {
    /// Identifies a report, wherever its file is copied to.
    ReportId,
    /// Identifies a block of the body.
    BlockId,
    /// Identifies a photo of the report (the picture's own bytes are named by [`crate::report::PhotoHash`]).
    PhotoId,
    /// Identifies a participant.
    ParticipantId,
}

/// Where new ids come from: a stream of 64-bit numbers (SplitMix64) from one seed.
///
/// The report itself knows no randomness: whoever opens a document seeds the source from the system, and
/// tests seed it with a constant.
#[derive(Debug, Clone)]
pub struct IdSource {
    state: u64,
}

impl IdSource {
    /// A source that will give the same ids for the same seed.
    pub const fn from_seed(seed: u64) -> Self {
        Self { state: seed }
    }

    /// A source of its own for what comes after a change: whoever made that change drew from a copy of this one.
    #[must_use]
    pub fn forked(&mut self) -> Self {
        Self::from_seed(self.next_number() ^ 0xA5A5_5A5A_C3C3_3C3C)
    }

    fn next_number(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A new id for a report.
    pub fn report(&mut self) -> ReportId {
        ReportId(self.next_number())
    }

    /// A new id for a block.
    pub fn block(&mut self) -> BlockId {
        BlockId(self.next_number())
    }

    /// A new id for a photo.
    pub fn photo(&mut self) -> PhotoId {
        PhotoId(self.next_number())
    }

    /// A new id for a participant.
    pub fn participant(&mut self) -> ParticipantId {
        ParticipantId(self.next_number())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_read_back_from_its_own_text() {
        let id = IdSource::from_seed(7).block();
        assert_eq!(id.to_string().parse(), Ok(id));
    }

    #[test]
    fn anything_but_sixteen_digits_is_refused() {
        for text in ["", "12", "+123456789abcdef", "zzzzzzzzzzzzzzzz", "00000000000000000"] {
            assert!(text.parse::<BlockId>().is_err(), "{text}");
        }
    }
}
