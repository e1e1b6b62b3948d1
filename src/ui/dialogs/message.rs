//! A message, and what to do about it.

use egui::Context;

use crate::app::Locale;
use crate::ui::dialogs::frame::{DialogFrame, paragraph_ui, warning_sign};
use crate::ui::dialogs::{DialogContext, DialogOutcome};
use crate::ui::widgets::Button;

/// What a message can be answered with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// Taken note of.
    Ok,
    /// Nothing is done.
    Cancel,
    /// Save under another name.
    SaveAs,
    /// Try once more.
    Retry,
    /// Close all the same.
    CloseAnyway,
    /// Delete it.
    Delete,
    /// Put it in the place of what is there.
    Replace,
    /// Without notes and contacts.
    WithoutPrivate,
    /// With them.
    WithPrivate,
}

impl Answer {
    fn words(self, locale: &Locale) -> String {
        match self {
            Self::Ok => locale.tr("dialog-ok"),
            Self::Cancel => locale.tr("dialog-cancel"),
            Self::SaveAs => locale.tr("dialog-save-as"),
            Self::Retry => locale.tr("dialog-retry"),
            Self::CloseAnyway => locale.tr("dialog-close-anyway"),
            Self::Delete => locale.tr("dialog-delete"),
            Self::Replace => locale.tr("dialog-replace"),
            Self::WithoutPrivate => locale.tr("list-private-without"),
            Self::WithPrivate => locale.tr("list-private-with"),
        }
    }
}

/// A question with up to three answers, the first of which is what Enter presses.
#[derive(Debug, Clone)]
pub struct MessageDialog {
    title: String,
    text: String,
    answers: &'static [Answer],
    has_focus: bool,
}

impl MessageDialog {
    /// The report is to be closed, and its last changes cannot be saved. `why` is a sentence.
    pub fn unsaved(locale: &Locale, why: &str) -> Self {
        let text = locale.tr_with("message-unsaved", &[("why", why.to_owned().into())]);
        let answers = &[Answer::Retry, Answer::SaveAs, Answer::CloseAnyway];
        Self { title: locale.tr("message-unsaved-title"), text, answers, has_focus: false }
    }

    /// A draft is to be deleted for good.
    pub fn delete_draft(locale: &Locale, name: &str) -> Self {
        let title = locale.tr_with("message-delete-draft-title", &[("name", name.to_owned().into())]);
        let answers = &[Answer::Cancel, Answer::Delete];
        Self { title, text: locale.tr("message-delete-draft"), answers, has_focus: false }
    }

    /// A file with the chosen name is there already.
    pub fn replace(locale: &Locale, name: &str) -> Self {
        let title = locale.tr_with("message-replace-title", &[("name", name.to_owned().into())]);
        let answers = &[Answer::Cancel, Answer::Replace];
        Self { title, text: locale.tr("message-replace"), answers, has_focus: false }
    }

    /// The list of participants goes out, and has notes or contacts.
    pub fn private(locale: &Locale) -> Self {
        let answers = &[Answer::WithoutPrivate, Answer::WithPrivate, Answer::Cancel];
        let (title, text) = (locale.tr("list-private-title"), locale.tr("list-private"));
        Self { title, text, answers, has_focus: false }
    }

    /// Something to read, line by line.
    pub fn list(title: String, text: String) -> Self {
        Self { title, text, answers: &[Answer::Ok], has_focus: false }
    }

    /// Draws it.
    pub fn show(&mut self, ctx: &Context, cx: &DialogContext<'_>) -> DialogOutcome {
        let frame = DialogFrame {
            sign: Some(warning_sign(cx.tokens)),
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
        match pressed.or(confirmed).or(said.close.then_some(Answer::Cancel)) {
            Some(answer) => DialogOutcome::Answered(answer),
            None => DialogOutcome::Open,
        }
    }
}
