//! Reads what is on the clipboard, in a job.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use egui::ColorImage;

use crate::app::clipboard::Clipboard;
use crate::export::Progress;
use crate::import::{
    Draft, DraftBlock, MAX_ARTICLE, MAX_BLOCKS, PictureFile, PicturePlace, PictureTarget, parse_copied, read_copied,
};

use super::own_clip;

/// What a paste is known to be before the clipboard is read.
#[derive(Debug)]
pub(in crate::app) enum Wish {
    /// Its words.
    Words(String),
    /// The picture that it is.
    Picture(Arc<ColorImage>),
    /// Neither is there: it can only be HTML.
    Html,
}

impl Wish {
    pub(super) fn text(&self) -> Option<&str> {
        match self {
            Self::Words(text) => Some(text),
            Self::Picture(_) | Self::Html => None,
        }
    }
}

/// What was on the clipboard.
#[derive(Debug, Default)]
pub(in crate::app) struct Pasted {
    /// What another window of ours copied, as JSON.
    pub(super) own: Option<String>,
    /// What another program copied, if it is more than words.
    pub(super) draft: Option<Draft>,
    /// Its pictures.
    pub(super) beside: BTreeMap<String, PictureFile>,
}

/// Reads everything that a paste needs; the words of pictures are taken in a language. `step` hears that the clipboard was read, and of every picture.
pub(super) fn read(clipboard: &dyn Clipboard, wish: Wish, language: &str, step: impl Fn(Progress)) -> Pasted {
    let fits = |html: &String| u64::try_from(html.len()).is_ok_and(|length| length <= MAX_ARTICLE);
    // The key came up here but was pressed elsewhere: it was not meant for this window.
    if matches!(wish, Wish::Html) && clipboard.text().is_some_and(|text| !text.is_empty()) {
        return Pasted::default();
    }
    let html = clipboard.html().filter(fits);
    let files = if html.is_none() && matches!(wish, Wish::Words(_)) { clipboard.files() } else { Vec::new() };
    step(Progress { done: 0, of: 0 });
    if let Some(own) = html.as_deref().and_then(own_clip) {
        return Pasted { own: Some(own), ..Pasted::default() };
    }
    let draft = html.map(|html| parse_copied(&html)).filter(|draft| (1..=MAX_BLOCKS).contains(&draft.blocks.len()));
    let draft = match &wish {
        Wish::Picture(picture) => with_picture(draft, picture),
        Wish::Words(_) | Wish::Html => draft.or_else(|| of_files(files)),
    };
    let mut pasted = Pasted { draft, ..Pasted::default() };
    let Some(draft) = &mut pasted.draft else { return pasted };
    let targets: BTreeMap<String, PictureTarget> = draft
        .blocks
        .iter()
        .filter_map(|block| match block {
            DraftBlock::Picture(place) => Some((place.target.key()?, place.target.clone())),
            DraftBlock::Text { .. } => None,
        })
        .collect();
    for (done, (key, target)) in targets.iter().enumerate() {
        step(Progress { done: done + 1, of: targets.len() });
        if let Ok(file) = read_copied(target, language) {
            pasted.beside.insert(key.clone(), file);
        }
    }
    // What a file manager copies are pictures only where they can be read as such: otherwise their names are pasted.
    if wish.text().is_some() && pasted.beside.is_empty() && is_only_files(draft) {
        pasted.draft = None;
    }
    pasted
}

fn is_only_files(draft: &Draft) -> bool {
    let is_file = |block: &DraftBlock| matches!(block, DraftBlock::Picture(place) if matches!(place.target, PictureTarget::File(_)));
    draft.dropped.is_empty() && draft.blocks.iter().all(is_file)
}

fn of_files(files: Vec<PathBuf>) -> Option<Draft> {
    let place = |path| PicturePlace { target: PictureTarget::File(path), ..PicturePlace::default() };
    let blocks: Vec<_> = files.into_iter().map(place).map(DraftBlock::Picture).collect();
    (!blocks.is_empty()).then(|| Draft { blocks, ..Draft::default() })
}

/// A picture that was copied as pixels, with the words that its HTML has for it. Where the HTML says more, that is what was copied.
fn with_picture(draft: Option<Draft>, picture: &ColorImage) -> Option<Draft> {
    let mut place = PicturePlace::default();
    if let Some(draft) = draft {
        match draft.blocks.as_slice() {
            [DraftBlock::Picture(only)] => place.alt = only.alt.clone(),
            [] => {}
            _ => return Some(draft),
        }
    }
    place.target = PictureTarget::Inside { name: "picture.png".to_owned(), bytes: png(picture)?.into() };
    Some(Draft { blocks: vec![DraftBlock::Picture(place)], ..Draft::default() })
}

fn png(picture: &ColorImage) -> Option<Vec<u8>> {
    let [width, height] = picture.size.map(|side| u32::try_from(side).unwrap_or(u32::MAX));
    let is_opaque = picture.pixels.iter().all(|pixel| pixel.is_opaque());
    let rgba = picture.pixels.iter().map(egui::Color32::to_srgba_unmultiplied);
    let image = if is_opaque {
        let bytes = rgba.flat_map(|[red, green, blue, _]| [red, green, blue]).collect();
        image::DynamicImage::ImageRgb8(image::RgbImage::from_raw(width, height, bytes)?)
    } else {
        image::DynamicImage::ImageRgba8(image::RgbaImage::from_raw(width, height, rgba.flatten().collect())?)
    };
    let mut bytes = Vec::new();
    image.write_to(&mut std::io::Cursor::new(&mut bytes), image::ImageFormat::Png).ok()?;
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_of_the_clipboard_is_written_as_it_is() {
        let picture = ColorImage::from_rgba_unmultiplied([2, 1], &[255, 0, 0, 255, 0, 0, 255, 255]);
        let read = image::load_from_memory(&png(&picture).unwrap()).unwrap();
        assert_eq!(read.to_rgb8().into_raw(), [255, 0, 0, 0, 0, 255]);
        let clear = ColorImage::from_rgba_unmultiplied([1, 1], &[0, 0, 0, 0]);
        assert_eq!(image::load_from_memory(&png(&clear).unwrap()).unwrap().to_rgba8().into_raw()[3], 0);
    }

    #[test]
    fn files_that_are_no_pictures_are_pasted_by_their_names() {
        let clipboard = crate::app::clipboard::OfWindow::default();
        clipboard.set(crate::app::clipboard::Contents { files: vec!["/nowhere/a.docx".into()], ..Default::default() });
        assert!(read(&clipboard, Wish::Words("/nowhere/a.docx".to_owned()), "", |_| {}).draft.is_none());
    }
}
