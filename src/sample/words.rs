//! The marks inside a line of the sample story: `*stress*`, `**weight**`, `[Name](person:id)`, `[words](https://…)`.

use crate::report::{ParticipantId, RichText, Style};
use crate::sample::story::StoryFault;

/// A participant as the story's table names them.
pub(super) struct Named<'a> {
    /// The name in the table, for the story's own use.
    pub key: &'a str,
    /// The participant in the report.
    pub id: ParticipantId,
}

/// The participant with a key.
pub(super) fn person(people: &[Named<'_>], key: &str) -> Result<ParticipantId, StoryFault> {
    let found = people.iter().find(|named| named.key == key);
    found.map(|named| named.id).ok_or_else(|| StoryFault::UnknownPerson(key.to_owned()))
}

/// Text with its marks read.
pub(super) fn marked(source: &str, people: &[Named<'_>]) -> Result<RichText, StoryFault> {
    let mut text = RichText::new();
    let mut style = Style::default();
    let mut rest = source;
    while let Some(at) = rest.find(['*', '[']) {
        text.append(RichText::styled(&rest[..at], style.clone()));
        rest = &rest[at..];
        if let Some(after) = rest.strip_prefix("**") {
            style.strong = !style.strong;
            rest = after;
        } else if let Some(after) = rest.strip_prefix('*') {
            style.emphasis = !style.emphasis;
            rest = after;
        } else {
            let link = Link::read(rest).ok_or_else(|| StoryFault::Marks(source.to_owned()))?;
            text.append(RichText::styled(link.label, link.style(&style, people)?));
            rest = link.after;
        }
    }
    text.append(RichText::styled(rest, style.clone()));
    if style.is_plain() { Ok(text) } else { Err(StoryFault::Marks(source.to_owned())) }
}

/// Text that must not have marks.
pub(super) fn unmarked(source: &str) -> Result<RichText, StoryFault> {
    if source.contains(['*', '[', ']']) {
        return Err(StoryFault::Marks(source.to_owned()));
    }
    Ok(RichText::plain(source))
}

struct Link<'a> {
    label: &'a str,
    target: &'a str,
    after: &'a str,
}

impl<'a> Link<'a> {
    fn read(source: &'a str) -> Option<Self> {
        let (label, rest) = source.strip_prefix('[')?.split_once("](")?;
        let (target, after) = rest.split_once(')')?;
        let is_sound = !label.is_empty() && !label.contains(['[', ']', '*']) && !target.contains(' ');
        is_sound.then_some(Self { label, target, after })
    }

    fn style(&self, around: &Style, people: &[Named<'_>]) -> Result<Style, StoryFault> {
        if let Some(key) = self.target.strip_prefix("person:") {
            return Ok(Style { person: Some(person(people, key)?), ..around.clone() });
        }
        if self.target.starts_with("https://") {
            return Ok(Style { link: Some(self.target.into()), ..around.clone() });
        }
        Err(StoryFault::Marks(self.target.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn people() -> [Named<'static>; 1] {
        [Named { key: "ha", id: ParticipantId::from_number(7) }]
    }

    #[test]
    fn marks_become_styles_and_leave_the_words() {
        let text =
            marked("**61** by [Hà](person:ha), *Bến*, [page](https://a.example/)", &people()).expect("sound marks");
        assert_eq!(text.as_str(), "61 by Hà, Bến, page");
        assert_eq!(text.fault(), None);
        assert!(text.style_at(0).strong);
        assert_eq!(text.people().collect::<Vec<_>>(), [(6..9, ParticipantId::from_number(7))]);
        assert!(text.style_at(11).emphasis);
        assert_eq!(text.style_at(text.len() - 1).link.as_deref(), Some("https://a.example/"));
    }

    #[test]
    fn marks_that_do_not_close_are_faults() {
        for source in
            ["*a", "**a*", "[a](person:nobody)", "[a](", "[](person:ha)", "[a](javascript:x)", "[a] (person:ha)"]
        {
            assert!(marked(source, &people()).is_err(), "{source}");
        }
        assert!(unmarked("a *b*").is_err());
    }
}
