//! What every pane is given to look at, and how it asks for something.

use std::cell::RefCell;
use std::path::PathBuf;

use crate::app::{Command, Locale};
use crate::edit::{Editor, Selection, Transaction};
use crate::filing::Preset;
use crate::report::{ParticipantId, PhotoId, Report};
use crate::ui::dialogs::{ExportWhat, ExportWish, LookWish};
use crate::ui::pictures::Pictures;
use crate::ui::text::{Surface, TextState};
use crate::ui::theme::Tokens;

/// Something that a pane wants done. The app does it after the frame is drawn, in order.
#[derive(Debug, Clone, PartialEq)]
pub enum Request {
    /// Run a command.
    Command(Command),
    /// Change the report.
    Edit(Transaction),
    /// Set the caret or selection, and write in this surface.
    Select(Selection, Surface),
    /// Choose a photo in its pane, or none.
    ChoosePhoto(Option<PhotoId>),
    /// Remove these photos from the report.
    RemovePhotos(Vec<PhotoId>),
    /// Choose a participant in the pane, or none.
    ChoosePerson(Option<ParticipantId>),
    /// Open the form of a participant.
    EditPerson(ParticipantId),
    /// Set the selection and show it, and leave the keyboard where it is.
    Show(Selection),
    /// Show the place of the text where something stands.
    Reveal(Selection),
    /// Go to a part of the text, so that it is at the top of the pane.
    GoTo(Selection),
    /// Open the dialog that changes the link at the selection.
    EditLink,
    /// Open the details at the date of the dateline.
    WriteDate,
    /// Tell what was just done, with a way to undo it.
    Done(String),
    /// Say something.
    Tell(String),
    /// Add a word to the reporter's own dictionary (`true`), or take it out.
    OwnWord(String, bool),
    /// Open a report file.
    OpenFile(PathBuf),
    /// Show what the story check has found.
    ShowChecks,
    /// Export what the dialog says.
    Export(Box<ExportWish>),
    /// Choose another place for it with the system's dialog.
    ExportElsewhere(ExportWhat),
    /// Say how large it will be.
    EstimateExport,
    /// Stop it; nothing is left of it.
    StopExport,
    /// Have the page look so.
    PageLook(LookWish),
    /// Remember what desks want.
    SavePresets(Vec<Preset>),
}

/// What a pane sees: everything is read only, and asking needs no more than a shared reference.
#[derive(Clone, Copy)]
pub struct View<'a> {
    /// The report with its selection and history.
    pub editor: &'a Editor,
    /// The words of the interface.
    pub locale: &'a Locale,
    /// The colours.
    pub tokens: &'a Tokens,
    /// The pictures as far as they are decoded.
    pub pictures: &'a Pictures,
    /// The caret, the layouts and the focus of the texts.
    pub text: &'a TextState,
    /// What is chosen in the side panes.
    pub chosen: Chosen,
    /// Whether the report may be changed.
    pub read_only: bool,
    /// Where requests are collected.
    pub requests: &'a Requests,
}

impl<'a> View<'a> {
    /// What is there without a report as well.
    pub fn shell(&self) -> Shell<'a> {
        Shell { locale: self.locale, tokens: self.tokens, requests: self.requests }
    }

    /// The report.
    pub fn report(&self) -> &Report {
        self.editor.report()
    }

    /// Asks for something.
    pub fn ask(&self, request: Request) {
        self.requests.0.borrow_mut().push(request);
    }

    /// Asks for a command.
    pub fn command(&self, command: Command) {
        self.ask(Request::Command(command));
    }

    /// Asks for a change, where there is one to make.
    pub fn edit(&self, transaction: Option<Transaction>) {
        if let Some(transaction) = transaction {
            self.ask(Request::Edit(transaction));
        }
    }

    /// A message of the interface.
    pub fn tr(&self, id: &str) -> String {
        self.locale.tr(id)
    }
}

/// What the parts of the window see that are there without a report as well.
#[derive(Debug, Clone, Copy)]
pub struct Shell<'a> {
    /// The words of the interface.
    pub locale: &'a Locale,
    /// The colours.
    pub tokens: &'a Tokens,
    /// Where requests are collected.
    pub requests: &'a Requests,
}

impl Shell<'_> {
    /// Asks for something.
    pub fn ask(&self, request: Request) {
        self.requests.0.borrow_mut().push(request);
    }

    /// Asks for a command.
    pub fn command(&self, command: Command) {
        self.ask(Request::Command(command));
    }

    /// A message of the interface.
    pub fn tr(&self, id: &str) -> String {
        self.locale.tr(id)
    }
}

/// What is chosen in the side panes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Chosen {
    /// A photo.
    pub photo: Option<PhotoId>,
    /// A participant.
    pub person: Option<ParticipantId>,
}

/// The requests of one frame.
#[derive(Debug, Default)]
pub struct Requests(RefCell<Vec<Request>>);

impl Requests {
    /// Takes what was asked for.
    pub fn take(&self) -> Vec<Request> {
        self.0.take()
    }
}
