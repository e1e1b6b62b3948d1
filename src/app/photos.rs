//! Photos on their way into the report, and onto the screen.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use egui::TextureOptions;

use crate::app::outcome::{Choice, Outcome, ReadPhoto, UnreadPhoto};
use crate::app::picker::Asking;
use crate::app::session::FreshPhoto;
use crate::app::{App, decode, telling};
use crate::edit::Applied;
use crate::edit::ops;
use crate::import::{ImportProblem, MAX_PICTURE, examine, read_limited};
use crate::job::Outbox;
use crate::report::Photo;
use crate::ui::messages::{Message, Topic};
use crate::ui::pictures::{PictureKey, PictureSize};

impl App {
    /// Asks for photos.
    pub(super) fn ask_photos(&mut self) {
        let asking = Asking {
            title: self.locale.tr("dialog-photos-title"),
            folder: self.prefs.last_photo_folder.clone(),
            name: String::new(),
            kind: self.locale.tr("dialog-picture-files"),
        };
        self.ask(Choice::Photos, &asking);
    }

    /// Reads files, and what is in folders, one after the other on a thread; each photo appears when it is read.
    pub(super) fn add_photo_files(&mut self, paths: Vec<PathBuf>) {
        if self.session.as_ref().is_none_or(|session| session.is_read_only()) || paths.is_empty() {
            return;
        }
        if let Some(folder) = paths.first().and_then(|path| path.parent()) {
            self.prefs.last_photo_folder = Some(folder.to_owned());
        }
        self.photos_coming += 1;
        self.outline.is_shown = false;
        self.messages.end(Topic::Photos);
        let number = self.session_number();
        let read = move |outbox: &Outbox<Outcome>| {
            for path in paths.iter().flat_map(|path| files_of(path)) {
                outbox.send(Outcome::PhotoRead(number, read_photo(&path)));
            }
            Outcome::PhotosDone
        };
        self.jobs.spawn_awaited("read photos", read, || Outcome::PhotosDone);
    }

    /// Takes in a photo that was read.
    pub(super) fn photo_read(&mut self, ctx: &egui::Context, read: Result<Box<ReadPhoto>, UnreadPhoto>) {
        let Some(session) = &mut self.session else { return };
        let read = match read {
            Ok(read) => read,
            Err(unread) => {
                let text = telling::photo_problem(&self.locale, &unread.file_name, &unread.problem);
                self.messages.push(Message::error(text).about(Topic::Photos));
                return;
            }
        };
        let report = session.editor.report();
        let hash = read.picture.original.hash;
        if let Some(known) = report.photos.iter().find(|photo| photo.hash == hash) {
            let is_missing = session.document.as_ref().is_some_and(|document| !document.has_original(known));
            if is_missing && !session.fresh.contains_key(&hash) {
                session.fresh.insert(hash, fresh_photo(&read));
                session.must_save = true;
                session.timing.changed(ctx.input(|input| input.time));
                self.pictures.forget(hash);
                return;
            }
            let file = read.file_name.as_str().into();
            self.messages.push(Message::info(self.locale.tr_with("message-photo-twice", &[("file", file)])));
            return;
        }
        let mut ids = session.editor.ids.clone();
        let photo: Photo = read.picture.photo(ids.photo(), &report.participants);
        let id = photo.id;
        let transaction = ops::photos::add(report, vec![photo], None);
        session.fresh.insert(hash, fresh_photo(&read));
        let now_ms = ctx.input(|input| (input.time * 1000.0) as u64);
        if session.editor.apply(transaction, now_ms) == Applied::Changed {
            self.chosen.photo = Some(id);
        }
    }

    /// Starts decoding what the panes asked for and did not get.
    pub(super) fn decode_wanted(&self, ctx: &egui::Context) {
        let Some(session) = &self.session else { return };
        let most_px = ctx.input(|input| input.max_texture_side) as u32;
        for key in self.pictures.take_wanted() {
            let photo = session.editor.report().photos.iter().find(|photo| photo.hash == key.hash);
            let Some(photo) = photo.map(|photo| key.of_photo(photo)) else {
                self.pictures.insert(key, None);
                continue;
            };
            let reader = session.picture_reader();
            self.jobs.enqueue(move |outbox| {
                outbox.send(Outcome::Picture(key, decode::picture(&reader, &photo, key.size, most_px)));
            });
        }
    }

    /// Puts a decoded picture on the graphics card.
    pub(super) fn picture_decoded(&self, ctx: &egui::Context, key: PictureKey, image: Option<egui::ColorImage>) {
        let texture = image.map(|image| {
            let name = format!("{} {:?}", key.hash, key.size);
            let options = match key.size {
                PictureSize::Thumbnail => TextureOptions::LINEAR,
                PictureSize::Page | PictureSize::Large => {
                    TextureOptions { mipmap_mode: Some(egui::TextureFilter::Linear), ..TextureOptions::LINEAR }
                }
            };
            ctx.load_texture(name, image, options)
        });
        self.pictures.insert(key, texture);
        ctx.request_repaint();
    }
}

fn fresh_photo(read: &ReadPhoto) -> FreshPhoto {
    FreshPhoto {
        format: read.picture.original.format,
        bytes: Arc::clone(&read.bytes),
        thumbnail: read.picture.thumbnail.as_slice().into(),
    }
}

/// The file itself, or the files of a folder by name.
fn files_of(path: &Path) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(path) else { return vec![path.to_owned()] };
    let mut files: Vec<_> =
        entries.filter_map(|entry| Some(entry.ok()?.path())).filter(|path| path.is_file()).collect();
    files.sort();
    files
}

fn read_photo(path: &Path) -> Result<Box<ReadPhoto>, UnreadPhoto> {
    let file_name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let unread = |problem: ImportProblem| UnreadPhoto { file_name: file_name.clone(), problem };
    let bytes = read_limited(path, MAX_PICTURE).map_err(unread)?;
    let picture = examine(&bytes, &file_name).map_err(|problem| unread(problem.into()))?;
    Ok(Box::new(ReadPhoto { file_name, bytes: bytes.into(), picture }))
}
