//! What desks were sent, as the report remembers it.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::report::{
    AreaPx, BlockId, BlockKind, Extra, HeadingLevel, ListStyle, Participant, PhotoHash, PhotoId, QuarterTurns, Report,
    RichText, Slot,
};

/// A state of the report that a desk was sent: its words, and what of them was set apart or led somewhere.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Filed {
    /// When: RFC 3339 with an offset.
    pub at: Arc<str>,
    /// The name of the settings that it was made with.
    #[serde(default)]
    pub preset: Arc<str>,
    /// The texts that had words, in the order of the page, and then those of the photos.
    #[serde(default)]
    pub texts: Vec<(Slot, String)>,
    /// Those of the texts that had links, bold or italic words, with these alone; unknown of what older versions sent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub styled: Option<Vec<(Slot, RichText)>>,
    /// What the blocks with words were that were no paragraphs: headings, quotations, items of lists; unknown as above.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kinds: Option<Vec<(BlockId, Arc<str>)>>,
    /// Who was on the list.
    #[serde(default)]
    pub people: Vec<Arc<Participant>>,
    /// The photos, those in the text in its order first.
    #[serde(default)]
    pub photos: Vec<FiledPhoto>,
    /// What a newer version wrote and this one does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A photo that a desk was sent.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FiledPhoto {
    /// Which one.
    pub id: PhotoId,
    /// Its picture.
    pub hash: PhotoHash,
    /// What its file was called.
    #[serde(default)]
    pub file_name: Arc<str>,
    /// Whether it stood in the text.
    pub in_text: bool,
    /// How it was turned.
    #[serde(default)]
    pub turns: QuarterTurns,
    /// What of it was shown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub crop: Option<AreaPx>,
}

impl Filed {
    /// A report as it stands.
    pub fn of(report: &Report, at: &str, preset: &str) -> Self {
        let words = |slot: Slot| report.text(slot).filter(|text| !text.is_empty()).map(RichText::as_str);
        let texts = report.all_slots().into_iter().filter_map(|slot| Some((slot, words(slot)?.to_owned())));
        let styled = report.all_slots().into_iter().filter_map(|slot| {
            let text = as_seen(report.text(slot)?);
            (!text.spans().is_empty()).then_some((slot, text))
        });
        let kinds = report.body.blocks().iter().filter_map(|block| Some((block.id, kind_of(&block.kind)?.into())));
        let in_text: Vec<PhotoId> = report.body.blocks().iter().filter_map(|block| block.photo()).collect();
        let others = report.photos.iter().map(|photo| photo.id).filter(|id| !in_text.contains(id));
        let photos = in_text.iter().copied().chain(others).filter_map(|id| {
            let photo = report.photo(id)?;
            Some(FiledPhoto {
                id,
                hash: photo.hash,
                file_name: Arc::clone(&photo.file_name),
                in_text: in_text.contains(&id),
                turns: photo.turns,
                crop: photo.crop,
            })
        });
        Self {
            at: at.into(),
            preset: preset.into(),
            texts: texts.collect(),
            styled: Some(styled.collect()),
            kinds: Some(kinds.collect()),
            people: report.participants.clone(),
            photos: photos.collect(),
            extra: Extra::new(),
        }
    }

    /// Whether a desk that has one of them needs nothing of the other.
    pub fn says_the_same(&self, other: &Self) -> bool {
        let same = |one: Option<bool>| one.unwrap_or(true);
        let styles = self.styled.as_ref().zip(other.styled.as_ref()).map(|(one, other)| one == other);
        let kinds = self.kinds.as_ref().zip(other.kinds.as_ref()).map(|(one, other)| one == other);
        let words = self.texts == other.texts && same(styles) && same(kinds);
        words && self.people == other.people && self.photos == other.photos
    }
}

/// A text with what a desk sees of its styles: who is named by it is the reporter's own.
fn as_seen(text: &RichText) -> RichText {
    let mut text = text.clone();
    text.restyle(0..text.len(), |style| (style.person, style.language) = (None, None));
    text
}

/// What a block is, where it has words and is no paragraph.
fn kind_of(kind: &BlockKind) -> Option<&'static str> {
    match kind {
        BlockKind::Heading { level: HeadingLevel::Two } => Some("heading 2"),
        BlockKind::Heading { level: HeadingLevel::Three } => Some("heading 3"),
        BlockKind::Quotation { .. } => Some("quotation"),
        BlockKind::ListItem { style: ListStyle::Bulleted, .. } => Some("bulleted"),
        BlockKind::ListItem { style: ListStyle::Numbered, .. } => Some("numbered"),
        BlockKind::Paragraph
        | BlockKind::Figure { .. }
        | BlockKind::Table { .. }
        | BlockKind::Participants { .. }
        | BlockKind::Divider => None,
    }
}

impl Report {
    /// What the desk is to be told the changes against: what it was sent last, or what it was sent before where it was sent this
    /// very state already. So that whoever sends a state twice sends the same.
    pub fn filed_before(&self) -> Option<&Arc<Filed>> {
        let last = self.filed.last()?;
        if last.says_the_same(&Filed::of(self, "", "")) {
            self.filed.len().checked_sub(2).and_then(|place| self.filed.get(place))
        } else {
            Some(last)
        }
    }

    /// Remembers what a desk was sent, and what it was sent before.
    pub(crate) fn remember_filed(&mut self, filed: Filed) {
        match self.filed.last_mut() {
            Some(last) if last.says_the_same(&filed) => *last = Arc::new(filed),
            _ => self.filed.push(Arc::new(filed)),
        }
        let spare = self.filed.len().saturating_sub(2);
        self.filed.drain(..spare);
    }
}

/// So many files without a mark of ours are remembered.
const MOST_EXPORTED: usize = 16;

impl Report {
    /// Whether a file with these bytes, by their SHA-256 in hexadecimal digits, was made of this report.
    pub fn has_exported(&self, sha256: &str) -> bool {
        self.exported.iter().any(|known| &**known == sha256)
    }

    /// Remembers a file that carries no mark of ours, so that the next export may replace it.
    pub(crate) fn remember_exported(&mut self, sha256: &str) {
        self.exported.retain(|known| &**known != sha256);
        self.exported.push(sha256.into());
        let spare = self.exported.len().saturating_sub(MOST_EXPORTED);
        self.exported.drain(..spare);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{IdSource, Style};

    #[test]
    fn a_state_that_is_sent_twice_is_compared_with_the_one_before() {
        let mut report = Report::new(&mut IdSource::from_seed(1), "en");
        let send = |report: &mut Report, headline: &str, at: &str| {
            report.headline = headline.into();
            let before = report.filed_before().map(|filed| filed.at.to_string());
            report.remember_filed(Filed::of(report, at, "web"));
            before
        };
        assert_eq!(send(&mut report, "One", "1"), None);
        assert_eq!(send(&mut report, "One", "2"), None, "nothing else was ever sent");
        assert_eq!(send(&mut report, "Two", "3").as_deref(), Some("2"));
        assert_eq!(send(&mut report, "Two", "4").as_deref(), Some("2"));
        assert_eq!(send(&mut report, "Three", "5").as_deref(), Some("4"));
        assert_eq!(report.filed.len(), 2);
    }

    #[test]
    fn the_last_files_without_a_mark_are_known_again() {
        let mut report = Report::new(&mut IdSource::from_seed(1), "en");
        (0..20).chain([10]).for_each(|n| report.remember_exported(&n.to_string()));
        let known: Vec<u8> = (0..20).filter(|n| report.has_exported(&n.to_string())).collect();
        assert_eq!(known, (4..20).collect::<Vec<_>>());
    }

    #[test]
    fn what_an_older_version_sent_is_the_same_where_its_words_are() {
        let mut report = Report::new(&mut IdSource::from_seed(1), "en");
        report.standfirst = RichText::styled("One", Style { strong: true, ..Style::default() });
        let sent = Filed { styled: None, kinds: None, ..Filed::of(&report, "1", "web") };
        assert!(sent.says_the_same(&Filed::of(&report, "2", "web")));
        let plain = Report { standfirst: "One".into(), ..report.clone() };
        assert!(!Filed::of(&report, "1", "web").says_the_same(&Filed::of(&plain, "2", "web")));
    }

    #[test]
    fn only_texts_with_words_are_kept() {
        let mut report = Report::new(&mut IdSource::from_seed(1), "en");
        report.headline = "One".into();
        let filed = Filed::of(&report, "2026-01-31T09:00:00+07:00", "web");
        assert_eq!(filed.texts, [(Slot::Headline, "One".to_owned())]);
        let json = serde_json::to_string(&filed).unwrap();
        assert!(json.contains(r#"[["headline","One"]]"#), "{json}");
        assert_eq!(serde_json::from_str::<Filed>(&json).unwrap(), filed);
    }
}
