//! Files that lie, stop short or are not pictures at all: each costs a message and neither time nor memory.

use proptest::prelude::*;

use crate::photo::{
    Limits, PhotoError, PhotoFormat, breaks_off,
    container::Container,
    decode_upright, fast_preview,
    fixtures::{self, ExifBuilder},
    keepable,
    metadata::{read_metadata, read_metadata_in},
    possible_codings, probe, raw, thumbnail_jpeg,
};

fn refused(bytes: &[u8]) -> PhotoError {
    let from_probe = probe(bytes).unwrap_err();
    assert_eq!(decode_upright(bytes, &Limits::default()), Err(from_probe.clone()));
    assert_eq!(thumbnail_jpeg(bytes, &Limits::default()), Err(from_probe.clone()));
    from_probe
}

fn png_header(width: u32, height: u32, depth: u8, colour: u8) -> Vec<u8> {
    let mut file = b"\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR".to_vec();
    file.extend_from_slice(&width.to_be_bytes());
    file.extend_from_slice(&height.to_be_bytes());
    file.extend_from_slice(&[depth, colour, 0, 0, 0, 0, 0, 0, 0]);
    file
}

fn jpeg_header(marker: u8, width: u16, height: u16) -> Vec<u8> {
    let mut file = vec![0xFF, 0xD8, 0xFF, marker, 0, 17, 8];
    file.extend_from_slice(&height.to_be_bytes());
    file.extend_from_slice(&width.to_be_bytes());
    file.extend_from_slice(&[3, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0, 0xFF, 0xDA, 0, 2]);
    file
}

#[test]
fn bombs_are_refused_by_their_headers() {
    let mut webp = b"RIFF\x16\0\0\0WEBPVP8X\x0A\0\0\0\0\0\0\0".to_vec();
    webp.extend_from_slice(&[0xFE, 0xFF, 0, 0xFE, 0xFF, 0]);
    let mut bmp = b"BM\0\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0".to_vec();
    bmp.extend_from_slice(&65_535u32.to_le_bytes());
    bmp.extend_from_slice(&(-65_535i32).to_le_bytes());
    let bombs = [
        png_header(65_535, 65_535, 8, 2),
        png_header(65_535, 65_535, 16, 6),
        png_header(u32::MAX, u32::MAX, 16, 6),
        png_header(13_000, 13_000, 1, 0),
        b"GIF89a\xFF\xFF\xFF\xFF\0\0\0;".to_vec(),
        jpeg_header(0xC0, 65_535, 65_535),
        jpeg_header(0xC2, 65_535, 65_535),
        webp,
        bmp,
    ];
    for bomb in bombs {
        assert!(matches!(refused(&bomb), PhotoError::TooLarge { .. }), "{bomb:?}");
    }
}

#[test]
fn a_whole_flat_picture_over_the_limit_is_refused_too() {
    // A few hundred bytes of file for 169 million pixels.
    let mut limits = Limits::default();
    let png = fixtures::grey_png(2_000, 2_000, 0);
    assert!(decode_upright(&png, &limits).is_ok());
    limits.max_pixels = 3_999_999;
    assert_eq!(decode_upright(&png, &limits), Err(PhotoError::TooLarge { width: 2_000, height: 2_000 }));
}

#[test]
fn a_progressive_jpeg_is_weighed_with_its_coefficients() {
    // 100 megapixels without colour subsampling: 300 MB as pixels, 600 MB as coefficients.
    assert!(probe(&jpeg_header(0xC0, 10_000, 10_000)).is_ok());
    assert!(matches!(probe(&jpeg_header(0xC2, 10_000, 10_000)), Err(PhotoError::TooLarge { .. })));
}

#[test]
fn a_jpeg_that_would_be_read_wrongly_is_refused() {
    let scene = fixtures::scene(64, 64);
    let mut file = Vec::new();
    let mut encoder = jpeg_encoder::Encoder::new(&mut file, 80);
    encoder.set_sampling_factor(jpeg_encoder::SamplingFactor::R_4_2_0);
    encoder.set_optimized_huffman_tables(true);
    encoder.encode(scene.rgb(), 64, 64, jpeg_encoder::ColorType::Rgb).unwrap();
    assert_eq!(refused(&file), PhotoError::Unsupported { format: crate::photo::UnsupportedFormat::SeparateScanJpeg });
}

#[test]
fn what_is_no_picture_is_said_to_be_none() {
    assert_eq!(refused(b""), PhotoError::Empty);
    assert_eq!(refused(b"Dear colleagues, the photo is attached as IMG_4011.JPG"), PhotoError::NotAPicture);
    assert_eq!(refused(b"<html><body><h1>404 Not Found</h1></body></html>"), PhotoError::NotAPicture);
    assert_eq!(refused(b"%PDF-1.7"), PhotoError::NotAPicture);
}

#[test]
fn a_signature_alone_is_a_damaged_picture() {
    for signature in [&b"\xFF\xD8\xFF"[..], b"\x89PNG\r\n\x1A\n", b"RIFF\0\0\0\0WEBP", b"GIF89a", b"II*\0"] {
        assert!(matches!(refused(signature), PhotoError::Damaged { .. }), "{signature:?}");
    }
    assert!(matches!(refused(&png_header(0, 10, 8, 2)), PhotoError::Damaged { format: PhotoFormat::Png, .. }));
}

#[test]
fn a_huge_metadata_block_is_passed_over() {
    let jpeg = fixtures::jpeg(&fixtures::scene(40, 30));
    let mut heavy = jpeg[..2].to_vec();
    for _ in 0..200 {
        heavy.extend_from_slice(b"\xFF\xED\xFF\xFFPhotoshop 3.0\0");
        heavy.resize(heavy.len() + 65_535 - 2 - 14, b'x');
    }
    heavy.extend_from_slice(&jpeg[2..]);
    assert_eq!(probe(&heavy).map(|probed| (probed.width, probed.height)), Ok((40, 30)));
    assert!(read_metadata(&heavy).unwrap().metadata.is_empty());
    assert!(probe(&heavy).unwrap().words_too_long && !probe(&jpeg).unwrap().words_too_long);
    assert_eq!(decode_upright(&heavy, &Limits::default()), decode_upright(&jpeg, &Limits::default()));
}

#[test]
fn words_of_any_kind_that_are_too_long_are_passed_over_and_known() {
    let is_told = |bytes: &[u8]| {
        assert!(read_metadata(bytes).unwrap().metadata.caption.is_none());
        probe(bytes).unwrap().words_too_long
    };
    let scene = fixtures::scene(40, 30);
    for (format, bytes) in fixtures::every_format(31, 17) {
        assert!(!is_told(&bytes), "{format}");
    }
    let most = Limits::default().max_metadata;
    let simple = crate::photo::encode::encode_webp(&scene, crate::photo::Quality::new(80), None).unwrap();
    for (length, told) in [(most, false), (most + 1, true)] {
        let webp = crate::photo::container::webp_with_xmp(&simple, 40, 30, &vec![b' '; length]).unwrap();
        assert_eq!(is_told(&webp), told, "XMP of {length}");
    }
}

#[test]
fn no_decoder_is_shown_two_hundred_megabytes_of_notes() {
    const HEAVY: usize = 200 << 20;
    let scene = fixtures::noise(40, 30);
    // Zeros that nobody looks at take no memory.
    let png = fixtures::png(&scene);
    let mut file = vec![0; HEAVY + png.len() + 12];
    file[..33].copy_from_slice(&png[..33]);
    file[33..37].copy_from_slice(&(HEAVY as u32).to_be_bytes());
    file[37..41].copy_from_slice(b"tEXt");
    let rest = file.len() - (png.len() - 33);
    file[rest..].copy_from_slice(&png[33..]);
    let lean = Container::read(&file, &Limits::default()).unwrap().without_notes(&file).unwrap();
    assert_eq!(lean, png);
    assert_eq!(decode_upright(&file, &Limits::default()).as_ref(), Ok(&scene));
    assert!(read_metadata(&file).unwrap().metadata.is_empty() && probe(&file).unwrap().words_too_long);

    let jpeg = fixtures::jpeg(&scene);
    let mut file = vec![0; HEAVY / 0x10001 * 0x10001 + jpeg.len()];
    file[..2].copy_from_slice(&jpeg[..2]);
    let segments = HEAVY / 0x10001;
    for number in 0..segments {
        file[2 + number * 0x10001..][..4].copy_from_slice(&[0xFF, 0xE1, 0xFF, 0xFF]);
    }
    let rest = 2 + segments * 0x10001;
    file[rest..rest + jpeg.len() - 2].copy_from_slice(&jpeg[2..]);
    let lean = Container::read(&file, &Limits::default()).unwrap().without_notes(&file).unwrap();
    assert!(lean.len() <= jpeg.len() + 2);
    assert_eq!(decode_upright(&lean, &Limits::default()), decode_upright(&jpeg, &Limits::default()));
}

#[test]
fn a_webp_block_of_two_hundred_megabytes_is_not_copied() {
    const HEAVY: u32 = 200 << 20;
    let simple =
        crate::photo::encode::encode_webp(&fixtures::scene(40, 30), crate::photo::Quality::new(90), None).unwrap();
    let shown = decode_upright(&simple, &Limits::default()).unwrap();
    let chunk = |kind: &[u8; 4], length: u32| [kind.as_slice(), &length.to_le_bytes()].concat();
    let extended = |flags: u8| [&chunk(b"VP8X", 10)[..], &[flags, 0, 0, 0, 39, 0, 0, 29, 0, 0]].concat();
    for (kind, flag) in [(b"ICCP", 0x20), (b"EXIF", 0x08), (b"XMP ", 0x04)] {
        // Zeros that nobody looks at take no memory.
        let head = [b"WEBP", extended(flag).as_slice(), &chunk(kind, HEAVY)].concat();
        let mut file = vec![0; 8 + head.len() + HEAVY as usize + simple.len() - 12];
        let size = (file.len() - 8) as u32;
        file[..8].copy_from_slice(&chunk(b"RIFF", size));
        file[8..8 + head.len()].copy_from_slice(&head);
        let rest = file.len() - (simple.len() - 12);
        file[rest..].copy_from_slice(&simple[12..]);
        let container = Container::read(&file, &Limits::default()).unwrap();
        assert_eq!(container.profile_bytes, if flag == 0x20 { HEAVY as usize } else { 0 });
        assert_eq!(container.xmp, None);
        assert_eq!(decode_upright(&file, &Limits::default()).as_ref(), Ok(&shown), "{flag}");
        // The block is promised, and neither it nor the picture comes.
        let broken = &file[..8 + head.len() + 100];
        assert_eq!(Container::read(broken, &Limits::default()).unwrap().profile_bytes, container.profile_bytes);
        assert!(matches!(decode_upright(broken, &Limits::default()), Err(PhotoError::Damaged { .. })), "{flag}");
    }
}

#[test]
fn a_tiff_that_promises_two_hundred_megabytes_is_damaged() {
    const HEAVY: u32 = 200 << 20;
    let mut tiff = std::io::Cursor::new(Vec::new());
    image::RgbImage::new(40, 30).write_to(&mut tiff, image::ImageFormat::Tiff).unwrap();
    let tiff = tiff.into_inner();
    let directory = u32::from_le_bytes(tiff[4..8].try_into().unwrap()) as usize;
    let entries = usize::from(u16::from_le_bytes(tiff[directory..directory + 2].try_into().unwrap()));
    let mut seen = 0;
    for entry in 0..entries {
        let at = directory + 2 + entry * 12;
        let tag = u16::from_le_bytes(tiff[at..at + 2].try_into().unwrap());
        let mut lies = tiff.clone();
        match tag {
            // The length of a strip, and the number of the strips.
            279 => lies[at + 8..at + 12].copy_from_slice(&HEAVY.to_le_bytes()),
            273 => lies[at + 4..at + 8].copy_from_slice(&HEAVY.to_le_bytes()),
            _ => continue,
        }
        seen += 1;
        let read = decode_upright(&lies, &Limits::default());
        assert!(matches!(read, Ok(_) | Err(PhotoError::Damaged { .. })), "{tag}: {read:?}");
    }
    assert_eq!(seen, 2);
    // A profile of that length, which stands behind the picture.
    let mut profiled = tiff.clone();
    let last = directory + 2 + (entries - 1) * 12;
    let at = profiled.len() as u32;
    profiled[last..last + 2].copy_from_slice(&34_675u16.to_le_bytes());
    profiled[last + 2..last + 4].copy_from_slice(&7u16.to_le_bytes());
    profiled[last + 4..last + 8].copy_from_slice(&HEAVY.to_le_bytes());
    profiled[last + 8..last + 12].copy_from_slice(&at.to_le_bytes());
    profiled.resize(profiled.len() + HEAVY as usize, 0);
    let container = Container::read(&profiled, &Limits::default()).unwrap();
    assert_eq!(container.profile_bytes, HEAVY as usize);
}

#[test]
fn a_progressive_jpeg_that_breaks_off_shows_what_there_is() {
    let scene = fixtures::scene(160, 160);
    let whole = crate::photo::encode::encode_jpeg(
        &scene,
        crate::photo::Quality::new(85),
        crate::photo::JpegMode::Progressive,
        None,
    )
    .unwrap();
    for part in [9, 7, 5] {
        let file = &whole[..whole.len() * part / 10];
        assert!(probe(file).unwrap().truncated);
        let shown = decode_upright(file, &Limits::default()).unwrap();
        // The first scan has the whole picture, coarsely.
        assert!(fixtures::mean_difference(&shown, &scene) < 40.0, "{part}");
        assert!(!thumbnail_jpeg(file, &Limits::default()).unwrap().is_empty());
    }
}

#[test]
fn rare_kinds_of_jpeg_are_named() {
    let jpeg = fixtures::jpeg(&fixtures::scene(16, 16));
    let frame = jpeg.windows(2).position(|pair| pair == [0xFF, 0xC0]).unwrap();
    for (at, value) in [(frame + 1, 0xC3), (frame + 1, 0xC9), (frame + 4, 12)] {
        let mut rare = jpeg.clone();
        rare[at] = value;
        assert_eq!(refused(&rare), PhotoError::Unsupported { format: crate::photo::UnsupportedFormat::RareJpeg });
    }
}

/// Everything that reads a file; the results do not matter, only that they come.
fn read_in_every_way(bytes: &[u8]) {
    // Mutations can claim sizes that are within the limits and slow to fill, so these are narrower.
    let limits = Limits { max_side: 512, max_pixels: 65_536, ..Limits::default() };
    let _ = probe(bytes);
    let _ = read_metadata(bytes);
    let _ = fast_preview(bytes);
    let _ = breaks_off(bytes);
    let _ = decode_upright(bytes, &limits);
    for coding in possible_codings(bytes).unwrap_or_default() {
        assert_eq!(read_metadata_in(bytes, coding).map(|read| read.coding), Ok(Some(coding)));
    }
    // HEIC and AVIF would start a program for each case.
    let is_heif = bytes.get(4..8) == Some(b"ftyp") && bytes.get(8..11) != Some(b"crx");
    if !is_heif && probe(bytes).is_err() {
        let _ = keepable(bytes);
    }
}

fn seeds() -> Vec<Vec<u8>> {
    let metadata = fixtures::full_metadata("Trịnh Văn An");
    let thumbnail = Some(fixtures::jpeg(&fixtures::scene(16, 12)));
    let mut seeds: Vec<_> = fixtures::every_format(24, 18).into_iter().map(|(_, bytes)| bytes).collect();
    let quality = crate::photo::Quality::new(70);
    let scene = fixtures::scene(24, 18);
    seeds.extend([
        fixtures::jpeg_with_exif(24, 18, &ExifBuilder { thumbnail, ..ExifBuilder::camera() }),
        crate::photo::encode::encode_jpeg(&scene, quality, crate::photo::JpegMode::Progressive, Some(&metadata))
            .unwrap(),
        crate::photo::encode::encode_webp(&scene, quality, Some(&metadata)).unwrap(),
        fixtures::gif(12, 12, 2),
        fixtures::cmyk_jpeg(&scene),
        raw::tests::negative(&fixtures::jpeg(&fixtures::scene(400, 16))),
        raw::tests::negative_with_sensor(&fixtures::jpeg(&fixtures::scene(400, 16)), true),
        raw::tests::iso_file(&fixtures::jpeg(&fixtures::scene(400, 16))),
    ]);
    seeds
}

#[test]
fn every_prefix_of_every_seed_is_survived() {
    for seed in seeds() {
        for end in (0..seed.len()).step_by(7) {
            read_in_every_way(&seed[..end]);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn mutated_files_never_panic(
        which in 0..14usize,
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12),
        early in any::<bool>(),
    ) {
        let mut bytes = seeds().swap_remove(which);
        // Headers are where structure is, so half of the cases stay there.
        let reach = if early { bytes.len().min(200) } else { bytes.len() };
        for (at, value) in changes {
            let at = at.index(reach);
            bytes[at] = value;
        }
        read_in_every_way(&bytes);
    }

    #[test]
    fn any_bytes_after_a_signature_never_panic(tail in prop::collection::vec(any::<u8>(), 0..300), which in 0..6usize) {
        let signatures: [&[u8]; 6] =
            [b"\xFF\xD8\xFF\xE1", b"\x89PNG\r\n\x1A\n", b"RIFF\xFF\0\0\0WEBPVP8X", b"GIF89a", b"II*\0\x08\0\0\0", b"BM\0\0\0\0\0\0\0\0"];
        read_in_every_way(&[signatures[which], &tail].concat());
    }
}
