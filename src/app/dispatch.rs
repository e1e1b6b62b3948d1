//! Commands and requests are carried out.

use std::collections::BTreeSet;

use crate::app::focus_mode::leads_beside;
use crate::app::outcome::Choice;
use crate::app::participants::PeopleOut;
use crate::app::picker::Asking;
use crate::app::{App, BlockStyle, Command, Pane};
use crate::edit::ops::style::Toggle;
use crate::edit::ops::{blocks, photos, rows, style, table, text};
use crate::edit::{Applied, Editor, Selection, Transaction, movement};
use crate::report::{BlockKind, IdSource, PhotoId, Pos, Report, RichText};
use crate::ui::dialogs::{
    AboutDialog, DetailsDialog, Dialogs, ExportWhat, LinkDialog, ShortcutsDialog, TypographyDialog,
};
use crate::ui::messages::Message;
use crate::ui::people::PeopleTab;
use crate::ui::text::Surface;
use crate::ui::view::Request;

impl App {
    /// Does what the panes asked for in this frame.
    pub(super) fn perform_requests(&mut self, ctx: &egui::Context) {
        for request in self.requests.take() {
            match request {
                Request::Command(command) => self.perform(ctx, command),
                Request::Edit(transaction) => self.edit(ctx, Some(transaction)),
                Request::Select(selection, surface) => self.select(ctx, selection, surface),
                Request::ChoosePhoto(photo) => self.chosen.photo = photo,
                Request::RemovePhotos(photos) => self.remove_photos(ctx, &photos),
                Request::ChoosePerson(person) => self.chosen.person = person,
                Request::EditPerson(person) => {
                    self.chosen.person = Some(person);
                    if let Some(session) = &self.session {
                        self.people.edit(session.editor.report(), person);
                    }
                }
                Request::Done(words) => {
                    self.tell_undoable(words);
                }
                Request::Tell(words) => self.messages.push(Message::info(words)),
                Request::Show(selection) => self.select(ctx, selection, Surface::Pane),
                Request::Reveal(selection) => self.select(ctx, selection, Surface::Page),
                Request::GoTo(selection) => {
                    self.select(ctx, selection, Surface::Page);
                    self.text.reveal_at_top();
                }
                Request::WriteDate => {
                    self.open_dialog(|editor| Dialogs::Details(Box::new(DetailsDialog::at_date(editor.report()))));
                }
                Request::EditLink => self.perform(ctx, Command::Link),
                Request::OwnWord(word, added) => self.change_own_words(word, added),
                Request::OpenFile(path) => self.open_file(&path),
                Request::Export(wish) => self.export_wish(*wish),
                Request::ExportElsewhere(what) => self.ask_export_place(what),
                Request::EstimateExport => self.estimate_export(),
                Request::StopExport => self.stop_export(),
                Request::PageLook(wish) => self.wish_look(wish),
                Request::SavePresets(presets) => self.save_presets(presets),
                Request::ShowChecks => {
                    self.prefs.panes.people = true;
                    self.people.tab = PeopleTab::Checks;
                }
            }
        }
    }

    pub(super) fn select(&mut self, ctx: &egui::Context, selection: Selection, surface: Surface) {
        let Some(session) = &mut self.session else { return };
        session.editor.select(selection);
        match surface {
            Surface::Page => self.text.focus_page(ctx),
            Surface::Pane => self.text.caret_moved(ctx),
        }
    }

    /// Makes a change, if there is one to make and it may be made.
    pub(super) fn edit(&mut self, ctx: &egui::Context, transaction: Option<Transaction>) {
        let Some(session) = self.session.as_mut().filter(|session| !session.is_read_only()) else { return };
        let now_ms = ctx.input(|input| (input.time * 1000.0) as u64);
        if session.editor.apply(transaction, now_ms) == Applied::Changed {
            self.text.caret_moved(ctx);
        }
    }

    /// Makes the change of an operation on the selection.
    pub(super) fn operate(
        &mut self,
        ctx: &egui::Context,
        operation: impl FnOnce(&Report, Selection, &mut IdSource) -> Option<Transaction>,
    ) {
        let Some(session) = &self.session else { return };
        let editor = &session.editor;
        let transaction = operation(editor.report(), editor.selection(), &mut editor.ids.clone());
        self.edit(ctx, transaction);
    }

    /// As [`Self::operate`], and the keyboard goes to the page.
    pub(super) fn operate_on_page(
        &mut self,
        ctx: &egui::Context,
        operation: impl FnOnce(&Report, Selection, &mut IdSource) -> Option<Transaction>,
    ) {
        self.operate(ctx, operation);
        self.text.focus_page(ctx);
    }

    /// Runs a command unless it is greyed out.
    pub(super) fn perform_if_possible(&mut self, ctx: &egui::Context, command: Command) {
        if self.command_env(None).is_enabled(command) {
            self.perform(ctx, command);
        }
    }

    /// Opens a dialog about the report.
    pub(super) fn open_dialog(&mut self, make: impl FnOnce(&Editor) -> Dialogs) {
        if let Some(session) = &self.session {
            self.dialogs = Some(make(&session.editor));
        }
    }

    /// Runs a command.
    pub(super) fn perform(&mut self, ctx: &egui::Context, command: Command) {
        if self.met_while_looking_closer(ctx, command) {
            return;
        }
        if leads_beside(command) {
            self.leave_focus_mode(ctx);
        }
        match command {
            Command::New => self.new_report(ctx),
            Command::Open => self.ask_open(),
            Command::ImportArticle => self.ask_article(),
            Command::OpenSample => self.open_sample(ctx),
            Command::Save => self.save(true),
            Command::SaveAs => self.ask_save_as(),
            Command::CloseReport => self.close_report(ctx, false),
            Command::Quit => self.close_report(ctx, true),
            Command::Details => {
                self.open_dialog(|editor| Dialogs::Details(Box::new(DetailsDialog::of(editor.report()))));
            }
            Command::Export(kind) => self.ask_export(kind),
            Command::ExportDialog => self.open_export_dialog(None),
            Command::DeskPackage => self.open_export_dialog(Some(ExportWhat::DeskZip)),
            Command::OpenExported => self.open_exported(),
            Command::CopyForCms => self.copy_for_cms(),
            Command::CopyHtml => self.copy_html(),
            Command::PageLook(look) => self.set_page_look(look),
            Command::SaveTemplate => self.ask_template(Choice::SaveTemplate),
            Command::TidyTypography => {
                self.open_dialog(|editor| Dialogs::Typography(TypographyDialog::of(editor.report())));
            }
            Command::Preview => self.preview(),
            Command::Undo => self.travel(ctx, false),
            Command::Redo => self.travel(ctx, true),
            Command::Cut => ctx.send_viewport_cmd(egui::ViewportCommand::RequestCut),
            Command::Copy => ctx.send_viewport_cmd(egui::ViewportCommand::RequestCopy),
            Command::Paste => ctx.send_viewport_cmd(egui::ViewportCommand::RequestPaste),
            Command::PasteAsText => {
                self.text.paste_plain_next();
                ctx.send_viewport_cmd(egui::ViewportCommand::RequestPaste);
            }
            Command::KeepOnlyText => self.keep_only_text(ctx),
            Command::SelectAll => self.select_all(ctx),
            Command::Find => self.open_find(ctx, false),
            Command::Replace => self.open_find(ctx, true),
            Command::FindNext | Command::FindPrevious => self.find_on(ctx, command == Command::FindPrevious),
            Command::CheckSpelling => self.prefs.check_spelling = !self.prefs.check_spelling,
            Command::WatchNames => self.prefs.watch_names = !self.prefs.watch_names,
            Command::MendName | Command::MendNameEverywhere => {
                self.mend_name(ctx, command == Command::MendNameEverywhere);
            }
            Command::NextMisspelling | Command::PreviousMisspelling => {
                self.next_misspelling(ctx, command == Command::PreviousMisspelling);
            }
            Command::Suggestions => self.open_text_menu(ctx),
            Command::AddPhotos => self.ask_photos(),
            Command::AddPhotoFolder => self.ask_photo_folder(),
            Command::UnreadPhotos => self.show_unread_photos(),
            Command::SortPhotos(by) => self.operate(ctx, |report, _, _| photos::sort(report, by)),
            Command::LeadPhoto | Command::DecorativePhoto | Command::PhotoFields => self.on_photo(ctx, command),
            Command::ReplacePicture => self.ask_other_picture(),
            Command::SimilarPhotos => self.find_similar_photos(),
            Command::ReadPhotoAgain => self.read_photo_again(),
            Command::PlacePhoto | Command::UnplacePhoto | Command::RemovePhoto => self.on_photo(ctx, command),
            Command::Mention => self.begin_mention(ctx),
            Command::InsertParticipants => {
                let kind = BlockKind::Participants { delegation: None };
                self.operate_on_page(ctx, |report, selection, ids| blocks::insert_atom(report, selection, kind, ids));
            }
            Command::InsertDivider => {
                self.operate_on_page(ctx, |report, selection, ids| {
                    blocks::insert_atom(report, selection, BlockKind::Divider, ids)
                });
            }
            Command::InsertTable => self.operate_on_page(ctx, table::insert),
            Command::Table(what) => {
                self.operate_on_page(ctx, |report, selection, ids| table::edit(report, selection, what, ids));
            }
            Command::Style(style) => {
                self.operate_on_page(ctx, |report, selection, _| blocks::set_kind(report, selection, &kind_of(style)));
            }
            Command::Bold => self.toggle(ctx, Toggle::Strong),
            Command::Italic => self.toggle(ctx, Toggle::Emphasis),
            Command::Link => {
                self.open_dialog(|editor| Dialogs::Link(LinkDialog::at(editor.report(), editor.selection())));
            }
            Command::Indent => {
                self.operate_on_page(ctx, |report, selection, _| blocks::indent(report, selection, true));
            }
            Command::Outdent => {
                self.operate_on_page(ctx, |report, selection, _| blocks::indent(report, selection, false));
            }
            Command::MoveUp => {
                self.operate_on_page(ctx, |report, selection, _| blocks::shift(report, selection, false));
            }
            Command::MoveDown => {
                self.operate_on_page(ctx, |report, selection, _| blocks::shift(report, selection, true));
            }
            Command::LookCloser => self.look_closer(ctx),
            Command::Frame(framing) => self.frame_photo(ctx, framing),
            Command::PeopleShown => self.name_people_of_photo(ctx),
            Command::MarkPeople => self.mark_people_of_photo(ctx),
            Command::WriteNames(style) => self.write_names_of_photo(ctx, style),
            Command::PlaceBeside | Command::OwnLine => {
                let change = if command == Command::PlaceBeside { rows::place_beside } else { rows::own_line };
                let chosen = self.chosen.photo;
                self.operate_on_page(ctx, |report, selection, _| {
                    change(report, rows::meant(report, selection, chosen))
                });
            }
            Command::AddPerson => self.add_participant(false),
            Command::AddOrganisation => self.add_participant(true),
            Command::ImportPeople => self.ask_people_list(),
            Command::PastePeople => self.paste_people(),
            Command::ExportPeople => self.give_people(PeopleOut::File),
            Command::PrintPeople => self.give_people(PeopleOut::Page),
            Command::DuplicatePeople => self.find_duplicate_people(),
            Command::LinkNames => self.link_names(ctx),
            Command::FocusMode => self.toggle_focus_mode(ctx),
            Command::Outline => self.toggle_outline(ctx),
            Command::TogglePane(pane) => self.toggle_pane(pane),
            Command::Focus(pane) => self.focus_pane(ctx, pane),
            Command::Checks => {
                self.prefs.panes.people = true;
                self.people.take_focus_to_checks();
                self.pane = Pane::People;
            }
            Command::NextPane => self.walk_panes(ctx, true),
            Command::PreviousPane => self.walk_panes(ctx, false),
            Command::ZoomIn => self.zoom(ctx, 1.1),
            Command::ZoomOut => self.zoom(ctx, 1.0 / 1.1),
            Command::ZoomReset => self.set_zoom(ctx, 1.0),
            Command::Length => self.length.wants_open = self.session.is_some(),
            Command::TypingAids => self.prefs.typing_aids = !self.prefs.typing_aids,
            Command::VietnameseTyping | Command::VietnameseMethod(_) | Command::VietnameseTones => {
                self.set_vietnamese(command);
            }
            Command::Theme(theme) => self.set_theme(ctx, theme),
            Command::Language(language) => self.set_language(language),
            Command::Shortcuts => self.dialogs = Some(Dialogs::Shortcuts(ShortcutsDialog::default())),
            Command::About => self.dialogs = Some(Dialogs::About(AboutDialog::default())),
        }
    }

    fn ask_open(&mut self) {
        let asking = Asking {
            title: self.locale.tr("dialog-open-title"),
            folder: self.prefs.last_folder.clone(),
            name: String::new(),
            kind: self.locale.tr("dialog-report-files"),
        };
        self.ask(Choice::Open, &asking);
    }

    fn travel(&mut self, ctx: &egui::Context, forth: bool) {
        let Some(session) = self.session.as_mut().filter(|session| !session.is_read_only()) else { return };
        let before = session.editor.revision();
        let there: BTreeSet<PhotoId> = session.editor.report().photos.iter().map(|photo| photo.id).collect();
        let done = if forth { session.editor.redo() } else { session.editor.undo() };
        if done == Applied::Nothing {
            return;
        }
        if !forth {
            self.messages.undone(before);
            self.end_import_that_was_undone();
        }
        let Some(session) = &self.session else { return };
        if let Some(back) = session.editor.report().photos.iter().find(|photo| !there.contains(&photo.id)) {
            self.chosen.photo = Some(back.id);
        }
        if self.closer.is_open() {
            return;
        }
        let on_page = session.editor.report().reading_rank(session.editor.selection().slot()).is_some();
        // A change in a side pane's field is taken back where it was made.
        if ctx.text_edit_focused() {
            return;
        }
        match self.text.surface(ctx) {
            Some(Surface::Pane) => self.text.caret_moved(ctx),
            _ if on_page => self.text.focus_page(ctx),
            _ => {}
        }
    }

    /// The text with the caret; pressed again, everything on the page.
    fn select_all(&mut self, ctx: &egui::Context) {
        let Some(session) = &mut self.session else { return };
        let report = session.editor.report();
        let slot = session.editor.selection().slot();
        let text = Selection::new(Pos::start(slot), report.end_of(slot));
        let on_page = report.reading_rank(slot).is_some() && self.text.surface(ctx) == Some(Surface::Page);
        let all = Selection::new(report.first_pos(), report.last_pos());
        let again = session.editor.selection() == text || text.is_caret();
        session.editor.select(if on_page && again { all } else { text });
    }

    fn open_find(&mut self, ctx: &egui::Context, replaces: bool) {
        let Some(session) = &self.session else { return };
        self.find.open(ctx, session.editor.report(), session.editor.selection(), replaces);
        ctx.request_repaint();
    }

    /// Goes on to the next place; without words to look for, asks for them.
    fn find_on(&mut self, ctx: &egui::Context, back: bool) {
        if self.find.has_words() {
            self.find.go_on(back);
            ctx.request_repaint();
        } else {
            self.open_find(ctx, false);
        }
    }

    fn toggle(&mut self, ctx: &egui::Context, toggle: Toggle) {
        let Some(session) = self.session.as_mut().filter(|session| !session.is_read_only()) else { return };
        let editor = &mut session.editor;
        if editor.selection().is_caret() {
            let mut style = editor.typing_style();
            let on = !toggle.is_on(&style);
            toggle.set(&mut style, on);
            editor.set_typing_style(style);
            self.text.caret_moved(ctx);
            return;
        }
        self.operate(ctx, |report, selection, _| style::toggle(report, selection, toggle));
    }

    /// Tells of the change that was made just now, with a button that takes it back.
    pub(super) fn tell_undoable(&mut self, words: String) {
        let revision = self.session.as_ref().map_or(0, |session| session.editor.revision());
        self.messages.push(Message::info(words).with_undo(self.locale.tr("command-undo"), revision));
    }

    fn begin_mention(&mut self, ctx: &egui::Context) {
        self.text.focus_page(ctx);
        let Some(session) = &self.session else { return };
        let report = session.editor.report();
        let head = session.editor.selection().head;
        let before = report.text(head.slot).and_then(|text| text.as_str()[..head.byte].chars().next_back());
        let typed = if before.is_some_and(char::is_alphanumeric) { " @" } else { "@" };
        let style = session.editor.typing_style();
        self.operate(ctx, |report, selection, ids| text::insert(report, selection, typed, &style, ids));
        if let Some(session) = &self.session {
            self.text.open_mention(&session.editor);
        }
    }

    fn add_participant(&mut self, organisation: bool) {
        self.prefs.panes.people = true;
        self.pane = Pane::People;
        if organisation {
            self.people.add_organisation();
        } else {
            self.people.add_person();
        }
    }

    fn zoom(&mut self, ctx: &egui::Context, factor: f32) {
        self.set_zoom(ctx, ctx.zoom_factor() * factor);
    }

    /// Puts the caret where writing goes on.
    pub(super) fn go_to_start_of_writing(&mut self, ctx: &egui::Context) {
        if let Some(session) = &mut self.session {
            let start = movement::start_of_writing(session.editor.report());
            session.editor.select(Selection::caret(start));
            self.text.focus_page(ctx);
        }
    }

    fn focus_pane(&mut self, ctx: &egui::Context, pane: Pane) {
        match pane {
            Pane::Text => {
                if let Some(session) = &self.session
                    && session.editor.report().reading_rank(session.editor.selection().slot()).is_none()
                {
                    self.go_to_start_of_writing(ctx);
                }
                self.text.focus_page(ctx);
            }
            Pane::Photos => {
                self.prefs.panes.photos = true;
                self.outline.is_shown = false;
                self.photos.take_focus();
            }
            Pane::People => {
                self.prefs.panes.people = true;
                self.people.take_focus();
            }
        }
        self.pane = pane;
    }

    fn walk_panes(&mut self, ctx: &egui::Context, forth: bool) {
        const ORDER: [Pane; 3] = [Pane::Photos, Pane::Text, Pane::People];
        let here = ORDER.iter().position(|pane| *pane == self.pane).unwrap_or(1);
        let next = if forth { here + 1 } else { here + ORDER.len() - 1 };
        let next = ORDER[next % ORDER.len()];
        if next == Pane::Photos && self.outline.is_shown && self.prefs.panes.photos {
            self.outline.take_focus();
            self.pane = Pane::Photos;
        } else {
            self.focus_pane(ctx, next);
        }
    }
}

/// The kind of block that an entry of the style menu makes.
fn kind_of(style: BlockStyle) -> BlockKind {
    match style {
        BlockStyle::Paragraph => BlockKind::Paragraph,
        BlockStyle::Heading(level) => BlockKind::Heading { level },
        BlockStyle::Quotation => BlockKind::Quotation { speaker: RichText::new() },
        BlockStyle::List(style) => BlockKind::ListItem { style, level: 0 },
    }
}
