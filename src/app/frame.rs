//! A frame of the window: keys first, then the panes, then what they asked for.

use std::path::PathBuf;

use egui::{CentralPanel, Frame, Panel};

use crate::app::articles::is_article;
use crate::app::prefs::Panes;
use crate::app::saving::Target;
use crate::app::{App, CommandEnv, Pane, Question, Start};
use crate::edit::Editor;
use crate::edit::ops::details;
use crate::ui::dialogs::{Answer, DialogContext, DialogOutcome, Dialogs, MessageDialog};
use crate::ui::find::find_bar_ui;
use crate::ui::left::left_pane_ui;
use crate::ui::length::LengthFacts;
use crate::ui::look_closer::look_closer_ui;
use crate::ui::messages::messages_ui;
use crate::ui::people::people_pane_ui;
use crate::ui::status::{Activity, SaveState, Status, StatusChoice, status_bar_ui};
use crate::ui::text::{handle_input, page_ui};
use crate::ui::theme::{Tokens, space};
use crate::ui::view::{Shell, View};
use crate::ui::welcome::{WelcomeChoice, welcome_ui};
use crate::ui::{menu, toolbar, vietnamese};

impl eframe::App for App {
    fn logic(&mut self, ctx: &egui::Context, _frame: &mut eframe::Frame) {
        self.work(ctx);
    }

    fn raw_input_hook(&mut self, ctx: &egui::Context, input: &mut egui::RawInput) {
        let came = self.handed_back.restore(std::mem::take(&mut input.events));
        self.only_html_is_pasted |= self.paste_key.went_unanswered(&came);
        let waits = self.waits_for_paste(&came);
        let in_menu = egui::Popup::is_any_open(ctx);
        input.events = if waits { self.in_turn.hold(came) } else { self.in_turn.next(came, in_menu) };
        let writes = self.text.has_focus(ctx) && !in_menu && self.dialogs.is_none() && self.path_question.is_none();
        if writes {
            input.events = self.quiet_keys.take(std::mem::take(&mut input.events));
        } else {
            self.quiet_keys.let_through(&input.events);
        }
        if self.in_turn.is_waiting() && self.pasting.is_none() {
            ctx.request_repaint();
        }
    }

    fn ui(&mut self, ui: &mut egui::Ui, frame: &mut eframe::Frame) {
        self.frame_ui(ui);
        self.told_caret.tell(ui.ctx(), frame);
    }

    fn clear_color(&self, visuals: &egui::Visuals) -> [f32; 4] {
        crate::app::window::clear_color(visuals)
    }
}

impl App {
    /// Draws the window and does what was asked for.
    pub fn frame_ui(&mut self, ui: &mut egui::Ui) {
        let ctx = ui.ctx().clone();
        let focused = ctx.memory(|memory| memory.focused());
        self.quiet_keys.give_out(&ctx);
        if let Some(start) = self.start.take() {
            self.begin(&ctx, start);
        }
        // A screen reader hears the window's name from here.
        let _heard = ctx.accesskit_node_builder(egui::accesskit_root_id(), |node| node.set_label(self.title.as_str()));
        self.hold_keys(&ctx);
        let in_list = self.people.writes_apart(&ctx) || self.find.writes_apart(&ctx);
        let is_apart = in_list || self.photos.writes_apart(&ctx) || self.closer.writes_apart(&ctx);
        for command in self.shortcuts.take(&ctx, self.text.has_focus(&ctx), is_apart) {
            self.perform_if_possible(&ctx, command);
        }
        self.leave_focus_mode_at_escape(&ctx);
        vietnamese::follow(&ctx, &self.prefs.vietnamese);
        self.take_drops(&ctx);
        self.take_text(&ctx);
        self.meet_clipboard_wish(&ctx);
        self.chrome_ui(ui);
        if self.session.is_some() {
            self.report_ui(ui);
        } else if !self.is_starting {
            self.welcome_ui(ui);
        }
        self.dialog_ui(&ctx);
        self.path_question_ui(&ctx);
        if let Some(session) = &self.session {
            self.messages.follow(session.editor.revision());
        }
        let shell = Shell { locale: &self.locale, tokens: Tokens::of(&ctx), requests: &self.requests };
        messages_ui(&ctx, &shell, &mut self.messages);
        self.perform_requests(&ctx);
        // Now and not before the next frame: nobody may draw one.
        self.decode_wanted(&ctx);
        self.follow_spelling(&ctx);
        self.follow_names(&ctx);
        self.walk_on(&ctx);
        self.return_the_keyboard(&ctx);
        self.hold_what_was_typed_ahead(&ctx);
        self.remember_prefs(&ctx);
        // Who was drawn before the keyboard came to it does not show that it has it.
        if ctx.memory(|memory| memory.focused()) != focused {
            ctx.request_repaint();
        }
    }

    fn begin(&mut self, ctx: &egui::Context, start: Start) {
        match start {
            Start::Welcome | Start::File(_) => {}
            Start::New => self.new_report(ctx),
            Start::Sample => self.open_sample(ctx),
        }
    }

    /// Files dropped on the window: photos for the report, or a report to open.
    fn take_drops(&mut self, ctx: &egui::Context) {
        let dropped: Vec<PathBuf> =
            ctx.input(|input| input.raw.dropped_files.iter().map(|file| file.path().to_owned()).collect());
        if dropped.is_empty() {
            return;
        }
        let is_report = |path: &PathBuf| path.extension().is_some_and(|extension| extension == "rapport");
        let (reports, others): (Vec<_>, Vec<_>) = dropped.into_iter().partition(is_report);
        for report in reports {
            self.open_file(&report);
        }
        let (articles, others): (Vec<_>, Vec<_>) = others.into_iter().partition(|path| is_article(path));
        for article in articles {
            self.import_article(&article);
        }
        if !others.is_empty() {
            if self.session.is_none() {
                self.new_report(ctx);
            }
            self.leave_focus_mode(ctx);
            self.add_photo_files(others);
        }
    }

    fn take_text(&mut self, ctx: &egui::Context) {
        if self.dialogs.is_some() || self.path_question.is_some() {
            return;
        }
        let Self { session: Some(session), locale, pictures, text, chosen, requests, prefs, .. } = self else { return };
        text.use_aids(prefs.typing_aids);
        let read_only = session.is_read_only();
        let tokens = Tokens::of(ctx);
        let view_of = |editor: &Editor, look: &mut dyn FnMut(&View<'_>)| {
            look(&View { editor, locale, tokens, pictures, text, chosen: *chosen, read_only, requests });
        };
        handle_input(ctx, text, &mut session.editor, read_only, &view_of);
    }

    /// What menus and toolbar know of the state of things.
    pub(super) fn command_env<'a>(&'a self, name: Option<&'a str>) -> CommandEnv<'a> {
        CommandEnv {
            editor: self.session.as_ref().map(|session| &session.editor),
            name,
            read_only: self.session.as_ref().is_some_and(|session| session.is_read_only()),
            chosen_photo: self.chosen.photo,
            chosen_in_text: self.is_chosen_in_text(),
            photos_shown: self.prefs.panes.photos,
            outline_shown: self.prefs.panes.photos && self.outline.is_shown,
            people_shown: self.prefs.panes.people,
            focus_mode: self.focus_mode.is_on(),
            typing_aids: self.prefs.typing_aids,
            check_spelling: self.prefs.check_spelling,
            watch_names: self.prefs.watch_names,
            vietnamese: self.prefs.vietnamese,
            page_look: self.page_look(),
            theme: self.prefs.theme,
            language: self.locale.language(),
            zoom: self.prefs.zoom,
            recent: self.prefs.recent(),
        }
    }

    /// Menu bar, toolbar and status bar.
    fn chrome_ui(&mut self, ui: &mut egui::Ui) {
        let ctx = ui.ctx().clone();
        let tokens = Tokens::of(&ctx);
        if self.focus_mode.is_on() {
            self.passing_menu_ui(&ctx);
            if !self.closer.is_open() {
                self.status_ui(ui);
            }
            return;
        }
        let name = self.session.as_ref().and_then(|session| session.name());
        let env = self.command_env(name.as_deref());
        let shell = Shell { locale: &self.locale, tokens, requests: &self.requests };
        menu::menu_bar_ui(ui, &shell, &env);
        if self.session.is_some() && !self.closer.is_open() {
            toolbar::toolbar_ui(ui, &shell, &env);
            self.status_ui(ui);
        }
    }

    fn status_ui(&mut self, ui: &mut egui::Ui) {
        let ctx = ui.ctx().clone();
        let tokens = Tokens::of(&ctx);
        let sparse = self.focus_mode.is_on();
        let save = self.save_state();
        let activity = self.activity();
        let findings = self.people.findings_count();
        let Self { session: Some(session), counts, length, locale, requests, prefs, .. } = self else { return };
        let editor = &session.editor;
        let language = editor.report().language.clone();
        let facts = LengthFacts {
            lengths: counts.lengths(&ctx, editor),
            selected: if length.is_open() { counts.selected(editor) } else { None },
            limit: editor.report().details.limit,
            language: &language,
            read_only: session.is_read_only(),
        };
        let status =
            Status { length: facts, sparse, vietnamese: prefs.vietnamese, findings, zoom: prefs.zoom, save, activity };
        let shell = Shell { locale, tokens, requests };
        match status_bar_ui(ui, &shell, &status, length) {
            Some(StatusChoice::Language(language)) => {
                let transaction = details::set_language(session.editor.report(), language);
                self.edit(&ctx, transaction);
            }
            Some(StatusChoice::Limit(limit)) => {
                let transaction = details::set_limit(session.editor.report(), limit);
                self.edit(&ctx, transaction);
            }
            Some(StatusChoice::Stop) => self.stop_what_goes_on(),
            None => {}
        }
    }

    fn save_state(&self) -> SaveState {
        let Some(session) = &self.session else { return SaveState::Fresh };
        if session.is_read_only() {
            SaveState::ReadOnly
        } else if let Some(failure) = &session.failure {
            SaveState::Failed(failure.message.clone())
        } else if session.is_saving {
            SaveState::Saving
        } else if session.is_dirty() {
            SaveState::Pending
        } else {
            session.saved_at.clone().map_or(SaveState::Fresh, SaveState::Saved)
        }
    }

    fn activity(&self) -> Option<Activity> {
        if let Some(running) = &self.exporting {
            let progress = running.progress;
            let values = [("done", progress.done.into()), ("of", progress.of.into())];
            return Some(Activity {
                words: self.locale.tr_with("status-exporting", &values),
                stop: Some(self.locale.tr("status-stop-export")),
            });
        }
        self.paste_activity().or_else(|| self.import_activity()).or_else(|| self.similar_activity())
    }

    /// Stops what the status bar tells of.
    fn stop_what_goes_on(&mut self) {
        if self.exporting.is_some() {
            self.stop_export();
        } else if self.importing.is_running() {
            self.finish_import(true);
        } else {
            self.stop_search();
        }
    }

    fn report_ui(&mut self, ui: &mut egui::Ui) {
        let tokens = Tokens::of(ui.ctx());
        let Self {
            session: Some(session),
            locale,
            pictures,
            text,
            chosen,
            requests,
            people,
            photos,
            outline,
            find,
            closer,
            prefs,
            pane,
            focus_mode,
            ..
        } = self
        else {
            return;
        };
        let view = View {
            editor: &session.editor,
            locale,
            tokens,
            pictures,
            text,
            chosen: *chosen,
            read_only: session.is_read_only(),
            requests,
        };
        if closer.is_open() {
            return look_closer_ui(ui, &view, closer);
        }
        find_bar_ui(ui, &view, find);
        people.update_checks(ui.ctx(), &view);
        // The ground of everything but the page is the colour that the window is cleared to: nothing is painted twice.
        let side = Frame::new();
        let (with_photos, with_people) = match focus_mode.is_on() {
            true => (false, false),
            false => panes_that_fit(ui.available_width(), &prefs.panes, *pane),
        };
        if !focus_mode.is_on() && stands_alone(ui.available_width(), &prefs.panes, *pane) {
            CentralPanel::no_frame().frame(side).show(ui, |ui| match pane {
                Pane::People => people_pane_ui(ui, &view, people),
                Pane::Photos | Pane::Text => left_pane_ui(ui, &view, photos, outline),
            });
            return;
        }
        let most = (ui.available_width() - space::PAGE_MIN) / if with_photos && with_people { 2.0 } else { 1.0 };
        let widths = space::PANE_MIN..=space::PANE_MAX.min(most.max(space::PANE_MIN));
        if with_photos {
            let pane = Panel::left("photos pane").frame(side).default_size(prefs.panes.photos_width);
            let shown = pane.size_range(widths.clone()).show(ui, |ui| left_pane_ui(ui, &view, photos, outline));
            prefs.panes.photos_width = shown.response.rect.width().round();
        }
        if with_people {
            let pane = Panel::right("people pane").frame(side).default_size(prefs.panes.people_width);
            let shown = pane.size_range(widths).show(ui, |ui| people_pane_ui(ui, &view, people));
            prefs.panes.people_width = shown.response.rect.width().round();
        }
        CentralPanel::no_frame().show(ui, |ui| page_ui(ui, &view));
    }

    fn welcome_ui(&mut self, ui: &mut egui::Ui) {
        let ctx = ui.ctx().clone();
        let recents = self.recents();
        let choice =
            CentralPanel::no_frame().show(ui, |ui| welcome_ui(ui, &self.locale, Tokens::of(&ctx), &recents)).inner;
        match choice {
            Some(WelcomeChoice::New) => self.new_report(&ctx),
            Some(WelcomeChoice::Open) => self.perform(&ctx, crate::app::Command::Open),
            Some(WelcomeChoice::Sample) => self.open_sample(&ctx),
            Some(WelcomeChoice::Recent(path)) => self.open_file(&path),
            Some(WelcomeChoice::Forget(path)) => {
                self.prefs.remove_recent(&path);
                self.forget_glances();
            }
            Some(WelcomeChoice::DeleteDraft(path, name)) => {
                self.question = Some(Question::DeleteDraft(path));
                self.dialogs = Some(Dialogs::Message(MessageDialog::delete_draft(&self.locale, &name)));
            }
            None => {}
        }
    }

    fn dialog_ui(&mut self, ctx: &egui::Context) {
        let Some(mut dialog) = self.dialogs.take() else { return };
        self.follow_export(&mut dialog);
        let tokens = Tokens::of(ctx);
        let view = self.session.as_ref().map(|session| View {
            editor: &session.editor,
            locale: &self.locale,
            tokens,
            pictures: &self.pictures,
            text: &self.text,
            chosen: self.chosen,
            read_only: session.is_read_only(),
            requests: &self.requests,
        });
        let cx = DialogContext { locale: &self.locale, tokens, view: view.as_ref() };
        let outcome = dialog.show(ctx, &cx);
        match outcome {
            DialogOutcome::Open => self.dialogs = Some(dialog),
            DialogOutcome::Closed | DialogOutcome::Answered(_) => {
                self.after_dialog(matches!(dialog, Dialogs::PhotoFields(_)));
                if let (Some(question), DialogOutcome::Answered(answer)) = (self.question.take(), outcome) {
                    self.answered(ctx, question, answer);
                }
            }
        }
    }

    fn answered(&mut self, ctx: &egui::Context, question: Question, answer: Answer) {
        match (question, answer) {
            (Question::CloseUnsaved { quit }, Answer::Retry) => self.close_report(ctx, quit),
            (Question::CloseUnsaved { .. }, Answer::SaveAs) => self.ask_save_as(),
            (Question::CloseUnsaved { quit }, Answer::CloseAnyway) => self.close_at_once(ctx, quit),
            (Question::DeleteDraft(path), Answer::Delete) => self.delete_draft(&path),
            (Question::PrivatePeople(to), Answer::WithoutPrivate) => self.give_people_with(to, false),
            (Question::PrivatePeople(to), Answer::WithPrivate) => self.give_people_with(to, true),
            (Question::Replace(path), Answer::Replace) => self.start_save(Target::Replacing(path)),
            _ => {}
        }
    }
}

/// Whether the pane that was gone to has no room beside the page, and takes its place until the text is gone to.
fn stands_alone(width: f32, panes: &Panes, last: Pane) -> bool {
    let is_shown = match last {
        Pane::Text => false,
        Pane::Photos => panes.photos,
        Pane::People => panes.people,
    };
    is_shown && width < space::PAGE_MIN + space::PANE_MIN
}

/// Which of the side panes that are switched on have room beside the page: in a narrow window, or with everything large, the one that
/// was used last.
fn panes_that_fit(width: f32, panes: &Panes, last: Pane) -> (bool, bool) {
    let room = width - space::PAGE_MIN;
    let (one, both) = (room >= space::PANE_MIN, room >= space::PANE_MIN * 2.0);
    match (panes.photos, panes.people) {
        (true, true) if !both => (one && last != Pane::People, one && last == Pane::People),
        (photos, people) => (photos && one, people && one),
    }
}
