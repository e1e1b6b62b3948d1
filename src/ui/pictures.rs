//! The pictures that are on the screen or soon will be.
//!
//! Panes ask for a picture by photo and get it, or nothing yet; what they asked for and did not get is decoded off the UI thread,
//! and the window is drawn again when it is there. Of those that are out of sight, the least recently shown ones are dropped beyond a budget.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use egui::TextureHandle;

use crate::report::{AreaPx, Photo, PhotoHash, QuarterTurns};

/// How large a picture is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PictureSize {
    /// For lists, and to stand in for what is being decoded: the longer side up to 320 pixels.
    Thumbnail,
    /// For the page and the cards: as wide as it is drawn, so that a pixel of the picture is one of the screen, if the photo has so many.
    Drawn {
        /// The width on the screen, in pixels.
        width_px: u32,
    },
    /// For looking closely: the longer side up to 6144 pixels, if the graphics card takes so many.
    Large,
}

impl PictureSize {
    /// The size of a picture that is drawn so wide.
    pub fn drawn(width_px: u32) -> Self {
        Self::Drawn { width_px: width_px.clamp(1, DRAWN_MOST_PX) }
    }
}

/// What names a decoded picture: its bytes, its crop, its turns and its size.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct PictureKey {
    /// The bytes.
    pub hash: PhotoHash,
    /// The part that is shown, where it is not all of it: left, top, width and height in pixels.
    pub crop: Option<[u32; 4]>,
    /// Quarter turns clockwise by the reporter.
    pub turns: u8,
    /// The size.
    pub size: PictureSize,
}

impl PictureKey {
    /// The picture of a photo.
    pub fn of(photo: &Photo, size: PictureSize) -> Self {
        let crop = photo.crop.map(|crop| [crop.left, crop.top, crop.width, crop.height]);
        Self { hash: photo.hash, crop, turns: photo.turns.count(), size }
    }
}

impl PictureKey {
    /// The photo as it is meant, though the report may show another part of it by now.
    pub fn of_photo(&self, photo: &Photo) -> Photo {
        let crop = self.crop.map(|[left, top, width, height]| AreaPx { left, top, width, height });
        Photo { crop, turns: QuarterTurns::new(self.turns), ..photo.clone() }
    }
}

/// The state of a picture.
#[derive(Clone)]
enum Entry {
    Pending,
    Ready { texture: TextureHandle, shown_at: u64 },
    Failed,
}

/// A picture as far as it is known.
#[derive(Clone)]
pub enum Picture {
    /// It can be drawn.
    Ready(TextureHandle),
    /// It is being decoded.
    Pending,
    /// It cannot be decoded, or is not in the file.
    Failed,
}

/// The decoded pictures.
#[derive(Default)]
pub struct Pictures {
    inner: RefCell<Inner>,
}

#[derive(Default)]
struct Inner {
    entries: BTreeMap<PictureKey, Entry>,
    wanted: BTreeSet<PictureKey>,
    /// What is shown until the picture itself is there, and when it came.
    lent: BTreeMap<PictureKey, (TextureHandle, u64)>,
    /// The part of the large picture that is wanted at its own size.
    part: Option<PictureKey>,
    tick: u64,
    /// When the last frames began, the newer one first. What was shown since is on the screen.
    frames_began: [u64; 2],
}

/// The longest side of a thumbnail.
pub const THUMBNAIL_SIDE_PX: u32 = 320;
/// So many bytes of thumbnails are kept out of sight, for whoever scrolls back: they are decoded again within a frame or two.
const THUMBNAILS_BYTES: usize = 4 << 20;
/// The same for pictures of the size that they are drawn in, which take longer.
const DRAWN_BYTES: usize = 48 << 20;
/// They are no wider, on however dense a screen.
const DRAWN_MOST_PX: u32 = 2560;
/// Up to here a picture is decoded about as fast as a thumbnail, which would not be seen before it.
const THUMBNAIL_FROM_PX: u32 = 512;
/// Of the pictures that are lent, most are taken back in the next frame; the others are of photos out of sight.
const MOST_LENT: usize = 64;

impl Pictures {
    /// The picture of a photo that is drawn so many pixels wide. Until it is there the one of another width stands in, or else the thumbnail.
    /// While a window is made wider, every frame wants another width: one after the other is decoded, not all of them.
    pub fn drawn(&self, photo: &Photo, width_px: u32) -> Picture {
        let size = PictureSize::drawn(width_px);
        let key = PictureKey::of(photo, size);
        let inner = self.inner.borrow();
        let is_known = inner.entries.contains_key(&key);
        let is_awaited = inner.is_like_one_awaited(key, width_px);
        let other = inner.stand_in(key, width_px);
        drop(inner);
        let found = if is_known || !is_awaited { self.get(photo, size) } else { Picture::Pending };
        match (found, other) {
            (Picture::Pending, Some(other)) => self.get(photo, other),
            (Picture::Pending, None) if width_px > THUMBNAIL_FROM_PX => self.get(photo, PictureSize::Thumbnail),
            (Picture::Pending, None) => self.at_hand(photo, PictureSize::Thumbnail),
            (found, _) => found,
        }
    }

    /// The picture of a photo in a size.
    pub fn get(&self, photo: &Photo, size: PictureSize) -> Picture {
        let key = PictureKey::of(photo, size);
        let mut inner = self.inner.borrow_mut();
        inner.tick += 1;
        let tick = inner.tick;
        let found = match inner.entries.get_mut(&key) {
            Some(Entry::Ready { texture, shown_at }) => {
                *shown_at = tick;
                return Picture::Ready(texture.clone());
            }
            Some(Entry::Failed) => Picture::Failed,
            Some(Entry::Pending) => Picture::Pending,
            None => {
                inner.wanted.insert(key);
                Picture::Pending
            }
        };
        let lent = inner.lent.get(&key).filter(|_| matches!(found, Picture::Pending)).map(|(lent, _)| lent.clone());
        drop(inner);
        if let Some(lent) = lent {
            return Picture::Ready(lent);
        }
        found
    }

    /// All of a photo's picture, neither cropped nor turned, as large as it is there: for whoever crops and turns it while it is drawn. The
    /// large one is asked for where that is `wanted`.
    pub fn closely(&self, photo: &Photo, wanted: bool) -> Picture {
        let whole = Photo { crop: None, turns: QuarterTurns::default(), ..photo.clone() };
        let large = if wanted {
            self.keep_large(Some(PictureKey::of(&whole, PictureSize::Large)));
            self.get(&whole, PictureSize::Large)
        } else {
            self.ready(&whole, PictureSize::Large).map_or(Picture::Pending, Picture::Ready)
        };
        match large {
            Picture::Pending => {
                let key = PictureKey::of(&whole, PictureSize::Large);
                let other = self.inner.borrow().stand_in(key, THUMBNAIL_FROM_PX);
                self.get(&whole, other.unwrap_or(PictureSize::Thumbnail))
            }
            found => found,
        }
    }

    /// A part of a photo's upright picture as the file has it, pixel by pixel, as far as the graphics card takes so many. It belongs to the
    /// large picture, and goes with it.
    pub fn part(&self, photo: &Photo, part: AreaPx) -> Option<TextureHandle> {
        let cut = Photo { crop: Some(part), turns: QuarterTurns::default(), ..photo.clone() };
        let whole = Photo { crop: None, ..cut.clone() };
        self.inner.borrow_mut().part = Some(PictureKey::of(&cut, PictureSize::Large));
        self.keep_large(Some(PictureKey::of(&whole, PictureSize::Large)));
        match self.get(&cut, PictureSize::Large) {
            Picture::Ready(texture) => Some(texture),
            Picture::Pending | Picture::Failed => None,
        }
    }

    /// A picture as far as it is there or lent, without asking for it.
    fn at_hand(&self, photo: &Photo, size: PictureSize) -> Picture {
        let lent = || self.inner.borrow().lent.get(&PictureKey::of(photo, size)).map(|(lent, _)| lent.clone());
        self.ready(photo, size).or_else(lent).map_or(Picture::Pending, Picture::Ready)
    }

    /// A picture that is there already.
    fn ready(&self, photo: &Photo, size: PictureSize) -> Option<TextureHandle> {
        match self.inner.borrow().entries.get(&PictureKey::of(photo, size)) {
            Some(Entry::Ready { texture, .. }) => Some(texture.clone()),
            _ => None,
        }
    }

    /// Gives the memory of the large pictures back; one that is still being decoded is thrown away when it comes.
    pub fn forget_large(&self) {
        self.keep_large(None);
    }

    /// One photo is looked at closely: a large picture is more than all others together.
    fn keep_large(&self, kept: Option<PictureKey>) {
        let mut inner = self.inner.borrow_mut();
        inner.part = inner.part.filter(|part| kept.is_some_and(|kept| kept.hash == part.hash));
        let part = inner.part;
        let stays = |key: &PictureKey| key.size != PictureSize::Large || Some(*key) == kept || Some(*key) == part;
        inner.entries.retain(|key, _| stays(key));
        inner.wanted.retain(stays);
    }

    /// What this frame asked for and is not there: the smallest first. It counts as pending from now on.
    pub fn take_wanted(&self) -> Vec<PictureKey> {
        let mut inner = self.inner.borrow_mut();
        let mut wanted: Vec<_> = std::mem::take(&mut inner.wanted).into_iter().collect();
        inner.frames_began = [inner.tick, inner.frames_began[0]];
        wanted.sort_by_key(|key| key.size);
        for key in &wanted {
            inner.entries.insert(*key, Entry::Pending);
        }
        wanted
    }

    /// Shows another picture until one of this photo is there: the camera's own small one.
    pub fn lend(&self, photo: &Photo, texture: TextureHandle) {
        let key = PictureKey::of(photo, PictureSize::Thumbnail);
        let mut inner = self.inner.borrow_mut();
        inner.tick += 1;
        let tick = inner.tick;
        inner.lent.insert(key, (texture, tick));
        if inner.lent.len() > MOST_LENT
            && let Some(oldest) = inner.lent.iter().min_by_key(|(_, (_, came))| *came).map(|(key, _)| *key)
        {
            inner.lent.remove(&oldest);
        }
    }

    /// Takes in a decoded picture, or the news that there is none.
    pub fn insert(&self, key: PictureKey, texture: Option<TextureHandle>) {
        let mut inner = self.inner.borrow_mut();
        if key.size == PictureSize::Large && !inner.entries.contains_key(&key) {
            return;
        }
        let tick = inner.tick;
        let entry = texture.map_or(Entry::Failed, |texture| Entry::Ready { texture, shown_at: tick });
        inner.entries.insert(key, entry);
        inner.lent.remove(&PictureKey { size: PictureSize::Thumbnail, ..key });
        inner.drop_oldest();
    }

    /// Forgets what is known of an original: its bytes are back.
    pub fn forget(&self, hash: PhotoHash) {
        self.inner.borrow_mut().entries.retain(|key, _| key.hash != hash);
    }

    /// Forgets everything: another report is opened.
    pub fn clear(&self) {
        *self.inner.borrow_mut() = Inner::default();
    }
}

impl Inner {
    /// What there is of a picture in every width that it was drawn in.
    fn drawn_of(&self, key: PictureKey) -> impl Iterator<Item = (u32, &Entry)> {
        let [least, most] = [0, u32::MAX].map(|width_px| PictureKey { size: PictureSize::Drawn { width_px }, ..key });
        self.entries.range(least..=most).filter_map(|(key, entry)| match key.size {
            PictureSize::Drawn { width_px } => Some((width_px, entry)),
            PictureSize::Thumbnail | PictureSize::Large => None,
        })
    }

    /// Whether the same picture is being decoded in a width that is not far from this one.
    fn is_like_one_awaited(&self, key: PictureKey, width_px: u32) -> bool {
        self.drawn_of(key).any(|(other_px, entry)| {
            matches!(entry, Entry::Pending) && other_px / 2 <= width_px && width_px / 2 <= other_px
        })
    }

    /// The picture in the largest width that is there, if it is not much smaller than what it stands for, or larger than a thumbnail.
    fn stand_in(&self, key: PictureKey, width_px: u32) -> Option<PictureSize> {
        let ready = self.drawn_of(key).filter(|(_, entry)| matches!(entry, Entry::Ready { .. }));
        let widest_px = ready.map(|(width_px, _)| width_px).max()?;
        (widest_px >= (width_px / 2).min(THUMBNAIL_SIDE_PX)).then_some(PictureSize::Drawn { width_px: widest_px })
    }

    /// Drops what is out of sight and beyond the budget, the longest out of sight first. The large pictures have rules of their own.
    fn drop_oldest(&mut self) {
        let is_drawn = |size| matches!(size, PictureSize::Drawn { .. });
        let is_thumbnail = |size| size == PictureSize::Thumbnail;
        let budgets: [(&dyn Fn(PictureSize) -> bool, usize); 2] =
            [(&is_thumbnail, THUMBNAILS_BYTES), (&is_drawn, DRAWN_BYTES)];
        for (is_meant, budget) in budgets {
            let mut unseen: Vec<_> = self.entries.iter().filter_map(|(key, entry)| self.unseen(*key, entry)).collect();
            unseen.retain(|(_, key, _)| is_meant(key.size));
            unseen.sort_by_key(|(shown_at, ..)| std::cmp::Reverse(*shown_at));
            let mut kept = 0;
            for (_, key, bytes) in unseen {
                kept += bytes;
                if kept > budget {
                    self.entries.remove(&key);
                }
            }
        }
    }

    /// When a picture that the last frame did not show was shown, and how large it is.
    fn unseen(&self, key: PictureKey, entry: &Entry) -> Option<(u64, PictureKey, usize)> {
        match entry {
            Entry::Ready { texture, shown_at } if *shown_at <= self.frames_began[1] => {
                Some((*shown_at, key, texture.byte_size()))
            }
            Entry::Ready { .. } | Entry::Pending | Entry::Failed => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::edit::notation::state;

    #[test]
    fn one_large_picture_is_kept_while_it_is_looked_at() {
        let (mut report, _) = state("fig 1 |a\nfig 2 b");
        Arc::make_mut(&mut report.photos[1]).hash = PhotoHash::from_bytes([9; 32]);
        let (ctx, pictures) = (egui::Context::default(), Pictures::default());
        let texture = || ctx.load_texture("", egui::ColorImage::example(), egui::TextureOptions::LINEAR);
        let large = |photo: &Photo| PictureKey::of(photo, PictureSize::Large);
        let [one, other] = [0, 1].map(|place| Photo::clone(&report.photos[place]));
        assert!(matches!(pictures.closely(&one, true), Picture::Pending));
        assert!(pictures.take_wanted().contains(&large(&one)));
        pictures.insert(large(&one), Some(texture()));
        assert!(matches!(pictures.closely(&one, false), Picture::Ready(_)));
        assert!(matches!(pictures.closely(&other, true), Picture::Pending));
        assert!(matches!(pictures.closely(&one, false), Picture::Pending), "its memory is given back");
        pictures.forget_large();
        pictures.insert(large(&other), Some(texture()));
        assert!(matches!(pictures.closely(&other, false), Picture::Pending), "what comes too late is thrown away");
    }

    #[test]
    fn what_is_out_of_sight_is_dropped_beyond_the_budget_and_what_is_on_the_screen_never() {
        let (report, _) = state("fig 1 |a");
        let (ctx, pictures) = (egui::Context::default(), Pictures::default());
        let megabyte = egui::ColorImage::filled([512, 512], egui::Color32::RED);
        let photo = |number: u8| Photo { hash: PhotoHash::from_bytes([number; 32]), ..Photo::clone(&report.photos[0]) };
        let show = |numbers: std::ops::Range<u8>| {
            for number in numbers {
                pictures.get(&photo(number), PictureSize::Thumbnail);
            }
            for key in pictures.take_wanted() {
                pictures.insert(key, Some(ctx.load_texture("", megabyte.clone(), egui::TextureOptions::LINEAR)));
            }
        };
        let kept =
            || (0..20).filter(|it| pictures.ready(&photo(*it), PictureSize::Thumbnail).is_some()).collect::<Vec<_>>();
        show(0..10);
        show(0..10);
        assert_eq!(kept(), [0, 1, 2, 3, 4, 5, 6, 7, 8, 9], "however many they are");
        show(2..10);
        show(9..10);
        show(9..10);
        show(9..11);
        assert_eq!(kept(), [5, 6, 7, 8, 9, 10], "four megabytes of what was shown last");
    }

    #[test]
    fn each_width_has_a_picture_of_its_own_and_another_is_shown_until_it_is_there() {
        let (report, _) = state("fig 1 |a");
        let (ctx, pictures) = (egui::Context::default(), Pictures::default());
        let photo = &report.photos[0];
        let comes = |key: PictureKey, width: usize| {
            let image = egui::ColorImage::filled([width, 1], egui::Color32::RED);
            pictures.insert(key, Some(ctx.load_texture("", image, egui::TextureOptions::LINEAR)));
        };
        let shown = |width_px| match pictures.drawn(photo, width_px) {
            Picture::Ready(texture) => texture.size()[0],
            Picture::Pending | Picture::Failed => 0,
        };
        assert_eq!(shown(612), 0);
        let [thumbnail, picture] = pictures.take_wanted()[..] else { panic!("a thumbnail and the picture") };
        assert_eq!([thumbnail.size, picture.size], [PictureSize::Thumbnail, PictureSize::drawn(612)]);
        comes(thumbnail, 320);
        assert_eq!([shown(612), shown(640)], [320, 320]);
        assert!(pictures.take_wanted().is_empty(), "one width at a time");
        comes(picture, 612);
        assert_eq!([shown(612), shown(640)], [612, 612]);
        let wider = pictures.take_wanted();
        assert_eq!(wider.iter().map(|key| key.size).collect::<Vec<_>>(), [PictureSize::drawn(640)]);
        comes(wider[0], 640);
        assert_eq!([shown(640), shown(612)], [640, 612]);
        assert!(pictures.take_wanted().is_empty());
        assert_eq!(shown(84), 640, "a card is not kept waiting");
        let card = pictures.take_wanted();
        assert_eq!(card.iter().map(|key| key.size).collect::<Vec<_>>(), [PictureSize::drawn(84)]);
        assert_eq!(shown(1300), 640, "nor does it keep the page waiting");
        assert_eq!(pictures.take_wanted().len(), 1);
    }

    #[test]
    fn a_small_picture_neither_waits_for_a_thumbnail_nor_stands_in_for_a_large_one() {
        let (report, _) = state("fig 1 |a");
        let (ctx, pictures) = (egui::Context::default(), Pictures::default());
        let photo = &report.photos[0];
        let texture = |width: usize| {
            let image = egui::ColorImage::filled([width, 1], egui::Color32::RED);
            ctx.load_texture("", image, egui::TextureOptions::LINEAR)
        };
        let shown = |width_px| match pictures.drawn(photo, width_px) {
            Picture::Ready(texture) => texture.size()[0],
            Picture::Pending | Picture::Failed => 0,
        };
        pictures.lend(photo, texture(160));
        assert_eq!(shown(84), 160, "what the camera left stands in");
        let card = pictures.take_wanted();
        assert_eq!(card.iter().map(|key| key.size).collect::<Vec<_>>(), [PictureSize::drawn(84)]);
        pictures.insert(card[0], Some(texture(84)));
        assert_eq!([shown(84), shown(612)], [84, 0]);
        let sizes: Vec<_> = pictures.take_wanted().iter().map(|key| key.size).collect();
        assert_eq!(sizes, [PictureSize::Thumbnail, PictureSize::drawn(612)]);
    }

    #[test]
    fn a_part_is_kept_with_the_large_picture_that_it_is_of() {
        let (report, _) = state("fig 1 |a");
        let (ctx, pictures) = (egui::Context::default(), Pictures::default());
        let texture = || ctx.load_texture("", egui::ColorImage::example(), egui::TextureOptions::LINEAR);
        let photo = Photo { turns: QuarterTurns::new(1), ..Photo::clone(&report.photos[0]) };
        let [one, other] = [0, 256].map(|left| AreaPx { left, top: 0, width: 256, height: 256 });
        let wanted = |part| {
            assert!(pictures.part(&photo, part).is_none());
            pictures.take_wanted().into_iter().find(|key| key.crop.is_some()).expect("the part is asked for")
        };
        pictures.closely(&photo, true);
        pictures.insert(wanted(one), Some(texture()));
        pictures.closely(&photo, true);
        assert!(pictures.part(&photo, one).is_some());
        let late = wanted(other);
        pictures.insert(late, Some(texture()));
        assert!(pictures.part(&photo, other).is_some() && pictures.part(&photo, one).is_none(), "one at a time");
        pictures.forget_large();
        assert!(pictures.part(&photo, other).is_none());
    }
}
