//! Russian names in their cases.
//!
//! The endings are generous: where men and women, given and family names decline in different ways and the word does not tell, both are
//! taken. What is not declined at all is right in every case.

/// A set of cases, a bit each: nominative, genitive, dative, accusative, instrumental, prepositional.
pub(super) type Cases = u8;

/// Every case.
pub(super) const ALL: Cases = 63;
const N: Cases = 1;
const G: Cases = 2;
const D: Cases = 4;
const A: Cases = 8;
const I: Cases = 16;
const P: Cases = 32;

/// A word in one of its cases, in small letters, with its ё.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Form {
    pub word: String,
    pub cases: Cases,
}

/// Whether a word, in any case, is a patronymic.
pub(super) fn is_patronymic(word: &str) -> bool {
    const MEN: [&str; 6] = ["ич", "ича", "ичу", "ичем", "иче", "ичами"];
    let long = word.chars().count() >= 6;
    let of_men = MEN
        .iter()
        .any(|ending| word.strip_suffix(ending).is_some_and(|stem| stem.ends_with(['в', 'ь', 'м', 'к', 'н'])));
    long && (of_men || is_of_a_woman(word))
}

/// Whether a patronymic, in any case, is that of a woman.
pub(super) fn is_of_a_woman(patronymic: &str) -> bool {
    let stem = ["на", "ны", "не", "ну", "ной", "ною"].iter().find_map(|ending| patronymic.strip_suffix(ending));
    stem.is_some_and(|stem| ["ов", "ев", "ич"].iter().any(|middle| stem.ends_with(middle)))
}

/// A name in all its cases; parts that a hyphen joins decline each for itself. The nominative comes first.
pub(super) fn declined(name: &str) -> Vec<Form> {
    let mut parts = name.split('-').map(declined_part);
    let mut all = parts.next().unwrap_or_default();
    for part in parts {
        // A foreign name that a woman has joined to hers stays as it is.
        let both = |before: &Form, form: &Form| if form.cases == N { before.cases } else { before.cases & form.cases };
        let joined = all.iter().flat_map(|before| {
            part.iter()
                .filter(|form| both(before, form) != 0)
                .map(|form| Form { word: format!("{}-{}", before.word, form.word), cases: both(before, form) })
        });
        all = joined.collect();
    }
    all
}

fn declined_part(name: &str) -> Vec<Form> {
    let mut forms = vec![Form { word: name.to_owned(), cases: N }];
    let mut add = |stem: &str, endings: &[(&str, Cases)]| {
        forms.extend(endings.iter().map(|(ending, cases)| Form { word: format!("{stem}{ending}"), cases: *cases }));
    };
    let stem = |letters: usize| name.char_indices().rev().nth(letters - 1).map_or("", |(at, _)| &name[..at]);
    let mut last = name.chars().rev();
    let (end, before) = (last.next().unwrap_or(' '), last.next().unwrap_or(' '));
    let hard_i = if matches!(before, 'г' | 'к' | 'х' | 'ж' | 'ш' | 'ч' | 'щ') { "и" } else { "ы" };
    match end {
        // The families of women; Ева is a name.
        'а' if ["ова", "ева", "ёва"].iter().any(|ending| name.ends_with(ending)) && name.chars().count() > 4 =>
        {
            add(stem(1), &[("ой", G | D | I | P), ("ою", I), ("у", A)]);
            add(stem(1), PLURAL);
        }
        'а' => {
            add(stem(1), &[(hard_i, G), ("е", D | P), ("у", A), ("ой", G | D | I | P), ("ою", I), ("ей", I)]);
            if ["ина", "ына"].iter().any(|ending| name.ends_with(ending)) {
                add(stem(1), PLURAL);
            }
        }
        'я' if before == 'а' => add(stem(2), &[("ой", G | D | I | P), ("ей", G | D | I | P), ("ую", A), ("юю", A)]),
        'я' => {
            let to = if before == 'и' { "и" } else { "е" };
            add(stem(1), &[("и", G), (to, D | P), ("ю", A), ("ей", I), ("ею", I), ("ёй", I)]);
        }
        'й' if matches!(before, 'и' | 'ы' | 'о') => {
            add(
                stem(2),
                &[("ого", G | A), ("его", G | A), ("ому", D), ("ему", D), ("им", I), ("ым", I), ("ом", P), ("ем", P)],
            );
            add(stem(2), &[("их", ALL), ("ых", ALL), ("ие", N), ("ые", N), ("ими", I), ("ыми", I)]);
            // Дмитрий, Юрий; Цой, Толстой declines as above.
            add(stem(1), &[("я", G | A), ("ю", D), ("ем", I), ("и", P), ("е", P)]);
        }
        'й' => add(stem(1), &[("я", G | A), ("ю", D), ("ем", I), ("е", P)]),
        'ь' => {
            add(stem(1), &[("я", G | A), ("ю", D), ("ем", I), ("ём", I), ("е", P)]);
            add(stem(1), &[("и", G | D | P), ("ью", I)]);
        }
        'о' | 'е' | 'ё' | 'и' | 'у' | 'ы' | 'э' | 'ю' => {}
        _ => {
            add(name, &[("а", G | A), ("у", D), ("ом", I), ("ем", I), ("е", P)]);
            if ["ов", "ев", "ёв", "ин", "ын"].iter().any(|ending| name.ends_with(ending)) {
                add(name, &[("ым", I)]);
                add(name, PLURAL);
            }
            if let Some(short) = without_fleeting_vowel(name) {
                add(&short, &[("а", G | A), ("у", D), ("ом", I), ("ем", I), ("е", P)]);
            }
        }
    }
    // What does not decline is right in every case: -ко, -ых, foreign names of women and those in vowels.
    let stays = matches!(end, 'о' | 'е' | 'ё' | 'и' | 'у' | 'ы' | 'э' | 'ю' | 'х');
    if let Some(first) = forms.first_mut().filter(|_| stays) {
        first.cases = ALL;
    }
    forms
}

/// Of a family: the Petrovs.
const PLURAL: &[(&str, Cases)] = &[("ы", N), ("ых", G | A | P), ("ым", D), ("ыми", I)];

/// Павел, Павла; Лев, Льва; Кравец, Кравца; Пётр keeps its ё in writing that has none.
fn without_fleeting_vowel(name: &str) -> Option<String> {
    let known = [("павел", "павл"), ("лев", "льв"), ("пётр", "петр")];
    if let Some((_, stem)) = known.iter().find(|(whole, _)| *whole == name) {
        return Some((*stem).to_owned());
    }
    let fleeting = ["ец", "ек", "ёк", "ок"].iter().find(|ending| name.ends_with(**ending))?;
    let stem = name.strip_suffix(fleeting)?;
    let last = fleeting.chars().last()?;
    (stem.chars().count() >= 2).then(|| format!("{stem}{last}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn has(name: &str, cases: &str) {
        let forms = declined(name);
        for form in cases.split(' ') {
            assert!(forms.iter().any(|known| known.word == form), "{form} of {name}");
        }
    }

    #[test]
    fn names_decline() {
        has("петров", "петров петрова петрову петровым петрове петровы петровых петровыми");
        has("кольцова", "кольцовой кольцову кольцовых");
        has("вяземский", "вяземского вяземскому вяземским вяземском вяземских");
        has("белая", "белой белую");
        has("сергей", "сергея сергею сергеем сергее");
        has("дмитрий", "дмитрия дмитрию дмитрием дмитрии");
        has("мария", "марии марию марией");
        has("ольга", "ольги ольге ольгу ольгой");
        has("игорь", "игоря игорю игорем");
        has("любовь", "любови любовью");
        has("павел", "павла павлу павлом");
        has("кравец", "кравца кравцу кравцом");
        has("ткач", "ткача ткачом ткачу");
        has("кольцова-рид", "кольцовой-рид кольцову-рид");
        assert_eq!(declined("назаренко"), [Form { word: "назаренко".into(), cases: ALL }]);
        assert_eq!(declined("черных")[0].cases, ALL);
    }

    #[test]
    fn patronymics_are_known_in_all_cases() {
        for word in ["сергеевич", "сергеевича", "ильичем", "аркадьевна", "аркадьевной", "никитичну"]
        {
            assert!(is_patronymic(word), "{word}");
        }
        for word in ["петрович-не", "главна", "нужна", "кирпича"] {
            assert!(!is_patronymic(word), "{word}");
        }
        assert!(is_of_a_woman("аркадьевне") && !is_of_a_woman("аркадьевичу"));
    }
}
