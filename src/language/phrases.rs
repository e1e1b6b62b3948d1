//! The words that the page says by itself.

use crate::language::Language;
use crate::report::Role;

/// The stock phrases of one language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Phrases {
    /// Before the authors' names; empty where names stand alone.
    pub by: &'static str,
    /// Between the last two of several names.
    pub and: &'static str,
    /// Before the credit of a photo.
    pub photo: &'static str,
    /// Before the description of a picture for those who cannot see it.
    pub picture_shows: &'static str,
    /// Before the words that a search should find the story by.
    pub keywords: &'static str,
    /// The heading of the list of participants.
    pub participants: &'static str,
    /// The heading of the facts of the conference.
    pub about_conference: &'static str,
    /// What the conference is called.
    pub name: &'static str,
    /// Its days.
    pub when: &'static str,
    /// Its place.
    pub place: &'static str,
    /// Who holds it.
    pub organisers: &'static str,
    /// Before the name of a source.
    pub source: &'static str,
    /// Before the names of several sources.
    pub sources: &'static str,
    /// Before the moment of publication.
    pub published: &'static str,
    /// Before the moment of the last change.
    pub updated: &'static str,
    /// Before the lasting address of the page.
    pub address: &'static str,
    /// Of an organisation that takes part without a named person.
    pub without_named_person: &'static str,
    /// Participants who belong to no delegation, in a list where others do.
    pub other_participants: &'static str,
    /// What a page is called whose headline is not written yet.
    pub untitled: &'static str,
    /// The way to the article for those who cannot see the page.
    pub skip_to_article: &'static str,
    /// In the order of [`Role::ALL`].
    roles: [&'static str; 6],
}

const ENGLISH: Phrases = Phrases {
    by: "By",
    and: "and",
    photo: "Photo:",
    picture_shows: "The picture shows:",
    keywords: "Keywords:",
    participants: "Participants",
    about_conference: "About the conference",
    name: "Name",
    when: "When",
    place: "Where",
    organisers: "Organisers",
    source: "Source:",
    sources: "Sources:",
    published: "Published",
    updated: "Updated",
    address: "Address of this page:",
    without_named_person: "without a named person",
    other_participants: "Other participants",
    untitled: "Report without a headline",
    skip_to_article: "Skip to the article",
    roles: ["Chair", "Speaker", "Delegate", "Guest", "Organiser", "Press"],
};

const RUSSIAN: Phrases = Phrases {
    by: "",
    and: "и",
    photo: "Фото:",
    picture_shows: "На снимке:",
    keywords: "Ключевые слова:",
    participants: "Участники",
    about_conference: "О конференции",
    name: "Название",
    when: "Когда",
    place: "Где",
    organisers: "Организаторы",
    source: "Источник:",
    sources: "Источники:",
    published: "Опубликовано",
    updated: "Обновлено",
    address: "Адрес страницы:",
    without_named_person: "представитель не назван",
    other_participants: "Другие участники",
    untitled: "Репортаж без заголовка",
    skip_to_article: "Перейти к статье",
    roles: ["Председатель", "Докладчик", "Делегат", "Гость", "Организатор", "Пресса"],
};

const VIETNAMESE: Phrases = Phrases {
    by: "",
    and: "và",
    photo: "Ảnh:",
    picture_shows: "Mô tả ảnh:",
    keywords: "Từ khóa:",
    participants: "Thành phần tham dự",
    about_conference: "Về hội nghị",
    name: "Tên gọi",
    when: "Thời gian",
    place: "Địa điểm",
    organisers: "Đơn vị tổ chức",
    source: "Nguồn:",
    sources: "Nguồn:",
    published: "Đăng",
    updated: "Cập nhật",
    address: "Địa chỉ trang:",
    without_named_person: "không nêu tên đại diện",
    other_participants: "Các đại biểu khác",
    untitled: "Bài chưa có tiêu đề",
    skip_to_article: "Đến bài viết",
    roles: ["Chủ trì", "Diễn giả", "Đại biểu", "Khách mời", "Ban tổ chức", "Báo chí"],
};

/// The phrases of a language; English where it has no row.
pub fn of(language: &str) -> &'static Phrases {
    match Language::of(language) {
        Language::Russian => &RUSSIAN,
        Language::Vietnamese => &VIETNAMESE,
        Language::English | Language::Other => &ENGLISH,
    }
}

impl Phrases {
    /// The part that a participant plays.
    pub fn role(&self, role: Role) -> &'static str {
        let [chair, speaker, delegate, guest, organiser, press] = self.roles;
        match role {
            Role::Chair => chair,
            Role::Speaker => speaker,
            Role::Delegate => delegate,
            Role::Guest => guest,
            Role::Organiser => organiser,
            Role::Press => press,
        }
    }
}

/// What is written before a credit without saying whose picture it is, in any of the languages.
const ALREADY_SAID: [&str; 7] = ["photo", "фото", "ảnh", "image", "picture", "снимок", "©"];

/// The credit as it is printed: "Photo: Anna Petrova". A credit that says itself what it is stays as it is.
pub fn credit(name: &str, language: &str) -> String {
    let name = name.trim();
    let small = name.to_lowercase();
    let says_itself = ALREADY_SAID.iter().any(|said| {
        small.strip_prefix(said).is_some_and(|rest| rest.is_empty() || !rest.starts_with(char::is_alphanumeric))
    });
    if name.is_empty() || says_itself { name.to_owned() } else { format!("{} {name}", of(language).photo) }
}

/// The heading of the list of participants.
pub fn participants(language: &str) -> &'static str {
    of(language).participants
}

/// Names in one line: "A", "A and B", "A, B and C".
pub fn listed<S: AsRef<str>>(names: &[S], language: &str) -> String {
    let names: Vec<&str> = names.iter().map(AsRef::as_ref).collect();
    match names.split_last() {
        None => String::new(),
        Some((only, [])) => (*only).to_owned(),
        Some((last, others)) => format!("{} {} {last}", others.join(", "), of(language).and),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_credit_is_introduced_once() {
        assert_eq!(credit("Anna Petrova", "en"), "Photo: Anna Petrova");
        assert_eq!(credit("Анна Петрова", "ru"), "Фото: Анна Петрова");
        assert_eq!(credit("Lê Hoa", "vi-VN"), "Ảnh: Lê Hoa");
        assert_eq!(credit("Фото: Анна Петрова", "ru"), "Фото: Анна Петрова");
        assert_eq!(credit("© Reuters", "en"), "© Reuters");
        assert_eq!(credit("Photographers’ Union", "en"), "Photo: Photographers’ Union");
        assert_eq!(credit("  ", "en"), "");
    }

    #[test]
    fn every_role_has_a_word_in_every_language() {
        for language in ["en", "ru", "vi", "xx"] {
            let words: Vec<_> = Role::ALL.iter().map(|role| of(language).role(*role)).collect();
            assert!(words.iter().all(|word| !word.is_empty()));
            assert!(words.windows(2).all(|pair| pair[0] != pair[1]), "{language}");
        }
        assert_eq!(of("ru").role(Role::Chair), "Председатель");
    }

    #[test]
    fn names_are_joined_as_the_language_does() {
        assert_eq!(listed(&["A", "B", "C"], "en"), "A, B and C");
        assert_eq!(listed(&["A", "B"], "ru"), "A и B");
        assert_eq!(listed(&["A"], "vi"), "A");
        assert_eq!(listed::<&str>(&[], "vi"), "");
    }
}
