//! What differs between languages, one concept a file: every table has a row for English, Russian and Vietnamese.
//!
//! | module | says |
//! |---|---|
//! | [`quotes`] | which quotation marks a language uses |
//! | [`typography`] | repairs of spaces, dashes, quotes and dots that leave every word as it is |
//! | [`date`] | days and moments as they are written in running text |
//! | [`phrases`] | the words that the page itself says: "By", "Photo:", "Participants" |
//! | [`naming`] | how somebody is introduced, and how named later |
//! | [`name_line`] | "From left: A, B and C", of who is in a picture |
//! | `genitive` | the genitive of Russian institutions, where it is surely known |
//! | [`given_names`], [`family_names`] | names that many have |
//! | [`address`] | forms of address |
//! | [`namesakes`] | what has the name of a person and is none |
//! | [`fold`] | search that finds Nguyễn by "nguyen" |
//! | [`vietnamese`] | typing Vietnamese on any keyboard |
//! | [`words`] | counting words, and minutes of reading |
//! | [`length`] | how long a report is, part by part |
//!
//! Functions take a language as a BCP 47 tag, because that is what a report holds. Phrases and dates of a language without
//! a row are English; its typography is left alone where languages differ.

pub mod address;
pub mod date;
pub mod family_names;
pub mod fold;
mod genitive;
pub mod given_names;
pub mod length;
pub mod name_line;
pub mod namesakes;
pub mod naming;
pub mod phrases;
pub mod quotes;
pub mod typography;
pub mod vietnamese;
pub mod words;

/// The languages that have tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    /// English in all its regions.
    English,
    /// Russian.
    Russian,
    /// Vietnamese.
    Vietnamese,
    /// Any other.
    Other,
}

impl Language {
    /// The language of a BCP 47 tag, whatever its region and script: `ru`, `ru-RU`, `en_GB`.
    pub fn of(tag: &str) -> Self {
        let primary = tag.split(['-', '_']).next().unwrap_or_default();
        match primary.to_ascii_lowercase().as_str() {
            "en" => Self::English,
            "ru" => Self::Russian,
            "vi" => Self::Vietnamese,
            _ => Self::Other,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_is_read_by_its_first_part() {
        assert_eq!(Language::of("ru"), Language::Russian);
        assert_eq!(Language::of("vi-VN"), Language::Vietnamese);
        assert_eq!(Language::of("EN_gb"), Language::English);
        assert_eq!(Language::of("rue"), Language::Other);
        assert_eq!(Language::of(""), Language::Other);
    }
}
