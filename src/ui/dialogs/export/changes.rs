//! What has changed since a desk was sent the story, before it is sent again.

use egui::text::{LayoutJob, TextFormat};
use egui::{Role, Sense, Stroke, Ui, WidgetInfo, vec2};

use crate::app::Locale;
use crate::filing::{Change, Changes, Mark, PhotoName, Place, What};
use crate::language::date::shown_moment;
use crate::ui::dialogs::DialogContext;
use crate::ui::dialogs::frame::part_head_ui;
use crate::ui::theme::{font, space};

/// More lines than anybody reads here; the sheet has all.
const MOST: usize = 100;

/// Draws the list, or that there is nothing to tell. A desk that never had the story is told nothing.
pub(super) fn changes_ui(ui: &mut Ui, cx: &DialogContext<'_>, changes: Option<&Changes>, filed_at: Option<&str>) {
    let Some(at) = changes.map(|changes| &*changes.since).or(filed_at) else { return };
    let head = cx.locale.tr_with("export-since", &[("moment", shown_moment(at).into())]);
    part_head_ui(ui, cx.tokens, &head);
    let Some(changes) = changes else {
        return super::quiet_ui(ui, cx, &cx.tr("export-nothing-changed"));
    };
    super::quiet_ui(ui, cx, &cx.tr("export-since-note"));
    for change in changes.changes.iter().take(MOST) {
        change_ui(ui, cx, change);
    }
    let more = changes.changes.len().saturating_sub(MOST);
    if more > 0 {
        super::quiet_ui(ui, cx, &cx.locale.tr_with("export-more-changes", &[("count", more.into())]));
    }
}

/// A line: where, what was done, and the words with what went struck through and what came underlined.
fn change_ui(ui: &mut Ui, cx: &DialogContext<'_>, change: &Change) {
    let tokens = cx.tokens;
    let head = format!("{}: {}", place_words(cx.locale, &change.place), cx.tr(what_id(change.what)));
    let plain = |color| TextFormat { color, line_height: Some(19.0), ..TextFormat::simple(font::ui(), color) };
    let mut job = LayoutJob::default();
    job.wrap.max_width = ui.available_width();
    job.append(&head, 0.0, TextFormat { font_id: font::strong(), ..plain(tokens.ink) });
    let mut heard = head;
    for (index, piece) in change.pieces.iter().enumerate() {
        let space = if index == 0 { space::S } else { 0.0 };
        let format = match piece.mark {
            Mark::Same => plain(tokens.muted),
            Mark::Added => TextFormat { underline: Stroke::new(1.0, tokens.good), ..plain(tokens.good) },
            Mark::Removed => TextFormat { strikethrough: Stroke::new(1.0, tokens.bad), ..plain(tokens.bad) },
        };
        job.append(&piece.text, space, format);
        let said = match piece.mark {
            Mark::Same => piece.text.clone(),
            Mark::Added => cx.locale.tr_with("export-heard-added", &[("words", piece.text.as_str().into())]),
            Mark::Removed => cx.locale.tr_with("export-heard-removed", &[("words", piece.text.as_str().into())]),
        };
        heard = format!("{heard} {said}");
    }
    let galley = ui.painter().layout_job(job);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), galley.size().y), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &heard));
    ui.painter().galley(rect.min, galley, tokens.ink);
}

fn place_words(locale: &Locale, place: &Place) -> String {
    let (id, photo) = match place {
        Place::Kicker => ("place-kicker", None),
        Place::Headline => ("place-headline", None),
        Place::Standfirst => ("place-standfirst", None),
        Place::Byline => ("place-byline", None),
        Place::Dateline => ("place-dateline", None),
        Place::Story => ("place-story", None),
        Place::Participant => ("place-participant", None),
        Place::Link => ("place-link", None),
        Place::Bold => ("place-bold", None),
        Place::Italic => ("place-italic", None),
        Place::Caption(photo) => ("place-caption", Some(photo)),
        Place::Credit(photo) => ("place-credit", Some(photo)),
        Place::Alt(photo) => ("place-alt", Some(photo)),
        Place::Photo(photo) => ("place-photo", Some(photo)),
    };
    let Some(PhotoName { number, name }) = photo else { return locale.tr(id) };
    let number = number.map(|number| number.to_string());
    let shown = number.unwrap_or_else(|| format!("“{name}”"));
    locale.tr_with(id, &[("photo", shown.into())])
}

fn what_id(what: What) -> &'static str {
    match what {
        What::Added => "change-added",
        What::Removed => "change-removed",
        What::Changed => "change-changed",
        What::Moved => "change-moved",
        What::Restyled => "change-restyled",
        What::OtherPicture => "change-other-picture",
        What::Reframed => "change-reframed",
        What::PutIn => "change-put-in",
        What::TakenOut => "change-taken-out",
    }
}
