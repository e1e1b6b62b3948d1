//! What the file of a photo says of it, looked at again.

use crate::app::App;
use crate::app::outcome::Outcome;
use crate::import::{examine_as, in_all_codings};
use crate::photo::Reading;
use crate::report::{Participant, Photo, PhotoId};
use crate::ui::dialogs::{Dialogs, FileSays, RereadDialog};
use crate::ui::messages::{Message, Topic};

impl App {
    /// Looks again at what the file of the chosen photo says of it.
    pub(super) fn read_photo_again(&mut self) {
        let Some(session) = &self.session else { return };
        let report = session.editor.report();
        let Some(photo) = self.chosen.photo.and_then(|photo| report.photo(photo)).cloned() else { return };
        let (number, reader, language) = (session.number, session.reader_of(&photo), self.report_language());
        let participants = report.participants.clone();
        self.jobs.spawn("read photo again", move |_| {
            let bytes = reader.original(&photo);
            let says = bytes.and_then(|bytes| said(&bytes, &photo, &language, &participants));
            Outcome::ReadAgain(number, photo.id, says.map(Box::new))
        });
    }

    /// Asks what of it is to be taken.
    pub(super) fn photo_was_read_again(&mut self, photo: PhotoId, says: Option<FileSays>) {
        let Some(session) = &self.session else { return };
        let report = session.editor.report();
        let Some(says) = says.filter(|_| report.photo(photo).is_some()) else {
            self.messages.push(Message::error(self.locale.tr("reread-failed")).about(Topic::Photos));
            return;
        };
        match RereadDialog::of(report, says) {
            Some(dialog) => self.dialogs = Some(Dialogs::Reread(Box::new(dialog))),
            None => self.messages.push(Message::info(self.locale.tr("reread-nothing")).about(Topic::Photos)),
        }
    }

    /// The language of the report that is open; empty without one.
    pub(super) fn report_language(&self) -> std::sync::Arc<str> {
        self.session.as_ref().map_or_else(|| "".into(), |session| session.editor.report().language.clone())
    }
}

/// What the file says, in the coding that it was read in and in all others that it could be in.
fn said(bytes: &[u8], photo: &Photo, language: &str, people: &[std::sync::Arc<Participant>]) -> Option<FileSays> {
    let mut picture = examine_as(bytes, &photo.file_name, &Reading { language, ..Reading::default() }).ok()?;
    let first = picture.photo(photo.id, people);
    let is_guess = picture.guessed_coding().is_some();
    let coding = picture.coding.filter(|_| !picture.coding_is_declared);
    let Some(coding) = coding else { return Some(FileSays { photo: first, codings: Vec::new(), chosen: 0, is_guess }) };
    let mut codings = vec![(coding.name(), first.clone())];
    for (other, metadata) in in_all_codings(bytes, &photo.file_name, language).ok()? {
        picture.metadata = metadata;
        let photo = picture.photo(photo.id, people);
        // Of codings that mean the same letters one is enough.
        if other != coding && codings.iter().all(|(_, known)| *known != photo) {
            codings.push((other.name(), photo));
        }
    }
    Some(FileSays { photo: first, codings, chosen: 0, is_guess })
}
