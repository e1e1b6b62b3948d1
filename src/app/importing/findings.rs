//! What a reporter should know of photos that came in.

use crate::app::importing::some_of;
use crate::app::{Command, Locale};
use crate::import::Picture;
use crate::photo::TextCoding;
use crate::ui::messages::{Message, Topic};

/// The photos of an import whose pictures or words may not be as they were meant.
#[derive(Debug, Default)]
pub struct Findings {
    /// The codings in which words were read, where those are guesses; one for each photo.
    guessed: Vec<TextCoding>,
    /// Files whose end is missing.
    cut: Vec<String>,
    /// Files whose words are too long to be read.
    too_long: Vec<String>,
    /// Files beside which a file with words lies that is too long to be read.
    sidecar_too_long: Vec<String>,
}

impl Findings {
    /// Notes what there is to know of a photo.
    pub fn note(&mut self, file_name: &str, picture: &Picture) {
        let name_if = |is_so: bool| is_so.then(|| file_name.to_owned());
        self.guessed.extend(picture.guessed_coding());
        self.cut.extend(name_if(picture.truncated));
        self.too_long.extend(name_if(picture.words_too_long));
        self.sidecar_too_long.extend(name_if(picture.sidecar_too_long));
    }

    /// What is told of them and of the import, as a message: a warning where something of the photos is missing. None where nothing is told.
    pub fn message(&self, told: &[String]) -> Option<Message> {
        let is_whole = self.cut.is_empty() && self.too_long.is_empty() && self.sidecar_too_long.is_empty();
        let text = told.join("\n");
        let message = if is_whole { Message::info(text) } else { Message::error(text) };
        (!told.is_empty()).then(|| message.about(Topic::Photos))
    }

    /// A sentence for each kind that was found.
    pub fn told(&self, locale: &Locale) -> Vec<String> {
        let of = |names: &[String], words: &str| {
            let values = [("count", names.len().into()), ("names", some_of(names, locale).into())];
            (!names.is_empty()).then(|| locale.tr_with(words, &values))
        };
        let guessed = (!self.guessed.is_empty()).then(|| told_of_guesses(&self.guessed, locale));
        let too_long = of(&self.too_long, "import-long-words");
        let sidecar_too_long = of(&self.sidecar_too_long, "import-long-sidecar");
        let cut = (!self.cut.is_empty()).then(|| told_of_cut(&self.cut, locale));
        [guessed, too_long, sidecar_too_long, cut].into_iter().flatten().collect()
    }
}

/// Says which photos break off, and what to do.
pub fn told_of_cut(names: &[String], locale: &Locale) -> String {
    let command = locale.command(Command::ReplacePicture);
    let values = [
        ("count", names.len().into()),
        ("names", some_of(names, locale).into()),
        ("command", command.trim_end_matches('…').into()),
    ];
    locale.tr_with("import-cut", &values)
}

/// Says in which codings words were read that could be others.
fn told_of_guesses(guessed: &[TextCoding], locale: &Locale) -> String {
    let names: Vec<&str> =
        TextCoding::ALL.iter().filter(|coding| guessed.contains(coding)).map(|coding| coding.name()).collect();
    let command = locale.command(Command::ReadPhotoAgain);
    let values = [
        ("count", guessed.len().into()),
        ("codings", names.join(", ").into()),
        ("command", command.trim_end_matches('…').into()),
    ];
    locale.tr_with("import-guessed", &values)
}
