//! All places that were found, listed under the bar: where each is, and what replacing would make of it.

use egui::text::{LayoutJob, TextFormat};
use egui::{Role, ScrollArea, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use crate::find::Hit;
use crate::report::{PersonField, Slot, WordPlace};
use crate::ui::find::FindState;
use crate::ui::theme::{font, radius, space};
use crate::ui::view::View;
use crate::ui::widgets::{Words, draw_words, focus_ring, tick_ui};

/// So high is a line, in points.
const LINE: f32 = 28.0;
/// The list scrolls where it has more lines than these.
const MOST_LINES: f32 = 6.0;
/// So many characters stand before the words, and so many after, where there are more.
const BEFORE: usize = 28;
const AFTER: usize = 60;
/// The room for where a place is, in points.
const WHERE: f32 = 130.0;

/// What is said of a place.
struct Line<'a> {
    before: String,
    found: &'a str,
    after: String,
    place: String,
}

impl<'a> Line<'a> {
    fn of(view: &'a View<'_>, hit: &Hit) -> Option<Self> {
        let text = match hit.place {
            WordPlace::Text(slot) => view.report().text(slot)?.as_str(),
            WordPlace::Person(id, field) => view.editor.report().participant(id)?.field(field),
        };
        let (start, end) = (hit.range.start, hit.range.end);
        let skipped = text.get(..start)?.char_indices().rev().nth(BEFORE).map(|(byte, _)| byte);
        let before = match skipped {
            // A word is not shown in halves where that can be helped.
            Some(skipped) => {
                let rest = &text[skipped..start];
                format!("… {}", rest.split_once(' ').map_or(rest, |(_, words)| words))
            }
            None => text[..start].to_owned(),
        };
        let rest = text.get(end..)?;
        let after = match rest.char_indices().nth(AFTER) {
            Some((byte, _)) => format!("{}…", &rest[..byte]),
            None => rest.to_owned(),
        };
        Some(Self { before, found: &text[start..end], after, place: view.tr(place_label(hit.place)) })
    }

    fn said(&self) -> String {
        format!("{}{}{}", self.before, self.found, self.after)
    }

    fn job(&self, view: &View<'_>, replacement: Option<&str>, width: f32) -> LayoutJob {
        let tokens = view.tokens;
        let plain = TextFormat::simple(font::ui(), tokens.muted);
        let strong = TextFormat { background: tokens.warn_wash, ..TextFormat::simple(font::strong(), tokens.ink) };
        let mut job = LayoutJob::default();
        job.append(&self.before, 0.0, plain.clone());
        match replacement {
            Some(new) => {
                let gone = TextFormat { strikethrough: Stroke::new(1.0, tokens.muted), ..plain.clone() };
                job.append(self.found, 0.0, gone);
                job.append(new, if new.is_empty() { 0.0 } else { 4.0 }, strong);
            }
            None => job.append(self.found, 0.0, strong),
        }
        job.append(&self.after, 0.0, plain);
        job.wrap = egui::text::TextWrapping::truncate_at_width(width);
        job
    }
}

/// Draws the list; gives the place that was clicked.
pub(super) fn list_ui(ui: &mut Ui, view: &View<'_>, state: &mut FindState) -> Option<usize> {
    let count = state.hits.len();
    let current = state.current(view);
    let replacement = (state.replaces && !view.read_only).then(|| state.replacement.clone());
    let mut clicked = None;
    ui.spacing_mut().item_spacing = vec2(space::S, 0.0);
    let height = LINE * (count as f32).min(MOST_LINES);
    let area = ScrollArea::vertical().id_salt("found places").max_height(height).min_scrolled_height(height);
    area.auto_shrink([false, true]).show_rows(ui, LINE, count, |ui, rows| {
        for place in rows {
            let Some(line) = state.hits.get(place).and_then(|hit| Line::of(view, hit)) else { continue };
            ui.horizontal(|ui| {
                let replacement = replacement.as_deref().filter(|_| tick(ui, view, state, place, &line));
                if line_ui(ui, view, &line, replacement, current == Some(place)) {
                    clicked = Some(place);
                }
            });
        }
    });
    clicked
}

/// The tick of a place that replacing all shall change; tells whether it is set.
fn tick(ui: &mut Ui, view: &View<'_>, state: &mut FindState, place: usize, line: &Line<'_>) -> bool {
    let mut wanted = !state.left_out.contains(&place);
    let response = ui.scope(|ui| tick_ui(ui, view.tokens, "", &mut wanted)).inner;
    let name = view.locale.tr_with("find-include", &[("words", line.said().into())]);
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, wanted, &name));
    if response.changed() && wanted {
        state.left_out.remove(&place);
    } else if response.changed() {
        state.left_out.insert(place);
    }
    wanted
}

/// Draws one line; tells whether it was clicked.
fn line_ui(ui: &mut Ui, view: &View<'_>, line: &Line<'_>, replacement: Option<&str>, is_current: bool) -> bool {
    let tokens = view.tokens;
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width() - space::M, LINE), Sense::click());
    let name = format!("{}: {}", line.place, line.said());
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_current, &name));
    if is_current || response.hovered() {
        let ground = if is_current { tokens.accent_wash } else { tokens.ink.gamma_multiply(0.05) };
        ui.painter().rect_filled(rect, radius::CONTROL, ground);
    }
    focus_ring(ui, tokens, &response, rect, radius::CONTROL);
    let place = Words::line(font::small(), tokens.muted, WHERE - space::M);
    draw_words(ui, pos2(rect.left() + space::S, rect.center().y - place.line_height / 2.0), &place, &line.place);
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(line.job(view, replacement, rect.width() - WHERE - space::S)));
    let at = pos2(rect.left() + WHERE, rect.center().y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, tokens.ink);
    response.clicked()
}

/// The words for a kind of place.
pub(in crate::ui) fn place_label(place: WordPlace) -> &'static str {
    match place {
        WordPlace::Text(Slot::Kicker) => "text-kicker-placeholder",
        WordPlace::Text(Slot::Headline) => "text-headline-placeholder",
        WordPlace::Text(Slot::Standfirst) => "text-standfirst-label",
        WordPlace::Text(Slot::Byline) => "text-byline-placeholder",
        WordPlace::Text(Slot::Place) => "text-place-placeholder",
        WordPlace::Text(Slot::Block(_) | Slot::Speaker(_)) => "find-in-story",
        WordPlace::Text(Slot::Cell(..)) => "menu-table",
        WordPlace::Text(Slot::Caption(_)) => "text-caption-label",
        WordPlace::Text(Slot::Credit(_)) => "photos-credit",
        WordPlace::Text(Slot::Alt(_)) => "photos-alt",
        WordPlace::Person(_, PersonField::Name) => "people-name",
        WordPlace::Person(_, PersonField::ShortName) => "people-short-name",
        WordPlace::Person(_, PersonField::Honorific) => "people-honorific",
        WordPlace::Person(_, PersonField::Title) => "people-title-held",
        WordPlace::Person(_, PersonField::Organisation) => "people-organisation",
        WordPlace::Person(_, PersonField::Delegation) => "people-delegation",
        WordPlace::Person(_, PersonField::Code) => "people-code",
        WordPlace::Person(_, PersonField::Note) => "people-note",
        WordPlace::Person(_, PersonField::PrivateContact) => "people-contact",
    }
}
