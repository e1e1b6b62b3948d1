//! What happens whether the window is drawn or not: outcomes of jobs, saving, closing.

use crate::app::outcome::{Choice, Outcome};
use crate::app::{App, Closing, importing, telling};
use crate::ui::messages::{Message, Topic};

impl App {
    /// Does what must be done whether the window is seen or not.
    pub fn work(&mut self, ctx: &egui::Context) {
        for outcome in self.jobs.take() {
            self.take_in(ctx, outcome);
        }
        self.give_up_waiting_for_paste(ctx);
        self.meet_closing(ctx);
        self.autosave(ctx);
        self.continue_closing(ctx);
        self.look_for_previews();
        self.set_title(ctx);
    }

    fn take_in(&mut self, ctx: &egui::Context, outcome: Outcome) {
        match outcome {
            Outcome::Opened(path, Ok(opened)) => {
                self.is_starting = false;
                self.opened(ctx, path, *opened);
            }
            Outcome::Opened(_, Err(err)) => {
                self.is_starting = false;
                let text = telling::document_error(&self.locale, &err);
                self.messages.push(Message::error(text).about(Topic::Open));
            }
            Outcome::NotOpened => self.is_starting = false,
            Outcome::CanBeOpened(path) => self.another_window(&[path.into_os_string()]),
            Outcome::Saved(end) => self.saved(ctx, *end),
            Outcome::Import(number, step) => self.import_step(ctx, number, step),
            Outcome::Tidied(number, document) => self.tidied(number, document),
            Outcome::OtherPicture(number, photo, read) if number == self.session_number() => {
                self.other_picture_read(ctx, photo, read);
            }
            Outcome::ReadAgain(number, photo, says) if number == self.session_number() => {
                self.photo_was_read_again(photo, says.map(|says| *says));
            }
            Outcome::ArticleRead(read) => self.article_read(ctx, read),
            Outcome::PeopleRead(number, read) => self.people_read(number, read),
            Outcome::PeopleWritten(path, written) => self.people_written(&path, written),
            Outcome::PeoplePrinted(page, written) => self.people_printed(&page, written),
            Outcome::Similar(number, step) => self.similar_step(number, step),
            Outcome::OtherPicture(..) | Outcome::ReadAgain(..) => {}
            Outcome::Picture(key, image) => self.picture_decoded(ctx, key, image),
            Outcome::PasteStep(number, progress) => self.paste_steps(number, progress),
            Outcome::Pasted(number, pasted) => self.pasted(ctx, number, *pasted),
            Outcome::ExportProgress(progress) => {
                if let Some(running) = &mut self.exporting {
                    running.progress = progress;
                }
            }
            Outcome::ExportEstimated(number, estimate) => self.export_estimated(number, *estimate),
            Outcome::ChangesFound(number, revision, changes) => self.changes_found(number, revision, changes),
            Outcome::Exported(end) => self.exported(ctx, *end),
            Outcome::Previewed(end) => self.previewed(ctx, *end),
            Outcome::Chosen(choice, paths) => {
                self.asking = None;
                if matches!(choice, Choice::Open | Choice::Article) || self.asking_for == self.session_number() {
                    self.chosen(choice, paths, true);
                }
            }
            Outcome::Spelled(end) => self.spelled(*end),
            Outcome::NamesSeen(end) => self.names_seen(*end),
            Outcome::Suggested(number, question, found) if number == self.session_number() => {
                self.text.spelling.answered(question, found);
            }
            Outcome::Suggested(..) => {}
            Outcome::OwnWordWritten(word, failure) => self.own_word_written(word, failure),
            Outcome::Glances(glances) => self.glanced(ctx, glances),
            Outcome::NoDialog(choice) => {
                self.asking = None;
                if choice == Choice::Open || self.asking_for == self.session_number() {
                    self.ask_in_window(choice);
                }
            }
        }
    }

    /// Goes on with what was chosen. `was_asked` tells that the dialog has asked before it gave the name of a file that exists.
    pub(super) fn chosen(&mut self, choice: Choice, paths: Vec<std::path::PathBuf>, was_asked: bool) {
        let Some(first) = paths.first().cloned() else { return };
        match choice {
            Choice::Open => self.open_file(&first),
            Choice::Article => self.import_article(&first),
            Choice::SaveAs => self.save_as(&first, was_asked),
            Choice::Photos | Choice::PhotoFolder => self.add_photo_files(paths),
            Choice::Picture => self.replace_picture(first),
            Choice::ExportPage | Choice::ExportHtml | Choice::ExportDocument(_) => self.export_to(choice, &first),
            Choice::ExportPlace(_) => self.export_place_chosen(&first),
            Choice::Template => self.use_template(first),
            Choice::SaveTemplate => self.save_template(&first),
            Choice::PeopleList => self.read_people_list(first),
            Choice::ExportPeople { private } => self.export_people(&first, was_asked, private),
        }
    }

    /// Saves when it is due, and sees to it that somebody looks again when it will be.
    fn autosave(&mut self, ctx: &egui::Context) {
        let (now_s, focused, has_input) = ctx.input(|input| (input.time, input.focused, !input.events.is_empty()));
        let is_drawn_anyway = has_input || self.quiet_keys.have_some();
        let Some(session) = &mut self.session else { return };
        let revision = session.editor.revision();
        if revision != self.seen_revision {
            self.seen_revision = revision;
            if session.is_dirty() {
                session.timing.changed(now_s);
            }
        }
        if session.is_saving || session.is_read_only() {
            return;
        }
        // Photos leave the memory when the file has them, and more can be read.
        if session.is_dirty() && session.failure.is_none() && session.imported_bytes() >= importing::SAVE_AT_BYTES {
            self.save(false);
            return;
        }
        let Some(due_s) = session.timing.due_s() else { return };
        // A window that loses the focus may be about to be switched off.
        if session.timing.is_due(now_s, is_drawn_anyway) || (!focused && session.failure.is_none()) {
            if session.is_dirty() {
                self.save(false);
            }
        } else {
            ctx.request_repaint_after_secs((due_s - now_s) as f32 + 0.01);
        }
    }

    fn meet_closing(&mut self, ctx: &egui::Context) {
        if !ctx.input(|input| input.viewport().close_requested()) || self.closing == Closing::Now {
            return;
        }
        if self.session.is_some() {
            ctx.send_viewport_cmd(egui::ViewportCommand::CancelClose);
            if self.closing == Closing::No {
                self.close_report(ctx, true);
            }
        }
    }

    fn set_title(&mut self, ctx: &egui::Context) {
        let name = self.session.as_ref().map(|session| session.name().unwrap_or_else(|| self.locale.tr("untitled")));
        let title = name.map_or_else(|| "Rapporteur".to_owned(), |name| format!("{name} – Rapporteur"));
        if title != self.title {
            ctx.send_viewport_cmd(egui::ViewportCommand::Title(title.clone()));
            self.title = title;
        }
    }
}
