//! Photos that look alike: compared by their small pictures, and those of a group by their sharpness. Only a suggestion comes of it.

use std::sync::Arc;

use crate::app::App;
use crate::app::outcome::Outcome;
use crate::app::session::PictureReader;
use crate::job::{Cancel, Outbox};
use crate::photo::look::{self, Look};
use crate::photo::{Limits, Pixels, decode_upright};
use crate::report::Photo;
use crate::ui::dialogs::{Dialogs, Similar, SimilarDialog};
use crate::ui::messages::Message;
use crate::ui::status::Activity;

/// What a search tells while it goes on.
pub enum SimilarStep {
    /// So many of so many photos were looked at.
    Looked(usize, usize),
    /// The groups, each in the order of the report.
    Found(Vec<Vec<Similar>>),
}

/// A search that goes on.
#[derive(Debug)]
pub(super) struct Search {
    number: u64,
    cancel: Cancel,
    done: usize,
    of: usize,
}

impl App {
    /// Compares all photos of the report.
    pub(super) fn find_similar_photos(&mut self) {
        let Some(session) = &self.session else { return };
        if self.similar.is_some() {
            return;
        }
        let photos = session.editor.report().photos.clone();
        let reader = session.picture_reader();
        // Searches are told apart as imports are.
        let (number, cancel) = (self.importing.next_number(), Cancel::default());
        self.similar = Some(Search { number, cancel: cancel.clone(), done: 0, of: photos.len() });
        let work = move |outbox: &Outbox<Outcome>| {
            let told = |done| outbox.send(Outcome::Similar(number, SimilarStep::Looked(done, photos.len())));
            Outcome::Similar(number, SimilarStep::Found(compare(&photos, &reader, &cancel, &told)))
        };
        self.jobs
            .spawn_awaited("compare photos", work, move || Outcome::Similar(number, SimilarStep::Found(Vec::new())));
    }

    /// Takes in what a search tells.
    pub(super) fn similar_step(&mut self, number: u64, step: SimilarStep) {
        let Some(search) = self.similar.as_mut().filter(|search| search.number == number) else { return };
        match step {
            SimilarStep::Looked(done, of) => (search.done, search.of) = (done, of),
            SimilarStep::Found(groups) => {
                self.similar = None;
                if groups.is_empty() {
                    self.messages.push(Message::info(self.locale.tr("similar-none")));
                } else if self.dialogs.is_none() {
                    self.dialogs = Some(Dialogs::Similar(SimilarDialog::of(groups)));
                }
            }
        }
    }

    /// What the status bar says of it.
    pub(super) fn similar_activity(&self) -> Option<Activity> {
        let search = self.similar.as_ref()?;
        let values = [("done", search.done.into()), ("of", search.of.into())];
        Some(Activity {
            words: self.locale.tr_with("similar-progress", &values),
            stop: Some(self.locale.tr("import-stop")),
        })
    }

    /// Ends the search without a result.
    pub(super) fn stop_search(&mut self) {
        if let Some(search) = self.similar.take() {
            search.cancel.cancel();
        }
    }
}

fn compare(photos: &[Arc<Photo>], reader: &PictureReader, cancel: &Cancel, told: &dyn Fn(usize)) -> Vec<Vec<Similar>> {
    let mut looks = Vec::new();
    let mut looked_at = Vec::new();
    for (done, photo) in photos.iter().enumerate() {
        if cancel.is_cancelled() {
            return Vec::new();
        }
        told(done + 1);
        let small = reader.thumbnail(photo).or_else(|| reader.original(photo)).and_then(|bytes| decoded(&bytes));
        let Some(small) = small else { continue };
        looks.push(Look { hash: look::hash(&small), taken_s: photo.taken.as_deref().and_then(seconds) });
        looked_at.push(photo);
    }
    let mut found = Vec::new();
    for group in look::groups(&looks) {
        let mut similar = Vec::new();
        for photo in group.into_iter().filter_map(|place| looked_at.get(place)) {
            if cancel.is_cancelled() {
                return Vec::new();
            }
            let sharpness = reader.original(photo).and_then(|bytes| decoded(&bytes)).map_or(0.0, look::sharpness);
            similar.push(Similar { photo: photo.id, sharpness });
        }
        found.push(similar);
    }
    found
}

fn decoded(bytes: &[u8]) -> Option<Pixels> {
    decode_upright(bytes, &Limits::default()).ok()
}

/// The camera's own clock in seconds; pictures of one burst are of one camera.
fn seconds(taken: &str) -> Option<i64> {
    let local: jiff::civil::DateTime = taken.get(..19)?.parse().ok()?;
    Some(local.to_zoned_datetime(jiff::tz::TimeZone::UTC).ok()?.timestamp().as_second())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_with_and_without_an_offset_is_read() {
        let one = seconds("2025-12-26T14:03:07").unwrap();
        assert_eq!(seconds("2025-12-26T14:03:10+07:00"), Some(one + 3));
        assert_eq!(seconds("2025-12-26"), None);
    }
}
