//! What a reader of some format understood, before it is a part of any report.

use std::path::PathBuf;
use std::sync::Arc;

use jiff::civil::Date;

use crate::import::{Dropped, NoticeKind};
use crate::report::{BlockKind, Event, Participant, ParticipantId, PersonField, Publication, RichText, Role, Source};

/// An article as it was read: its words in order, without ids and without pictures' bytes.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Draft {
    /// Set apart as the line above the headline.
    pub kicker: Option<RichText>,
    /// Set apart as the headline by the article itself; never guessed.
    pub headline: Option<RichText>,
    /// Set apart as the standfirst.
    pub standfirst: Option<RichText>,
    /// The authors' names, separated by commas.
    pub byline: Option<RichText>,
    /// The place of the dateline.
    pub place: Option<RichText>,
    /// The day of the dateline.
    pub date: Option<Date>,
    /// The language that the article says it is in (BCP 47).
    pub language: Option<Arc<str>>,
    /// Words that a search should find the story by.
    pub keywords: Vec<Arc<str>>,
    /// The story.
    pub blocks: Vec<DraftBlock>,
    /// Photos that belong to the story and stand nowhere in it; their files say what they show.
    pub unplaced: Vec<PictureTarget>,
    /// Which of the photos was chosen to stand for the story: its [`PictureTarget::key`].
    pub lead: Option<String>,
    /// Where it was taken from.
    pub sources: Vec<Source>,
    /// What it says of the conference.
    pub event: Option<Event>,
    /// Where and when it was published.
    pub publication: Option<Publication>,
    /// The copyright notice.
    pub rights: Option<Arc<str>>,
    /// Who took part, where the article has a list that says it part by part.
    pub participants: Vec<DraftPerson>,
    /// What could not be taken over as it was.
    pub notices: Vec<NoticeKind>,
    /// What the reader left out, kind by kind.
    pub dropped: Vec<Dropped>,
}

/// Somebody who took part.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[expect(missing_docs, reason = "as of a participant")]
pub struct DraftPerson {
    pub name: String,
    pub short_name: String,
    pub honorific: String,
    pub title: String,
    pub organisation: String,
    pub delegation: String,
    pub role: Role,
    pub code: String,
    pub note: String,
}

impl DraftPerson {
    /// A participant of a report.
    pub fn participant(&self, id: ParticipantId) -> Participant {
        let fields = [
            (PersonField::ShortName, &self.short_name),
            (PersonField::Honorific, &self.honorific),
            (PersonField::Title, &self.title),
            (PersonField::Organisation, &self.organisation),
            (PersonField::Delegation, &self.delegation),
            (PersonField::Code, &self.code),
            (PersonField::Note, &self.note),
        ];
        let named = Participant { role: self.role, ..Participant::named(id, &self.name) };
        fields.into_iter().fold(named, |person, (field, words)| person.with_field(field, words))
    }

    /// Whether it is somebody of a list: the same name of the same organisation.
    pub fn is(&self, participant: &Participant) -> bool {
        *participant.name == *self.name && *participant.organisation == *self.organisation
    }
}

/// One block of a draft.
#[derive(Debug, Clone, PartialEq)]
pub enum DraftBlock {
    /// Words, or a divider.
    Text {
        /// What the block becomes; no figure, and a list of participants only where the draft has them.
        kind: BlockKind,
        /// Its words.
        text: RichText,
    },
    /// A place for a photo.
    Picture(PicturePlace),
}

impl DraftBlock {
    /// A paragraph.
    pub fn paragraph(text: RichText) -> Self {
        Self::Text { kind: BlockKind::Paragraph, text }
    }

    /// The words of a paragraph; `None` for every other kind.
    pub fn as_paragraph(&self) -> Option<&RichText> {
        match self {
            Self::Text { kind: BlockKind::Paragraph, text } => Some(text),
            _ => None,
        }
    }
}

/// Where the article wants a photo.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PicturePlace {
    /// Where the picture is said to be.
    pub target: PictureTarget,
    /// What is printed under it.
    pub caption: RichText,
    /// What stands for it where it cannot be seen.
    pub alt: RichText,
    /// Whose picture it is, where that is set apart from the caption.
    pub credit: RichText,
    /// Said to tell nothing, so that it needs no alternative text.
    pub decorative: bool,
    /// It stands in one row with the picture before it.
    pub beside: bool,
    /// All of this is how it was meant: what the place leaves empty is not taken from the picture's file either.
    pub is_whole: bool,
}

/// Where a picture of an article is.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum PictureTarget {
    /// The article does not say: web extractors lose the address.
    #[default]
    Unknown,
    /// A path beside the article, as it is written there.
    Beside(String),
    /// The article holds it.
    Inside {
        /// A name for the photo.
        name: String,
        /// Its bytes.
        bytes: Arc<[u8]>,
    },
    /// A file of this machine, as word processors name it in what they copy.
    File(PathBuf),
    /// An address that is not read: on the web, or an absolute path.
    Elsewhere(String),
}

impl PictureTarget {
    /// What stands for a picture that can be read, among those of one article.
    pub fn key(&self) -> Option<String> {
        match self {
            Self::Beside(name) => Some(name.clone()),
            Self::Inside { name, .. } => Some(format!("data:{name}")),
            Self::File(path) => Some(path.to_string_lossy().into_owned()),
            Self::Unknown | Self::Elsewhere(_) => None,
        }
    }

    /// The target that an address means. Only plain relative paths are read: an address with a scheme, an absolute path and a
    /// network path could reach anything, and opening a network path alone tells another machine who we are.
    pub fn from_address(address: &str) -> Self {
        let address = address.trim();
        let rooted = address.starts_with(['/', '\\']);
        let with_scheme = address.split(['/', '\\']).next().is_some_and(|first| first.contains(':'));
        if address.is_empty() {
            Self::Unknown
        } else if rooted || with_scheme || address.chars().any(char::is_control) {
            Self::Elsewhere(address.to_owned())
        } else {
            Self::Beside(address.to_owned())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_plain_relative_paths_are_beside_the_article() {
        for address in ["a.jpg", "img/a b.jpg", "../img/ảnh.png", "a:b".trim_start_matches("a:")] {
            assert_eq!(PictureTarget::from_address(address), PictureTarget::Beside(address.to_owned()));
        }
        for address in
            ["https://x.org/a.jpg", "//x.org/a.jpg", "/etc/a.jpg", r"\\host\a.jpg", r"C:\a.jpg", "file:a.jpg", "data:,"]
        {
            assert_eq!(PictureTarget::from_address(address), PictureTarget::Elsewhere(address.to_owned()), "{address}");
        }
        assert_eq!(PictureTarget::from_address(" "), PictureTarget::Unknown);
    }
}
