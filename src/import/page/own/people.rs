//! The participants of a page of ours, and of the table in a desk package.

use crate::import::DraftPerson;
use crate::import::page::tree::{NodeId, Tree};
use crate::language::phrases;
use crate::report::Role;

use super::data::Facts;
use super::{Page, has_class, words};

/// The class that a role has in a list of the page; delegates have none.
const ROLES: [(Role, &str); 5] = [
    (Role::Chair, "chair"),
    (Role::Speaker, "speaker"),
    (Role::Guest, "guest"),
    (Role::Organiser, "organiser"),
    (Role::Press, "press"),
];

/// Those in the lists of a page, each once.
pub fn of_page(page: &Page<'_>, language: &str) -> Vec<DraftPerson> {
    let mut people: Vec<DraftPerson> = Vec::new();
    let items =
        page.all(Tree::ROOT, "h-card").filter(|id| page.tree.element(*id).is_some_and(|item| item.name() == "li"));
    for item in items {
        let mut person = card(page, item, language);
        person.delegation = delegation(page, item, language);
        if !people.contains(&person) {
            people.push(person);
        }
    }
    people
}

fn card(page: &Page<'_>, item: NodeId, language: &str) -> DraftPerson {
    let said = |class: &str| page.first(item, class).map(|id| page.words(id).trim().to_owned()).unwrap_or_default();
    let is_organisation = page.first(item, "p-name").is_some_and(|id| has_class(page.tree, id, "p-org"));
    let honorific = said("p-honorific-prefix");
    let shown = said("p-name");
    let name = if is_organisation { "" } else { shown.strip_prefix(honorific.as_str()).unwrap_or(&shown).trim_start() };
    let by_class = ROLES.iter().find(|(_, class)| has_class(page.tree, item, class)).map(|(role, _)| *role);
    let by_word = || role_of(&said("p-role"), language);
    DraftPerson {
        name: name.to_owned(),
        title: said("p-job-title"),
        organisation: said("p-org"),
        note: said("p-note"),
        role: by_class.or_else(by_word).unwrap_or_default(),
        honorific,
        ..DraftPerson::default()
    }
}

/// The heading above a list, unless it only says that these are participants.
fn delegation(page: &Page<'_>, item: NodeId, language: &str) -> String {
    let Some(list) = page.tree.parent(item) else { return String::new() };
    let siblings = page.tree.parent(list).and_then(|parent| page.tree.first(parent));
    let before = std::iter::successors(siblings, |id| page.tree.next(*id)).take_while(|id| *id != list);
    let mut heading = None;
    for id in before {
        match page.tree.element(id).map(|element| element.name()) {
            Some("h2" | "h3") => heading = Some(id),
            Some(_) if !has_class(page.tree, id, "people") => heading = heading.filter(|_| false),
            _ => {}
        }
    }
    let words = heading.map(|id| words(page.tree, id).trim().to_owned()).unwrap_or_default();
    let said = phrases::of(language);
    if words == said.participants || words == said.other_participants { String::new() } else { words }
}

/// Adds what the structured data knows and no list of the page says.
pub fn complete(people: &mut Vec<DraftPerson>, facts: &Facts) {
    for named in facts.people() {
        let known = people.iter().any(|person| person.name == named.name && person.organisation == named.organisation);
        if !known {
            let role = if named.is_performer { Role::Speaker } else { Role::Delegate };
            let (name, title, organisation) = (named.name, named.title, named.organisation);
            people.push(DraftPerson { name, title, organisation, role, ..DraftPerson::default() });
        }
    }
}

fn role_of(word: &str, language: &str) -> Option<Role> {
    let word = word.trim().trim_matches(['(', ')']);
    let languages = [language, "en", "ru", "vi"];
    let is = |role: Role| languages.iter().any(|language| phrases::of(language).role(role).eq_ignore_ascii_case(word));
    Role::ALL.into_iter().find(|role| is(*role))
}

/// The people of the table in a desk package, whose columns stand in one order in every language. What only the page says of them, their
/// notes, is taken from there.
pub fn table(bytes: &[u8], page: &[DraftPerson], language: &str) -> Option<Vec<DraftPerson>> {
    const COLUMNS: usize = 8;
    let text = str::from_utf8(bytes).ok()?.trim_start_matches('\u{feff}');
    let head = text.lines().next()?;
    let delimiter =
        [b';', b',', b'\t'].into_iter().find(|sign| head.bytes().filter(|byte| byte == sign).count() == COLUMNS - 1)?;
    let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).flexible(true).from_reader(text.as_bytes());
    let mut people = Vec::new();
    for row in reader.records() {
        let row = row.ok()?;
        let cell = |index: usize| unguarded(row.get(index).unwrap_or_default()).trim().to_owned();
        let mut person = DraftPerson {
            name: cell(0),
            honorific: cell(1),
            title: cell(2),
            organisation: cell(3),
            delegation: cell(4),
            role: role_of(&cell(5), language).unwrap_or_default(),
            short_name: cell(6),
            code: cell(7),
            note: String::new(),
        };
        let on_page = page.iter().find(|other| {
            same_words(&other.name, &person.name) && same_words(&other.organisation, &person.organisation)
        });
        if let Some(other) = on_page {
            person.note.clone_from(&other.note);
        }
        people.push(person);
    }
    Some(people)
}

/// The page sets spaces and quotation marks as its language wants them, the table has them as they were typed.
fn same_words(one: &str, other: &str) -> bool {
    let letters = |words: &str| words.chars().filter(|letter| letter.is_alphanumeric()).collect::<String>();
    letters(one) == letters(other)
}

/// Without the apostrophe that keeps spreadsheets from computing.
fn unguarded(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if rest.starts_with(['=', '+', '-', '@', '\t', '\r']) => rest,
        _ => cell,
    }
}
