//! Preferences that are read, written and broken.

use super::*;
use crate::language::vietnamese::{Method, ToneStyle};

fn unlike_the_defaults() -> Prefs {
    let mut prefs = Prefs {
        language: UiLanguage::Vi,
        theme: ThemeChoice::Dark,
        page_look: PageLook::Minutes,
        page_template: Some("/t".into()),
        typing_aids: false,
        check_spelling: false,
        watch_names: false,
        vietnamese: Settings { on: true, method: Method::Vni, style: ToneStyle::Modern },
        zoom: 1.1,
        panes: Panes {
            photos: false,
            people: false,
            photos_width: 300.0,
            people_width: 420.0,
            photos_wall: true,
            photos_compact: true,
            people_list: ListLook { code: true, ..ListLook::default() },
        },
        window: WindowPlace { width: 1000.0, height: 700.0, maximised: true },
        last_folder: Some("/a".into()),
        last_photo_folder: Some("/ảnh".into()),
        last_export_folder: Some("/c".into()),
        desk_presets: {
            let mut presets = built_in();
            presets[1].megabytes = Some(40);
            presets.push(Preset { name: "Вести".to_owned(), ..presets[0].clone() });
            presets
        },
        desk_preset: "Вести".to_owned(),
        ..Prefs::default()
    };
    prefs.add_recent("/отчёты/a.rapport".into());
    prefs.add_recent("/b.rapport".into());
    prefs
}

#[test]
fn everything_comes_back() {
    let prefs = unlike_the_defaults();
    let (read, warnings) = Prefs::from_json(&prefs.to_json(), Prefs::default());
    assert_eq!(warnings, []);
    assert_eq!(Prefs { unknown: Map::new(), ..read }, prefs);
}

#[test]
fn what_is_broken_is_as_it_was_and_the_rest_is_read() {
    let text = r#"{"language": "xx", "theme": "dark", "zoom": 40, "recent": ["/a", 7, ""],
                   "panes": {"photos": "yes", "people": false, "photos_width": 3}, "window": 5}"#;
    let (prefs, warnings) = Prefs::from_json(text, Prefs::first_start(["ru_RU.UTF-8".to_owned()]));
    assert_eq!((prefs.language, prefs.theme, prefs.zoom), (UiLanguage::Ru, ThemeChoice::Dark, 1.0));
    assert_eq!(prefs.recent(), [PathBuf::from("/a")]);
    assert_eq!(prefs.panes, Panes { people: false, ..Prefs::default().panes });
    let keys: Vec<_> = warnings
        .iter()
        .map(|warning| match warning {
            PrefsWarning::Value { key, .. } => key.as_str(),
            PrefsWarning::NotJson(_) => "",
        })
        .collect();
    assert_eq!(keys, ["language", "zoom", "recent", "panes.photos", "panes.photos_width", "window"]);
}

#[test]
fn what_is_no_json_is_a_first_start() {
    for text in ["", "{", "[]", "null"] {
        let (prefs, warnings) = Prefs::from_json(text, unlike_the_defaults());
        assert_eq!(prefs, unlike_the_defaults());
        assert!(matches!(warnings.as_slice(), [PrefsWarning::NotJson(_)]), "{text}");
    }
}

#[test]
fn what_a_newer_version_wrote_is_kept() {
    let text = r#"{"spelling": {"ru": true}, "panes": {"checks": 3}, "zoom": 2}"#;
    let (mut prefs, warnings) = Prefs::from_json(text, Prefs::default());
    assert_eq!(warnings, []);
    prefs.zoom = 1.5;
    let written: Value = serde_json::from_str(&prefs.to_json()).unwrap();
    assert_eq!(written["spelling"], json!({"ru": true}));
    assert_eq!(written["panes"]["checks"], json!(3));
    assert_eq!(written["panes"]["photos"], json!(true));
    assert_eq!(written["zoom"], json!(1.5));
}

#[test]
fn the_first_language_that_the_interface_speaks_is_taken() {
    let tags = ["fr-FR", "vi", "ru"].map(str::to_owned);
    assert_eq!(Prefs::first_start(tags).language, UiLanguage::Vi);
    assert_eq!(Prefs::first_start(["de".to_owned()]).language, UiLanguage::En);
}

#[test]
fn recent_reports_are_few_and_in_order() {
    let mut prefs = Prefs::default();
    for number in 0..30 {
        prefs.add_recent(format!("/{number}").into());
    }
    prefs.add_recent("/15".into());
    assert_eq!(prefs.recent().len(), RECENT_LIMIT);
    assert_eq!(prefs.recent()[..3], ["/15", "/29", "/28"].map(PathBuf::from));
}

#[test]
fn two_windows_do_not_forget_for_each_other() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("new folder/preferences.json");
    assert_eq!(read(&path, Prefs::default()), (Prefs::default(), vec![]));
    let mut one = Prefs::default();
    one.add_recent("/old".into());
    write(&path, &one).unwrap();
    let mut other = read(&path, Prefs::default()).0;
    other.add_recent("/other".into());
    write(&path, &other).unwrap();
    one.remove_recent(Path::new("/old"));
    one.add_recent("/one".into());
    write(&path, &one).unwrap();
    assert_eq!(read(&path, Prefs::default()).0.recent(), ["/one", "/other"].map(PathBuf::from));
    let beside = std::fs::read_dir(path.parent().unwrap()).unwrap().count();
    assert_eq!(beside, 1, "nothing is left beside it");
}

#[test]
fn a_folder_that_cannot_be_made_is_told() {
    let home = tempfile::tempdir().unwrap();
    let taken = home.path().join("file");
    std::fs::write(&taken, "x").unwrap();
    let err = write(&taken.join("preferences.json"), &Prefs::default()).unwrap_err();
    assert!(err.to_string().contains("preferences.json"), "{err}");
}
