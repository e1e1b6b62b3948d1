//! Pages with what belongs to them, in a folder or in one ZIP file: our page, our desk package, and what other programs pack.

use std::path::Path;
use std::sync::Arc;

use crate::import::gather::{MAX_ARTICLE, MAX_PICTURE, read_limited};
use crate::import::office::Package;
use crate::import::{Draft, DraftBlock, ImportProblem, PictureTarget, encoding, page};

/// The page of an export.
const PAGE: &str = "index.html";
/// The participants in a desk package.
const TABLE: &str = "participants.csv";
/// What a desk package says of itself.
const MANIFEST: &str = "manifest.json";
/// Bytes of either.
const MAX_TABLE: u64 = 16 << 20;

/// Whether a folder is an export of ours rather than one of photos.
pub fn is_export(folder: &Path) -> bool {
    let bytes = read_limited(&folder.join(PAGE), MAX_ARTICLE).ok();
    let html = bytes.and_then(|bytes| encoding::decode_page(bytes).ok());
    html.is_some_and(|html| page::is_own(&html))
}

/// Reads a page. Beside one of ours the table of the participants and the photos of a desk package are looked for, also those that are
/// not in the text.
///
/// # Errors
/// Those of reading.
pub fn read_page(path: &Path) -> Result<Draft, ImportProblem> {
    let html = encoding::decode_page(read_limited(path, MAX_ARTICLE)?)?;
    let mut draft = page::parse(&html);
    if page::is_own(&html) {
        let folder = path.parent().unwrap_or(Path::new(""));
        if let Ok(table) = read_limited(&folder.join(TABLE), MAX_TABLE) {
            take_table(&mut draft, &table);
        }
        let photos: Vec<String> = std::fs::read_dir(folder.join("photos"))
            .map(|files| {
                files
                    .filter_map(Result::ok)
                    .map(|file| format!("photos/{}", file.file_name().to_string_lossy()))
                    .collect()
            })
            .unwrap_or_default();
        for target in targets(&mut draft) {
            if let Some(photo) = photo_of(target, &photos) {
                *target = PictureTarget::Beside(photo);
            }
        }
        // Photos that lie beside a page by chance are not those of a package.
        if folder.join(MANIFEST).is_file() {
            draft.unplaced = unplaced(&mut draft, &photos).into_iter().map(PictureTarget::Beside).collect();
            draft.lead = read_limited(&folder.join(MANIFEST), MAX_TABLE).ok().and_then(|json| lead(&mut draft, &json));
        }
    }
    Ok(draft)
}

/// Reads the page in a ZIP file, with its pictures.
///
/// # Errors
/// [`ImportProblem::NothingInside`] where there is no page or more than one, and those of reading.
pub fn read_archive(path: &Path) -> Result<Draft, ImportProblem> {
    let mut package = Package::open(read_limited(path, MAX_PICTURE)?)?;
    let names = package.names();
    let name = page_of(&names).ok_or(ImportProblem::NothingInside)?.to_owned();
    let folder = name.rfind('/').map_or("", |slash| &name[..=slash]);
    let Some(bytes) = package.bytes(&name, MAX_ARTICLE)? else { return Err(ImportProblem::NothingInside) };
    let html = encoding::decode_page(bytes)?;
    let mut draft = page::parse(&html);
    let inner: Vec<String> = names.iter().filter_map(|name| name.strip_prefix(folder)).map(str::to_owned).collect();
    if page::is_own(&html)
        && let Some(table) = package.bytes(&format!("{folder}{TABLE}"), MAX_TABLE)?
    {
        take_table(&mut draft, &table);
    }
    let is_own = page::is_own(&html);
    for target in targets(&mut draft) {
        let photo = photo_of(target, &inner).filter(|_| is_own);
        let PictureTarget::Beside(address) = target else { continue };
        let decoded = String::from_utf8(crate::import::address::percent_decoded(address)).ok();
        let wanted = [photo.as_ref(), Some(&*address), decoded.as_ref()];
        let Some(found) = wanted.into_iter().flatten().find(|wanted| inner.contains(wanted)) else { continue };
        if let Some(bytes) = package.bytes(&format!("{folder}{found}"), MAX_PICTURE)? {
            *target = PictureTarget::Inside { name: found.clone(), bytes: Arc::from(bytes) };
        }
    }
    let is_package = is_own && inner.iter().any(|name| name == MANIFEST);
    for name in if is_package { unplaced(&mut draft, &inner) } else { Vec::new() } {
        if let Some(bytes) = package.bytes(&format!("{folder}{name}"), MAX_PICTURE)? {
            draft.unplaced.push(PictureTarget::Inside { name, bytes: Arc::from(bytes) });
        }
    }
    if is_package && let Some(json) = package.bytes(&format!("{folder}{MANIFEST}"), MAX_TABLE)? {
        draft.lead = lead(&mut draft, &json);
    }
    Ok(draft)
}

/// The page that a package is made around: `index.html` before all others, in no folder or in the one that all is in.
fn page_of(names: &[String]) -> Option<&str> {
    let is_page = |name: &&String| {
        let small = name.to_lowercase();
        let is_of_the_system =
            small.starts_with("__macosx/") || small.rsplit('/').next().is_some_and(|last| last.starts_with('.'));
        (small.ends_with(".html") || small.ends_with(".htm")) && !is_of_the_system
    };
    let pages: Vec<&str> = names.iter().filter(is_page).map(String::as_str).collect();
    let index =
        pages.iter().filter(|name| name.rsplit('/').next() == Some(PAGE)).min_by_key(|name| name.matches('/').count());
    index.copied().or_else(|| pages.first().copied().filter(|_| pages.len() == 1))
}

fn take_table(draft: &mut Draft, table: &[u8]) {
    let language = draft.language.clone().unwrap_or_default();
    if let Some(people) = page::people_of_table(table, &draft.participants, &language) {
        draft.participants = people;
    }
}

fn targets(draft: &mut Draft) -> impl Iterator<Item = &mut PictureTarget> {
    draft.blocks.iter_mut().filter_map(|block| match block {
        DraftBlock::Picture(place) => Some(&mut place.target),
        DraftBlock::Text { .. } => None,
    })
}

/// The photos of a desk package that no picture of the page was made of, in their order.
fn unplaced(draft: &mut Draft, names: &[String]) -> Vec<String> {
    let shown: Vec<String> = targets(draft)
        .filter_map(|target| match target {
            PictureTarget::Beside(name) | PictureTarget::Inside { name, .. } => Some(name.clone()),
            _ => None,
        })
        .collect();
    let number = |name: &str| name.strip_suffix(".jpg")?.rsplit_once('-')?.1.parse::<u32>().ok();
    let is_photo = |name: &&String| name.starts_with("photos/") && !shown.contains(name);
    let mut photos: Vec<_> =
        names.iter().filter(is_photo).filter_map(|name| Some((number(name)?, name.clone()))).collect();
    photos.sort();
    photos.into_iter().map(|(_, name)| name).collect()
}

/// The key of the photo that a package says was chosen to stand for the story, if it is among those that were read.
fn lead(draft: &mut Draft, manifest: &[u8]) -> Option<String> {
    let manifest: serde_json::Value = serde_json::from_slice(manifest).ok()?;
    let path = manifest.get("lead")?.as_str()?.to_owned();
    let placed: Vec<PictureTarget> = targets(draft).map(|target| target.clone()).collect();
    let mut read = placed.iter().chain(&draft.unplaced);
    let is_lead = |target: &&PictureTarget| match target {
        PictureTarget::Beside(name) | PictureTarget::Inside { name, .. } => *name == path,
        _ => false,
    };
    read.find(is_lead)?.key()
}

/// The photo in the desk's size that a picture of the page was made of: both have its number, `img/photo-03-1600.jpg` and
/// `photos/hall-03.jpg`.
fn photo_of(target: &PictureTarget, names: &[String]) -> Option<String> {
    let PictureTarget::Beside(address) = target else { return None };
    let number = address.strip_prefix("img/photo-")?.split('-').next()?;
    let ending = format!("-{number}.jpg");
    names.iter().find(|name| name.starts_with("photos/") && name.ends_with(&ending)).cloned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_of_a_package_is_found() {
        let page = |names: &[&str]| {
            page_of(&names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>()).map(str::to_owned)
        };
        assert_eq!(page(&["fragment.html", "index.html", "changes.html"]).as_deref(), Some("index.html"));
        assert_eq!(
            page(&["desk/index.html", "desk/old/index.html", "__MACOSX/._x.html"]).as_deref(),
            Some("desk/index.html")
        );
        assert_eq!(page(&["images/image1.png", "Report.html"]).as_deref(), Some("Report.html"));
        assert_eq!(page(&["a.html", "b.html"]), None);
        assert_eq!(page(&["a.jpg"]), None);
    }

    #[test]
    fn a_picture_of_the_page_and_its_photo_have_one_number() {
        let names = ["photos/hall-03.jpg", "photos/hall-13.jpg"].map(str::to_owned);
        let photo = |address: &str| photo_of(&PictureTarget::Beside(address.to_owned()), &names);
        assert_eq!(photo("img/photo-03-1600.jpg").as_deref(), Some("photos/hall-03.jpg"));
        assert_eq!((photo("img/photo-04-960.jpg"), photo("x.jpg")), (None, None));
    }
}
