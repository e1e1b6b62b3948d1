//! From names on a disk to an addition: which of them are articles, photos and folders of photos, and reading them.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::import::addition::Addition;
use crate::import::address::percent_decoded;
use crate::import::assemble::{Article, Assembler, PictureFile};
use crate::import::card::files_of;
use crate::import::{
    Draft, DraftBlock, ImportError, ImportProblem, Notice, NoticeKind, PictureProblem, PictureTarget, Sidecar, article,
    encoding, guess, markdown, office, package, picture,
};
use crate::photo::{PhotoError, Reading};
use crate::report::{IdSource, Report};

/// Bytes of an article.
pub const MAX_ARTICLE: u64 = 64 << 20;
/// Bytes of a picture: what the report file takes.
pub const MAX_PICTURE: u64 = 512 << 20;
/// Blocks that a report takes.
pub const MAX_BLOCKS: usize = 200_000;

/// Articles with the photos given with each of them, as they were read.
#[derive(Debug, Default)]
pub struct Gathered {
    groups: Vec<Group>,
    notices: Vec<Notice>,
    /// The language that is taken of a photo's words in several.
    words_in: Arc<str>,
}

#[derive(Debug, Default)]
struct Group {
    article: Option<Article>,
    photos: Vec<PictureFile>,
}

impl Gathered {
    /// Reads files and folders in the order in which they are given. Photos go with the article before them, and those before
    /// the first article with that. Of a photo's words in several languages those in `language` are taken; where it is empty, those in
    /// the language of the articles before the photo, else those that the photo has first.
    ///
    /// # Errors
    /// The first file that was named itself and cannot be imported. What is unusable inside a folder is a notice.
    pub fn read(sources: &[PathBuf], language: &str) -> Result<Self, ImportError> {
        let mut gathered = Self { words_in: language.into(), ..Self::default() };
        for path in sources {
            let metadata = fs::metadata(path).map_err(|error| ImportError::new(path, error.into()))?;
            match kind(path, &metadata) {
                Kind::Folder if package::is_export(path) => {
                    gathered.read_article(&path.join("index.html"), package::read_page)?;
                }
                Kind::Folder => gathered.read_folder(path)?,
                Kind::Article(reader) => gathered.read_article(path, reader)?,
                Kind::Photo => {
                    let file = read_named_picture(path, &gathered.words_in)
                        .map_err(|problem| ImportError::new(path, problem))?;
                    gathered.last_group().photos.push(file);
                }
                Kind::Unknown => return Err(ImportError::new(path, ImportProblem::UnknownKind)),
                Kind::NotAFile => return Err(ImportError::new(path, ImportProblem::NotAFile)),
            }
        }
        Ok(gathered)
    }

    /// The language that the articles say they are in, or that their letters tell; `None` without an article.
    pub fn language(&self) -> Option<Arc<str>> {
        let drafts = || self.groups.iter().filter_map(|group| group.article.as_ref()).map(|article| &article.draft);
        let stated = drafts().find_map(|draft| draft.language.clone());
        stated.or_else(|| {
            let words: String = drafts().flat_map(words).collect();
            (!words.is_empty()).then(|| guess::language(&words).into())
        })
    }

    /// What a report gets from all of this.
    pub fn into_addition(self, report: &Report, ids: &mut IdSource) -> Addition {
        let mut assembler = Assembler::new(report, ids);
        for group in self.groups {
            match group.article {
                Some(article) => assembler.add_article(article, &group.photos),
                None => assembler.add_photos(&group.photos),
            }
        }
        let mut addition = assembler.finish();
        addition.notices.splice(0..0, self.notices);
        addition
    }

    fn last_group(&mut self) -> &mut Group {
        if self.groups.is_empty() {
            self.groups.push(Group::default());
        }
        let last = self.groups.len() - 1;
        &mut self.groups[last]
    }

    fn read_article(&mut self, path: &Path, reader: ArticleReader) -> Result<(), ImportError> {
        let problem = |problem| ImportError::new(path, problem);
        let draft = reader(path).map_err(problem)?;
        if draft.blocks.len() > MAX_BLOCKS {
            return Err(problem(ImportProblem::TooManyBlocks { limit: MAX_BLOCKS }));
        }
        if draft.blocks.is_empty() && draft.headline.is_none() {
            self.notices.push(Notice::about(path, NoticeKind::NothingToRead));
        }
        if self.words_in.is_empty() {
            self.words_in =
                draft.language.clone().unwrap_or_else(|| guess::language(&words(&draft).collect::<String>()).into());
        }
        let beside = self.read_beside(path, &draft);
        let article = Article { path: path.to_owned(), draft, beside };
        if self.groups.len() == 1 && self.groups[0].article.is_none() {
            self.groups[0].article = Some(article);
        } else {
            self.groups.push(Group { article: Some(article), photos: Vec::new() });
        }
        Ok(())
    }

    /// The pictures that an article holds, or names beside it.
    fn read_beside(&mut self, article: &Path, draft: &Draft) -> BTreeMap<String, PictureFile> {
        let mut found = BTreeMap::new();
        let folder = article.parent().unwrap_or(Path::new(""));
        let placed = draft.blocks.iter().filter_map(|block| match block {
            DraftBlock::Picture(place) => Some(&place.target),
            DraftBlock::Text { .. } => None,
        });
        for target in placed.chain(&draft.unplaced) {
            let Some(key) = target.key().filter(|key| !found.contains_key(key)) else { continue };
            match read_target(target, Some(folder), &self.words_in) {
                Ok(file) => {
                    found.insert(key, file);
                }
                Err(problem) => {
                    let kind = NoticeKind::PictureUnusable { path: key, reason: problem.to_string() };
                    let notice = Notice::about(article, kind);
                    if !self.notices.contains(&notice) {
                        self.notices.push(notice);
                    }
                }
            }
        }
        found
    }

    fn read_folder(&mut self, folder: &Path) -> Result<(), ImportError> {
        fs::read_dir(folder).map_err(|error| ImportError::new(folder, error.into()))?;
        let mut any = false;
        for path in files_of(&[folder.to_owned()]) {
            let read = fs::metadata(&path).map_err(ImportProblem::from);
            match read.and_then(|_| read_picture(&path, &self.words_in)) {
                Ok(file) => {
                    any = true;
                    self.last_group().photos.push(file);
                }
                Err(reason) => {
                    let kind = NoticeKind::PassedOver { reason: reason.to_string() };
                    self.notices.push(Notice::about(&path, kind));
                }
            }
        }
        if any { Ok(()) } else { Err(ImportError::new(folder, ImportProblem::NoPhotoInFolder)) }
    }
}

/// Reads and examines the picture of an article. Those beside it are looked for in its folder.
///
/// # Errors
/// [`ImportProblem::NotFound`] also for what is not read at all; [`ImportProblem::Photo`], [`ImportProblem::TooLong`], and those of reading.
fn read_target(target: &PictureTarget, folder: Option<&Path>, language: &str) -> Result<PictureFile, ImportProblem> {
    match target {
        PictureTarget::Beside(named) => {
            let folder = folder.ok_or(ImportProblem::NotFound)?;
            let decoded = String::from_utf8(percent_decoded(named)).unwrap_or_else(|_invalid| named.clone());
            let names = [named.as_str(), &decoded];
            let path = names.into_iter().map(|name| folder.join(name)).find(|path| path.is_file());
            read_picture(&path.ok_or(ImportProblem::NotFound)?, language)
        }
        PictureTarget::File(path) => read_picture(path, language),
        PictureTarget::Inside { name, bytes } => {
            let (kept, picture) =
                picture::take_in(bytes.as_ref().into(), name, &Reading { language, ..Reading::default() })?;
            let byte_len = kept.len().try_into().unwrap_or(u64::MAX);
            Ok(PictureFile { path: name.into(), byte_len, picture: Arc::new(picture), bytes: Some(kept) })
        }
        PictureTarget::Unknown | PictureTarget::Elsewhere(_) => Err(ImportProblem::NotFound),
    }
}

/// The picture of something that was copied, with its bytes: its file may be gone in a moment. Its words are taken in a language.
///
/// # Errors
/// As `read_target`.
pub fn read_copied(target: &PictureTarget, language: &str) -> Result<PictureFile, ImportProblem> {
    match target {
        PictureTarget::File(path) => read_whole(path, language).map(|(file, _)| file),
        target => read_target(target, None, language),
    }
}

/// What the names of articles end with.
pub const ARTICLE_ENDINGS: &[&str] =
    &["docx", "odt", "html", "htm", "md", "txt", "zip", "docm", "dotx", "ott", "xhtml", "markdown", "text"];

/// Whether a name is one of an article, also of one in a format that is too old to be read; or a folder looks like an export of ours.
pub fn is_article(path: &Path) -> bool {
    const OLD: [&str; 3] = ["doc", "dot", "rtf"];
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
    if ARTICLE_ENDINGS.contains(&ending.as_str()) || OLD.contains(&ending.as_str()) {
        return true;
    }
    path.join("index.html").is_file() && package::is_export(path)
}

/// How the articles of one kind of file are read.
type ArticleReader = fn(&Path) -> Result<Draft, ImportProblem>;

enum Kind {
    Folder,
    Article(ArticleReader),
    Photo,
    Unknown,
    NotAFile,
}

fn kind(path: &Path, metadata: &fs::Metadata) -> Kind {
    const DOCUMENTS: [&str; 6] = ["pdf", "mht", "mhtml", "csv", "xlsx", "rapport"];
    if metadata.is_dir() {
        return Kind::Folder;
    }
    if !metadata.is_file() {
        return Kind::NotAFile;
    }
    let extension = path.extension().map(|extension| extension.to_string_lossy().to_lowercase()).unwrap_or_default();
    match extension.as_str() {
        "txt" | "text" => {
            Kind::Article(|path| Ok(article::parse(&encoding::decode(read_limited(path, MAX_ARTICLE)?)?)))
        }
        "md" | "markdown" => {
            Kind::Article(|path| Ok(markdown::parse(&encoding::decode(read_limited(path, MAX_ARTICLE)?)?)))
        }
        "html" | "htm" | "xhtml" => Kind::Article(package::read_page),
        "zip" => Kind::Article(package::read_archive),
        // The old formats too: what they are is told, and what to do.
        "docx" | "docm" | "dotx" | "odt" | "ott" | "doc" | "dot" | "rtf" => {
            Kind::Article(|path| Ok(office::parse(read_limited(path, MAX_PICTURE)?)?))
        }
        document if DOCUMENTS.contains(&document) => Kind::Unknown,
        _ => Kind::Photo,
    }
}

/// Reads and examines a picture; its words are taken in a language, where it has them in several.
///
/// # Errors
/// [`ImportProblem::Photo`], [`ImportProblem::TooLong`], and those of reading.
pub fn read_picture(path: &Path, language: &str) -> Result<PictureFile, ImportProblem> {
    let (file, is_as_it_was) = read_whole(path, language)?;
    // What is kept in place of a file is in no file.
    Ok(PictureFile { bytes: file.bytes.filter(|_| !is_as_it_was), ..file })
}

/// As [`read_picture`], with the bytes, and whether they are those of the file.
fn read_whole(path: &Path, language: &str) -> Result<(PictureFile, bool), ImportProblem> {
    let bytes = read_shared(path, MAX_PICTURE)?;
    let name = path.file_name().map(|name| name.to_string_lossy()).unwrap_or_default();
    let sidecar = Sidecar::beside(path);
    let reading = Reading { sidecar: sidecar.packet(), language, ..Reading::default() };
    let hash = picture::hash_of(&bytes);
    let (kept, mut picture) = picture::take_in(bytes, &name, &reading)?;
    picture.sidecar_too_long = sidecar.is_too_long();
    let byte_len = kept.len().try_into().unwrap_or(u64::MAX);
    let is_as_it_was = picture.original.hash == hash;
    Ok((PictureFile { path: path.to_owned(), byte_len, picture: Arc::new(picture), bytes: Some(kept) }, is_as_it_was))
}

/// Whether the name of a file is one of a picture.
pub fn is_named_picture(path: &Path) -> bool {
    const PICTURES: [&str; 12] =
        ["jpg", "jpeg", "jpe", "png", "webp", "tif", "tiff", "gif", "bmp", "heic", "heif", "avif"];
    let extension = path.extension().map(|extension| extension.to_string_lossy().to_lowercase());
    extension.is_some_and(|extension| PICTURES.contains(&extension.as_str()))
}

/// As [`read_picture`], for a file of which only the name says that it could be a picture.
fn read_named_picture(path: &Path, language: &str) -> Result<PictureFile, ImportProblem> {
    read_picture(path, language).map_err(|problem| match problem {
        ImportProblem::Photo(PictureProblem::Unreadable(PhotoError::NotAPicture)) if !is_named_picture(path) => {
            ImportProblem::UnknownKind
        }
        problem => problem,
    })
}

/// The bytes of a regular file, if they are not too many.
///
/// # Errors
/// [`ImportProblem::NotAFile`], [`ImportProblem::TooLong`], and those of reading.
pub fn read_limited(path: &Path, limit: u64) -> Result<Vec<u8>, ImportProblem> {
    // Asked before opening: merely opening a pipe would wait for its other end.
    if !fs::metadata(path)?.is_file() {
        return Err(ImportProblem::NotAFile);
    }
    let mut bytes = Vec::new();
    File::open(path)?.take(limit + 1).read_to_end(&mut bytes)?;
    let fits = u64::try_from(bytes.len()).is_ok_and(|length| length <= limit);
    if fits { Ok(bytes) } else { Err(ImportProblem::TooLong { limit_mb: limit >> 20 }) }
}

/// As [`read_limited`], with bytes that can be shared: they are in the memory once.
///
/// # Errors
/// As [`read_limited`].
pub fn read_shared(path: &Path, limit: u64) -> Result<Arc<[u8]>, ImportProblem> {
    let metadata = fs::metadata(path)?;
    let length = usize::try_from(metadata.len()).ok().filter(|_| metadata.is_file() && metadata.len() <= limit);
    let Some(length) = length else { return Ok(read_limited(path, limit)?.into()) };
    let mut bytes: Arc<[u8]> = std::iter::repeat_n(0, length).collect();
    let mut file = File::open(path)?;
    if let Some(place) = Arc::get_mut(&mut bytes) {
        let read = file.read_exact(place).and_then(|()| file.read(&mut [0]));
        if read.as_ref().is_ok_and(|more| *more == 0) {
            return Ok(bytes);
        }
    }
    // Somebody writes it at this moment.
    Ok(read_limited(path, limit)?.into())
}

fn words(draft: &Draft) -> impl Iterator<Item = &str> {
    draft.blocks.iter().map(|block| match block {
        DraftBlock::Text { text, .. } => text.as_str(),
        DraftBlock::Picture(place) => place.caption.as_str(),
    })
}
