//! How the list of participants is shown: in which order, and what of each entry.

use egui::Ui;
use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization as _;

use crate::report::{Participant, Role};
use crate::ui::icon;
use crate::ui::menu::separator_ui;
use crate::ui::view::View;
use crate::ui::widgets::{MenuEntry, menu_button};

/// In which order the rows stand. The report's own order, that of protocol, never changes by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ListOrder {
    /// As in the report, delegation by delegation.
    #[default]
    Protocol,
    /// By name: given names in Vietnam, family names elsewhere.
    Name,
    /// By organisation.
    Organisation,
    /// By the part that somebody plays.
    Role,
}

impl ListOrder {
    const ALL: [Self; 4] = [Self::Protocol, Self::Name, Self::Organisation, Self::Role];

    const fn words(self) -> &'static str {
        match self {
            Self::Protocol => "people-order-protocol",
            Self::Name => "people-order-name",
            Self::Organisation => "people-order-organisation",
            Self::Role => "people-order-role",
        }
    }
}

/// What of an entry is shown beside the name, and in which order the entries stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ListLook {
    /// The order.
    pub order: ListOrder,
    /// The office.
    pub title: bool,
    /// The organisation.
    pub organisation: bool,
    /// The part that somebody plays.
    pub role: bool,
    /// The code.
    pub code: bool,
    /// How often somebody is mentioned.
    pub mentions: bool,
}

impl Default for ListLook {
    fn default() -> Self {
        Self { order: ListOrder::Protocol, title: true, organisation: true, role: true, code: false, mentions: true }
    }
}

/// Draws the button with the menu.
pub(super) fn look_ui(ui: &mut Ui, view: &View<'_>, look: &mut ListLook) {
    menu_button(ui, view.tokens, icon::CARET_UP_DOWN, view.tr("people-look"), |ui| {
        ui.set_min_width(200.0);
        let note = |ui: &mut Ui, id: &str| {
            let _note = MenuEntry::new(&view.tr(id)).enabled(false).show(ui, view.tokens);
        };
        note(ui, "people-order");
        for order in ListOrder::ALL {
            if MenuEntry::new(&view.tr(order.words())).on(order == look.order).show(ui, view.tokens).clicked() {
                look.order = order;
            }
        }
        separator_ui(ui, view.tokens);
        note(ui, "people-shown");
        let columns = [
            ("people-title-held", &mut look.title),
            ("people-organisation", &mut look.organisation),
            ("people-role", &mut look.role),
            ("people-code", &mut look.code),
            ("people-shown-mentions", &mut look.mentions),
        ];
        for (words, is_shown) in columns {
            if MenuEntry::new(&view.tr(words)).ticked(*is_shown).show(ui, view.tokens).clicked() {
                *is_shown = !*is_shown;
            }
        }
    });
}

/// By what entries stand in an order that is not that of protocol; those without the words come last.
pub(super) fn sort_key(participant: &Participant, order: ListOrder) -> (bool, String, String) {
    let name = name_key(participant);
    match order {
        ListOrder::Protocol | ListOrder::Name => (participant.is_organisation(), name, String::new()),
        ListOrder::Organisation => (participant.organisation.is_empty(), letters(&participant.organisation), name),
        ListOrder::Role => {
            let rank = Role::ALL.iter().position(|role| *role == participant.role).unwrap_or(0);
            (participant.is_organisation(), rank.to_string(), name)
        }
    }
}

/// The last word of a name first: the given name in Vietnam, the family elsewhere. A Russian family stands before a patronymic.
fn name_key(participant: &Participant) -> String {
    let words: Vec<&str> = participant.shown_name().split_whitespace().collect();
    let is_patronymic = |word: &&str| ["вич", "вна", "чна", "ьич"].iter().any(|ending| word.ends_with(ending));
    let ordered: Vec<&str> = match words.split_last() {
        Some((last, rest)) if !(rest.len() > 1 && is_patronymic(last)) => {
            std::iter::once(*last).chain(rest.iter().copied()).collect()
        }
        _ => words,
    };
    letters(&ordered.join(" "))
}

/// Letters as dictionaries order them: each with its mark behind it, so that ă follows a and đ follows d, then the tones of all.
fn letters(text: &str) -> String {
    let (mut key, mut tones) = (String::new(), String::new());
    for letter in text.to_lowercase().nfd() {
        match letter {
            '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}' => tones.push(letter),
            // The mark takes the place of the sign for none.
            '\u{306}' | '\u{302}' | '\u{31b}' => {
                key.pop();
                key.push(if letter == '\u{306}' {
                    '1'
                } else if letter == '\u{302}' {
                    '2'
                } else {
                    '3'
                });
            }
            'đ' => key.push_str("d1"),
            ' ' => key.push(' '),
            letter => key.extend([letter, '0']),
        }
    }
    format!("{key}\u{0}{tones}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::ParticipantId;

    fn sorted(names: &[&str], order: ListOrder) -> Vec<String> {
        let of = |name: &&str| {
            let (name, organisation) = name.split_once(" @ ").unwrap_or((name, ""));
            let named = Participant::named(ParticipantId::from_number(1), name);
            Participant { organisation: organisation.into(), ..named }
        };
        let mut people: Vec<_> = names.iter().map(of).collect();
        people.sort_by_key(|person| sort_key(person, order));
        people.iter().map(|person| person.shown_name().to_string()).collect()
    }

    #[test]
    fn names_stand_as_in_a_directory() {
        let vietnamese = ["Lê Văn Đức", "Trần Thị Ân", "Phạm Dũng", "Nguyễn Ánh", "Bùi An", "Vũ Ăn"];
        let expected = ["Bùi An", "Nguyễn Ánh", "Vũ Ăn", "Trần Thị Ân", "Phạm Dũng", "Lê Văn Đức"];
        assert_eq!(sorted(&vietnamese, ListOrder::Name), expected);
        let russian = ["Марина Кольцова", "Белов Иван Ильич", "Пётр Абрамов", "Ян Сергеевич Власов"];
        let expected = ["Пётр Абрамов", "Белов Иван Ильич", "Ян Сергеевич Власов", "Марина Кольцова"];
        assert_eq!(sorted(&russian, ListOrder::Name), expected);
    }

    #[test]
    fn who_has_no_organisation_comes_last() {
        let people = ["Anna Berg", "Ian Roy @ Press", "Jo Day @ Club", "Al Ash @ Press"];
        assert_eq!(sorted(&people, ListOrder::Organisation), ["Jo Day", "Al Ash", "Ian Roy", "Anna Berg"]);
    }
}
