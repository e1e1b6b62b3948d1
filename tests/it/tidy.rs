//! The walls of the house: who may use whom, who may touch the disk and the clock, and that every asset has a licence.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

/// The modules in reading order, and which of the others each may use. A new module must be given its place here.
const MAY_USE: [(&str, &[&str]); 21] = [
    ("report", &[]),
    ("language", &["report"]),
    ("edit", &["report", "language"]),
    ("find", &["report", "language"]),
    ("spelling", &["report", "language"]),
    ("names", &["report", "language"]),
    ("check", &["report", "edit", "photo", "language", "names"]),
    ("filing", &["report", "language"]),
    ("sample", &["report"]),
    ("photo", &["report", "language"]),
    ("file", &["report", "photo", "language"]),
    ("import", &["report", "photo", "language", "file"]),
    ("people", &["report", "language", "import", "names"]),
    ("document", &["report", "photo", "language", "file", "import"]),
    ("export", &["report", "photo", "language", "filing", "file", "people", "document", "check"]),
    ("job", &[]),
    ("redraw", &[]),
    // Of the app the interface may know the commands and the words, see `ui_knows_only_the_commands_and_words_of_the_app`.
    ("ui", &["app", "edit", "report", "find", "spelling", "names", "check", "filing", "language", "people"]),
    (
        "app",
        &[
            "ui", "job", "redraw", "edit", "report", "language", "find", "spelling", "names", "check", "filing",
            "sample", "photo", "file", "import", "people", "document", "export",
        ],
    ),
    (
        "cli",
        &[
            "edit", "report", "language", "names", "check", "filing", "sample", "photo", "file", "import", "people",
            "document", "export",
        ],
    ),
    ("main", &["app", "cli", "document", "report", "sample", "ui"]),
];

/// Values and rules: no window, no files, no clock.
const PURE: [&str; 10] =
    ["report", "edit", "find", "spelling", "names", "check", "filing", "language", "people", "sample"];
const MAY_DRAW: [&str; 4] = ["redraw", "ui", "app", "main"];
const MAY_TOUCH_THE_DISK: [&str; 7] = ["file", "document", "import", "export", "photo", "app", "cli"];

const MAX_LINES: usize = 600;

#[test]
fn modules_use_only_what_lies_below_them() {
    let mut offences = Offences::default();
    for source in sources() {
        let module = source.module();
        if module == "lib" {
            continue;
        }
        let Some((_, allowed)) = MAY_USE.iter().find(|(name, _)| *name == module) else {
            offences.add(&source, 0, &format!("the module {module} has no place in MAY_USE"));
            continue;
        };
        for (number, line) in source.code() {
            if line.ends_with("crate::{") || line.contains("super::super::") {
                offences.add(&source, number, "name modules by a path from the crate, one in a line");
            }
            for used in used_modules(line) {
                let is_module = MAY_USE.iter().any(|(name, _)| *name == used);
                if is_module && used != module && !allowed.contains(&used) {
                    offences.add(&source, number, &format!("{module} must not use {used}"));
                }
            }
        }
    }
    offences.none();
}

#[test]
fn ui_knows_only_the_commands_and_words_of_the_app() {
    let known = [
        "BlockStyle",
        "Command",
        "CommandEnv",
        "ExportKind",
        "Locale",
        "PageLook",
        "Pane",
        "ThemeChoice",
        "UiLanguage",
    ];
    let mut offences = Offences::default();
    for source in sources().filter(|source| source.module() == "ui") {
        for (number, line) in source.code() {
            let Some((_, names)) = line.split_once("crate::app::") else { continue };
            // Either one path, which may go on to a variant, or a list of names.
            let names = match names.strip_prefix('{') {
                Some(list) => list.split('}').next().unwrap_or_default().split(',').collect(),
                None => vec![names],
            };
            for name in names.into_iter().map(first_word).filter(|name| !name.is_empty()) {
                if !known.contains(&name) {
                    offences.add(&source, number, &format!("{name} belongs to the shell"));
                }
            }
        }
    }
    offences.none();
}

#[test]
fn values_and_rules_know_no_window_no_file_and_no_clock() {
    let forbidden = ["egui", "eframe", "std::fs", "std::net", "std::process", "std::time", "std::env", "std::thread"];
    let clocks = ["Instant::now", "SystemTime", "Zoned::now", "Timestamp::now", "getrandom", "tempfile"];
    forbid(&[&forbidden[..], &clocks[..]].concat(), |source| PURE.contains(&source.module()));
}

#[test]
fn only_the_interface_draws() {
    forbid(&["egui::", "eframe", "accesskit"], |source| !MAY_DRAW.contains(&source.module()));
}

#[test]
fn only_those_whose_work_it_is_touch_the_disk() {
    let words = ["std::fs", "fs::", "File::open", "File::create", "tempfile::", "OpenOptions"];
    forbid(&words, |source| !MAY_TOUCH_THE_DISK.contains(&source.module()));
}

#[test]
fn nothing_is_left_for_later() {
    let words = [concat!("todo", "!("), concat!("unimpl", "emented!("), concat!("db", "g!("), "#[allow(", "#![allow("];
    forbid(&words, |_| true);
    forbid(&["println!(", "print!("], |source| !matches!(source.module(), "cli" | "main"));
}

#[test]
fn files_stay_short_enough_to_read() {
    let mut offences = Offences::default();
    for source in sources() {
        let lines = source.text.lines().count();
        if lines > MAX_LINES {
            offences.add(&source, lines, &format!("more than {MAX_LINES} lines"));
        }
    }
    offences.none();
}

#[test]
fn every_asset_has_a_licence() {
    let assets = root().join("assets");
    let licences = fs::read_to_string(assets.join("LICENSES.md")).expect("the list of licences");
    let mut offences = String::new();
    for entry in fs::read_dir(&assets).expect("the assets").map(|entry| entry.expect("an asset")) {
        let name = entry.file_name().into_string().expect("a name in UTF-8");
        if entry.path().is_dir() && !licences.contains(&format!("`{name}/")) {
            writeln!(offences, "assets/{name} is not in assets/LICENSES.md").expect("a string takes all");
        }
    }
    // Files of others come with their own text.
    for (folder, extension) in [("fonts", "ttf"), ("icons", "ttf"), ("dictionaries", "dic.gz")] {
        let names = file_names(&assets.join(folder));
        let texts: Vec<_> = names.iter().filter(|name| name.ends_with(".txt")).collect();
        for name in names.iter().filter(|name| name.ends_with(extension)) {
            let family = name.split(['-', '.']).next().unwrap_or_default();
            let text = texts.iter().find(|text| text.starts_with(family));
            let Some(text) = text.filter(|text| licences.contains(text.as_str())) else {
                writeln!(offences, "assets/{folder}/{name} has no licence").expect("a string takes all");
                continue;
            };
            let text = assets.join(folder).join(text);
            assert!(fs::metadata(&text).expect("a licence").len() > 500, "{} is no licence", text.display());
        }
    }
    assert!(offences.is_empty(), "\n{offences}");
}

#[test]
fn these_checks_see_what_they_look_for() {
    assert_eq!(used_modules("use crate::edit::Step; x(rapporteur::ui::theme)"), ["edit", "ui"]);
    assert_eq!(used_modules("use crate::{edit::{Step, Side}, ui};"), ["edit", "Side", "ui"]);
    assert!(stands_in("let x = std::fs::read(path)", "std::fs") && !stands_in("self.offs::x", "fs::"));
    let text = "use crate::a;\n// use crate::b;\n#[cfg(test)]\nmod notation;\nfn a() {}\n#[cfg(test)]\nmod tests {\n}";
    let source = Source { path: "edit/ops/mod.rs".to_owned(), text: text.to_owned() };
    assert_eq!(source.module(), "edit");
    assert_eq!(source.code().map(|(number, _)| number).collect::<Vec<_>>(), [1, 3, 4, 5]);
    assert_eq!(source.test_modules().collect::<Vec<_>>(), ["notation"]);
    assert_eq!(source.folder(), "edit/ops/");
    assert_eq!(Source { path: "cli.rs".to_owned(), text: String::new() }.module(), "cli");
}

/// A source file of the program.
struct Source {
    /// From the folder `src`, with slashes.
    path: String,
    text: String,
}

impl Source {
    /// The top module that it belongs to.
    fn module(&self) -> &str {
        let first = self.path.split('/').next().unwrap_or_default();
        first.strip_suffix(".rs").unwrap_or(first)
    }

    /// The lines that are compiled into the program, with their numbers: no comments, no tests.
    fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        let end = self.tests_at().unwrap_or(usize::MAX);
        let numbered = self.text.lines().enumerate().map(|(index, line)| (index + 1, line));
        numbered.take_while(move |(number, _)| *number < end).filter(|(_, line)| !line.trim_start().starts_with("//"))
    }

    /// The line from which on there are only tests: `#[cfg(test)]` and a module with a body.
    fn tests_at(&self) -> Option<usize> {
        let lines: Vec<_> = self.text.lines().collect();
        let pairs = lines.windows(2).position(|pair| {
            matches!(pair, [attribute, module] if is_for_tests(attribute) && module.trim_start().starts_with("mod ")
                && module.ends_with('{'))
        });
        pairs.map(|index| index + 1)
    }

    /// The names of modules in files of their own that only tests have.
    fn test_modules(&self) -> impl Iterator<Item = &str> {
        let lines: Vec<_> = self.text.lines().collect();
        let declared = (0..lines.len().saturating_sub(1)).filter_map(move |index| {
            let declaration = lines.get(index + 1)?.trim().strip_suffix(';')?;
            let (_, name) = declaration.rsplit_once("mod ")?;
            lines.get(index).is_some_and(|line| is_for_tests(line)).then_some(name)
        });
        declared.collect::<Vec<_>>().into_iter()
    }

    /// The folder in which the modules that it declares stand.
    fn folder(&self) -> String {
        let whole = self.path.strip_suffix(".rs").unwrap_or(&self.path);
        match whole.strip_suffix("mod") {
            Some(folder) => folder.to_owned(),
            None => format!("{whole}/"),
        }
    }
}

fn is_for_tests(line: &str) -> bool {
    line.trim_start().starts_with("#[cfg(test)]")
}

/// All files of the program but those that only tests have.
fn sources() -> impl Iterator<Item = Source> {
    let mut all = Vec::new();
    collect(&root().join("src"), "", &mut all);
    assert!(all.len() > 20, "the sources are not where they should be");
    let mut of_tests = BTreeSet::new();
    for source in &all {
        of_tests.extend(source.test_modules().map(|name| format!("{}{name}", source.folder())));
    }
    all.into_iter().filter(move |source| {
        let path = source.path.strip_suffix(".rs").unwrap_or_default();
        !of_tests.iter().any(|test| path == test || path.starts_with(&format!("{test}/")))
    })
}

fn collect(folder: &Path, prefix: &str, all: &mut Vec<Source>) {
    for name in file_names(folder) {
        let path = folder.join(&name);
        if path.is_dir() {
            collect(&path, &format!("{prefix}{name}/"), all);
        } else if name.ends_with(".rs") {
            let text = fs::read_to_string(&path).expect("a source file");
            all.push(Source { path: format!("{prefix}{name}"), text });
        }
    }
}

/// The names in a folder, sorted; none where there is no such folder.
fn file_names(folder: &Path) -> Vec<String> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let names = entries.map(|entry| entry.expect("an entry").file_name().into_string().expect("a name in UTF-8"));
    let mut names: Vec<_> = names.collect();
    names.sort();
    names
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The modules that a line names by a path from the root.
fn used_modules(line: &str) -> Vec<&str> {
    let mut used = Vec::new();
    for root in ["crate::", "rapporteur::"] {
        for (index, _) in line.match_indices(root) {
            let rest = &line[index + root.len()..];
            let names = match rest.strip_prefix('{') {
                Some(list) => list.split(',').map(|name| first_word(name.trim_start())).collect(),
                None => vec![first_word(rest)],
            };
            used.extend(names);
        }
    }
    used
}

fn first_word(text: &str) -> &str {
    let text = text.trim_start();
    let end = text.find(|character: char| !character.is_alphanumeric() && character != '_');
    text.get(..end.unwrap_or(text.len())).unwrap_or_default()
}

/// Fails where one of the words stands in the code of a file of the kind.
#[track_caller]
fn forbid(words: &[&str], is_bound: impl Fn(&Source) -> bool) {
    let mut offences = Offences::default();
    for source in sources().filter(|source| is_bound(source)) {
        for (number, line) in source.code() {
            for word in words.iter().filter(|word| stands_in(line, word)) {
                offences.add(&source, number, word);
            }
        }
    }
    offences.none();
}

/// Whether a word stands in a line and is not the end of a longer one.
fn stands_in(line: &str, word: &str) -> bool {
    line.match_indices(word).any(|(index, _)| {
        let before = line.get(..index).and_then(|before| before.chars().next_back());
        !before.is_some_and(|character| character.is_alphanumeric() || character == '_')
    })
}

#[derive(Default)]
struct Offences(String);

impl Offences {
    fn add(&mut self, source: &Source, line: usize, what: &str) {
        writeln!(self.0, "src/{}:{line}: {what}", source.path).expect("a string takes all");
    }

    #[track_caller]
    fn none(&self) {
        assert!(self.0.is_empty(), "\n{}", self.0);
    }
}
