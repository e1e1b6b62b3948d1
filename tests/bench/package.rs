//! What a desk package costs beside what sharp takes for the same pictures: `cargo bench --bench package`.
//!
//! Processor time for five photos of 24 megapixels made here, or for those of a folder (`RAPPORTEUR_PHOTOS=DIR`), each in the size
//! of a desk, in four widths as JPEG and WebP, the first also in three shapes; seconds for the second package, made of what was kept; and
//! for every picture its likeness (SSIM of the luma) to the photo made smaller the slow way. sharp is taken from the folder that
//! `RAPPORTEUR_SHARP` names (`npm install sharp` makes DIR/node_modules). A number as argument is the size of the photos in
//! thousands of pixels.

#![expect(
    clippy::print_stdout,
    clippy::expect_used,
    reason = "a benchmark prints, and has nobody to report an error to"
)]

mod camera;
mod likeness;
mod roll;

use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Mutex;
use std::sync::atomic::AtomicBool;
use std::time::Instant;

use likeness::Reference;
use rapporteur::export::{self, Form, PictureError, PictureSource, Template, Watch};
use rapporteur::import::Gathered;
use rapporteur::photo::{DerivedKey, Limits, OutputFormat, decode_upright};
use rapporteur::report::{IdSource, Photo, Report};
use roll::photos;

const PHOTOS: u32 = 5;

/// The same pictures as a careful user of sharp makes them: decoded once, everything else from the desk's size.
const SHARP: &str = r#"
const [modules, out, ...files] = process.argv.slice(1);
const fs = require('fs');
const sharp = require(modules + '/node_modules/sharp');
sharp.concurrency(1); sharp.cache(false);
async function ladder(file, number) {
  const { data, info } = await sharp(file).rotate().resize(2560, 2560, { fit: 'inside', withoutEnlargement: true }).raw().toBuffer({ resolveWithObject: true });
  const raw = { raw: info }, made = [];
  made.push(['photos/photo-0' + number + '.jpg', await sharp(data, raw).jpeg({ quality: 85 }).toBuffer()]);
  for (const width of info.height > info.width ? [960, 720, 480] : [1440, 960, 720, 480]) {
    const sized = sharp(data, raw).resize(width, null, { withoutEnlargement: true });
    made.push(['img/photo-0' + number + '-' + width + '.jpg', await sized.clone().jpeg({ quality: 80 }).toBuffer()]);
    made.push(['img/photo-0' + number + '-' + width + '.webp', await sized.clone().webp({ quality: 80 }).toBuffer()]);
  }
  if (number == 1) for (const [shape, height] of [['16x9', 675], ['4x3', 900], ['1x1', 1200]]) {
    made.push(['img/photo-01-' + shape + '.jpg', await sharp(data, raw).resize(1200, height, { fit: 'cover' }).jpeg({ quality: 80 }).toBuffer()]);
  }
  return made;
}
(async () => {
  await ladder(files[0], 1);
  const before = process.cpuUsage();
  for (const [index, file] of files.entries()) {
    for (const [name, bytes] of await ladder(file, index + 1)) fs.writeFileSync(out + '/' + name, bytes);
  }
  const spent = process.cpuUsage(before);
  console.log((spent.user + spent.system) / 1000);
})();
"#;

/// Photos in a folder, and what was made of them.
struct Folder {
    photos: PathBuf,
    kept: Mutex<BTreeMap<(DerivedKey, OutputFormat), Vec<u8>>>,
}

impl PictureSource for Folder {
    fn original(&self, photo: &Photo) -> Result<Vec<u8>, PictureError> {
        fs::read(self.photos.join(&*photo.file_name)).map_err(|_| PictureError::Missing)
    }

    fn derived(&self, _photo: &Photo, key: DerivedKey, format: OutputFormat) -> Option<Vec<u8>> {
        self.kept.lock().expect("nobody panicked").get(&(key, format)).cloned()
    }
}

fn main() {
    let work = tempfile::tempdir().expect("a temporary folder");
    let files = photos(work.path(), PHOTOS, PHOTOS);
    let report = report(work.path(), &files);
    let source = Folder { photos: work.path().to_owned(), kept: Mutex::default() };
    let ours = work.path().join("ours");

    let before = process_ms();
    let made = package(&report, &source, &ours);
    let spent = process_ms() - before;
    let kept = made.derived.iter().filter_map(|derived| {
        let bytes = derived.fresh.as_ref()?.read().expect("what was kept");
        Some(((derived.key, derived.format), bytes))
    });
    source.kept.lock().expect("nobody panicked").extend(kept);
    let started = Instant::now();
    package(&report, &source, &ours);
    let second = started.elapsed().as_secs_f64();
    assert!(!made.derived.is_empty(), "the pictures are in the package");
    println!("package of {} photos: {spent:.0} ms of the processor; the second: {second:.2} s", files.len());

    let theirs = work.path().join("theirs");
    match sharp(&files, &theirs) {
        Some(their_ms) => println!("sharp: {their_ms:.0} ms; ours is {:.2} of it", spent / their_ms),
        None => println!("sharp does not run; RAPPORTEUR_SHARP names the folder that has it"),
    }
    likenesses(&files, &made.files, (&ours, &theirs));
}

/// For each picture bytes and likeness of ours, and of theirs where it is there.
fn likenesses(files: &[PathBuf], made: &[PathBuf], (ours, theirs): (&Path, &Path)) {
    println!(
        "\n{:<28} {:>8} {:>7} {:>7}   {:>8} {:>7} {:>7}",
        "picture", "bytes", "SSIM", "light", "sharp", "SSIM", "light"
    );
    for (index, file) in files.iter().enumerate() {
        let reference = Reference::new(&fs::read(file).expect("a photo"));
        let of_photo = format!("photo-{:02}", index + 1);
        for path in made.iter().filter(|path| path.to_string_lossy().contains(&of_photo)) {
            let name = path.strip_prefix(ours).expect("inside");
            // A cut is not the whole photo.
            if name.to_string_lossy().contains('x') {
                continue;
            }
            let told = [path.clone(), theirs.join(name)].map(|path| {
                let Ok(bytes) = fs::read(path) else { return String::new() };
                let [encoded, light] =
                    reference.likeness(&decode_upright(&bytes, &Limits::default()).expect("a picture"));
                format!("{:>8} {encoded:>7.4} {light:>7.4}", bytes.len())
            });
            println!("{:<28} {}", name.display(), told.join("   "));
        }
    }
}

fn package(report: &Report, source: &Folder, out: &Path) -> export::Exported {
    let preset = rapporteur::filing::built_in().swap_remove(0);
    let cancel = AtomicBool::new(false);
    let mut watch = Watch { on_progress: &mut |_| (), cancel: &cancel };
    export::desk(report, source, &preset, &Template::default(), (out, Form::Folder), &mut watch).expect("a package")
}

/// An article with all photos in it.
fn report(work: &Path, files: &[PathBuf]) -> Report {
    let mut article = "# Five photos\n\n".to_owned();
    for (number, file) in files.iter().enumerate() {
        // An article has its pictures beside it.
        let name = format!("photo-{number}.jpg");
        fs::copy(file, work.join(&name)).expect("room for a photo");
        article.push_str(&format!("A paragraph.\n\n![]({name})\n\nA caption.\n\n"));
    }
    let path = work.join("article.md");
    fs::write(&path, article).expect("room for an article");
    let mut ids = IdSource::from_seed(1);
    let mut report = Report::new(&mut ids, "en");
    let gathered = Gathered::read(&[path], "en").expect("an article");
    gathered.into_addition(&report, &mut ids).apply_to(&mut report);
    assert_eq!(report.photos.len(), files.len(), "all photos are in the report");
    report
}

fn sharp(files: &[PathBuf], out: &Path) -> Option<f64> {
    let modules = env::var_os("RAPPORTEUR_SHARP")?;
    for folder in ["img", "photos"] {
        fs::create_dir_all(out.join(folder)).expect("room for pictures");
    }
    let ran = Command::new("node")
        .args(["-e", SHARP])
        .arg(modules)
        .arg(out)
        .args(files)
        .env("UV_THREADPOOL_SIZE", "1")
        .output()
        .ok()?;
    String::from_utf8_lossy(&ran.stdout).trim().parse().ok()
}

/// The processor's time of all threads in milliseconds.
#[cfg(unix)]
fn process_ms() -> f64 {
    let spent = rustix::time::clock_gettime(rustix::time::ClockId::ProcessCPUTime);
    spent.tv_sec as f64 * 1e3 + spent.tv_nsec as f64 / 1e6
}

/// The clock's time in milliseconds, where the system does not tell that of the processor.
#[cfg(not(unix))]
fn process_ms() -> f64 {
    std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).map_or(0.0, |spent| spent.as_secs_f64() * 1e3)
}
