//! A ZIP file of parts: the same parts give the same bytes.

use std::io::{Cursor, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::export::ExportError;

/// The parts of a file that is an archive, in order.
pub(super) struct Archive {
    zip: ZipWriter<Cursor<Vec<u8>>>,
}

impl Archive {
    /// An archive without parts.
    pub(super) fn new() -> Self {
        Self { zip: ZipWriter::new(Cursor::new(Vec::new())) }
    }

    /// Adds a part that is made smaller.
    pub(super) fn add(&mut self, name: &str, bytes: &[u8]) -> Result<(), ExportError> {
        self.part(name, bytes, CompressionMethod::Deflated)
    }

    /// Adds a part as it is: pictures, which are small already, and what must be readable without unpacking.
    pub(super) fn store(&mut self, name: &str, bytes: &[u8]) -> Result<(), ExportError> {
        self.part(name, bytes, CompressionMethod::Stored)
    }

    fn part(&mut self, name: &str, bytes: &[u8], method: CompressionMethod) -> Result<(), ExportError> {
        // The first moment that the format knows, and no rights of any user.
        let options = SimpleFileOptions::default()
            .compression_method(method)
            .last_modified_time(DateTime::default())
            .unix_permissions(0o644);
        self.zip.start_file(name, options).map_err(archive_error)?;
        self.zip.write_all(bytes).map_err(|error| archive_error(error.into()))
    }

    /// The whole file.
    pub(super) fn finish(self) -> Result<Vec<u8>, ExportError> {
        Ok(self.zip.finish().map_err(archive_error)?.into_inner())
    }
}

fn archive_error(error: zip::result::ZipError) -> ExportError {
    ExportError::Archive(error.to_string())
}
