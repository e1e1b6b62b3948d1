//! The page for those who hear it: every text in sight as a node with its words, the caret and the selection.

use egui::text_selection::CCursorRange;
use egui::text_selection::accesskit_text::update_accesskit_for_text_widget;
use egui::{Id, Pos2, UiBuilder, accesskit};

use crate::report::{BlockKind, HeadingLevel, Slot};
use crate::ui::text::item::Item;
use crate::ui::view::View;

/// Describes the texts in sight under the page's node. Costs nothing while nobody listens.
pub(super) fn describe(ui: &mut egui::Ui, view: &View<'_>, page: Id, placed: &[(Pos2, usize, Item)]) {
    let listening = ui.ctx().accesskit_node_builder(page, |node| node.set_role(accesskit::Role::MultilineTextInput));
    if listening.is_none() {
        return;
    }
    for (at, _, item) in placed {
        if let Some((photo, rect)) = item.picture {
            let id = Id::unique(("figure", photo.number()));
            let alt = view.report().text(Slot::Alt(photo)).map_or(String::new(), |alt| alt.as_str().to_owned());
            node(ui, page, id, rect.translate(at.to_vec2()), accesskit::Role::Image, &alt);
        }
        for part in &item.parts {
            let id = Id::unique(("text of the page", part.slot));
            let rect = part.rect().translate(at.to_vec2());
            node(ui, page, id, rect, role(view, part.slot), &label(view, part.slot));
            describe_spelling(ui, view, id, part.slot);
            let range = view.editor.selection().range_in(view.report(), part.slot).map(|range| CCursorRange {
                primary: part.paragraph.cursor(range.end),
                secondary: part.paragraph.cursor(range.start),
                h_pos: None,
            });
            let shift = egui::emath::TSTransform::from_translation((*at + part.at).to_vec2());
            update_accesskit_for_text_widget(ui.ctx(), id, range, shift, part.paragraph.galley());
        }
    }
}

/// Tells the words of a text that are marked. A mark of its own would need a text run of its own, and egui makes one a row.
fn describe_spelling(ui: &egui::Ui, view: &View<'_>, id: Id, slot: Slot) {
    let Some(text) = view.report().text(slot) else { return };
    let wrong = view.text.spelling.wrong(slot, text).unwrap_or_default();
    if !wrong.is_empty() {
        let words: Vec<_> = wrong.into_iter().map(|range| &text.as_str()[range]).collect();
        let told = view.locale.tr_with("spelling-marked", &[("words", words.join(", ").into())]);
        ui.ctx().accesskit_node_builder(id, |node| node.set_description(told));
    }
}

fn node(ui: &mut egui::Ui, page: Id, id: Id, rect: egui::Rect, role: accesskit::Role, label: &str) {
    // A child is the only way from outside egui to hang a node below another one.
    let _child = ui.new_child(UiBuilder::new().scope_id(id).max_rect(rect).accessibility_parent(page));
    ui.ctx().accesskit_node_builder(id, |node| {
        node.set_role(role);
        node.set_label(label);
        let bounds = accesskit::Rect {
            x0: rect.min.x.into(),
            y0: rect.min.y.into(),
            x1: rect.max.x.into(),
            y1: rect.max.y.into(),
        };
        node.set_bounds(bounds);
    });
}

fn role(view: &View<'_>, slot: Slot) -> accesskit::Role {
    match slot {
        Slot::Headline => accesskit::Role::Heading,
        Slot::Caption(_) => accesskit::Role::Caption,
        Slot::Cell(..) => accesskit::Role::Cell,
        Slot::Block(id) => match view.report().body.get(id).map(|block| &block.kind) {
            Some(BlockKind::Heading { level: HeadingLevel::Two | HeadingLevel::Three }) => accesskit::Role::Heading,
            Some(BlockKind::Quotation { .. }) => accesskit::Role::Blockquote,
            Some(BlockKind::ListItem { .. }) => accesskit::Role::ListItem,
            _ => accesskit::Role::Paragraph,
        },
        _ => accesskit::Role::Paragraph,
    }
}

fn label(view: &View<'_>, slot: Slot) -> String {
    let id = match slot {
        Slot::Kicker => "text-kicker-placeholder",
        Slot::Headline => "text-headline-placeholder",
        Slot::Standfirst => "text-standfirst-label",
        Slot::Byline => "text-byline-placeholder",
        Slot::Place => "text-place-placeholder",
        Slot::Speaker(_) => "text-speaker-placeholder",
        Slot::Caption(_) => "text-caption-label",
        Slot::Cell(..) => "text-cell-label",
        _ => return String::new(),
    };
    view.tr(id)
}
