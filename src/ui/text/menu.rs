//! The menu of a text: what a misspelled word may have been meant for, then what every text has.

use std::ops::Range;

use egui::{Align, Context, Id, Layout, Popup, PopupAnchor, PopupKind, Pos2, Response, SetOpenCommand, pos2};

use crate::app::Command;
use crate::edit::ops::framing::Framing;
use crate::edit::ops::table::TableEdit;
use crate::edit::ops::{blocks, correct, details, names, rows};
use crate::names::{Kind, Sighting};
use crate::report::{BlockKind, IgnoredName, Pos, Slot};
use crate::spelling::{Question, words};
use crate::ui::menu::separator_ui;
use crate::ui::text::TextState;
use crate::ui::text::names::stands_at;
use crate::ui::view::{Request, View};
use crate::ui::widgets::{MenuEntry, popup_frame};

/// The open menu.
#[derive(Debug, Clone)]
pub(super) struct TextMenu {
    at: Pos2,
    /// The misspelled word that it is about.
    word: Option<(Slot, Range<usize>, Question)>,
    /// The name that it is about, which is nearly a participant's.
    name: Option<(Slot, Sighting)>,
    /// A word there that passes because the reporter said so.
    passed: Option<Passed>,
    /// Whether it is to open now.
    opens: bool,
    /// Whether its first line is to take the keyboard, because it was opened by a key.
    takes_keyboard: bool,
}

/// A word that passes because the reporter said so: in all reports, or in this one.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Passed {
    Own(String),
    Ignored(String),
    OwnName(String),
    IgnoredName(String),
}

/// The word at a place, if the reporter has let it pass.
fn passed_word(view: &View<'_>, at: Pos) -> Option<Passed> {
    let report = view.report();
    let text = report.text(at.slot)?.as_str();
    let words = words::words(text).into_iter().filter(|_| view.text.spelling.is_on());
    let word = words.map(|word| word.range).find(|range| (range.start..=range.end).contains(&at.byte))?;
    let word = words::plain(text.get(word)?).into_owned();
    let known = view.text.spelling.known();
    let own = known.own_word(&word).map(|own| Passed::Own(own.to_owned()));
    let ignored = || report.details.ignored_words.iter().find(|ignored| ***ignored == *word);
    own.or_else(|| ignored().map(|ignored| Passed::Ignored(ignored.to_string())))
}

/// The name at a place, if the reporter has let it pass.
fn passed_name(view: &View<'_>, at: Pos) -> Option<Passed> {
    let report = view.report();
    let text = report.text(at.slot).filter(|_| view.text.names.is_on())?.as_str();
    let is_here = |ignored: &&IgnoredName| {
        ignored.only_in.is_none_or(|only| only == at.slot) && stands_at(text, &ignored.words, at.byte)
    };
    let ignored = report.details.ignored_names.iter().find(is_here);
    ignored
        .map(|ignored| Passed::IgnoredName(ignored.words.to_string()))
        .or_else(|| view.text.names.own_at(text, at.byte).map(Passed::OwnName))
}

/// What every text has in its menu.
const COMMANDS: [Command; 4] = [Command::Cut, Command::Copy, Command::Paste, Command::SelectAll];

/// What a figure has besides.
const FIGURE_COMMANDS: [Command; 7] = [
    Command::LookCloser,
    Command::Frame(Framing::TurnLeft),
    Command::Frame(Framing::TurnRight),
    Command::Frame(Framing::Crop),
    Command::Frame(Framing::Focal),
    Command::PlaceBeside,
    Command::OwnLine,
];

/// Whether such a command can be given: a figure is selected, and it has neighbours where the command is about them.
fn is_for_figure(view: &View<'_>, command: Command) -> bool {
    let (report, selection) = (view.report(), view.editor.selection());
    if !matches!(blocks::current_kind(report, selection), Some(BlockKind::Figure { .. })) {
        return false;
    }
    match command {
        Command::LookCloser => true,
        _ if view.read_only => false,
        Command::PlaceBeside => rows::place_beside(report, selection).is_some(),
        Command::OwnLine => rows::own_line(report, selection).is_some(),
        _ => true,
    }
}

fn menu_id() -> Id {
    Id::unique("text menu")
}

impl TextState {
    /// Opens the menu at a point of the screen, about what lies there.
    pub(super) fn open_menu(&self, view: &View<'_>, at: Pos2, hit: Pos) {
        self.open(view, at, hit, false);
    }

    /// Opens the menu at the caret, in the next frame.
    pub fn open_menu_at_caret(&self, ctx: &Context) {
        self.wants_menu.set(true);
        self.caret_moved(ctx);
    }

    fn open(&self, view: &View<'_>, at: Pos2, hit: Pos, takes_keyboard: bool) {
        let passed = passed_word(view, hit).or_else(|| passed_name(view, hit));
        let name = self.names.wrong_at(view.report(), hit).map(|sighting| (hit.slot, sighting));
        // What is marked as a name is not asked about as a word.
        let word = if name.is_some() {
            None
        } else {
            self.spelling.wrong_at(view.report(), hit).map(|(range, question)| (hit.slot, range, question))
        };
        if let Some((_, _, question)) = &word {
            self.spelling.ask(question.clone());
        }
        self.menu.replace(Some(TextMenu { at, word, name, passed, opens: true, takes_keyboard }));
    }
}

/// Draws the menu, while it is open.
pub(super) fn menu_ui(ui: &egui::Ui, view: &View<'_>) {
    let state = view.text;
    if state.wants_menu.take()
        && let Some(caret) = state.caret_rect.get()
    {
        // The word that is selected, as after "next misspelling", or the one at the caret.
        let (from, to) = view.editor.selection().ordered(view.report());
        let hit = if from.slot == to.slot { from } else { view.editor.selection().head };
        // Keys that come before the first line has the keyboard are for nothing else.
        ui.memory_mut(|memory| {
            if let Some(focused) = memory.focused() {
                memory.surrender_focus(focused);
            }
        });
        state.open(view, pos2(caret.left(), caret.bottom() + 4.0), hit, true);
    }
    let Some(mut menu) = state.menu.borrow().clone() else { return };
    let opens = std::mem::take(&mut menu.opens);
    let tokens = view.tokens;
    let popup = Popup::new(menu_id(), ui.ctx().clone(), PopupAnchor::Position(menu.at), ui.layer_id())
        .kind(PopupKind::Menu)
        .layout(Layout::top_down_justified(Align::Min))
        .accessible_name(view.tr("spelling-menu"))
        .frame(popup_frame(tokens))
        .open_memory(opens.then_some(SetOpenCommand::Bool(true)));
    popup.show(|ui| {
        ui.set_min_width(190.0);
        ui.spacing_mut().item_spacing.y = 0.0;
        let mut first = None;
        if let Some((slot, range, question)) = &menu.word {
            first = word_ui(ui, view, *slot, range, question);
        }
        if let Some((slot, sighting)) = &menu.name {
            first = name_ui(ui, view, *slot, sighting);
        }
        if let Some(passed) = &menu.passed {
            first = Some(passed_ui(ui, view, passed));
        }
        let in_table = matches!(view.editor.selection().slot(), Slot::Cell(..)) && !view.read_only;
        let of_figure = FIGURE_COMMANDS.into_iter().filter(|command| is_for_figure(view, *command));
        let of_table = TableEdit::ALL.map(Command::Table).into_iter().filter(|_| in_table);
        for command in COMMANDS.into_iter().chain(of_table).chain(of_figure) {
            if matches!(command, Command::Table(TableEdit::RowAbove) | Command::LookCloser) {
                separator_ui(ui, tokens);
            }
            let hint = command.hint(ui.ctx());
            let entry = MenuEntry::new(&view.locale.command(command)).hint(&hint).show(ui, tokens);
            if entry.clicked() {
                view.command(command);
                ui.close();
            }
            first = first.or(Some(entry));
        }
        let waits = menu.word.as_ref().is_some_and(|(_, _, asked)| state.spelling.suggestions(asked).is_none());
        if let Some(first) = first.filter(|_| menu.takes_keyboard && !waits && !ui.is_sizing_pass()) {
            first.request_focus();
            menu.takes_keyboard = false;
        }
    });
    let is_open = Popup::is_id_open(ui.ctx(), menu_id());
    state.menu.replace(is_open.then_some(menu));
}

/// What can be done about a misspelled word. Gives the first line that can be chosen.
fn word_ui(
    ui: &mut egui::Ui,
    view: &View<'_>,
    slot: Slot,
    range: &Range<usize>,
    question: &Question,
) -> Option<Response> {
    let tokens = view.tokens;
    let mut first = None;
    let note = |ui: &mut egui::Ui, id: &str| {
        let _note = MenuEntry::new(&view.tr(id)).enabled(false).show(ui, tokens);
    };
    match view.text.spelling.suggestions(question) {
        None => note(ui, "spelling-looking"),
        Some(suggestions) if suggestions.is_empty() => note(ui, "spelling-no-suggestions"),
        Some(suggestions) => {
            for suggestion in suggestions {
                let entry = MenuEntry::new(&suggestion).strong().enabled(!view.read_only).show(ui, tokens);
                let text = view.report().text(slot).map_or("", |text| text.as_str());
                if entry.clicked() && text.get(range.clone()) == Some(question.word.as_str()) {
                    view.edit(correct::correct(view.report(), slot, range.clone(), &suggestion));
                    ui.close();
                }
                first = first.or(Some(entry).filter(|_| !view.read_only));
            }
        }
    }
    separator_ui(ui, tokens);
    let add = MenuEntry::new(&view.tr("spelling-add")).show(ui, tokens);
    if add.clicked() {
        view.ask(Request::OwnWord(question.word.clone(), true));
        ui.close();
    }
    if MenuEntry::new(&view.tr("spelling-ignore")).enabled(!view.read_only).show(ui, tokens).clicked() {
        view.edit(details::ignore_word(view.report(), &question.word));
        ui.close();
    }
    separator_ui(ui, tokens);
    first.or(Some(add))
}

/// What can be done about a name that is nearly a participant's. Gives the first line that can be chosen.
pub(in crate::ui) fn name_ui(ui: &mut egui::Ui, view: &View<'_>, slot: Slot, sighting: &Sighting) -> Option<Response> {
    let tokens = view.tokens;
    let report = view.report();
    let can_mend = !view.read_only
        && report.text(slot).and_then(|text| text.as_str().get(sighting.range.clone())) == Some(&sighting.found);
    let mut first = None;
    for (choice, meant) in sighting.meant.iter().enumerate() {
        let entry = MenuEntry::new(&meant.words).strong().enabled(can_mend).show(ui, tokens);
        if entry.clicked() {
            let mend = view.text.names.here(slot, sighting, choice);
            view.edit(mend.and_then(|mend| names::mend(report, &[mend])));
            ui.close();
        }
        first = first.or(Some(entry).filter(|_| can_mend));
    }
    for (choice, meant) in sighting.meant.iter().enumerate() {
        let label = view.locale.tr_with("names-mend-everywhere", &[("name", meant.words.as_str().into())]);
        if MenuEntry::new(&label).enabled(can_mend).show(ui, tokens).clicked() {
            let places = view.text.names.everywhere(report, sighting, choice);
            view.edit(names::mend(report, &places));
            view.ask(Request::Done(view.locale.tr_with("names-mended", &[("count", places.len().into())])));
            ui.close();
        }
    }
    separator_ui(ui, tokens);
    for (label, only_in) in [("names-ignore-here", Some(slot)), ("names-ignore-report", None)] {
        if MenuEntry::new(&view.tr(label)).enabled(!view.read_only).show(ui, tokens).clicked() {
            view.edit(names::ignore(report, &sighting.found, only_in));
            ui.close();
        }
    }
    // An office by itself is a word that may be wrong beside the next name.
    if sighting.kind != Kind::Title {
        let always = MenuEntry::new(&view.tr("names-ignore-always")).show(ui, tokens);
        if always.clicked() {
            view.ask(Request::OwnWord(sighting.found.clone(), true));
            ui.close();
        }
        first = first.or(Some(always));
    }
    separator_ui(ui, tokens);
    first
}

/// Takes back what lets a word pass.
fn passed_ui(ui: &mut egui::Ui, view: &View<'_>, passed: &Passed) -> Response {
    let tokens = view.tokens;
    let entry = match passed {
        Passed::IgnoredName(name) => {
            let entry = MenuEntry::new(&view.tr("names-watch-again")).enabled(!view.read_only).show(ui, tokens);
            if entry.clicked() {
                view.edit(names::watch_again(view.report(), name));
                ui.close();
            }
            entry
        }
        Passed::Own(word) | Passed::OwnName(word) => {
            let label = if matches!(passed, Passed::Own(_)) { "spelling-remove" } else { "names-watch-again" };
            let entry = MenuEntry::new(&view.tr(label)).show(ui, tokens);
            if entry.clicked() {
                view.ask(Request::OwnWord(word.clone(), false));
                ui.close();
            }
            entry
        }
        Passed::Ignored(word) => {
            let entry = MenuEntry::new(&view.tr("spelling-check-again")).enabled(!view.read_only).show(ui, tokens);
            if entry.clicked() {
                view.edit(details::check_word(view.report(), word));
                ui.close();
            }
            entry
        }
    };
    separator_ui(ui, tokens);
    entry
}
