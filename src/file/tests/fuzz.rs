//! Any bytes at all: nothing panics, nothing is written by opening, memory and work are bounded, and saving destroys
//! nothing that could be read.

use std::collections::BTreeSet;

use proptest::{prelude::*, test_runner::RngSeed};

use crate::file::{
    Access, Container, Found, Generation, MemberName, State,
    tests::{
        crashfs::CrashFs,
        forge::{open, sample, sealed},
        model::{Author, create, path, save},
        world::World,
    },
    zip::SEAL_LEN,
};

/// A longer file, of which parts are then overwritten, doubled, moved and cut.
fn worn(seed: u64) -> Vec<u8> {
    let fs = CrashFs::new(World::default());
    let mut author = Author::new(seed);
    let mut container = create(fs.folder(), &author.contents).unwrap();
    for _ in 0..seed % 30 {
        let way = author.next();
        save(&mut container, &author.contents, way).unwrap();
    }
    fs.world().contents(&path()).unwrap().clone()
}

#[derive(Clone, Debug)]
enum Harm {
    Cut(usize),
    Zero(usize, usize),
    Double(usize, usize),
    Number(usize, u64),
    Insert(usize, Vec<u8>),
}

fn harm() -> impl Strategy<Value = Harm> {
    let number = prop_oneof![Just(0), Just(1), Just(u64::from(u32::MAX)), Just(u64::MAX), Just(1 << 31), any::<u64>()];
    let at = any::<usize>;
    let signature = prop_oneof![Just(&b"PK\x03\x04"[..]), Just(&b"PK\x05\x06"[..]), Just(&b"RAP1 "[..])];
    prop_oneof![
        at().prop_map(Harm::Cut),
        (at(), 0..600_usize).prop_map(|(at, len)| Harm::Zero(at, len)),
        (at(), 0..2000_usize).prop_map(|(at, len)| Harm::Double(at, len)),
        (at(), number).prop_map(|(at, number)| Harm::Number(at, number)),
        (at(), proptest::collection::vec(any::<u8>(), 0..50)).prop_map(|(at, bytes)| Harm::Insert(at, bytes)),
        (at(), signature).prop_map(|(at, bytes)| Harm::Insert(at, bytes.to_vec())),
    ]
}

fn do_harm(bytes: &mut Vec<u8>, harm: Harm) {
    let len = bytes.len();
    let span = |at: usize, count: usize| (at % (len + 1))..(at % (len + 1) + count).min(len);
    match harm {
        Harm::Cut(at) => bytes.truncate(at % (len + 1)),
        Harm::Zero(at, count) => bytes[span(at, count)].fill(0),
        Harm::Double(at, count) => {
            let part = bytes[span(at, count)].to_vec();
            bytes.extend(part);
        }
        Harm::Number(at, number) => {
            let span = span(at, 4);
            let part = &number.to_le_bytes()[..span.len()];
            bytes[span].copy_from_slice(part);
        }
        Harm::Insert(at, part) => drop(bytes.splice(at % (len + 1)..at % (len + 1), part)),
    }
}

/// The directory at the end of a file harmed, and sealed again, so that it is believed.
fn forged(bytes: &[u8], harms: Vec<Harm>) -> Vec<u8> {
    let seal_at = bytes.len() - SEAL_LEN;
    let size = u32::from_le_bytes(bytes[seal_at + 12..seal_at + 16].try_into().unwrap()) as usize;
    let count = u16::from_le_bytes(bytes[seal_at + 10..seal_at + 12].try_into().unwrap());
    let (body, directory) = bytes[..seal_at].split_at(seal_at - size);
    let mut directory = directory.to_vec();
    harms.into_iter().for_each(|harm| do_harm(&mut directory, harm));
    sealed(body.to_vec(), &[directory], count)
}

/// Opens, reads all and saves; whatever comes of it, memory and work are bounded.
fn try_everything(bytes: &[u8]) {
    let len = bytes.len() as u64;
    let Ok((opened, fs)) = open(bytes) else { return };
    assert!(fs.world().largest_read as u64 <= len.max(1 << 20));
    assert!(fs.world().bytes_read <= 20 * len + 4096, "{} of {len}", fs.world().bytes_read);
    let mut container = opened.container;
    let names: BTreeSet<_> = container.names().collect();
    let report = |generation: Generation| format!("{{\"generation\":{generation}}}").into_bytes();
    let state = State { report: &report, add: &[], keep: &names, checkpoint: None };
    let readable = |container: &Container| -> Vec<_> {
        let photos = names.iter().filter(|name| matches!(name, MemberName::Photo { .. }));
        photos.map(|name| container.read(*name).ok()).collect()
    };
    let before = readable(&container);
    if container.access() == Access::Write {
        for _ in 0..7 {
            container.save(&state).unwrap();
        }
    } else {
        assert_eq!(opened.found, Found::Salvaged);
    }
    assert_eq!(readable(&container), before, "saving destroys nothing that could be read");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, rng_seed: RngSeed::Fixed(1), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_refused_or_opened(bytes in proptest::collection::vec(any::<u8>(), 0..2000)) {
        try_everything(&bytes);
        try_everything(&[sample().0, bytes].concat());
    }

    #[test]
    fn harmed_files_open(seed in 0..200_u64, harms in proptest::collection::vec(harm(), 1..6)) {
        let mut bytes = worn(seed);
        harms.into_iter().for_each(|harm| do_harm(&mut bytes, harm));
        try_everything(&bytes);
    }

    #[test]
    fn forged_directories_open(seed in 0..200_u64, harms in proptest::collection::vec(harm(), 1..6)) {
        try_everything(&forged(&worn(seed), harms));
    }
}
