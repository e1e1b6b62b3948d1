//! What an exported page looks like: as was asked for, or as was chosen for the report.

use super::*;
use crate::document::Document;
use crate::export::{Look, Template};
use crate::file::Existing;
use crate::report::{IdSource, Report, RichText};

impl Desk {
    fn report_that_looks(&self, name: &str, look: &str) {
        let mut report = Report::new(&mut IdSource::from_seed(3), "en");
        report.headline = RichText::plain("Two rivers");
        report.look = look.into();
        Document::create(&self.path(name), &report, None, &[], Existing::Refuse).unwrap();
    }

    /// The page, and what was said besides.
    fn page(&self, line: &str) -> (String, String) {
        let ran = self.run(&format!("export {line} --to html -o @page.html"));
        assert!(matches!(ran.invocation, Invocation::Done(Status::Done | Status::Findings)), "{line}: {}", ran.err);
        (fs::read_to_string(self.path("page.html")).unwrap(), ran.err)
    }
}

#[test]
fn the_look_of_the_report_holds_until_another_is_asked_for() {
    let desk = Desk::new();
    Template::save_copy(Look::Minutes, &desk.path("own")).unwrap();
    let style = fs::read_to_string(desk.path("own/style.css")).unwrap();
    fs::write(desk.path("own/style.css"), format!("{style}\n.ours {{ color: teal }}\n")).unwrap();
    desk.report_that_looks("plain.rapport", "");
    desk.report_that_looks("minutes.rapport", "minutes");
    let news = desk.page("@plain.rapport --look news");
    let minutes = desk.page("@plain.rapport --look minutes");
    let own = desk.page("@plain.rapport --template @own");
    assert!(own.0.contains(".ours") && !minutes.0.contains(".ours") && news.0 != minutes.0);
    assert_eq!(desk.page("@plain.rapport"), news);
    assert_eq!(desk.page("@minutes.rapport"), minutes);
    assert_eq!(desk.page("@minutes.rapport --look news"), news);
}

#[test]
fn a_report_names_no_folder_and_that_its_newsrooms_template_is_missed_is_told() {
    let desk = Desk::new();
    let own = desk.path("own");
    Template::save_copy(Look::Minutes, &own).unwrap();
    for look in ["own", own.to_str().unwrap()] {
        desk.report_that_looks("a.rapport", look);
        let (page, said) = desk.page("@a.rapport");
        assert_eq!(page, desk.page("@a.rapport --look news").0, "{look}");
        assert!(said.contains("--template"), "{said}");
        assert!(!desk.page("@a.rapport --template @own").1.contains("--template"));
        fs::remove_file(desk.path("a.rapport")).unwrap();
    }
    desk.report_that_looks("a.rapport", "own");
    let silent = desk.run("export @a.rapport --to text -o @a.txt");
    assert!(!silent.err.contains("template"), "{}", silent.err);
    fs::write(own.join("page.html"), "{% if %}").unwrap();
    let refused = desk.refused("export @a.rapport --to html --template @own -o @b.html");
    assert!(refused.contains("page.html") && !desk.path("b.html").exists(), "{refused}");
}
