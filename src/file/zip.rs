//! The ZIP records that a report file is made of (APPNOTE 6.3, within ISO/IEC 21320-1).
//!
//! Every record has exactly one spelling: no data descriptors, no comments on members, no extra fields but Zip64 offsets,
//! fixed versions and attributes. So a record read from a file is checked by spelling it again and comparing: what the
//! reader does not understand cannot hide in it, and two records about one member cannot tell different stories.

use crate::file::{
    limits::{MAX_DIRECTORY, MAX_MEMBERS},
    name::{Generation, MemberName},
};

/// The end of every generation: the ZIP end record (22 bytes) with its comment (30 bytes), see [`end_record`].
pub(super) const SEAL_LEN: usize = END_LEN + COMMENT_LEN;
/// How every member begins.
pub(super) const LOCAL_SIGNATURE: [u8; 4] = *b"PK\x03\x04";
/// How a seal begins.
pub(super) const END_SIGNATURE: [u8; 4] = *b"PK\x05\x06";
/// Length of a member's header without its name.
pub(super) const LOCAL_LEN: usize = 30;

const CENTRAL_SIGNATURE: [u8; 4] = *b"PK\x01\x02";
const END64_SIGNATURE: [u8; 4] = *b"PK\x06\x06";
const LOCATOR64_SIGNATURE: [u8; 4] = *b"PK\x06\x07";
const CENTRAL_LEN: usize = 46;
const END_LEN: usize = 22;
const COMMENT_LEN: usize = 30;
const END64_LEN: usize = 56;
const LOCATOR64_LEN: usize = 20;
const COMMENT_START: &[u8] = b"RAP1 ";
/// Stands in a 32-bit field whose value is in a Zip64 field.
const IN_ZIP64: u32 = u32::MAX;
const UTF8_FLAG: u16 = 1 << 11;
const VERSION: u16 = 20;
const VERSION_ZIP64: u16 = 45;

/// A calendar day as ZIP keeps it, from 1980 to 2107. Days compare in calendar order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(u16);

impl Day {
    /// What members carry that have no day of their own: files do not tell when they were made.
    pub const NONE: Self = Self(1 << 5 | 1);

    /// The day, moved into the range that a file can carry if the clock is wrong. `month` and `day` count from 1.
    pub fn new(year: i32, month: u8, day: u8) -> Self {
        let years = u16::try_from(year.clamp(1980, 2107) - 1980).unwrap_or(0);
        Self(years << 9 | u16::from(month.clamp(1, 12)) << 5 | u16::from(day.clamp(1, 31)))
    }

    /// Year, month and day, counted from 1.
    pub fn year_month_day(self) -> (i32, u8, u8) {
        let [low, _] = self.0.to_le_bytes();
        (i32::from(self.0 >> 9) + 1980, ((self.0 >> 5) & 15) as u8, low & 31)
    }
}

/// Where a member is and what it must look like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    pub deflated: bool,
    /// Of the inflated bytes.
    pub crc: u32,
    /// Length in the file.
    pub packed: u32,
    /// Length inflated.
    pub size: u32,
    /// Of the local header.
    pub offset: u64,
    pub day: Day,
}

impl Entry {
    /// Length in the file of header and bytes.
    pub fn span(&self, name: MemberName) -> u64 {
        header_len(name) as u64 + u64::from(self.packed)
    }

    /// Where the member ends.
    pub fn end(&self, name: MemberName) -> u64 {
        self.offset.saturating_add(self.span(name))
    }

    fn method(&self) -> u16 {
        if self.deflated { 8 } else { 0 }
    }
}

/// Length of the header in front of a member's bytes.
pub(super) fn header_len(name: MemberName) -> usize {
    LOCAL_LEN + name.to_string().len()
}

/// The header in front of a member's bytes.
pub(super) fn local_header(name: MemberName, entry: &Entry) -> Vec<u8> {
    let name = name.to_string();
    let mut out = Vec::with_capacity(LOCAL_LEN + name.len());
    out.extend(LOCAL_SIGNATURE);
    put_shared_fields(&mut out, VERSION, name.len(), 0, entry);
    out.extend(name.as_bytes());
    out
}

/// Reads the fixed part of a local header: the length of its name, and its entry as if at `offset`. The caller reads
/// the name and compares with [`local_header`].
pub(super) fn parse_local(header: &[u8], offset: u64) -> Option<(usize, Entry)> {
    let mut fields = Fields(header);
    fields.expect(&LOCAL_SIGNATURE)?;
    fields.u16()?;
    let shared = fields.shared()?;
    Some((usize::from(shared.name_len), Entry { offset, ..shared.entry }))
}

/// One record of the directory.
pub(super) fn central_record(name: MemberName, entry: &Entry) -> Vec<u8> {
    let name = name.to_string();
    let offset = u32::try_from(entry.offset).ok().filter(|offset| *offset != IN_ZIP64);
    let version = if offset.is_some() { VERSION } else { VERSION_ZIP64 };
    let extra_len: u16 = if offset.is_some() { 0 } else { 12 };
    let mut out = Vec::with_capacity(CENTRAL_LEN + name.len() + usize::from(extra_len));
    out.extend(CENTRAL_SIGNATURE);
    out.extend(version.to_le_bytes()); // made by, on no system in particular
    put_shared_fields(&mut out, version, name.len(), extra_len, entry);
    out.extend([0; 10]); // no comment, disk 0, no attributes
    out.extend(offset.unwrap_or(IN_ZIP64).to_le_bytes());
    out.extend(name.as_bytes());
    if offset.is_none() {
        out.extend([1, 0, 8, 0]);
        out.extend(entry.offset.to_le_bytes());
    }
    out
}

/// One record as found in a directory.
pub(super) struct CentralRecord<'a> {
    pub name: &'a [u8],
    pub entry: Entry,
    /// The whole record, to compare with [`central_record`].
    pub bytes: &'a [u8],
}

/// Takes the next record off `directory`; `None` when it does not begin with one.
pub(super) fn take_central<'a>(directory: &mut &'a [u8]) -> Option<CentralRecord<'a>> {
    let mut fields = Fields(directory);
    fields.expect(&CENTRAL_SIGNATURE)?;
    fields.take(4)?;
    let shared = fields.shared()?;
    let comment_len = fields.u16()?;
    fields.take(8)?;
    let short_offset = fields.u32()?;
    let name = fields.take(usize::from(shared.name_len))?;
    let extra = fields.take(usize::from(shared.extra_len))?;
    fields.take(usize::from(comment_len))?;
    let offset = match short_offset {
        IN_ZIP64 => u64::from_le_bytes(extra.get(4..12)?.try_into().ok()?),
        offset => u64::from(offset),
    };
    let (bytes, rest) = directory.split_at_checked(directory.len() - fields.0.len())?;
    *directory = rest;
    Some(CentralRecord { name, entry: Entry { offset, ..shared.entry }, bytes })
}

/// What follows a directory of `count` records that begins at `offset`: Zip64 records if it lies beyond 4 GiB, the end
/// record, and its comment
///
/// ```text
/// RAP1 cccccccc gggggggggggggggg
/// ```
///
/// with the generation (16 hexadecimal digits) and the CRC-32 of the directory, of these records up to the comment, and
/// of the generation's digits.
pub(super) fn end_record(directory: &[u8], offset: u64, count: u16, generation: Generation) -> Vec<u8> {
    let size = u32::try_from(directory.len()).unwrap_or(IN_ZIP64);
    let mut out = Vec::with_capacity(END64_LEN + LOCATOR64_LEN + SEAL_LEN);
    let short_offset = u32::try_from(offset).unwrap_or(IN_ZIP64);
    if short_offset == IN_ZIP64 {
        out.extend(END64_SIGNATURE);
        out.extend((END64_LEN as u64 - 12).to_le_bytes());
        out.extend(VERSION_ZIP64.to_le_bytes());
        out.extend(VERSION_ZIP64.to_le_bytes());
        out.extend([0; 8]); // disks
        out.extend(u64::from(count).to_le_bytes());
        out.extend(u64::from(count).to_le_bytes());
        out.extend(u64::from(size).to_le_bytes());
        out.extend(offset.to_le_bytes());
        out.extend(LOCATOR64_SIGNATURE);
        out.extend([0; 4]);
        out.extend((offset + u64::from(size)).to_le_bytes());
        out.extend([1, 0, 0, 0]);
    }
    out.extend(END_SIGNATURE);
    out.extend([0; 4]); // disks
    out.extend(count.to_le_bytes());
    out.extend(count.to_le_bytes());
    out.extend(size.to_le_bytes());
    out.extend(short_offset.to_le_bytes());
    out.extend((COMMENT_LEN as u16).to_le_bytes());
    let digits = format!("{:016x}", generation.get());
    let mut crc = crc32fast::Hasher::new();
    crc.update(directory);
    crc.update(&out);
    crc.update(digits.as_bytes());
    out.extend(COMMENT_START);
    out.extend(format!("{:08x} {digits}", crc.finalize()).into_bytes());
    out
}

/// A seal as found in a file, before anything is known to be true.
pub(super) struct Seal {
    pub generation: Generation,
    pub count: u16,
    /// Of the directory.
    pub size: u32,
    /// Of the Zip64 records between the directory and the seal.
    pub zip64_len: u64,
}

/// Whether a seal may begin here; a quick look while searching.
pub(super) fn looks_like_seal(bytes: &[u8]) -> bool {
    bytes.starts_with(&END_SIGNATURE) && bytes.get(END_LEN..).is_some_and(|comment| comment.starts_with(COMMENT_START))
}

/// Reads the fields of a seal. It holds only if [`end_record`] spells the same bytes for the directory in front of it.
pub(super) fn parse_seal(seal: &[u8; SEAL_LEN]) -> Option<Seal> {
    let mut fields = Fields(seal);
    fields.expect(&END_SIGNATURE)?;
    fields.take(4)?;
    let count = fields.u16()?;
    fields.take(2)?;
    let size = fields.u32()?;
    let offset = fields.u32()?;
    fields.take(2)?;
    fields.expect(COMMENT_START)?;
    fields.take(9)?;
    let digits = std::str::from_utf8(fields.take(16)?).ok()?;
    let generation = Generation::new(u64::from_str_radix(digits, 16).ok()?)?;
    let zip64_len = if offset == IN_ZIP64 { (END64_LEN + LOCATOR64_LEN) as u64 } else { 0 };
    let within_limits = usize::from(count) <= MAX_MEMBERS && size <= MAX_DIRECTORY;
    within_limits.then_some(Seal { generation, count, size, zip64_len })
}

/// The fields that local header and directory record have in common, in the same order.
fn put_shared_fields(out: &mut Vec<u8>, version: u16, name_len: usize, extra_len: u16, entry: &Entry) {
    out.extend(version.to_le_bytes());
    out.extend(UTF8_FLAG.to_le_bytes());
    out.extend(entry.method().to_le_bytes());
    out.extend([0; 2]); // midnight
    out.extend(entry.day.0.to_le_bytes());
    out.extend(entry.crc.to_le_bytes());
    out.extend(entry.packed.to_le_bytes());
    out.extend(entry.size.to_le_bytes());
    out.extend((name_len as u16).to_le_bytes()); // names are short
    out.extend(extra_len.to_le_bytes());
}

struct SharedFields {
    entry: Entry,
    name_len: u16,
    extra_len: u16,
}

/// Little-endian fields, taken off the front.
struct Fields<'a>(&'a [u8]);

impl<'a> Fields<'a> {
    fn take(&mut self, count: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        Some(taken)
    }

    fn u16(&mut self) -> Option<u16> {
        Some(u16::from_le_bytes(self.take(2)?.try_into().ok()?))
    }

    fn u32(&mut self) -> Option<u32> {
        Some(u32::from_le_bytes(self.take(4)?.try_into().ok()?))
    }

    fn expect(&mut self, bytes: &[u8]) -> Option<()> {
        (self.take(bytes.len())? == bytes).then_some(())
    }

    /// After the version needed, up to the length of the extra fields.
    fn shared(&mut self) -> Option<SharedFields> {
        self.take(2)?;
        let deflated = match self.u16()? {
            0 => false,
            8 => true,
            _ => return None,
        };
        self.take(2)?;
        let day = Day(self.u16()?);
        let (crc, packed, size) = (self.u32()?, self.u32()?, self.u32()?);
        let (name_len, extra_len) = (self.u16()?, self.u16()?);
        Some(SharedFields { entry: Entry { deflated, crc, packed, size, offset: 0, day }, name_len, extra_len })
    }
}
