//! The page in the browser: made in a private folder, and made anew with each save, for as long as the report is open.
//!
//! A page of a file cannot be told anything from outside, so the one that is looked at asks: it reads a small file beside its folder once a
//! second, and loads itself anew when that names another revision. Only this page has a script; one that is exported has none.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::app::exporting::Running;
use crate::app::outcome::{Outcome, Purpose};
use crate::app::session::Session;
use crate::app::{App, telling};
use crate::export::{self, ExportError, Exported, Progress, Target, Watch};
use crate::job::Cancel;
use crate::ui::messages::{Message, Topic};

/// The page that is looked at.
#[derive(Debug)]
pub(super) struct Preview {
    /// It goes with this.
    folder: tempfile::TempDir,
    /// The report.
    session: u64,
    /// The revision that the page shows, or will when it is made.
    revision: Option<u64>,
    is_being_made: bool,
}

impl Preview {
    /// One whose page is not made yet.
    pub(super) fn of(session: &Session) -> io::Result<Self> {
        let folder = tempfile::Builder::new().prefix("rapporteur-").tempdir()?;
        Ok(Self { folder, session: session.number, revision: None, is_being_made: false })
    }

    /// Where the page's folder is.
    pub(super) fn folder(&self) -> &Path {
        self.folder.path()
    }
}

/// How the making of such a page ended.
pub struct PreviewEnd {
    /// The report.
    pub session: u64,
    /// What was made, or why nothing was.
    pub result: Result<Exported, ExportError>,
    /// The page.
    pub page: PathBuf,
    /// Whether the browser is to open it.
    pub opens: bool,
    /// Whether it was stopped.
    pub was_cancelled: bool,
}

impl App {
    /// Opens the page in the browser.
    pub(super) fn preview(&mut self) {
        self.make_preview(true);
    }

    /// Shows in the browser what was saved, if the page is looked at there and was another.
    pub(super) fn refresh_preview(&mut self) {
        let revision = self.session.as_ref().map(|session| session.editor.revision());
        if self.preview.as_ref().is_some_and(|preview| preview.revision != revision && !preview.is_being_made) {
            self.make_preview(false);
        }
    }

    fn make_preview(&mut self, opens: bool) {
        let Some(session) = &self.session else { return };
        if self.preview.as_ref().is_none_or(|preview| preview.session != session.number) {
            // A page of another report goes with its folder: the browser has it by now.
            self.preview = None;
            if !opens {
                return;
            }
            match Preview::of(session) {
                Ok(preview) => self.preview = Some(preview),
                Err(err) => return self.messages.push(Message::error(telling::system_error(&self.locale, &err))),
            }
        }
        if opens {
            self.stop_export();
            self.messages.end(Topic::Export);
        }
        let look = self.look();
        let (Some(session), Some(preview)) = (&self.session, &mut self.preview) else { return };
        let revision = session.editor.revision();
        preview.is_being_made = true;
        preview.revision = Some(revision);
        let cancel = Cancel::default();
        if opens {
            let of = session.editor.report().photos.len();
            self.exporting =
                Some(Running { cancel: cancel.clone(), progress: Progress { done: 0, of }, purpose: Purpose::Show });
        }
        let report = session.editor.report().clone();
        let reader = session.picture_reader();
        let (number, folder) = (session.number, preview.folder().to_owned());
        self.jobs.spawn("preview", move |outbox| {
            let mut tell = |progress| {
                if opens {
                    outbox.send(Outcome::ExportProgress(progress));
                }
            };
            let mut watch = Watch { on_progress: &mut tell, cancel: cancel.flag() };
            let path = folder.join("page");
            let page = path.join("index.html");
            let made = look
                .template()
                .and_then(|template| export::export_with(&report, &reader, Target::Page, &template, &path, &mut watch));
            let result = made.and_then(|done| {
                watches_for(&folder, &page, revision).map(|()| done).map_err(|err| ExportError::io(&page, err))
            });
            Outcome::Previewed(Box::new(PreviewEnd {
                session: number,
                result,
                page,
                opens,
                was_cancelled: cancel.is_cancelled(),
            }))
        });
    }

    /// Opens a page that was made, or tells why there is none.
    pub(super) fn previewed(&mut self, ctx: &egui::Context, end: PreviewEnd) {
        if let Some(preview) = self.preview.as_mut().filter(|preview| preview.session == end.session) {
            preview.is_being_made = false;
        }
        if end.was_cancelled {
            return;
        }
        if end.opens {
            self.exporting = None;
        }
        match end.result {
            Ok(done) => {
                self.keep_derived(ctx, &done.derived);
                if end.opens {
                    if let Some(lost) = telling::lost_photos(&self.locale, &done.notices) {
                        self.messages.push(Message::error(lost).about(Topic::Export));
                    }
                    if let Err(err) = opener::open(&end.page) {
                        self.messages
                            .push(Message::error(telling::system_error(&self.locale, &err)).about(Topic::Export));
                    }
                }
                // What was saved while it was made.
                if self.session.as_ref().is_some_and(|session| session.saved_revision == session.editor.revision()) {
                    self.refresh_preview();
                }
            }
            Err(err) if end.opens => {
                let text = telling::export_error(&self.locale, &err);
                self.messages.push(Message::error(text).about(Topic::Export));
            }
            Err(err) => log::warn!("the page in the browser stays as it is: {err}"),
        }
    }
}

/// Has a page load itself anew when a later revision is made.
fn watches_for(folder: &Path, page: &Path, revision: u64) -> io::Result<()> {
    let mut html = without_policy(&fs::read_to_string(page)?);
    let end = html.rfind("</body>").unwrap_or(html.len());
    html.insert_str(end, &WATCH.replace("REVISION", &revision.to_string()));
    fs::write(page, html)?;
    fs::write(folder.join("revision.js"), format!("rapporteurShows({revision});\n"))
}

/// A page of ours allows no script.
fn without_policy(html: &str) -> String {
    // A newsroom's template may have its whole head on one line.
    let start = html.find("<meta http-equiv=\"Content-Security-Policy\"");
    let tag = start.and_then(|start| Some(start..start + html[start..].find('>')? + 1));
    tag.map_or_else(|| html.to_owned(), |tag| format!("{}{}", &html[..tag.start], &html[tag.end..]))
}

/// Once the window is closed there is nothing to read, and no more is asked.
const WATCH: &str = r#"<script>
function rapporteurShows(revision) {
  if (revision !== REVISION) location.reload();
}
const rapporteurAsks = setInterval(() => {
  const answer = document.createElement("script");
  answer.src = "../revision.js?" + Date.now();
  answer.onload = () => answer.remove();
  answer.onerror = () => { clearInterval(rapporteurAsks); answer.remove(); };
  document.head.append(answer);
}, 1000);
</script>
"#;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_asks_for_the_revision_that_it_does_not_show() {
        let folder = tempfile::tempdir().unwrap();
        let page = folder.path().join("index.html");
        let html = "<head>\n<meta http-equiv=\"Content-Security-Policy\" content=\"x\">\n<title>T</title>\n</head>\n<body>\n<p>&lt;/body&gt;</p>\n</body>\n</html>\n";
        fs::write(&page, html).unwrap();
        watches_for(folder.path(), &page, 7).unwrap();
        let watching = fs::read_to_string(&page).unwrap();
        assert!(!watching.contains("Content-Security-Policy") && watching.contains("<title>T</title>"));
        assert!(watching.contains("revision !== 7") && watching.ends_with("</script>\n</body>\n</html>\n"));
        assert_eq!(fs::read_to_string(folder.path().join("revision.js")).unwrap(), "rapporteurShows(7);\n");
    }
}
