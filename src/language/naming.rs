//! How somebody is introduced in running text, and how named later, in the house order of a language.

use crate::language::Language;
use crate::language::genitive::genitive;
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
            let title = in_small(title);
            let of = genitive(organisation).filter(|_| governs_genitive(&title));
            // Without an office the organisation would be taken for a part of the name, and what may not decline rightly stands as it is called.
            (naming.before, naming.after) = match (title.is_empty(), organisation.is_empty(), of) {
                (true, true, _) => (String::new(), String::new()),
                (true, false, _) => (String::new(), format!(" ({organisation})")),
                (false, true, _) => (format!("{title} "), String::new()),
                (false, false, Some(of)) => (format!("{title} {of} "), String::new()),
                (false, false, None) => (String::new(), format!(" ({title}, {organisation})")),
            };
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

/// Offices that are no names, by their first word.
const OFFICES: &str = " acting adviser advisor ambassador analyst artist assistant associate author chair chairman chairperson chairwoman chief co-chair \
    commissioner coordinator correspondent curator dean delegate deputy director editor editor-in-chief engineer executive expert founder governor head \
    journalist judge lecturer managing manager mayor member minister observer officer owner partner photographer president principal producer professor \
    rector reporter representative researcher secretary secretary-general senior spokesman spokesperson spokeswoman treasurer vice-president writer \
    академик аналитик архитектор ведущая ведущий владелец врач генеральный глава главный губернатор декан депутат директор доцент журналист журналистка \
    заведующая заведующий заместитель инженер исполнительный исполняющая исполняющий исследователь коммерческий консул координатор корреспондент куратор \
    министр модератор мэр научный начальник обозреватель основатель ответственный первый писатель помощник посол поэт председатель представитель \
    преподаватель президент вице-президент пресс-секретарь продюсер проректор профессор редактор режиссёр ректор руководитель секретарь сенатор советник \
    сопредседатель специальный старший технический управляющая управляющий учитель художественный художник член шеф-редактор эксперт ";

/// A title as it stands inside a sentence: *editor-in-chief*. What may be a name, or the style of a house, stays: *CEO*, *British Ambassador*.
fn in_small(title: &str) -> String {
    let first = title.split([' ', ',']).next().unwrap_or_default().to_lowercase();
    let is_office = OFFICES.contains(&format!(" {first} "));
    let mut letters = title.chars();
    match letters.next() {
        Some(letter) if is_office && !letters.as_str().contains(char::is_uppercase) => {
            letter.to_lowercase().chain(letters).collect()
        }
        _ => title.to_owned(),
    }
}

/// Whether the organisation stands in the genitive behind a Russian title: *директор музея*, but *заведующий музеем*.
fn governs_genitive(title: &str) -> bool {
    let last = title.split_whitespace().last().unwrap_or_default().to_lowercase();
    !["ующий", "ующая", "ующего"].iter().any(|ending| last.ends_with(ending))
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
    fn an_institution_stands_in_the_genitive_or_as_it_is_called() {
        for (title, organisation, introduced) in [
            ("председатель", "Городской совет", "председатель Городского совета Иван Петров"),
            ("солист", "Большой театр", "солист Большого театра Иван Петров"),
            ("ректор", "Высшая школа экономики", "ректор Высшей школы экономики Иван Петров"),
            ("директор", "Радио России", "директор Радио России Иван Петров"),
            ("директор", "Казачий союз", "Иван Петров (директор, Казачий союз)"),
            ("директор", "«Лотос»", "Иван Петров (директор, «Лотос»)"),
            ("Заведующий", "Городской музей", "Иван Петров (заведующий, Городской музей)"),
            (
                "заведующий кафедрой",
                "Московский университет",
                "заведующий кафедрой Московского университета Иван Петров",
            ),
            ("министр", "", "министр Иван Петров"),
        ] {
            let naming = introduction(&person("", "Иван Петров", title, organisation), "ru");
            assert_eq!(naming.text(), introduced);
        }
    }

    #[test]
    fn a_title_loses_its_capital_only_where_it_is_a_plain_office() {
        for (title, inside) in [
            ("Editor-in-chief", "editor-in-chief"),
            ("Chair", "chair"),
            ("Deputy director", "deputy director"),
            ("CEO", "CEO"),
            ("Editor-in-Chief", "Editor-in-Chief"),
            ("British Ambassador", "British Ambassador"),
            ("British ambassador", "British ambassador"),
            ("Moscow Bureau Chief", "Moscow Bureau Chief"),
            ("Vice President", "Vice President"),
            ("Чрезвычайный и Полномочный Посол", "Чрезвычайный и Полномочный Посол"),
            ("Председатель", "председатель"),
            ("Главный редактор", "главный редактор"),
            ("Министр", "министр"),
        ] {
            assert_eq!(in_small(title), inside);
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
