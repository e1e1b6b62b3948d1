//! Dialogs: a title, a body, buttons on the right of which one is what Enter presses. Escape closes.

mod about;
mod details;
mod duplicates;
mod export;
mod frame;
mod link;
mod message;
mod path;
mod photo_fields;
mod reread;
mod review;
mod shortcuts;
mod similar;
mod typography;

pub use self::about::AboutDialog;
pub use self::details::DetailsDialog;
pub use self::duplicates::DuplicatesDialog;
pub use self::export::{Estimates, ExportDialog, ExportStart, ExportWhat, ExportWish, LookWish, size_words};
pub use self::link::LinkDialog;
pub use self::message::{Answer, MessageDialog};
pub use self::path::{PathDialog, Wanted};
pub use self::photo_fields::PhotoFieldsDialog;
pub use self::reread::{FileSays, RereadDialog};
pub use self::review::ReviewDialog;
pub use self::shortcuts::ShortcutsDialog;
pub use self::similar::{Similar, SimilarDialog};
pub use self::typography::TypographyDialog;
use crate::app::Locale;
use crate::ui::theme::Tokens;
use crate::ui::view::View;

/// The dialog that is open.
#[derive(Debug)]
pub enum Dialogs {
    /// What is known of the conference and of the page.
    Details(Box<DetailsDialog>),
    /// The link at the selection.
    Link(LinkDialog),
    /// What is set for the chosen photos.
    PhotoFields(PhotoFieldsDialog),
    /// What is taken from a photo's file again.
    Reread(Box<RereadDialog>),
    /// Photos that look alike.
    Similar(SimilarDialog),
    /// A list of participants that was read.
    Review(Box<ReviewDialog>),
    /// Participants who are on the list twice.
    Duplicates(DuplicatesDialog),
    /// What is exported, and how far it is.
    Export(Box<ExportDialog>),
    /// Marks and spaces that the language has otherwise.
    Typography(TypographyDialog),
    /// All keys.
    Shortcuts(ShortcutsDialog),
    /// About the program.
    About(AboutDialog),
    /// A message with a question.
    Message(MessageDialog),
}

/// What became of a dialog in this frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[must_use]
pub enum DialogOutcome {
    /// It stays open.
    Open,
    /// It is done and must not be shown again.
    Closed,
    /// It is done, and this was answered.
    Answered(Answer),
}

/// What every dialog is given: those that are about a report have a view of it.
#[derive(Clone, Copy)]
pub struct DialogContext<'a> {
    /// The words.
    pub locale: &'a Locale,
    /// The colours.
    pub tokens: &'a Tokens,
    /// The report, where one is open.
    pub view: Option<&'a View<'a>>,
}

impl DialogContext<'_> {
    fn tr(&self, id: &str) -> String {
        self.locale.tr(id)
    }
}

impl Dialogs {
    /// Draws the dialog over everything else.
    pub fn show(&mut self, ctx: &egui::Context, cx: &DialogContext<'_>) -> DialogOutcome {
        match self {
            Self::Details(dialog) => dialog.show(ctx, cx),
            Self::Link(dialog) => dialog.show(ctx, cx),
            Self::PhotoFields(dialog) => dialog.show(ctx, cx),
            Self::Reread(dialog) => dialog.show(ctx, cx),
            Self::Similar(dialog) => dialog.show(ctx, cx),
            Self::Review(dialog) => dialog.show(ctx, cx),
            Self::Duplicates(dialog) => dialog.show(ctx, cx),
            Self::Export(dialog) => dialog.show(ctx, cx),
            Self::Typography(dialog) => dialog.show(ctx, cx),
            Self::Shortcuts(dialog) => dialog.show(ctx, cx),
            Self::About(dialog) => dialog.show(ctx, cx),
            Self::Message(dialog) => dialog.show(ctx, cx),
        }
    }
}

#[cfg(test)]
mod tests;
