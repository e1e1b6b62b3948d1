//! Rich text: a string and the styles of its parts.

use std::ops::Range;
use std::sync::Arc;

use serde::de::{self, SeqAccess, Visitor};
use serde::ser::SerializeSeq as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use unicode_normalization::{IsNormalized, UnicodeNormalization as _, is_nfc, is_nfc_quick};
use unicode_segmentation::UnicodeSegmentation as _;

use crate::report::ParticipantId;

/// How a piece of text is set and what it stands for.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Style {
    /// Bold, for weight of meaning.
    #[serde(default, skip_serializing_if = "is_false")]
    pub strong: bool,
    /// Italic, for stress.
    #[serde(default, skip_serializing_if = "is_false")]
    pub emphasis: bool,
    /// The address that the text leads to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<Arc<str>>,
    /// The participant whom the text names: a live reference that follows a change of the name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<ParticipantId>,
    /// The language of the text where it is not the report's (BCP 47).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<Arc<str>>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the signature that serde asks for")]
fn is_false(value: &bool) -> bool {
    !*value
}

impl Style {
    /// Whether nothing sets the text apart from its surroundings.
    pub fn is_plain(&self) -> bool {
        *self == Self::default()
    }

    /// The style that typing beside the text takes over: weight and stress, but neither a link nor a person,
    /// because what is typed after a name is not the name.
    #[must_use]
    pub fn for_typing(&self) -> Self {
        Self { link: None, person: None, ..self.clone() }
    }
}

/// A piece of text with one style that is not plain. The range is in bytes of UTF-8.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    /// The bytes that have the style.
    pub range: Range<usize>,
    /// How they are set.
    pub style: Style,
}

/// A line or paragraph of text with its styles.
///
/// Invariants ([`RichText::fault`] tells of a breach): the text is NFC and has no line breaks or other
/// control characters; spans are sorted, do not overlap, are not empty or plain, lie on character boundaries, and
/// neighbours that touch differ in style.
///
/// In a file it is a plain string, or a list of runs such as `["Opened by ", {"text": "Lê Thị Hoa", "person": "…"}]`, so
/// that another program needs no arithmetic to read it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RichText {
    text: String,
    spans: Vec<Span>,
}

impl From<&str> for RichText {
    fn from(text: &str) -> Self {
        Self::plain(text)
    }
}

impl RichText {
    /// No text.
    pub const fn new() -> Self {
        Self { text: String::new(), spans: Vec::new() }
    }

    /// Text without styles. It is brought to NFC; each line break or tab becomes a space, other control characters go.
    pub fn plain(text: &str) -> Self {
        Self { text: cleaned(text), spans: Vec::new() }
    }

    /// Text of one style throughout, cleaned as by [`RichText::plain`].
    pub fn styled(text: &str, style: Style) -> Self {
        let text = cleaned(text);
        let spans =
            if text.is_empty() || style.is_plain() { Vec::new() } else { vec![Span { range: 0..text.len(), style }] };
        Self { text, spans }
    }

    /// Text without styles that is known to be clean and in NFC, so that it is not looked at again.
    pub(crate) fn of_clean(text: String) -> Self {
        Self { text, spans: Vec::new() }
    }

    /// The text without its styles.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The length in bytes.
    pub fn len(&self) -> usize {
        self.text.len()
    }

    /// Whether there is no text.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// The pieces that are not plain, in order.
    pub fn spans(&self) -> &[Span] {
        &self.spans
    }

    /// All of the text in pieces of one style each.
    pub fn runs(&self) -> impl Iterator<Item = (&str, Style)> {
        self.run_ranges().into_iter().map(|(range, style)| (&self.text[range], style))
    }

    /// As [`RichText::runs`], with the bytes that each piece covers.
    pub fn run_ranges(&self) -> Vec<(Range<usize>, Style)> {
        let mut runs = Vec::with_capacity(self.spans.len() * 2 + 1);
        let mut done = 0;
        for span in &self.spans {
            if done < span.range.start {
                runs.push((done..span.range.start, Style::default()));
            }
            runs.push((span.range.clone(), span.style.clone()));
            done = span.range.end;
        }
        if done < self.text.len() {
            runs.push((done..self.text.len(), Style::default()));
        }
        runs
    }

    /// The style of the character that begins at or contains this byte; plain past the end.
    pub fn style_at(&self, byte: usize) -> Style {
        let covering = self.spans.iter().find(|span| span.range.contains(&byte));
        covering.map(|span| span.style.clone()).unwrap_or_default()
    }

    /// The span of a live reference that strictly contains the offset or, with `touching`, also one that ends or
    /// begins there.
    pub fn person_around(&self, byte: usize, touching: bool) -> Option<(Range<usize>, ParticipantId)> {
        self.people().find(|(range, _)| {
            let inside = range.start < byte && byte < range.end;
            inside || (touching && (range.start == byte || range.end == byte))
        })
    }

    /// Every live reference, in order. Pieces of one name that differ only in weight are one reference.
    pub fn people(&self) -> impl Iterator<Item = (Range<usize>, ParticipantId)> {
        let mut found: Vec<(Range<usize>, ParticipantId)> = Vec::new();
        for span in &self.spans {
            let Some(person) = span.style.person else { continue };
            match found.last_mut() {
                Some((range, last)) if *last == person && range.end == span.range.start => range.end = span.range.end,
                _ => found.push((span.range.clone(), person)),
            }
        }
        found.into_iter()
    }

    /// A copy of some bytes with their styles. Offsets outside the text are drawn in; offsets inside a character
    /// are moved back to its start.
    #[must_use]
    pub fn slice(&self, range: Range<usize>) -> Self {
        let range = self.clamped(range);
        let spans = self.spans.iter().filter_map(|span| {
            let start = span.range.start.max(range.start);
            let end = span.range.end.min(range.end);
            (start < end).then(|| Span { range: start - range.start..end - range.start, style: span.style.clone() })
        });
        Self { text: self.text[range.clone()].to_owned(), spans: spans.collect() }
    }

    /// Puts other text in the place of some bytes and gives back what stood there.
    ///
    /// This is the exact primitive: it joins the pieces as they are. [`RichText::composed`] tells which wider
    /// replacement keeps the text NFC.
    pub fn splice(&mut self, range: Range<usize>, inserted: &Self) -> Self {
        let range = self.clamped(range);
        let removed = self.slice(range.clone());
        let mut tail = self.slice(range.end..self.text.len());
        self.text.truncate(range.start);
        self.spans.retain_mut(|span| {
            span.range.end = span.range.end.min(range.start);
            span.range.start < span.range.end
        });
        self.append(inserted.clone());
        self.append(std::mem::take(&mut tail));
        removed
    }

    /// Adds text at the end.
    pub fn append(&mut self, other: Self) {
        let shift = self.text.len();
        self.text.push_str(&other.text);
        for span in other.spans {
            self.push_span(Span { range: span.range.start + shift..span.range.end + shift, style: span.style });
        }
    }

    /// The replacement that puts `inserted` in the place of `range` and leaves the text NFC.
    ///
    /// Mostly it is what was asked. Where a combining mark meets a letter at a seam (a dead key, an input method that
    /// types the tone last) the letter is taken into the replacement and both become one character, in the letter's style.
    pub fn composed(&self, range: Range<usize>, inserted: &Self) -> (Range<usize>, Self) {
        let range = self.clamped(range);
        let left_start = self.text[..range.start].grapheme_indices(true).next_back().map_or(0, |(start, _)| start);
        let right_end = self.text[range.end..].graphemes(true).next().map_or(range.end, |next| range.end + next.len());
        let mut around = self.slice(left_start..range.start);
        around.append(inserted.clone());
        let right = self.slice(range.end..right_end);
        let is_composed = |left: &Self| is_composed(left.text.chars().chain(right.text.chars()));
        if is_composed(&around) {
            return (range, inserted.clone());
        }
        let with_left = around.normalised();
        if is_composed(&with_left) {
            return (left_start..range.end, with_left);
        }
        around.append(right);
        (left_start..right_end, around.normalised())
    }

    /// Changes the style of some bytes.
    pub fn restyle(&mut self, range: Range<usize>, change: impl Fn(&mut Style)) {
        let range = self.clamped(range);
        let runs = self.run_ranges();
        self.spans.clear();
        for (run, style) in runs {
            let cut_start = run.start.max(range.start).min(run.end);
            let cut_end = run.end.min(range.end).max(cut_start);
            let mut changed = style.clone();
            change(&mut changed);
            self.push_span(Span { range: run.start..cut_start, style: style.clone() });
            self.push_span(Span { range: cut_start..cut_end, style: changed });
            self.push_span(Span { range: cut_end..run.end, style });
        }
    }

    /// Whether all of the bytes have a property; false for no bytes.
    pub fn all_styled(&self, range: Range<usize>, has: impl Fn(&Style) -> bool) -> bool {
        let piece = self.slice(range);
        !piece.is_empty() && piece.run_ranges().iter().all(|(_, style)| has(style))
    }

    /// Replaces the list of spans, for undoing and redoing a change of style.
    pub fn set_spans(&mut self, spans: Vec<Span>) {
        self.spans = spans;
    }

    /// What breaks the invariants of this type, if anything does.
    pub fn fault(&self) -> Option<TextFault> {
        if !is_nfc(&self.text) {
            return Some(TextFault::NotNfc);
        }
        if self.text.chars().any(char::is_control) {
            return Some(TextFault::ControlCharacter);
        }
        let mut previous: Option<&Span> = None;
        for span in &self.spans {
            let Range { start, end } = span.range;
            let bounds = start < end && self.text.is_char_boundary(start) && self.text.is_char_boundary(end);
            let ordered = previous
                .is_none_or(|last| last.range.end < start || (last.range.end == start && last.style != span.style));
            if !bounds || !ordered || span.style.is_plain() {
                return Some(TextFault::Spans);
            }
            previous = Some(span);
        }
        None
    }

    /// The nearest character boundary at or before an offset.
    pub fn boundary(&self, byte: usize) -> usize {
        self.text.floor_char_boundary(byte)
    }

    fn clamped(&self, range: Range<usize>) -> Range<usize> {
        let start = self.boundary(range.start);
        start..self.boundary(range.end).max(start)
    }

    fn push_span(&mut self, span: Span) {
        if span.range.is_empty() || span.style.is_plain() {
            return;
        }
        match self.spans.last_mut() {
            Some(last) if last.range.end == span.range.start && last.style == span.style => {
                last.range.end = span.range.end;
            }
            _ => self.spans.push(span),
        }
    }

    /// The text in NFC; a character composed from several takes the style of the first.
    fn normalised(&self) -> Self {
        let mut done = Self::new();
        for (start, grapheme) in self.text.grapheme_indices(true) {
            let composed: String = grapheme.nfc().collect();
            if composed == grapheme {
                done.append(self.slice(start..start + grapheme.len()));
            } else {
                done.append(Self::styled(&composed, self.style_at(start)));
            }
        }
        done
    }
}

/// A broken promise of [`RichText`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TextFault {
    /// The text is not in the composed normal form.
    #[error("text is not in Unicode normal form C")]
    NotNfc,
    /// A line break or another control character stands in the text.
    #[error("text holds a control character")]
    ControlCharacter,
    /// The list of styles is out of order or out of bounds.
    #[error("styles are out of order or outside the text")]
    Spans,
}

fn is_composed(characters: impl Iterator<Item = char> + Clone) -> bool {
    match is_nfc_quick(characters.clone()) {
        IsNormalized::Yes => true,
        IsNormalized::No => false,
        IsNormalized::Maybe => is_nfc(&characters.collect::<String>()),
    }
}

fn cleaned(text: &str) -> String {
    let composed: String = text.nfc().collect();
    if !composed.chars().any(char::is_control) {
        return composed;
    }
    let unified = composed.replace("\r\n", "\n");
    let kept = unified.chars().filter_map(|character| match character {
        '\n' | '\r' | '\t' | '\u{85}' => Some(' '),
        character if character.is_control() => None,
        character => Some(character),
    });
    // Dropping a control character can bring a mark to its letter.
    kept.collect::<String>().nfc().collect()
}

#[derive(Serialize, Deserialize)]
struct Run<'a> {
    text: std::borrow::Cow<'a, str>,
    #[serde(flatten)]
    style: Style,
}

impl Serialize for RichText {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.spans.is_empty() {
            return serializer.serialize_str(&self.text);
        }
        let mut runs = serializer.serialize_seq(None)?;
        for (text, style) in self.runs() {
            if style.is_plain() {
                runs.serialize_element(text)?;
            } else {
                runs.serialize_element(&Run { text: text.into(), style })?;
            }
        }
        runs.end()
    }
}

impl<'de> Deserialize<'de> for RichText {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(RichTextVisitor)
    }
}

struct RichTextVisitor;

impl<'de> Visitor<'de> for RichTextVisitor {
    type Value = RichText;

    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("a string, or a list of strings and runs")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<RichText, E> {
        Ok(RichText::plain(text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<RichText, A::Error> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Item<'a> {
            Plain(String),
            Run(Run<'a>),
        }
        let mut whole = RichText::new();
        while let Some(item) = items.next_element::<Item<'_>>()? {
            whole.append(match item {
                Item::Plain(text) => RichText::plain(&text),
                Item::Run(run) => RichText::styled(&run.text, run.style),
            });
        }
        // Runs that are clean by themselves can still meet in a letter and its mark.
        Ok(if is_nfc(&whole.text) { whole } else { whole.normalised() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn strong() -> Style {
        Style { strong: true, ..Style::default() }
    }

    fn sample() -> RichText {
        let mut text = RichText::plain("one two three");
        text.restyle(4..7, |style| style.strong = true);
        text
    }

    #[test]
    fn a_splice_gives_back_what_undoes_it() {
        let before = sample();
        let mut text = before.clone();
        let inserted = RichText::styled("X", strong());
        let removed = text.splice(2..5, &inserted);
        assert_eq!(text.as_str(), "onXwo three");
        assert_eq!(text.spans(), [Span { range: 2..5, style: strong() }]);
        text.splice(2..3, &removed);
        assert_eq!(text, before);
    }

    #[test]
    fn restyling_a_part_splits_and_taking_it_back_merges() {
        let mut text = sample();
        text.restyle(5..9, |style| style.emphasis = true);
        assert_eq!(text.spans().len(), 3);
        assert_eq!(text.fault(), None);
        text.restyle(0..13, |style| style.emphasis = false);
        assert_eq!(text, sample());
    }

    #[test]
    fn a_mark_typed_after_its_letter_becomes_one_character() {
        let text = RichText::styled("Viê", strong());
        let (range, inserted) = text.composed(4..4, &RichText::plain("\u{323}"));
        let mut text = text;
        text.splice(range, &inserted);
        assert_eq!(text.as_str(), "Việ");
        assert_eq!(text.fault(), None);
        assert!(text.all_styled(0..text.len(), |style| style.strong));
    }

    #[test]
    fn control_characters_never_enter() {
        assert_eq!(RichText::plain("a\r\nb\tc\u{0}d").as_str(), "a b cd");
    }

    #[test]
    fn json_is_a_string_or_a_list_of_runs() -> Result<(), serde_json::Error> {
        assert_eq!(serde_json::to_string(&RichText::plain("Hội nghị"))?, "\"Hội nghị\"");
        let json = serde_json::to_string(&sample())?;
        assert_eq!(json, r#"["one ",{"text":"two","strong":true}," three"]"#);
        assert_eq!(serde_json::from_str::<RichText>(&json)?, sample());
        Ok(())
    }

    #[test]
    fn pieces_of_one_name_are_one_reference() {
        let person = ParticipantId::from_number(1);
        let mut text = RichText::plain("by Lê Thị Hoa here");
        text.restyle(3..15, |style| style.person = Some(person));
        text.restyle(3..6, |style| style.strong = true);
        assert_eq!(text.people().collect::<Vec<_>>(), [(3..15, person)]);
        assert_eq!(text.person_around(15, false), None);
        assert!(text.person_around(15, true).is_some());
    }
}
