//! How somebody is introduced in running text, and how named later, in the house order of a language.

use crate::language::Language;
use crate::report::Participant;

/// A way to write a participant into a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Naming {
    /// Plain words before the name, with their space.
    pub before: String,
    /// The name, which is a live reference: one of [`Participant::forms`].
    pub name: String,
    /// Plain words behind it.
    pub after: String,
}

impl Naming {
    fn of(name: &str) -> Self {
        Self { before: String::new(), name: name.to_owned(), after: String::new() }
    }

    /// All of it.
    pub fn text(&self) -> String {
        format!("{}{}{}", self.before, self.name, self.after)
    }
}

/// The ways to write a participant, each once: as the first mention is written, with the form of address, the name alone, the short name.
pub fn namings(participant: &Participant, language: &str) -> Vec<Naming> {
    let forms = participant.forms();
    let mut all = vec![introduction(participant, language)];
    all.extend([2, 0, 1].into_iter().filter_map(|form| forms.get(form)).map(|form| Naming::of(form)));
    let mut once: Vec<Naming> = Vec::new();
    for naming in all {
        if !once.contains(&naming) {
            once.push(naming);
        }
    }
    once
}

/// Which of [`namings`] is usual: the first one for the first mention, the short name later.
pub fn usual(namings: &[Naming], is_first: bool) -> usize {
    if is_first { 0 } else { namings.len().saturating_sub(1) }
}

/// Vietnamese: address, name, title organisation. English: address, name, title of organisation. Russian: title organisation's name.
fn introduction(participant: &Participant, language: &str) -> Naming {
    let forms = participant.forms();
    let name = forms.get(2).or(forms.first()).cloned().unwrap_or_default();
    let mut naming = Naming::of(&name);
    if participant.is_organisation() {
        return naming;
    }
    let (title, organisation) = (participant.title.trim(), participant.organisation.trim());
    match Language::of(language) {
        Language::Russian => {
            let title = &in_small(title);
            let of = if title.is_empty() { organisation.to_owned() } else { genitive(organisation) };
            let words: Vec<_> = [title.as_str(), of.as_str()].into_iter().filter(|part| !part.is_empty()).collect();
            if !words.is_empty() {
                // Without an office the organisation would be taken for a part of the name.
                let (before, after) = if title.is_empty() {
                    (String::new(), format!(" ({})", words.join(" ")))
                } else {
                    (format!("{} ", words.join(" ")), String::new())
                };
                (naming.before, naming.after) = (before, after);
            }
        }
        Language::Vietnamese => naming.after = behind(&[title, organisation].map(str::to_owned), " "),
        Language::English | Language::Other => {
            let takes_article = !organisation.starts_with("the ") && !organisation.starts_with("The ");
            let article = if takes_article && is_common_body(organisation) { "the " } else { "" };
            let of = match (title.is_empty(), organisation.is_empty()) {
                (false, false) => format!("of {article}{organisation}"),
                _ => organisation.to_owned(),
            };
            naming.after = behind(&[in_small(title), of], " ");
        }
    }
    naming
}

/// A title as it stands inside a sentence: *editor-in-chief*, but *CEO*.
fn in_small(title: &str) -> String {
    let mut letters = title.chars();
    let first = letters.next();
    let rest = letters.as_str();
    match first {
        Some(first) if !rest.starts_with(char::is_uppercase) => first.to_lowercase().chain(rest.chars()).collect(),
        _ => title.to_owned(),
    }
}

fn behind(parts: &[String], between: &str) -> String {
    let parts: Vec<_> = parts.iter().filter(|part| !part.is_empty()).map(String::as_str).collect();
    if parts.is_empty() { String::new() } else { format!(", {}", parts.join(between)) }
}

/// Whether the name of an English body is said with an article: *the Regional Press Council*, but *Delta News*.
fn is_common_body(organisation: &str) -> bool {
    const BODIES: [&str; 22] = [
        "council",
        "committee",
        "institute",
        "ministry",
        "union",
        "league",
        "fund",
        "foundation",
        "association",
        "commission",
        "agency",
        "group",
        "society",
        "board",
        "department",
        "office",
        "federation",
        "academy",
        "centre",
        "center",
        "bank",
        "university",
    ];
    let words: Vec<String> = organisation.split_whitespace().map(str::to_lowercase).collect();
    let head = words.iter().position(|word| word == "of" || word == "for").unwrap_or(words.len());
    let is_body = |word: &String| BODIES.contains(&word.as_str());
    let ends_in_body = words[..head].last().is_some_and(is_body);
    // "Oxford University", and "the University of Oxford".
    ends_in_body && (head < words.len() || words.last().is_none_or(|word| word != "university"))
}

/// A Russian organisation in the genitive: its adjectives and first noun decline, and what depends on them is in its case already. What is
/// in quotation marks, in Latin letters or in capitals stays as it is.
fn genitive(organisation: &str) -> String {
    let mut is_done = false;
    let words = organisation.split(' ').map(|word| {
        if is_done {
            return word.to_owned();
        }
        let is_plain = word.chars().all(|letter| matches!(letter, 'а'..='я' | 'А'..='Я' | 'ё' | 'Ё' | '-'));
        let is_abbreviation = word.chars().count() > 1 && word.chars().all(char::is_uppercase);
        if !is_plain || is_abbreviation || word.is_empty() {
            is_done = true;
            return word.to_owned();
        }
        match adjective(word) {
            Some(declined) => declined,
            None => {
                is_done = true;
                noun(word)
            }
        }
    });
    words.collect::<Vec<_>>().join(" ")
}

fn adjective(word: &str) -> Option<String> {
    const ENDINGS: [(&str, &str); 12] = [
        ("ский", "ского"),
        ("цкий", "цкого"),
        ("ный", "ного"),
        ("ной", "ного"),
        ("вый", "вого"),
        ("ший", "шего"),
        ("ний", "него"),
        ("ая", "ой"),
        ("яя", "ей"),
        ("ое", "ого"),
        ("ее", "его"),
        ("тый", "того"),
    ];
    ENDINGS.iter().find_map(|(ending, other)| word.strip_suffix(ending).map(|stem| format!("{stem}{other}")))
}

fn noun(word: &str) -> String {
    let mut letters = word.chars();
    let last = letters.next_back();
    let stem = letters.as_str();
    let before = letters.next_back();
    match (last, before) {
        (Some('а'), Some('г' | 'к' | 'х' | 'ж' | 'ш' | 'ч' | 'щ')) => format!("{stem}и"),
        (Some('а'), _) => format!("{stem}ы"),
        (Some('я'), _) => format!("{stem}и"),
        (Some('о'), _) => format!("{stem}а"),
        (Some('е'), Some('и' | 'щ')) => format!("{stem}{}", if before == Some('и') { "я" } else { "а" }),
        (Some('е'), _) => format!("{stem}я"),
        (Some('й'), _) => format!("{stem}я"),
        (Some('ь'), _) if word.ends_with("тель") => format!("{stem}я"),
        (Some('ь'), _) => format!("{stem}и"),
        (Some('и' | 'ы' | 'у' | 'ю' | 'э'), _) | (None, _) => word.to_owned(),
        _ => format!("{word}а"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::ParticipantId;

    fn person(honorific: &str, name: &str, title: &str, organisation: &str) -> Participant {
        Participant {
            honorific: honorific.into(),
            title: title.into(),
            organisation: organisation.into(),
            ..Participant::named(ParticipantId::from_number(1), name)
        }
    }

    #[test]
    fn each_language_has_its_order() {
        let first = |language: &str, person: Participant| introduction(&person, language).text();
        let an = person("đồng chí", "Trịnh Văn An", "Chủ tịch", "Hội Nhà báo tỉnh Bắc Ninh");
        assert_eq!(first("vi", an), "đồng chí Trịnh Văn An, Chủ tịch Hội Nhà báo tỉnh Bắc Ninh");
        let ivan = person("", "Иван Петров", "председатель", "Союз журналистов области");
        assert_eq!(first("ru", ivan), "председатель Союза журналистов области Иван Петров");
        let jane = person("", "Jane Smith", "chair", "Regional Press Council");
        assert_eq!(first("en", jane), "Jane Smith, chair of the Regional Press Council");
        assert_eq!(first("en", person("", "Jane Smith", "Editor-in-chief", "")), "Jane Smith, editor-in-chief");
        assert_eq!(first("en", person("", "Jane Smith", "CEO", "")), "Jane Smith, CEO");
        assert_eq!(first("en", person("Dr", "Jane Smith", "", "Delta News")), "Dr Jane Smith, Delta News");
        assert_eq!(first("ru", person("", "Мария Ли", "", "Дом печати")), "Мария Ли (Дом печати)");
        assert_eq!(first("ru", person("", "Мария Ли", "", "")), "Мария Ли");
    }

    #[test]
    fn russian_organisations_stand_in_the_genitive() {
        for (nominative, of) in [
            ("Приволжский университет", "Приволжского университета"),
            ("газета «Вечерний берег»", "газеты «Вечерний берег»"),
            ("Министерство культуры", "Министерства культуры"),
            ("Ассоциация издателей", "Ассоциации издателей"),
            ("Торговая палата области", "Торговой палаты области"),
            ("МГУ", "МГУ"),
            ("«Лотос»", "«Лотос»"),
        ] {
            assert_eq!(genitive(nominative), of);
        }
    }

    #[test]
    fn ways_to_write_a_name_are_offered_once() {
        let jane = Participant { short_name: "Smith".into(), ..person("Ms", "Jane Smith", "chair", "") };
        let words: Vec<_> = namings(&jane, "en").iter().map(Naming::text).collect();
        assert_eq!(words, ["Ms Jane Smith, chair", "Ms Jane Smith", "Jane Smith", "Smith"]);
        let bare = namings(&person("", "Jane Smith", "", ""), "en");
        assert_eq!((bare.len(), usual(&bare, true), usual(&bare, false)), (1, 0, 0));
    }
}
