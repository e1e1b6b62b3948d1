//! Drafts and pictures into what a report gets: pure, with ids from a source.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::import::addition::Addition;
use crate::import::{
    Draft, DraftBlock, DraftPerson, DroppedKind, HeadField, Notice, NoticeKind, Picture, PicturePlace, PictureTarget,
    Receipt, credit, notice::excerpt,
};
use crate::report::{
    Block, BlockKind, Event, HeadingLevel, IdSource, Photo, PhotoHash, PhotoId, Publication, Report, RichText,
};

/// A picture of a file.
#[derive(Debug, Clone)]
pub struct PictureFile {
    /// Where its bytes are.
    pub path: PathBuf,
    /// How many there are.
    pub byte_len: u64,
    /// What they are.
    pub picture: Arc<Picture>,
    /// The bytes themselves, where no file has them: `path` is only a name then.
    pub bytes: Option<Arc<[u8]>>,
}

/// An article with everything that belongs to it.
#[derive(Debug)]
pub struct Article {
    /// Where it was.
    pub path: PathBuf,
    /// What was read of it.
    pub draft: Draft,
    /// The pictures that it names itself and that could be read, by its own words for them.
    pub beside: BTreeMap<String, PictureFile>,
}

/// Gathers an [`Addition`] to a report, article by article.
pub struct Assembler<'a> {
    report: &'a Report,
    ids: &'a mut IdSource,
    photos: BTreeMap<PhotoHash, PhotoId>,
    shown: BTreeSet<PhotoHash>,
    addition: Addition,
}

impl<'a> Assembler<'a> {
    /// Begins an addition to this report.
    pub fn new(report: &'a Report, ids: &'a mut IdSource) -> Self {
        let photos = report.photos.iter().map(|photo| (photo.hash, photo.id)).collect();
        let shown =
            report.body.blocks().iter().filter_map(|block| report.photo(block.photo()?)).map(|photo| photo.hash);
        Self { report, ids, photos, shown: shown.collect(), addition: Addition::default() }
    }

    /// Adds an article and the photos that were given with it.
    ///
    /// A place takes the picture that it names; failing that a given photo of the same file name; failing that the next
    /// given photo. What is left over is added to the report, but not to the text.
    pub fn add_article(&mut self, article: Article, given: &[PictureFile]) {
        let Article { path, draft, beside } = article;
        self.notices(&path, draft.notices.iter().cloned());
        self.add_head(&path, &draft);
        self.add_participants(&draft.participants);
        let mut receipt = Receipt::of(&draft);
        let places: Vec<&PicturePlace> = draft.blocks.iter().filter_map(as_place).collect();
        let mut chosen = choose(&places, &beside, given);
        let mut empty_places = 0;
        for block in draft.blocks {
            match block {
                DraftBlock::Text { kind, text } => self.push(kind, text),
                DraftBlock::Picture(place) => {
                    let picture = chosen.pictures.pop_front().flatten();
                    if picture.is_none() && place.caption.is_empty() && place.target == PictureTarget::Unknown {
                        empty_places += 1;
                    }
                    self.add_place(&path, place, picture, &mut receipt);
                }
            }
        }
        for file in draft.unplaced.iter().filter_map(|target| beside.get(&target.key()?)) {
            self.photo_of(file);
        }
        if let Some(file) = draft.lead.and_then(|lead| beside.get(&lead)) {
            self.choose_lead(file);
        }
        if empty_places > 0 {
            self.notices(&path, [NoticeKind::EmptyPlaces { count: empty_places }]);
        }
        self.addition.receipts.push((path, receipt));
        for picture in chosen.left_over {
            if self.add_photo(&picture).is_some() && chosen.places > 0 {
                self.notices(&picture.path, [NoticeKind::NoPlace]);
            }
        }
    }

    /// Adds photos that belong to no article.
    pub fn add_photos(&mut self, given: &[PictureFile]) {
        for picture in given {
            self.add_photo(picture);
        }
    }

    /// What the report gets.
    pub fn finish(self) -> Addition {
        self.addition
    }

    fn notices(&mut self, path: &Path, kinds: impl IntoIterator<Item = NoticeKind>) {
        self.addition.notices.extend(kinds.into_iter().map(|kind| Notice::about(path, kind)));
    }

    fn push(&mut self, kind: BlockKind, text: RichText) {
        if kind.has_text() && text.is_empty() {
            return;
        }
        let block = Block::new(self.ids.block(), kind, text);
        self.addition.blocks.push(Arc::new(block));
    }

    /// Fills the lines above the text that the report has not filled.
    fn add_head(&mut self, path: &Path, draft: &Draft) {
        let report = self.report;
        let taken = |own: &RichText, added: &Option<RichText>| added.as_ref().map_or_else(|| own.clone(), Clone::clone);
        let headline = taken(&report.headline, &self.addition.headline);
        match &draft.headline {
            Some(new) if headline.is_empty() => self.addition.headline = Some(new.clone()),
            Some(new) if headline.as_str() != new.as_str() => {
                self.push(BlockKind::Heading { level: HeadingLevel::Two }, new.clone());
            }
            _ => {}
        }
        let mut refused = Vec::new();
        let mut fill = |field, own: &RichText, slot: &mut Option<RichText>, new: &Option<RichText>| {
            let Some(new) = new else { return };
            if own.is_empty() && slot.is_none() {
                *slot = Some(new.clone());
            } else if taken(own, slot).as_str() != new.as_str() {
                refused.push(NoticeKind::AlreadyFilled { field, text: excerpt(new.as_str()) });
            }
        };
        let addition = &mut self.addition;
        fill(HeadField::Kicker, &report.kicker, &mut addition.kicker, &draft.kicker);
        fill(HeadField::Standfirst, &report.standfirst, &mut addition.standfirst, &draft.standfirst);
        fill(HeadField::Byline, &report.byline, &mut addition.byline, &draft.byline);
        fill(HeadField::Place, &report.place, &mut addition.place, &draft.place);
        match (draft.date, report.details.date.or(addition.date)) {
            (Some(date), None) => addition.date = Some(date),
            (Some(date), Some(filled)) if date != filled => {
                refused.push(NoticeKind::AlreadyFilled { field: HeadField::Date, text: date.to_string() });
            }
            _ => {}
        }
        for source in &draft.sources {
            if !report.details.sources.iter().chain(&addition.sources).any(|known| known.url == source.url) {
                addition.sources.push(source.clone());
            }
        }
        for word in &draft.keywords {
            if !report.details.keywords.iter().chain(&addition.keywords).any(|known| known == word) {
                addition.keywords.push(Arc::clone(word));
            }
        }
        let details = &report.details;
        let event = draft.event.clone().filter(|_| details.event == Event::default() && addition.event.is_none());
        addition.event = addition.event.take().or(event);
        let publication = draft.publication.clone().filter(|_| details.publication == Publication::default());
        addition.publication = addition.publication.take().or(publication);
        addition.rights = addition.rights.take().or_else(|| draft.rights.clone().filter(|_| details.rights.is_empty()));
        self.notices(path, refused);
    }

    /// Adds those who took part and whom the report has not.
    fn add_participants(&mut self, people: &[DraftPerson]) {
        for person in people {
            let mut known = self.report.participants.iter().chain(&self.addition.participants);
            if !known.any(|known| person.is(known)) {
                self.addition.participants.push(Arc::new(person.participant(self.ids.participant())));
            }
        }
    }

    /// A figure where there is a picture that nothing shows yet; otherwise the caption as a paragraph: it is what
    /// somebody wrote.
    fn add_place(&mut self, path: &Path, mut place: PicturePlace, picture: Option<PictureFile>, receipt: &mut Receipt) {
        let caption = excerpt(place.caption.as_str());
        let is_shown = picture.as_ref().is_some_and(|picture| !self.shown.contains(&picture.picture.original.hash));
        if !is_shown {
            // Nothing is left that the credit could stand with.
            credit::put_back(&mut place);
        }
        let Some(picture) = picture else {
            match &place.target {
                PictureTarget::Unknown => {}
                PictureTarget::Elsewhere(address) => receipt.drop(DroppedKind::WebPicture, Some(address)),
                target => receipt.drop(DroppedKind::LostPicture, target.key().as_deref()),
            }
            if !place.caption.is_empty() {
                receipt.keep(&BlockKind::Paragraph, &place.caption);
            }
            if let PictureTarget::Elsewhere(address) = &place.target {
                self.notices(path, [NoticeKind::PictureElsewhere { address: excerpt(address) }]);
            } else if !place.caption.is_empty() {
                self.notices(path, [NoticeKind::CaptionWithoutPhoto { caption }]);
            }
            self.push(BlockKind::Paragraph, place.caption);
            return;
        };
        if !self.shown.insert(picture.picture.original.hash) {
            self.notices(&picture.path, [NoticeKind::ShownTwice { caption }]);
            receipt.drop(DroppedKind::RepeatedPicture, None);
            self.push(BlockKind::Paragraph, place.caption);
            return;
        }
        receipt.keep_picture(&place);
        let beside = place.beside;
        let id = self.photo_of(&picture);
        self.describe(id, place);
        self.push(BlockKind::Figure { photo: id, beside }, RichText::new());
    }

    /// Adds a photo unless the report has it; the id only where it is new.
    fn add_photo(&mut self, file: &PictureFile) -> Option<PhotoId> {
        let hash = file.picture.original.hash;
        if let Some(first) = self.photos.get(&hash).and_then(|id| self.file_name(*id)) {
            self.notices(&file.path, [NoticeKind::SamePicture { first: first.to_string() }]);
            return None;
        }
        Some(self.photo_of(file))
    }

    /// Has a photo stand for the story, where none does.
    fn choose_lead(&mut self, file: &PictureFile) {
        if self.report.details.lead_photo.is_none() && self.addition.lead_photo.is_none() {
            self.addition.lead_photo = self.photos.get(&file.picture.original.hash).copied();
        }
    }

    fn photo_of(&mut self, file: &PictureFile) -> PhotoId {
        if let Some(id) = self.photos.get(&file.picture.original.hash) {
            return *id;
        }
        let photo = file.picture.photo(self.ids.photo(), &self.report.participants);
        if file.picture.truncated {
            self.notices(&file.path, [NoticeKind::Truncated]);
        }
        if file.picture.words_too_long {
            self.notices(&file.path, [NoticeKind::WordsTooLong]);
        }
        if file.picture.sidecar_too_long {
            self.notices(&file.path, [NoticeKind::SidecarTooLong]);
        }
        if let Some(coding) = file.picture.guessed_coding() {
            self.notices(&file.path, [NoticeKind::GuessedCoding { coding: coding.name() }]);
        }
        let id = photo.id;
        self.photos.insert(photo.hash, id);
        self.addition.photos.push(Arc::new(photo));
        self.addition.files.push(file.clone());
        id
    }

    /// Gives a photo the words of its place. What a reporter wrote for a photo of the report is not written over.
    fn describe(&mut self, id: PhotoId, place: PicturePlace) {
        if let Some(photo) = self.addition.photos.iter_mut().find(|photo| photo.id == id) {
            let photo = Arc::make_mut(photo);
            if place.is_whole {
                (photo.caption, photo.alt, photo.credit) = (place.caption, place.alt, place.credit);
                photo.decorative = place.decorative;
                return;
            }
            set_if_said(&mut photo.caption, place.caption);
            set_if_said(&mut photo.alt, place.alt);
            set_if_said(&mut photo.credit, place.credit);
            photo.decorative |= place.decorative;
        } else if let Some(photo) = self.report.photo(id) {
            let mut changed = Photo::clone(photo);
            if changed.caption.is_empty() {
                changed.caption = place.caption;
            } else if !place.caption.is_empty() && changed.caption.as_str() != place.caption.as_str() {
                self.push(BlockKind::Paragraph, place.caption);
            }
            if changed.alt.is_empty() {
                changed.alt = place.alt;
            }
            if changed.credit.is_empty() {
                changed.credit = place.credit;
            }
            self.addition.described.push(Arc::new(changed));
        }
    }

    fn file_name(&self, id: PhotoId) -> Option<&Arc<str>> {
        let photos = self.report.photos.iter().chain(&self.addition.photos);
        photos.into_iter().find(|photo| photo.id == id).map(|photo| &photo.file_name)
    }
}

fn set_if_said(text: &mut RichText, said: RichText) {
    if !said.is_empty() {
        *text = said;
    }
}

fn as_place(block: &DraftBlock) -> Option<&PicturePlace> {
    match block {
        DraftBlock::Picture(place) => Some(place),
        DraftBlock::Text { .. } => None,
    }
}

/// Which picture each place gets.
struct Chosen {
    pictures: std::collections::VecDeque<Option<PictureFile>>,
    left_over: Vec<PictureFile>,
    places: usize,
}

fn choose(places: &[&PicturePlace], beside: &BTreeMap<String, PictureFile>, given: &[PictureFile]) -> Chosen {
    let mut left: Vec<Option<&PictureFile>> = given.iter().map(Some).collect();
    let mut pictures: Vec<Option<PictureFile>> = places
        .iter()
        .map(|place| match &place.target {
            PictureTarget::Unknown => None,
            PictureTarget::Elsewhere(address) => take_named(&mut left, address),
            target => target.key().and_then(|key| {
                let found = beside.get(&key).cloned();
                found.or_else(|| take_named(&mut left, &key))
            }),
        })
        .collect();
    let mut rest = left.into_iter().flatten().cloned();
    for picture in pictures.iter_mut().filter(|picture| picture.is_none()) {
        *picture = rest.next();
    }
    Chosen { pictures: pictures.into(), left_over: rest.collect(), places: places.len() }
}

/// Takes the given photo that has the last name of an address.
fn take_named(left: &mut [Option<&PictureFile>], address: &str) -> Option<PictureFile> {
    let without_query = address.split(['?', '#']).next()?;
    let name = without_query.rsplit(['/', '\\']).next().filter(|name| !name.is_empty())?.to_lowercase();
    let named = |file: &&PictureFile| file.picture.original.file_name.to_lowercase() == name;
    left.iter_mut().find(|file| file.as_ref().is_some_and(named)).and_then(Option::take).cloned()
}
