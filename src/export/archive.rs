//! A ZIP file of parts: the same parts give the same bytes.

use std::io::{Cursor, Seek, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::export::ExportError;
use crate::file::Spooled;

/// The parts of a file that is an archive, in order.
pub(super) struct Archive<W: Write + Seek> {
    zip: ZipWriter<W>,
}

impl Archive<Cursor<Vec<u8>>> {
    /// An archive without parts, in memory.
    pub(super) fn new() -> Self {
        Self::to(Cursor::new(Vec::new()))
    }
}

impl<W: Write + Seek> Archive<W> {
    /// An archive that is written as its parts come.
    pub(super) fn to(file: W) -> Self {
        Self { zip: ZipWriter::new(file) }
    }

    /// Adds a part that is made smaller.
    pub(super) fn add(&mut self, name: &str, bytes: &[u8]) -> Result<(), ExportError> {
        self.part(name, bytes, CompressionMethod::Deflated)
    }

    /// Adds a part as it is: pictures, which are small already, and what must be readable without unpacking.
    pub(super) fn store(&mut self, name: &str, bytes: &[u8]) -> Result<(), ExportError> {
        self.part(name, bytes, CompressionMethod::Stored)
    }

    /// As [`Archive::store`], for what need not be in memory before.
    pub(super) fn store_spooled(&mut self, name: &str, bytes: &Spooled) -> Result<(), ExportError> {
        self.store(name, &bytes.read().map_err(|error| archive_error(error.into()))?)
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

    /// Writes the end, and gives what it was written to.
    pub(super) fn end(self) -> Result<W, ExportError> {
        self.zip.finish().map_err(archive_error)
    }
}

impl Archive<Cursor<Vec<u8>>> {
    /// The whole file.
    pub(super) fn finish(self) -> Result<Vec<u8>, ExportError> {
        Ok(self.end()?.into_inner())
    }
}

fn archive_error(error: zip::result::ZipError) -> ExportError {
    ExportError::Archive(error.to_string())
}
