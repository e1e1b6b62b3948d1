//! Findings of names: what can be done about each, under it.

use std::ops::Range;

use egui::{Rect, Ui, UiBuilder, vec2};

use crate::app::Command;
use crate::check::Finding;
use crate::edit::ops::names;
use crate::names::{Sighting, Stranger};
use crate::report::{Participant, Slot, WordPlace};
use crate::ui::find::place_label;
use crate::ui::icon;
use crate::ui::menu::separator_ui;
use crate::ui::people::mentions::excerpt;
use crate::ui::text::name_ui;
use crate::ui::view::{Request, View};
use crate::ui::widgets::{Button, MenuEntry, menu_button};

/// How high the line with what can be done is.
const LINE: f32 = 34.0;
/// So many names stand in the line that says which are not linked.
const NAMED: usize = 4;

/// What a finding says, if it is one of names.
pub(super) fn words_of(view: &View<'_>, finding: &Finding) -> Option<String> {
    match finding {
        Finding::WrongName { sighting, .. } => {
            let meant: Vec<_> = sighting.meant.iter().map(|meant| meant.words.as_str()).collect();
            Some(format!("{} → {}", sighting.found, meant.join(" / ")))
        }
        Finding::NotListed { stranger, .. } => {
            Some(view.locale.tr_with("names-not-listed", &[("name", stranger.name.as_str().into())]))
        }
        Finding::PlainNames(places) => Some(view.locale.tr_with("names-plain", &[("count", places.len().into())])),
        _ => None,
    }
}

/// Where it is, in the words around it.
pub(super) fn about(view: &View<'_>, finding: &Finding) -> Option<String> {
    let said = |slot: Slot, range: &Range<usize>| {
        let text = view.report().text(slot).map_or("", |text| text.as_str());
        let words = text.get(range.clone()).map(|_| excerpt(text, range)).unwrap_or_default();
        // Most are in the story; of those the words say enough.
        match slot {
            Slot::Block(_) => words,
            _ => format!("{}: {words}", view.tr(place_label(WordPlace::Text(slot)))),
        }
    };
    match finding {
        Finding::WrongName { slot, sighting } => Some(said(*slot, &sighting.range)),
        Finding::NotListed { places, .. } => places.first().map(|(slot, range)| said(*slot, range)),
        Finding::PlainNames(places) => Some(named(view, places.iter().map(|(slot, range, _)| (*slot, range)))),
        _ => None,
    }
}

/// The first names, each once.
fn named<'a>(view: &View<'_>, places: impl Iterator<Item = (Slot, &'a Range<usize>)>) -> String {
    let mut names: Vec<&str> = Vec::new();
    for (slot, range) in places {
        let words = view.report().text(slot).and_then(|text| text.as_str().get(range.clone()));
        names.extend(words.filter(|words| !names.contains(words)));
    }
    let more = if names.len() > NAMED { "…" } else { "" };
    format!("{}{more}", names.get(..NAMED).unwrap_or(&names).join(", "))
}

/// Draws what can be done about a finding of names, in a line under it.
pub(super) fn fixes_ui(ui: &mut Ui, view: &View<'_>, finding: &Finding) {
    let rect = Rect::from_min_size(ui.next_widget_position(), vec2(ui.available_width(), LINE));
    let inside = Rect::from_min_max(rect.min + vec2(36.0, 0.0), rect.max - vec2(8.0, 4.0));
    let mut line = ui.new_child(
        UiBuilder::new().id_salt("fixes").max_rect(inside).layout(egui::Layout::left_to_right(egui::Align::Center)),
    );
    line.spacing_mut().item_spacing.x = 2.0;
    match finding {
        Finding::WrongName { slot, sighting } => wrong_ui(&mut line, view, *slot, sighting),
        Finding::NotListed { stranger, places } => stranger_ui(&mut line, view, stranger, places),
        Finding::PlainNames(_) => {
            let button = Button::bare(view.tr("command-link-names")).enabled(!view.read_only);
            if button.show(&mut line, view.tokens).clicked() {
                view.command(Command::LinkNames);
            }
        }
        _ => {}
    }
    ui.allocate_rect(rect, egui::Sense::hover());
}

fn wrong_ui(ui: &mut Ui, view: &View<'_>, slot: Slot, sighting: &Sighting) {
    // Since the finding was made, something may have been written: what stands there now is mended, or nothing.
    let report = view.report();
    let is_there =
        report.text(slot).and_then(|text| text.as_str().get(sighting.range.clone())) == Some(&sighting.found);
    let can_mend = is_there && !view.read_only;
    if let [meant] = sighting.meant.as_slice() {
        let name = view.locale.tr_with("names-mend-named", &[("name", meant.words.as_str().into())]);
        let button = Button::bare(view.tr("names-mend")).name(name).enabled(can_mend);
        if button.show(ui, view.tokens).clicked() {
            let mend = view.text.names.here(slot, sighting, 0);
            view.edit(mend.and_then(|mend| names::mend(report, &[mend])));
        }
        let name = view.locale.tr_with("names-mend-everywhere", &[("name", meant.words.as_str().into())]);
        let button = Button::bare(view.tr("names-mend-all")).name(name).enabled(can_mend);
        if button.show(ui, view.tokens).clicked() {
            let places = view.text.names.everywhere(report, sighting, 0);
            view.edit(names::mend(report, &places));
            view.ask(Request::Done(view.locale.tr_with("names-mended", &[("count", places.len().into())])));
        }
    }
    let name = view.locale.tr_with("names-choices", &[("name", sighting.found.as_str().into())]);
    menu_button(ui, view.tokens, icon::DOTS_THREE, name, |ui| {
        name_ui(ui, view, slot, sighting);
    });
}

fn stranger_ui(ui: &mut Ui, view: &View<'_>, stranger: &Stranger, places: &[(Slot, Range<usize>)]) {
    let writable = !view.read_only;
    let name = view.locale.tr_with("names-enlist-named", &[("name", stranger.name.as_str().into())]);
    if Button::bare(view.tr("names-enlist")).name(name).enabled(writable).show(ui, view.tokens).clicked() {
        enlist(view, stranger, places, false);
    }
    let name = view.locale.tr_with("names-choices", &[("name", stranger.name.as_str().into())]);
    menu_button(ui, view.tokens, icon::DOTS_THREE, name, |ui| {
        ui.set_min_width(220.0);
        if MenuEntry::new(&view.tr("names-enlist-fill")).enabled(writable).show(ui, view.tokens).clicked() {
            enlist(view, stranger, places, true);
            ui.close();
        }
        separator_ui(ui, view.tokens);
        if MenuEntry::new(&view.tr("names-ignore-report")).enabled(writable).show(ui, view.tokens).clicked() {
            view.edit(names::ignore(view.report(), &stranger.found, None));
            ui.close();
        }
        if MenuEntry::new(&view.tr("names-ignore-always")).show(ui, view.tokens).clicked() {
            view.ask(Request::OwnWord(stranger.found.clone(), true));
            ui.close();
        }
    });
}

/// Puts somebody on the list, and opens the entry where the office is to be written too.
fn enlist(view: &View<'_>, stranger: &Stranger, places: &[(Slot, Range<usize>)], opens: bool) {
    let id = view.editor.ids.clone().participant();
    view.edit(names::enlist(view.report(), Participant::named(id, &stranger.name), places));
    if opens {
        view.ask(Request::EditPerson(id));
    } else {
        view.ask(Request::Done(view.locale.tr_with("names-enlisted", &[("name", stranger.name.as_str().into())])));
    }
}
