//! The reporter's wishes take effect and are remembered.

use crate::app::folders::Folders;
use crate::app::{App, Command, Locale, Pane, ThemeChoice, UiLanguage, ZOOM_MAX, ZOOM_MIN, prefs, window};
use crate::language::vietnamese::{Settings, ToneStyle};

impl App {
    /// Sets the size of everything.
    pub(super) fn set_zoom(&mut self, ctx: &egui::Context, zoom: f32) {
        // Steps of a hundredth, so that going in and out again comes back to 100 %.
        let zoom = ((zoom * 100.0).round() / 100.0).clamp(ZOOM_MIN, ZOOM_MAX);
        self.prefs.zoom = zoom;
        ctx.set_zoom_factor(zoom);
    }

    /// Sets the colours.
    pub(super) fn set_theme(&mut self, ctx: &egui::Context, theme: ThemeChoice) {
        self.prefs.theme = theme;
        ctx.set_theme(window::theme_preference(theme));
    }

    /// Sets how Vietnamese is typed. Who chooses a method wants to type so.
    pub(super) fn set_vietnamese(&mut self, command: Command) {
        let settings = &mut self.prefs.vietnamese;
        match command {
            Command::VietnameseTyping => settings.on = !settings.on,
            Command::VietnameseMethod(method) => *settings = Settings { on: true, method, ..*settings },
            Command::VietnameseTones => {
                settings.style = match settings.style {
                    ToneStyle::Classic => ToneStyle::Modern,
                    ToneStyle::Modern => ToneStyle::Classic,
                };
            }
            _ => {}
        }
    }

    /// Sets the language of the interface. The report keeps its own.
    pub(super) fn set_language(&mut self, language: UiLanguage) {
        self.prefs.language = language;
        self.locale = Locale::new(language);
        self.title.clear();
        self.forget_glances();
    }

    /// Shows or hides a side pane.
    pub(super) fn toggle_pane(&mut self, pane: Pane) {
        match pane {
            Pane::Text => {}
            Pane::Photos => self.prefs.panes.photos = !self.prefs.panes.photos,
            Pane::People => self.prefs.panes.people = !self.prefs.panes.people,
        }
    }

    /// Shows the outline with the keyboard in it, or what was there before it.
    pub(super) fn toggle_outline(&mut self, ctx: &egui::Context) {
        let panes = &mut self.prefs.panes;
        if panes.photos && self.outline.is_shown {
            panes.photos = !self.outline.opened_pane;
            self.outline.is_shown = false;
            self.perform(ctx, Command::Focus(Pane::Text));
        } else {
            self.outline.opened_pane = !panes.photos;
            panes.photos = true;
            self.outline.take_focus();
            self.pane = Pane::Photos;
        }
    }

    /// Writes preferences that changed, on a thread, once the pointer rests: a pane that is being widened changes in every frame.
    pub(super) fn remember_prefs(&mut self, ctx: &egui::Context) {
        if !self.focus_mode.is_on() {
            self.prefs.window = window::place(ctx, self.prefs.window);
        }
        self.prefs.panes.photos_wall = self.photos.wall;
        self.prefs.panes.people_list = self.people.look;
        self.prefs.panes.photos_compact = self.photos.compact;
        if self.prefs == self.written_prefs || ctx.input(|input| input.pointer.any_down()) {
            return;
        }
        self.written_prefs = self.prefs.clone();
        let Some(path) = self.folders.as_ref().map(Folders::preferences) else { return };
        let prefs = self.prefs.clone();
        let write = move || write(&path, &prefs);
        if let Err(err) = std::thread::Builder::new().name("preferences".to_owned()).spawn(write) {
            log::error!("no thread for the preferences: {err}");
        }
    }
}

fn write(path: &std::path::Path, prefs: &prefs::Prefs) {
    if let Err(err) = prefs::write(path, prefs) {
        log::warn!("{err}");
    }
}
