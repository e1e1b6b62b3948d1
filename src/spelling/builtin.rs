//! The dictionaries that are in the program, compressed; their licences lie beside them in `assets/dictionaries`.
//!
//! The dictionaries are older than much of the news. What newsrooms write since is in lists of our own (`news.*.dic`), in the same format and
//! with the flags of the dictionary that they are added to.

use std::io::Read as _;

use crate::spelling::DictionaryFiles;

macro_rules! packed {
    ($name:literal, $news:literal) => {
        (
            $name,
            include_bytes!(concat!("../../assets/dictionaries/", $name, ".aff.gz")),
            include_bytes!(concat!("../../assets/dictionaries/", $name, ".dic.gz")),
            include_str!(concat!("../../assets/dictionaries/", $news)),
        )
    };
}

/// Name, rules and words, compressed by gzip, and the words that are added.
type Packed = (&'static str, &'static [u8], &'static [u8], &'static str);

const PACKED: [Packed; 3] =
    [packed!("en_US", "news.en.dic"), packed!("en_GB", "news.en.dic"), packed!("ru_RU", "news.ru_RU.dic")];

/// The dictionary of this name (`en_GB`), if it is in the program.
pub fn builtin(name: &str) -> Option<DictionaryFiles> {
    let (_, aff, dic, news) = PACKED.iter().find(|(packed, ..)| *packed == name)?;
    let mut words = unpacked(dic)?;
    words.push(b'\n');
    words.extend_from_slice(news.as_bytes());
    Some(DictionaryFiles { aff: unpacked(aff)?, dic: words })
}

/// The names of the dictionaries in the program.
pub fn builtin_names() -> impl Iterator<Item = &'static str> {
    PACKED.iter().map(|(name, ..)| *name)
}

fn unpacked(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut unpacked = Vec::new();
    flate2::read::GzDecoder::new(bytes).read_to_end(&mut unpacked).ok()?;
    Some(unpacked)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spelling::Dictionary;

    #[test]
    fn every_dictionary_in_the_program_can_be_used() {
        for (name, right, wrong) in
            [("en_US", "colors", "colours"), ("en_GB", "colours", "colors"), ("ru_RU", "репортажами", "репортажоми")]
        {
            let dictionary = Dictionary::new(&builtin(name).unwrap()).unwrap();
            assert!(dictionary.knows(right) && !dictionary.knows(wrong), "{name}");
        }
        assert_eq!(builtin_names().count(), 3);
    }

    #[test]
    fn words_of_the_news_are_known_in_their_forms() {
        let russian = Dictionary::new(&builtin("ru_RU").unwrap()).unwrap();
        let words = "чатам фейков нейросетью цифровизации подкастов стартапах импортозамещением инфографику санкционного кадрируют \
            модерировал логистических беспилотниками Росатома информагентств";
        for word in words.split_ascii_whitespace() {
            assert!(russian.knows(word), "{word}");
        }
        let british = Dictionary::new(&builtin("en_GB").unwrap()).unwrap();
        assert!(["livestreams", "cybersecurity", "Kostroma"].iter().all(|word| british.knows(word)));
    }
}
