//! Articles written elsewhere become reports: documents of Word and LibreOffice, pages, Markdown, plain text, desk packages.
//!
//! A report that was begun is left alone: the article opens in a window of its own. In a window without one, or with one in which nothing
//! is written yet, it opens there. A draft is made of it at once, so that nothing is lost when the file it came from is.

use std::path::{Path, PathBuf};

use crate::app::importing::Findings;
use crate::app::outcome::{Choice, Outcome};
use crate::app::pasting::{kept, left_out};
use crate::app::picker::Asking;
use crate::app::reports::new_ids;
use crate::app::session::{FreshPhoto, Session};
use crate::app::{App, telling};
use crate::import::{self, Gathered, ImportError, ImportProblem, MAX_PICTURE, NoticeKind, Receipt, read_limited};
use crate::report::{IdSource, Report};
use crate::ui::messages::{Message, Topic};

/// An article as it became a report.
pub struct ReadArticle {
    /// Where it was.
    pub path: PathBuf,
    report: Report,
    ids: IdSource,
    photos: Vec<(crate::report::PhotoHash, FreshPhoto)>,
    receipts: Vec<Receipt>,
    notes: usize,
    findings: Findings,
}

impl App {
    /// Asks for an article.
    pub(super) fn ask_article(&mut self) {
        let asking = Asking {
            title: self.locale.tr("article-import-title"),
            folder: self.prefs.last_folder.clone(),
            name: String::new(),
            kind: self.locale.tr("article-files"),
        };
        self.ask(Choice::Article, &asking);
    }

    /// Reads an article for a report of its own.
    pub(super) fn import_article(&mut self, path: &Path) {
        self.messages.end(Topic::Open);
        self.prefs.last_folder = path.parent().map(Path::to_owned);
        let (path, ids) = (path.to_owned(), new_ids());
        let lost = {
            let path = path.clone();
            move || {
                let problem = ImportProblem::Io(std::io::Error::other("this program made a mistake over it"));
                Outcome::ArticleRead(Err(ImportError { path, problem }))
            }
        };
        self.jobs.spawn_awaited("read article", move |_| Outcome::ArticleRead(read(&path, ids).map(Box::new)), lost);
    }

    /// Shows the report that an article became, or says why it did not become one.
    pub(super) fn article_read(&mut self, ctx: &egui::Context, read: Result<Box<ReadArticle>, ImportError>) {
        let article = match read {
            Ok(article) => article,
            Err(error) => {
                let message = telling::article_error(&self.locale, &error);
                self.messages.push(Message::error(message).about(Topic::Open));
                return;
            }
        };
        let is_begun = |session: &Session| session.is_read_only() || !session.editor.report().is_blank();
        if self.session.as_ref().is_some_and(is_begun) {
            self.another_window(&[article.path.into_os_string()]);
            return;
        }
        let ReadArticle { path, report, ids, photos, receipts, notes, findings } = *article;
        let mut session = Session::new(report, ids);
        session.fresh.extend(photos);
        session.must_save = true;
        session.timing.changed(ctx.input(|input| input.time));
        self.show_session(ctx, session);
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        for receipt in &receipts {
            self.tell_of_article(&name, receipt, notes);
        }
        let of_photos = findings.message(&findings.told(&self.locale));
        of_photos.into_iter().for_each(|message| self.messages.push(message));
    }

    fn tell_of_article(&mut self, name: &str, receipt: &Receipt, notes: usize) {
        let locale = &self.locale;
        let values = [("name", name.into()), ("what", kept(locale, receipt).into())];
        let mut words = vec![locale.tr_with("article-kept", &values)];
        words.extend(left_out(locale, receipt, "article-left-out"));
        if notes > 0 {
            words.push(locale.tr_with("article-notes", &[("count", notes.into())]));
        }
        self.messages.push(Message::info(words.join(" ")).about(Topic::Open));
    }
}

/// Reads an article and what belongs to it, bytes and all: its file may be gone in a moment.
fn read(path: &Path, mut ids: IdSource) -> Result<ReadArticle, ImportError> {
    let gathered = Gathered::read(&[path.to_owned()], "")?;
    let language = gathered.language().unwrap_or_else(|| "en".into());
    let mut report = Report::new(&mut ids, &language);
    let addition = gathered.into_addition(&report, &mut ids);
    addition.apply_to(&mut report);
    let mut photos = Vec::new();
    let mut findings = Findings::default();
    for file in &addition.files {
        let original = &file.picture.original;
        findings.note(&original.file_name, &file.picture);
        let read = || read_limited(&file.path, MAX_PICTURE).map(Into::into);
        let bytes = file.bytes.clone().map_or_else(read, Ok);
        let bytes = bytes.map_err(|problem| ImportError { path: file.path.clone(), problem })?;
        let thumbnail = file.picture.thumbnail.as_slice().into();
        photos.push((original.hash, FreshPhoto { format: original.format, bytes, thumbnail, lease: None }));
    }
    let notes = addition.notices.iter().map(|notice| match notice.kind {
        NoticeKind::NotesAtEnd { count } => count,
        _ => 0,
    });
    let notes = notes.sum();
    let receipts = addition.receipts.into_iter().map(|(_, receipt)| receipt).collect();
    Ok(ReadArticle { path: path.to_owned(), report, ids, photos, receipts, notes, findings })
}

/// Whether what was dropped or named is an article rather than a photo or a report.
pub fn is_article(path: &Path) -> bool {
    import::is_article(path)
}
