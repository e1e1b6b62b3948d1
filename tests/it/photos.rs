//! Files as other programs write them: what is read of each of `tests/data/photos`.

use std::fs;
use std::path::Path;
use std::sync::atomic::AtomicBool;

use rapporteur::edit::ops::framing;
use rapporteur::import::{Picture, examine, examine_as};
use rapporteur::photo::{
    AspectRatio, DeriveRequest, FocalPoint, Limits, Reading, Rung, TextCoding, decode_upright, fast_preview,
    make_derivatives, possible_codings, probe, read_metadata_in,
};
use rapporteur::report::{AreaPx, IdSource, Photo, PointPx, QuarterTurns, SizePx};

fn bytes(name: &str) -> Vec<u8> {
    fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/photos").join(name)).expect("a file of the corpus")
}

fn picture(name: &str) -> Picture {
    examine(&bytes(name), name).expect(name)
}

/// Whether a pixel is yellow, in a part of the width and of the height.
fn is_yellow_at(name: &str, across: f64, down: f64) -> bool {
    let pixels = decode_upright(&bytes(name), &Limits::default()).expect(name);
    let (x, y) = (f64::from(pixels.width()) * across, f64::from(pixels.height()) * down);
    let at = (y as usize * pixels.width() as usize + x as usize) * 3;
    let (red, green, blue) = (pixels.rgb()[at], pixels.rgb()[at + 1], pixels.rgb()[at + 2]);
    red > 180 && green > 180 && blue < 110
}

#[test]
fn every_file_is_upright_in_its_colours() {
    let left_top = ["o1.jpg", "o5.jpg", "progressive.jpg", "cmyk.jpg", "cmyk.tif", "deep.png", "deep.tif", "tiled.tif"];
    let left_top = left_top.into_iter().chain(["jpeg.tif", "scene.webp", "scene.gif", "xmp.jpg", "latin1.jpg"]);
    let cases = left_top.map(|name| (name, 0.1, 0.1)).chain([
        ("o2.jpg", 0.9, 0.1),
        ("o3.jpg", 0.9, 0.9),
        ("o4.jpg", 0.1, 0.9),
        ("o6.jpg", 0.9, 0.1),
        ("o7.jpg", 0.9, 0.9),
        ("o8.jpg", 0.1, 0.9),
        ("preview.jpg", 0.9, 0.1),
    ]);
    for (name, across, down) in cases {
        assert!(is_yellow_at(name, across, down), "{name}");
        assert!(!is_yellow_at(name, 0.5, 0.5), "{name}");
        let probed = probe(&bytes(name)).expect("a picture");
        let turned = ["o5.jpg", "o6.jpg", "o7.jpg", "o8.jpg", "preview.jpg"].contains(&name);
        assert_eq!((probed.width, probed.height), if turned { (40, 60) } else { (60, 40) }, "{name}");
        assert!(!probed.truncated && !picture(name).thumbnail.is_empty(), "{name}");
    }
}

#[test]
fn the_smallest_and_the_longest_are_pictures_too() {
    let size = |name: &str| picture(name).original.size_px;
    assert_eq!((size("one.png").width, size("one.png").height), (1, 1));
    assert_eq!((size("panorama.jpg").width, size("panorama.jpg").height), (3_000, 40));
}

#[test]
fn captions_are_read_in_the_coding_that_they_are_in() {
    let vietnamese = "Trịnh Văn An tại Hội nghị tổng kết, Bắc Ninh";
    let russian = "Делегаты обсуждают итоги съезда";
    for (name, coding, caption) in [
        ("utf8-declared.jpg", TextCoding::Utf8, vietnamese),
        ("utf8-undeclared.jpg", TextCoding::Utf8, vietnamese),
        ("latin1.jpg", TextCoding::Windows1252, "François Léotard à l'Élysée, été 1986"),
        ("cp1251.jpg", TextCoding::Windows1251, russian),
        ("koi8.jpg", TextCoding::Koi8R, russian),
        ("viscii.jpg", TextCoding::Viscii, vietnamese),
        ("tcvn.jpg", TextCoding::Tcvn3, vietnamese),
        ("cp1258.jpg", TextCoding::Windows1258, vietnamese),
    ] {
        let picture = picture(name);
        assert_eq!(picture.metadata.caption.as_deref(), Some(caption), "{name}");
        assert_eq!((picture.coding, picture.coding_is_declared), (Some(coding), name == "utf8-declared.jpg"), "{name}");
        assert!(possible_codings(&bytes(name)).expect("a picture").contains(&coding), "{name}");
    }
    let declared = picture("utf8-declared.jpg").metadata;
    assert_eq!((declared.city.as_deref(), declared.creator.as_deref()), (Some("Bắc Ninh"), Some("Nguyễn Thị Hà")));
}

#[test]
fn another_coding_can_be_chosen() {
    let file = bytes("cp1251.jpg");
    let chosen = read_metadata_in(&file, TextCoding::Windows1252).expect("a picture");
    assert_eq!(chosen.metadata.caption.as_deref(), Some("Äåëåãàòû îáñóæäàþò èòîãè ñúåçäà"));
    assert!(!chosen.declared && !possible_codings(&file).expect("a picture").contains(&TextCoding::Utf8));
}

#[test]
fn xmp_of_other_programs_is_read_in_the_language_of_the_report() {
    let metadata = picture("xmp.jpg").metadata;
    assert_eq!(metadata.caption.as_deref(), Some("Delegates"));
    assert_eq!((metadata.location.as_deref(), metadata.credit.as_deref()), (Some("Hall A"), Some("VNA")));
    assert_eq!(
        (metadata.copyright.as_deref(), metadata.persons.as_slice()),
        (Some("© 2026 Example"), &["Trịnh Văn An".to_owned()][..])
    );
    assert_eq!(metadata.alt.as_deref(), Some("A man at a lectern"));
    let reading = Reading { language: "vi", ..Reading::default() };
    let picture = examine_as(&bytes("xmp.jpg"), "xmp.jpg", &reading).expect("a picture");
    assert_eq!(picture.metadata.caption.as_deref(), Some("Đại biểu"));
}

#[test]
fn the_preview_of_the_camera_is_upright() {
    let preview = fast_preview(&bytes("preview.jpg")).expect("a preview");
    assert_eq!((preview.width(), preview.height()), (20, 30));
    let picture = picture("preview.jpg");
    assert_eq!(picture.original.taken.as_deref(), Some("2026-03-14T09:26:53+07:00"));
    assert!(picture.has_position);
}

/// What the window shows of a cut is what the page gets: both count by themselves, one in whole pixels of the turned original, the
/// other in parts of the picture that is left.
#[test]
fn the_cut_that_is_shown_is_the_cut_that_is_made() {
    let sizes = [(600, 400), (401, 600), (3, 1_000), (1_000, 7)];
    let points = [None, Some((0, 0)), Some((399, 399)), Some((120, 333)), Some((250, 40))];
    let mut cut = 0;
    for (width, height) in sizes {
        for turns in 0..4 {
            for (across, down) in [(16, 9), (4, 3), (1, 1)] {
                for (point, cropped) in points.into_iter().flat_map(|point| [(point, false), (point, true)]) {
                    let size_px = SizePx { width, height };
                    let mut photo = Photo { size_px, turns: QuarterTurns::new(turns), ..a_photo() };
                    let inside = |(x, y): (u32, u32)| PointPx { x: x.min(width - 1), y: y.min(height - 1) };
                    photo.focal = point.map(inside);
                    let area = AreaPx { left: 1, top: 2, width: width * 2 / 3, height: height * 3 / 4 };
                    photo.crop = Some(area).filter(|_| cropped && width > 3 && height > 7);
                    let seen = framing::crop_seen(&photo);
                    let shown = framing::cut_around(seen, (across, down), framing::focus_seen(&photo));
                    let ratio = AspectRatio { across, down };
                    let made = ratio.part_of(seen.width, seen.height, FocalPoint::of(&photo));
                    assert_eq!((made.width, made.height), (shown.width, shown.height), "{photo:?}");
                    let apart = [made.left.abs_diff(shown.left - seen.left), made.top.abs_diff(shown.top - seen.top)];
                    assert!(apart.into_iter().all(|apart| apart <= 1), "{photo:?} {ratio:?}: {made:?} {shown:?}");
                    cut += usize::from(shown != seen);
                }
            }
        }
    }
    assert!(cut > 300, "{cut}");
}

fn a_photo() -> Photo {
    picture("o1.jpg").photo(IdSource::from_seed(1).photo(), &[])
}

#[test]
fn what_is_published_of_a_wide_colour_space_is_srgb() {
    let meant = [[200, 80, 80], [80, 160, 80], [80, 80, 200], [128, 128, 128]];
    for name in ["adobe-rgb.jpg", "display-p3.jpg"] {
        let rungs = [160, 80].map(|width| Rung { width, byte_budget: None }).to_vec();
        let request = DeriveRequest { rungs, ..DeriveRequest::default() };
        let made = make_derivatives(&bytes(name), &request, &Limits::default(), &AtomicBool::new(false)).expect(name);
        assert_eq!(made.len(), 4, "two widths, JPEG and WebP");
        for file in made {
            assert!(!file.bytes.windows(4).any(|at| at == b"acsp"), "{name}: no profile is needed any more");
            let pixels = decode_upright(&file.bytes, &Limits::default()).expect(name);
            for (field, colour) in meant.iter().enumerate() {
                let (x, y) = ((pixels.width() as usize * (2 * field + 1)) / 8, pixels.height() as usize / 2);
                let at = (y * pixels.width() as usize + x) * 3;
                let found = &pixels.rgb()[at..at + 3];
                let apart = found.iter().zip(colour).map(|(found, meant)| found.abs_diff(*meant)).max();
                assert!(apart <= Some(5), "{name} {:?} {}: {found:?} for {colour:?}", file.format, file.width);
            }
        }
    }
}
