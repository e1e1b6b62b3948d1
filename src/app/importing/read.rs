//! Reading photos from a card, a few at a time and in their order; and the cameras' own small pictures of those that wait.

use std::collections::BTreeMap;
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use egui::ColorImage;

use crate::app::decode;
use crate::app::importing::gate::{Gate, Lease};
use crate::import::{ImportProblem, MAX_PICTURE, Picture, Sidecar, read_shared, take_in};
use crate::job::{Cancel, caught};
use crate::photo::{Reading, fast_preview, resize};

/// So many files are read at once: decoding one takes some 70 MB.
const AT_ONCE: usize = 2;
/// The cameras' small pictures stand within so many bytes of a file: EXIF cannot be longer than 64 KB. Editors put colour profiles and
/// long notes between it and the size of the picture, so that a second look goes further.
const HEAD_BYTES: [u64; 2] = [96 << 10, 1 << 20];
/// The longest side of such a picture: twice what a card shows.
const PREVIEW_SIDE_PX: u32 = 192;

/// A photo read from a file.
pub struct ReadPhoto {
    /// The file's name.
    pub file_name: String,
    /// The bytes, untouched.
    pub bytes: Arc<[u8]>,
    /// What they are.
    pub picture: Picture,
    /// The right to hold the bytes.
    pub lease: Option<Arc<Lease>>,
}

/// A file that is not a photo for a report.
#[derive(Debug)]
pub struct UnreadPhoto {
    /// The file's name.
    pub file_name: String,
    /// Why.
    pub problem: ImportProblem,
}

/// What the import tells while it goes on.
pub enum ImportStep {
    /// The files that are going to be read.
    Found(Vec<PathBuf>),
    /// The camera's own small picture of the file at a place.
    Preview(usize, Box<ColorImage>),
    /// The next file was read, or could not be. Files come in their order.
    Read(Result<Box<ReadPhoto>, UnreadPhoto>),
    /// All is read, or it was stopped.
    Done,
}

/// Reads the files and tells of each step; of words in several languages those in `language` are taken. Returns when all are read or it was cancelled.
pub fn read_all(
    files: &[PathBuf],
    language: &str,
    gate: &Arc<Gate>,
    cancel: &Cancel,
    tell: &(dyn Fn(ImportStep) + Sync),
) {
    tell(ImportStep::Found(files.to_vec()));
    let taken = Mutex::new(0);
    let line = InOrder::new(tell);
    let work = || {
        while let Some((place, read)) = take_next(&taken, files, language, gate, cancel) {
            // A mistake of ours costs this photo, named, and not those behind it, which wait for their turn.
            let unread = || UnreadPhoto {
                file_name: files.get(place).map(|file| name_of(file)).unwrap_or_default(),
                problem: ImportProblem::Io(std::io::Error::other("this program made a mistake over it")),
            };
            line.give(place, caught(read).unwrap_or_else(|| Err(unread())));
        }
    };
    std::thread::scope(|scope| {
        for _ in 1..AT_ONCE {
            scope.spawn(work);
        }
        work();
    });
}

/// Takes the next file, once there is room for it. Nobody overtakes who waits: what is read later would hold the room that the earlier
/// one needs.
fn take_next<'f>(
    place: &Mutex<usize>,
    files: &'f [PathBuf],
    language: &'f str,
    gate: &Arc<Gate>,
    cancel: &Cancel,
) -> Option<(usize, impl FnOnce() -> Result<Box<ReadPhoto>, UnreadPhoto> + use<'f>)> {
    let mut place = locked(place);
    let file = files.get(*place).filter(|_| !cancel.is_cancelled())?;
    let length = std::fs::metadata(file).map_or(0, |metadata| metadata.len()).min(MAX_PICTURE);
    let lease = gate.enter(length, cancel)?;
    *place += 1;
    Some((*place - 1, move || read(file, language, Some(lease))))
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

type Outcome = Result<Box<ReadPhoto>, UnreadPhoto>;

/// Passes on what was read in the order of the files.
struct InOrder<'a> {
    tell: &'a (dyn Fn(ImportStep) + Sync),
    /// The place of the next, and what came before its turn.
    waiting: Mutex<(usize, BTreeMap<usize, Outcome>)>,
}

impl<'a> InOrder<'a> {
    fn new(tell: &'a (dyn Fn(ImportStep) + Sync)) -> Self {
        Self { tell, waiting: Mutex::default() }
    }

    fn give(&self, place: usize, read: Outcome) {
        let mut guard = locked(&self.waiting);
        let (next, waiting) = &mut *guard;
        waiting.insert(place, read);
        while let Some(read) = waiting.remove(next) {
            (self.tell)(ImportStep::Read(read));
            *next += 1;
        }
    }
}

/// The camera's own small picture in a file, where it has one; costs about a millisecond.
pub fn preview(file: &Path) -> Option<ColorImage> {
    let mut file = std::fs::File::open(file).ok()?;
    let mut head = Vec::new();
    let small = HEAD_BYTES.iter().find_map(|most| {
        let more = most.saturating_sub(head.len() as u64);
        let read = (&mut file).take(more).read_to_end(&mut head).ok()?;
        (read > 0).then(|| fast_preview(&head)).flatten()
    })?;
    Some(decode::image(&resize::fit(small, PREVIEW_SIDE_PX, PREVIEW_SIDE_PX)))
}

/// Reads a file and says what picture it is, with its words in a language. Who reads one alone needs no lease.
///
/// # Errors
/// [`UnreadPhoto`], with its name.
pub fn read(file: &Path, language: &str, lease: Option<Lease>) -> Result<Box<ReadPhoto>, UnreadPhoto> {
    let file_name = name_of(file);
    let examined = read_shared(file, MAX_PICTURE).and_then(|bytes| {
        let sidecar = Sidecar::beside(file);
        let reading = Reading { sidecar: sidecar.packet(), language, ..Reading::default() };
        let (kept, mut picture) = take_in(bytes, &file_name, &reading)?;
        picture.sidecar_too_long = sidecar.is_too_long();
        Ok((kept, picture))
    });
    let (bytes, picture) = match examined {
        Ok(read) => read,
        Err(problem) => return Err(UnreadPhoto { file_name, problem }),
    };
    let lease = lease.map(|mut lease| {
        lease.hold(bytes.len() as u64);
        Arc::new(lease)
    });
    Ok(Box::new(ReadPhoto { file_name, bytes, picture, lease }))
}

/// The last part of a path.
pub fn name_of(file: &Path) -> String {
    file.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::photo::fixtures::{self, ExifBuilder};

    fn picture(folder: &Path, name: &str, side: u32) -> PathBuf {
        let path = folder.join(name);
        image::RgbImage::from_pixel(side, side, image::Rgb([90; 3])).save(&path).unwrap();
        path
    }

    fn told(files: &[PathBuf], cancel: &Cancel) -> Vec<String> {
        let told = Mutex::new(Vec::new());
        read_all(files, "", &Arc::default(), cancel, &|step| {
            let words = match step {
                ImportStep::Found(files) => {
                    files.iter().fold("found".to_owned(), |told, file| told + " " + &name_of(file))
                }
                ImportStep::Preview(place, _) => format!("preview {place}"),
                ImportStep::Read(Ok(read)) => format!("read {}", read.file_name),
                ImportStep::Read(Err(unread)) => format!("unread {}", unread.file_name),
                ImportStep::Done => "done".to_owned(),
            };
            locked(&told).push(words);
        });
        told.into_inner().unwrap()
    }

    #[test]
    fn photos_come_in_the_order_of_their_files_whatever_each_takes() {
        let folder = tempfile::tempdir().unwrap();
        let missing = folder.path().join("gone.jpg");
        let files = [
            picture(folder.path(), "a.png", 900),
            picture(folder.path(), "b.png", 4),
            missing,
            picture(folder.path(), "c.png", 5),
        ];
        let expected =
            ["found a.png b.png gone.jpg c.png", "read a.png", "read b.png", "unread gone.jpg", "read c.png"];
        assert_eq!(told(&files, &Cancel::default()), expected);
    }

    #[test]
    fn the_small_picture_is_found_before_long_notes() {
        let small = fixtures::jpeg(&fixtures::scene(48, 32));
        let exif = ExifBuilder { orientation: 1, thumbnail: Some(small), ..ExifBuilder::camera() };
        let photo = fixtures::jpeg_with_exif(480, 320, &exif);
        let exif_at = photo.windows(2).position(|pair| pair == [0xFF, 0xE1]).unwrap();
        let exif_end = exif_at + 2 + usize::from(u16::from_be_bytes([photo[exif_at + 2], photo[exif_at + 3]]));
        let note = [&[0xFF, 0xFE, 0xEA, 0x62][..], &[b' '; 60_000]].concat();
        let noted = [&photo[..exif_end], &note.repeat(5), &photo[exif_end..]].concat();
        let folder = tempfile::tempdir().unwrap();
        for bytes in [photo.clone(), noted] {
            let file = folder.path().join("a.jpg");
            std::fs::write(&file, bytes).unwrap();
            assert_eq!(preview(&file).map(|image| image.size), Some([48, 32]));
        }
    }

    #[test]
    fn an_import_that_is_stopped_reads_no_more() {
        let folder = tempfile::tempdir().unwrap();
        let cancel = Cancel::default();
        cancel.cancel();
        assert_eq!(told(&[picture(folder.path(), "a.png", 4)], &cancel), ["found a.png"]);
    }
}
