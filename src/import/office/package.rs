//! The ZIP file that a document of a word processor is, unpacked within bounds.

use std::io::{Cursor, Read as _};

use roxmltree::{Document, ParsingOptions};
use zip::ZipArchive;

/// What one part with words may unpack to, in bytes.
const MOST_XML: u64 = 96 << 20;
/// What all parts that are asked for may unpack to, in bytes.
const MOST_UNPACKED: u64 = 1 << 30;
/// Elements and texts of a part.
const MOST_NODES: u32 = 4_000_000;
/// Files in the ZIP file.
const MOST_PARTS: usize = 50_000;

/// Why a document of a word processor could not be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum OfficeError {
    /// It can be read only with a password.
    #[error(
        "it is protected by a password; open it where it was written, save it without the password and import that"
    )]
    Password,
    /// The format of Word before 2007, or RTF.
    #[error("it is in an old format of Word; open it in Word or LibreOffice, save it as .docx and import that")]
    OldFormat,
    /// No document, or a damaged one.
    #[error(
        "it is no document of a word processor or is damaged ({reason}); open it where it was written and save it as .docx again"
    )]
    Damaged {
        /// What is wrong, for those who know the format.
        reason: String,
    },
    /// It unpacks to more than any article.
    #[error("it unpacks to more than a document of a conference can be; import a part of it")]
    TooLarge,
}

impl OfficeError {
    /// For what is not as the format wants it.
    pub fn damaged(reason: impl ToString) -> Self {
        Self::Damaged { reason: reason.to_string() }
    }
}

/// The parts of a document.
pub struct Package {
    archive: ZipArchive<Cursor<Vec<u8>>>,
    left: u64,
}

impl Package {
    /// Opens the bytes of a file.
    ///
    /// # Errors
    /// [`OfficeError`].
    pub fn open(bytes: Vec<u8>) -> Result<Self, OfficeError> {
        const OLE: &[u8] = &[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
        if bytes.starts_with(OLE) {
            let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
            let is_locked = bytes.windows(name.len()).any(|window| window == name);
            return Err(if is_locked { OfficeError::Password } else { OfficeError::OldFormat });
        }
        if bytes.starts_with(b"{\\rtf") {
            return Err(OfficeError::OldFormat);
        }
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(OfficeError::damaged)?;
        if archive.len() > MOST_PARTS {
            return Err(OfficeError::TooLarge);
        }
        Ok(Self { archive, left: MOST_UNPACKED })
    }

    /// The names of all parts.
    pub fn names(&self) -> Vec<String> {
        (0..self.archive.len())
            .filter_map(|index| self.archive.name_for_index(index)?.ok().map(|name| name.into_owned()))
            .collect()
    }

    /// The bytes of a part, if it is there.
    ///
    /// # Errors
    /// [`OfficeError::TooLarge`], [`OfficeError::Damaged`], [`OfficeError::Password`].
    pub fn bytes(&mut self, name: &str, limit: u64) -> Result<Option<Vec<u8>>, OfficeError> {
        let Some(index) = self.archive.index_for_name(name) else { return Ok(None) };
        let limit = limit.min(self.left);
        let part = self.archive.by_index(index).map_err(|err| match err {
            zip::result::ZipError::UnsupportedArchive(zip::result::ZipError::PASSWORD_REQUIRED) => {
                OfficeError::Password
            }
            err => OfficeError::damaged(err),
        })?;
        let mut bytes = Vec::new();
        part.take(limit + 1).read_to_end(&mut bytes).map_err(OfficeError::damaged)?;
        let length = bytes.len() as u64;
        if length > limit {
            return Err(OfficeError::TooLarge);
        }
        self.left -= length;
        Ok(Some(bytes))
    }

    /// The text of a part with words, if it is there.
    ///
    /// # Errors
    /// As [`Self::bytes`].
    pub fn text(&mut self, name: &str) -> Result<Option<String>, OfficeError> {
        let Some(bytes) = self.bytes(name, MOST_XML)? else { return Ok(None) };
        let text = match bytes.as_slice() {
            [0xFF, 0xFE, rest @ ..] => encoding_rs::UTF_16LE.decode_without_bom_handling(rest).0.into_owned(),
            [0xFE, 0xFF, rest @ ..] => encoding_rs::UTF_16BE.decode_without_bom_handling(rest).0.into_owned(),
            _ => String::from_utf8(bytes).map_err(OfficeError::damaged)?,
        };
        Ok(Some(text))
    }
}

/// Takes XML apart. A document type, which only an attacker puts into these parts, is refused, and with it all entities.
///
/// # Errors
/// [`OfficeError::Damaged`], [`OfficeError::TooLarge`].
pub fn xml(text: &str) -> Result<Document<'_>, OfficeError> {
    let options = ParsingOptions { nodes_limit: MOST_NODES, ..ParsingOptions::default() };
    Document::parse_with_options(text.trim_start_matches('\u{feff}'), options).map_err(|err| match err {
        roxmltree::Error::NodesLimitReached => OfficeError::TooLarge,
        err => OfficeError::damaged(err),
    })
}
