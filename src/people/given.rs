//! Names by which people are known in running text: given names, and family names that stand first.

use std::collections::HashSet;
use std::sync::LazyLock;

use crate::language::fold::fold;
use crate::language::{family_names, given_names};
use crate::people::lexicon::{Words, capitalised};

/// Vietnamese family names in Russian letters, in the usual ways. [`crate::names`] makes all ways from [`family_names`]: it asks for more than a
/// family before it takes words for a name, and here a short word that is seldom a family would be one.
const VIETNAMESE_IN_RUSSIAN: &str = "нгуен нгуйен нгуэн чан тран ле фам хоанг хуинь хюинь фан ву во данг данг буй до хо нго зыонг зуонг ли динь чинь тринь дао доан лыонг май чыонг то та ха дам као тю лыу фунг тхай куать киеу \
    выонг лам нгием тонг тьеу чьеу ла зианг ту";

/// Vietnamese family names besides those of [`family_names`]. A list begins a name with them where more follows; in running text they are other
/// words more often.
const OTHER_FAMILIES: &str = "lang quàng vàng lường cầm tòng lù thào bàn thích ông bế hầu khổng mẫn cù lại lã phó văn viên thiều hàn trà uông ngụy \
    đồng bá lữ tiêu âu mã nhữ thi nguyên";

/// English given names by which no name is told here: they are family names and other words too, or spellings that few have.
const ENGLISH_ALSO_OTHER: &str = "jayne mick micheal mathew martyn margret katharine carole carolyn hanna allison kristopher dean davis \
    dianne dora eve garry gina grace jennie johnathan jonathon josie lawrence lee lilly lynda liza lynn neal norah rachael ray rose shaun shawn \
    tina victoria will";

/// Russian given names by which none is told here: mostly short ones. The figures of the tests of passages are those without them.
const RUSSIAN_ALSO_OTHER: &str = "алексий зина иванна иоанна ира ия лера мила оля юля";

static LATIN_SET: Words = LazyLock::new(|| {
    let english = given_names::rows(&[given_names::ENGLISH]).map(|(_, name)| name);
    let mut all: HashSet<&str> = english.chain(given_names::OTHER_LATIN.split(' ')).collect();
    all.retain(|name| !ENGLISH_ALSO_OTHER.split(' ').any(|other| other == *name));
    all
});
static RUSSIAN_SET: LazyLock<HashSet<String>> = LazyLock::new(|| {
    let russian = given_names::rows(&[given_names::RUSSIAN_MEN, given_names::RUSSIAN_WOMEN]);
    let russian = russian.map(|(_, name)| name.replace('ё', "е"));
    let mut all: HashSet<String> = russian.chain(given_names::OTHER_RUSSIAN.split(' ').map(str::to_owned)).collect();
    all.retain(|name| !RUSSIAN_ALSO_OTHER.split(' ').any(|other| other == name));
    all
});
static VIETNAMESE_IN_RUSSIAN_SET: Words = LazyLock::new(|| VIETNAMESE_IN_RUSSIAN.split_whitespace().collect());
// Su is a syllable of Vietnamese and Japanese names, which names on a list are told by.
static EASTERN_SET: Words = LazyLock::new(|| family_names::EASTERN.split(' ').chain(["su"]).collect());
static OTHER_FAMILIES_SET: LazyLock<HashSet<String>> = LazyLock::new(|| {
    [family_names::VIETNAMESE_RARE, OTHER_FAMILIES].iter().flat_map(|table| table.split(' ')).map(capitalised).collect()
});
static FAMILIES_SET: LazyLock<HashSet<String>> =
    LazyLock::new(|| families().flat_map(|name| [capitalised(name), name.to_uppercase()]).collect());
static UNMARKED_FAMILIES: LazyLock<HashSet<String>> =
    LazyLock::new(|| families().map(fold).filter(|name| !["la", "to", "tu", "mai"].contains(&name.as_str())).collect());

/// Vietnamese family names that are told from offices, with their marks.
fn families() -> impl Iterator<Item = &'static str> {
    [family_names::VIETNAMESE_SURE, family_names::VIETNAMESE].into_iter().flat_map(|table| table.split(' '))
}

/// Whether a word is a given name in Latin letters. A name of two that a hyphen joins is one where its first is.
pub(super) fn is_latin_given(word: &str) -> bool {
    let folded = fold(word);
    let first = folded.split('-').next().unwrap_or_default();
    LATIN_SET.contains(first)
}

/// Whether a word is a Russian given name in the nominative.
pub(super) fn is_russian_given(word: &str) -> bool {
    let small = word.to_lowercase().replace('ё', "е");
    let first = small.split('-').next().unwrap_or_default();
    RUSSIAN_SET.contains(first)
}

/// Whether a word is a Vietnamese family name in Russian letters.
pub(super) fn is_vietnamese_in_russian(word: &str) -> bool {
    VIETNAMESE_IN_RUSSIAN_SET.contains(word.to_lowercase().as_str())
}

/// Whether a word is a family name of Chinese or Koreans in Latin letters.
pub(super) fn is_eastern(word: &str) -> bool {
    EASTERN_SET.contains(word.to_lowercase().as_str())
}

/// Whether a word with its marks is a Vietnamese family name that nothing else begins with.
pub(super) fn is_family(word: &str) -> bool {
    FAMILIES_SET.contains(word)
}

/// Whether a word with its marks is a family name that other things begin with too.
pub(super) fn is_rare_family(word: &str) -> bool {
    OTHER_FAMILIES_SET.contains(word)
}

/// Whether a word without marks is a Vietnamese family name.
pub(super) fn is_unmarked_family(word: &str) -> bool {
    word.is_ascii() && UNMARKED_FAMILIES.contains(&word.to_lowercase())
}
