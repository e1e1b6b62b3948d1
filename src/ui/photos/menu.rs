//! What can be done with a photo, in a menu at its card.

use egui::{Key, Popup, Response, vec2};

use crate::app::Command;
use crate::edit::ops::framing::Framing;
use crate::report::Photo;
use crate::ui::menu::separator_ui;
use crate::ui::photos::selection::{Pick, Selection};
use crate::ui::view::View;
use crate::ui::widgets::{MenuEntry, popup_frame};

const SECTIONS: [&[Command]; 5] = [
    &[Command::PlacePhoto, Command::UnplacePhoto, Command::LeadPhoto],
    &[
        Command::LookCloser,
        Command::Frame(Framing::TurnLeft),
        Command::Frame(Framing::TurnRight),
        Command::Frame(Framing::Crop),
        Command::Frame(Framing::Focal),
    ],
    &[Command::PeopleShown, Command::MarkPeople],
    &[Command::PhotoFields, Command::DecorativePhoto, Command::ReplacePicture, Command::ReadPhotoAgain],
    &[Command::RemovePhoto],
];

/// Opens at a click with the right button, which chooses the photo too.
pub(super) fn menu_ui(response: &Response, view: &View<'_>, selection: &mut Selection, photo: &Photo, used: bool) {
    let is_chosen = || selection.photos(view.report(), view.chosen.photo).contains(&photo.id);
    if response.secondary_clicked() && !is_chosen() {
        selection.pick(view, photo.id, Pick::Only);
    }
    let menu = Popup::default_response_id(response);
    let was_open = Popup::is_id_open(&response.ctx, menu);
    let chosen = || selection.photos(view.report(), view.chosen.photo);
    let any_used = || used || chosen().iter().any(|photo| view.report().body.figure_of(*photo).is_some());
    Popup::context_menu(response).frame(popup_frame(view.tokens)).show(|ui| {
        ui.set_min_width(190.0);
        ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
        for (index, section) in SECTIONS.iter().enumerate() {
            if index > 0 {
                separator_ui(ui, view.tokens);
            }
            for command in *section {
                let is_possible = match command {
                    Command::PlacePhoto => !used && !view.read_only,
                    Command::UnplacePhoto => any_used() && !view.read_only,
                    Command::LookCloser => true,
                    _ => !view.read_only,
                };
                let words = view.locale.command(*command);
                let hint = command.hint(ui.ctx());
                let entry = MenuEntry::new(&words).hint(&hint).enabled(is_possible);
                let entry = match command {
                    Command::LeadPhoto => entry.ticked(view.report().details.lead_photo == Some(photo.id)),
                    Command::DecorativePhoto => entry.ticked(photo.decorative),
                    _ => entry.indented(),
                };
                if entry.show(ui, view.tokens).clicked() {
                    view.command(*command);
                    ui.close();
                }
            }
        }
    });
    // Escape takes the keyboard from everything; here keys go on at the photo.
    if was_open && !Popup::is_id_open(&response.ctx, menu) && response.ctx.input(|input| input.key_pressed(Key::Escape))
    {
        response.request_focus();
    }
}
