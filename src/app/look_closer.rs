//! Looking closely at a photo: when it begins and ends, and which commands it has room for.

use egui::Context;

use crate::app::{App, Command};
use crate::edit::ops::framing::Framing;
use crate::edit::ops::{blocks, photos};
use crate::report::{BlockKind, Photo, PhotoId, Slot};
use crate::ui::look_closer::Zooming;

impl App {
    /// Looks closely at the photo that the keyboard is at, or at the chosen one; given again, goes back.
    pub(super) fn look_closer(&mut self, ctx: &Context) {
        if self.closer.is_open() {
            self.look_no_closer(ctx);
            return;
        }
        let on_page = self.page_has_keyboard(ctx);
        let Some(photo) = self.photo_meant(on_page) else { return };
        self.closer_opened_on_page = on_page;
        self.chosen.photo = Some(photo);
        self.closer.open(photo);
        ctx.request_repaint();
    }

    /// Turns the photos that are meant; what needs a look at one opens the large view.
    pub(super) fn frame_photo(&mut self, ctx: &Context, framing: Framing) {
        if !self.closer.is_open()
            && let Some(by) = framing.turns()
        {
            let on_page = self.page_has_keyboard(ctx);
            let Some(photo) = self.photo_meant(on_page) else { return };
            let turn = |photo: &mut Photo| photo.turns = photo.turns.and(by);
            let turned = match &self.session {
                Some(session) if !on_page => self.photos.chosen_photos(session.editor.report(), Some(photo)),
                _ => vec![photo],
            };
            self.operate(ctx, |report, _, _| photos::update_all(report, &turned, turn));
            return;
        }
        if !self.closer.is_open() {
            self.look_closer(ctx);
        }
        self.closer.frame(framing);
        ctx.request_repaint();
    }

    /// Ends it, and gives the keyboard back to where it was.
    pub(super) fn look_no_closer(&mut self, ctx: &Context) {
        if !self.closer.is_open() {
            return;
        }
        if self.end_look() {
            self.photos.take_focus();
        } else {
            self.text.focus_page(ctx);
        }
        ctx.request_repaint();
    }

    /// Ends it and gives the memory of the large pictures back. Gives whether it was opened among the photos.
    fn end_look(&mut self) -> bool {
        self.closer.close();
        self.pictures.forget_large();
        let in_pane = !self.closer_opened_on_page && self.prefs.panes.photos && !self.outline.is_shown;
        in_pane && !self.focus_mode.is_on()
    }

    pub(super) fn photo_meant(&self, on_page: bool) -> Option<PhotoId> {
        let editor = &self.session.as_ref()?.editor;
        let report = editor.report();
        let at_caret = || match blocks::current_kind(report, editor.selection())? {
            BlockKind::Figure { photo, .. } => Some(*photo),
            _ => None,
        };
        let chosen = || self.chosen.photo.filter(|photo| report.photo(*photo).is_some());
        if on_page { at_caret().or_else(chosen) } else { chosen().or_else(at_caret) }
    }

    /// Before a command: what is about something else ends the look at a photo, and the zoom is that of the picture. Gives whether
    /// the command is done by that.
    pub(super) fn met_while_looking_closer(&mut self, ctx: &Context, command: Command) -> bool {
        let Some(photo) = self.closer.photo() else { return false };
        let zooming = match command {
            Command::ZoomIn => Some(Zooming::By(1.25)),
            Command::ZoomOut => Some(Zooming::By(1.0 / 1.25)),
            Command::ZoomReset => Some(Zooming::Fit),
            _ => None,
        };
        if let Some(zooming) = zooming {
            self.closer.zoom(zooming);
            ctx.request_repaint();
            return true;
        }
        let slot = self.session.as_ref().map(|session| session.editor.selection().slot());
        let in_words = matches!(slot, Some(Slot::Caption(of) | Slot::Alt(of)) if of == photo);
        if !has_room_for(command, in_words) {
            let to_photos = self.end_look();
            self.after_look(to_photos);
            ctx.request_repaint();
        }
        false
    }
}

/// Whether a command makes sense while a photo is looked at, with the caret in its words or not.
fn has_room_for(command: Command, in_words: bool) -> bool {
    match command {
        Command::LookCloser | Command::Frame(_) | Command::Undo | Command::Redo => true,
        Command::PeopleShown | Command::WriteNames(_) | Command::MarkPeople => true,
        Command::Save | Command::SaveAs | Command::CopyForCms | Command::CopyHtml => true,
        Command::Preview | Command::Export(_) | Command::PageLook(_) | Command::SaveTemplate => true,
        Command::ExportDialog | Command::DeskPackage | Command::OpenExported => true,
        Command::CheckSpelling | Command::TypingAids => true,
        Command::VietnameseTyping | Command::VietnameseMethod(_) | Command::VietnameseTones => true,
        Command::Theme(_) | Command::Language(_) | Command::Shortcuts | Command::About | Command::Quit => true,
        Command::Cut | Command::Copy | Command::Paste | Command::PasteAsText | Command::KeepOnlyText => in_words,
        Command::Bold | Command::Italic | Command::SelectAll | Command::Suggestions | Command::Mention => in_words,
        _ => false,
    }
}
