//! The message bar at the bottom of the window: one message at a time, with an action where something can be done about it.

use std::collections::VecDeque;

use egui::{Align, Align2, Area, Frame, Layout, Margin, Order, RichText, Shadow, Stroke, accesskit, vec2};

use crate::app::Command;
use crate::ui::icon;
use crate::ui::theme::{font, radius, space};
use crate::ui::view::Shell;
use crate::ui::widgets::{Button, IconButton};

/// What a message is about: success in it ends the errors of before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Topic {
    /// Opening a report.
    Open,
    /// Saving.
    Save,
    /// Photos that were added.
    Photos,
    /// Exports.
    Export,
    /// Only the text is shown.
    FocusMode,
}

/// Something to tell the reporter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    text: String,
    is_error: bool,
    action: Option<(String, Command)>,
    /// Another button beside it.
    other: Option<(String, Command)>,
    /// The revision of the report that the action is about: it goes when there is another one.
    revision: Option<u64>,
    topic: Option<Topic>,
}

impl Message {
    /// What goes by itself after a while.
    pub fn info(text: impl Into<String>) -> Self {
        Self { text: text.into(), is_error: false, action: None, other: None, revision: None, topic: None }
    }

    /// What stays until it is closed.
    pub fn error(text: impl Into<String>) -> Self {
        Self { text: text.into(), is_error: true, action: None, other: None, revision: None, topic: None }
    }

    /// Of this topic.
    #[must_use]
    pub fn about(mut self, topic: Topic) -> Self {
        self.topic = Some(topic);
        self
    }

    /// With a button: "Undo", "Open folder".
    #[must_use]
    pub fn with_action(mut self, words: impl Into<String>, command: Command) -> Self {
        self.action = Some((words.into(), command));
        self
    }
}

impl Message {
    /// With a button that undoes what made this revision of the report. The button goes with the next change.
    #[must_use]
    pub fn with_undo(self, words: impl Into<String>, revision: u64) -> Self {
        Self { revision: Some(revision), ..self.with_action(words, Command::Undo) }
    }

    /// With a second button, which goes with the first.
    #[must_use]
    pub fn or(self, words: impl Into<String>, command: Command) -> Self {
        Self { other: Some((words.into(), command)), ..self }
    }
}

/// A message that is only information goes after so many seconds.
const SHOWN_S: f64 = 6.0;
/// With two things that can be done about it, so many: it has to be read and weighed.
const SHOWN_WITH_CHOICE_S: f64 = 12.0;
/// So many wait at most; the oldest are dropped.
const MOST: usize = 20;

/// The messages that wait, the first of which is shown.
#[derive(Debug, Default)]
pub struct Messages {
    waiting: VecDeque<Message>,
    /// When the first one appeared, in seconds of the window's clock.
    shown_at: Option<f64>,
}

impl Messages {
    /// Tells something, before what waits. What only informs gives way to it; the same words twice are one message.
    pub fn push(&mut self, message: Message) {
        self.waiting.retain(|other| *other != message && other.is_error);
        self.waiting.push_front(message);
        self.waiting.truncate(MOST);
        self.shown_at = None;
    }

    /// Something of this topic begins anew, or went well: what was said of it before is over.
    pub fn end(&mut self, topic: Topic) {
        let before = self.waiting.len();
        self.waiting.retain(|message| message.topic != Some(topic));
        if self.waiting.len() != before {
            self.shown_at = None;
        }
    }

    /// The report is at this revision now: what could be undone in one step no longer can.
    pub fn follow(&mut self, revision: u64) {
        for message in &mut self.waiting {
            if message.revision.is_some_and(|own| own != revision) {
                (message.action, message.other, message.revision) = (None, None, None);
            }
        }
    }

    /// What made this revision was undone: it is told no longer.
    pub fn undone(&mut self, revision: u64) {
        let told_of = |message: &Message| message.revision == Some(revision);
        if self.waiting.front().is_some_and(told_of) {
            self.drop_first();
        }
        self.waiting.retain(|message| !told_of(message));
    }

    fn drop_first(&mut self) {
        self.waiting.pop_front();
        self.shown_at = None;
    }
}

/// Draws the first message over the window.
pub fn messages_ui(ctx: &egui::Context, shell: &Shell<'_>, messages: &mut Messages) {
    let Some(message) = messages.waiting.front().cloned() else { return };
    let now = ctx.input(|input| input.time);
    let since = *messages.shown_at.get_or_insert(now);
    let shown = if message.other.is_some() { SHOWN_WITH_CHOICE_S } else { SHOWN_S };
    let left = shown - (now - since);
    if !message.is_error {
        if left <= 0.0 {
            messages.drop_first();
            ctx.request_repaint();
            return;
        }
        ctx.request_repaint_after_secs(left as f32);
    }
    let mut done = false;
    let area = Area::new(egui::Id::unique("message bar")).order(Order::Foreground);
    area.anchor(Align2::CENTER_BOTTOM, vec2(0.0, -(space::STATUS + space::L))).show(ctx, |ui| {
        done = bar_ui(ui, shell, &message);
    });
    if done {
        messages.drop_first();
    }
}

fn bar_ui(ui: &mut egui::Ui, shell: &Shell<'_>, message: &Message) -> bool {
    let tokens = shell.tokens;
    let (ground, ink, sign) = if message.is_error {
        (tokens.bad_wash, tokens.bad, icon::WARNING_CIRCLE)
    } else {
        (tokens.card, tokens.muted, icon::INFO)
    };
    let frame = Frame::new()
        .fill(ground)
        .stroke(Stroke::new(1.0, if message.is_error { tokens.bad } else { tokens.line }))
        .corner_radius(radius::CARD)
        .inner_margin(Margin::symmetric(14, 8))
        .shadow(Shadow { offset: [0, 4], blur: 16, spread: 0, color: tokens.shadow });
    let mut done = false;
    frame.show(ui, |ui| {
        let most = (ui.ctx().content_rect().width() - 160.0).clamp(200.0, 620.0);
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            ui.label(RichText::new(sign).font(font::icon()).color(ink));
            let words = egui::Label::new(RichText::new(&message.text).color(tokens.ink)).wrap();
            let galley = ui.painter().layout(message.text.clone(), font::ui(), tokens.ink, most);
            let response = ui.add_sized(galley.size(), words);
            ui.ctx().accesskit_node_builder(response.id, |node| {
                node.set_live(if message.is_error { accesskit::Live::Assertive } else { accesskit::Live::Polite });
            });
            for (words, command) in [&message.action, &message.other].into_iter().flatten() {
                if Button::bare(words).show(ui, tokens).clicked() {
                    shell.command(*command);
                    done = true;
                }
            }
            done |= IconButton::new(icon::X, shell.tr("message-close")).small().show(ui, tokens).clicked();
        });
    });
    done
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(messages: &Messages) -> Vec<&str> {
        messages.waiting.iter().map(|message| message.text.as_str()).collect()
    }

    #[test]
    fn errors_stay_and_information_gives_way() {
        let mut messages = Messages::default();
        messages.push(Message::info("one"));
        messages.push(Message::error("bad"));
        messages.push(Message::error("bad"));
        messages.push(Message::info("two"));
        assert_eq!(texts(&messages), ["two", "bad"], "the newest is shown first");
        messages.push(Message::info("three"));
        assert_eq!(texts(&messages), ["three", "bad"]);
    }

    #[test]
    fn success_ends_the_errors_of_its_topic() {
        let mut messages = Messages::default();
        messages.push(Message::error("disk full").about(Topic::Save));
        messages.push(Message::error("no photo").about(Topic::Photos));
        messages.end(Topic::Save);
        assert_eq!(texts(&messages), ["no photo"]);
    }

    #[test]
    fn what_can_no_longer_be_undone_in_one_step_is_not_offered() {
        let mut messages = Messages::default();
        messages.push(Message::info("removed").with_undo("Undo", 7));
        messages.follow(7);
        assert!(messages.waiting[0].action.is_some());
        messages.follow(8);
        assert!(messages.waiting[0].action.is_none());
    }

    #[test]
    fn what_was_undone_is_told_no_longer() {
        let mut messages = Messages::default();
        messages.push(Message::error("disk full"));
        messages.push(Message::info("removed").with_undo("Undo", 7));
        messages.undone(6);
        assert_eq!(texts(&messages), ["removed", "disk full"]);
        messages.undone(7);
        assert_eq!(texts(&messages), ["disk full"]);
    }
}
