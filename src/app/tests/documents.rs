//! The report as one document, from the menu to the file.

use super::*;
use crate::app::outcome::Choice;
use crate::export::DocumentKind;

#[test]
fn the_file_menu_leads_to_every_format() {
    let mut window = Window::open(Start::Sample);
    window.presses("File");
    window.presses("Export as a document");
    for label in ["Word document (DOCX)…", "LibreOffice document (ODT)…", "E-book (EPUB)…", "Markdown…", "Plain text…"]
    {
        assert!(window.shows(label), "{label}");
    }
}

#[test]
fn a_document_is_written_where_the_reporter_chose() {
    let mut window = Window::open(Start::New);
    window.types("Six provinces meet");
    let folder = tempfile::tempdir().unwrap();
    for kind in DocumentKind::ALL {
        let path = folder.path().join("Six provinces");
        window.harness.state_mut().chosen(Choice::ExportDocument(kind), vec![path.clone()], true);
        window.steps();
        let written = path.with_extension(kind.extension());
        let bytes = std::fs::read(&written).unwrap_or_else(|err| panic!("{}: {err}", written.display()));
        assert!(bytes.len() > 10, "{kind:?}");
        assert!(window.shows(&format!("Six provinces.{}", kind.extension())), "its end is told");
    }
    let text = std::fs::read_to_string(folder.path().join("Six provinces.txt")).unwrap();
    assert!(text.starts_with("Six provinces meet\n"));
}
