//! A look at the reports that the welcome page offers: those worked on before, and drafts that have no name yet.

use std::path::{Path, PathBuf};
use std::time::SystemTime;

use egui::{ColorImage, TextureOptions};
use jiff::tz::TimeZone;

use crate::app::outcome::Outcome;
use crate::app::session::PictureReader;
use crate::app::{App, Locale, decode, telling};
use crate::document::{Document, Opened};
use crate::file::Access;
use crate::language::date;
use crate::report::{Photo, Report};
use crate::ui::messages::Message;
use crate::ui::pictures::PictureSize;
use crate::ui::welcome::Recent;

/// What a look at a report's file shows.
pub struct Glance {
    path: PathBuf,
    headline: String,
    modified: Option<SystemTime>,
    picture: Option<ColorImage>,
    is_draft: bool,
}

/// What the welcome page shows, and whether it was looked for since a report was closed.
#[derive(Default)]
pub(super) struct Glances {
    is_asked: bool,
    shown: Vec<Recent>,
}

impl Glance {
    /// Looks at a file, without keeping anybody from writing to it.
    fn at(path: &Path, is_draft: bool) -> Self {
        let modified = std::fs::metadata(path).and_then(|metadata| metadata.modified()).ok();
        let mut glance = Self { path: path.to_owned(), headline: String::new(), modified, picture: None, is_draft };
        if let Ok(Opened { document, report, .. }) = Document::look(path) {
            glance.headline = report.headline.as_str().to_owned();
            let reader = PictureReader::of_file(document.pictures());
            glance.picture = leading_photo(&report)
                .and_then(|photo| decode::picture(&reader, photo, PictureSize::Thumbnail, u32::MAX));
        }
        glance
    }

    fn recent(self, ctx: &egui::Context, locale: &Locale) -> Recent {
        let name = format!("glance {}", self.path.display());
        Recent {
            headline: self.headline,
            when: self.modified.and_then(|modified| when(modified, locale)).unwrap_or_default(),
            picture: self.picture.map(|image| ctx.load_texture(name, image, TextureOptions::LINEAR)),
            is_missing: self.modified.is_none(),
            is_draft: self.is_draft,
            path: self.path,
        }
    }
}

/// The photo that a reader meets first; one beside the text where none is in it.
fn leading_photo(report: &Report) -> Option<&Photo> {
    let in_text = report.body.blocks().iter().find_map(|block| report.photo(block.photo()?));
    in_text.or_else(|| report.photos.first()).map(|photo| &**photo)
}

/// "26 December 2025 at 14:03" in the language of the interface.
fn when(modified: SystemTime, locale: &Locale) -> Option<String> {
    let moment = jiff::Timestamp::try_from(modified).ok()?.to_zoned_datetime(TimeZone::system());
    let day = date::short(moment.date(), locale.language().tag());
    let time = moment.strftime("%H:%M").to_string();
    Some(locale.tr_with("welcome-when", &[("day", day.into()), ("time", time.into())]))
}

/// The drafts in some folders.
fn drafts_in(folders: &[PathBuf]) -> Vec<PathBuf> {
    let entries = folders.iter().filter_map(|folder| std::fs::read_dir(folder).ok()).flatten();
    let paths = entries.filter_map(|entry| Some(entry.ok()?.path()));
    paths.filter(|path| path.extension().is_some_and(|extension| extension == "rapport")).collect()
}

impl App {
    /// The reports that the welcome page offers, as far as they are known: they are looked at on a thread.
    pub(super) fn recents(&mut self) -> Vec<Recent> {
        if !self.glances.is_asked {
            self.glances.is_asked = true;
            self.glances.shown = self.prefs.recent().iter().map(|path| unseen(path)).collect();
            let recent = self.prefs.recent().to_vec();
            let folders: Vec<PathBuf> =
                self.folders.iter().flat_map(|folders| [folders.drafts(), folders.recovery()]).collect();
            self.jobs.spawn("look at reports", move |_| {
                let drafts = drafts_in(&folders);
                let named = recent.iter().map(|path| Glance::at(path, false));
                Outcome::Glances(named.chain(drafts.iter().map(|path| Glance::at(path, true))).collect())
            });
        }
        self.glances.shown.clone()
    }

    /// Shows what a look at the reports gave, the latest first.
    pub(super) fn glanced(&mut self, ctx: &egui::Context, mut glances: Vec<Glance>) {
        glances.sort_by_key(|glance| std::cmp::Reverse(glance.modified));
        self.glances.shown = glances.into_iter().map(|glance| glance.recent(ctx, &self.locale)).collect();
    }

    /// Deletes a draft for good, unless another window is writing in it.
    pub(super) fn delete_draft(&mut self, path: &Path) {
        let is_elsewhere = Document::open(path).is_ok_and(|opened| opened.document.access() == Access::Locked);
        if is_elsewhere {
            self.messages.push(Message::error(self.locale.tr("message-draft-open")));
        } else if let Err(err) = std::fs::remove_file(path) {
            self.messages.push(Message::error(telling::system_error(&self.locale, &err)));
        }
        self.forget_glances();
    }

    /// Looks anew when the welcome page is shown next.
    pub(super) fn forget_glances(&mut self) {
        self.glances = Glances::default();
    }
}

fn unseen(path: &Path) -> Recent {
    Recent {
        path: path.to_owned(),
        headline: String::new(),
        when: String::new(),
        picture: None,
        is_missing: false,
        is_draft: false,
    }
}
