//! The genitive of Russian institutions, where it is surely known.
//!
//! A misspelt institution is worse than another order of words: a name is declined only where its adjectives and its first noun are known
//! for what they are; for everything else there is no genitive here.

use crate::language::genitive::Gender::{Feminine, Masculine, Neuter};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Gender {
    Masculine,
    Feminine,
    Neuter,
}

/// Nouns that take *-а* behind their last letter.
const HARD: &str = "университет институт комитет факультет совет союз фонд центр театр дом банк департамент отдел клуб парламент суд штаб завод \
    холдинг концерн колледж журнал альянс конгресс форум архив оркестр хор цирк парк заповедник телеканал канал портал аппарат \
    комбинат синод техникум секретариат трибунал консорциум порт аэропорт стадион кабинет интернат роскомнадзор комиссариат \
    вестник";

/// Other nouns, each with its genitive.
const NOUNS: &[(&str, &str, Gender)] = &[
    ("музей", "музея", Masculine),
    ("лицей", "лицея", Masculine),
    ("дворец", "дворца", Masculine),
    ("рынок", "рынка", Masculine),
    ("фестиваль", "фестиваля", Masculine),
    ("госпиталь", "госпиталя", Masculine),
    ("ансамбль", "ансамбля", Masculine),
    ("монастырь", "монастыря", Masculine),
    ("планетарий", "планетария", Masculine),
    ("санаторий", "санатория", Masculine),
    ("школа", "школы", Feminine),
    ("газета", "газеты", Feminine),
    ("палата", "палаты", Feminine),
    ("дума", "думы", Feminine),
    ("группа", "группы", Feminine),
    ("библиотека", "библиотеки", Feminine),
    ("кафедра", "кафедры", Feminine),
    ("прокуратура", "прокуратуры", Feminine),
    ("больница", "больницы", Feminine),
    ("поликлиника", "поликлиники", Feminine),
    ("клиника", "клиники", Feminine),
    ("лига", "лиги", Feminine),
    ("служба", "службы", Feminine),
    ("управа", "управы", Feminine),
    ("галерея", "галереи", Feminine),
    ("опера", "оперы", Feminine),
    ("биржа", "биржи", Feminine),
    ("фабрика", "фабрики", Feminine),
    ("ратуша", "ратуши", Feminine),
    ("община", "общины", Feminine),
    ("церковь", "церкви", Feminine),
    ("академия", "академии", Feminine),
    ("филармония", "филармонии", Feminine),
    ("компания", "компании", Feminine),
    ("студия", "студии", Feminine),
    ("партия", "партии", Feminine),
    ("коллегия", "коллегии", Feminine),
    ("гимназия", "гимназии", Feminine),
    ("мэрия", "мэрии", Feminine),
    ("епархия", "епархии", Feminine),
    ("семинария", "семинарии", Feminine),
    ("лаборатория", "лаборатории", Feminine),
    ("консерватория", "консерватории", Feminine),
    ("обсерватория", "обсерватории", Feminine),
    ("комиссия", "комиссии", Feminine),
    ("миссия", "миссии", Feminine),
    ("гильдия", "гильдии", Feminine),
    ("канцелярия", "канцелярии", Feminine),
    ("типография", "типографии", Feminine),
    ("предприятие", "предприятия", Neuter),
    ("училище", "училища", Neuter),
    ("бюро", "бюро", Neuter),
    ("радио", "радио", Neuter),
];

/// What all nouns with these endings become.
const ENDINGS: &[(&str, &str, Gender)] = &[
    ("ство", "ства", Neuter),
    ("ение", "ения", Neuter),
    ("ание", "ания", Neuter),
    ("ация", "ации", Feminine),
    ("кция", "кции", Feminine),
];

/// Adjectives in *-ний*; others of that ending are made of animals and decline in another way.
const SOFT: &str = "верхний нижний средний дальний ближний внешний внутренний вечерний утренний летний зимний новогодний древний последний \
    соседний";

/// The name of an institution in the genitive: its adjectives and first noun decline, and what depends on them is in its case already.
/// Capitals for initials and Latin letters stay as they are. `None` where it is not surely known.
pub(super) fn genitive(organisation: &str) -> Option<String> {
    let words: Vec<&str> = organisation.split_whitespace().collect();
    let mut declined: Vec<String> = Vec::with_capacity(words.len());
    let mut gender = None;
    for (place, word) in words.iter().enumerate() {
        let rest = &words[place + 1..];
        if let Some((adjective, of)) = adjective(word).filter(|_| !rest.is_empty()) {
            if gender.replace(of).is_some_and(|other| other != of) {
                return None;
            }
            declined.push(adjective);
            continue;
        }
        let is_initials = is_initials(word);
        let is_foreign = place == 0 && organisation.chars().all(|letter| letter.is_ascii() && letter != '"');
        if !is_initials && !is_foreign {
            let (noun, of) = noun(word)?;
            if gender.is_some_and(|gender| gender != of) {
                return None;
            }
            declined.push(noun);
        } else {
            declined.push((*word).to_owned());
        }
        if !is_foreign && !depends(rest) {
            return None;
        }
        declined.extend(rest.iter().map(|word| (*word).to_owned()));
        return Some(declined.join(" "));
    }
    None
}

fn is_cyrillic(word: &str) -> bool {
    word.chars().all(|letter| matches!(letter, 'а'..='я' | 'А'..='Я' | 'ё' | 'Ё' | '-'))
}

/// Whether a word is made of initials, and no word that was written in capitals.
fn is_initials(word: &str) -> bool {
    const MOST: usize = 6;
    let length = word.chars().count();
    let is_capitals = (2..=MOST).contains(&length) && word.chars().all(|letter| letter.is_uppercase());
    is_capitals
        && is_cyrillic(word)
        && noun(&word.to_lowercase()).is_none()
        && adjective(&word.to_lowercase()).is_none()
}

/// Whether the words behind the noun depend on it, as far as their look tells, so that they stay as they are.
fn depends(rest: &[&str]) -> bool {
    let mut is_quoted = false;
    for (place, word) in rest.iter().enumerate() {
        let was_quoted = is_quoted || word.starts_with(['«', '“', '"', '„']);
        is_quoted = was_quoted && !word.ends_with(['»', '”', '"']);
        if was_quoted {
            continue;
        }
        let before = place.checked_sub(1).and_then(|before| rest.get(before));
        let is_another = before == Some(&"и") && word.starts_with(char::is_uppercase);
        let is_apart = word.ends_with([',', ';', ':']) || ["-", "–", "—", "/"].contains(word);
        let is_nominative = ["ый", "ский", "цкий", "ая", "яя", "ое"].iter().any(|ending| word.ends_with(ending));
        if is_another || is_apart || is_nominative {
            return false;
        }
    }
    true
}

fn adjective(word: &str) -> Option<(String, Gender)> {
    if !is_cyrillic(word) || !is_one_adjective(word) {
        return None;
    }
    let small = word.to_lowercase();
    let last = small.rsplit('-').next().unwrap_or(&small);
    let is_hissing = |stem: &str| stem.ends_with(['ш', 'щ', 'ж', 'ч']);
    let stem_of = |ending: &str| word.strip_suffix(ending).map(|stem| (stem, stem.to_lowercase()));
    let with = |stem: &str, ending: &str, gender| Some((format!("{stem}{ending}"), gender));
    if let Some((stem, small)) = stem_of("ый").or_else(|| stem_of("ой")) {
        return if small.ends_with('ц') { None } else { with(stem, "ого", Masculine) };
    }
    if let Some((stem, small)) = stem_of("ий") {
        return match small.chars().next_back() {
            Some('к' | 'г' | 'х') => with(stem, "ого", Masculine),
            Some('ш' | 'щ') => with(stem, "его", Masculine),
            // Казачий and Божий decline in another way.
            _ if ["рабочий", "свежий"].contains(&last) || SOFT.split(' ').any(|soft| soft == last) => {
                with(stem, "его", Masculine)
            }
            _ => None,
        };
    }
    if let Some((stem, small)) = stem_of("ая") {
        let is_stressed = ["больш", "чуж"].iter().any(|known| small.ends_with(known));
        return with(stem, if is_hissing(&small) && !is_stressed { "ей" } else { "ой" }, Feminine);
    }
    if let Some((stem, small)) = stem_of("яя") {
        return if small.ends_with('н') { with(stem, "ей", Feminine) } else { None };
    }
    if let Some((stem, _)) = stem_of("ое") {
        return with(stem, "ого", Neuter);
    }
    let (stem, small) = stem_of("ее")?;
    if is_hissing(&small) || small.ends_with('н') { with(stem, "его", Neuter) } else { None }
}

/// Whether only the end of a word in several parts declines: *Научно-технический*, *Усть-Илимский*.
fn is_one_adjective(word: &str) -> bool {
    let Some((before, last)) = word.rsplit_once('-') else { return true };
    let is_of_place = ["ский", "цкий", "ская", "цкая", "ское", "цкое"].iter().any(|ending| last.ends_with(ending));
    let is_whole = |part: &str| part.ends_with('о');
    is_of_place && adjective(before).is_none() || before.split('-').all(is_whole)
}

fn noun(word: &str) -> Option<(String, Gender)> {
    /// What stands before a hyphen and never declines.
    const FIXED: [&str; 7] = ["пресс", "медиа", "бизнес", "арт", "интернет", "кино", "фото"];
    /// So long a known noun is that is known in longer ones too: *Телекомпания*.
    const LONG: usize = 5;
    let small = word.to_lowercase();
    let is_written_plainly = is_cyrillic(word) && word.chars().skip(1).all(|letter| !letter.is_uppercase());
    if !is_written_plainly || small.rsplit_once('-').is_some_and(|(before, _)| !FIXED.contains(&before)) {
        return None;
    }
    let last = small.rsplit('-').next()?;
    let is = |known: &str| last == known || known.chars().count() >= LONG && last.ends_with(known);
    if let Some((ending, of, gender)) = NOUNS.iter().find(|(known, ..)| is(known)) {
        return Some((changed(word, ending, of), *gender));
    }
    if HARD.split(' ').any(is) {
        return Some((format!("{word}а"), Masculine));
    }
    let (ending, of, gender) = ENDINGS.iter().find(|(ending, ..)| last.ends_with(ending))?;
    Some((changed(word, ending, of), *gender))
}

/// A word whose end becomes another; what both ends begin with stays as it is written.
fn changed(word: &str, end: &str, other: &str) -> String {
    let shared = end.chars().zip(other.chars()).take_while(|(one, other)| one == other).count();
    let dropped = end.chars().count() - shared;
    let kept = word.chars().count() - dropped;
    word.chars().take(kept).chain(other.chars().skip(shared)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn institutions_decline_rightly_or_not_at_all() {
        for (nominative, of) in [
            ("Приволжский университет", "Приволжского университета"),
            ("газета «Вечерний берег»", "газеты «Вечерний берег»"),
            ("Министерство культуры", "Министерства культуры"),
            ("Ассоциация издателей", "Ассоциации издателей"),
            ("Торговая палата области", "Торговой палаты области"),
            ("Союз журналистов области", "Союза журналистов области"),
            ("МГУ", "МГУ"),
            ("МГУ имени Ломоносова", "МГУ имени Ломоносова"),
            ("ЮНЕСКО", "ЮНЕСКО"),
            ("Delta News", "Delta News"),
            ("Городской совет", "Городского совета"),
            ("Большой театр", "Большого театра"),
            ("Мировой банк", "Мирового банка"),
            ("Малый театр", "Малого театра"),
            ("Высшая школа экономики", "Высшей школы экономики"),
            ("Большая опера", "Большой оперы"),
            ("Дворец культуры", "Дворца культуры"),
            ("Радио России", "Радио России"),
            ("Бюро путешествий", "Бюро путешествий"),
            ("Международный фестиваль кино", "Международного фестиваля кино"),
            ("Общественная палата", "Общественной палаты"),
            ("Государственная дума", "Государственной думы"),
            ("Совет Федерации", "Совета Федерации"),
            ("Верховный суд", "Верховного суда"),
            ("Высший арбитражный суд", "Высшего арбитражного суда"),
            ("Русское географическое общество", "Русского географического общества"),
            ("Посольство Вьетнама", "Посольства Вьетнама"),
            ("Санкт-Петербургский университет", "Санкт-Петербургского университета"),
            ("Научно-технический центр", "Научно-технического центра"),
            ("Российская академия наук", "Российской академии наук"),
            ("Русский музей", "Русского музея"),
            ("Нижегородская филармония", "Нижегородской филармонии"),
            ("Телекомпания «Волга»", "Телекомпании «Волга»"),
            ("Медиахолдинг «Волга»", "Медиахолдинга «Волга»"),
            ("Пресс-центр форума", "Пресс-центра форума"),
            ("Среднее училище искусств", "Среднего училища искусств"),
            ("Центральный рынок", "Центрального рынка"),
            ("Национальная библиотека", "Национальной библиотеки"),
            ("Русская православная церковь", "Русской православной церкви"),
            ("Военный госпиталь", "Военного госпиталя"),
            ("Первый канал", "Первого канала"),
            ("Управление по делам молодёжи", "Управления по делам молодёжи"),
            ("Избирательная комиссия области", "Избирательной комиссии области"),
            ("Объединённый институт ядерных исследований", "Объединённого института ядерных исследований"),
            ("Рабочая группа", "Рабочей группы"),
        ] {
            assert_eq!(genitive(nominative).as_deref(), Some(of));
        }
        for unknown in [
            "«Лотос»",
            "Казачий союз",
            "Третий канал",
            "Дом-музей поэта",
            "Театр-студия",
            "Новости",
            "Известия",
            "Село Ивановское",
            "Московские новости",
            "Российский Красный Крест",
            "Герой труда",
            "Минкультуры",
            "Роспечать",
            "МИНИСТЕРСТВО КУЛЬТУРЫ",
            "Институт истории и Музей города",
            "Институт истории, Москва",
            "Предприятия города",
            "Волжский «Лотос»",
            "Столовая",
            "Гостиный двор",
            "Университет педагогический",
            "Московская комитет",
            "Студия-театр",
            "",
        ] {
            assert_eq!(genitive(unknown), None, "{unknown}");
        }
    }
}
