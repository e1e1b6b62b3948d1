//! What the program remembers of the reporter's wishes, in one small JSON file.
//!
//! Nothing here is fatal: what is missing, unknown or broken falls back to its default with a warning for the log, and keys that
//! this version does not know are written back as they were.

use std::io::Write as _;
use std::path::{Path, PathBuf};

use serde::de::DeserializeOwned;
use serde_json::{Map, Value, json};

use crate::app::command_env::{ZOOM_MAX, ZOOM_MIN};
use crate::app::{PageLook, ThemeChoice, UiLanguage};
use crate::filing::{Preset, built_in, of_preferences};
use crate::language::vietnamese::Settings;
use crate::ui::people::ListLook;
use crate::ui::theme::space;

/// So many report files are remembered.
pub const RECENT_LIMIT: usize = 20;

/// The reporter's wishes.
#[derive(Debug, Clone, PartialEq)]
pub struct Prefs {
    /// The language of the interface.
    pub language: UiLanguage,
    /// Light or dark.
    pub theme: ThemeChoice,
    /// What an exported page looks like.
    pub page_look: PageLook,
    /// The folder of the newsroom's own template.
    pub page_template: Option<PathBuf>,
    /// Whether the editor helps while one types: quotes, dashes, signs that mean a style.
    pub typing_aids: bool,
    /// Whether words that are not right are marked.
    pub check_spelling: bool,
    /// Whether names that are nearly those of participants are marked.
    pub watch_names: bool,
    /// How Vietnamese is typed, and whether.
    pub vietnamese: Settings,
    /// The zoom factor of the window; 1 is the normal size.
    pub zoom: f32,
    /// The side panes.
    pub panes: Panes,
    /// The window.
    pub window: WindowPlace,
    /// Where a report was opened or saved last.
    pub last_folder: Option<PathBuf>,
    /// Where photos were taken from last.
    pub last_photo_folder: Option<PathBuf>,
    /// Where a page was exported to last.
    pub last_export_folder: Option<PathBuf>,
    /// How desks want their packages.
    pub desk_presets: Vec<Preset>,
    /// The preset that was used last.
    pub desk_preset: String,
    recent: Vec<PathBuf>,
    forgotten: Vec<PathBuf>,
    /// The file as it was read: what this version does not know is in it.
    unknown: Map<String, Value>,
}

/// The side panes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Panes {
    /// Whether the photos are shown.
    pub photos: bool,
    /// Whether the participants are shown.
    pub people: bool,
    /// How wide the photos pane is, in points.
    pub photos_width: f32,
    /// How wide the participants pane is, in points.
    pub people_width: f32,
    /// Whether photos are shown as a wall rather than as cards.
    pub photos_wall: bool,
    /// Whether each photo has one line.
    pub photos_compact: bool,
    /// How the list of participants is shown.
    pub people_list: ListLook,
}

/// The size of the window.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct WindowPlace {
    /// Points.
    pub width: f32,
    /// Points.
    pub height: f32,
    /// Whether it fills the screen.
    pub maximised: bool,
}

impl WindowPlace {
    /// The smallest size, in points.
    pub const MIN: (f32, f32) = (720.0, 520.0);
}

/// Something in the file that could not be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PrefsWarning {
    /// The file as a whole.
    #[error("the preferences are not JSON ({0}); the defaults are used")]
    NotJson(String),
    /// One value.
    #[error("the preference “{key}” cannot be used ({problem}); the default is used")]
    Value {
        /// Its name.
        key: String,
        /// Why.
        problem: String,
    },
}

/// Why the preferences could not be written.
#[derive(Debug, thiserror::Error)]
#[error("the preferences could not be written to “{}” ({source}); check the rights to the folder", path.display())]
pub struct PrefsError {
    /// The file.
    pub path: PathBuf,
    /// Why.
    pub source: std::io::Error,
}

impl Default for Prefs {
    fn default() -> Self {
        Self {
            language: UiLanguage::En,
            theme: ThemeChoice::System,
            page_look: PageLook::News,
            page_template: None,
            typing_aids: true,
            check_spelling: true,
            watch_names: true,
            vietnamese: Settings::default(),
            zoom: 1.0,
            panes: Panes {
                photos: true,
                people: true,
                photos_width: 280.0,
                people_width: 296.0,
                photos_wall: false,
                photos_compact: false,
                people_list: ListLook::default(),
            },
            window: WindowPlace { width: 1280.0, height: 800.0, maximised: false },
            last_folder: None,
            last_photo_folder: None,
            last_export_folder: None,
            desk_presets: built_in(),
            desk_preset: String::new(),
            recent: Vec::new(),
            forgotten: Vec::new(),
            unknown: Map::new(),
        }
    }
}

impl Prefs {
    /// What a first start begins with: the first of the system's languages that the interface speaks.
    pub fn first_start(system_locales: impl IntoIterator<Item = String>) -> Self {
        let language = system_locales.into_iter().find_map(|tag| UiLanguage::from_tag(&tag));
        Self { language: language.unwrap_or(UiLanguage::En), ..Self::default() }
    }

    /// The preferences in a JSON text; what is absent or broken is as in `defaults`.
    pub fn from_json(text: &str, defaults: Self) -> (Self, Vec<PrefsWarning>) {
        let known = match serde_json::from_str::<Map<String, Value>>(text.trim_start_matches('\u{feff}')) {
            Ok(map) => map,
            Err(err) => return (defaults, vec![PrefsWarning::NotJson(err.to_string())]),
        };
        let mut reader = Reader { map: &known, prefix: "", warnings: Vec::new() };
        let mut prefs = defaults;
        reader.read("language", &mut prefs.language, |_| true);
        reader.read("theme", &mut prefs.theme, |_| true);
        reader.read("page_look", &mut prefs.page_look, |_| true);
        reader.read_some("page_template", &mut prefs.page_template);
        reader.read("typing_aids", &mut prefs.typing_aids, |_| true);
        reader.read("check_spelling", &mut prefs.check_spelling, |_| true);
        reader.read("watch_names", &mut prefs.watch_names, |_| true);
        reader.read("vietnamese_typing", &mut prefs.vietnamese.on, |_| true);
        reader.read("vietnamese_method", &mut prefs.vietnamese.method, |_| true);
        reader.read("vietnamese_tones", &mut prefs.vietnamese.style, |_| true);
        reader.read("zoom", &mut prefs.zoom, |zoom| (ZOOM_MIN..=ZOOM_MAX).contains(zoom));
        reader.read_some("last_folder", &mut prefs.last_folder);
        reader.read_some("last_photo_folder", &mut prefs.last_photo_folder);
        reader.read_some("last_export_folder", &mut prefs.last_export_folder);
        reader.read("desk_preset", &mut prefs.desk_preset, |_| true);
        let mut recent = Vec::<Value>::new();
        reader.read("recent", &mut recent, |_| true);
        let is_path = |value: &Value| value.as_str().filter(|path| !path.is_empty()).map(PathBuf::from);
        let paths: Vec<_> = recent.iter().filter_map(is_path).collect();
        if paths.len() < recent.len() {
            reader.warn("recent", "an entry is not a path");
        }
        let mut warnings = reader.warnings;
        if !recent.is_empty() {
            prefs.recent.clear();
            paths.into_iter().rev().for_each(|path| prefs.put_first(path));
        }
        warnings.extend(prefs.panes.read(&known));
        warnings.extend(prefs.window.read(&known));
        let known = Value::Object(known);
        prefs.desk_presets = of_preferences(&known);
        if let Value::Object(known) = known {
            prefs.unknown = known;
        }
        (prefs, warnings)
    }

    /// The JSON text of the preferences.
    pub fn to_json(&self) -> String {
        let mut map = self.unknown.clone();
        let mut put = |key: &str, value: Value| map.insert(key.to_owned(), value);
        put("language", json!(self.language));
        put("theme", json!(self.theme));
        put("page_look", json!(self.page_look));
        put("typing_aids", json!(self.typing_aids));
        put("check_spelling", json!(self.check_spelling));
        put("watch_names", json!(self.watch_names));
        put("vietnamese_typing", json!(self.vietnamese.on));
        put("vietnamese_method", json!(self.vietnamese.method));
        put("vietnamese_tones", json!(self.vietnamese.style));
        put("zoom", json!(rounded(self.zoom, 100.0)));
        // A path that is not Unicode cannot be in JSON; it is left out.
        let folder = |path: &Option<PathBuf>| json!(path.as_ref().and_then(|path| path.to_str()));
        put("last_folder", folder(&self.last_folder));
        put("last_photo_folder", folder(&self.last_photo_folder));
        put("last_export_folder", folder(&self.last_export_folder));
        let built_in = built_in();
        let own: Vec<_> = self.desk_presets.iter().filter(|preset| !built_in.contains(preset)).collect();
        put("desk_presets", json!(own));
        put("desk_preset", json!(self.desk_preset));
        put("page_template", folder(&self.page_template));
        put("recent", json!(self.recent.iter().filter_map(|path| path.to_str()).collect::<Vec<_>>()));
        let panes = [
            ("photos", json!(self.panes.photos)),
            ("people", json!(self.panes.people)),
            ("photos_width", json!(rounded(self.panes.photos_width, 1.0))),
            ("people_width", json!(rounded(self.panes.people_width, 1.0))),
            ("photos_wall", json!(self.panes.photos_wall)),
            ("photos_compact", json!(self.panes.photos_compact)),
            ("people_list", json!(self.panes.people_list)),
        ];
        let window = [
            ("width", json!(rounded(self.window.width, 1.0))),
            ("height", json!(rounded(self.window.height, 1.0))),
            ("maximised", json!(self.window.maximised)),
        ];
        put_into(&mut map, "panes", panes);
        put_into(&mut map, "window", window);
        let mut text = serde_json::to_string_pretty(&map).unwrap_or_default();
        text.push('\n');
        text
    }

    /// The report files that were open lately, the last one first.
    pub fn recent(&self) -> &[PathBuf] {
        &self.recent
    }

    /// Remembers a report file as the one that was open last.
    pub fn add_recent(&mut self, path: PathBuf) {
        self.forgotten.retain(|other| *other != path);
        self.put_first(path);
    }

    /// Forgets a report file.
    pub fn remove_recent(&mut self, path: &Path) {
        self.recent.retain(|other| other != path);
        self.forgotten.push(path.to_owned());
    }

    /// Takes in the report files that another window has remembered meanwhile.
    pub fn merge_recent(&mut self, others: &[PathBuf]) {
        for path in others {
            if !self.recent.contains(path) && !self.forgotten.contains(path) {
                self.recent.push(path.clone());
            }
        }
        self.recent.truncate(RECENT_LIMIT);
    }

    fn put_first(&mut self, path: PathBuf) {
        self.recent.retain(|other| *other != path);
        self.recent.insert(0, path);
        self.recent.truncate(RECENT_LIMIT);
    }
}

/// Reads the preferences from a file. A file that is not there is a first start and no warning.
pub fn read(path: &Path, defaults: Prefs) -> (Prefs, Vec<PrefsWarning>) {
    match std::fs::read_to_string(path) {
        Ok(text) => Prefs::from_json(&text, defaults),
        Err(err) if err.kind() == std::io::ErrorKind::NotFound => (defaults, Vec::new()),
        Err(err) => (defaults, vec![PrefsWarning::NotJson(err.to_string())]),
    }
}

/// Writes the preferences to a file, whole or not at all, with the report files that other windows remembered there
/// meanwhile. It waits for the disk: call it off the UI thread.
pub fn write(path: &Path, prefs: &Prefs) -> Result<(), PrefsError> {
    let mut merged = prefs.clone();
    merged.merge_recent(read(path, Prefs::default()).0.recent());
    let failed = |source| PrefsError { path: path.to_owned(), source };
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or_else(|| Path::new("."));
    std::fs::create_dir_all(folder).map_err(failed)?;
    let mut file = tempfile::NamedTempFile::new_in(folder).map_err(failed)?;
    file.write_all(merged.to_json().as_bytes()).map_err(failed)?;
    file.as_file().sync_all().map_err(failed)?;
    file.persist(path).map_err(|err| failed(err.error))?;
    Ok(())
}

/// The languages that the system is set to, the preferred one first.
pub fn system_locales() -> Vec<String> {
    sys_locale::get_locales().collect()
}

impl Panes {
    fn read(&mut self, known: &Map<String, Value>) -> Vec<PrefsWarning> {
        let map = match part(known, "panes") {
            Ok(map) => map,
            Err(warnings) => return warnings,
        };
        let mut reader = Reader { map, prefix: "panes.", warnings: Vec::new() };
        let fits = |width: &f32| (space::PANE_MIN..=space::PANE_MAX).contains(width);
        reader.read("photos", &mut self.photos, |_| true);
        reader.read("people", &mut self.people, |_| true);
        reader.read("photos_width", &mut self.photos_width, fits);
        reader.read("people_width", &mut self.people_width, fits);
        reader.read("photos_wall", &mut self.photos_wall, |_| true);
        reader.read("photos_compact", &mut self.photos_compact, |_| true);
        reader.read("people_list", &mut self.people_list, |_| true);
        reader.warnings
    }
}

impl WindowPlace {
    fn read(&mut self, known: &Map<String, Value>) -> Vec<PrefsWarning> {
        let map = match part(known, "window") {
            Ok(map) => map,
            Err(warnings) => return warnings,
        };
        let mut reader = Reader { map, prefix: "window.", warnings: Vec::new() };
        reader.read("width", &mut self.width, |width| (Self::MIN.0..=16_000.0).contains(width));
        reader.read("height", &mut self.height, |height| (Self::MIN.1..=16_000.0).contains(height));
        reader.read("maximised", &mut self.maximised, |_| true);
        reader.warnings
    }
}

/// An object inside the file; what there is to tell where it is absent or something else.
fn part<'a>(known: &'a Map<String, Value>, key: &str) -> Result<&'a Map<String, Value>, Vec<PrefsWarning>> {
    match known.get(key) {
        Some(Value::Object(map)) => Ok(map),
        Some(_) => Err(vec![PrefsWarning::Value { key: key.to_owned(), problem: "it is not an object".to_owned() }]),
        None => Err(Vec::new()),
    }
}

fn put_into<const N: usize>(map: &mut Map<String, Value>, key: &str, values: [(&str, Value); N]) {
    let mut inner = match map.remove(key) {
        Some(Value::Object(inner)) => inner,
        _ => Map::new(),
    };
    for (key, value) in values {
        inner.insert(key.to_owned(), value);
    }
    map.insert(key.to_owned(), Value::Object(inner));
}

/// A short decimal number: 1.1 rather than 1.100000023841858.
fn rounded(value: f32, steps: f64) -> f64 {
    (f64::from(value) * steps).round() / steps
}

struct Reader<'a> {
    map: &'a Map<String, Value>,
    prefix: &'static str,
    warnings: Vec<PrefsWarning>,
}

impl Reader<'_> {
    fn read<T: DeserializeOwned>(&mut self, key: &str, target: &mut T, fits: impl Fn(&T) -> bool) {
        let Some(value) = self.map.get(key) else { return };
        match serde_json::from_value::<T>(value.clone()) {
            Ok(value) if fits(&value) => *target = value,
            Ok(_) => self.warn(key, "it is out of range"),
            Err(err) => self.warn(key, &err.to_string()),
        }
    }

    fn read_some(&mut self, key: &str, target: &mut Option<PathBuf>) {
        self.read(key, target, |_| true);
    }

    fn warn(&mut self, key: &str, problem: &str) {
        let key = format!("{}{key}", self.prefix);
        self.warnings.push(PrefsWarning::Value { key, problem: problem.to_owned() });
    }
}

#[cfg(test)]
mod tests;
