//! The verbs through their own entry, with the console in memory.

use std::ffi::OsString;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use super::{Invocation, Status, Window, run, run_with};
use crate::import::testing::{png, with_long_text};

mod looks;
mod pictures;

struct Desk(TempDir);

struct Ran {
    invocation: Invocation,
    out: String,
    err: String,
}

impl Desk {
    fn new() -> Self {
        Self(TempDir::new().unwrap())
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        fs::write(self.path(name), bytes).unwrap();
        self.path(name)
    }

    /// Runs a line; `@name` stands for a file of the desk.
    fn run(&self, line: &str) -> Ran {
        let words = line.split_whitespace().map(|word| match word.strip_prefix('@') {
            Some(name) => self.path(name).into_os_string(),
            None => OsString::from(word),
        });
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let invocation = run_with(words, Some(self.path("preferences.json")), &mut out, &mut err);
        Ran { invocation, out: String::from_utf8(out).unwrap(), err: String::from_utf8(err).unwrap() }
    }

    #[track_caller]
    fn done(&self, line: &str) -> String {
        let ran = self.run(line);
        assert_eq!(ran.invocation, Invocation::Done(Status::Done), "{line}: {}", ran.err);
        ran.out
    }

    #[track_caller]
    fn refused(&self, line: &str) -> String {
        let ran = self.run(line);
        assert_eq!(ran.invocation, Invocation::Done(Status::Error), "{line}: {}", ran.err);
        assert_eq!((ran.err.lines().count(), ran.out.as_str()), (1, ""), "{}", ran.err);
        ran.err
    }

    fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(self.0.path()).unwrap();
        let mut names: Vec<_> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    fn info(&self, name: &str) -> serde_json::Value {
        serde_json::from_str(&self.run(&format!("info @{name} --json")).out).unwrap()
    }
}

#[test]
fn what_is_called_a_photo_and_is_a_letter_is_no_picture_and_no_broken_report() {
    let desk = Desk::new();
    desk.file("letter.jpg", "Dear colleagues, the photo is attached.");
    let said = desk.refused("info @letter.jpg");
    assert!(said.contains("not a picture"), "{said}");
}

#[test]
fn no_verb_is_a_window() {
    let desk = Desk::new();
    let window = |line: &str| match desk.run(line).invocation {
        Invocation::Window(window) => window,
        Invocation::Done(status) => panic!("{line}: {status:?}"),
    };
    assert_eq!(window(""), Window::default());
    assert_eq!(window("--sample"), Window::Sample);
    assert_eq!(window("a.rapport"), Window::File("a.rapport".into()));
    assert_eq!(window("./new"), Window::File("./new".into()));
}

#[test]
fn arguments_that_do_not_fit_are_named() {
    let desk = Desk::new();
    for (line, named) in [
        ("exprot", "exprot"),
        ("exprot a.rapport", "exprot"),
        ("new", "OUT.rapport"),
        ("new a b", "\"b\""),
        ("new a --json", "--json"),
        ("new a --language", "--language"),
        ("new a --language русский", "русский"),
        ("import -o x", "nothing to import"),
        ("import a.txt", "-o OUT.rapport"),
        ("import a.txt -o x --into y", "--into"),
        ("import a.txt -o x -o y", "twice"),
        ("export a.rapport -o x", "--to"),
        ("export a.rapport --to pdf -o x", "print it to a PDF"),
        ("export a.rapport --to djvu -o x", "\"djvu\""),
        ("export --to page -o x", "FILE.rapport"),
        ("export a.rapport --to page -o x --preset web", "--preset"),
        ("pictures -o x --sizes 9", "nothing to make"),
        ("pictures a.jpg --sizes 9", "-o DIR"),
        ("pictures a.jpg -o x", "--sizes"),
        ("pictures a.jpg -o x --sizes 9,x", "\"x\""),
        ("pictures a.jpg -o x --sizes 0", "\"0\""),
        ("pictures a.jpg -o x --sizes 9 --quality 101", "101"),
        ("pictures a.jpg b.rapport -o x --sizes 9", "one report"),
        ("info", "FILE.rapport"),
        ("names", "FILE.rapport"),
        ("names a.rapport -o x", "-o"),
        ("unpack a.rapport", "-o DIR"),
        ("torture", "churn"),
        ("torture churn a x", "\"x\""),
        ("--bogus", "--bogus"),
        ("--sample a.rapport", "--sample"),
    ] {
        let said = desk.refused(line);
        assert!(said.contains(named) && said.contains("--help"), "{line}: {said}");
    }
}

#[test]
fn help_fits_a_terminal_and_names_every_verb() {
    let desk = Desk::new();
    let help = desk.done("--help");
    for verb in ["new", "import", "export", "pictures", "info", "names", "unpack"] {
        assert!(help.contains(&format!("rapporteur {verb} ")), "{verb}");
        let own = desk.done(&format!("{verb} --help"));
        assert!(own.starts_with(&format!("rapporteur {verb} ")), "{own}");
    }
    assert!(help.lines().all(|line| line.chars().count() <= 110));
    assert_eq!(desk.done("--version"), format!("rapporteur {}\n", env!("CARGO_PKG_VERSION")));
}

#[test]
fn a_new_report_is_what_was_asked_for_and_nothing_is_written_over() {
    let desk = Desk::new();
    desk.done("new @a.rapport --language ru --headline Итоги");
    let info = desk.info("a.rapport");
    assert_eq!((&info["headline"], &info["language"], &info["blocks"]), (&"Итоги".into(), &"ru".into(), &1.into()));
    let before = fs::read(desk.path("a.rapport")).unwrap();
    assert!(desk.refused("new @a.rapport").contains("a.rapport"));
    assert_eq!(fs::read(desk.path("a.rapport")).unwrap(), before);
    desk.refused("new @gone/a.rapport");
    assert_eq!(desk.names(), ["a.rapport"]);
}

#[test]
fn an_article_with_its_photos_goes_in_and_comes_out() {
    let desk = Desk::new();
    desk.file("a.txt", "Кластер подвёл итоги.\n![]() |\nЗал. |\nИсточник: https://example.org/a\nКомментарий (0)");
    desk.file("1.png", png(1));
    desk.done("import @a.txt @1.png -o @a.rapport");
    let info = desk.info("a.rapport");
    let expected = serde_json::json!({"language": "ru", "words": 3, "characters": 21, "characters_without_spaces": 19, "caption_words": 1,
        "caption_characters": 4, "blocks": 2, "photos": 1, "figures": 1, "captions": 1});
    for (field, value) in expected.as_object().unwrap() {
        assert_eq!(&info[field], value, "{field}");
    }
    assert_eq!(info["sources"][0]["url"], "https://example.org/a");

    desk.done("unpack @a.rapport -o @out");
    let photos: Vec<_> = fs::read_dir(desk.path("out/photos")).unwrap().map(|entry| entry.unwrap().path()).collect();
    assert_eq!(fs::read(&photos[0]).unwrap(), png(1));
    let json: serde_json::Value = serde_json::from_slice(&fs::read(desk.path("out/report.json")).unwrap()).unwrap();
    assert_eq!(
        (&json["format"], &json["body"][0]["text"]),
        (&"rapporteur-report".into(), &"Кластер подвёл итоги.".into())
    );
    assert!(desk.refused("unpack @a.rapport -o @out").contains("out"));
    assert_eq!(desk.names(), ["1.png", "a.rapport", "a.txt", "out"]);
}

#[test]
fn an_import_adds_to_the_end_of_a_report() {
    let desk = Desk::new();
    desk.file("a.md", "# Six provinces\n\nOne.");
    desk.file("b.txt", "Two.\n![]() |\nHall. |");
    desk.file("1.png", png(1));
    desk.done("import @a.md -o @a.rapport");
    let ran = desk.run("import @b.txt @1.png @a.md --into @a.rapport");
    assert_eq!(ran.invocation, Invocation::Done(Status::Done), "{}", ran.err);
    let info = desk.info("a.rapport");
    assert_eq!((&info["headline"], &info["blocks"], &info["photos"]), (&"Six provinces".into(), &4.into(), &1.into()));
    assert_eq!(info["generation"], 2);
}

#[test]
fn findings_are_told_and_a_failed_import_leaves_nothing() {
    let desk = Desk::new();
    desk.file("a.txt", "One.\n![]() |\nHall. |");
    let ran = desk.run("import @a.txt -o @a.rapport");
    assert_eq!(ran.invocation, Invocation::Done(Status::Findings));
    assert!(ran.err.starts_with("note: ") && ran.err.contains("\"Hall.\""), "{}", ran.err);
    desk.file("b.jpg", "<html>");
    assert!(desk.refused("import @a.txt @b.jpg -o @b.rapport").contains("b.jpg"));
    assert!(desk.refused("import @a.txt @gone.jpg --into @a.rapport").contains("gone.jpg"));
    assert!(desk.refused("import @a.txt -o @a.rapport").contains("a.rapport"));
    assert_eq!(desk.info("a.rapport")["generation"], 1);
    assert_eq!(desk.names(), ["a.rapport", "a.txt", "b.jpg"]);
}

#[test]
fn what_is_no_report_is_refused_by_every_verb() {
    let desk = Desk::new();
    desk.file("a.rapport", "no");
    for line in [
        "info @a.rapport",
        "names @a.rapport",
        "unpack @a.rapport -o @x",
        "export @a.rapport -o @x --to json",
        "import @a.rapport -o @x",
        "torture verify @a.rapport",
        "info @gone.rapport",
        "info @",
    ] {
        desk.refused(line);
    }
    assert_eq!(desk.names(), ["a.rapport"]);
}

#[test]
fn the_durability_test_finds_its_own_states_and_no_others() {
    let desk = Desk::new();
    desk.done("new @a.rapport");
    assert_eq!(desk.done("torture verify @a.rapport"), "COUNTER 0\n");
    let acks = desk.done("torture churn @a.rapport 30");
    assert_eq!((acks.lines().count(), acks.lines().last()), (30, Some("ACK 30")));
    desk.done("torture churn @a.rapport 25");
    assert_eq!(desk.done("torture verify @a.rapport"), "COUNTER 55\n");
    let info = desk.info("a.rapport");
    assert_eq!((&info["photos"], &info["participants"]), (&2.into(), &20.into()));

    desk.file("b.txt", "Something else.");
    desk.done("import @b.txt --into @a.rapport");
    assert!(desk.refused("torture verify @a.rapport").contains("not state 55"));
}

#[test]
fn a_photo_says_what_would_be_imported_of_it() {
    let desk = Desk::new();
    desk.file("hall.png", png(1));
    let xmp = "<x xmlns:d='http://purl.org/dc/elements/1.1/' xmlns:p='http://ns.adobe.com/photoshop/1.0/' p:City='Bắc Ninh'>\
               <d:description>Đại biểu</d:description></x>";
    desk.file("hall.xmp", xmp);
    let said = desk.info("hall.png");
    assert_eq!((&said["caption"], &said["city"]), (&"Đại biểu".into(), &"Bắc Ninh".into()));
    assert_eq!((&said["format"], &said["width"], &said["orientation"]), (&"png".into(), &12.into(), &"upright".into()));
    assert_eq!(
        (&said["truncated"], &said["has_position"], &said["code_page"]),
        (&false.into(), &false.into(), &().into())
    );
    let readable = desk.done("info @hall.png");
    assert!(readable.contains("caption       Đại biểu\n") && readable.contains("12 x 8 pixels"), "{readable}");
    desk.file("cut.png", &png(1)[..50]);
    assert!(desk.refused("info @cut.png").contains("cut.png"));
}

#[test]
fn a_photo_that_says_too_much_is_taken_and_told_of() {
    let desk = Desk::new();
    desk.file("long.png", with_long_text(&png(1)));
    desk.file("short.png", png(2));
    let ran = desk.run("info @long.png --json");
    assert!(
        ran.err.contains("too large") && ran.out.contains("\"metadata_too_large\": true"),
        "{}{}",
        ran.err,
        ran.out
    );
    assert_eq!(desk.info("short.png")["metadata_too_large"], false);
    let ran = desk.run("import @long.png @short.png -o @a.rapport");
    assert_eq!(ran.err.matches("too large").count(), 1, "{}", ran.err);
    assert_eq!(desk.info("a.rapport")["photos"], 2);
}

#[test]
fn a_photo_beside_which_too_much_is_said_is_taken_and_told_of() {
    let desk = Desk::new();
    desk.file("hall.png", png(1));
    desk.file("hall.xmp", crate::import::testing::long_sidecar());
    desk.file("door.png", png(2));
    let ran = desk.run("info @hall.png --json");
    assert!(
        ran.err.contains(".xmp file beside it is too large") && ran.out.contains("\"sidecar_too_large\": true"),
        "{}{}",
        ran.err,
        ran.out
    );
    assert_eq!(desk.info("door.png")["sidecar_too_large"], false);
    let ran = desk.run("import @hall.png @door.png -o @a.rapport");
    assert_eq!(ran.err.matches("too large").count(), 1, "{}", ran.err);
    assert_eq!(desk.info("a.rapport")["photos"], 2);
}

#[test]
fn names_that_are_nearly_right_are_told_with_their_place() {
    let desk = Desk::new();
    let mut ids = crate::report::IdSource::from_seed(1);
    let mut report = crate::report::Report::new(&mut ids, "vi");
    let an = crate::report::Participant::named(ids.participant(), "Trịnh Văn An");
    report.participants.push(std::sync::Arc::new(an));
    report.headline = "Trịnh Văn An khai mạc".into();
    let right = desk.path("right.rapport");
    crate::document::Document::create(&right, &report, None, &[], crate::file::Existing::Refuse).unwrap();
    assert_eq!(desk.done("names @right.rapport"), "No names to look at.\n");
    assert_eq!(desk.done("names @right.rapport --json"), "[]\n");

    report.headline = "Ông Trình Văn An khai mạc".into();
    let wrong = desk.path("wrong.rapport");
    crate::document::Document::create(&wrong, &report, None, &[], crate::file::Existing::Refuse).unwrap();
    let ran = desk.run("names @wrong.rapport");
    assert_eq!(ran.invocation, Invocation::Done(Status::Findings));
    assert_eq!(ran.out, "headline: Trình Văn An → Trịnh Văn An (tone, likely)\n");
    let found: serde_json::Value = serde_json::from_str(&desk.run("names @wrong.rapport --json").out).unwrap();
    let expected = serde_json::json!([{
        "place": "headline", "at": 4, "found": "Trình Văn An", "meant": "Trịnh Văn An", "kind": "tone", "sure": "likely"
    }]);
    assert_eq!(found, expected);
}

struct ClosedPipe;

impl Write for ClosedPipe {
    fn write(&mut self, _: &[u8]) -> io::Result<usize> {
        Err(io::ErrorKind::BrokenPipe.into())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn a_closed_pipe_is_no_error() {
    let mut err = Vec::new();
    let invocation = run(["--help".into()], &mut ClosedPipe, &mut err);
    assert_eq!((invocation, err.as_slice()), (Invocation::Done(Status::Done), &[][..]));
}

#[cfg(unix)]
#[test]
fn names_that_are_no_text_work() {
    use std::os::unix::ffi::OsStringExt as _;
    let desk = Desk::new();
    let name = |bytes: &[u8]| desk.0.path().join(OsString::from_vec(bytes.to_vec())).into_os_string();
    let (article, report) = (name(b"\xFF.txt"), name(b"\xFE.rapport"));
    fs::write(&article, "One.").unwrap();
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let invocation = run(["import".into(), article, "-o".into(), report.clone()], &mut out, &mut err);
    assert_eq!(invocation, Invocation::Done(Status::Done), "{}", String::from_utf8_lossy(&err));
    assert!(Path::new(&report).exists());
}

#[test]
fn a_page_is_imported_with_its_pictures_and_the_receipt_says_what_was_kept() {
    use base64::Engine as _;
    let desk = Desk::new();
    desk.file("beside.png", png(1));
    desk.file("elsewhere.png", png(3));
    let inside = base64::engine::general_purpose::STANDARD.encode(png(2));
    let page = format!(
        "<title>T</title><article><h1>Head</h1><p>One <b>two</b> <a href='x:y'>three</a></p><img src='beside.png' alt='B'>\
         <figure><img src='data:image/png;base64,{inside}'><figcaption>Inside</figcaption></figure>\
         <img src='file://{}'><img src='https://example.org/a.png'><img src='gone.png'></article><nav>Menu</nav>",
        desk.path("elsewhere.png").display(),
    );
    desk.file("page.html", page);
    let ran = desk.run("import @page.html -o @a.rapport --receipt");
    assert_eq!(ran.invocation, Invocation::Done(Status::Findings), "{}", ran.err);
    let receipt: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!((&receipt["version"], &receipt["new_photos"]), (&1.into(), &3.into()));
    let article = &receipt["articles"][0];
    assert!(article["file"].as_str().unwrap().ends_with("page.html"));
    let kept = &article["kept"];
    let counts = ["paragraphs", "pictures", "captions", "bold", "links"].map(|key| kept[key].as_u64().unwrap());
    assert_eq!(counts, [1, 3, 1, 1, 0]);
    let kinds: Vec<_> =
        article["dropped"].as_array().unwrap().iter().map(|one| one["kind"].as_str().unwrap()).collect();
    assert_eq!(kinds, ["web_picture", "lost_picture", "link", "surroundings"]);
    assert_eq!(article["dropped"][0]["addresses"][0], "https://example.org/a.png");
    assert!(article["notices"].as_array().unwrap().len() >= 2, "{article}");
    let info = desk.info("a.rapport");
    assert_eq!((&info["headline"], &info["photos"]), (&"Head".into(), &3.into()));
}

#[test]
fn a_receipt_is_given_of_every_article() {
    let desk = Desk::new();
    desk.file("a.md", "# Head\n\n- one\n- two");
    desk.file("b.txt", "Words");
    let out = desk.done("import @a.md @b.txt -o @a.rapport --receipt");
    let receipt: serde_json::Value = serde_json::from_str(&out).unwrap();
    let kept = |number: usize, key: &str| receipt["articles"][number]["kept"][key].as_u64();
    assert_eq!((kept(0, "list_items"), kept(1, "paragraphs")), (Some(2), Some(1)));
}

#[test]
fn what_was_exported_is_imported_again_without_a_loss() {
    let desk = Desk::new();
    let story = "# Head\n\nOne **two** [three](https://example.org/).\n\n## Part\n\n> So\n>\n> — Anna\n\n- a\n- b\n\n\
                 | x | y |\n|---|---|\n| 1 | 2 |\n\n***\n\nEnd";
    desk.file("a.md", story);
    let kept = |line: &str| {
        let receipt: serde_json::Value = serde_json::from_str(&desk.done(line)).unwrap();
        receipt["articles"][0]["kept"].clone()
    };
    let first = kept("import @a.md -o @a.rapport --receipt");
    desk.run("export @a.rapport -o @a.html --to html");
    assert_eq!(kept("import @a.html -o @b.rapport --receipt"), first);
    assert_eq!(desk.info("b.rapport")["headline"], "Head");
    desk.run("export @a.rapport -o @c.md --to markdown");
    assert_eq!(kept("import @c.md -o @c.rapport --receipt"), first);
    assert_eq!(desk.info("c.rapport")["headline"], "Head");
}

#[test]
fn a_desk_is_sent_what_it_wants_and_the_report_remembers_it() {
    let desk = Desk::new();
    desk.file("preferences.json", r#"{"desk_presets": [{"name": "Вести", "side_px": 1200, "photo_name": "vesti"}]}"#);
    desk.file("a.md", "# Head\n\nOne sentence. Another one.");
    desk.done("import @a.md -o @a.rapport");
    let refused = desk.refused("export @a.rapport --to desk -o @x.zip --preset nobody");
    assert!(refused.contains("nobody") && refused.contains("web, print, mail, Вести"), "{refused}");
    let export = |line: &str| assert_ne!(desk.run(line).invocation, Invocation::Done(Status::Error), "{line}");
    export("export @a.rapport --to desk -o @one.zip --preset вести");
    export("export @a.rapport --to desk -o @two.zip");
    let read = |name: &str| fs::read(desk.path(name)).unwrap();
    assert!(read("one.zip") == read("two.zip"), "the preset of the last time, and the same bytes");
    desk.file("b.md", "A sentence more.");
    desk.done("import @b.md --into @a.rapport");
    export("export @a.rapport --to desk -o @package");
    let sheet = String::from_utf8(read("package/changes.html")).unwrap();
    assert!(sheet.contains("<ins>A sentence more.</ins>"), "{sheet}");
    assert!(String::from_utf8(read("package/manifest.json")).unwrap().contains("\"preset\": \"Вести\""));
    export("export @a.rapport --to desk -o @again");
    assert!(read("again/changes.html") == read("package/changes.html"), "sent again, it is told again");
    export("export @a.rapport --to ninjs -o @story.json");
    assert!(String::from_utf8(read("story.json")).unwrap().contains("A sentence more."));
}

#[test]
fn a_report_that_is_open_elsewhere_says_that_it_does_not_know_of_an_export_of_text() {
    let desk = Desk::new();
    desk.file("a.md", "# Head\n\nOne sentence.");
    desk.done("import @a.md -o @a.rapport");
    let known = desk.run("export @a.rapport --to text -o @known.txt");
    assert!(!known.err.contains("does not know"), "{}", known.err);
    let window = crate::document::Document::open(&desk.path("a.rapport")).unwrap();
    let unknown = desk.run("export @a.rapport --to fragment -o @unknown.html");
    assert!(unknown.err.contains("does not know") && desk.path("unknown.html").is_file(), "{}", unknown.err);
    drop(window);
}
