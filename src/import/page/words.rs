//! The words of a paragraph as they are read: spaces fall together as HTML says.

use crate::report::{RichText, Style};

/// The words since the last paragraph ended.
#[derive(Debug, Default)]
pub struct Words {
    runs: Vec<(String, Style)>,
    /// A space that counts where words follow, with its style.
    space: Option<Style>,
}

impl Words {
    /// Adds words. With `keeps_space` spaces stand for themselves; line breaks never get here then.
    pub fn push(&mut self, text: &str, style: &Style, keeps_space: bool) {
        for character in text.chars() {
            let is_space = matches!(character, ' ' | '\t' | '\n' | '\r' | '\u{c}');
            if is_space && !keeps_space {
                if !self.runs.is_empty() && self.space.is_none() {
                    self.space = Some(style.clone());
                }
                continue;
            }
            if let Some(style) = self.space.take() {
                self.add(' ', &style);
            }
            self.add(character, style);
        }
    }

    /// A space, where words stand on both sides.
    pub fn part(&mut self) {
        if !self.runs.is_empty() && self.space.is_none() {
            self.space = Some(Style::default());
        }
    }

    /// Whether there are words, or pictures' places, that a paragraph would be made of.
    pub fn is_empty(&self) -> bool {
        self.runs.iter().all(|(words, _)| is_blank(words))
    }

    /// The text, without the spaces around it; nothing stays here.
    pub fn take(&mut self) -> RichText {
        self.space = None;
        let mut whole = RichText::new();
        for (words, style) in self.runs.drain(..) {
            whole.append(RichText::styled(&words, style));
        }
        let text = whole.as_str();
        let start = text.len() - text.trim_start().len();
        let end = text.trim_end().len().max(start);
        let trimmed = if (start, end) == (0, text.len()) { whole } else { whole.slice(start..end) };
        // A letter and its mark can come from two elements.
        RichText::new().composed(0..0, &trimmed).1
    }

    fn add(&mut self, character: char, style: &Style) {
        match self.runs.last_mut() {
            Some((words, last)) if last == style => words.push(character),
            _ => self.runs.push((character.to_string(), style.clone())),
        }
    }
}

/// Whether there is nothing to read: no words, only spaces of any kind.
pub fn is_blank(text: &str) -> bool {
    text.chars().all(|character| character.is_whitespace() || matches!(character, '\u{200b}' | '\u{feff}'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn strong() -> Style {
        Style { strong: true, ..Style::default() }
    }

    #[test]
    fn spaces_fall_together_and_those_that_do_not_break_stay() {
        let mut words = Words::default();
        words.push("\n  one ", &Style::default(), false);
        words.push("  two\u{a0}\u{a0}three \t", &strong(), false);
        words.push(" ", &Style::default(), false);
        let text = words.take();
        assert_eq!(text.as_str(), "one two\u{a0}\u{a0}three");
        assert_eq!(text.fault(), None);
        assert!(words.is_empty());
    }

    #[test]
    fn a_letter_and_its_mark_from_two_elements_become_one() {
        let mut words = Words::default();
        words.push("Viê", &Style::default(), false);
        words.push("\u{323}t", &strong(), false);
        let text = words.take();
        assert_eq!((text.as_str(), text.fault()), ("Việt", None));
    }

    #[test]
    fn a_paragraph_of_hard_spaces_is_empty() {
        let mut words = Words::default();
        words.push("\u{a0} \u{a0}", &Style::default(), false);
        assert!(words.is_empty() && words.take().is_empty());
    }
}
