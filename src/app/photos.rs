//! Photos of the report: asked for, and decoded for the screen.

use std::path::PathBuf;

use egui::TextureOptions;

use crate::app::importing::{self, ReadPhoto, UnreadPhoto, told_of_cut};
use crate::app::outcome::{Choice, Outcome};
use crate::app::picker::Asking;
use crate::app::session::FreshPhoto;
use crate::app::{App, Command, decode, telling};
use crate::edit::ops::{blocks, photos};
use crate::job::Task;
use crate::report::PhotoId;
use crate::ui::dialogs::{Dialogs, MessageDialog, PhotoFieldsDialog};
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

    /// Asks for a folder of photos.
    pub(super) fn ask_photo_folder(&mut self) {
        self.ask_for_pictures(Choice::PhotoFolder, "dialog-photo-folder-title");
    }

    /// Asks for another picture for the chosen photo.
    pub(super) fn ask_other_picture(&mut self) {
        if self.importing.is_running() {
            // Each step of an import would be undone by itself from then on.
            self.messages.push(Message::info(self.locale.tr("replace-while-importing")).about(Topic::Photos));
            return;
        }
        self.ask_for_pictures(Choice::Picture, "dialog-replace-picture-title");
    }

    fn ask_for_pictures(&mut self, choice: Choice, title: &str) {
        let asking = Asking {
            title: self.locale.tr(title),
            folder: self.prefs.last_photo_folder.clone(),
            name: String::new(),
            kind: self.locale.tr("dialog-picture-files"),
        };
        self.ask(choice, &asking);
    }

    /// Whether any of the chosen photos stands in the text.
    pub(super) fn is_chosen_in_text(&self) -> bool {
        let Some((session, photo)) = self.session.as_ref().zip(self.chosen.photo) else { return false };
        let report = session.editor.report();
        let chosen = self.photos.chosen_photos(report, Some(photo));
        chosen.iter().any(|photo| report.body.figure_of(*photo).is_some())
    }

    /// Does something with the chosen photos.
    pub(super) fn on_photo(&mut self, ctx: &egui::Context, command: Command) {
        let Some(session) = &self.session else { return };
        let Some(photo) = self.chosen.photo else { return };
        let report = session.editor.report();
        let chosen = self.photos.chosen_photos(report, Some(photo));
        match command {
            Command::PlacePhoto => {
                self.operate_on_page(ctx, |report, selection, ids| photos::place_all(report, selection, &chosen, ids));
            }
            Command::UnplacePhoto => self.operate(ctx, |report, _, ids| blocks::remove_figures(report, &chosen, ids)),
            Command::LeadPhoto => {
                let leads = report.details.lead_photo == Some(photo);
                self.operate(ctx, |report, _, _| photos::set_lead(report, (!leads).then_some(photo)));
            }
            Command::DecorativePhoto => {
                let decorative = !report.photo(photo).is_some_and(|photo| photo.decorative);
                let set = |photo: &mut crate::report::Photo| photo.decorative = decorative;
                self.operate(ctx, |report, _, _| photos::update_all(report, &chosen, set));
            }
            Command::PhotoFields => {
                self.open_dialog(|editor| Dialogs::PhotoFields(PhotoFieldsDialog::of(editor.report(), &chosen)));
            }
            _ => self.remove_photos(ctx, &chosen),
        }
    }

    /// The photo after those, or before them at the end, is chosen then.
    pub(super) fn remove_photos(&mut self, ctx: &egui::Context, removed: &[PhotoId]) {
        let Some(session) = &self.session else { return };
        let photos = &session.editor.report().photos;
        let last = photos.iter().rposition(|photo| removed.contains(&photo.id));
        let after = last.and_then(|last| photos.get(last + 1));
        let before = || photos.iter().rfind(|photo| !removed.contains(&photo.id));
        let next = after.or_else(before).map(|photo| photo.id);
        self.operate(ctx, |report, selection, ids| photos::remove(report, selection, removed, ids));
        self.chosen.photo = next;
        self.tell_undoable(self.locale.tr_with("photos-removed", &[("count", removed.len().into())]));
    }

    /// Reads another picture for the chosen photo.
    pub(super) fn replace_picture(&mut self, path: PathBuf) {
        let Some(photo) = self.chosen.photo else { return };
        if self.importing.is_running() {
            self.ask_other_picture();
            return;
        }
        self.messages.end(Topic::Photos);
        self.prefs.last_photo_folder = path.parent().map(std::path::Path::to_owned);
        let (number, language) = (self.session_number(), self.report_language());
        self.jobs.spawn("read picture", move |_| {
            Outcome::OtherPicture(number, photo, importing::read(&path, &language, None))
        });
    }

    /// Puts a picture that was read in the place of a photo's.
    pub(super) fn other_picture_read(
        &mut self,
        ctx: &egui::Context,
        photo: PhotoId,
        read: Result<Box<ReadPhoto>, UnreadPhoto>,
    ) {
        let Some(session) = &mut self.session else { return };
        let read = match read {
            Ok(read) => read,
            Err(unread) => {
                let text = telling::photo_problem(&self.locale, &unread.file_name, &unread.problem);
                self.messages.push(Message::error(text).about(Topic::Photos));
                return;
            }
        };
        let hash = read.picture.original.hash;
        let change = photos::replace_picture(session.editor.report(), photo, read.picture.original.clone());
        let thumbnail = read.picture.thumbnail.as_slice().into();
        let format = read.picture.original.format;
        let fresh = FreshPhoto { format, bytes: read.bytes, thumbnail, lease: None };
        if change.is_none() && session.misses_original(hash) {
            self.take_original_back(ctx, hash, fresh);
            self.messages.push(Message::info(self.locale.tr("replace-restored")).about(Topic::Photos));
            return;
        }
        if change.is_none() {
            self.messages.push(Message::info(self.locale.tr("replace-same")).about(Topic::Photos));
            return;
        }
        session.fresh.insert(hash, fresh);
        self.edit(ctx, change);
        if read.picture.truncated {
            let text = told_of_cut(&[read.file_name], &self.locale);
            self.messages.push(Message::error(text).about(Topic::Photos));
        } else {
            self.tell_undoable(self.locale.tr("replace-done"));
        }
    }

    /// Shows the files that the last import did not take.
    pub(super) fn show_unread_photos(&mut self) {
        let dialog = MessageDialog::list(self.locale.tr("import-unread-title"), self.unread_photos.clone());
        self.dialogs = Some(Dialogs::Message(dialog));
    }

    /// Starts decoding what the panes asked for and did not get.
    pub(super) fn decode_wanted(&self, ctx: &egui::Context) {
        let Some(session) = &self.session else { return };
        let most_px = ctx.input(|input| input.max_texture_side) as u32;
        let mut tasks: Vec<Task<Outcome>> = Vec::new();
        // The smallest first: the cards are there while the pictures of the page are still decoded.
        for key in self.pictures.take_wanted() {
            let photo = session.editor.report().photos.iter().find(|photo| photo.hash == key.hash);
            let Some(photo) = photo.map(|photo| key.of_photo(photo)) else {
                self.pictures.insert(key, None);
                continue;
            };
            let reader = session.reader_of(&photo);
            tasks.push(Box::new(move |outbox| {
                outbox.send(Outcome::Picture(key, decode::picture(&reader, &photo, key.size, most_px)));
            }));
        }
        self.jobs.enqueue_all(tasks);
    }

    /// Puts a decoded picture on the graphics card.
    pub(super) fn picture_decoded(&self, ctx: &egui::Context, key: PictureKey, image: Option<egui::ColorImage>) {
        let texture = image.map(|image| {
            let name = format!("{} {:?}", key.hash, key.size);
            let options = match key.size {
                // Pixel by pixel as on the screen: to ask the neighbours of each would change nothing, and takes the processor, where that
                // draws, most of the frame.
                PictureSize::Drawn { width_px } if image.width() == width_px as usize => {
                    TextureOptions { magnification: egui::TextureFilter::Nearest, ..TextureOptions::LINEAR }
                }
                PictureSize::Thumbnail | PictureSize::Drawn { .. } => TextureOptions::LINEAR,
                PictureSize::Large => {
                    TextureOptions { mipmap_mode: Some(egui::TextureFilter::Linear), ..TextureOptions::LINEAR }
                }
            };
            ctx.load_texture(name, image, options)
        });
        self.pictures.insert(key, texture);
        ctx.request_repaint();
    }
}
