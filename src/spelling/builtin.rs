//! The dictionaries that are in the program, compressed; their licences lie beside them in `assets/dictionaries`.

use std::io::Read as _;

use crate::spelling::DictionaryFiles;

macro_rules! packed {
    ($name:literal) => {
        (
            $name,
            include_bytes!(concat!("../../assets/dictionaries/", $name, ".aff.gz")),
            include_bytes!(concat!("../../assets/dictionaries/", $name, ".dic.gz")),
        )
    };
}

/// Name, rules and words, compressed by gzip.
type Packed = (&'static str, &'static [u8], &'static [u8]);

const PACKED: [Packed; 3] = [packed!("en_US"), packed!("en_GB"), packed!("ru_RU")];

/// The dictionary of this name (`en_GB`), if it is in the program.
pub fn builtin(name: &str) -> Option<DictionaryFiles> {
    let (_, aff, dic) = PACKED.iter().find(|(packed, _, _)| *packed == name)?;
    Some(DictionaryFiles { aff: unpacked(aff)?, dic: unpacked(dic)? })
}

/// The names of the dictionaries in the program.
pub fn builtin_names() -> impl Iterator<Item = &'static str> {
    PACKED.iter().map(|(name, _, _)| *name)
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
}
