//! Lists of participants in the window: read from a file or the clipboard and looked over before anybody is added, written to a file,
//! and searched for those who are on it twice.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::app::outcome::{Choice, Outcome};
use crate::app::picker::{self, Asking};
use crate::app::telling;
use crate::app::{App, Question};
use crate::export::{self, ExportError};
use crate::import::{ImportProblem, read_limited};
use crate::people::{self, Known, ListError, ListFormat, Listed, MAX_LIST, WriteError};
use crate::report::Participant;
use crate::ui::dialogs::{Dialogs, DuplicatesDialog, MessageDialog, ReviewDialog};
use crate::ui::messages::{Message, Topic};

/// Why no list was read.
pub enum PeopleUnread {
    /// The file.
    File(ImportProblem),
    /// What is in it.
    List(ListError),
    /// There is no text on the clipboard.
    NothingCopied,
    /// This program made a mistake.
    Mistake,
}

/// Where the list goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PeopleOut {
    /// To a file.
    File,
    /// To the browser, to be printed.
    Page,
}

/// Why the list was not written.
pub enum PeopleUnwritten {
    /// It cannot be such a file.
    List(WriteError),
    /// The file.
    File(ExportError),
}

impl App {
    /// Asks for a list of participants.
    pub(super) fn ask_people_list(&mut self) {
        let asking = Asking {
            title: self.locale.tr("list-import-title"),
            folder: self.prefs.last_folder.clone(),
            name: String::new(),
            kind: self.locale.tr("list-files"),
        };
        self.ask(Choice::PeopleList, &asking);
    }

    /// Reads a list from a file.
    pub(super) fn read_people_list(&mut self, path: PathBuf) {
        let Some(session) = &self.session else { return };
        let known = Known::of(session.editor.report());
        self.read_people(move || {
            let bytes = read_limited(&path, MAX_LIST).map_err(PeopleUnread::File)?;
            people::read_list(&path.to_string_lossy(), bytes, &known).map_err(PeopleUnread::List)
        });
    }

    /// Reads the list that is on the clipboard.
    pub(super) fn paste_people(&mut self) {
        let Some(session) = &self.session else { return };
        let known = Known::of(session.editor.report());
        let clipboard = Arc::clone(&self.clipboard);
        self.read_people(move || {
            let text = clipboard.text().filter(|text| !text.trim().is_empty()).ok_or(PeopleUnread::NothingCopied)?;
            people::read_text(&text, &known).map_err(PeopleUnread::List)
        });
    }

    fn read_people(&self, read: impl FnOnce() -> Result<Listed, PeopleUnread> + Send + 'static) {
        let number = self.session_number();
        let instead = move || Outcome::PeopleRead(number, Err(PeopleUnread::Mistake));
        self.jobs.spawn_awaited("read a list", move |_| Outcome::PeopleRead(number, read().map(Box::new)), instead);
    }

    /// Shows what was read.
    pub(super) fn people_read(&mut self, number: u64, read: Result<Box<Listed>, PeopleUnread>) {
        let Some(session) = self.session.as_ref().filter(|session| session.number == number) else { return };
        match read {
            Ok(listed) if listed.rows.is_empty() => self.messages.push(Message::info(self.locale.tr("list-nobody"))),
            Ok(listed) if self.dialogs.is_none() => {
                let dialog = ReviewDialog::of(session.editor.report(), *listed);
                self.dialogs = Some(Dialogs::Review(Box::new(dialog)));
            }
            Ok(_) => {}
            Err(unread) => {
                let id = match &unread {
                    PeopleUnread::File(_) => "list-unread-file",
                    PeopleUnread::List(ListError::TooLong) => "list-too-long",
                    PeopleUnread::List(ListError::NotAList) => "list-no-list",
                    PeopleUnread::List(ListError::Workbook(_)) => "list-no-workbook",
                    PeopleUnread::NothingCopied => "list-nothing-copied",
                    PeopleUnread::Mistake => "list-mistake",
                };
                if let PeopleUnread::File(problem) = unread {
                    log::warn!("a list cannot be read: {problem}");
                }
                self.messages.push(Message::error(self.locale.tr(id)));
            }
        }
    }

    /// Writes the list to a file, or shows it as a page to print. Where notes or contacts are on it, asks whether they go with it.
    pub(super) fn give_people(&mut self, to: PeopleOut) {
        let Some(session) = &self.session else { return };
        let is_private = |person: &Arc<Participant>| !person.note.is_empty() || !person.private_contact.is_empty();
        if session.editor.report().participants.iter().any(is_private) {
            self.question = Some(Question::PrivatePeople(to));
            self.dialogs = Some(Dialogs::Message(MessageDialog::private(&self.locale)));
        } else {
            self.give_people_with(to, false);
        }
    }

    /// The same, with notes and contacts or without.
    pub(super) fn give_people_with(&mut self, to: PeopleOut, private: bool) {
        match to {
            PeopleOut::File => self.ask_people_export(private),
            PeopleOut::Page => self.print_people(private),
        }
    }

    /// Shows the list in the browser, from where it is printed.
    fn print_people(&mut self, private: bool) {
        let Some(session) = &self.session else { return };
        let report = session.editor.report().clone();
        let folder = match tempfile::Builder::new().prefix("rapporteur-").tempdir() {
            Ok(folder) => folder,
            Err(err) => {
                self.messages.push(Message::error(telling::system_error(&self.locale, &err)));
                return;
            }
        };
        let page = folder.path().join("participants.html");
        // The folder before it goes with this line: the browser has read it by now.
        self.printed = Some(folder);
        self.jobs.spawn("print a list", move |_| {
            let bytes = people::write_list(&report, ListFormat::Page, private).map_err(PeopleUnwritten::List);
            let written = bytes.and_then(|bytes| export::write_bytes(&page, &bytes).map_err(PeopleUnwritten::File));
            Outcome::PeoplePrinted(page, written)
        });
    }

    /// Opens the page, or tells why there is none.
    pub(super) fn people_printed(&mut self, page: &Path, written: Result<(), PeopleUnwritten>) {
        if written.is_err() {
            self.people_written(page, written);
        } else if let Err(err) = opener::open(page) {
            self.messages.push(Message::error(telling::system_error(&self.locale, &err)).about(Topic::Export));
        }
    }

    /// Asks where the list goes; the ending of the name says as what.
    fn ask_people_export(&mut self, private: bool) {
        let asking = Asking {
            title: self.locale.tr("list-export-title"),
            folder: self.prefs.last_export_folder.clone(),
            name: format!("{}.csv", self.suggested_name()),
            kind: self.locale.tr("list-files"),
        };
        self.ask(Choice::ExportPeople { private }, &asking);
    }

    /// Writes the list, with notes and contacts only where `private` asks for them.
    pub(super) fn export_people(&mut self, path: &Path, was_asked: bool, private: bool) {
        self.prefs.last_export_folder = path.parent().map(Path::to_owned);
        let named = ListFormat::of_name(&path.to_string_lossy());
        let (format, to) = match named {
            Some(format) => (format, path.to_owned()),
            None => (ListFormat::Csv, picker::with_extension(path, "csv")),
        };
        if to.exists() && !(was_asked && to == path) {
            let values = [("path", to.to_string_lossy().into_owned().into())];
            let text = self.locale.tr_with("list-export-exists", &values);
            self.messages.push(Message::error(text).about(Topic::Export));
            return;
        }
        let Some(session) = &self.session else { return };
        let report = session.editor.report().clone();
        if people::names_nobody(&report, format) {
            self.messages.push(Message::error(self.locale.tr("list-no-codes")).about(Topic::Export));
            return;
        }
        self.jobs.spawn("write a list", move |_| {
            let bytes = people::write_list(&report, format, private).map_err(PeopleUnwritten::List);
            let written = bytes.and_then(|bytes| export::write_bytes(&to, &bytes).map_err(PeopleUnwritten::File));
            Outcome::PeopleWritten(to, written)
        });
    }

    /// Tells that the list is written, or why not.
    pub(super) fn people_written(&mut self, path: &Path, written: Result<(), PeopleUnwritten>) {
        let message = match written {
            Ok(()) => {
                let values = [("path", path.to_string_lossy().into_owned().into())];
                Message::info(self.locale.tr_with("message-exported", &values))
            }
            Err(PeopleUnwritten::List(err)) => {
                log::warn!("{err}");
                Message::error(self.locale.tr("list-unwritable")).about(Topic::Export)
            }
            Err(PeopleUnwritten::File(err)) => {
                Message::error(telling::export_error(&self.locale, &err)).about(Topic::Export)
            }
        };
        self.messages.push(message);
    }

    /// Looks for participants who are on the list twice.
    pub(super) fn find_duplicate_people(&mut self) {
        let Some(session) = &self.session else { return };
        let pairs = people::duplicates(session.editor.report());
        if pairs.is_empty() {
            self.messages.push(Message::info(self.locale.tr("duplicates-none")));
        } else {
            self.dialogs = Some(Dialogs::Duplicates(DuplicatesDialog::of(pairs)));
        }
    }
}
