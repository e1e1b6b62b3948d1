//! The export dialog: from the key to the file, and what the desk is told the next time.

use super::*;
use crate::app::exporting::Running;
use crate::app::outcome::Purpose;
use crate::export::Progress;
use crate::job::Cancel;

/// A window with a short report and a photo, whose exports go to a folder of their own.
fn window(out: &Path) -> Window<'static> {
    let mut window = Window::open(Start::New);
    let folder = tempfile::tempdir().unwrap();
    let path = picture(folder.path(), "1.png", 10);
    window.harness.input_mut().dropped_files.push(Arc::new(Dropped(path)));
    window.steps();
    window.presses("Put into text");
    let editor = &mut window.harness.state_mut().session.as_mut().unwrap().editor;
    editor.select(crate::edit::Selection::caret(crate::report::Pos::start(Slot::Headline)));
    window.types("A fine day");
    window.harness.state_mut().prefs.last_export_folder = Some(out.to_owned());
    window
}

/// The names of the files in a folder.
fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

fn packed(path: &Path) -> Vec<String> {
    let archive = zip::ZipArchive::new(std::fs::File::open(path).unwrap()).unwrap();
    archive.file_names().map(|name| name.unwrap().into_owned()).collect()
}

/// Chooses an entry of a list in the dialog.
fn chooses(window: &mut Window<'_>, list: &str, entry: &str) {
    window.presses_role(Role::ComboBox, list);
    window.presses(entry);
}

/// Presses the button that was drawn last: that of the dialog, where the toolbar has one of the same name.
fn presses_last(window: &mut Window<'_>, label: &str) {
    window.harness.get_all_by_role_and_label(Role::Button, label).last().expect("a button").click();
    window.steps();
}

#[test]
fn one_key_and_enter_file_the_story_and_the_next_time_the_desk_is_told_what_changed() {
    let out = tempfile::tempdir().unwrap();
    let mut window = window(out.path());
    window.key(Modifiers::COMMAND | Modifiers::SHIFT, Key::Enter);
    assert!(window.shows("What the desk wants"));
    assert!(window.shows("About ") && !window.shows("Since you filed"));
    window.key(Modifiers::NONE, Key::Enter);
    let [zip] = names(out.path()).try_into().expect("one package");
    let path = out.path().join(&zip);
    assert!(window.shows("Ready, ") && window.shows("Open folder"));
    assert!(!packed(&path).iter().any(|name| name == "changes.html"));
    assert_eq!(window.report().filed.len(), 1);
    assert_eq!(&*window.report().filed[0].preset, "web");

    // What is sent is sent: no undo takes it back.
    let headline = window.report().headline.as_str().to_owned();
    let app = window.harness.state_mut();
    let editor = &mut app.session.as_mut().unwrap().editor;
    let there = crate::edit::Selection::caret(crate::report::Pos::new(Slot::Headline, headline.len()));
    editor.select(there);
    window.types(" indeed");
    window.command(Command::Undo);
    assert_eq!((window.report().filed.len(), window.report().headline.as_str()), (1, headline.as_str()));
    window.command(Command::DeskPackage);
    assert!(window.shows("Since you filed") && window.shows("Nothing has changed."));
    window.key(Modifiers::NONE, Key::Escape);
    window.command(Command::Redo);
    window.command(Command::DeskPackage);
    assert!(window.shows("Headline: changed") && window.shows("[new:  indeed]"), "it is shown before it is sent");
    presses_last(&mut window, "File the story");
    let later = out.path().join("A fine day indeed.zip");
    assert!(packed(&later).iter().any(|name| name == "changes.html"), "{:?}", names(out.path()));
    assert_eq!(window.report().filed.len(), 2);
    window.waits();
    let file = window.app().session.as_ref().unwrap().home.path().unwrap().to_owned();
    let kept = Document::look(&file).unwrap().report.filed;
    assert_eq!(kept.len(), 2, "the report's file remembers it");
}

#[test]
fn what_changed_is_told_of_the_report_as_it_stands() {
    let out = tempfile::tempdir().unwrap();
    let mut window = window(out.path());
    window.command(Command::DeskPackage);
    window.key(Modifiers::NONE, Key::Enter);
    let editor = &mut window.harness.state_mut().session.as_mut().unwrap().editor;
    editor.select(crate::edit::Selection::caret(crate::report::Pos::start(Slot::Headline)));
    window.types("Rain: ");
    let found = |window: &Window<'_>| {
        let session = window.app().session.as_ref().unwrap();
        let changes = crate::filing::Changes::of(session.editor.report()).map(Box::new);
        (session.number, session.editor.revision(), changes)
    };
    let (number, revision, early) = found(&window);
    assert!(early.is_some());
    window.command(Command::Undo);
    let (_, later, none) = found(&window);
    window.command(Command::DeskPackage);
    assert!(window.shows("Nothing has changed."));
    window.harness.state_mut().changes_found(number, revision, early);
    window.steps();
    assert!(window.shows("Nothing has changed.") && !window.shows("Headline: changed"), "that was before");

    // As at the end of an import behind the dialog.
    assert_ne!(window.harness.state_mut().session.as_mut().unwrap().editor.redo(), crate::edit::Applied::Nothing);
    window.harness.state_mut().changes_found(number, later, none);
    window.steps();
    assert!(window.shows("Headline: changed") && window.shows("[new: Rain: ]"), "it is looked for again");
}

#[test]
fn every_kind_is_made_under_its_own_ending() {
    let out = tempfile::tempdir().unwrap();
    let mut window = window(out.path());
    for (kind, ending) in [("Plain text", ".txt"), ("Markdown", ".md"), ("ninjs (News in JSON)", ".json")] {
        window.command(Command::ExportDialog);
        chooses(&mut window, "What", kind);
        presses_last(&mut window, "Export");
        assert!(names(out.path()).iter().any(|name| name.ends_with(ending)), "{kind}: {:?}", names(out.path()));
    }
    assert_eq!(names(out.path()).len(), 3);
    assert!(window.report().filed.is_empty(), "no desk was sent any of these");
}

#[test]
fn the_look_of_the_page_is_chosen_where_there_is_a_page_and_kept_with_the_report() {
    let out = tempfile::tempdir().unwrap();
    let mut window = window(out.path());
    window.command(Command::DeskPackage);
    chooses(&mut window, "Look of the page", "Minutes");
    assert_eq!(&*window.report().look, "minutes");
    chooses(&mut window, "What", "Plain text");
    assert!(!window.shows("Look of the page"));
    chooses(&mut window, "What", "Page as one HTML file");
    presses_last(&mut window, "Export");
    let html = std::fs::read_to_string(out.path().join("A fine day.html")).unwrap();
    let minutes = crate::export::page_html(window.report(), &crate::export::Template::of(crate::export::Look::Minutes));
    let style_of = |html: &str| html.split_once("<style>").unwrap().1.split_once("</style>").unwrap().0.to_owned();
    assert_eq!(style_of(&html), style_of(&minutes.unwrap()));
    let news = crate::export::page_html(window.report(), &crate::export::Template::of(crate::export::Look::News));
    assert_ne!(style_of(&html), style_of(&news.unwrap()));
}

#[test]
fn the_tab_key_selects_all_of_a_path_also_where_its_middle_is_left_out() {
    let out = tempfile::tempdir().unwrap();
    let deep =
        out.path().join("a folder with a long name").join("and another one below it, for the day's second story");
    std::fs::create_dir_all(&deep).unwrap();
    let mut window = window(&deep);
    window.command(Command::ExportDialog);
    let is_there = |window: &Window<'_>| {
        let field = window.harness.get_by_role_and_label(Role::TextInput, "Save as");
        field.accesskit_node().is_focused()
    };
    for _ in 0..20 {
        if is_there(&window) {
            break;
        }
        window.key(Modifiers::NONE, Key::Tab);
    }
    assert!(is_there(&window));
    window.types("x");
    let field = window.harness.get_by_role_and_label(Role::TextInput, "Save as");
    assert_eq!(field.accesskit_node().value().as_deref(), Some("x"));
}

#[test]
fn what_a_desk_wants_is_written_once_and_kept() {
    let out = tempfile::tempdir().unwrap();
    let mut window = window(out.path());
    window.command(Command::DeskPackage);
    window.presses("Change…");
    window.harness.get_by_role_and_label(Role::TextInput, "Name of the desk").focus();
    window.steps();
    window.key(Modifiers::COMMAND, Key::A);
    window.types("Northern News");
    window.writes_in("Megabytes in all", "nothing");
    assert!(window.shows("A number from 1 to 2000"));
    window.key(Modifiers::COMMAND, Key::A);
    window.types("3");
    window.presses_role(Role::Button, "Save");
    let preset = window.app().prefs.desk_presets.last().unwrap().clone();
    assert_eq!((preset.name.as_str(), preset.megabytes, preset.side_px), ("Northern News", Some(3), 2560));
    assert_eq!(window.app().prefs.desk_presets.len(), 4);
    presses_last(&mut window, "File the story");
    assert_eq!(&*window.report().filed[0].preset, "Northern News");
    let [zip] = names(out.path()).try_into().expect("one package");
    assert!(std::fs::metadata(out.path().join(zip)).unwrap().len() <= 3_000_000);
    window.command(Command::DeskPackage);
    let list = window.harness.get_by_role_and_label(Role::ComboBox, "What the desk wants");
    assert_eq!(list.value().as_deref(), Some("Northern News: photos of 2560 pixels, 3 MB in all"));
}

#[test]
fn what_cannot_be_written_is_told_in_the_dialog_and_another_place_can_be_chosen() {
    let out = tempfile::tempdir().unwrap();
    let mut window = window(out.path());
    window.command(Command::DeskPackage);
    let what = crate::ui::dialogs::ExportWhat::DeskZip;
    let choice = crate::app::outcome::Choice::ExportPlace(what);
    window.harness.state_mut().chosen(choice, vec![out.path().join("no/such/story.zip")], true);
    window.steps();
    presses_last(&mut window, "File the story");
    assert!(window.shows("There is no folder") && window.app().dialogs.is_some());
    window.harness.state_mut().chosen(choice, vec![out.path().join("story")], true);
    window.steps();
    presses_last(&mut window, "File the story");
    assert_eq!(names(out.path()), ["story.zip"]);
    assert!(window.app().dialogs.is_none());
}

#[test]
fn an_export_shows_how_far_it_is_and_can_be_stopped() {
    let out = tempfile::tempdir().unwrap();
    let mut window = window(out.path());
    window.command(Command::DeskPackage);
    let cancel = Cancel::default();
    let progress = Progress { done: 3, of: 16 };
    let running = Running { cancel: cancel.clone(), progress, purpose: Purpose::Have };
    window.harness.state_mut().exporting = Some(running);
    window.steps();
    assert!(window.shows("Photos done: 3 of 16"));
    window.harness.get_by_role_and_label(Role::ProgressIndicator, "Photos done: 3 of 16");
    window.presses("Stop");
    assert!(cancel.is_cancelled() && window.app().exporting.is_none());
    assert!(window.shows("What the desk wants"), "the dialog is there again");
    assert!(names(out.path()).is_empty());
}
