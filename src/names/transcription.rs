//! Vietnamese names in Russian letters, by the practical transcription and by what newspapers do besides: Trịnh is Чинь and Тринь.

use std::collections::HashSet;
use std::sync::LazyLock;

use crate::language::vietnamese::RIMES;

/// What a syllable begins with, the longest first, and how that is written in Russian.
const ONSETS: [(&str, &[&str]); 27] = [
    ("ngh", &["нг"]),
    ("ng", &["нг"]),
    ("nh", &["нь", "н"]),
    ("ch", &["ть", "т", "ч"]),
    ("tr", &["тр", "ч"]),
    ("th", &["т", "тх"]),
    ("ph", &["ф"]),
    ("kh", &["кх", "х"]),
    ("gh", &["г"]),
    ("gi", &["з", "ж"]),
    ("qu", &["ку", "кв", "к"]),
    ("b", &["б"]),
    ("c", &["к"]),
    ("d", &["з", "д", "ю"]),
    ("đ", &["д"]),
    ("g", &["г"]),
    ("h", &["х"]),
    ("k", &["к"]),
    ("l", &["л"]),
    ("m", &["м"]),
    ("n", &["н"]),
    ("p", &["п"]),
    ("r", &["р", "з"]),
    ("s", &["ш", "с"]),
    ("t", &["т"]),
    ("v", &["в"]),
    ("x", &["с"]),
];

/// Vowels, the longest first.
const VOWELS: [(&str, &[&str]); 42] = [
    ("oai", &["оай"]),
    ("oay", &["оай"]),
    ("uây", &["уэй", "уай"]),
    ("uôi", &["уой"]),
    ("ươi", &["ыой"]),
    ("ươu", &["ыоу"]),
    ("iêu", &["иеу", "ьеу"]),
    ("yêu", &["йеу", "иеу"]),
    ("uyê", &["уе", "юе", "уйе", "ие", "е"]),
    ("iê", &["ие", "ье", "е"]),
    ("yê", &["йе", "ие", "е"]),
    ("uô", &["уо"]),
    ("ươ", &["ыо"]),
    ("uyu", &["юу"]),
    ("uy", &["уи", "уй", "юи", "юй", "и"]),
    ("uâ", &["уа"]),
    ("uê", &["уэ", "уе"]),
    ("uơ", &["уо"]),
    ("oa", &["оа", "уа"]),
    ("oă", &["оа"]),
    ("oe", &["оэ", "уэ"]),
    ("oo", &["о"]),
    ("ai", &["ай"]),
    ("ay", &["ай"]),
    ("ây", &["ай", "эй"]),
    ("oi", &["ой"]),
    ("ôi", &["ой"]),
    ("ơi", &["ой"]),
    ("ui", &["уй"]),
    ("ưi", &["ый"]),
    ("ao", &["ао"]),
    ("au", &["ау"]),
    ("âu", &["ау"]),
    ("eo", &["ео", "эо"]),
    ("êu", &["еу", "эу"]),
    ("iu", &["иу", "ью"]),
    ("ưu", &["ыу"]),
    ("ia", &["иа", "ья"]),
    ("ua", &["уа"]),
    ("ưa", &["ыа"]),
    ("ya", &["йа", "я"]),
    ("uu", &["у"]),
];

/// Single vowels.
const LETTERS: [(&str, &[&str]); 12] = [
    ("a", &["а"]),
    ("ă", &["а"]),
    ("â", &["а", "э"]),
    ("e", &["е", "э"]),
    ("ê", &["е", "э"]),
    ("i", &["и"]),
    ("o", &["о"]),
    ("ô", &["о"]),
    ("ơ", &["о"]),
    ("u", &["у"]),
    ("ư", &["ы", "у"]),
    ("y", &["и"]),
];

/// Consonants at the end.
const ENDS: [(&str, &[&str]); 9] = [
    ("", &[""]),
    ("c", &["к"]),
    ("ch", &["ть", "т", "ч"]),
    ("k", &["к"]),
    ("m", &["м"]),
    ("n", &["н"]),
    ("ng", &["нг"]),
    ("nh", &["нь"]),
    ("p", &["п"]),
];

/// What a family name is written as where newspapers have their own way.
const USUAL: [(&str, &[&str]); 9] = [
    ("nguyên", &["нгуен", "нгуйен", "нгуэн"]),
    ("huynh", &["хюинь", "хюинг", "хуинь"]),
    ("vo", &["во"]),
    ("vu", &["ву"]),
    ("trân", &["чан", "тран"]),
    ("an", &["ан", "ань"]),
    ("anh", &["ань", "ан", "анх"]),
    ("linh", &["линь"]),
    ("quôc", &["куок", "квок"]),
];

/// The Russian spellings of a Vietnamese syllable that is written in small letters with its marks and without its tone; none where it is no syllable.
pub(super) fn transcriptions(syllable: &str) -> Vec<String> {
    let usual = USUAL.iter().find(|(known, _)| *known == syllable).map(|(_, ways)| *ways).unwrap_or_default();
    let mut all: Vec<String> = usual.iter().map(|way| (*way).to_owned()).collect();
    let (onsets, rime) = ONSETS
        .iter()
        .find_map(|(onset, ways)| {
            let rest = syllable.strip_prefix(onset)?;
            let is_whole = rest.starts_with(is_vowel);
            is_whole.then_some((*ways, rest))
        })
        .unwrap_or((&[""], syllable));
    let Some((vowels, end)) =
        VOWELS.iter().chain(&LETTERS).find_map(|(vowel, ways)| rime.strip_prefix(vowel).map(|rest| (*ways, rest)))
    else {
        return all;
    };
    let ends = if end == "t" {
        Some(&["т"][..])
    } else {
        ENDS.iter().find(|(known, _)| *known == end).map(|(_, ways)| *ways)
    };
    for end in ends.unwrap_or_default() {
        for onset in onsets {
            all.extend(vowels.iter().map(|vowel| joined(onset, vowel, end)));
        }
    }
    all
}

/// A soft onset takes its sign into the vowel: нь and а are ня; ю of d and у are one.
fn joined(onset: &str, vowel: &str, end: &str) -> String {
    let soft = onset.strip_suffix('ь').and_then(|hard| {
        let pairs = [('а', "я"), ('о', "ё"), ('у', "ю"), ('э', "е"), ('и', "и"), ('е', "е"), ('ы', "ы")];
        let first = vowel.chars().next()?;
        let (_, twin) = pairs.iter().find(|(plain, _)| *plain == first)?;
        Some(format!("{hard}{twin}{}{end}", &vowel[first.len_utf8()..]))
    });
    soft.unwrap_or_else(|| format!("{onset}{vowel}{end}")).replace("уу", "у").replace("юу", "ю").replace('ё', "е")
}

fn is_vowel(letter: char) -> bool {
    "aăâeêioôơuưy".contains(letter)
}

/// Whether a Russian word, in small letters with е for ё, could be a Vietnamese syllable.
pub(super) fn is_transcription(word: &str) -> bool {
    static ALL: LazyLock<HashSet<String>> = LazyLock::new(|| {
        let onsets = ONSETS.iter().map(|(onset, _)| *onset).chain([""]);
        onsets
            .flat_map(|onset| RIMES.split_whitespace().flat_map(move |rime| transcriptions(&format!("{onset}{rime}"))))
            .collect()
    });
    ALL.contains(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn syllables_are_written_as_newspapers_do() {
        for (syllable, russian) in [
            ("trinh", "тринь"),
            ("trinh", "чинь"),
            ("văn", "ван"),
            ("an", "ан"),
            ("nguyên", "нгуен"),
            ("pham", "фам"),
            ("thi", "тхи"),
            ("thi", "тхи"),
            ("lan", "лан"),
            ("hưng", "хынг"),
            ("hung", "хунг"),
            ("quang", "куанг"),
            ("quôc", "куок"),
            ("đưc", "дык"),
            ("minh", "минь"),
            ("ngoc", "нгок"),
            ("nhung", "нюнг"),
            ("dung", "зунг"),
            ("xuân", "суан"),
            ("trương", "чыонг"),
            ("thuy", "тхуи"),
            ("khanh", "кхань"),
            ("huy", "хуи"),
        ] {
            assert!(
                transcriptions(syllable).iter().any(|way| way == russian),
                "{syllable}: {:?}",
                transcriptions(syllable)
            );
        }
        assert!(is_transcription("тхи") && !is_transcription("вна"));
    }
}
