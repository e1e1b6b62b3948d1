//! A ZIP reader as another program would write it, knowing nothing of ours: from the end record by the directory to the
//! members.

use std::{collections::BTreeMap, io::Read as _};

/// Every member of the archive; panics where an ordinary tool would complain.
pub fn read_zip(zip: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let end = zip.windows(4).rposition(|window| window == b"PK\x05\x06").expect("an end record");
    let comment_len = number(zip, end + 20, 2);
    assert_eq!(end + 22 + comment_len, zip.len(), "the end record is at the end");
    let (mut count, mut size, mut at) = (number(zip, end + 10, 2), number(zip, end + 12, 4), number(zip, end + 16, 4));
    let mut directory_end = end;
    if at == 0xFFFF_FFFF {
        assert_eq!(&zip[end - 20..end - 16], b"PK\x06\x07");
        directory_end = number(zip, end - 12, 8);
        assert_eq!(&zip[directory_end..directory_end + 4], b"PK\x06\x06");
        assert_eq!(number(zip, directory_end + 4, 8), 44, "the length of what follows");
        (count, size) = (number(zip, directory_end + 32, 8), number(zip, directory_end + 40, 8));
        at = number(zip, directory_end + 48, 8);
    }
    assert_eq!(at + size, directory_end, "the directory fills its place");
    let mut members = BTreeMap::new();
    for _ in 0..count {
        assert_eq!(&zip[at..at + 4], b"PK\x01\x02");
        let lens = [28, 30, 32].map(|field| number(zip, at + field, 2));
        let name = String::from_utf8(zip[at + 46..at + 46 + lens[0]].to_vec()).unwrap();
        let mut local = number(zip, at + 42, 4);
        if local == 0xFFFF_FFFF {
            let extra = at + 46 + lens[0];
            assert_eq!((number(zip, extra, 2), number(zip, extra + 2, 2)), (1, 8), "a Zip64 field with one number");
            local = number(zip, extra + 4, 8);
        }
        assert_eq!(zip[at + 8..at + 28], zip[local + 6..local + 26], "{name}: directory and header say the same");
        let bytes = member(zip, local, number(zip, at + 20, 4));
        assert_eq!(bytes.len(), number(zip, at + 24, 4), "{name}: length");
        assert_eq!(crc(&bytes) as usize, number(zip, at + 16, 4), "{name}: checksum");
        assert!(members.insert(name, bytes).is_none(), "no name twice");
        at += 46 + lens.iter().sum::<usize>();
    }
    members
}

fn member(zip: &[u8], local: usize, packed_len: usize) -> Vec<u8> {
    assert_eq!(&zip[local..local + 4], b"PK\x03\x04");
    let start = local + 30 + number(zip, local + 26, 2) + number(zip, local + 28, 2);
    let packed = &zip[start..start + packed_len];
    match number(zip, local + 8, 2) {
        0 => packed.to_vec(),
        8 => {
            let mut bytes = Vec::new();
            flate2::read::DeflateDecoder::new(packed).read_to_end(&mut bytes).unwrap();
            bytes
        }
        method => panic!("method {method}"),
    }
}

fn number(bytes: &[u8], at: usize, len: usize) -> usize {
    bytes[at..at + len].iter().rev().fold(0, |number, byte| number << 8 | usize::from(*byte))
}

fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| if crc & 1 == 1 { crc >> 1 ^ 0xEDB8_8320 } else { crc >> 1 })
    })
}
