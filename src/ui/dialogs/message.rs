//! A message, and what to do about it.

use egui::Context;

use crate::app::Locale;
use crate::ui::dialogs::frame::{DialogFrame, paragraph_ui, warning_sign};
use crate::ui::dialogs::{DialogContext, DialogOutcome};
use crate::ui::widgets::Button;

/// What was answered to a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// Read.
    Ok,
    /// Leave everything as it is.
    Cancel,
    /// Open the file to read only.
    OpenReadOnly,
    /// Open a copy as a new untitled report.
    OpenCopy,
    /// Take over what the other program wrote.
    Reload,
    /// Save what is in the window under another name.
    SaveAs,
    /// Write over what the other program wrote.
    Overwrite,
    /// Try again.
    Retry,
    /// Wait until it is saved.
    Wait,
    /// Quit although something is not saved.
    QuitAnyway,
}

impl Answer {
    fn words(self, locale: &Locale) -> String {
        match self {
            Self::Ok => locale.tr("dialog-ok"),
            Self::Cancel => locale.tr("dialog-cancel"),
            Self::OpenReadOnly => locale.tr("dialog-open-read-only"),
            Self::OpenCopy => locale.tr("dialog-open-copy"),
            Self::Reload => locale.tr("dialog-reload"),
            Self::SaveAs => locale.tr("dialog-save-as"),
            Self::Overwrite => locale.tr("dialog-overwrite"),
            Self::Retry => locale.tr("dialog-retry"),
            Self::Wait => locale.tr("dialog-wait"),
            Self::QuitAnyway => locale.tr("dialog-quit-anyway"),
        }
    }
}

/// A title, a text and up to three answers.
#[derive(Debug, Clone)]
pub struct MessageDialog {
    title: String,
    text: String,
    /// The first is the primary one.
    answers: Vec<Answer>,
    escape: Answer,
    is_problem: bool,
    has_focus: bool,
}

impl MessageDialog {
    /// A message with answers, the one that Enter gives first; Escape gives `escape`. More than three answers are not shown.
    pub fn new(title: impl Into<String>, text: impl Into<String>, answers: &[Answer], escape: Answer) -> Self {
        let answers = answers.iter().copied().take(3).collect();
        Self { title: title.into(), text: text.into(), answers, escape, is_problem: false, has_focus: false }
    }

    /// Something went wrong: what, and what to do about it.
    pub fn error(title: impl Into<String>, text: impl Into<String>) -> Self {
        Self { is_problem: true, ..Self::new(title, text, &[Answer::Ok], Answer::Ok) }
    }

    /// The file is open in another window or on another machine. `who` is the machine or user, where known.
    pub fn in_use(locale: &Locale, file: &str, who: Option<&str>) -> Self {
        let title = locale.tr_with("message-in-use-title", &[("file", file.to_owned().into())]);
        let text = match who {
            Some(who) => locale.tr_with("message-in-use-by", &[("who", who.to_owned().into())]),
            None => locale.tr("message-in-use"),
        };
        Self::new(title, text, &[Answer::OpenReadOnly, Answer::OpenCopy, Answer::Cancel], Answer::Cancel)
    }

    /// Another program wrote the file while it was open here.
    pub fn changed_elsewhere(locale: &Locale, file: &str) -> Self {
        let title = locale.tr_with("message-changed-title", &[("file", file.to_owned().into())]);
        let text = locale.tr("message-changed");
        let answers = [Answer::SaveAs, Answer::Reload, Answer::Overwrite];
        Self { is_problem: true, ..Self::new(title, text, &answers, Answer::SaveAs) }
    }

    /// The window is to close and the last changes are not in the file yet.
    pub fn quit_while_saving(locale: &Locale) -> Self {
        let answers = [Answer::Wait, Answer::QuitAnyway];
        Self::new(locale.tr("message-saving-title"), locale.tr("message-saving"), &answers, Answer::Wait)
    }

    /// The window is to close and saving failed; `why` says why in a sentence.
    pub fn quit_unsaved(locale: &Locale, why: &str) -> Self {
        let text = locale.tr_with("message-unsaved", &[("why", why.to_owned().into())]);
        let answers = [Answer::Retry, Answer::SaveAs, Answer::QuitAnyway];
        Self { is_problem: true, ..Self::new(locale.tr("message-unsaved-title"), text, &answers, Answer::Cancel) }
    }

    /// Draws it.
    pub fn show(&mut self, ctx: &Context, cx: &DialogContext<'_>) -> DialogOutcome {
        let frame = DialogFrame {
            sign: self.is_problem.then(|| warning_sign(cx.tokens)),
            closes_outside: false,
            ..DialogFrame::new("message dialog", &self.title, 480.0, cx.tokens)
        };
        let mut pressed = None;
        let wants_focus = !std::mem::replace(&mut self.has_focus, true);
        let said = frame.show(
            ctx,
            |ui| paragraph_ui(ui, cx.tokens, &self.text),
            |ui| {
                for (index, answer) in self.answers.iter().enumerate() {
                    let words = answer.words(cx.locale);
                    let button = if index == 0 { Button::primary(words) } else { Button::secondary(words) };
                    let response = button.show(ui, cx.tokens);
                    if index == 0 && wants_focus {
                        response.request_focus();
                    }
                    if response.clicked() {
                        pressed = Some(*answer);
                    }
                }
            },
        );
        let confirmed = said.confirm.then(|| self.answers.first().copied()).flatten();
        match pressed.or(confirmed).or(said.close.then_some(self.escape)) {
            Some(answer) => DialogOutcome::Answered(answer),
            None => DialogOutcome::Open,
        }
    }
}
