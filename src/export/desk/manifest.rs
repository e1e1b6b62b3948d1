//! The list of a package's files with their checksums: whoever receives it can tell whether all of it came, and the program whether a
//! package is as it made it.

use std::collections::BTreeMap;
use std::io;
use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::export::{ExportError, GENERATOR};
use crate::file::Spooled;
use crate::filing::Preset;
use crate::photo::sha256_hex;
use crate::report::Report;

/// What the file is called.
pub(super) const NAME: &str = "manifest.json";
const FORMAT: &str = "rapporteur-desk-package";
const VERSION: u32 = 1;

/// A package's list of its files.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Manifest {
    format: String,
    version: u32,
    #[serde(default)]
    generator: String,
    #[serde(default)]
    report: String,
    #[serde(default)]
    headline: String,
    #[serde(default)]
    language: String,
    #[serde(default)]
    preset: String,
    /// The photo that the reporter chose to stand for the story: its path in the package.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    lead: Option<String>,
    files: Vec<Entry>,
}

#[derive(Debug, Serialize, Deserialize)]
struct Entry {
    path: String,
    #[serde(rename = "type", default)]
    kind: String,
    bytes: u64,
    sha256: String,
}

impl Manifest {
    /// The list of these files, sorted, and which of them is the lead photo.
    ///
    /// # Errors
    /// Those of reading them.
    pub fn of(
        report: &Report,
        preset: &Preset,
        lead: Option<String>,
        files: &BTreeMap<String, Spooled>,
    ) -> io::Result<Self> {
        let entry = |(path, bytes): (&String, &Spooled)| {
            Ok(Entry {
                path: path.clone(),
                kind: media_type(path).to_owned(),
                bytes: bytes.len() as u64,
                sha256: sha256_hex(&bytes.read()?),
            })
        };
        Ok(Self {
            format: FORMAT.to_owned(),
            version: VERSION,
            generator: GENERATOR.to_owned(),
            report: report.id.to_string(),
            headline: report.headline.as_str().to_owned(),
            language: report.language.to_string(),
            preset: preset.name.clone(),
            lead,
            files: files.iter().map(entry).collect::<io::Result<_>>()?,
        })
    }

    /// The file.
    pub fn to_json(&self) -> Result<Vec<u8>, ExportError> {
        let mut json = serde_json::to_vec_pretty(self)?;
        json.push(b'\n');
        Ok(json)
    }

    /// Reads the list of a package; `None` where it is none.
    pub fn parse(json: &[u8]) -> Option<Self> {
        serde_json::from_slice::<Self>(json).ok().filter(|manifest| manifest.format == FORMAT)
    }

    /// Whether a file belongs to the package and is as it was made.
    pub fn knows(&self, path: &str, bytes: &[u8]) -> bool {
        let entry = self.files.iter().find(|entry| entry.path == path);
        entry.is_some_and(|entry| entry.bytes == bytes.len() as u64 && entry.sha256 == sha256_hex(bytes))
    }
}

/// The media type of a file (IANA).
fn media_type(path: &str) -> &'static str {
    match Path::new(path).extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("txt") => "text/plain; charset=utf-8",
        Some("md") => "text/markdown; charset=utf-8",
        Some("csv") => "text/csv; charset=utf-8",
        Some("json") => "application/json",
        Some("jpg") => "image/jpeg",
        Some("png") => "image/png",
        Some("webp") => "image/webp",
        Some("avif") => "image/avif",
        Some("docx") => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        _ => "application/octet-stream",
    }
}
