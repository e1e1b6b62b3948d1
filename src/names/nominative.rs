//! A Russian name that stands in some case, as the list has it: in the nominative.

use crate::language::fold::fold;
use crate::names::common::{self, Given};
use crate::names::offices;
use crate::names::russian::{self, Cases, declined};
use crate::names::token::tokens;
use crate::names::word::capitalised;

/// The nominative of the first cases.
const N: Cases = 1;

/// Endings of families in the nominative, of men; those of women are made of them.
const OF_MEN: [&str; 9] = ["ов", "ев", "ин", "ын", "ский", "цкий", "ый", "ий", "ой"];
/// Endings of families that stay as they are, or that men and women share.
const OF_ALL: [&str; 12] = ["ко", "ых", "их", "ян", "дзе", "швили", "аго", "ук", "юк", "ич", "ец", "ль"];

/// Names of women that are also those of men in the genitive: *Ярослава* may be herself.
const ALSO_OF_WOMEN: [&str; 8] =
    ["ярослава", "руслана", "владислава", "станислава", "богдана", "юлиана", "ростислава", "мирослава"];

/// What a name in Russian letters is in the nominative, as far as that is sure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Nominative {
    /// It is no name that is known, or in no case of one.
    Unknown,
    /// It stands in the nominative, or may.
    Already,
    /// It stands in another case, and this is the name.
    Of(String),
    /// It stands in another case and may be of several names: *Яну* is of *Ян* and of *Яна*.
    Several,
}

/// What a name is in the nominative: given name, perhaps a patronymic, and family.
pub fn nominative_of(name: &str) -> Nominative {
    let written: Vec<&str> = name.split_whitespace().collect();
    let folded: Vec<String> = written.iter().map(|word| fold(word)).collect();
    let mut found = nominatives(&folded.iter().map(String::as_str).collect::<Vec<_>>());
    if found.contains(&folded) {
        return Nominative::Already;
    }
    // Петр and Пётр are one name.
    found.dedup_by(|one, other| one.iter().zip(other.iter()).all(|(one, other)| fold(one) == fold(other)));
    let [only] = found.as_slice() else {
        return if found.is_empty() { Nominative::Unknown } else { Nominative::Several };
    };
    // A patronymic tells them apart.
    if folded.len() == 2 && ALSO_OF_WOMEN.contains(&folded[0].as_str()) {
        return Nominative::Several;
    }
    let words = only.iter().zip(written).map(|(word, written)| capitalised(&with_yo_of(word, &written.to_lowercase())));
    Nominative::Of(words.collect::<Vec<_>>().join(" "))
}

/// A Russian office whose first words stand in another case than the nominative, in it; `None` where it is not known.
pub fn office_in_nominative(title: &str) -> Option<String> {
    let words = tokens(title);
    let (length, all) = offices::longest_from(&words, 0)?;
    let end = words[length - 1].range.end;
    let known = *all.iter().find(|known| known.language == offices::RUSSIAN)?;
    let is_nominative = all.iter().any(|known| known.case == 0);
    if is_nominative { None } else { Some(offices::in_case(known, 0)? + &title[end..]) }
}

/// A word with the ё that it has in another case, as far as both have the same letters.
fn with_yo_of(word: &str, written: &str) -> String {
    let mut others = written.chars();
    let mut same = true;
    let letter = |letter: char| {
        let other = others.next().unwrap_or(' ');
        let is_yo = letter == 'е' && other == 'ё';
        same &= is_yo || letter == other;
        if same { other } else { letter }
    };
    word.chars().map(letter).collect()
}

/// A name of words in small letters with е for ё, in the nominative; `None` where it is none that is surely known: a given name of the
/// tables, perhaps a patronymic, and a family that agrees with them.
pub(super) fn nominative(words: &[&str]) -> Option<Vec<String>> {
    nominatives(words).into_iter().next()
}

/// All that it may be, the nominative first: *Александра* is a woman, unless the family says otherwise.
fn nominatives(words: &[&str]) -> Vec<Vec<String>> {
    let Some((given, rest)) = words.split_first() else { return Vec::new() };
    let (patronymic, family) = match rest {
        [family] if !russian::is_patronymic(family) => (None, *family),
        [patronymic, family] if russian::is_patronymic(patronymic) => (Some(*patronymic), *family),
        _ => return Vec::new(),
    };
    let mut candidates: Vec<&Given> = common::given(given).iter().collect();
    candidates.sort_by_key(|given| given.cases & N == 0);
    let whole = |given: &Given| {
        let middle = match patronymic {
            Some(word) if russian::is_of_a_woman(word) == given.is_woman => vec![patronymic_of(word, given.is_woman)?],
            Some(_) => return None,
            None => Vec::new(),
        };
        let family = family_of(family, given)?;
        Some(std::iter::once(given.name.to_owned()).chain(middle).chain([family]).collect())
    };
    candidates.into_iter().filter_map(whole).collect()
}

fn patronymic_of(word: &str, is_woman: bool) -> Option<String> {
    let (endings, end): (&[&str], _) = if is_woman {
        (&["ною", "ной", "на", "ны", "не", "ну"], "на")
    } else {
        (&["ичем", "ича", "ичу", "иче", "ич"], "ич")
    };
    endings.iter().find_map(|ending| Some(format!("{}{end}", word.strip_suffix(ending)?)))
}

/// The nominative of a family that may be that of somebody with this given name, in one of its cases.
fn family_of(word: &str, given: &Given) -> Option<String> {
    let mut tried: Vec<String> = vec![word.to_owned()];
    let cut = |letters: usize| word.char_indices().rev().nth(letters - 1).map(|(at, _)| &word[..at]);
    // Петровым is of Петров before it is of Петровый.
    let ends: &[(usize, &[&str])] = if given.is_woman {
        &[(2, &["а", "ая"]), (1, &["а"])]
    } else {
        &[(1, &[""]), (2, &[""]), (1, &["ь", "й"]), (2, &["ь", "й", "ий", "ый", "ой"]), (3, &["ий", "ый", "ой"])]
    };
    for (letters, endings) in ends {
        tried.extend(cut(*letters).into_iter().flat_map(|stem| endings.iter().map(move |end| format!("{stem}{end}"))));
    }
    tried.into_iter().find(|family| {
        // Вяземского is of Вяземский; the few Трубецкой are known by their nominative alone.
        if family != word && ["ской", "цкой"].iter().any(|ending| family.ends_with(ending)) {
            return false;
        }
        // Иван и Мария Петровы are two.
        if family != word
            && ["овы", "евы", "ины", "ыны"].iter().any(|ending| word.ends_with(ending))
            && given.cases & N != 0
        {
            return false;
        }
        let agrees = || declined(family).iter().any(|form| form.word == word && form.cases & given.cases != 0);
        family.chars().count() > 3 && is_family(family, given.is_woman) && agrees()
    })
}

/// Whether a word in the nominative is what families of men, or of women, are like.
fn is_family(word: &str, is_woman: bool) -> bool {
    if OF_ALL.iter().any(|ending| word.ends_with(ending)) || !is_woman && common::is_russian_family(word) {
        return true;
    }
    if !is_woman {
        return OF_MEN.iter().any(|ending| word.ends_with(ending));
    }
    ["ова", "ева", "ина", "ына", "ская", "цкая"].iter().any(|ending| word.ends_with(ending))
        || word.strip_suffix("ая").is_some_and(|stem| common::is_russian_family(&format!("{stem}ый")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(name: &str) -> Option<String> {
        nominative(&name.split(' ').collect::<Vec<_>>()).map(|words| words.join(" "))
    }

    #[test]
    fn a_name_is_found_in_the_case_of_all_of_its_words() {
        for (written, name) in [
            ("иван петров", "иван петров"),
            ("ивана петрова", "иван петров"),
            ("ивану петрову", "иван петров"),
            ("иваном петровым", "иван петров"),
            ("марины кольцовой", "марина кольцова"),
            ("марину кольцову", "марина кольцова"),
            ("сергеем вяземским", "сергей вяземский"),
            ("сергея вяземского", "сергей вяземский"),
            ("александра петрова", "александра петрова"),
            ("александра вяземского", "александр вяземский"),
            ("павлом назаренко", "павел назаренко"),
            ("анной сергеевной белецкой", "анна сергеевна белецкая"),
            ("петра ильича гусева", "петр ильич гусев"),
        ] {
            assert_eq!(of(written).as_deref(), Some(name), "{written}");
        }
    }

    #[test]
    fn a_name_is_put_right_where_it_can_only_be_one() {
        let of = |name: &str| Nominative::Of(name.to_owned());
        for (written, expected) in [
            ("Ивана Петрова", of("Иван Петров")),
            ("Семёном Королёвым", of("Семён Королёв")),
            ("Анне Сергеевне Белецкой", of("Анна Сергеевна Белецкая")),
            ("Александра Вяземского", of("Александр Вяземский")),
            ("Александра Петрова", Nominative::Already),
            ("Иван Петров", Nominative::Already),
            ("Яну Коваленко", Nominative::Several),
            ("Ивара Калниньша", Nominative::Unknown),
        ] {
            assert_eq!(nominative_of(written), expected, "{written}");
        }
        assert_eq!(office_in_nominative("директору музея").as_deref(), Some("директор музея"));
        assert_eq!(office_in_nominative("главным редактором").as_deref(), Some("главный редактор"));
        assert_eq!(office_in_nominative("директор музея"), None);
    }

    #[test]
    fn what_does_not_agree_or_is_no_family_is_no_name() {
        for words in [
            "иван петрову",
            "марина петров",
            "роман толстого",
            "вера надежда",
            "роза ветров",
            "иван иванович",
            "лев",
            "мария петровы",
        ] {
            assert_eq!(of(words), None, "{words}");
        }
    }
    #[test]
    fn a_woman_is_not_made_the_man_whose_genitive_her_name_is() {
        for name in ["Ярослава Петрова", "Руслана Бойко", "Станислава Черных"]
        {
            assert_eq!(nominative_of(name), Nominative::Several, "{name}");
        }
        let told = nominative_of("Ярослава Сергеевича Петрова");
        assert_eq!(told, Nominative::Of("Ярослав Сергеевич Петров".to_owned()));
    }
}
