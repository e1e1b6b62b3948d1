//! `rapporteur info` of a photo: what would be imported of it.

use std::fs::File;
use std::io::Read as _;
use std::path::Path;

use serde::Serialize;

use crate::cli::args::InfoOptions;
use crate::cli::{CliError, Console};
use crate::import::{ImportError, MAX_PICTURE, Picture, Sidecar, is_named_picture, read_shared, take_in};
use crate::photo::{Orientation, PhotoError, Reading, TextCoding, probe};

/// What a photo says, in the order in which it is told. What it does not say is not there.
#[derive(Debug, Serialize)]
struct PhotoInfo {
    file: String,
    #[serde(flatten)]
    words: Words,
    persons: Vec<String>,
    keywords: Vec<String>,
    /// Of what is kept: that of the JPEG in a RAW file.
    format: &'static str,
    /// Pixels across, upright.
    width: u32,
    /// Pixels down, upright.
    height: u32,
    orientation: Orientation,
    /// How the IPTC texts were read.
    code_page: Option<TextCoding>,
    /// Whether the file itself says so; else it is a guess.
    code_page_declared: bool,
    has_position: bool,
    truncated: bool,
    /// Whether some of its metadata is too large to be read.
    metadata_too_large: bool,
    /// Whether the `.xmp` file beside it is too large to be read.
    sidecar_too_large: bool,
}

#[derive(Debug, Serialize)]
struct Words {
    caption: Option<String>,
    headline: Option<String>,
    alt: Option<String>,
    extended_description: Option<String>,
    creator: Option<String>,
    credit: Option<String>,
    copyright: Option<String>,
    place: Option<String>,
    city: Option<String>,
    country: Option<String>,
    /// ISO 8601, by the clock of the camera.
    date: Option<String>,
}

/// Whether a file is a photo or is called one, and is no report, as all of which begin like ZIP files; what cannot be read is left to
/// those who open reports.
pub(super) fn is_photo(path: &Path) -> bool {
    let mut start = [0; 12];
    let mut read = |path| File::open(path).and_then(|mut file| file.read(&mut start));
    if !path.is_file() || read(path).is_err() {
        return false;
    }
    let is_called_one = is_named_picture(path) && !start.starts_with(b"PK");
    is_called_one || !matches!(probe(&start), Err(PhotoError::NotAPicture | PhotoError::Empty))
}

pub(super) fn run(options: &InfoOptions, console: &mut Console<'_>) -> Result<(), CliError> {
    let path = &options.file;
    let problem = |problem| CliError::from(ImportError { path: path.clone(), problem });
    let bytes = read_shared(path, MAX_PICTURE).map_err(problem)?;
    let name = path.file_name().map(|name| name.to_string_lossy()).unwrap_or_default();
    let sidecar = Sidecar::beside(path);
    let reading = Reading { sidecar: sidecar.packet(), ..Reading::default() };
    let (kept, mut picture) = take_in(bytes, &name, &reading).map_err(|reason| problem(reason.into()))?;
    picture.sidecar_too_long = sidecar.is_too_long();
    let orientation = probe(&kept).map(|probed| probed.orientation).unwrap_or_default();
    let info = PhotoInfo::of(path, picture, orientation);
    if info.truncated {
        console.finding(&format!("“{}”: its end is missing; copy it again from the card", path.display()));
    }
    if info.metadata_too_large {
        console.finding(&format!("“{}”: its metadata is too large and was not all read", path.display()));
    }
    if info.sidecar_too_large {
        console.finding(&format!("“{}”: the .xmp file beside it is too large and was not read", path.display()));
    }
    if options.json { console.say_json(&info) } else { console.say_facts(info.lines()) }
}

impl PhotoInfo {
    fn of(path: &Path, picture: Picture, orientation: Orientation) -> Self {
        let metadata = picture.metadata;
        let original = picture.original;
        Self {
            file: path.to_string_lossy().into_owned(),
            words: Words {
                caption: metadata.caption,
                headline: metadata.headline,
                alt: metadata.alt,
                extended_description: metadata.extended_description,
                creator: metadata.creator,
                credit: metadata.credit,
                copyright: metadata.copyright,
                place: metadata.location,
                city: metadata.city,
                country: metadata.country,
                date: original.taken.map(|taken| taken.to_string()),
            },
            persons: metadata.persons,
            keywords: metadata.keywords,
            format: original.format.extension(),
            width: original.size_px.width,
            height: original.size_px.height,
            orientation,
            code_page: picture.coding,
            code_page_declared: picture.coding_is_declared,
            has_position: picture.has_position,
            truncated: picture.truncated,
            metadata_too_large: picture.words_too_long,
            sidecar_too_large: picture.sidecar_too_long,
        }
    }

    fn lines(&self) -> Vec<(&'static str, String)> {
        let words = &self.words;
        let said = [
            ("caption", &words.caption),
            ("headline", &words.headline),
            ("alt text", &words.alt),
            ("description", &words.extended_description),
            ("creator", &words.creator),
            ("credit", &words.credit),
            ("copyright", &words.copyright),
            ("place", &words.place),
            ("city", &words.city),
            ("country", &words.country),
            ("date", &words.date),
        ];
        let one_line = |text: &String| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let mut lines: Vec<_> =
            said.into_iter().filter_map(|(name, value)| Some((name, one_line(value.as_ref()?)))).collect();
        let several = [("persons", &self.persons), ("keywords", &self.keywords)];
        lines.extend(several.into_iter().filter(|(_, all)| !all.is_empty()).map(|(name, all)| (name, all.join(", "))));
        lines.push(("picture", format!("{}, {} x {} pixels", self.format, self.width, self.height)));
        if let Some(coding) = self.code_page {
            let how = if self.code_page_declared { "declared" } else { "guessed" };
            lines.push(("code page", format!("{coding}, {how}")));
        }
        lines.push(("position", if self.has_position { "recorded" } else { "none" }.to_owned()));
        lines
    }
}
