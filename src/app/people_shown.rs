//! Who is in a photo: commands of the strip, the line of the caption, and the marks.

use egui::Context;

use crate::app::{App, Pane};
use crate::edit::ops::lineup;
use crate::language::name_line::LineStyle;

impl App {
    /// Goes to the people of the photo that the keyboard is at, or of the chosen one: in the large view where that is open, else in its card.
    pub(super) fn name_people_of_photo(&mut self, ctx: &Context) {
        if self.closer.is_open() {
            self.closer.name_people();
        } else if let Some(photo) = self.photo_meant(self.page_has_keyboard(ctx)) {
            self.chosen.photo = Some(photo);
            self.prefs.panes.photos = true;
            self.outline.is_shown = false;
            self.photos.name_people(photo);
            self.pane = Pane::Photos;
        }
        ctx.request_repaint();
    }

    /// Marks them on the large picture; given again, ends that.
    pub(super) fn mark_people_of_photo(&mut self, ctx: &Context) {
        if !self.closer.is_open() {
            self.look_closer(ctx);
        }
        self.closer.mark_people();
        ctx.request_repaint();
    }

    /// Writes the line that names them into the caption.
    pub(super) fn write_names_of_photo(&mut self, ctx: &Context, style: LineStyle) {
        let looked_at = self.closer.photo();
        let Some(photo) = looked_at.or_else(|| self.photo_meant(self.page_has_keyboard(ctx))) else { return };
        self.operate(ctx, |report, _, _| lineup::write_line(report, photo, style));
    }
}
