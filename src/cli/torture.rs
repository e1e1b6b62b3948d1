//! `rapporteur torture`: the program's side of the durability tests.
//!
//! State 0 is a report as `new` makes it. State n+1 is state n after the edit number n+1, which depends on nothing but that
//! number and the report's id; so whoever finds a report in state n can tell what must be in it. Edits go through
//! the editor and saves through the document, as in the window.

use std::path::Path;

use crate::cli::args::ChurnOptions;
use crate::cli::{CliError, Console};
use crate::document::{Document, NewPhoto, OpenNotice, Opened, today};
use crate::edit::{Applied, Editor, Selection, Transaction, ops};
use crate::file::{Checkpoint, MemberName};
use crate::import::{Picture, examine};
use crate::report::{Block, Body, IdSource, Participant, ParticipantId, PhotoId, Pos, Report, Slot};

/// After so many failed attempts to save one state the disk is not coming back.
const ATTEMPTS: usize = 5;
/// Participants are added up to this number, and changed from then on.
const MOST_PARTICIPANTS: u64 = 20;
/// A pause after which the history begins a new phrase.
const PAUSE_MS: u64 = 60_000;

pub(super) fn churn(options: &ChurnOptions, console: &mut Console<'_>) -> Result<(), CliError> {
    let wrong = |reason: String| CliError::Torture { path: options.file.clone(), reason };
    let Opened { mut document, report, view, .. } = Document::open(&options.file)?;
    let mut number =
        counter(&report).ok_or_else(|| wrong("it was not made for this test; use a new report".to_owned()))?;
    let mut editor = Editor::new(report, IdSource::from_seed(0));
    let last = options.edits.map(|edits| number.saturating_add(edits));
    let mut checkpoint = Some(Checkpoint::Before(today()));
    while last.is_none_or(|last| number < last) {
        number += 1;
        let added = edit(&mut editor, number).map_err(&wrong)?;
        let photos: Vec<_> = added.iter().map(MadePhoto::as_new).collect();
        // Nothing here is undone later, so that removed photos leave the file.
        document.release_photos(editor.report());
        let mut attempt = 1;
        loop {
            match document.save(editor.report(), view.as_ref(), &photos, checkpoint) {
                Ok(_) => break,
                Err(error) => {
                    console.say_now(&format!("ERR {number}: {error}"))?;
                    if attempt == ATTEMPTS {
                        return Err(error.into());
                    }
                    attempt += 1;
                }
            }
        }
        checkpoint = None;
        console.say_now(&format!("ACK {number}"))?;
    }
    Ok(())
}

pub(super) fn verify(file: &Path, console: &mut Console<'_>) -> Result<(), CliError> {
    let wrong = |reason: String| CliError::Torture { path: file.to_owned(), reason };
    let Opened { document, report, notices, .. } = Document::open(file)?;
    // A cut-off save behind the living state is what the test makes; everything else must be whole.
    if let Some(notice) = notices.iter().find(|notice| **notice != OpenNotice::Older) {
        return Err(wrong(notice.to_string()));
    }
    if let Some(fault) = report.fault() {
        return Err(wrong(format!("it breaks an invariant: {fault}")));
    }
    if let Some(name) = document.container().verify().map_err(crate::document::DocumentError::from)?.first() {
        return Err(wrong(format!("{name} is damaged")));
    }
    let number = counter(&report).ok_or_else(|| wrong("it has no number of a state".to_owned()))?;
    let model = model(&report, number).map_err(wrong)?;
    if model.report != report {
        return Err(wrong(format!("it is not state {number}: {}", difference(&model.report, &report))));
    }
    for photo in &model.photos {
        let kept = report.photos.iter().find(|kept| kept.hash == photo.picture.original.hash);
        if let Some(kept) = kept
            && document.pictures().original(kept)? != photo.bytes
        {
            return Err(wrong(format!("the photo {} is not the one that was added", kept.file_name)));
        }
    }
    let referenced = report.photos.len();
    let kept = document.container().names().filter(|name| matches!(name, MemberName::Photo { .. })).count();
    if kept < referenced {
        return Err(wrong(format!("{kept} of {referenced} photos are in the file")));
    }
    console.say_now(&format!("COUNTER {number}"))
}

/// A photo that the test made, with everything that a save needs of it.
struct MadePhoto {
    bytes: Vec<u8>,
    picture: Picture,
}

impl MadePhoto {
    fn new(number: u64) -> Result<Self, String> {
        let bytes = png(number).map_err(|error| error.to_string())?;
        let picture = examine(&bytes, &format!("photo-{number}.png")).map_err(|error| error.to_string())?;
        Ok(Self { bytes, picture })
    }

    fn as_new(&self) -> NewPhoto<'_> {
        let original = &self.picture.original;
        NewPhoto {
            hash: original.hash,
            format: original.format,
            bytes: &self.bytes,
            thumbnail: &self.picture.thumbnail,
        }
    }
}

/// What the report of a state must be.
struct Model {
    report: Report,
    photos: Vec<MadePhoto>,
}

/// The number of a state is its kicker; state 0 has none.
fn counter(report: &Report) -> Option<u64> {
    match report.kicker.as_str() {
        "" => Some(0),
        kicker => kicker.parse().ok(),
    }
}

/// Makes a state from nothing but what `new` chose: the id, the first paragraph, language and headline.
fn model(found: &Report, number: u64) -> Result<Model, String> {
    let first = found.body.blocks().first().ok_or("the body is empty")?;
    let mut ids = IdSource::from_seed(0);
    let mut report = Report::new(&mut ids, &found.language);
    report.id = found.id;
    report.headline = found.headline.clone();
    let empty = Block { id: first.id, ..Block::clone(&report.body.blocks()[0]) };
    report.body = Body::new(vec![empty.into()]);
    let mut editor = Editor::new(report, ids);
    let mut photos = Vec::new();
    for number in 1..=number {
        photos.extend(edit(&mut editor, number)?);
    }
    Ok(Model { report: editor.report().clone(), photos })
}

/// Makes the edit with this number, and gives the photo that came with it.
fn edit(editor: &mut Editor, number: u64) -> Result<Option<MadePhoto>, String> {
    // The editor's own source would give ids that depend on when the program was started.
    editor.ids = IdSource::from_seed(editor.report().id.number() ^ number.wrapping_mul(0x9E37_79B9_7F4A_7C15));
    let mut clock = Clock { now_ms: number * 100 * PAUSE_MS };
    clock.make(editor, |report, _| ops::text::set_text(report, Slot::Kicker, &number.to_string()))?;
    write_words(editor, &mut clock, number)?;
    keep_participants(editor, &mut clock, number)?;
    let mut added = None;
    if number.is_multiple_of(7) {
        let made = MadePhoto::new(number)?;
        let photo = made.picture.photo(editor.ids.photo(), &[]);
        let id = photo.id;
        clock.make(editor, |report, _| ops::photos::add(report, vec![photo], None))?;
        clock.make(editor, |report, ids| ops::blocks::place_figure(report, id, report.body.len(), ids))?;
        clock.make(editor, |report, _| ops::text::set_text(report, Slot::Caption(id), &format!("Ảnh №{number}")))?;
        added = Some(made);
    }
    if number.is_multiple_of(11) {
        remove_something(editor, &mut clock)?;
    }
    if number.is_multiple_of(5) {
        let before = editor.report().clone();
        for step in [Editor::undo, Editor::undo, Editor::redo, Editor::redo] {
            if step(editor) == Applied::Nothing {
                return Err(format!("edit {number} could not be undone and redone"));
            }
        }
        if *editor.report() != before {
            return Err(format!("undo and redo changed state {number}"));
        }
    }
    Ok(added)
}

/// A word at the end of the text, and a new paragraph now and then.
fn write_words(editor: &mut Editor, clock: &mut Clock, number: u64) -> Result<(), String> {
    const WORDS: [&str; 6] = ["Hội nghị", "делегаты", "conference", "«итоги»", "Bắc Ninh", "№"];
    let word = WORDS[usize::try_from(number % 6).unwrap_or_default()];
    let end = |report: &Report| {
        let block = report.body.blocks().iter().rev().find(|block| block.kind.has_text());
        block.map(|block| Selection::caret(report.end_of(Slot::Block(block.id))))
    };
    if number.is_multiple_of(9) {
        clock.make(editor, |report, ids| ops::text::split(report, end(report)?, ids))?;
    }
    let text = format!("{word} {number} ");
    let plain = crate::report::Style::default();
    clock.make(editor, |report, ids| ops::text::insert(report, end(report)?, &text, &plain, ids))
}

fn keep_participants(editor: &mut Editor, clock: &mut Clock, number: u64) -> Result<(), String> {
    let count = editor.report().participants.len();
    if u64::try_from(count).is_ok_and(|count| count < MOST_PARTICIPANTS) {
        let mut participant = Participant::named(editor.ids.participant(), &format!("Lê Thị {number}"));
        participant.delegation = format!("Đoàn {}", number % 3).into();
        return clock.make(editor, |report, _| ops::people::add(report, vec![participant], None));
    }
    let place = usize::try_from(number).unwrap_or_default() % count;
    let mut changed = Participant::clone(&editor.report().participants[place]);
    changed.title = format!("chair {number}").into();
    clock.make(editor, |report, _| ops::people::update(report, changed))
}

/// The oldest photo with its figure; a participant where there is none.
fn remove_something(editor: &mut Editor, clock: &mut Clock) -> Result<(), String> {
    let report = editor.report();
    let photo: Option<PhotoId> = report.photos.first().map(|photo| photo.id);
    let participant: Option<ParticipantId> = report.participants.first().map(|participant| participant.id);
    clock.make(editor, |report, ids| match (photo, participant) {
        (Some(photo), _) => ops::photos::remove(report, Selection::caret(Pos::start(Slot::Kicker)), &[photo], ids),
        (None, Some(participant)) => ops::people::remove(report, participant),
        (None, None) => None,
    })
}

/// Tells the editor the time, with a pause before every change, so that each is undone by itself.
struct Clock {
    now_ms: u64,
}

impl Clock {
    fn make(
        &mut self,
        editor: &mut Editor,
        change: impl FnOnce(&Report, &mut IdSource) -> Option<Transaction>,
    ) -> Result<(), String> {
        self.now_ms += PAUSE_MS;
        let mut ids = editor.ids.clone();
        let transaction = change(editor.report(), &mut ids);
        editor.ids = ids;
        match editor.apply(transaction, self.now_ms) {
            Applied::Changed => Ok(()),
            Applied::Nothing => Err("an edit of the test was refused".to_owned()),
        }
    }
}

/// A small picture that no other number gives.
fn png(number: u64) -> Result<Vec<u8>, image::ImageError> {
    let bytes = number.to_le_bytes();
    // Sizes differ, so that saves do too.
    let side = 8 + u32::from(bytes[0] % 24);
    let picture = image::RgbImage::from_fn(side, side, |x, y| {
        let own = bytes[usize::try_from((x + y) % 8).unwrap_or_default()];
        image::Rgb([own, own.wrapping_mul(31).wrapping_add((x * 7) as u8), (y * 11) as u8 ^ own])
    });
    let mut png = Vec::new();
    picture.write_to(&mut std::io::Cursor::new(&mut png), image::ImageFormat::Png)?;
    Ok(png)
}

/// Where two reports differ, in a few words.
fn difference(model: &Report, found: &Report) -> String {
    if model.participants != found.participants {
        return format!("{} participants, not {}, or others", found.participants.len(), model.participants.len());
    }
    if model.photos != found.photos {
        return format!("{} photos, not {}, or others", found.photos.len(), model.photos.len());
    }
    let pairs = model.body.blocks().iter().zip(found.body.blocks());
    let differing = pairs.enumerate().find(|(_, (one, other))| one != other);
    differing.map_or_else(
        || format!("{} blocks, not {}, or another head", found.body.len(), model.body.len()),
        |(place, (one, other))| format!("block {place} is \"{}\", not \"{}\"", other.text.as_str(), one.text.as_str()),
    )
}
