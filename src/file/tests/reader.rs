//! A ZIP reader as another program would write it, knowing nothing of ours: from the end record by the directory to the
//! members.

use std::{collections::BTreeMap, io::Read as _};

/// A file of which parts can be read: from a place, so many bytes.
pub struct Zip<'a> {
    pub len: usize,
    pub read: &'a dyn Fn(usize, usize) -> Vec<u8>,
}

/// Every member of an archive in memory; panics where an ordinary tool would complain.
pub fn read_zip(bytes: &[u8]) -> BTreeMap<String, Vec<u8>> {
    Zip { len: bytes.len(), read: &|at, len| bytes[at..at + len].to_vec() }.members()
}

impl Zip<'_> {
    /// Every member.
    pub fn members(&self) -> BTreeMap<String, Vec<u8>> {
        let tail_at = self.len.saturating_sub(66_000);
        let tail = (self.read)(tail_at, self.len - tail_at);
        let end = tail_at + tail.windows(4).rposition(|window| window == b"PK\x05\x06").expect("an end record");
        assert_eq!(end + 22 + self.number(end + 20, 2), self.len, "the end record is at the end");
        let [mut count, mut size] = [self.number(end + 10, 2), self.number(end + 12, 4)];
        let mut at = self.number(end + 16, 4);
        let mut directory_end = end;
        if at == 0xFFFF_FFFF {
            self.expect(end - 20, b"PK\x06\x07");
            directory_end = self.number(end - 12, 8);
            self.expect(directory_end, b"PK\x06\x06");
            assert_eq!(self.number(directory_end + 4, 8), 44, "the length of what follows");
            [count, size] = [self.number(directory_end + 32, 8), self.number(directory_end + 40, 8)];
            at = self.number(directory_end + 48, 8);
        }
        assert_eq!(at + size, directory_end, "the directory fills its place");
        let mut members = BTreeMap::new();
        for _ in 0..count {
            let (name, bytes, record_len) = self.listed(at);
            assert!(members.insert(name, bytes).is_none(), "no name twice");
            at += record_len;
        }
        members
    }

    fn listed(&self, at: usize) -> (String, Vec<u8>, usize) {
        self.expect(at, b"PK\x01\x02");
        let lens = [28, 30, 32].map(|field| self.number(at + field, 2));
        let name = String::from_utf8((self.read)(at + 46, lens[0])).unwrap();
        let mut local = self.number(at + 42, 4);
        if local == 0xFFFF_FFFF {
            let extra = at + 46 + lens[0];
            assert_eq!([self.number(extra, 2), self.number(extra + 2, 2)], [1, 8], "a Zip64 field with one number");
            local = self.number(extra + 4, 8);
        }
        // All but the length of the extra fields, which only the directory may have.
        assert_eq!((self.read)(at + 8, 22), (self.read)(local + 6, 22), "{name}: directory and header say the same");
        let bytes = self.member(local, self.number(at + 20, 4));
        assert_eq!(bytes.len(), self.number(at + 24, 4), "{name}: length");
        assert_eq!(crc(&bytes) as usize, self.number(at + 16, 4), "{name}: checksum");
        (name, bytes, 46 + lens.iter().sum::<usize>())
    }

    fn member(&self, local: usize, packed_len: usize) -> Vec<u8> {
        self.expect(local, b"PK\x03\x04");
        let start = local + 30 + self.number(local + 26, 2) + self.number(local + 28, 2);
        let packed = (self.read)(start, packed_len);
        match self.number(local + 8, 2) {
            0 => packed,
            8 => {
                let mut bytes = Vec::new();
                flate2::read::DeflateDecoder::new(&packed[..]).read_to_end(&mut bytes).unwrap();
                bytes
            }
            method => panic!("method {method}"),
        }
    }

    fn number(&self, at: usize, len: usize) -> usize {
        (self.read)(at, len).iter().rev().fold(0, |number, byte| number << 8 | usize::from(*byte))
    }

    fn expect(&self, at: usize, signature: &[u8]) {
        assert_eq!((self.read)(at, 4), signature);
    }
}

fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| if crc & 1 == 1 { crc >> 1 ^ 0xEDB8_8320 } else { crc >> 1 })
    })
}
