//! The document as a value: plain data, no window, no files, no clock.
//!
//! A [`Report`] is a head (kicker, headline, standfirst, byline, dateline), a body of blocks, photos, participants and
//! details of the conference. Copies are cheap, because blocks, photos and participants are shared until one of the
//! copies changes; that is how a save or an export works on a snapshot while the reporter goes on typing.
//!
//! Fields are changed through transactions only ([`crate::edit`]); [`Report::fault`] states the invariants.

mod block;
mod details;
mod fault;
mod filed;
mod id;
mod lineup;
mod outline;
mod participant;
mod photo;
mod slot;
mod table;
mod text;
mod turned;

use std::sync::Arc;

use serde::{Deserialize, Serialize};

pub use self::block::{Block, BlockKind, Body, HeadingLevel, ListStyle};
pub use self::details::{Details, Event, IgnoredName, Limit, Publication, Source};
pub use self::fault::ReportFault;
pub use self::filed::{Filed, FiledPhoto};
pub use self::id::{BlockId, IdSource, InvalidId, ParticipantId, PhotoId, ReportId};
pub use self::lineup::{Lineup, LineupPlace, Shown};
pub use self::outline::{OutlineEntry, OutlineKind, entry_at, outline};
pub use self::participant::{Group, Participant, PersonField, Role};
pub use self::photo::{
    AreaPx, InvalidHash, Original, Photo, PhotoHash, PictureFormat, PointPx, QuarterTurns, SizePx, file_name_key,
};
pub use self::slot::{Pos, ReadingRank, Slot, WordPlace};
pub use self::table::{Cell, CellId, CellPlace, Table};
pub use self::text::{RichText, Span, Style, TextFault};

/// Fields of a file that a newer version wrote; they are kept and written back.
pub type Extra = serde_json::Map<String, serde_json::Value>;

/// A conference report.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Report {
    /// Kept for life, in every copy.
    pub id: ReportId,
    /// The language of the report (BCP 47: `en`, `ru`, `vi`, …).
    pub language: Arc<str>,
    /// The line above the headline.
    #[serde(default)]
    pub kicker: RichText,
    /// The headline.
    #[serde(default)]
    pub headline: RichText,
    /// The sentence or two under the headline.
    #[serde(default)]
    pub standfirst: RichText,
    /// The authors' names, separated by commas.
    #[serde(default)]
    pub byline: RichText,
    /// The place of the dateline.
    #[serde(default)]
    pub place: RichText,
    /// Everything that is not written in the text.
    #[serde(default)]
    pub details: Arc<Details>,
    /// The story.
    #[serde(default)]
    pub body: Body,
    /// The photos, whether a figure shows them or not.
    #[serde(default)]
    pub photos: Vec<Arc<Photo>>,
    /// Who took part, in the order of protocol.
    #[serde(default)]
    pub participants: Vec<Arc<Participant>>,
    /// What desks were sent: the last state, and the one before. No change of the report, so that no undo takes it back.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub filed: Vec<Arc<Filed>>,
    /// The SHA-256 of the last files that were made of it and carry no mark of ours, so that they are known again.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub exported: Vec<Arc<str>>,
    /// What its page looks like: `news`, `minutes`, or `own` for the newsroom's template, which each computer knows by itself; as
    /// elsewhere where it is empty. How a report is published is no change of it.
    #[serde(default, skip_serializing_if = "str::is_empty")]
    pub look: Arc<str>,
    /// What a newer version wrote and this one does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A delegation, if it is one, and its participants.
pub type ListPart = (Option<Arc<str>>, Vec<Arc<Participant>>);

impl Report {
    /// A new report with one empty paragraph.
    pub fn new(ids: &mut IdSource, language: &str) -> Self {
        let first = Block::new(ids.block(), BlockKind::Paragraph, RichText::new());
        Self {
            id: ids.report(),
            language: language.into(),
            kicker: RichText::new(),
            headline: RichText::new(),
            standfirst: RichText::new(),
            byline: RichText::new(),
            place: RichText::new(),
            details: Arc::default(),
            body: Body::new(vec![Arc::new(first)]),
            photos: Vec::new(),
            participants: Vec::new(),
            filed: Vec::new(),
            exported: Vec::new(),
            look: Arc::default(),
            extra: Extra::new(),
        }
    }

    /// The photo with this id.
    pub fn photo(&self, id: PhotoId) -> Option<&Arc<Photo>> {
        self.photos.iter().find(|photo| photo.id == id)
    }

    pub(crate) fn photo_mut(&mut self, id: PhotoId) -> Option<&mut Photo> {
        self.photos.iter_mut().find(|photo| photo.id == id).map(Arc::make_mut)
    }

    /// The participant with this id.
    pub fn participant(&self, id: ParticipantId) -> Option<&Arc<Participant>> {
        self.participants.iter().find(|participant| participant.id == id)
    }

    /// The authors, from the byline.
    pub fn authors(&self) -> Vec<&str> {
        let names = self.byline.as_str().split([',', ';']).map(str::trim);
        names.filter(|name| !name.is_empty()).collect()
    }

    /// The delegations in the order in which the list first names them.
    pub fn delegations(&self) -> Vec<Arc<str>> {
        let mut found: Vec<Arc<str>> = Vec::new();
        for participant in &self.participants {
            if !participant.delegation.is_empty() && !found.contains(&participant.delegation) {
                found.push(Arc::clone(&participant.delegation));
            }
        }
        found
    }

    /// How often texts refer to a participant.
    pub fn mentions(&self, id: ParticipantId) -> usize {
        let texts = self.all_slots().into_iter().filter_map(|slot| self.text(slot));
        texts.map(|text| text.people().filter(|(_, person)| *person == id).count()).sum()
    }

    /// The participants, of one delegation or all, in the order in which lists show them: delegation by delegation, then the others.
    /// Each part of the list has the delegation that it is of, if any.
    pub fn listed_participants(&self, delegation: Option<&str>) -> Vec<ListPart> {
        let wanted = |person: &&Arc<Participant>| delegation.is_none_or(|wanted| *person.delegation == *wanted);
        let mut groups: Vec<(Group, Vec<Arc<Participant>>)> = Vec::new();
        for participant in self.participants.iter().filter(wanted) {
            let group = Group::of(participant);
            match groups.iter_mut().find(|(other, _)| *other == group) {
                Some((_, people)) => people.push(Arc::clone(participant)),
                None => groups.push((group, vec![Arc::clone(participant)])),
            }
        }
        groups.sort_by_key(|(group, _)| group.rank());
        let mut parts: Vec<ListPart> = Vec::new();
        for (group, people) in groups {
            match (group, parts.last_mut()) {
                (Group::Delegation(name), _) => parts.push((Some(name), people)),
                (_, Some((None, others))) => others.extend(people),
                _ => parts.push((None, people)),
            }
        }
        parts
    }

    /// Whether nothing was written and nobody and nothing put in.
    pub fn is_blank(&self) -> bool {
        let has_words = |slot: &Slot| self.text(*slot).is_some_and(|text| !text.is_empty());
        let is_bare = self.photos.is_empty() && self.participants.is_empty() && *self.details == Details::default();
        is_bare && !self.all_slots().iter().any(has_words)
    }

    fn with_a_place_to_write(mut self) -> Self {
        // The report's own id seeds it: a damaged file is mended into the same report every time.
        let id = IdSource::from_seed(self.id.number()).block();
        self.body = Body::new(vec![Arc::new(Block::new(id, BlockKind::Paragraph, RichText::new()))]);
        self
    }
}
