//! The command line as a script meets it: the real program, its exit status, its pipes.

use std::ffi::{OsStr, OsString};
use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

/// What a web extractor leaves of an article with two photos.
const ARTICLE: &str = "\u{feff}Кластер из шести провинций подвёл итоги года , и \"это\" главное...\r
![]() |\r
Место проведения конференции. |\r
Делегаты обменялись опытом.\r
![]() |\r
На конференции выступил председатель. |\r
Источник: https://example.org/article?id=1&lang=ru\r
\r
\r
Комментарий (0)";

fn rapporteur<S: AsRef<OsStr>>(args: impl IntoIterator<Item = S>) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_rapporteur"));
    command.args(args);
    command
}

fn ran(args: &[&OsStr]) -> (i32, String, String) {
    let Output { status, stdout, stderr } = rapporteur(args).output().expect("the program starts");
    let text = |bytes| String::from_utf8(bytes).expect("what is said is text");
    (status.code().expect("it ends by itself"), text(stdout), text(stderr))
}

/// A picture of one grey pixel, as the smallest TIFF there is.
fn tiff(grey: u8) -> Vec<u8> {
    let entries: [(u16, u16, u32); 9] = [
        (256, 4, 1), // width
        (257, 4, 1), // height
        (258, 3, 8), // bits
        (259, 3, 1), // not compressed
        (262, 3, 1), // black is zero
        (273, 4, 8), // where the pixel is
        (277, 3, 1), // samples
        (278, 4, 1), // rows
        (279, 4, 1), // bytes
    ];
    let mut bytes = b"II*\0".to_vec();
    bytes.extend(10_u32.to_le_bytes());
    bytes.extend([grey, 0]);
    bytes.extend((entries.len() as u16).to_le_bytes());
    for (tag, kind, value) in entries {
        bytes.extend(tag.to_le_bytes());
        bytes.extend(kind.to_le_bytes());
        bytes.extend(1_u32.to_le_bytes());
        bytes.extend(value.to_le_bytes());
    }
    bytes.extend(0_u32.to_le_bytes());
    bytes
}

struct Desk(TempDir);

impl Desk {
    fn new() -> Self {
        Self(TempDir::new().expect("there is room for a folder"))
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> OsString {
        fs::write(self.path(name), bytes).expect("there is room for a file");
        self.path(name).into_os_string()
    }

    fn names(&self) -> usize {
        fs::read_dir(self.0.path()).expect("the folder is there").count()
    }
}

#[test]
fn an_article_and_its_photos_become_a_report_that_keeps_every_sentence() {
    let desk = Desk::new();
    let (article, one, two) = (desk.file("a.txt", ARTICLE), desk.file("1.tif", tiff(1)), desk.file("2.tif", tiff(2)));
    let (report, folder) = (desk.path("a.rapport"), desk.path("out"));
    let (status, _, said) = ran(&["import".as_ref(), &article, &one, &two, "-o".as_ref(), report.as_os_str()]);
    assert_eq!(status, 0, "{said}");

    let (status, json, _) = ran(&["info".as_ref(), report.as_os_str(), "--json".as_ref()]);
    let info: serde_json::Value = serde_json::from_str(&json).expect("info is JSON");
    assert_eq!((status, &info["photos"], &info["captions"]), (0, &2.into(), &2.into()));
    assert_eq!(info["sources"][0]["url"], "https://example.org/article?id=1&lang=ru");

    assert_eq!(ran(&["unpack".as_ref(), report.as_os_str(), "-o".as_ref(), folder.as_os_str()]).0, 0);
    let json = fs::read(folder.join("report.json")).expect("the text is there");
    let value: serde_json::Value = serde_json::from_slice(&json).expect("it is JSON");
    let kinds: Vec<_> = value["body"].as_array().into_iter().flatten().map(|block| block["kind"].clone()).collect();
    assert_eq!(kinds, ["paragraph", "figure", "paragraph", "figure"]);
    assert_eq!(value["body"][0]["text"], "Кластер из шести провинций подвёл итоги года , и \"это\" главное...");
    assert_eq!(value["photos"][1]["caption"], "На конференции выступил председатель.");
    let text = desk.path("report.json");
    let export =
        ["export".as_ref(), report.as_os_str(), "-o".as_ref(), text.as_os_str(), "--to".as_ref(), "json".as_ref()];
    assert_eq!(ran(&export).0, 0);
    assert_eq!(desk.names(), 6);
}

#[test]
fn an_error_is_one_line_and_leaves_nothing() {
    let desk = Desk::new();
    let (article, broken) = (desk.file("a.txt", ARTICLE), desk.file("broken.jpg", "<html>"));
    let report = desk.path("a.rapport");
    let (status, out, said) = ran(&["import".as_ref(), &article, &broken, "-o".as_ref(), report.as_os_str()]);
    assert_eq!((status, out.as_str(), said.lines().count()), (2, "", 1), "{said}");
    assert!(said.contains("broken.jpg"), "{said}");
    assert_eq!(desk.names(), 2);
    assert_eq!(ran(&["nonsense".as_ref(), "x".as_ref()]).0, 2);
}

#[test]
fn findings_have_a_status_of_their_own() {
    let desk = Desk::new();
    let article = desk.file("a.txt", ARTICLE);
    let report = desk.path("a.rapport");
    let (status, _, said) = ran(&["import".as_ref(), &article, "-o".as_ref(), report.as_os_str()]);
    assert_eq!(status, 1, "{said}");
    assert_eq!(said.lines().filter(|line| line.contains("the caption is kept")).count(), 2, "{said}");
}

#[test]
fn a_reader_that_goes_away_stops_nothing() {
    let mut child = rapporteur(["--help"]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("it starts");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("it ends");
    assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(0), &[][..]));
}

#[test]
fn a_state_that_was_acknowledged_is_there_after_a_kill() {
    use std::io::{BufRead as _, BufReader};
    let desk = Desk::new();
    let report = desk.path("a.rapport");
    assert_eq!(ran(&["new".as_ref(), report.as_os_str()]).0, 0);
    let mut churn = rapporteur(["torture".as_ref(), "churn".as_ref(), report.as_os_str()])
        .stdout(Stdio::piped())
        .spawn()
        .expect("it starts");
    let mut lines = BufReader::new(churn.stdout.take().expect("it speaks")).lines();
    let last = (0..25).filter_map(|_| lines.next()?.ok()).last().expect("it acknowledges");
    churn.kill().expect("it runs until it is killed");
    churn.wait().expect("it ends");
    let (status, out, said) = ran(&["torture".as_ref(), "verify".as_ref(), report.as_os_str()]);
    assert_eq!(status, 0, "{said}");
    let number = |line: &str| line.trim().rsplit(' ').next().and_then(|number| number.parse::<u64>().ok());
    assert!(number(&out) >= number(&last), "{last}, then {out}");
}

#[test]
fn a_list_comes_through_a_pipe() {
    let desk = Desk::new();
    let report = desk.path("a.rapport").into_os_string();
    assert_eq!(ran(&["new".as_ref(), &report]).0, 0);
    let add = ["people".as_ref(), report.as_os_str(), "--add".as_ref(), "-".as_ref()];
    let mut child = rapporteur(add).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("the program starts");
    let mut input = child.stdin.take().expect("a pipe");
    std::io::Write::write_all(&mut input, "1. Dr Jane Smith, director of the Institute of Press\n".as_bytes())
        .expect("the program reads");
    drop(input);
    let output = child.wait_with_output().expect("it ends by itself");
    assert_eq!(String::from_utf8_lossy(&output.stdout), "1 added, 0 on the list already\n");
    let (status, out, _) = ran(&["people".as_ref(), &report]);
    assert_eq!((status, out.as_str()), (0, "Jane Smith, director, Institute of Press\n"));
}
