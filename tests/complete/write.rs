//! Writes complete reports as pages, for the judges: `cargo run --example complete -- OUT [--large] [--hostile FILE]`.
//!
//! `OUT/NAME/` is the page, `OUT/NAME-minutes/` that of the other look, `OUT/NAME-one/` the one file, `OUT/NAME.fragment.html` the fragment;
//! `OUT/NAME.txt` has every line that must be on the page and `OUT/NAME.story.txt` every line of the fragment, for each language. `--large` adds those of 20,000 words,
//! of 60 photos, of 200 participants, and of all that; `--hostile FILE` puts the
//! lines of a file into every field instead.

#![expect(clippy::print_stdout, clippy::expect_used, reason = "a tool of the tests")]

mod report;
mod words;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use rapporteur::document::Derived;
use rapporteur::export::{Look, PictureError, PictureSource, Target, Template, Watch, export_with};
use rapporteur::photo::{DerivedKey, OutputFormat};
use rapporteur::report::Photo;

use self::report::{Complete, Wanted, complete};
use self::words::LANGUAGES;

fn main() {
    let mut arguments = std::env::args_os().skip(1);
    let out = PathBuf::from(arguments.next().expect("the folder to write to"));
    let (mut is_large, mut hostile) = (false, None);
    while let Some(argument) = arguments.next() {
        match argument.to_str() {
            Some("--large") => is_large = true,
            Some("--hostile") => hostile = arguments.next(),
            _ => println!("{} is not understood", argument.to_string_lossy()),
        }
    }
    fs::create_dir_all(&out).expect("the folder can be made");
    let kept = Kept::default();
    let of = |words, photos, participants| Wanted { words, photos, participants, photo_px: 1500 };
    for words in &LANGUAGES {
        let name = |rest: &str| format!("{}-{rest}", words.language);
        let plain = |_field: &str, text: &str| text.to_owned();
        if let Some(file) = &hostile {
            let text = fs::read_to_string(file).expect("hostile lines");
            let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).collect();
            let next = AtomicUsize::new(0);
            let rewrite = |field: &str, text: &str| {
                let line = lines[next.fetch_add(1, Ordering::Relaxed) % lines.len()];
                // Commas part authors, semicolons organisers; a line of either would be several names.
                let parts = matches!(field, "byline" | "organiser");
                if parts && line.contains([',', ';']) { text.to_owned() } else { format!("{line} {}", short(text)) }
            };
            write(&out, &kept, &name("hostile"), &complete(words, of(600, 3, 12), &rewrite));
            continue;
        }
        for photos in [0, 1, 5] {
            write(&out, &kept, &name(&photos.to_string()), &complete(words, of(300, photos, 6), &plain));
        }
        if is_large {
            write(&out, &kept, &name("20000"), &complete(words, of(20_000, 5, 6), &plain));
            write(&out, &kept, &name("60"), &complete(words, of(3_000, 60, 6), &plain));
            write(&out, &kept, &name("200"), &complete(words, of(300, 1, 200), &plain));
            write(&out, &kept, &name("all"), &complete(words, of(20_000, 60, 200), &plain));
        }
    }
}

/// The first words, so that headlines do not become too long.
fn short(text: &str) -> String {
    text.split_whitespace().take(4).collect::<Vec<_>>().join(" ")
}

/// What was made of photos, as a report's file keeps it: all reports have the same ones.
#[derive(Default)]
struct Kept(Mutex<BTreeMap<String, Vec<u8>>>);

impl Kept {
    fn name(photo: &str, key: DerivedKey, format: OutputFormat) -> String {
        format!("{photo} {key:?} {format:?}")
    }

    fn keep(&self, derived: Vec<Derived>) {
        let mut kept = self.0.lock().expect("nobody fails here");
        for Derived { photo, key, format, fresh } in derived {
            if let Some(bytes) = fresh {
                kept.insert(Self::name(&photo.to_string(), key, format), bytes.read().expect("what was made"));
            }
        }
    }
}

/// The pictures of a report, those that were made before among them.
struct Pictures<'a>(&'a Complete, &'a Kept);

impl PictureSource for Pictures<'_> {
    fn original(&self, photo: &Photo) -> Result<Vec<u8>, PictureError> {
        self.0.original(photo)
    }

    fn derived(&self, photo: &Photo, key: DerivedKey, format: OutputFormat) -> Option<Vec<u8>> {
        let kept = self.1.0.lock().ok()?;
        kept.get(&Kept::name(&photo.hash.to_string(), key, format)).cloned()
    }
}

fn write(out: &Path, kept: &Kept, name: &str, complete: &Complete) {
    let never = AtomicBool::new(false);
    let mut watch = Watch { on_progress: &mut |_| {}, cancel: &never };
    let mut make = |target, look, name: String| {
        let (template, pictures) = (Template::of(look), Pictures(complete, kept));
        let done = export_with(&complete.report, &pictures, target, &template, &out.join(name), &mut watch);
        let done = done.expect("an export");
        kept.keep(done.derived);
        for notice in done.notices {
            println!("{notice}");
        }
    };
    make(Target::Page, Look::News, name.to_owned());
    make(Target::Page, Look::Minutes, format!("{name}-minutes"));
    // In a folder of its own, since that is where the address of the page leads.
    fs::create_dir_all(out.join(format!("{name}-one"))).expect("a folder can be made");
    make(Target::Html, Look::News, format!("{name}-one/index.html"));
    make(Target::Fragment, Look::News, format!("{name}.fragment.html"));
    fs::write(out.join(format!("{name}.txt")), &complete.source).expect("the lines can be written");
    fs::write(out.join(format!("{name}.story.txt")), &complete.story).expect("the lines can be written");
    println!("{name}");
}
