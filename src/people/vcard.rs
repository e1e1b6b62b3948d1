//! Cards (vCard 2.1, 3 and 4) into rows, and a list into cards of version 3, which Outlook, Google and telephones take.

use encoding_rs::Encoding;

use crate::import::unescaped;
use crate::language::vietnamese;
use crate::people::read::guessed;
use crate::people::row::{Row, Sure};
use crate::people::words;
use crate::report::{Participant, PersonField, Role};

/// Whether bytes are cards.
pub(super) fn is_card(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii_start();
    bytes.get(..11).is_some_and(|head| head.eq_ignore_ascii_case(b"BEGIN:VCARD"))
}

/// The people of the cards, which are in UTF-8 where they say nothing else.
pub(super) fn read(bytes: &[u8]) -> Vec<Row> {
    read_in(bytes, None)
}

/// The code page that cards are likely in which are not in UTF-8 and name none: old Outlook writes that of its Windows.
pub(super) fn unnamed_code_page(bytes: &[u8]) -> Option<&'static Encoding> {
    let is_unnamed = |line: &Vec<u8>| {
        str::from_utf8(line).is_err()
            && Property::read(line, encoding_rs::UTF_8).is_some_and(|property| !property.names_charset)
    };
    unfolded(bytes).iter().any(is_unnamed).then(|| guessed(bytes))
}

/// As [`read`], in the code page that was guessed, if one had to be.
pub(super) fn read_in(bytes: &[u8], code_page: Option<&'static Encoding>) -> Vec<Row> {
    let unnamed = code_page.unwrap_or(encoding_rs::UTF_8);
    let mut rows = Vec::new();
    let mut card: Option<Card> = None;
    for line in unfolded(bytes) {
        let Some(property) = Property::read(&line, unnamed) else { continue };
        match (property.name.as_str(), &mut card) {
            ("BEGIN", _) => card = Some(Card::default()),
            ("END", _) => rows.extend(card.take().map(Card::into_row).filter(|row| !row.is_empty())),
            (_, Some(card)) => card.take(&property),
            _ => {}
        }
    }
    rows
}

/// The lines, each whole: a line that begins with a space goes on, and one in quoted-printable that ends with "=".
fn unfolded(bytes: &[u8]) -> Vec<Vec<u8>> {
    let mut lines: Vec<Vec<u8>> = Vec::new();
    for line in bytes.split(|byte| *byte == b'\n') {
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        let last = lines.last_mut();
        let is_printable = |last: &Vec<u8>| {
            last.ends_with(b"=") && last.windows(9).any(|part| part.eq_ignore_ascii_case(b"PRINTABLE"))
        };
        match (last, line) {
            (Some(last), [b' ' | b'\t', rest @ ..]) => last.extend(rest),
            (Some(last), line) if is_printable(last) => {
                last.pop();
                last.extend(line);
            }
            (_, line) => lines.push(line.to_vec()),
        }
    }
    lines
}

struct Property {
    name: String,
    value: String,
    names_charset: bool,
}

impl Property {
    /// A line; `unnamed` is what it is in where it names nothing.
    fn read(line: &[u8], unnamed: &'static Encoding) -> Option<Self> {
        let colon = colon_at(line)?;
        let head = String::from_utf8_lossy(&line[..colon]).to_uppercase();
        let mut params = head.split(';');
        // A group may stand before the name: "item1.TEL".
        let name = params.next()?.rsplit('.').next()?.trim_start_matches('\u{feff}').to_owned();
        let params: Vec<&str> = params.collect();
        let raw = &line[colon + 1..];
        let is_printable = params.iter().any(|param| param.ends_with("QUOTED-PRINTABLE"));
        let bytes = if is_printable { unescaped(raw, b'=') } else { raw.to_vec() };
        let charset = params.iter().find_map(|param| param.strip_prefix("CHARSET="));
        let named = charset.and_then(|label| Encoding::for_label(label.trim_matches('"').as_bytes()));
        // A line that is in UTF-8 is, whatever another card of the same file is in.
        let encoding =
            named.unwrap_or_else(|| if str::from_utf8(&bytes).is_ok() { encoding_rs::UTF_8 } else { unnamed });
        let value = encoding.decode(&bytes).0.into_owned();
        Some(Self { name, value, names_charset: named.is_some() })
    }

    /// The parts of the value, with their escapes taken back.
    fn parts(&self) -> Vec<String> {
        let mut parts = vec![String::new()];
        let mut letters = self.value.chars();
        while let Some(letter) = letters.next() {
            let Some(part) = parts.last_mut() else { break };
            match letter {
                '\\' => match letters.next() {
                    Some('n' | 'N') => part.push(' '),
                    Some(other) => part.push(other),
                    None => {}
                },
                ';' => parts.push(String::new()),
                other => part.push(other),
            }
        }
        parts
    }

    fn text(&self) -> String {
        self.parts().join(";")
    }
}

/// The colon before the value, which none in a quoted parameter is.
fn colon_at(line: &[u8]) -> Option<usize> {
    let mut is_quoted = false;
    line.iter().position(|byte| {
        is_quoted ^= *byte == b'"';
        *byte == b':' && !is_quoted
    })
}

#[derive(Debug, Default)]
struct Card {
    row: Row,
    full_name: String,
    parts_of_name: Vec<String>,
    contacts: Vec<String>,
    occupation: String,
    is_organisation: bool,
    /// Whether it names other cards and nobody itself.
    is_group: bool,
}

impl Card {
    fn take(&mut self, property: &Property) {
        let mut set = |field: PersonField, text: &str| self.row.set(field, text, Sure::Certain);
        match property.name.as_str() {
            // The first of several is the one in the card's own language.
            "FN" if self.full_name.is_empty() => self.full_name = property.text(),
            "N" if self.parts_of_name.is_empty() => self.parts_of_name = property.parts(),
            "TITLE" => set(PersonField::Title, &property.text()),
            "ROLE" => self.occupation = property.text(),
            "ORG" => {
                let parts = property.parts().into_iter().filter(|part| !part.trim().is_empty());
                set(PersonField::Organisation, &parts.collect::<Vec<_>>().join(", "));
            }
            // Its writer's remarks are not for the page, which prints a participant's note.
            "NOTE" => self.contacts.push(property.text()),
            "TEL" | "EMAIL" => self.contacts.push(property.text().trim_start_matches("tel:").to_owned()),
            "KIND" | "X-ABSHOWAS" => {
                let kind = property.text().to_lowercase();
                self.is_organisation = ["org", "company"].contains(&kind.as_str());
                self.is_group = kind == "group";
            }
            "X-RAPPORTEUR-DELEGATION" => set(PersonField::Delegation, &property.text()),
            "X-RAPPORTEUR-SHORT-NAME" => set(PersonField::ShortName, &property.text()),
            "X-RAPPORTEUR-CODE" => set(PersonField::Code, &property.text()),
            "X-RAPPORTEUR-ROLE" => {
                self.row.role = serde_json::from_value(property.text().into()).unwrap_or_default();
            }
            _ => {}
        }
    }

    fn into_row(self) -> Row {
        let Self { mut row, full_name, parts_of_name, contacts, occupation, is_organisation, is_group } = self;
        if is_group {
            return Row::default();
        }
        let part = |index: usize| parts_of_name.get(index).map_or("", |part| part.trim());
        row.set(PersonField::Honorific, part(3), Sure::Certain);
        if is_organisation {
            if row.text(PersonField::Organisation).is_empty() {
                row.set(PersonField::Organisation, &full_name, Sure::Certain);
            }
        } else if let Some(name) = vietnamese(&full_name, [part(0), part(2), part(1)], part(3)) {
            row.set(PersonField::Name, &name, Sure::Guess);
        } else if full_name.trim().is_empty() {
            row.set(PersonField::Name, &[part(1), part(2), part(0)].join(" "), Sure::Guess);
        } else {
            let name = super::row::clean(&full_name);
            let bare = name.strip_prefix(part(3)).map_or(name.as_str(), str::trim);
            row.set(PersonField::Name, if bare.is_empty() { &name } else { bare }, Sure::Certain);
        }
        if row.text(PersonField::Title).is_empty() {
            row.set(PersonField::Title, &occupation, Sure::Guess);
        }
        row.set(PersonField::PrivateContact, &contacts.join(", "), Sure::Certain);
        row
    }
}

/// A Vietnamese name with its family first, as it is said, where a telephone has put the parts together with the family last or not at all;
/// `None` where it is no such name. The parts are family, middle and given name.
fn vietnamese(full_name: &str, parts: [&str; 3], prefix: &str) -> Option<String> {
    let name = super::row::clean(&parts.join(" "));
    let written = super::row::clean(full_name);
    let written = written.strip_prefix(prefix).map_or(written.as_str(), str::trim);
    let sorted = |name: &str| {
        let mut words: Vec<String> = name.split(' ').map(str::to_owned).collect();
        words.sort();
        words
    };
    let is_syllable = |word: &str| vietnamese::is_syllable(&word.to_lowercase());
    let is_one = words::begins_with_family_name(&name) && name.contains(' ') && name.split(' ').all(is_syllable);
    let is_moved = written.is_empty() || written != name && sorted(written) == sorted(&name);
    (is_one && is_moved).then_some(name)
}

/// A list as cards.
pub(super) fn write(people: &[&Participant], private: bool) -> String {
    people.iter().map(|person| card(person, private)).collect()
}

fn card(person: &Participant, private: bool) -> String {
    let mut lines = vec!["BEGIN:VCARD".to_owned(), "VERSION:3.0".to_owned()];
    let mut push = |name: &str, value: &str| {
        if !value.is_empty() {
            lines.push(format!("{name}:{}", escaped(value)));
        }
    };
    push("FN", person.shown_name());
    if person.is_organisation() {
        push("X-ABShowAs", "COMPANY");
    }
    push("TITLE", &person.title);
    push("ORG", &person.organisation);
    push("X-RAPPORTEUR-DELEGATION", &person.delegation);
    push("X-RAPPORTEUR-SHORT-NAME", &person.short_name);
    push("X-RAPPORTEUR-CODE", &person.code);
    if person.role != Role::default()
        && let Ok(role) = serde_json::to_value(person.role)
    {
        push("X-RAPPORTEUR-ROLE", role.as_str().unwrap_or_default());
    }
    if private {
        push("NOTE", &person.note);
        for contact in person.private_contact.split(", ") {
            let is_number = contact.contains(|letter: char| letter.is_ascii_digit());
            push(
                if contact.contains('@') {
                    "EMAIL"
                } else if is_number {
                    "TEL"
                } else {
                    "NOTE"
                },
                contact,
            );
        }
    }
    // The full name alone cannot be taken apart rightly in all languages: it stands whole where the given one is asked for.
    let name = format!("N:;{};;{};", escaped(&person.name), escaped(&person.honorific));
    lines.insert(2, name);
    lines.push("END:VCARD".to_owned());
    lines.iter().map(|line| folded(line) + "\r\n").collect()
}

fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\n' => escaped.push_str("\\n"),
            '\\' | ',' | ';' => escaped.extend(['\\', letter]),
            other => escaped.push(other),
        }
    }
    escaped
}

/// A line in pieces of at most 75 bytes, none of which ends inside a letter.
fn folded(line: &str) -> String {
    const MOST: usize = 74;
    let mut folded = String::new();
    let mut length = 0;
    for letter in line.chars() {
        if length + letter.len_utf8() > MOST {
            folded.push_str("\r\n ");
            length = 1;
        }
        folded.push(letter);
        length += letter.len_utf8();
    }
    folded
}
