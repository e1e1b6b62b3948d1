//! Reads a sample story: its head, the table of participants, the story with its pictures, and the pictures that it leaves out.
//!
//! The reader is strict. A line that it does not know is a fault, so that nothing of a translation is lost in silence.

use std::sync::Arc;

use jiff::civil::Date;

use crate::report::{
    Block, BlockId, BlockKind, Body, Details, Event, HeadingLevel, IdSource, ListStyle, Participant, Photo, PhotoId,
    Publication, Report, RichText, Role, Source,
};
use crate::sample::picture::PICTURES;
use crate::sample::words::{Named, marked, person, unmarked};

/// Why a story cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(super) enum StoryFault {
    /// Something stands where something else is expected.
    #[error("line {line}: {expected} is expected")]
    Expected {
        /// The line, from 1.
        line: usize,
        /// What should be there.
        expected: &'static str,
    },
    /// A mark is not closed or not known.
    #[error("the marks in \"{0}\" are not sound")]
    Marks(String),
    /// The text names somebody who is not in the table.
    #[error("\"{0}\" is not in the table of participants")]
    UnknownPerson(String),
    /// There is no such picture, or it stands in the story twice.
    #[error("there is no picture \"{0}\" left")]
    Picture(String),
}

/// The report that a story tells.
pub(super) fn read(source: &str, ids: &mut IdSource) -> Result<Report, StoryFault> {
    let pieces = pieces(source);
    let mut pieces = pieces.iter().filter(|piece| !piece.is_comment()).peekable();
    let mut reader = Reader { report: Report::new(ids, "en"), ids, people: Vec::new(), blocks: Vec::new() };
    reader.head(pieces.next().unwrap_or(&Piece::NONE))?;
    pieces.next().unwrap_or(&Piece::NONE).is_line("## Participants")?;
    reader.participants(pieces.next().unwrap_or(&Piece::NONE))?;
    pieces.next().unwrap_or(&Piece::NONE).is_line("## Story")?;
    while let Some(piece) = pieces.next_if(|piece| !piece.first().starts_with("## ")) {
        reader.story_piece(piece)?;
    }
    pieces.next().unwrap_or(&Piece::NONE).is_line("## Unused pictures")?;
    for piece in pieces {
        reader.picture(piece)?;
    }
    reader.finish()
}

/// Lines without an empty one between them.
struct Piece<'a> {
    line: usize,
    lines: Vec<&'a str>,
}

fn pieces(source: &str) -> Vec<Piece<'_>> {
    let mut pieces: Vec<Piece<'_>> = Vec::new();
    let mut is_open = false;
    for (index, line) in source.lines().enumerate() {
        let is_blank = line.trim().is_empty();
        match pieces.last_mut() {
            Some(piece) if is_open && !is_blank => piece.lines.push(line),
            _ if !is_blank => pieces.push(Piece { line: index + 1, lines: vec![line] }),
            _ => {}
        }
        is_open = !is_blank;
    }
    pieces
}

impl<'a> Piece<'a> {
    /// Stands for what is missing at the end of a story.
    const NONE: Piece<'static> = Piece { line: 0, lines: Vec::new() };

    fn first(&self) -> &'a str {
        self.lines.first().copied().unwrap_or_default()
    }

    fn is_comment(&self) -> bool {
        self.first().starts_with("<!--")
    }

    fn expected(&self, expected: &'static str) -> StoryFault {
        StoryFault::Expected { line: self.line, expected }
    }

    fn is_line(&self, line: &'static str) -> Result<(), StoryFault> {
        if self.lines == [line] { Ok(()) } else { Err(self.expected(line)) }
    }

    /// The values of lines that give these keys in this order, and of no others.
    fn values<const N: usize>(&self, lines: &[&'a str], keys: [&'static str; N]) -> Result<[&'a str; N], StoryFault> {
        let mut values = [""; N];
        for (index, (value, key)) in values.iter_mut().zip(keys).enumerate() {
            let line = lines.get(index).and_then(|line| line.strip_prefix(key)?.strip_prefix(':'));
            *value = line.ok_or_else(|| self.expected(key))?.trim();
        }
        if lines.len() == N { Ok(values) } else { Err(self.expected("the end of the fields")) }
    }
}

struct Reader<'a> {
    ids: &'a mut IdSource,
    report: Report,
    people: Vec<Named<'a>>,
    blocks: Vec<Arc<Block>>,
}

impl<'a> Reader<'a> {
    fn head(&mut self, piece: &Piece<'a>) -> Result<(), StoryFault> {
        let [language, kicker, headline, standfirst, byline, place] = piece.values(
            piece.lines.get(..6).unwrap_or_default(),
            ["language", "kicker", "headline", "standfirst", "byline", "dateline place"],
        )?;
        self.report.language = language.into();
        self.report.kicker = unmarked(kicker)?;
        self.report.headline = unmarked(headline)?;
        self.report.standfirst = marked(standfirst, &self.people)?;
        self.report.byline = unmarked(byline)?;
        self.report.place = unmarked(place)?;
        self.report.details = Arc::new(details(piece)?);
        Ok(())
    }

    fn participants(&mut self, piece: &Piece<'a>) -> Result<(), StoryFault> {
        for row in piece.lines.iter().skip(2) {
            let inner = row.strip_prefix('|').and_then(|row| row.strip_suffix('|'));
            let cells: Vec<_> = inner.into_iter().flat_map(|row| row.split('|')).map(cell).collect();
            let [key, honorific, name, short_name, title, organisation, delegation, role, note] = *cells else {
                return Err(piece.expected("nine cells in every row"));
            };
            let role = Role::ALL.into_iter().find(|known| role_word(*known) == role);
            let id = self.ids.participant();
            self.people.push(Named { key, id });
            self.report.participants.push(Arc::new(Participant {
                honorific: honorific.into(),
                short_name: short_name.into(),
                title: title.into(),
                organisation: organisation.into(),
                delegation: delegation.into(),
                role: role.ok_or_else(|| piece.expected("a role that a participant can have"))?,
                note: note.into(),
                ..Participant::named(id, name)
            }));
        }
        Ok(())
    }

    fn story_piece(&mut self, piece: &Piece<'a>) -> Result<(), StoryFault> {
        let first = piece.first();
        if first.starts_with("![") {
            let photo = self.picture(piece)?;
            self.push(BlockKind::Figure { photo, beside: false }, RichText::new());
        } else if first == "[participants]" {
            self.push(BlockKind::Participants { delegation: None }, RichText::new());
        } else if first.starts_with("> ") {
            self.quotation(piece)?;
        } else if first.starts_with("- ") {
            for line in &piece.lines {
                let item = line.strip_prefix("- ").ok_or_else(|| piece.expected("an item of a list in every line"))?;
                let words = marked(item, &self.people)?;
                self.push(BlockKind::ListItem { style: ListStyle::Bulleted, level: 0 }, words);
            }
        } else {
            let [line] = *piece.lines else { return Err(piece.expected("a paragraph in one line")) };
            let (kind, words) = match line.strip_prefix("### ") {
                Some(heading) => (BlockKind::Heading { level: HeadingLevel::Two }, heading),
                None => (BlockKind::Paragraph, line),
            };
            let words = marked(words, &self.people)?;
            self.push(kind, words);
        }
        Ok(())
    }

    fn quotation(&mut self, piece: &Piece<'a>) -> Result<(), StoryFault> {
        let fault = || piece.expected("a quotation, and its speaker after a dash");
        let [words, speaker] = *piece.lines else { return Err(fault()) };
        let words = words.strip_prefix("> ").ok_or_else(fault)?;
        let speaker = speaker.strip_prefix("> — ").ok_or_else(fault)?;
        let speaker = marked(speaker, &self.people)?;
        let words = marked(words, &self.people)?;
        self.push(BlockKind::Quotation { speaker }, words);
        Ok(())
    }

    /// Takes a picture into the report.
    fn picture(&mut self, piece: &Piece<'a>) -> Result<PhotoId, StoryFault> {
        let inner = piece.first().strip_prefix("![").and_then(|line| line.strip_suffix(')'));
        let (alt, file) =
            inner.and_then(|line| line.split_once("](photos/")).ok_or_else(|| piece.expected("a picture"))?;
        let fields = piece.lines.get(1..).unwrap_or_default();
        let [caption, credit, taken, place, people] =
            piece.values(fields, ["caption", "credit", "taken", "place", "people"])?;
        let is_taken = self.report.photos.iter().any(|photo| &*photo.file_name == file);
        let found = PICTURES.iter().find(|picture| picture.name == file && !is_taken);
        let original = found.and_then(|picture| picture.original(taken));
        let original = original.ok_or_else(|| StoryFault::Picture(file.to_owned()))?;
        let keys = people.split(',').map(str::trim).filter(|key| !key.is_empty());
        let id = self.ids.photo();
        self.report.photos.push(Arc::new(Photo {
            caption: marked(caption, &self.people)?,
            credit: unmarked(credit)?,
            alt: unmarked(alt)?,
            people: keys.map(|key| person(&self.people, key)).collect::<Result<_, _>>()?,
            place: place.into(),
            ..Photo::new(id, original)
        }));
        Ok(id)
    }

    fn push(&mut self, kind: BlockKind, words: RichText) {
        let id: BlockId = self.ids.block();
        self.blocks.push(Arc::new(Block::new(id, kind, words)));
    }

    fn finish(mut self) -> Result<Report, StoryFault> {
        let is_read = |name: &str| self.report.photos.iter().any(|photo| &*photo.file_name == name);
        if let Some(missing) = PICTURES.iter().find(|picture| !is_read(picture.name)) {
            return Err(StoryFault::Picture(missing.name.to_owned()));
        }
        self.report.body = Body::new(self.blocks);
        Ok(self.report)
    }
}

/// What the head says of the conference and the page.
fn details(piece: &Piece<'_>) -> Result<Details, StoryFault> {
    let lines = piece.lines.get(6..).unwrap_or_default();
    let [date, name, organisers, venue, city, country, start, end, keywords, source, rights] = piece.values(
        lines.get(..11).unwrap_or_default(),
        [
            "dateline date",
            "event",
            "organisers",
            "venue",
            "city",
            "country",
            "start",
            "end",
            "keywords",
            "source",
            "rights",
        ],
    )?;
    let [publisher, publisher_url, publisher_logo, author_url, url, published, updated, licence_url] = piece.values(
        lines.get(11..).unwrap_or_default(),
        ["publisher", "publisher url", "publisher logo", "author url", "url", "published", "updated", "licence url"],
    )?;
    let day = |text: &str| text.parse::<Date>().map_err(|_not_a_date| piece.expected("a date"));
    let (source_name, source_url) =
        source.rsplit_once(", ").ok_or_else(|| piece.expected("a source and its address"))?;
    Ok(Details {
        date: Some(day(date)?),
        event: Event {
            name: name.into(),
            organisers: organisers.into(),
            venue: venue.into(),
            city: city.into(),
            country: country.into(),
            start: Some(day(start)?),
            end: Some(day(end)?),
        },
        sources: vec![Source { name: source_name.into(), url: source_url.into() }],
        keywords: keywords.split(';').map(|keyword| keyword.trim().into()).collect(),
        rights: rights.into(),
        publication: Publication {
            publisher: publisher.into(),
            publisher_url: publisher_url.into(),
            publisher_logo: publisher_logo.into(),
            author_url: author_url.into(),
            url: url.into(),
            published: published.into(),
            updated: updated.into(),
            licence_url: licence_url.into(),
        },
        ..Details::default()
    })
}

/// What a cell of the table says; a dash stands for nothing.
fn cell(cell: &str) -> &str {
    let cell = cell.trim();
    if cell == "–" { "" } else { cell }
}

const fn role_word(role: Role) -> &'static str {
    match role {
        Role::Chair => "chair",
        Role::Speaker => "speaker",
        Role::Delegate => "delegate",
        Role::Guest => "guest",
        Role::Organiser => "organiser",
        Role::Press => "press",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ENGLISH: &str = include_str!("../../assets/sample/story.en.md");

    #[track_caller]
    fn breaks(from: &str, to: &str) {
        assert!(ENGLISH.contains(from), "{from:?} is not in the story");
        let broken = ENGLISH.replacen(from, to, 1);
        assert!(read(&broken, &mut IdSource::from_seed(1)).is_err(), "{from:?} became {to:?}");
    }

    #[test]
    fn anything_unknown_is_a_fault() {
        breaks("kicker:", "kick:");
        breaks("country: Vietnam\n", "");
        breaks("rights:", "extra: 1\nrights:");
        breaks("start: 2026-10-16", "start: Friday");
        breaks("| chair |", "| host |");
        breaks("| chair |", "|");
        breaks("(person:ha)", "(person:nobody)");
        breaks("people: huy", "people: nobody");
        breaks("photos/panel.jpg", "photos/other.jpg");
        breaks("photos/panel.jpg", "photos/hall.jpg");
        breaks("> — ", "> ");
        breaks("\n## Story\n", "\n## Text\n");
        breaks("people:\n", "people:\nmore: words\n");
    }

    #[test]
    fn lines_may_end_as_on_windows() {
        let windows = ENGLISH.replace('\n', "\r\n");
        let read = |source: &str| read(source, &mut IdSource::from_seed(1));
        assert_eq!(read(&windows), read(ENGLISH));
    }
}
