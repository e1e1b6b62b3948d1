//! What an import adds to a report.

use std::path::PathBuf;
use std::sync::Arc;

use jiff::civil::Date;

use crate::import::{Notice, PictureFile, Receipt};
use crate::report::{
    Block, BlockKind, Body, Details, Event, Participant, Photo, PhotoId, Publication, Report, RichText, Source,
};

/// What an import adds to a report. The window makes one undoable change of it; the command line applies it.
#[derive(Debug, Default)]
pub struct Addition {
    /// Only where the report has none; likewise the next five.
    pub kicker: Option<RichText>,
    /// The headline.
    pub headline: Option<RichText>,
    /// The sentence or two under the headline.
    pub standfirst: Option<RichText>,
    /// The authors' names.
    pub byline: Option<RichText>,
    /// The place of the dateline.
    pub place: Option<RichText>,
    /// The day of the dateline.
    pub date: Option<Date>,
    /// Those that the report has not.
    pub sources: Vec<Source>,
    /// Those that the report has not.
    pub keywords: Vec<Arc<str>>,
    /// Of the conference, only where the report says nothing of it; likewise the next two.
    pub event: Option<Event>,
    /// Where and when it appears.
    pub publication: Option<Publication>,
    /// The copyright notice.
    pub rights: Option<Arc<str>>,
    /// The photo that stands for the story, only where the report has chosen none.
    pub lead_photo: Option<PhotoId>,
    /// Those whom the report has not.
    pub participants: Vec<Arc<Participant>>,
    /// For the end of the story.
    pub blocks: Vec<Arc<Block>>,
    /// New photos.
    pub photos: Vec<Arc<Photo>>,
    /// Photos of the report that got words which they had not.
    pub described: Vec<Arc<Photo>>,
    /// Where the bytes of the new photos are, in their order.
    pub files: Vec<PictureFile>,
    /// What to tell.
    pub notices: Vec<Notice>,
    /// What was kept of each article, and what was left out.
    pub receipts: Vec<(PathBuf, Receipt)>,
}

impl Addition {
    /// Whether the report stays as it is.
    pub fn is_empty(&self) -> bool {
        let head = [&self.kicker, &self.headline, &self.standfirst, &self.byline, &self.place];
        self.blocks.is_empty()
            && self.photos.is_empty()
            && self.described.is_empty()
            && self.sources.is_empty()
            && self.keywords.is_empty()
            && self.participants.is_empty()
            && self.event.is_none()
            && self.publication.is_none()
            && self.rights.is_none()
            && self.lead_photo.is_none()
            && self.date.is_none()
            && head.into_iter().all(Option::is_none)
    }

    /// The body with the new blocks: after what is there, and in the place of an empty last paragraph.
    pub fn body_of(&self, report: &Report) -> Body {
        let mut blocks = report.body.blocks().to_vec();
        let is_empty = |block: &Arc<Block>| block.kind == BlockKind::Paragraph && block.text.is_empty();
        if !self.blocks.is_empty() && blocks.last().is_some_and(is_empty) {
            blocks.pop();
        }
        blocks.extend(self.blocks.iter().cloned());
        Body::new(blocks)
    }

    /// Makes the addition.
    pub fn apply_to(&self, report: &mut Report) {
        report.body = self.body_of(report);
        report.photos.extend(self.photos.iter().cloned());
        for changed in &self.described {
            for photo in report.photos.iter_mut().filter(|photo| photo.id == changed.id) {
                *photo = Arc::clone(changed);
            }
        }
        let set = |own: &mut RichText, new: &Option<RichText>| {
            if let Some(new) = new {
                own.clone_from(new);
            }
        };
        set(&mut report.kicker, &self.kicker);
        set(&mut report.headline, &self.headline);
        set(&mut report.standfirst, &self.standfirst);
        set(&mut report.byline, &self.byline);
        set(&mut report.place, &self.place);
        report.participants.extend(self.participants.iter().cloned());
        let details = self.details_of(report);
        if details != *report.details {
            report.details = Arc::new(details);
        }
    }

    fn details_of(&self, report: &Report) -> Details {
        let mut details = Details::clone(&report.details);
        details.date = details.date.or(self.date);
        details.lead_photo = details.lead_photo.or(self.lead_photo);
        details.sources.extend(self.sources.iter().cloned());
        details.keywords.extend(self.keywords.iter().cloned());
        if let Some(event) = &self.event {
            details.event.clone_from(event);
        }
        if let Some(publication) = &self.publication {
            details.publication.clone_from(publication);
        }
        if let Some(rights) = &self.rights {
            details.rights = Arc::clone(rights);
        }
        details
    }
}
