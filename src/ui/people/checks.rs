//! What the story check finds, each with a way to its place.

use egui::{Align2, Rect, Response, Role, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::app::Command;
use crate::check::{Finding, Place};
use crate::edit::Selection;
use crate::report::{PhotoId, Pos, Slot};
use crate::ui::icon;
use crate::ui::people::{PeopleState, PeopleTab, name_checks};
use crate::ui::theme::{font, space};
use crate::ui::view::{Request, View};
use crate::ui::widgets::{LazyItem, Words, draw_words, focus_ring};

const ROW: f32 = 48.0;

/// Draws the list of findings.
pub(super) fn checks_ui(ui: &mut Ui, view: &View<'_>, state: &mut PeopleState) {
    let takes_keyboard = state.focus.take().is_some();
    let findings = state.watch.findings();
    if findings.is_empty() {
        nothing_ui(ui, view);
        return;
    }
    let items: Vec<_> =
        (0..findings.len()).map(|index| LazyItem { key: index as u64, estimate: ROW, keep: index == 0 }).collect();
    let mut column = std::mem::take(&mut state.findings_column);
    let mut pressed = None;
    ui.add_space(space::S);
    ScrollArea::vertical().id_salt("checks").auto_shrink(false).show_viewport(ui, |ui, viewport| {
        column.show(ui, viewport, &items, 0.0, |ui, index| {
            let Some(finding) = findings.get(index) else { return };
            let response = finding_ui(ui, view, finding);
            if takes_keyboard && index == 0 {
                response.request_focus();
            }
            if response.clicked() {
                pressed = Some(finding.place());
            }
            if name_checks::words_of(view, finding).is_some() {
                name_checks::fixes_ui(ui, view, finding);
            }
        });
    });
    state.findings_column = column;
    if let Some(place) = pressed {
        go_to(view, state, place);
    }
}

fn nothing_ui(ui: &mut Ui, view: &View<'_>) {
    let text = view.tr("checks-none");
    let width = ui.available_width();
    let words = Words::line(font::ui(), view.tokens.muted, width - 60.0).rows(4);
    let height = words.galley(ui, &text).size().y;
    let (rect, response) = ui.allocate_exact_size(vec2(width, height + space::XXL), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &text));
    let at = rect.min + vec2(24.0, 25.0);
    ui.painter().text(at, Align2::CENTER_CENTER, icon::CHECK_CIRCLE, font::icon(), view.tokens.good);
    draw_words(ui, rect.min + vec2(42.0, 16.0), &words, &text);
}

fn finding_ui(ui: &mut Ui, view: &View<'_>, finding: &Finding) -> Response {
    let tokens = view.tokens;
    let width = ui.available_width();
    let (what, about) = (words_of(view, finding), about(view, finding));
    let left = 42.0;
    let first = Words::line(font::ui(), tokens.ink, width - left - 14.0).rows(3);
    let second = Words::line(font::small(), tokens.muted, width - left - 14.0).rows(1);
    let first_height = first.galley(ui, &what).size().y;
    let second_height = if about.is_empty() { 0.0 } else { second.line_height };
    let rect = Rect::from_min_size(ui.max_rect().min, vec2(width, first_height + second_height + 13.0));
    let response = ui.interact(rect, ui.scope_id().with("finding"), Sense::click());
    let spoken = if about.is_empty() { what.clone() } else { format!("{what}: {about}") };
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &spoken));
    if response.hovered() {
        ui.painter().rect_filled(rect, 0, tokens.ink.gamma_multiply(0.05));
    }
    let (sign, color) = sign(view, finding);
    ui.painter().text(pos2(rect.left() + 24.0, rect.top() + 15.5), Align2::CENTER_CENTER, sign, font::icon(), color);
    draw_words(ui, rect.min + vec2(left, 6.0), &first, &what);
    draw_words(ui, rect.min + vec2(left, 6.0 + first_height), &second, &about);
    focus_ring(ui, tokens, &response, rect.shrink2(vec2(2.0, 0.0)), 4);
    ui.allocate_rect(rect, Sense::hover());
    response.on_hover_cursor(egui::CursorIcon::PointingHand)
}

/// What a desk must have is a warning; what may be meant so is a remark.
fn sign(view: &View<'_>, finding: &Finding) -> (&'static str, egui::Color32) {
    match finding {
        Finding::Unused(_) | Finding::NotMentioned(_) | Finding::NotListed { .. } | Finding::PlainNames(_) => {
            (icon::INFO, view.tokens.muted)
        }
        _ => (icon::WARNING, view.tokens.warn),
    }
}

fn words_of(view: &View<'_>, finding: &Finding) -> String {
    match finding {
        Finding::WrongName { .. } | Finding::NotListed { .. } | Finding::PlainNames(_) => {
            name_checks::words_of(view, finding).unwrap_or_default()
        }
        Finding::NoHeadline => view.tr("checks-no-headline"),
        Finding::NoPlace => view.tr("checks-no-place"),
        Finding::NoDate => view.tr("checks-no-date"),
        Finding::NoCaption(_) => view.tr("checks-no-caption"),
        Finding::NoCredit(_) => view.tr("checks-no-credit"),
        Finding::NoAlt(_) => view.tr("checks-no-alt"),
        Finding::AltIsCaption(_) => view.tr("checks-alt-is-caption"),
        Finding::AltIsFileName(_) => view.tr("checks-alt-is-file-name"),
        Finding::TooSmall(_) => view.tr("checks-too-small"),
        Finding::Unused(_) => view.tr("checks-unused"),
        Finding::NotMentioned(_) => view.tr("checks-not-mentioned"),
        Finding::BareLink { .. } => view.tr("checks-bare-link"),
    }
}

/// Which photo, who, which address.
fn about(view: &View<'_>, finding: &Finding) -> String {
    match finding {
        Finding::WrongName { .. } | Finding::NotListed { .. } | Finding::PlainNames(_) => {
            name_checks::about(view, finding).unwrap_or_default()
        }
        Finding::NoCaption(id)
        | Finding::NoCredit(id)
        | Finding::NoAlt(id)
        | Finding::AltIsCaption(id)
        | Finding::AltIsFileName(id)
        | Finding::TooSmall(id)
        | Finding::Unused(id) => about_photo(view, *id),
        Finding::NotMentioned(id) => {
            view.report().participant(*id).map_or_else(String::new, |person| person.shown_name().to_string())
        }
        Finding::BareLink { address, .. } => address.to_string(),
        Finding::NoHeadline | Finding::NoPlace | Finding::NoDate => String::new(),
    }
}

fn about_photo(view: &View<'_>, id: PhotoId) -> String {
    let photos = &view.report().photos;
    let Some(place) = photos.iter().position(|photo| photo.id == id) else { return String::new() };
    let number = view.locale.tr_with("photos-card", &[("number", (place + 1).into())]);
    let caption = photos.get(place).map_or("", |photo| photo.caption.as_str());
    let name = photos.get(place).map_or("", |photo| photo.file_name.as_ref());
    let words = if caption.trim().is_empty() { name } else { caption };
    if words.is_empty() { number } else { format!("{number} · {words}") }
}

fn go_to(view: &View<'_>, state: &mut PeopleState, place: Place) {
    match place {
        Place::Text(slot, range) => {
            // What was written since may have moved the words; then their text is shown.
            let is_there = view.report().text(slot).is_some_and(|text| text.as_str().get(range.clone()).is_some());
            let range = if is_there { range } else { 0..0 };
            if let Slot::Caption(photo) | Slot::Credit(photo) | Slot::Alt(photo) = slot {
                view.ask(Request::ChoosePhoto(Some(photo)));
            }
            if view.report().reading_rank(slot).is_none() {
                view.ask(Request::Show(Selection::new(Pos::new(slot, range.start), Pos::new(slot, range.end))));
                return;
            }
            let selection = Selection::new(Pos::new(slot, range.start), Pos::new(slot, range.end));
            view.ask(Request::Reveal(selection));
        }
        Place::Photo(photo) => view.ask(Request::ChoosePhoto(Some(photo))),
        Place::Person(person) => {
            state.tab = PeopleTab::Participants;
            state.search.clear();
            state.column.reveal(person.number());
            view.ask(Request::ChoosePerson(Some(person)));
        }
        Place::Details => view.command(Command::Details),
    }
}
