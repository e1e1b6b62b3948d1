//! Derivatives: their sizes, shapes, words, and what is taken from the shelf.

use std::slice;

use super::*;
use crate::photo::{
    container::Container,
    decode::decode_upright,
    edit::NormalRect,
    encode::encode_jpeg,
    fixtures::{self, ExifBuilder, assert_alike, full_metadata},
    metadata::read_metadata,
    probe::probe,
};

fn rungs(widths: &[u32]) -> Vec<Rung> {
    widths.iter().map(|width| Rung { width: *width, byte_budget: None }).collect()
}

fn run(bytes: &[u8], request: &DeriveRequest) -> Vec<Derivative> {
    make_derivatives(bytes, request, &Limits::default(), &AtomicBool::new(false)).unwrap()
}

fn request(widths: &[u32]) -> DeriveRequest {
    DeriveRequest { rungs: rungs(widths), metadata: full_metadata("Trịnh Văn An"), ..DeriveRequest::default() }
}

#[test]
fn the_ladder_has_every_width_in_both_formats_and_the_right_picture() {
    let made = run(&fixtures::png(&fixtures::scene(300, 200)), &request(&[60, 120, 240]));
    let sizes: Vec<_> = made.iter().map(|file| (file.width, file.height, file.format)).collect();
    use OutputFormat::{Jpeg, Webp};
    assert_eq!(
        sizes,
        [(240, 160, Webp), (240, 160, Jpeg), (120, 80, Webp), (120, 80, Jpeg), (60, 40, Webp), (60, 40, Jpeg)]
    );
    for file in &made {
        let probed = probe(&file.bytes).unwrap();
        assert_eq!((probed.width, probed.height), (file.width, file.height));
        let shown = decode_upright(&file.bytes, &Limits::default()).unwrap();
        assert_alike(
            &shown,
            &fixtures::scene(file.width, file.height),
            8.0,
            &format!("{} {:?}", file.width, file.format),
        );
    }
}

#[test]
fn nothing_is_ever_larger_than_the_original() {
    let made = run(&fixtures::png(&fixtures::scene(100, 50)), &request(&[1440, 960, 720, 80]));
    let widths: Vec<_> = made.iter().map(|file| file.width).collect();
    assert_eq!(widths, [100, 100, 80, 80]);
    let strict = Rung { width: 960, byte_budget: Some(9) };
    let loose = Rung { width: 1440, byte_budget: None };
    assert_eq!(ladder(&[loose, strict], 100), [Rung { width: 100, byte_budget: Some(9) }]);
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let photo = fixtures::jpeg_with_exif(300, 200, &ExifBuilder::camera());
    let crops = vec![Crop { aspect: AspectRatio::WIDE, width: 120, byte_budget: None }];
    let request = DeriveRequest { crops, metadata_in_webp: true, ..request(&[120, 60]) };
    assert_eq!(run(&photo, &request), run(&photo, &request));
}

#[test]
fn a_budget_lowers_the_quality_but_not_below_the_floor() {
    let photo = fixtures::png(&fixtures::noise(200, 200));
    let free = run(&photo, &request(&[200]));
    let budget = free[1].bytes.len() * 3 / 4;
    let mut tight = request(&[200]);
    tight.rungs[0].byte_budget = Some(budget);
    let jpeg = &run(&photo, &tight)[1];
    assert!(jpeg.within_budget && jpeg.bytes.len() <= budget);
    tight.rungs[0].byte_budget = Some(10);
    let jpeg = &run(&photo, &tight)[1];
    let lowest = encode_jpeg(&fixtures::noise(200, 200), tight.lowest_quality, tight.jpeg_mode, Some(&tight.metadata));
    assert!(!jpeg.within_budget && jpeg.bytes == lowest.unwrap());
}

#[test]
fn nothing_private_is_in_any_output() {
    let photo = fixtures::jpeg_with_exif(300, 200, &ExifBuilder::camera());
    let needle = |bytes: &[u8], text: &str| bytes.windows(text.len()).any(|window| window == text.as_bytes());
    assert!(needle(&photo, "SN123456") && probe(&photo).unwrap().has_gps);
    let crops = vec![Crop { aspect: AspectRatio::SQUARE, width: 100, byte_budget: None }];
    for file in run(&photo, &DeriveRequest { crops, metadata_in_webp: true, ..request(&[100]) }) {
        assert!(!needle(&file.bytes, "SN123456") && !needle(&file.bytes, "Exif"));
        let container = Container::read(&file.bytes, &Limits::default()).unwrap();
        assert!(container.exif.is_none() && !probe(&file.bytes).unwrap().has_gps);
        assert_eq!(read_metadata(&file.bytes).unwrap().metadata, full_metadata("Trịnh Văn An"));
    }
}

#[test]
fn crops_come_in_their_shapes() {
    let crops = [AspectRatio::WIDE, AspectRatio::CLASSIC, AspectRatio::SQUARE]
        .map(|aspect| Crop { aspect, width: 1200, byte_budget: None })
        .to_vec();
    let made = run(&fixtures::png(&fixtures::scene(3000, 2000)), &DeriveRequest { crops, ..request(&[]) });
    let sizes: Vec<_> = made.iter().map(|file| (file.width, file.height)).collect();
    assert_eq!(sizes, [(1200, 675), (1200, 900), (1200, 1200)]);
}

#[test]
fn the_edit_comes_first() {
    let left_half = NormalRect { x: 0.0, y: 0.0, width: 0.5, height: 1.0 };
    let edit = Edit { quarter_turns: 2, crop: Some(left_half) };
    let made = run(&fixtures::png(&fixtures::scene(120, 80)), &DeriveRequest { edit, ..request(&[60]) });
    let wanted = edit.apply(fixtures::scene(120, 80));
    assert_eq!((made[0].width, made[0].height), (60, 80));
    assert_alike(&decode_upright(&made[1].bytes, &Limits::default()).unwrap(), &wanted, 8.0, "edited");
}

#[test]
fn a_raised_flag_stops_the_work() {
    let photo = fixtures::png(&fixtures::scene(30, 20));
    let stopped = make_derivatives(&photo, &request(&[20]), &Limits::default(), &AtomicBool::new(true));
    assert_eq!(stopped, Err(PhotoError::Cancelled));
}

#[test]
fn extreme_shapes_are_derived() {
    for (width, height) in [(1, 1), (1, 3000), (3000, 1), (2, 2)] {
        let crops = vec![Crop { aspect: AspectRatio::WIDE, width: 1200, byte_budget: None }];
        let made = run(
            &fixtures::png(&fixtures::solid(width, height, [9, 9, 9])),
            &DeriveRequest { crops, ..request(&[480]) },
        );
        assert_eq!(made.len(), 3, "{width} x {height}");
    }
}

#[derive(Default)]
struct Kept {
    files: std::sync::Mutex<std::collections::BTreeMap<(DerivedKey, OutputFormat), Vec<u8>>>,
}

impl Kept {
    fn len(&self) -> usize {
        self.files.lock().unwrap().len()
    }
}

impl Shelf for Kept {
    fn get(&self, key: DerivedKey, format: OutputFormat) -> Option<Vec<u8>> {
        self.files.lock().unwrap().get(&(key, format)).cloned()
    }

    fn put(&self, key: DerivedKey, format: OutputFormat, bytes: &[u8]) {
        self.files.lock().unwrap().insert((key, format), bytes.to_vec());
    }
}

/// As [`make_derivatives_kept`]; what is on no shelf has no key, but is to be the same.
fn derivatives_kept(
    original: &Original<'_, PhotoError>,
    requests: &[DeriveRequest],
    limits: &Limits,
    (kept, at_hand): (&dyn Shelf, &mut AtHand),
    cancel: &AtomicBool,
) -> Result<Vec<Vec<Derivative>>, PhotoError> {
    let made = make_derivatives_kept(original, requests, limits, (kept, at_hand), cancel)?;
    let bare = |made: Derivative| {
        let key = made.key.unwrap();
        assert!(kept.get(key, made.format).is_some(), "the shelf knows it by its key");
        Derivative { key: None, ..made }
    };
    Ok(made.into_iter().map(|made| made.into_iter().map(bare).collect()).collect())
}

#[test]
fn what_was_made_before_is_not_made_again_and_is_the_same() {
    let photo = fixtures::jpeg_with_exif(300, 200, &ExifBuilder::camera());
    let crops = vec![Crop { aspect: AspectRatio::WIDE, width: 120, byte_budget: Some(50_000) }];
    let request = DeriveRequest { crops, ..request(&[120, 60]) };
    let (kept, reads) = (Kept::default(), std::cell::Cell::new(0));
    let read = || {
        reads.set(reads.get() + 1);
        Ok(photo.clone())
    };
    let original = Original::<PhotoError> { hash: "07", size: (200, 300), read: &read };
    let make = |request: &DeriveRequest| {
        let cancel = AtomicBool::new(false);
        derivatives_kept(
            &original,
            slice::from_ref(request),
            &Limits::default(),
            (&kept, &mut AtHand::default()),
            &cancel,
        )
        .unwrap()
        .remove(0)
    };
    let plain = run(&photo, &request);
    assert_eq!(make(&request), plain);
    assert_eq!(make(&request), plain);
    assert_eq!((reads.get(), kept.len()), (1, 5));

    // Another caption needs no new picture, another focal point only new crops, another crop all.
    let reworded = DeriveRequest { metadata: full_metadata("Nguyễn"), ..request.clone() };
    assert_eq!(make(&reworded), run(&photo, &reworded));
    assert_eq!((reads.get(), kept.len()), (1, 5));
    let focused = DeriveRequest { focal_point: FocalPoint { x: 0.1, y: 0.1 }, ..request.clone() };
    assert_eq!(make(&focused), run(&photo, &focused));
    assert_eq!((reads.get(), kept.len()), (2, 6));
    let crop = Some(NormalRect { x: 0.0, y: 0.0, width: 0.7, height: 1.0 });
    let edited = DeriveRequest { edit: Edit { quarter_turns: 0, crop }, ..request };
    assert_eq!(make(&edited), run(&photo, &edited));
    assert_eq!((reads.get(), kept.len()), (3, 11));
}

#[test]
fn what_is_made_together_is_as_what_is_made_alone_and_is_read_once() {
    let png = fixtures::png(&fixtures::scene(400, 600));
    for photo in [fixtures::jpeg_with_exif(600, 400, &ExifBuilder::camera()), png] {
        let reads = std::cell::Cell::new(0);
        let read = || {
            reads.set(reads.get() + 1);
            Ok(photo.clone())
        };
        let known = probe(&photo).unwrap();
        let original = Original::<PhotoError> { hash: "07", size: (known.width, known.height), read: &read };
        let cut = Edit { quarter_turns: 1, ..Edit::default() };
        let large = DeriveRequest { oversampling: 100, formats: vec![OutputFormat::Jpeg], ..request(&[190]) };
        // As large decoded, larger, at its own size, and otherwise edited.
        let requests =
            [request(&[120, 60]), large.clone(), request(&[380]), request(&[30]), DeriveRequest { edit: cut, ..large }];
        let (kept, cancel) = (Kept::default(), AtomicBool::new(false));
        let make = |requests: &[DeriveRequest]| {
            derivatives_kept(&original, requests, &Limits::default(), (&kept, &mut AtHand::default()), &cancel).unwrap()
        };
        let alone: Vec<_> = requests.iter().map(|request| run(&photo, request)).collect();
        assert_eq!(make(&requests), alone);
        assert_eq!(make(&requests), alone);
        assert_eq!(reads.get(), 1);
        assert_eq!(make(&requests[1..2]), alone[1..2]);
        assert_eq!(make(&[]), Vec::<Vec<Derivative>>::new());
        assert_eq!(reads.get(), 1);
        let mut at_hand = AtHand::for_more();
        for (request, alone) in requests.iter().zip(&alone) {
            let request = slice::from_ref(request);
            let kept = (&Kept::default() as &dyn Shelf, &mut at_hand);
            let made = derivatives_kept(&original, request, &Limits::default(), kept, &cancel).unwrap();
            assert_eq!(made, slice::from_ref(alone));
        }
        assert_eq!((reads.get(), at_hand.bytes()), (2, Some(photo.as_slice())));
    }
}

#[test]
fn what_does_not_fit_on_the_shelf_is_made_anew() {
    let photo = fixtures::png(&fixtures::scene(100, 80));
    let read = || Ok(photo.clone());
    let original = Original::<PhotoError> { hash: "07", size: (100, 80), read: &read };
    let request = request(&[50]);
    let make = |kept: &Kept| {
        let cancel = AtomicBool::new(false);
        derivatives_kept(
            &original,
            slice::from_ref(&request),
            &Limits::default(),
            (kept, &mut AtHand::default()),
            &cancel,
        )
        .unwrap()
        .remove(0)
    };
    let kept = Kept::default();
    let made = make(&kept);
    let with_camera = fixtures::jpeg_with_exif(50, 40, &ExifBuilder::camera());
    for false_one in [b"text".to_vec(), fixtures::jpeg(&fixtures::scene(51, 40)), with_camera] {
        kept.files.lock().unwrap().values_mut().for_each(|file| file.clone_from(&false_one));
        assert_eq!(make(&kept), made);
    }
}

#[test]
fn a_size_that_was_not_as_known_is_found_out() {
    let photo = fixtures::png(&fixtures::scene(50, 40));
    let read = || Ok(photo.clone());
    let original = Original::<PhotoError> { hash: "07", size: (500, 400), read: &read };
    let request = request(&[100]);
    let cancel = AtomicBool::new(false);
    let requests = [request];
    let made =
        derivatives_kept(&original, &requests, &Limits::default(), (&Kept::default(), &mut AtHand::default()), &cancel)
            .unwrap();
    assert_eq!(made, [run(&photo, &requests[0])]);
}

#[test]
fn the_focal_point_stays_in_every_crop() {
    // A white mark near the left edge on black.
    let image = image::RgbImage::from_fn(400, 100, |x, _| image::Rgb([if x < 40 { 255 } else { 0 }; 3]));
    let photo = fixtures::png(&Pixels::from_rgb(400, 100, image.into_raw()).unwrap());
    let crops =
        [AspectRatio::WIDE, AspectRatio::SQUARE].map(|aspect| Crop { aspect, width: 100, byte_budget: None }).to_vec();
    let centre = |focal_point| {
        let request = DeriveRequest { crops: crops.clone(), focal_point, ..request(&[]) };
        run(&photo, &request)
            .iter()
            .map(|file| decode_upright(&file.bytes, &Limits::default()).unwrap().rgb()[0] > 128)
            .collect::<Vec<_>>()
    };
    assert_eq!(centre(FocalPoint { x: 0.05, y: 0.5 }), [true, true]);
    assert_eq!(centre(FocalPoint::default()), [false, false]);
}
