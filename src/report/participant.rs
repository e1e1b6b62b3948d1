//! Participants: who took part, and how they are written.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::report::{Extra, ParticipantId};

/// Somebody, or an organisation without a named person, who took part in the conference.
///
/// People and organisations stand in one list, because they have one order of protocol, one search and one way of
/// being mentioned: an entry without a name is the organisation itself.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Participant {
    /// Kept for life.
    pub id: ParticipantId,
    /// The full name as it must be printed; empty for an organisation without a named person.
    #[serde(default)]
    pub name: Arc<str>,
    /// How later mentions are written, where it is not the full name.
    #[serde(default, skip_serializing_if = "is_blank")]
    pub short_name: Arc<str>,
    /// What goes before the name: "Dr", "đồng chí", «товарищ».
    #[serde(default, skip_serializing_if = "is_blank")]
    pub honorific: Arc<str>,
    /// The office held.
    #[serde(default, skip_serializing_if = "is_blank")]
    pub title: Arc<str>,
    /// Where it is held.
    #[serde(default, skip_serializing_if = "is_blank")]
    pub organisation: Arc<str>,
    /// The delegation that the list groups by; may be empty.
    #[serde(default, skip_serializing_if = "is_blank")]
    pub delegation: Arc<str>,
    /// The part played in the conference.
    #[serde(default)]
    pub role: Role,
    /// What photographers type for this participant between two signs of equality, in Photo Mechanic for instance; cases differ.
    #[serde(default, skip_serializing_if = "is_blank")]
    pub code: Arc<str>,
    /// For the page: anything else worth saying.
    #[serde(default, skip_serializing_if = "is_blank")]
    pub note: Arc<str>,
    /// Telephone, address: for the reporter alone, never exported.
    #[serde(default, skip_serializing_if = "is_blank")]
    pub private_contact: Arc<str>,
    /// What a newer version wrote and this one does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A field of an entry in the list that holds words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PersonField {
    /// [`Participant::name`].
    Name,
    /// [`Participant::short_name`].
    ShortName,
    /// [`Participant::honorific`].
    Honorific,
    /// [`Participant::title`].
    Title,
    /// [`Participant::organisation`].
    Organisation,
    /// [`Participant::delegation`].
    Delegation,
    /// [`Participant::code`].
    Code,
    /// [`Participant::note`].
    Note,
    /// [`Participant::private_contact`].
    PrivateContact,
}

impl PersonField {
    /// All of them, as the entry is read.
    pub const ALL: [Self; 9] = [
        Self::Honorific,
        Self::Name,
        Self::ShortName,
        Self::Title,
        Self::Organisation,
        Self::Delegation,
        Self::Code,
        Self::Note,
        Self::PrivateContact,
    ];
}

fn is_blank(text: &Arc<str>) -> bool {
    text.is_empty()
}

/// The part that a participant plays.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Leads the meeting.
    Chair,
    /// Gives a speech or a paper.
    Speaker,
    /// Takes part for a delegation.
    #[default]
    Delegate,
    /// Is invited.
    Guest,
    /// Runs the conference.
    Organiser,
    /// Reports on it.
    Press,
}

impl Role {
    /// All of them, in the order of menus.
    pub const ALL: [Self; 6] = [Self::Chair, Self::Speaker, Self::Delegate, Self::Guest, Self::Organiser, Self::Press];
}

/// What participants are listed under, in the window and on the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Group {
    /// Everybody of a delegation.
    Delegation(Arc<str>),
    /// Those without a delegation who play this part.
    Role(Role),
    /// Organisations without a named person and without a delegation.
    Organisations,
}

impl Group {
    /// The group of a participant.
    pub fn of(participant: &Participant) -> Self {
        if !participant.delegation.is_empty() {
            Self::Delegation(Arc::clone(&participant.delegation))
        } else if participant.is_organisation() {
            Self::Organisations
        } else {
            Self::Role(participant.role)
        }
    }

    /// Delegations stand first, in the order of protocol in which the list names them.
    pub fn rank(&self) -> usize {
        match self {
            Self::Delegation(_) => 0,
            // Plain delegates without a delegation are those whose entry is not finished: they come after the guests.
            Self::Role(Role::Delegate) => Role::ALL.len() + 1,
            Self::Role(role) => 1 + Role::ALL.iter().position(|other| other == role).unwrap_or(0),
            Self::Organisations => Role::ALL.len() + 2,
        }
    }
}

impl Participant {
    /// The words of a field.
    pub fn field(&self, field: PersonField) -> &str {
        match field {
            PersonField::Name => &self.name,
            PersonField::ShortName => &self.short_name,
            PersonField::Honorific => &self.honorific,
            PersonField::Title => &self.title,
            PersonField::Organisation => &self.organisation,
            PersonField::Delegation => &self.delegation,
            PersonField::Code => &self.code,
            PersonField::Note => &self.note,
            PersonField::PrivateContact => &self.private_contact,
        }
    }

    /// With other words in a field.
    #[must_use]
    pub fn with_field(mut self, field: PersonField, words: &str) -> Self {
        let place = match field {
            PersonField::Name => &mut self.name,
            PersonField::ShortName => &mut self.short_name,
            PersonField::Honorific => &mut self.honorific,
            PersonField::Title => &mut self.title,
            PersonField::Organisation => &mut self.organisation,
            PersonField::Delegation => &mut self.delegation,
            PersonField::Code => &mut self.code,
            PersonField::Note => &mut self.note,
            PersonField::PrivateContact => &mut self.private_contact,
        };
        *place = words.into();
        self
    }

    /// A participant of whom only the name is known.
    pub fn named(id: ParticipantId, name: &str) -> Self {
        Self {
            id,
            name: name.into(),
            short_name: "".into(),
            honorific: "".into(),
            title: "".into(),
            organisation: "".into(),
            delegation: "".into(),
            role: Role::default(),
            code: "".into(),
            note: "".into(),
            private_contact: "".into(),
            extra: Extra::new(),
        }
    }

    /// Whether this is an organisation that takes part without a named person.
    pub fn is_organisation(&self) -> bool {
        self.name.is_empty()
    }

    /// What the list shows: the name, or the organisation's.
    pub fn shown_name(&self) -> &Arc<str> {
        if self.is_organisation() { &self.organisation } else { &self.name }
    }

    /// The ways in which a text can name this participant, the shown name first. A reference that is written in one of these
    /// follows a change; one written otherwise (an inflected name) stays as it was written.
    pub fn forms(&self) -> Vec<String> {
        let shown = self.shown_name();
        let short = if self.short_name.is_empty() { shown } else { &self.short_name };
        let with_honorific = [self.honorific.as_ref(), shown.as_ref()];
        let joined = with_honorific.iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(" ");
        vec![shown.to_string(), short.to_string(), joined]
    }

    /// "Title, organisation", of what there is: the line under the name.
    pub fn position(&self) -> String {
        let organisation = if self.is_organisation() { "" } else { self.organisation.as_ref() };
        let parts = [self.title.as_ref(), organisation];
        parts.iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(", ")
    }
}
