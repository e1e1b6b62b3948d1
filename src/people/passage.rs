//! A passage that tells who took part: sentences of an article, numbered lists, groups under headings, minutes and programmes.

use crate::names::{Nominative, nominative_of, office_in_nominative};
use crate::people::clause::{self, Found, Said};
use crate::people::person::{self, Strength};
use crate::people::row::{Cell, Known, Row, Sure};
use crate::people::split::{self, at_top, find_phrase, is_person};
use crate::people::{entry, picture, words};
use crate::report::{PersonField, Role};

/// Who is named by a passage, in its order.
pub fn read_passage(text: &str, known: &Known) -> Vec<Row> {
    let mut reader = Reader { known, rows: Vec::new(), context: Context::default() };
    for line in split::lines(text) {
        reader.line(&line);
    }
    reader.rows
}

/// What a heading says of those under it.
#[derive(Debug, Clone, Default)]
struct Context {
    role: Option<Role>,
    delegation: Option<(String, Sure)>,
    /// The office that one person holds whose name stands behind it and a colon.
    office: Option<String>,
}

struct Reader<'a> {
    known: &'a Known,
    rows: Vec<Row>,
    context: Context,
}

impl Reader<'_> {
    fn line(&mut self, line: &split::Line) {
        let text = line.text.as_str();
        if let Some(heading) = text.strip_suffix(':') {
            self.context = Context { office: None, ..context_of(heading) };
            return;
        }
        if is_heading_line(text, self.known) {
            self.context = Context { office: None, ..context_of(text) };
            return;
        }
        let outer = self.context.clone();
        for sentence in split::sentences(text) {
            let mut sentence = sentence;
            if let Some((heading, list)) = at_colon(sentence) {
                let own = context_of(heading);
                self.context.role = own.role.or(outer.role);
                self.context.delegation = own.delegation.or_else(|| outer.delegation.clone());
                sentence = list.trim();
                self.context.office = own.office.filter(|_| person::people(sentence, self.known).len() == 1);
            }
            for group in at_top(sentence, &[';']) {
                for row in picture::rows(split::without_mark(&group).0) {
                    self.group(row.trim(), line);
                }
            }
            self.context.office = None;
        }
        self.context = outer;
    }

    fn group(&mut self, group: &str, line: &split::Line) {
        let said = clause::read(group, line.is_item, self.known);
        if said.is_empty() && line.is_item && !line.is_timed {
            self.unknown_item(group);
            return;
        }
        for said in said {
            match said {
                Said::Person(found) => self.person(&found),
                Said::Organisations(all) => all.iter().for_each(|text| self.organisations(text)),
            }
        }
    }

    fn person(&mut self, found: &Found) {
        let office = self.context.office.iter().filter(|_| found.before.is_empty() && found.after.is_empty());
        let rest: Vec<&str> = found.before.iter().chain(&found.after).chain(office).map(String::as_str).collect();
        let (title, organisation) = entry::position(&rest, self.known);
        let is_addressed = !found.honorific.is_empty() && found.name.contains(' ');
        let own = entry::name_sure(&found.name);
        let sure = match found.strength {
            _ if is_addressed => Sure::Certain,
            Strength::Strong if own == Sure::Unsure && found.name.contains(' ') => Sure::Guess,
            Strength::Strong => own,
            // Its endings say that a Russian name may be one, and not in which case it is.
            Strength::Likely if found.name.starts_with(|letter| matches!(letter, 'А'..='Я')) => Sure::Unsure,
            Strength::Likely => own.min(Sure::Guess),
            Strength::Weak => own.min(if found.is_cut { Sure::Unsure } else { Sure::Guess }),
        };
        let sure = if found.is_cut && !is_addressed { sure.min(Sure::Guess) } else { sure };
        let sure = if found.is_lost { Sure::Unsure } else { sure };
        let found_in = nominative_of(&found.name);
        let (name, sure) = match &found_in {
            Nominative::Of(name) => (name.as_str(), sure.min(Sure::Guess)),
            Nominative::Several => (found.name.as_str(), Sure::Unsure),
            Nominative::Already | Nominative::Unknown => (found.name.as_str(), sure),
        };
        let title = if name == found.name { title } else { in_nominative(title) };
        let mut row = Row::default().with(PersonField::Honorific, &found.honorific, Sure::Certain).with(
            PersonField::Name,
            name,
            sure,
        );
        let titles = [title.text.as_str(), &found.letters].into_iter().filter(|part| !part.is_empty());
        let whole = titles.collect::<Vec<_>>().join(", ");
        row.set(
            PersonField::Title,
            &whole,
            if found.letters.is_empty() { title.sure } else { title.sure.min(Sure::Guess) },
        );
        row.set(PersonField::Organisation, &organisation.text, organisation.sure);
        let is_again = self.rows.iter().any(|other| {
            other.text(PersonField::Name) == name && title.text.is_empty() && organisation.text.is_empty()
        });
        // Who is named again in the same text is the same person.
        if !is_again {
            self.push(row);
        }
    }

    /// An item of a list that has the look of nobody: an organisation, or somebody whose name somebody must look at.
    fn unknown_item(&mut self, group: &str) {
        let parts = at_top(group, &[',']);
        let Some((first, rest)) = parts.split_first() else { return };
        if let Some(organisation) = split::represented(group) {
            self.organisation(organisation, Sure::Guess);
        } else if words::has_body(first) && !words::is_office(first) {
            if rest.is_empty() {
                self.organisation(first, Sure::Guess);
            }
        } else if first.starts_with(char::is_uppercase) && !words::is_office(first) {
            let rest: Vec<&str> = rest.iter().map(String::as_str).collect();
            let (title, organisation) = entry::position(&rest, self.known);
            if title.text.is_empty()
                && organisation.text.is_empty()
                && !is_person(first)
                && first.split_whitespace().count() > 4
            {
                return;
            }
            let mut row = Row::default().with(PersonField::Name, first, Sure::Unsure);
            row.set(PersonField::Title, &title.text, title.sure);
            row.set(PersonField::Organisation, &organisation.text, organisation.sure);
            self.push(row);
        }
    }

    /// Organisations that "and" joins.
    fn organisations(&mut self, text: &str) {
        for and in [" и ", " và ", " and "] {
            for (at, _) in text.match_indices(and) {
                let (before, after) = (&text[..at], text[at + and.len()..].trim());
                let bare = after.strip_prefix("the ").unwrap_or(after);
                let begins = if after.len() == bare.len() {
                    words::begins_body(after) && words::has_body(before)
                } else {
                    words::has_body(bare)
                };
                if begins {
                    self.organisation(before, Sure::Guess);
                    self.organisations(after);
                    return;
                }
            }
        }
        self.organisation(text, Sure::Guess);
    }

    fn organisation(&mut self, text: &str, sure: Sure) {
        let text = text.strip_prefix("the ").unwrap_or(text).trim();
        // After "представители" a Russian name is in the genitive.
        let is_russian = text.chars().any(|letter| matches!(letter, 'а'..='я'));
        let sure = if is_russian || !words::has_body(text) { Sure::Unsure } else { sure };
        self.push(Row::default().with(PersonField::Organisation, text, sure));
    }

    fn push(&mut self, mut row: Row) {
        if let Some(role) = self.context.role {
            (row.role, row.role_sure) = (role, Sure::Guess);
        }
        if let Some((delegation, sure)) = &self.context.delegation {
            row.set(PersonField::Delegation, delegation, *sure);
        }
        if !row.is_empty() {
            self.rows.push(row);
        }
    }
}

/// The title of somebody whose name stands in another case: it stands there too.
fn in_nominative(title: Cell) -> Cell {
    let sure = title.sure.min(Sure::Guess);
    match office_in_nominative(&title.text) {
        Some(office) => Cell::new(&office, sure),
        None => Cell::new(&title.text, Sure::Unsure),
    }
}

/// A sentence at the colon behind what heads it.
fn at_colon(sentence: &str) -> Option<(&str, &str)> {
    // "Модератор — Иван Петров".
    let dashed = [" — ", " – ", " - "].iter().find_map(|dash| sentence.split_once(dash)).filter(|(heading, _)| {
        let is_short = heading.split_whitespace().count() <= 3;
        is_short && words::role_of(heading).is_some() && words::title_len(heading).is_none() && !is_person(heading)
    });
    if dashed.is_some() {
        return dashed;
    }
    let places = sentence.match_indices(':').filter(|(at, _)| sentence[at + 1..].starts_with([' ', '\u{a0}']));
    places.map(|(at, _)| (&sentence[..at], &sentence[at + 1..])).find(|(heading, _)| is_heading(heading))
}

/// Whether what stands before a colon heads a list, and is not somebody.
fn is_heading(text: &str) -> bool {
    const MOST: usize = 120;
    const PICTURES: &[&str] = &["left to right", "from left", "слева направо", "từ trái"];
    let small = text.to_lowercase();
    // "Сидят (слева направо) Иван Петров, стоят: …": names stand before the colon too.
    let names_nobody = || person::people(text, &Known::default()).is_empty();
    let is_picture = PICTURES.iter().any(|words| small.contains(words)) && names_nobody();
    // "Thảo luận, điều hành": what one does there stands last.
    let is_role =
        text.rsplit_once(',').is_some_and(|(_, last)| words::role_of(last).is_some() && !words::has_office(text));
    text.chars().count() <= MOST && !is_person(text) && (!text.contains(',') || is_picture || is_role)
}

/// Whether a line without a colon heads those below: a delegation, or capitals that name nobody.
fn is_heading_line(text: &str, known: &Known) -> bool {
    const LONGEST: usize = 80;
    if text.contains([',', ';', '(']) || text.chars().count() > LONGEST || text.ends_with('.') {
        return false;
    }
    let bare = without_roman(text);
    let letters = || bare.chars().filter(|letter| letter.is_alphabetic());
    let is_capitals = letters().count() > 3 && letters().all(|letter| !letter.is_lowercase());
    let people = || person::people(bare, known);
    let is_short = bare.split_whitespace().count() <= 8;
    is_capitals && (words::has_office(bare) || !people().iter().any(|person| person.strength == Strength::Strong))
        || bare.len() < text.len() && people().is_empty()
        || delegation_of(bare).is_some() && is_short && !words::starts_with_word(&bare.to_lowercase(), "đoàn")
        || delegation_of(bare).is_some() && is_short && bare.to_lowercase().starts_with("đoàn đại biểu")
}

/// A heading without its Roman number.
fn without_roman(text: &str) -> &str {
    let rest = text.trim_start_matches(['I', 'V', 'X']);
    let is_number = rest.len() < text.len();
    rest.strip_prefix(['.', ')']).filter(|_| is_number).map_or(text, str::trim_start)
}

/// The delegation that a heading names.
fn delegation_of(heading: &str) -> Option<(&str, Sure)> {
    const DELEGATIONS: &[&str] = &[
        "đoàn đại biểu",
        "đoàn",
        "делегация",
        "от делегации",
        "the delegation of the",
        "the delegation of",
        "delegation of the",
        "delegation of",
        "delegation from",
    ];
    let word = DELEGATIONS.iter().find(|word| find_phrase(heading, word).is_some_and(|found| found.start == 0))?;
    let rest = heading.get(word.len()..)?.trim();
    let sure = if word.contains("елегаци") { Sure::Unsure } else { Sure::Guess };
    (!rest.is_empty()).then_some((rest, sure))
}

fn context_of(heading: &str) -> Context {
    const MOST_WORDS: usize = 3;
    let bare = without_roman(heading.trim());
    let delegation = delegation_of(bare).map(|(name, sure)| (name.to_owned(), sure));
    let role = if delegation.is_some() { None } else { words::role_of(bare) };
    let is_office = words::title_len(bare) == Some(bare.len()) && bare.split_whitespace().count() <= MOST_WORDS;
    Context { role, delegation, office: is_office.then(|| bare.to_owned()) }
}
