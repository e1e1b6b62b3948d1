//! The sample report: a small conference that never was, in each language of the interface, with pictures drawn for it.
//!
//! It shows a newcomer what a finished report looks like, and gives tests and screenshots something real to work on. The
//! stories are text files that a translator can edit (`assets/sample/story.*.md`); everything is compiled in.

mod picture;
mod story;
mod words;

use crate::report::{IdSource, PhotoHash, PictureFormat, Report};

/// The sample report with the bytes of its photos.
#[derive(Debug, Clone)]
pub struct Sample {
    /// The report.
    pub report: Report,
    /// Every photo of the report: what names it, how it is encoded, its bytes.
    pub photos: Vec<(PhotoHash, PictureFormat, &'static [u8])>,
}

/// The sample report in a language (BCP 47); in English where it has not been written in that language.
pub fn sample(language: &str, ids: &mut IdSource) -> Sample {
    let source = story_source(language);
    let report = story::read(source, ids).unwrap_or_else(|fault| {
        // Not reached while the tests pass: they read every story.
        log::error!("The sample story is damaged: {fault}");
        Report::new(ids, language)
    });
    let photos = picture::PICTURES.iter().map(|picture| (picture.hash(), picture::FORMAT, picture.bytes)).collect();
    Sample { report, photos }
}

fn story_source(language: &str) -> &'static str {
    match language.split(['-', '_']).next() {
        Some("ru") => include_str!("../../assets/sample/story.ru.md"),
        Some("vi") => include_str!("../../assets/sample/story.vi.md"),
        _ => include_str!("../../assets/sample/story.en.md"),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::*;
    use crate::report::{BlockKind, PhotoId, Slot};

    const LANGUAGES: [&str; 3] = ["en", "ru", "vi"];

    fn read(language: &str) -> Report {
        story::read(story_source(language), &mut IdSource::from_seed(1)).unwrap_or_else(|fault| {
            panic!("story.{language}.md: {fault}");
        })
    }

    /// What must not differ between the languages.
    fn shape(report: &Report) -> Vec<String> {
        let mut shape = Vec::new();
        for block in report.body.blocks() {
            let kind = match &block.kind {
                BlockKind::Figure { photo, .. } => {
                    format!("figure {}", report.photo(*photo).expect("a photo").file_name)
                }
                // The speaker's name is written as the language writes it.
                BlockKind::Quotation { speaker } => format!("quotation, {} speaker", speaker.people().count()),
                other => format!("{other:?}"),
            };
            let strong = block.text.spans().iter().filter(|span| span.style.strong).count();
            let links = block.text.spans().iter().filter(|span| span.style.link.is_some()).count();
            let people: Vec<_> = block.text.people().map(|(_, person)| person).collect();
            shape.push(format!("{kind}, {strong} strong, {links} links, {people:?}"));
        }
        for photo in &report.photos {
            let named: BTreeSet<_> = photo.caption.people().map(|(_, person)| person).collect();
            shape.push(format!("{} {:?} {:?} {named:?}", photo.file_name, photo.people, photo.taken));
        }
        for participant in &report.participants {
            let delegation = report.delegations().iter().position(|name| *name == participant.delegation);
            let mentions = report.mentions(participant.id);
            shape.push(format!("{:?} of {delegation:?}, {mentions} mentions", participant.role));
        }
        let details = &report.details;
        let days = (details.date, details.event.start, details.event.end);
        shape.push(format!("{days:?}, {} keywords, {} sources", details.keywords.len(), details.sources.len()));
        shape
    }

    #[test]
    fn the_story_is_the_same_in_every_language() {
        let english = shape(&read("en"));
        for language in LANGUAGES {
            let report = read(language);
            assert_eq!(report.fault(), None, "{language}");
            assert_eq!(&*report.language, language);
            assert_eq!(shape(&report), english, "{language}");
        }
    }

    #[test]
    fn every_word_of_the_story_is_in_the_report() {
        for language in LANGUAGES {
            assert_eq!(words_of_report(&read(language)), words_of_source(story_source(language)), "{language}");
        }
    }

    /// The words of a story without its markup, found without the reader's help: how often each occurs.
    fn words_of_source(source: &str) -> BTreeMap<String, usize> {
        let (_comment, source) = source.split_once("-->").expect("a comment at the start");
        let mut text = String::new();
        let keys = ["caption: ", "credit: ", "taken: ", "place: "];
        for line in source.lines() {
            let has_no_words = line.starts_with("## ") || line.starts_with("| id ") || line.starts_with("|---");
            if has_no_words || line.starts_with("people:") || line == "[participants]" {
                continue;
            }
            let line = if line.starts_with("| ") { without_identifier_and_role(line) } else { line.to_owned() };
            let line = line.strip_prefix("> — ").unwrap_or(&line);
            let line = keys.iter().find_map(|key| line.strip_prefix(key)).unwrap_or(line);
            let line = match line.split_once(": ") {
                Some((key, value)) if key.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b' ') => value,
                _ => line,
            };
            text.push_str(line);
            text.push('\n');
        }
        // What stands in the round brackets of a link is an address.
        let mut visible = String::new();
        for (index, part) in text.split("](").enumerate() {
            let shown = if index == 0 { part } else { part.split_once(')').expect("a closed link").1 };
            visible.push_str(shown);
        }
        counted(&visible)
    }

    fn without_identifier_and_role(row: &str) -> String {
        let mut cells: Vec<_> = row.split('|').collect();
        cells.remove(8);
        cells.remove(1);
        cells.join(" ").replace('–', " ")
    }

    fn words_of_report(report: &Report) -> BTreeMap<String, usize> {
        let mut texts: Vec<String> = report.all_slots().into_iter().filter_map(|slot| words_in(report, slot)).collect();
        for participant in &report.participants {
            let fields = [&participant.honorific, &participant.name, &participant.short_name, &participant.title];
            texts.extend(fields.map(|field| field.to_string()));
            let fields = [&participant.organisation, &participant.delegation, &participant.note];
            texts.extend(fields.map(|field| field.to_string()));
        }
        for photo in &report.photos {
            texts.extend([photo.place.to_string(), photo.taken.as_deref().unwrap_or_default().to_owned()]);
        }
        let details = &report.details;
        let event = &details.event;
        let publication = &details.publication;
        let fields = [&event.name, &event.organisers, &event.venue, &event.city, &event.country, &details.rights];
        texts.extend(fields.map(|field| field.to_string()));
        texts.extend([details.date, event.start, event.end].iter().flatten().map(ToString::to_string));
        texts.extend(details.keywords.iter().map(ToString::to_string));
        texts.extend(details.sources.iter().flat_map(|source| [source.name.to_string(), source.url.to_string()]));
        let fields = [&publication.publisher, &publication.publisher_url, &publication.url, &publication.published];
        texts.extend(fields.map(|field| field.to_string()));
        texts.extend([&publication.publisher_logo, &publication.author_url].map(|field| field.to_string()));
        texts.extend([&publication.updated, &publication.licence_url].map(|field| field.to_string()));
        texts.push(report.language.to_string());
        counted(&texts.join("\n"))
    }

    fn words_in(report: &Report, slot: Slot) -> Option<String> {
        report.text(slot).map(|text| text.as_str().to_owned())
    }

    fn counted(text: &str) -> BTreeMap<String, usize> {
        let mut count = BTreeMap::new();
        for word in text.split(|character: char| !character.is_alphanumeric()).filter(|word| !word.is_empty()) {
            *count.entry(word.to_owned()).or_default() += 1;
        }
        count
    }

    #[test]
    fn every_picture_comes_with_everything_that_is_said_of_a_picture() {
        for language in LANGUAGES {
            let sample = sample(language, &mut IdSource::from_seed(1));
            assert_eq!(sample.photos.len(), sample.report.photos.len());
            for photo in &sample.report.photos {
                let (_, format, bytes) =
                    sample.photos.iter().find(|(hash, ..)| *hash == photo.hash).expect("the bytes of every photo");
                assert_eq!(*format, photo.format);
                assert_eq!(bytes.first_chunk(), Some(&[0xFF, 0xD8]), "a JPEG file");
                let name = &photo.file_name;
                let said = [&photo.caption, &photo.credit, &photo.alt];
                assert!(said.iter().all(|text| !text.is_empty()), "{language}: {name}");
                assert!(photo.taken.is_some() && !photo.place.is_empty(), "{language}: {name}");
                let mut named = photo.caption.people();
                assert!(named.all(|(_, person)| photo.people.contains(&person)), "{language}: {name}");
            }
        }
    }

    #[test]
    fn a_photo_is_kept_for_the_reader_to_place() {
        let report = read("en");
        let unused = |id: &PhotoId| report.body.figure_of(*id).is_none();
        let unused: Vec<_> = report.photos.iter().filter(|photo| unused(&photo.id)).collect();
        assert_eq!(unused.iter().map(|photo| &*photo.file_name).collect::<Vec<_>>(), ["river.jpg"]);
    }

    #[test]
    fn names_in_the_text_are_live_and_follow_the_language() {
        let report = read("ru");
        let galeev = report.participants.iter().find(|person| &*person.name == "Тимур Галеев").expect("on the list");
        let written: BTreeSet<_> = report
            .all_slots()
            .into_iter()
            .filter_map(|slot| report.text(slot))
            .flat_map(|text| text.people().map(|(range, person)| (&text.as_str()[range], person)))
            .filter(|(_, person)| *person == galeev.id)
            .map(|(name, _)| name)
            .collect();
        let forms = ["Галеев", "Галееву", "Тимур Галеев", "Тимура Галеева", "Тимуру Галееву"];
        assert_eq!(written, BTreeSet::from(forms));
    }

    #[test]
    fn a_language_without_a_story_gets_the_english_one() {
        assert_eq!(sample("de-AT", &mut IdSource::from_seed(1)).report.language.as_ref(), "en");
        assert_eq!(sample("vi-VN", &mut IdSource::from_seed(1)).report.language.as_ref(), "vi");
    }
}
