//! One member: packing, writing, reading and checking its bytes.

use std::{borrow::Cow, io, io::Read as _};

use flate2::{Compression, bufread::DeflateDecoder, bufread::DeflateEncoder};

use crate::file::{
    error::Problem,
    name::{Hash, MIMETYPE, MemberName},
    storage::{Storage, read_vec, write_all_at},
    zip::{Day, Entry, header_len, local_header},
};

/// A member's bytes as they go into a file.
#[derive(Clone)]
pub(super) struct Packed<'a> {
    bytes: Cow<'a, [u8]>,
    crc: u32,
    size: u32,
    deflated: bool,
}

impl Packed<'static> {
    /// The first member of every file.
    pub fn mimetype() -> Self {
        let bytes = Cow::Borrowed(MIMETYPE);
        Self { crc: crc32fast::hash(MIMETYPE), size: MIMETYPE.len() as u32, deflated: false, bytes }
    }

    /// The packed bytes of a member that is in a file.
    ///
    /// # Errors
    /// [`Problem::Damaged`] when the bytes are, and those of reading.
    pub fn read(file: &dyn Storage, name: MemberName, entry: &Entry) -> Result<Self, Problem> {
        let bytes = read_packed(file, name, entry)?;
        unpack(&bytes, name, entry)?;
        Ok(Self { bytes: Cow::Owned(bytes), crc: entry.crc, size: entry.size, deflated: entry.deflated })
    }
}

impl<'a> Packed<'a> {
    /// Deflates text, leaves pictures as they are.
    ///
    /// # Errors
    /// [`Problem::MemberTooLarge`].
    pub fn new(name: MemberName, bytes: Cow<'a, [u8]>) -> Result<Self, Problem> {
        let size = u32::try_from(bytes.len()).ok().filter(|size| *size <= name.max_size());
        let size = size.ok_or(Problem::MemberTooLarge(name))?;
        let crc = crc32fast::hash(&bytes);
        let deflated = name.is_deflated();
        let bytes = if deflated { Cow::Owned(deflate(&bytes)?) } else { bytes };
        Ok(Self { bytes, crc, size, deflated })
    }

    /// The entry of these bytes as a member at `offset`.
    pub fn entry(&self, offset: u64, day: Day) -> Entry {
        // Not longer than MAX_MEMBER and what deflating adds to the incompressible.
        let packed = self.bytes.len() as u32;
        Entry { deflated: self.deflated, crc: self.crc, packed, size: self.size, offset, day }
    }

    /// Appends header and bytes to `out`.
    pub fn put(&self, out: &mut Vec<u8>, name: MemberName, entry: &Entry) {
        out.extend(local_header(name, entry));
        out.extend_from_slice(&self.bytes);
    }
}

/// Writes members one after another.
pub(super) struct MemberWriter<'a> {
    pub file: &'a dyn Storage,
    /// Where the next one goes.
    pub at: u64,
}

impl MemberWriter<'_> {
    /// Writes one member, in one call.
    ///
    /// # Errors
    /// Those of writing.
    pub fn write(&mut self, name: MemberName, packed: &Packed<'_>, day: Day) -> io::Result<Entry> {
        let entry = packed.entry(self.at, day);
        let mut bytes = Vec::with_capacity(usize::try_from(entry.span(name)).unwrap_or(0));
        packed.put(&mut bytes, name, &entry);
        self.write_bytes(&bytes)?;
        Ok(entry)
    }

    /// Writes bytes that the caller has put together.
    ///
    /// # Errors
    /// Those of writing.
    pub fn write_bytes(&mut self, bytes: &[u8]) -> io::Result<()> {
        write_all_at(self.file, bytes, self.at)?;
        self.at += bytes.len() as u64;
        Ok(())
    }
}

/// The bytes of a member, inflated, after checking header, length, checksum and, of a photo, its hash.
///
/// # Errors
/// [`Problem::Damaged`] when a check fails, and those of reading.
pub(super) fn read_member(file: &dyn Storage, name: MemberName, entry: &Entry) -> Result<Vec<u8>, Problem> {
    let packed = read_packed(file, name, entry)?;
    Ok(unpack(&packed, name, entry)?.into_owned())
}

fn unpack<'a>(packed: &'a [u8], name: MemberName, entry: &Entry) -> Result<Cow<'a, [u8]>, Problem> {
    let bytes = if entry.deflated { inflate(packed, entry.size).map(Cow::Owned) } else { Some(packed.into()) };
    bytes
        .filter(|bytes| bytes.len() == entry.size as usize && crc32fast::hash(bytes) == entry.crc)
        .filter(|bytes| match name {
            MemberName::Photo { hash, .. } => Hash::of(bytes) == hash,
            _ => true,
        })
        .ok_or(Problem::Damaged(name))
}

fn read_packed(file: &dyn Storage, name: MemberName, entry: &Entry) -> Result<Vec<u8>, Problem> {
    let header = local_header(name, entry);
    match read_vec(file, entry.offset, header_len(name) + entry.packed as usize) {
        Ok(mut bytes) if bytes.starts_with(&header) => {
            bytes.drain(..header.len());
            Ok(bytes)
        }
        Ok(_) => Err(Problem::Damaged(name)),
        Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => Err(Problem::Damaged(name)),
        Err(error) => Err(error.into()),
    }
}

fn deflate(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut packed = Vec::new();
    DeflateEncoder::new(bytes, Compression::default()).read_to_end(&mut packed)?;
    Ok(packed)
}

/// Stops one byte after `size`, however much there would be.
fn inflate(packed: &[u8], size: u32) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    DeflateDecoder::new(packed).take(u64::from(size) + 1).read_to_end(&mut bytes).ok()?;
    Some(bytes)
}
