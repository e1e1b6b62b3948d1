//! Only the text: the page alone, over the whole screen where the system lets it.

use egui::{Align, Area, Context, Event, Key, Layout, Modifiers, Order, Popup, ViewportCommand, pos2, vec2};

use crate::app::{App, Command, Pane};
use crate::ui::icon;
use crate::ui::menu;
use crate::ui::messages::{Message, Topic};
use crate::ui::theme::{Tokens, space};
use crate::ui::view::Shell;
use crate::ui::widgets::Button;

/// Whether only the text is shown, and how it was before. Not remembered from one start to the next.
#[derive(Debug, Default)]
pub(super) struct FocusMode {
    is_on: bool,
    /// The window filled the screen already.
    was_full_screen: bool,
    /// The menu bar is shown for a moment: F10 was pressed, or the pointer came to the upper edge.
    shows_menu: bool,
}

impl FocusMode {
    pub(super) fn is_on(&self) -> bool {
        self.is_on
    }
}

/// The pointer brings the menu bar by coming so near to the upper edge, in points.
const EDGE: f32 = 3.0;

impl App {
    pub(super) fn toggle_focus_mode(&mut self, ctx: &Context) {
        if self.focus_mode.is_on {
            self.leave_focus_mode(ctx);
            return;
        }
        let was_full_screen = ctx.input(|input| input.viewport().fullscreen.unwrap_or(false));
        self.focus_mode = FocusMode { is_on: true, was_full_screen, shows_menu: false };
        if !was_full_screen {
            ctx.send_viewport_cmd(ViewportCommand::Fullscreen(true));
        }
        let leave = (self.locale.tr("focus-mode-leave"), Command::FocusMode);
        let note = Message::info(self.locale.tr("focus-mode-note")).with_action(leave.0, leave.1);
        self.messages.push(note.about(Topic::FocusMode));
        self.perform(ctx, Command::Focus(Pane::Text));
    }

    pub(super) fn leave_focus_mode(&mut self, ctx: &Context) {
        if !self.focus_mode.is_on {
            return;
        }
        if !self.focus_mode.was_full_screen {
            ctx.send_viewport_cmd(ViewportCommand::Fullscreen(false));
        }
        self.focus_mode = FocusMode::default();
        self.messages.end(Topic::FocusMode);
        ctx.request_repaint();
    }

    /// Leaves at Escape, unless something else wants the key. To be called before the texts take their keys.
    pub(super) fn leave_focus_mode_at_escape(&mut self, ctx: &Context) {
        if !self.focus_mode.is_on {
            return;
        }
        let Some(session) = &self.session else { return self.leave_focus_mode(ctx) };
        let is_busy = self.dialogs.is_some() || self.path_question.is_some() || Popup::is_any_open(ctx);
        let text_wants = self.text.wants_escape() || !session.editor.selection().is_caret();
        if is_busy || text_wants || self.find.wants_escape(ctx) {
            return;
        }
        if ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape)) {
            self.leave_focus_mode(ctx);
            self.text.focus_page(ctx);
        }
    }

    /// The menu bar over the text while it is wanted, with the way out beside it.
    pub(super) fn passing_menu_ui(&mut self, ctx: &Context) {
        let opens = ctx.input(|input| {
            let pressed = |event: &Event| matches!(event, Event::Key { key: Key::F10, pressed: true, .. });
            input.events.iter().any(pressed)
        });
        let pointer_y = ctx.input(|input| input.pointer.hover_pos()).map(|at| at.y);
        let near = if self.focus_mode.shows_menu { space::MENU + space::L } else { EDGE };
        let hovers = pointer_y.is_some_and(|y| y <= near);
        let stays = self.focus_mode.shows_menu && Popup::is_any_open(ctx);
        self.focus_mode.shows_menu = opens || hovers || stays;
        if !self.focus_mode.shows_menu {
            return;
        }
        let tokens = Tokens::of(ctx);
        let env = self.command_env(None);
        let shell = Shell { locale: &self.locale, tokens, requests: &self.requests };
        let width = ctx.content_rect().width();
        let area = Area::new(egui::Id::unique("passing menu")).order(Order::Middle).fixed_pos(pos2(0.0, 0.0));
        area.movable(false).constrain(false).default_size(vec2(width, space::MENU)).show(ctx, |ui| {
            let bar = egui::Rect::from_min_size(pos2(0.0, 0.0), vec2(width, space::MENU));
            ui.set_min_size(bar.size());
            ui.painter().rect_filled(bar, 0.0, tokens.chrome);
            ui.painter().hline(bar.x_range(), bar.bottom(), egui::Stroke::new(1.0, tokens.line));
            menu::menu_bar_ui(ui, &shell, &env);
            let right = egui::UiBuilder::new().max_rect(bar).layout(Layout::right_to_left(Align::Center));
            ui.scope_builder(right, |ui| {
                ui.add_space(space::S);
                let leave = Button::bare(shell.tr("focus-mode-leave")).icon(icon::X);
                if leave.show(ui, tokens).clicked() {
                    shell.command(Command::FocusMode);
                }
            });
        });
    }
}

/// Whether a command shows something beside the text.
pub(super) fn leads_beside(command: Command) -> bool {
    match command {
        Command::TogglePane(_) | Command::Outline | Command::NextPane | Command::PreviousPane => true,
        Command::AddPerson | Command::AddOrganisation | Command::AddPhotos | Command::Checks | Command::PeopleShown => {
            true
        }
        Command::Focus(pane) => pane != Pane::Text,
        _ => false,
    }
}
