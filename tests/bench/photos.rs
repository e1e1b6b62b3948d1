//! What pictures cost, beside what others take for the same: `cargo bench --bench photos`.
//!
//! Processor time a photo on one thread, for 50 JPEGs of 24 megapixels made here, or for those of a folder (`RAPPORTEUR_PHOTOS=DIR`),
//! with the likeness (SSIM of the luma) to the picture decoded at full size and made smaller the slow way. The peers are taken
//! where they are found and left out where not: `vipsthumbnail` on the path (Debian: libvips-tools), and sharp under the folder
//! that `RAPPORTEUR_SHARP` names (`npm install sharp` makes DIR/node_modules). Both get one thread. A number as argument is the
//! size of the photos in thousands of pixels; four small ones are enough then.

#![expect(
    clippy::print_stdout,
    clippy::expect_used,
    reason = "a benchmark prints, and has nobody to report an error to"
)]

mod camera;
mod likeness;
mod roll;
mod spent;

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use likeness::Reference;
use rapporteur::photo::thumbnail::{encode_thumbnail, thumbnail_within};
use rapporteur::photo::{
    DeriveRequest, Limits, OutputFormat, Quality, Rung, decode_upright, fast_preview, make_derivatives,
};
use roll::photos;
use spent::cpu_ms;

const PHOTOS: u32 = 50;
const LADDER: [u32; 4] = [1600, 800, 400, 320];
const THUMBNAIL: u32 = 320;

/// The ladder as a careful user of sharp makes it: decoded once, everything else from the largest size.
const SHARP: &str = r#"
const [modules, out, ...files] = process.argv.slice(1);
const fs = require('fs');
const sharp = require(modules + '/node_modules/sharp');
sharp.concurrency(1); sharp.cache(false);
const widths = [1600, 800, 400, 320];
async function ladder(file) {
  const { data, info } = await sharp(file).rotate().resize(widths[0], null, { withoutEnlargement: true }).raw().toBuffer({ resolveWithObject: true });
  const made = [];
  for (const width of widths) {
    const sized = sharp(data, { raw: info }).resize(width, null, { withoutEnlargement: true });
    made.push([width + '.jpg', await sized.clone().jpeg({ quality: 80 }).toBuffer()]);
    if (width != 320) made.push([width + '.webp', await sized.clone().webp({ quality: 80 }).toBuffer()]);
  }
  return made;
}
(async () => {
  for (const [name, bytes] of await ladder(files[0])) fs.writeFileSync(out + '/sharp-' + name, bytes);
  for (const file of files) {
    const before = process.cpuUsage();
    await ladder(file);
    const spent = process.cpuUsage(before);
    console.log((spent.user + spent.system) / 1000);
  }
})();
"#;

fn main() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let files = photos(folder.path(), PHOTOS, 4);
    let megabytes = files.iter().map(|file| fs::metadata(file).expect("a photo").len()).sum::<u64>() as f64 / 1e6;
    println!(
        "{} photos, {:.1} MB each; CPU ms a photo on one thread, medians",
        files.len(),
        megabytes / files.len() as f64
    );

    let (seconds, peak) = both_cores(&files);
    println!("ladder on two threads: {:.1} photos/s, {peak:.0} MB at most", files.len() as f64 / seconds);

    let preview = median(&files, |bytes| drop(fast_preview(bytes)));
    println!("\n{:<34} {preview:>8.2}", "first picture, from EXIF");

    let limits = Limits::default();
    let small = |bytes: &[u8]| {
        let pixels = thumbnail_within(bytes, THUMBNAIL, &limits).expect("a thumbnail");
        encode_thumbnail(pixels).expect("a JPEG")
    };
    let reference = Reference::new(&fs::read(&files[0]).expect("a photo"));
    report(
        &format!("thumbnail of {THUMBNAIL}"),
        median(&files, |bytes| drop(small(bytes))),
        &reference,
        &[small(&fs::read(&files[0]).expect("a photo"))],
    );
    vips(&files, folder.path(), &reference);

    let request = ladder_request();
    let make = |bytes: &[u8]| make_derivatives(bytes, &request, &limits, &AtomicBool::new(false)).expect("derivatives");
    let spent = median(&files, |bytes| drop(make(bytes)));
    println!();
    for file in make(&fs::read(&files[0]).expect("a photo")) {
        likeness(&format!("ladder {} {:?}", file.width, file.format), &reference, &file.bytes);
    }
    println!("{:<34} {spent:>8.1}", "ladder (and 320 in WebP)");
    sharp(&files, folder.path(), &reference, spent);
}

fn ladder_request() -> DeriveRequest {
    DeriveRequest {
        rungs: LADDER.iter().map(|width| Rung { width: *width, byte_budget: None }).collect(),
        formats: vec![OutputFormat::Webp, OutputFormat::Jpeg],
        jpeg_quality: Quality::new(80),
        webp_quality: Quality::new(80),
        ..DeriveRequest::default()
    }
}

/// All ladders on two threads: seconds, and the most memory that the process ever had, in megabytes.
fn both_cores(files: &[PathBuf]) -> (f64, f64) {
    let (next, request) = (AtomicUsize::new(0), ladder_request());
    let started = std::time::Instant::now();
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                while let Some(file) = files.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let bytes = fs::read(file).expect("a photo");
                    make_derivatives(&bytes, &request, &Limits::default(), &AtomicBool::new(false))
                        .expect("derivatives");
                }
            });
        }
    });
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak =
        status.lines().find_map(|line| line.strip_prefix("VmHWM:")?.trim().strip_suffix(" kB")?.parse::<f64>().ok());
    (started.elapsed().as_secs_f64(), peak.unwrap_or(f64::NAN) / 1e3)
}

fn vips(files: &[PathBuf], folder: &Path, reference: &Reference) {
    let mut spent = Vec::new();
    for file in files {
        let script = "TIMEFORMAT='%U %S'; time VIPS_CONCURRENCY=1 vipsthumbnail -s \"$1\" -o \"$2/vips.jpg\" \"$3\"";
        let size = THUMBNAIL.to_string();
        let ran = Command::new("bash").args(["-c", script, "bash", &size]).arg(folder).arg(file).output();
        let Ok(ran) = ran.as_ref().map(|ran| String::from_utf8_lossy(&ran.stderr)) else { return };
        let times: Vec<f64> = ran.split_whitespace().map_while(|word| word.parse().ok()).collect();
        let ([user, system], true) = (times.as_slice(), folder.join("vips.jpg").exists()) else {
            println!("vipsthumbnail is not here");
            return;
        };
        spent.push((user + system) * 1e3);
    }
    let made = fs::read(folder.join("vips.jpg")).expect("a thumbnail");
    // The last one is of the last file; the reference is of the first.
    let first = Command::new("vipsthumbnail")
        .args(["-s", &THUMBNAIL.to_string(), "-o"])
        .arg(folder.join("vips.jpg"))
        .arg(&files[0])
        .status();
    let made = if first.is_ok() { fs::read(folder.join("vips.jpg")).unwrap_or(made) } else { made };
    report("vipsthumbnail, with its start", middle(spent), reference, &[made]);
}

fn sharp(files: &[PathBuf], folder: &Path, reference: &Reference, ours: f64) {
    let Some(modules) = env::var_os("RAPPORTEUR_SHARP") else {
        println!("RAPPORTEUR_SHARP names no folder with sharp");
        return;
    };
    let ran = Command::new("node")
        .args(["-e", SHARP])
        .arg(modules)
        .arg(folder)
        .args(files)
        .env("UV_THREADPOOL_SIZE", "1")
        .output();
    let told = ran.map(|ran| String::from_utf8_lossy(&ran.stdout).into_owned()).unwrap_or_default();
    let spent: Vec<f64> = told.lines().filter_map(|line| line.parse().ok()).collect();
    if spent.len() != files.len() {
        println!("sharp does not run");
        return;
    }
    for width in LADDER {
        for kind in ["webp", "jpg"] {
            if let Ok(bytes) = fs::read(folder.join(format!("sharp-{width}.{kind}"))) {
                likeness(&format!("sharp {width} {kind}"), reference, &bytes);
            }
        }
    }
    let theirs = middle(spent);
    println!("{:<34} {theirs:>8.1}   ours is {:.2} of it", "sharp", ours / theirs);
}

fn report(what: &str, spent: f64, reference: &Reference, made: &[Vec<u8>]) {
    for bytes in made {
        likeness(what, reference, bytes);
    }
    println!("{what:<34} {spent:>8.1}");
}

fn likeness(what: &str, reference: &Reference, file: &[u8]) {
    let pixels = decode_upright(file, &Limits::default()).expect("what was made can be read");
    let [encoded, linear] = reference.likeness(&pixels);
    println!(
        "  {what:<32} {:>5} px {:>8} bytes   SSIM {encoded:.4} (resized in light: {linear:.4})",
        pixels.width(),
        file.len()
    );
}

/// CPU milliseconds for each file, and of those the middle.
fn median(files: &[PathBuf], work: impl Fn(&[u8])) -> f64 {
    let spent = files.iter().map(|file| {
        let bytes = fs::read(file).expect("a photo");
        let before = cpu_ms();
        work(&bytes);
        cpu_ms() - before
    });
    middle(spent.collect())
}

fn middle(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}
