//! HEIC and AVIF through the system's libheif: its own program, run on a copy, with limits on size and time.
//!
//! No decoder is built in: those of pure Rust for AV1 with a safe face need a newer compiler or are under the AGPL, and those for
//! HEVC are young. A program of its own also keeps what happens in libheif away from the report.

use std::fs;
use std::io;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::photo::{
    error::PhotoError,
    exif::{Tiff, find, tag},
    limits::Limits,
};

/// The program's newer name and its older one.
const PROGRAMS: [&str; 2] = ["heif-dec", "heif-convert"];
/// Longer than the largest picture of a phone takes on a slow machine.
const LONGEST: Duration = Duration::from_secs(30);
const POLL: Duration = Duration::from_millis(10);
/// Sizes stand in the box of this name, which is small beside the picture.
const META: &[u8] = b"meta";
const LARGEST_META: usize = 4 << 20;
const LARGEST_RESULT: u64 = 256 << 20;

/// The picture as JPEG, with the metadata that libheif hands on; `None` where there is no such program or it does not manage.
pub(crate) fn converted(bytes: &[u8], limits: &Limits) -> Result<Option<Vec<u8>>, PhotoError> {
    check_sizes(bytes, limits)?;
    let started = Instant::now();
    let left = || LONGEST.saturating_sub(started.elapsed());
    let jpeg = PROGRAMS.iter().find_map(|program| convert(Path::new(program), bytes, left()));
    Ok(jpeg.map(upright))
}

/// libheif turns the picture as its own boxes say, which is all that counts (ISO/IEC 23008-12, 6.5.10), and some of its versions hand
/// the flag in EXIF on as it is: phones write both, and the picture would be turned twice.
fn upright(mut jpeg: Vec<u8>) -> Vec<u8> {
    const EXIF: &[u8] = b"Exif\0\0";
    const UPRIGHT: u8 = 1;
    let start = jpeg.windows(EXIF.len()).take(LARGEST_META).position(|bytes| bytes == EXIF).map(|at| at + EXIF.len());
    let flag = start.and_then(|start| {
        let tiff = Tiff::of(jpeg.get(start..)?)?;
        let (directory, _) = tiff.directory(tiff.u32_at(4)?);
        let entry = find(&directory, tag::ORIENTATION).filter(|entry| (entry.kind, entry.count) == (3, 1))?;
        Some(start + entry.at + usize::from(!tiff.little))
    });
    if let Some(flag) = flag.and_then(|flag| jpeg.get_mut(flag)) {
        *flag = UPRIGHT;
    }
    jpeg
}

/// Whether one of the boxes that the file consists of goes on beyond its end.
pub(crate) fn breaks_off(bytes: &[u8]) -> bool {
    let mut rest = bytes;
    while let Some((size, after)) = rest.split_first_chunk().map(|(size, after)| (u32::from_be_bytes(*size), after)) {
        let size = match size {
            0 => return false,
            1 => after.get(4..).and_then(|after| after.first_chunk()).map(|size| u64::from_be_bytes(*size)),
            size => Some(size.into()),
        };
        let Some(next) = size.and_then(|size| rest.get(usize::try_from(size).ok()?.max(8)..)) else { return true };
        rest = next;
    }
    !rest.is_empty()
}

/// Refuses a picture that claims to be too large in any of its `ispe` boxes (version, width, height), wherever in the file they stand.
fn check_sizes(bytes: &[u8], limits: &Limits) -> Result<(), PhotoError> {
    let meta = meta_box(bytes).unwrap_or(bytes);
    let meta = meta.get(..LARGEST_META).unwrap_or(meta);
    let number = |at: usize| meta.get(at..)?.first_chunk().map(|chunk| u32::from_be_bytes(*chunk));
    for at in meta.windows(4).enumerate().filter(|(_, name)| *name == b"ispe").map(|(at, _)| at) {
        if let Some((width, height)) = number(at + 8).zip(number(at + 12)) {
            limits.check(width, height, 4)?;
        }
    }
    Ok(())
}

/// The box with what is said of the pictures: boxes follow each other, each with its size and name (ISO/IEC 14496-12, 4.2).
fn meta_box(bytes: &[u8]) -> Option<&[u8]> {
    let mut rest = bytes;
    loop {
        let (size, after) =
            rest.split_first_chunk().map(|(size, after)| (u32::from_be_bytes(*size) as usize, after))?;
        let is_meta = after.starts_with(META);
        let size = match size {
            0 => rest.len(),
            1 => usize::try_from(u64::from_be_bytes(*after.get(4..)?.first_chunk()?)).ok()?,
            size => size,
        };
        if is_meta {
            return rest.get(..size.min(rest.len()));
        }
        // A box is at least as long as its head.
        rest = rest.get(size.max(8)..)?;
    }
}

fn convert(program: &Path, bytes: &[u8], longest: Duration) -> Option<Vec<u8>> {
    let folder = tempfile::tempdir().ok()?;
    let (source, target) = (folder.path().join("in.heic"), folder.path().join("out.jpg"));
    fs::write(&source, bytes).ok()?;
    let done = run(Command::new(program).args(["-q", "95"]).arg(&source).arg(&target), longest).ok()?;
    // Of several pictures each gets a number; the first is the one that is meant.
    let numbered = folder.path().join("out-1.jpg");
    let found = [target, numbered].into_iter().find(|path| path.is_file()).filter(|_| done)?;
    let fits = fs::metadata(&found).is_ok_and(|metadata| metadata.len() <= LARGEST_RESULT);
    let jpeg = if fits { fs::read(&found).ok()? } else { return None };
    jpeg.starts_with(b"\xFF\xD8\xFF").then_some(jpeg)
}

/// Whether the program ended well in time.
fn run(command: &mut Command, longest: Duration) -> io::Result<bool> {
    let mut child = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn()?;
    let started = Instant::now();
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(status.success());
        }
        if started.elapsed() > longest {
            child.kill()?;
            child.wait()?;
            return Ok(false);
        }
        thread::sleep(POLL);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::photo::fixtures::{self, ExifBuilder};
    use crate::photo::{UnsupportedFormat, foreign::keepable, orientation::Orientation, probe};

    #[test]
    fn a_size_over_the_limit_is_refused_before_anything_runs() {
        let mut file = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic\0\0\0\x14ispe\0\0\0\0".to_vec();
        file.extend_from_slice(&[0, 0, 0xFF, 0xFF, 0, 0, 0xFF, 0xFF]);
        assert_eq!(converted(&file, &Limits::default()), Err(PhotoError::TooLarge { width: 65_535, height: 65_535 }));
    }

    #[test]
    fn a_size_that_stands_behind_the_picture_is_found() {
        let mut file = b"\0\0\0\x10ftypheic\0\0\0\0".to_vec();
        file.extend_from_slice(&(8 + (1_u32 << 20)).to_be_bytes());
        file.extend_from_slice(b"mdat");
        file.resize(file.len() + (1 << 20), 7);
        file.extend_from_slice(b"\0\0\0\x20meta\0\0\0\0\0\0\0\x14ispe\0\0\0\0\0\0\xFF\xFF\0\0\xFF\xFF");
        assert_eq!(converted(&file, &Limits::default()), Err(PhotoError::TooLarge { width: 65_535, height: 65_535 }));
    }

    #[test]
    fn a_picture_that_libheif_has_turned_is_not_turned_again() {
        for little in [true, false] {
            let exif = ExifBuilder { little, orientation: 6, ..ExifBuilder::camera() };
            let jpeg = upright(fixtures::jpeg_with_exif(40, 30, &exif));
            let probed = probe(&jpeg).unwrap();
            assert_eq!((probed.width, probed.height, probed.orientation), (40, 30, Orientation::Upright));
            assert!(probed.taken.is_some());
        }
        let plain = fixtures::jpeg(&fixtures::scene(40, 30));
        assert_eq!(upright(plain.clone()), plain);
    }

    #[test]
    fn a_file_whose_last_box_is_not_whole_breaks_off() {
        let file = b"\0\0\0\x10ftypheic\0\0\0\0\0\0\0\x01mdat\0\0\0\0\0\0\0\x14abcd\0\0\0\x08free";
        assert!(!breaks_off(file) && !breaks_off(&[&file[..], b"\0\0\0\0mdat..."].concat()));
        for end in (1..file.len()).filter(|end| ![16, 36].contains(end)) {
            assert!(breaks_off(&file[..end]), "{end}");
        }
        let format = UnsupportedFormat::Heic;
        assert_eq!(keepable(&file[..30]), Err(PhotoError::BreaksOff { format }));
    }

    #[test]
    fn without_the_program_there_is_nothing() {
        assert_eq!(convert(Path::new("/nonexistent/heif-dec"), b"x", LONGEST), None);
    }

    #[cfg(unix)]
    #[test]
    fn what_the_program_writes_is_taken_and_one_that_hangs_is_ended() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().unwrap();
        let script = |name: &str, body: &str| {
            let path = folder.path().join(name);
            fs::write(&path, format!("#!/bin/sh\n{body}\n")).unwrap();
            fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
            path
        };
        let works = script("works", r#"printf '\377\330\377' > "$4""#);
        assert_eq!(convert(&works, b"x", LONGEST).as_deref(), Some(&b"\xFF\xD8\xFF"[..]));
        let several = script("several", r#"printf '\377\330\377one' > "${4%.jpg}-1.jpg""#);
        assert!(convert(&several, b"x", LONGEST).is_some());
        assert_eq!(convert(&script("fails", "exit 1"), b"x", LONGEST), None);
        assert_eq!(convert(&script("hangs", "exec sleep 600"), b"x", Duration::from_millis(50)), None);
    }
}
