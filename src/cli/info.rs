//! `rapporteur info`

use std::fs;

use serde::Serialize;

use crate::cli::args::InfoOptions;
use crate::cli::{CliError, Console, info_photo};
use crate::document::{Document, Opened};
use crate::language::length::{self, Length, Measure};
use crate::report::{Limit, Source};

/// What a report holds, in the order in which it is told.
#[derive(Debug, Serialize)]
struct Info {
    file: String,
    headline: String,
    language: String,
    /// Of headline, standfirst and body.
    words: usize,
    /// Of the same, with spaces.
    characters: usize,
    characters_without_spaces: usize,
    /// Of the captions in the text, which do not count as story.
    caption_words: usize,
    caption_characters: usize,
    /// How long the story may be.
    #[serde(skip_serializing_if = "Option::is_none")]
    limit: Option<Limit>,
    blocks: usize,
    photos: usize,
    /// Photos that stand in the text.
    figures: usize,
    /// Photos with a caption.
    captions: usize,
    /// Photos with an alternative text, or that need none.
    alts: usize,
    participants: usize,
    sources: Vec<Source>,
    /// In bytes.
    #[serde(rename = "size")]
    size_bytes: u64,
    generation: u64,
    format_version: u64,
    findings: Vec<String>,
}

pub(super) fn run(options: &InfoOptions, console: &mut Console<'_>) -> Result<(), CliError> {
    if info_photo::is_photo(&options.file) {
        return info_photo::run(options, console);
    }
    let Opened { document, report, notices, .. } = Document::look(&options.file)?;
    let lengths = length::of(&report);
    let story = lengths.story();
    let info = Info {
        file: options.file.to_string_lossy().into_owned(),
        headline: report.headline.as_str().to_owned(),
        language: report.language.to_string(),
        words: story.words,
        characters: story.characters,
        characters_without_spaces: story.solid,
        caption_words: lengths.captions.words,
        caption_characters: lengths.captions.characters,
        limit: report.details.limit,
        blocks: report.body.len(),
        photos: report.photos.len(),
        figures: report.body.blocks().iter().filter(|block| block.photo().is_some()).count(),
        captions: report.photos.iter().filter(|photo| !photo.caption.is_empty()).count(),
        alts: report.photos.iter().filter(|photo| photo.decorative || !photo.alt.is_empty()).count(),
        participants: report.participants.len(),
        sources: report.details.sources.clone(),
        size_bytes: fs::metadata(document.path()).map(|metadata| metadata.len()).unwrap_or_default(),
        generation: document.generation(),
        format_version: document.format_version(),
        findings: notices.iter().map(ToString::to_string).collect(),
    };
    notices.iter().for_each(|notice| console.finding(&format!("“{}”: {notice}", options.file.display())));
    if options.json { console.say_json(&info) } else { console.say_facts(info.lines()) }
}

impl Info {
    fn lines(&self) -> Vec<(&'static str, String)> {
        let headline = if self.headline.is_empty() { "(none yet)" } else { &self.headline };
        let mut lines = vec![
            ("headline", headline.to_owned()),
            ("language", self.language.clone()),
            ("words", format!("{}, {} more in captions", self.words, self.caption_words)),
            ("characters", format!("{}, {} more in captions", self.characters, self.caption_characters)),
            ("blocks", self.blocks.to_string()),
            ("photos", format!("{}, {} in the text", self.photos, self.figures)),
            ("captions", self.captions.to_string()),
            ("alt texts", self.alts.to_string()),
            ("participants", self.participants.to_string()),
        ];
        if let Some(limit) = self.limit {
            let story = Length { words: self.words, characters: self.characters, ..Length::default() };
            let unit = match limit {
                Limit::Words(_) => "words",
                Limit::Characters(_) => "characters",
            };
            let Measure { counted, most } = Measure::of(story, limit);
            lines.push(("limit", format!("{counted} of {most} {unit}")));
        }
        lines.extend(self.sources.iter().map(|source| {
            let parts = [source.name.as_ref(), source.url.as_ref()];
            ("source", parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" "))
        }));
        lines.push(("size", format!("{} bytes", self.size_bytes)));
        lines
    }
}
